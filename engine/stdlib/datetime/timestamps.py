"""Date and time: timestamps, formats and zones. The objects are in `datetime/objects.py` and its neighbours."""

from __future__ import annotations

import time as system_time
from typing import Any, Dict, List, Literal, Tuple

from engine.builtin.declare import BadArgumentError, Case, CaseDefault, PhpConst, contextual, pure, volatile
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.dates.abbreviations import ABBREVIATIONS, zone_of_abbreviation
from engine.runtime.dates.civil import (
    day_of_week,
    day_of_year,
    days_in_month,
    is_leap,
    is_valid_date,
    iso_day_of_week,
    iso_week,
)
from engine.runtime.dates.format import DAY_NAMES, MONTH_NAMES, format_date, swatch_beat
from engine.runtime.dates.moment import NAMED, Moment
from engine.runtime.dates.parse import fill_holes, parse_date, says_when
from engine.runtime.dates.zones import DATABASE, Zone
from engine.runtime.exceptions import printed
from engine.runtime.values import INT_MAX, INT_MIN, PhpString

EXTENSION = "date"

DATE_ATOM: PhpConst[str] = "Y-m-d\\TH:i:sP"
DATE_COOKIE: PhpConst[str] = "l, d-M-Y H:i:s T"
DATE_ISO8601: PhpConst[str] = "Y-m-d\\TH:i:sO"
DATE_ISO8601_EXPANDED: PhpConst[str] = "X-m-d\\TH:i:sP"
DATE_RFC822: PhpConst[str] = "D, d M y H:i:s O"
DATE_RFC850: PhpConst[str] = "l, d-M-y H:i:s T"
DATE_RFC1036: PhpConst[str] = "D, d M y H:i:s O"
DATE_RFC1123: PhpConst[str] = "D, d M Y H:i:s O"
DATE_RFC7231: PhpConst[str] = "D, d M Y H:i:s \\G\\M\\T"
DATE_RFC2822: PhpConst[str] = "D, d M Y H:i:s O"
DATE_RFC3339: PhpConst[str] = "Y-m-d\\TH:i:sP"
DATE_RFC3339_EXTENDED: PhpConst[str] = "Y-m-d\\TH:i:s.vP"
DATE_RSS: PhpConst[str] = "D, d M Y H:i:s O"
DATE_W3C: PhpConst[str] = "Y-m-d\\TH:i:sP"

_UNSAID = "UTC"
_GROUPS = (
    (1, "Africa/"),
    (2, "America/"),
    (4, "Antarctica/"),
    (8, "Arctic/"),
    (16, "Asia/"),
    (32, "Atlantic/"),
    (64, "Australia/"),
    (128, "Europe/"),
    (256, "Indian/"),
    (512, "Pacific/"),
    (1024, "UTC"),
)
_ALL = 2047
_ALL_WITH_BC = 4095
_ALL = 2047
_PER_COUNTRY = 4096


class DateState:
    """The default zone that the script chose, and what its last reading of a date complained about."""

    def __init__(self) -> None:
        self.zone_name = ""
        self.last_errors: PhpArray | None = None


@volatile
def time() -> int:
    """Return current Unix timestamp."""
    return int(system_time.time())


@volatile
def microtime(as_float: bool = False) -> PhpString | float:
    """Return current Unix timestamp with microseconds."""
    now = system_time.time_ns() // 1000
    if as_float:
        return now / 1_000_000
    return f"0.{now % 1_000_000:06d}00 {now // 1_000_000}"


@volatile
def hrtime(as_number: bool = False) -> PhpArray | int | float | Literal[False]:
    """Get the system's high resolution time."""
    now = system_time.monotonic_ns()
    return now if as_number else PhpArray([now // 1_000_000_000, now % 1_000_000_000])


@volatile
def gettimeofday(as_float: bool = False) -> PhpArray | float:
    """Get current time."""
    nanoseconds = system_time.time_ns()
    if as_float:
        return nanoseconds / 1_000_000_000
    seconds = nanoseconds // 1_000_000_000
    moment = local_moment(seconds)
    return PhpArray.from_strings(
        {
            "sec": seconds,
            "usec": nanoseconds // 1000 % 1_000_000,
            "minuteswest": -moment.total_offset() // 60,
            "dsttime": moment.is_dst,
        }
    )


@contextual(untraced=True)
def date(format_: PhpString, timestamp: int | None = None) -> PhpString:
    """Format a Unix timestamp."""
    return format_date(format_, local_moment(_or_now(timestamp)))


@contextual(untraced=True)
def gmdate(format_: PhpString, timestamp: int | None = None) -> PhpString:
    """Format a GMT/UTC date/time."""
    return format_date(format_, utc_moment(_or_now(timestamp)))


@contextual
def idate(format_: PhpString, timestamp: int | None = None) -> int | Literal[False]:
    """Format a local time/date part as integer."""
    if len(format_) != 1:
        ctx.function_warning("idate format is one char")
        return False
    moment = local_moment(_or_now(timestamp))
    number = _as_integer(format_, moment)
    if number is not None:
        # PHP has it as a C int, whose -1 says that there is none.
        number = (number + 2**31) % 2**32 - 2**31
    if number is None or number == -1:
        ctx.function_warning("Unrecognized date format token")
        return False
    return number


@contextual(untraced=True)
def mktime(
    hour: int,
    minute: int | None = None,
    second: int | None = None,
    month: int | None = None,
    day: int | None = None,
    year: int | None = None,
) -> int | Literal[False]:
    """Get Unix timestamp for a date."""
    return _timestamp_of(local_moment(_now()), (hour, minute, second, month, day, year))


@contextual(untraced=True)
def gmmktime(
    hour: int,
    minute: int | None = None,
    second: int | None = None,
    month: int | None = None,
    day: int | None = None,
    year: int | None = None,
) -> int | Literal[False]:
    """Get Unix timestamp for a GMT date."""
    return _timestamp_of(utc_moment(_now()), (hour, minute, second, month, day, year))


@pure
def checkdate(month: int, day: int, year: int) -> bool:
    """Validate a Gregorian date."""
    return 1 <= year <= 32767 and is_valid_date(year, month, day)


@contextual(untraced=True)
def strtotime(datetime: PhpString, baseTimestamp: int | None = None) -> int | Literal[False]:
    """Parse about any English textual datetime description into a Unix timestamp."""
    if not datetime:
        return False
    parsed = parse_date(datetime)
    if parsed.errors:
        return False
    moment = parsed.moment
    base = _or_now(baseTimestamp)
    now = Moment() if says_when(moment) else local_moment(base)
    if now.zone is None:
        now.zone = default_zone()
        now.zone_kind = NAMED
    fill_holes(moment, now)
    moment.update_timestamp(now.zone)
    return _in_range(moment.timestamp)


@contextual(deprecated="8.1, use IntlDateFormatter::format() instead")
def strftime(format_: PhpString, timestamp: int | None = None) -> PhpString | Literal[False]:
    """Format a local time/date according to locale settings."""
    return _strftime(format_, local_moment(_or_now(timestamp)))


@contextual(deprecated="8.1, use IntlDateFormatter::format() instead")
def gmstrftime(format_: PhpString, timestamp: int | None = None) -> PhpString | Literal[False]:
    """Format a GMT/UTC time/date according to locale settings."""
    return _strftime(format_, utc_moment(_or_now(timestamp)))


@contextual
def localtime(timestamp: int | None = None, associative: bool = False) -> PhpArray:
    """Get the local time."""
    moment = local_moment(_or_now(timestamp))
    weekday, yearday = _weekday_and_yearday(moment)
    values = {
        "tm_sec": moment.second,
        "tm_min": moment.minute,
        "tm_hour": moment.hour,
        "tm_mday": moment.day,
        "tm_mon": moment.month - 1,
        "tm_year": moment.year - 1900,
        "tm_wday": weekday,
        "tm_yday": yearday,
        "tm_isdst": moment.is_dst,
    }
    return PhpArray.from_strings(values) if associative else PhpArray(list(values.values()))


@contextual
def getdate(timestamp: int | None = None) -> PhpArray:
    """Get date/time information."""
    timestamp = _or_now(timestamp)
    moment = local_moment(timestamp)
    weekday, yearday = _weekday_and_yearday(moment)
    result = PhpArray.from_strings(
        {
            "seconds": moment.second,
            "minutes": moment.minute,
            "hours": moment.hour,
            "mday": moment.day,
            "wday": weekday,
            "mon": moment.month,
            "year": moment.year,
            "yday": yearday,
            "weekday": DAY_NAMES[weekday],
            "month": MONTH_NAMES[moment.month - 1],
        }
    )
    result.set(0, timestamp)
    return result


@contextual
def date_default_timezone_set(timezoneId: PhpString) -> bool:
    """Set the default timezone used by all date/time functions in a script."""
    zone = DATABASE.find(timezoneId)
    if zone is None:
        ctx.function_warning(f"Timezone ID '{printed(timezoneId)}' is invalid", 8)
        return False
    date_state().zone_name = timezoneId
    return True


@contextual
def date_default_timezone_get() -> PhpString:
    """Get the default timezone used by all date/time functions in a script."""
    return default_zone().name


@pure
def timezone_identifiers_list(
    timezoneGroup: int = Case["DateTimeZone::ALL"], countryCode: PhpString | None = None
) -> PhpArray:
    """Return a numerically indexed array containing all defined timezone identifiers."""
    # Any: what stands for a default is no int.
    group: Any = timezoneGroup
    if type(group) is CaseDefault:
        group = _ALL
    if group == _PER_COUNTRY and len(countryCode or "") != 2:
        raise BadArgumentError(
            "countryCode",
            "must be a two-letter ISO 3166-1 compatible country code when argument #1 ($timezoneGroup)"
            " is DateTimeZone::PER_COUNTRY",
        )
    if group == _ALL_WITH_BC:
        return PhpArray(list(DATABASE.names()))
    if group == _PER_COUNTRY:
        found = []
        for name in DATABASE.listed_names():
            location = DATABASE.location(name)
            if location is not None and location.country == countryCode:
                found.append(name)
        return PhpArray(found)
    prefixes = tuple([prefix for flag, prefix in _GROUPS if group & flag])
    return PhpArray([name for name in DATABASE.listed_names() if name.startswith(prefixes)])


@pure
def timezone_abbreviations_list() -> PhpArray:
    """Return associative array containing dst, offset and the timezone name."""
    zones = _zones_by_type()
    result = PhpArray()
    for name, meanings in ABBREVIATIONS.items():
        rows = []
        for each in meanings:
            others = [zone for zone in zones.get((name, each.offset, each.is_dst), ()) if zone != each.zone]
            rows += [
                PhpArray.from_strings({"dst": each.is_dst, "offset": each.offset, "timezone_id": zone})
                for zone in (each.zone or None, *others)
            ]
        result.set(name, PhpArray(rows))
    return result


@pure
def timezone_name_from_abbr(abbr: PhpString, utcOffset: int = -1, isDST: int = -1) -> PhpString | Literal[False]:
    """Return a timezone name by guessing from abbreviation and UTC offset."""
    found = zone_of_abbreviation(abbr, utcOffset, is_dst=isDST == 1) if abbr or isDST in (0, 1) else None
    return found or False


@contextual
def timezone_version_get() -> PhpString:
    """Get the version of the timezonedb."""
    return "0.system"


def _zones_by_type() -> Dict[Tuple[str, int, bool], List[str]]:
    """The names of the zones that have ever had an abbreviation with an offset."""
    zones: Dict[Tuple[str, int, bool], List[str]] = {}
    for zone_name in DATABASE.names():
        zone = DATABASE.find(zone_name)
        for local in sorted(set(zone.types)) if zone is not None else ():
            zones.setdefault((local.abbreviation.lower(), local.offset, local.is_dst), []).append(zone_name)
    return zones


def date_state() -> DateState:
    """The state of this execution."""
    return ctx.state("date", DateState)


def default_zone() -> Zone:
    """The zone of dates that say none."""
    name = date_state().zone_name or ctx.ini.get("date.timezone") or _UNSAID
    zone = DATABASE.find(name) or DATABASE.find(_UNSAID)
    assert zone is not None  # the database always has UTC
    return zone


def local_moment(timestamp: int) -> Moment:
    """A moment in the default zone."""
    moment = Moment()
    moment.zone = default_zone()
    moment.zone_kind = NAMED
    moment.microsecond = 0
    moment.set_from_timestamp(timestamp)
    return moment


def utc_moment(timestamp: int) -> Moment:
    """A moment that is not local time anywhere."""
    moment = Moment()
    moment.offset = moment.is_dst = moment.microsecond = 0
    moment.timestamp = timestamp
    moment.update_fields()
    moment.is_local = False
    return moment


def _now() -> int:
    ctx.volatile = True
    return int(system_time.time())


def _or_now(timestamp: int | None) -> int:
    return _now() if timestamp is None else timestamp


def _in_range(timestamp: int) -> int | Literal[False]:
    if INT_MIN <= timestamp <= INT_MAX:
        return timestamp
    ctx.function_warning("Epoch doesn't fit in a PHP integer")
    return False


def _timestamp_of(moment: Moment, parts: Tuple[int | None, ...]) -> int | Literal[False]:
    """The timestamp of hour, minute, second, month, day and year; what is null stays as in `moment`."""
    hour, minute, second, month, day, year = parts
    if hour is not None:
        moment.hour = hour
    if minute is not None:
        moment.minute = minute
    if second is not None:
        moment.second = second
    if month is not None:
        moment.month = month
    if day is not None:
        moment.day = day
    if year is not None:
        moment.year = year + (2000 if 0 <= year < 70 else 1900 if 70 <= year <= 100 else 0)
    moment.update_timestamp(moment.zone)
    return _in_range(moment.timestamp)


def _weekday_and_yearday(moment: Moment) -> Tuple[int, int]:
    parts = moment.year, moment.month, moment.day
    return day_of_week(*parts), day_of_year(*parts)


def _as_integer(character: str, moment: Moment) -> int | None:
    year, month, day = moment.year, moment.month, moment.day
    numbers = {
        "d": day,
        "j": day,
        "N": iso_day_of_week(year, month, day),
        "w": day_of_week(year, month, day),
        "z": day_of_year(year, month, day),
        "W": iso_week(year, month, day)[0],
        "o": iso_week(year, month, day)[1],
        "m": month,
        "n": month,
        "t": days_in_month(year, month),
        "L": int(is_leap(year)),
        "y": (abs(year) % 100) * (1 if year >= 0 else -1),
        "Y": year,
        "B": swatch_beat(moment.timestamp),
        "g": moment.hour % 12 or 12,
        "h": moment.hour % 12 or 12,
        "G": moment.hour,
        "H": moment.hour,
        "i": moment.minute,
        "s": moment.second,
        "I": moment.is_dst,
        "Z": moment.total_offset(),
        "U": moment.timestamp,
    }
    found: int | None = numbers.get(character)
    return found


# What strftime() prints in the locale "C", in terms of date() where that can.
_STRFTIME = {
    "a": "D", "A": "l", "b": "M", "h": "M", "B": "F", "c": "D M _ H:i:s Y", "d": "d", "D": "m/d/y", "F": "Y-m-d",
    "G": "o", "H": "H", "I": "h", "m": "m", "M": "i", "p": "A", "P": "a", "r": "h:i:s A", "R": "H:i", "S": "s",
    "s": "U", "T": "H:i:s", "u": "N", "V": "W", "w": "w", "x": "m/d/y", "X": "H:i:s", "y": "y", "Y": "Y", "z": "O",
    "Z": "T",
}  # fmt: skip


def _strftime(form: str, moment: Moment) -> str | Literal[False]:
    pieces: List[str] = []
    position = 0
    while position < len(form):
        character = form[position]
        position += 1
        if character != "%" or position == len(form):
            pieces.append(character)
            continue
        character = form[position]
        position += 1
        if character in "EO" and position < len(form):
            character = form[position]
            position += 1
        pieces.append(_strftime_field(character, moment))
    return "".join(pieces) or False


def _strftime_field(character: str, moment: Moment) -> str:
    parts = moment.year, moment.month, moment.day
    yearday = day_of_year(*parts)
    if character == "c":
        return format_date("D M ", moment) + f"{moment.day:2d}" + format_date(" H:i:s Y", moment)
    if character in _STRFTIME:
        return format_date(_STRFTIME[character], moment)
    special = {
        "%": "%",
        "n": "\n",
        "t": "\t",
        "C": f"{moment.year // 100:02d}",
        "e": f"{moment.day:2d}",
        "g": f"{iso_week(*parts)[1] % 100:02d}",
        "j": f"{yearday + 1:03d}",
        "k": f"{moment.hour:2d}",
        "l": f"{moment.hour % 12 or 12:2d}",
        "U": f"{(yearday + 7 - day_of_week(*parts)) // 7:02d}",
        "W": f"{(yearday + 7 - (day_of_week(*parts) + 6) % 7) // 7:02d}",
    }
    return special.get(character, "%" + character)
