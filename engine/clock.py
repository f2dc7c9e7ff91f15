"""Watches the running script: raises in it what it exceeds.

A tick makes PyPy abandon a trace it is recording, so they are rare and count this process's own time, not what it
waits for a core; one more comes at the deadline. What no signal interrupts is for the node to kill, and memory that
grows faster than they come ends at the process's own limit.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from typing import TYPE_CHECKING, Any

from engine.errors import LimitExceededError, Outcome
from engine.runtime.context import ctx

if TYPE_CHECKING:
    from engine.request import Limits

TICK_SECONDS = 0.25

_PAGE_KB = resource.getpagesize() >> 10


class Clock:
    """One for the process, armed for each execution."""

    def __init__(self) -> None:
        self.deadline = 0.0
        self.cpu_deadline = 0.0
        # CPU time until which nothing more is raised.
        self.quiet_until = 0.0
        self.memory_limit_kb = 0
        self.installed = False
        # /proc/self/statm, held open by a process that may open nothing; else a peak has to do, which never sinks.
        self.memory_descriptor = -1
        self._noted_kb = 0

    def arm(self, limits: Limits) -> None:
        """Start watching an execution that begins now."""
        if not self.installed:
            signal.signal(signal.SIGALRM, self.tick)
            signal.signal(signal.SIGPROF, self.tick)
            self.installed = True
        self.deadline = time.perf_counter() + limits.wall_ms / 1000
        self.cpu_deadline = time.process_time() + limits.cpu_ms / 1000
        self.quiet_until = 0.0
        # Reading takes 25 us, so not here: executors note it every so often between scripts.
        before = self._noted_kb if self.memory_descriptor >= 0 else self._memory_kb()
        self.memory_limit_kb = before + (limits.memory_mb << 10)
        signal.setitimer(signal.ITIMER_REAL, limits.wall_ms / 1000, TICK_SECONDS / 2)
        signal.setitimer(signal.ITIMER_PROF, min(TICK_SECONDS, limits.cpu_ms / 1000), TICK_SECONDS)

    def disarm(self) -> None:
        """Stop watching."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)

    def note_memory(self) -> None:
        """Take what the process has now as what no script is answerable for."""
        self._noted_kb = self._memory_kb()

    def _memory_kb(self) -> int:
        if self.memory_descriptor < 0:
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return int(os.pread(self.memory_descriptor, 80, 0).split()[1]) * _PAGE_KB

    def tick(self, _signum: int, _frame: Any) -> None:
        """Raise the limit that the script has exceeded, if any; again should that be swallowed, not while told."""
        used = time.process_time()
        if used < self.quiet_until:
            return
        if time.perf_counter() >= self.deadline or used >= self.cpu_deadline:
            self.quiet_until = used + TICK_SECONDS / 2
            seconds = max(1, round(ctx.request.limits.wall_ms / 1000))
            plural = "" if seconds == 1 else "s"
            raise LimitExceededError(Outcome.TIME_LIMIT, f"Maximum execution time of {seconds} second{plural} exceeded")
        if self._memory_kb() > self.memory_limit_kb:
            self.memory_limit_kb = sys.maxsize
            raise LimitExceededError(Outcome.MEMORY_LIMIT, memory_text())
        left = self.cpu_deadline - used
        if left < TICK_SECONDS:
            signal.setitimer(signal.ITIMER_PROF, max(left, 0.001), TICK_SECONDS / 2)


clock = Clock()


def memory_text() -> str:
    """PHP's text for exhausted memory."""
    limit = ctx.request.limits.memory_mb << 20
    return f"Allowed memory size of {limit} bytes exhausted (tried to allocate {262144} bytes)"
