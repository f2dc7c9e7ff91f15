"""The node's side of engine.runtime.host: what scripts ask of the database, checked and done under their tenant's role.

The executor that asks is not trusted: it names sessions by its own small numbers, and nothing it sends reaches the
server but SQL texts, names and parameters, each in its place of a message that is built here.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from engine.executor.protocol import ProtocolError
from engine.runtime import host
from node import metrics
from node.executors.pool import Job
from node.store.database import DatabaseUnavailableError
from node.store.session import Session
from node.store.sessions import Sessions

if TYPE_CHECKING:
    from node.spans import Spans

# How many connections one script may have open at a time.
MAX_SESSIONS = 4

Answer = Callable[[bytes], None]
Messages = Callable[[bytes | None, bytes], None]


@dataclass(slots=True)
class _Script:
    """What one execution has been lent."""

    sessions: dict[bytes, Session] = field(default_factory=dict)
    opened: int = 0
    is_waiting: bool = False
    opening: asyncio.Task[None] | None = None


class HostCalls:
    """Does what scripts ask for."""

    def __init__(self, sessions: Sessions, counters: metrics.Counters, spans: Spans | None = None) -> None:
        self._sessions = sessions
        self._counters = counters
        self._spans = spans
        self._scripts: dict[int, _Script] = {}

    def call(self, job: Job, request: bytes, answer: Answer) -> None:
        """See HostPort."""
        script = self._scripts.setdefault(job.id, _Script())
        if script.is_waiting:
            raise ProtocolError("a script that waits for an answer asks again")
        try:
            strings = host.unpack(request, host.MAX_PARAMETERS + 16)
        except host.HostError as error:
            raise ProtocolError(str(error)) from error
        script.is_waiting = True

        def answered(body: bytes) -> None:
            if self._scripts.get(job.id) is script:
                script.is_waiting = False
                answer(body)

        if not strings:
            raise ProtocolError("a call says nothing")
        operation, arguments = strings[0], strings[1:]
        if operation == host.OPEN and not arguments:
            self._open(job, script, answered)
            return
        handle = (arguments[0] if arguments else None) or b""
        session = script.sessions.get(handle)
        if session is None:
            raise ProtocolError("a call names no session of its script")
        if operation == host.CLOSE and len(arguments) == 1:
            del script.sessions[handle]
            self._sessions.release(session)
            answered(host.pack([host.DONE]))
        else:
            _run(session, operation, arguments[1:], self._passing(job, session, answered))

    def lend(self, job: Job) -> bytes | None:
        """See HostPort."""
        session = self._sessions.borrow(job.tenant)
        return None if session is None else _lend(self._scripts.setdefault(job.id, _Script()), session)

    def finish(self, job: Job) -> None:
        """See HostPort."""
        script = self._scripts.pop(job.id, None)
        if script is None:
            return
        if script.opening is not None:
            script.opening.cancel()
        for session in script.sessions.values():
            self._sessions.release(session)

    def _passing(self, job: Job, session: Session, answer: Answer) -> Messages:
        """Pass the server's messages on, or why there are none."""
        started = time.perf_counter()

        def passed(messages: bytes | None, reason: bytes) -> None:
            result = "unavailable" if messages is None else "error" if session.has_failed else "ok"
            self._counters.add(metrics.DATABASE_QUERIES[result])
            took = time.perf_counter() - started
            self._counters.observe(metrics.STAGE_SECONDS["database"], took)
            if self._spans is not None and job.trace is not None:
                self._spans.stage(
                    "database", took, job.trace, **{"db.system.name": "postgresql", "howdah.result": result}
                )
            answer(host.pack([host.REFUSED, reason] if messages is None else [host.DONE, messages]))

        return passed

    def _open(self, job: Job, script: _Script, answer: Answer) -> None:
        if len(script.sessions) >= MAX_SESSIONS:
            answer(host.pack([host.REFUSED, b"FATAL:  a script may have %d connections" % MAX_SESSIONS]))
            return
        session = self._sessions.borrow(job.tenant)
        if session is not None:
            answer(_lend(script, session))
            return
        script.opening = asyncio.get_running_loop().create_task(self._open_later(job, script, answer))

    async def _open_later(self, job: Job, script: _Script, answer: Answer) -> None:
        try:
            session = await self._sessions.acquire(job.tenant)
        except DatabaseUnavailableError as error:
            answer(host.pack([host.REFUSED, str(error).encode()]))
        else:
            if self._scripts.get(job.id) is script:
                answer(_lend(script, session))
            else:
                self._sessions.release(session)
        finally:
            script.opening = None


def _run(session: Session, operation: bytes | None, arguments: list[bytes | None], answer: Messages) -> None:
    """Have a session do what a call says."""
    if operation == host.SIMPLE and len(arguments) == 1:
        session.simple(_text(arguments[0]), answer)
    elif operation == host.COPY and len(arguments) == 2:
        session.copy(_text(arguments[0]), arguments[1] or b"", answer)
    elif operation == host.PREPARE and len(arguments) == 3:
        session.prepare(_name(arguments[0]), _text(arguments[1]), _types(arguments[2]), answer)
    elif operation == host.EXECUTE and 3 <= len(arguments) <= host.MAX_PARAMETERS + 3:
        name, sql, formats, *parameters = arguments
        text = None if sql is None else _text(sql)
        session.execute(_name(name), text, parameters, _formats(formats, len(parameters)), answer)
    else:
        raise ProtocolError("a call is none that there is")


def _lend(script: _Script, session: Session) -> bytes:
    script.opened += 1
    handle = b"%d" % script.opened
    script.sessions[handle] = session
    return host.pack([host.DONE, handle, b"%d" % session.pid, session.server_version.encode()])


def _text(sql: bytes | None) -> bytes:
    if sql is None or b"\0" in sql:
        raise ProtocolError("a call has no SQL, or one with a zero in it")
    return sql


def _name(name: bytes | None) -> bytes:
    if name is None or b"\0" in name or len(name) > host.MAX_NAME_BYTES:
        raise ProtocolError("a call has a name that is none")
    return name


def _formats(formats: bytes | None, count: int) -> list[int]:
    letters = formats or b""
    if len(letters) != count or letters.strip(b"tb"):
        raise ProtocolError("a call has a format for other than each parameter")
    return [] if b"b" not in letters else [int(letter == b"b"[0]) for letter in letters]


def _types(types: bytes | None) -> list[int]:
    words = (types or b"").split()
    if len(words) > host.MAX_PARAMETERS or not all(word.isdigit() and len(word) < 11 for word in words):
        raise ProtocolError("a call has types that are none")
    numbers = [int(word) for word in words]
    if any(number >= 1 << 32 for number in numbers):
        raise ProtocolError("a call has types that are none")
    return numbers
