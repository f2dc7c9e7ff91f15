"""Strings: finding and counting. Offsets count bytes; a negative one counts from the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from engine.builtin.declare import BadArgumentError, pure
from engine.stdlib.strings.characters import lower

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

_OUTSIDE = "must be contained in argument #1 ($haystack)"


@pure
def strpos(haystack: PhpString, needle: PhpString, offset: int = 0) -> int | Literal[False]:
    """Find the position of the first occurrence of a substring in a string."""
    if offset:
        offset = _offset_in(haystack, offset)
    position = haystack.find(needle, offset)
    return False if position < 0 else position


@pure
def stripos(haystack: PhpString, needle: PhpString, offset: int = 0) -> int | Literal[False]:
    """Find the position of the first occurrence of a case-insensitive substring in a string."""
    if offset:
        offset = _offset_in(haystack, offset)
    position = lower(haystack).find(lower(needle), offset)
    return False if position < 0 else position


@pure
def strrpos(haystack: PhpString, needle: PhpString, offset: int = 0) -> int | Literal[False]:
    """Find the position of the last occurrence of a substring in a string."""
    if not offset:
        position = haystack.rfind(needle)
    else:
        start, end = _range_from_end(haystack, needle, offset)
        position = haystack.rfind(needle, start, end)
    return False if position < 0 else position


@pure
def strripos(haystack: PhpString, needle: PhpString, offset: int = 0) -> int | Literal[False]:
    """Find the position of the last occurrence of a case-insensitive substring in a string."""
    start, end = _range_from_end(haystack, needle, offset)
    if len(needle) == 1 and needle > "\x7f":
        # PHP compares a signed with an unsigned byte here, so it never finds one.
        return False
    position = lower(haystack).rfind(lower(needle), start, end)
    return False if position < 0 else position


@pure(aliases=("strchr",))
def strstr(haystack: PhpString, needle: PhpString, before_needle: bool = False) -> PhpString | Literal[False]:
    """Find the first occurrence of a string."""
    position = haystack.find(needle)
    if position < 0:
        return False
    return haystack[:position] if before_needle else haystack[position:]


@pure
def stristr(haystack: PhpString, needle: PhpString, before_needle: bool = False) -> PhpString | Literal[False]:
    """Case-insensitive strstr."""
    position = lower(haystack).find(lower(needle))
    if position < 0:
        return False
    return haystack[:position] if before_needle else haystack[position:]


@pure
def strrchr(haystack: PhpString, needle: PhpString, before_needle: bool = False) -> PhpString | Literal[False]:
    """Find the last occurrence of a character in a string."""
    # Only the first character of the needle counts; an empty needle is its terminating NUL.
    position = haystack.rfind(needle[0] if needle else "\0")
    if position < 0:
        return False
    return haystack[:position] if before_needle else haystack[position:]


@pure
def strpbrk(string: PhpString, characters: PhpString) -> PhpString | Literal[False]:
    """Search a string for any of a set of characters."""
    if not characters:
        raise BadArgumentError("characters", "must be a non-empty string")
    for index, character in enumerate(string):
        if character in characters:
            return string[index:]
    return False


@pure
def str_contains(haystack: PhpString, needle: PhpString) -> bool:
    """Determine if a string contains a given substring."""
    return needle in haystack


@pure
def str_starts_with(haystack: PhpString, needle: PhpString) -> bool:
    """Check if a string starts with a given substring."""
    return haystack.startswith(needle)


@pure
def str_ends_with(haystack: PhpString, needle: PhpString) -> bool:
    """Check if a string ends with a given substring."""
    return haystack.endswith(needle)


@pure
def substr_count(haystack: PhpString, needle: PhpString, offset: int = 0, length: int | None = None) -> int:
    """Count the number of substring occurrences."""
    if not needle:
        raise BadArgumentError("needle", "must not be empty")
    if offset:
        offset = _offset_in(haystack, offset)
    if length is None:
        return haystack.count(needle, offset)
    rest = len(haystack) - offset
    if length < 0:
        length += rest
    if not 0 <= length <= rest:
        raise BadArgumentError("length", _OUTSIDE)
    return haystack.count(needle, offset, offset + length)


@pure
def strspn(string: PhpString, characters: PhpString, offset: int = 0, length: int | None = None) -> int:
    """Find the length of the initial segment of a string consisting entirely of given characters."""
    start, end = _span(string, offset, length)
    index = start
    while index < end and string[index] in characters:
        index += 1
    return index - start


@pure
def strcspn(string: PhpString, characters: PhpString, offset: int = 0, length: int | None = None) -> int:
    """Find the length of the initial segment not matching given characters."""
    start, end = _span(string, offset, length)
    if len(characters) == 1:
        position = string.find(characters, start, end)
        return (end if position < 0 else position) - start
    index = start
    while index < end and string[index] not in characters:
        index += 1
    return index - start


def _offset_in(haystack: str, offset: int) -> int:
    """`offset` counted from the start, or PHP's error."""
    if offset < 0:
        offset += len(haystack)
    if not 0 <= offset <= len(haystack):
        raise BadArgumentError("offset", _OUTSIDE)
    return offset


def _range_from_end(haystack: str, needle: str, offset: int) -> tuple[int, int]:
    """Where a search for the last needle begins and ends: a negative offset bounds where the needle may start."""
    size = len(haystack)
    if offset >= 0:
        if offset > size:
            raise BadArgumentError("offset", _OUTSIDE)
        return offset, size
    if -offset > size:
        raise BadArgumentError("offset", _OUTSIDE)
    return 0, size if -offset < len(needle) else size + offset + len(needle)


def _span(string: str, offset: int, length: int | None) -> tuple[int, int]:
    """The part that strspn looks at; it clamps where strpos would complain."""
    size = len(string)
    if offset < 0:
        offset = max(0, offset + size)
    elif offset > size:
        offset = size
    if length is None:
        return offset, size
    if length < 0:
        return offset, max(offset, size + length)
    return offset, min(size, offset + length)
