"""SplHeap and its kind, SplPriorityQueue. The order of equal elements is PHP's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator, List, Literal, Tuple

from engine.builtin.classes import method, php_class
from engine.errors import PhpThrown
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.comparisons import compare
from engine.runtime.conversions import to_int
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.stdlib.spl.object_state import is_overridden, members, walks_natively

if TYPE_CHECKING:
    from engine.builtin.declare import PhpConst
    from engine.runtime.values import Value

EXTENSION = "SPL"


class _Heap(PhpObject):
    """What heaps and priority queues share: a binary heap in a list. `_comparison` compares two elements."""

    _list: Any = None
    _is_corrupted = False
    _is_locked = False
    _flags = 0

    def _elements(self) -> List[Any]:
        elements: Any = self._list
        if elements is None:
            elements = self._list = []
        return elements  # type: ignore[no-any-return]

    def clone_native(self, made: Any) -> None:
        """Give a clone a heap of its own."""
        made._list = [share_value(element) for element in self._elements()]
        made._is_locked = False

    def _comparison(self) -> Any:
        """The function that compares two elements: positive where the first comes before the second."""
        raise NotImplementedError

    def _shown(self, element: Any) -> Any:
        """An element as the script gets it."""
        return share_value(element)

    def _check(self, *, writing: bool) -> None:
        if self._is_corrupted:
            raise throw_error("RuntimeException", "Heap is corrupted, heap properties are no longer ensured.")
        if writing and self._is_locked:
            raise throw_error("RuntimeException", "Heap cannot be changed when it is already being modified.")

    def _insert(self, element: Any) -> None:
        self._check(writing=True)
        elements = self._elements()
        order = self._comparison()
        index = len(elements)
        elements.append(element)
        self._is_locked = True
        try:
            while index > 0:
                above = (index - 1) // 2
                if order(elements[above], element) >= 0:
                    break
                elements[index] = elements[above]
                index = above
        except PhpThrown:
            self._is_corrupted = True
            raise
        finally:
            self._is_locked = False
            elements[index] = element

    def _delete_top(self) -> Any:
        elements = self._elements()
        order = self._comparison()
        limit = (len(elements) - 1) // 2
        result = elements[0]
        bottom = elements.pop()
        count = len(elements)
        if not count:
            return result
        elements.append(bottom)  # a child may be compared with it
        index = 0
        self._is_locked = True
        try:
            while index < limit:
                below = index * 2 + 1
                if below != count and order(elements[below + 1], elements[below]) > 0:
                    below += 1
                if order(bottom, elements[below]) >= 0:
                    break
                elements[index] = elements[below]
                index = below
        except PhpThrown:
            self._is_corrupted = True
            raise
        finally:
            self._is_locked = False
            elements[index] = bottom
            elements.pop()
        return result

    def _extract(self) -> Any:
        self._check(writing=True)
        if not self._elements():
            raise throw_error("RuntimeException", "Can't extract from an empty heap")
        return self._shown(self._delete_top())

    def _top(self) -> Any:
        self._check(writing=False)
        elements = self._elements()
        if not elements:
            raise throw_error("RuntimeException", "Can't peek at an empty heap")
        return self._shown(elements[0])

    @property
    def iterate_native(self) -> Any:
        """How foreach walks the heap: it takes the elements out."""
        return self._walk if walks_natively(self) else None

    def _walk(self) -> Iterator[Tuple[int, Any]]:
        while self._elements():
            self._check(writing=False)
            yield len(self._elements()) - 1, self._shown(self._elements()[0])
            self._check(writing=True)
            if self._elements():
                self._delete_top()

    def _debug(self, owner: str, elements: List[Any]) -> PhpArray:
        result = members(self)
        result.set(f"\0{owner}\0flags", self._flags)
        result.set(f"\0{owner}\0isCorrupted", self._is_corrupted)
        result.set(f"\0{owner}\0heap", PhpArray(elements))
        return result

    def _by_method(self) -> Any:
        """The comparison that a script's class declares."""
        function = self.php_class.methods["compare"].function
        return lambda a, b: to_int(function(self, share_value(a), share_value(b)))


def _shared_methods() -> Any:
    """The methods that SplHeap and SplPriorityQueue both declare."""

    class Shared:
        @method
        def count(self: Any) -> int:
            """Counts the number of elements."""
            return len(self._elements())

        @method
        def isEmpty(self: Any) -> bool:
            """Checks whether it is empty."""
            return not self._elements()

        @method
        def rewind(self: Any) -> None:
            """Rewind iterator back to the start (no-op)."""

        @method
        def current(self: Any) -> Value:
            """Return current node pointed by the iterator."""
            elements = self._elements()
            return self._shown(elements[0]) if elements else None

        @method
        def key(self: Any) -> int:
            """Return current node index."""
            return len(self._elements()) - 1

        @method
        def next(self: Any) -> None:
            """Move to the next node."""
            self._check(writing=True)
            if self._elements():
                self._delete_top()

        @method
        def valid(self: Any) -> bool:
            """Check whether there are more nodes."""
            return bool(self._elements())

        @method
        def recoverFromCorruption(self: Any) -> Literal[True]:
            """Recover from the corrupted state and allow further actions."""
            self._is_corrupted = False
            return True

        @method
        def isCorrupted(self: Any) -> bool:
            """Tells if it is in a corrupted state."""
            return bool(self._is_corrupted)

        @method
        def extract(self: Any) -> Value:
            """Extracts a node from top and sifts up."""
            value: Value = self._extract()
            return value

        @method
        def top(self: Any) -> Value:
            """Peeks at the node from the top."""
            value: Value = self._top()
            return value

    return {name: value for name, value in vars(Shared).items() if hasattr(value, "php_method")}


def _with_shared(native: type) -> type:
    for name, value in _shared_methods().items():
        setattr(native, name, value)
    return native


@php_class("SplHeap", abstract=True, interfaces=("Iterator", "Countable"), last="""
    extract insert top count isEmpty rewind current key next valid recoverFromCorruption compare isCorrupted __debugInfo
    """)  # fmt: skip
@_with_shared
class SplHeap(_Heap):
    """The main functionalities of a heap."""

    def _comparison(self) -> Any:
        return self._by_method()

    @method
    def insert(self, value: Value) -> Literal[True]:
        """Inserts an element in the heap by sifting it up."""
        self._insert(share_value(value))
        return True

    @method(visibility="protected", abstract=True)
    def compare(self, value1: Value, value2: Value) -> int:
        """Compare elements in order to place them correctly in the heap while sifting up."""
        return 0

    @method(name="__debugInfo")
    def debug_info(self) -> PhpArray:
        """Returns the heap's state."""
        return self._debug("SplHeap", [share_value(element) for element in self._elements()])


@php_class("SplMinHeap", parent="SplHeap")
class SplMinHeap(SplHeap):
    """The main functionalities of a heap, keeping the minimum on the top."""

    def _comparison(self) -> Any:
        return self._by_method() if is_overridden(self, "compare") else _reversed

    @method(visibility="protected")
    def compare(self, value1: Value, value2: Value) -> int:
        """Compare elements in order to place them correctly in the heap while sifting up."""
        return compare(value2, value1)


@php_class("SplMaxHeap", parent="SplHeap")
class SplMaxHeap(SplHeap):
    """The main functionalities of a heap, keeping the maximum on the top."""

    def _comparison(self) -> Any:
        return self._by_method() if is_overridden(self, "compare") else compare

    @method(visibility="protected")
    def compare(self, value1: Value, value2: Value) -> int:
        """Compare elements in order to place them correctly in the heap while sifting up."""
        return compare(value1, value2)


def _reversed(a: Any, b: Any) -> int:
    return compare(b, a)


@php_class("SplPriorityQueue", interfaces=("Iterator", "Countable"), last="""
    top extract count isEmpty rewind current key next valid recoverFromCorruption isCorrupted getExtractFlags
    __debugInfo
    """)  # fmt: skip
@_with_shared
class SplPriorityQueue(_Heap):
    """The main functionalities of a prioritized queue."""

    EXTR_BOTH: PhpConst[int] = 3
    EXTR_PRIORITY: PhpConst[int] = 2
    EXTR_DATA: PhpConst[int] = 1

    _flags = 1

    def clone_native(self, made: Any) -> None:
        """Give a clone a queue of its own."""
        made._list = list(self._elements())
        made._is_locked = False

    def _comparison(self) -> Any:
        if not is_overridden(self, "compare"):
            return _by_priority
        function = self.php_class.methods["compare"].function
        return lambda a, b: to_int(function(self, share_value(a[1]), share_value(b[1])))

    def _shown(self, element: Any) -> Any:
        if self._flags == self.EXTR_DATA:
            return share_value(element[0])
        if self._flags == self.EXTR_PRIORITY:
            return share_value(element[1])
        return _pair(element)

    @method
    def compare(self, priority1: Value, priority2: Value) -> int:
        """Compare priorities in order to place elements correctly in the heap while sifting up."""
        return compare(priority1, priority2)

    @method
    def insert(self, value: Value, priority: Value) -> Literal[True]:
        """Inserts an element in the queue by sifting it up."""
        self._insert((share_value(value), share_value(priority)))
        return True

    @method
    def setExtractFlags(self, flags: int) -> int:
        """Sets the mode of extraction."""
        flags &= self.EXTR_BOTH
        if not flags:
            raise throw_error("RuntimeException", "Must specify at least one extract flag")
        self._flags = flags
        return flags

    @method
    def getExtractFlags(self) -> int:
        """Get the flags of extraction."""
        return self._flags

    @method(name="__debugInfo")
    def debug_info(self) -> PhpArray:
        """Returns the queue's state."""
        return self._debug("SplPriorityQueue", [_pair(element) for element in self._elements()])


def _pair(element: Any) -> PhpArray:
    return PhpArray.from_strings({"data": share_value(element[0]), "priority": share_value(element[1])})


def _by_priority(a: Any, b: Any) -> int:
    left, right = a[1], b[1]
    if type(left) is int and type(right) is int:
        return 1 if left > right else -1 if left < right else 0
    return compare(left, right)


CLASSES = (SplHeap, SplMinHeap, SplMaxHeap, SplPriorityQueue)
