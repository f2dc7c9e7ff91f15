"""The calendar and the zones behind the date functions."""

from __future__ import annotations

import datetime as dt
import random
import zoneinfo

import pytest

from engine.runtime.dates.civil import (
    civil_from_days,
    day_of_year,
    days_from_civil,
    days_to_iso_week,
    iso_day_of_week,
    iso_week,
)
from engine.runtime.dates.posix_rules import read_posix_rules
from engine.runtime.dates.zones import BEGINNING_OF_TIME, DATABASE, END_OF_TIME, LocalType, preload


def test_calendar_agrees_with_python() -> None:
    for ordinal in range(1, 3_652_059, 1009):
        date = dt.date.fromordinal(ordinal)
        parts = date.year, date.month, date.day
        assert civil_from_days(days_from_civil(*parts)) == parts
        assert iso_day_of_week(*parts) == date.isoweekday()
        year, week, _weekday = date.isocalendar()
        assert iso_week(*parts) == (week, year)
        assert day_of_year(*parts) == date.timetuple().tm_yday - 1


@pytest.mark.parametrize("year", [-292_277_022_656, -4714, 0, 292_277_026_596])
def test_calendar_reaches_far(year: int) -> None:
    assert civil_from_days(days_from_civil(year, 2, 28)) == (year, 2, 28)


def test_weeks_of_iso() -> None:
    first = days_from_civil(2021, 1, 1)
    assert civil_from_days(first + days_to_iso_week(2021, 1, 1)) == (2021, 1, 4)
    first = days_from_civil(2020, 1, 1)
    assert civil_from_days(first + days_to_iso_week(2020, 53, 7)) == (2021, 1, 3)


def test_zones_agree_with_python() -> None:
    preload()
    random.seed(7)
    for name in random.sample(DATABASE.listed_names(), 60):
        zone = DATABASE.find(name)
        assert zone is not None
        reference = zoneinfo.ZoneInfo(name)
        for _ in range(20):
            timestamp = random.randint(-(2**31), 2**33)  # noqa: S311
            moment = dt.datetime.fromtimestamp(timestamp, reference)
            local = zone.at(timestamp)[0]
            offset = moment.utcoffset()
            assert offset is not None
            assert (local.offset, local.abbreviation) == (int(offset.total_seconds()), moment.tzname())


def test_zone_names_are_found_in_any_case_and_kept_as_written() -> None:
    zone = DATABASE.find("europe/berlin")
    assert zone is not None
    assert zone.name == "europe/berlin"
    assert DATABASE.find("Europe/../Berlin") is None
    assert DATABASE.find("../../../etc/passwd") is None


def test_zone_without_changes() -> None:
    zone = DATABASE.find("UTC")
    assert zone is not None
    assert zone.at(0) == (LocalType(0, is_dst=False, abbreviation="UTC"), BEGINNING_OF_TIME, END_OF_TIME)


def test_posix_rules() -> None:
    rules = read_posix_rules("CET-1CEST,M3.5.0,M10.5.0/3")
    assert rules is not None
    assert rules.at(1_711_846_799)[:3] == (3600, False, "CET")
    assert rules.at(1_711_846_800) == (7200, True, "CEST", 1_711_846_800, 1_729_990_800)
    assert read_posix_rules("") is None
    plain = read_posix_rules("<+0545>-5:45")
    assert plain is not None
    assert plain.at(0)[:3] == (20_700, False, "+0545")
