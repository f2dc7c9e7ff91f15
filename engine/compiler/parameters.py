"""How a function begins: its parameters, their defaults and types, and what a closure captured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List

from engine.compiler import returns
from engine.compiler.compiler import FunctionCompiler, declared_type
from engine.compiler.emit import is_plain, quote, variable
from engine.runtime.unit import DEFAULTED
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.compiler.function_bodies import DeclaredFunction
    from engine.runtime.functions import FunctionInfo


def emit_parameters(
    f: FunctionCompiler, declared: DeclaredFunction, plain: List[Any], variadic: Any, modified: set[str]
) -> None:
    """Defaults, checks of types, and where a function keeps what it is given; `modified` is written to within it."""
    info = declared.info
    reassigned = _reassigned(declared.node)
    if info.required:
        last = variable(plain[info.required - 1].name)
        names = ", ".join(variable(parameter.name) for parameter in plain)
        f.emit(f"if {last} is MISSING: raise too_few({f.constant(info)}, count_passed([{names}], ()))")
    if f.uses_table:
        f.emit("z_table = {}")
    for position, parameter in enumerate(plain):
        f.line = parameter.line
        local = variable(parameter.name)
        f.is_constant_expression = True
        _emit_default(f, parameter, local)
        f.is_constant_expression = False
        if parameter.by_ref:
            f.emit(f"if type({local}) is not Ref: {local} = Ref({local})")
        _emit_type_check(f, info, position, local, is_ref=parameter.by_ref)
        _place_parameter(f, parameter, local, modified)
        declared_as = info.parameters[position].type
        if declared_as is not None and not parameter.by_ref and parameter.name not in modified and \
                f.is_local(parameter.name) and parameter.name not in reassigned:  # fmt: skip
            known = declared_type(declared_as)
            if known is not None:
                f.variable_types[parameter.name] = known
    if variadic is not None:
        _emit_variadic(f, info, variadic, len(plain))
    for parameter in declared.node.parameters:
        if (parameter.modifiers or parameter.hooks is not None) and declared.scope is not None:
            source = f.copied(nodes.Variable(parameter.line, parameter.name))
            promoted = declared.scope.properties.get(parameter.name)
            if parameter.by_ref:
                bound = f"{quote(parameter.name)}, {variable(parameter.name)}"
                f.emit(f"bind_property(v_this, {bound}, {f.constant(f.scope)})")
            elif promoted is not None and promoted.is_direct and is_plain(promoted.attribute):
                # The parameter's type, which is the property's, was checked already.
                f.emit(f"v_this.{promoted.attribute} = {source}")
            elif promoted is not None:
                f.emit(f"initialize_property(v_this, {f.constant(promoted)}, {source})")


def emit_captured(f: FunctionCompiler, declared: DeclaredFunction, modified: set[str]) -> None:
    """The variables that a closure took with it."""
    if declared.kind != "closure":
        return
    node = declared.node
    is_closure = isinstance(node, nodes.Closure)
    for number, name in enumerate(declared.captured):
        by_ref = is_closure and node.uses[number].by_ref
        if f.uses_table:
            value = f"z_closure.captured[{number}]"
            f.emit(f"table_capture(z_table, {quote(name)}, {value})")
            continue
        local = variable(name)
        if by_ref:
            f.facts.references.add(name)
            f.emit(f"{local} = z_closure.captured[{number}]")
            f.assign_name(name)
            continue
        f.emit(f"{local} = z_closure.captured[{number}]")
        if is_closure:
            f.assign_name(name)
        else:
            f.maybe_unassigned.discard(name)
        if f.is_reference(name):
            f.emit(f"{local} = Ref(shared({local}))" if is_closure else f"{local} = capture_ref({local})")
        elif name in modified:
            f.emit(f"if type({local}) is PhpArray: {local} = {local}.share()")
        else:
            f.borrowed.add(name)


def _emit_default(f: FunctionCompiler, parameter: Any, local: str) -> None:
    if parameter.default is None:
        return
    f.emit(f"if {local} is MISSING:")
    f.indent += 1
    f.line = parameter.default.line
    f.is_spread = False
    # The second name tells traces, which do not show it, that the default serves.
    f.emit(f"{local} = {DEFAULTED}{local} = {f.copied(parameter.default)}")
    f.indent -= 1
    f.line = parameter.line


def _emit_type_check(f: FunctionCompiler, info: FunctionInfo, position: int, local: str, *, is_ref: bool) -> None:
    declared = info.parameters[position].type
    if declared is None or declared.accepts_mixed:
        return
    value = f"{local}.v" if is_ref else local
    test = returns.inline_test(f, declared, None)
    type_, function = f.constant(declared), f.constant(info)
    call = f"accept_argument({type_}, {value}, {function}, {position}, {returns.scope_codes(f)})"
    if test is None:
        f.emit(f"{value} = {call}")
    else:
        f.emit(f"if not ({test.replace('?', value)}): {value} = {call}")


def _place_parameter(f: FunctionCompiler, parameter: Any, local: str, modified: set[str]) -> None:
    name = parameter.name
    if f.uses_table:
        held = f"hold({local})" if parameter.by_ref else f"Ref(shared({local}))"
        f.emit(f"z_table[{quote(name)}] = {held}")
        return
    f.assign_name(name)
    if parameter.by_ref:
        f.facts.references.add(name)
        return
    if f.is_reference(name):
        f.emit(f"{local} = Ref(shared({local}))")
    elif name in modified:
        f.emit(f"if type({local}) is PhpArray: {local} = {local}.share()")
    else:
        f.borrowed.add(name)


def _emit_variadic(f: FunctionCompiler, info: FunctionInfo, parameter: Any, position: int) -> None:
    local = variable(parameter.name)
    make = "rest_references" if parameter.by_ref else "rest_array"
    f.emit(f"{local} = {make}({local})")
    if info.parameters[position].type is not None:
        f.emit(f"check_rest({local}, {f.constant(info)}, {position}, {returns.scope_codes(f)})")
    if f.uses_table:
        f.emit(f"z_table[{quote(parameter.name)}] = Ref({local})")
    else:
        if f.is_reference(parameter.name):
            f.emit(f"{local} = Ref({local})")
        f.assign_name(parameter.name)


def _reassigned(function: Any) -> set[str]:
    """The variables that are ever assigned as a whole in a function's own body."""
    from engine.analysis.walk import own_nodes

    body = function.body if isinstance(function.body, list) else [function.body]
    found: set[str] = set()

    def add(target: Any) -> None:
        if isinstance(target, nodes.Variable) and isinstance(target.name, str):
            found.add(target.name)
        elif isinstance(target, nodes.ArrayLiteral):
            for item in target.items:
                if item is not None:
                    add(item.value)

    for node in own_nodes(body or []):
        kind = type(node)
        if kind in (nodes.Assign, nodes.AssignOp, nodes.AssignRef, nodes.IncDec):
            add(node.target)
            if kind is nodes.AssignRef:
                add(node.value)
        elif kind is nodes.Foreach:
            add(node.value)
            add(node.key)
        elif kind is nodes.Catch and node.variable is not None:
            found.add(node.variable)
        elif kind is nodes.Unset:
            for target in node.targets:
                add(target)
        elif kind in (nodes.Global, nodes.StaticDeclaration):
            found.update(variable_.name for variable_ in node.variables if isinstance(variable_.name, str))
    return found
