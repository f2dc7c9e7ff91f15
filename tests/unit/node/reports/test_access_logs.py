"""Reports of access logs: both kinds of lines, in both forms, and whatever else stands in a log."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from node.commands import logs
from node.reports import access_logs
from node.reports.figures import percentiles

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def nginx_line(seconds: str, status: str = "200", upstream: str = "10.0.0.1:10101") -> str:
    fields = {"time": "2026-11-29T21:00:00+00:00", "request_id": "r", "path": "/api/execute", "status": status,
              "seconds": seconds, "upstream": upstream, "upstream_status": status}  # fmt: skip
    return json.dumps(fields)


def node_line(milliseconds: float, script: str, outcome: str = "ok", request_id: str = "r1") -> str:
    fields = {"event": "request", "timestamp": "2026-11-29T21:01:00Z", "path": "/api/execute", "status": 200,
              "ms": milliseconds, "tenant": "shop", "script": script, "outcome": outcome,
              "request_id": request_id}  # fmt: skip
    return json.dumps(fields)


def test_both_kinds_of_lines_are_read_and_others_are_passed_over(tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.log", tmp_path / "b.log.gz"
    plain.write_text(
        "\n".join([nginx_line("0.010"), "no json {", '{"event":"node_ready"}', nginx_line("0.030", "502")])
    )
    with gzip.open(packed, "wt") as file:
        file.write(node_line(5.0, "aaaa") + "\n")
    report = access_logs.of_files([plain, packed])
    assert sorted(report.seconds) == [0.005, 0.01, 0.03]
    assert report.statuses == {200: 2, 502: 1}


def test_slow_and_failing_scripts_are_named(tmp_path: Path) -> None:
    path = tmp_path / "node.log"
    lines = [node_line(1.0, "quick")] * 20 + [node_line(900.0, "slow")]
    lines += [node_line(3.0, "broken", "fatal_error", "r77"), node_line(3.0, "broken")]
    path.write_text("\n".join(lines))
    text = access_logs.as_text(access_logs.of_files([path]))
    slowest = text.partition("Scripts that took the most time")[2].splitlines()[2]
    assert slowest.split()[0] == "slow"
    failing = text.partition("Scripts that fail")[2].splitlines()[2]
    assert failing.split() == ["broken", "shop", "1", "2", "fatal_error", "1", "r1"]


def test_percentiles_are_values_that_occurred() -> None:
    found = percentiles([float(number) for number in range(1, 101)])
    assert (found["p50"], found["p99"], found["max"]) == (50.0, 99.0, 100.0)


def test_the_page_has_plots_and_no_way_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, page = tmp_path / "a.log", tmp_path / "a.html"
    path.write_text(node_line(5.0, "<script>alert(1)</script>"))
    assert logs.report([path], page) == 0
    html = page.read_text()
    assert html.count("<svg") == 2
    assert "<script" not in html
    assert "http" not in html.replace("http://www.w3.org/2000/svg", "")
    assert "1 requests" in capsys.readouterr().out


def test_nothing_to_report_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.log"
    path.write_text("nothing\n")
    assert logs.report([path], None) == 1
    assert logs.report([tmp_path / "none"], None) == 2
    assert "there is no file" in capsys.readouterr().err
