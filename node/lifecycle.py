"""Start, ready, drain, stop."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Literal, Protocol

State = Literal["starting", "ready", "draining"]

_POLL_SECONDS = 0.02


class Service(Protocol):
    """What a node process keeps running beside its requests."""

    async def start(self) -> None:
        """Begin; what is not there yet is waited for elsewhere."""

    async def stop(self) -> None:
        """End."""


@dataclass(slots=True)
class Lifecycle:
    """Where in its life this node process is."""

    state: State = "starting"
    requests_in_flight: int = 0

    @property
    def is_draining(self) -> bool:
        """Whether it finishes what it has and then leaves."""
        return self.state == "draining"

    async def drained(self, *, drain_seconds: float) -> bool:
        """Wait until no request is in flight; False when that took too long."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + drain_seconds
        while self.requests_in_flight:
            if loop.time() >= deadline:
                return False
            await asyncio.sleep(_POLL_SECONDS)
        return True
