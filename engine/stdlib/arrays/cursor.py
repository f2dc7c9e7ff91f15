"""The internal pointer of arrays: current, next and their like.

An array's `position` is None at its first element, else (keys, index): the keys as they were when the pointer left the
first element, and where in them it stands. Keys unset since are skipped; elements appended since are looked for when
the end of the keys is reached. While the array is a list, its keys are the indexes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional, Union

from engine.builtin.declare import contextual
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import E_DEPRECATED, ctx
from engine.runtime.conversions import object_properties
from engine.runtime.frames import current_builtin_name

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject
    from engine.runtime.references import Ref
    from engine.runtime.values import PhpString, Value


@contextual(aliases=("pos",))
def current(array: PhpArray | PhpObject) -> Value:
    """Return the current element in an array."""
    if type(array) is not PhpArray:
        array = _properties(array)
    elif array.position is None and array.l is not None:
        return share_value(array.l[0]) if array.l else False
    return _value_at(array, seek(array))


@contextual
def key(array: PhpArray | PhpObject) -> int | PhpString | None:
    """Fetch a key from an array."""
    return seek(array if type(array) is PhpArray else _properties(array))


@contextual
def next_(array: Ref[PhpArray | PhpObject]) -> Value:
    """Advance the internal pointer of an array."""
    storage = _storage(array)
    if seek(storage) is None:
        return False
    keys, index = _place(storage)
    storage.position = (keys, index + 1)
    return _value_at(storage, seek(storage))


@contextual
def prev(array: Ref[PhpArray | PhpObject]) -> Value:
    """Rewind the internal array pointer."""
    storage = _storage(array)
    if seek(storage) is None:
        return False
    keys, index = _place(storage)
    index -= 1
    while index >= 0 and not storage.has(keys[index]):
        index -= 1
    # Before the first element is the same as after the last.
    storage.position = (keys, index if index >= 0 else len(keys))
    return share_value(storage.get(keys[index])) if index >= 0 else False


@contextual
def reset(array: Ref[PhpArray | PhpObject]) -> Value:
    """Set the internal pointer of an array to its first element."""
    storage = _storage(array)
    storage.position = None
    return _value_at(storage, storage.first_key())


@contextual
def end(array: Ref[PhpArray | PhpObject]) -> Value:
    """Set the internal pointer of an array to its last element."""
    storage = _storage(array)
    last = storage.last_key()
    if last is None:
        return False
    keys = _keys(storage)
    storage.position = (keys, len(keys) - 1)
    return _value_at(storage, last)


# ---------------------------------------------------------------- helpers


def seek(array: PhpArray) -> Union[int, str, None]:
    """The key of the element the pointer stands on; None after the last. Moves past elements gone since."""
    position = array.position
    if position is None:
        return array.first_key()
    keys: List[Union[int, str]]
    index: int
    keys, index = position
    if array.l is not None:
        return index if index < len(array.l) else None
    size = len(keys)
    while index < size:
        key = keys[index]
        if array.has(key):
            if index != position[1]:
                array.position = (keys, index)
            return key
        index += 1
    added = keys_added(array, keys)
    if not added:
        array.position = (keys, size)
        return None
    array.position = ([*keys, *added], size)
    return added[0]


def keys_added(array: PhpArray, keys: Any) -> List[Union[int, str]]:
    """The keys appended to `array` since they were `keys`."""
    last = array.last_key()
    if last is None or (keys and last == keys[-1]):
        return []
    known = set(keys)
    added = []
    for key in reversed(array.keys()):
        if key in known:
            break
        added.append(key)
    added.reverse()
    return added


def _place(array: PhpArray) -> Any:
    """The pointer as (keys, index), for moving it."""
    return (_keys(array), 0) if array.position is None else array.position


def _keys(array: PhpArray) -> Any:
    return range(len(array.l)) if array.l is not None else array.keys()


def _value_at(array: PhpArray, key: Any) -> Value:
    return False if key is None else share_value(array.get(key))


def _storage(reference: Any) -> PhpArray:
    container = reference.get()
    return container if type(container) is PhpArray else _properties(container)


class _ObjectCursor:
    """The object whose properties were walked last, and the array that stands for them."""

    __slots__ = ("array", "target")

    def __init__(self) -> None:
        self.target: Optional[PhpObject] = None
        self.array = PhpArray()


def _properties(target: Any) -> PhpArray:
    """The properties of an object as an array whose pointer is kept until another object is walked."""
    ctx.function_warning(f"Calling {current_builtin_name()}() on an object is deprecated", E_DEPRECATED)
    cursor = ctx.state("arrays.object_cursor", _ObjectCursor)
    position = cursor.array.position if cursor.target is target else None
    cursor.target = target
    cursor.array = object_properties(target).share()
    cursor.array.position = position
    return cursor.array
