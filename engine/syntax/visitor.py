"""Walks over syntax trees. The parser refuses trees deeper than `MAXIMUM_DEPTH`, so that recursion over one is safe."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any, Callable, Dict, Iterator, List, Tuple, Type

from engine.syntax.nodes import Node

_FIELDS: Dict[Type[Node], Tuple[str, ...]] = {}
# What the annotation of a field is made of when it cannot hold a node.
_PLAIN = frozenset(("str", "int", "float", "bool", "None", "List", "Optional", "Union", "Tuple", ""))


def field_names(class_: Type[Node]) -> Tuple[str, ...]:
    """Names of a node class's fields in the order of its constructor, `line` first."""
    return tuple(field.name for field in fields(class_))


def child_fields(class_: Type[Node]) -> Tuple[str, ...]:
    """Names of the fields in which a node of this class may hold nodes."""
    names = _FIELDS.get(class_)
    if names is None:
        names = _FIELDS[class_] = tuple(
            field.name for field in fields(class_) if not _PLAIN.issuperset(re.split(r"[^A-Za-z]+", str(field.type)))
        )
    return names


def children(node: Node) -> List[Node]:
    """Return the nodes directly below a node, in the order of its fields, also those in lists and tuples."""
    found: List[Node] = []
    names = _FIELDS.get(node.__class__)
    for name in child_fields(node.__class__) if names is None else names:
        value = getattr(node, name)
        kind = value.__class__
        if kind is list:
            if not value:
                continue
            if value[0].__class__ is tuple:
                for item in value:
                    found += _nodes_of(item)
            elif None in value:
                found += [item for item in value if item is not None]
            else:
                found += value
        elif value is not None and kind is not str:
            found.append(value)
    return found


def _nodes_of(values: Any) -> Iterator[Node]:  # Any: a tuple of anything that a field may hold.
    for value in values:
        if isinstance(value, Node):
            yield value
        elif isinstance(value, list):
            yield from value


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all below it, parents first and in source order, without recursion."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        below = children(current)
        below.reverse()
        stack += below


def is_deeper_than(node: Node, limit: int) -> bool:
    """Tell whether the tree has more than `limit` levels."""
    level: List[Node] = [node]
    for _depth in range(limit):
        level = [child for parent in level for child in children(parent)]
        if not level:
            return False
    return True


class NodeVisitor:
    """Calls `visit_<Class>` for a node where a subclass has it, else visits the node's children."""

    _methods: Dict[type, Callable[[Any, Any], Any]]  # Any: what visits take and return is the subclass's business.

    def __init_subclass__(cls) -> None:
        """Give every subclass its own table of methods by node class."""
        super().__init_subclass__()
        cls._methods = {}

    def visit(self, node: Node) -> Any:  # Any: see above.
        """Visit one node."""
        class_ = node.__class__
        methods = self._methods
        if class_ not in methods:
            methods[class_] = getattr(type(self), "visit_" + class_.__name__, type(self).generic_visit)
        return methods[class_](self, node)

    def generic_visit(self, node: Node) -> Any:  # Any: see above.
        """Visit the children."""
        for child in children(node):
            self.visit(child)
        return None


class NodeTransformer(NodeVisitor):
    """A visitor that returns the node to put in the place of the one visited; None removes it from a list.

    Nodes are never changed: where something below one changed, a new one is made.
    """

    def generic_visit(self, node: Node) -> Node:
        """Return the node with its children transformed."""
        names = field_names(node.__class__)
        before = [getattr(node, name) for name in names]
        after = [self._transformed(value) for value in before]
        if all(old is new for old, new in zip(before, after)):
            return node
        return node.__class__(*after)

    def _transformed(self, value: Any) -> Any:  # Any: the value of any field.
        if isinstance(value, Node):
            return self.visit(value)
        if isinstance(value, list):
            after = [self._transformed(item) for item in value]
            if all(old is new for old, new in zip(value, after)):
                return value
            return [new for old, new in zip(value, after) if new is not None or old is None]
        if isinstance(value, tuple):
            items = tuple(self._transformed(item) for item in value)
            return value if all(old is new for old, new in zip(value, items)) else items
        return value
