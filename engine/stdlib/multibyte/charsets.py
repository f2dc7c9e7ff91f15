"""Character sets with tables: single-byte ones and those with lead bytes. Built on first use from Python's codecs.

Codes are PHP strings (a str of bytes), text is a str of Unicode; what cannot be read becomes `BAD`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Dict, Iterable, Iterator, List, NamedTuple, Optional, Tuple

from engine.stdlib.multibyte.tables import ARMSCII_8, CNS_PLANE_1, CNS_PLANE_2, TABLES

# Stands for an invalid sequence; a surrogate, so no encoding's text holds it (UCS-2 alone could).
BAD = "\udbad"

_SINGLE_BYTE_CODECS = {
    "ASCII": "ascii",
    "CP850": "cp850",
    "CP866": "cp866",
    "KOI8-R": "koi8_r",
    "KOI8-U": "koi8_u",
    "Windows-1251": "cp1251",
    "Windows-1252": "cp1252",
    "Windows-1254": "cp1254",
}
_ROW = 94
_HINTS = "\uf860\uf861\uf862"
EMPTY_ROWS = {"BIG-5": "\xc8", "UHC": "\xc9"}
_GB18030_FOUR_BYTES = "0123456789"


class Charset(NamedTuple):
    """Codes to characters and back. `leads` begin a code of two bytes or more."""

    decoding: Dict[str, str]
    encoding: Dict[str, str]
    leads: str
    # Finds what has one code, where that may be several characters.
    units: Optional[re.Pattern[str]] = None


@cache
def single_byte(name: str) -> Charset:
    """The set of that name with one byte per character."""
    if name in ("7bit", "8bit"):
        codes = {chr(code): chr(code) for code in range(0x80 if name == "7bit" else 0x100)}
        return Charset(codes, codes, "")
    if name == "ArmSCII-8":
        codes = {chr(code): chr(code) for code in range(0xA1)}
        for code, point in enumerate(ARMSCII_8.split(), 0xA1):
            if point != "ffff":
                codes[chr(code)] = chr(int(point, 16))
        # The punctuation it shares with ASCII is written as ASCII only where ArmSCII has no byte for it.
        return Charset(codes, {**_inverse(codes), **{codes[chr(code)]: chr(code) for code in range(0xA2, 0xFF)}}, "")
    codec = _SINGLE_BYTE_CODECS.get(name) or name.lower().replace("iso-", "iso").replace("-", "_")
    codes = {}
    for code in range(256):
        text = _decoded(bytes((code,)), codec)
        if text is not None:
            codes[chr(code)] = text
        elif name == "Windows-1252":
            codes[chr(code)] = chr(code)
    return Charset(codes, _inverse(codes), "")


@cache
def multi_byte(name: str) -> Charset:
    """The set of that name with lead bytes."""
    table = TABLES[name]
    leads = [byte for first, last in table.leads for byte in range(first, last + 1)]
    codes = dict(_base_codes(name, table.codec, leads))
    for code, point in _runs(table.decoding):
        if point is None:
            codes.pop(code, None)
        else:
            codes[code] = "".join([chr(int(part, 16)) for part in point.split("+")])
    if name == "CP51932":
        codes = {code: text for code, text in codes.items() if len(code) < 3}
    characters = _inverse(codes)
    for number, target in encoding_runs(table.encoding):
        if target is None:
            characters.pop(chr(number), None)
        else:
            characters[chr(number)] = target
    return Charset(codes, characters, "".join(map(chr, leads)), _units_of(characters))


def _units_of(characters: Dict[str, str]) -> Optional[re.Pattern[str]]:
    sequences = sorted([text for text in characters if len(text) > 1], key=len, reverse=True)
    if not sequences:
        return None
    # One of Apple's hints that leads to nothing takes with it what it was compared with.
    hinted = [text for text in sequences if text[0] in _HINTS]
    broken = sorted({text[:size] for text in hinted for size in range(2, len(text))}, key=len, reverse=True)
    parts = [*map(re.escape, sequences), *[re.escape(text) + ".?" for text in broken], "."]
    return re.compile("|".join(parts), re.DOTALL)


def units_of(charset: Charset, text: str) -> Iterable[str]:
    """The text in pieces that have one code each, or none."""
    if charset.units is None:
        return text
    found: List[str] = []
    for unit in charset.units.findall(text):
        if len(unit) > 1 and unit not in charset.encoding:
            found.extend([BAD] * len(unit))
        else:
            found.append(unit)
    return found


def decode_single(charset: Charset, data: str) -> str:
    """The text of one byte per character."""
    decoding = charset.decoding
    return "".join([decoding.get(byte, BAD) for byte in data])


def decode_multi(
    charset: Charset, data: str, *, has_three: bool = False, has_planes: bool = False, empty_row: str = ""
) -> str:
    """The text of codes with lead bytes; a lead byte takes what follows with it even where that is wrong."""
    decoding, leads = charset.decoding, charset.leads
    found: List[str] = []
    index = 0
    end = len(data)
    while index < end:
        byte = data[index]
        if byte < "\x80" and byte in decoding:
            found.append(decoding[byte])
            index += 1
        elif byte in leads:
            width = 3 if has_three and byte == "\x8f" else 4 if has_planes and byte == "\x8e" else 2
            code = data[index : index + width]
            if width == 4 and code[1:2] == "\xa1":
                # Plane 1 has codes of two bytes as well.
                code = code[2:]
            found.append(decoding.get(code, BAD))
            # The empty row leaves what may have been a trail byte to itself.
            index += 1 if byte == empty_row and code not in decoding and _is_trail(empty_row, code[1:]) else width
        else:
            found.append(decoding.get(byte, BAD))
            index += 1
    return "".join(found)


def _is_trail(lead: str, trail: str) -> bool:
    """Whether a byte may follow the lead byte of Big5's or UHC's empty row."""
    if lead == EMPTY_ROWS["UHC"]:
        return "\x41" <= trail <= "\xfe"
    return "\x40" <= trail <= "\x7e" or "\xa1" <= trail <= "\xfe"


def encode_table(charset: Charset, text: str) -> str:
    """The codes of `text`. Raises KeyError where the set lacks a character."""
    encoding = charset.encoding
    if charset.units is None or text.isascii():
        return "".join([encoding[character] for character in text])
    return "".join([encoding[unit] for unit in units_of(charset, text)])


def decode_gb18030(charset: Charset, data: str) -> str:
    """The text of GB18030, whose four-byte codes Python knows."""
    decoding = charset.decoding
    found: List[str] = []
    index = 0
    end = len(data)
    while index < end:
        byte = data[index]
        if byte < "\x80":
            found.append(byte)
            index += 1
        elif byte in "\x80\xff":
            found.append(BAD)
            index += 1
        elif data[index + 1 : index + 2] in _GB18030_FOUR_BYTES and index + 1 < end:
            if not ("\x81" <= byte <= "\x84" or "\x90" <= byte <= "\xe3"):
                found.append(BAD)
                index += 2
                continue
            code = data[index : index + 4]
            if len(code) == 4 and "\x81" <= code[2] <= "\xfe":
                text = decoding.get(code) or _decoded(code.encode("latin-1"), "gb18030")
                found.append(BAD if text is None else text)
                index += 4
            else:
                found.append(BAD)
                index += min(3, len(code))
        else:
            found.append(decoding.get(data[index : index + 2], BAD))
            index += 2
    return "".join(found)


def encode_gb18030(charset: Charset, text: str) -> str:
    """The codes of `text`. Raises KeyError for a surrogate."""
    encoding = charset.encoding
    found: List[str] = []
    for character in text:
        code = encoding.get(character)
        if code is None:
            try:
                code = character.encode("gb18030").decode("latin-1")
            except UnicodeEncodeError:
                raise KeyError(character) from None
        found.append(code)
    return "".join(found)


def _base_codes(name: str, codec: str, leads: List[int]) -> Iterator[Tuple[str, str]]:
    for byte in range(256):
        text = _decoded(bytes((byte,)), "ascii" if codec == "cns" else codec.partition("@")[0])
        if text is not None and byte not in leads and not ("@euc" in codec and byte >= 0x80):
            yield chr(byte), text
    if codec == "cns":
        yield from _cns_codes()
        return
    for lead in leads:
        for trail in range(256):
            if name.startswith("GB18030") and 0x30 <= trail <= 0x39:
                continue
            text = _base_text(bytes((lead, trail)), codec)
            if text is not None:
                yield chr(lead) + chr(trail), text
    if 0x8F in leads and codec.startswith(("euc", "cp932@")):
        for row in range(0xA1, 0xFF):
            for cell in range(0xA1, 0xFF):
                text = _base_text(bytes((0x8F, row, cell)), codec)
                if text is not None:
                    yield "\x8f" + chr(row) + chr(cell), text


def _base_text(code: bytes, codec: str) -> Optional[str]:
    """What the codec reads; `cp932@euc` is CP932 with its rows where EUC has them."""
    if codec == "cp932@euc":
        if len(code) != 2 or not (0xA1 <= code[0] <= 0xFE and 0xA1 <= code[1] <= 0xFE):
            return _decoded(code, "euc_jp")
        return _decoded(shift_rows(code[0] - 0xA1, code[1] - 0xA1), "cp932")
    return _decoded(code, codec)


def shift_rows(row: int, cell: int) -> bytes:
    """The Shift JIS code of a row and cell, both from 0."""
    half = row // 2
    lead = 0x81 + half if half < 0x1F else 0xC1 + half
    trail = 0x9F + cell if row % 2 else 0x40 + cell + (1 if cell >= 63 else 0)
    return bytes((lead, trail))


def _cns_codes() -> Iterator[Tuple[str, str]]:
    for plane, first_lead, last_lead, prefix, first in (
        (CNS_PLANE_1, 0xA4, 0xC6, "", 0xC4),
        (CNS_PLANE_2, 0xC9, 0xF9, "\x8e\xa2", 0xA1),
    ):
        order = _big5_order(first_lead, last_lead)
        index = 0
        for token in plane.split():
            if token[0] == "=":
                texts: List[Optional[str]] = [chr(int(token[1:], 16))]
            else:
                start, _, count = token.partition("*")
                texts = order[int(start, 16) : int(start, 16) + int(count or "1")]
            for text in texts:
                if text is not None:
                    yield prefix + chr(first + index // _ROW) + chr(0xA1 + index % _ROW), text
                index += 1


def _big5_order(first: int, last: int) -> List[Optional[str]]:
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    return [_decoded(bytes((lead, trail)), "big5") for lead in range(first, last + 1) for trail in trails]


def _decoded(code: bytes, codec: str) -> Optional[str]:
    try:
        return code.decode(codec)
    except UnicodeDecodeError:
        return None


def _inverse(codes: Dict[str, str]) -> Dict[str, str]:
    """Characters to codes: where several codes mean one, the shortest and lowest."""
    found: Dict[str, str] = {}
    for code in sorted(codes, key=lambda code: (len(code), code)):
        text = codes[code]
        if text not in found:
            found[text] = code
    return found


def _runs(table: str) -> Iterator[Tuple[str, Optional[str]]]:
    """Codes and what they mean (hexadecimal), from a table's text."""
    for line in table.replace("\n ", " ").split("\n"):
        words = line.split()
        if not words:
            continue
        width = len(words[0]) // 2
        number = int(words[0], 16)
        for word in words[1:]:
            start, _, count = word.partition("*")
            for step in range(int(count or "1")):
                code = number.to_bytes(width, "big").decode("latin-1")
                if start == "-":
                    yield code, None
                elif "+" in start:
                    yield code, start
                else:
                    yield code, f"{int(start, 16) + step:x}"
                number += 1


def encoding_runs(table: str) -> Iterator[Tuple[int, Optional[str]]]:
    """Characters and their codes, from a table's second text."""
    for line in table.replace("\n ", " ").split("\n"):
        words = line.split()
        if not words:
            continue
        number = int(words[0], 16)
        for word in words[1:]:
            start, _, count = word.partition("*")
            for step in range(int(count or "1")):
                if start == "-":
                    yield number, None
                else:
                    code = int(start, 16) + step
                    yield number, code.to_bytes((code.bit_length() + 7) // 8, "big").decode("latin-1")
                number += 1
