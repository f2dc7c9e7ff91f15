"""Quantities as directives have them: `128M`, `0x1fK`."""

from __future__ import annotations

from typing import Optional, Tuple

from engine.runtime.conversions import wrap_int
from engine.runtime.exceptions import escape_text

_FACTORS = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30}
_BASES = {"x": (16, "0123456789abcdef"), "o": (8, "01234567"), "b": (2, "01")}
_SPACE = " \t\n\r\v\f"


def parse_quantity(text: str) -> Tuple[int, Optional[str]]:
    """The number that `text` means and PHP's warning about it, or None."""
    stripped = text.strip(_SPACE)
    text = escape_text(text)
    if not stripped:
        return 0, None
    digits = stripped
    negative = digits[0] == "-"
    if digits[0] in "+-":
        digits = digits[1:]
    base, alphabet = 10, "0123456789"
    if not digits[:1].isdecimal():
        return 0, (
            f'Invalid quantity "{text}": no valid leading digits, interpreting as "0" for backwards compatibility'
        )
    if digits[0] == "0" and len(digits) > 1 and digits[1] not in "kKmMgG":
        prefix = digits[1].lower()
        if prefix in _BASES:
            base, alphabet = _BASES[prefix]
            digits = digits[2:]
            if not digits or digits[0].lower() not in alphabet:
                return 0, (
                    f'Invalid quantity "{text}": no digits after base prefix, interpreting as "0" for backwards'
                    " compatibility"
                )
        elif prefix.isdecimal():
            base, alphabet = 8, "01234567"
        else:
            return 0, f'Invalid prefix "0{digits[1]}", interpreting as "0" for backwards compatibility'
    end = 0
    while end < len(digits) and digits[end].lower() in alphabet:
        end += 1
    number = int(digits[:end] or "0", base)
    if negative:
        number = -number
    rest = digits[end:].strip(_SPACE)
    factor = 1
    problem = None
    if rest:
        factor = _FACTORS.get(rest[-1].lower(), 1)
        if rest[-1].lower() not in _FACTORS:
            problem = (
                f'Invalid quantity "{text}": unknown multiplier "{rest[-1]}", interpreting as "{_leading(stripped)}"'
                " for backwards compatibility"
            )
        elif len(rest) > 1:
            problem = (
                f'Invalid quantity "{text}", interpreting as "{_leading(stripped)}{rest[-1]}"'
                " for backwards compatibility"
            )
    value = number * factor
    if not -(1 << 63) <= value < 1 << 63:
        problem = f'Invalid quantity "{text}": value is out of range, using overflow result for backwards compatibility'
        value = wrap_int(value)
    return value, problem


def _leading(text: str) -> str:
    """The number that `text` starts with, as written."""
    end = 1 if text[0] in "+-" else 0
    prefix = text[end : end + 2].lower()
    digits = {"0x": "0123456789abcdef", "0b": "01", "0o": "01234567"}.get(prefix, "0123456789")
    if prefix in ("0x", "0b", "0o"):
        end += 2
    while end < len(text) and text[end].lower() in digits:
        end += 1
    return text[:end]
