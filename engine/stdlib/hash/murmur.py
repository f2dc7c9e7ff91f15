"""Murmur 3 by Austin Appleby: murmur3a (32 bits), murmur3c (128, for 32-bit machines), murmur3f (128, for 64-bit)."""

from __future__ import annotations

from typing import Tuple

from engine.stdlib.hash.blocks import MASK32, MASK64, BlockState, rotate_left32, rotate_left64, words32, words64

_A1 = 0xCC9E2D51
_A2 = 0x1B873593
_C = (0x239B961B, 0xAB0E9789, 0x38B34AE5, 0xA1E38B93)
_F1 = 0x87C37B91114253D5
_F2 = 0x4CF5AD432745937F


class Murmur3A(BlockState):
    """murmur3a."""

    block_bytes = 4

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.value = seed & MASK32

    def add_block(self, block: bytes) -> None:
        """Work in four bytes."""
        value = rotate_left32(self.value ^ _mixed(words32(block)[0]), 13)
        self.value = value * 5 + 0xE6546B64 & MASK32

    def digest(self) -> bytes:
        """The digest so far."""
        value = self.value
        if self.rest:
            value ^= _mixed(int.from_bytes(self.rest, "little"))
        return _finished32(value ^ self.length & MASK32).to_bytes(4, "big")


class Murmur3C(BlockState):
    """murmur3c."""

    block_bytes = 16
    _rotations = ((15, 19, 0x561CCD1B), (16, 17, 0x0BCAA747), (17, 15, 0x96CD1C35), (18, 13, 0x32AC3B17))

    def __init__(self, seed: int) -> None:
        super().__init__()
        seed &= MASK32
        self.values: Tuple[int, ...] = (seed, seed, seed, seed)

    def add_block(self, block: bytes) -> None:
        """Work in sixteen bytes."""
        values = list(self.values)
        for index, word in enumerate(words32(block)):
            bits, turn, constant = self._rotations[index]
            value = values[index] ^ self._mixed(word, index, bits)
            values[index] = (rotate_left32(value, turn) + values[(index + 1) % 4]) * 5 + constant & MASK32
        self.values = tuple(values)

    def _mixed(self, word: int, index: int, bits: int) -> int:
        return rotate_left32(word * _C[index] & MASK32, bits) * _C[(index + 1) % 4] & MASK32

    def digest(self) -> bytes:
        """The digest so far."""
        values = list(self.values)
        for index in range((len(self.rest) + 3) // 4):
            word = int.from_bytes(self.rest[4 * index : 4 * index + 4], "little")
            values[index] ^= self._mixed(word, index, self._rotations[index][0])
        values = _crossed([value ^ self.length & MASK32 for value in values], MASK32)
        values = _crossed([_finished32(value) for value in values], MASK32)
        return b"".join([value.to_bytes(4, "big") for value in values])


class Murmur3F(BlockState):
    """murmur3f."""

    block_bytes = 16

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.values = (seed & MASK64, seed & MASK64)

    def add_block(self, block: bytes) -> None:
        """Work in sixteen bytes."""
        first, second = self.values
        low, high = words64(block)
        first ^= _mixed_low(low)
        first = (rotate_left64(first, 27) + second) * 5 + 0x52DCE729 & MASK64
        second ^= _mixed_high(high)
        second = (rotate_left64(second, 31) + first) * 5 + 0x38495AB5 & MASK64
        self.values = (first, second)

    def digest(self) -> bytes:
        """The digest so far."""
        first, second = self.values
        if len(self.rest) > 8:
            second ^= _mixed_high(int.from_bytes(self.rest[8:], "little"))
        if self.rest:
            first ^= _mixed_low(int.from_bytes(self.rest[:8], "little"))
        values = _crossed([first ^ self.length & MASK64, second ^ self.length & MASK64], MASK64)
        values = _crossed([_finished64(value) for value in values], MASK64)
        return b"".join([value.to_bytes(8, "big") for value in values])


def _crossed(values: list[int], mask: int) -> list[int]:
    """The first plus all others, and that added to each of them."""
    first = sum(values) & mask
    return [first, *[value + first & mask for value in values[1:]]]


def _mixed(word: int) -> int:
    return rotate_left32(word * _A1 & MASK32, 15) * _A2 & MASK32


def _mixed_low(word: int) -> int:
    return rotate_left64(word * _F1 & MASK64, 31) * _F2 & MASK64


def _mixed_high(word: int) -> int:
    return rotate_left64(word * _F2 & MASK64, 33) * _F1 & MASK64


def _finished32(value: int) -> int:
    value = (value ^ value >> 16) * 0x85EBCA6B & MASK32
    value = (value ^ value >> 13) * 0xC2B2AE35 & MASK32
    return value ^ value >> 16


def _finished64(value: int) -> int:
    value = (value ^ value >> 33) * 0xFF51AFD7ED558CCD & MASK64
    value = (value ^ value >> 33) * 0xC4CEB9FE1A85EC53 & MASK64
    return value ^ value >> 33
