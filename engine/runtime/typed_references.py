"""What a reference that typed properties share does with a value: it must fit them all, and all in the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Tuple

from engine.runtime.coercion import FAILED
from engine.runtime.comparisons import identical
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import caller_is_strict

if TYPE_CHECKING:
    from engine.runtime.classes import PropertyInfo
    from engine.runtime.references import Ref


# How messages call a reference that a property shares.
HELD = "a reference held by property"


class TypeSources:
    """The `check` of a reference: coerces what is assigned as the properties that hold it ask."""

    __slots__ = ("infos",)

    def __init__(self, *infos: PropertyInfo) -> None:
        self.infos: Tuple[PropertyInfo, ...] = infos

    # Any: a value.
    def __call__(self, reference: Ref, value: Any) -> Any:
        """What the reference holds once `value` is assigned; raises TypeError as PHP does."""
        if self._is_own(reference):
            from engine.runtime.properties import coerce_property

            return coerce_property(self.infos[0], value)
        return self.fitted(value)

    def fitted(self, value: Any) -> Any:
        """`value` as all the properties take it."""
        answers = []
        for info in self.infos:
            declared = info.type
            assert declared is not None
            accepted = declared.accept(value, caller_is_strict(), info.declaring, info.declaring)
            if accepted is FAILED:
                held = f"Cannot assign {type_for_error(value)} to reference held by {described(info)}"
                raise throw_error("TypeError", held)
            answers.append(accepted)
        first = answers[0]
        for info, other in zip(self.infos, answers):
            if not identical(first, other):
                raise throw_error(
                    "TypeError",
                    f"Cannot assign {type_for_error(value)} to reference held by {described(self.infos[0])} and "
                    f"{described(info)}, as this would result in an inconsistent type conversion",
                )
        return first

    def initialize(self, reference: Ref, made: Any) -> None:
        """Put an array where null was, because an element is written; raises TypeError where none fits."""
        for info in self.infos:
            assert info.type is not None
            if not info.type.matches(made, info.declaring, info.declaring):
                raise not_an_array(info, "property" if self._is_own(reference) else HELD)
        reference.v = made

    # Any: a value.
    def step(self, reference: Ref, value: Any) -> Any:
        """What the reference holds after `++` or `--` of an int; raises TypeError past the last one."""
        if type(value) is float:
            for info in self.infos:
                if info.type is not None and not info.type.kinds & {"float", "mixed"}:
                    raise past_the_last(info, value, "property" if self._is_own(reference) else HELD)
        return self(reference, value)

    def _is_own(self, reference: Ref) -> bool:
        """Whether it is the slot of a static property that nobody shares."""
        return reference.holders <= 1 and self.infos[0].is_static


def not_an_array(info: PropertyInfo, holder: str) -> Exception:
    """The TypeError for an element written where no array can be."""
    held = f"{holder} {info.declaring.name}::${info.name}"
    assert info.type is not None
    return throw_error("TypeError", f"Cannot auto-initialize an array inside {held} of type {info.type.display}")


def past_the_last(info: PropertyInfo, value: float, holder: str) -> Exception:
    """The TypeError for `++` and `--` whose result is a float that does not fit."""
    word, end = ("increment", "maximal") if value > 0 else ("decrement", "minimal")
    held = f"{holder} {info.declaring.name}::${info.name}"
    assert info.type is not None
    return throw_error("TypeError", f"Cannot {word} {held} of type {info.type.display} past its {end} value")


def described(info: PropertyInfo) -> str:
    """`property A::$x of type int`."""
    assert info.type is not None
    return f"property {info.declaring.name}::${info.name} of type {info.type.display}"


def add_source(reference: Ref, info: PropertyInfo) -> None:
    """A typed property holds the reference from here on."""
    held = reference.check
    reference.check = TypeSources(*held.infos, info) if isinstance(held, TypeSources) else TypeSources(info)


def remove_source(reference: Ref, info: PropertyInfo) -> None:
    """A typed property gives the reference up."""
    held = reference.check
    if isinstance(held, TypeSources) and info in held.infos:
        left = list(held.infos)
        left.remove(info)
        reference.check = TypeSources(*left) if left else None


# Any: a value.
def check_bound(reference: Ref, info: PropertyInfo) -> Any:
    """What `reference` holds once the typed property `info` is bound to it; raises TypeError where that cannot be."""
    from engine.runtime.properties import coerce_property

    value = reference.get()
    held = reference.check
    declared = info.type
    assert declared is not None
    if not isinstance(held, TypeSources) or declared.matches(value, info.declaring, info.declaring):
        return coerce_property(info, value)
    first = held.infos[0]
    assert first.type is not None
    accepted = declared.accept(value, caller_is_strict(), info.declaring, info.declaring)
    if accepted is not FAILED and first.type.kinds != declared.kinds:
        raise throw_error(
            "TypeError",
            f"Reference with value of type {type_for_error(value)} held by {described(first)} is not compatible with "
            f"{described(info)}",
        )
    return coerce_property(info, value, strict=True)
