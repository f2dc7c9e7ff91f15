"""Fibers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from engine.builtin.classes import method, php_class
from engine.runtime.context import ctx
from engine.runtime.fibers import INIT, RUNNING, SUSPENDED, TERMINATED, suspend
from engine.runtime.fibers import Fiber as FiberObject

if TYPE_CHECKING:
    from engine.builtin.declare import Callback
    from engine.runtime.classes import PhpClass
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import Value

EXTENSION = "Core"


@php_class("Fiber", final=True, last="getReturn getCurrent suspend")
class Fiber(FiberObject):
    """Full-stack, interruptible functions."""

    is_uncloneable = True

    @method(name="__construct")
    def construct(self, callback: Callback) -> None:
        """Create a new Fiber instance."""
        self.setup(callback)

    @method
    def start(self, *args: Value, **named: Value) -> Value:
        """Start execution of the fiber."""
        return self.start_body(list(args), named)  # type: ignore[no-any-return]

    @method
    def resume(self, value: Value = None) -> Value:
        """Resume execution of the fiber with a value."""
        return self.resume_with("value", value)  # type: ignore[no-any-return]

    @method(name="throw")
    def throw_(self, exception: Annotated[PhpObject, "Throwable"]) -> Value:
        """Resume execution of the fiber with an exception."""
        return self.resume_with("throw", exception)  # type: ignore[no-any-return]

    @method
    def isStarted(self) -> bool:
        """Determine if the fiber has started."""
        return self._status != INIT

    @method
    def isSuspended(self) -> bool:
        """Determine if the fiber is suspended."""
        return self._status == SUSPENDED

    @method
    def isRunning(self) -> bool:
        """Determine if the fiber is running."""
        return self._status == RUNNING

    @method
    def isTerminated(self) -> bool:
        """Determine if the fiber has terminated."""
        return self._status == TERMINATED

    @method
    def getReturn(self) -> Value:
        """Get the value returned by the fiber's function."""
        return self.returned()  # type: ignore[no-any-return]

    @staticmethod
    @method(name="suspend", static=True)
    def suspend_(_called: PhpClass, value: Value = None) -> Value:
        """Suspend execution of the current fiber."""
        return suspend(value)  # type: ignore[no-any-return]

    @staticmethod
    @method(static=True)
    def getCurrent(_called: PhpClass) -> Annotated[PhpObject, "Fiber"] | None:
        """Get the currently executing Fiber instance."""
        running: PhpObject | None = ctx.fiber
        return running


CLASSES = (Fiber,)
