r"""BcMath\Number: an immutable decimal number, with operators. A result has as many decimals as it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Callable, Dict, NamedTuple, Optional, Tuple

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, Case
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import instantiate, require_class
from engine.runtime.comparisons import UNCOMPARABLE
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.stdlib.bcmath.arithmetic import (
    MAXIMUM_EXPONENT,
    MAXIMUM_SCALE,
    ZERO,
    Decimal,
    add,
    ceiling,
    compare,
    cut,
    divide_with_remainder,
    floor,
    multiply,
    parse,
    power,
    power_modulo,
    quotient_of,
    round_to,
    square_root,
    subtract,
    to_text,
    trimmed,
)
from engine.stdlib.bcmath.functions import check_precision, check_scale, mode_number

if TYPE_CHECKING:
    from engine.runtime.classes import PropertyInfo
    from engine.runtime.values import PhpString

EXTENSION = "bcmath"

_CLASS = "BcMath\\Number"
# Decimals that a quotient or root may have beyond those of its operand.
_MORE_DECIMALS = 10
_TOO_LARGE = "scale of the result is too large"


class _Operand(NamedTuple):
    number: Decimal
    scale: int


_Result = Tuple[Decimal, int]
# An operation on two numbers, to so many decimals (None: as many as it needs).
_Operation = Callable[[_Operand, _Operand, Optional[int]], _Result]


@php_class(
    _CLASS,
    final=True,
    readonly=True,
    interfaces=("Stringable",),
    dynamic_properties=False,
    properties=(
        ("value", "public", None, "string", ("uninitialized", "is_readonly")),
        ("scale", "public", None, "int", ("uninitialized", "is_readonly")),
    ),
)
class Number(PhpObject):
    """An arbitrary precision number."""

    _number: Optional[Decimal] = None

    def __init_subclass__(cls, **options: Any) -> None:
        """Give the PHP class its operators."""
        super().__init_subclass__(**options)
        made: Any = cls.__dict__.get("php_class")
        if made is not None:
            made.do_operation = _operate

    @staticmethod
    def compare_hook(a: Any, b: Any) -> Any:
        """By value, also against ints and numeric strings."""
        one = _operand_of(a)
        two = None if one is None or type(one) is str else _operand_of(b)
        if one is None or two is None or type(one) is str or type(two) is str:
            return UNCOMPARABLE
        return compare(one.number, two.number)

    @staticmethod
    def cast_hook(value: Any, kind: str) -> Any:
        """A bool is whether it is not zero."""
        return bool(_held(value).number.units) if kind == "bool" else NotImplemented

    @staticmethod
    def indirect_hook(_info: PropertyInfo, held: Any) -> Any:
        """References and writes below its properties meet copies."""
        return held

    @method(name="__construct")
    def construct(self, num: PhpString | int) -> None:
        """Creates a Number object."""
        if self._number is not None:
            raise throw_error("Error", f"Cannot modify readonly property {_CLASS}::$value")
        _fill(self, _argument("num", num))

    @method
    def add(
        self, num: Annotated[PhpObject, "BcMath\\Number"] | PhpString | int, scale: int | None = None
    ) -> Annotated[PhpObject, "BcMath\\Number"]:
        """Adds an arbitrary precision number."""
        return _calculate(self, _add, num, scale)

    @method
    def sub(
        self, num: Annotated[PhpObject, "BcMath\\Number"] | PhpString | int, scale: int | None = None
    ) -> Annotated[PhpObject, "BcMath\\Number"]:
        """Subtracts an arbitrary precision number."""
        return _calculate(self, _subtract, num, scale)

    @method
    def mul(
        self, num: Annotated[PhpObject, "BcMath\\Number"] | PhpString | int, scale: int | None = None
    ) -> Annotated[PhpObject, "BcMath\\Number"]:
        """Multiplies an arbitrary precision number."""
        return _calculate(self, _multiply, num, scale)

    @method
    def div(
        self, num: Annotated[PhpObject, "BcMath\\Number"] | PhpString | int, scale: int | None = None
    ) -> Annotated[PhpObject, "BcMath\\Number"]:
        """Divides by an arbitrary precision number."""
        return _calculate(self, _divide, num, scale)

    @method
    def mod(
        self, num: Annotated[PhpObject, "BcMath\\Number"] | PhpString | int, scale: int | None = None
    ) -> Annotated[PhpObject, "BcMath\\Number"]:
        """Gets the modulus of an arbitrary precision number."""
        return _calculate(self, _modulo, num, scale)

    @method
    def divmod(
        self, num: Annotated[PhpObject, "BcMath\\Number"] | PhpString | int, scale: int | None = None
    ) -> PhpArray:
        """Gets the quotient and modulus of an arbitrary precision number."""
        own, other = _held(self), _argument("num", num)
        check_scale(scale)
        if scale is None:
            scale = max(own.scale, other.scale)
        if not other.number.units:
            raise throw_error("DivisionByZeroError", "Division by zero")
        quotient, remainder = divide_with_remainder(own.number, other.number)
        return PhpArray([_made(quotient, 0), _made(trimmed(cut(remainder, scale)), scale)])

    @method
    def powmod(
        self,
        exponent: Annotated[PhpObject, "BcMath\\Number"] | PhpString | int,
        modulus: Annotated[PhpObject, "BcMath\\Number"] | PhpString | int,
        scale: int | None = None,
    ) -> Annotated[PhpObject, "BcMath\\Number"]:
        """Raises an arbitrary precision number, reduced by a specified modulus."""
        base = _held(self).number
        times = _argument("exponent", exponent).number
        divisor = _argument("modulus", modulus).number
        check_scale(scale)
        if base.scale:
            raise throw_error("ValueError", "Base number cannot have a fractional part")
        if times.scale:
            raise BadArgumentError("exponent", "cannot have a fractional part")
        if times.units < 0:
            raise BadArgumentError("exponent", "must be greater than or equal to 0")
        if divisor.scale:
            raise BadArgumentError("modulus", "cannot have a fractional part")
        if not divisor.units:
            raise throw_error("DivisionByZeroError", "Modulo by zero")
        return _made(Decimal(power_modulo(base.units, times.units, divisor.units), 0), scale or 0)

    @method
    def pow(
        self, exponent: Annotated[PhpObject, "BcMath\\Number"] | PhpString | int, scale: int | None = None
    ) -> Annotated[PhpObject, "BcMath\\Number"]:
        """Raises an arbitrary precision number."""
        own, times = _held(self), _argument("exponent", exponent)
        check_scale(scale)
        problem = _exponent_problem(own, times.number, scale)
        if problem is not None:
            raise BadArgumentError("exponent", problem)
        return _made(*_power(own, times, scale))

    @method
    def sqrt(self, scale: int | None = None) -> Annotated[PhpObject, "BcMath\\Number"]:
        """Gets the square root of an arbitrary precision number."""
        check_scale(scale)
        own = _held(self)
        wanted = own.scale + _MORE_DECIMALS if scale is None else scale
        if wanted > MAXIMUM_SCALE:
            raise throw_error("ValueError", _TOO_LARGE)
        if own.number.units < 0:
            raise throw_error("ValueError", "Base number must be greater than or equal to 0")
        root = trimmed(cut(square_root(own.number, wanted), wanted))
        return _made(root, _needed(root, wanted) if scale is None else wanted)

    @method
    def floor(self) -> Annotated[PhpObject, "BcMath\\Number"]:
        """Rounds down an arbitrary precision number."""
        return _made(floor(_held(self).number), 0)

    @method
    def ceil(self) -> Annotated[PhpObject, "BcMath\\Number"]:
        """Rounds up an arbitrary precision number."""
        return _made(ceiling(_held(self).number), 0)

    @method
    def round(
        self, precision: int = 0, mode: Annotated[PhpObject, "RoundingMode"] = Case["RoundingMode::HalfAwayFromZero"]
    ) -> Annotated[PhpObject, "BcMath\\Number"]:
        """Rounds an arbitrary precision number."""
        check_precision(precision)
        rounded = round_to(_held(self).number, precision, mode_number(mode))
        return _made(rounded, rounded.scale)

    @method
    def compare(self, num: Annotated[PhpObject, "BcMath\\Number"] | PhpString | int, scale: int | None = None) -> int:
        """Compares two arbitrary precision numbers."""
        one, two = _held(self).number, _argument("num", num).number
        check_scale(scale)
        return compare(one, two) if scale is None else compare(cut(one, scale), cut(two, scale))

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """Converts Number to string."""
        own = _held(self)
        return to_text(own.number, own.scale)

    @method(name="__serialize")
    def serialize(self) -> PhpArray:
        """Serializes a Number object."""
        own = _held(self)
        result = PhpArray()
        result.set("value", to_text(own.number, own.scale))
        return result

    @method(name="__unserialize")
    def unserialize(self, data: PhpArray) -> None:
        """Deserializes a data parameter into a Number object."""
        value = data.get("value") if data.has("value") else None
        found = parse(value) if type(value) is str and value else None
        if found is None or found[1] > MAXIMUM_SCALE:
            raise throw_error("Exception", f"Invalid serialization data for {_CLASS} object")
        if self._number is not None:
            raise throw_error("Error", f"Cannot modify readonly property {_CLASS}::$value")
        _fill(self, _Operand(*found))


CLASSES = (Number,)


def _held(target: Any) -> _Operand:
    """What an object holds; one whose constructor did not run is zero."""
    number = target._number
    return _Operand(ZERO, 1) if number is None else _Operand(number, target.__dict__["p_scale"])


def _fill(target: Any, value: _Operand) -> None:
    target._number = value.number
    target.__dict__["p_value"] = to_text(value.number, value.scale)
    target.__dict__["p_scale"] = value.scale


def _made(number: Decimal, scale: int) -> PhpObject:
    made: PhpObject = instantiate(require_class(_CLASS))
    _fill(made, _Operand(number, scale))
    return made


def _argument(parameter: str, value: Any) -> _Operand:
    if isinstance(value, Number):
        return _held(value)
    if type(value) is int:
        return _Operand(Decimal(value, 0), 0)
    found = parse(value)
    if found is None:
        raise BadArgumentError(parameter, "is not well-formed")
    return _Operand(*found)


def _operand_of(value: Any) -> Any:
    """The number of an operand; a str that is none as it is; None where PHP takes no such type."""
    if isinstance(value, Number):
        return _held(value)
    if type(value) is int or type(value) is bool:
        return _Operand(Decimal(int(value), 0), 0)
    if type(value) is str:
        found = parse(value)
        return value if found is None else _Operand(*found)
    if type(value) is float and -(2.0**63) <= value < 2.0**63:
        if value != int(value):
            ctx.deprecated(f"Implicit conversion from float {_shown(value)} to int loses precision")
        return _Operand(Decimal(int(value), 0), 0)
    return None


def _shown(value: float) -> str:
    from engine.runtime.conversions import float_repr

    return float_repr(value)


def _operate(sign: str, a: Any, b: Any) -> Any:
    """What an operator makes of two operands, of which one is a Number."""
    operation = _OPERATIONS.get(sign)
    if operation is None:
        return NotImplemented
    one = _operand_of(a)
    two = None if one is None else _operand_of(b)
    if two is None:
        return NotImplemented
    for side, operand in (("Left", one), ("Right", two)):
        if type(operand) is str:
            raise throw_error("ValueError", f"{side} string operand cannot be converted to {_CLASS}")
    if operation is _power:
        problem = _exponent_problem(one, two.number, None)
        if problem is not None:
            raise throw_error("ValueError", problem)
    return _made(*operation(one, two, None))


def _calculate(target: Any, operation: _Operation, num: Any, scale: Optional[int]) -> PhpObject:
    other = _argument("num", num)
    check_scale(scale)
    return _made(*operation(_held(target), other, scale))


def _add(a: _Operand, b: _Operand, scale: Optional[int]) -> _Result:
    wanted = max(a.scale, b.scale) if scale is None else scale
    return trimmed(cut(add(a.number, b.number), wanted)), wanted


def _subtract(a: _Operand, b: _Operand, scale: Optional[int]) -> _Result:
    wanted = max(a.scale, b.scale) if scale is None else scale
    return trimmed(cut(subtract(a.number, b.number), wanted)), wanted


def _multiply(a: _Operand, b: _Operand, scale: Optional[int]) -> _Result:
    wanted = _checked(a.scale + b.scale) if scale is None else scale
    return trimmed(cut(multiply(a.number, b.number), wanted)), wanted


def _divide(a: _Operand, b: _Operand, scale: Optional[int]) -> _Result:
    wanted = _checked(a.scale + _MORE_DECIMALS) if scale is None else scale
    if not b.number.units:
        raise throw_error("DivisionByZeroError", "Division by zero")
    quotient = trimmed(quotient_of(a.number, b.number, wanted))
    return quotient, _needed(quotient, wanted) if scale is None else wanted


def _modulo(a: _Operand, b: _Operand, scale: Optional[int]) -> _Result:
    wanted = max(a.scale, b.scale) if scale is None else scale
    if not b.number.units:
        raise throw_error("DivisionByZeroError", "Modulo by zero")
    return trimmed(cut(divide_with_remainder(a.number, b.number)[1], wanted)), wanted


def _power(a: _Operand, b: _Operand, scale: Optional[int]) -> _Result:
    exponent = b.number.units
    if scale is not None:
        wanted = scale
    elif exponent < 0:
        wanted = _checked(a.scale + _MORE_DECIMALS)
    else:
        wanted = a.scale * exponent
    result = power(a.number, exponent, wanted)
    if result is None:
        raise throw_error("DivisionByZeroError", "Negative power of zero")
    result = trimmed(result)
    return result, _needed(result, wanted) if scale is None and exponent < 0 else wanted


def _exponent_problem(base: _Operand, exponent: Decimal, scale: Optional[int]) -> Optional[str]:
    if exponent.scale:
        return "exponent cannot have a fractional part"
    if scale is None and 0 < exponent.units <= MAXIMUM_EXPONENT and base.scale * exponent.units > MAXIMUM_SCALE:
        raise throw_error("ValueError", _TOO_LARGE)
    return "exponent is too large" if abs(exponent.units) > MAXIMUM_EXPONENT else None


def _checked(scale: int) -> int:
    if scale > MAXIMUM_SCALE:
        raise throw_error("ValueError", _TOO_LARGE)
    return scale


def _needed(result: Decimal, scale: int) -> int:
    """The decimals to show: of those that were added, what the result has."""
    return scale - min(scale - result.scale, _MORE_DECIMALS)


_OPERATIONS: Dict[str, _Operation] = {
    "+": _add,
    "-": _subtract,
    "*": _multiply,
    "/": _divide,
    "%": _modulo,
    "**": _power,
}
