"""How many executions may wait, and when to shed. What is shed was not run, and is told so at once."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field
from typing import Literal

from node.errors import OverloadedError

Reason = Literal["queue_full", "expected_wait", "stopping"]


# A queue that was never empty for so long is no burst: more comes than can be done, and whoever waits, waits in vain.
STANDING_SECONDS = 0.5
# What may then still be waited: enough to keep executors busy and to last while new ones get warm, little enough for
# clients not to give up.
STANDING_WAIT_MS = 1000.0


@dataclass(slots=True)
class Admission:
    """The bounds of one queue: a burst may wait long, a standing queue is kept short."""

    max_waiting: int
    max_waiting_bytes: int
    max_wait_ms: float
    _empty_at: float = field(default_factory=time.monotonic)

    def reason_to_shed(
        self, *, waiting: int, waiting_bytes: int, body_bytes: int, expected_wait_ms: float
    ) -> Reason | None:
        """Why an execution that comes now is shed, or None when it may wait its turn."""
        if not waiting:
            self._empty_at = time.monotonic()
            return None
        if waiting >= self.max_waiting or waiting_bytes + body_bytes > self.max_waiting_bytes:
            return "queue_full"
        longest = self.max_wait_ms
        if expected_wait_ms > STANDING_WAIT_MS and time.monotonic() - self._empty_at > STANDING_SECONDS:
            longest = min(longest, STANDING_WAIT_MS)
        # It would wait in vain and then be shed: say so now, while the client can still go elsewhere.
        return "expected_wait" if expected_wait_ms > longest else None


def overloaded(reason: Reason, expected_wait_ms: float) -> OverloadedError:
    """The error for a shed execution; clients may come back once the queue that is there has been worked off."""
    seconds = max(1, min(60, math.ceil(expected_wait_ms / 1000)))
    return OverloadedError(f"too many executions wait ({reason.replace('_', ' ')})", retry_after_seconds=seconds)
