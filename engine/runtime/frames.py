"""Where PHP execution stands, read from Python's own frames: nothing is kept up to date while scripts run.

A compiled script's module holds its Unit under `UNIT`; the Unit knows, for each code object, which PHP function it is
and the PHP line of each of its lines. A builtin's entry point is known by its code's file name.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Optional, Tuple

if TYPE_CHECKING:
    from types import FrameType

BUILTIN_FILENAME = "<howdah builtin>"
# A builtin's entry where PHP compiles the call to an operation of its own: no trace shows it.
OPERATION_FILENAME = "<howdah operation>"
_BUILTIN_FILENAMES = (BUILTIN_FILENAME, OPERATION_FILENAME)
# The Python function at the bottom of a fiber's stack.
FIBER_BODY = "_run_fiber_body"

# The Python function that tells of a file that cannot be included: PHP shows it as a call.
OPENING = "tell_unopened"

# What traces call the evaluation of a class constant or default, where it does not stand at the running line.
CONSTANT_EXPRESSION = "[constant expression]"

# An include shows which file it runs, unless nothing else runs in that file.
INCLUDES = ("include", "include_once", "require", "require_once")
TRACERS = ("debug_backtrace", "debug_print_backtrace")


_OPTIMIZED = 1


def locals_of(frame: FrameType) -> Dict[str, Any]:
    """The locals of a function's frame.

    CPython keeps what it gives for as long as the frame: where handles count, that would hold what was given up since.
    """
    from engine.runtime.context import ctx

    found = frame.f_locals
    if not ctx.counts_handles or not frame.f_code.co_flags & _OPTIMIZED:
        return found
    copy = dict(found)
    found.clear()
    return copy


def _frames(start: Optional[FrameType]) -> Iterator[Tuple[FrameType, Any]]:
    """The PHP frames from `start` outwards: (frame, its Unit), or (frame, None) for a builtin's entry point."""
    frame = start
    while frame is not None:
        unit = frame.f_globals.get("UNIT")
        if unit is not None and frame.f_code.co_filename in unit.codes:
            yield frame, unit
        elif frame.f_code.co_filename in _BUILTIN_FILENAMES:
            yield frame, None
        elif frame.f_code.co_name == FIBER_BODY:
            # Python's own chain ends here or leads astray: go on with whoever entered the fiber.
            frame = locals_of(frame)["self"].entered_from
            continue
        frame = frame.f_back


def calling_place() -> Optional[Tuple[str, int]]:
    """Where the running function of a script was called, as PHP's messages say it; None from within a builtin."""
    frames = []
    for frame, unit in _frames(sys._getframe(1)):
        if frame.f_code.co_filename != OPERATION_FILENAME:
            frames.append((frame, unit))
        if len(frames) == 2:
            frame, unit = frames[1]
            return None if unit is None else unit.position(frame)
    return None


def current_position() -> Tuple[str, int]:
    """File and line of the PHP code that is running."""
    for frame, unit in _frames(sys._getframe(1)):
        if unit is not None:
            return unit.position(frame)  # type: ignore[no-any-return]
    return "Unknown", 0


def current_builtin_name() -> str:
    """The PHP name of the innermost builtin that is running."""
    for frame, unit in _frames(sys._getframe(1)):
        if unit is None:
            return builtin_display(frame)
    return ""


def builtin_display(frame: FrameType) -> str:
    """`strlen`, or `Class::method`, of a builtin's entry frame."""
    builtin = frame.f_globals["BUILTIN"][frame.f_code.co_name]
    return builtin.display_name  # type: ignore[no-any-return]


def caller_is_strict() -> bool:
    """Whether the PHP code that called the running builtin has strict_types; asked from the builtin's entry."""
    from engine.runtime.context import ctx

    if not ctx.has_strict_units:
        return False
    seen_builtin = False
    for _frame, unit in _frames(sys._getframe(1)):
        if unit is not None:
            return bool(unit.strict_types)
        if seen_builtin:
            return False
        seen_builtin = True
    return False


def callers_caller_is_strict() -> bool:
    """As `caller_is_strict`, asked by a function of a script about its own caller: a builtin calls weakly."""
    from engine.runtime.context import ctx

    if not ctx.has_strict_units:
        return False
    is_callee = True
    for _frame, unit in _frames(sys._getframe(1)):
        if is_callee:
            is_callee = False
        else:
            return unit is not None and bool(unit.strict_types)
    return False


def current_scope() -> Any:
    """The PhpClass whose code is running, or None."""
    for frame, unit in _frames(sys._getframe(1)):
        if unit is not None:
            return unit.scope_of(frame)
    return None


def current_called_class() -> Any:
    """The late static binding class of the running method, or None."""
    for frame, unit in _frames(sys._getframe(1)):
        if unit is not None:
            return unit.called_class_of(frame)
    return None


def runs_function() -> bool:
    """Whether the PHP code that is running is no file's: a function's, or none at all as at the script's end."""
    for frame, unit in _frames(sys._getframe(1)):
        if unit is not None:
            return unit.codes[frame.f_code.co_filename].kind in ("function", "method", "closure")
    return True


def current_unit() -> Any:
    """The Unit whose code is running, or None."""
    for _frame, unit in _frames(sys._getframe(1)):
        if unit is not None:
            return unit
    return None


class TraceFrame:
    """One line of a stack trace."""

    __slots__ = ("arguments", "class_name", "file", "function", "kind", "line", "named", "object")

    def __init__(self) -> None:
        self.file: Optional[str] = None
        self.line = 0
        self.function = ""
        self.class_name: Optional[str] = None
        self.kind = ""
        self.object: Any = None
        self.arguments: List[Any] = []
        # What a variadic parameter took by name.
        self.named: Dict[str, Any] = {}


def line_of(frame: FrameType) -> int:
    """The Python line at which a frame stands: while it takes an exception, that from which the exception came."""
    from engine.runtime.context import ctx

    place = ctx.unwinding
    return place[1] if place is not None and place[0] is frame else frame.f_lineno


def stack_trace(limit: int = 0) -> Tuple[str, int, List[TraceFrame]]:
    """(file, line) of the running PHP code, and the calls that led there, innermost first."""
    steps = []
    frame: Optional[FrameType] = sys._getframe(1)
    while frame is not None:
        steps.append((frame, line_of(frame)))
        # Python's own chain ends at a fiber's body or leads astray: go on with whoever entered the fiber.
        frame = locals_of(frame)["self"].entered_from if frame.f_code.co_name == FIBER_BODY else frame.f_back
    return trace_of(steps, limit)


def trace_of(steps: List[Tuple[FrameType, int]], limit: int = 0) -> Tuple[str, int, List[TraceFrame]]:
    """As `stack_trace`, for Python frames, innermost first, and the line at which each of them stands."""
    trace: List[TraceFrame] = []
    position: Optional[Tuple[str, int]] = None
    pending: Optional[TraceFrame] = None
    waiting: List[TraceFrame] = []
    expression_at: Tuple[str, int] = ("", 0)
    for frame, number in steps:
        unit = frame.f_globals.get("UNIT")
        if unit is None or frame.f_code.co_filename not in unit.codes:
            if frame.f_code.co_name == OPENING:
                if pending is not None:
                    waiting.append(pending)
                pending = TraceFrame()
                pending.function = locals_of(frame)["kind"]
                continue
            if frame.f_code.co_name == FIBER_BODY and pending is not None:
                trace.append(pending)  # called by nobody: [internal function]
                pending = None
            if frame.f_code.co_filename != BUILTIN_FILENAME:
                continue
            unit = None
        if unit is None:
            if pending is not None and not waiting:
                trace.append(pending)  # called from within a builtin: [internal function]
            pending = TraceFrame()
            builtin = frame.f_globals["BUILTIN"][frame.f_code.co_name]
            builtin.describe_frame(frame, pending)
            continue
        here = unit.position_at(frame.f_code, number)
        is_innermost = position is None and (pending is None or pending.function in TRACERS)
        if position is None and not unit.is_plain_constant(frame):
            position = here
        if unit.makes_attribute(frame):
            if pending is not None:
                pending.file, pending.line = here
                trace.append(pending)
                pending = None
            continue
        if unit.is_constant_expression(frame):
            # One for all that it leads to, at the line that is running.
            if not waiting and pending is None and not unit.is_plain_constant(frame):
                waiting.append(TraceFrame())
                waiting[0].function = CONSTANT_EXPRESSION
                expression_at = here
            continue
        if waiting and waiting[0].function == CONSTANT_EXPRESSION and here == expression_at:
            del waiting[0]
        if pending is None and waiting:
            pending = waiting.pop()
        if pending is not None:
            for called in (*waiting, pending):
                called.file, called.line = here
                trace.append(called)
            waiting = []
            pending = None
        if limit and position is not None and len(trace) >= limit:
            return position[0], position[1], trace
        pending = unit.describe_frame(frame)
        if is_innermost and pending is not None and pending.function in INCLUDES:
            pending.arguments = []
    if pending is not None:
        trace.append(pending)
    if position is None:
        position = ("[no active file]", 0)
    return position[0], position[1], trace
