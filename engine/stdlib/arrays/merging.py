"""Arrays merged into one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Tuple

from engine.builtin.declare import pure
from engine.errors import LimitExceededError, Outcome
from engine.runtime.arrays import PhpArray, may_hold_arrays, share_value, shared_items
from engine.runtime.context import ctx
from engine.runtime.conversions import to_array
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref
from engine.stdlib.arrays.elements import append

if TYPE_CHECKING:
    from engine.runtime.values import Key

# How deep arrays may be nested within each other to be merged recursively.
_DEPTH_MAX = 1000
# What PHP's hash tables hold at most.
_SIZE_MAX = 0x40000000
# What an element of a packed array takes.
_ELEMENT_BYTES = 16


@pure
def array_merge(*arrays: PhpArray) -> PhpArray:
    """Merge one or more arrays."""
    if len(arrays) == 2:
        other = arrays[1] if not len(arrays[0]) else arrays[0] if not len(arrays[1]) else None
        if other is not None and (other.l is not None or (other.h is not None and not other.has_int_keys)):
            return other.share()
        first, second = arrays[0].l, arrays[1].l
        if first is not None and second is not None:
            _check_size(len(first) + len(second))
            merged = first + second
            return PhpArray(shared_items(merged) if may_hold_arrays(merged) else merged)
    _check_total(arrays)
    result = PhpArray()
    for array in arrays:
        _merge(result, array)
    return result


@pure
def array_merge_recursive(*arrays: PhpArray) -> PhpArray:
    """Merge one or more arrays recursively."""
    _check_total(arrays)
    result = PhpArray()
    is_first = True
    for array in arrays:
        if is_first:
            _merge(result, array)
            is_first = False
        else:
            _merge_recursively(result, array, [])
    return result


@pure
def array_replace(array: PhpArray, *replacements: PhpArray) -> PhpArray:
    """Replaces elements from passed arrays into the first array."""
    result = array.share()
    for replacement in replacements:
        for key, item in replacement.copied_items():
            result.put(key, item)
    return result


@pure
def array_replace_recursive(array: PhpArray, *replacements: PhpArray) -> PhpArray:
    """Replaces elements from passed arrays into the first array recursively."""
    result = array.share()
    for replacement in replacements:
        _replace_recursively(result, replacement, [])
    return result


# ---------------------------------------------------------------- helpers


def _check_total(arrays: Tuple[PhpArray, ...]) -> None:
    total = 0
    for array in arrays:
        total += len(array)
    _check_size(total)


def _check_size(total: int) -> None:
    if total >= _SIZE_MAX:
        raise throw_error("Error", f"The total number of elements must be lower than {_SIZE_MAX}")
    ctx.charge(total * _ELEMENT_BYTES)


def _merge(result: PhpArray, array: PhpArray) -> None:
    """Add the elements of `array`: under their string keys, or at the end."""
    if array.l is not None and result.l is not None:
        result.l.extend(array.copied_values())
        return
    if array.h is not None and not array.has_int_keys:
        if not len(result):
            result.become(PhpArray.from_strings({key: share_value(item) for key, item in array.h.items()}))
            return
        if result.h is not None:
            for name, item in array.h.items():
                result.h[name] = share_value(item)
            return
    for key, item in array.copied_items():
        result.put(result.next_index() if type(key) is int else key, item)


def _merge_recursively(result: PhpArray, array: PhpArray, path: List[Any]) -> None:
    _enter(path, result, array)
    for key, item in array.copied_items():
        if type(key) is int:
            if type(item) is Ref:
                result.put(result.next_index(), item)
            else:
                append(result, item)
        elif not result.has(key):
            result.put(key, item)
        else:
            value = item.get() if type(item) is Ref else item
            target = _own_array(result, key)
            if isinstance(value, PhpObject):
                value = to_array(value)
            if type(value) is PhpArray:
                _merge_recursively(target, value, path)
            else:
                append(target, value)
            result.put(key, target)
    del path[-2:]


def _own_array(result: PhpArray, key: Key) -> PhpArray:
    """The element `key` as an array that may be written to."""
    present = result.get(key)
    if type(present) is PhpArray:
        return present.share()
    return PhpArray([None]) if present is None else to_array(present)


def _replace_recursively(result: PhpArray, array: PhpArray, path: List[Any]) -> None:
    _enter(path, result, array)
    for key, item in array.copied_items():
        value = item.get() if type(item) is Ref else item
        present = result.get(key)
        if type(value) is PhpArray and type(present) is PhpArray:
            target = present.share()
            _replace_recursively(target, value, path)
            result.put(key, target)
        else:
            result.put(key, item)
    del path[-2:]


def _enter(path: List[Any], result: PhpArray, array: PhpArray) -> None:
    """Note which arrays are being merged. Only one that holds references can contain itself."""
    marks = (result.r, array.r)
    for mark in marks:
        if mark is not None and any(mark is open_mark for open_mark in path):
            raise throw_error("Error", "Recursion detected")
    if len(path) > 2 * _DEPTH_MAX:
        raise LimitExceededError(Outcome.DEPTH_LIMIT, f"arrays nested deeper than {_DEPTH_MAX}")
    path.extend(marks)
