"""Statements that no run can reach go, as far as nothing else in the function depends on their being there.

A dead `yield` makes a generator, a dead label is a place to go to, a dead `static` variable is seen by reflection, and
declarations are hoisted: what holds one of these stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, Sequence

from engine.analysis.effects import is_removable
from engine.optimizer.fold_constants import NO_VALUE, is_constant, value_of
from engine.runtime.conversions import to_bool
from engine.syntax import nodes
from engine.syntax.visitor import children

if TYPE_CHECKING:
    from engine.optimizer.place import Place

_DECLARATIONS = (
    nodes.FunctionDeclaration, nodes.ClassDeclaration, nodes.Label, nodes.Use, nodes.Declare, nodes.ConstDeclaration,
)  # fmt: skip
_NESTING = (
    nodes.If, nodes.While, nodes.DoWhile, nodes.For, nodes.Foreach, nodes.Switch, nodes.SwitchCase, nodes.Try,
    nodes.Catch, nodes.Block,
)  # fmt: skip
_JUMPS = (nodes.Return, nodes.Break, nodes.Continue)


def _declares(statements: Sequence[nodes.Node]) -> bool:
    """Whether statements declare something, which is conditional as long as they stand in an `if`."""
    stack = list(statements)
    while stack:
        node = stack.pop()
        if isinstance(node, _DECLARATIONS):
            return True
        if isinstance(node, _NESTING):
            stack += children(node)
    return False


def remove_branches(place: Place, node: nodes.If) -> nodes.Statement:
    """`if (false) {a} elseif ($x) {b}`  becomes  `if ($x) {b}`."""
    kept = []
    otherwise = node.otherwise
    changed = False
    for number, (condition, body, line) in enumerate(node.branches):
        value = value_of(condition, place)
        if value is NO_VALUE:
            kept.append((condition, body, line))
        elif not to_bool(value):
            if not is_removable(body):
                return node
            changed = True
        else:
            dead = [statement for _condition, later, _line in node.branches[number + 1 :] for statement in later]
            conditions = [later for later, _body, _line in node.branches[number + 1 :]]
            if _declares(body) or not is_removable([*conditions, *dead, *(otherwise or ())]):
                return node
            otherwise, changed = body, True
            break
    if not changed:
        return node
    if kept:
        return nodes.If(kept[0][2] if kept[0] is not node.branches[0] else node.line, kept, otherwise)
    if otherwise is None:
        return nodes.Block(node.line, [])
    return node if _declares(otherwise) else nodes.Block(node.line, otherwise)


def remove_while(place: Place, node: nodes.While) -> nodes.Statement:
    """`while (false) {…}`  becomes  nothing."""
    value = value_of(node.condition, place)
    if value is NO_VALUE or to_bool(value) or not is_removable(node.body):
        return node
    return nodes.Block(node.line, [])


def remove_after_jump(statements: List[Any]) -> List[Any]:
    """`return 1; f(); class A {}`  becomes  `return 1; class A {}`; the same list where nothing goes."""
    position = next((number for number, statement in enumerate(statements) if leaves(statement)), None)
    if position is None:
        return statements
    after = statements[position + 1 :]
    kept = []
    for number, statement in enumerate(after):
        if isinstance(statement, nodes.Label):
            kept += after[number:]
            break
        if not is_removable([statement]):
            kept.append(statement)
    return statements if len(kept) == len(after) else [*statements[: position + 1], *kept]


def leaves(statement: Any) -> bool:
    """Whether what follows a statement is not reached from it."""
    kind = statement.__class__
    if kind is nodes.ExpressionStatement:
        return statement.expression.__class__ in (nodes.Throw, nodes.Exit)
    return kind in _JUMPS


# Any: as listed.
REWRITES: Dict[type, Callable[[Place, Any], Any]] = {nodes.If: remove_branches, nodes.While: remove_while}


def may_remove_branch(node: nodes.If) -> bool:
    """Whether there is a chance that `remove_branches` finds something."""
    return any(is_constant(branch[0]) for branch in node.branches)


def may_remove_loop(node: nodes.While) -> bool:
    """Whether there is a chance that `remove_while` finds something."""
    return is_constant(node.condition)


SEEDS: Dict[type, Callable[[Any], bool]] = {nodes.If: may_remove_branch, nodes.While: may_remove_loop}
