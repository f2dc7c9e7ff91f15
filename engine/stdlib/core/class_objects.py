"""Classes and objects: what exists, what an object is and has."""

from __future__ import annotations

from typing import Any, List, Literal, Optional

from engine.builtin.declare import BadArgumentError, Untyped, contextual
from engine.errors import FatalError
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.classes import PRIVATE, PhpClass, lookup_class, may_access
from engine.runtime.context import ctx
from engine.runtime.conversions import object_properties, type_for_error
from engine.runtime.exceptions import printed, throw_error
from engine.runtime.frames import current_called_class, current_scope
from engine.runtime.functions import Closure
from engine.runtime.objects import PhpObject
from engine.runtime.properties import find_property
from engine.runtime.property_listing import visible_items
from engine.runtime.references import Ref
from engine.runtime.values import MISSING, PhpString, Value, canonical_int
from engine.stdlib.core.class_names import named_class
from engine.stdlib.reflection.members import methods_in_order

EXTENSION = "Core"


@contextual
def class_exists(class_: PhpString, autoload: bool = True) -> bool:
    """Checks if the class has been defined."""
    found = lookup_class(class_, autoload)
    return found is not None and found.kind in ("class", "enum")


@contextual
def interface_exists(interface: PhpString, autoload: bool = True) -> bool:
    """Checks if the interface has been defined."""
    found = lookup_class(interface, autoload)
    return found is not None and found.kind == "interface"


@contextual
def trait_exists(trait: PhpString, autoload: bool = True) -> bool:
    """Checks if the trait exists."""
    found = lookup_class(trait, autoload)
    return found is not None and found.kind == "trait"


@contextual
def enum_exists(enum: PhpString, autoload: bool = True) -> bool:
    """Checks if the enum has been defined."""
    found = lookup_class(enum, autoload)
    return found is not None and found.kind == "enum"


@contextual
def get_class(object_: PhpObject = MISSING) -> PhpString:
    """Returns the name of the class of an object."""
    if object_ is not MISSING:
        return object_.php_class.name
    scope = current_scope()
    if scope is None:
        raise throw_error("Error", "get_class() without arguments must be called from within a class")
    ctx.deprecated("Calling get_class() without arguments is deprecated")
    return scope.name  # type: ignore[no-any-return]


@contextual
def get_called_class() -> PhpString:
    """The late static binding class name."""
    called = current_called_class() or current_scope()
    if called is None:
        raise throw_error("Error", "get_called_class() must be called from within a class")
    return called.name  # type: ignore[no-any-return]


@contextual(shown_types={"object_or_class": "object|string"})
def get_parent_class(
    object_or_class: Untyped = MISSING,
) -> PhpString | Literal[False]:
    """Retrieves the parent class name for object or class."""
    if object_or_class is MISSING:
        ctx.deprecated("Calling get_parent_class() without arguments is deprecated")
        owner = current_scope()
    else:
        owner = _object_or_class(object_or_class)
    return False if owner is None or owner.parent is None else owner.parent.name


@contextual
def is_a(object_or_class: Value, class_: PhpString, allow_string: bool = False) -> bool:
    """Checks whether the object is of a given type or subtype."""
    owner = _class_of(object_or_class, allow_string)
    if owner is None:
        return False
    other = lookup_class(class_, autoload=False)
    return other is not None and owner.is_subclass_of(other)


@contextual
def is_subclass_of(object_or_class: Value, class_: PhpString, allow_string: bool = True) -> bool:
    """Checks if the object has this class as one of its parents or implements it."""
    owner = _class_of(object_or_class, allow_string)
    if owner is None:
        return False
    other = lookup_class(class_, autoload=False)
    return other is not None and other is not owner and owner.is_subclass_of(other)


@contextual(shown_types={"class": "string"})
def get_class_vars(class_: Untyped) -> PhpArray:
    """Get the default properties of the class."""
    owner = named_class("class", class_)
    scope = current_scope()
    result = PhpArray()
    for infos in (owner.properties, owner.static_properties):
        of_traits = {name for trait in owner.trait_list for name in (*trait.properties, *trait.static_properties)}
        ranks = [(2 if info.name in of_traits else int(info.declaring is not owner), info) for info in infos.values()]
        for _rank, info in sorted(ranks, key=lambda pair: pair[0]):
            if info.is_virtual or not may_access(info.visibility, info.declaring, scope):
                continue
            if info.thunk is not None:
                value = info.thunk(info.declaring)
            else:
                value = None if info.uninitialized else info.default
            result.set(info.name, share_value(value))
    return result


@contextual
def get_object_vars(object_: PhpObject) -> PhpArray:
    """Gets the properties of the given object that the caller may see."""
    items: List[Any] = []
    for name, value, _info in visible_items(object_, current_scope()):
        number = canonical_int(name)
        if type(value) is Ref:
            value = value if value.holders > 1 else value.get()
        items.append((name if number is None else number, share_value(value)))
    return PhpArray.of_items(items)


@contextual
def get_mangled_object_vars(object_: PhpObject) -> PhpArray:
    """Returns an array of mangled object properties."""
    return object_properties(object_)


@contextual(shown_types={"object_or_class": "object|string"})
def get_class_methods(object_or_class: Untyped) -> PhpArray:
    """Gets the class methods' names."""
    owner = _object_or_class(object_or_class)
    scope = current_scope()
    accessible = [each for each in methods_in_order(owner) if may_access(each.visibility, each.declaring, scope)]
    # Nobody is told of the `__invoke` of closures.
    return PhpArray([method.name for method in accessible if owner.name != "Closure" or method.name != "__invoke"])


@contextual
def method_exists(object_or_class: Untyped, method: PhpString) -> bool:
    """Checks if the class method exists."""
    owner = _checked_class(object_or_class)
    if owner is None:
        return False
    found = owner.methods.get(method.lower())
    if found is not None:
        return type(object_or_class) is not str or found.visibility != PRIVATE or found.declaring is owner
    if method.lower() == "__invoke" and (isinstance(object_or_class, Closure) or owner.lower_name == "closure"):
        return True
    forwarded = None if type(object_or_class) is str else getattr(type(object_or_class), "method_target_native", None)
    # An iterator calls what it lacks on the one it holds.
    inner = None if forwarded is None else forwarded(object_or_class)
    return inner is not None and method_exists(inner, method)


@contextual
def property_exists(object_or_class: Untyped, property_: PhpString) -> bool:
    """Checks if the object or class has a property."""
    owner = _checked_class(object_or_class)
    if owner is None:
        return False
    for infos in (owner.properties, owner.static_properties):
        info = infos.get(property_)
        if info is not None and (info.visibility != PRIVATE or info.declaring is owner):
            return True
    if type(object_or_class) is str:
        return False
    info, is_allowed = find_property(owner, property_, current_scope())
    if info is not None and is_allowed:
        return True
    storage = object_or_class.__dict__
    native = getattr(type(object_or_class), "property_table_native", None)
    table = None if native is None else native(object_or_class)
    if table is not None and table.has(property_):
        return True
    return "p_" + property_ in storage or "p_" + property_ in storage.get("_refs", ())


@contextual
def get_declared_classes() -> PhpArray:
    """Returns an array with the name of the defined classes."""
    return _declared(("class", "enum"))


@contextual
def get_declared_interfaces() -> PhpArray:
    """Returns an array of all declared interfaces."""
    return _declared(("interface",))


@contextual
def get_declared_traits() -> PhpArray:
    """Returns an array of all declared traits."""
    return _declared(("trait",))


@contextual
def class_alias(class_: PhpString, alias: PhpString, autoload: bool = True) -> bool:
    """Creates an alias for a class."""
    owner = lookup_class(class_, autoload)
    if owner is None:
        ctx.warning(f'Class "{printed(class_)}" not found')
        return False
    lowered = alias.lstrip("\\").lower()
    if lowered in _RESERVED:
        raise FatalError(f'Cannot use "{alias}" as a class alias as it is reserved')
    if lowered == "_":
        ctx.deprecated('Using "_" as a class alias is deprecated since 8.4')
    if lowered in ctx.classes or ctx.library.find_class(lowered) is not None:
        where = ""
        if not owner.is_internal and owner.unit is not None:
            where = f" (previously declared in {owner.unit.path}:{owner.line})"
        kind = owner.kind if owner.kind in ("interface", "trait", "enum") else "class"
        ctx.warning(f"Cannot redeclare {kind} {printed(alias)}{where}")
        return False
    ctx.classes[lowered] = owner
    _add_name(owner, lowered)
    return True


# ---------------------------------------------------------------- helpers

_RESERVED = frozenset(
    "bool false float int iterable mixed never null object parent self static string true void".split()
)


def _add_name(owner: PhpClass, lowered: str) -> None:
    """Have `instanceof` and type checks know `owner` and its subclasses by another name, in this execution."""
    for found in set(ctx.classes.values()):
        if owner.lower_name in found.ancestors:
            ctx.undo.append((found, found.ancestors))
            found.ancestors = found.python_type.ancestors = found.ancestors | {lowered}


def _object_or_class(value: Any) -> PhpClass:
    owner = lookup_class(value) if type(value) is str else getattr(value, "php_class", None)
    if owner is None:
        problem = f"must be an object or a valid class name, {type_for_error(value)} given"
        raise BadArgumentError("object_or_class", problem, "TypeError")
    return owner


def _checked_class(value: Any) -> Optional[PhpClass]:
    if type(value) is str:
        return lookup_class(value)
    if isinstance(value, PhpObject):
        return value.php_class
    given = type_for_error(value)
    raise BadArgumentError("object_or_class", f"must be of type object|string, {given} given", "TypeError")


def _class_of(value: Any, allow_string: bool) -> Optional[PhpClass]:
    if isinstance(value, PhpObject):
        return value.php_class
    return lookup_class(value) if allow_string and type(value) is str else None


def _declared(kinds: Any) -> PhpArray:
    names = [found.name for found in ctx.library.classes.values() if found.kind in kinds]
    for lowered, found in ctx.classes.items():
        if found.kind not in kinds or ctx.library.find_class(lowered) is not None:
            continue
        names.append(found.name if found.lower_name == lowered else lowered)
    return PhpArray(names)
