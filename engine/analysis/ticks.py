"""`declare(ticks=n)`: which statements count, in the order of the text, whatever function they stand in."""

from __future__ import annotations

from typing import Any, Dict, List

from engine.syntax import nodes
from engine.syntax.visitor import children

# What PHP never counts.
_UNCOUNTED = (
    nodes.Block, nodes.Label, nodes.FunctionDeclaration, nodes.ClassDeclaration, nodes.Use,
    nodes.Namespace, nodes.HaltCompiler,
)  # fmt: skip


def ticking_statements(script: nodes.Script) -> Dict[int, int]:
    """After how many counted statements the tick functions run, by the identity of each statement that counts."""
    found: Dict[int, int] = {}
    _walk(list(script.statements), 0, found)
    return found


def _walk(siblings: List[Any], every: int, found: Dict[int, int]) -> int:
    for node in siblings:
        if isinstance(node, nodes.Declare):
            given = [value for name, value in node.directives if name.lower() == "ticks"]
            inner = int(getattr(given[0], "value", 0) or 0) if given else every
            if node.body is None:
                every = inner
            else:
                _walk(list(node.body), inner, found)
        else:
            every = _walk(children(node), every, found)
        if every and isinstance(node, nodes.Statement) and not isinstance(node, _UNCOUNTED):
            found[id(node)] = every
    return every
