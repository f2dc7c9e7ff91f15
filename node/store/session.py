"""One session of a tenant in Postgres, for scripts' own SQL: asyncpg connects, then texts go in and messages come out.

PHP's drivers hand scripts the texts that Postgres sends, its error fields and its column numbers. asyncpg decodes and
keeps none of these, and reads a result of any size before it says so. So its transport gets this protocol instead,
which passes the server's messages on as they are, up to a bound.
"""

from __future__ import annotations

import asyncio
import struct
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import asyncpg

_LENGTH = struct.Struct(">I")
_READY, _ROW, _COPIED, _COPY_IN, _COPY_BOTH, _ERROR = b"Z"[0], b"D"[0], b"d"[0], b"G"[0], b"W"[0], b"E"[0]
_SYNC = b"S\x00\x00\x00\x04"
_DESCRIBE_PORTAL = b"D\x00\x00\x00\x06P\x00"
_EXECUTE_PORTAL = b"E\x00\x00\x00\x09\x00\x00\x00\x00\x00"
_COPY_DONE = b"c\x00\x00\x00\x04"
_IDLE = b"I"[0]
TEXT, BINARY = 0, 1

# What a lost session answers, in libpq's words.
LOST = (
    b"server closed the connection unexpectedly\n"
    b"\tThis probably means the server terminated abnormally\n"
    b"\tbefore or while processing the request.\n"
)

# Messages up to and with ReadyForQuery; or None and why there are none.
Answer = Callable[[bytes | None, bytes], None]


@dataclass(frozen=True, slots=True)
class Caps:
    """The most that one statement may answer."""

    max_bytes: int
    max_rows: int


class Session(asyncio.Protocol):
    """A session. One statement at a time; whoever has it hears of its loss by the answer."""

    # Any: asyncpg has no types.
    def __init__(self, connection: asyncpg.Connection, tenant: str, caps: Caps) -> None:
        self.tenant = tenant
        self.pid: int = connection.get_server_pid()
        version = connection.get_server_version()
        self.server_version = f"{version.major}.{version.minor}"
        self._connection = connection
        self._caps = caps
        self._held = bytearray()
        self._at = 0
        self._rows = 0
        self._answer: Answer | None = None
        # What a COPY from the client gets; and what else has to be said to the server to end one that gets nothing.
        self._copied: bytes | None = None
        self._refusal_end = b""
        self.is_lost = False
        self.is_in_transaction = False
        self.has_failed = False
        # When the server last said something.
        self.heard = 0.0
        # What asyncpg keeps for itself; a test fails should it move.
        self._transport: asyncio.Transport = connection._transport  # noqa: SLF001
        self._transport.set_protocol(self)

    @property
    def is_busy(self) -> bool:
        """Whether a statement runs."""
        return self._answer is not None

    def simple(self, sql: bytes, answer: Answer) -> None:
        """Run statements that have no parameters."""
        self._copied, self._refusal_end = None, b""
        self._send(_message(b"Q", sql + b"\0"), answer)

    def copy(self, sql: bytes, data: bytes, answer: Answer) -> None:
        """Run a COPY, which gets this data should it want any."""
        self.simple(sql, answer)
        self._copied = data

    def prepare(self, name: bytes, sql: bytes, types: Sequence[int], answer: Answer) -> None:
        """Prepare a statement."""
        self._send(_parse(name, sql, types) + _SYNC, answer)

    def execute(
        self,
        name: bytes,
        sql: bytes | None,
        parameters: Sequence[bytes | None],
        formats: Sequence[int],
        answer: Answer,
    ) -> None:
        """Run a prepared statement; with SQL it is prepared first."""
        parse = b"" if sql is None else _parse(name, sql, ())
        bind = _bind(name, parameters, formats)
        # The server forgets the Sync of a statement that turns out to be a COPY from the client.
        self._copied, self._refusal_end = None, _SYNC
        self._send(parse + bind + _DESCRIBE_PORTAL + _EXECUTE_PORTAL + _SYNC, answer)

    def reset(self, done: Callable[[bool], None]) -> None:
        """Make it as new; say whether that worked."""

        def discarded(messages: bytes | None, _reason: bytes) -> None:
            done(messages is not None and not self.is_in_transaction and messages.startswith(b"C"))

        def rolled_back(messages: bytes | None, _reason: bytes) -> None:
            if messages is None:
                done(False)
            else:
                self.simple(b"DISCARD ALL", discarded)

        if self.is_in_transaction:
            self.simple(b"ROLLBACK", rolled_back)
        else:
            self.simple(b"DISCARD ALL", discarded)

    def end(self, reason: bytes = LOST) -> None:
        """End the session now, whatever it does."""
        if not self.is_lost:
            self.is_lost = True
            self._connection.terminate()
            self._transport.abort()
        self._finish(None, reason)

    def _send(self, data: bytes, answer: Answer) -> None:
        if self.is_lost or self._transport.is_closing():
            answer(None, LOST)
            return
        self._answer = answer
        self._rows = 0
        self.has_failed = False
        self._transport.write(data)

    def _finish(self, messages: bytes | None, reason: bytes = b"") -> None:
        answer, self._answer = self._answer, None
        if answer is not None:
            answer(messages, reason)

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        self.heard = time.monotonic()
        held = self._held
        held += data
        at = self._at
        while len(held) - at >= 5:
            kind = held[at]
            length = _LENGTH.unpack_from(held, at + 1)[0] + 1
            is_row = kind in (_ROW, _COPIED)
            if at + length > self._caps.max_bytes or self._rows + is_row > self._caps.max_rows:
                self.end(
                    b"the result is larger than %d bytes or %d rows\n" % (self._caps.max_bytes, self._caps.max_rows)
                )
                return
            if len(held) - at < length:
                break
            at += length
            self._rows += is_row
            self.has_failed = self.has_failed or kind == _ERROR
            if kind == _READY:
                self.is_in_transaction = held[at - 1] != _IDLE
                messages, self._held, self._at = bytes(held[:at]), held[at:], 0
                self._finish(messages)
                return
            if kind in (_COPY_IN, _COPY_BOTH):
                self._transport.write(self._copy_in())
        if self._answer is None:
            # Nobody asked: a notice or a notification is dropped, an error is the server's good-bye.
            if held[:1] == b"E":
                self.end()
            held.clear()
            at = 0
        self._at = at

    def _copy_in(self) -> bytes:
        """What a server gets that waits for data: once what there is, then a refusal."""
        data, self._copied = self._copied, None
        if data is None:
            return _message(b"f", b"there is no data for this COPY\0") + self._refusal_end
        return (_message(b"d", data) if data else b"") + _COPY_DONE

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio's signature; lost is lost
        """See asyncio.Protocol."""
        messages = bytes(self._held)
        if not self.is_lost:
            self.is_lost = True
            self._connection.terminate()
        # A session that is ended by the server is told why, before the connection is.
        self._finish(None, messages if messages.startswith(b"E") else LOST)


def _message(kind: bytes, body: bytes) -> bytes:
    return kind + _LENGTH.pack(len(body) + 4) + body


def _parse(name: bytes, sql: bytes, types: Sequence[int]) -> bytes:
    return _message(b"P", name + b"\0" + sql + b"\0" + struct.pack(f">H{len(types)}I", len(types), *types))


def _bind(name: bytes, parameters: Sequence[bytes | None], formats: Sequence[int]) -> bytes:
    pieces = [b"\0", name, b"\0", struct.pack(f">H{len(formats)}H", len(formats), *formats)]
    pieces.append(struct.pack(">H", len(parameters)))
    for parameter in parameters:
        if parameter is None:
            pieces.append(b"\xff\xff\xff\xff")
        else:
            pieces += (_LENGTH.pack(len(parameter)), parameter)
    pieces.append(b"\0\0")
    return _message(b"B", b"".join(pieces))
