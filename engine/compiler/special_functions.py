"""Functions that only the compiler can do or does better: those that look at their caller, and small ones inline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Dict, Optional

from engine.compiler.arguments import argument_values, has_complex_arguments
from engine.compiler.emit import quote, variable
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.compiler.compiler import FunctionCompiler


def lower_compact(f: FunctionCompiler, node: nodes.Call) -> Optional[str]:
    """`compact('a', 'b')`."""
    if f.uses_table:
        return f"compact_table(z_table, [{', '.join(argument_values(f, node))}], {_this_for_table(f)})"
    pairs = []
    for argument in node.arguments or ():
        assert isinstance(argument.value, nodes.Literal)
        name = str(argument.value.value)
        target = nodes.Variable(node.line, name)
        local = variable(name)
        if name == "this":
            pairs.append(f"({quote(name)}, {'v_this' if f.has_this else 'MISSING'})")
        elif f.is_reference(name):
            if name not in f.assigned:
                f.maybe_unassigned.add(name)
            pairs.append(f"({quote(name)}, ref_or_missing({local}))")
        elif name in f.assigned:
            pairs.append(f"({quote(name)}, {f.copied(target)})")
        else:
            f.maybe_unassigned.add(name)
            pairs.append(f"({quote(name)}, shared({local}))")
    return f"compact_pairs([{', '.join(pairs)}])"


def _this_for_table(f: FunctionCompiler) -> str:
    return "v_this" if f.has_this or f.kind in ("closure", "include") else "None"


def lower_extract(f: FunctionCompiler, node: nodes.Call) -> Optional[str]:
    """`extract($array, …)` writes the symbol table."""
    arguments = node.arguments or []
    if not arguments or has_complex_arguments(node):
        return None
    first = f.expression(arguments[0].value)
    rest = [f.expression(argument.value) for argument in arguments[1:]]
    return f"extract_into(z_table, {', '.join([first, *rest])})"


def lower_get_defined_vars(f: FunctionCompiler, _node: nodes.Call) -> Optional[str]:
    """`get_defined_vars()`."""
    return "defined_variables(z_table)"


def lower_func_get_args(f: FunctionCompiler, node: nodes.Call) -> Optional[str]:
    """`func_get_args()`."""
    if node.arguments or f.kind not in ("function", "method", "closure"):
        return None
    return f"PhpArray(passed_arguments({all_arguments(f)}))"


def lower_func_num_args(f: FunctionCompiler, node: nodes.Call) -> Optional[str]:
    """`func_num_args()`."""
    if node.arguments or f.kind not in ("function", "method", "closure"):
        return None
    return f"len(passed_arguments({all_arguments(f)}))"


def lower_func_get_arg(f: FunctionCompiler, node: nodes.Call) -> Optional[str]:
    """`func_get_arg(n)`."""
    if len(node.arguments or ()) != 1 or f.kind not in ("function", "method", "closure"):
        return None
    position = f.expression((node.arguments or [])[0].value)
    return f"passed_argument({position}, {all_arguments(f)})"


def all_arguments(f: FunctionCompiler) -> str:
    """Python expressions for what the function was given: the count, the parameters, then the surplus."""
    parameters = [p for p in f.info.parameters if not p.variadic]
    locals_ = []
    for p in parameters:
        if f.uses_table:
            locals_.append(f"table_quiet(z_table, {quote(p.name)})")
        else:
            locals_.append(variable(p.name))
    rest = variable(f.info.parameters[-1].name) if f.info.variadic else "z_rest"
    if f.info.variadic and f.uses_table:
        rest = f"table_quiet(z_table, {quote(f.info.parameters[-1].name)})"
    return f"z_count, [{', '.join(locals_)}], {rest}"


SPECIAL: Dict[str, Callable[[FunctionCompiler, nodes.Call], Optional[str]]] = {
    "compact": lower_compact,
    "extract": lower_extract,
    "get_defined_vars": lower_get_defined_vars,
    "func_get_args": lower_func_get_args,
    "func_num_args": lower_func_num_args,
    "func_get_arg": lower_func_get_arg,
}


# Builtins that look at their caller, which only the compiler can let them do.
CALLER_FUNCTIONS = frozenset(SPECIAL)


def lower_strlen(f: FunctionCompiler, node: nodes.Call) -> Optional[str]:
    """`strlen($s)` of a string inline."""
    if len(node.arguments or ()) != 1 or has_complex_arguments(node):
        return None
    builtin = f.unit.library.find_function("strlen")
    first, later = f.simple((node.arguments or [])[0].value)
    return f"(len({later}) if type({first}) is str else {f.unit.operation_entry(builtin)}({later}))"


def lower_count(f: FunctionCompiler, node: nodes.Call) -> Optional[str]:
    """`count($a)` of an array inline."""
    if len(node.arguments or ()) != 1 or has_complex_arguments(node):
        return None
    # Its errors bear the name that was written.
    is_alias = isinstance(node.callee, nodes.Name) and node.callee.text.lower().endswith("sizeof")
    builtin = f.unit.library.find_function("sizeof" if is_alias else "count")
    first, later = f.simple((node.arguments or [])[0].value)
    return f"(len({later}) if type({first}) is PhpArray else {f.unit.operation_entry(builtin)}({later}))"


_TYPE_TESTS = {"is_int": "int", "is_string": "str", "is_float": "float", "is_bool": "bool", "is_array": "PhpArray"}


def _type_test(kind: str) -> Callable[[FunctionCompiler, nodes.Call], Optional[str]]:
    def lower(f: FunctionCompiler, node: nodes.Call) -> Optional[str]:
        if len(node.arguments or ()) != 1 or has_complex_arguments(node):
            return None
        return f"(type({f.expression((node.arguments or [])[0].value)}) is {kind})"

    return lower


for _name, _kind in _TYPE_TESTS.items():
    SPECIAL[_name] = _type_test(_kind)


def lower_is_null(f: FunctionCompiler, node: nodes.Call) -> Optional[str]:
    """`is_null($x)`."""
    if len(node.arguments or ()) != 1 or has_complex_arguments(node):
        return None
    return f"({f.expression((node.arguments or [])[0].value)} is None)"


def lower_intdiv(f: FunctionCompiler, node: nodes.Call) -> Optional[str]:
    """`intdiv($a, $b)` of non-negative ints inline."""
    if len(node.arguments or ()) != 2 or has_complex_arguments(node):
        return None
    builtin = f.unit.library.find_function("intdiv")
    first, left = f.simple((node.arguments or [])[0].value)
    second, right = f.simple((node.arguments or [])[1].value)
    test = (
        f"(type({first}) is int) & (type({second}) is int)"
        if second != right
        else f"type({first}) is int and type({right}) is int"
    )
    entry = f.unit.builtin_entry(builtin)
    return f"({left} // {right} if {test} and {left} >= 0 and {right} > 0 else {entry}({left}, {right}))"


SPECIAL["intdiv"] = lower_intdiv


def lower_assert(f: FunctionCompiler, node: nodes.Call) -> Optional[str]:
    """`assert(x)`  becomes  `assert(x, 'assert(x)')`; neither argument is evaluated where assertions are off."""
    arguments = node.arguments or []
    if not arguments or (has_complex_arguments(node) and any(argument.unpack for argument in arguments)):
        return None
    entry = f.unit.builtin_entry(f.unit.library.find_function("assert"))
    saved = set(f.assigned)
    if len(arguments) == 1:
        from engine.analysis.source_text import source_text

        shown = ("" if arguments[0].name is None else f"{arguments[0].name}: ") + source_text(arguments[0].value)
        values = [f.expression(arguments[0].value), quote(f"assert({shown})")]
    elif has_complex_arguments(node):
        return None
    else:
        values = [f.expression(argument.value) for argument in arguments]
    f.assigned = saved
    return f"({entry}({', '.join(values)}) if assertions_enabled() else True)"


SPECIAL["assert"] = lower_assert


SPECIAL["strlen"] = lower_strlen


SPECIAL["count"] = lower_count


SPECIAL["sizeof"] = lower_count


SPECIAL["is_null"] = lower_is_null
