"""Arguments of calls: values, references to what they name, temporaries."""

from __future__ import annotations

from typing import Any, Callable, Dict, List

from engine.analysis.walk import own_nodes
from engine.compiler.compiler import FunctionCompiler, declared_type
from engine.compiler.emit import quote
from engine.compiler.references import bind_reference, reference
from engine.syntax import nodes

LVALUES = (nodes.Variable, nodes.Index, nodes.Property, nodes.StaticProperty)

# What PHP compiles to operations of their own where so many arguments are given, one after the other.
_OPERATIONS: Dict[str, Callable[[int], bool]] = {
    "array_key_exists": lambda count: count == 2,
    "call_user_func": lambda count: count > 0,
    "call_user_func_array": lambda count: count == 2,
    "count": lambda count: count == 1,
    "get_called_class": lambda count: count == 0,
    "get_class": lambda count: count <= 1,
    "sizeof": lambda count: count == 1,
    "strlen": lambda count: count == 1,
}


# Besides them, what PHP compiles to casts, tests of types and the like.
_INLINED = frozenset(
    """boolval chr defined doubleval floatval func_get_args func_num_args gettype in_array intval is_array is_bool
    is_double is_float is_int is_integer is_long is_null is_object is_resource is_scalar is_string ord strval""".split()
)


def has_complex_arguments(node: Any) -> bool:
    """Whether the call spreads or names arguments."""
    return any(argument.unpack or argument.name is not None for argument in node.arguments)


def any_by_ref(target: Any, node: Any) -> bool:
    """Whether an argument of the call is taken by reference."""
    return any(target.by_ref(position) for position in range(len(node.arguments)))


def argument_values(f: FunctionCompiler, node: Any) -> List[str]:
    """The arguments, all by value."""
    return [passed_value(f, node, position) for position in range(len(node.arguments))]


def passed_value(f: FunctionCompiler, node: Any, position: int) -> str:
    """One argument by value. `f($a, array_shift($a))`: what a later one may change is not lent."""
    value = node.arguments[position].value
    if _may_change(value, [later.value for later in node.arguments[position + 1 :]]):
        return f.copied(value)
    return argument_value(f, value)


_QUIET = (nodes.Literal, nodes.Variable, nodes.Constant, nodes.ClassConstant)


def _may_change(value: Any, later: List[Any]) -> bool:
    """Whether evaluating `later` arguments may change the variable that `value` is."""
    if not (isinstance(value, nodes.Variable) and isinstance(value.name, str)):
        return False
    for other in later:
        if isinstance(other, _QUIET):
            continue
        changes = mentions = False
        for inner in own_nodes([other]):
            if isinstance(
                inner, (nodes.Call, nodes.Assign, nodes.AssignOp, nodes.IncDec, nodes.MethodCall, nodes.StaticCall)
            ):
                changes = True
            elif isinstance(inner, nodes.Variable) and inner.name == value.name:
                mentions = True
        if changes and mentions:
            return True
    return False


def argument_value(f: FunctionCompiler, value: Any) -> str:
    """An argument passed by value to a function of a script: a local's array is lent, any other is shared."""
    if isinstance(value, nodes.Variable) and isinstance(value.name, str) and f.is_local(value.name):
        return f.expression(value)
    return f.copied(value)


def takes_no_array(parameters: Any, position: int) -> bool:
    """Whether the declared type of the parameter refuses arrays, so that none needs a handle of its own."""
    if position >= len(parameters) or parameters[position].variadic or parameters[position].type is None:
        return False
    return declared_type(parameters[position].type) not in (None, "array")


def by_ref_argument(f: FunctionCompiler, value: Any, function: str, position: int, parameter: str = "") -> str:
    """An argument for a reference parameter."""
    if is_nullsafe(value):
        return f.at(
            value, f"refuse_by_ref({quote(function)}, {position + 1}, {quote(parameter)}, {f.expression(value)})"
        )
    refuse_temporary(f, value)
    if isinstance(value, LVALUES) and not (isinstance(value, nodes.Variable) and value.name == "GLOBALS"):
        return reference(f, value)
    if isinstance(value, (nodes.Call, nodes.MethodCall, nodes.StaticCall)) and not gives_temporary(f, value):
        from engine.compiler.functions import lower_call_node

        return f"result_as_ref({lower_call_node(f, value, keep_reference=True)})"
    if isinstance(value, nodes.New):
        return f"result_as_ref({f.copied(value)})"
    if isinstance(value, nodes.AssignRef):
        return bind_reference(f, value)
    return f.at(value, f"refuse_by_ref({quote(function)}, {position + 1}, {quote(parameter)}, {f.expression(value)})")


def refuse_temporary(f: FunctionCompiler, value: Any) -> None:
    """Refuse `[1, 2][0]` for what is known to be a reference parameter."""
    while isinstance(value, nodes.Index):
        value = value.base
        if isinstance(value, nodes.ArrayLiteral):
            raise f.error("Cannot use temporary expression in write context", value.line)


def is_nullsafe(value: Any) -> bool:
    """Whether an expression has a `?->`, so that there may be no variable behind it."""
    while isinstance(value, (nodes.Property, nodes.Index)):
        if getattr(value, "nullsafe", False):
            return True
        value = value.base
    return False


def parameter_name(parameters: Any, position: int) -> str:
    """The name of the parameter that takes an argument; empty for one of a variadic's."""
    if position >= len(parameters):
        return ""
    parameter = parameters[position]
    return "" if getattr(parameter, "variadic", False) else str(parameter.name)


def gives_temporary(f: FunctionCompiler, node: Any) -> bool:
    """Whether PHP compiles the call to an operation whose result cannot be passed by reference."""
    if not isinstance(node, nodes.Call) or not isinstance(node.callee, nodes.Name) or has_complex_arguments(node):
        return False
    full, fallback = f.names.function_name(node.callee)
    name = full.lower()
    if fallback not in (None, full) or name.startswith("call_user_func"):
        return False
    return name in _INLINED or (name in _OPERATIONS and _OPERATIONS[name](len(node.arguments or ())))


def is_operation(node: nodes.Call, builtin: Any) -> bool:
    """Whether PHP compiles the call of a builtin, known by its name, to an operation of its own."""
    takes = _OPERATIONS.get(builtin.name)
    return takes is not None and takes(len(node.arguments or ()))
