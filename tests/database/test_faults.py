"""What a script may not do to the database, and what a database that fails does to scripts."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import asyncpg
import pytest

from tests import servers
from tests.database.conftest import REAL_ENGINE, wait_for_database
from tests.integration.serving import RunningNode, running_node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from node.servers.processes import Server

pytestmark = pytest.mark.server

OPEN = "<?php $d = new PDO('pgsql:'); "
TRY = "<?php try { $d = new PDO('pgsql:'); %s } catch (PDOException $e) { echo get_class($e), ': ', $e->getMessage(); }"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with servers.running_postgres() as running:
        yield running


@pytest.fixture(scope="module")
def small(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningNode]:
    """A node whose scripts have little of the database."""
    settings = REAL_ENGINE | {
        "HOWDAH_DATABASE_URL": server.url,
        "HOWDAH_DATABASE_POOL_SIZE": "3",
        "HOWDAH_DATABASE_RESULT_KB": "64",
        "HOWDAH_DATABASE_RESULT_ROWS": "1000",
        "HOWDAH_DATABASE_STATEMENT_MS": "1000",
        "HOWDAH_DATABASE_TIMEOUT_MS": "800",
    }
    with running_node(tmp_path_factory.mktemp("small"), settings) as node:
        wait_for_database(node)
        assert node.execute(OPEN + "echo 'up';").json["output"] == "up"
        yield node


def _running(server: Server, text: str) -> int:
    async def count() -> int:
        connection = await asyncpg.connect(server.url)
        try:
            sql = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE $1"
            return int(await connection.fetchval(sql, f"%/* {text} */%"))
        finally:
            await connection.close()

    return asyncio.run(count())


def test_a_result_that_is_too_large_is_refused_before_it_is_held(small: RunningNode) -> None:
    for sql in ("SELECT repeat(''x'', 100000)", "SELECT generate_series(1, 1001)", "SELECT repeat(''x'', 9000000)"):
        code = TRY % f'$d->query(str_replace("\'\'", "\'", "{sql}")); echo \'held\';'
        assert "the result is larger than 65536 bytes or 1000 rows" in small.execute(code).json["output"]
    assert (
        small.execute(OPEN + "echo count($d->query('SELECT generate_series(1, 1000)')->fetchAll());").json["output"]
        == "1000"
    )


def test_a_copy_is_bounded_as_a_result_is_and_one_without_data_is_refused(small: RunningNode) -> None:
    code = "<?php $c = pg_connect(''); pg_query($c, 'CREATE TABLE IF NOT EXISTS copied (n int)'); "
    many = "var_dump(@pg_copy_to($c, '(SELECT generate_series(1, %d))') !== false); echo pg_last_error($c);"
    assert "true" in small.execute(code + many % 1000).json["output"]
    assert "larger than 65536 bytes or 1000 rows" in small.execute(code + many % 1001).json["output"]
    # What is said next gets its own answer: the server was not told to end more than there was.
    after = (
        " echo pg_last_error($c);"
        " foreach ([1, 2, 3] as $n) { echo pg_fetch_result(pg_query($c, 'SELECT ' . $n), 0, 0); }"
    )
    for sql in ("@pg_query($c, 'COPY copied FROM STDIN');", "@pg_query_params($c, 'COPY copied FROM STDIN', []);"):
        output = small.execute(code + sql + after).json["output"]
        assert "there is no data for this COPY" in output
        assert output.endswith("123")
    large = "var_dump(@pg_copy_from($c, 'copied', [str_repeat('x', 9 << 20)])); echo pg_last_error($c);"
    assert "a statement may have 8388608 bytes" in small.execute(code + large).json["output"]


def test_a_statement_ends_at_its_time_even_when_the_script_raises_it(small: RunningNode, server: Server) -> None:
    answer = small.execute(TRY % "$d->query('SELECT pg_sleep(30) /* first */');")
    assert "57014" in answer.json["output"]
    code = OPEN + "$d->exec('SET statement_timeout = 0'); $d->query('SELECT pg_sleep(60) /* second */');"
    answer = small.execute(code, limits={"wall_ms": 500})
    assert answer.json["status"] == "time_limit"
    deadline = time.monotonic() + 5
    while _running(server, "second"):
        assert time.monotonic() < deadline, "the statement of a script that was killed goes on"
        time.sleep(0.1)
    assert small.execute(OPEN + "echo 'next';").json["output"] == "next"


def test_a_session_is_as_new_for_the_next_script(small: RunningNode) -> None:
    dirty = (
        "$d->exec('CREATE TEMP TABLE left_over (x int)'); $d->exec(\"SET TIME ZONE 'Asia/Tokyo'\");"
        " $d->exec('SELECT pg_advisory_lock(7)'); $d->exec('PREPARE p AS SELECT 1'); $d->beginTransaction();"
        " $d->exec('CREATE TABLE uncommitted (x int)');"
    )
    clean = (
        "echo $d->query(\"SELECT coalesce(to_regclass('left_over')::text, '-') || current_setting('TimeZone')"
        " || (SELECT count(*) FROM pg_prepared_statements)"
        " || (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7)"
        " || coalesce(to_regclass('uncommitted')::text, '-')\")->fetchColumn(), $d->inTransaction() ? 'in' : 'out';"
    )
    fresh = small.execute(OPEN + clean).json["output"]
    assert fresh.startswith("-")
    for _ in range(4):
        small.execute(OPEN + dirty)
        assert small.execute(OPEN + clean).json["output"] == fresh


def test_a_script_has_so_many_connections_and_the_others_wait_their_turn(small: RunningNode) -> None:
    many = TRY % "$all = []; for ($i = 0; $i < 9; $i++) { $all[] = new PDO('pgsql:'); } echo 'nine';"
    assert "FATAL" in small.execute(many).json["output"]
    with ThreadPoolExecutor(6) as threads:
        code = TRY % "$d->query('SELECT pg_sleep(0.2)'); echo 'done';"
        outputs = list(threads.map(lambda _: small.execute(code).json["output"], range(6)))
    assert outputs == ["done"] * 6


def test_what_is_lent_before_it_is_asked_for_is_given_back_and_is_one_scripts_own(small: RunningNode) -> None:
    code = (
        "<?php if (getenv('COUNT')) { $all = []; for ($i = 0; $i < getenv('COUNT'); $i++) { $all[] = pg_connect(''); }"
        " foreach ($all as $c) { pg_query($c, 'SELECT 1'); } $pids = array_map('pg_get_pid', $all);"
        " echo count(array_unique($pids)); } else { echo 'none'; }"
    )
    for count in ("1", "2", "1", "", "1", "", "", "3", "1", "", "1", "2") * 2:
        answer = small.execute(code, env={"COUNT": count})
        assert answer.json["output"] == (count or "none"), answer.body


def test_what_is_said_to_the_database_is_never_cached(small: RunningNode) -> None:
    codes = (OPEN + "echo $d->quote('x');", TRY % "echo 1;", "<?php echo pg_escape_string(pg_connect(''), 'x');")
    for code in codes:
        assert [small.execute(code).json["cache"] for _ in range(3)] == ["uncacheable"] * 3


def test_a_frozen_database_is_an_exception_soon_and_nothing_else(small: RunningNode, server: Server) -> None:
    postmaster = server.pid
    children = [int(pid) for pid in _children(postmaster)]
    for pid in (*children, postmaster):
        os.kill(pid, signal.SIGSTOP)
    try:
        time.sleep(2.5)
        started = time.monotonic()
        output = small.execute(TRY % "echo 'connected';").json["output"]
        assert "PDOException: SQLSTATE[08006]" in output
        assert time.monotonic() - started < 3  # 1 on a machine that does nothing else
        assert small.execute("<?php echo 'no database';").json["output"] == "no database"
    finally:
        for pid in (postmaster, *children):
            os.kill(pid, signal.SIGCONT)
    wait_for_database(small, count=2)
    assert small.execute(OPEN + "echo 'back';").json["output"] == "back"


def _children(pid: int) -> list[str]:
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:  # noqa: PTH123 - a file of the kernel
        return file.read().split()
