"""One server process that this one started: who it runs as, where its log is, when it is ready, how it stops."""

from __future__ import annotations

import os
import pwd
import resource
import secrets
import shutil
import signal
import socket
import stat
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

START_SECONDS = 30.0
STOP_SECONDS = 15.0
# The kernel's bound for the path of a unix socket is 108 bytes, with its NUL.
MAX_SOCKET_PATH_BYTES = 107
_LOG_LINES = 12
# Who a server is that refuses to be root, in the order they are looked for.
_UNPRIVILEGED = ("postgres", "nobody")


class ServerError(Exception):
    """A server did not start; the message holds the end of its log."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs. `url` is what HOWDAH_REDIS_URL or HOWDAH_DATABASE_URL takes; it holds a password."""

    name: str
    url: str
    log: Path
    process: subprocess.Popen[bytes]
    stop_signal: signal.Signals

    @property
    def pid(self) -> int:
        """Its process id."""
        return self.process.pid

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self.process.poll() is None

    def stop(self) -> None:
        """Stop it and wait until it is gone; its data stay."""
        if self.is_running:
            # One that was frozen cannot obey before it goes on.
            self.process.send_signal(signal.SIGCONT)
            self.process.send_signal(self.stop_signal)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a server runs as. `is_searching`: as another user that could not enter the folders above its own."""

    uid: int
    gid: int
    is_searching: bool = False


def unprivileged(*paths: Path) -> Identity | None:
    """Return who runs a server that refuses to be root; None where this process is not root and nothing changes."""
    if os.geteuid() != 0:
        return None
    for name in _UNPRIVILEGED:
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return Identity(user.pw_uid, user.pw_gid, is_searching=not all(map(_is_open_to_all, paths)))
    raise ServerError(f"this server refuses to run as root, and there is no user {' or '.join(_UNPRIVILEGED)}")


def _is_open_to_all(path: Path) -> bool:
    """Whether anybody may pass through the folders above a path."""
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in path.resolve().parents)


def command_as(identity: Identity | None, command: Sequence[str], *, dies_by: signal.Signals | None) -> list[str]:
    """Return the command that runs another one as somebody, and ends it when this process ends."""
    changes = []
    if dies_by is not None:
        changes += ["--pdeathsig", dies_by.name]
    if identity is not None:
        changes += ["--reuid", str(identity.uid), "--regid", str(identity.gid), "--clear-groups"]
        if identity.is_searching:
            # It may then pass through folders that are closed to it, such as /root; it still owns only its own.
            changes += ["--inh-caps", "-all,+dac_read_search", "--ambient-caps", "-all,+dac_read_search"]
        else:
            changes += ["--inh-caps", "-all", "--bounding-set", "-all", "--no-new-privs"]
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        if identity is not None:
            raise ServerError("this server refuses to run as root, and setpriv (util-linux) is missing to change that")
        return list(command)
    return [setpriv, *changes, *command] if changes else list(command)


def start(
    name: str,
    command: Sequence[str],
    *,
    url: str,
    log: Path,
    folder: Path,
    is_ready: Callable[[], bool],
    stop_signal: signal.Signals = signal.SIGTERM,
    identity: Identity | None = None,
    environment: Mapping[str, str] | None = None,
) -> Server:
    """Start a server and wait until it answers; ServerError when it does not."""
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603 - a server that was looked for by its known names
            command_as(identity, command, dies_by=stop_signal),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd=folder,
            env=dict(os.environ if environment is None else environment),
            # A group of its own: Ctrl-C in a terminal reaches whoever started it, which then decides.
            process_group=0,
        )
    server = Server(name, url, log, process, stop_signal)
    deadline = time.monotonic() + START_SECONDS
    while not is_ready():
        if not server.is_running:
            raise ServerError(f"{name} ended with status {process.returncode} at its start:\n{end_of(log)}")
        if time.monotonic() > deadline:
            server.stop()
            raise ServerError(f"{name} did not answer within {START_SECONDS:g} seconds:\n{end_of(log)}")
        time.sleep(0.02)
    return server


def end_of(log: Path) -> str:
    """Return the last lines of a log."""
    return "\n".join(log.read_text("utf-8", "replace").splitlines()[-_LOG_LINES:])


def open_files() -> int:
    """How many descriptors a process of ours may have."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    return hard if hard != resource.RLIM_INFINITY else 1 << 20


def children(pid: int) -> list[int]:
    """Return the processes that a process started and that still run."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text("ascii").split()]
    except FileNotFoundError:
        return []


def exists(pid: int) -> bool:
    """Whether there is such a process."""
    return Path(f"/proc/{pid}").exists()


def kept_secret(path: Path) -> str:
    """Return the password that a file keeps; a new one is made the first time."""
    try:
        return path.read_text("ascii").strip()
    except FileNotFoundError:
        password = secrets.token_urlsafe(24)
        path.touch(0o600)
        path.write_text(password, "ascii")
        return password


def socket_folder(folder: Path, longest_name: str) -> Path:
    """Return a folder in which a server may make the socket of this name; ServerError when the path is too long."""
    if len(os.fsencode(folder / longest_name)) <= MAX_SOCKET_PATH_BYTES:
        return folder
    raise ServerError(
        f"expected a shorter path than {folder}: a unix socket in it may have {MAX_SOCKET_PATH_BYTES} bytes"
    )


def accepts(family: socket.AddressFamily, address: str | tuple[str, int]) -> bool:
    """Whether somebody listens at an address."""
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        try:
            probe.connect(address)
        except OSError:
            return False
        return True
