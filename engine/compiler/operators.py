"""Literals and operators: arithmetic with its int path inline, comparisons, logic, strings, assignment."""

from __future__ import annotations

from typing import Any, List

from engine.analysis.checks.context import SUPERGLOBALS
from engine.compiler.compiler import FunctionCompiler, lowers
from engine.compiler.emit import Raw, is_plain, quote, variable
from engine.compiler.operations import computed_first, is_read_late, last_line, on_line
from engine.compiler.records import IS_WORTH_IT, MAXIMUM_KEYS
from engine.compiler.variables import (
    assign,
    attribute_for,
    container,
    element_key,
    global_element,
    hoist_keys,
    hoist_parts,
    is_this,
    lower_property_write,
    object_for_update,
    own_property,
    own_store,
    property_name,
    reach_property,
    read_quietly,
    reference,
    scope_code,
    static_slot,
    table,
)  # fmt: skip
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


@lowers(nodes.ArrayLiteral)
def lower_array(f: FunctionCompiler, node: nodes.ArrayLiteral) -> str:
    """`[1, 2]`  becomes  `PhpArray([1, 2])`; an array of constants is made once and shared."""
    if node.syntax == "list":
        raise f.error("Cannot use list() as standalone expression", node.line)
    items: List[nodes.ArrayItem] = []
    for item in node.items:
        if item is None:
            raise f.error("Cannot use empty array elements in arrays", node.line)
        items.append(item)
    if not items:
        return "PhpArray()"
    folded = fold_array(items)
    if folded is not None:
        return f"{f.constant(folded)}.share()"
    if any(item.unpack or item.by_ref for item in items):
        return lower_array_stepwise(f, items)
    if all(item.key is None for item in items):
        return "PhpArray([" + ", ".join(f.copied(item.value) for item in items) + "])"
    if all(isinstance(item.key, nodes.Literal) and isinstance(item.key.value, str) for item in items):
        from engine.runtime.values import canonical_int

        if all(canonical_int(item.key.value) is None for item in items):  # type: ignore[union-attr]
            names = [item.key.value for item in items]  # type: ignore[union-attr]
            if IS_WORTH_IT and f.may_repeat \
                    and len(set(names)) == len(names) <= MAXIMUM_KEYS:  # fmt: skip
                return f"{f.unit.record_maker(tuple(names))}({', '.join(f.copied(item.value) for item in items)})"
            pairs = ", ".join(f"{f.expression(item.key)}: {f.copied(item.value)}" for item in items)
            return f"PhpArray.from_strings({{{pairs}}})"
    if any(item.key is None for item in items):
        return lower_array_stepwise(f, items)
    flat = ", ".join(key_and_value(f, item) for item in items)
    return f.at(node, f"keys_and_values([{flat}])")


def key_and_value(f: FunctionCompiler, item: Any) -> str:
    """`k, v`, evaluated in PHP's order: a plain variable that is the key is read when the value is known."""
    key = on_line(item.key, last_line(item.value))
    warns_late = (
        isinstance(key, nodes.Variable) and key.name not in f.assigned and isinstance(item.value, nodes.Variable)
    )
    if not warns_late and not is_read_late(f, key, item.value):
        return f"{element_key(f, key)}, {f.copied(item.value)}"
    first, value = computed_first(f, item.value)
    return f"({first}, {element_key(f, key)})[1], {value.code}"


def fold_array(items: List[nodes.ArrayItem]) -> Any:
    """The array of a literal that holds constants alone, or None."""
    from engine.runtime.arrays import PhpArray

    made = PhpArray()
    for item in items:
        if item.unpack or item.by_ref:
            return None
        ok, value = fold_value(item.value)
        if not ok:
            return None
        if item.key is None:
            try:
                made.append(value)
            except OverflowError:
                return None
            continue
        if not isinstance(item.key, nodes.Literal) or isinstance(item.key.value, float):
            return None
        made.set(item.key.value, value)
    return made


def fold_value(node: Any) -> Any:
    """(True, value) for a constant expression that needs no execution, else (False, None)."""
    if isinstance(node, nodes.Literal):
        return True, node.value
    if isinstance(node, nodes.Constant):
        lowered = node.name.text.lower()
        if lowered in ("true", "false", "null"):
            return True, {"true": True, "false": False, "null": None}[lowered]
        return False, None
    if isinstance(node, nodes.Unary) and node.operator == "-" and isinstance(node.operand, nodes.Literal) \
            and type(node.operand.value) in (int, float):  # fmt: skip
        value = node.operand.value
        return True, 0 if value == 0 and type(value) is int else -value  # type: ignore[operator]
    if isinstance(node, nodes.ArrayLiteral) and node.syntax != "list" and None not in node.items:
        found = fold_array([item for item in node.items if item is not None])
        return found is not None, found
    return False, None


def lower_array_stepwise(f: FunctionCompiler, items: List[nodes.ArrayItem]) -> str:
    """An array literal with spreads, references or mixed keys: built step by step."""
    made = f.temporary()
    steps = [f"({made} := PhpArray())"]
    for item in items:
        if item.unpack:
            unpack = "unpack_constant" if f.is_constant_expression else "unpack_into"
            steps.append(f.at(item, f"{unpack}({made}, {f.expression(item.value)})"))
        elif item.by_ref:
            if item.key is None:
                steps.append(f"bind_append({made}, {reference(f, item.value)})")
            else:
                # In the order in which they run: the key may be the first to make the variable a reference.
                key_text = element_key(f, item.key)
                steps.append(f"bind_element({made}, {key_text}, {reference(f, item.value)})")
        elif item.key is None:
            steps.append(f"aappend({f.copied(item.value)}, {made})")
        else:
            key = f.temporary()
            steps.append(f"({key} := {element_key(f, item.key)})")
            steps.append(f.at(item, f"aset({f.copied(item.value)}, {made}, {key})"))
    return f"({', '.join(steps)}, {made})[-1]"


# ---------------------------------------------------------------- assignment


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
    from engine.compiler.variables import bind, destructure

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
        from engine.compiler.variables import call_for_reference

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
