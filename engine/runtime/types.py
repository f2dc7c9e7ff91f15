"""PhpType: a declared type, ready to check and coerce values.

The compiler emits the exact test of the common types inline; `accept` is what decides the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional, Tuple

from engine.runtime.arrays import PhpArray
from engine.runtime.coercion import FAILED, coerce
from engine.runtime.objects import PhpObject

if TYPE_CHECKING:
    from engine.runtime.classes import PhpClass

SCALARS = ("int", "float", "string", "bool")


class PhpType:
    """A declared type. `display` is its text in messages; `names` the class names (as written, resolved)."""

    __slots__ = (
        "accepts_mixed", "allows_null", "class_names", "display", "groups", "intersections", "kinds", "scalars",
        "written",
    )  # fmt: skip

    def __init__(
        self,
        display: str,
        kinds: Tuple[str, ...],
        class_names: Tuple[str, ...] = (),
        intersections: Tuple[Tuple[str, ...], ...] = (),
    ) -> None:
        """`kinds`: built-in type names in lower case; `intersections`: the A&B members of a DNF type."""
        self.display = display
        # The type for reflection, which leaves `self` and `parent` as they are.
        self.written = display
        self.kinds = frozenset(kinds)
        self.class_names = tuple((name, name.lower()) for name in class_names)
        # The intersections as written, and in lower case.
        self.groups = intersections
        self.intersections = tuple(tuple(name.lower() for name in group) for group in intersections)
        self.allows_null = bool(self.kinds & {"null", "mixed"})
        self.accepts_mixed = "mixed" in self.kinds
        self.scalars = frozenset(kind for kind in SCALARS if kind in self.kinds)

    def shown(self, scope: Optional[PhpClass], called: Optional[PhpClass]) -> str:
        """`display` with the classes that `self`, `static` and `parent` mean."""
        if not self.kinds & {"self", "static", "parent"}:
            return self.display
        meant = {"self": scope, "static": called, "parent": None if scope is None else scope.parent}
        mark = "?" if self.display[:1] == "?" else ""
        words = self.display[len(mark) :].split("|")
        return mark + "|".join(getattr(meant.get(word), "name", word) for word in words)

    @property
    def may_be_array(self) -> bool:
        """Whether a value of the type can be an array."""
        return bool(self.kinds & {"array", "iterable", "callable", "mixed"})

    def matches(self, value: Any, scope: Optional[PhpClass] = None, called: Optional[PhpClass] = None) -> bool:
        """Whether `value` is of the type as it is."""
        if self.accepts_mixed:
            return True
        kinds = self.kinds
        if value is None:
            return "null" in kinds or "void" in kinds
        kind = type(value)
        if kind is str:
            return "string" in kinds or ("callable" in kinds and _is_callable(value))
        if kind is int:
            return "int" in kinds
        if kind is float:
            return "float" in kinds
        if kind is bool:
            return "bool" in kinds or ("true" if value else "false") in kinds
        if kind is PhpArray:
            return "array" in kinds or "iterable" in kinds or ("callable" in kinds and _is_callable(value))
        return self._matches_object(value, scope, called)

    def _matches_object(self, value: Any, scope: Optional[PhpClass], called: Optional[PhpClass]) -> bool:
        if not isinstance(value, PhpObject):
            return False
        kinds = self.kinds
        if "object" in kinds:
            return True
        ancestors = value.ancestors
        for _name, lowered in self.class_names:
            if lowered in ancestors:
                return True
        for group in self.intersections:
            if all(name in ancestors for name in group):
                return True
        if "iterable" in kinds and "traversable" in ancestors:
            return True
        if "self" in kinds and scope is not None and scope.lower_name in ancestors:
            return True
        if (
            "parent" in kinds
            and scope is not None
            and scope.parent is not None
            and scope.parent.lower_name in ancestors
        ):
            return True
        if "static" in kinds and called is not None and called.lower_name in ancestors:
            return True
        return "callable" in kinds and _is_callable(value)

    def accept(
        self,
        value: Any,
        strict: bool,  # noqa: FBT001 - a keyword costs every call of a typed function
        scope: Optional[PhpClass] = None,
        called: Optional[PhpClass] = None,
    ) -> Any:
        """`value`, coerced as PHP's mode allows, or FAILED."""
        if self.matches(value, scope, called):
            return value
        if value is not None and self.scalars:
            kind = type(value)
            if kind is int and "float" in self.scalars:
                return float(value)
            if not strict and kind is not PhpArray:
                return coerce(value, self.scalars, strict)
        return FAILED

    def nullable(self) -> PhpType:
        """`?T` of this type (an implicit null default)."""
        if self.allows_null:
            return self
        made = PhpType.__new__(PhpType)
        for name in PhpType.__slots__:
            setattr(made, name, getattr(self, name))
        members = len(self.kinds) + len(self.class_names) + len(self.intersections)
        is_single = members == 1 and not self.intersections and "|" not in self.display
        made.display = _or_null(self.display, is_single=is_single)
        made.written = _or_null(self.written, is_single=is_single)
        made.kinds = self.kinds | {"null"}
        made.allows_null = True
        return made


def _or_null(text: str, *, is_single: bool) -> str:
    if is_single:
        return f"?{text}"
    return f"({text})|null" if "&" in text and "|" not in text else f"{text}|null"


def _is_callable(value: Any) -> bool:
    from engine.runtime.functions import find_callable

    # With reasons, since what PHP finds wrong with the form of a callable it says where a type is checked.
    return find_callable(value, []) is not None


def display_names(types: List[str]) -> str:
    """`A|B`."""
    return "|".join(types)
