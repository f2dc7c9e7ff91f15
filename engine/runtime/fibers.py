"""Fibers: code that can be left in the middle of a call and resumed later.

PyPy brings greenlets; elsewhere a fiber is a thread that runs only while whoever resumed it waits, so that there is
never more than one thread of PHP code at work.
"""

from __future__ import annotations

import sys
import threading
from typing import Any, Dict, List, Tuple

from engine.errors import PhpThrown
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.lifetimes import register
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


class _Switch:
    """A fiber's stack, which can be left and entered. It does not hold the Fiber, so that this can go."""

    def __init__(self, function: Any) -> None:
        self._function = function
        # The frame that entered the fiber: traces go on there.
        self.entered_from: Any = None

    def enter(self, message: Message) -> Message:
        """Run the body until it leaves or ends; what it says."""
        raise NotImplementedError

    def leave(self, answer: Message) -> Message:
        """From within the body: go back to whoever entered; what the next one to enter says."""
        raise NotImplementedError

    def _run_fiber_body(self, message: Message) -> Message:
        try:
            result = self._function(*message[1])
        except FiberDestroyed:
            return "returned", None
        except BaseException as error:  # noqa: BLE001 - handed on to whoever resumed the fiber
            return "thrown", error
        return "returned", result.get() if type(result) is Ref else result


class _GreenletSwitch(_Switch):
    """Leaves and enters a fiber's body by greenlets."""

    def __init__(self, function: Any) -> None:
        super().__init__(function)
        self._greenlet = greenlet(self._run_fiber_body)

    def enter(self, message: Message) -> Message:
        """See _Switch."""
        self._greenlet.parent = getcurrent()
        said: Message = self._greenlet.switch(message)
        return said

    def leave(self, answer: Message) -> Message:
        """See _Switch."""
        answered: Message = self._greenlet.parent.switch(answer)
        return answered


class _ThreadSwitch(_Switch):
    """The same by threads that hand control to each other."""

    def __init__(self, function: Any) -> None:
        super().__init__(function)
        self._inward = threading.Lock()
        self._outward = threading.Lock()
        self._inward.acquire()
        self._outward.acquire()
        self._thread: Any = None
        self._said: Any = None

    def enter(self, message: Message) -> Message:
        """See _Switch."""
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
        return self._heard()

    def leave(self, answer: Message) -> Message:
        """See _Switch."""
        self._said = answer
        del answer
        self._outward.release()
        self._inward.acquire()
        return self._heard()

    def _heard(self) -> Message:
        said: Message = self._said
        self._said = None
        return said

    def _run(self) -> None:
        self._said = self._run_fiber_body(self._heard())
        self._outward.release()


class Fiber(PhpObject):
    """A Fiber object."""

    _status = INIT
    _function: Any = None
    _result: Any = None
    _threw = False
    _is_closing = False
    _previous: Any = None
    _switch: Any = None
    # The Python frame that suspended the fiber, for reflection.
    _suspended_in: Any = None

    def setup(self, function: Any) -> None:
        """`new Fiber($function)`."""
        if self._function is not None:
            raise throw_error("FiberError", "Cannot call constructor twice")
        self._function = function

    def start_body(self, arguments: List[Any], named: Dict[str, Any]) -> Any:
        """`start(...$arguments)`, some of them perhaps by name."""
        if self._status != INIT:
            raise throw_error("FiberError", "Cannot start a fiber that has already been started")
        unfinished: Dict[int, Any] = ctx.state("fibers", dict)
        if len(unfinished) >= FIBER_LIMIT:
            raise throw_error("FiberError", "Too many unfinished fibers")
        if ctx.counts_handles:
            register(self)
        unfinished[self.oid] = None if ctx.counts_handles else self
        self._switch = (_ThreadSwitch if greenlet is None else _GreenletSwitch)(
            _with_names(self._function, named) if named else self._function
        )
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

    def destroy_native(self) -> None:
        """End a suspended fiber, running its `finally` blocks."""
        if self._status == SUSPENDED:
            self._is_closing = True
            self._enter(("close", None))

    def _enter(self, message: Message) -> Any:
        silence_depth = ctx.silence_depth
        self._previous, ctx.fiber = ctx.fiber, self
        self._switch.entered_from = sys._getframe(1)
        if self._status == INIT:
            # What silences the caller does not silence the fiber.
            ctx.silence_depth = 0
        self._status = RUNNING
        kind, value = self._switch.enter(message)
        self._switch.entered_from = None
        ctx.fiber, self._previous = self._previous, None
        ctx.silence_depth = silence_depth
        if kind == "suspended":
            return value
        self._status = TERMINATED
        unfinished: Dict[int, Any] = ctx.state("fibers", dict)
        unfinished.pop(self.oid, None)
        if kind == "thrown":
            self._threw = True
            raise value
        self._result = value
        return None


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
    switch = fiber._switch
    del fiber
    kind, answer = switch.leave(("suspended", value))
    fiber = ctx.fiber
    fiber._suspended_in = None
    del fiber
    ctx.silence_depth = silence_depth
    if kind == "throw":
        raise PhpThrown(answer)
    if kind == "close":
        raise FiberDestroyed
    return answer


def has_running_fibers() -> bool:
    """Whether a fiber goes on although nobody waits for it: a limit interrupts who waits, not another thread."""
    return any([fiber._status == RUNNING for fiber in _unfinished_fibers()])


def close_fibers() -> None:
    """End the fibers that are still suspended, none of their code running."""
    for fiber in _unfinished_fibers():
        fiber.destroy_native()


def _with_names(function: Any, named: Dict[str, Any]) -> Any:
    """`function`, to be called with arguments by name besides those it gets."""
    from engine.runtime.functions import bind_arguments

    return lambda *values: function(*bind_arguments(function, list(values), named))


def _unfinished_fibers() -> List[Fiber]:
    found = [fiber for fiber in ctx.states.get("fibers", {}).values() if fiber is not None]
    for reference in list(ctx.destructibles.values()):
        target = reference()
        if isinstance(target, Fiber):
            found.append(target)
    return found
