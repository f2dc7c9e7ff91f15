"""The node's own tables, step by step: each file runs once in a database, however many nodes start at once."""

from __future__ import annotations

import hashlib
from importlib import resources

import asyncpg

# Any two programs that take this lock wait for each other; no other use of advisory locks has it.
_LOCK = 0x686F7764_61680001
_BASE = """
CREATE SCHEMA IF NOT EXISTS howdah;
CREATE TABLE IF NOT EXISTS howdah.migrations (
    name text PRIMARY KEY,
    digest text NOT NULL,
    applied timestamptz NOT NULL DEFAULT now()
);
"""


class MigrationError(Exception):
    """The database does not fit this release; the message says why."""


def steps() -> list[tuple[str, str]]:
    """Return name and SQL of each step, in order."""
    files = (file for file in resources.files(__package__).iterdir() if file.name.endswith(".sql"))
    return sorted((file.name.removesuffix(".sql"), file.read_text("utf-8")) for file in files)


# Any: asyncpg has no types.
async def migrate(connection: asyncpg.Connection) -> list[str]:
    """Bring the database up to date; return what was done. Another node that is at it is waited for."""
    await connection.execute("SELECT pg_advisory_lock($1)", _LOCK)
    try:
        await connection.execute(_BASE)
        applied = dict(await connection.fetch("SELECT name, digest FROM howdah.migrations"))
        done = []
        for name, sql in steps():
            digest = hashlib.sha256(sql.encode()).hexdigest()
            if applied.get(name, digest) != digest:
                raise MigrationError(f"the step {name} was applied in another form: migrations are never edited")
            if name in applied:
                continue
            async with connection.transaction():
                await connection.execute(sql)
                await connection.execute("INSERT INTO howdah.migrations VALUES ($1, $2)", name, digest)
            done.append(name)
        return done
    finally:
        await connection.execute("SELECT pg_advisory_unlock($1)", _LOCK)
