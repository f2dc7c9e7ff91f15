"""snefru, of 256 bits, as Ralph Merkle published it in 1990, with eight passes."""

from __future__ import annotations

from struct import pack, unpack
from typing import Sequence, Tuple

from engine.stdlib.hash.blocks import MASK32, BlockState
from engine.stdlib.hash.snefru_boxes import read_boxes

_BOXES = read_boxes()
_TURNS = (16, 8, 16, 24)


class Snefru(BlockState):
    """snefru and snefru256."""

    block_bytes = 32

    def __init__(self) -> None:
        super().__init__()
        self.values: Tuple[int, ...] = (0,) * 8

    def add_block(self, block: bytes) -> None:
        """Work in 32 bytes."""
        self.values = _mixed(self.values, unpack(">8I", block))

    def digest(self) -> bytes:
        """The digest so far: what is left, filled with zeros, then a block with the length."""
        last = self.copy()
        if last.rest:
            last.add_block(last.rest + bytes(32 - len(last.rest)))
        length = 8 * self.length
        return pack(">8I", *_mixed(last.values, (0, 0, 0, 0, 0, 0, length >> 32 & MASK32, length & MASK32)))


def _mixed(chained: Tuple[int, ...], words: Sequence[int]) -> Tuple[int, ...]:
    """Two words of every four go through one box of a pass, two through the other; each changes its neighbours."""
    state = [*chained, *words]
    for number in range(0, 16, 2):
        boxes = _BOXES[number], _BOXES[number + 1]
        for turn in _TURNS:
            for index in range(16):
                found = boxes[index >> 1 & 1][state[index] & 255]
                state[index - 1] ^= found
                state[(index + 1) & 15] ^= found
            state = [(word >> turn | word << 32 - turn) & MASK32 for word in state]
    return tuple([old ^ state[15 - index] for index, old in enumerate(chained)])
