"""Operators and what binds tighter than what."""

from __future__ import annotations

import pytest

from tests.unit.engine.syntax.s_expressions import expression


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("1 + 2 * 3", "(+ 1 (* 2 3))"),
        ("1 . 2 + 3", "(. 1 (+ 2 3))"),
        ("$a . $b << 1", "(. $a (<< $b 1))"),
        ("-2 ** 2", "(- (** 2 2))"),
        ("2 ** 3 ** 4", "(** 2 (** 3 4))"),
        ("(int) $a ** 2", "(int (** $a 2))"),
        ("!$a instanceof B", "(! (InstanceOf $a B))"),
        ("!$a = 1", "(! (Assign $a 1))"),
        ("$a && $b || $c and $d", "(&& (|| (&& $a $b) $c) $d)"),
        ("$a = $b and $c", "(&& (Assign $a $b) $c)"),
        ("$a ?? $b ?? $c", "(?? $a (?? $b $c))"),
        ("$a ? 1 : ($b ? 2 : 3)", "(Ternary $a 1 (Ternary $b 2 3 True))"),
        ("$a ?: $b ?: $c", "(Ternary (Ternary $a $b) $c)"),
        ("$a <> $b", "(!= $a $b)"),
        ("$a & $b == $c", "(& $a (== $b $c))"),
        ("$a |> f(...) |> g(...)", "(|> (|> $a (Call f)) (Call g))"),
        ("print 1 and 2", "(&& (Print 1) 2)"),
        ("throw $a ?? $b", "(Throw (?? $a $b))"),
        ("@$a[0] + 1", "(+ (Silence (Index $a 0)) 1)"),
        ("$a .= $b . 'c'", "(AssignOp . $a (. $b 'c'))"),
        ("clone $a->b", "(Clone (Property $a b))"),
        ("clone($a, ['x' => 1])", "(Clone $a (ArrayLiteral [(ArrayItem 'x' 1)] short))"),
        ("fn($x) => $x + 1", "(ArrowFunction [(Parameter x [])] (+ $x 1))".replace(" []", "")),
        ("new A()->b()", "(MethodCall (New A) b)"),
        ("new (f())", "(New (Call f))"),
        ("$a?->b()->c", "(Property (MethodCall $a b True) c)"),
        ("A::B::C", "(ClassConstant (ClassConstant A B) C)"),
        ("A::$b::c()", "(StaticCall (StaticProperty A b) c)"),
        ("$$a['b']", "(Index (Variable $a) 'b')"),
        ("$a->{'b c'}", "(Property $a 'b c')"),
        ("$a->class->list()", "(MethodCall (Property $a class) list)"),
        ("f(...$a, b: 1)", "(Call f [(Argument $a True) (Argument 1 b)])"),
        ("[, $a] = $b", "(Assign (ArrayLiteral [None (ArrayItem $a)] short) $b)"),
        ("list('k' => $a) = $b", "(Assign (ArrayLiteral [(ArrayItem 'k' $a)] list) $b)"),
        ("exit", "(Exit)"),
        ("exit(1)", "(Exit 1)"),
        ("exit(...)", "(Call exit)"),
        ("(object) ['a' => 1]", "(object (ArrayLiteral [(ArrayItem 'a' 1)] short))"),
        ("\\A\\b(namespace\\c, d\\E)", "(Call A\\b [(Argument c) (Argument d\\E)])"),
        ("match($a) { 1, 2 => 3, default => 4 }", "(Match $a [(MatchArm [1 2] 3) (MatchArm 4)])"),
    ],
)
def test_tree(source: str, tree: str) -> None:
    assert expression(source) == tree
