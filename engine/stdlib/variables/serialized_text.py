"""The tokens of serialized text: numbers, strings and marks, read by index. The text is hostile and never trusted."""

from __future__ import annotations

import re
from typing import Tuple

from engine.runtime.context import ctx
from engine.runtime.values import INT_MAX, INT_MIN

_INTEGER = re.compile(r"[+-]?[0-9]+;")
FLOAT = re.compile(r"(?:NAN|-?INF|[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?);")
_HEX_DIGITS = re.compile("[0-9a-fA-F]{2}")
# What is looked at beyond the end of the text.
_END = bytes(8)
_QUOTE, _ZERO, _NINE, COLON, _SEMICOLON, _CLOSE = b'"09:;}'
# Fewer digits than this fit an int without a look.
SHORT_DIGITS = 19
# So many digits are below 2**53.
_EXACT_DIGITS = 15
_POWERS = tuple([float(10**power) for power in range(_EXACT_DIGITS + 1)])


class MalformedError(Exception):
    """The text is not what serialize() writes; the reader stands where PHP says the error is."""


class SerializedText:
    """A text and the position up to which it was read. Each method reads what begins at the position."""

    def __init__(self, text: str) -> None:
        self._text = text
        # Its codes, which are faster to look at.
        self._codes = text.encode("latin-1") + _END
        self.position = 0

    def _read_int(self) -> int:
        begin = self.position + 2
        number = self._read_digits(begin, _SEMICOLON)
        if number >= 0:
            return number
        match = _INTEGER.match(self._text, begin)
        if match is None:
            raise MalformedError
        self.position = match.end()
        return in_range(match.group()[:-1])

    def _read_digits(self, begin: int, mark: int) -> int:
        """The number from `begin` to the code `mark`, which is gone past; -1 if other than a few digits is there."""
        # Digit by digit: searching, cutting out and converting takes three times as long.
        codes = self._codes
        first = codes[begin]
        if _ZERO <= first <= _NINE:
            second = codes[begin + 1]
            if second == mark:
                self.position = begin + 2
                return first - _ZERO
            if _ZERO <= second <= _NINE:
                third = codes[begin + 2]
                if third == mark:
                    self.position = begin + 3
                    return first * 10 + second - 11 * _ZERO
                if _ZERO <= third <= _NINE and codes[begin + 3] == mark:
                    self.position = begin + 4
                    return first * 100 + second * 10 + third - 111 * _ZERO
            end = codes.find(mark, begin)
            digits = self._text[begin:end] if end >= 0 else ""
            if len(digits) < SHORT_DIGITS and digits.isdecimal() and digits.isascii():
                self.position = end + 1
                return int(digits)
        return -1

    def _read_float(self) -> float:
        begin = self.position + 2
        end = self._text.find(";", begin)
        whole, _, fraction = self._text[begin:end].partition(".") if end >= 0 else ("", "", "")
        digits = whole + fraction
        # Both are exact, and so their quotient is the float that is meant: a third of the time.
        if len(digits) <= _EXACT_DIGITS and digits.isdecimal() and digits.isascii():
            self.position = end + 1
            return int(digits) / _POWERS[len(fraction)]
        match = FLOAT.match(self._text, self.position + 2)
        if match is None:
            raise MalformedError
        self.position = match.end()
        return float(match.group()[:-1])

    def _read_string(self) -> str:
        begin, end = self._read_length()
        codes = self._codes
        if codes[end] != _QUOTE:
            self.position = end
            raise MalformedError
        if codes[end + 1] != _SEMICOLON:
            self.position = end + 1
            raise MalformedError
        self.position = end + 2
        return self._text[begin:end]

    def _read_length(self) -> Tuple[int, int]:
        """Where the text after `length:"` begins and ends."""
        start = self.position
        length = self._read_digits(start + 2, COLON)
        if length < 0:
            self._read_many_digits(start + 2)
            length = INT_MAX
        begin = self.position + 1
        self.position = start
        if self._codes[begin - 1] != _QUOTE:
            raise MalformedError
        if length > len(self._text) - begin:
            self.position += 2
            raise MalformedError
        return begin, begin + length

    def _read_many_digits(self, begin: int) -> str:
        """What `_read_digits` found to be too many of before a colon, or no digits, which is an error."""
        end = self._text.find(":", begin)
        digits = self._text[begin:end] if end >= 0 else ""
        if not (digits.isdecimal() and digits.isascii()):
            raise MalformedError
        self.position = end + 1
        return digits

    def _read_escaped_string(self) -> str:
        begin, _end = self._read_length()
        length = int(self._text[self.position + 2 : begin - 2])
        characters = []
        at = begin
        for _ in range(length):
            character = self._text[at : at + 1]
            if character == "\\":
                digits = self._text[at + 1 : at + 3]
                if not _HEX_DIGITS.match(digits):
                    raise MalformedError
                character = chr(int(digits, 16))
                at += 2
            elif not character:
                raise MalformedError
            characters.append(character)
            at += 1
        for expected in '";':
            if self._text[at : at + 1] != expected:
                self.position = at
                raise MalformedError
            at += 1
        self.position = at
        ctx.function_warning("Unserializing the 'S' format is deprecated", 8192)
        return "".join(characters)

    def _read_end(self) -> None:
        if self._codes[self.position] != _CLOSE:
            raise MalformedError
        self.position += 1


def in_range(digits: str) -> int:
    """The int that a text of digits means; the nearest one, and a warning, where there is none."""
    number = int(digits) if len(digits.lstrip("+-0")) < 25 else (INT_MIN - 1 if digits[0] == "-" else INT_MAX + 1)
    if INT_MIN <= number <= INT_MAX:
        return number
    ctx.function_warning("Numerical result out of range")
    return INT_MIN if number < 0 else INT_MAX
