"""Arrays walked with callbacks. They walk a snapshot, so that a callback may write to the array meanwhile."""

from __future__ import annotations

from typing import Any, List, Literal, Tuple

from engine.builtin.declare import Callback, PhpConst, contextual
from engine.errors import LimitExceededError, Outcome
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.conversions import mangle_property, to_bool
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import UNINITIALIZED, PhpObject
from engine.runtime.properties import write_property
from engine.runtime.references import Ref
from engine.runtime.typed_references import TypeSources
from engine.runtime.values import MISSING, Value
from engine.stdlib.arrays.cursor import keys_added, seek
from engine.stdlib.core.function_handling import call_by_value

ARRAY_FILTER_USE_KEY: PhpConst[int] = 2
ARRAY_FILTER_USE_BOTH: PhpConst[int] = 1

# How deep array_walk_recursive goes.
_DEPTH_MAX = 1000


@contextual
def array_map(callback: Callback | None, array: PhpArray, *arrays: PhpArray) -> PhpArray:
    """Applies the callback to the elements of the given arrays."""
    if arrays:
        return _map_several(callback, (array, *arrays))
    if callback is None or not len(array):
        return array.share()
    call = by_value(callback)
    return array.with_values([call(value) for value in array.values()])


@contextual
def array_filter(array: PhpArray, callback: Callback | None = None, mode: int = 0) -> PhpArray:
    """Filters elements of an array using a callback function."""
    items = array.copied_items() if array.r is not None else array.items()
    call = None if callback is None else by_value(callback)
    kept = []
    for key, item in items:
        value = item.get() if type(item) is Ref else item
        if call is None:
            result: Any = value
        elif mode == ARRAY_FILTER_USE_KEY:
            result = call(key)
        elif mode == ARRAY_FILTER_USE_BOTH:
            result = call(value, key)
        else:
            result = call(value)
        if result is True or (result is not False and to_bool(result)):
            kept.append((key, item.share() if type(item) is PhpArray else item))
    return PhpArray.of_items(kept)


@contextual
def array_reduce(array: PhpArray, callback: Callback, initial: Value = None) -> Value:
    """Iteratively reduce the array to a single value using a callback function."""
    call = by_value(callback)
    result = share_value(initial)
    for value in array.values():
        result = call(result, value)
    return result


@contextual
def array_find(array: PhpArray, callback: Callback) -> Value:
    """Returns the first element satisfying a callback function."""
    call = by_value(callback)
    for key, value in array.items():
        if to_bool(call(value, key)):
            return share_value(value)
    return None


@contextual
def array_find_key(array: PhpArray, callback: Callback) -> Value:
    """Returns the key of the first element satisfying a callback function."""
    call = by_value(callback)
    for key, value in array.items():
        if to_bool(call(value, key)):
            return key
    return None


@contextual
def array_any(array: PhpArray, callback: Callback) -> bool:
    """Checks if at least one array element satisfies a callback function."""
    call = by_value(callback)
    for key, value in array.items():
        if to_bool(call(value, key)):
            return True
    return False


@contextual
def array_all(array: PhpArray, callback: Callback) -> bool:
    """Checks if all array elements satisfy a callback function."""
    call = by_value(callback)
    for key, value in array.items():
        if not to_bool(call(value, key)):
            return False
    return True


@contextual
def array_walk(array: Ref[PhpArray | PhpObject], callback: Callback, arg: Value = MISSING) -> Literal[True]:
    """Apply a user supplied function to every member of an array."""
    extra = () if arg is MISSING else (arg,)
    _walk(array, callback, extra, recursive=False, above=[])
    return True


@contextual
def array_walk_recursive(array: Ref[PhpArray | PhpObject], callback: Callback, arg: Value = MISSING) -> Literal[True]:
    """Apply a user function recursively to every member of an array."""
    extra = () if arg is MISSING else (arg,)
    _walk(array, callback, extra, recursive=True, above=[])
    return True


# ---------------------------------------------------------------- helpers


def _map_several(callback: Any, arrays: Tuple[PhpArray, ...]) -> PhpArray:
    """Rows across the arrays, shorter ones filled with null; without a callback the rows themselves."""
    call = None if callback is None else by_value(callback)
    # Without a callback references stay references.
    columns = [array.values() if call is not None or array.r is None else array.copied_values() for array in arrays]
    size = max([len(column) for column in columns])
    columns = [column + [None] * (size - len(column)) if len(column) < size else column for column in columns]
    if call is None:
        return PhpArray([PhpArray([share_value(value) for value in row]) for row in zip(*columns)])
    if len(columns) == 2:
        # PyPy's JIT makes no tuple of two named values.
        return PhpArray([call(first, second) for first, second in zip(*columns)])
    return PhpArray([call(*row) for row in zip(*columns)])


def by_value(callback: Any) -> Any:
    """`callback` to be called with values: PHP warns of each that it would take by reference."""
    takes_values = not (callback.by_ref(0) or callback.by_ref(1) or callback.by_ref(2))
    if takes_values and not getattr(getattr(callback, "info", None), "returns_ref", False):
        return callback
    return lambda *values: call_by_value(callback, list(values), {})


def _walk(reference: Any, callback: Any, extra: Tuple[Any, ...], *, recursive: bool, above: List[Any]) -> None:
    """Call `callback` on every element of the array or object that `reference` holds, which is below others."""
    if len(above) > _DEPTH_MAX:
        raise LimitExceededError(Outcome.DEPTH_LIMIT, f"arrays nested deeper than {_DEPTH_MAX}")
    target = reference.get()
    if any(one is target for one in above):
        raise throw_error("Error", "Recursion detected")
    # PHP does not mark the first, so that one which holds itself is walked twice.
    above.append(target if above else None)
    try:
        if type(target) is PhpArray:
            _walk_array(reference, callback, extra, recursive=recursive, above=above)
        else:
            _walk_object(target, callback, extra, recursive=recursive, above=above)
    finally:
        above.pop()


def _walk_array(reference: Any, callback: Any, extra: Tuple[Any, ...], *, recursive: bool, above: List[Any]) -> None:
    """Walk the array as it is at each step: what the callback unsets is not met, what it appends is."""
    is_reference = callback.by_ref(0)
    call = by_value(callback) if not is_reference or callback.by_ref(1) or callback.by_ref(2) else callback
    array = reference.get()
    keys: Any = range(len(array.l)) if array.l is not None else array.keys()
    position = 0
    while True:
        if position >= len(keys):
            added = keys_added(array, keys)
            if not added:
                return
            keys = [*keys, *added]
        key = keys[position]
        position += 1
        value = array.get(key, MISSING)
        if value is MISSING:
            continue
        if recursive and type(value) is PhpArray:
            _visit(reference, key, _Descent(callback, extra, above))
        elif is_reference:
            _visit(reference, key, lambda element, key=key: call(element, key, *extra))
        else:
            call(value, key, *extra)
        following = reference.get()
        if following is not array:
            if type(following) is not PhpArray:
                raise throw_error("TypeError", "Iterated value is no longer an array or object")
            # Another array: it is walked from its internal pointer on.
            array = following
            first = seek(array)
            keys = array.keys()
            position = keys.index(first) if first is not None else len(keys)


class _Descent:
    """Walks the array in an element; called as a callback is."""

    def __init__(self, callback: Any, extra: Tuple[Any, ...], above: List[Any]) -> None:
        self.callback = callback
        self.extra = extra
        self.above = above

    def __call__(self, element: Any) -> None:
        _walk(element, self.callback, self.extra, recursive=True, above=self.above)


def _visit(reference: Any, key: Any, call: Any) -> None:
    """Give `call` the element as a Ref, and store back what it left there."""
    array = reference.get()
    if array.cow:
        array.separate()
    present = array.r.get(key) if array.r is not None else None
    if type(present) is Ref:
        call(present)
        return
    value = array.get(key)
    element = Ref(value)
    call(element)
    if reference.get() is not array or not array.has(key):
        return
    if element.holders > 1:
        array.bind(key, element)
    elif element.get() is not value:
        array.set(key, element.get())


def _walk_object(
    target: PhpObject, callback: Any, extra: Tuple[Any, ...], *, recursive: bool, above: List[Any]
) -> None:
    is_reference = callback.by_ref(0)
    for name, visibility, owner, held in target.property_items():
        if held is UNINITIALIZED:
            continue
        value = held.get() if type(held) is Ref else held
        element = held if type(held) is Ref else Ref(share_value(value))
        info = target.php_class.properties.get(name)
        if element is not held and info is not None and info.type is not None:
            element.check = TypeSources(info)
        if recursive and type(value) is PhpArray:
            _walk(element, callback, extra, recursive=True, above=above)
        else:
            key = mangle_property(name, visibility, owner)
            callback(element if is_reference else value, key, *extra)
        if is_reference and element is not held and element.get() is not value:
            write_property(target, name, element.get())
