"""xxHash by Yann Collet, the third generation: xxh3 (64 bits) and xxh128. Four lengths of input, four ways."""

from __future__ import annotations

import copy
import struct
from typing import Any, List, Sequence, Tuple

from engine.foreign.library import open_library
from engine.stdlib.hash.blocks import MASK32, MASK64, rotate_left32, rotate_left64, words64
from engine.stdlib.hash.xxh import (
    PRIME32_1,
    PRIME32_2,
    PRIME32_3,
    PRIME64_1,
    PRIME64_2,
    PRIME64_3,
    PRIME64_4,
    PRIME64_5,
    avalanche64,
)

SECRET_SIZE_MIN = 136
SECRET_SIZE_MAX = 256

_DEFAULT_SECRET = bytes.fromhex(
    "b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
    "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c"
    "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8"
    "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364"
    "eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e"
    "2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e"
)
_MIX_1 = 0x165667919E3779F9
_MIX_2 = 0x9FB21C651E98DF25
_STRIPE = 64
_SHORT = 16
_MEDIUM = 128
_MID_SIZE = 240
_OF_NOTHING = 0x2D06800538D394C2
_LANES = (PRIME32_3, PRIME64_1, PRIME64_2, PRIME64_3, PRIME64_4, PRIME32_2, PRIME64_5, PRIME32_1)

# The words of a secret, 8 bytes each, that begin at each of its bytes: what short inputs are mixed with.
Words = Sequence[int]


def _words_anywhere(secret: bytes) -> Words:
    return [struct.unpack_from("<Q", secret, offset)[0] for offset in range(len(secret) - 7)]


_DEFAULT_WORDS = _words_anywhere(_DEFAULT_SECRET)


def _open() -> Any:
    """The system's libxxhash, if it is there and of the final format, which 0.8 has."""
    library = open_library(("libxxhash.so.0",), ("XXH3_64bits",))
    return library if library is not None and library.XXH3_64bits(b"", 0) == _OF_NOTHING else None


_LIBRARY = _open()


def xxh3_digest(data: bytes) -> bytes:
    """The digest of a whole string, without seed or secret, of 64 bits."""
    if _LIBRARY is not None:
        return struct.pack(">q", _LIBRARY.XXH3_64bits(data, len(data)))
    return own_xxh3_digest(data)


def own_xxh3_digest(data: bytes) -> bytes:
    """The same without the library."""
    if len(data) > _MID_SIZE:
        state = Xxh3(8, 0, None)
        state.update(data)
        return state.digest()
    return _hash64(data, _DEFAULT_WORDS, 0).to_bytes(8, "big")


class Xxh3:
    """xxh3, and xxh128 where `size` is 16. A secret takes the place of a seed."""

    def __init__(self, size: int, seed: int, secret: bytes | None) -> None:
        self.size = size
        self.seed = seed & MASK64
        self.length = 0
        # Short inputs use the seed itself, long ones a secret derived from it.
        self.secret = _DEFAULT_SECRET if secret is None else secret
        self.words = _DEFAULT_WORDS if secret is None else _words_anywhere(secret)
        self.long_secret = _secret_for(self.seed) if secret is None and self.seed else self.secret
        self.lanes: Tuple[int, ...] = _LANES
        self.rest = b""
        self.last_stripe = b""
        self.block_bytes = _STRIPE * ((len(self.long_secret) - _STRIPE) // 8)

    def update(self, data: bytes) -> None:
        """Hash more data. The last byte always waits: the end of the input is worked in differently."""
        self.length += len(data)
        data = self.rest + data
        size = self.block_bytes
        start = 0
        if self.length > _MID_SIZE:
            while len(data) - start > size:
                self._add_block(data[start : start + size])
                start += size
        if start:
            self.last_stripe = data[start - _STRIPE : start]
        self.rest = data[start:]

    def copy(self) -> Xxh3:
        """A second state."""
        return copy.copy(self)

    def digest(self) -> bytes:
        """The digest so far."""
        if self.length > _MID_SIZE:
            return self._long_digest()
        data = self.rest
        if self.size == 8:
            return _hash64(data, self.words, self.seed).to_bytes(8, "big")
        low, high = _hash128(data, self.words, self.seed)
        return (high << 64 | low).to_bytes(16, "big")

    def _add_block(self, block: bytes) -> None:
        lanes = list(self.lanes)
        secret = self.long_secret
        for index in range(len(block) // _STRIPE):
            start = _STRIPE * index
            _accumulate(lanes, block[start : start + _STRIPE], secret[8 * index : 8 * index + _STRIPE])
        keys = words64(secret[-_STRIPE:])
        self.lanes = tuple([((lane ^ lane >> 47) ^ key) * PRIME32_1 & MASK64 for lane, key in zip(lanes, keys)])

    def _long_digest(self) -> bytes:
        lanes = list(self.lanes)
        secret = self.long_secret
        data = self.rest
        for index in range((len(data) - 1) // _STRIPE):
            start = _STRIPE * index
            _accumulate(lanes, data[start : start + _STRIPE], secret[8 * index : 8 * index + _STRIPE])
        last = (self.last_stripe + data)[-_STRIPE:]
        offset = len(secret) - _STRIPE - 7
        _accumulate(lanes, last, secret[offset : offset + _STRIPE])
        low = _merged(lanes, secret[11:], self.length * PRIME64_1 & MASK64)
        if self.size == 8:
            return low.to_bytes(8, "big")
        high = _merged(lanes, secret[len(secret) - _STRIPE - 11 :], ~(self.length * PRIME64_2) & MASK64)
        return (high << 64 | low).to_bytes(16, "big")


def _secret_for(seed: int) -> bytes:
    words = words64(_DEFAULT_SECRET)
    return struct.pack(
        "<24Q", *[(word - seed if index % 2 else word + seed) & MASK64 for index, word in enumerate(words)]
    )


def _word32(data: bytes, offset: int) -> int:
    return struct.unpack_from("<I", data, offset)[0]  # type: ignore[no-any-return]


def _word64(data: bytes, offset: int) -> int:
    return struct.unpack_from("<Q", data, offset)[0]  # type: ignore[no-any-return]


def _swapped32(value: int) -> int:
    return int.from_bytes(value.to_bytes(4, "little"), "big")


def _swapped64(value: int) -> int:
    return int.from_bytes(value.to_bytes(8, "little"), "big")


def _folded(first: int, second: int) -> int:
    product = first * second
    return product & MASK64 ^ product >> 64


def _avalanche(value: int) -> int:
    value = (value ^ value >> 37) * _MIX_1 & MASK64
    return value ^ value >> 32


def _mix16(data: bytes, at: int, secret: Words, offset: int, seed: int) -> int:
    return _folded(
        _word64(data, at) ^ (secret[offset] + seed & MASK64),
        _word64(data, at + 8) ^ (secret[offset + 8] - seed & MASK64),
    )


def _accumulate(lanes: List[int], stripe: bytes, secret: bytes) -> None:
    words = words64(stripe)
    keys = words64(secret)
    for index in range(8):
        word = words[index]
        key = word ^ keys[index]
        lanes[index ^ 1] = lanes[index ^ 1] + word & MASK64
        lanes[index] = lanes[index] + (key & MASK32) * (key >> 32) & MASK64


def _merged(lanes: List[int], secret: bytes, start: int) -> int:
    for index in range(0, 8, 2):
        start += _folded(lanes[index] ^ _word64(secret, 8 * index), lanes[index + 1] ^ _word64(secret, 8 * index + 8))
    return _avalanche(start & MASK64)


def _hash64(data: bytes, secret: Words, seed: int) -> int:
    size = len(data)
    if size <= _SHORT:
        return _hash64_short(data, secret, seed)
    total = size * PRIME64_1
    if size <= _MEDIUM:
        for step in range((size - 1) // 32, -1, -1):
            total += _mix16(data, 16 * step, secret, 32 * step, seed)
            total += _mix16(data, size - 16 * step - 16, secret, 32 * step + 16, seed)
        return _avalanche(total & MASK64)
    for step in range(8):
        total += _mix16(data, 16 * step, secret, 16 * step, seed)
    total = _avalanche(total & MASK64)
    for step in range(8, size // 16):
        total += _mix16(data, 16 * step, secret, 16 * (step - 8) + 3, seed)
    total += _mix16(data, size - 16, secret, SECRET_SIZE_MIN - 17, seed)
    return _avalanche(total & MASK64)


def _hash64_short(data: bytes, secret: Words, seed: int) -> int:
    size = len(data)
    if size > 8:
        low = _word64(data, 0) ^ ((secret[24] ^ secret[32]) + seed & MASK64)
        high = _word64(data, size - 8) ^ ((secret[40] ^ secret[48]) - seed & MASK64)
        return _avalanche(size + _swapped64(low) + high + _folded(low, high) & MASK64)
    if size >= 4:
        seed ^= _swapped32(seed & MASK32) << 32
        flip = (secret[8] ^ secret[16]) - seed & MASK64
        value = (_word32(data, size - 4) + (_word32(data, 0) << 32)) ^ flip
        value ^= rotate_left64(value, 49) ^ rotate_left64(value, 24)
        value = value * _MIX_2 & MASK64
        value = (value ^ (value >> 35) + size) * _MIX_2 & MASK64
        return value ^ value >> 28
    if size:
        value = data[size >> 1] << 24 | data[0] << 16 | size << 8 | data[-1]
        return avalanche64(value ^ ((secret[0] ^ secret[4]) & MASK32) + seed & MASK64)
    return avalanche64(seed ^ secret[56] ^ secret[64])


def _hash128(data: bytes, secret: Words, seed: int) -> Tuple[int, int]:
    size = len(data)
    if size <= _SHORT:
        return _hash128_short(data, secret, seed)
    low = size * PRIME64_1 & MASK64
    high = 0
    if size <= _MEDIUM:
        for step in range((size - 1) // 32, -1, -1):
            low, high = _mix32(low, high, data, 16 * step, size - 16 * step - 16, secret, 32 * step, seed)
    else:
        for step in range(4):
            low, high = _mix32(low, high, data, 32 * step, 32 * step + 16, secret, 32 * step, seed)
        low = _avalanche(low)
        high = _avalanche(high)
        for step in range(4, size // 32):
            low, high = _mix32(low, high, data, 32 * step, 32 * step + 16, secret, 32 * (step - 4) + 3, seed)
        low, high = _mix32(low, high, data, size - 16, size - 32, secret, SECRET_SIZE_MIN - 33, -seed & MASK64)
    mixed = low * PRIME64_1 + high * PRIME64_4 + (size - seed) * PRIME64_2 & MASK64
    return _avalanche(low + high & MASK64), -_avalanche(mixed) & MASK64


def _mix32(
    low: int, high: int, data: bytes, first: int, second: int, secret: Words, offset: int, seed: int
) -> Tuple[int, int]:
    low = low + _mix16(data, first, secret, offset, seed) & MASK64
    low ^= _word64(data, second) + _word64(data, second + 8) & MASK64
    high = high + _mix16(data, second, secret, offset + 16, seed) & MASK64
    high ^= _word64(data, first) + _word64(data, first + 8) & MASK64
    return low, high


def _hash128_short(data: bytes, secret: Words, seed: int) -> Tuple[int, int]:
    size = len(data)
    if size > 8:
        return _hash128_to_16(data, secret, seed)
    if size >= 4:
        seed ^= _swapped32(seed & MASK32) << 32
        flip = (secret[16] ^ secret[24]) + seed & MASK64
        product = ((_word32(data, 0) + (_word32(data, size - 4) << 32)) ^ flip) * (PRIME64_1 + (size << 2) & MASK64)
        low = product & MASK64
        high = (product >> 64) + (low << 1) & MASK64
        low ^= high >> 3
        low = (low ^ low >> 35) * _MIX_2 & MASK64
        return low ^ low >> 28, _avalanche(high)
    if size:
        low = data[size >> 1] << 24 | data[0] << 16 | size << 8 | data[-1]
        high = rotate_left32(_swapped32(low), 13)
        low ^= ((secret[0] ^ secret[4]) & MASK32) + seed & MASK64
        high ^= ((secret[8] ^ secret[12]) & MASK32) - seed & MASK64
        return avalanche64(low), avalanche64(high)
    return (
        avalanche64(seed ^ secret[64] ^ secret[72]),
        avalanche64(seed ^ secret[80] ^ secret[88]),
    )


def _hash128_to_16(data: bytes, secret: Words, seed: int) -> Tuple[int, int]:
    size = len(data)
    flip_low = (secret[32] ^ secret[40]) - seed & MASK64
    flip_high = (secret[48] ^ secret[56]) + seed & MASK64
    first = _word64(data, 0)
    last = _word64(data, size - 8)
    product = (first ^ last ^ flip_low) * PRIME64_1
    low = (product & MASK64) + (size - 1 << 54) & MASK64
    last ^= flip_high
    high = (product >> 64) + last + (last & MASK32) * (PRIME32_2 - 1) & MASK64
    low ^= _swapped64(high)
    product = low * PRIME64_2
    return _avalanche(product & MASK64), _avalanche((product >> 64) + high * PRIME64_2 & MASK64)
