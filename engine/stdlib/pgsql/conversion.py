"""pg_meta_data and pg_convert: what a table's columns are, and PHP values as SQL has them for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Dict, List, Literal, NamedTuple, Optional

from engine.builtin.declare import BadArgumentError, PhpConst, volatile
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_int, to_string, type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.stdlib.pgsql.escaping import escaped_bytes, escaped_identifier, escaped_string
from engine.stdlib.pgsql.handles import connection_of
from engine.stdlib.pgsql.messages import TUPLES_OK

if TYPE_CHECKING:
    from engine.errors import PhpThrown
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString
    from engine.stdlib.pgsql.connection import Connection

EXTENSION = "pgsql"

PGSQL_CONV_IGNORE_DEFAULT: PhpConst[int] = 2
PGSQL_CONV_FORCE_NULL: PhpConst[int] = 4
PGSQL_CONV_IGNORE_NOT_NULL: PhpConst[int] = 8
CONVERSION_FLAGS = PGSQL_CONV_IGNORE_DEFAULT | PGSQL_CONV_FORCE_NULL | PGSQL_CONV_IGNORE_NOT_NULL

_NOTICE = 8
_NULL = "NULL"
_COLUMNS = (
    "SELECT a.attname, a.attnum, t.typname, a.attlen, a.attnotnull, a.atthasdef, a.attndims, t.typtype, d.description"
    " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON a.atttypid = t.oid"
    " JOIN pg_namespace n ON c.relnamespace = n.oid"
    " LEFT JOIN pg_description d ON d.objoid = a.attrelid AND d.objsubid = a.attnum AND c.oid = d.objoid"
    " WHERE a.attnum > 0 AND c.relname = $1 AND n.nspname = $2 ORDER BY a.attnum"
)


class RefusedError(Exception):
    """A value cannot be converted; the script was told why."""


class Field(NamedTuple):
    """A column of a table."""

    name: str
    number: int
    type: str
    size: int
    is_not_null: bool
    has_default: bool
    dimensions: int
    kind: str
    description: str


def fields_of(connection: Connection, table: str) -> Optional[List[Field]]:
    """The columns of a table, perhaps with its schema before a point; None, with a warning, where there is none."""
    schema, _point, name = table.lstrip(".").partition(".")
    if not schema:
        raise BadArgumentError("table_name", f"must be specified ({table})")
    if not name:
        schema, name = "public", schema
    for what, text in (("name", name), ("namespace", schema)):
        if escaped_string(connection, text) is None:
            ctx.function_warning(f"Escaping table {what} '{table}' failed")
            return None
    result = connection.execute("", _COLUMNS, [name, schema])
    if result.status != TUPLES_OK or not result.rows:
        ctx.function_warning(f"Table '{table}' doesn't exists")
        return None
    return [
        Field(row[0] or "", int(row[1] or 0), row[2] or "", int(row[3] or 0), row[4] == "t", row[5] == "t",
              int(row[6] or 0), row[7] or "", row[8] or "")
        for row in result.rows
    ]  # fmt: skip


def check_table_name(table: str) -> None:
    """Refuse no name at all."""
    if not table:
        raise BadArgumentError("table_name", "must not be empty")


@volatile
def pg_meta_data(
    connection: Annotated[PhpObject, "PgSql\\Connection"], table_name: PhpString, extended: bool = False
) -> PhpArray | Literal[False]:
    """Get meta data for table."""
    check_table_name(table_name)
    fields = fields_of(connection_of(connection), table_name)
    if fields is None:
        return False
    described = PhpArray()
    for field in fields:
        shown: Dict[str, Any] = {
            "num": field.number, "type": field.type, "len": field.size, "not null": field.is_not_null,
            "has default": field.has_default, "array dims": field.dimensions, "is enum": field.kind == "e",
        }  # fmt: skip
        if extended:
            shown.update({"is base": field.kind == "b", "is composite": field.kind == "c"})
            shown.update({"is pseudo": field.kind == "p", "description": field.description})
        described.set(field.name, PhpArray.from_strings(shown))
    return described


@volatile
def pg_convert(
    connection: Annotated[PhpObject, "PgSql\\Connection"], table_name: PhpString, values: PhpArray, flags: int = 0
) -> PhpArray | Literal[False]:
    """Convert associative array values into forms suitable for SQL statements."""
    check_table_name(table_name)
    if flags & ~CONVERSION_FLAGS:
        raise BadArgumentError(
            "flags",
            "must be a valid bit mask of PGSQL_CONV_IGNORE_DEFAULT, PGSQL_CONV_FORCE_NULL, and "
            "PGSQL_CONV_IGNORE_NOT_NULL",
        )
    opened = connection_of(connection)
    forget_pending(connection)
    made = converted(opened, table_name, values, flags)
    return False if made is None else made


# Any: a handle, which Python knows as a PhpObject with attributes of its own.
def forget_pending(handle: Any) -> None:
    """Drop results that nobody asked for, and say so."""
    if handle._pending:
        handle._pending = []
        ctx.function_warning("Detected unhandled result(s) in connection", _NOTICE)


def no_names() -> PhpThrown:
    """The error for an array without names, to be raised."""
    return throw_error("ValueError", "Array of values must be an associative array with string keys")


def converted(connection: Connection, table: str, values: PhpArray, flags: int) -> Optional[PhpArray]:
    """Values by quoted field name, as SQL has them; None where something was refused."""
    fields = fields_of(connection, table)
    if fields is None:
        return None
    known = {field.name: field for field in fields}
    made = PhpArray()
    for name, value in values.items():
        if type(name) is not str:
            raise no_names()
        field = known.get(name)
        if field is None:
            ctx.function_warning(f"Invalid field name ({name}) in values", _NOTICE)
            return None
        if value is not None and type(value) not in (str, int, float, bool):
            given = type_for_error(value)
            raise throw_error("TypeError", f"Values must be of type string|int|float|bool|null, {given} given")
        text = _text_for(connection, field, value, flags)
        if text is None:
            return None
        if text == _NULL and _is_left_out(field, flags):
            continue
        made.set(name if is_escaped_identifier(name) else escaped_identifier(connection, name) or name, text)
    return made


def is_escaped_identifier(name: str) -> bool:
    """Whether a name is in quotes already, those within doubled."""
    return re.fullmatch(r'"(?:[^"]|"")+"', name, re.DOTALL) is not None


def _is_left_out(field: Field, flags: int) -> bool:
    """Whether a field that is NULL is left to its default; TypeError where it may not be NULL."""
    if not flags & PGSQL_CONV_IGNORE_DEFAULT and field.has_default:
        return True
    if not flags & PGSQL_CONV_IGNORE_NOT_NULL and field.is_not_null:
        ctx.function_warning(f"Detected NULL for 'NOT NULL' field '{field.name}'", _NOTICE)
        raise _refused(field, None)
    return False


# ---------------------------------------------------------------- by type

_WHOLE = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?")
_INFINITY = re.compile(r"[-+]?inf(?:inity)?", re.IGNORECASE)
_DAY = r"[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}"
_CLOCK = r"[0-9]{1,2}:[0-9]{1,2}(?::[0-9]{1,2})?"
_ZONE = r"(?:[-+][0-9]{1,4}(?::[0-9]{1,2})?|[-a-zA-Z_/+]{1,50})"
_UNITS = (
    "millenniums|millennia|millennium|mils?|centuries|century|cent|c|decades?|decs?|years?|y|months?|mon|weeks?|w|"
    "days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s"
)
_DAY_UNITS = _UNITS[: _UNITS.index("|hours?")]
_QUANTITY = r"(?:[-+]?[ \t]+)?[0-9]+(?:\.[0-9]*)?[ \t]*"
_TEXTS = {
    "date": re.compile(_DAY),
    "time": re.compile(f"(?:{_CLOCK})?"),
    "timestamp": re.compile(rf"{_DAY}(?:(?:[ \t]+|T){_CLOCK}(?:\.[0-9]+)?(?:[ \t]*{_ZONE})?)?", re.IGNORECASE),
    "interval": re.compile(
        rf"(?:@?[ \t]+)?(?:(?:{_QUANTITY}(?:{_UNITS}))+|"
        rf"(?:{_QUANTITY}(?:{_DAY_UNITS}))+(?:[-+]?[ \t]+(?:[0-9]+[ \t]+)+(?:[0-9]{{1,2}}:){{0,2}}[0-9]{{0,2}})?)"
        r"(?:[ \t]+ago)?",
        re.IGNORECASE,
    ),
    "macaddr": re.compile("[0-9a-f]{2}(?::[0-9a-f]{2}){5}", re.IGNORECASE),
}
_TEXTS["timestamptz"] = _TEXTS["timetz"] = _TEXTS["timestamp"]
_INTEGERS = frozenset(("oid", "int2", "smallint", "int4", "integer", "int8", "bigint"))
# What PHP's message takes for the field's name, and its name for the type.
_NUMBERS = {"numeric": "float", "money": "money", "float4": "float", "real": "float", "float8": "float"}
_TRUE = frozenset(("t", "T", "y", "Y", "true", "True", "yes", "Yes", "1"))
_FALSE = frozenset(("f", "F", "n", "N", "false", "False", "no", "No", "0"))
_OCTET = "(?:25[0-5]|(?:2[0-4]|1?[0-9])?[0-9])"
_IPV4 = rf"{_OCTET}(?:\.{_OCTET}){{3}}"
_GROUP = re.compile("[0-9a-fA-F]{1,4}")


def _text_for(connection: Connection, field: Field, value: Any, flags: int) -> Any:
    """A value as SQL has it for a column: a text, or a number as it is; None where the text is no text."""
    if value is None:
        return _NULL
    kind = "text" if field.kind == "e" else field.type
    if kind in ("bool", "boolean"):
        return _boolean(field, value)
    if kind in _INTEGERS or kind in _NUMBERS:
        return _number(field, value, is_whole=kind in _INTEGERS)
    if kind in ("inet", "cidr"):
        return _address(field, value)
    shape = _TEXTS.get(kind)
    if shape is not None:
        if type(value) is not str:
            raise _refused(field, value)
        return _shaped(field, value, shape)
    if type(value) is bool:
        raise _refused(field, value)
    if type(value) is not str:
        return to_string(value)
    if kind == "bytea":
        return f"'{escaped_bytes(connection, value)}'" if value else _NULL
    if not value:
        return _NULL if flags & PGSQL_CONV_FORCE_NULL else "''"
    escaped = escaped_string(connection, value)
    if escaped is None:
        ctx.function_warning(f"String value escaping failed for PostgreSQL '{field.type}' ({field.name})", _NOTICE)
        return None
    return f"'{escaped}'"


def _refused(field: Field, value: Any) -> PhpThrown:
    """The error for a value that is none for this column, to be raised."""
    kind = "text" if field.kind == "e" else field.type
    named, types, given = field.name, "string|null", f"{field.type} given"
    if kind in ("bool", "boolean"):
        types, given = "string|null|int|bool", "bool given"
    elif kind in _INTEGERS:
        types = "int|null"
    elif kind in _NUMBERS:
        named, types = _NUMBERS[kind], f"{field.name}|int|null"
    elif kind in ("inet", "cidr"):
        given = f"given {type_for_error(value)}"
    return throw_error("TypeError", f'{current_builtin_name()}(): Field "{named}" must be of type {types}, {given}')


def _boolean(field: Field, value: Any) -> str:
    if type(value) is str:
        if not value:
            return _NULL
        if value in _TRUE:
            return "'t'"
        if value in _FALSE:
            return "'f'"
    elif type(value) is not float:
        return "'t'" if value else "'f'"
    raise _refused(field, value)


def _number(field: Field, value: Any, *, is_whole: bool) -> Any:
    if type(value) is str:
        if not value:
            return _NULL
        if (_WHOLE if is_whole else _NUMBER).fullmatch(value):
            return value
        if not is_whole and _INFINITY.fullmatch(value):
            return f"'{value}'"
    elif type(value) is not bool:
        return to_int(value) if is_whole else value
    raise _refused(field, value)


def _shaped(field: Field, text: str, shape: Any) -> str:
    if not text:
        return _NULL
    if shape is _TEXTS["timestamp"] and text.lower() == "now()":
        return "NOW()"
    if shape.fullmatch(text) is None:
        raise _refused(field, text)
    return f"'{text}'"


def _address(field: Field, value: Any) -> str:
    if type(value) is not str:
        raise _refused(field, value)
    if not value:
        return _NULL
    address, _slash, bits = value.partition("/")
    has_bits = bool(re.fullmatch("[0-9]{1,3}", bits)) or "/" not in value
    if not has_bits or not (re.fullmatch(_IPV4, address) or _is_ipv6(address)):
        raise throw_error(
            "ValueError",
            f'{current_builtin_name()}(): Field "{field.name}" must be a valid IPv4 or IPv6 address string, '
            f'"{value}" given',
        )
    return f"'{value}'"


def _is_ipv6(address: str) -> bool:
    """Groups of four digits, of which `::` leaves out some; an IPv4 address may end it."""
    if re.fullmatch("fe80:(?::[0-9a-fA-F]{0,4}){0,4}%[0-9a-zA-Z]+", address):
        return True
    before, colons, after = address.partition("::")
    left = before.split(":") if before else []
    right = after.split(":") if after else []
    if not colons:
        return len(left) == 8 and all(map(_GROUP.fullmatch, left))
    if right and re.fullmatch(_IPV4, right[-1]):
        if before:
            return len(right) == 1 and len(left) <= 4 and all(map(_GROUP.fullmatch, left))
        return re.fullmatch("(?:ffff(?::0{1,4})?:)?", ":".join([*right[:-1], ""])) is not None
    return len(left) + len(right) <= 7 and all(map(_GROUP.fullmatch, left + right))
