"""Walking the nodes of a function's own body."""

from __future__ import annotations

from typing import Any, Callable, Iterator, List

from engine.syntax import nodes
from engine.syntax.visitor import children

# Not entered: they have variables of their own.
FUNCTION_LIKE = (nodes.Closure, nodes.FunctionDeclaration, nodes.MethodDeclaration, nodes.ClassDeclaration)


def own_nodes(roots: List[Any]) -> Iterator[Any]:
    """All nodes below `roots` that belong to the same function; nested functions and classes come, unentered."""
    stack = list(reversed(roots))
    while stack:
        node = stack.pop()
        yield node
        if not isinstance(node, FUNCTION_LIKE):
            stack += children(node)[::-1]


def contains(roots: List[Any], test: Callable[[Any], bool]) -> bool:
    """Whether a node of the same function passes `test`."""
    return any(test(node) for node in own_nodes(roots))
