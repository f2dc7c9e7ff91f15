"""Where PyPy's traces end: a call made `untraced` is compiled by itself, so no trace runs through the whole engine.

A trace that gets too long costs the process its inlining, and an executor that saw one is replaced.
"""

from __future__ import annotations

import functools
from typing import Any, Callable, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])

try:
    from pypyjit import residual_call
except ImportError:
    residual_call = None


# Any: what a function takes and returns is its own affair.
def _call(function: Callable[..., Any], *arguments: Any) -> Any:
    return function(*arguments)


untraced: Callable[..., Any] = residual_call or _call


def traced_alone(function: Function) -> Function:
    """`function`, all calls of which are made `untraced`."""
    return function if residual_call is None else functools.partial(residual_call, function)  # type: ignore[return-value]
