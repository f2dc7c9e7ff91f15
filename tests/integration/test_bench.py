"""`howdah bench` and `howdah top` against a real node."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from node.bench.workloads import WORKLOADS
from tests.integration.serving import RunningNode, command, environment, running_node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.server

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "wrk" / "execute.lua"


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


@dataclass
class Terminal:
    """A command whose output is a terminal."""

    process: subprocess.Popen[bytes]
    side: int
    text: str = ""

    def until(self, condition: Callable[[str], bool]) -> None:
        """Read until the text is as wanted, or nobody writes any more."""
        deadline = time.monotonic() + 60
        while not condition(self.text):
            assert time.monotonic() < deadline, self.text
            if select.select([self.side], [], [], 0.2)[0]:
                try:
                    self.text += os.read(self.side, 65536).decode()
                except OSError:
                    break

    def interrupt(self) -> int:
        """Press Ctrl-C; how it ends."""
        self.process.send_signal(signal.SIGINT)
        self.until(lambda _text: self.process.poll() is not None)
        self.until(lambda _text: not select.select([self.side], [], [], 0)[0])
        return self.process.wait(10)


@contextmanager
def terminal(*arguments: str) -> Iterator[Terminal]:
    side, other = pty.openpty()
    with subprocess.Popen(command(*arguments), env=environment({}), stdout=other, stderr=other) as process:
        os.close(other)
        try:
            yield Terminal(process, side)
        finally:
            process.kill()
            os.close(side)


def test_top_draws_on_a_screen_of_its_own_until_interrupted(node: RunningNode) -> None:
    url = f"http://{node.host}:{node.port}"
    with terminal("top", url, "http://127.0.0.1:9", "--interval", "0.2") as seen:
        seen.until(lambda text: text.count("\x1b[H") >= 3)
        assert seen.interrupt() == 0
    assert seen.text.startswith("\x1b[?1049h")
    assert seen.text.rstrip().endswith("\x1b[?1049l")
    frame = seen.text.split("\x1b[H")[2]
    assert f"{node.host}:{node.port}  1/1" in frame
    assert "no answer" in frame
    assert "Ctrl-C" in frame


def test_top_without_nodes_needs_a_cluster(tmp_path: Path) -> None:
    done = run("top", "--once", "--folder", str(tmp_path))
    assert done.returncode == 1
    assert "no cluster runs" in done.stderr


def test_a_benchmark_shows_how_far_it_is_and_goes_on_until_interrupted(real_node: RunningNode) -> None:
    url = f"http://{real_node.host}:{real_node.port}"
    options = ("--workload", "echo", "--seconds", "0.5", "--warm-up", "0.3", "--connections", "2")
    with terminal("bench", url, *options, "--continuous") as seen:
        seen.until(lambda text: text.count("per second") >= 2 and text.rstrip().endswith("warming up"))
        assert seen.interrupt() == 130
    assert "[##" in seen.text
    assert "Traceback" not in seen.text


def test_a_second_cluster_is_compared_with_the_first(real_node: RunningNode) -> None:
    urls = [f"http://{host}:{real_node.port}" for host in (real_node.host, "localhost")]
    done = run("bench", urls[0], "--compare", urls[1], "--workload", "echo", "--seconds", "0.3", "--warm-up", "0.1")
    assert done.returncode == 0, done.stderr
    header, first, second = done.stdout.splitlines()
    assert header.endswith("x rate  x p50  x p99")
    assert first.split()[-3:] == ["1.00"] * 3
    rates = [float(line.split()[3].replace(",", "")) for line in (first, second)]
    assert float(second.split()[-3]) == pytest.approx(rates[1] / rates[0], abs=0.02)


@pytest.mark.skipif(shutil.which("wrk") is None, reason="no wrk")
@pytest.mark.parametrize("workload", ["echo", "variables", "loop", "cold"])
def test_the_script_for_wrk_sends_what_is_valid(real_node: RunningNode, workload: str) -> None:
    done = wrk(f"http://{real_node.host}:{real_node.port}", workload)
    assert done.returncode == 0, done.stdout + done.stderr
    wrong, of = re.findall(r"wrong answers: (\d+) of (\d+)", done.stdout)[0]
    assert int(wrong) == 0 < int(of)


@pytest.mark.skipif(shutil.which("wrk") is None, reason="no wrk")
def test_the_script_for_wrk_fails_on_wrong_answers(node: RunningNode) -> None:
    assert wrk(f"http://{node.host}:{node.port}", "echo").returncode == 1
    assert wrk(f"http://{node.host}:{node.port}", "none").returncode == 2


def wrk(url: str, workload: str) -> subprocess.CompletedProcess[str]:
    line = ["wrk", "-t1", "-c2", "-d1s", "-s", str(SCRIPT), url]
    return subprocess.run(
        line, env={**os.environ, "WORKLOAD": workload}, capture_output=True, text=True, timeout=60, check=False
    )
