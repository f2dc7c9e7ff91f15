"""Starts a real node on a free port for as long as a test or a benchmark needs one."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 60
STOP_SECONDS = 15


class NodeDidNotStartError(Exception):
    """The node was not ready in time; the message holds what it logged."""


@dataclass(frozen=True)
class RunningNode:
    """A node that takes work."""

    port: int
    pid: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def running_node(settings: Mapping[str, str]) -> Iterator[RunningNode]:
    """Start a node with these HOWDAH_ settings, wait until it is ready, and stop it at the end."""
    port = free_port()
    environment = {**os.environ, **{f"HOWDAH_{name}": value for name, value in settings.items()}}
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "node", "serve", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_ready(process, port, log.fileno())
            yield RunningNode(port, process.pid)
        finally:
            stop(process)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def wait_until_ready(process: subprocess.Popen[bytes], port: int, log: int) -> None:
    """Return once /api/ready says 200."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", "/api/ready")
            is_ready = connection.getresponse().status == http.HTTPStatus.OK
            connection.close()
        except (OSError, http.client.HTTPException):
            is_ready = False
        if is_ready:
            return
        time.sleep(0.1)
    logged = os.pread(log, 1 << 16, 0).decode("utf-8", "replace")
    raise NodeDidNotStartError(f"no node on port {port} after {START_SECONDS} s; it said:\n{logged}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ask the node to stop, and make it."""
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
