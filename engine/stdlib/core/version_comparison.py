"""Version numbers: version_compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Dict, List

from engine.builtin.declare import BadArgumentError, pure
from engine.stdlib.strings.characters import ASCII_ALPHANUMERIC, ASCII_DIGITS

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

# What a part's first letters mean, in the order they are tried; any other comes before them all.
_FORMS = (
    ("dev", 0),
    ("alpha", 1),
    ("a", 1),
    ("beta", 2),
    ("b", 2),
    ("RC", 3),
    ("rc", 3),
    ("#", 4),
    ("pl", 5),
    ("p", 5),
)
# What stands for a number where the other version has a word.
_NUMBER = "#N#"
_LONG_MAX = (1 << 63) - 1
_OPERATORS: Dict[str, Callable[[int], bool]] = {
    "<": lambda order: order < 0,
    "lt": lambda order: order < 0,
    "<=": lambda order: order <= 0,
    "le": lambda order: order <= 0,
    ">": lambda order: order > 0,
    "gt": lambda order: order > 0,
    ">=": lambda order: order >= 0,
    "ge": lambda order: order >= 0,
    "==": lambda order: order == 0,
    "=": lambda order: order == 0,
    "eq": lambda order: order == 0,
    "!=": lambda order: order != 0,
    "<>": lambda order: order != 0,
    "ne": lambda order: order != 0,
}


@pure
def version_compare(version1: PhpString, version2: PhpString, operator: PhpString | None = None) -> int | bool:
    """Compares two "PHP-standardized" version number strings."""
    order = compare_versions(version1.partition("\0")[0], version2.partition("\0")[0])
    if operator is None:
        return order
    test = _OPERATORS.get(operator)
    if test is None:
        raise BadArgumentError("operator", "must be a valid comparison operator")
    return test(order)


def compare_versions(first: str, second: str) -> int:
    """-1, 0 or 1."""
    order: int | None = None
    while order is None:
        order, first, second = _compare_or_shorten(first, second)
    return order


def _compare_or_shorten(first: str, second: str) -> tuple[int | None, str, str]:
    """The order; or None and the two versions whose order it is, where one has parts left: those against a number."""
    if not first or not second:
        return (first != "") - (second != ""), "", ""
    left_text = _canonical(first)
    right_text = _canonical(second)
    if not left_text:
        return -1, "", ""
    if not right_text:
        return _with_parts_left(left_text)
    left = left_text.split(".")
    right = right_text.split(".")
    for index, (one, other) in enumerate(zip(left, right)):
        if index and (_ends_empty(left, index) or _ends_empty(right, index)):
            # Only the end of a `#` version can be empty; there PHP looks at what the first one has left.
            return _with_parts_left(".".join(left[index:]))
        order = _compare_parts(one, other)
        if order:
            return order, "", ""
    shared = min(len(left), len(right))
    if len(left) > shared:
        return _with_parts_left(".".join(left[shared:]))
    if len(right) > shared:
        return (-1, "", "") if right[shared][:1] in _DIGITS else (None, _NUMBER, ".".join(right[shared:]))
    return 0, "", ""


def _ends_empty(parts: List[str], index: int) -> bool:
    return index == len(parts) - 1 and not parts[index]


def _with_parts_left(text: str) -> tuple[int | None, str, str]:
    return (1, "", "") if text[:1] in _DIGITS else (None, text, _NUMBER)


# As a set, so that the empty string is no member.
_DIGITS = frozenset(ASCII_DIGITS)


def _canonical(version: str) -> str:
    """`1.0-rc1` as 1.0.rc.1: parted wherever digits meet other characters, or where none of both stand."""
    if version[0] == "#":
        return version
    text = last = version[0]
    for character in version[1:]:
        is_digit = character in _DIGITS
        was_digit = last in _DIGITS
        needs_point = False
        added = character
        if character in "-_+":
            needs_point = True
            added = ""
        elif character != "." and last != "." and is_digit != was_digit:
            needs_point = True
        elif character not in ASCII_ALPHANUMERIC:
            needs_point = True
            added = ""
        if needs_point and text[-1] != ".":
            text += "."
        text += added
        last = character
    return text[:-1] if text[-1] == "." else text


def _compare_parts(first: str, second: str) -> int:
    first_is_number = first[:1] in _DIGITS
    second_is_number = second[:1] in _DIGITS
    if first_is_number and second_is_number:
        left = _number(first)
        right = _number(second)
        return (left > right) - (left < right)
    left = _form(_NUMBER if first_is_number else first)
    right = _form(_NUMBER if second_is_number else second)
    return (left > right) - (left < right)


def _number(part: str) -> int:
    digits = part[: len(part) - len(part.lstrip(ASCII_DIGITS))]
    return min(_LONG_MAX, int(digits))


def _form(part: str) -> int:
    for prefix, order in _FORMS:
        if part.startswith(prefix):
            return order
    return -1
