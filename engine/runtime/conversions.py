"""Casts and type juggling: from any PHP value to a string, number, bool, array, object or array key.

The casts of generated code and of the stdlib end here. A hot function tests exact types first and leaves the rest to
a slow one of its own, so that PyPy inlines it. Objects of builtin classes may say how they cast: see `_cast_hook`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional, Tuple, Union

from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import ctx
from engine.runtime.decimals import general, shortest
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import UNINITIALIZED, PhpObject, make_std_class, object_to_string
from engine.runtime.values import INT_MAX, INT_MIN, canonical_int

if TYPE_CHECKING:
    from engine.runtime.values import Key, Value

Number = Union[int, float]

_TWO_63 = 9223372036854775808.0
_TWO_64 = 1 << 64
_INFINITY = float("inf")
_WHITESPACE = " \t\n\r\v\f"
# PHP's MAX_LENGTH_OF_LONG on 64 bits: this many digits are an overflow, whatever follows them.
_LONG_DIGITS = 20
# No float has more digits before only zeros follow.
_MOST_DIGITS = 1100

# What a string is as a number.
NOT_NUMERIC = 0
NUMERIC = 1
LEADING_NUMERIC = 2


# ---------------------------------------------------------------- numeric strings


def parse_numeric(text: str) -> Tuple[Optional[Number], int]:
    """The number `text` starts with, if any, and NUMERIC, LEADING_NUMERIC ("5 apples") or NOT_NUMERIC."""
    if len(text) < 19 and text.isdecimal():
        return int(text), NUMERIC
    number, kind, _ = scan_numeric(text)
    return number, kind


def numeric_value(text: str) -> Optional[Number]:
    """The number that the whole of `text` stands for, else None."""
    if len(text) < 19 and text.isdecimal():
        return int(text)
    if not text or text[0] > "9":
        return None
    number, kind, _ = scan_numeric(text)
    return number if kind == NUMERIC else None


def scan_numeric(text: str) -> Tuple[Optional[Number], int, int]:
    """As `parse_numeric`, and 1 or -1 where an integer overflowed to float on that side, else 0."""
    if len(text) < 19 and text.isdecimal():
        return int(text), NUMERIC, 0
    size = len(text)
    start = 0
    while start < size and text[start] in _WHITESPACE:
        start += 1
    digits = start
    is_negative = False
    if start < size and (text[start] == "-" or text[start] == "+"):
        is_negative = text[start] == "-"
        digits += 1
    whole_end = _skip_digits(text, digits)
    end = whole_end
    if end < size and text[end] == ".":
        end = _skip_digits(text, whole_end + 1)
        if end == whole_end + 1 and digits == whole_end:
            return None, NOT_NUMERIC, 0
    elif digits == whole_end:
        return None, NOT_NUMERIC, 0
    end = _skip_exponent(text, end)
    kind = NUMERIC if _is_whitespace_from(text, end) else LEADING_NUMERIC
    while digits < whole_end and text[digits] == "0":
        digits += 1
    if end != whole_end:
        overflow = (-1 if is_negative else 1) if whole_end - digits >= _LONG_DIGITS else 0
        return float(text[start:end]), kind, overflow
    if whole_end - digits < _LONG_DIGITS:
        number = int(text[digits:whole_end]) if digits < whole_end else 0
        if number <= INT_MAX:
            return (-number if is_negative else number), kind, 0
        # PHP compares the rest of the string too, so the lowest int needs to end it.
        if is_negative and number == INT_MAX + 1 and end == size:
            return INT_MIN, kind, 0
    return float(text[start:end]), kind, -1 if is_negative else 1


def _skip_digits(text: str, index: int) -> int:
    size = len(text)
    while index < size and "0" <= text[index] <= "9":
        index += 1
    return index


def _skip_exponent(text: str, index: int) -> int:
    """Where the exponent at `index` ends; `index` itself when there is none."""
    size = len(text)
    if index < size and (text[index] == "e" or text[index] == "E"):
        digits = index + 1
        if digits < size and (text[digits] == "-" or text[digits] == "+"):
            digits += 1
        end = _skip_digits(text, digits)
        if end > digits:
            return end
    return index


def _is_whitespace_from(text: str, index: int) -> bool:
    size = len(text)
    while index < size:
        if text[index] not in _WHITESPACE:
            return False
        index += 1
    return True


# ---------------------------------------------------------------- strings


def to_string(value: Value) -> str:
    """`(string)`. Warns for an array; calls `__toString`; throws for an object without it."""
    if type(value) is str:
        return value
    if type(value) is int:
        return str(value)
    return _to_string_slow(value)


def _to_string_slow(value: Value) -> str:
    if type(value) is float:
        return float_to_string(value)
    if value is None or value is False:
        return ""
    if value is True:
        return "1"
    if type(value) is PhpArray:
        ctx.warning("Array to string conversion")
        return "Array"
    if is_resource(value):
        return f"Resource id #{value.id}"  # type: ignore[union-attr]
    return object_to_string(value)  # type: ignore[arg-type]


def float_to_string(number: float) -> str:
    """A float as `echo` shows it, with the directive `precision`."""
    if -1e14 < number < 1e14:
        whole = int(number)
        # Up to here an integer shows as such whatever its sign of zero, unless `precision` is below 14.
        if whole == number and whole:
            precision = _precision()
            return str(whole) if precision >= 14 or precision < 0 else format_float(number, precision)
    return format_float(number, _precision())


def _precision() -> int:
    text = ctx.ini.get("precision")
    return 14 if text == "14" else ctx.ini.get_int("precision", 14)


def format_float(number: float, precision: int) -> str:
    """`number` with `precision` significant digits; the shortest text that reads back as it when that is negative."""
    if precision > _MOST_DIGITS:
        # A C int in PHP.
        precision = min((precision + (1 << 31)) % (1 << 32) - (1 << 31), _MOST_DIGITS)
    if precision < 0:
        return float_repr(number)
    text = general(number, precision)
    at = text.find("E")
    return text if at < 0 else _with_exponent(text[:at], int(text[at + 1 :]))


def float_repr(number: float) -> str:
    """The shortest text that reads back as `number`: what var_dump, var_export and JSON show."""
    text = shortest(number)
    at = text.find("e")
    if at < 0:
        if text.endswith(".0"):
            return text[:-2]
        return text.upper() if text[-1] in "nf" else text
    exponent = int(text[at + 1 :])
    if exponent == 16:
        # PHP turns to exponents one digit later than Python.
        digits = text[:at].replace(".", "")
        return digits.ljust(18 if digits[0] == "-" else 17, "0")
    return _with_exponent(text[:at], exponent)


def _with_exponent(mantissa: str, exponent: int) -> str:
    if "." not in mantissa:
        mantissa += ".0"
    return f"{mantissa}E+{exponent}" if exponent >= 0 else f"{mantissa}E{exponent}"


# ---------------------------------------------------------------- numbers


def to_int(value: Value) -> int:
    """`(int)`. Warns for an object."""
    if type(value) is int:
        return value
    if type(value) is float:
        return float_to_int(value)
    return _to_int_slow(value)


def _to_int_slow(value: Value) -> int:
    if type(value) is str:
        number, _ = parse_numeric(value)
        if number is None:
            return 0
        return number if type(number) is int else float_to_int_saturated(number)
    if value is None or value is False:
        return 0
    if value is True:
        return 1
    if type(value) is PhpArray:
        return 1 if len(value) else 0
    if is_resource(value):
        return value.id  # type: ignore[union-attr, no-any-return]
    cast = cast_object(value, "int")
    if cast is NotImplemented:
        return int(_refuse_cast(value, "int"))
    return to_int(cast)


def float_to_int(number: float) -> int:
    """Truncate as PHP does on 64 bits: modulo 2**64 when out of range, 0 for NAN and INF."""
    if -_TWO_63 <= number < _TWO_63:
        return int(number)
    if number != number or number in (_INFINITY, -_INFINITY):
        return 0
    return wrap_int(int(number))


def wrap_int(number: int) -> int:
    """The lower 64 bits, as C keeps them of a sum that does not fit."""
    wrapped = number % _TWO_64
    return wrapped - _TWO_64 if wrapped > INT_MAX else wrapped


def wrap_int32(number: int) -> int:
    """The lower 32 bits, as a C int keeps them."""
    return (number + 0x80000000) % 0x100000000 - 0x80000000


def float_to_int_saturated(number: float) -> int:
    """Truncate, at most to the nearest int there is, as PHP does with a string that holds a float."""
    if -_TWO_63 <= number < _TWO_63:
        return int(number)
    if number != number or number in (_INFINITY, -_INFINITY):
        return 0
    return INT_MAX if number > 0 else INT_MIN


def float_to_int_implicit(number: float) -> int:
    """`float_to_int` with the deprecation for a conversion that loses something."""
    whole = float_to_int(number)
    if float(whole) != number:
        deprecate_float_to_int(number)
    return whole


def deprecate_float_to_int(number: float) -> None:
    """Tell that a float became an int and lost something."""
    ctx.deprecated(f"Implicit conversion from float {float_repr(number)} to int loses precision")


def deprecate_float_string_to_int(text: str) -> None:
    """Tell that a string holding a float became an int and lost something."""
    shown = text.split("\0", 1)[0]
    ctx.deprecated(f'Implicit conversion from float-string "{shown}" to int loses precision')


def to_float(value: Value) -> float:
    """`(float)`. Warns for an object."""
    if type(value) is float:
        return value
    if type(value) is int:
        return float(value)
    return _to_float_slow(value)


def _to_float_slow(value: Value) -> float:
    if type(value) is str:
        number, _ = parse_numeric(value)
        return 0.0 if number is None else _signed_zero(value, float(number))
    if value is None or value is False:
        return 0.0
    if value is True:
        return 1.0
    if type(value) is PhpArray:
        return 1.0 if len(value) else 0.0
    if is_resource(value):
        return float(value.id)  # type: ignore[union-attr]
    cast = cast_object(value, "float")
    if cast is NotImplemented:
        return float(_refuse_cast(value, "float"))
    return to_float(cast)


def _signed_zero(text: str, number: float) -> float:
    """(float) "-0" is -0.0: PHP's cast reads a float at once, where an int would have lost the sign."""
    return -0.0 if not number and text.lstrip(_WHITESPACE).startswith("-") else number


def to_number(value: Value) -> Number:
    """An int or float, silently: what PHP's convert_scalar_to_number makes of it."""
    if type(value) is int or type(value) is float:
        return value
    if type(value) is str:
        number, _ = parse_numeric(value)
        return 0 if number is None else number
    if type(value) is PhpArray or value is None or type(value) is bool or is_resource(value):
        return to_int(value)
    cast = cast_object(value, "number")
    return _refuse_cast(value, "int") if cast is NotImplemented else cast


def to_bool(value: Value) -> bool:
    """`(bool)`: what a condition asks."""
    if type(value) is bool:
        return value
    if type(value) is int:
        return value != 0
    if type(value) is str:
        return value != "" and value != "0"  # noqa: PLR1714 - two comparisons trace better than a search
    return _to_bool_slow(value)


def _to_bool_slow(value: Value) -> bool:
    if value is None:
        return False
    if type(value) is float:
        return value != 0.0
    if type(value) is PhpArray:
        return len(value) > 0
    if is_resource(value):
        return True
    cast = cast_object(value, "bool")
    return True if cast is NotImplemented else cast


# ---------------------------------------------------------------- objects


def _cast_hook(value: Any) -> Any:
    """The `cast_hook(object, kind)` of a builtin class. `kind`: "int", "float", "number", "bool"; or NotImplemented."""
    return getattr(value.php_class, "cast_hook", None)


def cast_object(value: Any, kind: str) -> Any:
    """What an object's class makes of a cast to a number or bool; NotImplemented where it has no say."""
    hook = _cast_hook(value)
    return NotImplemented if hook is None else hook(value, kind)


def _refuse_cast(value: Any, kind: str) -> int:
    ctx.warning(f"Object of class {class_name(value)} could not be converted to {kind}")
    return 1


def is_resource(value: Any) -> bool:
    """Whether `value` is a resource: its Python class says `is_php_resource`, it has `id` and `resource_type`."""
    return getattr(type(value), "is_php_resource", False)


def class_name(value: Any) -> str:
    """An object's class as messages show it: that of an anonymous class ends before its NUL."""
    name: str = value.php_class.name
    at = name.find("\0")
    return name if at < 0 else name[:at]


def to_array(value: Value) -> PhpArray:
    """`(array)`: a handle the caller owns."""
    if type(value) is PhpArray:
        return value.share()
    if value is None:
        return PhpArray()
    if type(value) is bool or type(value) in (int, float, str) or is_resource(value):
        return PhpArray([value])
    return _object_to_array(value)  # type: ignore[arg-type]


def _object_to_array(value: PhpObject) -> PhpArray:
    php_class: Any = value.php_class
    hook = getattr(php_class, "to_array_hook", None)
    if hook is not None:
        array: PhpArray = hook(value)
        return array
    if php_class.name == "Closure":
        return PhpArray([value])
    return object_properties(value)


def object_properties(value: PhpObject) -> PhpArray:
    """The property table, under names mangled as `mangle_property` does."""
    items: List[Tuple[Key, Any]] = []
    from engine.runtime.lazy_objects import unwrapped

    for name, visibility, declaring_class, held in unwrapped(value).property_items():
        if held is not UNINITIALIZED:
            key = mangle_property(name, visibility, declaring_class)
            number = canonical_int(key)
            items.append((key if number is None else number, share_value(held)))
    result = PhpArray()
    result.replace(items)
    return result


def mangle_property(name: str, visibility: str, declaring_class: str) -> str:
    """A property's key in its object's table."""
    if visibility == "public":
        return name
    return f"\0*\0{name}" if visibility == "protected" else f"\0{declaring_class}\0{name}"


def to_object(value: Value) -> PhpObject:
    """`(object)`: an array's elements become the properties of a stdClass, a scalar its property `scalar`."""
    if type(value) is PhpArray:
        return make_std_class({str(key): share_value(item) for key, item in value.raw_items()})
    if value is None:
        return make_std_class()
    if type(value) is bool or type(value) in (int, float, str) or is_resource(value):
        return make_std_class({"scalar": value})
    return value  # type: ignore[return-value]


# ---------------------------------------------------------------- array keys


def array_key(value: Value, usage: str = "access") -> Key:
    """The key that `value` is in `[...]`; PhpArray itself turns canonical decimals into ints.

    `usage` words the TypeError: "access" reads, writes, `??` and literals; "isset" is isset and empty; "unset".
    """
    if type(value) is int or type(value) is str:
        return value
    return _array_key_slow(value, usage)


def _array_key_slow(value: Value, usage: str) -> Key:
    if value is None:
        return ""
    if type(value) is bool:
        return 1 if value else 0
    if type(value) is float:
        return float_to_int_implicit(value)
    if is_resource(value):
        number: int = value.id  # type: ignore[union-attr]
        ctx.warning(f"Resource ID#{number} used as offset, casting to integer ({number})")
        return number
    raise illegal_offset(value, "array", usage)


def illegal_offset(value: Value, container: str, usage: str = "access") -> Exception:
    """The TypeError for an offset whose type `container` ("array", "string", a class) does not take."""
    name = type_for_operand(value)
    if usage == "isset":
        return throw_error("TypeError", f"Cannot access offset of type {name} in isset or empty")
    return throw_error("TypeError", f"Cannot {usage} offset of type {name} on {container}")


# ---------------------------------------------------------------- names of types

_DEBUG_NAMES = {type(None): "null", bool: "bool", int: "int", float: "float", str: "string", PhpArray: "array"}
_LEGACY_NAMES = {
    type(None): "NULL",
    bool: "boolean",
    int: "integer",
    float: "double",
    str: "string",
    PhpArray: "array",
}


def type_name(value: Value) -> str:
    """As get_debug_type() says: "int", "null", "resource (stream)", a class's name."""
    name = _DEBUG_NAMES.get(type(value))
    if name is not None:
        return name
    if is_resource(value):
        return f"resource ({_resource_state(value)})"
    return class_name(value)


def gettype_name(value: Value) -> str:
    """As gettype() says: "integer", "NULL", "resource (closed)", "object"."""
    name = _LEGACY_NAMES.get(type(value))
    if name is not None:
        return name
    if is_resource(value):
        return "resource (closed)" if _resource_state(value) == "closed" else "resource"
    return "object"


def _resource_state(value: Any) -> str:
    """The resource's type; "closed" once it has none."""
    return value.resource_type or "closed"


def type_for_operand(value: Value) -> str:
    """As operators name an operand: "bool", "resource", a class's name (zend_zval_type_name)."""
    name = _DEBUG_NAMES.get(type(value))
    if name is not None:
        return name
    return "resource" if is_resource(value) else class_name(value)


def type_for_error(value: Value) -> str:
    """As "..., true given" names a value (zend_zval_value_name)."""
    if value is True:
        return "true"
    if value is False:
        return "false"
    return type_for_operand(value)
