"""Calls of small pure functions of the same file become the expression that they return.

Nobody must see the difference: what is inlined can neither warn nor throw, so that no trace and no line tells; each
argument is evaluated as often and in the order it was, or is a literal, for which neither matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List

from engine.analysis.types import certain_type
from engine.optimizer.fold_constants import (
    NO_VALUE,
    fold_binary,
    fold_cast,
    fold_ternary,
    fold_unary,
    is_value,
    value_of,
)
from engine.syntax import nodes
from engine.syntax.visitor import children

if TYPE_CHECKING:
    from engine.analysis.effects import PureFunction
    from engine.optimizer.place import Place

# What may change a variable, or be changed by it, while arguments are evaluated.
_SAFE = (
    nodes.Literal, nodes.Constant, nodes.Name, nodes.Binary, nodes.Unary, nodes.Cast, nodes.Variable, nodes.Index,
)  # fmt: skip
_KINDS = {int: "int", float: "float", str: "string", bool: "bool", type(None): "null"}
_SPECIAL_VARIABLES = frozenset(("this", "GLOBALS"))


def inline_call(place: Place, node: nodes.Call) -> nodes.Expression:
    """`square(3)`  becomes  `3 * 3` where `square(int $x)` returns `$x * $x`."""
    function = place.pure_function(node.callee)
    arguments = node.arguments
    if function is None or arguments is None or len(arguments) != len(function.parameters):
        return node
    values: Dict[str, nodes.Expression] = {}
    evaluated: List[str] = []
    for argument, name, kind in zip(arguments, function.parameters, function.types):
        value = argument.value
        if argument.unpack or argument.name is not None:
            return node
        constant = value_of(value)
        certain = certain_type(value) if constant is NO_VALUE else _KINDS[type(constant)]
        if kind is not None and certain != kind:
            return node
        if constant is NO_VALUE:
            if not _is_safe(value):
                return node
            evaluated.append(name)
        values[name] = value
    # A second one could be changed by what the first one runs: a handler, `__toString`, `offsetGet`.
    if len(evaluated) > 1 or [name for name in function.reads if name in evaluated] != evaluated:
        return node
    if any(name in function.conditional for name in evaluated):
        return node
    result: nodes.Expression = _substitute(place, function.value, values, node.line)
    return result if is_value(result) or isinstance(result, nodes.Ternary) else node


def _is_safe(value: nodes.Node) -> bool:
    """Whether evaluating an argument runs no code of the script that changes variables."""
    stack = [value]
    while stack:
        node = stack.pop()
        if node.__class__ not in _SAFE:
            return False
        if isinstance(node, nodes.Variable) and (not isinstance(node.name, str) or node.name in _SPECIAL_VARIABLES):
            return False
        stack += children(node)
    return True


def _substitute(place: Place, node: Any, values: Dict[str, nodes.Expression], line: int) -> Any:
    """The expression with arguments for parameters, on the line of the call, folded as it is built."""
    kind = node.__class__
    if kind is nodes.Variable:
        return values[node.name]
    if kind is nodes.Binary:
        left, right = _substitute(place, node.left, values, line), _substitute(place, node.right, values, line)
        return fold_binary(place, nodes.Binary(line, node.operator, left, right))
    if kind is nodes.Unary:
        return fold_unary(place, nodes.Unary(line, node.operator, _substitute(place, node.operand, values, line)))
    if kind is nodes.Cast:
        return fold_cast(place, nodes.Cast(line, node.to, _substitute(place, node.operand, values, line)))
    if kind is nodes.Ternary:
        parts = [_substitute(place, part, values, line) for part in (node.condition, node.then, node.otherwise)]
        return fold_ternary(place, nodes.Ternary(line, parts[0], parts[1], parts[2], parenthesized=True))
    return node_at(node, line)


def node_at(node: Any, line: int) -> Any:
    """A literal or constant on another line."""
    if node.__class__ is nodes.Literal:
        return nodes.Literal(line, node.value)
    return nodes.Constant(line, nodes.Name(line, node.name.text, node.name.kind))


# Any: as listed.
REWRITES: Dict[type, Callable[[Place, Any], Any]] = {nodes.Call: inline_call}


def may_inline(place: Place, node: nodes.Call) -> bool:
    """Whether there is a chance that `inline_call` finds something."""
    return place.pure_function(node.callee) is not None


def inlinable(functions: Dict[str, nodes.FunctionDeclaration], pure: Callable[[Any], Any]) -> Dict[str, PureFunction]:
    """The functions that can be inlined, by their names."""
    found: Dict[str, PureFunction] = {}
    for name, node in functions.items():
        if len(node.body) == 1:
            known = pure(node)
            if known is not None:
                found[name] = known
    return found
