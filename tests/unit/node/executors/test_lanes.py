"""Which scripts run on CPython and when they move to PyPy."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from engine.errors import Outcome
from engine.executor import protocol
from engine.executor.limits import stopped_reply
from engine.request import Limits, Request
from node import metrics
from node.executors.lanes import LEAST_SLICES, TRACING_MS, Known, Lanes, Ledger, Order
from node.executors.pool import Job
from node.executors.supervisor import OutlastedError, Supervisor, Ticket

if TYPE_CHECKING:
    from collections.abc import Callable

    from node.executors.lanes import Lane


def test_a_script_never_seen_runs_on_cpython() -> None:
    ledger = Ledger()
    assert ledger.choose(ledger.of(1)) == "cold"


def runs_until_it_moves(run_ms: float) -> int:
    """How often such a script runs on CPython, which compiles it in 3 ms."""
    ledger = Ledger()
    known = ledger.of(1)
    runs, compile_ms = 0, 3.0
    while ledger.choose(known) == "cold":
        ledger.learn(known, "cold", run_ms=run_ms, compile_ms=compile_ms, cpu_ms=compile_ms + run_ms)
        runs, compile_ms = runs + 1, 0.0
    return runs


def test_it_moves_when_its_rent_equals_the_price_of_pypy() -> None:
    assert runs_until_it_moves(100.0) == 1
    # About what its compilation costs there.
    assert 24 <= runs_until_it_moves(10.0) * 10.0 <= 50


def test_one_that_takes_no_time_stays_until_tracing_the_engine_pays() -> None:
    assert runs_until_it_moves(0.1) >= TRACING_MS / 0.1 * 0.9


def spend(runs: int, cold_ms: float, hot_ms: Callable[[int], float]) -> tuple[float, int]:
    """What so many runs cost where they are run, and how many of them ran on PyPy, whose next run costs `hot_ms(n)`."""
    ledger = Ledger()
    known = ledger.of(1)
    cost, hot_runs = 0.0, 0
    for _run in range(runs):
        lane = ledger.choose(known)
        cpu_ms = hot_ms(hot_runs) if lane == "hot" else cold_ms
        ledger.learn(known, lane, run_ms=cpu_ms, compile_ms=0.0, cpu_ms=cpu_ms)
        cost, hot_runs = cost + cpu_ms, hot_runs + (lane == "hot")
    return cost, hot_runs


def test_one_that_is_for_ever_dearer_on_pypy_pays_ever_less_for_trying() -> None:
    cost, _hot_runs = spend(10_000, 0.3, lambda _run: 1.0)
    assert cost < 1.35 * 10_000 * 0.3
    cost, _hot_runs = spend(100_000, 0.3, lambda _run: 1.0)
    assert cost < 1.15 * 100_000 * 0.3


def test_one_that_has_to_be_traced_first_gets_there() -> None:
    # 0.6 s of tracing in 1,000 runs, and 0.1 ms won by each one after them.
    cost, hot_runs = spend(100_000, 0.15, lambda run: 0.75 if run < 1_000 else 0.05)
    assert hot_runs > 80_000
    assert cost < 0.75 * 100_000 * 0.15


def test_one_that_is_cheaper_at_once_stays_on_pypy() -> None:
    _cost, hot_runs = spend(1_000, 20.0, lambda run: 60.0 if run < 2 else 1.0)
    assert hot_runs > 990


def test_one_that_outlasted_cpython_starts_on_pypy_from_then_on() -> None:
    ledger = Ledger()
    known = ledger.of(1)
    ledger.outlast(known, 100.0, cpu_ms=80.0)
    assert ledger.choose(known) == "hot"
    for _run in range(5):
        # Longer than the slice that it had on CPython, where nobody knows how long it would have taken.
        ledger.learn(known, "hot", run_ms=300.0, compile_ms=0.0, cpu_ms=300.0)
    assert ledger.choose(known) == "hot"


def test_one_that_outlasted_cpython_once_and_is_dearer_on_pypy_comes_back() -> None:
    ledger = Ledger()
    known = ledger.of(1)
    for _run in range(500):
        ledger.learn(known, "cold", run_ms=0.3, compile_ms=0.0, cpu_ms=0.3)
    ledger.outlast(known, 100.0, cpu_ms=80.0)
    for _run in range(5_000):
        ledger.learn(known, "hot", run_ms=1.0, compile_ms=0.0, cpu_ms=1.0)
    assert ledger.choose(known) == "cold"


def test_one_that_waits_for_a_database_stays_on_cpython() -> None:
    ledger = Ledger()
    known = ledger.of(1)
    for _ in range(100):
        ledger.learn(known, "cold", run_ms=20.3, compile_ms=0.0, cpu_ms=0.3)
    assert ledger.choose(known) == "cold"
    assert known.cold_ms is not None
    assert known.cold_ms > 20


def test_one_that_sees_lifetimes_stays_on_cpython_however_dear() -> None:
    ledger = Ledger()
    known = ledger.of(1)
    known.needs_cold = True
    ledger.learn(known, "cold", run_ms=5000.0, compile_ms=1.0, cpu_ms=5000.0)
    assert ledger.choose(known) == "cold"


def test_what_is_known_is_bounded() -> None:
    ledger = Ledger()
    for script in range(50_000):
        ledger.of(script)
    assert len(ledger._known) <= 20_000


SLICE_MS = 100.0
REPLY = stopped_reply(Outcome.TIME_LIMIT, "/app/main.php", Limits(), run_ms=1.0)


@dataclass
class Answering:
    """Stands for a pool: answers each script as told, having waited and run as long as told."""

    answer: Exception | protocol.Reply
    waited_seconds: float
    ran_seconds: float
    spent_ms: list[int] = field(default_factory=list)
    is_ready: bool = True

    # What of a supervisor's signature the test does not look at.
    def submit(self, body: bytes, *, limit: Limits, spent_ms: int, filename: str, **about: object) -> Job:
        """Take a script, whose frame has to say what the node goes by."""
        request = protocol.decode_request(body)
        assert (request.limits, request.spent_ms) == (limit, spent_ms)
        self.spent_ms.append(spent_ms)
        reply: asyncio.Future[protocol.Reply] = asyncio.get_running_loop().create_future()
        started = time.monotonic() - self.ran_seconds
        job = Job(
            id=len(self.spent_ms),
            body=body,
            tenant=str(about["tenant"]),
            is_isolated=False,
            wall_ms=limit.wall_ms,
            max_output_bytes=0,
            estimate_ms=None,
            enqueued=started - self.waited_seconds,
            owner=Ticket(reply, filename, limit),
            started=started,
        )
        if isinstance(self.answer, Exception):
            reply.set_exception(self.answer)
        else:
            reply.set_result(self.answer)
        return job


def lanes_of(hot: Answering, cold: Answering) -> Lanes:
    """Both lanes, of such pools."""
    pools = cast("list[Supervisor]", [hot, cold])
    return Lanes(pools[0], pools[1], metrics.Counters(), slice_ms=SLICE_MS, is_used=True)


def run(lanes: Lanes, limits: Limits, lane: Lane) -> tuple[float, protocol.Reply]:
    """Run one script."""
    request = Request(code="<?php while (1);", limits=limits)
    order = Order(protocol.encode_request(request), "t", False, request.filename, limits)  # noqa: FBT003 - its fields in order
    return asyncio.run(lanes.run(order, Known(), lane))


def test_the_limit_counts_from_where_a_script_was_first_begun() -> None:
    cold = Answering(OutlastedError(), waited_seconds=3.0, ran_seconds=0.125)
    hot = Answering(REPLY, waited_seconds=4.0, ran_seconds=0.0)
    limits = Limits(wall_ms=60_000)
    waited_ms, reply = run(lanes_of(hot, cold), limits, "cold")
    assert cold.spent_ms == [0]
    # It ran for at least so long before; how much longer the loop took is not this test's to say.
    assert 125 <= hot.spent_ms[0] < limits.wall_ms
    assert waited_ms >= 7000
    assert reply is REPLY


def test_a_script_that_is_not_begun_again_has_all_its_time() -> None:
    hot = Answering(REPLY, waited_seconds=0.0, ran_seconds=1.0)
    run(lanes_of(hot, hot), Limits(wall_ms=1234), "hot")
    assert hot.spent_ms == [0]


def test_a_limit_too_short_to_begin_twice_is_for_pypy_alone() -> None:
    pool = Answering(REPLY, waited_seconds=0.0, ran_seconds=0.0)
    lanes = lanes_of(pool, pool)
    assert lanes.route(Known(), round(LEAST_SLICES * SLICE_MS))[0] == "cold"
    assert lanes.route(Known(), round(LEAST_SLICES * SLICE_MS) - 1)[0] == "hot"
