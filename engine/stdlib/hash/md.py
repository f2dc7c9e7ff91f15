"""The digests of RSA Data Security before MD5: md2 (RFC 1319) and md4 (RFC 1320)."""

from __future__ import annotations

from typing import Tuple

from engine.stdlib.hash.blocks import MASK32, BlockState, rotate_left32, words32

# A permutation made of the digits of pi.
_PI_BYTES = bytes.fromhex(
    "292e43c9a2d87c013d3654a1ecf0061362a705f3c0c7738c98932bd9bc4c82ca"
    "1e9b573cfdd4e01667426f188a17e512be4ec4d6da9ede49a0fbf58ebb2fee7a"
    "a968799115b2073f94c210890b225f21807f5d9a5a903227353ecce7bff79703"
    "ff1930b348a5b5d1d75e922aac56aac64fb838d296a47db676fc6be29c7404f1"
    "459d705964718720865bcf65e62da8021b6025adaeb0b9f61c46616934407e0f"
    "5547a323dd51af3ac35cf9cebac5ea262c530d6e85288409d3dfcdf441814d52"
    "6adc37c86cc1abfa24e17b080cbdb14a7888958be363e86de9cbd5fe3b001d39"
    "f2efb70e6658d0e4a67772f8eb754b0a314450b48fed1f1adb998d339f118314"
)
_MD4_ROUNDS = (
    (0x00000000, (3, 7, 11, 19), (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)),
    (0x5A827999, (3, 5, 9, 13), (0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15)),
    (0x6ED9EBA1, (3, 9, 11, 15), (0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15)),
)


class Md2(BlockState):
    """md2."""

    block_bytes = 16

    def __init__(self) -> None:
        super().__init__()
        # The digest so far, and what the last block left beside it.
        self.value = bytes(48)
        self.checksum = bytes(16)

    def add_block(self, block: bytes) -> None:
        """Work in sixteen bytes."""
        self.value = self._transformed(block)
        self.checksum = self._checksum_with(block)

    def _transformed(self, block: bytes) -> bytes:
        state = bytearray(self.value[:16] + block + bytes([old ^ new for old, new in zip(self.value, block)]))
        carry = 0
        for step in range(18):
            for index in range(48):
                carry = state[index] = state[index] ^ _PI_BYTES[carry]
            carry = carry + step & 255
        return bytes(state)

    def _checksum_with(self, block: bytes) -> bytes:
        checksum = bytearray(self.checksum)
        carry = checksum[15]
        for index in range(16):
            carry = checksum[index] = checksum[index] ^ _PI_BYTES[block[index] ^ carry]
        return bytes(checksum)

    def digest(self) -> bytes:
        """The digest so far."""
        missing = 16 - len(self.rest)
        last = self.copy()
        last.add_block(self.rest + bytes((missing,)) * missing)
        last.add_block(last.checksum)
        return last.value[:16]


class Md4(BlockState):
    """md4."""

    def __init__(self) -> None:
        super().__init__()
        self.values: Tuple[int, ...] = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476)

    def add_block(self, block: bytes) -> None:
        """Work in 64 bytes."""
        words = words32(block)
        a, b, c, d = self.values
        for number, (constant, turns, order) in enumerate(_MD4_ROUNDS):
            for step in range(16):
                if number == 0:
                    chosen = b & c | ~b & d
                elif number == 1:
                    chosen = b & c | b & d | c & d
                else:
                    chosen = b ^ c ^ d
                value = rotate_left32(a + chosen + words[order[step]] + constant & MASK32, turns[step % 4])
                a, b, c, d = d, value, b, c
        self.values = tuple([old + new & MASK32 for old, new in zip(self.values, (a, b, c, d))])

    def digest(self) -> bytes:
        """The digest so far."""
        last = self.copy()
        last.update(self.padding(0x80, 8, "little"))
        return b"".join([value.to_bytes(4, "little") for value in last.values])
