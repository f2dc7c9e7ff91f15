"""Calls: of named functions, of values, of methods; what takes its arguments by reference."""

from __future__ import annotations

from typing import Any, Callable, List, Optional

from engine.analysis.checks.context import SUPERGLOBALS
from engine.compiler.arguments import (
    LVALUES,
    any_by_ref,
    argument_values,
    by_ref_argument,
    gives_temporary,
    has_complex_arguments,
    is_nullsafe,
    is_operation,
    parameter_name,
    passed_value,
    refuse_temporary,
    takes_no_array,
)
from engine.compiler.compiler import FunctionCompiler, lowers
from engine.compiler.emit import END, MARK, Raw, is_plain, quote, variable
from engine.compiler.places import class_reference, element_key, is_this, property_name, scope_code, short_circuit
from engine.compiler.references import reference
from engine.compiler.special_functions import (
    CALLER_FUNCTIONS,
    SPECIAL,
)
from engine.compiler.writing import container
from engine.syntax import nodes

# ---------------------------------------------------------------- calls of named functions


@lowers(nodes.Call)
def lower_call(f: FunctionCompiler, node: nodes.Call) -> str:
    """`f(x)`."""
    return lower_call_node(f, node, keep_reference=False)


def lower_call_node(f: FunctionCompiler, node: Any, *, keep_reference: bool) -> str:
    """Any call. `keep_reference`: the Ref that a by-reference function returns is wanted, not its value."""
    if keep_reference and node.arguments is not None:
        return f.at(node, unknown_call(f, node, f"ReferenceCall({call_target(f, node)})", None))
    if isinstance(node, nodes.Call):
        return named_call(f, node) if isinstance(node.callee, nodes.Name) else value_call(f, node)
    return method_call(f, node) if isinstance(node, nodes.MethodCall) else static_call(f, node)


def call_target(f: FunctionCompiler, node: Any) -> str:
    """A Python expression for the callable of a call, found the slow way."""
    if isinstance(node, nodes.Call):
        if not isinstance(node.callee, nodes.Name):
            return f"callable_of({f.expression(node.callee)})"
        full, fallback = f.names.function_name(node.callee)
        declared = f.unit.functions.get(full.lower())
        if declared is not None and declared.is_unconditional:
            return f.constant(declared.user_function)
        return function_object(f, full, fallback)
    name = quote(node.name) if isinstance(node.name, str) else f.expression(node.name)
    if isinstance(node, nodes.MethodCall):
        return f"method_callable({f.expression(node.base)}, {name}, {scope_code(f)})"
    return static_target(f, node, name)


def static_target(f: FunctionCompiler, node: nodes.StaticCall, name: str) -> str:
    """A Python expression for the callable of `A::name()`."""
    owner = class_reference(f, node.class_)
    word = node.class_.text.lower() if isinstance(node.class_, nodes.Name) and node.class_.kind == "unqualified" else ""
    if word in ("parent", "self", "static"):
        return f"forwarded_method({owner}, {name}, {this_or_called(f)}, {scope_code(f)})"
    return f"static_callable_of({owner}, {name}, {scope_code(f)})"


def named_call(f: FunctionCompiler, node: nodes.Call) -> str:
    """A call of a function by name."""
    assert isinstance(node.callee, nodes.Name)
    full, fallback = f.names.function_name(node.callee)
    lowered = full.lower()
    short = (fallback or full).lower()
    special = SPECIAL.get(short)
    if special is not None and (fallback is not None or "\\" not in full):
        is_global = full.lower() == short or short in CALLER_FUNCTIONS or short == "assert"
        if node.arguments is not None and is_global:
            made = special(f, node)
            if made is not None:
                return f.at(node, made)
    if node.arguments is None:
        target = function_object(f, full, fallback)
        return f.at(node, f"closure_of_function({target})")
    declared = f.unit.functions.get(lowered)
    if declared is not None and declared.is_unconditional:
        return call_declared(f, node, declared)
    builtin = f.unit.library.find_function(short)
    if builtin is not None and declared is None:
        if fallback is None and "\\" not in full:
            return f.at(node, call_builtin(f, node, builtin))
        if fallback is not None and lowered not in f.unit.known_functions():
            entry = f.unit.builtin_entry(builtin)
            if not has_complex_arguments(node) and not any_by_ref(builtin, node):
                arguments = ", ".join(argument_values(f, node))
                name = f.constant(lowered) if not is_plain(lowered) else quote(lowered)
                chosen = f"({entry} if {name} not in ctx.functions else ctx.functions[{name}].entry)"
                return f.at(node, f"{chosen}({arguments})")
    known = f.unit.known_functions().get(lowered)
    if known is None and fallback is not None:
        known = f.unit.known_functions().get(short, builtin)
    target = function_object(f, full, fallback)
    return f.at(node, unknown_call(f, node, target, known))


def function_object(f: FunctionCompiler, full: str, fallback: Optional[str]) -> str:
    """A Python expression for the function of that name, whoever declares it."""
    if fallback is not None and fallback != full:
        return f"namespaced_function({quote(full)}, {quote(fallback)})"
    return f"require_function({quote(full)})"


def call_declared(f: FunctionCompiler, node: nodes.Call, declared: Any) -> str:
    """A call of a function that this file declares: directly, positionally."""
    assert node.arguments is not None
    info = declared.info
    name = f.unit.function_global(declared)
    if has_complex_arguments(node):
        target = f.constant(declared.user_function)
        return f.at(node, complex_call(f, node, target, info.parameter_by_ref))
    codes = []
    for position, argument in enumerate(node.arguments):
        if info.parameter_by_ref(position):
            name_ = parameter_name(info.parameters, position)
            codes.append(by_ref_argument(f, argument.value, info.display_name, position, name_))
        elif takes_no_array(info.parameters, position):
            codes.append(f.expression(argument.value))
        else:
            codes.append(passed_value(f, node, position))
    return f.at(node, f"{name}({', '.join(codes)})")


def call_builtin(f: FunctionCompiler, node: nodes.Call, builtin: Any) -> str:
    """A call of a builtin: its entry point, positionally; references are copied in and out of plain locals."""
    assert node.arguments is not None
    if has_complex_arguments(node):
        return complex_call(f, node, f.constant(builtin), builtin.by_ref)
    entry = f.unit.operation_entry(builtin) if is_operation(node, builtin) else f.unit.builtin_entry(builtin)
    if not any_by_ref(builtin, node):
        values = [builtin_argument(f, builtin, position, one.value) for position, one in enumerate(node.arguments)]
        return f"{entry}({', '.join(values)})"
    before: List[str] = []
    after: List[str] = []
    codes = []
    for position, argument in enumerate(node.arguments):
        value = argument.value
        if not builtin.by_ref(position):
            codes.append(builtin_argument(f, builtin, position, value))
            continue
        codes.append(builtin_reference(f, value, builtin, position, after))
    if not after:
        return f"{entry}({', '.join(codes)})"
    result = f.temporary()
    return f"({', '.join([*before, f'({result} := {entry}(' + ', '.join(codes) + '))', *after, result])})[-1]"


def builtin_argument(f: FunctionCompiler, builtin: Any, position: int, value: Any) -> str:
    """An argument passed by value to a builtin, which never keeps or changes it."""
    code = f.expression(value)
    if f.scope is not None and f.kind in ("method", "closure") and _is_callback_of_object(value):
        parameters = builtin.signature.parameters
        declared = parameters[position].type if position < len(parameters) else None
        if declared is not None and "callable" in declared.kinds:
            # A builtin would have to look at Python's frames for whose code it is that may call the method.
            return f"own_callback({code}, {scope_code(f)})"
    return code


def _is_callback_of_object(value: Any) -> bool:
    """Whether an argument is written `[$object, 'method']`."""
    if not isinstance(value, nodes.ArrayLiteral) or len(value.items) != 2:
        return False
    plain = [item.value for item in value.items if item and item.key is None and not item.by_ref and not item.unpack]
    if len(plain) != 2 or not isinstance(plain[0], nodes.Variable) or not isinstance(plain[1], nodes.Literal):
        return False
    return type(plain[1].value) is str and "::" not in plain[1].value


def builtin_reference(f: FunctionCompiler, value: Any, builtin: Any, position: int, after: List[str]) -> str:
    """An argument for a builtin's reference parameter."""
    prefers = builtin.prefers_ref(position) if hasattr(builtin, "prefers_ref") else False
    if isinstance(value, nodes.Variable) and value.name == "GLOBALS":
        return by_ref_argument(f, value, builtin.name, position, parameter_name(builtin.signature.parameters, position))
    if isinstance(value, nodes.Variable) and isinstance(value.name, str) and f.is_local(value.name) \
            and value.name not in SUPERGLOBALS and value.name != "this":  # fmt: skip
        local = variable(value.name)
        held = f.temporary()
        if value.name in f.assigned:
            read = f.expression(value)
        else:
            f.maybe_unassigned.add(value.name)
            read = f"({local} if {local} is not MISSING else None)"
            if value.name in f.facts.appended:
                read = f"stored({read})"
        after.append(f"({local} := {held}.get())")
        f.assign_name(value.name)
        return f"({held} := Ref({read}))"
    refuse_temporary(f, value)
    if isinstance(value, nodes.Index):
        base = container(f, value.base)
        if value.index is None:
            return f.at(value, f"append_element_ref({base})")
        return f.at(value, f"ElementSlot({base}, {element_key(f, value.index)})")
    if isinstance(value, nodes.Property):
        base = f.expression(value.base)
        return f.at(value, f"PropertySlot({base}, {property_name(f, value.name)}, {scope_code(f)})")
    if isinstance(value, LVALUES):
        return reference(f, value)
    if prefers:
        return f"Ref({f.expression(value)})"
    return by_ref_argument(f, value, builtin.name, position, parameter_name(builtin.signature.parameters, position))


def unknown_call(f: FunctionCompiler, node: Any, target: str, known: Any) -> str:
    """A call through a callable object that is found at run time."""
    if has_complex_arguments(node):
        held = f.temporary()
        by_ref = known.by_ref if known is not None else None
        return f"(({held} := {target}), {complex_call(f, node, held, by_ref)})[1]"
    lvalues = [argument for argument in node.arguments if isinstance(argument.value, LVALUES)]
    if isinstance(node, (nodes.StaticCall, nodes.MethodCall)):
        takes_reference = may_take_reference(f, node)
    elif isinstance(node.callee, nodes.Name):
        takes_reference = known is not None and any_by_ref(known, node)
    else:
        takes_reference = bool(node.arguments)
    if not lvalues and not takes_reference:
        return f"{target}({', '.join(argument_values(f, node))})"
    held = f.temporary()
    saved = set(f.assigned)
    fast = ", ".join(argument_values(f, node))
    f.assigned = set(saved)
    slow = by_ref_call(f, node, held)
    f.assigned = saved
    return f"({held}({fast}) if ({held} := {target}).by_ref_flags is None else {slow})"


def by_ref_call(f: FunctionCompiler, node: Any, target: str) -> str:
    """A call of a callable some of whose parameters are references, found out at run time."""
    codes: List[str] = []
    after: List[str] = []
    for position, argument in enumerate(node.arguments):
        value = argument.value
        if not isinstance(value, LVALUES) or is_nullsafe(value):
            codes.append(maybe_reference(f, value, target, position))
            continue
        if isinstance(value, nodes.Variable) and isinstance(value.name, str) and f.is_local(value.name) \
                and value.name not in SUPERGLOBALS and value.name != "this":  # fmt: skip
            # Not known to be a reference when this was compiled: the value goes in and comes back.
            local = variable(value.name)
            held = f.temporary()
            read = local
            if value.name not in f.assigned:
                f.maybe_unassigned.add(value.name)
                read = f"({local} if {local} is not MISSING else None)"
            if value.name in f.facts.appended:
                read = f"stored({read})"
            after.append(f"({local} := {held}.get() if {target}.by_ref({position}) else {local})")
            quiet = f.expression(value)
            codes.append(f"(({held} := Ref({read})) if {target}.by_ref({position}) else {quiet})")
            continue
        saved = set(f.assigned)
        by_reference = reference(f, value)
        f.assigned = saved
        codes.append(f"({by_reference} if {target}.by_ref({position}) else {f.copied(value)})")
    if not after:
        return f"{target}({', '.join(codes)})"
    result = f.temporary()
    return f"(({result} := {target}({', '.join(codes)})), {', '.join(after)}, {result})[-1]"


_RESULTS = (nodes.Call, nodes.MethodCall, nodes.StaticCall, nodes.New)


def maybe_reference(f: FunctionCompiler, value: Any, target: str, position: int) -> str:
    """An expression that is no variable, for a callable that may take it by reference: only a call's result may be."""
    saved = set(f.assigned)
    code = f.copied(value)
    if isinstance(value, _RESULTS) and value.arguments is not None and not gives_temporary(f, value):
        f.assigned = saved
        wanted = code if isinstance(value, nodes.New) else lower_call_node(f, value, keep_reference=True)
        return f"(result_as_ref({wanted}) if {target}.by_ref({position}) else {code})"
    return f.at(value, f"({code} if not {target}.by_ref({position}) else refuse_value({target}, {position}))")


def may_take_reference(f: FunctionCompiler, node: Any) -> bool:
    """Whether the call passes what is no variable to a parameter that, as far as is known, is a reference."""
    by_ref = f.unit.by_ref_of(f.names)(node)
    return by_ref is not None and any(by_ref(position) for position in range(len(node.arguments)))


def complex_call(f: FunctionCompiler, node: Any, target: str, by_ref: Optional[Callable[[int], bool]]) -> str:
    """A call with spread or named arguments: collected first, then put in order."""
    positional, named = f.temporary(), f.temporary()
    steps = [f"({positional} := [])", f"({named} := {{}})"]
    position = 0
    for argument in node.arguments:
        value = argument.value
        if argument.unpack:
            spread = f"spread_for({target}, {f.expression(value)}, {positional}, {named})"
            steps.append(f.at(argument, spread))
            continue
        if argument.name is not None:
            code = f.copied(value)
            if isinstance(value, LVALUES) and not is_nullsafe(value):
                if isinstance(value, nodes.Variable) and isinstance(value.name, str) and f.is_local(value.name):
                    code = f.copied(value)
                else:
                    saved = set(f.assigned)
                    slow = reference(f, value)
                    f.assigned = saved
                    code = f"({slow} if named_by_ref({target}, {quote(argument.name)}) else {code})"
            else:
                code = f"refuse_named({target}, {quote(argument.name)}, {positional}, {code})"
            steps.append(f"add_named({named}, {quote(argument.name)}, {code})")
            continue
        if isinstance(value, LVALUES) and by_ref is not None and by_ref(position):
            code = reference(f, value)
        else:
            code = f.copied(value)
        steps.append(f"{positional}.append({code})")
        position += 1
    steps.append(f"{target}(*bind_arguments({target}, {positional}, {named}))")
    return f"({', '.join(steps)})[-1]"


def value_call(f: FunctionCompiler, node: nodes.Call) -> str:
    """`$f(x)`  becomes  `(v_f.fn(v_f, x) if isinstance(v_f, Closure) else callable_of(v_f)(x))`."""
    if node.arguments is None:
        return f.at(node, f"closure_from_callable({f.expression(node.callee)})")
    if has_complex_arguments(node):
        return f.at(node, unknown_call(f, node, f"callable_of({f.expression(node.callee)})", None))
    first, name = f.simple(node.callee)
    if not name.startswith("t"):
        held = f.temporary()
        first, name = f"({held} := {first})", held
    saved = set(f.assigned)
    fast = ", ".join([name, *argument_values(f, node)])
    f.assigned = set(saved)
    slow = unknown_call(f, node, f"callable_of({name})", None)
    f.assigned = saved
    test = f"isinstance({first}, Closure)"
    if node.arguments:
        test += f" and {name}.by_ref_flags is None"
    return f.at(node, f"({name}.fn({fast}) if {test} else {slow})")


def is_local_value(f: FunctionCompiler, value: Any) -> bool:
    """Whether the argument is a plain local."""
    return isinstance(value, nodes.Variable) and isinstance(value.name, str) and f.is_local(value.name)


# ---------------------------------------------------------------- calls of methods


def method_call(f: FunctionCompiler, node: nodes.MethodCall) -> str:
    """`$o->m(x)`  becomes  `v_o.m_m(x)`."""
    chain = short_circuit(f, node, FunctionCompiler.expression)
    if chain is not None:
        return chain
    name = node.name
    if not isinstance(name, str) or not is_plain(name) or not name or name.lower() == "__invoke":
        return dynamic_method_call(f, node)
    own = is_this(f, node.base)
    if node.arguments is None:
        base_code = f.expression(node.base)
        return f.at(node, f"closure_of(method_callable({base_code}, {quote(name)}, {scope_code(f)}))")
    if own:
        direct = own_private_method(f, name)
        if direct is not None and not has_complex_arguments(node) and direct.info.by_ref_flags is None:
            codes = ["v_this", *argument_values(f, node)]
            if direct.is_static:
                codes[0] = "v_this.php_class"
            return f.at(node, f"{f.unit.method_global(direct)}({', '.join(codes)})")
        receiver, first = f"v_this.{'n_' if direct is None else 'm_'}{name}", "v_this"
        if direct is not None:
            receiver = f"scoped_method(v_this, {quote(name)}, {f.constant(f.scope)})"
    else:
        base_first, base = f.simple(node.base)
        first = base
        prefix = "m_"
        scope = f.scope
        known = None if scope is None or f.kind != "method" else scope.methods.get(name.lower())
        if known is not None and known.visibility == 1:
            receiver = f"({base}.n_{name} if isinstance({base_first}, PhpObject) else no_method({base}, {quote(name)}))"
        elif known is not None and known.visibility == 2 and scope is not None:
            receiver = f"scoped_method({base_first}, {quote(name)}, {f.constant(scope)})"
        elif isinstance(node.base, nodes.Variable) and node.base.name == "this":
            receiver = f"{base_first}.n_{name}"
        elif f.unit.counts_handles and base_first != base:
            # Nothing but the call holds what it is made on.
            held_by_call = base_first[len(f"({base} := ") : -1]
            # CPython says that the call stands where the attribute's name ends.
            place = f"{MARK}{node.line}{END}" if MARK in held_by_call else ""
            receiver = f"called_object({held_by_call}, {quote(name)}){place}.{prefix}{name}"
        else:
            receiver = (
                f"({base}.{prefix}{name} if isinstance({base_first}, PhpObject) else no_method({base}, {quote(name)}))"
            )
    if has_complex_arguments(node):
        held = f.temporary()
        receiver_code = first if own else base_first_of(f, node)
        method_object = f"method_callable({receiver_code}, {quote(name)}, {scope_code(f)})"
        return f.at(node, f"(({held} := {method_object}), {complex_call(f, node, held, None)})[1]")
    if any(isinstance(argument.value, LVALUES) for argument in node.arguments) or may_take_reference(f, node):
        held = f.temporary()
        saved = set(f.assigned)
        fast = ", ".join(argument_values(f, node))
        f.assigned = set(saved)
        slow = by_ref_call(f, node, held)
        f.assigned = saved
        return f.at(node, f"({held}({fast}) if type({held} := {receiver}) is not BoundByReference else {slow})")
    return f.at(node, f"{receiver}({', '.join(argument_values(f, node))})")


def base_first_of(f: FunctionCompiler, node: nodes.MethodCall) -> str:
    """The receiver, evaluated."""
    return f.expression(node.base)


def own_private_method(f: FunctionCompiler, name: str) -> Any:
    """The private method that `$this->name()` means in the class being compiled, or None."""
    scope = f.scope
    if scope is None:
        return None
    method = scope.methods.get(name.lower())
    if method is not None and method.visibility == 2 and method.declaring is scope and method.info is not None:
        return method
    return None


def dynamic_method_call(f: FunctionCompiler, node: nodes.MethodCall) -> str:
    """`$o->$name(x)`: the name may also hold a Closure."""
    base = f.expression(node.base)
    name = quote(node.name) if isinstance(node.name, str) else f.expression(node.name)
    target = f"method_callable({base}, {name}, {scope_code(f)})"
    if node.arguments is None:
        return f.at(node, f"closure_of({target})")
    return f.at(node, unknown_call(f, node, target, None))


@lowers(nodes.MethodCall, nodes.StaticCall)
def lower_method_call(f: FunctionCompiler, node: Any) -> str:
    """`$o->m(x)`, `A::m(x)`."""
    return lower_call_node(f, node, keep_reference=False)


def static_call(f: FunctionCompiler, node: nodes.StaticCall) -> str:
    """`A::m(x)`  becomes  `static_entry(A, 'm', 'm', scope)(A, x)`; `parent::m()` and the like keep `$this`."""
    chain = short_circuit(f, node, FunctionCompiler.expression)
    if chain is not None:
        return chain
    if f.hook_property is not None and isinstance(node.class_, nodes.StaticProperty) and isinstance(node.name, str):
        return parent_hook_call(f, node)
    name = quote(node.name) if isinstance(node.name, str) else f.expression(node.name)
    word = node.class_.text.lower() if isinstance(node.class_, nodes.Name) and node.class_.kind == "unqualified" else ""
    forwards = word in ("parent", "self", "static")
    known = known_method(f, node, word)
    if known is not None:
        return known_static_call(f, node, known)
    owner = class_reference(f, node.class_)
    is_plain_call = isinstance(node.name, str) and node.arguments is not None and not has_complex_arguments(node) \
        and not any(isinstance(argument.value, LVALUES) for argument in node.arguments) \
        and not may_take_reference(f, node)  # fmt: skip
    if is_plain_call and (not forwards or (word == "static" and f.kind == "method")):
        held = f.temporary()
        lowered = quote(str(node.name).lower())
        codes = ", ".join(argument_values(f, node))
        if not forwards:
            return f.at(node, f"static_entry(({held} := {owner}), {name}, {lowered}, {scope_code(f)})({held}, {codes})")
        first = this_or_called(f)
        entry = f"late_static_entry(({held} := {owner}), {name}, {lowered}, {first}, {scope_code(f)})"
        if f.has_this:
            method = f.scope.methods.get(str(node.name).lower())
            if method is None or not method.is_static:
                return f.at(node, f"forwarded_method({owner}, {name}, {first}, {scope_code(f)})({codes})")
            first = held
        else:
            first = held
        return f.at(node, f"{entry}({first}, {codes})")
    target = static_target(f, node, name)
    if node.arguments is None:
        return f.at(node, f"closure_of({target})")
    return f.at(node, unknown_call(f, node, target, None))


def parent_hook_call(f: FunctionCompiler, node: nodes.StaticCall) -> str:
    """`parent::$x::get()` within a hook of `$x`."""
    property_ = node.class_
    assert isinstance(property_, nodes.StaticProperty)
    lacks_parent = f.scope is not None and f.scope.parent is None and f.scope.kind != "trait"
    parent = "None" if lacks_parent else class_reference(f, property_.class_)
    codes = "".join(code + ", " for code in argument_values(f, node))
    names = f.constant(tuple(argument.name for argument in node.arguments or ()))
    name = property_name(f, property_.name)
    return f.at(node, f"parent_hook(v_this, {parent}, {name}, {quote(str(node.name).lower())}, ({codes}), {names})")


def known_method(f: FunctionCompiler, node: nodes.StaticCall, word: str) -> Any:
    """The method that `self::m()` or `parent::m()` certainly means, or None."""
    if word not in ("self", "parent") or f.kind != "method" or not isinstance(node.name, str) or node.arguments is None:
        return None
    owner = f.scope if word == "self" else f.scope.parent
    if owner is None or has_complex_arguments(node) or owner.kind == "trait":
        return None
    method = owner.methods.get(node.name.lower())
    if method is None or method.is_abstract or method.info is None or getattr(method.info, "declared", None) is None:
        return None
    if method.visibility == 2 and method.declaring is not f.scope:
        return None
    return method if method.is_static or f.has_this else None


def known_static_call(f: FunctionCompiler, node: nodes.StaticCall, method: Any) -> str:
    """A call of a method known when this is compiled."""
    info = method.info
    codes = []
    if not method.is_static:
        codes.append("v_this")
    else:
        codes.append("v_this.php_class" if f.has_this else "z_static")
    for position, argument in enumerate(node.arguments or ()):
        if info.parameter_by_ref(position):
            name = parameter_name(info.parameters, position)
            codes.append(by_ref_argument(f, argument.value, info.display_name, position, name))
        else:
            codes.append(passed_value(f, node, position))
    return f.at(node, f"{f.unit.method_global(method)}({', '.join(codes)})")


def this_or_called(f: FunctionCompiler) -> str:
    """What a forwarding static call passes on: `$this`, else the called class, else None."""
    if f.kind == "method":
        return "v_this" if f.has_this else "z_static"
    if f.kind == "closure":
        return "(v_this if v_this is not None else z_closure.called)"
    return "None"


@lowers(nodes.New)
def lower_new(f: FunctionCompiler, node: nodes.New) -> str:
    """`new A(x)`  becomes  `class_of('A').make(x)`."""
    if isinstance(node.class_, nodes.ClassDeclaration):
        from engine.compiler.classes import anonymous_class

        owner = anonymous_class(f, node.class_)
    else:
        owner = class_reference(f, node.class_)
    if has_complex_arguments(node):
        held = f.temporary()
        return f.at(node, f"(({held} := ConstructorCall({owner})), {complex_call(f, node, held, None)})[1]")
    if any(isinstance(argument.value, LVALUES) for argument in node.arguments) or may_take_reference(f, node):
        held = f.temporary()
        saved = set(f.assigned)
        fast = ", ".join(argument_values(f, node))
        f.assigned = set(saved)
        slow_target = f.temporary()
        slow = by_ref_call(f, node, slow_target)
        f.assigned = saved
        slow = f"(({slow_target} := ConstructorCall({held})), {slow})[1]"
        return f.at(node, f"({held}.make({fast}) if not ({held} := {owner}).takes_references else {slow})")
    values = argument_values(f, node)
    if any(isinstance(argument.value, nodes.New) for argument in node.arguments):
        # PHP numbers the object before those that its arguments make.
        return f.at(node, f"make_numbered({owner}, take_number(), {', '.join(values)})")
    return f.at(node, f"{owner}.make({', '.join(values)})")


def lower_pipe(f: FunctionCompiler, node: nodes.Binary) -> str:
    """`x |> f(...)`."""
    held = f.temporary()
    value = f.copied(node.left)
    right = node.right
    if isinstance(right, (nodes.Call, nodes.MethodCall, nodes.StaticCall)) and right.arguments is None:
        call: Any
        argument = [nodes.Argument(node.line, Raw(node.line, held))]
        if isinstance(right, nodes.Call):
            call = nodes.Call(right.line, right.callee, argument)
        elif isinstance(right, nodes.MethodCall):
            call = nodes.MethodCall(right.line, right.base, right.name, argument, right.nullsafe)
        else:
            call = nodes.StaticCall(right.line, right.class_, right.name, argument)
        return f"(({held} := {value}), {f.expression(call)})[1]"
    return f"(({held} := {value}), callable_of({f.expression(right)})({held}))[1]"
