"""What identifies a response: a SHA-256 over length-prefixed parts, so that no two lists of parts read the same."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

KEY_BYTES = 32


def response_key(parts: Iterable[bytes]) -> bytes:
    """Return the key of these parts; their order and their bounds count."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()
