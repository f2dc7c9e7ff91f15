"""pg_*: what a result holds, row by row and field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, List, Literal, Optional

from engine.builtin.declare import BadArgumentError, PhpConst, Untyped, volatile
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import lookup_class
from engine.runtime.context import ctx
from engine.runtime.conversions import to_int
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.values import MISSING
from engine.stdlib.pdo import fetching
from engine.stdlib.pgsql.handles import result_of
from engine.stdlib.pgsql.messages import COMMAND_OK, EMPTY_QUERY, FATAL_ERROR, TUPLES_OK, Result

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString

EXTENSION = "pgsql"

PGSQL_ASSOC: PhpConst[int] = 1
PGSQL_NUM: PhpConst[int] = 2
PGSQL_BOTH: PhpConst[int] = 3
PGSQL_STATUS_LONG: PhpConst[int] = 1
PGSQL_STATUS_STRING: PhpConst[int] = 2
PGSQL_EMPTY_QUERY: PhpConst[int] = EMPTY_QUERY
PGSQL_COMMAND_OK: PhpConst[int] = COMMAND_OK
PGSQL_TUPLES_OK: PhpConst[int] = TUPLES_OK
PGSQL_COPY_OUT: PhpConst[int] = 3
PGSQL_COPY_IN: PhpConst[int] = 4
PGSQL_BAD_RESPONSE: PhpConst[int] = 5
PGSQL_NONFATAL_ERROR: PhpConst[int] = 6
PGSQL_FATAL_ERROR: PhpConst[int] = FATAL_ERROR
PGSQL_DIAG_SEVERITY: PhpConst[int] = 83
PGSQL_DIAG_SQLSTATE: PhpConst[int] = 67
PGSQL_DIAG_MESSAGE_PRIMARY: PhpConst[int] = 77
PGSQL_DIAG_MESSAGE_DETAIL: PhpConst[int] = 68
PGSQL_DIAG_MESSAGE_HINT: PhpConst[int] = 72
PGSQL_DIAG_STATEMENT_POSITION: PhpConst[int] = 80
PGSQL_DIAG_INTERNAL_POSITION: PhpConst[int] = 112
PGSQL_DIAG_INTERNAL_QUERY: PhpConst[int] = 113
PGSQL_DIAG_CONTEXT: PhpConst[int] = 87
PGSQL_DIAG_SOURCE_FILE: PhpConst[int] = 70
PGSQL_DIAG_SOURCE_LINE: PhpConst[int] = 76
PGSQL_DIAG_SOURCE_FUNCTION: PhpConst[int] = 82
PGSQL_DIAG_SCHEMA_NAME: PhpConst[int] = 115
PGSQL_DIAG_TABLE_NAME: PhpConst[int] = 116
PGSQL_DIAG_COLUMN_NAME: PhpConst[int] = 99
PGSQL_DIAG_DATATYPE_NAME: PhpConst[int] = 100
PGSQL_DIAG_CONSTRAINT_NAME: PhpConst[int] = 110
PGSQL_DIAG_SEVERITY_NONLOCALIZED: PhpConst[int] = 86


_TOO_MANY = "less than the number of fields for this result set"
_KINDS = {PGSQL_ASSOC: fetching.ASSOC, PGSQL_NUM: fetching.NUM, PGSQL_BOTH: fetching.BOTH}


# ---------------------------------------------------------------- the result as a whole


@volatile(aliases=("pg_numrows",))
def pg_num_rows(result: Annotated[PhpObject, "PgSql\\Result"]) -> int:
    """Returns the number of rows in a result."""
    return len(result_of(result).rows)


@volatile(aliases=("pg_numfields",))
def pg_num_fields(result: Annotated[PhpObject, "PgSql\\Result"]) -> int:
    """Returns the number of fields in a result."""
    return len(result_of(result).columns)


@volatile(aliases=("pg_cmdtuples",))
def pg_affected_rows(result: Annotated[PhpObject, "PgSql\\Result"]) -> int:
    """Returns number of affected records (tuples)."""
    return result_of(result).affected


@volatile
def pg_result_status(result: Annotated[PhpObject, "PgSql\\Result"], mode: int = PGSQL_STATUS_LONG) -> PhpString | int:
    """Get status of query result."""
    found = result_of(result)
    if mode == PGSQL_STATUS_LONG:
        return found.status
    if mode == PGSQL_STATUS_STRING:
        return found.tag
    raise BadArgumentError("mode", "must be either PGSQL_STATUS_LONG or PGSQL_STATUS_STRING")


@volatile
def pg_result_error(result: Annotated[PhpObject, "PgSql\\Result"]) -> PhpString | Literal[False]:
    """Get error message associated with result."""
    result_of(result)
    handle: Any = result
    return handle._error  # type: ignore[no-any-return]


@volatile
def pg_result_error_field(
    result: Annotated[PhpObject, "PgSql\\Result"], field_code: int
) -> PhpString | Literal[False] | None:
    """Returns an individual field of an error report."""
    found = result_of(result)
    if not 0 < field_code < 256 or chr(field_code) not in "SCMDHPpqWFLRstcdnV":
        raise BadArgumentError("field_code", "must be one of PGSQL_DIAG_*")
    return found.error.get(chr(field_code))


@volatile(aliases=("pg_freeresult",))
def pg_free_result(result: Annotated[PhpObject, "PgSql\\Result"]) -> bool:
    """Free result memory."""
    result_of(result)
    handle: Any = result
    handle._result = None
    return True


@volatile
def pg_result_seek(result: Annotated[PhpObject, "PgSql\\Result"], row: int) -> bool:
    """Set internal row offset in result instance."""
    if not 0 <= row < len(result_of(result).rows):
        return False
    handle: Any = result
    handle._row = row
    return True


# ---------------------------------------------------------------- fields


def _field(found: Result, field: int) -> Any:
    if field < 0:
        raise BadArgumentError("field", "must be greater than or equal to 0")
    if field >= len(found.columns):
        raise BadArgumentError("field", f"must be {_TOO_MANY}")
    return found.columns[field]


@volatile(aliases=("pg_fieldname",))
def pg_field_name(result: Annotated[PhpObject, "PgSql\\Result"], field: int) -> PhpString:
    """Returns the name of a field."""
    return _field(result_of(result), field).name  # type: ignore[no-any-return]


@volatile(aliases=("pg_fieldsize",))
def pg_field_size(result: Annotated[PhpObject, "PgSql\\Result"], field: int) -> int:
    """Returns the internal storage size of the named field."""
    return _field(result_of(result), field).size  # type: ignore[no-any-return]


@volatile
def pg_field_type_oid(result: Annotated[PhpObject, "PgSql\\Result"], field: int) -> PhpString | int:
    """Returns the type ID (OID) for the corresponding field number."""
    return _field(result_of(result), field).type  # type: ignore[no-any-return]


@volatile(aliases=("pg_fieldtype",))
def pg_field_type(result: Annotated[PhpObject, "PgSql\\Result"], field: int) -> PhpString:
    """Returns the type name for the corresponding field number."""
    number = _field(result_of(result), field).type
    handle: Any = result
    named = handle._connection.execute("", "SELECT typname FROM pg_type WHERE oid = $1", [str(number)])
    return named.rows[0][0] if named.rows else ""


@volatile(aliases=("pg_fieldnum",))
def pg_field_num(result: Annotated[PhpObject, "PgSql\\Result"], field: PhpString) -> int:
    """Returns the field number of the named field."""
    names = [column.name for column in result_of(result).columns]
    # The server folds names that are not quoted.
    wanted = field[1:-1] if field[:1] == '"' == field[-1:] and len(field) > 1 else field.lower()
    return names.index(wanted) if wanted in names else -1


@volatile
def pg_field_table(
    result: Annotated[PhpObject, "PgSql\\Result"], field: int, oid_only: bool = False
) -> PhpString | int | Literal[False]:
    """Returns the name or oid of the tables field."""
    number = _field(result_of(result), field).table
    if not number:
        return False
    if oid_only:
        return number  # type: ignore[no-any-return]
    handle: Any = result
    named = handle._connection.execute("", "SELECT relname FROM pg_class WHERE oid = $1", [str(number)])
    return named.rows[0][0] if named.rows else False


def _bad_field(wanted: str) -> Exception:
    return throw_error("ValueError", f"{current_builtin_name()}(): Argument #3 ($field) must be {wanted}")


def _place(result: PhpObject, row: Any, field: Any) -> Optional[List[int]]:
    """Row and column of what a function names, perhaps without the row; None, with a warning, for no such row."""
    found = result_of(result)
    handle: Any = result
    if field is MISSING:
        row, field = handle._row, row
    elif row is None:
        row = handle._row
    else:
        row = to_int(row)
    if not 0 <= row < len(found.rows):
        ctx.function_warning(f"Unable to jump to row {row} on PostgreSQL result index {handle.oid}")
        return None
    if isinstance(field, str):
        column = pg_field_num(result, field)
        if column < 0:
            raise throw_error("ValueError", "Argument #3 must be a field name from this result set")
    else:
        column = to_int(field)
        if not 0 <= column < len(found.columns):
            relation = (
                "greater than or equal to 0" if column < 0 else "less than the number of fields for this result set"
            )
            raise throw_error("ValueError", f"{current_builtin_name()}(): Argument #3 ($field) must be {relation}")
    return [row, column]


@volatile(aliases=("pg_result",))
def pg_fetch_result(
    result: Annotated[PhpObject, "PgSql\\Result"], row: Untyped, field: Untyped = MISSING
) -> PhpString | Literal[False] | None:  # fmt: skip
    """Returns values from a result instance."""
    place = _place(result, row, field)
    return False if place is None else result_of(result).rows[place[0]][place[1]]


@volatile(aliases=("pg_fieldisnull",))
def pg_field_is_null(
    result: Annotated[PhpObject, "PgSql\\Result"], row: Untyped, field: Untyped = MISSING
) -> int | Literal[False]:
    """Test if a field is SQL NULL."""
    place = _place(result, row, field)
    return False if place is None else int(result_of(result).rows[place[0]][place[1]] is None)


@volatile(aliases=("pg_fieldprtlen",))
def pg_field_prtlen(
    result: Annotated[PhpObject, "PgSql\\Result"], row: Untyped, field: Untyped = MISSING
) -> int | Literal[False]:
    """Returns the printed length."""
    place = _place(result, row, field)
    return False if place is None else len(result_of(result).rows[place[0]][place[1]] or "")


# ---------------------------------------------------------------- rows


def _next_row(result: PhpObject, row: Optional[int]) -> Optional[List[Any]]:
    """The row that is named, with PHP's warning where there is none such, or else the next one."""
    found = result_of(result)
    handle: Any = result
    if row is None:
        if handle._row >= len(found.rows):
            return None
        handle._row += 1
        return found.rows[handle._row - 1]
    if row < 0:
        raise BadArgumentError("row", "must be greater than or equal to 0")
    if row >= len(found.rows):
        ctx.function_warning(f"Unable to jump to row {row} on PostgreSQL result index {handle.oid}")
        return None
    handle._row = row
    return found.rows[row]


def _as_array(result: PhpObject, values: List[Any], mode: int) -> PhpArray:
    kind = _KINDS.get(mode)
    if kind is None:
        raise BadArgumentError("mode", "must be one of PGSQL_ASSOC, PGSQL_NUM, or PGSQL_BOTH")
    names = [column.name for column in result_of(result).columns]
    if kind != fetching.BOTH:
        return fetching.as_array(kind, names, values)
    row = PhpArray()
    for index, (name, value) in enumerate(zip(names, values)):
        row.set(index, value)
        row.set(fetching.symbol(name), value)
    return row


@volatile
def pg_fetch_row(
    result: Annotated[PhpObject, "PgSql\\Result"], row: int | None = None, mode: int = PGSQL_NUM
) -> PhpArray | Literal[False]:
    """Get a row as an enumerated array."""
    values = _next_row(result, row)
    return False if values is None else _as_array(result, values, mode)


@volatile
def pg_fetch_assoc(
    result: Annotated[PhpObject, "PgSql\\Result"], row: int | None = None,
) -> PhpArray | Literal[False]:  # fmt: skip
    """Fetch a row as an associative array."""
    values = _next_row(result, row)
    return False if values is None else _as_array(result, values, PGSQL_ASSOC)


@volatile
def pg_fetch_array(
    result: Annotated[PhpObject, "PgSql\\Result"], row: int | None = None, mode: int = PGSQL_BOTH
) -> PhpArray | Literal[False]:
    """Fetch a row as an array."""
    values = _next_row(result, row)
    return False if values is None else _as_array(result, values, mode)


@volatile
def pg_fetch_object(
    result: Annotated[PhpObject, "PgSql\\Result"],
    row: int | None = None,
    class_: PhpString = "stdClass",
    constructor_args: PhpArray = PhpArray(),  # noqa: B008 - never changed
) -> PhpObject | Literal[False]:
    """Fetch a row as an object."""
    owner = lookup_class(class_.lstrip("\\"))
    if owner is None:
        raise BadArgumentError("class", f"must be a valid class name, {class_} given", "TypeError")
    values = _next_row(result, row)
    if values is None:
        return False
    if len(constructor_args) and owner.constructor is None:
        raise throw_error(
            "ValueError",
            f"pg_fetch_object(): Argument #4 ($constructor_args) must be empty when the specified class ({owner.name}) "
            "does not have a constructor",
        )
    names = [column.name for column in result_of(result).columns]
    return fetching.as_object(fetching.Target(owner=owner, arguments=constructor_args), 0, names, values)


@volatile
def pg_fetch_all(result: Annotated[PhpObject, "PgSql\\Result"], mode: int = PGSQL_ASSOC) -> PhpArray:
    """Fetches all rows from a result as an array."""
    return PhpArray([_as_array(result, row, mode) for row in result_of(result).rows])


@volatile
def pg_fetch_all_columns(result: Annotated[PhpObject, "PgSql\\Result"], field: int = 0) -> PhpArray:
    """Fetches all rows in a particular result column as an array."""
    found = result_of(result)
    if field < 0:
        raise BadArgumentError("field", "must be greater than or equal to 0")
    if field >= len(found.columns):
        raise BadArgumentError("field", f"must be {_TOO_MANY}")
    return PhpArray([row[field] for row in found.rows])
