"""Reflection, Reflector, ReflectionClass and ReflectionObject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Callable, List, Literal, Optional

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.classes import (
    PUBLIC,
    PhpClass,
    instantiate,
    instantiate_for_script,
    lookup_class,
    property_default,
)
from engine.runtime.exceptions import throw_error
from engine.runtime.functions import Closure, MethodCallable, as_value
from engine.runtime.lazy_objects import GHOST, PROXY, give_defaults, is_uninitialized, lazy_of, new_lazy, reset
from engine.runtime.lifetimes import register
from engine.runtime.objects import PhpObject
from engine.runtime.properties import realized
from engine.runtime.values import MISSING, PhpString, Value
from engine.stdlib.core.function_handling import call_by_value, call_with_array
from engine.stdlib.reflection.attributes import TARGET_CLASS, attributes_of, class_attributes
from engine.stdlib.reflection.exports import class_text, dynamic_names
from engine.stdlib.reflection.functions import NAME
from engine.stdlib.reflection.members import (
    constants_in_order,
    find_constant,
    find_property,
    method_modifiers,
    properties_in_order,
    property_modifiers,
    reflected_methods,
)  # fmt: skip
from engine.stdlib.reflection.subjects import (
    IS_ABSTRACT,
    IS_FINAL,
    IS_PUBLIC,
    IS_READONLY_CLASS,
    VISIBILITY_BITS,
    Reflecting,
    class_named,
    class_of,
    invoke_subject,
    make,
    namespace_of,
    reflect_class,
    reflect_method,
    reflection_error,
    short_name,
)  # fmt: skip
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.builtin.declare import Callback, PhpConst

# Final classes of ours whose objects only their constructors or the engine can make.
# The final classes of PHP's own whose objects have native state.
_NEEDS_CONSTRUCTOR = frozenset(
    r"""generator closure weakreference weakmap fiber fibererror internaliterator hashcontext inflatecontext
    deflatecontext random\engine\mt19937 random\engine\pcgoneseq128xslrr64 random\engine\xoshiro256starstar
    random\randomizer random\engine\secure reflectiongenerator reflectionreference reflectionfiber reflectionconstant
    __php_incomplete_class bcmath\number pdorow pgsql\connection pgsql\result pgsql\lob""".split()
)
_UNCLONEABLE = frozenset(
    (
        "generator",
        "fiber",
        "weakreference",
        "splfileobject",
        "internaliterator",
        "reflectiongenerator",
        "iteratoriterator",
        "recursiveiteratoriterator",
        "globiterator",
        "random\\randomizer",
        "random\\engine\\secure",
        "deflatecontext",
        "inflatecontext",
        "reflectionconstant",
        "reflectionfiber",
    )
)
_EMPTY = PhpArray()
_MODIFIER_NAMES = ((64, "abstract"), (32, "final"))
_VISIBILITY_NAMES = {1: "public", 2: "protected", 4: "private"}


@php_class("Reflection")
class Reflection(PhpObject):
    """What belongs to reflection as a whole."""

    @staticmethod
    @method(static=True)
    def getModifierNames(_called: PhpClass, modifiers: int) -> PhpArray:
        """Gets modifier names."""
        names = [name for bit, name in _MODIFIER_NAMES if modifiers & bit]
        visibility = _VISIBILITY_NAMES.get(modifiers & 7)
        if visibility is not None:
            names.append(visibility)
        if modifiers & 512:
            names.append("virtual")
        if modifiers & 16:
            names.append("static")
        if modifiers & (128 | IS_READONLY_CLASS):
            names.append("readonly")
        return PhpArray(list(names))


@php_class("Reflector", kind="interface", interfaces=("Stringable",))
class Reflector(PhpObject):
    """What describes something."""


@php_class("ReflectionException", parent="Exception")
class ReflectionExceptionClass(PhpObject):
    """What reflection throws."""


@php_class("ReflectionClass", interfaces=("Stringable", "Reflector"), properties=(NAME,))
class ReflectionClass(Reflecting):
    """A class, interface, trait or enumeration."""

    IS_IMPLICIT_ABSTRACT: PhpConst[int] = 16
    IS_EXPLICIT_ABSTRACT: PhpConst[int] = 64
    IS_FINAL: PhpConst[int] = 32
    IS_READONLY: PhpConst[int] = 65536
    SKIP_INITIALIZATION_ON_SERIALIZE: PhpConst[int] = 8
    SKIP_DESTRUCTOR: PhpConst[int] = 16

    # The object of a ReflectionObject.
    _instance: Any = None

    @method(name="__clone", visibility="private")
    def clone(self) -> None:
        """Refuse to be cloned."""

    @method(name="__construct")
    def construct(self, objectOrClass: PhpObject | PhpString) -> None:
        """Constructs a ReflectionClass."""
        owner = class_of(objectOrClass)
        self.describe_as(owner, owner.name)

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """Returns the string representation of the ReflectionClass object."""
        return class_text(self.subject(), self._instance)

    @method
    def getName(self) -> PhpString:
        """Gets class name."""
        return self.subject().name  # type: ignore[no-any-return]

    @method
    def isInternal(self) -> bool:
        """Checks if class is defined internally by an extension, or the core."""
        return self.subject().is_internal  # type: ignore[no-any-return]

    @method
    def isUserDefined(self) -> bool:
        """Checks if user defined."""
        return not self.subject().is_internal

    @method
    def isAnonymous(self) -> bool:
        """Checks if class is anonymous."""
        return self.subject().is_anonymous  # type: ignore[no-any-return]

    @method
    def isInstantiable(self) -> bool:
        """Checks if the class is instantiable."""
        owner = self.subject()
        if owner.kind != "class" or owner.is_abstract:
            return False
        return owner.constructor is None or owner.constructor.visibility == PUBLIC

    @method
    def isCloneable(self) -> bool:
        """Returns whether this class is cloneable."""
        owner = self.subject()
        if owner.kind != "class" or owner.is_abstract:
            return False
        hook = owner.methods.get("__clone")
        if hook is not None:
            return hook.visibility == PUBLIC  # type: ignore[no-any-return]
        return not owner.ancestors & _UNCLONEABLE

    @method
    def getFileName(self) -> PhpString | Literal[False]:
        """Gets the filename of the file in which the class has been defined."""
        owner = self.subject()
        return False if owner.is_internal or owner.unit is None else owner.unit.path

    @method
    def getStartLine(self) -> int | Literal[False]:
        """Gets starting line number."""
        owner = self.subject()
        return False if owner.is_internal else owner.line

    @method
    def getEndLine(self) -> int | Literal[False]:
        """Gets end line."""
        owner = self.subject()
        return False if owner.is_internal else owner.end_line

    @method
    def getDocComment(self) -> PhpString | Literal[False]:
        """Gets doc comments."""
        return self.subject().doc_comment or False

    @method
    def getConstructor(self) -> Annotated[PhpObject, "ReflectionMethod"] | None:
        """Gets the constructor of the class."""
        owner = self.subject()
        return None if owner.constructor is None else reflect_method(owner, owner.constructor)

    @method
    def hasMethod(self, name: PhpString) -> bool:
        """Checks if method is defined."""
        return name.lower() in self.subject().methods

    @method
    def getMethod(self, name: PhpString) -> Annotated[PhpObject, "ReflectionMethod"]:
        """Gets a ReflectionMethod for a class method."""
        owner = self.subject()
        found = owner.methods.get(name.lower())
        if found is None:
            raise reflection_error(f"Method {owner.name}::{name}() does not exist")
        if isinstance(self._instance, Closure) and found.lower_name == "__invoke":
            return _reflect_invoke(self._instance, owner, found)
        return reflect_method(owner, found)

    @method
    def getMethods(self, filter_: int | None = None) -> PhpArray:
        """Gets an array of methods."""
        owner = self.subject()
        wanted = -1 if filter_ is None else filter_
        methods = [found for found in reflected_methods(owner) if method_modifiers(found) & wanted]
        if isinstance(self._instance, Closure):
            return PhpArray(
                [
                    _reflect_invoke(self._instance, owner, found)
                    if found.lower_name == "__invoke"
                    else reflect_method(owner, found)
                    for found in methods
                ]
            )
        return PhpArray([reflect_method(owner, found) for found in methods])

    @method
    def hasProperty(self, name: PhpString) -> bool:
        """Checks if property is defined."""
        if find_property(self.subject(), name) is not None:
            return True
        return self._instance is not None and name in dynamic_names(self._instance)

    @method
    def getProperty(self, name: PhpString) -> Annotated[PhpObject, "ReflectionProperty"]:
        """Gets a ReflectionProperty for a class's property."""
        owner = self.subject()
        info = find_property(owner, name)
        if info is not None:
            return reflect_property(owner, info)
        if self._instance is not None and name in dynamic_names(self._instance):
            return reflect_dynamic(owner, name)
        class_name, colons, rest = name.partition("::")
        if colons:
            base = class_named(class_name)
            if not owner.is_subclass_of(base):
                raise reflection_error(
                    f"Fully qualified property name {base.name}::${rest} does not specify a base class of {owner.name}",
                    -1,
                )
            owner, name = base, rest
            info = find_property(base, rest)
            if info is not None:
                return reflect_property(base, info)
        raise reflection_error(f"Property {owner.name}::${name} does not exist")

    @method
    def getProperties(self, filter_: int | None = None) -> PhpArray:
        """Gets properties."""
        owner = self.subject()
        wanted = -1 if filter_ is None else filter_
        found = [
            reflect_property(owner, info) for info in properties_in_order(owner) if property_modifiers(info) & wanted
        ]
        if self._instance is not None and wanted & IS_PUBLIC:
            found += [reflect_dynamic(owner, name) for name in dynamic_names(self._instance)]
        return PhpArray(found)

    @method
    def hasConstant(self, name: PhpString) -> bool:
        """Checks if constant is defined."""
        return find_constant(self.subject(), name) is not None

    @method
    def getConstants(self, filter_: int | None = None) -> PhpArray:
        """Gets constants."""
        owner = self.subject()
        result = PhpArray()
        for info in _filtered(owner, filter_):
            result.set(info.name, share_value(owner.constant(info.name)))
        return result

    @method
    def getReflectionConstants(self, filter_: int | None = None) -> PhpArray:
        """Gets class constants."""
        owner = self.subject()
        return PhpArray([reflect_constant(owner, info) for info in _filtered(owner, filter_)])

    @method
    def getConstant(self, name: PhpString) -> Value:
        """Gets defined constant."""
        owner = self.subject()
        for info in constants_in_order(owner):
            owner.constant(info.name)
        if find_constant(owner, name) is None:
            return False
        return share_value(owner.constant(name))

    @method
    def getReflectionConstant(
        self, name: PhpString
    ) -> Annotated[PhpObject, "ReflectionClassConstant"] | Literal[False]:
        """Gets a ReflectionClassConstant for a class's constant."""
        owner = self.subject()
        info = find_constant(owner, name)
        return False if info is None else reflect_constant(owner, info)

    @method
    def getInterfaces(self) -> PhpArray:
        """Gets the interfaces."""
        result = PhpArray()
        for interface in self.subject().interface_list:
            result.set(interface.name, reflect_class(interface))
        return result

    @method
    def getInterfaceNames(self) -> PhpArray:
        """Gets the interface names."""
        return PhpArray([interface.name for interface in self.subject().interface_list])

    @method
    def isInterface(self) -> bool:
        """Checks if the class is an interface."""
        return self.subject().kind == "interface"  # type: ignore[no-any-return]

    @method
    def getTraits(self) -> PhpArray:
        """Returns an array of traits used by this class."""
        result = PhpArray()
        for trait in self.subject().trait_list:
            result.set(trait.name, reflect_class(trait))
        return result

    @method
    def getTraitNames(self) -> PhpArray:
        """Returns an array of names of traits used by this class."""
        return PhpArray([trait.name for trait in self.subject().trait_list])

    @method
    def getTraitAliases(self) -> PhpArray:
        """Returns an array of trait aliases."""
        return _trait_aliases(self.subject())

    @method
    def isTrait(self) -> bool:
        """Returns whether this is a trait."""
        return self.subject().kind == "trait"  # type: ignore[no-any-return]

    @method
    def isEnum(self) -> bool:
        """Returns whether this is an enum."""
        return self.subject().kind == "enum"  # type: ignore[no-any-return]

    @method
    def isAbstract(self) -> bool:
        """Checks if class is abstract."""
        owner = self.subject()
        if owner.kind in ("interface", "trait"):
            return any(found.is_abstract for found in owner.methods.values())
        return owner.is_abstract  # type: ignore[no-any-return]

    @method
    def isFinal(self) -> bool:
        """Checks if class is final."""
        return self.subject().is_final  # type: ignore[no-any-return]

    @method
    def isReadOnly(self) -> bool:
        """Checks if class is readonly."""
        return self.subject().is_readonly  # type: ignore[no-any-return]

    @method
    def getModifiers(self) -> int:
        """Gets the class modifiers."""
        owner = self.subject()
        bits = IS_ABSTRACT if owner.is_abstract and owner.kind == "class" else 0
        # PHP does not call its own enumerations final.
        bits |= IS_FINAL if owner.is_final and not (owner.is_internal and owner.kind == "enum") else 0
        return bits | (IS_READONLY_CLASS if owner.is_readonly else 0)

    @method
    def isInstance(self, object_: PhpObject) -> bool:
        """Checks class for instance."""
        return self.subject().lower_name in object_.ancestors

    @method
    def newInstance(self, *args: Value, **named: Value) -> PhpObject:
        """Creates a new class instance from given arguments."""
        owner = self.subject()
        made = instantiate_for_script(owner)
        target = _constructor_of(owner, made, bool(args) or bool(named))
        if target is not None:
            _run_constructor(made, lambda: call_by_value(target, list(args), named))
        return made

    @method
    def newInstanceWithoutConstructor(self) -> PhpObject:
        """Creates a new class instance without invoking the constructor."""
        owner = self.subject()
        if owner.is_final and owner.lower_name in _NEEDS_CONSTRUCTOR:
            raise reflection_error(
                f"Class {owner.name} is an internal class marked as final that cannot be instantiated without invoking"
                " its constructor"
            )
        return instantiate(owner)

    @method
    def newInstanceArgs(self, args: PhpArray = _EMPTY) -> PhpObject | None:
        """Creates a new class instance from given arguments."""
        owner = self.subject()
        made = instantiate_for_script(owner)
        target = _constructor_of(owner, made, len(args) > 0)
        if target is not None:
            _run_constructor(made, lambda: call_with_array(target, args))
        return made

    @method
    def newLazyGhost(self, initializer: Callback, options: int = 0) -> PhpObject:
        """Creates a new lazy ghost instance."""
        _check_lazy_options(options, 2)
        return new_lazy(self.subject(), GHOST, initializer, options)

    @method
    def newLazyProxy(self, factory: Callback, options: int = 0) -> PhpObject:
        """Creates a new lazy proxy instance."""
        _check_lazy_options(options, 2)
        return new_lazy(self.subject(), PROXY, factory, options)

    @method
    def resetAsLazyGhost(self, object_: PhpObject, initializer: Callback, options: int = 0) -> None:
        """Resets an object and marks it as lazy."""
        _check_resettable(self.subject(), object_, options)
        reset(object_, self.subject(), GHOST, initializer, options)

    @method
    def resetAsLazyProxy(self, object_: PhpObject, factory: Callback, options: int = 0) -> None:
        """Resets an object and marks it as lazy."""
        _check_resettable(self.subject(), object_, options)
        reset(object_, self.subject(), PROXY, factory, options)

    @method
    def initializeLazyObject(self, object_: PhpObject) -> PhpObject:
        """Forces initialization of a lazy object."""
        _check_instance(self.subject(), object_)
        return realized(object_)

    @method
    def isUninitializedLazyObject(self, object_: PhpObject) -> bool:
        """Checks if an object is lazy and uninitialized."""
        _check_instance(self.subject(), object_)
        return is_uninitialized(object_)

    @method
    def markLazyObjectAsInitialized(self, object_: PhpObject) -> PhpObject:
        """Marks a lazy object as initialized without calling the initializer or factory."""
        _check_instance(self.subject(), object_)
        lazy = lazy_of(object_)
        if lazy is None:
            return object_
        if lazy.instance is not None:
            return realized(object_)
        give_defaults(object_, lazy)
        if object_.php_class.has_destructor:
            register(object_)
        return object_

    @method
    def getLazyInitializer(self, object_: PhpObject) -> Callback | None:
        """Gets lazy initializer."""
        _check_instance(self.subject(), object_)
        lazy = lazy_of(object_)
        return None if lazy is None or lazy.instance is not None else as_value(lazy.initializer)

    @method
    def getParentClass(self) -> Annotated[PhpObject, "ReflectionClass"] | Literal[False]:
        """Gets parent class."""
        parent = self.subject().parent
        return False if parent is None else reflect_class(parent)

    @method
    def isSubclassOf(self, class_: Annotated[PhpObject, "ReflectionClass"] | PhpString) -> bool:
        """Checks if a subclass."""
        owner = self.subject()
        other = _argument_class(class_, "Class")
        return owner is not other and owner.is_subclass_of(other)

    @method
    def getStaticProperties(self) -> PhpArray:
        """Gets static properties."""
        owner = self.subject()
        result = PhpArray()
        for info in properties_in_order(owner):
            if info.is_static:
                value = owner.static_ref(info.name).get()
                if value is not MISSING:
                    result.set(info.name, share_value(value))
        return result

    @method
    def getStaticPropertyValue(self, name: PhpString, default: Value = MISSING) -> Value:
        """Gets static property value."""
        owner = self.subject()
        info = find_property(owner, name)
        if info is not None and info.is_static:
            value = owner.static_ref(name).get()
            if value is not MISSING:
                return share_value(value)
            if default is MISSING:
                text = f"Typed property {info.declaring.name}::${name} must not be accessed before initialization"
                raise throw_error("Error", text)
        if default is not MISSING:
            return default
        raise reflection_error(f"Property {owner.name}::${name} does not exist")

    @method
    def setStaticPropertyValue(self, name: PhpString, value: Value) -> None:
        """Sets static property value."""
        owner = self.subject()
        info = find_property(owner, name)
        if info is None or not info.is_static:
            raise reflection_error(f"Class {owner.name} does not have a property named {name}")
        owner.static_ref(name).set(share_value(value))

    @method
    def getDefaultProperties(self) -> PhpArray:
        """Gets default properties."""
        owner = self.subject()
        result = PhpArray()
        infos = properties_in_order(owner)
        for info in [*(one for one in infos if one.is_static), *(one for one in infos if not one.is_static)]:
            found, value = default_value(owner, info)
            if found:
                result.set(info.name, value)
        return result

    @method
    def isIterable(self) -> bool:
        """Check whether this class is iterable."""
        return _is_iterable(self.subject())

    @method
    def isIterateable(self) -> bool:
        """Check whether this class is iterable."""
        return _is_iterable(self.subject())

    @method
    def implementsInterface(self, interface: Annotated[PhpObject, "ReflectionClass"] | PhpString) -> bool:
        """Implements interface."""
        owner = self.subject()
        other = _argument_class(interface, "Interface")
        if other.kind != "interface":
            raise reflection_error(f"{other.name} is not an interface")
        return owner.is_subclass_of(other)  # type: ignore[no-any-return]

    @method
    def getExtension(self) -> Annotated[PhpObject, "ReflectionExtension"] | None:
        """Gets a ReflectionExtension object for the extension which defined the class."""
        extension = self.subject().extension
        return None if extension is None else make("ReflectionExtension", extension, extension)

    @method
    def getExtensionName(self) -> PhpString | Literal[False]:
        """Gets the name of the extension which defined the class."""
        return self.subject().extension or False

    @method
    def inNamespace(self) -> bool:
        """Checks if in namespace."""
        return bool(namespace_of(self.subject().name))

    @method
    def getNamespaceName(self) -> PhpString:
        """Gets namespace name."""
        return namespace_of(self.subject().name)

    @method
    def getShortName(self) -> PhpString:
        """Gets short name."""
        return short_name(self.subject().name)

    @method
    def getAttributes(self, name: PhpString | None = None, flags: int = 0) -> PhpArray:
        """Gets attributes."""
        owner = self.subject()
        compiler = None if owner.prototype is None else owner.prototype.compiler
        return attributes_of(class_attributes(owner), TARGET_CLASS, owner, compiler, owner, name, flags)


def _reflect_invoke(closure: Any, owner: PhpClass, found: Any) -> PhpObject:
    return make("ReflectionMethod", invoke_subject(closure, found, owner), "__invoke", "Closure")


def _filtered(owner: PhpClass, wanted: Optional[int]) -> List[Any]:
    if wanted is None:
        return constants_in_order(owner)
    return [
        info for info in constants_in_order(owner)
        if (VISIBILITY_BITS[info.visibility] | (IS_FINAL if info.is_final else 0)) & wanted
    ]  # fmt: skip


def _constructor_of(owner: PhpClass, made: PhpObject, has_arguments: bool) -> Any:
    """The constructor ready to call on `made`, or None; throws where it may not be called."""
    constructor = owner.constructor
    if constructor is None:
        if has_arguments:
            raise reflection_error(
                f"Class {owner.name} does not have a constructor, so you cannot pass any constructor arguments"
            )
        return None
    if constructor.visibility != PUBLIC:
        raise reflection_error(f"Access to non-public constructor of class {owner.name}")
    return MethodCallable(constructor.function, made, constructor, constructor.name)


def _run_constructor(made: Any, run: Callable[[], Any]) -> None:
    """Run a constructor; where it throws, the object has none for its destructor."""
    try:
        run()
    except BaseException:
        made.__dict__["_destroyed"] = True
        raise


def _argument_class(argument: Any, kind: str) -> PhpClass:
    if isinstance(argument, Reflecting):
        return argument.subject()  # type: ignore[no-any-return]
    found = lookup_class(argument)
    if found is None:
        raise reflection_error(f'{kind} "{argument}" does not exist')
    return found


def _is_iterable(owner: PhpClass) -> bool:
    return "traversable" in owner.ancestors and owner.kind in ("class", "enum") and not owner.is_abstract


def default_value(owner: PhpClass, info: Any) -> Any:
    """(True, value) of a property's default, or (False, None) where it has none."""
    if info.is_static:
        if info.uninitialized and info.thunk is None:
            return False, None
        if info.thunk is not None:
            return True, share_value(info.thunk(info.declaring))
        return True, share_value(info.default)
    if info.is_virtual or info.is_abstract or (info.uninitialized and info.thunk is None):
        return False, None
    if info.thunk is not None:
        return True, property_default(info)
    return True, share_value(info.default)


def _trait_aliases(owner: PhpClass) -> PhpArray:
    result = PhpArray()
    if owner.prototype is None:
        return result
    names = owner.prototype.names
    for member in owner.prototype.node.members:
        if not isinstance(member, nodes.TraitUse):
            continue
        for rule in member.adaptations:
            if not isinstance(rule, nodes.TraitAlias) or rule.alias is None:
                continue
            trait: Optional[str] = None if rule.trait is None else names.class_name(rule.trait)
            if trait is None:
                having = [one.name for one in owner.trait_list if rule.method.lower() in one.methods]
                trait = having[0] if having else ""
            result.set(rule.alias, f"{trait}::{rule.method}")
    return result


# ---------------------------------------------------------------- members as reflection objects


def reflect_property(owner: PhpClass, info: Any) -> PhpObject:
    """A ReflectionProperty of a declared property, as found through `owner`."""
    from engine.stdlib.reflection.properties import PropertySubject

    return make("ReflectionProperty", PropertySubject(info.name, info, owner), info.name, info.declaring.name)


def _check_lazy_options(options: int, position: int) -> None:
    if options & ~24:
        place = f"ReflectionClass::{_lazy_method()}(): Argument #{position} ($options)"
        raise reflection_error(f"{place} contains invalid flags")
    if position == 2 and options & 16:
        raise reflection_error(
            f"ReflectionClass::{_lazy_method()}(): Argument #2 ($options) does not accept "
            "ReflectionClass::SKIP_DESTRUCTOR"
        )


def _lazy_method() -> str:
    from engine.runtime.frames import current_builtin_name

    return current_builtin_name().rpartition("::")[2]


def _check_instance(owner: PhpClass, target: PhpObject) -> None:
    if owner.lower_name not in target.ancestors:
        problem = f"must be of type {owner.name}, {target.php_class.name} given"
        raise BadArgumentError("object", problem, "TypeError")


def _check_resettable(owner: PhpClass, target: PhpObject, options: int) -> None:
    _check_instance(owner, target)
    _check_lazy_options(options, 3)
    if is_uninitialized(target):
        raise reflection_error("Object is already lazy")


def reflect_dynamic(owner: PhpClass, name: str) -> PhpObject:
    """A ReflectionProperty of an undeclared property."""
    from engine.stdlib.reflection.properties import PropertySubject

    return make("ReflectionProperty", PropertySubject(name, None, owner), name, owner.name)


def reflect_constant(owner: PhpClass, info: Any) -> Any:
    """A ReflectionClassConstant."""
    return make("ReflectionClassConstant", (owner, info), info.name, info.declaring.name)


@php_class("ReflectionObject", parent="ReflectionClass")
class ReflectionObject(ReflectionClass):
    """An object and its class."""

    @method(name="__construct")
    def construct(self, object_: PhpObject) -> None:  # type: ignore[override]
        """Constructs a ReflectionObject."""
        self._instance = object_
        self.describe_as(object_.php_class, object_.php_class.name)


CLASSES = (Reflector, ReflectionExceptionClass, Reflection, ReflectionClass, ReflectionObject)
