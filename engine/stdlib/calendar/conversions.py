"""Calendar: conversions between calendars by way of the Julian day count."""

from __future__ import annotations

import time
from typing import Literal, Optional

from engine.builtin.declare import BadArgumentError, PhpConst, contextual, pure
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.values import INT_MAX, PhpString
from engine.stdlib.calendar.systems import (
    FRENCH_MONTHS,
    HEBREW_MONTHS,
    HEBREW_MONTHS_LEAP,
    JEWISH_MONTHS,
    JEWISH_MONTHS_LEAP,
    MONTHS_LONG,
    MONTHS_SHORT,
    SYSTEMS,
    CalendarSystem,
    Date,
    day_to_french,
    day_to_gregorian,
    day_to_jewish,
    day_to_julian,
    french_to_day,
    gregorian_to_day,
    is_jewish_leap_year,
    jewish_to_day,
    julian_to_day,
)

EXTENSION = "calendar"

CAL_GREGORIAN: PhpConst[int] = 0
CAL_JULIAN: PhpConst[int] = 1
CAL_JEWISH: PhpConst[int] = 2
CAL_FRENCH: PhpConst[int] = 3
CAL_NUM_CALS: PhpConst[int] = 4
CAL_DOW_DAYNO: PhpConst[int] = 0
CAL_DOW_SHORT: PhpConst[int] = 2
CAL_DOW_LONG: PhpConst[int] = 1
CAL_MONTH_GREGORIAN_SHORT: PhpConst[int] = 0
CAL_MONTH_GREGORIAN_LONG: PhpConst[int] = 1
CAL_MONTH_JULIAN_SHORT: PhpConst[int] = 2
CAL_MONTH_JULIAN_LONG: PhpConst[int] = 3
CAL_MONTH_JEWISH: PhpConst[int] = 4
CAL_MONTH_FRENCH: PhpConst[int] = 5
CAL_EASTER_DEFAULT: PhpConst[int] = 0
CAL_EASTER_ROMAN: PhpConst[int] = 1
CAL_EASTER_ALWAYS_GREGORIAN: PhpConst[int] = 2
CAL_EASTER_ALWAYS_JULIAN: PhpConst[int] = 3
CAL_JEWISH_ADD_ALAFIM_GERESH: PhpConst[int] = 2
CAL_JEWISH_ADD_ALAFIM: PhpConst[int] = 4
CAL_JEWISH_ADD_GERESHAYIM: PhpConst[int] = 8

_INT32_MIN = -2147483648
_INT32_MAX = 2147483647
_DAY_SECONDS = 86400
# The day count of the first of January 1970.
# C counts years in an int.
_LAST_LOCAL_TIME = 67768036191676799
_EPOCH_DAY = 2440588
_EASTER_YEAR_MAX = INT_MAX // 5 * 4
_DAYS_SHORT = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
_DAYS_LONG = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
# The Hebrew letters by value, in ISO-8859-8: 1 to 9, 10 to 90, 100 to 400.
_LETTERS = "0\xe0\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xeb\xec\xee\xf0\xf1\xf2\xf4\xf6\xf7\xf8\xf9\xfa"
_THOUSANDS = " \xe0\xec\xf4\xe9\xed "


@pure
def cal_days_in_month(calendar: int, month: int, year: int) -> int:
    """Return the number of days in a month for a given year and calendar."""
    system = _system(calendar)
    _check_month(month)
    if year > _INT32_MAX - 1:
        raise BadArgumentError("year", f"must be less than {_INT32_MAX - 1}")
    start = system.to_day(year, month, 1)
    if start == 0:
        raise throw_error("ValueError", "Invalid date")
    following = system.to_day(year, month + 1, 1)
    if following == 0:
        following = system.to_day(1 if year == -1 else year + 1, 1, 1)
        if following == 0 and calendar == CAL_FRENCH:
            # The French calendar ends here.
            following = 2380953
    return following - start


@pure
def cal_from_jd(julian_day: int, calendar: int) -> PhpArray:
    """Converts from Julian Day Count to a supported calendar."""
    if not 0 <= calendar < CAL_NUM_CALS:
        raise BadArgumentError("calendar", "must be a valid calendar ID")
    system = SYSTEMS[calendar]
    date = system.from_day(julian_day)
    year, month, day = date
    has_names = calendar != CAL_JEWISH or year > 0
    weekday = _weekday(julian_day)
    short, long = system.months_short[month], system.months_long[month]
    if calendar == CAL_JEWISH:
        short = long = _jewish_month(date)
    return PhpArray.from_strings(
        {
            "date": _written(date),
            "month": month,
            "day": day,
            "year": year,
            "dow": weekday if has_names else None,
            "abbrevdayname": _DAYS_SHORT[weekday] if has_names else "",
            "dayname": _DAYS_LONG[weekday] if has_names else "",
            "abbrevmonth": short,
            "monthname": long,
        }
    )


@pure
def cal_info(calendar: int = -1) -> PhpArray:
    """Returns information about a particular calendar."""
    if calendar == -1:
        return PhpArray([_described(system) for system in SYSTEMS])
    return _described(_system(calendar))


@pure
def cal_to_jd(calendar: int, month: int, day: int, year: int) -> int:
    """Converts from a supported calendar to Julian Day Count."""
    system = _system(calendar)
    _check_month(month)
    if not _INT32_MIN <= day <= _INT32_MAX:
        raise BadArgumentError("day", f"must be between {_INT32_MIN} and {_INT32_MAX}")
    if year > _INT32_MAX - 1:
        raise BadArgumentError("year", f"must be less than {_INT32_MAX - 1}")
    return system.to_day(year, month, day)


@contextual
def easter_date(year: int | None = None, mode: int = CAL_EASTER_DEFAULT) -> int:
    """Get Unix timestamp for local midnight on Easter of a given year."""
    year = _easter_year(year)
    if year < 1970:
        raise BadArgumentError("year", "must be a year after 1970 (inclusive)")
    if year > 2000000000:
        raise BadArgumentError("year", "must be a year before 2.000.000.000 (inclusive)")
    return (gregorian_to_day(year, 3, 21) + _easter(year, mode) - _EPOCH_DAY) * _DAY_SECONDS


@contextual
def easter_days(year: int | None = None, mode: int = CAL_EASTER_DEFAULT) -> int:
    """Get number of days after March 21 on which Easter falls for a given year."""
    return _easter(_easter_year(year), mode)


@pure
def frenchtojd(month: int, day: int, year: int) -> int:
    """Converts a date from the French Republican Calendar to a Julian Day Count."""
    return french_to_day(year, month, day)


@pure
def gregoriantojd(month: int, day: int, year: int) -> int:
    """Converts a Gregorian date to Julian Day Count."""
    return gregorian_to_day(year, month, day)


@pure
def jddayofweek(julian_day: int, mode: int = CAL_DOW_DAYNO) -> int | PhpString:
    """Returns the day of the week."""
    weekday = _weekday(julian_day)
    if mode == CAL_DOW_LONG:
        return _DAYS_LONG[weekday]
    return _DAYS_SHORT[weekday] if mode == CAL_DOW_SHORT else weekday


@pure
def jdmonthname(julian_day: int, mode: int) -> PhpString:
    """Returns a month name."""
    if mode == CAL_MONTH_GREGORIAN_LONG:
        return MONTHS_LONG[day_to_gregorian(julian_day)[1]]
    if mode == CAL_MONTH_JULIAN_SHORT:
        return MONTHS_SHORT[day_to_julian(julian_day)[1]]
    if mode == CAL_MONTH_JULIAN_LONG:
        return MONTHS_LONG[day_to_julian(julian_day)[1]]
    if mode == CAL_MONTH_JEWISH:
        return _jewish_month(day_to_jewish(julian_day))
    if mode == CAL_MONTH_FRENCH:
        return FRENCH_MONTHS[day_to_french(julian_day)[1]]
    return MONTHS_SHORT[day_to_gregorian(julian_day)[1]]


@pure
def jdtofrench(julian_day: int) -> PhpString:
    """Converts a Julian Day Count to the French Republican Calendar."""
    return _written(day_to_french(julian_day))


@pure
def jdtogregorian(julian_day: int) -> PhpString:
    """Converts Julian Day Count to Gregorian date."""
    return _written(day_to_gregorian(julian_day))


@pure
def jdtojewish(julian_day: int, hebrew: bool = False, flags: int = 0) -> PhpString:
    """Converts a Julian day count to a Jewish calendar date."""
    date = day_to_jewish(julian_day)
    if not hebrew:
        return _written(date)
    year, month, day = date
    if not 0 < year <= 9999:
        raise throw_error("ValueError", "Year out of range (0-9999)")
    name = (HEBREW_MONTHS_LEAP if is_jewish_leap_year(year) else HEBREW_MONTHS)[month]
    return f"{_in_letters(day, flags)} {name} {_in_letters(year, flags)}"


@pure
def jdtojulian(julian_day: int) -> PhpString:
    """Converts a Julian Day Count to a Julian Calendar Date."""
    return _written(day_to_julian(julian_day))


@pure
def jdtounix(julian_day: int) -> int:
    """Convert Julian Day to Unix timestamp."""
    last = INT_MAX // _DAY_SECONDS + _EPOCH_DAY
    if not _EPOCH_DAY <= julian_day <= last:
        raise throw_error("ValueError", f"jday must be between {_EPOCH_DAY} and {last}")
    return (julian_day - _EPOCH_DAY) * _DAY_SECONDS


@pure
def jewishtojd(month: int, day: int, year: int) -> int:
    """Converts a date in the Jewish Calendar to Julian Day Count."""
    if not _INT32_MIN <= year <= _INT32_MAX:
        raise BadArgumentError("year", f"must be between {_INT32_MIN} and {_INT32_MAX}")
    return jewish_to_day(year, month, day)


@pure
def juliantojd(month: int, day: int, year: int) -> int:
    """Converts a Julian Calendar date to Julian Day Count."""
    return julian_to_day(year, month, day)


@contextual
def unixtojd(timestamp: int | None = None) -> int | Literal[False]:
    """Convert Unix timestamp to Julian Day."""
    if timestamp is None:
        ctx.volatile = True
        timestamp = int(time.time())
    elif timestamp < 0:
        raise BadArgumentError("timestamp", "must be greater than or equal to 0")
    elif timestamp > _LAST_LOCAL_TIME:
        return False
    return timestamp // _DAY_SECONDS + _EPOCH_DAY


# ---------------------------------------------------------------- helpers


def _system(number: int) -> CalendarSystem:
    if not 0 <= number < CAL_NUM_CALS:
        raise BadArgumentError("calendar", "must be a valid calendar ID")
    return SYSTEMS[number]


def _check_month(month: int) -> None:
    if not 0 < month <= _INT32_MAX - 1:
        raise BadArgumentError("month", f"must be between 1 and {_INT32_MAX - 1}")


def _written(date: Date) -> PhpString:
    year, month, day = date
    return f"{month}/{day}/{year}"


def _weekday(julian_day: int) -> int:
    """0 for Sunday. Day counts below zero are divided as C does, towards zero."""
    rest = julian_day % 7 if julian_day >= 0 else -(-julian_day % 7)
    return (rest + 8) % 7


def _jewish_month(date: Date) -> PhpString:
    year, month, _ = date
    if year <= 0:
        return ""
    return (JEWISH_MONTHS_LEAP if is_jewish_leap_year(year) else JEWISH_MONTHS)[month]


def _described(system: CalendarSystem) -> PhpArray:
    months = range(1, len(system.months_long))
    return PhpArray.from_strings(
        {
            "months": PhpArray.from_items([(month, system.months_long[month]) for month in months]),
            "abbrevmonths": PhpArray.from_items([(month, system.months_short[month]) for month in months]),
            "maxdaysinmonth": system.longest_month,
            "calname": system.name,
            "calsymbol": system.symbol,
        }
    )


def _in_letters(number: int, flags: int) -> PhpString:
    """A number as Hebrew letters. Thousands are written as if they were ones."""
    thousands, rest = divmod(number, 1000)
    prefix = ""
    if thousands:
        prefix = _LETTERS[thousands]
        if flags & CAL_JEWISH_ADD_ALAFIM_GERESH:
            prefix += "'"
        if flags & CAL_JEWISH_ADD_ALAFIM:
            prefix += _THOUSANDS
    fours, rest = divmod(rest, 400)
    letters = _LETTERS[22] * fours
    if rest >= 100:
        letters += _LETTERS[18 + rest // 100]
        rest %= 100
    if rest in (15, 16):
        # Written as nine and six or seven: ten and five would begin a holy name.
        letters += _LETTERS[9] + _LETTERS[rest - 9]
    else:
        if rest >= 10:
            letters += _LETTERS[9 + rest // 10]
            rest %= 10
        if rest:
            letters += _LETTERS[rest]
    if flags & CAL_JEWISH_ADD_GERESHAYIM and letters:
        letters = letters + "'" if len(letters) == 1 else letters[:-1] + '"' + letters[-1]
    return prefix + letters


def _easter_year(year: Optional[int]) -> int:
    if year is None:
        ctx.volatile = True
        year = time.gmtime().tm_year
    if not 0 < year <= _EASTER_YEAR_MAX:
        raise BadArgumentError("year", f"must be between 1 and {_EASTER_YEAR_MAX}")
    return year


def _easter(year: int, mode: int) -> int:
    """How many days after the 21st of March Easter is."""
    golden = year % 19 + 1
    is_julian = mode == CAL_EASTER_ALWAYS_JULIAN or (
        mode != CAL_EASTER_ALWAYS_GREGORIAN and (year <= 1582 or (year <= 1752 and mode != CAL_EASTER_ROMAN))
    )
    if is_julian:
        sunday = (year + year // 4 + 5) % 7
        moon = (3 - 11 * golden - 7) % 30
    else:
        sunday = (year + year // 4 - year // 100 + year // 400) % 7
        solar = _divided(year - 1600, 100) - _divided(year - 1600, 400)
        lunar = _divided(_divided(year - 1400, 100) * 8, 25)
        moon = (3 - 11 * golden + solar - lunar) % 30
    if moon == 29 or (moon == 28 and golden > 11):
        moon -= 1
    return moon + (4 - moon - sunday) % 7 + 1


def _divided(number: int, by: int) -> int:
    """As C divides: towards zero."""
    return number // by if number >= 0 else -(-number // by)
