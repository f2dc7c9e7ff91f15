"""What reflection objects describe, and how one is made for a class, function, method, property or type.

A reflection object keeps its subject in `_subject`; the constructors and the functions here are all that set it.
"""

from __future__ import annotations

from typing import Any, List, Optional

from engine.builtin.binding import BuiltinFunction
from engine.builtin.signature import read_type_text
from engine.runtime.classes import PRIVATE, PROTECTED, PUBLIC, MethodInfo, PhpClass, instantiate, require_class
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.runtime.values import MISSING

# PHP's modifier bits.
IS_PUBLIC, IS_PROTECTED, IS_PRIVATE = 1, 2, 4
IS_STATIC, IS_FINAL, IS_ABSTRACT = 16, 32, 64
IS_READONLY, IS_VIRTUAL, IS_PROTECTED_SET, IS_PRIVATE_SET = 128, 512, 2048, 4096
IS_READONLY_CLASS = 65536

# Has the closure's signature, and none where there is no closure.
_INVOKE = "Closure::__invoke"

VISIBILITY_BITS = {PUBLIC: IS_PUBLIC, PROTECTED: IS_PROTECTED, PRIVATE: IS_PRIVATE}


class Reflecting(PhpObject):
    """Base of the reflection classes: `_subject` is what the object describes, None before its constructor ran."""

    _subject: Any = None
    is_uncloneable = True

    def subject(self) -> Any:
        """What is described; throws PHP's Error where a subclass did not call the constructor."""
        subject = self._subject
        if subject is None:
            raise throw_error("Error", "Internal error: Failed to retrieve the reflection object")
        return subject

    def describe_as(self, subject: Any, name: Optional[str] = None, class_name: Optional[str] = None) -> Any:
        """Fill a reflection object in: what it describes, and its properties `name` and `class`."""
        self._subject = subject
        if name is not None:
            self.__dict__["p_name"] = name
        if class_name is not None:
            self.__dict__["p_class"] = class_name
        return self


def reflection_error(message: str, code: int = 0) -> Exception:
    """A ReflectionException, to be raised."""
    return throw_error("ReflectionException", message, code)


def make(class_name: str, subject: Any, name: Optional[str] = None, owner: Optional[str] = None) -> PhpObject:
    """A reflection object of the class `class_name`, its constructor not called."""
    made = instantiate(require_class(class_name))
    made.describe_as(subject, name, owner)
    return made


# ---------------------------------------------------------------- functions and their parameters


class ParameterSubject:
    """One parameter of a function of a script or of ours."""

    __slots__ = (
        "attributes", "by_ref", "default", "default_node", "function", "is_optional", "is_promoted", "is_variadic",
        "name", "position", "prefers_ref", "type",
    )  # fmt: skip

    def __init__(self, function: FunctionSubject, position: int, name: str, type_: Any) -> None:
        self.function = function
        self.position = position
        self.name = name
        self.type = type_
        self.by_ref = False
        self.prefers_ref = False
        self.is_optional = False
        self.is_variadic = False
        self.is_promoted = False
        self.default: Any = MISSING
        self.default_node: Any = None
        self.attributes: Any = ()

    @property
    def has_default(self) -> bool:
        """Whether PHP knows a default value."""
        return self.default_node is not None or self.default is not MISSING


class FunctionSubject:
    """A function, closure or method. `info` is its FunctionInfo or BuiltinFunction; `method` where it is a method."""

    __slots__ = ("_parameters", "closure", "hook", "info", "is_invoke", "method", "name", "owner")

    def __init__(
        self, name: str, info: Any, *, closure: Any = None, method: Optional[MethodInfo] = None,
        owner: Optional[PhpClass] = None,
    ) -> None:  # fmt: skip
        self.name = name
        self.info = info
        self.closure = closure
        self.method = method
        # The class through which the method was looked up.
        self.owner = owner
        # The PropertyInfo whose hook this is.
        self.hook: Any = None
        # Whether this is `__invoke` of a Closure object, which PHP takes for one of its own methods.
        self.is_invoke = False
        self._parameters: Optional[List[ParameterSubject]] = None

    @property
    def is_builtin(self) -> bool:
        """Whether the function is ours."""
        return isinstance(self.info, BuiltinFunction)

    @property
    def scope(self) -> Optional[PhpClass]:
        """The class whose code the function is."""
        if self.method is not None:
            return self.method.declaring  # type: ignore[no-any-return]
        return None if self.closure is None else self.closure.scope

    @property
    def is_real_closure(self) -> bool:
        """Whether it is an anonymous function, not a closure made from a named one."""
        return self.closure is not None and not self.closure.is_fake

    @property
    def return_type(self) -> Any:
        """The declared return type, or None."""
        if not self.is_builtin:
            return self.info.return_type
        if self.method is not None and self.method.lower_name in ("__construct", "__destruct"):
            return None
        if self.info.display_name == _INVOKE:
            return None
        return self.info.signature.return_type

    @property
    def required(self) -> int:
        """How many arguments must be passed."""
        if not self.is_builtin:
            return self.info.required  # type: ignore[no-any-return]
        shown = self.info.shown_required
        return self.info.min_args if shown is None else shown  # type: ignore[no-any-return]

    @property
    def parameters(self) -> List[ParameterSubject]:
        """The parameters, in order."""
        found = self._parameters
        if found is None:
            read = _builtin_parameters if self.is_builtin else _script_parameters
            found = self._parameters = read(self)
        return found

    @property
    def declared(self) -> Any:
        """The DeclaredFunction of a function of a script, or None."""
        return getattr(self.info, "declared", None)


def _script_parameters(function: FunctionSubject) -> List[ParameterSubject]:
    found = []
    info = function.info
    for position, parameter in enumerate(info.parameters):
        made = ParameterSubject(function, position, parameter.name, parameter.type)
        made.by_ref = parameter.by_ref
        made.is_variadic = parameter.variadic
        made.is_optional = position >= info.required
        made.is_promoted = parameter.is_promoted
        made.attributes = parameter.attributes
        if made.is_optional and not function.is_invoke:
            made.default_node = parameter.default_node
        found.append(made)
    return found


def _builtin_parameters(function: FunctionSubject) -> List[ParameterSubject]:
    found: List[ParameterSubject] = []
    if function.info.display_name == _INVOKE:
        return found
    for position, parameter in enumerate(function.info.signature.parameters):
        shown: Any = parameter.type
        if parameter.name in function.info.shown_types:
            text = function.info.shown_types[parameter.name]
            shown = read_type_text(text) if text else None
        elif shown is not None and "resource" in shown.kinds:
            # PHP has no name for the type of resources.
            shown = None
        made = ParameterSubject(function, position, parameter.name, shown)
        made.by_ref = parameter.by_ref != 0
        made.prefers_ref = parameter.by_ref == 2
        made.is_variadic = parameter.is_variadic
        made.is_optional = parameter.is_optional and position >= function.required
        if not parameter.is_variadic and parameter.is_optional:
            made.default = parameter.default
        found.append(made)
    return found


def method_subject(owner: PhpClass, method: MethodInfo) -> FunctionSubject:
    """A method as found through the class `owner`."""
    return FunctionSubject(method.name, method.info, method=method, owner=owner)


def invoke_subject(closure: Any, method: MethodInfo, owner: PhpClass) -> FunctionSubject:
    """`__invoke` of a Closure object: a builtin method with the closure's parameters."""
    made = FunctionSubject("__invoke", closure.info, method=method, owner=owner)
    made.is_invoke = True
    return made


def closure_subject(closure: Any) -> FunctionSubject:
    """A Closure object; one made from a method or function is described as that."""
    return FunctionSubject(closure.info.name, closure.info, closure=closure)


# ---------------------------------------------------------------- reflection objects of subjects


def reflect_class(php_class: PhpClass) -> PhpObject:
    """A ReflectionClass, or a ReflectionEnum of an enum."""
    kind = "ReflectionEnum" if php_class.kind == "enum" else "ReflectionClass"
    return make(kind, php_class, php_class.name)


def reflect_method(owner: PhpClass, method: MethodInfo) -> PhpObject:
    """A ReflectionMethod."""
    return make("ReflectionMethod", method_subject(owner, method), method.name, method.declaring.name)


def reflect_function(subject: FunctionSubject) -> PhpObject:
    """A ReflectionFunction, or a ReflectionMethod of a method."""
    if subject.method is not None:
        return make("ReflectionMethod", subject, subject.name, subject.method.declaring.name)
    if subject.closure is not None and subject.closure.scope is not None:
        return make("ReflectionMethod", _as_method(subject), subject.name, subject.closure.scope.name)
    return make("ReflectionFunction", subject, subject.name)


def _as_method(subject: FunctionSubject) -> FunctionSubject:
    """A closure of a class as the method that PHP takes it for when asked through a parameter."""
    closure = subject.closure
    method = MethodInfo(subject.name, PUBLIC, closure.scope, lambda *_: None, subject.info)
    return FunctionSubject(subject.name, subject.info, closure=closure, method=method, owner=closure.scope)


def class_named(name: str, code: int = -1) -> PhpClass:
    """The class of this name; throws a ReflectionException where there is none."""
    from engine.runtime.classes import lookup_class

    found = lookup_class(name[1:] if name[:1] == "\\" else name)
    if found is None:
        raise reflection_error(f'Class "{name}" does not exist', code)
    return found


def class_of(object_or_name: Any, code: int = -1) -> PhpClass:
    """The class of an object, or the class that a name means."""
    if isinstance(object_or_name, PhpObject):
        return object_or_name.php_class
    return class_named(object_or_name, code)


def short_name(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("\\")[2] if name.rfind("\\") > 0 else name


def namespace_of(name: str) -> str:
    """The namespace of a name, "" for none."""
    return name.rpartition("\\")[0] if name.rfind("\\") > 0 else ""
