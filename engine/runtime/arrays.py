"""PhpArray: PHP's ordered hash, with copy-on-write.

Four storages, one at a time: `l`, a list while the keys are 0…n-1; `d`, a dict of ints; `h`, a dict whose keys are all
strings (an int key as its canonical decimal: the two map one to one, and PyPy is slow on mixed keys); `r`, a dict of
PHP keys for an array that holds references, so that no fast path, all of which look at `l`, `d` and `h`, meets a Ref.

`rest` is what few arrays need beside their storage: a fifth slot is the last that PyPy keeps in the object itself.
RECORD there says that `h` is the `__dict__` of an object, whose layout PyPy shares between all arrays of one literal:
smaller and faster than a dict of its own. Such a storage takes new values, never keys, lest their order be another's.

A PhpArray is a handle. Each variable, element and property that holds an array has a handle of its own; `share` makes
another one over the same storage and marks both, and the first of them to be written through copies the storage.
Whoever passes an array on without storing it passes the handle itself ("borrowed"), and a borrower never writes.
"""

from __future__ import annotations

import sys
from typing import Any, Dict, Iterable, Iterator, List, Optional, Tuple

from engine.runtime.references import Ref
from engine.runtime.values import INT_MAX, INT_MIN, Key, Value, canonical_int

try:
    from __pypy__ import strategy
except ImportError:
    strategy = None

# Whether this interpreter knows how many handles there are, and how many `_is_alone` sees of a storage that has one.
_COUNTS = sys.implementation.name == "cpython"
_HANDLES_OF_ONE = 3
# How PyPy stores lists in which there can be no array. Asking takes as long as looking at so many values.
_SCALAR_LISTS = frozenset(("IntegerListStrategy", "FloatListStrategy", "AsciiListStrategy", "SimpleRangeListStrategy"))
_ASKED_SIZE = 16


class Rest:
    """The next free int key, whether `h` has int keys, the internal pointer, and the storage with references."""

    __slots__ = ("has_int_keys", "n", "position", "r")

    def __init__(self) -> None:
        self.n = INT_MIN
        self.has_int_keys = False
        self.position: Any = None
        self.r: Optional[Dict[Key, Any]] = None

    def copy(self) -> Rest:
        """As another handle has it."""
        made = Rest()
        made.n = self.n
        made.has_int_keys = self.has_int_keys
        made.position = self.position
        made.r = self.r
        return made


RECORD = Rest()


class PhpArray:
    """PHP's array. Keys given to the methods are int or str; canonical decimal strings count as ints."""

    __slots__ = ("cow", "d", "h", "l", "rest")

    # The storages are Any where PyPy's strategies, not mypy, decide what is fast.
    l: Optional[List[Any]]  # noqa: E741
    d: Optional[Dict[int, Any]]
    h: Optional[Dict[str, Any]]
    cow: bool  # another handle may share the storage
    rest: Optional[Rest]

    def __init__(self, items: Optional[List[Any]] = None) -> None:
        """An array of `items`, which it then owns."""
        self.l = [] if items is None else items
        self.d = None
        self.h = None
        self.cow = False
        self.rest = None

    # ------------------------------------------------------------ what few arrays have

    def own_rest(self) -> Rest:
        """The rest, to be written to: made, and a record given up, if need be."""
        rest = self.rest
        if rest is None or rest is RECORD:
            if rest is RECORD:
                self.leave_record()
            rest = self.rest = Rest()
        return rest

    @staticmethod
    def from_record(items: Dict[str, Any]) -> PhpArray:
        """As `from_strings`, over the `__dict__` of an object, where every object of its type was filled alike."""
        result = PhpArray.__new__(PhpArray)
        result.l = None
        result.d = None
        result.h = items
        result.cow = False
        result.rest = RECORD
        return result

    def leave_record(self) -> None:
        """Store in a dict of its own what an object's `__dict__` holds."""
        self.h = dict(self.h)  # type: ignore[arg-type]
        self.rest = None

    @property
    def n(self) -> int:
        """The next free int key, kept while not a list; INT_MIN before the first one."""
        rest = self.rest
        return INT_MIN if rest is None else rest.n

    @n.setter
    def n(self, value: int) -> None:
        if value != INT_MIN or (self.rest is not None and self.rest is not RECORD):
            self.own_rest().n = value

    @property
    def has_int_keys(self) -> bool:
        """Whether `h` has keys that are ints to PHP."""
        rest = self.rest
        return rest is not None and rest.has_int_keys

    @has_int_keys.setter
    def has_int_keys(self, value: bool) -> None:
        if value or (self.rest is not None and self.rest is not RECORD):
            self.own_rest().has_int_keys = value

    @property
    def position(self) -> Any:
        """The internal pointer: None at the first element, else (keys, index)."""
        rest = self.rest
        return None if rest is None else rest.position

    @position.setter
    def position(self, value: Any) -> None:
        if value is not None or (self.rest is not None and self.rest is not RECORD):
            self.own_rest().position = value

    @property
    def r(self) -> Optional[Dict[Key, Any]]:
        """The storage of an array that holds references."""
        rest = self.rest
        return None if rest is None else rest.r

    @r.setter
    def r(self, value: Optional[Dict[Key, Any]]) -> None:
        if value is not None or (self.rest is not None and self.rest is not RECORD):
            self.own_rest().r = value

    # ------------------------------------------------------------ building

    @staticmethod
    def from_items(items: Iterable[Tuple[Key, Value]]) -> PhpArray:
        """An array of (key, value) pairs; keys are normalised, later ones win."""
        result = PhpArray()
        for key, value in items:
            result.set(key, value)
        return result

    @staticmethod
    def from_strings(items: Dict[str, Any]) -> PhpArray:
        """An array over `items`, which it then owns; no key may be a canonical decimal."""
        result = PhpArray()
        if items:
            result.l = None
            result.h = items
        return result

    @staticmethod
    def of_int_keys(keys: List[int], values: List[Any]) -> PhpArray:
        """An array of `values`, no Ref among them, under `keys`, as many; later ones win. It then owns `values`."""
        for index, key in enumerate(keys):
            if key != index:
                break
        else:
            return PhpArray(values)
        result = PhpArray()
        result.l = None
        # dict(zip()) takes twice as long on PyPy.
        result.d = {key: values[index] for index, key in enumerate(keys)}
        result.n = max(keys) + 1
        return result

    @staticmethod
    def of_items(items: List[Tuple[Key, Any]]) -> PhpArray:
        """An array of pairs as `raw_items` gives them: keys normalised already, Refs kept; later ones win."""
        values = []
        index = 0
        for key, item in items:
            if type(key) is not int or key != index or type(item) is Ref:
                break
            values.append(item)
            index += 1
        result = PhpArray(values)
        if index < len(items):
            for key, item in items[index:] if index else items:
                if type(item) is Ref or result.r is not None:
                    result._put_raw(key, item)
                elif type(key) is int:
                    result.set(key, item)
                else:
                    result.set_name(key, item)  # type: ignore[arg-type]
        return result

    def with_values(self, values: List[Any]) -> PhpArray:
        """An array with the keys of this one and `values`, as many, which it then owns."""
        if self.l is not None:
            return PhpArray(values)
        result = PhpArray()
        if self.h is not None:
            result.h = dict(zip(self.h, values))
            result.has_int_keys = self.has_int_keys
        elif self.d is not None:
            result.d = dict(zip(self.d, values))
        else:
            return PhpArray.of_items(list(zip(self.r, values)))  # type: ignore[arg-type]
        result.l = None
        result.n = self.n
        return result

    def share(self) -> PhpArray:
        """Another handle on the same content."""
        other = PhpArray.__new__(PhpArray)
        other.l = self.l
        other.d = self.d
        other.h = self.h
        rest = self.rest
        other.rest = rest if rest is None or rest is RECORD else rest.copy()
        self.cow = other.cow = True
        return other

    def separate(self) -> None:
        """Make the storage this handle's own. Nested arrays get handles of their own too."""
        self.cow = False
        if self.l is not None:
            self.l = shared_items(self.l)
        elif self.h is not None:
            self.h = {key: item.share() if type(item) is PhpArray else item for key, item in self.h.items()}
            if self.rest is RECORD:
                self.rest = None
        elif self.d is not None:
            self.d = {key: item.share() if type(item) is PhpArray else item for key, item in self.d.items()}
        elif not _is_alone(self.r):
            storage = self.r
            self.r = {key: _copied(item, storage) for key, item in storage.items()}  # type: ignore[union-attr]

    # ------------------------------------------------------------ reading

    def __len__(self) -> int:
        if self.l is not None:
            return len(self.l)
        if self.h is not None:
            return len(self.h)
        if self.d is not None:
            return len(self.d)
        return len(self.r)  # type: ignore[arg-type]

    def get(self, key: Key, default: Any = None) -> Any:
        """The value at `key`, or `default`."""
        if type(key) is int:
            items = self.l
            if items is not None:
                return items[key] if 0 <= key < len(items) else default
            if self.d is not None:
                return self.d.get(key, default)
            if self.h is not None:
                return self.h.get(str(key), default)
            return self._get_in_references(key, default)
        if self.h is not None:
            return self.h.get(key, default)  # type: ignore[arg-type]
        return self._get_string(key, default)  # type: ignore[arg-type]

    def _get_string(self, key: str, default: Any) -> Any:
        if self.r is not None:
            number = canonical_int(key)
            return self._get_in_references(key if number is None else number, default)
        number = canonical_int(key)
        return default if number is None else self.get(number, default)

    def _get_in_references(self, key: Key, default: Any) -> Any:
        value = self.r.get(key, default)  # type: ignore[union-attr]
        return value.get() if type(value) is Ref else value

    def has(self, key: Key) -> bool:
        """Whether `key` exists, be its value null."""
        return self.get(key, _ABSENT) is not _ABSENT

    def keys(self) -> List[Key]:
        """The keys, in order."""
        if self.l is not None:
            return list(range(len(self.l)))
        if self.h is not None:
            return [_key_of(key) for key in self.h] if self.has_int_keys else list(self.h)
        return list(self.d if self.d is not None else self.r)  # type: ignore[arg-type]

    def values(self) -> List[Any]:
        """The values, in order: a list that the caller may keep, not the storage."""
        if self.l is not None:
            return list(self.l)
        if self.h is not None:
            return list(self.h.values())
        if self.d is not None:
            return list(self.d.values())
        return [item.get() if type(item) is Ref else item for item in self.r.values()]  # type: ignore[union-attr]

    def items(self) -> List[Tuple[Key, Any]]:
        """(key, value) pairs, in order: a list, so that writing to the array meanwhile does no harm."""
        if self.l is not None:
            return list(enumerate(self.l))
        if self.h is not None:
            if self.has_int_keys:
                return [(_key_of(key), item) for key, item in self.h.items()]
            return list(self.h.items())
        if self.d is not None:
            return list(self.d.items())
        return [(key, item.get() if type(item) is Ref else item) for key, item in self.r.items()]  # type: ignore[union-attr]

    def raw_items(self) -> List[Tuple[Key, Any]]:
        """As `items`, but an element that is a reference comes as its Ref."""
        return self.items() if self.r is None else list(self.r.items())

    def copied_values(self) -> List[Any]:
        """The values as another array may store them: a Ref only where it has more holders, arrays shared."""
        if self.r is not None:
            return [_copied(item) for item in self.r.values()]
        values = self.values()
        return shared_items(values) if may_hold_arrays(values) else values

    def copied_items(self) -> List[Tuple[Key, Any]]:
        """(key, item) pairs, the items as in `copied_values`."""
        if self.r is not None:
            return [(key, _copied(item)) for key, item in self.r.items()]
        return [(key, item.share() if type(item) is PhpArray else item) for key, item in self.items()]

    def first_key(self) -> Optional[Key]:
        """The first key; None when empty."""
        if self.l is not None:
            return 0 if self.l else None
        for key in self.h or self.d or self.r or ():
            return _key_of(key) if self.h is not None else key  # type: ignore[arg-type]
        return None

    def last_key(self) -> Optional[Key]:
        """The last key; None when empty."""
        if self.l is not None:
            return len(self.l) - 1 if self.l else None
        keys: Any = self.h or self.d or self.r or {}
        for key in reversed(keys):
            return _key_of(key) if self.h is not None else key
        return None

    def is_list(self) -> bool:
        """Whether the keys are 0…n-1 in this order."""
        if self.l is not None:
            return True
        if self.h and not self.has_int_keys:
            return False
        return all(type(key) is int and key == index for index, key in enumerate(self.keys()))

    def next_index(self) -> int:
        """The key that appending would use; INT_MAX + 1 when there is none left."""
        if self.l is not None:
            return len(self.l)
        return 0 if self.n == INT_MIN else self.n

    # ------------------------------------------------------------ writing

    def set(self, key: Key, value: Any) -> None:
        """Store `value`, whose handle the array then owns, at `key`; through the reference where there is one."""
        if self.cow:
            self.separate()
        if type(key) is int:
            items = self.l
            if items is not None:
                size = len(items)
                if 0 <= key < size:
                    items[key] = value
                elif key == size:
                    items.append(value)
                else:
                    self.leave_list()
                    self._set_int(key, value)
                return
            self._set_int(key, value)
            return
        self._set_string(key, value)  # type: ignore[arg-type]

    def set_name(self, key: str, value: Any) -> None:
        """`set` for a key known not to be a canonical decimal."""
        if self.cow:
            self.separate()
        if self.h is not None and self.rest is not RECORD:
            self.h[key] = value
        else:
            self._set_name(key, value)

    def _set_int(self, key: int, value: Any) -> None:
        if self.d is not None:
            self.d[key] = value
        elif self.h is not None:
            self.has_int_keys = True
            self.h[str(key)] = value
        else:
            self._set_in_references(key, value)
        if key >= self.n:
            self.n = key + 1

    def _set_string(self, key: str, value: Any) -> None:
        number = canonical_int(key) if key and key[0] <= "9" else None
        if number is not None:
            self.set(number, value)
        else:
            self._set_name(key, value)

    def _set_name(self, key: str, value: Any) -> None:
        if self.h is not None:
            if self.rest is RECORD and key not in self.h:
                self.leave_record()
            self.h[key] = value
        elif self.r is not None:
            self._set_in_references(key, value)
        else:
            self._use_strings()
            self.h[key] = value  # type: ignore[index]

    def _set_in_references(self, key: Key, value: Any) -> None:
        storage = self.r
        present = storage.get(key)  # type: ignore[union-attr]
        if type(present) is Ref:
            present.set(value)
        else:
            storage[key] = value  # type: ignore[index]

    def append(self, value: Any) -> None:
        """`$a[] = value`. Raises OverflowError when no key is left; the caller words PHP's error."""
        if self.cow:
            self.separate()
        if self.l is not None:
            self.l.append(value)
            return
        index = self.n
        if index > INT_MAX:
            raise OverflowError
        self._set_int(0 if index == INT_MIN else index, value)

    def unset(self, key: Key) -> None:
        """Remove `key`, if there."""
        if type(key) is not int:
            number = canonical_int(key)  # type: ignore[arg-type]
            if number is not None:
                key = number
        if not self.has(key):
            return
        if self.cow:
            self.separate()
        if self.rest is RECORD:
            self.leave_record()
        self.position = _position_after_unset(self, key)
        if self.l is not None:
            if key == len(self.l) - 1 and self.position is None:
                # The next index stays what it was, which a list cannot say.
                size = len(self.l)
                self.leave_list()
                self.n = size
            else:
                self.leave_list()
        if self.d is not None:
            del self.d[key]  # type: ignore[arg-type]
        elif self.h is not None:
            del self.h[str(key)]
        else:
            del self.r[key]  # type: ignore[union-attr]

    def clear(self) -> None:
        """Remove everything."""
        PhpArray.__init__(self)

    def replace(self, items: List[Tuple[Key, Any]]) -> None:
        """Become an array of these pairs (Refs among the values are kept); the handle stays the same."""
        self.become(PhpArray.of_items(items))

    def replace_list(self, values: List[Any]) -> None:
        """Become a list of `values`, which the array then owns (Refs among them are kept)."""
        if self.r is None:
            self.become(PhpArray(values))
        else:
            self.become(PhpArray.of_items(list(enumerate(values))))

    def become(self, other: PhpArray) -> None:
        """Take over the storage of `other`, which must not be used afterwards."""
        self.l, self.d, self.h = other.l, other.d, other.h
        # Else the references held would lose a holder when `other` goes.
        self.cow, self.rest, other.rest = other.cow, other.rest, None
        self.position = None

    def pop(self) -> Value:
        """Remove and return the last value; null when empty. The next index is given back, as array_pop does."""
        if not len(self):
            return None
        if self.cow:
            self.separate()
        if self.rest is RECORD:
            self.leave_record()
        self.position = None
        if self.l is not None:
            last: Value = self.l.pop()
            return last
        storage: Any = self.d if self.d is not None else self.h if self.h is not None else self.r
        key, value = storage.popitem()
        number = key if type(key) is int else canonical_int(key)
        if number is not None and number == self.n - 1:
            self.n = number
        result: Value = value.get() if type(value) is Ref else value
        return result

    # ------------------------------------------------------------ references

    def ref(self, key: Key) -> Ref:
        """The element at `key` as a reference, made null if absent."""
        if type(key) is not int:
            number = canonical_int(key)  # type: ignore[arg-type]
            if number is not None:
                key = number
        if self.cow:
            self.separate()
        self.use_references()
        present = self.r.get(key)  # type: ignore[union-attr]
        if type(present) is Ref:
            return present
        made = Ref(present)
        self.r[key] = made  # type: ignore[index]
        if type(key) is int and key >= self.n:
            self.n = key + 1
        return made

    def append_ref(self) -> Ref:
        """`&$a[]`: a new null element as a reference."""
        return self.ref(self.next_index())

    def bind(self, key: Key, reference: Ref) -> None:
        """`$a[key] = &$x`."""
        if type(key) is not int:
            number = canonical_int(key)  # type: ignore[arg-type]
            if number is not None:
                key = number
        if self.cow:
            self.separate()
        self._put_raw(key, reference)

    def put(self, key: Key, item: Any) -> None:
        """Store `item`, a value or a Ref, in place of whatever is at `key`, be that a reference."""
        if self.r is None and type(item) is not Ref:
            self.set(key, item)
            return
        if self.cow:
            self.separate()
        if type(key) is not int:
            number = canonical_int(key)  # type: ignore[arg-type]
            if number is not None:
                key = number
        self._put_raw(key, item)

    def _put_raw(self, key: Key, item: Any) -> None:
        if type(item) is Ref:
            self.use_references()
        if self.r is None:
            self.set(key, item)
            return
        self.r[key] = item
        if type(key) is int and key >= self.n:
            self.n = key + 1

    def use_references(self) -> None:
        """Move to the storage whose elements may be Refs."""
        if self.r is None:
            if self.l is not None:
                self.n = len(self.l) or INT_MIN
            self.r = dict(self.items())
            self.l = self.d = self.h = None
            self.has_int_keys = False

    # ------------------------------------------------------------ storages

    def leave_list(self) -> None:
        """Store as a dict of ints what is stored as a list."""
        items = self.l
        self.d = dict(enumerate(items))  # type: ignore[arg-type]
        # Without int keys so far, a negative one sets the next index too.
        self.n = len(items) or INT_MIN  # type: ignore[arg-type]
        self.l = None

    def _use_strings(self) -> None:
        if self.l is not None:
            self.n = len(self.l) or INT_MIN
            self.h = {str(key): item for key, item in enumerate(self.l)}
        else:
            self.h = {str(key): item for key, item in self.d.items()}  # type: ignore[union-attr]
        self.has_int_keys = bool(self.h)
        self.l = self.d = None

    def __iter__(self) -> Iterator[Any]:
        raise TypeError("iterate over values(), keys() or items()")


_ABSENT = object()


def _key_of(text: str) -> Key:
    """The PHP key that the string storage's `text` stands for."""
    first = text[:1]
    if first <= "9" and (first.isdecimal() or first == "-"):
        number = canonical_int(text)
        if number is not None:
            return number
    return text


def _is_alone(storage: Any) -> bool:
    """Whether a handle is the only one on its storage, where that is known: the references in it keep their count."""
    return _COUNTS and sys.getrefcount(storage) <= _HANDLES_OF_ONE


def _copied(item: Any, storage: Any = None) -> Any:
    """An element as a copy of its array holds it: shared references stay, all else is independent.

    A reference to the array itself, whose storage is given, stays too.
    """
    if type(item) is Ref:
        if item.holders > 1 or (storage is not None and type(item.v) is PhpArray and item.v.r is storage):
            item.holders += 1
            return item
        item = item.get()
    return item.share() if type(item) is PhpArray else item


def _position_after_unset(array: PhpArray, key: Key) -> Any:
    """Where the internal pointer stands once `key` is gone: on the element after it, if it stood there."""
    if array.position is None:
        return None
    keys, index = array.position
    if index < len(keys) and keys[index] == key:
        return (keys, index + 1)
    return array.position


def shared_items(items: List[Any]) -> List[Any]:
    """A copy of a list as another array may store it: arrays in it shared."""
    if strategy is not None and len(items) > _ASKED_SIZE and strategy(items) in _SCALAR_LISTS:
        return items[:]
    return [item.share() if type(item) is PhpArray else item for item in items]


def may_hold_arrays(items: List[Any]) -> bool:
    """Whether an array is in the list, or would have to be looked for for long."""
    if strategy is not None and len(items) > _ASKED_SIZE:
        return strategy(items) not in _SCALAR_LISTS
    for item in items:
        if type(item) is PhpArray:
            return True
    return False


def share_value(value: Any) -> Value:
    """`value` fit to be stored a second time: an array gets a handle of its own."""
    shared: Value = value.share() if type(value) is PhpArray else value
    return shared
