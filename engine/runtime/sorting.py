"""Sorting as PHP sorts: which flag compares how, and the very algorithm, whose steps scripts can observe.

Where a flag's comparison is a total order that Python's own sort can follow by keys, it does. Everything else goes
through `hybrid_sort`, which compares the same pairs in the same order as PHP, so that callbacks with side effects,
inconsistent callbacks and mixed types give PHP's result.
"""

from __future__ import annotations

import re
from typing import Any, Callable, List, Optional, Tuple

from engine.runtime.comparisons import compare, compare_numeric
from engine.runtime.conversions import NOT_NUMERIC, NUMERIC, scan_numeric, to_float, to_int, to_string
from engine.runtime.natural_order import compare_naturally
from engine.runtime.objects import PhpObject
from engine.runtime.values import INT_MAX, all_ints

SORT_REGULAR = 0
SORT_NUMERIC = 1
SORT_STRING = 2
SORT_LOCALE_STRING = 5
SORT_NATURAL = 6
SORT_FLAG_CASE = 8

Comparison = Callable[[Any, Any], int]

# Ints up to here are exact as floats, so that ints and floats order the same way in PHP and in Python.
_EXACT_FLOAT = 1 << 53
_INFINITY = float("inf")
_INSERTION_SIZE = 16
# From here on callbacks are first tried with a merge sort: 4x on tests/benchmarks/usort.php, 6x on the first call.
_MERGE_SIZE = 256
_NUMERIC = re.compile(r"[ \t\n\r\v\f]*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[ \t\n\r\v\f]*\Z")
_SMALL_INT = re.compile(r"[ \t\n\r\v\f]*[+-]?[0-9]{1,15}[ \t\n\r\v\f]*\Z")
_LOWER = {code: code + 32 for code in range(65, 91)}


def sorted_values(values: List[Any], flags: int, *, descending: bool) -> List[Any]:
    """`values` in the order of `flags`; equal ones stay as they were."""
    keys = sort_keys(values, flags)
    if keys is values:
        result = values[:]
        result.sort(reverse=descending)
        return result
    return [values[index] for index in _order(values, keys, flags, descending=descending)]


def sorted_order(values: List[Any], flags: int, *, descending: bool) -> List[int]:
    """The indexes of `values` in the order of `flags`."""
    return _order(values, sort_keys(values, flags), flags, descending=descending)


def _order(values: List[Any], keys: Optional[List[Any]], flags: int, *, descending: bool) -> List[int]:
    if keys is not None:
        return _order_of_keys(keys, descending=descending)
    order = list(range(len(values)))
    if flags & ~SORT_FLAG_CASE == SORT_REGULAR:
        texts, is_mixed = _as_strings(values)
        found = None if texts is None else _order_of_strings(texts, order, descending=descending, is_mixed=is_mixed)
        if found is not None:
            return found
    comparison = flag_comparison(flags)
    if descending:
        hybrid_sort(order, lambda i, j: -comparison(values[i], values[j]) or i - j)
    else:
        hybrid_sort(order, lambda i, j: comparison(values[i], values[j]) or i - j)
    return order


def _as_strings(values: List[Any]) -> Tuple[Optional[List[str]], bool]:
    """Strings and ints as strings, and whether there are ints, which compare as their text does; else None."""
    for value in values:
        if type(value) is not str:
            break
    else:
        return values, False
    for value in values:
        if type(value) is not str and type(value) is not int:
            return None, True
    return [value if type(value) is str else str(value) for value in values], True


def _order_of_strings(
    values: List[str], order: List[int], *, descending: bool, is_mixed: bool
) -> Optional[List[int]]:  # fmt: skip
    """Strings some of which are numeric: each is read as a number once, not at every comparison (8x).

    None for ints among them (`is_mixed`) beyond what floats represent.
    """
    numbers: List[Any] = []
    overflows: List[int] = []
    is_exact = True
    for text in values:
        number, kind, overflow = scan_numeric(text) if text and text[0] <= "9" >= text[-1] else (None, NOT_NUMERIC, 0)
        if kind == NUMERIC:
            numbers.append(number)
            if overflow or (type(number) is int and not -_EXACT_FLOAT <= number <= _EXACT_FLOAT):
                is_exact = False
        else:
            numbers.append(None)
        overflows.append(overflow)
    if is_exact:
        return _order_by_ranks(values, numbers, order, descending=descending)
    if is_mixed:
        return None

    def compare_items(i: int, j: int) -> int:
        left, right = numbers[i], numbers[j]
        if left is not None and right is not None:
            result = compare_numeric(left, overflows[i], right, overflows[j])
            if result is not None:
                return result
        first, second = values[i], values[j]
        return 0 if first == second else -1 if first < second else 1

    if descending:
        hybrid_sort(order, lambda i, j: -compare_items(i, j) or i - j)
    else:
        hybrid_sort(order, lambda i, j: compare_items(i, j) or i - j)
    return order


def _order_by_ranks(values: List[str], numbers: List[Any], order: List[int], *, descending: bool) -> List[int]:
    """Strings, those that are numeric with their number: only their places among their like need comparing (10x)."""
    index_at = _by_text(values, order, descending=descending)
    place_of = [0] * len(values)
    for place, index in enumerate(index_at):
        place_of[index] = place
    numeric = [index for index in order if numbers[index] is not None]
    keys = [numbers[index] for index in numeric]
    if _INFINITY in keys or -_INFINITY in keys:
        # Two infinities of one sign compare as their texts do.
        keys = [(key, values[index] if key - key != 0.0 else "") for key, index in zip(keys, numeric)]
    number_ranks = [-1] * len(values)
    for index, rank in zip(numeric, _ranks(keys, numeric, descending=descending)):
        number_ranks[place_of[index]] = rank
    _sort_places(place_of, number_ranks)
    return [index_at[place] for place in place_of]


def _by_text(values: List[str], order: List[int], *, descending: bool) -> List[int]:
    """The indexes of strings in the order of these, equal ones ascending. PyPy sorts by a key 3 times slower."""
    # Of equal ones the last rank will do for all.
    ranks = {text: rank for rank, text in enumerate(sorted(values, reverse=descending))}
    size = len(values)
    codes = [ranks[values[index]] * size + index for index in order]
    codes.sort()
    return [code % size for code in codes]


def _sort_places(places: List[int], number_ranks: List[int]) -> None:
    """Sort strings, given as their places among all by text; those with a rank as numbers compare by it among them.

    That need not be an order, so PHP's algorithm decides; a part within which it is one has but one result.
    """

    def compare_places(left: int, right: int) -> int:
        number = number_ranks[left]
        other = number_ranks[right]
        return left - right if number < 0 or other < 0 else number - other

    pending = [(0, len(places))]
    while pending:
        start, size = pending.pop()
        if size <= _MERGE_SIZE or size == len(places):
            part = places[start : start + size]
            if _sort_total(part, number_ranks):
                places[start : start + size] = part
                continue
        if size <= _INSERTION_SIZE:
            _insertion_sort(places, start, size, compare_places)
        else:
            middle = _partition(places, start, size, compare_places)
            pending.append((start, middle - start - 1))
            pending.append((middle, start + size - middle))


def _sort_total(places: List[int], number_ranks: List[int]) -> bool:
    """Sort in place if it is an order: the numeric ones, in the order of their numbers, pass the others in theirs."""
    places.sort()
    numeric = [(number_ranks[place], place) for place in places if number_ranks[place] >= 0]
    last = -1
    for rank, _place in numeric:
        if rank < last:
            break
        last = rank
    else:
        return True
    before = {}
    others = 0
    for place in places:
        if number_ranks[place] < 0:
            others += 1
        else:
            before[place] = others
    numeric.sort()
    last = 0
    for _rank, place in numeric:
        if before[place] < last:
            return False
        last = before[place]
    position = 0
    for index, place in enumerate(places):
        if number_ranks[place] >= 0:
            places[index] = numeric[position][1]
            position += 1
    return True


def _ranks(keys: List[Any], indexes: List[int], *, descending: bool) -> List[int]:
    """What orders as `keys` do, equal ones by their `indexes`, which ascend."""
    ranks = [0] * len(keys)
    size = indexes[-1] + 1 if indexes else 1
    places = list(range(len(keys)))
    places.sort(key=keys.__getitem__, reverse=descending)
    rank = -1
    previous: Any = None
    for place in places:
        key = keys[place]
        if rank < 0 or key != previous:
            rank += 1
            previous = key
        ranks[place] = rank * size + indexes[place]
    return ranks


def _order_of_keys(keys: List[Any], *, descending: bool) -> List[int]:
    size = len(keys)
    numbers = _numbered(keys, size, descending=descending)
    if numbers is None:
        order = list(range(size))
        order.sort(key=keys.__getitem__, reverse=descending)
        return order
    numbers.sort(reverse=descending)
    last = size - 1
    return [last - number % size for number in numbers] if descending else [number % size for number in numbers]


def _numbered(keys: List[Any], size: int, *, descending: bool) -> Optional[List[int]]:
    """Int keys with their index as the last digit: sorting these is 3x sorting by key. None for anything else."""
    limit = INT_MAX // (size + 1) - 1
    for key in keys:
        if type(key) is not int or not -limit < key < limit:
            return None
    if descending:
        last = size - 1
        return [keys[index] * size + last - index for index in range(size)]
    return [keys[index] * size + index for index in range(size)]


def sorted_by_callback(values: List[Any], callback: Callable[..., Any], warn: Callable[[str], None]) -> List[int]:
    """The indexes of `values` in the order that a PHP callback gives; `warn` takes the deprecation of bool results."""
    size = len(values)
    if size >= _MERGE_SIZE:
        merged = _merge_sorted(values, callback)
        if merged is not None:
            return merged
    comparison = callback_comparison(callback, warn)
    order = list(range(size))
    hybrid_sort(order, lambda i, j: comparison(values[i], values[j]) or i - j)
    return order


def callback_comparison(callback: Callable[..., Any], warn: Callable[[str], None]) -> Comparison:
    """Compare by a PHP callback. One that returns bools is asked again with its arguments swapped."""
    has_warned = False

    def comparison(first: Any, second: Any) -> int:
        result = callback(first, second)
        if type(result) is int:
            return result
        if result is True or result is False:
            nonlocal has_warned
            if not has_warned:
                warn(
                    "Returning bool from comparison function is deprecated, "
                    "return an integer less than, equal to, or greater than zero"
                )
                has_warned = True
            return 1 if result else -to_int(callback(second, first))
        return to_int(result)

    return comparison


# ---------------------------------------------------------------- flags


def flag_comparison(flags: int) -> Comparison:
    """How two values compare under sort `flags`."""
    kind = flags & ~SORT_FLAG_CASE
    if kind == SORT_NUMERIC:
        return _compare_numbers
    if kind == SORT_STRING:
        return _compare_folded if flags & SORT_FLAG_CASE else compare_strings
    if kind == SORT_NATURAL:
        return _compare_natural_folded if flags & SORT_FLAG_CASE else _compare_natural
    if kind == SORT_LOCALE_STRING:
        return compare_strings
    return compare_regularly


def compare_regularly(first: Any, second: Any) -> int:
    """As `<=>`, except that enum cases, which it cannot order, are grouped at the end."""
    result = compare(first, second)
    if result == 1 and isinstance(second, PhpObject) and second.php_class.kind == "enum":
        if isinstance(first, PhpObject) and first.php_class.kind == "enum":
            return (first.oid > second.oid) - (first.oid < second.oid)
        return -1
    return result


def compare_strings(first: Any, second: Any) -> int:
    """As strings, byte by byte."""
    a = first if type(first) is str else to_string(first)
    b = second if type(second) is str else to_string(second)
    return (a > b) - (a < b)


def _compare_folded(first: Any, second: Any) -> int:
    a = fold_case(first if type(first) is str else to_string(first))
    b = fold_case(second if type(second) is str else to_string(second))
    return (a > b) - (a < b)


def _compare_numbers(first: Any, second: Any) -> int:
    a = to_float(first)
    b = to_float(second)
    return 0 if a == b else -1 if a < b else 1


def _compare_natural(first: Any, second: Any) -> int:
    return compare_naturally(to_string(first), to_string(second), fold_case=False)


def _compare_natural_folded(first: Any, second: Any) -> int:
    return compare_naturally(to_string(first), to_string(second), fold_case=True)


def fold_case(text: str) -> str:
    """`text` with ASCII letters in lower case."""
    return text.lower() if text.isascii() else text.translate(_LOWER)


# ---------------------------------------------------------------- keys for Python's sort


def sort_keys(values: List[Any], flags: int) -> Optional[List[Any]]:
    """What Python may sort by, one per value (`values` itself if that will do); None where only comparing will do."""
    if not values:
        return values
    kind = flags & ~SORT_FLAG_CASE
    if kind in (SORT_STRING, SORT_LOCALE_STRING):
        return _string_keys(values, folded=bool(flags & SORT_FLAG_CASE) and kind == SORT_STRING)
    if kind == SORT_NUMERIC:
        return _float_keys(values)
    if kind == SORT_NATURAL:
        return None
    first = type(values[0])
    if first is int:
        return values if all_ints(values) else _mixed_number_keys(values)
    if first is str:
        return _numeric_string_keys(values)
    return _mixed_number_keys(values) if first is float else None


def _mixed_number_keys(values: List[Any]) -> Optional[List[Any]]:
    for value in values:
        if type(value) is int:
            if not -_EXACT_FLOAT <= value <= _EXACT_FLOAT:
                return None
        elif type(value) is not float or value != value:
            return None
    return values


def _string_keys(values: List[Any], *, folded: bool) -> Optional[List[Any]]:
    is_plain = True
    for value in values:
        kind = type(value)
        if kind is not str:
            if kind is not int and kind is not float and kind is not bool and value is not None:
                return None
            is_plain = False
    keys = values if is_plain else [to_string(value) for value in values]
    return [fold_case(key) for key in keys] if folded else keys


def _float_keys(values: List[Any]) -> Optional[List[Any]]:
    keys = []
    for value in values:
        kind = type(value)
        if kind is not str and kind is not int and kind is not float and kind is not bool and value is not None:
            return None
        key = to_float(value)
        if key != key:
            return None
        keys.append(key)
    return keys


def _numeric_string_keys(values: List[Any]) -> Optional[List[Any]]:
    """Strings compare as numbers where both look like one: so either all must, or at most one."""
    numeric = 0
    small = 0
    for value in values:
        if type(value) is not str:
            return None
        # Nothing numeric ends with a letter.
        if value and value[0] <= "9" >= value[-1]:
            if (value.isdecimal() and len(value) < 16) or _SMALL_INT.match(value) is not None:
                small += 1
            elif _NUMERIC.match(value) is not None:
                numeric += 1
    if small + numeric == 0:
        return values
    if small == len(values):
        return [int(value) for value in values]
    if small + numeric < len(values):
        return None
    keys = [float(value) for value in values]
    for key in keys:
        if not -_EXACT_FLOAT < key < _EXACT_FLOAT:
            return None
    return keys


# ---------------------------------------------------------------- the algorithm


def hybrid_sort(items: List[int], compare_items: Callable[[int, int], int]) -> None:
    """Sort `items` in place, comparing what PHP compares: insertion for up to 16, partitioning above."""
    pending = [(0, len(items))]
    while pending:
        start, size = pending.pop()
        while size > _INSERTION_SIZE:
            middle = _partition(items, start, size, compare_items)
            left = middle - start - 1
            right = start + size - middle
            # The smaller part comes first.
            if left < right:
                pending.append((middle, right))
                size = left
            else:
                pending.append((start, left))
                start = middle
                size = right
        _insertion_sort(items, start, size, compare_items)


def _partition(items: List[int], start: int, size: int, compare_items: Callable[[int, int], int]) -> int:
    """Put a pivot in its place and return the index after it."""
    last = start + size - 1
    half = size >> 1
    if size >> 10:
        quarter = half >> 1
        _sort_five(items, start, start + quarter, start + half, start + half + quarter, last, compare_items)
    else:
        _sort_three(items, start, start + half, last, compare_items)
    items[start + 1], items[start + half] = items[start + half], items[start + 1]
    pivot = items[start + 1]
    i = start + 2
    j = last
    while True:
        while compare_items(pivot, items[i]) > 0:
            i += 1
            if i == j:
                break
        if i == j:
            break
        j -= 1
        if j == i:
            break
        while compare_items(items[j], pivot) > 0:
            j -= 1
            if j == i:
                break
        if j == i:
            break
        items[i], items[j] = items[j], items[i]
        i += 1
        if i == j:
            break
    items[start + 1] = items[i - 1]
    items[i - 1] = pivot
    return i


def _sort_two(items: List[int], a: int, b: int, compare_items: Callable[[int, int], int]) -> None:
    if compare_items(items[a], items[b]) > 0:
        items[a], items[b] = items[b], items[a]


def _sort_three(items: List[int], a: int, b: int, c: int, compare_items: Callable[[int, int], int]) -> None:
    if not compare_items(items[a], items[b]) > 0:
        if compare_items(items[b], items[c]) > 0:
            items[b], items[c] = items[c], items[b]
            _sort_two(items, a, b, compare_items)
    elif not compare_items(items[c], items[b]) > 0:
        items[a], items[c] = items[c], items[a]
    else:
        items[a], items[b] = items[b], items[a]
        _sort_two(items, b, c, compare_items)


def _sort_four(items: List[int], a: int, b: int, c: int, d: int, compare_items: Callable[[int, int], int]) -> None:
    _sort_three(items, a, b, c, compare_items)
    _sink(items, (a, b, c, d), compare_items)


def _sort_five(
    items: List[int], a: int, b: int, c: int, d: int, e: int, compare_items: Callable[[int, int], int]
) -> None:
    _sort_four(items, a, b, c, d, compare_items)
    _sink(items, (a, b, c, d, e), compare_items)


def _sink(items: List[int], places: tuple[int, ...], compare_items: Callable[[int, int], int]) -> None:
    """Swap the item at the last place down while the one before is larger."""
    for index in range(len(places) - 1, 0, -1):
        low = places[index - 1]
        high = places[index]
        if not compare_items(items[low], items[high]) > 0:
            return
        items[low], items[high] = items[high], items[low]


def _insertion_sort(items: List[int], start: int, size: int, compare_items: Callable[[int, int], int]) -> None:
    if size <= 5:
        if size == 2:
            _sort_two(items, start, start + 1, compare_items)
        elif size == 3:
            _sort_three(items, start, start + 1, start + 2, compare_items)
        elif size == 4:
            _sort_four(items, start, start + 1, start + 2, start + 3, compare_items)
        elif size == 5:
            _sort_five(items, start, start + 1, start + 2, start + 3, start + 4, compare_items)
        return
    for i in range(start + 1, start + size):
        item = items[i]
        j = i - 1
        if not compare_items(items[j], item) > 0:
            continue
        if i < start + 6:
            while j != start:
                j -= 1
                if not compare_items(items[j], item) > 0:
                    j += 1
                    break
        else:
            j = _search_in_pairs(items, start, j, item, compare_items)
        k = i
        while k > j:
            items[k] = items[k - 1]
            k -= 1
        items[j] = item


def _search_in_pairs(items: List[int], start: int, j: int, item: int, compare_items: Callable[[int, int], int]) -> int:
    """Where `item` belongs among the sorted items from `start` up to `j`, which is larger; two steps at a time."""
    while True:
        j -= 2
        if not compare_items(items[j], item) > 0:
            j += 1
            return j if compare_items(items[j], item) > 0 else j + 1
        if j == start:
            return j
        if j == start + 1:
            return start + 1 if compare_items(item, items[start]) > 0 else start


# ---------------------------------------------------------------- merging


def _merge_sorted(values: List[Any], callback: Callable[..., Any]) -> Optional[List[int]]:
    """The indexes of `values` in order, equal ones ascending; None if the callback turns out inconsistent.

    A consistent order has but one result. An inconsistent one shows as neighbours, or values half the array apart, that
    do not compare as they lie. None, too, for a result that is no int: a fraction, say, which PHP takes for "equal".
    """
    order = _merged(values, callback)
    if order is None:
        return None
    for distance in (1, len(order) >> 1):
        for index in range(distance, len(order)):
            result = callback(values[order[index - distance]], values[order[index]])
            if type(result) is not int or result > 0 or (result == 0 and order[index - distance] > order[index]):
                return None
    return order


def _merged(values: List[Any], callback: Callable[..., Any]) -> Optional[List[int]]:
    """A merge sort from the bottom up. The callback is called at one place, for PyPy to compile it once."""
    size = len(values)
    source = list(range(size))
    target = source[:]
    width = 1
    while width < size:
        place = 0
        while place < size:
            left = place
            right = middle = min(place + width, size)
            end = min(middle + width, size)
            while left < middle and right < end:
                first = source[left]
                second = source[right]
                result = callback(values[first], values[second])
                if type(result) is not int:
                    return None
                if result <= 0:
                    target[place] = first
                    left += 1
                else:
                    target[place] = second
                    right += 1
                place += 1
            if left < middle:
                target[place:end] = source[left:middle]
            else:
                target[place:end] = source[right:end]
            place = end
        source, target = target, source
        width *= 2
    return source
