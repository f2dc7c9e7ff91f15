"""Throwable and its classes; stack traces as PHP words them."""

from __future__ import annotations

import re
import sys
from typing import Any, Dict, List, Optional, Tuple

from engine.errors import PhpThrown
from engine.runtime.context import ctx
from engine.runtime.frames import CONSTANT_EXPRESSION, TraceFrame, locals_of, stack_trace, trace_of


def throw_error(class_name: str, message: str, code: int = 0, *, line: Optional[int] = None) -> PhpThrown:
    """A PHP exception of a builtin class, to be raised; file, line and trace are those of the running code."""
    from engine.runtime.classes import instantiate, require_class

    ctx.deferred_place = True
    try:
        thrown = instantiate(require_class(class_name))
    finally:
        ctx.deferred_place = None
    storage = thrown.__dict__
    storage["g_message"] = message if "\0" not in message else anonymous_names_cut(message)
    storage["g_code"] = code
    if line is not None:
        settle(thrown)
        storage["g_line"] = line
    return PhpThrown(thrown)


_ANONYMOUS = re.compile("@anonymous\0.*?\\$[0-9a-f]+")
# Where it is about an argument, PHP's message loses the method's name as well.
_ANONYMOUS_METHOD = re.compile("@anonymous\0.*?\\(\\): Argument #")


def printed(text: str) -> str:
    """A name as C prints it into a message: what follows a zero byte is not shown."""
    return text.partition("\0")[0]


def anonymous_names_cut(message: str) -> str:
    """A message as PHP prints it: what follows the zero byte in an anonymous class's name is not shown."""
    return _ANONYMOUS.sub("@anonymous", _ANONYMOUS_METHOD.sub("@anonymous(): Argument #", message))


def locate(thrown: Any) -> None:
    """Give a new Throwable its file, line and trace, or put that off where it is about to be thrown.

    Walking the frames makes PyPy abandon the trace it is making of a loop; most exceptions are caught and forgotten.
    """
    storage = thrown.__dict__
    place = ctx.deferred_place
    if place is not None:
        ctx.deferred_place = None
        storage["_deferred"] = place
        if place is not True:
            storage["g_file"], storage["g_line"] = place
        return
    _fill(thrown, stack_trace())


def _fill(thrown: Any, found: Tuple[str, int, List[TraceFrame]]) -> None:
    file, line, frames = found
    storage = thrown.__dict__
    if storage.pop("_deferred", True) is True and not storage.get("g_line"):
        storage["g_file"] = file
        storage["g_line"] = line
    for frame in frames:
        frame.object = None
    storage["_frames"] = frames
    storage["_ignore_arguments"] = ctx.ini.get_bool("zend.exception_ignore_args")


def settle(thrown: Any) -> None:
    """Work out the trace of an exception for which that was put off.

    The frames between the throw and the catch are those of Python's own traceback; those outside of the catch still
    stand as they did.
    """
    storage = thrown.__dict__
    if "_deferred" not in storage:
        return
    traceback = storage.pop("_traceback", None)
    if traceback is None:
        _fill(thrown, trace_of(_live_frames(thrown)))
        return
    steps = []
    outer = traceback.tb_frame.f_back
    while traceback is not None:
        steps.append((traceback.tb_frame, traceback.tb_lineno))
        traceback = traceback.tb_next
    steps.reverse()
    while outer is not None:
        steps.append((outer, outer.f_lineno))
        outer = outer.f_back
    _fill(thrown, trace_of(steps))


def _live_frames(thrown: Any) -> List[Any]:
    """The running frames, those of the exception's own constructors left out."""
    frame: Any = sys._getframe(1)
    steps = []
    while frame is not None:
        if locals_of(frame).get("v_this") is not thrown:
            steps.append((frame, frame.f_lineno))
        frame = frame.f_back
    return steps


def chain_exceptions(thrown: PhpThrown, pending: Any) -> None:
    """An exception thrown while another was on its way has that one as its last `previous`."""
    current = thrown.object
    if pending is None or pending is current:
        return
    ancestors = set()
    ancestor = pending
    while ancestor is not None and id(ancestor) not in ancestors:
        ancestors.add(id(ancestor))
        ancestor = ancestor.__dict__.get("_previous")
    # None of its own may be one of the other's: the chain would never end.
    while id(current) not in ancestors and current.__dict__.get("_previous") is not None:
        current = current.__dict__["_previous"]
    if id(current) in ancestors:
        return
    current.__dict__["_previous"] = pending


def private_slot(thrown: Any, name: str) -> str:
    """The attribute of a private property of Exception or Error."""
    base = ctx.library.find_class("exception" if "exception" in thrown.ancestors else "error")
    return base.properties[name].attribute  # type: ignore[no-any-return]


def given_trace(thrown: Any) -> Any:
    """The trace that reflection or unserialize() gave an exception, an array; None for its own."""
    given = thrown.__dict__.get(private_slot(thrown, "trace"))
    return given or None


def previous_of(thrown: Any) -> Any:
    """The previous exception, or None."""
    storage = thrown.__dict__
    previous = storage.get("_previous")
    return storage.get(private_slot(thrown, "previous")) if previous is None else previous


def trace_array(thrown: Any) -> Any:
    """The trace as getTrace() gives it."""
    from engine.runtime.arrays import PhpArray

    given = given_trace(thrown)
    if given is not None:
        return given.share()
    settle(thrown)
    frames: List[TraceFrame] = thrown.__dict__.get("_frames", [])
    with_arguments = not thrown.__dict__.get("_ignore_arguments")
    return PhpArray([trace_row(frame, with_objects=False, with_arguments=with_arguments) for frame in frames])


def trace_row(frame: TraceFrame, *, with_objects: bool, with_arguments: bool) -> Any:
    """One call of a trace as scripts see it: an array."""
    from engine.runtime.arrays import PhpArray, share_value

    row = PhpArray()
    if frame.file is not None:
        row.set_name("file", frame.file)
        row.set_name("line", frame.line)
    is_include = frame.function in ("include", "include_once", "require", "require_once") and frame.class_name is None
    if is_include and with_arguments and frame.arguments:
        row.set_name("args", PhpArray([share_value(value) for value in frame.arguments]))
    row.set_name("function", frame.function)
    if frame.class_name is not None:
        row.set_name("class", frame.class_name)
        if with_objects and frame.object is not None:
            row.set_name("object", frame.object)
        row.set_name("type", frame.kind)
    if with_arguments and not is_include and frame.function not in ("eval", CONSTANT_EXPRESSION):
        arguments = PhpArray([share_value(value) for value in frame.arguments])
        for name, value in frame.named.items():
            arguments.set(name, share_value(value))
        row.set_name("args", arguments)
    return row


def trace_text(thrown: Any) -> str:
    """getTraceAsString()."""
    given = given_trace(thrown)
    if given is not None:
        return _given_text(given)
    settle(thrown)
    is_brief = thrown.__dict__.get("_ignore_arguments")
    return frames_text(thrown.__dict__.get("_frames", []), with_arguments=not is_brief)


def frames_text(frames: List[TraceFrame], *, with_arguments: bool) -> str:
    """A trace as text."""
    lines = []
    for number, frame in enumerate(frames):
        where = "[internal function]" if frame.file is None else f"{frame.file}({frame.line})"
        name = frame.function
        if frame.class_name is not None:
            # The name of an anonymous class ends before its NUL.
            name = f"{frame.class_name.partition(chr(0))[0]}{frame.kind}{frame.function}"
        texts = [*map(_shown, frame.arguments), *(f"{word}: {_shown(value)}" for word, value in frame.named.items())]
        shown = ", ".join(texts) if with_arguments else ""
        lines.append(f"#{number} {where}: {name}({shown})")
    lines.append(f"#{len(frames)} {{main}}")
    return "\n".join(lines)


def _given_text(given: Any) -> str:
    """A trace that a script made up, as text."""
    from engine.runtime.arrays import PhpArray

    lines: List[str] = []
    for key, row in given.items():
        if type(row) is PhpArray:
            lines.append(f"#{len(lines)} {_given_place(row)}: {_given_call(row)}")
        else:
            ctx.warning(f"Expected array for frame {key}")
    lines.append(f"#{len(lines)} {{main}}")
    return "\n".join(lines)


def _given_place(row: Any) -> str:
    if not row.has("file"):
        return "[internal function]"
    if type(row.get("file")) is not str:
        ctx.warning("File name is not a string")
        return "[unknown file]"
    line = row.get("line", 0)
    if type(line) is not int:
        ctx.warning("Line is not an int")
        line = 0
    return f"{row.get('file')}({line})"


def _given_call(row: Any) -> str:
    from engine.runtime.arrays import PhpArray

    text = ""
    for name in ("class", "type", "function"):
        if not row.has(name):
            continue
        value = row.get(name)
        if type(value) is str:
            text += value
        else:
            ctx.warning(f"Value for {name} is not a string")
            text += "[unknown]"
    shown: List[str] = []
    if row.has("args"):
        arguments = row.get("args")
        if type(arguments) is PhpArray:
            shown = [_shown(one) if type(key) is int else f"{key}: {_shown(one)}" for key, one in arguments.items()]
        else:
            ctx.warning("args element is not an array")
    return f"{text}({', '.join(shown)})"


def _shown(value: Any) -> str:
    """An argument as traces show it."""
    from engine.runtime.arrays import PhpArray
    from engine.runtime.context import ctx
    from engine.runtime.conversions import float_to_string, is_resource
    from engine.runtime.references import Ref

    if isinstance(value, Ref):
        value = value.get()
    if value is None:
        return "NULL"
    if type(value) is str:
        limit = ctx.ini.get_int("zend.exception_string_param_max_len", 15)
        return f"'{escape_text(value[:limit])}...'" if len(value) > limit else f"'{escape_text(value)}'"
    if value is True or value is False:
        return "true" if value else "false"
    if type(value) is int:
        return str(value)
    if type(value) is float:
        text = float_to_string(value)
        return f"{text}.0" if text.lstrip("-").isdecimal() else text
    if type(value) is PhpArray:
        return "Array"
    if is_resource(value):
        return f"Resource id #{value.id}"
    owner = value.php_class
    if owner.kind == "enum":
        return f"{owner.name}::{value.p_name}"
    return f"Object({owner.name.split(chr(0))[0]})"


_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\v": "\\v", "\\": "\\\\", "\x1b": "\\e"}


def escape_text(text: str) -> str:
    """Show control characters and bytes beyond ASCII as escapes."""
    return "".join(
        _ESCAPES.get(letter) or (letter if " " <= letter <= "~" else f"\\x{ord(letter):02X}") for letter in text
    )


def held(storage: Dict[str, Any], attribute: str, default: Any) -> Any:
    """What an object holds in an attribute, be it by reference."""
    value = storage.get(attribute)
    if value is None and attribute in storage.get("_refs", ()):
        value = storage["_refs"][attribute].get()
    return default if value is None else value


def describe(thrown: Any) -> str:
    """The whole chain as `(string) $exception` gives it."""
    from engine.runtime.conversions import to_string

    text = ""
    current = thrown
    seen = set()
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        settle(current)
        storage = current.__dict__
        name = current.php_class.name
        message = to_string(held(storage, "g_message", ""))
        if name in ("TypeError", "ArgumentCountError") and ", called in " in message:
            message += " and defined"
        where = f"{to_string(storage.get('g_file', ''))}:{storage.get('g_line', 0)}"
        head = f"{name}: {message} in {where}" if message else f"{name} in {where}"
        block = f"{head}\nStack trace:\n{trace_text(current)}"
        text = f"{block}\n\nNext {text}" if text else block
        current = previous_of(current)
    return text
