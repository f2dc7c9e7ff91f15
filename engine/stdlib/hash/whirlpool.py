"""Whirlpool by Barreto and Rijmen, as ISO/IEC 10118-3 has it."""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import List, Sequence, Tuple

from engine.stdlib.hash.blocks import MASK64, BlockState

_ROUNDS = 10
_POLYNOMIAL = 0x11D
_DIFFUSION = (1, 1, 4, 1, 8, 5, 2, 9)
# The substitution is built of two small boxes and one more between them.
_BOX = (0x1, 0xB, 0x9, 0xC, 0xD, 0x6, 0xF, 0x3, 0xE, 0x8, 0x7, 0x4, 0xA, 0x2, 0x5, 0x0)
_MIDDLE_BOX = (0x7, 0xC, 0xB, 0xD, 0xE, 0x4, 0x9, 0xF, 0x6, 0x3, 0x8, 0xA, 0x2, 0x5, 0x1, 0x0)


class Whirlpool(BlockState):
    """whirlpool."""

    def __init__(self) -> None:
        super().__init__()
        self.values: Tuple[int, ...] = (0,) * 8

    def add_block(self, block: bytes) -> None:
        """Work in 64 bytes."""
        tables, constants = _tables()
        words = struct.unpack(">8Q", block)
        key: Sequence[int] = self.values
        state: Sequence[int] = [word ^ part for word, part in zip(words, key)]
        for constant in constants:
            turned = _diffused(key, tables)
            turned[0] ^= constant
            key = turned
            state = [value ^ part for value, part in zip(_diffused(state, tables), key)]
        self.values = tuple([old ^ value ^ word for old, value, word in zip(self.values, state, words)])

    def digest(self) -> bytes:
        """The digest so far."""
        last = self.copy()
        last.update(self.padding(0x80, 32, "big"))
        return struct.pack(">8Q", *last.values)


def _diffused(words: Sequence[int], tables: Sequence[Sequence[int]]) -> List[int]:
    """One round without its key: substitute every byte, shift the columns, mix the rows."""
    result = []
    for row in range(8):
        value = 0
        for column in range(8):
            value ^= tables[column][words[(row - column) % 8] >> (56 - 8 * column) & 255]
        result.append(value)
    return result


@lru_cache(maxsize=1)
def _tables() -> Tuple[Tuple[Tuple[int, ...], ...], Tuple[int, ...]]:
    """What a byte adds to a row, by its column; and the constants of the rounds."""
    substitution = [_substituted(byte) for byte in range(256)]
    first = [int.from_bytes(bytes([_product(value, factor) for factor in _DIFFUSION]), "big") for value in substitution]
    tables = tuple(
        [tuple([(value >> 8 * column | value << (64 - 8 * column)) & MASK64 for value in first]) for column in range(8)]
    )
    constants = tuple(
        [int.from_bytes(bytes(substitution[8 * number : 8 * number + 8]), "big") for number in range(_ROUNDS)]
    )
    return tables, constants


def _substituted(byte: int) -> int:
    high = _BOX[byte >> 4]
    low = _BOX.index(byte & 15)
    middle = _MIDDLE_BOX[high ^ low]
    return _BOX[high ^ middle] << 4 | _BOX.index(low ^ middle)


def _product(value: int, factor: int) -> int:
    """`value` times `factor` in the field of 256 elements."""
    result = 0
    while factor:
        if factor & 1:
            result ^= value
        value <<= 1
        if value & 0x100:
            value ^= _POLYNOMIAL
        factor >>= 1
    return result
