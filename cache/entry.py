"""CachedResponse and its bytes, as a store outside this process keeps them."""

from __future__ import annotations

import struct
import time
import zlib
from dataclasses import dataclass

_HEADER = struct.Struct("<BBdd")
_VERSION = 1
_PLAIN = 0
_COMPRESSED = 1
_LEVEL = 1
# A larger body was never stored, so bytes that unpack to more are not ours.
MAX_BODY_BYTES = 64 << 20


class EntryError(Exception):
    """Stored bytes are not an entry of this version."""


@dataclass(frozen=True, slots=True)
class CachedResponse:
    """A response body and when it was made and expires, in seconds since the epoch."""

    body: bytes
    created: float
    expires: float

    def is_fresh(self, now: float | None = None) -> bool:
        """Whether it may still be served."""
        return (time.time() if now is None else now) < self.expires

    def to_bytes(self, compress_above_bytes: int) -> bytes:
        """Return the entry as a store keeps it; a large body is compressed when that makes it smaller."""
        if len(self.body) > compress_above_bytes:
            packed = zlib.compress(self.body, _LEVEL)
            if len(packed) < len(self.body):
                return _HEADER.pack(_VERSION, _COMPRESSED, self.created, self.expires) + packed
        return _HEADER.pack(_VERSION, _PLAIN, self.created, self.expires) + self.body

    @classmethod
    def from_bytes(cls, data: bytes) -> CachedResponse:
        """Read what `to_bytes` wrote."""
        if len(data) < _HEADER.size:
            raise EntryError(f"expected at least {_HEADER.size} bytes, got {len(data)}")
        version, form, created, expires = _HEADER.unpack_from(data)
        if version != _VERSION or form not in (_PLAIN, _COMPRESSED):
            raise EntryError(f"expected version {_VERSION}, got {version} in form {form}")
        body = data[_HEADER.size :]
        return cls(body if form == _PLAIN else _inflate(body), created, expires)


def _inflate(packed: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        body = inflater.decompress(packed, MAX_BODY_BYTES)
    except zlib.error as error:
        raise EntryError(str(error)) from error
    if not inflater.eof:
        raise EntryError("expected a whole compressed body")
    return body
