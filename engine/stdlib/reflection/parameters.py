"""ReflectionParameter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Optional

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, Untyped
from engine.runtime.arrays import PhpArray
from engine.runtime.conversions import type_for_error
from engine.runtime.functions import Closure
from engine.runtime.objects import PhpObject
from engine.stdlib.reflection.attributes import TARGET_PARAMETER, attributes_of
from engine.stdlib.reflection.exports import parameter_text
from engine.stdlib.reflection.expressions import constant_name, parameter_default
from engine.stdlib.reflection.functions import NAME, named_function
from engine.stdlib.reflection.subjects import (
    FunctionSubject,
    Reflecting,
    class_of,
    closure_subject,
    invoke_subject,
    method_subject,
    reflect_class,
    reflect_function,
    reflection_error,
)  # fmt: skip
from engine.stdlib.reflection.types import reflect_type

if TYPE_CHECKING:
    from engine.runtime.classes import PhpClass
    from engine.runtime.values import PhpString, Value

_USE_TYPE = "8.0, use ReflectionParameter::getType() instead"


@php_class("ReflectionParameter", interfaces=("Stringable", "Reflector"), properties=(NAME,))
class ReflectionParameter(Reflecting):
    """A parameter of a function."""

    @method(name="__clone", visibility="private")
    def clone(self) -> None:
        """Refuse to be cloned."""

    @method(name="__construct")
    def construct(self, function: Untyped, param: int | PhpString) -> None:
        """Construct."""
        subject = _function_of(function)
        parameters = subject.parameters
        if type(param) is int:
            if param < 0:
                raise BadArgumentError("param", "must be greater than or equal to 0")
            if param >= len(parameters):
                raise reflection_error("The parameter specified by its offset could not be found")
            found = parameters[param]
        else:
            named = [parameter for parameter in parameters if parameter.name == param]
            if not named:
                raise reflection_error("The parameter specified by its name could not be found")
            found = named[0]
        self.describe_as(found, found.name)

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """To string."""
        return parameter_text(self.subject())

    @method
    def getName(self) -> PhpString:
        """Gets parameter name."""
        return self.subject().name  # type: ignore[no-any-return]

    @method
    def isPassedByReference(self) -> bool:
        """Checks if passed by reference."""
        return self.subject().by_ref  # type: ignore[no-any-return]

    @method
    def canBePassedByValue(self) -> bool:
        """Returns whether this parameter can be passed by value."""
        subject = self.subject()
        return not subject.by_ref or subject.prefers_ref

    @method
    def getDeclaringFunction(self) -> Annotated[PhpObject, "ReflectionFunctionAbstract"]:
        """Gets declaring function."""
        return reflect_function(self.subject().function)

    @method
    def getDeclaringClass(self) -> Annotated[PhpObject, "ReflectionClass"] | None:
        """Gets declaring class."""
        scope = self.subject().function.scope
        return None if scope is None else reflect_class(scope)

    @method(deprecated=_USE_TYPE)
    def getClass(self) -> Annotated[PhpObject, "ReflectionClass"] | None:
        """Get a ReflectionClass object for the parameter being reflected or null."""
        subject = self.subject()
        if subject.type is None:
            return None
        name = subject.type.written.lstrip("?")
        lowered = name.lower()
        if lowered == "self" or "self" in subject.type.kinds:
            if subject.function.scope is None:
                raise reflection_error('Parameter uses "self" as type but function is not a class member')
            return reflect_class(subject.function.scope)
        if not subject.type.class_names:
            return None
        return reflect_class(class_of(subject.type.class_names[0][0], 0))

    @method
    def hasType(self) -> bool:
        """Checks if parameter has a type."""
        return self.subject().type is not None

    @method
    def getType(self) -> Annotated[PhpObject, "ReflectionType"] | None:
        """Gets a parameter's type."""
        subject = self.subject()
        return reflect_type(subject.type, is_builtin=subject.function.is_builtin)

    @method(deprecated=_USE_TYPE)
    def isArray(self) -> bool:
        """Checks if parameter expects an array."""
        declared = self.subject().type
        return declared is not None and declared.kinds - {"null"} == {"array"} and not declared.class_names

    @method(deprecated=_USE_TYPE)
    def isCallable(self) -> bool:
        """Returns whether parameter MUST be callable."""
        declared = self.subject().type
        return declared is not None and declared.kinds - {"null"} == {"callable"} and not declared.class_names

    @method
    def allowsNull(self) -> bool:
        """Checks if null is allowed."""
        declared = self.subject().type
        return declared is None or bool(declared.allows_null)

    @method
    def getPosition(self) -> int:
        """Gets parameter position."""
        return self.subject().position  # type: ignore[no-any-return]

    @method
    def isOptional(self) -> bool:
        """Checks if optional."""
        return self.subject().is_optional  # type: ignore[no-any-return]

    @method
    def isDefaultValueAvailable(self) -> bool:
        """Checks if a default value is available."""
        return self.subject().has_default  # type: ignore[no-any-return]

    @method
    def getDefaultValue(self) -> Value:
        """Gets default parameter value."""
        return parameter_default(_with_default(self.subject()))  # type: ignore[no-any-return]

    @method
    def isDefaultValueConstant(self) -> bool:
        """Returns whether the default value of this parameter is a constant."""
        return constant_name(_with_default(self.subject())) is not None

    @method
    def getDefaultValueConstantName(self) -> PhpString | None:
        """Returns the default value's constant name if default value is constant or null."""
        return constant_name(_with_default(self.subject()))

    @method
    def isVariadic(self) -> bool:
        """Checks if the parameter is variadic."""
        return self.subject().is_variadic  # type: ignore[no-any-return]

    @method
    def isPromoted(self) -> bool:
        """Returns whether this parameter is promoted to a property."""
        return self.subject().is_promoted  # type: ignore[no-any-return]

    @method
    def getAttributes(self, name: PhpString | None = None, flags: int = 0) -> PhpArray:
        """Gets attributes."""
        subject = self.subject()
        function = subject.function
        declared = function.declared
        compiler = None if declared is None else declared.compiler
        trait_name = "" if declared is None else declared.trait_name
        return attributes_of(
            subject.attributes, TARGET_PARAMETER, function.info, compiler, function.scope, name, flags, trait_name
        )


def _with_default(subject: Any) -> Any:
    if not subject.has_default:
        raise reflection_error("Internal error: Failed to retrieve the default value")
    return subject


def _function_of(function: Any) -> FunctionSubject:
    """What the first argument of the constructor means."""
    if type(function) is str:
        found = named_function(function)
        return FunctionSubject(found.name, getattr(found, "info", None) or found)
    if type(function) is PhpArray:
        if not function.has(0) or not function.has(1):
            raise reflection_error("Expected array($object, $method) or array($classname, $method)")
        first, name = function.get(0), function.get(1)
        from engine.runtime.conversions import to_string

        owner = class_of(first if isinstance(first, PhpObject) else to_string(first), 0)
        return _method_of(owner, first, to_string(name))
    if isinstance(function, Closure):
        return closure_subject(function)
    if isinstance(function, PhpObject):
        return _method_of(function.php_class, function, "__invoke")
    given = type_for_error(function)
    raise BadArgumentError(
        "function",
        f"must be a string, an array(class, method), or a callable object, {given} given",
        "ReflectionException",
    )


def _method_of(owner: PhpClass, target: Optional[Any], name: str) -> FunctionSubject:
    found = owner.methods.get(name.lower())
    if found is None:
        raise reflection_error(f"Method {owner.name}::{name}() does not exist")
    if isinstance(target, Closure) and name.lower() == "__invoke":
        return invoke_subject(target, found, owner)
    return method_subject(owner, found)


CLASSES = (ReflectionParameter,)
