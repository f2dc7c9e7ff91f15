"""SplFixedArray."""

from __future__ import annotations

from typing import Annotated, Any, List, Literal

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, Untyped
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.classes import PhpClass, instantiate
from engine.runtime.context import ctx
from engine.runtime.conversions import float_to_int_implicit, illegal_offset, is_resource
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject, added_items
from engine.runtime.references import Ref
from engine.runtime.values import INT_MAX, Value, canonical_int
from engine.stdlib.spl.object_state import load_members, members, plain

EXTENSION = "SPL"

_ELEMENT_BYTES = 16

_WAKEUP_DEPRECATED = (
    "8.4, this method is obsolete, as serialization hooks are provided by __unserialize() and __serialize()"
)


@php_class("SplFixedArray", interfaces=("IteratorAggregate", "ArrayAccess", "Countable", "JsonSerializable"))
class SplFixedArray(PhpObject):
    """The main functionalities of array, with a fixed length and ints as indexes alone."""

    append_refusal = "[] operator not supported for SplFixedArray"

    _list: Any = None

    def _elements(self) -> List[Any]:
        elements: Any = self._list
        if elements is None:
            elements = self._list = []
        return elements  # type: ignore[no-any-return]

    def clone_native(self, made: Any) -> None:
        """Give a clone elements of its own."""
        made._list = [share_value(value) for value in self._elements()]

    @method(name="__construct")
    def construct(self, size: int = 0) -> None:
        """Constructs a new fixed array."""
        if size < 0:
            raise BadArgumentError("size", "must be greater than or equal to 0")
        if self._list:
            return
        ctx.charge(size * _ELEMENT_BYTES)
        self._list = [None] * size

    @method(name="__wakeup", deprecated=_WAKEUP_DEPRECATED)
    def wakeup(self) -> None:
        """Reinitialises the array after being unserialised."""
        if self._elements():
            return
        storage = self.__dict__
        for attribute, _value in added_items(storage):
            self._elements().append(storage.pop(attribute))

    @method(name="__serialize")
    def serialize_object(self) -> PhpArray:
        """Serializes the SplFixedArray object."""
        result = PhpArray([share_value(plain(value)) for value in self._elements()])
        for key, value in members(self).raw_items():
            result.put(key, value)
        return result

    @method(name="__unserialize")
    def unserialize_object(self, data: PhpArray) -> None:
        """Unserializes the data into an SplFixedArray object."""
        if self._elements():
            return
        properties = PhpArray()
        for key, value in data.items():
            if type(key) is int:
                self._elements().append(share_value(value))
            else:
                properties.set(key, share_value(value))
        load_members(self, properties)

    @method
    def count(self) -> int:
        """Returns the size of the array."""
        return len(self._elements())

    @method(name="toArray")
    def to_array(self) -> PhpArray:
        """Returns a PHP array from the fixed array."""
        return PhpArray([share_value(plain(value)) for value in self._elements()])

    @staticmethod
    @method(name="fromArray", static=True)
    def from_array(
        called: PhpClass, array: PhpArray, preserveKeys: bool = True
    ) -> Annotated[PhpObject, "SplFixedArray"]:
        """Import a PHP array in a SplFixedArray instance."""
        made = instantiate(ctx.library.find_class("splfixedarray"))
        if not preserveKeys or array.l is not None:
            made._list = [share_value(value) for value in array.values()]
            return made
        largest = -1
        for key in array.keys():  # noqa: SIM118 - a PhpArray is no dict
            if isinstance(key, str) or key < 0:
                raise throw_error("InvalidArgumentException", "array must contain only positive integer keys")
            largest = max(largest, key)
        if largest == INT_MAX:
            raise throw_error("InvalidArgumentException", "integer overflow detected")
        ctx.charge((largest + 1) * _ELEMENT_BYTES)
        elements: List[Any] = [None] * (largest + 1)
        for key, value in array.items():
            elements[key] = share_value(value)  # type: ignore[index]
        made._list = elements
        return made

    @method(name="getSize")
    def get_size(self) -> int:
        """Gets the size of the array."""
        return len(self._elements())

    @method(name="setSize")
    def set_size(self, size: int) -> Literal[True]:
        """Change the size of an array."""
        if size < 0:
            raise BadArgumentError("size", "must be greater than or equal to 0")
        elements = self._elements()
        if size < len(elements):
            del elements[size:]
        else:
            ctx.charge(size * _ELEMENT_BYTES)
            elements.extend([None] * (size - len(elements)))
        return True

    def _place(self, index: Any) -> int:
        number = index if type(index) is int else _offset(index)
        if not 0 <= number < len(self._elements()):
            raise throw_error("OutOfBoundsException", "Index invalid or out of range")
        return number

    @method(name="offsetExists")
    def offset_exists(self, index: Untyped) -> bool:
        """Returns whether the requested index exists."""
        number = index if type(index) is int else _offset(index)
        elements = self._elements()
        return 0 <= number < len(elements) and elements[number] is not None

    @method(name="offsetGet")
    def offset_get(self, index: Untyped) -> Value:
        """Returns the value at the specified index."""
        held = self._elements()[self._place(index)]
        value: Value = held.get() if type(held) is Ref else held
        return value

    @method(name="offsetSet")
    def offset_set(self, index: Untyped, value: Value) -> None:
        """Sets a new value at a specified index."""
        place = self._place(index)
        self._elements()[place] = share_value(value)

    @method(name="offsetUnset")
    def offset_unset(self, index: Untyped) -> None:
        """Unsets the value at the specified index."""
        self._elements()[self._place(index)] = None

    @method(name="getIterator")
    def get_iterator(self) -> Annotated[PhpObject, "Iterator"]:
        """Retrieve the iterator to go through the array."""
        made = instantiate(ctx.library.find_class("internaliterator"))
        made._begin = self._walk
        return made

    @property
    def iterate_native(self) -> Any:
        """How foreach walks the array, unless a class of a script has its own getIterator()."""
        return self._walk if self.php_class.methods["getiterator"].declaring.is_internal else None

    def _walk(self) -> Any:
        index = 0
        while index < len(self._elements()):
            yield index, share_value(plain(self._elements()[index]))
            index += 1

    @method(name="jsonSerialize")
    def json_serialize(self) -> PhpArray:
        """Returns a representation that can be converted to JSON."""
        return PhpArray([share_value(plain(value)) for value in self._elements()])

    @staticmethod
    def to_array_hook(target: Any) -> PhpArray:
        """`(array) $object`: the elements and the properties."""
        result = PhpArray([share_value(plain(value)) for value in target._elements()])
        for key, value in members(target).raw_items():
            result.put(key, value)
        return result

    def debug_items(self) -> Any:
        """The elements and the properties."""
        items: List[Any] = [(index, "public", "", value) for index, value in enumerate(self._elements())]
        return items + self.property_items()

    export_items = debug_items


def _offset(index: Any) -> int:
    if type(index) is str:
        number = canonical_int(index)
        if number is not None:
            return number
    elif type(index) is bool:
        return int(index)
    elif type(index) is float:
        return float_to_int_implicit(index)
    elif is_resource(index):
        ctx.warning(f"Resource ID#{index.id} used as offset, casting to integer ({index.id})")
        return index.id  # type: ignore[no-any-return]
    raise illegal_offset(index, "SplFixedArray")


@php_class("InternalIterator", interfaces=("Iterator",), final=True, extension="Core")
class InternalIterator(PhpObject):
    """What makes an iterator of a builtin class's own way to walk."""

    # Starts the walk.
    _begin: Any = None
    _walk: Any = None
    _pair: Any = None
    # Whether the walk yields what makes a value, another each time it is asked.
    _makes_anew = False

    @method(name="__construct", visibility="private")
    def construct(self) -> None:
        """Refuse to be made by scripts."""

    def _fetch(self) -> None:
        if self._walk is None:
            if self._begin is None:
                raise throw_error("Error", "The InternalIterator object has not been properly initialized")
            self._walk = iter(self._begin())
            self._advance()

    def _advance(self) -> None:
        self._pair = next(self._walk, None)

    @method
    def current(self) -> Value:
        """Return the current element."""
        self._fetch()
        if self._pair is None:
            return None
        return self._pair[1]() if self._makes_anew else share_value(self._pair[1])

    @method
    def key(self) -> Value:
        """Return the key of the current element."""
        self._fetch()
        return self._pair[0] if self._pair is not None else None

    @method
    def next(self) -> None:
        """Move forward to next element."""
        self._fetch()
        self._advance()

    @method
    def valid(self) -> bool:
        """Check if current position is valid."""
        self._fetch()
        return self._pair is not None

    @method
    def rewind(self) -> None:
        """Rewind to the first element."""
        self._walk = None
        self._fetch()


CLASSES = (SplFixedArray, InternalIterator)
