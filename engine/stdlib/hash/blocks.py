"""What the hash algorithms written here share: input cut into blocks, words, rotation.

A state is what hashlib's objects are: `update(bytes)`, `digest()`, `copy()`.
"""

from __future__ import annotations

import copy
import struct
from typing import Protocol, Tuple, TypeVar

MASK32 = 0xFFFFFFFF
MASK64 = 0xFFFFFFFFFFFFFFFF

State = TypeVar("State", bound="BlockState")


class HashState(Protocol):
    """A hash on its way."""

    def update(self, data: bytes) -> None:
        """Hash more data."""

    def digest(self) -> bytes:
        """The digest of what came so far; more may come."""

    def copy(self) -> HashState:
        """A second state that goes its own way from here."""


class BlockState:
    """A state that works on whole blocks; what does not fill one waits in `rest`."""

    block_bytes = 64

    def __init__(self) -> None:
        self.rest = b""
        self.length = 0

    def update(self, data: bytes) -> None:
        """Hash more data."""
        self.length += len(data)
        data = self.rest + data
        size = self.block_bytes
        end = len(data) - len(data) % size
        for start in range(0, end, size):
            self.add_block(data[start : start + size])
        self.rest = data[end:]

    def add_block(self, block: bytes) -> None:
        """Work in one full block."""
        raise NotImplementedError

    def copy(self: State) -> State:  # noqa: PYI019 - Python 3.9 has no Self.
        """A second state that goes its own way from here. States replace their fields, never change them in place."""
        return copy.copy(self)

    def padding(self, first: int, length_bytes: int, order: str) -> bytes:
        """What ends a message: a byte, zeros, and its length in bits, so that blocks come out even."""
        zeros = (-self.length - 1 - length_bytes) % self.block_bytes
        length = (8 * self.length) % (1 << 8 * length_bytes)
        return bytes((first,)) + bytes(zeros) + length.to_bytes(length_bytes, "big" if order == "big" else "little")


def rotate_left32(value: int, bits: int) -> int:
    """`value` turned in 32 bits."""
    return (value << bits | value >> (32 - bits)) & MASK32


def rotate_left64(value: int, bits: int) -> int:
    """`value` turned in 64 bits."""
    return (value << bits | value >> (64 - bits)) & MASK64


def words32(block: bytes) -> Tuple[int, ...]:
    """The block as little-endian words of 32 bits."""
    return struct.unpack(f"<{len(block) // 4}I", block)


def words64(block: bytes) -> Tuple[int, ...]:
    """The block as little-endian words of 64 bits."""
    return struct.unpack(f"<{len(block) // 8}Q", block)
