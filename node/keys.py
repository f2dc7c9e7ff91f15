"""API keys: who a request is from. Postgres holds digests alone; a node remembers what it has looked up for a while."""

from __future__ import annotations

import asyncio
import hashlib
import re
import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass

from node.errors import OverloadedError, UnauthorizedError
from node.store.database import Database, DatabaseUnavailableError

PREFIX = "hwd_"
# What a list of keys shows of one, so that its owner finds it again.
SHOWN_LENGTH = 10
# A revoked key works for so long at most.
FRESH_SECONDS = 10.0
# Without a database a key that was good goes on being good for so long.
STALE_SECONDS = 3600.0
MAX_REMEMBERED = 20_000
MAX_LOOKUPS = 64
_FORM = re.compile(r"hwd_[A-Za-z0-9_-]{32}")
_BEARER = re.compile(r"(?i:bearer) +([^ ]+) *")
_FIND = """
SELECT id, tenant, requests_per_second, burst FROM howdah.api_keys
WHERE digest = $1 AND revoked IS NULL AND (expires IS NULL OR expires > now())
"""


@dataclass(frozen=True, slots=True)
class Caller:
    """Whom a key belongs to, and how much it may ask for."""

    key_id: int
    tenant: str
    requests_per_second: float
    burst: int


@dataclass(frozen=True, slots=True)
class _Known:
    caller: Caller | None
    looked_up: float


def new_key() -> str:
    """Make a key; whoever sees it now is the last to see it whole."""
    return PREFIX + secrets.token_urlsafe(24)


def digest_of(key: str) -> bytes:
    """Return what is kept of a key. It is random and long: a plain hash cannot be searched."""
    return hashlib.sha256(key.encode()).digest()


def key_of(authorization: str | None, api_key: str | None) -> str | None:
    """Return the key of a request: `Authorization: Bearer …` or `X-Api-Key: …`."""
    if authorization is not None:
        found = _BEARER.fullmatch(authorization)
        return None if found is None else found[1]
    return api_key


class KeyRing:
    """Knows who a key belongs to."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: OrderedDict[bytes, _Known] = OrderedDict()
        self._lookups: dict[bytes, asyncio.Task[Caller | None]] = {}

    async def identify(self, key: str | None) -> Caller:
        """Return the caller; UnauthorizedError without a good key, OverloadedError when none can be looked up."""
        if key is None:
            raise UnauthorizedError("an API key is needed: Authorization: Bearer hwd_…")
        caller = await self._find(digest_of(key)) if _FORM.fullmatch(key) else None
        if caller is None:
            raise UnauthorizedError("the API key is unknown, revoked or expired")
        return caller

    async def _find(self, digest: bytes) -> Caller | None:
        known = self._known.get(digest)
        now = time.monotonic()
        if known is not None and now - known.looked_up < FRESH_SECONDS:
            return known.caller
        lookup = self._lookups.get(digest)
        if lookup is None:
            if len(self._lookups) >= MAX_LOOKUPS:
                raise OverloadedError("too many API keys are being looked up")
            lookup = asyncio.get_running_loop().create_task(self._look_up(digest))
            self._lookups[digest] = lookup
            lookup.add_done_callback(lambda _task: self._lookups.pop(digest, None))
        try:
            # Shielded: a client that leaves must not end the lookup for others.
            return await asyncio.shield(lookup)
        except DatabaseUnavailableError as error:
            if known is not None and known.caller is not None and now - known.looked_up < STALE_SECONDS:
                return known.caller
            raise OverloadedError("API keys cannot be looked up now") from error

    async def _look_up(self, digest: bytes) -> Caller | None:
        async with self._database.connection() as connection:
            row = await connection.fetchrow(_FIND, digest)
        caller = None
        if row is not None:
            caller = Caller(row["id"], row["tenant"], row["requests_per_second"], row["burst"])
        self._known[digest] = _Known(caller, time.monotonic())
        self._known.move_to_end(digest)
        if len(self._known) > MAX_REMEMBERED:
            self._known.popitem(last=False)
        return caller
