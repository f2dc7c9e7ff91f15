"""The variables of requests, by the names they are sent with: `a[b][]` makes arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx

if TYPE_CHECKING:
    from engine.runtime.values import Value

_WHITESPACE = " \t\n\r\v\f"
_MAX_NESTING = 64
# A browser guards cookies of these names; what PHP turns into one of them is refused.
_GUARDED_PREFIXES = ("__Host-", "__Secure-")
_INVALID_IN_NAMES = str.maketrans(" .[", "___")


def too_many_variables(limit: int) -> str:
    """What PHP says of more input variables than the limit."""
    return f"Input variables exceeded {limit}. To increase the limit change max_input_vars in php.ini."


def register_variable(variables: PhpArray, name: str, value: Value) -> None:
    """Store `value` as a request's variable `name`: in an array where it has brackets."""
    name = name.partition("\0")[0].lstrip(" ")
    base, bracket, rest = name.partition("[")
    mangled = base.translate(_INVALID_IN_NAMES)
    if not mangled:
        return
    keys = _bracketed_keys(rest) if bracket else []
    if keys is None:
        # An opening bracket that never closes is a character like any other.
        mangled = name.translate(_INVALID_IN_NAMES)
        keys = []
    if len(keys) > ctx.ini.get_int("max_input_nesting_level", _MAX_NESTING):
        variables.unset(mangled)
        return
    try:
        _store(variables, [mangled, *keys], value, name)
    except OverflowError:
        # The array has no next index left.
        return


def _bracketed_keys(rest: str) -> Optional[List[Optional[str]]]:
    """The keys in `b][][c]`, None for an empty one; None if the first bracket does not close."""
    keys: List[Optional[str]] = []
    while True:
        # PHP lets one blank stand in empty brackets.
        skipped = 1 if rest[:1] and rest[0] in _WHITESPACE else 0
        if rest[skipped : skipped + 1] == "]":
            keys.append(None)
            rest = rest[skipped + 1 :]
        else:
            key, closing, after = rest.partition("]")
            if not closing:
                return keys or None
            keys.append(key)
            rest = after
        if rest[:1] != "[":
            return keys
        rest = rest[1:]


def _store(variables: PhpArray, keys: List[Optional[str]], value: Value, name: str) -> None:
    for key in keys[:-1]:
        if _is_forged(key, name):
            return
        inner = variables.get(key) if key is not None else None
        if type(inner) is not PhpArray:
            inner = PhpArray()
            _put(variables, key, inner)
        variables = inner
    if not _is_forged(keys[-1], name):
        _put(variables, keys[-1], value)


def _is_forged(key: Optional[str], name: str) -> bool:
    """Whether `key` is a guarded name that `name`, as it was sent, is not."""
    if key is None or key[:2] != "__":
        return False
    return any(key.startswith(prefix) and not name.startswith(prefix) for prefix in _GUARDED_PREFIXES)


def _put(variables: PhpArray, key: Optional[str], value: Value) -> None:
    if key is None:
        variables.append(value)
    else:
        variables.set(key, value)
