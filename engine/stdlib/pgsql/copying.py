"""COPY: pg_copy_to, pg_copy_from, and what PDO's driver makes of it, with arrays and files of the script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, List, Literal, Optional

from engine.builtin.classes import method
from engine.builtin.declare import VOLATILE, BadArgumentError, volatile
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string
from engine.runtime.streams import OpenError, Stream, open_stream
from engine.stdlib.pgsql.handles import connection_of
from engine.stdlib.pgsql.messages import FATAL_ERROR, Result

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString

EXTENSION = "pgsql"

# What stands for NULL, as a literal with escapes has it.
_NULL_AS = "\\\\N"


def _lines(rows: PhpArray) -> str:
    """Rows as COPY reads them, a line each."""
    pieces: List[str] = []
    for value in rows.values():
        line = to_string(value)
        pieces.append(line if not line or line.endswith("\n") else line + "\n")
    return "".join(pieces)


def _check_separator(separator: str) -> None:
    if len(separator) != 1:
        raise BadArgumentError("separator", "must be one character")


@volatile
def pg_copy_to(
    connection: Annotated[PhpObject, "PgSql\\Connection"], table_name: PhpString, separator: PhpString = "\t",
    null_as: PhpString = _NULL_AS,
) -> PhpArray | Literal[False]:  # fmt: skip
    """Copy a table to an array."""
    opened = connection_of(connection)
    _check_separator(separator)
    result = opened.copy(f"COPY {table_name} TO STDOUT DELIMITER E'{separator}' NULL AS E'{null_as}'")
    if result.copied is None:
        return _warned(opened.error)
    return PhpArray(list(result.copied))


@volatile
def pg_copy_from(
    connection: Annotated[PhpObject, "PgSql\\Connection"], table_name: PhpString, rows: PhpArray,
    separator: PhpString = "\t", null_as: PhpString = _NULL_AS,
) -> bool:  # fmt: skip
    """Insert records into a table from an array."""
    opened = connection_of(connection)
    _check_separator(separator)
    sql = f"COPY {table_name} FROM STDIN DELIMITER E'{separator}' NULL AS E'{null_as}'"
    return opened.copy(sql, _lines(rows)).status != FATAL_ERROR or _warned(opened.error)


def _warned(error: str) -> Literal[False]:
    text = error.rstrip("\n")
    ctx.function_warning(f"Copy command failed: {text}")
    return False


# ---------------------------------------------------------------- PDO's methods; `self` is a PDO


def _statement(table: str, direction: str, separator: str, null_as: str, fields: Optional[str]) -> str:
    columns = "" if fields is None else f" ({fields})"
    return (
        f"COPY {table}{columns} {direction} STDIN WITH DELIMITER E'{separator[:1] or chr(9)}' "
        f"NULL AS E'{null_as or _NULL_AS}'"
    )


# Any: a PDO, which Python knows as a PhpObject with attributes of its own.
def _run(handle: Any, sql: str, data: str = "") -> Optional[Result]:
    """Run a COPY; None, and the error told of, where it failed."""
    result: Result = handle.connection().copy(sql, data)
    if result.status != FATAL_ERROR:
        return result
    handle._fail(result)
    return None


def _open(handle: Any, name: str, mode: str, what: str) -> Optional[Stream]:
    """The file of this name; None, and the error told of, where there is none."""
    try:
        return open_stream(name, mode)
    except OpenError:
        handle._fail_with(what)
        return None


@method(effect=VOLATILE)
def copy_from_array(
    self: Any, tableName: PhpString, rows: PhpArray, separator: PhpString = "\t", nullAs: PhpString = _NULL_AS,
    fields: PhpString | None = None,
) -> bool:  # fmt: skip
    """Copy data from a PHP array into a table."""
    if not len(rows):
        raise BadArgumentError("rows", "must not be empty")
    self.connection()
    self._clear()
    return _run(self, _statement(tableName, "FROM", separator, nullAs, fields), _lines(rows)) is not None


@method(effect=VOLATILE)
def copy_from_file(
    self: Any, tableName: PhpString, filename: PhpString, separator: PhpString = "\t", nullAs: PhpString = _NULL_AS,
    fields: PhpString | None = None,
) -> bool:  # fmt: skip
    """Copy data from file into table."""
    self.connection()
    self._clear()
    source = _open(self, filename, "rb", "Unable to open the file")
    if source is None:
        return False
    data = source.read(ctx.memory_left)
    source.close()
    return _run(self, _statement(tableName, "FROM", separator, nullAs, fields), data) is not None


@method(effect=VOLATILE)
def copy_to_array(
    self: Any, tableName: PhpString, separator: PhpString = "\t", nullAs: PhpString = _NULL_AS,
    fields: PhpString | None = None,
) -> PhpArray | Literal[False]:  # fmt: skip
    """Copy data from database table into PHP array."""
    self.connection()
    self._clear()
    result = _run(self, _statement(tableName, "TO", separator, nullAs, fields))
    return False if result is None else PhpArray(list(result.copied or []))


@method(effect=VOLATILE)
def copy_to_file(
    self: Any, tableName: PhpString, filename: PhpString, separator: PhpString = "\t", nullAs: PhpString = _NULL_AS,
    fields: PhpString | None = None,
) -> bool:  # fmt: skip
    """Copy data from table into file."""
    self.connection()
    self._clear()
    target = _open(self, filename, "wb", "Unable to open the file for writing")
    if target is None:
        return False
    result = _run(self, _statement(tableName, "TO", separator, nullAs, fields))
    if result is not None:
        target.write("".join(result.copied or []))
    target.close()
    return result is not None
