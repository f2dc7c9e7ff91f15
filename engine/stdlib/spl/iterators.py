"""The iterators that hold another one: each keeps the element it fetched last, as PHP's do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, NoReturn

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, Callback
from engine.runtime.arrays import share_value
from engine.runtime.classes import instantiate, lookup_class
from engine.runtime.context import ctx
from engine.runtime.conversions import to_bool
from engine.runtime.exceptions import throw_error
from engine.runtime.generators import Generator
from engine.runtime.iteration import iterate
from engine.runtime.objects import PhpObject
from engine.stdlib.spl.object_state import walks_natively

if TYPE_CHECKING:
    from engine.runtime.values import PhpString, Value

EXTENSION = "SPL"

# No element has been fetched.
NOTHING = object()


@php_class("OuterIterator", kind="interface", interfaces=("Iterator",))
class OuterIterator(PhpObject):
    """An iterator that holds another one."""

    @method
    def getInnerIterator(self) -> Annotated[PhpObject, "Iterator"] | None:
        """Returns the inner iterator for the current entry."""


@php_class("RecursiveIterator", kind="interface", interfaces=("Iterator",))
class RecursiveIterator(PhpObject):
    """An iterator whose elements may have iterators of their own."""

    @method
    def hasChildren(self) -> bool:
        """Returns if an iterator can be created for the current entry."""
        raise NotImplementedError

    @method
    def getChildren(self) -> Annotated[PhpObject, "RecursiveIterator"] | None:
        """Returns an iterator for the current entry."""


@php_class("SeekableIterator", kind="interface", interfaces=("Iterator",))
class SeekableIterator(PhpObject):
    """An iterator that can be sent to a position."""

    @method
    def seek(self, offset: int) -> None:
        """Seeks to a position."""


def call(target: Any, name: str, *arguments: Any) -> Any:
    """Call a method, by its name in lower case."""
    return target.php_class.methods[name].function(target, *arguments)


@php_class("EmptyIterator", interfaces=("Iterator",))
class EmptyIterator(PhpObject):
    """An empty iterator."""

    @method
    def current(self) -> NoReturn:
        """Throws: there is no element."""
        raise throw_error("BadMethodCallException", "Accessing the value of an EmptyIterator")

    @method
    def next(self) -> None:
        """Does nothing."""

    @method
    def key(self) -> NoReturn:
        """Throws: there is no element."""
        raise throw_error("BadMethodCallException", "Accessing the key of an EmptyIterator")

    @method
    def valid(self) -> Literal[False]:
        """Never valid."""
        return False

    @method
    def rewind(self) -> None:
        """Does nothing."""


class DualIterator(PhpObject):
    """What all of them share: `_inner`, and the element and key fetched from it."""

    _inner: Any = None
    _current: Any = NOTHING
    _key: Any = NOTHING
    _position = 0
    _is_made = False

    def _check(self) -> Any:
        if not self._is_made:
            raise throw_error("Error", "The object is in an invalid state as the parent constructor was not called")
        return self._inner

    def _begin(self, inner: Any, base: str) -> None:
        """What constructors do."""
        if self._is_made:
            raise throw_error(
                "BadMethodCallException", f"{base}::getIterator() must be called exactly once per instance"
            )
        self._inner = inner
        self._is_made = True

    def method_target_native(self) -> Any:
        """The object that methods which this class lacks are called on."""
        return self._inner

    def _free(self) -> None:
        self._current = self._key = NOTHING

    def _rewind(self) -> None:
        self._free()
        self._position = 0
        if self._inner is not None:
            call(self._inner, "rewind")

    def _is_valid(self) -> bool:
        return self._inner is not None and to_bool(call(self._inner, "valid"))

    def _fetch(self, *, check: bool) -> bool:
        """Take the inner iterator's element; False at its end."""
        self._free()
        if check and not self._is_valid():
            return False
        self._current = share_value(call(self._inner, "current"))
        self._key = call(self._inner, "key")
        return True

    def _next(self) -> None:
        self._free()
        call(self._inner, "next")
        self._position += 1

    def _shown(self, value: Any) -> Any:
        return None if value is NOTHING else share_value(value)


@php_class("IteratorIterator", interfaces=("OuterIterator",))
class IteratorIterator(DualIterator):
    """Makes anything that is Traversable an Iterator."""

    is_uncloneable = True

    @method(name="__construct")
    def construct(self, iterator: Annotated[PhpObject, "Traversable"], class_: PhpString | None = None) -> None:
        """Create an iterator from anything that is traversable."""
        inner: Any = iterator
        if "iterator" not in inner.ancestors:
            if class_ is not None:
                cast = lookup_class(class_)
                if cast is None or not inner.php_class.is_subclass_of(cast) or "traversable" not in cast.ancestors:
                    raise throw_error(
                        "LogicException",
                        "Class to downcast to not found or not base class or does not implement Traversable",
                    )
            inner = as_iterator(inner)
        self._begin(inner, "IteratorIterator")

    @method
    def getInnerIterator(self) -> Annotated[PhpObject, "Iterator"] | None:
        """Get the inner iterator."""
        return self._check()  # type: ignore[no-any-return]

    @method
    def rewind(self) -> None:
        """Rewind to the first element."""
        self._check()
        self._rewind()
        self._fetch(check=True)

    @method
    def valid(self) -> bool:
        """Checks if the iterator is valid."""
        self._check()
        return self._current is not NOTHING

    @method
    def key(self) -> Value:
        """Get the key of the current element."""
        self._check()
        return self._shown(self._key)  # type: ignore[no-any-return]

    @method
    def current(self) -> Value:
        """Get the current value."""
        self._check()
        return self._shown(self._current)  # type: ignore[no-any-return]

    @method
    def next(self) -> None:
        """Forward to the next element."""
        self._check()
        self._next()
        self._fetch(check=True)


def aggregate(value: Any) -> Any:
    """What getIterator() gives, which must be Traversable."""
    inner = value.php_class.methods["getiterator"].function(value)
    if not isinstance(inner, PhpObject) or "traversable" not in inner.ancestors:
        name = value.php_class.name
        raise throw_error("LogicException", f"{name}::getIterator() must return an object that implements Traversable")
    return inner


def as_iterator(value: Any) -> Any:
    """The Iterator that a Traversable stands for."""
    while "iteratoraggregate" in value.ancestors:
        value = aggregate(value)
    if "iterator" not in value.ancestors:
        made = instantiate(ctx.library.find_class("internaliterator"))
        made._begin = lambda: iterate(value)
        return made
    return value


@php_class("FilterIterator", parent="IteratorIterator", abstract=True)
class FilterIterator(IteratorIterator):
    """Filters out unwanted elements of an iterator: accept() decides."""

    @method(abstract=True)
    def accept(self) -> bool:
        """Check whether the current element of the iterator is acceptable."""
        return False

    @method(name="__construct")
    def construct(self, iterator: Annotated[PhpObject, "Iterator"]) -> None:  # type: ignore[override]
        """Construct a filterIterator."""
        self._begin(iterator, "FilterIterator")

    def _fetch_accepted(self) -> None:
        accept = self.php_class.methods["accept"].function
        while self._fetch(check=True):
            if to_bool(accept(self)):
                return
            call(self._inner, "next")
        self._free()

    @method
    def rewind(self) -> None:
        """Rewind the iterator."""
        self._check()
        self._rewind()
        self._fetch_accepted()

    @method
    def next(self) -> None:
        """Move the iterator forward."""
        self._check()
        self._next()
        self._fetch_accepted()


@php_class("CallbackFilterIterator", parent="FilterIterator")
class CallbackFilterIterator(FilterIterator):
    """Filters with a callback."""

    _callback: Any = None

    @method(name="__construct")
    def construct(self, iterator: Annotated[PhpObject, "Iterator"], callback: Callback) -> None:  # type: ignore[override]
        """Create a filtered iterator from another iterator."""
        self._begin(iterator, "CallbackFilterIterator")
        self._callback = callback

    @method
    def accept(self) -> bool:
        """Calls the callback with the current value, the current key and the inner iterator as arguments."""
        self._check()
        if self._current is NOTHING:
            return False
        # As it comes, whatever the type says.
        return self._callback(share_value(self._current), self._shown(self._key), self._inner)  # type: ignore[no-any-return]


@php_class("RecursiveCallbackFilterIterator", parent="CallbackFilterIterator", interfaces=("RecursiveIterator",))
class RecursiveCallbackFilterIterator(CallbackFilterIterator):
    """Filters with a callback, children too."""

    @method(name="__construct")
    def construct(self, iterator: Annotated[PhpObject, "RecursiveIterator"], callback: Callback) -> None:  # type: ignore[override]
        """Create a RecursiveCallbackFilterIterator from a RecursiveIterator."""
        self._begin(iterator, "RecursiveCallbackFilterIterator")
        self._callback = callback

    @method
    def hasChildren(self) -> bool:
        """Check whether the inner iterator's current element has children."""
        return to_bool(call(self._check(), "haschildren"))

    @method
    def getChildren(self) -> Annotated[PhpObject, "RecursiveCallbackFilterIterator"]:
        """Return the inner iterator's children contained in a RecursiveCallbackFilterIterator."""
        children = call(self._check(), "getchildren")
        return self.php_class.make(children, callback_value(self._callback))  # type: ignore[no-any-return]


def callback_value(callback: Any) -> Any:
    """A callback as a value that another constructor takes."""
    from engine.runtime.functions import as_value

    return as_value(callback)


@php_class("RecursiveFilterIterator", parent="FilterIterator", abstract=True, interfaces=("RecursiveIterator",))
class RecursiveFilterIterator(FilterIterator):
    """Filters out unwanted elements of a recursive iterator."""

    @method(name="__construct")
    def construct(self, iterator: Annotated[PhpObject, "RecursiveIterator"]) -> None:  # type: ignore[override]
        """Create a RecursiveFilterIterator from a RecursiveIterator."""
        self._begin(iterator, "RecursiveFilterIterator")

    @method
    def hasChildren(self) -> bool:
        """Check whether the inner iterator's current element has children."""
        return to_bool(call(self._check(), "haschildren"))

    @method
    def getChildren(self) -> Annotated[PhpObject, "RecursiveFilterIterator"] | None:
        """Return the inner iterator's children contained in a RecursiveFilterIterator."""
        return self.php_class.make(call(self._check(), "getchildren"))  # type: ignore[no-any-return]


@php_class("ParentIterator", parent="RecursiveFilterIterator")
class ParentIterator(RecursiveFilterIterator):
    """Only shows those elements that have children."""

    @method(name="__construct")
    def construct(self, iterator: Annotated[PhpObject, "RecursiveIterator"]) -> None:  # type: ignore[override]
        """Constructs a ParentIterator."""
        self._begin(iterator, "ParentIterator")

    @method
    def accept(self) -> bool:
        """Determines acceptability."""
        return to_bool(call(self._check(), "haschildren"))


@php_class("LimitIterator", parent="IteratorIterator")
class LimitIterator(IteratorIterator):
    """Iterates over a limited subset of items in an iterator."""

    _offset = 0
    _count = -1

    @method(name="__construct")
    def construct(self, iterator: Annotated[PhpObject, "Iterator"], offset: int = 0, limit: int = -1) -> None:  # type: ignore[override]
        """Construct a LimitIterator."""
        if offset < 0:
            raise BadArgumentError("offset", "must be greater than or equal to 0")
        if limit < -1:
            raise BadArgumentError("limit", "must be greater than or equal to -1")
        self._begin(iterator, "LimitIterator")
        self._offset = offset
        self._count = limit

    def _is_within(self) -> bool:
        return self._count == -1 or self._position - self._offset < self._count

    def _seek(self, position: int) -> None:
        self._free()
        if position < self._offset:
            raise throw_error(
                "OutOfBoundsException", f"Cannot seek to {position} which is below the offset {self._offset}"
            )
        if self._count != -1 and position - self._offset >= self._count:
            raise throw_error(
                "OutOfBoundsException",
                f"Cannot seek to {position} which is behind offset {self._offset} plus count {self._count}",
            )
        if position != self._position and "seekableiterator" in self._inner.ancestors:
            call(self._inner, "seek", position)
            self._position = position
            if self._is_within() and self._is_valid():
                self._fetch(check=False)
            return
        if position < self._position:
            self._rewind()
        while position > self._position and self._is_valid():
            self._next()
        if self._is_valid():
            self._fetch(check=True)

    @method
    def rewind(self) -> None:
        """Rewind the iterator to the specified starting offset."""
        self._check()
        self._rewind()
        self._seek(self._offset)

    @method
    def valid(self) -> bool:
        """Check whether the current element is valid."""
        self._check()
        return self._is_within() and self._current is not NOTHING

    @method
    def next(self) -> None:
        """Move the iterator forward."""
        self._check()
        self._next()
        if self._is_within():
            self._fetch(check=True)

    @method
    def seek(self, offset: int) -> int:
        """Seek to the given position."""
        self._check()
        self._seek(offset)
        return self._position

    @method
    def getPosition(self) -> int:
        """Return the current position."""
        self._check()
        return self._position


@php_class("NoRewindIterator", parent="IteratorIterator")
class NoRewindIterator(IteratorIterator):
    """An iterator that ignores rewind operations."""

    _said: Any = NOTHING

    @method(name="__construct")
    def construct(self, iterator: Annotated[PhpObject, "Iterator"]) -> None:  # type: ignore[override]
        """Construct a NoRewindIterator."""
        self._begin(iterator, "NoRewindIterator")

    @method
    def rewind(self) -> None:
        """Prevents the rewind operation on the inner iterator."""

    @method
    def valid(self) -> bool:
        """Validates the iterator."""
        return to_bool(call(self._check(), "valid"))

    @method
    def key(self) -> Value:
        """Get the current key."""
        return call(self._check(), "key")  # type: ignore[no-any-return]

    @method
    def current(self) -> Value:
        """Get the current value."""
        inner = self._check()
        if walks_natively(inner):
            return share_value(call(inner, "current"))
        # What a script's iterator says is asked for once for each element.
        if self._said is NOTHING:
            self._said = share_value(call(inner, "current"))
        return share_value(self._said)

    @method
    def next(self) -> None:
        """Forward to the next element."""
        self._said = NOTHING
        call(self._check(), "next")


@php_class("InfiniteIterator", parent="IteratorIterator")
class InfiniteIterator(IteratorIterator):
    """Infinitely iterates over an iterator without having to manually rewind it."""

    @method(name="__construct")
    def construct(self, iterator: Annotated[PhpObject, "Iterator"]) -> None:  # type: ignore[override]
        """Constructs an InfiniteIterator."""
        self._begin(iterator, "InfiniteIterator")

    @method
    def next(self) -> None:
        """Moves the inner iterator forward or rewinds it."""
        self._check()
        self._next()
        if not self._is_valid():
            self._rewind()
            if not self._is_valid():
                return
        self._fetch(check=False)


@php_class("AppendIterator", parent="IteratorIterator")
class AppendIterator(IteratorIterator):
    """Iterates over several iterators, one after the other."""

    _list: Any = None

    @method(name="__construct")
    def construct(self) -> None:  # type: ignore[override]
        """Constructs an AppendIterator."""
        self._begin(None, "AppendIterator")
        self._list = ctx.library.find_class("arrayiterator").make()

    def _next_iterator(self) -> bool:
        self._free()
        self._inner = None
        if not call(self._list, "valid"):
            return False
        self._inner = call(self._list, "current")
        if isinstance(self._inner, Generator) and self._inner.is_finished:
            raise throw_error("Exception", "Cannot traverse an already closed generator")
        self._rewind()
        return True

    def _fetch_any(self) -> None:
        while not self._is_valid():
            call(self._list, "next")
            if not self._next_iterator():
                return
        self._fetch(check=False)

    @method
    def append(self, iterator: Annotated[PhpObject, "Iterator"]) -> None:
        """Appends an iterator."""
        self._check()
        was_at_end = call(self._list, "valid") and not self._is_valid()
        call(self._list, "append", iterator)
        if was_at_end:
            call(self._list, "next")
        if self._inner is None or not self._is_valid():
            if not call(self._list, "valid"):
                call(self._list, "rewind")
            while self._next_iterator() and self._inner is not iterator:
                call(self._list, "next")
            self._fetch_any()

    @method
    def rewind(self) -> None:
        """Rewind to the first element of the first inner iterator."""
        self._check()
        call(self._list, "rewind")
        if self._next_iterator():
            self._fetch_any()

    @method
    def valid(self) -> bool:
        """Checks validity of the current element."""
        self._check()
        return self._current is not NOTHING

    @method
    def current(self) -> Value:
        """Gets the current value."""
        self._check()
        if self._inner is not None:
            self._fetch(check=True)
        return self._shown(self._current)  # type: ignore[no-any-return]

    @method
    def next(self) -> None:
        """Moves to the next element."""
        self._check()
        if self._is_valid():
            self._next()
        self._fetch_any()

    @method
    def getIteratorIndex(self) -> int | None:
        """Gets an index of iterators."""
        self._check()
        return None if self._inner is None else call(self._list, "key")

    @method
    def getArrayIterator(self) -> Annotated[PhpObject, "ArrayIterator"]:
        """Gets the ArrayIterator."""
        self._check()
        return self._list  # type: ignore[no-any-return]


CLASSES = (
    OuterIterator, RecursiveIterator, SeekableIterator, EmptyIterator, IteratorIterator, FilterIterator,
    CallbackFilterIterator, RecursiveCallbackFilterIterator, RecursiveFilterIterator, ParentIterator, LimitIterator,
    NoRewindIterator, InfiniteIterator, AppendIterator,
)  # fmt: skip
