"""PDO's three ways to tell of an error: an exception, a warning, or a code to be asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from engine.builtin.classes import php_class
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.stdlib.pdo.sqlstates import DESCRIPTIONS
from engine.stdlib.spl.exceptions import CLASSES as SPL_EXCEPTIONS

if TYPE_CHECKING:
    from engine.errors import PhpThrown
    from engine.stdlib.pgsql.messages import Result

EXTENSION = "PDO"

SILENT = 0
WARNING = 1
EXCEPTION = 2

NO_ERROR = "00000"

_RuntimeException = next(made for made in SPL_EXCEPTIONS if made.__name__ == "RuntimeException")


@php_class(
    "PDOException",
    parent="RuntimeException",
    properties=(("code", "protected", 0), ("errorInfo", "public", None, "?array")),
)
class PDOException(_RuntimeException):  # type: ignore[valid-type,misc] # the class is made at run time
    """Represents an error raised by PDO."""


class DriverError:
    """The last error of a connection, which its statements share: libpq's status and its text."""

    def __init__(self) -> None:
        self.status: Optional[int] = None
        self.message: Optional[str] = None

    def info(self, code: str) -> PhpArray:
        """What errorInfo() says after an error."""
        items: Any = [code, self.status or None]
        if self.message is not None:
            items.append(self.message)
        return PhpArray(items)


def state_of(result: Result) -> str:
    """The SQLSTATE of a failed result."""
    return result.error.get("C", "HY000")


def trimmed(message: str) -> str:
    """Libpq's text without its last line break."""
    return message.rstrip("\r\n")


def thrown(message: str, code: Any, info: Optional[PhpArray]) -> PhpThrown:
    """A PDOException to be raised."""
    made = throw_error("PDOException", message)
    storage = made.object.__dict__
    storage["g_code"] = code
    if info is not None:
        storage["p_errorInfo"] = info
    return made


def refuse(mode: int, code: str, detail: Optional[str]) -> None:
    """Tell of an error that PDO itself found."""
    message = f"SQLSTATE[{code}]: {DESCRIPTIONS.get(code, '<<Unknown error>>')}"
    if detail is not None:
        message += f": {detail}"
    if mode == EXCEPTION:
        raise thrown(message, code, PhpArray([code, 0]))
    ctx.function_warning(message)


def report(mode: int, code: str, error: DriverError) -> None:
    """Tell of an error that the driver had."""
    if mode == SILENT:
        return
    message = f"SQLSTATE[{code}]: {DESCRIPTIONS.get(code, '<<Unknown error>>')}"
    if error.message is not None:
        message += f": {error.status} {error.message}" if error.status else f": {error.message}"
    if mode == WARNING:
        ctx.function_warning(message)
        return
    raise thrown(message, code, error.info(code))


CLASSES = (PDOException,)
