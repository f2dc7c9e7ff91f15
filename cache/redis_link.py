"""One connection to Redis for a whole process: the commands of one turn of the loop go out in one write.

A slow, frozen or lost Redis costs its callers next to nothing: an answer that takes longer than the time-out counts
as lost with everything behind it, the connection is given up, and until another one answers nobody is made to wait.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import time
from collections import deque
from typing import TYPE_CHECKING, Final

import hiredis
import structlog
from redis.asyncio.connection import SSLConnection, parse_url

if TYPE_CHECKING:
    from collections.abc import Callable

TIMEOUT_SECONDS = 0.02
# While an answer is late by this share of the time-out, nobody else starts to wait: few calls ever meet a Redis that
# froze. One that is merely far away gets a few of its round trips.
_PATIENCE_SHARE = 0.1
_PATIENCE_ROUND_TRIPS = 4
# A loop that was busy sees its timer before it sees the answer that came meanwhile.
_GRACE_SECONDS = 0.002
_CONNECT_SECONDS = 1.0
_MIN_PAUSE_SECONDS = 0.1
_MAX_PAUSE_SECONDS = 2.0

log = structlog.get_logger(__name__)

Argument = bytes | str | int | float


class Lost:
    """What a command without an answer is answered with; falsy."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


LOST: Final = Lost()


class RedisLink(asyncio.Protocol):
    """Commands in, answers out, in their order. An error of Redis is returned as `hiredis.ReplyError`, not raised."""

    def __init__(
        self, url: str, *, timeout_seconds: float = TIMEOUT_SECONDS, on_loss: Callable[[], None] | None = None
    ) -> None:
        self._where = parse_url(url)
        self._timeout = timeout_seconds
        self._on_loss = on_loss
        self._reader = hiredis.Reader()
        self._transport: asyncio.Transport | None = None
        self._waiting: deque[tuple[float, asyncio.Future[object]]] = deque()
        self._batch: list[bytes] = []
        self._watch: asyncio.TimerHandle | None = None
        self._is_suspect = False
        self._is_open = False
        self._round_trip = 0.0
        self._keeper: asyncio.Task[None] | None = None
        self._ended = asyncio.Event()
        self.losses = 0
        self.skipped = 0

    @property
    def is_open(self) -> bool:
        """Whether Redis answers."""
        return self._is_open

    async def start(self) -> None:
        """Connect, and again whenever the connection is lost, until `stop`."""
        self._keeper = asyncio.get_running_loop().create_task(self._keep())

    async def stop(self) -> None:
        """Say what was still to be said, and disconnect."""
        if self._keeper is not None:
            self._keeper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._keeper
        self._flush()
        if self._transport is not None:
            self._transport.close()
        self._give_up("stopped")

    async def call(self, *command: Argument) -> object:
        """Return the answer, or LOST: then at most the time-out has passed, and nearly always no time at all."""
        answer = self.send(*command)
        return LOST if answer is None else await answer

    def send(self, *command: Argument) -> asyncio.Future[object] | None:
        """Send a command at the end of this turn; None where nobody would answer in time."""
        if not self._is_open:
            return None
        if self._is_slow():
            self.skipped += 1
            return None
        if self._watch is None:
            self._watch = asyncio.get_running_loop().call_later(self._timeout, self._look)
        return self._append(command)

    def _append(self, command: tuple[Argument, ...]) -> asyncio.Future[object]:
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[object] = loop.create_future()
        self._waiting.append((time.monotonic(), answer))
        if not self._batch:
            loop.call_soon(self._flush)
        packed = hiredis.pack_command(command)  # type: ignore[arg-type] # its annotation means a tuple of any length
        self._batch.append(packed)
        return answer

    def _is_slow(self) -> bool:
        if not self._waiting:
            return False
        patience = max(_PATIENCE_SHARE * self._timeout, _PATIENCE_ROUND_TRIPS * self._round_trip)
        return time.monotonic() - self._waiting[0][0] > patience

    def _flush(self) -> None:
        batch, self._batch = self._batch, []
        # uvloop raises on a write to a closed transport.
        if batch and self._transport is not None and not self._transport.is_closing():
            self._transport.write(b"".join(batch))

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        self._reader.feed(data)
        now = time.monotonic()
        self._is_suspect = False
        try:
            while (reply := self._reader.gets()) is not False:
                sent, answer = self._waiting.popleft()
                self._round_trip += 0.1 * (now - sent - self._round_trip)
                if not answer.done():
                    answer.set_result(reply)
        except (hiredis.ProtocolError, IndexError) as error:
            self._give_up(f"unexpected answer: {error}")

    def connection_lost(self, exc: Exception | None) -> None:
        """See asyncio.Protocol."""
        self._give_up(str(exc or "closed by Redis"))

    def _look(self) -> None:
        """Give the connection up when its oldest command waits for too long."""
        self._watch = None
        if not self._waiting:
            return
        left = self._timeout - (time.monotonic() - self._waiting[0][0])
        if left <= 0 and self._is_suspect:
            self._give_up("no answer in time")
            return
        if left <= 0:
            self._is_suspect = True
            left = _GRACE_SECONDS
        self._watch = asyncio.get_running_loop().call_later(left, self._look)

    def _give_up(self, reason: str) -> None:
        was_open, self._is_open = self._is_open, False
        transport, self._transport = self._transport, None
        if transport is not None:
            transport.abort()
        self._batch.clear()
        self._is_suspect = False
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
        for _sent, answer in self._waiting:
            if not answer.done():
                answer.set_result(LOST)
        self._waiting.clear()
        self._ended.set()
        if was_open:
            self.losses += 1
            log.warning("redis_lost", reason=reason)
            if self._on_loss is not None:
                self._on_loss()

    async def _keep(self) -> None:
        pause = _MIN_PAUSE_SECONDS
        while True:
            if await self._connect():
                pause = _MIN_PAUSE_SECONDS
                await self._ended.wait()
            else:
                pause = min(_MAX_PAUSE_SECONDS, pause * 2)
            await asyncio.sleep(pause)

    async def _connect(self) -> bool:
        """Connect and introduce ourselves; only once Redis has answered is the link open."""
        self._ended.clear()
        self._reader = hiredis.Reader()
        try:
            async with asyncio.timeout(_CONNECT_SECONDS):
                await self._open()
                # It may take its time now: nobody waits for it.
                for command in self._introduction():
                    reply = await self._append(command)
                    if isinstance(reply, hiredis.ReplyError | Lost):
                        raise ConnectionError(str(reply))
        except (OSError, TimeoutError) as error:
            log.debug("redis_unreachable", reason=str(error) or type(error).__name__)
            self._give_up("unreachable")
            return False
        self._round_trip = 0.0
        self._is_open = True
        log.info("redis_connected")
        return True

    async def _open(self) -> None:
        loop = asyncio.get_running_loop()
        where = self._where
        if "path" in where:
            transport, _protocol = await loop.create_unix_connection(lambda: self, where["path"])
        else:
            context = ssl.create_default_context() if where.get("connection_class") is SSLConnection else None
            transport, _protocol = await loop.create_connection(
                lambda: self, where.get("host", "localhost"), where.get("port", 6379), ssl=context
            )
        self._transport = transport

    def _introduction(self) -> list[tuple[Argument, ...]]:
        where = self._where
        commands: list[tuple[Argument, ...]] = []
        if where.get("password"):
            user = (where["username"],) if where.get("username") else ()
            commands.append(("AUTH", *user, where["password"]))
        if where.get("db"):
            commands.append(("SELECT", where["db"]))
        return [*commands, ("CLIENT", "SETNAME", "howdah"), ("PING",)]
