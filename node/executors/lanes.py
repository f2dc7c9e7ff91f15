"""Two kinds of executor, and who runs where: CPython for scripts never seen, PyPy for those worth compiling twice.

Measured with the real compiler: a loop is 20 to 50 times cheaper on PyPy at once. A script that is over in a
millisecond has no such loop: the engine's own code around it gets traced, which takes 0.1 to 20 s of CPU, until it is 3
times cheaper than on CPython, or as dear as there, or for ever dearer. So a script rents CPython until its rent equals
what trying PyPy may cost. A try ends when it lost that; the next may lose twice as much, after four times the rent.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Literal

from engine.executor import protocol
from engine.executor.protocol import Reply
from engine.request import Limits
from node import metrics
from node.errors import OverloadedError
from node.executors.pool import Job
from node.executors.supervisor import ElsewhereError, EngineInfo, OutlastedError, Supervisor

Lane = Literal["hot", "cold"]

# What a script's first run costs on PyPy, in times of what its compilation costs on CPython; and the least of it.
PRICE_FACTOR = 8.0
LEAST_PRICE_MS = 1.0
# What tracing costs until a script that takes no time is cheaper on PyPy; one that takes longer is worth it sooner.
TRACING_MS = 200.0
# What any try may lose more: less says nothing, for two executors that have to compile and trace it.
LEAST_STAKE_MS = 50.0
# After each try that failed: how much more rent until the next, and how much more that may lose.
RENT_GROWTH = 4.0
STAKE_GROWTH = 2.0
# By then it is not tried again in any life of a node.
MOST_FAILURES = 16
# What a script that outlasted its slice may lose: what it would have taken on CPython is not known.
OUTLASTED_SLICES = 20.0
# What was won stays at stake, up to so many times what was lost at most.
MOST_WON = 4.0
# How often what runs on the cold lane is looked at.
LOOKS_A_SLICE = 4
# Fewer slices than this in a script's limit leave too little of it to begin again.
LEAST_SLICES = 5
# A script that PyPy has compiled goes there rather than wait so long for CPython. One that it has not waits: compiling
# takes PyPy 20 times as much of a processor, of which there is none to spare when there is a queue.
LONGEST_WAIT_MS = 50.0
# Forgetting costs nothing but the rent again.
MAX_KNOWN = 20_000
# A script that takes longer is not lent a session of the database before it asks for one.
LONGEST_LOAN_MS = 5.0
# Frame, decoding and encoding in the executor, beside the script itself.
FRAME_MS = 0.02


@dataclass(slots=True)
class Known:
    """What earlier runs of a script cost."""

    hot_ms: float | None = None
    cold_ms: float | None = None
    # CPU time paid on the cold lane, in how many runs, and what compiling it anew would cost.
    rent_ms: float = 0.0
    cold_runs: int = 0
    compile_price_ms: float = LEAST_PRICE_MS
    # Whether it moved, what it may still lose there, and how often it lost all of it.
    is_hot: bool = False
    stake_ms: float = 0.0
    left_ms: float = 0.0
    failures: int = 0
    # It sees when objects die, which only CPython can tell.
    needs_cold: bool = False
    # It used the database the last time.
    opens: bool = False

    @property
    def price_ms(self) -> float:
        """What moving to PyPy would cost."""
        return self.compile_price_ms + TRACING_MS / (1 + self.mean_ms**2)

    @property
    def mean_ms(self) -> float:
        """What a run costs on CPython."""
        return self.rent_ms / max(1, self.cold_runs)

    @property
    def estimate_ms(self) -> float | None:
        """What a run takes where it ran last; None before the first."""
        return self.cold_ms if self.hot_ms is None else self.hot_ms


class Ledger:
    """Chooses the lane of each script by its digest. Decisions alone, no I/O."""

    def __init__(self) -> None:
        self._known: dict[int, Known] = {}

    def of(self, script: int) -> Known:
        """Return what is known of a script; of one never seen, nothing."""
        known = self._known.get(script)
        if known is None:
            if len(self._known) >= MAX_KNOWN:
                self._known.clear()
            known = self._known[script] = Known()
        return known

    def choose(self, known: Known) -> Lane:
        """Return where a script is to run next."""
        return "hot" if known.is_hot and not known.needs_cold else "cold"

    def learn(self, known: Known, lane: Lane, *, run_ms: float, compile_ms: float, cpu_ms: float) -> None:
        """Take one run into account: by its CPU time, for no interpreter shortens what it waits for others."""
        took_ms = run_ms + compile_ms + FRAME_MS
        if lane == "hot":
            known.hot_ms = took_ms if known.hot_ms is None else known.hot_ms + 0.25 * (took_ms - known.hot_ms)
            if known.is_hot:
                self._settle(known, cpu_ms)
            return
        known.cold_ms = took_ms if known.cold_ms is None else known.cold_ms + 0.25 * (took_ms - known.cold_ms)
        known.rent_ms += max(0.0, cpu_ms - compile_ms)
        known.cold_runs += 1
        # Compiled once in each executor: the dearest of these is what compiling costs.
        known.compile_price_ms = max(known.compile_price_ms, PRICE_FACTOR * compile_ms)
        if not known.is_hot and known.rent_ms >= known.price_ms * RENT_GROWTH**known.failures:
            self._move(known, known.price_ms + LEAST_STAKE_MS)

    def outlast(self, known: Known, slice_ms: float, *, cpu_ms: float) -> None:
        """Take into account that a script was not done after its slice of CPython."""
        known.rent_ms += cpu_ms
        known.cold_runs += 1
        self._move(known, OUTLASTED_SLICES * slice_ms)

    def _move(self, known: Known, stake_ms: float) -> None:
        known.is_hot = True
        known.stake_ms = known.left_ms = stake_ms * STAKE_GROWTH**known.failures

    def _settle(self, known: Known, cpu_ms: float) -> None:
        """Add what a run on PyPy won or lost; back to CPython with one that has lost its stake."""
        known.left_ms = min(known.left_ms + known.mean_ms - cpu_ms, MOST_WON * known.stake_ms)
        if known.left_ms < 0:
            known.is_hot = False
            known.failures = min(known.failures + 1, MOST_FAILURES)


@dataclass(frozen=True, slots=True)
class Order:
    """One execution that is to be run."""

    body: bytes
    tenant: str
    is_isolated: bool
    filename: str
    limits: Limits
    # Where its spans belong, where they are asked for.
    trace: object = None


class Lanes:
    """The executors of this node process, of both kinds. Without a cold lane everything is hot."""

    def __init__(
        self, hot: Supervisor, cold: Supervisor | None, counters: metrics.Counters, *, slice_ms: float, is_used: bool
    ) -> None:
        """Make them; where the cold lane is not `is_used`, it gets only what cannot run elsewhere."""
        self.hot = hot
        self.cold = cold
        self._counters = counters
        self._slice_seconds = slice_ms / 1000
        self._is_used = is_used
        self._ledger = Ledger()
        self._supervisors = (hot,) if cold is None else (hot, cold)
        self._starting: asyncio.Task[None] | None = None
        self._is_looking = False

    # ------------------------------------------------------------------------------------------------------------------
    # Both together

    def by_name(self) -> dict[Lane, Supervisor]:
        """The executors of each kind that there is."""
        return {"hot": self.hot} if self.cold is None else {"hot": self.hot, "cold": self.cold}

    @property
    def engine(self) -> EngineInfo:
        """What the engine says of itself."""
        return self.hot.engine

    @property
    def is_ready(self) -> bool:
        """Whether scripts can be run."""
        return self.hot.is_ready

    @property
    def refusal(self) -> str:
        """Why executors are not confined as they must be; nothing where they are."""
        return next((one.refusal for one in self._supervisors if one.refusal), "")

    @property
    def size(self) -> int:
        """How many executors there should be."""
        return sum(one.size for one in self._supervisors if one.is_ready)

    @property
    def busy(self) -> int:
        """How many run a script now."""
        return sum(one.busy for one in self._supervisors)

    @property
    def alive(self) -> int:
        """How many there are, those that leave included."""
        return sum(one.alive for one in self._supervisors)

    def alive_by_lane(self) -> dict[Lane, int]:
        """How many there are of each kind."""
        return {"hot": self.hot.alive, "cold": 0 if self.cold is None else self.cold.alive}

    @property
    def waiting_count(self) -> int:
        """How many executions no executor has yet."""
        return sum(one.waiting_count for one in self._supervisors)

    @property
    def waiting_bytes(self) -> int:
        """How large they are."""
        return sum(one.waiting_bytes for one in self._supervisors)

    def pids(self) -> list[int]:
        """Every process."""
        return [pid for one in self._supervisors for pid in one.pids()]

    async def start(self) -> None:
        """Start the executors; return when scripts can be run."""
        if self.cold is not None and self._is_used:
            self._starting = asyncio.get_running_loop().create_task(self.cold.start())
        await self.hot.start()

    async def stop(self) -> None:
        """End every executor."""
        if self._starting is not None:
            self._starting.cancel()
            await asyncio.gather(self._starting, return_exceptions=True)
        for one in self._supervisors:
            await one.stop()

    # ------------------------------------------------------------------------------------------------------------------
    # One execution

    def known(self, code: str) -> Known:
        """Return what is known of a script, whatever it was given to work on."""
        return self._ledger.of(hash(code))

    def route(self, known: Known, wall_ms: int) -> tuple[Lane, Supervisor]:
        """Return where a script that may take so long would run if it came now."""
        cold = self.cold
        if cold is None or (not self._is_used and not known.needs_cold):
            return "hot", self.hot
        if known.needs_cold:
            return "cold", cold
        if wall_ms < LEAST_SLICES * self._slice_seconds * 1000:
            return "hot", self.hot
        if self._ledger.choose(known) == "hot" or not cold.is_ready:
            return "hot", self.hot
        if known.hot_ms is not None and not known.failures and cold.expected_wait_ms() > LONGEST_WAIT_MS:
            return "hot", self.hot
        return "cold", cold

    async def run(self, order: Order, known: Known, lane: Lane) -> tuple[float, Reply]:
        """Run a script in this lane, or in the other where it belongs; how many milliseconds it waited, and the reply.

        The limit of its time counts from when it was first begun.
        """
        waited_ms = spent_ms = 0.0
        while True:
            job = await self._submit(order, known, lane, spent_ms)
            try:
                reply: Reply = await job.owner.reply
            except OutlastedError:
                self._counters.add(metrics.LANE_MOVES["outlasted"])
                self._ledger.outlast(known, self._slice_seconds * 1000, cpu_ms=job.worked_ms)
                lane = "hot"
            except ElsewhereError:
                # From now on its time on the cold lane is not bounded, so that it comes back to no other.
                self._counters.add(metrics.LANE_MOVES["lifetimes"])
                known.needs_cold = True
                lane = "cold"
            else:
                self._counters.add(metrics.LANE_EXECUTIONS[lane])
                known.opens = job.has_called
                was_hot = known.is_hot
                self._ledger.learn(known, lane, run_ms=reply.run_ms, compile_ms=reply.compile_ms, cpu_ms=reply.cpu_ms)
                if was_hot and not known.is_hot:
                    self._counters.add(metrics.LANE_MOVES["dearer"])
                return waited_ms + max(0.0, (job.started - job.enqueued) * 1000), reply
            if job.started:
                waited_ms += (job.started - job.enqueued) * 1000
                spent_ms += (time.monotonic() - job.started) * 1000

    async def _submit(self, order: Order, known: Known, lane: Lane, spent_ms: float) -> Job:
        supervisor = self.hot if lane == "hot" else self.cold
        if supervisor is None:
            raise OverloadedError("this node has no CPython executors, which this script needs")
        if not supervisor.is_ready and supervisor is self.cold:
            await self._start_cold(supervisor)
        spent = min(round(spent_ms), order.limits.wall_ms - 1)
        job = supervisor.submit(
            protocol.with_spent(order.body, spent) if spent else order.body,
            tenant=order.tenant,
            is_isolated=order.is_isolated,
            filename=order.filename,
            limit=order.limits,
            spent_ms=spent,
            estimate_ms=known.hot_ms if lane == "hot" else known.cold_ms,
        )
        job.trace = order.trace
        # What holds a session is soon over, and gives it back.
        job.opens = known.opens and job.estimate_ms is not None and job.estimate_ms < LONGEST_LOAN_MS
        if lane == "cold" and not known.needs_cold:
            job.is_bounded = True
            self._look_later()
        return job

    def _look_later(self) -> None:
        """One timer for all that run on the cold lane: one for each cost 10 us."""
        if not self._is_looking:
            self._is_looking = True
            asyncio.get_running_loop().call_later(self._slice_seconds / LOOKS_A_SLICE, self._look)

    def _look(self) -> None:
        """Take scripts off the cold lane that had their slice of CPU there."""
        self._is_looking = False
        cold = self.cold
        if cold is None:
            return
        now = time.monotonic()
        for job, cpu_seconds in cold.running_jobs():
            if job.cpu_mark is None:
                job.cpu_mark = cpu_seconds
                continue
            worked_seconds = cpu_seconds - job.cpu_mark
            # What it asked of the world it must not ask twice, and half its time is the least to begin again with: else
            # it is left to finish.
            is_movable = job.is_bounded and not job.has_called and (now - job.started) * 2000 < job.wall_ms
            # It was first looked at within a look of its start.
            if is_movable and worked_seconds >= self._slice_seconds * (1 - 1 / LOOKS_A_SLICE):
                job.worked_ms = worked_seconds * 1000
                cold.abandon(job)
        if cold.busy or cold.waiting_count:
            self._look_later()

    async def _start_cold(self, cold: Supervisor) -> None:
        if self._starting is None:
            self._starting = asyncio.get_running_loop().create_task(cold.start())
        await asyncio.shield(self._starting)
