"""OpenTelemetry spans: a request, and in it what the caches, the queue, the compiler, the script and the database took.

Imported only where spans are asked for (`trace_endpoint`), since OpenTelemetry is an extra: `pip install howdah[otel]`.
Stages are written down when they are over, from times that are measured anyway.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from opentelemetry import propagate, trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.sampling import ParentBasedTraceIdRatio
from opentelemetry.trace import SpanKind, StatusCode

from node.middleware.access_log import ABOUT, UNCOUNTED, script_digest

# What answers carry, so that whoever sent no trace can find ours (W3C Trace Context, level 2).
RESPONSE_HEADER = "traceresponse"

# Where a span belongs; other modules pass it on and do not look into it.
Parent = Context


class Spans:
    """Makes the spans of this node process: a Service of the node, which sends the last ones when it ends."""

    def __init__(self, provider: TracerProvider) -> None:
        self._provider = provider
        self._tracer = provider.get_tracer("howdah")

    async def start(self) -> None:
        """See Service."""

    async def stop(self) -> None:
        """Send what is left; the exporter waits for its collector, so not in the loop."""
        await asyncio.to_thread(self._provider.shutdown)

    @contextmanager
    def request(self, request: web.BaseRequest) -> Iterator[trace.Span]:
        """The span of a request, below the one that the client named, around whatever happens in it."""
        attributes = {"http.request.method": request.method, "url.path": request.path}
        parent = propagate.extract(request.headers)
        with self._tracer.start_as_current_span(
            f"{request.method} {request.path}", parent, SpanKind.SERVER, attributes
        ) as span:
            yield span

    def here(self) -> Parent | None:
        """Where spans of this task's request belong; None where nobody will see them."""
        return trace.set_span_in_context(span) if (span := trace.get_current_span()).is_recording() else None

    def stage(self, name: str, seconds: float, parent: Parent | None = None, **attributes: str | float) -> None:
        """Write down what has just ended and took so long."""
        self._write(name, time.time_ns(), seconds, parent, attributes)

    def run(self, parent: Parent, *, queue_ms: float, compile_ms: float, run_ms: float, outcome: str) -> None:
        """Write down what an executor did, one stage after the other."""
        end = time.time_ns()
        self._write("run", end, run_ms / 1000, parent, {"howdah.outcome": outcome})
        before = end - int((run_ms + compile_ms) * 1e6)
        self._write("compile", end - int(run_ms * 1e6), compile_ms / 1000, parent, {})
        self._write("queue", before, queue_ms / 1000, parent, {})

    def _write(
        self, name: str, end: int, seconds: float, parent: Parent | None, attributes: dict[str, str | float]
    ) -> None:
        span = self._tracer.start_span(name, parent, attributes=attributes, start_time=end - int(seconds * 1e9))
        if attributes.get("howdah.result") == "error":
            span.set_status(StatusCode.ERROR)
        span.end(end)


def connect(endpoint: str, node_name: str, ratio: float) -> Spans:
    """Return spans that go to a collector (OTLP over HTTP), in batches, from a thread of their own."""
    resource = Resource.create({"service.name": "howdah", "service.instance.id": node_name})
    provider = TracerProvider(resource=resource, sampler=ParentBasedTraceIdRatio(ratio))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint)))
    return Spans(provider)


def trace_requests(spans: Spans) -> Middleware:
    """Make the middleware."""

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path in UNCOUNTED:
            return await handler(request)
        with spans.request(request) as span:
            response = await handler(request)
            span.set_attribute("http.response.status_code", response.status)
            if response.status >= web.HTTPInternalServerError.status_code:
                span.set_status(StatusCode.ERROR)
            if request.get(ABOUT) is not None:
                submission, tenant, execution = request[ABOUT]
                span.set_attributes({
                    "howdah.tenant": tenant.name, "howdah.script": script_digest(submission),
                    "howdah.outcome": execution.outcome, "howdah.cache": execution.cache,
                })  # fmt: skip
            if not response.prepared:
                context = span.get_span_context()
                response.headers[RESPONSE_HEADER] = (
                    f"00-{context.trace_id:032x}-{context.span_id:016x}-{context.trace_flags:02x}"
                )
        return response

    return middleware
