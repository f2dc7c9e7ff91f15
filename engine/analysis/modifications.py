"""Which variables' arrays a piece of code may change in place; a variable that is only assigned is not among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Set

from engine.analysis.walk import own_nodes
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.analysis.names import Names


def modified_variables(body: List[Any], by_ref_of: Any, library: Any, names: Names) -> Set[str]:
    """The variables whose array the body may change in place: they need a handle of their own."""
    found: Set[str] = set()

    def root(node: Any) -> None:
        while isinstance(node, (nodes.Index, nodes.Property)):
            node = node.base
        if isinstance(node, nodes.Variable) and isinstance(node.name, str):
            found.add(node.name)

    def pattern(target: Any) -> None:
        if isinstance(target, nodes.ArrayLiteral):
            for item in target.items:
                if item is not None:
                    pattern(item.value)
        elif isinstance(target, nodes.Index):
            root(target)

    for node in own_nodes(body):
        kind = type(node)
        if kind in (nodes.Assign, nodes.AssignOp, nodes.AssignRef, nodes.IncDec):
            pattern(node.target)
            if kind is nodes.AssignRef or isinstance(node.target, nodes.ArrayLiteral):
                root(getattr(node, "value", None))
        elif kind is nodes.Unset:
            for target in node.targets:
                if isinstance(target, nodes.Index):
                    root(target)
        elif kind is nodes.Foreach:
            pattern(node.value)
            if node.key is not None:
                pattern(node.key)
            if node.by_ref:
                root(node.subject)
        elif kind is nodes.ArrayItem and node.by_ref:
            root(node.value)
        elif kind in (nodes.Call, nodes.MethodCall, nodes.StaticCall, nodes.New) and node.arguments:
            _modified_by_call(node, root, by_ref_of, library, names)
    return found


def _modified_by_call(node: Any, root: Any, by_ref_of: Any, library: Any, names: Names) -> None:
    by_ref: Any = None
    if isinstance(node, nodes.Call) and isinstance(node.callee, nodes.Name):
        full, fallback = names.function_name(node.callee)
        builtin = library.find_function((fallback or full).lower())
        by_ref = builtin.by_ref if builtin is not None else by_ref_of(node)
        if by_ref is None:
            by_ref = lambda _position: True  # noqa: E731 - not known: any of them
    else:
        by_ref = lambda _position: True  # noqa: E731 - not known: any of them
    for position, argument in enumerate(node.arguments):
        if by_ref(position) or argument.name is not None or argument.unpack:
            root(argument.value)
