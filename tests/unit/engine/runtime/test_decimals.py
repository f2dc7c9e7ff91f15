"""The digits that integer arithmetic tells are those of Python's own formatting, on either interpreter."""

from __future__ import annotations

import math
import random

import pytest

from engine.runtime import decimals

EDGES = (
    0.0, -0.0, 0.5, 1.5, 2.5, 0.125, 0.375, -0.001, 1.005, 9.995, 9.999999999999998, 99999999999999.98, 1e-4, 9.9999e-5,
    1e-5, 1e15, 1e22, 1e300, 5e-324, 1.7976931348623157e308, 4398046511104.0, 123456789.123456789,
)  # fmt: skip


def numbers() -> list[float]:
    """Floats of all sizes, many of them next to where rounding turns."""
    chance = random.Random(1)  # noqa: S311 - the same numbers in every run
    found = list(EDGES)
    for _ in range(1500):
        found += [
            chance.uniform(-1000, 1000),
            chance.randrange(-(10**6), 10**6) / chance.choice((2, 3, 4, 7, 8, 10, 100, 1000, 10000)),
            chance.randrange(10**7) * chance.choice((0.1, 0.01, 0.001, 0.005)),
            10.0 ** chance.randrange(-20, 25) * chance.choice((1, 1 - 1e-16, 1 + 2.3e-16, 0.99999999999999, 5)),
            math.exp(chance.uniform(-30, 40)),
            chance.randrange(10**9) / 1024,
        ]
    return found


@pytest.fixture(autouse=True)
def _by_arithmetic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decimals, "_IS_QUICK", True)


def test_fixed() -> None:
    for number in numbers():
        for places in (0, 1, 2, 3, 6, 9, 15, 20):
            assert decimals.fixed(number, places) == f"{number or 0.0:.{places}f}"


def test_scientific() -> None:
    for number in numbers():
        for places in (0, 1, 3, 6, 13, 17):
            mantissa, _, power = f"{abs(number):.{places}e}".partition("e")
            assert decimals.scientific(number, places) == (mantissa.replace(".", ""), int(power))


def test_general() -> None:
    for number in numbers():
        for precision in (1, 2, 7, 14, 17):
            assert decimals.general(number, precision) == f"{number:.{precision}G}"


def test_shortest() -> None:
    for number in numbers():
        text = repr(number)
        assert decimals.shortest(number) in (text, text.removesuffix(".0"))
