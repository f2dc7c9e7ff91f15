"""Math where Python and C disagree."""

from __future__ import annotations

import math

import pytest

from engine.runtime.rounding import (
    ROUND_AWAY_FROM_ZERO,
    ROUND_CEILING,
    ROUND_HALF_EVEN,
    ROUND_HALF_ODD,
    ceil_float,
    floor_float,
    php_round,
)
from engine.stdlib.math import base_convert, fdiv, fmod, fpow, hypot, intdiv, log, max_, min_


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (0.285, 2, 0.29),
        (1.955, 2, 1.96),
        (5.055, 2, 5.06),
        (1.45, 1, 1.5),
        (1241757.0, -3, 1242000.0),
        (-0.4, 0, -0.0),
        (1.5e-24, 24, 2e-24),
        (1e300, -400, 0.0),
        (123456.789, 400, 123456.789),
    ],
)
def test_round_as_php(value: float, places: int, expected: float) -> None:
    result = php_round(value, places)
    assert (result, math.copysign(1.0, result)) == (expected, math.copysign(1.0, expected))


def test_rounding_modes() -> None:
    assert php_round(2.5, 0, ROUND_HALF_EVEN) == 2.0
    assert php_round(2.5, 0, ROUND_HALF_ODD) == 3.0
    assert php_round(-1.1, 0, ROUND_CEILING) == -1.0
    assert php_round(-1.1, 0, ROUND_AWAY_FROM_ZERO) == -2.0


def test_floors_keep_the_sign_of_zero() -> None:
    assert math.copysign(1.0, ceil_float(-0.5)) == -1.0
    assert math.copysign(1.0, floor_float(-0.0)) == -1.0
    assert floor_float(math.inf) == math.inf


def test_what_c_returns_where_python_raises() -> None:
    assert fdiv(-1.0, 0.0) == -math.inf
    assert math.isnan(fmod(1.0, 0.0))
    assert fpow(-10.0, 401.0) == -math.inf
    assert fpow(-0.0, -1.0) == -math.inf
    assert log(0.0) == -math.inf
    assert intdiv(-7, 2) == -3


def test_hypot_is_right_to_the_last_bit() -> None:
    assert hypot(1.0, 5.0) == math.sqrt(26.0)
    assert hypot(3e200, 4e200) == 4.9999999999999995e200
    assert hypot(math.nan, math.inf) == math.inf


def test_base_convert_of_large_numbers_goes_through_floats() -> None:
    assert base_convert("ffffffffffffffffffff", 16, 10) == "1208925819614629446642046"


def test_extremes_of_two_take_the_second_where_nan_decides() -> None:
    assert math.isnan(max_(1, math.nan))  # type: ignore[arg-type]
    assert min_(math.nan, 1) == 1
    assert min_("1", 1) == 1
    assert max_("1", 1) == "1"
