"""Which executions may wait, and which are shed. What is shed was not run, and is told so at once."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from node.errors import OverloadedError
from node.standing import StandingLine

Reason = Literal["queue_full", "standing", "expected_wait", "stopping"]


class Line(NamedTuple):
    """What an execution that comes now finds before it."""

    waiting: int
    waiting_bytes: int
    # How many of those have their turn before it: tenants take turns, so it is fewer for one that has none there.
    ahead: int
    # How many were started since the beginning.
    started: int
    expected_wait_ms: float


class Refusal(NamedTuple):
    """Why an execution is shed, and when to come back."""

    reason: Reason
    retry_after_seconds: int

    def error(self) -> OverloadedError:
        """What its client is told."""
        detail = f"too many executions wait ({self.reason.replace('_', ' ')})"
        return OverloadedError(detail, retry_after_seconds=self.retry_after_seconds)


@dataclass(slots=True)
class Admission:
    """The bounds of one line: a burst may wait long, a standing line is kept short."""

    max_waiting: int
    max_waiting_bytes: int
    max_wait_ms: float
    standing: StandingLine
    _has_just_shed: bool = field(default=False, init=False)

    @property
    def is_under_pressure(self) -> bool:
        """Whether who comes now is likely to be shed, so that it is worth asking before anything is begun."""
        return self._has_just_shed or self.standing.is_limited

    def refuse(self, line: Line, body_bytes: int, now: float | None = None) -> Refusal | None:
        """Why an execution that comes now is shed, or None when it may wait its turn."""
        reason = self._reason(line, body_bytes, time.monotonic() if now is None else now)
        self._has_just_shed = reason is not None
        # Clients may come back once the queue that is there has been worked off.
        return None if reason is None else Refusal(reason, max(1, min(60, math.ceil(line.expected_wait_ms / 1000))))

    def _reason(self, line: Line, body_bytes: int, now: float) -> Reason | None:
        self.standing.look(line.waiting, line.started, now)
        if not line.waiting:
            return None
        if line.waiting >= self.max_waiting or line.waiting_bytes + body_bytes > self.max_waiting_bytes:
            return "queue_full"
        if line.ahead >= self.standing.limit:
            return "standing"
        # It would wait in vain and then be shed: say so now, while the client can still go elsewhere.
        return "expected_wait" if line.expected_wait_ms > self.max_wait_ms else None
