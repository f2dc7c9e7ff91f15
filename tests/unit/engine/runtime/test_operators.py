"""Operators, comparisons and casts against what PHP itself answered (operators_golden.php says how it was asked)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from engine.runtime import comparisons, conversions, operators
from engine.runtime.arrays import PhpArray
from engine.runtime.context import E_DEPRECATED, E_NOTICE, E_WARNING, ctx
from engine.runtime.conversions import float_repr

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN: dict[str, Any] = json.loads(Path(__file__).with_name("operators_golden.json").read_text(encoding="utf-8"))
LEVELS = {E_WARNING: "W", E_NOTICE: "N", E_DEPRECATED: "D"}

BINARY: dict[str, Callable[[Any, Any], Any]] = {
    "+": operators.add,
    "-": operators.sub,
    "*": operators.mul,
    "/": operators.div,
    "%": operators.mod,
    "**": operators.pow_,
    "&": operators.bit_and,
    "|": operators.bit_or,
    "^": operators.bit_xor,
    "<<": operators.shift_left,
    ">>": operators.shift_right,
    "compare": lambda a, b: PhpArray(
        [
            comparisons.compare(a, b),
            comparisons.loose_equals(a, b),
            comparisons.identical(a, b),
            comparisons.lt(a, b),
            comparisons.le(a, b),
            comparisons.lt(b, a),
            comparisons.le(b, a),
        ]
    ),
}


def _isset(value: Any) -> bool:
    return PhpArray([1, 2]).has(conversions.array_key(value, "isset"))


def _is_numeric(value: Any) -> bool:
    if type(value) is str:
        return conversions.numeric_value(value) is not None
    return type(value) in (int, float)


UNARY: dict[str, Callable[[Any], Any]] = {
    "-": operators.negate,
    "+": operators.plus,
    "~": operators.bit_not,
    "++": operators.increment,
    "--": operators.decrement,
    "int": conversions.to_int,
    "float": conversions.to_float,
    "string": conversions.to_string,
    "bool": conversions.to_bool,
    "array": conversions.to_array,
    "key": lambda value: PhpArray.from_items([(conversions.array_key(value), True)]),
    "concat": lambda value: operators.concat(operators.concat("<", value), 1.0),
    "isset": _isset,
    "gettype": conversions.gettype_name,
    "debug": conversions.type_name,
    "is_numeric": _is_numeric,
}


def decode(value: Any) -> Any:
    """A PHP value as the golden file writes it."""
    if isinstance(value, dict):
        if "float" in value:
            return float(value["float"].lower())
        return PhpArray.from_items((key, decode(item)) for key, item in value["array"])
    return value


def show(value: Any) -> str:
    """A PHP value as operators_golden.php shows it."""
    if value is None:
        return "n"
    if type(value) is bool:
        return "t" if value else "f"
    if type(value) is int:
        return f"i{value}"
    if type(value) is float:
        text = float_repr(value)
        return f"d{text}" if "." in text or "N" in text else f"d{text}.0"
    if type(value) is str:
        return f"s{value}"
    return "a[" + ",".join(f"{show(key)}=>{show(item)}" for key, item in value.items()) + "]"


class ThrownError(Exception):
    """Stands for a PHP exception, whose classes are not the subject here."""


@pytest.fixture
def diagnostics(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was raised so far."""
    raised: list[str] = []
    for module in (conversions, operators):
        monkeypatch.setattr(module, "throw_error", lambda name, message: ThrownError(f"{name}: {message}"))
    monkeypatch.setattr(ctx, "diagnose", lambda level, message: raised.append(LEVELS[level] + message))
    return raised


def outcome(diagnostics: list[str], operation: Callable[..., Any], *operands: Any) -> str:
    """The diagnostics and the result, or the exception, as operators_golden.php words them."""
    del diagnostics[:]
    try:
        result = show(operation(*operands))
    except ThrownError as thrown:
        result = f"!{thrown}"
    return "|".join([*diagnostics, result])


@pytest.mark.parametrize("sign", list(BINARY))
def test_binary_operators_answer_as_php(sign: str, diagnostics: list[str]) -> None:
    answers = iter(GOLDEN["binary"][sign])
    wrong = []
    for a in GOLDEN["values"]:
        for b in GOLDEN["values"]:
            expected = GOLDEN["outcomes"][next(answers)]
            got = outcome(diagnostics, BINARY[sign], decode(a), decode(b))
            if got != expected:
                wrong.append((a, sign, b, expected, got))
    assert wrong == []


@pytest.mark.parametrize("sign", list(UNARY))
def test_unary_operators_and_casts_answer_as_php(sign: str, diagnostics: list[str]) -> None:
    answers = iter(GOLDEN["unary"][sign])
    wrong = []
    for value in GOLDEN["values"] + GOLDEN["strings"]:
        expected = GOLDEN["outcomes"][next(answers)]
        got = outcome(diagnostics, UNARY[sign], decode(value))
        if got != expected:
            wrong.append((sign, value, expected, got))
    assert wrong == []
