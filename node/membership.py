"""Says in Redis that this node is there, for as long as it is: balancers learn of new nodes by it, not of ready ones.

They probe for themselves, so nothing is taken back when a node leaves, and Redis may be gone.
"""

from __future__ import annotations

import asyncio

import structlog
from redis import asyncio as aioredis
from redis.exceptions import RedisError

# The balancer reads these (balancer/registry.py); it imports nothing of ours, so they stand in both places.
NODES = "howdah:nodes"
HEARTBEAT_PREFIX = "howdah:node:"
BEAT_SECONDS = 1.0
LIFE_SECONDS = 5
TIMEOUT_SECONDS = 0.5

log = structlog.get_logger(__name__)


class Membership:
    """Renews this node's entry: a Service of the node."""

    def __init__(self, redis_url: str, address: str) -> None:
        self._redis_url = redis_url
        self._address = address
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin; balancers see by their probes when the node takes work."""
        self._task = asyncio.get_running_loop().create_task(self._beat())

    async def stop(self) -> None:
        """End; a successor on the same address may have begun, so nothing is taken back."""
        # A cancel that meets a time-out of redis-py is taken for that time-out: once is not enough.
        while self._task is not None and not self._task.done():
            self._task.cancel()
            await asyncio.wait({self._task}, timeout=TIMEOUT_SECONDS)

    async def _beat(self) -> None:
        redis = aioredis.Redis.from_url(
            self._redis_url, socket_timeout=TIMEOUT_SECONDS, socket_connect_timeout=TIMEOUT_SECONDS, max_connections=2
        )
        is_silent = False
        try:
            while True:
                try:
                    await redis.set(HEARTBEAT_PREFIX + self._address, 1, ex=LIFE_SECONDS)
                    await redis.sadd(NODES, self._address)
                    is_silent = False
                except (RedisError, OSError, TimeoutError) as error:
                    if not is_silent:
                        log.warning("not_registered", address=self._address, reason=str(error))
                    is_silent = True
                await asyncio.sleep(BEAT_SECONDS)
        finally:
            await redis.aclose()
