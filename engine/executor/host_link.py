"""The executor's way to the world outside: calls of the running script, as frames on its one connection to the node."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Deque, Optional

from engine.executor import protocol
from engine.runtime import host
from engine.runtime.clock import clock

if TYPE_CHECKING:
    import socket

# The interpreter allocates what it may have to read: 256 KB at once cost 15 us a request. Large frames are read in
# large pieces once it is known that they are large.
_READ_BYTES = 16 << 10
_LARGE_READ_BYTES = 1 << 20
_OPEN = host.pack([host.OPEN])


class NodeLostError(Exception):
    """The node closed the connection."""


class HostLink:
    """Reads the node's frames: scripts to run, and answers to what the running one asked."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._reader = protocol.FrameReader(protocol.MAX_RUN_BYTES)
        self._frames: Deque[protocol.Frame] = deque()
        self._job = 0
        self._calls = 0
        # Whether a call was left by an exception: nobody knows then how much of the answer has been read.
        self.is_broken = False

    def next_script(self) -> Optional[protocol.Frame]:
        """Return the next frame but for answers that come too late; None when the node is gone."""
        while True:
            while not self._frames:
                if not self._read():
                    return None
            frame = self._frames.popleft()
            if frame.kind != protocol.ANSWER:
                self._job = frame.id
                return frame

    def call(self, request: bytes) -> bytes:
        """See Host."""
        if request == _OPEN:
            lent = self._take(protocol.UNASKED, 0)
            if lent is not None:
                return lent.body
        self._calls = self._calls % 0xFFFF + 1
        self.is_broken = True
        clock.expect_wait()
        self._connection.sendall(protocol.frame(protocol.CALL, self._calls, self._job, request))
        answer = None
        while answer is None:
            known = len(self._frames)
            if not self._read():
                raise NodeLostError
            answer = self._take(self._calls, known)
        self.is_broken = False
        return answer.body

    def _take(self, number: int, start: int) -> Optional[protocol.Frame]:
        """Remove and return the answer of this number to the running script, if it is among the frames from `start`."""
        for index in range(start, len(self._frames)):
            frame = self._frames[index]
            if (frame.kind, frame.flags, frame.id) == (protocol.ANSWER, number, self._job):
                del self._frames[index]
                return frame
        return None

    def _read(self) -> bool:
        data = self._connection.recv(_LARGE_READ_BYTES if self._reader.is_waiting else _READ_BYTES)
        self._frames.extend(self._reader.feed(data) if data else ())
        return bool(data)
