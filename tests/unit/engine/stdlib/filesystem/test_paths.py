"""File name patterns: their cost."""

from __future__ import annotations

import time

from engine.stdlib.filesystem.paths import fnmatch, matches_pattern


def test_many_stars_cost_no_more_than_the_product_of_the_lengths() -> None:
    started = time.perf_counter()
    assert not matches_pattern("*a" * 200 + "b", "a" * 2000, 0)
    assert time.perf_counter() - started < 5


def test_a_pattern_that_is_too_long_does_not_match() -> None:
    assert not fnmatch("*" * 5000, "a")


def test_sets() -> None:
    assert matches_pattern("[a-c]x", "bx", 0)
    assert not matches_pattern("[!a-c]x", "bx", 0)
    assert matches_pattern("[]]", "]", 0)
    assert matches_pattern("[[:upper:]]", "Q", 0)
