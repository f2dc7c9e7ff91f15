"""The scripts that use a database, with what real PHP printed for each. `make oracle-database` records and compares."""

from __future__ import annotations

import argparse
import asyncio
import difflib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import asyncpg

from tests import servers
from tests.php.oracle import split_command

FOLDER = Path(__file__).parent / "scripts"
ROLE = "script"


def paths() -> list[Path]:
    """List the scripts in their order."""
    return sorted(FOLDER.glob("*.php"))


def expected(script: Path) -> bytes:
    """Return what real PHP printed."""
    return script.with_suffix(".out").read_bytes()


def difference(wanted: bytes, got: bytes) -> str:
    """Return what differs, line by line."""
    before, after = wanted.decode("latin-1").splitlines(), got.decode("latin-1").splitlines()
    return "\n".join(difflib.unified_diff(before, after, "php", "howdah", lineterm="", n=3))


def main() -> int:
    """Run the scripts on real PHP; return the exit status."""
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("--php", required=True, help="a PHP 8.4 with pdo_pgsql and pgsql")
    command.add_argument("--record", action="store_true", help="write what it prints, where nothing is written yet")
    options = command.parse_args()
    differing = 0
    with servers.running_postgres() as server:
        for script in paths():
            environment = asyncio.run(_prepare(server.url))
            printed = _run(split_command(options.php), script, environment)
            output = script.with_suffix(".out")
            if options.record and not output.exists():
                output.write_bytes(printed)
                print(f"recorded {output.name}")
            elif printed != expected(script):
                differing += 1
                print(f"{script.name}\n{difference(expected(script), printed)}\n")
    print(f"oracle-database: {len(paths()) - differing} of {len(paths())} scripts print the same on real PHP")
    return 1 if differing else 0


async def _prepare(url: str) -> dict[str, str]:
    """Make a fresh database with an owner of its own, as a tenant has it; return how a script finds it."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(f"DROP DATABASE IF EXISTS {ROLE}")
        if await connection.fetchval("SELECT 1 FROM pg_roles WHERE rolname = $1", ROLE) is None:
            await connection.execute(f"CREATE ROLE {ROLE} LOGIN PASSWORD '{ROLE}'")
            await connection.execute(f"GRANT {ROLE} TO CURRENT_USER")
        await connection.execute(f"CREATE DATABASE {ROLE} OWNER {ROLE} TEMPLATE template0")
    finally:
        await connection.close()
    where = {name: value for name, _, value in (part.partition("=") for part in url.partition("?")[2].split("&"))}
    fields = f"host={where['host']} port={where['port']} dbname={ROLE} user={ROLE} password={ROLE}"
    return {"DATABASE_DSN": "pgsql:" + fields.replace(" ", ";"), "DATABASE_CONNECTION": fields}


def _run(php: list[str], script: Path, environment: dict[str, str]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        main_script = Path(folder, "main.php")
        main_script.write_bytes(script.read_bytes())
        result = subprocess.run(
            [*php, "-f", str(main_script)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={"PATH": os.environ["PATH"], **environment},
            timeout=60,
            check=False,
        )
        return result.stdout.replace(folder.encode(), b"/app")


if __name__ == "__main__":
    sys.exit(main())
