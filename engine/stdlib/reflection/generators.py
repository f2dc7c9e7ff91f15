"""ReflectionGenerator and ReflectionFiber: where suspended code stands."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any, List, Optional, Tuple

from engine.builtin.classes import method, php_class
from engine.runtime.arrays import PhpArray
from engine.runtime.exceptions import throw_error, trace_row
from engine.runtime.fibers import INIT, TERMINATED
from engine.runtime.frames import FIBER_BODY, TraceFrame, locals_of, trace_of
from engine.runtime.functions import closure_of
from engine.runtime.generators import Generator as GeneratorObject
from engine.runtime.objects import PhpObject
from engine.stdlib.core.error_handling import DEBUG_BACKTRACE_PROVIDE_OBJECT
from engine.stdlib.reflection.subjects import FunctionSubject, Reflecting, reflect_function, reflection_error

if TYPE_CHECKING:
    from engine.builtin.declare import Callback
    from engine.runtime.values import PhpString

IGNORE_ARGUMENTS = 2


@php_class("ReflectionGenerator", final=True)
class ReflectionGenerator(Reflecting):
    """A generator."""

    @method(name="__construct")
    def construct(self, generator: Annotated[PhpObject, "Generator"]) -> None:
        """Constructs a ReflectionGenerator object."""
        self.describe_as(generator)

    @method
    def getExecutingLine(self) -> int:
        """Gets the currently executing line of the generator."""
        frame = _frame_of(self.subject())
        return _unit_of(frame).position(frame)[1]  # type: ignore[no-any-return]

    @method
    def getExecutingFile(self) -> PhpString:
        """Gets the file name of the currently executing generator."""
        return _unit_of(_frame_of(self.subject())).path  # type: ignore[no-any-return]

    @method
    def getTrace(self, options: int = DEBUG_BACKTRACE_PROVIDE_OBJECT) -> PhpArray:
        """Gets the trace of the executing generator."""
        generators = _running_chain(self.subject())
        _frame_of(generators[0])
        rows: List[Any] = []
        for number, generator in enumerate(reversed(generators)):
            frame = _frame_of(generator)
            described = _unit_of(frame).describe_frame(frame)
            outer = generators[-number - 2] if number + 1 < len(generators) else None
            if outer is not None:
                outer_frame = _frame_of(outer)
                file, line = _unit_of(outer_frame).position(outer_frame)
                described.file, described.line = file, line
            rows.append(_row(described, options))
        return PhpArray(rows)

    @method
    def getFunction(self) -> Annotated[PhpObject, "ReflectionFunctionAbstract"]:
        """Gets the function name of the generator."""
        generator = self.subject()
        info = generator._info
        frame = getattr(generator._body, "gi_frame", None)
        closure = None if frame is None else locals_of(frame).get("z_closure")
        subject = FunctionSubject(info.name, info, closure=closure, method=getattr(info, "method", None))
        if subject.method is not None:
            subject.owner = subject.method.declaring
        return reflect_function(subject)

    @method
    def getThis(self) -> PhpObject | None:
        """Gets the $this value of the generator."""
        frame = _frame_of(self.subject())
        return _unit_of(frame).this_of(frame)  # type: ignore[no-any-return]

    @method
    def getExecutingGenerator(self) -> Annotated[PhpObject, "Generator"]:
        """Gets the executing Generator object."""
        generator = self.subject()
        _frame_of(generator)
        return _running_chain(generator)[-1]  # type: ignore[no-any-return]

    @method
    def isClosed(self) -> bool:
        """Checks if execution finished."""
        return self.subject()._finished  # type: ignore[no-any-return]


def _frame_of(generator: Any) -> Any:
    """The Python frame of a generator's body; throws where it has ended."""
    frame = None if generator._finished else generator._body.gi_frame
    if frame is None:
        raise reflection_error("Cannot fetch information from a closed Generator")
    return frame


def _unit_of(frame: Any) -> Any:
    return frame.f_globals["UNIT"]


def _running_chain(generator: Any) -> List[Any]:
    """The generator and those that it delegates to with `yield from`, outermost first."""
    chain = [generator]
    while True:
        inner = _delegate_of(chain[-1])
        if inner is None or inner._finished:
            return chain
        chain.append(inner)


def _delegate_of(generator: Any) -> Optional[Any]:
    awaited = generator._body.gi_yieldfrom
    while awaited is not None and hasattr(awaited, "gi_frame"):
        frame = awaited.gi_frame
        inner = None if frame is None else locals_of(frame).get("inner")
        if isinstance(inner, GeneratorObject):
            return inner
        awaited = awaited.gi_yieldfrom
    return None


@php_class("ReflectionFiber", final=True)
class ReflectionFiber(Reflecting):
    """A fiber."""

    @method(name="__construct")
    def construct(self, fiber: Annotated[PhpObject, "Fiber"]) -> None:
        """Constructs a ReflectionFiber object."""
        self.describe_as(fiber)

    @method
    def getFiber(self) -> Annotated[PhpObject, "Fiber"]:
        """Get the reflected Fiber instance."""
        return self.subject()  # type: ignore[no-any-return]

    @method
    def getExecutingFile(self) -> PhpString | None:
        """Get the file name of the current execution point."""
        return _stack_of(self.subject())[0]

    @method
    def getExecutingLine(self) -> int | None:
        """Get the line number of the current execution point."""
        return _stack_of(self.subject())[1]

    @method
    def getCallable(self) -> Callback:
        """Gets the callable used to create the Fiber."""
        fiber = self.subject()
        if fiber._status == TERMINATED:
            raise throw_error("Error", "Cannot fetch the callable from a fiber that has terminated")
        function = fiber._function
        return function if isinstance(function, PhpObject) else closure_of(function)

    @method
    def getTrace(self, options: int = DEBUG_BACKTRACE_PROVIDE_OBJECT) -> PhpArray:
        """Get the backtrace of the current execution point."""
        return PhpArray([_row(frame, options) for frame in _stack_of(self.subject())[2]])


def _stack_of(fiber: Any) -> Tuple[str, int, List[TraceFrame]]:
    """File and line where a fiber stands and the calls that led there, innermost first."""
    if fiber._status in (INIT, TERMINATED):
        raise throw_error("Error", "Cannot fetch information from a fiber that has not been started or is terminated")
    steps = []
    frame = fiber._suspended_in or sys._getframe(1)
    while frame is not None and frame.f_code.co_name != FIBER_BODY:
        steps.append((frame, frame.f_lineno))
        frame = frame.f_back
    return trace_of(steps)


def _row(frame: TraceFrame, options: int) -> Any:
    with_objects = bool(options & DEBUG_BACKTRACE_PROVIDE_OBJECT)
    return trace_row(frame, with_objects=with_objects, with_arguments=not options & IGNORE_ARGUMENTS)


CLASSES = (ReflectionGenerator, ReflectionFiber)
