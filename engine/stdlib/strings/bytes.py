"""Strings: length, case, trimming, padding, single characters. Lengths and offsets count bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from engine.builtin.declare import BadArgumentError, PhpConst, pure
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.stdlib.strings.characters import (
    ASCII_LETTERS,
    CHARGE_THRESHOLD_BYTES,
    characters_of,
    lower,
    upper,
)

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

OTHER_EXTENSIONS = {"strlen": "Core"}

STR_PAD_LEFT: PhpConst[int] = 0
STR_PAD_RIGHT: PhpConst[int] = 1
STR_PAD_BOTH: PhpConst[int] = 2

_BLANKS = " \t\r\n\f\v"

_ROTATED_LETTERS = ASCII_LETTERS[13:26] + ASCII_LETTERS[:13] + ASCII_LETTERS[39:] + ASCII_LETTERS[26:39]
_ROT13 = bytes.maketrans(ASCII_LETTERS.encode(), _ROTATED_LETTERS.encode())


@pure
def strlen(string: PhpString) -> int:
    """Get string length."""
    return len(string)


# ---------------------------------------------------------------- case


@pure
def strtolower(string: PhpString) -> PhpString:
    """Make a string lowercase."""
    return string.lower() if string.isascii() else lower(string)


@pure
def strtoupper(string: PhpString) -> PhpString:
    """Make a string uppercase."""
    return string.upper() if string.isascii() else upper(string)


@pure
def ucfirst(string: PhpString) -> PhpString:
    """Make a string's first character uppercase."""
    return string[0].upper() + string[1:] if "a" <= string[:1] <= "z" else string


@pure
def lcfirst(string: PhpString) -> PhpString:
    """Make a string's first character lowercase."""
    return string[0].lower() + string[1:] if "A" <= string[:1] <= "Z" else string


@pure
def ucwords(string: PhpString, separators: PhpString = _BLANKS) -> PhpString:
    """Uppercase the first character of each word in a string."""
    if not string:
        return string
    between = characters_of(separators)
    # Most characters are above it, so that they need not be looked up.
    highest = " " if between == _BLANKS else max(between, default="")
    result: List[str] = []
    copied = 0
    starts_word = True
    for index, character in enumerate(string):
        if starts_word and "a" <= character <= "z":
            character = character.upper()
            result.append(string[copied:index])
            result.append(character)
            copied = index + 1
        # PHP looks the letter up as already written: ucwords('aaa', 'a') is 'AaA'.
        starts_word = character <= highest and character in between
    result.append(string[copied:])
    return "".join(result)


# ---------------------------------------------------------------- trimming and padding


@pure
def trim(string: PhpString, characters: PhpString = " \n\r\t\v\0") -> PhpString:
    """Strip whitespace (or other characters) from the beginning and end of a string."""
    return string.strip(characters if ".." not in characters else characters_of(characters))


@pure(aliases=("chop",))
def rtrim(string: PhpString, characters: PhpString = " \n\r\t\v\0") -> PhpString:
    """Strip whitespace (or other characters) from the end of a string."""
    return string.rstrip(characters if ".." not in characters else characters_of(characters))


@pure
def ltrim(string: PhpString, characters: PhpString = " \n\r\t\v\0") -> PhpString:
    """Strip whitespace (or other characters) from the beginning of a string."""
    return string.lstrip(characters if ".." not in characters else characters_of(characters))


@pure
def str_pad(string: PhpString, length: int, pad_string: PhpString = " ", pad_type: int = STR_PAD_RIGHT) -> PhpString:
    """Pad a string to a certain length with another string."""
    missing = length - len(string)
    if missing <= 0:
        return string
    if not pad_string:
        raise BadArgumentError("pad_string", "must not be empty")
    if missing > CHARGE_THRESHOLD_BYTES:
        ctx.charge(missing)
    if pad_type == STR_PAD_RIGHT:
        return string + _repeat_to(pad_string, missing)
    if pad_type == STR_PAD_LEFT:
        return _repeat_to(pad_string, missing) + string
    if pad_type == STR_PAD_BOTH:
        left = missing // 2
        return _repeat_to(pad_string, left) + string + _repeat_to(pad_string, missing - left)
    raise BadArgumentError("pad_type", "must be STR_PAD_LEFT, STR_PAD_RIGHT, or STR_PAD_BOTH")


@pure
def str_repeat(string: PhpString, times: int) -> PhpString:
    """Repeat a string."""
    if times < 0:
        raise BadArgumentError("times", "must be greater than or equal to 0")
    size = len(string) * times
    if size > CHARGE_THRESHOLD_BYTES:
        ctx.charge(size)
    return string * times if string else ""


# ---------------------------------------------------------------- parts and characters


@pure
def substr(string: PhpString, offset: int, length: int | None = None) -> PhpString:
    """Return part of a string."""
    size = len(string)
    if offset < 0:
        offset += size
        if offset < 0:  # noqa: PLR1730 - max() is a call in PHP's most called function.
            offset = 0
    elif offset > size:
        return ""
    if length is None:
        return string[offset:]
    if length >= 0:
        return string[offset : offset + length]
    end = size + length
    return string[offset:end] if end > offset else ""


@pure
def ord_(character: PhpString) -> int:
    """Convert the first byte of a string to a value between 0 and 255."""
    return ord(character[0]) if character else 0


@pure
def chr_(codepoint: int) -> PhpString:
    """Generate a single-byte string from a number."""
    return chr(codepoint & 255)


@pure
def strrev(string: PhpString) -> PhpString:
    """Reverse a string."""
    return string[::-1]


@pure
def str_rot13(string: PhpString) -> PhpString:
    """Perform the rot13 transform on a string."""
    return string.encode("latin-1").translate(_ROT13).decode("latin-1")


@pure
def count_chars(string: PhpString, mode: int = 0) -> PhpArray | PhpString:
    """Return information about characters used in a string."""
    if not 0 <= mode <= 4:
        raise BadArgumentError("mode", "must be between 0 and 4 (inclusive)")
    counts = [0] * 256
    for byte in string.encode("latin-1"):
        counts[byte] += 1
    if mode == 0:
        return PhpArray(counts)
    if mode == 1:
        return PhpArray.from_items([(byte, count) for byte, count in enumerate(counts) if count])
    if mode == 2:
        return PhpArray.from_items([(byte, 0) for byte, count in enumerate(counts) if not count])
    return "".join([chr(byte) for byte, count in enumerate(counts) if (count > 0) == (mode == 3)])


# ---------------------------------------------------------------- counting up and down


@pure
def str_increment(string: PhpString) -> PhpString:
    """Increment an alphanumeric string."""
    _check_alphanumeric(string)
    index = len(string) - 1
    tail = ""
    while index >= 0:
        last = string[index]
        if last not in "zZ9":
            return string[:index] + chr(ord(last) + 1) + tail
        tail = {"z": "a", "Z": "A", "9": "0"}[last] + tail
        index -= 1
    return ("1" if tail[0] == "0" else tail[0]) + tail


@pure
def str_decrement(string: PhpString) -> PhpString:
    """Decrement an alphanumeric string."""
    _check_alphanumeric(string)
    if string[0] == "0":
        raise BadArgumentError("string", f'"{string}" is out of decrement range')
    index = len(string) - 1
    tail = ""
    while index >= 0:
        last = string[index]
        if last not in "aA0":
            result = string[:index] + chr(ord(last) - 1) + tail
            return result[1:] if result[0] == "0" and len(result) > 1 else result
        tail = {"a": "z", "A": "Z", "0": "9"}[last] + tail
        index -= 1
    if len(string) == 1:
        raise BadArgumentError("string", f'"{string}" is out of decrement range')
    return tail[1:]


def _check_alphanumeric(string: str) -> None:
    if not string:
        raise BadArgumentError("string", "must not be empty")
    if not (string.isascii() and string.isalnum()):
        raise BadArgumentError("string", "must be composed only of alphanumeric ASCII characters")


def _repeat_to(pad: str, size: int) -> str:
    """`pad` again and again, cut at `size`."""
    if len(pad) == 1:
        return pad * size
    return (pad * (size // len(pad) + 1))[:size]
