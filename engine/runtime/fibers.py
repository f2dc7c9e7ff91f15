"""Fibers: code that can be left in the middle of a call and resumed later.

PyPy brings greenlets; elsewhere a fiber is a thread that runs only while whoever resumed it waits, so that there is
never more than one thread of PHP code at work.
"""

from __future__ import annotations

import sys
import threading
from typing import Any, Callable, List, Tuple

from engine.errors import PhpThrown
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref

try:
    from greenlet import getcurrent, greenlet  # type: ignore[import-untyped]
except ImportError:
    greenlet = None

Message = Tuple[str, Any]

# Address space alone: what is not used is never given memory.
THREAD_STACK_BYTES = 64 << 20
# How many fibers may be unfinished at once.
FIBER_LIMIT = 10000

INIT, RUNNING, SUSPENDED, TERMINATED = "init", "running", "suspended", "terminated"


class FiberDestroyed(BaseException):
    """Unwinds a fiber that nobody will resume; its `finally` blocks run."""


class _GreenletSwitch:
    """Leaves and enters a fiber's body by greenlets."""

    def __init__(self, body: Callable[[Message], Message]) -> None:
        self._greenlet = greenlet(body)

    def enter(self, message: Message) -> Any:
        """Run the body until it leaves or ends; what it says."""
        self._greenlet.parent = getcurrent()
        return self._greenlet.switch(message)

    def leave(self, answer: Message) -> Any:
        """From within the body: go back to whoever entered; what the next one to enter says."""
        return self._greenlet.parent.switch(answer)


class _ThreadSwitch:
    """The same by threads that hand control to each other."""

    def __init__(self, body: Callable[[Message], Message]) -> None:
        self._body = body
        self._inward = threading.Lock()
        self._outward = threading.Lock()
        self._inward.acquire()
        self._outward.acquire()
        self._thread: Any = None
        self._said: Any = None

    def enter(self, message: Message) -> Any:
        """Run the body until it leaves or ends; what it says."""
        self._said = message
        if self._thread is None:
            before = threading.stack_size(THREAD_STACK_BYTES)
            try:
                self._thread = threading.Thread(target=self._run, daemon=True)
                self._thread.start()
            except RuntimeError as error:
                raise MemoryError(str(error)) from error
            finally:
                threading.stack_size(before)
        else:
            self._inward.release()
        self._outward.acquire()
        return self._said

    def leave(self, answer: Message) -> Any:
        """From within the body: go back to whoever entered; what the next one to enter says."""
        self._said = answer
        self._outward.release()
        self._inward.acquire()
        return self._said

    def _run(self) -> None:
        self._said = self._body(self._said)
        self._outward.release()


class Fiber(PhpObject):
    """A Fiber object."""

    _status = INIT
    _function: Any = None
    _result: Any = None
    _threw = False
    _is_closing = False
    _previous: Any = None
    # The frame that entered the fiber: traces go on there.
    _entered_from: Any = None
    # The Python frame that suspended the fiber, for reflection.
    _suspended_in: Any = None

    def setup(self, function: Any) -> None:
        """`new Fiber($function)`."""
        if self._function is not None:
            raise throw_error("FiberError", "Cannot call constructor twice")
        self._function = function

    def start_body(self, arguments: List[Any]) -> Any:
        """`start(...$arguments)`."""
        if self._status != INIT:
            raise throw_error("FiberError", "Cannot start a fiber that has already been started")
        fibers: List[Any] = ctx.state("fibers", list)
        fibers[:] = [fiber for fiber in fibers if fiber._status != TERMINATED]
        if len(fibers) >= FIBER_LIMIT:
            raise throw_error("FiberError", "Too many unfinished fibers")
        fibers.append(self)
        self._switch = (_ThreadSwitch if greenlet is None else _GreenletSwitch)(self._run_fiber_body)
        return self._enter(("value", arguments))

    def resume_with(self, kind: str, value: Any) -> Any:
        """`resume($value)` and, with kind "throw", `throw($value)`."""
        if self._status != SUSPENDED:
            raise throw_error("FiberError", "Cannot resume a fiber that is not suspended")
        return self._enter((kind, value))

    def returned(self) -> Any:
        """`getReturn()`."""
        if self._status == TERMINATED and not self._threw:
            return self._result
        if self._status == INIT:
            why = "The fiber has not been started"
        else:
            why = "The fiber threw an exception" if self._threw else "The fiber has not returned"
        raise throw_error("FiberError", f"Cannot get fiber return value: {why}")

    def close(self) -> None:
        """End a suspended fiber, running its `finally` blocks."""
        if self._status == SUSPENDED:
            self._is_closing = True
            self._enter(("close", None))

    def _enter(self, message: Message) -> Any:
        silence_depth = ctx.silence_depth
        self._previous, ctx.fiber = ctx.fiber, self
        self._entered_from = sys._getframe(1)
        self._status = RUNNING
        kind, value = self._switch.enter(message)
        self._entered_from = None
        ctx.fiber, self._previous = self._previous, None
        ctx.silence_depth = silence_depth
        if kind == "suspended":
            return value
        self._status = TERMINATED
        if kind == "thrown":
            self._threw = True
            raise value
        self._result = value
        return None

    def _run_fiber_body(self, message: Message) -> Message:
        try:
            result = self._function(*message[1])
        except FiberDestroyed:
            return "returned", None
        except BaseException as error:  # noqa: BLE001 - handed on to whoever resumed the fiber
            return "thrown", error
        return "returned", result.get() if type(result) is Ref else result


def suspend(value: Any) -> Any:
    """`Fiber::suspend($value)`."""
    fiber = ctx.fiber
    if fiber is None:
        raise throw_error("FiberError", "Cannot suspend outside of a fiber")
    if fiber._is_closing:
        raise throw_error("FiberError", "Cannot suspend in a force-closed fiber")
    fiber._status = SUSPENDED
    silence_depth = ctx.silence_depth
    fiber._suspended_in = sys._getframe(1)
    kind, answer = fiber._switch.leave(("suspended", value))
    fiber._suspended_in = None
    ctx.silence_depth = silence_depth
    if kind == "throw":
        raise PhpThrown(answer)
    if kind == "close":
        raise FiberDestroyed
    return answer


def has_running_fibers() -> bool:
    """Whether a fiber goes on although nobody waits for it: a limit interrupts who waits, not another thread."""
    return any([fiber._status == RUNNING for fiber in ctx.states.get("fibers", ())])


def close_fibers() -> None:
    """End the fibers that the script left suspended."""
    for fiber in ctx.states.pop("fibers", ()):
        fiber.close()
