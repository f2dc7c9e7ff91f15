"""One execution per key, everyone else waits for it. What could not be shared is run by each for himself."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

Answer = TypeVar("Answer")

# Keys whose answer turned out not to be shareable are not waited for again.
MAX_REMEMBERED = 10_000


class SingleFlight(Generic[Answer]):
    """Joins concurrent calls for the same key."""

    def __init__(self) -> None:
        self._flights: dict[bytes, asyncio.Future[Answer | None]] = {}
        self._unshared: OrderedDict[bytes, None] = OrderedDict()

    async def run(
        self, key: bytes, call: Callable[[], Awaitable[Answer]], is_shareable: Callable[[Answer], bool]
    ) -> tuple[Answer, bool]:
        """Return the answer, and whether it came from someone else's call.

        Whoever waited for an answer that could not be shared, or for a call that failed, makes the call himself.
        """
        if key in self._unshared:
            return await call(), False
        flight = self._flights.get(key)
        if flight is not None:
            # Shielded: one waiter that goes away must not end the flight for the others.
            answer = await asyncio.shield(flight)
            if answer is not None:
                return answer, True
            return await call(), False
        return await self._lead(key, call, is_shareable), False

    async def _lead(
        self, key: bytes, call: Callable[[], Awaitable[Answer]], is_shareable: Callable[[Answer], bool]
    ) -> Answer:
        flight: asyncio.Future[Answer | None] = asyncio.get_running_loop().create_future()
        self._flights[key] = flight
        shared: Answer | None = None
        try:
            answer = await call()
            if is_shareable(answer):
                shared = answer
            else:
                self._remember(key)
            return answer
        finally:
            del self._flights[key]
            flight.set_result(shared)

    def is_shared(self, key: bytes) -> bool:
        """Whether calls for this key are joined; not after an answer that could not be shared."""
        return key not in self._unshared

    def is_under_way(self, key: bytes) -> bool:
        """Whether somebody makes a call for this key now."""
        return key in self._flights

    def _remember(self, key: bytes) -> None:
        self._unshared[key] = None
        if len(self._unshared) > MAX_REMEMBERED:
            self._unshared.popitem(last=False)

    def forget(self, key: bytes) -> None:
        """Wait for this key again from now on: its last answer could be shared."""
        self._unshared.pop(key, None)
