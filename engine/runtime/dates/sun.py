"""Sunrise, sunset and twilight, by the usual approximation of the sun's place (Schlyter); angles are in degrees."""

from __future__ import annotations

from math import acos, atan2, cos, degrees, floor, nan, radians, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple, Tuple

from engine.runtime.dates.civil import SECONDS_PER_DAY, days_from_civil

if TYPE_CHECKING:
    from engine.runtime.dates.moment import Moment

ALWAYS_BELOW = -1
ALWAYS_ABOVE = 1

# 2000-01-01T12:00:00, in days since 1970.
_EPOCH_2000 = 10957.5
_NEVER = -(1 << 63)


class SunTimes(NamedTuple):
    """When the sun crosses an altitude: timestamps, and hours of UTC's day. `course` is 0 where it does cross it."""

    course: int
    rise: int
    set: int
    transit: int
    rise_hour: float
    set_hour: float


def sun_times(moment: Moment, longitude: float, latitude: float, altitude: float, *, upper_limb: bool) -> SunTimes:
    """The sun's times on the day of `moment` at a place."""
    try:
        return _sun_times(moment, longitude, latitude, altitude, upper_limb=upper_limb)
    except (ValueError, OverflowError):
        # Millions of years away the approximation has no answer. C goes on with NaN, of which a cast makes this.
        return SunTimes(0, _NEVER, _NEVER, _NEVER, nan, nan)


def _sun_times(moment: Moment, longitude: float, latitude: float, altitude: float, *, upper_limb: bool) -> SunTimes:
    days = days_from_civil(moment.year, moment.month, moment.day)
    midnight = days * SECONDS_PER_DAY
    noon = moment.copy()
    noon.hour, noon.minute, noon.second = 12, 0, 0
    noon.update_timestamp()
    day = days - _EPOCH_2000 + 2 - longitude / 360.0
    sidereal = _revolution(_sidereal_at_midnight(day) + 180.0 + longitude)
    ascension, declination, distance = _place(day)
    south = 12.0 - _half_revolution(sidereal - ascension) / 15.0
    if upper_limb:
        altitude -= 0.2666 / distance
    transit = int(midnight + south * 3600)
    cosine = (_sine(altitude) - _sine(latitude) * _sine(declination)) / (_cosine(latitude) * _cosine(declination))
    if cosine >= 1.0:
        return SunTimes(ALWAYS_BELOW, transit, transit, transit, 0.0, 0.0)
    if cosine <= -1.0:
        half_day = 12 * 3600
        return SunTimes(ALWAYS_ABOVE, noon.timestamp - half_day, noon.timestamp + half_day, transit, 0.0, 0.0)
    arc = degrees(acos(cosine)) / 15.0
    rise, setting = south - arc, south + arc
    return SunTimes(0, int(rise * 3600 + midnight), int(setting * 3600 + midnight), transit, rise, setting)


def _sine(angle: float) -> float:
    return sin(radians(angle))


def _cosine(angle: float) -> float:
    return cos(radians(angle))


def _revolution(angle: float) -> float:
    return angle - 360.0 * floor(angle / 360.0)


def _half_revolution(angle: float) -> float:
    return angle - 360.0 * floor(angle / 360.0 + 0.5)


def _sidereal_at_midnight(day: float) -> float:
    return _revolution((180.0 + 356.0470 + 282.9404) + (0.9856002585 + 4.70935e-5) * day)


def _place(day: float) -> Tuple[float, float, float]:
    """The sun's right ascension, declination and distance."""
    anomaly = _revolution(356.0470 + 0.9856002585 * day)
    perihelion = 282.9404 + 4.70935e-5 * day
    eccentricity = 0.016709 - 1.151e-9 * day
    eccentric = anomaly + degrees(eccentricity) * _sine(anomaly) * (1.0 + eccentricity * _cosine(anomaly))
    x = _cosine(eccentric) - eccentricity
    y = sqrt(1.0 - eccentricity * eccentricity) * _sine(eccentric)
    distance = sqrt(x * x + y * y)
    longitude = degrees(atan2(y, x)) + perihelion
    if longitude >= 360.0:
        longitude -= 360.0
    obliquity = 23.4393 - 3.563e-7 * day
    x = distance * _cosine(longitude)
    y = distance * _sine(longitude)
    z = y * _sine(obliquity)
    y *= _cosine(obliquity)
    return degrees(atan2(y, x)), degrees(atan2(z, sqrt(x * x + y * y))), distance
