"""UTF-8 of Japanese mobile phones, which has their emoji in Unicode's private use area."""

from __future__ import annotations

import re
from functools import cache
from typing import Dict, Iterable, List, NamedTuple

from engine.stdlib.multibyte.charsets import encoding_runs, multi_byte
from engine.stdlib.multibyte.emoji import UTF_8
from engine.stdlib.multibyte.formats import decode_utf8, encode_loosely


class Phone(NamedTuple):
    """Private characters to emoji, and emoji to private characters, "" where none can be written."""

    decoding: Dict[int, str]
    encoding: Dict[str, str]
    # Finds the emoji, of which some are two characters.
    pattern: re.Pattern[str]


@cache
def _phone(name: str) -> Phone:
    carrier, places, exceptions = UTF_8[name]
    codes = multi_byte(f"SJIS-Mobile#{carrier}").decoding
    decoding = {number: codes[code or ""] for number, code in encoding_runs(places)}
    encoding: Dict[str, str] = {}
    for number, emoji in sorted(decoding.items()):
        encoding.setdefault(emoji, chr(number))
    for number, code in encoding_runs(exceptions):
        encoding[chr(number)] = "" if code is None else chr(int.from_bytes(code.encode("latin-1"), "big"))
    longest_first = sorted(encoding, key=len, reverse=True)
    return Phone(decoding, encoding, re.compile("|".join(map(re.escape, longest_first))))


def decode_phone(name: str, data: str) -> str:
    """The text of a phone's UTF-8."""
    return data if data.isascii() else decode_utf8(data).translate(_phone(name).decoding)


def encode_phone(name: str, text: str) -> str:
    """A phone's UTF-8. Raises KeyError for what none can write, such as half a flag."""
    if text.isascii():
        return text
    _decoding, encoding, pattern = _phone(name)

    def written(found: re.Match[str]) -> str:
        private = encoding[found.group()]
        if not private:
            raise KeyError(found.group())
        return private

    return encode_loosely(pattern.sub(written, text))


def phone_units(name: str, text: str) -> Iterable[str]:
    """The text in pieces that have one code each."""
    units: List[str] = []
    place = 0
    for found in _phone(name).pattern.finditer(text):
        units.extend(text[place : found.start()])
        units.append(found.group())
        place = found.end()
    units.extend(text[place:])
    return units
