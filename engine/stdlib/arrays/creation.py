"""Arrays made of something else: ranges, fillings, chunks, combinations."""

from __future__ import annotations

from typing import Any, List, Tuple, Union

from engine.builtin.declare import BadArgumentError, pure
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import ctx
from engine.runtime.conversions import numeric_value, to_string
from engine.runtime.exceptions import throw_error
from engine.runtime.rounding import php_round
from engine.runtime.values import INT_MAX, INT_MIN, PhpString, Value, all_ints
from engine.stdlib.arrays.elements import OCCUPIED

# What PHP's hash tables hold at most.
_SIZE_MAX = 0x40000000
_INT32_MAX = 2147483647
# What an element of a packed array takes.
_ELEMENT_BYTES = 16
_TOO_LARGE = "The supplied range exceeds the maximum array size"


@pure
def array_fill(start_index: int, count: int, value: Value) -> PhpArray:
    """Fill an array with values."""
    if count <= 0:
        if count == 0:
            return PhpArray()
        raise BadArgumentError("count", "must be greater than or equal to 0")
    if count > _INT32_MAX:
        raise BadArgumentError("count", "is too large")
    if start_index > INT_MAX - count + 1:
        raise throw_error("Error", OCCUPIED)
    ctx.charge(count * _ELEMENT_BYTES)
    values = _repeated(value, count)
    if start_index == 0:
        return PhpArray(values)
    return PhpArray.of_items(list(zip(range(start_index, start_index + count), values)))


@pure
def array_fill_keys(keys: PhpArray, value: Value) -> PhpArray:
    """Fill an array with values, specifying keys."""
    result = PhpArray()
    for key in keys.values():
        kind = type(key)
        result.set(key if kind is int or kind is str else to_string(key), share_value(value))
    return result


@pure
def array_pad(array: PhpArray, length: int, value: Value) -> PhpArray:
    """Pad array to the specified length with a value."""
    if not -_SIZE_MAX <= length <= _SIZE_MAX:
        raise BadArgumentError("length", "must not exceed the maximum allowed array size")
    missing = abs(length) - len(array)
    if missing <= 0:
        return array.share()
    ctx.charge(abs(length) * _ELEMENT_BYTES)
    padding = _repeated(value, missing)
    if array.l is not None:
        values = array.copied_values()
        return PhpArray(values + padding if length > 0 else padding + values)
    result = PhpArray() if length > 0 else PhpArray(padding)
    for key, item in array.copied_items():
        result.put(result.next_index() if type(key) is int else key, item)
    if length > 0:
        for item in padding:
            result.append(item)
    return result


@pure
def array_chunk(array: PhpArray, length: int, preserve_keys: bool = False) -> PhpArray:
    """Split an array into chunks."""
    if length < 1:
        raise BadArgumentError("length", "must be greater than 0")
    size = len(array)
    starts = range(0, size, length)
    if array.l is not None and not preserve_keys:
        values = array.copied_values()
        return PhpArray([PhpArray(values[start : start + length]) for start in starts])
    items = array.copied_items()
    if not preserve_keys:
        items = [(index % length, item) for index, (_, item) in enumerate(items)]
    return PhpArray([PhpArray.of_items(items[start : start + length]) for start in starts])


@pure
def array_combine(keys: PhpArray, values: PhpArray) -> PhpArray:
    """Creates an array by using one array for keys and another for its values."""
    if len(keys) != len(values):
        raise BadArgumentError("keys", "and argument #2 ($values) must have the same number of elements")
    names, items = keys.values(), values.copied_values()
    if values.r is None and all_ints(names):
        return PhpArray.of_int_keys(names, items)
    result = PhpArray()
    for key, item in zip(names, items):
        kind = type(key)
        result.put(key if kind is int or kind is str else to_string(key), item)
    return result


@pure
def range_(start: PhpString | int | float, end: PhpString | int | float, step: int | float = 1) -> PhpArray:
    """Create an array containing a range of elements."""
    size, is_negative = _step_size(step)
    start_kind, first = _boundary(start, 1, "start")
    end_kind, last = _boundary(end, 2, "end")
    if start_kind >= _CHARACTER and end_kind >= _CHARACTER:
        if type(size) is int:
            return PhpArray(_characters(str(start)[0], str(end)[0], size, is_negative))
        if _CHARACTER in {start_kind, end_kind}:
            ctx.function_warning(
                "Argument #3 ($step) must be of type int when generating an array of characters, inputs converted to 0"
            )
    elif start_kind < _CHARACTER <= end_kind:
        if end_kind == _CHARACTER:
            ctx.function_warning(
                "Argument #1 ($start) must be a single byte string if argument #2 ($end) is a single byte string, "
                "argument #2 ($end) converted to 0"
            )
    elif end_kind < _CHARACTER <= start_kind and start_kind == _CHARACTER:
        ctx.function_warning(
            "Argument #2 ($end) must be a single byte string if argument #1 ($start) is a single byte string, "
            "argument #1 ($start) converted to 0"
        )
    if _FLOAT in {start_kind, end_kind} or type(size) is float:
        return PhpArray(_floats(float(first), float(last), float(size), is_negative))
    return PhpArray(_ints(int(first), int(last), int(size), is_negative))


# ---------------------------------------------------------------- helpers

# What a boundary of a range is; a single digit may be either an int or a character.
_INT = 0
_FLOAT = 1
_CHARACTER = 2
_DIGIT = 3


def _repeated(value: Value, count: int) -> List[Any]:
    if type(value) is PhpArray:
        return [value.share() for _ in range(count)]
    return [value] * count


def _step_size(step: Union[int, float]) -> Tuple[Union[int, float], bool]:
    """The step without its sign, as an int where it is integral, and whether it was negative."""
    if type(step) is float:
        if step - step != 0.0:
            raise BadArgumentError("step", f"must be a finite number, {'NAN' if step != step else 'INF'} provided")
        size: Union[int, float] = abs(step)
        if size < float(INT_MAX) and size == int(size):
            size = int(size)
    else:
        if step == INT_MIN:
            raise BadArgumentError("step", f"must be greater than {INT_MIN}")
        size = abs(step)
    if size == 0:
        raise BadArgumentError("step", "cannot be 0")
    return size, step < 0


def _boundary(value: Union[PhpString, int, float], position: int, name: str) -> Tuple[int, Union[int, float]]:
    """What kind of boundary this is, and its number (0 for a character)."""
    if type(value) is int:
        return _INT, value
    if type(value) is str:
        if not value:
            ctx.function_warning(f"Argument #{position} (${name}) must not be empty, casted to 0")
            return _INT, 0
        number = numeric_value(value)
        if number is None:
            if len(value) > 1:
                ctx.function_warning(
                    f"Argument #{position} (${name}) must be a single byte, subsequent bytes are ignored"
                )
            return _CHARACTER, 0
        if type(number) is int:
            return (_DIGIT if len(value) == 1 else _INT), number
        value = number
    number = float(value)
    if number - number != 0.0:
        raise BadArgumentError(name, f"must be a finite number, {'NAN' if number != number else 'INF'} provided")
    return _FLOAT, number


def _characters(first: str, last: str, step: int, is_negative: bool) -> List[Any]:
    low = ord(first)
    high = ord(last)
    _check_span(low, high, abs(high - low), step, is_negative)
    if low == high:
        return [first]
    return [chr(code) for code in (range(low, high + 1, step) if low < high else range(low, high - 1, -step))]


def _ints(first: int, last: int, step: int, is_negative: bool) -> List[Any]:
    span = abs(last - first)
    _check_span(first, last, span, step, is_negative)
    size = span // step
    if size >= _SIZE_MAX - 1:
        low, high = min(first, last), max(first, last)
        raise throw_error("ValueError", f"{_TOO_LARGE}: start={low} end={high} step={step}")
    ctx.charge((size + 1) * _ELEMENT_BYTES)
    return list(range(first, last + 1, step) if first <= last else range(first, last - 1, -step))


def _floats(first: float, last: float, step: float, is_negative: bool) -> List[Any]:
    if first == last:
        return [first]
    span = abs(last - first)
    _check_span(first, last, span, step, is_negative)
    wanted = span / step + 1
    if wanted >= _SIZE_MAX:
        low, high = min(first, last), max(first, last)
        raise throw_error("ValueError", f"{_TOO_LARGE}: start={low:0.1f} end={high:0.1f} step={step:0.1f}")
    size = int(php_round(wanted))
    ctx.charge(size * _ELEMENT_BYTES)
    if first < last:
        values = [first + index * step for index in range(size)]
        return values if values[-1] <= last else [value for value in values if value <= last]
    values = [first - index * step for index in range(size)]
    return values if values[-1] >= last else [value for value in values if value >= last]


def _check_span(first: float, last: float, span: float, step: float, is_negative: bool) -> None:
    if first < last and is_negative:
        raise BadArgumentError("step", "must be greater than 0 for increasing ranges")
    if first != last and span < step:
        raise BadArgumentError(
            "step", "must be less than the range spanned by argument #1 ($start) and argument #2 ($end)"
        )
