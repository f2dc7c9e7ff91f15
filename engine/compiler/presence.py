"""isset, empty and unset."""

from __future__ import annotations

from typing import Any

from engine.analysis.checks.context import SUPERGLOBALS
from engine.compiler.compiler import FunctionCompiler, lowers, lowers_statement
from engine.compiler.emit import quote, variable
from engine.compiler.places import (
    class_reference,
    element_key,
    global_element,
    own_property,
    property_name,
    scope_code,
    short_circuit,
    table,
)
from engine.compiler.reading import base_quietly, read_quietly
from engine.compiler.writing import refuse_operation
from engine.syntax import nodes


@lowers(nodes.Isset)
def lower_isset(f: FunctionCompiler, node: nodes.Isset) -> str:
    """`isset($a, $b[0])`."""
    return "(" + " and ".join(one_isset(f, operand) for operand in node.operands) + ")"


def one_isset(f: FunctionCompiler, operand: Any) -> str:
    """`isset` of one operand."""
    chain = short_circuit(f, operand, read_quietly, one_isset)
    if chain is not None:
        return f"({chain} is True)"
    if global_element(f, operand) is not None:
        return f"({read_quietly(f, operand)} is not None)"
    if isinstance(operand, nodes.Index) and operand.index is not None:
        base = base_quietly(f, operand)
        return f.at(operand, f"element_is_set({base}, {f.expression(operand.index)})")
    if isinstance(operand, nodes.Property):
        info = own_property(f, operand)
        if info is not None and info.get_hook is None:
            slow = f.at(operand, f"property_is_set(v_this, {property_name(f, operand.name)}, {scope_code(f)})")
            return f"(v_this.__dict__.get({quote(info.attribute)}) is not None or {slow})"
        base = base_quietly(f, operand)
        return f.at(operand, f"property_is_set({base}, {property_name(f, operand.name)}, {scope_code(f)})")
    if isinstance(operand, (nodes.Variable, nodes.StaticProperty)):
        return f"({read_quietly(f, operand)} is not None)"
    raise f.error(
        'Cannot use isset() on the result of an expression (you can use "null !== expression" instead)', operand.line
    )


@lowers(nodes.Empty)
def lower_empty(f: FunctionCompiler, node: nodes.Empty) -> str:
    """`empty($x)`."""
    operand = node.operand
    if isinstance(operand, nodes.Index) and operand.index is not None:
        base = base_quietly(f, operand)
        return f.at(operand, f"element_is_empty({base}, {f.expression(operand.index)})")
    return f"(not to_bool({read_quietly(f, operand)}))"


@lowers_statement(nodes.Unset)
def lower_unset(f: FunctionCompiler, node: nodes.Unset) -> None:
    """`unset($a, $b['k'])`."""
    for target in node.targets:
        f.emit(unset_code(f, target))


def unset_code(f: FunctionCompiler, target: Any) -> str:
    """One unset, as a Python statement."""
    if isinstance(target, nodes.Variable):
        if not isinstance(target.name, str):
            return f"table_unset({table(f)}, {f.string(target.name)})"
        if target.name == "this":
            raise f.error("Cannot unset $this", target.line)
        if target.name in SUPERGLOBALS:
            return f"unset_superglobal({quote(target.name)})"
        if f.uses_table:
            return f"table_unset(z_table, {quote(target.name)})"
        local = variable(target.name)
        f.maybe_unassigned.add(target.name)
        f.assigned.discard(target.name)
        if target.name in f.global_slots:
            return f"{local} = emptied_slot({quote(target.name)})"
        if f.is_reference(target.name):
            return f"{local} = release({local})"
        return f"{local} = MISSING"
    if isinstance(target, nodes.Index):
        if target.index is None:
            raise f.error("Cannot use [] for unsetting", target.line)
        global_name = global_element(f, target)
        if global_name is not None:
            return f"unset_global({global_name})"
        return f.at(target, f"unset_element({container_for_unset(f, target.base)}, {element_key(f, target.index)})")
    if isinstance(target, nodes.Property):
        is_variable = isinstance(target.base, nodes.Variable) and target.base.name != "this"
        base = read_quietly(f, target.base) if is_variable else container_for_unset(f, target.base)
        return f.at(target, f"unset_property({base}, {property_name(f, target.name)}, {scope_code(f)})")
    if isinstance(target, nodes.StaticProperty):
        return f.at(target, f"unset_static({class_reference(f, target.class_)}, {property_name(f, target.name)})")
    raise f.error("Can't use function return value in write context", target.line)


def container_for_unset(f: FunctionCompiler, node: Any) -> str:
    """The array handle or object in `node`, where nothing is made on the way."""
    global_name = global_element(f, node)
    if global_name is not None:
        return f"table_quiet(ctx.globals, {global_name})"
    if isinstance(node, nodes.Index) and node.index is not None:
        return f"element_for_unset({container_for_unset(f, node.base)}, {element_key(f, node.index)})"
    if isinstance(node, nodes.Variable) and node.name == "GLOBALS":
        return "globals_proxy()"
    if isinstance(node, nodes.Property):
        base = container_for_unset(f, node.base)
        return f.at(node, f"property_for_unset({base}, {property_name(f, node.name)}, {scope_code(f)})")
    refuse_operation(f, node)
    return read_for_unset(f, node)


def read_for_unset(f: FunctionCompiler, node: Any) -> str:
    """A variable's own handle; undefined ones are null, with PHP's warning where they are a function's own."""
    if isinstance(node, nodes.Variable) and (node.name in SUPERGLOBALS or not isinstance(node.name, str)):
        return read_quietly(f, node)
    return f.expression(node)
