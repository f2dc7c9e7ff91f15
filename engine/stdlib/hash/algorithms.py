"""The hash algorithms by their PHP names, in PHP's order, and how to begin one."""

from __future__ import annotations

import hashlib
from _md5 import md5 as new_md5  # type: ignore[import-not-found]
from functools import partial
from typing import TYPE_CHECKING, Any, Callable, Dict, NamedTuple

from engine.runtime.arrays import PhpArray
from engine.runtime.context import E_DEPRECATED, ctx
from engine.runtime.conversions import to_string
from engine.runtime.exceptions import throw_error
from engine.stdlib.hash import native
from engine.stdlib.hash.checksums import Adler32, Crc32, Crc32B, Crc32C, Fnv, Joaat
from engine.stdlib.hash.gost import Gost
from engine.stdlib.hash.haval import Haval
from engine.stdlib.hash.keccak import Sha3
from engine.stdlib.hash.md import Md2, Md4
from engine.stdlib.hash.murmur import Murmur3A, Murmur3C, Murmur3F
from engine.stdlib.hash.ripemd import Ripemd
from engine.stdlib.hash.snefru import Snefru
from engine.stdlib.hash.tiger import Tiger
from engine.stdlib.hash.whirlpool import Whirlpool
from engine.stdlib.hash.xxh import Xxh32, Xxh64
from engine.stdlib.hash.xxh3 import SECRET_SIZE_MAX, SECRET_SIZE_MIN, Xxh3

if TYPE_CHECKING:
    from engine.stdlib.hash.blocks import HashState

_SEED_AS_ZERO = "Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0"
_SEED_IGNORED = "Passing a seed of a type other than int is deprecated because it is ignored"
_CONVERTED = (
    "Passing a secret of a type other than string is deprecated because it implicitly converts to a string, "
    "potentially hiding bugs"
)


class Algorithm(NamedTuple):
    """An algorithm. `block_bytes` is what HMAC pads keys to; only a cryptographic algorithm may serve for one."""

    name: str
    begin: Callable[[PhpArray], HashState]
    digest_bytes: int
    block_bytes: int
    is_cryptographic: bool
    # The name that Python's own key derivation knows it by, on PyPy too.
    derivation_name: str | None = None
    # Begins a state that can be written down and read again where `begin`'s, which is Python's own, cannot.
    begin_readable: Callable[[], HashState] | None = None

    def begin_context(self, options: PhpArray) -> HashState:
        """The state of a HashContext."""
        return self.begin(options) if self.begin_readable is None else self.begin_readable()


def find_algorithm(name: str) -> Algorithm | None:
    """The algorithm of that name, in any case."""
    return ALGORITHMS.get(name.lower())


def _from_hashlib(name: str, python_name: str, digest_bytes: int, block_bytes: int) -> Algorithm:
    def begin(_: PhpArray) -> HashState:
        return new_md5() if python_name == "md5" else hashlib.new(python_name)

    begin_readable: Callable[[], HashState] | None = None
    if name.startswith("sha3-"):
        begin_readable = partial(Sha3, 8 * digest_bytes)
    elif native.IS_THERE:
        begin_readable = partial(native.NativeState, name)
    derivation_name = name if name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512") else None
    return Algorithm(
        name, begin, digest_bytes, block_bytes, is_cryptographic=True, derivation_name=derivation_name,
        begin_readable=begin_readable,
    )  # fmt: skip


def _own(name: str, begin: Callable[[], HashState], digest_bytes: int, block_bytes: int) -> Algorithm:
    return Algorithm(name, lambda _: begin(), digest_bytes, block_bytes, is_cryptographic=True)


def _checksum(name: str, begin: Callable[[], HashState], digest_bytes: int) -> Algorithm:
    return Algorithm(name, lambda _: begin(), digest_bytes, digest_bytes, is_cryptographic=False)


def _seeded(name: str, begin: Callable[[int], HashState], digest_bytes: int) -> Algorithm:
    def begin_with_options(options: PhpArray) -> HashState:
        # xxh64 misses a seed wherever there are options.
        seed: Any = options.get("seed", None if name == "xxh64" and options is not NO_OPTIONS else 0)
        if type(seed) is not int:
            ctx.function_warning(_SEED_AS_ZERO, E_DEPRECATED)
            seed = 0
        return begin(seed)

    return Algorithm(name, begin_with_options, digest_bytes, digest_bytes, is_cryptographic=False)


def _xxh3(name: str, digest_bytes: int) -> Algorithm:
    def begin(options: PhpArray) -> HashState:
        seed: Any = options.get("seed")
        secret: Any = options.get("secret")
        if options.has("seed") and options.has("secret"):
            raise throw_error("Error", f"{name}: Only one of seed or secret is to be passed for initialization")
        if type(seed) is int:
            return Xxh3(digest_bytes, seed, None)
        if options.has("seed"):
            ctx.function_warning(_SEED_IGNORED, E_DEPRECATED)
        if not options.has("secret"):
            return Xxh3(digest_bytes, 0, None)
        if type(secret) is not str:
            ctx.function_warning(_CONVERTED, E_DEPRECATED)
        data = to_string(secret).encode("latin-1")
        if len(data) < SECRET_SIZE_MIN:
            raise throw_error(
                "Error", f"{name}: Secret length must be >= {SECRET_SIZE_MIN} bytes, {len(data)} bytes passed"
            )
        if len(data) > SECRET_SIZE_MAX:
            ctx.function_warning(f"{name}: Secret content exceeding {SECRET_SIZE_MAX} bytes discarded")
        return Xxh3(digest_bytes, 0, data[:SECRET_SIZE_MAX])

    return Algorithm(name, begin, digest_bytes, 8, is_cryptographic=False)


NO_OPTIONS = PhpArray()
ALGORITHMS: Dict[str, Algorithm] = {
    algorithm.name: algorithm
    for algorithm in (
        _own("md2", Md2, 16, 16),
        _own("md4", Md4, 16, 64),
        _from_hashlib("md5", "md5", 16, 64),
        _from_hashlib("sha1", "sha1", 20, 64),
        _from_hashlib("sha224", "sha224", 28, 64),
        _from_hashlib("sha256", "sha256", 32, 64),
        _from_hashlib("sha384", "sha384", 48, 128),
        _from_hashlib("sha512/224", "sha512_224", 28, 128),
        _from_hashlib("sha512/256", "sha512_256", 32, 128),
        _from_hashlib("sha512", "sha512", 64, 128),
        _from_hashlib("sha3-224", "sha3_224", 28, 144),
        _from_hashlib("sha3-256", "sha3_256", 32, 136),
        _from_hashlib("sha3-384", "sha3_384", 48, 104),
        _from_hashlib("sha3-512", "sha3_512", 64, 72),
        _own("ripemd128", lambda: Ripemd(128), 16, 64),
        _own("ripemd160", lambda: Ripemd(160), 20, 64),
        _own("ripemd256", lambda: Ripemd(256), 32, 64),
        _own("ripemd320", lambda: Ripemd(320), 40, 64),
        _own("whirlpool", Whirlpool, 64, 64),
        *[
            _own(f"tiger{bits},{passes}", partial(Tiger, bits, passes), bits // 8, 64)
            for passes in (3, 4)
            for bits in (128, 160, 192)
        ],
        _own("snefru", Snefru, 32, 32),
        _own("snefru256", Snefru, 32, 32),
        _own("gost", partial(Gost, is_cryptopro=False), 32, 32),
        _own("gost-crypto", partial(Gost, is_cryptopro=True), 32, 32),
        _checksum("adler32", Adler32, 4),
        _checksum("crc32", Crc32, 4),
        _checksum("crc32b", Crc32B, 4),
        _checksum("crc32c", Crc32C, 4),
        _checksum("fnv132", lambda: Fnv(4, multiplies_last=False), 4),
        _checksum("fnv1a32", lambda: Fnv(4, multiplies_last=True), 4),
        _checksum("fnv164", lambda: Fnv(8, multiplies_last=False), 8),
        _checksum("fnv1a64", lambda: Fnv(8, multiplies_last=True), 8),
        _checksum("joaat", Joaat, 4),
        _seeded("murmur3a", Murmur3A, 4),
        _seeded("murmur3c", Murmur3C, 16),
        _seeded("murmur3f", Murmur3F, 16),
        _seeded("xxh32", Xxh32, 4),
        _seeded("xxh64", Xxh64, 8),
        _xxh3("xxh3", 8),
        _xxh3("xxh128", 16),
        *[
            _own(f"haval{bits},{passes}", partial(Haval, bits, passes), bits // 8, 128)
            for passes in (3, 4, 5)
            for bits in (128, 160, 192, 224, 256)
        ],
    )
}
