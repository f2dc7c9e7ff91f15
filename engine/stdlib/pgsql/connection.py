"""A script's connection to its database: what libpq's PGconn is, over calls to the node."""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence

from engine.runtime import host
from engine.runtime.context import ctx
from engine.runtime.lifetimes import reach_world
from engine.stdlib.pgsql import messages
from engine.stdlib.pgsql.error_text import error_text
from engine.stdlib.pgsql.messages import FATAL_ERROR, Result

# A value that is sent as it is, not as text.
BINARY = "b"
TEXT = "t"


class ConnectError(Exception):
    """There is no connection; the message is libpq's."""


class Connection:
    """A connection. Errors are results; `error` is the text of the last one."""

    def __init__(self) -> None:
        answer = _call([host.OPEN])
        if answer[0] != host.DONE:
            raise ConnectError(_string(answer[1]))
        self._handle = answer[1]
        self.pid = int(answer[2] or 0)
        self.server_version = _string(answer[3])
        self.error = ""
        self.transaction = "I"
        self.is_open = True
        self.settings: Dict[str, str] = {}
        self.notices: List[Dict[str, str]] = []
        # Of the last call: the result of each of its statements.
        self.results: List[Result] = []

    def simple(self, sql: str) -> Result:
        """Run statements without parameters."""
        sql = _cut(sql)
        return self._ask([host.SIMPLE, self._handle, _bytes(sql)], sql)

    def simple_all(self, sql: str) -> List[Result]:
        """Run statements without parameters, and return the result of each."""
        self.simple(sql)
        return self.results

    def copy(self, sql: str, data: str = "") -> Result:
        """Run a COPY: to the client, or from it, which then gets this data."""
        sql = _cut(sql)
        return self._ask([host.COPY, self._handle, _bytes(sql), _bytes(data)], sql)

    def prepare(self, name: str, sql: str) -> Result:
        """Prepare a statement."""
        sql = _cut(sql)
        return self._ask([host.PREPARE, self._handle, _name(name), _bytes(sql), b""], sql)

    def execute(
        self, name: str, sql: Optional[str], parameters: Sequence[Optional[str]], formats: Optional[str] = None
    ) -> Result:
        """Run a statement; with SQL it is prepared under this name first."""
        if len(parameters) > host.MAX_PARAMETERS:
            return self._failed(f"number of parameters must be between 0 and {host.MAX_PARAMETERS}\n")
        if sql is not None:
            sql = _cut(sql)
        strings = [None if value is None else _bytes(value) for value in parameters]
        shape = formats if formats is not None else TEXT * len(strings)
        text = None if sql is None else _bytes(sql)
        return self._ask([host.EXECUTE, self._handle, _name(name), text, _bytes(shape), *strings], sql)

    def close(self) -> None:
        """Give the connection back."""
        if self.is_open:
            self.is_open = False
            _call([host.CLOSE, self._handle])

    def _ask(self, call: Sequence[Optional[bytes]], sql: Optional[str]) -> Result:
        if not self.is_open:
            return self._lost("no connection to the server\n")
        if sum([len(string) for string in call if string is not None]) + 4 * len(call) + 4 > host.MAX_CALL_BYTES:
            return self._failed(f"a statement may have {host.MAX_CALL_BYTES} bytes\n")
        answer = _call(call)
        if answer[0] != host.DONE or answer[1] is None:
            self.is_open = False
            reason = answer[1] or b""
            if reason.startswith(b"E"):
                return self._lost(error_text(messages.read(reason).results[-1].error, None) + _string(_CLOSED))
            return self._lost(_string(reason))
        reply = messages.read(answer[1])
        self.transaction = reply.in_transaction
        self.notices += reply.notices
        self.settings.update(reply.settings)
        self.results = reply.results
        result = self.results[-1]
        self.error = ""
        if result.status == FATAL_ERROR:
            self.error = error_text(result.error, None if result.is_parsed else sql)
        return result

    def _lost(self, reason: str) -> Result:
        self.transaction = "I"
        return self._failed(reason)

    def _failed(self, reason: str) -> Result:
        """What was never sent."""
        result = Result()
        result.status = FATAL_ERROR
        self.error = reason
        self.results = [result]
        return result


_CLOSED = (
    b"server closed the connection unexpectedly\n"
    b"\tThis probably means the server terminated abnormally\n"
    b"\tbefore or while processing the request.\n"
)


def _call(strings: Sequence[Optional[bytes]]) -> List[Optional[bytes]]:
    # What the world answers is nobody else's answer.
    ctx.volatile = True
    reach_world()
    return host.unpack(ctx.host.call(host.pack(strings)))


def _cut(sql: str) -> str:
    """A text as C sees it: up to its first zero byte."""
    return sql.partition("\0")[0]


def _name(name: str) -> bytes:
    """A statement's name, of which the server looks at so much."""
    return _bytes(_cut(name)[: host.MAX_NAME_BYTES])


def _bytes(text: str) -> bytes:
    return text.encode("latin-1")


def _string(text: Optional[bytes]) -> str:
    return (text or b"").decode("latin-1")
