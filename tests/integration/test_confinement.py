"""A real node's executors, looked at from outside: what they hold, what they may, and what a node says of it."""

from __future__ import annotations

import os
import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import pytest

from tests.integration.serving import JSON, RunningNode, running_node

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.server

INTERPRETERS = ["cpython", pytest.param("pypy", marks=pytest.mark.skipif(not which("pypy3"), reason="no PyPy"))]
# Parts of the settings and of the environment of a node that no executor may ever have held.
CANARIES = {
    "HOWDAH_REDIS_URL": "redis://:canary-redis-7c1f0e@127.0.0.1:1/0",
    "HOWDAH_DATABASE_URL": "postgresql://howdah:canary-postgres-5d22ab@127.0.0.1:1/x",
    "CANARY_VARIABLE": "canary-variable-91e4d3",
}
CANARY = re.compile(rb"canary-(?:redis-7c1f0e|postgres-5d22ab|variable-91e4d3|key-0a62c8)")
WITH_KEY = {**JSON, "X-Api-Key": "hwd_canary-key-0a62c8", "Authorization": "Bearer hwd_canary-key-0a62c8"}


@pytest.fixture(scope="module", params=INTERPRETERS)
def node(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningNode]:
    settings = {"HOWDAH_EXECUTOR_PYTHON": request.param, **CANARIES}
    with running_node(tmp_path_factory.mktemp(request.param), settings) as running:
        yield running


def executor_of(node: RunningNode) -> Path:
    return Path("/proc", node.execute("pid", cache="bypass").json["output"].split()[0])


def status_of(process: Path) -> dict[str, str]:
    lines = (process / "status").read_text().splitlines()
    return dict(line.split(":\t", 1) for line in lines if ":\t" in line)


def test_executors_hold_no_right(node: RunningNode) -> None:
    lacking = node.get("/api/ready").json.get("lacking", {})
    status = status_of(executor_of(node))
    assert status["Seccomp"] == "2"
    assert status["NoNewPrivs"] == "1"
    assert {status[name] for name in ("CapInh", "CapPrm", "CapEff", "CapAmb")} == {"0" * 16}
    if "identity" not in lacking:
        assert "0" not in status["Uid"].split() + status["Gid"].split()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may look into an executor")
def test_executors_have_three_descriptors(node: RunningNode) -> None:
    found = {entry.name: str(entry.readlink()) for entry in (executor_of(node) / "fd").iterdir()}
    assert sorted(found) == ["2", "3", "4"]
    assert found["4"].endswith("/statm")
    assert found["3"].startswith("socket:")
    assert found["2"].startswith("pipe:")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may look into an executor")
def test_executors_see_no_network_and_no_files(node: RunningNode) -> None:
    lacking = node.get("/api/ready").json.get("lacking", {})
    process = executor_of(node)
    if "namespaces" not in lacking:
        assert (process / "ns" / "net").readlink() != Path("/proc/self/ns/net").readlink()
        interfaces = (process / "net" / "dev").read_text().splitlines()[2:]
        assert [line.split(":")[0].strip() for line in interfaces] == ["lo"]
    if "mounts" not in lacking:
        assert list((process / "root").iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may look into an executor")
def test_no_secret_ever_was_in_an_executor(node: RunningNode) -> None:
    for _ in range(3):
        assert node.request("POST", "/api/execute", b'{"code":"echo key","cache":"bypass"}', WITH_KEY).status == 200
    process = executor_of(node)
    assert CANARY.search(Path(f"/proc/{node.process.pid}/environ").read_bytes())
    zygote = Path("/proc", status_of(process)["PPid"])
    for part in (process, zygote):
        for name in ("environ", "cmdline", "auxv"):
            assert not CANARY.search((part / name).read_bytes())
        assert not [found for found in memory_of(part) if CANARY.search(found)]


def memory_of(process: Path) -> Iterator[bytes]:
    """All that can be read of a process's memory, in pieces that overlap."""
    with (process / "mem").open("rb", buffering=0) as memory:
        for line in (process / "maps").read_text().splitlines():
            span, rights = line.split()[:2]
            start, end = (int(edge, 16) for edge in span.split("-"))
            while rights[0] == "r" and start < end:
                try:
                    memory.seek(start)
                    piece = memory.read(min(end - start, 16 << 20))
                except (OSError, OverflowError):
                    break
                yield piece
                if len(piece) <= 64:
                    break
                start += len(piece) - 64


def test_a_forbidden_call_ends_the_executor_at_once(node: RunningNode) -> None:
    started = time.monotonic()
    assert node.execute("die SIGTERM").status == 502
    assert time.monotonic() - started < 2
    assert node.execute("echo still here", cache="bypass").json["output"] == "still here"


def test_a_node_that_cannot_confine_serves_nothing(tmp_path: Path) -> None:
    with running_node(tmp_path) as probe:
        lacking = probe.get("/api/ready").json.get("lacking", {})
    if not lacking:
        pytest.skip("this host lacks nothing")
    name, reason = next(iter(lacking.items()))
    settings = {"HOWDAH_REQUIRED_CONFINEMENT": f"seccomp,{name}", "HOWDAH_QUEUE_TIMEOUT_MS": "100"}
    with running_node(tmp_path, settings, is_ready=False) as refusing:
        deadline = time.monotonic() + 60
        while (answer := refusing.get("/api/ready")).json["status"] == "starting" and time.monotonic() < deadline:
            time.sleep(0.1)
        assert answer.status == 503
        assert answer.json["detail"] == f"executors cannot be confined: {name} is required: {reason}"
        assert refusing.execute("echo x").status == 503


GROUPS = Path("/sys/fs/cgroup")


def can_bound_groups() -> bool:
    """Whether this process may make groups of control that bound memory and processes."""
    try:
        return os.geteuid() == 0 and {"memory", "pids"} <= set((GROUPS / "cgroup.subtree_control").read_text().split())
    except OSError:
        return False


@pytest.fixture
def delegated() -> Iterator[Path]:
    """A group as systemd delegates it."""
    group = GROUPS / f"howdah-test-{os.getpid()}"
    group.mkdir()
    os.setxattr(group, "user.delegate", b"1")
    yield group
    for below in (*group.iterdir(), group):
        if below.is_dir():
            below.rmdir()


@pytest.mark.skipif(not can_bound_groups(), reason="no cgroup v2 with memory and pids, or not root")
def test_who_grows_beyond_the_group_is_ended_alone(tmp_path: Path, delegated: Path) -> None:
    settings = {"HOWDAH_ENGINE": "engine.pipeline:Engine", "HOWDAH_LIMIT_WALL_MS": "60000"}
    prefix = ["sh", "-c", f'(echo 0 > {delegated}/cgroup.procs && exec "$@"); exit $?', "sh"]
    with running_node(tmp_path, settings, prefix=prefix) as node:
        assert "cgroup" not in node.get("/api/ready").json.get("lacking", {})
        [group] = delegated.glob("howdah-*")
        node.execute("<?php echo 1;")
        [zygote, *_] = (group / "cgroup.procs").read_text().split()
        # Less than the script may have by its own limit, which is never reached so.
        (group / "memory.max").write_text(str(int((group / "memory.current").read_text()) + (60 << 20)))
        with ThreadPoolExecutor(2) as threads:
            spin = "<?php $until = microtime(true) + 3; while (microtime(true) < $until) {} echo 'whole';"
            neighbour = threads.submit(node.execute, spin)
            grown = threads.submit(
                node.execute, "<?php while (true) { $a[] = str_repeat('x', 1 << 20); }", limits={"memory_mb": 64}
            )
            assert grown.result().json["status"] == "memory_limit"
            assert neighbour.result().json["output"] == "whole"
        events = dict(line.split() for line in (group / "memory.events").read_text().splitlines())
        assert int(events["oom_kill"]) == 1
        assert zygote in (group / "cgroup.procs").read_text().split()
        assert node.execute("<?php echo 'again';").json["output"] == "again"
