"""Parameters, results, arguments, closures, `yield`."""

from __future__ import annotations

from typing import Callable, List, Optional, Union

from engine.analysis.checks import types
from engine.analysis.checks.constant_expressions import check_constant
from engine.analysis.checks.context import SUPERGLOBALS, Context, Function, FunctionScope, fatal
from engine.analysis.checks.control_structures import check_jumps
from engine.analysis.checks.properties import check_asymmetry, check_hooks
from engine.analysis.checks.variables import is_nullsafe, mark_written
from engine.syntax import nodes

Leave = Optional[Callable[[Context], None]]

_GENERATOR_TYPES = frozenset(("traversable", "iterator", "generator"))


def enter_function(context: Context, node: Function) -> Leave:
    """Go into a function of any kind."""
    scope = FunctionScope(node)
    context.functions.append(scope)
    result = hook_result(context, node) if isinstance(node, nodes.PropertyHook) else node.return_type
    if result is not None:
        scope.return_type = types.compiled(context, result, node.line)
        check_generator_type(scope, node.line)
        if node.by_ref and "void" in scope.return_type.builtin and not isinstance(node, nodes.PropertyHook):
            name = function_name(context, node)
            context.deprecate(f"{name}(): Returning by reference from a void function is deprecated", node.line)
    check_parameters(context, node)
    if isinstance(node, nodes.Closure):
        # What a closure captures and its static variables share one table.
        scope.static_variables.update(use.name for use in node.uses)
    if isinstance(node, nodes.Closure):
        check_uses(node)
    elif isinstance(node, nodes.ArrowFunction):
        mark_result(context, node, node.body)
    return leave_function


def function_name(context: Context, node: Function) -> str:
    """What messages call a function."""
    if isinstance(node, nodes.MethodDeclaration):
        return f"{context.class_name}::{node.name}"
    if isinstance(node, nodes.FunctionDeclaration):
        return context.qualified(node.name)
    return f"{{closure:{context.filename}:{node.line}}}"


def hook_result(context: Context, hook: nodes.PropertyHook) -> Optional[nodes.TypeNode]:
    """`get` returns what its property holds, `set` nothing."""
    if hook.name.lower() == "get":
        return context.hooked_properties[id(hook)][1]
    return nodes.NamedType(hook.line, nodes.Name(hook.line, "void", "unqualified"))


def leave_function(context: Context) -> None:
    """Go out of a function."""
    check_jumps(context.functions.pop())


def check_function(context: Context, node: nodes.FunctionDeclaration) -> Leave:
    """A function declaration."""
    name = context.qualified(node.name)
    if node.name.lower() == "assert":
        fatal("Defining a custom assert() function is not allowed, as the function has special semantics", node.line)
    if name.lower() == "__autoload":
        fatal("__autoload() is no longer supported, use spl_autoload_register() instead", node.line)
    imported = context.imports["function"].get(node.name.lower())
    if imported is not None and imported.lower() != name.lower():
        fatal(f"Cannot redeclare function {name}() (previously declared as local import)", node.line)
    if id(node) not in context.top_level:
        return enter_function(context, node)
    context.declared["function"].add(name.lower())
    before = context.known_functions.get(name.lower())
    if before is not None:
        place = f"{context.filename}:{before.line}"
        fatal(f"Cannot redeclare function {name}() (previously declared in {place})", node.line)
    enter_function(context, node)

    def leave(context: Context) -> None:
        leave_function(context)
        # Calls from within its own body do not see it yet.
        context.known_functions[name.lower()] = node

    return leave


def check_parameters(context: Context, node: Function) -> None:
    """The parameters, their types and defaults."""
    seen: List[str] = []
    is_variadic = False
    for parameter in node.parameters or ():
        line = node.line
        name = parameter.name
        if name in SUPERGLOBALS:
            fatal(f"Cannot re-assign auto-global variable {name}", line)
        if name in seen:
            fatal(f"Redefinition of parameter ${name}", line)
        if name == "this":
            fatal("Cannot use $this as parameter", line)
        if is_variadic:
            fatal("Only the last parameter can be variadic", line)
        seen.append(name)
        is_variadic = parameter.variadic
        if is_variadic and parameter.default is not None:
            fatal("Variadic parameter cannot have a default value", line)
        if parameter.default is not None:
            check_constant(context, parameter.default, allow_new=True)
        if parameter.type is not None:
            check_parameter_type(context, parameter, parameter.type, line)
        if parameter.modifiers or parameter.hooks is not None:
            check_promotion(context, node, parameter)


def check_parameter_type(context: Context, parameter: nodes.Parameter, type_node: nodes.TypeNode, line: int) -> None:
    """A parameter's type, and whether its default fits."""
    type_ = types.compiled(context, type_node, line)
    for word in ("void", "never"):
        if word in type_.builtin:
            fatal(f"{word} cannot be used as a parameter type", line)
    literal = types.literal_type(parameter.default)
    is_promoted = bool(parameter.modifiers or parameter.hooks is not None)
    if literal is None or (literal == "null" and not is_promoted):
        return
    if not types.accepts(type_, literal):
        fatal(
            f"Cannot use {types.value_name(literal)} as default value for parameter ${parameter.name} of type {type_}",
            line,
        )


def check_promotion(context: Context, node: Function, parameter: nodes.Parameter) -> None:
    """A parameter that declares a property."""
    line = node.line
    class_ = context.class_
    if class_ is None or not isinstance(node, nodes.MethodDeclaration) or node.name.lower() != "__construct":
        fatal("Cannot declare promoted property outside a constructor", line)
    if "abstract" in node.modifiers or class_.kind == "interface":
        fatal("Cannot declare promoted property in an abstract constructor", line)
    if parameter.variadic:
        fatal("Cannot declare variadic promoted property", line)
    if any(parameter.name == element.name for element in _properties(class_)):
        fatal(f"Cannot redeclare {context.class_name}::${parameter.name}", line)
    if parameter.type is not None:
        type_ = types.compiled(context, parameter.type, line)
        if "callable" in type_.builtin:
            fatal(f"Property {context.class_name}::${parameter.name} cannot have type {type_}", line)
    elif "readonly" in parameter.modifiers or "readonly" in class_.modifiers:
        fatal(f"Readonly property {context.class_name}::${parameter.name} must have type", line)
    check_asymmetry(
        f"{context.class_name}::${parameter.name}", parameter.modifiers, line, has_type=parameter.type is not None
    )
    if parameter.hooks is not None:
        check_hooks(context, parameter.name, parameter.modifiers, parameter.type, parameter.hooks, parameter, line)


def _properties(class_: nodes.ClassDeclaration) -> List[nodes.PropertyElement]:
    return [
        element
        for member in class_.members
        if isinstance(member, nodes.PropertyDeclaration)
        for element in member.elements
    ]


def check_uses(node: nodes.Closure) -> None:
    """The captured variables of a closure."""
    seen: List[str] = []
    parameters = {parameter.name for parameter in node.parameters}
    for use in node.uses:
        if use.name == "this":
            fatal("Cannot use $this as lexical variable", use.line)
        if use.name in SUPERGLOBALS:
            fatal("Cannot use auto-global as lexical variable", use.line)
        if use.name in seen:
            fatal(f"Cannot use variable ${use.name} twice", use.line)
        if use.name in parameters:
            fatal(f"Cannot use lexical variable ${use.name} as a parameter name", use.line)
        seen.append(use.name)


def mark_result(context: Context, function: Function, value: Optional[nodes.Expression]) -> None:
    """What a function gives back by reference is written to."""
    if function.by_ref and value is not None and not context.function.is_generator:
        if isinstance(value, (nodes.Variable, nodes.Index, nodes.Property, nodes.StaticProperty)) and is_nullsafe(
            value
        ):
            fatal("Cannot take reference of a nullsafe chain", value.line)
        mark_written(context, value)


def check_return(context: Context, node: nodes.Return) -> None:
    """`return` in a function with a return type."""
    scope = context.function
    if scope.node is None:
        return
    mark_result(context, scope.node, node.value)
    type_ = scope.return_type
    if type_ is None or scope.is_generator:
        return
    noun = "method" if context.class_ is not None else "function"
    if "void" in type_.builtin:
        if node.value is None:
            return
        advice = ""
        if types.literal_type(node.value) == "null":
            advice = ' (did you mean "return;" instead of "return null;"?)'
        fatal(f"A void {noun} must not return a value{advice}", node.line)
    if "never" in type_.builtin:
        fatal(f"A never-returning {noun} must not return", node.line)
    if node.value is None:
        advice = ' (did you mean "return null;" instead of "return;"?)' if "null" in type_.builtin else ""
        fatal(f"A {noun} with return type must return a value{advice}", node.line)


def check_generator_type(scope: FunctionScope, line: int) -> None:
    """The return type of a generator is that of the object it makes."""
    type_ = scope.return_type
    if type_ is not None and "object" not in type_.builtin and scope.is_generator:
        names = [name for name in type_.classes if isinstance(name, str)]
        if not any(name.lower() in _GENERATOR_TYPES for name in names):
            fatal(f"Generator return type must be a supertype of Generator, {type_} given", line)


def check_yield(context: Context, node: Union[nodes.Yield, nodes.YieldFrom]) -> None:
    """`yield` in a function that may be a generator."""
    scope = context.function
    if scope.node is None:
        fatal('The "yield" expression can only be used inside a function', node.line)
    if isinstance(node, nodes.YieldFrom):
        if scope.node.by_ref:
            fatal('Cannot use "yield from" inside a by-reference generator', node.line)
    elif scope.node.by_ref and node.value is not None:
        if is_nullsafe(node.value) and not isinstance(node.value, (nodes.MethodCall, nodes.StaticCall)):
            fatal("Cannot take reference of a nullsafe chain", node.line)
        mark_written(context, node.value)


def check_arguments(context: Context, node: Union[nodes.Call, nodes.MethodCall, nodes.StaticCall, nodes.New]) -> None:
    """The arguments of any call."""
    if node.arguments is None:
        if isinstance(node, nodes.MethodCall) and is_nullsafe(node):
            fatal("Cannot combine nullsafe operator with Closure creation", node.line)
        return
    refuse_wrong_order(node.arguments)
    parameters = _known_parameters(context, node)
    for position, argument in enumerate(node.arguments):
        # A function that is not known yet may take its argument by reference.
        may_be_written = parameters is None or _takes_reference(parameters, position)
        if may_be_written and isinstance(argument.value, (nodes.Index, nodes.Property)):
            mark_written(context, argument.value)


def _known_parameters(context: Context, node: nodes.Node) -> Optional[List[nodes.Parameter]]:
    if isinstance(node, nodes.Call) and isinstance(node.callee, nodes.Name) and node.callee.kind == "unqualified":
        function = context.known_functions.get(context.qualified(node.callee.text).lower())
        return None if function is None else function.parameters
    return None


def _takes_reference(parameters: List[nodes.Parameter], position: int) -> bool:
    if position < len(parameters):
        return parameters[position].by_ref
    return bool(parameters) and parameters[-1].variadic and parameters[-1].by_ref


def refuse_wrong_order(arguments: List[nodes.Argument], at: Optional[int] = None, *, unique: bool = False) -> None:
    """Positional arguments come first, then unpacked ones, then named ones; a repeated name may be found late."""
    names: List[str] = []
    unpacked = False
    for argument in arguments:
        line = at or argument.line
        if argument.unpack:
            if names:
                fatal("Cannot use argument unpacking after named arguments", line)
            unpacked = True
        elif argument.name is not None:
            if unique and argument.name in names:
                fatal(f"Duplicate named parameter ${argument.name}", line)
            names.append(argument.name)
        elif names:
            fatal("Cannot use positional argument after named argument", line)
        elif unpacked:
            fatal("Cannot use positional argument after argument unpacking", line)
