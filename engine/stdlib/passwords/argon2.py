"""The system's libargon2, through cffi: hashes `$argon2id$v=19$m=65536,t=4,p=1$salt$hash` and how they are told.

The library is opened when this module is imported, because a confined executor may not open files. Where it is absent,
LIBRARY is None and PHP knows no Argon2. Lanes are computed one after the other: an executor may start no threads.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import re
from typing import Dict, NamedTuple, Optional

from engine.errors import LimitExceededError, Outcome
from engine.foreign.compiled import ffi
from engine.foreign.library import open_library
from engine.runtime.context import ctx

# What one call may cost, for nothing can interrupt it: KiB of memory times passes over it, about four seconds.
WORK_MAX = 1 << 22

MEMORY_RANGE = range(8, 1 << 32)
TIME_RANGE = range(1, 1 << 32)
THREADS_RANGE = range(1, 1 << 24)
SALT_BYTES = 16
TYPES: Dict[str, int] = {"argon2i": 1, "argon2id": 2}

_HASH_BYTES = 32
_VERSION = 19
_ENCODED = re.compile(
    r"\$(argon2id?)(?:\$v=([0-9]{1,9}))?\$m=([0-9]{1,10}),t=([0-9]{1,10}),p=([0-9]{1,8})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)"
)
_COSTS = re.compile(r"\$argon2id?\$v=[0-9]+\$m=([0-9]{1,18}),t=([0-9]{1,18}),p=([0-9]{1,18})")


class Costs(NamedTuple):
    """What a hash costs: KiB of memory, passes over it, lanes."""

    memory: int
    time: int
    threads: int


class HashingError(Exception):
    """What libargon2 says against it."""


LIBRARY = open_library(("libargon2.so.1",))


def hash_password(name: str, password: str, salt: bytes, costs: Costs) -> str:
    """The encoded hash of a password; raises HashingError."""
    raw = _digest(TYPES[name], password, salt, costs, _VERSION, _HASH_BYTES)
    return f"${name}$v={_VERSION}$m={costs.memory},t={costs.time},p={costs.threads}${_spell(salt)}${_spell(raw)}"


def verify(password: str, encoded: str) -> bool:
    """Whether the encoded hash is that of the password."""
    found = _ENCODED.fullmatch(encoded)
    if found is None or LIBRARY is None:
        return False
    name, version, memory, time, threads, salt, expected = found.groups()
    try:
        wanted = _unspell(expected)
        costs = Costs(int(memory), int(time), int(threads))
        raw = _digest(TYPES[name], password, _unspell(salt), costs, int(version or 16), len(wanted))
    except (HashingError, binascii.Error):
        return False
    return hmac.compare_digest(raw, wanted)


def costs_of(encoded: str) -> Optional[Costs]:
    """What an encoded hash says of its costs."""
    found = _COSTS.match(encoded)
    return None if found is None else Costs(int(found[1]), int(found[2]), int(found[3]))


def _digest(kind: int, password: str, salt: bytes, costs: Costs, version: int, size: int) -> bytes:
    if costs.memory * costs.time > WORK_MAX:
        raise LimitExceededError(Outcome.TIME_LIMIT, "The cost of a password hash exceeds what an execution may spend")
    ctx.charge(costs.memory * 1024)
    secret = password.encode("latin-1")
    out = ffi.new("uint8_t[]", size)
    held_password, held_salt = ffi.new("uint8_t[]", secret or b"\0"), ffi.new("uint8_t[]", salt or b"\0")
    context = ffi.new("argon2_context *", {
        "out": out, "outlen": size, "pwd": held_password, "pwdlen": len(secret), "salt": held_salt,
        "saltlen": len(salt), "t_cost": costs.time, "m_cost": costs.memory, "lanes": costs.threads, "threads": 1,
        "version": version,
    })  # fmt: skip
    status = LIBRARY.argon2_ctx(context, kind)
    if status:
        raise HashingError(ffi.string(LIBRARY.argon2_error_message(status)).decode("latin-1"))
    return bytes(ffi.buffer(out))


def _spell(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii").rstrip("=")


def _unspell(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
