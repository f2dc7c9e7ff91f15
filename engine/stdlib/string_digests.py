"""Strings: the digests that are functions of their own."""

from __future__ import annotations

import hashlib
import zlib

# On PyPy 16 times as fast for short strings as OpenSSL behind hashlib, and as fast for long ones.
from _md5 import md5 as new_md5  # type: ignore[import-not-found]
from typing import TYPE_CHECKING

from engine.builtin.declare import pure

if TYPE_CHECKING:
    from engine.runtime.values import PhpString


@pure
def md5(string: PhpString, binary: bool = False) -> PhpString:
    """Calculate the md5 hash of a string."""
    digest: bytes = new_md5(string.encode("latin-1")).digest()
    return digest.decode("latin-1") if binary else digest.hex()


@pure
def sha1(string: PhpString, binary: bool = False) -> PhpString:
    """Calculate the sha1 hash of a string."""
    digest = hashlib.sha1(string.encode("latin-1")).digest()
    return digest.decode("latin-1") if binary else digest.hex()


@pure
def crc32(string: PhpString) -> int:
    """Calculates the crc32 polynomial of a string."""
    return zlib.crc32(string.encode("latin-1"))
