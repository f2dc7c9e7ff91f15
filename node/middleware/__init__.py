"""What every request passes through. `order` says in which order, from the outside in."""

from __future__ import annotations

from aiohttp.typedefs import Middleware

from node import metrics
from node.lifecycle import Lifecycle
from node.middleware.access_log import measure
from node.middleware.errors import answer_errors
from node.middleware.request_id import identify


def order(
    *,
    counters: metrics.Counters,
    lifecycle: Lifecycle,
    logs_access: bool,
    logs_sources: bool = False,
    traces: tuple[Middleware, ...] = (),
) -> tuple[Middleware, ...]:
    """Return the middleware, outermost first."""
    return (
        *traces,
        identify(lifecycle),
        measure(counters, lifecycle, logs_access=logs_access, logs_sources=logs_sources),
        answer_errors,
    )
