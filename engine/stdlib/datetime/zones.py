"""Date and time: DateTimeZone, and the classes of what can go wrong with dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Dict, FrozenSet, List, Literal, Optional, Tuple

from engine.builtin.classes import method, php_class
from engine.builtin.declare import Path, PhpConst, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import instantiate, lookup_class, require_class
from engine.runtime.comparisons import UNCOMPARABLE
from engine.runtime.context import ctx
from engine.runtime.dates.civil import SECONDS_PER_DAY, civil_from_days
from engine.runtime.dates.format import format_date
from engine.runtime.dates.moment import ABBREVIATION, NAMED, OFFSET, Moment
from engine.runtime.dates.parse import Cursor, read_zone_name
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.runtime.properties import write_property
from engine.runtime.references import Ref
from engine.runtime.values import INT_MAX, INT_MIN, PhpString
from engine.stdlib.datetime.timestamps import timezone_abbreviations_list, timezone_identifiers_list, utc_moment

if TYPE_CHECKING:
    from engine.runtime.dates.zones import Zone

EXTENSION = "date"

_TRANSITION_TIME = "x-m-d\\TH:i:sP"
_LAST_32_BIT = 0x7FFFFFFF
_OFFSET_LIMIT = 100 * 3600
_INTERNAL = frozenset(("timezone_type", "timezone"))

# A row of property_items().
Row = Tuple[str, str, str, Any]


@php_class("DateError", parent="Error")
class DateError(PhpObject):
    """What the calendar, or the zones, cannot do."""


@php_class("DateObjectError", parent="DateError")
class DateObjectError(PhpObject):
    """An object whose constructor did not run."""


@php_class("DateRangeError", parent="DateError")
class DateRangeError(PhpObject):
    """A timestamp that no int holds."""


@php_class("DateException", parent="Exception")
class DateException(PhpObject):
    """What is wrong with a value given."""


@php_class("DateInvalidTimeZoneException", parent="DateException")
class DateInvalidTimeZoneException(PhpObject):
    """There is no such zone."""


@php_class("DateInvalidOperationException", parent="DateException")
class DateInvalidOperationException(PhpObject):
    """An operation that these values do not have."""


@php_class("DateMalformedStringException", parent="DateException")
class DateMalformedStringException(PhpObject):
    """Not a date."""


@php_class("DateMalformedIntervalStringException", parent="DateException")
class DateMalformedIntervalStringException(PhpObject):
    """Not an interval."""


@php_class("DateMalformedPeriodStringException", parent="DateException")
class DateMalformedPeriodStringException(PhpObject):
    """Not a period."""


@php_class("DateTimeZone", dynamic_properties=False)
class DateTimeZone(PhpObject):
    """A time zone."""

    AFRICA: PhpConst[int] = 1
    AMERICA: PhpConst[int] = 2
    ANTARCTICA: PhpConst[int] = 4
    ARCTIC: PhpConst[int] = 8
    ASIA: PhpConst[int] = 16
    ATLANTIC: PhpConst[int] = 32
    AUSTRALIA: PhpConst[int] = 64
    EUROPE: PhpConst[int] = 128
    INDIAN: PhpConst[int] = 256
    PACIFIC: PhpConst[int] = 512
    UTC: PhpConst[int] = 1024
    ALL: PhpConst[int] = 2047
    ALL_WITH_BC: PhpConst[int] = 4095
    PER_COUNTRY: PhpConst[int] = 4096

    # A moment in the zone; which one does not matter. Never changed, so copies share it.
    _moment: Optional[Moment] = None

    @method(name="__construct")
    def construct(self, timezone: Path) -> None:
        """Create new DateTimeZone object."""
        problem = read_zone(self, timezone)
        if problem:
            raise throw_error("DateInvalidTimeZoneException", f"DateTimeZone::__construct(): {problem}")

    @method(name="getName")
    def get_name(self) -> PhpString:
        """Return the name of the timezone."""
        return zone_name(initialized(self))

    @method(name="getOffset")
    def get_offset(self, datetime: Annotated[PhpObject, "DateTimeInterface"]) -> int:
        """Return the timezone offset from GMT."""
        return timezone_offset_get(self, datetime)

    @method(name="getTransitions")
    def get_transitions(self, timestampBegin: int = INT_MIN, timestampEnd: int = INT_MAX) -> PhpArray | Literal[False]:
        """Return all transitions for the timezone."""
        return timezone_transitions_get(self, timestampBegin, timestampEnd)

    @method(name="getLocation")
    def get_location(self) -> PhpArray | Literal[False]:
        """Return location information for a timezone."""
        return timezone_location_get(self)

    @staticmethod
    @method(name="listAbbreviations", static=True)
    def list_abbreviations(_called: Any) -> PhpArray:
        """Return associative array containing dst, offset and the timezone name."""
        return timezone_abbreviations_list()

    @staticmethod
    @method(name="listIdentifiers", static=True)
    def list_identifiers(_called: Any, timezoneGroup: int = ALL, countryCode: PhpString | None = None) -> PhpArray:
        """Return a numerically indexed array with all timezone identifiers."""
        return timezone_identifiers_list(timezoneGroup, countryCode)

    @method(name="__serialize")
    def serialize(self) -> PhpArray:
        """Serialize the zone."""
        initialized(self)
        return serialized(self)

    @method(name="__unserialize")
    def unserialize(self, data: PhpArray) -> None:
        """Unserialize a zone."""
        _restore(self, data)
        restore_properties(self, data, _INTERNAL)

    @method(name="__wakeup")
    def wake_up(self) -> None:
        """Restore a zone from its properties."""
        _restore(self, plain_properties(self))

    @staticmethod
    @method(name="__set_state", static=True)
    def set_state(_called: Any, array: PhpArray) -> Annotated[PhpObject, "DateTimeZone"]:
        """Make a zone of what var_export() shows."""
        made = instantiate(require_class("DateTimeZone"))
        _restore(made, array)
        return made

    def own_properties(self) -> List[Row]:
        """What the zone shows beside its properties."""
        if self._moment is None:
            return []
        return [
            ("timezone_type", "public", "DateTimeZone", self._moment.zone_kind),
            ("timezone", "public", "DateTimeZone", zone_name(self._moment)),
        ]

    def property_items(self) -> List[Row]:
        """See PhpObject."""
        return with_own_properties(self)

    @staticmethod
    def compare_hook(a: Any, b: Any) -> Any:
        """Zones are equal or not; only zones of one kind can be compared."""
        if not (isinstance(a, DateTimeZone) and isinstance(b, DateTimeZone)):
            return NotImplemented
        if a._moment is None or b._moment is None:
            raise throw_error("DateObjectError", "Trying to compare uninitialized DateTimeZone objects")
        if a._moment.zone_kind != b._moment.zone_kind:
            raise throw_error("DateException", "Cannot compare two different kinds of DateTimeZone objects")
        return 0 if zone_name(a._moment) == zone_name(b._moment) else UNCOMPARABLE


@contextual
def timezone_open(timezone: Path) -> Annotated[PhpObject, "DateTimeZone"] | Literal[False]:
    """Create new DateTimeZone object."""
    made = instantiate(require_class("DateTimeZone"))
    problem = read_zone(made, timezone)
    if problem:
        ctx.function_warning(problem)
        return False
    return made


@contextual
def timezone_name_get(object: Annotated[PhpObject, "DateTimeZone"]) -> PhpString:
    """Return the name of the timezone."""
    return zone_name(initialized(object))


@contextual
def timezone_offset_get(
    object: Annotated[PhpObject, "DateTimeZone"], datetime: Annotated[PhpObject, "DateTimeInterface"]
) -> int:
    """Return the timezone offset from GMT."""
    moment = initialized(object)
    timestamp = initialized(datetime).timestamp
    if moment.zone_kind == NAMED and moment.zone is not None:
        return int(moment.zone.at(timestamp)[0].offset)
    return int(moment.total_offset())


@contextual
def timezone_transitions_get(
    object: Annotated[PhpObject, "DateTimeZone"], timestampBegin: int = INT_MIN, timestampEnd: int = INT_MAX
) -> PhpArray | Literal[False]:
    """Return all transitions for the timezone."""
    zone = initialized(object).zone
    if zone is None:
        return False
    return PhpArray(_transitions(zone, timestampBegin, timestampEnd))


@contextual
def timezone_location_get(object: Annotated[PhpObject, "DateTimeZone"]) -> PhpArray | Literal[False]:
    """Return location information for a timezone."""
    zone = initialized(object).zone
    if zone is None:
        return False
    from engine.runtime.dates.zones import DATABASE

    location = DATABASE.location(zone.name)
    return PhpArray.from_strings(
        {
            "country_code": "??" if location is None else location.country,
            "latitude": 0.0 if location is None else _shortened(location.latitude),
            "longitude": 0.0 if location is None else _shortened(location.longitude),
            "comments": "?" if location is None else location.comments,
        }
    )


def _shortened(degrees: float) -> float:
    """PHP's tables hold five decimals."""
    return int(degrees * 100000) / 100000


def zone_name(moment: Moment) -> str:
    """The name of a moment's zone: an identifier, an abbreviation or an offset."""
    if moment.zone_kind == NAMED and moment.zone is not None:
        return moment.zone.name
    if moment.zone_kind == ABBREVIATION:
        return moment.abbreviation or ""
    size = abs(moment.offset)
    seconds = f":{size % 60:02d}" if size % 60 else ""
    return f"{'-' if moment.offset < 0 else '+'}{size // 3600:02d}:{size % 3600 // 60:02d}{seconds}"


def read_zone(target: Any, name: str) -> Optional[str]:
    """Have a DateTimeZone be the zone of this name; what is wrong with the name, else."""
    moment = Moment()
    cursor = Cursor(name)
    is_found = read_zone_name(cursor, moment)
    if moment.offset is not None and abs(moment.offset) >= _OFFSET_LIMIT:
        return f"Timezone offset is out of range ({name})"
    if not is_found or cursor.position < len(name):
        return f"Unknown or bad timezone ({name})"
    target._moment = moment
    return None


def zone_of(moment: Moment) -> PhpObject:
    """A DateTimeZone object for the zone of a moment."""
    made = instantiate(require_class("DateTimeZone"))
    made._moment = moment
    return made


def initialized(target: Any) -> Any:
    """What makes a DateTime, DateTimeZone or other object of dates; throws if the constructor did not run."""
    value = target._moment
    if value is None:
        raise uninitialized(target)
    return value


def uninitialized(target: Any, shown: Optional[str] = None) -> Exception:
    """The error for an object whose constructor did not run; `shown` is the class it speaks of, if not the object's."""
    owner = target.php_class
    ancestor = owner
    while not ancestor.is_internal and ancestor.parent is not None:
        ancestor = ancestor.parent
    inheriting = "" if ancestor is owner else f" (inheriting {ancestor.name})"
    return throw_error(
        "DateObjectError",
        f"Object of type {shown or owner.name + inheriting} has not been correctly initialized by calling "
        "parent::__construct() in its constructor",
    )


def with_own_properties(target: Any) -> List[Row]:
    """The properties of an object, and then those that its native state stands for."""
    own: List[Row] = target.own_properties()
    names = frozenset([row[0] for row in own])
    return [row for row in PhpObject.property_items(target) if row[0] not in names] + own


def serialized(target: Any) -> PhpArray:
    """The array of `__serialize`: native state first, then the properties."""
    from engine.runtime.conversions import mangle_property

    result = PhpArray()
    own = target.own_properties()
    for name, _visibility, _declaring, value in own:
        result.set(name, value)
    names = frozenset([row[0] for row in own])
    for name, visibility, declaring, value in PhpObject.property_items(target):
        if name not in names:
            result.set(mangle_property(name, visibility, declaring), value.get() if type(value) is Ref else value)
    return result


def plain_properties(target: Any) -> PhpArray:
    """The properties an object really has, by name."""
    rows: Dict[str, Any] = {row[0]: row[3] for row in PhpObject.property_items(target)}
    return PhpArray.from_items(rows.items())


def restore_properties(target: Any, data: PhpArray, internal: FrozenSet[str]) -> None:
    """Give an unserialized object the properties that are not its native state."""
    for key, value in data.raw_items():
        if type(key) is not str or type(value) is Ref or key in internal:
            continue
        owner = target.php_class
        name = key
        if key[:1] == "\0":
            declaring, _, name = key[1:].partition("\0")
            if declaring != "*":
                owner = lookup_class(declaring)
        if owner is None:
            continue
        info = owner.properties.get(name)
        if info is not None:
            target.__dict__[info.attribute] = value
        else:
            write_property(target, name, value)


def _restore(target: Any, data: PhpArray) -> None:
    kind = data.get("timezone_type")
    name = data.get("timezone")
    is_valid = type(kind) is int and OFFSET <= kind <= NAMED and type(name) is str and "\0" not in name
    if not is_valid or read_zone(target, name):
        raise throw_error("Error", "Invalid serialization data for DateTimeZone object")


def _transitions(zone: Zone, begin: int, end: int) -> List[Any]:
    # Who names no end gets what 32 bits can count; signatures say PHP_INT_MAX all the same.
    end = _LAST_32_BIT if end == INT_MAX else end
    rows = []
    first = zone.types[0]
    starts = [(when, zone.types[index]) for when, index in zip(zone.transitions, zone.indexes)]
    if begin == INT_MIN:
        rows.append(_transition(begin, *first))
        following = starts
    else:
        later = [number for number, (when, _local) in enumerate(starts) if when > begin]
        if later:
            local = starts[later[0] - 1][1] if later[0] else first
            rows.append(_transition(begin, *local))
            following = starts[later[0] :]
        else:
            rows.append(_transition(begin, *zone.at(begin)[0]))
            following = []
    for when, local in following:
        if when >= end:
            return rows
        rows.append(_transition(when, *local))
    if zone.rules is None or not starts:
        return rows
    last = starts[-1][0]
    years = [civil_from_days(when // SECONDS_PER_DAY)[0] for when in (last, end)]
    for when, is_dst in zone.rules.changes(years[0], years[1]):
        if when > end:
            break
        if when > last and when >= begin:
            rows.append(_transition(when, *zone.rules.type_of(is_dst=is_dst)))
            ctx.charge(1024 * len(rows))
    return rows


def _transition(when: int, offset: int, is_dst: bool, abbreviation: str) -> PhpArray:
    return PhpArray.from_strings(
        {
            "ts": when,
            "time": format_date(_TRANSITION_TIME, utc_moment(when)),
            "offset": offset,
            "isdst": is_dst,
            "abbr": abbreviation,
        }
    )


CLASSES = (
    DateError,
    DateObjectError,
    DateRangeError,
    DateException,
    DateInvalidTimeZoneException,
    DateInvalidOperationException,
    DateMalformedStringException,
    DateMalformedIntervalStringException,
    DateMalformedPeriodStringException,
    DateTimeZone,
)
