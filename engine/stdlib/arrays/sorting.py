"""Arrays sorted in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, List, Literal, Tuple

from engine.builtin.declare import BadArgumentError, Callback, PhpConst, PreferRef, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import E_DEPRECATED, ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.references import Ref
from engine.runtime.sorting import (
    flag_comparison,
    hybrid_sort,
    sort_keys,
    sorted_by_callback,
    sorted_order,
    sorted_values,
)
from engine.stdlib.arrays.callbacks import by_value
from engine.stdlib.arrays.elements import renumbered

if TYPE_CHECKING:
    from engine.runtime.values import Key

SORT_ASC: PhpConst[int] = 4
SORT_DESC: PhpConst[int] = 3
SORT_REGULAR: PhpConst[int] = 0
SORT_NUMERIC: PhpConst[int] = 1
SORT_STRING: PhpConst[int] = 2
SORT_LOCALE_STRING: PhpConst[int] = 5
SORT_NATURAL: PhpConst[int] = 6
SORT_FLAG_CASE: PhpConst[int] = 8


@contextual
def sort(array: Ref[PhpArray], flags: int = SORT_REGULAR) -> Literal[True]:
    """Sort an array in ascending order."""
    _sort_as_list(array.get(), flags, descending=False)
    return True


@contextual
def rsort(array: Ref[PhpArray], flags: int = SORT_REGULAR) -> Literal[True]:
    """Sort an array in descending order."""
    _sort_as_list(array.get(), flags, descending=True)
    return True


@contextual
def asort(array: Ref[PhpArray], flags: int = SORT_REGULAR) -> Literal[True]:
    """Sort an array in ascending order and maintain index association."""
    _sort_by_value(array.get(), flags, descending=False)
    return True


@contextual
def arsort(array: Ref[PhpArray], flags: int = SORT_REGULAR) -> Literal[True]:
    """Sort an array in descending order and maintain index association."""
    _sort_by_value(array.get(), flags, descending=True)
    return True


@contextual
def ksort(array: Ref[PhpArray], flags: int = SORT_REGULAR) -> Literal[True]:
    """Sort an array by key in ascending order."""
    _sort_by_key(array.get(), flags, descending=False)
    return True


@contextual
def krsort(array: Ref[PhpArray], flags: int = SORT_REGULAR) -> Literal[True]:
    """Sort an array by key in descending order."""
    _sort_by_key(array.get(), flags, descending=True)
    return True


@contextual
def natsort(array: Ref[PhpArray]) -> Literal[True]:
    """Sort an array using a "natural order" algorithm."""
    _sort_by_value(array.get(), SORT_NATURAL, descending=False)
    return True


@contextual
def natcasesort(array: Ref[PhpArray]) -> Literal[True]:
    """Sort an array using a case insensitive "natural order" algorithm."""
    _sort_by_value(array.get(), SORT_NATURAL | SORT_FLAG_CASE, descending=False)
    return True


@contextual
def usort(array: Ref[PhpArray], callback: Callback) -> Literal[True]:
    """Sort an array by values using a user-defined comparison function."""
    storage = array.get()
    values = storage.copied_values()
    order = sorted_by_callback(_plain(values), by_value(callback), _deprecate)
    result = [values[index] for index in order]
    _assign(array, storage, PhpArray(result) if storage.r is None else PhpArray.of_items(list(enumerate(result))))
    return True


@contextual
def uasort(array: Ref[PhpArray], callback: Callback) -> Literal[True]:
    """Sort an array with a user-defined comparison function and maintain index association."""
    storage = array.get()
    items = storage.copied_items()
    order = sorted_by_callback(_plain([item for _, item in items]), by_value(callback), _deprecate)
    _assign(array, storage, _keeping_next_index(storage, [items[index] for index in order]))
    return True


@contextual
def uksort(array: Ref[PhpArray], callback: Callback) -> Literal[True]:
    """Sort an array by keys using a user-defined comparison function."""
    storage = array.get()
    items = storage.copied_items()
    order = sorted_by_callback([key for key, _ in items], by_value(callback), _deprecate)
    _assign(array, storage, _keeping_next_index(storage, [items[index] for index in order]))
    return True


@contextual
def array_multisort(array: PreferRef, *rest: PreferRef) -> bool:
    """Sort multiple or multi-dimensional arrays."""
    columns = _parse_columns((array, *rest))
    size = len(columns[0].storage)
    for column in columns:
        if len(column.storage) != size:
            raise throw_error("ValueError", "Array sizes are inconsistent")
    if not size:
        return True
    # Comparing objects may run code of the script, which may change the arrays.
    contents = [column.storage.copied_items() for column in columns]
    order = _order_of_columns(columns, size)
    for column, items in zip(columns, contents):
        if type(column.argument) is Ref:
            column.storage.become(PhpArray.of_items(renumbered([items[index] for index in order])))
    return True


# ---------------------------------------------------------------- helpers


def _deprecate(message: str) -> None:
    ctx.function_warning(message, E_DEPRECATED)


def _plain(values: List[Any]) -> List[Any]:
    """The values without Refs."""
    return [value.get() if type(value) is Ref else value for value in values]


def _assign(reference: Any, storage: PhpArray, result: PhpArray) -> None:
    """Store a sorted array where it came from, whatever the callback has put there meanwhile."""
    if reference.get() is storage:
        storage.become(result)
    else:
        reference.set(result)


def _sort_as_list(storage: PhpArray, flags: int, *, descending: bool) -> None:
    if storage.r is not None:
        values = storage.copied_values()
        order = sorted_order(_plain(values), flags, descending=descending)
        storage.become(PhpArray.of_items(list(enumerate([values[index] for index in order]))))
    elif storage.cow:
        storage.become(PhpArray(sorted_values(storage.copied_values(), flags, descending=descending)))
    else:
        values = storage.l if storage.l is not None else storage.values()
        storage.become(PhpArray(sorted_values(values, flags, descending=descending)))


def _sort_by_value(storage: PhpArray, flags: int, *, descending: bool) -> None:
    if storage.cow:
        storage.separate()
    values = storage.l if storage.l is not None else storage.values()
    order = sorted_order(values, flags, descending=descending)
    _reorder(storage, order)


def _sort_by_key(storage: PhpArray, flags: int, *, descending: bool) -> None:
    is_regular = flags & ~SORT_FLAG_CASE in (SORT_REGULAR, SORT_NUMERIC)
    if storage.l is not None and is_regular and not descending:
        storage.position = None
        return
    if storage.cow:
        storage.separate()
    if storage.h is not None and not storage.has_int_keys:
        names = sorted_values(list(storage.h), flags, descending=descending)
        storage.h = {name: storage.h[name] for name in names}
        storage.position = None
    else:
        _reorder(storage, sorted_order(storage.keys(), flags, descending=descending))


def _reorder(storage: PhpArray, order: List[int]) -> None:
    """Put the elements of `storage`, which has it to itself, in this order, each with its key."""
    if len(storage) != len(order):
        # Comparing objects has run code of the script that changed the array.
        return
    if storage.h is not None:
        names = list(storage.h)
        values = list(storage.h.values())
        storage.h = {names[index]: values[index] for index in order}
        storage.position = None
    else:
        items = storage.raw_items()
        storage.become(_keeping_next_index(storage, [items[index] for index in order]))


def _keeping_next_index(storage: PhpArray, items: List[Tuple[Key, Any]]) -> PhpArray:
    """An array of `items`; as those of `storage` in another order, they leave its next index as it was."""
    result = PhpArray.of_items(items)
    if result.l is None:
        result.n = len(storage.l) if storage.l is not None else storage.n
    elif storage.next_index() != len(items):
        result.leave_list()
        result.n = storage.n
    return result


class _Column:
    """An array given to array_multisort, with the flags that followed it."""

    __slots__ = ("argument", "descending", "flags", "storage")

    def __init__(self, argument: Any, storage: PhpArray) -> None:
        self.argument = argument
        self.storage = storage
        self.flags = SORT_REGULAR
        self.descending = False


def _parse_columns(arguments: Tuple[Any, ...]) -> List[_Column]:
    columns: List[_Column] = []
    takes_order = takes_flags = False
    for position, argument in enumerate(arguments, start=1):
        value = argument.get() if type(argument) is Ref else argument
        if type(value) is PhpArray:
            columns.append(_Column(argument, value))
            takes_order = takes_flags = True
        elif type(value) is not int:
            raise BadArgumentError(position, "must be an array or a sort flag", "TypeError")
        elif value & ~SORT_FLAG_CASE in (SORT_ASC, SORT_DESC):
            if not takes_order:
                raise _repeated_flag(position)
            columns[-1].descending = value == SORT_DESC
            takes_order = False
        elif value & ~SORT_FLAG_CASE in (SORT_REGULAR, SORT_NUMERIC, SORT_STRING, SORT_NATURAL, SORT_LOCALE_STRING):
            if not takes_flags:
                raise _repeated_flag(position)
            columns[-1].flags = value
            takes_flags = False
        else:
            raise BadArgumentError(position, "must be a valid sort flag")
    return columns


def _repeated_flag(position: int) -> BadArgumentError:
    message = "must be an array or a sort flag that has not already been specified"
    return BadArgumentError(position, message, "TypeError")


def _order_of_columns(columns: List[_Column], size: int) -> List[int]:
    """Rows ordered by the first column, where equal by the second, and so on."""
    order = list(range(size))
    keys = [sort_keys(column.storage.values(), column.flags) for column in columns]
    if None not in keys:
        for column, column_keys in zip(reversed(columns), reversed(keys)):
            order.sort(key=column_keys.__getitem__, reverse=column.descending)
        return order
    parts: List[Tuple[Callable[[Any, Any], int], List[Any], int]] = [
        (flag_comparison(column.flags), column.storage.values(), -1 if column.descending else 1) for column in columns
    ]

    def compare_rows(i: int, j: int) -> int:
        for comparison, values, sign in parts:
            result = comparison(values[i], values[j])
            if result:
                return result * sign
        return i - j

    hybrid_sort(order, compare_rows)
    return order
