"""Responses in Redis, for all nodes: never waited for longer than its link's time-out, and free to lose anything."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Literal

from cache.entry import CachedResponse, EntryError

if TYPE_CHECKING:
    from collections.abc import Callable

    from cache.key import Place
    from cache.redis_link import RedisLink

# Larger bodies are packed and unpacked in a thread, since the loop would stand still for milliseconds.
_THREAD_ABOVE_BYTES = 64 << 10
# A larger entry is not worth the time that everybody's answers behind it would take.
MAX_ENTRY_BYTES = 1 << 20
LOCK_MS = 2000

Lookup = Literal["hit", "miss", "error"]
_FIRST_PAUSE_SECONDS = 0.004
_MAX_PAUSE_SECONDS = 0.05


class SharedCache:
    """The tier in Redis."""

    def __init__(
        self,
        link: RedisLink,
        *,
        compress_above_bytes: int,
        on_lookup: Callable[[Lookup], None],
        on_store: Callable[[int], None],
    ) -> None:
        self._link = link
        self._on_lookup = on_lookup
        self._on_store = on_store
        self._compress_above = compress_above_bytes
        self._tasks: set[asyncio.Task[None]] = set()

    async def find(self, place: Place) -> CachedResponse | None:
        """Return the fresh response of this place."""
        return await self._read(await self._link.call("GET", place.name))

    async def find_or_lead(self, place: Place, *, wait_seconds: float) -> tuple[CachedResponse | None, bool]:
        """Return the response, or whether the caller is the one to make it for all nodes and tells them by `release`.

        Where another node makes it, its answer is waited for, but not for longer than that.
        """
        found = self._link.send("GET", place.name)
        locked = self._link.send("SET", place.lock, b"1", "NX", "PX", LOCK_MS)
        if found is None or locked is None:
            self._on_lookup("error")
            return None, False
        response = await self._read(await found)
        is_leading = await locked == b"OK"
        if response is not None:
            if is_leading:
                self.release(place)
            return response, False
        if is_leading or wait_seconds <= 0:
            return None, is_leading
        return await self._wait(place, wait_seconds), False

    def release(self, place: Place) -> None:
        """Let the others look: the response is there, or will not be."""
        self._link.send("DEL", place.lock)

    def put(self, place: Place, response: CachedResponse) -> None:
        """Store a response, without waiting."""
        if len(response.body) > _THREAD_ABOVE_BYTES:
            task = asyncio.get_running_loop().create_task(self._put_large(place, response))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        else:
            self._send(place, response, response.to_bytes(self._compress_above))

    async def _put_large(self, place: Place, response: CachedResponse) -> None:
        self._send(place, response, await asyncio.to_thread(response.to_bytes, self._compress_above))

    def _send(self, place: Place, response: CachedResponse, data: bytes) -> None:
        left_ms = int((response.expires - time.time()) * 1000)
        if left_ms <= 0 or len(data) > MAX_ENTRY_BYTES:
            return
        if self._link.send("SET", place.name, data, "PX", left_ms) is not None:
            self._on_store(len(data))

    async def _wait(self, place: Place, wait_seconds: float) -> CachedResponse | None:
        deadline = time.monotonic() + wait_seconds
        pause = _FIRST_PAUSE_SECONDS
        while time.monotonic() + pause < deadline:
            await asyncio.sleep(pause)
            found, lock = self._link.send("GET", place.name), self._link.send("EXISTS", place.lock)
            if found is not None and lock is not None:
                response = await self._read(await found)
                if response is not None or await lock != 1:
                    return response
            elif not self._link.is_open:
                return None
            pause = min(_MAX_PAUSE_SECONDS, pause * 1.5)
        return None

    async def _read(self, reply: object) -> CachedResponse | None:
        if reply is None:
            self._on_lookup("miss")
            return None
        if not isinstance(reply, bytes):
            self._on_lookup("error")
            return None
        try:
            if len(reply) > _THREAD_ABOVE_BYTES:
                response = await asyncio.to_thread(CachedResponse.from_bytes, reply)
            else:
                response = CachedResponse.from_bytes(reply)
        except EntryError:
            self._on_lookup("error")
            return None
        if not response.is_fresh():
            self._on_lookup("miss")
            return None
        self._on_lookup("hit")
        return response
