"""PDOStatement: a statement of PostgreSQL, its bound parameters and columns, and the rows of its result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Iterator, List, Literal, Optional, Tuple

from engine.builtin.classes import method, php_class
from engine.builtin.declare import VOLATILE, BadArgumentError
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import instantiate, lookup_class, require_class
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref  # noqa: TC001 - signatures are read at run time
from engine.stdlib.pdo import errors, fetching, values
from engine.stdlib.pdo.errors import NO_ERROR
from engine.stdlib.pdo.fetching import Target
from engine.stdlib.pdo.parameters import Bound, Parameters, RefusedError, UndefinedError, as_type, place_of
from engine.stdlib.pgsql.messages import FATAL_ERROR, TUPLES_OK, Result

if TYPE_CHECKING:
    from engine.runtime.values import PhpString, Value

EXTENSION = "PDO"

_CURSOR_SCROLL = 1
_ATTR_EMULATE_PREPARES = 20
_ORIENTATIONS = ("NEXT", "BACKWARD", "FIRST", "LAST", "ABSOLUTE {}", "RELATIVE {}")
_NATIVE_TYPES = {
    values.BOOL: "bool", values.BYTEA: "bytea", values.INT8: "int8", values.INT2: "int2", values.INT4: "int4",
    values.FLOAT4: "float4", values.FLOAT8: "float8", values.TEXT: "text", values.VARCHAR: "varchar",
    values.DATE: "date", values.TIMESTAMP: "timestamp",
}  # fmt: skip


class Failed(Exception):  # noqa: N818 - control flow: the error has been told
    """What was begun cannot go on."""


@php_class(
    "PDOStatement", interfaces=("IteratorAggregate",), properties=(("queryString", "public", None, "string"),),
    dynamic_properties=True,
)  # fmt: skip
class PDOStatement(PhpObject):
    """Represents a prepared statement and, after the statement is executed, an associated result set."""

    _pdo: Any = None
    _sql = ""
    _sent: Optional[str] = None
    _emulates = False
    _name = ""
    _cursor = ""
    _is_prepared = False
    _parameters: Any = None
    _bound_columns: Any = None
    _error = NO_ERROR
    _mode = fetching.BOTH
    _target = Target()
    _result: Optional[Result] = None
    _names: Any = ()
    _row = 0
    _was_executed = False
    _row_count = 0

    # ------------------------------------------------------------ what PDO does with it

    def open_statement(self, pdo: Any, sql: str, *, emulates: bool, name: str, cursor: str) -> bool:
        """Take a statement; False when its placeholders make no sense."""
        self._pdo, self._sql, self._emulates, self._name, self._cursor = pdo, sql, emulates, name, cursor
        self._mode = pdo._default_mode
        self._bound_columns = {}
        try:
            self._parameters = Parameters(sql, emulates=emulates)
        except RefusedError as error:
            pdo._error = self._error = "HY093"
            errors.refuse(pdo._error_mode, "HY093", error.message)
            return False
        self._sent = self._parameters.numbered
        return True

    def run_statement(self) -> bool:
        """Execute it with what is bound; the error is told by the caller."""
        connection = self._pdo.connection()
        if self._cursor:
            result = self._declare(connection)
        elif self._emulates:
            result = connection.simple(self._sent)
        else:
            result = self._run_prepared(connection)
        self._row = 0
        if result.status == FATAL_ERROR:
            self._result = None
            self._fail(errors.state_of(result), result.status, connection.error)
            return False
        self._result = result
        self._set_columns(result)
        self._row_count = len(result.rows) if result.status == TUPLES_OK else result.affected
        self._was_executed = True
        return True

    def _run_prepared(self, connection: Any) -> Result:
        listed, shape = self._parameters.listed()
        if not self._name:
            return connection.execute("", self._sent, listed, shape)  # type: ignore[no-any-return]
        result = connection.execute(self._name, None if self._is_prepared else self._sent, listed, shape)
        self._is_prepared = self._is_prepared or result.status != FATAL_ERROR or result.is_parsed
        return result  # type: ignore[no-any-return]

    def _declare(self, connection: Any) -> Result:
        if self._is_prepared:
            connection.simple(f"CLOSE {self._cursor}")
        result = connection.simple(f"DECLARE {self._cursor} SCROLL CURSOR WITH HOLD FOR {self._sent}")
        if result.status == FATAL_ERROR:
            return result  # type: ignore[no-any-return]
        self._is_prepared = True
        return connection.simple(f"FETCH FORWARD 0 FROM {self._cursor}")  # type: ignore[no-any-return]

    def _set_columns(self, result: Result) -> None:
        case = self._pdo._case
        names = [column.name for column in result.columns]
        if case == 1:
            names = [name.upper() if name.isascii() else name for name in names]
        elif case == 2:
            names = [name.lower() if name.isascii() else name for name in names]
        self._names = names
        for key, bound in list(self._bound_columns.items()):
            if bound.name is not None and bound.name in names:
                self._bound_columns[key] = bound._replace(number=names.index(bound.name))

    # ------------------------------------------------------------ errors

    def _fail(self, code: str, status: Optional[int], message: str) -> None:
        self._error = code
        self._pdo._driver_error.status = status
        self._pdo._driver_error.message = errors.trimmed(message)

    def _report(self) -> bool:
        """Tell of the error there is, if any; always False."""
        if self._error != NO_ERROR:
            errors.report(self._pdo._error_mode, self._error, self._pdo._driver_error)
        return False

    def _refuse(self, code: str, detail: Optional[str]) -> bool:
        self._error = code
        errors.refuse(self._pdo._error_mode, code, detail)
        return False

    def _check(self) -> None:
        if self._pdo is None:
            raise throw_error("Error", "PDO object is uninitialized")

    # ------------------------------------------------------------ parameters

    def _bind(self, number: int, name: Optional[str], value: Any, kind: int) -> bool:
        try:
            self._parameters.bind(number, name, value, kind)
        except UndefinedError as error:
            self._fail("HY093", None, error.message)
            return self._report()
        return True

    @method
    def bindColumn(
        self, column: PhpString | int, var: Ref[Value], type: int = values.PARAM_STR, maxLength: int = 0,
        driverOptions: Value = None,
    ) -> bool:  # fmt: skip
        """Bind a column to a PHP variable."""
        self._check()
        number, name = place_of(column, "column")
        if name is not None and self._names:
            if name not in self._names:
                return self._refuse(
                    "HY000", f"Did not find column name '{name}' in the defined columns; it will not be bound"
                )
            number = self._names.index(name)
        self._bound_columns[number if name is None else name] = Bound(number, name, var, type)
        return True

    @method
    def bindParam(
        self, param: PhpString | int, var: Ref[Value], type: int = values.PARAM_STR, maxLength: int = 0,
        driverOptions: Value = None,
    ) -> bool:  # fmt: skip
        """Binds a parameter to the specified variable name."""
        self._check()
        number, name = place_of(param)
        value = var.get()
        fitting = as_type(value, type) if maxLength <= 0 else value
        if fitting is not value:
            var.set(fitting)
        return self._bind(number, name, var, type)

    @method
    def bindValue(self, param: PhpString | int, value: Value, type: int = values.PARAM_STR) -> bool:
        """Binds a value to a parameter."""
        self._check()
        number, name = place_of(param)
        return self._bind(number, name, as_type(value, type), type)

    @method(effect=VOLATILE)
    def execute(self, params: PhpArray | None = None) -> bool:
        """Executes a prepared statement."""
        self._check()
        self._error = NO_ERROR
        if params is not None:
            self._parameters.clear()
            for key, value in params.items():
                number, name = (key, None) if isinstance(key, int) else (-1, key)
                if not self._bind(number, name, as_type(value, values.PARAM_STR), values.PARAM_STR):
                    return False
        if self._emulates:
            try:
                self._sent = self._parameters.expanded()
            except RefusedError as error:
                return self._refuse("HY093", error.message)
        if not self.run_statement():
            return self._report()
        return True

    # ------------------------------------------------------------ fetching

    def _advance(self, orientation: int, offset: int) -> bool:
        """Go to the next row, and set the variables that are bound to columns."""
        if not self._was_executed or self._result is None:
            return False
        if self._cursor:
            connection = self._pdo.connection()
            where = _ORIENTATIONS[orientation].format(offset) if 0 <= orientation < len(_ORIENTATIONS) else "NEXT"
            result = connection.simple(f"FETCH {where} FROM {self._cursor}")
            if result.status == FATAL_ERROR:
                self._fail(errors.state_of(result), result.status, connection.error)
                return False
            self._result = result
            if not result.rows:
                return False
            self._row = 1
        elif self._row < len(self._result.rows):
            self._row += 1
        else:
            return False
        for bound in self._bound_columns.values():
            if bound.number >= 0:
                bound.value.set(self._value(bound.number, bound.type & values.PARAM_TYPE_MASK))
        return True

    def _value(self, column: int, kind: Optional[int] = None) -> Any:
        """The value of a column of the present row."""
        result = self._result
        assert result is not None
        if column < 0:
            raise throw_error("ValueError", "Column index must be greater than or equal to 0")
        if column >= len(result.columns):
            raise throw_error("ValueError", "Invalid column index")
        value = values.from_text(result.rows[self._row - 1][column], result.columns[column].type)
        pdo = self._pdo
        if value == "" and pdo._null_mode == values.NULL_EMPTY_STRING and type(value) is str:
            value = None
        if pdo._stringifies:
            kind = values.PARAM_STR
        value = values.converted(value, kind)
        return "" if value is None and pdo._null_mode == values.NULL_TO_STRING else value

    def _row_values(self, first: int = 0) -> List[Any]:
        assert self._result is not None
        return [self._value(column) for column in range(first, len(self._result.columns))]

    def _fetch(self, mode: int, target: Target, orientation: int = 0, offset: int = 0) -> Tuple[bool, Any]:
        """Whether there is a row, and what the mode makes of it."""
        if mode & ~fetching.FLAGS == fetching.DEFAULT:
            mode = self._mode | mode & fetching.FLAGS
        if not self._advance(orientation, offset):
            return False, None
        return True, self._shaped(mode, target, 0)

    def _shaped(self, mode: int, target: Target, first: int) -> Any:
        """The present row from a column on, as the mode has it."""
        kind, flags = mode & ~fetching.FLAGS, mode & fetching.FLAGS
        if kind in (fetching.ASSOC, fetching.NUM, fetching.BOTH, fetching.NAMED):
            return fetching.as_array(kind, self._names[first:], self._row_values(first), first)
        if kind == fetching.OBJ:
            made = instantiate(require_class("stdClass"))
            fetching.fill(made, self._names[first:], self._row_values(first), None)
            return made
        if kind == fetching.COLUMN:
            return self._value(target.column)
        if kind == fetching.BOUND:
            return True
        if kind == fetching.KEY_PAIR:
            key, value = self._pair()
            return PhpArray.of_items([(key, value)])
        if kind == fetching.CLASS:
            if flags & fetching.CLASSTYPE:
                target = target._replace(owner=fetching.class_of_column(self._value(first)))
                first += 1
            elif target.owner is None:
                self._refuse("HY000", "No fetch class specified")
                raise Failed
            return fetching.as_object(target, flags, self._names[first:], self._row_values(first))
        if kind == fetching.INTO:
            if target.into is None:
                self._refuse("HY000", "No fetch-into object specified.")
                raise Failed
            fetching.fill(target.into, self._names[first:], self._row_values(first), target.into.php_class)
            return target.into
        if kind == fetching.FUNC:
            if target.function is None:
                self._refuse("HY000", "No fetch function specified")
                raise Failed
            return target.function(*self._row_values(first))
        if kind == fetching.LAZY:
            return self._lazy_row()
        raise throw_error("ValueError", "Fetch mode must be a bitmask of PDO::FETCH_* constants")

    def _pair(self) -> Tuple[Any, Any]:
        if len(self._names) != 2:
            self._refuse(
                "HY000", "PDO::FETCH_KEY_PAIR fetch mode requires the result set to contain exactly 2 columns."
            )
            raise Failed
        key, value = self._value(0), self._value(1)
        return (key if type(key) is int else fetching.symbol(values.as_text(key) if key is not None else "")), value

    def _lazy_row(self) -> PhpObject:
        row: Any = instantiate(require_class("PDORow"))
        row._statement = self
        return row  # type: ignore[no-any-return]

    @method
    def fetch(self, mode: int = 0, cursorOrientation: int = 0, cursorOffset: int = 0) -> Value:
        """Fetches the next row from a result set."""
        self._check()
        self._error = NO_ERROR
        fetching.verify(mode, self._mode, is_all=False)
        try:
            is_there, value = self._fetch(mode, self._target, cursorOrientation, cursorOffset)
        except Failed:
            return False
        return value if is_there else self._report()

    @method
    def fetchAll(self, mode: int = 0, *args: Value) -> PhpArray:
        """Fetches the remaining rows from a result set."""
        self._check()
        fetching.verify(mode, self._mode, is_all=True)
        target = fetching.target_of_all(mode, list(args), self._target)
        self._error = NO_ERROR
        if mode & ~fetching.FLAGS == fetching.DEFAULT:
            mode |= self._mode
        rows = PhpArray()
        kind = mode & ~fetching.FLAGS
        try:
            while self._advance(0, 0):
                if kind == fetching.KEY_PAIR:
                    key, value = self._pair()
                    rows.set(key, value)
                elif mode & fetching.GROUP:
                    self._add_to_group(rows, mode, target)
                else:
                    rows.append(self._shaped(mode, target, 0))
        except Failed:
            return rows
        self._report()
        return rows

    def _add_to_group(self, rows: PhpArray, mode: int, target: Target) -> None:
        """Put the present row under the value of its first column."""
        kind = mode & ~fetching.FLAGS
        first = 1 if mode & fetching.CLASSTYPE and kind == fetching.CLASS else 0
        group_column = first
        if kind == fetching.COLUMN:
            column = 1 if target.column == -1 else target.column
            if column >= len(self._names):
                raise throw_error("ValueError", "Invalid column index")
            is_plain = mode & fetching.FLAGS == fetching.GROUP
            if is_plain and target.column > 0:
                group_column, value = column, self._value(0)
            else:
                value = self._value(1 if is_plain and target.column == -1 else column)
        elif first:
            owned = target._replace(owner=fetching.class_of_column(self._value(0)))
            value = self._shaped(mode & ~fetching.CLASSTYPE, owned, 2)
        else:
            value = self._shaped(mode, target, 1)
        shown = self._value(group_column)
        key = fetching.symbol("" if shown is None else to_string(shown))
        if mode & fetching.UNIQUE == fetching.UNIQUE:
            rows.set(key, value)
            return
        if not rows.has(key):
            rows.set(key, PhpArray())
        rows.get(key).append(value)

    @method
    def fetchColumn(self, column: int = 0) -> Value:
        """Returns a single column from the next row of a result set."""
        self._check()
        self._error = NO_ERROR
        if not self._advance(0, 0):
            return self._report()
        value: Value = self._value(column)
        return value

    @method
    def fetchObject(
        self,
        class_: PhpString | None = "stdClass",
        constructorArgs: PhpArray = PhpArray(),  # noqa: B008 - never changed
    ) -> PhpObject | Literal[False]:
        """Fetches the next row and returns it as an object."""
        self._check()
        self._error = NO_ERROR
        name = "stdClass" if class_ is None else class_
        owner = lookup_class(name.lstrip("\\"))
        if owner is None:
            raise BadArgumentError("class", f"must be a valid class name, {name} given", "TypeError")
        arguments = constructorArgs if len(constructorArgs) else None
        if arguments is not None and owner.constructor is None and self._result is not None:
            raise throw_error("Error", "User-supplied statement does not accept constructor arguments")
        try:
            is_there, value = self._fetch(fetching.CLASS, Target(owner=owner, arguments=arguments))
        except Failed:
            return False
        return value if is_there else self._report()  # type: ignore[return-value] # False in the other case

    @method
    def setFetchMode(self, mode: int, *args: Value) -> Literal[True]:
        """Set the default fetch mode for this statement."""
        self._check()
        self.use_mode(mode, list(args), 1)
        return True

    def use_mode(self, mode: int, arguments: List[Any], position: int) -> None:
        """Take a fetch mode and what follows it; `position` is that of the mode among the arguments."""
        self._mode = fetching.BOTH
        fetching.verify(mode, self._mode, is_all=False)
        self._target = fetching.target_of_mode(mode, arguments, position)
        self._mode = mode if mode & ~fetching.FLAGS else mode | self._pdo._default_mode

    # ------------------------------------------------------------ about the result

    @method
    def closeCursor(self) -> bool:
        """Closes the cursor, enabling the statement to be executed again."""
        self._check()
        self._error = NO_ERROR
        self._was_executed = False
        return True

    @method
    def columnCount(self) -> int:
        """Returns the number of columns in the result set."""
        self._check()
        return len(self._names)

    @method
    def rowCount(self) -> int:
        """Returns the number of rows affected by the last SQL statement."""
        self._check()
        return self._row_count

    @method
    def errorCode(self) -> PhpString | None:
        """Fetch the SQLSTATE associated with the last operation on the statement handle."""
        self._check()
        return self._error

    @method
    def errorInfo(self) -> PhpArray:
        """Fetch extended error information associated with the last operation on the statement handle."""
        self._check()
        return error_info(self._error, self._pdo._driver_error)

    @method
    def getAttribute(self, name: int) -> Value:
        """Retrieve a statement attribute."""
        self._check()
        self._error = NO_ERROR
        if name == _ATTR_EMULATE_PREPARES:
            return self._emulates
        return self._refuse("IM001", "driver doesn't support getting that attribute")

    @method
    def setAttribute(self, attribute: int, value: Value) -> bool:
        """Set a statement attribute."""
        self._check()
        return self._refuse("IM001", "This driver doesn't support setting attributes")

    @method
    def nextRowset(self) -> bool:
        """Advances to the next rowset in a multi-rowset statement handle."""
        self._check()
        return self._refuse("IM001", "driver does not support multiple rowsets")

    @method(effect=VOLATILE)
    def getColumnMeta(self, column: int) -> PhpArray | Literal[False]:
        """Returns metadata for a column in a result set."""
        self._check()
        if column < 0:
            raise BadArgumentError("column", "must be greater than or equal to 0")
        self._error = NO_ERROR
        result = self._result
        if result is None or column >= len(result.columns):
            return False
        found = result.columns[column]
        meta = PhpArray()
        meta.set("pgsql:oid", found.type)
        meta.set("pgsql:table_oid", found.table)
        connection = self._pdo.connection()
        table = connection.execute("", "SELECT relname FROM pg_class WHERE oid = $1", [str(found.table)])
        if table.rows:
            meta.set("table", table.rows[0][0])
        native = _NATIVE_TYPES.get(found.type)
        if native is None:
            named = connection.execute("", "SELECT typname FROM pg_type WHERE oid = $1", [str(found.type)])
            native = named.rows[0][0] if named.rows else None
        if native is not None:
            meta.set("native_type", native)
        meta.set("pdo_type", _pdo_type(found.type))
        meta.set("name", self._names[column])
        meta.set("len", found.size)
        meta.set("precision", found.modifier)
        return meta

    @method
    def debugDumpParams(self) -> bool | None:
        """Dump an SQL prepared command."""
        self._check()
        lines = [f"SQL: [{len(self._sql)}] {self._sql}"]
        if self._emulates and self._was_executed and self._sent is not None:
            lines.append(f"Sent SQL: [{len(self._sent)}] {self._sent}")
        ctx.echo("\n".join([*lines, *self._parameters.described(), ""]))
        return None

    @method
    def getIterator(self) -> Annotated[PhpObject, "Iterator"]:
        """Gets result set iterator."""
        self._check()
        made: Any = instantiate(require_class("InternalIterator"))
        made._begin = self.iterate_native
        return made  # type: ignore[no-any-return]

    def iterate_native(self) -> Iterator[Tuple[Any, Any]]:
        """Walk the rows that are left."""
        index = 0
        while True:
            is_there, value = self._fetch(fetching.DEFAULT, self._target)
            if not is_there:
                self._report()
                return
            yield index, value
            index += 1


@php_class("PDORow", final=True, properties=(("queryString", "public", None, "string"),))
class PDORow(PhpObject):
    """A row of a statement that is fetched lazily: its columns are properties."""

    refuse_new = "You may not create a PDORow manually"
    refusal_class = "PDOException"

    _statement: Any = None

    @method(name="__get")
    def get_column(self, name: PhpString) -> Value:
        """Return a column of the present row, by its name or number."""
        statement = self._statement
        if name == "queryString":
            return statement._sql  # type: ignore[no-any-return]
        if name.isdigit() and int(name) < len(statement._names):
            return statement._value(int(name))  # type: ignore[no-any-return]
        if name in statement._names:
            return statement._value(statement._names.index(name))  # type: ignore[no-any-return]
        return None

    @method(name="__isset")
    def has_column(self, name: PhpString) -> bool:
        """Whether there is such a column, and it is not NULL."""
        return self.get_column(name) is not None


def _pdo_type(type_: int) -> int:
    if type_ == values.BOOL:
        return values.PARAM_BOOL
    if type_ in (values.INT2, values.INT4, values.INT8):
        return values.PARAM_INT
    return values.PARAM_LOB if type_ in (values.OID, values.BYTEA) else values.PARAM_STR


def error_info(code: str, driver: errors.DriverError) -> PhpArray:
    """What errorInfo() says: always three."""
    items: List[Any] = [code] if code == NO_ERROR or not code else list(driver.info(code).values())
    return PhpArray(items + [None] * (3 - len(items)))


CLASSES = (PDOStatement, PDORow)
