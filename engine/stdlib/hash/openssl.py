"""MD5, SHA-1 and SHA-2 of whole strings by the system's libcrypto, through cffi; by hashlib where that is as quick.

On PyPy hashlib takes 2 µs to begin a digest, and OpenSSL 3 0.5 to look up what its one call `SHA1` is to use; the three
calls below take 0.2 in all. On CPython hashlib is the quicker one.
"""

from __future__ import annotations

import hashlib
import sys
from typing import Any, Callable, Dict, Optional

from engine.foreign.compiled import ffi
from engine.foreign.library import open_library

_NAMES = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
# The largest state, SHA-512's, has 216 bytes.
_STATE = "unsigned long long[64]"

Digest = Callable[[bytes], bytes]


def _open() -> Any:
    """The library; None if it is not there, or slower than hashlib."""
    if sys.implementation.name != "pypy":
        return None
    return open_library(("libcrypto.so.3", "libcrypto.so.1.1"), [f"{name.upper()}_Final" for name in _NAMES])


def _one_shot(library: Any, name: str) -> Digest:
    """A function from data to its digest."""
    begin: Callable[[bytes], Any] = getattr(hashlib, name)
    if library is None:
        return lambda data: begin(data).digest()
    start, update, finish = (getattr(library, f"{name.upper()}_{step}") for step in ("Init", "Update", "Final"))
    # Written and read within one call, which nothing interrupts.
    state = ffi.new(_STATE)
    digest = ffi.new("unsigned char[]", begin(b"").digest_size)
    content = ffi.buffer(digest)

    def one_shot(data: bytes) -> bytes:
        start(state)
        update(state, data, len(data))
        finish(digest, state)
        return content[:]  # type: ignore[no-any-return]

    return one_shot


_LIBRARY = _open()
ONE_SHOT: Dict[str, Digest] = {name: _one_shot(_LIBRARY, name) for name in _NAMES}
md5_digest = ONE_SHOT["md5"]
sha1_digest = ONE_SHOT["sha1"]
sha256_digest = ONE_SHOT["sha256"]


def digest_of(name: str, data: bytes) -> Optional[bytes]:
    """The digest by the algorithm of that name; None if it is none of these."""
    # Called by name, so that PyPy knows the C functions when it compiles the call: 3x on hash("sha256", …).
    if name == "sha256":
        return sha256_digest(data)
    if name == "sha1":
        return sha1_digest(data)
    if name == "md5":
        return md5_digest(data)
    one_shot = ONE_SHOT.get(name)
    return None if one_shot is None else one_shot(data)
