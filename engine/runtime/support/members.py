"""Classes and their members: instanceof, static properties, properties on the way to something else."""

from __future__ import annotations

from typing import Any

from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import printed, throw_error
from engine.runtime.objects import PhpObject, stored
from engine.runtime.references import Ref
from engine.runtime.support.variables import set_ref, shared
from engine.runtime.values import MISSING


def instance_of_class(value: Any, owner: Any) -> bool:
    """`$value instanceof self`."""
    return isinstance(value, PhpObject) and owner.lower_name in value.ancestors


def instance_of_value(value: Any, class_: Any) -> bool:
    """`$value instanceof $class`."""
    if isinstance(class_, PhpObject):
        name = class_.php_class.lower_name
    elif type(class_) is str:
        name = class_.lower().lstrip("\\")
        found = ctx.classes.get(name)
        if found is not None:
            name = found.lower_name  # it may be an alias
    else:
        raise throw_error("Error", "Class name must be a valid object or a string")
    return isinstance(value, PhpObject) and name in value.ancestors


def class_name_of(value: Any) -> str:
    """`$value::class`."""
    if not isinstance(value, PhpObject):
        raise throw_error("TypeError", f'Cannot use "::class" on {type_for_error(value)}')
    return value.php_class.name


def static_ref(owner: Any, name: str) -> Ref:
    """The slot of `owner::$name`, with visibility checked."""
    info = owner.static_properties.get(name)
    if info is not None and not info.visibility and owner.kind != "trait":
        state = ctx.class_states.get(info.declaring)
        if state is not None:
            reference = state.statics.get(name)
            if reference is not None and reference.v is not MISSING:
                return reference  # type: ignore[no-any-return]
    if info is None:
        raise throw_error("Error", f"Access to undeclared static property {owner.name}::${printed(name)}")
    if owner.kind == "trait":
        ctx.deprecated(
            f"Accessing static trait property {owner.name}::${name} is deprecated, it should only be accessed on a "
            "class using the trait"
        )
    if info.visibility:
        from engine.runtime.classes import VISIBILITY_NAMES, may_access
        from engine.runtime.frames import current_scope

        if not may_access(info.visibility, info.declaring, current_scope()):
            raise throw_error(
                "Error", f"Cannot access {VISIBILITY_NAMES[info.visibility]} property {owner.name}::${name}"
            )
    reference = owner.static_ref(name)
    if reference.v is MISSING:
        return _UninitializedStatic(reference, info)
    return reference  # type: ignore[no-any-return]


def own_static(owner: Any, name: str) -> Ref:
    """The slot of a static property that the class is known to have and the running code to be allowed."""
    state = ctx.class_states.get(owner)
    if state is not None:
        reference = state.statics.get(name)
        if reference is not None and reference.v is not MISSING and owner.kind != "trait":
            return reference  # type: ignore[no-any-return]
    return static_ref(owner, name)


class _UninitializedStatic(Ref):
    """What reading throws, and writing passes on to the real slot."""

    __slots__ = ("info", "real")

    def __init__(self, real: Ref, info: Any) -> None:
        super().__init__()
        self.real = real
        self.info = info
        self.check = self._assign

    def _assign(self, _reference: Ref, value: Any) -> Any:
        self.real.set(value)
        return self.real.v

    def get(self) -> Any:
        info = self.info
        raise throw_error(
            "Error",
            f"Typed static property {info.declaring.name}::${info.name} must not be accessed before initialization",
        )

    def set(self, value: Any) -> None:
        self.real.set(value)


def set_static(reference: Ref, value: Any) -> Any:
    """`A::$x = value`."""
    return set_ref(reference, value)


def static_quiet(owner: Any, name: str) -> Any:
    """`A::$x` for isset and `??`."""
    info = owner.static_properties.get(name)
    if info is None:
        return None
    if info.visibility:
        from engine.runtime.classes import may_access
        from engine.runtime.frames import current_scope

        if not may_access(info.visibility, info.declaring, current_scope()):
            return None
    value = owner.static_ref(name).v
    return None if value is MISSING else stored(value)


def bind_static(owner: Any, name: str, reference: Ref) -> Ref:
    """`A::$x = &…`."""
    static_ref(owner, name)
    info = owner.static_properties[name]
    from engine.runtime.typed_references import add_source, check_bound, remove_source

    reference.holders += 1
    if info.type is not None:
        reference.v = check_bound(reference, info)
        add_source(reference, info)
    statics = info.declaring.state().statics
    old = statics.get(name)
    if old is not None:
        old.holders -= 1
        remove_source(old, info)
    statics[name] = reference
    return reference


def unset_static(owner: Any, name: str) -> None:
    """`unset(A::$x)`."""
    raise throw_error("Error", f"Attempt to unset static property {owner.name}::${printed(name)}")


def set_attribute(target: Any, attribute: str, value: Any) -> Any:
    """A plain store to a property of `$this`, as an expression."""
    setattr(target, attribute, value)
    return value


def property_for_update(target: Any, name: str, scope: Any) -> Any:
    """`$target->name` on the way to `+=` or `++`."""
    if not isinstance(target, PhpObject):
        raise throw_error("Error", f'Attempt to assign property "{name}" on {type_for_error(target)}')
    info = target.php_class.properties.get(name)
    if info is not None and not info.visibility and info.get_hook is None:
        value = target.__dict__.get(info.attribute, MISSING)
        if value is not MISSING:
            return value
    from engine.runtime.properties import read_property_from
    from engine.runtime.property_containers import note_creation

    if info is None:
        note_creation(target, name, scope)
    return read_property_from(target, name, scope)


def property_for_step(target: Any, name: str, scope: Any) -> Any:
    """`$target->name` on the way to `++` or `--`."""
    if not isinstance(target, PhpObject):
        raise throw_error("Error", f'Attempt to increment/decrement property "{name}" on {type_for_error(target)}')
    value = property_for_update(target, name, scope)
    if isinstance(value, PhpObject):
        info = target.php_class.properties.get(name)
        if info is not None and info.is_readonly:
            raise throw_error("Error", f"Cannot modify readonly property {info.declaring.name}::${name}")
    return value


def property_for_object(target: Any, name: str, scope: Any) -> Any:
    """`$target->name` on the way to `$target->name->x = …`: null where it is not set, and no warning."""
    if not isinstance(target, PhpObject):
        raise throw_error("Error", f'Attempt to modify property "{name}" on {type_for_error(target)}')
    from engine.runtime.property_containers import object_in_property

    return object_in_property(target, name, scope)


def property_between(target: Any, name: str, scope: Any) -> Any:
    """`$target->name` on the way to `$target->name->x += …`, which reads it."""
    if not isinstance(target, PhpObject):
        raise throw_error("Error", f'Attempt to modify property "{name}" on {type_for_error(target)}')
    from engine.runtime.properties import read_property_from

    return read_property_from(target, name, scope)


def property_for_unset(target: Any, name: str, scope: Any) -> Any:
    """`$target->name` on the way to unset($target->name[k])."""
    if not isinstance(target, PhpObject):
        return None
    from engine.runtime.properties import isset_property
    from engine.runtime.property_containers import make_null, overloaded, property_for_write

    if overloaded(target, name, scope):
        return property_for_write(target, name, scope)
    make_null(target, name, scope)
    held = isset_property(target, name, scope)
    return property_for_write(target, name, scope) if type(held) is PhpArray else held


def initialize_property(target: Any, info: Any, value: Any) -> None:
    """A promoted constructor parameter."""
    from engine.runtime.properties import write_property_from

    if info.set_hook is None and info.get_hook is None and info.attribute not in target.__dict__ \
            and "_lazy" not in target.__dict__:  # fmt: skip
        # The parameter's own type was checked already.
        target.__dict__[info.attribute] = value
        return
    write_property_from(target, info.name, value, info.declaring)


def clone_with(target: Any, values: Any) -> Any:
    """PHP 8.5's `clone($target, [...])`."""
    from engine.runtime.properties import write_property
    from engine.runtime.property_listing import clone_object

    made = clone_object(target)
    for name, value in values.items():
        write_property(made, str(name), shared(value))
    return made
