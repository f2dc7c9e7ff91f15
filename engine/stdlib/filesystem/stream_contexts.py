"""Stream contexts: the functions that make and change them. What one is, is in engine.runtime.stream_contexts."""

from __future__ import annotations

from typing import Literal, Optional

from engine.builtin.declare import BadArgumentError, Resource, Untyped, contextual
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.exceptions import throw_error
from engine.runtime.stream_contexts import StreamContext, default_context, make_context
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
    return stream_or_context.options.share() if isinstance(stream_or_context, StreamContext) else PhpArray()


@contextual
def stream_context_set_option(
    context: Resource, wrapper_or_options: PhpArray | PhpString, option_name: PhpString | None = None,
    value: Value = MISSING,
) -> Literal[True]:  # fmt: skip
    """Sets an option for a stream/wrapper/context."""
    if not isinstance(context, StreamContext):
        return True
    if type(wrapper_or_options) is PhpArray:
        _set_options(context, wrapper_or_options)
    else:
        if option_name is None:
            raise BadArgumentError("option_name", "cannot be null when argument #2 ($wrapper_or_options) is a string")
        row = PhpArray()
        row.set(option_name, share_value(None if value is MISSING else value))
        options = PhpArray()
        options.set(wrapper_or_options, row)  # type: ignore[arg-type]
        _set_options(context, options)
    return True


@contextual
def stream_context_set_options(context: Resource, options: PhpArray) -> Literal[True]:
    """Sets options on the specified context."""
    if isinstance(context, StreamContext):
        _set_options(context, options)
    return True


@contextual
def stream_context_get_params(context: Resource) -> PhpArray:
    """Retrieves parameters from a context."""
    result = PhpArray()
    if isinstance(context, StreamContext):
        result = context.parameters.share()
        result.set("options", context.options.share())
    return result


@contextual
def stream_context_set_params(context: Resource, params: PhpArray) -> Literal[True]:
    """Set parameters for a stream/wrapper/context."""
    if isinstance(context, StreamContext):
        for key, value in params.items():
            context.parameters.set(key, share_value(value))
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


def _set_options(context: StreamContext, options: PhpArray) -> None:
    for wrapper, row in options.items():
        if type(row) is not PhpArray or type(wrapper) is not str:
            raise throw_error("ValueError", 'Options should have the form ["wrappername"]["optionname"] = $value')
        held: Optional[PhpArray] = context.options.get(wrapper)
        merged = PhpArray() if held is None else held.share()
        for name, value in row.items():
            merged.set(name, share_value(value))
        context.options.set(wrapper, merged)
