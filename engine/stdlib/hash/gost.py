"""GOST R 34.11-94: gost with the parameters of the standard's example, gost-crypto with those of CryptoPro."""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import List, Sequence, Tuple

from engine.stdlib.hash.blocks import MASK32, BlockState, rotate_left32, words32

_MASK256 = (1 << 256) - 1
# The constant of the third key, as eight words from the lowest.
_THIRD_KEY = (0xFF00FF00, 0xFF00FF00, 0x00FF00FF, 0x00FF00FF, 0x00FFFF00, 0xFF0000FF, 0x000000FF, 0xFF00FFFF)
# One row for each half byte, the lowest first.
_EXAMPLE_BOXES = (
    "4A92D80E6B1C7F53",
    "EB4C6DFA23810759",
    "581DA342EFC7609B",
    "7DA1089FE46CB253",
    "6C715FD84A9E03B2",
    "4BA0721D36859CFE",
    "DB413F590AE7682C",
    "1FD057A4923E6B8C",
)
_CRYPTOPRO_BOXES = (
    "A45681 37DCE092BF".replace(" ", ""),
    "5F402DB91763CEA8",
    "7FCE94103B526A8D",
    "4A7C0F28E165DB93",
    "764B9C2A180EFD35",
    "762 4D9F0A15B8EC3".replace(" ", ""),
    "DE41705A3C8F629B",
    "13A95B4F867ED02C",
)


class Gost(BlockState):
    """gost, or gost-crypto."""

    block_bytes = 32

    def __init__(self, *, is_cryptopro: bool) -> None:
        super().__init__()
        self.is_cryptopro = is_cryptopro
        self.values: Tuple[int, ...] = (0,) * 8
        self.sum = 0

    def add_block(self, block: bytes) -> None:
        """Work in 32 bytes."""
        self.sum = self.sum + int.from_bytes(block, "little") & _MASK256
        self._mix(words32(block))

    def digest(self) -> bytes:
        """The digest so far."""
        last = self.copy()
        if self.rest:
            last.add_block(self.rest.ljust(32, b"\0"))
        last.mix_number(8 * self.length)
        last.mix_number(last.sum)
        return struct.pack("<8I", *last.values)

    def mix_number(self, number: int) -> None:
        """Work in a number that is no part of the message."""
        self._mix(words32((number & _MASK256).to_bytes(32, "little")))

    def _mix(self, message: Sequence[int]) -> None:
        tables = _tables(self.is_cryptopro)
        state = self.values
        first: List[int] = list(state)
        second: List[int] = list(message)
        encrypted: List[int] = []
        for index in range(0, 8, 2):
            if index:
                first = _advanced(first)
                if index == 4:
                    first = [word ^ constant for word, constant in zip(first, _THIRD_KEY)]
                second = _advanced(_advanced(second))
            key = _permuted([one ^ other for one, other in zip(first, second)])
            encrypted.extend(_encrypted(state[index], state[index + 1], key, tables))
        mixed = _shuffled(_halves(encrypted), 12)
        mixed = _shuffled([one ^ other for one, other in zip(mixed, _halves(message))], 1)
        mixed = _shuffled([one ^ other for one, other in zip(mixed, _halves(state))], 61)
        self.values = tuple([mixed[index] | mixed[index + 1] << 16 for index in range(0, 16, 2)])


def _advanced(words: Sequence[int]) -> List[int]:
    """The next key's material: 64 bits further, with two of the parts together at the top."""
    return [*words[2:], words[0] ^ words[2], words[1] ^ words[3]]


def _permuted(words: Sequence[int]) -> Tuple[int, ...]:
    data = struct.pack("<8I", *words)
    return words32(bytes([data[8 * (index % 4) + index // 4] for index in range(32)]))


def _encrypted(right: int, left: int, key: Sequence[int], tables: Sequence[Sequence[int]]) -> Tuple[int, int]:
    """64 bits through the cipher GOST 28147-89: the key three times forwards, then backwards."""
    for part in (*key, *key, *key, *reversed(key)):
        value = part + right & MASK32
        value = (
            tables[0][value & 255] ^ tables[1][value >> 8 & 255] ^ tables[2][value >> 16 & 255] ^ tables[3][value >> 24]
        )
        right, left = left ^ value, right
    return left, right


def _halves(words: Sequence[int]) -> List[int]:
    return [half for word in words for half in (word & 0xFFFF, word >> 16)]


def _shuffled(halves: List[int], times: int) -> List[int]:
    for _ in range(times):
        top = halves[0] ^ halves[1] ^ halves[2] ^ halves[3] ^ halves[12] ^ halves[15]
        halves = [*halves[1:], top]
    return halves


@lru_cache(maxsize=2)
def _tables(is_cryptopro: bool) -> Tuple[Tuple[int, ...], ...]:
    """What each byte of a word becomes, already turned by 11 bits."""
    boxes = [[int(digit, 16) for digit in row] for row in (_CRYPTOPRO_BOXES if is_cryptopro else _EXAMPLE_BOXES)]
    tables = []
    for place in range(4):
        low, high = boxes[2 * place], boxes[2 * place + 1]
        tables.append(
            tuple([rotate_left32((low[byte & 15] | high[byte >> 4] << 4) << 8 * place, 11) for byte in range(256)])
        )
    return tuple(tables)
