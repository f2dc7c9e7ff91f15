"""HAVAL by Zheng, Pieprzyk and Seberry: three, four or five passes over each block, digests of 128 to 256 bits."""

from __future__ import annotations

from functools import lru_cache
from typing import Callable, List, Sequence, Tuple

from engine.stdlib.hash.blocks import MASK32, BlockState, words32

_VERSION = 1
_CONSTANT_WORDS = 8 + 4 * 32

# In which order the later passes take the block's words.
_ORDERS = (
    tuple(range(32)),
    (
        5, 14, 26, 18, 11, 28, 7, 16, 0, 23, 20, 22, 1, 10, 4, 8,
        30, 3, 21, 9, 17, 24, 29, 6, 19, 12, 15, 13, 2, 25, 31, 27,
    ),
    (
        19, 9, 4, 20, 28, 17, 8, 22, 29, 14, 25, 12, 24, 30, 16, 26,
        31, 15, 7, 3, 1, 0, 18, 27, 13, 6, 21, 10, 23, 11, 5, 2,
    ),
    (
        24, 4, 0, 14, 2, 7, 28, 23, 26, 6, 30, 20, 18, 25, 19, 3,
        22, 11, 31, 21, 8, 27, 12, 9, 1, 29, 5, 15, 17, 10, 16, 13,
    ),
    (
        27, 3, 21, 26, 17, 11, 20, 29, 19, 0, 12, 7, 13, 8, 31, 10,
        5, 9, 14, 30, 18, 6, 28, 24, 2, 23, 16, 22, 4, 1, 25, 15,
    ),
)  # fmt: skip
# Which of the seven older words each pass's function gets as x6…x0, by the number of passes.
_ARGUMENTS = {
    3: ((1, 0, 3, 5, 6, 2, 4), (4, 2, 1, 0, 5, 3, 6), (6, 1, 2, 3, 4, 5, 0)),
    4: ((2, 6, 1, 4, 5, 3, 0), (3, 5, 2, 0, 1, 6, 4), (1, 4, 3, 6, 0, 2, 5), (6, 4, 0, 5, 2, 1, 3)),
    5: (
        (3, 4, 1, 0, 5, 2, 6),
        (6, 2, 1, 0, 3, 4, 5),
        (2, 6, 0, 4, 3, 1, 5),
        (1, 5, 3, 2, 0, 4, 6),
        (2, 5, 0, 6, 4, 3, 1),
    ),
}


class Haval(BlockState):
    """haval128,3 to haval256,5."""

    block_bytes = 128

    def __init__(self, bits: int, passes: int) -> None:
        super().__init__()
        self.bits = bits
        self.passes = passes
        self.values: Tuple[int, ...] = _constants()[:8]

    def add_block(self, block: bytes) -> None:
        """Work in 128 bytes."""
        words = words32(block)
        constants = _constants()
        state = list(self.values)
        for number in range(self.passes):
            mix = _FUNCTIONS[number]
            places = _ARGUMENTS[self.passes][number]
            order = _ORDERS[number]
            for step in range(32):
                # The words take turns: each step replaces the oldest.
                mixed = mix(*[state[(place - step) % 8] for place in places])
                oldest = 7 - step % 8
                value = _rotate_right(mixed, 7) + _rotate_right(state[oldest], 11) + words[order[step]]
                if number:
                    value += constants[8 + 32 * (number - 1) + step]
                state[oldest] = value & MASK32
        self.values = tuple([old + new & MASK32 for old, new in zip(self.values, state)])

    def digest(self) -> bytes:
        """The digest so far."""
        last = self.copy()
        described = _VERSION | self.passes << 3 | (self.bits & 3) << 6 | (self.bits >> 2) << 8
        zeros = (117 - self.length) % 128
        length = 8 * self.length % (1 << 64)
        last.update(b"\1" + bytes(zeros) + described.to_bytes(2, "little") + length.to_bytes(8, "little"))
        words = _shortened(last.values, self.bits)
        return b"".join([word.to_bytes(4, "little") for word in words])


def _shortened(words: Sequence[int], bits: int) -> List[int]:
    """As many words as the digest has, with the bits of the others added to them."""
    kept = list(words[: bits // 32])
    rest = words[bits // 32 :]
    if bits == 128:
        for index in range(4):
            for place, word in enumerate(rest):
                kept[index] += (word >> 8 * ((place + index + 1) % 4) & 0xFF) << 8 * place
    elif bits == 160:
        seventh, sixth, fifth = rest[2], rest[1], rest[0]
        kept[4] += (seventh & 0xFE000000 | sixth & 0x01F80000 | fifth & 0x0007F000) >> 12
        kept[3] += (seventh & 0x01F80000 | sixth & 0x0007F000 | fifth & 0x00000FC0) >> 6
        kept[2] += seventh & 0x0007F000 | sixth & 0x00000FC0 | fifth & 0x0000003F
        kept[1] += _rotate_right(seventh & 0x00000FC0 | sixth & 0x0000003F | fifth & 0xFE000000, 25)
        kept[0] += _rotate_right(seventh & 0x0000003F | sixth & 0xFE000000 | fifth & 0x01F80000, 19)
    elif bits == 192:
        seventh, sixth = rest[1], rest[0]
        kept[5] += (seventh & 0xFC000000 | sixth & 0x03E00000) >> 21
        kept[4] += (seventh & 0x03E00000 | sixth & 0x001F0000) >> 16
        kept[3] += (seventh & 0x001F0000 | sixth & 0x0000FC00) >> 10
        kept[2] += (seventh & 0x0000FC00 | sixth & 0x000003E0) >> 5
        kept[1] += seventh & 0x000003E0 | sixth & 0x0000001F
        kept[0] += _rotate_right(seventh & 0x0000001F | sixth & 0xFC000000, 26)
    elif bits == 224:
        for index, (shift, mask) in enumerate(((27, 31), (22, 31), (18, 15), (13, 31), (9, 15), (4, 31), (0, 15))):
            kept[index] += rest[0] >> shift & mask
    return [word & MASK32 for word in kept]


def _rotate_right(value: int, bits: int) -> int:
    return (value >> bits | value << (32 - bits)) & MASK32


@lru_cache(maxsize=1)
def _constants() -> Tuple[int, ...]:
    """The fraction of pi: eight words to begin with, then 32 for each pass but the first."""
    # Machin's formula, with some bits more than needed.
    bits = 32 * _CONSTANT_WORDS + 64
    pi = 4 * (4 * _inverse_tangent(5, bits) - _inverse_tangent(239, bits))
    fraction = (pi >> 64) & ((1 << 32 * _CONSTANT_WORDS) - 1)
    return tuple([fraction >> 32 * (_CONSTANT_WORDS - 1 - index) & MASK32 for index in range(_CONSTANT_WORDS)])


def _inverse_tangent(divisor: int, bits: int) -> int:
    """arctan(1 / divisor), times 2 to the `bits`."""
    power = (1 << bits) // divisor
    total = power
    step = sign = 1
    while power:
        power //= divisor * divisor
        step += 2
        sign = -sign
        total += sign * (power // step)
    return total


def _first(x6: int, x5: int, x4: int, x3: int, x2: int, x1: int, x0: int) -> int:
    return x1 & x4 ^ x2 & x5 ^ x3 & x6 ^ x0 & x1 ^ x0


def _second(x6: int, x5: int, x4: int, x3: int, x2: int, x1: int, x0: int) -> int:
    return x1 & x2 & x3 ^ x2 & x4 & x5 ^ x1 & x2 ^ x1 & x4 ^ x2 & x6 ^ x3 & x5 ^ x4 & x5 ^ x0 & x2 ^ x0


def _third(x6: int, x5: int, x4: int, x3: int, x2: int, x1: int, x0: int) -> int:
    return x1 & x2 & x3 ^ x1 & x4 ^ x2 & x5 ^ x3 & x6 ^ x0 & x3 ^ x0


def _fourth(x6: int, x5: int, x4: int, x3: int, x2: int, x1: int, x0: int) -> int:
    cubes = x1 & x2 & x3 ^ x2 & x4 & x5 ^ x3 & x4 & x6
    return cubes ^ x1 & x4 ^ x2 & x6 ^ x3 & x4 ^ x3 & x5 ^ x3 & x6 ^ x4 & x5 ^ x4 & x6 ^ x0 & x4 ^ x0


def _fifth(x6: int, x5: int, x4: int, x3: int, x2: int, x1: int, x0: int) -> int:
    return x1 & x4 ^ x2 & x5 ^ x3 & x6 ^ x0 & x1 & x2 & x3 ^ x0 & x5 ^ x0


_FUNCTIONS: Tuple[Callable[..., int], ...] = (_first, _second, _third, _fourth, _fifth)
