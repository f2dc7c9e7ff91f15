"""The values PDO gives to what Postgres sends as text, and back."""

from __future__ import annotations

from typing import Any, List, Optional

from engine.runtime.context import ctx
from engine.runtime.conversions import to_bool, to_int, to_string
from engine.runtime.streams import Stream, memory_node

BOOL, BYTEA, INT8, INT2, INT4, TEXT, OID = 16, 17, 20, 21, 23, 25, 26
FLOAT4, FLOAT8, VARCHAR, DATE, TIMESTAMP = 700, 701, 1043, 1082, 1114
_INTEGERS = frozenset({INT8, INT2, INT4, OID})
_FLOATS = frozenset({FLOAT4, FLOAT8})
_SPECIAL_FLOATS = {"Infinity": float("inf"), "-Infinity": float("-inf"), "NaN": float("nan")}

PARAM_NULL, PARAM_INT, PARAM_STR, PARAM_LOB, PARAM_BOOL = 0, 1, 2, 3, 5
# Flags above the type itself: input and output, national and plain characters.
PARAM_TYPE_MASK = 0xFFFF

NULL_EMPTY_STRING, NULL_TO_STRING = 1, 2


def from_text(text: Optional[str], type_: int) -> Any:
    """The PHP value of a column's text."""
    if text is None:
        return None
    if type_ in _INTEGERS:
        return int(text)
    if type_ == BOOL:
        return text == "t"
    if type_ in _FLOATS:
        special = _SPECIAL_FLOATS.get(text)
        return float(text) if special is None else special
    if type_ == BYTEA:
        return Stream(memory_node(unescape_bytea(text)), "rb", "php://memory", ("PHP", "MEMORY"))
    return text


def unescape_bytea(text: str) -> str:
    """The bytes of a `bytea` column, in either of its formats."""
    if text.startswith("\\x"):
        return bytes.fromhex(text[2:]).decode("latin-1")
    pieces: List[str] = []
    at = 0
    while at < len(text):
        if text[at] != "\\":
            pieces.append(text[at])
            at += 1
        elif text[at + 1 : at + 2] == "\\":
            pieces.append("\\")
            at += 2
        elif text[at + 1 : at + 4].isdigit():
            pieces.append(chr(int(text[at + 1 : at + 4], 8)))
            at += 4
        else:
            at += 1
    return "".join(pieces)


def escape_bytea(text: str) -> str:
    """Bytes as a `bytea` literal has them between its quotes."""
    return "\\x" + text.encode("latin-1").hex()


def converted(value: Any, wanted: Optional[int]) -> Any:
    """A fetched value as a bound column wants it."""
    if wanted is None or value is None:
        return value
    if wanted == PARAM_INT:
        return to_int(value)
    if wanted == PARAM_BOOL:
        return to_bool(value)
    if wanted == PARAM_STR:
        return as_text(value)
    if wanted == PARAM_LOB and type(value) is str:
        return Stream(memory_node(value), "rb", "php://memory", ("PHP", "MEMORY"))
    return None if wanted == PARAM_NULL else value


def as_text(value: Any) -> str:
    """A fetched value as text: false is 0, as databases without booleans have it, and a stream what is in it."""
    if value is False:
        return "0"
    if isinstance(value, Stream):
        return stream_text(value)
    return to_string(value)


def stream_text(stream: Stream) -> str:
    """What is still to be read from a stream."""
    return stream.read(ctx.memory_left)


def parameter_text(value: Any) -> Optional[str]:
    """A bound value as the server gets it."""
    if value is None:
        return None
    if value is True or value is False:
        return "t" if value else "f"
    return to_string(value)


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"
