"""Frames between the node and its executors. Neither trusts the other: versions, sizes, counts, types are checked.

A frame is a header (body length, version, kind, flags, id) and a body: fixed fields, a table of lengths, then the
strings as latin-1 bytes. The body of a Run frame says everything the script may see, so the node also hashes it.
"""

from __future__ import annotations

import struct
from typing import Dict, List, NamedTuple, Optional, Tuple, Union

from engine.errors import Outcome
from engine.request import Diagnostic, HttpRequest, Limits, Request, Result

VERSION = 1

RUN = 1
RESULT = 2
FAILURE = 3
ELSEWHERE = 4  # the script cannot run on this kind of interpreter; nothing it did reached the world
# While a script runs: what it asks of the world outside, and the answer. Flags number the calls of an execution: an
# answer that nobody waits for any more is known by its number. Number 0 answers what was not asked yet: it lends a
# session of the database to a script that used one the last time.
CALL = 5
ANSWER = 6
UNASKED = 0

# Flags of a Result or Failure frame: why the executor exits after it; 0 when it stays.
STAYS = 0
RECYCLE_REASONS = ("stays", "executions", "memory", "exception", "trace_too_long", "asked")

MAX_RUN_BYTES = 256 << 20
MAX_DIAGNOSTICS = 1000
MAX_HEADERS = 1000
MAX_TEXT_BYTES = 64 << 10
# What a Result may hold beside its output: diagnostics, traces, headers.
MAX_EXTRA_BYTES = 4 << 20

_HEADER = struct.Struct("<IBBHI")
HEADER_BYTES = _HEADER.size
_RUN = struct.Struct("<IIIIIIBIIIII")
_RESULT = struct.Struct("<BBiHHHdddQ")
_LINE = struct.Struct("<IB")
_U32 = struct.Struct("<I")
_HAS_HTTP = 1
_HAS_CLASS = 1
_HAS_TRACE = 2
_TABLES = tuple(struct.Struct(f"<{count}I") for count in range(64))

_OUTCOMES = tuple(Outcome)
_OUTCOME_CODES = {outcome: code for code, outcome in enumerate(_OUTCOMES)}


class ProtocolError(Exception):
    """What came is not a frame of ours."""


class Frame(NamedTuple):
    """One frame as it came: the body is not decoded."""

    kind: int
    flags: int
    id: int
    body: bytes


class Reply(NamedTuple):
    """A Result as the node keeps it: strings stay bytes, since most go straight into a response."""

    outcome: Outcome
    is_volatile: bool
    exit_code: int
    http_status: int
    compile_ms: float
    run_ms: float
    cpu_ms: float
    memory_bytes: int
    output: bytes
    errors: List[ReplyDiagnostic]
    http_headers: List[Tuple[bytes, bytes]]


class ReplyDiagnostic(NamedTuple):
    """A Diagnostic whose strings are bytes."""

    level: bytes
    message: bytes
    file: bytes
    line: int
    class_name: Optional[bytes]
    trace: Optional[bytes]


def frame(kind: int, flags: int, frame_id: int, body: bytes) -> bytes:
    """Put a header before a body."""
    return _HEADER.pack(len(body), VERSION, kind, flags, frame_id) + body


def read_frame(buffer: Union[bytes, bytearray], offset: int, max_body_bytes: int) -> Optional[Frame]:
    """Return the frame at `offset`, or None while it is incomplete. It takes `HEADER_BYTES` and its body."""
    if len(buffer) - offset < HEADER_BYTES:
        return None
    length, version, kind, flags, frame_id = _HEADER.unpack_from(buffer, offset)
    if version != VERSION:
        raise ProtocolError(f"expected version {VERSION}, got {version}")
    if length > max_body_bytes:
        raise ProtocolError(f"expected at most {max_body_bytes} bytes, got {length}")
    start = offset + HEADER_BYTES
    if len(buffer) - start < length:
        return None
    end = start + length
    # A large body is copied once.
    body = buffer[start:end] if isinstance(buffer, bytes) else bytes(memoryview(buffer)[start:end])
    return Frame(kind, flags, frame_id, body)


class FrameReader:
    """Cuts what arrives into frames. A large frame is joined once, not at every piece of it."""

    def __init__(self, max_body_bytes: int) -> None:
        self.max_body_bytes = max_body_bytes
        self._held = bytearray()
        self._needed = 0

    @property
    def is_waiting(self) -> bool:
        """Whether the beginning of a frame is here and the rest is not."""
        return bool(self._held)

    def feed(self, data: Union[bytes, bytearray]) -> List[Frame]:
        """The frames that `data` completes."""
        if self._held:
            self._held += data
            if len(self._held) < self._needed:
                return []
            data, self._held = self._held, bytearray()
        frames = []
        offset = 0
        while True:
            found = read_frame(data, offset, self.max_body_bytes)
            if found is None:
                break
            frames.append(found)
            offset += HEADER_BYTES + len(found.body)
        if offset < len(data):
            self._held = bytearray(data[offset:])
            self._needed = HEADER_BYTES
            if len(self._held) >= HEADER_BYTES:
                self._needed += _HEADER.unpack_from(self._held)[0]
        return frames


def encode_request(request: Request) -> bytes:
    """The body of a Run frame."""
    limits = request.limits
    strings = [request.code, request.filename, request.folder, request.stdin]
    strings += request.args
    for mapping in (request.files, request.env, request.ini):
        for name, value in mapping.items():
            strings.append(name)
            strings.append(value)
    header_count = 0
    http = request.http
    if http is not None:
        strings += (http.method, http.uri, http.body, http.remote_addr)
        header_count = len(http.headers)
        for name, value in http.headers:
            strings.append(name)
            strings.append(value)
    fixed = _RUN.pack(
        request.spent_ms,
        limits.wall_ms,
        limits.cpu_ms,
        limits.memory_mb,
        limits.output_kb,
        limits.depth,
        0 if http is None else _HAS_HTTP,
        len(request.args),
        len(request.files),
        len(request.env),
        len(request.ini),
        header_count,
    )
    return fixed + _join([text.encode("latin-1") for text in strings])


def with_spent(body: bytes, spent_ms: int) -> bytes:
    """The body of the Run frame of a script that has been run for so long before."""
    return _U32.pack(spent_ms) + body[_U32.size :]


def decode_request(body: bytes) -> Request:
    """Read the body of a Run frame."""
    if len(body) < _RUN.size:
        raise ProtocolError("a Run frame is too short")
    spent, wall, cpu, memory, output, depth, flags, arg_count, file_count, env_count, ini_count, header_count = (
        _RUN.unpack_from(body)
    )
    counted = 4 + arg_count + 2 * (file_count + env_count + ini_count)
    has_http = bool(flags & _HAS_HTTP)
    strings = _split(body, _RUN.size, counted + (4 + 2 * header_count if has_http else 0))
    texts = [string.decode("latin-1") for string in strings]
    at = 4 + arg_count
    args = texts[4:at]
    mappings: List[Dict[str, str]] = []
    for count in (file_count, env_count, ini_count):
        mappings.append(dict(_pairs(texts, at, count)))
        at += 2 * count
    http = None
    if has_http:
        http = HttpRequest(
            method=texts[at],
            uri=texts[at + 1],
            body=texts[at + 2],
            remote_addr=texts[at + 3],
            headers=_pairs(texts, at + 4, header_count),
        )
    return Request(
        code=texts[0],
        filename=texts[1],
        folder=texts[2],
        stdin=texts[3],
        args=args,
        files=mappings[0],
        env=mappings[1],
        ini=mappings[2],
        http=http,
        limits=Limits(wall_ms=wall, cpu_ms=cpu, memory_mb=memory, output_kb=output, depth=depth),
        spent_ms=spent,
    )


def encode_result(result: Result) -> bytes:
    """The body of a Result frame. Diagnostics, headers and long texts beyond the limits of this module are left out."""
    errors = result.errors[:MAX_DIAGNOSTICS]
    headers = result.http_headers[:MAX_HEADERS]
    strings = [result.output]
    lines = []
    left = MAX_EXTRA_BYTES // 2
    kept = 0
    for error in errors:
        flags = 0
        texts = [error.level, error.message[:MAX_TEXT_BYTES], error.file[:MAX_TEXT_BYTES]]
        if error.class_name is not None:
            flags |= _HAS_CLASS
            texts.append(error.class_name[:MAX_TEXT_BYTES])
        if error.trace is not None:
            flags |= _HAS_TRACE
            texts.append(error.trace[:MAX_TEXT_BYTES])
        left -= sum(map(len, texts)) + 64
        if left < 0:
            break
        strings += texts
        lines.append(_LINE.pack(_unsigned(error.line), flags))
        kept += 1
    sent = 0
    for name, value in headers:
        left -= len(name) + len(value) + 64
        if left < -(MAX_EXTRA_BYTES // 4):
            break
        strings.append(name)
        strings.append(value)
        sent += 1
    fixed = _RESULT.pack(
        _OUTCOME_CODES[result.outcome],
        1 if result.is_volatile else 0,
        result.exit_code if -(1 << 31) <= result.exit_code < 1 << 31 else 255,
        result.http_status & 0xFFFF,
        kept,
        sent,
        result.compile_ms,
        result.run_ms,
        result.cpu_ms,
        max(0, result.memory_bytes),
    )
    return fixed + b"".join(lines) + _join([text.encode("latin-1") for text in strings])


def decode_result(body: bytes, max_output_bytes: int) -> Reply:
    """Read the body of a Result frame that a confined process wrote: anything odd is a ProtocolError."""
    if len(body) < _RESULT.size:
        raise ProtocolError("a Result frame is too short")
    code, volatile, exit_code, status, error_count, header_count, compile_ms, run_ms, cpu_ms, memory = (
        _RESULT.unpack_from(body)
    )
    if code >= len(_OUTCOMES) or error_count > MAX_DIAGNOSTICS or header_count > MAX_HEADERS:
        raise ProtocolError("a Result frame counts more than it may")
    for milliseconds in (compile_ms, run_ms, cpu_ms):
        if not 0.0 <= milliseconds < 1e12:  # also refuses NaN, which JSON cannot say
            raise ProtocolError(f"expected milliseconds, got {milliseconds}")
    if memory >= 1 << 53:
        raise ProtocolError(f"expected bytes of memory, got {memory}")
    if error_count == 0:
        strings = _split(body, _RESULT.size, 1 + 2 * header_count)
        if len(strings[0]) > max_output_bytes:
            raise ProtocolError("the output is larger than its limit")
        return Reply(
            _OUTCOMES[code], volatile != 0, exit_code, status, compile_ms, run_ms, cpu_ms, memory, strings[0], [],
            _byte_pairs(strings, 1, header_count),
        )  # fmt: skip
    return _decode_with_errors(body, max_output_bytes, error_count, header_count)


def _decode_with_errors(body: bytes, max_output_bytes: int, error_count: int, header_count: int) -> Reply:
    code, volatile, exit_code, status, _errors, _headers, compile_ms, run_ms, cpu_ms, memory = _RESULT.unpack_from(body)
    table = _RESULT.size + error_count * _LINE.size
    if len(body) < table:
        raise ProtocolError("a Result frame is too short")
    lines = [_LINE.unpack_from(body, _RESULT.size + index * _LINE.size) for index in range(error_count)]
    optional = sum((flags & _HAS_CLASS) + (flags & _HAS_TRACE) // _HAS_TRACE for _line, flags in lines)
    strings = _split(body, table, 1 + 3 * error_count + optional + 2 * header_count)
    if len(strings[0]) > max_output_bytes:
        raise ProtocolError("the output is larger than its limit")
    errors = []
    at = 1
    for line, flags in lines:
        level, message, file = strings[at : at + 3]
        at += 3
        class_name = trace = None
        if flags & _HAS_CLASS:
            class_name = strings[at]
            at += 1
        if flags & _HAS_TRACE:
            trace = strings[at]
            at += 1
        errors.append(ReplyDiagnostic(level, message, file, line, class_name, trace))
    return Reply(
        _OUTCOMES[code], volatile != 0, exit_code, status, compile_ms, run_ms, cpu_ms, memory, strings[0], errors,
        _byte_pairs(strings, at, header_count),
    )  # fmt: skip


def to_result(reply: Reply) -> Result:
    """The engine's own Result again, for callers beside the node."""
    errors = [
        Diagnostic(
            error.level.decode("latin-1"),
            error.message.decode("latin-1"),
            error.file.decode("latin-1"),
            error.line,
            None if error.class_name is None else error.class_name.decode("latin-1"),
            None if error.trace is None else error.trace.decode("latin-1"),
        )
        for error in reply.errors
    ]
    headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in reply.http_headers]
    return Result(
        outcome=reply.outcome,
        output=reply.output.decode("latin-1"),
        exit_code=reply.exit_code,
        errors=errors,
        http_status=reply.http_status,
        http_headers=headers,
        compile_ms=reply.compile_ms,
        run_ms=reply.run_ms,
        cpu_ms=reply.cpu_ms,
        memory_bytes=reply.memory_bytes,
        is_volatile=reply.is_volatile,
    )


def _table(count: int) -> struct.Struct:
    return _TABLES[count] if count < len(_TABLES) else struct.Struct(f"<{count}I")


def _join(strings: List[bytes]) -> bytes:
    return _table(len(strings)).pack(*map(len, strings)) + b"".join(strings)


def _split(body: bytes, offset: int, count: int) -> List[bytes]:
    start = offset + 4 * count
    if len(body) < start:
        raise ProtocolError("a frame is shorter than its table of lengths")
    strings = []
    for length in _table(count).unpack_from(body, offset):
        end = start + length
        strings.append(body[start:end])
        start = end
    if start != len(body):
        raise ProtocolError(f"expected {start} bytes in a frame, got {len(body)}")
    return strings


def _pairs(texts: List[str], at: int, count: int) -> List[Tuple[str, str]]:
    return [(texts[index], texts[index + 1]) for index in range(at, at + 2 * count, 2)]


def _byte_pairs(strings: List[bytes], at: int, count: int) -> List[Tuple[bytes, bytes]]:
    return [(strings[index], strings[index + 1]) for index in range(at, at + 2 * count, 2)]


def _unsigned(line: int) -> int:
    return line if 0 <= line < 1 << 32 else 0
