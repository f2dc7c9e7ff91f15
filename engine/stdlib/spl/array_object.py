"""ArrayObject, ArrayIterator, RecursiveArrayIterator.

Both kinds hold an array, or the object whose properties stand for one, or another ArrayObject whose array they use:
`_table` gives what is read and written in the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Iterator, Literal, Optional, Tuple

from engine.builtin.classes import method, php_class
from engine.runtime.access import APPENDED, element_for_write, ref_for_write
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.classes import instantiate, lookup_class
from engine.runtime.context import ctx
from engine.runtime.conversions import float_to_int_implicit, illegal_offset, is_resource, object_properties, to_bool
from engine.runtime.exceptions import printed, throw_error
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref
from engine.runtime.values import MISSING, canonical_int
from engine.stdlib.arrays.sorting import SORT_REGULAR
from engine.stdlib.core.class_names import named_class
from engine.stdlib.spl.array_walk import ArrayWalk
from engine.stdlib.spl.object_state import is_overridden, load_members, members, walks_natively
from engine.stdlib.spl.property_table import PropertyTable

if TYPE_CHECKING:
    from engine.builtin.declare import PhpConst, Untyped
    from engine.runtime.values import PhpString, Value

EXTENSION = "SPL"

_ABSENT = object()
_EMPTY = PhpArray()
_STD_PROP_LIST = 1
_ARRAY_AS_PROPS = 2
_CHILD_ARRAYS_ONLY = 4
_IS_SELF = 0x01000000
_FLAGS_OF_SCRIPTS = 0xFFFF


class ArrayHolder(PhpObject):
    """What ArrayObject and ArrayIterator share."""

    _storage: Any = None
    _flags = 0
    _walk: Optional[ArrayWalk] = None
    _is_sorting = False
    _iterator_class: Any = None
    _base_name = "ArrayObject"

    # ------------------------------------------------------------ storage

    def _table(self) -> Any:
        """The PhpArray or PropertyTable behind this object."""
        storage: Any = self._storage
        if type(storage) is PhpArray:
            return storage
        if storage is None:
            storage = self._storage = PhpArray()
            return storage
        if storage is self or not isinstance(storage, ArrayHolder):
            return PropertyTable(storage)
        return storage._table()

    def _use(self, array: Any, flags: int, *, keep_flags: bool) -> None:
        self._check_sorting()
        self._walk = None
        if type(array) is PhpArray:
            self._storage = PhpArray(array.copied_values()) if array.l is not None else array.share()
        elif isinstance(array, ArrayHolder):
            if keep_flags:
                flags = array._flags & _FLAGS_OF_SCRIPTS
            self._storage = array
        elif not _has_plain_properties(array):
            raise throw_error(
                "InvalidArgumentException",
                f"Overloaded object of type {array.php_class.name} is not compatible with {self.php_class.name}",
            )
        else:
            self._storage = array
        self._flags = (self._flags if keep_flags and type(array) is PhpArray else 0) | flags

    def clone_native(self, made: Any) -> None:
        """A clone of an ArrayObject has an array of its own, an ArrayIterator's uses its original's."""
        made._walk = None
        if self._storage is self:
            made._storage = made
        else:
            made._storage = self._table().share() if self._base_name == "ArrayObject" else self

    def _check_sorting(self) -> None:
        if self._is_sorting:
            raise throw_error("Error", "Modification of ArrayObject during sorting is prohibited")

    def _key(self, key: Any, usage: str = "access") -> Any:
        """The array key that an offset means; throws PHP's TypeError for what means none."""
        kind = type(key)
        if kind is int or kind is str:
            return key
        if key is None:
            return ""
        if kind is bool:
            return int(key)
        if kind is float:
            return float_to_int_implicit(key)
        if is_resource(key):
            ctx.warning(f"Resource ID#{key.id} used as offset, casting to integer ({key.id})")
            return key.id
        raise illegal_offset(key, self.php_class.name, usage)

    def _get(self, key: Any) -> Any:
        key = self._key(key)
        value = self._table().get(key, _ABSENT)
        if value is _ABSENT:
            shown = key if type(key) is int or canonical_int(key) is not None else f'"{printed(key)}"'
            ctx.warning(f"Undefined array key {shown}")
            return None
        return share_value(value)

    def _set(self, key: Any, value: Any) -> None:
        self._check_sorting()
        table = self._table()
        if key is None:
            table.append(share_value(value))
        else:
            table.set(self._key(key), share_value(value))

    def _append(self, value: Any) -> None:
        self._check_sorting()
        table = self._table()
        if type(table) is not PhpArray:
            name = self.php_class.name
            raise throw_error("Error", f"Cannot append properties to objects, use {name}::offsetSet() instead")
        table.append(share_value(value))

    def _remove(self, key: Any) -> None:
        self._check_sorting()
        table = self._table()
        key = self._key(key, "unset")
        if self._walk is not None:
            self._walk.settle(table)
        table.unset(key)

    def element_is_set_native(self, key: Any) -> bool:
        """`isset($object[key])`: unlike offsetExists(), it looks at the value."""
        if is_overridden(self, "offsetexists"):
            return to_bool(self.php_class.methods["offsetexists"].function(self, key))
        return self._table().get(self._key(key, "isset")) is not None

    def element_is_empty_native(self, key: Any) -> bool:
        """`empty($object[key])`: what scripts override of offsetExists and offsetGet has its say, in this order."""
        methods = self.php_class.methods
        asks, reads = is_overridden(self, "offsetexists"), is_overridden(self, "offsetget")
        if asks and not to_bool(methods["offsetexists"].function(self, key)):
            return True
        value: Any = _ABSENT
        if not (asks and reads):
            value = self._table().get(self._key(key, "isset"), _ABSENT)
            if value is _ABSENT:
                return True
        return not to_bool(methods["offsetget"].function(self, key) if reads else value)

    def element_for_unset_native(self, key: Any) -> Tuple[bool, Any]:
        """The container in an element, for `unset($object[key][…])`: found or not, and MISSING where offsetGet says."""
        if is_overridden(self, "offsetget"):
            return False, MISSING
        table = self._table()
        key = self._key(key, "unset")
        if not table.has(key):
            return False, None
        return True, element_for_write(table, key) if type(table) is PhpArray else table.get(key)

    def element_for_write_native(self, key: Any) -> Any:
        """The container in an element, for `$object[key][…] = …`; None where scripts override offsetGet."""
        if is_overridden(self, "offsetget"):
            return None
        if key is APPENDED:
            return ref_for_write(self._detached())
        table = self._table()
        if type(table) is not PhpArray:
            return ref_for_write(table.ref(self._key(key)))
        return element_for_write(table, self._key(key))

    def element_ref_native(self, key: Any) -> Optional[Ref]:
        """An element as a reference; None where scripts override offsetGet."""
        if is_overridden(self, "offsetget"):
            return None
        if key is APPENDED:
            return self._detached()
        return self._table().ref(self._key(key))  # type: ignore[no-any-return]

    def warn_of_missing_native(self, key: Any) -> None:
        """Say that the element is not there which `++` is about to read, where scripts do not override offsetGet."""
        if not is_overridden(self, "offsetget"):
            self._get(key)

    def _detached(self) -> Ref:
        # PHP appends nothing for what would write into a new element, or refer to it.
        ctx.notice(f"Indirect modification of overloaded element of {self.php_class.name} has no effect")
        return Ref(None)

    def bind_element_native(self, key: Any, reference: Ref) -> bool:
        """`$object[key] = &$x`, where scripts do not override offsetGet."""
        if is_overridden(self, "offsetget"):
            return False
        table = self._table()
        if type(table) is PhpArray:
            reference.holders += 1
        table.bind(self._key(key), reference)
        return True

    def _sorted(self, name: str, *arguments: Any) -> None:
        """Sort by PHP's function of this name, which is what warnings and traces name."""
        self._check_sorting()
        table = self._table()
        reference = Ref(table.share())
        self._is_sorting = True
        try:
            ctx.library.find_function(name).entry(reference, *arguments)
        finally:
            self._is_sorting = False
        self._walk = None
        table.become(reference.get())

    # ------------------------------------------------------------ dumps, casts and comparisons

    def debug_items(self) -> Any:
        """What var_export, json_encode and `(array)` see: the elements."""
        if self._flags & _STD_PROP_LIST:
            return self.property_items()
        return [(key, "public", "", value) for key, value in self._table().raw_items()]

    export_items = debug_items

    @staticmethod
    def to_array_hook(target: Any) -> PhpArray:
        """`(array) $object`."""
        if target._flags & _STD_PROP_LIST:
            return members(target)
        return target._table().share()  # type: ignore[no-any-return]

    @staticmethod
    def compare_hook(a: Any, b: Any) -> Any:
        """Objects of one class compare by their elements, then by their properties."""
        from engine.runtime.comparisons import UNCOMPARABLE, compare

        if not (isinstance(a, ArrayHolder) and isinstance(b, ArrayHolder)):
            return NotImplemented
        if a.php_class is not b.php_class:
            return UNCOMPARABLE
        result = compare(a._table().share(), b._table().share())
        return result or compare(members(a), members(b))

    def _debug_info(self) -> PhpArray:
        result = members(self)
        if self._storage is not self:
            stored = self._storage
            stored = PhpArray() if stored is None else share_value(stored)
            result.set(f"\0{self._base_name}\0storage", stored)
        return result

    # ------------------------------------------------------------ properties as elements

    def property_table_native(self) -> Any:
        """The table that stands for undeclared properties under ARRAY_AS_PROPS, else None."""
        return self._table() if self._flags & _ARRAY_AS_PROPS and self._storage is not self else None

    # ------------------------------------------------------------ walking

    def _rewind(self) -> None:
        self._walk = ArrayWalk(self._table())

    def _position(self) -> Tuple[ArrayWalk, Any]:
        table = self._table()
        walk = self._walk
        if walk is None:
            walk = self._walk = ArrayWalk(table)
        return walk, table

    # ------------------------------------------------------------ serializing

    def _serialized(self) -> str:
        from engine.stdlib.variables.serialization import serialize

        flags = self._flags & _FLAGS_OF_SCRIPTS
        text = f"x:i:{flags | (_IS_SELF if self._storage is self else 0)};"
        if self._storage is not self:
            stored = self._storage
            text += serialize(PhpArray() if stored is None else stored) + ";"
        return text + "m:" + serialize(members(self))

    def _unserialize(self, data: PhpArray) -> None:
        flags, storage, properties = data.get(0), data.get(1, _ABSENT), data.get(2)
        iterator_class = data.get(3)
        if (
            type(flags) is not int or storage is _ABSENT or type(properties) is not PhpArray
            or not (iterator_class is None or type(iterator_class) is str)
        ):  # fmt: skip
            raise throw_error("UnexpectedValueException", "Incomplete or ill-typed serialization data")
        if flags & _IS_SELF:
            self._storage = self
        else:
            if type(storage) is not PhpArray and not isinstance(storage, PhpObject):
                raise throw_error("InvalidArgumentException", "Passed variable is not an array or object")
            self._use(storage, 0, keep_flags=True)
        self._flags = flags & _FLAGS_OF_SCRIPTS
        load_members(self, properties)
        if type(iterator_class) is str:
            found = lookup_class(iterator_class)
            if found is None or "iterator" not in found.ancestors:
                problem = (
                    "no such class exists" if found is None else "this class does not implement the Iterator interface"
                )
                raise throw_error(
                    "UnexpectedValueException",
                    f"Cannot deserialize ArrayObject with iterator class '{iterator_class}'; {problem}",
                )
            self._iterator_class = None if found.lower_name == "arrayiterator" else found


def _has_plain_properties(target: Any) -> bool:
    """Whether an object's properties are all there is to it: builtin classes with storages of their own are not."""
    if type(target).property_items is not PhpObject.property_items:
        return False
    return (
        not hasattr(type(target), "debug_items")
        and target.php_class.kind != "enum"
        and ("closure" not in target.ancestors and "generator" not in target.ancestors)
    )


def _with_shared(native: Any) -> Any:
    """Give a class the methods that ArrayObject and ArrayIterator both declare."""
    for name, value in vars(_Shared).items():
        if hasattr(value, "php_method"):
            setattr(native, name, value)
    return native


class _Shared:
    """Methods of both classes."""

    @method
    def offsetExists(self: Any, key: Value) -> bool:
        """Returns whether the requested index exists."""
        return self._table().get(self._key(key, "isset"), _ABSENT) is not _ABSENT

    @method
    def offsetGet(self: Any, key: Value) -> Value:
        """Returns the value at the specified index."""
        value: Value = self._get(key)
        return value

    @method
    def offsetSet(self: Any, key: Value, value: Value) -> None:
        """Sets the value at the specified index to newval."""
        self._set(key, value)

    @method
    def offsetUnset(self: Any, key: Value) -> None:
        """Unsets the value at the specified index."""
        self._remove(key)

    @method
    def append(self: Any, value: Value) -> None:
        """Appends the value."""
        if is_overridden(self, "offsetset"):
            self.php_class.methods["offsetset"].function(self, None, value)
        else:
            self._append(value)

    @method
    def getArrayCopy(self: Any) -> PhpArray:
        """Creates a copy of the array."""
        table = self._table()
        return table.share() if type(table) is PhpArray else object_properties(table.target)

    @method
    def count(self: Any) -> int:
        """Get the number of public properties or elements."""
        return len(self._table())

    @method
    def getFlags(self: Any) -> int:
        """Gets the behavior flags."""
        return int(self._flags & _FLAGS_OF_SCRIPTS)

    @method
    def setFlags(self: Any, flags: int) -> None:
        """Sets the behavior flags."""
        self._flags = flags & _FLAGS_OF_SCRIPTS

    @method
    def asort(self: Any, flags: int = SORT_REGULAR) -> Literal[True]:
        """Sort the entries by value."""
        self._sorted("asort", flags)
        return True

    @method
    def ksort(self: Any, flags: int = SORT_REGULAR) -> Literal[True]:
        """Sort the entries by key."""
        self._sorted("ksort", flags)
        return True

    @method(shown_types={"callback": "callable"})
    def uasort(self: Any, callback: Untyped) -> Literal[True]:
        """Sort the entries with a user-defined comparison function and maintain key association."""
        self._sorted("uasort", callback)
        return True

    @method(shown_types={"callback": "callable"})
    def uksort(self: Any, callback: Untyped) -> Literal[True]:
        """Sort the entries by keys using a user-defined comparison function."""
        self._sorted("uksort", callback)
        return True

    @method
    def natsort(self: Any) -> Literal[True]:
        """Sort entries using a "natural order" algorithm."""
        self._sorted("natsort")
        return True

    @method
    def natcasesort(self: Any) -> Literal[True]:
        """Sort an array using a case insensitive "natural order" algorithm."""
        self._sorted("natcasesort")
        return True

    @method
    def unserialize(self: Any, data: PhpString) -> None:
        """Unserialize."""
        from engine.stdlib.spl.serial_text import read_array_object

        if not data:
            return
        self._check_sorting()
        flags, stored, properties = read_array_object(data)
        if stored is None:
            self._storage = self
        else:
            self._use(stored, 0, keep_flags=True)
        self._flags = flags & _FLAGS_OF_SCRIPTS
        load_members(self, properties)

    @method
    def serialize(self: Any) -> PhpString:
        """Serialize."""
        return str(self._serialized())

    @method(name="__serialize")
    def serialize_object(self: Any) -> PhpArray:
        """Returns what serialize() saves."""
        stored = self._storage
        is_self = stored is self
        row = [
            (self._flags & _FLAGS_OF_SCRIPTS) | (_IS_SELF if is_self else 0),
            None if is_self else PhpArray() if stored is None else share_value(stored),
            members(self),
        ]
        row.append(None if self._iterator_class is None else self._iterator_class.name)
        return PhpArray(row)

    @method(name="__unserialize")
    def unserialize_object(self: Any, data: PhpArray) -> None:
        """Takes what serialize() saved."""
        self._unserialize(data)

    @method(name="__debugInfo")
    def debug_info(self: Any) -> PhpArray:
        """Returns the properties and the storage."""
        shown: PhpArray = self._debug_info()
        return shown


@php_class("ArrayObject", interfaces=("IteratorAggregate", "ArrayAccess", "Serializable", "Countable"),
           last="getIterator exchangeArray setIteratorClass getIteratorClass __debugInfo")  # fmt: skip
@_with_shared
class ArrayObject(ArrayHolder):
    """Objects that work as arrays."""

    STD_PROP_LIST: PhpConst[int] = 1
    ARRAY_AS_PROPS: PhpConst[int] = 2

    @method(name="__construct", shown_types={"iteratorClass": "string"})
    def construct(
        self, array: PhpArray | PhpObject = _EMPTY, flags: int = 0, iteratorClass: Untyped = "ArrayIterator"
    ) -> None:
        """Construct a new array object."""
        if iteratorClass != "ArrayIterator":
            self._set_iterator_class(iteratorClass)
        self._use(array, flags & _FLAGS_OF_SCRIPTS, keep_flags=not flags)

    def _set_iterator_class(self, given: Any) -> None:
        found = named_class("iteratorClass", given, "ArrayIterator")
        self._iterator_class = None if found.lower_name == "arrayiterator" else found

    @method
    def getIterator(self) -> Annotated[PhpObject, "Iterator"]:
        """Create a new iterator from an ArrayObject instance."""
        owner = self._iterator_class or ctx.library.find_class("arrayiterator")
        made = instantiate(owner)
        made._storage = self
        made._flags = self._flags
        return made

    @method
    def exchangeArray(self, array: PhpArray | PhpObject) -> PhpArray:
        """Exchange the array for another one."""
        self._check_sorting()
        before = self._table().share()
        self._use(array, 0, keep_flags=True)
        return before  # type: ignore[no-any-return]

    @method(shown_types={"iteratorClass": "string"})
    def setIteratorClass(self, iteratorClass: Untyped) -> None:
        """Sets the iterator classname for the ArrayObject."""
        self._set_iterator_class(iteratorClass)

    @method
    def getIteratorClass(self) -> PhpString:
        """Gets the iterator classname for the ArrayObject."""
        return "ArrayIterator" if self._iterator_class is None else self._iterator_class.name


@php_class("ArrayIterator", interfaces=("SeekableIterator", "ArrayAccess", "Serializable", "Countable"),
           last="rewind current key next valid seek __debugInfo")  # fmt: skip
@_with_shared
class ArrayIterator(ArrayHolder):
    """Allows the removal of elements, and to modify values or keys while iterating over arrays and objects."""

    STD_PROP_LIST: PhpConst[int] = 1
    ARRAY_AS_PROPS: PhpConst[int] = 2

    _base_name = "ArrayIterator"

    @method(name="__construct")
    def construct(self, array: PhpArray | PhpObject = _EMPTY, flags: int = 0) -> None:
        """Construct an ArrayIterator."""
        self._use(array, flags & _FLAGS_OF_SCRIPTS, keep_flags=not flags)

    @method
    def rewind(self) -> None:
        """Rewind array back to the start."""
        self._rewind()

    @method
    def current(self) -> Value:
        """Return current array entry."""
        walk, table = self._position()
        return share_value(table.get(walk.key())) if walk.settle(table) else None

    @method
    def key(self) -> PhpString | int | None:
        """Return current array key."""
        walk, table = self._position()
        return walk.key() if walk.settle(table) else None

    @method
    def next(self) -> None:
        """Move to next entry."""
        walk, table = self._position()
        walk.advance(table)

    @method
    def valid(self) -> bool:
        """Check whether array contains more entries."""
        walk, table = self._position()
        return walk.settle(table)

    @method
    def seek(self, offset: int) -> None:
        """Seeks to position."""
        if 0 <= offset < len(self._table()):
            self._rewind()
            walk, table = self._position()
            if walk.keys is None:
                walk.index = offset
            else:
                for _step in range(offset):
                    walk.advance(table)
            return
        if offset >= 0:
            # A seek that fails has gone to the end on its way.
            self._rewind()
            walk, table = self._position()
            while walk.settle(table):
                walk.advance(table)
        raise throw_error("OutOfBoundsException", f"Seek position {offset} is out of range")

    def iterate_references(self) -> Iterator[Tuple[Any, Ref]]:
        """How foreach walks the array by reference."""
        if not walks_natively(self):
            raise throw_error("Error", "An iterator cannot be used with foreach by reference")
        self._rewind()
        while True:
            walk, table = self._position()
            if not walk.settle(table):
                return
            key = walk.key()
            reference: Ref = table.ref(key)
            yield key, reference
            walk, table = self._position()
            walk.advance(table)

    @property
    def iterate_native(self) -> Any:
        """How foreach walks the array: with the object's own position."""
        return self._each if walks_natively(self) else None

    def _each(self) -> Iterator[Tuple[Any, Any]]:
        self._rewind()
        while True:
            walk, table = self._position()
            if not walk.settle(table):
                return
            key = walk.key()
            yield key, share_value(table.get(key))
            walk, table = self._position()
            walk.advance(table)


@php_class("RecursiveArrayIterator", parent="ArrayIterator", interfaces=("RecursiveIterator",))
class RecursiveArrayIterator(ArrayIterator):
    """As ArrayIterator, for arrays within arrays."""

    CHILD_ARRAYS_ONLY: PhpConst[int] = 4

    def _entry(self) -> Any:
        walk, table = self._position()
        return table.get(walk.key()) if walk.settle(table) else None

    @method
    def hasChildren(self) -> bool:
        """Returns whether current entry is an array or an object."""
        entry = self._entry()
        return type(entry) is PhpArray or (isinstance(entry, PhpObject) and not self._flags & _CHILD_ARRAYS_ONLY)

    @method
    def getChildren(self) -> Annotated[PhpObject, "RecursiveArrayIterator"] | None:
        """Returns an iterator for the current entry if it is an array or an object."""
        entry = self._entry()
        if isinstance(entry, PhpObject):
            if self._flags & _CHILD_ARRAYS_ONLY:
                return None
            if entry.php_class.is_subclass_of(self.php_class):
                return entry
        elif entry is None:
            return None
        return self.php_class.make(share_value(entry), self._flags & _FLAGS_OF_SCRIPTS)  # type: ignore[no-any-return]


CLASSES = (ArrayObject, ArrayIterator, RecursiveArrayIterator)
