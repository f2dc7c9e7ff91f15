"""try, catch, finally, throw, exit.

PHP's `catch` becomes `except PhpThrown`, so that a script can catch neither an exit nor a limit. Those pass through
`finally` blocks without running them, which is why a `finally` asks first.
"""

from __future__ import annotations

from typing import Any

from engine.compiler.compiler import FunctionCompiler, lowers, lowers_statement
from engine.compiler.emit import quote
from engine.compiler.variables import assign
from engine.syntax import nodes


@lowers(nodes.Throw)
def lower_throw(f: FunctionCompiler, node: nodes.Throw) -> str:
    """`throw x`; the trace of a new exception is worked out only if somebody looks at it."""
    made = node.operand
    if isinstance(made, nodes.New) and isinstance(made.class_, nodes.Name) and made.arguments is not None:
        from engine.compiler.classes import lower_class_reference
        from engine.compiler.functions import argument_values, has_complex_arguments

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
    first = f.temporaries
    f.emit("try:")
    has_both = node.finally_ is not None and bool(node.catches)
    if node.finally_ is not None:
        f.finally_depth += 1
        if f.info is not None:
            f.info.has_finally = True
    if has_both:
        f.indent += 1
        f.emit("try:")
    f.body(node.body)
    after_body = f.assigned
    outcomes = [] if _ends(node.body) else [after_body]
    if node.catches:
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
                f.emit(assign(f, nodes.Variable(clause.line, clause.variable), thrown))
            f.emit(f"{thrown} = None")
            f.check_release()
            f.indent -= 1
            f.body(clause.body)
            if not _ends(clause.body):
                outcomes.append(f.assigned)
        f.emit("else:")
        f.indent += 1
        f.emit("raise")
        f.indent -= 2
    if has_both:
        f.indent -= 1
    f.assigned = set.intersection(*outcomes) if outcomes else set(saved)
    if node.finally_ is not None:
        f.finally_depth -= 1
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
        f.body(node.finally_)
        f.emit("except PhpThrown as z_thrown:")
        f.indent += 1
        f.emit(f"chain_pending(z_thrown, {pending})")
        f.emit("raise")
        f.indent -= 3
        f.let_go([pending])
        f.assigned = after | (f.assigned if not _ends(node.finally_) else set())


def _ends(body: Any) -> bool:
    from engine.compiler.control_structures import ends

    return ends(body)
