"""What the string chapters share, and the tables of the html functions."""

from __future__ import annotations

import pytest

from engine.request import Request
from engine.runtime.context import ctx
from engine.stdlib.strings.characters import characters_of, lower, upper
from engine.stdlib.strings.csv import parse_csv_record
from engine.stdlib.strings.escaping import utf8_characters
from engine.stdlib.strings.html_entities import (
    _PREFERRED_NAMES,
    html4_characters,
    html4_names,
    html5_characters,
    html5_names,
)


@pytest.fixture(autouse=True)
def _execution() -> None:
    ctx.begin(Request(code=""))


def test_case_is_ascii_only() -> None:
    every_byte = "".join(map(chr, range(256)))
    assert [a for a, b in zip(every_byte, lower(every_byte), strict=True) if a != b] == list(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    )
    assert [a for a, b in zip(every_byte, upper(every_byte), strict=True) if a != b] == list(
        "abcdefghijklmnopqrstuvwxyz"
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", ""),
        ("abc", "abc"),
        ("a..e", "abcde"),
        ("a..c1..3", "abc123"),
        ("..", "."),
        ("a..a", "a"),
        ("\0..\2", "\0\1\2"),
    ],
)
def test_ranges_are_expanded(given: str, expected: str) -> None:
    assert characters_of(given) == expected


def test_broken_utf8_is_skipped_as_php_skips_it() -> None:
    assert utf8_characters(b"a\xe2\x82\xacb") == [(0x61, b"a"), (0x20AC, b"\xe2\x82\xac"), (0x62, b"b")]
    assert utf8_characters(b"\xe2\x82") == [(-1, b"\xe2\x82")]
    assert utf8_characters(b"\xe2A") == [(-1, b"\xe2"), (0x41, b"A")]
    assert utf8_characters(b"\xed\xa0\x80") == [(-1, b"\xed\xa0\x80")]
    assert utf8_characters(b"\xc0\x80") == [(-1, b"\xc0"), (-1, b"\x80")]


def test_every_entity_has_a_way_back() -> None:
    assert len(html5_names()) == 1511
    assert len(html4_names()) == 253
    assert all(html5_characters()[name] == text for text, name in html5_names().items())
    assert all(html4_characters().get(name, "'") == text for text, name in html4_names().items())
    assert len(set(_PREFERRED_NAMES.split())) == 437


def test_a_csv_field_may_span_lines() -> None:
    lines = iter(['b"\n', "never"])
    fields = parse_csv_record('x,"a\n', ",", '"', "", lambda: next(lines))
    assert fields == ["x", "a\nb"]
    assert next(lines) == "never"
