"""Which scripts run on CPython and when they move to PyPy."""

from __future__ import annotations

from node.executors.lanes import TRACING_MS, Ledger


def test_a_script_never_seen_runs_on_cpython() -> None:
    ledger = Ledger()
    assert ledger.choose(ledger.of(1)) == "cold"


def runs_until_it_moves(run_ms: float) -> int:
    """How often such a script runs on CPython, which compiles it in 3 ms."""
    ledger = Ledger()
    known = ledger.of(1)
    runs, compile_ms = 0, 3.0
    while ledger.choose(known) == "cold":
        ledger.learn(known, "cold", run_ms=run_ms, compile_ms=compile_ms)
        runs, compile_ms = runs + 1, 0.0
    return runs


def test_it_moves_when_its_rent_equals_the_price_of_pypy() -> None:
    assert runs_until_it_moves(100.0) == 1
    # About what its compilation costs there.
    assert 24 <= runs_until_it_moves(10.0) * 10.0 <= 50


def test_one_that_takes_no_time_stays_until_tracing_the_engine_pays() -> None:
    assert runs_until_it_moves(0.1) >= TRACING_MS / 0.1 * 0.9


def test_one_that_outlasted_cpython_starts_on_pypy_from_then_on() -> None:
    ledger = Ledger()
    known = ledger.of(1)
    ledger.outlast(known, 100.0)
    ledger.judge(known, 100.0, run_ms=60.0)
    assert ledger.choose(known) == "hot"


def test_one_that_was_kept_from_running_stays_on_cpython() -> None:
    ledger = Ledger()
    known = ledger.of(1)
    ledger.outlast(known, 100.0)
    ledger.judge(known, 100.0, run_ms=1.0)
    assert ledger.choose(known) == "cold"
    for _run in range(1000):
        ledger.learn(known, "cold", run_ms=0.05, compile_ms=0.0)
    ledger.outlast(known, 100.0)
    assert ledger.choose(known) == "cold"


def test_one_that_sees_lifetimes_stays_on_cpython_however_dear() -> None:
    ledger = Ledger()
    known = ledger.of(1)
    known.needs_cold = True
    ledger.learn(known, "cold", run_ms=5000.0, compile_ms=1.0)
    assert ledger.choose(known) == "cold"


def test_what_is_known_is_bounded() -> None:
    ledger = Ledger()
    for script in range(50_000):
        ledger.of(script)
    assert len(ledger._known) <= 20_000
