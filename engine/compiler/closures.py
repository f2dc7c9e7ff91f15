"""Closures and arrow functions, and what they capture."""

from __future__ import annotations

from typing import List, Tuple

from engine.analysis.checks.context import SUPERGLOBALS
from engine.compiler.compiler import FunctionCompiler, lowers
from engine.compiler.emit import quote, variable
from engine.compiler.references import reference
from engine.syntax import nodes


@lowers(nodes.Closure)
def lower_closure(f: FunctionCompiler, node: nodes.Closure) -> str:
    """`function () use ($x) {…}`  becomes  a Closure object around a Python function of the module."""
    if any(use.name == "this" for use in node.uses):
        raise f.error("Cannot use $this as lexical variable", node.line)
    captured = []
    for use in node.uses:
        if use.name in SUPERGLOBALS:
            raise f.error("Cannot use auto-global as lexical variable", node.line)
        target = nodes.Variable(use.line, use.name)
        captured.append(f"hold({reference(f, target)})" if use.by_ref else f.copied(target))
    declared = f.unit.declare_closure(f, node)
    return new_closure(f, declared, captured, is_static=node.static)


@lowers(nodes.ArrowFunction)
def lower_arrow_function(f: FunctionCompiler, node: nodes.ArrowFunction) -> str:
    """`fn($x) => $x + $y`  captures by value what it uses and the parent has."""
    from engine.analysis.scopes import free_variables

    captured = []
    for name in free_variables(node):
        if name in SUPERGLOBALS:
            continue
        captured.append(arrow_capture(f, name))
    declared = f.unit.declare_closure(f, node)
    return new_closure(f, declared, captured, is_static=node.static)


def arrow_capture(f: FunctionCompiler, name: str) -> str:
    """A variable for an arrow function: MISSING where the parent has none."""
    if f.uses_table:
        return f"table_or_missing(z_table, {quote(name)})"
    local = variable(name)
    if name in f.assigned:
        return f.copied(nodes.Variable(f.line, name))
    if name not in f.facts.names:
        return "MISSING"
    f.maybe_unassigned.add(name)
    if f.is_reference(name):
        return f"ref_or_missing({local})"
    return f"shared(stored({local}))"


def new_closure(f: FunctionCompiler, declared: str, captured: List[str], *, is_static: bool) -> str:
    """The Closure object."""
    values = f"({', '.join(captured)},)" if captured else "()"
    this, scope, called = closure_context(f)
    if is_static:
        called = called if this == "None" else f"called_of({this})"
        this = "None"
    return f"new_closure({declared}, {values}, {this}, {scope}, {called})"


def closure_context(f: FunctionCompiler) -> Tuple[str, str, str]:
    """`$this`, scope and called class that a closure made here is born with."""
    if f.kind == "method":
        scope = f.constant(f.scope)
        return ("v_this", scope, "None") if f.has_this else ("None", scope, "z_static")
    if f.kind == "closure":
        return "v_this", "z_closure.scope", "z_closure.called"
    if f.kind == "include":
        return "v_this", "z_scope", "None"
    return "None", f.constant(f.scope) if f.scope is not None else "None", "None"
