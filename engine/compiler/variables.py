"""Variables, elements, properties: reading, writing, references, isset and unset."""

from __future__ import annotations

import dataclasses
from typing import Any, Dict, List, Optional

from engine.analysis.checks.context import SUPERGLOBALS
from engine.compiler.compiler import FunctionCompiler, lowers, lowers_statement
from engine.compiler.emit import Raw, is_plain, quote, variable
from engine.compiler.operations import computed_first, is_read_late, last_line, on_line
from engine.runtime.values import canonical_int
from engine.syntax import nodes


def scope_code(f: FunctionCompiler) -> str:
    """A Python expression for the class whose code is being compiled."""
    if f.kind == "closure":
        return "z_closure.scope"
    if f.kind == "include":
        return "z_scope"
    return "None" if f.scope is None else f.constant(f.scope)


# ---------------------------------------------------------------- variables


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


def table(f: FunctionCompiler) -> str:
    """The symbol table of the running function."""
    return "z_table"


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


def class_reference(f: FunctionCompiler, class_: Any, *, for_isset: bool = False) -> str:
    """A Python expression for the PhpClass that a name or expression means."""
    from engine.compiler.classes import lower_class_reference

    return lower_class_reference(f, class_)


def property_name(f: FunctionCompiler, name: Any) -> str:
    """The property's name as a Python str."""
    if isinstance(name, str):
        return quote(name)
    return f.string(name)


# ---------------------------------------------------------------- elements


_CHAIN = (nodes.Property, nodes.MethodCall, nodes.Index)
_STATIC_CHAIN = (nodes.StaticProperty, nodes.StaticCall, nodes.ClassConstant)


def _link_field(node: Any) -> Optional[str]:
    """What of a node the rest of a chain hangs on, so that `?->` within it ends the whole."""
    if isinstance(node, _CHAIN):
        return "base"
    return "class_" if isinstance(node, _STATIC_CHAIN) and not isinstance(node.class_, nodes.Name) else None


def short_circuit(f: FunctionCompiler, node: Any, lower: Any, lower_whole: Any = None) -> Optional[str]:
    """`$a?->b->c()`  becomes  `(None if (t1 := v_a) is None else …)` around the whole chain; None without a `?->`."""
    chain = []
    current = node
    field = _link_field(node)
    while field is not None:
        chain.append(current)
        current = getattr(current, field)
        field = _link_field(current)
    deepest = next((place for place in range(len(chain) - 1, -1, -1) if getattr(chain[place], "nullsafe", False)), None)
    if deepest is None:
        return None
    held = f.temporary()
    first = lower(f, chain[deepest].base)
    rebuilt: Any = Raw(chain[deepest].line, held)
    for place in range(deepest, -1, -1):
        changes: Dict[str, Any] = {"nullsafe": False} if place == deepest else {}
        changes[str(_link_field(chain[place]))] = rebuilt
        rebuilt = dataclasses.replace(chain[place], **changes)
    saved = set(f.assigned)
    code = f"(None if ({held} := {first}) is None else {(lower_whole or lower)(f, rebuilt)})"
    f.assigned = saved
    return code


def global_element(f: FunctionCompiler, node: Any) -> Optional[str]:
    """The name, as Python code, of the global variable that `$GLOBALS[name]` is; None for all else."""
    if isinstance(node, nodes.Index) and node.index is not None and isinstance(node.base, nodes.Variable) \
            and node.base.name == "GLOBALS":  # fmt: skip
        return f.string(node.index)
    return None


@lowers(nodes.Index)
def lower_index(f: FunctionCompiler, node: nodes.Index) -> str:
    """`$a[k]`  becomes  `aget(v_a, k)`."""
    if node.index is None:
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


def element_key(f: FunctionCompiler, index: Any) -> str:
    """An index expression; "1" stays a string, which is what ArrayAccess gets."""
    return f.expression(index)


# ---------------------------------------------------------------- properties


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


def protected_root(f: FunctionCompiler, name: str) -> Optional[str]:
    """The class whose relatives share the protected property that code of this class means by `$other->name`."""
    info = None if f.scope is None or f.kind != "method" else f.scope.properties.get(name)
    if info is None or info.visibility != 1 or info.is_hooked or not is_plain(info.attribute):
        return None
    root = info.declaring
    parent = root.parent
    while parent is not None and parent.properties.get(name) is not None and parent.properties[name].visibility == 1:
        root = parent.properties[name].declaring
        parent = root.parent
    return str(root.lower_name)


class Result(Raw):
    """The name that holds what a call returned, which may be a reference."""


@lowers(Result)
def lower_result(_f: FunctionCompiler, node: Result) -> str:
    """Its value."""
    return f"({node.code}.get() if type({node.code}) is Ref else {node.code})"


@lowers(Raw)
def lower_raw(_f: FunctionCompiler, node: Raw) -> str:
    """The text itself."""
    return node.code


def is_this(f: FunctionCompiler, node: Any) -> bool:
    """Whether the expression is `$this` of a method."""
    return isinstance(node, nodes.Variable) and node.name == "this" and f.kind == "method" and f.has_this


def own_attribute(f: FunctionCompiler, name: str) -> str:
    """The attribute that `$this->name` means to the code being compiled, by what its class is known to declare."""
    scope = f.scope
    if scope is not None:
        info = scope.properties.get(name)
        if info is not None and is_plain(info.attribute) and (not info.is_hooked or f.hook_property == name):
            return str(info.attribute)
    return "p_" + name


def attribute_for(f: FunctionCompiler, name: str) -> str:
    """The attribute that `$other->name` means: a private one of this class where it has one, else a public one."""
    scope = f.scope
    if scope is not None:
        info = scope.properties.get(name)
        if info is not None and info.visibility == 2 and info.declaring is scope and is_plain(info.attribute):
            return str(info.attribute)
    return "p_" + name


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


def own_property(f: FunctionCompiler, node: Any) -> Any:
    """The PropertyInfo of `$this->x` where the class being compiled is known to have it, whatever the subclass."""
    if not (
        isinstance(node, nodes.Property) and isinstance(node.name, str) and is_this(f, node.base) and not node.nullsafe
    ):
        return None
    info = None if f.scope is None else f.scope.properties.get(node.name)
    if info is None or not is_plain(info.attribute) or info.attribute.startswith("r0_"):
        return None
    if info.visibility == 2 and info.declaring is not f.scope:
        return None
    return info


def is_plain_own_property(f: FunctionCompiler, node: Any) -> Optional[str]:
    """The attribute of `$this->x` when a write to it is a mere store, whatever subclass the object is of."""
    info = own_property(f, node)
    return str(info.attribute) if info is not None and info.is_plain and not f.scope.is_readonly else None


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


# ---------------------------------------------------------------- static properties


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


# ---------------------------------------------------------------- writing


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


# ---------------------------------------------------------------- references


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


def refuse_operation(f: FunctionCompiler, node: Any) -> None:
    """The error where the result of what PHP compiles to an operation of its own is written to."""
    from engine.compiler.arguments import gives_temporary

    if gives_temporary(f, node):
        raise f.error("Cannot use result of built-in function in write context", node.line)


def call_for_reference(f: FunctionCompiler, node: Any) -> str:
    """A call whose result may be a reference."""
    from engine.compiler.functions import lower_call_node

    return lower_call_node(f, node, keep_reference=True)


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


# ---------------------------------------------------------------- isset, empty, unset


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


# ---------------------------------------------------------------- global and static


@lowers_statement(nodes.Global)
def lower_global(f: FunctionCompiler, node: nodes.Global) -> None:
    """`global $x`  becomes  `v_x = global_ref('x')`."""
    for target in node.variables:
        if not isinstance(target.name, str):
            name = f.temporary()
            f.emit(f"{name} = {f.string(target.name)}")
            f.emit(f"table_bind({table(f)}, {name}, global_ref({name}))")
            continue
        if target.name == "this":
            raise f.error("Cannot use $this as global variable", node.line)
        if target.name in SUPERGLOBALS:
            # It is the global variable already: no more than `$_GET = &$_GET`.
            f.emit(f"superglobal({quote(target.name)})")
            continue
        if f.uses_table:
            f.emit(f"table_bind(z_table, {quote(target.name)}, global_ref({quote(target.name)}))")
            continue
        f.assign_name(target.name)
        f.emit(f"{variable(target.name)} = global_ref({quote(target.name)})")


@lowers_statement(nodes.StaticDeclaration)
def lower_static(f: FunctionCompiler, node: nodes.StaticDeclaration) -> None:
    """`static $x = 1`  becomes  a Ref kept under a key of the declaration in the context."""
    for declared in node.variables:
        if declared.name == "this":
            raise f.error("Cannot use $this as static variable", node.line)
        key = static_key(f, declared)
        local = f"z_table[{quote(declared.name)}]" if f.uses_table else variable(declared.name)
        statics = "z_closure.statics" if f.kind == "closure" else "ctx.static_variables"
        # The initial value may read the variable as it was.
        slot = f.temporary()
        f.emit(f"{slot} = {statics}.get({key})")
        f.emit(f"if {slot} is None:")
        f.indent += 1
        value = "None" if declared.initial is None else f.copied(declared.initial)
        f.emit(f"{slot} = first_static({statics}, {key}, {value})")
        f.indent -= 1
        f.assign_name(declared.name)
        if declared.name in f.global_slots or (declared.name in SUPERGLOBALS and f.kind == "main"):
            f.emit(f"{local} = table_bind(ctx.globals, {quote(declared.name)}, {slot})")
        else:
            f.emit(f"{local} = {f'hold({slot})' if f.uses_table else slot}")


def static_key(f: FunctionCompiler, declared: nodes.StaticVariable) -> str:
    """A name for the static variable's key: one per declaration and, in methods, per class."""
    key = StaticKey(declared.name)
    if f.info is not None:
        # For reflection, which shows what static variables hold.
        f.info.__dict__.setdefault("static_keys", {})[declared.name] = (key, declared.initial)
    return f.constant(key)


class StaticKey:
    """Identifies one static variable of one function."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name
