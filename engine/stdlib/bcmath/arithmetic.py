"""Decimal arithmetic for bcmath: a number is an int and how many of its digits are decimals.

Results are exact and cut off, never rounded, so that Python's ints give what PHP's own digits do.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Optional, Tuple

from engine.runtime.context import ctx

MAXIMUM_SCALE = 0x7FFFFFFF
MAXIMUM_EXPONENT = (1 << 63) - 1

_NUMBER = re.compile(r"([+-]?)0*([0-9]*)(?:\.([0-9]*))?\Z")
# Python refuses to convert more digits than about these at once.
_CHUNK_DIGITS = 2000
_BYTES_OF_DIGITS = 2


class Decimal(NamedTuple):
    """`units` times 10 to the power of `-scale`; as PHP keeps numbers, zeros at the end are not always dropped."""

    units: int
    scale: int


ZERO = Decimal(0, 0)
ONE = Decimal(1, 0)


def parse(text: str) -> Optional[Tuple[Decimal, int]]:
    """A number without zeros at its end, and how many decimals were written; None if it is not well-formed."""
    # PHP reads up to a NUL.
    end = text.find("\0")
    match = _NUMBER.match(text if end < 0 else text[:end])
    if match is None:
        return None
    sign, whole, decimals = match.groups()
    kept = (decimals or "").rstrip("0")
    units = int_of_digits(whole + kept)
    return Decimal(-units if sign == "-" else units, len(kept)), len(decimals or "")


def parse_cut(text: str, scale: int) -> Optional[Decimal]:
    """A number of which only `scale` decimals are looked at."""
    found = parse(text)
    return None if found is None else cut(found[0], scale)


def int_of_digits(digits: str) -> int:
    """`int(digits)`, for any number of them."""
    if len(digits) <= _CHUNK_DIGITS:
        return int(digits or "0")
    low = len(digits) // 2
    return int_of_digits(digits[:-low]) * int(10**low) + int_of_digits(digits[-low:])


def digits_of_int(number: int) -> str:
    """`str(number)` of a natural number, for any number of digits."""
    # 3.33 bits make a digit.
    if number.bit_length() < _CHUNK_DIGITS * 3:
        return str(number)
    low = number.bit_length() * 3 // 20
    high, rest = divmod(number, 10**low)
    return digits_of_int(high) + digits_of_int(rest).rjust(low, "0")


def count_digits(number: int) -> int:
    """How many digits are before the point: at least one."""
    return len(digits_of_int(abs(number)))


def whole_digits(number: Decimal) -> int:
    """How many digits are before the point: at least one."""
    return max(1, count_digits(number.units) - number.scale)


def to_text(number: Decimal, scale: int) -> str:
    """The number with exactly `scale` decimals."""
    ctx.charge(_BYTES_OF_DIGITS * scale)
    units, padding = number.units, 0
    if number.scale > scale:
        units = divide(units, 10 ** (number.scale - scale))
    else:
        padding = scale - number.scale
    sign = "-" if units < 0 else ""
    kept = scale - padding
    digits = digits_of_int(abs(units)).rjust(kept + 1, "0")
    if not scale:
        return sign + digits
    return f"{sign}{digits[: len(digits) - kept]}.{digits[len(digits) - kept :]}{'0' * padding}"


def divide(a: int, b: int) -> int:
    """`a / b` without its decimals: towards zero."""
    quotient = abs(a) // abs(b)
    return -quotient if (a < 0) != (b < 0) else quotient


def cut(number: Decimal, scale: int) -> Decimal:
    """At most `scale` decimals of it."""
    if number.scale <= scale:
        return number
    return Decimal(divide(number.units, 10 ** (number.scale - scale)), scale)


def trimmed(number: Decimal) -> Decimal:
    """Without zeros at the end of its decimals."""
    units, scale = number
    if not units:
        return ZERO
    while scale and not units % 10:
        units //= 10
        scale -= 1
    return Decimal(units, scale)


def aligned(a: Decimal, b: Decimal) -> Tuple[int, int, int]:
    """The units of both at the larger scale, and that scale."""
    if a.scale == b.scale:
        return a.units, b.units, a.scale
    if a.scale < b.scale:
        return a.units * 10 ** (b.scale - a.scale), b.units, b.scale
    return a.units, b.units * 10 ** (a.scale - b.scale), a.scale


def add(a: Decimal, b: Decimal) -> Decimal:
    """`a + b`."""
    one, two, scale = aligned(a, b)
    return Decimal(one + two, scale)


def subtract(a: Decimal, b: Decimal) -> Decimal:
    """`a - b`."""
    one, two, scale = aligned(a, b)
    return Decimal(one - two, scale)


def multiply(a: Decimal, b: Decimal) -> Decimal:
    """`a * b`."""
    return Decimal(a.units * b.units, a.scale + b.scale)


def quotient_of(a: Decimal, b: Decimal, scale: int) -> Decimal:
    """`a / b` to `scale` decimals; `b` is not 0."""
    ctx.charge(_BYTES_OF_DIGITS * scale)
    shift = scale + b.scale - a.scale
    if shift >= 0:
        return Decimal(divide(a.units * 10**shift, b.units), scale)
    return Decimal(divide(a.units, b.units * 10**-shift), scale)


def divide_with_remainder(a: Decimal, b: Decimal) -> Tuple[Decimal, Decimal]:
    """The whole quotient and the remainder, which has the sign of `a`; `b` is not 0."""
    one, two, scale = aligned(a, b)
    quotient = divide(one, two)
    return Decimal(quotient, 0), Decimal(one - quotient * two, scale)


def power(base: Decimal, exponent: int, scale: int) -> Optional[Decimal]:
    """`base` to a whole power; None for a negative power of zero."""
    if not exponent:
        return ONE
    count = abs(exponent)
    if base.units not in (0, 1, -1) or base.scale:
        ctx.charge(count * max(base.scale, (base.units.bit_length() * 3 // 10)))
    elif base.units == -1:
        count = 2 - count % 2
    else:
        count = 1
    raised = Decimal(base.units**count, base.scale * count)
    if exponent > 0:
        return cut(raised, scale)
    return quotient_of(ONE, raised, scale) if raised.units else None


def power_modulo(base: int, exponent: int, modulus: int) -> int:
    """`base` to the power of `exponent` modulo `modulus`: with the sign that the power has."""
    result = pow(abs(base), exponent, abs(modulus))
    return -result if base < 0 and exponent & 1 else result


def square_root(number: Decimal, scale: int) -> Decimal:
    """The root of a number that is not negative, by the same steps of Newton's as PHP's."""
    if not number.units:
        return ZERO
    order = compare(number, ONE)
    if not order:
        return ONE
    full_scale = max(scale, number.scale)
    ctx.charge(_BYTES_OF_DIGITS * full_scale)
    if order < 0:
        guess, digits = ONE, number.scale
    else:
        guess, digits = Decimal(10 ** (whole_digits(number) // 2), 0), 3
    half = Decimal(5, 1)
    while True:
        last = guess
        guess = add(quotient_of(number, guess, digits), last)
        product = multiply(guess, half)
        guess = cut(product, max(digits, guess.scale, 1))
        difference = subtract(guess, last)
        if abs(cut(difference, digits).units) > 1:
            continue
        if digits >= full_scale + 1:
            return cut(guess, full_scale)
        digits = min(digits * 3, full_scale + 1)


def compare(a: Decimal, b: Decimal) -> int:
    """-1, 0 or 1."""
    one, two, _scale = aligned(a, b)
    return -1 if one < two else int(one > two)


def floor(number: Decimal) -> Decimal:
    """The next whole number below."""
    return Decimal(number.units // 10**number.scale, 0)


def ceiling(number: Decimal) -> Decimal:
    """The next whole number above."""
    return Decimal(-(-number.units // 10**number.scale), 0)


HALF_UP, HALF_DOWN, HALF_EVEN, HALF_ODD, CEILING, FLOOR, TOWARD_ZERO, AWAY_FROM_ZERO = range(1, 9)
_NEAREST = (HALF_UP, HALF_DOWN, HALF_EVEN, HALF_ODD)


def round_to(number: Decimal, precision: int, mode: int) -> Decimal:
    """The number with `precision` decimals; a negative one counts digits before the point."""
    if precision >= number.scale:
        ctx.charge(_BYTES_OF_DIGITS * precision)
        return Decimal(number.units * 10 ** (precision - number.scale), precision)
    is_negative = number.units < 0
    if precision < -whole_digits(number):
        # Less than half of a unit, however large that is.
        if not number.units or mode in _NEAREST or not _grows(mode, is_negative, 0):
            return ZERO
        ctx.charge(-precision)
        whole = 10**-precision
        return Decimal(-whole if is_negative else whole, 0)
    unit = 10 ** (number.scale - precision)
    quotient, rest = divmod(abs(number.units), unit)
    if rest and _is_up(mode, is_negative, quotient, 2 * rest - unit):
        quotient += 1
    if is_negative:
        quotient = -quotient
    return Decimal(quotient, precision) if precision >= 0 else Decimal(quotient * 10**-precision, 0)


def _is_up(mode: int, is_negative: bool, quotient: int, above_half: int) -> bool:
    """Whether what was cut off makes the digits before it one more."""
    if mode in _NEAREST and above_half:
        return above_half > 0
    return _grows(mode, is_negative, quotient)


def _grows(mode: int, is_negative: bool, quotient: int) -> bool:
    if mode == HALF_EVEN:
        return quotient % 2 == 1
    if mode == HALF_ODD:
        return quotient % 2 == 0
    if mode == CEILING:
        return not is_negative
    if mode == FLOOR:
        return is_negative
    return mode in (HALF_UP, AWAY_FROM_ZERO)
