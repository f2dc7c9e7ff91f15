"""Everything the engine raises, and Outcome, how an execution can end."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Optional

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject


class Outcome(Enum):
    """How an execution ended; the values are those of the HTTP contract's `status`."""

    OK = "ok"
    COMPILE_ERROR = "compile_error"
    UNCAUGHT_EXCEPTION = "uncaught_exception"
    FATAL_ERROR = "fatal_error"
    TIME_LIMIT = "time_limit"
    MEMORY_LIMIT = "memory_limit"
    OUTPUT_LIMIT = "output_limit"
    DEPTH_LIMIT = "depth_limit"


class CompileError(Exception):
    """The script cannot be compiled. `kind` is PHP's level: "Parse error" or "Fatal error"."""

    def __init__(self, message: str, line: int, kind: str = "Fatal error") -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.kind = kind
        # Level, text and line of what was said before the error.
        self.notices: list[tuple[int, str, int]] = []


class CatchableCompileError(CompileError):
    """A fatal error that a script can catch where it had the code compiled: PHP throws a CompileError."""


class PhpThrown(Exception):  # noqa: N818 - control flow, not an error of ours
    """A PHP exception on its way to a `catch`; `object` is the Throwable."""

    def __init__(self, thrown: PhpObject) -> None:
        super().__init__()
        self.object = thrown


class ExecutionEnd(BaseException):
    """What ends a script from inside. No PHP `catch` or `finally` runs for it, hence BaseException."""


class LifetimesSeenError(ExecutionEnd):
    """The script is about to see when objects die, which this interpreter cannot tell: CPython must run it."""


class ScriptExit(ExecutionEnd):
    """`exit` and `die`. `status` is the process's exit code, None where the script gave none."""

    def __init__(self, status: Optional[int] = 0) -> None:
        super().__init__()
        self.status = status


class FatalError(ExecutionEnd):
    """PHP cannot go on. The diagnostic was not printed yet: the border does that."""

    def __init__(self, message: str, line: int | None = None, file: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.file = file


class LimitExceededError(ExecutionEnd):
    """A limit was hit. `outcome` says which; `message` is PHP's text for it."""

    def __init__(self, outcome: Outcome, message: str) -> None:
        super().__init__(message)
        self.outcome = outcome
        self.message = message
