"""Japanese syllables in full and half width, katakana and hiragana, as the flags of mb_convert_kana ask."""

from __future__ import annotations

from functools import lru_cache
from typing import Dict, List, Tuple

_HALF = "".join([chr(point) for point in range(0xFF61, 0xFFA0)])
_FULL_KATAKANA = (
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
    "\u309b\u309c"
)
_FULL_HIRAGANA = (
    "。「」、・をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん"
    "\u309b\u309c"
)
_VOICED = "\uff9e"
_HALF_VOICED = "\uff9f"
_TAKES_VOICE = _HALF[21:36] + _HALF[41:46]
_TAKES_HALF_VOICE = _HALF[41:46]
_PUNCTUATION = dict(zip("、。「」\u309b\u309cー・", "\uff64\uff61\uff62\uff63\uff9e\uff9f\uff70\uff65"))
_SPECIAL_TO_FULL = {"\\": "\uffe5", "\xa5": "\uffe5", "~": "\uffe3", "\u203e": "\uffe3", "'": "\u2019", '"': "\u201d"}
_SPECIAL_TO_HALF = {
    "\uffe5": "\\", "\uff3c": "\\", "\uffe3": "~", "\u203e": "~", "\u2018": "'", "\u2019": "'", "\u201c": '"',
    "\u201d": '"',
}  # fmt: skip
_SMALL_OR_OLD = dict(zip("ヮヰヱ", "\uff9c\uff72\uff74"))
_WIDTH_OFFSET = 0xFEE0
_KANA_OFFSET = 0x60


def convert_kana(text: str, mode: str) -> str:
    """The text with what the flags in `mode` name converted."""
    table = _kana_table("".join(sorted(set(mode))))
    if "V" not in mode or not ("K" in mode or "H" in mode):
        return "".join([table.get(character, character) for character in text])
    found: List[str] = []
    index = 0
    end = len(text)
    while index < end:
        character = text[index]
        following = text[index + 1 : index + 2]
        index += 1
        whole = table.get(character, character)
        if following == _VOICED and character in _TAKES_VOICE:
            whole = chr(ord(whole) + 1)
            index += 1
        elif following == _VOICED and character == "\uff73" and "K" in mode:
            whole = "\u30f4"
            index += 1
        elif following == _HALF_VOICED and character in _TAKES_HALF_VOICE:
            whole = chr(ord(whole) + 2)
            index += 1
        found.append(whole)
    return "".join(found)


@lru_cache(maxsize=64)
def _kana_table(mode: str) -> Dict[str, str]:
    """What each character becomes; where flags meet, PHP's first one wins."""
    table: Dict[str, str] = {}
    for flag, mapping in _kana_mappings():
        if flag in mode:
            for character, written in mapping.items():
                table.setdefault(character, written)
    return table


@lru_cache(maxsize=1)
def _kana_mappings() -> Tuple[Tuple[str, Dict[str, str]], ...]:
    """The mapping of each flag, in the order PHP tries them."""
    letters = [chr(point) for point in (*range(0x41, 0x5B), *range(0x61, 0x7B))]
    everything = [chr(point) for point in range(0x21, 0x7E) if chr(point) not in "\"'\\"]
    hiragana = [chr(point) for point in range(0x3041, 0x3094)]
    widened = {character: chr(ord(character) + _WIDTH_OFFSET) for character in everything}
    narrowed = {wide: narrow for narrow, wide in widened.items()}
    digits = "0123456789"
    halves = _half_kana()
    return (
        ("A", widened),
        ("R", {character: widened[character] for character in letters}),
        ("N", {character: widened[character] for character in digits}),
        ("S", {" ": "\u3000"}),
        ("K", dict(zip(_HALF, _FULL_KATAKANA))),
        ("H", dict(zip(_HALF, _FULL_HIRAGANA))),
        ("M", _SPECIAL_TO_FULL),
        ("a", narrowed),
        ("r", {widened[character]: character for character in letters}),
        ("n", {widened[character]: character for character in digits}),
        ("s", {"\u3000": " "}),
        ("a", {"\u2212": "-"}),
        ("k", halves),
        ("h", {chr(ord(kana) - _KANA_OFFSET): half for kana, half in halves.items() if "\u30a1" <= kana <= "\u30f3"}),
        ("k", _PUNCTUATION),
        ("h", _PUNCTUATION),
        ("C", {kana: chr(ord(kana) + _KANA_OFFSET) for kana in (*hiragana, "\u309d", "\u309e")}),
        ("c", {chr(ord(kana) + _KANA_OFFSET): kana for kana in (*hiragana, "\u309d", "\u309e")}),
        ("m", _SPECIAL_TO_HALF),
    )


def _half_kana() -> Dict[str, str]:
    """Each katakana in half width, with its voicing mark."""
    halves: Dict[str, str] = dict(_SMALL_OR_OLD)
    for half, full in zip(_HALF, _FULL_KATAKANA):
        if "\u30a1" <= full <= "\u30f3":
            halves[full] = half
            if half in _TAKES_VOICE:
                halves[chr(ord(full) + 1)] = half + _VOICED
            if half in _TAKES_HALF_VOICE:
                halves[chr(ord(full) + 2)] = half + _HALF_VOICED
    halves["\u30f4"] = "\uff73" + _VOICED
    return halves
