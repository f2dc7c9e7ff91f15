"""CPython and PyPy side by side, with the real engine."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING

import pytest

from engine.executor import launch
from tests.integration.serving import JSON, START_SECONDS, RunningNode, running_node

if TYPE_CHECKING:
    from collections.abc import Iterator

REAL = {
    "HOWDAH_ENGINE": "engine.pipeline:Engine",
    "HOWDAH_EXECUTOR_PYTHON": "pypy",
    "HOWDAH_ENGINE_POOL_SIZE": "1",
    "HOWDAH_COLD_POOL_SIZE": "1",
    "HOWDAH_CACHE_ENABLED": "false",
    # Long for a machine on which other tests run; what takes longer is long anywhere.
    "HOWDAH_COLD_SLICE_MS": "1000",
    "HOWDAH_LIMIT_WALL_MS": "60000",
    "HOWDAH_LIMIT_CPU_MS": "60000",
}

pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(not launch.find_interpreter().is_pypy, reason="this machine has no PyPy"),
]


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningNode]:
    """A node with both lanes."""
    with running_node(tmp_path_factory.mktemp("lanes"), REAL) as running:
        deadline = time.monotonic() + START_SECONDS
        while len(running.events("engine_ready")) < 2:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield running


def counted(node: RunningNode) -> dict[str, float]:
    """The lanes' counters."""
    text = node.get("/metrics").body.decode()
    found = re.findall(r'^howdah_node_lane_\w+_total\{(?:lane|reason)="(\w+)"\} (\S+)$', text, re.MULTILINE)
    return {name: float(value) for name, value in found}


def test_a_new_script_runs_on_cpython_and_one_that_is_worth_it_on_pypy(node: RunningNode) -> None:
    before = counted(node)
    code = "<?php $s = 0; for ($i = 0; $i < 60000; $i++) { $s += $i % 7; } echo $s;"
    outputs = {node.execute(code=code).json["output"] for _ in range(12)}
    after = counted(node)
    assert outputs == {str(sum(number % 7 for number in range(60000)))}
    assert after["cold"] > before["cold"]
    assert after["hot"] > before["hot"]
    assert after["outlasted"] == before["outlasted"]


def test_a_script_is_known_whatever_it_works_on(node: RunningNode) -> None:
    code = "<?php $s = 0; for ($i = 0; $i < 60000; $i++) { $s += $i % 11; } echo $s, $argv[1];"
    before = counted(node)
    for number in range(12):
        assert node.execute(code=code, args=[str(number)]).json["output"].endswith(str(number))
    assert counted(node)["hot"] > before["hot"]


def test_the_engine_is_compiled_without_a_trace_that_is_too_long(tmp_path_factory: pytest.TempPathFactory) -> None:
    settings = {**REAL, "HOWDAH_LANES": "false"}
    with running_node(tmp_path_factory.mktemp("traces"), settings) as running:
        for turn in range(60):
            batch = [{"code": "<?php echo 5;", "args": [f"{turn} {number}"]} for number in range(64)]
            body = json.dumps({"executions": batch}).encode()
            answer = running.request("POST", "/api/execute/batch", body, JSON)
            assert {one.get("output") for one in answer.json["results"]} == {"5"}
        text = running.get("/metrics").body.decode()
        recycled = re.findall(
            r'^howdah_node_executors_recycled_total\{reason="(\w+)"\} ([1-9]\S*)$', text, re.MULTILINE
        )
        assert recycled == []


def test_a_script_that_outlasts_cpython_is_run_again_on_pypy(node: RunningNode) -> None:
    before = counted(node)
    code = "<?php echo 'once '; $s = 0; for ($i = 0; $i < 10000000; $i++) { $s = ($s + $i) % 1000003; } echo $s > 0;"
    answers = [node.execute(code=code).json for _ in range(2)]
    after = counted(node)
    assert [answer["output"] for answer in answers] == ["once 1", "once 1"], answers
    assert after["outlasted"] == before["outlasted"] + 1
    assert after["hot"] == before["hot"] + 2


def test_one_setting_turns_it_off(tmp_path_factory: pytest.TempPathFactory) -> None:
    with running_node(tmp_path_factory.mktemp("one-lane"), {**REAL, "HOWDAH_LANES": "false"}) as running:
        assert running.execute(code="<?php echo 1;").json["output"] == "1"
        assert counted(running)["cold"] == 0
        assert counted(running)["hot"] == 1
