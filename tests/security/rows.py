"""Rows of Postgres that attacks must neither see nor change: our own tables', and those of another tenant."""

from __future__ import annotations

import asyncio
import hashlib
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import asyncpg

from node.app import DEFAULT_TENANT
from node.store.database import Database
from node.store.session import Caps
from node.store.sessions import Sessions, role_of
from tests import servers
from tests.security.canaries import SECRET

if TYPE_CHECKING:
    from collections.abc import Iterator

VICTIM = "victim"
PATIENCE_SECONDS = 15.0
_VICTIMS_ROW = b"CREATE TABLE canary (secret text); INSERT INTO canary VALUES ('%b')" % SECRET.encode()
# What of the server an attacking tenant may not change.
_STATE = (
    "SELECT t::text FROM howdah.api_keys t ORDER BY 1",
    "SELECT t::text FROM howdah.scripts t ORDER BY 1",
    "SELECT name FROM howdah.migrations ORDER BY 1",
    "SELECT t::text FROM pg_roles t ORDER BY 1",
    "SELECT roleid::regrole::text, member::regrole::text, admin_option FROM pg_auth_members ORDER BY 1, 2",
    "SELECT datname, datdba::regrole::text, datallowconn, datacl::text FROM pg_database ORDER BY 1",
    "SELECT spcname FROM pg_tablespace ORDER BY 1",
    "SELECT setdatabase, setrole, setconfig FROM pg_db_role_setting ORDER BY 1, 2",
    "SELECT relnamespace::regnamespace::text, relname, relacl::text FROM pg_class WHERE oid > 16383 ORDER BY 1, 2",
    "SELECT pronamespace::regnamespace::text, proname, prosrc FROM pg_proc WHERE oid > 16383 ORDER BY 1, 2",
    "SELECT nspname, nspacl::text FROM pg_namespace WHERE nspname !~ 'temp' ORDER BY 1",
    "SELECT extname FROM pg_extension ORDER BY 1",
    "SELECT name, setting FROM pg_settings WHERE source = 'configuration file' ORDER BY 1",
)


@dataclass
class Rows:
    """A Postgres for one node, with what must stay as it is."""

    url: str
    before: list[object] = field(default_factory=list)

    @property
    def values(self) -> dict[str, str]:
        """What attacks call the other tenant's role and database by."""
        return {"VICTIM": role_of(VICTIM)}

    def verdict(self) -> list[str]:
        """What has changed, and which statements outlived their scripts."""
        found = []
        for query, old, new in zip((*_STATE, "the other tenant's table"), self.before, self._state(), strict=True):
            if old != new:
                found.append(f"{query[:60]}… gave {str(old)[:300]} and gives {str(new)[:300]}")
        left = asyncio.run(self._left_running())
        return [*found, *(f"still runs: {statement}" for statement in left)]

    def plant(self) -> None:
        """Make both tenants, and the rows."""
        asyncio.run(self._plant())
        self.before = self._state()

    def _state(self) -> list[object]:
        return asyncio.run(self._read())

    async def _plant(self) -> None:
        database = Database(self.url, wanted=10, reserved=0, timeout_seconds=5)
        sessions = Sessions(database, caps=Caps(1 << 20, 1000), statement_ms=5000)
        await database.start()
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not database.is_up and time.monotonic() < deadline:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.05)
        await sessions.acquire(DEFAULT_TENANT)
        victims = await sessions.acquire(VICTIM)
        done: asyncio.Future[bytes | None] = asyncio.get_running_loop().create_future()
        victims.simple(_VICTIMS_ROW, lambda messages, _reason: done.set_result(messages))
        await done
        async with database.connection() as connection:
            digest = hashlib.sha256(SECRET.encode()).digest()
            await connection.execute(
                "INSERT INTO howdah.api_keys (digest, prefix, tenant, label, requests_per_second, burst) "
                "VALUES ($1, $2, $3, $2, 10, 10)",
                digest,
                SECRET,
                VICTIM,
            )
            await connection.execute(
                "INSERT INTO howdah.scripts (digest, size_bytes, source) VALUES ($1, 1, $2)", digest, SECRET.encode()
            )
        sessions.close()
        await database.stop()

    async def _read(self) -> list[object]:
        connection = await asyncpg.connect(self.url)
        try:
            found: list[object] = [await connection.fetch(query) for query in _STATE]
        finally:
            await connection.close()
        victims = await asyncpg.connect(self.url, database=role_of(VICTIM))
        try:
            found.append(await victims.fetch("SELECT secret FROM canary"))
        finally:
            await victims.close()
        return found

    async def _left_running(self) -> list[str]:
        connection = await asyncpg.connect(self.url)
        deadline = time.monotonic() + PATIENCE_SECONDS
        try:
            while True:
                rows = await connection.fetch(
                    "SELECT query FROM pg_stat_activity WHERE usename = $1 AND state <> 'idle'", role_of(DEFAULT_TENANT)
                )
                if not rows or time.monotonic() > deadline:
                    return [row["query"] for row in rows]
                await asyncio.sleep(0.2)
        finally:
            await connection.close()


@contextmanager
def watched_rows() -> Iterator[Rows]:
    """A Postgres with rows to watch."""
    with servers.running_postgres() as server:
        rows = Rows(server.url)
        rows.plant()
        yield rows
