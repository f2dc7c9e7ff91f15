"""The Unicode encodings: UTF-8, UTF-16, UTF-32, UCS-2, UCS-4, UTF-7 and the one IMAP made of it.

Codes are PHP strings, text is a str in which `BAD` stands for each invalid sequence.
"""

from __future__ import annotations

from typing import Callable, List, Literal, Tuple

from engine.stdlib.multibyte.charsets import BAD

_MAX_CODE_POINT = 0x10FFFF
_REPLACEMENT = "\ufffd"
_REPLACEMENT_BYTES = b"\xef\xbf\xbd"
_UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SIXTY_TWO = _UPPER + _UPPER.lower() + "0123456789"
# What UTF-7 writes as it is, and what among it ends a Base64 section without a hyphen.
_ENDS_BASE64 = " \t\r\n'(),.:?"
_DIRECT = _SIXTY_TWO + "\0/-" + _ENDS_BASE64


def decode_utf8(data: str) -> str:
    """The text of UTF-8."""
    if data.isascii():
        return data
    raw = data.encode("latin-1")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        # Pieces between real replacement characters: what the codec puts in them marks invalid sequences.
        pieces = [
            piece.decode("utf-8", "replace").replace(_REPLACEMENT, BAD) for piece in raw.split(_REPLACEMENT_BYTES)
        ]
        return _REPLACEMENT.join(pieces)


def encode_utf8(text: str) -> str:
    """UTF-8. Raises UnicodeEncodeError for a lone surrogate."""
    return text if text.isascii() else text.encode("utf-8").decode("latin-1")


def encode_loosely(text: str) -> str:
    """UTF-8 as mobile phones had it: of lone surrogates too."""
    return text.encode("utf-8", "surrogatepass").decode("latin-1")


def detect_order(data: str, width: int) -> Tuple[str, bool]:
    """`data` without its byte order mark, and whether it is little-endian."""
    mark = data[:width]
    if mark == "\xff\xfe" + "\0" * (width - 2):
        return data[width:], True
    if mark == "\0" * (width - 2) + "\xfe\xff":
        return data[width:], False
    return data, False


def _units(data: str, width: int, is_little: bool) -> List[int]:
    """The whole units in `data`."""
    raw = data.encode("latin-1")
    order: Literal["little", "big"] = "little" if is_little else "big"
    return [int.from_bytes(raw[index : index + width], order) for index in range(0, len(raw) - width + 1, width)]


def decode_utf16(data: str, is_little: bool) -> str:
    """The text of UTF-16."""
    raw = data.encode("latin-1")
    try:
        return raw.decode("utf-16-le" if is_little else "utf-16-be")
    except UnicodeDecodeError:
        found = _pair_surrogates(_units(data, 2, is_little))
    if len(data) % 2:
        found.append(BAD)
    return "".join(found)


def _pair_surrogates(units: List[int]) -> List[str]:
    found: List[str] = []
    pending = 0
    for unit in units:
        if pending:
            if 0xDC00 <= unit <= 0xDFFF:
                found.append(chr(0x10000 + ((pending & 0x3FF) << 10) + (unit & 0x3FF)))
                pending = 0
                continue
            found.append(BAD)
            pending = 0
        if 0xD800 <= unit <= 0xDBFF:
            pending = unit
        else:
            found.append(BAD if 0xDC00 <= unit <= 0xDFFF else chr(unit))
    if pending:
        found.append(BAD)
    return found


def encode_utf16(text: str, is_little: bool) -> str:
    """UTF-16 without a mark."""
    return text.encode("utf-16-le" if is_little else "utf-16-be", "surrogatepass").decode("latin-1")


def decode_ucs2(data: str, is_little: bool) -> str:
    """The text of UCS-2, where a surrogate is a character."""
    found = [chr(unit) for unit in _units(data, 2, is_little)]
    if len(data) % 2:
        found.append(BAD)
    return "".join(found)


def encode_ucs2(text: str, is_little: bool) -> str:
    """UCS-2. Raises KeyError for what is beyond the first plane."""
    if text and max(text) > "\uffff":
        raise KeyError(max(text))
    return encode_utf16(text, is_little)


def decode_ucs4(data: str, is_little: bool) -> str:
    """The text of UCS-4, where a surrogate is a character."""
    found = [chr(unit) if unit <= _MAX_CODE_POINT else BAD for unit in _units(data, 4, is_little)]
    if len(data) % 4:
        found.append(BAD)
    return "".join(found)


def decode_utf32(data: str, is_little: bool) -> str:
    """The text of UTF-32."""
    found = [
        chr(unit) if unit <= _MAX_CODE_POINT and not 0xD800 <= unit <= 0xDFFF else BAD
        for unit in _units(data, 4, is_little)
    ]
    if len(data) % 4:
        found.append(BAD)
    return "".join(found)


def encode_utf32(text: str, is_little: bool) -> str:
    """UTF-32 or UCS-4."""
    return text.encode("utf-32-le" if is_little else "utf-32-be", "surrogatepass").decode("latin-1")


# ---------------------------------------------------------------- UTF-7


def decode_utf7(data: str) -> str:
    """The text of UTF-7."""
    return _decode_shifted(data, "+", _SIXTY_TWO + "+/", is_imap=False)


def decode_utf7_imap(data: str) -> str:
    """The text of IMAP's UTF-7, which has no other way to write anything."""
    return _decode_shifted(data, "&", _SIXTY_TWO + "+,", is_imap=True)


def _decode_shifted(data: str, shift: str, digits: str, *, is_imap: bool) -> str:
    found: List[str] = []
    index = 0
    end = len(data)
    while index < end:
        character = data[index]
        index += 1
        if character != shift:
            is_plain = " " <= character <= "~" if is_imap else character <= "\x7f"
            found.append(character if is_plain else BAD)
        elif data[index : index + 1] == "-":
            found.append(shift)
            index += 1
        else:
            start = index
            while index < end and data[index] in digits:
                index += 1
            values = [digits.index(digit) for digit in data[start:index]]
            is_broken = _decode_section(found, values, index == end, is_imap)
            if index < end:
                index = _end_section(found, data, index, is_imap and not is_broken, is_imap)
    return "".join(found)


def _decode_section(found: List[str], values: List[int], is_last: bool, is_imap: bool) -> bool:
    """A Base64 section's characters, with what its end says of it: True if that was a mistake."""
    bits = 0
    units: List[int] = []
    for count, value in enumerate(values, 1):
        bits = (bits << 6 | value) & 0xFFFFFF
        left = count * 6 % 16
        if left < 6:
            units.append(bits >> left & 0xFFFF)
    left = len(values) * 6 % 16
    characters = _pair_surrogates(units)
    is_half = bool(units) and 0xD800 <= units[-1] <= 0xDBFF
    if is_imap:
        # What IMAP can write plainly it must.
        characters = [BAD if " " <= character <= "~" and character != "&" else character for character in characters]
    found.extend(characters)
    is_cut = left >= 6 or bool(bits & ((1 << left) - 1))
    if is_cut and not is_half:
        found.append(BAD)
    # IMAP also minds that the section was not closed.
    if is_last and is_imap and left < 6 and not (is_half and not left):
        found.append(BAD)
    return is_cut or is_half


def _end_section(found: List[str], data: str, index: int, is_mistake: bool, is_imap: bool) -> int:
    """Go past what ends a Base64 section; where to go on."""
    character = data[index]
    if character == "-":
        return index + 1
    if is_imap:
        if is_mistake:
            found.append(BAD)
        return index + 1
    if character > "\x7f":
        found.append(BAD)
        return index + 1
    return index


def encode_utf7(text: str) -> str:
    """UTF-7."""
    return _encode_shifted(text, "+", _SIXTY_TWO + "+/", _DIRECT.__contains__, _ENDS_BASE64)


def encode_utf7_imap(text: str) -> str:
    """IMAP's UTF-7."""
    return _encode_shifted(text, "&", _SIXTY_TWO + "+,", _is_printable, "")


def _is_printable(character: str) -> bool:
    return " " <= character <= "~"


def _encode_shifted(text: str, shift: str, digits: str, is_direct: Callable[[str], bool], enders: str) -> str:
    found: List[str] = []
    index = 0
    end = len(text)
    while index < end:
        character = text[index]
        if is_direct(character):
            found.append("&-" if character == shift else character)
            index += 1
            continue
        start = index
        while index < end and not is_direct(text[index]):
            index += 1
        found.append(shift + _base64(encode_utf16(text[start:index], is_little=False), digits))
        if index == end or text[index] not in enders:
            found.append("-")
    return "".join(found)


def _base64(data: str, digits: str) -> str:
    bits = 0
    count = 0
    found: List[str] = []
    for byte in data:
        bits = (bits << 8 | ord(byte)) & 0xFFFF
        count += 8
        while count >= 6:
            count -= 6
            found.append(digits[bits >> count & 0x3F])
    if count:
        found.append(digits[bits << (6 - count) & 0x3F])
    return "".join(found)
