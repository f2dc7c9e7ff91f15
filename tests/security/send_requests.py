"""Sends every hostile request to a real node, with its fast path and without, and to one behind a real nginx.

`python -m tests.security.send_requests --show`
"""

from __future__ import annotations

import argparse
import re
import socket
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.integration.door import builds, door
from tests.integration.serving import RunningNode, running_node
from tests.security.hostile_requests import BODY, Request, all_requests, post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from node.servers import nginx

CLIENT_TIMEOUT_MS = 500
PATIENCE_SECONDS = 8.0
MOST_READ_BYTES = 16 << 20
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3}) ")
SLOW_CLIENTS = 200
DIRECT = ("fast path", "no fast path")


@dataclass(frozen=True)
class Door:
    """Where requests are sent, and the node behind it."""

    host: str
    port: int
    node: RunningNode
    is_nginx: bool


def ways() -> dict[str, nginx.Nginx | None]:
    """How requests are sent: directly, and through each nginx there is."""
    return {**dict.fromkeys(DIRECT), **{f"nginx {build.version}": build for build in builds()}}


@contextmanager
def opened(way: str, build: nginx.Nginx | None) -> Iterator[Door]:
    """A node, as it is or behind nginx."""
    settings = {
        "HOWDAH_ENGINE": "engine.pipeline:Engine",
        "HOWDAH_FAST_PATH": "false" if way == "no fast path" else "true",
        "HOWDAH_CLIENT_TIMEOUT_MS": str(CLIENT_TIMEOUT_MS),
        "HOWDAH_QUEUE_TIMEOUT_MS": "60000",
    }
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        node = stack.enter_context(running_node(Path(folder), settings))
        host, port = node.host, node.port
        if build is not None:
            gate = Path(folder, "nginx")
            gate.mkdir()
            variables: dict[str, object] = {"nginx_client_timeout_seconds": 1}
            port = stack.enter_context(door(build, gate, [f"{node.host}:{node.port}"], variables))
            host = "127.0.0.1"
        yield Door(host, port, node, build is not None)


def exchange(to: Door, data: bytes) -> tuple[bytes, bool]:
    """What came back, and whether the other side closed the connection in time."""
    received = b""
    with socket.create_connection((to.host, to.port), timeout=PATIENCE_SECONDS) as connection:
        try:
            connection.sendall(data)
            while piece := connection.recv(1 << 16):
                received += piece
                if len(received) > MOST_READ_BYTES:
                    return received, False
        except TimeoutError:
            return received, False
        except (BrokenPipeError, ConnectionResetError):
            return received, True
    return received, True


def faults_of(request: Request, to: Door) -> list[str]:
    """Send one; what is wrong with the answer."""
    received, is_closed = exchange(to, request.data)
    statuses = [int(found) for found in _STATUS.findall(received)]
    faults = []
    allowed = request.statuses | {408} | (request.by_nginx if to.is_nginx else frozenset())
    if any(status not in allowed for status in statuses) or (not statuses and 0 not in allowed):
        faults.append(f"answered {statuses}, not {sorted(allowed)}")
    if len(statuses) > request.answers:
        faults.append(f"answered {len(statuses)} times")
    if b"smuggled" in received:
        faults.append("ran what was smuggled")
    if not is_closed and not statuses:
        faults.append("hung")
    if b"Traceback" in received or b".py" in received:
        faults.append("shows Python")
    if to.is_nginx and not serves(to):
        # It keeps connections to the node: what it let pass may be answered to the next who asks.
        faults.append("the next request got another answer")
    return [f"{fault}: {received[:300]!r}" for fault in faults]


def serves(to: Door) -> bool:
    """Whether a plain request is still answered."""
    received, _is_closed = exchange(to, post())
    return received.startswith(b"HTTP/1.1 200") and b'"output":"42"' in received


def slow_clients_fault(to: Door) -> list[str]:
    """Heads and bodies that never come: bodies are given up, by nginx heads too, and all others served meanwhile."""
    with ExitStack() as stack:
        given_up: list[socket.socket] = []
        for number in range(SLOW_CLIENTS):
            connection = stack.enter_context(socket.create_connection((to.host, to.port), timeout=5))
            whole = post(length=str(len(BODY) + 10).encode())
            connection.sendall(whole[: 20 + number % 40] if number % 2 else whole)
            if number % 2 == 0 or to.is_nginx:
                given_up.append(connection)
        if not serves(to):
            return ["slow clients keep others from being served"]
        deadline = time.monotonic() + PATIENCE_SECONDS
        for connection in given_up:
            connection.settimeout(max(0.1, deadline - time.monotonic()))
            try:
                # nginx resets the connection, a node says why first.
                if b" 408 " not in connection.recv(4096) and not to.is_nginx:
                    return ["a body that never came was not answered 408"]
            except ConnectionResetError:
                if not to.is_nginx:
                    return ["a body that never came was not answered 408"]
            except TimeoutError:
                return ["what never came was waited for"]
        return [] if serves(to) else ["slow clients keep others from being served"]


def main(arguments: list[str]) -> int:
    """Send them all; 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--way", default="", help="only ways whose name contains this: nginx")
    options = parser.parse_args(arguments)
    sent = all_requests()[:: options.every]
    failed: dict[str, list[str]] = {}
    tried = {way: build for way, build in ways().items() if options.way in way}
    for way, build in tried.items():
        with opened(way, build) as to:
            for request in sent:
                faults = faults_of(request, to)
                if faults:
                    failed[f"{request.title} ({way})"] = faults
            slow = slow_clients_fault(to)
            if slow:
                failed[f"slow clients ({way})"] = slow
            if not serves(to) or to.node.process.poll() is not None:
                failed[f"the node ({way})"] = ["does not serve any more"]
            lost = to.node.events("executor_lost") + to.node.events("engine_failed")
            if lost:
                failed[f"executors ({way})"] = [str(lost[:3])]
    for title, faults in failed.items():
        if options.show:
            print(f"FAILED {title}\n    " + "\n    ".join(faults))
    counts = ", ".join(f"{name} {count}" for name, count in sorted(Counter(one.category for one in sent).items()))
    print(f"{len(sent)} hostile requests by {', '.join(tried)} ({counts}): {len(failed)} wrong")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
