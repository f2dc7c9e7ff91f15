"""All properties of an object at once: listed for foreach, casts and debugging, and copied by clone."""

from __future__ import annotations

from typing import Any, Callable, Iterator, List, Optional, Tuple

from engine.runtime.arrays import PhpArray
from engine.runtime.classes import PUBLIC, VISIBILITY_NAMES, PhpClass, PropertyInfo, find_copier, may_access
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_scope
from engine.runtime.lifetimes import give_number, register
from engine.runtime.objects import UNINITIALIZED, PhpObject, added_items, root_declaring, stored
from engine.runtime.properties import ABSENT, clone_lazy, find_property, hold_ref, read_property_from, realized, slot_of
from engine.runtime.references import Ref
from engine.runtime.strings import StringBuilder


def property_items(target: PhpObject) -> List[Tuple[str, str, str, Any]]:
    """See PhpObject.property_items."""
    lazy = target.__dict__.get("_lazy")
    if lazy is not None and lazy.instance is not None:
        return [("instance", "public", target.php_class.name, lazy.instance)]
    owner = target.php_class
    storage = target.__dict__
    references = storage.get("_refs")
    items: List[Tuple[str, str, str, Any]] = []
    for info in owner.slots:
        if info.is_virtual:
            continue
        value = storage.get(info.attribute, ABSENT)
        if value is ABSENT:
            if references is not None and info.attribute in references:
                value = references[info.attribute]
            elif info.type is None:
                continue
            else:
                value = UNINITIALIZED
        elif type(value) is StringBuilder:
            value = value.join()
        items.append((info.name, VISIBILITY_NAMES[info.visibility], info.declaring.name, value))
    declared = owner.slot_attributes
    if references is not None or any([name[:2] == "p_" and name not in declared for name in storage]):
        for attribute, value in added_items(storage):
            if attribute not in declared:
                items.append((attribute[2:], "public", owner.name, stored(value)))
    return items


def visible_items(target: PhpObject, scope: Optional[PhpClass]) -> List[Tuple[str, Any, Optional[PropertyInfo]]]:
    """(name, value or Ref, its declaration) of the initialised properties that code of `scope` may see."""
    target = realized(target)
    owner = target.php_class
    storage = target.__dict__
    items: List[Tuple[str, Any, Optional[PropertyInfo]]] = []
    seen = set()
    for info in owner.slots:
        seen.add(info.attribute)
        found, allowed = find_property(owner, info.name, scope)
        if found is not info or not allowed:
            continue
        if info.get_hook is not None:
            value = info.get_hook(target)
            items.append((info.name, value.get() if type(value) is Ref else value, info))
            continue
        value = slot_of(target, info.attribute)
        if value is not ABSENT and not info.is_virtual:
            items.append((info.name, stored(value), info))
    for attribute, value in added_items(storage):
        if attribute not in seen:
            items.append((attribute[2:], stored(value), None))
    return items


def live_items(target: PhpObject, scope: Optional[PhpClass]) -> Iterator[Tuple[str, Callable[[], Any]]]:
    """(name, what reads it) of the properties that code of `scope` may see: one by one, those added meanwhile too."""
    target = realized(target)
    owner = target.php_class
    storage = target.__dict__
    seen = {info.attribute for info in owner.slots}

    def reader(info: PropertyInfo) -> Callable[[], Any]:
        return lambda: read_property_from(target, info.name, scope)

    def reader_of(attribute: str) -> Callable[[], Any]:
        def read() -> Any:
            value = slot_of(target, attribute)
            return value.get() if type(value) is Ref else stored(value)

        return read

    for info in owner.slots:
        found, allowed = find_property(owner, info.name, scope)
        if found is not info or not allowed:
            continue
        if info.get_hook is not None or (not info.is_virtual and slot_of(target, info.attribute) is not ABSENT):
            yield info.name, reader(info)
    while True:
        left = [attribute for attribute, _value in added_items(storage) if attribute not in seen]
        if not left:
            return
        for attribute in left:
            seen.add(attribute)
            value = slot_of(target, attribute)
            if value is not ABSENT:
                yield attribute[2:], reader_of(attribute)


def clone_object(target: Any) -> Any:
    """`clone $target`."""
    if not isinstance(target, PhpObject):
        raise throw_error("Error", "__clone method called on non-object")
    if "_lazy" in target.__dict__:
        return clone_lazy(target)
    owner = target.php_class
    if owner.kind == "enum" or getattr(type(target), "is_uncloneable", False):
        raise throw_error("Error", f"Trying to clone an uncloneable object of class {owner.name}")
    hook = owner.methods.get("__clone")
    if hook is not None and hook.visibility != PUBLIC:
        scope = current_scope()
        if not may_access(hook.visibility, root_declaring(hook), scope):
            where = "global scope" if scope is None else f"scope {scope.name}"
            level = VISIBILITY_NAMES[hook.visibility]
            raise throw_error("Error", f"Call to {level} {owner.name}::__clone() from {where}")
    made = copy_object(target)
    if hook is not None:
        writable = {info.attribute for info in owner.slots if info.is_readonly}
        if writable:
            made.__dict__["_cloning"] = writable
        try:
            hook.function(made)
        finally:
            made.__dict__.pop("_cloning", None)
    return made


def copy_object(target: PhpObject) -> PhpObject:
    """A shallow copy with a number of its own; no `__clone` is run."""
    owner = target.php_class
    copier = getattr(type(target), "clone_native", None)
    made: PhpObject = owner.python_type()
    give_number(made)
    # No property but those declared, and nothing noted about them.
    if copier is None and not owner.has_hooks and not owner.has_destructor and \
            len(target.__dict__) == len(owner.slots) + 1:  # fmt: skip
        try:
            find_copier(owner)(target.__dict__, made)
        except KeyError:
            pass
        else:
            return made
    storage = made.__dict__
    for attribute, value in target.__dict__.items():
        if attribute in ("oid", "_guards", "_refs", "_order", "_initializing"):
            continue
        if type(value) is PhpArray:
            value = value.share()
        elif type(value) is StringBuilder:
            value = value.join()
        storage[attribute] = value
    for attribute, reference in target.__dict__.get("_refs", {}).items():
        if reference.holders <= 1:
            value = reference.get()
            storage[attribute] = value.share() if type(value) is PhpArray else value
        else:
            hold_ref(made, attribute, reference)
    order = target.__dict__.get("_order")
    if order is not None:
        storage["_order"] = order.copy()
    if copier is not None:
        copier(target, made)
    if owner.has_destructor:
        register(made)
    return made
