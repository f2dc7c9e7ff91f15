"""RULES, in the order they run at each node, and the pass over a script that applies them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List

from engine.analysis.effects import pure_function
from engine.analysis.names import Names
from engine.optimizer import fold_constants, fold_pure_calls, inline_functions, remove_dead_branches
from engine.optimizer.place import Place
from engine.optimizer.rewriting import Rewriting
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.builtin.library import Library

# One walk applies them all, from below, so that what one rule made is what the next one sees.
RULES = (
    inline_functions.REWRITES,
    fold_pure_calls.REWRITES,
    fold_constants.REWRITES,
    remove_dead_branches.REWRITES,
)

_REWRITING = Rewriting(RULES, {**fold_constants.SEEDS, **remove_dead_branches.SEEDS})


def optimize(script: nodes.Script, library: Library) -> nodes.Script:
    """A script that does the same with less; the same object where there is nothing to do."""
    statements = script.statements
    functions = _functions(statements)
    if functions is None:
        return script
    pure = inline_functions.inlinable(functions, pure_function)
    names = Names()
    for statement in statements:
        if statement.__class__ is nodes.Use:
            names.add_use(statement)
    place = Place(names, library, functions, pure)
    after = [_namespace(one, place) if one.__class__ is nodes.Namespace else one for one in statements]
    if all(old is new for old, new in zip(statements, after)):
        after = statements
    after = _REWRITING.statements(place, after, _may_apply)
    return script if after is statements else nodes.Script(script.line, after, script.halt_offset)


def _namespace(block: nodes.Namespace, outside: Place) -> nodes.Statement:
    names = Names(block.name or "")
    for statement in block.body:
        if isinstance(statement, nodes.Use):
            names.add_use(statement)
    place = Place(names, outside.library, outside.functions, outside.pure)
    after = _REWRITING.statements(place, block.body, _may_apply)
    return block if after is block.body else nodes.Namespace(block.line, block.name, after, block.braced)


def _may_apply(place: Place, node: Any) -> bool:  # Any: a Call.
    """Whether a rule for calls may apply."""
    return (bool(place.pure) and inline_functions.may_inline(place, node)) or fold_pure_calls.may_fold_call(place, node)


def _functions(statements: List[Any], prefix: str = "") -> Any:
    """The functions that exist before the first statement runs; None where ticks count the statements."""
    found: Dict[str, nodes.FunctionDeclaration] = {}
    for statement in statements:
        kind = statement.__class__
        if kind is nodes.FunctionDeclaration:
            found[(prefix + statement.name).lower()] = statement
        elif kind is nodes.Namespace:
            inner = _functions(statement.body, f"{statement.name}\\" if statement.name else "")
            if inner is None:
                return None
            found.update(inner)
        elif kind is nodes.Declare and any(name.lower() == "ticks" for name, _value in statement.directives):
            return None
    return found
