"""Counts and times every request; logs it where that is asked for."""

from __future__ import annotations

import time

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from node import metrics
from node.lifecycle import Lifecycle

log = structlog.get_logger(__name__)


def measure(counters: metrics.Counters, lifecycle: Lifecycle, *, logs_access: bool) -> Middleware:
    """Make the middleware."""

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        started = time.perf_counter()
        lifecycle.requests_in_flight += 1
        status = 500
        try:
            response = await handler(request)
            status = response.status
            return response
        finally:
            lifecycle.requests_in_flight -= 1
            took = time.perf_counter() - started
            counters.add(metrics.status_index(status))
            counters.observe(metrics.REQUEST_SECONDS[request.get("source", "none")], took)
            if logs_access:
                log.info(
                    "request",
                    method=request.method,
                    path=request.path,
                    status=status,
                    ms=round(took * 1000, 3),
                    request_id=request["request_id"],
                )

    return middleware
