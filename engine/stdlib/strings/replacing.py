"""Strings: replacing, by text, by position and by character."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List

from engine.builtin.declare import BadArgumentError, pure
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_int, to_string
from engine.runtime.values import MISSING
from engine.stdlib.strings.characters import CHARGE_THRESHOLD_BYTES, lower

if TYPE_CHECKING:
    from engine.runtime.references import Ref
    from engine.runtime.values import PhpString, Value

_ALL_BYTES = bytes(range(256))


@pure
def str_replace(
    search: PhpArray | PhpString,
    replace: PhpArray | PhpString,
    subject: PhpString | PhpArray,
    count: Ref[int] | None = None,
) -> PhpString | PhpArray:
    """Replace all occurrences of the search string with the replacement string."""
    if type(subject) is str and type(search) is str and type(replace) is str and count is None:
        if not search:
            return subject
        if len(subject) * len(replace) > CHARGE_THRESHOLD_BYTES:
            _charge_growth(subject, subject.count(search), search, replace)
        return subject.replace(search, replace)
    return _replace_all(search, replace, subject, count, ignores_case=False)


@pure
def str_ireplace(
    search: PhpArray | PhpString,
    replace: PhpArray | PhpString,
    subject: PhpString | PhpArray,
    count: Ref[int] | None = None,
) -> PhpString | PhpArray:
    """Case-insensitive version of str_replace."""
    return _replace_all(search, replace, subject, count, ignores_case=True)


@pure
def substr_replace(
    string: PhpArray | PhpString,
    replace: PhpArray | PhpString,
    offset: PhpArray | int,
    length: PhpArray | int | None = None,
) -> PhpString | PhpArray:
    """Replace text within a portion of a string."""
    if isinstance(string, PhpArray):
        return _replace_parts(string, replace, offset, length)
    if isinstance(offset, PhpArray):
        raise BadArgumentError("offset", "cannot be an array when working on a single string", "TypeError")
    if isinstance(length, PhpArray):
        raise BadArgumentError("length", "cannot be an array when working on a single string", "TypeError")
    if isinstance(replace, PhpArray):
        values = replace.values()
        replace = to_string(values[0]) if values else ""
    return _replace_part(string, replace, offset, len(string) if length is None else length)


@pure(overloaded="from", shown={"to": None})
def strtr(string: PhpString, from_: PhpString | PhpArray, to: PhpString | None = MISSING) -> PhpString:
    """Translate characters or replace substrings."""
    if to is MISSING and isinstance(from_, PhpArray):
        return _translate_pairs(string, from_) if string else ""
    assert type(from_) is str
    if to is None:
        ctx.deprecated("strtr(): Passing null to parameter #3 ($to) of type ?string is deprecated")
        return string
    size = min(len(from_), len(to))
    if size == 1:
        return string.replace(from_[0], to[0])
    if not size or not string:
        return string
    table = bytearray(_ALL_BYTES)
    for index in range(size):
        table[ord(from_[index])] = ord(to[index])
    return string.encode("latin-1").translate(bytes(table)).decode("latin-1")


def _replace_all(
    search: PhpArray | str, replace: PhpArray | str, subject: PhpArray | str, count: Ref | None, *, ignores_case: bool
) -> PhpString | PhpArray:
    if isinstance(replace, PhpArray) and not isinstance(search, PhpArray):
        raise BadArgumentError("replace", "must be of type string when argument #1 ($search) is a string", "TypeError")
    replacer = _Replacer(search, replace, ignores_case=ignores_case)
    result: PhpString | PhpArray
    if isinstance(subject, PhpArray):
        result = subject.with_values([replacer.apply(to_string(item)) for item in subject.values()])
    else:
        result = replacer.apply(subject)
    if count is not None:
        count.set(replacer.count)
    return result


class _Replacer:
    """The replacements of one call, and how many were made."""

    def __init__(self, search: PhpArray | str, replace: PhpArray | str, *, ignores_case: bool) -> None:
        self.searches: List[Value] = search.values() if isinstance(search, PhpArray) else [search]
        self.pairs: List[Value] | None = None
        self.replace = ""
        if isinstance(replace, PhpArray):
            self.pairs = replace.values()
        else:
            self.replace = replace
        self.ignores_case = ignores_case
        self.count = 0

    def apply(self, subject: str) -> str:
        if not subject:
            return ""
        for index, search in enumerate(self.searches):
            if self.pairs is not None:
                self.replace = to_string(self.pairs[index]) if index < len(self.pairs) else ""
            subject = self._replace(subject, to_string(search), self.replace)
            if not subject:
                break
        return subject

    def _replace(self, subject: str, search: str, replace: str) -> str:
        if not search:
            return subject
        if self.ignores_case:
            return self._replace_ignoring_case(subject, search, replace)
        found = subject.count(search)
        if not found:
            return subject
        self.count += found
        _charge_growth(subject, found, search, replace)
        return subject.replace(search, replace)

    def _replace_ignoring_case(self, subject: str, search: str, replace: str) -> str:
        parts = []
        folded = lower(subject)
        search = lower(search)
        start = 0
        position = folded.find(search)
        while position >= 0:
            parts.append(subject[start:position])
            start = position + len(search)
            position = folded.find(search, start)
        if not parts:
            return subject
        self.count += len(parts)
        _charge_growth(subject, len(parts), search, replace)
        parts.append(subject[start:])
        return replace.join(parts)


def _charge_growth(subject: str, found: int, search: str, replace: str) -> None:
    size = len(subject) + found * (len(replace) - len(search))
    if size > CHARGE_THRESHOLD_BYTES:
        ctx.charge(size)


def _replace_part(string: str, replace: str, offset: int, length: int) -> str:
    size = len(string)
    if offset < 0:
        offset = max(0, offset + size)
    elif offset > size:
        offset = size
    if length < 0:
        length = max(0, size - offset + length)
    return string[:offset] + replace + string[offset + length :]


def _replace_parts(
    strings: PhpArray, replace: PhpArray | str, offset: PhpArray | int, length: PhpArray | int | None
) -> PhpArray:
    replacements = replace.values() if isinstance(replace, PhpArray) else None
    offsets = offset.values() if isinstance(offset, PhpArray) else None
    lengths = length.values() if isinstance(length, PhpArray) else None
    result: List[Value] = []
    for index, item in enumerate(strings.values()):
        string = to_string(item)
        start = 0
        if not isinstance(offset, PhpArray):
            start = offset
        elif offsets and index < len(offsets):
            start = to_int(offsets[index])
        size = len(string)
        if isinstance(length, int):
            size = length
        elif lengths and index < len(lengths):
            size = to_int(lengths[index])
        text = ""
        if not isinstance(replace, PhpArray):
            text = replace
        elif replacements and index < len(replacements):
            text = to_string(replacements[index])
        result.append(_replace_part(string, text, start, size))
    return strings.with_values(result)


def _translate_pairs(string: str, pairs: PhpArray) -> str:
    """What strtr does with an array: the longest key wins, and what was replaced is not looked at again."""
    names = pairs.h
    if names is not None and not pairs.has_int_keys and len(names) > 1 and "" not in names:
        return _translate(string, names)
    items = pairs.items()
    if len(items) == 1:
        search = str(items[0][0])
        replace = to_string(items[0][1])
        if not search:
            ctx.function_warning("Ignoring replacement of empty string")
            return string
        _charge_growth(string, string.count(search), search, replace)
        return string.replace(search, replace)
    replacements: Dict[str, Value] = {}
    for key, item in items:
        text = str(key)
        if text:
            replacements[text] = item
        else:
            ctx.function_warning("Ignoring replacement of empty string")
    return _translate(string, replacements) if replacements else string


def _translate(string: str, replacements: Dict[str, Value]) -> str:
    lengths = sorted({len(key) for key in replacements}, reverse=True)
    if lengths == [1]:
        return _joined(
            [to_string(replacements[character]) if character in replacements else character for character in string]
        )
    return _translate_longest(string, replacements, lengths)


def _translate_longest(string: str, replacements: Dict[str, Value], lengths: List[int]) -> str:
    starts = {key[0] for key in replacements}
    parts: List[str] = []
    copied = position = 0
    size = len(string)
    while position < size:
        if string[position] in starts:
            for length in lengths:
                key = string[position : position + length]
                if len(key) == length and key in replacements:
                    if copied < position:
                        parts.append(string[copied:position])
                    parts.append(to_string(replacements[key]))
                    copied = position + length
                    position = copied - 1
                    break
        position += 1
    parts.append(string[copied:])
    return _joined(parts)


def _joined(parts: List[str]) -> str:
    if len(parts) > CHARGE_THRESHOLD_BYTES // 16:
        ctx.charge(sum(map(len, parts)))
    return "".join(parts)
