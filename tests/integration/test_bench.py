"""`howdah bench` and `howdah top` against a real node."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from node.bench.workloads import WORKLOADS
from tests.integration.serving import RunningNode, command, environment, running_node

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def real_node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningNode]:
    folder = tmp_path_factory.mktemp("bench")
    with running_node(folder, {"HOWDAH_ENGINE": "engine.pipeline:Engine"}) as running:
        yield running


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), env=environment({}), capture_output=True, text=True, timeout=120, check=False
    )


def test_every_workload_prints_what_it_says_and_is_reported(real_node: RunningNode, tmp_path: Path) -> None:
    page = tmp_path / "bench.html"
    names = [word for name in WORKLOADS for word in ("--workload", name)]
    url = f"http://{real_node.host}:{real_node.port}"
    done = run("bench", url, *names, "--seconds", "0.4", "--warm-up", "0.1", "--connections", "4", "--html", str(page))
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()[1:]] == list(WORKLOADS)
    assert page.read_text().count("<svg") == 1 + 2 * len(WORKLOADS)
    opened = run("bench", url, "--workload", "echo", "--seconds", "0.5", "--warm-up", "0", "--rate", "40")
    assert opened.returncode == 0, opened.stderr
    assert 18 <= int(opened.stdout.splitlines()[1].split()[2]) <= 21


def test_a_wrong_answer_fails_the_benchmark(node: RunningNode) -> None:
    # The stand-in engine knows no PHP: it answers 200, and not what was expected.
    done = run("bench", f"http://{node.host}:{node.port}", "--workload", "echo", "--seconds", "0.3", "--warm-up", "0")
    assert done.returncode == 1
    assert "expected 200 and 'Hello, World!'" in done.stderr
    assert done.stdout == ""


def test_a_cluster_that_is_not_there_fails_it_too() -> None:
    done = run("bench", "http://127.0.0.1:9", "--workload", "echo", "--seconds", "0.3")
    assert done.returncode == 1
    assert run("bench", "--workload", "nothing").returncode == 2


def test_top_shows_a_node_and_one_that_is_gone(node: RunningNode) -> None:
    node.execute("echo a")
    done = run("top", f"http://{node.host}:{node.port}", "http://127.0.0.1:9", "--once", "--interval", "0.2")
    assert done.returncode == 0, done.stderr
    there, gone = done.stdout.splitlines()[2:4]
    assert "1/1" in there
    assert "no answer" in gone
