"""Hostile scripts end in an error, in time, and never in a crash."""

from __future__ import annotations

import contextlib

import pytest

from engine.errors import CompileError
from engine.syntax.parser import MAXIMUM_DEPTH, parse

MANY = 20_000
TOO_DEEP = "Maximum nesting level of the parser reached"


@pytest.mark.parametrize(
    "source",
    [
        "[" * MANY + "]" * MANY + ";",
        "!" * MANY + "$a;",
        "$a = " + " . ".join(["$b"] * MANY) + ";",
        "$a" + "->b()" * MANY + ";",
        "{" * MANY + "}" * MANY,
        "if (1) " * MANY + ";",
        "fn() => " * MANY + "1;",
        '"' + '{$a["' * MANY,
        "<<<A\n{$a[" * MANY,
    ],
)
def test_deep_nesting_is_refused(source: str) -> None:
    with pytest.raises(CompileError, match=TOO_DEEP):
        parse("<?php " + source)


@pytest.mark.parametrize(
    "source",
    ["(" * MANY, "yield/*a*/ " * MANY, "enum" + " " * MANY + ";", "/*" * MANY, "'" + "\\'" * MANY, '"\\u{' * MANY],
)
def test_nothing_takes_longer_than_its_length(source: str) -> None:
    with contextlib.suppress(CompileError):
        parse("<?php " + source)


def test_nesting_up_to_the_limit_is_fine() -> None:
    parse("<?php " + "!" * (MAXIMUM_DEPTH - 10) + "$a;")
