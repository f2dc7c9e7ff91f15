"""Decides who runs what, who is stopped and how many are missing: plain functions over plain state, no I/O.

A script never waits behind another tenant's: it goes to an idle executor. Only scripts known to be tiny are lined up in
one executor, behind tiny ones of the same tenant, since waking another process costs more than running them.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

# A script that took less is tiny; scripts lined up in one executor may take no more than this together.
TINY_MS = 0.25
LINE_MS = 0.5


@dataclass(slots=True, eq=False)
class Job:
    """One execution on its way through the pool. Times are `time.monotonic()`: the loop's clock counts milliseconds."""

    id: int
    body: bytes
    tenant: str
    is_isolated: bool
    wall_ms: int
    max_output_bytes: int
    estimate_ms: float | None
    enqueued: float
    # Any: whatever the supervisor wants to find again; the pool does not look at it.
    owner: Any = None
    started: float = 0.0
    # Whether it has asked something of the world outside: then it may not be run a second time.
    has_called: bool = False
    # Whether it is likely to open a session of the database, and whether it was lent one before it asked.
    opens: bool = False
    is_lent: bool = False
    # Any: where spans of what it does belong, where they are asked for; nothing here looks into it.
    trace: Any = None
    # Whether it may be taken off its lane once it has run for a slice.
    is_bounded: bool = False
    # The CPU time of its executor when it was first seen running, and by how much that grew until it was taken off.
    cpu_mark: float | None = None
    worked_ms: float = 0.0
    # Whether it is known to be over before another process would have woken up.
    is_tiny: bool = field(init=False)

    def __post_init__(self) -> None:
        self.is_tiny = self.estimate_ms is not None and self.estimate_ms < TINY_MS and not self.is_isolated


@dataclass(slots=True, eq=False)
class Seat:
    """What the pool knows of one executor. The first of `jobs` is running, the others are behind it."""

    token: int
    tenant: str | None = None
    jobs: deque[Job] = field(default_factory=deque)
    line_ms: float = 0.0
    is_leaving: bool = False

    @property
    def is_idle(self) -> bool:
        """Whether it would start a script at once."""
        return not self.jobs and not self.is_leaving

    @property
    def is_fresh(self) -> bool:
        """Whether it never ran a client's script."""
        return self.tenant is None and self.is_idle


class Waiting:
    """Jobs that no executor has, by tenant, tenants taking turns."""

    def __init__(self) -> None:
        self._queues: OrderedDict[str, deque[Job]] = OrderedDict()
        self.count = 0
        self.size_bytes = 0

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Job]:
        for queue in self._queues.values():
            yield from queue

    def push(self, job: Job) -> None:
        """Put a job at the end of its tenant's queue."""
        queue = self._queues.get(job.tenant)
        if queue is None:
            queue = self._queues[job.tenant] = deque()
        queue.append(job)
        self.count += 1
        self.size_bytes += len(job.body)

    def push_back(self, jobs: Iterable[Job]) -> None:
        """Put jobs that were taken in front again, in their order."""
        for job in reversed(list(jobs)):
            self._queues.setdefault(job.tenant, deque()).appendleft(job)
            self._count(job, 1)

    def ahead_of(self, tenant: str) -> int:
        """How many have their turn before one of this tenant that comes now, at most."""
        queue = self._queues.get(tenant)
        if queue is None:
            return min(self.count, len(self._queues))
        return min(self.count, (len(queue) + 1) * len(self._queues))

    def firsts(self) -> list[Job]:
        """Return the next job of each tenant, in the order of their turns."""
        return [queue[0] for queue in self._queues.values()]

    def take(self, job: Job) -> None:
        """Remove a job that `firsts` named; its tenant's next turn comes last."""
        queue = self._queues[job.tenant]
        queue.popleft()
        if not queue:
            del self._queues[job.tenant]
        elif len(self._queues) > 1:
            self._queues.move_to_end(job.tenant)
        self.count -= 1
        self.size_bytes -= len(job.body)

    def expire(self, before: float) -> list[Job]:
        """Remove and return the jobs that came before this time."""
        expired = []
        for tenant, queue in list(self._queues.items()):
            while queue and queue[0].enqueued < before:
                job = queue.popleft()
                self._count(job, -1)
                expired.append(job)
            if not queue:
                del self._queues[tenant]
        return expired

    def _count(self, job: Job, by: int) -> None:
        self.count += by
        self.size_bytes += by * len(job.body)


@dataclass(slots=True)
class Decision:
    """Who runs what, and which executors have to make room for another tenant."""

    runs: list[tuple[Seat, Job]] = field(default_factory=list)
    stops: list[Seat] = field(default_factory=list)


def assign(waiting: Waiting, seats: Iterable[Seat], *, line_limit: int) -> Decision:
    """Take from `waiting` what can be started now and put it into seats."""
    decision = Decision()
    seats = list(seats)
    while waiting.count:
        unplaced: list[Job] = []
        is_placed = False
        for job in waiting.firsts():
            seat = choose(job, seats, line_limit=line_limit)
            if seat is None:
                unplaced.append(job)
                continue
            waiting.take(job)
            seat.jobs.append(job)
            seat.line_ms += job.estimate_ms or 0.0
            seat.tenant = job.tenant
            decision.runs.append((seat, job))
            is_placed = True
        if not is_placed:
            decision.stops = make_room(unplaced, seats)
            break
    return decision


def choose(job: Job, seats: list[Seat], *, line_limit: int) -> Seat | None:
    """Return the executor for this job, or None when it has to wait."""
    fresh = idle = None
    tenant, is_tiny = job.tenant, job.is_tiny
    for seat in seats:
        if seat.is_leaving:
            continue
        jobs = seat.jobs
        if not jobs:
            if seat.tenant is None:
                fresh = fresh or seat
            elif seat.tenant == tenant:
                idle = idle or seat
        # The last one is tiny only if all before it are: nothing lines up behind a script that is not.
        elif (
            is_tiny
            and jobs[-1].is_tiny
            and seat.tenant == tenant
            and len(jobs) < line_limit
            and seat.line_ms + (job.estimate_ms or 0.0) <= LINE_MS
        ):
            return seat
    return fresh if job.is_isolated else idle or fresh


def make_room(unplaced: list[Job], seats: list[Seat]) -> list[Seat]:
    """Return idle executors of other tenants, or used ones where a fresh one is needed: one for each job that waits."""
    stops: list[Seat] = []
    # Each that leaves already makes room for one.
    leaving = sum(1 for seat in seats if seat.is_leaving)
    for job in unplaced[leaving:]:
        for seat in seats:
            is_in_the_way = seat.is_idle and not seat.is_fresh and (job.is_isolated or seat.tenant != job.tenant)
            if is_in_the_way and seat not in stops:
                stops.append(seat)
                break
    return stops


def missing(seats: Iterable[Seat], size: int) -> int:
    """Return how many executors have to be forked."""
    return max(0, size - sum(1 for seat in seats if not seat.is_leaving))


def overdue(seats: Iterable[Seat], now: float, grace_ms: float) -> list[Seat]:
    """Return the executors whose running script should have ended long ago."""
    return [
        seat for seat in seats if seat.jobs and now - seat.jobs[0].started > (seat.jobs[0].wall_ms + grace_ms) / 1000
    ]
