"""Quantities of directives."""

from __future__ import annotations

import pytest

from engine.runtime.quantities import parse_quantity


@pytest.mark.parametrize(
    ("text", "value"),
    [("", 0), ("12", 12), (" 5 ", 5), ("-1", -1), ("1k", 1024), ("2M", 2 << 20), ("1G", 1 << 30), ("0x10", 16),
     ("0b11", 3), ("0o17", 15), ("017", 15), ("1 K", 1024)],
)  # fmt: skip
def test_well_formed_quantities_have_no_problem(text: str, value: int) -> None:
    assert parse_quantity(text) == (value, None)


@pytest.mark.parametrize(("text", "value"), [("abc", 0), ("1kb", 1), ("1M2", 1), ("0x", 0)])
def test_bad_quantities_are_told_of(text: str, value: int) -> None:
    found, problem = parse_quantity(text)
    assert found == value
    assert problem is not None


def test_overflow_wraps_around() -> None:
    value, problem = parse_quantity("9999999999G")
    assert value == -7709325834783293440
    assert problem is not None
