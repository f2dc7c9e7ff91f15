"""The character sets that PHP's html functions know: cutting bytes into characters, and to and from Unicode."""

from __future__ import annotations

from functools import lru_cache
from typing import Callable, Dict, List, Tuple

from engine.runtime.context import ctx
from engine.runtime.exceptions import printed
from engine.stdlib.strings.escaping import utf8_characters

# A character as bytes, and its code: Unicode's in UTF-8 and ISO-8859-1, else the set's own; -1 where broken.
Characters = List[Tuple[int, bytes]]

_NO_CHARACTER = 0xFFFF


class Charset:
    """A character set."""

    def __init__(self, codec: str, *, split: Callable[[bytes], Characters] | None = None) -> None:
        self.codec = codec
        self._split = split
        self.is_utf8 = codec == "utf-8"
        # Codes are Unicode's own, no table needed.
        self.is_unicode = codec in ("utf-8", "iso8859-1")
        # Multi-byte sets other than UTF-8: only the basic entities are known in them.
        self.is_partial = split is not None and not self.is_utf8

    def split(self, data: bytes) -> Characters:
        """The characters of `data`."""
        if self._split is not None:
            return self._split(data)
        return [(byte, data[index : index + 1]) for index, byte in enumerate(data)]

    def to_unicode(self, code: int) -> int:
        """The code point of one of a single-byte set's codes; 0xFFFF where it has none."""
        if self.is_unicode or self.is_partial:
            return code
        if self.codec == "mac_roman" and (code < 0x20 or code == 0x7F):
            # PHP's table leaves Mac OS Roman's control characters out.
            return _NO_CHARACTER
        return _code_points(self.codec)[code]

    def from_unicode(self, text: str) -> str | None:
        """One or two characters as this set's bytes; None if it lacks them."""
        if self.is_utf8:
            return text.encode("utf-8").decode("latin-1")
        if len(text) > 1:
            return None
        code = ord(text)
        if self.codec == "iso8859-1":
            return text if code <= 0xFF else None
        if self.is_partial:
            # The Japanese sets have the yen sign where ASCII has a backslash.
            is_known = 0x20 <= code <= 0x7D and not (code == 0x5C and self.codec in ("sjis", "eucjp"))
            return text if is_known else None
        if self.codec == "mac_roman" and code == 0x7F:
            return None
        byte = _codes(self.codec).get(code)
        return None if byte is None else chr(byte)


@lru_cache(maxsize=16)
def _code_points(codec: str) -> Tuple[int, ...]:
    # What the set lacks decodes to the replacement character, which none of them has.
    text = bytes(range(256)).decode(codec, "replace")
    return tuple([_NO_CHARACTER if character == "\ufffd" else ord(character) for character in text])


@lru_cache(maxsize=16)
def _codes(codec: str) -> Dict[int, int]:
    return {point: byte for byte, point in enumerate(_code_points(codec)) if point != _NO_CHARACTER}


def find_charset(name: str | None) -> Charset:
    """The set of that name, or of the directives when there is none; UTF-8, with a warning, if PHP knows it not."""
    if not name:
        name = ctx.ini.get("internal_encoding") or ctx.ini.get("default_charset")
        if not name:
            return UTF8
    charset = _CHARSETS.get(name.partition("\0")[0].lower())
    if charset is None:
        ctx.function_warning(f'Charset "{printed(name)}" is not supported, assuming UTF-8')
        return UTF8
    return charset


def _split_pairs(
    data: bytes, is_lead: Callable[[int], bool], is_trail: Callable[[int], bool], skips_both: Callable[[int], bool]
) -> Characters:
    """Characters of one or two bytes. `skips_both` says of a wrong second byte whether it is skipped with the first."""
    result: Characters = []
    position = 0
    while position < len(data):
        lead = data[position]
        taken = 1
        code = lead
        if is_lead(lead):
            following = data[position + 1 : position + 2]
            if following and is_trail(following[0]):
                code = lead << 8 | following[0]
                taken = 2
            else:
                code = -1
                if following and skips_both(following[0]):
                    taken = 2
        result.append((code, data[position : position + taken]))
        position += taken
    return result


def _is_big5_trail(byte: int) -> bool:
    return 0x40 <= byte <= 0x7E or 0xA1 <= byte <= 0xFE


def _split_big5(data: bytes) -> Characters:
    return _split_pairs(data, lambda byte: 0x81 <= byte <= 0xFE, _is_big5_trail, lambda _: False)


def _split_big5hkscs(data: bytes) -> Characters:
    return _split_pairs(data, lambda byte: 0x81 <= byte <= 0xFE, _is_big5_trail, lambda byte: byte in (0x80, 0xFF))


def _without(characters: Characters, broken: Callable[[int], bool]) -> Characters:
    """Marks single bytes that begin no character as broken."""
    return [(-1 if len(raw) == 1 and code >= 0 and broken(code) else code, raw) for code, raw in characters]


def _split_gb2312(data: bytes) -> Characters:
    unused = (0x8E, 0x8F, 0xA0, 0xFF)
    pairs = _split_pairs(
        data, lambda byte: 0xA1 <= byte <= 0xFE, lambda byte: 0xA1 <= byte <= 0xFE, lambda byte: byte in unused
    )
    return _without(pairs, lambda byte: byte in unused)


def _split_sjis(data: bytes) -> Characters:
    pairs = _split_pairs(
        data,
        lambda byte: 0x81 <= byte <= 0x9F or 0xE0 <= byte <= 0xFC,
        lambda byte: 0x40 <= byte <= 0xFC and byte != 0x7F,
        lambda byte: byte in (0x80, 0xA0) or byte >= 0xFD,
    )
    return _without(pairs, lambda byte: not (byte < 0x80 or 0xA1 <= byte <= 0xDF))


def _split_eucjp(data: bytes) -> Characters:
    result: Characters = []
    position = 0
    while position < len(data):
        code, taken = _eucjp_character(data[position : position + 3])
        result.append((code, data[position : position + taken]))
        position += taken
    return result


def _eucjp_character(data: bytes) -> Tuple[int, int]:
    """The code of the character that begins here, and how many bytes it takes."""
    lead = data[0]
    if lead in (0xA0, 0xFF):
        return -1, 1
    if lead not in (0x8E, 0x8F) and lead < 0xA1:
        return lead, 1
    length = 3 if lead == 0x8F else 2
    highest = 0xDF if lead == 0x8E else 0xFE
    code = lead
    for byte in data[1:length]:
        code = code << 8 | byte
    if len(data) >= length and all(0xA1 <= byte <= highest for byte in data[1:length]):
        return code, length
    for index, byte in enumerate(data[1:length]):
        if byte not in (0xA0, 0xFF):
            return -1, index + 1
    return -1, min(length, len(data))


def _by_name() -> Dict[str, Charset]:
    latin1 = Charset("iso8859-1")
    latin9 = Charset("iso8859-15")
    cyrillic = Charset("iso8859-5")
    cp1251 = Charset("cp1251")
    cp1252 = Charset("cp1252")
    cp866 = Charset("cp866")
    koi8 = Charset("koi8-r")
    big5 = Charset("big5", split=_split_big5)
    gb2312 = Charset("gb2312", split=_split_gb2312)
    sjis = Charset("sjis", split=_split_sjis)
    eucjp = Charset("eucjp", split=_split_eucjp)
    charsets = {
        latin1: ("iso-8859-1", "iso8859-1"),
        latin9: ("iso-8859-15", "iso8859-15"),
        UTF8: ("utf-8",),
        cp1252: ("cp1252", "windows-1252", "1252"),
        big5: ("big5", "950"),
        gb2312: ("gb2312", "936"),
        Charset("big5hkscs", split=_split_big5hkscs): ("big5-hkscs",),
        sjis: ("shift_jis", "sjis", "932", "sjis-win", "cp932"),
        eucjp: ("eucjp", "euc-jp", "eucjp-win"),
        koi8: ("koi8-r", "koi8-ru", "koi8r"),
        cp1251: ("cp1251", "windows-1251", "win-1251"),
        cyrillic: ("iso8859-5", "iso-8859-5"),
        cp866: ("cp866", "866", "ibm866"),
        Charset("mac_roman"): ("macroman",),
    }
    return {name: charset for charset, names in charsets.items() for name in names}


UTF8 = Charset("utf-8", split=utf8_characters)
_CHARSETS = _by_name()
