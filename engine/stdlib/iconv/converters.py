"""What iconv converts with: character sets under glibc's names, on Python's codecs, and its two suffixes.

`//TRANSLIT` writes what the set lacks as something like it, `//IGNORE` leaves it out.
"""

from __future__ import annotations

import codecs
from functools import lru_cache
from typing import List, NamedTuple, Optional, Tuple

from engine.runtime.charset_names import NAMES, codec_of
from engine.stdlib.iconv.transliteration import transliterate
from engine.stdlib.multibyte import charsets
from engine.stdlib.multibyte.charsets import BAD

ILLEGAL = "illegal"
INCOMPLETE = "incomplete"
WRONG_CHARSET = "wrong charset"
TOO_BIG = "too big"
MALFORMED = "malformed"
UNKNOWN = "unknown"


class Converter(NamedTuple):
    """A character set with what its name asked for."""

    codec: str
    transliterates: bool
    ignores: bool


@lru_cache(maxsize=256)
def find_converter(name: str) -> Optional[Converter]:
    """The set that glibc knows by that name; None if there is none."""
    base, *suffixes = name.partition("\0")[0].upper().split("/")
    if base.startswith("ISO-10646") and suffixes[:1] == ["UCS4"]:
        base = "UCS-4"
    codec = codec_of(base)
    if not codec:
        return None
    return Converter(codec, "TRANSLIT" in suffixes, "IGNORE" in suffixes)


def decode(converter: Converter, data: str) -> Tuple[str, str]:
    """The text of `data`, as far as it goes, and what stopped it: empty, ILLEGAL or INCOMPLETE."""
    if data.isascii() and converter.codec in ("utf-8", "ascii", "iso8859-1"):
        return data, ""
    if converter.codec in ("armscii-8", "euc-tw"):
        return _before_bad(_decode_own(converter.codec, data))
    raw = data.encode("latin-1")
    codec = converter.codec
    if codec in ("utf-16", "utf-32"):
        width = 2 if codec == "utf-16" else 4
        order, is_marked = _order_of(raw, width)
        return _decode_python(raw[width:] if is_marked else raw, codec + order)
    if codec.startswith("ucs-2"):
        return _decode_ucs2(raw, "utf-16" + codec[5:])
    return _decode_python(raw, codec)


def _decode_python(raw: bytes, codec: str) -> Tuple[str, str]:
    try:
        return raw.decode(codec), ""
    except UnicodeDecodeError as error:
        text, _ = _decode_python(raw[: error.start], codec) if error.start else ("", "")
        is_cut = error.end >= len(raw) and (
            "end of data" in error.reason or error.reason.startswith(("incomplete", "trunc"))
        )
        return text, INCOMPLETE if is_cut else ILLEGAL


def _decode_ucs2(raw: bytes, codec: str) -> Tuple[str, str]:
    text, problem = _decode_python(raw, codec)
    wide = [index for index, character in enumerate(text) if character > "\uffff"]
    return (text[: wide[0]], ILLEGAL) if wide else (text, problem)


def _order_of(raw: bytes, width: int) -> Tuple[str, bool]:
    """The byte order, and whether a mark gives it; little-endian if nothing does."""
    padding = b"\0" * (width - 2)
    if raw.startswith(b"\xff\xfe" + padding):
        return "-le", True
    is_big = raw.startswith(padding + b"\xfe\xff")
    return ("-be", True) if is_big else ("-le", False)


def _decode_own(codec: str, data: str) -> str:
    if codec == "armscii-8":
        return charsets.decode_single(charsets.single_byte("ArmSCII-8"), data)
    return charsets.decode_multi(charsets.multi_byte("EUC-TW"), data, has_planes=True)


def _before_bad(text: str) -> Tuple[str, str]:
    good, bad, _ = text.partition(BAD)
    return good, ILLEGAL if bad else ""


def _encode_codec(codec: str, text: str) -> str:
    """Raises KeyError or UnicodeEncodeError for a character the set lacks."""
    if text.isascii() and codec in ("utf-8", "ascii", "iso8859-1"):
        return text
    if codec == "armscii-8":
        return charsets.encode_table(charsets.single_byte("ArmSCII-8"), text)
    if codec == "euc-tw":
        return charsets.encode_table(charsets.multi_byte("EUC-TW"), text)
    if codec.startswith("ucs-2"):
        if text and max(text) > "\uffff":
            raise KeyError(max(text))
        codec = "utf-16" + codec[5:]
    elif codec in ("utf-16", "utf-32"):
        if not text:
            return ""
        # glibc writes its own byte order, after a mark.
        return ("\ufeff" + text).encode(codec + "-le").decode("latin-1")
    return text.encode(codec).decode("latin-1")


def encode(converter: Converter, text: str) -> Tuple[str, bool]:
    """`text` in the set as far as it goes, and whether that is all of it."""
    codec = converter.codec
    try:
        return _encode_codec(codec, text), True
    except (KeyError, UnicodeEncodeError):
        pass
    kept: List[str] = []
    is_whole = True
    for character in text:
        if has_character(codec, character):
            kept.append(character)
            continue
        substitute = None
        if converter.transliterates:
            substitute = transliterate(character, lambda part: has_character(codec, part))
            if substitute is None and has_character(codec, "?"):
                substitute = "?"
        if substitute is not None:
            kept.append(substitute)
        elif not converter.ignores:
            is_whole = False
            break
    return _encode_codec(codec, "".join(kept)), is_whole


def encode_open(converter: Converter, text: str) -> str:
    """`text` in the set, all of which it has, without the sequence that ends a stateful encoding."""
    if not converter.codec.startswith(("iso2022", "hz", "utf-7")):
        return encode(converter, text)[0]
    return codecs.getincrementalencoder(converter.codec)().encode(text).decode("latin-1")


def has_character(codec: str, character: str) -> bool:
    """Whether the set can write that character."""
    try:
        _encode_codec(codec, character)
    except (KeyError, UnicodeEncodeError):
        return False
    return True


def convert(target: Converter, source: Converter, data: str) -> Tuple[str, str]:
    """`data` from one set to another, and what stopped it."""
    if target.ignores:
        return _convert_ignoring(target, source, data)
    text, problem = decode(source, data)
    converted, is_whole = encode(target, text)
    return converted, problem if is_whole else ILLEGAL


def _convert_ignoring(target: Converter, source: Converter, data: str) -> Tuple[str, str]:
    """Leave out what cannot be read or written; only an end that is cut remains a problem."""
    text, problem = decode(source, data)
    if problem:
        text, problem = _decode_ignoring(source.codec, data)
    converted = encode(target, text)[0]
    # glibc forgets the end where it has left out a character that the set lacks.
    if problem and not target.transliterates and not all(has_character(target.codec, one) for one in set(text)):
        problem = ""
    return converted, problem


def _decode_ignoring(codec: str, data: str) -> Tuple[str, str]:
    if codec in ("armscii-8", "euc-tw"):
        return _decode_own(codec, data).replace(BAD, ""), ""
    codec = "utf-16" + codec[5:] if codec.startswith("ucs-2") else codec
    decoder = codecs.getincrementaldecoder(codec)("ignore")
    text = decoder.decode(data.encode("latin-1"))
    return text, INCOMPLETE if decoder.getstate()[0] else ""


def preload() -> None:
    """Load every codec that a script may name."""
    for codec in (*NAMES, "UTF-7", "UTF-8", "BIG5-HKSCS", "JOHAB", "SHIFT_JISX0213", "EUC-JISX0213", "ISO-2022-KR"):
        converter = find_converter(codec)
        if converter is not None:
            decode(converter, "a\x80")
    for number in (*range(1, 17),):
        find_converter(f"ISO-8859-{number}")
    for page in (
        "037",
        424,
        437,
        500,
        720,
        737,
        775,
        *range(850, 870),
        874,
        875,
        932,
        949,
        950,
        1026,
        1125,
        *range(1250, 1259),
    ):
        converter = find_converter(f"CP{page}")
        if converter is not None:
            decode(converter, "a\x80")
