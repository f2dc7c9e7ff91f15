"""Starting, shedding, draining, restarting, stopping."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.integration.serving import FAKE_ENGINE, JSON, RunningNode, command, environment, running_node

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.server

# On a busy machine a new process takes its time, and nothing is to be shed for that.
PATIENT = {"HOWDAH_QUEUE_TIMEOUT_MS": "60000"}


def start_fails(folder: Path, settings: dict[str, str]) -> str:
    """The text of a start that must fail."""
    ended = subprocess.run(
        command("serve"), env=environment(settings), cwd=folder, capture_output=True, timeout=30, text=True, check=False
    )
    assert ended.returncode == 2
    return ended.stderr


def test_a_wrong_value_stops_the_start(tmp_path: Path) -> None:
    text = start_fails(tmp_path, {"HOWDAH_PORT": "many"})
    assert "HOWDAH_PORT" in text
    assert "'many'" in text
    assert "integer" in text
    assert "Traceback" not in text


def test_a_wrong_interpreter_stops_the_start(tmp_path: Path) -> None:
    assert "/no/such/python" in start_fails(tmp_path, {"HOWDAH_EXECUTOR_PYTHON": "/no/such/python"})


def test_a_wrong_key_in_the_file_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "howdah.toml").write_text("worker = 3\n", encoding="utf-8")
    text = start_fails(tmp_path, {"HOWDAH_CONFIG": str(tmp_path / "howdah.toml")})
    assert "worker is no setting; workers is" in text


def test_a_taken_port_stops_the_start(tmp_path: Path) -> None:
    with running_node(tmp_path) as node:
        assert "Address already in use" in start_fails(tmp_path, {"HOWDAH_PORT": str(node.port)})


def test_an_engine_that_cannot_load_is_never_ready(tmp_path: Path) -> None:
    settings = {"HOWDAH_ENGINE": "no.such.module:Engine", "HOWDAH_PORT": "0"}
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(command("serve"), env=environment(settings), cwd=tmp_path, stderr=log)
    try:
        deadline = time.monotonic() + 20
        while b"zygote_lost" not in (tmp_path / "log").read_bytes() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert b"zygote_lost" in (tmp_path / "log").read_bytes()
        assert b"node_ready" not in (tmp_path / "log").read_bytes()
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


def test_a_stop_finishes_what_is_in_flight(tmp_path: Path) -> None:
    with running_node(tmp_path) as node, ThreadPoolExecutor(1) as threads:
        flight = threads.submit(node.execute, "sleep 1", cache="bypass")
        time.sleep(0.3)
        assert node.stop() == 0
        assert flight.result().json["output"] == "slept"
        assert flight.result().headers["Connection"] == "close"


def test_who_is_told_to_leave_answers_until_those_who_send_have_heard(tmp_path: Path) -> None:
    settings = {**PATIENT, "HOWDAH_DRAIN_IDLE_SECONDS": "3", "HOWDAH_ADVERTISE": "127.0.0.1:1"}
    with running_node(tmp_path, settings) as node:
        node.process.send_signal(signal.SIGTERM)
        wait_for(lambda: bool(node.events("node_draining")))
        told = time.monotonic()
        answers = []
        while time.monotonic() < told + 2:
            answers.append((node.get("/api/ready").status, node.execute("echo late", cache="bypass")))
        # Whoever came was answered, and told.
        assert {status for status, _answer in answers} == {503}
        assert {answer.json["output"] for _status, answer in answers} == {"late"}
        assert {answer.headers["Connection"] for _status, answer in answers} == {"close"}
        assert node.process.wait(60) == 0
        with pytest.raises(ConnectionRefusedError):
            node.get("/api/ready")


def test_a_parent_is_replaced_by_the_same_command_anew(tmp_path: Path) -> None:
    settings = {"HOWDAH_CONFIG": str(tmp_path / "howdah.toml")}
    (tmp_path / "howdah.toml").write_text('node_name = "before"\n', encoding="utf-8")
    with running_node(tmp_path, settings) as node:
        assert node.execute("echo a", cache="bypass").json["node"] == "before"
        before = node.get("/api/metrics").json["statuses"]["ok"]
        (tmp_path / "howdah.toml").write_text('node_name = "after"\n', encoding="utf-8")
        began = node.get("/api/metrics").json["replaced_at"]
        restart(node)
        assert len(node.events("starting")) == 2
        assert node.execute("echo a", cache="bypass").json["node"] == "after"
        assert node.get("/api/metrics").json["replaced_at"] > began
        # One program of the same release goes on counting where the other stopped.
        assert node.get("/api/metrics").json["statuses"]["ok"] == before + 1
        (tmp_path / "howdah.toml").write_text("limit_wall_ms = 'soon'\n", encoding="utf-8")
        node.process.send_signal(signal.SIGHUP)
        wait_for(lambda: bool(node.events("restart_refused")))
        assert "limit_wall_ms" in node.events("restart_refused")[0]["reason"]
        assert node.execute("echo still", cache="bypass").json["output"] == "still"
        assert node.get("/api/metrics").json["restart_refused_at"] > began
        # Killed, the second program leaves as little behind as the first would have.
        worker = Path(f"/proc/{node.events('node_ready')[-1]['pid']}")
        node.process.kill()
        wait_for(lambda: not worker.exists())


def test_a_successor_that_never_gets_ready_costs_nothing_and_can_be_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "howdah.toml"
    good, bad = (f'engine = "{name}"\nnode_name = "{name[0]}"\n' for name in (FAKE_ENGINE, "no.such.module:Engine"))
    file.write_text(good, encoding="utf-8")
    # What is in the environment would win over the file.
    with running_node(tmp_path, {"HOWDAH_CONFIG": str(file)}, without=("HOWDAH_ENGINE",)) as node:
        began = node.get("/api/metrics").json["replaced_at"]
        file.write_text(bad, encoding="utf-8")
        node.process.send_signal(signal.SIGHUP)
        # Only trying shows that this engine cannot start.
        wait_for(lambda: bool(node.events("zygote_lost")))
        for _ in range(8):
            assert node.get("/api/ready").status == 200
            assert node.execute("echo a", cache="bypass").json["node"] == "t"
        assert node.get("/api/metrics").json["replaced_at"] == began
        file.write_text(good, encoding="utf-8")
        restart(node)
        assert node.execute("echo b", cache="bypass").json["node"] == "t"
        assert node.get("/api/metrics").json["replaced_at"] > began
        assert len(node.events("starting")) == 3


def restart(node: RunningNode) -> None:
    """Have its parent and its processes replaced, and wait for the old ones to be gone."""
    before = len(node.events("node_stopped"))
    node.process.send_signal(signal.SIGHUP)
    wait_for(lambda: len(node.events("node_stopped")) > before)


def wait_for(condition: Callable[[], bool], seconds: float = 150) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    with running_node(tmp_path) as node:
        executor = int(node.execute("pid").json["output"].split()[0])
        node.stop()
        deadline = time.monotonic() + 5
        while Path(f"/proc/{executor}").exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not Path(f"/proc/{executor}").exists()


def test_executors_die_with_a_killed_node(tmp_path: Path) -> None:
    with running_node(tmp_path, PATIENT) as node:
        executor = int(node.execute("pid").json["output"].split()[0])
        worker = node.events("node_ready")[0]["pid"]
        os.kill(worker, signal.SIGKILL)
        deadline = time.monotonic() + 10
        while Path(f"/proc/{executor}").exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not Path(f"/proc/{executor}").exists()
        # The parent holds the socket and replaces the process: the next request waits for it and is answered.
        assert node.execute("echo again").json["output"] == "again"


def test_nodes_leave_when_their_parent_is_killed(tmp_path: Path) -> None:
    with running_node(tmp_path) as node, ThreadPoolExecutor(1) as threads:
        worker = Path(f"/proc/{node.events('node_ready')[0]['pid']}")
        flight = threads.submit(node.execute, "sleep 1", cache="bypass")
        time.sleep(0.3)
        node.process.kill()
        assert flight.result().json["output"] == "slept"
        deadline = time.monotonic() + 20
        while worker.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not worker.exists()


def test_overload_is_shed_with_retry_after(tmp_path: Path) -> None:
    settings = {"HOWDAH_QUEUE_LIMIT": "4", "HOWDAH_ENGINE_POOL_SIZE": "1"}
    with running_node(tmp_path, settings) as node, ThreadPoolExecutor(16) as threads:
        answers = list(threads.map(lambda _: node.execute("sleep 0.1", cache="bypass"), range(16)))
        statuses = [answer.status for answer in answers]
        shed = [answer for answer in answers if answer.status == 503]
        assert set(statuses) == {200, 503}
        assert statuses.count(200) >= 5
        assert all(int(answer.headers["Retry-After"]) >= 1 for answer in shed)
        assert all(answer.json["type"].endswith("overloaded") for answer in shed)
        assert node.execute("echo fine").json["output"] == "fine"


def test_what_is_kept_is_answered_under_overload_and_both_ways_refuse_alike(tmp_path: Path) -> None:
    settings = {**PATIENT, "HOWDAH_QUEUE_LIMIT": "1", "HOWDAH_ENGINE_POOL_SIZE": "1", "HOWDAH_LIMIT_WALL_MS": "60000"}
    with ThreadPoolExecutor(2) as threads, running_node(tmp_path, {**settings, "HOWDAH_DRAIN_SECONDS": "0.1"}) as node:
        assert node.execute("echo kept").json["cache"] == "miss"
        for _ in range(2):
            threads.submit(node.execute, "sleep 50", cache="bypass")
        body = json.dumps({"code": "echo more", "cache": "bypass"}).encode()
        named = {**JSON, "X-Request-Id": "mine"}
        wait_for(lambda: b"\nhowdah_node_queue_length 1.0\n" in node.get("/metrics").body)
        fast = node.request("POST", "/api/execute", body, named)
        # A header that the fast path does not know.
        slow = node.request("POST", "/api/execute", body, {**named, "X-Other": "1"})
        assert (fast.status, fast.body) == (slow.status, slow.body)
        assert fast.json["request_id"] == fast.headers["X-Request-Id"] == "mine"
        compared = ("Content-Type", "Content-Length", "Retry-After", "X-Request-Id", "Server")
        assert [fast.headers[name] for name in compared] == [slow.headers[name] for name in compared]
        assert node.execute("echo kept").json["cache"] == "hit"
        # One that could be kept but is not, and whom nobody else asks for.
        assert node.execute("echo new").status == 503
        assert b'\nhowdah_node_shed_total{reason="queue_full"} 3.0\n' in node.get("/metrics").body


def test_who_waits_too_long_is_shed(tmp_path: Path) -> None:
    settings = {"HOWDAH_QUEUE_TIMEOUT_MS": "200", "HOWDAH_ENGINE_POOL_SIZE": "1"}
    with running_node(tmp_path, settings) as node, ThreadPoolExecutor(2) as threads:
        first = threads.submit(node.execute, "sleep 1", cache="bypass")
        time.sleep(0.2)
        started = time.monotonic()
        assert node.execute("echo late", cache="bypass").status == 503
        assert time.monotonic() - started < 0.6
        assert first.result().json["output"] == "slept"


def test_concurrent_equal_requests_run_once(tmp_path: Path) -> None:
    with running_node(tmp_path, {"HOWDAH_ENGINE_POOL_SIZE": "4"}) as node, ThreadPoolExecutor(8) as threads:
        answers = [answer.json for answer in threads.map(lambda _: node.execute("sleep 0.3"), range(8))]
        assert [answer["output"] for answer in answers] == ["slept"] * 8
        assert sorted(answer["cache"] for answer in answers) == ["hit"] * 7 + ["miss"]


def test_a_recycled_executor_costs_no_request(tmp_path: Path) -> None:
    settings = {"HOWDAH_EXECUTOR_MAX_EXECUTIONS": "3", "HOWDAH_ENGINE_POOL_SIZE": "1"}
    with running_node(tmp_path, settings) as node, ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: node.execute("pid", cache="bypass"), range(60)))
        assert [answer.status for answer in answers] == [200] * 60
        assert max(int(answer.json["output"].split()[1]) for answer in answers) == 3


def test_a_rolling_restart_fails_no_request(tmp_path: Path) -> None:
    is_over = threading.Event()
    failures: list[str] = []
    served = [0]

    def load(node: RunningNode) -> None:
        body = json.dumps({"code": "echo x", "cache": "bypass"}).encode()
        connection = node.connect()
        while not is_over.is_set():
            connection.request("POST", "/api/execute", body, JSON)
            response = connection.getresponse()
            content = response.read()
            if response.status != 200 or b'"output":"x"' not in content:
                failures.append(f"{response.status} {content!r}")
            served[0] += 1

    with running_node(tmp_path, {**PATIENT, "HOWDAH_WORKERS": "2", "HOWDAH_DRAIN_IDLE_SECONDS": "1"}) as node:
        threads = [threading.Thread(target=load, args=(node,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for _ in range(2):
            before = len(node.events("node_stopped"))
            node.process.send_signal(signal.SIGHUP)
            deadline = time.monotonic() + 150
            while len(node.events("node_stopped")) < before + 2 and time.monotonic() < deadline:
                time.sleep(0.05)
        is_over.set()
        for thread in threads:
            thread.join(20)
        assert len(node.events("node_stopped")) == 4
        assert served[0] > 50
        assert failures == []


def test_metrics_hold_all_processes(tmp_path: Path) -> None:
    with running_node(tmp_path, {"HOWDAH_WORKERS": "2"}) as node:
        for _ in range(20):
            node.execute("echo counted", cache="bypass")
        for _ in range(4):
            assert node.get("/api/metrics").json["statuses"]["ok"] == 20


def test_a_slow_body_times_out(tmp_path: Path) -> None:
    with running_node(tmp_path, {"HOWDAH_CLIENT_TIMEOUT_MS": "200"}) as node:
        connection = node.connect()
        connection.putrequest("POST", "/api/execute")
        connection.putheader("Content-Type", "application/json")
        connection.putheader("Content-Length", "100")
        connection.endheaders()
        assert connection.getresponse().status == 408


def test_a_process_whose_loop_hangs_is_replaced_and_systemd_hears_of_life(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(60)
        settings = {
            **PATIENT,
            "HOWDAH_HUNG_SECONDS": "3",
            "NOTIFY_SOCKET": str(tmp_path / "notify"),
            "WATCHDOG_USEC": "60000000",
        }
        with running_node(tmp_path, settings) as node:
            # Before it is ready it may say that it turns, too.
            wait_for(lambda: systemd.recv(100) == b"READY=1")
            assert systemd.recv(100) == b"WATCHDOG=1"
            hung = node.events("node_ready")[0]["pid"]
            os.kill(hung, signal.SIGSTOP)
            wait_for(lambda: bool(node.events("node_process_hangs")))
            assert node.execute("echo again", cache="bypass").json["output"] == "again"
            assert [event["pid"] for event in node.events("node_process_hangs")] == [hung]
            assert not Path(f"/proc/{hung}").exists()


def test_a_connection_in_use_outlives_the_time_of_an_idle_one(tmp_path: Path) -> None:
    body = b'{"code": "echo x", "cache": "bypass"}'
    # In one piece, as nginx sends it: that goes the fast way.
    whole = b"POST /api/execute HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
    whole %= (len(body), body)
    with running_node(tmp_path, {**PATIENT, "HOWDAH_KEEPALIVE_SECONDS": "1"}) as node, ExitStack() as held:

        def ask(connection: socket.socket) -> bytes:
            connection.sendall(whole)
            return connection.recv(10_000)

        used, idle, half = (
            held.enter_context(socket.create_connection((node.host, node.port), timeout=60)) for _ in range(3)
        )
        until = time.monotonic() + 4
        ask(idle)
        ask(half)
        half.sendall(b"GET /api/health HTTP/1.1\r\nHost:")
        while time.monotonic() < until:
            assert b'"output":"x"' in ask(used)
        assert idle.recv(1) == b""
        # Told or not, it does not stay open either.
        while half.recv(1000):
            pass


def test_one_connection_too_many_is_refused(tmp_path: Path) -> None:
    with running_node(tmp_path, {"HOWDAH_MAX_CONNECTIONS": "2"}) as node:
        kept = [node.connect(), node.connect()]
        for connection in kept:
            connection.request("GET", "/api/health")
            assert connection.getresponse().read()
        refused = node.get("/api/health")
        assert (refused.status, refused.headers["Retry-After"]) == (503, "1")


def test_any_directive_is_accepted_in_test_mode(tmp_path: Path) -> None:
    with running_node(tmp_path, {"HOWDAH_ALLOW_ANY_INI": "1"}) as node:
        fields = {"ini": {"disable_functions": "x", "no.such": "1"}, "files": {"../up.inc": ""}}
        answer = node.execute("show", filename="/src/tests/a.php", **fields)
        assert answer.status == 200, answer.body
        assert "'disable_functions': 'x'" in answer.json["output"]
        assert "'../up.inc'" in answer.json["output"]
