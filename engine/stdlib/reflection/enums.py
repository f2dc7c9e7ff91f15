"""ReflectionEnum and its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from engine.builtin.classes import method, php_class
from engine.runtime.arrays import PhpArray
from engine.runtime.types import PhpType
from engine.stdlib.reflection.classes import ReflectionClass
from engine.stdlib.reflection.constants import ReflectionClassConstant
from engine.stdlib.reflection.members import constants_in_order, find_constant
from engine.stdlib.reflection.subjects import class_of, make, reflection_error
from engine.stdlib.reflection.types import reflect_type

if TYPE_CHECKING:
    from engine.runtime.classes import PhpClass
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString


def _reflect_case(owner: PhpClass, info: Any) -> PhpObject:
    kind = "ReflectionEnumBackedCase" if owner.is_backed else "ReflectionEnumUnitCase"
    return make(kind, (owner, info), info.name, info.declaring.name)


@php_class("ReflectionEnum", parent="ReflectionClass")
class ReflectionEnum(ReflectionClass):
    """An enumeration."""

    @method(name="__construct")
    def construct(self, objectOrClass: PhpObject | PhpString) -> None:
        """Instantiates a new ReflectionEnum object."""
        owner = class_of(objectOrClass)
        self.describe_as(owner, owner.name)
        if owner.kind != "enum":
            raise reflection_error(f'Class "{owner.name}" is not an enum', -1)

    @method
    def hasCase(self, name: PhpString) -> bool:
        """Checks for a case on an Enum."""
        info = find_constant(self.subject(), name)
        return info is not None and info.is_case

    @method
    def getCase(self, name: PhpString) -> Annotated[PhpObject, "ReflectionEnumUnitCase"]:
        """Returns a specific case of an Enum."""
        owner = self.subject()
        info = find_constant(owner, name)
        if info is None:
            raise reflection_error(f"Case {owner.name}::{name} does not exist")
        if not info.is_case:
            raise reflection_error(f"{owner.name}::{name} is not a case")
        return _reflect_case(owner, info)

    @method
    def getCases(self) -> PhpArray:
        """Returns a list of all cases on an Enum."""
        owner = self.subject()
        return PhpArray([_reflect_case(owner, info) for info in constants_in_order(owner) if info.is_case])

    @method
    def isBacked(self) -> bool:
        """Determines if an Enum is a Backed Enum."""
        return self.subject().is_backed  # type: ignore[no-any-return]

    @method
    def getBackingType(self) -> Annotated[PhpObject, "ReflectionNamedType"] | None:
        """Gets the backing type of an Enum, if any."""
        kind = self.subject().backing_type
        return None if kind is None else reflect_type(PhpType(kind, (kind,)))


@php_class("ReflectionEnumUnitCase", parent="ReflectionClassConstant")
class ReflectionEnumUnitCase(ReflectionClassConstant):
    """A case of an enumeration."""

    @method(name="__construct")
    def construct(self, class_: PhpObject | PhpString, constant: PhpString) -> None:
        """Instantiates a ReflectionEnumUnitCase object."""
        _fill_case(self, class_, constant)

    @method
    def getEnum(self) -> Annotated[PhpObject, "ReflectionEnum"]:
        """Gets the reflection of the enum of this case."""
        owner = self.subject()[1].declaring
        return make("ReflectionEnum", owner, owner.name)

    @method
    def getValue(self) -> Annotated[PhpObject, "UnitEnum"]:
        """Gets the enum case object described by this reflection object."""
        owner, info = self.subject()
        return owner.constant(info.name)  # type: ignore[no-any-return]


@php_class("ReflectionEnumBackedCase", parent="ReflectionEnumUnitCase")
class ReflectionEnumBackedCase(ReflectionEnumUnitCase):
    """A case of a backed enumeration."""

    @method(name="__construct")
    def construct(self, class_: PhpObject | PhpString, constant: PhpString) -> None:
        """Instantiates a ReflectionEnumBackedCase object."""
        _fill_case(self, class_, constant)
        owner, info = self.subject()
        if not owner.is_backed:
            raise reflection_error(f"Enum case {owner.name}::{info.name} is not a backed case")

    @method
    def getBackingValue(self) -> int | PhpString:
        """Gets the scalar value backing this Enum case."""
        owner, info = self.subject()
        return owner.constant(info.name).__dict__["p_value"]  # type: ignore[no-any-return]


def _fill_case(made: Any, class_: Any, constant: str) -> None:
    owner = class_of(class_, 0)
    info = find_constant(owner, constant)
    if info is None:
        raise reflection_error(f"Constant {owner.name}::{constant} does not exist")
    made.describe_as((owner, info), info.name, info.declaring.name)
    if not info.is_case:
        raise reflection_error(f"Constant {owner.name}::{constant} is not a case")


CLASSES = (ReflectionEnum, ReflectionEnumUnitCase, ReflectionEnumBackedCase)
