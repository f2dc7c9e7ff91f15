"""Message digests under the names of the old Mhash extension, all of them deprecated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from engine.builtin.declare import BadArgumentError, PhpConst, pure
from engine.runtime.context import ctx
from engine.stdlib.hash.algorithms import NO_OPTIONS, Algorithm, find_algorithm
from engine.stdlib.hash.digests import Hmac
from engine.stdlib.strings.characters import CHARGE_THRESHOLD_BYTES

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "hash"

MHASH_CRC32: PhpConst[int] = 0
MHASH_MD5: PhpConst[int] = 1
MHASH_SHA1: PhpConst[int] = 2
MHASH_HAVAL256: PhpConst[int] = 3
MHASH_RIPEMD160: PhpConst[int] = 5
MHASH_TIGER: PhpConst[int] = 7
MHASH_GOST: PhpConst[int] = 8
MHASH_CRC32B: PhpConst[int] = 9
MHASH_HAVAL224: PhpConst[int] = 10
MHASH_HAVAL192: PhpConst[int] = 11
MHASH_HAVAL160: PhpConst[int] = 12
MHASH_HAVAL128: PhpConst[int] = 13
MHASH_TIGER128: PhpConst[int] = 14
MHASH_TIGER160: PhpConst[int] = 15
MHASH_MD4: PhpConst[int] = 16
MHASH_SHA256: PhpConst[int] = 17
MHASH_ADLER32: PhpConst[int] = 18
MHASH_SHA224: PhpConst[int] = 19
MHASH_SHA512: PhpConst[int] = 20
MHASH_SHA384: PhpConst[int] = 21
MHASH_WHIRLPOOL: PhpConst[int] = 22
MHASH_RIPEMD128: PhpConst[int] = 23
MHASH_RIPEMD256: PhpConst[int] = 24
MHASH_RIPEMD320: PhpConst[int] = 25
MHASH_SNEFRU256: PhpConst[int] = 27
MHASH_MD2: PhpConst[int] = 28
MHASH_FNV132: PhpConst[int] = 29
MHASH_FNV1A32: PhpConst[int] = 30
MHASH_FNV164: PhpConst[int] = 31
MHASH_FNV1A64: PhpConst[int] = 32
MHASH_JOAAT: PhpConst[int] = 33
MHASH_CRC32C: PhpConst[int] = 34
MHASH_MURMUR3A: PhpConst[int] = 35
MHASH_MURMUR3C: PhpConst[int] = 36
MHASH_MURMUR3F: PhpConst[int] = 37
MHASH_XXH32: PhpConst[int] = 38
MHASH_XXH64: PhpConst[int] = 39
MHASH_XXH3: PhpConst[int] = 40
MHASH_XXH128: PhpConst[int] = 41

_DEPRECATED = "8.1"
_SALT_BYTES = 8
# By number; where there is no name there never was an algorithm.
_NAMES = (
    "CRC32", "MD5", "SHA1", "HAVAL256", "", "RIPEMD160", "", "TIGER",
    "GOST", "CRC32B", "HAVAL224", "HAVAL192", "HAVAL160", "HAVAL128", "TIGER128", "TIGER160",
    "MD4", "SHA256", "ADLER32", "SHA224", "SHA512", "SHA384", "WHIRLPOOL", "RIPEMD128",
    "RIPEMD256", "RIPEMD320", "", "SNEFRU256", "MD2", "FNV132", "FNV1A32", "FNV164",
    "FNV1A64", "JOAAT", "CRC32C", "MURMUR3A", "MURMUR3C", "MURMUR3F", "XXH32", "XXH64",
    "XXH3", "XXH128",
)  # fmt: skip
# Those whose name in hash() is not the same.
_ALGORITHM_NAMES = {
    "HAVAL256": "haval256,3",
    "HAVAL224": "haval224,3",
    "HAVAL192": "haval192,3",
    "HAVAL160": "haval160,3",
    "HAVAL128": "haval128,3",
    "TIGER": "tiger192,3",
    "TIGER160": "tiger160,3",
    "TIGER128": "tiger128,3",
}


@pure(deprecated=_DEPRECATED)
def mhash_get_block_size(algo: int) -> int | Literal[False]:
    """Gets the block size of the specified hash."""
    algorithm = _algorithm(algo)
    return False if algorithm is None else algorithm.digest_bytes


@pure(deprecated=_DEPRECATED)
def mhash_get_hash_name(algo: int) -> PhpString | Literal[False]:
    """Gets the name of the specified hash."""
    return (_NAMES[algo] or False) if 0 <= algo < len(_NAMES) else False


@pure(deprecated=_DEPRECATED)
def mhash_keygen_s2k(algo: int, password: PhpString, salt: PhpString, length: int) -> PhpString | Literal[False]:
    """Generates a key."""
    # PHP takes the length as 32 bits.
    size = (length + (1 << 31)) % (1 << 32) - (1 << 31)
    if size <= 0:
        raise BadArgumentError("length", "must be a greater than 0")
    algorithm = _algorithm(algo)
    if algorithm is None:
        return False
    if size > CHARGE_THRESHOLD_BYTES:
        ctx.charge(size)
    seed = salt.encode("latin-1")[:_SALT_BYTES].ljust(_SALT_BYTES, b"\0") + password.encode("latin-1")
    parts = []
    for number in range((size - 1) // algorithm.digest_bytes + 1):
        state = algorithm.begin(NO_OPTIONS)
        state.update(bytes(number) + seed)
        parts.append(state.digest())
    return b"".join(parts)[:size].decode("latin-1")


@pure(deprecated=_DEPRECATED)
def mhash_count() -> int:
    """Gets the highest available hash ID."""
    return len(_NAMES) - 1


@pure(deprecated=_DEPRECATED)
def mhash(algo: int, data: PhpString, key: PhpString | None = None) -> PhpString | Literal[False]:
    """Computes hash."""
    algorithm = _algorithm(algo)
    if algorithm is None:
        return False
    if key is not None and not algorithm.is_cryptographic:
        raise BadArgumentError("algo", "must be a valid cryptographic hashing algorithm")
    state = algorithm.begin(NO_OPTIONS) if key is None else Hmac(algorithm, key.encode("latin-1"))
    state.update(data.encode("latin-1"))
    return state.digest().decode("latin-1")


def _algorithm(number: int) -> Algorithm | None:
    name = _NAMES[number] if 0 <= number < len(_NAMES) else ""
    return find_algorithm(_ALGORITHM_NAMES.get(name, name)) if name else None
