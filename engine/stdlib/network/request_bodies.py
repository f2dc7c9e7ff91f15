"""request_parse_body(): the variables and files of a request's body, whatever its method."""

from __future__ import annotations

from typing import Any, Dict, NoReturn

from engine.builtin.declare import contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.quantities import parse_quantity
from engine.runtime.request_body import BODY_OPTIONS, MULTIPART, URL_ENCODED, content_type, parse_body, short_type

EXTENSION = "standard"


@contextual
def request_parse_body(options: PhpArray | None = None) -> PhpArray:
    """Read and parse the request body and return the result."""
    limits = {name: ctx.ini.get_int(name, 0) for name in BODY_OPTIONS}
    if options is not None:
        limits.update(_given(options))
    kind = content_type()
    if not kind:
        _refuse("Request does not provide a content type")
    if short_type(kind) not in (URL_ENCODED, MULTIPART):
        _refuse(f'Content-Type "{kind}" is not supported')
    return PhpArray(list(parse_body(kind, limits, _refuse)))


def _given(options: PhpArray) -> Dict[str, int]:
    found = {}
    for key, value in options.items():
        if type(key) is int:
            raise throw_error("ValueError", "Invalid integer key in $options argument")
        if key not in BODY_OPTIONS:
            raise throw_error("ValueError", f'Invalid key "{key}" in $options argument')
        found[key] = _quantity(value)
    return found


# Any: any value.
def _quantity(value: Any) -> int:
    if type(value) is int:
        return value
    if type(value) is not str:
        raise throw_error("ValueError", f"Invalid {type_for_error(value)} value in $options argument")
    number, problem = parse_quantity(value)
    if problem is not None:
        ctx.warning(problem)
    return number


def _refuse(message: str) -> NoReturn:
    raise throw_error("RequestParseBodyException", message)
