"""Which scripts run on CPython and when they move to PyPy."""

from __future__ import annotations

from node.executors.lanes import LEAST_PRICE_MS, PRICE_FACTOR, Ledger


def test_a_script_never_seen_runs_on_cpython() -> None:
    ledger = Ledger()
    assert ledger.choose(ledger.of(1)) == "cold"


def test_it_moves_when_its_rent_equals_the_price_of_pypy() -> None:
    ledger = Ledger()
    known = ledger.of(1)
    ledger.learn(known, "cold", run_ms=1.0, compile_ms=3.0)
    moves_after = 1
    while ledger.choose(known) == "cold":
        ledger.learn(known, "cold", run_ms=1.0, compile_ms=0.0)
        moves_after += 1
    assert moves_after == PRICE_FACTOR * 3.0


def test_a_tiny_script_stays_for_long() -> None:
    ledger = Ledger()
    known = ledger.of(1)
    ledger.learn(known, "cold", run_ms=0.01, compile_ms=0.05)
    assert ledger.choose(known) == "cold"
    ledger.learn(known, "cold", run_ms=LEAST_PRICE_MS, compile_ms=0.0)
    assert ledger.choose(known) == "hot"


def test_one_that_outlasted_cpython_starts_on_pypy_from_then_on() -> None:
    ledger = Ledger()
    ledger.of(1).is_long = True
    assert ledger.choose(ledger.of(1)) == "hot"


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
