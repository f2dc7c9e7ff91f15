"""The folder of a cluster: who holds it, and what the cluster says of itself to the other subcommands."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec


class BusyError(Exception):
    """A cluster runs in this folder already."""


class ServiceState(msgspec.Struct, frozen=True):
    """One row of the status table."""

    name: str
    address: str
    pid: int
    log: str
    starts: int


class ClusterState(msgspec.Struct, frozen=True):
    """What a cluster says of itself."""

    pid: int
    url: str
    services: list[ServiceState]
    # How often all nodes were replaced; `howdah restart` waits for the next number.
    rounds: int = 0
    failure: str = ""


def default() -> Path:
    """Return where a cluster lives unless said otherwise."""
    base = os.environ.get("XDG_STATE_HOME")
    return (Path(base) if base else Path.home() / ".local" / "state") / "howdah"


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder; BusyError when another cluster has it. The kernel lets go of it whatever happens to us."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(str(folder)) from error
        yield


def is_held(folder: Path) -> bool:
    """Whether a cluster runs in this folder."""
    try:
        with held(folder):
            return False
    except BusyError:
        return True


def write(folder: Path, state: ClusterState) -> None:
    """Say what there is, in one piece."""
    new = folder / "state.new"
    new.write_bytes(msgspec.json.encode(state))
    new.replace(folder / "state.json")


def read(folder: Path) -> ClusterState | None:
    """Return what the cluster in this folder says; None where none runs."""
    if not is_held(folder):
        return None
    try:
        return msgspec.json.decode((folder / "state.json").read_bytes(), type=ClusterState)
    except FileNotFoundError:
        return None


def clear(folder: Path) -> None:
    """The cluster is gone."""
    (folder / "state.json").unlink(missing_ok=True)
