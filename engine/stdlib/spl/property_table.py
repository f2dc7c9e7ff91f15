"""PropertyTable: an object's public properties, with the methods of a PhpArray that ArrayObject needs."""

from __future__ import annotations

from typing import Any, List, Tuple

from engine.runtime.arrays import PhpArray
from engine.runtime.classes import PUBLIC
from engine.runtime.objects import UNINITIALIZED, PhpObject, note_added
from engine.runtime.properties import make_special, write_property_from
from engine.runtime.property_containers import bind_property, property_ref
from engine.runtime.property_listing import property_items
from engine.runtime.references import Ref
from engine.runtime.values import canonical_int


class PropertyTable:
    """The public properties of `target`, read and written in place."""

    __slots__ = ("target",)

    def __init__(self, target: PhpObject) -> None:
        self.target = target

    def raw_items(self) -> List[Tuple[Any, Any]]:
        """(key, value or Ref) of each property."""
        found = []
        for name, visibility, _owner, value in property_items(self.target):
            if visibility != "public" or value is UNINITIALIZED:
                continue
            number = canonical_int(name)
            found.append((name if number is None else number, value))
        return found

    def items(self) -> List[Tuple[Any, Any]]:
        """(key, value) of each property."""
        return [(key, value.get() if type(value) is Ref else value) for key, value in self.raw_items()]

    def __len__(self) -> int:
        return len(self.raw_items())

    def keys(self) -> List[Any]:
        """The names."""
        return [key for key, _value in self.raw_items()]

    def values(self) -> List[Any]:
        """The values."""
        return [value for _key, value in self.items()]

    def last_key(self) -> Any:
        """The last name; None when there is none."""
        keys = self.keys()
        return keys[-1] if keys else None

    def get(self, key: Any, default: Any = None) -> Any:
        """The value of a property, or `default`."""
        attribute = self._attribute(key)
        storage = self.target.__dict__
        value = storage.get(attribute, UNINITIALIZED)
        if value is UNINITIALIZED:
            value = storage.get("_refs", {}).get(attribute, UNINITIALIZED)
        if value is UNINITIALIZED:
            return default
        return value.get() if type(value) is Ref else value

    def has(self, key: Any) -> bool:
        """Whether there is a property of this name."""
        return self.get(key, UNINITIALIZED) is not UNINITIALIZED

    def set(self, key: Any, value: Any) -> None:
        """Write a property; its hooks do not hear of it."""
        storage = self.target.__dict__
        attribute = self._attribute(key)
        info = self.target.php_class.properties.get(str(key))
        if info is not None and not info.is_plain and not info.is_hooked:
            write_property_from(self.target, str(key), value, None)
            return
        held = storage.get("_refs", {}).get(attribute)
        if held is not None:
            held.set(value)
        else:
            if attribute not in storage:
                note_added(storage, attribute)
            storage[attribute] = value

    def unset(self, key: Any) -> None:
        """Remove a property."""
        storage = self.target.__dict__
        attribute = self._attribute(key)
        if attribute not in storage:
            storage.get("_refs", {}).pop(attribute, None)
            return
        del storage[attribute]
        if str(key) in self.target.php_class.properties:
            storage.setdefault("_unset", set()).add(attribute)
            make_special(self.target)

    def ref(self, key: Any) -> Ref:
        """A property as a reference."""
        self._make(key)
        return property_ref(self.target, str(key), None)

    def bind(self, key: Any, reference: Ref) -> None:
        """Have a property be `reference`."""
        self._make(key)
        bind_property(self.target, str(key), reference, None)

    def _attribute(self, key: Any) -> str:
        info = self.target.php_class.properties.get(str(key))
        return f"p_{key}" if info is None or info.visibility != PUBLIC else info.attribute

    def _make(self, key: Any) -> None:
        # Nobody is told that a property is made dynamically this way.
        if str(key) not in self.target.php_class.properties and not self.has(key):
            self.set(key, None)

    def append(self, value: Any) -> None:
        """Write a property whose name is the next number."""
        self.set(max((key for key in self.keys() if type(key) is int), default=-1) + 1, value)

    def share(self) -> PhpArray:
        """The properties as an array of its own."""
        result = PhpArray()
        for key, value in self.raw_items():
            if type(value) is Ref and value.holders <= 1:
                value = value.get()
            result.put(key, value.share() if type(value) is PhpArray else value)
        return result

    def become(self, array: PhpArray) -> None:
        """Have the properties of `array`, in its order."""
        storage = self.target.__dict__
        for key in self.keys():
            storage.pop(self._attribute(key), None)
        for key, value in array.items():
            note_added(storage, self._attribute(key))
            storage[self._attribute(key)] = value
