"""The log of executions in the database: what is in it, what is not, and how it is bounded."""

from __future__ import annotations

import asyncio
import hashlib
import time
from typing import TYPE_CHECKING, Any

import asyncpg

from node import metrics
from node.store import executions
from node.store.database import Database
from node.store.executions import ExecutionLog, Ran
from tests.integration.serving import running_node

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from node.servers.processes import Server


async def rows(url: str, sql: str) -> list[Any]:
    connection = await asyncpg.connect(url)
    try:
        return [tuple(row) for row in await connection.fetch(sql)]
    finally:
        await connection.close()


def read(url: str, sql: str) -> list[Any]:
    return asyncio.run(rows(url, sql))


def test_a_node_writes_down_what_ran_and_no_source(postgres: Server, tmp_path: Path) -> None:
    settings = {"HOWDAH_DATABASE_URL": postgres.url, "HOWDAH_EXECUTION_LOG": "1", "HOWDAH_NODE_NAME": "logs",
                "HOWDAH_DATABASE_TIMEOUT_MS": "5000"}  # fmt: skip
    with running_node(tmp_path, settings) as node:
        for code in ("echo secret", "echo secret", "throw x"):
            node.execute(code)
        node.execute("echo other", cache="bypass")
        deadline = time.monotonic() + 60
        while 'howdah_node_logged_executions_total{result="written"} 4.0' not in node.get("/metrics").body.decode():
            assert time.monotonic() < deadline
            time.sleep(0.1)
    logged = read(
        postgres.url,
        "SELECT tenant, outcome, cache, encode(script, 'hex'), run_ms >= 0, now() - at < '5 min'"
        " FROM howdah.executions WHERE node = 'logs' ORDER BY at",
    )
    digest = hashlib.sha256(b"echo secret").hexdigest()
    assert [row[:3] for row in logged] == [
        ("default", "ok", "miss"), ("default", "ok", "hit"), ("default", "uncaught_exception", "uncacheable"),
        ("default", "ok", "bypass"),
    ]  # fmt: skip
    assert [row[3] == digest for row in logged] == [True, True, False, False]
    assert all(row[4] and row[5] for row in logged)
    scripts = read(postgres.url, "SELECT encode(digest, 'hex'), size_bytes, source FROM howdah.scripts")
    assert (digest, 11, None) in scripts


async def connected(url: str) -> Database:
    database = Database(url, wanted=4, reserved=10, timeout_seconds=10)
    await database.start()
    async with asyncio.timeout(60):
        while not database.is_up:  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.05)
    return database


async def test_old_rows_and_too_many_are_removed(postgres: Server) -> None:
    database = await connected(postgres.url)
    now = time.time()
    ages = iter([8 * 86400.0, 30.0, 20.0, 10.0, 5.0])
    log = ExecutionLog(database, metrics.Counters(), "trim", days=7, max_rows=3, keeps_sources=True,
                       clock=lambda: now - next(ages))  # fmt: skip
    try:
        await rows(postgres.url, "DELETE FROM howdah.executions")
        for number in range(5):
            log.note(Ran("t", f"<?php {number};", "ok", "miss", 1.0, 2.0, 3.0, 4.0, 5))
        await log.write()
        await log.trim()
        kept = await rows(postgres.url, "SELECT run_ms, memory_bytes FROM howdah.executions WHERE node = 'trim'")
        assert kept == [(3.0, 5)] * 3
        sources = await rows(postgres.url, "SELECT source FROM howdah.scripts")
        assert (b"<?php 3;",) in sources
    finally:
        await database.stop()


async def test_what_does_not_fit_is_counted_and_what_waits_is_written_later(
    postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(executions, "MAX_HELD", 3)
    counters = metrics.Counters()
    database = Database(postgres.url, wanted=4, reserved=10, timeout_seconds=10)
    log = ExecutionLog(database, counters, "away", days=7, max_rows=100, keeps_sources=False)
    for _ in range(5):
        log.note(Ran("t", "<?php 1;", "ok", "miss"))
    # There is no database yet: nothing is lost but what is too much.
    await log.write()
    totals = counters.totals()
    assert (totals[metrics.LOGGED["written"]], totals[metrics.LOGGED["lost"]]) == (0, 2)
    await database.start()
    async with asyncio.timeout(60):
        while not database.is_up:  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.05)
    try:
        await log.stop()
        totals = counters.totals()
        assert (totals[metrics.LOGGED["written"]], totals[metrics.LOGGED["lost"]]) == (3, 2)
    finally:
        await database.stop()
