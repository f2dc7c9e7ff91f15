"""References: binding them, and assignment by patterns, whose parts may be references."""

from __future__ import annotations

from typing import Any, List

from engine.analysis.checks.context import SUPERGLOBALS
from engine.compiler.compiler import FunctionCompiler, lowers
from engine.compiler.emit import quote, variable
from engine.compiler.places import class_reference, element_key, global_element, property_name, scope_code, table
from engine.compiler.reading import lower_this, static_slot
from engine.compiler.writing import (
    assign,
    call_for_reference,
    container,
    hoist_keys,
    is_pure_key,
    object_for_write,
    refuse_operation,
)
from engine.syntax import nodes


def destructure(f: FunctionCompiler, pattern: nodes.ArrayLiteral, value: str) -> str:
    """`[$a, 'k' => $b] = value` as an expression."""
    if not any(item is not None for item in pattern.items):
        raise f.error("Cannot use empty list", pattern.line)
    held = f.temporary()
    steps = [f"({held} := {value})"]
    position = 0
    keyed = any(item is not None and item.key is not None for item in pattern.items)
    for item in pattern.items:
        if item is None:
            if keyed:
                raise f.error("Cannot use empty elements in arrays", pattern.line)
            position += 1
            continue
        if item.unpack:
            raise f.error("Spread operator is not supported in assignments", item.line)
        if keyed and item.key is None:
            raise f.error("Cannot mix keyed and unkeyed array entries in assignments", item.line)
        key = quote(position) if item.key is None else element_key(f, item.key)
        position += 1
        if item.key is not None and isinstance(item.value, nodes.Index) and not is_pure_key(item.key):
            name = f.temporary()
            steps.append(f"({name} := {key})")
            key = name
        element = f.at(item, f"list_get({held}, {key})")
        if not isinstance(item.value, nodes.ArrayLiteral):
            copy = f.temporary()
            element = f"({copy} if type({copy} := {element}) is not PhpArray else {copy}.share())"
        steps.append(assign(f, item.value, element))
    steps.append(held)
    return f"({', '.join(steps)})[-1]"


def reference(f: FunctionCompiler, node: Any) -> str:
    """A Python expression for the Ref behind `node`: `&node`."""
    if isinstance(node, nodes.Variable):
        return variable_reference(f, node)
    global_name = global_element(f, node)
    if global_name is not None:
        return f"table_ref(ctx.globals, {global_name})"
    if isinstance(node, nodes.Index):
        base = container(f, node.base)
        if node.index is None:
            return f.at(node, f"append_element_ref({base})")
        return f.at(node, f"element_ref({base}, {element_key(f, node.index)})")
    if isinstance(node, nodes.Property):
        base = object_for_write(f, node.base)
        return f.at(node, f"property_ref({base}, {property_name(f, node.name)}, {scope_code(f)})")
    if isinstance(node, nodes.StaticProperty):
        return f.at(node, static_slot(f, node))
    return f"Ref({f.copied(node)})"


def variable_reference(f: FunctionCompiler, node: nodes.Variable) -> str:
    """`&$x`."""
    if not isinstance(node.name, str):
        return f"table_ref({table(f)}, {f.string(node.name)})"
    name = node.name
    if name == "this":
        return f"Ref({lower_this(f, node)})"
    if name in SUPERGLOBALS:
        return f"superglobal({quote(name)})" if name != "GLOBALS" else "Ref(globals_array())"
    if f.uses_table:
        return f"table_ref(z_table, {quote(name)})"
    local = variable(name)
    if f.is_reference(name):
        if name in f.assigned:
            return local
        f.maybe_unassigned.add(name)
        f.assign_name(name)
        return f"({local} := own_ref({local}))"
    # A plain local where a reference is wanted after all: the callee was not known. It gets the value.
    return f"Ref({f.expression(node)})"


@lowers(nodes.AssignRef)
def lower_assign_ref(f: FunctionCompiler, node: nodes.AssignRef) -> str:
    """`$a = &$b`  binds both names to one Ref."""
    return f"{bind_reference(f, node)}.get()"


def bind_reference(f: FunctionCompiler, node: nodes.AssignRef) -> str:
    """As `lower_assign_ref`; the expression's value is the Ref."""
    if isinstance(node.value, nodes.New):
        raise f.error('syntax error, unexpected token "new"', node.line)
    steps: List[str] = []
    target = hoist_keys(f, node.target, steps)
    if isinstance(node.value, (nodes.Call, nodes.MethodCall, nodes.StaticCall)):
        refuse_operation(f, node.value)
        source = f"as_ref({call_for_reference(f, node.value)})"
    else:
        source = reference(f, node.value)
    if steps:
        return f"({', '.join(steps)}, {bind(f, target, source)})[-1]"
    return bind(f, target, source)


def bind(f: FunctionCompiler, target: Any, source: str) -> str:
    """A Python expression that makes `target` share the Ref `source`; its value is the Ref."""
    held = f.temporary()
    if isinstance(target, nodes.Variable):
        if not isinstance(target.name, str):
            return f"table_bind({table(f)}, {f.string(target.name)}, {source})"
        if target.name == "this":
            raise f.error("Cannot re-assign $this", target.line)
        if target.name in SUPERGLOBALS:
            return f"bind_superglobal({quote(target.name)}, {source})"
        if f.uses_table:
            return f"table_bind(z_table, {quote(target.name)}, {source})"
        local = variable(target.name)
        f.maybe_unassigned.add(target.name)
        f.assign_name(target.name)
        if target.name in f.global_slots:
            return f"({local} := table_bind(ctx.globals, {quote(target.name)}, {source}))"
        return f"({local} := rebind({local}, {source}))"
    global_name = global_element(f, target)
    if global_name is not None:
        return f"table_bind(ctx.globals, {global_name}, {source})"
    if isinstance(target, nodes.Index):
        base = container(f, target.base)
        if target.index is None:
            return f"(({held} := {source}), bind_append({base}, {held}), {held})[2]"
        key = element_key(f, target.index)
        return f"(({held} := {source}), bind_element({base}, {key}, {held}), {held})[2]"
    if isinstance(target, nodes.Property):
        base = object_for_write(f, target.base)
        name = property_name(f, target.name)
        return f"(({held} := {source}), bind_property({base}, {name}, {held}, {scope_code(f)}), {held})[2]"
    if isinstance(target, nodes.StaticProperty):
        return f"bind_static({class_reference(f, target.class_)}, {property_name(f, target.name)}, {source})"
    raise f.error("Cannot assign reference to non referenceable value", target.line)
