"""How many executions may wait, and when to shed. What is shed was not run, and is told so at once."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from node.errors import OverloadedError

Reason = Literal["queue_full", "expected_wait", "stopping"]


@dataclass(frozen=True, slots=True)
class Admission:
    """The bounds of the queue."""

    max_waiting: int
    max_waiting_bytes: int
    max_wait_ms: float

    def reason_to_shed(
        self, *, waiting: int, waiting_bytes: int, body_bytes: int, expected_wait_ms: float
    ) -> Reason | None:
        """Why an execution that comes now is shed, or None when it may wait its turn."""
        if waiting >= self.max_waiting or (waiting and waiting_bytes + body_bytes > self.max_waiting_bytes):
            return "queue_full"
        if expected_wait_ms > self.max_wait_ms:
            # It would wait in vain and then be shed: say so now, while the client can still go elsewhere.
            return "expected_wait"
        return None


def overloaded(reason: Reason, expected_wait_ms: float) -> OverloadedError:
    """The error for a shed execution; clients may come back once the queue that is there has been worked off."""
    seconds = max(1, min(60, math.ceil(expected_wait_ms / 1000)))
    return OverloadedError(f"too many executions wait ({reason.replace('_', ' ')})", retry_after_seconds=seconds)
