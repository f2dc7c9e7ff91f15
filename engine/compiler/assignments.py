"""Assignment as an expression: `=`, `+=` and its kind, `??=`, `++` and `--`."""

from __future__ import annotations

from typing import Any, List

from engine.analysis.checks.context import SUPERGLOBALS
from engine.compiler.compiler import FunctionCompiler, lowers
from engine.compiler.emit import Raw, is_plain, quote, variable
from engine.compiler.places import (
    attribute_for,
    element_key,
    global_element,
    is_this,
    own_property,
    property_name,
    scope_code,
    table,
)
from engine.compiler.reading import reach_property, read_quietly, static_slot
from engine.compiler.references import reference
from engine.compiler.writing import (
    assign,
    container,
    hoist_keys,
    hoist_parts,
    lower_property_write,
    object_for_update,
    own_store,
)
from engine.runtime.values import INT_MAX, INT_MIN
from engine.syntax import nodes


@lowers(nodes.Assign)
def lower_assign(f: FunctionCompiler, node: nodes.Assign) -> str:
    """`$x = y` as an expression."""
    target = node.target
    if isinstance(target, nodes.ArrayLiteral):
        return lower_destructuring(f, target, node.value)
    if isinstance(target, nodes.Index):
        before: List[str] = []
        target = hoist_keys(f, target, before)
        code = assign(f, target, f.copied(node.value))
        return f"({', '.join(before)}, {code})[-1]" if before else code
    if isinstance(target, nodes.Property):
        return lower_property_write(f, target, f.copied(node.value), node.value)
    return assign(f, target, f.copied(node.value))


def lower_destructuring(f: FunctionCompiler, pattern: nodes.ArrayLiteral, value: Any) -> str:
    """`[$a, $b] = value`; with references in the pattern, `value` is a variable whose elements are referenced."""
    from engine.compiler.references import bind, destructure

    if not _has_reference(pattern):
        # The right side is held by its own handle while its elements are stored: `[$a, $b] = [$b, $a]`.
        return destructure(f, pattern, f.copied(value))
    steps: List[str] = []

    def walk(current: nodes.ArrayLiteral, base: str) -> None:
        position = 0
        for item in current.items:
            if item is None:
                position += 1
                continue
            key = quote(position) if item.key is None else element_key(f, item.key)
            position += 1
            if item.by_ref:
                steps.append(bind(f, item.value, f"element_ref({base}, {key})"))
            elif isinstance(item.value, nodes.ArrayLiteral) and _has_reference(item.value):
                inner = f.temporary()
                steps.append(f"({inner} := element_for_write({base}, {key}))")
                walk(item.value, inner)
            else:
                copy = f.temporary()
                element = f"({copy} if type({copy} := list_get({base}, {key})) is not PhpArray else {copy}.share())"
                steps.append(assign(f, item.value, element))

    base = f.temporary()
    if isinstance(value, (nodes.Call, nodes.MethodCall, nodes.StaticCall)) and value.arguments is not None:
        from engine.compiler.writing import call_for_reference

        steps.append(f.at(value, f"({base} := referenced_result({call_for_reference(f, value)}))"))
    else:
        steps.append(f"({base} := {container(f, value)})")
    walk(pattern, base)
    return f"({', '.join(steps)}, {base})[-1]"


def _has_reference(pattern: nodes.ArrayLiteral) -> bool:
    return any(
        item is not None
        and (item.by_ref or (isinstance(item.value, nodes.ArrayLiteral) and _has_reference(item.value)))
        for item in pattern.items
    )


@lowers(nodes.AssignOp)
def lower_assign_op(f: FunctionCompiler, node: nodes.AssignOp) -> str:
    """`$x += y` as an expression."""
    target = node.target
    if node.operator == "??":
        return lower_assign_coalesce(f, node)
    if isinstance(target, nodes.Variable) and isinstance(target.name, str) and target.name not in SUPERGLOBALS:
        if target.name == "this":
            # Computed, and kept nowhere.
            return operate(f, node, target, node.value)
        return assign_op_variable(f, node, target)
    global_name = global_element(f, target)
    if global_name is not None:
        slot = f.temporary()
        new = operate(f, node, Raw(node.line, f"{slot}.get()"), node.value)
        return f"(({slot} := {f.at(node, f'global_ref_read({global_name})')}), set_ref({slot}, {new}))[1]"
    if isinstance(target, nodes.Index):
        return assign_op_element(f, node, target)
    if isinstance(target, nodes.Property):
        return assign_op_property(f, node, target)
    if isinstance(target, nodes.StaticProperty):
        slot = f.temporary()
        new = operate(f, node, Raw(node.line, f"{slot}.get()"), node.value)
        return f"(({slot} := {static_slot(f, target)}), set_ref({slot}, {new}))[1]"
    if isinstance(target, nodes.Variable):
        slot = f.temporary()
        if isinstance(target.name, str):
            first = f.at(node, f"superglobal_read({quote(target.name)})")
        else:
            first = f"table_ref_read({table(f)}, {f.string(target.name)})"
        new = operate(f, node, Raw(node.line, f"{slot}.get()"), node.value)
        return f"(({slot} := {first}), set_ref({slot}, {new}))[1]"
    if isinstance(target, nodes.ArrayLiteral):
        raise f.error("Cannot use temporary expression in write context", node.line)
    return assign(f, target, "None")


def operate(f: FunctionCompiler, node: nodes.AssignOp, left: Any, right: Any) -> str:
    """`left op right`."""
    return f.expression(nodes.Binary(node.line, node.operator, left, right))


def assign_op_variable(f: FunctionCompiler, node: nodes.AssignOp, target: nodes.Variable) -> str:
    """`$x op= y` for a named variable."""
    if node.operator == "." and f.is_local(str(target.name)):
        local = variable(str(target.name))
        text = f.string(node.value)
        f.expression(target)  # for what it notes about the variable
        f.assign_name(str(target.name))
        held = f.temporary()
        return (
            f"(({held} := {text}), {local}.append({held}) if type({local}) is StringBuilder else "
            f"({local} := append_text({_raw_read(f, target)}, {held})), {_joined(local)})[2]"
        )
    if f.uses_table:
        slot = f.temporary()
        new = operate(f, node, Raw(node.line, f"{slot}.get()"), node.value)
        first = f.at(node, f"table_ref_read(z_table, {quote(target.name)})")
        return f"(({slot} := {first}), set_ref({slot}, {new}))[1]"
    return assign(f, target, operate(f, node, target, node.value))


def _joined(local: str) -> str:
    return f"({local} if type({local}) is not StringBuilder else {local}.join())"


def _raw_read(f: FunctionCompiler, target: nodes.Variable) -> str:
    """A local that holds no builder, read; undefined it warns."""
    local = variable(str(target.name))
    if target.name in f.maybe_unassigned:
        return f"({local} if {local} is not MISSING else undefined_variable({quote(target.name)}))"
    return local


def append_statement(f: FunctionCompiler, target: nodes.Variable, value: Any) -> bool:
    """`$s .= x;` as a statement; False when the target is not a plain local."""
    name = str(target.name)
    if f.uses_table or not f.is_local(name):
        if not f.uses_table and f.is_reference(name) and name in f.assigned:
            text = f.string(value)
            f.emit(f"append_to_ref({variable(name)}, {text})")
            return True
        return False
    local = variable(name)
    if name not in f.assigned:
        f.maybe_unassigned.add(name)
    text = f.string(value)
    raw = _raw_read(f, target) if name not in f.assigned else local
    held = f.temporary()
    f.emit(f"{held} = {text}")
    f.emit(f"if type({local}) is StringBuilder: {local}.append({held})")
    f.emit(f"else: {local} = append_text({raw}, {held})")
    f.assign_name(name)
    return True


def assign_op_element(f: FunctionCompiler, node: nodes.AssignOp, target: nodes.Index) -> str:
    """`$a[k] op= y`: the container is found once, the element read, the result stored."""
    before: List[str] = []
    target = hoist_keys(f, target, before)
    base, key = f.temporary(), f.temporary()
    storage = container(f, target.base, is_read=True)
    if target.index is None:
        held = operate(f, node, Raw(node.line, f.at(target, f"append_old({base})")), node.value)
        steps = [*before, f"({base} := {storage})", f"aappend({held}, {base})"]
        return f"({', '.join(steps)})[-1]"
    first_key = updated_key(f, target.index, base)
    value = node.value
    if not isinstance(value, (nodes.Literal, nodes.Variable, nodes.Constant)):
        # PHP looks at the container when it has the value.
        held = f.temporary()
        before.append(f"({held} := {f.expression(value)})")
        value = Raw(value.line, held)
    old = f"(aget({base}, {key}) if type({base}) is PhpArray else aget_to_update({base}, {key}))"
    new = operate(f, node, Raw(node.line, f.at(target, old)), value)
    steps = [
        *before,
        f"({base} := {storage})",
        f"({key} := {first_key})",
        f.at(target, f"aset_deep({new}, {base}, {key})"),
    ]
    return f"({', '.join(steps)})[-1]"


def updated_key(f: FunctionCompiler, index: Any, base: str) -> str:
    """The key of an element that is read, then written: what PHP complains of in it is said once."""
    code = element_key(f, index)
    if f.type_of(index) in ("int", "string"):
        return code
    held = f.temporary()
    return f"({held} if type({held} := {code}) is int or type({held}) is str else written_key({base}, {held}))"


def assign_op_property(f: FunctionCompiler, node: nodes.AssignOp, target: nodes.Property) -> str:
    """`$o->x op= y`."""
    info = own_property(f, target)
    if info is not None:
        binary = nodes.Binary(
            node.line, node.operator, Raw(node.line, f.at(target, f"v_this.{info.attribute}")), node.value
        )
        stored = own_store(f, target, f.expression(binary), binary)
        if stored is not None:
            return stored
    base = f.temporary()
    first = object_for_update(f, target.base)
    name = target.name
    steps = [f"({base} := {first})"]
    if not isinstance(name, str):
        dynamic = f.temporary()
        steps.append(f"({dynamic} := {f.string(name)})")
        name = Raw(target.line, dynamic)
    if isinstance(name, str) and is_plain(name) and name and not is_this(f, target.base):
        attribute = attribute_for(f, name)
        slow = f"property_for_update({base}, {quote(name)}, {scope_code(f)})"
        read = f"({reach_property(f, base, base, name)} else {slow})"
        new = operate(f, node, Raw(node.line, f.at(target, read)), node.value)
        steps.append(
            f.at(target, f"assign_property({base}, {quote(attribute)}, {quote(name)}, {new}, {scope_code(f)})")
        )
        return f"({', '.join(steps)})[-1]"
    read_code = f.at(target, f"property_for_update({base}, {property_name(f, name)}, {scope_code(f)})")
    new = operate(f, node, Raw(node.line, read_code), node.value)
    steps.append(f.at(target, f"write_any_property({base}, {property_name(f, name)}, {new}, {scope_code(f)})"))
    return f"({', '.join(steps)})[-1]"


def lower_assign_coalesce(f: FunctionCompiler, node: nodes.AssignOp) -> str:
    """`$x ??= y`."""
    held = f.temporary()
    before: List[str] = []
    target = hoist_parts(f, node.target, before)
    read = read_quietly(f, target)
    saved = set(f.assigned)
    write = assign(f, target, f.copied(node.value))
    # What the value assigns on its way has one only where the value was needed.
    f.assigned = saved | (f.assigned & {target.name} if isinstance(target, nodes.Variable) else set())
    code = f"({held} if ({held} := {read}) is not None else {write})"
    return f"({', '.join(before)}, {code})[-1]" if before else code


@lowers(nodes.IncDec)
def lower_inc_dec(f: FunctionCompiler, node: nodes.IncDec) -> str:
    """`$i++` as an expression."""
    target: Any = node.target
    helper, sign, bound = ("increment", "+", INT_MAX) if node.operator == "++" else ("decrement", "-", INT_MIN)
    if isinstance(target, nodes.Variable) and isinstance(target.name, str) and f.is_local(target.name) \
            and target.name not in SUPERGLOBALS:  # fmt: skip
        if target.name == "this":
            return f.at(node, f"{helper}({f.expression(target)})")
        local = variable(target.name)
        read = f.expression(target)
        f.assign_name(target.name)
        held = f.temporary()
        new = f"({held} {sign} 1 if type({held}) is int and {held} != {bound} else {f.at(node, f'{helper}({held})')})"
        if node.prefix:
            return f"(({held} := {read}), ({local} := {new}), {local})[2]"
        return f"(({held} := {read}), ({local} := {new}), {held})[2]"
    old, slot = f.temporary(), f.temporary()
    global_name = global_element(f, target)
    if isinstance(target, (nodes.Variable, nodes.StaticProperty)) or global_name is not None:
        if global_name is not None:
            first = f.at(target, f"global_ref_read({global_name})")
        elif isinstance(target, nodes.StaticProperty):
            first = static_slot(f, target)
        elif isinstance(target.name, str) and target.name in SUPERGLOBALS:
            first = f.at(target, f"superglobal_read({quote(target.name)})")
        elif not isinstance(target.name, str):
            first = f"table_ref_read({table(f)}, {f.string(target.name)})"
        elif f.uses_table:
            first = f"table_ref_read(z_table, {quote(target.name)})"
        elif target.name in f.assigned:
            first = reference(f, target)
        else:
            first = f.at(
                target, f"({variable(target.name)} := ref_read({variable(target.name)}, {quote(target.name)}))"
            )
            f.maybe_unassigned.add(target.name)
            f.assign_name(target.name)
        result = f"step_ref({slot}, {old}, {f.at(node, f'{helper}({old})')})"
        kept, place = ("", 2) if node.prefix else (f"{old}, ", 3)
        return f"(({slot} := {first}), ({old} := {slot}.get()), {result}, {kept})[{place}]"
    if isinstance(target, nodes.Index):
        before: List[str] = []
        target = hoist_keys(f, target, before)
        key = f.temporary()
        steps = [*before, f"({slot} := {container(f, target.base, is_read=True)})"]
        if target.index is None:
            new = f.temporary()
            steps.append(f"({old} := {f.at(target, f'append_old_step({slot})')})")
            steps.append(f"({new} := {f.at(node, f'{helper}({old})')})")
            steps.append(f.at(target, f"append_step({new}, {slot})"))
            return f"({', '.join(steps)}, {new if node.prefix else old})[-1]"
        steps += [
            f"({key} := {updated_key(f, target.index, slot)})",
            f"({old} := {f.at(target, f'aget_step({slot}, {key})')})",
        ]
        steps.append(f"aset_step({f.at(node, f'{helper}({old})')}, {slot}, {key})")
    elif isinstance(target, nodes.Property):
        info = own_property(f, target)
        new = f"({old} {sign} 1 if type({old}) is int and {old} != {bound} else {f.at(node, f'{helper}({old})')})"
        stored = None if info is None else own_store(f, target, new, None)
        if info is not None and stored is not None:
            stored = stored.replace("write_own(", "step_own(")
            steps = [f"({old} := {f.at(target, f'v_this.{info.attribute}')})", stored]
        else:
            steps = [f"({slot} := {object_for_update(f, target.base)})"]
            name = property_name(f, target.name)
            if not isinstance(target.name, str):
                dynamic = f.temporary()
                steps.append(f"({dynamic} := {name})")
                name = dynamic
            steps.append(f"({old} := {f.at(target, f'property_for_step({slot}, {name}, {scope_code(f)})')})")
            steps.append(
                f.at(target, f"step_property({slot}, {name}, {f.at(node, f'{helper}({old})')}, {scope_code(f)})")
            )
    else:
        return assign(f, target, "None")
    if not node.prefix:
        steps.append(old)
    return f"({', '.join(steps)})[-1]"
