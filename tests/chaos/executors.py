"""Kills executors at work: each takes its one request with it, and is replaced before anybody misses it."""

from __future__ import annotations

import asyncio
import os
import signal
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

from node.cluster import folder as state
from node.servers import processes
from tests.chaos.load import Load, share_of, statuses

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from tests.benchmarks.path import Cluster
    from tests.chaos.report import Report

# Long enough to be met at work, and what keeps each on its lane: a loop that PyPy is worth, and a lifetime that only
# CPython tells.
WORKS = {
    "hot": "<?php $s = 0; for ($i = 0; $i < 1500000; $i++) { $s = ($s + $i * 7) % 1000003; } echo 'done';",
    "cold": "<?php class Held { function __destruct() { echo 'done'; } } $held = new Held; $s = 0;"
            " for ($i = 0; $i < 20000; $i++) { $s = ($s + $i * 7) % 1000003; } $held = null;",
}  # fmt: skip
# Few enough that one that stands behind the killed one does not wait for long, and that a machine is not full.
RATE = 10.0
WARM_UP_SECONDS = 4.0
# Executors just born may be at work on something of their own.
GROWN_UP_SECONDS = 2.0
PAUSE_SECONDS = 0.4
MOST_SECONDS = 20.0
MOST_REPLACED_MS = 50
LOST = "howdah_node_executors_lost_total "


class KillExecutors:
    """Kills one after the other, on each lane."""

    def __init__(
        self, cluster: Cluster, report: Report, options: argparse.Namespace, zygotes: Callable[[], list[int]]
    ) -> None:
        self._cluster = cluster
        self._report = report
        self._kills = options.kills
        self._zygotes = zygotes

    async def run(self) -> None:
        """Both lanes, one after the other."""
        for lane, code in WORKS.items():
            lost = self._lost()
            waits: list[float] = []
            async with Load(self._cluster.port, RATE, code).running() as load:
                await asyncio.sleep(WARM_UP_SECONDS)
                for _ in range(self._kills):
                    waits.append(await self._kill_one())
                    await asyncio.sleep(PAUSE_SECONDS)
            lost = self._lost() - lost
            failed = [answer for answer in load.answers if answer.status != 200]
            clear = [answer for answer in failed if answer.status == 502 and b"executor_lost" in answer.body]
            good = [answer for answer in load.answers if answer.status == 200]
            is_clear = len(failed) == len(clear) == lost and all(b'"output":"done"' in answer.body for answer in good)
            self._report.add(
                f"executor dies, {lane}", f"exactly its one request fails, with a clear outcome; replacement ready "
                f"within {MOST_REPLACED_MS} ms (p99)",
                f"{self._kills} killed at work, {lost} of them with a request: {statuses(load.answers)}, {len(clear)} "
                f"say that the process was lost; replacement p50 {share_of(waits, 0.5):.0f} ms, "
                f"p99 {share_of(waits, 0.99):.0f} ms; the client was late by {share_of(load.lags, 0.99):.0f} ms (p99)",
                holds=is_clear and lost >= self._kills / 2 and share_of(waits, 0.99) <= MOST_REPLACED_MS,
            )  # fmt: skip

    async def _kill_one(self) -> float:
        """Kill one that works; the seconds until there is another in its place that is confined, and so ready."""
        zygote, victim = await self._at_work()
        before = set(processes.children(zygote))
        os.kill(victim, signal.SIGKILL)
        killed = time.monotonic()
        while not any(is_confined(pid) for pid in set(processes.children(zygote)) - before):
            if time.monotonic() > killed + MOST_SECONDS:
                break
            await asyncio.sleep(0.001)
        return time.monotonic() - killed

    async def _at_work(self) -> tuple[int, int]:
        """An executor that runs now, and its zygote."""
        deadline = time.monotonic() + MOST_SECONDS
        while time.monotonic() < deadline:
            for zygote in self._zygotes():
                for executor in processes.children(zygote):
                    if is_running(executor):
                        return zygote, executor
            await asyncio.sleep(0.001)
        raise RuntimeError("no executor was ever met at work")

    def _lost(self) -> int:
        """How many executors nodes say they lost under a script."""
        running = state.read(self._cluster.folder)
        if running is None:
            raise RuntimeError("the cluster is gone")
        found = 0.0
        for service in running.services:
            if service.name.startswith("node-"):
                with urllib.request.urlopen(f"http://{service.address}/metrics", timeout=5) as answer:
                    lines = answer.read().decode().splitlines()
                found += sum(float(line.split()[1]) for line in lines if line.startswith(LOST))
        return int(found)


def is_running(pid: int) -> bool:
    """Whether a process that is no longer young is on a processor, or waits for one."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return False
    born = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return fields[0] == "R" and time.clock_gettime(time.CLOCK_BOOTTIME) - born > GROWN_UP_SECONDS


def is_confined(pid: int) -> bool:
    """Whether the last of its confinement is in force: then it reads its socket."""
    try:
        return "\nSeccomp:\t2\n" in Path(f"/proc/{pid}/status").read_text("ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False
