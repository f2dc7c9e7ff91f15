"""Which executions may wait, and which are shed. What is shed was not run, and is told so at once."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import Literal

from node.errors import OverloadedError
from node.standing import StandingLine

Reason = Literal["queue_full", "standing", "expected_wait", "stopping"]


@dataclass(frozen=True, slots=True)
class Line:
    """What an execution that comes now finds before it."""

    waiting: int
    waiting_bytes: int
    # How many of those have their turn before it: tenants take turns, so it is fewer for one that has none there.
    ahead: int
    # How many were started since the beginning.
    started: int
    expected_wait_ms: float


@dataclass(slots=True)
class Admission:
    """The bounds of one line: a burst may wait long, a standing line is kept short."""

    max_waiting: int
    max_waiting_bytes: int
    max_wait_ms: float
    standing: StandingLine

    def reason_to_shed(self, line: Line, body_bytes: int, now: float | None = None) -> Reason | None:
        """Why an execution that comes now is shed, or None when it may wait its turn."""
        self.standing.look(line.waiting, line.started, time.monotonic() if now is None else now)
        if not line.waiting:
            return None
        if line.waiting >= self.max_waiting or line.waiting_bytes + body_bytes > self.max_waiting_bytes:
            return "queue_full"
        if line.ahead >= self.standing.limit:
            return "standing"
        # It would wait in vain and then be shed: say so now, while the client can still go elsewhere.
        return "expected_wait" if line.expected_wait_ms > self.max_wait_ms else None


def overloaded(reason: Reason, expected_wait_ms: float) -> OverloadedError:
    """The error for a shed execution; clients may come back once the queue that is there has been worked off."""
    seconds = max(1, min(60, math.ceil(expected_wait_ms / 1000)))
    return OverloadedError(f"too many executions wait ({reason.replace('_', ' ')})", retry_after_seconds=seconds)
