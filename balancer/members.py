"""What is known of each node, and what follows from it: plain functions over plain state, no I/O."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FULL_WEIGHT = 100
# Why a node is out that was never asked.
NEW = "new"
# Foreseen lists grow with the square of the number of nodes.
MOST_FORESEEN_NODES = 20


class Finding(enum.Enum):
    """What a probe found."""

    READY = "ready"
    REFUSING = "refusing"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Policy:
    """When a node is taken out and how it comes back."""

    # A frozen node is out after its last good probe by: interval + failures * timeout.
    interval_seconds: float = 0.3
    timeout_seconds: float = 0.6
    failures: int = 2
    successes: int = 2
    # The shares of its weight with which a node comes back, and how long each lasts.
    steps: tuple[int, ...] = (25, 50)
    step_seconds: float = 2.0


@dataclass(slots=True)
class Member:
    """One node: where it is and how it did lately."""

    address: str
    is_in: bool = False
    # Whether it was ever in: a node that is new comes in at once, one that failed comes back slowly.
    has_failed: bool = False
    failures: int = 0
    successes: int = 0
    came_back: float = 0.0
    reason: str = NEW

    def learn(self, finding: Finding, now: float, policy: Policy) -> None:
        """Take one probe into account."""
        if finding is Finding.READY:
            self.failures = 0
            self.successes += 1
            if not self.is_in and self.successes >= (policy.successes if self.has_failed else 1):
                self.is_in, self.came_back, self.reason = True, now, "ready"
            return
        self.successes = 0
        self.failures += 1
        # One that says itself that it takes no work is believed at once.
        if self.is_in and (finding is Finding.REFUSING or self.failures >= policy.failures):
            self.is_in, self.has_failed = False, True
        if not self.is_in:
            self.reason = finding.value

    def weight(self, now: float, policy: Policy) -> int:
        """Return its weight; 0 while it is out."""
        if not self.is_in:
            return 0
        if not self.has_failed:
            return FULL_WEIGHT
        step = int((now - self.came_back) / policy.step_seconds)
        return policy.steps[step] if step < len(policy.steps) else FULL_WEIGHT


def weights(members: list[Member], now: float, policy: Policy) -> dict[str, int]:
    """Return each node's weight. When none is left all stay in: a wrong probe must not close a whole cluster."""
    found = {member.address: member.weight(now, policy) for member in members}
    if any(found.values()):
        return found
    return dict.fromkeys(found, FULL_WEIGHT)


def foreseen(now: Mapping[str, int], policy: Policy) -> list[dict[str, int]]:
    """Return what is likely to be wanted next: lists that differ in one node from this one, or from all being in."""
    if len(now) > MOST_FORESEEN_NODES:
        return []
    whole = dict.fromkeys(now, FULL_WEIGHT)
    lists = [
        {**base, address: weight}
        for base in (now, whole)
        for address in now
        for weight in (0, *policy.steps, FULL_WEIGHT)
    ]
    return [one for at, one in enumerate(lists) if one != now and any(one.values()) and one not in lists[:at]]
