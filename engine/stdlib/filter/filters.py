"""Data filtering: validating and sanitising variables. The rules of validation are in `filter/validation.py`."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Literal, Optional, Set, Tuple

from engine.builtin.declare import BadArgumentError, PhpConst, contextual, pure
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import ctx
from engine.runtime.conversions import parse_numeric, to_float, to_int, to_string
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.functions import find_callable
from engine.runtime.objects import PhpObject, find_method
from engine.runtime.references import Ref
from engine.runtime.regular_expressions import regular_expressions
from engine.runtime.request_data import make_superglobal
from engine.stdlib.core.function_handling import call_by_value
from engine.stdlib.filter import validation
from engine.stdlib.strings.escaping import addslashes
from engine.stdlib.strings.html import ENT_NOQUOTES, ENT_QUOTES, htmlentities
from engine.stdlib.strings.markup import strip_tags

if TYPE_CHECKING:
    from engine.runtime.values import PhpString, Value

EXTENSION = "filter"
DEPRECATED_CONSTANTS = ("FILTER_SANITIZE_STRING", "FILTER_SANITIZE_STRIPPED")

INPUT_POST: PhpConst[int] = 0
INPUT_GET: PhpConst[int] = 1
INPUT_COOKIE: PhpConst[int] = 2
INPUT_ENV: PhpConst[int] = 4
INPUT_SERVER: PhpConst[int] = 5
FILTER_FLAG_NONE: PhpConst[int] = 0
FILTER_REQUIRE_SCALAR: PhpConst[int] = 33554432
FILTER_REQUIRE_ARRAY: PhpConst[int] = 16777216
FILTER_FORCE_ARRAY: PhpConst[int] = 67108864
FILTER_NULL_ON_FAILURE: PhpConst[int] = 134217728
FILTER_VALIDATE_INT: PhpConst[int] = 257
FILTER_VALIDATE_BOOLEAN: PhpConst[int] = 258
FILTER_VALIDATE_BOOL: PhpConst[int] = 258
FILTER_VALIDATE_FLOAT: PhpConst[int] = 259
FILTER_VALIDATE_REGEXP: PhpConst[int] = 272
FILTER_VALIDATE_DOMAIN: PhpConst[int] = 277
FILTER_VALIDATE_URL: PhpConst[int] = 273
FILTER_VALIDATE_EMAIL: PhpConst[int] = 274
FILTER_VALIDATE_IP: PhpConst[int] = 275
FILTER_VALIDATE_MAC: PhpConst[int] = 276
FILTER_DEFAULT: PhpConst[int] = 516
FILTER_UNSAFE_RAW: PhpConst[int] = 516
FILTER_SANITIZE_STRING: PhpConst[int] = 513
FILTER_SANITIZE_STRIPPED: PhpConst[int] = 513
FILTER_SANITIZE_ENCODED: PhpConst[int] = 514
FILTER_SANITIZE_SPECIAL_CHARS: PhpConst[int] = 515
FILTER_SANITIZE_FULL_SPECIAL_CHARS: PhpConst[int] = 522
FILTER_SANITIZE_EMAIL: PhpConst[int] = 517
FILTER_SANITIZE_URL: PhpConst[int] = 518
FILTER_SANITIZE_NUMBER_INT: PhpConst[int] = 519
FILTER_SANITIZE_NUMBER_FLOAT: PhpConst[int] = 520
FILTER_SANITIZE_ADD_SLASHES: PhpConst[int] = 523
FILTER_CALLBACK: PhpConst[int] = 1024
FILTER_FLAG_ALLOW_OCTAL: PhpConst[int] = 1
FILTER_FLAG_ALLOW_HEX: PhpConst[int] = 2
FILTER_FLAG_STRIP_LOW: PhpConst[int] = 4
FILTER_FLAG_STRIP_HIGH: PhpConst[int] = 8
FILTER_FLAG_STRIP_BACKTICK: PhpConst[int] = 512
FILTER_FLAG_ENCODE_LOW: PhpConst[int] = 16
FILTER_FLAG_ENCODE_HIGH: PhpConst[int] = 32
FILTER_FLAG_ENCODE_AMP: PhpConst[int] = 64
FILTER_FLAG_NO_ENCODE_QUOTES: PhpConst[int] = 128
FILTER_FLAG_EMPTY_STRING_NULL: PhpConst[int] = 256
FILTER_FLAG_ALLOW_FRACTION: PhpConst[int] = 4096
FILTER_FLAG_ALLOW_THOUSAND: PhpConst[int] = 8192
FILTER_FLAG_ALLOW_SCIENTIFIC: PhpConst[int] = 16384
FILTER_FLAG_PATH_REQUIRED: PhpConst[int] = 262144
FILTER_FLAG_QUERY_REQUIRED: PhpConst[int] = 524288
FILTER_FLAG_IPV4: PhpConst[int] = 1048576
FILTER_FLAG_IPV6: PhpConst[int] = 2097152
FILTER_FLAG_NO_RES_RANGE: PhpConst[int] = 4194304
FILTER_FLAG_NO_PRIV_RANGE: PhpConst[int] = 8388608
FILTER_FLAG_GLOBAL_RANGE: PhpConst[int] = 268435456
FILTER_FLAG_HOSTNAME: PhpConst[int] = 1048576
FILTER_FLAG_EMAIL_UNICODE: PhpConst[int] = 1048576

# A filter: of a string, by flags and options. It gives _INVALID for what it refuses.
_Filter = Callable[[str, int, Any], Any]
_INVALID: Any = object()

_SUPERGLOBALS = {
    INPUT_POST: "_POST", INPUT_GET: "_GET", INPUT_COOKIE: "_COOKIE", INPUT_ENV: "_ENV", INPUT_SERVER: "_SERVER",
}  # fmt: skip


@contextual
def filter_has_var(input_type: int, var_name: PhpString) -> bool:
    """Checks if a variable of the specified type exists."""
    storage = _storage(input_type, "input_type")
    return storage is not None and storage.has(_key(var_name))


@contextual
def filter_input(type: int, var_name: PhpString, filter: int = FILTER_DEFAULT, options: PhpArray | int = 0) -> Value:
    """Gets a specific external variable by name and optionally filters it."""
    if not _exists(filter):
        return False
    storage = _storage(type, "type")
    if storage is not None and storage.has(_key(var_name)):
        result: Value = _filtered(storage.get(_key(var_name)), filter, options, FILTER_REQUIRE_SCALAR)
        return result
    flags = options
    if isinstance(options, PhpArray):
        flags = to_int(options.get("flags")) if options.has("flags") else 0
        found = _element(options, "options")
        if type_of_array(found) and found.has("default"):
            return share_value(found.get("default"))
    # What failure and absence give is the other way round with this flag.
    return False if flags & FILTER_NULL_ON_FAILURE else None  # type: ignore[operator]


@contextual
def filter_var(value: Value, filter: int = FILTER_DEFAULT, options: PhpArray | int = 0) -> Value:
    """Filters a variable with a specified filter."""
    if not _exists(filter):
        return False
    result: Value = _filtered(value, filter, options, FILTER_REQUIRE_SCALAR)
    return result


@contextual
def filter_input_array(
    type: int,
    options: PhpArray | int = FILTER_DEFAULT,
    add_empty: bool = True,
) -> PhpArray | Literal[False] | None:
    """Gets external variables and optionally filters them."""
    if not isinstance(options, PhpArray) and not _exists(options):
        return False
    storage = _storage(type, "type")
    if storage is None:
        return None
    result: PhpArray | Literal[False] | None = _filtered_each(storage, options, add_empty=add_empty)
    return result


@contextual
def filter_var_array(
    array: PhpArray, options: PhpArray | int = FILTER_DEFAULT, add_empty: bool = True
) -> PhpArray | Literal[False] | None:
    """Gets multiple variables and optionally filters them."""
    if not isinstance(options, PhpArray) and not _exists(options):
        return False
    result: PhpArray | Literal[False] | None = _filtered_each(array, options, add_empty=add_empty)
    return result


@pure
def filter_list() -> PhpArray:
    """Returns a list of all supported filters."""
    return PhpArray([name for name, _number, _function in _FILTERS])


@pure
def filter_id(name: PhpString) -> int | Literal[False]:
    """Returns the filter ID belonging to a named filter."""
    for known, number, _function in _FILTERS:
        if known == name:
            return number
    return False


# ---------------------------------------------------------------- the values to filter


def _storage(kind: int, parameter: str) -> Optional[PhpArray]:
    """What the request brought, whatever became of the superglobal; None where it brought nothing of the kind."""
    name = _SUPERGLOBALS.get(kind)
    if name is None:
        raise BadArgumentError(parameter, "must be an INPUT_* constant")
    storage: PhpArray = make_superglobal(name)
    return storage if len(storage) or kind in (INPUT_ENV, INPUT_SERVER) else None


def _key(name: str) -> Any:
    from engine.runtime.values import canonical_int

    number = canonical_int(name)
    return name if number is None else number


def _exists(number: int) -> bool:
    if 0x100 <= number <= 0x115 or 0x200 <= number <= 0x20B or number == FILTER_CALLBACK:
        return True
    ctx.function_warning(f"Unknown filter with ID {number}")
    return False


def type_of_array(value: Any) -> bool:
    """Whether it is an array."""
    return type(value) is PhpArray


def _element(array: PhpArray, key: str) -> Any:
    value: Any = array.get(key) if array.has(key) else None
    return value.get() if type(value) is Ref else value


def _filtered_each(array: PhpArray, options: Any, *, add_empty: bool) -> Any:
    """An array by one filter, or by one for each element that `options` names."""
    if not isinstance(options, PhpArray):
        return _apply(array, options, FILTER_REQUIRE_ARRAY, None)
    result = PhpArray()
    for key, wanted in options.items():
        if type(key) is int:
            raise BadArgumentError("options", "must contain only string keys", "TypeError")
        if key == "":
            raise BadArgumentError("options", "cannot contain empty keys")
        if array.has(key):
            result.set(key, _filtered_element(array.get(key), wanted))
        elif add_empty:
            result.set(key, None)
    return result


def _filtered_element(value: Any, wanted: Any) -> Any:
    if isinstance(wanted, PhpArray):
        return _filtered(value, FILTER_DEFAULT if not wanted.has("filter") else -1, wanted, FILTER_REQUIRE_SCALAR)
    return _apply(value, to_int(wanted), FILTER_REQUIRE_SCALAR, None)


def _filtered(value: Any, number: int, arguments: Any, flags: int) -> Any:
    """`value` by what a caller gave as flags or as an array of filter, flags and options."""
    options: Any = None
    if not isinstance(arguments, PhpArray):
        return _apply(value, number, _with_shape(arguments), None)
    if arguments.has("filter"):
        number = to_int(_element(arguments, "filter"))
    if arguments.has("options"):
        found = _element(arguments, "options")
        if number == FILTER_CALLBACK:
            options = found
            flags = 0
        elif isinstance(found, PhpArray):
            options = found
    if arguments.has("flags"):
        flags = _with_shape(to_int(_element(arguments, "flags")))
    return _apply(value, number, flags, options)


def _with_shape(flags: int) -> int:
    return flags if flags & (FILTER_REQUIRE_ARRAY | FILTER_FORCE_ARRAY) else flags | FILTER_REQUIRE_SCALAR


def _apply(value: Any, number: int, flags: int, options: Any) -> Any:
    if type(value) is Ref:
        value = value.get()
    if isinstance(value, PhpArray):
        if flags & FILTER_REQUIRE_SCALAR:
            return _failure(flags)
        return _filtered_array(value, number, flags, options)
    if flags & FILTER_REQUIRE_ARRAY:
        return _failure(flags)
    result = _filtered_scalar(value, number, flags, options)
    return PhpArray([result]) if flags & FILTER_FORCE_ARRAY else result


def _failure(flags: int) -> Any:
    return None if flags & FILTER_NULL_ON_FAILURE else False


def _filtered_array(value: PhpArray, number: int, flags: int, options: Any) -> PhpArray:
    """Every scalar in an array, at any depth; an array within itself is left out of it."""
    result = PhpArray()
    active: Set[int] = {id(value)}
    levels: List[Tuple[PhpArray, List[Any], PhpArray]] = [(value, list(value.raw_items())[::-1], result)]
    while levels:
        source, items, target = levels[-1]
        if not items:
            active.discard(id(source))
            levels.pop()
            continue
        key, item = items.pop()
        reference = None
        if type(item) is Ref:
            reference = item if item.holders > 1 else None
            item = item.get()
        filtered: Any
        if not isinstance(item, PhpArray):
            filtered = _filtered_scalar(item, number, flags, options)
        elif id(item) in active:
            filtered = item.share()
        else:
            filtered = PhpArray()
            active.add(id(item))
            levels.append((item, list(item.raw_items())[::-1], filtered))
        if reference is None:
            target.set(key, filtered)
        else:
            # What is held by reference is filtered for everybody.
            reference.set(filtered)
            target.bind(key, reference)
    return result


def _filtered_scalar(value: Any, number: int, flags: int, options: Any) -> Any:
    if isinstance(value, PhpObject) and find_method(value, "__tostring") is None:
        result = _failure(flags)
    else:
        result = _find_filter(number)(to_string(value), flags, options)
        if result is _INVALID:
            result = _failure(flags)
    has_failed = result is None if flags & FILTER_NULL_ON_FAILURE else result is False
    if has_failed and isinstance(options, PhpArray) and options.has("default"):
        return share_value(_element(options, "default"))
    return result


# ---------------------------------------------------------------- filters that validate


def _option(options: Any, name: str) -> Any:
    return _element(options, name) if isinstance(options, PhpArray) else None


def _is_outside(value: float, options: Any, convert: Callable[[Any], float]) -> bool:
    if not isinstance(options, PhpArray):
        return False
    if options.has("min_range") and value < convert(_element(options, "min_range")):
        return True
    return options.has("max_range") and value > convert(_element(options, "max_range"))


def _validate_int(text: str, flags: int, options: Any) -> Any:
    number = validation.integer(
        validation.trim(text),
        allow_octal=bool(flags & FILTER_FLAG_ALLOW_OCTAL),
        allow_hexadecimal=bool(flags & FILTER_FLAG_ALLOW_HEX),
    )
    return _INVALID if number is None or _is_outside(number, options, to_int) else number


_TRUE_WORDS = ("1", "on", "yes", "true")
_FALSE_WORDS = ("", "0", "no", "off", "false")


def _validate_bool(text: str, _flags: int, _options: Any) -> Any:
    word = validation.trim(text).lower()
    return True if word in _TRUE_WORDS else False if word in _FALSE_WORDS else _INVALID


_DEFAULT_SEPARATORS = "',."


def _validate_float(text: str, flags: int, options: Any) -> Any:
    text = validation.trim(text)
    if not text:
        return _INVALID
    point, separators = _option(options, "decimal"), _option(options, "thousand")
    if type(point) is not str:
        point = "."
    elif len(point) != 1:
        raise _bad_option('"decimal" option must be one character long')
    if type(separators) is not str:
        separators = _DEFAULT_SEPARATORS
    elif not separators:
        raise _bad_option('"thousand" option must not be empty')
    plain = validation.plain_number(text, point, separators if flags & FILTER_FLAG_ALLOW_THOUSAND else None)
    number = None if plain is None else parse_numeric(plain)[0]
    if plain is None or number is None or not _is_all_numeric(plain):
        return _INVALID
    value = float(number)
    has_digit = any(digit in plain for digit in "123456789")
    if not math.isfinite(value) or (type(number) is float and not value and has_digit):
        return _INVALID
    return _INVALID if _is_outside(value, options, to_float) else value


def _is_all_numeric(plain: str) -> bool:
    """Whether PHP takes all of a number, which `validation.plain_number` put together, for one."""
    mantissa, has_exponent, exponent = plain.lower().lstrip("+-").partition("e")
    return mantissa not in ("", ".") and (not has_exponent or exponent[-1:].isdecimal())


def _bad_option(message: str) -> Exception:
    return throw_error("ValueError", f"{current_builtin_name()}(): {message}")


def _validate_regexp(text: str, _flags: int, options: Any) -> Any:
    pattern = _option(options, "regexp")
    if type(pattern) is not str:
        raise _bad_option('"regexp" option is missing')
    state = regular_expressions()
    compiled = state.compile(pattern)
    if compiled is None:
        return _INVALID
    return text if state.first_match(compiled, text, state.encode(text), 0) >= 0 else _INVALID


def _validate_domain(text: str, flags: int, _options: Any) -> Any:
    return text if validation.is_domain(text, is_hostname=bool(flags & FILTER_FLAG_HOSTNAME)) else _INVALID


def _validate_url(text: str, flags: int, _options: Any) -> Any:
    is_valid = validation.is_url(
        text,
        needs_path=bool(flags & FILTER_FLAG_PATH_REQUIRED),
        needs_query=bool(flags & FILTER_FLAG_QUERY_REQUIRED),
    )
    return text if is_valid else _INVALID


def _validate_email(text: str, flags: int, _options: Any) -> Any:
    return text if validation.is_email(text, allow_unicode=bool(flags & FILTER_FLAG_EMAIL_UNICODE)) else _INVALID


def _validate_ip(text: str, flags: int, _options: Any) -> Any:
    versions = flags & (FILTER_FLAG_IPV4 | FILTER_FLAG_IPV6)
    is_six = ":" in text
    if versions and not versions & (FILTER_FLAG_IPV6 if is_six else FILTER_FLAG_IPV4):
        return _INVALID
    numbers = validation.ipv6(text) if is_six else validation.ipv4(text)
    if numbers is None:
        return _INVALID
    block = validation.ipv6_block(numbers) if is_six else validation.ipv4_block(numbers)
    if block is None:
        return text
    if (
        (flags & FILTER_FLAG_GLOBAL_RANGE and not block.is_global)
        or (flags & FILTER_FLAG_NO_PRIV_RANGE and block.is_private)
        or (flags & FILTER_FLAG_NO_RES_RANGE and block.is_reserved)
    ):
        return _INVALID
    return text


def _validate_mac(text: str, _flags: int, options: Any) -> Any:
    separator = _option(options, "separator")
    if type(separator) is not str:
        separator = None
    elif len(separator) != 1:
        raise _bad_option('"separator" option must be one character long')
    return text if validation.is_mac(text, separator) else _INVALID


# ---------------------------------------------------------------- filters that sanitise


def _stripped(text: str, flags: int) -> str:
    """Without the characters that the flags name."""
    low, high = flags & FILTER_FLAG_STRIP_LOW, flags & FILTER_FLAG_STRIP_HIGH
    backtick = flags & FILTER_FLAG_STRIP_BACKTICK
    if not (low or high or backtick):
        return text
    return "".join(
        [c for c in text if not ((high and c >= "\x7f") or (low and c < " ") or (backtick and c == "`"))]
    )  # fmt: skip


_LOW = "".join(map(chr, range(32)))
_HIGH = "".join(map(chr, range(127, 256)))


def _encoded(text: str, characters: str) -> str:
    """Those characters as numeric references."""
    if not characters:
        return text
    return text.translate({ord(character): f"&#{ord(character)};" for character in characters})


def _flagged(flags: int) -> str:
    """The characters that the flags want encoded."""
    characters = "&" if flags & FILTER_FLAG_ENCODE_AMP else ""
    if flags & FILTER_FLAG_ENCODE_LOW:
        characters += _LOW
    return characters + _HIGH if flags & FILTER_FLAG_ENCODE_HIGH else characters


def _sanitize_string(text: str, flags: int, _options: Any) -> Any:
    quotes = "" if flags & FILTER_FLAG_NO_ENCODE_QUOTES else "'\""
    result = strip_tags(_close_up(_encoded(_stripped(text, flags), quotes + _flagged(flags))))
    return None if not result and flags & FILTER_FLAG_EMPTY_STRING_NULL else result


_TAG_WITH_BLANKS = re.compile(r"<[ \t\n\r\v\f]+")


def _close_up(text: str) -> str:
    """Without blanks after `<`: what follows is taken for a tag all the same."""
    return _TAG_WITH_BLANKS.sub("<", text)


_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._")


def _sanitize_encoded(text: str, flags: int, _options: Any) -> Any:
    return "".join([c if c in _UNRESERVED else f"%{ord(c):02X}" for c in _stripped(text, flags)])


def _sanitize_special(text: str, flags: int, _options: Any) -> Any:
    high = _HIGH if flags & FILTER_FLAG_ENCODE_HIGH else ""
    return _encoded(_stripped(text, flags), "'\"<>&" + _LOW + high)


def _sanitize_full_special(text: str, flags: int, _options: Any) -> Any:
    quotes = ENT_NOQUOTES if flags & FILTER_FLAG_NO_ENCODE_QUOTES else ENT_QUOTES
    return htmlentities(text, quotes, None, False)  # noqa: FBT003 - PHP's own signature


def _unsafe_raw(text: str, flags: int, _options: Any) -> Any:
    if not text:
        return None if flags & FILTER_FLAG_EMPTY_STRING_NULL else text
    return _encoded(_stripped(text, flags), _flagged(flags)) if flags else text


_ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_EMAIL_CHARACTERS = frozenset(_ALPHANUMERIC + "!#$%&'*+-=?^_`{|}~@.[]")
_INT_CHARACTERS = "0123456789+-"


def _sanitize_email(text: str, _flags: int, _options: Any) -> Any:
    return "".join([character for character in text if character in _EMAIL_CHARACTERS])


def _sanitize_url(text: str, _flags: int, _options: Any) -> Any:
    return validation.without_foreign(text)


def _sanitize_int(text: str, _flags: int, _options: Any) -> Any:
    return "".join([character for character in text if character in _INT_CHARACTERS])


def _sanitize_float(text: str, flags: int, _options: Any) -> Any:
    allowed = _INT_CHARACTERS
    if flags & FILTER_FLAG_ALLOW_FRACTION:
        allowed += "."
    if flags & FILTER_FLAG_ALLOW_THOUSAND:
        allowed += ","
    if flags & FILTER_FLAG_ALLOW_SCIENTIFIC:
        allowed += "eE"
    return "".join([character for character in text if character in allowed])


def _add_slashes(text: str, _flags: int, _options: Any) -> Any:
    return addslashes(text)


def _call_back(text: str, _flags: int, options: Any) -> Any:
    callback = None if options is None else find_callable(options)
    if callback is None:
        raise throw_error("TypeError", f"{current_builtin_name()}(): Option must be a valid callback")
    return call_by_value(callback, [text], {})


_FILTERS: Tuple[Tuple[str, int, _Filter], ...] = (
    ("int", FILTER_VALIDATE_INT, _validate_int),
    ("boolean", FILTER_VALIDATE_BOOL, _validate_bool),
    ("float", FILTER_VALIDATE_FLOAT, _validate_float),
    ("validate_regexp", FILTER_VALIDATE_REGEXP, _validate_regexp),
    ("validate_domain", FILTER_VALIDATE_DOMAIN, _validate_domain),
    ("validate_url", FILTER_VALIDATE_URL, _validate_url),
    ("validate_email", FILTER_VALIDATE_EMAIL, _validate_email),
    ("validate_ip", FILTER_VALIDATE_IP, _validate_ip),
    ("validate_mac", FILTER_VALIDATE_MAC, _validate_mac),
    ("string", FILTER_SANITIZE_STRING, _sanitize_string),
    ("stripped", FILTER_SANITIZE_STRIPPED, _sanitize_string),
    ("encoded", FILTER_SANITIZE_ENCODED, _sanitize_encoded),
    ("special_chars", FILTER_SANITIZE_SPECIAL_CHARS, _sanitize_special),
    ("full_special_chars", FILTER_SANITIZE_FULL_SPECIAL_CHARS, _sanitize_full_special),
    ("unsafe_raw", FILTER_UNSAFE_RAW, _unsafe_raw),
    ("email", FILTER_SANITIZE_EMAIL, _sanitize_email),
    ("url", FILTER_SANITIZE_URL, _sanitize_url),
    ("number_int", FILTER_SANITIZE_NUMBER_INT, _sanitize_int),
    ("number_float", FILTER_SANITIZE_NUMBER_FLOAT, _sanitize_float),
    ("add_slashes", FILTER_SANITIZE_ADD_SLASHES, _add_slashes),
    ("callback", FILTER_CALLBACK, _call_back),
)
_FUNCTIONS: Dict[int, _Filter] = {number: function for _name, number, function in _FILTERS}


def _find_filter(number: int) -> _Filter:
    return _FUNCTIONS.get(number, _unsafe_raw)
