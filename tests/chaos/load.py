"""A constant load: requests leave at a fixed rate whatever becomes of earlier ones; each answer is written down."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

TIMEOUT_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one request; status 0 where there was no answer."""

    sent: float
    seconds: float
    status: int
    body: bytes = b""


@dataclass
class Load:
    """Keeps a rate of requests going over kept connections."""

    port: int
    rate: float
    code: str
    answers: list[Answer] = field(default_factory=list)
    env: dict[str, str] = field(default_factory=dict)
    _idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = field(default_factory=list)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _is_stopping: bool = False

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[Load]:
        """Send until the end of the block, then wait for the last answers."""
        sending = asyncio.create_task(self._send_for_ever())
        try:
            yield self
        finally:
            self._is_stopping = True
            await sending
            if self._tasks:
                await asyncio.wait(self._tasks)
            for _reader, writer in self._idle:
                writer.close()

    async def _send_for_ever(self) -> None:
        pause, due = 1 / self.rate, time.monotonic()
        while not self._is_stopping:
            task = asyncio.create_task(self.ask())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            due += pause
            await asyncio.sleep(max(0.0, due - time.monotonic()))

    async def ask(self) -> None:
        """Send one request and write its answer down."""
        started = time.monotonic()
        status, body = 0, b""
        with contextlib.suppress(OSError, TimeoutError, asyncio.IncompleteReadError, ValueError):
            async with asyncio.timeout(TIMEOUT_SECONDS):
                status, body = await self._exchange()
        self.answers.append(Answer(started, time.monotonic() - started, status, body))

    async def _exchange(self) -> tuple[int, bytes]:
        text = json.dumps({"code": self.code, "cache": "bypass", "env": self.env}).encode()
        head = "POST /api/execute HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        reader, writer = self._kept() or await asyncio.open_connection("127.0.0.1", self.port)
        is_kept = False
        try:
            writer.write(f"{head}Content-Length: {len(text)}\r\n\r\n".encode() + text)
            answer = (await reader.readuntil(b"\r\n\r\n")).lower()
            length = int(answer.partition(b"content-length:")[2].partition(b"\r\n")[0])
            body = await reader.readexactly(length)
            is_kept = b"connection: close" not in answer
        finally:
            if not is_kept:
                writer.close()
        self._idle.append((reader, writer))
        if not is_kept:
            self._idle.pop()
        return int(answer.split(b" ", 2)[1]), body

    def _kept(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        """Return an idle connection that the server has not ended: every client looks before it sends."""
        while self._idle:
            reader, writer = self._idle.pop()
            if not reader.at_eof() and not writer.is_closing():
                return reader, writer
            writer.close()
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
