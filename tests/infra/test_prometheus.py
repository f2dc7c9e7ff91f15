"""Rules and alerts: valid, tested, explained in the runbook, and about metrics that a node under load really has."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from node.cluster.cluster import BALANCER_METRICS, FIRST_NODE
from node.config import Settings
from tests.infra.expressions import DASHBOARDS, INFRA, RULES, dashboard_expressions, metrics_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.serving import RunningNode

PROMETHEUS = INFRA / "prometheus"
PROMTOOL = shutil.which("promtool")
needs_promtool = pytest.mark.skipif(PROMTOOL is None, reason="no promtool; CI installs Debian's prometheus")

ALERTS = re.findall(r"- alert: (\w+)", (PROMETHEUS / "alerts.yml").read_text("utf-8"))
RECORDED = set(re.findall(r"- record: (\S+)", (PROMETHEUS / "recording_rules.yml").read_text("utf-8")))


def promtool(*arguments: object) -> None:
    done = subprocess.run(
        [str(PROMTOOL), *map(str, arguments)], capture_output=True, text=True, cwd=PROMETHEUS, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@needs_promtool
def test_the_configuration_and_its_rules_are_valid() -> None:
    promtool("check", "config", "prometheus.yml")


def test_without_ansible_it_asks_those_of_a_cluster_on_this_machine() -> None:
    door = Settings.model_fields["port"].default
    [nodes], [balancers] = (
        json.loads((PROMETHEUS / name).read_text("utf-8")) for name in ("nodes.json", "balancers.json")
    )
    assert nodes["targets"] == [f"127.0.0.1:{door + FIRST_NODE + number}" for number in range(2)]
    assert balancers["targets"] == [f"127.0.0.1:{door + BALANCER_METRICS}"]


@needs_promtool
def test_alerts_fire_when_they_must_and_not_before() -> None:
    promtool("test", "rules", "tests/alerts.yml")


@pytest.mark.parametrize("alert", ALERTS)
def test_an_alert_has_a_page_in_the_runbook_and_a_test(alert: str) -> None:
    assert f"\n## {alert}\n" in (PROMETHEUS / "RUNBOOK.md").read_text("utf-8")
    tests = "".join(path.read_text("utf-8") for path in (PROMETHEUS / "tests").glob("*.yml"))
    assert re.search(rf"alertname: {alert}\n        exp_alerts:\n", tests), "no test sees it fire"
    assert f"RUNBOOK.md#{alert.lower()}\n" in (PROMETHEUS / "alerts.yml").read_text("utf-8")


def test_the_runbook_has_no_page_of_an_alert_that_is_gone() -> None:
    assert re.findall(r"^## (\w+)$", (PROMETHEUS / "RUNBOOK.md").read_text("utf-8"), re.MULTILINE) == ALERTS


def test_recorded_series_that_are_used_are_recorded() -> None:
    texts = [path.read_text("utf-8") for path in (*RULES, *DASHBOARDS)]
    used = {name for text in texts for name in re.findall(r"\b(?:cluster|node):howdah_\w+:\w+", text)}
    assert used <= RECORDED


def balancer_scrape(folder: Path) -> list[str]:
    """The lines that a balancer answers which watches a node that is not there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    line = [sys.executable, "-m", "balancer", "--node", "127.0.0.1:9", "--nginx", "/bin/true"]
    for name in ("configuration", "pid-file", "upstream-file"):
        line += [f"--{name}", str(folder / name)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([*line, "--metrics-port", str(port)], stderr=log, cwd=INFRA.parent)
    try:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError), urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
                lines: list[str] = answer.read().decode().splitlines()
                if any(line.startswith("howdah_balancer_probe_failures_total{") for line in lines):
                    return lines
            time.sleep(0.1)
    finally:
        process.terminate()
        process.wait(30)
    raise AssertionError((folder / "log").read_text("utf-8"))


@pytest.mark.server
def test_every_metric_that_is_named_is_in_a_live_scrape(node: RunningNode, tmp_path: Path) -> None:
    for code in ("echo a", "echo a", "throw x", "volatile now"):
        node.execute(code)
    lines = node.get("/metrics").body.decode().splitlines() + balancer_scrape(tmp_path)
    there = {line.split()[2] for line in lines if line.startswith("# TYPE ")}
    named = metrics_in("".join(path.read_text("utf-8") for path in RULES))
    for path in DASHBOARDS:
        named |= metrics_in(" ".join(expression for _title, expression in dashboard_expressions(path)))
    assert len(named) > 30
    assert named <= there


@needs_promtool
@pytest.mark.server
def test_names_units_and_helps_are_as_prometheus_wants_them(node: RunningNode, tmp_path: Path) -> None:
    scrape = node.get("/metrics").body + "\n".join([*balancer_scrape(tmp_path), ""]).encode()
    done = subprocess.run([str(PROMTOOL), "check", "metrics"], input=scrape, capture_output=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, b"")
