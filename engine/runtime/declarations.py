"""Functions, classes and constants coming into being while a script runs."""

from __future__ import annotations

from typing import Any, Optional

from engine.errors import FatalError
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import PhpClass, lookup_class, require_class
from engine.runtime.context import ctx
from engine.runtime.exceptions import printed, throw_error


def declare_function(declared: Any) -> None:
    """Make a function of a script exist."""
    info = declared.info
    key = info.name.lower()
    if key in ctx.functions or ctx.library.find_function(key) is not None:
        older = ctx.functions.get(key)
        where = "" if older is None else f" (previously declared in {older.info.unit.path}:{older.info.line})"
        raise FatalError(f"Cannot redeclare function {info.name}(){where}", info.line, info.unit.path)
    ctx.functions[key] = declared.user_function


def run_unit_declarations(unit: Any) -> None:
    """What exists in a file before its first statement runs."""
    if unit.strict_types:
        ctx.has_strict_units = True
    for declared in unit.functions:
        declare_function(declared)
    for prototype in unit.hoisted_classes:
        # One whose name is taken is refused where its statement runs, after what is before it.
        lowered = prototype.name.lower()
        if prototype.can_hoist() and lowered not in ctx.classes and ctx.library.find_class(lowered) is None:
            declare_class(prototype)


def declare_class(prototype: Any) -> PhpClass:
    """Make a class exist, linked to what the running execution has; the second time it is just found."""
    state = ctx.states.setdefault("declared classes", {})
    made: Optional[PhpClass] = state.get(prototype)
    if made is not None:
        return made
    name = prototype.name
    lowered = name.lower()
    older = ctx.classes.get(lowered) or ctx.library.find_class(lowered)
    if older is not None and not prototype.is_anonymous:
        kind = {"interface": "interface", "trait": "trait", "enum": "enum"}.get(older.kind, "class")
        where = ""
        if not older.is_internal and older.unit is not None:
            where = f" (previously declared in {older.unit.path}:{older.line})"
        raise FatalError(f"Cannot redeclare {kind} {older.name}{where}", prototype.line, prototype.path)
    linking = ctx.states.setdefault("classes being linked", set())
    linking.add(lowered)
    try:
        parent = _parent(prototype)
        interfaces = [_interface(prototype, name) for name in prototype.interface_names]
        traits = [_trait(prototype, name) for name in prototype.trait_names]
    finally:
        linking.discard(lowered)
    made = prototype.link(parent, interfaces, traits)
    prototype.announce(made)
    state[prototype] = made
    ctx.classes[lowered] = made
    prototype.settle(made)
    return made


def _parent(prototype: Any) -> Optional[PhpClass]:
    if prototype.parent_name is None:
        return None
    parent = lookup_class(prototype.parent_name)
    if parent is None:
        raise throw_error("Error", f'Class "{prototype.parent_name}" not found', line=None)
    if parent.kind == "interface":
        raise FatalError(
            f"Class {prototype.name} cannot extend interface {parent.name}", prototype.line, prototype.path
        )
    if parent.kind == "trait":
        raise FatalError(f"Class {prototype.name} cannot extend trait {parent.name}", prototype.line, prototype.path)
    if parent.is_final:
        raise FatalError(
            f"Class {prototype.name} cannot extend final class {parent.name}", prototype.line, prototype.path
        )
    if parent.is_readonly != prototype.is_readonly:
        kinds = ("Non-readonly", "readonly") if parent.is_readonly else ("Readonly", "non-readonly")
        raise FatalError(
            f"{kinds[0]} class {prototype.name} cannot extend {kinds[1]} class {parent.name}",
            prototype.line,
            prototype.path,
        )
    return parent


def _interface(prototype: Any, name: str) -> PhpClass:
    found = lookup_class(name)
    if found is None:
        raise throw_error("Error", f'Interface "{name}" not found')
    if found.kind != "interface":
        raise FatalError(
            f"{prototype.name} cannot implement {found.name} - it is not an interface", prototype.line, prototype.path
        )
    return found


def _trait(prototype: Any, name: str) -> PhpClass:
    found = lookup_class(name)
    if found is None:
        raise FatalError(f'Trait "{name}" not found', prototype.line, prototype.path)
    if found.kind != "trait":
        raise FatalError(
            f"{prototype.name} cannot use {found.name} - it is not a trait", prototype.line, prototype.path
        )
    return found


# ---------------------------------------------------------------- constants


def declare_constant(name: str, value: Any) -> None:
    """`const NAME = value;`."""
    if has_constant(name):
        ctx.warning(f"Constant {printed(name)} already defined")
        return
    ctx.constants[_constant_key(name)] = value


def _constant_key(name: str) -> str:
    """Constants are case-sensitive, the namespaces before them are not."""
    prefix, backslash, last = name.rpartition("\\")
    return prefix.lower() + backslash + last


def has_constant(name: str) -> bool:
    """Whether a constant of this full name exists."""
    key = _constant_key(name)
    return key in ctx.constants or key in ctx.library.constants or name.lower() in ("true", "false", "null")


_WORDS = {"true": True, "false": False, "null": None}


def find_constant(name: str) -> Any:
    """(True, value) of a constant by its full name, or (False, None)."""
    key = _constant_key(name)
    if key in ctx.constants:
        return True, ctx.constants[key]
    if key.lower() in _WORDS:
        return True, _WORDS[key.lower()]
    if key in ctx.library.constants:
        if key in ctx.library.deprecated_constants:
            ctx.deprecated(f"Constant {key} is deprecated")
        value = ctx.library.constants[key]
        return True, (value() if callable(value) else value)
    return False, None


def constant(name: str, fallback: Optional[str]) -> Any:
    """A constant's value in an expression; throws PHP's Error where there is none."""
    found, value = find_constant(name)
    if not found and fallback is not None:
        found, value = find_constant(fallback)
    if not found:
        raise throw_error("Error", f'Undefined constant "{printed(name)}"')
    return value.share() if type(value) is PhpArray else value


def class_constant(owner: PhpClass, name: str, written: Optional[str] = None) -> Any:
    """`owner::NAME`, with visibility checked; `written` is the class's name in a constant expression."""
    if type(name) is not str:
        raise throw_error("TypeError", f"Cannot use value of type {_type_name(name)} as class constant name")
    info = owner.constants.get(name)
    if info is not None and info.thunk is None and not info.visibility and type(info.value) is not PhpArray \
            and owner.kind != "trait":  # fmt: skip
        return info.value
    if info is None:
        if name.lower() == "class":
            return owner.name
        raise throw_error("Error", f"Undefined constant {printed(written or owner.name)}::{printed(name)}")
    if info.visibility:
        from engine.runtime.classes import VISIBILITY_NAMES, may_access
        from engine.runtime.frames import current_scope

        if not may_access(info.visibility, info.declaring, current_scope()):
            raise throw_error(
                "Error", f"Cannot access {VISIBILITY_NAMES[info.visibility]} constant {owner.name}::{name}"
            )
    if owner.kind == "trait":
        raise throw_error("Error", f"Cannot access trait constant {owner.name}::{name} directly")
    if info.deprecation is not None:
        _constant_is_deprecated(info)
    if info.thunk is None:
        value = info.value
    else:
        from engine.runtime.classes import evaluate_constant

        value = evaluate_constant(info, written)
    return value.share() if type(value) is PhpArray else value


def constant_property(target: Any, name: str) -> Any:
    """`E::Case->name` in a constant expression."""
    from engine.runtime.objects import PhpObject
    from engine.runtime.properties import fetch_property

    if isinstance(target, PhpObject) and target.php_class.kind != "enum":
        raise throw_error("Error", "Fetching properties on non-enums in constant expressions is not allowed")
    return fetch_property(target, name, None)


def constant_element(base: Any, key: Any) -> Any:
    """`A[k]` in a constant expression."""
    from engine.runtime.access import aget
    from engine.runtime.objects import PhpObject

    if isinstance(base, PhpObject):
        raise throw_error("Error", "Cannot use [] on objects in constant expression")
    return aget(base, key)


def unpack_constant(target: PhpArray, value: Any) -> None:
    """`[...A]` in a constant expression."""
    from engine.runtime.access import unpack_into

    if type(value) is not PhpArray:
        raise throw_error("Error", "Only arrays can be unpacked in constant expression")
    unpack_into(target, value)


def _constant_is_deprecated(info: Any) -> None:
    from engine.runtime.context import E_USER_DEPRECATED

    emitting = ctx.state("constants.deprecated", set)
    if info in emitting:
        return  # its own message reads it
    emitting.add(info)
    try:
        suffix = info.deprecation()
    finally:
        emitting.discard(info)
    kind = "Enum case" if info.is_case else "Constant"
    ctx.diagnose(E_USER_DEPRECATED, f"{kind} {info.declaring.name}::{info.name} is deprecated{suffix}")


def class_of_value(value: Any) -> PhpClass:
    """The class that `$value::` means."""
    from engine.runtime.objects import PhpObject

    if isinstance(value, PhpObject):
        return value.php_class
    if type(value) is str:
        return require_class(value)
    raise throw_error("Error", "Class name must be a valid object or a string")


def _type_name(value: Any) -> str:
    from engine.runtime.conversions import type_for_error

    return type_for_error(value)
