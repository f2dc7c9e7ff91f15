"""Asks one node whether it takes work, on a connection of its own: a kept one would say nothing of who accepts now."""

from __future__ import annotations

import asyncio

from balancer.members import Finding

_REQUEST = b"GET /api/ready HTTP/1.1\r\nHost: balancer\r\nConnection: close\r\n\r\n"
_LONGEST_LINE = 1024


async def probe(address: str, timeout_seconds: float) -> Finding:
    """Ask once."""
    writer = None
    try:
        async with asyncio.timeout(timeout_seconds):
            reader, writer = await _connect(address)
            writer.write(_REQUEST)
            line = await reader.readuntil(b"\r\n")
    except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        return Finding.SILENT
    finally:
        if writer is not None:
            writer.transport.abort()
    return Finding.READY if line.split(b" ", 2)[1:2] == [b"200"] else Finding.REFUSING


async def _connect(address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    if address.startswith("unix:"):
        return await asyncio.open_unix_connection(address.removeprefix("unix:"), limit=_LONGEST_LINE)
    host, _, port = address.rpartition(":")
    return await asyncio.open_connection(host.strip("[]"), int(port), limit=_LONGEST_LINE)
