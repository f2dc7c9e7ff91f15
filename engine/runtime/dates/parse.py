"""The reader of textual dates, `strtotime("first monday of next month")`. What it knows of a date is a Moment."""

from __future__ import annotations

from typing import Callable, Dict, List, NamedTuple, Optional, Tuple

from engine.runtime.dates.abbreviations import find_abbreviation
from engine.runtime.dates.civil import days_in_month, days_to_iso_week
from engine.runtime.dates.grammar import DEFINITIONS, MONTHS, RELATIVE_TEXTS, RULES, UNITS
from engine.runtime.dates.longest_match import Rules
from engine.runtime.dates.moment import (
    ABBREVIATION,
    DAY_OF_WEEK_IN_MONTH,
    FIRST_DAY_OF_MONTH,
    LAST_DAY_OF_MONTH,
    LAST_DAY_OF_WEEK_IN_MONTH,
    NAMED,
    NO_ZONE,
    OFFSET,
    WEEKDAYS,
    Moment,
)
from engine.runtime.dates.usual import read_usual
from engine.runtime.dates.zones import DATABASE
from engine.runtime.tracing import traced_alone
from engine.runtime.values import INT_MAX, INT_MIN

_DIGITS = "0123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ZONE_CHARACTERS = _LETTERS + _DIGITS + "/_-+"
_NUMBER_START = "+-\0" + _DIGITS
_FRACTION = ".:" + _DIGITS
_UNIT_END = " ,\t;:/.-()\0"
_WHITESPACE = " \t\n\r\v\f"
# Only the beginning of a text is read, and no more after so many errors. PHP reads all of it, in time that grows with
# the square of its length.
_LENGTH_LIMIT = 2048
_ERRORS_LIMIT = 1000
# Abbreviations of zones are shorter than this.
_ABBREVIATION_LENGTH = 6


class Message(NamedTuple):
    """A warning or an error, where it is in the text, and the character there."""

    position: int
    character: str
    text: str


class Parsed(NamedTuple):
    """What a text says, and what is wrong with it."""

    moment: Moment
    warnings: List[Message]
    errors: List[Message]


class Cursor:
    """A place in a text. Behind its end every character is NUL."""

    __slots__ = ("position", "text")

    def __init__(self, text: str, position: int = 0) -> None:
        self.text = text
        self.position = position

    def peek(self) -> str:
        """The character at the cursor."""
        position = self.position
        return self.text[position] if position < len(self.text) else "\0"

    def number(self, length: int) -> Optional[int]:
        """The next number, of at most `length` digits, after anything that is none; None if there is none."""
        return self.number_and_length(length)[0]

    def number_and_length(self, length: int) -> Tuple[Optional[int], int]:
        """As `number`, and how many digits it has."""
        text = self.text
        begin = self.position
        size = len(text)
        while begin < size and not "0" <= text[begin] <= "9":
            if text[begin] == "\0":
                break
            begin += 1
        last = min(begin + length, size)
        end = begin
        number = 0
        while end < last:
            digit = ord(text[end]) - 48
            if not 0 <= digit <= 9:
                break
            number = number * 10 + digit
            end += 1
        self.position = end
        return (number, end - begin) if end > begin else (None, 0)

    def fraction(self) -> Optional[int]:
        """The microseconds after a point or colon."""
        while self.peek() not in _FRACTION:
            if self.peek() == "\0":
                return None
            self.position += 1
        begin = self.position
        while self.peek() in _FRACTION:
            self.position += 1
        digits = self.text[begin + 1 : self.position].partition(".")[0].partition(":")[0]
        return int(float(digits or 0) * 10 ** (7 - (self.position - begin)))

    def word(self, characters: str) -> str:
        """The longest run of these characters."""
        text = self.text
        begin = end = self.position
        while end < len(text) and text[end] in characters:
            end += 1
        self.position = end
        return text[begin:end]

    def word_until(self, characters: str) -> str:
        """The run up to one of these characters."""
        text = self.text
        begin = end = self.position
        while end < len(text) and text[end] not in characters:
            end += 1
        self.position = end
        return text[begin:end]

    def skip(self, characters: str) -> None:
        """Skip any of these characters."""
        while self.peek() in characters:
            self.position += 1

    def skip_spaces(self) -> None:
        """Skip blanks, tabs and UTF-8's no-break spaces."""
        text = self.text
        position = self.position
        while position < len(text):
            character = text[position]
            if character in (" ", "\t"):
                position += 1
            elif character == "\xe2" and text.startswith("\x80\xaf", position + 1):
                position += 3
            elif character == "\xc2" and text.startswith("\xa0", position + 1):
                position += 2
            else:
                break
        self.position = position

    def skip_day_suffix(self) -> None:
        """Skip `st`, `nd`, `rd` or `th`."""
        if self.text[self.position : self.position + 2].lower() in ("st", "nd", "rd", "th"):
            self.position += 2

    def month(self) -> int:
        """The month named next; 0 if none is."""
        return MONTHS.get(self.word(_LETTERS).lower(), 0)

    def meridian(self, hour: int) -> int:
        """What the next `am` or `pm` adds to the hour."""
        self.word_until("AaPp\0")
        is_morning = self.peek() in "aA"
        self.position += 1
        for letters in (".", "Mm", "."):
            if self.peek() in letters:
                self.position += 1
        return (-12 if hour == 12 else 0) if is_morning else (0 if hour == 12 else 12)


def find_unit(word: str) -> Optional[Tuple[str, int]]:
    """What a unit of time or a weekday means: the field and how many of it."""
    # Only ASCII has cases here, though "\xc2", of the micro sign, has one for Python.
    return UNITS.get(word.lower() if word.isascii() else word.encode("latin-1").lower().decode("latin-1"))


def full_year(year: Optional[int], length: int) -> Optional[int]:
    """A year written with two digits is of 1970 to 2069."""
    if year is None or length >= 4 or year >= 100:
        return year
    return year + (2000 if year < 70 else 1900)


def read_zone_name(cursor: Cursor, moment: Moment) -> bool:
    """Read `+02:00`, `CEST` or `Europe/Berlin` into the moment; whether there is such a zone."""
    parentheses = cursor.word(" \t(").count("(")
    text, position = cursor.text, cursor.position
    if text.startswith("GMT", position) and text[position + 3 : position + 4] in ("+", "-"):
        cursor.position += 3
    sign = cursor.peek()
    if sign in "+-":
        cursor.position += 1
        moment.is_local = True
        moment.zone_kind = OFFSET
        moment.is_dst = 0
        offset, is_found = _read_offset(cursor.word(_DIGITS + ":"))
        moment.offset = -offset if sign == "-" else offset
    else:
        is_found = _read_named_zone(cursor.word(_ZONE_CHARACTERS), moment)
    while parentheses and cursor.peek() == ")":
        cursor.position += 1
        parentheses -= 1
    return is_found


def _read_named_zone(word: str, moment: Moment) -> bool:
    moment.is_local = True
    moment.offset = 0
    known = find_abbreviation(word) if len(word) < _ABBREVIATION_LENGTH else None
    if known is not None:
        moment.offset = known.offset - known.is_dst * 3600
        moment.zone_kind = ABBREVIATION
        moment.is_dst = int(known.is_dst)
        moment.abbreviation = word.upper()
    if known is None or word == "UTC":
        zone = DATABASE.find(word)
        if zone is not None:
            moment.zone = zone
            moment.zone_kind = NAMED
            return True
    return known is not None


def _read_offset(text: str) -> Tuple[int, bool]:
    """The seconds that `2`, `02`, `0200`, `2:00`, `02:00`, `020000` or `02:00:00` stands for.

    The length decides how it is read, so that a format's `O` takes `3:` for three hours and `03:30:` for three seconds.
    """
    size = len(text)
    if size in (1, 2):
        return _leading_int(text) * 3600, True
    if size in (3, 4, 5):
        colon = text.find(":", 2 if size == 5 else 1, 3)
        if colon > 0:
            return _leading_int(text) * 3600 + _leading_int(text[colon + 1 :]) * 60, True
        number = _leading_int(text)
        return (number // 100 * 3600 + number % 100 * 60, True) if size < 5 else (0, False)
    if size == 6:
        number = _leading_int(text)
        return number // 10000 * 3600 + number // 100 % 100 * 60 + number % 100, True
    if size == 8 and text[2] == ":" and text[5] == ":":
        return sum(_leading_int(part) * unit for part, unit in zip((text, text[3:], text[6:]), (3600, 60, 1))), True
    return 0, False


def _leading_int(text: str) -> int:
    """The number that the text begins with; 0 where it begins with none."""
    return int(text.partition(":")[0] or "0")


class _DoubleError(Exception):
    """The text says twice what may be said once; the rest of the match is ignored."""


class _Parser:
    """Reads one text. The methods `read_…` read a match of the rule of their name."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.moment = Moment()
        self.warnings: List[Message] = []
        self.errors: List[Message] = []
        self._begin = 0

    def parse(self) -> None:
        """Read the whole text."""
        padded = self.text + "\0"
        position = 0
        while position <= len(self.text) and len(self.errors) < _ERRORS_LIMIT:
            self._begin = position
            number, end = SCANNER.match(padded, position)
            if number < 0:
                self._error("Unexpected character")
                position += 1
                continue
            reader = _READERS[number]
            if reader is not None:
                matched = padded[position:end]
                if "\0" in matched:
                    matched = matched.partition("\0")[0]
                try:  # noqa: SIM105 - `suppress` costs more than most readers
                    reader(self, Cursor(matched))
                except _DoubleError:
                    pass
            position = end
        moment = self.moment
        self._begin = position
        if moment.has_time and not (0 <= moment.hour <= 23 and 0 <= moment.minute <= 59 and 0 <= moment.second <= 59):
            self._warning("The parsed time was invalid")
        if moment.has_date and not _is_date(moment):
            self._warning("The parsed date was invalid")

    def _message(self, text: str) -> Message:
        character = self.text[self._begin] if self._begin < len(self.text) else "\0"
        return Message(self._begin, character, text)

    def _error(self, text: str) -> None:
        self.errors.append(self._message(text))

    def _warning(self, text: str) -> None:
        self.warnings.append(self._message(text))

    # ------------------------------------------------------------ what a text may say once

    def _have_time(self) -> None:
        if self.moment.has_time:
            self._error("Double time specification")
            raise _DoubleError
        self.moment.has_time = 1
        self._clear_time()

    def _clear_time(self) -> None:
        self.moment.hour = self.moment.minute = self.moment.second = self.moment.microsecond = 0

    def _unhave_time(self) -> None:
        self.moment.has_time = 0
        self._clear_time()

    def _have_date(self) -> None:
        if self.moment.has_date:
            self._error("Double date specification")
            raise _DoubleError
        self.moment.has_date = True

    def _have_zone(self) -> None:
        moment = self.moment
        moment.has_zone += 1
        if moment.has_zone > 1:
            (self._error if moment.has_zone > 2 else self._warning)("Double timezone specification")
            raise _DoubleError

    def _read_zone(self, cursor: Cursor) -> None:
        if not read_zone_name(cursor, self.moment):
            self._error("The timezone could not be found in the database")

    # ------------------------------------------------------------ words

    def read_yesterday(self, _cursor: Cursor) -> None:
        self.moment.has_relative = True
        self._unhave_time()
        self.moment.relative.day = -1

    def read_now(self, _cursor: Cursor) -> None:
        pass

    def read_noon(self, _cursor: Cursor) -> None:
        self._unhave_time()
        self._have_time()
        self.moment.hour = 12

    def read_midnight(self, _cursor: Cursor) -> None:
        self._unhave_time()

    def read_tomorrow(self, _cursor: Cursor) -> None:
        self.moment.has_relative = True
        self._unhave_time()
        self.moment.relative.day = 1

    # ------------------------------------------------------------ timestamps

    def _start_timestamp(self) -> None:
        moment = self.moment
        moment.has_relative = True
        moment.has_date = False
        self._unhave_time()
        moment.year = moment.month = moment.day = 0
        self._have_zone()
        moment.year, moment.month, moment.day = 1970, 1, 1
        moment.is_local = True
        moment.zone_kind = OFFSET
        moment.offset = moment.is_dst = 0

    def read_timestamp(self, cursor: Cursor) -> None:
        self._start_timestamp()
        self.moment.relative.second += self._signed_number(cursor, 24)

    def read_timestamp_with_fraction(self, cursor: Cursor) -> None:
        self._start_timestamp()
        relative = self.moment.relative
        relative.second += self._signed_number(cursor, 24)
        before = cursor.position
        fraction = self._signed_number(cursor, 6) * 10 ** (7 - (cursor.position - before))
        relative.microsecond = -fraction if cursor.text[1] == "-" else fraction

    def _signed_number(self, cursor: Cursor, length: int) -> int:
        cursor.word_until(_NUMBER_START)
        sign = -1 if cursor.word("+-").count("-") % 2 else 1
        number = cursor.number(length)
        if number is None:
            self._error("Found unexpected data")
            return 0
        number *= sign
        if not INT_MIN <= number <= INT_MAX:
            self._error("Number out of range")
            return 0
        return number

    # ------------------------------------------------------------ times

    def read_time_12_hours(self, cursor: Cursor) -> None:
        self._have_time()
        moment = self.moment
        moment.hour = cursor.number(2)
        if cursor.peek() in ":.":
            moment.minute = cursor.number(2)
            if cursor.peek() in ":.":
                moment.second = cursor.number(2)
        moment.hour += cursor.meridian(moment.hour)

    def read_time_mssql(self, cursor: Cursor) -> None:
        self._have_time()
        moment = self.moment
        moment.hour = cursor.number(2)
        moment.minute = cursor.number(2)
        if cursor.peek() in ":.":
            moment.second = cursor.number(2)
            if cursor.peek() in ":.":
                moment.microsecond = cursor.fraction()
        moment.hour += cursor.meridian(moment.hour)

    def read_time_24_hours(self, cursor: Cursor) -> None:
        self._have_time()
        moment = self.moment
        moment.hour = cursor.number(2)
        if cursor.peek() in ":.":
            moment.minute = cursor.number(2)
            if cursor.peek() in ":.":
                moment.second = cursor.number(2)
                if cursor.peek() == ".":
                    moment.microsecond = cursor.fraction()
        if cursor.peek() != "\0":
            self._read_zone(cursor)

    def read_time_gnu(self, cursor: Cursor) -> None:
        moment = self.moment
        if moment.has_time == 0:
            moment.hour = cursor.number(2)
            moment.minute = cursor.number(2)
            moment.second = 0
        elif moment.has_time == 1:
            moment.year = cursor.number(4)
        else:
            self._error("Double time specification")
            return
        moment.has_time += 1

    def read_time_without_colons(self, cursor: Cursor) -> None:
        self._have_time()
        moment = self.moment
        moment.hour = cursor.number(2)
        moment.minute = cursor.number(2)
        moment.second = cursor.number(2)
        if cursor.peek() != "\0":
            self._read_zone(cursor)

    def read_back_or_front_of(self, cursor: Cursor) -> None:
        self._unhave_time()
        self._have_time()
        moment = self.moment
        is_back = cursor.peek() == "b"
        hour = cursor.number(2) or 0
        moment.hour = hour if is_back else hour - 1
        moment.minute = 15 if is_back else 45
        if cursor.peek() != "\0":
            moment.hour += cursor.meridian(moment.hour)

    # ------------------------------------------------------------ dates

    def read_date_american(self, cursor: Cursor) -> None:
        self._have_date()
        moment = self.moment
        moment.month = cursor.number(2)
        moment.day = cursor.number(2)
        if cursor.peek() == "/":
            moment.year = full_year(*cursor.number_and_length(4))

    def _read_date(self, cursor: Cursor) -> None:
        self.moment.month = cursor.number(2)
        self.moment.day = cursor.number(2)

    def read_date_iso(self, cursor: Cursor) -> None:
        self._have_date()
        self.moment.year = self._signed_number(cursor, 4)
        self._read_date(cursor)

    def read_date_long_year(self, cursor: Cursor) -> None:
        self._have_date()
        self.moment.year = self._signed_number(cursor, 19)
        self._read_date(cursor)

    def read_date_short_year(self, cursor: Cursor) -> None:
        self._have_date()
        self.moment.year = full_year(*cursor.number_and_length(4))
        self._read_date(cursor)

    def read_date_without_day(self, cursor: Cursor) -> None:
        self._have_date()
        self.moment.year = full_year(*cursor.number_and_length(4))
        self.moment.month = cursor.number(2)
        self.moment.day = 1

    def _read_month(self, cursor: Cursor) -> None:
        cursor.skip(" \t-./")
        self.moment.month = cursor.month()

    def read_date_full(self, cursor: Cursor) -> None:
        self._have_date()
        self.moment.day = cursor.number(2)
        cursor.skip_day_suffix()
        self._read_month(cursor)
        self.moment.year = full_year(*cursor.number_and_length(4))

    def read_date_pointed(self, cursor: Cursor) -> None:
        self._have_date()
        self.moment.day = cursor.number(2)
        self.moment.month = cursor.number(2)
        self.moment.year = cursor.number(4)

    def read_date_pointed_short(self, cursor: Cursor) -> None:
        self._have_date()
        self.moment.day = cursor.number(2)
        self.moment.month = cursor.number(2)
        self.moment.year = full_year(*cursor.number_and_length(2))

    def read_month_and_year(self, cursor: Cursor) -> None:
        self._have_date()
        self._read_month(cursor)
        self.moment.year = full_year(*cursor.number_and_length(4))
        self.moment.day = 1

    def read_year_and_month(self, cursor: Cursor) -> None:
        self._have_date()
        self.moment.year = full_year(*cursor.number_and_length(4))
        self._read_month(cursor)
        self.moment.day = 1

    def read_date_textual(self, cursor: Cursor) -> None:
        self._have_date()
        self._read_month(cursor)
        self.moment.day = cursor.number(2)
        self.moment.year = full_year(*cursor.number_and_length(4))

    def read_date_textual_reverse(self, cursor: Cursor) -> None:
        self._have_date()
        self.moment.year = full_year(*cursor.number_and_length(4))
        self._read_month(cursor)
        self.moment.day = cursor.number(2)

    def read_day_and_month(self, cursor: Cursor) -> None:
        self._have_date()
        self.moment.day = cursor.number(2)
        cursor.skip_day_suffix()
        self._read_month(cursor)

    def read_date_without_colons(self, cursor: Cursor) -> None:
        self._have_date()
        self.moment.year = cursor.number(4)
        self._read_date(cursor)

    def read_date_and_time(self, cursor: Cursor) -> None:
        self._have_time()
        self._have_date()
        moment = self.moment
        moment.year = cursor.number(4)
        self._read_date(cursor)
        moment.hour = cursor.number(2)
        moment.minute = cursor.number(2)
        moment.second = cursor.number(2)
        if cursor.peek() == ".":
            moment.microsecond = cursor.fraction()
            if cursor.peek() != "\0":
                self._read_zone(cursor)

    def read_day_of_year(self, cursor: Cursor) -> None:
        self._have_date()
        self.moment.year = full_year(*cursor.number_and_length(4))
        self.moment.day = cursor.number(3)
        self.moment.month = 1

    def read_iso_weekday(self, cursor: Cursor) -> None:
        self._have_date()
        year, week, weekday = cursor.number(4) or 0, cursor.number(2) or 0, cursor.number(1) or 0
        self._set_iso_week(year, week, weekday)

    def read_iso_week(self, cursor: Cursor) -> None:
        self._have_date()
        self._set_iso_week(cursor.number(4) or 0, cursor.number(2) or 0, 1)

    def _set_iso_week(self, year: int, week: int, weekday: int) -> None:
        moment = self.moment
        moment.has_relative = True
        moment.year, moment.month, moment.day = year, 1, 1
        moment.relative.day = days_to_iso_week(year, week, weekday)

    def read_log_format(self, cursor: Cursor) -> None:
        self._have_time()
        self._have_date()
        moment = self.moment
        moment.day = cursor.number(2)
        self._read_month(cursor)
        moment.year = cursor.number(4)
        moment.hour = cursor.number(2)
        moment.minute = cursor.number(2)
        moment.second = cursor.number(2)
        cursor.skip_spaces()
        self._read_zone(cursor)

    def read_year(self, cursor: Cursor) -> None:
        self.moment.year = cursor.number(4)

    def read_month(self, cursor: Cursor) -> None:
        self._have_date()
        self.moment.month = cursor.month()

    def read_date_and_time_12_hours(self, cursor: Cursor) -> None:
        self._have_date()
        self._read_month(cursor)
        moment = self.moment
        moment.day = cursor.number(2)
        self._have_time()
        moment.hour = cursor.number(2)
        moment.minute = cursor.number(2)
        if cursor.peek() in ":.":
            moment.second = cursor.number(2)
            if cursor.peek() == ".":
                moment.microsecond = cursor.fraction()
        moment.hour += cursor.meridian(moment.hour)

    def read_date_and_time_24_hours(self, cursor: Cursor) -> None:
        self._have_date()
        self._read_month(cursor)
        moment = self.moment
        moment.day = cursor.number(2)
        self._have_time()
        moment.hour = cursor.number(2)
        moment.minute = cursor.number(2)
        if cursor.peek() == ":":
            moment.second = cursor.number(2)
            if cursor.peek() == ".":
                moment.microsecond = cursor.fraction()
        if cursor.peek() != "\0":
            self._read_zone(cursor)

    def read_zone(self, cursor: Cursor) -> None:
        self._have_zone()
        cursor.skip_spaces()
        self._read_zone(cursor)

    # ------------------------------------------------------------ relative texts

    def read_first_or_last_day_of(self, cursor: Cursor) -> None:
        self.moment.has_relative = True
        is_last = cursor.peek() in "lL"
        self.moment.relative.first_or_last_day = LAST_DAY_OF_MONTH if is_last else FIRST_DAY_OF_MONTH

    def read_weekday_of(self, cursor: Cursor) -> None:
        relative = self.moment.relative
        self.moment.has_relative = relative.has_special = True
        amount, behavior = self._relative_text(cursor)
        if amount > 0:
            relative.special_kind = DAY_OF_WEEK_IN_MONTH
            behavior = 1
        else:
            relative.special_kind = LAST_DAY_OF_WEEK_IN_MONTH
        self._add_relative(cursor, amount, behavior, keeps_time=False)

    def _relative_text(self, cursor: Cursor) -> Tuple[int, int]:
        cursor.skip(" \t-/")
        found = RELATIVE_TEXTS.get(cursor.word(_LETTERS).lower(), (0, 0))
        cursor.skip_spaces()
        return found

    def read_ago(self, _cursor: Cursor) -> None:
        relative = self.moment.relative
        for name in ("year", "month", "day", "hour", "minute", "second", "weekday"):
            setattr(relative, name, -getattr(relative, name))
        if relative.weekday == 0:
            relative.weekday = -7
        if relative.has_special and relative.special_kind == WEEKDAYS:
            relative.special_amount = -relative.special_amount

    def read_weekday(self, cursor: Cursor) -> None:
        relative = self.moment.relative
        self.moment.has_relative = relative.has_weekday = True
        self._unhave_time()
        relative.weekday = UNITS[cursor.word_until(_UNIT_END).lower()][1]
        if relative.weekday_behavior != 2:
            relative.weekday_behavior = 1

    def read_relative_week(self, cursor: Cursor) -> None:
        relative = self.moment.relative
        self.moment.has_relative = True
        while cursor.peek() != "\0":
            amount, behavior = self._relative_text(cursor)
            self._add_relative(cursor, amount, behavior, keeps_time=False)
            relative.weekday_behavior = 2
            # "monday next week" has its day; "next week" means the same day of it, by way of its Monday.
            if not relative.has_weekday:
                relative.has_weekday = True
                relative.weekday = 1

    def read_relative_text(self, cursor: Cursor) -> None:
        self.moment.has_relative = True
        while cursor.peek() != "\0":
            amount, behavior = self._relative_text(cursor)
            self._add_relative(cursor, amount, behavior, keeps_time=False)

    def read_relative(self, cursor: Cursor) -> None:
        self.moment.has_relative = True
        while cursor.peek() != "\0":
            amount = self._signed_number(cursor, 24)
            cursor.skip_spaces()
            self._add_relative(cursor, amount, 1, keeps_time=True)

    def _add_relative(self, cursor: Cursor, amount: int, behavior: int, *, keeps_time: bool) -> None:
        found = find_unit(cursor.word_until(_UNIT_END))
        if found is None:
            return
        unit, factor = found
        relative = self.moment.relative
        if unit == "weekday":
            self.moment.has_relative = relative.has_weekday = True
            if not keeps_time:
                self._unhave_time()
            relative.day += (amount - 1 if amount > 0 else amount) * 7
            relative.weekday = factor
            relative.weekday_behavior = behavior
        elif unit == "special":
            self.moment.has_relative = relative.has_special = True
            if not keeps_time:
                self._unhave_time()
            relative.special_kind = factor
            relative.special_amount = amount
        else:
            # Named one by one: `setattr` of a name that varies costs more than all the rest on PyPy.
            amount *= factor
            if unit == "day":
                relative.day = self._in_range(relative.day + amount)
            elif unit == "hour":
                relative.hour = self._in_range(relative.hour + amount)
            elif unit == "minute":
                relative.minute = self._in_range(relative.minute + amount)
            elif unit == "second":
                relative.second = self._in_range(relative.second + amount)
            elif unit == "month":
                relative.month = self._in_range(relative.month + amount)
            elif unit == "year":
                relative.year = self._in_range(relative.year + amount)
            else:
                relative.microsecond = self._in_range(relative.microsecond + amount)

    def _in_range(self, amount: int) -> int:
        if INT_MIN <= amount <= INT_MAX:
            return amount
        self._error("Number out of range")
        return (amount + INT_MAX + 1) % (1 << 64) + INT_MIN


def _is_date(moment: Moment) -> bool:
    month, day = moment.month, moment.day
    if month is None or day is None or not 1 <= month <= 12:
        return False
    return bool(1 <= day <= days_in_month(-9999999 if moment.year is None else moment.year, month))


_Reader = Callable[[_Parser, Cursor], None]
_READERS: List[Optional[_Reader]] = [
    getattr(_Parser, "read_" + name, None) for name, patterns in RULES for _pattern in patterns
]
SCANNER = Rules([pattern for _name, patterns in RULES for pattern in patterns], DEFINITIONS)


# What texts said that were read lately, none of them long: a program's are few, "now" and "first day of next month".
_KNOWN: Dict[str, Parsed] = {}
_KNOWN_TEXTS = 256
_KNOWN_LENGTH = 64


@traced_alone
def parse_date(text: str) -> Parsed:
    """Read a date in any form that PHP knows."""
    usual = read_usual(text)
    if usual is not None:
        return Parsed(usual, [], [])
    known = _KNOWN.get(text)
    if known is None:
        known = _read(text)
        if len(text) > _KNOWN_LENGTH or known.warnings or known.errors:
            return known
        if len(_KNOWN) >= _KNOWN_TEXTS:
            _KNOWN.clear()
        _KNOWN[text] = known
    moment = known.moment.copy()
    moment.relative = moment.relative.copy()
    return Parsed(moment, [], [])


def _read(text: str) -> Parsed:
    begin = len(text) - len(text.lstrip(_WHITESPACE))
    end = len(text.rstrip(_WHITESPACE))
    if begin >= end:
        return Parsed(Moment(), [], [Message(0, "\0", "Empty string")])
    parser = _Parser(text[begin : min(end, begin + _LENGTH_LIMIT)])
    parser.parse()
    if end - begin > _LENGTH_LIMIT:
        place = begin + _LENGTH_LIMIT
        parser.errors.append(Message(_LENGTH_LIMIT, text[place], "Unexpected character"))
    return Parsed(parser.moment, parser.warnings, parser.errors)


def says_when(moment: Moment, *, keeps_time: bool = False) -> bool:
    """Whether nothing but the zone is left for `fill_holes` to fill."""
    if moment.year is None or moment.month is None or moment.day is None:
        return False
    if not keeps_time and moment.has_date and not moment.has_time:
        return True
    return (
        moment.hour is not None
        and moment.minute is not None
        and moment.second is not None
        and moment.microsecond is not None
    )


def fill_holes(moment: Moment, now: Moment, *, keeps_time: bool = False) -> None:
    """Take from `now` what the moment does not say. A date alone is at midnight, unless the time is to be kept."""
    if not keeps_time and moment.has_date and not moment.has_time:
        moment.hour = moment.minute = moment.second = moment.microsecond = 0
    if moment.microsecond is None:
        says_something = (
            moment.year is not None
            or moment.month is not None
            or moment.day is not None
            or moment.hour is not None
            or moment.minute is not None
            or moment.second is not None
        )
        moment.microsecond = 0 if says_something else now.microsecond or 0
    if moment.year is None:
        moment.year = now.year or 0
    if moment.month is None:
        moment.month = now.month or 0
    if moment.day is None:
        moment.day = now.day or 0
    if moment.hour is None:
        moment.hour = now.hour or 0
    if moment.minute is None:
        moment.minute = now.minute or 0
    if moment.second is None:
        moment.second = now.second or 0
    if moment.zone is None:
        moment.zone = now.zone
        if moment.offset is None:
            moment.offset = now.offset or 0
        if moment.is_dst is None:
            moment.is_dst = now.is_dst or 0
        if moment.abbreviation is None:
            moment.abbreviation = now.abbreviation
    if moment.zone_kind == NO_ZONE and now.zone_kind != NO_ZONE:
        moment.zone_kind = now.zone_kind
        moment.is_local = True
