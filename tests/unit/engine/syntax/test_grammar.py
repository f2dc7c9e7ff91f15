"""The grammar itself: its tables, its conflicts, what it produces."""

from __future__ import annotations

import inspect

import pytest

from engine.syntax import _tables, nodes, tables

# What only other classes are made of.
ABSTRACT = {nodes.Node, nodes.Expression, nodes.Statement}


@pytest.fixture(scope="module")
def productions() -> list[tables.Rule]:
    return tables.rules()


def test_grammar_has_no_conflicts(productions: list[tables.Rule]) -> None:
    # PHP's own grammar has none either; precedence decides all that would be one.
    built = tables.lalr(productions)
    assert built.sr_conflicts == []
    assert built.rr_conflicts == []


def test_tables_are_fresh() -> None:
    assert tables.signature() == _tables.SIGNATURE, "run: python -m engine.syntax.tables"


def test_every_node_is_produced(productions: list[tables.Rule]) -> None:
    sources = {inspect.getsource(inspect.getmodule(rule.action) or tables) for rule in productions}
    text = "\n".join(sources)
    classes = {value for value in vars(nodes).values() if isinstance(value, type) and issubclass(value, nodes.Node)}
    missing = {class_.__name__ for class_ in classes - ABSTRACT if f"{class_.__name__}(" not in text}
    assert missing == set()


def test_actions_keep_to_what_can_be_compiled(productions: list[tables.Rule]) -> None:
    for rule in productions:
        assert "p[" not in tables.specialised(rule.action, len(rule.symbols) - 2 * ("%prec" in rule.symbols))
