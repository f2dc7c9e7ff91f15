"""JSON: decoding. The scanner follows PHP's grammar and reports its errors, which Python's own `json` does not."""

from __future__ import annotations

import re
from typing import Any, Dict, List, Tuple

from engine.builtin.declare import BadArgumentError, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.objects import add_properties, make_std_class, note_added
from engine.runtime.values import INT_MAX, INT_MIN, PhpString, Value, canonical_int
from engine.stdlib.json.encoding import (
    JSON_BIGINT_AS_STRING,
    JSON_ERROR_CTRL_CHAR,
    JSON_ERROR_DEPTH,
    JSON_ERROR_INVALID_PROPERTY_NAME,
    JSON_ERROR_NONE,
    JSON_ERROR_STATE_MISMATCH,
    JSON_ERROR_SYNTAX,
    JSON_ERROR_UTF8,
    JSON_ERROR_UTF16,
    JSON_INVALID_UTF8_IGNORE,
    JSON_INVALID_UTF8_SUBSTITUTE,
    JSON_OBJECT_AS_ARRAY,
    JSON_THROW_ON_ERROR,
    JsonState,
    is_utf8,
    json_exception,
)
from engine.stdlib.variables.dumping import NESTING_LIMIT

try:
    # PyPy's own parser, which is compiled: 2 to 3 times as fast as the one here, 10 on the first call.
    from _pypyjson import loads as parse_quickly
except ImportError:
    parse_quickly = None

EXTENSION = "json"

_DEPTH_MAX = 0x7FFFFFFF
# Shorter texts are as quickly read here.
_QUICK_SIZE = 32
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_CONTROL = re.compile(r"[\x00-\x1f]")
# A run of a string, up to what needs a closer look: a quote, a backslash, a control character, the end.
_RUN = re.compile(r'[^"\\\x00-\x1f]*')
_ASCII_RUN = re.compile(r'[^"\\\x00-\x1f\x80-\xff]*')
_SPACE = re.compile(r"(?:[ \t\r]|\r?\n)*")
_SEQUENCE = re.compile(
    "[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    "|[\xee-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_UNICODE_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_LOW_SURROGATE = re.compile(r"\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_UNUSUAL = JSON_INVALID_UTF8_IGNORE | JSON_INVALID_UTF8_SUBSTITUTE
_REPLACEMENT = "\xef\xbf\xbd"


@contextual
def json_decode(json: PhpString, associative: bool | None = None, depth: int = 512, flags: int = 0) -> Value:
    """Decode a JSON string."""
    is_thrown = bool(flags & JSON_THROW_ON_ERROR)
    state = ctx.state("json", JsonState)
    if not is_thrown:
        state.error = JSON_ERROR_NONE
    if json:
        _check_depth(depth)
    if associative is not None:
        flags = flags | JSON_OBJECT_AS_ARRAY if associative else flags & ~JSON_OBJECT_AS_ARRAY
    try:
        value: Value = _decode(json, flags, depth)
    except _JsonError as error:
        if is_thrown:
            raise json_exception(error.code) from None
        state.error = error.code
        return None
    return value


@contextual
def json_validate(json: PhpString, depth: int = 512, flags: int = 0) -> bool:
    """Check if a string contains valid JSON."""
    if flags not in (0, JSON_INVALID_UTF8_IGNORE):
        raise BadArgumentError("flags", "must be a valid flag (allowed flags: JSON_INVALID_UTF8_IGNORE)")
    state = ctx.state("json", JsonState)
    state.error = JSON_ERROR_NONE
    if json:
        _check_depth(depth)
    try:
        _Decoder(json, flags | JSON_OBJECT_AS_ARRAY, depth).decode()
    except _JsonError as error:
        state.error = error.code
        return False
    return True


def _decode(text: str, flags: int, depth: int) -> Any:
    """The value of `text`. What is unusual in any way, errors first, is left to `_Decoder`."""
    if parse_quickly is not None and len(text) >= _QUICK_SIZE and not flags & _UNUSUAL:
        try:
            has_escapes = "\\u" in text
            decoded = text if text.isascii() else text.encode("latin-1").decode("utf-8")
            # Python takes these two for numbers.
            if "NaN" not in text and "Infinity" not in text:
                converter = _Converter(flags, min(depth, NESTING_LIMIT), has_escapes=has_escapes)
                return converter.convert(parse_quickly(decoded if has_escapes else text))
        except (ValueError, RecursionError, _UnusualError):
            pass
    return _Decoder(text, flags, depth).decode()


class _UnusualError(Exception):
    """Something that `_Decoder` has to decide about."""


class _Converter:
    """What Python's parser found, as PHP's values."""

    def __init__(self, flags: int, depth_limit: int, *, has_escapes: bool) -> None:
        self._as_array = bool(flags & JSON_OBJECT_AS_ARRAY)
        self._depth = 0
        self._depth_limit = depth_limit
        # Then the text was parsed as Unicode.
        self._has_escapes = has_escapes

    def convert(self, value: Any) -> Any:
        """The PHP value."""
        kind = type(value)
        if kind is str:
            return self._string(value) if self._has_escapes else value
        if kind is list:
            return self._list(value)
        if kind is dict:
            return self._dict(value)
        if kind is int and not INT_MIN <= value <= INT_MAX:
            raise _UnusualError
        return value

    def _string(self, value: str) -> str:
        # An unpaired surrogate raises a UnicodeEncodeError, which is a ValueError.
        return value if value.isascii() else value.encode("utf-8").decode("latin-1")

    def _descend(self) -> None:
        self._depth += 1
        if self._depth >= self._depth_limit:
            raise _UnusualError

    def _list(self, values: List[Any]) -> PhpArray:
        self._descend()
        items = [self.convert(value) for value in values]
        self._depth -= 1
        return PhpArray(items)

    def _dict(self, values: Dict[str, Any]) -> Any:
        self._descend()
        items: Dict[str, Any] = {}
        made: Any = None
        has_escapes = self._has_escapes
        is_named = True
        for key, value in values.items():
            if has_escapes and not key.isascii():
                key = self._string(key)
            if key < ":" and is_named:
                if key[:1] == "\0":
                    raise _UnusualError
                is_named = canonical_int(key) is None
            item = value if type(value) is str and not has_escapes else self.convert(value)
            if self._as_array:
                items[key] = item
                continue
            if made is None:
                # As in `_Decoder._object`.
                made = make_std_class()
            storage = made.__dict__
            attribute = "p_" + key
            if attribute not in storage:
                note_added(storage, attribute)
            storage[attribute] = item
        self._depth -= 1
        if not self._as_array:
            return make_std_class() if made is None else made
        return PhpArray.from_strings(items) if is_named else PhpArray.from_items(items.items())


def _check_depth(depth: int) -> None:
    if depth <= 0:
        raise BadArgumentError("depth", "must be greater than 0")
    if depth > _DEPTH_MAX:
        raise BadArgumentError("depth", f"must be less than {_DEPTH_MAX}")


class _JsonError(Exception):
    """The text is not JSON; `code` is PHP's."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class _Decoder:
    """One walk through a text, at whose end stands a NUL."""

    def __init__(self, text: str, flags: int, depth_limit: int) -> None:
        self._text = text + "\0"
        self._size = len(text)
        self._flags = flags
        self._depth = 0
        self._depth_limit = min(depth_limit, NESTING_LIMIT)
        self._as_array = bool(flags & JSON_OBJECT_AS_ARRAY)
        self._position = 0
        is_valid = text.isascii() or is_utf8(text)
        self._run = _RUN if is_valid else _ASCII_RUN
        # What makes a string not simply the text up to the next quote.
        self._needs_look = not is_valid
        self._has_escapes = "\\" in text
        self._has_controls = _CONTROL.search(text) is not None

    def decode(self) -> Any:
        """The value, and nothing behind it."""
        value = self._value(self._next())
        if self._position <= self._size:
            character = self._next()
            if character != "\0" or self._position <= self._size:
                raise self._unexpected(character)
        return value

    def _next(self) -> str:
        """The next character that is not white space; the position is behind it."""
        text = self._text
        position = self._position
        character = text[position]
        if character in " \t\r\n":
            position = _SPACE.match(text, position).end()  # type: ignore[union-attr]
            character = text[position]
        self._position = position + 1
        return character

    def _unexpected(self, character: str) -> _JsonError:
        """The error for a token that may not stand here: the scanner's own, if it is none at all."""
        position = self._position - 1
        if position >= self._size:
            return _JsonError(JSON_ERROR_SYNTAX)
        if character < " ":
            return _JsonError(JSON_ERROR_CTRL_CHAR)
        if character >= "\x80":
            is_character = _SEQUENCE.match(self._text, position) is not None
            return _JsonError(JSON_ERROR_SYNTAX if is_character else JSON_ERROR_UTF8)
        if character == '"':
            self._string()
        return _JsonError(JSON_ERROR_SYNTAX)

    def _value(self, character: str) -> Any:
        if character == '"':
            return self._string()
        if character == "{":
            return self._object()
        if character == "[":
            return self._array()
        if character == "-" or "0" <= character <= "9":
            return self._number()
        word = {"t": "true", "f": "false", "n": "null"}.get(character)
        if word is not None and self._text.startswith(word, self._position - 1):
            self._position += len(word) - 1
            return None if character == "n" else character == "t"
        raise self._unexpected(character)

    def _number(self) -> Any:
        match = _NUMBER.match(self._text, self._position - 1)
        if match is None:
            raise _JsonError(JSON_ERROR_SYNTAX)
        self._position = match.end()
        digits = match.group()
        if match.group(1) is None and match.group(2) is None:
            # Python is slow on very long numbers; 20 characters are beyond any int of ours.
            number = int(digits) if len(digits) <= 20 else INT_MAX + 1
            if INT_MIN <= number <= INT_MAX:
                return number
            if self._flags & JSON_BIGINT_AS_STRING:
                return digits
        return float(digits)

    def _descend(self) -> None:
        self._depth += 1
        if self._depth >= self._depth_limit:
            raise _JsonError(JSON_ERROR_DEPTH)

    def _array(self) -> PhpArray:
        self._descend()
        items: List[Any] = []
        character = self._next()
        if character not in "]}" or self._position > self._size:
            items.append(self._value(character))
            character = self._next()
            while character == ",":
                items.append(self._value(self._next()))
                character = self._next()
        if character != "]":
            raise _JsonError(JSON_ERROR_STATE_MISMATCH) if character == "}" else self._unexpected(character)
        self._depth -= 1
        return PhpArray(items)

    def _object(self) -> Any:
        self._descend()
        items: Dict[str, Any] = {}
        made: Any = None
        character = self._next()
        if character not in "]}" or self._position > self._size:
            self._member(items, character)
            # PHP makes an object once it has read the first value; the number of the object shows that.
            made = None if self._as_array else make_std_class()
            character = self._next()
            while character == ",":
                self._member(items, self._next())
                character = self._next()
        if character != "}":
            raise _JsonError(JSON_ERROR_STATE_MISMATCH) if character == "]" else self._unexpected(character)
        self._depth -= 1
        if self._as_array:
            return _array_of(items)
        if made is None:
            return make_std_class()
        add_properties(made, items)
        return made

    def _member(self, items: Dict[str, Any], character: str) -> None:
        if character != '"':
            raise self._unexpected_token(character)
        key = self._string()
        character = self._next()
        if character != ":":
            raise self._unexpected_token(character)
        items[key] = self._value(self._next())
        if key[:1] == "\0" and not self._as_array:
            raise _JsonError(JSON_ERROR_INVALID_PROPERTY_NAME)

    def _unexpected_token(self, character: str) -> _JsonError:
        return _JsonError(JSON_ERROR_SYNTAX) if character in "{}[],:" else self._unexpected(character)

    # ------------------------------------------------------------ strings

    def _string(self) -> str:
        """The string whose opening quote is behind the position."""
        text = self._text
        begin = self._position
        end = text.find('"', begin)
        if end >= 0 and not self._needs_look:
            piece = text[begin:end]
            has_escape = self._has_escapes and "\\" in piece
            if not has_escape and not (self._has_controls and _CONTROL.search(piece)):
                self._position = end + 1
                return piece
        end = self._run.match(text, begin).end()  # type: ignore[union-attr]
        pieces: List[str] = []
        while True:
            pieces.append(text[begin:end])
            character = text[end]
            if character == '"':
                self._position = end + 1
                return "".join(pieces)
            if character == "\\":
                piece, begin = self._escape(end)
            elif character >= "\x80":
                piece, begin = self._high_character(end)
            else:
                raise _JsonError(JSON_ERROR_CTRL_CHAR)
            pieces.append(piece)
            end = self._run.match(text, begin).end()  # type: ignore[union-attr]

    def _escape(self, position: int) -> Tuple[str, int]:
        """What the escape at `position` stands for, and where it ends."""
        text = self._text
        simple = _ESCAPES.get(text[position + 1])
        if simple is not None:
            return simple, position + 2
        match = _UNICODE_ESCAPE.match(text, position)
        if match is None:
            raise _JsonError(JSON_ERROR_SYNTAX)
        code = int(match.group(1), 16)
        end = match.end()
        if 0xD800 <= code < 0xE000:
            low = _LOW_SURROGATE.match(text, end) if code < 0xDC00 else None
            if low is None:
                raise _JsonError(JSON_ERROR_UTF16)
            code = 0x10000 + ((code & 0x3FF) << 10) + (int(low.group(1), 16) & 0x3FF)
            end = low.end()
        return (chr(code) if code < 0x80 else chr(code).encode("utf-8").decode("latin-1")), end

    def _high_character(self, position: int) -> Tuple[str, int]:
        """The character at `position` of a text that is not UTF-8 throughout."""
        match = _SEQUENCE.match(self._text, position)
        if match is not None:
            return match.group(), match.end()
        if self._flags & JSON_INVALID_UTF8_SUBSTITUTE:
            return _REPLACEMENT, position + 1
        if self._flags & JSON_INVALID_UTF8_IGNORE:
            return "", position + 1
        raise _JsonError(JSON_ERROR_UTF8)


def _array_of(items: Dict[str, Any]) -> PhpArray:
    for key in items:
        if key and key[0] <= "9" and canonical_int(key) is not None:
            return PhpArray.from_items(items.items())
    return PhpArray.from_strings(items)
