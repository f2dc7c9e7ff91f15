"""The encodings that change character sets on the way: ISO-2022-JP and its kin, ISO-2022-KR, HZ."""

from __future__ import annotations

import re
import unicodedata
from typing import List, NamedTuple

from engine.stdlib.multibyte.charsets import BAD, Charset, multi_byte

_ASCII = "B"
_ROMAN = "J"
_KANA = "I"
_KANJI = "$B"
_EXTRA_KANJI = "$(D"
_JIS_2004_1 = "$(Q"
_JIS_2004_2 = "$(P"
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]+")
_ROMAN_CHARACTERS = {"\\": "\xa5", "~": "\u203e"}


class JapaneseForm(NamedTuple):
    """One of the ISO-2022-JP family: whose EUC its rows are those of, and what else it may write."""

    euc: str
    has_roman: bool = False
    has_kana: bool = False
    has_extra: bool = False
    is_2004: bool = False
    shifts_kana: bool = False
    widens_kana: bool = False


FORMS = {
    "ISO-2022-JP": JapaneseForm("EUC-JP", has_roman=True),
    "JIS": JapaneseForm("EUC-JP", has_roman=True, has_kana=True, has_extra=True),
    "ISO-2022-JP-MS": JapaneseForm("CP51932", has_kana=True),
    "CP50220": JapaneseForm("CP51932", has_roman=True, widens_kana=True),
    "CP50221": JapaneseForm("CP51932", has_roman=True, has_kana=True),
    "CP50222": JapaneseForm("CP51932", has_roman=True, has_kana=True, shifts_kana=True),
    "ISO-2022-JP-2004": JapaneseForm("EUC-JP-2004", is_2004=True),
    "ISO-2022-JP-MOBILE#KDDI": JapaneseForm("EUC-JP", has_kana=True),
}


def _high(code: str) -> str:
    """The bytes of `code` with their high bits set."""
    return "".join([chr(ord(byte) | 0x80) for byte in code])


def _low(code: str) -> str:
    return "".join([chr(ord(byte) & 0x7F) for byte in code])


def decode_japanese(name: str, data: str) -> str:
    """The text of ISO-2022-JP or a relative."""
    form = FORMS[name]
    charset = multi_byte(form.euc)
    found: List[str] = []
    # The later ones forget the character after a stray escape, and know no shifts.
    skips_mark = name in ("ISO-2022-JP-MS", "ISO-2022-JP-2004", "ISO-2022-JP-MOBILE#KDDI")
    state = _ASCII
    index = 0
    end = len(data)
    while index < end:
        byte = data[index]
        index += 1
        if byte == "\x1b":
            designation = _designation(data, index)
            if designation and (designation in _COMMON or _is_2004(designation) == form.is_2004):
                index += len(designation)
                state = _STATES[designation]
            else:
                found.append(BAD)
                index = _skip_mark(found, data, index, skips_mark)
        elif skips_mark and byte in "\x0e\x0f":
            found.append(byte)
        elif byte == "\x0e":
            state = _KANA
        elif byte == "\x0f":
            state = _ASCII
        elif state == _ROMAN and byte in _ROMAN_CHARACTERS:
            found.append(_ROMAN_CHARACTERS[byte])
        elif state == _KANA and " " < byte < "\x60":
            found.append(chr(0xFF40 + ord(byte)))
        elif state[0] == "$" and " " < byte < "\x7f":
            trail = data[index : index + 1]
            index += 1
            found.append(_kanji(charset, state, byte + trail) if " " < trail < "\x7f" else BAD)
        elif byte < "\x80":
            found.append(byte)
        elif "\xa1" <= byte <= "\xdf" and name != "ISO-2022-JP-2004":
            found.append(chr(0xFEC0 + ord(byte)))
        else:
            found.append(BAD)
    return "".join(found)


_STATES = {
    "(B": _ASCII, "(H": _ASCII, "(J": _ROMAN, "(I": _KANA, "$@": _KANJI, "$B": _KANJI, "$(@": _KANJI, "$(B": _KANJI,
    "$(D": _EXTRA_KANJI, "$(Q": _JIS_2004_1, "$(O": _JIS_2004_1, "$(P": _JIS_2004_2,
}  # fmt: skip


_COMMON = ("(B", "(J", "(I", "(H", "$@", "$B", "$(@", "$(B")


def _is_2004(designation: str) -> bool:
    return designation[-1] in "QOP"


def _skip_mark(found: List[str], data: str, index: int, skips: bool) -> int:
    """Go past what follows a stray escape: it is text, or lost; where to go on."""
    rest = data[index : index + 3]
    if len(rest) < 2 or skips:
        return index + (1 if rest[:1] in ("$", "(") or len(rest) >= 2 else 0)
    # The characters that would have designated a set stand for themselves, whatever the set.
    marks = 2 if rest[:2] == "$(" else 1 if rest[0] in "$(" else 0
    found.append(rest[:marks])
    return index + marks


def _designation(data: str, index: int) -> str:
    """The escape sequence's rest at `index`; empty if it is none we know."""
    for size in (2, 3):
        if data[index : index + size] in _STATES:
            return data[index : index + size]
    return ""


def _kanji(charset: Charset, state: str, code: str) -> str:
    prefix = "\x8f" if state in (_EXTRA_KANJI, _JIS_2004_2) else ""
    return charset.decoding.get(prefix + _high(code), BAD)


def encode_japanese(name: str, text: str) -> str:
    """ISO-2022-JP or a relative. Raises KeyError for a character it lacks."""
    form = FORMS[name]
    encoding = multi_byte(form.euc).encoding
    if form.widens_kana:
        text = _HALF_WIDTH_KANA.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    found: List[str] = []
    state = _ASCII
    is_shifted = False
    for character in text:
        wanted, code = _designated(form, encoding.get(character), character)
        wants_shift = wanted == _KANA and form.shifts_kana
        if is_shifted != wants_shift:
            found.append("\x0e" if wants_shift else "\x0f")
            is_shifted = wants_shift
            state = state if wants_shift else _ASCII if wanted == _ASCII else state
        if wanted != state and not wants_shift:
            found.append("\x1b" + (wanted if wanted[0] == "$" else "(" + wanted))
            state = wanted
        found.append(code)
    if is_shifted:
        found.append("\x0f")
    elif state != _ASCII:
        found.append("\x1b(B")
    return "".join(found)


def _designated(form: JapaneseForm, code: str | None, character: str) -> tuple[str, str]:
    """The set to write `character` in, and its code there."""
    if character < "\x80":
        # Most of ASCII is in the Roman set too, but PHP goes back to ASCII for it all the same.
        return _ASCII, character
    has_overline = form.has_extra or form.euc == "CP51932"
    if form.has_roman and (character == "\xa5" or (character == "\u203e" and has_overline)):
        return _ROMAN, "\\" if character == "\xa5" else "~"
    if character == "\xaf" and form.euc == "EUC-JP":
        # A macron is written as an overline.
        code = "\xa1\xb1"
    if code is None or len(code) == 1:
        raise KeyError(character)
    if code[0] == "\x8e":
        if not form.has_kana:
            raise KeyError(character)
        return _KANA, _low(code[1])
    if len(code) == 3:
        if form.is_2004:
            return _JIS_2004_2, _low(code[1:])
        if not form.has_extra:
            raise KeyError(character)
        return _EXTRA_KANJI, _low(code[1:])
    return (_JIS_2004_1 if form.is_2004 else _KANJI), _low(code)


def decode_korean(data: str) -> str:
    """The text of ISO-2022-KR."""
    decoding = multi_byte("EUC-KR").decoding
    found: List[str] = []
    is_korean = False
    index = 0
    end = len(data)
    while index < end:
        byte = data[index]
        index += 1
        if byte == "\x1b":
            sequence = data[index : index + 3]
            is_known = sequence == "$)C"
            if is_known or sequence[1:2] == ")":
                index += len(sequence)
            else:
                index += 2 if sequence[:1] == "$" else 1
            if is_known:
                is_korean = False
            else:
                found.append(BAD)
        elif byte in "\x0e\x0f":
            is_korean = byte == "\x0e"
        elif is_korean and "!" <= byte <= "~":
            trail = data[index : index + 1]
            index += 1
            is_code = "!" <= trail <= "~" and not (byte == '"' and trail > "e")
            found.append(decoding.get(_high(byte + trail), BAD) if is_code else BAD)
        elif byte < "\x80" and not is_korean:
            found.append(byte)
        else:
            found.append(BAD)
    return "".join(found)


def encode_korean(text: str) -> str:
    """ISO-2022-KR. Raises KeyError for a character it lacks."""
    encoding = multi_byte("EUC-KR").encoding
    if not text:
        return ""
    found = ["\x1b$)C"]
    is_korean = False
    for character in text:
        code = encoding[character]
        if (len(code) == 2) != is_korean:
            is_korean = not is_korean
            found.append("\x0e" if is_korean else "\x0f")
        found.append(_low(code))
    if is_korean:
        found.append("\x0f")
    return "".join(found)


def decode_hz(data: str) -> str:
    """The text of HZ."""
    decoding = multi_byte("EUC-CN").decoding
    found: List[str] = []
    is_chinese = False
    index = 0
    end = len(data)
    while index < end:
        byte = data[index]
        index += 1
        if byte == "~":
            if index >= end:
                break
            mark = data[index]
            index += 1
            if mark == "}" and is_chinese:
                is_chinese = False
            elif mark == "{" and not is_chinese:
                is_chinese = True
            elif mark == "~" and not is_chinese:
                found.append("~")
            elif mark != "\n":
                found.append(BAD)
        elif is_chinese and index < end and ("!" <= byte <= ")" or "0" <= byte <= "w"):
            trail = data[index]
            index += 1
            found.append(decoding.get(_high(byte + trail), BAD) if " " < trail < "\x7f" else BAD)
        elif byte < "\x80" and not is_chinese:
            found.append(byte)
        else:
            found.append(BAD)
    return "".join(found)


def encode_hz(text: str) -> str:
    """HZ. Raises KeyError for a character it lacks."""
    encoding = multi_byte("EUC-CN").encoding
    found: List[str] = []
    is_chinese = False
    for character in text:
        code = encoding[character]
        if (len(code) == 2) != is_chinese:
            is_chinese = not is_chinese
            found.append("~{" if is_chinese else "~}")
        found.append("~~" if code == "~" else _low(code))
    if is_chinese:
        found.append("~}")
    return "".join(found)
