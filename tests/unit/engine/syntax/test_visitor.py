"""Walks over trees."""

from __future__ import annotations

from engine.syntax import nodes
from engine.syntax.parser import parse
from engine.syntax.visitor import NodeTransformer, NodeVisitor, walk
from tests.unit.engine.syntax.s_expressions import dump

SOURCE = "<?php if ($a) { f($b, [$c]); } elseif ($d) {} else { $e; }"


class Names(NodeVisitor):
    """Collects the names of variables."""

    def __init__(self) -> None:
        self.found: list[object] = []

    def visit_Variable(self, node: nodes.Variable) -> None:  # noqa: N802 - named after the class
        self.found.append(node.name)


class Renamer(NodeTransformer):
    """`$b` becomes `$z`."""

    def visit_Variable(self, node: nodes.Variable) -> nodes.Variable:  # noqa: N802 - named after the class
        return nodes.Variable(node.line, "z") if node.name == "b" else node


def test_walk_goes_in_source_order() -> None:
    assert [node.name for node in walk(parse(SOURCE)) if isinstance(node, nodes.Variable)] == list("abcde")


def test_visitor_reaches_every_child() -> None:
    names = Names()
    names.visit(parse(SOURCE))
    assert names.found == list("abcde")


def test_transformer_shares_what_did_not_change() -> None:
    before = parse(SOURCE + " g();")
    after = Renamer().visit(before)
    assert "$z" in dump(after.statements)
    assert "$z" not in dump(before.statements)
    assert after.statements[1] is before.statements[1]
