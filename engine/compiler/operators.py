"""Literals and operators: arithmetic with its int path inline, comparisons, logic, strings, assignment."""

from __future__ import annotations

from typing import Any, List

from engine.compiler.array_literals import fold_value
from engine.compiler.compiler import FunctionCompiler, lowers
from engine.compiler.emit import quote
from engine.compiler.operations import computed_first, is_read_late, last_line, on_line
from engine.compiler.reading import read_quietly
from engine.runtime.conversions import format_float
from engine.syntax import nodes

INT_MIN, INT_MAX = "-9223372036854775808", "9223372036854775807"

# The helper for each operator, and Python's own where ints in range can use it inline.
ARITHMETIC = {"+": ("add", "+"), "-": ("sub", "-"), "*": ("mul", "*")}
HELPERS = {
    "/": "div", "%": "mod", "**": "pow_", "|": "bit_or", "&": "bit_and", "^": "bit_xor", "<<": "shift_left",
    ">>": "shift_right", "+": "add", "-": "sub", "*": "mul", ".": "concat",
}  # fmt: skip
INLINE_BITS = {"|": "|", "&": "&", "^": "^"}


@lowers(nodes.Literal)
def lower_literal(_f: FunctionCompiler, node: nodes.Literal) -> str:
    """A number or string."""
    return quote(node.value)


@lowers(nodes.Interpolated)
def lower_interpolated(f: FunctionCompiler, node: nodes.Interpolated) -> str:
    """`"a $x b"`  becomes  `'a ' + … + ' b'`."""
    return join_strings(f, node.parts)


def join_strings(f: FunctionCompiler, parts: List[Any]) -> str:
    """The parts as strings, joined; neighbouring literals become one."""
    texts: List[str] = []
    for part in parts:
        if isinstance(part, nodes.Literal) and part.value == "" and len(parts) > 1:
            continue
        texts.append(f.string(part))
    if not texts:
        return "''"
    if len(texts) == 1:
        return texts[0]
    if len(texts) <= 3:
        return "(" + " + ".join(texts) + ")"
    return "''.join((" + ", ".join(texts) + "))"


@lowers(nodes.Binary)
def lower_binary(f: FunctionCompiler, node: nodes.Binary) -> str:
    """An operator; see the functions for each kind."""
    operator = node.operator
    if operator == ".":
        return f.at(node, lower_concat(f, node))
    if operator not in _LAZY and isinstance(node.left, nodes.Variable):
        line = last_line(node.right)
        left = on_line(node.left, line)
        if is_read_late(f, left, node.right):
            first, later = computed_first(f, node.right)
            return f"({first}, {lower_binary(f, nodes.Binary(line, operator, left, later))})[1]"
        if left is not node.left:
            node = nodes.Binary(node.line, operator, left, node.right)
    if operator in ARITHMETIC:
        return lower_arithmetic(f, node)
    if operator in _COMPARE:
        return f.at(node, lower_comparison(f, node))
    if operator in ("===", "!=="):
        return lower_identity(f, node)
    if operator in ("&&", "||"):
        word = "and" if operator == "&&" else "or"
        left = f.condition(node.left)
        saved = set(f.assigned)
        right = f.condition(node.right)
        f.assigned = saved
        return f"(True if ({left}) {word} ({right}) else False)"
    if operator == "xor":
        return f"(({f.condition(node.left)}) is not ({f.condition(node.right)}))"
    if operator == "??":
        return lower_coalesce(f, node)
    if operator == "<=>":
        first_left, left = f.simple(node.left)
        first_right, right = f.simple(node.right)
        test = f"type({first_left}) is int and type({right}) is int"
        if first_right != right:
            test = f"(type({first_left}) is int) & (type({first_right}) is int)"
        return f.at(node, f"(({left} > {right}) - ({left} < {right}) if {test} else compare({left}, {right}))")
    if operator == "|>":
        from engine.compiler.functions import lower_pipe

        return lower_pipe(f, node)
    if operator in HELPERS and (_is_never_int(node.left) or _is_never_int(node.right)):
        return _computed(f, node, operator, node.left, node.right)
    if (
        operator == "%"
        and isinstance(node.right, nodes.Literal)
        and type(node.right.value) is int
        and node.right.value > 0
    ):
        first, name = f.simple(node.left)
        slow = f.at(node, f"mod({name}, {quote(node.right.value)})")
        return f"({name} % {quote(node.right.value)} if type({first}) is int and {name} >= 0 else {slow})"
    if operator in ("%", ">>"):
        first, left = f.simple(node.left)
        second, right = f.simple(node.right)
        slow = f.at(node, f"{HELPERS[operator]}({left}, {right})")
        tests = [] if first == left and f.is_int(node.left) else [f"type({first}) is int"]
        if not (second == right and f.is_int(node.right)):
            tests.append(f"type({second}) is int")
        joined = " and ".join(tests) if second == right or len(tests) < 2 else " & ".join(f"({test})" for test in tests)
        bounds = f"{left} >= 0 and {right} > 0" if operator == "%" else f"0 <= {right} < 64"
        return f"({left} {operator} {right} if {joined + ' and ' if joined else ''}{bounds} else {slow})"
    if operator in INLINE_BITS:
        first, left = f.simple(node.left)
        second, right = f.simple(node.right)
        if second == right:
            test = f"type({first}) is int and type({right}) is int"
            return f"({left} {operator} {right} if {test} else {f.at(node, f'{HELPERS[operator]}({left}, {right})')})"
        test = f"(type({first}) is int) & (type({second}) is int)"
        return f"({left} {operator} {right} if {test} else {f.at(node, f'{HELPERS[operator]}({left}, {right})')})"
    return _computed(f, node, operator, node.left, node.right)


# Operators that may leave their right operand out.
_LAZY = frozenset(("&&", "||", "??", "|>"))


def lower_arithmetic(f: FunctionCompiler, node: nodes.Binary) -> str:
    """`$a + $b`  becomes  `(t if type(a) is int and type(b) is int and MIN <= (t := a + b) <= MAX else add(a, b))`."""
    return arithmetic(f, node, node.operator, node.left, node.right)


def arithmetic(f: FunctionCompiler, node: Any, operator: str, left: Any, right: Any) -> str:
    """Arithmetic with the int case inline; both operands are evaluated exactly once, in order."""
    helper, sign = ARITHMETIC[operator]
    if _is_never_int(left) or _is_never_int(right):
        return _computed(f, node, operator, left, right)
    first_left, left_name = f.simple(left)
    first_right, right_name = f.simple(right)
    result = f.temporary()
    left_int, right_int = isinstance(left, nodes.Literal), isinstance(right, nodes.Literal)
    tests = []
    bare_left, bare_right = first_left == left_name, first_right == right_name
    if not left_int and not (bare_left and f.is_int(left)):
        tests.append(f"type({first_left}) is int")
    if not right_int and not (bare_right and f.is_int(right)):
        tests.append(f"type({first_right}) is int")
    is_safe = first_right == right_name
    test = " and ".join(tests) if is_safe or len(tests) < 2 else " & ".join(f"({one})" for one in tests)
    value = f"({result} := {left_name} {sign} {right_name})"
    in_range = f"{INT_MIN} <= {value} <= {INT_MAX}"
    if sign in "+-" and (left_int or right_int) and not (left_int and sign == "-"):
        amount = (right.value if right_int else left.value) * (1 if sign == "+" else -1)
        in_range = f"{value} <= {INT_MAX}" if amount >= 0 else f"{value} >= {INT_MIN}"
    head = f"{test} and {in_range}" if tests else in_range
    return f.at(node, f"({result} if {head} else {helper}({left_name}, {right_name}))")


def _computed(f: FunctionCompiler, node: Any, operator: str, left: Any, right: Any) -> str:
    # Without temporaries: an operand that nobody else holds goes before its result is assigned.
    return f.at(node, f"{HELPERS[operator]}({f.expression(left)}, {f.expression(right)})")


def _is_never_int(operand: Any) -> bool:
    if isinstance(operand, nodes.Cast):
        return operand.to != "int"
    if isinstance(operand, nodes.Literal):
        return type(operand.value) is not int
    return isinstance(operand, (nodes.New, nodes.Clone, nodes.ArrayLiteral, nodes.Interpolated))


def lower_concat(f: FunctionCompiler, node: nodes.Binary) -> str:
    """`$a . 'b' . $c`: the whole chain at once."""
    parts: List[Any] = []
    current: Any = node
    while isinstance(current, nodes.Binary) and current.operator == ".":
        parts.append(current.right)
        current = current.left
    parts.append(current)
    parts.reverse()
    parts = [_constant_operand(f, part) for part in parts]
    parts[0] = on_line(parts[0], last_line(parts[1]))
    first = None
    if is_read_late(f, parts[0], parts[1]):
        first, parts[1] = computed_first(f, parts[1])
    flat: List[Any] = []
    for part in parts:
        if isinstance(part, nodes.Interpolated):
            flat.extend(part.parts)
        else:
            flat.append(part)
    code = join_strings(f, flat)
    return code if first is None else f"({first}, {code})[1]"


def _constant_operand(f: FunctionCompiler, node: Any) -> Any:
    """What PHP converts when it compiles a file: floats as `precision` says then, whatever it says later."""
    is_constant, value = fold_value(node)
    if is_constant and type(value) is float:
        return nodes.Literal(node.line, format_float(value, f.unit.precision))
    return node


_COMPARE = {"<": ("lt", "<", False), ">": ("lt", ">", True), "<=": ("le", "<=", False), ">=": ("le", ">=", True),
            "==": ("loose_equals", "==", False), "!=": ("loose_equals", "!=", False)}  # fmt: skip


def lower_comparison(f: FunctionCompiler, node: nodes.Binary) -> str:
    """`$a < $b`  becomes  `(a < b if type(a) is int and type(b) is int else lt(a, b))`."""
    helper, sign, is_swapped = _COMPARE[node.operator]
    first_left, left = f.simple(node.left)
    first_right, right = f.simple(node.right)
    arguments = f"{right}, {left}" if is_swapped else f"{left}, {right}"
    slow = f"{helper}({arguments})"
    if node.operator == "!=":
        slow = f"not {slow}"
    for side, kind in ((node.left, "left"), (node.right, "right")):
        if isinstance(side, nodes.Literal) and type(side.value) is str and sign in ("==", "!="):
            # A string that is no number equals only itself among strings.
            from engine.runtime.conversions import NOT_NUMERIC, parse_numeric

            if parse_numeric(side.value)[1] == NOT_NUMERIC:
                first = first_right if kind == "left" else first_left
                return f"({left} {sign} {right} if type({first}) is str else {slow})"
    if (isinstance(node.left, nodes.Literal) and type(node.left.value) is not int) or \
            (isinstance(node.right, nodes.Literal) and type(node.right.value) is not int):  # fmt: skip
        arguments = f"{first_left}, {first_right}"
        if is_swapped:
            if first_left != left and first_right != right:
                return f"({first_left}, {first_right}, {slow})[2]"
            arguments = f"{first_right}, {first_left}"
        slow = f"{helper}({arguments})"
        return f"(not {slow})" if node.operator == "!=" else slow
    tests = []
    if not isinstance(node.left, nodes.Literal) and not (first_left == left and f.is_int(node.left)):
        tests.append(f"type({first_left}) is int")
    if not isinstance(node.right, nodes.Literal) and not (first_right == right and f.is_int(node.right)):
        tests.append(f"type({first_right}) is int")
    if not tests:
        return f"({left} {sign} {right})"
    joined = " and ".join(tests) if first_right == right or len(tests) < 2 else " & ".join(f"({t})" for t in tests)
    return f"({left} {sign} {right} if {joined} else {slow})"


def lower_identity(f: FunctionCompiler, node: nodes.Binary) -> str:
    """`$a === 5`  becomes  `(type(a) is int and a == 5)`; null, true and false are compared by `is`."""
    negative = node.operator == "!=="
    for one, other in ((node.left, node.right), (node.right, node.left)):
        word = _singleton(one)
        if word is not None and (one is node.right or not isinstance(other, nodes.Literal)):
            return f"({f.expression(other)} is {'not ' if negative else ''}{word})"
    for literal, other in ((node.right, node.left), (node.left, node.right)):
        if isinstance(literal, nodes.Literal):
            first, name = f.simple(other)
            kind = type(literal.value).__name__
            if kind == "float":
                break
            if negative:
                return f"(type({first}) is not {kind} or {name} != {quote(literal.value)})"
            return f"(type({first}) is {kind} and {name} == {quote(literal.value)})"
    left, right = f.expression(node.left), f.expression(node.right)
    code = f.at(node, f"identical({left}, {right})")
    return f"(not {code})" if negative else code


def _singleton(node: Any) -> Any:
    if isinstance(node, nodes.Constant):
        return {"null": "None", "true": "True", "false": "False"}.get(node.name.text.lower())
    return None


def lower_coalesce(f: FunctionCompiler, node: nodes.Binary) -> str:
    """`$a ?? $b`."""
    held = f.temporary()
    left = read_quietly(f, node.left)
    saved = set(f.assigned)
    right = f.expression(node.right)
    f.assigned = saved
    return f"({held} if ({held} := {left}) is not None else {right})"


# ---------------------------------------------------------------- conditions


def lower_condition(f: FunctionCompiler, node: Any) -> str:
    """A Python expression that is true when `node` is."""
    if isinstance(node, nodes.Binary) and node.operator in ("&&", "||"):
        left = f.condition(node.left)
        saved = set(f.assigned)
        right = f.condition(node.right)
        f.assigned = saved
        return f"({left} {'and' if node.operator == '&&' else 'or'} {right})"
    if isinstance(node, nodes.Unary) and node.operator == "!":
        return f"(not {f.condition(node.operand)})"
    certain = f.type_of(node)
    if certain == "bool":
        return f.expression(node)
    if certain == "int":
        return f"({f.expression(node)} != 0)"
    first, later = f.simple(node)
    return f"({later} if type({first}) is bool else to_bool({later}))"


@lowers(nodes.Unary)
def lower_unary(f: FunctionCompiler, node: nodes.Unary) -> str:
    """`-x`, `+x`, `!x`, `~x`."""
    if node.operator == "!":
        return f"(not {f.condition(node.operand)})"
    if node.operator == "-" and isinstance(node.operand, nodes.Literal) and type(node.operand.value) in (int, float):
        value = -node.operand.value  # type: ignore[operator]
        if type(value) is int and value == 0:
            return "0"
        if type(value) is float:
            # PyPy takes a negated float constant for an equal int constant of the same function.
            return f.constant(value)
        return quote(value)
    helper = {"-": "negate", "+": "plus", "~": "bit_not"}[node.operator]
    return f.at(node, f"{helper}({f.expression(node.operand)})")


@lowers(nodes.Cast)
def lower_cast(f: FunctionCompiler, node: nodes.Cast) -> str:
    """`(int) $x` and the others."""
    if node.to == "string":
        return f.at(node, f.string(node.operand))
    if node.to == "bool":
        code = f.condition(node.operand)
        return f"(True if {code} else False)"
    if node.to == "unset":
        raise f.error("The (unset) cast is no longer supported", node.line)
    if node.to == "array":
        return f.at(node, f"to_array({f.copied(node.operand)})")
    if node.to == "object":
        return f.at(node, f"to_object({f.copied(node.operand)})")
    kind = node.to
    first, later = f.simple(node.operand)
    return f.at(node, f"({later} if type({first}) is {kind} else to_{kind}({later}))")


@lowers(nodes.Silence)
def lower_silence(f: FunctionCompiler, node: nodes.Silence) -> str:
    """`@x`  becomes  `unsilence(silence(), x)`; the executor resets the depth when an exception leaves."""
    return f"unsilence(silence(), {f.expression(node.operand)})"


@lowers(nodes.Ternary)
def lower_ternary(f: FunctionCompiler, node: nodes.Ternary) -> str:
    """`a ? b : c`, `a ?: c`."""
    if node.then is None:
        first = f.expression(node.condition)
        held = f.temporary()
        otherwise = f.expression(node.otherwise)
        return f"({held} if ({held} != 0 if type({held} := {first}) is int else to_bool({held})) else {otherwise})"
    condition = f.condition(node.condition)
    saved = set(f.assigned)
    then = f.expression(node.then)
    after_then = f.assigned
    f.assigned = set(saved)
    otherwise = f.expression(node.otherwise)
    f.assigned = after_then & f.assigned
    return f"({then} if {condition} else {otherwise})"


@lowers(nodes.InstanceOf)
def lower_instance_of(f: FunctionCompiler, node: nodes.InstanceOf) -> str:
    """`$x instanceof A`  becomes  `(isinstance(x, PhpObject) and 'a' in x.ancestors)`."""
    if isinstance(node.operand, nodes.Literal):
        return "False"
    if isinstance(node.class_, nodes.Name):
        resolved = f.names.class_name(node.class_)
        if resolved.lower() not in ("self", "parent", "static"):
            first, later = f.simple(node.operand)
            return f"(isinstance({first}, PhpObject) and {quote(resolved.lower())} in {later}.ancestors)"
        from engine.compiler.classes import lower_class_reference

        first, later = f.simple(node.operand)
        owner = lower_class_reference(f, node.class_)
        return f.at(node, f"(isinstance({first}, PhpObject) and instance_of_class({later}, {owner}))")
    return f.at(node, f"instance_of_value({f.expression(node.operand)}, {f.expression(node.class_)})")


@lowers(nodes.Print)
def lower_print(f: FunctionCompiler, node: nodes.Print) -> str:
    """`print x`, which is 1."""
    return f.at(node, f"print_({f.string(node.operand)})")
