"""Floats as decimal text. On PyPy integer arithmetic tells the digits of most floats 3 to 8 times faster than C does.

A float scaled by a power of ten is off by half a unit of its last place: what that leaves in doubt, next to the middle
between two integers, goes to Python's own formatting, as does everything very large or small.
"""

from __future__ import annotations

import math
import sys
from typing import Tuple

# CPython is slower at the arithmetic than at the formatting.
_IS_QUICK = sys.implementation.name == "pypy"

# The powers of ten that a float holds exactly.
_POWERS = tuple([float(10**power) for power in range(23)])
_INTEGERS = tuple([10**power for power in range(23)])
# Below 2**42 a float's last place is 2**-11: what lies between these fractions may belong to either side.
_SCALED_LIMIT = 4398046511104.0
_MIDDLE = (0.499, 0.501)
# The same for 14 digits, below 2**47.
_WIDE_MIDDLE = (0.49, 0.51)
_MOST_PLACES = 15
_MOST_DIGITS = 14


def fixed(number: float, places: int) -> str:
    """`number`, which is finite, with so many decimals: C's `%.*f`, but for a negative zero's sign."""
    if _IS_QUICK and places <= _MOST_PLACES:
        magnitude = number if number >= 0.0 else -number
        scaled = magnitude * _POWERS[places]
        if scaled < _SCALED_LIMIT:
            whole = int(scaled)
            rest = scaled - whole
            if not _MIDDLE[0] < rest < _MIDDLE[1]:
                if rest > 0.5:
                    whole += 1
                text = _with_point(whole, places)
                return "-" + text if number < 0.0 else text
    # PyPy's % turns large floats into exponents; format does not, and takes twice the time.
    if -1e15 < number < 1e15:
        return "%.*f" % (places, number or 0.0)  # noqa: UP031
    return f"{number:.{places}f}"


def _with_point(whole: int, places: int) -> str:
    if not places:
        return str(whole)
    power = _INTEGERS[places]
    high = whole // power
    # The power keeps the zeros in front.
    return str(high) + "." + str(whole - high * power + power)[1:]


def scientific(number: float, places: int) -> Tuple[str, int]:
    """The first `places` + 1 digits of `number`, which is finite, and the power of ten of the first one."""
    if _IS_QUICK:
        whole, exponent = _digits(number, places + 1)
        if whole:
            return str(whole), exponent
    mantissa, _, power = f"{abs(number):.{places}e}".partition("e")
    return mantissa.replace(".", ""), int(power)


def general(number: float, precision: int) -> str:
    """C's `%.*G`."""
    if _IS_QUICK and precision > 0:
        whole, exponent = _digits(number, precision)
        if whole and -4 <= exponent < precision:
            digits = str(whole).rstrip("0")
            point = exponent + 1
            if point <= 0:
                text = "0." + "000"[:-point] + digits
            elif len(digits) <= point:
                text = digits + "0" * (point - len(digits))
            else:
                text = digits[:point] + "." + digits[point:]
            return "-" + text if number < 0.0 else text
    return f"{number:.{precision or 1}G}"


def _digits(number: float, count: int) -> Tuple[int, int]:
    """The first digits of `number` as an int, and the first one's power of ten; (0, 0) where that is in doubt."""
    magnitude = number if number >= 0.0 else -number
    if not 1e-7 < magnitude < 1e15 or count > _MOST_DIGITS:
        return 0, 0
    exponent = math.floor(math.log10(magnitude))
    power = count - 1 - exponent
    scaled = magnitude * _POWERS[power] if power >= 0 else magnitude / _POWERS[-power]
    whole = int(scaled)
    rest = scaled - whole
    if _WIDE_MIDDLE[0] < rest < _WIDE_MIDDLE[1]:
        return 0, 0
    if rest > 0.5:
        whole += 1
    if not _INTEGERS[count - 1] <= whole < _INTEGERS[count]:
        return 0, 0
    return whole, exponent


def shortest(number: float) -> str:
    """Python's `repr`, but that a whole number may stand without its `.0`."""
    if _IS_QUICK and -1e10 < number < 1e10:
        magnitude = number if number >= 0.0 else -number
        # What at most 15 digits, 4 of them decimals, read back as has no shorter text.
        whole = int(magnitude * 10000.0 + 0.5)
        if whole and whole / 10000.0 == magnitude:
            places = 4
            while places and whole % 10 == 0:
                whole //= 10
                places -= 1
            text = _with_point(whole, places)
            return "-" + text if number < 0.0 else text
    return repr(number)
