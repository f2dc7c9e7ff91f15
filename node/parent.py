"""The parent of the node processes: holds their sockets, starts them, replaces those that die, restarts them.

It keeps every listening socket open, so that neither a crash nor a restart loses a connection that waits.
"""

from __future__ import annotations

import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import structlog

from node import config, metrics, succession
from node.config import PREFIX, Settings
from node.succession import Adopted, Heir, Succession
from node.worker import REPLACED

# systemd hands over listening sockets from this descriptor on.
SYSTEMD_FIRST = 3
MAX_RESTART_SECONDS = 10.0
STABLE_SECONDS = 10.0
# How often processes are looked at, and systemd is told that they turn.
WATCH_SECONDS = 2.0

log = structlog.get_logger(__name__)


class ListenError(Exception):
    """The address cannot be listened on; the message says why."""


class Process(Protocol):
    """A child process, whichever program of this process started it."""

    pid: int

    def poll(self) -> int | None:
        """Return its status, None while it runs."""

    def send_signal(self, sig: int, /) -> None:
        """Send a signal."""


@dataclass(slots=True)
class Child:
    """One node process."""

    slot: int
    metrics_slot: int
    process: Process
    ready_pipe: int
    # Started by the program before, which this one replaces.
    is_heir: bool = False
    started: float = field(default_factory=time.monotonic)
    is_ready: bool = False
    is_leaving: bool = False
    # When it last said that its loop turns.
    beat: float = field(default_factory=time.monotonic)


def listen(settings: Settings) -> list[socket.socket]:
    """Open a socket for each node process, all on one port; one that systemd opened is shared by all."""
    count = int(os.environ.get("LISTEN_FDS", "0"))
    if count and os.environ.get("LISTEN_PID") == str(os.getpid()):
        given = [socket.socket(fileno=SYSTEMD_FIRST + index) for index in range(count)]
        return [given[slot % count] for slot in range(settings.workers)]
    sockets: list[socket.socket] = []
    port = settings.port
    for _slot in range(settings.workers):
        family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            if not sockets:
                # Without SO_REUSEPORT first: another program on this port is an error, not a partner.
                _refuse_taken(family, settings.host, port)
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            listener.bind((settings.host, port))
            listener.listen(settings.backlog)
        except OSError as error:
            raise ListenError(f"cannot listen on {settings.host}:{port}: {error.strerror}") from error
        port = listener.getsockname()[1]
        sockets.append(listener)
    return sockets


def _refuse_taken(family: int, host: str, port: int) -> None:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
        probe.listen(1)


class Parent:
    """Starts and watches the node processes."""

    def __init__(
        self,
        settings: Settings,
        sockets: list[socket.socket],
        overrides: dict[str, object],
        inherited: Succession | None = None,
    ) -> None:
        self._settings = settings
        self._sockets = sockets
        self._overrides = overrides
        self._environment = environment_of(overrides.items())
        self._children: list[Child] = []
        if inherited is None or inherited.layout != metrics.layout():
            # Two generations of processes, and the parent.
            self._metrics = metrics.create_shared(2 * settings.workers + 1)
        else:
            self._metrics = inherited.metrics
        self._counters = metrics.Counters(self._metrics, 2 * settings.workers)
        if inherited is None:
            # The writing end is this process's alone: when it ends, however, its nodes read the end of the pipe.
            self._life, self._life_of_this = os.pipe()
        else:
            self._life, self._life_of_this = inherited.life
            self._children = [
                Child(
                    one.slot,
                    one.metrics_slot,
                    Adopted(one.pid),
                    -1,
                    is_heir=True,
                    is_ready=True,
                    is_leaving=one.is_leaving,
                )
                for one in inherited.children
            ]
        self._signals: list[int] = []
        self._restart_seconds = 0.1
        self._due: dict[int, float] = {}
        self._is_stopping = False
        self._is_to_begin_anew = False
        self._notify_due = 0.0
        # An heir serves already: what cannot start now is tried again, it is no reason to end.
        self._was_announced = inherited is not None
        self._is_whole = False
        self._check: succession.Check | None = None
        self._status = 0

    def run(self) -> int:
        """Serve until told to stop; return the exit status."""
        woken, wake = os.pipe()
        os.set_blocking(woken, False)
        os.set_blocking(wake, False)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD):
            signal.signal(number, lambda number, _frame: self._signals.append(number))
        signal.pthread_sigmask(signal.SIG_UNBLOCK, succession.HELD_SIGNALS)
        with selectors.DefaultSelector() as selector:
            selector.register(woken, selectors.EVENT_READ)
            for slot in range(self._settings.workers):
                self._start(slot, selector)
            while self._children or self._due:
                for key, _events in selector.select(self._pause()):
                    if key.fd == woken:
                        os.read(woken, 4096)
                    else:
                        self._on_word(key.data, selector)
                self._reap(selector)
                self._watch()
                self._restart_due(selector)
                while self._signals:
                    self._obey(self._signals.pop(0))
                if self._is_to_begin_anew and all(one.is_ready and not one.is_leaving for one in self._children):
                    self._begin_anew()
        return self._status

    def _start(self, slot: int, selector: selectors.BaseSelector) -> None:
        """Start the process of a slot. While its predecessor still runs, it counts in another place."""
        readable, writable = os.pipe()
        listener = self._sockets[slot]
        taken = {child.metrics_slot for child in self._children}
        counted = slot if slot not in taken else slot + self._settings.workers
        passed = (listener.fileno(), self._metrics, writable, self._life)
        # Until it is ready it would only take connections from the one that serves.
        succeeds = any(one.slot == slot and one.is_ready and not one.is_leaving for one in self._children)
        command = [sys.executable, "-m", "node", *map(str, passed), str(counted), str(int(succeeds))]
        root = str(Path(__file__).resolve().parents[1])
        environment = dict(self._environment)
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (root, environment.get("PYTHONPATH"))))
        # A process group of its own: Ctrl-C in a terminal reaches the parent alone, which then decides.
        process = subprocess.Popen(  # noqa: S603 - our own interpreter with our own numbers
            command, pass_fds=passed, env=environment, process_group=0
        )
        os.close(writable)
        child = Child(slot, counted, process, readable)
        self._children.append(child)
        selector.register(readable, selectors.EVENT_READ, child)

    def _on_word(self, child: Child, selector: selectors.BaseSelector) -> None:
        """Hear that a process is ready, then that its loop turns."""
        if not os.read(child.ready_pipe, 4096):
            selector.unregister(child.ready_pipe)
            os.close(child.ready_pipe)
            child.ready_pipe = -1
            return
        child.beat = time.monotonic()
        if child.is_ready:
            return
        child.is_ready = True
        for other in self._children:
            if other is not child and other.slot == child.slot and not other.is_leaving:
                self._dismiss(other, REPLACED)
        serving = [one for one in self._children if one.is_ready and not one.is_leaving]
        if not self._is_whole and len(serving) == self._settings.workers and not any(one.is_heir for one in serving):
            self._is_whole = True
            self._counters.set(metrics.REPLACED_AT, time.time())
        if not self._was_announced and all(one.is_ready for one in self._children):
            self._was_announced = True
            notify("READY=1")
            log.info("serving", address=address(self._sockets[0]), processes=len(self._children))

    def _reap(self, selector: selectors.BaseSelector) -> None:
        for child in list(self._children):
            status = child.process.poll()
            if status is None:
                continue
            self._children.remove(child)
            metrics.Counters(self._metrics, child.metrics_slot).reset_gauges()
            if child.ready_pipe >= 0:
                selector.unregister(child.ready_pipe)
                os.close(child.ready_pipe)
            if child.is_leaving or self._is_stopping:
                continue
            if not self._was_announced:
                # What cannot start once will not start the next time: say so, instead of letting clients wait.
                log.error("node_process_cannot_start", slot=child.slot, status=status)
                self._status = 1
                self._obey(signal.SIGTERM)
                continue
            if time.monotonic() - child.started > STABLE_SECONDS:
                self._restart_seconds = 0.1
            log.error("node_process_lost", slot=child.slot, status=status, retry_seconds=self._restart_seconds)
            self._due[child.slot] = time.monotonic() + self._restart_seconds
            self._restart_seconds = min(MAX_RESTART_SECONDS, self._restart_seconds * 2)

    def _watch(self) -> None:
        """Replace a process whose loop hangs; tell systemd, where it asks, that the others turn."""
        now = time.monotonic()
        silent = [one for one in self._children if one.is_ready and one.ready_pipe >= 0 and not one.is_leaving]
        silent = [one for one in silent if now - one.beat > self._settings.hung_seconds]
        for child in silent:
            log.error("node_process_hangs", slot=child.slot, pid=child.process.pid, seconds=round(now - child.beat, 1))
            child.beat = now
            child.process.send_signal(signal.SIGKILL)
        if not silent and now >= self._notify_due:
            self._notify_due = now + WATCH_SECONDS
            if os.environ.get("WATCHDOG_USEC"):
                notify("WATCHDOG=1")

    def _restart_due(self, selector: selectors.BaseSelector) -> None:
        now = time.monotonic()
        for slot in [slot for slot, due in self._due.items() if due <= now]:
            del self._due[slot]
            self._start(slot, selector)

    def _pause(self) -> float:
        """How long nothing has to be looked at."""
        due = min(self._due.values()) - time.monotonic() if self._due else WATCH_SECONDS
        return max(0.0, min(due, WATCH_SECONDS))

    def _obey(self, number: int) -> None:
        if number in (signal.SIGTERM, signal.SIGINT):
            # Asked a second time, nobody waits any longer.
            final = signal.SIGKILL if self._is_stopping else signal.Signals(number)
            self._is_stopping = True
            self._is_to_begin_anew = False
            self._due.clear()
            notify("STOPPING=1")
            # The last who holds a socket is then the process that accepts on it: when it closes, new connections are
            # refused, which every proxy takes elsewhere, instead of waiting for nobody until they are reset.
            for listener in self._sockets:
                listener.close()
            for child in self._children:
                self._dismiss(child, final)
        elif number == signal.SIGHUP and not self._is_stopping:
            self._is_to_begin_anew = True
            # Whoever waits for a successor that cannot start is to be replaced by another one: by the release before.
            served = {one.slot for one in self._children if one.is_ready and not one.is_leaving}
            for child in self._children:
                if not child.is_ready and not child.is_leaving and child.slot in served:
                    self._dismiss(child, signal.SIGKILL)

    def _begin_anew(self) -> None:
        """Become the program that is on disk now, with the settings of now, once it says that it could serve."""
        try:
            if self._check is None:
                self._check = succession.Check()
            complaint = self._check.complaint()
            if complaint is None:
                return
            if complaint:
                self._refuse(complaint)
                return
            settings = config.load(self._overrides).settings
            kept = ("host", "port", "workers")
            if any(getattr(settings, name) != getattr(self._settings, name) for name in kept):
                self._refuse(f"{', '.join(kept)} change with a stop and a start only")
                return
            log.info("restarting", processes=len(self._children))
            heirs = [Heir(one.process.pid, one.slot, one.metrics_slot, one.is_leaving) for one in self._children]
            listeners = [listener.fileno() for listener in self._sockets]
            life = (self._life, self._life_of_this)
            succession.hand_over(Succession(listeners, life, self._metrics, metrics.layout(), heirs))
        except (config.ConfigurationError, OSError) as error:
            self._refuse(str(error))

    def _refuse(self, reason: str) -> None:
        """Serve on as before, and let who asked see it."""
        self._check, self._is_to_begin_anew = None, False
        log.error("restart_refused", reason=reason)
        self._counters.set(metrics.REFUSED_AT, time.time())

    def _dismiss(self, child: Child, number: int) -> None:
        child.is_leaving = True
        try:
            child.process.send_signal(number)
        except ProcessLookupError:
            return


def address(listener: socket.socket) -> str:
    """Where a socket listens, as a URL."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{host}:{port}"


def notify(*lines: str) -> None:
    """Tell systemd, where it asks."""
    path = os.environ.get("NOTIFY_SOCKET")
    if not path:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.connect("\0" + path[1:] if path.startswith("@") else path)
        sender.sendall("\n".join(lines).encode())


def environment_of(overrides: Iterable[tuple[str, object]]) -> dict[str, str]:
    """Return this environment with settings of the command line in it, for the node processes."""
    added = {PREFIX + name.upper(): str(value) for name, value in overrides if value is not None}
    return {**os.environ, **added}
