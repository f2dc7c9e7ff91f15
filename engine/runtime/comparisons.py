"""`==`, `===`, `<=>` and what follows from them.

PHP asks one question, compare(), whose 1 also means "uncomparable": so `$a > $b` must be asked as lt(b, a), never as
`not le(a, b)`. Nested arrays and objects are walked with an explicit stack: a script decides how deep they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional, Tuple

from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import (
    NUMERIC,
    cast_object,
    class_name,
    float_to_string,
    is_resource,
    mangle_property,
    numeric_value,
    scan_numeric,
    to_bool,
    to_number,
)
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import UNINITIALIZED, PhpObject, find_method, object_to_string
from engine.runtime.references import Ref

if TYPE_CHECKING:
    from engine.runtime.values import Value

# What compare() returns for two values that have no order.
UNCOMPARABLE = 1

_INFINITY = float("inf")


def lt(a: Value, b: Value) -> bool:
    """Whether `a < b`. What asks `a > b` swaps the operands."""
    if type(a) is int:
        if type(b) is int:
            return a < b
        if type(b) is float:
            return float(a) < b
    elif type(a) is float:
        if type(b) is float:
            return a < b
        if type(b) is int:
            return a < float(b)
    return compare(a, b) < 0


def le(a: Value, b: Value) -> bool:
    """Whether `a <= b`. What asks `a >= b` swaps the operands."""
    # PyPy 7.3.11 takes a false `<=` of floats for a true `>` when both meet in one trace, which NAN refutes: no `<=`.
    if type(a) is int:
        if type(b) is int:
            return a <= b
        if type(b) is float:
            return float(a) < b or float(a) == b
    elif type(a) is float:
        if type(b) is float:
            return a < b or a == b
        if type(b) is int:
            return a < float(b) or a == float(b)
    return compare(a, b) <= 0


def loose_equals(a: Value, b: Value) -> bool:
    """`a == b`."""
    if type(a) is int:
        if type(b) is int:
            return a == b
    elif type(a) is str and type(b) is str:
        return a == b or _equal_numbers(a, b)
    return compare(a, b) == 0


def _equal_numbers(a: str, b: str) -> bool:
    """Whether two different strings are the same number."""
    if not a or not b or a[0] > "9" or b[0] > "9" or a[-1] > "9" or b[-1] > "9":
        return False
    return compare_strings(a, b) == 0


def identical(a: Value, b: Value) -> bool:
    """`a === b`."""
    kind = type(a)
    if kind is not type(b):
        return False
    if kind is str or kind is int or kind is float:
        return a == b
    if kind is PhpArray:
        return _identical_arrays(a, b)  # type: ignore[arg-type]
    return a is b


def compare(a: Value, b: Value) -> int:
    """`a <=> b`: -1, 0 or 1."""
    if type(a) is int:
        if type(b) is int:
            return -1 if a < b else 1 if a > b else 0
        if type(b) is float:
            return _compare_floats(float(a), b)
    elif type(a) is str:
        if type(b) is str:
            return compare_strings(a, b)
    elif type(a) is float:
        if type(b) is float:
            return _compare_floats(a, b)
        if type(b) is int:
            return _compare_floats(a, float(b))
    return _compare_slow(a, b)


def _compare_floats(a: float, b: float) -> int:
    # NAN is greater than everything, itself included.
    return 0 if a == b else -1 if a < b else 1


def compare_strings(a: str, b: str) -> int:
    """Two strings: as numbers when both are numeric, else byte by byte."""
    if a == b:
        return 0
    # Nothing numeric ends with a letter.
    if a and b and a[0] <= "9" and b[0] <= "9" and a[-1] <= "9" and b[-1] <= "9":
        left, left_kind, left_overflow = scan_numeric(a)
        if left_kind == NUMERIC:
            right, right_kind, right_overflow = scan_numeric(b)
            if right_kind == NUMERIC:
                result = compare_numeric(left, left_overflow, right, right_overflow)
                if result is not None:
                    return result
    return -1 if a < b else 1


def compare_numeric(left: Any, left_overflow: int, right: Any, right_overflow: int) -> Optional[int]:
    """Two numeric strings; None when floats cannot tell them apart, so that the text has to."""
    if type(left) is int and type(right) is int:
        return -1 if left < right else 1 if left > right else 0
    if left_overflow and left_overflow == right_overflow and left - right == 0.0:
        return None
    if type(left) is int:
        if right_overflow:
            return -right_overflow
        left = float(left)
    elif type(right) is int:
        if left_overflow:
            return left_overflow
        right = float(right)
    elif left == right and left in (_INFINITY, -_INFINITY):
        return None
    # PHP takes the sign of the difference, which two infinities of one sign do not reach.
    return -1 if left < right else 1 if left > right else 0


def _compare_slow(a: Value, b: Value) -> int:
    """Two values of which not both are numbers, nor both strings."""
    kind, other = type(a), type(b)
    if kind is PhpArray and other is PhpArray:
        return _compare_nested(a, b)
    if _is_object(a) or _is_object(b):
        return _compare_nested(a, b)
    if kind is str:
        if other is int or other is float:
            return _compare_string_with_number(a, b, 1)  # type: ignore[arg-type]
        if b is None:
            return 1 if a else 0
    elif other is str:
        if kind is int or kind is float:
            return _compare_string_with_number(b, a, -1)  # type: ignore[arg-type]
        if a is None:
            return -1 if b else 0
    return _compare_by_conversion(a, b)


def _is_object(value: Value) -> bool:
    kind = type(value)
    if value is None or kind is bool or kind is int or kind is float or kind is str or kind is PhpArray:
        return False
    return not is_resource(value)


def _compare_string_with_number(text: str, number: Any, sign: int) -> int:
    """`text <=> number`, times `sign`."""
    if number != number:
        return 1
    value = numeric_value(text)
    if value is None:
        shown = str(number) if type(number) is int else float_to_string(number)
        return 0 if text == shown else -sign if text < shown else sign
    if type(value) is int and type(number) is int:
        return -sign if value < number else sign if value > number else 0
    # Negating after the comparison would turn what NAN answers around; numeric text is never NAN.
    left, right = float(value), float(number)
    return -sign if left < right else sign if left > right else 0


def _compare_by_conversion(a: Value, b: Value) -> int:
    """Where one is null or a bool: as bools. Then as numbers, of which an array is the greatest."""
    if a is None or a is False:
        return -1 if to_bool(b) else 0
    if a is True:
        return 0 if to_bool(b) else 1
    if b is None or b is False:
        return 1 if to_bool(a) else 0
    if b is True:
        return 0 if to_bool(a) else -1
    if type(a) is PhpArray:
        return 1
    if type(b) is PhpArray:
        return -1
    return compare(to_number(a), to_number(b))


# ---------------------------------------------------------------- arrays and objects


class _Level:
    """One array or object on its way to be compared with another: what is left of its elements."""

    __slots__ = ("guard", "index", "items", "others")

    def __init__(self, guard: Any, items: List[Tuple[Any, Any]], others: Any) -> None:
        self.guard = guard
        self.items = items
        self.others = others
        self.index = 0


class _Decided(Exception):  # noqa: N818 - control flow inside this module
    """The comparison has its result."""

    def __init__(self, result: int) -> None:
        super().__init__()
        self.result = result


def _compare_nested(a: Any, b: Any) -> int:
    """Arrays by count, then key by key; objects of one class property by property."""
    try:
        level = _enter(a, b)
        if level is None:
            return 0
        levels = [level]
        active = {id(level.guard)}
        while levels:
            level = levels[-1]
            if level.index == len(level.items):
                active.discard(id(level.guard))
                levels.pop()
                continue
            key, item = level.items[level.index]
            level.index += 1
            inner = _enter(item, _other(level.others, key))
            if inner is not None:
                if id(inner.guard) in active:
                    raise _too_deep()
                active.add(id(inner.guard))
                levels.append(inner)
    except _Decided as decided:
        return decided.result
    return 0


_ABSENT = object()


def _other(others: Any, key: Any) -> Any:
    """The element to compare with, where the first side has one at `key`."""
    other = others.get(key, _ABSENT)
    if other is _ABSENT:
        raise _Decided(UNCOMPARABLE)
    return other


def _enter(a: Any, b: Any) -> Optional[_Level]:
    """None where `a` equals `b`; the level to walk where that is still open; _Decided where they differ."""
    if type(a) is PhpArray and type(b) is PhpArray:
        return _enter_arrays(a, b)
    if _is_object(a) or _is_object(b):
        return _enter_objects(a, b)
    result = compare(a, b)
    if result:
        raise _Decided(result)
    return None


def _enter_arrays(a: PhpArray, b: PhpArray) -> Optional[_Level]:
    storage = _storage(a)
    if storage is _storage(b):
        return None
    size, other_size = len(a), len(b)
    if size != other_size:
        raise _Decided(1 if size > other_size else -1)
    return _Level(storage, a.items(), b) if size else None


def _storage(array: PhpArray) -> Any:
    if array.l is not None:
        return array.l
    if array.h is not None:
        return array.h
    return array.d if array.d is not None else array.r


def _enter_objects(a: Any, b: Any) -> Optional[_Level]:
    """Where one of them at least is an object.

    A builtin class may order its objects itself: `compare_hook(a, b)`, with one of its objects on either side; it may
    return NotImplemented to leave this pair to the common rules.
    """
    if a is b:
        return None
    if a is UNINITIALIZED or b is UNINITIALIZED:
        raise _Decided(UNCOMPARABLE)
    if a is None or b is None:
        raise _Decided(1 if b is None else -1)
    hook = _compare_hook(a) or _compare_hook(b)
    if hook is not None:
        result = hook(a, b)
        if result is not NotImplemented:
            if result:
                raise _Decided(result)
            return None
    if not (_is_object(a) and _is_object(b)):
        return _enter_cast(a, b)
    if a.php_class is not b.php_class:
        raise _Decided(UNCOMPARABLE)
    return _enter_properties(a, b)


def _compare_hook(value: Any) -> Any:
    php_class = getattr(value, "php_class", None)
    if php_class is None:
        return None
    if php_class.kind == "enum":
        return uncomparable
    return compare_closures if php_class.name == "Closure" else getattr(type(value), "compare_hook", None)


def uncomparable(_a: Any, _b: Any) -> int:
    """A `compare_hook` for classes whose objects equal themselves alone, as enumerations do."""
    return UNCOMPARABLE


def compare_closures(a: Any, b: Any) -> Any:
    """Closures equal themselves alone, but for two of one function made by `f(...)` on one object."""
    if not (_is_object(a) and _is_object(b)):
        return NotImplemented
    if a.php_class is not b.php_class or not (a.is_fake and b.is_fake):
        return UNCOMPARABLE
    if a.this is not b.this or a.called is not b.called or a.scope is not b.scope or a.info.name != b.info.name:
        return UNCOMPARABLE
    return 0


def _enter_cast(a: Any, b: Any) -> Optional[_Level]:
    """An object and a value of another type: the object as that type; where it does not cast, it is the greater one."""
    if _is_object(a):
        cast = cast_for_comparison(a, b)
        result = 1 if cast is NotImplemented else compare(cast, b)
    else:
        cast = cast_for_comparison(b, a)
        result = -1 if cast is NotImplemented else compare(a, cast)
    if result:
        raise _Decided(result)
    return None


def cast_for_comparison(thing: PhpObject, value: Value) -> Any:
    """`thing` as the type of `value`, or NotImplemented."""
    kind = type(value)
    if kind is bool:
        cast = cast_object(thing, "bool")
        return True if cast is NotImplemented else cast
    if kind is str:
        return NotImplemented if find_method(thing, "__tostring") is None else object_to_string(thing)
    if kind is int or kind is float:
        name = "int" if kind is int else "float"
        cast = cast_object(thing, name)
        return _refuse_comparison(thing, name) if cast is NotImplemented else cast
    return NotImplemented


def _refuse_comparison(thing: PhpObject, name: str) -> Any:
    ctx.notice(f"Object of class {class_name(thing)} could not be converted to {name}")
    return 1 if name == "int" else 1.0


def _enter_properties(a: PhpObject, b: PhpObject) -> Optional[_Level]:
    items, others = _properties(a), _properties(b)
    if len(items) != len(others):
        raise _Decided(1 if len(items) > len(others) else -1)
    return _Level(a, list(items.items()), others) if items else None


def _properties(thing: PhpObject) -> Any:
    """The properties by mangled name, UNINITIALIZED among their values."""
    return {
        mangle_property(name, visibility, declaring_class): held.get() if type(held) is Ref else held
        for name, visibility, declaring_class, held in _realized(thing).property_items()
    }


def _too_deep() -> Exception:
    return throw_error("Error", "Nesting level too deep - recursive dependency?")


def _identical_arrays(a: PhpArray, b: PhpArray) -> bool:
    """The same keys and identical values in the same order."""
    levels: List[Tuple[Any, List[Any], List[Any]]] = []
    active = set()
    pending: Optional[Tuple[PhpArray, PhpArray]] = (a, b)
    while True:
        if pending is not None:
            a, b = pending
            pending = None
            storage = _storage(a)
            if storage is not _storage(b):
                if len(a) != len(b) or ((a.l is None or b.l is None) and a.keys() != b.keys()):
                    return False
                if id(storage) in active:
                    raise _too_deep()
                active.add(id(storage))
                # Reversed, to be popped from the end.
                levels.append((storage, a.values()[::-1], b.values()[::-1]))
        if not levels:
            return True
        storage, items, others = levels[-1]
        if not items:
            active.discard(id(storage))
            levels.pop()
            continue
        item, other = items.pop(), others.pop()
        if type(item) is PhpArray and type(other) is PhpArray:
            pending = (item, other)
        elif not identical(item, other):
            return False


def _realized(target: PhpObject) -> PhpObject:
    from engine.runtime.properties import realized

    return realized(target)
