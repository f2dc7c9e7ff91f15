"""Purging: whoever asks tells all nodes and deletes in Redis; each node forgets what it holds and what is under way."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import TYPE_CHECKING

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

from cache.key import Selection

if TYPE_CHECKING:
    from collections.abc import Callable

CHANNEL = "howdah:purge"
# A node may be writing a response at the moment it hears of the purge; the second look finds that one.
_SECOND_LOOK_SECONDS = 0.1
_PAUSE_SECONDS = 1.0
_CONNECT_SECONDS = 1.0
_SCAN_COUNT = 1000

log = structlog.get_logger(__name__)


async def purge(url: str, selection: Selection) -> int:
    """Purge on all nodes and in Redis; return how many responses Redis held. RedisError when it cannot be reached."""
    async with Redis.from_url(url) as client:
        removed = 0
        for pause in (0.0, _SECOND_LOOK_SECONDS):
            await asyncio.sleep(pause)
            await client.publish(CHANNEL, json.dumps([selection.tenant, selection.script]))
            removed += await _unlink(client, selection.pattern)
        return removed


async def _unlink(client: Redis, pattern: str) -> int:
    removed, names = 0, []
    async for name in client.scan_iter(match=pattern, count=_SCAN_COUNT):
        names.append(name)
        if len(names) >= _SCAN_COUNT:
            removed += await client.unlink(*names)
            names = []
    return removed + (await client.unlink(*names) if names else 0)


class PurgeListener:
    """Calls back for each purge. While Redis was away purges may have been missed: all is purged then."""

    def __init__(self, url: str, on_purge: Callable[[Selection], None]) -> None:
        self._url = url
        self._on_purge = on_purge
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Listen until `stop`."""
        self._task = asyncio.get_running_loop().create_task(self._listen())

    async def stop(self) -> None:
        """Listen no more."""
        # A cancel that meets a time-out of redis-py is taken for that time-out: once is not enough.
        while self._task is not None and not self._task.done():
            self._task.cancel()
            await asyncio.wait({self._task}, timeout=_PAUSE_SECONDS)

    async def _listen(self) -> None:
        was_lost = False
        while True:
            with contextlib.suppress(RedisError, OSError):
                async with Redis.from_url(self._url, socket_connect_timeout=_CONNECT_SECONDS) as client:
                    await self._follow(client, was_lost=was_lost)
            was_lost = True
            await asyncio.sleep(_PAUSE_SECONDS)

    async def _follow(self, client: Redis, *, was_lost: bool) -> None:
        async with client.pubsub() as subscription:
            await subscription.subscribe(CHANNEL)
            async for message in subscription.listen():
                if message["type"] == "subscribe" and was_lost:
                    self._on_purge(Selection())
                elif message["type"] == "message":
                    self._hear(message["data"])

    def _hear(self, data: bytes) -> None:
        try:
            tenant, script = json.loads(data)
        except ValueError:
            log.warning("purge_not_understood", size=len(data))
            return
        self._on_purge(Selection(tenant, script))
