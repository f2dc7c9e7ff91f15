"""What an operator sees of a node: its access log."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from tests.integration.serving import JSON, running_node

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.server

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


def test_probes_and_scrapes_are_no_requests(tmp_path: Path) -> None:
    with running_node(tmp_path) as node:
        for path in ("/api/ready", "/api/health", "/metrics", "/metrics"):
            node.get(path)
        node.get("/nothing")
        scraped = node.get("/metrics").body.decode()
    assert 'howdah_node_requests_total{status="200"} 0.0' in scraped
    assert 'howdah_node_requests_total{status="404"} 1.0' in scraped


@pytest.mark.parametrize("shows_sources", [False, True])
def test_the_access_log_says_who_ran_what_and_shows_no_source_unless_asked(
    tmp_path: Path, *, shows_sources: bool
) -> None:
    settings = {"HOWDAH_ACCESS_LOG": "1", "HOWDAH_NODE_NAME": "n7", "HOWDAH_LOG_SOURCES": str(int(shows_sources))}
    with running_node(tmp_path, settings) as node:
        node.request(
            "POST", "/api/execute", b'{"code": "echo secret"}', {**JSON, "traceparent": f"00-{TRACE}-{'1' * 16}-01"}
        )
        node.execute("echo secret")
        node.execute("throw x")
        node.get("/api/health")
        lines = node.events("request")
    first, second, failed, health = lines
    assert (first["tenant"], first["outcome"], first["cache"], first["source"]) == ("default", "ok", "miss", "executor")
    assert (second["cache"], second["source"]) == ("hit", "memory")
    assert (failed["outcome"], failed["node"]) == ("uncaught_exception", "n7")
    assert first["trace_id"] == first["request_id"] == TRACE
    assert first["script"] == second["script"] != failed["script"]
    assert "script" not in health
    assert ("secret" in (tmp_path / "node.log").read_text()) is shows_sources


@contextmanager
def collector() -> Iterator[tuple[str, list[ExportTraceServiceRequest]]]:
    """What takes spans as OpenTelemetry's collector does: its address, and what came."""
    came: list[ExportTraceServiceRequest] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            came.append(ExportTraceServiceRequest.FromString(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_about: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/v1/traces", came
        finally:
            server.shutdown()
            thread.join()


def test_spans_reach_a_collector_with_the_trace_of_the_client(tmp_path: Path) -> None:
    with collector() as (address, came):
        with running_node(tmp_path, {"HOWDAH_TRACE_ENDPOINT": address, "HOWDAH_NODE_NAME": "n7"}) as node:
            headers = {**JSON, "traceparent": f"00-{TRACE}-{'1' * 16}-01"}
            answer = node.request("POST", "/api/execute", b'{"code": "echo secret"}', headers)
            node.request("POST", "/api/execute", b'{"code": "echo secret"}', headers)
            node.get("/metrics")
            for flags in ("00", "01"):
                node.request("POST", "/api/execute", b'{"code": "echo", "cache": "bypass"}',
                             {**JSON, "traceparent": f"00-{'2' * 32}-{'3' * 16}-{flags}"})  # fmt: skip
        spans = [
            span
            for batch in came
            for part in batch.resource_spans
            for scope in part.scope_spans
            for span in scope.spans
        ]
        [resource] = {str(part.resource) for batch in came for part in batch.resource_spans}
    ours = [span for span in spans if span.trace_id.hex() == TRACE]
    requests = [span for span in ours if span.parent_span_id.hex() == "1" * 16]
    assert [span.name for span in requests] == ["POST /api/execute"] * 2
    assert answer.headers["traceresponse"] == f"00-{TRACE}-{requests[0].span_id.hex()}-01"
    below = [{span.name for span in ours if span.parent_span_id == one.span_id} for one in requests]
    # The second was answered from memory.
    assert below == [{"queue", "compile", "run"}, set()]
    # What the client does not want traced is not.
    assert sum(span.trace_id.hex() == "2" * 32 and span.name == "run" for span in spans) == 1
    assert not any("/metrics" in span.name for span in spans)
    assert "n7" in resource
    assert b"secret" not in b"".join(batch.SerializeToString() for batch in came)
