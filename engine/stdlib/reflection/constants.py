"""ReflectionClassConstant and ReflectionConstant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from engine.builtin.classes import method, php_class
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.classes import PRIVATE, PROTECTED, PUBLIC
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string, type_name
from engine.runtime.declarations import find_constant as find_global_constant
from engine.runtime.declarations import has_constant
from engine.runtime.deprecated_constants import DeprecatedConstant
from engine.runtime.exceptions import throw_error
from engine.stdlib.reflection.attributes import TARGET_CLASS_CONSTANT, attributes_of
from engine.stdlib.reflection.exports import constant_text
from engine.stdlib.reflection.functions import NAME, has_attribute
from engine.stdlib.reflection.members import find_constant
from engine.stdlib.reflection.methods import CLASS
from engine.stdlib.reflection.subjects import (
    IS_FINAL,
    VISIBILITY_BITS,
    Reflecting,
    class_of,
    namespace_of,
    reflect_class,
    reflection_error,
    short_name,
)  # fmt: skip
from engine.stdlib.reflection.types import reflect_type

if TYPE_CHECKING:
    from engine.builtin.declare import PhpConst
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString, Value


@php_class("ReflectionClassConstant", interfaces=("Stringable", "Reflector"), properties=(NAME, CLASS))
class ReflectionClassConstant(Reflecting):
    """A class constant; `_subject` is (class, ConstantInfo)."""

    IS_PUBLIC: PhpConst[int] = 1
    IS_PROTECTED: PhpConst[int] = 2
    IS_PRIVATE: PhpConst[int] = 4
    IS_FINAL: PhpConst[int] = 32

    @method(name="__clone", visibility="private")
    def clone(self) -> None:
        """Refuse to be cloned."""

    @method(name="__construct")
    def construct(self, class_: PhpObject | PhpString, constant: PhpString) -> None:
        """Constructs a ReflectionClassConstant."""
        owner = class_of(class_, 0)
        info = find_constant(owner, constant)
        if info is None:
            raise reflection_error(f"Constant {owner.name}::{constant} does not exist")
        self.describe_as((owner, info), info.name, info.declaring.name)

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """Returns the string representation of the ReflectionClassConstant object."""
        self.check_named()
        owner, info = self.subject()
        return constant_text(owner, info, "")

    def check_named(self) -> None:
        """Throw PHP's Error where a script unset `$name`."""
        if "p_name" not in self.__dict__:
            text = "Typed property ReflectionClassConstant::$name must not be accessed before initialization"
            raise throw_error("Error", text)

    @method
    def getName(self) -> PhpString:
        """Get name of the constant."""
        self.check_named()
        return self.subject()[1].name  # type: ignore[no-any-return]

    @method
    def getValue(self) -> Value:
        """Gets value."""
        self.check_named()
        owner, info = self.subject()
        return share_value(owner.constant(info.name))

    @method
    def isPublic(self) -> bool:
        """Checks if class constant is public."""
        return self.subject()[1].visibility == PUBLIC  # type: ignore[no-any-return]

    @method
    def isPrivate(self) -> bool:
        """Checks if class constant is private."""
        return self.subject()[1].visibility == PRIVATE  # type: ignore[no-any-return]

    @method
    def isProtected(self) -> bool:
        """Checks if class constant is protected."""
        return self.subject()[1].visibility == PROTECTED  # type: ignore[no-any-return]

    @method
    def isFinal(self) -> bool:
        """Checks if class constant is final."""
        return self.subject()[1].is_final  # type: ignore[no-any-return]

    @method
    def getModifiers(self) -> int:
        """Gets the class constant modifiers."""
        info = self.subject()[1]
        return VISIBILITY_BITS[info.visibility] | (IS_FINAL if info.is_final else 0)

    @method
    def getDeclaringClass(self) -> Annotated[PhpObject, "ReflectionClass"]:
        """Gets declaring class."""
        return reflect_class(self.subject()[1].declaring)

    @method
    def getDocComment(self) -> PhpString | Literal[False]:
        """Gets doc comments."""
        return self.subject()[1].doc_comment or False

    @method
    def getAttributes(self, name: PhpString | None = None, flags: int = 0) -> PhpArray:
        """Gets attributes."""
        info = self.subject()[1]
        owner = info.declaring
        compiler = None if owner.prototype is None else owner.prototype.compiler
        return attributes_of(info.attributes, TARGET_CLASS_CONSTANT, owner, compiler, owner, name, flags)

    @method
    def isEnumCase(self) -> bool:
        """Checks if class constant is an enum case."""
        return self.subject()[1].is_case  # type: ignore[no-any-return]

    @method
    def isDeprecated(self) -> bool:
        """Checks if the class constant is deprecated."""
        return has_attribute(self.subject()[1].attributes, "deprecated")

    @method
    def hasType(self) -> bool:
        """Checks if class constant has a type."""
        return self.subject()[1].type is not None

    @method
    def getType(self) -> Annotated[PhpObject, "ReflectionType"] | None:
        """Gets a class constant's type."""
        return reflect_type(self.subject()[1].type)


@php_class("ReflectionConstant", final=True, interfaces=("Stringable", "Reflector"), properties=(NAME,))
class ReflectionConstant(Reflecting):
    """A constant outside classes."""

    @method(name="__construct")
    def construct(self, name: PhpString) -> None:
        """Constructs a ReflectionConstant."""
        full = name[1:] if name[:1] == "\\" else name
        if not has_constant(full):
            raise reflection_error(f'Constant "{name}" does not exist')
        self.describe_as(full, name)

    @method
    def getName(self) -> PhpString:
        """Gets name."""
        return self.subject()  # type: ignore[no-any-return]

    @method
    def getNamespaceName(self) -> PhpString:
        """Gets namespace name."""
        return namespace_of(self.subject())

    @method
    def getShortName(self) -> PhpString:
        """Gets short name."""
        return short_name(self.subject())

    @method
    def getValue(self) -> Value:
        """Gets value."""
        return _value_of(self.subject())  # type: ignore[no-any-return]

    @method
    def isDeprecated(self) -> bool:
        """Checks if deprecated."""
        return _is_deprecated(self.subject())

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """Returns string representation."""
        name = self.subject()
        value = _value_of(name)
        shown = "Array" if type(value) is PhpArray else to_string(value)
        flags = ""
        if name in ctx.library.constants:
            flags = "<persistent, deprecated> " if _is_deprecated(name) else "<persistent> "
        return f"Constant [ {flags}{type_name(value)} {name} ] {{ {shown} }}\n"


def _is_deprecated(name: str) -> bool:
    """Whether reading a builtin constant brings a notice."""
    library = ctx.library
    return name in library.deprecated_constants or isinstance(library.constants.get(name), DeprecatedConstant)


def _value_of(name: str) -> Any:
    """A constant's value, without the notice of a deprecated one."""
    lowered = name.lower()
    if _is_deprecated(name):
        value = ctx.library.constants[name]
        return value.value if isinstance(value, DeprecatedConstant) else value
    if lowered in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[lowered]
    return share_value(find_global_constant(name)[1])


CLASSES = (ReflectionClassConstant, ReflectionConstant)
