"""Loads the engine once, warms it up, then forks an executor whenever the node asks. Sees no script of a client."""

from __future__ import annotations

import importlib
import json
import os
import platform
import resource
import select
import signal
import socket
import time
import traceback
from typing import Any, Dict, List

from engine.executor import collection, confinement, control, serve
from engine.executor.confinement import Confinement
from engine.executor.control import Message
from engine.sandbox import lifetime, policy, rlimits


def load_engine(path: str, options: Dict[str, Any]) -> serve.Engine:
    """Build the engine class that `path` names as `module:Class`."""
    module, _, name = path.partition(":")
    # The class is named by configuration, so its type is not known here.
    engine: serve.Engine = getattr(importlib.import_module(module), name)(**options)
    return engine


def main(arguments: List[str]) -> int:
    """Serve the node at the other end of a descriptor until it is gone: `CONTROL_DESCRIPTOR SETTINGS`."""
    control_descriptor = int(arguments[0])
    # Any: JSON that the node wrote.
    settings: Dict[str, Any] = json.loads(arguments[1])
    lifetime.die_with_parent(settings.get("parent", os.getppid()))
    os.environ.clear()
    started = time.monotonic()
    engine = load_engine(settings["engine"], settings.get("options", {}))
    engine.warm_up()
    executor = serve.Executor(engine, settings.get("max_executions"))
    executor.train()
    _wait_once()
    confinement.forget_files()
    collection.settle()
    connection = socket.socket(fileno=control_descriptor)
    confined = Confinement(
        frozenset(settings.get("required_confinement", ())),
        parent=settings.get("parent", os.getppid()),
        most_address_space=policy.address_space_bytes(rlimits.address_space_bytes(), settings.get("memory_mb", 1024))
        + policy.LAST_WORDS_BYTES,
        most_group_memory=settings.get("group_memory_bytes", resource.RLIM_INFINITY),
    )
    faults = confined.confine_zygote()
    about = {**describe(engine), "load_seconds": time.monotonic() - started, "lacking": confined.lacking}
    kind = control.REFUSED if faults else control.READY
    text = "; ".join(faults).encode() if faults else json.dumps(about).encode()
    connection.send(control.encode(Message(kind, 0, os.getpid(), text=text)))
    if faults:
        return 3
    Zygote(executor, connection, confined).run()
    return 0


def _wait_once() -> None:
    """PyPy imports what `os.wait4` is made of when it is first called."""
    try:
        os.wait4(-1, os.WNOHANG)
    except ChildProcessError:
        return


def describe(engine: serve.Engine) -> Dict[str, Any]:
    """What the node may tell about its engine; the engine adds what it has to say by `describe()`."""
    about: Dict[str, Any] = {
        "interpreter": f"{platform.python_implementation()} {platform.python_version()}",
        "php_version": "8.4.0",
        "engine_version": "0",
        "extensions": [],
        "functions": [],
    }
    tell = getattr(engine, "describe", None)
    if tell is not None:
        about.update(tell())
    return about


class Zygote:
    """Forks executors and tells the node how they ended."""

    def __init__(self, executor: serve.Executor, connection: socket.socket, confined: Confinement) -> None:
        self._executor = executor
        self._control = connection
        self._confined = confined
        self._tokens: Dict[int, int] = {}

    def run(self) -> None:
        """Obey until the node is gone."""
        woken, wake = os.pipe()
        os.set_blocking(woken, False)
        os.set_blocking(wake, False)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
        # A terminal's Ctrl-C goes to every process of its group; the node decides when this one ends.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        poll = select.poll()
        poll.register(self._control, select.POLLIN)
        poll.register(woken, select.POLLIN)
        while True:
            for descriptor, _events in poll.poll():
                if descriptor == woken:
                    os.read(woken, 4096)
                    self._reap()
                    continue
                message, passed = control.receive(self._control)
                if message is None:
                    return
                if message.kind == control.FORK and passed is not None:
                    self._fork(message.token, passed)

    def _fork(self, token: int, descriptor: int) -> None:
        parent = os.getpid()
        try:
            pid = os.fork()
        except OSError as error:
            os.close(descriptor)
            self._tell(Message(control.FORK_FAILED, token, text=str(error).encode()))
            return
        if pid == 0:
            self._become_executor(descriptor, parent)
        os.close(descriptor)
        self._tokens[pid] = token
        self._tell(Message(control.FORKED, token, pid))

    def _reap(self) -> None:
        while self._tokens:
            pid, status, usage = os.wait4(-1, os.WNOHANG)
            if pid == 0:
                return
            cpu_us = int((usage.ru_utime + usage.ru_stime) * 1e6)
            token = self._tokens.pop(pid, 0)
            self._tell(Message(control.EXITED, token, pid, status, usage.ru_maxrss, cpu_us))

    def _tell(self, message: Message) -> None:
        try:
            self._control.send(control.encode(message))
        except OSError:
            # The node is gone; the next read says so.
            return

    def _become_executor(self, descriptor: int, parent: int) -> None:
        """Never returns."""
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            # Its number is needed; nothing may close it when this object is gone.
            self._control.detach()
            # Python asks about a descriptor when it makes a socket of it, so before confinement.
            os.dup2(descriptor, policy.CONNECTION, inheritable=False)
            connection = socket.socket(fileno=policy.CONNECTION)
            self._confined.confine_executor(policy.CONNECTION, parent)
            self._executor.run(connection)
            status = 0
        except (BrokenPipeError, ConnectionResetError):
            # The node closed the connection while a reply was on its way: nobody waits for it.
            status = 0
        except BaseException:  # noqa: BLE001 - the border: the node learns of it by the exit status, the log by this
            traceback.print_exc()
        finally:
            # Not `sys.exit`: nothing of the zygote's may run in this process.
            os._exit(status)
