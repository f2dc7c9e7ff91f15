"""Regular expressions in Ruby's syntax, which mbregex's are, and in POSIX's basic one: written anew in PCRE2's."""

from __future__ import annotations

import re
from typing import List, Optional

from engine.runtime.pcre2 import PatternError

_NO_TARGET = "target of repeat operator is not specified"
_WRONG_TARGET = "target of repeat operator is invalid"
_OPEN_CLASS = "premature end of char-class"
_EMPTY_CLASS = re.compile(r"\[\^?\][^\]]*\Z")
# PCRE2's errors in Oniguruma's words.
_MESSAGES = {
    "missing terminating ] for character class": _OPEN_CLASS,
    "missing closing parenthesis": "end pattern with unmatched parenthesis",
    "unmatched closing parenthesis": "unmatched close parenthesis",
    "quantifier does not follow a repeatable item": _NO_TARGET,
    "\\ at end of pattern": "end pattern at escape",
    "range out of order in character class": "empty range in char class",
    "unrecognized character after (? or (?-": "undefined group option",
    "unknown POSIX class name": "invalid POSIX bracket type",
    "reference to non-existent subpattern": "invalid backref number/name",
}
_NAMED_GROUP = re.compile(r"\(\?(?:<[A-Za-z_\x80-\xff]|'[A-Za-z_\x80-\xff])")
_DIGITS = "0123456789"
_HEX_CLASS = "0-9a-fA-F"
# By the letters of mb_regex_set_options: Java and Perl; GNU and POSIX extended; grep, Emacs and POSIX basic.
_WITHOUT_NAMES = "jz"
_WITHOUT_OPTIONS = "ud"
_WITHOUT_CLASSES = "bcd"
_CLASS_ESCAPE = re.compile(r"\\(?:([wWdDsSbBhHAzZG])|.)", re.DOTALL)
_BASIC = "bgc"
_FLAGS = re.compile(r"\?([imx]*)(?:-([imx]+))?[:)]")
_QUANTIFIER = re.compile(r"[*+?][+?]?|\{(?:[0-9]+(?:,[0-9]*)?|,[0-9]+)\}\??")
_ANCHOR_LETTERS = "bBAzZG"
_LOOKAROUNDS = ("(?=", "(?!", "(?<=", "(?<!")


def message_of(error: PatternError, text: str) -> str:
    """What mbregex says of a pattern that does not compile."""
    message = _MESSAGES.get(error.message, error.message)
    return "empty char-class" if message == _OPEN_CLASS and _EMPTY_CLASS.search(text) else message


def names_groups(text: str) -> bool:
    """Whether a pattern names groups: it captures no others then."""
    return _NAMED_GROUP.search(text) is not None


def written_in(syntax: str, text: str) -> str:
    """A pattern of that syntax in Ruby's. Raises PatternError for what only others have."""
    if syntax in _WITHOUT_NAMES and names_groups(text):
        raise PatternError("unrecognized character after (? or (?-", 0)
    if syntax in _WITHOUT_OPTIONS and re.search(r"(?<!\\)(?:\\\\)*\(\?", text):
        raise PatternError(_NO_TARGET, 0)
    if syntax in _WITHOUT_CLASSES:
        text = _CLASS_ESCAPE.sub(lambda match: match.group(1) or match.group(), text)
    return _from_basic(text, "(){}|" if syntax == "c" else "(){}|+?") if syntax in _BASIC else text


def _from_basic(text: str, marks: str) -> str:
    """POSIX basic syntax, where a backslash gives brackets and braces their meaning, as the usual one."""
    found: List[str] = []
    index = 0
    while index < len(text):
        character = text[index]
        index += 1
        if character == "\\" and index < len(text):
            character = text[index] if text[index] in marks else character + text[index]
            index += 1
        elif character in marks:
            character = "\\" + character
        found.append(character)
    return "".join(found)


def translate(text: str) -> str:
    """Ruby's syntax as PCRE2's. Raises PatternError for what cannot be repeated."""
    return _Translation(text).run()


class _Translation:
    """A pattern on its way. Items are collected one by one, so that a repeated one can be wrapped."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._index = 0
        self._found: List[str] = []
        # Where the last item begins in `found`; what may not be repeated has none, and perhaps a complaint.
        self._item: Optional[int] = None
        self._complaint = _NO_TARGET
        self._is_repeated = False
        self._open: List[int] = []

    def run(self) -> str:
        """The whole pattern."""
        text = self._text
        while self._index < len(text):
            character = text[self._index]
            quantifier = _QUANTIFIER.match(text, self._index)
            if quantifier is not None:
                self._index = quantifier.end()
                self._repeat(quantifier.group())
            elif character == "\\" and self._index + 1 < len(text):
                self._index += 2
                self._escape(text[self._index - 1])
            elif character == "[":
                self._add(self._read_class())
            elif character == "(":
                self._open_group()
            else:
                self._index += 1
                self._plain(character)
        return "".join(self._found)

    def _add(self, written: str) -> None:
        self._item = len(self._found)
        self._is_repeated = False
        self._found.append(written)

    def _add_unrepeatable(self, written: str, complaint: str) -> None:
        self._item = None
        self._complaint = complaint
        self._found.append(written)

    def _plain(self, character: str) -> None:
        if character in "^$":
            self._add_unrepeatable(character, _WRONG_TARGET)
        elif character == "|":
            self._add_unrepeatable(character, _NO_TARGET)
        elif character == ")" and self._open:
            self._found.append(character)
            self._item = self._open.pop()
            self._is_repeated = False
            if self._found[self._item] in _LOOKAROUNDS:
                self._item, self._complaint = None, _WRONG_TARGET
        else:
            self._add(character)

    def _repeat(self, quantifier: str) -> None:
        if self._item is None:
            raise PatternError(self._complaint, self._index)
        if self._is_repeated:
            # Ruby repeats what is repeated; in PCRE2 that would be possessive, or wrong.
            self._found[self._item :] = ["(?:", *self._found[self._item :], ")"]
        if quantifier[0] == "{":
            if quantifier[1] == ",":
                quantifier = "{0" + quantifier[1:]
            if quantifier[-1] == "?" and "," not in quantifier:
                # `{n}?` is no lazy repetition but one that may be left out.
                self._found[self._item :] = ["(?:", *self._found[self._item :], quantifier[:-1], ")"]
                quantifier = "?"
        self._found.append(quantifier)
        self._is_repeated = True

    def _escape(self, letter: str) -> None:
        text = self._text
        if letter in "hH":
            self._add(f"[{'' if letter == 'h' else '^'}{_HEX_CLASS}]")
        elif letter in _ANCHOR_LETTERS:
            self._add_unrepeatable("\\" + letter, _WRONG_TARGET)
        elif letter == "k":
            close = text.find(">" if text[self._index : self._index + 1] == "<" else "'", self._index + 1)
            name = text[self._index + 1 : close]
            if close > 0 and name and all(digit in _DIGITS for digit in name.lstrip("-")):
                self._add(f"\\g{{{name}}}")
                self._index = close + 1
            else:
                self._add("\\k" + text[self._index : close + 1] if close > 0 else "\\k")
                self._index = max(self._index, close + 1)
        else:
            self._add("\\" + letter + self._rest_of_escape(letter))

    def _rest_of_escape(self, letter: str) -> str:
        """What belongs to an escape behind its letter."""
        pattern = {"x": r"\{[^}]*\}|[0-9A-Fa-f]{1,2}", "p": r"\{[^}]*\}", "P": r"\{[^}]*\}", "g": r"<[^>]*>|'[^']*'",
                   "c": r"(?s:.)", "0": r"[0-7]{1,2}"}.get(letter)  # fmt: skip
        rest = None if pattern is None else re.compile(pattern).match(self._text, self._index)
        if rest is None:
            return ""
        self._index = rest.end()
        return rest.group()

    def _read_class(self) -> str:
        """A character class, with what is in it."""
        text = self._text
        found = "["
        self._index += 1
        # A bracket that comes first closes nothing.
        for first in ("^", "]"):
            if text[self._index : self._index + 1] == first:
                found += first if first == "^" else "\\]"
                self._index += 1
        while self._index < len(text):
            character = text[self._index]
            self._index += 1
            if character == "\\" and self._index < len(text):
                letter = text[self._index]
                self._index += 1
                found += _HEX_CLASS if letter == "h" else f"[^{_HEX_CLASS}]" if letter == "H" else "\\" + letter
            elif character == "[" and text[self._index : self._index + 1] == ":" and text.find(":]", self._index) > 0:
                close = text.find(":]", self._index)
                found += text[self._index - 1 : close + 2]
                self._index = close + 2
            else:
                found += character
                if character == "]":
                    break
        return found

    def _open_group(self) -> None:
        text = self._text
        flags = _FLAGS.match(text, self._index + 1)
        written = "("
        if text.startswith("(?#", self._index):
            close = text.find(")", self._index)
            self._index = close + 1 if close > 0 else len(text)
            return
        if flags is not None:
            # `m` in Ruby is what others call `s`.
            written += flags.group().replace("m", "s")
        else:
            written = next((mark for mark in _LOOKAROUNDS if text.startswith(mark, self._index)), written)
        self._index += len(written)
        if written == "(" and text.startswith("?", self._index):
            # What is neither: a name, `?>`, `?~`; PCRE2 knows or refuses it.
            written += "?"
            self._index += 1
        if not written.endswith(")"):
            self._open.append(len(self._found))
        self._add_unrepeatable(written, _NO_TARGET)
