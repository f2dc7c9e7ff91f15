"""The texts of parse errors are PHP's."""

from __future__ import annotations

import pytest

from engine.errors import CompileError
from engine.syntax.parser import parse


@pytest.mark.parametrize(
    ("source", "message", "line"),
    [
        ("$a = [1;", 'syntax error, unexpected token ";", expecting "]"', 1),
        ("f(1;", 'syntax error, unexpected token ";", expecting ")"', 1),
        ("foo bar;", 'syntax error, unexpected identifier "bar"', 1),
        ("$a $b", 'syntax error, unexpected variable "$b"', 1),
        ("1 2;", 'syntax error, unexpected integer "2"', 1),
        ("$a = 'x' \"yy\";", 'syntax error, unexpected double-quoted string "yy"', 1),
        ("f(\n", "Unclosed '(' on line 1", 2),
        ("{\n(]", "Unclosed '(' does not match ']'", 2),
        ("{\n\n", "Unclosed '{' on line 1", 3),
        ("}", "Unmatched '}'", 1),
        ("class {}", 'syntax error, unexpected token "{", expecting identifier', 1),
        (
            '"$a[ 0]";',
            'syntax error, unexpected string content "", expecting "-" or identifier or variable or number',
            1,
        ),
        (
            "\"$ab['c']\";",
            'syntax error, unexpected string content "", expecting "-" or identifier or variable or number',
            1,
        ),
        ("1 < 2 < 3;", 'syntax error, unexpected token "<"', 1),
        ("$a = 1", "syntax error, unexpected end of file", 1),
        ("/* x\n", "Unterminated comment starting line 1", 1),
        ("$a = \x01;", "syntax error, unexpected character 0x01", 1),
        ("(real) 1;", "The (real) cast has been removed, use (float) instead", 1),
        ("interface A { const B; }", 'syntax error, unexpected token ";"', 1),
    ],
)
def test_message(source: str, message: str, line: int) -> None:
    with pytest.raises(CompileError) as caught:
        parse("<?php " + source)
    assert (caught.value.kind, caught.value.message, caught.value.line) == ("Parse error", message, line)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("class A { public private $a; }", "Multiple access type modifiers are not allowed"),
        ("class A { static static $a; }", "Multiple static modifiers are not allowed"),
        ("abstract final class A {}", "Cannot use the final modifier on an abstract class"),
        ("class A { readonly function f() {} }", "Cannot use the readonly modifier on a method"),
        ("1 ? 2 : 3 ? 4 : 5;", None),
        ("while (1) { break 0; }", "'break' operator accepts only positive integers"),
        ("function f() { __halt_compiler(); }", "__HALT_COMPILER() can only be used from the outermost scope"),
    ],
)
def test_fatal_error(source: str, message: str | None) -> None:
    with pytest.raises(CompileError) as caught:
        parse("<?php " + source)
    assert caught.value.kind == "Fatal error"
    assert message is None or caught.value.message == message
