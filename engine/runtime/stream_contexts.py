"""Stream contexts: options a script hands to whatever opens a stream; only wrappers of its own read them."""

from __future__ import annotations

from typing import Any, Optional

from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.resources import PhpResource


class StreamContext(PhpResource):
    """What stream_context_create() makes."""

    def __init__(self) -> None:
        super().__init__("stream-context")
        self.options = PhpArray()
        self.parameters = PhpArray()


def default_context() -> StreamContext:
    """The context of everything that is opened without one; the first who asks makes it."""
    return ctx.state("streams.default_context", make_context)


def make_context() -> StreamContext:
    """A new context. Three resources are always there before it."""
    from engine.runtime.streams import standard_streams

    standard_streams()
    return StreamContext()


def context_or_default(given: Optional[PhpResource]) -> Any:
    """What a function with an optional `$context` works with; throws PHP's TypeError for another resource."""
    if given is not None and not isinstance(given, StreamContext):
        problem = "supplied resource is not a valid Stream-Context resource"
        raise throw_error("TypeError", f"{current_builtin_name()}(): {problem}")
    return given or default_context()
