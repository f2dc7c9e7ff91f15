"""The node's own side of Postgres: migrations, the lease of connections, and what it needs of asyncpg."""

from __future__ import annotations

import asyncio
import gc
import time
from typing import TYPE_CHECKING, Any

import asyncpg
import pytest

from node.store import migrations
from node.store.database import OWN_CONNECTIONS, Database, DatabaseUnavailableError
from node.store.session import Caps, Session
from node.store.sessions import Sessions
from tests import servers

if TYPE_CHECKING:
    from node.servers.processes import Server

LIMIT = 40
RESERVED = 10
# Of what the server allows: three are the superuser's, ours are for others and for whoever asks for a lease.
BUDGET = LIMIT - 3 - RESERVED


async def _count(url: str) -> int:
    connection = await asyncpg.connect(url)
    try:
        counted = (
            "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        return int(await connection.fetchval(counted))
    finally:
        await connection.close()


async def _until(condition: Any, seconds: float = 20) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.05)


async def test_migrations_run_once_however_many_start_at_once(postgres: Server) -> None:
    async def start() -> list[str]:
        connection = await asyncpg.connect(postgres.url)
        try:
            return await migrations.migrate(connection)
        finally:
            await connection.close()

    admin = await asyncpg.connect(postgres.url)
    try:
        await admin.execute("DROP SCHEMA IF EXISTS howdah CASCADE")
        done = await asyncio.gather(*(start() for _ in range(8)))
        assert sorted(step for one in done for step in one) == [name for name, _sql in migrations.steps()]
        assert await admin.fetchval("SELECT count(*) FROM howdah.migrations") == len(migrations.steps())
        await admin.execute("UPDATE howdah.migrations SET digest = 'other'")
        with pytest.raises(migrations.MigrationError, match="never edited"):
            await migrations.migrate(admin)
        await admin.execute("DROP SCHEMA howdah CASCADE")
        await migrations.migrate(admin)
    finally:
        await admin.close()


async def test_no_number_of_nodes_exceeds_the_servers_connections() -> None:
    with servers.running_postgres(max_connections=LIMIT) as server:
        databases = [Database(server.url, wanted=20, reserved=RESERVED, timeout_seconds=10) for _ in range(7)]
        pools = [Sessions(one, caps=Caps(1 << 20, 1000), statement_ms=5000) for one in databases]
        held: list[tuple[Sessions, Session]] = []
        for database, pool in zip(databases, pools, strict=True):
            await database.start()
            # Each new one takes all it can get, while those before it hold on to theirs.
            await asyncio.sleep(1)
            for _ in range(30):
                try:
                    async with asyncio.timeout(0.3):
                        held.append((pool, await pool.acquire("tenant")))
                except (DatabaseUnavailableError, TimeoutError):
                    break
            assert sum(one.limit + OWN_CONNECTIONS for one in databases if one.is_up) <= BUDGET
            assert await _count(server.url) <= BUDGET + 1
        assert held
        for pool, session in held:
            pool.release(session)
        # Once given back, connections are shared evenly.
        share = BUDGET // len(databases) - OWN_CONNECTIONS
        await _until(lambda: all(one.is_up and one.limit <= share for one in databases), 60)
        for pool, database in zip(pools, databases, strict=True):
            pool.close()
            await database.stop()


async def test_one_that_stops_in_the_middle_of_a_beat_gives_its_lease_back_and_is_silent(
    postgres: Server, caplog: pytest.LogCaptureFixture
) -> None:
    connection = await asyncpg.connect(postgres.url)
    try:
        database = Database(postgres.url, wanted=2, reserved=0, timeout_seconds=10)
        await database.start()
        await _until(lambda: database.is_up)
        before = await connection.fetchval("SELECT count(*) FROM howdah.connection_leases")
        async with connection.transaction():
            # The next beat waits for this one.
            await connection.execute("LOCK TABLE howdah.connection_leases IN ACCESS EXCLUSIVE MODE")
            waiting = (
                "SELECT count(*) FROM pg_locks WHERE relation = 'howdah.connection_leases'::regclass AND NOT granted"
            )
            async with asyncio.timeout(20):
                while not await connection.fetchval(waiting):  # noqa: ASYNC110 - what is waited for has no event
                    await asyncio.sleep(0.05)
            stopping = asyncio.create_task(database.stop())
            await asyncio.sleep(0.2)
        await stopping
        gc.collect()
        assert await connection.fetchval("SELECT count(*) FROM howdah.connection_leases") == before - 1
        assert not caplog.records
    finally:
        await connection.close()


async def test_a_server_that_speaks_to_scripts_is_not_given_up_for_a_late_beat(postgres: Server) -> None:
    database = Database(postgres.url, wanted=2, reserved=0, timeout_seconds=0.5)
    sessions = Sessions(database, caps=Caps(1 << 20, 1000), statement_ms=60000)
    lost: list[float] = []
    connection = await asyncpg.connect(postgres.url)
    try:
        await database.start()
        await _until(lambda: database.is_up)
        session = await sessions.acquire("tenant")
        database.on_lost = lambda: lost.append(time.monotonic())
        speaks_until = time.monotonic() + 2

        def ask(messages: bytes | None, _reason: bytes) -> None:
            if messages is not None and time.monotonic() < speaks_until:
                session.simple(b"SELECT pg_sleep(0.05)", ask)

        async with connection.transaction():
            # No beat comes through.
            await connection.execute("LOCK TABLE howdah.connection_leases IN ACCESS EXCLUSIVE MODE")
            ask(b"", b"")
            await _until(lambda: lost)
        assert lost[0] > speaks_until
    finally:
        database.on_lost = lambda: None
        await database.stop()
        sessions.close()
        await connection.close()


async def test_the_transport_of_asyncpg_can_be_taken_over(postgres: Server) -> None:
    session = Session(await asyncpg.connect(postgres.url), "tenant", Caps(1 << 20, 3))
    loop = asyncio.get_running_loop()

    def ask(sql: bytes) -> asyncio.Future[tuple[bytes | None, bytes]]:
        answered: asyncio.Future[tuple[bytes | None, bytes]] = loop.create_future()
        session.simple(sql, lambda messages, reason: answered.set_result((messages, reason)))
        return answered

    messages, _reason = await ask(b"SELECT 'seen'")
    assert messages is not None
    assert b"seen" in messages
    await ask(b"BEGIN; CREATE TEMP TABLE t (x int); SET search_path TO nowhere")
    assert session.is_in_transaction
    is_clean: asyncio.Future[bool] = loop.create_future()
    session.reset(is_clean.set_result)
    assert await is_clean
    messages, _reason = await ask(b"SHOW search_path")
    assert messages is not None
    assert b"nowhere" not in messages
    messages, reason = await ask(b"SELECT generate_series(1, 4)")
    assert messages is None
    assert b"3 rows" in reason
    assert session.is_lost
