"""`howdah keys create|list|revoke`: who may use the cluster."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import asyncpg

from node import config, keys
from node.store import migrations
from node.store.database import FAILURES

EXIT_BAD_SETTINGS = 2
_TENANT = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")


# Any: asyncpg has no types.
def _with_database(work: Callable[[asyncpg.Connection], Awaitable[int]]) -> int:
    """Do something on the node's database; return the exit status."""
    try:
        url = config.load().settings.database_url
    except config.ConfigurationError as error:
        sys.stderr.write(f"howdah: {error}\n")
        return EXIT_BAD_SETTINGS
    if url is None:
        sys.stderr.write("howdah: HOWDAH_DATABASE_URL names no database, and keys are kept in one\n")
        return EXIT_BAD_SETTINGS

    async def connect_and_work() -> int:
        connection = await asyncpg.connect(url, timeout=10)
        try:
            await migrations.migrate(connection)
            return await work(connection)
        finally:
            await connection.close()

    try:
        return asyncio.run(connect_and_work())
    except (*FAILURES, migrations.MigrationError) as error:
        sys.stderr.write(f"howdah: the database cannot be used: {error}\n")
        return 1


def create(*, tenant: str, label: str, rate: float, burst: int | None, days: int | None) -> int:
    """Make a key and print it, this once; return the exit status."""
    if not _TENANT.fullmatch(tenant):
        sys.stderr.write("howdah: a tenant is 1 to 63 letters a-z, digits, _ and -, the first of them no sign\n")
        return EXIT_BAD_SETTINGS
    key = keys.new_key()
    size = max(1, round(rate)) if burst is None else burst
    expires = None if days is None else datetime.now(UTC) + timedelta(days=days)

    async def insert(connection: asyncpg.Connection) -> int:
        number = await connection.fetchval(
            "INSERT INTO howdah.api_keys (digest, prefix, tenant, label, requests_per_second, burst, expires)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
            keys.digest_of(key), key[: keys.SHOWN_LENGTH], tenant, label, rate, size, expires,
        )  # fmt: skip
        sys.stdout.write(f"{key}\n")
        sys.stderr.write(f"howdah: key {number} of tenant {tenant}; it is shown this once\n")
        return 0

    return _with_database(insert)


def show() -> int:
    """List the keys, without what opens anything; return the exit status."""

    async def select(connection: asyncpg.Connection) -> int:
        rows = await connection.fetch(
            "SELECT id, prefix, tenant, label, requests_per_second, burst, created, expires, revoked"
            " FROM howdah.api_keys ORDER BY id"
        )
        for row in rows:
            state = "revoked" if row["revoked"] else "good"
            if row["expires"] and not row["revoked"]:
                state = f"{'expired' if row['expires'] < datetime.now(UTC) else 'good'} until {row['expires']:%Y-%m-%d}"
            rate = f"{row['requests_per_second']:g}/s, {row['burst']} at once"
            sys.stdout.write(f"{row['id']}  {row['prefix']}…  {row['tenant']}  {rate}  {state}  {row['label']}\n")
        return 0

    return _with_database(select)


def revoke(number: int) -> int:
    """Make a key worthless; return the exit status."""

    async def update(connection: asyncpg.Connection) -> int:
        done = await connection.fetchval(
            "UPDATE howdah.api_keys SET revoked = now() WHERE id = $1 AND revoked IS NULL RETURNING id", number
        )
        if done is None:
            sys.stderr.write(f"howdah: there is no key {number} that could be revoked\n")
            return 1
        sys.stdout.write(f"key {number} is revoked; nodes refuse it within {keys.FRESH_SECONDS:g} seconds\n")
        return 0

    return _with_database(update)
