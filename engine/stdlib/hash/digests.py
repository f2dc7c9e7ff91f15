"""Message digests: hash and its family."""

from __future__ import annotations

import hashlib
from hmac import compare_digest
from typing import TYPE_CHECKING

from engine.builtin.declare import BadArgumentError, PhpConst, pure
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import type_for_error
from engine.runtime.values import MISSING, Missing, PhpString, Value
from engine.stdlib.hash.algorithms import ALGORITHMS, NO_OPTIONS, Algorithm, find_algorithm
from engine.stdlib.hash.openssl import digest_of
from engine.stdlib.hash.xxh3 import xxh3_digest
from engine.stdlib.strings.characters import CHARGE_THRESHOLD_BYTES

if TYPE_CHECKING:
    from engine.stdlib.hash.blocks import HashState

EXTENSION = "hash"

HASH_HMAC: PhpConst[int] = 1

_C_INT_MAX = (1 << 31) - 1
_INNER_PAD = bytes([byte ^ 0x36 for byte in range(256)])
_OUTER_PAD = bytes([byte ^ 0x5C for byte in range(256)])
_NOT_CRYPTOGRAPHIC = "must be a valid cryptographic hashing algorithm"


@pure(shown={"options": PhpArray()})
def hash_(algo: PhpString, data: PhpString, binary: bool = False, options: PhpArray = MISSING) -> PhpString:
    """Generate a hash value (message digest)."""
    digest = digest_of(algo, data.encode("latin-1"))
    if digest is not None:
        return shown_digest(digest, binary=binary)
    algorithm = find_algorithm(algo)
    if algorithm is None:
        raise BadArgumentError("algo", "must be a valid hashing algorithm")
    if options is MISSING and algo == "xxh3":
        return shown_digest(xxh3_digest(data.encode("latin-1")), binary=binary)
    state = algorithm.begin(given_options(options))
    state.update(data.encode("latin-1"))
    return shown_digest(state.digest(), binary=binary)


@pure(sensitive=("key",))
def hash_hmac(algo: PhpString, data: PhpString, key: PhpString, binary: bool = False) -> PhpString:
    """Generate a keyed hash value using the HMAC method."""
    digest = _hmac_digest(_cryptographic(algo), key.encode("latin-1"), data.encode("latin-1"))
    return shown_digest(digest, binary=binary)


@pure
def hash_algos() -> PhpArray:
    """Return a list of registered hashing algorithms."""
    return PhpArray(list(ALGORITHMS))


@pure
def hash_hmac_algos() -> PhpArray:
    """Return a list of registered hashing algorithms suitable for hash_hmac."""
    return PhpArray([name for name, algorithm in ALGORITHMS.items() if algorithm.is_cryptographic])


@pure(sensitive=("known_string", "user_string"), shown_types={"known_string": "string", "user_string": "string"})
def hash_equals(known_string: Value, user_string: Value) -> bool:
    """Timing attack safe string comparison."""
    if type(known_string) is not str:
        given = type_for_error(known_string)
        raise BadArgumentError("known_string", f"must be of type string, {given} given", "TypeError")
    if type(user_string) is not str:
        given = type_for_error(user_string)
        raise BadArgumentError("user_string", f"must be of type string, {given} given", "TypeError")
    return compare_digest(known_string.encode("latin-1"), user_string.encode("latin-1"))


@pure(sensitive=("password",), shown={"options": PhpArray()})
def hash_pbkdf2(
    algo: PhpString,
    password: PhpString,
    salt: PhpString,
    iterations: int,
    length: int = 0,
    binary: bool = False,
    options: PhpArray = MISSING,
) -> PhpString:
    """Generate a PBKDF2 key derivation of a supplied password."""
    algorithm = _cryptographic(algo)
    if iterations <= 0:
        raise BadArgumentError("iterations", "must be greater than 0")
    if length < 0:
        raise BadArgumentError("length", "must be greater than or equal to 0")
    if length > CHARGE_THRESHOLD_BYTES:
        ctx.charge(length)
    if not length:
        length = algorithm.digest_bytes if binary else 2 * algorithm.digest_bytes
    size = length if binary else (length + 1) // 2
    secret = password.encode("latin-1")
    salted = salt.encode("latin-1")
    if algorithm.derivation_name and iterations <= _C_INT_MAX:
        derived = hashlib.pbkdf2_hmac(algorithm.derivation_name, secret, salted, iterations, size)
    else:
        derived = _derived(algorithm, secret, salted, iterations, size)
    return derived.decode("latin-1") if binary else derived.hex()[:length]


@pure(sensitive=("key",))
def hash_hkdf(
    algo: PhpString, key: PhpString, length: int = 0, info: PhpString = "", salt: PhpString = ""
) -> PhpString:
    """Generate a HKDF key derivation of a supplied key input."""
    algorithm = _cryptographic(algo)
    if not key:
        raise BadArgumentError("key", "must not be empty")
    if length < 0:
        raise BadArgumentError("length", "must be greater than or equal to 0")
    longest = algorithm.digest_bytes * 255
    if length > longest:
        raise BadArgumentError("length", f"must be less than or equal to {longest}")
    extracted = _hmac_digest(algorithm, salt.encode("latin-1"), key.encode("latin-1"))
    size = length or algorithm.digest_bytes
    context = info.encode("latin-1")
    block = b""
    expanded = b""
    for number in range(1, (size - 1) // algorithm.digest_bytes + 2):
        block = _hmac_digest(algorithm, extracted, block + context + bytes((number,)))
        expanded += block
    return expanded[:size].decode("latin-1")


class Hmac:
    """A keyed hash on its way."""

    def __init__(self, algorithm: Algorithm, key: bytes) -> None:
        self.inner = algorithm.begin(NO_OPTIONS)
        self.outer = algorithm.begin(NO_OPTIONS)
        if len(key) > algorithm.block_bytes:
            reduced = algorithm.begin(NO_OPTIONS)
            reduced.update(key)
            key = reduced.digest()
        key = key.ljust(algorithm.block_bytes, b"\0")
        self.inner.update(key.translate(_INNER_PAD))
        self.outer.update(key.translate(_OUTER_PAD))

    def update(self, data: bytes) -> None:
        """Hash more data."""
        self.inner.update(data)

    def digest(self) -> bytes:
        """The digest so far."""
        outer = self.outer.copy()
        outer.update(self.inner.digest())
        return outer.digest()

    def copy(self) -> Hmac:
        """A second state."""
        other = Hmac.__new__(Hmac)
        other.inner = self.inner.copy()
        other.outer = self.outer.copy()
        return other


def begin_hash(algo: str, flags: int, key: str, options: PhpArray | Missing) -> HashState:
    """The state behind a new HashContext."""
    algorithm = find_algorithm(algo)
    if algorithm is None:
        raise BadArgumentError("algo", "must be a valid hashing algorithm")
    if not flags & HASH_HMAC:
        return algorithm.begin_context(given_options(options))
    if not algorithm.is_cryptographic:
        raise BadArgumentError("algo", "must be a cryptographic hashing algorithm if HMAC is requested")
    if not key:
        raise BadArgumentError("key", "must not be empty when HMAC is requested")
    return Hmac(algorithm, key.encode("latin-1"))


def given_options(options: PhpArray | Missing) -> PhpArray:
    """The `$options` of a hash function, empty where there are none."""
    return options if type(options) is PhpArray else NO_OPTIONS


def _cryptographic(name: str) -> Algorithm:
    algorithm = find_algorithm(name)
    if algorithm is None or not algorithm.is_cryptographic:
        raise BadArgumentError("algo", _NOT_CRYPTOGRAPHIC)
    return algorithm


def shown_digest(digest: bytes, *, binary: bool) -> str:
    """The digest as its bytes or in hexadecimal."""
    return digest.decode("latin-1") if binary else digest.hex()


def _hmac_digest(algorithm: Algorithm, key: bytes, data: bytes) -> bytes:
    name, size = algorithm.name, algorithm.block_bytes
    block = key.ljust(size, b"\0") if len(key) <= size else (digest_of(name, key) or b"").ljust(size, b"\0")
    inner = digest_of(name, block.translate(_INNER_PAD) + data)
    digest = None if inner is None else digest_of(name, block.translate(_OUTER_PAD) + inner)
    if digest is not None:
        return digest
    state = Hmac(algorithm, key)
    state.update(data)
    return state.digest()


def _derived(algorithm: Algorithm, password: bytes, salt: bytes, iterations: int, size: int) -> bytes:
    """PBKDF2 for the algorithms that Python does not know."""
    keyed = Hmac(algorithm, password)
    derived = b""
    number = 0
    while len(derived) < size:
        number += 1
        block = _round(keyed, salt + number.to_bytes(4, "big"))
        result = int.from_bytes(block, "big")
        for _ in range(iterations - 1):
            block = _round(keyed, block)
            result ^= int.from_bytes(block, "big")
        derived += result.to_bytes(algorithm.digest_bytes, "big")
    return derived[:size]


def _round(keyed: Hmac, data: bytes) -> bytes:
    state = keyed.copy()
    state.update(data)
    return state.digest()
