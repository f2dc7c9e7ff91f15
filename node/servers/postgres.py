"""A Postgres of one's own, in a folder: on a unix socket, on a loopback port too where one is given."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import struct
import subprocess
import time
from pathlib import Path

from node.servers import binaries, processes
from node.servers.processes import Identity, Server, ServerError

DATABASE = "howdah"
# The number in the name of its socket; of no meaning where it listens on that alone.
_SOCKET_PORT = 5432
_PROTOCOL = 3 << 16
# How long the processes of a server that was killed may take to notice.
_ORPHANS_SECONDS = 15.0
# The superuser has no password: nobody can log in as him.
_ACCESS = """\
local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
"""


def start(folder: Path, *, port: int | None = None, max_connections: int = 100, is_durable: bool = True) -> Server:
    """Start it, with what the folder keeps of an earlier one. `is_durable` off is for tests: a crash may lose data."""
    programs = binaries.find_postgres()
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True, mode=0o755)
    identity = processes.unprivileged(folder / "data", programs / "postgres")
    password = processes.kept_secret(folder / "postgres.password")
    number = port or _SOCKET_PORT
    sockets = processes.socket_folder(folder / "socket", f".s.PGSQL.{number}")
    sockets.mkdir(exist_ok=True, mode=0o755)
    log = folder / "postgres.log"
    _initialize(programs, folder, identity, log)
    for path in (sockets, folder / "data"):
        _give_away(path, identity)
    _wait_for_orphans(folder / "data")
    settings = {
        "listen_addresses": "127.0.0.1" if port else "",
        "port": number,
        "unix_socket_directories": sockets,
        "max_connections": max_connections,
        "shared_buffers": "32MB",
        # A lost client must not hold a connection of the few there are.
        "tcp_keepalives_idle": 30,
        "client_connection_check_interval": "1s",
    }
    if not is_durable:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    command = [str(programs / "postgres"), "-D", str(folder / "data")]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    where = f"127.0.0.1:{port}/{DATABASE}" if port else f"/{DATABASE}?host={sockets}&port={number}"
    return processes.start(
        "postgres",
        command,
        url=f"postgresql://{DATABASE}:{password}@{where}",
        log=log,
        folder=folder,
        is_ready=lambda: _answers(f"{sockets}/.s.PGSQL.{number}"),
        # A fast shutdown: sessions are ended, where SIGTERM would wait for them.
        stop_signal=signal.SIGINT,
        identity=identity,
    )


def _initialize(programs: Path, folder: Path, identity: Identity | None, log: Path) -> None:
    """Make the database cluster the first time; a half-made one is begun anew."""
    data, done = folder / "data", folder / "initialized"
    if done.exists():
        return
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(mode=0o700)
    _give_away(data, identity)
    options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"]
    password = (folder / "postgres.password").read_text("ascii")
    # To a server of one session that nobody else can reach.
    statements = (
        f"CREATE ROLE {DATABASE} LOGIN CREATEROLE CREATEDB PASSWORD '{password}';\n"
        f"GRANT pg_signal_backend TO {DATABASE};\n"
        f"CREATE DATABASE {DATABASE} OWNER {DATABASE};\n"
    )
    with log.open("ab") as output:
        for command, text in (
            ([str(programs / "initdb"), "-D", str(data), *options], ""),
            ([str(programs / "postgres"), "--single", "-D", str(data), "postgres"], statements),
        ):
            ended = subprocess.run(  # noqa: S603 - the server's own program with our own words
                processes.command_as(identity, command, dies_by=None),
                input=text.encode(),
                stdout=output,
                stderr=output,
                cwd=folder,
                check=False,
            )
            if ended.returncode:
                raise ServerError(f"{command[0]} ended with status {ended.returncode}; see {log}")
    (data / "pg_hba.conf").write_text(_ACCESS, "ascii")
    done.touch()


def _wait_for_orphans(data: Path) -> None:
    """Wait for the processes of a server that was killed: while one has its shared memory, no new server starts."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
        # As CreateLockFile() and AddToDataDirLockFile() write it: the process, then in line 7 the memory's number.
        postmaster, memory = int(lines[0]), lines[6].split()[1]
    except (FileNotFoundError, IndexError):
        return
    deadline = time.monotonic() + _ORPHANS_SECONDS
    while not processes.exists(postmaster) and _attached(memory) and time.monotonic() < deadline:
        time.sleep(0.02)


def _attached(memory: str) -> int:
    """How many processes have this System V shared memory."""
    for line in Path("/proc/sysvipc/shm").read_text("ascii").splitlines()[1:]:
        fields = line.split()
        if fields[1] == memory:
            return int(fields[6])
    return 0


def _give_away(path: Path, identity: Identity | None) -> None:
    if identity is not None and path.stat().st_uid != identity.uid:
        os.chown(path, identity.uid, identity.gid)


def _answers(path: str) -> bool:
    """Whether it would let somebody in: it asks for a password, where one that still starts refuses."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        try:
            probe.connect(path)
            fields = b"user\0%b\0database\0%b\0\0" % ((DATABASE.encode(),) * 2)
            probe.sendall(struct.pack(">II", len(fields) + 8, _PROTOCOL) + fields)
            return probe.recv(1) == b"R"
        except OSError:
            return False
