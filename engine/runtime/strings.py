"""StringBuilder: what `.=` keeps in a variable so that appending is not quadratic.

A builder lives only in storage (a local, a Ref, a property) that a `.=` wrote, and in one such place alone: copying it
anywhere joins it first, so no other code ever meets one and appending may happen in place.
"""

from __future__ import annotations

from typing import List

# Below this many characters plain concatenation is cheaper than a list of parts.
BUILDER_THRESHOLD = 256


class StringBuilder:
    """A string of `length` characters, held as `parts`."""

    __slots__ = ("length", "parts")

    def __init__(self, first: str, second: str) -> None:
        self.parts: List[str] = [first, second]
        self.length = len(first) + len(second)

    def append(self, text: str) -> None:
        """Add `text` at the end."""
        self.parts.append(text)
        self.length += len(text)

    def join(self) -> str:
        """The text as one string; kept, so that reading again costs nothing."""
        parts = self.parts
        if len(parts) > 1:
            parts[:] = ["".join(parts)]
        return parts[0]
