"""Declarations and statements."""

from __future__ import annotations

import pytest

from engine.syntax import nodes
from engine.syntax.parser import parse
from tests.unit.engine.syntax.s_expressions import dump, statements


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        (
            "if ($a): f(); else: g(); endif;",
            "(If [<$a [(ExpressionStatement (Call f))] 1>] [(ExpressionStatement (Call g))])",
        ),
        ("foreach ($a as $k => &$v) {}", "(Foreach $a $k $v True)"),
        ("use A\\{B, function c as d};", "(Use [(UseItem class A\\B B) (UseItem function A\\c d)])"),
        ("enum E: int { case A = 1; }", "(ClassDeclaration enum E (NamedType int) [(EnumCase A 1)])"),
        ("enum();", "(ExpressionStatement (Call enum))"),
        ("goto a; a:", "(Goto a) (Label a)"),
        ("declare(strict_types=1);", "(Declare [<strict_types 1>])"),
        ("static $a = 1, $b;", "(StaticDeclaration [(StaticVariable a 1) (StaticVariable b)])"),
    ],
)
def test_tree(source: str, tree: str) -> None:
    assert statements(source) == tree


def test_unbraced_namespace_holds_what_follows() -> None:
    first, second = parse("<?php namespace A; f(); namespace B; g();").statements
    assert isinstance(first, nodes.Namespace)
    assert isinstance(second, nodes.Namespace)
    assert [len(first.body), len(second.body)] == [1, 1]


def test_class_members() -> None:
    (class_,) = parse(
        "<?php /** c */ final class A extends B { /** p */ public private(set) readonly ?int $x;"
        " public string $h { get => 1; } /** m */ abstract protected function &list(A|(B&C) $a = new D): static;"
        " use T { a as protected b; } final const int X = 1; }"
    ).statements
    assert isinstance(class_, nodes.ClassDeclaration)
    assert class_.doc_comment == "/** c */"
    plain, hooked, method, use, constant = class_.members
    assert isinstance(plain, nodes.PropertyDeclaration)
    assert plain.modifiers == ["public", "private(set)", "readonly"]
    assert plain.elements[0].doc_comment == "/** p */"
    assert isinstance(hooked, nodes.PropertyDeclaration)
    assert dump(hooked.elements[0].hooks) == "[(PropertyHook get 1)]"
    assert isinstance(method, nodes.MethodDeclaration)
    assert (method.name, method.by_ref, method.body, method.doc_comment) == ("list", True, None, "/** m */")
    assert dump(use) == "(TraitUse [T] [(TraitAlias a protected b)])"
    assert dump(constant) == "(ClassConstDeclaration [final] (NamedType int) [(ConstantElement X 1)])"


def test_doc_comment_does_not_reach_past_a_brace() -> None:
    function = parse("<?php /** stale */ if (1) {} function f() {}").statements[1]
    assert isinstance(function, nodes.FunctionDeclaration)
    assert function.doc_comment is None


def test_html_around_code() -> None:
    tree = " ".join(map(dump, parse("a\n<?php if (1): ?>b\n\n<?= 2 ?>\n<?php endif ?>c").statements))
    assert tree.startswith("(InlineHtml a\n)")
    assert tree.endswith("(InlineHtml c)")
    assert "(InlineHtml b\n\n) (Echo [2])" in " ".join(
        map(dump, parse("<?php if (1) { ?>b\n\n<?= 2 ?>\n<?php }").statements[0].branches[0][1])  # type: ignore[attr-defined]
    )


def test_comment_ends_at_close_tag() -> None:
    assert statements("1; // x ?>y") == "(ExpressionStatement 1) (InlineHtml y)"


def test_halt_compiler_keeps_the_offset_of_its_data() -> None:
    source = "<?php f(); __halt_compiler(); <?php ((("
    script = parse(source)
    assert script.halt_offset is not None
    assert source[script.halt_offset :] == " <?php ((("


def test_lines() -> None:
    script = parse("<?php\n\n$a = <<<A\nx\nA;\nf(\n  1);\n/* \n */ class B {\n function c() {\n }\n}")
    assert [statement.line for statement in script.statements] == [3, 6, 9]
    class_ = script.statements[2]
    assert isinstance(class_, nodes.ClassDeclaration)
    assert class_.end_line == 12
    assert (class_.members[0].line, class_.members[0].end_line) == (10, 11)  # type: ignore[union-attr]


def test_short_tags_are_html_unless_switched_on() -> None:
    assert dump(parse("<? f();").statements) == "[(InlineHtml <? f();)]"
    assert dump(parse("<? f();", short_open_tag=True).statements) == "[(ExpressionStatement (Call f))]"
