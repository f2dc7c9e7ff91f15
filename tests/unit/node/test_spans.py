"""Spans: what is written down, and below what."""

from __future__ import annotations

import asyncio
import time

from aiohttp.test_utils import make_mocked_request
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.sdk.trace.sampling import ALWAYS_OFF, ParentBased
from opentelemetry.trace import StatusCode

from node.spans import Spans

TRACE, PARENT = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"


def make(provider: TracerProvider | None = None) -> tuple[Spans, InMemorySpanExporter]:
    exporter = InMemorySpanExporter()
    provider = provider or TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return Spans(provider), exporter


def by_name(exporter: InMemorySpanExporter) -> dict[str, ReadableSpan]:
    return {span.name: span for span in exporter.get_finished_spans()}


def seconds(span: ReadableSpan) -> float:
    assert span.start_time is not None
    assert span.end_time is not None
    return (span.end_time - span.start_time) / 1e9


def test_a_request_goes_below_the_span_that_its_client_named() -> None:
    spans, exporter = make()
    request = make_mocked_request("POST", "/api/execute", {"traceparent": f"00-{TRACE}-{PARENT}-01"})
    with spans.request(request):
        assert spans.here() is not None
        spans.stage("cache redis", 0.25)
    found = by_name(exporter)
    whole, redis = found["POST /api/execute"], found["cache redis"]
    assert f"{whole.context.trace_id:032x}" == TRACE
    assert whole.parent is not None
    assert f"{whole.parent.span_id:016x}" == PARENT
    assert redis.parent == whole.context
    assert abs(seconds(redis) - 0.25) < 1e-6


def test_an_execution_is_queue_then_compilation_then_run() -> None:
    spans, exporter = make()
    with spans.request(make_mocked_request("POST", "/api/execute")):
        parent = spans.here()
        assert parent is not None
    # From another task, as executors answer: where it belongs is passed on.
    spans.stage("database", 0.001, parent, **{"howdah.result": "error"})
    spans.run(parent, queue_ms=1.5, compile_ms=20, run_ms=300, outcome="ok")
    found = by_name(exporter)
    queue, compilation, run = found["queue"], found["compile"], found["run"]
    assert [round(seconds(one) * 1000, 3) for one in (queue, compilation, run)] == [1.5, 20, 300]
    assert queue.end_time == compilation.start_time
    assert compilation.end_time == run.start_time
    assert abs((run.end_time or 0) - time.time_ns()) < 60e9
    assert all(one.parent == found["POST /api/execute"].context for one in (queue, compilation, run, found["database"]))
    assert found["database"].status.status_code is StatusCode.ERROR
    assert run.attributes == {"howdah.outcome": "ok"}


def test_what_is_not_sampled_costs_no_spans() -> None:
    spans, exporter = make(TracerProvider(sampler=ParentBased(ALWAYS_OFF)))
    with spans.request(make_mocked_request("POST", "/api/execute")):
        assert spans.here() is None
    assert exporter.get_finished_spans() == ()


def test_the_last_spans_are_sent_at_the_end() -> None:
    spans, exporter = make()
    with spans.request(make_mocked_request("GET", "/api/limits")):
        pass
    asyncio.run(spans.stop())
    assert [span.name for span in exporter.get_finished_spans()] == ["GET /api/limits"]
