"""What node and zygote say to each other: a datagram a message over a SOCK_SEQPACKET pair; both are trusted."""

from __future__ import annotations

import array
import socket
import struct
from typing import NamedTuple, Optional, Tuple

READY = 1  # the zygote has loaded everything; JSON about the engine follows
FORK = 2  # fork an executor; its end of a socket pair comes as a descriptor
FORKED = 3
FORK_FAILED = 4
EXITED = 5
REFUSED = 6  # the zygote cannot confine executors as it has to; why follows

MAX_MESSAGE_BYTES = 256 << 10
_FORMAT = struct.Struct("<BIiiQQ")
SIZE = _FORMAT.size


class Message(NamedTuple):
    """`token` names the executor for both sides; `status` is as `os.waitpid` gives it."""

    kind: int
    token: int
    pid: int = 0
    status: int = 0
    peak_rss_kb: int = 0
    cpu_us: int = 0
    text: bytes = b""


def encode(message: Message) -> bytes:
    """One datagram."""
    return _FORMAT.pack(*message[:-1]) + message.text


def decode(data: bytes) -> Message:
    """Read one datagram; struct.error when it is none of ours."""
    kind, token, pid, status, peak_rss_kb, cpu_us = _FORMAT.unpack_from(data)
    return Message(kind, token, pid, status, peak_rss_kb, cpu_us, data[SIZE:])


def send_fork(control: socket.socket, token: int, connection: socket.socket) -> None:
    """Ask for an executor that serves `connection`."""
    rights = (socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [connection.fileno()]))
    control.sendmsg([encode(Message(FORK, token))], [rights])


def receive(control: socket.socket) -> Tuple[Optional[Message], Optional[int]]:
    """The next message and the descriptor that came with it; no message once the other side is gone."""
    try:
        data, ancillary, _flags, _address = control.recvmsg(MAX_MESSAGE_BYTES, socket.CMSG_SPACE(4))
    except ConnectionResetError:
        # It left without having read everything.
        return None, None
    descriptor = None
    for level, kind, payload in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            descriptor = struct.unpack("i", payload[:4])[0]
    return (decode(data) if data else None), descriptor
