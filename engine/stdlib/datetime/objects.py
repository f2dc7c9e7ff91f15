"""Date and time: DateTime and DateTimeImmutable.

An object's moment is never changed, only replaced, so that a clone may share it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, List, Literal, Optional, Tuple

from engine.builtin.classes import method, php_class
from engine.runtime.classes import instantiate, require_class
from engine.runtime.dates.format import format_date
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.stdlib.datetime.changes import (
    copy_with,
    date_change,
    iso_date_change,
    microsecond_change,
    modified_or_thrown,
    moved_by,
    replace_in_copy,
    replace_moment,
    subtracted_or_thrown,
    time_change,
    timestamp_change,
    zone_change,
)
from engine.stdlib.datetime.creation import construct, make_by_format, make_of_moment, moment_of_timestamp, restore
from engine.stdlib.datetime.functions import date_diff, date_offset_get, date_timestamp_get, date_timezone_get
from engine.stdlib.datetime.parsing import date_get_last_errors
from engine.stdlib.datetime.zones import (
    Row,
    initialized,
    plain_properties,
    restore_properties,
    serialized,
    with_own_properties,
    zone_name,
)

if TYPE_CHECKING:
    from engine.builtin.declare import PhpConst
    from engine.runtime.arrays import PhpArray
    from engine.runtime.dates.moment import Moment
    from engine.runtime.values import PhpString

EXTENSION = "date"

_INTERNAL = frozenset(("date", "timezone_type", "timezone"))


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
        construct(self, datetime, timezone)

    @method(name="__serialize")
    def serialize(self) -> PhpArray:
        """Serialize a DateTime."""
        initialized(self)
        return serialized(self)

    @method(name="__unserialize")
    def unserialize(self, data: PhpArray) -> None:
        """Unserialize a DateTime."""
        restore(self, data, "DateTime")
        restore_properties(self, data, _INTERNAL)

    @method(name="__wakeup")
    def wake_up(self) -> None:
        """The __wakeup handler."""
        restore(self, plain_properties(self), "DateTime")

    @staticmethod
    @method(name="__set_state", static=True)
    def set_state(_called: Any, array: PhpArray) -> Annotated[PhpObject, "DateTime"]:
        """The __set_state handler."""
        made = instantiate(require_class("DateTime"))
        restore(made, array, "DateTime")
        return made

    @staticmethod
    @method(name="createFromImmutable", static=True)
    def create_from_immutable(
        called: Any, object: Annotated[PhpObject, "DateTimeImmutable"]
    ) -> Annotated[PhpObject, "static"]:
        """Return new DateTime instance encapsulating the given DateTimeImmutable object."""
        return make_of_moment(called, initialized(object))

    @staticmethod
    @method(name="createFromInterface", static=True)
    def create_from_interface(
        called: Any, object: Annotated[PhpObject, "DateTimeInterface"]
    ) -> Annotated[PhpObject, "DateTime"]:
        """Return new DateTime object encapsulating the given DateTimeInterface object."""
        return make_of_moment(called, initialized(object))

    @staticmethod
    @method(name="createFromFormat", static=True, untraced=True)
    def create_from_format(
        called: Any,
        format_: PhpString,
        datetime: PhpString,
        timezone: Annotated[PhpObject, "DateTimeZone"] | None = None,
    ) -> Annotated[PhpObject, "DateTime"] | Literal[False]:
        """Parse a time string according to a specified format."""
        return make_by_format(called, format_, datetime, timezone)

    @staticmethod
    @method(name="createFromTimestamp", static=True)
    def create_from_timestamp(called: Any, timestamp: int | float) -> Annotated[PhpObject, "static"]:
        """Create an instance from a Unix timestamp."""
        return make_of_moment(called, moment_of_timestamp(timestamp))

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
        self._moment = modified_or_thrown(self, modifier)
        return self

    @method(untraced=True)
    def add(self, interval: Annotated[PhpObject, "DateInterval"]) -> Annotated[PhpObject, "DateTime"]:
        """Modify a DateTime object, with added amount of days, months, years, hours, minutes and seconds."""
        self._moment = moved_by(self, interval, 1)
        return self

    @method(untraced=True)
    def sub(self, interval: Annotated[PhpObject, "DateInterval"]) -> Annotated[PhpObject, "DateTime"]:
        """Subtract an amount of days, months, years, hours, minutes and seconds from a DateTime object."""
        self._moment = subtracted_or_thrown(self, interval)
        return self

    @method(name="getTimezone")
    def get_timezone(self) -> Annotated[PhpObject, "DateTimeZone"] | Literal[False]:
        """Return time zone relative to given DateTime."""
        return date_timezone_get(self)

    @method(name="setTimezone", untraced=True)
    def set_timezone(self, timezone: Annotated[PhpObject, "DateTimeZone"]) -> Annotated[PhpObject, "DateTime"]:
        """Set the time zone for the DateTime object."""
        return replace_moment(self, zone_change(timezone))

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
        return replace_moment(self, time_change(hour, minute, second, microsecond))

    @method(name="setDate", untraced=True)
    def set_date(self, year: int, month: int, day: int) -> Annotated[PhpObject, "DateTime"]:
        """Set the date."""
        return replace_moment(self, date_change(year, month, day))

    @method(name="setISODate")
    def set_iso_date(self, year: int, week: int, dayOfWeek: int = 1) -> Annotated[PhpObject, "DateTime"]:
        """Set the ISO date."""
        return replace_moment(self, iso_date_change(year, week, dayOfWeek))

    @method(name="setTimestamp")
    def set_timestamp(self, timestamp: int) -> Annotated[PhpObject, "DateTime"]:
        """Set the date and time based on an Unix timestamp."""
        return replace_moment(self, timestamp_change(timestamp))

    @method(name="setMicrosecond")
    def set_microsecond(self, microsecond: int) -> Annotated[PhpObject, "static"]:
        """Set the microsecond part."""
        return replace_moment(self, microsecond_change(microsecond))

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
        construct(self, datetime, timezone)

    @method(name="__serialize")
    def serialize(self) -> PhpArray:
        """Serialize a DateTimeImmutable."""
        initialized(self)
        return serialized(self)

    @method(name="__unserialize")
    def unserialize(self, data: PhpArray) -> None:
        """Unserialize a DateTimeImmutable."""
        restore(self, data, "DateTimeImmutable")
        restore_properties(self, data, _INTERNAL)

    @method(name="__wakeup")
    def wake_up(self) -> None:
        """The __wakeup handler."""
        restore(self, plain_properties(self), "DateTimeImmutable")

    @staticmethod
    @method(name="__set_state", static=True)
    def set_state(_called: Any, array: PhpArray) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """The __set_state handler."""
        made = instantiate(require_class("DateTimeImmutable"))
        restore(made, array, "DateTimeImmutable")
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
        return make_by_format(called, format_, datetime, timezone)

    @staticmethod
    @method(name="createFromTimestamp", static=True)
    def create_from_timestamp(called: Any, timestamp: int | float) -> Annotated[PhpObject, "static"]:
        """Create an instance from a Unix timestamp."""
        return make_of_moment(called, moment_of_timestamp(timestamp))

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
        return copy_with(self, modified_or_thrown(self, modifier))

    @method(untraced=True)
    def add(self, interval: Annotated[PhpObject, "DateInterval"]) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Return a new object, with added amount of days, months, years, hours, minutes and seconds."""
        return copy_with(self, moved_by(self, interval, 1))

    @method(untraced=True)
    def sub(self, interval: Annotated[PhpObject, "DateInterval"]) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Subtract an amount of days, months, years, hours, minutes and seconds."""
        return copy_with(self, subtracted_or_thrown(self, interval))

    @method(name="setTimezone", untraced=True)
    def set_timezone(self, timezone: Annotated[PhpObject, "DateTimeZone"]) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Set the time zone."""
        return replace_in_copy(self, zone_change(timezone))

    @method(name="setTime", untraced=True)
    def set_time(
        self, hour: int, minute: int, second: int = 0, microsecond: int = 0
    ) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Set the time."""
        return replace_in_copy(self, time_change(hour, minute, second, microsecond))

    @method(name="setDate", untraced=True)
    def set_date(self, year: int, month: int, day: int) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Set the date."""
        return replace_in_copy(self, date_change(year, month, day))

    @method(name="setISODate")
    def set_iso_date(self, year: int, week: int, dayOfWeek: int = 1) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Set the ISO date."""
        return replace_in_copy(self, iso_date_change(year, week, dayOfWeek))

    @method(name="setTimestamp")
    def set_timestamp(self, timestamp: int) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Set the date and time based on a Unix timestamp."""
        return replace_in_copy(self, timestamp_change(timestamp))

    @method(name="setMicrosecond")
    def set_microsecond(self, microsecond: int) -> Annotated[PhpObject, "static"]:
        """Set the microsecond part."""
        return replace_in_copy(self, microsecond_change(microsecond))

    @staticmethod
    @method(name="createFromMutable", static=True)
    def create_from_mutable(called: Any, object: Annotated[PhpObject, "DateTime"]) -> Annotated[PhpObject, "static"]:
        """Return new DateTimeImmutable instance encapsulating the given DateTime object."""
        return make_of_moment(called, initialized(object))

    @staticmethod
    @method(name="createFromInterface", static=True)
    def create_from_interface(
        called: Any, object: Annotated[PhpObject, "DateTimeInterface"]
    ) -> Annotated[PhpObject, "DateTimeImmutable"]:
        """Return new DateTimeImmutable object encapsulating the given DateTimeInterface object."""
        return make_of_moment(called, initialized(object))


CLASSES = (DateTimeInterface, DateTime, DateTimeImmutable)
