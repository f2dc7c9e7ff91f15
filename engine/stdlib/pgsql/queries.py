"""pg_*: connections and statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Dict, List, Literal, Optional

from engine.builtin.declare import PhpConst, Untyped, volatile
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import instantiate, require_class
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string
from engine.runtime.values import MISSING
from engine.stdlib.pgsql.connection import ConnectError, Connection
from engine.stdlib.pgsql.error_text import error_text
from engine.stdlib.pgsql.handles import (
    connection_of,
    keep_default,
    made_result,
    parameters,
    split_handle,
)  # fmt: skip
from engine.stdlib.pgsql.messages import EMPTY_QUERY, FATAL_ERROR, Result

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString

EXTENSION = "pgsql"

PGSQL_LIBPQ_VERSION: PhpConst[PhpString] = "17.4"
PGSQL_CONNECT_FORCE_NEW: PhpConst[int] = 2
PGSQL_CONNECTION_OK: PhpConst[int] = 0
PGSQL_CONNECTION_BAD: PhpConst[int] = 1
PGSQL_NOTICE_LAST: PhpConst[int] = 1
PGSQL_NOTICE_ALL: PhpConst[int] = 2
PGSQL_NOTICE_CLEAR: PhpConst[int] = 3
PGSQL_TRANSACTION_IDLE: PhpConst[int] = 0
PGSQL_TRANSACTION_ACTIVE: PhpConst[int] = 1
PGSQL_TRANSACTION_INTRANS: PhpConst[int] = 2
PGSQL_TRANSACTION_INERROR: PhpConst[int] = 3
PGSQL_TRANSACTION_UNKNOWN: PhpConst[int] = 4

_TRANSACTIONS = {"I": 0, "T": 2, "E": 3}


@volatile
def pg_connect(
    connection_string: PhpString, flags: int = 0
) -> Annotated[PhpObject, "PgSql\\Connection"] | Literal[False]:
    """Open a PostgreSQL connection."""
    try:
        connection = Connection()
    except ConnectError as error:
        text = str(error).rstrip("\n")
        ctx.function_warning(f"Unable to connect to PostgreSQL server: connection to server failed: {text}")
        return False
    made: Any = instantiate(require_class("PgSql\\Connection"))
    made._connection = connection
    made._pending = []
    keep_default(made)
    return made  # type: ignore[no-any-return]


@volatile
def pg_pconnect(
    connection_string: PhpString, flags: int = 0
) -> Annotated[PhpObject, "PgSql\\Connection"] | Literal[False]:
    """Open a persistent PostgreSQL connection."""
    return pg_connect(connection_string, flags)


@volatile
def pg_close(connection: Annotated[PhpObject, "PgSql\\Connection"] | None = None) -> Literal[True]:
    """Closes a PostgreSQL connection."""
    handle: Any = connection
    opened = connection_of(handle)
    opened.close()
    if handle is not None:
        handle._connection = None
        if ctx.states.get("pgsql.default") is handle:
            del ctx.states["pgsql.default"]
    return True


def _ran(connection: Connection, result: Result, sql: Optional[str]) -> PhpObject | Literal[False]:
    """The handle of a result; a warning and false for an error."""
    if result.status in (FATAL_ERROR, EMPTY_QUERY):
        text = connection.error.rstrip("\n")
        ctx.function_warning(f"Query failed: {text}")
        return False
    return made_result(connection, result, sql)


@volatile
def pg_query(connection: Untyped, query: Untyped = MISSING) -> Annotated[PhpObject, "PgSql\\Result"] | Literal[False]:
    """Execute a query."""
    handle, sql = split_handle(connection, [query])
    opened = connection_of(handle)
    text = to_string(sql)
    return _ran(opened, opened.simple(text), text)


@volatile
def pg_query_params(
    connection: Untyped, query: Untyped, params: Untyped = MISSING
) -> Annotated[PhpObject, "PgSql\\Result"] | Literal[False]:  # fmt: skip
    """Submits a command to the server and waits for the result, with the ability to pass parameters separately."""
    handle, sql, values = split_handle(connection, [query, params])
    opened = connection_of(handle)
    text = to_string(sql)
    return _ran(opened, opened.execute("", text, parameters(values)), text)


@volatile
def pg_prepare(
    connection: Untyped, statement_name: Untyped, query: Untyped = MISSING
) -> Annotated[PhpObject, "PgSql\\Result"] | Literal[False]:  # fmt: skip
    """Submits a request to create a prepared statement with the given parameters, and waits for completion."""
    handle, name, sql = split_handle(connection, [statement_name, query])
    opened = connection_of(handle)
    text = to_string(sql)
    return _ran(opened, opened.prepare(to_string(name), text), text)


@volatile
def pg_execute(
    connection: Untyped, statement_name: Untyped, params: Untyped = MISSING
) -> Annotated[PhpObject, "PgSql\\Result"] | Literal[False]:  # fmt: skip
    """Sends a request to execute a prepared statement with given parameters, and waits for the result."""
    handle, name, values = split_handle(connection, [statement_name, params])
    opened = connection_of(handle)
    return _ran(opened, opened.execute(to_string(name), None, parameters(values)), None)


# ---------------------------------------------------------------- sent now, asked for later


def _send(handle: Any, results: List[PhpObject]) -> bool:
    handle._pending = results
    return True


@volatile
def pg_send_query(connection: Annotated[PhpObject, "PgSql\\Connection"], query: PhpString) -> bool:
    """Sends asynchronous query."""
    opened = connection_of(connection)
    results = opened.simple_all(query)
    return _send(connection, [made_result(opened, result, query) for result in results])


@volatile
def pg_send_query_params(
    connection: Annotated[PhpObject, "PgSql\\Connection"], query: PhpString, params: PhpArray
) -> bool:
    """Submits a command and separate parameters to the server without waiting for the result(s)."""
    opened = connection_of(connection)
    return _send(connection, [made_result(opened, opened.execute("", query, parameters(params)), query)])


@volatile
def pg_send_prepare(
    connection: Annotated[PhpObject, "PgSql\\Connection"], statement_name: PhpString, query: PhpString
) -> bool:
    """Sends a request to create a prepared statement with the given parameters, without waiting for completion."""
    opened = connection_of(connection)
    return _send(connection, [made_result(opened, opened.prepare(statement_name, query), query)])


@volatile
def pg_send_execute(
    connection: Annotated[PhpObject, "PgSql\\Connection"], statement_name: PhpString, params: PhpArray
) -> bool:
    """Sends a request to execute a prepared statement with given parameters, without waiting for the result(s)."""
    opened = connection_of(connection)
    return _send(connection, [made_result(opened, opened.execute(statement_name, None, parameters(params)), None)])


@volatile
def pg_get_result(
    connection: Annotated[PhpObject, "PgSql\\Connection"],
) -> Annotated[PhpObject, "PgSql\\Result"] | Literal[False]:
    """Get asynchronous query result."""
    connection_of(connection)
    pending: Any = connection
    return pending._pending.pop(0) if pending._pending else False


@volatile
def pg_connection_busy(connection: Annotated[PhpObject, "PgSql\\Connection"]) -> bool:
    """Get connection is busy or not."""
    connection_of(connection)
    pending: Any = connection
    return bool(pending._pending)


# ---------------------------------------------------------------- about a connection


@volatile(aliases=("pg_errormessage",))
def pg_last_error(connection: Annotated[PhpObject, "PgSql\\Connection"] | None = None) -> PhpString:
    """Get the last error message string of a connection."""
    return connection_of(connection).error.rstrip("\n")


@volatile
def pg_last_notice(
    connection: Annotated[PhpObject, "PgSql\\Connection"], mode: int = PGSQL_NOTICE_LAST
) -> PhpArray | PhpString | bool:
    """Returns the last notice message from PostgreSQL server."""
    opened = connection_of(connection)
    texts: List[str] = [error_text(notice, None, shows_context=False).rstrip("\n") for notice in opened.notices]
    if mode == PGSQL_NOTICE_CLEAR:
        opened.notices = []
        return True
    if mode == PGSQL_NOTICE_ALL:
        return PhpArray(list(texts))
    return texts[-1] if texts else ""


@volatile
def pg_connection_status(connection: Annotated[PhpObject, "PgSql\\Connection"]) -> int:
    """Get connection status."""
    return PGSQL_CONNECTION_OK if connection_of(connection).is_open else PGSQL_CONNECTION_BAD


@volatile
def pg_transaction_status(connection: Annotated[PhpObject, "PgSql\\Connection"]) -> int:
    """Returns the current in-transaction status of the server."""
    opened = connection_of(connection)
    return _TRANSACTIONS.get(opened.transaction, 4) if opened.is_open else PGSQL_TRANSACTION_UNKNOWN


@volatile
def pg_ping(connection: Annotated[PhpObject, "PgSql\\Connection"] | None = None) -> bool:
    """Ping database connection."""
    return connection_of(connection).simple("SELECT 1").status != FATAL_ERROR


@volatile
def pg_get_pid(connection: Annotated[PhpObject, "PgSql\\Connection"]) -> int:
    """Gets the backend's process ID."""
    return connection_of(connection).pid


@volatile
def pg_dbname(connection: Annotated[PhpObject, "PgSql\\Connection"] | None = None) -> PhpString:
    """Get the database name."""
    return connection_of(connection).simple("SELECT current_database()").rows[0][0] or ""


@volatile
def pg_version(connection: Annotated[PhpObject, "PgSql\\Connection"] | None = None) -> PhpArray:
    """Returns an array with client, protocol and server version (when available)."""
    opened = connection_of(connection)
    shown: Dict[str, Any] = {"client": PGSQL_LIBPQ_VERSION, "protocol": "3.0", "server": opened.server_version}
    return PhpArray.from_strings(shown)


@volatile
def pg_parameter_status(connection: Untyped, name: Untyped = MISSING) -> PhpString | Literal[False]:
    """Looks up a current parameter setting of the server."""
    handle, setting = split_handle(connection, [name])
    result = connection_of(handle).execute("", "SELECT current_setting($1, true)", [to_string(setting)])
    value = result.rows[0][0] if result.rows else None
    return False if value is None else value


@volatile(aliases=("pg_clientencoding",))
def pg_client_encoding(connection: Annotated[PhpObject, "PgSql\\Connection"] | None = None) -> PhpString:
    """Gets the client encoding."""
    return connection_of(connection).simple("SHOW client_encoding").rows[0][0] or ""


@volatile(aliases=("pg_setclientencoding",))
def pg_set_client_encoding(connection: Untyped, encoding: Untyped = MISSING) -> int:
    """Set the client encoding."""
    handle, name = split_handle(connection, [encoding])
    result = connection_of(handle).execute("", "SELECT set_config('client_encoding', $1, false)", [to_string(name)])
    return -1 if result.status == FATAL_ERROR else 0
