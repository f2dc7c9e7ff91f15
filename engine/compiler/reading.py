"""Reading variables, elements and properties, loudly and quietly."""

from __future__ import annotations

from typing import Any

from engine.analysis.checks.context import SUPERGLOBALS
from engine.compiler.compiler import FunctionCompiler, lowers
from engine.compiler.emit import Raw, is_plain, quote, variable
from engine.compiler.operations import computed_first, is_read_late, last_line, on_line
from engine.compiler.places import (
    Result,
    attribute_for,
    class_reference,
    element_key,
    global_element,
    is_this,
    own_attribute,
    own_property,
    property_name,
    protected_root,
    scope_code,
    short_circuit,
    table,
)
from engine.syntax import nodes


@lowers(nodes.Variable)
def lower_variable(f: FunctionCompiler, node: nodes.Variable) -> str:
    """`$x`  becomes  `v_x`, or `v_x.v` for a reference, with a test where it may be undefined or unjoined."""
    if not isinstance(node.name, str):
        return f"table_get({table(f)}, {f.string(node.name)})"
    name = node.name
    if name == "this":
        return lower_this(f, node)
    if name in SUPERGLOBALS:
        return lower_superglobal(f, node)
    if f.uses_table:
        return f.at(node, f"table_get(z_table, {quote(name)})")
    local = variable(name)
    if f.is_reference(name):
        if name not in f.assigned:
            f.maybe_unassigned.add(name)
            return f.at(node, f"ref_get({local}, {quote(name)})")
        held = f.temporary()
        return f"({held} if type({held} := {local}.v) is not StringBuilder else {held}.join())"
    code = local
    if name in f.facts.appended:
        code = f"({local} if type({local}) is not StringBuilder else {local}.join())"
    if name in f.caught:
        code = f"settled({code})"
    if name not in f.assigned:
        f.maybe_unassigned.add(name)
        return f"({code} if {local} is not MISSING else {f.at(node, f'undefined_variable({quote(name)})')})"
    return code


def lower_this(f: FunctionCompiler, node: nodes.Variable) -> str:
    """`$this`; an Error where there is none."""
    if f.kind == "method" and f.has_this:
        return "v_this"
    if f.kind == "closure":
        return f"(v_this if v_this is not None else {f.at(node, 'no_this()')})"
    if f.kind == "include":
        return f"(v_this if v_this is not None else {f.at(node, 'no_this()')})"
    return f.at(node, "no_this()")


def lower_superglobal(f: FunctionCompiler, node: nodes.Variable) -> str:
    """`$_SERVER` and the others."""
    if node.name == "GLOBALS":
        return "globals_array()"
    return f.at(node, f"superglobal_get({quote(str(node.name))})")


def read_quietly(f: FunctionCompiler, node: Any) -> str:
    """The value for `isset`, `??` and `empty`: null where there is none, no warning."""
    if isinstance(node, nodes.Variable):
        if not isinstance(node.name, str):
            return f"table_quiet({table(f)}, {f.string(node.name)})"
        name = node.name
        if name == "this":
            return (
                "v_this"
                if f.kind in ("method", "closure", "include") and (f.has_this or f.kind != "method")
                else "None"
            )
        if name in SUPERGLOBALS:
            return f"superglobal_quiet({quote(name)})" if name != "GLOBALS" else lower_superglobal(f, node)
        if f.uses_table:
            return f"table_quiet(z_table, {quote(name)})"
        local = variable(name)
        if f.is_reference(name):
            if name not in f.assigned:
                f.maybe_unassigned.add(name)
                return f"ref_quiet({local})"
            return lower_variable(f, node)
        if name in f.assigned:
            return lower_variable(f, node)
        f.maybe_unassigned.add(name)
        code = lower_appended(f, name)
        return f"({code} if {local} is not MISSING else None)"
    chain = short_circuit(f, node, read_quietly)
    if chain is not None:
        return chain
    if isinstance(node, nodes.Index) and node.index is not None:
        global_name = global_element(f, node)
        if global_name is not None:
            return f"table_quiet(ctx.globals, {global_name})"
        base = base_quietly(f, node)
        return f.at(node, f"isset_element({base}, {f.expression(node.index)})")
    if isinstance(node, nodes.Property):
        info = own_property(f, node)
        if info is not None and info.get_hook is None:
            held = f.temporary()
            slow = f.at(node, f"isset_property(v_this, {property_name(f, node.name)}, {scope_code(f)})")
            return f"({held} if ({held} := v_this.__dict__.get({quote(info.attribute)})) is not None else {slow})"
        base = base_quietly(f, node)
        return f.at(node, f"isset_property({base}, {property_name(f, node.name)}, {scope_code(f)})")
    if isinstance(node, nodes.StaticProperty):
        return f.at(
            node, f"static_quiet({class_reference(f, node.class_, for_isset=True)}, {property_name(f, node.name)})"
        )
    if isinstance(node, nodes.ClassConstant):
        return f.expression(node)
    return f.expression(node)


def base_quietly(f: FunctionCompiler, node: Any) -> str:
    """What an element or property is one of, as `read_quietly`; there must be a `$this` for its own to be asked for."""
    if isinstance(node.base, nodes.Variable) and node.base.name == "this":
        return lower_this(f, node.base)
    return read_quietly(f, node.base)


def lower_appended(f: FunctionCompiler, name: str) -> str:
    """A local that may hold a string builder, joined."""
    local = variable(name)
    if name in f.facts.appended:
        return f"({local} if type({local}) is not StringBuilder else {local}.join())"
    return local


@lowers(nodes.Index)
def lower_index(f: FunctionCompiler, node: nodes.Index) -> str:
    """`$a[k]`  becomes  `aget(v_a, k)`."""
    if node.index is None:
        from engine.compiler.writing import container

        return f.at(node, f"({container(f, node.base)}, no_append_read())")
    chain = short_circuit(f, node, FunctionCompiler.expression)
    if chain is not None:
        return chain
    name = global_element(f, node)
    if name is not None:
        return f.at(node, f"global_get({name})")
    base_node = on_line(node.base, last_line(node.index))
    if is_read_late(f, base_node, node.index):
        first, index = computed_first(f, node.index)
        return f"({first}, {lower_index(f, nodes.Index(node.line, base_node, index))})[1]"
    base = f.expression(base_node)
    if f.is_constant_expression:
        return f.at(node, f"constant_element({base}, {element_key(f, node.index)})")
    key = element_key(f, node.index)
    is_name = isinstance(node.index, nodes.Literal) and key[0] in "'\""
    return f.at(node, f"{'aget_name' if is_name else 'aget'}({base}, {key})")


@lowers(nodes.Property)
def lower_property(f: FunctionCompiler, node: nodes.Property) -> str:
    """`$o->x`  becomes  `v_o.p_x` where `v_o` is an object."""
    chain = short_circuit(f, node, FunctionCompiler.expression)
    if chain is not None:
        return chain
    if f.is_constant_expression:
        base_code = f.expression(node.base)
        return f.at(node, f"constant_property({base_code}, {property_name(f, node.name)})")
    if not isinstance(node.name, str) or not is_plain(node.name) or not node.name:
        base_code = f.expression(node.base)
        return f.at(node, f"fetch_property({base_code}, {property_name(f, node.name)}, {scope_code(f)})")
    if is_this(f, node.base):
        return f.at(node, f"v_this.{own_attribute(f, node.name)}")
    first, later = f.simple(node.base)
    name = quote(node.name)
    if f.unit.counts_handles and first != later:
        held_by_read = first[len(f"({later} := ") : -1]
        return f.at(node, f"fetch_property({held_by_read}, {name}, {scope_code(f)})")
    slow = f"fetch_property({later}, {name}, {scope_code(f)})"
    return f.at(node, f"({reach_property(f, first, later, node.name)} else {slow})")


def reach_property(f: FunctionCompiler, first: str, later: str, name: str) -> str:
    """`t.p_x if <t may be asked so>`: where reading an attribute is reading `$t->x` from the code being compiled."""
    root = protected_root(f, name)
    if root is None:
        return f"{later}.{attribute_for(f, name)} if isinstance({first}, PhpObject)"
    # Classes that are not related may each have a protected property of this name.
    return f"{later}.g_{name} if isinstance({first}, PhpObject) and {quote(root)} in {later}.ancestors"


@lowers(Result)
def lower_result(_f: FunctionCompiler, node: Result) -> str:
    """Its value."""
    return f"({node.code}.get() if type({node.code}) is Ref else {node.code})"


@lowers(Raw)
def lower_raw(_f: FunctionCompiler, node: Raw) -> str:
    """The text itself."""
    return node.code


@lowers(nodes.StaticProperty)
def lower_static_property(f: FunctionCompiler, node: nodes.StaticProperty) -> str:
    """`A::$x`."""
    chain = short_circuit(f, node, FunctionCompiler.expression)
    if chain is not None:
        return chain
    return f.at(node, f"{static_slot(f, node)}.get()")


def static_slot(f: FunctionCompiler, node: nodes.StaticProperty) -> str:
    """The Ref of a static property."""
    class_ = node.class_
    is_self = isinstance(class_, nodes.Name) and class_.kind == "unqualified" and class_.text.lower() == "self"
    if is_self and isinstance(node.name, str) and f.kind == "method":
        info = f.scope.static_properties.get(node.name)
        if info is not None and (info.visibility != 2 or info.declaring is f.scope):
            return f"own_static({f.constant(f.scope)}, {quote(node.name)})"
    return f"static_ref({class_reference(f, node.class_)}, {property_name(f, node.name)})"
