"""Each rule against its fixture: pairs of PHP before and after, compared as trees without lines."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from engine.optimizer import optimize
from engine.optimizer.fold_constants import NO_VALUE, node_of, value_of
from engine.pipeline import Engine
from engine.syntax import nodes
from engine.syntax.parser import parse
from engine.syntax.visitor import field_names

FIXTURES = Path(__file__).parent / "fixtures"


def pairs(rule: str) -> list[tuple[str, str]]:
    """A fixture's pairs: `before`, a line of `-->`, `after`; a line of `====` between two pairs."""
    found = []
    for pair in (FIXTURES / f"{rule}.php.txt").read_text().split("\n====\n"):
        before, arrow, after = pair.partition("\n-->\n")
        found.append((before.strip(), after.strip() if arrow else before.strip()))
    return found


# Any: whatever a field of a node holds.
def shape(value: object) -> object:
    """A tree as nested tuples, without lines."""
    if isinstance(value, nodes.Node):
        names = [
            name for name in field_names(type(value)) if name not in {"line", "end_line", "parenthesized", "syntax"}
        ]
        return (type(value).__name__, *(shape(getattr(value, name)) for name in names))
    if isinstance(value, list):
        return [shape(item) for item in value]
    if isinstance(value, tuple):
        return tuple(shape(item) for item in value[:2])
    return (type(value).__name__, value)


LIBRARY = Engine().library
CASES = [
    pytest.param(before, after, id=f"{rule}-{number}")
    for rule in ("fold_constants", "fold_pure_calls", "remove_dead_branches", "inline_functions")
    for number, (before, after) in enumerate(pairs(rule))
]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_rule_makes_what_its_fixture_says(before: str, after: str) -> None:
    script = parse(f"<?php {before}")
    unchanged = shape(script)
    optimized = optimize(script, LIBRARY)
    assert shape(optimized) == shape(parse(f"<?php {after}"))
    assert shape(script) == unchanged
    assert (optimized is script) == (before == after)


@pytest.mark.parametrize("value", [0, 5, -5, 2**63 - 1, 1.5, -1.5, "", "a\n", True, False, None])
def test_values_survive_being_spelled(value: object) -> None:
    node = node_of(value, 7)
    assert node is not None
    assert node.line == 7
    assert value_of(node) == value
    assert type(value_of(node)) is type(value)


@pytest.mark.parametrize("value", [-(2**63), float("inf"), float("nan"), "x" * 1025])
def test_what_has_no_spelling_stays(value: object) -> None:
    assert node_of(value, 1) is None


def test_lines_are_those_of_what_was_folded() -> None:
    script = parse("<?php\n\necho 1 +\n2;")
    folded = optimize(script, LIBRARY).statements[0].operands[0]  # type: ignore[attr-defined]
    assert (folded.value, folded.line) == (3, 3)


def test_deep_trees_are_optimized() -> None:
    script = parse("<?php echo " + "1 + " * 900 + "1;")
    assert optimize(script, LIBRARY).statements[0].operands[0].value == 901  # type: ignore[attr-defined]
    assert value_of(script) is NO_VALUE


def test_alternating_chains_take_linear_time() -> None:
    script = parse("<?php echo $x" + ' . $y . "a" . "b"' * 600 + ";")
    started = time.process_time()
    optimize(script, LIBRARY)
    assert time.process_time() - started < 0.2
