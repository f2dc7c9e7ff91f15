"""Expressions whose type is certain whatever the variables in them hold."""

from __future__ import annotations

from typing import Any, Optional

from engine.syntax import nodes

_COMPARISONS = frozenset(("==", "!=", "===", "!==", "<", "<=", ">", ">=", "&&", "||", "xor"))
_LITERALS = {int: "int", float: "float", str: "string"}
_CASTS = {"int": "int", "float": "float", "string": "string", "bool": "bool", "array": "array"}


def certain_type(node: Any) -> Optional[str]:
    """One of int, float, string, bool, array and number (int or float), or None when it is not certain."""
    kind = type(node)
    if kind is nodes.Literal:
        return _LITERALS[type(node.value)]
    if kind is nodes.Binary:
        operator = node.operator
        if operator in _COMPARISONS:
            return "bool"
        if operator == ".":
            return "string"
        return "int" if operator == "<=>" else None
    if kind is nodes.Interpolated:
        return "string"
    if kind in (nodes.Isset, nodes.Empty, nodes.InstanceOf):
        return "bool"
    if kind is nodes.Unary:
        return "bool" if node.operator == "!" else None
    if kind is nodes.Cast:
        return _CASTS.get(node.to)
    if kind is nodes.ArrayLiteral:
        return "array"
    if kind is nodes.Constant and node.name.text.lower() in ("true", "false"):
        return "bool"
    if kind is nodes.Print:
        return "int"
    return None
