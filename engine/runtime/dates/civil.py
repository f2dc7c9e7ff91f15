"""The proleptic Gregorian calendar, for any year an int can hold. Day 0 is 1970-01-01; Sunday is weekday 0.

Arithmetic stands for conditions where it can: PyPy would compile what follows for either case, wherever a date is used.
"""

from __future__ import annotations

from typing import Tuple

SECONDS_PER_DAY = 86400

_DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN_MONTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether `year` has a February 29th."""
    return (year % 4 == 0 and year % 100 != 0) or year % 400 == 0


def days_in_month(year: int, month: int) -> int:
    """How many days the month, 1 to 12, has."""
    return 29 if month == 2 and is_leap(year) else _DAYS_IN_MONTH[month]


def days_from_civil(year: int, month: int, day: int) -> int:
    """The number of a day; `day` may lie outside of the month."""
    early = (14 - month) // 12
    year -= early
    month += 12 * early
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5 + day - 719469


def civil_from_days(days: int) -> Tuple[int, int, int]:
    """(year, month, day) of a day's number."""
    days += 719468
    era, day_of_era = divmod(days, 146097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted + 2) // 5 + 1
    late = shifted // 10
    return year_of_era + era * 400 + late, shifted + 3 - 12 * late, day


def day_of_week(year: int, month: int, day: int) -> int:
    """0 for Sunday to 6 for Saturday."""
    return (days_from_civil(year, month, day) + 4) % 7


def iso_day_of_week(year: int, month: int, day: int) -> int:
    """1 for Monday to 7 for Sunday."""
    return (days_from_civil(year, month, day) + 3) % 7 + 1


def day_of_year(year: int, month: int, day: int) -> int:
    """From 0."""
    return _DAYS_BEFORE_MONTH[month] + (month > 2 and is_leap(year)) + day - 1


def iso_week(year: int, month: int, day: int) -> Tuple[int, int]:
    """(week, the year it belongs to) by ISO 8601: a week is of the year that its Thursday is in."""
    days = days_from_civil(year, month, day)
    thursday = days - (days + 3) % 7 + 3
    week_year = civil_from_days(thursday)[0]
    return (thursday - days_from_civil(week_year, 1, 1)) // 7 + 1, week_year


def days_to_iso_week(year: int, week: int, weekday: int) -> int:
    """How many days after January 1st of `year` the weekday of an ISO week is."""
    first = day_of_week(year, 1, 1)
    # January 4th is always in week 1.
    return -(first - 7 if first > 4 else first) + (week - 1) * 7 + weekday


def is_valid_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)


def normalize_month(year: int, month: int) -> Tuple[int, int]:
    """(year, month) with a month from 1 to 12."""
    years, months = divmod(month - 1, 12)
    return year + years, months + 1
