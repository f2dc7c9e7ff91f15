"""Whatever the fast path takes for one plain request, aiohttp's own parser reads as exactly that request.

Thousands of heads that are nearly plain: spacing, line ends, doubled, folded and hostile headers, lengths that lie,
requests behind requests. `tests/integration/test_fastpath.py` compares whole nodes, and what becomes of connections.
"""

from __future__ import annotations

import asyncio
from typing import Any
from unittest import mock

from aiohttp.base_protocol import BaseProtocol
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.http_parser import HttpRequestParser
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from node.fastpath import FastPath
from node.keys import key_of

# What it shares with a node does not matter to what it recognises.
LOOP = mock.Mock(spec=asyncio.AbstractEventLoop)
FAST = FastPath(mock.Mock(), mock.Mock(), "node", 1000, mock.Mock(), mock.Mock())

NAMES = st.sampled_from(
    [b"Host", b"Content-Type", b"Content-Length", b"X-Request-Id", b"Connection", b"Transfer-Encoding", b"User-Agent",
     b"Accept", b"traceparent", b"X-Forwarded-For", b"Expect", b"Upgrade", b"Content-Encoding", b"X-New", b"Cookie",
     b"Authorization", b"X-Api-Key"]
).flatmap(lambda name: st.sampled_from([name, name, name.lower(), name + b" ", b" " + name, name[:-1]]))  # fmt: skip
VALUES = st.sampled_from(
    [b"application/json", b"7", b"07", b"+7", b"7 ", b"7, 7", b"0", b"a.b", b"a b", b"keep-alive", b"close", b"chunked",
     b"identity", b"100-continue", b"h2c", b"q-1", b"x" * 130, b"1.2.3.4", b"", b"\xff", b"\0", b"a\rb", b"a\nb",
     b"7\t", b"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", b"application/json; charset=utf-8",
     b"Bearer hwd_a", b"bearer  hwd_b ", b"Basic eA==", b"hwd_c"]
)  # fmt: skip
SEPARATORS = st.sampled_from([b": ", b":", b":  ", b" : ", b":\t", b"", b"="])
ENDS = st.sampled_from([b"\r\n"] * 12 + [b"\n", b"\r", b"\r\n ", b"\r\n\t", b"\r\r\n", b"\n\r\n"])
BODIES = st.sampled_from(
    [b"", b"{}", b'{"a":1}', b"x" * 7, b"POST /api/execute HTTP/1.1\r\n\r\n", b"7\r\n1234567\r\n0\r\n\r\n"]
)
FIRST_LINES = st.sampled_from(
    [b"POST /api/execute HTTP/1.1\r\n"] * 40
    + [b"POST /api/execute HTTP/1.0\r\n", b"POST /api/execute?a HTTP/1.1\r\n", b"post /api/execute HTTP/1.1\r\n",
       b"POST  /api/execute HTTP/1.1\r\n", b"\r\nPOST /api/execute HTTP/1.1\r\n", b"POST /api/execute HTTP/1.1\n"]
)  # fmt: skip
PLAIN = [b"Host: a.b", b"Content-Type: application/json"]


@st.composite
def streams(draw: st.DrawFn) -> bytes:
    """A request that is plain but for what is drawn."""
    body = draw(BODIES)
    lines = [*PLAIN, b"Content-Length: %d" % (len(body) + draw(st.sampled_from([0] * 20 + [-1, 1, 7])))]
    if draw(st.booleans()):
        lines.insert(
            0,
            b"X-Request-Id: "
            + draw(
                st.sampled_from([b"q-1", b"q-2", b"q-3", b"q-4", b"q-5", b"a/b+c", b"bad id", b'"', b"x" * 128, b""])
            ),
        )
    for _ in range(draw(st.sampled_from([0, 0, 0, 0, 1, 2]))):
        line = draw(NAMES) + draw(SEPARATORS) + draw(VALUES)
        lines.insert(draw(st.integers(0, len(lines))), line)
    if draw(st.integers(0, 9)) == 0:
        lines.remove(draw(st.sampled_from(lines)))
    head = b"".join(line + (draw(ENDS) if draw(st.integers(0, 19)) == 0 else b"\r\n") for line in lines)
    tail = draw(st.sampled_from([b""] * 20 + [b"\r\n", b"POST /api/execute HTTP/1.1\r\n", b"x"]))
    stream = draw(FIRST_LINES) + head + b"\r\n" + body + tail
    if draw(st.integers(0, 7)) == 0:
        at = draw(st.integers(0, len(stream) - 1))
        stream = stream[:at] + draw(st.sampled_from([b"\0", b"\r", b"\n", b" ", b":", b"\xff", b""])) + stream[at + 1 :]
    if draw(st.integers(0, 7)) == 0:
        stream = stream[: draw(st.integers(0, len(stream)))]
    return stream


# Any: aiohttp's message.
def read_by_aiohttp(stream: bytes) -> list[tuple[Any, bytes, bool]]:
    """What aiohttp's parser makes of these bytes: messages, their bodies and whether those are whole."""
    parser = HttpRequestParser(BaseProtocol(LOOP), LOOP, 1 << 16, max_line_size=8190, max_field_size=8190)
    messages, _upgraded, tail = parser.feed_data(stream)
    return [
        (message, b"".join(getattr(payload, "_buffer", ())), payload.is_eof() and not tail)
        for message, payload in messages
    ]


@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
@example(b"POST /api/execute HTTP/1.1\r\nX-Request-Id: a\r\nHost: h\r\nContent-Type: application/json\r\n"
         b"Content-Length: 2\r\nX-Request-Id: b\r\n\r\n{}")  # fmt: skip
@example(b"POST /api/execute HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
@given(streams())
def test_what_is_recognised_is_what_aiohttp_reads(stream: bytes) -> None:
    found = FAST.recognise(stream)
    if found is None:
        return
    request_id, start, key = found
    try:
        [(message, body, is_whole)] = read_by_aiohttp(stream)
    except HttpProcessingError as error:
        raise AssertionError(f"aiohttp refuses {stream!r}: {error}") from error
    assert is_whole
    assert (message.method, message.path, message.version) == ("POST", "/api/execute", (1, 1))
    assert (message.chunked, message.upgrade, message.should_close, message.compression) == (False, False, False, None)
    assert body == stream[start:]
    assert len(body) == int(message.headers["Content-Length"])
    assert all(len(message.headers.getall(name)) == 1 for name in message.headers)
    assert key == key_of(message.headers.get("Authorization"), message.headers.get("X-Api-Key"))
    if "X-Request-Id" in message.headers and request_id is not None:
        assert request_id in (message.headers["X-Request-Id"], message.headers.get("traceparent", "")[3:35])


def test_enough_of_it_is_recognised_for_the_test_to_mean_something() -> None:
    count = 0

    @settings(max_examples=300, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(streams())
    def count_recognised(stream: bytes) -> None:
        nonlocal count
        count += FAST.recognise(stream) is not None

    count_recognised()
    assert count > 30
