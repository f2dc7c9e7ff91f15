"""Date and time: taking textual dates apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal

from engine.builtin.declare import BadArgumentError, contextual, pure
from engine.runtime.arrays import PhpArray
from engine.runtime.dates.moment import ABBREVIATION, FIRST_DAY_OF_MONTH, NAMED, OFFSET, WEEKDAYS, Moment
from engine.runtime.dates.parse import Message, Parsed, parse_date
from engine.runtime.dates.parse_format import parse_date_by_format
from engine.stdlib.datetime.timestamps import date_state

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "date"


@pure
def date_parse(datetime: PhpString) -> PhpArray:
    """Return associative array with detailed info about given date/time."""
    return _describe(parse_date(datetime))


@pure
def date_parse_from_format(format_: PhpString, datetime: PhpString) -> PhpArray:
    """Get info about given date formatted according to the specified format."""
    if "\0" in datetime:
        raise BadArgumentError("datetime", "must not contain any null bytes")
    return _describe(parse_date_by_format(format_, datetime))


@contextual
def date_get_last_errors() -> PhpArray | Literal[False]:
    """Return the warnings and errors."""
    errors = date_state().last_errors
    return False if errors is None else errors.share()


def remember_errors(parsed: Parsed) -> None:
    """Have date_get_last_errors() tell what was wrong, if anything was."""
    has_messages = bool(parsed.warnings or parsed.errors)
    date_state().last_errors = messages(parsed, PhpArray()) if has_messages else None


def messages(parsed: Parsed, result: PhpArray) -> PhpArray:
    """Add warnings and errors to an array as PHP lays them out."""
    for name, found in (("warning", parsed.warnings), ("error", parsed.errors)):
        result.set(f"{name}_count", len(found))
        result.set(f"{name}s", _by_position(found))
    return result


def _by_position(found: List[Message]) -> PhpArray:
    result = PhpArray()
    for message in found:
        result.set(message.position, message.text)
    return result


def _describe(parsed: Parsed) -> PhpArray:
    moment = parsed.moment
    result = PhpArray()
    for name in ("year", "month", "day", "hour", "minute", "second"):
        value = getattr(moment, name)
        result.set(name, False if value is None else value)
    result.set("fraction", False if moment.microsecond is None else moment.microsecond / 1_000_000)
    messages(parsed, result)
    result.set("is_localtime", moment.is_local)
    if moment.is_local:
        _describe_zone(moment, result)
    if moment.has_relative:
        result.set("relative", _describe_relative(moment))
    return result


def _describe_zone(moment: Moment, result: PhpArray) -> None:
    result.set("zone_type", moment.zone_kind)
    if moment.zone_kind in (OFFSET, ABBREVIATION):
        result.set("zone", moment.offset)
        result.set("is_dst", bool(moment.is_dst))
    if moment.zone_kind in (NAMED, ABBREVIATION) and moment.abbreviation is not None:
        result.set("tz_abbr", moment.abbreviation)
    if moment.zone_kind == NAMED and moment.zone is not None:
        result.set("tz_id", moment.zone.name)


def _describe_relative(moment: Moment) -> PhpArray:
    relative = moment.relative
    result = PhpArray()
    for name in ("year", "month", "day", "hour", "minute", "second"):
        result.set(name, getattr(relative, name))
    if relative.has_weekday:
        result.set("weekday", relative.weekday)
    if relative.has_special and relative.special_kind == WEEKDAYS:
        result.set("weekdays", relative.special_amount)
    if relative.first_or_last_day:
        is_first = relative.first_or_last_day == FIRST_DAY_OF_MONTH
        result.set("first_day_of_month" if is_first else "last_day_of_month", value=True)
    return result
