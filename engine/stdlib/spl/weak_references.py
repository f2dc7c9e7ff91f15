"""WeakReference and WeakMap: they hold no handle, and are told when an object goes (see runtime/lifetimes.py)."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Annotated, Any, Callable, Dict, Iterator, List, Optional, Tuple

from engine.builtin.classes import method, php_class
from engine.runtime.access import ref_for_write
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.classes import PhpClass, instantiate
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.lifetimes import shown_number, unwatch, watch, watchers_of
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref
from engine.stdlib.spl.object_state import plain

if TYPE_CHECKING:
    from engine.builtin.declare import Untyped
    from engine.runtime.values import Value

EXTENSION = "Core"


@php_class("WeakReference", final=True, dynamic_properties=False)
class WeakReference(PhpObject):
    """Allows the programmer to retain a reference to an object."""

    is_uncloneable = True

    _target: Callable[[], Optional[PhpObject]] = staticmethod(lambda: None)

    @method(name="__construct")
    def construct(self) -> None:
        """Refuse to be made otherwise than by create()."""
        problem = "Direct instantiation of WeakReference is not allowed, use WeakReference::create instead"
        raise throw_error("Error", problem)

    @staticmethod
    @method(static=True)
    def create(called: PhpClass, object_: PhpObject) -> Annotated[PhpObject, "WeakReference"]:
        """Create a new weak reference; the same one for the same object."""
        for watcher in watchers_of(object_):
            if isinstance(watcher, WeakReference):
                return watcher
        made: Any = instantiate(called)
        made._target = weakref.ref(object_)
        watch(object_, made)
        return made  # type: ignore[no-any-return]

    @method
    def get(self) -> PhpObject | None:
        """Get a weakly referenced object."""
        return self._target()

    def forget_native(self, _oid: int) -> None:
        """The object goes, what it holds after it."""
        del self._target

    def debug_items(self) -> Any:
        """The object it refers to."""
        return [("object", "public", "", self._target())]


@php_class(
    "WeakMap", final=True, dynamic_properties=False, interfaces=("ArrayAccess", "Countable", "IteratorAggregate")
)
class WeakMap(PhpObject):
    """A map that accepts objects as keys."""

    append_refusal = "Cannot append to WeakMap"

    _rows: Any = None

    def _held(self) -> Dict[int, List[Any]]:
        """[weak reference to the object, value] by the object's number."""
        rows: Any = self._rows
        if rows is None:
            rows = self._rows = {}
        return rows  # type: ignore[no-any-return]

    def clone_native(self, made: Any) -> None:
        """Give a clone rows of its own."""
        made._rows = {}
        for reference, value in self._held().values():
            made.offset_set(reference(), value)

    def forget_native(self, oid: int) -> None:
        """The object of this number goes."""
        self._held().pop(oid, None)

    @method(name="offsetGet")
    def offset_get(self, object_: Untyped) -> Value:
        """Returns the value pointed to by a certain object."""
        row = self._held().get(_key(object_).oid)
        if row is None:
            raise throw_error(
                "Error", f"Object {object_.php_class.name}#{shown_number(object_)} not contained in WeakMap"
            )
        return row[1].get() if type(row[1]) is Ref else share_value(row[1])

    @method(name="offsetSet")
    def offset_set(self, object_: Untyped, value: Value) -> None:
        """Updates the map with a new key-value pair."""
        key = _key(object_)
        rows = self._held()
        if key.oid not in rows:
            watch(key, self)
        rows[key.oid] = [weakref.ref(key), share_value(value)]

    @method(name="offsetExists")
    def offset_exists(self, object_: Untyped) -> bool:
        """Checks whether a certain object is in the map."""
        row = self._held().get(_key(object_).oid)
        return row is not None and row[1] is not None

    @method(name="offsetUnset")
    def offset_unset(self, object_: Untyped) -> None:
        """Removes an entry from the map."""
        if self._held().pop(_key(object_).oid, None) is not None:
            unwatch(object_, self)

    @method
    def count(self) -> int:
        """Counts the number of live entries in the map."""
        return len(self._held())

    @method(name="getIterator")
    def get_iterator(self) -> Annotated[PhpObject, "Iterator"]:
        """Retrieve an external iterator."""
        made = instantiate(ctx.library.find_class("internaliterator"))
        made._begin = self.iterate_native
        return made

    def iterate_native(self) -> Iterator[Tuple[Any, Any]]:
        """How foreach walks the map."""
        for row in list(self._held().values()):
            yield row[0](), share_value(plain(row[1]))

    def iterate_references(self) -> Iterator[Tuple[Any, Ref]]:
        """How foreach walks the map by reference."""
        for row in list(self._held().values()):
            reference = row[1] = row[1] if type(row[1]) is Ref else Ref(row[1])
            yield row[0](), reference

    def element_for_write_native(self, key: Any) -> Any:
        """The container in an element, for `$map[$object][…] = …`."""
        return ref_for_write(self.element_ref_native(key))

    def element_ref_native(self, key: Any) -> Ref:
        """An element as a reference."""
        row = self._held().get(_key(key).oid)
        if row is None:
            raise throw_error("Error", f"Object {key.php_class.name}#{shown_number(key)} not contained in WeakMap")
        if type(row[1]) is not Ref:
            row[1] = Ref(row[1])
        return row[1]  # type: ignore[no-any-return]

    def bind_element_native(self, key: Any, reference: Ref) -> bool:
        """`$map[$object] = &$x`."""
        self.offset_set(_key(key), None)
        self._held()[key.oid][1] = reference
        reference.holders += 1
        return True

    def debug_items(self) -> Any:
        """The entries."""
        items: List[Any] = []
        for index, row in enumerate(self._held().values()):
            items.append((index, "public", "", PhpArray.from_strings({"key": row[0](), "value": row[1]})))
        return items


def _key(value: Any) -> Any:
    if not isinstance(value, PhpObject):
        raise throw_error("TypeError", "WeakMap key must be an object")
    return value


CLASSES = (WeakReference, WeakMap)
