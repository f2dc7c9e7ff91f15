"""What is read by position is what the rules read."""

from __future__ import annotations

import random

from engine.runtime.dates.grammar import UNITS
from engine.runtime.dates.moment import Moment, Relative
from engine.runtime.dates.parse import _read
from engine.runtime.dates.usual import read_usual


def fields(moment: Moment) -> list[object]:
    """All that is known of a moment."""
    own = [getattr(moment, name) for name in Moment.__slots__ if name != "relative"]
    return own + [getattr(moment.relative, name) for name in Relative.__slots__]


def texts() -> list[str]:
    """Texts of the usual forms, and of forms next to them."""
    chance = random.Random(2)  # noqa: S311 - the same texts in every run
    units = [*UNITS, "Days", "foo", ""]
    found = [
        "",
        "+",
        "+ days",
        "+1",
        "2024-02-30",
        "2024-13-01",
        "2024-02-28 24:00",
        "2024-02-28 12:34:60",
        "2024-02-28 ",
    ]
    for _ in range(1500):
        date = f"{chance.randrange(10000):04d}-{chance.randrange(15):02d}-{chance.randrange(33):02d}"
        time = f"{chance.randrange(26):02d}:{chance.randrange(62):02d}"
        seconds = f"{time}:{chance.randrange(62):02d}"
        blank = chance.choice(("", " ", "  "))
        relative = (
            f"{chance.choice('+-')}{chance.randrange(10 ** chance.randrange(1, 11))}{blank}{chance.choice(units)}"
        )
        found += [date, f"{date} {time}", f"{date} {seconds}", f"{date}T{seconds}", relative, f"{date} {relative}"]
        found += [f"{date} {relative} {relative}", f"{date} {time} {relative}", f"{date}{relative}"]
    return found


def test_usual_dates() -> None:
    count = 0
    for text in texts():
        usual = read_usual(text)
        if usual is not None:
            read = _read(text)
            assert not read.errors, text
            assert not read.warnings, text
            assert fields(usual) == fields(read.moment), text
            count += 1
    assert count > 3000
