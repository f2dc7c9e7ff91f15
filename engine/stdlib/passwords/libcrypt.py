"""The system's libcrypt, through cffi, held to the settings that PHP's own crypt() takes.

The library is opened when this module is imported, because a confined executor may not open files. Where it is absent,
LIBRARY is None and nothing can be hashed.
"""

from __future__ import annotations

import re
from typing import Optional

from engine.errors import LimitExceededError, Outcome
from engine.foreign.compiled import ffi
from engine.foreign.library import open_library

# What one call may cost, for nothing can interrupt it: 2 to this power of rounds, about 4 seconds; and as many rounds.
BCRYPT_COST_MAX = 16
SHA_ROUNDS_MAX = 5_000_000
SETTING_LENGTH_MAX = 123

_DATA_BYTES = 32768
_SHA_ROUNDS = re.compile(r"rounds=([0-9]+)\$")
_SHA_ROUNDS_RANGE = range(1000, 1_000_000_000)
_SALT_CHARACTERS = frozenset("./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_BCRYPT_COST = re.compile(r"\$2[a-z]\$([0-3][0-9])\$")


LIBRARY = open_library(("libcrypt.so.1", "libcrypt.so.2", "libcrypt.so"), ("crypt_rn",))


def crypt_text(password: str, setting: str) -> Optional[str]:
    """The hash of a password by a setting, which an older hash can be; None for what PHP does not take."""
    setting = setting.partition("\0")[0]
    if setting[:3] == "$1$":
        return _call(password, setting)
    if setting[:3] in ("$5$", "$6$"):
        return _sha(password, setting)
    if setting[:2] == "$2" and setting[3:4] == "$":
        return _bcrypt(password, setting)
    is_des = setting[:1] == "_" or (len(setting) > 1 and _SALT_CHARACTERS.issuperset(setting[:2]))
    return _call(password, setting) if is_des else None


def _call(password: str, setting: str) -> Optional[str]:
    if LIBRARY is None:
        return None
    data = ffi.new("char[]", _DATA_BYTES)
    key = password.partition("\0")[0].encode("latin-1")
    result = LIBRARY.crypt_rn(key, setting.encode("latin-1"), data, _DATA_BYTES)
    if not result:
        return None
    text: str = ffi.string(result).decode("latin-1")
    return None if text[:1] == "*" else text


def _sha(password: str, setting: str) -> Optional[str]:
    rounds = _SHA_ROUNDS.match(setting, 3)
    if rounds is not None:
        count = int(rounds[1][:18])
        if count not in _SHA_ROUNDS_RANGE:
            return None
        if count > SHA_ROUNDS_MAX:
            raise _too_costly()
    return _call(password, setting)


def _too_costly() -> LimitExceededError:
    return LimitExceededError(Outcome.TIME_LIMIT, "The cost of a password hash exceeds what an execution may spend")


def _bcrypt(password: str, setting: str) -> Optional[str]:
    cost = _BCRYPT_COST.match(setting)
    if cost is not None and BCRYPT_COST_MAX < int(cost[1]) < 32:
        raise _too_costly()
    return _call(password, setting)
