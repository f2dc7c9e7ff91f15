"""Lazy objects: what a ghost or proxy holds comes into being when a property is first touched.

A lazy object has its `Lazy` under `_lazy` in its dict and none of its properties, so every access takes the slow path
of engine.runtime.properties, which asks `lazy_target` what to go on with: the object itself or a proxy's instance.
"""

from __future__ import annotations

from typing import Any, Optional, Set

from engine.runtime.arrays import PhpArray
from engine.runtime.classes import PhpClass, PropertyInfo, instantiate
from engine.runtime.context import ctx
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.lifetimes import give_number, register
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref

SKIP_INITIALIZATION_ON_SERIALIZE = 8
SKIP_DESTRUCTOR = 16

GHOST, PROXY = "ghost", "proxy"


class Lazy:
    """How a lazy object is to be initialised. `instance` is what a proxy stands for, once it is."""

    __slots__ = ("initializer", "instance", "kind", "options", "skipped")

    def __init__(self, kind: str, initializer: Any, options: int) -> None:
        self.kind = kind
        self.initializer = initializer
        self.options = options
        self.instance: Any = None
        # The attributes of properties that are not lazy any more.
        self.skipped: Set[str] = set()


def lazy_of(target: PhpObject) -> Optional[Lazy]:
    """What makes `target` lazy, or None."""
    return target.__dict__.get("_lazy")


def is_uninitialized(target: PhpObject) -> bool:
    """Whether `target` is lazy and was not initialised yet."""
    lazy = lazy_of(target)
    return lazy is not None and lazy.instance is None


def prefix(target: PhpObject) -> str:
    """What var_dump prints before a lazy object."""
    lazy = lazy_of(target)
    return "" if lazy is None else f"lazy {lazy.kind} "


def new_lazy(owner: PhpClass, kind: str, initializer: Any, options: int) -> PhpObject:
    """`newLazyGhost` and `newLazyProxy`."""
    _check_class(owner)
    made: PhpObject = instantiate(owner)
    ctx.destructibles.pop(made.oid, None)
    if _lazy_slots(owner):
        _make_lazy(made, Lazy(kind, initializer, options))
    return made


def reset(target: PhpObject, owner: PhpClass, kind: str, initializer: Any, options: int) -> None:
    """`resetAsLazyGhost` and `resetAsLazyProxy`."""
    from engine.runtime.properties import let_refs_go

    _check_class(owner)
    storage = target.__dict__
    if storage.pop("_initializing", None):
        storage["_initializing"] = True
        raise throw_error("Error", "Can not reset an object while it is being initialized")
    was_lazy = storage.pop("_lazy", None) is not None
    destructor = target.php_class.methods.get("__destruct")
    if destructor is not None and not was_lazy and not options & SKIP_DESTRUCTOR and not storage.get("_destroyed"):
        destructor.function(target)
    ctx.destructibles.pop(target.oid, None)
    kept = {}
    final = target.php_class.is_final
    for info in owner.slots:
        if info.is_readonly and (final or info.is_final) and info.attribute in storage:
            kept[info.attribute] = storage[info.attribute]
    own = {info.attribute for info in target.php_class.slots} - {info.attribute for info in owner.slots}
    for attribute in [key for key in storage if key[0] != "_" and key != "oid" and key not in own]:
        del storage[attribute]
    let_refs_go(target)
    storage.pop("_unset", None)
    storage.update(kept)
    if any(info.attribute not in kept for info in _lazy_slots(owner)):
        lazy = Lazy(kind, initializer, options)
        lazy.skipped = set(kept) | {attribute for attribute in own if attribute in storage}
        _make_lazy(target, lazy, keep=lazy.skipped)


def _check_class(owner: PhpClass) -> None:
    ancestor: Optional[PhpClass] = owner
    while ancestor is not None:
        if ancestor.is_internal and ancestor.lower_name != "stdclass":
            verb = "is internal" if ancestor is owner else f"inherits internal class {ancestor.name}"
            raise throw_error("Error", f"Cannot make instance of internal class lazy: {owner.name} {verb}")
        ancestor = ancestor.parent


def _lazy_slots(owner: PhpClass) -> Any:
    return [info for info in owner.slots if not info.is_virtual]


def _make_lazy(target: PhpObject, lazy: Lazy, keep: Any = ()) -> None:
    from engine.runtime.properties import make_special

    storage = target.__dict__
    for attribute in [key for key in storage if key[0] != "_" and key != "oid" and key not in keep]:
        del storage[attribute]
    storage["_lazy"] = lazy
    make_special(target)


# ---------------------------------------------------------------- initialising


def realized(target: PhpObject) -> PhpObject:
    """The object that holds the properties: `target`, initialised if need be, or what it is a proxy for."""
    lazy = target.__dict__.get("_lazy")
    return target if lazy is None else initialize(target)


def initialize(target: PhpObject) -> PhpObject:
    """As `realized`, for a lazy object."""
    lazy = target.__dict__["_lazy"]
    if lazy.instance is not None:
        return realized(lazy.instance)
    return _initialize_ghost(target, lazy) if lazy.kind == GHOST else _initialize_proxy(target, lazy)


def unwrapped(target: PhpObject) -> PhpObject:
    """The instance of an initialised proxy; any other object as it is."""
    lazy = target.__dict__.get("_lazy")
    return target if lazy is None or lazy.instance is None else unwrapped(lazy.instance)


def serialized_object(target: PhpObject) -> PhpObject:
    """The object whose properties `serialize` writes: initialised, unless it was made to be left as it is."""
    lazy = target.__dict__.get("_lazy")
    if lazy is None or (lazy.instance is None and lazy.options & SKIP_INITIALIZATION_ON_SERIALIZE):
        return target
    return realized(target)


def _initialize_ghost(target: PhpObject, lazy: Lazy) -> PhpObject:
    before = {
        attribute: value.share() if type(value) is PhpArray else dict(value) if attribute == "_refs" else value
        for attribute, value in target.__dict__.items()
    }
    give_defaults(target, lazy)
    target.__dict__["_initializing"] = True
    try:
        result = lazy.initializer(target)
        if result is not None and not (type(result) is Ref and result.get() is None):
            raise throw_error("TypeError", "Lazy object initializer must return NULL or no value")
    except BaseException:
        _make_lazy(target, lazy)
        target.__dict__.update(before)
        raise
    finally:
        target.__dict__.pop("_initializing", None)
    if target.php_class.has_destructor:
        register(target)
    return target


def give_defaults(target: PhpObject, lazy: Lazy) -> None:
    """Make a lazy object a common one: the properties that were lazy have their defaults."""
    storage = target.__dict__
    kept = {attribute: storage[attribute] for attribute in lazy.skipped if attribute in storage}
    missing = [attribute for attribute in lazy.skipped if attribute not in storage]
    del storage["_lazy"]
    owner = target.php_class
    object.__setattr__(target, "__class__", owner.python_type)
    try:
        owner.initialize(target)
    except BaseException:
        _make_lazy(target, lazy, keep=lazy.skipped)
        raise
    storage.update(kept)
    for attribute in missing:
        storage.pop(attribute, None)


def _initialize_proxy(target: PhpObject, lazy: Lazy) -> PhpObject:
    storage = target.__dict__
    del storage["_lazy"]
    storage["_initializing"] = True
    try:
        instance = lazy.initializer(target)
        instance = instance.get() if type(instance) is Ref else instance
        _check_instance(target.php_class, instance)
        if instance is target or is_uninitialized(instance):
            raise throw_error("Error", "Lazy proxy factory must return a non-lazy object")
    finally:
        storage.pop("_initializing", None)
        storage["_lazy"] = lazy
    lazy.instance = instance
    for info in target.php_class.slots:
        storage.pop(info.attribute, None)
    return realized(instance)


def _check_instance(owner: PhpClass, instance: Any) -> None:
    if not isinstance(instance, PhpObject):
        raise throw_error(
            "TypeError",
            f"Lazy proxy factory must return an instance of a class compatible with {owner.name}, "
            f"{type_for_error(instance)} returned",
        )
    real = instance.php_class
    overridden = any(
        owner.methods.get(name) is not real.methods.get(name) for name in ("__destruct", "__clone")
    )  # fmt: skip
    if not owner.is_subclass_of(real) or len(real.slots) != len(owner.slots) or overridden:
        raise throw_error(
            "TypeError",
            f"The real instance class {real.name} is not compatible with the proxy class {owner.name}. The proxy must "
            "be a "
            "instance of the same class as the real instance, or a sub-class with no additional properties, and no "
            "overrides of the __destructor or __clone methods.",
        )


# ---------------------------------------------------------------- properties


def lazy_target(
    target: PhpObject,
    info: Optional[PropertyInfo],
    allowed: bool,  # noqa: FBT001 - as find_property() answers
    magic: Any,
    guard: Any,
) -> PhpObject:
    """What to go on with when a property of a lazy object is touched: PHP asks magic methods and hooks first."""
    from engine.runtime.properties import in_hook

    lazy = target.__dict__["_lazy"]
    takes_over = magic is not None and (info is None or not allowed) and guard not in target.__dict__.get("_guards", ())
    if takes_over and lazy.instance is not None and guard in lazy.instance.__dict__.get("_guards", ()):
        return realized(lazy.instance)
    if takes_over or (not allowed and magic is None):
        return target
    if info is not None and (info.is_virtual or (info.is_hooked and not in_hook(target, info))):
        return target if lazy.instance is None or info.is_virtual else realized(lazy.instance)
    if lazy.instance is None and info is not None and info.attribute in lazy.skipped:
        return target
    return initialize(target)


def skip(target: PhpObject, attribute: str) -> None:
    """A property that is lazy no more; the last one makes the object a common one."""
    lazy = lazy_of(target)
    if lazy is None or lazy.instance is not None:
        return
    lazy.skipped.add(attribute)
    if all(info.attribute in lazy.skipped for info in _lazy_slots(target.php_class)):
        storage = target.__dict__
        del storage["_lazy"]
        if target.php_class.has_destructor:
            register(target)


def clone_lazy(target: PhpObject) -> PhpObject:
    """`clone` of a lazy object, which is initialised first; a proxy's clone stands for a clone of its instance."""
    from engine.runtime.properties import make_special
    from engine.runtime.property_listing import clone_object

    lazy = target.__dict__["_lazy"]
    real = initialize(target)
    if lazy.kind == GHOST:
        return clone_object(target)  # type: ignore[no-any-return]
    made: PhpObject = target.php_class.python_type()
    give_number(made)
    copied = Lazy(PROXY, lazy.initializer, lazy.options)
    made.__dict__["_lazy"] = copied
    make_special(made)
    copied.instance = clone_object(real)
    return made
