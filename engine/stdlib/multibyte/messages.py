"""Multibyte strings: MIME headers, numeric HTML entities and Japanese kana."""

from __future__ import annotations

import binascii
from typing import TYPE_CHECKING, Dict, List, Optional, Tuple

from engine.builtin.declare import BadArgumentError, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import parse_numeric, to_int
from engine.runtime.objects import PhpObject
from engine.runtime.values import MISSING
from engine.stdlib.core.refused import MAIL
from engine.stdlib.multibyte.charsets import BAD
from engine.stdlib.multibyte.kana import convert_kana
from engine.stdlib.multibyte.registry import Encoding, Substitution, encode, find_encoding, utf8
from engine.stdlib.multibyte.state import encoding_of, internal_encoding, language, substitution
from engine.stdlib.multibyte.transfer import decode_base64

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "mbstring"

_NO_HEADERS = PhpArray()

_HEX = "0123456789ABCDEFabcdef"
_FOLD = "\r\n\t "
_MASK = 0xFFFFFFFF
_MAX_CODE_POINT = 0x10FFFF
_BAD_VALUE = 0xFFFFFFFF
# Widths of MIME headers, as PHP counts them.
_MAX_INDENT = 74
_LINE = 75
_WORD = 74
_ENCODED_START = 55
_ENCODED_LINE = 73
_MAX_LINEFEED = 8
_FIRST_STEP = 12
# What may stand as it is in an encoded word; PHP leaves the digits out.
_Q_PLAIN = "!*+-/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_MAX_DECIMAL_DIGITS = 10
_MAX_HEX_DIGITS = 8


@contextual
def mb_send_mail(
    to: PhpString,
    subject: PhpString,
    message: PhpString,
    additional_headers: PhpArray | PhpString = _NO_HEADERS,
    additional_params: PhpString | None = None,
) -> bool:
    """Send encoded mail."""
    for name, text in (
        ("to", to), ("subject", subject), ("message", message), ("additional_headers", additional_headers),
        ("additional_params", additional_params),
    ):  # fmt: skip
        if isinstance(text, str) and "\0" in text:
            raise BadArgumentError(name, "must not contain any null bytes")
    ctx.function_warning(MAIL)
    return False


@contextual(shown={"charset": None})
def mb_encode_mimeheader(
    string: PhpString,
    charset: PhpString | None = MISSING,
    transfer_encoding: PhpString | None = None,
    newline: PhpString = "\r\n",
    indent: int = 0,
) -> PhpString:
    """Encode string for MIME header."""
    is_base64 = True
    if charset is None:
        # PHP declares what it does not take.
        ctx.deprecated("mb_encode_mimeheader(): Passing null to parameter #2 ($charset) of type ?string is deprecated")
        charset = ""
    if charset is not MISSING:
        target = encoding_of(charset, "charset")
        if not target.mime or target.name == "Quoted-Printable":
            raise BadArgumentError("charset", f'"{charset}" cannot be used for MIME header encoding')
    else:
        row = language()
        target = find_encoding(row[3]) or utf8()
        is_base64 = row[4][0] not in "Qq"
    if transfer_encoding and transfer_encoding[0] in "Qq":
        is_base64 = False
    text = internal_encoding().decode(string)
    stripped = text.lstrip(" ")
    if all("!" <= character <= "~" and character not in "=?_" for character in stripped):
        return string
    if not 0 <= indent < _MAX_INDENT:
        indent = 0
    linefeed = newline[:_MAX_LINEFEED].partition("\0")[0]
    return _MimeWriter(text, target, is_base64, linefeed, indent).write()


@contextual
def mb_decode_mimeheader(string: PhpString) -> PhpString:
    """Decode string in MIME header field."""
    target = internal_encoding()
    found: List[str] = []
    index = 0
    end = len(string)
    has_space = False
    while index < end:
        if string.startswith("=?", index):
            word = _encoded_word(string, index)
            if word is not None:
                text, index = word
                found.append(text)
                has_space = index < end and string[index] in _FOLD
                while index < end and string[index] in _FOLD:
                    index += 1
                continue
        if has_space:
            found.append(" ")
            has_space = False
        if string[index] not in "\r\n":
            start = index
            index += 1
            while index < end and string[index] not in "=\r\n":
                index += 1
            found.append("".join([byte if byte < "\x80" else BAD for byte in string[start:index]]))
        if index < end and string[index] in "\r\n":
            while index < end and string[index] in _FOLD:
                index += 1
            if index < end:
                found.append(" ")
    return encode(target, "".join(found), Substitution())


@contextual
def mb_convert_kana(string: PhpString, mode: PhpString = "KV", encoding: PhpString | None = None) -> PhpString:
    """Convert "kana" one from another ("zen-kaku", "han-kaku" and more)."""
    for flag in mode:
        if flag not in "ARNSKHMCarnskhmcV":
            raise BadArgumentError("mode", f"contains invalid flag: '{flag}'")
    _check_kana_flags(mode)
    chosen = encoding_of(encoding)
    return encode(chosen, convert_kana(chosen.decode(string), mode), substitution())


@contextual
def mb_encode_numericentity(
    string: PhpString, map_: PhpArray, encoding: PhpString | None = None, hex: bool = False
) -> PhpString:
    """Encode character to HTML numeric string reference."""
    chosen = encoding_of(encoding)
    ranges = _conversion_map(map_)
    known: Dict[str, str] = {}
    found: List[str] = []
    for character in chosen.decode(string):
        written = known.get(character)
        if written is None:
            written = known[character] = _entity(character, ranges, hex)
        found.append(written)
    return encode(chosen, "".join(found), substitution())


@contextual
def mb_decode_numericentity(string: PhpString, map_: PhpArray, encoding: PhpString | None = None) -> PhpString:
    """Decode HTML numeric string reference to character."""
    chosen = encoding_of(encoding)
    ranges = _conversion_map(map_)
    text = chosen.decode(string)
    found: List[str] = []
    index = 0
    while True:
        start = text.find("&", index)
        if start < 0:
            found.append(text[index:])
            break
        found.append(text[index:start])
        written, index = _read_entity(text, start, ranges)
        found.append(written)
    return encode(chosen, "".join(found), substitution())


# ---------------------------------------------------------------- MIME headers


class _MimeWriter:
    """Writes a header: words in ASCII while they last, from then on encoded words."""

    def __init__(self, text: str, target: Encoding, is_base64: bool, linefeed: str, indent: int) -> None:
        self._text = text
        self._target = target
        self._is_base64 = is_base64
        self._linefeed = linefeed
        self._indent = indent
        self._found: List[str] = []
        self._size = 0
        self._line_start = 0

    def write(self) -> str:
        """The header."""
        text = self._text
        end = len(text)
        word = index = 0
        while index < end and text[index] == " " and index <= _WORD:
            index += 1
        while index < end:
            character = text[index]
            index += 1
            is_long = character == " " and index - word > _WORD
            if not " " <= character <= "~" or character in "?=_" or is_long:
                self._start_encoding()
                return self._encode_words(word)
            if character == " ":
                self._separate(self._size - self._line_start + index - word + self._indent > _LINE, stays=True)
                self._put(text[word : index - 1])
                word = index
                while index < end and text[index] == " ":
                    index += 1
        if word < end and self._size > 0:
            self._separate(self._size - self._line_start + index - word + self._indent > _WORD, stays=True)
        self._put(text[word:])
        return "".join(self._found)

    def _put(self, text: str) -> None:
        self._found.append(text)
        self._size += len(text)

    def _separate(self, is_full: bool, *, stays: bool) -> None:
        """A line break when the line is full, else a blank between words."""
        if is_full:
            self._put(self._linefeed + " ")
            self._indent = 0
            self._line_start = self._size
        elif self._size > 0 and stays:
            self._put(" ")

    def _start_encoding(self) -> None:
        size = self._size - self._line_start + self._indent + len(self._target.mime)
        self._separate(size > _ENCODED_START, stays=True)

    def _encode_words(self, index: int) -> str:
        """The rest from `index` in as many encoded words as it takes, each as long as fits."""
        text = self._text
        end = len(text)
        markers = Substitution()
        while True:
            self._put(f"=?{self._target.mime}?{'B' if self._is_base64 else 'Q'}?")
            room = _ENCODED_LINE - self._indent - (self._size - self._line_start)
            step = _FIRST_STEP
            count = 0
            data = ""
            while index + count < end:
                step = min(step, end - index - count)
                wider = encode(self._target, text[index : index + count + step], markers)
                if self._transfer_size(wider) <= room or (step == 1 and count == 0):
                    count += step
                    data = wider
                elif step == 1:
                    break
                else:
                    step = max(step >> 1, 1)
            self._put(self._transfer(data) + "?=")
            self._indent = 0
            index += count
            if index >= end:
                return "".join(self._found)
            self._put(self._linefeed + " ")
            self._line_start = self._size

    def _transfer_size(self, data: str) -> int:
        if self._is_base64:
            return (len(data) + 2) // 3 * 4
        return sum([1 if byte in _Q_PLAIN else 3 for byte in data])

    def _transfer(self, data: str) -> str:
        if self._is_base64:
            return binascii.b2a_base64(data.encode("latin-1"), newline=False).decode("ascii")
        return "".join([byte if byte in _Q_PLAIN else f"={ord(byte):02X}" for byte in data])


def _encoded_word(string: str, start: int) -> Optional[Tuple[str, int]]:
    """The text of the encoded word at `start` and where it ends; None if it is none."""
    if len(string) - start < 6:
        return None
    charset_end = string.find("?", start + 2)
    if charset_end < 0 or len(string) - charset_end < 3 or string[charset_end + 2] != "?":
        return None
    source = find_encoding(string[start + 2 : charset_end])
    kind = string[charset_end + 1]
    if source is None or kind not in "QqBb":
        return None
    begin = charset_end + 3
    end = string.find("?=", begin)
    if end < 0:
        # A last question mark will do as the end.
        end = len(string) - 1 if begin < len(string) and string[-1] == "?" else len(string)
    data = string[begin:end]
    data = _decode_q(data) if kind in "Qq" else decode_base64(data).replace(BAD, "?")
    return source.decode(data), end + 2


def _decode_q(data: str) -> str:
    found: List[str] = []
    index = 0
    end = len(data)
    while index < end:
        byte = data[index]
        index += 1
        if byte == "=" and end - index >= 2:
            second, third = data[index], data[index + 1]
            index += 2
            if second in _HEX and third in _HEX:
                byte = chr(int(second + third, 16))
            elif second == "\r":
                index -= 0 if third == "\n" else 1
                continue
            elif second == "\n":
                index -= 1
                continue
        elif byte == "_":
            byte = " "
        found.append(byte)
    return "".join(found)


# ---------------------------------------------------------------- numeric entities


def _conversion_map(map_: PhpArray) -> List[Tuple[int, int, int, int]]:
    """First and last code, offset and mask of each range."""
    if len(map_) % 4:
        raise BadArgumentError("map", "must have a multiple of 4 elements")
    numbers: List[int] = []
    for value in map_.values():
        is_number = not isinstance(value, (PhpArray, PhpObject))
        if isinstance(value, str):
            is_number = parse_numeric(value)[0] is not None
        if not is_number:
            raise BadArgumentError("map", "must only be composed of values of type int")
        numbers.append(to_int(value) & _MASK)
    return [
        (numbers[index], numbers[index + 1], numbers[index + 2], numbers[index + 3])
        for index in range(0, len(numbers), 4)
    ]


def _entity(character: str, ranges: List[Tuple[int, int, int, int]], is_hex: bool) -> str:
    code = _BAD_VALUE if character == BAD else ord(character)
    for first, last, offset, mask in ranges:
        if first <= code <= last:
            value = (code + offset) & _MASK & mask
            return f"&#x{value:X};" if is_hex else f"&#{value};"
    return character


def _read_entity(text: str, start: int, ranges: List[Tuple[int, int, int, int]]) -> Tuple[str, int]:
    """What the ampersand at `start` begins, and where to go on."""
    if text[start + 1 : start + 2] != "#":
        return "&", start + 1
    is_hex = text[start + 2 : start + 3] == "x"
    begin = start + 3 if is_hex else start + 2
    digits = _HEX if is_hex else _HEX[:10]
    index = begin
    while index < len(text) and text[index] in digits:
        index += 1
    count = index - begin
    if not 1 <= count <= (_MAX_HEX_DIGITS if is_hex else _MAX_DECIMAL_DIGITS):
        return text[start:index], index
    value = int(text[begin:index], 16 if is_hex else 10)
    # Only the digits before the last are looked at: the last one may overflow.
    if not is_hex and value // 10 > 0x19999999:
        return text[start:index], index
    for first, last, offset, _ in ranges:
        code = (value - offset) & _MASK
        if first <= code <= last:
            written = chr(code) if code <= _MAX_CODE_POINT else BAD
            return written, index + (1 if text[index : index + 1] == ";" else 0)
    return text[start:index], index


def _check_kana_flags(mode: str) -> None:
    has = mode.__contains__
    for index, (to_full, to_half) in enumerate(zip("ARNSKHMC", "arnskhmc")):
        # A and a stand for R, N and r, n as well.
        full = has(to_full) or (index in (1, 2) and has("A"))
        half = has(to_half) or (index in (1, 2) and has("a"))
        if full and half:
            first = "A" if to_full in "RN" and has("A") else to_full
            second = "a" if to_half in "rn" and has("a") else to_half
            raise BadArgumentError("mode", f"must not combine '{first}' and '{second}' flags")
    for first, second in (("H", "K"), ("h", "C"), ("h", "c"), ("k", "C"), ("k", "c")):
        if has(first) and has(second):
            raise BadArgumentError("mode", f"must not combine '{first}' and '{second}' flags")
