"""Arithmetic, bitwise and string operators, ++ and --.

Generated code inlines ints and floats where it can and calls these otherwise. Each operator is a short function over
the exact number types, which PyPy inlines, and a slow one for everything else.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Callable

from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.comparisons import compare, identical, le, loose_equals, lt
from engine.runtime.context import ctx
from engine.runtime.conversions import (
    LEADING_NUMERIC,
    NOT_NUMERIC,
    Number,
    cast_object,
    deprecate_float_string_to_int,
    float_to_int_implicit,
    float_to_int_saturated,
    is_resource,
    numeric_value,
    parse_numeric,
    to_string,
    type_for_error,
    type_for_operand,
)
from engine.runtime.exceptions import throw_error
from engine.runtime.references import Ref
from engine.runtime.values import INT_MAX, INT_MIN

if TYPE_CHECKING:
    from engine.runtime.values import Value

__all__ = [
    "add",
    "bit_and",
    "bit_not",
    "bit_or",
    "bit_xor",
    "compare",
    "concat",
    "decrement",
    "div",
    "identical",
    "increment",
    "le",
    "loose_equals",
    "lt",
    "mod",
    "mul",
    "negate",
    "plus",
    "pow_",
    "shift_left",
    "shift_right",
    "sub",
]

_WORD_BITS = 64
_WORD_MASK = (1 << _WORD_BITS) - 1
# Strings from this length on are charged to the memory budget before they are made.
_LARGE_STRING = 1 << 20


# ---------------------------------------------------------------- arithmetic


def add(a: Value, b: Value) -> Value:
    """`a + b`; of two arrays, their union."""
    if type(a) is int:
        if type(b) is int:
            result = a + b
            return result if INT_MIN <= result <= INT_MAX else float(a) + float(b)
        if type(b) is float:
            return a + b
    elif type(a) is float and (type(b) is float or type(b) is int):
        return a + b
    return _add_slow(a, b)


def _add_slow(a: Value, b: Value) -> Value:
    if type(a) is PhpArray and type(b) is PhpArray:
        return _union(a, b)
    return _arithmetic(add, "+", a, b)


def sub(a: Value, b: Value) -> Value:
    """`a - b`."""
    if type(a) is int:
        if type(b) is int:
            result = a - b
            return result if INT_MIN <= result <= INT_MAX else float(a) - float(b)
        if type(b) is float:
            return a - b
    elif type(a) is float and (type(b) is float or type(b) is int):
        return a - b
    return _arithmetic(sub, "-", a, b)


def mul(a: Value, b: Value) -> Value:
    """`a * b`."""
    if type(a) is int:
        if type(b) is int:
            result = a * b
            return result if INT_MIN <= result <= INT_MAX else float(a) * float(b)
        if type(b) is float:
            return a * b
    elif type(a) is float and (type(b) is float or type(b) is int):
        return a * b
    return _arithmetic(mul, "*", a, b)


def div(a: Value, b: Value) -> Value:
    """`a / b`: an int when two ints divide evenly."""
    if type(a) is int:
        if type(b) is int and b:
            result = a // b
            if result * b == a and result <= INT_MAX:
                return result
            return float(a) / float(b)
        if type(b) is float and b:
            return a / b
    elif type(a) is float and (type(b) is float or type(b) is int) and b:
        return a / b
    return _div_slow(a, b)


def _div_slow(a: Value, b: Value) -> Value:
    if (type(b) is int or type(b) is float) and not b and (type(a) is int or type(a) is float):
        raise throw_error("DivisionByZeroError", "Division by zero")
    return _arithmetic(div, "/", a, b)


def mod(a: Value, b: Value) -> Value:
    """`a % b`: of ints, with the sign of `a`."""
    if type(a) is int and type(b) is int and a >= 0 and b > 0:
        return a % b
    return _mod_slow(a, b)


def _mod_slow(a: Value, b: Value) -> Value:
    if type(a) is not int or type(b) is not int:
        return _integral(mod, "%", a, b)
    if b == 0:
        raise throw_error("DivisionByZeroError", "Modulo by zero")
    remainder = abs(a) % abs(b)
    return -remainder if a < 0 else remainder


def pow_(a: Value, b: Value) -> Value:
    """`a ** b`."""
    if type(a) is int:
        if type(b) is int:
            return _int_power(a, b)
        if type(b) is float:
            return _float_power(float(a), b)
    elif type(a) is float and (type(b) is float or type(b) is int):
        return _float_power(a, float(b))
    return _arithmetic(pow_, "**", a, b)


def _int_power(base: int, exponent: int) -> Number:
    """PHP's own loop: where it overflows decides how the float comes out."""
    if exponent < 0:
        return _float_power(float(base), float(exponent))
    if exponent == 0:
        return 1
    if base == 0:
        return 0
    result = 1
    while exponent:
        if exponent & 1:
            exponent -= 1
            product = result * base
            if not INT_MIN <= product <= INT_MAX:
                return float(result) * float(base) * _float_power(float(base), float(exponent))
            result = product
        else:
            exponent >>= 1
            product = base * base
            if product > INT_MAX:
                return float(result) * _float_power(float(base) * float(base), float(exponent))
            base = product
    return result


def _float_power(base: float, exponent: float) -> float:
    if base == 0.0 and exponent < 0.0:
        ctx.deprecated("Power of base 0 and negative exponent is deprecated")
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return -math.inf if base < 0 and exponent % 2.0 else math.inf
    except ValueError:
        if base:
            return math.nan
        is_odd = math.isfinite(exponent) and exponent % 2.0 == 1.0
        return math.copysign(math.inf, base) if is_odd else math.inf


def negate(value: Value) -> Value:
    """`-value`."""
    if type(value) is int:
        return -value if value != INT_MIN else -float(value)
    if type(value) is float:
        return -value
    return mul(value, -1)


def plus(value: Value) -> Value:
    """`+value`."""
    if type(value) is int or type(value) is float:
        return value
    return mul(value, 1)


def _arithmetic(operate: Callable[[Any, Any], Value], sign: str, a: Value, b: Value) -> Value:
    """`operate` on what is not two numbers yet."""
    result = _overloaded(sign, a, b)
    if result is not NotImplemented:
        return result  # type: ignore[no-any-return]
    left = _number_operand(a)
    right = None if left is None else _number_operand(b)
    if right is None:
        raise _unsupported(sign, a, b)
    return operate(left, right)


def _number_operand(value: Value) -> Number | None:
    """An operand as a number, with a warning for "5 apples"; None where PHP refuses."""
    if type(value) is int or type(value) is float:
        return value
    if type(value) is str:
        number, kind = parse_numeric(value)
        if kind == LEADING_NUMERIC:
            _warn_non_numeric()
        return number
    if value is None or value is False:
        return 0
    if value is True:
        return 1
    if type(value) is PhpArray or is_resource(value):
        return None
    cast = cast_object(value, "number")
    return None if cast is NotImplemented else cast


def _union(a: PhpArray, b: PhpArray) -> PhpArray:
    result = a.share()
    if a.l is not None and b.l is not None and len(b.l) <= len(a.l):
        return result
    for key, item in b.raw_items():
        if result.has(key):
            continue
        if type(item) is Ref and item.holders > 1:
            result.bind(key, item)
        else:
            result.set(key, share_value(item.get() if type(item) is Ref else item))
    return result


# ---------------------------------------------------------------- bitwise


def bit_and(a: Value, b: Value) -> Value:
    """`a & b`; of two strings, byte by byte."""
    if type(a) is int and type(b) is int:
        return a & b
    if type(a) is str and type(b) is str:
        size = min(len(a), len(b))
        return _string_of(_bits_of(a[:size]) & _bits_of(b[:size]), size)
    return _integral(bit_and, "&", a, b)


def bit_or(a: Value, b: Value) -> Value:
    """`a | b`; of two strings, byte by byte, as long as the longer."""
    if type(a) is int and type(b) is int:
        return a | b
    if type(a) is str and type(b) is str:
        size = max(len(a), len(b))
        return _string_of(_bits_of(a.ljust(size, "\0")) | _bits_of(b.ljust(size, "\0")), size)
    return _integral(bit_or, "|", a, b)


def bit_xor(a: Value, b: Value) -> Value:
    """`a ^ b`; of two strings, byte by byte."""
    if type(a) is int and type(b) is int:
        return a ^ b
    if type(a) is str and type(b) is str:
        size = min(len(a), len(b))
        return _string_of(_bits_of(a[:size]) ^ _bits_of(b[:size]), size)
    return _integral(bit_xor, "^", a, b)


def bit_not(value: Value) -> Value:
    """`~value`; of a string, byte by byte."""
    if type(value) is int:
        return ~value
    if type(value) is float:
        return ~float_to_int_implicit(value)
    if type(value) is str:
        size = len(value)
        return _string_of(_bits_of(value) ^ ((1 << 8 * size) - 1), size)
    result = _overloaded("~", value, None)
    if result is not NotImplemented:
        return result  # type: ignore[no-any-return]
    raise throw_error("TypeError", f"Cannot perform bitwise not on {type_for_error(value)}")


def _bits_of(text: str) -> int:
    return int.from_bytes(text.encode("latin-1"), "big")


def _string_of(bits: int, size: int) -> str:
    return bits.to_bytes(size, "big").decode("latin-1")


def shift_left(a: Value, b: Value) -> Value:
    """`a << b`, in 64 bits."""
    if type(a) is not int or type(b) is not int:
        return _integral(shift_left, "<<", a, b)
    if not 0 <= b < _WORD_BITS:
        return _shift_far(b, 0)
    shifted = (a << b) & _WORD_MASK
    return shifted - (1 << _WORD_BITS) if shifted > INT_MAX else shifted


def shift_right(a: Value, b: Value) -> Value:
    """`a >> b`, keeping the sign."""
    if type(a) is not int or type(b) is not int:
        return _integral(shift_right, ">>", a, b)
    if not 0 <= b < _WORD_BITS:
        return _shift_far(b, -1 if a < 0 else 0)
    return a >> b


def _shift_far(count: int, result: int) -> int:
    if count < 0:
        raise throw_error("ArithmeticError", "Bit shift by negative number")
    return result


def _integral(operate: Callable[[Any, Any], Value], sign: str, a: Value, b: Value) -> Value:
    """`operate` on what is not two ints yet, nor two strings where those are bits."""
    result = _overloaded(sign, a, b)
    if result is not NotImplemented:
        return result  # type: ignore[no-any-return]
    left = _int_operand(a)
    right = None if left is None else _int_operand(b)
    if right is None:
        raise _unsupported(sign, a, b)
    return operate(left, right)


def _int_operand(value: Value) -> int | None:
    """An operand as an int, with PHP's diagnostics; None where PHP refuses."""
    if type(value) is int:
        return value
    if type(value) is float:
        return float_to_int_implicit(value)
    if type(value) is str:
        return _int_operand_of_string(value)
    if value is None or value is False:
        return 0
    if value is True:
        return 1
    if type(value) is PhpArray or is_resource(value):
        return None
    cast = cast_object(value, "int")
    return None if cast is NotImplemented else cast


def _int_operand_of_string(text: str) -> int | None:
    number, kind = parse_numeric(text)
    if kind == NOT_NUMERIC:
        return None
    if kind == LEADING_NUMERIC:
        _warn_non_numeric()
    if type(number) is int:
        return number
    whole = float_to_int_saturated(number)  # type: ignore[arg-type]
    if float(whole) != number:
        deprecate_float_string_to_int(text)
    return whole


# ---------------------------------------------------------------- strings


def concat(a: Value, b: Value) -> Value:
    """`a . b`."""
    if type(a) is str and type(b) is str:
        if len(a) + len(b) > _LARGE_STRING:
            _charge(len(a) + len(b))
        return a + b
    return _concat_slow(a, b)


def _concat_slow(a: Value, b: Value) -> Value:
    result = _overloaded(".", a, b)
    if result is not NotImplemented:
        return result  # type: ignore[no-any-return]
    left = to_string(a)
    return concat(left, to_string(b))


def _charge(size: int) -> None:
    ctx.charge(size)


# ---------------------------------------------------------------- ++ and --


def increment(value: Value) -> Value:
    """What `++` makes of a variable's value."""
    if type(value) is int:
        return value + 1 if value != INT_MAX else float(value) + 1.0
    if type(value) is float:
        return value + 1.0
    return _increment_slow(value)


def _increment_slow(value: Value) -> Value:
    if value is None:
        return 1
    if type(value) is str:
        number = numeric_value(value)
        return _increment_string(value) if number is None else increment(number)
    if type(value) is bool:
        _warn_no_effect("Increment", "bool")
        return value
    if type(value) is not PhpArray and not is_resource(value):
        result = _overloaded("+", value, 1)
        if result is not NotImplemented:
            return result  # type: ignore[no-any-return]
        cast = cast_object(value, "number")
        if cast is not NotImplemented:
            return increment(cast)
    raise throw_error("TypeError", f"Cannot increment {type_for_error(value)}")


def _increment_string(text: str) -> str:
    """Perl's string increment: "Az" becomes "Ba", "Zz9" becomes "AAa0"."""
    if not (text.isascii() and text.isalnum()):
        ctx.deprecated("Increment on non-alphanumeric string is deprecated")
        if not text:
            return "1"
    characters = list(text)
    position = len(characters) - 1
    while position >= 0:
        character = characters[position]
        if character not in "zZ9":
            if "a" <= character < "z" or "A" <= character < "Z" or "0" <= character < "9":
                characters[position] = chr(ord(character) + 1)
            return "".join(characters)
        characters[position] = "a" if character == "z" else "A" if character == "Z" else "0"
        position -= 1
    first = characters[0]
    return ("1" if first == "0" else first) + "".join(characters)


def decrement(value: Value) -> Value:
    """What `--` makes of a variable's value."""
    if type(value) is int:
        return value - 1 if value != INT_MIN else float(value) - 1.0
    if type(value) is float:
        return value - 1.0
    return _decrement_slow(value)


def _decrement_slow(value: Value) -> Value:
    if type(value) is str:
        return _decrement_string(value)
    if value is None:
        _warn_no_effect("Decrement", "null")
        return value
    if type(value) is bool:
        _warn_no_effect("Decrement", "bool")
        return value
    if type(value) is not PhpArray and not is_resource(value):
        result = _overloaded("-", value, 1)
        if result is not NotImplemented:
            return result  # type: ignore[no-any-return]
        cast = cast_object(value, "number")
        if cast is not NotImplemented:
            return decrement(cast)
    raise throw_error("TypeError", f"Cannot decrement {type_for_error(value)}")


def _decrement_string(text: str) -> Value:
    if not text:
        ctx.deprecated("Decrement on empty string is deprecated as non-numeric")
        return -1
    number = numeric_value(text)
    if number is not None:
        return decrement(number)
    ctx.deprecated("Decrement on non-numeric string has no effect and is deprecated")
    return text


# ---------------------------------------------------------------- objects and errors


def _overloaded(sign: str, a: Value, b: Value) -> Any:
    """What an operand's class makes of the operation; NotImplemented where none overloads operators.

    A builtin class does with `do_operation(sign, a, b)`, which may return NotImplemented itself.
    """
    for operand in (a, b):
        php_class = getattr(operand, "php_class", None)
        if php_class is not None:
            operation = getattr(php_class, "do_operation", None)
            if operation is not None:
                result = operation(sign, a, b)
                if result is not NotImplemented:
                    return result
    return NotImplemented


def _warn_non_numeric() -> None:
    ctx.warning("A non-numeric value encountered")


def _warn_no_effect(operation: str, kind: str) -> None:
    ctx.warning(
        f"{operation} on type {kind} has no effect, this will change in the next major version of PHP",
    )


def _unsupported(sign: str, a: Value, b: Value) -> Exception:
    return throw_error("TypeError", f"Unsupported operand types: {type_for_operand(a)} {sign} {type_for_operand(b)}")
