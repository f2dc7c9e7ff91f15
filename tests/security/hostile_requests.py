"""Hostile requests, as bytes, each with the statuses that may answer it. None may be answered twice or hang.

An empty set of statuses means the node may close without an answer.
"""

from __future__ import annotations

import gzip
import json
import zlib
from dataclasses import dataclass

BODY = b'{"code":"<?php echo 6 * 7;"}'
# What a smuggled request would run; its output must never be seen.
SMUGGLED = (
    b"POST /api/execute HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-httpd-php\r\nContent-Length: 24\r\n\r\n"
    b"<?php echo 'smug'.'gled';"
)
REFUSED = frozenset({400, 0})
FINE = frozenset({200})
UNPROCESSABLE = frozenset({400, 422})


@dataclass(frozen=True)
class Request:
    """What is sent, and what may come back; 0 stands for a connection closed without an answer."""

    category: str
    name: str
    data: bytes
    statuses: frozenset[int]
    # How many answers there may be: two requests in one piece have two.
    answers: int = 1
    # What may come back besides where nginx is in front, which makes a request of its own of what it reads.
    by_nginx: frozenset[int] = frozenset()

    @property
    def title(self) -> str:
        return f"{self.category}: {self.name}"


def post(
    body: bytes = BODY,
    *,
    headers: tuple[bytes, ...] = (b"Content-Type: application/json",),
    length: bytes | None = None,
    path: bytes = b"/api/execute",
    method: bytes = b"POST",
    version: bytes = b"HTTP/1.1",
) -> bytes:
    """One request; `length` replaces the true Content-Length."""
    said = str(len(body)).encode() if length is None else length
    lines = [b"%b %b %b" % (method, path, version), b"Host: x", b"Connection: close", *headers]
    if said:
        lines.append(b"Content-Length: " + said)
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def chunked(*chunks: bytes, encoding: bytes = b"chunked", extra: tuple[bytes, ...] = ()) -> bytes:
    """One request in chunks that are given as they are sent."""
    head = [
        b"POST /api/execute HTTP/1.1", b"Host: x", b"Connection: close", b"Content-Type: application/json",
        b"Transfer-Encoding: " + encoding, *extra,
    ]  # fmt: skip
    return b"\r\n".join(head) + b"\r\n\r\n" + b"".join(chunks)


def all_requests() -> list[Request]:
    """Every one of them."""
    return [*_framing(), *_chunks(), *_lines(), *_methods(), *_encodings(), *_contents(), *_paths(), *_heads()]


def _framing() -> list[Request]:
    """Two ways to read where a body ends."""
    kind = "framing"
    json_type = b"Content-Type: application/json"
    sent = [
        ("two lengths that differ", post(headers=(json_type, b"Content-Length: 5")), REFUSED),
        ("two equal lengths", post(headers=(json_type, b"Content-Length: %d" % len(BODY))), REFUSED),
        ("length and chunked", post(headers=(json_type, b"Transfer-Encoding: chunked")), REFUSED),
        (
            "length and chunked, smuggling",
            post(b"0\r\n\r\n" + SMUGGLED, headers=(json_type, b"Transfer-Encoding: chunked")),
            REFUSED,
        ),
        ("a length of 0 and a request behind", post(SMUGGLED, length=b"0"), frozenset({400, 422, 0})),
        (
            "HTTP/1.0 with chunked",
            chunked(b"1\r\n{\r\n0\r\n\r\n").replace(b"HTTP/1.1", b"HTTP/1.0"),
            frozenset({400, 411, 422, 0}),
        ),
    ]
    lengths = (
        b"-1",
        b"+28",
        b"0x1c",
        b"28 28",
        b"28,28",
        b"1e2",
        b"28;",
        b"\xb2\xb8",
        b"28.0",
        b"9" * 30,
        b" ",
        b"two",
        b"28\x00",
        b"\t28\x0b",
        b"0b1",
        b"1_0",
        b"\xef\xbc\x92\xef\xbc\x98",
    )
    sent += [(f"length {length!r}", post(length=length), frozenset({400, 413, 0})) for length in lengths]
    for encoding in (
        b"xchunked", b"chunked, identity", b"identity, chunked, chunked", b"chunked;q=1", b"\x0bchunked", b"chunked\x00", b"gzip, chunked",
        b"chunked, chunked", b"cow", b"identity", b", chunked", b"chunked,", b'"chunked"', b"chunk\xefed",
    ):  # fmt: skip
        data = chunked(b"1c\r\n" + BODY + b"\r\n0\r\n\r\n", encoding=encoding)
        sent.append((f"encoding {encoding!r}", data, frozenset({200, 400, 411, 415, 422, 501, 0})))
        data = post(b"0\r\n\r\n" + SMUGGLED, headers=(json_type, b"Transfer-Encoding: " + encoding))
        sent.append((f"encoding {encoding!r} and a length", data, frozenset({400, 415, 422, 501, 0})))
    for name in (
        b"Transfer-Encoding ",
        b" Transfer-Encoding",
        b"Transfer_Encoding",
        b"Transfer-Encoding\t",
        b"\x00Transfer-Encoding",
        b"X: y\nTransfer-Encoding",
        b"X: y\rTransfer-Encoding",
    ):
        data = post(b"0\r\n\r\n" + SMUGGLED, headers=(json_type, name + b": chunked"))
        sent.append((f"a header called {name!r}", data, frozenset({400, 422, 0})))
    return [Request(kind, name, data, statuses) for name, data, statuses in sent]


def _chunks() -> list[Request]:
    whole = b"1c\r\n" + BODY + b"\r\n"
    sent: list[tuple[str, bytes, frozenset[int]]] = [("plain", chunked(whole + b"0\r\n\r\n"), FINE)]
    for size in (
        b"-1c",
        b"+1c",
        b"0x1c",
        b"1c ",
        b" 1c",
        b"1C",
        b"01c",
        b"0" * 100 + b"1c",
        b"1g",
        b"",
        b"f" * 17,
        b"1c;a=b",
        b'1c;a="\r\n"',
        b"1c\x00",
        b"1_c",
        b"1c\n",
        b"1c\r",
    ):
        data = chunked(size + b"\r\n" + BODY + b"\r\n0\r\n\r\n")
        sent.append((f"size {size!r}", data, frozenset({200, 400, 413, 0})))
    sent += [
        ("a chunk longer than said", chunked(b"5\r\n" + BODY + b"\r\n0\r\n\r\n"), REFUSED),
        ("no line end after a chunk", chunked(b"1c\r\n" + BODY + b"0\r\n\r\n"), REFUSED),
        ("a request behind the last chunk", chunked(whole + b"0\r\n\r\n" + SMUGGLED), frozenset({200, 400, 0})),
        ("trailers", chunked(whole + b"0\r\nX: y\r\n\r\n"), frozenset({200, 400, 0})),
        ("a trailer that is a length", chunked(whole + b"0\r\nContent-Length: 3\r\n\r\n"), frozenset({200, 400, 0})),
        ("a bare carriage return in a trailer", chunked(whole + b"0\r\nX: y\rZ: a\r\n\r\n"), frozenset({200, 400, 0})),
        (
            "100,000 chunks of one byte",
            chunked(b"".join(b"1\r\n \r\n" for _ in range(100_000)) + whole + b"0\r\n\r\n"),
            frozenset({200, 413}),
        ),
        (
            "an endless chunk extension",
            chunked(b"1c;" + b"a" * 100_000 + b"\r\n" + BODY + b"\r\n0\r\n\r\n"),
            frozenset({200, 400, 413, 0}),
        ),
        ("a negative last chunk", chunked(whole + b"-0\r\n\r\n"), REFUSED),
    ]
    line_feeds = chunked(b"1c\n" + BODY + b"\n0\n\n")
    return [
        *(Request("chunks", name, data, statuses) for name, data, statuses in sent),
        Request("chunks", "bare line feeds", line_feeds, REFUSED, by_nginx=FINE),
    ]


def _lines() -> list[Request]:
    """Request lines and header lines."""
    versions = (
        b"HTTP/1.2",
        b"HTTP/2.0",
        b"HTTP/0.9",
        b"HTTP/11",
        b"HTTP/1.1 x",
        b"http/1.1",
        b"HTTP/-1.1",
        b"HTTP/1.10",
        b"HTTP/01.1",
        b"ICAP/1.0",
        b"HTTP/1.\xb9",
        b"",
    )
    sent: list[tuple[str, bytes, frozenset[int]]] = [
        (f"version {version!r}", post(version=version), frozenset({400, 505, 0})) for version in versions
    ]
    for head in (
        b"X : y", b"X\x00Y: z", b": empty", b"X", b"X: \x00", b"X: a\rb", b"X: a\nb", b" folded: y", b"X: y\r\n z", b"X\xff: y", b"X: \xff\xfe", b"(X): y", b"X: y\r\n\tz",
        b"X: \x7f", b"X: \x08\x1b[31m", b"@: y", b"X:" + b" " * 5000 + b"y", b"Host: y", b"Host: ", b"Expect: x", b"Upgrade: h2c", b"Upgrade: websocket",
        b"Connection: Content-Length", b"X-Request-Id: a\tb", b"X-Request-Id: " + b"a" * 5000, b"X-Request-Id: <script>", b"traceparent: x", b"traceparent: 00-" + b"0" * 32 + b"-" + b"0" * 16 + b"-00",
        b"Content-Type: text/plain", b'Forwarded: for="', b"X-Forwarded-For: ' OR 1=1", b"Cookie: " + b"a=b;" * 2000, b"Authorization: Basic \xff", b"Range: bytes=0-,0-,0-", b"Accept: " + b"*/*," * 1000,
    ):  # fmt: skip
        data = post(headers=(b"Content-Type: application/json", head))
        sent.append((f"header {head[:40]!r}", data, frozenset({200, 400, 415, 417, 431, 0})))
    sent += [
        ("a line of 100,000 bytes", post(path=b"/" + b"a" * 100_000), frozenset({400, 404, 414, 431, 0})),
        ("a header of 100,000 bytes", post(headers=(b"X: " + b"a" * 100_000,)), frozenset({400, 431, 0})),
        ("50,000 headers", post(headers=tuple(b"X%d: y" % number for number in range(50_000))), frozenset({200, 400, 415, 431, 0})),
        ("line feeds alone", post().replace(b"\r\n", b"\n"), frozenset({200, 400, 0})),
        ("carriage returns alone", post().replace(b"\r\n", b"\r"), REFUSED),
        ("line ends before the request", b"\r\n\r\n\n\r\n" + post(), frozenset({200, 400, 0})),
        ("spaces before the method", b"   " + post(), REFUSED),
        ("two spaces after the method", post().replace(b"POST ", b"POST  "), frozenset({200, 400, 0})),
        ("tabs for spaces", post().replace(b"POST /api/execute HTTP", b"POST\t/api/execute\tHTTP"), REFUSED),
        ("TLS", bytes.fromhex("16030100a5010000a10303") + bytes(160), REFUSED),
        ("HTTP/2's preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", frozenset({400, 404, 405, 505, 0})),
        ("binary", bytes(range(256)) * 20 + b"\r\n\r\n", REFUSED),
        ("Redis", b"*1\r\n$4\r\nPING\r\n", REFUSED),
        ("SMTP", b"EHLO x\r\nMAIL FROM:<a@b>\r\n\r\n", REFUSED),
        ("no host", post().replace(b"Host: x\r\n", b""), frozenset({200, 400, 0})),
    ]  # fmt: skip
    # nginx makes 1.1 of each 1.x.
    return [
        Request("lines", name, data, statuses, by_nginx=FINE if name.startswith("version") else frozenset())
        for name, data, statuses in sent
    ]


def _methods() -> list[Request]:
    refused = frozenset({400, 404, 405, 501, 0})
    names = (
        b"GET HEAD PUT DELETE PATCH OPTIONS TRACE CONNECT PROPFIND POSTX post P\xd6ST DEBUG LINK PURGE M-SEARCH".split()
    )
    return [
        Request("methods", repr(name), post(method=name), refused) for name in [*names, b"A" * 5000, b"PO\x00ST", b"-"]
    ]


def _encodings() -> list[Request]:
    bomb = gzip.compress(bytes(50 << 20), 9)
    sent = [
        ("gzip", gzip.compress(BODY), b"gzip"),
        ("deflate", zlib.compress(BODY), b"deflate"),
        ("a gzip bomb", bomb, b"gzip"),
        ("a gzip bomb twice", gzip.compress(bomb), b"gzip, gzip"),
        ("a deflate bomb", zlib.compress(bytes(50 << 20), 9), b"deflate"),
        ("br", BODY, b"br"),
        ("zstd", BODY, b"zstd"),
        ("identity", BODY, b"identity"),
        ("unknown", BODY, b"x"),
        ("broken gzip", gzip.compress(BODY)[:10], b"gzip"),
    ]
    return [
        Request("encodings", name, post(body, headers=(b"Content-Type: application/json", b"Content-Encoding: " + coding)), frozenset({200, 400, 415, 413, 422}))
        for name, body, coding in sent
    ]  # fmt: skip


def _contents() -> list[Request]:
    """Bodies that are whole and wrong."""
    deep = 100_000
    documents = {
        "an array": b"[]", "a string": b'"x"', "a number": b"1", "no code": b"{}", "code of a wrong type": b'{"code":1}',
        "an unknown field": b'{"code":"","__class__":{}}', "the same field twice": b'{"code":"<?php echo 1;","code":"<?php echo 42;"}',
        "a huge integer": b'{"code":"","limits":{"wall_ms":' + b"9" * 10_000 + b"}}",
        "a negative limit": b'{"code":"","limits":{"wall_ms":-1}}', "a limit of zero": b'{"code":"","limits":{"memory_mb":0}}',
        "a fractional limit": b'{"code":"","limits":{"wall_ms":1.5}}', "NaN": b'{"code":"","limits":{"wall_ms":NaN}}',
        "a limit above the tenant's": b'{"code":"","limits":{"wall_ms":3600000}}',
        "an unknown limit": b'{"code":"","limits":{"depth":1000000000}}',
        "a file above the folder": b'{"code":"","files":{"../../x.php":"x"}}', "an absolute file": b'{"code":"","files":{"/etc/passwd":"x"}}',
        "a file with a NUL": b'{"code":"","files":{"a\\u0000b":"x"}}', "a file without a name": b'{"code":"","files":{"":"x"}}',
        "an entry that is not there": b'{"entry":"x.php"}', "an entry above": b'{"entry":"../x.php","code":""}',
        "a filename with line ends": b'{"code":"","filename":"a\\r\\nb"}', "a filename that is Python's": b'{"code":"","filename":"<string>"}',
        "a directive a script may not set": b'{"code":"","ini":{"memory_limit":"-1"}}', "an unknown directive": b'{"code":"","ini":{"x":"y"}}',
        "open_basedir": b'{"code":"","ini":{"open_basedir":"/"}}', "auto_prepend_file": b'{"code":"","ini":{"auto_prepend_file":"/etc/passwd"}}',
        "a variable with an equals sign": b'{"code":"","env":{"A=B":"c"}}', "LD_PRELOAD": b'{"code":"<?php echo getenv(\'LD_PRELOAD\');","env":{"LD_PRELOAD":"x"}}',
        "a request of a wrong method": b'{"code":"","request":{"method":"G\\r\\nX: y"}}', "a request with a wrong header": b'{"code":"","request":{"headers":{"A\\r\\nB":"c"}}}',
        "an isolation there is not": b'{"code":"","isolation":"none"}', "a cache there is not": b'{"code":"","cache":"steal"}',
        "code in base64 that is none": b'{"code_base64":"@@@"}', "code twice": b'{"code":"","code_base64":""}',
        "deep arrays": b"[" * deep, "deep arrays, closed": b"[" * deep + b"]" * deep, "deep objects": b'{"files":' * deep,
        "a lone surrogate": b'{"code":"\\udfff"}', "overlong UTF-8": b'{"code":"\xc0\xaf"}', "UTF-16": '{"code":""}'.encode("utf-16"), "a byte order mark": b"\xef\xbb\xbf" + BODY,
        "trailing garbage": BODY + b"x", "two documents": BODY + BODY, "comments": b'/* */{"code":""}', "single quotes": b"{'code':''}",
        "a batch in a batch": b'{"executions":[{"executions":[]}]}', "a batch of nothing": b'{"executions":[]}',
        "65 executions": json.dumps({"executions": [{"code": "1"}] * 65}).encode(), "a batch of strings": b'{"executions":["x"]}',
        "20,000 files": json.dumps({"code": "x", "files": {f"f{number}": "" for number in range(20_000)}}).encode(),
        "100,000 arguments": json.dumps({"code": "x", "args": ["a"] * 100_000}).encode(),
        "an argument of 8 MB": json.dumps({"code": "x", "args": ["a" * (8 << 20)]}).encode(),
    }  # fmt: skip
    wrong = frozenset({200, 400, 413, 422})
    found = [Request("contents", name, post(body), wrong) for name, body in documents.items()]
    found += [
        Request("contents", f"{name}, as a batch", post(body, path=b"/api/execute/batch"), wrong)
        for name, body in documents.items()
    ]
    for kind in (
        b"text/plain",
        b"application/xml",
        b"multipart/form-data; boundary=x",
        b"application/x-www-form-urlencoded",
        b"application/json; charset=utf-7",
        b"application/json, text/html",
        b"*/*",
        b"",
        b"application/json\x00",
        b"application/x-python",
    ):
        data = post(headers=(b"Content-Type: " + kind,))
        found.append(Request("contents", f"type {kind!r}", data, frozenset({200, 400, 415, 0})))
    return found


def _paths() -> list[Request]:
    paths = (
        b"//api/execute", b"/api//execute", b"/api/./execute", b"/api/x/../execute", b"/%61pi/execute", b"/api/execute%00", b"/api/execute/", b"/api/execute?x=1", b"/api/execute#x",
        b"/api/execute;x", b"/API/EXECUTE", b"*", b"x", b"http://other/api/execute", b"/..%2f..%2fetc/passwd", b"/api/execute\\..", b"/\xff", b"/api/execute%0d%0aX: y", b"/metrics/../api/execute", b"/static/../../etc/passwd",
        b"/api/ex%65cute", b"/api/execute%20", b"/%2e%2e/%2e%2e/etc/passwd", b"/.git/config", b"/api/execute\t",
    )  # fmt: skip
    statuses = frozenset({200, 400, 404, 405, 308, 301, 0})
    return [Request("paths", repr(path), post(path=path), statuses) for path in paths]


def _heads() -> list[Request]:
    """More than one request on a connection."""
    kept = post().replace(b"Connection: close\r\n", b"")
    return [
        Request(
            "pipelines",
            "a body that waits for leave",
            post(headers=(b"Content-Type: application/json", b"Expect: 100-continue")),
            frozenset({100, 200}),
            answers=2,
        ),
        Request("pipelines", "two in one piece", kept + post(), FINE, answers=2),
        Request("pipelines", "twenty in one piece", kept * 19 + post(), FINE, answers=20),
        Request(
            "pipelines", "a broken one behind a good one", kept + b"BROKEN\r\n\r\n", frozenset({200, 400}), answers=2
        ),
        Request("pipelines", "a good one behind a broken one", b"BROKEN\r\n\r\n" + post(), REFUSED),
        Request("pipelines", "one behind a refused one", post(length=b"x") + post(), REFUSED),
        Request("pipelines", "one behind one that closes", post() + post(), frozenset({200, 400})),
    ]
