"""Stream contexts: the functions that make and change them. What one is, is in engine.runtime.stream_contexts."""

from __future__ import annotations

from typing import Any, Literal, Optional

from engine.builtin.declare import BadArgumentError, Resource, Untyped, contextual
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import ctx
from engine.runtime.conversions import is_resource, type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.stream_contexts import StreamContext, default_context, make_context
from engine.runtime.streams import Stream
from engine.runtime.values import MISSING, PhpString, Value

EXTENSION = "standard"


@contextual
def stream_context_create(options: PhpArray | None = None, params: PhpArray | None = None) -> Untyped:
    """Creates a stream context."""
    made = make_context()
    if options is not None:
        _set_options(made, options)
    if params is not None:
        made.parameters = params.share()
    return made


@contextual
def stream_context_get_options(stream_or_context: Resource) -> PhpArray:
    """Retrieve options for a stream/wrapper/context."""
    return _context_of(stream_or_context, "stream_or_context").options.share()


@contextual
def stream_context_set_option(
    context: Untyped, wrapper_or_options: PhpArray | PhpString, option_name: PhpString | None = None,
    value: Value = MISSING,
) -> Literal[True]:  # fmt: skip
    """Sets an option for a stream/wrapper/context."""
    if option_name is None and value is MISSING:
        ctx.deprecated(
            "Calling stream_context_set_option() with 2 arguments is deprecated,"
            " use stream_context_set_options() instead"
        )
    if not is_resource(context):
        raise BadArgumentError("context", f"must be of type resource, {type_for_error(context)} given", "TypeError")
    held = _context_of(context)
    if type(wrapper_or_options) is PhpArray:
        for name, given in (("option_name", option_name is not None), ("value", value is not MISSING)):
            if given:
                must = "must be null" if name == "option_name" else "cannot be provided"
                raise BadArgumentError(name, f"{must} when argument #2 ($wrapper_or_options) is an array")
        _set_options(held, wrapper_or_options)
    else:
        if option_name is None:
            raise BadArgumentError("option_name", "cannot be null when argument #2 ($wrapper_or_options) is a string")
        if value is MISSING:
            raise BadArgumentError("value", "must be provided when argument #2 ($wrapper_or_options) is a string")
        row = PhpArray()
        row.set(option_name, share_value(value))
        options = PhpArray()
        options.set(wrapper_or_options, row)  # type: ignore[arg-type]
        _set_options(held, options)
    return True


@contextual
def stream_context_set_options(context: Resource, options: PhpArray) -> Literal[True]:
    """Sets options on the specified context."""
    _set_options(_context_of(context), options)
    return True


@contextual
def stream_context_get_params(context: Resource) -> PhpArray:
    """Retrieves parameters from a context."""
    held = _context_of(context)
    result = held.parameters.share()
    result.set("options", held.options.share())
    return result


@contextual
def stream_context_set_params(context: Resource, params: PhpArray) -> Literal[True]:
    """Set parameters for a stream/wrapper/context."""
    held = _context_of(context)
    for key, value in params.items():
        held.parameters.set(key, share_value(value))
    return True


@contextual
def stream_context_get_default(options: PhpArray | None = None) -> Untyped:
    """Retrieve the default stream context."""
    made = default_context()
    if options is not None:
        _set_options(made, options)
    return made


@contextual
def stream_context_set_default(options: PhpArray) -> Untyped:
    """Set the default stream context."""
    made = default_context()
    _set_options(made, options)
    return made


# ---------------------------------------------------------------- helpers


def _context_of(resource: Any, parameter: str = "context") -> StreamContext:
    """A context, or that of a stream, which gets one of its own when somebody asks."""
    if isinstance(resource, StreamContext):
        return resource
    if not isinstance(resource, Stream) or not resource.resource_type:
        raise BadArgumentError(parameter, "must be a valid stream/context", "TypeError")
    if resource.context is None:
        resource.context = make_context()
    return resource.context


def _set_options(context: StreamContext, options: PhpArray) -> None:
    for wrapper, row in options.items():
        if type(row) is not PhpArray or type(wrapper) is not str:
            raise throw_error("ValueError", 'Options should have the form ["wrappername"]["optionname"] = $value')
        held: Optional[PhpArray] = context.options.get(wrapper)
        merged = PhpArray() if held is None else held.share()
        for name, value in row.items():
            merged.set(name, share_value(value))
        context.options.set(wrapper, merged)
