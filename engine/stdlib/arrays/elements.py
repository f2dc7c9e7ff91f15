"""Arrays. Arguments are borrowed: what a function returns is always an array of its own or a shared handle."""

from __future__ import annotations

from itertools import islice
from typing import Annotated, Any, Callable, Dict, List, Literal, Optional, Set, Tuple

from engine.builtin.declare import BadArgumentError, PhpConst, Untyped, contextual, pure
from engine.runtime.arrays import PhpArray, share_value, shared_items
from engine.runtime.comparisons import identical, loose_equals
from engine.runtime.context import ctx
from engine.runtime.conversions import array_key, is_resource, parse_numeric, to_array, to_int, to_string, type_name
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_scope
from engine.runtime.objects import PhpObject, call_method
from engine.runtime.operators import add, mul
from engine.runtime.properties import isset_property
from engine.runtime.property_listing import visible_items
from engine.runtime.references import Ref
from engine.runtime.sorting import SORT_STRING, flag_comparison, fold_case, hybrid_sort, sort_keys
from engine.runtime.values import INT_MAX, INT_MIN, MISSING, Key, PhpString, Value, all_ints, canonical_int

COUNT_NORMAL: PhpConst[int] = 0
COUNT_RECURSIVE: PhpConst[int] = 1
CASE_LOWER: PhpConst[int] = 0
CASE_UPPER: PhpConst[int] = 1
EXTR_OVERWRITE: PhpConst[int] = 0
EXTR_SKIP: PhpConst[int] = 1
EXTR_PREFIX_SAME: PhpConst[int] = 2
EXTR_PREFIX_ALL: PhpConst[int] = 3
EXTR_PREFIX_INVALID: PhpConst[int] = 4
EXTR_PREFIX_IF_EXISTS: PhpConst[int] = 5
EXTR_IF_EXISTS: PhpConst[int] = 6
EXTR_REFS: PhpConst[int] = 256

_UPPER = {code: code - 32 for code in range(97, 123)}
# The default of array_splice's replacement; arguments are borrowed, so nothing writes to it.
_EMPTY = PhpArray()
OCCUPIED = "Cannot add element to the array as the next element is already occupied"


# ---------------------------------------------------------------- looking


@pure(aliases=("sizeof",))
def count(value: Annotated[PhpObject, "Countable"] | PhpArray, mode: int = COUNT_NORMAL) -> int:
    """Counts all elements in an array or in a Countable object."""
    if mode == COUNT_NORMAL:
        return len(value) if isinstance(value, PhpArray) else to_int(call_method(value, "count"))
    if mode != COUNT_RECURSIVE:
        raise BadArgumentError("mode", "must be either COUNT_NORMAL or COUNT_RECURSIVE")
    return _count_recursively(value) if isinstance(value, PhpArray) else to_int(call_method(value, "count"))


@pure
def in_array(needle: Value, haystack: PhpArray, strict: bool = False) -> bool:
    """Checks if a value exists in an array."""
    items = haystack.l
    return _index_of(needle, items if items is not None else haystack.values(), strict) >= 0


@pure
def array_search(needle: Value, haystack: PhpArray, strict: bool = False) -> int | PhpString | Literal[False]:
    """Searches the array for a given value and returns the first corresponding key if successful."""
    items = haystack.l
    if items is not None:
        index = _index_of(needle, items, strict)
        return index if index >= 0 else False
    index = _index_of(needle, haystack.values(), strict)
    return haystack.keys()[index] if index >= 0 else False


@pure
def key_exists(key: Untyped, array: PhpArray) -> bool:
    """Checks if the given key or index exists in the array."""
    if isinstance(key, (PhpArray, PhpObject)):
        raise BadArgumentError("key", "must be a valid array offset type", "TypeError")
    return array_key_exists(key, array)


@pure
def array_key_exists(key: Untyped, array: PhpArray) -> bool:
    """Checks if the given key or index exists in the array."""
    kind = type(key)
    if kind is str:
        return key in array.h if array.h is not None else array.has(key)
    if kind is int:
        items = array.l
        return 0 <= key < len(items) if items is not None else array.has(key)
    # A key of a wrong type throws what `$array[$key]` throws: PHP compiles the call to an instruction of its own.
    return array.has(array_key(key))


@pure
def array_key_first(array: PhpArray) -> int | PhpString | None:
    """Gets the first key of an array."""
    return array.first_key()


@pure
def array_key_last(array: PhpArray) -> int | PhpString | None:
    """Gets the last key of an array."""
    return array.last_key()


@pure
def array_is_list(array: PhpArray) -> bool:
    """Checks whether a given array is a list."""
    return array.is_list()


@pure
def array_keys(array: PhpArray, filter_value: Value = MISSING, strict: bool = False) -> PhpArray:
    """Return all the keys or a subset of the keys of an array."""
    if filter_value is MISSING:
        return PhpArray(array.keys())
    equals = identical if strict else loose_equals
    return PhpArray([key for key, value in array.items() if equals(filter_value, value)])


@pure
def array_values(array: PhpArray) -> PhpArray:
    """Return all the values of an array."""
    if array.l is not None:
        return array.share()
    values = array.copied_values()
    return PhpArray(values) if array.r is None else _list_of(values)


# ---------------------------------------------------------------- calculating


@pure
def array_sum(array: PhpArray) -> int | float:
    """Calculate the sum of values in an array."""
    values = array.l if array.l is not None else array.values()
    total = 0
    index = 0
    for value in values:
        if type(value) is not int:
            break
        total += value
        if not INT_MIN <= total <= INT_MAX:
            total -= value
            break
        index += 1
    return total if index == len(values) else _sum_on(total, values[index:])


@pure
def array_product(array: PhpArray) -> int | float:
    """Calculate the product of values in an array."""
    total: Any = 1
    for value in array.values():
        kind = type(value)
        is_number = kind is int or kind is float
        total = mul(total, value) if is_number else _accumulate(total, value, mul, "Multiplication")
    return total  # type: ignore[no-any-return]


@pure
def array_count_values(array: PhpArray) -> PhpArray:
    """Counts the occurrences of each distinct value in an array."""
    counts: Dict[Key, int] = {}
    has_names_only = True
    for value in array.values():
        kind = type(value)
        if kind is str:
            number = canonical_int(value) if value[:1] <= "9" else None
            key = value if number is None else number
            has_names_only = has_names_only and number is None
        elif kind is int:
            key = value
            has_names_only = False
        else:
            ctx.function_warning("Can only count string and integer values, entry skipped")
            continue
        counts[key] = counts.get(key, 0) + 1
    if has_names_only:
        return PhpArray.from_strings(counts)  # type: ignore[arg-type]
    return PhpArray.of_items(list(counts.items()))


# ---------------------------------------------------------------- rearranging


@pure
def array_column(
    array: PhpArray, column_key: int | PhpString | None, index_key: int | PhpString | None = None
) -> PhpArray:
    """Return the values from a single column in the input array."""
    if index_key is None:
        values = []
        for row in array.values():
            value = row if column_key is None else _field(row, column_key)
            if value is not MISSING:
                values.append(share_value(value))
        return PhpArray(values)
    result = PhpArray()
    for row in array.values():
        value = row if column_key is None else _field(row, column_key)
        if value is MISSING:
            continue
        key = _field(row, index_key)
        if key is MISSING:
            append(result, share_value(value))
        else:
            result.set(array_key(key), share_value(value))
    return result


@pure
def array_flip(array: PhpArray) -> PhpArray:
    """Exchanges all keys with their associated values in an array."""
    items = array.items()
    names: Dict[str, Any] = {}
    for key, value in items:
        # Names that cannot be decimals are keys as they are.
        if type(value) is not str or value[:1] <= "9":
            break
        names[value] = key
    else:
        return PhpArray.from_strings(names)
    result = PhpArray()
    for key, value in items:
        kind = type(value)
        if kind is str or kind is int:
            result.set(value, key)
        else:
            ctx.function_warning("Can only flip string and integer values, entry skipped")
    return result


@pure
def array_change_key_case(array: PhpArray, case: int = CASE_LOWER) -> PhpArray:
    """Changes the case of all keys in an array."""
    if array.l is not None or array.d is not None:
        return array.share()
    changed: Dict[Key, Any] = {}
    for key, item in array.copied_items():
        if type(key) is str:
            changed[key.translate(_UPPER) if case else fold_case(key)] = item
        else:
            changed[key] = item
    return PhpArray.of_items(list(changed.items()))


@pure
def array_reverse(array: PhpArray, preserve_keys: bool = False) -> PhpArray:
    """Return an array with elements in reverse order."""
    if array.l is not None:
        values = array.copied_values()
        values.reverse()
        if not preserve_keys:
            return PhpArray(values)
        last = len(values) - 1
        return PhpArray.of_items([(last - index, value) for index, value in enumerate(values)])
    items = array.copied_items()
    items.reverse()
    return PhpArray.of_items(items if preserve_keys else renumbered(items))


@pure
def array_unique(array: PhpArray, flags: int = SORT_STRING) -> PhpArray:
    """Removes duplicate values from an array."""
    if len(array) <= 1:
        return array.share()
    values = array.values()
    if flags == SORT_STRING:
        # Ints differ where their texts do.
        keys: Optional[List[Any]] = values
        if not all_ints(values):
            keys = [value if type(value) is str else to_string(value) for value in values]
    else:
        keys = sort_keys(values, flags)
    if keys is None:
        removed = _duplicates(values, flags)
        kept = [index for index in range(len(values)) if index not in removed]
    else:
        kept = _first_places(keys)
    if len(kept) == len(values):
        return array.share()
    if array.l is not None:
        return PhpArray.of_int_keys(kept, [share_value(values[index]) for index in kept])
    items = array.copied_items()
    return PhpArray.of_items([items[index] for index in kept])


# ---------------------------------------------------------------- parts


@pure
def array_slice(array: PhpArray, offset: int, length: int | None = None, preserve_keys: bool = False) -> PhpArray:
    """Extract a slice of the array."""
    start, end = _clamp(len(array), offset, length)
    if start >= end:
        return PhpArray()
    values = array.l
    if values is not None:
        if preserve_keys and start:
            return PhpArray.of_items([(index, share_value(values[index])) for index in range(start, end)])
        return PhpArray(shared_items(values[start:end]))
    if array.h is not None and not array.has_int_keys:
        part = islice(array.h.items(), start, end)
        return PhpArray.from_strings({key: item.share() if type(item) is PhpArray else item for key, item in part})
    items = array.copied_items()[start:end]
    return PhpArray.of_items(items if preserve_keys else renumbered(items))


@contextual
def array_splice(array: Ref[PhpArray], offset: int, length: int | None = None, replacement: Value = _EMPTY) -> PhpArray:
    """Remove a portion of the array and replace it with something else."""
    storage = array.get()
    if storage.cow:
        storage.separate()
    start, end = _clamp(len(storage), offset, length)
    end = max(start, end)
    inserted = (replacement if type(replacement) is PhpArray else to_array(replacement)).copied_values()
    if storage.l is not None:
        removed = storage.l[start:end]
        if not any(type(item) is Ref for item in inserted):
            storage.l[start:end] = inserted
            storage.position = None
            return PhpArray(removed)
    items = storage.raw_items()
    removed_items = items[start:end]
    new: List[Tuple[Key, Any]] = [(0, item) for item in inserted]
    storage.replace(renumbered(items[:start] + new + items[end:]))
    return PhpArray.of_items(renumbered(removed_items))


@contextual
def array_push(array: Ref[PhpArray], *values: Value) -> int:
    """Push one or more elements onto the end of array."""
    storage = array.get()
    for value in values:
        append(storage, value.share() if type(value) is PhpArray else value)
    return len(storage)


@contextual
def array_pop(array: Ref[PhpArray]) -> Value:
    """Pop the element off the end of array."""
    return array.get().pop()


@contextual
def array_shift(array: Ref[PhpArray]) -> Value:
    """Shift an element off the beginning of array."""
    storage = array.get()
    if not len(storage):
        return None
    if storage.cow:
        storage.separate()
    if storage.l is not None:
        storage.position = None
        first: Value = storage.l.pop(0)
        return first
    pairs = storage.raw_items()
    value = pairs[0][1]
    storage.replace(renumbered(pairs[1:]))
    return share_value(value.get()) if type(value) is Ref else value


@contextual
def array_unshift(array: Ref[PhpArray], *values: Value) -> int:
    """Prepend one or more elements to the beginning of an array."""
    storage = array.get()
    # The array itself may be among the values; sharing it comes before making it one's own.
    added = [share_value(value) for value in values]
    if storage.cow:
        storage.separate()
    if storage.l is not None:
        storage.l[0:0] = added
        storage.position = None
    else:
        new: List[Tuple[Key, Any]] = [(0, value) for value in added]
        storage.replace(renumbered(new + storage.raw_items()))
    return len(storage)


# ---------------------------------------------------------------- helpers


def append(array: PhpArray, value: Value) -> None:
    """`$array[] = value`, with PHP's error when there is no key left."""
    try:
        array.append(value)
    except OverflowError as error:
        raise throw_error("Error", OCCUPIED) from error


def renumbered(items: List[Tuple[Key, Any]]) -> List[Tuple[Key, Any]]:
    """The same pairs with int keys counted from 0."""
    result: List[Tuple[Key, Any]] = []
    index = 0
    for key, item in items:
        if type(key) is int:
            result.append((index, item))
            index += 1
        else:
            result.append((key, item))
    return result


def _list_of(values: List[Any]) -> PhpArray:
    """A list of items that may be Refs."""
    for value in values:
        if type(value) is Ref:
            return PhpArray.of_items(list(enumerate(values)))
    return PhpArray(values)


def _clamp(size: int, offset: int, length: Optional[int]) -> Tuple[int, int]:
    """Where a slice starts and ends; negative offsets and lengths count from the end."""
    start = min(offset, size) if offset >= 0 else max(size + offset, 0)
    if length is None:
        return start, size
    return start, size + length if length < 0 else min(start + length, size)


def _count_recursively(array: PhpArray) -> int:
    total = 0
    # Only an array holding references can contain itself. Its mark is pending until everything in it is counted.
    open_storages: Set[int] = set()
    pending: List[Any] = [array]
    while pending:
        item = pending.pop()
        if type(item) is int:
            open_storages.discard(item)
            continue
        if item.r is not None:
            mark = id(item.r)
            if mark in open_storages:
                ctx.function_warning("Recursion detected")
                continue
            open_storages.add(mark)
            pending.append(mark)
        total += len(item)
        pending += [value for value in item.values() if type(value) is PhpArray]
    return total


def _index_of(needle: Value, values: List[Any], strict: bool) -> int:
    """The index of the first of `values` that equals `needle`; -1 if none does."""
    kind = type(needle)
    index = 0
    if kind is int:
        for value in values:
            if type(value) is int:
                if value == needle:
                    return index
            elif not strict and loose_equals(needle, value):
                return index
            index += 1
        return -1
    if kind is str:
        # Strings that look like numbers are equal if the numbers are.
        is_plain = strict or needle == "" or needle[0] > "9"  # type: ignore[index]
        for value in values:
            if type(value) is str:
                if value == needle:
                    return index
                if not is_plain and value and value[0] <= "9" and loose_equals(needle, value):
                    return index
            elif not strict and loose_equals(needle, value):
                return index
            index += 1
        return -1
    equals = identical if strict else loose_equals
    for value in values:
        if equals(needle, value):
            return index
        index += 1
    return -1


def _sum_on(total: Any, values: List[Any]) -> Any:
    """`total` and all of `values`, whatever they are."""
    for value in values:
        kind = type(value)
        is_number = kind is int or kind is float
        total = add(total, value) if is_number else _accumulate(total, value, add, "Addition")
    return total


def _accumulate(total: Any, value: Value, operator: Callable[[Any, Any], Any], name: str) -> Any:
    """`total` after `value`, which is neither int nor float; what cannot be calculated with warns."""
    if type(value) is str:
        if parse_numeric(value)[0] is not None:
            return operator(total, value)
        ctx.function_warning(f"{name} is not supported on type string")
        return operator(total, 0)
    if type(value) is PhpArray or isinstance(value, PhpObject):
        ctx.function_warning(f"{name} is not supported on type {type_name(value)}")
        return total
    if is_resource(value):
        ctx.function_warning(f"{name} is not supported on type resource")
        return operator(total, to_int(value))
    return operator(total, value)


def _field(row: Value, key: Key) -> Any:
    """The element or property `key` of a row; MISSING if it has none."""
    if type(row) is PhpArray:
        return row.get(key, MISSING)
    if isinstance(row, PhpObject):
        name = str(key)
        value = isset_property(row, name)
        if value is not None or any(name == present for present, _, _ in visible_items(row, current_scope())):
            return value
    return MISSING


def _first_places(keys: List[Any]) -> List[int]:
    """The index of the first of each of the different keys."""
    seen: Set[Any] = set()
    places = []
    for index, key in enumerate(keys):
        if key not in seen:
            seen.add(key)
            places.append(index)
    return places


def _duplicates(values: List[Any], flags: int) -> Set[int]:
    """The indexes of all but the first of equal values, found as PHP does: by comparing neighbours once sorted."""
    comparison = flag_comparison(flags)
    order = list(range(len(values)))
    hybrid_sort(order, lambda i, j: comparison(values[i], values[j]))
    removed = set()
    last = order[0]
    for index in order[1:]:
        if comparison(values[last], values[index]):
            last = index
        else:
            removed.add(max(last, index))
            last = min(last, index)
    return removed
