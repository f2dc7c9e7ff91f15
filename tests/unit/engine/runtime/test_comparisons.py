"""Comparisons of nested arrays and of objects, as PHP answered them; test_operators.py has the scalars."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from engine.runtime import comparisons
from engine.runtime.arrays import PhpArray
from engine.runtime.comparisons import compare, identical, le, loose_equals, lt
from engine.runtime.context import ctx
from engine.runtime.objects import UNINITIALIZED, PhpObject
from engine.runtime.references import Ref


class ThrownError(Exception):
    """Stands for a PHP exception."""


class Thing(PhpObject):
    """A PHP object of a class made up for a test."""

    def __init__(self, php_class: Any, **properties: Any) -> None:
        self.php_class = php_class
        self.properties = properties

    def property_items(self) -> list[tuple[str, str, str, Any]]:
        """The properties, as PhpObject gives them."""
        return [(name, "public", self.php_class.name, value) for name, value in self.properties.items()]


class Dated(Thing):
    """One whose class orders its objects."""

    @staticmethod
    def compare_hook(a: Any, b: Any) -> int:
        """By `at`."""
        return int(a.at > b.at) - int(a.at < b.at)


def make_class(name: str, kind: str = "class", **members: Any) -> Any:
    """What comparisons ask of a PhpClass."""
    methods = {}
    if "text" in members:
        methods["__tostring"] = SimpleNamespace(function=lambda _this: members["text"])
    return SimpleNamespace(name=name, kind=kind, methods=methods, **members)


POINT, OTHER, TEXT, SUIT = (
    make_class("Point"),
    make_class("Other"),
    make_class("Text", text="7"),
    make_class("E", "enum"),
)


def keyed(**items: Any) -> PhpArray:
    return PhpArray.from_items(items.items())


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (PhpArray([1, 2]), PhpArray([1, 3]), -1),
        (PhpArray([9]), PhpArray([1, 2]), -1),
        (PhpArray([1, PhpArray([2, 3])]), PhpArray([1, PhpArray([2, 2])]), 1),
        (keyed(a=1, b=2), keyed(b=2, a=1), 0),
        (keyed(a=1), keyed(b=1), 1),
        (PhpArray(), None, 0),
        (PhpArray([1]), 5, 1),
        (5, PhpArray(), -1),
        ("a", PhpArray(), -1),
        (True, PhpArray([0]), 0),
        (Thing(POINT, x=1), Thing(POINT, x=1), 0),
        (Thing(POINT, x=1), Thing(POINT, x=2), -1),
        (Thing(POINT, x=Thing(POINT, x=3)), Thing(POINT, x=Thing(POINT, x=2)), 1),
        (Thing(POINT, x=1), Thing(OTHER, x=1), 1),
        (Thing(POINT, x=1), Thing(POINT, x=UNINITIALIZED), 1),
        (Thing(POINT, x=UNINITIALIZED), Thing(POINT, x=1), 1),
        (Thing(POINT, x=UNINITIALIZED), Thing(POINT, x=UNINITIALIZED), 0),
        (Thing(POINT, x=Ref(1)), Thing(POINT, x=1), 0),
        (Thing(POINT), None, 1),
        (None, Thing(POINT), -1),
        (Thing(POINT), True, 0),
        (Thing(POINT), PhpArray(), 1),
        (PhpArray(), Thing(POINT), -1),
        (Thing(POINT), "x", 1),
        (Thing(TEXT), "7", 0),
        ("8", Thing(TEXT), 1),
        (Thing(SUIT), Thing(SUIT), 1),
        (Thing(SUIT), "x", 1),
        (Thing(SUIT), True, 1),
    ],
)
def test_compare_answers_as_php(a: Any, b: Any, expected: int) -> None:
    assert compare(a, b) == expected
    assert loose_equals(a, b) is (expected == 0)
    assert lt(a, b) is (expected < 0)
    assert le(a, b) is (expected <= 0)


def test_an_object_becomes_one_beside_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    notices: list[str] = []
    monkeypatch.setattr(ctx, "diagnose", lambda _level, message: notices.append(message))
    assert compare(Thing(POINT), 1) == 0
    assert compare(2.5, Thing(POINT)) == 1
    assert notices == [
        "Object of class Point could not be converted to int",
        "Object of class Point could not be converted to float",
    ]


def test_a_class_may_order_its_objects() -> None:
    date = make_class("Date")
    early, late = Dated(date), Dated(date)
    early.at, late.at = 1, 2
    assert lt(early, late)
    assert lt(PhpArray([early]), PhpArray([late]))
    assert not loose_equals(early, late)


def test_closures_equal_only_the_same_function_on_the_same_object() -> None:
    closure = make_class("Closure")

    def make(name: str, *, is_fake: bool) -> Thing:
        made = Thing(closure)
        made.__dict__.update(is_fake=is_fake, this=None, called=None, scope=None, info=SimpleNamespace(name=name))
        return made

    assert loose_equals(make("strlen", is_fake=True), make("strlen", is_fake=True))
    assert not loose_equals(make("strlen", is_fake=True), make("strrev", is_fake=True))
    assert not loose_equals(make("f", is_fake=False), make("f", is_fake=False))
    assert compare(make("f", is_fake=False), "x") == 1


def test_identical_wants_one_type_one_order_and_one_object() -> None:
    point = Thing(POINT, x=1)
    assert identical(PhpArray([1, point]), PhpArray([1, point]))
    assert not identical(PhpArray([point]), PhpArray([Thing(POINT, x=1)]))
    assert not identical(keyed(a=1, b=2), keyed(b=2, a=1))
    assert not identical(PhpArray([1]), PhpArray([1.0]))
    assert not identical(float("nan"), float("nan"))
    assert identical(keyed(a=PhpArray([PhpArray()])), keyed(a=PhpArray([PhpArray()])))
    assert not identical(1, b=True)


def test_depth_is_no_danger() -> None:
    def nest(depth: int) -> PhpArray:
        array = PhpArray([1])
        for _ in range(depth):
            array = PhpArray([array])
        return array

    assert loose_equals(nest(20000), nest(20000))
    assert identical(nest(20000), nest(20000))
    assert compare(nest(20000), nest(20001)) == -1


def test_recursion_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparisons, "throw_error", lambda name, message: ThrownError(f"{name}: {message}"))
    first, second = Thing(POINT), Thing(POINT)
    first.properties["x"] = first
    second.properties["x"] = second
    with pytest.raises(ThrownError, match="Error: Nesting level too deep - recursive dependency"):
        compare(first, second)


def test_nan_stays_uncomparable_when_compiled() -> None:
    nan = float("nan")
    for number in range(3000):
        assert (compare(number, nan), compare(nan, number)) == (1, 1)
        assert (lt(number, nan), le(number, nan), lt(nan, number), le(nan, number)) == (False,) * 4
