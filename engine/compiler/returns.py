"""What functions return, and the tests of declared types inline."""

from __future__ import annotations

from typing import Any, Optional

from engine.analysis.checks.context import SUPERGLOBALS
from engine.compiler.arguments import LVALUES
from engine.compiler.compiler import FunctionCompiler, lowers_statement
from engine.compiler.emit import quote
from engine.compiler.functions import lower_call_node
from engine.compiler.reading import lower_this
from engine.compiler.references import reference
from engine.syntax import nodes


def lower_return_value(f: FunctionCompiler, node: nodes.Return) -> str:
    """What a `return` hands back."""
    if f.kind in ("main", "include"):
        return "None" if node.value is None else f.copied(node.value)
    if f.facts.is_generator:
        return "None" if node.value is None else f.copied(node.value)
    if node.value is None:
        return f.at(node, "no_reference(None)" if f.returns_ref else check_return(f, "None", None))
    if f.returns_ref and isinstance(node.value, LVALUES):
        returned = f"assigned_ref({reference(f, node.value)})"
        if f.return_type is None or f.return_type.accepts_mixed:
            return returned
        declared = f"{f.constant(f.return_type)}, {f.constant(f.info)}, {scope_codes(f)}"
        return f.at(node, f"accept_returned_ref({returned}, {declared})")
    if f.returns_ref and isinstance(node.value, (nodes.Call, nodes.MethodCall, nodes.StaticCall)):
        return f.at(node, f"returned_ref({lower_call_node(f, node.value, keep_reference=True)})")
    value = node.value
    if f.returns_ref:
        return f.at(node, f"no_reference({check_return(f, f.copied(value), value)})")
    if f.return_type is not None and not f.return_type.may_be_array:
        return check_return(f, f.expression(value), value)
    if isinstance(value, nodes.Variable) and isinstance(value.name, str) and f.is_local(value.name) \
            and value.name not in f.borrowed and value.name not in SUPERGLOBALS and f.finally_depth == 0:  # fmt: skip
        code = f.expression(value)
    else:
        code = f.copied(value)
    return check_return(f, code, value)


def check_return(f: FunctionCompiler, code: str, value: Any) -> str:
    """`code`, made to fit the declared return type."""
    declared = f.return_type
    if declared is None or value is None or declared.accepts_mixed:
        return code
    test = inline_test(f, declared, value)
    if test == "True":
        return code
    held = f.temporary()
    slow = f"accept_return({f.constant(declared)}, {held}, {f.constant(f.info)}, {scope_codes(f)})"
    if test is None:
        return f"(({held} := {code}), {slow})[1]"
    return f"({held} if {filled_test(test, held, code)} else {slow})"


def scope_codes(f: FunctionCompiler) -> str:
    """The scope and called class, for `self` and `static` types."""
    if f.kind == "method":
        return f"{f.constant(f.scope)}, {'v_this.php_class' if f.has_this else 'z_static'}"
    if f.kind == "closure":
        return "z_closure.scope, z_closure.called if v_this is None else v_this.php_class"
    return "None, None"


_EXACT = {"int": "int", "float": "float", "string": "str", "bool": "bool", "array": "PhpArray"}


_SAME = {"int": "int", "float": "float", "string": "string", "bool": "bool", "array": "array"}


def filled_test(test: str, held: str, code: str) -> str:
    """What `inline_test` gave, with `code` held in a temporary where it first looks at the value.

    `code` goes in as it is: a question mark in a script's string is none of the test's.
    """
    first, *others = test.split("?")
    return f"{first}({held} := {code}){held.join(others)}"


def inline_test(f: FunctionCompiler, declared: Any, value: Any) -> Optional[str]:
    """A Python test, `?` the value, that is true only for what surely is of the type; None when there is none."""
    kinds = set(declared.kinds)
    if value is not None:
        certain = f.type_of(value)
        if certain in kinds:
            return "True"
    tests = []
    for kind in sorted(kinds):
        if kind in _EXACT:
            tests.append(f"type(?) is {_EXACT[kind]}")
        elif kind == "null":
            tests.append("? is None")
        elif kind == "object":
            tests.append("isinstance(?, PhpObject)")
        elif kind in ("true", "false"):
            tests.append(f"? is {kind.capitalize()}")
        elif kind == "iterable":
            tests.append("type(?) is PhpArray")
        elif kind == "callable":
            tests.append("isinstance(?, Closure)")
        elif kind == "self" and f.kind == "method":
            tests.append(f"(isinstance(?, PhpObject) and {quote(f.scope.lower_name)} in ?.ancestors)")
        elif kind == "static" and f.kind == "method" and f.has_this:
            tests.append("? is v_this")
    for _name, lowered in declared.class_names:
        tests.append(f"(isinstance(?, PhpObject) and {quote(lowered)} in ?.ancestors)")
    return " or ".join(tests) if tests else None


@lowers_statement(nodes.FunctionDeclaration)
def lower_function_declaration(f: FunctionCompiler, node: nodes.FunctionDeclaration) -> None:
    """A function declared where the script runs over it; those at the top level exist from the start."""
    declared = f.unit.declared_function(f, node)
    if declared.is_hoisted:
        return
    f.emit(f"declare_function({f.constant(declared)})")


def lower_this_value(f: FunctionCompiler, node: nodes.Variable) -> str:
    """`$this` as a value."""
    return lower_this(f, node)
