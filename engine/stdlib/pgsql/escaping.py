"""pg_escape_*: values and names as SQL texts have them, by what the connection's server was last told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Optional

from engine.builtin.declare import Untyped, contextual, pure
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string
from engine.runtime.values import MISSING
from engine.stdlib.json.encoding import is_utf8
from engine.stdlib.pdo.values import escape_bytea, unescape_bytea
from engine.stdlib.pgsql.handles import PgConnection

if TYPE_CHECKING:
    from engine.runtime.values import PhpString
    from engine.stdlib.pgsql.connection import Connection

EXTENSION = "pgsql"


def escaped_string(connection: Optional[Connection], text: str) -> Optional[str]:
    """A value as it stands between quotes; None where it is no text in the client's encoding."""
    if not _is_valid(connection, text):
        return None
    doubled = text.partition("\0")[0].replace("'", "''")
    return doubled if _conforms(connection) else doubled.replace("\\", "\\\\")


def escaped_bytes(connection: Optional[Connection], text: str) -> str:
    """Bytes as a `bytea` literal has them between its quotes."""
    literal = escape_bytea(text)
    return literal if _conforms(connection) else "\\" + literal


def escaped_identifier(connection: Optional[Connection], name: str) -> Optional[str]:
    """A name in its quotes; None where it is no text in the client's encoding."""
    if not _is_valid(connection, name):
        return None
    return '"' + name.partition("\0")[0].replace('"', '""') + '"'


def _conforms(connection: Optional[Connection]) -> bool:
    """Whether a backslash in a literal is a letter as any other."""
    return connection is None or connection.settings.get("standard_conforming_strings", "on") == "on"


def _is_valid(connection: Optional[Connection], text: str) -> bool:
    encoding = "UTF8" if connection is None else connection.settings.get("client_encoding", "UTF8")
    return encoding != "UTF8" or is_utf8(text.partition("\0")[0])


# Any: the two arguments as they came, the connection and the text, or the text alone.
def _connection_of(first: Any) -> Optional[Connection]:
    handle = first if isinstance(first, PgConnection) else ctx.states.get("pgsql.default")
    return None if handle is None else handle._connection


def _text_of(first: Any, second: Any) -> str:
    return to_string(first if second is MISSING else second)


def _refused() -> Literal[False]:
    ctx.function_warning("Failed to escape")
    return False


@contextual
def pg_escape_string(connection: Untyped, string: Untyped = MISSING) -> PhpString:
    """Escape a string for query."""
    text, opened = _text_of(connection, string), _connection_of(connection)
    escaped = escaped_string(opened, text)
    # As libpq does, which has no other way to tell: bytes that are no text are left for the server to refuse.
    return text.replace("'", "''") if escaped is None else escaped


@contextual
def pg_escape_literal(connection: Untyped, string: Untyped = MISSING) -> PhpString | Literal[False]:
    """Escape a literal for insertion into a text field."""
    text = _text_of(connection, string)
    if not _is_valid(_connection_of(connection), text):
        return _refused()
    quoted = "'" + text.replace("'", "''").replace("\\", "\\\\") + "'"
    return " E" + quoted if "\\" in text else quoted


@contextual
def pg_escape_identifier(connection: Untyped, string: Untyped = MISSING) -> PhpString | Literal[False]:
    """Escape an identifier for insertion into a text field."""
    quoted = escaped_identifier(_connection_of(connection), _text_of(connection, string))
    return _refused() if quoted is None else quoted


@contextual
def pg_escape_bytea(connection: Untyped, string: Untyped = MISSING) -> PhpString:
    """Escape a string for insertion into a bytea field."""
    return escaped_bytes(_connection_of(connection), _text_of(connection, string))


@pure
def pg_unescape_bytea(string: PhpString) -> PhpString:
    """Unescape binary for bytea type."""
    return unescape_bytea(string)
