"""The GMP class: a whole number with operators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Callable, Dict, Optional, Union

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import instantiate, require_class
from engine.runtime.conversions import float_to_int_implicit, to_bool, to_int, type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.runtime.values import INT_MAX, INT_MIN
from engine.stdlib.gmp.integers import charge_bits, divide_rounded, format_integer, parse_integer
from engine.stdlib.spl.object_state import load_members, members

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "gmp"

# What a parameter takes where a number is wanted.
Number = Union[Annotated[PhpObject, "GMP"], "PhpString", int]

_BASE_MAX = 62
_64_BITS = (1 << 64) - 1


@php_class("GMP", final=True)
class GMP(PhpObject):
    """A whole number of any size."""

    _number: int = 0

    def __init_subclass__(cls, **options: Any) -> None:
        """Give the PHP class its operators."""
        super().__init_subclass__(**options)
        made: Any = cls.__dict__.get("php_class")
        if made is not None:
            made.do_operation = _operate

    @staticmethod
    def compare_hook(a: Any, b: Any) -> int:
        """By value, also against what can be converted."""
        if type(a) is bool or type(b) is bool:
            one, two = int(to_bool(a)), int(to_bool(b))
        else:
            one, two = operand_of(a), operand_of(b)
        return (one > two) - (one < two)

    @staticmethod
    def cast_hook(value: Any, kind: str) -> Any:
        """A number is the int it is, else the nearest float."""
        number: int = value._number
        if kind == "bool":
            return number != 0
        if kind == "string":
            return format_integer(number, 10)
        if kind == "int":
            return low_int(number)
        if kind == "number" and INT_MIN <= number <= INT_MAX:
            return number
        return to_float(number)

    @method(name="__construct")
    def construct(self, num: PhpString | int = 0, base: int = 0) -> None:
        """Create a GMP number."""
        check_base(base)
        self._number = integer_of("num", num, base)

    @method(name="__serialize")
    def serialize(self) -> PhpArray:
        """Serializes the GMP object."""
        values = PhpArray([format_integer(self._number, 16)])
        own = members(self)
        if len(own):
            values.append(own)
        return values

    @method(name="__unserialize")
    def unserialize(self, data: PhpArray) -> None:
        """Deserializes the data parameter into a GMP object."""
        text = data.get(0) if data.has(0) else None
        number = parse_integer(text, 16) if type(text) is str else None
        if number is None:
            raise throw_error("Exception", "Could not unserialize number")
        self._number = number
        own = data.get(1) if data.has(1) else None
        if type(own) is PhpArray:
            load_members(self, own)

    def debug_items(self) -> Any:
        """Its decimal digits, after what a script added."""
        return [*PhpObject.property_items(self), ("num", "public", "", format_integer(self._number, 10))]

    def clone_native(self, made: Any) -> None:
        """A clone is a number of its own."""
        made._number = self._number


CLASSES = (GMP,)


def make(number: int) -> PhpObject:
    """A number as PHP has it."""
    made: Any = instantiate(require_class("GMP"))
    made._number = number
    return made  # type: ignore[no-any-return]


def check_base(base: int) -> None:
    """Refuse a base that texts cannot be in."""
    if base != 0 and not 2 <= base <= _BASE_MAX:
        raise BadArgumentError("base", f"must be 0 or between 2 and {_BASE_MAX}")


def integer_of(parameter: str, value: Any, base: int = 0) -> int:
    """The number an argument means."""
    if type(value) is int:
        return value
    if isinstance(value, GMP):
        return value._number
    found = parse_integer(value, base)
    if found is None:
        raise BadArgumentError(parameter, "is not an integer string")
    return found


def operand_of(value: Any) -> int:
    """The number an operand means."""
    kind = type(value)
    if kind is int:
        return value  # type: ignore[no-any-return]
    if isinstance(value, GMP):
        return value._number
    if kind is str:
        found = parse_integer(value, 0)
        if found is None:
            raise throw_error("ValueError", "Number is not an integer string")
        return found
    if kind is bool:
        return int(value)
    if kind is float and -(2.0**63) <= value < 2.0**63:
        return float_to_int_implicit(value)
    raise throw_error("TypeError", f"Number must be of type GMP|string|int, {type_for_error(value)} given")


def low_int(number: int) -> int:
    """What GMP keeps of a number as an int: its sign and its 63 low bits."""
    if INT_MIN <= number <= INT_MAX:
        return number
    low = abs(number) & INT_MAX
    return low if number > 0 else -1 - ((low - 1) & INT_MAX)


def to_float(number: int) -> float:
    """The float next to a number, to zero; INF if there is none."""
    bits = number.bit_length()
    extra = bits - 53
    if extra <= 0:
        return float(number)
    if bits > 1024:
        return float("inf") if number > 0 else float("-inf")
    cut = float((abs(number) >> extra) << extra)
    return cut if number > 0 else -cut


# ---------------------------------------------------------------- operators


def add(a: int, b: int) -> int:
    """`a + b`."""
    charge_bits(max(a.bit_length(), b.bit_length()) + 1)
    return a + b


def subtract(a: int, b: int) -> int:
    """`a - b`."""
    charge_bits(max(a.bit_length(), b.bit_length()) + 1)
    return a - b


def multiply(a: int, b: int) -> int:
    """`a * b`."""
    charge_bits(a.bit_length() + b.bit_length())
    return a * b


def divide(a: int, b: int) -> int:
    """`a / b`, rounded to zero."""
    if b == 0:
        raise throw_error("DivisionByZeroError", "Division by zero")
    return divide_rounded(a, b, 0)[0]


def modulo(a: int, b: int) -> int:
    """`a` modulo `b`, never negative."""
    if b == 0:
        raise throw_error("DivisionByZeroError", "Modulo by zero")
    return a % abs(b)


def power(base: int, exponent: int) -> int:
    """`base ** exponent`."""
    if abs(base) > 1:
        charge_bits((base.bit_length() - 1) * exponent + 1)
    return int(base**exponent)


def shift_left(number: int, count: int) -> int:
    """`number << count`."""
    if number:
        charge_bits(number.bit_length() + count)
        return number << count
    return 0


def shift_right(number: int, count: int) -> int:
    """`number >> count`, rounded down."""
    return number >> count


_BINARY: Dict[str, Callable[[int, int], int]] = {
    "+": add,
    "-": subtract,
    "*": multiply,
    "/": divide,
    "%": modulo,
    "&": lambda a, b: a & b,
    "|": lambda a, b: a | b,
    "^": lambda a, b: a ^ b,
}
# The second operand is an int: (what it is called, the operation).
_COUNTED: Dict[str, Any] = {
    "**": ("Exponent", power),
    "<<": ("Shift", shift_left),
    ">>": ("Shift", shift_right),
}


def _operate(sign: str, a: Any, b: Any) -> Any:
    """What an operator makes of two operands, of which one is a GMP."""
    if sign == "~":
        return make(~operand_of(a))
    operation = _BINARY.get(sign)
    if operation is not None:
        return make(operation(operand_of(a), operand_of(b)))
    counted = _COUNTED.get(sign)
    if counted is None:
        return NotImplemented
    name, operation = counted
    count = _count_of(b)
    if count is None:
        return NotImplemented
    number = operand_of(a)
    if count < 0:
        raise throw_error("ValueError", f"{name} must be greater than or equal to 0")
    return make(operation(number, count))


def _count_of(value: Any) -> Optional[int]:
    """An exponent or shift as an int; None where PHP has no such operation."""
    if isinstance(value, GMP):
        return low_int(value._number)
    if type(value) in (int, bool, float, str):
        return to_int(value)
    return None
