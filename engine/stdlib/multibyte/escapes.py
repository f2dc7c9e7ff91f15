"""The encodings that change character sets on the way: ISO-2022-JP and its kin, ISO-2022-KR, HZ."""

from __future__ import annotations

from functools import cache
from typing import Dict, List, NamedTuple

from engine.stdlib.multibyte.charsets import BAD, Charset, multi_byte, shift_rows, units_of
from engine.stdlib.multibyte.kana import convert_kana

_ASCII = "B"
_ROMAN = "J"
_KANA = "I"
_KANJI = "$B"
_EXTRA_KANJI = "$(D"
_JIS_2004_1 = "$(Q"
_JIS_2004_2 = "$(P"
_USER_DEFINED = "$(?"
# Twenty rows of the private use area, which Microsoft's encodings put behind the last row of JIS.
_FIRST_PRIVATE = 0xE000
_PRIVATE_ROWS = 20
_ROW = 94
_FIRST_EMOJI, _AFTER_EMOJI = "\x75", "\x79"
_FIRST_EMOJI_LEAD = "\xf3"
_EMOJI_LEADS = 11
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
    # What JIS and Microsoft read differently it reads as JIS.
    reads_jis: bool = False
    # Where the private rows begin, and what designates them.
    private_lead: int = 0
    private_set: str = _KANJI
    # Its rows are those of a Shift JIS, emoji among them, and `euc` is that.
    is_shifted: bool = False


FORMS = {
    "ISO-2022-JP": JapaneseForm("EUC-JP", has_roman=True),
    "JIS": JapaneseForm("EUC-JP", has_roman=True, has_kana=True, has_extra=True),
    "ISO-2022-JP-MS": JapaneseForm("CP51932", has_kana=True, private_lead=0x21, private_set=_USER_DEFINED),
    "CP50220": JapaneseForm("CP51932", has_roman=True, widens_kana=True, private_lead=0x7F, reads_jis=True),
    "CP50221": JapaneseForm("CP51932", has_roman=True, has_kana=True, private_lead=0x7F, reads_jis=True),
    "CP50222": JapaneseForm(
        "CP51932", has_roman=True, has_kana=True, shifts_kana=True, private_lead=0x7F, reads_jis=True
    ),
    "ISO-2022-JP-2004": JapaneseForm("EUC-JP-2004", is_2004=True),
    "ISO-2022-JP-MOBILE#KDDI": JapaneseForm("SJIS-Mobile#KDDI", has_kana=True, is_shifted=True),
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
    # The later ones know no shifts.
    skips_mark = name in _LATER
    states = _LATER.get(name, _OLDER)
    last_lead = "\x98" if form.private_lead == 0x7F else "\x80" if form.private_lead else "\x7f"
    state = _ASCII
    index = 0
    end = len(data)
    while index < end:
        byte = data[index]
        index += 1
        if byte == "\x1b":
            designation = _designation(data, index, states)
            if designation:
                index += len(designation)
                state = states[designation]
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
        elif state[0] == "$" and " " < byte < last_lead:
            trail = data[index : index + 1]
            index += 1
            found.append(_kanji(form, charset, state, byte + trail) if " " < trail < "\x7f" else BAD)
        elif byte < "\x80":
            found.append(byte)
        elif "\xa1" <= byte <= "\xdf" and name != "ISO-2022-JP-2004":
            found.append(chr(0xFEC0 + ord(byte)))
        else:
            found.append(BAD)
    return "".join(found)


_OLDER = {
    "(B": _ASCII, "(H": _ASCII, "(J": _ROMAN, "(I": _KANA, "$@": _KANJI, "$B": _KANJI, "$(@": _KANJI, "$(B": _KANJI,
    "$(D": _EXTRA_KANJI,
}  # fmt: skip
_MOBILE = {"(B": _ASCII, "(J": _ASCII, "(I": _KANA, "$@": _KANJI, "$B": _KANJI, "$(@": _KANJI, "$(B": _KANJI}
# The later ones forget what stands in the place of a set's name.
_LATER = {
    "ISO-2022-JP-MS": {**_MOBILE, _USER_DEFINED: _USER_DEFINED},
    "ISO-2022-JP-2004": {"(B": _ASCII, "$B": _KANJI, _JIS_2004_1: _JIS_2004_1, _JIS_2004_2: _JIS_2004_2},
    "ISO-2022-JP-MOBILE#KDDI": _MOBILE,
}


def _skip_mark(found: List[str], data: str, index: int, skips: bool) -> int:
    """Go past what follows a stray escape: it is text, or lost; where to go on."""
    rest = data[index : index + 3]
    marks = (3 if skips else 2) if rest[:2] == "$(" else 1 if rest[:1] in ("$", "(") else 0
    if skips:
        return index + len(rest[: 1 if marks == 0 else max(2, marks)])
    if len(rest) < 2 or rest == "$(":
        return index + marks
    # The characters that would have designated a set stand for themselves, whatever the set.
    found.append(rest[:marks])
    return index + marks


def _designation(data: str, index: int, states: Dict[str, str]) -> str:
    """The escape sequence's rest at `index`; empty if it is none of those."""
    for size in (2, 3):
        if data[index : index + size] in states:
            return data[index : index + size]
    return ""


def _kanji(form: JapaneseForm, charset: Charset, state: str, code: str) -> str:
    row = ord(code[0]) - form.private_lead
    if state == form.private_set and form.private_lead and row >= 0:
        return chr(_FIRST_PRIVATE + _ROW * row + ord(code[1]) - 0x21) if row < _PRIVATE_ROWS else BAD
    if form.is_shifted:
        return charset.decoding.get(_shifted(code), BAD) if code[0] < _AFTER_EMOJI else BAD
    high = ("\x8f" if state in (_EXTRA_KANJI, _JIS_2004_2) else "") + _high(code)
    if form.reads_jis:
        character = multi_byte("EUC-JP").decoding.get(high)
        if character is not None:
            return character
    return charset.decoding.get(high, BAD)


def encode_japanese(name: str, text: str) -> str:
    """ISO-2022-JP or a relative. Raises KeyError for a character it lacks."""
    form = FORMS[name]
    charset = multi_byte(form.euc)
    encoding = charset.encoding
    if form.widens_kana:
        text = convert_kana(text, "KV")
    found: List[str] = []
    state = _ASCII
    is_shifted = False
    for character in units_of(charset, text):
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
    if form.is_shifted:
        return _unshifted(code or _flags(form.euc).get(character), character)
    if character < "\x80":
        # Most of ASCII is in the Roman set too, but PHP goes back to ASCII for it all the same.
        return _ASCII, character
    if form.is_2004 and character in "\xa5\u203e":
        return _ASCII, "\\" if character == "\xa5" else "~"
    has_overline = form.has_extra or form.euc == "CP51932"
    if form.has_roman and (character == "\xa5" or (character == "\u203e" and has_overline)):
        return _ROMAN, "\\" if character == "\xa5" else "~"
    if character == "\xaf" and form.euc == "EUC-JP":
        # A macron is written as an overline.
        code = "\xa1\xb1"
    if form.private_lead:
        row, cell = divmod(ord(character) - _FIRST_PRIVATE, _ROW)
        if 0 <= row < _PRIVATE_ROWS:
            return form.private_set, chr(form.private_lead + row) + chr(cell + 0x21)
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


def _shifted(code: str) -> str:
    """The phones' Shift JIS code of a JIS code: emoji are eleven leads behind where they would be."""
    lead, trail = shift_rows(ord(code[0]) - 0x21, ord(code[1]) - 0x21)
    return chr(lead + (_EMOJI_LEADS if code[0] >= _FIRST_EMOJI else 0)) + chr(trail)


def _unshifted(code: str | None, character: str) -> tuple[str, str]:
    """The set and the JIS code of a Shift JIS code."""
    if code is None or "\xed" <= code[0] < _FIRST_EMOJI_LEAD or "\ue000" <= character <= "\uf8ff":
        raise KeyError(character)
    if len(code) == 1:
        return (_ASCII, code) if code < "\x80" else (_KANA, _low(code))
    lead, trail = ord(code[0]), ord(code[1])
    if code[0] >= _FIRST_EMOJI_LEAD:
        # PHP writes those before the first that it reads as what it reads otherwise.
        lead -= _EMOJI_LEADS
    row = 2 * (lead - (0x81 if lead < 0xA0 else 0xC1)) + (trail >= 0x9F)
    cell = trail - 0x9F if trail >= 0x9F else trail - 0x40 - (trail > 0x7F)
    return _KANJI, chr(row + 0x21) + chr(cell + 0x21)


@cache
def _flags(name: str) -> Dict[str, str]:
    """Half flags, and the code of a flag that begins so: what PHP writes for them."""
    return {text[0]: code for text, code in multi_byte(name).encoding.items() if len(text) > 1 and text[0] > "9"}


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
    encoding = multi_byte("UHC").encoding
    if not text:
        return ""
    found = ["\x1b$)C"]
    is_korean = False
    for character in text:
        code = encoding.get(character, "")
        if len(code) == 2 and min(code) >= "\xa1":
            code = _low(code)
        elif character < "\x80":
            code = character
        elif "\u2121" <= character <= "\u8080":
            # PHP takes the number of a character that the set lacks for its code.
            code = chr(ord(character) >> 8) + chr(ord(character) & 0xFF)
        else:
            raise KeyError(character)
        if (len(code) == 2) != is_korean:
            is_korean = not is_korean
            found.append("\x0e" if is_korean else "\x0f")
        found.append(code)
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
        code = "" if character == "\u2016" else encoding[character]
        if not code:
            raise KeyError(character)
        if (len(code) == 2) != is_chinese:
            is_chinese = not is_chinese
            found.append("~{" if is_chinese else "~}")
        found.append("~~" if code == "~" else _low(code))
    if is_chinese:
        found.append("~}")
    return "".join(found)
