"""Reads request bodies: bounded in size and time, never decompressed."""

from __future__ import annotations

import asyncio

from aiohttp import web

from node.errors import SlowClientError, TooLargeError, UnsupportedTypeError

JSON = "application/json"
PHP_SOURCE = "application/x-httpd-php"


async def read(request: web.Request, *, max_bytes: int, timeout_seconds: float) -> bytes:
    """Return the whole body; ApiError when it is too large, too slow or packed."""
    coding = request.headers.get("Content-Encoding")
    if coding is not None and coding.lower() != "identity":
        raise UnsupportedTypeError(f"expected no Content-Encoding, got {coding[:100]}")
    announced = request.content_length
    if announced is not None and announced > max_bytes:
        raise TooLargeError(f"expected at most {max_bytes} bytes, got {announced}")
    content = request.content
    if content.is_eof():
        # Head and body came together, as they nearly always do: nothing to wait for.
        body = content.read_nowait()
    else:
        try:
            async with asyncio.timeout(timeout_seconds):
                body = await _collect(request, max_bytes)
        except TimeoutError as error:
            raise SlowClientError(f"the body did not arrive within {timeout_seconds:g} seconds") from error
    if len(body) > max_bytes:
        raise TooLargeError(f"expected at most {max_bytes} bytes")
    return body


async def _collect(request: web.Request, max_bytes: int) -> bytes:
    pieces, size = [], 0
    async for piece in request.content.iter_any():
        pieces.append(piece)
        size += len(piece)
        if size > max_bytes:
            raise TooLargeError(f"expected at most {max_bytes} bytes")
    return b"".join(pieces)


def require_type(request: web.Request, *expected: str) -> str:
    """Return the body's media type if it is one of those expected."""
    given = request.content_type
    if given not in expected:
        raise UnsupportedTypeError(f"expected {' or '.join(expected)}, got {given[:100]}")
    return given
