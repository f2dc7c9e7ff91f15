"""The reader of dates in a given format, `DateTime::createFromFormat("Y-m-d", …)`."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional

from engine.runtime.dates.civil import days_in_month
from engine.runtime.dates.grammar import MONTHS
from engine.runtime.dates.moment import OFFSET, Moment
from engine.runtime.dates.parse import Cursor, Message, Parsed, find_unit, full_year, read_zone_name
from engine.runtime.tracing import traced_alone
from engine.runtime.values import INT_MAX, INT_MIN

_SEPARATORS = ";:/.,-()"
_DIGITS = "0123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_UNIT_END = " ,\t;:/.-()\0"

_ZERO = (("year", 1970), ("month", 1), ("day", 1), ("hour", 0), ("minute", 0), ("second", 0), ("microsecond", 0))


class _FormatParser:
    """Reads one text by one format."""

    def __init__(self, form: str, text: str) -> None:
        self.form = form
        self.cursor = Cursor(text)
        self.moment = Moment()
        self.warnings: List[Message] = []
        self.errors: List[Message] = []
        self._begin = 0
        self._at = 0
        self._allows_more = False

    def parse(self) -> None:
        """Read the whole text."""
        cursor = self.cursor
        form = self.form
        while self._at < len(form) and form[self._at] != "\0" and cursor.peek() != "\0":
            self._begin = cursor.position
            self._read(form[self._at])
            self._at += 1
        if cursor.peek() != "\0":
            message = self._message("Trailing data", cursor.position)
            (self.warnings if self._allows_more else self.errors).append(message)
        self._read_rest()
        self._finish()

    def _read(self, character: str) -> None:
        reader = _READERS.get(character)
        cursor = self.cursor
        if reader is not None:
            reader(self)
        elif character in _SEPARATORS:
            if cursor.peek() == character:
                cursor.position += 1
            else:
                self._error("The separation symbol could not be found")
        else:
            if cursor.peek() != character:
                self._error("The format separator does not match")
            cursor.position += 1

    def _read_rest(self) -> None:
        """What of the format is left when the text ends may only reset fields."""
        while self._at < len(self.form):
            character = self.form[self._at]
            self._at += 1
            if character == "!":
                self._reset()
            elif character == "|":
                self._reset_unset()
            elif character != "+":
                missing = "Not enough data available to satisfy format"
                self.errors.append(self._message(missing, self.cursor.position))
                return

    def _finish(self) -> None:
        moment = self.moment
        position = self.cursor.position
        hour, minute, second, microsecond = moment.hour, moment.minute, moment.second, moment.microsecond
        if hour is not None or minute is not None or second is not None or microsecond is not None:
            moment.hour = hour or 0
            moment.minute = minute or 0
            moment.second = second or 0
            moment.microsecond = microsecond or 0
            if not (0 <= moment.hour <= 23 and 0 <= moment.minute <= 59 and 0 <= moment.second <= 59):
                self.warnings.append(self._message("The parsed time was invalid", position))
        year, month, day = moment.year, moment.month, moment.day
        if year is None or month is None or day is None:
            return
        if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
            self.warnings.append(self._message("The parsed date was invalid", position))

    def _message(self, text: str, position: int) -> Message:
        source = self.cursor.text
        return Message(position, source[position] if position < len(source) else "\0", text)

    def _error(self, text: str) -> None:
        self.errors.append(self._message(text, self._begin))

    def _check_number(self, characters: str = _DIGITS) -> None:
        if self.cursor.peek() not in characters:
            self._error("Unexpected data found.")

    def _reset(self) -> None:
        for name, value in _ZERO:
            setattr(self.moment, name, value)
        self.moment.zone = None

    def _reset_unset(self) -> None:
        for name, value in _ZERO:
            if getattr(self.moment, name) is None:
                setattr(self.moment, name, value)

    def _number(self, length: int, what: str) -> Optional[int]:
        self._check_number()
        number = self.cursor.number(length)
        if number is None:
            self._error(f"{what} could not be found")
        return number

    # ------------------------------------------------------------ days, months, years

    def read_day_name(self) -> None:
        found = find_unit(self.cursor.word_until(_UNIT_END))
        if found is None:
            self._error("A textual day could not be found")
            return
        relative = self.moment.relative
        self.moment.has_relative = relative.has_weekday = True
        relative.weekday = found[1]
        relative.weekday_behavior = 1

    def read_day(self) -> None:
        self.moment.day = self._number(2, "A two digit day")
        self.moment.has_date = self.moment.has_date or self.moment.day is not None

    def read_day_suffix(self) -> None:
        if self.cursor.peek() not in " \t\n\r\v\f":
            self.cursor.skip_day_suffix()

    def read_day_of_year(self) -> None:
        self._check_number()
        if self.moment.year is None:
            self._error("A 'day of year' can only come after a year has been found")
        number = self.cursor.number(3)
        if number is None:
            self._error("A three digit day-of-year could not be found")
        elif self.moment.year is not None:
            self.moment.has_date = True
            self.moment.month = 1
            self.moment.day = number + 1
            self.moment.normalize()

    def read_month(self) -> None:
        self.moment.month = self._number(2, "A two digit month")
        self.moment.has_date = self.moment.has_date or self.moment.month is not None

    def read_month_name(self) -> None:
        month = MONTHS.get(self.cursor.word(_LETTERS).lower(), 0)
        if not month:
            self._error("A textual month could not be found")
            return
        self.moment.has_date = True
        self.moment.month = month

    def read_short_year(self) -> None:
        self._check_number()
        year, length = self.cursor.number_and_length(2)
        self.moment.year = full_year(year, length)
        if year is None:
            self._error("A two digit year could not be found")
        else:
            self.moment.has_date = True

    def read_year(self) -> None:
        self.moment.year = self._number(4, "A four digit year")
        self.moment.has_date = self.moment.has_date or self.moment.year is not None

    def read_expanded_year(self) -> None:
        self.moment.year = self._signed_number(19)
        self.moment.has_date = True

    def _signed_number(self, length: int) -> int:
        self._check_number("+-" + _DIGITS)
        cursor = self.cursor
        cursor.word_until("+-\0" + _DIGITS)
        sign = -1 if cursor.word("+-").count("-") % 2 else 1
        number = cursor.number(length)
        if number is None:
            self.errors.append(Message(0, "\0", "Found unexpected data"))
            return 0
        number *= sign
        if not INT_MIN <= number <= INT_MAX:
            self.errors.append(Message(0, "\0", "Number out of range"))
            return 0
        return number

    # ------------------------------------------------------------ times

    def read_hour_of_12(self) -> None:
        self.moment.hour = self._number(2, "A two digit hour")
        if self.moment.hour is None:
            return
        if self.moment.hour > 12:
            self._error("Hour cannot be higher than 12")
            return
        self.moment.has_time = 1

    def read_hour(self) -> None:
        self.moment.hour = self._number(2, "A two digit hour")
        if self.moment.hour is not None:
            self.moment.has_time = 1

    def read_meridian(self) -> None:
        moment = self.moment
        if moment.hour is None:
            self._error("Meridian can only come after an hour has been found")
        added = self._meridian(moment.hour)
        if added is None:
            self._error("A meridian could not be found")
            return
        moment.has_time = 1
        if moment.hour is not None:
            moment.hour += added

    def _meridian(self, hour: Optional[int]) -> Optional[int]:
        cursor = self.cursor
        cursor.word_until("AaPp\0")
        letter = cursor.peek()
        if letter == "\0":
            return None
        added = (-12 if hour == 12 else 0) if letter in "aA" else (0 if hour == 12 else 12)
        cursor.position += 1
        for expected in (".", "mM", ".") if cursor.peek() == "." else ("mM",):
            if cursor.peek() not in expected:
                return None
            cursor.position += 1
        return added

    def read_minute(self) -> None:
        self._check_number()
        number, length = self.cursor.number_and_length(2)
        if number is None or length != 2:
            self._error("A two digit minute could not be found")
            return
        self.moment.has_time = 1
        self.moment.minute = number

    def read_second(self) -> None:
        self._check_number()
        number, length = self.cursor.number_and_length(2)
        if number is None or length != 2:
            self._error("A two digit second could not be found")
            return
        self.moment.has_time = 1
        self.moment.second = number

    def read_microsecond(self) -> None:
        self._read_fraction(6, "A six digit microsecond")

    def read_millisecond(self) -> None:
        self._read_fraction(3, "A three digit millisecond")

    def _read_fraction(self, length: int, what: str) -> None:
        self._check_number()
        before = self.cursor.position
        number = self.cursor.number(length)
        size = self.cursor.position - before
        if number is None or size < 1:
            self._error(f"{what} could not be found")
            return
        self.moment.microsecond = int(number * 10.0 ** (length - size) * 10 ** (6 - length))

    def read_timestamp(self) -> None:
        moment = self.moment
        timestamp = self._signed_number(24)
        moment.has_zone = 1
        moment.zone_kind = OFFSET
        moment.offset = moment.is_dst = 0
        moment.timestamp = timestamp
        moment.update_fields()

    def read_zone(self) -> None:
        if read_zone_name(self.cursor, self.moment):
            self.moment.has_zone = 1
        else:
            self._error("The timezone could not be found in the database")

    # ------------------------------------------------------------ the rest

    def read_spaces(self) -> None:
        self.cursor.skip_spaces()

    def read_any_separator(self) -> None:
        if self.cursor.peek() in _SEPARATORS:
            self.cursor.position += 1
        else:
            self._error("The separation symbol ([;:/.,-]) could not be found")

    def read_any_character(self) -> None:
        self.cursor.position += 1

    def read_until_separator(self) -> None:
        self.cursor.position += 1
        self.cursor.word_until(" \t.,:;/-\0" + _DIGITS)

    def read_escaped(self) -> None:
        self._at += 1
        if self._at >= len(self.form):
            self._at -= 1
            self._error("Escaped character expected")
        elif self.cursor.peek() != self.form[self._at]:
            self._error("The escaped character could not be found")
        else:
            self.cursor.position += 1

    def read_reset(self) -> None:
        self._reset()

    def read_reset_unset(self) -> None:
        self._reset_unset()

    def read_more(self) -> None:
        self._allows_more = True


_READERS: Dict[str, Callable[[_FormatParser], None]] = {
    "D": _FormatParser.read_day_name,
    "l": _FormatParser.read_day_name,
    "d": _FormatParser.read_day,
    "j": _FormatParser.read_day,
    "S": _FormatParser.read_day_suffix,
    "z": _FormatParser.read_day_of_year,
    "m": _FormatParser.read_month,
    "n": _FormatParser.read_month,
    "M": _FormatParser.read_month_name,
    "F": _FormatParser.read_month_name,
    "y": _FormatParser.read_short_year,
    "Y": _FormatParser.read_year,
    "x": _FormatParser.read_expanded_year,
    "X": _FormatParser.read_expanded_year,
    "g": _FormatParser.read_hour_of_12,
    "h": _FormatParser.read_hour_of_12,
    "G": _FormatParser.read_hour,
    "H": _FormatParser.read_hour,
    "a": _FormatParser.read_meridian,
    "A": _FormatParser.read_meridian,
    "i": _FormatParser.read_minute,
    "s": _FormatParser.read_second,
    "u": _FormatParser.read_microsecond,
    "v": _FormatParser.read_millisecond,
    "U": _FormatParser.read_timestamp,
    "e": _FormatParser.read_zone,
    "P": _FormatParser.read_zone,
    "p": _FormatParser.read_zone,
    "T": _FormatParser.read_zone,
    "O": _FormatParser.read_zone,
    " ": _FormatParser.read_spaces,
    "#": _FormatParser.read_any_separator,
    "?": _FormatParser.read_any_character,
    "*": _FormatParser.read_until_separator,
    "\\": _FormatParser.read_escaped,
    "!": _FormatParser.read_reset,
    "|": _FormatParser.read_reset_unset,
    "+": _FormatParser.read_more,
}


@traced_alone
def parse_date_by_format(form: str, text: str) -> Parsed:
    """Read a date that is written in the format."""
    parser = _FormatParser(form, text)
    parser.parse()
    return Parsed(parser.moment, parser.warnings, parser.errors)
