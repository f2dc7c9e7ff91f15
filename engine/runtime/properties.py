"""Properties in full: visibility, types, readonly, hooks, magic methods, dynamic properties.

What compiled code does inline is the case where the attribute it names exists; these functions are the rest.
"""

from __future__ import annotations

from typing import Any, Callable, Optional, Tuple, TypeVar

from engine.runtime.classes import (
    PRIVATE,
    PROTECTED,
    PUBLIC,
    VISIBILITY_NAMES,
    PhpClass,
    PropertyInfo,
    find_stores,
    may_access,
)
from engine.runtime.coercion import FAILED
from engine.runtime.context import ctx
from engine.runtime.exceptions import printed, throw_error
from engine.runtime.frames import caller_is_strict, current_scope
from engine.runtime.objects import PhpObject, note_added, stored
from engine.runtime.references import Ref
from engine.runtime.typed_references import HELD, past_the_last

Answer = TypeVar("Answer")
ABSENT = object()


def lazy_target(
    target: PhpObject,
    info: Any,
    allowed: bool,  # noqa: FBT001 - as find_property() answers
    magic: Any,
    guard: Any,
) -> PhpObject:
    """See engine.runtime.lazy_objects."""
    from engine.runtime.lazy_objects import lazy_target as find

    return find(target, info, allowed, magic, guard)


def forward(target: PhpObject, other: PhpObject, guard: Any, action: Callable[[], Answer]) -> Answer:
    """Do on a proxy's instance what was asked of the proxy; a magic method that runs for the one runs for both."""
    if guard not in target.__dict__.get("_guards", ()) or not enter_guard(other, *guard):
        return action()
    try:
        return action()
    finally:
        leave_guard(other, *guard)


def realized(target: PhpObject) -> PhpObject:
    """See engine.runtime.lazy_objects."""
    if "_lazy" not in target.__dict__:
        return target
    from engine.runtime.lazy_objects import initialize

    return initialize(target)


def clone_lazy(target: PhpObject) -> PhpObject:
    """See engine.runtime.lazy_objects."""
    from engine.runtime.lazy_objects import clone_lazy as clone

    return clone(target)


def find_property(owner: PhpClass, name: str, scope: Optional[PhpClass]) -> Tuple[Optional[PropertyInfo], bool]:
    """The declared property that `name` means to code of class `scope`, and whether that code may use it."""
    if scope is not None and scope is not owner:
        own = scope.properties.get(name)
        if own is not None and own.visibility == PRIVATE and own.declaring is scope and owner.is_subclass_of(scope):
            return own, True
    info = owner.properties.get(name)
    if info is None:
        static = owner.static_properties.get(name)
        if static is None or _reaches_static(static, owner, name, scope):
            return None, True
        # A static property that is out of reach is no dynamic one either.
        return (None, True) if static.visibility == PRIVATE and static.declaring is not owner else (static, False)
    if info.visibility == PUBLIC or may_access(info.visibility, _root(info), scope):
        return info, True
    if info.visibility == PRIVATE and info.declaring is not owner:
        return None, True
    return info, False


def _reaches_static(static: PropertyInfo, owner: PhpClass, name: str, scope: Optional[PhpClass]) -> bool:
    """Whether code of class `scope` may use the static property that `->` names, by PHP's rules for others."""
    if static.visibility == PUBLIC or may_access(static.visibility, static.declaring, scope):
        return True
    if scope is None or scope is owner:
        return False
    own = scope.static_properties.get(name)
    if own is not None and own.visibility == PRIVATE and own.declaring is scope and owner.is_subclass_of(scope):
        return True
    return static.visibility == PROTECTED and static.declaring.is_subclass_of(scope)


def _root(info: PropertyInfo) -> PhpClass:
    """The highest class that declares the property: it decides who may use a protected one."""
    declaring: PhpClass = info.declaring
    if info.visibility == PRIVATE:
        return declaring
    parent = declaring.parent
    while parent is not None:
        older = parent.properties.get(info.name)
        if older is None or older.visibility == PRIVATE:
            break
        declaring = older.declaring
        parent = declaring.parent
    return declaring


def slot_of(target: PhpObject, attribute: str) -> Any:
    """What the object holds in `attribute`: a value, a Ref, or ABSENT."""
    storage = target.__dict__
    value = storage.get(attribute, ABSENT)
    if value is ABSENT:
        references = storage.get("_refs")
        if references is not None:
            return references.get(attribute, ABSENT)
    return value


def hold_ref(target: PhpObject, attribute: str, reference: Ref) -> None:
    """Make `attribute` a reference: it leaves the place where compiled code looks, and writes are intercepted."""
    storage = target.__dict__
    references = storage.get("_refs")
    if references is None:
        references = storage["_refs"] = {}
        make_special(target)
    if storage.pop(attribute, ABSENT) is ABSENT and attribute not in references and attribute[:2] == "p_":
        note_added(storage, attribute)
    references[attribute] = reference


def let_ref_go(reference: Ref, info: Optional[PropertyInfo]) -> None:
    """A property holds the reference no more."""
    reference.holders -= 1
    if info is not None and info.type is not None:
        from engine.runtime.typed_references import remove_source

        remove_source(reference, info)


def let_refs_go(target: PhpObject) -> None:
    """The object holds no reference any more."""
    references = target.__dict__.pop("_refs", None) or {}
    for info in target.php_class.slots:
        if info.attribute in references:
            let_ref_go(references.pop(info.attribute), info)
    for reference in references.values():
        let_ref_go(reference, None)


def make_special(target: PhpObject) -> None:
    """Have every write to a property of `target` take the slow path."""
    kind = type(target)
    if kind.__dict__.get("is_special"):
        return
    special = kind.__dict__.get("special_type")
    if special is None:
        special = type(kind.__name__, (kind,), {"is_special": True, "__setattr__": set_special, "__module__": "php"})
        kind.special_type = special  # type: ignore[attr-defined]
    # Not by assignment: that would go through the `__setattr__` of an intercepting type.
    object.__setattr__(target, "__class__", special)


def set_special(target: PhpObject, attribute: str, value: Any) -> None:
    """`target.attribute = value` by compiled code, for an object with references or unset properties."""
    storage = target.__dict__
    prefix = attribute[:2]
    is_property = prefix in ("p_", "g_") or (prefix[0] == "r" and prefix[1:].isdecimal())
    if attribute in storage or not is_property:
        storage[attribute] = value
        return
    reference = storage["_refs"].get(attribute) if "_refs" in storage else None
    if reference is not None and reference.check is None:
        reference.v = value
        return
    write_property(target, attribute[attribute.index("_") + 1 :], value)


def attribute_of(info: Optional[PropertyInfo], name: str) -> str:
    """Where a property is kept: a declared one by its declaration, any other by its name."""
    return "p_" + name if info is None else info.attribute


# ---------------------------------------------------------------- reading


def has_elements(target: PhpObject) -> bool:
    """Whether undeclared properties stand for elements: ArrayObject's ARRAY_AS_PROPS."""
    native = getattr(type(target), "property_table_native", None)
    return native is not None and native(target) is not None


def _has_element(target: PhpObject, name: str) -> bool:
    from engine.runtime.conversions import to_bool

    return to_bool(target.php_class.methods["offsetexists"].function(target, name))


def read_property(target: PhpObject, name: str) -> Any:
    """`$target->name`, in full."""
    return read_property_from(target, name, current_scope())


def read_property_from(target: PhpObject, name: str, scope: Optional[PhpClass]) -> Any:
    """`$target->name` for code of class `scope`."""
    owner = target.php_class
    info, allowed = find_property(owner, name, scope)
    if "_lazy" in target.__dict__:
        other = lazy_target(target, info, allowed, owner.methods.get("__get"), ("get", name))
        if other is not target:
            return forward(target, other, ("get", name), lambda: read_property_from(other, name, scope))
    if allowed:
        if info is not None and info.is_hooked:
            value = read_hooked(target, info)
            return value.get() if type(value) is Ref else stored(value)
        value = slot_of(target, attribute_of(info, name))
        if value is not ABSENT:
            return value.get() if type(value) is Ref else stored(value)
        if info is not None and info.type is not None and not was_unset(target, info):
            raise uninitialized(info)
    if has_elements(target):
        return owner.methods["offsetget"].function(target, name)
    getter = owner.methods.get("__get")
    if getter is not None and enter_guard(target, "get", name):
        try:
            value = getter.function(target, name)
        finally:
            leave_guard(target, "get", name)
        if info is not None and info.type is not None and allowed:
            return coerce_got(info, value)
        return value.get() if type(value) is Ref else value
    if not allowed:
        raise inaccessible(owner, info, name)
    if info is None:
        note_static(owner, name)
    elif info.type is not None:
        raise uninitialized(info)
    if name[:1] == "\0":
        raise throw_error("Error", 'Cannot access property starting with "\\0"')
    ctx.warning(f"Undefined property: {owner.name}::${printed(name)}")
    return None


def note_static(owner: PhpClass, name: str) -> None:
    """PHP's notice where `->` names a static property."""
    found = owner.static_properties.get(name)
    if found is None:
        return
    is_reached = found.visibility != PRIVATE or found.declaring is owner
    if is_reached or _reaches_static(found, owner, name, current_scope()):
        ctx.notice(f"Accessing static property {owner.name}::${name} as non static")


def coerce_got(info: PropertyInfo, value: Any) -> Any:
    """What `__get` gave for an unset typed property, made to fit its type."""
    from engine.runtime.conversions import type_for_error

    if type(value) is Ref:
        value = value.get()
    assert info.type is not None
    accepted = info.type.accept(value, caller_is_strict(), info.declaring, info.declaring)
    if accepted is FAILED:
        raise throw_error(
            "TypeError",
            f"Value of type {type_for_error(value)} returned from {info.declaring.name}::__get() must be compatible "
            "with "
            f"unset property {info.declaring.name}::${info.name} of type {info.type.display}",
        )
    return accepted


def read_hooked(target: PhpObject, info: PropertyInfo) -> Any:
    """A property that has hooks: what `get` returns (maybe a Ref), or what is stored where it does not run."""
    if info.get_hook is None:
        if info.is_virtual:
            raise throw_error("Error", f"Property {target.php_class.name}::${info.name} is write-only")
    elif not in_hook(target, info):
        return info.get_hook(target)
    elif info.is_virtual:
        raise _no_backing("read from", target, info)
    value = slot_of(target, info.attribute)
    if value is ABSENT:
        raise uninitialized(info)
    return value


def _no_backing(operation: str, target: PhpObject, info: PropertyInfo) -> Exception:
    return throw_error("Error", f"Must not {operation} virtual property {target.php_class.name}::${info.name}")


def parent_hook(
    target: PhpObject,
    parent: Optional[PhpClass],
    name: str,
    kind: str,
    arguments: Any,
    words: Tuple[Optional[str], ...],
) -> Any:
    """`parent::$name::get()` and `set()`, which without a hook there act on what is stored."""
    if parent is None:
        raise throw_error("Error", 'Cannot use "parent" when current class scope has no parent')
    info = parent.properties.get(name)
    if info is None:
        raise throw_error("Error", f"Undefined property {parent.name}::${name}")
    if info.visibility == PRIVATE:
        raise throw_error("Error", f"Cannot access private property {parent.name}::${name}")
    hook = info.get_hook if kind == "get" else info.set_hook
    method = info.hooks.get(kind)
    known = ["value"] if hook is None or method is None else [one.name for one in method.info.parameters]
    for word in words:
        if word is not None and word not in known:
            raise throw_error("Error", f"Unknown named parameter ${word}")
    wanted = 0 if kind == "get" else 1
    if hook is not None and len(arguments) >= wanted:
        result = hook(target, *arguments)
        return result.get() if type(result) is Ref else result
    if len(arguments) != wanted:
        noun = "argument" if wanted == 1 else "arguments"
        raise throw_error(
            "ArgumentCountError",
            f"{parent.name}::${name}::{kind}() expects exactly {wanted} {noun}, {len(arguments)} given",
        )
    own = target.php_class.properties.get(name) or info
    if kind == "get":
        if info.is_virtual:
            raise throw_error("Error", f"Property {parent.name}::${name} is write-only")
        value = slot_of(target, own.attribute)
        if value is ABSENT:
            raise uninitialized(own)
        return value.get() if type(value) is Ref else stored(value)
    if info.is_virtual:
        raise throw_error("Error", f"Property {parent.name}::${name} is read-only")
    return _store(target, own, arguments[0])


def uninitialized(info: PropertyInfo) -> Exception:
    """The Error for reading a typed property too early."""
    return throw_error(
        "Error",
        f"Typed property {info.declaring.name}::${info.name} must not be accessed before initialization",
    )


def inaccessible(owner: PhpClass, info: Optional[PropertyInfo], name: str) -> Exception:
    """The Error for a property out of reach."""
    level = "private" if info is None else VISIBILITY_NAMES[info.visibility]
    return throw_error("Error", f"Cannot access {level} property {owner.name}::${name}")


def enter_guard(target: PhpObject, kind: str, name: str) -> bool:
    """Claim the right to run a magic method for this property; False while one is running for it."""
    guards = target.__dict__.get("_guards")
    if guards is None:
        guards = target.__dict__["_guards"] = set()
    key = (kind, name)
    if key in guards:
        return False
    guards.add(key)
    return True


def leave_guard(target: PhpObject, kind: str, name: str) -> None:
    """Give the right back."""
    target.__dict__["_guards"].discard((kind, name))


def in_hook(target: PhpObject, info: PropertyInfo) -> bool:
    """Whether the running code is a hook of this property: there the property is its own storage."""
    import sys

    from engine.runtime.frames import _frames

    for frame, unit in _frames(sys._getframe(1)):
        if unit is not None:
            return unit.is_hook_of(frame, target, info.name)  # type: ignore[no-any-return]
    return False


def fetch_property(value: Any, name: str, scope: Optional[PhpClass]) -> Any:
    """`$value->name` where `value` may be anything, for code of class `scope`."""
    if isinstance(value, PhpObject):
        return read_property_from(value, name, scope)
    from engine.runtime.conversions import type_for_error

    ctx.warning(f'Attempt to read property "{name}" on {type_for_error(value)}')
    return None


def isset_property(value: Any, name: str, scope: Optional[PhpClass] = None) -> Any:
    """The property's value for `isset` and `??`: null where it is not set, and no warning."""
    if not isinstance(value, PhpObject):
        return None
    declared = value.php_class.properties.get(name)
    if declared is not None and not declared.visibility and declared.get_hook is None:
        held = value.__dict__.get(declared.attribute)
        if held is not None:
            return held
    owner = value.php_class
    info, allowed = find_property(owner, name, scope)
    if "_lazy" in value.__dict__:
        other = lazy_target(value, info, allowed, owner.methods.get("__isset"), ("isset", name))
        if other is not value:
            return forward(value, other, ("isset", name), lambda: isset_property(other, name, scope))
    if allowed:
        if info is not None and info.is_hooked and not (info.get_hook is None and not info.is_virtual):
            present = read_hooked(value, info) if not in_hook(value, info) else slot_of(value, info.attribute)
        else:
            present = slot_of(value, attribute_of(info, name))
        if present is not ABSENT:
            return present.get() if type(present) is Ref else stored(present)
        if info is not None and info.type is not None and not was_unset(value, info):
            return None
    if has_elements(value):
        return owner.methods["offsetget"].function(value, name) if _has_element(value, name) else None
    checker = owner.methods.get("__isset")
    if checker is None or not enter_guard(value, "isset", name):
        return None
    try:
        from engine.runtime.conversions import to_bool

        if not to_bool(checker.function(value, name)):
            return None
    finally:
        leave_guard(value, "isset", name)
    getter = owner.methods.get("__get")
    if getter is None or not enter_guard(value, "get", name):
        return True
    try:
        got = getter.function(value, name)
        return got.get() if type(got) is Ref else got
    finally:
        leave_guard(value, "get", name)


def property_is_set(value: Any, name: str, scope: Optional[PhpClass]) -> bool:
    """`isset($value->name)`: as `isset_property`, but `__isset` alone decides."""
    if not isinstance(value, PhpObject):
        return False
    owner = value.php_class
    info, allowed = find_property(owner, name, scope)
    if "_lazy" in value.__dict__:
        other = lazy_target(value, info, allowed, owner.methods.get("__isset"), ("isset", name))
        if other is not value:
            return forward(value, other, ("isset", name), lambda: property_is_set(other, name, scope))
    if allowed:
        if info is not None and info.is_hooked and not (info.get_hook is None and not info.is_virtual):
            present = read_hooked(value, info) if not in_hook(value, info) else slot_of(value, info.attribute)
        else:
            present = slot_of(value, attribute_of(info, name))
        if present is not ABSENT:
            return (present.get() if type(present) is Ref else present) is not None
        if info is not None and info.type is not None and not was_unset(value, info):
            return False
    if has_elements(value):
        return _has_element(value, name) and owner.methods["offsetget"].function(value, name) is not None
    checker = owner.methods.get("__isset")
    if checker is None or not enter_guard(value, "isset", name):
        return False
    try:
        from engine.runtime.conversions import to_bool

        return to_bool(checker.function(value, name))
    finally:
        leave_guard(value, "isset", name)


# ---------------------------------------------------------------- writing


def write_property(target: Any, name: str, value: Any) -> Any:
    """As `write_any_property`, for whatever code is running."""
    return write_any_property(target, name, value, current_scope())


def write_any_property(target: Any, name: str, value: Any, scope: Optional[PhpClass]) -> Any:
    """`$target->name = value`; the value of the expression. `value` is a handle the property may own."""
    if not isinstance(target, PhpObject):
        from engine.runtime.conversions import type_for_error

        raise throw_error("Error", f'Attempt to assign property "{name}" on {type_for_error(target)}')
    return write_property_from(target, name, value, scope)


def write_property_from(target: PhpObject, name: str, value: Any, scope: Optional[PhpClass]) -> Any:
    """`$target->name = value` for code of class `scope`."""
    owner = target.php_class
    info, allowed = find_property(owner, name, scope)
    if "_lazy" in target.__dict__:
        other = lazy_target(target, info, allowed, owner.methods.get("__set"), ("set", name))
        if other is not target:
            return forward(target, other, ("set", name), lambda: write_property_from(other, name, value, scope))
    storage = target.__dict__
    attribute = attribute_of(info, name)
    if allowed:
        if info is not None and info.is_hooked:
            return _write_hooked(target, info, value, scope)
        if info is not None and info.is_kept:
            raise throw_error("ReflectionException", f"Cannot set read-only property {owner.name}::${name}")
        present = slot_of(target, attribute)
        if info is not None and (info.is_readonly or info.set_visibility != info.visibility):
            sets = owner.methods.get("__set") is not None and present is ABSENT and was_unset(target, info)
            if not sets or ("set", name) in target.__dict__.get("_guards", ()):
                if info.is_readonly and present is not ABSENT and not _may_reinitialize(target, info):
                    raise readonly_error(info)
                if not may_set(info, scope):
                    raise cannot_modify_level(info, scope)
        if present is not ABSENT:
            if info is not None and info.type is not None:
                value = coerce_property(info, value)
            if type(present) is Ref:
                present.set(value)
            else:
                storage[attribute] = value
            return value
    if has_elements(target):
        owner.methods["offsetset"].function(target, name, value)
        return value
    setter = owner.methods.get("__set")
    if (
        setter is not None
        and not (info is not None and allowed and info.type is not None and not was_unset(target, info))
        and enter_guard(target, "set", name)
    ):
        try:
            setter.function(target, name, value)
        finally:
            leave_guard(target, "set", name)
        return value
    if not allowed:
        raise inaccessible(owner, info, name)
    if info is None:
        note_static(owner, name)
        check_dynamic(owner, name)
        note_added(storage, attribute)
    elif info.type is not None:
        value = coerce_property(info, value)
    storage[attribute] = value
    return value


def may_set(info: PropertyInfo, scope: Optional[PhpClass]) -> bool:
    """Whether code of class `scope` may write the property: `private(set)`, `protected(set)`."""
    if info.set_visibility == info.visibility:
        return True
    return may_access(info.set_visibility, info.declaring if info.set_visibility == PRIVATE else _root(info), scope)


def _may_reinitialize(target: PhpObject, info: PropertyInfo) -> bool:
    """Whether `__clone` is running for the object: it may write each readonly property once more."""
    writable = target.__dict__.get("_cloning")
    if writable is None or info.attribute not in writable:
        return False
    writable.discard(info.attribute)
    return True


def _may_write_again(target: PhpObject, attribute: str) -> bool:
    """Whether `__clone` is running, which may write each readonly property once."""
    left = target.__dict__.get("_cloning")
    if left is None or attribute in left:
        return False
    left.add(attribute)
    return True


def was_unset(target: PhpObject, info: PropertyInfo) -> bool:
    """Whether a declared property was unset, so that `__get` and `__set` are asked for it."""
    return info.attribute in target.__dict__.get("_unset", ())


def cannot_modify_level(info: PropertyInfo, scope: Optional[PhpClass], operation: str = "modify") -> Exception:
    """The Error for a property that this scope may read and not write."""
    where = "global scope" if scope is None else f"scope {scope.name}"
    level = f"{VISIBILITY_NAMES[info.set_visibility]}(set)"
    if info.is_readonly and info.set_visibility == PROTECTED:
        level += " readonly"
    return throw_error("Error", f"Cannot {operation} {level} property {info.declaring.name}::${info.name} from {where}")


def _write_hooked(target: PhpObject, info: PropertyInfo, value: Any, scope: Optional[PhpClass]) -> Any:
    if info.set_hook is None:
        if info.is_virtual:
            raise throw_error("Error", f"Property {target.php_class.name}::${info.name} is read-only")
        if not may_set(info, scope):
            raise cannot_modify_level(info, scope)
        return _store(target, info, value)
    if in_hook(target, info):
        if info.is_virtual:
            raise _no_backing("write to", target, info)
        return _store(target, info, value)
    if not may_set(info, scope):
        raise cannot_modify_level(info, scope)
    info.set_hook(target, value)
    return value


def _store(target: PhpObject, info: PropertyInfo, value: Any) -> Any:
    """Write what a hooked property stores."""
    if info.type is not None:
        value = coerce_property(info, value)
    present = slot_of(target, info.attribute)
    if type(present) is Ref:
        present.set(value)
    else:
        target.__dict__[info.attribute] = value
    return value


def readonly_error(info: PropertyInfo) -> Exception:
    """The Error for a second write to a readonly property."""
    return throw_error("Error", f"Cannot modify readonly property {info.declaring.name}::${info.name}")


def check_dynamic(owner: PhpClass, name: str) -> None:
    """Creating a property that no class declares."""
    if name[:1] == "\0":
        raise throw_error("Error", 'Cannot access property starting with "\\0"')
    if owner.kind == "enum" or (owner.is_readonly and not owner.is_internal) or "closure" in owner.ancestors:
        raise throw_error("Error", _cannot_create(owner, name))
    if not owner.allows_dynamic_properties:
        if owner.is_internal and owner.is_final:
            raise throw_error("Error", _cannot_create(owner, name))
        ctx.deprecated(f"Creation of dynamic property {owner.name}::${name} is deprecated")


def _cannot_create(owner: PhpClass, name: str) -> str:
    if "closure" in owner.ancestors:
        return f"Cannot create dynamic property Closure::${name}"
    return f"Cannot create dynamic property {owner.name}::${name}"


def coerce_property(info: PropertyInfo, value: Any, *, strict: Optional[bool] = None) -> Any:
    """`value` as the property's type accepts it; throws TypeError else."""
    assert info.type is not None
    if info.type.matches(value, info.declaring, info.declaring):
        return value
    if strict is None:
        strict = caller_is_strict()
    accepted = info.type.accept(value, strict, info.declaring, info.declaring)
    if accepted is FAILED:
        from engine.runtime.conversions import type_for_error

        raise throw_error(
            "TypeError",
            f"Cannot assign {type_for_error(value)} to property {info.declaring.name}::${info.name} "
            f"of type {info.type.display}",
        )
    return accepted


def assign_property(target: Any, attribute: str, name: str, value: Any, scope: Optional[PhpClass]) -> Any:
    """`$target->name = value` as compiled code calls it: `attribute` is what its scope would use."""
    if isinstance(target, PhpObject):
        fitting = getattr(target.stores, attribute, None)
        if type(value) is fitting or fitting is True or (type(fitting) is tuple and type(value) in fitting):
            storage = target.__dict__
            if attribute in storage:
                storage[attribute] = value
                return value
    return _assign_slowly(target, attribute, name, value, scope)


def _assign_slowly(target: Any, attribute: str, name: str, value: Any, scope: Optional[PhpClass]) -> Any:
    if isinstance(target, PhpObject) and target.stores is None:
        target.php_class.python_type.stores = find_stores(target.php_class)
    if isinstance(target, PhpObject) and name not in target.php_class.slot_names:
        storage = target.__dict__
        if attribute in storage:
            storage[attribute] = value
            return value
    return write_any_property(target, name, value, scope)


def write_own(target: PhpObject, info: PropertyInfo, value: Any) -> Any:
    """`$this->name = value` in the class that declares the property, where the inline store was not enough."""
    storage = target.__dict__
    attribute = info.attribute
    if info.is_readonly and attribute in storage and attribute not in storage.get("_cloning", ()):
        raise readonly_error(info)
    if info.type is not None and not info.type.matches(value, info.declaring, info.declaring):
        value = coerce_property(info, value)
    if attribute not in storage and type(target).__dict__.get("is_special") is None:
        storage[attribute] = value
        return value
    return write_property_from(target, info.name, value, info.declaring)


def step_property(target: Any, name: str, value: Any, scope: Optional[PhpClass]) -> Any:
    """`write_any_property` for `++` and `--`, whose overflow a property of type int refuses in words of its own."""
    if type(value) is float and value in (9223372036854775808.0, -9223372036854775808.0):
        _check_step(target, find_property(target.php_class, name, scope)[0], value)
    return write_any_property(target, name, value, scope)


def step_own(target: PhpObject, info: PropertyInfo, value: Any) -> Any:
    """`write_own` for `++` and `--`."""
    if type(value) is float and value in (9223372036854775808.0, -9223372036854775808.0):
        _check_step(target, info, value)
    return write_own(target, info, value)


def _check_step(target: PhpObject, info: Optional[PropertyInfo], value: float) -> None:
    if info is None or info.type is None or "int" not in info.type.kinds or info.type.kinds & {"float", "mixed"}:
        return
    raise past_the_last(info, value, HELD if type(slot_of(target, info.attribute)) is Ref else "property")


def unset_property(target: Any, name: str, scope: Optional[PhpClass]) -> None:
    """`unset($target->name)`."""
    if not isinstance(target, PhpObject):
        if target is None or target is False:
            return
        raise throw_error("Error", 'Attempt to unset property "' + name + '" on ' + type_name_of(target))
    owner = target.php_class
    info, allowed = find_property(owner, name, scope)
    if "_lazy" in target.__dict__:
        other = lazy_target(target, info, allowed, owner.methods.get("__unset"), ("unset", name))
        if other is not target:
            forward(target, other, ("unset", name), lambda: unset_property(other, name, scope))
            return
    if allowed:
        attribute = attribute_of(info, name)
        if info is None:
            note_static(owner, name)
        if info is not None and info.is_hooked:
            raise throw_error("Error", f"Cannot unset hooked property {owner.name}::${name}")
        if info is not None and (info.is_readonly or info.set_visibility != info.visibility):
            present = slot_of(target, attribute)
            if info.is_readonly and present is not ABSENT and not _may_reinitialize(target, info):
                raise throw_error("Error", f"Cannot unset readonly property {info.declaring.name}::${name}")
            if not may_set(info, scope) and (
                present is not ABSENT
                or not was_unset(target, info)
                or owner.methods.get("__unset") is None
                or ("unset", name) in target.__dict__.get("_guards", ())
            ):
                raise cannot_modify_level(info, scope, "unset")
        if attribute in target.__dict__:
            del target.__dict__[attribute]
            if info is not None:
                target.__dict__.setdefault("_unset", set()).add(attribute)
                make_special(target)
            return
        references = target.__dict__.get("_refs")
        if references is not None and attribute in references:
            let_ref_go(references.pop(attribute), info)
            if info is not None:
                target.__dict__.setdefault("_unset", set()).add(attribute)
            return
        if info is not None and not was_unset(target, info):
            target.__dict__.setdefault("_unset", set()).add(attribute)
            return
    if has_elements(target):
        owner.methods["offsetunset"].function(target, name)
        return
    unsetter = owner.methods.get("__unset")
    if unsetter is not None and enter_guard(target, "unset", name):
        try:
            unsetter.function(target, name)
        finally:
            leave_guard(target, "unset", name)
        return
    if not allowed:
        raise inaccessible(owner, info, name)


def type_name_of(value: Any) -> str:
    """A value's type as errors name it."""
    from engine.runtime.conversions import type_for_error

    return type_for_error(value)
