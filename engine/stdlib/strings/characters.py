"""What the string chapters share: ASCII case and lists of characters such as `a..z`.

PHP's strings are bytes, so Python's own str.lower and str.isalpha, which know Unicode, are wrong beyond ASCII.
"""

from __future__ import annotations

from typing import List

from engine.runtime.context import ctx

ASCII_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ASCII_DIGITS = "0123456789"
ASCII_ALPHANUMERIC = ASCII_LETTERS + ASCII_DIGITS
HEX_DIGITS = "0123456789abcdefABCDEF"
WHITESPACE = " \t\n\r\v\f"

# Below this much new text nobody asks the memory budget.
CHARGE_THRESHOLD_BYTES = 1 << 16


def lower(text: str) -> str:
    """`text` with A-Z in lower case and every other byte as it is."""
    return text.lower() if text.isascii() else text.encode("latin-1").lower().decode("latin-1")


def upper(text: str) -> str:
    """`text` with a-z in upper case and every other byte as it is."""
    return text.upper() if text.isascii() else text.encode("latin-1").upper().decode("latin-1")


def characters_of(characters: str) -> str:
    """The characters that a list such as `a..z_` names; warns of broken ranges as trim and addcslashes do."""
    if ".." not in characters or len(characters) == 1:
        return characters
    return _expand_ranges(characters)


def _expand_ranges(characters: str) -> str:
    found: List[str] = []
    size = len(characters)
    index = 0
    while index < size:
        first = characters[index]
        if characters[index + 1 : index + 3] == ".." and index + 3 < size and characters[index + 3] >= first:
            found.extend(map(chr, range(ord(first), ord(characters[index + 3]) + 1)))
            index += 3
        elif first == "." and characters[index + 1 : index + 2] == ".":
            ctx.function_warning(_range_error(characters, index))
        else:
            found.append(first)
        index += 1
    return "".join(found)


def _range_error(characters: str, index: int) -> str:
    if index == 0:
        return "Invalid '..'-range, no character to the left of '..'"
    if index + 2 >= len(characters):
        return "Invalid '..'-range, no character to the right of '..'"
    if characters[index - 1] > characters[index + 2]:
        return "Invalid '..'-range, '..'-range needs to be incrementing"
    return "Invalid '..'-range"
