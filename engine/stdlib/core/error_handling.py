"""Error handling: levels, handlers, triggered errors, backtraces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Literal, NoReturn, Optional

from engine.builtin.declare import BadArgumentError, Path, PhpConst, Untyped, contextual
from engine.errors import ScriptExit
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import UNSILENCEABLE, ctx
from engine.runtime.conversions import to_int
from engine.runtime.deprecated_constants import DeprecatedConstant
from engine.runtime.exceptions import frames_text, throw_error, trace_row
from engine.runtime.frames import TraceFrame, stack_trace
from engine.runtime.functions import resolve_callable
from engine.runtime.streams import write_error_output

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "Core"
OTHER_EXTENSIONS = dict.fromkeys("""error_clear_last error_get_last error_log""".split(), "standard")

E_ERROR: PhpConst[int] = 1
E_RECOVERABLE_ERROR: PhpConst[int] = 4096
E_WARNING: PhpConst[int] = 2
E_PARSE: PhpConst[int] = 4
E_NOTICE: PhpConst[int] = 8
E_STRICT: PhpConst[int] = DeprecatedConstant("E_STRICT", 2048)  # type: ignore[assignment]
E_DEPRECATED: PhpConst[int] = 8192
E_CORE_ERROR: PhpConst[int] = 16
E_CORE_WARNING: PhpConst[int] = 32
E_COMPILE_ERROR: PhpConst[int] = 64
E_COMPILE_WARNING: PhpConst[int] = 128
E_USER_ERROR: PhpConst[int] = 256
E_USER_WARNING: PhpConst[int] = 512
E_USER_NOTICE: PhpConst[int] = 1024
E_USER_DEPRECATED: PhpConst[int] = 16384
E_ALL: PhpConst[int] = 30719
DEBUG_BACKTRACE_PROVIDE_OBJECT: PhpConst[int] = 1
DEBUG_BACKTRACE_IGNORE_ARGS: PhpConst[int] = 2

_LEVELS = (E_USER_ERROR, E_USER_WARNING, E_USER_NOTICE, E_USER_DEPRECATED)
_NO_USER_ERROR = (
    "Passing E_USER_ERROR to trigger_error() is deprecated since 8.4, throw an exception or call exit with a string"
    " message instead"
)
_LOG_TO_SYSTEM, _LOG_TO_MAIL, _LOG_TO_TCP, _LOG_TO_FILE = 0, 1, 2, 3


class Handler:
    """An error or exception handler: what the script gave, `original`, and what that calls."""

    __slots__ = ("original", "target")

    def __init__(self, original: Any, target: Any) -> None:
        self.original = original
        self.target = target

    def __call__(self, *values: Any) -> Any:
        """Call the handler."""
        return self.target(*values)


@contextual
def error_reporting(error_level: int | None = None) -> int:
    """Sets which PHP errors are reported."""
    before = ctx.effective_error_reporting()
    # Within `@`, what leaves fatal errors alone is forgotten where `@` ends.
    is_kept = not ctx.silence_depth or error_level is None or error_level & ~UNSILENCEABLE
    if error_level is not None and error_level != before and is_kept:
        ctx.error_reporting = error_level
        ctx.silence_depth = 0
        ctx.ini.set("error_reporting", str(error_level))
    return before


@contextual(shown_types={"callback": "?callable"})
def set_error_handler(callback: Untyped, error_levels: int = E_ALL) -> Untyped:
    """Sets a user-defined error handler function."""
    made = _handler("set_error_handler", callback)
    before = ctx.error_handlers[-1][0] if ctx.error_handlers else None
    ctx.error_handlers.append((made, error_levels))
    return None if before is None else share_value(before.original)


@contextual
def restore_error_handler() -> Literal[True]:
    """Restores the previous error handler function."""
    if ctx.error_handlers:
        ctx.error_handlers.pop()
    return True


@contextual(shown_types={"callback": "?callable"})
def set_exception_handler(callback: Untyped) -> Untyped:
    """Sets a user-defined exception handler function."""
    made = _handler("set_exception_handler", callback)
    before = ctx.exception_handlers[-1] if ctx.exception_handlers else None
    ctx.exception_handlers.append(made)
    return None if before is None else share_value(before.original)


@contextual
def restore_exception_handler() -> Literal[True]:
    """Restores the previously defined exception handler function."""
    if ctx.exception_handlers:
        ctx.exception_handlers.pop()
    return True


@contextual(aliases=("user_error",))
def trigger_error(message: PhpString, error_level: int = E_USER_NOTICE) -> Literal[True]:
    """Generates a user-level error/warning/notice message."""
    if error_level not in _LEVELS:
        raise BadArgumentError(
            "error_level", "must be one of E_USER_ERROR, E_USER_WARNING, E_USER_NOTICE, or E_USER_DEPRECATED"
        )
    if error_level == E_USER_ERROR:
        ctx.deprecated(_NO_USER_ERROR)
    ctx.diagnose(error_level, message)
    return True


@contextual
def error_get_last() -> PhpArray | None:
    """Get the last occurred error."""
    last = ctx.last_error
    if last is None:
        return None
    row: Any = {"type": ctx.last_error_type, "message": last.message, "file": last.file, "line": last.line}
    return PhpArray.from_strings(row)


@contextual
def error_clear_last() -> None:
    """Clear the most recent error."""
    ctx.last_error = None


@contextual
def error_log(
    message: PhpString,
    message_type: int = 0,
    destination: Path | None = None,
    additional_headers: PhpString | None = None,
) -> bool:
    """Send an error message to the defined error handling routines."""
    if message_type == _LOG_TO_MAIL:
        return False
    if message_type == _LOG_TO_TCP:
        raise throw_error("ValueError", "TCP/IP option is not available for error logging")
    if message_type == _LOG_TO_FILE:
        from engine.stdlib.filesystem.files import append_to_file

        return append_to_file(destination or "", message)
    log_file = ctx.ini.get("error_log")
    if message_type == _LOG_TO_SYSTEM and log_file and log_file != "syslog":
        from engine.stdlib.datetime.timestamps import date
        from engine.stdlib.filesystem.files import append_to_file

        return append_to_file(log_file, f"[{date('d-M-Y H:i:s e')}] {message}\n")
    write_error_output(f"{message}\n")
    return True


@contextual(aliases=("die",))
def exit_(status: PhpString | int = 0) -> NoReturn:
    """Terminate the current script with a status code or message: as a callable, the word itself is compiled."""
    if type(status) is str:
        ctx.echo(status)
        raise ScriptExit(None)
    raise ScriptExit(to_int(status) & 255)


@contextual
def debug_backtrace(options: int = DEBUG_BACKTRACE_PROVIDE_OBJECT, limit: int = 0) -> PhpArray:
    """Generates a backtrace."""
    with_objects = bool(options & DEBUG_BACKTRACE_PROVIDE_OBJECT)
    with_arguments = not options & DEBUG_BACKTRACE_IGNORE_ARGS
    return PhpArray(
        [trace_row(frame, with_objects=with_objects, with_arguments=with_arguments) for frame in _frames(limit)]
    )


@contextual
def debug_print_backtrace(options: int = 0, limit: int = 0) -> None:
    """Prints a backtrace."""
    text = frames_text(_frames(limit), with_arguments=not options & DEBUG_BACKTRACE_IGNORE_ARGS)
    ctx.echo(text[: text.rindex("#")])


# ---------------------------------------------------------------- helpers


def _handler(function: str, callback: Any) -> Optional[Handler]:
    if callback is None:
        return None
    return Handler(share_value(callback), resolve_callable(callback, function, 1, "callback", nullable=True))


def _frames(limit: int) -> List[TraceFrame]:
    """The calls that led to the builtin which asks, without that builtin itself."""
    _file, _line, frames = stack_trace()
    frames = frames[1:]
    return frames[:limit] if limit > 0 else frames
