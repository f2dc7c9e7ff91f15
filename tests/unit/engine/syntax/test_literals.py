"""Numbers, strings, interpolation, heredoc."""

from __future__ import annotations

import math

import pytest

from engine.errors import CompileError
from engine.syntax import nodes
from engine.syntax.parser import parse
from tests.unit.engine.syntax.s_expressions import expression


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("1_000", 1000),
        ("0x1F", 31),
        ("0b1_1", 3),
        ("017", 15),
        ("0o17", 15),
        ("9223372036854775807", 2**63 - 1),
        ("9223372036854775808", float(2**63)),
        ("0xFFFFFFFFFFFFFFFF", float(2**64 - 1)),
        ("01777777777777777777777", float(2**64 - 1)),
        (".5e1", 5.0),
        ("1.", 1.0),
        ("1e400", math.inf),
        (r"'a\'b\n\\'", "a'b\\n\\"),
        (r'"a\n\x41\101\u{e9}\$\q"', "a\nAA\xc3\xa9$\\q"),
        ('b"x"', "x"),
        ('"a$"', "a$"),
        ('"{ $"', "{ $"),
        ("<<<A\nx\nA\n", "x"),
        ("<<<A\n  x\n\n   y\n  A", "x\n\n y"),
        ("<<<'A'\n$x\\n\nA\n", "$x\\n"),
        ("<<<A\nA\n", ""),
        ("<<<A\n\\\nA\n", "\\"),
    ],
)
def test_literal(source: str, value: object) -> None:
    statement = parse(f"<?php {source};").statements[0]
    assert isinstance(statement, nodes.ExpressionStatement)
    assert isinstance(statement.expression, nodes.Literal)
    assert statement.expression.value == value
    assert type(statement.expression.value) is type(value)


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ('"a$b c"', "['a' $b ' c']"),
        ('"$a[0]"', "[(Index $a 0)]"),
        ('"$a[-1]"', "[(Index $a -1)]"),
        ('"$a[-0]"', "[(Index $a '-0')]"),
        ('"$a[01]"', "[(Index $a '01')]"),
        ('"$a[k]"', "[(Index $a 'k')]"),
        ('"$a[$i]"', "[(Index $a $i)]"),
        ('"$a->b->c"', "[(Property $a b) '->c']"),
        ('"$a?->b"', "[(Property $a b True)]"),
        ('"{$a["k"]["l"]}"', "[(Index (Index $a 'k') 'l')]"),
        ('"${a}"', "[(Variable a)]".replace("(Variable a)", "$a")),
        ('"${a["k"]}"', "[(Index $a 'k')]"),
        ("\"${f('x')}\"", "[(Variable (Call f [(Argument 'x')]))]"),
        ('"{$a(fn() => "{$b}")}"', "[(Call $a [(Argument (ArrowFunction (Interpolated [$b])))])]"),
        ("<<<A\n  a $b\n   c\n  A", "['a ' $b '\\n c']"),
    ],
)
def test_interpolation(source: str, parts: str) -> None:
    assert expression(source) == f"(Interpolated {parts})"


def test_shell_command() -> None:
    assert expression("`ls $a`") == "(ShellExec ['ls ' $a])"


@pytest.mark.parametrize(
    ("source", "message", "line"),
    [
        ("089;", "Invalid numeric literal", 1),
        (
            "<<<A\n  x\n y\n  A;",
            "Invalid body indentation level (expecting an indentation level of at least 2)",
            3,
        ),
        ("<<<A\n \tx\n \tA;", "Invalid indentation - tabs and spaces cannot be mixed", 2),
        ('"\\u{zz}";', "Invalid UTF-8 codepoint escape sequence", 1),
        ('"\\u{110000}";', "Invalid UTF-8 codepoint escape sequence: Codepoint too large", 1),
    ],
)
def test_error(source: str, message: str, line: int) -> None:
    with pytest.raises(CompileError) as caught:
        parse("<?php " + source)
    assert (caught.value.kind, caught.value.message, caught.value.line) == ("Parse error", message, line)
