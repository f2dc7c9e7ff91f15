"""What a parent hands to the program that takes its place: same process, so same id, same children, same sockets.

It goes through `exec`, so that whoever watches the parent sees no change, and no connection that waits is lost.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

import msgspec

VARIABLE = "HOWDAH_SUCCEEDS"
# Held back between the two programs, when nobody could obey them.
HELD_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
# For a program that does not say whether it can serve.
CHECK_SECONDS = 120.0


class Heir(msgspec.Struct, frozen=True):
    """A node process that runs on under the new program until it is replaced."""

    pid: int
    slot: int
    metrics_slot: int
    is_leaving: bool


class Succession(msgspec.Struct, frozen=True):
    """Everything that is handed over, descriptors by number."""

    listeners: list[int]
    life: tuple[int, int]
    metrics: int
    # Which numbers lie where in the memory of the metrics: another release may count other things.
    layout: str
    children: list[Heir]


@dataclass(slots=True)
class Adopted:
    """A child process that an earlier program of this process started; the part of Popen that a parent uses."""

    pid: int
    returncode: int | None = None

    def poll(self) -> int | None:
        """Return its status, None while it runs."""
        if self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
            except ChildProcessError:
                self.returncode = 0
            else:
                self.returncode = os.waitstatus_to_exitcode(status) if pid else None
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)


class Check:
    """Asks the command, as it is on disk now, whether it could serve: nothing leads back from `exec`."""

    def __init__(self) -> None:
        """Begin to ask; OSError when it cannot be started."""
        program, arguments = command()
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - read when the process has ended
        self._process = subprocess.Popen(  # noqa: S603 - our own command line again
            [program, *arguments[1:], "--check"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._said,
        )
        self._deadline = time.monotonic() + CHECK_SECONDS

    def complaint(self) -> str | None:
        """Return what is against it, an empty text when it could serve, None while it has not said."""
        status = self._process.poll()
        if status is None:
            if time.monotonic() < self._deadline:
                return None
            self._process.kill()
            status = self._process.wait()
        with self._said as said:
            said.seek(0)
            text = said.read().decode("utf-8", "replace").strip()
        return (text or f"its check ended with status {status}") if status else ""


def hand_over(succession: Succession) -> None:
    """Become the same command anew, as it is on disk now; OSError when that cannot be started."""
    for descriptor in (*succession.listeners, *succession.life, succession.metrics):
        os.set_inheritable(descriptor, True)
    environment = {**os.environ, VARIABLE: msgspec.json.encode(succession).decode()}
    program, arguments = command()
    signal.pthread_sigmask(signal.SIG_BLOCK, HELD_SIGNALS)
    try:
        os.execve(program, arguments, environment)  # noqa: S606 - our own command line again
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, HELD_SIGNALS)


def command() -> tuple[str, list[str]]:
    """Return program and arguments of this command: its own file where that is a program, which a release has anew."""
    if os.access(sys.argv[0], os.X_OK) and os.path.isfile(sys.argv[0]):  # noqa: PTH113 - argv is text
        return sys.argv[0], sys.argv
    return sys.executable, [sys.executable, *sys.orig_argv[1:]]


def take_over() -> Succession | None:
    """Return, once, what this process was given by its own earlier program; None where it had none."""
    text = os.environ.pop(VARIABLE, None)
    if text is None:
        return None
    succession = msgspec.json.decode(text, type=Succession)
    for descriptor in (*succession.listeners, *succession.life, succession.metrics):
        os.set_inheritable(descriptor, False)
    return succession


def sockets_of(succession: Succession) -> list[socket.socket]:
    """Return the listening sockets, a number that comes twice as one socket."""
    opened = {descriptor: socket.socket(fileno=descriptor) for descriptor in set(succession.listeners)}
    return [opened[descriptor] for descriptor in succession.listeners]
