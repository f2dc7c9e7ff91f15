"""Assigning to variables, elements and properties, and what holds them while that is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional

from engine.analysis.checks.context import SUPERGLOBALS
from engine.compiler.emit import Raw, is_plain, quote, variable
from engine.compiler.places import (
    Result,
    attribute_for,
    element_key,
    global_element,
    is_this,
    own_attribute,
    own_property,
    property_name,
    scope_code,
    table,
)
from engine.compiler.reading import lower_this, read_quietly, static_slot
from engine.runtime.values import canonical_int
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.compiler.compiler import FunctionCompiler


def lower_property_write(f: FunctionCompiler, node: nodes.Property, value: str, source: Any = None) -> str:
    """`$o->x = value` as an expression; `value` is evaluated after the object."""
    own = own_store(f, node, value, source)
    if own is not None:
        return own
    base = object_for_write(f, node.base)
    if isinstance(node.name, str) and is_plain(node.name) and node.name:
        attribute = own_attribute(f, node.name) if is_this(f, node.base) else attribute_for(f, node.name)
        return f.at(node, f"assign_property({base}, {quote(attribute)}, {quote(node.name)}, {value}, {scope_code(f)})")
    return f.at(node, f"write_any_property({base}, {property_name(f, node.name)}, {value}, {scope_code(f)})")


def own_store(f: FunctionCompiler, node: Any, value: str, source: Any) -> Optional[str]:
    """A Python expression for `$this->x = value` of a typed or readonly property of the class; None for others."""
    info = own_property(f, node)
    if (
        info is None
        or info.get_hook is not None
        or info.set_hook is not None
        or info.set_visibility == 2 != info.visibility
    ):
        return None
    constant = f.constant(info)
    if info.is_readonly or not info.is_direct:
        if info.declaring is not f.scope:
            return None
        return f.at(node, f"write_own(v_this, {constant}, {value})")
    if info.type is None:
        return f"set_attribute(v_this, {quote(info.attribute)}, {value})"
    from engine.compiler.returns import filled_test, inline_test

    test = inline_test(f, info.type, source)
    held = f.temporary()
    store = f"set_attribute(v_this, {quote(info.attribute)}, {held})"
    if test is None:
        return f.at(node, f"write_own(v_this, {constant}, {value})")
    if test == "True":
        return f"set_attribute(v_this, {quote(info.attribute)}, {value})"
    slow = f.at(node, f"write_own(v_this, {constant}, {held})")
    return f"({store} if {filled_test(test, held, value)} else {slow})"


def assign(f: FunctionCompiler, target: Any, value: str, *, is_simple: bool = False) -> str:
    """A Python expression that stores `value` in `target` and has the value; `value` may be any Python expression."""
    if isinstance(target, nodes.Variable):
        return assign_variable(f, target, value)
    if isinstance(target, nodes.Index):
        return assign_element(f, target, value)
    if isinstance(target, nodes.Property):
        return lower_property_write(f, target, value)
    if isinstance(target, nodes.StaticProperty):
        return f.at(target, f"set_static({static_slot(f, target)}, {value})")
    if isinstance(target, nodes.ArrayLiteral):
        from engine.compiler.references import destructure

        return destructure(f, target, value)
    if isinstance(target, nodes.Call):
        raise f.error("Can't use function return value in write context", target.line)
    if isinstance(target, (nodes.MethodCall, nodes.StaticCall)):
        raise f.error("Can't use method return value in write context", target.line)
    raise f.error("Cannot use temporary expression in write context", target.line)


def assign_variable(f: FunctionCompiler, target: nodes.Variable, value: str) -> str:
    """`$x = value` as an expression."""
    if not isinstance(target.name, str):
        return f"table_set({table(f)}, {f.string(target.name)}, {value})"
    name = target.name
    if name == "this":
        raise f.error("Cannot re-assign $this", target.line)
    if name in SUPERGLOBALS:
        if name == "GLOBALS":
            raise f.error("$GLOBALS can only be modified using the $GLOBALS[$name] = $value syntax", target.line)
        return f"set_ref(superglobal({quote(name)}), {value})"
    if f.uses_table:
        return f"table_set(z_table, {quote(name)}, {value})"
    local = variable(name)
    if f.is_reference(name):
        if f"({local} := " in value:
            # The value binds the variable to another reference: `$f = function () use (&$f) {…}`.
            held = f.temporary()
            f.maybe_unassigned.add(name)
            f.assign_name(name)
            return f"(({held} := {value}), set_ref(({local} := own_ref({local})), {held}))[1]"
        if name in f.assigned or name in f.global_slots:
            f.assign_name(name)
            return f"set_ref({local}, {value})"
        f.maybe_unassigned.add(name)
        f.assign_name(name)
        return f"set_ref(({local} := own_ref({local})), {value})"
    f.assign_name(name)
    return f"({local} := {value})"


def container(f: FunctionCompiler, node: Any, *, is_read: bool = False) -> str:
    """A Python expression for the array handle or object in `node`, to write into; null becomes a new array.

    What `is_read` too, on the way to `+=` or `++`, is complained of where it is not there.
    """
    if isinstance(node, nodes.Variable):
        return variable_container(f, node, is_read=is_read)
    global_name = global_element(f, node)
    if global_name is not None:
        found = "global_ref_read(" if is_read else "table_ref(ctx.globals, "
        return f"ref_for_write({found}{global_name}))"
    if isinstance(node, nodes.Index):
        base = container(f, node.base, is_read=is_read)
        if node.index is None:
            return f.at(node, f"append_for_write({base})")
        step = "element_for_update" if is_read else "element_for_write"
        return f.at(node, f"{step}({base}, {element_key(f, node.index)})")
    if isinstance(node, nodes.Property):
        if node.nullsafe:
            raise f.error("Can't use nullsafe operator in write context", node.line)
        return property_container(f, node)
    if isinstance(node, nodes.StaticProperty):
        return f.at(node, f"ref_for_write({static_slot(f, node)})")
    if isinstance(node, Result):
        return f"result_container({node.code})"
    if isinstance(node, Raw):
        return node.code
    if isinstance(node, (nodes.Call, nodes.MethodCall, nodes.StaticCall)) and node.arguments is not None:
        refuse_operation(f, node)
        return f"result_container({call_for_reference(f, node)})"
    # What is written to for certain was refused before; this is an argument whose parameter may be a reference.
    return f.at(node, f"temporary_container({f.expression(node)})")


def variable_container(f: FunctionCompiler, node: nodes.Variable, *, is_read: bool = False) -> str:
    """As `container`, for a variable."""
    if not isinstance(node.name, str):
        return f"ref_for_write({'table_ref_read' if is_read else 'table_ref'}({table(f)}, {f.string(node.name)}))"
    name = node.name
    if name == "this":
        return lower_this(f, node)
    if name == "GLOBALS":
        return "globals_proxy()"
    if name in SUPERGLOBALS:
        return f.at(node, f"ref_for_write({'superglobal_read' if is_read else 'superglobal'}({quote(name)}))")
    if f.uses_table:
        return f"ref_for_write({'table_ref_read' if is_read else 'table_ref'}(z_table, {quote(name)}))"
    local = variable(name)
    if f.is_reference(name):
        if name not in f.assigned:
            f.maybe_unassigned.add(name)
            f.assign_name(name)
            made = f"ref_read({local}, {quote(name)})" if is_read else f"own_ref({local})"
            return f"ref_for_write(({local} := {made}))"
        return f"ref_for_write({local})"
    if name not in f.assigned:
        f.maybe_unassigned.add(name)
        f.assign_name(name)
        nothing = f"undefined_variable({quote(name)})" if is_read else "None"
        held = f"({local} if {local} is not MISSING else {nothing})"
        return f"({local} if type({local}) is PhpArray else ({local} := container({held})))"
    return f"({local} if type({local}) is PhpArray else ({local} := container({local})))"


def property_container(f: FunctionCompiler, node: nodes.Property) -> str:
    """As `container`, for a property."""
    base = object_for_write(f, node.base)
    info = own_property(f, node)
    if info is not None and info.is_direct:
        plain = info.attribute
        held = f.temporary()
        name = property_name(f, node.name)
        slow = f"property_for_write(v_this, {name}, {scope_code(f)})"
        return f.at(node, f"({held} if type({held} := v_this.{plain}) is PhpArray else {slow})")
    return f.at(node, f"property_for_write({base}, {property_name(f, node.name)}, {scope_code(f)})")


def object_for_write(f: FunctionCompiler, node: Any) -> str:
    """The object in `node`, which is about to have a property written."""
    if isinstance(node, nodes.Index):
        return element_object(f, node)
    if isinstance(node, nodes.Variable) and node.name != "this":
        return read_quietly(f, node)
    if isinstance(node, nodes.Property) and not node.nullsafe and not is_this(f, node.base):
        base = object_for_write(f, node.base)
        return f.at(node, f"property_for_object({base}, {property_name(f, node.name)}, {scope_code(f)})")
    if isinstance(node, (nodes.ArrayLiteral, nodes.Literal)):
        return f.at(node, f"temporary_container({f.expression(node)})")
    refuse_operation(f, node)
    return f.expression(node)


def object_for_update(f: FunctionCompiler, node: Any) -> str:
    """As `object_for_write` for `+=` and `++`, which look at what is there: undefined variables are told of."""
    if isinstance(node, nodes.Variable):
        return f.expression(node)
    if isinstance(node, nodes.Property) and not node.nullsafe and not is_this(f, node.base):
        base = object_for_update(f, node.base)
        return f.at(node, f"property_between({base}, {property_name(f, node.name)}, {scope_code(f)})")
    return object_for_write(f, node)


def element_object(f: FunctionCompiler, node: nodes.Index) -> str:
    """`$a[k]` in `$a[k]->x = …`."""
    if node.index is None:
        return container(f, node)
    if global_element(f, node) is not None:
        return read_quietly(f, node)
    return f.at(node, f"element_for_object({container(f, node.base)}, {element_key(f, node.index)})")


def is_pure_key(index: Any) -> bool:
    """Whether an index expression may be evaluated after the assigned value without anyone noticing."""
    return (
        index is None
        or isinstance(index, (nodes.Literal, nodes.Constant, nodes.ClassConstant))
        or (isinstance(index, nodes.Variable) and isinstance(index.name, str))
    )


def assign_element(f: FunctionCompiler, target: nodes.Index, value: str) -> str:
    """`$a[k] = value` as an expression."""
    global_name = global_element(f, target)
    if global_name is not None:
        return f"table_set(ctx.globals, {global_name}, {value})"
    before: List[str] = []
    target = hoist_keys(f, target, before)
    base = target.base
    held = f.temporary()
    if (
        isinstance(base, nodes.Variable)
        and isinstance(base.name, str)
        and base.name not in SUPERGLOBALS
        and base.name != "this"
    ):
        code = assign_variable_element(f, base, target, value, held)
    elif isinstance(base, nodes.StaticProperty) or global_element(f, base) is not None \
            or (isinstance(base, nodes.Variable) and not isinstance(base.name, str)):  # fmt: skip
        helper, key = "append_in_variable", "None"
        if target.index is not None:
            helper, key = "set_in_variable", element_key(f, target.index)
        from engine.compiler.references import reference

        code = f.at(target, f"assign_in_ref({reference(f, base)}, {helper}, {key}, {value})")
    else:
        storage = container(f, base)
        if target.index is None:
            code = f.at(target, f"aappend({value}, {storage})")
        elif isinstance(target.index, nodes.Literal) and isinstance(target.index.value, str) \
                and canonical_int(target.index.value) is None and not isinstance(base, nodes.Index):  # fmt: skip
            code = f.at(target, f"aset_name({value}, {storage}, {quote(target.index.value)})")
        else:
            code = f.at(target, f"aset_deep({value}, {storage}, {element_key(f, target.index)})")
    if before:
        return f"({', '.join(before)}, {code})[-1]"
    return code


def hoist_keys(f: FunctionCompiler, target: Any, before: List[str]) -> Any:
    """The target with index expressions that may have effects moved into temporaries, in order."""
    if not isinstance(target, nodes.Index):
        return target
    base = hoist_keys(f, target.base, before)
    if is_pure_key(target.index):
        return nodes.Index(target.line, base, target.index) if base is not target.base else target
    name = f.temporary()
    before.append(f"({name} := {f.expression(target.index)})")
    return nodes.Index(target.line, base, Raw(target.line, name))


def hoist_parts(f: FunctionCompiler, target: Any, before: List[str]) -> Any:
    """The target of `??=`, evaluated once: what is no plain variable or key moves to `before`."""

    def keep(part: Any) -> Any:
        name = f.temporary()
        before.append(f"({name} := {f.expression(part)})")
        return Raw(part.line, name)

    if isinstance(target, nodes.Index):
        base = hoist_parts(f, target.base, before)
        index = target.index if is_pure_key(target.index) else keep(target.index)
        return nodes.Index(target.line, base, index)
    if isinstance(target, nodes.Property):
        base = hoist_parts(f, target.base, before)
        return nodes.Property(target.line, base, target.name if isinstance(target.name, str) else keep(target.name),
                              target.nullsafe)  # fmt: skip
    if isinstance(target, nodes.StaticProperty):
        name = target.name if isinstance(target.name, str) else keep(target.name)
        class_ = target.class_ if isinstance(target.class_, nodes.Name) else keep(target.class_)
        return nodes.StaticProperty(target.line, class_, name)
    if isinstance(target, nodes.Variable):
        return target if isinstance(target.name, str) else nodes.Variable(target.line, keep(target.name))
    if isinstance(target, (nodes.Call, nodes.MethodCall, nodes.StaticCall)) and target.arguments is not None:
        # The call may return a reference, through which the element is written.
        refuse_operation(f, target)
        name = f.temporary()
        before.append(f"({name} := {call_for_reference(f, target)})")
        return Result(target.line, name)
    return keep(target)


def assign_variable_element(
    f: FunctionCompiler, base: nodes.Variable, target: nodes.Index, value: str, held: str
) -> str:
    """`$x[k] = value`: the variable may hold an array, null, a string or an object."""
    assert isinstance(base.name, str)
    name = base.name
    if target.index is None:
        helper, key = "append_in_variable", ""
    else:
        helper, key = "set_in_variable", f", {element_key(f, target.index)}"
    if f.uses_table:
        return f.at(target, f"assign_in_ref(table_ref(z_table, {quote(name)}), {helper}{key or ', None'}, {value})")
    local = variable(name)
    if f.is_reference(name):
        if name in f.assigned or name in f.global_slots:
            slot = local
        else:
            f.maybe_unassigned.add(name)
            slot = f"({local} := own_ref({local}))"
        f.assign_name(name)
        return f.at(target, f"assign_in_ref({slot}, {helper}{key or ', None'}, {value})")
    old = local
    if name not in f.assigned:
        f.maybe_unassigned.add(name)
        old = f"({local} if {local} is not MISSING else None)"
        f.assign_name(name)
    if target.index is None:
        fast = f"aappend({held}, {local})"
        slow = f"({local} := append_in_variable({old}, {held}))"
    elif isinstance(target.index, nodes.Literal) and isinstance(target.index.value, str) and \
            canonical_int(target.index.value) is None:  # fmt: skip
        fast = f"aset_name({held}, {local}{key})"
        slow = f"({local} := set_in_variable({old}{key}, {held}))"
    else:
        fast = f"aset({held}, {local}{key})"
        slow = f"({local} := set_in_variable({old}{key}, {held}))"
    result = f"({held} if type({local}) is not str else written_letter({held}))"
    return f.at(target, f"(({held} := {value}), {fast} if type({local}) is PhpArray else {slow}, {result})[2]")


def refuse_operation(f: FunctionCompiler, node: Any) -> None:
    """The error where the result of what PHP compiles to an operation of its own is written to."""
    from engine.compiler.arguments import gives_temporary

    if gives_temporary(f, node):
        raise f.error("Cannot use result of built-in function in write context", node.line)


def call_for_reference(f: FunctionCompiler, node: Any) -> str:
    """A call whose result may be a reference."""
    from engine.compiler.functions import lower_call_node

    return lower_call_node(f, node, keep_reference=True)
