"""Responses in this process: the least recently used go when the bytes run out."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from cache.entry import CachedResponse
    from cache.key import Place, Selection

# What an entry costs beside its body: key, objects, a place in the dict.
ENTRY_OVERHEAD_BYTES = 700


class MemoryCache:
    """Responses bounded by bytes."""

    def __init__(self, max_bytes: int, *, clock: Callable[[], float] = time.time) -> None:
        self._max_bytes = max_bytes
        self._clock = clock
        self._entries: OrderedDict[bytes, CachedResponse] = OrderedDict()
        self._places: dict[bytes, Place] = {}
        self.size_bytes = 0
        self.evictions = 0

    def __len__(self) -> int:
        return len(self._entries)

    def find(self, key: bytes) -> CachedResponse | None:
        """Return the fresh response under this key; it becomes the most recently used."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        if not entry.is_fresh(self._clock()):
            self._remove(key)
            return None
        self._entries.move_to_end(key)
        return entry

    def keep(self, key: bytes, response: CachedResponse, place: Place | None = None) -> None:
        """Store a response. One larger than an eighth of all room is not kept: it would push out too many."""
        cost = len(response.body) + ENTRY_OVERHEAD_BYTES
        self._remove(key)
        if cost > self._max_bytes // 8:
            return
        self._entries[key] = response
        if place is not None:
            self._places[key] = place
        self.size_bytes += cost
        while self.size_bytes > self._max_bytes:
            self._remove(next(iter(self._entries)))
            self.evictions += 1

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()
        self._places.clear()
        self.size_bytes = 0

    def purge(self, selection: Selection) -> int:
        """Forget the responses that a selection covers; return how many."""
        covered = [key for key, place in self._places.items() if selection.covers(place)]
        for key in covered:
            self._remove(key)
        return len(covered)

    def _remove(self, key: bytes) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            self._places.pop(key, None)
            self.size_bytes -= len(entry.body) + ENTRY_OVERHEAD_BYTES
