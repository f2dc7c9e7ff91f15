"""Which executions are shed."""

from __future__ import annotations

from collections import deque

import pytest

from node.admission import Admission, Line
from node.executors.pool import Job, Waiting
from node.standing import StandingLine

NOTHING = Line(waiting=0, waiting_bytes=0, ahead=0, started=0, expected_wait_ms=0)


def bounds() -> Admission:
    return Admission(10, 1000, max_wait_ms=500, standing=StandingLine(0.1, least=4, most=10))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({}, None),
        ({"waiting": 9, "ahead": 9, "expected_wait_ms": 499}, None),
        ({"waiting": 10, "ahead": 9}, "queue_full"),
        ({"waiting": 1, "waiting_bytes": 995}, "queue_full"),
        ({"waiting": 5, "ahead": 5, "expected_wait_ms": 501}, "expected_wait"),
    ],
)
def test_the_line_has_bounds(line: dict[str, int], reason: str | None) -> None:
    refusal = bounds().refuse(NOTHING._replace(**line), 10, now=0.0)
    assert (refusal and refusal.reason) == reason


def test_a_single_large_one_may_wait_when_nobody_else_does() -> None:
    assert bounds().refuse(NOTHING, 5000, now=0.0) is None


def test_a_standing_line_sheds_those_with_many_before_them() -> None:
    admission = bounds()
    for now in (0.0, 0.3, 0.6, 1.2):
        admission.refuse(NOTHING._replace(waiting=9, ahead=9, started=int(now * 10)), 10, now=now)
    assert admission.standing.limit == 4
    full = NOTHING._replace(waiting=9, ahead=9, started=12)
    refusal = admission.refuse(full, 10, now=1.3)
    assert refusal is not None
    assert refusal.reason == "standing"
    assert admission.refuse(full._replace(ahead=2), 10, now=1.3) is None


def test_who_was_just_shed_is_asked_first_the_next_time() -> None:
    admission = bounds()
    lines = (NOTHING, NOTHING._replace(waiting=10, ahead=10), NOTHING)
    found = [(admission.is_under_pressure, admission.refuse(line, 10, now=0.0) is not None) for line in lines]
    assert [*found, admission.is_under_pressure] == [(False, False), (False, True), (True, False), False]


def test_only_those_count_whose_turn_comes_first() -> None:
    waiting = Waiting()
    assert waiting.ahead_of("quiet") == 0
    for number in range(10):
        waiting.push(Job(number, b"", "greedy", False, 1, 1, None, 0.0))  # noqa: FBT003 - as the pool does
    assert (waiting.ahead_of("greedy"), waiting.ahead_of("quiet")) == (10, 1)
    waiting.push(Job(11, b"", "quiet", False, 1, 1, None, 0.0))  # noqa: FBT003
    assert (waiting.ahead_of("greedy"), waiting.ahead_of("quiet")) == (11, 4)


@pytest.mark.parametrize(("wait_ms", "seconds"), [(0, "1"), (1200, "2"), (10**9, "60")])
def test_retry_after_follows_the_queue(wait_ms: float, seconds: str) -> None:
    refusal = bounds().refuse(NOTHING._replace(waiting=10, expected_wait_ms=wait_ms), 10, now=0.0)
    assert refusal is not None
    assert refusal.error().headers["Retry-After"] == seconds


class Simulation:
    """Executors that take what a line lets in, on a clock of its own."""

    def __init__(self, *, executors: int = 4, aim: float = 0.5) -> None:
        self.standing = StandingLine(aim, least=4 * executors, most=10_000)
        self.admission = Admission(10_000, 1 << 20, max_wait_ms=2000, standing=self.standing)
        self.now = 0.0
        self.free_at = [0.0] * executors
        self.line: deque[float] = deque()
        self.started = 0
        self.waits: list[float] = []
        self.shed = 0
        self.limits: list[float] = []

    def run(self, seconds: float, *, rate: float, service: float) -> None:
        """Let clients come at a rate, whatever becomes of them, with scripts that take so long."""
        self.waits, self.shed, self.limits = [], 0, []
        end = self.now + seconds
        while self.now < end:
            self.now += 1 / rate
            self._start(service)
            waiting = len(self.line)
            line = Line(waiting, 0, waiting, self.started, 1000 * service * waiting / len(self.free_at))
            if self.admission.refuse(line, 0, self.now) is None:
                self.line.append(self.now)
            else:
                self.shed += 1
            self.limits.append(self.standing.limit)

    def _start(self, service: float) -> None:
        while self.line:
            first = min(range(len(self.free_at)), key=self.free_at.__getitem__)
            if self.free_at[first] > self.now:
                return
            came = self.line.popleft()
            begins = max(came, self.free_at[first])
            self.free_at[first] = begins + service
            self.started += 1
            self.waits.append(begins - came)

    def share(self, share: float) -> float:
        """A percentile of what those waited who were let in."""
        return sorted(self.waits)[int(share * len(self.waits))]


@pytest.mark.parametrize("service", [0.0005, 0.005, 0.05])
@pytest.mark.parametrize("times", [1.5, 5, 50])
def test_those_let_in_wait_the_aim_however_much_comes(service: float, times: float) -> None:
    cluster = Simulation()
    capacity = 4 / service
    cluster.run(4, rate=times * capacity, service=service)
    began = cluster.started
    cluster.run(4, rate=times * capacity, service=service)
    assert cluster.share(0.99) < 0.65
    assert cluster.share(0.5) > 0.3
    assert cluster.started - began > 0.97 * 4 * capacity
    assert max(cluster.limits) < 1.5 * min(cluster.limits), "it flaps"


def test_it_follows_scripts_that_become_slower_and_faster() -> None:
    cluster = Simulation()
    for service in (0.002, 0.02, 0.002):
        cluster.run(5, rate=5 * 4 / 0.002, service=service)
        cluster.run(2, rate=5 * 4 / 0.002, service=service)
        assert 0.3 < cluster.share(0.5) <= cluster.share(0.99) < 0.65, service


def test_slow_scripts_keep_a_line_for_each_executor() -> None:
    cluster = Simulation()
    cluster.run(20, rate=20, service=1.0)
    assert cluster.standing.limit == 16


def test_a_burst_is_let_in() -> None:
    cluster = Simulation()
    cluster.run(0.4, rate=2000, service=0.005)
    cluster.run(2, rate=200, service=0.005)
    assert not cluster.shed
    assert not cluster.standing.is_limited


def test_a_full_load_is_not_shed() -> None:
    cluster = Simulation()
    cluster.run(20, rate=0.95 * 800, service=0.005)
    assert not cluster.shed


def test_the_limit_goes_when_the_line_has_gone() -> None:
    cluster = Simulation()
    cluster.run(5, rate=4000, service=0.005)
    assert cluster.limits[-1] < 10_000
    cluster.run(6, rate=100, service=0.005)
    assert cluster.limits[-1] == 10_000


def test_whoever_looks_at_an_empty_line_later_finds_it_over() -> None:
    cluster = Simulation()
    cluster.run(5, rate=4000, service=0.005)
    for later in (1, 10, 11):
        cluster.standing.look(0, cluster.started, cluster.now + later)
    assert not cluster.standing.is_limited
