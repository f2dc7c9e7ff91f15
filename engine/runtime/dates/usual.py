"""The most usual texts of dates, read by position: `2024-02-28`, `2024-02-28 12:34[:56]`, `+5 days`, a date with that.

Everything else, and all that is wrong with a text, is for `parse.py`, which reads these alike, in ten times the time.
"""

from __future__ import annotations

from typing import Optional

from engine.runtime.dates.grammar import UNITS
from engine.runtime.dates.moment import Moment, Relative

_DATE = 10
_TIME = (16, 19)
# "+", at most 9 digits, a blank and the longest unit.
_RELATIVE = 24
_AMOUNT_DIGITS = 9


def read_usual(text: str) -> Optional[Moment]:
    """What a text says, if it is one of these and says it rightly."""
    size = len(text)
    if size < 3 or size > _DATE + 1 + _RELATIVE:
        return None
    moment = Moment()
    if text[0] == "+" or text[0] == "-":
        return moment if _read_relative(text, 0, moment) else None
    if size < _DATE or text[4] != "-" or text[7] != "-":
        return None
    year, month, day = _number(text, 0, 4), _number(text, 5, 7), _number(text, 8, _DATE)
    # No month has fewer days; of others it takes the calendar to tell.
    if year < 0 or not 1 <= month <= 12 or not 1 <= day <= 28:
        return None
    moment.year = year
    moment.month = month
    moment.day = day
    moment.has_date = True
    if size == _DATE:
        return moment
    if text[_DATE] != " ":
        return None
    if size in _TIME and text[13] == ":":
        return moment if _read_time(text, moment) else None
    return moment if _read_relative(text, _DATE + 1, moment) else None


def _number(text: str, begin: int, end: int) -> int:
    """The digits from `begin` to `end`; -1 where one is none."""
    number = 0
    while begin < end:
        digit = ord(text[begin]) - 48
        if not 0 <= digit <= 9:
            return -1
        number = number * 10 + digit
        begin += 1
    return number


def _read_time(text: str, moment: Moment) -> bool:
    hour, minute, second = _number(text, 11, 13), _number(text, 14, 16), 0
    if len(text) == _TIME[1]:
        if text[16] != ":":
            return False
        second = _number(text, 17, 19)
    if not (0 <= hour <= 23 and 0 <= minute <= 59 and 0 <= second <= 59):
        return False
    moment.hour = hour
    moment.minute = minute
    moment.second = second
    moment.microsecond = 0
    moment.has_time = 1
    return True


def _read_relative(text: str, begin: int, moment: Moment) -> bool:
    sign = text[begin : begin + 1]
    if sign not in ("+", "-"):
        return False
    size = len(text)
    position = begin = begin + 1
    amount = 0
    while position < size:
        digit = ord(text[position]) - 48
        if not 0 <= digit <= 9:
            break
        amount = amount * 10 + digit
        position += 1
    if not 0 < position - begin <= _AMOUNT_DIGITS:
        return False
    if position < size and text[position] == " ":
        position += 1
    found = UNITS.get(text[position:])
    if found is None:
        return False
    if not _add(moment.relative, found[0], found[1] * (amount if sign == "+" else -amount)):
        return False
    moment.has_relative = True
    return True


def _add(relative: Relative, unit: str, amount: int) -> bool:
    """Set one field; False for a unit that is none."""
    if unit == "day":
        relative.day = amount
    elif unit == "hour":
        relative.hour = amount
    elif unit == "minute":
        relative.minute = amount
    elif unit == "second":
        relative.second = amount
    elif unit == "month":
        relative.month = amount
    elif unit == "year":
        relative.year = amount
    else:
        return False
    return True
