"""RIPEMD by Dobbertin, Bosselaers and Preneel, in 128, 160, 256 and 320 bits.

Two lines of steps run over each block. The two short digests add both up, the two long ones keep both and swap a word
between them after every round.
"""

from __future__ import annotations

from typing import List, Sequence, Tuple

from engine.stdlib.hash.blocks import MASK32, BlockState, rotate_left32, words32

_INITIAL = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0)
_SECOND_INITIAL = (0x76543210, 0xFEDCBA98, 0x89ABCDEF, 0x01234567, 0x3C2D1E0F)
_CONSTANTS = (0x00000000, 0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xA953FD4E)
_SECOND_CONSTANTS = (0x50A28BE6, 0x5C4DD124, 0x6D703EF3, 0x7A6D76E9, 0x00000000)
# In four rounds the second line's last one has no constant.
_SECOND_CONSTANTS_OF_FOUR = (0x50A28BE6, 0x5C4DD124, 0x6D703EF3, 0x00000000)

_ORDER = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
    (7, 4, 13, 1, 10, 6, 15, 3, 12, 0, 9, 5, 2, 14, 11, 8),
    (3, 10, 14, 4, 9, 15, 8, 1, 2, 7, 0, 6, 13, 11, 5, 12),
    (1, 9, 11, 10, 0, 8, 12, 4, 13, 3, 7, 15, 14, 5, 6, 2),
    (4, 0, 5, 9, 7, 12, 2, 10, 14, 1, 3, 8, 11, 6, 15, 13),
)
_SECOND_ORDER = (
    (5, 14, 7, 0, 9, 2, 11, 4, 13, 6, 15, 8, 1, 10, 3, 12),
    (6, 11, 3, 7, 0, 13, 5, 10, 14, 15, 8, 12, 4, 9, 1, 2),
    (15, 5, 1, 3, 7, 14, 6, 9, 11, 8, 12, 2, 10, 0, 4, 13),
    (8, 6, 4, 1, 3, 11, 15, 0, 5, 12, 2, 13, 9, 7, 10, 14),
    (12, 15, 10, 4, 1, 5, 8, 7, 6, 2, 13, 14, 0, 3, 9, 11),
)
_TURNS = (
    (11, 14, 15, 12, 5, 8, 7, 9, 11, 13, 14, 15, 6, 7, 9, 8),
    (7, 6, 8, 13, 11, 9, 7, 15, 7, 12, 15, 9, 11, 7, 13, 12),
    (11, 13, 6, 7, 14, 9, 13, 15, 14, 8, 13, 6, 5, 12, 7, 5),
    (11, 12, 14, 15, 14, 15, 9, 8, 9, 14, 5, 6, 8, 6, 5, 12),
    (9, 15, 5, 11, 6, 8, 13, 12, 5, 12, 13, 14, 11, 8, 5, 6),
)
_SECOND_TURNS = (
    (8, 9, 9, 11, 13, 15, 15, 5, 7, 7, 8, 11, 14, 14, 12, 6),
    (9, 13, 15, 7, 12, 8, 9, 11, 7, 7, 12, 7, 6, 15, 13, 11),
    (9, 7, 15, 11, 8, 6, 6, 14, 12, 13, 5, 14, 13, 13, 7, 5),
    (15, 5, 8, 11, 14, 14, 6, 14, 6, 9, 12, 9, 12, 5, 15, 8),
    (8, 5, 12, 9, 12, 5, 14, 6, 8, 13, 6, 5, 15, 13, 11, 11),
)
# Which word the two lines swap after each round.
_SWAPPED_OF_FOUR = (0, 1, 2, 3)
_SWAPPED_OF_FIVE = (1, 3, 0, 2, 4)


class Ripemd(BlockState):
    """ripemd128, 160, 256 or 320."""

    def __init__(self, bits: int) -> None:
        super().__init__()
        self.words = 4 if bits in (128, 256) else 5
        self.is_double = bits > 160
        self.values: Tuple[int, ...] = _INITIAL[: self.words]
        if self.is_double:
            self.values += _SECOND_INITIAL[: self.words]

    def add_block(self, block: bytes) -> None:
        """Work in 64 bytes."""
        words = words32(block)
        count = self.words
        first = list(self.values[:count])
        second = list(self.values[-count:])
        constants = _SECOND_CONSTANTS if count == 5 else _SECOND_CONSTANTS_OF_FOUR
        swapped = _SWAPPED_OF_FIVE if count == 5 else _SWAPPED_OF_FOUR
        for number in range(count):
            _run_round(first, words, number, _CONSTANTS[number], _ORDER[number], _TURNS[number])
            choice = count - 1 - number
            _run_round(second, words, choice, constants[number], _SECOND_ORDER[number], _SECOND_TURNS[number])
            if self.is_double:
                index = swapped[number]
                first[index], second[index] = second[index], first[index]
        old = self.values
        if self.is_double:
            self.values = tuple([before + after & MASK32 for before, after in zip(old, first + second)])
        else:
            self.values = tuple(
                [
                    old[(index + 1) % count] + first[(index + 2) % count] + second[(index + 3) % count] & MASK32
                    for index in range(count)
                ]
            )

    def digest(self) -> bytes:
        """The digest so far."""
        last = self.copy()
        last.update(self.padding(0x80, 8, "little"))
        return b"".join([value.to_bytes(4, "little") for value in last.values])


def _run_round(
    line: List[int], words: Sequence[int], choice: int, constant: int, order: Sequence[int], turns: Sequence[int]
) -> None:
    """Sixteen steps; `choice` says which function mixes."""
    if len(line) == 4:
        a, b, c, d = line
        for index, turn in zip(order, turns):
            value = rotate_left32(a + _chosen(choice, b, c, d) + words[index] + constant & MASK32, turn)
            a, b, c, d = d, value, b, c
        line[:] = [a, b, c, d]
        return
    a, b, c, d, e = line
    for index, turn in zip(order, turns):
        value = rotate_left32(a + _chosen(choice, b, c, d) + words[index] + constant & MASK32, turn) + e & MASK32
        a, b, c, d, e = e, value, b, rotate_left32(c, 10), d
    line[:] = [a, b, c, d, e]


def _chosen(choice: int, x: int, y: int, z: int) -> int:
    if choice == 0:
        return x ^ y ^ z
    if choice == 1:
        return x & y | ~x & MASK32 & z
    if choice == 2:
        return (x | ~y & MASK32) ^ z
    if choice == 3:
        return x & z | y & ~z & MASK32
    return x ^ (y | ~z & MASK32)
