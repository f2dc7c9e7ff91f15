"""Date and time: DateInterval."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Dict, List, Literal, Optional, Tuple

from engine.builtin.classes import method, php_class
from engine.builtin.declare import contextual
from engine.runtime.classes import instantiate, require_class
from engine.runtime.comparisons import UNCOMPARABLE
from engine.runtime.context import ctx
from engine.runtime.conversions import float_to_int, to_float, to_int, to_string
from engine.runtime.dates.interval import difference, parse_interval
from engine.runtime.dates.moment import Relative
from engine.runtime.dates.parse import Message, parse_date
from engine.runtime.exceptions import printed, throw_error
from engine.runtime.objects import PhpObject
from engine.stdlib.datetime.zones import (
    Row,
    plain_properties,
    restore_properties,
    serialized,
    uninitialized,
    with_own_properties,
)

if TYPE_CHECKING:
    from engine.runtime.arrays import PhpArray
    from engine.runtime.values import PhpString

EXTENSION = "date"

# Each property of an interval that is a field of the Relative.
_FIELDS = (("y", "year"), ("m", "month"), ("d", "day"), ("h", "hour"), ("i", "minute"), ("s", "second"))
_NUMBERS = frozenset(("y", "m", "d", "h", "i", "s", "f", "invert", "days"))
_INTERNAL = _NUMBERS | {"date_string", "from_string"}


@php_class("DateInterval", dynamic_properties=False)
class DateInterval(PhpObject):
    """An interval. Its properties are what scripts read and write; `_relative` keeps what they do not show."""

    _relative: Optional[Relative] = None
    # Whether hours elapse on the clock, and are not added to the calendar's.
    _is_by_clock = False
    _text: Optional[str] = None

    @method(name="__construct")
    def construct(self, duration: PhpString) -> None:
        """Create a new DateInterval object."""
        specification = parse_interval(duration)
        if specification.has_errors:
            raise throw_error("DateMalformedIntervalStringException", f"Unknown or bad format ({printed(duration)})")
        relative = specification.period
        if relative is None:
            begin, end = specification.begin, specification.end
            if begin is None or end is None:
                raise throw_error("DateMalformedIntervalStringException", f"Failed to parse interval ({duration})")
            begin.update_timestamp()
            end.update_timestamp()
            relative = difference(begin, end)
        set_relative(self, relative)
        self._is_by_clock = True

    @staticmethod
    @method(name="createFromDateString", static=True)
    def create_from_date_string(_called: Any, datetime: PhpString) -> Annotated[PhpObject, "DateInterval"]:
        """Set up a DateInterval from the relative parts of the string."""
        made, problem = _read_text(datetime)
        if made is None:
            raise throw_error("DateMalformedIntervalStringException", problem)
        return made

    @method
    def format(self, format_: PhpString) -> PhpString:
        """Format the interval."""
        return date_interval_format(self, format_)

    @method(name="__serialize")
    def serialize(self) -> PhpArray:
        """Serialize the interval."""
        relative_of(self)
        result = serialized(self)
        if self._text is not None:
            for name in _NUMBERS:
                result.unset(name)
        return result

    @method(name="__unserialize")
    def unserialize(self, data: PhpArray) -> None:
        """Unserialize an interval."""
        _restore(self, data)
        restore_properties(self, data, _INTERNAL)

    @method(name="__wakeup")
    def wake_up(self) -> None:
        """Restore an interval from its properties."""
        _restore(self, plain_properties(self))

    @staticmethod
    @method(name="__set_state", static=True)
    def set_state(_called: Any, array: PhpArray) -> Annotated[PhpObject, "DateInterval"]:
        """Make an interval of what var_export() shows."""
        made = instantiate(require_class("DateInterval"))
        _restore(made, array)
        return made

    def own_properties(self) -> List[Row]:
        """What the interval shows beside other properties."""
        if self._relative is None:
            return []
        if self._text is not None:
            values = {"from_string": True, "date_string": self._text}
        else:
            values = _shown(relative_of(self))
        return [(name, "public", "DateInterval", value) for name, value in values.items()]

    def property_items(self) -> List[Row]:
        """See PhpObject."""
        items = with_own_properties(self)
        if self._text is None:
            return items
        # What was read from a text shows that text in place of the numbers.
        return [row for row in items if row[0] not in _NUMBERS]

    @staticmethod
    def compare_hook(a: Any, b: Any) -> Any:
        """There is no order: a month is shorter or longer than 30 days."""
        if not (isinstance(a, DateInterval) and isinstance(b, DateInterval)):
            return NotImplemented
        ctx.warning("Cannot compare DateInterval objects")
        return UNCOMPARABLE


@contextual
def date_interval_create_from_date_string(datetime: PhpString) -> Annotated[PhpObject, "DateInterval"] | Literal[False]:
    """Set up a DateInterval from the relative parts of the string."""
    made, problem = _read_text(datetime)
    if made is None:
        ctx.function_warning(problem)
        return False
    return made


@contextual
def date_interval_format(object: Annotated[PhpObject, "DateInterval"], format_: PhpString) -> PhpString:
    """Format the interval."""
    relative = relative_of(object)
    pieces: List[str] = []
    position = 0
    while position < len(format_):
        character = format_[position]
        position += 1
        if character != "%":
            pieces.append(character)
        elif position < len(format_):
            pieces.append(_format_field(format_[position], relative))
            position += 1
    return "".join(pieces)


def relative_of(interval: Any) -> Relative:
    """The amounts of a DateInterval, with what the script wrote to its properties."""
    if interval._relative is None:
        raise uninitialized(interval)
    relative: Relative = interval._relative.copy()
    properties = interval.__dict__
    if "p_y" in properties:
        relative.year = to_int(properties["p_y"])
    if "p_m" in properties:
        relative.month = to_int(properties["p_m"])
    if "p_d" in properties:
        relative.day = to_int(properties["p_d"])
    if "p_h" in properties:
        relative.hour = to_int(properties["p_h"])
    if "p_i" in properties:
        relative.minute = to_int(properties["p_i"])
    if "p_s" in properties:
        relative.second = to_int(properties["p_s"])
    if "p_f" in properties:
        fraction = to_float(properties["p_f"])
        relative.microsecond = float_to_int(round(fraction * 1_000_000, 3)) if fraction else 0
    if "p_invert" in properties:
        relative.is_inverted = to_int(properties["p_invert"]) != 0
    return relative


def set_relative(interval: Any, relative: Relative) -> None:
    """Have a DateInterval be these amounts."""
    interval._relative = relative
    interval.p_y = relative.year
    interval.p_m = relative.month
    interval.p_d = relative.day
    interval.p_h = relative.hour
    interval.p_i = relative.minute
    interval.p_s = relative.second
    interval.p_f = relative.microsecond / 1_000_000
    interval.p_invert = int(relative.is_inverted)
    interval.p_days = False if relative.days is None else relative.days
    interval.p_from_string = False


def make_interval(relative: Relative) -> PhpObject:
    """A DateInterval object."""
    made = instantiate(require_class("DateInterval"))
    set_relative(made, relative)
    return made


def _shown(relative: Relative) -> Dict[str, Any]:
    values = {name: getattr(relative, field) for name, field in _FIELDS}
    values["f"] = relative.microsecond / 1_000_000
    values["invert"] = int(relative.is_inverted)
    values["days"] = False if relative.days is None else relative.days
    values["from_string"] = False
    return values


def describe_error(message: Message) -> str:
    """The place and the text of what is wrong with a date."""
    character = " " if message.character == "\0" else message.character
    return f"at position {message.position} ({character}): {message.text}"


def _read_text(text: str) -> Tuple[Optional[PhpObject], str]:
    """A DateInterval of the relative parts of a date; None and PHP's complaint, if there is more or less in it."""
    parsed = parse_date(text)
    if parsed.errors:
        return None, f"Unknown or bad format ({printed(text)}) {describe_error(parsed.errors[0])}"
    moment = parsed.moment
    if moment.has_date or moment.has_time or moment.has_zone:
        return None, f"String '{printed(text)}' contains non-relative elements"
    made: Any = make_interval(moment.relative)
    made._text = text
    return made, ""


def _restore(interval: Any, data: PhpArray) -> None:
    text = data.get("date_string")
    if type(text) is str:
        parsed = parse_date(text)
        if parsed.errors:
            message = parsed.errors[0]
            character = " " if message.character == "\0" else message.character
            raise throw_error(
                "Error",
                f"Unknown or bad format ({text}) at position {message.position} ({character}) while unserializing: "
                f"{message.text}",
            )
        set_relative(interval, parsed.moment.relative)
        interval._text = text
        return
    relative = Relative()
    for name, field in _FIELDS:
        setattr(relative, field, _number(data, name, -1))
    if data.has("f"):
        relative.microsecond = float_to_int(to_float(data.get("f")) * 1_000_000)
    relative.is_inverted = _number(data, "invert", 0) != 0
    days = data.get("days", -1)
    relative.days = None if days is False else to_int(to_string(days)) if _is_scalar(days) else -1
    relative.weekday = _number(data, "weekday", 0)
    relative.weekday_behavior = _number(data, "weekday_behavior", 0)
    relative.first_or_last_day = max(0, _number(data, "first_last_day_of", 0))
    relative.special_kind = _number(data, "special_type", 0)
    relative.special_amount = _number(data, "special_amount", 0)
    relative.has_weekday = _number(data, "have_weekday_relative", 0) != 0
    relative.has_special = _number(data, "have_special_relative", 0) != 0
    interval._is_by_clock = to_int(data.get("civil_or_wall", 1)) == 2
    set_relative(interval, relative)


def _is_scalar(value: Any) -> bool:
    return value is None or type(value) in (bool, int, float, str)


def _number(data: PhpArray, name: str, default: int) -> int:
    value = data.get(name, default)
    return to_int(value) if _is_scalar(value) else default


def _format_field(character: str, relative: Relative) -> str:
    fields = {
        "y": relative.year,
        "m": relative.month,
        "d": relative.day,
        "h": relative.hour,
        "i": relative.minute,
        "s": relative.second,
    }
    number = fields.get(character.lower())
    if number is not None and character.isascii():
        return str(number) if character.islower() else _two_digits(number)
    if character == "f":
        return str(relative.microsecond)
    if character == "F":
        return f"{relative.microsecond:06d}"
    if character == "a":
        return "(unknown)" if relative.days is None else str(relative.days)
    if character in "rR":
        return "-" if relative.is_inverted else "+" if character == "R" else ""
    return "%" if character == "%" else "%" + character


def _two_digits(number: int) -> str:
    return f"-{-number:02d}" if number < 0 else f"{number:02d}"


CLASSES = (DateInterval,)
