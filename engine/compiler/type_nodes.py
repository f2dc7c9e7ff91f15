"""Type declarations to PhpType."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional, Tuple

from engine.runtime.types import PhpType
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.analysis.names import Names

BUILT_IN = frozenset(
    "int float string bool array callable iterable object mixed null void never false true self static parent".split()
)


def make_type(names: Names, node: Any, scope: Any = None, *, keeps_self: bool = False) -> Optional[PhpType]:
    """The PhpType of a type node; None for no type. `keeps_self`: `self` is shown as it was written."""
    if node is None:
        return None
    kinds: List[str] = []
    classes: List[str] = []
    groups: List[Tuple[str, ...]] = []
    display = _collect(names, node, kinds, classes, groups, scope)
    if keeps_self and isinstance(node, nodes.NamedType) and node.name.text.lower() == "self":
        display = "self"
    made = PhpType(display, tuple(kinds), tuple(classes), tuple(groups))
    if scope is not None:
        made.written = _collect(names, node, [], [], [], None)
    return made


def _collect(
    names: Names, node: Any, kinds: List[str], classes: List[str], groups: List[Tuple[str, ...]], scope: Any
) -> str:
    if isinstance(node, nodes.NullableType):
        kinds.append("null")
        inner = _collect(names, node.inner, kinds, classes, groups, scope)
        return f"{inner}|null" if "|" in inner else f"?{inner}"
    if isinstance(node, nodes.UnionType):
        parts = []
        for member in node.members:
            shown = _collect(names, member, kinds, classes, groups, scope)
            parts.append((_order(shown), shown if not isinstance(member, nodes.IntersectionType) else f"({shown})"))
        return "|".join(shown for _order_, shown in sorted(parts, key=lambda part: part[0]))
    if isinstance(node, nodes.IntersectionType):
        members = [names.class_name(member.name) for member in node.members if isinstance(member, nodes.NamedType)]
        groups.append(tuple(_absolute(member, scope) for member in members))
        return "&".join(members)
    text: str = node.name.text
    lowered = text.lower()
    if node.name.kind == "unqualified" and lowered in BUILT_IN:
        if lowered == "parent" and scope is not None and scope.parent is not None:
            classes.append(scope.parent.name)
            return scope.parent.name  # type: ignore[no-any-return]
        if lowered == "self" and scope is not None and scope.kind != "trait":
            classes.append(scope.name)
            return scope.name  # type: ignore[no-any-return]
        if lowered == "iterable":
            kinds.append("iterable")
            return "Traversable|array"
        kinds.append(lowered)
        return lowered
    full = names.class_name(node.name)
    classes.append(full)
    return full


def _absolute(name: str, scope: Any) -> str:
    if name.lower() == "self" and scope is not None:
        return scope.name  # type: ignore[no-any-return]
    return name


# The order in which PHP prints the members of a union: classes as written, then these.
_ORDER = (
    "static",
    "callable",
    "object",
    "array",
    "string",
    "int",
    "float",
    "bool",
    "false",
    "true",
    "void",
    "never",
    "null",
)


def _order(text: str) -> int:
    return _ORDER.index(text) + 1 if text in _ORDER else 0
