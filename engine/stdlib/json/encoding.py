"""JSON: encoding and the last error. Decoding is in `json/decoding.py`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Dict, List, Literal, Optional, Set, Tuple

from engine.builtin.declare import PhpConst, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import is_resource, numeric_value
from engine.runtime.exceptions import throw_error
from engine.runtime.layouts import ordinary_values
from engine.runtime.objects import UNINITIALIZED, PhpObject, added_items, exported_items, stored
from engine.runtime.properties import realized
from engine.runtime.property_listing import visible_items
from engine.runtime.references import Ref
from engine.stdlib.variables.dumping import NESTING_LIMIT, float_text, storage_of

if TYPE_CHECKING:
    from engine.runtime.values import PhpString, Value

try:
    # PyPy's own, which is compiled.
    from _pypyjson import raw_encode_basestring_ascii as escape_quickly
except ImportError:
    escape_quickly = None

EXTENSION = "json"

JSON_HEX_TAG: PhpConst[int] = 1
JSON_HEX_AMP: PhpConst[int] = 2
JSON_HEX_APOS: PhpConst[int] = 4
JSON_HEX_QUOT: PhpConst[int] = 8
JSON_FORCE_OBJECT: PhpConst[int] = 16
JSON_NUMERIC_CHECK: PhpConst[int] = 32
JSON_UNESCAPED_SLASHES: PhpConst[int] = 64
JSON_PRETTY_PRINT: PhpConst[int] = 128
JSON_UNESCAPED_UNICODE: PhpConst[int] = 256
JSON_PARTIAL_OUTPUT_ON_ERROR: PhpConst[int] = 512
JSON_PRESERVE_ZERO_FRACTION: PhpConst[int] = 1024
JSON_UNESCAPED_LINE_TERMINATORS: PhpConst[int] = 2048
JSON_OBJECT_AS_ARRAY: PhpConst[int] = 1
JSON_BIGINT_AS_STRING: PhpConst[int] = 2
JSON_INVALID_UTF8_IGNORE: PhpConst[int] = 1 << 20
JSON_INVALID_UTF8_SUBSTITUTE: PhpConst[int] = 1 << 21
JSON_THROW_ON_ERROR: PhpConst[int] = 1 << 22
JSON_ERROR_NONE: PhpConst[int] = 0
JSON_ERROR_DEPTH: PhpConst[int] = 1
JSON_ERROR_STATE_MISMATCH: PhpConst[int] = 2
JSON_ERROR_CTRL_CHAR: PhpConst[int] = 3
JSON_ERROR_SYNTAX: PhpConst[int] = 4
JSON_ERROR_UTF8: PhpConst[int] = 5
JSON_ERROR_RECURSION: PhpConst[int] = 6
JSON_ERROR_INF_OR_NAN: PhpConst[int] = 7
JSON_ERROR_UNSUPPORTED_TYPE: PhpConst[int] = 8
JSON_ERROR_INVALID_PROPERTY_NAME: PhpConst[int] = 9
JSON_ERROR_UTF16: PhpConst[int] = 10
JSON_ERROR_NON_BACKED_ENUM: PhpConst[int] = 11

_MESSAGES = (
    "No error",
    "Maximum stack depth exceeded",
    "State mismatch (invalid or malformed JSON)",
    "Control character error, possibly incorrectly encoded",
    "Syntax error",
    "Malformed UTF-8 characters, possibly incorrectly encoded",
    "Recursion detected",
    "Inf and NaN cannot be JSON encoded",
    "Type is not supported",
    "The decoded property name is invalid",
    "Single unpaired UTF-16 surrogate in unicode escape",
    "Non-backed enums have no default serialization",
)
_KEPT_NAMES = 256
_KEPT_LENGTH = 64
_KEPT_FLAGS = 16
_INDENTATION = "    "
_SHORT_ESCAPES = {"\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\", "/": "\\/"}
# What no flag leaves as it is; "/" and what the flags add are searched for where a string has them.
_SPECIAL = re.compile(r"[\x00-\x1f\"\\/<>&'\x80-\xff]")
_CONTROL = re.compile(r"[\x00-\x1f]")
_CHARGED_PIECES = 65536


class JsonState:
    """What json_last_error() tells, and the literals of the names that objects have had lately, by the flags."""

    def __init__(self) -> None:
        self.error = JSON_ERROR_NONE
        self.names: Dict[int, Dict[str, str]] = {}


@contextual
def json_encode(value: Value, flags: int = 0, depth: int = 512) -> PhpString | Literal[False]:
    """Return the JSON representation of a value."""
    encoder = _Encoder(flags, depth)
    encoder.encode(value)
    error = encoder.error
    is_partial = bool(flags & JSON_PARTIAL_OUTPUT_ON_ERROR)
    if flags & JSON_THROW_ON_ERROR and not is_partial:
        if error:
            raise json_exception(error)
    else:
        ctx.state("json", JsonState).error = error
        if error and not is_partial:
            return False
    return "".join(encoder.pieces)


@contextual
def json_last_error() -> int:
    """Return the last error occurred."""
    return ctx.state("json", JsonState).error


@contextual
def json_last_error_msg() -> PhpString:
    """Return the error string of the last json_encode(), json_decode(), or json_validate() call."""
    return _MESSAGES[ctx.state("json", JsonState).error]


def json_exception(error: int) -> Exception:
    """The JsonException for an error code."""
    return throw_error("JsonException", _MESSAGES[error], error)


class _Encoder:
    """One walk. A method that fails says so by False; unless output may be partial, that ends the walk."""

    def __init__(self, flags: int, depth_limit: int) -> None:
        self.pieces: List[str] = []
        self.error = JSON_ERROR_NONE
        self._flags = flags
        self._depth = 0
        self._depth_limit = depth_limit
        self._is_partial = bool(flags & JSON_PARTIAL_OUTPUT_ON_ERROR)
        self._is_pretty = bool(flags & JSON_PRETTY_PRINT)
        self._escapes = _escapes(flags)
        # The storages and objects on the way here. An array can be within itself only through a reference or an object,
        # so that only what comes from there is looked up.
        self._path: List[Any] = []
        # A nested json_encode() within jsonSerialize() must know which objects are being asked.
        self._asked: Set[int] = ctx.state("json.asked", set)
        kept = ctx.state("json", JsonState).names
        names = kept.get(flags)
        if names is None:
            if len(kept) >= _KEPT_FLAGS:
                kept.clear()
            names = kept[flags] = {}
        self._names: Dict[str, str] = names
        self._charged = _CHARGED_PIECES

    def encode(self, value: Any) -> bool:
        """Add a value."""
        if type(value) is Ref:
            value = value.get()
            if type(value) is PhpArray:
                return self._encode_array(value, may_recur=True)
        if type(value) is str:
            text = self._string(value, self._flags & JSON_NUMERIC_CHECK)
            if text is None:
                return self._fail(JSON_ERROR_UTF8)
            self.pieces.append(text)
        elif type(value) is int:
            self.pieces.append(str(value))
        elif value is None:
            self.pieces.append("null")
        elif type(value) is bool:
            self.pieces.append("true" if value else "false")
        elif type(value) is PhpArray:
            return self._encode_array(value)
        elif type(value) is float:
            if value - value == 0.0:
                self.pieces.append(self._float(value))
            else:
                self.error = JSON_ERROR_INF_OR_NAN
                self.pieces.append("0")
        elif is_resource(value):
            return self._fail(JSON_ERROR_UNSUPPORTED_TYPE)
        else:
            return self._encode_object(value)
        return True

    def _fail(self, error: int) -> bool:
        self.error = error
        if self._is_partial:
            self.pieces.append("null")
        return False

    # ------------------------------------------------------------ arrays and objects

    def _encode_array(self, array: PhpArray, *, may_recur: bool = False) -> bool:
        storage = storage_of(array)
        if self._flags & JSON_FORCE_OBJECT or not array.is_list():
            return self._encode_items(array.raw_items(), storage, may_recur=may_recur)
        if not self._enter(storage, may_recur=may_recur):
            return False
        pieces = self.pieces
        pieces.append("[")
        separator = self._separator()
        is_first = True
        for item in array.values() if array.r is None else [item for _key, item in array.raw_items()]:
            if not is_first:
                pieces.append(separator)
            elif self._is_pretty:
                pieces.append(separator[1:])
            is_first = False
            if not self.encode(item) and not self._is_partial:
                return False
        return self._leave("]", is_empty=is_first)

    def _encode_items(self, items: List[Tuple[Any, Any]], owner: Any, *, may_recur: bool) -> bool:
        if not self._enter(owner, may_recur=may_recur):
            return False
        is_object = isinstance(owner, PhpObject)
        pieces = self.pieces
        pieces.append("{")
        separator = self._separator()
        names = self._names
        is_first = True
        for key, item in items:
            if not is_first:
                pieces.append(separator)
            elif self._is_pretty:
                pieces.append(separator[1:])
            is_first = False
            pieces.append(names.get(key) or self._name(key))
            if is_object and type(item) is PhpArray:
                succeeded = self._encode_array(item, may_recur=True)
            else:
                succeeded = self.encode(item)
            if not succeeded and not self._is_partial:
                return False
        return self._leave("}", is_empty=is_first)

    def _name(self, key: Any) -> str:
        """The literal for a key, and the colon; the same few come again and again."""
        colon = ": " if self._is_pretty else ":"
        if type(key) is int:
            return '"' + str(key) + '"' + colon
        name = self._string(key, 0)
        if name is None:
            self.error = JSON_ERROR_UTF8
            return '""' + colon
        if len(self._names) < _KEPT_NAMES and len(key) <= _KEPT_LENGTH:
            self._names[key] = name + colon
        return name + colon

    def _separator(self) -> str:
        return ",\n" + _INDENTATION * self._depth if self._is_pretty else ","

    def _enter(self, owner: Any, *, may_recur: bool) -> bool:
        if may_recur:
            for above in self._path:
                if above is owner:
                    self.error = JSON_ERROR_RECURSION
                    self.pieces.append("null")
                    return False
        if self._depth >= NESTING_LIMIT:
            return self._fail(JSON_ERROR_DEPTH)
        self._path.append(owner)
        self._depth += 1
        return True

    def _leave(self, closing: str, *, is_empty: bool) -> bool:
        self._path.pop()
        if self._depth > self._depth_limit:
            self.error = JSON_ERROR_DEPTH
            if not self._is_partial:
                return False
        self._depth -= 1
        if self._is_pretty and not is_empty:
            closing = "\n" + _INDENTATION * self._depth + closing
        self.pieces.append(closing)
        if len(self.pieces) > self._charged:
            ctx.charge(64 * len(self.pieces))
            self._charged = 2 * len(self.pieces)
        return True

    def _encode_object(self, value: Any) -> bool:
        owner = value.php_class
        if "jsonserializable" in owner.ancestors:
            return self._encode_serializable(value)
        if owner.kind == "enum":
            if owner.backing_type is None:
                self.error = JSON_ERROR_NON_BACKED_ENUM
                self.pieces.append("0")
                return False
            return self.encode(value.p_value)
        return self._encode_items(_public_items(value), value, may_recur=True)

    def _encode_serializable(self, value: Any) -> bool:
        if id(value) in self._asked:
            return self._fail(JSON_ERROR_RECURSION)
        self._asked.add(id(value))
        try:
            result = value.php_class.methods["jsonserialize"].function(value)
            if result is not value:
                return self.encode(result)
        finally:
            self._asked.discard(id(value))
        return self._encode_items(_public_items(value), value, may_recur=True)

    # ------------------------------------------------------------ scalars

    def _float(self, number: float) -> str:
        text = float_text(number).replace("E", "e")
        return text + ".0" if self._flags & JSON_PRESERVE_ZERO_FRACTION and "." not in text else text

    def _string(self, text: str, is_numeric_checked: int) -> Optional[str]:
        """The literal for `text`; None if it is not UTF-8."""
        if is_numeric_checked and text:
            number = numeric_value(text)
            if type(number) is int:
                return str(number)
            if type(number) is float and number - number == 0.0:
                return self._float(number)
        escapes = self._escapes
        if escape_quickly is None or not (escapes.is_quick or (escapes.is_plain and text.isascii())):
            if not _SPECIAL.search(text):
                return '"' + text + '"'
        elif "\x7f" not in text:
            if not text.isascii():
                try:
                    decoded = text.encode("latin-1").decode("utf-8")
                except UnicodeDecodeError:
                    decoded = None
                if decoded is None:
                    return self._escaped(text)
                text = decoded
            text = escape_quickly(text)
            if "/" in text and not self._flags & JSON_UNESCAPED_SLASHES:
                text = text.replace("/", "\\/")
            return '"' + text + '"'
        return self._escaped(text)

    def _escaped(self, text: str) -> Optional[str]:
        """The literal for `text`, in which there may be something to escape."""
        escapes = self._escapes
        is_ascii = text.isascii()
        if (
            escapes.is_plain
            and (is_ascii or (escapes.keeps_unicode and "\xe2\x80" not in text and is_utf8(text)))
            and not _CONTROL.search(text)
        ):
            # 4 times faster on PyPy than a substitution that calls back.
            if "\\" in text:
                text = text.replace("\\", "\\\\")
            if '"' in text:
                text = text.replace('"', '\\"')
            if "/" in text and not self._flags & JSON_UNESCAPED_SLASHES:
                text = text.replace("/", "\\/")
            return '"' + text + '"'
        if is_ascii:
            pattern = escapes.pattern
        else:
            try:
                text = text.encode("latin-1").decode("utf-8")
            except UnicodeDecodeError:
                if self._flags & JSON_INVALID_UTF8_IGNORE:
                    text = repair_utf8(text, "")
                elif self._flags & JSON_INVALID_UTF8_SUBSTITUTE:
                    text = repair_utf8(text, "\ufffd")
                else:
                    return None
            pattern = escapes.unicode_pattern
        text = pattern.sub(escapes.replace, text)
        if not text.isascii():
            text = text.encode("utf-8").decode("latin-1")
        return f'"{text}"'


def _public_items(value: PhpObject) -> List[Tuple[Any, Any]]:
    value = realized(value)
    owner = value.php_class
    storage = value.__dict__
    if not owner.slots and "_refs" not in storage and owner.name == "stdClass":
        return [(attribute[2:], stored(item)) for attribute, item in added_items(storage)]
    values = ordinary_values(value)
    if values is not None:
        names, is_public = owner.layout.names, owner.layout.public
        return [(names[number], item) for number, item in enumerate(values) if is_public[number]]
    for info in owner.slots:
        if info.get_hook is not None or info.is_virtual:
            return [(name, item) for name, item, _info in visible_items(value, None)]
    return [
        (name, item)
        for name, visibility, _declaring, item in exported_items(value)
        if visibility == "public" and item is not UNINITIALIZED
    ]


class _Escapes:
    """What to replace in strings, and by what, under some flags."""

    def __init__(self, flags: int) -> None:
        table: Dict[str, str] = dict(_SHORT_ESCAPES)
        for code in range(0x20):
            table.setdefault(chr(code), f"\\u{code:04x}")
        if flags & JSON_UNESCAPED_SLASHES:
            del table["/"]
        if flags & JSON_HEX_TAG:
            table["<"], table[">"] = "\\u003C", "\\u003E"
        if flags & JSON_HEX_AMP:
            table["&"] = "\\u0026"
        if flags & JSON_HEX_APOS:
            table["'"] = "\\u0027"
        if flags & JSON_HEX_QUOT:
            table['"'] = "\\u0022"
        # Whether Python escapes the same, but for slashes.
        self.is_quick = not flags & ~JSON_UNESCAPED_SLASHES
        self.keeps_unicode = bool(flags & JSON_UNESCAPED_UNICODE)
        self.is_plain = not flags & (JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_HEX_QUOT)
        characters = "".join([re.escape(character) for character in table])
        if not flags & JSON_UNESCAPED_UNICODE:
            beyond_ascii = "\x80-\U0010ffff"
        elif flags & JSON_UNESCAPED_LINE_TERMINATORS:
            beyond_ascii = ""
        else:
            beyond_ascii = "\u2028\u2029"
        self.pattern = re.compile(f"[{characters}]")
        self.unicode_pattern = re.compile(f"[{characters}{beyond_ascii}]")
        self._table = table

    def replace(self, match: Any) -> str:
        """The escape for a matched character."""
        character = match.group()
        escape = self._table.get(character)
        if escape is not None:
            return escape
        code = ord(character)
        if code < 0x10000:
            return f"\\u{code:04x}"
        code -= 0x10000
        return f"\\u{0xD800 | code >> 10:04x}\\u{0xDC00 | code & 0x3FF:04x}"


_ESCAPE_FLAGS = (
    JSON_HEX_TAG
    | JSON_HEX_AMP
    | JSON_HEX_APOS
    | JSON_HEX_QUOT
    | JSON_UNESCAPED_SLASHES
    | JSON_UNESCAPED_UNICODE
    | JSON_UNESCAPED_LINE_TERMINATORS
)


def _escapes(flags: int) -> _Escapes:
    known: Dict[int, _Escapes] = ctx.state("json.escapes", dict)
    flags &= _ESCAPE_FLAGS
    escapes = known.get(flags)
    if escapes is None:
        escapes = known[flags] = _Escapes(flags)
    return escapes


def is_utf8(text: str) -> bool:
    """Whether the bytes of `text` are UTF-8."""
    try:
        text.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def repair_utf8(text: str, replacement: str) -> str:
    """`text`, bytes, as Unicode, with `replacement` for each piece that is not UTF-8, divided as PHP does."""
    pieces: List[str] = []
    data = text.encode("latin-1")
    begin = position = 0
    while position < len(data):
        size = _sequence_size(data, position)
        if size > 0:
            position += size
            continue
        pieces.append(data[begin:position].decode("utf-8"))
        pieces.append(replacement)
        position -= size
        begin = position
    pieces.append(data[begin:].decode("utf-8"))
    return "".join(pieces)


def _sequence_size(data: bytes, position: int) -> int:
    """The length of the UTF-8 sequence at `position`, or of what PHP skips there, negative."""
    lead = data[position]
    if lead < 0x80:
        return 1
    wanted = 2 if 0xC2 <= lead < 0xE0 else 3 if 0xE0 <= lead < 0xF0 else 4 if 0xF0 <= lead < 0xF5 else 0
    if not wanted:
        return -1
    rest = data[position + 1 : position + wanted]
    if len(rest) == wanted - 1 and all([0x80 <= byte < 0xC0 for byte in rest]):
        try:
            data[position : position + wanted].decode("utf-8")
        except UnicodeDecodeError:
            return -wanted
        return wanted
    if wanted == 2:
        return -1 if not rest or _is_lead(rest[0]) else -2
    for number, byte in enumerate(rest):
        if _is_lead(byte):
            return -1 - number
    return -1 - len(rest)


def _is_lead(byte: int) -> bool:
    return byte < 0x80 or 0xC2 <= byte <= 0xF4
