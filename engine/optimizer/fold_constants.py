"""Operators whose operands are literals become their value, where the runtime's own operator neither warns nor throws.

What depends on a directive stays: a float becomes a string only when the script runs, since `precision` may change.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Callable, Dict, Optional, Tuple

from engine.analysis.effects import is_removable
from engine.runtime import operators
from engine.runtime.comparisons import compare, identical, le, loose_equals, lt
from engine.runtime.conversions import NUMERIC, parse_numeric, to_bool, to_float, to_int, to_string
from engine.runtime.values import INT_MAX, INT_MIN
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.optimizer.place import Place

# A string longer than this is not made before the script runs.
FOLDED_BYTES = 1024

# Stands for "no constant", since null is one. Any: compared by identity alone.
NO_VALUE: Any = object()

_WORDS = {"true": True, "false": False, "null": None}
# Builtin constants that are the same whatever the host, the directives and the version.
_CONSTANTS: Dict[str, Any] = {
    "PHP_EOL": "\n", "PHP_INT_MAX": INT_MAX, "PHP_INT_MIN": INT_MIN, "PHP_INT_SIZE": 8, "M_PI": math.pi,
    "STR_PAD_LEFT": 0, "STR_PAD_RIGHT": 1, "STR_PAD_BOTH": 2, "COUNT_RECURSIVE": 1,
}  # fmt: skip

_ARITHMETIC = {
    "+": operators.add, "-": operators.sub, "*": operators.mul, "/": operators.div, "%": operators.mod,
    "**": operators.pow_,
}  # fmt: skip
_BITS = {
    "|": operators.bit_or, "&": operators.bit_and, "^": operators.bit_xor, "<<": operators.shift_left,
    ">>": operators.shift_right,
}  # fmt: skip
_COMPARISONS: Dict[str, Callable[[Any, Any], Any]] = {
    "==": loose_equals,
    "!=": lambda left, right: not loose_equals(left, right),
    "<": lt,
    "<=": le,
    ">": lambda left, right: lt(right, left),
    ">=": lambda left, right: le(right, left),
    "<=>": compare,
}
_CASTS: Dict[str, Callable[[Any], Any]] = {"int": to_int, "float": to_float, "string": to_string, "bool": to_bool}

# What may stand for the expression it was a branch of: neither a variable nor a call, which could be taken by reference
# or read without a warning.
_VALUES = (
    nodes.Literal, nodes.Constant, nodes.Interpolated, nodes.MagicConstant, nodes.ArrayLiteral, nodes.Unary, nodes.Cast,
    nodes.InstanceOf, nodes.Isset, nodes.Empty,
)  # fmt: skip


def is_value(node: Any) -> bool:
    """Whether an expression is one wherever it stands: no variable, no call, nothing that might be taken as either."""
    if node.__class__ is nodes.Binary:
        return node.operator not in ("??", "|>")
    return node.__class__ in _VALUES


# ---------------------------------------------------------------- nodes and values


def value_of(node: Any, place: Optional[Place] = None) -> Any:
    """The int, float, string, bool or null that an expression is, or NO_VALUE. Builtin constants need a place."""
    kind = node.__class__
    if kind is nodes.Literal:
        return node.value
    if kind is nodes.Constant:
        lowered = node.name.text.lower()
        if lowered in _WORDS:
            return _WORDS[lowered]
        if place is not None:
            full, fallback = place.names.constant_name(node.name)
            if fallback is None and full in _CONSTANTS:
                return _CONSTANTS[full]
        return NO_VALUE
    if kind is nodes.Unary and node.operator == "-" and node.operand.__class__ is nodes.Literal:
        value = node.operand.value
        # `-0` is 0; the lowest int cannot be spelled so.
        if type(value) is int or type(value) is float:
            return -value
    return NO_VALUE


def node_of(value: Any, line: int) -> Optional[nodes.Expression]:
    """What the parser makes of a value's spelling; None where it has none."""
    if value is None or value is True or value is False:
        return nodes.Constant(
            line, nodes.Name(line, {None: "null", True: "true", False: "false"}[value], "unqualified")
        )
    if type(value) is str:
        return nodes.Literal(line, value) if len(value) <= FOLDED_BYTES else None
    if (type(value) is float and not math.isfinite(value)) or value == INT_MIN:
        return None
    if value < 0 or (type(value) is float and math.copysign(1.0, value) < 0):
        return nodes.Unary(line, "-", nodes.Literal(line, -value))
    return nodes.Literal(line, value)


# ---------------------------------------------------------------- operators


def fold_binary(place: Place, node: nodes.Binary) -> nodes.Expression:
    """`60 * 60`  becomes  `3600`; `$x . "a" . "b"`  becomes  `$x . "ab"`."""
    operator = node.operator
    left = value_of(node.left, place)
    if left is NO_VALUE:
        return _join(node, place) if operator == "." else node
    if operator in ("&&", "||", "??"):
        return _fold_short_circuit(node, left, place)
    right = value_of(node.right, place)
    if right is NO_VALUE:
        return node
    result = _result(operator, left, right)
    folded = None if result is NO_VALUE else node_of(result, node.line)
    return node if folded is None else folded


def _result(operator: str, left: Any, right: Any) -> Any:
    """The value of an operation on constants, or NO_VALUE."""
    if operator == ".":
        return _text(left) + _text(right) if _has_text(left) and _has_text(right) else NO_VALUE
    if operator in ("===", "!=="):
        return identical(left, right) == (operator == "===")
    if operator == "xor":
        return to_bool(left) != to_bool(right)
    compared = _COMPARISONS.get(operator)
    if compared is not None:
        # A float is compared with what is no number as a string.
        if {type(left), type(right)} == {float, str}:
            return NO_VALUE
        return compared(left, right)
    if operator in _ARITHMETIC:
        return _arithmetic(operator, left, right)
    if operator in _BITS and type(left) is int and type(right) is int:
        if operator in ("<<", ">>") and right < 0:
            return NO_VALUE
        return _BITS[operator](left, right)
    return NO_VALUE


def _arithmetic(operator: str, left: Any, right: Any) -> Any:
    if not _is_number(left) or not _is_number(right):
        return NO_VALUE
    first, second = to_number(left), to_number(right)
    if operator == "%" and (type(first) is not int or type(second) is not int):
        return NO_VALUE
    if (operator in ("/", "%") and not second) or (operator == "**" and not first and second < 0):
        return NO_VALUE
    return _ARITHMETIC[operator](first, second)


def _is_number(value: Any) -> bool:
    return type(value) is not str or parse_numeric(value)[1] == NUMERIC


def to_number(value: Any) -> Any:
    """The number that arithmetic takes a constant for, a numeric string among them."""
    if type(value) is str:
        return parse_numeric(value)[0]
    return value if type(value) is int or type(value) is float else int(bool(value))


def _has_text(value: Any) -> bool:
    return type(value) is not float


def _text(value: Any) -> str:
    return to_string(value)


def _join(node: nodes.Binary, place: Place) -> nodes.Expression:
    """The literals at the end of a chain of `.` as one."""
    before = node.left
    if before.__class__ is not nodes.Binary or before.operator != ".":
        return node
    right = value_of(node.right, place)
    middle = NO_VALUE if right is NO_VALUE else value_of(before.right, place)
    if middle is NO_VALUE or not _has_text(middle) or not _has_text(right):
        return node
    joined = node_of(_text(middle) + _text(right), node.line)
    return node if joined is None else nodes.Binary(node.line, ".", before.left, joined)


def _fold_short_circuit(node: nodes.Binary, left: Any, place: Place) -> nodes.Expression:
    if node.operator == "??":
        chosen = node.right if left is None else node.left
        return chosen if is_value(chosen) and (chosen is node.right or is_removable([node.right])) else node
    decided = to_bool(left)
    if decided == (node.operator == "||"):
        return _word(node, decided) if is_removable([node.right]) else node
    right = value_of(node.right, place)
    return node if right is NO_VALUE else _word(node, to_bool(right))


def _word(node: nodes.Node, value: bool) -> nodes.Expression:  # noqa: FBT001 - the value itself
    return nodes.Constant(node.line, nodes.Name(node.line, "true" if value else "false", "unqualified"))


def fold_unary(place: Place, node: nodes.Unary) -> nodes.Expression:
    """`!0`  becomes  `true`, `~5`  becomes  `-6`; `-5` is spelled so already."""
    value = value_of(node.operand, place)
    if value is NO_VALUE:
        return node
    operator = node.operator
    if operator == "!":
        return _word(node, not to_bool(value))
    result = NO_VALUE
    if operator == "~":
        result = ~value if type(value) is int else NO_VALUE
    elif operator == "+":
        result = operators.plus(to_number(value)) if _is_number(value) else NO_VALUE
    elif node.operand.__class__ is not nodes.Literal or type(value) is str:
        result = operators.negate(to_number(value)) if _is_number(value) else NO_VALUE
    folded = None if result is NO_VALUE else node_of(result, node.line)
    return node if folded is None else folded


def fold_cast(place: Place, node: nodes.Cast) -> nodes.Expression:
    """`(int) "12"`  becomes  `12`."""
    cast = _CASTS.get(node.to)
    value = NO_VALUE if cast is None else value_of(node.operand, place)
    if cast is None or value is NO_VALUE or (type(value) is float and node.to in ("string", "int")):
        return node
    folded = node_of(cast(value), node.line)
    return node if folded is None else folded


def fold_ternary(place: Place, node: nodes.Ternary) -> nodes.Expression:
    """`true ? 1 : f()`  becomes  `1`."""
    value = value_of(node.condition, place)
    if value is NO_VALUE:
        return node
    if to_bool(value):
        chosen, dropped = (node.condition if node.then is None else node.then), node.otherwise
    else:
        chosen, dropped = node.otherwise, node.condition if node.then is None else node.then
    return chosen if is_value(chosen) and is_removable([dropped]) else node


# Any: each takes the node class it is listed under.
REWRITES: Dict[type, Callable[[Place, Any], Any]] = {
    nodes.Binary: fold_binary,
    nodes.Unary: fold_unary,
    nodes.Cast: fold_cast,
    nodes.Ternary: fold_ternary,
}


# ---------------------------------------------------------------- what may be worth a look


def may_fold_binary(node: nodes.Binary) -> bool:
    """Whether there is a chance that `fold_binary` finds something."""
    left = node.left
    kind = left.__class__
    if kind is nodes.Variable or kind is nodes.Index or kind is nodes.Call:
        return False
    if kind is nodes.Binary:
        # A constant operand of a chain: what is before it tells.
        return node.operator == "." and left.operator == "." and is_constant(node.right) and is_constant(left.right)  # type: ignore[attr-defined]
    return is_constant(left) and (node.operator in ("&&", "||", "??") or is_constant(node.right))


_CONSTANT_KINDS: Tuple[type, ...] = (nodes.Literal, nodes.Constant)


def is_constant(node: Any) -> bool:
    """Whether a node looks like a constant."""
    kind = node.__class__
    if kind is nodes.Unary:
        return node.operator == "-" and node.operand.__class__ is nodes.Literal
    if kind is nodes.Constant:
        text = node.name.text
        return text in _CONSTANTS or text.lower() in _WORDS
    return kind is nodes.Literal


def may_fold_operand(node: Any) -> bool:
    """Whether there is a chance that `fold_unary` or `fold_cast` finds something."""
    operand = node.operand
    return operand.__class__ in _CONSTANT_KINDS and not (
        node.__class__ is nodes.Unary and node.operator == "-" and operand.__class__ is nodes.Literal
    )


def may_fold_ternary(node: nodes.Ternary) -> bool:
    """Whether there is a chance that `fold_ternary` finds something."""
    return is_constant(node.condition)


SEEDS: Dict[type, Callable[[Any], bool]] = {
    nodes.Binary: may_fold_binary,
    nodes.Unary: may_fold_operand,
    nodes.Cast: may_fold_operand,
    nodes.Ternary: may_fold_ternary,
}
