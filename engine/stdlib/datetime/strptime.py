"""strptime(), which reads a time as C's function of this name does, in its locale C."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Dict, Literal, Optional

from engine.builtin.declare import contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.dates.civil import civil_from_days, days_from_civil

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "date"

_DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SPACES = " \t\n\v\f\r"
# Conversions that stand for a format, and those that only ask for a number from a range, of so many digits at most.
_FORMATS = {
    "c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "D": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S", "R": "%H:%M",
    "r": "%I:%M:%S %p", "F": "%Y-%m-%d",
}  # fmt: skip
_IGNORED = {"g": (0, 99, 2), "G": (0, 9999, 4), "V": (0, 53, 2)}
_SECONDS_PER_DAY = 86400


class _MismatchError(Exception):
    """The text is not what the format asks for."""


class _Time:
    """C's `struct tm`, and what is known of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.seconds = self.minutes = self.hours = self.day = self.month = self.year = 0
        self.weekday = self.day_of_year = 0
        self.century: Optional[int] = None
        self.week: Optional[int] = None
        self.week_begins = 0
        self.is_afternoon: Optional[bool] = None
        self.has_twelve_hours = self.wants_century = self.wants_days = False
        self.has_weekday = self.has_day_of_year = self.has_month = self.has_day = False

    def skip_spaces(self) -> None:
        """Pass over what space there is."""
        while self.at < len(self.text) and self.text[self.at] in _SPACES:
            self.at += 1

    def number(self, least: int, most: int, digits: int) -> int:
        """Read a number of a range."""
        while self.text[self.at : self.at + 1] == " ":
            self.at += 1
        start = self.at
        while self.at < len(self.text) and self.at - start < digits and self.text[self.at] in "0123456789":
            self.at += 1
        if start == self.at or not least <= int(self.text[start : self.at]) <= most:
            raise _MismatchError
        return int(self.text[start : self.at])

    def name(self, names: tuple[str, ...]) -> int:
        """Read one of these names, or its first three letters, in any case; its number."""
        rest = self.text[self.at :].lower()
        for number, name in enumerate(names):
            for form in (name, name[:3]):
                if rest.startswith(form.lower()):
                    self.at += len(form)
                    return number
        raise _MismatchError

    # ------------------------------------------------------------ conversions

    def read(self, form: str) -> None:
        """Read what a format asks for."""
        place = 0
        while place < len(form):
            letter = form[place]
            place += 1
            if letter in _SPACES:
                self.skip_spaces()
                continue
            if letter != "%":
                if self.text[self.at : self.at + 1] != letter:
                    raise _MismatchError
                self.at += 1
                continue
            while form[place : place + 1] in ("-", "_", "0", "^", "#", "E", "O") and place < len(form):
                place += 1
            self._convert(form[place : place + 1])
            place += 1

    def _convert(self, letter: str) -> None:
        if letter in _FORMATS:
            self.read(_FORMATS[letter])
        elif letter in _READERS:
            _READERS[letter](self)
        elif letter in _IGNORED:
            self.number(*_IGNORED[letter])
        elif letter == "%":
            if self.text[self.at : self.at + 1] != "%":
                raise _MismatchError
            self.at += 1
        elif letter in ("n", "t") and letter:
            self.skip_spaces()
        elif letter == "Z":
            while self.at < len(self.text) and self.text[self.at] not in _SPACES:
                self.at += 1
        else:
            raise _MismatchError

    def read_weekday(self) -> None:
        """`%a`."""
        self.weekday = self.name(_DAYS)
        self.has_weekday = True

    def read_month_name(self) -> None:
        """`%b`."""
        self.month = self.name(_MONTHS)
        self.has_month = self.wants_days = True

    def read_century(self) -> None:
        """`%C`."""
        self.century = self.number(0, 99, 2)
        self.wants_days = True

    def read_day(self) -> None:
        """`%d`."""
        self.day = self.number(1, 31, 2)
        self.has_day = self.wants_days = True

    def read_hour(self) -> None:
        """`%H`."""
        self.hours = self.number(0, 23, 2)
        self.has_twelve_hours = False

    def read_hour_of_twelve(self) -> None:
        """`%I`."""
        self.hours = self.number(1, 12, 2) % 12
        self.has_twelve_hours = True

    def read_day_of_year(self) -> None:
        """`%j`."""
        self.day_of_year = self.number(1, 366, 3) - 1
        self.has_day_of_year = True

    def read_month(self) -> None:
        """`%m`."""
        self.month = self.number(1, 12, 2) - 1
        self.has_month = self.wants_days = True

    def read_minute(self) -> None:
        """`%M`."""
        self.minutes = self.number(0, 59, 2)

    def read_second(self) -> None:
        """`%S`, leap seconds included."""
        self.seconds = self.number(0, 61, 2)

    def read_half(self) -> None:
        """`%p`."""
        word = self.text[self.at : self.at + 2].upper()
        if word not in ("AM", "PM"):
            raise _MismatchError
        self.is_afternoon = word == "PM"
        self.at += 2

    def read_timestamp(self) -> None:
        """`%s`: seconds since 1970."""
        start = self.at
        while self.text[self.at : self.at + 1].isdigit():
            self.at += 1
        if start == self.at:
            raise _MismatchError
        days, rest = divmod(int(self.text[start : self.at]), _SECONDS_PER_DAY)
        year, month, self.day = civil_from_days(days)
        self.year, self.month = year - 1900, month - 1
        self.hours, self.minutes, self.seconds = rest // 3600, rest // 60 % 60, rest % 60
        self.has_month = self.has_day = self.wants_days = True

    def read_weekday_number(self) -> None:
        """`%w`."""
        self.weekday = self.number(0, 6, 1)
        self.has_weekday = True

    def read_iso_weekday_number(self) -> None:
        """`%u`."""
        self.weekday = self.number(1, 7, 1) % 7
        self.has_weekday = True

    def read_week_from_sunday(self) -> None:
        """`%U`."""
        self.week, self.week_begins = self.number(0, 53, 2), 0

    def read_week_from_monday(self) -> None:
        """`%W`."""
        self.week, self.week_begins = self.number(0, 53, 2), 1

    def read_short_year(self) -> None:
        """`%y`."""
        year = self.number(0, 99, 2)
        self.year = year if year >= 69 else year + 100
        self.wants_century = self.wants_days = True

    def read_year(self) -> None:
        """`%Y`."""
        self.year = self.number(0, 9999, 4) - 1900
        self.wants_century = False
        self.century = None
        self.wants_days = True

    def read_offset(self) -> None:
        """`%z`, which changes nothing that PHP shows."""
        self.skip_spaces()
        if self.text[self.at : self.at + 1] == "Z":
            self.at += 1
            return
        if self.text[self.at : self.at + 1] not in ("+", "-"):
            raise _MismatchError
        self.at += 1
        start = self.at
        while self.at - start < 5 and self.text[self.at : self.at + 1] in tuple("0123456789:"):
            self.at += 1
        digits = self.text[start : self.at].replace(":", "")
        if len(digits) not in (2, 4) or int(digits[2:] or 0) >= 60:
            raise _MismatchError

    # ------------------------------------------------------------ what follows

    def settle(self) -> None:
        """Fill in what the conversions left open."""
        if self.has_twelve_hours and self.is_afternoon:
            self.hours += 12
        if self.century is not None:
            self.year = (self.year % 100 if self.wants_century else 0) + (self.century - 19) * 100
        new_year = days_from_civil(self.year + 1900, 1, 1)
        if self.wants_days and not self.has_weekday:
            if not (self.has_month and self.has_day) and self.has_day_of_year:
                self._take_day_of_year(new_year)
            self.weekday = (days_from_civil(self.year + 1900, self.month + 1, 1) + self.day - 1 + 4) % 7
        if self.wants_days and not self.has_day_of_year:
            self.day_of_year = days_from_civil(self.year + 1900, self.month + 1, 1) + self.day - 1 - new_year
        if self.week is not None and self.has_weekday:
            first = (new_year + 4) % 7
            offset = (self.weekday - self.week_begins) % 7
            if not self.has_day_of_year:
                self.day_of_year = (self.week_begins - first) % 7 + (self.week - 1) * 7 + offset
            if not (self.has_month and self.has_day):
                self._take_day_of_year(new_year)

    def _take_day_of_year(self, new_year: int) -> None:
        _year, month, day = civil_from_days(new_year + self.day_of_year)
        if not self.has_month:
            self.month = month - 1
        if not self.has_day:
            self.day = day
        self.has_month = self.has_day = True


_READERS: Dict[str, Callable[[_Time], None]] = {
    "a": _Time.read_weekday, "A": _Time.read_weekday, "b": _Time.read_month_name, "B": _Time.read_month_name,
    "h": _Time.read_month_name, "C": _Time.read_century, "d": _Time.read_day, "e": _Time.read_day,
    "H": _Time.read_hour, "k": _Time.read_hour, "I": _Time.read_hour_of_twelve, "l": _Time.read_hour_of_twelve,
    "j": _Time.read_day_of_year, "m": _Time.read_month, "M": _Time.read_minute, "S": _Time.read_second,
    "p": _Time.read_half, "P": _Time.read_half, "s": _Time.read_timestamp, "w": _Time.read_weekday_number,
    "u": _Time.read_iso_weekday_number, "U": _Time.read_week_from_sunday, "W": _Time.read_week_from_monday,
    "y": _Time.read_short_year, "Y": _Time.read_year, "z": _Time.read_offset,
}  # fmt: skip


@contextual(
    deprecated="8.2, use date_parse_from_format() (for locale-independent parsing), or IntlDateFormatter::parse() "
    "(for locale-dependent parsing) instead"
)
def strptime(timestamp: PhpString, format_: PhpString) -> PhpArray | Literal[False]:
    """Parse a time/date generated with strftime()."""
    time = _Time(timestamp.partition("\0")[0])
    try:
        time.read(format_.partition("\0")[0])
    except _MismatchError:
        return False
    time.settle()
    return PhpArray.from_strings(
        {
            "tm_sec": time.seconds,
            "tm_min": time.minutes,
            "tm_hour": time.hours,
            "tm_mday": time.day,
            "tm_mon": time.month,
            "tm_year": time.year,
            "tm_wday": time.weekday,
            "tm_yday": time.day_of_year,
            "unparsed": time.text[time.at :],
        }
    )
