"""The fast path answers as aiohttp does: whatever is cut, joined, damaged or hostile, both nodes say the same."""

from __future__ import annotations

import random
import re
import socket
import time
from typing import TYPE_CHECKING

import pytest

from node.fastpath import Head, read_head
from tests.integration.serving import RunningNode, running_node

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.server

BODY = b'{"code":"echo hello"}'
LAST = b"GET /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RunningNode, RunningNode]]:
    """A node with the fast path and one without."""
    with (
        running_node(tmp_path_factory.mktemp("fast"), {"HOWDAH_FAST_PATH": "1"}) as fast,
        running_node(tmp_path_factory.mktemp("slow"), {"HOWDAH_FAST_PATH": "0"}) as slow,
    ):
        yield fast, slow


def post(body: bytes = BODY, *lines: bytes, length: int | None = None, path: bytes = b"/api/execute") -> bytes:
    size = len(body) if length is None else length
    head = [
        b"POST %b HTTP/1.1" % path,
        b"Host: x",
        b"Content-Type: application/json",
        b"Content-Length: %d" % size,
        *lines,
    ]
    return b"\r\n".join(head) + b"\r\n\r\n" + body


def exchange(node: RunningNode, pieces: list[bytes], pause_seconds: float = 0.0) -> bytes:
    """Send pieces, then read until the node ends the connection or has nothing more to say.

    A node that refuses a request while the rest of it is still on its way resets the connection, and with it may go the
    answer: what arrives then is chance, so such an exchange is made again.
    """
    received = b""
    for _attempt in range(5):
        received, was_reset = exchange_once(node, pieces, pause_seconds)
        if not was_reset:
            break
    return received


def exchange_once(node: RunningNode, pieces: list[bytes], pause_seconds: float) -> tuple[bytes, bool]:
    was_reset = False
    with socket.create_connection((node.host, node.port), timeout=5) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        received = b""
        try:
            for piece in pieces:
                connection.sendall(piece)
                if pause_seconds:
                    time.sleep(pause_seconds)
        except (BrokenPipeError, ConnectionResetError):
            was_reset = True
        connection.settimeout(0.5)
        try:
            while data := connection.recv(65536):
                received += data
        except TimeoutError:
            pass
        except ConnectionResetError:
            was_reset = True
    return received, was_reset


def essence(received: bytes) -> list[tuple[bytes, ...]]:
    """Status lines and what the bodies say, without ids and times."""
    statuses = re.findall(rb"HTTP/1\.1 (\d{3})", received)
    outputs = re.findall(rb'"output":"([^"]*)"', received)
    kinds = re.findall(rb'"type":"([^"]*)"', received)
    paths = re.findall(rb'"path":"([^"]*)"', received)
    return [tuple(statuses), tuple(outputs), tuple(kinds), tuple(paths)]


def assert_same(both: tuple[RunningNode, RunningNode], pieces: list[bytes], pause_seconds: float = 0.0) -> None:
    fast, slow = (exchange(node, pieces, pause_seconds) for node in both)
    if essence(fast) != essence(slow):
        # A busy machine may join two pieces for one node and not for the other, and aiohttp drops a whole request when
        # damage follows in the same piece. Further apart, both see the same pieces, and there is no excuse left.
        fast, slow = (exchange(node, pieces, 0.1) for node in both)
    assert essence(fast) == essence(slow), (pieces, fast, slow)


HEADERS = [
    (), (b"Connection: keep-alive",), (b"Connection: close",), (b"Connection: upgrade",), (b"Expect: 100-continue",),
    (b"Transfer-Encoding: chunked",), (b"Transfer-Encoding: identity",), (b"Content-Length: 21",),
    (b"Content-Length: 5",),
    (b"content-length: 21",), (b"Content-Length : 21",), (b"Host: y",), (b"X-Request-Id: abc",),
    (b"X-Request-Id: a b",),
    (b'X-Request-Id: "',), (b"traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",),
    (b"Content-Encoding: gzip",), (b"Content-Type: text/plain",), (b"A\0: b",), (b"A: \0",),
    (b" folded: x",), (b"A: b\rC: d",),
    (b"Authorization: Bearer x",), (b"User-Agent: t",), (b"Accept: */*", b"Accept: */*"), (b": empty",), (b"no colon",),
    (b"A: \xff",), (b"X-Forwarded-For: 1.2.3.4",), (b"Upgrade: h2c", b"Connection: Upgrade"), (b"Trailer: x",),
]  # fmt: skip


@pytest.mark.parametrize("lines", HEADERS)
def test_every_header_is_judged_alike(both: tuple[RunningNode, RunningNode], lines: tuple[bytes, ...]) -> None:
    assert_same(both, [post(BODY, *lines), LAST], 0.01)
    # The same behind nginx, whose id comes first.
    assert_same(both, [post(BODY, *lines).replace(b"\r\n", b"\r\nX-Request-Id: q-1\r\n", 1), LAST], 0.01)


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[]", b"{", b'{"code":1}', b'{"code":"\xff"}', b'{"code":"break"}', b'{"code":"die SIGKILL"}',
             b'{"code":"echo a","isolation":"process"}', b'{"code":"throw"}', b"[" * 5000],
)  # fmt: skip
def test_every_body_is_judged_alike(both: tuple[RunningNode, RunningNode], body: bytes) -> None:
    assert_same(both, [post(body), LAST], 0.15)


@pytest.mark.parametrize("at", range(0, len(post()), 7))
def test_a_request_in_two_pieces(both: tuple[RunningNode, RunningNode], at: int) -> None:
    request = post()
    assert_same(both, [request[:at], request[at:], LAST], 0.005)


def test_pipelined_requests_are_answered_in_order(both: tuple[RunningNode, RunningNode]) -> None:
    requests = [post(b'{"code":"%b","cache":"bypass"}' % code) for code in (b"sleep 0.1", b"echo b", b"echo c")]
    for pieces in ([b"".join([*requests, LAST])], [*requests, LAST], [requests[0], requests[1] + requests[2] + LAST]):
        for node in both:
            received = exchange(node, pieces, 0.02)
            assert essence(received)[1] == (b"slept", b"b", b"c")
            assert essence(received)[0] == (b"200",) * 4


def test_the_end_of_a_slow_request_is_never_taken_for_a_fast_one(both: tuple[RunningNode, RunningNode]) -> None:
    # The body of the first request is the second: a naive fast path answers it.
    hidden = post(b'{"code":"echo smuggled"}')
    for lead in (b"POST /api/execute/batch HTTP/1.1", b"POST /nowhere HTTP/1.1", b"POST /api/execute HTTP/1.1"):
        head = lead + b"\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(hidden)
        for node in both:
            received = exchange(node, [head, hidden, LAST], 0.05)
            assert b"smuggled" not in received
        assert_same(both, [head, hidden, LAST], 0.05)
    unfinished = b"GET /api/health HTTP/1.1\r\nHost: x\r\nX-A: "
    for node in both:
        assert b"smuggled" not in exchange(node, [unfinished, hidden, LAST], 0.05)


def test_damaged_streams_are_judged_alike(both: tuple[RunningNode, RunningNode]) -> None:
    numbers = random.Random(11)  # noqa: S311 - damage, not secrets
    alphabet = [
        b"\r",
        b"\n",
        b"\r\n",
        b" ",
        b"\0",
        b":",
        b"0",
        b"POST ",
        b"\xff",
        b"{",
        b'"',
        b"Content-Length: 3\r\n",
        b"",
    ]
    for _ in range(150):
        stream = b"".join(post() for _ in range(numbers.randint(1, 3)))
        for _ in range(numbers.randint(0, 3)):
            at = numbers.randrange(len(stream))
            stream = stream[:at] + numbers.choice(alphabet) + stream[at + numbers.randint(0, 2) :]
        stream += LAST
        cuts = sorted(numbers.randrange(len(stream)) for _ in range(numbers.randint(0, 3)))
        pieces = [stream[start:end] for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True) if end > start]
        assert_same(both, pieces, 0.004)


def test_plain_heads_are_read_and_others_are_not() -> None:
    plain = b"Host: a.b:80\r\nContent-Type: application/json\r\nContent-Length: 7"
    assert read_head(plain) == Head(7, None)
    assert read_head(plain + b"\r\nX-Request-Id: q-1") == Head(7, "q-1")
    for lines in (
        b"Host: a\r\nContent-Type: application/json", b"Content-Type: application/json\r\nContent-Length: 7",
        plain + b"\r\nHost: b", plain + b"\r\nX-New: 1", plain.replace(b"7", b"+7"), plain.replace(b"7", b"07"),
        plain.replace(b"7", b"7 "), plain.replace(b"7", b"0x7"), plain.replace(b": 7", b":\t7"),
        plain + b"\r\nConnection: close",
    ):  # fmt: skip
        assert read_head(lines) is None, lines


def test_idle_connections_end(tmp_path_factory: pytest.TempPathFactory) -> None:
    with running_node(tmp_path_factory.mktemp("idle"), {"HOWDAH_KEEPALIVE_SECONDS": "0.5"}) as node:
        connection = socket.create_connection((node.host, node.port), timeout=5)
        connection.sendall(post())
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")
        started = time.monotonic()
        assert connection.recv(65536) == b""
        assert 0.3 < time.monotonic() - started < 2
        connection.close()
