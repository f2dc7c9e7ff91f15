"""The hot route answered inside aiohttp's own protocol: one complete, plain POST /api/execute, and nothing else.

Whoever edits this: anything not recognised down to the last byte goes to aiohttp, and from then on the whole
connection does, since aiohttp's parser may hold the start of a request whose end looks like one of ours (smuggling).
`tests/integration/test_fastpath.py` compares both ways on thousands of damaged, cut and joined requests.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Coroutine
from dataclasses import dataclass, field
from email.utils import formatdate
from http import HTTPStatus
from typing import Any

import msgspec
import structlog
from aiohttp.web_protocol import RequestHandler

from node import metrics, problems, sapi
from node.admission import Refusal
from node.connections import NodeRequestHandler, NodeServer
from node.errors import ApiError, EngineFailedError
from node.execution import Execution, Executions
from node.gate import Gate
from node.keys import key_of
from node.lifecycle import Lifecycle
from node.middleware.request_id import ACCEPTED, TRACEPARENT, new_id

log = structlog.get_logger(__name__)

_START = b"POST /api/execute HTTP/1.1\r\n"
_END = b"\r\n\r\n"
_MAX_HEAD_BYTES = 4096
_MAX_HELD_BYTES = 256 << 10
_LINE = re.compile(rb"([A-Za-z-]{1,40}): ?([\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)")
_LENGTH = re.compile(rb"0|[1-9][0-9]{0,8}")
_HOST = re.compile(rb"[A-Za-z0-9._-]+(?::[0-9]{1,5})?")
_TYPES = frozenset({b"application/json", b"application/json; charset=utf-8"})

# Headers that change nothing about the answer. Any other, or one that comes twice, is aiohttp's to judge.
_HARMLESS = frozenset({
    b"accept", b"accept-encoding", b"accept-language", b"user-agent", b"x-forwarded-for", b"x-forwarded-proto",
    b"x-forwarded-host", b"x-real-ip", b"tracestate",
})  # fmt: skip
_KEPT_HEADS = 1000
# nginx puts its id first, and it differs in each request: what follows is the same again and again.
_ID_FIRST = re.compile(rb"X-Request-Id: ([A-Za-z0-9._:/+=@,~-]{1,128})\r\n")

_SUCCESS = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Request-Id: %b\r\nContent-Length: %d\r\n%b\r\n"

_ENCODER = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says that matters."""

    length: int
    request_id: str | None
    key: str | None = None


def read_head(head: bytes) -> Head | None:
    """Read the header lines of a plain request; None when there is anything about them that is not plain."""
    seen: dict[bytes, bytes] = {}
    for line in head.split(b"\r\n"):
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        name = found[1].lower()
        if name in seen:
            return None
        seen[name] = found[2]
    length = seen.pop(b"content-length", b"")
    if seen.pop(b"content-type", b"") not in _TYPES or not _LENGTH.fullmatch(length):
        return None
    if not _HOST.fullmatch(seen.pop(b"host", b"")) or seen.pop(b"connection", b"keep-alive").lower() != b"keep-alive":
        return None
    request_id = _id_of(seen.pop(b"x-request-id", None), seen.pop(b"traceparent", None))
    authorization, api_key = seen.pop(b"authorization", None), seen.pop(b"x-api-key", None)
    if not seen.keys() <= _HARMLESS:
        return None
    key = key_of(_text(authorization), _text(api_key))
    return Head(int(length), request_id, key)


def _text(value: bytes | None) -> str | None:
    return None if value is None else value.decode("ascii")


def _id_of(given: bytes | None, trace: bytes | None) -> str | None:
    if given is not None and ACCEPTED.fullmatch(given.decode("ascii")):
        return given.decode("ascii")
    found = TRACEPARENT.fullmatch(trace.decode("ascii")) if trace is not None else None
    return found["trace"] if found and found["trace"].strip("0") else None


@dataclass(slots=True)
class FastPath:
    """What the handlers of all connections share."""

    executions: Executions
    gate: Gate
    node_name: str
    max_body_bytes: int
    lifecycle: Lifecycle
    counters: metrics.Counters
    tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _heads: dict[bytes, Head] = field(default_factory=dict)
    _refusals: dict[Refusal, tuple[bytes, int]] = field(default_factory=dict)
    _dated: int = 0
    _date: bytes = b""

    # Any: whatever aiohttp's own handler takes.
    def make_handler(self, server: NodeServer, **options: Any) -> RequestHandler:
        """Make the handler of a new connection."""
        return FastRequestHandler(server, self, **options)

    def recognise(self, data: bytes) -> tuple[str | None, int, str | None] | None:
        """Return id, start of the body and key of exactly one complete, plain request; None for all else."""
        if not data.startswith(_START):
            return None
        end = data.find(_END, len(_START), _MAX_HEAD_BYTES)
        if end < 0:
            return None
        lines = data[len(_START) : end]
        given = _ID_FIRST.match(lines)
        if given is None:
            head = self._read(lines)
            request_id = None if head is None else head.request_id
        else:
            rest = lines[given.end() :]
            head = self._read(rest)
            request_id = given[1].decode("ascii")
            if b"x-request-id" in rest.lower():
                return None
        start = end + len(_END)
        if head is None or len(data) - start != head.length or head.length > self.max_body_bytes:
            return None
        return request_id, start, head.key

    def _read(self, lines: bytes) -> Head | None:
        head = self._heads.get(lines)
        if head is None:
            head = read_head(lines)
            if head is not None and head.request_id is None:
                if len(self._heads) >= _KEPT_HEADS:
                    self._heads.clear()
                self._heads[lines] = head
        return head

    def response(self, result: bytes, service: bytes, request_id: str, extra: bytes, *, closes: bool) -> bytes:
        """Return the bytes of a 200, whose body has two parts; `extra` is further header lines."""
        more = extra + self._tail(closes=closes)
        # Not by one format: that takes five times as long for 8 MB, in which nobody else has a turn.
        return b"".join([_SUCCESS % (request_id.encode(), len(result) + len(service), more), result, service])

    def problem(self, error: ApiError, request_id: str, *, closes: bool) -> bytes:
        """Return the bytes of an error."""
        return self._fill(_problem_form(error), request_id, closes=closes)

    def refusal(self, refusal: Refusal, request_id: str) -> bytes:
        """Return the bytes of the error for what is shed: they are made again and again when there is least time."""
        form = self._refusals.get(refusal)
        if form is None:
            # As many as there are reasons and whole seconds up to a minute.
            form = self._refusals[refusal] = _problem_form(refusal.error())
        return self._fill(form, request_id, closes=self.lifecycle.is_draining)

    def _fill(self, form: tuple[bytes, int], request_id: str, *, closes: bool) -> bytes:
        template, length = form
        encoded = request_id.encode()
        return template % (encoded, length + len(encoded), self._tail(closes=closes), encoded)

    def _tail(self, *, closes: bool) -> bytes:
        now = int(time.time())
        if now != self._dated:
            self._dated = now
            self._date = f"Date: {formatdate(now, usegmt=True)}\r\nServer: howdah\r\n".encode()
        return self._date + b"Connection: close\r\n" if closes else self._date


def _problem_form(error: ApiError) -> tuple[bytes, int]:
    """Return an error's bytes with places for id, length, further header lines and id again; its length without id.

    Ids that get here are of letters that JSON and HTTP leave as they are.
    """
    body = _ENCODER.encode(problems.of_error(error, request_id=""))
    status = HTTPStatus(error.status)
    lines = [f"HTTP/1.1 {status.value} {status.phrase}", f"Content-Type: {problems.CONTENT_TYPE}", "X-Request-Id: "]
    more = "".join(f"{name}: {value}\r\n" for name, value in error.headers.items()).encode()
    before, field_name, after = body.replace(b"%", b"%%").partition(b'"request_id":"')
    head = "\r\n".join(lines).encode() + b"%b\r\nContent-Length: %d\r\n" + more.replace(b"%", b"%%")
    return head + b"%b\r\n" + before + field_name + b"%b" + after, len(body)


class FastRequestHandler(NodeRequestHandler):
    """One client connection, on the fast path until something comes that is not plain."""

    __slots__ = ("_extra", "_fast", "_held", "_is_answering", "_is_pinned", "_last_active")

    # Any: whatever aiohttp's own handler takes.
    def __init__(self, server: NodeServer, fast: FastPath, **options: Any) -> None:
        super().__init__(server, **options)
        self._fast = fast
        self._is_pinned = False
        self._is_answering = False
        self._held = b""
        # Header lines of the answer to come, beyond those of every answer.
        self._extra = b""
        self._last_active = time.monotonic()

    def is_idle_since(self, before: float) -> bool:
        """See NodeRequestHandler."""
        return not self._is_pinned and not self._is_answering and self._last_active < before

    def _process_keepalive(self) -> None:
        """See aiohttp: its timer ends what it saw no request on, and it sees none of ours; `close_idle` times those."""
        if self._is_pinned:
            super()._process_keepalive()
        else:
            self._keepalive_handle = None

    def _time_idleness(self) -> None:
        """From now on aiohttp sees every request, so its timer is right."""
        loop = asyncio.get_running_loop()
        self._next_keepalive_close_time = loop.time() + self.keepalive_timeout
        if self._keepalive_handle is None and self.keepalive_timeout > 0:
            self._keepalive_handle = loop.call_at(self._next_keepalive_close_time, self._process_keepalive)

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        if self._is_pinned:
            super().data_received(data)
            return
        if self._is_answering:
            # Pipelined: what came before is answered first.
            self._held += data
            if len(self._held) > _MAX_HELD_BYTES and self.transport is not None:
                self.transport.pause_reading()
            return
        found = None if self._paused or self._force_close else self._fast.recognise(data)
        if found is None:
            self._is_pinned = True
            self._time_idleness()
            super().data_received(data)
            return
        request_id, start, key = found
        if self._fast.gate.is_open:
            self._answer(data[start:], request_id or new_id())
        else:
            self._begin(self._enter(data[start:], key), request_id or new_id(), time.perf_counter())

    def _answer(self, body: bytes, request_id: str) -> None:
        fast = self._fast
        started = time.perf_counter()
        tenant = fast.gate.open_passage.tenant
        try:
            prepared = fast.executions.read(body, tenant)
            execution = fast.executions.find(prepared)
            refusal = None if execution is not None else fast.executions.refuse(prepared)
        except ApiError as error:
            self._finish(self._refuse(error, request_id), error.status, "none", started)
            return
        if execution is not None:
            self._finish(self._success(execution, request_id), 200, execution.source, started)
            return
        if refusal is not None:
            self._finish(fast.refusal(refusal, request_id), HTTPStatus.SERVICE_UNAVAILABLE, "none", started)
            return
        self._begin(fast.executions.run(prepared), request_id, started)

    async def _enter(self, body: bytes, key: str | None) -> Execution:
        """Answer one who has to show a key."""
        fast = self._fast
        passage = await fast.gate.enter(key, 1)
        self._extra = "".join([f"{name}: {value}\r\n" for name, value in passage.headers.items()]).encode()
        return await fast.executions.execute(fast.executions.read(body, passage.tenant))

    def _begin(self, work: Coroutine[None, None, Execution], request_id: str, started: float) -> None:
        """Answer later; what comes meanwhile on this connection waits."""
        fast = self._fast
        self._is_answering = True
        fast.lifecycle.requests_in_flight += 1
        task = asyncio.get_running_loop().create_task(self._run(work, request_id, started))
        fast.tasks.add(task)
        task.add_done_callback(fast.tasks.discard)

    async def _run(self, work: Coroutine[None, None, Execution], request_id: str, started: float) -> None:
        fast = self._fast
        status, response = 500, b""
        source: metrics.Source = "none"
        try:
            execution = await work
            status, response, source = 200, self._success(execution, request_id), execution.source
        except ApiError as error:
            status, response = error.status, self._refuse(error, request_id)
        except Exception:  # the border: every other error is logged here and leaves as a 500
            log.exception("request_failed", request_id=request_id)
            response = self._refuse(ApiError("the node failed; the failure was logged"), request_id)
        finally:
            fast.lifecycle.requests_in_flight -= 1
            self._is_answering = False
            self._finish(response, status, source, started)
        held, self._held = self._held, b""
        if held and self.transport is not None and not self.transport.is_closing():
            if len(held) > _MAX_HELD_BYTES:
                self.transport.resume_reading()
            self.data_received(held)

    def _success(self, execution: Execution, request_id: str) -> bytes:
        service = sapi.encode_service(
            queue_ms=execution.queue_ms,
            cache=execution.cache,
            node=self._fast.node_name,
            request_id=request_id,
        )
        return self._fast.response(
            execution.fragment, service, request_id, self._extra, closes=self._fast.lifecycle.is_draining
        )

    def _refuse(self, error: ApiError, request_id: str) -> bytes:
        if isinstance(error, EngineFailedError):
            log.error("engine_failed", request_id=request_id, trace=error.trace)
        return self._fast.problem(error, request_id, closes=self._fast.lifecycle.is_draining)

    def _finish(self, response: bytes, status: int, source: metrics.Source, started: float) -> None:
        fast = self._fast
        took = time.perf_counter() - started
        self._last_active = time.monotonic()
        self._extra = b""
        fast.counters.add(metrics.status_index(status))
        fast.counters.observe(metrics.REQUEST_SECONDS[source], took)
        transport = self.transport
        # The client may be gone by now; uvloop raises on a write to a closed transport.
        if transport is None or transport.is_closing():
            return
        if response:
            transport.write(response)
        if fast.lifecycle.is_draining or not response:
            transport.close()
