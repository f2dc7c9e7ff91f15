"""Math. Python raises where C returns INF or NAN, so each function says what C would."""

from __future__ import annotations

import math
from typing import Annotated, Callable

from engine.builtin.classes import php_class
from engine.builtin.declare import BadArgumentError, Case, CaseDefault, PhpConst, pure
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.comparisons import compare
from engine.runtime.context import ctx
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.runtime.operators import pow_ as power
from engine.runtime.properties import read_property
from engine.runtime.rounding import ROUNDING_MODES, ceil_float, floor_float, php_round
from engine.runtime.values import INT_MAX, INT_MIN, PhpString, Value

M_E: PhpConst[float] = 2.718281828459045
M_LOG2E: PhpConst[float] = 1.4426950408889634074
M_LOG10E: PhpConst[float] = 0.43429448190325182765
M_LN2: PhpConst[float] = 0.69314718055994530942
M_LN10: PhpConst[float] = 2.30258509299404568402
M_PI: PhpConst[float] = 3.14159265358979323846
M_PI_2: PhpConst[float] = 1.57079632679489661923
M_PI_4: PhpConst[float] = 0.78539816339744830962
M_1_PI: PhpConst[float] = 0.31830988618379067154
M_2_PI: PhpConst[float] = 0.63661977236758134308
M_SQRTPI: PhpConst[float] = 1.77245385090551602729
M_2_SQRTPI: PhpConst[float] = 1.12837916709551257390
M_LNPI: PhpConst[float] = 1.14472988584940017414
M_EULER: PhpConst[float] = 0.57721566490153286061
M_SQRT2: PhpConst[float] = 1.41421356237309504880
M_SQRT1_2: PhpConst[float] = 0.70710678118654752440
M_SQRT3: PhpConst[float] = 1.73205080756887729352
INF: PhpConst[float] = math.inf
NAN: PhpConst[float] = math.nan
PHP_ROUND_HALF_UP: PhpConst[int] = 1
PHP_ROUND_HALF_DOWN: PhpConst[int] = 2
PHP_ROUND_HALF_EVEN: PhpConst[int] = 3
PHP_ROUND_HALF_ODD: PhpConst[int] = 4

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_DIGIT_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_DIGIT_VALUES.update({digit.upper(): value for value, digit in enumerate(_DIGITS)})
_UNSIGNED = (1 << 64) - 1
# Where floats stop being able to tell neighbouring ints apart.
_EXACT_FLOAT = 1 << 53
# base_convert of a float stops at this many digits.
_FLOAT_DIGITS = 1079


@php_class(
    "RoundingMode",
    kind="enum",
    final=True,
    cases=dict.fromkeys(
        (
            "HalfAwayFromZero",
            "HalfTowardsZero",
            "HalfEven",
            "HalfOdd",
            "TowardsZero",
            "AwayFromZero",
            "NegativeInfinity",
            "PositiveInfinity",
        )
    ),
)
class RoundingMode(PhpObject):
    """How `round` rounds."""


CLASSES = (RoundingMode,)


@pure
def abs_(num: int | float) -> int | float:
    """Absolute value."""
    if num == INT_MIN and type(num) is int:
        return 9223372036854775808.0
    return abs(num)


@pure
def ceil(num: int | float) -> float:
    """Round fractions up."""
    return ceil_float(num) if type(num) is float else float(num)


@pure
def floor(num: int | float) -> float:
    """Round fractions down."""
    return floor_float(num) if type(num) is float else float(num)


@pure
def round_(
    num: int | float,
    precision: int = 0,
    mode: int | Annotated[PhpObject, "RoundingMode"] = Case["RoundingMode::HalfAwayFromZero"],
) -> float:
    """Rounds a float."""
    if not isinstance(mode, int):
        mode = PHP_ROUND_HALF_UP if isinstance(mode, CaseDefault) else ROUNDING_MODES[read_property(mode, "name")]
    elif not 1 <= mode <= 8:
        raise BadArgumentError("mode", "must be a valid rounding mode (RoundingMode::*)")
    if type(num) is int and precision >= 0:
        return float(num)
    return php_round(float(num), precision, mode)


@pure
def sin(num: float) -> float:
    """Sine."""
    return math.sin(num) if num - num == 0.0 else math.nan


@pure
def cos(num: float) -> float:
    """Cosine."""
    return math.cos(num) if num - num == 0.0 else math.nan


@pure
def tan(num: float) -> float:
    """Tangent."""
    return math.tan(num) if num - num == 0.0 else math.nan


@pure
def asin(num: float) -> float:
    """Arc sine."""
    return math.asin(num) if -1.0 <= num <= 1.0 else math.nan


@pure
def acos(num: float) -> float:
    """Arc cosine."""
    return math.acos(num) if -1.0 <= num <= 1.0 else math.nan


@pure
def atan(num: float) -> float:
    """Arc tangent."""
    return math.atan(num)


@pure
def atanh(num: float) -> float:
    """Inverse hyperbolic tangent."""
    if -1.0 < num < 1.0:
        return math.atanh(num)
    return math.copysign(math.inf, num) if num in (1.0, -1.0) else math.nan


@pure
def atan2(y: float, x: float) -> float:
    """Arc tangent of two variables."""
    return math.atan2(y, x)


@pure
def sinh(num: float) -> float:
    """Hyperbolic sine."""
    return _overflowing(math.sinh, num, math.copysign(math.inf, num))


@pure
def cosh(num: float) -> float:
    """Hyperbolic cosine."""
    return _overflowing(math.cosh, num, math.inf)


@pure
def tanh(num: float) -> float:
    """Hyperbolic tangent."""
    return math.tanh(num)


@pure
def asinh(num: float) -> float:
    """Inverse hyperbolic sine."""
    return math.asinh(num)


@pure
def acosh(num: float) -> float:
    """Inverse hyperbolic cosine."""
    return math.acosh(num) if num >= 1.0 else math.nan


@pure
def expm1(num: float) -> float:
    """Returns exp($num) - 1, computed in a way that is accurate even when the value of number is close to zero."""
    return _overflowing(math.expm1, num, math.inf)


@pure
def log1p(num: float) -> float:
    """Returns log(1 + number), computed in a way that is accurate even when the value of number is close to zero."""
    if num > -1.0:
        return math.log1p(num)
    return -math.inf if num == -1.0 else math.nan


@pure
def pi() -> float:
    """Get value of pi."""
    return M_PI


@pure
def is_finite(num: float) -> bool:
    """Checks whether a float is finite."""
    return num - num == 0.0


@pure
def is_nan(num: float) -> bool:
    """Checks whether a float is NAN."""
    return num != num


@pure
def intdiv(num1: int, num2: int) -> int:
    """Integer division."""
    if num2 == 0:
        raise throw_error("DivisionByZeroError", "Division by zero")
    if num2 == -1:
        if num1 == INT_MIN:
            raise throw_error("ArithmeticError", "Division of PHP_INT_MIN by -1 is not an integer")
        return -num1
    quotient = num1 // num2
    return quotient + 1 if quotient < 0 and quotient * num2 != num1 else quotient


@pure
def is_infinite(num: float) -> bool:
    """Checks whether a float is infinite."""
    return num in (math.inf, -math.inf)


@pure
def pow_(num: Value, exponent: Value) -> int | float | PhpObject:
    """Exponential expression."""
    return power(num, exponent)  # type: ignore[return-value]


@pure
def exp(num: float) -> float:
    """Calculates the exponent of e."""
    return _overflowing(math.exp, num, math.inf)


@pure
def log(num: float, base: float = M_E) -> float:
    """Natural logarithm."""
    if base == M_E:
        return _logarithm(math.log, num)
    if base == 2.0:
        return _logarithm(math.log2, num)
    if base == 10.0:
        return _logarithm(math.log10, num)
    if base == 1.0:
        return math.nan
    if base <= 0.0:
        raise BadArgumentError("base", "must be greater than 0")
    return _logarithm(math.log, num) / _logarithm(math.log, base)


@pure
def log10(num: float) -> float:
    """Base-10 logarithm."""
    return _logarithm(math.log10, num)


@pure
def sqrt(num: float) -> float:
    """Square root."""
    return math.sqrt(num) if num >= 0.0 else math.nan


@pure
def hypot(x: float, y: float) -> float:
    """Calculate the length of the hypotenuse of a right-angle triangle."""
    if math.inf in (x, -x, y, -y):
        return math.inf
    if x != x or y != y:
        return math.nan
    long, short = max(abs(x), abs(y)), min(abs(x), abs(y))
    if short <= long * 1e-17:
        return long + short
    if long > 1e150:
        return _diagonal(long * 2.0**-600, short * 2.0**-600) * 2.0**600
    if short < 1e-150:
        return _diagonal(long * 2.0**600, short * 2.0**600) * 2.0**-600
    return _diagonal(long, short)


@pure
def deg2rad(num: float) -> float:
    """Converts the number in degrees to the radian equivalent."""
    return num / 180.0 * M_PI


@pure
def rad2deg(num: float) -> float:
    """Converts the radian number to the equivalent number in degrees."""
    return num / M_PI * 180.0


@pure
def bindec(binary_string: PhpString) -> int | float:
    """Binary to decimal."""
    return _from_base(binary_string, 2)


@pure
def hexdec(hex_string: PhpString) -> int | float:
    """Hexadecimal to decimal."""
    if hex_string.isalnum() and len(hex_string) < 16 and hex_string.isascii():
        try:
            return int(hex_string, 16)
        except ValueError:
            pass
    return _from_base(hex_string, 16)


@pure
def octdec(octal_string: PhpString) -> int | float:
    """Octal to decimal."""
    return _from_base(octal_string, 8)


@pure
def decbin(num: int) -> PhpString:
    """Decimal to binary."""
    return format(num & _UNSIGNED, "b")


@pure
def decoct(num: int) -> PhpString:
    """Decimal to octal."""
    return format(num & _UNSIGNED, "o")


@pure
def dechex(num: int) -> PhpString:
    """Decimal to hexadecimal."""
    return format(num & _UNSIGNED, "x")


@pure
def base_convert(num: PhpString, from_base: int, to_base: int) -> PhpString:
    """Convert a number between arbitrary bases."""
    if not 2 <= from_base <= 36:
        raise BadArgumentError("from_base", "must be between 2 and 36 (inclusive)")
    if not 2 <= to_base <= 36:
        raise BadArgumentError("to_base", "must be between 2 and 36 (inclusive)")
    number = _from_base(num, from_base)
    return _float_to_base(number, to_base) if type(number) is float else _int_to_base(int(number), to_base)


@pure
def fmod(num1: float, num2: float) -> float:
    """Returns the floating point remainder (modulo) of the division of the arguments."""
    if num1 - num1 != 0.0 or num2 == 0.0 or num2 != num2:
        return math.nan
    return math.fmod(num1, num2)


@pure
def fdiv(num1: float, num2: float) -> float:
    """Divides two numbers, according to IEEE 754."""
    if num2 != 0.0:
        return num1 / num2
    if num1 == 0.0 or num1 != num1:
        return math.nan
    return math.copysign(math.inf, num1) * math.copysign(1.0, num2)


@pure
def fpow(num: float, exponent: float) -> float:
    """Raise one number to the power of another, according to IEEE 754."""
    try:
        return math.pow(num, exponent)
    except OverflowError:
        is_odd = exponent % 2.0 == 1.0
        return -math.inf if num < 0.0 and is_odd else math.inf
    except ValueError:
        if num == 0.0:
            is_odd = exponent % 2.0 == 1.0
            return math.copysign(math.inf, num) if is_odd else math.inf
        return math.nan


@pure
def max_(value: Value, *values: Value) -> Value:
    """Find highest value."""
    if len(values) == 1:
        other = values[0]
        if type(value) is int and type(other) is int:
            return value if value >= other else other  # noqa: FURB136 - `max` calls through PyPy's own loop
        return share_value(_larger(value, other))
    if not values:
        return _extreme_of_array(value, 1)
    return share_value(_extreme(value, values, 1))


@pure
def min_(value: Value, *values: Value) -> Value:
    """Find lowest value."""
    if len(values) == 1:
        other = values[0]
        if type(value) is int and type(other) is int:
            return value if value < other else other  # noqa: FURB136 - as in `max_`
        return share_value(_smaller(value, other))
    if not values:
        return _extreme_of_array(value, -1)
    return share_value(_extreme(value, values, -1))


# ---------------------------------------------------------------- helpers


def _overflowing(function: Callable[[float], float], num: float, overflow: float) -> float:
    try:
        return function(num)
    except OverflowError:
        return overflow


def _diagonal(long: float, short: float) -> float:
    """The square root of the sum of squares, with its rounding error taken off: Python's own is off by a bit."""
    root = math.sqrt(long * long + short * short)
    if root <= 2.0 * short:
        rest = root - short
        error = long * (2.0 * rest - long) + (rest - 2.0 * (long - short)) * rest
    else:
        rest = root - long
        error = 2.0 * rest * (long - 2.0 * short) + ((4.0 * rest - short) * short + rest * rest)
    return root - error / (2.0 * root)


def _logarithm(function: Callable[[float], float], num: float) -> float:
    if num > 0.0:
        return function(num)
    return -math.inf if num == 0.0 else math.nan


# So many digits fit an int in any base.
_SAFE_DIGITS = 12


def _from_base(text: PhpString, base: int) -> int | float:
    """The number that `text` spells in `base`; a float from where an int would overflow."""
    text = text.strip(" \t\n\r\v\f")
    if len(text) <= _SAFE_DIGITS and text.isalnum() and text.isascii():
        try:
            return int(text, base)
        except ValueError:
            # Invalid characters, which PHP leaves out.
            pass
    prefix = {16: "xX", 8: "oO", 2: "bB"}.get(base)
    if prefix is not None and len(text) >= 2 and text[0] == "0" and text[1] in prefix:
        text = text[2:]
    number: int | float = 0
    has_invalid = False
    for character in text:
        digit = _DIGIT_VALUES.get(character, base)
        if digit >= base:
            has_invalid = True
            continue
        if type(number) is int:
            following = number * base + digit
            number = following if following <= INT_MAX else float(number) * base + digit
        else:
            number = number * base + digit
    if has_invalid:
        ctx.deprecated("Invalid characters passed for attempted conversion, these have been ignored")
    return number


def _int_to_base(number: int, base: int) -> PhpString:
    number &= _UNSIGNED
    digits = []
    while True:
        number, digit = divmod(number, base)
        digits.append(_DIGITS[digit])
        if not number:
            return "".join(reversed(digits))


def _float_to_base(number: float, base: int) -> PhpString:
    number = floor_float(number)
    if number in (math.inf, -math.inf):
        raise throw_error("ValueError", f"An infinite value cannot be converted to base {base}")
    digits = []
    while True:
        digits.append(_DIGITS[int(math.fmod(number, base))])
        number /= base
        if abs(number) < 1.0 or len(digits) >= _FLOAT_DIGITS:
            return "".join(reversed(digits))


def _smaller(first: Value, second: Value) -> Value:
    if _are_comparable_numbers(first, second):
        return first if first < second else second  # type: ignore[operator]  # noqa: FURB136 - NAN decides
    return first if compare(first, second) < 0 else second


def _larger(first: Value, second: Value) -> Value:
    if _are_comparable_numbers(first, second):
        return first if first >= second else second  # type: ignore[operator]  # noqa: FURB136 - NAN decides
    return first if compare(first, second) >= 0 else second


def _are_comparable_numbers(first: Value, second: Value) -> bool:
    """Whether Python compares the two as PHP compares floats, NAN included."""
    if type(first) is float:
        return type(second) is float or (type(second) is int and -_EXACT_FLOAT <= second <= _EXACT_FLOAT)
    return type(first) is int and type(second) is float and -_EXACT_FLOAT <= first <= _EXACT_FLOAT


def _extreme(best: Value, values: tuple[Value, ...], sign: int) -> Value:
    """The best of three or more. Numbers compare as numbers until something else turns up."""
    is_numeric = type(best) is int or type(best) is float
    for value in values:
        if is_numeric:
            if (type(best) is int and type(value) is int) or _are_comparable_numbers(best, value):
                if best < value if sign > 0 else best > value:  # type: ignore[operator]
                    best = value
                continue
            is_numeric = False
        if compare(value, best) * sign > 0:
            best = value
    return best


def _extreme_of_array(array: Value, sign: int) -> Value:
    if type(array) is not PhpArray:
        raise BadArgumentError("value", f"must be of type array, {type_for_error(array)} given", "TypeError")
    values = array.values()
    if not values:
        raise BadArgumentError("value", "must contain at least one element")
    best: Value = values[0]
    kind = type(best)
    if kind is int or kind is float:
        for value in values:
            if type(value) is not kind or value != value:
                break
        else:
            extreme: Value = max(values) if sign > 0 else min(values)
            return extreme
    for value in values:
        if sign > 0:
            if compare(best, value) < 0:
                best = value
        elif compare(best, value) > 0:
            best = value
    return share_value(best)
