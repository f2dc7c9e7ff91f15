"""What a script may make large is refused before it is made; what a process keeps stays small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.errors import LimitExceededError, Outcome
from engine.pipeline import Engine
from engine.request import Limits, Request
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.stdlib.network import urls
from engine.stdlib.strings import bytes as strings
from engine.stdlib.strings import escaping, formatting, html, packing, replacing, splitting

if TYPE_CHECKING:
    from collections.abc import Callable

_MEGABYTE = 1 << 20


@pytest.fixture(autouse=True)
def _small_memory() -> None:
    ctx.begin(Request(code="", limits=Limits(memory_mb=1)))


@pytest.mark.parametrize(
    "make",
    [
        lambda: strings.str_repeat("ab", _MEGABYTE),
        lambda: strings.str_pad("", 2 * _MEGABYTE),
        lambda: strings.str_pad("", 2 * _MEGABYTE, "xy", strings.STR_PAD_BOTH),
        lambda: replacing.str_replace("a", "b" * 10_000, "a" * 1_000),
        lambda: replacing.str_replace(PhpArray(["a"]), "b" * 10_000, "a" * 1_000),
        lambda: replacing.str_ireplace("A", "b" * 10_000, "a" * 1_000),
        lambda: replacing.strtr("a" * 1_000, PhpArray.from_items([("a", "b" * 10_000)])),
        lambda: replacing.strtr("ab" * 5_000, PhpArray.from_items([("a", "b" * 1_000), ("b", "c")])),
        lambda: splitting.explode(",", "," * 200_000),
        lambda: splitting.str_split("x" * 200_000),
        lambda: splitting.chunk_split("x" * 2_000, 1, "y" * 1_000),
        lambda: splitting.wordwrap("x " * 2_000, 1, "y" * 1_000, cut_long_words=True),
        lambda: formatting.sprintf("%2000000d", 1),
        lambda: formatting.sprintf("%'x-2000000s", "a"),
        lambda: formatting.number_format(1, 2 * _MEGABYTE),
        lambda: escaping.nl2br("\n" * 200_000),
        lambda: html.htmlentities("<" * 600_000),
        lambda: urls.base64_encode("x" * 900_000),
        lambda: packing.pack("x2000000"),
    ],
)
def test_a_large_result_is_refused(make: Callable[[], object]) -> None:
    with pytest.raises(LimitExceededError) as refused:
        make()
    assert refused.value.outcome is Outcome.MEMORY_LIMIT


def test_the_cache_of_formats_is_bounded() -> None:
    for number in range(2_000):
        assert formatting.sprintf(f"{number}:%s", "x") == f"{number}:x"
    assert len(formatting._PLANS) <= formatting._PLANS_LIMIT


def test_a_long_format_is_not_kept() -> None:
    text = "x" * 5_000
    assert formatting.sprintf(text + "%s", "y") == text + "y"
    assert text + "%s" not in formatting._PLANS


def test_a_deep_query_is_an_error_of_php() -> None:
    result = Engine().execute(
        Request(
            code="""<?php $a = 1; for ($i = 0; $i < 50000; $i++) $a = [$a];
            try { http_build_query($a); } catch (Error $e) { echo $e->getMessage(); }"""
        )
    )
    assert result.output == "Maximum call stack size reached."
