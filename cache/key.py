"""What identifies a response: a SHA-256 over length-prefixed parts, so that no two lists of parts read the same."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

KEY_BYTES = 32
# What is stored in Redis under a name of this version means the same to all who know it.
_VERSION = 1


def response_key(parts: Iterable[bytes]) -> bytes:
    """Return the key of these parts; their order and their bounds count."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def tag(text: bytes) -> str:
    """Return the hash by which a tenant or a script is known in names: of fixed length, so that none reads as two."""
    return hashlib.sha256(text).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a response belongs: the tags of its tenant and its script, and its key."""

    tenant: str
    script: str
    key: bytes

    @property
    def name(self) -> str:
        """Its name in Redis: a tenant's or a script's responses can be found by it."""
        return f"howdah:r{_VERSION}:{self.tenant}:{self.script}:{self.key.hex()}"

    @property
    def lock(self) -> str:
        """The name of the lock that whoever makes it holds."""
        return f"howdah:l{_VERSION}:{self.key.hex()}"


@dataclass(frozen=True, slots=True)
class Selection:
    """The responses of a tenant, of a script, of a tenant's script, or with neither all; both are tags."""

    tenant: str | None = None
    script: str | None = None

    def covers(self, place: Place) -> bool:
        """Whether a response is among them."""
        return self.tenant in (None, place.tenant) and self.script in (None, place.script)

    @property
    def pattern(self) -> str:
        """The pattern of their names in Redis."""
        return f"howdah:r{_VERSION}:{self.tenant or '*'}:{self.script or '*'}:*"
