"""include, require, eval, and the backtick operator."""

from __future__ import annotations

from engine.compiler.compiler import FunctionCompiler, lowers
from engine.compiler.emit import quote
from engine.syntax import nodes


@lowers(nodes.Include)
def lower_include(f: FunctionCompiler, node: nodes.Include) -> str:
    """`include x`: the file runs with this function's symbol table, `$this` and scope."""
    this = "None"
    if f.kind == "method":
        this = "v_this" if f.has_this else "None"
        scope = f.constant(f.scope)
    elif f.kind == "closure":
        this, scope = "v_this", "z_closure.scope"
    elif f.kind == "include":
        this, scope = "v_this", "z_scope"
    else:
        scope = "None"
    operand = f.string(node.operand)
    if node.kind == "eval":
        return f.at(node, f"evaluate({operand}, z_table, {this}, {scope}, {f.constant(f.names)})")
    return f.at(node, f"include({quote(node.kind)}, {operand}, z_table, {this}, {scope})")


@lowers(nodes.ShellExec)
def lower_shell_exec(f: FunctionCompiler, node: nodes.ShellExec) -> str:
    """`` `command` ``  is  `shell_exec()`, which policy leaves out."""
    from engine.compiler.operators import join_strings

    return f.at(node, f"require_function('shell_exec')({join_strings(f, node.parts)})")
