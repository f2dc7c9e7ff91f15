"""global and static: the variables that functions share."""

from __future__ import annotations

from engine.analysis.checks.context import SUPERGLOBALS
from engine.compiler.compiler import FunctionCompiler, lowers_statement
from engine.compiler.emit import quote, variable
from engine.compiler.places import table
from engine.syntax import nodes


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
