"""Positions in arrays that change meanwhile."""

from __future__ import annotations

from typing import Any

from engine.runtime.arrays import PhpArray
from engine.stdlib.spl.array_walk import ArrayWalk


def _keys(table: Any, walk: ArrayWalk) -> list[Any]:
    found = []
    while walk.settle(table):
        found.append(walk.key())
        walk.advance(table)
    return found


def test_a_list_is_walked_by_index() -> None:
    table = PhpArray([1, 2, 3])
    assert _keys(table, ArrayWalk(table)) == [0, 1, 2]


def test_removing_the_element_moves_the_walk_to_the_next() -> None:
    table = PhpArray([1, 2, 3, 4])
    walk = ArrayWalk(table)
    walk.advance(table)
    table.unset(1)
    assert walk.settle(table)
    assert walk.key() == 2


def test_elements_added_at_the_end_are_met() -> None:
    table = PhpArray.from_items([("a", 1), ("b", 2)])
    walk = ArrayWalk(table)
    assert _keys(table, walk) == ["a", "b"]
    assert not walk.settle(table)
    table.set("c", 3)
    assert _keys(table, walk) == ["c"]


def test_a_list_that_becomes_a_map_is_walked_on() -> None:
    table = PhpArray([1, 2])
    walk = ArrayWalk(table)
    walk.advance(table)
    table.set("x", 3)
    assert _keys(table, walk) == [1, "x"]
