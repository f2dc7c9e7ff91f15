"""Date and time: sunrise, sunset and twilight."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING, Any, Dict, Literal, Optional

from engine.builtin.declare import BadArgumentError, PhpConst, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_float
from engine.runtime.dates.sun import ALWAYS_ABOVE, sun_times
from engine.stdlib.datetime.timestamps import local_moment

if TYPE_CHECKING:
    from engine.runtime.dates.moment import Moment
    from engine.runtime.values import PhpString

EXTENSION = "date"
DEPRECATED_CONSTANTS = ("SUNFUNCS_RET_TIMESTAMP", "SUNFUNCS_RET_STRING", "SUNFUNCS_RET_DOUBLE")

SUNFUNCS_RET_TIMESTAMP: PhpConst[int] = 0
SUNFUNCS_RET_STRING: PhpConst[int] = 1
SUNFUNCS_RET_DOUBLE: PhpConst[int] = 2

# The altitudes between which it is day, and ever darker twilight.
_TWILIGHTS = (("civil", -6.0), ("nautical", -12.0), ("astronomical", -18.0))


@contextual(deprecated="8.1, use date_sun_info() instead")
def date_sunrise(
    timestamp: int,
    returnFormat: int = SUNFUNCS_RET_STRING,
    latitude: float | None = None,
    longitude: float | None = None,
    zenith: float | None = None,
    utcOffset: float | None = None,
) -> PhpString | int | float | Literal[False]:
    """Return time of sunrise for a given day and location."""
    zenith = _or_directive(zenith, "date.sunrise_zenith")
    return _crossing(timestamp, returnFormat, latitude, longitude, zenith, utcOffset, is_sunset=False)


@contextual(deprecated="8.1, use date_sun_info() instead")
def date_sunset(
    timestamp: int,
    returnFormat: int = SUNFUNCS_RET_STRING,
    latitude: float | None = None,
    longitude: float | None = None,
    zenith: float | None = None,
    utcOffset: float | None = None,
) -> PhpString | int | float | Literal[False]:
    """Return time of sunset for a given day and location."""
    zenith = _or_directive(zenith, "date.sunset_zenith")
    return _crossing(timestamp, returnFormat, latitude, longitude, zenith, utcOffset, is_sunset=True)


@contextual
def date_sun_info(timestamp: int, latitude: float, longitude: float) -> PhpArray:
    """Return an array with information about sunset/sunrise and twilight begin/end."""
    for name, value in (("latitude", latitude), ("longitude", longitude)):
        if value - value != 0.0:
            raise BadArgumentError(name, "must be finite")
    moment = local_moment(timestamp)
    day = sun_times(moment, longitude, latitude, -35.0 / 60, upper_limb=True)
    result: Dict[str, Any] = {"sunrise": day.rise, "sunset": day.set, "transit": day.transit}
    if day.course:
        result["sunrise"] = result["sunset"] = day.course == ALWAYS_ABOVE
    for name, altitude in _TWILIGHTS:
        times = sun_times(moment, longitude, latitude, altitude, upper_limb=False)
        is_above = times.course == ALWAYS_ABOVE
        result[f"{name}_twilight_begin"] = is_above if times.course else times.rise
        result[f"{name}_twilight_end"] = is_above if times.course else times.set
    return PhpArray.from_strings(result)


def _or_directive(value: Optional[float], name: str) -> float:
    return to_float(ctx.ini.get(name) or "") if value is None else value


def _crossing(
    timestamp: int,
    form: int,
    latitude: Optional[float],
    longitude: Optional[float],
    zenith: float,
    offset: Optional[float],
    *,
    is_sunset: bool,
) -> PhpString | int | float | Literal[False]:
    if form not in (SUNFUNCS_RET_TIMESTAMP, SUNFUNCS_RET_STRING, SUNFUNCS_RET_DOUBLE):
        raise BadArgumentError(
            "returnFormat", "must be one of SUNFUNCS_RET_TIMESTAMP, SUNFUNCS_RET_STRING, or SUNFUNCS_RET_DOUBLE"
        )
    latitude = _or_directive(latitude, "date.default_latitude")
    longitude = _or_directive(longitude, "date.default_longitude")
    if latitude - latitude != 0.0 or longitude - longitude != 0.0:
        return False
    moment = local_moment(timestamp)
    times = sun_times(moment, longitude, latitude, 90 - zenith, upper_limb=True)
    if times.course:
        return False
    if form == SUNFUNCS_RET_TIMESTAMP:
        return times.set if is_sunset else times.rise
    hours = (times.set_hour if is_sunset else times.rise_hour) + (_usual_offset(moment) if offset is None else offset)
    if hours - hours != 0.0:
        return False
    if not 0 <= hours <= 24:
        hours -= float(floor(hours / 24)) * 24.0
    if not 0 <= hours <= 24:
        return False
    if form == SUNFUNCS_RET_DOUBLE:
        return hours
    return f"{int(hours):02d}:{int(60 * (hours - int(hours))):02d}"


def _usual_offset(moment: Moment) -> float:
    """The zone's offset, in hours, in 1970: PHP asks before it looks at the day."""
    assert moment.zone is not None
    return moment.zone.at(0)[0].offset / 3600.0
