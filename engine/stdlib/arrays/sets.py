"""Arrays as sets: differences and intersections, by value, by key, by both, with callbacks for either.

With a callback the arrays are sorted by it and walked side by side, as PHP does: which pairs a callback sees, and what
an inconsistent one leads to, is the same.
"""

from __future__ import annotations

from typing import Any, Callable, List, Optional, Set, Tuple

from engine.builtin.declare import BadArgumentError, Untyped, contextual, pure
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import E_DEPRECATED, ctx
from engine.runtime.conversions import to_int, to_string, type_for_error
from engine.runtime.functions import find_callable
from engine.runtime.references import Ref
from engine.runtime.sorting import Comparison, callback_comparison, compare_strings, hybrid_sort
from engine.runtime.values import MISSING, Key, all_ints
from engine.stdlib.arrays.callbacks import by_value

Entry = Tuple[Key, Any]


# ---------------------------------------------------------------- differences


@pure
def array_diff(array: PhpArray, *arrays: PhpArray) -> PhpArray:
    """Computes the difference of arrays."""
    if len(array) < 2:
        return _diff_of_one(array, arrays)
    others = [other.values() for other in arrays]
    values = array.values()
    if array.l is not None and all_ints(values) and all(map(all_ints, others)):
        # Ints differ where their texts do.
        numbers: Set[int] = set()
        for other in others:
            numbers.update(other)
        kept = [index for index, value in enumerate(values) if value not in numbers]
        return PhpArray.of_int_keys(kept, [values[index] for index in kept])
    excluded: Set[str] = set()
    for other in others:
        for value in other:
            excluded.add(value if type(value) is str else to_string(value))
    if not excluded:
        return array.share()
    items = []
    for key, item in array.copied_items():
        value = item.get() if type(item) is Ref else item
        if (value if type(value) is str else to_string(value)) not in excluded:
            items.append((key, item))
    return PhpArray.of_items(items)


@pure
def array_diff_key(array: PhpArray, *arrays: PhpArray) -> PhpArray:
    """Computes the difference of arrays using keys for comparison."""
    return _diff_by_key(array, arrays, None)


@pure
def array_diff_assoc(array: PhpArray, *arrays: PhpArray) -> PhpArray:
    """Computes the difference of arrays with additional index check."""
    return _diff_by_key(array, arrays, compare_strings)


@contextual(least=2)
def array_udiff_assoc(array: PhpArray, *rest: Untyped) -> PhpArray:
    """Computes the difference of arrays with additional index check, compares data by a callback function."""
    arrays, callbacks = _split((array, *rest), 1)
    return _diff_by_key(arrays[0], arrays[1:], _plain_comparison(callbacks[0]))


@contextual(least=2)
def array_udiff(array: PhpArray, *rest: Untyped) -> PhpArray:
    """Computes the difference of arrays by using a callback function for data comparison."""
    arrays, callbacks = _split((array, *rest), 1)
    return _diff_by_value(arrays, _callback_comparison(callbacks[0]))


@contextual(least=2)
def array_diff_ukey(array: PhpArray, *rest: Untyped) -> PhpArray:
    """Computes the difference of arrays using a callback function on the keys for comparison."""
    arrays, callbacks = _split((array, *rest), 1)
    return _diff_by_sorted_key(arrays, _callback_comparison(callbacks[0]), None)


@contextual(least=2)
def array_diff_uassoc(array: PhpArray, *rest: Untyped) -> PhpArray:
    """Computes the difference of arrays with additional index check which is performed by a user supplied callback."""
    arrays, callbacks = _split((array, *rest), 1)
    return _diff_by_sorted_key(arrays, _callback_comparison(callbacks[0]), compare_strings)


@contextual(least=3)
def array_udiff_uassoc(array: PhpArray, *rest: Untyped) -> PhpArray:
    """Computes the difference of arrays with additional index check, compares data and indexes by a callback."""
    arrays, callbacks = _split((array, *rest), 2)
    return _diff_by_sorted_key(arrays, *_callback_comparisons(callbacks[1], callbacks[0]))


# ---------------------------------------------------------------- intersections


@pure
def array_intersect(array: PhpArray, *arrays: PhpArray) -> PhpArray:
    """Computes the intersection of arrays."""
    sets = []
    for other in (array, *arrays):
        texts = _scalar_texts(other)
        if texts is None:
            return _intersect_by_value((array, *arrays), compare_strings)
        sets.append(texts)
    common = set(sets[0]).intersection(*sets[1:])
    items = array.copied_items()
    return PhpArray.of_items([items[index] for index, text in enumerate(sets[0]) if text in common])


@pure
def array_intersect_key(array: PhpArray, *arrays: PhpArray) -> PhpArray:
    """Computes the intersection of arrays using keys for comparison."""
    return _intersect_by_key(array, arrays, None)


@pure
def array_intersect_assoc(array: PhpArray, *arrays: PhpArray) -> PhpArray:
    """Computes the intersection of arrays with additional index check."""
    return _intersect_by_key(array, arrays, compare_strings)


@contextual(least=2)
def array_uintersect_assoc(array: PhpArray, *rest: Untyped) -> PhpArray:
    """Computes the intersection of arrays with additional index check, compares data by a callback function."""
    arrays, callbacks = _split((array, *rest), 1)
    return _intersect_by_key(arrays[0], arrays[1:], _plain_comparison(callbacks[0]))


@contextual(least=2)
def array_uintersect(array: PhpArray, *rest: Untyped) -> PhpArray:
    """Computes the intersection of arrays, compares data by a callback function."""
    arrays, callbacks = _split((array, *rest), 1)
    return _intersect_by_value(arrays, _callback_comparison(callbacks[0]))


@contextual(least=2)
def array_intersect_ukey(array: PhpArray, *rest: Untyped) -> PhpArray:
    """Computes the intersection of arrays using a callback function on the keys for comparison."""
    arrays, callbacks = _split((array, *rest), 1)
    return _intersect_by_sorted_key(arrays, _callback_comparison(callbacks[0]), None)


@contextual(least=2)
def array_intersect_uassoc(array: PhpArray, *rest: Untyped) -> PhpArray:
    """Computes the intersection of arrays with additional index check, compares indexes by a callback function."""
    arrays, callbacks = _split((array, *rest), 1)
    return _intersect_by_sorted_key(arrays, _callback_comparison(callbacks[0]), compare_strings)


@contextual(least=3)
def array_uintersect_uassoc(array: PhpArray, *rest: Untyped) -> PhpArray:
    """Computes the intersection of arrays with additional index check, compares data and indexes by callbacks."""
    arrays, callbacks = _split((array, *rest), 2)
    return _intersect_by_sorted_key(arrays, *_callback_comparisons(callbacks[1], callbacks[0]))


# ---------------------------------------------------------------- arguments


def _split(arguments: Tuple[Any, ...], count: int) -> Tuple[Tuple[PhpArray, ...], List[Any]]:
    """The arrays and the `count` callbacks that follow them."""
    callbacks = []
    for position in range(len(arguments) - count, len(arguments)):
        why: List[str] = []
        callback = find_callable(arguments[position], why)
        if callback is None:
            raise BadArgumentError(position + 1, f"must be a valid callback, {why[-1]}", "TypeError")
        callbacks.append(by_value(callback))
    arrays = arguments[:-count]
    for position, array in enumerate(arrays, start=1):
        if type(array) is not PhpArray:
            raise BadArgumentError(position, f"must be of type array, {type_for_error(array)} given", "TypeError")
    return arrays, callbacks


def _callback_comparison(callback: Any) -> Comparison:
    return callback_comparison(callback, lambda message: ctx.function_warning(message, E_DEPRECATED))


def _callback_comparisons(first: Any, second: Any) -> Tuple[Comparison, Comparison]:
    """Two callbacks of one call: bool results are deprecated but once."""
    messages: Set[str] = set()

    def warn(message: str) -> None:
        if message not in messages:
            messages.add(message)
            ctx.function_warning(message, E_DEPRECATED)

    return callback_comparison(first, warn), callback_comparison(second, warn)


def _plain_comparison(callback: Any) -> Comparison:
    """As `_callback_comparison`, without the second look that a bool result gets."""
    return lambda first, second: to_int(callback(first, second))


def _scalar_texts(array: PhpArray) -> Optional[List[str]]:
    """The values as strings; None where converting one may be observed."""
    texts = []
    for value in array.values():
        kind = type(value)
        if kind is str:
            texts.append(value)
        elif kind is int or kind is float or kind is bool or value is None:
            texts.append(to_string(value))
        else:
            return None
    return texts


def _diff_of_one(array: PhpArray, others: Tuple[PhpArray, ...]) -> PhpArray:
    """The difference of an array of at most one element, for which PHP stops converting once it is found."""
    for value in array.values():
        text = to_string(value)
        for other in others:
            for counterpart in other.values():
                if to_string(counterpart) == text:
                    return PhpArray()
    return array.share()


# ---------------------------------------------------------------- by key


def _have_names_only(array: Any, others: Tuple[Any, ...]) -> bool:
    """Whether all are stored under names, so that their dicts may be compared; the first one has no int key."""
    if array.h is None or array.has_int_keys:
        return False
    return all(other.h is not None for other in others)


def _diff_by_key(array: PhpArray, others: Tuple[PhpArray, ...], comparison: Optional[Comparison]) -> PhpArray:
    """What has no counterpart under the same key; with a comparison, no equal one."""
    if comparison is None and _have_names_only(array, others):
        assert array.h is not None
        names = {name: share_value(item) for name, item in array.h.items()}
        for other in others:
            for name in other.h or ():
                names.pop(name, None)
        return PhpArray.from_strings(names)
    kept = []
    for key, item in array.copied_items():
        value = item.get() if type(item) is Ref else item
        for other in others:
            counterpart = other.get(key, MISSING)
            if counterpart is not MISSING and (comparison is None or comparison(value, counterpart) == 0):
                break
        else:
            kept.append((key, item))
    return PhpArray.of_items(kept)


def _int_storage(array: PhpArray) -> Any:
    """What holds the values of an array whose keys are all ints and that holds no reference; else None."""
    return array.l if array.l is not None else array.d


def _intersect_by_int(array: PhpArray, others: Tuple[PhpArray, ...]) -> PhpArray:
    values = _int_storage(array)
    keys: List[Any] = array.keys()
    for other in others:
        if other.l is not None:
            size = len(other.l)
            keys = [key for key in keys if 0 <= key < size]
        else:
            present: Any = other.d
            keys = [key for key in keys if key in present]
    return PhpArray.of_int_keys(keys, [share_value(values[key]) for key in keys])


def _intersect_by_key(array: PhpArray, others: Tuple[PhpArray, ...], comparison: Optional[Comparison]) -> PhpArray:
    """What has a counterpart under the same key in all others; with a comparison, an equal one."""
    if comparison is None and _int_storage(array) is not None and None not in map(_int_storage, others):
        return _intersect_by_int(array, others)
    if comparison is None and _have_names_only(array, others):
        names = array.h or {}
        for other in others:
            present = other.h or {}
            names = {name: item for name, item in names.items() if name in present}
        return PhpArray.from_strings({name: share_value(item) for name, item in names.items()})
    kept = []
    for key, item in array.copied_items():
        value = item.get() if type(item) is Ref else item
        for other in others:
            counterpart = other.get(key, MISSING)
            if counterpart is MISSING or (comparison is not None and comparison(value, counterpart) != 0):
                break
        else:
            kept.append((key, item))
    return PhpArray.of_items(kept)


# ---------------------------------------------------------------- side by side


def _sorted_entries(arrays: Tuple[PhpArray, ...], comparison: Comparison, part: int) -> List[List[Entry]]:
    """The (key, value) pairs of each array, sorted by key (part 0) or value (part 1)."""
    result = []
    for array in arrays:
        entries = array.items()
        order = list(range(len(entries)))
        if len(entries) > 1:
            hybrid_sort(order, _entry_comparison(entries, comparison, part))
        result.append([entries[index] for index in order])
    return result


def _entry_comparison(entries: List[Entry], comparison: Comparison, part: int) -> Callable[[int, int], int]:
    return lambda i, j: comparison(entries[i][part], entries[j][part])


def _without(array: PhpArray, removed: Set[Key]) -> PhpArray:
    if not removed:
        return array.share()
    return PhpArray.of_items([(key, item) for key, item in array.copied_items() if key not in removed])


def _diff_by_value(arrays: Tuple[PhpArray, ...], comparison: Comparison) -> PhpArray:
    lists = _sorted_entries(arrays, comparison, 1)
    places = [0] * len(lists)
    own = lists[0]
    removed: Set[Key] = set()
    index = 0
    while index < len(own):
        value = own[index][1]
        result = 1
        for number in range(1, len(lists)):
            others = lists[number]
            while places[number] < len(others):
                result = comparison(value, others[places[number]][1])
                if result <= 0:
                    break
                places[number] += 1
            if not result:
                if places[number] < len(others):
                    places[number] += 1
                break
        # Equal values share the fate of the first.
        while True:
            if not result:
                removed.add(own[index][0])
            index += 1
            if index >= len(own) or comparison(own[index - 1][1], own[index][1]):
                break
    return _without(arrays[0], removed)


def _diff_by_sorted_key(
    arrays: Tuple[PhpArray, ...], key_comparison: Comparison, comparison: Optional[Comparison]
) -> PhpArray:
    lists = _sorted_entries(arrays, key_comparison, 0)
    removed: Set[Key] = set()
    for key, value in lists[0]:
        for others in lists[1:]:
            found = next((entry for entry in others if key_comparison(key, entry[0]) == 0), None)
            if found is not None and (comparison is None or comparison(value, found[1]) == 0):
                removed.add(key)
                break
    return _without(arrays[0], removed)


def _intersect_by_value(arrays: Tuple[PhpArray, ...], comparison: Comparison) -> PhpArray:
    lists = _sorted_entries(arrays, comparison, 1)
    places = [0] * len(lists)
    own = lists[0]
    removed: Set[Key] = set()
    index = 0
    result = 0
    while index < len(own):
        number = 1
        while number < len(lists):
            others = lists[number]
            while places[number] < len(others):
                result = comparison(own[index][1], others[places[number]][1])
                if result <= 0:
                    break
                places[number] += 1
            if places[number] >= len(others):
                # Nothing that is left can be in all arrays.
                removed.update([key for key, _ in own[index:]])
                return _without(arrays[0], removed)
            if result:
                break
            places[number] += 1
            number += 1
        if result:
            # Neither can the values before that of the other array.
            while True:
                removed.add(own[index][0])
                index += 1
                if index >= len(own) or comparison(own[index][1], lists[number][places[number]][1]) >= 0:
                    break
        else:
            index += 1
            while index < len(own) and not comparison(own[index - 1][1], own[index][1]):
                index += 1
    return _without(arrays[0], removed)


def _intersect_by_sorted_key(
    arrays: Tuple[PhpArray, ...], key_comparison: Comparison, comparison: Optional[Comparison]
) -> PhpArray:
    lists = _sorted_entries(arrays, key_comparison, 0)
    places = [0] * len(lists)
    own = lists[0]
    removed: Set[Key] = set()
    result = 0
    for index, (key, value) in enumerate(own):
        for number in range(1, len(lists)):
            others = lists[number]
            while places[number] < len(others):
                result = key_comparison(key, others[places[number]][0])
                if result <= 0:
                    break
                places[number] += 1
            if places[number] >= len(others):
                removed.update([rest_key for rest_key, _ in own[index:]])
                return _without(arrays[0], removed)
            if not result and comparison is not None:
                result = 1 if comparison(value, others[places[number]][1]) else 0
            if result:
                removed.add(key)
                break
            places[number] += 1
    return _without(arrays[0], removed)
