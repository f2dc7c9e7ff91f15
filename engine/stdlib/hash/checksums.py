"""Hash algorithms that only sum up bytes: Adler-32, the CRCs, FNV, Jenkins's one-at-a-time."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Tuple

from engine.stdlib.hash.blocks import MASK32, MASK64

_BZIP2_POLYNOMIAL = 0x04C11DB7
_CASTAGNOLI_POLYNOMIAL = 0x82F63B78


class Adler32:
    """adler32."""

    def __init__(self, value: int = 1) -> None:
        self.value = value

    def update(self, data: bytes) -> None:
        """Hash more data."""
        self.value = zlib.adler32(data, self.value)

    def digest(self) -> bytes:
        """The digest so far."""
        return self.value.to_bytes(4, "big")

    def copy(self) -> Adler32:
        """A second state."""
        return Adler32(self.value)


class Crc32B:
    """crc32b: the CRC of zip and PNG."""

    def __init__(self, value: int = 0) -> None:
        self.value = value

    def update(self, data: bytes) -> None:
        """Hash more data."""
        self.value = zlib.crc32(data, self.value)

    def digest(self) -> bytes:
        """The digest so far."""
        return self.value.to_bytes(4, "big")

    def copy(self) -> Crc32B:
        """A second state."""
        return Crc32B(self.value)


class Crc32:
    """crc32: the CRC of bzip2, which PHP writes with its lowest byte first."""

    def __init__(self, value: int = MASK32) -> None:
        self.value = value

    def update(self, data: bytes) -> None:
        """Hash more data."""
        table = _bzip2_table()
        value = self.value
        for byte in data:
            value = (value << 8 & MASK32) ^ table[value >> 24 ^ byte]
        self.value = value

    def digest(self) -> bytes:
        """The digest so far."""
        return (self.value ^ MASK32).to_bytes(4, "little")

    def copy(self) -> Crc32:
        """A second state."""
        return Crc32(self.value)


class Crc32C:
    """crc32c: Castagnoli's CRC, as iSCSI has it."""

    def __init__(self, value: int = MASK32) -> None:
        self.value = value

    def update(self, data: bytes) -> None:
        """Hash more data."""
        table = _castagnoli_table()
        value = self.value
        for byte in data:
            value = value >> 8 ^ table[(value ^ byte) & 255]
        self.value = value

    def digest(self) -> bytes:
        """The digest so far."""
        return (self.value ^ MASK32).to_bytes(4, "big")

    def copy(self) -> Crc32C:
        """A second state."""
        return Crc32C(self.value)


class Fnv:
    """The four of Fowler, Noll and Vo: 32 or 64 bits, multiplying before or after the byte comes in."""

    def __init__(self, size: int, *, multiplies_last: bool) -> None:
        self.size = size
        self.multiplies_last = multiplies_last
        self.value = 0x811C9DC5 if size == 4 else 0xCBF29CE484222325

    def update(self, data: bytes) -> None:
        """Hash more data."""
        prime = 0x01000193 if self.size == 4 else 0x100000001B3
        mask = MASK32 if self.size == 4 else MASK64
        value = self.value
        if self.multiplies_last:
            for byte in data:
                value = (value ^ byte) * prime & mask
        else:
            for byte in data:
                value = value * prime & mask ^ byte
        self.value = value

    def digest(self) -> bytes:
        """The digest so far."""
        return self.value.to_bytes(self.size, "big")

    def copy(self) -> Fnv:
        """A second state."""
        other = Fnv(self.size, multiplies_last=self.multiplies_last)
        other.value = self.value
        return other


class Joaat:
    """joaat: Jenkins's one-at-a-time."""

    def __init__(self, value: int = 0) -> None:
        self.value = value

    def update(self, data: bytes) -> None:
        """Hash more data."""
        value = self.value
        for byte in data:
            value += byte
            value += value << 10
            value &= MASK32
            value ^= value >> 6
        self.value = value

    def digest(self) -> bytes:
        """The digest so far."""
        value = self.value
        value = value + (value << 3) & MASK32
        value ^= value >> 11
        return (value + (value << 15) & MASK32).to_bytes(4, "big")

    def copy(self) -> Joaat:
        """A second state."""
        return Joaat(self.value)


@lru_cache(maxsize=1)
def _bzip2_table() -> Tuple[int, ...]:
    table = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = value << 1 & MASK32 ^ (_BZIP2_POLYNOMIAL if value >> 31 else 0)
        table.append(value)
    return tuple(table)


@lru_cache(maxsize=1)
def _castagnoli_table() -> Tuple[int, ...]:
    table = []
    for byte in range(256):
        value = byte
        for _ in range(8):
            value = value >> 1 ^ (_CASTAGNOLI_POLYNOMIAL if value & 1 else 0)
        table.append(value)
    return tuple(table)
