"""`howdah up` and its companions: a whole cluster, with the stand-in engine, under constant load."""

from __future__ import annotations

import contextlib
import http.client
import os
import select
import signal
import socket
import subprocess
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import pytest

from node.cluster import folder as state
from node.cluster.cluster import BALANCER_METRICS
from node.servers import processes
from tests.integration.serving import command, environment
from tests.integration.test_nginx import ask
from tests.servers import short_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.server

START_SECONDS = 240.0


@dataclass
class RunningCluster:
    """A cluster that serves."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes]

    @property
    def state(self) -> state.ClusterState:
        found = state.read(self.folder)
        assert found is not None
        return found

    def howdah(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a subcommand on this cluster."""
        line = command(arguments[0], "--folder", str(self.folder), *arguments[1:])
        return subprocess.run(line, env=environment({}), capture_output=True, text=True, timeout=240, check=False)

    def worker(self, name: str) -> int:
        """The node process of a node."""
        [service] = [one for one in self.state.services if one.name == name]
        [worker] = processes.children(service.pid)
        return worker

    def execute(self, script: str = "echo hello") -> tuple[int, bytes]:
        """Run a script; the status and the answer."""
        code = b'{"code":"%b","cache":"bypass"}' % script.encode()
        status, _headers, body = ask(self.port, "POST", "/api/execute", code, Content_Type="application/json")
        return status, body


@pytest.fixture(scope="module")
def cluster() -> Iterator[RunningCluster]:
    """Two nodes behind nginx."""
    port = cluster_port()
    with short_folder() as folder, (folder / "output").open("wb") as output:
        # What an earlier run on other ports left behind.
        (folder / "nginx").mkdir()
        (folder / "nginx" / "upstream.conf").write_text("upstream howdah { server 127.0.0.1:9; }\n", "ascii")
        line = command("up", "--folder", str(folder), "--port", str(port), "--pool-size", "1")
        process = subprocess.Popen(line, env=environment({}), stdout=output, stderr=output)
        try:
            deadline = time.monotonic() + START_SECONDS
            while b"Ctrl-C" not in (folder / "output").read_bytes():
                assert process.poll() is None, (folder / "output").read_text("utf-8")
                assert time.monotonic() < deadline, (folder / "output").read_text("utf-8")
                time.sleep(0.05)
            yield RunningCluster(folder, port, process)
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(60) == 0, (folder / "output").read_text("utf-8")


def cluster_port() -> int:
    """A port with room above it, below those that the kernel gives to outgoing connections."""
    for port in range(20000 + 101 * (os.getpid() % 100), 32000, 101):
        with contextlib.suppress(OSError), contextlib.ExitStack() as held:
            for one in (port, port + 1, port + 2, port + 98, port + 99):
                held.enter_context(socket.create_server(("127.0.0.1", one)))
            return port
    raise AssertionError("no free ports")


@dataclass
class Load:
    """Requests on kept connections for as long as the block lasts; each answer is counted."""

    cluster: RunningCluster
    statuses: dict[int, int] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._threads = [threading.Thread(target=self._ask_for_ever) for _ in range(4)]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _ask_for_ever(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.cluster.port, timeout=30)
        while not self._stop.is_set():
            try:
                body = b'{"code":"echo hello","cache":"bypass"}'
                if connection.sock is not None and select.select([connection.sock], [], [], 0)[0]:
                    # Ended while it was idle, as HTTP allows: any client opens another.
                    connection.close()
                connection.request("POST", "/api/execute", body, {"Content-Type": "application/json"})
                response = connection.getresponse()
                response.read()
                self.statuses[response.status] = self.statuses.get(response.status, 0) + 1
            except (OSError, http.client.HTTPException) as error:
                self.broken.append(repr(error))
                connection.close()
            time.sleep(0.005)
        connection.close()


def until(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether this became true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return False


def weights_of(cluster: RunningCluster) -> list[float]:
    """What nginx gives each node, as the balancer says."""
    with urllib.request.urlopen(f"http://127.0.0.1:{cluster.port + BALANCER_METRICS}/metrics", timeout=10) as answer:
        lines = answer.read().decode().splitlines()
    return sorted(float(line.split()[1]) for line in lines if line.startswith("howdah_balancer_node_weight{"))


def test_scripts_run_on_every_node(cluster: RunningCluster) -> None:
    # One after the other would all go to the first: it has the fewest connections, none.
    names: set[bytes] = set()

    def are_both_used() -> bool:
        with ThreadPoolExecutor(2) as threads:
            answers = list(threads.map(lambda _number: cluster.execute("sleep 0.2"), range(2)))
        assert {status for status, _body in answers} == {200}
        names.update(body.partition(b'"node":"')[2][:6] for _status, body in answers)
        return len(names) == 2

    # On a busy machine a probe may have had no answer in time, and a node be out for a moment.
    assert until(are_both_used, 30), names


def test_a_second_up_says_that_one_runs(cluster: RunningCluster) -> None:
    ended = cluster.howdah("up", "--port", str(cluster_port()))
    assert ended.returncode == 2
    assert f"runs here already at http://127.0.0.1:{cluster.port}" in ended.stderr


def test_the_line_it_prints_works(cluster: RunningCluster) -> None:
    [line] = [line for line in (cluster.folder / "output").read_text("utf-8").splitlines() if "curl" in line]
    line = line.replace("<?php echo 6 * 7;", "echo from the printed line")
    answer = subprocess.run(["sh", "-c", line], capture_output=True, timeout=20, check=False)  # noqa: S607
    assert b'"output":"from the printed line"' in answer.stdout


def test_status_lists_every_part_with_its_log(cluster: RunningCluster) -> None:
    ended = cluster.howdah("status")
    assert ended.returncode == 0
    rows = {line.split()[0]: line for line in ended.stdout.splitlines()}
    assert {"redis", "postgres", "node-1", "node-2", "balancer", "nginx"} <= rows.keys()
    assert all(" runs" in row for name, row in rows.items() if name != "service")
    logs = {path.name for path in (cluster.folder / "logs").iterdir()}
    assert {"redis.log", "postgres.log", "node-1.log", "balancer.log", "nginx-access.log"} <= logs


def test_replacing_the_nodes_fails_no_request(cluster: RunningCluster) -> None:
    before = {name: cluster.worker(name) for name in ("node-1", "node-2")}
    with Load(cluster) as load:
        ended = cluster.howdah("restart")
    assert ended.returncode == 0, ended.stderr
    assert load.broken == []
    assert load.statuses.keys() == {200}
    assert all(cluster.worker(name) != pid for name, pid in before.items())
    for name in before:
        # The parent too, in its own place.
        log = (cluster.folder / "logs" / f"{name}.log").read_text("utf-8")
        assert log.count('"event": "starting"') == 2


def test_a_frozen_node_gets_no_more_requests_after_two_seconds(cluster: RunningCluster) -> None:
    pid = cluster.worker("node-2")
    os.kill(pid, signal.SIGSTOP)
    try:
        assert until(lambda: weights_of(cluster) == [0, 100], 30)
        # On a busy machine nginx needs a moment to read its new list.
        assert until(lambda: [cluster.execute()[0] for _ in range(4)] == [200] * 4, 60)
        for _ in range(10):
            started = time.monotonic()
            assert cluster.execute()[0] == 200
            assert time.monotonic() - started < 5
    finally:
        os.kill(pid, signal.SIGCONT)
    assert until(lambda: weights_of(cluster) == [25, 100], 30)
    assert until(lambda: weights_of(cluster) == [100, 100], 60)


@pytest.mark.parametrize("name", ["nginx", "balancer", "node-1", "redis", "postgres"])
def test_a_part_that_dies_is_started_again(cluster: RunningCluster, name: str) -> None:
    [before] = [one for one in cluster.state.services if one.name == name]
    workers = processes.children(before.pid)
    os.kill(before.pid, signal.SIGKILL)
    assert until(lambda: any(one.name == name and one.pid != before.pid for one in cluster.state.services), 60)
    assert until(lambda: cluster.execute()[0] == 200, 60)
    if name == "nginx":
        # Its workers outlive a master that is killed, and would keep its port.
        assert workers
        assert until(lambda: not any(map(processes.exists, workers)), 30)


def test_down_without_a_cluster_says_so() -> None:
    with short_folder() as folder:
        line = command("down", "--folder", str(folder))
        ended = subprocess.run(line, env=environment({}), capture_output=True, text=True, timeout=60, check=False)
        assert ended.returncode == 1
        assert "no cluster runs" in ended.stderr
