"""May a response be stored, and for how long: by what the script did, and by the headers it sent about that."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

STORABLE_STATUSES = frozenset({"ok", "compile_error"})
_FORBIDDING = frozenset({"no-store", "no-cache", "private"})
MAX_TTL_SECONDS = 365 * 24 * 3600


def ttl_seconds(
    *,
    status: str,
    is_volatile: bool,
    headers: Iterable[tuple[bytes, bytes]],
    default_seconds: float,
    now: float | None = None,
) -> float:
    """Return how long the response may be served again; 0 means it may not be stored.

    An execution that looked at the world (clock, entropy, files, network) is never stored, whatever it says itself.
    """
    if is_volatile or status not in STORABLE_STATUSES:
        return 0
    said: float | None = None
    expires = default_seconds
    for name, value in headers:
        lowered = name.lower()
        if lowered == b"cache-control":
            said = _by_cache_control(value.decode("latin-1"), default_seconds if said is None else said)
            if said == 0:
                return 0
        elif lowered == b"expires":
            expires = _until(value.decode("latin-1"), now)
        elif lowered == b"set-cookie" or (lowered == b"pragma" and b"no-cache" in value.lower()):
            return 0
    return expires if said is None else said


def _until(value: str, now: float | None) -> float:
    """Seconds until a date of HTTP; a date that cannot be read is past, as RFC 9111 has it."""
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return 0
    left = when.timestamp() - (time.time() if now is None else now)
    return min(max(0.0, left), MAX_TTL_SECONDS)


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
