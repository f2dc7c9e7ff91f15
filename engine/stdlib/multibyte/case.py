"""Multibyte strings: upper, lower, title and folded case, by Unicode's rules and mbstring's own tables."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Dict, FrozenSet, List, Tuple

from engine.builtin.declare import BadArgumentError, PhpConst, contextual
from engine.stdlib.multibyte import unicode
from engine.stdlib.multibyte.charsets import BAD
from engine.stdlib.multibyte.registry import Encoding, encode
from engine.stdlib.multibyte.state import encoding_of, substitution
from engine.stdlib.strings.characters import lower as ascii_lower
from engine.stdlib.strings.characters import upper as ascii_upper

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "mbstring"

MB_CASE_UPPER: PhpConst[int] = 0
MB_CASE_LOWER: PhpConst[int] = 1
MB_CASE_TITLE: PhpConst[int] = 2
MB_CASE_FOLD: PhpConst[int] = 3
MB_CASE_UPPER_SIMPLE: PhpConst[int] = 4
MB_CASE_LOWER_SIMPLE: PhpConst[int] = 5
MB_CASE_TITLE_SIMPLE: PhpConst[int] = 6
MB_CASE_FOLD_SIMPLE: PhpConst[int] = 7

_SIMPLE = 4
_HINDSIGHT = 64
_SIGMA = "\u03a3"
_FINAL_SIGMA = "\u03c2"
_SMALL_SIGMA = "\u03c3"
# ISO-8859-9 is Turkish: its letter i has a dot or has none.
_TURKISH_UPPER = {"i": "\u0130"}
_TURKISH_LOWER = {"I": "\u0131", "\u0130": "i"}


@contextual
def mb_convert_case(string: PhpString, mode: int, encoding: PhpString | None = None) -> PhpString:
    """Perform case folding on a string."""
    chosen = encoding_of(encoding)
    if not 0 <= mode < 2 * _SIMPLE:
        raise BadArgumentError("mode", "must be one of the MB_CASE_* constants")
    return _convert(string, mode, chosen)


@contextual
def mb_strtoupper(string: PhpString, encoding: PhpString | None = None) -> PhpString:
    """Make a string uppercase."""
    return _convert(string, MB_CASE_UPPER, encoding_of(encoding))


@contextual
def mb_strtolower(string: PhpString, encoding: PhpString | None = None) -> PhpString:
    """Make a string lowercase."""
    return _convert(string, MB_CASE_LOWER, encoding_of(encoding))


@contextual
def mb_ucfirst(string: PhpString, encoding: PhpString | None = None) -> PhpString:
    """Make a string's first character uppercase."""
    return _convert_first(string, MB_CASE_TITLE, encoding_of(encoding))


@contextual
def mb_lcfirst(string: PhpString, encoding: PhpString | None = None) -> PhpString:
    """Make a string's first character lowercase."""
    return _convert_first(string, MB_CASE_LOWER, encoding_of(encoding))


def _convert(string: str, mode: int, encoding: Encoding) -> str:
    if encoding.is_utf8 and string.isascii():
        if mode in (MB_CASE_UPPER, MB_CASE_UPPER_SIMPLE):
            return ascii_upper(string)
        if mode % _SIMPLE != MB_CASE_TITLE:
            return ascii_lower(string)
    text = change_case(encoding.decode(string), mode, is_turkish=encoding.name == "ISO-8859-9")
    return encode(encoding, text, substitution())


def _convert_first(string: str, mode: int, encoding: Encoding) -> str:
    from engine.stdlib.multibyte.strings import part_of

    first = part_of(string, 0, 1, encoding)
    head = _convert(first, mode, encoding)
    return string if first == head else head + part_of(string, 1, None, encoding)


def change_case(text: str, mode: int, *, is_turkish: bool = False) -> str:
    """`text` in another case."""
    if mode % _SIMPLE == MB_CASE_TITLE:
        return _title(text, mode, is_turkish)
    table = _table(mode, is_turkish)
    if mode == MB_CASE_LOWER and _SIGMA in text:
        return "".join(
            [
                _lower_sigma(text, index) if character == _SIGMA else table.get(character, character)
                for index, character in enumerate(text)
            ]
        )
    return "".join([table.get(character, character) for character in text])


def _title(text: str, mode: int, is_turkish: bool) -> str:
    is_full = mode == MB_CASE_TITLE
    titles = _table(mode, is_turkish)
    lowers = _table(MB_CASE_LOWER if is_full else MB_CASE_LOWER_SIMPLE, is_turkish)
    cased, ignorable = _cased(), _ignorable()
    found: List[str] = []
    is_inside = False
    for index, character in enumerate(text):
        if is_inside and is_full and character == _SIGMA:
            found.append(_lower_sigma(text, index))
        else:
            found.append((lowers if is_inside else titles).get(character, character))
        if character != BAD and character not in ignorable:
            is_inside = character in cased
    return "".join(found)


def _lower_sigma(text: str, index: int) -> str:
    """Sigma at the end of a word has a form of its own."""
    ignorable = _ignorable()
    # PHP looks back no further than the characters it has at hand.
    first = max(0, index - _HINDSIGHT)
    before = index - 1
    while before >= first and text[before] in ignorable:
        before -= 1
    after = index + 1
    while after < len(text) and text[after] in ignorable:
        after += 1
    ends_word = before >= first and text[before] in _cased() and not (after < len(text) and text[after] in _cased())
    return _FINAL_SIGMA if ends_word else _SMALL_SIGMA


@cache
def _table(mode: int, is_turkish: bool) -> Dict[str, str]:
    """What characters become in that mode, those that change."""
    if is_turkish:
        extra = _TURKISH_UPPER if mode % _SIMPLE in (MB_CASE_UPPER, MB_CASE_TITLE) else _TURKISH_LOWER
        return {**_table(mode, is_turkish=False), **extra}
    kind = mode % _SIMPLE
    table = _simple_table(kind)
    if mode < _SIMPLE:
        special = (unicode.SPECIAL_UPPER, unicode.SPECIAL_LOWER, unicode.SPECIAL_TITLE, unicode.SPECIAL_FOLD)[kind]
        table = dict(table)
        for entry in special.split():
            point, _, parts = entry.partition("=")
            table[chr(int(point, 16))] = "".join([chr(int(part, 16)) for part in parts.split("+")])
    return table


@cache
def _simple_table(kind: int) -> Dict[str, str]:
    if kind == MB_CASE_TITLE:
        return {**_simple_table(MB_CASE_UPPER), **_mapping(unicode.TITLE)}
    if kind == MB_CASE_FOLD:
        return {**_simple_table(MB_CASE_LOWER), **_mapping(unicode.FOLD)}
    return _mapping(unicode.LOWER if kind == MB_CASE_LOWER else unicode.UPPER)


def _mapping(runs: str) -> Dict[str, str]:
    """The mapping that runs `start*count+delta` and `start:count-delta` describe."""
    found: Dict[str, str] = {}
    for run in runs.split():
        sign = "+" if "+" in run else "-"
        span, _, delta = run.partition(sign)
        step = 2 if ":" in span else 1
        start, _, count = span.replace(":", "*").partition("*")
        offset = int(sign + delta, 16)
        for index in range(int(count, 16)):
            point = int(start, 16) + index * step
            found[chr(point)] = chr(point + offset)
    return found


def read_runs(runs: str) -> List[Tuple[int, int]]:
    """First and last of each run `start*count`."""
    found = []
    for run in runs.split():
        start, _, count = run.partition("*")
        found.append((int(start, 16), int(start, 16) + int(count or "1", 16) - 1))
    return found


def _characters(runs: str) -> FrozenSet[str]:
    return frozenset([chr(point) for first, last in read_runs(runs) for point in range(first, last + 1)])


@lru_cache(maxsize=1)
def _cased() -> FrozenSet[str]:
    return _characters(unicode.CASED)


@lru_cache(maxsize=1)
def _ignorable() -> FrozenSet[str]:
    return _characters(unicode.IGNORABLE)
