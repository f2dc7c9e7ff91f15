"""yield and yield from."""

from __future__ import annotations

from engine.compiler.arguments import LVALUES
from engine.compiler.compiler import FunctionCompiler, lowers
from engine.compiler.functions import lower_call_node
from engine.compiler.references import reference
from engine.syntax import nodes


@lowers(nodes.Yield)
def lower_yield(f: FunctionCompiler, node: nodes.Yield) -> str:
    """`yield k => v`  becomes  `(yield (k, v))`."""
    if f.kind not in ("function", "method", "closure"):
        raise f.error('The "yield" expression can only be used inside a function', node.line)
    key = "AUTO" if node.key is None else f.copied(node.key)
    if node.value is None:
        value = "None"
    elif f.returns_ref and isinstance(node.value, LVALUES):
        value = reference(f, node.value)
    elif f.returns_ref and isinstance(node.value, (nodes.Call, nodes.MethodCall, nodes.StaticCall)):
        value = f.at(node, f"yielded_ref({lower_call_node(f, node.value, keep_reference=True)})")
    elif f.returns_ref:
        value = f.at(node, f"yielded_ref({f.copied(node.value)})")
    else:
        value = f.copied(node.value)
    return f.at(node, f"(yield ({key}, {value}))")


@lowers(nodes.YieldFrom)
def lower_yield_from(f: FunctionCompiler, node: nodes.YieldFrom) -> str:
    """`yield from x`  becomes  `(yield from delegate(x))`."""
    if f.kind not in ("function", "method", "closure"):
        raise f.error('The "yield" expression can only be used inside a function', node.line)
    return f.at(node, f"(yield from delegate({f.copied(node.operand)}))")
