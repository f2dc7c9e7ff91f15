"""Attributes that PHP itself knows."""

from __future__ import annotations

from typing import Dict, List, Tuple, Type, Union

from engine.analysis.checks.constant_expressions import check_constant
from engine.analysis.checks.context import Context, fatal
from engine.analysis.checks.functions import refuse_wrong_order
from engine.syntax import nodes

# Where each may stand, as its declaration says.
_TARGETS: Dict[str, Tuple[str, ...]] = {
    "attribute": ("class",),
    "returntypewillchange": ("method",),
    "allowdynamicproperties": ("class",),
    "override": ("method",),
    "sensitiveparameter": ("parameter",),
}


_NOUNS: Dict[Type[nodes.Node], str] = {
    nodes.FunctionDeclaration: "function",
    nodes.ClassDeclaration: "class",
    nodes.PropertyDeclaration: "property",
    nodes.MethodDeclaration: "method",
}
Attributed = Union[
    nodes.FunctionDeclaration,
    nodes.Closure,
    nodes.ArrowFunction,
    nodes.ClassDeclaration,
    nodes.PropertyDeclaration,
    nodes.MethodDeclaration,
    nodes.ClassConstDeclaration,
    nodes.EnumCase,
    nodes.Parameter,
    nodes.PropertyHook,
]


def check_attributes(context: Context, node: Attributed) -> None:
    """The attributes of a declaration, which PHP compiles on the declaration's own line."""
    if not node.attributes:
        return
    if isinstance(node, nodes.ClassDeclaration):
        _check_class(context, node)
    target = _NOUNS.get(node.__class__, "")
    seen: List[str] = []
    for attribute in _attributes(node.attributes):
        _check_arguments(context, attribute, node.line)
        name = context.resolved_class(attribute.name)
        allowed = _TARGETS.get(name.lower())
        if allowed is None or not target:
            continue
        if target not in allowed:
            fatal(f'Attribute "{name}" cannot target {target} (allowed targets: {", ".join(allowed)})', node.line)
        if name.lower() in seen:
            fatal(f'Attribute "{name}" must not be repeated', node.line)
        seen.append(name.lower())


def _attributes(groups: List[nodes.AttributeGroup]) -> List[nodes.Attribute]:
    return [attribute for group in groups for attribute in group.attributes]


def _check_arguments(context: Context, node: nodes.Attribute, line: int) -> None:
    for argument in node.arguments:
        if argument.unpack:
            fatal("Cannot use unpacking in attribute argument list", line)
    refuse_wrong_order(node.arguments, line, unique=True)
    for argument in node.arguments:
        check_constant(context, argument.value, line, allow_new=True)


def _check_class(context: Context, node: nodes.ClassDeclaration) -> None:
    for attribute in _attributes(node.attributes):
        if context.resolved_class(attribute.name).lower() == "allowdynamicproperties":
            name = "class@anonymous" if node.name is None else context.qualified(node.name)
            if node.kind != "class":
                fatal(f"Cannot apply #[AllowDynamicProperties] to {node.kind} {name}", node.line)
            if "readonly" in node.modifiers:
                fatal(f"Cannot apply #[AllowDynamicProperties] to readonly class {name}", node.line)
