"""Builds the LALR tables with PLY and writes them, with the compiled actions, to `_tables.py`.

Run as `python -m engine.syntax.tables` after any change to the grammar; it takes some seconds, so it is never done
at start. The file is ours and plain Python: PLY's own formats are not used (its pickled one executes what it reads).
"""

from __future__ import annotations

import ast
import hashlib
import importlib
import inspect
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType
from typing import Any, Dict, Iterable, List, NamedTuple, Sequence, Tuple

from ply import yacc

from engine.syntax.grammar.precedence import PRECEDENCE
from engine.syntax.tokens import KINDS, NAMES

CHAPTERS = (
    "namespaces",
    "attributes",
    "types",
    "literals",
    "variables",
    "operators",
    "control_structures",
    "functions",
    "classes",
    "enumerations",
    "exceptions",
    "generators",
)
START = "start"
OUTPUT = Path(__file__).with_name("_tables.py")
ACTION_PREFIX = "p_"
# The parser's stack holds three entries for each symbol: state, value, line.
STRIDE = 3


@dataclass(frozen=True)
class Rule:
    """One production, with the action of its chapter."""

    name: str
    symbols: List[str]
    action: FunctionType
    file: str
    line: int


def rules() -> List[Rule]:
    """Every production of every chapter, in order."""
    found: List[Rule] = []
    for chapter in CHAPTERS:
        module = importlib.import_module("engine.syntax.grammar." + chapter)
        actions = [
            value
            for name, value in vars(module).items()
            if name.startswith(ACTION_PREFIX) and isinstance(value, FunctionType)
        ]
        for action in sorted(actions, key=lambda function: function.__code__.co_firstlineno):
            file = action.__code__.co_filename
            line = action.__code__.co_firstlineno + 1
            for _file, at, name, symbols in yacc.parse_grammar(inspect.getdoc(action) or "", file, line):
                found.append(Rule(name, symbols, action, file, at))
    return found


def signature() -> str:
    """Digest of all that the tables are made from."""
    folder = Path(__file__).parent
    digest = hashlib.sha256()
    for path in [folder / "tokens.py", folder / "tables.py", *sorted((folder / "grammar").glob("*.py"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def grammar(productions: Sequence[Rule]) -> Any:  # Any: PLY has no types.
    """PLY's object for the productions."""
    result = yacc.Grammar([name for name in NAMES if name[0] != "'"])
    for level, (associativity, *terminals) in enumerate(PRECEDENCE, 1):
        for terminal in terminals:
            result.set_precedence(terminal, associativity, level)
    for rule in productions:
        result.add_production(rule.name, rule.symbols, rule.action.__name__, rule.file, rule.line)
    result.set_start(START)
    if result.undefined_symbols():
        message = f"undefined symbols: {result.undefined_symbols()}"
        raise ValueError(message)
    if result.find_unreachable() or result.infinite_cycles():
        message = f"unreachable: {result.find_unreachable()}, endless: {result.infinite_cycles()}"
        raise ValueError(message)
    result.build_lritems()
    result.compute_first()
    result.compute_follow()
    return result


def lalr(productions: Sequence[Rule]) -> Any:  # Any: PLY has no types.
    """PLY's LALR tables; `sr_conflicts` and `rr_conflicts` list what precedence did not decide."""
    return yacc.LRGeneratedTable(grammar(productions), "LALR", _Silent())


class _Silent:
    """A log that PLY writes its automaton to; nobody reads it."""

    def info(self, message: str, *values: object) -> None:
        """Drop the message."""

    debug = warning = error = info


# ---------------------------------------------------------------- actions


class _Specialiser(ast.NodeTransformer):
    """Turn an action over PLY's `p` into one over the parser's stack, for a production of a known length.

    `p[0] = Binary(p.lineno(1), p[2], p[1], p[3])`  becomes  `return Binary(s[-7], s[-5], s[-8], s[-2])`.
    """

    def __init__(self, length: int) -> None:
        self.length = length

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """`p[n]`."""
        if _is_p(node.value):
            return self._slot(ast.literal_eval(node.slice), 2)
        return self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """`p.lineno(n)`, `p.doc_comment()`."""
        function = node.func
        if isinstance(function, ast.Attribute) and _is_p(function.value):
            if function.attr == "lineno":
                return self._slot(ast.literal_eval(node.args[0]), 1)
            return ast.parse("tokens.doc_comment(index)", mode="eval").body
        return self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        """`p[0] = …`."""
        target = node.targets[0]
        if isinstance(target, ast.Subscript) and _is_p(target.value) and ast.literal_eval(target.slice) == 0:
            return ast.Return(self.visit(node.value))
        return self.generic_visit(node)

    def _slot(self, position: int, offset: int) -> ast.expr:
        """Entry of the stack with a symbol's value (offset 2) or line (offset 1)."""
        if not 0 < position <= self.length:
            message = f"p[{position}] in a production of {self.length} symbols"
            raise ValueError(message)
        return ast.parse(f"s[-{STRIDE * (self.length - position) + offset}]", mode="eval").body


def _is_p(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "p"


def specialised(action: FunctionType, length: int) -> str:
    """Body of the action for a production of that many symbols, as Python text."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(action)))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    statements = [_Specialiser(length).visit(statement) for statement in functions[0].body[1:]]
    text = "\n".join(ast.unparse(ast.fix_missing_locations(statement)) for statement in statements)
    return text or "return None"


def imports_of(actions: Iterable[FunctionType]) -> Dict[str, str]:
    """Module of every global that the actions use, by the name they use it by."""
    found: Dict[str, str] = {}
    for action in actions:
        for name in action.__code__.co_names:
            value = action.__globals__.get(name)
            if value is None:
                continue
            if found.setdefault(name, value.__module__) != value.__module__:
                message = f"two things are called {name}"
                raise ValueError(message)
    return found


# ---------------------------------------------------------------- tables


class Automaton(NamedTuple):
    """The LALR automaton in numbers: tokens by kind, rules and states from PLY, other symbols as they come."""

    rows: List[Dict[int, int]]  # state -> kind -> next state, minus the rule to reduce, or 0: accept or refuse
    gotos: List[Dict[int, int]]  # state -> symbol -> next state
    symbols: Dict[str, int]


def automaton(tables: Any) -> Automaton:  # Any: PLY has no types.
    """PLY's tables with numbers for names."""
    kinds = {**{name.strip("'") if name[0] == "'" else name: kind for name, kind in KINDS.items()}, "$end": 0}
    symbols: Dict[str, int] = {}
    rows: List[Dict[int, int]] = []
    gotos: List[Dict[int, int]] = []
    for state in range(len(tables.lr_action)):
        rows.append({kinds[name]: action or 0 for name, action in tables.lr_action[state].items()})
        row = tables.lr_goto.get(state, {})
        gotos.append({symbols.setdefault(name, len(symbols)): target for name, target in row.items()})
    return Automaton(rows, gotos, symbols)


def defaults_of(rows: Sequence[Dict[int, int]]) -> List[int]:
    """For each state the rule that it reduces whatever follows, or 0 when it has to look."""
    result = []
    for row in rows:
        actions = set(row.values())
        only = actions.pop() if len(actions) == 1 else 0
        result.append(-only if only < 0 else 0)
    return result


def shorten(machine: Automaton, defaults: Sequence[int], units: Dict[int, str]) -> None:
    """Skip states that only pass a value on: `expr : variable` and the like, where nothing else can happen.

    `units` are the rules with one symbol whose action returns its value. Bison and PLY reduce in such a state without
    a look at the next token, so neither errors nor results change.
    """
    for state, gotos in enumerate(machine.gotos):
        for table in (gotos, machine.rows[state]):
            for symbol, target in table.items():
                final = target
                while final > 0 and defaults[final] in units:
                    final = gotos[machine.symbols[units[defaults[final]]]]
                table[symbol] = final


def render(productions: Sequence[Rule]) -> str:
    """The text of `_tables.py`."""
    machine = automaton(lalr(productions))
    # Rule 0 is the one that PLY puts above the start symbol; the driver stops before it.
    bodies = ["return s[-2]"] + [specialised(rule.action, len(_symbols(rule))) for rule in productions]
    lengths = [1] + [len(_symbols(rule)) for rule in productions]
    names = ["S'"] + [rule.name for rule in productions]
    units = {
        number: name
        for number, name in enumerate(names)
        if number and lengths[number] == 1 and bodies[number] == "return s[-2]"
    }
    defaults = defaults_of(machine.rows)
    shorten(machine, defaults, units)
    definitions, actions = _functions(bodies, lengths)
    entries = [
        f"({machine.symbols.get(name, -1)},{STRIDE * (length - 1)},{'None' if number in units else action})"
        for number, (name, length, action) in enumerate(zip(names, lengths, actions))
    ]
    sets: Dict[Tuple[int, ...], int] = {}
    rows = tuple(_packed(row, sets) for row in machine.rows)
    gotos = tuple(tuple(number for item in row.items() for number in item) for row in machine.gotos)
    imported = sorted((module, name) for name, module in imports_of(rule.action for rule in productions).items())
    parts = [
        '"""LALR tables and compiled actions. Generated by `python -m engine.syntax.tables`; do not edit."""',
        "",
        "# ruff: noqa: ANN001, ANN202, ARG001, E501, FBT003, I001, Q000",
        "# mypy: ignore-errors",
        "# fmt: off",
        *(f"from {module} import {name}" for module, name in imported),
        *definitions,
        f"SIGNATURE={signature()!r}",
        _assignment("RULES", "[" + ",".join(entries) + "]"),
        _assignment("DEFAULTS", repr(defaults)),
        _assignment("SETS", repr(tuple(sets))),
        _assignment("ROWS", repr(rows)),
        _assignment("GOTOS", repr(gotos)),
    ]
    return "\n".join(parts) + "\n"


def _functions(bodies: Sequence[str], lengths: Sequence[int]) -> Tuple[List[str], List[str]]:
    """One function for all actions that became the same: their definitions, and the name of each rule's."""
    named: Dict[Tuple[bool, str], str] = {}
    definitions: List[str] = []
    actions: List[str] = []
    for body, length in zip(bodies, lengths):
        key = (length == 0, body)
        if key not in named:
            named[key] = f"_{len(named)}"
            parameters = "tokens,index" if length == 0 else "s"
            definitions.append(f"def {named[key]}({parameters}):\n" + textwrap.indent(body, " "))
        actions.append(named[key])
    return definitions, actions


def _symbols(rule: Rule) -> List[str]:
    """The symbols of a production without its `%prec`."""
    return rule.symbols[: rule.symbols.index("%prec")] if "%prec" in rule.symbols else rule.symbols


def _packed(row: Dict[int, int], sets: Dict[Tuple[int, ...], int]) -> Tuple[int, ...]:
    """A row as kinds and actions, the many kinds with one action put in a shared set that is named by -1 - number."""
    by_action: Dict[int, List[int]] = {}
    for kind, action in row.items():
        by_action.setdefault(action, []).append(kind)
    result: List[int] = []
    for action, kinds in by_action.items():
        if len(kinds) == 1:
            result += (kinds[0], action)
        else:
            result += (-1 - sets.setdefault(tuple(sorted(kinds)), len(sets)), action)
    return tuple(result)


def _assignment(name: str, literal: str) -> str:
    """A long literal without blanks, broken after commas."""
    return name + "=" + "\n".join(re.findall(r"[^\n]{1,4000}(?:,|$)", literal.replace(" ", "")))


def main() -> None:
    """Build and write the tables."""
    OUTPUT.write_text(render(rules()), encoding="latin-1")


if __name__ == "__main__":
    main()
