"""Which nodes say that they are there: each renews a key in Redis, which forgets it when the node does not."""

from __future__ import annotations

import logging

from redis import asyncio as aioredis
from redis.exceptions import RedisError

from balancer import upstream

# A node adds its address to the set and keeps the key of its address alive; node/membership.py does so.
NODES = "howdah:nodes"
HEARTBEAT_PREFIX = "howdah:node:"
TIMEOUT_SECONDS = 0.5

log = logging.getLogger("balancer")


class Registry:
    """The nodes that registered. Redis may be gone: then the last answer holds."""

    def __init__(self, url: str) -> None:
        self._redis = aioredis.Redis.from_url(
            url, socket_timeout=TIMEOUT_SECONDS, socket_connect_timeout=TIMEOUT_SECONDS, decode_responses=True
        )
        self._known: set[str] = set()
        self._is_silent = False

    async def alive(self) -> set[str]:
        """Return the addresses whose nodes are alive by their own word."""
        try:
            found = await self._redis.smembers(NODES)
            names = sorted(str(name) for name in found if upstream.is_address(str(name)))
            beats = await self._redis.mget([HEARTBEAT_PREFIX + name for name in names]) if names else []
        except (RedisError, OSError, TimeoutError) as error:
            if not self._is_silent:
                log.warning("redis does not answer, the list of nodes stays as it was: %s", error)
            self._is_silent = True
            return self._known
        self._is_silent = False
        self._known = {name for name, beat in zip(names, beats, strict=True) if beat is not None}
        return self._known

    async def forget(self, address: str) -> None:
        """Take a node that is gone for good out of the set."""
        try:
            await self._redis.srem(NODES, address)
        except (RedisError, OSError, TimeoutError):
            return

    async def close(self) -> None:
        """Close the connection."""
        await self._redis.aclose()
