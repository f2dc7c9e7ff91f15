"""Date and time: moments and objects made of texts, timestamps and what was written of an object."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Literal, Optional, Tuple

from engine.builtin.declare import BadArgumentError
from engine.runtime.classes import instantiate, require_class
from engine.runtime.context import ctx
from engine.runtime.dates.moment import ABBREVIATION, NAMED, OFFSET, Moment
from engine.runtime.dates.parse import Message, fill_holes, parse_date, says_when
from engine.runtime.dates.parse_format import parse_date_by_format
from engine.runtime.dates.zones import DATABASE
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.values import INT_MAX, INT_MIN
from engine.stdlib.datetime.intervals import describe_error
from engine.stdlib.datetime.parsing import remember_errors
from engine.stdlib.datetime.timestamps import default_zone
from engine.stdlib.datetime.zones import zone_of
from engine.stdlib.strings.formatting import format_text

if TYPE_CHECKING:
    from engine.runtime.arrays import PhpArray
    from engine.runtime.objects import PhpObject


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
        enter_zone(now, zone_moment)
    else:
        now.zone = moment.zone or default_zone()
        now.zone_kind = NAMED
    if not says_when(moment, keeps_time=form is not None):
        nanoseconds = time.time_ns()
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


def enter_zone(moment: Moment, like: Moment) -> None:
    """Have `moment`, whose timestamp stays, be in the zone of `like`."""
    if like.zone_kind == OFFSET:
        moment.set_offset(like.offset)
    elif like.zone_kind == ABBREVIATION:
        moment.set_abbreviation(like.abbreviation or "", like.offset, like.is_dst)
    elif like.zone is not None:
        moment.set_zone(like.zone)


def construct(target: Any, text: str, timezone: Any) -> None:
    """What a constructor does; throws DateMalformedStringException."""
    moment, error = read_moment(text, timezone)
    if error is not None:
        raise throw_error(
            "DateMalformedStringException", f"Failed to parse time string ({text}) {describe_error(error)}"
        )
    target._moment = moment


def make_from_text(class_name: str, text: str, timezone: Any) -> PhpObject | Literal[False]:
    """An object of a builtin class, or false for a text that is no date."""
    moment, _error = read_moment(text, timezone)
    return False if moment is None else make_of_moment(require_class(class_name), moment)


def make_by_format(called: Any, form: str, text: str, timezone: Any) -> PhpObject | Literal[False]:
    """An object of a class, or false for a text that is not of the format."""
    if "\0" in text:
        raise BadArgumentError("datetime", "must not contain any null bytes")
    moment, _error = read_moment(text, timezone, form)
    return False if moment is None else make_of_moment(called, moment)


def make_of_moment(called: Any, moment: Moment) -> PhpObject:
    """An object of a class, its constructor not called."""
    made = instantiate(called)
    made._moment = moment
    return made


def moment_of_timestamp(timestamp: float) -> Moment:
    """The moment of a timestamp, in UTC, to the microsecond; throws DateRangeError for what is none."""
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


def restore(target: Any, data: PhpArray, class_name: str) -> None:
    """Give an object what was written of one; throws Error for other data."""
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
