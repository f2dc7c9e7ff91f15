"""Query strings: `a[b][]=1` into arrays, for parse_str and for whoever reads a request's variables."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from engine.builtin.declare import contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.stdlib.network.urls import urldecode
from engine.stdlib.strings.characters import WHITESPACE

if TYPE_CHECKING:
    from engine.runtime.references import Ref
    from engine.runtime.values import PhpString, Value

_MAX_VARIABLES = 1000
_MAX_NESTING = 64
# A browser guards cookies of these names; what PHP turns into one of them is refused.
_GUARDED_PREFIXES = ("__Host-", "__Secure-")
_INVALID_IN_NAMES = str.maketrans(" .[", "___")


@contextual
def parse_str(string: PhpString, result: Ref) -> None:
    """Parse a string as a URL query string."""
    result.set(parse_query(string, ctx.ini.get("arg_separator.input") or "&"))


def parse_query(query: str, separators: str) -> PhpArray:
    """The variables in `query`, whose pairs any of `separators` parts."""
    result = PhpArray()
    query = query.partition("\0")[0]
    for separator in separators[1:]:
        query = query.replace(separator, separators[0])
    limit = ctx.ini.get_int("max_input_vars", _MAX_VARIABLES)
    count = 0
    for pair in query.split(separators[0]):
        if not pair:
            continue
        count += 1
        if count > limit:
            ctx.function_warning(
                f"Input variables exceeded {limit}. To increase the limit change max_input_vars in php.ini."
            )
            break
        name, _, value = pair.partition("=")
        register_variable(result, urldecode(name), urldecode(value))
    return result


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


def _bracketed_keys(rest: str) -> List[str | None] | None:
    """The keys in `b][][c]`, None for an empty one; None if the first bracket does not close."""
    keys: List[str | None] = []
    while True:
        # PHP lets one blank stand in empty brackets.
        skipped = 1 if rest[:1] and rest[0] in WHITESPACE else 0
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


def _store(variables: PhpArray, keys: List[str | None], value: Value, name: str) -> None:
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


def _is_forged(key: str | None, name: str) -> bool:
    """Whether `key` is a guarded name that `name`, as it was sent, is not."""
    if key is None or key[:2] != "__":
        return False
    return any(key.startswith(prefix) and not name.startswith(prefix) for prefix in _GUARDED_PREFIXES)


def _put(variables: PhpArray, key: str | None, value: Value) -> None:
    if key is None:
        variables.append(value)
    else:
        variables.set(key, value)
