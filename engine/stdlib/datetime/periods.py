"""Date and time: DatePeriod."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Callable, Iterator, List, NoReturn, Optional, Tuple

from engine.builtin.classes import method, php_class
from engine.runtime.classes import instantiate, require_class
from engine.runtime.coercion import FAILED, coerce
from engine.runtime.context import ctx
from engine.runtime.dates.interval import parse_interval
from engine.runtime.exceptions import printed, throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.objects import PhpObject, instance_of
from engine.runtime.properties import readonly_error
from engine.runtime.values import MISSING, PhpString
from engine.stdlib.datetime.intervals import make_interval, relative_of
from engine.stdlib.datetime.zones import (
    plain_properties,
    restore_properties,
    serialized,
    uninitialized,
)

if TYPE_CHECKING:
    from engine.builtin.declare import PhpConst, Untyped
    from engine.runtime.arrays import PhpArray
    from engine.runtime.classes import PropertyInfo
    from engine.runtime.dates.moment import Moment, Relative

EXTENSION = "date"

_EXCLUDE_START = 1
_INCLUDE_END = 2
_RECURRENCES_LIMIT = 2147483639
_INT = frozenset(("int",))
_TEXT = frozenset(("string",))
_NAMES = ("start", "current", "end", "interval", "recurrences", "include_start_date", "include_end_date")


@php_class(
    "DatePeriod",
    dynamic_properties=False,
    interfaces=("IteratorAggregate",),
    properties=(
        ("start", "public", None, "DateTimeInterface|null", ("uninitialized", "is_readonly")),
        ("current", "public", None, "DateTimeInterface|null", ("uninitialized", "is_readonly")),
        ("end", "public", None, "DateTimeInterface|null", ("uninitialized", "is_readonly")),
        ("interval", "public", None, "DateInterval|null", ("uninitialized", "is_readonly")),
        ("recurrences", "public", None, "int", ("uninitialized", "is_readonly")),
        ("include_start_date", "public", None, "bool", ("uninitialized", "is_readonly")),
        ("include_end_date", "public", None, "bool", ("uninitialized", "is_readonly")),
    ),
)
class DatePeriod(PhpObject):
    """The dates from a start, an interval apart."""

    EXCLUDE_START_DATE: PhpConst[int] = 1
    INCLUDE_END_DATE: PhpConst[int] = 2

    _start: Optional[Moment] = None
    _current: Optional[Moment] = None
    _end: Optional[Moment] = None
    _interval: Optional[Relative] = None
    _recurrences = 0
    _includes_start = False
    _includes_end = False
    # The class of the start, and so of all dates shown.
    _date_class: Any = None

    @staticmethod
    def indirect_hook(info: PropertyInfo, _held: Any) -> NoReturn:
        """What its properties show is made for the eye; PHP refuses to write below them too."""
        raise readonly_error(info)

    @staticmethod
    @method(name="createFromISO8601String", static=True)
    def create_from_iso(called: Any, specification: PhpString, options: int = 0) -> Annotated[PhpObject, "static"]:
        """Create a new DatePeriod object from an ISO8601 string."""
        made = instantiate(called)
        recurrences = _read_specification(made, specification, require_class("DateTimeImmutable"))
        _finish(made, recurrences, options)
        return made

    @method(name="__construct", shown_required=1)
    def construct(
        self, start: Untyped = MISSING, interval: Untyped = MISSING, end: Untyped = MISSING, options: Untyped = MISSING
    ) -> None:
        """Create a new DatePeriod object."""
        recurrences = _read_arguments(self, start, interval, end, options)
        _finish(self, recurrences[0], recurrences[1])

    @method(name="getStartDate")
    def get_start_date(self) -> Annotated[PhpObject, "DateTimeInterface"]:
        """Get the start date."""
        if self._start is None:
            raise uninitialized(self)
        return self._date(self._start)

    @method(name="getEndDate")
    def get_end_date(self) -> Annotated[PhpObject, "DateTimeInterface"] | None:
        """Get the end date."""
        return None if self._end is None else self._date(self._end)

    @method(name="getDateInterval")
    def get_date_interval(self) -> Annotated[PhpObject, "DateInterval"]:
        """Get the interval."""
        if self._interval is None:
            raise uninitialized(self)
        return make_interval(self._interval.copy())

    @method(name="getRecurrences")
    def get_recurrences(self) -> int | None:
        """Get the number of recurrences."""
        return (self._recurrences - self._includes_start - self._includes_end) or None

    @method(name="__serialize")
    def serialize(self) -> PhpArray:
        """Serialize the period."""
        if self._start is None:
            raise uninitialized(self)
        return serialized(self)

    @method(name="__unserialize")
    def unserialize(self, data: PhpArray) -> None:
        """Unserialize a period."""
        _restore(self, data)
        restore_properties(self, data, frozenset(_NAMES))

    @method(name="__wakeup")
    def wake_up(self) -> None:
        """Restore a period from its properties."""
        _restore(self, plain_properties(self))

    @staticmethod
    @method(name="__set_state", static=True)
    def set_state(_called: Any, array: PhpArray) -> Annotated[PhpObject, "DatePeriod"]:
        """Make a period of what var_export() shows."""
        made = instantiate(require_class("DatePeriod"))
        _restore(made, array)
        return made

    @method(name="getIterator")
    def get_iterator(self) -> Annotated[PhpObject, "Iterator"]:
        """Return an external iterator for DatePeriod."""
        made = instantiate(require_class("InternalIterator"))
        made._begin = self._dates
        made._makes_anew = True
        return made

    def own_properties(self) -> List[Any]:
        """The period's state, as its properties show it."""
        if self._start is None and self._interval is None:
            return []
        return [(name, "public", "DatePeriod", self.__dict__.get("p_" + name)) for name in _NAMES]

    def iterate_native(self) -> Iterator[Tuple[int, Any]]:
        """How foreach walks the dates; each is an object of its own."""
        for index, make in self._dates():
            yield index, make()

    def _dates(self) -> Iterator[Tuple[int, Callable[[], PhpObject]]]:
        if self._start is None or self._interval is None:
            raise throw_error(
                "DateObjectError",
                "Object of type DatePeriod has not been correctly initialized by calling parent::__construct() in its "
                "constructor",
            )
        owner = self._date_class
        while not owner.is_internal and owner.parent is not None:
            owner = owner.parent
        current = self._start.copy()
        if not self._includes_start:
            current = self._after(current)
        index = 0
        while self._has(current, index):
            self._show("current", current)
            yield index, partial(_date_of, owner, current)
            current = self._after(current)
            index += 1
        self._show("current", current)

    def _has(self, current: Moment, index: int) -> bool:
        end = self._end
        if end is None:
            return index < self._recurrences
        one = (current.timestamp, current.microsecond)
        two = (end.timestamp, end.microsecond)
        return one <= two if self._includes_end else one < two

    def _after(self, current: Moment) -> Moment:
        made = current.copy()
        made.relative = self._interval.copy()  # type: ignore[union-attr]
        made.has_relative = True
        made.update_timestamp()
        made.update_fields()
        return made

    def _date(self, moment: Moment) -> PhpObject:
        return _date_of(self._date_class, moment)

    def _show(self, name: str, moment: Optional[Moment]) -> None:
        """Have a property show a moment."""
        self.__dict__["p_" + name] = None if moment is None else self._date(moment)
        self.__dict__["_" + name] = moment


def _date_of(owner: Any, moment: Moment) -> PhpObject:
    made = instantiate(owner)
    made._moment = moment
    return made


def _read_arguments(period: Any, start: Any, interval: Any, end: Any, options: Any) -> Tuple[int, int]:
    """Take in the arguments of any of the three forms of the constructor: (recurrences, options)."""
    if instance_of(start, "DateTimeInterface") and instance_of(interval, "DateInterval"):
        number = 0 if options is MISSING else coerce(options, _INT, strict=False)
        if instance_of(end, "DateTimeInterface"):
            recurrences = 0
        else:
            recurrences = FAILED if end is MISSING else coerce(end, _INT, strict=False)
        if number is not FAILED and recurrences is not FAILED:
            period._start = _moment_of(start)
            period._date_class = start.php_class
            if instance_of(end, "DateTimeInterface"):
                period._end = _moment_of(end)
            period._interval = relative_of(interval)
            return recurrences, number
    elif (
        start is not MISSING
        and end is MISSING
        and (start is None or type(start) is str or coerce(start, _TEXT, strict=False) is not FAILED)
    ):
        if start is None:
            ctx.deprecated(
                "DatePeriod::__construct(): Passing null to parameter #1 ($start) of type string is deprecated"
            )
            start = ""
        elif type(start) is not str:
            start = coerce(start, _TEXT, strict=False)
        if interval is None:
            ctx.deprecated(
                "DatePeriod::__construct(): Passing null to parameter #2 ($interval) of type int is deprecated"
            )
            interval = 0
        number = 0 if interval is MISSING else coerce(interval, _INT, strict=False)
        if number is not FAILED:
            ctx.deprecated(
                "Calling DatePeriod::__construct(string $isostr, int $options = 0) is deprecated, "
                "use DatePeriod::createFromISO8601String() instead"
            )
            return _read_specification(period, start, require_class("DateTime")), number
    raise throw_error(
        "TypeError",
        "DatePeriod::__construct() accepts (DateTimeInterface, DateInterval, int [, int]), or (DateTimeInterface, "
        "DateInterval, DateTime [, int]), or (string [, int]) as arguments",
    )


def _moment_of(date: Any) -> Moment:
    if date._moment is None:
        raise uninitialized(date, "DateTimeInterface")
    return date._moment  # type: ignore[no-any-return]


def _read_specification(period: Any, text: str, date_class: Any) -> int:
    """Take in an ISO 8601 interval; the number of recurrences it says."""
    specification = parse_interval(text)
    if specification.has_errors:
        raise throw_error("DateMalformedPeriodStringException", f"Unknown or bad format ({printed(text)})")
    missing = None
    if specification.begin is None:
        missing = "a start date"
    elif specification.period is None:
        missing = "an interval"
    elif specification.end is None and specification.recurrences == 0:
        missing = "an end date or a recurrence count"
    if missing is not None:
        raise throw_error(
            "DateMalformedPeriodStringException",
            f'{current_builtin_name()}(): ISO interval must contain {missing}, "{text}" given',
        )
    period._start = specification.begin
    period._end = specification.end
    period._interval = specification.period
    for moment in (period._start, period._end):
        if moment is not None:
            moment.update_timestamp()
    period._date_class = date_class
    return specification.recurrences


def _finish(period: Any, recurrences: int, options: int) -> None:
    problem = f"{current_builtin_name()}(): Recurrence count must be greater or equal to 1 and lower than "
    if period._end is None and not 1 <= recurrences <= _RECURRENCES_LIMIT:
        raise throw_error("DateMalformedPeriodStringException", f"{problem}{_RECURRENCES_LIMIT + 1}")
    period._includes_start = not options & _EXCLUDE_START
    period._includes_end = bool(options & _INCLUDE_END)
    recurrences += period._includes_start + period._includes_end
    if recurrences > _RECURRENCES_LIMIT:
        raise throw_error("DateMalformedStringException", f"{problem}{_RECURRENCES_LIMIT + 1} (including options)")
    period._recurrences = recurrences
    _show_all(period)


def _show_all(period: Any) -> None:
    for name in ("start", "current", "end"):
        period._show(name, getattr(period, "_" + name))
    properties = period.__dict__
    properties["p_interval"] = make_interval(period._interval.copy())
    properties["p_recurrences"] = period._recurrences
    properties["p_include_start_date"] = period._includes_start
    properties["p_include_end_date"] = period._includes_end


def _restore(period: Any, data: PhpArray) -> None:
    if not _take_state(period, data):
        raise throw_error("Error", "Invalid serialization data for DatePeriod object")
    _show_all(period)


def _take_state(period: Any, data: PhpArray) -> bool:
    for name in ("start", "end", "current"):
        value = data.get(name, MISSING)
        if value is None:
            continue
        if not instance_of(value, "DateTimeInterface") or value._moment is None:
            return False
        if name == "start":
            period._date_class = value.php_class
        if period._date_class is None:
            return False
        setattr(period, "_" + name, value._moment)
    interval = data.get("interval")
    if not instance_of(interval, "DateInterval") or interval._relative is None:
        return False
    recurrences = data.get("recurrences")
    flags = data.get("include_start_date"), data.get("include_end_date")
    if type(recurrences) is not int or not 0 <= recurrences <= 0x7FFFFFFF:
        return False
    if type(flags[0]) is not bool or type(flags[1]) is not bool:
        return False
    period._interval = relative_of(interval)
    period._recurrences = recurrences
    period._includes_start, period._includes_end = flags
    return True


CLASSES = (DatePeriod,)
