"""The old serialized form of SPL objects: serialized values between colons."""

from __future__ import annotations

from typing import Any, List, Optional


def split_serialized(text: str) -> Optional[List[Any]]:
    """The values of `value:value:…`; None where the text is not of that form."""
    from engine.stdlib.unserialization import unserialize_prefix

    values: List[Any] = []
    position = 0
    while True:
        found = unserialize_prefix(text, position)
        if found is None:
            return None
        value, position = found
        values.append(value)
        if position == len(text):
            return values
        if text[position] != ":":
            return None
        position += 1
