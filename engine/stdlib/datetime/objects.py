"""Date and time: DateTime and DateTimeImmutable.

An object's moment is never changed, only replaced, so that a clone may share it.
"""

from __future__ import annotations

import time as system_time
from typing import TYPE_CHECKING, Annotated, Any, Callable, List, Literal, Optional, Tuple

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, PhpConst, contextual
from engine.runtime.classes import instantiate, require_class
from engine.runtime.context import ctx
from engine.runtime.dates.civil import days_to_iso_week
from engine.runtime.dates.format import format_date
from engine.runtime.dates.interval import difference, moved, moved_by_clock
from engine.runtime.dates.moment import ABBREVIATION, NAMED, OFFSET, Moment, Relative
from engine.runtime.dates.parse import Message, fill_holes, parse_date, says_when
from engine.runtime.dates.parse_format import parse_date_by_format
from engine.runtime.dates.zones import DATABASE
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.lifetimes import give_number
from engine.runtime.objects import PhpObject
from engine.runtime.property_listing import copy_object
from engine.runtime.values import INT_MAX, INT_MIN, PhpString
from engine.stdlib.datetime.intervals import describe_error, make_interval, relative_of
from engine.stdlib.datetime.parsing import date_get_last_errors, remember_errors
from engine.stdlib.datetime.timestamps import default_zone
from engine.stdlib.datetime.zones import (
    Row,
    initialized,
    plain_properties,
    restore_properties,
    serialized,
    with_own_properties,
    zone_name,
    zone_of,
)
from engine.stdlib.strings.formatting import format_text

if TYPE_CHECKING:
    from engine.runtime.arrays import PhpArray

EXTENSION = "date"

# What is noted of an object that has its number and its moment alone.
_PLAIN_SIZE = 2
_INTERNAL = frozenset(("date", "timezone_type", "timezone"))

# What changes a moment that is the caller's own.
Change = Callable[[Moment], None]


@php_class("DateTimeInterface", kind="interface")
class DateTimeInterface(PhpObject):
    """What DateTime and DateTimeImmutable have in common."""

    ATOM: PhpConst[str] = "Y-m-d\\TH:i:sP"
    COOKIE: PhpConst[str] = "l, d-M-Y H:i:s T"
    ISO8601: PhpConst[str] = "Y-m-d\\TH:i:sO"
    ISO8601_EXPANDED: PhpConst[str] = "X-m-d\\TH:i:sP"
    RFC822: PhpConst[str] = "D, d M y H:i:s O"
    RFC850: PhpConst[str] = "l, d-M-y H:i:s T"
    RFC1036: PhpConst[str] = "D, d M y H:i:s O"
    RFC1123: PhpConst[str] = "D, d M Y H:i:s O"
    RFC7231: PhpConst[str] = "D, d M Y H:i:s \\G\\M\\T"
    RFC2822: PhpConst[str] = "D, d M Y H:i:s O"
    RFC3339: PhpConst[str] = "Y-m-d\\TH:i:sP"
    RFC3339_EXTENDED: PhpConst[str] = "Y-m-d\\TH:i:s.vP"
    RSS: PhpConst[str] = "D, d M Y H:i:s O"
    W3C: PhpConst[str] = "Y-m-d\\TH:i:sP"

    @method
    def format(self, format_: PhpString) -> PhpString:
        """Return date formatted according to given format."""
        raise NotImplementedError

    @method(name="getTimezone")
    def get_timezone(self) -> Annotated[PhpObject, "DateTimeZone"] | Literal[False]:
        """Return time zone relative to given DateTime."""
        raise NotImplementedError

    @method(name="getOffset")
    def get_offset(self) -> int:
        """Return the timezone offset."""
        raise NotImplementedError

    @method(name="getTimestamp")
    def get_timestamp(self) -> int:
        """Get the Unix timestamp."""
        raise NotImplementedError

    @method(name="getMicrosecond")
    def get_microsecond(self) -> int:
        """Get the microsecond part."""
        raise NotImplementedError

    @method
    def diff(
        self, targetObject: Annotated[PhpObject, "DateTimeInterface"], absolute: bool = False
    ) -> Annotated[PhpObject, "DateInterval"]:
        """Return the difference between two DateTime objects."""
        raise NotImplementedError

    @method(name="__wakeup")
    def wake_up(self) -> None:
        """The __wakeup handler."""

    @method(name="__serialize")
    def serialize(self) -> PhpArray:
        """Serialize a DateTime."""
        raise NotImplementedError

    @method(name="__unserialize")
    def unserialize(self, data: PhpArray) -> None:
        """Unserialize a DateTime."""


class DateObject(PhpObject):
    """What the two Python classes share; not a PHP class."""

    _moment: Optional[Moment] = None

    def own_properties(self) -> List[Row]:
        """What a date shows beside its properties."""
        moment = self._moment
        if moment is None:
            return []
        values: List[Tuple[str, Any]] = [("date", format_date("x-m-d H:i:s.u", moment))]
        if moment.is_local:
            values += [("timezone_type", moment.zone_kind), ("timezone", zone_name(moment))]
        return [(name, "public", "DateTime", value) for name, value in values]

    def property_items(self) -> List[Row]:
        """See PhpObject."""
        return with_own_properties(self)

    @staticmethod
    def compare_hook(a: Any, b: Any) -> Any:
        """By the moment in time."""
        if not (isinstance(a, DateObject) and isinstance(b, DateObject)):
            return NotImplemented
        if a._moment is None or b._moment is None:
            raise throw_error("DateObjectError", "Trying to compare an incomplete DateTime or DateTimeImmutable object")
        one = (a._moment.timestamp, a._moment.microsecond)
        two = (b._moment.timestamp, b._moment.microsecond)
        return -1 if one < two else int(one > two)


@php_class("DateTime", interfaces=("DateTimeInterface",), dynamic_properties=False)
class DateTime(DateObject):
    """A date and time that changes in place."""

    @method(name="__construct", untraced=True)
    def construct(
        self, datetime: PhpString = "now", timezone: Annotated[PhpObject, "DateTimeZone"] | None = None
    ) -> None:
        """Return new DateTime object."""
        _construct(self, datetime, timezone)

    @method(name="__serialize")
    def serialize(self) -> PhpArray:
        """Serialize a DateTime."""
        initialized(self)
        return serialized(self)

    @method(name="__unserialize")
    def unserialize(self, data: PhpArray) -> None:
        """Unserialize a DateTime."""
        _restore(self, data, "DateTime")
        restore_properties(self, data, _INTERNAL)

    @method(name="__wakeup")
    def wake_up(self) -> None:
        """The __wakeup handler."""
        _restore(self, plain_properties(self), "DateTime")

    @staticmethod
    @method(name="__set_state", static=True)
    def set_state(_called: Any, array: PhpArray) -> Annotated[PhpObject, "DateTime"]:
        """The __set_state handler."""
        made = instantiate(require_class("DateTime"))
        _restore(made, array, "DateTime")
        return made

    @staticmethod
    @method(name="createFromImmutable", static=True)
    def create_from_immutable(
        called: Any, object: Annotated[PhpObject, "DateTimeImmutable"]
    ) -> Annotated[PhpObject, "static"]:
        """Return new DateTime instance encapsulating the given DateTimeImmutable object."""
        return _of_moment(called, initialized(object))

    @staticmethod
    @method(name="createFromInterface", static=True)
    def create_from_interface(
        called: Any, object: Annotated[PhpObject, "DateTimeInterface"]
    ) -> Annotated[PhpObject, "DateTime"]:
        """Return new DateTime object encapsulating the given DateTimeInterface object."""
        return _of_moment(called, initialized(object))

    @staticmethod
    @method(name="createFromFormat", static=True, untraced=True)
    def create_from_format(
        called: Any,
        format_: PhpString,
        datetime: PhpString,
        timezone: Annotated[PhpObject, "DateTimeZone"] | None = None,
    ) -> Annotated[PhpObject, "DateTime"] | Literal[False]:
        """Parse a time string according to a specified format."""
        return _by_format(called, format_, datetime, timezone)

    @staticmethod
    @method(name="createFromTimestamp", static=True)
    def create_from_timestamp(called: Any, timestamp: int | float) -> Annotated[PhpObject, "static"]:
        """Create an instance from a Unix timestamp."""
        return _of_moment(called, _moment_of_timestamp(timestamp))

    @staticmethod
    @method(name="getLastErrors", static=True)
    def get_last_errors(_called: Any) -> PhpArray | Literal[False]:
        """Return the warnings and errors."""
        return date_get_last_errors()

    @method(untraced=True)
    def format(self, format_: PhpString) -> PhpString:
        """Return date formatted according to given format."""
        return format_date(format_, initialized(self))

    @method(untraced=True)
    def modify(self, modifier: PhpString) -> Annotated[PhpObject, "DateTime"]:
        """Alter the timestamp."""
        self._moment = _modified_or_thrown(self, modifier)
        return self

    @method(untraced=True)
    def add(self, interval: Annotated[PhpObject, "DateInterval"]) -> Annotated[PhpObject, "DateTime"]:
        """Modify a DateTime object, with added amount of days, months, years, hours, minutes and seconds."""
        self._moment = _moved(self, interval, 1)
        return self

    @method(untraced=True)
    def sub(self, interval: Annotated[PhpObject, "DateInterval"]) -> Annotated[PhpObject, "DateTime"]:
        """Subtract an amount of days, months, years, hours, minutes and seconds from a DateTime object."""
        self._moment = _subtracted_or_thrown(self, interval)
        return self

    @method(name="getTimezone")
    def get_timezone(self) -> Annotated[PhpObject, "DateTimeZone"] | Literal[False]:
        """Return time zone relative to given DateTime."""
        return date_timezone_get(self)

    @method(name="setTimezone", untraced=True)
    def set_timezone(self, timezone: Annotated[PhpObject, "DateTimeZone"]) -> Annotated[PhpObject, "DateTime"]:
        """Set the time zone for the DateTime object."""
        return _replace(self, _zone_change(timezone))

    @method(name="getOffset")
    def get_offset(self) -> int:
        """Return the timezone offset."""
        return date_offset_get(self)

    @method(name="getMicrosecond")
    def get_microsecond(self) -> int:
        """Get the microsecond part."""
        return int(initialized(self).microsecond)

    @method(name="setTime", untraced=True)
    def set_time(
        self, hour: int, minute: int, second: int = 0, microsecond: int = 0
    ) -> Annotated[PhpObject, "DateTime"]:
        """Set the time."""
        return _replace(self, _time_change(hour, minute, second, microsecond))

    @method(name="setDate", untraced=True)
    def set_date(self, year: int, month: int, day: int) -> Annotated[PhpObject, "DateTime"]:
        """Set the date."""
        return _replace(self, _date_change(year, month, day))

    @method(name="setISODate")
    def set_iso_date(self, year: int, week: int, dayOfWeek: int = 1) -> Annotated[PhpObject, "DateTime"]:
        """Set the ISO date."""
        return _replace(self, _iso_date_change(year, week, dayOfWeek))

    @method(name="setTimestamp")
    def set_timestamp(self, timestamp: int) -> Annotated[PhpObject, "DateTime"]:
        """Set the date and time based on an Unix timestamp."""
        return _replace(self, _timestamp_change(timestamp))

    @method(name="setMicrosecond")
    def set_microsecond(self, microsecond: int) -> Annotated[PhpObject, "static"]:
        """Set the microsecond part."""
        return _replace(self, _microsecond_change(microsecond))

    @method(name="getTimestamp")
    def get_timestamp(self) -> int:
        """Get the Unix timestamp."""
        return date_timestamp_get(self)

    @method(untraced=True)
    def diff(
        self, targetObject: Annotated[PhpObject, "DateTimeInterface"], absolute: bool = False
    ) -> Annotated[PhpObject, "DateInterval"]:
        """Return the difference between two DateTime objects."""
        return date_diff(self, targetObject, absolute)


@php_class("DateTimeImmutable", interfaces=("DateTimeInterface",), dynamic_properties=False)
class DateTimeImmutable(DateObject):
    """A date and time that never changes."""

    @method(name="__construct", untraced=True)
    def construct(
        self, datetime: PhpString = "now", timezone: Annotated[PhpObject, "DateTimeZone"] | None = None
    ) -> None:
        """Return new DateTimeImmutable object."""
        _construct(self, datetime, timezone)

    @method(name="__serialize")
    def serialize(self) -> PhpArray:
        """Serialize a DateTimeImmutable."""
        initialized(self)
        return serialized(self)

    @method(name="__unserialize")
    def unserialize(self, data: PhpArray) -> None:
        """Unserialize a DateTimeImmutable."""
        _restore(self, data, "DateTimeImmutable")
        restore_properties(self, data, _INTERNAL)

    @method(name="__wakeup")
    def wake_up(self) -> None:
        """The __wakeup handler."""
        _restore(self, plain_properties(self), "DateTimeImmutable")

    @staticmethod
    @method(name="__set_state", static=True)
    def set_state(_called: Any, array: PhpArray) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """The __set_state handler."""
        made = instantiate(require_class("DateTimeImmutable"))
        _restore(made, array, "DateTimeImmutable")
        return made

    @staticmethod
    @method(name="createFromFormat", static=True, untraced=True)
    def create_from_format(
        called: Any,
        format_: PhpString,
        datetime: PhpString,
        timezone: Annotated[PhpObject, "DateTimeZone"] | None = None,
    ) -> Annotated[PhpObject, "DateTimeImmutable"] | Literal[False]:
        """Parse a time string according to a specified format."""
        return _by_format(called, format_, datetime, timezone)

    @staticmethod
    @method(name="createFromTimestamp", static=True)
    def create_from_timestamp(called: Any, timestamp: int | float) -> Annotated[PhpObject, "static"]:
        """Create an instance from a Unix timestamp."""
        return _of_moment(called, _moment_of_timestamp(timestamp))

    @staticmethod
    @method(name="getLastErrors", static=True)
    def get_last_errors(_called: Any) -> PhpArray | Literal[False]:
        """Return the warnings and errors."""
        return date_get_last_errors()

    @method(untraced=True)
    def format(self, format_: PhpString) -> PhpString:
        """Return date formatted according to given format."""
        return format_date(format_, initialized(self))

    @method(name="getTimezone")
    def get_timezone(self) -> Annotated[PhpObject, "DateTimeZone"] | Literal[False]:
        """Return time zone relative to given DateTime."""
        return date_timezone_get(self)

    @method(name="getOffset")
    def get_offset(self) -> int:
        """Return the timezone offset."""
        return date_offset_get(self)

    @method(name="getTimestamp")
    def get_timestamp(self) -> int:
        """Get the Unix timestamp."""
        return date_timestamp_get(self)

    @method(name="getMicrosecond")
    def get_microsecond(self) -> int:
        """Get the microsecond part."""
        return int(initialized(self).microsecond)

    @method(untraced=True)
    def diff(
        self, targetObject: Annotated[PhpObject, "DateTimeInterface"], absolute: bool = False
    ) -> Annotated[PhpObject, "DateInterval"]:
        """Return the difference between two DateTime objects."""
        return date_diff(self, targetObject, absolute)

    @method(untraced=True)
    def modify(self, modifier: PhpString) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Create a new object with modified timestamp."""
        return _copied(self, _modified_or_thrown(self, modifier))

    @method(untraced=True)
    def add(self, interval: Annotated[PhpObject, "DateInterval"]) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Return a new object, with added amount of days, months, years, hours, minutes and seconds."""
        return _copied(self, _moved(self, interval, 1))

    @method(untraced=True)
    def sub(self, interval: Annotated[PhpObject, "DateInterval"]) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Subtract an amount of days, months, years, hours, minutes and seconds."""
        return _copied(self, _subtracted_or_thrown(self, interval))

    @method(name="setTimezone", untraced=True)
    def set_timezone(self, timezone: Annotated[PhpObject, "DateTimeZone"]) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Set the time zone."""
        return _replace_in_copy(self, _zone_change(timezone))

    @method(name="setTime", untraced=True)
    def set_time(
        self, hour: int, minute: int, second: int = 0, microsecond: int = 0
    ) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Set the time."""
        return _replace_in_copy(self, _time_change(hour, minute, second, microsecond))

    @method(name="setDate", untraced=True)
    def set_date(self, year: int, month: int, day: int) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Set the date."""
        return _replace_in_copy(self, _date_change(year, month, day))

    @method(name="setISODate")
    def set_iso_date(self, year: int, week: int, dayOfWeek: int = 1) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Set the ISO date."""
        return _replace_in_copy(self, _iso_date_change(year, week, dayOfWeek))

    @method(name="setTimestamp")
    def set_timestamp(self, timestamp: int) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Set the date and time based on a Unix timestamp."""
        return _replace_in_copy(self, _timestamp_change(timestamp))

    @method(name="setMicrosecond")
    def set_microsecond(self, microsecond: int) -> Annotated[PhpObject, "static"]:
        """Set the microsecond part."""
        return _replace_in_copy(self, _microsecond_change(microsecond))

    @staticmethod
    @method(name="createFromMutable", static=True)
    def create_from_mutable(called: Any, object: Annotated[PhpObject, "DateTime"]) -> Annotated[PhpObject, "static"]:
        """Return new DateTimeImmutable instance encapsulating the given DateTime object."""
        return _of_moment(called, initialized(object))

    @staticmethod
    @method(name="createFromInterface", static=True)
    def create_from_interface(
        called: Any, object: Annotated[PhpObject, "DateTimeInterface"]
    ) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Return new DateTimeImmutable object encapsulating the given DateTimeInterface object."""
        return _of_moment(called, initialized(object))


# ---------------------------------------------------------------- functions


@contextual(untraced=True)
def date_create(
    datetime: PhpString = "now", timezone: Annotated[PhpObject, "DateTimeZone"] | None = None
) -> Annotated[PhpObject, "DateTime"] | Literal[False]:
    """Create a new DateTime object."""
    return _created("DateTime", datetime, timezone)


@contextual(untraced=True)
def date_create_immutable(
    datetime: PhpString = "now", timezone: Annotated[PhpObject, "DateTimeZone"] | None = None
) -> Annotated[PhpObject, "DateTimeImmutable"] | Literal[False]:
    """Create a new DateTimeImmutable object."""
    return _created("DateTimeImmutable", datetime, timezone)


@contextual(untraced=True)
def date_create_from_format(
    format_: PhpString, datetime: PhpString, timezone: Annotated[PhpObject, "DateTimeZone"] | None = None
) -> Annotated[PhpObject, "DateTime"] | Literal[False]:
    """Parse a time string according to a specified format."""
    return _by_format(require_class("DateTime"), format_, datetime, timezone)


@contextual(untraced=True)
def date_create_immutable_from_format(
    format_: PhpString, datetime: PhpString, timezone: Annotated[PhpObject, "DateTimeZone"] | None = None
) -> Annotated[PhpObject, "DateTimeImmutable"] | Literal[False]:
    """Parse a time string according to a specified format."""
    return _by_format(require_class("DateTimeImmutable"), format_, datetime, timezone)


@contextual(untraced=True)
def date_format(object: Annotated[PhpObject, "DateTimeInterface"], format_: PhpString) -> PhpString:
    """Return date formatted according to given format."""
    return format_date(format_, initialized(object))


@contextual(untraced=True)
def date_modify(
    object: Annotated[PhpObject, "DateTime"], modifier: PhpString
) -> Annotated[PhpObject, "DateTime"] | Literal[False]:
    """Alter the timestamp."""
    moment, problem = _modified(object, modifier)
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
    object._moment = _moved(object, interval, 1)
    return object


@contextual(untraced=True)
def date_sub(
    object: Annotated[PhpObject, "DateTime"], interval: Annotated[PhpObject, "DateInterval"]
) -> Annotated[PhpObject, "DateTime"]:
    """Subtract an amount of days, months, years, hours, minutes and seconds from a DateTime object."""
    if _is_special(interval):
        ctx.function_warning("Only non-special relative time specifications are supported for subtraction")
        return object
    object._moment = _moved(object, interval, -1)
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
    return _replace(object, _zone_change(timezone))


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
    return _replace(object, _time_change(hour, minute, second, microsecond))


@contextual
def date_date_set(
    object: Annotated[PhpObject, "DateTime"], year: int, month: int, day: int
) -> Annotated[PhpObject, "DateTime"]:
    """Set the date."""
    return _replace(object, _date_change(year, month, day))


@contextual
def date_isodate_set(
    object: Annotated[PhpObject, "DateTime"], year: int, week: int, dayOfWeek: int = 1
) -> Annotated[PhpObject, "DateTime"]:
    """Set the ISO date."""
    return _replace(object, _iso_date_change(year, week, dayOfWeek))


@contextual
def date_timestamp_set(object: Annotated[PhpObject, "DateTime"], timestamp: int) -> Annotated[PhpObject, "DateTime"]:
    """Set the date and time based on an Unix timestamp."""
    return _replace(object, _timestamp_change(timestamp))


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


# ---------------------------------------------------------------- making moments


def read_moment(text: str, timezone: Any, form: Optional[str] = None) -> Tuple[Optional[Moment], Optional[Message]]:
    """The moment a text says, in the zone of a DateTimeZone or the default one; None and the first error, else."""
    parsed = parse_date(text or "now") if form is None else parse_date_by_format(form, text)
    remember_errors(parsed)
    if parsed.errors:
        return None, parsed.errors[0]
    moment = parsed.moment
    now = Moment()
    zone_moment = _zone_moment(timezone)
    if zone_moment is not None:
        _enter_zone(now, zone_moment)
    else:
        now.zone = moment.zone or default_zone()
        now.zone_kind = NAMED
    if not says_when(moment, keeps_time=form is not None):
        nanoseconds = system_time.time_ns()
        now.set_from_timestamp(nanoseconds // 1_000_000_000)
        now.microsecond = nanoseconds // 1000 % 1_000_000
    if form is None and text in ("", "now"):
        ctx.volatile = True
        return now, None
    if moment.year is None or moment.month is None or moment.day is None or moment.hour is None:
        ctx.volatile = True
    fill_holes(moment, now, keeps_time=form is not None)
    moment.update_timestamp(now.zone)
    moment.update_fields()
    moment.has_relative = False
    return moment, None


def _zone_moment(timezone: Any) -> Optional[Moment]:
    if timezone is None:
        return None
    if timezone._moment is None:
        raise throw_error("Error", "The DateTimeZone object has not been correctly initialized by its constructor")
    return timezone._moment  # type: ignore[no-any-return]


def _enter_zone(moment: Moment, like: Moment) -> None:
    """Have `moment`, whose timestamp stays, be in the zone of `like`."""
    if like.zone_kind == OFFSET:
        moment.set_offset(like.offset)
    elif like.zone_kind == ABBREVIATION:
        moment.set_abbreviation(like.abbreviation or "", like.offset, like.is_dst)
    elif like.zone is not None:
        moment.set_zone(like.zone)


def _construct(target: Any, text: str, timezone: Any) -> None:
    moment, error = read_moment(text, timezone)
    if error is not None:
        raise throw_error(
            "DateMalformedStringException", f"Failed to parse time string ({text}) {describe_error(error)}"
        )
    target._moment = moment


def _created(class_name: str, text: str, timezone: Any) -> PhpObject | Literal[False]:
    moment, _error = read_moment(text, timezone)
    return False if moment is None else _of_moment(require_class(class_name), moment)


def _by_format(called: Any, form: str, text: str, timezone: Any) -> PhpObject | Literal[False]:
    if "\0" in text:
        raise BadArgumentError("datetime", "must not contain any null bytes")
    moment, _error = read_moment(text, timezone, form)
    return False if moment is None else _of_moment(called, moment)


def _of_moment(called: Any, moment: Moment) -> PhpObject:
    made = instantiate(called)
    made._moment = moment
    return made


def _moment_of_timestamp(timestamp: float) -> Moment:
    microsecond = 0
    seconds = timestamp
    if type(timestamp) is float:
        if timestamp - timestamp != 0.0 or not -9223372036854775808.0 <= timestamp < 9223372036854775808.0:
            shown = format_text("%g", [timestamp], missing_offset=1).replace("NaN", "NAN")
            raise throw_error(
                "DateRangeError",
                f"{current_builtin_name()}(): Argument #1 ($timestamp) must be a finite number between {INT_MIN} and "
                f"{INT_MAX}.999999, {shown} given",
            )
        seconds = int(timestamp)
        microsecond = round((timestamp - seconds) * 1_000_000)
        carried, microsecond = divmod(microsecond, 1_000_000)
        seconds += carried
    moment = Moment()
    moment.set_offset(0)
    moment.microsecond = microsecond
    moment.set_from_timestamp(int(seconds))
    return moment


def _restore(target: Any, data: PhpArray, class_name: str) -> None:
    moment = _moment_of_state(data)
    if moment is None:
        raise throw_error("Error", f"Invalid serialization data for {class_name} object")
    target._moment = moment


def _moment_of_state(data: PhpArray) -> Optional[Moment]:
    text, kind, zone = data.get("date"), data.get("timezone_type"), data.get("timezone")
    if type(text) is not str or type(kind) is not int or type(zone) is not str:
        return None
    if kind in (OFFSET, ABBREVIATION):
        return read_moment(f"{text} {zone}", None)[0]
    found = DATABASE.find(zone) if kind == NAMED else None
    if found is None:
        return None
    like = Moment()
    like.zone = found
    like.zone_kind = NAMED
    return read_moment(text, zone_of(like))[0]


# ---------------------------------------------------------------- changes


def _replace(target: PhpObject, change: Change) -> PhpObject:
    """Change the object's moment."""
    moment = initialized(target).copy()
    change(moment)
    target._moment = moment
    return target


def _replace_in_copy(target: Any, change: Change) -> PhpObject:
    """A copy of the object with its moment changed."""
    moment = initialized(target).copy()
    change(moment)
    return _copied(target, moment)


def _copied(target: Any, moment: Moment) -> PhpObject:
    owner = target.php_class
    if owner.slots or owner.has_destructor or len(target.__dict__) != _PLAIN_SIZE:
        made = copy_object(target)
    else:
        made = owner.python_type()
        give_number(made)
    made._moment = moment
    return made


def _zone_change(timezone: Any) -> Change:
    like = initialized(timezone)

    def change(moment: Moment) -> None:
        _enter_zone(moment, like)
        moment.set_from_timestamp(moment.timestamp)

    return change


def _time_change(hour: int, minute: int, second: int, microsecond: int) -> Change:
    def change(moment: Moment) -> None:
        moment.hour, moment.minute, moment.second, moment.microsecond = hour, minute, second, microsecond
        moment.update_timestamp()
        moment.update_fields()

    return change


def _date_change(year: int, month: int, day: int) -> Change:
    def change(moment: Moment) -> None:
        moment.year, moment.month, moment.day = year, month, day
        moment.update_timestamp()

    return change


def _iso_date_change(year: int, week: int, weekday: int) -> Change:
    def change(moment: Moment) -> None:
        moment.year, moment.month, moment.day = year, 1, 1
        moment.relative = Relative()
        moment.relative.day = days_to_iso_week(year, week, weekday)
        moment.has_relative = True
        moment.update_timestamp()

    return change


def _timestamp_change(timestamp: int) -> Change:
    def change(moment: Moment) -> None:
        moment.set_from_timestamp(timestamp)
        moment.update_timestamp()
        moment.microsecond = 0

    return change


def _microsecond_change(microsecond: int) -> Change:
    if not 0 <= microsecond <= 999_999:
        raise throw_error(
            "DateRangeError",
            f"{current_builtin_name()}(): Argument #1 ($microsecond) must be between 0 and 999999, {microsecond} given",
        )

    def change(moment: Moment) -> None:
        moment.microsecond = microsecond

    return change


def _modified(target: Any, modifier: str) -> Tuple[Optional[Moment], str]:
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


def _modified_or_thrown(target: Any, modifier: str) -> Moment:
    moment, problem = _modified(target, modifier)
    if moment is None:
        raise throw_error("DateMalformedStringException", f"{current_builtin_name()}(): {problem}")
    return moment


def _is_special(interval: Any) -> bool:
    relative = relative_of(interval)
    return relative.has_weekday or relative.has_special


def _subtracted_or_thrown(target: Any, interval: Any) -> Moment:
    initialized(target)
    if _is_special(interval):
        raise throw_error(
            "DateInvalidOperationException",
            f"{current_builtin_name()}(): Only non-special relative time specifications are supported for subtraction",
        )
    return _moved(target, interval, -1)


def _moved(target: Any, interval: Any, sign: int) -> Moment:
    moment = initialized(target)
    relative = relative_of(interval)
    if interval._is_by_clock:
        return moved_by_clock(moment, relative, sign)
    return moved(moment, relative, sign)


CLASSES = (DateTimeInterface, DateTime, DateTimeImmutable)
