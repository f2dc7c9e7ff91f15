"""Sends every hostile request to a real node: `python -m tests.security.send_requests --show`."""

from __future__ import annotations

import argparse
import re
import socket
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from tests.integration.serving import RunningNode, running_node
from tests.security.hostile_requests import BODY, Request, all_requests, post

CLIENT_TIMEOUT_MS = 500
PATIENCE_SECONDS = 8.0
MOST_READ_BYTES = 16 << 20
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3}) ")
SLOW_CLIENTS = 200


def exchange(node: RunningNode, data: bytes) -> tuple[bytes, bool]:
    """What came back, and whether the node closed the connection in time."""
    received = b""
    with socket.create_connection((node.host, node.port), timeout=PATIENCE_SECONDS) as connection:
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


def faults_of(request: Request, node: RunningNode) -> list[str]:
    """Send one; what is wrong with the answer."""
    received, is_closed = exchange(node, request.data)
    statuses = [int(found) for found in _STATUS.findall(received)]
    faults = []
    allowed = request.statuses | {408}
    if any(status not in allowed for status in statuses) or (not statuses and 0 not in allowed):
        faults.append(f"answered {statuses}, not {sorted(request.statuses)}")
    if len(statuses) > request.answers:
        faults.append(f"answered {len(statuses)} times")
    if b"smuggled" in received:
        faults.append("ran what was smuggled")
    if not is_closed and not statuses:
        faults.append("hung")
    if b"Traceback" in received or b".py" in received:
        faults.append("shows Python")
    return [f"{fault}: {received[:300]!r}" for fault in faults]


def serves(node: RunningNode) -> bool:
    """Whether a plain request is still answered."""
    received, _is_closed = exchange(node, post())
    return received.startswith(b"HTTP/1.1 200") and b'"output":"42"' in received


def slow_clients_fault(node: RunningNode) -> list[str]:
    """Heads and bodies that never come: bodies are given up, and everybody else is served meanwhile."""
    with ExitStack() as stack:
        bodies: list[socket.socket] = []
        for number in range(SLOW_CLIENTS):
            connection = stack.enter_context(socket.create_connection((node.host, node.port), timeout=5))
            whole = post(length=str(len(BODY) + 10).encode())
            connection.sendall(whole[: 20 + number % 40] if number % 2 else whole)
            if number % 2 == 0:
                bodies.append(connection)
        if not serves(node):
            return ["slow clients keep others from being served"]
        deadline = time.monotonic() + PATIENCE_SECONDS
        for connection in bodies:
            connection.settimeout(max(0.1, deadline - time.monotonic()))
            try:
                if b" 408 " not in connection.recv(4096):
                    return ["a body that never came was not answered 408"]
            except TimeoutError:
                return ["a body that never came was waited for"]
        return [] if serves(node) else ["slow clients keep others from being served"]


def main(arguments: list[str]) -> int:
    """Send them all; 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args(arguments)
    sent = all_requests()[:: options.every]
    failed: dict[str, list[str]] = {}
    for fast_path in ("true", "false"):
        settings = {
            "HOWDAH_ENGINE": "engine.pipeline:Engine",
            "HOWDAH_FAST_PATH": fast_path,
            "HOWDAH_CLIENT_TIMEOUT_MS": str(CLIENT_TIMEOUT_MS),
            "HOWDAH_QUEUE_TIMEOUT_MS": "60000",
        }
        with tempfile.TemporaryDirectory() as folder, running_node(Path(folder), settings) as node:
            for request in sent:
                faults = faults_of(request, node)
                if faults:
                    failed[f"{request.title} (fast path {fast_path})"] = faults
            slow = slow_clients_fault(node)
            if slow:
                failed[f"slow clients (fast path {fast_path})"] = slow
            if not serves(node) or node.process.poll() is not None:
                failed[f"the node (fast path {fast_path})"] = ["does not serve any more"]
            lost = node.events("executor_lost") + node.events("engine_failed")
            if lost:
                failed[f"executors (fast path {fast_path})"] = [str(lost[:3])]
    for title, faults in failed.items():
        if options.show:
            print(f"FAILED {title}\n    " + "\n    ".join(faults))
    counts = ", ".join(f"{name} {count}" for name, count in sorted(Counter(one.category for one in sent).items()))
    print(f"{len(sent)} hostile requests, with the fast path and without ({counts}): {len(failed)} wrong")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
