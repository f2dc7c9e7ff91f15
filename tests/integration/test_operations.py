"""What an operator sees of a node: its access log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.serving import JSON, running_node

if TYPE_CHECKING:
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
