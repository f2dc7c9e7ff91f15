"""Percentiles, and numbers as people read them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

SHARES = (0.5, 0.9, 0.95, 0.99, 0.999)


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value that this share of sorted values does not exceed; 0 where there are none."""
    if not ordered:
        return 0.0
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """The usual ones, and the largest."""
    ordered = sorted(values)
    found = {f"p{share * 100:g}": percentile(ordered, share) for share in SHARES}
    return {**found, "max": ordered[-1] if ordered else 0.0}


def milliseconds(seconds: float) -> str:
    """A duration with three digits that count."""
    value = seconds * 1000
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def counts(ordered: Sequence[float], bounds: Sequence[float]) -> list[int]:
    """How many sorted values lie at or below each bound and above the one before; one more for those above all."""
    found, before = [], 0
    for bound in bounds:
        at = bisect_left(ordered, bound)
        while at < len(ordered) and ordered[at] == bound:
            at += 1
        found.append(at - before)
        before = at
    return [*found, len(ordered) - before]
