"""SHA-3 whose state can be read and written, for contexts that are serialized; hashlib does the rest of its work."""

from __future__ import annotations

import hashlib
import struct
from typing import Any, List, Optional, Sequence, Tuple

from engine.stdlib.hash.blocks import BlockState, rotate_left64

_MASK64 = (1 << 64) - 1
_LANES = 25
_STATE_BYTES = 200
_ROUNDS = 24
_COMPLEMENTED = (1, 2, 8, 12, 17, 20)
# How much a context keeps of what it was fed, to make a readable state of it.
REMEMBERED_BYTES = 64 * 1024


class Sha3:
    """hashlib's state, and what it was fed while that is little; once it was restored, one of ours."""

    def __init__(self, bits: int) -> None:
        self.bits = bits
        self._hash: Any = hashlib.new(f"sha3_{bits}")
        self._fed: Optional[bytes] = b""
        self._restored = False

    def update(self, data: bytes) -> None:
        """Hash more data."""
        self._hash.update(data)
        if not self._restored and self._fed is not None:
            self._fed = self._fed + data if len(self._fed) + len(data) <= REMEMBERED_BYTES else None

    def digest(self) -> bytes:
        """The digest so far."""
        digest: bytes = self._hash.digest()
        return digest

    def copy(self) -> Sha3:
        """A second state."""
        other = Sha3.__new__(Sha3)
        other.bits = self.bits
        other._hash = self._hash.copy()
        other._fed = self._fed
        other._restored = self._restored
        return other

    def readable(self) -> Optional[Keccak]:
        """The same state as one that can be read; None after more than is remembered."""
        if self._restored:
            restored: Keccak = self._hash
            return restored
        if self._fed is None:
            return None
        state = Keccak(self.bits)
        state.update(self._fed)
        return state

    def set_parts(self, state: bytes, position: int) -> bool:
        """Go on from there; False if no block is that long."""
        self._hash = Keccak(self.bits)
        self._hash.set_parts(state, position)
        self._restored = True
        return position < self._hash.block_bytes  # type: ignore[no-any-return]


class Keccak(BlockState):
    """SHA-3 of that many bits."""

    def __init__(self, bits: int) -> None:
        super().__init__()
        self.bits = bits
        self.block_bytes = _STATE_BYTES - bits // 4
        self.lanes: Tuple[int, ...] = (0,) * _LANES

    def add_block(self, block: bytes) -> None:
        """Work in as many bytes as the state leaves open."""
        self.lanes = _permuted(self._with(block))

    def _with(self, data: bytes) -> List[int]:
        words = struct.unpack(f"<{_LANES}Q", data.ljust(_STATE_BYTES, b"\0"))
        return [lane ^ word for lane, word in zip(self.lanes, words)]

    def digest(self) -> bytes:
        """The digest so far."""
        last = bytearray((self.rest + b"\x06").ljust(self.block_bytes, b"\0"))
        last[-1] ^= 0x80
        return struct.pack(f"<{_LANES}Q", *_permuted(self._with(bytes(last))))[: self.bits // 8]

    def parts(self) -> Tuple[bytes, int]:
        """The state with what waits mixed in, as PHP holds it, and how much of a block that was."""
        return struct.pack(f"<{_LANES}Q", *_complemented(self._with(self.rest))), len(self.rest)

    def set_parts(self, state: bytes, position: int) -> None:
        """Go on from there."""
        self.lanes = tuple(_complemented(struct.unpack(f"<{_LANES}Q", state)))
        self.rest = bytes(position)


def _complemented(lanes: Sequence[int]) -> List[int]:
    """As PHP's Keccak holds them, which saves itself inversions that way."""
    return [lane ^ _MASK64 if index in _COMPLEMENTED else lane for index, lane in enumerate(lanes)]


def _permuted(lanes: List[int]) -> Tuple[int, ...]:
    """Keccak's permutation of 1600 bits. Lane `x + 5 * y` stands in column x and row y."""
    register = 1
    for _ in range(_ROUNDS):
        columns = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
        effects = [columns[x - 1] ^ rotate_left64(columns[(x + 1) % 5], 1) for x in range(5)]
        lanes = [lane ^ effects[index % 5] for index, lane in enumerate(lanes)]
        moved, x, y = lanes[1], 1, 0
        for step in range(1, 25):
            x, y = y, (2 * x + 3 * y) % 5
            index = x + 5 * y
            lanes[index], moved = rotate_left64(moved, step * (step + 1) // 2 % 64), lanes[index]
        for row in range(0, 25, 5):
            a, b, c, d, e = lanes[row : row + 5]
            lanes[row : row + 5] = [a ^ ~b & c, b ^ ~c & d, c ^ ~d & e, d ^ ~e & a, e ^ ~a & b]
        # A shift register makes the constants of the rounds.
        for power in range(7):
            if register & 1:
                lanes[0] ^= 1 << (1 << power) - 1
            register = register << 1 ^ (0x171 if register & 0x80 else 0)
        lanes = [lane & _MASK64 for lane in lanes]
    return tuple(lanes)
