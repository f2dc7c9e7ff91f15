"""Constant expressions: what defaults, constants and attributes may be made of."""

from __future__ import annotations

from typing import List, Optional

from engine.analysis.checks.context import Context, fatal
from engine.syntax import nodes
from engine.syntax.visitor import children

_ALLOWED = (
    nodes.Literal,
    nodes.Binary,
    nodes.Unary,
    nodes.Ternary,
    nodes.ArrayLiteral,
    nodes.ArrayItem,
    nodes.Index,
    nodes.Constant,
    nodes.ClassConstant,
    nodes.MagicConstant,
    nodes.Property,
    nodes.New,
    nodes.Argument,
    nodes.Name,
)


def check_constant(
    context: Context, expression: nodes.Expression, at: Optional[int] = None, *, allow_new: bool = False
) -> None:
    """Refuse what cannot be computed without running the script."""
    line = at or expression.line
    stack: List[nodes.Node] = [expression]
    while stack:
        node = stack.pop()
        if not isinstance(node, _ALLOWED):
            fatal("Constant expression contains invalid operations", line)
        context.constant_names.add(id(node))
        if isinstance(node, nodes.ClassConstant):
            _check_class_constant(node, line)
        elif isinstance(node, nodes.New):
            if not allow_new:
                fatal("New expressions are not supported in this context", line)
            if isinstance(node.class_, nodes.ClassDeclaration):
                fatal("Cannot use anonymous class in constant expression", line)
            if not isinstance(node.class_, nodes.Name):
                fatal("Cannot use dynamic class name in constant expression", line)
            if node.class_.text.lower() == "static":
                fatal('"static" is not allowed in compile-time constants', line)
            if any(argument.unpack for argument in node.arguments):
                fatal("Argument unpacking in constant expressions is not supported", line)
        elif isinstance(node, nodes.Index) and node.index is None:
            fatal("Cannot use [] for reading", line)
        elif isinstance(node, nodes.ArrayItem) and node.by_ref:
            fatal("Constant expression contains invalid operations", line)
        stack += children(node)


def _check_class_constant(node: nodes.ClassConstant, line: int) -> None:
    if not isinstance(node.class_, nodes.Name):
        if node.name == "class":
            fatal("(expression)::class cannot be used in constant expressions", line)
        fatal("Dynamic class names are not allowed in compile-time class constant references", line)
    if node.class_.kind == "unqualified" and node.class_.text.lower() == "static":
        if node.name == "class":
            fatal("static::class cannot be used for compile-time class name resolution", line)
        fatal('"static::" is not allowed in compile-time constants', line)
