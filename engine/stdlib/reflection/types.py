"""ReflectionType and its kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional

from engine.builtin.classes import method, php_class
from engine.runtime.arrays import PhpArray
from engine.stdlib.reflection.subjects import Reflecting, make

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString

_BUILT_IN = frozenset("mixed callable object array string int float bool false true void never null iterable".split())
# The order in which a union lists its built-in members, after the classes.
_MEMBER_ORDER = (
    "static", "callable", "object", "array", "string", "int", "float", "bool", "true", "false", "void", "never", "null",
)  # fmt: skip


class TypeSubject:
    """A type as reflection sees it: its text, and the members of a union or intersection."""

    __slots__ = ("allows_null", "is_iterable", "members", "text")

    def __init__(self, text: str, members: List[str], *, allows_null: bool, is_iterable: bool = False) -> None:
        self.text = text
        self.members = members
        self.allows_null = allows_null
        self.is_iterable = is_iterable


def type_text(declared: Any) -> str:
    """A PhpType as PHP writes it."""
    parts = _parts(declared.written)
    if "null" in parts and len(parts) == 2 and parts[0] not in ("null", "mixed") and parts[0][0] != "(":
        return "?" + parts[0]
    return "|".join(_ordered(parts))


def _ordered(parts: List[str]) -> List[str]:
    """The members of a union as PHP writes them: classes first, the built-in ones in its order."""
    return sorted(parts, key=lambda part: _MEMBER_ORDER.index(part) + 1 if part in _MEMBER_ORDER else 0)


def _parts(display: str) -> List[str]:
    """The members of a union's text, each once."""
    if display[:1] == "?":
        return [*_parts(display[1:]), "null"]
    return list(dict.fromkeys(display.split("|")))


def reflect_type(declared: Any, *, is_builtin: bool = False) -> Optional[PhpObject]:
    """The ReflectionType of a PhpType, or None. Only functions of scripts can be declared with `iterable`."""
    if declared is None:
        return None
    text = type_text(declared)
    parts = _parts(declared.written)
    allows_null = bool(declared.allows_null)
    is_iterable = "iterable" in declared.kinds or "Traversable|array" in declared.written
    rest = [part for part in parts if part != "null"]
    if is_iterable and not is_builtin and rest == ["Traversable", "array"]:
        shown = "?iterable" if "null" in parts else "iterable"
        return make("ReflectionNamedType", TypeSubject(shown, [], allows_null=allows_null, is_iterable=True))
    if len(parts) == 1 and "&" in text:
        members = text.strip("()").split("&")
        return make("ReflectionIntersectionType", TypeSubject(text.strip("()"), members, allows_null=False))
    if len(rest) <= 1 and "&" not in text:
        return make("ReflectionNamedType", TypeSubject(text, [], allows_null=allows_null))
    classes = [part for part in parts if part not in _MEMBER_ORDER]
    members = classes + [name for name in _MEMBER_ORDER if name in parts]
    return make("ReflectionUnionType", TypeSubject(text, members, allows_null=allows_null))


def _member(name: str) -> Any:
    if "&" in name:
        inner = name.strip("()")
        return make("ReflectionIntersectionType", TypeSubject(inner, inner.split("&"), allows_null=False))
    return make("ReflectionNamedType", TypeSubject(name, [], allows_null=name in ("null", "mixed")))


@php_class("ReflectionType", interfaces=("Stringable",), abstract=True)
class ReflectionType(Reflecting):
    """A parameter's, property's or function's type."""

    @method(name="__clone", visibility="private")
    def clone(self) -> None:
        """Refuse to be cloned."""

    @method
    def allowsNull(self) -> bool:
        """Checks if null is allowed."""
        return self.subject().allows_null  # type: ignore[no-any-return]

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """To string."""
        return self.subject().text  # type: ignore[no-any-return]


@php_class("ReflectionNamedType", parent="ReflectionType")
class ReflectionNamedType(ReflectionType):
    """A type that is one name."""

    @method
    def getName(self) -> PhpString:
        """Get the name of the type as a string."""
        subject = self.subject()
        return "iterable" if subject.is_iterable else subject.text.lstrip("?")

    @method
    def isBuiltin(self) -> bool:
        """Checks if it is a built-in type."""
        subject = self.subject()
        return subject.is_iterable or subject.text.lstrip("?") in _BUILT_IN


@php_class("ReflectionUnionType", parent="ReflectionType")
class ReflectionUnionType(ReflectionType):
    """A type that is one of several."""

    @method
    def getTypes(self) -> PhpArray:
        """Returns the types included in the union type."""
        return PhpArray([_member(name) for name in self.subject().members])


@php_class("ReflectionIntersectionType", parent="ReflectionType")
class ReflectionIntersectionType(ReflectionType):
    """A type that is several at once."""

    @method
    def getTypes(self) -> PhpArray:
        """Returns the types included in the intersection type."""
        return PhpArray([_member(name) for name in self.subject().members])


CLASSES = (ReflectionType, ReflectionNamedType, ReflectionUnionType, ReflectionIntersectionType)
