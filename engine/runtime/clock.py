"""Watches the running script: raises in it what it exceeds.

A tick makes PyPy abandon a trace it is recording, so they are rare and count this process's own time, not what it
waits for a core. They go on from one execution to the next, since setting a timer is a system call; the first that
meets an execution, or the first wait, sets the timer that ends at its deadline. What no signal interrupts is for the
node to kill, and memory that grows faster than they come ends at the process's own limit.
"""

from __future__ import annotations

import atexit
import gc
import math
import os
import resource
import signal
import sys
import time
from typing import TYPE_CHECKING, Any, Optional

from engine.errors import LimitExceededError, Outcome
from engine.runtime.context import ctx

if TYPE_CHECKING:
    from engine.request import Limits

TICK_SECONDS = 0.25
# Limits below this could be over before the first tick comes, or soon after.
_LEAST_UNTIMED_MS = 1000
# What a process grows by before it looks for what nobody holds, which takes PyPy up to 100 ms.
_COLLECTED_KB = 32 << 10
# A timer of nothing would be none.
_LEAST_SECONDS = 0.001

_PAGE_KB = resource.getpagesize() >> 10


class Clock:
    """One for the process, armed for each execution."""

    def __init__(self) -> None:
        self.deadline = 0.0
        self.cpu_deadline = 0.0
        # CPU time until which nothing more is raised.
        self.quiet_until = 0.0
        self.memory_limit_kb = 0
        # Whether an execution is being watched, the ticks come, and the timers are set for this one execution alone.
        self.is_armed = False
        self.is_ticking = False
        self.is_timed = False
        # /proc/self/statm, held open by a process that may open nothing; else a peak has to do, which never sinks.
        self.memory_descriptor = -1
        self._noted_kb = 0
        # The most that ticks saw during this execution; the process's peak and page faults after the one before.
        self._seen_kb = 0
        self._peak_kb = 0
        self._faults = 0
        self._noted_held_kb = 0
        self._script_limit_kb = 0
        # A fork has its parent's handlers but no timers.
        os.register_at_fork(after_in_child=self._lose_timers)
        # Python gives up its handlers before it ends, and a tick that nobody handles ends the process.
        atexit.register(self.stop_ticking)

    def arm(self, limits: Limits, *, now: float, cpu_now: float, spent_ms: int = 0) -> None:
        """Start watching an execution that begins now: at `perf_counter()` and `process_time()`, in seconds."""
        if not self.is_ticking:
            self._start_ticking()
        # Nothing is no limit.
        left_ms = limits.wall_ms - spent_ms
        self.deadline = now + left_ms / 1000 if limits.wall_ms else math.inf
        self.cpu_deadline = cpu_now + limits.cpu_ms / 1000 if limits.cpu_ms else math.inf
        self.quiet_until = 0.0
        # Reading takes 25 us, so not here: executors note it every so often between scripts.
        if self.memory_descriptor < 0:
            self.note_memory()
        self.memory_limit_kb = self._noted_kb + (limits.memory_mb << 10)
        self._script_limit_kb = limits.memory_mb << 10
        self._seen_kb = 0
        self.is_armed = True
        if (limits.wall_ms and left_ms < _LEAST_UNTIMED_MS) or 0 < limits.cpu_ms < _LEAST_UNTIMED_MS:
            self._set_timers(now, cpu_now)

    def disarm(self) -> None:
        """Stop watching."""
        self.is_armed = False
        if self.is_timed:
            self.is_timed = False
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.setitimer(signal.ITIMER_PROF, TICK_SECONDS, TICK_SECONDS)

    def expect_wait(self) -> None:
        """The execution is about to wait, which no tick interrupts."""
        if self.is_armed and not self.is_timed:
            self._set_timers(time.perf_counter(), time.process_time())

    def _start_ticking(self) -> None:
        signal.signal(signal.SIGALRM, self.tick)
        signal.signal(signal.SIGPROF, self.tick)
        signal.setitimer(signal.ITIMER_PROF, TICK_SECONDS, TICK_SECONDS)
        self.is_ticking = True

    def stop_ticking(self) -> None:
        """Before the process ends or becomes another: timers outlive handlers."""
        if self.is_ticking:
            signal.setitimer(signal.ITIMER_PROF, 0)
            self.is_ticking = False

    def _lose_timers(self) -> None:
        self.is_ticking = self.is_timed = False

    def _set_timers(self, now: float, cpu_now: float) -> None:
        """Have both limits of this execution met when they are due."""
        self.is_timed = True
        if self.deadline < math.inf:
            signal.setitimer(signal.ITIMER_REAL, max(self.deadline - now, _LEAST_SECONDS), TICK_SECONDS / 2)
        left = self.cpu_deadline - cpu_now
        if left < TICK_SECONDS:
            signal.setitimer(signal.ITIMER_PROF, max(left, _LEAST_SECONDS), TICK_SECONDS / 2)

    def note_memory(self) -> None:
        """Take what the process has now as what no script is answerable for, once what nobody holds is gone."""
        has_kb = self._memory_kb()
        if self.memory_descriptor >= 0 and has_kb > self._noted_kb + _COLLECTED_KB and self._noted_kb:
            gc.collect()
            has_kb = self._memory_kb()
        self._noted_kb = has_kb
        usage = resource.getrusage(resource.RUSAGE_SELF)
        self._peak_kb, self._faults = usage.ru_maxrss, usage.ru_minflt
        self._noted_held_kb = held_kb() or 0

    def used_kb(self, usage: resource.struct_rusage) -> int:
        """By how much the process outgrew, during the execution that ends, what it had before it.

        Exact where it grew beyond the most it ever had. Else what ticks saw, or the pages that were given to it, which
        counts twice what was given back in between, and cannot be more than the most it ever had.
        """
        peak_kb, faults = usage.ru_maxrss, usage.ru_minflt
        if peak_kb > self._peak_kb:
            self._peak_kb = self._seen_kb = peak_kb
        else:
            given_kb = self._noted_kb + (faults - self._faults) * _PAGE_KB
            self._seen_kb = max(self._seen_kb, min(given_kb, peak_kb))
        self._faults = faults
        return max(0, self._seen_kb - self._noted_kb)

    def _memory_kb(self) -> int:
        if self.memory_descriptor < 0:
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return int(os.pread(self.memory_descriptor, 80, 0).split()[1]) * _PAGE_KB

    def tick(self, _signum: int, _frame: Any) -> None:
        """Raise the limit that the script has exceeded, if any; again should that be swallowed, not while told."""
        if not self.is_armed:
            return
        used = time.process_time()
        if used < self.quiet_until:
            return
        if time.perf_counter() >= self.deadline or used >= self.cpu_deadline:
            self.quiet_until = used + TICK_SECONDS / 2
            seconds = max(1, math.ceil(ctx.request.limits.wall_ms / 1000))
            plural = "" if seconds == 1 else "s"
            raise LimitExceededError(Outcome.TIME_LIMIT, f"Maximum execution time of {seconds} second{plural} exceeded")
        has_kb = self._memory_kb()
        self._seen_kb = max(self._seen_kb, has_kb)
        if has_kb > self.memory_limit_kb and self._holds_too_much():
            self.memory_limit_kb = sys.maxsize
            raise LimitExceededError(Outcome.MEMORY_LIMIT, memory_text())
        if not self.is_timed or self.cpu_deadline - used < TICK_SECONDS:
            self._set_timers(time.perf_counter(), used)

    def _holds_too_much(self) -> bool:
        """Whether the script holds so much, or PyPy has only not yet collected what nobody holds any more."""
        if held_kb() is None:
            return True
        gc.collect()
        if (held_kb() or 0) - self._noted_held_kb > self._script_limit_kb:
            return True
        # Collecting takes long: not again before the process has grown by an eighth of the limit.
        self.memory_limit_kb = self._memory_kb() + (self._script_limit_kb >> 3)
        return False


def held_kb() -> Optional[int]:
    """What PyPy's collector has given out; None on CPython, which frees what nobody holds at once."""
    stats = getattr(gc, "get_stats", None) if sys.implementation.name == "pypy" else None
    return None if stats is None else stats()._s.total_gc_memory >> 10


clock = Clock()


def memory_text() -> str:
    """PHP's text for exhausted memory."""
    limit = ctx.request.limits.memory_mb << 20
    return f"Allowed memory size of {limit} bytes exhausted (tried to allocate {262144} bytes)"
