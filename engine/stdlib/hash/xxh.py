"""xxHash by Yann Collet: xxh32 and xxh64. The newer xxh3 and xxh128 are in `xxh3.py`."""

from __future__ import annotations

from typing import Tuple

from engine.stdlib.hash.blocks import MASK32, MASK64, BlockState, rotate_left32, rotate_left64, words32, words64

PRIME32_1 = 0x9E3779B1
PRIME32_2 = 0x85EBCA77
PRIME32_3 = 0xC2B2AE3D
PRIME32_4 = 0x27D4EB2F
PRIME32_5 = 0x165667B1
PRIME64_1 = 0x9E3779B185EBCA87
PRIME64_2 = 0xC2B2AE3D27D4EB4F
PRIME64_3 = 0x165667B19E3779F9
PRIME64_4 = 0x85EBCA77C2B2AE63
PRIME64_5 = 0x27D4EB2F165667C5


class Xxh32(BlockState):
    """xxh32."""

    block_bytes = 16

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.seed = seed & MASK32
        self.values: Tuple[int, ...] = (
            self.seed + PRIME32_1 + PRIME32_2 & MASK32,
            self.seed + PRIME32_2 & MASK32,
            self.seed,
            self.seed - PRIME32_1 & MASK32,
        )

    def add_block(self, block: bytes) -> None:
        """Work in sixteen bytes."""
        self.values = tuple(
            [
                rotate_left32(value + word * PRIME32_2 & MASK32, 13) * PRIME32_1 & MASK32
                for value, word in zip(self.values, words32(block))
            ]
        )

    def digest(self) -> bytes:
        """The digest so far."""
        if self.length >= 16:
            value = sum([rotate_left32(part, turn) for part, turn in zip(self.values, (1, 7, 12, 18))])
        else:
            value = self.seed + PRIME32_5
        value = value + self.length & MASK32
        end = len(self.rest) - len(self.rest) % 4
        for word in words32(self.rest[:end]):
            value = rotate_left32(value + word * PRIME32_3 & MASK32, 17) * PRIME32_4 & MASK32
        for byte in self.rest[end:]:
            value = rotate_left32(value + byte * PRIME32_5 & MASK32, 11) * PRIME32_1 & MASK32
        value = (value ^ value >> 15) * PRIME32_2 & MASK32
        value = (value ^ value >> 13) * PRIME32_3 & MASK32
        return (value ^ value >> 16).to_bytes(4, "big")


class Xxh64(BlockState):
    """xxh64."""

    block_bytes = 32

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.seed = seed & MASK64
        self.values: Tuple[int, ...] = (
            self.seed + PRIME64_1 + PRIME64_2 & MASK64,
            self.seed + PRIME64_2 & MASK64,
            self.seed,
            self.seed - PRIME64_1 & MASK64,
        )

    def add_block(self, block: bytes) -> None:
        """Work in 32 bytes."""
        self.values = tuple([_round64(value, word) for value, word in zip(self.values, words64(block))])

    def digest(self) -> bytes:
        """The digest so far."""
        if self.length >= 32:
            value = sum([rotate_left64(part, turn) for part, turn in zip(self.values, (1, 7, 12, 18))]) & MASK64
            for part in self.values:
                value = (value ^ _round64(0, part)) * PRIME64_1 + PRIME64_4 & MASK64
        else:
            value = self.seed + PRIME64_5
        value = value + self.length & MASK64
        end = len(self.rest) - len(self.rest) % 8
        for word in words64(self.rest[:end]):
            value = rotate_left64(value ^ _round64(0, word), 27) * PRIME64_1 + PRIME64_4 & MASK64
        if len(self.rest) - end >= 4:
            word = words32(self.rest[end : end + 4])[0]
            value = rotate_left64(value ^ word * PRIME64_1 & MASK64, 23) * PRIME64_2 + PRIME64_3 & MASK64
            end += 4
        for byte in self.rest[end:]:
            value = rotate_left64(value ^ byte * PRIME64_5 & MASK64, 11) * PRIME64_1 & MASK64
        return avalanche64(value).to_bytes(8, "big")


def avalanche64(value: int) -> int:
    """Let every bit of `value` change every bit of the result."""
    value = (value ^ value >> 33) * PRIME64_2 & MASK64
    value = (value ^ value >> 29) * PRIME64_3 & MASK64
    return value ^ value >> 32


def _round64(value: int, word: int) -> int:
    return rotate_left64(value + word * PRIME64_2 & MASK64, 31) * PRIME64_1 & MASK64
