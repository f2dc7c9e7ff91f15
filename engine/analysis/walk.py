"""Walking syntax trees: the children of a node, and all nodes of a function's own body."""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterator, List, Tuple

from engine.syntax import nodes

# Not entered: they have variables of their own.
FUNCTION_LIKE = (nodes.Closure, nodes.FunctionDeclaration, nodes.MethodDeclaration, nodes.ClassDeclaration)

_fields: Dict[type, Tuple[str, ...]] = {}


def fields_of(kind: type) -> Tuple[str, ...]:
    """The names of a node class's fields that may hold nodes."""
    found = _fields.get(kind)
    if found is None:
        found = _fields[kind] = tuple(name for name in kind.__dataclass_fields__ if name != "line")  # type: ignore[attr-defined]
    return found


def children(node: Any) -> Iterator[Any]:
    """The nodes directly below `node`, in source order."""
    for name in fields_of(type(node)):
        value = getattr(node, name)
        if isinstance(value, nodes.Node):
            yield value
        elif type(value) is list or type(value) is tuple:
            yield from _in_list(value)


def _in_list(values: Any) -> Iterator[Any]:
    for value in values:
        if isinstance(value, nodes.Node):
            yield value
        elif type(value) is list or type(value) is tuple:
            yield from _in_list(value)


def own_nodes(roots: List[Any]) -> Iterator[Any]:
    """All nodes below `roots` that belong to the same function; nested functions and classes come, unentered."""
    stack = list(reversed(roots))
    while stack:
        node = stack.pop()
        yield node
        if not isinstance(node, FUNCTION_LIKE):
            stack.extend(reversed(list(children(node))))
        elif isinstance(node, nodes.ClassDeclaration) and node.name is None:
            continue


def contains(roots: List[Any], test: Callable[[Any], bool]) -> bool:
    """Whether a node of the same function passes `test`."""
    return any(test(node) for node in own_nodes(roots))
