"""Multibyte strings: length, search, parts, width, padding and trimming, counted in characters of an encoding."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, List, Literal, Optional, Tuple

from engine.builtin.declare import BadArgumentError, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.stdlib.multibyte import unicode
from engine.stdlib.multibyte.case import MB_CASE_FOLD_SIMPLE, change_case, read_runs
from engine.stdlib.multibyte.charsets import BAD
from engine.stdlib.multibyte.registry import Encoding, Substitution, convert, encode
from engine.stdlib.multibyte.state import encoding_of, state, substitution
from engine.stdlib.strings.bytes import STR_PAD_RIGHT

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "mbstring"

_INT_MIN = -(1 << 63)
_INT_MAX = (1 << 63) - 1
_LONGEST_CHUNK = ((1 << 32) - 1) // 4
_OUTSIDE = "must be contained in argument #1 ($haystack)"
_PAD_LEFT = 0
_PAD_BOTH = 2
_FIRST_WIDE = "\u1100"
_MAX_CODE_POINT = 0x10FFFF
_UNITS = {"UCS-2": 2, "UCS-4": 4, "UTF-16": 2, "UTF-32": 4}
_E_DEPRECATED = 8192
# What a character in a new array costs at least.
_ELEMENT_BYTES = 40
# Enough bytes for any encoding's first character.
_FIRST_BYTES = 32
_SPACES = (
    " \f\n\r\t\v\0\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f"
    "\u3000\x85\u180e"
)


@contextual
def mb_str_split(string: PhpString, length: int = 1, encoding: PhpString | None = None) -> PhpArray:
    """Given a multibyte string, return an array of its characters."""
    if length <= 0:
        raise BadArgumentError("length", "must be greater than 0")
    if length > _LONGEST_CHUNK:
        raise BadArgumentError("length", "is too large")
    chosen = encoding_of(encoding)
    ctx.charge(len(string) // length * _ELEMENT_BYTES)
    if chosen.unit or (chosen.is_utf8 and string.isascii()):
        step = length * (chosen.unit or 1)
        return PhpArray([string[index : index + step] for index in range(0, len(string), step)])
    if chosen.lengths is not None:
        return PhpArray(_split_by_lengths(string, length, chosen.lengths))
    text = chosen.decode(string)
    markers = substitution()
    return PhpArray([encode(chosen, text[index : index + length], markers) for index in range(0, len(text), length)])


@contextual
def mb_strlen(string: PhpString, encoding: PhpString | None = None) -> int:
    """Get string length."""
    return length_of(string, encoding_of(encoding))


@contextual
def mb_strpos(
    haystack: PhpString, needle: PhpString, offset: int = 0, encoding: PhpString | None = None
) -> int | Literal[False]:
    """Find position of first occurrence of string in a string."""
    return _found(_find(haystack, needle, encoding_of(encoding), offset))


@contextual
def mb_strrpos(
    haystack: PhpString, needle: PhpString, offset: int = 0, encoding: PhpString | None = None
) -> int | Literal[False]:
    """Find position of last occurrence of a string in a string."""
    return _found(_find_last(haystack, needle, encoding_of(encoding), offset))


@contextual
def mb_stripos(
    haystack: PhpString, needle: PhpString, offset: int = 0, encoding: PhpString | None = None
) -> int | Literal[False]:
    """Finds position of first occurrence of a string within another, case insensitive."""
    chosen = encoding_of(encoding)
    return _found(_find_text(_folded(haystack, chosen), _folded(needle, chosen), offset))


@contextual
def mb_strripos(
    haystack: PhpString, needle: PhpString, offset: int = 0, encoding: PhpString | None = None
) -> int | Literal[False]:
    """Finds position of last occurrence of a string within another, case insensitive."""
    chosen = encoding_of(encoding)
    folded = _folded(needle, chosen)
    return _found(_find_last_text(_folded(haystack, chosen), folded, offset, len(folded)))


@contextual
def mb_strstr(
    haystack: PhpString, needle: PhpString, before_needle: bool = False, encoding: PhpString | None = None
) -> PhpString | Literal[False]:
    """Finds first occurrence of a string within another."""
    chosen = encoding_of(encoding)
    return _around(haystack, _find(haystack, needle, chosen, 0), before_needle, chosen)


@contextual
def mb_strrchr(
    haystack: PhpString, needle: PhpString, before_needle: bool = False, encoding: PhpString | None = None
) -> PhpString | Literal[False]:
    """Finds the last occurrence of a character in a string within another."""
    chosen = encoding_of(encoding)
    return _around(haystack, _find_last(haystack, needle, chosen, 0), before_needle, chosen)


@contextual
def mb_stristr(
    haystack: PhpString, needle: PhpString, before_needle: bool = False, encoding: PhpString | None = None
) -> PhpString | Literal[False]:
    """Finds first occurrence of a string within another, case insensitive."""
    chosen = encoding_of(encoding)
    position = _find_text(_folded(haystack, chosen), _folded(needle, chosen), 0)
    return _around(haystack, position, before_needle, chosen)


@contextual
def mb_strrichr(
    haystack: PhpString, needle: PhpString, before_needle: bool = False, encoding: PhpString | None = None
) -> PhpString | Literal[False]:
    """Finds the last occurrence of a character in a string within another, case insensitive."""
    chosen = encoding_of(encoding)
    position = _folded(haystack, chosen).rfind(_folded(needle, chosen))
    return _around(haystack, position, before_needle, chosen)


@contextual
def mb_substr_count(haystack: PhpString, needle: PhpString, encoding: PhpString | None = None) -> int:
    """Count the number of substring occurrences."""
    if not needle:
        raise BadArgumentError("needle", "must not be empty")
    chosen = encoding_of(encoding)
    text = chosen.decode(needle)
    if not text:
        raise BadArgumentError("needle", "must not be empty")
    return chosen.decode(haystack).count(text)


@contextual
def mb_substr(string: PhpString, start: int, length: int | None = None, encoding: PhpString | None = None) -> PhpString:
    """Get part of string."""
    if _INT_MIN in (start, length):
        parameter = "start" if start == _INT_MIN else "length"
        raise BadArgumentError(parameter, f"must be between {_INT_MIN + 1} and {_INT_MAX}")
    chosen = encoding_of(encoding)
    if start < 0 or (length is not None and length < 0):
        size = length_of(string, chosen)
        if start < 0:
            start = max(0, size + start)
        if length is not None and length < 0:
            length = max(0, size - start + length)
    return part_of(string, start, length, chosen)


@contextual
def mb_strcut(string: PhpString, start: int, length: int | None = None, encoding: PhpString | None = None) -> PhpString:
    """Get part of string."""
    chosen = encoding_of(encoding)
    size = len(string)
    if length is None:
        length = size
    if start < 0:
        start = max(0, size + start)
    if length < 0:
        length = max(0, size - start + length)
    if start > size or length == 0:
        return ""
    if chosen.is_utf8:
        return _cut_utf8(string, start, length)
    if chosen.unit:
        start -= start % chosen.unit
        length = min(length, size - start)
        return string[start : start + length - length % chosen.unit]
    if chosen.name.startswith("UTF-16"):
        return _cut_utf16(string, start, length, chosen)
    if chosen.lengths is not None:
        return _cut_by_lengths(string, start, length, chosen.lengths)
    return _cut_text(string, start, length, chosen)


@contextual
def mb_strwidth(string: PhpString, encoding: PhpString | None = None) -> int:
    """Return width of string."""
    return _width(encoding_of(encoding).decode(string))


@contextual
def mb_strimwidth(
    string: PhpString, start: int, width: int, trim_marker: PhpString = "", encoding: PhpString | None = None
) -> PhpString:
    """Get truncated string with specified width."""
    chosen = encoding_of(encoding)
    if start:
        size = length_of(string, chosen)
        if start < 0:
            start += size
        if not 0 <= start <= size:
            raise BadArgumentError("start", "is out of range")
    text = chosen.decode(string)
    if width < 0:
        ctx.function_warning("passing a negative integer to argument #3 ($width) is deprecated", _E_DEPRECATED)
        width += _width(text) - _width(text[:start])
        if width < 0:
            raise BadArgumentError("width", "is out of range")
    return _trim_to_width(string, text, start, width, trim_marker, chosen)


@contextual
def mb_trim(string: PhpString, characters: PhpString | None = None, encoding: PhpString | None = None) -> PhpString:
    """Strip whitespace (or other characters) from the beginning and end of a string."""
    return _trim(string, characters, encoding_of(encoding), left=True, right=True)


@contextual
def mb_ltrim(string: PhpString, characters: PhpString | None = None, encoding: PhpString | None = None) -> PhpString:
    """Strip whitespace (or other characters) from the beginning of a string."""
    return _trim(string, characters, encoding_of(encoding), left=True, right=False)


@contextual
def mb_rtrim(string: PhpString, characters: PhpString | None = None, encoding: PhpString | None = None) -> PhpString:
    """Strip whitespace (or other characters) from the end of a string."""
    return _trim(string, characters, encoding_of(encoding), left=False, right=True)


@contextual
def mb_scrub(string: PhpString, encoding: PhpString | None = None) -> PhpString:
    """Replace ill-formed byte sequences with the substitute character."""
    chosen = encoding_of(encoding)
    if chosen.is_utf8 and string.isascii():
        return string
    markers = substitution()
    before = markers.count
    scrubbed = convert(string, chosen, chosen, markers)
    state().illegal_characters += markers.count - before
    return scrubbed


@contextual
def mb_ord(string: PhpString, encoding: PhpString | None = None) -> int | Literal[False]:
    """Get Unicode code point of character."""
    if not string:
        raise BadArgumentError("string", "must not be empty")
    chosen = encoding_of(encoding)
    if chosen.is_stateful:
        raise throw_error("ValueError", f'mb_ord() does not support the "{chosen.name}" encoding')
    first = chosen.decode(string[:_FIRST_BYTES])[:1]
    return False if not first or first == BAD else ord(first)


@contextual
def mb_chr(codepoint: int, encoding: PhpString | None = None) -> PhpString | Literal[False]:
    """Return character by Unicode code point value."""
    chosen = encoding_of(encoding)
    if chosen.is_stateful:
        raise throw_error("ValueError", f'mb_chr() does not support the "{chosen.name}" encoding')
    if not 0 <= codepoint <= _MAX_CODE_POINT:
        return False
    if 0xD800 <= codepoint <= 0xDFFF:
        # Half a character is one to the encodings of fixed units.
        width = _UNITS.get(chosen.name[:6].rstrip("BLE"))
        order: Literal["little", "big"] = "little" if chosen.name.endswith("LE") else "big"
        return False if width is None else codepoint.to_bytes(width, order).decode("latin-1")
    try:
        return chosen.encode(chr(codepoint))
    except (KeyError, UnicodeEncodeError):
        return False


@contextual
def mb_str_pad(
    string: PhpString,
    length: int,
    pad_string: PhpString = " ",
    pad_type: int = STR_PAD_RIGHT,
    encoding: PhpString | None = None,
) -> PhpString:
    """Pad a multibyte string to a certain length with another multibyte string."""
    chosen = encoding_of(encoding)
    missing = length - length_of(string, chosen)
    if missing <= 0:
        return string
    pad_length = length_of(pad_string, chosen) if pad_string else 0
    if not pad_string:
        raise BadArgumentError("pad_string", "must not be empty")
    if pad_type not in (_PAD_LEFT, STR_PAD_RIGHT, _PAD_BOTH):
        raise BadArgumentError("pad_type", "must be STR_PAD_LEFT, STR_PAD_RIGHT, or STR_PAD_BOTH")
    if not pad_length:
        raise BadArgumentError("pad_string", "must not be empty")
    ctx.charge(missing // pad_length * len(pad_string))
    left = missing if pad_type == _PAD_LEFT else missing // 2 if pad_type == _PAD_BOTH else 0
    return (
        _padding(left, pad_string, pad_length, chosen)
        + string
        + _padding(missing - left, pad_string, pad_length, chosen)
    )


# ---------------------------------------------------------------- shared


def length_of(string: str, encoding: Encoding) -> int:
    """How many characters `string` has."""
    if encoding.unit:
        return len(string) // encoding.unit
    if encoding.is_utf8 and string.isascii():
        return len(string)
    return len(encoding.decode(string))


def part_of(string: str, start: int, length: Optional[int], encoding: Encoding) -> str:
    """`length` characters from `start`, both not negative."""
    if length == 0 or (start >= len(string) and encoding.name != "SJIS-mac"):
        return ""
    if encoding.unit or (encoding.is_utf8 and string.isascii()):
        unit = encoding.unit or 1
        return string[start * unit :] if length is None else string[start * unit : (start + length) * unit]
    text = encoding.decode(string)
    return encode(encoding, text[start:] if length is None else text[start : start + length], substitution())


def _split_by_lengths(string: str, length: int, lengths: Tuple[int, ...]) -> List[str]:
    found: List[str] = []
    index = 0
    end = len(string)
    while index < end:
        start = index
        count = 0
        while count < length and index < end:
            index += lengths[ord(string[index])]
            count += 1
        found.append(string[start:index])
    return found


def _padding(count: int, pad_string: str, pad_length: int, encoding: Encoding) -> str:
    return pad_string * (count // pad_length) + part_of(pad_string, 0, count % pad_length, encoding)


# ---------------------------------------------------------------- search


def _found(position: int) -> int | Literal[False]:
    return False if position < 0 else position


def _around(haystack: str, position: int, before_needle: bool, encoding: Encoding) -> str | Literal[False]:
    if position < 0:
        return False
    return part_of(haystack, 0, position, encoding) if before_needle else part_of(haystack, position, None, encoding)


def _folded(string: str, encoding: Encoding) -> str:
    return change_case(encoding.decode(string), MB_CASE_FOLD_SIMPLE, is_turkish=encoding.name == "ISO-8859-9")


def _find(haystack: str, needle: str, encoding: Encoding, offset: int) -> int:
    if not encoding.is_utf8:
        return _find_text(encoding.decode(haystack), encoding.decode(needle), offset)
    if haystack.isascii():
        return _find_text(haystack, needle, offset)
    text = encoding.decode(haystack)
    searched = encoding.decode(needle)
    if BAD not in text and BAD not in searched:
        return _find_text(text, searched, offset)
    # Broken UTF-8 is searched as bytes; positions count those that begin a character.
    start = _byte_offset(haystack, offset, encoding)
    return _character_offset(haystack, haystack.find(needle, start))


def _find_last(haystack: str, needle: str, encoding: Encoding, offset: int) -> int:
    needle_length = _character_offset(needle, len(needle))
    if not encoding.is_utf8:
        return _find_last_text(encoding.decode(haystack), encoding.decode(needle), offset, needle_length)
    if haystack.isascii():
        return _find_last_text(haystack, needle, offset, needle_length)
    text = encoding.decode(haystack)
    searched = encoding.decode(needle)
    if BAD not in text and BAD not in searched:
        return _find_last_text(text, searched, offset, needle_length)
    start = _byte_offset(haystack, offset, encoding)
    if offset >= 0:
        return _character_offset(haystack, haystack.rfind(needle, start))
    lengths = encoding.lengths or ()
    end = start
    while needle_length and end < len(haystack):
        end += lengths[ord(haystack[end])]
        needle_length -= 1
    return _character_offset(haystack, haystack.rfind(needle, 0, len(haystack) if needle_length else end))


def _find_text(text: str, needle: str, offset: int) -> int:
    if offset < 0:
        offset += len(text)
    if not 0 <= offset <= len(text):
        raise BadArgumentError("offset", _OUTSIDE)
    return text.find(needle, offset)


def _find_last_text(text: str, needle: str, offset: int, needle_length: int) -> int:
    size = len(text)
    if not -size <= offset <= size:
        raise BadArgumentError("offset", _OUTSIDE)
    if offset >= 0:
        return text.rfind(needle, offset)
    return text.rfind(needle, 0, size + offset + needle_length)


def _byte_offset(string: str, offset: int, encoding: Encoding) -> int:
    """Where in broken UTF-8 the character at `offset` begins."""
    if offset < 0:
        position = len(string)
        while offset < 0:
            if position <= 0:
                raise BadArgumentError("offset", _OUTSIDE)
            position -= 1
            if not "\x80" <= string[position] <= "\xbf":
                offset += 1
        return position
    lengths = encoding.lengths or ()
    position = 0
    while offset > 0:
        if position >= len(string):
            raise BadArgumentError("offset", _OUTSIDE)
        position += lengths[ord(string[position])]
        offset -= 1
    return position


def _character_offset(string: str, position: int) -> int:
    if position < 0:
        return -1
    count = 0
    for byte in string[:position]:
        if not "\x80" <= byte <= "\xbf":
            count += 1
    return count


# ---------------------------------------------------------------- cutting by bytes


def _cut_utf8(string: str, start: int, length: int) -> str:
    while start > 0 and start < len(string) and "\x80" <= string[start] <= "\xbf":
        start -= 1
    end = start + length
    if end >= len(string):
        return string[start:]
    while end > start and "\x80" <= string[end] <= "\xbf":
        end -= 1
    return string[start:end]


def _cut_utf16(string: str, start: int, length: int, encoding: Encoding) -> str:
    is_little = encoding.name.endswith("LE")
    if encoding.name == "UTF-16":
        if length < 2 or len(string) < 2:
            return ""
        is_little = string[:2] == "\xff\xfe"
        if string[:2] in ("\xff\xfe", "\xfe\xff"):
            start = max(start, 2)
    length = min(length, max(0, len(string) - start))
    start -= start % 2
    length -= length % 2
    if length < 2 or len(string) - start < 2:
        return ""
    high = 1 if is_little else 0
    end = min(len(string), start + length)
    if "\xd8" <= string[end - 2 + high] <= "\xdb":
        end -= 2
    return string[start:end]


def _cut_by_lengths(string: str, start: int, length: int, lengths: Tuple[int, ...]) -> str:
    begin = _step_to(string, 0, start, lengths)
    if length >= len(string) - begin:
        return string[begin:]
    return string[begin : _step_to(string, begin, begin + length, lengths)]


def _step_to(string: str, index: int, target: int, lengths: Tuple[int, ...]) -> int:
    """The last beginning of a character at or before `target`."""
    width = 0
    while index < target:
        # The byte after the last one is a NUL.
        width = lengths[ord(string[index])] if index < len(string) else 1
        index += width
    return index - width if index > target else index


def _cut_text(string: str, start: int, length: int, encoding: Encoding) -> str:
    """Cut what has no lengths: as many characters as fit, written anew."""
    text = encoding.decode(string)
    skipped = len(encoding.decode(string[:start]).rstrip(BAD))
    rest = text[skipped:]
    if encoding.name.startswith("GB18030"):
        skipped = 0
        size = 0
        while skipped < len(text) and size + len(encode(encoding, text[skipped], Substitution())) <= start:
            size += len(encode(encoding, text[skipped], Substitution()))
            skipped += 1
        rest = text[skipped:]
    low, high = 0, len(rest)
    markers = substitution()
    while low < high:
        middle = (low + high + 1) // 2
        if len(encode(encoding, rest[:middle], markers)) <= length:
            low = middle
        else:
            high = middle - 1
    return encode(encoding, rest[:low], markers)


# ---------------------------------------------------------------- width


@lru_cache(maxsize=1)
def _wide_runs() -> Tuple[List[int], List[int]]:
    runs = read_runs(unicode.WIDE)
    return [first for first, _ in runs], [last for _, last in runs]


def _character_width(character: str) -> int:
    if character < _FIRST_WIDE:
        return 1
    firsts, lasts = _wide_runs()
    point = ord(character)
    index = bisect_right(firsts, point) - 1
    return 2 if index >= 0 and point <= lasts[index] else 1


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    width = 0
    for character in text:
        width += _character_width(character)
    return width


def _trim_to_width(string: str, text: str, start: int, width: int, marker: str, encoding: Encoding) -> str:
    rest = text[start:]
    if _fitting(rest, width) == len(rest):
        if BAD in rest:
            return encode(encoding, rest, substitution())
        return part_of(string, start, None, encoding) if start else string
    marker_width = _width(encoding.decode(marker))
    if width <= marker_width:
        return marker
    kept = _fitting(rest, width - marker_width)
    return encode(encoding, rest[:kept], substitution()) + marker


def _fitting(text: str, width: int) -> int:
    """How many characters of `text` fit in `width` columns."""
    for index, character in enumerate(text):
        width -= _character_width(character)
        if width < 0:
            return index
    return len(text)


def _trim(string: str, characters: Optional[str], encoding: Encoding, *, left: bool, right: bool) -> str:
    text = encoding.decode(string)
    trimmed = _SPACES if characters is None else encoding.decode(characters)
    if not trimmed:
        return string
    start = 0
    end = len(text)
    if left:
        while start < end and text[start] in trimmed:
            start += 1
    if right:
        while end > start and text[end - 1] in trimmed:
            end -= 1
    if start == 0 and end == len(text):
        return string
    return part_of(string, start, end - start, encoding)
