"""Strings: splitting into arrays and lines, and joining."""

from __future__ import annotations

from typing import List, Literal

from engine.builtin.declare import BadArgumentError, contextual, pure
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.values import INT_MAX, PhpString
from engine.stdlib.strings.characters import ASCII_LETTERS, CHARGE_THRESHOLD_BYTES, characters_of

# What an element of a list of strings costs beside its text.
_ELEMENT_BYTES = 16


@pure
def explode(separator: PhpString, string: PhpString, limit: int = INT_MAX) -> PhpArray:
    """Split a string by a string."""
    if not separator:
        raise BadArgumentError("separator", "must not be empty")
    if len(string) > CHARGE_THRESHOLD_BYTES:
        ctx.charge(len(string) + string.count(separator) * _ELEMENT_BYTES)
    if limit == INT_MAX:
        return PhpArray(string.split(separator))
    if limit > 1:
        return PhpArray(string.split(separator, limit - 1))
    if limit < 0:
        return PhpArray(string.split(separator)[:limit])
    return PhpArray([string])


@pure(aliases=("join",), text_before_last="separator")
def implode(separator: PhpArray | PhpString, array: PhpArray | None = None) -> PhpString:
    """Join array elements with a string."""
    if array is None:
        if not isinstance(separator, PhpArray):
            raise throw_error(
                "TypeError",
                f"{current_builtin_name()}(): If argument #1 ($separator) is of type string, argument #2 ($array) must "
                "be of type array, null given",
            )
        values = separator.values()
        separator = ""
    else:
        assert type(separator) is str
        values = array.values()
    try:
        # One look spares lists of other things the exception.
        text = separator.join(values) if not values or type(values[0]) is str else None
    except TypeError:
        text = None
    if text is None:
        text = separator.join([value if type(value) is str else to_string(value) for value in values])
    if len(text) > CHARGE_THRESHOLD_BYTES:
        ctx.charge(len(text))
    return text


@pure
def str_split(string: PhpString, length: int = 1) -> PhpArray:
    """Convert a string to an array."""
    if length <= 0:
        raise BadArgumentError("length", "must be greater than 0")
    size = len(string)
    if length >= size:
        return PhpArray([string] if string else [])
    if size > CHARGE_THRESHOLD_BYTES:
        ctx.charge(size + size // length * _ELEMENT_BYTES)
    if length == 1:
        return PhpArray(list(string))
    return PhpArray([string[start : start + length] for start in range(0, size, length)])


@pure
def chunk_split(string: PhpString, length: int = 76, separator: PhpString = "\r\n") -> PhpString:
    """Split a string into smaller chunks."""
    if length <= 0:
        raise BadArgumentError("length", "must be greater than 0")
    size = len(string)
    if length > size:
        return string + separator
    if size * len(separator) > CHARGE_THRESHOLD_BYTES:
        ctx.charge(size + (size // length + 1) * len(separator))
    return "".join([string[start : start + length] + separator for start in range(0, size, length)])


@pure
def str_word_count(string: PhpString, format: int = 0, characters: PhpString | None = None) -> PhpArray | int:
    """Return information about words used in a string."""
    if format not in (0, 1, 2):
        raise BadArgumentError("format", "must be a valid format value")
    words = _words(string, characters_of(characters or "")) if string else []
    if format == 0:
        return len(words)
    if format == 1:
        return PhpArray([string[start:end] for start, end in words])
    return PhpArray.from_items([(start, string[start:end]) for start, end in words])


@pure
def wordwrap(
    string: PhpString,
    width: int = 75,
    break_: PhpString = "\n",
    cut_long_words: bool = False,
) -> PhpString:
    """Wrap a string to a given number of characters."""
    if not string:
        return ""
    if not break_:
        raise BadArgumentError("break", "must not be empty")
    if width == 0 and cut_long_words:
        raise BadArgumentError("cut_long_words", "cannot be true when argument #2 ($width) is 0")
    if len(string) * len(break_) > CHARGE_THRESHOLD_BYTES:
        ctx.charge(len(string) + len(string) // max(1, width) * len(break_))
    return "".join(_wrapped(string, width, break_, cuts=cut_long_words))


@contextual
def strtok(string: PhpString, token: PhpString | None = None) -> PhpString | Literal[False]:
    """Tokenize string."""
    rest = ctx.state("strings.strtok", _Tokenizer)
    if token is None:
        token = string
    else:
        rest.string = string
        rest.position = 0
    text = rest.string
    if text is None:
        ctx.function_warning("Both arguments must be provided when starting tokenization")
        return False
    start = rest.position
    size = len(text)
    if start >= size:
        return False
    while text[start] in token:
        start += 1
        if start >= size:
            rest.string = None
            return False
    end = start + 1
    while end < size and text[end] not in token:
        end += 1
    rest.position = end + 1
    return text[start:end]


class _Tokenizer:
    """What strtok has left to read."""

    def __init__(self) -> None:
        self.string: str | None = None
        self.position = 0


def _words(string: str, extra: str) -> List[tuple[int, int]]:
    """Start and end of every word. An apostrophe or hyphen belongs to words, but not at the text's very ends."""
    position = 0
    end = len(string)
    if string[0] in "'-" and string[0] not in extra:
        position = 1
    if string[-1] == "-" and "-" not in extra:
        end -= 1
    members = ASCII_LETTERS + "'-" + extra
    words = []
    while position < end:
        start = position
        while position < end and string[position] in members:
            position += 1
        if position > start:
            words.append((start, position))
        position += 1
    return words


def _wrapped(string: str, width: int, break_: str, *, cuts: bool) -> List[str]:
    """The pieces of the wrapped text. `line` and `space` are where the line and its last space begin."""
    parts: List[str] = []
    size = len(string)
    break_size = len(break_)
    line = space = current = 0
    while current < size:
        character = string[current]
        if character == break_[0] and string.startswith(break_, current):
            parts.append(string[line : current + break_size])
            current += break_size - 1
            line = space = current + 1
        elif character == " ":
            if current - line >= width:
                parts.append(string[line:current])
                parts.append(break_)
                line = current + 1
            space = current
        elif current - line >= width:
            if cuts and line >= space:
                parts.append(string[line:current])
                parts.append(break_)
                line = space = current
            elif line < space:
                parts.append(string[line:space])
                parts.append(break_)
                line = space = space + 1
        current += 1
    parts.append(string[line:])
    return parts
