"""Reading and writing elements: what compiled code calls for `$a[k]` in all its forms."""

from __future__ import annotations

from typing import Any, List, Optional

from engine.runtime.arrays import RECORD, PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import (
    LEADING_NUMERIC,
    NUMERIC,
    array_key,
    deprecate_float_to_int,
    parse_numeric,
    to_bool,
    to_int,
    to_string,
    type_for_error,
)  # fmt: skip
from engine.runtime.exceptions import printed, throw_error
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref
from engine.runtime.strings import BUILDER_THRESHOLD, StringBuilder
from engine.runtime.values import MISSING, canonical_int

_ABSENT = object()
# The key that objects with elements of their own are asked for by `$object[]`; `$object[null]` asks for None.
APPENDED = object()


# ---------------------------------------------------------------- reading


def aget(base: Any, key: Any) -> Any:
    """`$base[$key]`."""
    if type(base) is PhpArray:
        if type(key) is int:
            items = base.l
            if items is not None:
                if 0 <= key < len(items):
                    return items[key]
            elif base.d is not None:
                value = base.d.get(key, _ABSENT)
                if value is not _ABSENT:
                    return value
        elif type(key) is str:
            names = base.h
            if names is not None:
                value = names.get(key, _ABSENT)
                if value is not _ABSENT:
                    return value
    return _get_slowly(base, key)


def aget_name(base: Any, key: str) -> Any:
    """`aget` for a literal key that is no canonical decimal."""
    if type(base) is PhpArray:
        names = base.h
        if names is not None:
            value = names.get(key, _ABSENT)
            if value is not _ABSENT:
                return value
    return _get_slowly(base, key)


def _get_slowly(base: Any, key: Any) -> Any:
    if isinstance(base, PhpArray):
        if type(key) is not int and type(key) is not str:
            key = array_key(key)
        value = base.get(key, _ABSENT)
        if value is not _ABSENT:
            return value
        _undefined_key(key)
        return None
    if type(base) is str:
        return string_offset(base, key)
    if isinstance(base, PhpObject):
        return offset_get(base, key)
    ctx.warning(f"Trying to access array offset on {type_for_error(base)}")
    return None


def _undefined_key(key: Any) -> None:
    if type(key) is str:
        number = canonical_int(key)
        if number is None:
            ctx.warning(f'Undefined array key "{printed(key)}"')
            return
        key = number
    ctx.warning(f"Undefined array key {key}")


def string_offset(text: str, key: Any) -> Any:
    """`$text[$key]` for reading."""
    index = _string_index(key)
    if -len(text) <= index < len(text):
        return text[index]
    ctx.warning(f"Uninitialized string offset {index}")
    return ""


def _string_index(key: Any) -> int:
    if type(key) is int:
        return key
    if type(key) is str:
        number = canonical_int(key)
        if number is not None:
            return number
        value, kind = parse_numeric(key)
        if kind == LEADING_NUMERIC and type(value) is int:
            ctx.warning(f'Illegal string offset "{key}"')
            return value
        if type(value) is int and kind == NUMERIC:
            return value
        raise throw_error("TypeError", "Cannot access offset of type string on string")
    if key is None or type(key) is bool or type(key) is float:
        ctx.warning("String offset cast occurred")
        return to_int(key)
    raise throw_error("TypeError", f"Cannot access offset of type {type_for_error(key)} on string")


def offset_get(base: PhpObject, key: Any) -> Any:
    """`$object[$key]` through ArrayAccess."""
    if "arrayaccess" not in base.ancestors:
        raise throw_error("Error", f"Cannot use object of type {base.php_class.name} as array")
    return base.php_class.methods["offsetget"].function(base, key)


def raw_offset_get(base: PhpObject, key: Any) -> Any:
    """As `offset_get`, keeping the reference that `&offsetGet` returns."""
    from engine.runtime.functions import returning_reference

    if "arrayaccess" not in base.ancestors:
        raise throw_error("Error", f"Cannot use object of type {base.php_class.name} as array")
    return returning_reference(base.php_class.methods["offsetget"].function)(base, key)


def isset_element(base: Any, key: Any) -> Any:
    """The element for `isset` and `??`: null where there is none, and no warning."""
    if type(base) is PhpArray:
        if type(key) is int:
            items = base.l
            if items is not None:
                return items[key] if 0 <= key < len(items) else None
        elif type(key) is str:
            names = base.h
            if names is not None:
                return names.get(key)
    return _isset_slowly(base, key)


def _isset_slowly(base: Any, key: Any) -> Any:
    if isinstance(base, PhpArray):
        if type(key) is not int and type(key) is not str:
            key = array_key(key)
        return base.get(key)
    if type(base) is str:
        index = _quiet_index(key)
        if index is not None and -len(base) <= index < len(base):
            return base[index]
        return None
    if isinstance(base, PhpObject):
        if "arrayaccess" not in base.ancestors:
            raise throw_error("Error", f"Cannot use object of type {base.php_class.name} as array")
        methods = base.php_class.methods
        if not to_bool(methods["offsetexists"].function(base, key)):
            return None
        return offset_get(base, key)
    return None


def _quiet_index(key: Any) -> Optional[int]:
    """The offset that `??` looks at, None for none: only what follows a number is complained of."""
    if type(key) is str:
        value, kind = parse_numeric(key)
        if type(value) is not int or kind not in (NUMERIC, LEADING_NUMERIC):
            return None
        if kind == LEADING_NUMERIC:
            ctx.warning(f'Illegal string offset "{key}"')
        return value
    if key is None or type(key) in (int, bool, float):
        return to_int(key)
    raise throw_error("TypeError", f"Cannot access offset of type {type_for_error(key)} on string")


def _isset_string(text: str, key: Any) -> Any:
    """`$text[$key]` for `isset` and `empty`."""
    index = _isset_index(key)
    return text[index] if index is not None and -len(text) <= index < len(text) else None


def _isset_index(key: Any) -> Optional[int]:
    if type(key) is int:
        return key
    if type(key) is str:
        value, kind = parse_numeric(key)
        return value if kind == NUMERIC and type(value) is int else None
    if type(key) is float:
        if key != key // 1:
            deprecate_float_to_int(key)
        return to_int(key)
    return to_int(key) if key is None or type(key) is bool else None


def element_is_set(base: Any, key: Any) -> bool:
    """`isset($base[$key])`: for objects `offsetExists` alone decides."""
    if isinstance(base, PhpObject):
        if "arrayaccess" not in base.ancestors:
            raise throw_error("Error", f"Cannot use object of type {base.php_class.name} as array")
        native = getattr(type(base), "element_is_set_native", None)
        if native is not None:
            return native(base, key)  # type: ignore[no-any-return]
        return to_bool(base.php_class.methods["offsetexists"].function(base, key))
    if type(base) is str:
        return _isset_string(base, key) is not None
    return isset_element(base, _tested_key(base, key)) is not None


def _tested_key(base: Any, key: Any) -> Any:
    """The key of `isset` and `empty`, which word the error for what cannot be one in their own way."""
    if type(key) is int or type(key) is str or not isinstance(base, PhpArray):
        return key
    return array_key(key, "isset")


def element_is_empty(base: Any, key: Any) -> bool:
    """`empty($base[$key])`."""
    if isinstance(base, PhpObject):
        native = getattr(type(base), "element_is_empty_native", None)
        if native is not None:
            return native(base, key)  # type: ignore[no-any-return]
        return not element_is_set(base, key) or not to_bool(offset_get(base, key))
    if type(base) is str:
        return not to_bool(_isset_string(base, key))
    return not to_bool(isset_element(base, _tested_key(base, key)))


def list_get(base: Any, key: Any) -> Any:
    """An element for destructuring: null without a warning from what is no array."""
    if isinstance(base, (PhpArray, PhpObject)):
        return aget(base, key)
    return None


# ---------------------------------------------------------------- writing


def container(value: Any) -> Any:
    """What `$variable[…] = …` writes into, given what the variable holds: null makes a new array."""
    if type(value) is PhpArray or isinstance(value, PhpObject):
        return value
    if value is None:
        return PhpArray()
    if value is False:
        ctx.deprecated("Automatic conversion of false to array is deprecated")
        return PhpArray()
    if type(value) is StringBuilder:
        return value.join()
    return value


def ref_for_write(reference: Ref) -> Any:
    """The container in a reference, made if null."""
    value = reference.v
    if type(value) is PhpArray:
        return value
    if value is MISSING:
        value = None
    made = container(value)
    if made is not value and type(made) is PhpArray:
        if reference.check is None:
            reference.v = made
        else:
            _initialize(reference, made)
    return made


def _initialize(reference: Ref, made: PhpArray) -> None:
    from engine.runtime.typed_references import TypeSources

    if isinstance(reference.check, TypeSources):
        reference.check.initialize(reference, made)
    else:
        reference.set(made)


def written_key(base: Any, key: Any) -> Any:
    """The key of an element that is read and then written: converted once."""
    return array_key(key) if isinstance(base, PhpArray) else key


def aset(value: Any, base: Any, key: Any) -> Any:
    """`$base[$key] = value` into a container; the value of the expression. `value` is a handle the array may own."""
    if type(base) is PhpArray and not base.cow:
        if type(key) is int:
            items = base.l
            if items is not None and 0 <= key < len(items):
                items[key] = value
                return value
        elif type(key) is str:
            names = base.h
            if names is not None and key in names:
                names[key] = value
                return value
    return _set_slowly(value, base, key)


def _set_slowly(value: Any, base: Any, key: Any) -> Any:
    if isinstance(base, PhpArray):
        base.set(key if type(key) is int or type(key) is str else array_key(key), value)
        return value
    if isinstance(base, PhpObject):
        return offset_set(base, key, value)
    return _refuse_scalar(base)


def aset_name(value: Any, base: Any, key: str) -> Any:
    """`aset` for a literal key that is no canonical decimal."""
    if type(base) is PhpArray:
        if base.h is not None and not base.cow and (base.rest is not RECORD or key in base.h):
            base.h[key] = value
        else:
            base.set_name(key, value)
        return value
    if isinstance(base, PhpObject):
        return offset_set(base, key, value)
    return _refuse_scalar(base)


def aappend(value: Any, base: Any) -> Any:
    """`$base[] = value`."""
    if type(base) is PhpArray:
        items = base.l
        if items is not None and not base.cow:
            items.append(value)
            return value
    return _append_slowly(value, base)


def _append_slowly(value: Any, base: Any) -> Any:
    if isinstance(base, PhpArray):
        try:
            base.append(value)
        except OverflowError:
            raise next_occupied() from None
        return value
    if isinstance(base, PhpObject):
        _check_append(base, "offsetset")
        return offset_set(base, None, value)
    if type(base) is str:
        raise throw_error("Error", "[] operator not supported for strings")
    return _refuse_scalar(base)


def _check_append(base: PhpObject, method: str) -> None:
    """Throw the Error of builtin classes whose objects nothing can be appended to, unless a script has the method."""
    refusal = getattr(base, "append_refusal", None)
    if refusal is not None and base.php_class.methods[method].declaring.is_internal:
        raise throw_error("Error", refusal)


def next_occupied() -> Exception:
    """The Error for appending when no key is left."""
    return throw_error("Error", "Cannot add element to the array as the next element is already occupied")


def _refuse_scalar(base: Any, key: Any = 0, use: str = "Cannot use string offset as an array") -> Any:
    """The Error for what no container is written into; `use` is what a string's offset cannot be used for."""
    if type(base) in (str, StringElement, PropertyString):
        _write_index(key)
        raise throw_error("Error", use)
    raise throw_error("Error", "Cannot use a scalar value as an array")


_NO_REFERENCES = "Cannot create references to/from string offsets"


def offset_set(base: PhpObject, key: Any, value: Any) -> Any:
    """`$object[$key] = value` through ArrayAccess; `key` null for `[]`."""
    if "arrayaccess" not in base.ancestors:
        raise throw_error("Error", f"Cannot use object of type {base.php_class.name} as array")
    base.php_class.methods["offsetset"].function(base, key, value)
    return value


def assign_to_string(text: str, key: Any, value: Any) -> str:
    """What `$text[$key] = value` makes of a string variable."""
    index = _write_index(key)
    size = len(text)
    if index < -size:
        ctx.warning(f"Illegal string offset {index}")
        return text
    replacement = to_string(value)
    if not replacement:
        raise throw_error("Error", "Cannot assign an empty string to a string offset")
    if len(replacement) > 1:
        ctx.warning("Only the first byte will be assigned to the string offset")
    if index < 0:
        index += size
    if index >= size:
        ctx.charge(index)
        return text + " " * (index - size) + replacement[0]
    return text[:index] + replacement[0] + text[index + 1 :]


def _write_index(key: Any) -> int:
    if type(key) is int:
        return key
    if type(key) is str:
        number = canonical_int(key)
        if number is not None:
            return number
        value, kind = parse_numeric(key)
        if type(value) is int and kind == NUMERIC:
            return value
        if type(value) is int and kind == LEADING_NUMERIC:
            ctx.warning(f'Illegal string offset "{key}"')
            return value
        raise throw_error("TypeError", "Cannot access offset of type string on string")
    if key is None or type(key) is bool or type(key) is float:
        ctx.warning("String offset cast occurred")
        return to_int(key)
    raise throw_error("TypeError", f"Cannot access offset of type {type_for_error(key)} on string")


def written_letter(value: Any) -> str:
    """The value of `$text[0] = value`: the letter that was written."""
    return to_string(value)[:1]


def set_in_variable(held: Any, key: Any, value: Any) -> Any:
    """`$variable[$key] = value` when the variable holds no array: what it holds afterwards."""
    held = container(held)
    if type(held) is str:
        return assign_to_string(held, key, value)
    aset(value, held, key)
    return held


def append_in_variable(held: Any, value: Any) -> Any:
    """`$variable[] = value` when the variable holds no array: what it holds afterwards."""
    held = container(held)
    aappend(value, held)
    return held


def element_for_write(base: Any, key: Any) -> Any:
    """The container at `$base[$key]`, to write deeper: an array handle or an object."""
    if type(base) is PhpArray and not base.cow:
        held = None
        if type(key) is int:
            items = base.l
            if items is not None and 0 <= key < len(items):
                held = items[key]
        elif type(key) is str:
            names = base.h
            if names is not None:
                held = names.get(key)
        if type(held) is PhpArray:
            return held
    return _element_for_write_slowly(base, key)


def element_for_update(base: Any, key: Any) -> Any:
    """`element_for_write` on the way to `+=` or `++`: what is not there is complained of."""
    if isinstance(base, PhpArray):
        if type(key) is not int and type(key) is not str:
            key = array_key(key)
        if not base.has(key):
            _undefined_key(key)
    return element_for_write(base, key)


def _element_for_write_slowly(base: Any, key: Any) -> Any:
    if isinstance(base, PhpArray):
        if type(key) is not int and type(key) is not str:
            key = array_key(key)
        if base.cow:
            base.separate()
        if base.r is not None:
            return _reference_element(base, key)
        held = base.get(key)
        if type(held) is PhpArray or isinstance(held, PhpObject):
            return held
        if held is None:
            made = PhpArray()
            base.set(key, made)
            return made
        written: Any = container(held)
        if type(written) is PhpArray:
            base.set(key, written)
        return written if type(written) is not str else StringElement(base, key)
    if isinstance(base, PhpObject):
        return _object_element(base, key, asked=key)
    return _refuse_scalar(base, key)


def element_for_object(base: Any, key: Any) -> Any:
    """`$base[$key]` on the way to `$base[$key]->x = …`: null where nothing is there, which then is."""
    if isinstance(base, PhpArray):
        if type(key) is not int and type(key) is not str:
            key = array_key(key)
        if not base.has(key):
            base.set(key, None)
            return None
        held = base.get(key)
        if type(held) is str:
            return held
        return held.get() if type(held) is Ref else held
    if isinstance(base, PhpObject):
        value = raw_offset_get(base, key)
        if not isinstance(value, PhpObject) and type(value) is not Ref:
            ctx.notice(f"Indirect modification of overloaded element of {base.php_class.name} has no effect")
        return value.get() if type(value) is Ref else value
    return _refuse_scalar(base, key, "Cannot use string offset as an object")


def aget_step(base: Any, key: Any) -> Any:
    """`$base[$key]` on the way to `++` or `--`: an object gives a reference, and is not told of the new value."""
    if isinstance(base, PhpObject):
        warn = getattr(type(base), "warn_of_missing_native", None)
        if warn is not None:
            warn(base, key)
        ctx.stepped = element_ref(base, key)
        return ctx.stepped.get()
    if type(base) is PhpArray:
        return aget(base, key)
    return _refuse_scalar(base, key, "Cannot increment/decrement string offsets")


def aget_to_update(base: Any, key: Any) -> Any:
    """`$base[$key]` on the way to `$base[$key] += …`, where `$base` holds no array."""
    if isinstance(base, PhpObject):
        return aget(base, key)
    return _refuse_scalar(base, key, "Cannot use assign-op operators with string offsets")


def append_old(base: Any) -> Any:
    """What `$base[] += …` adds to: nothing, unless an object says else."""
    if type(base) is str:
        raise throw_error("Error", "[] operator not supported for strings")
    return offset_get(base, None) if isinstance(base, PhpObject) else None


def append_old_step(base: Any) -> Any:
    """`append_old` on the way to `++` or `--`."""
    if not isinstance(base, PhpObject):
        return append_old(base)
    ctx.stepped = element_ref(base, None)
    return ctx.stepped.get()


def append_step(value: Any, base: Any) -> Any:
    """Store what `$base[]++` made."""
    return aset_step(value, base, None) if isinstance(base, PhpObject) else aappend(value, base)


def aset_step(value: Any, base: Any, key: Any) -> Any:
    """Store what `$base[$key]++` made."""
    if isinstance(base, PhpObject):
        ctx.stepped.set(value)
        return value
    return aset_deep(value, base, key)


class StringElement:
    """`$a[k]` holding a string, on the way to `$a[k][i] = 'x'`."""

    __slots__ = ("array", "key")

    def __init__(self, array: PhpArray, key: Any) -> None:
        self.array = array
        self.key = key


class PropertyString:
    """`$o->p` holding a string, on the way to `$o->p[i] = 'x'`."""

    __slots__ = ("attribute", "target")

    def __init__(self, target: PhpObject, attribute: str) -> None:
        self.target = target
        self.attribute = attribute


def aset_deep(value: Any, base: Any, key: Any) -> Any:
    """`aset` where the container may be a string within an array."""
    if type(base) is PropertyString:
        storage = base.target.__dict__
        storage[base.attribute] = assign_to_string(storage[base.attribute], key, value)
        return written_letter(value)
    if type(base) is StringElement:
        base.array.set(base.key, assign_to_string(base.array.get(base.key), key, value))
        return written_letter(value)
    if key is _ABSENT:
        return aappend(value, base)
    return aset(value, base, key)


def _reference_element(base: PhpArray, key: Any) -> Any:
    if type(key) is str:
        number = canonical_int(key)
        if number is not None:
            key = number
    held = base.r.get(key)  # type: ignore[union-attr]
    if type(held) is Ref:
        return ref_for_write(held)
    if type(held) is PhpArray or isinstance(held, PhpObject):
        return held
    made = container(held)
    if type(made) is PhpArray:
        base.set(key, made)
    return made if type(made) is not str else StringElement(base, key)


def _object_element(base: PhpObject, key: Any, *, asked: Any) -> Any:
    native = getattr(type(base), "element_for_write_native", None)
    if native is not None:
        found = native(base, asked)
        if found is not None:
            return found
    value = raw_offset_get(base, key)
    if not isinstance(value, PhpObject):
        returns_ref = base.php_class.methods["offsetget"].info
        if type(value) is Ref:
            return ref_for_write(value)
        if returns_ref is None or not getattr(returns_ref, "returns_ref", False):
            ctx.notice(f"Indirect modification of overloaded element of {base.php_class.name} has no effect")
        return container(value)
    return value


def append_for_write(base: Any) -> Any:
    """The container at `$base[]`, to write deeper."""
    if isinstance(base, PhpArray):
        made = PhpArray()
        aappend(made, base)
        return made
    if isinstance(base, PhpObject):
        _check_append(base, "offsetget")
        return _object_element(base, None, asked=APPENDED)
    if type(base) is str:
        raise throw_error("Error", "[] operator not supported for strings")
    return _refuse_scalar(base)


def element_ref(base: Any, key: Any) -> Ref:
    """`&$base[$key]`."""
    if isinstance(base, PhpArray):
        if type(key) is not int and type(key) is not str:
            key = array_key(key)
        return base.ref(key)
    if isinstance(base, PhpObject):
        return _object_element_ref(base, key, asked=key)
    return _refuse_scalar(base, key, _NO_REFERENCES)  # type: ignore[no-any-return]


def _object_element_ref(base: PhpObject, key: Any, *, asked: Any) -> Ref:
    native = getattr(type(base), "element_ref_native", None)
    if native is not None:
        found = native(base, asked)
        if found is not None:
            return found  # type: ignore[no-any-return]
    value = raw_offset_get(base, key)
    if type(value) is not Ref and not isinstance(value, PhpObject):
        ctx.notice(f"Indirect modification of overloaded element of {base.php_class.name} has no effect")
    return value if type(value) is Ref else Ref(value)


def append_element_ref(base: Any) -> Ref:
    """`&$base[]`."""
    if isinstance(base, PhpArray):
        return base.append_ref()
    if isinstance(base, PhpObject):
        _check_append(base, "offsetget")
        return _object_element_ref(base, None, asked=APPENDED)
    if type(base) is str:
        raise throw_error("Error", "[] operator not supported for strings")
    return _refuse_scalar(base)  # type: ignore[no-any-return]


def bind_element(base: Any, key: Any, reference: Ref) -> None:
    """`$base[$key] = &$x`."""
    if isinstance(base, PhpArray):
        reference.holders += 1
        base.bind(key if type(key) is int or type(key) is str else array_key(key), reference)
        return
    if isinstance(base, PhpObject):
        native = getattr(type(base), "bind_element_native", None)
        if native is not None and native(base, key, reference):
            return
        # PHP fetches the element for writing before it sees that it cannot be bound.
        element_ref(base, key)
        raise throw_error("Error", "Cannot assign by reference to an array dimension of an object")
    _refuse_scalar(base, key, _NO_REFERENCES)


def bind_append(base: Any, reference: Ref) -> None:
    """`$base[] = &$x`."""
    if isinstance(base, PhpObject):
        append_element_ref(base)
        raise throw_error("Error", "Cannot assign by reference to an array dimension of an object")
    bind_element(base, base.next_index() if isinstance(base, PhpArray) else None, reference)


def unset_element(base: Any, key: Any) -> None:
    """`unset($base[$key])`; `base` is the variable's own handle."""
    if isinstance(base, PhpArray):
        if type(key) is not int and type(key) is not str:
            key = array_key(key, "unset")
        base.unset(key)
        return
    if isinstance(base, PhpObject):
        if "arrayaccess" not in base.ancestors:
            raise throw_error("Error", f"Cannot use object of type {base.php_class.name} as array")
        native = getattr(type(base), "unset_element_native", None)
        if native is None or not native(base, key):
            base.php_class.methods["offsetunset"].function(base, key)
        return
    if type(base) is str or type(base) is StringElement:
        raise throw_error("Error", "Cannot unset string offsets")
    if base is None or base is False:
        if base is False:
            ctx.deprecated("Automatic conversion of false to array is deprecated")
        return
    raise throw_error("Error", "Cannot unset offset in a non-array variable")


def element_for_unset(base: Any, key: Any) -> Any:
    """The container at `$base[$key]` on the way to an unset: nothing is made."""
    if isinstance(base, PhpArray):
        if type(key) is not int and type(key) is not str:
            key = array_key(key, "unset")
        if not base.has(key):
            return None
        if base.cow:
            base.separate()
        return base.get(key)
    if isinstance(base, PhpObject):
        native = getattr(type(base), "element_for_unset_native", None)
        if native is not None:
            found, value = native(base, key)
            if found:
                return value
            value = offset_get(base, key) if value is MISSING else None
        else:
            value = offset_get(base, key)
        if not isinstance(value, PhpObject):
            ctx.notice(f"Indirect modification of overloaded element of {base.php_class.name} has no effect")
        return value
    if type(base) is str:
        if type(key) is str:
            is_offset = parse_numeric(key)[1] in (NUMERIC, LEADING_NUMERIC)
        else:
            is_offset = key is None or type(key) in (int, bool, float)
            if is_offset and type(key) is not int:
                ctx.warning("String offset cast occurred")
        raise throw_error(
            "Error", "Cannot use string offset as an array" if is_offset else "Cannot unset string offsets"
        )
    if base is None:
        return None
    if base is False:
        ctx.deprecated("Automatic conversion of false to array is deprecated")
        return None
    raise throw_error("Error", "Cannot unset offset in a non-array variable")


# ---------------------------------------------------------------- strings that grow


def append_text(held: Any, text: Any) -> Any:
    """`$variable .= $text` for a variable that holds no builder: what it holds afterwards."""
    if type(text) is not str:
        text = to_string(text)
    if type(held) is not str:
        held = to_string(held)
    if len(held) < BUILDER_THRESHOLD:
        return held + text
    return StringBuilder(held, text)


def append_to_ref(reference: Ref, text: Any) -> None:
    """`.=` on a reference."""
    if type(text) is not str:
        text = to_string(text)
    held = reference.v
    if type(held) is StringBuilder:
        held.append(text)
    elif reference.check is not None:
        reference.set(to_string(held) + text)
    else:
        reference.v = append_text(held, text)


def keys_and_values(values: List[Any]) -> PhpArray:
    """An array literal from a flat list: key, value, key, value."""
    made = PhpArray()
    for position in range(0, len(values), 2):
        key = values[position]
        made.set(key if type(key) is int or type(key) is str else array_key(key), values[position + 1])
    return made


def unpack_into(target: PhpArray, value: Any) -> None:
    """`[...$value]`."""
    if type(value) is PhpArray:
        for key, item in value.items():
            if type(item) is PhpArray:
                item = item.share()
            if type(key) is str:
                target.set(key, item)
            else:
                aappend(item, target)
        return
    if isinstance(value, PhpObject) and "traversable" in value.ancestors:
        from engine.runtime.iteration import iterate

        for key, item in iterate(value):
            if type(key) is str and canonical_int(key) is None:
                target.set(key, item)
            elif type(key) is int or type(key) is str:
                aappend(item, target)
            else:
                raise throw_error("Error", "Keys must be of type int|string during array unpacking")
        return
    kind = "TypeError" if isinstance(value, PhpObject) else "Error"
    raise throw_error(kind, f"Only arrays and Traversables can be unpacked, {type_for_error(value)} given")
