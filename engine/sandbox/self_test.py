"""Tries every forbidden thing in processes confined as executors are. A zygote that gets away with one does not serve.

Each attempt is a process of its own, since being killed is the usual answer. `seccomp` would stop most of them before
any other mechanism could, so those are tried once more without it.
"""

from __future__ import annotations

import os
import resource
import signal
import socket
import time
from dataclasses import dataclass, replace
from typing import AbstractSet, Callable, Dict, List, Tuple

from engine.sandbox import policy, rlimits
from engine.sandbox.confine import Stage, Terms, confine
from engine.sandbox.system_calls import UnavailableError, kernel

_HELD = 0
_GOT_AWAY = 7
_NOT_CONFINED = 8
_PATIENCE_SECONDS = 5.0
_MOST_TOLD = 8192

_INTERNET = 2
_UNIX = 1
_STREAM = 1
_DATAGRAM = 2
_CHILD = 17
_PR_SET_NAME = 15
_CURRENT_FOLDER = -100


@dataclass(frozen=True)
class Attempt:
    """Something an executor must not be able to do. `stopped_by` lists the mechanisms each of which prevents it."""

    name: str
    stopped_by: Tuple[str, ...]
    act: Callable[[], object]


def _socket(family: int, kind: int) -> Callable[[], object]:
    return lambda: kernel.call("socket", family, kind, 0)


def _reach_the_internet() -> None:
    """Needs a network interface that is up, so a network namespace of one's own prevents it."""
    connection = kernel.call("socket", _INTERNET, _DATAGRAM, 0)
    address = socket.AF_INET.to_bytes(2, "little") + (9).to_bytes(2, "big") + socket.inet_aton("127.0.0.1") + bytes(8)
    kernel.call("connect", connection, address, len(address))


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


ATTEMPTS: Tuple[Attempt, ...] = (
    Attempt("open a file", ("seccomp", "landlock", "mounts"), lambda: os.open("/etc/passwd", os.O_RDONLY)),
    Attempt("list a folder", ("seccomp", "landlock"), lambda: os.listdir("/")),
    Attempt("find a file", ("seccomp", "mounts"), lambda: os.stat("/etc/passwd")),
    Attempt("read a process", ("seccomp", "landlock", "mounts"), lambda: os.open("/proc/self/mem", os.O_RDONLY)),
    Attempt("write a file", ("seccomp", "landlock", "mounts"), lambda: os.open("/tmp/x", os.O_WRONLY | os.O_CREAT)),
    Attempt("make a folder", ("seccomp", "landlock", "mounts"), lambda: os.mkdir("/tmp/x")),
    Attempt("execute", ("seccomp", "landlock", "mounts"), lambda: os.execv("/bin/true", ["true"])),
    Attempt("fork", ("seccomp",), _fork),
    Attempt("signal the parent", ("seccomp",), lambda: os.kill(os.getppid(), 0)),
    Attempt("signal itself", ("seccomp",), lambda: os.kill(os.getpid(), 0)),
    Attempt("an internet socket", ("seccomp",), _socket(_INTERNET, _STREAM)),
    Attempt("reach an address", ("seccomp", "namespaces"), _reach_the_internet),
    Attempt("a unix socket", ("seccomp",), _socket(_UNIX, _STREAM)),
    Attempt("trace a process", ("seccomp",), lambda: kernel.call("ptrace", 0, 0, 0, 0)),
    Attempt("a new namespace", ("seccomp",), lambda: kernel.call("unshare", 0x04000000)),
    Attempt("become root", ("seccomp", "capabilities", "identity"), lambda: os.setuid(0)),
    Attempt("change root", ("seccomp", "capabilities", "mounts"), lambda: os.chroot("/tmp")),
    Attempt("mount", ("seccomp", "capabilities", "mounts"), lambda: kernel.call("mount", 0, 0, 0, 0, 0)),
    Attempt("memory as a file", ("seccomp",), lambda: kernel.call("memfd_create", b"x\0", 0)),
    Attempt("a second descriptor", ("seccomp", "rlimits"), lambda: [os.dup(policy.CONNECTION) for _ in range(64)]),
    Attempt("more memory", ("seccomp", "rlimits"), lambda: resource.setrlimit(resource.RLIMIT_AS,
            (resource.RLIM_INFINITY, resource.RLIM_INFINITY))),
    Attempt("more processor time", ("seccomp",), lambda: resource.setrlimit(resource.RLIMIT_CPU,
            (1, 1))),
    Attempt("rename itself", ("seccomp",), lambda: kernel.call("prctl", _PR_SET_NAME, b"x\0")),
    Attempt("pass a descriptor", ("seccomp",), lambda: kernel.call("sendmsg", policy.CONNECTION, 0, 0)),
    Attempt("write elsewhere", ("seccomp", "descriptors"), lambda: os.write(policy.MEMORY, b"x")),
    Attempt("io_uring", ("seccomp",), lambda: kernel.call("io_uring_setup", 1, bytes(120))),
    Attempt("shared memory", ("seccomp",), lambda: kernel.call("shmget", 0, 4096, 0o1600)),
)  # fmt: skip


def _work() -> None:
    """All that scripts need of the kernel."""
    os.write(policy.CONNECTION, b"answer")
    os.pread(policy.MEMORY, 64, 0)
    held = bytearray(32 << 20)
    held[-1] = 1
    kernel.call("getrandom", bytes(16), 16, 0)
    time.sleep(0.001)
    signal.setitimer(signal.ITIMER_REAL, 0)
    rlimits.set_address_space(resource.RLIM_INFINITY)
    # Long enough for a JIT to want executable memory.
    total = 0
    for number in range(20_000):
        total += number
    if total != 199_990_000:
        raise ArithmeticError(f"expected 199990000, got {total}")


def run(terms: Terms, lacking: AbstractSet[str]) -> List[str]:
    """What went wrong: forbidden things that succeeded although a mechanism stops them, needed ones that failed.

    `lacking` says what this host has not; call it once the zygote itself is confined.
    """
    running: List[Tuple[str, _Trial]] = []
    for attempt in ATTEMPTS:
        for left_out in (frozenset(), frozenset(("seccomp",))):
            if set(attempt.stopped_by) - lacking - left_out:
                without = " without seccomp" if left_out else ""
                running.append((f"{attempt.name}{without}", _Trial(terms, attempt.act, left_out | lacking)))
    worker = _Trial(terms, _work, lacking)
    faults = []
    for name, trial in running:
        ended = trial.ending()
        if ended == _NOT_CONFINED:
            faults.append(f"could not be confined: {name}")
        elif ended not in (_HELD, -signal.SIGSYS):
            faults.append(f"got away: {name}")
    ended = worker.ending()
    if ended != _GOT_AWAY:
        faults.append(f"an executor could not work: its process ended with {ended}")
    return faults


def lacking_in_executors(terms: Terms) -> Dict[str, str]:
    """Why steps that each executor takes cannot be taken here: a process tries them and tells."""
    trial = _Trial(terms, _nothing, frozenset())
    return trial.lacking()


def _nothing() -> None:
    return


class _Trial:
    """A process that confines itself and then acts."""

    def __init__(self, terms: Terms, act: Callable[[], object], without: AbstractSet[str]) -> None:
        self._ours, theirs = socket.socketpair()
        parent = os.getpid()
        with theirs:
            self._pid = os.fork()
            if self._pid == 0:
                _become(replace(terms, parent=parent, connection=theirs.fileno()), act, without)

    def ending(self) -> int:
        """Wait for it: as `subprocess` says how a process ended. One that hangs is killed."""
        with self._ours:
            return _ending(self._pid)

    def lacking(self) -> Dict[str, str]:
        """What it could not do to confine itself, once it is over."""
        with self._ours:
            _ending(self._pid)
            told = self._ours.recv(_MOST_TOLD)
        return dict(line.split("=", 1) for line in told.decode("utf-8", "replace").splitlines())


def _become(terms: Terms, act: Callable[[], object], without: AbstractSet[str]) -> None:
    """Never returns."""
    status = _NOT_CONFINED
    try:
        lacking = confine(Stage.EXECUTOR, terms, without)
        os.write(policy.CONNECTION, "".join(f"{name}={reason}\n" for name, reason in lacking.items()).encode())
        if not lacking:
            status = _HELD
            act()
            status = _GOT_AWAY
    except (OSError, ValueError, UnavailableError):
        # Refused, which is as good as killed.
        return
    finally:
        os._exit(status)


def _ending(pid: int) -> int:
    """How a process ended, as `subprocess` says it; one that hangs is killed."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
        if time.monotonic() > deadline:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.001)
