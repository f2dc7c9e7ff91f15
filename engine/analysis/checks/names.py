"""Class and method names in expressions."""

from __future__ import annotations

from typing import Union

from engine.analysis.checks.context import Context, fatal
from engine.analysis.checks.types import check_scope
from engine.syntax import nodes


def _check_class(context: Context, class_: Union[nodes.Name, nodes.Expression, nodes.Node], line: int) -> None:
    if isinstance(class_, nodes.Name):
        word = class_.text.lower()
        if class_.kind == "unqualified" and word in ("self", "parent", "static"):
            check_scope(context, word, line)
        elif class_.kind == "fully" and word in ("self", "parent", "static"):
            fatal(f"'\\{class_.text}' is an invalid class name", line)


def check_new(context: Context, node: nodes.New) -> None:
    """`new A`."""
    if id(node) not in context.constant_names:
        _check_class(context, node.class_, node.line)


def check_instanceof(context: Context, node: nodes.InstanceOf) -> None:
    """`x instanceof A`."""
    _check_class(context, node.class_, node.line)


def check_static_property(context: Context, node: nodes.StaticProperty) -> None:
    """`A::$b`."""
    _refuse_literal_class(node.class_, node.line)
    if id(node) not in context.constant_names:
        _check_class(context, node.class_, node.line)


def check_static_call(context: Context, node: nodes.StaticCall) -> None:
    """`A::b()`, and `parent::$property::get()` in a hook."""
    parent = node.class_
    if isinstance(parent, nodes.StaticProperty) and node.name in ("get", "set") and _is_parent_property(parent):
        _check_parent_hook(context, node, str(parent.name))
        context.constant_names.add(id(parent))
        return
    _refuse_literal_class(node.class_, node.line)
    _check_class(context, node.class_, node.line)
    _refuse_literal_name(node.name, node.line)


def _is_parent_property(node: nodes.StaticProperty) -> bool:
    class_ = node.class_
    if node.parenthesized or not isinstance(class_, nodes.Name) or not isinstance(node.name, str):
        return False
    return class_.text.lower() == "parent"


def _check_parent_hook(context: Context, node: nodes.StaticCall, name: str) -> None:
    hook = context.function.node
    start = f"Must not use parent::${name}::{node.name}() "
    if not isinstance(hook, nodes.PropertyHook):
        fatal(start + "outside a property hook", node.line)
    own = context.hooked_properties[id(hook)][0]
    if own != name:
        fatal(start + f"in a different property (${own})", node.line)
    if hook.name.lower() != node.name:
        fatal(start + f"in a different property hook ({hook.name})", node.line)
    if node.arguments is None:
        fatal("Cannot create Closure for parent property hook call", node.line)


def check_method_name(_context: Context, node: nodes.MethodCall) -> None:
    """`$a->b()`."""
    _refuse_literal_name(node.name, node.line)


def _refuse_literal_name(name: Union[str, nodes.Expression], line: int) -> None:
    if isinstance(name, nodes.Literal) and not isinstance(name.value, str):
        fatal("Method name must be a string", line)


def _refuse_literal_class(class_: Union[nodes.Name, nodes.Expression], line: int) -> None:
    if isinstance(class_, (nodes.Literal, nodes.ArrayLiteral)) and not (
        isinstance(class_, nodes.Literal) and isinstance(class_.value, str)
    ):
        fatal("Illegal class name", line)


def check_class_constant(context: Context, node: nodes.ClassConstant) -> None:
    """`A::B` and `A::class`."""
    if node.name == "class" and isinstance(node.class_, nodes.ArrayLiteral):
        fatal('Cannot use "::class" on array', node.line)
    _refuse_literal_class(node.class_, node.line)
    if id(node) not in context.constant_names:
        _check_class(context, node.class_, node.line)


def check_catch(_context: Context, node: nodes.Catch) -> None:
    """`catch (A $e)`."""
    for name in node.types:
        if name.kind == "unqualified" and name.text.lower() in ("self", "parent", "static"):
            fatal("Bad class name in the catch statement", name.line)
    if node.variable == "this":
        fatal("Cannot re-assign $this", node.line)
