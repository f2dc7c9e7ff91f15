"""Date and time: what changes an object's moment, which is never changed itself, only replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional, Tuple

from engine.runtime.dates.civil import days_to_iso_week
from engine.runtime.dates.interval import moved, moved_by_clock
from engine.runtime.dates.moment import OFFSET, Moment, Relative
from engine.runtime.dates.parse import parse_date
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.lifetimes import give_number
from engine.runtime.property_listing import copy_object
from engine.stdlib.datetime.creation import enter_zone
from engine.stdlib.datetime.intervals import describe_error, relative_of
from engine.stdlib.datetime.parsing import remember_errors
from engine.stdlib.datetime.zones import initialized

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject

# What is noted of an object that has its number and its moment alone.
_PLAIN_SIZE = 2

# What changes a moment that is the caller's own.
Change = Callable[[Moment], None]


def replace_moment(target: PhpObject, change: Change) -> PhpObject:
    """Change the object's moment."""
    moment = initialized(target).copy()
    change(moment)
    target._moment = moment
    return target


def replace_in_copy(target: Any, change: Change) -> PhpObject:
    """A copy of the object with its moment changed."""
    moment = initialized(target).copy()
    change(moment)
    return copy_with(target, moment)


def copy_with(target: Any, moment: Moment) -> PhpObject:
    """A copy of the object that has this moment."""
    owner = target.php_class
    if owner.slots or owner.has_destructor or len(target.__dict__) != _PLAIN_SIZE:
        made = copy_object(target)
    else:
        made = owner.python_type()
        give_number(made)
    made._moment = moment
    return made


def zone_change(timezone: Any) -> Change:
    """Be in the zone of a DateTimeZone at the same time."""
    like = initialized(timezone)

    def change(moment: Moment) -> None:
        enter_zone(moment, like)
        moment.set_from_timestamp(moment.timestamp)

    return change


def time_change(hour: int, minute: int, second: int, microsecond: int) -> Change:
    """Be at another time of the day."""

    def change(moment: Moment) -> None:
        moment.hour, moment.minute, moment.second, moment.microsecond = hour, minute, second, microsecond
        moment.update_timestamp()
        moment.update_fields()

    return change


def date_change(year: int, month: int, day: int) -> Change:
    """Be on another day."""

    def change(moment: Moment) -> None:
        moment.year, moment.month, moment.day = year, month, day
        moment.update_timestamp()

    return change


def iso_date_change(year: int, week: int, weekday: int) -> Change:
    """Be on a day of an ISO 8601 week."""

    def change(moment: Moment) -> None:
        moment.year, moment.month, moment.day = year, 1, 1
        moment.relative = Relative()
        moment.relative.day = days_to_iso_week(year, week, weekday)
        moment.has_relative = True
        moment.update_timestamp()

    return change


def timestamp_change(timestamp: int) -> Change:
    """Be at a timestamp, in whole seconds."""

    def change(moment: Moment) -> None:
        moment.set_from_timestamp(timestamp)
        moment.update_timestamp()
        moment.microsecond = 0

    return change


def microsecond_change(microsecond: int) -> Change:
    """Be at another microsecond of the second; throws DateRangeError for what is none."""
    if not 0 <= microsecond <= 999_999:
        raise throw_error(
            "DateRangeError",
            f"{current_builtin_name()}(): Argument #1 ($microsecond) must be between 0 and 999999, {microsecond} given",
        )

    def change(moment: Moment) -> None:
        moment.microsecond = microsecond

    return change


def modified(target: Any, modifier: str) -> Tuple[Optional[Moment], str]:
    """The object's moment as a text changes it; None and PHP's complaint, if the text is no date."""
    moment = initialized(target).copy()
    parsed = parse_date(modifier)
    remember_errors(parsed)
    if parsed.errors:
        return None, f"Failed to parse time string ({modifier}) {describe_error(parsed.errors[0])}"
    said = parsed.moment
    moment.relative = said.relative
    moment.has_relative = said.has_relative
    if said.year is not None:
        moment.year = said.year
    if said.month is not None:
        moment.month = said.month
    if said.day is not None:
        moment.day = said.day
    if said.microsecond is not None:
        moment.microsecond = said.microsecond
    if said.hour is not None:
        moment.hour = said.hour
        moment.minute = said.minute or 0
        moment.second = (said.second or 0) if said.minute is not None else 0
    if _is_timestamp(said):
        moment.set_offset(0)
    moment.update_timestamp()
    moment.update_fields()
    moment.has_relative = False
    moment.relative = Relative()
    return moment, ""


def _is_timestamp(said: Moment) -> bool:
    """Whether the text was `@` and a timestamp, which changes the zone to UTC too."""
    return (
        said.year == 1970
        and (said.month, said.day) == (1, 1)
        and (said.hour, said.minute, said.second, said.microsecond) == (0, 0, 0, 0)
        and bool(said.has_zone)
        and said.zone_kind == OFFSET
        and said.offset == 0
        and said.is_dst == 0
    )


def modified_or_thrown(target: Any, modifier: str) -> Moment:
    """As `modified`, throwing DateMalformedStringException."""
    moment, problem = modified(target, modifier)
    if moment is None:
        raise throw_error("DateMalformedStringException", f"{current_builtin_name()}(): {problem}")
    return moment


def is_special(interval: Any) -> bool:
    """Whether an interval counts weekdays, which cannot be subtracted."""
    relative = relative_of(interval)
    return relative.has_weekday or relative.has_special


def subtracted_or_thrown(target: Any, interval: Any) -> Moment:
    """The object's moment less an interval; throws DateInvalidOperationException where that is special."""
    initialized(target)
    if is_special(interval):
        raise throw_error(
            "DateInvalidOperationException",
            f"{current_builtin_name()}(): Only non-special relative time specifications are supported for subtraction",
        )
    return moved_by(target, interval, -1)


def moved_by(target: Any, interval: Any, sign: int) -> Moment:
    """The object's moment more or less, by `sign`, an interval."""
    moment = initialized(target)
    relative = relative_of(interval)
    if interval._is_by_clock:
        return moved_by_clock(moment, relative, sign)
    return moved(moment, relative, sign)
