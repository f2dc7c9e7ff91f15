"""Sorting: the algorithm, and when Python's own sort may stand in for it."""

from __future__ import annotations

import random

import pytest

from engine.runtime.sorting import (
    SORT_FLAG_CASE,
    SORT_NATURAL,
    SORT_NUMERIC,
    SORT_REGULAR,
    SORT_STRING,
    hybrid_sort,
    sort_keys,
    sorted_by_callback,
    sorted_order,
    sorted_values,
)


def no_warning(message: str) -> None:
    raise AssertionError(message)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 4, 5, 6, 15, 16, 17, 100, 1023, 1024, 3000])
def test_hybrid_sort_agrees_with_python(size: int) -> None:
    chance = random.Random(size)  # noqa: S311 - the same numbers each time
    values = [chance.randint(0, size) for _ in range(size)]
    order = list(range(size))
    hybrid_sort(order, lambda i, j: values[i] - values[j] or i - j)
    assert order == sorted(range(size), key=values.__getitem__)


def test_five_values_are_compared_in_phps_order() -> None:
    compared = []

    def compare(i: int, j: int) -> int:
        compared.append((i, j))
        return j - i

    order = [0, 1, 2, 3]
    hybrid_sort(order, compare)
    assert order == [3, 2, 1, 0]
    assert compared == [(0, 1), (2, 1), (0, 3), (1, 3), (2, 3)]


def test_large_arrays_give_the_same_order_by_callback_as_small_ones() -> None:
    chance = random.Random(1)  # noqa: S311 - the same numbers each time
    values = [chance.randint(0, 50) for _ in range(1000)]
    order = sorted_by_callback(values, lambda a, b: (a > b) - (a < b), no_warning)
    assert order == sorted(range(1000), key=values.__getitem__)


def test_bool_results_are_deprecated_once_and_asked_again() -> None:
    warnings: list[str] = []
    order = sorted_by_callback([3, 1, 2], lambda a, b: a > b, warnings.append)
    assert order == [1, 2, 0]
    assert len(warnings) == 1


def test_fractions_count_as_equal() -> None:
    values = [0.5 * (index % 2) for index in range(300)]
    order = sorted_by_callback(values, lambda a, b: a - b, no_warning)
    assert order == list(range(300))


@pytest.mark.parametrize("descending", [False, True])
def test_equal_values_keep_their_order(descending: bool) -> None:  # noqa: FBT001 - a parameter of the test
    values = [index % 3 for index in range(40)]
    expected = sorted(range(40), key=values.__getitem__, reverse=descending)
    assert sorted_order(values, SORT_REGULAR, descending=descending) == expected


def test_what_python_may_sort_by_itself() -> None:
    ints = [3, 1, 2]
    assert sort_keys(ints, SORT_REGULAR) is ints
    words = ["b", "a"]
    assert sort_keys(words, SORT_REGULAR) is words
    assert sort_keys(["10", "9"], SORT_REGULAR) == [10, 9]
    assert sort_keys(["1e1", "9.5"], SORT_REGULAR) == [10.0, 9.5]
    assert sort_keys(["10", "a"], SORT_REGULAR) is None
    assert sort_keys([1, "a"], SORT_REGULAR) is None
    assert sort_keys([1, 2.5, 1 << 60], SORT_REGULAR) is None
    assert sort_keys([float("nan"), 1.0], SORT_REGULAR) is None
    assert sort_keys(["x"], SORT_NATURAL) is None
    assert sort_keys(["B", 1, None], SORT_STRING | SORT_FLAG_CASE) == ["b", "1", ""]
    assert sort_keys(["5 apples", True], SORT_NUMERIC) == [5.0, 1.0]


def test_bytes_beyond_ascii_keep_their_case() -> None:
    assert sort_keys(["\xc9A"], SORT_STRING | SORT_FLAG_CASE) == ["\xc9a"]


def test_sorted_values_leaves_its_argument_alone() -> None:
    values = [2, 1]
    assert sorted_values(values, SORT_REGULAR, descending=False) == [1, 2]
    assert values == [2, 1]
