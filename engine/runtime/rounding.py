"""Rounding to decimal places as PHP 8.4 does it, for `round`, `number_format`, `range` and whoever else rounds."""

from __future__ import annotations

import math

ROUND_HALF_UP = 1
ROUND_HALF_DOWN = 2
ROUND_HALF_EVEN = 3
ROUND_HALF_ODD = 4
ROUND_CEILING = 5
ROUND_FLOOR = 6
ROUND_TOWARD_ZERO = 7
ROUND_AWAY_FROM_ZERO = 8

ROUNDING_MODES = {
    "HalfAwayFromZero": ROUND_HALF_UP,
    "HalfTowardsZero": ROUND_HALF_DOWN,
    "HalfEven": ROUND_HALF_EVEN,
    "HalfOdd": ROUND_HALF_ODD,
    "TowardsZero": ROUND_TOWARD_ZERO,
    "AwayFromZero": ROUND_AWAY_FROM_ZERO,
    "NegativeInfinity": ROUND_FLOOR,
    "PositiveInfinity": ROUND_CEILING,
}

# Powers of ten that a float holds exactly.
_POWERS = tuple(float(10**power) for power in range(23))
# Floats of this magnitude have no fraction left.
_INTEGRAL = 4503599627370496.0
_PLACES_MIN = -2147483647
_PLACES_MAX = 2147483647


def floor_float(value: float) -> float:
    """The largest integral float not above `value`; infinities, NaN and -0.0 stay."""
    if not -_INTEGRAL < value < _INTEGRAL or value == 0.0:
        return value
    return float(math.floor(value))


def ceil_float(value: float) -> float:
    """The smallest integral float not below `value`; what is above -1 gives -0.0, as in C."""
    if not -_INTEGRAL < value < _INTEGRAL or value == 0.0:
        return value
    return float(math.ceil(value)) if value > 0.0 or value <= -1.0 else -0.0


def php_round(value: float, places: int = 0, mode: int = ROUND_HALF_UP) -> float:
    """`value` rounded to `places` decimals (to tens, hundreds… where negative)."""
    if value == 0.0 or value - value != 0.0:
        return value
    if places > 0:
        power = min(places, _PLACES_MAX)
        exponent = _POWERS[power] if power < 23 else _power_of_ten(power)
        scaled = value * exponent
    else:
        power = min(-places, -_PLACES_MIN)
        exponent = _POWERS[power] if power < 23 else _power_of_ten(power)
        scaled = value / exponent
    # 0.285 * 1e10 is 2849999999.9999995: where the next integer scales back to the very value, it is the one meant.
    if value >= 0.0:
        integral = floor_float(scaled)
        following = integral + 1.0
    else:
        integral = ceil_float(scaled)
        following = integral - 1.0
    if (following / exponent if places > 0 else following * exponent) == value:
        integral = following
    if not -1e16 < integral < 1e16:
        return value
    integral = _round_integral(integral, value, exponent, places, mode)
    if power < 23:
        return integral / exponent if places > 0 else integral * exponent
    rounded = float(f"{integral:f}e{-power if places > 0 else power}")
    if rounded == 0.0:
        return 0.0
    return rounded if rounded - rounded == 0.0 else value


def _power_of_ten(power: int) -> float:
    try:
        return float(10.0**power)
    except OverflowError:
        return math.inf


def _round_integral(integral: float, value: float, exponent: float, places: int, mode: int) -> float:
    """`integral`, or its neighbour away from zero, as `mode` wants for `value`, which lies between them."""
    magnitude = abs(value)
    sign = math.copysign(1.0, integral)
    if mode <= ROUND_HALF_ODD:
        edge = integral + sign * 0.5
        edge = abs(edge / exponent if places > 0 else edge * exponent)
        if magnitude > edge:
            return integral + sign
        if magnitude != edge:
            return integral
        if mode == ROUND_HALF_UP:
            return integral + sign
        if mode == ROUND_HALF_DOWN:
            return integral
        is_even = math.fmod(integral, 2.0) == 0.0
        return integral if is_even == (mode == ROUND_HALF_EVEN) else integral + sign
    if mode == ROUND_TOWARD_ZERO:
        return integral
    edge = abs(integral / exponent if places > 0 else integral * exponent)
    if not magnitude > edge:
        return integral
    if mode == ROUND_CEILING:
        return integral + 1.0 if value > 0.0 else integral
    if mode == ROUND_FLOOR:
        return integral - 1.0 if value < 0.0 else integral
    return integral + sign
