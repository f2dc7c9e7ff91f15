"""What a Postgres server answers to one statement, read from its messages into a result as libpq would hold it."""

from __future__ import annotations

import struct
from typing import Dict, List, NamedTuple, Optional

from engine.runtime.context import ctx

COMMAND_OK = 1
TUPLES_OK = 2
EMPTY_QUERY = 0
FATAL_ERROR = 7

_LENGTH = struct.Struct(">I")
_FIELD = struct.Struct(">IhIhih")
_NULL = 0xFFFFFFFF
# What a value costs beside its bytes.
_VALUE_BYTES = 40


class Column(NamedTuple):
    """A column of a result, as RowDescription tells it."""

    name: str
    table: int
    number: int
    type: int
    size: int
    modifier: int


class Result:
    """One result: rows, a command's tag, or an error."""

    def __init__(self) -> None:
        self.status = EMPTY_QUERY
        self.columns: List[Column] = []
        self.rows: List[List[Optional[str]]] = []
        self.tag = ""
        # What a COPY to the client sent, line by line; None where there was none.
        self.copied: Optional[List[str]] = None
        self.error: Dict[str, str] = {}
        # Whether the error came before the statement was understood: only then has its position a text to point into.
        self.is_parsed = False

    @property
    def affected(self) -> int:
        """How many rows the command touched: the last number of its tag."""
        word = self.tag.rpartition(" ")[2]
        return int(word) if word.isdigit() and not self.tag.startswith(("CREATE TABLE ", "BEGIN")) else 0


class Reply(NamedTuple):
    """All that came in answer to a statement."""

    results: List[Result]
    notices: List[Dict[str, str]]
    in_transaction: str
    # Those of the server's settings that it tells of, where they changed.
    settings: Dict[str, str]


def read(data: bytes) -> Reply:
    """Read the messages of one answer, up to and with ReadyForQuery: a result for each statement, at least one."""
    ctx.charge(len(data))
    text = data.decode("latin-1")
    result = Result()
    results: List[Result] = []
    notices: List[Dict[str, str]] = []
    settings: Dict[str, str] = {}
    transaction = "I"
    is_parsed = False
    at, end = 0, len(data)
    while at < end:
        kind = text[at]
        (length,) = _LENGTH.unpack_from(data, at + 1)
        start, at = at + 5, at + 1 + length
        if kind == "D":
            result.rows.append(_row(data, text, start))
        elif kind == "T":
            result = Result()
            result.status = TUPLES_OK
            result.columns = _columns(data, text, start)
        elif kind == "H":
            result = Result()
            result.copied = []
        elif kind == "d":
            if result.copied is not None:
                result.copied.append(text[start:at])
        elif kind == "S":
            name, _zero, value = text[start : at - 1].partition("\0")
            settings[name] = value
        elif kind == "C":
            result.tag = text[start : at - 1]
            result.status = TUPLES_OK if result.columns or result.tag.startswith(("SELECT", "FETCH")) else COMMAND_OK
            results.append(result)
            result = Result()
        elif kind == "E":
            result = Result()
            result.status = FATAL_ERROR
            result.error = _fields(text[start:at])
            result.is_parsed = is_parsed
            results.append(result)
            result = Result()
        elif kind == "N":
            notices.append(_fields(text[start:at]))
        elif kind == "1":
            is_parsed = True
            result.status = COMMAND_OK
        elif kind == "I":
            results.append(result)
            result = Result()
        elif kind == "Z":
            transaction = text[start]
    return Reply(results or [result], notices, transaction, settings)


def _row(data: bytes, text: str, at: int) -> List[Optional[str]]:
    count = data[at] << 8 | data[at + 1]
    at += 2
    values: List[Optional[str]] = []
    for _ in range(count):
        (length,) = _LENGTH.unpack_from(data, at)
        at += 4
        if length == _NULL:
            values.append(None)
        else:
            values.append(text[at : at + length])
            at += length
    ctx.charge(count * _VALUE_BYTES)
    return values


def _columns(data: bytes, text: str, at: int) -> List[Column]:
    count = data[at] << 8 | data[at + 1]
    at += 2
    columns = []
    for _ in range(count):
        end = text.index("\0", at)
        table, number, type_, size, modifier, _format = _FIELD.unpack_from(data, end + 1)
        columns.append(Column(text[at:end], table, number, type_, size, modifier))
        at = end + 1 + _FIELD.size
    return columns


def _fields(text: str) -> Dict[str, str]:
    """The fields of an error or notice, by the letter that names them."""
    return {field[0]: field[1:] for field in text.split("\0") if field}
