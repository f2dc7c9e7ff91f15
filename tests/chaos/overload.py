"""Five times of what a cluster can do: what of it is done, how the rest is refused, and what refusing costs whom."""

from __future__ import annotations

import asyncio
import time
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING

from node.cluster import folder as state
from tests.chaos.load import Load, share_of, statuses

if TYPE_CHECKING:
    import argparse

    from tests.benchmarks.path import Cluster
    from tests.chaos.report import Report

# With s for what is shed and r for what is run, no more than (r - 5 s) / (r - s) of what can be done is: s is 0.17 ms
# here, nginx's half of it the larger. So scripts take some milliseconds.
WORK = "<?php $s = 0; for ($i = 0; $i < %d; $i++) { $s = ($s + $i * 7) %% 1000003; } echo 'done';"
TIMES = 5
# When a cluster's lines are as short as they shall be, and the most that a request takes then: the aim (QUEUE_AIM_MS),
# and half of it for the script, the way there, and a limit that follows what is measured.
SETTLES_SECONDS = 3.0
MOST_ACCEPTED_MS = 750
# What a cluster can do is measured once its executors have compiled the script.
CAPACITY_AFTER_SECONDS, CAPACITY_SECONDS = 5.0, 3.0
CLIENT = "client"


@dataclass
class Window:
    """What was answered in a time, and the CPU seconds of each part in it."""

    seconds: float
    executed: int
    shed: int
    spent: dict[str, float]

    @property
    def cluster_seconds(self) -> float:
        """The CPU time of all that a cluster consists of."""
        return sum(spent for part, spent in self.spent.items() if part != CLIENT)

    @property
    def by_cluster(self) -> float:
        """What was executed for each CPU second of the cluster."""
        return self.executed / self.cluster_seconds


class Overload:
    """Sends too much to a cluster."""

    def __init__(self, cluster: Cluster, report: Report, options: argparse.Namespace) -> None:
        self._cluster = cluster
        self._report = report
        self._seconds = options.overload_seconds
        self._code = WORK % options.rounds

    async def run(self) -> None:
        """Find what it can do, send five times that, and say what became of it."""
        full = await self._capacity()
        capacity = full.executed / full.seconds
        load = Load(self._cluster.port, capacity * TIMES, self._code)
        async with load.running():
            probes = asyncio.create_task(self._ask_health(self._seconds))
            # A line that has just begun to stand may still be as long as a burst: what is promised holds after that.
            await asyncio.sleep(SETTLES_SECONDS)
            before, start = self._spent(), time.monotonic()
            await asyncio.sleep(self._seconds - SETTLES_SECONDS)
            end, after = time.monotonic(), self._spent()
        sent = load.since(start, end)
        good = [answer.seconds for answer in sent if answer.status == 200]
        shed = [answer.seconds for answer in sent if answer.status == 503]
        over = self._window(load, start, end, {part: after[part] - before[part] for part in after})
        goodput = over.executed / over.seconds
        share = over.by_cluster / full.by_cluster
        others = [answer for answer in sent if answer.status not in (200, 503)]
        health, waited = await probes
        self._report.add(
            "overload x5", "goodput at least 90 % (the client's CPU aside); the rest shed within 50 ms; "
            f"accepted within {MOST_ACCEPTED_MS} ms (p99); health and metrics answer",
            f"capacity {capacity:.0f}/s, sent {capacity * TIMES:.0f}/s: goodput {goodput:.0f}/s "
            f"({100 * goodput / capacity:.0f} %), p50 {share_of(good, 0.5):.0f} ms, "
            f"p99 {share_of(good, 0.99):.0f} ms; {len(shed)} shed, p50 {share_of(shed, 0.5):.0f} ms, "
            f"p99 {share_of(shed, 0.99):.0f} ms; others: {statuses(others) or 'none'}; health and metrics: "
            f"{health} failed, slowest {waited:.2f} s; {self._limits()}; the client itself was late by "
            f"{share_of(load.lags, 0.5):.0f} ms (p50), {share_of(load.lags, 0.99):.0f} (p99)\n{costs(full, over)}",
            holds=share >= 0.9 and share_of(shed, 0.99) <= 50 and not others
            and share_of(good, 0.99) <= MOST_ACCEPTED_MS and not health and waited < 1.0,
        )  # fmt: skip

    async def _capacity(self) -> Window:
        """How many of the heavy scripts a second the cluster can do: busy, but not more."""
        load = Load(self._cluster.port, 0.0, self._code)
        until = time.monotonic() + CAPACITY_AFTER_SECONDS + CAPACITY_SECONDS

        async def keep_asking() -> None:
            while time.monotonic() < until:
                await load.ask()

        asking = asyncio.gather(*(keep_asking() for _ in range(8)))
        await asyncio.sleep(CAPACITY_AFTER_SECONDS)
        before, start = self._spent(), time.monotonic()
        await asyncio.sleep(CAPACITY_SECONDS)
        end, after = time.monotonic(), self._spent()
        await asking
        return self._window(load, start, end, {part: after[part] - before[part] for part in after})

    def _spent(self) -> dict[str, float]:
        """The CPU seconds of each part so far, and of this process."""
        parts = {part: spent / 1e9 for part, spent in self._cluster.groups().items()}
        return {**parts, CLIENT: time.process_time()}

    def _window(self, load: Load, start: float, end: float, spent: dict[str, float]) -> Window:
        ended = [answer.status for answer in load.answers if start <= answer.sent + answer.seconds < end]
        return Window(end - start, ended.count(200), ended.count(503), spent)

    async def _ask_health(self, seconds: float) -> tuple[int, float]:
        """Ask a node for its health and metrics all the time: how often that failed, and what it took at most."""
        failed, slowest = 0, 0.0
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for path in ("/api/health", "/metrics"):
                began = time.monotonic()
                try:
                    await asyncio.to_thread(self._fetch, path)
                except OSError:
                    failed += 1
                slowest = max(slowest, time.monotonic() - began)
            await asyncio.sleep(0.1)
        return failed, slowest

    def _fetch(self, path: str) -> str:
        """What the first node says at this path, past nginx."""
        running = state.read(self._cluster.folder)
        if running is None:
            raise RuntimeError("the cluster is gone")
        address = next(service.address for service in running.services if service.name == "node-1")
        with urllib.request.urlopen(f"http://{address}{path}", timeout=5) as answer:
            text: str = answer.read().decode()
        return text

    def _limits(self) -> str:
        """How many may wait on the first node now."""
        lines = [line for line in self._fetch("/metrics").splitlines() if line.startswith("howdah_node_queue_limit")]
        return "limits " + ", ".join(line.partition('lane="')[2].replace('"}', "") for line in lines)


def costs(full: Window, over: Window) -> str:
    """What running and refusing cost, and what goodput follows where clients have processors of their own.

    With r for what an executed request costs the cluster and s for a shed one, x of the capacity K is done where
    x r + (5 K - x) s = K r, so x / K = (r - 5 s) / (r - s).
    """
    run = {part: spent / full.executed for part, spent in full.spent.items()}
    by_run = {part: run[part] * over.executed for part in ("nginx", "node")}
    shed = {part: max(0.0, over.spent[part] - by_run[part]) / max(1, over.shed) for part in by_run}
    by_client = over.spent[CLIENT] / max(1, over.executed + over.shed)
    r, s = full.cluster_seconds / full.executed, sum(shed.values())

    def us(seconds: float) -> str:
        return f"{seconds * 1e6:.0f}"

    executors = over.spent["executors"] / max(1, over.executed)
    shares = ", ".join(f"{part} {spent / over.seconds:.2f}" for part, spent in over.spent.items())
    indent = " " * 31
    return (
        f"{indent}CPU us: executed {us(r)} = executors {us(run['executors'])} ({us(executors)} overloaded) + node "
        f"{us(run['node'])} + nginx {us(run['nginx'])} + others; shed {us(s)} = node {us(shed['node'])} + nginx "
        f"{us(shed['nginx'])}, and the client {us(by_client)}; processors: {shares}\n"
        f"{indent}without the client's: (r - {TIMES}s) / (r - s) = {100 * (r - TIMES * s) / (r - s):.0f} %; measured, "
        f"executed in a CPU second of the cluster: {over.by_cluster:.0f} of {full.by_cluster:.0f} = "
        f"{100 * over.by_cluster / full.by_cluster:.0f} %"
    )
