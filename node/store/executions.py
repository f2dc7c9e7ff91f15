"""Writes down in Postgres what ran, in batches beside the requests: what does not fit is counted, not waited for."""

from __future__ import annotations

import asyncio
import hashlib
import itertools
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import structlog

from node import metrics
from node.store.database import Database, DatabaseUnavailableError

WRITE_SECONDS = 1.0
# Kept while the database is away; more is lost, and counted.
MAX_HELD = 20_000
MAX_BATCH = 2_000
TRIM_SECONDS = 60.0
# Scripts that this process knows to be in the table.
MAX_KNOWN = 10_000
_LOCK = 0x686F7764_61680003
_COLUMNS = ("at", "node", "tenant", "script", "outcome", "cache", "queue_ms", "compile_ms", "run_ms", "cpu_ms",
            "memory_bytes")  # fmt: skip

log = structlog.get_logger(__name__)


class Ran(NamedTuple):
    """One execution, or one that a cache answered: then only its outcome is known."""

    tenant: str
    code: str
    outcome: str
    cache: str
    queue_ms: float = 0.0
    compile_ms: float = 0.0
    run_ms: float = 0.0
    cpu_ms: float = 0.0
    memory_bytes: int = 0


class ExecutionLog:
    """The log of this node process: a Service of the node."""

    def __init__(
        self,
        database: Database,
        counters: metrics.Counters,
        node_name: str,
        *,
        days: float,
        max_rows: int,
        keeps_sources: bool,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._database = database
        self._counters = counters
        self._node_name = node_name
        self._days = days
        self._max_rows = max_rows
        self._keeps_sources = keeps_sources
        self._clock = clock
        self._held: deque[tuple[float, Ran]] = deque()
        self._known: OrderedDict[bytes, None] = OrderedDict()
        self._task: asyncio.Task[None] | None = None

    def note(self, ran: Ran) -> None:
        """Remember it for the next batch."""
        if len(self._held) >= MAX_HELD:
            self._counters.add(metrics.LOGGED["lost"])
            return
        self._held.append((self._clock(), ran))

    async def start(self) -> None:
        """Begin to write."""
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        """Write what is left, if the database is there."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self.write()
        self._counters.add(metrics.LOGGED["lost"], len(self._held))

    async def _run(self) -> None:
        trimmed = float("-inf")
        while True:
            await asyncio.sleep(WRITE_SECONDS)
            await self.write()
            if time.monotonic() - trimmed > TRIM_SECONDS:
                trimmed = time.monotonic()
                await self.trim()

    async def write(self) -> None:
        """Write all that is held; what cannot be written stays."""
        while self._held:
            batch = list(itertools.islice(self._held, MAX_BATCH))
            try:
                await self._write(batch)
            except DatabaseUnavailableError:
                return
            for _ in batch:
                self._held.popleft()
            self._counters.add(metrics.LOGGED["written"], len(batch))

    async def trim(self) -> None:
        """Remove what is too old or too much; one node at a time does."""
        try:
            async with self._database.connection() as connection, connection.transaction():
                if not await connection.fetchval("SELECT pg_try_advisory_xact_lock($1)", _LOCK):
                    return
                await connection.execute(
                    "DELETE FROM howdah.executions WHERE at < greatest(now() - $1::interval, (SELECT at FROM"
                    " howdah.executions ORDER BY at DESC OFFSET $2 LIMIT 1))",
                    timedelta(days=self._days),
                    self._max_rows - 1,
                )
                await connection.execute(
                    "DELETE FROM howdah.scripts WHERE seen < now() - $1::interval", timedelta(days=2 * self._days)
                )
        except DatabaseUnavailableError as error:
            log.warning("execution_log_not_trimmed", reason=str(error))

    async def _write(self, batch: list[tuple[float, Ran]]) -> None:
        digests = {ran.code: hashlib.sha256(ran.code.encode("latin-1")).digest() for _at, ran in batch}
        unknown = {code: digest for code, digest in digests.items() if digest not in self._known}
        rows = [
            (datetime.fromtimestamp(at, UTC), self._node_name, ran.tenant, digests[ran.code], *ran[2:])
            for at, ran in batch
        ]
        async with self._database.connection() as connection, connection.transaction():
            for code, digest in unknown.items():
                await connection.execute(
                    "INSERT INTO howdah.scripts (digest, size_bytes, source) VALUES ($1, $2, $3)"
                    " ON CONFLICT (digest) DO UPDATE SET seen = now()",
                    digest,
                    len(code),
                    code.encode("latin-1") if self._keeps_sources else None,
                )
            await connection.copy_records_to_table("executions", schema_name="howdah", columns=_COLUMNS, records=rows)
        for digest in unknown.values():
            self._known[digest] = None
        while len(self._known) > MAX_KNOWN:
            self._known.popitem(last=False)
