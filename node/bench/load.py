"""Sends a workload: as many requests at a time (closed loop), or so many a second whatever comes back (open loop)."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import aiohttp
import msgspec

from node.bench.workloads import Workload

TIMEOUT_SECONDS = 30.0


class WrongAnswerError(Exception):
    """A response that is not the expected one: nothing measured counts."""


class _Answer(msgspec.Struct):
    output: str = ""
    cache: str = ""
    node: str = ""
    execution_time_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What to send, to whom, how."""

    url: str
    workload: Workload
    seconds: float
    warm_up_seconds: float
    connections: int
    # Requests a second in an open loop; None is a closed one.
    rate: float | None = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Outcome:
    """What was measured. In an open loop a request's time begins when it was due, so that a stall is seen."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    nodes: Counter[str] = field(default_factory=Counter)
    caches: Counter[str] = field(default_factory=Counter)

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds if self.seconds else 0.0


# Told how long it takes already, how many answers came, and whether that is the warm-up.
Progress = Callable[[float, int, bool], None]


async def measure(plan: Plan, progress: Progress | None = None) -> Outcome:
    """Warm up, then measure; WrongAnswerError at the first wrong answer."""
    connector = aiohttp.TCPConnector(limit=plan.connections)
    timeout = aiohttp.ClientTimeout(total=TIMEOUT_SECONDS)
    headers = {"Content-Type": "application/json", **plan.headers}
    async with aiohttp.ClientSession(connector=connector, timeout=timeout, headers=headers) as session:
        sender = _Sender(plan, session)
        try:
            if plan.warm_up_seconds:
                await sender.run(plan.warm_up_seconds, progress, is_warm_up=True)
                sender.outcome = Outcome()
            return await sender.run(plan.seconds, progress)
        except BaseExceptionGroup as group:
            # All connections stop at the first wrong answer; what the others met then says nothing more.
            raise _first(group) from None


def _first(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


class _Sender:
    def __init__(self, plan: Plan, session: aiohttp.ClientSession) -> None:
        self.outcome = Outcome()
        self._plan = plan
        self._session = session
        self._url = plan.url.rstrip("/") + "/api/execute"
        self._decoder = msgspec.json.Decoder(_Answer)
        # Unlike any other's: a number that repeated would find its script compiled.
        self._number = time.time_ns() // 1_000_000

    async def run(self, seconds: float, progress: Progress | None, *, is_warm_up: bool = False) -> Outcome:
        began = time.perf_counter()
        until = began + seconds
        async with asyncio.TaskGroup() as tasks:
            watching = tasks.create_task(self._watch(began, progress, is_warm_up=is_warm_up)) if progress else None
            if self._plan.rate is None:
                workers = [tasks.create_task(self._closed(began, until)) for _ in range(self._plan.connections)]
            else:
                workers = [tasks.create_task(self._open(began, until, self._plan.rate))]
            await asyncio.gather(*workers)
            if watching is not None:
                watching.cancel()
        self.outcome.seconds = time.perf_counter() - began
        return self.outcome

    async def _watch(self, began: float, progress: Progress, *, is_warm_up: bool) -> None:
        while True:
            progress(time.perf_counter() - began, len(self.outcome.latencies), is_warm_up)
            await asyncio.sleep(0.2)

    async def _closed(self, began: float, until: float) -> None:
        while time.perf_counter() < until:
            await self._send(began, time.perf_counter())

    async def _open(self, began: float, until: float, rate: float) -> None:
        due = began
        async with asyncio.TaskGroup() as tasks:
            while due < until:
                wait = due - time.perf_counter()
                if wait > 0:
                    await asyncio.sleep(wait)
                tasks.create_task(self._send(began, due))
                due += 1 / rate

    async def _send(self, began: float, due: float) -> None:
        self._number += 1
        number, workload = self._number, self._plan.workload
        try:
            async with self._session.post(self._url, data=workload.body(number)) as response:
                status, body = response.status, await response.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            raise WrongAnswerError(f"{self._url}: {type(error).__name__}: {error}") from error
        answer = self._decoder.decode(body) if status == 200 else None
        if answer is None or answer.output != workload.expected(number):
            came = body[:500].decode(errors="replace")
            raise WrongAnswerError(f"expected 200 and {workload.expected(number)!r}, got {status} and {came}")
        outcome = self.outcome
        outcome.latencies.append(time.perf_counter() - due)
        outcome.starts.append(due - began)
        outcome.statuses[status] += 1
        outcome.nodes[answer.node] += 1
        outcome.caches[answer.cache] += 1
