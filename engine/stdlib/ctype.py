"""Ctype: what characters a text consists of, in ASCII."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.builtin.declare import pure
from engine.runtime.context import ctx
from engine.runtime.conversions import is_resource, type_name
from engine.stdlib.strings.characters import HEX_DIGITS, WHITESPACE

if TYPE_CHECKING:
    from engine.runtime.values import Value

EXTENSION = "ctype"

_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"


@pure
def ctype_alnum(text: Value) -> bool:
    """Check for alphanumeric character(s)."""
    if type(text) is not str:
        text = _as_text("ctype_alnum", text)
    return text.isalnum() and text.isascii()


@pure
def ctype_alpha(text: Value) -> bool:
    """Check for alphabetic character(s)."""
    if type(text) is not str:
        text = _as_text("ctype_alpha", text)
    return text.isalpha() and text.isascii()


@pure
def ctype_cntrl(text: Value) -> bool:
    """Check for control character(s)."""
    if type(text) is not str:
        text = _as_text("ctype_cntrl", text)
    for character in text:
        if not (character < " " or character == "\x7f"):
            return False
    return text != ""


@pure
def ctype_digit(text: Value) -> bool:
    """Check for numeric character(s)."""
    if type(text) is not str:
        text = _as_text("ctype_digit", text)
    return text.isdigit() and text.isascii()


@pure
def ctype_graph(text: Value) -> bool:
    """Check for any printable character(s) except space."""
    if type(text) is not str:
        text = _as_text("ctype_graph", text)
    for character in text:
        if not "!" <= character <= "~":
            return False
    return text != ""


@pure
def ctype_lower(text: Value) -> bool:
    """Check for lowercase character(s)."""
    if type(text) is not str:
        text = _as_text("ctype_lower", text)
    for character in text:
        if not "a" <= character <= "z":
            return False
    return text != ""


@pure
def ctype_print(text: Value) -> bool:
    """Check for printable character(s)."""
    if type(text) is not str:
        text = _as_text("ctype_print", text)
    for character in text:
        if not " " <= character <= "~":
            return False
    return text != ""


@pure
def ctype_punct(text: Value) -> bool:
    """Check for any printable character which is not whitespace or an alphanumeric character."""
    return _consists_of(_as_text("ctype_punct", text), _PUNCTUATION)


@pure
def ctype_space(text: Value) -> bool:
    """Check for whitespace character(s)."""
    return _consists_of(_as_text("ctype_space", text), WHITESPACE)


@pure
def ctype_upper(text: Value) -> bool:
    """Check for uppercase character(s)."""
    if type(text) is not str:
        text = _as_text("ctype_upper", text)
    for character in text:
        if not "A" <= character <= "Z":
            return False
    return text != ""


@pure
def ctype_xdigit(text: Value) -> bool:
    """Check for character(s) representing a hexadecimal digit."""
    return _consists_of(_as_text("ctype_xdigit", text), HEX_DIGITS)


def _as_text(function: str, value: Value) -> str:
    """What PHP looks at: a string, the byte or the digits that an int means, nothing of other types."""
    if type(value) is str:
        return value
    kind = "resource" if is_resource(value) else type_name(value)
    ctx.deprecated(f"{function}(): Argument of type {kind} will be interpreted as string in the future")
    if type(value) is not int:
        return ""
    if 0 <= value <= 255:
        return chr(value)
    if -128 <= value < 0:
        return chr(value + 256)
    # A number too large for a byte is read as its digits; PHP looks at the sign of none.
    return str(value)


def _consists_of(text: str, members: str) -> bool:
    for character in text:
        if character not in members:
            return False
    return text != ""
