"""Randomness fit for secrets, by the kernel's call: PyPy's `os.urandom` opens a file, and executors may not."""

from __future__ import annotations

import os
from typing import Any

from engine.foreign.compiled import ffi

# No call gives more at once.
_MOST_BYTES = 256

# Any: cffi has no types.
_LIBRARY: Any = ffi.dlopen(None)


def random_bytes(size: int) -> bytes:
    """So many unpredictable bytes."""
    held = ffi.new("char[]", _MOST_BYTES)
    pieces = []
    while size > 0:
        found = _LIBRARY.getrandom(held, min(size, _MOST_BYTES), 0)
        if found < 0:
            raise OSError(ffi.errno, f"getrandom: {os.strerror(ffi.errno)}")
        pieces.append(ffi.buffer(held, found)[:])
        size -= found
    return b"".join(pieces)
