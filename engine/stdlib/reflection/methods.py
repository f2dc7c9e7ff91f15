"""ReflectionMethod."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, PhpConst, Untyped
from engine.runtime.classes import PRIVATE, PROTECTED, PUBLIC, MethodInfo, PhpClass, instantiate
from engine.runtime.context import ctx
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.functions import Closure, MethodCallable, closure_of
from engine.runtime.objects import PhpObject
from engine.runtime.values import MISSING, PhpString, Value
from engine.stdlib.core.function_handling import call_by_value, call_with_array
from engine.stdlib.reflection.exports import function_text
from engine.stdlib.reflection.functions import ReflectionFunctionAbstract
from engine.stdlib.reflection.members import method_modifiers, prototype_of
from engine.stdlib.reflection.subjects import (
    FunctionSubject,
    class_named,
    invoke_subject,
    method_subject,
    reflect_class,
    reflect_method,
    reflection_error,
)  # fmt: skip

if TYPE_CHECKING:
    from engine.runtime.arrays import PhpArray

CLASS = ("class", "public", None, "string", ("uninitialized", "is_kept"))


@php_class("ReflectionMethod", parent="ReflectionFunctionAbstract", properties=(CLASS,))
class ReflectionMethod(ReflectionFunctionAbstract):
    """A method."""

    IS_STATIC: PhpConst[int] = 16
    IS_PUBLIC: PhpConst[int] = 1
    IS_PROTECTED: PhpConst[int] = 2
    IS_PRIVATE: PhpConst[int] = 4
    IS_ABSTRACT: PhpConst[int] = 64
    IS_FINAL: PhpConst[int] = 32

    @method(name="__construct", shown={"method": None})
    def construct(self, objectOrMethod: PhpObject | PhpString, method: PhpString | None = MISSING) -> None:
        """Constructs a ReflectionMethod."""
        if method is MISSING:
            ctx.deprecated(
                "Calling ReflectionMethod::__construct() with 1 argument is deprecated, "
                "use ReflectionMethod::createFromMethodName() instead"
            )
            method = None
        _fill(self, objectOrMethod, method, "objectOrMethod")

    @staticmethod
    @method(static=True)
    def createFromMethodName(called: PhpClass, method: PhpString) -> Annotated[PhpObject, "static"]:
        """Creates a new ReflectionMethod."""
        made = instantiate(called)
        _fill(made, method, None, "method")
        return made

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """Returns the string representation of the Reflection method object."""
        subject = self.subject()
        return function_text(subject, "", subject.owner)

    @method
    def isPublic(self) -> bool:
        """Checks if method is public."""
        return self.subject().method.visibility == PUBLIC  # type: ignore[no-any-return]

    @method
    def isPrivate(self) -> bool:
        """Checks if method is private."""
        return self.subject().method.visibility == PRIVATE  # type: ignore[no-any-return]

    @method
    def isProtected(self) -> bool:
        """Checks if method is protected."""
        return self.subject().method.visibility == PROTECTED  # type: ignore[no-any-return]

    @method
    def isAbstract(self) -> bool:
        """Checks if method is abstract."""
        return self.subject().method.is_abstract  # type: ignore[no-any-return]

    @method
    def isFinal(self) -> bool:
        """Checks if method is final."""
        return self.subject().method.is_final  # type: ignore[no-any-return]

    @method
    def isConstructor(self) -> bool:
        """Checks if method is a constructor."""
        return self.subject().method.lower_name == "__construct"  # type: ignore[no-any-return]

    @method
    def isDestructor(self) -> bool:
        """Checks if method is a destructor."""
        return self.subject().method.lower_name == "__destruct"  # type: ignore[no-any-return]

    @method
    def getClosure(self, object_: PhpObject | None = None) -> Annotated[PhpObject, "Closure"]:
        """Returns a dynamically created closure for the method."""
        subject = self.subject()
        found = subject.method
        if found.is_static:
            return closure_of(MethodCallable(found.function, found.declaring, found, found.name))
        if object_ is None:
            raise BadArgumentError("object", "cannot be null for non-static methods")
        _check_instance(object_, found)
        if isinstance(object_, Closure) and found.lower_name == "__invoke":
            return object_
        return closure_of(MethodCallable(found.function, object_, found, found.name))

    @method
    def getModifiers(self) -> int:
        """Gets the method modifiers."""
        return method_modifiers(self.subject().method)

    @method(shown_types={"object": "?object"}, shown_required=1)
    def invoke(self, object_: Untyped = MISSING, *args: Value, **named: Value) -> Value:
        """Invokes the reflected method."""
        target = _callable(self.subject(), object_)
        return call_by_value(target, list(args), named)

    @method(shown_types={"object": "?object"}, shown_required=2)
    def invokeArgs(self, object_: Untyped = MISSING, args: PhpArray = MISSING) -> Value:
        """Invokes the reflected method and pass its arguments as array."""
        _refuse_abstract(self.subject())
        if args is MISSING:
            # PHP looks at the method before it counts.
            given = 0 if object_ is MISSING else 1
            name = "ReflectionMethod::invokeArgs()"
            raise throw_error("ArgumentCountError", f"{name} expects exactly 2 arguments, {given} given")
        target = _callable(self.subject(), object_)
        return call_with_array(target, args)

    @method
    def getDeclaringClass(self) -> Annotated[PhpObject, "ReflectionClass"]:
        """Gets declaring class for the reflected method."""
        return reflect_class(self.subject().method.declaring)

    @method
    def getPrototype(self) -> Annotated[PhpObject, "ReflectionMethod"]:
        """Gets the method prototype."""
        subject = self.subject()
        found = prototype_of(subject.method, subject.owner)
        if found is None:
            owner = subject.owner or subject.method.declaring
            raise reflection_error(f"Method {owner.name}::{subject.name} does not have a prototype")
        return reflect_method(found.declaring, found)

    @method
    def hasPrototype(self) -> bool:
        """Returns whether a method has a prototype."""
        subject = self.subject()
        return prototype_of(subject.method, subject.owner) is not None

    @method
    def setAccessible(self, accessible: bool) -> None:
        """Set method accessibility; without effect since PHP 8.1."""


def _fill(made: Any, object_or_method: Any, name: Any, parameter: str) -> None:
    closure = None
    if isinstance(object_or_method, PhpObject):
        if name is None:
            raise BadArgumentError("method", "cannot be null when argument #1 ($objectOrMethod) is an object")
        owner = object_or_method.php_class
        closure = object_or_method if isinstance(object_or_method, Closure) else None
    else:
        class_name = object_or_method
        if name is None:
            class_name, colons, name = object_or_method.partition("::")
            if not colons:
                raise BadArgumentError(parameter, "must be a valid method name", "ReflectionException")
        owner = class_named(class_name, 0)
    found = owner.methods.get(name.lower())
    # Closure objects alone have `__invoke`, their class has not.
    if found is None or (closure is None and owner.lower_name == "closure" and found.lower_name == "__invoke"):
        raise reflection_error(f"Method {owner.name}::{name}() does not exist")
    subject = method_subject(owner, found)
    if closure is not None and name.lower() == "__invoke":
        subject = invoke_subject(closure, found, owner)
    made.describe_as(subject, found.name, found.declaring.name)


def _check_instance(target: PhpObject, found: Any) -> None:
    if found.declaring.lower_name not in target.ancestors:
        raise reflection_error("Given object is not an instance of the class this method was declared in")


def _refuse_abstract(subject: FunctionSubject) -> MethodInfo:
    found = subject.method
    assert found is not None
    if found.is_abstract:
        raise reflection_error(f"Trying to invoke abstract method {found.declaring.name}::{found.name}()")
    return found


def _callable(subject: FunctionSubject, target: Any) -> Any:
    """What an invocation on `target` calls."""
    found = _refuse_abstract(subject)
    if target is MISSING:
        raise throw_error("ArgumentCountError", "ReflectionMethod::invoke() expects at least 1 argument, 0 given")
    if target is not None and not isinstance(target, PhpObject):
        raise BadArgumentError("object", f"must be of type ?object, {type_for_error(target)} given", "TypeError")
    if found.is_static:
        return MethodCallable(found.function, subject.owner or found.declaring, found, found.name)
    if target is None:
        full = f"{found.declaring.name}::{found.name}()"
        raise reflection_error(f"Trying to invoke non static method {full} without an object")
    _check_instance(target, found)
    if subject.hook is not None:
        return MethodCallable(found.function, target, found, found.name)
    return MethodCallable(found.function, target, found, found.name)


CLASSES = (ReflectionMethod,)
