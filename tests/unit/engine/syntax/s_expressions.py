"""Syntax trees as short text, for tests to compare."""

from __future__ import annotations

from typing import Any

from engine.syntax import nodes
from engine.syntax.parser import parse
from engine.syntax.visitor import field_names


def expression(source: str) -> str:
    """The s-expression of one PHP expression."""
    statement = parse(f"<?php {source};").statements[0]
    assert isinstance(statement, nodes.ExpressionStatement)
    return dump(statement.expression)


def statements(source: str) -> str:
    """The s-expressions of PHP code, a blank between two."""
    return " ".join(dump(statement) for statement in parse("<?php " + source).statements)


def dump(value: Any) -> str:  # Any: whatever a field of a node may hold.
    """Spell a node, or a value of one of its fields; what is empty or false is left out."""
    if isinstance(value, nodes.Binary):
        return f"({value.operator} {dump(value.left)} {dump(value.right)})"
    if isinstance(value, (nodes.Unary, nodes.Cast)):
        return f"({value.operator if isinstance(value, nodes.Unary) else value.to} {dump(value.operand)})"
    if isinstance(value, nodes.Variable) and isinstance(value.name, str):
        return "$" + value.name
    if isinstance(value, nodes.Literal):
        return repr(value.value)
    if isinstance(value, nodes.Name):
        return value.text
    if isinstance(value, nodes.Constant):
        return value.name.text
    if isinstance(value, nodes.Node):
        fields = [getattr(value, name) for name in field_names(value.__class__) if name not in ("line", "end_line")]
        parts = [dump(field) for field in fields if field not in (None, False) and field != []]
        return " ".join([f"({value.__class__.__name__}", *parts]) + ")"
    if isinstance(value, tuple):
        return "<" + " ".join(map(dump, value)) + ">"
    if isinstance(value, list):
        return "[" + " ".join(map(dump, value)) + "]"
    return str(value)
