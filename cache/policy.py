"""May a response be stored, and for how long: by what the script did, and by the Cache-Control header it sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

STORABLE_STATUSES = frozenset({"ok", "compile_error"})
_FORBIDDING = frozenset({"no-store", "no-cache", "private"})
MAX_TTL_SECONDS = 365 * 24 * 3600


def ttl_seconds(
    *, status: str, is_volatile: bool, headers: Iterable[tuple[bytes, bytes]], default_seconds: float
) -> float:
    """Return how long the response may be served again; 0 means it may not be stored.

    An execution that looked at the world (clock, entropy, files, network) is never stored, whatever it says itself.
    """
    if is_volatile or status not in STORABLE_STATUSES:
        return 0
    seconds = default_seconds
    for name, value in headers:
        lowered = name.lower()
        if lowered == b"cache-control":
            seconds = _by_cache_control(value.decode("latin-1"), seconds)
        elif lowered == b"set-cookie":
            return 0
    return seconds


def _by_cache_control(value: str, seconds: float) -> float:
    shared = None
    for directive in value.lower().split(","):
        name, _, argument = directive.strip().partition("=")
        if name in _FORBIDDING:
            return 0
        if name in ("max-age", "s-maxage"):
            digits = argument.strip().strip('"')
            # A number that cannot be read is stale, as RFC 9111 has it.
            age = (
                min(int(digits), MAX_TTL_SECONDS) if digits.isascii() and digits.isdecimal() and len(digits) < 12 else 0
            )
            if name == "s-maxage":
                shared = age
            else:
                seconds = age
    return seconds if shared is None else shared
