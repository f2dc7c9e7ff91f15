"""Arrays, objects and references in properties, on the way to being written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.exceptions import printed, throw_error
from engine.runtime.objects import PhpObject, note_added, stored
from engine.runtime.properties import (
    ABSENT,
    attribute_of,
    cannot_modify_level,
    check_dynamic,
    enter_guard,
    find_property,
    forward,
    has_elements,
    hold_ref,
    in_hook,
    inaccessible,
    lazy_target,
    leave_guard,
    let_ref_go,
    may_set,
    note_static,
    read_hooked,
    read_property_from,
    slot_of,
    type_name_of,
    was_unset,
    write_property_from,
)
from engine.runtime.references import Ref
from engine.runtime.typed_references import not_an_array

if TYPE_CHECKING:
    from engine.runtime.classes import PhpClass, PropertyInfo


def property_for_write(target: Any, name: str, scope: Optional[PhpClass]) -> Any:
    """The array (a handle to write through) or object in `$target->name`, made if null: `$o->a[…] = …`."""
    if not isinstance(target, PhpObject):
        from engine.runtime.conversions import type_for_error

        raise throw_error("Error", f'Attempt to modify property "{name}" on {type_for_error(target)}')
    owner = target.php_class
    info, allowed = find_property(owner, name, scope)
    if "_lazy" in target.__dict__:
        other = lazy_target(target, info, allowed, owner.methods.get("__get"), ("get", name))
        if other is not target:
            return forward(target, other, ("get", name), lambda: property_for_write(other, name, scope))
    if has_elements(target):
        from engine.runtime.access import element_for_write

        return element_for_write(target, name)
    if not allowed and owner.methods.get("__get") is None:
        raise inaccessible(owner, info, name)
    attribute = attribute_of(info, name)
    present = slot_of(target, attribute) if allowed else ABSENT
    if allowed and info is not None and info.is_hooked and (info.is_virtual or not in_hook(target, info)):
        return _through_reference(_hooked_reference(target, info))
    if present is not ABSENT:
        if info is not None and (info.is_readonly or not may_set(info, scope)):
            return _through_reference(_unwritable_ref(target, info, present, scope))
        if type(present) is Ref:
            if info is not None and info.type is not None and (present.v is None or present.v is False) \
                    and not info.type.matches(PhpArray()):  # fmt: skip
                raise not_an_array(info, "property")
            return _through_reference(present)
        return _made_array(target, attribute, info, present)
    getter = owner.methods.get("__get")
    is_typed = allowed and info is not None and info.type is not None and not was_unset(target, info)
    if getter is not None and not is_typed and enter_guard(target, "get", name):
        try:
            value = returning_reference(getter.function)(target, name)
        finally:
            leave_guard(target, "get", name)
        if type(value) is Ref:
            return _through_reference(value)
        if not isinstance(value, PhpObject):
            ctx.notice(f"Indirect modification of overloaded property {owner.name}::${name} has no effect")
            return value.share() if type(value) is PhpArray else _array_from(value)
        return value
    if info is not None and (info.is_readonly or not may_set(info, scope)):
        if not may_set(info, scope) and not info.is_readonly:
            raise cannot_modify_level(info, scope, "indirectly modify")
        raise _indirect_error(info, scope)
    made = PhpArray()
    if info is not None and info.type is not None and not info.type.matches(made):
        raise not_an_array(info, "property")
    if info is None:
        note_static(owner, name)
        check_dynamic(owner, name)
        note_added(target.__dict__, attribute)
    target.__dict__[attribute] = made
    return made


def note_creation(target: PhpObject, name: str, scope: Optional[PhpClass]) -> None:
    """Create a dynamic property that is about to be read and written: PHP complains of that first."""
    owner = target.php_class
    if owner.allows_dynamic_properties or owner.methods.get("__get") is not None or "_lazy" in target.__dict__ \
            or has_elements(target):  # fmt: skip
        return
    info, allowed = find_property(owner, name, scope)
    if info is not None or not allowed or slot_of(target, "p_" + name) is not ABSENT or name in owner.static_properties:
        return
    check_dynamic(owner, name)
    ctx.warning(f"Undefined property: {owner.name}::${printed(name)}")
    note_added(target.__dict__, "p_" + name)
    target.__dict__["p_" + name] = None


def make_null(target: PhpObject, name: str, scope: Optional[PhpClass]) -> None:
    """Have a property that is on the way to an unset exist: PHP makes it null."""
    owner = target.php_class
    info, allowed = find_property(owner, name, scope)
    if not allowed or "_lazy" in target.__dict__ or "__set" in owner.methods or has_elements(target):
        return
    is_plain = info is None or (info.type is None and not info.is_hooked)
    if is_plain and slot_of(target, attribute_of(info, name)) is ABSENT:
        write_property_from(target, name, None, scope)


def overloaded(target: PhpObject, name: str, scope: Optional[PhpClass]) -> bool:
    """Whether `__get` answers for a property."""
    owner = target.php_class
    if owner.methods.get("__get") is None or ("get", name) in target.__dict__.get("_guards", ()):
        return False
    info, allowed = find_property(owner, name, scope)
    return not allowed or (slot_of(target, attribute_of(info, name)) is ABSENT and "_lazy" not in target.__dict__)


def object_in_property(target: PhpObject, name: str, scope: Optional[PhpClass]) -> Any:
    """`$target->name` on the way to `$target->name->x = …`: null where nothing is there, and no warning."""
    owner = target.php_class
    info, allowed = find_property(owner, name, scope)
    if allowed and not (info is not None and info.is_hooked) and "_lazy" not in target.__dict__:
        present = slot_of(target, attribute_of(info, name))
        if present is not ABSENT:
            held = present.get() if type(present) is Ref else stored(present)
            if info is not None and target.indirect_hook is not None:
                return target.indirect_hook(info, held)
            return held
        if (
            info is not None
            and info.type is not None
            and not was_unset(target, info)
            and (info.is_readonly or not may_set(info, scope))
        ):
            raise _indirect_error(info, scope)
        if info is None and owner.methods.get("__get") is None and not has_elements(target):
            return None
    return read_property_from(target, name, scope)


def _array_from(value: Any) -> Any:
    from engine.runtime.access import container

    return container(value)


def _made_array(target: PhpObject, attribute: str, info: Optional[PropertyInfo], present: Any) -> Any:
    """What the property holds as something to write into: null and false become an array."""
    if type(present) is PhpArray or isinstance(present, PhpObject):
        return present
    if present is None or present is False:
        made = PhpArray()
        if info is not None and info.type is not None and not info.type.matches(made):
            raise not_an_array(info, "property")
        if present is False:
            ctx.deprecated("Automatic conversion of false to array is deprecated")
        target.__dict__[attribute] = made
        return made
    from engine.runtime.access import PropertyString

    return PropertyString(target, attribute) if type(present) is str else stored(present)


def returning_reference(function: Any) -> Any:
    """See engine.runtime.functions."""
    from engine.runtime.functions import returning_reference as find

    return find(function)


def _through_reference(reference: Any) -> Any:
    from engine.runtime.access import ref_for_write

    return ref_for_write(reference) if type(reference) is Ref else reference


def _hooked_reference(target: PhpObject, info: PropertyInfo) -> Any:
    """The Ref that `&get` returns, or an object; PHP refuses to write into what is only a value."""
    if info.get_hook is None:
        value = read_hooked(target, info)
        value = value.get() if type(value) is Ref else stored(value)
    else:
        value = returning_reference(info.get_hook)(target)
    if type(value) is not Ref and not isinstance(value, PhpObject):
        raise throw_error("Error", f"Indirect modification of {target.php_class.name}::${info.name} is not allowed")
    return value


def _unwritable_ref(target: PhpObject, info: PropertyInfo, present: Any, scope: Optional[PhpClass]) -> Ref:
    """What a write below a property meets that may not be written itself: the object in it, or PHP's error."""
    held = present.get() if type(present) is Ref else present
    if target.indirect_hook is not None:
        return Ref(target.indirect_hook(info, held))
    if isinstance(held, PhpObject):
        return Ref(held)
    raise _indirect_error(info, scope)


def _indirect_error(info: PropertyInfo, scope: Optional[PhpClass]) -> Exception:
    if info.is_readonly:
        return throw_error("Error", f"Cannot indirectly modify readonly property {info.declaring.name}::${info.name}")
    return cannot_modify_level(info, scope, "indirectly modify")


def property_ref(target: Any, name: str, scope: Optional[PhpClass]) -> Ref:
    """`&$target->name`: the property's slot as a reference."""
    if not isinstance(target, PhpObject):
        if target is None:
            raise throw_error("Error", f'Attempt to modify property "{name}" on null')
        from engine.runtime.conversions import type_for_error

        raise throw_error("Error", f'Attempt to modify property "{name}" on {type_for_error(target)}')
    owner = target.php_class
    info, allowed = find_property(owner, name, scope)
    if "_lazy" in target.__dict__:
        other = lazy_target(target, info, allowed, owner.methods.get("__get"), ("get", name))
        if other is not target:
            return forward(target, other, ("get", name), lambda: property_ref(other, name, scope))
    attribute = attribute_of(info, name)
    if allowed:
        if info is not None and info.is_hooked and (info.is_virtual or not in_hook(target, info)):
            found = _hooked_reference(target, info)
            return found if type(found) is Ref else Ref(found)
        present = slot_of(target, attribute)
        if info is not None and (info.is_readonly or not may_set(info, scope)):
            if present is not ABSENT:
                return _unwritable_ref(target, info, present, scope)
            if owner.methods.get("__get") is None:
                raise _indirect_error(info, scope)
        if type(present) is Ref:
            return present
        if present is not ABSENT:
            return make_ref(target, attribute, stored(present), info)
    if has_elements(target):
        from engine.runtime.access import element_ref

        return element_ref(target, name)
    getter = owner.methods.get("__get")
    if getter is not None and enter_guard(target, "get", name):
        try:
            value = returning_reference(getter.function)(target, name)
        finally:
            leave_guard(target, "get", name)
        if type(value) is Ref:
            return value
        if not isinstance(value, PhpObject):
            ctx.notice(f"Indirect modification of overloaded property {owner.name}::${name} has no effect")
        return Ref(value)
    if not allowed:
        raise inaccessible(owner, info, name)
    if info is None:
        note_static(owner, name)
        check_dynamic(owner, name)
    elif info.type is not None and not info.type.allows_null:
        raise throw_error(
            "Error",
            f"Cannot access uninitialized non-nullable property {owner.name}::${name} by reference",
        )
    return make_ref(target, attribute, None, info)


def make_ref(target: PhpObject, attribute: str, value: Any, info: Optional[PropertyInfo]) -> Ref:
    """A new reference to a property, which keeps to its type."""
    reference = Ref(value)
    if info is not None and info.type is not None:
        from engine.runtime.typed_references import add_source

        add_source(reference, info)
    hold_ref(target, attribute, reference)
    return reference


def bind_property(target: Any, name: str, reference: Ref, scope: Optional[PhpClass]) -> None:
    """`$target->name = &$x`."""
    if not isinstance(target, PhpObject):
        raise throw_error("Error", f'Attempt to modify property "{name}" on {type_name_of(target)}')
    owner = target.php_class
    info, allowed = find_property(owner, name, scope)
    if "_lazy" in target.__dict__:
        other = lazy_target(target, info, allowed, owner.methods.get("__get"), ("get", name))
        if other is not target:
            forward(target, other, ("get", name), lambda: bind_property(other, name, reference, scope))
            return
    if not allowed and owner.methods.get("__get") is None:
        raise inaccessible(owner, info, name)
    present = slot_of(target, attribute_of(info, name)) if allowed else ABSENT
    if (info is not None and info.is_hooked and (info.is_virtual or not in_hook(target, info))) \
            or (present is ABSENT and owner.methods.get("__get") is not None
                and not (info is not None and info.type is not None and not was_unset(target, info))
                and ("get", name) not in target.__dict__.get("_guards", ())):  # fmt: skip
        if info is None or not info.is_hooked or (info.get_hook is not None and info.hooks["get"].info.returns_ref):
            # PHP asks first: what answers may say or throw something else.
            property_ref(target, name, scope)
        raise throw_error("Error", "Cannot assign by reference to overloaded object")
    if info is not None and (info.is_readonly or not may_set(info, scope)):
        if target.indirect_hook is not None:
            target.indirect_hook(info, present)
            raise throw_error("Error", "Cannot assign by reference to overloaded object")
        raise (
            _indirect_error(info, scope)
            if present is not ABSENT or info.is_readonly
            else cannot_modify_level(info, scope, "indirectly modify")
        )
    if info is None and present is ABSENT:
        note_static(owner, name)
        check_dynamic(owner, name)
    if info is not None and info.type is not None:
        from engine.runtime.typed_references import add_source, check_bound

        reference.v = check_bound(reference, info)
        add_source(reference, info)
    reference.holders += 1
    if type(present) is Ref:
        let_ref_go(present, info)
    hold_ref(target, attribute_of(info, name), reference)
