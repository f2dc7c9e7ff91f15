"""What statements and small expressions do: echo, `@`, throw, catch, exit, match and goto."""

from __future__ import annotations

import sys
from typing import Any, Dict, Optional

from engine.errors import PhpThrown, ScriptExit
from engine.runtime.arrays import PhpArray
from engine.runtime.coercion import FAILED
from engine.runtime.context import ctx
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import chain_exceptions, settle, throw_error
from engine.runtime.objects import PhpObject


def echo(text: str) -> None:
    """`echo`."""
    ctx.output.write(text)


def print_(text: str) -> int:
    """`print`."""
    ctx.output.write(text)
    return 1


def silence() -> int:
    """Enter `@`."""
    ctx.silence_depth += 1
    return ctx.silence_depth


def unsilence(depth: int, value: Any) -> Any:
    """Leave `@`; inner ones that an exception left behind end here too."""
    ctx.silence_depth = depth - 1
    return value


def throw(value: Any) -> Any:
    """`throw $value`."""
    if not isinstance(value, PhpObject):
        raise throw_error("Error", "Can only throw objects")
    if "throwable" not in value.ancestors:
        raise throw_error("Error", "Cannot throw objects that do not implement Throwable")
    if "_traceback" in value.__dict__:
        settle(value)
    raise PhpThrown(value)


def throw_new(owner: Any, file: str, line: int, *values: Any) -> Any:
    """`throw new A(…)`: the trace is left for later, see exceptions.settle."""
    if "throwable" in owner.ancestors:
        ctx.deferred_place = (file, line)
        try:
            made = owner.make(*values)
        finally:
            ctx.deferred_place = None
        raise PhpThrown(made)
    return throw(owner.make(*values))


def caught(thrown: PhpThrown) -> None:
    """A catch clause takes an exception whose trace it may still ask for."""
    storage = thrown.object.__dict__
    if "_deferred" in storage:
        storage["_traceback"] = thrown.__traceback__
    thrown.__traceback__ = None


def settled(value: Any) -> Any:
    """What a catch clause's variable holds, on its way out of the clause's hands."""
    if isinstance(value, PhpObject) and "_deferred" in value.__dict__:
        settle(value)
    return value


def caught_for_good(thrown: PhpThrown) -> None:
    """A catch clause takes an exception and may hand it on: the trace is worked out while the frames still stand."""
    caught(thrown)
    settle(thrown.object)


def pending_exception() -> Optional[PhpThrown]:
    """The exception on its way through a `finally`, or None."""
    error = sys.exc_info()[1]
    return error if isinstance(error, PhpThrown) and error.object is not None else None


def chain_pending(thrown: PhpThrown, pending: Optional[PhpThrown]) -> None:
    """An exception leaves a `finally` through which another was on its way: its trace ends where it got to."""
    if pending is not None:
        caught_for_good(pending)
        chain_exceptions(thrown, pending.object)


def exit_(status: Any) -> Any:
    """`exit(status)`."""
    if type(status) is str:
        ctx.echo(status)
        raise ScriptExit(None)
    if type(status) is int:
        raise ScriptExit(status & 255)
    from engine.runtime.frames import current_unit
    from engine.runtime.types import PhpType

    is_strict = current_unit().strict_types
    if status is None and not is_strict:
        ctx.deprecated("exit(): Passing null to parameter #1 ($status) of type string|int is deprecated")
        raise ScriptExit(0)
    accepted = PhpType("string|int", ("string", "int")).accept(status, strict=is_strict)
    if accepted is FAILED:
        raise throw_error(
            "TypeError", f"exit(): Argument #1 ($status) must be of type string|int, {type_for_error(status)} given"
        )
    return exit_(accepted)


def unhandled_match(value: Any) -> Any:
    """No arm of a match fits."""
    from engine.runtime.conversions import float_repr
    from engine.runtime.exceptions import _shown

    text = f"of type {type_for_error(value)}"
    if isinstance(value, PhpObject) or type(value) is PhpArray:
        if isinstance(value, PhpObject) and value.php_class.kind == "enum":
            text = _shown(value)
    elif ctx.ini.get_bool("zend.exception_ignore_args"):
        text = f"of type {'bool' if type(value) is bool else type_for_error(value)}"
    elif type(value) is float:
        text = float_repr(value)
        text = text if "." in text or "E" in text or "N" in text else text + ".0"
    else:
        text = _shown(value)
    raise throw_error("UnhandledMatchError", f"Unhandled match case {text}")


class Jump(Exception):  # noqa: N818 - control flow
    """`goto`."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label

    def place(self, labels: Dict[str, int]) -> int:
        """Where the label stands among a block's parts; the jump goes on when it is not there."""
        found = labels.get(self.label)
        if found is None:
            raise self
        return found
