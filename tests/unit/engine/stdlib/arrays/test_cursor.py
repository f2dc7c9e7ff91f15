"""The internal pointer of arrays."""

from __future__ import annotations

from engine.runtime.arrays import PhpArray
from engine.runtime.references import Ref
from engine.stdlib.arrays.cursor import current, end, key, next_, prev, reset, seek


def test_a_list_is_walked_without_copying_its_keys() -> None:
    array = PhpArray([1, 2, 3])
    reference = Ref(array)
    assert [next_(reference), next_(reference), next_(reference)] == [2, 3, False]
    assert type(array.position[0]) is range
    assert key(array) is None


def test_elements_appended_past_the_end_are_met() -> None:
    array = PhpArray.from_strings({"a": 1})
    reference = Ref(array)
    assert next_(reference) is False
    array.set("b", 2)
    assert current(array) == 2
    assert key(array) == "b"


def test_elements_unset_under_the_pointer_are_skipped() -> None:
    array = PhpArray([1, 2, 3])
    next_(Ref(array))
    array.unset(1)
    assert (key(array), current(array)) == (2, 3)
    assert prev(Ref(array)) == 1


def test_before_the_first_is_after_the_last() -> None:
    array = PhpArray([1, 2])
    reference = Ref(array)
    assert prev(reference) is False
    assert seek(array) is None
    assert prev(reference) is False
    assert (end(reference), reset(reference)) == (2, 1)


def test_copies_have_pointers_of_their_own() -> None:
    array = PhpArray([1, 2])
    copy = array.share()
    next_(Ref(copy))
    assert (current(array), current(copy)) == (1, 2)
