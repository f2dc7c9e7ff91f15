"""Strings: sscanf, which reads a text as a format says."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from engine.builtin.declare import pure
from engine.runtime.arrays import PhpArray
from engine.runtime.conversions import to_float
from engine.runtime.exceptions import throw_error
from engine.runtime.values import INT_MAX, INT_MIN, PhpString, Value
from engine.stdlib.strings.characters import ASCII_DIGITS, HEX_DIGITS, WHITESPACE

if TYPE_CHECKING:
    from engine.runtime.references import Ref

_MAX_VARIABLES = 255
# PHP collects a number's characters in a buffer of this size.
_NUMBER_LENGTH = 63
_BASES = {"d": 10, "D": 10, "i": 0, "o": 8, "x": 16, "X": 16, "u": 10}
_END = -1


@pure
def sscanf(string: PhpString, format: PhpString, *vars_: Ref[Value]) -> PhpArray | int | None:
    """Parse input from a string according to a format."""
    return scan_text(string, format, vars_)


def scan_text(string: str, format_: str, variables: tuple[Ref, ...]) -> PhpArray | int | None:
    """What `string` holds by `format_`: an array, or how many of the `variables` were set; -1 or null at its end."""
    total = _check_format(format_, len(variables))
    scanner = _Scanner(string, format_, total)
    scanner.run()
    if scanner.is_underflow and not scanner.conversions:
        return _END if variables else None
    if not variables:
        return PhpArray(scanner.values)
    for variable, value, is_set in zip(variables, scanner.values, scanner.was_set):
        if is_set:
            variable.set(value)
    return scanner.conversions


class _Format:
    """A position in a format; beyond its end NULs are read, as in C."""

    def __init__(self, text: str) -> None:
        self.text = text.partition("\0")[0]
        self.position = 0

    def peek(self) -> str:
        return self.text[self.position] if self.position < len(self.text) else "\0"

    def take(self) -> str:
        character = self.peek()
        self.position += 1
        return character

    def at_end(self) -> bool:
        return self.position >= len(self.text)

    def number(self) -> int | None:
        """The decimal number here, taken; None without one."""
        end = self.position
        while end < len(self.text) and self.text[end] in ASCII_DIGITS:
            end += 1
        if end == self.position:
            return None
        number = int(self.text[self.position : end])
        self.position = end
        return number

    def argument_number(self) -> int | None:
        """The N of `N$`, taken; None where there is no such thing."""
        start = self.position
        number = self.number()
        if number is not None and self.peek() == "$":
            self.position += 1
            return number
        self.position = start
        return None

    def skip_set(self) -> bool:
        """Move past a `[...]` whose `[` is taken; False if it never closes."""
        if self.peek() == "^":
            self.position += 1
        end = self.text.find("]", self.position + 1)
        if end < 0:
            return False
        self.position = end + 1
        return True


def _check_format(text: str, variables: int) -> int:
    """How many values the format gives; raises PHP's errors for a bad one."""
    format_ = _Format(text)
    assigned: List[int] = []
    names_arguments = is_sequential = False
    index = highest = 0
    while not format_.at_end():
        if format_.take() != "%":
            continue
        if format_.peek() == "%":
            format_.take()
            continue
        suppressed = format_.peek() == "*"
        if suppressed:
            format_.take()
        else:
            number = format_.argument_number()
            if number is not None:
                names_arguments = True
            else:
                is_sequential = True
            if names_arguments and is_sequential:
                raise throw_error("ValueError", 'cannot mix "%" and "%n$" conversion specifiers')
            if number is not None:
                if number < 1 or number > (variables or _MAX_VARIABLES):
                    raise throw_error("ValueError", '"%n$" argument index out of range')
                if not variables:
                    highest = max(highest, number)
                index = number - 1
        format_.number()
        if format_.peek() in "lLh":
            format_.take()
        if not suppressed and variables and index >= variables:
            if names_arguments:
                raise throw_error("ValueError", '"%n$" argument index out of range')
            raise throw_error("ValueError", "Different numbers of variable names and field specifiers")
        letter = format_.take()
        if letter == "[":
            if not format_.skip_set():
                raise throw_error("ValueError", "Unmatched [ in format string")
        elif letter not in "ndDioxXufeEgsc":
            shown = letter + '"' if letter != "\0" else ""
            raise throw_error("ValueError", f'Bad scan conversion character "{shown}')
        if not suppressed:
            assigned.extend([0] * (index + 1 - len(assigned)))
            assigned[index] += 1
            index += 1
    total = variables or highest or index
    assigned.extend([0] * (total - len(assigned)))
    for count in assigned[:total]:
        if count > 1:
            raise throw_error("ValueError", 'Variable is assigned by multiple "%n$" conversion specifiers')
        if not highest and not count:
            raise throw_error("ValueError", "Variable is not assigned by any conversion specifiers")
    return total


class _Scanner:
    """Walks format and text together, until one ends or they disagree."""

    def __init__(self, string: str, format_: str, total: int) -> None:
        self.text = string.partition("\0")[0]
        self.position = 0
        self.format = _Format(format_)
        self.values: List[Value] = [None] * total
        self.was_set = [False] * total
        self.index = 0
        self.conversions = 0
        self.is_underflow = False

    def run(self) -> None:
        """Scan as far as possible."""
        while not self.format.at_end() and self._step():
            pass

    def _step(self) -> bool:
        """One piece of the format; False where scanning ends."""
        character = self.format.take()
        if character in WHITESPACE:
            self._skip_whitespace()
            return True
        if character == "%" and self.format.peek() == "%":
            self.format.take()
        elif character == "%":
            return self._conversion()
        if self._at_end():
            self.is_underflow = True
            return False
        self.position += 1
        return self.text[self.position - 1] == character

    def _conversion(self) -> bool:
        suppressed = self.format.peek() == "*"
        if suppressed:
            self.format.take()
        else:
            number = self.format.argument_number()
            if number is not None:
                self.index = number - 1
        width = self.format.number() or 0
        if self.format.peek() in "lLh":
            self.format.take()
        letter = self.format.take()
        if letter == "n":
            self._store(self.position, suppressed=suppressed)
            self.conversions += 1
            return True
        if not self._at_end() and letter not in "c[":
            self._skip_whitespace()
        if self._at_end():
            self.is_underflow = True
            return False
        value = self._value(letter, width)
        if value is None:
            return False
        self._store(value, suppressed=suppressed)
        self.conversions += 1
        return True

    def _value(self, letter: str, width: int) -> Value:
        """What the conversion reads; None where the text does not fit it."""
        if letter == "[":
            return self._text_in_set(width)
        if letter == "c":
            return self._text_until_space(width or 1)
        if letter == "s":
            return self._text_until_space(width or len(self.text))
        length = min(width or _NUMBER_LENGTH, _NUMBER_LENGTH)
        if letter in "feEg":
            return self._float(length)
        return self._integer(letter, length)

    def _store(self, value: Value, *, suppressed: bool) -> None:
        if not suppressed:
            self.values[self.index] = value
            self.was_set[self.index] = True
            self.index += 1

    def _at_end(self) -> bool:
        return self.position >= len(self.text)

    def _skip_whitespace(self) -> None:
        while self.position < len(self.text) and self.text[self.position] in WHITESPACE:
            self.position += 1

    def _text_until_space(self, width: int) -> str:
        start = end = self.position
        limit = min(len(self.text), start + width)
        while end < limit and self.text[end] not in WHITESPACE:
            end += 1
        self.position = end
        return self.text[start:end]

    def _text_in_set(self, width: int) -> str | None:
        start = self.format.position
        self.format.skip_set()
        definition = self.format.text[start : self.format.position - 1]
        is_excluding = definition[:1] == "^"
        members = _set_members(definition[1:] if is_excluding else definition)
        start = end = self.position
        limit = min(len(self.text), start + width) if width else len(self.text)
        while end < limit and (self.text[end] in members) != is_excluding:
            end += 1
        if start == end:
            return None
        self.position = end
        return self.text[start:end]

    def _integer(self, letter: str, length: int) -> Value:
        base = _BASES[letter]
        start = self.position
        limit = min(len(self.text), start + length)
        end = start
        if self.text[end] in "+-":
            end += 1
        digits_start = end
        # A prefix is allowed only without a sign: PHP takes an `x` as the second character, no later.
        if end < limit and self.text[end] == "0" and base in (0, 16):
            if end == start and end + 1 < limit and self.text[end + 1] in "xX":
                base = 16
                end += 2
            elif base == 0:
                base = 8
        digits = {0: ASCII_DIGITS, 8: "01234567", 10: ASCII_DIGITS, 16: HEX_DIGITS}[base]
        while end < limit and self.text[end] in digits:
            end += 1
        self.position = end
        if end == digits_start:
            if self._at_end():
                self.is_underflow = True
            return None
        if self.text[end - 1] in "xX":
            self.position = end = end - 1
        return _number_from(self.text[start:end], base or 10, is_unsigned=letter == "u")

    def _float(self, length: int) -> float | None:
        start = end = self.position
        limit = min(len(self.text), start + length)
        if self.text[end] in "+-":
            end += 1
        digits = 0
        has_point = False
        while end < limit and (self.text[end] in ASCII_DIGITS or (self.text[end] == "." and not has_point)):
            if self.text[end] == ".":
                has_point = True
            else:
                digits += 1
            end += 1
        self.position = end
        if not digits:
            if self._at_end():
                self.is_underflow = True
            return None
        if end < limit and self.text[end] in "eE":
            exponent = end + 1
            if exponent < limit and self.text[exponent] in "+-":
                exponent += 1
            digits_start = exponent
            while exponent < limit and self.text[exponent] in ASCII_DIGITS:
                exponent += 1
            if exponent > digits_start:
                end = exponent
        self.position = end
        return to_float(self.text[start:end])


def _set_members(definition: str) -> str:
    """The characters that `a-z_` names; a range counts bytes as signed, as PHP's compiler does."""
    members: List[str] = []
    start = definition[:1]
    index = 0
    if start in ("]", "-"):
        members.append(start)
        index = 1
    size = len(definition)
    while index < size:
        character = definition[index]
        if definition[index + 1 : index + 2] == "-":
            start = character
        elif character == "-":
            if index + 1 == size:
                members.extend((start, character))
            else:
                index += 1
                low, high = sorted((_signed(start), _signed(definition[index])))
                members.extend([chr(code & 255) for code in range(low, high + 1)])
        else:
            members.append(character)
        index += 1
    return "".join(members)


def _signed(character: str) -> int:
    code = ord(character)
    return code - 256 if code > 127 else code


def _number_from(text: str, base: int, *, is_unsigned: bool) -> int | str:
    number = int(text, base)
    if not is_unsigned:
        return max(INT_MIN, min(INT_MAX, number))
    if abs(number) >= 1 << 64:
        number = (1 << 64) - 1
    number &= (1 << 64) - 1
    # What no int can hold is given as its digits.
    return number if number <= INT_MAX else str(number)
