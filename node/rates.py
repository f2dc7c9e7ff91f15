"""Rate limits: a bucket of tokens for each API key, in Redis for all nodes; in each process while Redis is away."""

from __future__ import annotations

import hashlib
import math
import time
from collections import OrderedDict
from dataclasses import dataclass

import hiredis

from cache.redis_link import RedisLink
from node.keys import Caller

MAX_LOCAL_BUCKETS = 20_000

# Redis's own clock, so that nodes need not agree on the time.
_SCRIPT = """
local rate, burst, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local kept = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = burst
if kept[1] then
    tokens = math.min(burst, tonumber(kept[1]) + math.max(0, now - tonumber(kept[2])) * rate)
end
local is_allowed = 0
if tokens >= cost then
    is_allowed = 1
    tokens = tokens - cost
end
redis.call('HSET', KEYS[1], 'tokens', string.format('%.6f', tokens), 'at', string.format('%.6f', now))
redis.call('PEXPIRE', KEYS[1], math.ceil(burst / rate * 1000) + 1000)
return {is_allowed, string.format('%.6f', tokens)}
"""
_DIGEST = hashlib.sha1(_SCRIPT.encode(), usedforsecurity=False).hexdigest()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a bucket says: whether the request may pass, and what is left."""

    is_allowed: bool
    limit: int
    remaining: int
    reset_seconds: int
    retry_seconds: int

    @property
    def headers(self) -> dict[str, str]:
        """The headers that tell the client."""
        headers = {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(self.remaining),
            "RateLimit-Reset": str(self.reset_seconds),
        }
        return headers if self.is_allowed else headers | {"Retry-After": str(self.retry_seconds)}


def verdict(caller: Caller, tokens: float, cost: int, *, is_allowed: bool) -> Verdict:
    """Word what a bucket with so many tokens left says of a request of this cost."""
    rate = caller.requests_per_second
    return Verdict(
        is_allowed,
        caller.burst,
        max(0, math.floor(tokens)),
        math.ceil((caller.burst - tokens) / rate),
        max(1, math.ceil((cost - tokens) / rate)),
    )


class Rates:
    """The buckets."""

    def __init__(self, link: RedisLink | None) -> None:
        self._link = link
        self._local: OrderedDict[int, tuple[float, float]] = OrderedDict()

    async def take(self, caller: Caller, cost: int) -> Verdict:
        """Take tokens; a request that costs more than a bucket holds costs all of it."""
        cost = min(cost, caller.burst)
        answer = await self._ask(caller, cost)
        if answer is None:
            return self._take_here(caller, cost)
        is_allowed, tokens = answer
        return verdict(caller, tokens, cost, is_allowed=is_allowed)

    async def _ask(self, caller: Caller, cost: int) -> tuple[bool, float] | None:
        if self._link is None:
            return None
        arguments = (1, f"howdah:rate:{caller.key_id}", caller.requests_per_second, caller.burst, cost)
        reply = await self._link.call("EVALSHA", _DIGEST, *arguments)
        if isinstance(reply, hiredis.ReplyError) and str(reply).startswith("NOSCRIPT"):
            reply = await self._link.call("EVAL", _SCRIPT, *arguments)
        if isinstance(reply, list) and len(reply) == 2:
            return reply[0] == 1, float(reply[1])
        return None

    def _take_here(self, caller: Caller, cost: int) -> Verdict:
        now = time.monotonic()
        tokens, at = self._local.pop(caller.key_id, (float(caller.burst), now))
        tokens = min(caller.burst, tokens + (now - at) * caller.requests_per_second)
        is_allowed = tokens >= cost
        if is_allowed:
            tokens -= cost
        self._local[caller.key_id] = tokens, now
        if len(self._local) > MAX_LOCAL_BUCKETS:
            self._local.popitem(last=False)
        return verdict(caller, tokens, cost, is_allowed=is_allowed)
