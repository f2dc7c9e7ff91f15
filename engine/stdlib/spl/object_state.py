"""What the SPL's classes share: how foreach walks them, what is saved of their properties."""

from __future__ import annotations

from typing import Any

from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.conversions import mangle_property
from engine.runtime.objects import UNINITIALIZED, PhpObject
from engine.runtime.properties import write_property_from
from engine.runtime.references import Ref

_ITERATOR_METHODS = ("rewind", "valid", "current", "key", "next")


def walks_natively(target: PhpObject) -> bool:
    """Whether foreach need not call the object's Iterator methods: no class of a script overrides one."""
    methods = target.php_class.methods
    for name in _ITERATOR_METHODS:
        if not methods[name].declaring.is_internal:
            return False
    return True


def is_overridden(target: PhpObject, lower_name: str) -> bool:
    """Whether a class of a script declares this method."""
    return not target.php_class.methods[lower_name].declaring.is_internal


def members(target: PhpObject) -> PhpArray:
    """The properties by mangled name, for __serialize and __debugInfo."""
    result = PhpArray()
    for name, visibility, declaring, value in PhpObject.property_items(target):
        if value is UNINITIALIZED:
            continue
        if type(value) is Ref and value.holders <= 1:
            value = value.get()
        result.put(mangle_property(name, visibility, declaring), share_value(value))
    return result


def load_members(target: PhpObject, array: PhpArray) -> None:
    """Give the properties back that `members` saved."""
    for key, value in array.items():
        name = str(key)
        if name[:1] == "\0":
            name = name[name.index("\0", 1) + 1 :]
        write_property_from(target, name, share_value(value), target.php_class)


def plain(value: Any) -> Any:
    """A value that a method returns: no reference."""
    return value.get() if type(value) is Ref else value
