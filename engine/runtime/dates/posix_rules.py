"""The rule that goes on for ever: `CET-1CEST,M3.5.0,M10.5.0/3`, the footer of a zone's file."""

from __future__ import annotations

import re
from typing import Callable, List, Optional, Tuple

from engine.runtime.dates.civil import (
    SECONDS_PER_DAY,
    civil_from_days,
    day_of_week,
    days_from_civil,
    days_in_month,
    is_leap,
)

_DEFAULT_TIME = 7200
_NAME = r"(<[^>]+>|[A-Za-z]+)"
_OFFSET = r"([+-]?\d+(?::\d+(?::\d+)?)?)"
_RULES = re.compile(rf"{_NAME}{_OFFSET}(?:{_NAME}{_OFFSET}?,([^,]+),([^,]+))?")

# The day of a change, counted from 1970-01-01, by year.
DayOfYear = Callable[[int], int]


class PosixRules:
    """Standard time, and daylight saving time between two yearly changes."""

    __slots__ = ("_dst", "_end", "_start", "_std")

    def __init__(
        self,
        std: Tuple[int, str],
        dst: Optional[Tuple[int, str]],
        start: Optional[Tuple[DayOfYear, int]],
        end: Optional[Tuple[DayOfYear, int]],
    ) -> None:
        self._std = std
        self._dst = dst
        self._start = start
        self._end = end

    def at(self, timestamp: int) -> Tuple[int, bool, str, int, int]:
        """(offset, whether it is daylight saving time, abbreviation, since when, until when) at `timestamp`."""
        if self._dst is None:
            return self._std[0], False, self._std[1], -(1 << 63), 1 << 63
        year = civil_from_days(timestamp // SECONDS_PER_DAY)[0]
        changes = self.changes(year - 1, year + 1)
        since, is_dst = max(change for change in changes if change[0] <= timestamp)
        until = min(change[0] for change in changes if change[0] > timestamp)
        offset, abbreviation = self._dst if is_dst else self._std
        return offset, is_dst, abbreviation, since, until

    def changes(self, first_year: int, last_year: int) -> List[Tuple[int, bool]]:
        """(timestamp, whether daylight saving time begins) of each change in these years, in order."""
        if self._dst is None or self._start is None or self._end is None:
            return []
        found = []
        for year in range(first_year, last_year + 1):
            found.append((self._start[0](year) * SECONDS_PER_DAY + self._start[1] - self._std[0], True))
            found.append((self._end[0](year) * SECONDS_PER_DAY + self._end[1] - self._dst[0], False))
        return sorted(found)

    def type_of(self, *, is_dst: bool) -> Tuple[int, bool, str]:
        """(offset, whether it is daylight saving time, abbreviation)."""
        offset, abbreviation = self._dst if is_dst and self._dst is not None else self._std
        return offset, is_dst, abbreviation


def read_posix_rules(text: str) -> Optional[PosixRules]:
    """The rules that `text` states; None if it states none."""
    match = _RULES.fullmatch(text)
    if match is None:
        return None
    std_name, std_offset, dst_name, dst_offset, start, end = match.groups()
    std = (-_seconds(std_offset), std_name.strip("<>"))
    if dst_name is None:
        return PosixRules(std, None, None, None)
    dst = (-_seconds(dst_offset) if dst_offset else std[0] + 3600, dst_name.strip("<>"))
    return PosixRules(std, dst, _change(start), _change(end))


def _seconds(text: str) -> int:
    sign = -1 if text[0] == "-" else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")]
    return sign * sum(part * unit for part, unit in zip(parts, (3600, 60, 1)))


def _change(text: str) -> Tuple[DayOfYear, int]:
    """The day and the time of day of a change."""
    day, _, time = text.partition("/")
    seconds = _seconds(time) if time else _DEFAULT_TIME
    if day[0] == "M":
        month, week, weekday = [int(part) for part in day[1:].split(".")]
        return (lambda year: _weekday_of_month(year, month, week, weekday)), seconds
    if day[0] == "J":
        number = int(day[1:])
        return (lambda year: days_from_civil(year, 1, 1) + number - (not (is_leap(year) and number > 59))), seconds
    number = int(day)
    return (lambda year: days_from_civil(year, 1, 1) + number), seconds


def _weekday_of_month(year: int, month: int, week: int, weekday: int) -> int:
    """The day of the nth such weekday of a month; the fifth is the last."""
    day = 1 + (weekday - day_of_week(year, month, 1)) % 7 + 7 * (week - 1)
    while day > days_in_month(year, month):
        day -= 7
    return days_from_civil(year, month, day)
