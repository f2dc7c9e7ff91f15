"""What this node process, its zygote and its executors use: CPU and memory, sampled."""

from __future__ import annotations

import asyncio
import os
import re
import time
from collections.abc import Mapping
from pathlib import Path

from cache.memory import MemoryCache
from cache.redis_link import RedisLink
from node import metrics
from node.admission import Admission
from node.executors.lanes import Lane, Lanes
from node.lifecycle import Lifecycle
from node.store.sessions import Sessions

SAMPLE_SECONDS = 1.0
# Proportional memory makes the kernel walk page tables, so it is asked for less often.
MEMORY_EVERY = 5
LAG_EVERY_SECONDS = 0.1
_USED_MEMORY = re.compile(rb"^used_memory:(\d+)", re.MULTILINE)


class UsageSampler:
    """Fills the gauges and the CPU counter, and the window that rates are taken from."""

    def __init__(
        self,
        *,
        counters: metrics.Counters,
        window: metrics.Window,
        lanes: Lanes,
        bounds: Mapping[Lane, Admission],
        lifecycle: Lifecycle,
        memory: MemoryCache | None,
        link: RedisLink | None,
        sessions: Sessions | None,
        is_first: bool,
    ) -> None:
        self._counters = counters
        self._window = window
        self._lanes = lanes
        self._bounds = bounds
        self._lifecycle = lifecycle
        self._memory = memory
        self._link = link
        self._sessions = sessions
        self._is_first = is_first
        self._cpu_ns: dict[int, int] = {}
        self._own_cpu = time.process_time()

    async def run(self) -> None:
        """Sample until cancelled."""
        turn = 0
        while True:
            self.sample()
            if turn % MEMORY_EVERY == 0:
                pids = [os.getpid(), *self._lanes.pids()]
                self._counters.set(metrics.MEMORY_BYTES, await asyncio.to_thread(_proportional_bytes, pids))
                await self._sample_redis()
            turn += 1
            await asyncio.sleep(SAMPLE_SECONDS)

    async def watch_lag(self) -> None:
        """Measure how late the event loop is, until cancelled."""
        while True:
            due = time.monotonic() + LAG_EVERY_SECONDS
            await asyncio.sleep(LAG_EVERY_SECONDS)
            self._counters.observe(metrics.LOOP_LAG_SECONDS, max(0.0, time.monotonic() - due))

    def sample(self) -> None:
        """Sample once."""
        counters, lanes = self._counters, self._lanes
        own = time.process_time()
        used = own - self._own_cpu
        self._own_cpu = own
        seen: dict[int, int] = {}
        for pid in lanes.pids():
            spent = _cpu_ns(pid)
            seen[pid] = spent
            used += max(0, spent - self._cpu_ns.get(pid, 0)) / 1e9
        self._cpu_ns = seen
        counters.add(metrics.CPU_SECONDS, used)
        counters.set(metrics.QUEUE_LENGTH, lanes.waiting_count)
        counters.set(metrics.QUEUE_BYTES, lanes.waiting_bytes)
        for name, supervisor in lanes.by_name().items():
            standing = self._bounds[name].standing
            # Where nobody comes any more, nobody else would notice that the line is gone.
            standing.look(supervisor.waiting_count, supervisor.started_count, time.monotonic())
            counters.set(metrics.QUEUE_LIMIT[name], standing.limit)
        counters.set(metrics.REQUESTS_IN_FLIGHT, self._lifecycle.requests_in_flight)
        counters.set(metrics.PROCESSES, 1.0)
        counters.set(metrics.DRAINING, float(self._lifecycle.is_draining))
        counters.set(metrics.ALIVE, lanes.alive)
        for lane, number in lanes.alive_by_lane().items():
            counters.set(metrics.LANE_EXECUTORS[lane], number)
        counters.set(metrics.EXECUTORS, lanes.size)
        counters.set(metrics.BUSY, lanes.busy)
        counters.set(metrics.READY, float(self._lifecycle.state == "ready" and lanes.is_ready))
        if self._memory is not None:
            counters.set(metrics.CACHE_BYTES, self._memory.size_bytes)
            counters.set(metrics.CACHE_ENTRIES, len(self._memory))
            counters.set(metrics.CACHE_EVICTIONS, self._memory.evictions)
        if self._link is not None:
            counters.set(metrics.REDIS_UP, float(self._link.is_open))
        if self._sessions is not None:
            idle = self._sessions.count_idle()
            counters.set(metrics.DATABASE_UP, float(self._sessions.is_up))
            counters.set(metrics.DATABASE_CONNECTIONS["idle"], idle)
            counters.set(metrics.DATABASE_CONNECTIONS["busy"], self._sessions.count() - idle)
        self._window.sample()

    async def _sample_redis(self) -> None:
        """Ask Redis for its size; one process of a node says it for all."""
        if self._link is None or not self._is_first:
            return
        entries, memory = await self._link.call("DBSIZE"), await self._link.call("INFO", "memory")
        if isinstance(entries, int) and isinstance(memory, bytes):
            used = _USED_MEMORY.search(memory)
            self._counters.set(metrics.REDIS_ENTRIES, entries)
            self._counters.set(metrics.REDIS_BYTES, int(used[1]) if used else 0)


def _cpu_ns(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_bytes().split()[0])
    except (OSError, IndexError, ValueError):
        return 0


def _proportional_bytes(pids: list[int]) -> int:
    return sum(map(_process_bytes, pids))


def _process_bytes(pid: int) -> int:
    """Memory of a process, pages that it shares counted by its share of them."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_bytes().splitlines():
            if line.startswith(b"Pss:"):
                return int(line.split()[1]) << 10
    except OSError:
        # Gone by now, or, for a process that may not be inspected, not ours to read.
        return _resident_bytes(pid)
    return 0


def _resident_bytes(pid: int) -> int:
    try:
        fields = Path(f"/proc/{pid}/statm").read_bytes().split()
        return (int(fields[1]) - int(fields[2])) * os.sysconf("SC_PAGESIZE")
    except (OSError, IndexError):
        return 0
