"""Tiger by Anderson and Biham, with three or four passes and digests cut to 128, 160 or 192 bits.

Its tables are not stored but made as the authors made them: Tiger itself shuffles them, fed with the paper's title.
"""

from __future__ import annotations

from functools import lru_cache
from typing import List, Sequence, Tuple

from engine.stdlib.hash.blocks import MASK64, BlockState, words64

_INITIAL = (0x0123456789ABCDEF, 0xFEDCBA9876543210, 0xF096A5B4C3B2E187)
_TITLE = b"Tiger - A Fast New Hash Function, by Ross Anderson and Eli Biham"
_TABLE_PASSES = 5
_FACTORS = (5, 7, 9, 9)


class Tiger(BlockState):
    """tiger128,3 to tiger192,4."""

    def __init__(self, bits: int, passes: int) -> None:
        super().__init__()
        self.bits = bits
        self.passes = passes
        self.values: Tuple[int, ...] = _INITIAL

    def add_block(self, block: bytes) -> None:
        """Work in 64 bytes."""
        self.values = _compressed(self.values, words64(block), self.passes, _tables())

    def digest(self) -> bytes:
        """The digest so far."""
        last = self.copy()
        last.update(self.padding(0x01, 8, "little"))
        return b"".join([value.to_bytes(8, "little") for value in last.values])[: self.bits // 8]


def _compressed(
    values: Sequence[int], words: Sequence[int], passes: int, tables: Sequence[Sequence[int]]
) -> Tuple[int, ...]:
    a, b, c = values
    x = list(words)
    first, second, third, fourth = tables
    for number in range(passes):
        if number:
            _schedule(x)
        factor = _FACTORS[number]
        for word in x:
            c ^= word
            a = a - (first[c & 255] ^ second[c >> 16 & 255] ^ third[c >> 32 & 255] ^ fourth[c >> 48 & 255]) & MASK64
            b += fourth[c >> 8 & 255] ^ third[c >> 24 & 255] ^ second[c >> 40 & 255] ^ first[c >> 56]
            b = b * factor & MASK64
            a, b, c = b, c, a
    # Eight words turn the three by two places, which is where the next pass wants them; three passes restore them.
    return a ^ values[0], b - values[1] & MASK64, c + values[2] & MASK64


def _schedule(x: List[int]) -> None:
    """The words of the next pass."""
    x[0] = x[0] - (x[7] ^ 0xA5A5A5A5A5A5A5A5) & MASK64
    x[1] ^= x[0]
    x[2] = x[2] + x[1] & MASK64
    x[3] = x[3] - (x[2] ^ (~x[1] << 19 & MASK64)) & MASK64
    x[4] ^= x[3]
    x[5] = x[5] + x[4] & MASK64
    x[6] = x[6] - (x[5] ^ (~x[4] & MASK64) >> 23) & MASK64
    x[7] ^= x[6]
    x[0] = x[0] + x[7] & MASK64
    x[1] = x[1] - (x[0] ^ (~x[7] << 19 & MASK64)) & MASK64
    x[2] ^= x[1]
    x[3] = x[3] + x[2] & MASK64
    x[4] = x[4] - (x[3] ^ (~x[2] & MASK64) >> 23) & MASK64
    x[5] ^= x[4]
    x[6] = x[6] + x[5] & MASK64
    x[7] = x[7] - (x[6] ^ 0x0123456789ABCDEF) & MASK64


@lru_cache(maxsize=1)
def _tables() -> Tuple[Tuple[int, ...], ...]:
    """Four tables of 256 words, whose byte columns are shuffled by the hash's own state."""
    columns = [bytearray(range(256)) * 4 for _ in range(8)]
    tables: List[List[int]] = [[index * 0x0101010101010101 for index in range(256)] for _ in range(4)]
    words = words64(_TITLE)
    values: Tuple[int, ...] = _INITIAL
    turn = 2
    for _ in range(_TABLE_PASSES):
        for index in range(256):
            for number in range(4):
                turn += 1
                if turn == 3:
                    turn = 0
                    values = _compressed(values, words, 3, tables)
                base = 256 * number
                table = tables[number]
                for column in range(8):
                    other = values[turn] >> 8 * column & 255
                    cells = columns[column]
                    cells[base + index], cells[base + other] = cells[base + other], cells[base + index]
                    for changed in (index, other):
                        table[changed] &= ~(255 << 8 * column)
                        table[changed] |= cells[base + changed] << 8 * column
    return tuple([tuple(table) for table in tables])
