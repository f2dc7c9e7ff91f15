"""What a PHP value is in Python.

null is None; bool, int and float are Python's own (an int always fits 64 bits); a string is a `str` of code points
0-255, one per byte; an array is a PhpArray; an object a PhpObject. Nothing else is a value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Union

if TYPE_CHECKING:
    from engine.runtime.arrays import PhpArray
    from engine.runtime.objects import PhpObject

PhpString = str
Key = Union[int, str]
Value = Union[None, bool, int, float, str, "PhpArray", "PhpObject"]

INT_MIN = -(1 << 63)
INT_MAX = (1 << 63) - 1


class Missing:
    """The type of MISSING, the argument that was not passed and the variable never assigned."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "MISSING"


# Any, so that it can be the default of a parameter of any type.
MISSING: Any = Missing()


def all_ints(values: Iterable[Any]) -> bool:
    """Whether all are ints."""
    for value in values:
        if type(value) is not int:
            return False
    return True


def canonical_int(text: str) -> int | None:
    """The int that PHP's array keys make of `text`: only canonical decimals that fit 64 bits, else None."""
    size = len(text)
    if size > 20 or not size:
        return None
    first = text[0]
    if first == "-":
        if size == 1 or not "1" <= text[1] <= "9" or not (text[1:].isdecimal() and text.isascii()):
            return None
    elif not text.isdecimal() or not text.isascii() or (first == "0" and size > 1):
        return None
    number = int(text)
    return number if INT_MIN <= number <= INT_MAX else None
