"""Password hashing, by bcrypt; and crypt(), which knows older ways too."""

from __future__ import annotations

import base64
import hmac
import re
from typing import TYPE_CHECKING, Optional

from engine.builtin.declare import BadArgumentError, PhpConst, contextual, pure, volatile
from engine.runtime import entropy
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_int
from engine.runtime.exceptions import throw_error
from engine.stdlib.passwords.libcrypt import SETTING_LENGTH_MAX, crypt_text

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "standard"

CRYPT_SALT_LENGTH: PhpConst[int] = 123
CRYPT_STD_DES: PhpConst[int] = 1
CRYPT_EXT_DES: PhpConst[int] = 1
CRYPT_MD5: PhpConst[int] = 1
CRYPT_BLOWFISH: PhpConst[int] = 1
CRYPT_SHA256: PhpConst[int] = 1
CRYPT_SHA512: PhpConst[int] = 1
PASSWORD_DEFAULT: PhpConst[str] = "2y"  # noqa: S105 - the name of an algorithm
PASSWORD_BCRYPT: PhpConst[str] = "2y"  # noqa: S105 - the name of an algorithm
PASSWORD_BCRYPT_DEFAULT_COST: PhpConst[int] = 12

_NO_OPTIONS = PhpArray()
_BCRYPT_HASH_LENGTH = 60
_SALT_LENGTH = 22
_COST = re.compile(r"\$2y\$([0-9]+)\$")
# The shortest hash that crypt() makes.
_HASH_LENGTH_MIN = 13


@contextual(sensitive=("string",))
def crypt(string: PhpString, salt: PhpString) -> PhpString:
    """One-way string hashing."""
    setting = salt[:SETTING_LENGTH_MAX]
    result = None if setting[:2] in ("*0", "*1") else crypt_text(string, setting)
    if result is None:
        return "*1" if setting[:2] == "*0" else "*0"
    return result


@volatile(sensitive=("password",))
def password_hash(password: PhpString, algo: PhpString | int | None, options: PhpArray = _NO_OPTIONS) -> PhpString:
    """Creates a password hash."""
    if not _is_bcrypt(algo):
        raise BadArgumentError("algo", "must be a valid password hashing algorithm")
    if "\0" in password:
        raise throw_error("ValueError", "Bcrypt password must not contain null character")
    cost = _cost_option(options)
    if not 4 <= cost <= 31:
        raise throw_error("ValueError", f"Invalid bcrypt cost parameter specified: {cost}")
    if options.has("salt"):
        ctx.function_warning('The "salt" option has been ignored, since providing a custom salt is no longer supported')
    salt = base64.b64encode(entropy.random_bytes(_SALT_LENGTH)).decode("ascii").replace("+", ".")[:_SALT_LENGTH]
    result = crypt_text(password, f"$2y${cost:02d}${salt}")
    if result is None:
        raise throw_error("Error", "Password hashing failed for unknown reason")
    return result


@pure
def password_get_info(hash: PhpString) -> PhpArray:
    """Returns information about the given hash."""
    options = PhpArray()
    is_known = _is_bcrypt_hash(hash)
    if is_known:
        options.set("cost", _cost_of(hash))
    result = PhpArray()
    result.set("algo", PASSWORD_BCRYPT if is_known else None)
    result.set("algoName", "bcrypt" if is_known else "unknown")
    result.set("options", options)
    return result


@pure
def password_needs_rehash(hash: PhpString, algo: PhpString | int | None, options: PhpArray = _NO_OPTIONS) -> bool:
    """Checks if the given hash matches the given options."""
    if not _is_bcrypt(algo):
        return False
    return not _is_bcrypt_hash(hash) or _cost_of(hash) != _cost_option(options)


@contextual(sensitive=("password",))
def password_verify(password: PhpString, hash: PhpString) -> bool:
    """Verifies that a password matches a hash."""
    if hash[:2] in ("*0", "*1"):
        return False
    result = crypt_text(password, hash)
    if result is None or len(hash) < _HASH_LENGTH_MIN:
        return False
    return hmac.compare_digest(result.encode("latin-1"), hash.encode("latin-1"))


@pure
def password_algos() -> PhpArray:
    """Get available password hashing algorithm IDs."""
    return PhpArray([PASSWORD_BCRYPT])


def _is_bcrypt(algo: str | int | None) -> bool:
    return algo in (None, 0, 1, PASSWORD_BCRYPT)


def _is_bcrypt_hash(text: str) -> bool:
    return len(text) == _BCRYPT_HASH_LENGTH and text[:4] == "$2y$"


def _cost_of(text: str) -> int:
    match = _COST.match(text)
    return PASSWORD_BCRYPT_DEFAULT_COST if match is None else int(match[1])


def _cost_option(options: Optional[PhpArray]) -> int:
    if options is None or not options.has("cost"):
        return PASSWORD_BCRYPT_DEFAULT_COST
    return to_int(options.get("cost"))
