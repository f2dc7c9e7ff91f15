"""The encodings mbstring knows, by PHP's names, and converting between them.

An `Encoding` reads codes (a PHP string) into text (a str of Unicode, `BAD` for what is invalid) and text as codes;
writing raises KeyError or UnicodeEncodeError where the encoding lacks a character, and `convert` then substitutes.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Callable, Dict, Iterable, List, Optional, Tuple

from engine.stdlib.multibyte import charsets, escapes, formats, transfer
from engine.stdlib.multibyte.charsets import BAD
from engine.stdlib.multibyte.phones import decode_phone, encode_phone, phone_units
from engine.stdlib.multibyte.tables import TABLES

# PHP's name, the preferred MIME name, the aliases: in PHP's order.
_NAMES: Tuple[Tuple[str, str, str], ...] = (
    ("BASE64", "BASE64", ""),
    ("UUENCODE", "x-uuencode", ""),
    ("HTML-ENTITIES", "HTML-ENTITIES", "HTML html"),
    ("Quoted-Printable", "Quoted-Printable", "qprint"),
    ("7bit", "7bit", ""),
    ("8bit", "8bit", "binary"),
    ("UCS-4", "UCS-4", "ISO-10646-UCS-4 UCS4"),
    ("UCS-4BE", "UCS-4BE", "byte4be"),
    ("UCS-4LE", "UCS-4LE", "byte4le"),
    ("UCS-2", "UCS-2", "ISO-10646-UCS-2 UCS2 UNICODE"),
    ("UCS-2BE", "UCS-2BE", "byte2be"),
    ("UCS-2LE", "UCS-2LE", "byte2le"),
    ("UTF-32", "UTF-32", "utf32"),
    ("UTF-32BE", "UTF-32BE", ""),
    ("UTF-32LE", "UTF-32LE", ""),
    ("UTF-16", "UTF-16", "utf16"),
    ("UTF-16BE", "UTF-16BE", ""),
    ("UTF-16LE", "UTF-16LE", ""),
    ("UTF-8", "UTF-8", "utf8"),
    ("UTF-7", "UTF-7", "utf7"),
    ("UTF7-IMAP", "", "mUTF-7"),
    (
        "ASCII", "US-ASCII",
        "ANSI_X3.4-1968 iso-ir-6 ANSI_X3.4-1986 ISO_646.irv:1991 US-ASCII ISO646-US us IBM367 IBM-367 cp367 csASCII",
    ),
    ("EUC-JP", "EUC-JP", "EUC EUC_JP eucJP x-euc-jp"),
    ("SJIS", "Shift_JIS", "x-sjis SHIFT-JIS"),
    ("eucJP-win", "EUC-JP", "eucJP-open eucJP-ms"),
    ("EUC-JP-2004", "EUC-JP", "EUC_JP-2004"),
    ("SJIS-Mobile#DOCOMO", "Shift_JIS", "SJIS-DOCOMO shift_jis-imode x-sjis-emoji-docomo"),
    ("SJIS-Mobile#KDDI", "Shift_JIS", "SJIS-KDDI shift_jis-kddi x-sjis-emoji-kddi"),
    ("SJIS-Mobile#SOFTBANK", "Shift_JIS", "SJIS-SOFTBANK shift_jis-softbank x-sjis-emoji-softbank"),
    ("SJIS-mac", "Shift_JIS", "MacJapanese x-Mac-Japanese"),
    ("SJIS-2004", "Shift_JIS", "SJIS2004 Shift_JIS-2004"),
    ("UTF-8-Mobile#DOCOMO", "UTF-8", "UTF-8-DOCOMO UTF8-DOCOMO"),
    ("UTF-8-Mobile#KDDI-A", "UTF-8", ""),
    ("UTF-8-Mobile#KDDI-B", "UTF-8", "UTF-8-Mobile#KDDI UTF-8-KDDI UTF8-KDDI"),
    ("UTF-8-Mobile#SOFTBANK", "UTF-8", "UTF-8-SOFTBANK UTF8-SOFTBANK"),
    ("CP932", "Shift_JIS", "MS932 Windows-31J MS_Kanji"),
    ("SJIS-win", "Shift_JIS", "SJIS-ms SJIS-open"),
    ("CP51932", "CP51932", "cp51932"),
    ("JIS", "ISO-2022-JP", ""),
    ("ISO-2022-JP", "ISO-2022-JP", ""),
    ("ISO-2022-JP-MS", "ISO-2022-JP", "ISO2022JPMS"),
    ("GB18030", "GB18030", "gb-18030 gb-18030-2000"),
    ("GB18030-2022", "GB18030-2022", ""),
    ("Windows-1252", "Windows-1252", "cp1252"),
    ("Windows-1254", "Windows-1254", "CP1254 CP-1254 WINDOWS-1254"),
    ("ISO-8859-1", "ISO-8859-1", "ISO8859-1 latin1"),
    ("ISO-8859-2", "ISO-8859-2", "ISO8859-2 latin2"),
    ("ISO-8859-3", "ISO-8859-3", "ISO8859-3 latin3"),
    ("ISO-8859-4", "ISO-8859-4", "ISO8859-4 latin4"),
    ("ISO-8859-5", "ISO-8859-5", "ISO8859-5 cyrillic"),
    ("ISO-8859-6", "ISO-8859-6", "ISO8859-6 arabic"),
    ("ISO-8859-7", "ISO-8859-7", "ISO8859-7 greek"),
    ("ISO-8859-8", "ISO-8859-8", "ISO8859-8 hebrew"),
    ("ISO-8859-9", "ISO-8859-9", "ISO8859-9 latin5"),
    ("ISO-8859-10", "ISO-8859-10", "ISO8859-10 latin6"),
    ("ISO-8859-13", "ISO-8859-13", "ISO8859-13"),
    ("ISO-8859-14", "ISO-8859-14", "ISO8859-14 latin8"),
    ("ISO-8859-15", "ISO-8859-15", "ISO8859-15"),
    ("ISO-8859-16", "ISO-8859-16", "ISO8859-16"),
    ("EUC-CN", "CN-GB", "CN-GB EUC_CN eucCN x-euc-cn gb2312"),
    ("CP936", "CP936", "CP-936 GBK"),
    ("HZ", "HZ-GB-2312", ""),
    ("EUC-TW", "EUC-TW", "EUC_TW eucTW x-euc-tw"),
    ("BIG-5", "BIG5", "CN-BIG5 BIG-FIVE BIGFIVE"),
    ("CP950", "BIG5", ""),
    ("EUC-KR", "EUC-KR", "EUC_KR eucKR x-euc-kr"),
    ("UHC", "UHC", "CP949"),
    ("ISO-2022-KR", "ISO-2022-KR", ""),
    ("Windows-1251", "Windows-1251", "CP1251 CP-1251 WINDOWS-1251"),
    ("CP866", "CP866", "CP-866 IBM866 IBM-866"),
    ("KOI8-R", "KOI8-R", "KOI8R"),
    ("KOI8-U", "KOI8-U", "KOI8U"),
    ("ArmSCII-8", "ArmSCII-8", "ArmSCII8 ARMSCII-8 ARMSCII8"),
    ("CP850", "CP850", "CP-850 IBM850 IBM-850"),
    ("ISO-2022-JP-2004", "ISO-2022-JP-2004", ""),
    ("ISO-2022-JP-MOBILE#KDDI", "ISO-2022-JP", "ISO-2022-JP-KDDI"),
    ("CP50220", "ISO-2022-JP", "cp50220raw cp50220-raw JIS-ms"),
    ("CP50221", "ISO-2022-JP", ""),
    ("CP50222", "ISO-2022-JP", ""),
)  # fmt: skip
_TRANSFERS: Dict[str, Tuple[Callable[[str], str], Callable[[str], str]]] = {
    "BASE64": (transfer.decode_base64, transfer.encode_base64),
    "UUENCODE": (transfer.decode_uuencoded, transfer.encode_uuencoded),
    "HTML-ENTITIES": (transfer.decode_entities, transfer.encode_entities),
    "Quoted-Printable": (transfer.decode_quoted, transfer.encode_quoted),
}
# These write the low bytes of whatever they get.
_BYTES_IN_ASCII = ("BASE64", "UUENCODE", "Quoted-Printable")
_WIDE = {
    "UCS-4": (formats.decode_ucs4, formats.encode_utf32, 4),
    "UCS-2": (formats.decode_ucs2, formats.encode_ucs2, 2),
    "UTF-32": (formats.decode_utf32, formats.encode_utf32, 4),
    "UTF-16": (formats.decode_utf16, formats.encode_utf16, 2),
}
# How many bytes a character has, by its first: ranges of first bytes and lengths; 1 for the others.
_LENGTHS = {
    "UTF-8": ((0xC2, 0xDF, 2), (0xE0, 0xEF, 3), (0xF0, 0xF4, 4)),
    "EUC-JP": ((0x8E, 0x8E, 2), (0x8F, 0x8F, 3), (0xA1, 0xFE, 2)),
    "EUC-CN": ((0xA1, 0xFE, 2),),
    "UHC": ((0x81, 0xFE, 2),),
    "SJIS": ((0x81, 0x9F, 2), (0xE0, 0xEF, 2)),
    "SJIS-mac": ((0x81, 0x9F, 2), (0xE0, 0xED, 2)),
    "SJIS-2004": ((0x81, 0x9F, 2), (0xE0, 0xFC, 2)),
    "CP932": ((0x81, 0x9F, 2), (0xE0, 0xFF, 2)),
}
_LENGTHS_OF = {
    "EUC-JP-2004": "EUC-JP", "eucJP-win": "EUC-JP", "CP51932": "EUC-JP", "EUC-TW": "EUC-CN", "EUC-KR": "EUC-CN",
    "CP936": "UHC", "BIG-5": "UHC", "CP950": "UHC", "SJIS-win": "CP932", "SJIS-Mobile#DOCOMO": "SJIS-2004",
    "SJIS-Mobile#KDDI": "SJIS-2004", "SJIS-Mobile#SOFTBANK": "SJIS-2004", "UTF-8-Mobile#DOCOMO": "UTF-8",
    "UTF-8-Mobile#KDDI-A": "UTF-8", "UTF-8-Mobile#KDDI-B": "UTF-8", "UTF-8-Mobile#SOFTBANK": "UTF-8",
}  # fmt: skip
_DEPRECATIONS = {
    "BASE64": "Handling Base64 via mbstring is deprecated; use base64_encode/base64_decode instead",
    "Quoted-Printable": "Handling QPrint via mbstring is deprecated; use quoted_printable_encode/"
    "quoted_printable_decode instead",
    "HTML-ENTITIES": "Handling HTML entities via mbstring is deprecated; use htmlspecialchars, htmlentities, or "
    "mb_encode_numericentity/mb_decode_numericentity instead",
    "UUENCODE": "Handling Uuencode via mbstring is deprecated; use convert_uuencode/convert_uudecode instead",
}
# mb_ord() and mb_chr() do not take these.
_STATEFUL = frozenset((
    "BASE64", "UUENCODE", "HTML-ENTITIES", "Quoted-Printable", "UTF-7", "UTF7-IMAP", "JIS", "ISO-2022-JP",
    "ISO-2022-JP-MS", "CP50220", "CP50221", "CP50222",
    "ISO-2022-JP-2004", "ISO-2022-JP-MOBILE#KDDI",
))  # fmt: skip


class Encoding:
    """One of the encodings. `unit` is 1, 2 or 4 where every character has that many bytes, else 0."""

    __slots__ = (
        "_table", "aliases",
        "decode", "deprecation", "encode", "is_stateful", "is_transfer", "is_utf8", "lengths", "mime",
        "name", "unit",
    )  # fmt: skip

    def __init__(self, name: str, mime: str, aliases: str) -> None:
        self.name = name
        self.mime = mime
        self.aliases = tuple(aliases.split())
        self.is_utf8 = name.startswith("UTF-8")
        self.is_transfer = name in _TRANSFERS
        self.is_stateful = name in _STATEFUL
        self.deprecation = _DEPRECATIONS.get(name)
        self.lengths = _length_table(_LENGTHS_OF.get(name, name))
        self._table = ""
        self.unit = 1 if name == "UUENCODE" else 0
        self.decode: Callable[[str], str]
        self.encode: Callable[[str], str]
        self._set_codec()

    def _set_codec(self) -> None:
        name = self.name
        family = name[:6] if name.startswith("UTF-") else name[:5]
        if self.is_utf8:
            self.decode, self.encode = formats.decode_utf8, formats.encode_utf8
            if name != "UTF-8":
                self.decode, self.encode = partial(decode_phone, name), partial(encode_phone, name)
        elif name in _TRANSFERS:
            self.decode, self.encode = _TRANSFERS[name]
        elif family in _WIDE:
            decode, encode, width = _WIDE[family]
            self.unit = 0 if family == "UTF-16" else width
            self.encode = partial(encode, is_little=name.endswith("LE"))
            if name == family:
                self.decode = partial(_decode_marked, decode, width)
            else:
                self.decode = partial(decode, is_little=name.endswith("LE"))
        elif name == "UTF-7":
            self.decode, self.encode = formats.decode_utf7, formats.encode_utf7
        elif name == "UTF7-IMAP":
            self.decode, self.encode = formats.decode_utf7_imap, formats.encode_utf7_imap
        elif name in escapes.FORMS:
            self._table = escapes.FORMS[name].euc
            self.decode = partial(escapes.decode_japanese, name)
            self.encode = partial(escapes.encode_japanese, name)
        elif name == "ISO-2022-KR":
            self.decode, self.encode = escapes.decode_korean, escapes.encode_korean
        elif name == "HZ":
            self.decode, self.encode = escapes.decode_hz, escapes.encode_hz
        else:
            self._set_table(name)

    def _set_table(self, table: str) -> None:
        self._table = table
        if table.startswith("GB18030"):
            self.decode = lambda data: charsets.decode_gb18030(charsets.multi_byte(table), data)
            self.encode = lambda text: charsets.encode_gb18030(charsets.multi_byte(table), text)
        elif table in TABLES:
            has_three = table in ("EUC-JP", "EUC-JP-2004", "eucJP-win")
            has_planes = table == "EUC-TW"
            self.decode = lambda data: (
                data
                if data.isascii() and table not in ("SJIS-mac", "SJIS-2004")
                else charsets.decode_multi(
                    charsets.multi_byte(table),
                    data,
                    has_three=has_three,
                    has_planes=has_planes,
                    empty_row=charsets.EMPTY_ROWS.get(table, ""),
                )
            )
            self.encode = lambda text: charsets.encode_table(charsets.multi_byte(table), text)
        else:
            self.unit = 1
            self.decode = lambda data: charsets.decode_single(charsets.single_byte(table), data)
            self.encode = lambda text: charsets.encode_table(charsets.single_byte(table), text)

    def units(self, text: str) -> Iterable[str]:
        """The text in pieces that have one code each, or none: characters, and sequences of them."""
        if self.is_utf8 and self.name != "UTF-8":
            return phone_units(self.name, text)
        return charsets.units_of(charsets.multi_byte(self._table), text) if self._table in TABLES else text

    def has(self, character: str) -> bool:
        """Whether the encoding can write `character`."""
        if character == BAD:
            return False
        try:
            self.encode(character)
        except (KeyError, UnicodeEncodeError):
            return False
        return True


class Substitution:
    """What takes the place of characters that cannot be written: mode "char", "none", "long" or "entity"."""

    __slots__ = ("character", "count", "mode")

    def __init__(self, mode: str = "char", character: str = "?") -> None:
        self.mode = mode
        self.character = character
        self.count = 0

    def marker(self, character: str) -> str:
        """What to write for `character`."""
        if self.mode == "none":
            return ""
        if character == BAD or self.mode == "char":
            return self.character
        number = f"{ord(character):X}"
        return "U+" + number if self.mode == "long" else f"&#x{number};"


def encode(encoding: Encoding, text: str, substitution: Substitution) -> str:
    """`text` as codes, with markers for what cannot be written."""
    # Entities have one for what cannot be read.
    if BAD not in text or encoding.name in _BYTES_IN_ASCII or encoding.name == "HTML-ENTITIES":
        try:
            return encoding.encode(text)
        except (KeyError, UnicodeEncodeError):
            pass
    known: Dict[str, str] = {}
    found: List[str] = []
    for character in encoding.units(text):
        replaced = known.get(character)
        if replaced is None:
            replaced = known[character] = character if encoding.has(character) else ""
        if not replaced:
            substitution.count += 1
            replaced = _writable(encoding, substitution.marker(character), substitution)
        found.append(replaced)
    return encoding.encode("".join(found))


def _writable(encoding: Encoding, marker: str, substitution: Substitution) -> str:
    """The marker, without what the encoding lacks of it: a question mark for a character, else nothing."""
    fallback = "?" if substitution.mode == "char" and substitution.character != "?" and encoding.has("?") else ""
    return "".join([character if encoding.has(character) else fallback for character in marker])


def convert(data: str, target: Encoding, source: Encoding, substitution: Substitution) -> str:
    """`data` from one encoding to the other."""
    if target.name in ("BASE64", "Quoted-Printable"):
        source = find_encoding("8bit") or source
    elif source.name in _BYTES_IN_ASCII:
        target = find_encoding("8bit") or target
    return encode(target, source.decode(data), substitution)


@lru_cache(maxsize=1)
def encodings() -> Tuple[Encoding, ...]:
    """All of them, in PHP's order."""
    return tuple([Encoding(*row) for row in _NAMES])


@lru_cache(maxsize=1)
def _by_name() -> Dict[str, Encoding]:
    found = {encoding.name.lower(): encoding for encoding in encodings()}
    for encoding in encodings():
        if encoding.mime:
            found.setdefault(encoding.mime.lower(), encoding)
    for encoding in encodings():
        for alias in encoding.aliases:
            found.setdefault(alias.lower(), encoding)
    return found


def find_encoding(name: str) -> Optional[Encoding]:
    """The encoding of that name, MIME name or alias."""
    return _by_name().get(name.partition("\0")[0].lower())


def utf8() -> Encoding:
    """UTF-8."""
    return _by_name()["utf-8"]


def _decode_marked(decode: Callable[[str, bool], str], width: int, data: str) -> str:
    """Decode what may begin with a byte order mark."""
    rest, is_little = formats.detect_order(data, width)
    return decode(rest, is_little)


def _length_table(name: str) -> Optional[Tuple[int, ...]]:
    ranges = _LENGTHS.get(name)
    if ranges is None:
        return None
    table = [1] * 256
    for first, last, length in ranges:
        table[first : last + 1] = [length] * (last + 1 - first)
    return tuple(table)
