"""Date and time: the functions that do what methods of DateTime and DateTimeImmutable do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from engine.builtin.declare import contextual
from engine.runtime.classes import require_class
from engine.runtime.context import ctx
from engine.runtime.dates.format import format_date
from engine.runtime.dates.interval import difference
from engine.runtime.exceptions import throw_error
from engine.runtime.values import INT_MAX, INT_MIN, PhpString
from engine.stdlib.datetime.changes import (
    date_change,
    is_special,
    iso_date_change,
    modified,
    moved_by,
    replace_moment,
    time_change,
    timestamp_change,
    zone_change,
)
from engine.stdlib.datetime.creation import make_by_format, make_from_text
from engine.stdlib.datetime.intervals import make_interval
from engine.stdlib.datetime.zones import initialized, zone_of

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject

EXTENSION = "date"


@contextual(untraced=True)
def date_create(
    datetime: PhpString = "now", timezone: Annotated[PhpObject, "DateTimeZone"] | None = None
) -> Annotated[PhpObject, "DateTime"] | Literal[False]:
    """Create a new DateTime object."""
    return make_from_text("DateTime", datetime, timezone)


@contextual(untraced=True)
def date_create_immutable(
    datetime: PhpString = "now", timezone: Annotated[PhpObject, "DateTimeZone"] | None = None
) -> Annotated[PhpObject, "DateTimeImmutable"] | Literal[False]:
    """Create a new DateTimeImmutable object."""
    return make_from_text("DateTimeImmutable", datetime, timezone)


@contextual(untraced=True)
def date_create_from_format(
    format_: PhpString, datetime: PhpString, timezone: Annotated[PhpObject, "DateTimeZone"] | None = None
) -> Annotated[PhpObject, "DateTime"] | Literal[False]:
    """Parse a time string according to a specified format."""
    return make_by_format(require_class("DateTime"), format_, datetime, timezone)


@contextual(untraced=True)
def date_create_immutable_from_format(
    format_: PhpString, datetime: PhpString, timezone: Annotated[PhpObject, "DateTimeZone"] | None = None
) -> Annotated[PhpObject, "DateTimeImmutable"] | Literal[False]:
    """Parse a time string according to a specified format."""
    return make_by_format(require_class("DateTimeImmutable"), format_, datetime, timezone)


@contextual(untraced=True)
def date_format(object: Annotated[PhpObject, "DateTimeInterface"], format_: PhpString) -> PhpString:
    """Return date formatted according to given format."""
    return format_date(format_, initialized(object))


@contextual(untraced=True)
def date_modify(
    object: Annotated[PhpObject, "DateTime"], modifier: PhpString
) -> Annotated[PhpObject, "DateTime"] | Literal[False]:
    """Alter the timestamp."""
    moment, problem = modified(object, modifier)
    if moment is None:
        ctx.function_warning(problem)
        return False
    object._moment = moment
    return object


@contextual(untraced=True)
def date_add(
    object: Annotated[PhpObject, "DateTime"], interval: Annotated[PhpObject, "DateInterval"]
) -> Annotated[PhpObject, "DateTime"]:
    """Add an amount of days, months, years, hours, minutes and seconds to a DateTime object."""
    object._moment = moved_by(object, interval, 1)
    return object


@contextual(untraced=True)
def date_sub(
    object: Annotated[PhpObject, "DateTime"], interval: Annotated[PhpObject, "DateInterval"]
) -> Annotated[PhpObject, "DateTime"]:
    """Subtract an amount of days, months, years, hours, minutes and seconds from a DateTime object."""
    if is_special(interval):
        ctx.function_warning("Only non-special relative time specifications are supported for subtraction")
        return object
    object._moment = moved_by(object, interval, -1)
    return object


@contextual
def date_timezone_get(
    object: Annotated[PhpObject, "DateTimeInterface"],
) -> Annotated[PhpObject, "DateTimeZone"] | Literal[False]:
    """Return time zone relative to given DateTime."""
    moment = initialized(object)
    return zone_of(moment) if moment.is_local else False


@contextual
def date_timezone_set(
    object: Annotated[PhpObject, "DateTime"], timezone: Annotated[PhpObject, "DateTimeZone"]
) -> Annotated[PhpObject, "DateTime"]:
    """Set the time zone for the DateTime object."""
    return replace_moment(object, zone_change(timezone))


@contextual
def date_offset_get(object: Annotated[PhpObject, "DateTimeInterface"]) -> int:
    """Return the timezone offset."""
    moment = initialized(object)
    return moment.total_offset() if moment.is_local else 0


@contextual
def date_time_set(
    object: Annotated[PhpObject, "DateTime"], hour: int, minute: int, second: int = 0, microsecond: int = 0
) -> Annotated[PhpObject, "DateTime"]:
    """Set the time."""
    return replace_moment(object, time_change(hour, minute, second, microsecond))


@contextual
def date_date_set(
    object: Annotated[PhpObject, "DateTime"], year: int, month: int, day: int
) -> Annotated[PhpObject, "DateTime"]:
    """Set the date."""
    return replace_moment(object, date_change(year, month, day))


@contextual
def date_isodate_set(
    object: Annotated[PhpObject, "DateTime"], year: int, week: int, dayOfWeek: int = 1
) -> Annotated[PhpObject, "DateTime"]:
    """Set the ISO date."""
    return replace_moment(object, iso_date_change(year, week, dayOfWeek))


@contextual
def date_timestamp_set(object: Annotated[PhpObject, "DateTime"], timestamp: int) -> Annotated[PhpObject, "DateTime"]:
    """Set the date and time based on an Unix timestamp."""
    return replace_moment(object, timestamp_change(timestamp))


@contextual
def date_timestamp_get(object: Annotated[PhpObject, "DateTimeInterface"]) -> int:
    """Get the Unix timestamp."""
    timestamp = initialized(object).timestamp
    if not INT_MIN <= timestamp <= INT_MAX:
        raise throw_error("DateRangeError", "Epoch doesn't fit in a PHP integer")
    return int(timestamp)


@contextual(untraced=True)
def date_diff(
    baseObject: Annotated[PhpObject, "DateTimeInterface"],
    targetObject: Annotated[PhpObject, "DateTimeInterface"],
    absolute: bool = False,
) -> Annotated[PhpObject, "DateInterval"]:
    """Return the difference between two DateTime objects."""
    relative = difference(initialized(baseObject), initialized(targetObject))
    if absolute:
        relative.is_inverted = False
    return make_interval(relative)
