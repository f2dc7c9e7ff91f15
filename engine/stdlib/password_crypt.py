"""The system's libcrypt, through cffi, held to the settings that PHP's own crypt() takes.

The library is opened when this module is imported, because a confined executor may not open files. Where it is absent,
LIBRARY is None and nothing can be hashed.
"""

from __future__ import annotations

import re
from typing import Any, List, Optional

import cffi

from engine.errors import LimitExceededError, Outcome

# What one call may cost, for nothing can interrupt it: two to this power of rounds, about 4 seconds; and as many rounds.
BCRYPT_COST_MAX = 16
SHA_ROUNDS_MAX = 5_000_000
SETTING_LENGTH_MAX = 123

_DATA_BYTES = 32768
_SHA_ROUNDS = re.compile(r"rounds=([0-9]+)\$")
_SHA_ROUNDS_RANGE = range(1000, 1_000_000_000)
_SALT_CHARACTERS = frozenset("./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_BCRYPT = re.compile(r"\$2([axy])\$([0-3][0-9])\$")
_BCRYPT_COSTS = range(4, 32)
_BCRYPT_SALT_START = 7
_BCRYPT_SALT_END = 29
_BCRYPT_DIGITS = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

_FFI = cffi.FFI()
_FFI.cdef("char *crypt_rn(const char *, const char *, void *, int);")


def _open() -> Any:  # Any: cffi's libraries have no types.
    for name in ("libcrypt.so.1", "libcrypt.so.2", "libcrypt.so"):
        try:
            library = _FFI.dlopen(name)
            library.crypt_rn  # noqa: B018 - a library without it is of no use
        except (OSError, AttributeError):
            continue
        return library
    return None


LIBRARY = _open()


def crypt_text(password: str, setting: str) -> Optional[str]:
    """The hash of a password by a setting, which an older hash can be; None for what PHP does not take."""
    setting = setting.partition("\0")[0]
    if setting[:3] == "$1$":
        return _call(password, setting)
    if setting[:3] in ("$5$", "$6$"):
        return _sha(password, setting)
    if setting[:2] == "$2" and setting[3:4] == "$":
        return _bcrypt(password, setting)
    is_des = setting[:1] == "_" or (len(setting) > 1 and setting[0] in _SALT_CHARACTERS and setting[1] in _SALT_CHARACTERS)
    return _call(password, setting) if is_des else None


def _call(password: str, setting: str) -> Optional[str]:
    if LIBRARY is None:
        return None
    data = _FFI.new("char[]", _DATA_BYTES)
    key = password.partition("\0")[0].encode("latin-1")
    result = LIBRARY.crypt_rn(key, setting.encode("latin-1"), data, _DATA_BYTES)
    if not result:
        return None
    text: str = _FFI.string(result).decode("latin-1")
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
    match = _BCRYPT.match(setting)
    if match is None or int(match[2]) not in _BCRYPT_COSTS:
        return None
    salt = _salt_bytes(setting[_BCRYPT_SALT_START:_BCRYPT_SALT_END])
    if salt is None:
        return None
    if int(match[2]) > BCRYPT_COST_MAX:
        raise _too_costly()
    result = _call(password, match[0] + _salt_text(salt))
    if result is None:
        return None
    # The salt comes back as it was given, but for the bits that its last character has too many.
    last = _BCRYPT_DIGITS.find(setting[_BCRYPT_SALT_END - 1])
    shown = _BCRYPT_DIGITS[last & 0x30 if last >= 0 else 0]
    return setting[: _BCRYPT_SALT_END - 1] + shown + result[_BCRYPT_SALT_END:]


def _salt_bytes(text: str) -> Optional[bytes]:
    """The 16 bytes of a salt; PHP alone lets a `$` end one that is too short."""
    made: List[int] = []
    for start in range(0, len(text), 4):
        group = text[start : start + 4]
        end = group.find("$")
        codes = [_BCRYPT_DIGITS.find(character) for character in (group if end < 0 else group[:end])]
        if -1 in codes:
            return None
        bits = 0
        for code in [*codes, 0, 0, 0][:4]:
            bits = bits << 6 | code
        made += bits.to_bytes(3, "big")[: max(0, len(codes) - 1)]
        if end >= 0:
            return bytes(made[:16]).ljust(16, b"\0") if made else None
        if len(codes) < 4 and start + 4 < _BCRYPT_SALT_END - _BCRYPT_SALT_START:
            return None
    return bytes(made[:16]) if len(text) == _BCRYPT_SALT_END - _BCRYPT_SALT_START else None


def _salt_text(salt: bytes) -> str:
    bits = int.from_bytes(salt + b"\0\0", "big")
    return "".join([_BCRYPT_DIGITS[bits >> shift & 63] for shift in range(138, -1, -6)])[:22]
