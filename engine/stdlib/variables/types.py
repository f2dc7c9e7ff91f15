"""Variable handling: types of values and conversions between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.builtin.declare import BadArgumentError, contextual, pure
from engine.errors import PhpThrown
from engine.runtime.arrays import PhpArray
from engine.runtime.conversions import (
    gettype_name,
    numeric_value,
    to_array,
    to_bool,
    to_float,
    to_int,
    to_object,
    to_string,
    type_name,
)
from engine.runtime.conversions import (
    is_resource as is_resource_value,
)
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject, instance_of
from engine.runtime.values import INT_MAX, INT_MIN, PhpString, Value

if TYPE_CHECKING:
    from engine.runtime.references import Ref

EXTENSION = "standard"

_WHITESPACE = " \t\n\r\v\f"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PREFIXES = {"0x": 16, "0b": 2}


@pure
def boolval(value: Value) -> bool:
    """Get the boolean value of a variable."""
    return to_bool(value)


@pure(aliases=("doubleval",))
def floatval(value: Value) -> float:
    """Get float value of a variable."""
    return to_float(value)


@pure
def intval(value: Value, base: int = 10) -> int:
    """Get the integer value of a variable."""
    if base == 10 or type(value) is not str:
        return to_int(value)
    return _int_of_base(value, base)


@contextual
def strval(value: Value) -> PhpString:
    """Get string value of a variable."""
    return to_string(value)


@pure
def gettype(value: Value) -> PhpString:
    """Get the type of a variable."""
    return gettype_name(value)


@pure
def get_debug_type(value: Value) -> PhpString:
    """Get the type name of a variable in a way that is suitable for debugging."""
    return type_name(value)


@contextual
def settype(var: Ref[Value], type_: PhpString) -> bool:
    """Set the type of a variable."""
    value = var.get()
    kind = type_.lower()
    if kind in ("integer", "int"):
        var.set(to_int(value))
    elif kind in ("float", "double"):
        var.set(to_float(value))
    elif kind == "string":
        try:
            var.set(to_string(value))
        except PhpThrown:
            # PHP has let go of the object by then.
            var.set("")
            raise
    elif kind in ("boolean", "bool"):
        var.set(to_bool(value))
    elif kind == "array":
        var.set(to_array(value))
    elif kind == "object":
        var.set(to_object(value))
    elif kind == "null":
        var.set(None)
    else:
        if kind == "resource":
            raise throw_error("ValueError", "Cannot convert to resource type")
        raise BadArgumentError("type", "must be a valid type")
    return True


@pure
def is_null(value: Value) -> bool:
    """Find whether a variable is null."""
    return value is None


@pure
def is_bool(value: Value) -> bool:
    """Find out whether a variable is a boolean."""
    return type(value) is bool


@pure(aliases=("is_integer", "is_long"))
def is_int(value: Value) -> bool:
    """Find whether the type of a variable is integer."""
    return type(value) is int


@pure(aliases=("is_double",))
def is_float(value: Value) -> bool:
    """Find whether the type of a variable is float."""
    return type(value) is float


@pure
def is_string(value: Value) -> bool:
    """Find whether the type of a variable is string."""
    return type(value) is str


@pure
def is_array(value: Value) -> bool:
    """Find whether a variable is an array."""
    return type(value) is PhpArray


@pure
def is_object(value: Value) -> bool:
    """Find whether a variable is an object."""
    return isinstance(value, PhpObject) and not is_resource_value(value)


@pure
def is_resource(value: Value) -> bool:
    """Find whether a variable is a resource."""
    return is_resource_value(value) and gettype_name(value) == "resource"


@pure
def is_numeric(value: Value) -> bool:
    """Find whether a variable is a number or a numeric string."""
    if type(value) is str:
        return numeric_value(value) is not None
    return type(value) is int or type(value) is float


@pure
def is_scalar(value: Value) -> bool:
    """Find whether a variable is a scalar."""
    return type(value) is str or type(value) is int or type(value) is float or type(value) is bool


@pure
def is_iterable(value: Value) -> bool:
    """Verify that the contents of a variable is an iterable value."""
    return type(value) is PhpArray or instance_of(value, "Traversable")


@pure
def is_countable(value: Value) -> bool:
    """Verify that the contents of a variable is a countable value."""
    return type(value) is PhpArray or instance_of(value, "Countable")


def _int_of_base(text: str, base: int) -> int:
    """The integer `text` starts with, in a base of 2 to 36; 0 means as the prefix says. Saturates."""
    text = text.lstrip(_WHITESPACE)
    sign = -1 if text[:1] == "-" else 1
    digits = text[1:] if text[:1] in ("-", "+") and text else text
    prefix = digits[:2].lower()
    named_base = _PREFIXES.get(prefix)
    if named_base is not None and base in (0, named_base):
        base = named_base
        digits = digits[2:]
    elif base == 0:
        base = 8 if digits[:1] == "0" else 10
    if not 2 <= base <= 36:
        return 0
    allowed = _DIGITS[:base]
    number = 0
    for character in digits:
        digit = allowed.find(character.lower()) if character < "\x80" else -1
        if digit < 0:
            break
        number = number * base + digit
        if number > INT_MAX + 1:
            break
    return max(INT_MIN, min(INT_MAX, sign * number))
