"""A constant load: requests leave at a fixed rate whatever becomes of earlier ones; each answer is written down."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import json
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

TIMEOUT_SECONDS = 30.0
LAG_EVERY_SECONDS = 0.01


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one request; status 0 where there was no answer."""

    sent: float
    seconds: float
    status: int
    body: bytes = b""


class Connection(asyncio.Protocol):
    """One kept connection, one request at a time. No stream: it shares processors with what it measures."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._received = b""
        self._needed = 0
        self._answer: asyncio.Future[tuple[int, bytes, float]] | None = None
        # Whether another request may follow: every client looks before it sends.
        self.is_open = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See asyncio.Protocol."""
        self._transport = transport  # type: ignore[assignment] # a stream's transport
        self.is_open = True

    def ask(self, request: bytes) -> asyncio.Future[tuple[int, bytes, float]]:
        """Send; status, body, and when the last of it came."""
        assert self._transport is not None
        self._answer = asyncio.get_running_loop().create_future()
        self._received, self._needed = b"", 0
        self._transport.write(request)
        return self._answer

    def close(self) -> None:
        """End it."""
        self.is_open = False
        if self._transport is not None:
            self._transport.close()

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        self._received += data
        if not self._needed:
            head, separator, _body = self._received.partition(b"\r\n\r\n")
            if not separator:
                return
            length = head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0]
            self._needed = len(head) + 4 + int(length or 0)
            self.is_open = b"\r\nconnection: close" not in head.lower()
        if len(self._received) >= self._needed and self._answer is not None and not self._answer.done():
            head, _separator, body = self._received.partition(b"\r\n\r\n")
            self._answer.set_result((int(head.split(b" ", 2)[1]), body, time.monotonic()))
            if not self.is_open:
                self.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """See asyncio.Protocol."""
        self.is_open = False
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(exc or ConnectionError("the connection ended"))


@dataclass
class Load:
    """Keeps a rate of requests going over kept connections."""

    port: int
    rate: float
    code: str
    answers: list[Answer] = field(default_factory=list)
    env: dict[str, str] = field(default_factory=dict)
    # How late this process itself was, each time that it looked: what of all figures is its own.
    lags: list[float] = field(default_factory=list)
    _idle: list[Connection] = field(default_factory=list)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _is_stopping: bool = False

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[Load]:
        """Send until the end of the block, then wait for the last answers."""
        sending = asyncio.create_task(self._send_for_ever())
        watching = asyncio.create_task(self._watch_lag())
        try:
            yield self
        finally:
            self._is_stopping = True
            watching.cancel()
            await sending
            if self._tasks:
                await asyncio.wait(self._tasks)
            for connection in self._idle:
                connection.close()

    async def _send_for_ever(self) -> None:
        pause, due = 1 / self.rate, time.monotonic()
        while not self._is_stopping:
            task = asyncio.create_task(self.ask())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            due += pause
            await asyncio.sleep(max(0.0, due - time.monotonic()))

    async def _watch_lag(self) -> None:
        while True:
            due = time.monotonic() + LAG_EVERY_SECONDS
            await asyncio.sleep(LAG_EVERY_SECONDS)
            self.lags.append(max(0.0, time.monotonic() - due))

    async def ask(self) -> None:
        """Send one request and write its answer down."""
        started = time.monotonic()
        status, body, ended = 0, b"", 0.0
        with contextlib.suppress(OSError, TimeoutError):
            async with asyncio.timeout(TIMEOUT_SECONDS):
                status, body, ended = await self._exchange()
        self.answers.append(Answer(started, (ended or time.monotonic()) - started, status, body))

    async def _exchange(self) -> tuple[int, bytes, float]:
        connection = self._kept()
        if connection is None:
            loop = asyncio.get_running_loop()
            _transport, connection = await loop.create_connection(Connection, "127.0.0.1", self.port)
        try:
            answer = await connection.ask(self._request)
        except BaseException:
            connection.close()
            raise
        if connection.is_open:
            self._idle.append(connection)
        return answer

    @functools.cached_property
    def _request(self) -> bytes:
        text = json.dumps({"code": self.code, "cache": "bypass", "env": self.env}).encode()
        head = "POST /api/execute HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        return f"{head}Content-Length: {len(text)}\r\n\r\n".encode() + text

    def _kept(self) -> Connection | None:
        """Return an idle connection that the server has not ended."""
        while self._idle:
            connection = self._idle.pop()
            if connection.is_open:
                return connection
        return None

    def since(self, start: float, end: float = float("inf")) -> list[Answer]:
        """The answers to what was sent in this time."""
        return [answer for answer in self.answers if start <= answer.sent < end]


def statuses(answers: list[Answer]) -> str:
    """How many of each status."""
    counted = sorted(Counter(answer.status for answer in answers).items())
    return ", ".join(f"{count} x {status or 'no answer'}" for status, count in counted)


def share_of(seconds: list[float], share: float) -> float:
    """A percentile in milliseconds."""
    return 1000 * sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * share))] if seconds else 0.0
