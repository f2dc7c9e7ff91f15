"""Where a builtin's reference parameter writes to when it was given an element or a property."""

from __future__ import annotations

from typing import Any

from engine.runtime.access import aget, aset, element_for_write
from engine.runtime.arrays import PhpArray
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref
from engine.runtime.typed_references import TypeSources


class ElementSlot(Ref):
    """`$a[k]` for a builtin's reference parameter: no reference is left behind in the array."""

    __slots__ = ("base", "key")

    def __init__(self, base: Any, key: Any) -> None:
        super().__init__(None)
        self.base = base
        self.key = key

    def get(self) -> Any:
        """The element, an array as a handle to write through."""
        if type(self.base) is PhpArray:
            value = self.base.get(self.key)
            if type(value) is PhpArray:
                return element_for_write(self.base, self.key)
            return value
        return aget(self.base, self.key)

    def set(self, value: Any) -> None:
        """Store the element."""
        aset(value, self.base, self.key)


class PropertySlot(Ref):
    """`$o->x` for a builtin's reference parameter."""

    __slots__ = ("name", "scope", "target")

    def __init__(self, target: Any, name: str, scope: Any) -> None:
        super().__init__(None)
        self.target = target
        self.name = name
        self.scope = scope

    def get(self) -> Any:
        """The property, an array as a handle to write through."""
        from engine.runtime.properties import isset_property
        from engine.runtime.property_containers import property_for_write

        value = isset_property(self.target, self.name, self.scope)
        if type(value) is PhpArray:
            return property_for_write(self.target, self.name, self.scope)
        return value

    def set(self, value: Any) -> None:
        """Store the property, which a reference holds meanwhile."""
        from engine.runtime.properties import find_property, write_any_property

        if not isinstance(self.target, PhpObject):
            write_any_property(self.target, self.name, value, self.scope)
            return
        info, _is_allowed = find_property(self.target.php_class, self.name, self.scope)
        if info is not None and info.type is not None and not info.is_readonly:
            value = TypeSources(info).fitted(value)
        write_any_property(self.target, self.name, value, self.scope)
