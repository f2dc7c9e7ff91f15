"""BCMath: arithmetic on decimal numbers of any length, written as strings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Optional, Tuple

from engine.builtin.declare import BadArgumentError, Case, CaseDefault, contextual, pure
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.properties import read_property
from engine.runtime.rounding import ROUND_HALF_UP, ROUNDING_MODES
from engine.runtime.values import INT_MIN
from engine.stdlib.bcmath.arithmetic import (
    MAXIMUM_EXPONENT,
    MAXIMUM_SCALE,
    ZERO,
    Decimal,
    add,
    ceiling,
    compare,
    divide_with_remainder,
    floor,
    multiply,
    parse,
    parse_cut,
    power,
    power_modulo,
    quotient_of,
    round_to,
    square_root,
    subtract,
    to_text,
)

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString

EXTENSION = "bcmath"

_NOT_WELL_FORMED = "is not well-formed"
_HAS_FRACTION = "cannot have a fractional part"


@contextual
def bcadd(num1: PhpString, num2: PhpString, scale: int | None = None) -> PhpString:
    """Add two arbitrary precision numbers."""
    digits = _scale_of(scale)
    one, two = _two(num1, num2)
    return to_text(add(one, two), digits)


@contextual
def bcsub(num1: PhpString, num2: PhpString, scale: int | None = None) -> PhpString:
    """Subtract one arbitrary precision number from another."""
    digits = _scale_of(scale)
    one, two = _two(num1, num2)
    return to_text(subtract(one, two), digits)


@contextual
def bcmul(num1: PhpString, num2: PhpString, scale: int | None = None) -> PhpString:
    """Multiply two arbitrary precision numbers."""
    digits = _scale_of(scale)
    one, two = _two(num1, num2)
    return to_text(multiply(one, two), digits)


@contextual
def bcdiv(num1: PhpString, num2: PhpString, scale: int | None = None) -> PhpString:
    """Divide two arbitrary precision numbers."""
    digits = _scale_of(scale)
    one, two = _two(num1, num2)
    if not two.units:
        raise throw_error("DivisionByZeroError", "Division by zero")
    return to_text(quotient_of(one, two, digits), digits)


@contextual
def bcmod(num1: PhpString, num2: PhpString, scale: int | None = None) -> PhpString:
    """Get modulus of an arbitrary precision number."""
    digits = _scale_of(scale)
    one, two = _two(num1, num2)
    if not two.units:
        raise throw_error("DivisionByZeroError", "Modulo by zero")
    return to_text(divide_with_remainder(one, two)[1], digits)


@contextual
def bcdivmod(num1: PhpString, num2: PhpString, scale: int | None = None) -> PhpArray:
    """Get the quotient and modulus of an arbitrary precision number."""
    digits = _scale_of(scale)
    one, two = _two(num1, num2)
    if not two.units:
        raise throw_error("DivisionByZeroError", "Division by zero")
    quotient, remainder = divide_with_remainder(one, two)
    return PhpArray([to_text(quotient, 0), to_text(remainder, digits)])


@contextual
def bcpowmod(num: PhpString, exponent: PhpString, modulus: PhpString, scale: int | None = None) -> PhpString:
    """Raise an arbitrary precision number to another, reduced by a specified modulus."""
    digits = _scale_of(scale)
    base = _number("num", num)
    times = _number("exponent", exponent)
    divisor = _number("modulus", modulus)
    if base.scale:
        raise BadArgumentError("num", _HAS_FRACTION)
    if times.scale:
        raise BadArgumentError("exponent", _HAS_FRACTION)
    if times.units < 0:
        raise BadArgumentError("exponent", "must be greater than or equal to 0")
    if divisor.scale:
        raise BadArgumentError("modulus", _HAS_FRACTION)
    if not divisor.units:
        raise throw_error("DivisionByZeroError", "Modulo by zero")
    return to_text(Decimal(power_modulo(base.units, times.units, divisor.units), 0), digits)


@contextual
def bcpow(num: PhpString, exponent: PhpString, scale: int | None = None) -> PhpString:
    """Raise an arbitrary precision number to another."""
    digits = _scale_of(scale)
    base = _number("num", num)
    times = _number("exponent", exponent)
    if times.scale:
        raise BadArgumentError("exponent", _HAS_FRACTION)
    if abs(times.units) > MAXIMUM_EXPONENT:
        raise BadArgumentError("exponent", "is too large")
    result = power(base, times.units, digits)
    if result is None:
        raise throw_error("DivisionByZeroError", "Negative power of zero")
    return to_text(result, digits)


@contextual
def bcsqrt(num: PhpString, scale: int | None = None) -> PhpString:
    """Get the square root of an arbitrary precision number."""
    digits = _scale_of(scale)
    number = _number("num", num)
    if number.units < 0:
        raise BadArgumentError("num", "must be greater than or equal to 0")
    return to_text(square_root(number, digits), digits)


@contextual
def bccomp(num1: PhpString, num2: PhpString, scale: int | None = None) -> int:
    """Compare two arbitrary precision numbers."""
    digits = _scale_of(scale)
    one = parse_cut(num1, digits)
    if one is None:
        raise BadArgumentError("num1", _NOT_WELL_FORMED)
    two = parse_cut(num2, digits)
    if two is None:
        raise BadArgumentError("num2", _NOT_WELL_FORMED)
    return compare(one, two)


@contextual
def bcscale(scale: int | None = None) -> int:
    """Set or get default scale parameter for all bc math functions."""
    old = ctx.ini.get_int("bcmath.scale")
    if scale is not None:
        ctx.ini.set("bcmath.scale", str(_scale_of(scale)))
    return old


@pure
def bcfloor(num: PhpString) -> PhpString:
    """Round down arbitrary precision number."""
    return to_text(floor(_number("num", num)), 0)


@pure
def bcceil(num: PhpString) -> PhpString:
    """Round up arbitrary precision number."""
    return to_text(ceiling(_number("num", num)), 0)


@pure
def bcround(
    num: PhpString,
    precision: int = 0,
    mode: Annotated[PhpObject, "RoundingMode"] = Case["RoundingMode::HalfAwayFromZero"],
) -> PhpString:
    """Round arbitrary precision number."""
    check_precision(precision)
    rounded = round_to(_number("num", num), precision, mode_number(mode))
    return to_text(rounded, rounded.scale)


def check_precision(precision: int) -> None:
    """Refuse what does not fit a C int above; below PHP takes anything."""
    if precision > MAXIMUM_SCALE:
        raise BadArgumentError("precision", f"must be between {INT_MIN} and {MAXIMUM_SCALE}")


def mode_number(mode: Any) -> int:  # Any: a case of RoundingMode or the CaseDefault for it.
    """The number of a RoundingMode."""
    return ROUND_HALF_UP if type(mode) is CaseDefault else ROUNDING_MODES[read_property(mode, "name")]


def check_scale(scale: Optional[int]) -> None:
    """Refuse a number of decimals that PHP cannot count."""
    if scale is not None and not 0 <= scale <= MAXIMUM_SCALE:
        raise BadArgumentError("scale", f"must be between 0 and {MAXIMUM_SCALE}")


def _scale_of(scale: Optional[int]) -> int:
    check_scale(scale)
    return max(0, ctx.ini.get_int("bcmath.scale")) if scale is None else scale


def _two(num1: str, num2: str) -> Tuple[Decimal, Decimal]:
    return _number("num1", num1), _number("num2", num2)


def _number(parameter: str, text: str) -> Decimal:
    found = parse(text)
    if found is None:
        raise BadArgumentError(parameter, _NOT_WELL_FORMED)
    return found[0] if found[0].units else ZERO
