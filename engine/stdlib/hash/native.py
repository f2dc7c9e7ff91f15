"""MD5, SHA-1 and SHA-2 step by step in the system's libcrypto, whose states can be read and written.

A state of hashlib's can be neither, so without libcrypto such contexts cannot be serialized.
"""

from __future__ import annotations

import struct
from typing import Any, NamedTuple, Sequence, Tuple

from engine.foreign.compiled import ffi
from engine.foreign.library import open_library

_LARGEST_STATE = "unsigned long long[64]"
_LARGEST_DIGEST_BYTES = 64


class Kind(NamedTuple):
    """An algorithm: its functions in libcrypto, and how its state lies in memory: words, bits, data, the rest."""

    function: str
    letter: str
    words: int
    tail: str
    digest_bytes: int
    # SHA-512 cut to fewer bits begins with what this, hashed in its own way, becomes.
    title: bytes = b""

    @property
    def block_bytes(self) -> int:
        """How much it works in at once."""
        return 64 if self.letter == "I" else 128

    @property
    def layout(self) -> str:
        """The struct format of its state."""
        return f"={self.words}{self.letter}2{self.letter}{self.block_bytes}s{self.tail}"


KINDS = {
    "md5": Kind("MD5", "I", 4, "I", 16),
    "sha1": Kind("SHA1", "I", 5, "I", 20),
    "sha224": Kind("SHA224", "I", 8, "II", 28),
    "sha256": Kind("SHA256", "I", 8, "II", 32),
    "sha384": Kind("SHA384", "Q", 8, "II", 48),
    "sha512/224": Kind("SHA512", "Q", 8, "II", 28, b"SHA-512/224"),
    "sha512/256": Kind("SHA512", "Q", 8, "II", 32, b"SHA-512/256"),
    "sha512": Kind("SHA512", "Q", 8, "II", 64),
}
_LIBRARY = open_library(("libcrypto.so.3", "libcrypto.so.1.1"), [f"{kind.function}_Final" for kind in KINDS.values()])
IS_THERE = _LIBRARY is not None
_TITLE_MASK = 0xA5A5A5A5A5A5A5A5


class NativeState:
    """A hash on its way in libcrypto."""

    def __init__(self, name: str) -> None:
        self._kind = KINDS[name]
        self._state: Any = ffi.new(_LARGEST_STATE)
        self._call("Init", self._state)
        if self._kind.title:
            words, _, _ = self.parts()
            self.set_parts([word ^ _TITLE_MASK for word in words], 0, b"")
            self.update(self._kind.title)
            self.set_parts(struct.unpack(f">{len(words)}Q", self._final()), 0, b"")

    # Any: cffi has no types.
    def _call(self, step: str, *arguments: Any) -> None:
        getattr(_LIBRARY, f"{self._kind.function}_{step}")(*arguments)

    def update(self, data: bytes) -> None:
        """Hash more data."""
        self._call("Update", self._state, data, len(data))

    def _final(self) -> bytes:
        digest = ffi.new("unsigned char[]", _LARGEST_DIGEST_BYTES)
        self._call("Final", digest, self._state)
        return bytes(ffi.buffer(digest))

    def digest(self) -> bytes:
        """The digest so far."""
        return self.copy()._final()[: self._kind.digest_bytes]

    def copy(self) -> NativeState:
        """A second state."""
        other = NativeState.__new__(NativeState)
        other._kind = self._kind
        other._state = ffi.new(_LARGEST_STATE)
        ffi.memmove(other._state, self._state, ffi.sizeof(_LARGEST_STATE))
        return other

    def parts(self) -> Tuple[Tuple[int, ...], int, bytes]:
        """The words, how many bytes came so far, and those of them that wait for a full block."""
        kind = self._kind
        fields = struct.unpack_from(kind.layout, ffi.buffer(self._state))
        words, low, high, block = fields[: kind.words], *fields[kind.words : kind.words + 3]
        length = (high << 8 * struct.calcsize(kind.letter) | low) >> 3
        return words, length, block[: length % kind.block_bytes]

    def set_parts(self, words: Sequence[int], length: int, rest: bytes) -> None:
        """Go on from there. `rest` must have as many bytes as `length` says of the last block."""
        kind = self._kind
        bits = 8 * struct.calcsize(kind.letter)
        mask = (1 << bits) - 1
        count = length % kind.block_bytes
        assert len(rest) == count
        # Whatever a script made up: libcrypto gets a count that fits its block.
        tail = struct.unpack_from(kind.layout, ffi.buffer(self._state))[kind.words + 4 :]
        struct.pack_into(
            kind.layout,
            ffi.buffer(self._state),
            0,
            *[word & mask for word in words],
            length << 3 & mask,
            length << 3 >> bits & mask,
            rest,
            count,
            *tail,
        )
