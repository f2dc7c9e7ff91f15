"""How long a line may be when more comes than can be done: as long as makes those in it wait the aim, and no longer.

CoDel's question, is there a queue that never goes away, asked of a line whose scripts take from microseconds to
seconds: a limit that compared how long they take with the least it saw, as gradient limits do, would take a change of
scripts for a queue. How much is done is measured, so by Little's law the line that waits the aim is that times the aim.
"""

from __future__ import annotations

from dataclasses import dataclass, field

# A line that was never short for so long is no burst.
INTERVAL_SECONDS = 0.5
# So much of the way to what was just measured: what is done in one interval is an accident of the scripts in it.
GAIN = 0.5
# What executors may always have before them, each, however slow: else they would idle between two clients.
LEAST_PER_EXECUTOR = 4
# The limit doubles in each interval of short lines, until it is none.
_MOST_DOUBLINGS = 20.0


@dataclass(slots=True)
class StandingLine:
    """The limit of one line. Lengths grow by arrivals alone, so that looking at each arrival finds the shortest."""

    aim_seconds: float
    least: int
    most: int
    _since: float = 0.0
    _started: int = 0
    _shortest: int = 0
    # How long those wait who come when the line is shortest.
    delay_seconds: float = 0.0
    limit: float = field(init=False)

    def __post_init__(self) -> None:
        self.least = min(self.least, self.most)
        self.limit = float(self.most)

    @property
    def is_limited(self) -> bool:
        """Whether there is a standing line, or was one lately."""
        return self.limit < self.most

    def look(self, length: int, started: int, now: float) -> None:
        """Take into account how many wait now, and how many have been started since the beginning."""
        self._shortest = min(self._shortest, length)
        elapsed = now - self._since
        if elapsed < INTERVAL_SECONDS:
            return
        rate = (started - self._started) / elapsed
        self._judge(rate, elapsed)
        self._since, self._started, self._shortest = now, started, length

    def _judge(self, rate: float, elapsed: float) -> None:
        shortest = self._shortest
        self.delay_seconds = 0.0 if not shortest else shortest / rate if rate else float("inf")
        fitting = max(float(self.least), rate * self.aim_seconds)
        if not self.is_limited:
            if self.delay_seconds > self.aim_seconds:
                self.limit = min(fitting, float(self.most))
        elif self.delay_seconds < self.aim_seconds / 2:
            self.limit = min(float(self.most), self.limit * 2 ** min(_MOST_DOUBLINGS, elapsed / INTERVAL_SECONDS))
        else:
            self.limit = min(float(self.most), self.limit + GAIN * (fitting - self.limit))
