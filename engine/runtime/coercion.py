"""Weak-mode coercion of scalars to declared types, for user functions, typed properties and builtins alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, FrozenSet

from engine.runtime.arrays import PhpArray
from engine.runtime.conversions import (
    cast_object,
    deprecate_float_string_to_int,
    deprecate_float_to_int,
    float_to_int,
    is_resource,
    numeric_value,
    to_bool,
    to_string,
)
from engine.runtime.objects import PhpObject, find_method, object_to_string

if TYPE_CHECKING:
    from engine.runtime.values import Value

_TWO_63 = 9223372036854775808.0


class Failed:
    """The type of FAILED, what a coercion that PHP refuses returns."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "FAILED"


# Any, so that it can stand where any type is expected.
FAILED: Any = Failed()


def coerce(value: Value, scalars: FrozenSet[str], strict: bool) -> Any:  # noqa: FBT001 - on every call's slow path
    """`value` as one of `scalars` ("int", "float", "string", "bool"), in PHP's order of preference, or FAILED.

    Null and values that are of one of the types already are the caller's: this answers for what is left.
    """
    if strict:
        return float(value) if type(value) is int and "float" in scalars else FAILED
    if value is None:
        return FAILED
    if "int" in scalars:
        if type(value) is str and "float" in scalars:
            number = numeric_value(value)
            if number is not None:
                return number
        else:
            whole = to_int_param(value)
            if whole is not FAILED:
                return whole
    if "float" in scalars:
        number = to_float_param(value)
        if number is not FAILED:
            return number
    if "string" in scalars:
        text = to_string_param(value)
        if text is not FAILED:
            return text
    return to_bool_param(value) if "bool" in scalars else FAILED


def to_int_param(value: Value) -> Any:
    """`value` for a parameter of type int, or FAILED. Deprecates a fractional part that is lost."""
    if type(value) is int:
        return value
    if type(value) is float:
        if not -_TWO_63 <= value < _TWO_63:
            return FAILED
        whole = float_to_int(value)
        if float(whole) != value:
            deprecate_float_to_int(value)
        return whole
    if type(value) is str:
        return _int_of_string(value)
    return int(value) if type(value) is bool else FAILED


def _int_of_string(text: str) -> Any:
    number = numeric_value(text)
    if number is None:
        return FAILED
    if type(number) is int:
        return number
    if not -_TWO_63 <= number < _TWO_63:
        return FAILED
    whole = float_to_int(number)
    if float(whole) != number:
        deprecate_float_string_to_int(text)
    return whole


def to_float_param(value: Value) -> Any:
    """`value` for a parameter of type float, or FAILED."""
    if type(value) is float:
        return value
    if type(value) is int or type(value) is bool:
        return float(value)
    if type(value) is str:
        number = numeric_value(value)
        return FAILED if number is None else float(number)
    return FAILED


def to_string_param(value: Value) -> Any:
    """`value` for a parameter of type string, or FAILED. Calls `__toString`."""
    kind = type(value)
    if kind is str:
        return value
    if kind is int or kind is float or kind is bool:
        return to_string(value)
    if value is None or kind is PhpArray or is_resource(value):
        return FAILED
    assert isinstance(value, PhpObject)
    if find_method(value, "__tostring") is None:
        text = cast_object(value, "string")
        return text if type(text) is str else FAILED
    return object_to_string(value)


def to_bool_param(value: Value) -> Any:
    """`value` for a parameter of type bool, or FAILED."""
    kind = type(value)
    if kind is bool or kind is int or kind is float or kind is str:
        return to_bool(value)
    return FAILED


def to_number_param(value: Value) -> Any:
    """`value` for a parameter of type int|float, or FAILED."""
    kind = type(value)
    if kind is int or kind is float:
        return value
    if kind is bool:
        return int(value)  # type: ignore[arg-type]
    if kind is str:
        number = numeric_value(value)  # type: ignore[arg-type]
        return FAILED if number is None else number
    return FAILED
