"""When to shed."""

from __future__ import annotations

import pytest

from node.admission import STANDING_SECONDS, Admission, overloaded

BOUNDS = Admission(max_waiting=10, max_waiting_bytes=1000, max_wait_ms=500, _empty_at=float("inf"))


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ({"waiting": 0, "waiting_bytes": 0, "body_bytes": 10, "expected_wait_ms": 0}, None),
        ({"waiting": 9, "waiting_bytes": 0, "body_bytes": 10, "expected_wait_ms": 499}, None),
        ({"waiting": 10, "waiting_bytes": 0, "body_bytes": 10, "expected_wait_ms": 0}, "queue_full"),
        ({"waiting": 1, "waiting_bytes": 995, "body_bytes": 10, "expected_wait_ms": 0}, "queue_full"),
        # A single large one may wait when nobody else does.
        ({"waiting": 0, "waiting_bytes": 0, "body_bytes": 5000, "expected_wait_ms": 0}, None),
        ({"waiting": 5, "waiting_bytes": 0, "body_bytes": 10, "expected_wait_ms": 501}, "expected_wait"),
    ],
)
def test_the_queue_has_bounds(state: dict[str, int], reason: str | None) -> None:
    assert BOUNDS.reason_to_shed(**state) == reason


def test_a_burst_may_wait_and_a_standing_queue_may_not() -> None:
    bounds = Admission(max_waiting=1000, max_waiting_bytes=1000, max_wait_ms=2000)
    state = {"waiting_bytes": 0, "body_bytes": 0}
    assert bounds.reason_to_shed(waiting=50, expected_wait_ms=1500, **state) is None
    bounds._empty_at -= 2 * STANDING_SECONDS
    assert bounds.reason_to_shed(waiting=50, expected_wait_ms=1500, **state) == "expected_wait"
    # Enough is let in to keep executors busy, and an empty queue ends it.
    assert bounds.reason_to_shed(waiting=5, expected_wait_ms=50, **state) is None
    assert bounds.reason_to_shed(waiting=0, expected_wait_ms=0, **state) is None
    assert bounds.reason_to_shed(waiting=50, expected_wait_ms=500, **state) is None


@pytest.mark.parametrize(("wait_ms", "seconds"), [(0, "1"), (1200, "2"), (10**9, "60")])
def test_retry_after_follows_the_queue(wait_ms: float, seconds: str) -> None:
    assert overloaded("queue_full", wait_ms).headers["Retry-After"] == seconds
