"""Visibility and hooks of properties, declared in a class or promoted by its constructor."""

from __future__ import annotations

from typing import List, Optional, Set, Union

from engine.analysis.checks import types
from engine.analysis.checks.context import Context, fatal
from engine.analysis.checks.variables import is_this
from engine.syntax import nodes
from engine.syntax.visitor import walk

_VISIBILITY_RANK = {"public": 0, "protected": 1, "private": 2}


def check_asymmetry(name: str, modifiers: List[str], line: int, *, has_type: bool) -> None:
    """`private(set)` needs a type, and must not be weaker than the visibility for reading."""
    setters = [modifier[: -len("(set)")] for modifier in modifiers if modifier.endswith("(set)")]
    if not setters:
        return
    if not has_type:
        fatal(f"Property with asymmetric visibility {name} must have type", line)
    reading = max((_VISIBILITY_RANK.get(modifier, 0) for modifier in modifiers), default=0)
    if _VISIBILITY_RANK[setters[0]] < reading:
        fatal(f"Visibility of property {name} must not be weaker than set visibility", line)


def check_hooks(
    context: Context,
    name: str,
    modifiers: List[str],
    type_node: Optional[nodes.TypeNode],
    hooks: List[nodes.PropertyHook],
    element: Union[nodes.PropertyElement, nodes.Parameter],
    line: int,
) -> None:
    """The hooks of one property, declared on `line`."""
    class_ = context.current_class
    whole = f"{context.class_name}::${name}"
    if "readonly" in modifiers or "readonly" in class_.modifiers:
        fatal("Hooked properties cannot be readonly", line)
    if not hooks:
        fatal("Property hook list must not be empty", line)
    seen: Set[str] = set()
    for hook in hooks:
        context.hooked_properties[id(hook)] = (name, type_node)
        _check_hook(context, whole, modifiers, type_node, hook)
        kind = hook.name.lower()
        if kind in seen:
            fatal(f'Cannot redeclare property hook "{hook.name}"', hook.line)
        seen.add(kind)
    if not class_.parents:
        _check_whole(context, whole, modifiers, hooks, element)


def _check_hook(
    context: Context,
    whole: str,
    modifiers: List[str],
    type_node: Optional[nodes.TypeNode],
    hook: nodes.PropertyHook,
) -> None:
    class_ = context.current_class
    is_final = "final" in hook.modifiers
    line = hook.line
    if "static" in modifiers:
        fatal("Cannot declare hooks for static property", line)
    if is_final and "private" in modifiers:
        fatal("Property hook cannot be both final and private", line)
    if class_.kind == "interface" or ("abstract" in modifiers and hook.body is None):
        if hook.body is not None:
            fatal("Abstract property hook cannot have body", line)
        if "private" in modifiers:
            fatal("Property hook cannot be both abstract and private", line)
        if is_final:
            fatal("Property hook cannot be both abstract and final", line)
    elif hook.body is None:
        fatal("Non-abstract property hook must have a body", line)
    kind = hook.name.lower()
    if kind not in ("get", "set"):
        fatal(f'Unknown hook "{hook.name}" for property {whole}, expected "get" or "set"', line)
    if hook.parameters is None:
        return
    if kind == "get":
        fatal(f"get hook of property {whole} must not have a parameter list", line)
    _check_parameter(context, whole, type_node, hook)


def _check_parameter(
    context: Context, whole: str, type_node: Optional[nodes.TypeNode], hook: nodes.PropertyHook
) -> None:
    line = hook.line
    parameters = hook.parameters or []
    if len(parameters) != 1:
        fatal(f"{hook.name} hook of property {whole} must accept exactly one parameters", line)
    parameter = parameters[0]
    start = f"Parameter ${parameter.name} of {hook.name} hook {whole} must not "
    if parameter.by_ref:
        fatal(start + "be pass-by-reference", line)
    if parameter.variadic:
        fatal(start + "be variadic", line)
    if parameter.default is not None:
        fatal(start + "have a default value", line)
    fits = (parameter.type is None) == (type_node is None)
    if fits and parameter.type is not None and type_node is not None:
        given = types.compiled(context, parameter.type, line)
        wanted = types.compiled(context, type_node, line)
        fits = bool(given.classes) or not wanted.builtin - given.builtin
    if not fits:
        fatal(
            f"Type of parameter ${parameter.name} of hook {whole}::set must be compatible with property type",
            line,
        )


def _check_whole(
    context: Context,
    whole: str,
    modifiers: List[str],
    hooks: List[nodes.PropertyHook],
    element: Union[nodes.PropertyElement, nodes.Parameter],
) -> None:
    class_ = context.current_class
    kinds = {hook.name.lower(): hook for hook in hooks}
    line = hooks[-1].line
    is_abstract = "abstract" in modifiers or class_.kind == "interface"
    if is_abstract and class_.kind != "interface" and all(hook.body is not None for hook in hooks):
        fatal(f"Abstract property {whole} must specify at least one abstract hook", line)
    is_virtual = not any(uses_property(hook, element.name) for hook in hooks)
    if is_virtual:
        if isinstance(element, nodes.PropertyElement) and element.default is not None:
            fatal(f"Cannot specify default value for virtual hooked property {whole}", line)
        if any(modifier.endswith("(set)") for modifier in modifiers) and len(kinds) < 2:
            which = "Read-only" if "get" in kinds else "Write-only"
            fatal(f"{which} virtual property {whole} must not specify asymmetric visibility", line)
    elif "get" in kinds and "set" in kinds and kinds["get"].by_ref:
        plain = f"{context.class_name}::{element.name}"
        fatal(f"Get hook of backed property {plain} with set hook may not return by reference", line)


def uses_property(hook: nodes.PropertyHook, name: str) -> bool:
    """Whether a hook reads or writes the value behind its own property."""
    if hook.body is None:
        return False
    if hook.name.lower() == "set" and isinstance(hook.body, nodes.Expression):
        return True
    return any(isinstance(node, nodes.Property) and node.name == name and is_this(node.base) for node in walk(hook))
