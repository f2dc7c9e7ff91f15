"""PDO: a connection, its attributes, its transactions, and what it says of errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Dict, List, Literal, Optional, Tuple

from engine.builtin.classes import method, php_class
from engine.builtin.declare import VOLATILE, BadArgumentError, PhpConst
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import PhpClass, instantiate, lookup_class, require_class
from engine.runtime.conversions import numeric_value, to_bool, to_int, type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.stdlib.pdo import errors, fetching, values
from engine.stdlib.pdo.errors import NO_ERROR, DriverError
from engine.stdlib.pdo.statement import _ATTR_EMULATE_PREPARES, _CURSOR_SCROLL, error_info
from engine.stdlib.pgsql import copying
from engine.stdlib.pgsql.connection import ConnectError, Connection
from engine.stdlib.pgsql.messages import COMMAND_OK, FATAL_ERROR

if TYPE_CHECKING:
    from engine.runtime.values import PhpString, Value

EXTENSION = "PDO"

_ATTR_ERRMODE = 3
_ATTR_SERVER_VERSION, _ATTR_CLIENT_VERSION, _ATTR_SERVER_INFO, _ATTR_CONNECTION_STATUS = 4, 5, 6, 7
_ATTR_CASE, _ATTR_CURSOR, _ATTR_ORACLE_NULLS, _ATTR_PERSISTENT, _ATTR_STATEMENT_CLASS = 8, 10, 11, 12, 13
_ATTR_DRIVER_NAME, _ATTR_STRINGIFY, _ATTR_DEFAULT_FETCH_MODE, _ATTR_DISABLE_PREPARES = 16, 17, 19, 1000
# The libpq whose words and ways these are.
_CLIENT_VERSION = "17.4"
_CONNECT_FAILED = 7


@php_class("PDO", dynamic_properties=True)
class PDO(PhpObject):
    """Represents a connection between PHP and a database server."""

    PARAM_NULL: PhpConst[int] = 0
    PARAM_BOOL: PhpConst[int] = 5
    PARAM_INT: PhpConst[int] = 1
    PARAM_STR: PhpConst[int] = 2
    PARAM_LOB: PhpConst[int] = 3
    PARAM_STMT: PhpConst[int] = 4
    PARAM_INPUT_OUTPUT: PhpConst[int] = 2147483648
    PARAM_STR_NATL: PhpConst[int] = 1073741824
    PARAM_STR_CHAR: PhpConst[int] = 536870912
    PARAM_EVT_ALLOC: PhpConst[int] = 0
    PARAM_EVT_FREE: PhpConst[int] = 1
    PARAM_EVT_EXEC_PRE: PhpConst[int] = 2
    PARAM_EVT_EXEC_POST: PhpConst[int] = 3
    PARAM_EVT_FETCH_PRE: PhpConst[int] = 4
    PARAM_EVT_FETCH_POST: PhpConst[int] = 5
    PARAM_EVT_NORMALIZE: PhpConst[int] = 6
    FETCH_DEFAULT: PhpConst[int] = 0
    FETCH_LAZY: PhpConst[int] = 1
    FETCH_ASSOC: PhpConst[int] = 2
    FETCH_NUM: PhpConst[int] = 3
    FETCH_BOTH: PhpConst[int] = 4
    FETCH_OBJ: PhpConst[int] = 5
    FETCH_BOUND: PhpConst[int] = 6
    FETCH_COLUMN: PhpConst[int] = 7
    FETCH_CLASS: PhpConst[int] = 8
    FETCH_INTO: PhpConst[int] = 9
    FETCH_FUNC: PhpConst[int] = 10
    FETCH_GROUP: PhpConst[int] = 65536
    FETCH_UNIQUE: PhpConst[int] = 196608
    FETCH_KEY_PAIR: PhpConst[int] = 12
    FETCH_CLASSTYPE: PhpConst[int] = 262144
    FETCH_SERIALIZE: PhpConst[int] = 524288
    FETCH_PROPS_LATE: PhpConst[int] = 1048576
    FETCH_NAMED: PhpConst[int] = 11
    ATTR_AUTOCOMMIT: PhpConst[int] = 0
    ATTR_PREFETCH: PhpConst[int] = 1
    ATTR_TIMEOUT: PhpConst[int] = 2
    ATTR_ERRMODE: PhpConst[int] = 3
    ATTR_SERVER_VERSION: PhpConst[int] = 4
    ATTR_CLIENT_VERSION: PhpConst[int] = 5
    ATTR_SERVER_INFO: PhpConst[int] = 6
    ATTR_CONNECTION_STATUS: PhpConst[int] = 7
    ATTR_CASE: PhpConst[int] = 8
    ATTR_CURSOR_NAME: PhpConst[int] = 9
    ATTR_CURSOR: PhpConst[int] = 10
    ATTR_ORACLE_NULLS: PhpConst[int] = 11
    ATTR_PERSISTENT: PhpConst[int] = 12
    ATTR_STATEMENT_CLASS: PhpConst[int] = 13
    ATTR_FETCH_TABLE_NAMES: PhpConst[int] = 14
    ATTR_FETCH_CATALOG_NAMES: PhpConst[int] = 15
    ATTR_DRIVER_NAME: PhpConst[int] = 16
    ATTR_STRINGIFY_FETCHES: PhpConst[int] = 17
    ATTR_MAX_COLUMN_LEN: PhpConst[int] = 18
    ATTR_EMULATE_PREPARES: PhpConst[int] = 20
    ATTR_DEFAULT_FETCH_MODE: PhpConst[int] = 19
    ATTR_DEFAULT_STR_PARAM: PhpConst[int] = 21
    ERRMODE_SILENT: PhpConst[int] = 0
    ERRMODE_WARNING: PhpConst[int] = 1
    ERRMODE_EXCEPTION: PhpConst[int] = 2
    CASE_NATURAL: PhpConst[int] = 0
    CASE_LOWER: PhpConst[int] = 2
    CASE_UPPER: PhpConst[int] = 1
    NULL_NATURAL: PhpConst[int] = 0
    NULL_EMPTY_STRING: PhpConst[int] = 1
    NULL_TO_STRING: PhpConst[int] = 2
    ERR_NONE: PhpConst[PhpString] = "00000"
    FETCH_ORI_NEXT: PhpConst[int] = 0
    FETCH_ORI_PRIOR: PhpConst[int] = 1
    FETCH_ORI_FIRST: PhpConst[int] = 2
    FETCH_ORI_LAST: PhpConst[int] = 3
    FETCH_ORI_ABS: PhpConst[int] = 4
    FETCH_ORI_REL: PhpConst[int] = 5
    CURSOR_FWDONLY: PhpConst[int] = 0
    CURSOR_SCROLL: PhpConst[int] = 1
    PGSQL_ATTR_DISABLE_PREPARES: PhpConst[int] = 1000
    PGSQL_TRANSACTION_IDLE: PhpConst[int] = 0
    PGSQL_TRANSACTION_ACTIVE: PhpConst[int] = 1
    PGSQL_TRANSACTION_INTRANS: PhpConst[int] = 2
    PGSQL_TRANSACTION_INERROR: PhpConst[int] = 3
    PGSQL_TRANSACTION_UNKNOWN: PhpConst[int] = 4

    _connection: Optional[Connection] = None
    _error: Optional[str] = None
    _driver_error: Any = None
    _failed: Any = None
    _error_mode = errors.EXCEPTION
    _case = 0
    _null_mode = 0
    _stringifies = False
    _default_mode = fetching.BOTH
    _emulates = False
    _disables_prepares = False
    _statements = 0
    _statement_class: Any = None
    _statement_arguments: Any = None

    def connection(self) -> Connection:
        """The connection; throws where the constructor was not called."""
        if self._connection is None:
            raise throw_error("Error", f"{self.php_class.name} object is uninitialized")
        return self._connection

    @method(name="__construct", effect=VOLATILE)
    def construct(
        self, dsn: PhpString, username: PhpString | None = None, password: PhpString | None = None,
        options: PhpArray | None = None,
    ) -> None:  # fmt: skip
        """Creates a PDO instance representing a connection to a database."""
        _check_driver(dsn)
        self.open_handle(options)

    @staticmethod
    @method(static=True, effect=VOLATILE)
    def connect(
        called: PhpClass, dsn: PhpString, username: PhpString | None = None, password: PhpString | None = None,
        options: PhpArray | None = None,
    ) -> Annotated[PhpObject, "static"]:  # fmt: skip
        """Connect to a database and return a PDO subclass for drivers that support it."""
        _check_driver(dsn)
        made: Any = instantiate(require_class("Pdo\\Pgsql") if called.lower_name == "pdo" else called)
        made.open_handle(options)
        return made  # type: ignore[no-any-return]

    def open_handle(self, options: Optional[PhpArray]) -> None:
        """Connect. Whatever server, user and password a script names: it gets its tenant's database."""
        self._driver_error = DriverError()
        try:
            self._connection = Connection()
        except ConnectError as error:
            message = f"connection to server failed: {errors.trimmed(str(error))}"
            raise errors.thrown(
                f"SQLSTATE[08006] [{_CONNECT_FAILED}] {message}",
                _CONNECT_FAILED,
                PhpArray(["08006", _CONNECT_FAILED, message]),
            ) from error
        self._statement_class = require_class("PDOStatement")
        self._error = None
        for key, value in () if options is None else options.items():
            if type(key) is int and key != _ATTR_PERSISTENT:
                self._set(key, value)

    # ------------------------------------------------------------ statements

    @method(effect=VOLATILE)
    def prepare(
        self,
        query: PhpString,
        options: PhpArray = PhpArray(),  # noqa: B008 - never changed
    ) -> Annotated[PhpObject, "PDOStatement"] | Literal[False]:
        """Prepares a statement for execution and returns a statement object."""
        self.connection()
        if not query:
            raise BadArgumentError("query", "must not be empty")
        self._clear()
        owner, arguments = self._statement_class, self._statement_arguments
        if options.has(_ATTR_STATEMENT_CLASS):
            owner, arguments = _statement_class(options.get(_ATTR_STATEMENT_CLASS))
        made = self._statement(query, options, owner, arguments)
        if made is None:
            return False
        _construct(made, arguments)
        return made  # type: ignore[no-any-return]

    @method(effect=VOLATILE)
    def query(
        self, query: PhpString, fetchMode: int | None = None, *fetchModeArgs: Value
    ) -> Annotated[PhpObject, "PDOStatement"] | Literal[False]:
        """Prepares and executes an SQL statement without placeholders."""
        self.connection()
        if not query:
            raise BadArgumentError("query", "must not be empty")
        self._clear()
        made = self._statement(query, PhpArray(), self._statement_class, self._statement_arguments)
        if made is None:
            return False
        if fetchMode is not None:
            made.use_mode(fetchMode, list(fetchModeArgs), 2)
        if made.run_statement():
            _construct(made, self._statement_arguments)
            return made  # type: ignore[no-any-return]
        self._failed = made
        self._error = made._error
        errors.report(self._error_mode, made._error, self._driver_error)
        return False

    # Any: a PDOStatement, which Python knows as a PhpObject with attributes of its own.
    def _statement(self, query: str, options: PhpArray, owner: PhpClass, arguments: Any) -> Any:
        if arguments is not None and owner.constructor is None:
            raise throw_error("Error", "User-supplied statement does not accept constructor arguments")
        made: Any = instantiate(owner)
        made.__dict__["p_queryString"] = query
        emulates, disables, cursor = self._emulates, self._disables_prepares, ""
        if to_int(options.get(_ATTR_CURSOR, 0)) == _CURSOR_SCROLL:
            emulates = True
            cursor = f"pdo_crsr_{self._number():08x}"
        elif len(options):
            emulates = to_int(options.get(_ATTR_EMULATE_PREPARES, self._emulates)) == 1
            disables = to_int(options.get(_ATTR_DISABLE_PREPARES, self._disables_prepares)) == 1
        if not made.open_statement(self, query, emulates=emulates, name="", cursor=cursor):
            return None
        if not emulates and not disables:
            made._name = f"pdo_stmt_{self._number():08x}"
        return made

    def _number(self) -> int:
        self._statements += 1
        return self._statements

    @method(effect=VOLATILE)
    def exec(self, statement: PhpString) -> int | Literal[False]:
        """Execute an SQL statement and return the number of affected rows."""
        connection = self.connection()
        if not statement:
            raise BadArgumentError("statement", "must not be empty")
        self._clear()
        result = connection.simple(statement)
        if result.status == FATAL_ERROR:
            return self._fail(result)
        return result.affected if result.status == COMMAND_OK else 0

    @method(effect=VOLATILE)
    def lastInsertId(self, name: PhpString | None = None) -> PhpString | Literal[False]:
        """Returns the ID of the last inserted row or sequence value."""
        connection = self.connection()
        self._clear()
        if name is None:
            result = connection.simple("SELECT LASTVAL()")
        else:
            result = connection.execute("", "SELECT CURRVAL($1)", [name])
        if result.status == FATAL_ERROR or not result.rows:
            return self._fail(result)
        return result.rows[0][0] or ""

    @method
    def quote(self, string: PhpString, type: int = values.PARAM_STR) -> PhpString | Literal[False]:
        """Quotes a string for use in a query."""
        self.connection()
        self._clear()
        if type & values.PARAM_TYPE_MASK == values.PARAM_LOB:
            return f"'{values.escape_bytea(string)}'"
        return values.quoted(string)

    # ------------------------------------------------------------ transactions

    @method(effect=VOLATILE)
    def beginTransaction(self) -> bool:
        """Initiates a transaction."""
        if self.connection().transaction != "I":
            raise errors.thrown("There is already an active transaction", 0, None)
        return self._command("BEGIN")

    @method(effect=VOLATILE)
    def commit(self) -> bool:
        """Commits a transaction."""
        return self._end_transaction("COMMIT")

    @method(effect=VOLATILE)
    def rollBack(self) -> bool:
        """Rolls back a transaction."""
        return self._end_transaction("ROLLBACK")

    @method(effect=VOLATILE)
    def inTransaction(self) -> bool:
        """Checks if inside a transaction."""
        return self.connection().transaction != "I"

    def _end_transaction(self, command: str) -> bool:
        if self.connection().transaction == "I":
            raise errors.thrown("There is no active transaction", 0, None)
        return self._command(command)

    def _command(self, command: str) -> bool:
        result = self.connection().simple(command)
        if result.status == FATAL_ERROR:
            return self._fail(result)
        return True

    # ------------------------------------------------------------ errors

    def _clear(self) -> None:
        self._error = NO_ERROR
        self._failed = None

    def _fail(self, result: Any) -> Literal[False]:
        """Keep the error of a result, and tell of it; always False."""
        self._error = errors.state_of(result)
        self._driver_error.status = result.status
        self._driver_error.message = errors.trimmed(self.connection().error)
        errors.report(self._error_mode, self._error, self._driver_error)
        return False

    def _fail_with(self, message: str) -> None:
        """Keep an error that the driver found by itself, and tell of it."""
        self._error = "HY000"
        self._driver_error.status = FATAL_ERROR
        self._driver_error.message = message
        errors.report(self._error_mode, self._error, self._driver_error)

    @method
    def errorCode(self) -> PhpString | None:
        """Fetch the SQLSTATE associated with the last operation on the database handle."""
        self.connection()
        return self._error

    @method
    def errorInfo(self) -> PhpArray:
        """Fetch extended error information associated with the last operation on the database handle."""
        self.connection()
        return error_info(self._error or "", self._driver_error)

    # ------------------------------------------------------------ attributes

    @method
    def setAttribute(self, attribute: int, value: Value) -> bool:
        """Set an attribute."""
        self.connection()
        self._clear()
        return self._set(attribute, value)

    def _set(self, attribute: int, value: Any) -> bool:
        if attribute == _ATTR_ERRMODE:
            mode = _as_int(value)
            if mode not in (errors.SILENT, errors.WARNING, errors.EXCEPTION):
                raise throw_error("ValueError", "Error mode must be one of the PDO::ERRMODE_* constants")
            self._error_mode = mode
        elif attribute == _ATTR_CASE:
            case = _as_int(value)
            if case not in (0, 1, 2):
                raise throw_error("ValueError", "Case folding mode must be one of the PDO::CASE_* constants")
            self._case = case
        elif attribute == _ATTR_ORACLE_NULLS:
            self._null_mode = _as_int(value)
        elif attribute == _ATTR_DEFAULT_FETCH_MODE:
            self._set_default_mode(value)
        elif attribute == _ATTR_STRINGIFY:
            self._stringifies = _as_bool(value)
        elif attribute == _ATTR_STATEMENT_CLASS:
            self._statement_class, self._statement_arguments = _statement_class(value)
        elif attribute == _ATTR_EMULATE_PREPARES:
            self._emulates = _as_bool(value)
        elif attribute == _ATTR_DISABLE_PREPARES:
            self._disables_prepares = _as_bool(value)
        else:
            return False
        return True

    def _set_default_mode(self, value: Any) -> None:
        if type(value) is PhpArray:
            first = value.get(0)
            if first in (fetching.INTO, fetching.CLASS):
                raise throw_error(
                    "ValueError", "PDO::FETCH_INTO and PDO::FETCH_CLASS cannot be set as the default fetch mode"
                )
            mode = to_int(value)
        else:
            mode = _as_int(value)
        if mode == fetching.DEFAULT:
            raise throw_error("ValueError", "Fetch mode must be a bitmask of PDO::FETCH_* constants")
        self._default_mode = mode

    @method
    def getAttribute(self, attribute: int) -> Value:
        """Retrieve a database connection attribute."""
        connection = self.connection()
        self._clear()
        if attribute == _ATTR_STATEMENT_CLASS:
            named: List[Any] = [self._statement_class.name]
            if self._statement_arguments is not None:
                named.append(self._statement_arguments.share())
            return PhpArray(named)
        known: Dict[int, Value] = {
            _ATTR_PERSISTENT: False,
            _ATTR_CASE: self._case,
            _ATTR_ORACLE_NULLS: self._null_mode,
            _ATTR_ERRMODE: self._error_mode,
            _ATTR_DRIVER_NAME: "pgsql",
            _ATTR_STRINGIFY: self._stringifies,
            _ATTR_DEFAULT_FETCH_MODE: self._default_mode,
            _ATTR_EMULATE_PREPARES: self._emulates,
            _ATTR_DISABLE_PREPARES: self._disables_prepares,
            _ATTR_CLIENT_VERSION: _CLIENT_VERSION,
            _ATTR_SERVER_VERSION: connection.server_version,
            _ATTR_CONNECTION_STATUS: "Connection OK; waiting to send." if connection.is_open else "Bad connection.",
        }
        if attribute == _ATTR_SERVER_INFO:
            return self._server_info(connection)
        if attribute in known:
            return known[attribute]
        self._error = "IM001"
        errors.refuse(self._error_mode, "IM001", "driver does not support that attribute")
        return False

    def _server_info(self, connection: Connection) -> str:
        row = connection.simple(
            "SELECT current_setting('client_encoding'), current_setting('is_superuser'), session_user, "
            "current_setting('DateStyle')"
        ).rows[0]
        return (
            f"PID: {connection.pid}; Client Encoding: {row[0]}; Is Superuser: {row[1]}; "
            f"Session Authorization: {row[2]}; Date Style: {row[3]}"
        )

    pgsqlCopyFromArray, pgsqlCopyFromFile = copying.copy_from_array, copying.copy_from_file  # noqa: N815 - PHP's names
    pgsqlCopyToArray, pgsqlCopyToFile = copying.copy_to_array, copying.copy_to_file  # noqa: N815 - PHP's names

    @staticmethod
    @method(static=True)
    def getAvailableDrivers(called: PhpClass) -> PhpArray:
        """Return an array of available PDO drivers."""
        return PhpArray(["pgsql"])


def _check_driver(dsn: str) -> None:
    driver, colon, _rest = dsn.partition(":")
    if not colon:
        raise BadArgumentError("dsn", "must be a valid data source name", "PDOException")
    if driver != "pgsql":
        raise errors.thrown("could not find driver", 0, None)


def _statement_class(value: Any) -> Tuple[PhpClass, Optional[PhpArray]]:
    """The class, and its constructor's arguments, of PDO::ATTR_STATEMENT_CLASS."""
    option = "PDO::ATTR_STATEMENT_CLASS"
    if type(value) is not PhpArray:
        raise throw_error("TypeError", f"{option} value must be of type array, {type_for_error(value)} given")
    if not value.has(0):
        raise throw_error(
            "ValueError", f"{option} value must be an array with the format array(classname, constructor_args)"
        )
    name = value.get(0)
    found = lookup_class(name.lstrip("\\")) if type(name) is str else None
    if found is None:
        raise throw_error("TypeError", f"{option} class must be a valid class")
    if "pdostatement" not in found.ancestors:
        raise throw_error("TypeError", f"{option} class must be derived from PDOStatement")
    if found.constructor is not None and found.constructor.visibility == 0:
        raise throw_error("TypeError", "User-supplied statement class cannot have a public constructor")
    arguments = value.get(1)
    if arguments is not None and type(arguments) is not PhpArray:
        raise throw_error(
            "TypeError", f"{option} constructor_args must be of type ?array, {type_for_error(arguments)} given"
        )
    return found, arguments


def _construct(made: Any, arguments: Optional[PhpArray]) -> None:
    constructor = made.php_class.constructor
    if constructor is not None:
        constructor.function(made, *(() if arguments is None else arguments.values()))


def _as_int(value: Any) -> int:
    if type(value) in (int, bool):
        return int(value)
    if type(value) is str and numeric_value(value) is not None:
        return to_int(value)
    raise throw_error(
        "TypeError", f"Attribute value must be of type int for selected attribute, {type_for_error(value)} given"
    )


def _as_bool(value: Any) -> bool:
    if type(value) in (int, bool):
        return to_bool(value)
    raise throw_error(
        "TypeError", f"Attribute value must be of type bool for selected attribute, {type_for_error(value)} given"
    )


@php_class("Pdo\\Pgsql", parent="PDO", dynamic_properties=True)
class Pgsql(PDO):
    """A PDO subclass representing a connection using the PostgreSQL PDO driver."""

    ATTR_DISABLE_PREPARES: PhpConst[int] = 1000
    ATTR_RESULT_MEMORY_SIZE: PhpConst[int] = 1001
    TRANSACTION_IDLE: PhpConst[int] = 0
    TRANSACTION_ACTIVE: PhpConst[int] = 1
    TRANSACTION_INTRANS: PhpConst[int] = 2
    TRANSACTION_INERROR: PhpConst[int] = 3
    TRANSACTION_UNKNOWN: PhpConst[int] = 4

    copyFromArray, copyFromFile = copying.copy_from_array, copying.copy_from_file  # noqa: N815 - PHP's names
    copyToArray, copyToFile = copying.copy_to_array, copying.copy_to_file  # noqa: N815 - PHP's names

    @method
    def escapeIdentifier(self, input: PhpString) -> PhpString:
        """Escapes a string for use as an SQL identifier."""
        self.connection()
        return '"' + input.replace('"', '""') + '"'

    @method(effect=VOLATILE)
    def getPid(self) -> int:
        """Get the PID of the backend process handling this connection."""
        return self.connection().pid


CLASSES = (PDO, Pgsql)
