"""Dumping, exporting and serializing: bounds and identity."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.references import Ref
from engine.stdlib.variables.dumping import print_r
from engine.stdlib.variables.export import var_export
from engine.stdlib.variables.serialization import serialize
from engine.stdlib.variables.types import intval, is_numeric
from engine.stdlib.variables.unserialization import unserialize

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _execution() -> None:
    ctx.begin(ctx.request)


@pytest.fixture
def _deep_stack() -> Iterator[None]:
    """What executors run scripts with."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(100_000)
    yield
    sys.setrecursionlimit(limit)


def test_unserialized_references_are_shared() -> None:
    array: Any = unserialize("a:3:{i:0;i:1;i:1;R:2;i:2;a:1:{i:0;R:2;}}")
    first = dict(array.raw_items())[0]
    assert type(first) is Ref
    first.set(9)
    assert array.values()[:2] == [9, 9]
    assert array.get(2).get(0) == 9
    assert serialize(array) == "a:3:{i:0;i:9;i:1;R:2;i:2;a:1:{i:0;R:2;}}"


def test_array_within_itself_comes_back() -> None:
    array: Any = unserialize("a:1:{i:0;R:1;}")
    assert array.get(0).get(0).get(0) is array.get(0).get(0)


@pytest.mark.parametrize(
    "text",
    [
        "a:9999999999999999999:{",
        "a:100000000:{i:0;i:1;}",
        's:99999999999999999999:"a";',
        "O:99999999999999:",
        "a:1:{a:1:{",
        "R:1;",
        "r:99999999999999999999;",
        "d:1e;",
        "i:0x10;",
        "i:\xb2;",
        "i:1_0;",
        "C:1:",
        "E:3:",
    ],
)
def test_hostile_text_is_refused(text: str) -> None:
    assert unserialize(text) is False


@pytest.mark.usefixtures("_deep_stack")
def test_nesting_is_bounded_even_without_a_limit_of_the_script() -> None:
    depth = 20_000
    text = "a:1:{i:0;" * depth + "i:1;" + "}" * depth
    assert unserialize(text, PhpArray.from_strings({"max_depth": 0})) is False


def test_arrays_shown_twice_are_no_recursion() -> None:
    inner = PhpArray([1])
    text = print_r(PhpArray([inner.share(), inner.share()]), return_=True)
    assert "RECURSION" not in str(text)
    assert str(var_export(PhpArray([inner.share(), inner.share()]), return_=True)).count("array (") == 3


def test_other_digits_than_ascii_are_no_numbers() -> None:
    assert not is_numeric("\xb2")
    assert intval("\xb2") == 0
    assert intval("\xb2", 16) == 0
