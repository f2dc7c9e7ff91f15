"""The node's own connections to Postgres: migrations at the start, then a lease of connections and a sign of life.

The lease is what keeps all nodes together below the server's max_connections; the sign of life is how a frozen server
is told from a slow query.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import asyncpg
import structlog

from node.store import migrations

# Connections of our own; the lease counts them.
OWN_CONNECTIONS = 2
_BEAT_SECONDS = 0.2
_LEASE_SECONDS = 10.0
_PAUSE_SECONDS = 0.25
# What came while this process did not run is read only after its timers have run.
_GLANCE_SECONDS = 0.02
_FULL_PAUSE_SECONDS = 1.0
_MIGRATION_SECONDS = 60.0

log = structlog.get_logger(__name__)

FAILURES = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError)


class DatabaseUnavailableError(Exception):
    """There is no database now; the message is for logs and scripts."""


class _NoLeaseError(Exception):
    """All connections that there may be are others'."""


class Database:
    """Postgres as this node process has it."""

    def __init__(self, url: str, *, wanted: int, reserved: int, timeout_seconds: float) -> None:
        """`timeout_seconds` is how long a server may be silent while it is asked something; then it counts as gone."""
        self.url = url
        self._timeout = timeout_seconds
        self._wanted = wanted
        self._reserved = reserved
        self._me = uuid.uuid4()
        self._pool: asyncpg.Pool | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._renewed = 0.0
        self._granted = 0
        self.is_up = False
        self.share = 0
        # Set by whoever holds sessions: when the server said something, how many there are, and what to do when it is
        # gone.
        self.last_heard: Callable[[], float] = lambda: 0.0
        self.count_held: Callable[[], int] = lambda: 0
        self.on_lost: Callable[[], None] = lambda: None
        self.on_lease: Callable[[], None] = lambda: None

    @property
    def limit(self) -> int:
        """How many sessions may be open now."""
        if time.monotonic() - self._renewed > _LEASE_SECONDS:
            return 0
        return max(0, self._granted - OWN_CONNECTIONS)

    async def start(self) -> None:
        """Connect, and stay connected until `stop`."""
        self._keeper = asyncio.get_running_loop().create_task(self._keep())

    async def stop(self) -> None:
        """Give the lease back and disconnect."""
        # The keeper ends the connections that it has: these have a last thing to say.
        pool, self._pool = self._pool, None
        if self._keeper is not None:
            self._keeper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._keeper
        if pool is not None:
            with contextlib.suppress(*FAILURES):
                async with asyncio.timeout(self._timeout):
                    await pool.execute("DELETE FROM howdah.connection_leases WHERE holder = $1", self._me)
            pool.terminate()

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[asyncpg.Connection]:
        """Lend one of our own connections; DatabaseUnavailableError when there is none."""
        pool = self._pool
        if pool is None or not self.is_up:
            raise DatabaseUnavailableError("the database does not answer")
        try:
            async with pool.acquire(timeout=self._timeout) as connection:
                yield connection
        except FAILURES as error:
            raise DatabaseUnavailableError(str(error) or type(error).__name__) from error

    async def _keep(self) -> None:
        while True:
            is_full = False
            try:
                await self._live()
            except FAILURES as error:
                log.log(30 if self.is_up else 10, "database_lost", reason=str(error) or type(error).__name__)
            except _NoLeaseError:
                # Not even our own connections are ours then: they are given back, and asked for again in a while.
                is_full = True
                log.warning("database_full", holder=str(self._me))
            except migrations.MigrationError as error:
                log.error("database_unfit", reason=str(error))  # noqa: TRY400 - the message says it all
            finally:
                self.is_up = False
                self.on_lost()
                if self._pool is not None:
                    self._pool.terminate()
                    self._pool = None
            await asyncio.sleep(_FULL_PAUSE_SECONDS if is_full else _PAUSE_SECONDS)

    async def _live(self) -> None:
        """Connect, then beat until that fails."""
        async with asyncio.timeout(self._timeout):
            pool = await asyncpg.create_pool(
                self.url,
                min_size=1,
                max_size=OWN_CONNECTIONS,
                timeout=self._timeout,
                server_settings={"application_name": "howdah"},
            )
        self._pool = pool
        async with asyncio.timeout(_MIGRATION_SECONDS), pool.acquire() as connection:
            for name in await migrations.migrate(connection):
                log.info("database_migrated", step=name)
        await self._beat_in_time(pool)
        self.is_up = True
        log.info("database_connected", sessions=self.limit)
        while True:
            await asyncio.sleep(_BEAT_SECONDS)
            await self._beat_in_time(pool)

    async def _beat_in_time(self, pool: asyncpg.Pool) -> None:
        beat = asyncio.get_running_loop().create_task(self._beat(pool))
        # However it ends when nobody waits for it any more: that is no news.
        beat.add_done_callback(lambda task: task.cancelled() or task.exception())
        try:
            is_alive = await self._wait_for_sign(beat)
        except asyncio.CancelledError:
            beat.cancel()
            raise
        if not is_alive:
            # asyncpg asks a server that does not answer to cancel, and waits for that: only this ends the waiting.
            pool.terminate()
            beat.cancel()
            raise TimeoutError("no sign of life")
        beat.result()

    async def _wait_for_sign(self, beat: asyncio.Task[None]) -> bool:
        """Wait for a beat. Whether it ended before the server had said nothing for too long, to scripts either."""
        began = time.monotonic()
        is_late = False
        while not beat.done():
            left = max(began, self.last_heard()) + self._timeout - time.monotonic()
            if left <= 0 and is_late:
                return False
            is_late = left <= 0
            await asyncio.wait({beat}, timeout=max(left, _GLANCE_SECONDS))
        return True

    async def _beat(self, pool: asyncpg.Pool) -> None:
        row = await pool.fetchrow(
            "SELECT granted, share FROM howdah.lease_connections($1, $2, $3, $4, $5)",
            self._me,
            self._wanted + OWN_CONNECTIONS,
            self.count_held() + OWN_CONNECTIONS,
            self._reserved,
            timedelta(seconds=_LEASE_SECONDS),
        )
        self._granted = row["granted"]
        self.share = max(0, row["share"] - OWN_CONNECTIONS)
        self._renewed = time.monotonic()
        if self._granted < OWN_CONNECTIONS:
            raise _NoLeaseError
        self.on_lease()
