"""Host: the ports through which a script reaches outside its process; the engine declares, the node implements them.

A call is a list of byte strings and so is its answer, so that neither side ever evaluates what the other wrote.
"""

from __future__ import annotations

import struct
from typing import List, Optional, Protocol, Sequence

# The database: what the first string of a call says.
OPEN = b"open"  # -> [handle, process id, server version], or REFUSED
CLOSE = b"close"  # handle
SIMPLE = b"simple"  # handle, SQL: any number of statements -> the server's messages
PREPARE = b"prepare"  # handle, name, SQL, type of each parameter -> the server's messages
COPY = b"copy"  # handle, SQL, what a COPY from the client is to get -> the server's messages
EXECUTE = b"execute"  # handle, name, SQL or NULL where it is prepared, formats, parameters… -> the server's messages

# What the first string of an answer says.
DONE = b"done"
REFUSED = b"refused"  # and why, in the words of libpq

# The most that a call may hold. Whoever sends more is no executor of ours: a script is told before that.
MAX_CALL_BYTES = 8 << 20
MAX_PARAMETERS = 65535
MAX_NAME_BYTES = 63

_NULL = 0xFFFFFFFF
_COUNT = struct.Struct("<I")


class HostError(Exception):
    """What a call or an answer should be and is not."""


class Host(Protocol):
    """The world outside."""

    def call(self, request: bytes) -> bytes:
        """Have something done, and wait for the answer."""


class NoHost:
    """For scripts on a command line: there is nothing outside."""

    def call(self, request: bytes) -> bytes:
        """Refuse."""
        return pack([REFUSED, b"no database is configured"])


def pack(strings: Sequence[Optional[bytes]]) -> bytes:
    """Join strings, some of which may be NULL."""
    lengths = [_NULL if string is None else len(string) for string in strings]
    table = struct.pack(f"<I{len(lengths)}I", len(lengths), *lengths)
    return table + b"".join([string for string in strings if string is not None])


def unpack(data: bytes, max_count: int = 1 << 16) -> List[Optional[bytes]]:
    """Read what `pack` wrote."""
    if len(data) < _COUNT.size:
        raise HostError("a list of strings is too short")
    (count,) = _COUNT.unpack_from(data)
    start = _COUNT.size + 4 * count
    if count > max_count or len(data) < start:
        raise HostError("a list of strings is shorter than its table of lengths")
    strings: List[Optional[bytes]] = []
    for length in struct.unpack_from(f"<{count}I", data, _COUNT.size):
        if length == _NULL:
            strings.append(None)
            continue
        strings.append(data[start : start + length])
        start += length
    if start != len(data):
        raise HostError(f"expected {start} bytes in a list of strings, got {len(data)}")
    return strings
