"""When PyPy begins to trace, and where its traces end: a call made `untraced` is compiled by itself.

So no trace runs through the whole engine. One that gets too long costs the process its inlining, and an executor that
saw one is replaced.
"""

from __future__ import annotations

import functools
from contextlib import contextmanager
from typing import Any, Callable, Iterator, Optional, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])

try:
    import pypyjit
except ImportError:
    pypyjit = None

residual_call = None if pypyjit is None else pypyjit.residual_call

# The longest trace, in operations, where PyPy was started without its JIT to be given it later; else None.
trace_limit: Optional[int] = None


def start_tracing() -> None:
    """Turn the JIT on, once what runs only once is over."""
    if pypyjit is not None and trace_limit is not None:
        pypyjit.set_param("default")
        pypyjit.set_param(f"trace_limit={trace_limit}")


@contextmanager
def eager_tracing() -> Iterator[bool]:
    """Trace what runs a hundred times instead of a thousand, until the end of the block; False where nothing traces."""
    is_tracing = pypyjit is not None and trace_limit is not None
    if is_tracing:
        pypyjit.set_param("function_threshold=100,threshold=70,trace_eagerness=20")
    try:
        yield is_tracing
    finally:
        start_tracing()


# Any: what a function takes and returns is its own affair.
def _call(function: Callable[..., Any], *arguments: Any) -> Any:
    return function(*arguments)


untraced: Callable[..., Any] = residual_call or _call


def traced_alone(function: Function) -> Function:
    """`function`, all calls of which are made `untraced`."""
    return function if residual_call is None else functools.partial(residual_call, function)  # type: ignore[return-value]
