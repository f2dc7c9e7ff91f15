"""The clock: a limit is raised once, then left alone for as long as telling of it takes."""

from __future__ import annotations

import signal
import time

import pytest

from engine.errors import LimitExceededError, Outcome
from engine.pipeline import Engine
from engine.request import Limits, Request
from engine.runtime.clock import clock
from engine.runtime.context import ctx


def test_a_second_signal_does_not_disturb_what_the_first_began() -> None:
    ctx.begin(Request(code=""))
    clock.arm(Limits(wall_ms=60_000), now=time.perf_counter(), cpu_now=time.process_time())
    try:
        clock.deadline = 0.0
        with pytest.raises(LimitExceededError):
            clock.tick(signal.SIGALRM, None)
        clock.tick(signal.SIGPROF, None)
        clock.quiet_until = 0.0
        with pytest.raises(LimitExceededError):
            clock.tick(signal.SIGPROF, None)
    finally:
        clock.disarm()


def test_time_that_is_waited_counts_as_time_that_is_used() -> None:
    engine = Engine()
    for code in ("<?php usleep(2000000);", "<?php while (true) { }"):
        started = time.monotonic()
        result = engine.execute(Request(code=code, limits=Limits(wall_ms=150)))
        assert result.outcome is Outcome.TIME_LIMIT
        assert time.monotonic() - started < 1.9


def test_what_nobody_holds_any_more_is_not_counted() -> None:
    engine = Engine()
    code = '<?php for ($i = 0; $i < 40; $i++) { $a = range(0, 100000); $b = array_map(fn($x) => "s$x", $a); } echo 1;'
    result = engine.execute(Request(code=code, limits=Limits(wall_ms=60_000, cpu_ms=60_000, memory_mb=128)))
    assert (result.outcome, result.output) == (Outcome.OK, "1")
