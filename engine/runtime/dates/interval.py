"""Differences of moments, and moments moved by a Relative."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Dict, NamedTuple, Optional

from engine.runtime.dates.civil import SECONDS_PER_DAY, days_from_civil
from engine.runtime.dates.moment import NAMED, OFFSET, Moment, Relative

if TYPE_CHECKING:
    from engine.runtime.dates.zones import Zone

_TOKEN = re.compile(
    r"(?P<recurrences>R(?P<count>[0-9]+))"
    r"|(?P<moment>(?P<year>[0-9]{4})(?P<dash>-?)(?P<month>0[1-9]|1[0-2])(?P=dash)(?P<day>0[1-9]|[12][0-9]|3[01])T"
    r"(?P<hour>[01][0-9]|2[0-4])(?P<colon>:?)(?P<minute>[0-5][0-9])(?P=colon)(?P<second>[0-5][0-9])Z)"
    r"|(?P<combined>P(?P<years>[0-9]{4})-(?P<months>0[0-9]|1[0-2])-(?P<days>0[0-9]|[12][0-9]|3[01])T"
    r"(?P<hours>[01][0-9]|2[0-4]):(?P<minutes>[0-5][0-9]):(?P<seconds>[0-5][0-9]))"
    r"|(?P<period>P(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?(?:T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?)"
    r"|(?P<separator>[ .,\t/\n\0])"
)
_PART = re.compile(r"([0-9]+)([YMWDHS])")
# More digits than this are not read as one number.
_PERIOD_DIGITS = 12
# Periods that were read lately: a program writes the same few again and again.
_PERIODS: Dict[str, Relative] = {}
_PERIODS_KEPT = 256
_PERIOD_LENGTH = 32


class Specification(NamedTuple):
    """What an ISO 8601 interval says: `R5/2008-03-01T13:00:00Z/P1Y2M10DT2H30M`."""

    begin: Optional[Moment]
    end: Optional[Moment]
    period: Optional[Relative]
    recurrences: int
    has_errors: bool


def difference(one: Moment, two: Moment) -> Relative:
    """From `one` to `two`, in calendar fields."""
    if one.zone_kind == two.zone_kind == NAMED and one.is_in_same_zone(two):
        return _difference_in_zone(one, two)
    result = Relative()
    if one.timestamp > two.timestamp or (one.timestamp == two.timestamp and one.microsecond > two.microsecond):
        one, two = two, one
        result.is_inverted = True
    _subtract_fields(result, one, two)
    if one.zone_kind != NAMED:
        result.hour += one.is_dst
    if two.zone_kind != NAMED:
        result.hour -= two.is_dst
    result.second += one.offset - two.offset
    result.days = _days_between(one, two)
    base = one if result.is_inverted else two
    result.normalize(base.year, base.month)
    return result


def _subtract_fields(result: Relative, one: Moment, two: Moment) -> None:
    result.year = two.year - one.year
    result.month = two.month - one.month
    result.day = two.day - one.day
    result.hour = two.hour - one.hour
    result.minute = two.minute - one.minute
    result.second = two.second - one.second
    result.microsecond = two.microsecond - one.microsecond


def _is_fields_later(one: Moment, two: Moment) -> bool:
    """Whether `one` is after `two` on the calendar and the clock."""
    if one.year != two.year:
        return bool(one.year > two.year)
    if one.month != two.month:
        return bool(one.month > two.month)
    if one.day != two.day:
        return bool(one.day > two.day)
    return _is_clock_later(one, two)


def _is_clock_later(one: Moment, two: Moment) -> bool:
    if one.hour != two.hour:
        return bool(one.hour > two.hour)
    if one.minute != two.minute:
        return bool(one.minute > two.minute)
    if one.second != two.second:
        return bool(one.second > two.second)
    return bool(one.microsecond > two.microsecond)


def _difference_in_zone(one: Moment, two: Moment) -> Relative:
    result = Relative()
    if _is_fields_later(one, two):
        one, two = two, one
        result.is_inverted = True
    correction = two.offset - one.offset
    hours = _truncated(correction, 3600)
    minutes = _truncated(correction - hours * 3600, 60)
    _subtract_fields(result, one, two)
    result.days = _days_between(one, two)
    if two.timestamp < one.timestamp:
        # Local time went back between them.
        flipped = abs(result.minute * 60 + result.second - correction)
        result.hour, rest = divmod(flipped, 3600)
        result.minute, result.second = divmod(rest, 60)
        result.is_inverted = not result.is_inverted
    base = one if result.is_inverted else two
    result.normalize(base.year, base.month)
    zone = two.zone
    if zone is not None:
        _correct_for_change(result, one, two, zone, correction, hours, minutes)
    return result


def _correct_for_change(
    result: Relative, one: Moment, two: Moment, zone: Zone, correction: int, hours: int, minutes: int
) -> None:
    """Account for a change of the offset within the last day."""
    elapsed = two.timestamp - one.timestamp
    if one.is_dst == 1 and two.is_dst == 0:
        if elapsed + correction < SECONDS_PER_DAY:
            result.hour -= hours
            result.minute -= minutes
    elif one.is_dst == 0 and two.is_dst == 1:
        since = zone.at(two.timestamp)[1]
        is_first_day = since < one.timestamp + SECONDS_PER_DAY <= since + correction
        rest = elapsed + correction
        rest -= _truncated(rest, SECONDS_PER_DAY) * SECONDS_PER_DAY
        if not is_first_day and two.timestamp >= since and rest > two.timestamp - since:
            result.hour -= hours
            result.minute -= minutes
    elif elapsed >= SECONDS_PER_DAY:
        local, since, _until = zone.at(two.timestamp - two.offset)
        change = one.offset - local.offset
        if since - change <= two.timestamp < since:
            result.day -= 1
            result.hour = 24


def _truncated(number: int, size: int) -> int:
    """Division towards zero."""
    return number // size if number >= 0 else -(-number // size)


def _days_between(one: Moment, two: Moment) -> int:
    if not one.is_in_same_zone(two):
        return abs(one.timestamp - two.timestamp) // SECONDS_PER_DAY
    earliest, latest = one, two
    if (two.timestamp, two.microsecond) <= (one.timestamp, one.microsecond):
        earliest, latest = two, one
    days = abs(days_from_civil(one.year, one.month, one.day) - days_from_civil(two.year, two.month, two.day))
    return days - 1 if days > 0 and _is_clock_later(earliest, latest) else days


def moved(moment: Moment, relative: Relative, sign: int) -> Moment:
    """`moment` with the amounts added, all by the calendar; `sign` -1 subtracts."""
    made = moment.copy()
    if sign > 0 and (relative.has_weekday or relative.has_special):
        made.relative = relative.copy()
    else:
        factor = -sign if relative.is_inverted else sign
        made.relative = _scaled(relative, factor)
    made.has_relative = True
    made.update_timestamp()
    made.update_fields()
    made.has_relative = False
    return made


def moved_by_clock(moment: Moment, relative: Relative, sign: int) -> Moment:
    """`moment` with the days added by the calendar and the time as it elapses; `sign` -1 subtracts."""
    made = moment.copy()
    made.has_relative = True
    if relative.has_weekday or relative.has_special:
        made.relative = relative.copy()
        made.update_timestamp()
        made.update_fields()
    else:
        factor = -sign if relative.is_inverted else sign
        made.relative = _scaled(relative, factor, only_date=True)
        if relative.year or relative.month or relative.day:
            made.update_timestamp()
        carried, microsecond = divmod(relative.microsecond, 1_000_000)
        seconds = relative.hour * 3600 + relative.minute * 60 + relative.second + carried
        made.timestamp += factor * seconds
        made.update_fields()
        if relative.microsecond:
            made.relative = Relative()
            made.microsecond += microsecond * factor
            made.normalize()
            made.update_timestamp()
        made.normalize()
    if made.zone_kind == NAMED and made.zone is not None:
        made.set_zone(made.zone)
    made.has_relative = False
    return made


def _scaled(relative: Relative, factor: int, *, only_date: bool = False) -> Relative:
    result = Relative()
    result.year = relative.year * factor
    result.month = relative.month * factor
    result.day = relative.day * factor
    if not only_date:
        result.hour = relative.hour * factor
        result.minute = relative.minute * factor
        result.second = relative.second * factor
        result.microsecond = relative.microsecond * factor
    return result


def parse_interval(text: str) -> Specification:
    """Read an ISO 8601 duration or interval."""
    known = _PERIODS.get(text)
    if known is not None:
        return Specification(None, None, known.copy(), 0, has_errors=False)
    read = _read_interval(text.strip(" \t\n\r\v\f"))
    is_period = read.begin is None and read.end is None and not read.recurrences and not read.has_errors
    if is_period and read.period is not None and len(text) <= _PERIOD_LENGTH:
        if len(_PERIODS) >= _PERIODS_KEPT:
            _PERIODS.clear()
        _PERIODS[text] = read.period.copy()
    return read


def _read_interval(text: str) -> Specification:
    begin: Optional[Moment] = None
    end: Optional[Moment] = None
    period: Optional[Relative] = None
    recurrences = 0
    has_errors = not text
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            has_errors = True
            position += 1
            continue
        position = match.end()
        # Of groups in one another it is the outer one.
        kind = match.lastgroup
        if kind == "recurrences":
            recurrences = int(match.group("count")[:9])
        elif kind == "moment":
            made = _read_moment(match)
            if begin is not None or period is not None:
                end = made
            else:
                begin = made
        elif kind == "combined":
            period = _read_combined(match)
        elif kind == "period":
            period = period or Relative()
            has_errors = not _read_period(match.group(), period) or has_errors
    return Specification(begin, end, period, recurrences, has_errors)


def _read_moment(match: Any) -> Moment:
    moment = Moment()
    for name in ("year", "month", "day", "hour", "minute", "second"):
        setattr(moment, name, int(match.group(name)))
    moment.microsecond = moment.offset = moment.is_dst = 0
    moment.zone_kind = OFFSET
    return moment


def _read_combined(match: Any) -> Relative:
    relative = Relative()
    for name in ("year", "month", "day", "hour", "minute", "second"):
        setattr(relative, name, int(match.group(name + "s")))
    return relative


def _read_period(text: str, relative: Relative) -> bool:
    """Read `P1Y2M`; False if something is missing or too long."""
    if text[-1] in "PT":
        return False
    date, _, time = text[1:].partition("T")
    for part, units in ((date, {"Y": "year", "M": "month"}), (time, {"H": "hour", "M": "minute", "S": "second"})):
        for digits, unit in _PART.findall(part):
            if len(digits) > _PERIOD_DIGITS:
                return False
            if unit in "WD":
                relative.day += int(digits) * (7 if unit == "W" else 1)
            else:
                setattr(relative, units[unit], int(digits))
    return True
