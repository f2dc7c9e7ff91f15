"""Variables that may not exist, and references to them."""

from __future__ import annotations

from typing import Any, Dict

from engine.runtime.access import (
    aappend,
    append_in_variable,
    aset,
    container,
    ref_for_write,
    written_letter,
)
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject, stored
from engine.runtime.references import Ref
from engine.runtime.strings import StringBuilder
from engine.runtime.typed_references import TypeSources
from engine.runtime.values import MISSING


def undefined_variable(name: str) -> None:
    """Reading a variable that has no value."""
    ctx.warning(f"Undefined variable ${name}")


def no_this() -> Any:
    """`$this` where there is none."""
    raise throw_error("Error", "Using $this when not in object context")


def ref_get(reference: Any, name: str) -> Any:
    """The value of a reference variable that may not exist yet."""
    if type(reference) is Ref:
        value = reference.v
        if value is not MISSING:
            return value.join() if type(value) is StringBuilder else value
    undefined_variable(name)
    return None


def ref_quiet(reference: Any) -> Any:
    """As `ref_get`, without a warning."""
    if type(reference) is Ref:
        value = reference.v
        return None if value is MISSING else stored(value)
    return None


def ref_or_missing(reference: Any) -> Any:
    """The value of a reference variable fit to be stored, MISSING where there is none."""
    if type(reference) is Ref:
        value = stored(reference.v)
        return value.share() if type(value) is PhpArray else value
    return MISSING


def ref_read(reference: Any, name: str) -> Ref:
    """The reference of a variable about to be updated; absent, it warns."""
    if type(reference) is not Ref or reference.v is MISSING:
        undefined_variable(name)
    return own_ref(reference)


def own_ref(reference: Any) -> Ref:
    """The reference of a variable about to be written: made if need be."""
    if type(reference) is Ref:
        if reference.v is MISSING:
            reference.v = None
        return reference
    return Ref()


def set_ref(reference: Ref, value: Any) -> Any:
    """Assign through a reference; the value of the expression."""
    if reference.check is not None:
        value = reference.check(reference, value)
    reference.v = value
    return value


def step_ref(reference: Ref, old: Any, value: Any) -> Any:
    """Assign through a reference what `++` or `--` made of `old`; the value of the expression."""
    check = reference.check
    if check is not None:
        if type(value) is float and type(old) is int and isinstance(check, TypeSources):
            value = check.step(reference, value)
        else:
            value = check(reference, value)
    reference.v = value
    return value


def rebind(old: Any, new: Ref) -> Ref:
    """`$x = &…`: the variable gives one reference up and holds another."""
    if type(old) is Ref and old is not new:
        old.holders -= 1
    if old is not new:
        new.holders += 1
    if new.v is MISSING:
        new.v = None
    return new


def release(old: Any) -> Any:
    """`unset($x)` of a reference variable."""
    if type(old) is Ref:
        old.holders -= 1
    return MISSING


def hold(reference: Ref) -> Ref:
    """A reference about to be kept somewhere else too."""
    reference.holders += 1
    if reference.v is MISSING:
        reference.v = None
    return reference


def no_append_read() -> Any:
    """`$a[]` where its value is wanted."""
    raise throw_error("Error", "Cannot use [] for reading")


def assigned_ref(reference: Ref) -> Ref:
    """A reference about to be returned; whoever takes it is counted then."""
    if reference.v is MISSING:
        reference.v = None
    return reference


def new_static(value: Any) -> Ref:
    """The slot of a static variable."""
    reference = Ref(value)
    reference.holders += 1
    return reference


def first_static(statics: Dict[Any, Ref], key: Any, value: Any) -> Ref:
    """The slot of a static variable met for the first time; its initial value may have run the function itself."""
    found = statics.get(key)
    if found is None:
        found = statics[key] = new_static(value)
    return found


def shared(value: Any) -> Any:
    """A value fit to be stored."""
    return value.share() if type(value) is PhpArray else value


def capture_ref(value: Any) -> Any:
    """A captured value as a reference variable of an arrow function."""
    return value if value is MISSING else Ref(shared(value))


def assign_in_ref(reference: Ref, helper: Any, key: Any, value: Any) -> Any:
    """`$x[key] = value` where `$x` is a reference."""
    held = reference.v
    if type(held) is PhpArray or isinstance(held, PhpObject):
        return aappend(value, held) if helper is append_in_variable else aset(value, held, key)
    held = None if held is MISSING else stored(held)
    if reference.check is not None and (held is None or held is False):
        return assign_in_ref(reference, helper, key, value) if ref_for_write(reference) is not held else value
    reference.set(helper(held, value) if helper is append_in_variable else helper(held, key, value))
    return written_letter(value) if type(held) is str else value


def as_ref(value: Any) -> Ref:
    """The reference that a call returned, or a new one around its value, with PHP's notice."""
    if type(value) is Ref:
        return value
    ctx.notice("Only variables should be assigned by reference")
    return Ref(value)


def no_reference(value: Any) -> Ref:
    """`return 1;` in a function that returns by reference."""
    ctx.notice("Only variable references should be returned by reference")
    return Ref(value)


def returned_ref(value: Any) -> Ref:
    """What a call in the `return` of a function that returns by reference gave it."""
    return value if type(value) is Ref else no_reference(value)


def yielded_ref(value: Any) -> Ref:
    """What a generator that yields by reference was given: a call's reference, or a value that is none."""
    if type(value) is Ref:
        return value
    ctx.notice("Only variable references should be yielded by reference")
    return Ref(value)


def result_as_ref(value: Any) -> Ref:
    """A call's result for a reference parameter."""
    if type(value) is Ref:
        return value
    ctx.notice("Only variables should be passed by reference")
    return Ref(value)


def result_container(value: Any) -> Any:
    """What `f()[…] = …` writes into: the array behind a returned reference, an object, or a copy nobody keeps."""
    if isinstance(value, Ref):
        return ref_for_write(value)
    return value.share() if type(value) is PhpArray else container(value)


def temporary_container(value: Any) -> Any:
    """What `[1][0]` is an element of, where a reference to that is wanted: only an object can be."""
    if not isinstance(value, PhpObject):
        raise throw_error("Error", "Cannot use temporary expression in write context")
    return value


def referenced_result(value: Any) -> Any:
    """`[&$x] = f()`: what is no reference is told of, and its elements are references to nothing else."""
    if type(value) is not Ref and not isinstance(value, PhpObject):
        ctx.notice("Attempting to set reference to non referenceable value")
    return result_container(value)
