"""Two nodes and a Redis: what one has answered the other knows, and a Redis that fails costs no answer."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests import servers
from tests.integration.serving import RunningNode, command, environment, running_node

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from node.servers.processes import Server

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def redis() -> Iterator[Server]:
    with servers.running_redis() as server:
        yield server


@pytest.fixture(scope="module")
def nodes(redis: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RunningNode, RunningNode]]:
    """Two nodes of one cluster."""
    # Ten times the usual patience: the machine that runs tests has others to run.
    settings = {"HOWDAH_REDIS_URL": redis.url, "HOWDAH_REDIS_TIMEOUT_MS": "200"}
    one, other = (tmp_path_factory.mktemp(name) for name in ("one", "other"))
    with running_node(one, settings) as first, running_node(other, settings) as second:
        for node in (first, second):
            _wait_for_redis(node)
        yield first, second


def _wait_for_redis(node: RunningNode, *, is_up: float = 1) -> None:
    deadline = time.monotonic() + 10
    while _metric(node, "howdah_cache_redis_up") != is_up:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _metric(node: RunningNode, name: str) -> float:
    lines = node.get("/metrics").body.decode().splitlines()
    return next(float(line.rpartition(" ")[2]) for line in lines if line.startswith(name))


def test_what_one_node_answered_the_other_knows(nodes: tuple[RunningNode, RunningNode]) -> None:
    one, other = nodes
    answers = [one.execute("echo known to all"), other.execute("echo known to all"), other.execute("echo known to all")]
    assert [answer.json["cache"] for answer in answers] == ["miss", "hit", "hit"]
    assert {answer.json["output"] for answer in answers} == {"known to all"}
    assert _metric(other, 'howdah_cache_redis_lookups_total{result="hit"}') == 1


@pytest.mark.parametrize("code", ["volatile x", "header Set-Cookie: a=b", "header Cache-Control: private", "throw"])
def test_what_may_not_be_stored_is_not(nodes: tuple[RunningNode, RunningNode], code: str) -> None:
    assert [node.execute(code).json["cache"] for node in (*nodes, *nodes)] == ["uncacheable"] * 4


def test_a_long_script_runs_once_for_both_nodes(nodes: tuple[RunningNode, RunningNode]) -> None:
    with ThreadPoolExecutor(6) as threads:
        answers = [one.json for one in threads.map(lambda node: node.execute("sleep 0.4"), nodes * 3)]
    assert sorted(answer["cache"] for answer in answers) == ["hit"] * 5 + ["miss"]


def test_a_purge_reaches_memory_and_redis(
    nodes: tuple[RunningNode, RunningNode], redis: Server, tmp_path: Path
) -> None:
    script = tmp_path / "script.php"
    script.write_text("echo purged")
    for code in ("echo purged", "echo kept"):
        for node in nodes:
            node.execute(code)
    done = subprocess.run(
        command("cache", "purge", "--script", str(script)),
        env=environment({"HOWDAH_REDIS_URL": redis.url}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 responses removed")
    assert [node.execute("echo kept").json["cache"] for node in nodes] == ["hit", "hit"]
    assert nodes[0].execute("echo purged").json["cache"] == "miss"
    # An answer goes to Redis after it went to the client.
    time.sleep(0.3)
    assert nodes[1].execute("echo purged").json["cache"] == "hit"


def test_a_purge_without_a_redis_says_so(tmp_path: Path) -> None:
    done = subprocess.run(
        command("cache", "purge"), env=environment({}), cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "HOWDAH_REDIS_URL" in done.stderr) == (2, True)


def test_a_frozen_redis_fails_and_delays_nothing(nodes: tuple[RunningNode, RunningNode], redis: Server) -> None:
    one, _other = nodes
    os.kill(redis.pid, signal.SIGSTOP)
    try:
        slow = 0
        for number in range(40):
            started = time.monotonic()
            answer = one.execute(f"echo frozen {number}")
            slow += time.monotonic() - started > 0.15
            assert (answer.status, answer.json["output"]) == (200, f"frozen {number}")
        assert slow <= 5  # one on a machine that does nothing else
        assert one.execute("echo frozen 1").json["cache"] == "hit"
        _wait_for_redis(one, is_up=0)
    finally:
        os.kill(redis.pid, signal.SIGCONT)
    for node in nodes:
        _wait_for_redis(node)


def test_nodes_start_and_serve_without_their_redis(tmp_path: Path) -> None:
    with running_node(tmp_path, {"HOWDAH_REDIS_URL": "redis://127.0.0.1:1/0"}) as node:
        assert [node.execute("echo alone").json["cache"] for _ in range(2)] == ["miss", "hit"]
