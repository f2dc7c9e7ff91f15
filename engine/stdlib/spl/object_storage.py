"""SplObjectStorage, MultipleIterator, and the interfaces of the observer pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Dict, Iterator, List, Optional, Tuple

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, PhpConst, Untyped
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.comparisons import UNCOMPARABLE, compare
from engine.runtime.conversions import to_bool, type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.lifetimes import shown_number
from engine.runtime.objects import PhpObject
from engine.stdlib.arrays.elements import COUNT_NORMAL
from engine.stdlib.spl.array_walk import ArrayWalk
from engine.stdlib.spl.object_state import is_overridden, load_members, members, walks_natively

if TYPE_CHECKING:
    from engine.runtime.values import PhpString, Value

EXTENSION = "SPL"


class _Entries:
    """(object, information) by hash, with the methods that ArrayWalk needs."""

    __slots__ = ("rows",)

    def __init__(self) -> None:
        self.rows: Dict[Any, List[Any]] = {}

    def keys(self) -> List[Any]:
        return list(self.rows)

    def has(self, key: Any) -> bool:
        return key in self.rows

    def last_key(self) -> Any:
        return next(reversed(self.rows), None)

    def __len__(self) -> int:
        return len(self.rows)


@php_class("SplObserver", kind="interface")
class SplObserver(PhpObject):
    """The observer of the observer pattern."""

    @method
    def update(self, subject: Annotated[PhpObject, "SplSubject"]) -> None:
        """Receive update from subject."""


@php_class("SplSubject", kind="interface")
class SplSubject(PhpObject):
    """The subject of the observer pattern."""

    @method
    def attach(self, observer: Annotated[PhpObject, "SplObserver"]) -> None:
        """Attach an SplObserver."""

    @method
    def detach(self, observer: Annotated[PhpObject, "SplObserver"]) -> None:
        """Detach an observer."""

    @method
    def notify(self) -> None:
        """Notify an observer."""


class _Storage(PhpObject):
    """What SplObjectStorage and MultipleIterator share."""

    _entries: Any = None
    _walk: Optional[ArrayWalk] = None
    _index = 0
    _flags = 1

    def _held(self) -> _Entries:
        entries: Any = self._entries
        if entries is None:
            entries = self._entries = _Entries()
        return entries  # type: ignore[no-any-return]

    def clone_native(self, made: Any) -> None:
        """Give a clone entries of its own."""
        made._entries = _Entries()
        made._entries.rows = {key: [row[0], share_value(row[1])] for key, row in self._held().rows.items()}
        made._walk = None

    def _attach(self, key: Any, target: Any, info: Any) -> None:
        row = self._held().rows.get(key)
        if row is None:
            self._held().rows[key] = [target, share_value(info)]
        else:
            row[1] = share_value(info)

    def _at(self) -> Optional[List[Any]]:
        """The row at the walk's position."""
        entries = self._held()
        walk = self._walk
        if walk is None:
            walk = self._walk = ArrayWalk(entries)
        return entries.rows[walk.key()] if walk.settle(entries) else None

    def _debug_info(self) -> PhpArray:
        rows = [
            PhpArray.from_strings({"obj": row[0], "inf": share_value(row[1])}) for row in self._held().rows.values()
        ]
        result = members(self)
        result.set("\0SplObjectStorage\0storage", PhpArray(rows))
        return result


@php_class("SplObjectStorage", interfaces=("Countable", "SeekableIterator", "Serializable", "ArrayAccess"))
class SplObjectStorage(_Storage):
    """A map from objects to data or, by ignoring data, an object set."""

    def _hash(self, target: Any) -> Any:
        """What tells an object apart: its number, or what a script's getHash() says."""
        if not is_overridden(self, "gethash"):
            return id(target)
        found = self.php_class.methods["gethash"].function(self, target)
        if type(found) is not str:
            name, given = self.php_class.name, type_for_error(found)
            raise throw_error("TypeError", f"{name}::getHash(): Return value must be of type string, {given} returned")
        return found

    @method
    def attach(self, object_: PhpObject, info: Value = None) -> None:
        """Adds an object in the storage."""
        self._attach(self._hash(object_), object_, info)

    @method
    def detach(self, object_: PhpObject) -> None:
        """Removes an object from the storage."""
        self._held().rows.pop(self._hash(object_), None)
        self._restart()

    def _restart(self) -> None:
        self._walk = ArrayWalk(self._held())
        self._index = 0

    @method
    def contains(self, object_: PhpObject) -> bool:
        """Checks if the storage contains a specific object."""
        return self._hash(object_) in self._held().rows

    @method
    def addAll(self, storage: Annotated[PhpObject, "SplObjectStorage"]) -> int:
        """Adds all objects from another storage."""
        for target, info in [tuple(row) for row in storage._held().rows.values()]:
            self._attach(self._hash(target), target, info)
        return len(self._held())

    @method
    def removeAll(self, storage: Annotated[PhpObject, "SplObjectStorage"]) -> int:
        """Removes objects contained in another storage from the current storage."""
        for row in list(storage._held().rows.values()):
            self._held().rows.pop(self._hash(row[0]), None)
        self._restart()
        return len(self._held())

    @method
    def removeAllExcept(self, storage: Annotated[PhpObject, "SplObjectStorage"]) -> int:
        """Removes all objects except for those contained in another storage from the current storage."""
        for key, row in list(self._held().rows.items()):
            if storage._hash(row[0]) not in storage._held().rows:
                self._held().rows.pop(key, None)
        self._restart()
        return len(self._held())

    @method
    def getInfo(self) -> Value:
        """Returns the data associated with the current iterator entry."""
        row = self._at()
        return None if row is None else share_value(row[1])

    @method
    def setInfo(self, info: Value) -> None:
        """Sets the data associated with the current iterator entry."""
        row = self._at()
        if row is not None:
            row[1] = share_value(info)

    @method
    def count(self, mode: int = COUNT_NORMAL) -> int:
        """Returns the number of objects in the storage."""
        return len(self._held())

    @method
    def rewind(self) -> None:
        """Rewind the iterator to the first storage element."""
        self._restart()

    @method
    def valid(self) -> bool:
        """Returns if the current iterator entry is valid."""
        return self._at() is not None

    @method
    def key(self) -> int:
        """Returns the index at which the iterator currently is."""
        return self._index

    @method
    def current(self) -> PhpObject:
        """Returns the current storage entry."""
        row = self._at()
        if row is None:
            raise throw_error("RuntimeException", "Called current() on invalid iterator")
        return row[0]  # type: ignore[no-any-return]

    @method
    def next(self) -> None:
        """Move to the next entry."""
        if self._at() is not None:
            assert self._walk is not None
            self._walk.advance(self._held())
        self._index += 1

    @method
    def seek(self, offset: int) -> None:
        """Seeks iterator to position."""
        if not 0 <= offset < len(self._held()):
            raise throw_error("OutOfBoundsException", f"Seek position {offset} is out of range")
        self._restart()
        assert self._walk is not None
        for _step in range(offset):
            self._walk.advance(self._held())
        self._index = offset

    @property
    def iterate_native(self) -> Any:
        """How foreach walks the storage: with the object's own position, which getInfo() asks for."""
        return self._each if walks_natively(self) else None

    def _each(self) -> Iterator[Tuple[int, Any]]:
        self._restart()
        while True:
            row = self._at()
            if row is None:
                return
            yield self._index, row[0]
            if self._at() is not None:
                assert self._walk is not None
                self._walk.advance(self._held())
            self._index += 1

    @method
    def unserialize(self, data: PhpString) -> None:
        """Unserializes a storage from its string representation."""
        from engine.stdlib.spl.serial_text import read_storage

        if not data:
            return
        rows, properties = read_storage(data)
        for target, info in rows:
            self._attach(self._hash(target), target, info)
        load_members(self, properties)

    @method
    def serialize(self) -> PhpString:
        """Serializes the storage."""
        from engine.stdlib.variables.serialization import serialize

        rows = list(self._held().rows.values())
        pieces = [f"{serialize(row[0])},{serialize(row[1])};" for row in rows]
        return f"x:i:{len(pieces)};{''.join(pieces)}m:{serialize(members(self))}"

    @method
    def offsetExists(self, object_: Untyped) -> bool:
        """Checks whether an object exists in the storage."""
        return self._hash(_object(object_)) in self._held().rows

    @method
    def offsetGet(self, object_: Untyped) -> Value:
        """Returns the data associated with an object."""
        row = self._held().rows.get(self._hash(_object(object_)))
        if row is None:
            raise throw_error("UnexpectedValueException", "Object not found")
        return share_value(row[1])

    @method
    def offsetSet(self, object_: Untyped, info: Value = None) -> None:
        """Associates data to an object in the storage."""
        target = _object(object_)
        self._attach(self._hash(target), target, info)

    @method
    def offsetUnset(self, object_: Untyped) -> None:
        """Removes an object from the storage."""
        self._held().rows.pop(self._hash(_object(object_)), None)
        self._restart()

    def unset_element_native(self, key: Any) -> bool:
        """`unset($storage[$key])`, which leaves the position alone; False where offsetUnset() has to be called."""
        if not isinstance(key, PhpObject) or is_overridden(self, "offsetunset") or is_overridden(self, "gethash"):
            return False
        self._held().rows.pop(self._hash(key), None)
        return True

    @method
    def getHash(self, object_: PhpObject) -> PhpString:
        """Calculate a unique identifier for the contained objects."""
        return f"{shown_number(object_):016x}0000000000000000"

    @method(name="__serialize")
    def serialize_object(self) -> PhpArray:
        """Returns what serialize() saves."""
        flat: List[Any] = []
        for row in list(self._held().rows.values()):
            flat += [row[0], share_value(row[1])]
        return PhpArray([PhpArray(flat), members(self)])

    @method(name="__unserialize")
    def unserialize_object(self, data: PhpArray) -> None:
        """Takes what serialize() saved."""
        flat, properties = data.get(0), data.get(1)
        if type(flat) is not PhpArray or type(properties) is not PhpArray:
            raise throw_error("UnexpectedValueException", "Incomplete or ill-typed serialization data")
        values = flat.values()
        if len(values) % 2:
            raise throw_error("UnexpectedValueException", "Odd number of elements")
        for place in range(0, len(values), 2):
            if not isinstance(values[place], PhpObject):
                raise throw_error("UnexpectedValueException", "Non-object key")
            self._attach(self._hash(values[place]), values[place], values[place + 1])
        load_members(self, properties)

    @method(name="__debugInfo")
    def debug_info(self) -> PhpArray:
        """Returns the properties and the storage."""
        return self._debug_info()

    @staticmethod
    def compare_hook(a: Any, b: Any) -> Any:
        """Storages of the same objects compare by what is stored with them."""
        if not (isinstance(a, SplObjectStorage) and isinstance(b, SplObjectStorage)):
            return NotImplemented
        left, right = a._held().rows, b._held().rows
        if len(left) != len(right):
            return 1 if len(left) > len(right) else -1
        for key, row in left.items():
            other = right.get(key)
            if other is None:
                return UNCOMPARABLE
            result = compare(row[1], other[1])
            if result:
                return result
        return compare(members(a), members(b))


def _object(value: Any) -> Any:
    if not isinstance(value, PhpObject):
        raise BadArgumentError("object", f"must be of type object, {type_for_error(value)} given", "TypeError")
    return value


@php_class("MultipleIterator", interfaces=("Iterator",))
class MultipleIterator(_Storage):
    """An Iterator that sequentially iterates over all attached iterators."""

    # Unless the constructor ran.
    _flags = 0

    MIT_NEED_ANY: PhpConst[int] = 0
    MIT_NEED_ALL: PhpConst[int] = 1
    MIT_KEYS_NUMERIC: PhpConst[int] = 0
    MIT_KEYS_ASSOC: PhpConst[int] = 2

    @method(name="__construct")
    def construct(self, flags: int = 1) -> None:
        """Constructs a new MultipleIterator."""
        self._flags = flags

    @staticmethod
    def compare_hook(a: Any, b: Any) -> Any:
        """Only itself is equal."""
        return 0 if a is b else UNCOMPARABLE

    @method
    def getFlags(self) -> int:
        """Gets the flag information."""
        return self._flags

    @method
    def setFlags(self, flags: int) -> None:
        """Sets flags."""
        self._flags = flags

    @method
    def attachIterator(self, iterator: Annotated[PhpObject, "Iterator"], info: PhpString | int | None = None) -> None:
        """Attaches iterator information."""
        if info is not None:
            for row in self._held().rows.values():
                if row[1] == info and type(row[1]) is type(info):
                    raise throw_error("InvalidArgumentException", "Key duplication error")
        self._attach(id(iterator), iterator, info)

    @method
    def detachIterator(self, iterator: Annotated[PhpObject, "Iterator"]) -> None:
        """Detaches an iterator."""
        self._held().rows.pop(id(iterator), None)

    @method
    def containsIterator(self, iterator: Annotated[PhpObject, "Iterator"]) -> bool:
        """Checks if an iterator is attached."""
        return id(iterator) in self._held().rows

    @method
    def countIterators(self) -> int:
        """Gets the number of attached iterator instances."""
        return len(self._held())

    def _call_all(self, name: str) -> None:
        for row in list(self._held().rows.values()):
            row[0].php_class.methods[name].function(row[0])

    @method
    def rewind(self) -> None:
        """Rewinds all attached iterator instances."""
        self._call_all("rewind")

    @method
    def valid(self) -> bool:
        """Checks the validity of sub iterators."""
        rows = list(self._held().rows.values())
        if not rows:
            return False
        need_all = bool(self._flags & self.MIT_NEED_ALL)
        for row in rows:
            if to_bool(row[0].php_class.methods["valid"].function(row[0])) is not need_all:
                return not need_all
        return need_all

    @method
    def key(self) -> PhpArray:
        """Gets the registered iterator instances."""
        return self._collect("key")

    @method
    def current(self) -> PhpArray:
        """Gets the registered iterator instances."""
        return self._collect("current")

    def _collect(self, name: str) -> PhpArray:
        rows = list(self._held().rows.values())
        if not rows:
            raise throw_error("RuntimeException", f"Called {name}() on an invalid iterator")
        result = PhpArray()
        for target, info in rows:
            methods = target.php_class.methods
            if methods["valid"].function(target) is True:
                value = methods[name].function(target)
            elif self._flags & self.MIT_NEED_ALL:
                raise throw_error("RuntimeException", f"Called {name}() with non valid sub iterator")
            else:
                value = None
            if self._flags & self.MIT_KEYS_ASSOC:
                if info is None:
                    raise throw_error("InvalidArgumentException", "Sub-Iterator is associated with NULL")
                result.set(info, share_value(value))
            else:
                result.append(share_value(value))
        return result

    @method
    def next(self) -> None:
        """Moves all attached iterator instances forward."""
        self._call_all("next")

    @method(name="__debugInfo")
    def debug_info(self) -> PhpArray:
        """Returns the properties and the storage."""
        return self._debug_info()


CLASSES = (SplObserver, SplSubject, SplObjectStorage, MultipleIterator)
