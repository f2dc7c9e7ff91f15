"""SplDoublyLinkedList, SplQueue, SplStack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator, List, Optional, Tuple

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, PhpConst, Untyped
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.coercion import FAILED, to_int_param
from engine.runtime.context import ctx
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.stdlib.spl.object_state import load_members, members, walks_natively

if TYPE_CHECKING:
    from engine.runtime.values import PhpString, Value

EXTENSION = "SPL"

_LIFO = 2
_DELETE = 1
_FIXED = 4
_COMPACT_AT = 64
# Where a cursor stands whose element was popped or shifted: on an element that holds nothing and has no neighbours.
_GONE = -1


class _Items:
    """A list that is quick at both ends: what was shifted off is cut away in larger pieces."""

    __slots__ = ("head", "items")

    def __init__(self, items: List[Any]) -> None:
        self.items = items
        self.head = 0

    def __len__(self) -> int:
        return len(self.items) - self.head

    def get(self, index: int) -> Any:
        return self.items[self.head + index]

    def set(self, index: int, value: Any) -> None:
        self.items[self.head + index] = value

    def shift(self) -> Value:
        value: Value = self.items[self.head]
        self.items[self.head] = None
        self.head += 1
        if self.head > _COMPACT_AT and self.head * 2 > len(self.items):
            del self.items[: self.head]
            self.head = 0
        return value

    def insert(self, index: int, value: Any) -> None:
        if index == 0 and self.head:
            self.head -= 1
            self.items[self.head] = value
        else:
            self.items.insert(self.head + index, value)

    def delete(self, index: int) -> None:
        del self.items[self.head + index]

    def values(self) -> List[Any]:
        return [share_value(value) for value in self.items[self.head :]]


class _Cursor:
    """Where a walk stands: the element's index, _GONE, or None off the list; and the key that is shown."""

    __slots__ = ("at", "key")

    def __init__(self) -> None:
        self.at: Optional[int] = None
        self.key = 0


@php_class("SplDoublyLinkedList", interfaces=("Iterator", "Countable", "ArrayAccess", "Serializable"))
class SplDoublyLinkedList(PhpObject):
    """The main functionalities of a doubly linked list."""

    IT_MODE_LIFO: PhpConst[int] = 2
    IT_MODE_FIFO: PhpConst[int] = 0
    IT_MODE_DELETE: PhpConst[int] = 1
    IT_MODE_KEEP: PhpConst[int] = 0

    _flags = 0
    _list: Any = None
    # The object's own cursor, made by its first use, and those of the loops that walk the list.
    _own: Any = None
    _cursors: Tuple[_Cursor, ...] = ()

    def _items(self) -> _Items:
        items: Any = self._list
        if items is None:
            items = self._list = _Items([])
        return items  # type: ignore[no-any-return]

    def clone_native(self, made: Any) -> None:
        """Give a clone a list of its own."""
        made._list = _Items(self._items().values())
        made._own = None
        made._cursors = ()

    def _cursor(self) -> _Cursor:
        if self._own is None:
            self._own = _Cursor()
            self._cursors = (*self._cursors, self._own)
        return self._own  # type: ignore[no-any-return]

    def _inserted(self, place: int) -> None:
        for cursor in self._cursors:
            if cursor.at is not None and cursor.at >= place:
                cursor.at += 1

    def _removed(self, place: int, left_at: Optional[int] = _GONE) -> None:
        """Move the cursors after an element was removed; one that stood on it stands at `left_at` now."""
        for cursor in self._cursors:
            if cursor.at is not None and cursor.at >= place:
                cursor.at = left_at if cursor.at == place else cursor.at - 1

    def _pop(self) -> Value:
        items = self._items()
        value: Value = items.items.pop()
        if self._cursors:
            self._removed(len(items))
        return value

    def _shift(self) -> Value:
        value = self._items().shift()
        if self._cursors:
            self._removed(0)
        return value

    def _index(self, index: int) -> int:
        """The place of the element that `index` means: a stack counts from its top."""
        return len(self._items()) - 1 - index if self._flags & _LIFO else index

    @method
    def add(self, index: int, value: Value) -> None:
        """Add/insert a new value at the specified index."""
        items = self._items()
        size = len(items)
        if index < 0 or index > size:
            raise BadArgumentError("index", "is out of range", "OutOfRangeException")
        value = share_value(value)
        if index == size:
            items.items.append(value)
        else:
            place = self._index(index)
            items.insert(place, value)
            self._inserted(place)

    @method
    def pop(self) -> Value:
        """Pops a node from the end of the doubly linked list."""
        items = self._items()
        if not len(items):
            raise throw_error("RuntimeException", "Can't pop from an empty datastructure")
        return self._pop()

    @method
    def shift(self) -> Value:
        """Shifts a node from the beginning of the doubly linked list."""
        items = self._items()
        if not len(items):
            raise throw_error("RuntimeException", "Can't shift from an empty datastructure")
        return self._shift()

    @method
    def push(self, value: Value) -> None:
        """Pushes an element at the end of the doubly linked list."""
        self._items().items.append(share_value(value))

    @method
    def unshift(self, value: Value) -> None:
        """Prepends the doubly linked list with an element."""
        self._items().insert(0, share_value(value))
        self._inserted(0)

    @method
    def top(self) -> Value:
        """Peeks at the node from the end of the doubly linked list."""
        items = self._items()
        if not len(items):
            raise throw_error("RuntimeException", "Can't peek at an empty datastructure")
        return share_value(items.items[-1])

    @method
    def bottom(self) -> Value:
        """Peeks at the node from the beginning of the doubly linked list."""
        items = self._items()
        if not len(items):
            raise throw_error("RuntimeException", "Can't peek at an empty datastructure")
        return share_value(items.get(0))

    @method(name="__debugInfo")
    def debug_info(self) -> PhpArray:
        """Return all properties, the flags and the elements."""
        result = members(self)
        result.set("\0SplDoublyLinkedList\0flags", self._flags)
        result.set("\0SplDoublyLinkedList\0dllist", PhpArray(self._items().values()))
        return result

    @method
    def count(self) -> int:
        """Counts the number of elements in the doubly linked list."""
        return len(self._items())

    @method
    def isEmpty(self) -> bool:
        """Checks whether the doubly linked list is empty."""
        return not len(self._items())

    @method
    def setIteratorMode(self, mode: int) -> int:
        """Sets the mode of iteration."""
        if self._flags & _FIXED and (self._flags & _LIFO) != (mode & _LIFO):
            raise throw_error("RuntimeException", "Iterators' LIFO/FIFO modes for SplStack/SplQueue objects are frozen")
        self._flags = (mode & (_LIFO | _DELETE)) | (self._flags & _FIXED)
        return self._flags

    @method
    def getIteratorMode(self) -> int:
        """Returns the mode of iteration."""
        return self._flags

    @method
    def offsetExists(self, index: Untyped) -> bool:
        """Returns whether the requested index exists."""
        number = _offset(index, "offsetExists")
        return 0 <= number < len(self._items())

    @method
    def offsetGet(self, index: Untyped) -> Value:
        """Returns the value at the specified index."""
        number = _offset(index, "offsetGet")
        items = self._items()
        if not 0 <= number < len(items):
            raise BadArgumentError("index", "is out of range", "OutOfRangeException")
        return share_value(items.get(self._index(number)))

    @method
    def offsetSet(self, index: Untyped, value: Value) -> None:
        """Sets the value at the specified index to value."""
        items = self._items()
        if index is None:
            items.items.append(share_value(value))
            return
        number = _offset(index, "offsetSet", "?int")
        if not 0 <= number < len(items):
            raise BadArgumentError("index", "is out of range", "OutOfRangeException")
        items.set(self._index(number), share_value(value))

    @method
    def offsetUnset(self, index: Untyped) -> None:
        """Unsets the value at the specified index."""
        number = _offset(index, "offsetUnset")
        items = self._items()
        if not 0 <= number < len(items):
            raise BadArgumentError("index", "is out of range", "OutOfRangeException")
        place = self._index(number)
        items.delete(place)
        self._removed(place, None)

    @method
    def rewind(self) -> None:
        """Rewind iterator back to the start."""
        self._start(self._cursor())

    def _start(self, cursor: _Cursor) -> None:
        size = len(self._items())
        cursor.key = size - 1 if self._flags & _LIFO else 0
        cursor.at = cursor.key if size else None

    def _at(self, cursor: _Cursor) -> Value:
        at = cursor.at
        return None if at is None or at == _GONE else share_value(self._items().get(at))

    @method
    def current(self) -> Value:
        """Return current array entry."""
        return self._at(self._cursor())

    @method
    def key(self) -> int:
        """Return current node index."""
        return self._cursor().key

    @method
    def prev(self) -> None:
        """Move to previous entry."""
        self._move(self._cursor(), self._flags ^ _LIFO)

    @method
    def next(self) -> None:
        """Move to next entry."""
        self._move(self._cursor(), self._flags)

    def _move(self, cursor: _Cursor, flags: int) -> None:
        at = cursor.at
        if at is None:
            return
        size = len(self._items())
        if flags & _LIFO:
            cursor.at = at - 1 if at > 0 else None
            cursor.key -= 1
            if flags & _DELETE and size:
                self._pop()
        else:
            cursor.at = at + 1 if at != _GONE and at + 1 < size else None
            if not flags & _DELETE:
                cursor.key += 1
            elif size:
                self._shift()

    @method
    def valid(self) -> bool:
        """Check whether the doubly linked list contains more nodes."""
        return self._cursor().at is not None

    @property
    def iterate_native(self) -> Any:
        """How foreach walks the list: with a position of its own."""
        return self._walk if walks_natively(self) else None

    def _walk(self) -> Iterator[Tuple[int, Any]]:
        flags = self._flags
        cursor = _Cursor()
        self._cursors = (*self._cursors, cursor)
        self._start(cursor)
        try:
            while cursor.at is not None:
                yield cursor.key, self._at(cursor)
                self._move(cursor, flags)
        finally:
            self._cursors = tuple(other for other in self._cursors if other is not cursor)

    @method
    def unserialize(self, data: PhpString) -> None:
        """Unserializes storage."""
        from engine.stdlib.spl.serial_text import read_list

        if not data:
            return
        values = read_list(data)
        self._flags = values[0]
        self._list = _Items(values[1:])

    @method
    def serialize(self) -> PhpString:
        """Serializes storage."""
        from engine.stdlib.variables.serialization import serialize

        return ":".join([serialize(value) for value in [self._flags, *self._items().values()]])

    @method(name="__serialize")
    def serialize_object(self) -> PhpArray:
        """Returns the serialized list."""
        return PhpArray([self._flags, PhpArray(self._items().values()), members(self)])

    @method(name="__unserialize")
    def unserialize_object(self, data: PhpArray) -> None:
        """Unserializes the list."""
        flags, storage, properties = data.get(0), data.get(1), data.get(2)
        if type(flags) is not int or type(storage) is not PhpArray or type(properties) is not PhpArray:
            raise throw_error("UnexpectedValueException", "Incomplete or ill-typed serialization data")
        self._flags = flags
        for value in storage.values():
            self._items().items.append(share_value(value))
        load_members(self, properties)


def _offset(index: Any, method_name: str, shown_type: str = "int") -> int:
    """The int that an offset means; throws PHP's TypeError for what means none."""
    if type(index) is int:
        return index
    if index is None:
        ctx.deprecated(
            f"SplDoublyLinkedList::{method_name}(): Passing null to parameter #1 ($index) of type int is deprecated"
        )
        return 0
    number = to_int_param(index) if type(index) in (str, float, bool) else FAILED
    if number is FAILED:
        raise BadArgumentError("index", f"must be of type {shown_type}, {type_for_error(index)} given", "TypeError")
    return number  # type: ignore[no-any-return]


@php_class("SplQueue", parent="SplDoublyLinkedList")
class SplQueue(SplDoublyLinkedList):
    """The main functionalities of a queue."""

    _flags = _FIXED

    @method
    def enqueue(self, value: Value) -> None:
        """Adds an element to the queue."""
        self._items().items.append(share_value(value))

    @method
    def dequeue(self) -> Value:
        """Dequeues a node from the queue."""
        items = self._items()
        if not len(items):
            raise throw_error("RuntimeException", "Can't shift from an empty datastructure")
        return self._shift()


@php_class("SplStack", parent="SplDoublyLinkedList")
class SplStack(SplDoublyLinkedList):
    """The main functionalities of a stack."""

    _flags = _FIXED | _LIFO


CLASSES = (SplDoublyLinkedList, SplQueue, SplStack)
