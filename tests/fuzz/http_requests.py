"""Raw requests, damaged, split and pipelined, against a node: whole answers of documented statuses alone, and it serves on."""

from __future__ import annotations

import functools
import json
import re
import socket
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from node.routes import ROUTES
from tests.fuzz.cases import FoundError
from tests.integration.serving import RunningNode, running_node
from tests.security.hostile_requests import BODY, all_requests, chunked, post

if TYPE_CHECKING:
    import random

# What comes after the last byte was sent is waited for so long; then our half is closed, and it has to end.
QUIET_SECONDS = 0.03
PATIENCE_SECONDS = 15.0
LARGEST_BYTES = 20_000
# What breaks inside is what the fuzzer is after, though /openapi.json says that it may happen.
BROKEN = frozenset({500, 502})
# Beside those of routes: wrong methods and paths, and what HTTP itself may be refused with.
OF_HTTP = frozenset({100, 200, 400, 404, 405, 408, 411, 413, 414, 417, 431, 501, 505})
_HEAD = re.compile(rb"HTTP/1\.[01] (\d{3}) [^\r\n]*\r\n((?:[^\r\n]+\r\n)*)\r\n")
_LENGTH = re.compile(rb"(?i)^content-length: (\d+)\r\n", re.MULTILINE)
_PIECES = (
    b"\r\n", b"\n", b"\r", b"\r\n\r\n", b"\0", b" ", b"\t", b":", b"0\r\n\r\n", b"1c\r\n", b"5;a=b\r\n", b"Content-Length: 28\r\n", b"Content-Length: 0\r\n", b"Transfer-Encoding: chunked\r\n",
    b"Connection: keep-alive\r\n", b"Connection: close\r\n", b"Expect: 100-continue\r\n", b"Upgrade: websocket\r\n", b"Content-Encoding: gzip\r\n", b"HTTP/1.1", b"HTTP/1.0", b"GET / HTTP/1.1\r\n", b"\xff", b"%00",
    b"{", b"}", b'"', b"[", b",", b"\\ud800", b"9999999999999999999", b"-1", b"null", b"/api/execute", b"/api/execute/batch", b"/api/ready", b"Authorization: Bearer x\r\n", b"X-Request-Id: x\r\n",
)  # fmt: skip


@dataclass(frozen=True)
class Sent:
    """What is sent on one connection, in these pieces."""

    pieces: list[bytes]


@functools.cache
def documented() -> frozenset[int]:
    """Every status that a client may be told."""
    return OF_HTTP.union(*(operation.errors for _, _, _, operation in ROUTES)) - BROKEN


@functools.cache
def known() -> list[bytes]:
    """Requests to damage: good ones of every route, and the hostile ones that are not large."""
    found = [post(method=method.encode(), path=path.encode()) for method, path, _, _ in ROUTES]
    found += [post(method=method.encode(), path=path.encode(), body=b"") for method, path, _, _ in ROUTES]
    bodies = (
        {"code": "<?php echo 1;", "limits": {"wall_ms": 300}, "ini": {"precision": "5"}, "env": {"a": "b"}, "args": ["x"]},
        {"code": "<?php echo $argc;", "files": {"a.php": "<?php return 1;"}, "cache": "bypass", "stdin": "x"},
        {"code": "<?php header('X: y'); echo 2;", "request": {"method": "POST", "uri": "/a?b=c", "headers": {"A": "b"}}},
        {"executions": [{"code": "<?php echo 1;"}, {"code_base64": "PD9waHAgZWNobyAyOw=="}]},
    )  # fmt: skip
    for body in bodies:
        text = json.dumps(body).encode()
        path = b"/api/execute/batch" if "executions" in body else b"/api/execute"
        found += [post(text, path=path), post(text, path=path).replace(b"Connection: close\r\n", b"")]
    found.append(chunked(b"1c\r\n" + BODY + b"\r\n0\r\n\r\n"))
    found.append(post(b"<?php echo 7;", headers=(b"Content-Type: application/x-httpd-php",)))
    return found + [request.data for request in all_requests() if len(request.data) < LARGEST_BYTES]


@functools.cache
def _started() -> tuple[RunningNode, ExitStack]:
    stack = ExitStack()
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    settings = {
        "HOWDAH_ENGINE": "engine.pipeline:Engine",
        "HOWDAH_CLIENT_TIMEOUT_MS": "500",
        "HOWDAH_LIMIT_WALL_MS": "1000",
    }
    return stack.enter_context(running_node(folder, settings)), stack


def stop() -> None:
    """End the node."""
    if _started.cache_info().currsize:
        _started()[1].close()
        _started.cache_clear()


def make(source: random.Random) -> Sent:
    """One to five requests behind each other, mostly damaged, cut anywhere."""
    data = b""
    for _ in range(source.choice((1, 1, 1, 2, 3, 5))):
        one = source.choice(known())
        if source.random() < 0.3:
            one = one.replace(b"Connection: close\r\n", b"")
        for _ in range(source.choice((0, 0, 1, 1, 2, 4))):
            one = _damaged(source, one)
        data += one
    pieces: list[bytes] = []
    while data:
        size = source.choice((1, 2, 10, 100, 1000, len(data), len(data))) if len(pieces) < 20 else len(data)
        pieces.append(data[:size])
        data = data[size:]
    return Sent(pieces)


def _damaged(source: random.Random, text: bytes) -> bytes:
    # In the head most of the time, where there are more ways to be wrong.
    end_of_head = text.find(b"\r\n\r\n") + 4
    at = source.randrange(len(text) + 1 if source.random() < 0.3 or end_of_head < 5 else end_of_head)
    end = min(len(text), at + source.choice((1, 1, 2, 5, 20)))
    kind = source.randrange(6)
    if kind == 0:
        return text[:at] + text[end:]
    if kind == 1:
        return text[:end] + text[at:]
    if kind == 2:
        return text[:at] + source.choice(_PIECES) + text[end:]
    if kind == 3 and at < len(text):
        return text[:at] + bytes([text[at] ^ 1 << source.randrange(8)]) + text[at + 1 :]
    if kind == 4:
        line = text.find(b"\r\n", at) + 2
        return text[:line] + source.choice(_PIECES) + text[line:]
    return text[:at] + source.choice(_PIECES) + text[at:]


def attempt(sent: Sent) -> None:
    """Send it; whole answers of documented statuses have to come, the connection has to end, and the node to serve on."""
    node = _started()[0]
    logged = node.log_path.stat().st_size
    received = _exchange(node, sent.pieces)
    statuses = _statuses(received)
    undocumented = [status for status in statuses if status not in documented()]
    if undocumented:
        raise FoundError(f"answered {undocumented}: {received[:600]!r}")
    if b"Traceback" in received or b'.py"' in received:
        raise FoundError(f"shows Python: {received[:600]!r}")
    said = node.log_path.read_bytes()[logged:]
    if b'"level":"error"' in said.replace(b" ", b"") or b"Traceback" in said:
        raise FoundError(f"logged {said[-1500:]!r}")
    # A whole request, whose connection the node ends: a busy machine may keep it waiting.
    answer = _exchange(node, [post()], PATIENCE_SECONDS)
    if not answer.startswith(b"HTTP/1.1 200") or b'"output":"42"' not in answer:
        raise FoundError(f"no longer serves: {answer[:600]!r}")


def _exchange(node: RunningNode, pieces: list[bytes], quiet_seconds: float = QUIET_SECONDS) -> bytes:
    """All that came back until the connection ended."""
    received = b""
    with socket.create_connection((node.host, node.port), timeout=PATIENCE_SECONDS) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            for piece in pieces:
                connection.sendall(piece)
            connection.settimeout(quiet_seconds)
            deadline = time.monotonic() + PATIENCE_SECONDS
            while time.monotonic() < deadline:
                try:
                    data = connection.recv(1 << 16)
                except TimeoutError:
                    # Nothing more comes of its own accord, as far as can be seen.
                    connection.shutdown(socket.SHUT_WR)
                    connection.settimeout(PATIENCE_SECONDS)
                    continue
                if not data:
                    return received
                received += data
        except (BrokenPipeError, ConnectionResetError):
            return received
        except OSError as error:
            raise FoundError(f"hangs: {error}, after {received[:300]!r}") from error
    raise FoundError(f"answers without end: {received[:300]!r}")


def _statuses(received: bytes) -> list[int]:
    """The statuses of the answers; they have to be whole, and nothing else between them."""
    statuses = []
    while received:
        head = _HEAD.match(received)
        if head is None:
            raise FoundError(f"no answer: {received[:300]!r}")
        status = int(head[1])
        statuses.append(status)
        length = _LENGTH.search(head[2])
        if length is None and status >= 200 and b"chunked" not in head[2].lower():
            # What says nothing of its length ends with the connection.
            return statuses
        size = int(length[1]) if length else 0
        # The answer to HEAD has a length and no body.
        is_bodiless = received[head.end() :].startswith(b"HTTP/1.1 ") or not received[head.end() :]
        received = received[head.end() + (0 if is_bodiless else size) :]
    return statuses
