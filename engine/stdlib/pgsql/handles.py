"""The handles of pg_*: a connection and a result, and how functions find the connection they are not given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional

from engine.builtin.classes import php_class
from engine.runtime.classes import instantiate, require_class
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string, type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.objects import PhpObject
from engine.runtime.values import MISSING
from engine.stdlib.pgsql.error_text import error_text
from engine.stdlib.pgsql.messages import FATAL_ERROR, Result

if TYPE_CHECKING:
    from engine.stdlib.pgsql.connection import Connection

EXTENSION = "pgsql"


@php_class("PgSql\\Connection", final=True)
class PgConnection(PhpObject):
    """A fully opaque class which replaces pgsql link resources."""

    _connection: Optional[Connection] = None
    # Results of statements that were sent and not yet asked for.
    _pending: Any = None


@php_class("PgSql\\Result", final=True)
class PgResult(PhpObject):
    """A fully opaque class which replaces pgsql result resources."""

    _result: Optional[Result] = None
    _error = ""
    _connection: Any = None
    _row = 0


@php_class("PgSql\\Lob", final=True)
class PgLob(PhpObject):
    """A fully opaque class which replaces pgsql large object resources."""


CLASSES = (PgConnection, PgResult, PgLob)


def keep_default(handle: PhpObject) -> None:
    """Make a connection the one that functions without one take."""
    ctx.states["pgsql.default"] = handle


def connection_of(handle: Any) -> Connection:
    """The open connection of a handle, or of the last one that was opened where none is given."""
    if handle is None:
        ctx.function_warning("Automatic fetching of PostgreSQL connection is deprecated", 8192)
        handle = ctx.states.get("pgsql.default")
        if handle is None:
            raise throw_error("Error", "No PostgreSQL connection opened yet")
    connection: Optional[Connection] = handle._connection
    if connection is None:
        raise throw_error("Error", "PostgreSQL connection has already been closed")
    return connection


def split_handle(first: Any, rest: List[Any]) -> List[Any]:
    """The arguments of a function that may be called without the connection, which comes first: a handle, or None."""
    if isinstance(first, PgConnection):
        return [first, *rest]
    if rest and rest[-1] is not MISSING:
        raise throw_error(
            "TypeError",
            f"{current_builtin_name()}(): Argument #1 ($connection) must be of type PgSql\\Connection, "
            f"{type_for_error(first)} given",
        )
    return [None, first, *rest[:-1]]


def result_of(handle: Any) -> Result:
    """The result of a handle."""
    result: Optional[Result] = handle._result
    if result is None:
        raise throw_error("Error", "PostgreSQL result has already been closed")
    return result


def made_result(connection: Connection, result: Result, sql: Optional[str]) -> PhpObject:
    """A handle for a result."""
    made: Any = instantiate(require_class("PgSql\\Result"))
    made._result = result
    made._connection = connection
    if result.status == FATAL_ERROR:
        made._error = error_text(result.error, sql) if result.error else connection.error
    return made  # type: ignore[no-any-return]


def parameters(values: Any) -> List[Optional[str]]:
    """An array of PHP values as a statement's parameters."""
    return [
        None if value is None else ("t" if value else "f") if type(value) is bool else to_string(value)
        for value in values.values()
    ]
