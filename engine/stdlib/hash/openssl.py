"""SHA-1 and SHA-2 of whole strings by the system's libcrypto, through cffi; by Python's hashlib where there is none.

On PyPy hashlib takes 2 µs to begin a digest, cffi 0.3 for all of it.
"""

from __future__ import annotations

import hashlib
from typing import Any, Callable, Dict

import cffi

_DECLARATIONS = "unsigned char *{name}(const unsigned char *data, size_t size, unsigned char *digest);"


def _open() -> Any:
    """The library and the cffi object to call it with; None if it is not there."""
    ffi = cffi.FFI()
    for function in ("SHA1", "SHA224", "SHA256", "SHA384", "SHA512"):
        ffi.cdef(_DECLARATIONS.format(name=function))
    for name in ("libcrypto.so.3", "libcrypto.so.1.1"):
        try:
            library = ffi.dlopen(name)
            library.SHA512  # noqa: B018 - cffi looks functions up as they are first read
        except (OSError, AttributeError):
            continue
        return ffi, library
    return None


def _one_shot(opened: Any, name: str) -> Callable[[bytes], bytes]:
    """A function from data to its digest."""
    begin: Callable[[bytes], Any] = getattr(hashlib, name)
    if opened is None:
        return lambda data: begin(data).digest()
    ffi, library = opened
    function = getattr(library, name.upper())
    size = begin(b"").digest_size
    # Written and read within one call, which nothing interrupts.
    digest = ffi.new("unsigned char[]", size)
    content = ffi.buffer(digest, size)

    def one_shot(data: bytes) -> bytes:
        function(data, len(data), digest)
        return bytes(content)

    # The first call reads OpenSSL's configuration, which a confined executor could not do later.
    one_shot(b"")
    return one_shot


_OPENED = _open()
ONE_SHOT: Dict[str, Callable[[bytes], bytes]] = {
    name: _one_shot(_OPENED, name) for name in ("sha1", "sha224", "sha256", "sha384", "sha512")
}
sha1_digest = ONE_SHOT["sha1"]
