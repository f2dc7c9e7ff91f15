"""Counts and times every request; logs it where that is asked for: what ran is named by its digest, never shown."""

from __future__ import annotations

import hashlib
import time

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from node import metrics, sapi
from node.execution import Execution
from node.lifecycle import Lifecycle
from node.middleware.request_id import TRACEPARENT

# What a handler puts into the request for the log: who ran what, and what came of it.
ABOUT = "about"
DIGEST_DIGITS = 16
# Probes and scrapes: what they are answered while a node starts or drains is no client's failure.
UNCOUNTED = frozenset({"/api/health", "/api/ready", "/metrics"})

log = structlog.get_logger(__name__)


def measure(
    counters: metrics.Counters, lifecycle: Lifecycle, *, logs_access: bool, logs_sources: bool = False
) -> Middleware:
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
            if request.path not in UNCOUNTED:
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
                    **_trace(request),
                    **_about(request, shows_source=logs_sources),
                )

    return middleware


def script_digest(submission: sapi.Submission) -> str:
    """The name of a script in logs: of its code and its files, not of its input."""
    digest = hashlib.sha256(submission.request.code.encode("latin-1"))
    for name, content in sorted(submission.request.files.items()):
        digest.update(f"\0{len(name)} {len(content)} {name}{content}".encode("latin-1"))
    return digest.hexdigest()[:DIGEST_DIGITS]


def _trace(request: web.Request) -> dict[str, str]:
    found = TRACEPARENT.fullmatch(request.headers.get("traceparent", ""))
    return {"trace_id": found["trace"]} if found else {}


def _about(request: web.Request, *, shows_source: bool) -> dict[str, object]:
    given: tuple[sapi.Submission, sapi.Tenant, Execution] | None = request.get(ABOUT)
    if given is None:
        return {}
    submission, tenant, execution = given
    about: dict[str, object] = {
        "tenant": tenant.name,
        "script": script_digest(submission),
        "outcome": execution.outcome,
        "cache": execution.cache,
        "source": execution.source,
        "queue_ms": round(execution.queue_ms, 3),
    }
    return {**about, "code": submission.request.code} if shows_source else about
