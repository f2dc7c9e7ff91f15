"""ReflectionProperty and PropertyHookType."""

from __future__ import annotations

from typing import Annotated, Any, List, Literal, Optional

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, PhpConst
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.classes import PRIVATE, PROTECTED, PUBLIC, MethodInfo, PhpClass, PropertyInfo, property_default
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.functions import FunctionInfo, ParameterInfo
from engine.runtime.lazy_objects import is_uninitialized, lazy_of, skip
from engine.runtime.objects import PhpObject
from engine.runtime.properties import coerce_property, read_property_from, uninitialized, write_property_from
from engine.runtime.references import Ref
from engine.runtime.types import PhpType
from engine.runtime.values import MISSING, PhpString, Value
from engine.stdlib.reflection.attributes import TARGET_PROPERTY, attributes_of
from engine.stdlib.reflection.classes import default_value
from engine.stdlib.reflection.exports import dynamic_names, property_text
from engine.stdlib.reflection.functions import NAME
from engine.stdlib.reflection.members import find_property, property_compiler, property_modifiers, set_level
from engine.stdlib.reflection.methods import CLASS
from engine.stdlib.reflection.subjects import (
    IS_PUBLIC,
    FunctionSubject,
    Reflecting,
    class_of,
    make,
    reflect_class,
    reflection_error,
)  # fmt: skip
from engine.stdlib.reflection.types import reflect_type

_NOT_AN_INSTANCE = "Given object is not an instance of the class this property was declared in"


@php_class("PropertyHookType", kind="enum", final=True, cases={"Get": "get", "Set": "set"})
class PropertyHookType(PhpObject):
    """The kinds of property hooks."""


class PropertySubject:
    """A property as found through the class `owner`; `info` is None for a dynamic one."""

    __slots__ = ("info", "name", "owner")

    def __init__(self, name: str, info: Optional[PropertyInfo], owner: PhpClass) -> None:
        self.name = name
        self.info = info
        self.owner = owner

    def of_object(self, target: PhpObject) -> Optional[PropertyInfo]:
        """The property that counts for `target`, whose class may declare it anew."""
        info = self.info
        if target.php_class is self.owner or (info is not None and info.visibility == PRIVATE):
            return info
        return find_property(target.php_class, self.name) or info

    def is_static(self) -> bool:
        """Whether it is a static property."""
        return self.info is not None and self.info.is_static


@php_class("ReflectionProperty", interfaces=("Stringable", "Reflector"), properties=(NAME, CLASS))
class ReflectionProperty(Reflecting):
    """A property of a class."""

    IS_STATIC: PhpConst[int] = 16
    IS_READONLY: PhpConst[int] = 128
    IS_PUBLIC: PhpConst[int] = 1
    IS_PROTECTED: PhpConst[int] = 2
    IS_PRIVATE: PhpConst[int] = 4
    IS_ABSTRACT: PhpConst[int] = 64
    IS_PROTECTED_SET: PhpConst[int] = 2048
    IS_PRIVATE_SET: PhpConst[int] = 4096
    IS_VIRTUAL: PhpConst[int] = 512
    IS_FINAL: PhpConst[int] = 32

    @method(name="__clone", visibility="private")
    def clone(self) -> None:
        """Refuse to be cloned."""

    @method(name="__construct")
    def construct(self, class_: PhpObject | PhpString, property_: PhpString) -> None:
        """Construct a ReflectionProperty object."""
        owner = class_of(class_, 0)
        info = find_property(owner, property_)
        if info is None and not (isinstance(class_, PhpObject) and property_ in dynamic_names(class_)):
            raise reflection_error(f"Property {owner.name}::${property_} does not exist")
        declaring = owner if info is None else info.declaring
        self.describe_as(PropertySubject(property_, info, owner), property_, declaring.name)

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """Return the string representation of the ReflectionProperty object."""
        subject = self.subject()
        return property_text(subject.info, subject.name, "")

    @method
    def getName(self) -> PhpString:
        """Gets property name."""
        return self.subject().name  # type: ignore[no-any-return]

    @method
    def getValue(self, object_: PhpObject | None = None) -> Value:
        """Gets value."""
        subject = self.subject()
        if subject.is_static():
            value = subject.owner.static_ref(subject.name).get()
            if value is MISSING:
                owner, name = subject.info.declaring.name, subject.name
                text = f"Typed static property {owner}::${name} must not be accessed before initialization"
                raise throw_error("Error", text)
            return share_value(value)
        _check_instance(subject, object_)
        return share_value(read_property_from(object_, subject.name, subject.owner))  # type: ignore[arg-type]

    @method(shown_required=1, least=2)
    def setValue(self, objectOrValue: Value = MISSING, value: Value = MISSING) -> None:
        """Set property value."""
        subject = self.subject()
        if subject.is_static():
            if objectOrValue is MISSING:
                raise throw_error(
                    "ArgumentCountError", "ReflectionProperty::setValue() expects exactly 2 arguments, 0 given"
                )
            _set_static(subject, objectOrValue, value)
            return
        if value is MISSING:
            passed = 0 if objectOrValue is MISSING else 1
            text = f"ReflectionProperty::setValue() expects exactly 2 arguments, {passed} given"
            raise throw_error("ArgumentCountError", text)
        if not isinstance(objectOrValue, PhpObject):
            from engine.runtime.conversions import type_for_error

            given = type_for_error(objectOrValue)
            raise BadArgumentError("objectOrValue", f"must be of type object, {given} given", "TypeError")
        write_property_from(objectOrValue, subject.name, share_value(value), subject.owner)

    @method
    def getRawValue(self, object_: PhpObject) -> Value:
        """Returns the value of a property, bypassing a get hook if defined."""
        subject = self.subject()
        if subject.owner.lower_name not in object_.ancestors:
            raise reflection_error(_NOT_AN_INSTANCE)
        info = subject.of_object(object_)
        if info is not None and info.is_static:
            raise reflection_error("May not use getRawValue on static properties")
        if info is None or info.get_hook is None:
            if info is not None and info.is_virtual:
                raise throw_error("Error", f"Must not read from virtual property {info.declaring.name}::${info.name}")
            return share_value(read_property_from(object_, subject.name, subject.owner))
        if info.is_virtual:
            raise throw_error("Error", f"Must not read from virtual property {info.declaring.name}::${info.name}")
        value = _stored(object_, info)
        if value is MISSING:
            raise uninitialized(info)
        return share_value(value)

    @method
    def setRawValue(self, object_: PhpObject, value: Value) -> None:
        """Sets the value of a property, bypassing a set hook if defined."""
        subject = self.subject()
        _set_raw(subject, object_, value)

    @method
    def setRawValueWithoutLazyInitialization(self, object_: PhpObject, value: Value) -> None:
        """Set raw property value without triggering lazy initialization."""
        subject = self.subject()
        _check_lazy(subject, object_, "setRawValueWithoutLazyInitialization")
        object_ = _behind_proxy(object_)
        if not is_uninitialized(object_):
            _set_raw(subject, object_, value)
            return
        info = subject.of_object(object_)
        kept = share_value(value)
        object_.__dict__[info.attribute] = coerce_property(info, kept) if info.type is not None else kept
        skip(object_, info.attribute)

    @method
    def skipLazyInitialization(self, object_: PhpObject) -> None:
        """Marks property as non-lazy."""
        subject = self.subject()
        _check_lazy(subject, object_, "skipLazyInitialization")
        object_ = _behind_proxy(object_)
        info = subject.of_object(object_)
        lazy = lazy_of(object_)
        if lazy is None or lazy.instance is not None or info.attribute in lazy.skipped:
            return
        if not info.uninitialized or info.thunk is not None:
            value = info.default if info.thunk is None else property_default(info)
            object_.__dict__[info.attribute] = share_value(value)
        skip(object_, info.attribute)

    @method
    def isLazy(self, object_: PhpObject) -> bool:
        """Checks whether a property is lazy."""
        subject = self.subject()
        _check_instance(subject, object_)
        object_ = _behind_proxy(object_)
        info = subject.of_object(object_)
        lazy = lazy_of(object_)
        if info is None or info.is_static or info.is_virtual or lazy is None or lazy.instance is not None:
            return False
        return info.attribute not in lazy.skipped

    @method
    def isInitialized(self, object_: PhpObject | None = None) -> bool:
        """Checks whether a property is initialized."""
        subject = self.subject()
        if subject.is_static():
            return subject.owner.static_ref(subject.name).get() is not MISSING
        _check_instance(subject, object_)
        return _is_initialized(subject, object_)

    @method
    def isPublic(self) -> bool:
        """Checks if property is public."""
        info = self.subject().info
        return info is None or info.visibility == PUBLIC

    @method
    def isPrivate(self) -> bool:
        """Checks if property is private."""
        info = self.subject().info
        return info is not None and info.visibility == PRIVATE

    @method
    def isProtected(self) -> bool:
        """Checks if property is protected."""
        info = self.subject().info
        return info is not None and info.visibility == PROTECTED

    @method
    def isPrivateSet(self) -> bool:
        """Checks if property is private for writing."""
        info = self.subject().info
        return info is not None and set_level(info) == PRIVATE

    @method
    def isProtectedSet(self) -> bool:
        """Checks if property is protected for writing."""
        info = self.subject().info
        return info is not None and set_level(info) == PROTECTED

    @method
    def isStatic(self) -> bool:
        """Checks if property is static."""
        return self.subject().is_static()  # type: ignore[no-any-return]

    @method
    def isReadOnly(self) -> bool:
        """Checks if property is readonly."""
        info = self.subject().info
        return info is not None and info.is_readonly

    @method
    def isDefault(self) -> bool:
        """Checks if property is a default property."""
        return self.subject().info is not None

    @method
    def isDynamic(self) -> bool:
        """Checks if property is a dynamic property."""
        return self.subject().info is None

    @method
    def isAbstract(self) -> bool:
        """Checks if property is abstract."""
        info = self.subject().info
        return info is not None and info.is_abstract

    @method
    def isVirtual(self) -> bool:
        """Checks if property is virtual."""
        info = self.subject().info
        return info is not None and bool(property_modifiers(info) & 512)

    @method
    def isPromoted(self) -> bool:
        """Checks if property is promoted."""
        info = self.subject().info
        return info is not None and info.is_promoted

    @method
    def getModifiers(self) -> int:
        """Gets the property modifiers."""
        info = self.subject().info
        return IS_PUBLIC if info is None else property_modifiers(info)

    @method
    def getDeclaringClass(self) -> Annotated[PhpObject, "ReflectionClass"]:
        """Gets declaring class."""
        subject = self.subject()
        return reflect_class(subject.owner if subject.info is None else subject.info.declaring)

    @method
    def getDocComment(self) -> PhpString | Literal[False]:
        """Gets the property doc comment."""
        info = self.subject().info
        return False if info is None else info.doc_comment or False

    @method
    def setAccessible(self, accessible: bool) -> None:
        """Set property accessibility; without effect since PHP 8.1."""

    @method
    def getType(self) -> Annotated[PhpObject, "ReflectionType"] | None:
        """Gets a property's type."""
        info = self.subject().info
        return None if info is None else reflect_type(info.type)

    @method
    def getSettableType(self) -> Annotated[PhpObject, "ReflectionType"] | None:
        """Returns the parameter type of a setter hook."""
        info = self.subject().info
        if info is None:
            return None
        node = _hook_node(info, "set")
        if node is not None:
            subject = hook_subject(info, "set")
            if node.parameters and subject is not None and subject.parameters:
                return reflect_type(subject.parameters[0].type)
        elif info.is_virtual:
            return reflect_type(PhpType("never", ("never",)))
        return reflect_type(info.type)

    @method
    def hasType(self) -> bool:
        """Checks if property has a type."""
        info = self.subject().info
        return info is not None and info.type is not None

    @method
    def hasDefaultValue(self) -> bool:
        """Checks if property has a default value declared."""
        info = self.subject().info
        if info is None or info.is_virtual or info.is_abstract or (info.uninitialized and info.thunk is None):
            return False
        return not info.is_promoted or (info.type is None and not info.hook_nodes)

    @method
    def getDefaultValue(self) -> Value:
        """Returns the default value declared for a property."""
        subject = self.subject()
        return None if subject.info is None else default_value(subject.owner, subject.info)[1]

    @method
    def getAttributes(self, name: PhpString | None = None, flags: int = 0) -> PhpArray:
        """Gets attributes."""
        info = self.subject().info
        if info is None:
            return attributes_of((), TARGET_PROPERTY, None, None, None, name, flags)
        owner = info.declaring
        return attributes_of(info.attributes, TARGET_PROPERTY, owner, property_compiler(info), owner, name, flags)

    @method
    def hasHooks(self) -> bool:
        """Returns whether the property has any hooks."""
        info = self.subject().info
        return info is not None and bool(_hook_kinds(info))

    @method
    def getHooks(self) -> PhpArray:
        """Returns an array of all hooks on this property."""
        info = self.subject().info
        result = PhpArray()
        for kind in _hook_kinds(info) if info is not None else ():
            result.set(kind, reflect_hook(info, kind))
        return result

    @method
    def hasHook(self, type_: Annotated[PhpObject, "PropertyHookType"]) -> bool:
        """Returns whether the property has a specific hook."""
        info = self.subject().info
        return info is not None and type_.__dict__["p_value"] in _hook_kinds(info)

    @method
    def getHook(
        self, type_: Annotated[PhpObject, "PropertyHookType"]
    ) -> Annotated[PhpObject, "ReflectionMethod"] | None:
        """Returns a reflection object for a specified hook."""
        info = self.subject().info
        kind = type_.__dict__["p_value"]
        return None if info is None or kind not in _hook_kinds(info) else reflect_hook(info, kind)

    @method
    def isFinal(self) -> bool:
        """Checks if property is final."""
        info = self.subject().info
        return info is not None and bool(property_modifiers(info) & 32)


def _check_instance(subject: PropertySubject, target: Optional[PhpObject]) -> None:
    if target is None:
        raise BadArgumentError("object", "must be provided for instance properties", "TypeError")
    declaring = subject.owner if subject.info is None else subject.info.declaring
    if declaring.lower_name not in target.ancestors:
        raise reflection_error(_NOT_AN_INSTANCE)


def _set_static(subject: PropertySubject, first: Any, value: Any) -> None:
    if value is MISSING:
        ctx.deprecated("Calling ReflectionProperty::setValue() with a single argument is deprecated")
        value = first
    elif first is not None and not isinstance(first, PhpObject):
        ctx.deprecated(
            "Calling ReflectionProperty::setValue() with a 1st argument which is not null or an object is deprecated"
        )
    subject.owner.static_ref(subject.name).set(share_value(value))


def _stored(target: PhpObject, info: PropertyInfo) -> Any:
    """What the object holds for a declared property, or MISSING."""
    storage = target.__dict__
    value = storage.get(info.attribute, MISSING)
    if value is MISSING:
        value = storage.get("_refs", {}).get(info.attribute, MISSING)
    return value.get() if type(value) is Ref else value


def _set_raw(subject: PropertySubject, target: PhpObject, value: Any) -> None:
    info = subject.of_object(target)
    if info is not None and info.is_static:
        raise reflection_error("May not use setRawValue on static properties")
    if info is not None and info.is_virtual:
        raise throw_error("Error", f"Must not write to virtual property {info.declaring.name}::${info.name}")
    if info is None or (info.set_hook is None and info.get_hook is None):
        write_property_from(target, subject.name, share_value(value), subject.owner)
        return
    kept = share_value(value)
    target.__dict__[info.attribute] = coerce_property(info, kept) if info.type is not None else kept


def _behind_proxy(target: Any) -> Any:
    """The instance of an initialised proxy; any other object itself."""
    lazy = lazy_of(target)
    while lazy is not None and lazy.instance is not None:
        target = lazy.instance
        lazy = lazy_of(target)
    return target


def _check_lazy(subject: PropertySubject, target: PhpObject, name: str) -> None:
    info = subject.of_object(target)
    if info is None:
        raise reflection_error(f"Can not use {name} on dynamic property {subject.owner.name}::${subject.name}")
    if info.is_static:
        raise reflection_error(f"Can not use {name} on static property {info.declaring.name}::${info.name}")
    if info.is_virtual:
        raise reflection_error(f"Can not use {name} on virtual property {info.declaring.name}::${info.name}")
    if target.php_class.is_internal and target.php_class.lower_name != "stdclass":
        raise reflection_error(f"Can not use {name} on internal class {target.php_class.name}")


def _is_initialized(subject: PropertySubject, target: Any) -> bool:
    info = subject.of_object(target)
    if info is None:
        return subject.name in dynamic_names(target)
    if info.is_virtual:
        return True
    return _stored(target, info) is not MISSING


# ---------------------------------------------------------------- hooks


def _hook_node(info: PropertyInfo, kind: str) -> Any:
    return next((node for node in info.hook_nodes or () if node.name.lower() == kind), None)


def _hook_kinds(info: PropertyInfo) -> List[str]:
    return [
        kind for kind in ("get", "set")
        if _hook_node(info, kind) is not None
    ]  # fmt: skip


def hook_subject(info: PropertyInfo, kind: str) -> Optional[FunctionSubject]:
    """A property's hook as a method named `$property::get`."""
    function = getattr(info, f"{kind}_hook")
    node = _hook_node(info, kind)
    declared = getattr(function, "declared", None)
    name = f"${info.name}::{kind}"
    if declared is not None:
        described = declared.info
    else:
        parameters = [] if kind == "get" else [ParameterInfo("value", info.type)]
        described = FunctionInfo(name, parameters)
        described.node = node
    if kind == "get" and described.return_type is None:
        described.return_type = info.type
    elif kind == "set":
        described.return_type = PhpType("void", ("void",))
        if not (node is not None and node.parameters) and described.parameters:
            described.parameters[0].type = info.type
    method_info = MethodInfo(name, info.visibility, info.declaring, function, described)
    method_info.is_abstract = function is None
    method_info.is_final = node is not None and "final" in node.modifiers
    made = FunctionSubject(name, described, method=method_info, owner=info.declaring)
    made.hook = info
    return made


def reflect_hook(info: Any, kind: str) -> Any:
    """A ReflectionMethod of a hook."""
    return make("ReflectionMethod", hook_subject(info, kind), f"${info.name}::{kind}", info.declaring.name)


CLASSES = (PropertyHookType, ReflectionProperty)
