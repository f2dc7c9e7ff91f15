"""Casts of objects and resources, floats as text, names of types; test_operators.py has the scalars."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from engine.runtime import conversions
from engine.runtime.arrays import PhpArray
from engine.runtime.coercion import FAILED, coerce
from engine.runtime.context import ctx
from engine.runtime.conversions import (
    array_key,
    float_repr,
    float_to_string,
    format_float,
    gettype_name,
    numeric_value,
    parse_numeric,
    to_array,
    to_bool,
    to_float,
    to_int,
    to_string,
    type_for_error,
    type_name,
)
from engine.runtime.objects import UNINITIALIZED, PhpObject
from engine.runtime.references import Ref


class ThrownError(Exception):
    """Stands for a PHP exception."""


class Thing(PhpObject):
    """A PHP object with one property of each kind."""

    php_class: Any = SimpleNamespace(name="Thing", methods={}, kind="class")

    def property_items(self) -> list[tuple[str, str, str, Any]]:
        """The properties, as PhpObject gives them."""
        return [
            ("open", "public", "Thing", PhpArray([1])),
            ("shared", "public", "Thing", Ref(5)),
            ("guarded", "protected", "Thing", 2),
            ("own", "private", "Base", 3),
            ("7", "public", "Thing", 4),
            ("later", "public", "Thing", UNINITIALIZED),
        ]


class Gmp(PhpObject):
    """An object of a builtin class that casts."""

    php_class: Any = SimpleNamespace(
        name="GMP", methods={}, kind="class", cast_hook=lambda _value, kind: {"bool": False, "int": 12}.get(kind, 12.5)
    )


class Stream:
    """A resource."""

    is_php_resource = True
    id = 3

    def __init__(self, resource_type: str | None = "stream") -> None:
        self.resource_type = resource_type


@pytest.fixture(autouse=True)
def raised(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []
    monkeypatch.setattr(ctx, "diagnose", lambda _level, message: texts.append(message))
    monkeypatch.setattr(conversions, "throw_error", lambda name, message: ThrownError(f"{name}: {message}"))
    return texts


@pytest.mark.parametrize(
    ("number", "echoed", "exact"),
    [
        (0.1 + 0.2, "0.3", "0.30000000000000004"),
        (1 / 3, "0.33333333333333", "0.3333333333333333"),
        (1e14, "1.0E+14", "100000000000000"),
        (1e15, "1.0E+15", "1000000000000000"),
        (99999999999999.0, "99999999999999", "99999999999999"),
        (12345678901234567.0, "1.2345678901235E+16", "12345678901234568"),
        (1.5e16, "1.5E+16", "15000000000000000"),
        (-1.5e16, "-1.5E+16", "-15000000000000000"),
        (1e17, "1.0E+17", "1.0E+17"),
        (-1.25e-7, "-1.25E-7", "-1.25E-7"),
        (0.0001, "0.0001", "0.0001"),
        (0.00001, "1.0E-5", "1.0E-5"),
        (1.7976931348623157e308, "1.7976931348623E+308", "1.7976931348623157E+308"),
        (5e-324, "4.9406564584125E-324", "4.9E-324"),
        (0.0, "0", "0"),
        (-0.0, "-0", "-0"),
        (-7.0, "-7", "-7"),
        (float("inf"), "INF", "INF"),
        (float("-inf"), "-INF", "-INF"),
        (float("nan"), "NAN", "NAN"),
    ],
)
def test_floats_become_text_as_in_php(number: float, echoed: str, exact: str) -> None:
    assert float_to_string(number) == echoed
    assert float_repr(number) == ("5.0E-324" if number == 5e-324 else exact)


def test_precision_is_a_directive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ctx.ini.values, "precision", "3")
    assert float_to_string(1234.5) == "1.23E+3"
    assert float_to_string(1234.0) == "1.23E+3"
    monkeypatch.setitem(ctx.ini.values, "precision", "-1")
    assert float_to_string(0.1) == "0.1"
    assert float_to_string(1e15) == "1000000000000000"
    assert format_float(0.1, 17) == "0.10000000000000001"
    assert format_float(123.0, 0) == "1.0E+2"


def test_digits_beyond_ascii_are_no_digits() -> None:
    assert numeric_value("\xb2") is None
    assert parse_numeric("\xa01") == (None, conversions.NOT_NUMERIC)
    assert parse_numeric("1\xb2") == (1, conversions.LEADING_NUMERIC)


def test_huge_numeric_strings_are_floats() -> None:
    assert numeric_value("9" * 5000) == float("inf")
    assert numeric_value("0" * 5000 + "7") == 7
    assert to_int("9" * 30) == 2**63 - 1


def test_object_casts_warn(raised: list[str]) -> None:
    assert to_int(Thing()) == 1
    assert to_float(Thing()) == 1.0
    assert to_bool(Thing()) is True
    assert raised == [
        "Object of class Thing could not be converted to int",
        "Object of class Thing could not be converted to float",
    ]


def test_a_builtin_class_may_cast() -> None:
    assert (to_int(Gmp()), to_float(Gmp()), to_bool(Gmp())) == (12, 12.5, False)


def test_object_becomes_array_of_mangled_names() -> None:
    array = to_array(Thing())
    assert array.keys() == ["open", "shared", "\0*\0guarded", "\0Base\0own", 7]
    assert type(array.raw_items()[1][1]) is Ref


def test_resources_have_numbers_and_states(raised: list[str]) -> None:
    stream: Any = Stream()
    assert to_string(stream) == "Resource id #3"
    assert (to_int(stream), to_float(stream), to_bool(stream)) == (3, 3.0, True)
    assert (type_name(stream), gettype_name(stream), type_for_error(stream)) == (
        "resource (stream)",
        "resource",
        "resource",
    )
    closed: Any = Stream(None)
    assert (type_name(closed), gettype_name(closed)) == ("resource (closed)", "resource (closed)")
    assert array_key(stream) == 3
    assert raised == ["Resource ID#3 used as offset, casting to integer (3)"]


@pytest.mark.parametrize(
    ("usage", "text"),
    [
        ("access", "TypeError: Cannot access offset of type Thing on array"),
        ("isset", "TypeError: Cannot access offset of type Thing in isset or empty"),
        ("unset", "TypeError: Cannot unset offset of type Thing on array"),
    ],
)
def test_offsets_that_are_no_keys_are_refused(usage: str, text: str) -> None:
    with pytest.raises(ThrownError) as caught:
        array_key(Thing(), usage)
    assert str(caught.value) == text


def test_anonymous_classes_lose_their_place() -> None:
    thing = Thing()
    thing.php_class = SimpleNamespace(name="class@anonymous\0/in/some.php:3$0")
    assert type_name(thing) == "class@anonymous"


@pytest.mark.parametrize(
    ("types", "value", "expected"),
    [
        ("int float", "1.5", 1.5),
        ("int float", "7", 7),
        ("int float", "x", FAILED),
        ("int string", 1.5, 1),
        ("int string", 1e30, "1.0E+30"),
        ("int bool", 1e30, True),
        ("float string", 3, 3.0),
        ("string bool", 2.5, "2.5"),
        ("bool", "0", False),
        ("int", None, FAILED),
        ("int", PhpArray(), FAILED),
        ("string", Thing(), FAILED),
    ],
)
def test_weak_mode_prefers_int_then_float_then_string_then_bool(types: str, value: Any, expected: Any) -> None:
    result = coerce(value, frozenset(types.split()), strict=False)
    assert (type(result), result) == (type(expected), expected)


def test_strict_mode_only_widens_ints() -> None:
    assert coerce(1, frozenset(["float"]), strict=True) == 1.0
    assert coerce("1", frozenset(["int"]), strict=True) is FAILED
