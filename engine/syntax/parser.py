"""Source text -> syntax tree: the driver of the LALR tables that `tables.py` built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Sequence, Tuple

from engine.errors import CompileError
from engine.syntax import _tables
from engine.syntax.lexer import Tokens, tokenize
from engine.syntax.syntax_errors import syntax_error
from engine.syntax.visitor import is_deeper_than

if TYPE_CHECKING:
    from engine.syntax.nodes import Script

MAXIMUM_DEPTH = 2000
"""Levels of a syntax tree: what is built on it recurses, with a few Python frames for each."""

# What a rule makes, how many entries of the stack that takes away (negative: it adds one), and its action; without
# one the value of its only symbol is passed on. Any: the actions of empty rules take other arguments than the rest.
_RULES: List[Tuple[int, int, Any]] = _tables.RULES
_DEFAULTS: List[int] = _tables.DEFAULTS


def _unpacked_rows(rows: Sequence[Sequence[int]], sets: Sequence[Sequence[int]]) -> List[Dict[int, int]]:
    """For each state what to do on a kind of token; a negative kind names a set of kinds."""
    result: List[Dict[int, int]] = []
    for packed in rows:
        row: Dict[int, int] = {}
        for kind, action in zip(packed[::2], packed[1::2]):
            if kind < 0:
                row.update(dict.fromkeys(sets[-1 - kind], action))
            else:
                row[kind] = action
        result.append(row)
    return result


_ROWS = _unpacked_rows(_tables.ROWS, _tables.SETS)
_GOTOS: List[Dict[int, int]] = [dict(zip(row[::2], row[1::2])) for row in _tables.GOTOS]

_ACCEPTING = _GOTOS[0][_RULES[1][0]]


def parse(
    source: str,
    filename: str = "",  # noqa: ARG001 - callers name the file; no message says it yet
    *,
    short_open_tag: bool = False,
) -> Script:
    """Parse a script, given as one code point per byte; raise CompileError where PHP would not compile it."""
    tokens = tokenize(source, short_open_tag=short_open_tag)
    script = _run(tokens, source, short_open_tag=short_open_tag)
    # A tree has at most two levels for each token, so that most scripts need no look.
    if 2 * len(tokens.kinds) > MAXIMUM_DEPTH and is_deeper_than(script, MAXIMUM_DEPTH):
        message = "Maximum nesting level of the parser reached"
        raise CompileError(message, script.line)
    return script


def _run(tokens: Tokens, source: str, *, short_open_tag: bool) -> Script:
    """The shift-reduce loop. The stack holds state, value and line of each symbol.

    Tables as lists of dictionaries, rules without a lookahead and values passed on without a call make this loop
    five times as fast as PLY's.
    """
    rows = _ROWS
    gotos = _GOTOS
    defaults = _DEFAULTS
    rules = _RULES
    kinds = tokens.kinds
    values = tokens.values
    lines = tokens.lines
    stack: List[Any] = [0, None, 0]  # Any: states, lines, and values of every type.
    state = index = 0
    kind = kinds[0]
    while True:
        rule = defaults[state]
        if not rule:
            step = rows[state].get(kind, 0)
            if step > 0:
                stack += (step, values[index], lines[index])
                index += 1
                kind = kinds[index]
                state = step
                continue
            if not step:
                break
            rule = -step
        symbol, drop, action = rules[rule]
        if drop > 0:
            value = action(stack)
            del stack[-drop:]
            stack[-3] = state = gotos[stack[-6]][symbol]
            stack[-2] = value
        elif drop == 0:
            if action is not None:
                stack[-2] = action(stack)
            stack[-3] = state = gotos[stack[-6]][symbol]
        else:
            value = action(tokens, index)
            state = gotos[stack[-3]][symbol]
            stack += (state, value, lines[index])
    if state == _ACCEPTING and kind == 0:
        return stack[-2]  # type: ignore[no-any-return]
    raise syntax_error(tokens, index, stack[::3], (rows, gotos, rules), source, short_open_tag=short_open_tag)
