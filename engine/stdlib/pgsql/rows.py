"""pg_insert, pg_update, pg_delete and pg_select: statements made of arrays, by field name."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Any, List, Literal, Optional

from engine.builtin.declare import BadArgumentError, PhpConst, volatile
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import throw_error
from engine.stdlib.pdo import fetching
from engine.stdlib.pgsql.conversion import (
    CONVERSION_FLAGS,
    PGSQL_CONV_FORCE_NULL,
    check_table_name,
    converted,
    forget_pending,
    is_escaped_identifier,
    no_names,
)
from engine.stdlib.pgsql.escaping import escaped_identifier, escaped_string
from engine.stdlib.pgsql.handles import connection_of, made_result
from engine.stdlib.pgsql.messages import COMMAND_OK, EMPTY_QUERY, FATAL_ERROR, TUPLES_OK
from engine.stdlib.pgsql.results import PGSQL_ASSOC, PGSQL_BOTH, PGSQL_NUM

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString
    from engine.stdlib.pgsql.connection import Connection

EXTENSION = "pgsql"

PGSQL_DML_NO_CONV: PhpConst[int] = 256
PGSQL_DML_EXEC: PhpConst[int] = 512
PGSQL_DML_ASYNC: PhpConst[int] = 1024
PGSQL_DML_STRING: PhpConst[int] = 2048
PGSQL_DML_ESCAPE: PhpConst[int] = 4096

_WAYS = PGSQL_DML_NO_CONV | PGSQL_DML_EXEC | PGSQL_DML_STRING | PGSQL_DML_ESCAPE
_NOTICE = 8


def _begin(handle: PhpObject, table: str, flags: int, allowed: int) -> Connection:
    """Check what all of them check."""
    check_table_name(table)
    if flags & ~allowed:
        raise BadArgumentError(
            "flags",
            "must be a valid bit mask of PGSQL_CONV_FORCE_NULL, PGSQL_DML_NO_CONV, PGSQL_DML_ESCAPE, PGSQL_DML_EXEC, "
            "PGSQL_DML_ASYNC, and PGSQL_DML_STRING",
        )
    opened = connection_of(handle)
    forget_pending(handle)
    return opened


def _prepared(connection: Connection, table: str, values: PhpArray, flags: int) -> Optional[PhpArray]:
    """Values as the statement needs them; None where one was refused."""
    if flags & (PGSQL_DML_NO_CONV | PGSQL_DML_ESCAPE):
        return values
    return converted(connection, table, values, flags & CONVERSION_FLAGS)


def _table(connection: Connection, table: str) -> Optional[str]:
    """The quoted name of a table, perhaps with its schema; None, with a notice, for what is no text."""
    pieces: List[str] = []
    schema, point, name = table.partition(".")
    for piece in (schema, name) if point else (schema,):
        quoted = piece if is_escaped_identifier(piece) else escaped_identifier(connection, piece)
        if quoted is None:
            ctx.function_warning(f"Failed to escape table name '{table}'", _NOTICE)
            return None
        pieces.append(quoted)
    return ".".join(pieces)


# Any: a key of an array.
def _field(connection: Connection, name: Any, flags: int) -> Optional[str]:
    if type(name) is not str:
        raise no_names()
    if not flags & PGSQL_DML_ESCAPE:
        return name
    quoted = escaped_identifier(connection, name)
    if quoted is None:
        ctx.function_warning(f"Failed to escape field '{name}'", _NOTICE)
    return quoted


# Any: an element, with its key.
def _value(connection: Connection, name: Any, value: Any, flags: int) -> Optional[str]:
    if value is None:
        return "NULL"
    if type(value) is int:
        return str(value)
    if type(value) is float:
        return f"{value:.6f}" if math.isfinite(value) else str(value).upper()
    if type(value) is not str:
        raise throw_error("TypeError", f"Value must be of type string|int|float|null, {type_for_error(value)} given")
    if not flags & PGSQL_DML_ESCAPE:
        return value
    escaped = escaped_string(connection, value)
    if escaped is None:
        ctx.function_warning(f"Failed to escape field '{name}' value", _NOTICE)
        return None
    return f"'{escaped}'"


def _assigned(connection: Connection, values: PhpArray, flags: int, *, is_condition: bool) -> Optional[List[str]]:
    """Each field with its value: as an assignment, or as a condition."""
    pieces: List[str] = []
    for name, value in values.items():
        field = _field(connection, name, flags)
        if field is None:
            return None
        text = _value(connection, name, value, flags)
        if text is None:
            return None
        pieces.append(field + (" IS " if is_condition and value == "NULL" else "=") + text)
    return pieces


def _conditions(connection: Connection, values: PhpArray, flags: int) -> Optional[str]:
    pieces = _assigned(connection, values, flags, is_condition=True)
    return None if pieces is None else " AND ".join(pieces)


def _done(connection: Connection, sql: Optional[str], flags: int) -> str | bool:
    """Run a statement, where that is wanted, and return what says so: the text, or whether it worked."""
    if sql is None:
        return False
    if flags & PGSQL_DML_EXEC:
        result = connection.simple(sql)
        if result.status != COMMAND_OK:
            ctx.function_warning(connection.error)
            if not flags & PGSQL_DML_STRING:
                return False
        elif not flags & PGSQL_DML_STRING:
            return True
    return sql if flags & PGSQL_DML_STRING else False


def _insertion(connection: Connection, table: str, values: PhpArray, flags: int) -> Optional[str]:
    if not len(values):
        target = _table(connection, table)
        return None if target is None else f"INSERT INTO {target} DEFAULT VALUES"
    prepared = _prepared(connection, table, values, flags)
    target = None if prepared is None else _table(connection, table)
    if prepared is None or target is None:
        return None
    names: List[str] = []
    texts: List[str] = []
    for name in list(prepared.keys()):
        field = _field(connection, name, flags)
        if field is None:
            return None
        names.append(field)
    for name, value in prepared.items():
        text = _value(connection, name, value, flags)
        if text is None:
            return None
        texts.append(text)
    return f"INSERT INTO {target} ({','.join(names)}) VALUES ({','.join(texts)});"  # noqa: S608 - each is quoted, or the script's own SQL


@volatile
def pg_insert(
    connection: Annotated[PhpObject, "PgSql\\Connection"], table_name: PhpString, values: PhpArray,
    flags: int = PGSQL_DML_EXEC,
) -> Annotated[PhpObject, "PgSql\\Result"] | PhpString | bool:  # fmt: skip
    """Insert array into table."""
    opened = _begin(connection, table_name, flags, CONVERSION_FLAGS | _WAYS | PGSQL_DML_ASYNC)
    sql = _insertion(opened, table_name, values, flags)
    if sql is None:
        return False
    if flags & PGSQL_DML_EXEC:
        result = opened.simple(sql)
        if result.status in (EMPTY_QUERY, FATAL_ERROR):
            text = opened.error.rstrip("\n")
            ctx.function_warning(f"Query failed: {text}")
            return False
        return made_result(opened, result, sql)
    # As in PHP, which waits for this one all the same.
    return _done(opened, sql, flags | PGSQL_DML_EXEC if flags & PGSQL_DML_ASYNC else flags)


@volatile
def pg_update(
    connection: Annotated[PhpObject, "PgSql\\Connection"], table_name: PhpString, values: PhpArray,
    conditions: PhpArray, flags: int = PGSQL_DML_EXEC,
) -> PhpString | bool:  # fmt: skip
    """Update table."""
    opened = _begin(connection, table_name, flags, CONVERSION_FLAGS | _WAYS)
    return _done(opened, _change(opened, table_name, values, conditions, flags), flags)


def _change(connection: Connection, table: str, values: PhpArray, conditions: PhpArray, flags: int) -> Optional[str]:
    if not len(values) or not len(conditions):
        return None
    changed = _prepared(connection, table, values, flags)
    chosen = None if changed is None else _prepared(connection, table, conditions, flags)
    target = None if chosen is None else _table(connection, table)
    if changed is None or chosen is None or target is None:
        return None
    assignments = _assigned(connection, changed, flags, is_condition=False)
    where = None if assignments is None else _conditions(connection, chosen, flags)
    if assignments is None or where is None:
        return None
    return f"UPDATE {target} SET {','.join(assignments)} WHERE {where};"  # noqa: S608 - as above


@volatile
def pg_delete(
    connection: Annotated[PhpObject, "PgSql\\Connection"], table_name: PhpString, conditions: PhpArray,
    flags: int = PGSQL_DML_EXEC,
) -> PhpString | bool:  # fmt: skip
    """Deletes records."""
    opened = _begin(connection, table_name, flags, PGSQL_CONV_FORCE_NULL | _WAYS)
    if not len(conditions):
        return False
    return _done(opened, _with_conditions(opened, "DELETE FROM ", table_name, conditions, flags), flags)


def _with_conditions(connection: Connection, verb: str, table: str, conditions: PhpArray, flags: int) -> Optional[str]:
    chosen = _prepared(connection, table, conditions, flags) if len(conditions) else conditions
    target = None if chosen is None else _table(connection, table)
    if chosen is None or target is None:
        return None
    if not len(conditions):
        return f"{verb}{target};"
    where = _conditions(connection, chosen, flags)
    return None if where is None else f"{verb}{target} WHERE {where};"


@volatile
def pg_select(
    connection: Annotated[PhpObject, "PgSql\\Connection"], table_name: PhpString,
    conditions: PhpArray = PhpArray(),  # noqa: B008 - never changed
    flags: int = PGSQL_DML_EXEC, mode: int = PGSQL_ASSOC,
) -> PhpArray | PhpString | Literal[False]:  # fmt: skip
    """Select records."""
    # PHP checks both before it looks at the connection.
    check_table_name(table_name)
    allowed = PGSQL_CONV_FORCE_NULL | _WAYS | PGSQL_DML_ASYNC
    if not flags & ~allowed and not mode & PGSQL_BOTH:
        raise BadArgumentError("mode", "must be one of PGSQL_ASSOC, PGSQL_NUM, or PGSQL_BOTH")
    opened = _begin(connection, table_name, flags, allowed)
    sql = _with_conditions(opened, "SELECT * FROM ", table_name, conditions, flags)
    if sql is None:
        return False
    result = opened.simple(sql)
    if result.status != TUPLES_OK:
        ctx.function_warning(f"Failed to execute '{sql}'", _NOTICE)
        return False
    if flags & PGSQL_DML_STRING:
        return sql
    names = [fetching.symbol(column.name) for column in result.columns]
    return PhpArray([_row(names, row, mode) for row in result.rows])


def _row(names: List[Any], values: List[Optional[str]], mode: int) -> PhpArray:
    row = PhpArray()
    for name, value in zip(names, values):
        if mode & PGSQL_ASSOC:
            row.set(name, value)
        if mode & PGSQL_NUM:
            row.append(value)
    return row
