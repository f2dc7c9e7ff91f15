"""The scanner and the reader of dates."""

from __future__ import annotations

import pytest

from engine.runtime.dates.interval import parse_interval
from engine.runtime.dates.longest_match import Rules
from engine.runtime.dates.moment import NAMED, Moment
from engine.runtime.dates.parse import fill_holes, parse_date
from engine.runtime.dates.parse_format import parse_date_by_format
from engine.runtime.dates.zones import DATABASE


def test_scanner_prefers_the_longest_match_and_then_the_first_rule() -> None:
    rules = Rules(["ab?", "~(abc)", "[a-z]+", "a{2,3}", "{digits}x"], {"digits": "[0-9]+"})
    assert rules.match("ab", 0) == (0, 2)
    assert rules.match("ABC", 0) == (1, 3)
    assert rules.match("abcd", 0) == (2, 4)
    assert rules.match("aaa", 0) == (2, 3)
    assert rules.match("12x", 0) == (4, 3)
    assert rules.match("12", 0) == (-1, 0)
    assert rules.match("!", 0) == (-1, 0)


@pytest.mark.parametrize("text", ["\0", "\xff" * 100, "1" * 1000, "+" * 1000, "(" * 1000, "@" + "9" * 400])
def test_any_text_is_read(text: str) -> None:
    parsed = parse_date(text)
    assert bool(parsed.errors) is (text != "\0")


def test_reading_stops_after_many_errors() -> None:
    assert len(parse_date("+" * 1_000_000).errors) == 1001


def test_hour_that_does_not_exist_is_moved_on() -> None:
    zone = DATABASE.find("Europe/Berlin")
    moment = parse_date("2024-03-31 02:30").moment
    now = Moment()
    now.zone, now.zone_kind, now.microsecond = zone, NAMED, 0
    now.set_from_timestamp(0)
    fill_holes(moment, now)
    moment.update_timestamp(zone)
    moment.update_fields()
    assert (moment.timestamp, moment.hour, moment.minute, moment.offset) == (1_711_848_600, 3, 30, 7200)


def test_format_and_text_end_together_or_not() -> None:
    assert not parse_date_by_format("Y-m-d", "2024-02-29").errors
    assert [error.text for error in parse_date_by_format("Y-m-d", "2024-02").errors] == [
        "Not enough data available to satisfy format"
    ]
    assert [error.text for error in parse_date_by_format("Y", "2024x").errors] == ["Trailing data"]


def test_intervals_of_iso() -> None:
    specification = parse_interval("R5/2008-03-01T13:00:00Z/P1Y2M10DT2H30M")
    assert specification.recurrences == 5
    assert specification.begin is not None
    assert specification.period is not None
    assert (specification.period.year, specification.period.month, specification.period.minute) == (1, 2, 30)
    for text in ("", "P", "PT", "P1", "P1S", "1D", "P9999999999999D"):
        assert parse_interval(text).has_errors
