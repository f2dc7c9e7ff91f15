"""Changing directives: what PHP refuses, warns of or deprecates, and what depends on a value."""

from __future__ import annotations

from typing import Callable, Dict

from engine.runtime.context import ctx
from engine.runtime.conversions import to_int
from engine.runtime.dates import zones
from engine.runtime.ini import DEFAULTS
from engine.runtime.quantities import parse_quantity
from engine.stdlib.multibyte import state as multibyte
from engine.stdlib.multibyte.registry import find_encoding

# Whether PHP takes a value; it says itself what is odd about it.
Check = Callable[[str], bool]

MEMORY_USAGE = 2097152


def set_directive(name: str, value: str) -> bool:
    """Change a directive for the running script, with what depends on it; False when PHP refuses the value."""
    check = _CHECKS.get(name)
    if check is not None and not check(value):
        return False
    ctx.ini.set(name, value)
    if name == "assert.callback":
        ctx.states.pop("assert.callback", None)
    elif name == "error_reporting":
        ctx.error_reporting = to_int(value) if value else 0
    elif name == "display_errors":
        ctx.display_errors = value.lower() not in ("0", "", "off", "stderr")
    return True


def _check_precision(value: str) -> bool:
    text = value.strip()
    return not text.startswith("-") or text == "-1" or to_int(text) >= -1


def _check_timezone(value: str) -> bool:
    known = zones.DATABASE.find(value) is not None
    if not known:
        current = ctx.ini.get("date.timezone") or "UTC"
        ctx.function_warning(f"Invalid date.timezone value '{value}', using '{current}' instead")
    return known


def _quantity(name: str, value: str) -> int:
    """The number that a value means, with PHP's warning where that is a guess."""
    number, problem = parse_quantity(value)
    if problem is not None:
        ctx.warning(f'Invalid "{name}" setting. {problem}')
    return number


def _quantity_of(name: str) -> Check:
    def check(value: str) -> bool:
        _quantity(name, value)
        return True

    return check


def _check_memory_limit(value: str) -> bool:
    limit = _quantity("memory_limit", value)
    if 0 <= limit < MEMORY_USAGE:
        ctx.warning(f"Failed to set memory limit to {limit} bytes (Current memory usage is {MEMORY_USAGE} bytes)")
        return False
    return True


def _check_assertions(value: str) -> bool:
    after, before = _quantity("zend.assertions", value), to_int(ctx.ini.get("zend.assertions"))
    if after != before and -1 in (after, before):
        ctx.warning("zend.assertions may be completely enabled or disabled only in php.ini")
        return False
    return True


def _is_true(value: str) -> bool:
    return value.lower() in ("true", "yes", "on") or to_int(value) != 0


def _deprecated(name: str) -> Check:
    """A directive of assert(), which PHP deprecates changing."""

    def check(value: str) -> bool:
        default = DEFAULTS[name]
        is_changed = _is_true(value) != _is_true(default) if default in ("0", "1") else value != default
        if is_changed:
            ctx.deprecated(f"ini_set(): {name} INI setting is deprecated")
        return True

    return check


def _check_line_endings(value: str) -> bool:
    if _is_true(value):
        ctx.deprecated("auto_detect_line_endings is deprecated")
    return True


def _check_open_basedir(value: str) -> bool:
    # It may be narrowed, never widened.
    before = ctx.ini.get("open_basedir")
    return not before or value == before or value.startswith(before.rstrip("/") + "/")


def _check_charset(value: str) -> bool:
    if value and find_encoding(value) is None:
        ctx.warning(f'ini_set(): Unknown encoding "{value}" in ini setting')
        ctx.warning(f'ini_set(): INI setting contains invalid encoding "{value}"')
    return True


def _replaced_encoding(name: str) -> Check:
    """An encoding of mbstring or iconv that `default_charset` and its kin replaced."""

    def check(value: str) -> bool:
        ctx.deprecated(f"ini_set(): Use of {name} is deprecated")
        if name == "mbstring.internal_encoding":
            multibyte.state().internal = None
        if value == "" or name.startswith("iconv.") or find_encoding(value) is not None:
            return True
        if name == "mbstring.internal_encoding":
            ctx.warning(f'ini_set(): Unknown encoding "{value}" in ini setting')
            return True
        if value == "pass":
            return True
        if name == "mbstring.http_input":
            ctx.warning(f'ini_set(): INI setting contains invalid encoding "{value}"')
        return False

    return check


_CHECKS: Dict[str, Check] = {
    "precision": _check_precision,
    "zend.exception_string_param_max_len": lambda value: 0 <= to_int(value) <= 1_000_000,
    "serialize_precision": _check_precision,
    "date.timezone": _check_timezone,
    "memory_limit": _check_memory_limit,
    "zend.assertions": _check_assertions,
    "include_path": bool,
    "arg_separator.output": bool,
    "mbstring.language": lambda value: multibyte.find_language(value) is not None,
    "auto_detect_line_endings": _check_line_endings,
    "open_basedir": _check_open_basedir,
    "default_charset": _check_charset,
    **{
        name: _quantity_of(name)
        for name in (
            "pcre.backtrack_limit", "pcre.recursion_limit", "default_socket_timeout", "unserialize_max_depth",
            "mbstring.regex_stack_limit", "mbstring.regex_retry_limit",
        )
    },
    **{
        name: _deprecated(name)
        for name in ("assert.active", "assert.warning", "assert.bail", "assert.callback", "assert.exception")
    },
    **{
        f"{extension}.{name}": _replaced_encoding(f"{extension}.{name}")
        for extension, names in (
            ("mbstring", ("internal_encoding", "http_input", "http_output")),
            ("iconv", ("internal_encoding", "input_encoding", "output_encoding")),
        )
        for name in names
    },
}  # fmt: skip
