"""API keys and rate limits, on real nodes with a real Postgres and a real Redis."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import asyncpg
import pytest

from node import keys
from tests import servers
from tests.database.conftest import REAL_ENGINE, wait_for_database
from tests.integration.serving import JSON, Answer, RunningNode, command, environment, running_node

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
def settings(postgres: Server, redis: Server) -> dict[str, str]:
    return {
        "HOWDAH_DATABASE_TIMEOUT_MS": "5000",
        "HOWDAH_DATABASE_URL": postgres.url,
        "HOWDAH_REDIS_URL": redis.url,
        "HOWDAH_REDIS_TIMEOUT_MS": "500",
        "HOWDAH_REQUIRE_KEYS": "1",
    }


@pytest.fixture(scope="module")
def nodes(
    settings: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[RunningNode, RunningNode]]:
    """Two nodes that ask for keys; one answers on the fast path, the other as aiohttp does."""
    with (
        running_node(tmp_path_factory.mktemp("fast"), settings) as fast,
        running_node(tmp_path_factory.mktemp("slow"), settings | {"HOWDAH_FAST_PATH": "0"}) as slow,
    ):
        for node in (fast, slow):
            wait_for_database(node)
        yield fast, slow


def howdah(settings: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command("keys", *arguments), env=environment(settings), capture_output=True, text=True, check=False
    )


def make_key(settings: dict[str, str], tenant: str, *options: str) -> str:
    done = howdah(settings, "create", "--tenant", tenant, *options)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def execute(node: RunningNode, key: str | None, code: str, path: str = "/api/execute", **fields: object) -> Answer:
    headers = JSON if key is None else {**JSON, "Authorization": f"Bearer {key}"}
    body: object = {"code": code, **fields}
    if path.endswith("batch"):
        body = {"executions": [body] * 5}
    return node.request("POST", path, json.dumps(body).encode(), headers)


def test_without_a_good_key_nothing_runs(nodes: tuple[RunningNode, RunningNode]) -> None:
    for node in nodes:
        for key in (None, "", "nonsense", keys.new_key(), "hwd_" + "é" * 32):
            headers = JSON if key is None else {**JSON, "Authorization": f"Bearer {key}".encode().decode("latin-1")}
            for path, body in (("execute", {"code": "x"}), ("execute/batch", {"executions": [{"code": "x"}]})):
                answer = node.request("POST", f"/api/{path}", json.dumps(body).encode(), headers)
                assert (answer.status, answer.json["type"].rpartition(":")[2]) == (401, "unauthorized"), (key, answer)
                assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert nodes[0].get("/api/health").status == 200


def test_a_key_opens_until_it_is_revoked(nodes: tuple[RunningNode, RunningNode], settings: dict[str, str]) -> None:
    key = make_key(settings, "revoked", "--label", "for a test")
    for node in nodes:
        for headers in ({"Authorization": f"bearer {key}"}, {"X-Api-Key": key}):
            answer = node.request("POST", "/api/execute", b'{"code":"echo in"}', {**JSON, **headers})
            assert (answer.status, answer.json["output"]) == (200, "in")
            assert answer.headers["RateLimit-Limit"] == "100"
    line = next(line for line in howdah(settings, "list").stdout.splitlines() if "for a test" in line)
    assert key not in line
    assert key[: keys.SHOWN_LENGTH] in line
    number = line.split()[0]
    assert howdah(settings, "revoke", number).returncode == 0
    assert howdah(settings, "revoke", number).returncode == 1
    assert "revoked" in next(line for line in howdah(settings, "list").stdout.splitlines() if line.startswith(number))
    deadline = time.monotonic() + keys.FRESH_SECONDS + 5
    while any(execute(node, key, "echo in").status == 200 for node in nodes):
        assert time.monotonic() < deadline
        time.sleep(0.5)


def test_only_digests_are_kept(settings: dict[str, str], postgres: Server) -> None:
    key = make_key(settings, "secretive")

    async def rows() -> str:
        connection = await asyncpg.connect(postgres.url)
        try:
            return repr(await connection.fetch("SELECT * FROM howdah.api_keys"))
        finally:
            await connection.close()

    kept = asyncio.run(rows())
    assert key[: keys.SHOWN_LENGTH] in kept
    assert key[keys.SHOWN_LENGTH :] not in kept


def test_a_bucket_is_one_for_all_nodes(nodes: tuple[RunningNode, RunningNode], settings: dict[str, str]) -> None:
    key = make_key(settings, "limited", "--rate", "0.05", "--burst", "8")
    answers = [execute(nodes[number % 2], key, "x") for number in range(12)]
    assert [answer.status for answer in answers] == [200] * 8 + [429] * 4
    assert [int(answer.headers["RateLimit-Remaining"]) for answer in answers[:8]] == list(range(7, -1, -1))
    refused = answers[-1]
    assert refused.json["type"].endswith("rate_limited")
    assert 10 <= int(refused.headers["Retry-After"]) <= 20
    assert 140 <= int(refused.headers["RateLimit-Reset"]) <= 160


def test_a_batch_costs_as_much_as_its_executions(
    nodes: tuple[RunningNode, RunningNode], settings: dict[str, str]
) -> None:
    key = make_key(settings, "batching", "--rate", "0.01", "--burst", "12")
    statuses = [execute(nodes[0], key, "x", "/api/execute/batch").status for _ in range(3)]
    assert statuses == [200, 200, 429]
    assert execute(nodes[0], key, "x").status == 200


def test_a_bucket_fills_again(nodes: tuple[RunningNode, RunningNode], settings: dict[str, str]) -> None:
    key = make_key(settings, "patient", "--rate", "4", "--burst", "1")
    assert execute(nodes[0], key, "x").status == 200
    deadline = time.monotonic() + 5
    while execute(nodes[0], key, "x").status == 429:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_tenants_share_no_cached_answer(nodes: tuple[RunningNode, RunningNode], settings: dict[str, str]) -> None:
    one, other = make_key(settings, "tenant-one"), make_key(settings, "tenant-two")
    for node in nodes:
        code = f"echo cached {node.port}"
        states = [execute(node, key, code).json["cache"] for key in (one, one, other, other)]
        assert states == ["miss", "hit", "miss", "hit"]


def test_tenants_share_no_database(settings: dict[str, str], tmp_path: Path) -> None:
    one, other = make_key(settings, "owner"), make_key(settings, "stranger")
    write = (
        "<?php $d = new PDO('pgsql:'); $d->exec('CREATE TABLE mine (x int)');"
        " echo $d->query('SELECT current_user')->fetchColumn();"
    )
    read = (
        "<?php $d = new PDO('pgsql:');"
        " try { $d->query('SELECT * FROM mine'); } catch (PDOException $e) { echo $e->getCode(); }"
    )
    escape = (
        "<?php $d = new PDO('pgsql:');"
        " foreach (['RESET ROLE', 'SET ROLE howdah', 'SET SESSION AUTHORIZATION OWNER', 'SET ROLE OWNER',"
        " 'ALTER ROLE CURRENT_USER SUPERUSER', 'CREATE ROLE x', 'CREATE DATABASE x'] as $q)"
        " try { $d->exec($q); } catch (PDOException $e) { echo $e->getCode(), ' '; }"
        " echo $d->query('SELECT current_user')->fetchColumn() == 'OWNER' ? 'in' : 'out';"
    )
    with running_node(tmp_path, REAL_ENGINE | settings) as node:
        wait_for_database(node)
        owner = execute(node, one, write).json["output"]
        assert owner.startswith("howdah_")
        assert execute(node, other, read).json["output"] == "42P01"
        assert execute(node, other, escape.replace("OWNER", owner)).json["output"] == "42501 " * 6 + "out"


def test_without_redis_each_process_limits_by_itself(
    nodes: tuple[RunningNode, RunningNode], settings: dict[str, str], redis: Server
) -> None:
    key = make_key(settings, "alone", "--rate", "0.05", "--burst", "3")
    os.kill(redis.pid, signal.SIGSTOP)
    try:
        for node in nodes:
            assert [execute(node, key, "x").status for _ in range(4)] == [200, 200, 200, 429]
    finally:
        os.kill(redis.pid, signal.SIGCONT)


def test_asking_for_keys_without_a_database_stops_the_start(tmp_path: Path) -> None:
    done = subprocess.run(
        command("serve"), env=environment({"HOWDAH_REQUIRE_KEYS": "1"}), cwd=tmp_path, capture_output=True, check=False
    )
    assert (done.returncode, b"database_url" in done.stderr) == (2, True)


@pytest.mark.parametrize("tenant", ["", "Upper", "-dash", "a" * 64, "a;b", "ä"])
def test_a_tenant_needs_a_plain_name(settings: dict[str, str], tenant: str) -> None:
    done = howdah(settings, "create", "--tenant", tenant)
    assert (done.returncode, "letters a-z" in done.stderr) == (2, True)
