"""Signatures of magic methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, FrozenSet, NamedTuple, Optional, Tuple

from engine.analysis.checks import types
from engine.analysis.checks.context import Context, fatal

if TYPE_CHECKING:
    from engine.syntax import nodes


class Magic(NamedTuple):
    """What a magic method must look like; None: anything goes."""

    arity: Optional[int]
    parameters: Tuple[str, ...] = ()
    result: Optional[str] = None
    is_static: bool = False


_MAGIC: Dict[str, Magic] = {
    "__construct": Magic(None),
    "__destruct": Magic(0),
    "__clone": Magic(0, (), "void"),
    "__get": Magic(1, ("string",)),
    "__set": Magic(2, ("string",), "void"),
    "__unset": Magic(1, ("string",), "void"),
    "__isset": Magic(1, ("string",), "bool"),
    "__call": Magic(2, ("string", "array")),
    "__callstatic": Magic(2, ("string", "array"), None, is_static=True),
    "__tostring": Magic(0, (), "string"),
    "__debuginfo": Magic(0, (), "?array"),
    "__serialize": Magic(0, (), "array"),
    "__unserialize": Magic(1, ("array",), "void"),
    "__set_state": Magic(1, ("array",), "object", is_static=True),
    "__invoke": Magic(None),
    "__sleep": Magic(0, (), "array"),
    "__wakeup": Magic(0, (), "void"),
}
_ANY_VISIBILITY = frozenset(("__construct", "__destruct", "__clone"))
_RESULTS: Dict[str, FrozenSet[str]] = {
    "void": frozenset(("void",)),
    "bool": frozenset(("true", "false")),
    "string": frozenset(("string",)),
    "array": frozenset(("array",)),
    "?array": frozenset(("array", "null")),
    "object": frozenset(("object", "static")),
}


def check_magic_method(context: Context, node: nodes.MethodDeclaration) -> None:
    """Refuse a magic method that PHP could not call."""
    magic = _MAGIC.get(node.name.lower())
    if magic is None:
        return
    name = f"{context.class_name}::{node.name}()"
    line = node.line
    count = magic.arity
    if count is not None and len(node.parameters) != count:
        if count == 0:
            fatal(f"Method {name} cannot take arguments", line)
        fatal(f"Method {name} must take exactly {count} argument{'' if count == 1 else 's'}", line)
    if count is not None and any(parameter.by_ref for parameter in node.parameters):
        fatal(f"Method {name} cannot take arguments by reference", line)
    if magic.is_static != ("static" in node.modifiers):
        fatal(f"Method {name} {'must' if magic.is_static else 'cannot'} be static", line)
    if node.name.lower() in ("__construct", "__destruct") and node.return_type is not None:
        fatal(f"Method {name} cannot declare a return type", line)
    for number, (parameter, wanted) in enumerate(zip(node.parameters, magic.parameters), 1):
        if parameter.type is not None:
            given = types.compiled(context, parameter.type, line)
            if wanted not in given.builtin:
                fatal(f"{name}: Parameter #{number} (${parameter.name}) must be of type {wanted} when declared", line)
    if node.name.lower() not in _ANY_VISIBILITY and {"private", "protected"} & set(node.modifiers):
        context.warn(f"The magic method {name} must have public visibility", line)
    if magic.result is not None and node.return_type is not None:
        _check_result(context, name, node.return_type, magic.result, line)


def _check_result(context: Context, name: str, declared: nodes.TypeNode, wanted: str, line: int) -> None:
    given = types.compiled(context, declared, line)
    if "never" in given.builtin:
        return  # What never returns fits every result.
    if given.builtin - _RESULTS[wanted] or (given.classes and wanted != "object"):
        fatal(f"{name}: Return type must be {wanted} when declared", line)
