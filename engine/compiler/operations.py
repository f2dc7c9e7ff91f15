"""When PHP's operations read plain variables, and on which line they stand.

Values are computed as they come, but a plain variable is an operand itself: it is read, and warned of, when the
operation runs, after its other operand. An operation's line is not its own but that of whatever was compiled last
before it (`CG(zend_lineno)` in `zend_compile.c`): of its last operand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Tuple

from engine.analysis.checks.context import SUPERGLOBALS
from engine.analysis.walk import own_nodes
from engine.compiler.emit import Raw
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.compiler.compiler import FunctionCompiler

# What may run code of the script: functions, magic methods, offsets of objects, autoloaders.
_ACTING = (
    nodes.Call, nodes.MethodCall, nodes.StaticCall, nodes.New, nodes.Property, nodes.StaticProperty, nodes.Index,
    nodes.Include, nodes.Yield, nodes.YieldFrom, nodes.Assign, nodes.AssignRef, nodes.AssignOp, nodes.IncDec,
    nodes.Interpolated, nodes.Clone, nodes.ClassConstant,
)  # fmt: skip
# What is compiled as an operation behind all its operands; calls know the line they began on.
OPERATIONS = (nodes.Binary, nodes.Unary, nodes.Cast, nodes.Index)
# Variables that are looked up by operations of their own, before.
_UNLIKE_OTHERS = frozenset(SUPERGLOBALS) | {"this"}
_LEAVES = (nodes.Literal, nodes.Variable, nodes.Constant, Raw)
_CALLS = (nodes.Call, nodes.MethodCall, nodes.StaticCall, nodes.New)
_UNARY = (nodes.Unary, nodes.Cast, nodes.Silence, nodes.Print, nodes.Clone, nodes.Empty)


def is_read_late(f: FunctionCompiler, left: Any, right: Any) -> bool:
    """Whether it matters that PHP reads the variable `left` only once `right` is known."""
    if isinstance(right, _LEAVES) or not _is_operand(left):
        return False
    if assigns(right, left.name):
        return True
    if f.is_local(left.name):
        # Nobody else changes it; but then the warning that there is none comes after those of `right`.
        return left.name not in f.assigned
    return any(isinstance(inner, _ACTING) for inner in own_nodes([right]))


def is_read_anew(f: FunctionCompiler, subject: Any) -> bool:
    """Whether it matters that each test of a `switch` or `match` reads the variable it is about.

    It may be undefined, or changed by the test before. Where there is no test, nobody reads it.
    """
    return _is_operand(subject) and not (f.is_local(subject.name) and subject.name in f.assigned)


def _is_operand(node: Any) -> bool:
    return isinstance(node, nodes.Variable) and isinstance(node.name, str) and node.name not in _UNLIKE_OTHERS


def computed_first(f: FunctionCompiler, node: Any) -> Tuple[str, Raw]:
    """Text that computes `node`, to be put in front, and what then stands in its place."""
    held = f.temporary()
    return f"({held} := {f.copied(node)})", Raw(last_line(node), held)


def assigns(node: Any, name: str) -> bool:
    """Whether evaluating `node` assigns the variable `name`."""
    if isinstance(node, _LEAVES):
        return False
    for inner in own_nodes([node]):
        if isinstance(inner, (nodes.Assign, nodes.AssignRef, nodes.AssignOp, nodes.IncDec)):
            target = inner.target
            # `[$a, [$b]] = …` assigns all the variables in it.
            named = own_nodes([target]) if isinstance(target, nodes.ArrayLiteral) else (target,)
            if any(isinstance(one, nodes.Variable) and one.name == name for one in named):
                return True
    return False


def last_line(node: Any) -> int:
    """The line that is current once `node` is compiled, and so that of the operation which takes its value."""
    line: int = node.line
    while True:
        if isinstance(node, nodes.Binary):
            node = node.right
        elif isinstance(node, _UNARY):
            node = node.operand
        elif isinstance(node, (nodes.Assign, nodes.AssignOp)):
            node = node.value
        elif isinstance(node, nodes.Ternary):
            node = node.otherwise
        elif isinstance(node, nodes.Index):
            node = node.index or node.base
        elif isinstance(node, _CALLS) and node.arguments:
            node = node.arguments[-1].value
        elif isinstance(node, nodes.Interpolated):
            node = node.parts[-1]
        elif isinstance(node, nodes.ArrayLiteral) and node.items and node.items[-1] is not None:
            node = node.items[-1].value
        else:
            return line
        line = node.line


def on_line(operand: Any, line: int) -> Any:
    """An operand, a plain variable as one that is read by an operation of this line."""
    if isinstance(operand, nodes.Variable) and operand.line != line and isinstance(operand.name, str):
        return nodes.Variable(line, operand.name)
    return operand
