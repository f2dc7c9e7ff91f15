"""A Redis (or Valkey) of one's own, in a folder: on a unix socket, on a loopback port too where one is given."""

from __future__ import annotations

import socket
from pathlib import Path

from node.servers import binaries, processes
from node.servers.processes import Server

_SOCKET = "redis.sock"


def start(folder: Path, *, port: int | None = None, max_memory_mb: int = 256) -> Server:
    """Start it, with what the folder keeps of an earlier one; what is too much for its memory goes first come first."""
    program = binaries.find_redis()
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    password = processes.kept_secret(folder / "redis.password")
    path = processes.socket_folder(folder, _SOCKET) / _SOCKET
    path.unlink(missing_ok=True)
    configuration = folder / "redis.conf"
    configuration.touch(0o600)
    configuration.write_text(_configuration(folder, path, port, password, max_memory_mb), "utf-8")
    url = f"unix://:{password}@{path}" if port is None else f"redis://:{password}@127.0.0.1:{port}/0"
    return processes.start(
        "redis",
        [str(program), str(configuration)],
        url=url,
        log=folder / "redis.log",
        folder=folder,
        is_ready=lambda: processes.accepts(socket.AF_UNIX, str(path)) and _answers(path),
    )


def _configuration(folder: Path, path: Path, port: int | None, password: str, max_memory_mb: int) -> str:
    lines = (
        f'unixsocket "{path}"',
        "unixsocketperm 700",
        f"port {port or 0}",
        "bind 127.0.0.1",
        f"requirepass {password}",
        f'dir "{folder}"',
        f"maxmemory {max_memory_mb}mb",
        "maxmemory-policy allkeys-lfu",
        # Everything in it can be made again, so nothing is written to disk.
        'save ""',
        "appendonly no",
        "daemonize no",
    )
    return "\n".join((*lines, ""))


def _answers(path: Path) -> bool:
    """Whether it takes commands; it says that a password is needed, or that it still loads."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        try:
            probe.connect(str(path))
            probe.sendall(b"PING\r\n")
            return probe.recv(100).startswith((b"+PONG", b"-NOAUTH"))
        except OSError:
            return False
