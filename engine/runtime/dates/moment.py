"""Moment: a date and time with its zone, in fields and as a timestamp; and the Relative amounts added to one.

A field that a text did not say is None. Seconds of offset count east of UTC and, but for zones with a name, leave
daylight saving time out, which `is_dst` adds as an hour: so PHP's own dates work.
"""

from __future__ import annotations

from typing import Any, Optional, Tuple

from engine.runtime.dates.civil import (
    SECONDS_PER_DAY,
    civil_from_days,
    day_of_week,
    days_from_civil,
    days_in_month,
    normalize_month,
)
from engine.runtime.dates.zones import BEGINNING_OF_TIME, Zone
from engine.runtime.tracing import untraced

# What a moment's zone is.
NO_ZONE = 0
OFFSET = 1
ABBREVIATION = 2
NAMED = 3

WEEKDAYS = 1  # "3 weekdays"
DAY_OF_WEEK_IN_MONTH = 2  # "second monday of"
LAST_DAY_OF_WEEK_IN_MONTH = 3  # "last monday of"

FIRST_DAY_OF_MONTH = 1
LAST_DAY_OF_MONTH = 2

_HOUR = 3600


class Relative:
    """Amounts to add to a moment, or between two. `days` is the whole difference in days, where that is known."""

    __slots__ = (
        "day",
        "days",
        "first_or_last_day",
        "has_special",
        "has_weekday",
        "hour",
        "is_inverted",
        "microsecond",
        "minute",
        "month",
        "second",
        "special_amount",
        "special_kind",
        "weekday",
        "weekday_behavior",
        "year",
    )

    def __init__(self) -> None:
        self.days: Optional[int] = None
        self.year = self.month = self.day = 0
        self.hour = self.minute = self.second = self.microsecond = 0
        self.is_inverted = False
        self.has_weekday = False
        self.weekday = 0
        # 0: the day itself does not count; 1: it does; 2: of this week.
        self.weekday_behavior = 0
        self.has_special = False
        self.special_kind = 0
        self.special_amount = 0
        self.first_or_last_day = 0

    def copy(self) -> Relative:
        """An independent copy."""
        # Field by field: `copy.copy` takes twenty times as long (tests/benchmarks/library/dates.php).
        made = Relative.__new__(Relative)
        made.days = None  # See Moment.copy.
        made.year = self.year
        made.month = self.month
        made.day = self.day
        made.hour = self.hour
        made.minute = self.minute
        made.second = self.second
        made.microsecond = self.microsecond
        made.days = self.days
        made.is_inverted = self.is_inverted
        made.has_weekday = self.has_weekday
        made.weekday = self.weekday
        made.weekday_behavior = self.weekday_behavior
        made.has_special = self.has_special
        made.special_kind = self.special_kind
        made.special_amount = self.special_amount
        made.first_or_last_day = self.first_or_last_day
        return made

    def normalize(self, year: int, month: int) -> None:
        """Carry between the fields; days are borrowed from the months around the one given."""
        self.second, self.microsecond = _carry(self.second, self.microsecond, 1_000_000)
        self.minute, self.second = _carry(self.minute, self.second, 60)
        self.hour, self.minute = _carry(self.hour, self.minute, 60)
        self.day, self.hour = _carry(self.day, self.hour, 24)
        self.year, self.month = _carry(self.year, self.month, 12)
        year, month = normalize_month(year, month)
        while self.day < 0:
            if not self.is_inverted:
                year, month = normalize_month(year, month - 1)
            self.day += days_in_month(year, month)
            self.month -= 1
            if self.is_inverted:
                year, month = normalize_month(year, month + 1)
        self.year, self.month = _carry(self.year, self.month, 12)


class Moment:
    """See the module. `timestamp` is right after `update_timestamp`."""

    __slots__ = (
        "abbreviation",
        "day",
        "has_date",
        "has_relative",
        "has_time",
        "has_zone",
        "hour",
        "is_dst",
        "is_local",
        "microsecond",
        "minute",
        "month",
        "offset",
        "relative",
        "second",
        "timestamp",
        "year",
        "zone",
        "zone_kind",
    )

    # Any: None where a text said nothing, an int in every moment that is complete.
    year: Any
    month: Any
    day: Any
    hour: Any
    minute: Any
    second: Any
    microsecond: Any
    offset: Any
    is_dst: Any
    zone: Optional[Zone]

    def __init__(self) -> None:
        self.year = self.month = self.day = None
        self.hour = self.minute = self.second = self.microsecond = None
        self.offset = self.is_dst = None
        self.abbreviation: Optional[str] = None
        self.zone = None
        self.zone_kind = NO_ZONE
        self.is_local = False
        self.timestamp = 0
        self.has_time = 0
        self.has_date = False
        self.has_zone = 0
        self.has_relative = False
        self.relative = Relative()

    def copy(self) -> Moment:
        """An independent copy."""
        made = Moment.__new__(Moment)
        # PyPy stores an int unboxed where an attribute's first value was one: without these a copy would have another
        # layout than what it is a copy of, and all code that meets both would be compiled for each.
        made.year = made.month = made.day = None
        made.hour = made.minute = made.second = made.microsecond = None
        made.offset = made.is_dst = None
        made.year = self.year
        made.month = self.month
        made.day = self.day
        made.hour = self.hour
        made.minute = self.minute
        made.second = self.second
        made.microsecond = self.microsecond
        made.offset = self.offset
        made.is_dst = self.is_dst
        made.abbreviation = self.abbreviation
        made.zone = self.zone
        made.zone_kind = self.zone_kind
        made.is_local = self.is_local
        made.timestamp = self.timestamp
        made.has_time = self.has_time
        made.has_date = self.has_date
        made.has_zone = self.has_zone
        made.has_relative = self.has_relative
        # What a complete moment was once moved by is never changed, only replaced.
        made.relative = self.relative
        return made

    # ------------------------------------------------------------ zones

    def set_offset(self, offset: int) -> None:
        """Be in a zone that is nothing but an offset."""
        self.offset = offset
        self.abbreviation = None
        self.is_dst = 0
        self.zone = None
        self.zone_kind = OFFSET
        self.has_zone = 1

    def set_abbreviation(self, abbreviation: str, offset: int, is_dst: int) -> None:
        """Be in a zone known by an abbreviation."""
        self.offset = offset
        self.abbreviation = abbreviation
        self.is_dst = is_dst
        self.zone = None
        self.zone_kind = ABBREVIATION
        self.has_zone = 1

    def set_zone(self, zone: Zone) -> None:
        """Be in a named zone, at the same timestamp; the fields stay."""
        local = zone.at(self.timestamp)[0]
        self.offset = local.offset
        self.is_dst = int(local.is_dst)
        self.abbreviation = local.abbreviation
        self.zone = zone
        self.zone_kind = NAMED
        self.has_zone = 1

    def total_offset(self) -> int:
        """Seconds east of UTC."""
        if self.zone_kind == NAMED and self.zone is not None:
            return self.zone.at(self.timestamp)[0].offset
        return int(self.offset or 0) + int(self.is_dst or 0) * _HOUR

    def is_in_same_zone(self, other: Moment) -> bool:
        """Whether both zones are certainly the same."""
        if self.zone_kind != other.zone_kind:
            return False
        if self.zone_kind == NAMED:
            return self.zone is not None and other.zone is not None and self.zone.name == other.zone.name
        return self.total_offset() == other.total_offset()

    # ------------------------------------------------------------ timestamp to fields

    def set_from_timestamp(self, timestamp: int) -> None:
        """Be at `timestamp` in the zone that is set."""
        self.timestamp = timestamp
        if self.zone_kind == NAMED and self.zone is not None:
            self.set_zone(self.zone)
        self.update_fields()

    def update_fields(self) -> None:
        """Make the fields those of the timestamp."""
        offset = self.total_offset() if self.zone_kind != NO_ZONE else 0
        days, seconds = divmod(self.timestamp + offset, SECONDS_PER_DAY)
        self.year, self.month, self.day = civil_from_days(days)
        self.hour, seconds = divmod(seconds, _HOUR)
        self.minute, self.second = divmod(seconds, 60)
        self.is_local = True
        self.has_zone = 1

    # ------------------------------------------------------------ fields to timestamp

    def update_timestamp(self, zone: Optional[Zone] = None) -> None:
        """Add what is relative, normalize the fields, and compute the timestamp; `zone` serves where none is set."""
        # Compiled once, not within every function that moves a date: what is decided in here depends on the date.
        untraced(Moment._update_timestamp, self, zone)

    def _update_timestamp(self, zone: Optional[Zone]) -> None:
        relative = self.relative
        if relative.has_special or relative.has_weekday or relative.first_or_last_day:
            self._apply_special_early()
            self._apply_relative()
            self._apply_weekdays()
            relative.has_weekday = relative.has_special = False
            relative.first_or_last_day = 0
        else:
            self.normalize()
            if self.has_relative:
                self._add(relative)
                self.normalize()
        self.has_relative = False
        self.timestamp = (
            days_from_civil(self.year, self.month, self.day) * SECONDS_PER_DAY
            + self.hour * _HOUR
            + self.minute * 60
            + self.second
        )
        self._apply_zone(zone)

    def normalize(self) -> None:
        """Carry between the fields."""
        microsecond, second, minute, hour = self.microsecond, self.second, self.minute, self.hour
        # A format may name any of them without the one above it, which then takes nothing.
        if microsecond is not None and not 0 <= microsecond < 1_000_000 and second is not None:
            second, self.microsecond = _carry(second, microsecond, 1_000_000)
            self.second = second
        if second is not None and not 0 <= second < 60 and minute is not None:
            minute, self.second = _carry(minute, second, 60)
            self.minute = minute
        if minute is not None and not 0 <= minute < 60 and hour is not None:
            hour, self.minute = _carry(hour, minute, 60)
            self.hour = hour
        if hour is not None and not 0 <= hour < 24 and self.day is not None:
            self.day, self.hour = _carry(self.day, hour, 24)
        if not (1 <= self.day <= 28 and 1 <= self.month <= 12):
            self.normalize_date()

    def normalize_date(self) -> None:
        """Carry between day, month and year."""
        year, month = normalize_month(self.year, self.month)
        if not 1 <= self.day <= 28:
            year, month, self.day = civil_from_days(days_from_civil(year, month, 1) + self.day - 1)
        self.year = year
        self.month = month

    def _apply_special_early(self) -> None:
        relative = self.relative
        if relative.has_special and relative.special_kind != WEEKDAYS:
            self.day = 1
            self.month += relative.month + (relative.special_kind == LAST_DAY_OF_WEEK_IN_MONTH)
            relative.month = 0
        self._apply_first_or_last_day()
        self.normalize()

    def _apply_first_or_last_day(self) -> None:
        if self.relative.first_or_last_day == FIRST_DAY_OF_MONTH:
            self.day = 1
        elif self.relative.first_or_last_day == LAST_DAY_OF_MONTH:
            self.day = 0
            self.month += 1

    def _apply_relative(self) -> None:
        relative = self.relative
        if relative.has_weekday:
            self._apply_weekday()
        self.normalize()
        if self.has_relative:
            self._add(relative)
        self._apply_first_or_last_day()
        self.normalize()

    def _add(self, relative: Relative) -> None:
        self.microsecond += relative.microsecond
        self.second += relative.second
        self.minute += relative.minute
        self.hour += relative.hour
        self.day += relative.day
        self.month += relative.month
        self.year += relative.year

    def _apply_weekday(self) -> None:
        relative = self.relative
        current = day_of_week(self.year, self.month, self.day)
        if relative.weekday_behavior == 2:
            # A week starts on Monday.
            if current == 0 and relative.weekday != 0:
                relative.weekday -= 7
            if relative.weekday == 0 and current != 0:
                relative.weekday = 7
            self.day += relative.weekday - current
            return
        difference = relative.weekday - current
        if (relative.day < 0 and difference < 0) or (relative.day >= 0 and difference <= -relative.weekday_behavior):
            difference += 7
        if relative.weekday >= 0:
            self.day += difference
        else:
            self.day -= 7 - (abs(relative.weekday) - current)
        relative.has_weekday = False

    def _apply_weekdays(self) -> None:
        relative = self.relative
        if relative.has_special and relative.special_kind == WEEKDAYS:
            self.day += _days_of_weekdays(relative.special_amount, day_of_week(self.year, self.month, self.day))
        self.normalize()
        relative.special_kind = relative.special_amount = 0

    def _apply_zone(self, zone: Optional[Zone]) -> None:
        if self.zone_kind == OFFSET:
            self.is_local = True
            self.timestamp -= self.offset
        elif self.zone_kind == ABBREVIATION:
            self.is_local = True
            self.timestamp -= self.offset + self.is_dst * _HOUR
        else:
            if self.zone_kind == NAMED:
                zone = self.zone
            if zone is not None:
                self.is_local = True
                self.timestamp -= self._local_offset(zone)
                self.set_zone(zone)

    def _local_offset(self, zone: Zone) -> int:
        """The offset to take local time at: before the change in the hour that occurs twice, or never."""
        local_time = self.timestamp
        current = zone.at(local_time)[0]
        after, since, _until = zone.at(local_time - current.offset)
        actual = after.offset
        if current.offset == actual and self.has_zone:
            if current.offset >= 0 and self.is_dst and not current.is_dst:
                earlier, earlier_since, _until = zone.at(local_time - current.offset - 7200)
                if earlier.offset != after.offset and local_time - earlier.offset < since:
                    actual, since = earlier.offset, earlier_since
            elif current.offset <= 0 and current.is_dst and not self.is_dst:
                later, later_since, _until = zone.at(local_time - current.offset + 7200)
                if later.offset != after.offset and local_time - later.offset >= later_since:
                    actual, since = later.offset, later_since
        is_in_transition = (
            since != BEGINNING_OF_TIME and since + (current.offset - actual) <= local_time - actual < since
        )
        return actual if current.offset != actual and not is_in_transition else current.offset


def _carry(high: int, low: int, size: int) -> Tuple[int, int]:
    """(high, low) with `low` from 0 to `size`."""
    carried = low // size
    return high + carried, low - carried * size


def _days_of_weekdays(count: int, weekday: int) -> int:
    """How many days from a day of week it is to the weekday, Monday to Friday, that is `count` of them away."""
    size = abs(count)
    sign = 1 if count > 0 else -1
    weeks, rest = divmod(size, 5)
    days = weeks * 7 * sign
    rest *= sign
    if count > 0:
        if rest == 0:
            days -= {0: 2, 6: 1}.get(weekday, 0)
        elif weekday == 6:
            days += 1
        elif weekday + rest > 5:
            days += 2
    elif rest == 0:
        days += {6: 2, 0: 1}.get(weekday, 0)
    elif weekday == 0:
        days -= 1
    elif weekday + rest < 1:
        days -= 2
    return days + rest
