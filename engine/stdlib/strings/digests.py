"""Strings: the digests that are functions of their own."""

from __future__ import annotations

import hashlib
import zlib

# On PyPy 16 times as fast for short strings as OpenSSL behind hashlib, and as fast for long ones.
from _md5 import md5 as new_md5  # type: ignore[import-not-found]
from typing import TYPE_CHECKING, Literal

from engine.builtin.declare import Path, contextual, pure
from engine.stdlib.hash.files import digest_of_file
from engine.stdlib.hash.openssl import md5_digest, sha1_digest

if TYPE_CHECKING:
    from engine.runtime.values import PhpString


@pure
def md5(string: PhpString, binary: bool = False) -> PhpString:
    """Calculate the md5 hash of a string."""
    digest = md5_digest(string.encode("latin-1"))
    return digest.decode("latin-1") if binary else digest.hex()


@contextual
def md5_file(filename: Path, binary: bool = False) -> PhpString | Literal[False]:
    """Calculate the md5 hash of a given file."""
    return digest_of_file("md5_file", filename, new_md5(), binary=binary)


@pure
def sha1(string: PhpString, binary: bool = False) -> PhpString:
    """Calculate the sha1 hash of a string."""
    digest = sha1_digest(string.encode("latin-1"))
    return digest.decode("latin-1") if binary else digest.hex()


@contextual
def sha1_file(filename: Path, binary: bool = False) -> PhpString | Literal[False]:
    """Calculate the sha1 hash of a file."""
    return digest_of_file("sha1_file", filename, hashlib.sha1(), binary=binary)


@pure
def crc32(string: PhpString) -> int:
    """Calculates the crc32 polynomial of a string."""
    return zlib.crc32(string.encode("latin-1"))
