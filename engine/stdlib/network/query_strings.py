"""Query strings: `a[b][]=1` into arrays, for parse_str and for whoever reads a request's variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.builtin.declare import contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.input_variables import register_variable, too_many_variables
from engine.stdlib.network.urls import urldecode

if TYPE_CHECKING:
    from engine.runtime.references import Ref
    from engine.runtime.values import PhpString

_MAX_VARIABLES = 1000


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
            ctx.function_warning(too_many_variables(limit))
            break
        name, _, value = pair.partition("=")
        register_variable(result, urldecode(name), urldecode(value))
    return result
