"""try, catch, finally, throw, exit.

PHP's `catch` becomes `except PhpThrown`, so that a script can catch neither an exit nor a limit. Those pass through
`finally` blocks without running them, which is why a `finally` asks first.
"""

from __future__ import annotations

from typing import Any, Optional, Set

from engine.analysis.checks.context import SUPERGLOBALS
from engine.compiler.compiler import FunctionCompiler, lowers, lowers_statement
from engine.compiler.emit import quote
from engine.compiler.writing import assign
from engine.syntax import nodes


@lowers(nodes.Throw)
def lower_throw(f: FunctionCompiler, node: nodes.Throw) -> str:
    """`throw x`; the trace of a new exception is worked out only if somebody looks at it."""
    made = node.operand
    if isinstance(made, nodes.New) and isinstance(made.class_, nodes.Name) and made.arguments is not None:
        from engine.compiler.arguments import argument_values, has_complex_arguments
        from engine.compiler.classes import lower_class_reference

        if not has_complex_arguments(made):
            owner = lower_class_reference(f, made.class_)
            values = ", ".join([owner, quote(f.unit.path), quote(made.line), *argument_values(f, made)])
            return f.at(made, f"throw_new({values})")
    return f.at(node, f"throw({f.expression(node.operand)})")


@lowers(nodes.Exit)
def lower_exit(f: FunctionCompiler, node: nodes.Exit) -> str:
    """`exit(x)`."""
    return f.at(node, f"exit_({'0' if node.operand is None else f.expression(node.operand)})")


@lowers_statement(nodes.Try)
def lower_try(f: FunctionCompiler, node: nodes.Try) -> None:
    """`try {…} catch (A $e) {…} finally {…}`."""
    if not node.catches and node.finally_ is None:
        raise f.error("Cannot use try without catch or finally", node.line)
    saved = set(f.assigned)
    silenced = ""
    if node.catches:
        silenced = f.temporary()
        f.emit(f"{silenced} = ctx.silence_depth")
    if node.finally_ is None:
        _lower_catching(f, node, silenced)
        return
    f.finally_depth += 1
    if f.info is not None:
        f.info.has_finally = True
    f.emit("try:")
    if node.catches:
        f.indent += 1
        _lower_catching(f, node, silenced)
        f.indent -= 1
    else:
        f.body(node.body)
        if _ends(node.body):
            f.assigned = set(saved)
    f.finally_depth -= 1
    _lower_finally(f, node.finally_, saved)


def _lower_catching(f: FunctionCompiler, node: nodes.Try, silenced: str) -> None:
    """A `try` without its `finally`."""
    from engine.compiler.goto import lower_jumped_into

    if not lower_jumped_into(f, node, lambda clause_reached: _lower_clauses(f, node, silenced, clause_reached)):
        _lower_clauses(f, node, silenced, None)


def _lower_clauses(f: FunctionCompiler, node: nodes.Try, silenced: str, reached: Optional[str]) -> None:
    """A body and its catch clauses; `reached` is the local that is told the clause's number instead of running it."""
    saved = set(f.assigned)
    first = f.temporaries
    f.emit("try:")
    f.body(node.body)
    outcomes = [] if _ends(node.body) else [f.assigned]
    thrown = f.temporary()
    f.emit("except PhpThrown as z_thrown:")
    f.indent += 1
    f.let_go(f.made_since(first)[:-1])
    f.emit(f"{thrown} = {'taken(z_thrown)' if f.unit.counts_handles else 'z_thrown.object'}")
    f.emit(f"ctx.silence_depth = {silenced}")
    for number, clause in enumerate(node.catches):
        f.assigned = set(saved)
        names = [f.names.class_name(name).lower() for name in clause.types]
        if "throwable" in names:
            test = "True"
        else:
            test = " or ".join(f"{quote(name)} in {thrown}.ancestors" for name in names)
        f.line = clause.line
        f.emit(f"{'if' if number == 0 else 'elif'} {test}:")
        f.indent += 1
        keeps = clause.variable is None or f.is_local(clause.variable)
        if f.unit.counts_handles:
            f.emit("z_thrown.object = None")
        else:
            f.emit(f"{'caught' if keeps else 'caught_for_good'}(z_thrown)")
        if clause.variable is not None:
            _give(f, clause, clause.variable, thrown)
        f.emit(f"{thrown} = None")
        f.check_release()
        f.indent -= 1
        if reached is not None:
            f.emit(f"    {reached} = {number}")
            continue
        f.body(clause.body)
        if not _ends(clause.body):
            outcomes.append(f.assigned)
    f.emit("else:")
    f.emit("    raise")
    f.indent -= 1
    f.assigned = set.intersection(*outcomes) if outcomes else saved


def _give(f: FunctionCompiler, clause: nodes.Catch, name: str, thrown: str) -> None:
    """Give a clause's variable its exception."""
    if name not in SUPERGLOBALS:
        f.emit(assign(f, nodes.Variable(clause.line, name), thrown))
    elif f.uses_table or f.kind in ("main", "include"):
        f.emit(f"table_set(z_table, {quote(name)}, {thrown})")
    # Else PHP has a variable of the function's own, which nothing can name.


def _lower_finally(f: FunctionCompiler, body: Any, saved: Set[str]) -> None:
    """`finally {…}`, which an execution's end passes by."""
    after = f.assigned
    f.assigned = set(saved)
    pending = f.temporary()
    f.emit("except ExecutionEnd:")
    f.indent += 1
    f.emit("ctx.ending = True")
    f.emit("raise")
    f.indent -= 1
    f.emit("finally:")
    f.indent += 1
    f.emit(f"{pending} = {'unwound' if f.unit.counts_handles else 'pending_exception'}()")
    f.emit("if not ctx.ending:")
    f.indent += 1
    f.emit("try:")
    f.body(body)
    f.emit("except PhpThrown as z_thrown:")
    f.indent += 1
    f.emit(f"chain_pending(z_thrown, {pending})")
    f.emit("raise")
    f.indent -= 3
    f.let_go([pending])
    f.assigned = after | (f.assigned if not _ends(body) else set())


def _ends(body: Any) -> bool:
    from engine.compiler.control_structures import ends

    return ends(body)
