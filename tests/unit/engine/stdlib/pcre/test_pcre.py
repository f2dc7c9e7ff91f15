"""Patterns: reading, bounds and what PHP code cannot see."""

from __future__ import annotations

import pytest

from engine.runtime import pcre2
from engine.runtime.context import ctx
from engine.runtime.pcre2 import LIBRARY, NO_MATCH, NO_UTF_CHECK, PatternError
from engine.runtime.references import Ref
from engine.stdlib.pcre.matching import preg_match, preg_match_all, preg_quote
from engine.stdlib.pcre.replacement import preg_replace, read_template

pytestmark = pytest.mark.skipif(LIBRARY is None, reason="libpcre2-8 is absent")


@pytest.fixture(autouse=True)
def _execution() -> None:
    ctx.begin(ctx.request)


@pytest.mark.parametrize(
    ("replacement", "template"),
    [
        ("plain", ["plain"]),
        ("$1-${12}", [1, "-", 12]),
        (r"\0\\1", [0, "\\1"]),
        (r"\$1$x${a}$", ["$1$x${a}$"]),
        ("$123", [12, "3"]),
        (r"a\\\\b", ["a\\\\b"]),
        ("${1", ["${1"]),
    ],
)
def test_read_template(replacement: str, template: list[object]) -> None:
    assert read_template(replacement) == template


def test_compile_reports_the_place_of_an_error() -> None:
    assert LIBRARY is not None
    with pytest.raises(PatternError) as caught:
        LIBRARY.compile("a(b", 0, 0, use_jit=False)
    assert (caught.value.message, caught.value.offset) == ("missing closing parenthesis", 3)


def test_cache_forgets_the_least_recently_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert LIBRARY is not None
    monkeypatch.setattr(pcre2, "CACHED_PATTERNS", 2)
    patterns = {name: LIBRARY.compile(name, 0, 0, use_jit=False) for name in "abc"}
    LIBRARY.store(("test-a", False), patterns["a"])
    LIBRARY.store(("test-b", False), patterns["b"])
    assert LIBRARY.cached(("test-a", False)) is patterns["a"]
    LIBRARY.store(("test-c", False), patterns["c"])
    assert LIBRARY.cached(("test-b", False)) is None
    assert LIBRARY.cached(("test-a", False)) is patterns["a"]


@pytest.mark.parametrize("use_jit", [False, True])
def test_backtracking_is_bounded(*, use_jit: bool) -> None:
    assert LIBRARY is not None
    pattern = LIBRARY.compile("(a+)+$", 0, 0, use_jit=use_jit)
    LIBRARY.set_limits(10_000, 1_000)
    assert pattern.match(b"a" * 64 + b"b", 0, NO_UTF_CHECK) == pcre2.MATCH_LIMIT
    LIBRARY.set_limits(1_000_000, 100_000)


def test_search_after_an_empty_match_moves_whole_characters() -> None:
    assert LIBRARY is not None
    pattern = LIBRARY.compile(r"\G", pcre2.UTF, 0, use_jit=False)
    assert pattern.match("é".encode(), 0, 0) == 1
    assert pattern.match_next("é".encode(), 0, after_empty=True) == 1
    assert pattern.offsets[0] == 2
    assert pattern.match_next("é".encode(), 2, after_empty=True) == NO_MATCH


def test_match_that_ends_before_it_begins_does_not_loop() -> None:
    assert preg_match_all(r"/(?=ab\K)/", "ab") is False


def test_matches_in_one_long_subject_encode_it_once() -> None:
    subject = "caf\xc3\xa9 " * 200
    matches = Ref()
    assert preg_match("/caf./u", subject, matches, 0, 0) == 1
    assert preg_match(r"/\Gcaf./u", subject, matches, 0, 6) == 1
    assert matches.get().values() == ["caf\xc3\xa9"]


def test_quote_leaves_bytes_beyond_ascii_alone() -> None:
    assert preg_quote("\xe9.\xff") == "\xe9\\.\xff"


def test_replace_of_nothing_returns_the_subject_itself() -> None:
    subject = "abc" * 100
    assert preg_replace("/x/", "y", subject) is subject
