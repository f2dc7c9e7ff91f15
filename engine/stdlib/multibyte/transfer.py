"""What encodes bytes and mbstring counts among encodings of text: Base64, Quoted-Printable, uuencode, HTML entities."""

from __future__ import annotations

import binascii
from functools import lru_cache
from html.entities import name2codepoint
from typing import Dict, List

from engine.stdlib.multibyte.charsets import BAD

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_HEX = "0123456789ABCDEFabcdef"
_ENTITY_CHARACTERS = _DIGITS[:62] + "#"
_BASE64_LINE = 57
_QUOTED_LINE = 72
_UU_LINE = 45
_MAX_CODE_POINT = 0x10FFFF


def decode_base64(data: str) -> str:
    """The bytes in Base64, as characters."""
    found: List[str] = []
    bits = 0
    count = 0
    for character in data:
        if character in "\r\n \t=":
            continue
        value = _DIGITS.find(character)
        if value < 0:
            found.append(BAD)
            continue
        bits = bits << 6 | value
        count += 6
        if count == 24:
            found.append(bits.to_bytes(3, "big").decode("latin-1"))
            bits = count = 0
    if count == 18:
        found.append((bits >> 2).to_bytes(2, "big").decode("latin-1"))
    elif count == 12:
        found.append(chr(bits >> 4))
    return "".join(found)


def encode_base64(text: str) -> str:
    """Base64 in lines of 76."""
    data = _low_bytes(text)
    lines = [
        binascii.b2a_base64(data[index : index + _BASE64_LINE], newline=False).decode("ascii")
        for index in range(0, len(data), _BASE64_LINE)
    ]
    return "\r\n".join(lines)


def decode_quoted(data: str) -> str:
    """The bytes in Quoted-Printable, as characters."""
    found: List[str] = []
    index = 0
    end = len(data)
    while index < end:
        character = data[index]
        index += 1
        if character != "=" or index >= end:
            found.append(character)
            continue
        second = data[index]
        index += 1
        if second in _HEX and index < end:
            third = data[index]
            index += 1
            found.append(chr(int(second + third, 16)) if third in _HEX else "=" + second + third)
        elif second == "\r" and index < end:
            if data[index] != "\n":
                found.append(data[index])
            index += 1
        elif second != "\n":
            found.append("=" + second)
    return "".join(found)


def encode_quoted(text: str) -> str:
    """Quoted-Printable in lines of about 72."""
    found: List[str] = []
    width = 0
    for character in text:
        if character in "\0\n":
            found.append("\0" if character == "\0" else "\r\n")
            width = 0
            continue
        if character == "\r":
            continue
        if width >= _QUOTED_LINE:
            found.append("=\r\n")
            width = 0
        if character >= "\x80" or character == "=":
            found.append(f"={_low_bytes(character)[0]:02X}")
            width += 3
        else:
            found.append(character)
            width += 1
    return "".join(found)


def decode_uuencoded(data: str) -> str:
    """The bytes in uuencode, as characters."""
    start = data.find("begin ")
    start = data.find("\n", start + 6) if start >= 0 else -1
    if start < 0:
        return ""
    index = start + 1
    found: List[str] = []
    while index < len(data):
        size = (ord(data[index]) - 32) & 0x3F
        index += 1
        while True:
            group = data[index : index + 4]
            index += 4
            if len(group) < 4:
                # It counts one byte more before it gives up.
                return "".join(found)
            bits = 0
            for character in group:
                bits = bits << 6 | ((ord(character) - 32) & 0x3F)
            found.append(bits.to_bytes(3, "big").decode("latin-1")[:size])
            size = max(0, size - 3)
            if not size:
                break
        index += 1
    return "".join(found)


def encode_uuencoded(text: str) -> str:
    """Uuencode, without the line that ends it."""
    if not text:
        return ""
    data = _low_bytes(text)
    found = ["begin 0644 filename\n"]
    for index in range(0, len(data), _UU_LINE):
        part = data[index : index + _UU_LINE]
        found.append(chr(len(part) + 32))
        for group in range(0, len(part), 3):
            raw = [*part[group : group + 3], 0, 0]
            bits = raw[0] << 16 | raw[1] << 8 | raw[2]
            for shift in (18, 12, 6, 0):
                value = bits >> shift & 0x3F
                found.append(chr(value + 32) if value else "`")
        found.append("\n")
    return "".join(found)


def _low_bytes(text: str) -> bytes:
    """What fits a byte of each character."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return bytes([0xFF if character == BAD else ord(character) & 0xFF for character in text])


def decode_entities(data: str) -> str:
    """The text of bytes with HTML entities."""
    found: List[str] = []
    index = 0
    while True:
        start = data.find("&", index)
        if start < 0:
            found.append(data[index:])
            return "".join(found)
        found.append(data[index:start])
        index = start + 1
        while index < len(data) and data[index] in _ENTITY_CHARACTERS:
            index += 1
        text = _entity_text(data[start + 1 : index]) if data[index : index + 1] == ";" else ""
        if text:
            index += 1
        found.append(text or data[start:index])


def _entity_text(name: str) -> str:
    """The character an entity means; empty if none."""
    if name[:1] != "#":
        point = name2codepoint.get(name)
        return "" if point is None else chr(point)
    digits, base = (name[2:], 16) if name[1:2] in ("x", "X") else (name[1:], 10)
    if not digits or "#" in digits:
        return ""
    try:
        value = int(digits, base) & 0xFFFFFFFF
    except ValueError:
        return ""
    return chr(value) if value <= _MAX_CODE_POINT else ""


def encode_entities(text: str) -> str:
    """ASCII with entities for the rest."""
    if text.isascii():
        return text
    names = _entity_names()
    return "".join(
        [
            character if character < "\x80" else f"&{names.get(character) or '#' + str(ord(character))};"
            for character in text
        ]
    )


@lru_cache(maxsize=1)
def _entity_names() -> Dict[str, str]:
    # What could not be read is -1 to PHP, shown without a sign.
    return {BAD: "#4294967295", **{chr(point): name for name, point in name2codepoint.items()}}
