"""Strings: keys for words that sound alike in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List

from engine.builtin.declare import BadArgumentError, pure
from engine.stdlib.strings.characters import ASCII_LETTERS, upper

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

_SOUNDEX = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "01230120022455012623010202"))

_VOWELS = "AEIOU"
_SOFTENING = "EIY"
_BEFORE_SILENT_H = "CGPST"
_UNCHANGED = "FJLMNR"
_ALWAYS: Dict[str, str] = {"Q": "K", "V": "F", "X": "KS", "Z": "S"}


@pure
def soundex(string: PhpString) -> PhpString:
    """Calculate the soundex key of a string."""
    key = ""
    last = ""
    for letter in upper(string):
        code = _SOUNDEX.get(letter)
        if code is None:
            continue
        if not key:
            key = letter
        elif code not in (last, "0"):
            key += code
            if len(key) == 4:
                break
        last = code
    return key + "0" * (4 - len(key))


@pure
def metaphone(string: PhpString, max_phonemes: int = 0) -> PhpString:
    """Calculate the metaphone key of a string."""
    if max_phonemes < 0:
        raise BadArgumentError("max_phonemes", "must be greater than or equal to 0")
    word = upper(string.partition("\0")[0])
    index = 0
    while index < len(word) and word[index] not in ASCII_LETTERS:
        index += 1
    if index == len(word):
        return ""
    phonemes: List[str] = []
    # The letters after the word's end read as NUL, which is no letter.
    size = len(word)
    word += "\0\0\0\0"
    index = _first_phoneme(word, index, phonemes)
    count = len(phonemes)
    while index < size and (not max_phonemes or count < max_phonemes):
        letter = word[index]
        before = word[index - 1] if index else "\0"
        if letter in ASCII_LETTERS and (letter != before or letter == "C"):
            sound, skipped = _phoneme(word, index, letter, before)
            if sound:
                phonemes.append(sound)
                count += len(sound)
            index += skipped
        index += 1
    return "".join(phonemes)


def _first_phoneme(word: str, index: int, phonemes: List[str]) -> int:
    """What the beginning of a word sounds like; returns where to go on."""
    letter = word[index]
    following = word[index + 1]
    if letter == "A" and following == "E":
        phonemes.append("E")
        return index + 2
    if letter in _VOWELS:
        phonemes.append(letter)
        return index + 1
    if letter in "GKP" and following == "N":
        phonemes.append("N")
        return index + 2
    if letter == "W" and (following in "RH" or following in _VOWELS):
        phonemes.append("R" if following == "R" else "W")
        return index + 2
    if letter == "X":
        phonemes.append("S")
        return index + 1
    return index


def _phoneme(word: str, index: int, letter: str, before: str) -> tuple[str, int]:
    """The sound of one letter where it stands, and how many letters after it are spoken with it."""
    following = word[index + 1]
    after = word[index + 2] if following != "\0" else "\0"
    if letter in _UNCHANGED:
        return letter, 0
    if letter in _ALWAYS:
        return _ALWAYS[letter], 0
    if letter == "B":
        return ("B" if before != "M" else ""), 0
    if letter == "C":
        return _sound_of_c(following, after, before)
    if letter == "D":
        return ("J", 1) if following == "G" and after in _SOFTENING else ("T", 0)
    if letter == "G":
        return _sound_of_g(word, index, following, before)
    if letter == "H":
        return ("H" if following in _VOWELS and before not in _BEFORE_SILENT_H else ""), 0
    if letter == "K":
        return ("K" if before != "C" else ""), 0
    if letter == "P":
        return ("F" if following == "H" else "P"), 0
    if letter == "S":
        if following == "I" and after in "OA":
            return "X", 0
        return ("X", 1) if following == "H" else ("S", 0)
    if letter == "T":
        if following == "I" and after in "OA":
            return "X", 0
        if following == "H":
            return "0", 1
        return ("" if following == "C" and after == "H" else "T"), 0
    if letter in "WY":
        return (letter if following in _VOWELS else ""), 0
    return "", 0


def _sound_of_c(following: str, after: str, before: str) -> tuple[str, int]:
    if following in _SOFTENING:
        if following == "I" and after == "A":
            return "X", 0
        return ("" if before == "S" else "S"), 0
    return ("X", 1) if following == "H" else ("K", 0)


def _sound_of_g(word: str, index: int, following: str, before: str) -> tuple[str, int]:
    if following == "H":
        third_before = word[index - 3] if index >= 3 else "\0"
        fourth_before = word[index - 4] if index >= 4 else "\0"
        return ("", 0) if third_before in "BDH" or fourth_before == "H" else ("F", 1)
    if following == "N":
        after = word[index + 2]
        is_silent = after not in ASCII_LETTERS or (after == "E" and word[index + 3] == "D")
        return ("" if is_silent else "K"), 0
    return ("J" if following in _SOFTENING and before != "G" else "K"), 0
