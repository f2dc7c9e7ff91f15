"""Context: all state of one execution.

There is one Context object in a process, `ctx`, and `begin` makes it new for every execution: compiled scripts and
builtins are built once and kept, so what they hold must not change, and PyPy folds a constant object's address away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, Tuple, TypeVar

from engine.errors import FatalError, LimitExceededError, Outcome
from engine.request import Diagnostic, Request
from engine.runtime.host import NoHost
from engine.runtime.ini import Ini
from engine.runtime.output import Output
from engine.runtime.response_headers import ResponseHeaders

if TYPE_CHECKING:
    from engine.runtime.classes import PhpClass
    from engine.runtime.host import Host
    from engine.runtime.references import Ref

State = TypeVar("State")

E_ERROR = 1
E_WARNING = 2
E_PARSE = 4
E_NOTICE = 8
E_CORE_ERROR = 16
E_COMPILE_ERROR = 64
E_USER_ERROR = 256
E_USER_WARNING = 512
E_USER_NOTICE = 1024
E_STRICT = 2048
E_RECOVERABLE_ERROR = 4096
E_DEPRECATED = 8192
E_USER_DEPRECATED = 16384
E_ALL = 30719

LEVEL_NAMES = {
    E_ERROR: "Fatal error",
    E_WARNING: "Warning",
    E_PARSE: "Parse error",
    E_NOTICE: "Notice",
    E_CORE_ERROR: "Fatal error",
    E_COMPILE_ERROR: "Fatal error",
    E_USER_ERROR: "Fatal error",
    E_USER_WARNING: "Warning",
    E_USER_NOTICE: "Notice",
    E_STRICT: "Strict Standards",
    E_RECOVERABLE_ERROR: "Recoverable fatal error",
    E_DEPRECATED: "Deprecated",
    E_USER_DEPRECATED: "Deprecated",
}
# What `@` leaves of error_reporting.
UNSILENCEABLE = E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR | E_RECOVERABLE_ERROR | E_PARSE

# PHP looks for cycles when so many objects might be part of one.
COLLECTS_AT = 10_001

# Errors kept for the response; more are counted by PHP's output alone.
ERRORS_KEPT = 1000


class Context:
    """State of the running execution. The engine's library of builtins is the one thing that `begin` keeps."""

    library: Any  # engine.builtin.library.Library; Any because runtime may not import builtin
    compile_file: Callable[[str, str], Any]  # (source, path) -> Unit; supplied by the pipeline
    compile_eval: Callable[[str, str, int], Any]
    request: Request
    # (class, its ancestors before) for each that class_alias() gave another name.
    undo: Any = ()
    # Lists a folder of the disk for `howdah run`; None where scripts have their own files alone.
    real_names: Optional[Callable[[str], Optional[List[str]]]] = None
    # What a script writes to its standard error stream, where `howdah run` wants to see that.
    error_output: Optional[List[str]] = None
    host: Host = NoHost()

    def __init__(self) -> None:
        self.library = None
        self.begin(Request(code=""))

    def begin(self, request: Request) -> None:
        """Forget the last execution and prepare for `request`."""
        for aliased, ancestors in self.undo:
            aliased.ancestors = aliased.python_type.ancestors = ancestors
        self.undo: List[Any] = []
        self.request = request
        self.ini = Ini(request.ini)
        self.output = Output(self)
        self.functions: Dict[str, Any] = {}
        self.classes: Dict[str, PhpClass] = {}
        self.class_states: Dict[PhpClass, Any] = {}
        self.constants: Dict[str, Any] = {}
        self.globals: Dict[str, Ref] = {}
        self.static_variables: Dict[Any, Ref] = {}
        self.included: Dict[str, Any] = {}
        self.units: List[Any] = []
        self.states: Dict[str, Any] = {}
        self.errors: List[Diagnostic] = []
        self.error_reporting = self.ini.get_int("error_reporting", E_ALL)
        self.display_errors = self.ini.get("display_errors") not in ("0", "", "off", "Off", None)
        self.silence_depth = 0
        self.last_error: Optional[Diagnostic] = None
        self.last_error_type = 0
        self.error_handlers: List[Any] = []
        self.exception_handlers: List[Any] = []
        # The reference that an object gave for `$object[k]++`.
        self.stepped: Any = None
        # The classes whose constants were evaluated.
        self.updated_classes: set[Any] = set()
        self.in_error_handler = False
        self.shutdown_functions: List[Any] = []
        self.autoloaders: List[Any] = []
        self.autoloading: Dict[str, bool] = {}
        self.next_object_id = 1
        # See lifetimes.py: the numbers given back, the object of each number by its id(), what must be destroyed with
        # the script, who wants to know of an object's end, and what the last release threw.
        self.free_object_ids: List[int] = []
        self.reuses_numbers = True
        self.numbered: Dict[int, int] = {}
        self.destructibles: Dict[int, Any] = {}
        self.weakly_held: Dict[int, Dict[int, Any]] = {}
        self.is_collecting = False
        # The number at which objects that only hold each other are looked for.
        self.collects_at = COLLECTS_AT
        # Whether a text names anything by which lifetimes are seen, and whether something was done outside.
        self.names_lifetimes = False
        self.has_reached_world = False
        # Whether compiled code gives up what it holds as soon as PHP does.
        self.counts_handles = False
        self.in_release: Optional[BaseException] = None
        # The frame that takes an exception whose way there is being given up, and its line where the exception came.
        self.unwinding: Optional[Tuple[Any, int]] = None
        self.volatile = False
        # Whether any file that ran declares strict_types: if none does, nobody need look who calls.
        self.has_strict_units = False
        # While an exception that will be thrown at once is made: its (file, line), or True where that is yet unknown.
        self.deferred_place: Any = None
        self.ending = False
        self.fiber: Any = None
        # Generators that started and did not end, by id(): Python would close them whenever it likes.
        self.unfinished_generators: Dict[int, Any] = {}
        self.memory_left = request.limits.memory_mb << 20
        self.builtin_names: List[str] = []
        self.http_status = 200
        self.headers = ResponseHeaders()
        self.start_time = 0.0
        # How many constant expressions of classes are being evaluated within each other.

    # ------------------------------------------------------------ output

    def echo(self, text: str) -> None:
        """Print `text`, through the output buffers."""
        self.output.write(text)

    # ------------------------------------------------------------ per-chapter state

    def state(self, key: str, factory: Callable[[], State]) -> State:
        """This execution's state of a chapter, made by `factory` on first use."""
        value: Optional[State] = self.states.get(key)
        if value is None:
            value = self.states[key] = factory()
        return value

    # ------------------------------------------------------------ budget

    def charge(self, size: int) -> None:
        """Account for an allocation of `size` bytes that is about to happen; refuse it if it cannot fit."""
        limit = self.request.limits.memory_mb << 20
        if size > limit:
            raise LimitExceededError(
                Outcome.MEMORY_LIMIT, f"Allowed memory size of {limit} bytes exhausted (tried to allocate {size} bytes)"
            )

    # ------------------------------------------------------------ diagnostics

    def warning(self, message: str) -> None:
        """Raise an E_WARNING at the current PHP line."""
        self.diagnose(E_WARNING, message)

    def notice(self, message: str) -> None:
        """Raise an E_NOTICE at the current PHP line."""
        self.diagnose(E_NOTICE, message)

    def deprecated(self, message: str) -> None:
        """Raise an E_DEPRECATED at the current PHP line."""
        self.diagnose(E_DEPRECATED, message)

    def function_warning(self, message: str, level: int = E_WARNING) -> None:
        """Raise a diagnostic that starts with the running builtin's name."""
        from engine.runtime.frames import current_builtin_name

        self.diagnose(level, f"{current_builtin_name()}(): {message}")

    def function_warning_for(self, function: str, message: str, level: int = E_WARNING) -> None:
        """Raise a diagnostic in the name of a function that compiled code carries out itself."""
        self.diagnose(level, f"{function}(): {message}")

    def diagnose(self, level: int, message: str, file: Optional[str] = None, line: Optional[int] = None) -> None:
        """Raise a diagnostic: to the script's handler if it wants this level, else to the output."""
        if "\0" in message:
            from engine.runtime.exceptions import anonymous_names_cut

            message = anonymous_names_cut(message)
        if file is None or line is None:
            from engine.runtime.frames import current_position

            file, line = current_position()
        if self.error_handlers and self._handle(level, message, file, line):
            return
        self.report(level, message, file, line)

    def _handle(self, level: int, message: str, file: str, line: int) -> bool:
        """Give the diagnostic to the script's error handler; False when it declines or may not have it."""
        handler, mask = self.error_handlers[-1]
        if handler is None or not mask & level:
            return False
        if level in (E_ERROR, E_PARSE, E_CORE_ERROR, E_COMPILE_ERROR):
            return False
        handlers = self.error_handlers
        # While the handler runs, what it raises is reported the standard way, unless it sets another handler.
        handlers[-1] = (None, mask)
        try:
            declined = handler(level, message, file, line) is False
        finally:
            if not handlers:
                handlers.append((handler, mask))
            elif handlers[-1][0] is None:
                handlers[-1] = (handler, mask)
        return not declined

    def report(self, level: int, message: str, file: str, line: int) -> None:
        """Record a diagnostic and print it as display_errors says."""
        name = LEVEL_NAMES[level]
        diagnostic = Diagnostic(name, message, file, line)
        self.last_error = diagnostic
        self.last_error_type = level
        fatal = level in (E_ERROR, E_USER_ERROR, E_COMPILE_ERROR, E_CORE_ERROR, E_RECOVERABLE_ERROR, E_PARSE)
        if level & self.effective_error_reporting():
            if len(self.errors) < ERRORS_KEPT:
                self.errors.append(diagnostic)
            if self.display_errors:
                if self.ini.get_bool("html_errors"):
                    text = f"<br />\n<b>{name}</b>:  {message} in <b>{file}</b> on line <b>{line}</b><br />\n"
                else:
                    text = f"\n{name}: {message} in {file} on line {line}\n"
                prepend, append = self.ini.get("error_prepend_string") or "", self.ini.get("error_append_string") or ""
                self.echo(f"{prepend}{text}{append}")
        if fatal and level == E_USER_ERROR:
            raise PrintedFatalError

    def effective_error_reporting(self) -> int:
        """error_reporting() as a handler sees it, with `@` applied."""
        return self.error_reporting & UNSILENCEABLE if self.silence_depth else self.error_reporting


class PrintedFatalError(FatalError):
    """A fatal error whose diagnostic was printed already."""

    def __init__(self) -> None:
        super().__init__("")


ctx = Context()
