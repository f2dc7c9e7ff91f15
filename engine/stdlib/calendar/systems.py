"""The calendars themselves: a date in each as a Julian day count, and back. A day or date there is not is 0."""

from __future__ import annotations

from typing import Callable, NamedTuple, Tuple

from engine.runtime.conversions import wrap_int32

Date = Tuple[int, int, int]  # year, month, day
NO_DATE: Date = (0, 0, 0)

_INT32_MAX = 2147483647
_GREGORIAN_OFFSET = 32045
_JULIAN_OFFSET = 32083
_DAYS_PER_FIVE_MONTHS = 153
_DAYS_PER_FOUR_YEARS = 1461
_DAYS_PER_FOUR_CENTURIES = 146097
_GREGORIAN_LAST = ((1 << 63) - 1 - 4 * _GREGORIAN_OFFSET) // 4
_JULIAN_LAST = ((1 << 63) - 1 - 4 * _JULIAN_OFFSET + 1) // 4
_FRENCH_OFFSET = 2375474
_FRENCH_FIRST = 2375840
_FRENCH_LAST = 2380952

_JEWISH_OFFSET = 347997
_JEWISH_LAST = 324542846
# Time is counted in halakim, of which an hour has 1080.
_HALAKIM_PER_DAY = 25920
_HALAKIM_PER_MONTH = 29 * _HALAKIM_PER_DAY + 13753
_FIRST_MOON = 31524
_NOON = 18 * 1080
_LEAP_YEARS = (2, 5, 7, 10, 13, 16, 18)
_MONTHS_BEFORE = (0, 12, 24, 37, 49, 61, 74, 86, 99, 111, 123, 136, 148, 160, 173, 185, 197, 210, 222)
_MONTHS_PER_CYCLE = 235
# How long before the next year a month starts, as far as that never changes.
_DAYS_TO_NEW_YEAR = {7: 207, 8: 178, 9: 148, 10: 119, 11: 89, 12: 60, 13: 30}

MONTHS_SHORT = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS_LONG = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
FRENCH_MONTHS = (
    "", "Vendemiaire", "Brumaire", "Frimaire", "Nivose", "Pluviose", "Ventose", "Germinal", "Floreal", "Prairial",
    "Messidor", "Thermidor", "Fructidor", "Extra",
)  # fmt: skip
JEWISH_MONTHS_LEAP = (
    "", "Tishri", "Heshvan", "Kislev", "Tevet", "Shevat", "Adar I", "Adar II", "Nisan", "Iyyar", "Sivan", "Tammuz",
    "Av", "Elul",
)  # fmt: skip
JEWISH_MONTHS = (*JEWISH_MONTHS_LEAP[:6], "", "Adar", *JEWISH_MONTHS_LEAP[8:])
# In ISO-8859-8.
HEBREW_MONTHS_LEAP = (
    "", "\xfa\xf9\xf8\xe9", "\xe7\xf9\xe5\xef", "\xeb\xf1\xec\xe5", "\xe8\xe1\xfa", "\xf9\xe1\xe8",
    "\xe0\xe3\xf8 \xe0'", "\xe0\xe3\xf8 \xe1'", "\xf0\xe9\xf1\xef", "\xe0\xe9\xe9\xf8", "\xf1\xe9\xe5\xef",
    "\xfa\xee\xe5\xe6", "\xe0\xe1", "\xe0\xec\xe5\xec",
)  # fmt: skip
HEBREW_MONTHS = (*HEBREW_MONTHS_LEAP[:6], "", "\xe0\xe3\xf8", *HEBREW_MONTHS_LEAP[8:])


def gregorian_to_day(year: int, month: int, day: int) -> int:
    """The Julian day count of a Gregorian date."""
    year, month, day = wrap_int32(year), wrap_int32(month), wrap_int32(day)
    if year == -4714 and (month < 11 or (month == 11 and day < 25)):
        return 0
    if not _is_possible(year, month, day, first_year=-4714):
        return 0
    year, month = _from_march(year, month)
    days = year // 100 * _DAYS_PER_FOUR_CENTURIES // 4 + year % 100 * _DAYS_PER_FOUR_YEARS // 4
    return days + (month * _DAYS_PER_FIVE_MONTHS + 2) // 5 + day - _GREGORIAN_OFFSET


def day_to_gregorian(day: int) -> Date:
    """The Gregorian date of a Julian day count."""
    if not 0 < day <= _GREGORIAN_LAST:
        return NO_DATE
    century, rest = divmod((day + _GREGORIAN_OFFSET) * 4 - 1, _DAYS_PER_FOUR_CENTURIES)
    rest = rest // 4 * 4 + 3
    if century > _INT32_MAX // 100 - rest // _DAYS_PER_FOUR_YEARS:
        return NO_DATE
    return _to_january(century * 100 + rest // _DAYS_PER_FOUR_YEARS, rest % _DAYS_PER_FOUR_YEARS // 4 + 1)


def julian_to_day(year: int, month: int, day: int) -> int:
    """The Julian day count of a Julian date."""
    year, month, day = wrap_int32(year), wrap_int32(month), wrap_int32(day)
    if not _is_possible(year, month, day, first_year=-4713) or (year, month, day) == (-4713, 1, 1):
        return 0
    year, month = _from_march(year, month)
    days = year * _DAYS_PER_FOUR_YEARS // 4
    return days + (month * _DAYS_PER_FIVE_MONTHS + 2) // 5 + day - _JULIAN_OFFSET


def day_to_julian(day: int) -> Date:
    """The Julian date of a Julian day count."""
    if not 0 < day <= _JULIAN_LAST:
        return NO_DATE
    year, rest = divmod(day * 4 + _JULIAN_OFFSET * 4 - 1, _DAYS_PER_FOUR_YEARS)
    return _to_january(year, rest // 4 + 1) if year <= _INT32_MAX else NO_DATE


def french_to_day(year: int, month: int, day: int) -> int:
    """The Julian day count of a date of the French Republic."""
    year, month, day = wrap_int32(year), wrap_int32(month), wrap_int32(day)
    if not (1 <= year <= 14 and 1 <= month <= 13 and 1 <= day <= 30):
        return 0
    return year * _DAYS_PER_FOUR_YEARS // 4 + (month - 1) * 30 + day + _FRENCH_OFFSET


def day_to_french(day: int) -> Date:
    """The date of the French Republic of a Julian day count."""
    if not _FRENCH_FIRST <= day <= _FRENCH_LAST:
        return NO_DATE
    year, rest = divmod((day - _FRENCH_OFFSET) * 4 - 1, _DAYS_PER_FOUR_YEARS)
    return year, rest // 4 // 30 + 1, rest // 4 % 30 + 1


def jewish_to_day(year: int, month: int, day: int) -> int:
    """The Julian day count of a Jewish date."""
    year, month, day = wrap_int32(year), wrap_int32(month), wrap_int32(day)
    if not (0 < year < _INT32_MAX - 1 and 1 <= month <= 13 and 0 < day <= 30):
        return 0
    return _jewish_month_start(year, month) + day - 1 + _JEWISH_OFFSET


def day_to_jewish(day: int) -> Date:
    """The Jewish date of a Julian day count."""
    if not _JEWISH_OFFSET < day <= _JEWISH_LAST:
        return NO_DATE
    day -= _JEWISH_OFFSET
    year = int(day / 365.2468) + 2
    while _jewish_year_start(year) > day:
        year -= 1
    for month in range(13, 0, -1):
        start = _jewish_month_start(year, month)
        if day >= start and (month != 6 or is_jewish_leap_year(year)):
            return year, month, day - start + 1
    return NO_DATE


def is_jewish_leap_year(year: int) -> bool:
    """Whether the year has a thirteenth month."""
    return (year - 1) % 19 in _LEAP_YEARS


class CalendarSystem(NamedTuple):
    """A calendar as `cal_info` describes it."""

    name: str
    symbol: str
    to_day: Callable[[int, int, int], int]
    from_day: Callable[[int], Date]
    longest_month: int
    months_short: Tuple[str, ...]
    months_long: Tuple[str, ...]


SYSTEMS = (
    CalendarSystem("Gregorian", "CAL_GREGORIAN", gregorian_to_day, day_to_gregorian, 31, MONTHS_SHORT, MONTHS_LONG),
    CalendarSystem("Julian", "CAL_JULIAN", julian_to_day, day_to_julian, 31, MONTHS_SHORT, MONTHS_LONG),
    CalendarSystem("Jewish", "CAL_JEWISH", jewish_to_day, day_to_jewish, 30, JEWISH_MONTHS_LEAP, JEWISH_MONTHS_LEAP),
    CalendarSystem("French", "CAL_FRENCH", french_to_day, day_to_french, 30, FRENCH_MONTHS, FRENCH_MONTHS),
)


# ---------------------------------------------------------------- helpers


def _is_possible(year: int, month: int, day: int, *, first_year: int) -> bool:
    return year != 0 and first_year <= year <= _INT32_MAX - 4800 and 1 <= month <= 12 and 1 <= day <= 31


def _from_march(year: int, month: int) -> Tuple[int, int]:
    """The year, positive and beginning in March, and the month counted from there."""
    year += 4801 if year < 0 else 4800
    return (year, month - 3) if month > 2 else (year - 1, month + 9)


def _to_january(year: int, day_of_year: int) -> Date:
    """The date of a day in a year that begins in March."""
    month, rest = divmod(day_of_year * 5 - 3, _DAYS_PER_FIVE_MONTHS)
    if month < 10:
        month += 3
    else:
        year += 1
        month -= 9
    year -= 4800
    return year if year > 0 else year - 1, month, rest // 5 + 1


def _jewish_year_start(year: int) -> int:
    """The day of the first of Tishri: that of the new moon, unless one of four rules delays it."""
    cycle, place = divmod(year - 1, 19)
    months = cycle * _MONTHS_PER_CYCLE + _MONTHS_BEFORE[place]
    day, halakim = divmod(_FIRST_MOON + months * _HALAKIM_PER_MONTH, _HALAKIM_PER_DAY)
    weekday = day % 7
    if (
        halakim >= _NOON
        or (weekday == 2 and place not in _LEAP_YEARS and halakim >= 9 * 1080 + 204)
        or (weekday == 1 and (place - 1) % 19 in _LEAP_YEARS and halakim >= 15 * 1080 + 589)
    ):
        day += 1
        weekday = (weekday + 1) % 7
    return wrap_int32(day + 1 if weekday in (0, 3, 5) else day)


def _jewish_month_start(year: int, month: int) -> int:
    if month <= 2:
        return _jewish_year_start(year) + 30 * (month - 1)
    following = _jewish_year_start(year + 1)
    if month == 3:
        start = _jewish_year_start(year)
        return start + (60 if following - start in (355, 385) else 59)
    if month >= 7:
        return following + 1 - _DAYS_TO_NEW_YEAR[month]
    adar = 59 if is_jewish_leap_year(year) else 29
    return following + 1 - adar - {4: 237, 5: 208, 6: 178}[month]
