"""JSON: bounds, and the walks that PHP code sees only the outcome of."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.stdlib.json.decoding import json_decode
from engine.stdlib.json.encoding import json_encode, json_last_error, repair_utf8
from engine.stdlib.variables.dumping import NESTING_LIMIT

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


@pytest.mark.usefixtures("_deep_stack")
def test_decode_refuses_to_nest_beyond_the_limit() -> None:
    text = "[" * (NESTING_LIMIT + 10)
    assert json_decode(text, associative=True, depth=0x7FFFFFFF) is None
    assert json_last_error() == 1


def test_decode_reads_very_long_numbers() -> None:
    assert json_decode("9" * 5000) == float("inf")
    assert json_decode("1" * 400) == float("inf")


def test_decoded_strings_are_bytes() -> None:
    assert json_decode('"\\u00e9\\ud83d\\ude00"') == "\xc3\xa9\xf0\x9f\x98\x80"


def test_encode_and_decode_agree() -> None:
    data = PhpArray.from_items([("a", PhpArray([1, 2.5, None, True])), (5, 'x/"\\\n\xc3\xa9'), ("", PhpArray())])
    text = json_encode(data)
    assert text == '{"a":[1,2.5,null,true],"5":"x\\/\\"\\\\\\n\\u00e9","":[]}'
    again = json_decode(text, associative=True)
    assert json_encode(again) == text


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("a\xffb", "a?b"),
        ("\xe2\x82", "?"),
        ("\xe2\x82A", "?A"),
        ("\xe2A", "?A"),
        ("\xed\xa0\x80", "?"),
        ("\xf0\x9f\x98\x80", "\U0001f600"),
        ("\xc0\xaf", "??"),
    ],
)
def test_repair_utf8_divides_as_php(text: str, repaired: str) -> None:
    assert repair_utf8(text, "?") == repaired
