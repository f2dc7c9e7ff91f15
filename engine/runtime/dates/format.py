"""`date()`'s formats."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional, Union

from engine.runtime.classes import build_function
from engine.runtime.dates.civil import day_of_week, day_of_year, days_in_month, is_leap, iso_day_of_week, iso_week
from engine.runtime.dates.moment import ABBREVIATION, NAMED, OFFSET, Moment

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# Python's formatting takes longer than all the rest of a date.
_TWO_DIGITS = tuple([f"{number:02d}" for number in range(100)])
DAY_NAMES = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


class LocalInfo:
    """What a format needs to know of a moment's zone."""

    __slots__ = ("abbreviation", "identifier", "is_dst", "offset")

    def __init__(self, moment: Moment) -> None:
        zone = moment.zone
        if moment.is_local and zone is not None and moment.zone_kind == NAMED:
            self.offset, self.is_dst, self.abbreviation = zone.at(moment.timestamp)[0]
            self.identifier = zone.name
            return
        self.is_dst = False
        self.offset = 0
        self.abbreviation = "GMT"
        self.identifier = "UTC"
        if not moment.is_local:
            return
        self.offset = moment.total_offset()
        if moment.zone_kind == ABBREVIATION:
            self.is_dst = bool(moment.is_dst)
            self.abbreviation = self.identifier = moment.abbreviation or ""
        elif moment.zone_kind == OFFSET:
            self.offset = moment.offset
            self.abbreviation = "GMT" + self.signed("")
            self.identifier = self.signed(":")
            if self.offset % 60:
                self.identifier += f":{abs(self.offset) % 60:02d}"

    def signed(self, separator: str) -> str:
        """The offset as `+02:00`, seconds left out."""
        size = abs(self.offset)
        return ("-" if self.offset < 0 else "+") + _two(size // 3600) + separator + _two(size % 3600 // 60)


def _two(number: int) -> str:
    """A field with at least two digits."""
    return _TWO_DIGITS[number] if 0 <= number < 100 else f"{number:02d}"


def four_digits(year: int) -> str:
    """The year with at least four digits, the sign apart."""
    if 1000 <= year <= 9999:
        return str(year)
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _english_suffix(day: int) -> str:
    if 10 <= day <= 19:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def swatch_beat(timestamp: int) -> int:
    """Internet time: thousandths of a day in Biel."""
    seconds = timestamp % 86400 if timestamp >= 0 else -(-timestamp % 86400)
    tenths = (seconds + 3600) * 10
    return (tenths + 864000 if tenths < 0 else tenths) // 864 % 1000


def _weekday(moment: Moment) -> int:
    return day_of_week(moment.year, moment.month, moment.day)


def _expanded(moment: Moment) -> str:
    return ("+" if moment.year >= 10000 else "") + four_digits(moment.year)


def _zulu(moment: Moment, info: LocalInfo) -> str:
    if not moment.is_local or info.abbreviation in ("UTC", "Z", "GMT+0000"):
        return "Z"
    return info.signed(":")


def _iso(moment: Moment, info: LocalInfo) -> str:
    day = _year(moment) + "-" + _two(moment.month) + "-" + _two(moment.day)
    return day + "T" + _clock(moment) + info.signed(":")


def _rfc(moment: Moment, info: LocalInfo) -> str:
    day = _two(moment.day) + " " + MONTH_NAMES[moment.month - 1][:3] + " " + _year(moment)
    return DAY_NAMES[_weekday(moment)][:3] + ", " + day + " " + _clock(moment) + " " + info.signed("")


def _year(moment: Moment) -> str:
    # As C's %04d, which counts the sign.
    year = moment.year
    return str(year) if 1000 <= year <= 9999 else f"{year:04d}"


def _clock(moment: Moment) -> str:
    return _two(moment.hour) + ":" + _two(moment.minute) + ":" + _two(moment.second)


def _short_year(moment: Moment) -> str:
    year = moment.year % 100 if moment.year >= 0 else -(-moment.year % 100)
    return _two(year)


_Part = Union[str, Callable[[Moment, LocalInfo], str]]

_FORMATS: Dict[str, Callable[[Moment, LocalInfo], str]] = {
    "d": lambda moment, _: _two(moment.day),
    "D": lambda moment, _: DAY_NAMES[_weekday(moment)][:3],
    "j": lambda moment, _: str(moment.day),
    "l": lambda moment, _: DAY_NAMES[_weekday(moment)],
    "S": lambda moment, _: _english_suffix(moment.day),
    "w": lambda moment, _: str(_weekday(moment)),
    "N": lambda moment, _: str(iso_day_of_week(moment.year, moment.month, moment.day)),
    "z": lambda moment, _: str(day_of_year(moment.year, moment.month, moment.day)),
    "W": lambda moment, _: _two(iso_week(moment.year, moment.month, moment.day)[0]),
    "o": lambda moment, _: str(iso_week(moment.year, moment.month, moment.day)[1]),
    "F": lambda moment, _: MONTH_NAMES[moment.month - 1],
    "m": lambda moment, _: _two(moment.month),
    "M": lambda moment, _: MONTH_NAMES[moment.month - 1][:3],
    "n": lambda moment, _: str(moment.month),
    "t": lambda moment, _: str(days_in_month(moment.year, moment.month)),
    "L": lambda moment, _: "1" if is_leap(moment.year) else "0",
    "y": lambda moment, _: _short_year(moment),
    "Y": lambda moment, _: four_digits(moment.year),
    "x": lambda moment, _: _expanded(moment),
    "X": lambda moment, _: ("" if moment.year < 0 else "+") + four_digits(moment.year),
    "a": lambda moment, _: "pm" if moment.hour >= 12 else "am",
    "A": lambda moment, _: "PM" if moment.hour >= 12 else "AM",
    "B": lambda moment, _: f"{swatch_beat(moment.timestamp):03d}",
    "g": lambda moment, _: str(moment.hour % 12 or 12),
    "G": lambda moment, _: str(moment.hour),
    "h": lambda moment, _: _two(moment.hour % 12 or 12),
    "H": lambda moment, _: _two(moment.hour),
    "i": lambda moment, _: _two(moment.minute),
    "s": lambda moment, _: _two(moment.second),
    "u": lambda moment, _: f"{moment.microsecond or 0:06d}",
    "v": lambda moment, _: f"{(moment.microsecond or 0) // 1000:03d}",
    "I": lambda _, info: "1" if info.is_dst else "0",
    "p": _zulu,
    "P": lambda _, info: info.signed(":"),
    "O": lambda _, info: info.signed(""),
    "T": lambda _, info: info.abbreviation,
    "e": lambda _, info: info.identifier,
    "Z": lambda _, info: str(info.offset),
    "c": _iso,
    "r": _rfc,
    "U": lambda moment, _: str(moment.timestamp),
}


class _Form:
    """A format: its parts, and, once it was used often, one function that writes them all."""

    __slots__ = ("parts", "uses", "write")

    def __init__(self, form: str) -> None:
        self.parts = _split(form)
        self.uses = 0
        self.write: Optional[Callable[[Moment, LocalInfo], str]] = None

    def compile(self) -> None:
        """`Y-m`  becomes  `lambda moment, info: p0(moment, info) + "-" + p2(moment, info)`.

        In a loop over the parts PyPy compiles what follows anew for each of them.
        """
        sums = []
        names: Dict[str, Any] = {}
        for number, part in enumerate(self.parts):
            if isinstance(part, str):
                sums.append(repr(part))
            else:
                names[f"p{number}"] = part
                sums.append(f"p{number}(moment, info)")
        text = f"def write(moment, info):\n    return {' + '.join(sums) or repr('')}\n"
        self.write = build_function(text, "write", names)


# Formats that were split lately, none of them long.
_KNOWN: Dict[str, _Form] = {}
_FORMS = 256
_FORM_LENGTH = 64
_OFTEN = 100


def format_date(form: str, moment: Moment) -> str:
    """`moment` in a format of date()."""
    info = LocalInfo(moment)
    known = _KNOWN.get(form)
    if known is not None and known.write is not None:
        return known.write(moment, info)
    if known is None:
        known = _Form(form)
        if len(form) <= _FORM_LENGTH:
            if len(_KNOWN) >= _FORMS:
                _KNOWN.clear()
            _KNOWN[form] = known
    known.uses += 1
    if known.uses == _OFTEN:
        known.compile()
    return "".join([part if isinstance(part, str) else part(moment, info) for part in known.parts])


def _split(form: str) -> List[_Part]:
    """The parts of a format: text, and what writes the rest."""
    parts: List[_Part] = []
    position = 0
    while position < len(form):
        character = form[position]
        if character == "\\":
            position += 1
            parts.append(form[position : position + 1] or "\0")
        else:
            parts.append(_FORMATS.get(character, character))
        position += 1
    return parts
