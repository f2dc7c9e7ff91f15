"""Numbers that a script could make huge are refused before they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.errors import LimitExceededError, Outcome
from engine.request import Limits, Request
from engine.runtime.context import ctx
from engine.stdlib.gmp import functions, random
from engine.stdlib.gmp.integers import format_integer, is_prime, parse_integer, primality
from engine.stdlib.gmp.number import GMP

if TYPE_CHECKING:
    from collections.abc import Callable

_HUGE = 1 << 40


@pytest.fixture(autouse=True)
def _small_memory() -> None:
    ctx.begin(Request(code="", limits=Limits(memory_mb=1)))


@pytest.mark.parametrize(
    "make",
    [
        lambda: functions.gmp_pow(3, _HUGE),
        lambda: functions.gmp_fact(_HUGE),
        lambda: functions.gmp_binomial(_HUGE, _HUGE // 2),
        lambda: functions.gmp_setbit(GMP(), 1 << 36),
        lambda: functions.gmp_init("9" * (20 << 20)),
        lambda: random.gmp_random_bits(2**31 - 1),
        lambda: functions.gmp_export(1, _HUGE),
    ],
)
def test_a_huge_number_is_over_the_limit(make: Callable[[], object]) -> None:
    with pytest.raises(LimitExceededError) as caught:
        make()
    assert caught.value.outcome is Outcome.MEMORY_LIMIT


@pytest.mark.parametrize("base", [2, 3, 8, 10, 16, 36, 37, 62])
def test_texts_of_numbers_are_read_as_they_were_written(base: int) -> None:
    for number in (0, 1, -1, base, 12345678901234567890, -(7**2000)):
        assert parse_integer(format_integer(number, base), base) == number


def test_strong_pseudoprimes_are_not_prime() -> None:
    # The first composites that pass Miller and Rabin's test to base 2, and the first that pass Lucas's.
    assert not any(is_prime(number) for number in (2047, 3277, 4033, 5459, 5777, 10877, 3215031751))
    assert [number for number in range(30) if is_prime(number)] == [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
    assert primality(2**89 - 1) == 1
    assert primality(-7) == 2
