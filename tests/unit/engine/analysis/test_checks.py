"""Scripts that parse and that PHP refuses to compile all the same; the texts are those of `php -l`."""

from __future__ import annotations

import pytest

from engine.analysis.checks import check
from engine.errors import CompileError
from engine.syntax.parser import parse


def message_of(source: str) -> str | None:
    """What is wrong with a script."""
    script = parse("<?php " + source)
    try:
        check(script, "a.php")
    except CompileError as error:
        return f"{error.kind}: {error.message}".removeprefix("Fatal error: ")
    return None


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("echo $a[];", "Cannot use [] for reading"),
        ("unset($a[]);", "Cannot use [] for unsetting"),
        ("$a?->b = 1;", "Can't use nullsafe operator in write context"),
        ("f() = 1;", "Can't use function return value in write context"),
        ("$this = 1;", "Cannot re-assign $this"),
        ("[$a, 'k' => $b] = $c;", "Cannot mix keyed and unkeyed array entries in assignments"),
        ("[$a, list($b)] = $c;", "Cannot mix [] and list()"),
        ("$x = [1, , 2];", "Cannot use empty array elements in arrays"),
        ("break;", "'break' not in the 'loop' or 'switch' context"),
        ("while (1) { break 2; }", "Cannot 'break' 2 levels"),
        ("while (1) { try { } finally { break; } }", "jump out of a finally block is disallowed"),
        ("goto a; while (1) { a: }", "'goto' into loop or switch statement is disallowed"),
        ("try {}", "Cannot use try without catch or finally"),
        ("function f($a, $a) {}", "Redefinition of parameter $a"),
        ("function f(int $x = 'a') {}", "Cannot use string as default value for parameter $x of type int"),
        ("function f(): void { return 1; }", "A void function must not return a value"),
        ("f(a: 1, 2);", "Cannot use positional argument after named argument"),
        ("yield 1;", 'The "yield" expression can only be used inside a function'),
        ("$f = function ($a) use ($a) {};", "Cannot use lexical variable $a as a parameter name"),
        ("function f(A|A $x) {}", "Duplicate type A is redundant"),
        ("function f(?mixed $x) {}", "Type mixed cannot be marked as nullable since mixed already includes null"),
        ("class A { function f() {} function F() {} }", "Cannot redeclare A::F()"),
        ("class A { public readonly $x; }", "Readonly property A::$x must have type"),
        ("class A { function __get() {} }", "Method A::__get() must take exactly 1 argument"),
        ("class A { public $x { get => 1; get => 2; } }", 'Cannot redeclare property hook "get"'),
        ("enum A { case B = 1; }", "Case B of non-backed enum A must not have a value"),
        ("interface I { private function f(); }", "Access type for interface method I::f() must be public"),
        ("class int {}", 'Cannot use "int" as a class name as it is reserved'),
        ("const X = f();", "Constant expression contains invalid operations"),
        ("use A; use B as A;", "Cannot use B as A because the name is already in use"),
        ("echo 1; declare(strict_types=1);", "strict_types declaration must be the very first statement in the script"),
        ("#[Attribute] function f() {}", 'Attribute "Attribute" cannot target function (allowed targets: class)'),
        ("final class A {} class B extends A {}", "Class B cannot extend final class A"),
        (
            "class A { function f(int $a = 1): int {} } class B extends A { function f() {} }",
            "Declaration of B::f() must be compatible with A::f(int $a = 1): int",
        ),
        (
            "class A { public $x; } class B extends A { private $x; }",
            "Access level to B::$x must be public (as in class A)",
        ),
    ],
)
def test_refused(source: str, message: str) -> None:
    assert message_of(source) == message


@pytest.mark.parametrize(
    "source",
    [
        "f($a[]); $a[][1] = 2; [$b[], [$c[]]] = $d; $x = &$a[]; foreach ($y as $a[]) {}",
        "while (1) { switch (2) { default: continue 2; } }",
        "goto b; b: goto b;",
        "function f(): iterable { yield 1; }",
        "class A { function __construct(public readonly int $x, $y = new B) {} }",
        "trait T { abstract private function f(); }",
        "0 && $a[];",
        "use A\\B; use function A\\B; use const A\\B;",
        "namespace A { class B {} } namespace C { use A\\B; class D extends B {} }",
    ],
)
def test_accepted(source: str) -> None:
    assert message_of(source) is None


def test_deep_trees_are_checked_without_recursion() -> None:
    assert message_of("!" * 1900 + "$a;") is None
