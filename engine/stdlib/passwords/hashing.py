"""Password hashing, by bcrypt and Argon2; and crypt(), which knows older ways too."""

from __future__ import annotations

import base64
import hmac
import re
from typing import TYPE_CHECKING, List, Optional

from engine.builtin.declare import BadArgumentError, PhpConst, contextual, pure, volatile
from engine.runtime import entropy
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_int
from engine.runtime.exceptions import throw_error
from engine.stdlib.passwords import argon2
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
PASSWORD_ARGON2I: PhpConst[str] = "argon2i"  # noqa: S105 - the name of an algorithm
PASSWORD_ARGON2ID: PhpConst[str] = "argon2id"  # noqa: S105 - the name of an algorithm
PASSWORD_ARGON2_DEFAULT_MEMORY_COST: PhpConst[int] = 65536
PASSWORD_ARGON2_DEFAULT_TIME_COST: PhpConst[int] = 4
PASSWORD_ARGON2_DEFAULT_THREADS: PhpConst[int] = 1
PASSWORD_ARGON2_PROVIDER: PhpConst[str] = "standard"  # noqa: S105 - who hashes

_NO_OPTIONS = PhpArray()
_NUMBERED = {1: "2y", 2: "argon2i", 3: "argon2id"}
_ARGON2_OPTIONS = ("memory_cost", "time_cost", "threads")
_ARGON2_DEFAULTS = argon2.Costs(65536, 4, 1)
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
    name = _algorithm(algo)
    if name is None:
        raise BadArgumentError("algo", "must be a valid password hashing algorithm")
    if name != PASSWORD_BCRYPT:
        return _hash_by_argon2(name, password, options)
    if "\0" in password:
        raise throw_error("ValueError", "Bcrypt password must not contain null character")
    cost = _option(options, "cost", PASSWORD_BCRYPT_DEFAULT_COST)
    if not 4 <= cost <= 31:
        raise throw_error("ValueError", f"Invalid bcrypt cost parameter specified: {cost}")
    _refuse_salt(options)
    salt = base64.b64encode(entropy.random_bytes(_SALT_LENGTH)).decode("ascii").replace("+", ".")[:_SALT_LENGTH]
    result = crypt_text(password, f"$2y${cost:02d}${salt}")
    if result is None:
        raise throw_error("Error", "Password hashing failed for unknown reason")
    return result


@pure
def password_get_info(hash: PhpString) -> PhpArray:
    """Returns information about the given hash."""
    options = PhpArray()
    name = _algorithm_of(hash)
    if name == PASSWORD_BCRYPT:
        options.set("cost", _cost_of(hash))
    elif name is not None:
        costs = argon2.costs_of(hash) or _ARGON2_DEFAULTS
        for option, number in zip(_ARGON2_OPTIONS, costs):
            options.set(option, number)
    result = PhpArray()
    result.set("algo", name)
    result.set("algoName", "bcrypt" if name == PASSWORD_BCRYPT else name or "unknown")
    result.set("options", options)
    return result


@pure
def password_needs_rehash(hash: PhpString, algo: PhpString | int | None, options: PhpArray = _NO_OPTIONS) -> bool:
    """Checks if the given hash matches the given options."""
    name = _algorithm(algo)
    if name is None:
        return False
    if _algorithm_of(hash) != name:
        return True
    if name == PASSWORD_BCRYPT:
        return _cost_of(hash) != _option(options, "cost", PASSWORD_BCRYPT_DEFAULT_COST)
    return argon2.costs_of(hash) != _argon2_costs(options)


@contextual(sensitive=("password",))
def password_verify(password: PhpString, hash: PhpString) -> bool:
    """Verifies that a password matches a hash."""
    if hash[:8] == "$argon2i":
        return argon2.verify(password, hash)
    if hash[:2] in ("*0", "*1"):
        return False
    result = crypt_text(password, hash)
    if result is None or len(hash) < _HASH_LENGTH_MIN:
        return False
    return hmac.compare_digest(result.encode("latin-1"), hash.encode("latin-1"))


@pure
def password_algos() -> PhpArray:
    """Get available password hashing algorithm IDs."""
    return PhpArray(_algorithms())


def _algorithms() -> List[str]:
    return [PASSWORD_BCRYPT, *(argon2.TYPES if argon2.LIBRARY is not None else ())]


def _algorithm(algo: str | int | None) -> Optional[str]:
    """The algorithm that an argument means, also by the numbers that PHP gave them once."""
    if algo is None or algo == 0:
        return PASSWORD_DEFAULT
    if type(algo) is int:
        algo = _NUMBERED.get(algo)
    return algo if algo in _algorithms() else None


def _algorithm_of(text: str) -> Optional[str]:
    """The algorithm that made a hash."""
    if len(text) == _BCRYPT_HASH_LENGTH and text[:4] == "$2y$":
        return PASSWORD_BCRYPT
    name = text[1:].partition("$")[0] if text[:1] == "$" else ""
    return name if name != PASSWORD_BCRYPT and name in _algorithms() else None


def _hash_by_argon2(name: str, password: str, options: PhpArray) -> str:
    costs = _argon2_costs(options)
    if costs.memory not in argon2.MEMORY_RANGE:
        raise throw_error("ValueError", "Memory cost is outside of allowed memory range")
    if costs.time not in argon2.TIME_RANGE:
        raise throw_error("ValueError", "Time cost is outside of allowed time range")
    if costs.threads not in argon2.THREADS_RANGE:
        raise throw_error("ValueError", "Invalid number of threads")
    _refuse_salt(options)
    try:
        return argon2.hash_password(name, password, entropy.random_bytes(argon2.SALT_BYTES), costs)
    except argon2.HashingError as error:
        raise throw_error("ValueError", str(error)) from None


def _argon2_costs(options: PhpArray) -> argon2.Costs:
    return argon2.Costs(*(_option(options, *each) for each in zip(_ARGON2_OPTIONS, _ARGON2_DEFAULTS)))


def _refuse_salt(options: PhpArray) -> None:
    if options.has("salt"):
        ctx.function_warning('The "salt" option has been ignored, since providing a custom salt is no longer supported')


def _cost_of(text: str) -> int:
    match = _COST.match(text)
    return PASSWORD_BCRYPT_DEFAULT_COST if match is None else int(match[1])


def _option(options: PhpArray, name: str, default: int) -> int:
    return to_int(options.get(name)) if options.has(name) else default
