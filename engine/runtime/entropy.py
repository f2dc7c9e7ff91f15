"""Randomness fit for secrets, by the kernel's call: PyPy's `os.urandom` opens a file, and executors may not."""

from __future__ import annotations

import os
from typing import Any

import cffi

# No call gives more at once.
_MOST_BYTES = 256

_FFI: Any = cffi.FFI()
_FFI.cdef("ssize_t getrandom(void *, size_t, unsigned int);")
_LIBRARY: Any = _FFI.dlopen(None)


def random_bytes(size: int) -> bytes:
    """So many unpredictable bytes."""
    held = _FFI.new("char[]", _MOST_BYTES)
    pieces = []
    while size > 0:
        found = _LIBRARY.getrandom(held, min(size, _MOST_BYTES), 0)
        if found < 0:
            raise OSError(_FFI.errno, f"getrandom: {os.strerror(_FFI.errno)}")
        pieces.append(_FFI.buffer(held, found)[:])
        size -= found
    return b"".join(pieces)
