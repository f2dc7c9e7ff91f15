"""One executor as the node sees it: a socket, later a process id, and what came back. Knows no policy."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

from engine.executor import protocol
from node.executors.pool import Seat

READ_BYTES = 1 << 16
_PROCESS_CPU = 2

ReplyHandler = Callable[["ExecutorProcess", protocol.Frame], None]
LossHandler = Callable[["ExecutorProcess"], None]


@dataclass(frozen=True, slots=True)
class Ending:
    """How an executor ended, as the zygote reports it."""

    status: int
    peak_rss_bytes: int
    cpu_seconds: float


def kill_process(pid: int) -> None:
    """Kill a process whose id the zygote has just told us, so that it cannot be another's by now."""
    try:
        descriptor = os.pidfd_open(pid)
    except OSError:
        return
    try:
        signal.pidfd_send_signal(descriptor, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        os.close(descriptor)


class ExecutorProcess(asyncio.Protocol):
    """The node's end of one executor."""

    def __init__(
        self,
        seat: Seat,
        *,
        ending: asyncio.Future[Ending],
        max_body_bytes: int,
        on_reply: ReplyHandler,
        on_loss: LossHandler,
    ) -> None:
        self.seat = seat
        self.ending = ending
        self.pid = 0
        self.fault: protocol.ProtocolError | None = None
        self.is_overdue = False
        self.born = 0.0
        self._on_reply = on_reply
        self._on_loss = on_loss
        self._reader = protocol.FrameReader(max_body_bytes)
        self._transport: asyncio.Transport | None = None
        self._socket: socket.socket | None = None
        self._descriptor = -1

    async def open(self) -> socket.socket:
        """Connect; return the other end, which the executor is to serve. The caller closes it."""
        ours, theirs = socket.socketpair()
        ours.setblocking(False)
        self._socket = ours
        await asyncio.get_running_loop().create_unix_connection(lambda: self, sock=ours)
        return theirs

    def is_known_as(self, pid: int) -> None:
        """Learn the process id, and hold the process by a descriptor: no other can then be killed in its place."""
        self.pid = pid
        try:
            self._descriptor = os.pidfd_open(pid)
        except OSError:
            # Gone already: the connection ends by itself.
            self._descriptor = -1

    def cpu_seconds(self) -> float | None:
        """What CPU time it has used; None where that cannot be known."""
        if not self.pid:
            return None
        # The kernel's name for the CPU clock of another process: see clock_getcpuclockid(3).
        with contextlib.suppress(OSError):
            return time.clock_gettime((~self.pid << 3) | _PROCESS_CPU)
        return None

    def send(self, frames: Iterable[bytes]) -> None:
        """Write frames in one piece."""
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(b"".join(frames))

    def kill(self) -> None:
        """Stop it now, whatever it does."""
        if self._descriptor >= 0:
            try:
                signal.pidfd_send_signal(self._descriptor, signal.SIGKILL)
            except ProcessLookupError:
                # Dead already, and not yet reaped by the zygote.
                return
        elif self._transport is not None:
            self._transport.abort()

    def close(self) -> None:
        """End the connection; an executor that waits for work exits by itself."""
        if self._transport is not None:
            self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See asyncio.Protocol."""
        # A stream protocol is always given a Transport; the base class does not say so.
        self._transport = cast("asyncio.Transport", transport)
        self._transport.set_write_buffer_limits(high=1 << 30)

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        if self.fault is not None:
            return
        try:
            for frame in self._reader.feed(data):
                self._on_reply(self, frame)
        except protocol.ProtocolError as error:
            self.fault = error
            self.kill()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio's signature; a reset is a loss like any
        """See asyncio.Protocol."""
        self._transport = None
        self._read_rest()
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
        self._on_loss(self)

    def _read_rest(self) -> None:
        """Take what it said before it ended: a write that fails ends a transport, whatever there is left to read."""
        ours, self._socket = self._socket, None
        if ours is None or ours.fileno() < 0:
            return
        with contextlib.suppress(OSError):
            # One that lives on can then add nothing to what is there.
            ours.shutdown(socket.SHUT_RD)
            while self.fault is None and (data := ours.recv(READ_BYTES)):
                self.data_received(data)
