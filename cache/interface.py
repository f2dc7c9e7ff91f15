"""ResponseCache: what the node needs of a store of responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cache.entry import CachedResponse


class ResponseCache(Protocol):
    """A store of responses by key. Losing an entry is always allowed, answering with another key's never."""

    async def get(self, key: bytes) -> CachedResponse | None:
        """Return the fresh response under this key."""

    async def put(self, key: bytes, response: CachedResponse) -> None:
        """Keep a response until it expires or room is needed."""
