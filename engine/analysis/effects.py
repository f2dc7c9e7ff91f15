"""Which user functions are pure, and which code leaves no trace when it never runs."""

from __future__ import annotations

from typing import Any, Dict, FrozenSet, List, Optional, Sequence

from engine.analysis.types import certain_type
from engine.syntax import nodes
from engine.syntax.visitor import children

# What matters although it never runs.
_LASTING = (
    nodes.Yield, nodes.YieldFrom, nodes.Label, nodes.Goto, nodes.FunctionDeclaration, nodes.ClassDeclaration,
    nodes.StaticDeclaration, nodes.Closure, nodes.ArrowFunction, nodes.HaltCompiler, nodes.Declare, nodes.Use,
    nodes.Namespace, nodes.ConstDeclaration, nodes.Global, nodes.Include,
)  # fmt: skip

# What a typed parameter certainly holds.
_SCALARS = frozenset(("int", "float", "string", "bool"))
_NUMBERS = frozenset(("int", "float", "number"))
_MAXIMUM_SIZE = 24


def is_removable(statements: Sequence[nodes.Node]) -> bool:
    """Whether code that never runs leaves no other trace."""
    stack = list(statements)
    while stack:
        node = stack.pop()
        if isinstance(node, _LASTING):
            return False
        stack += children(node)
    return True


class PureFunction:
    """A function `f($a, $b) { return EXPR; }` whose expression reads each parameter as told, and never warns or throws.

    `types`: what each parameter must certainly be, None for anything. `reads`: the parameters in the order of their
    evaluation. `conditional`: those that are not read on every path.
    """

    def __init__(self, node: nodes.FunctionDeclaration, value: nodes.Expression) -> None:
        self.node = node
        self.value = value
        self.parameters: List[str] = [parameter.name for parameter in node.parameters]
        self.types: List[Optional[str]] = []
        self.reads: List[str] = []
        self.conditional: FrozenSet[str] = frozenset()


def pure_function(node: nodes.FunctionDeclaration) -> Optional[PureFunction]:
    """What is known of a function's purity, or None when it is not certain."""
    body = node.body
    if len(body) != 1 or body[0].__class__ is not nodes.Return or node.by_ref or node.attributes:
        return None
    value = body[0].value
    if value is None:
        return None
    pure = PureFunction(node, value)
    known: Dict[str, Optional[str]] = {}
    for parameter in node.parameters:
        if parameter.by_ref or parameter.variadic or parameter.attributes or parameter.modifiers:
            return None
        kind = None
        if parameter.type is not None:
            kind = scalar_type(parameter.type)
            if kind is None:
                return None
        known[parameter.name] = kind
        pure.types.append(kind)
    reader = _Reader(known)
    result = reader.type_of(value)
    if result is _IMPURE or not _fits(result, node.return_type):
        return None
    pure.reads, pure.conditional = reader.reads, frozenset(reader.conditional)
    return pure


def scalar_type(type_: Any) -> Optional[str]:
    """The scalar type that a declared type is, or None."""
    if type_.__class__ is not nodes.NamedType:
        return None
    lowered = type_.name.text.lower()
    return lowered if lowered in _SCALARS else None


def _fits(result: str, declared: Any) -> bool:
    return declared is None or result == scalar_type(declared)


_IMPURE = "impure"
_ANY = "any"
_SHORT_CIRCUITS = frozenset(("&&", "||"))
_COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">="))


class _Reader:
    """Types of an expression over parameters; notes what it reads."""

    def __init__(self, known: Dict[str, Optional[str]]) -> None:
        self.known = known
        self.reads: List[str] = []
        self.conditional: List[str] = []
        self.branches = 0
        self.size = 0

    def type_of(self, node: Any) -> str:
        """`_IMPURE`, `_ANY` for a value of any type, else a type as in engine.analysis.types."""
        self.size += 1
        kind = node.__class__
        if self.size > _MAXIMUM_SIZE:
            return _IMPURE
        if kind is nodes.Literal:
            return certain_type(node) or _IMPURE
        if kind is nodes.Variable:
            return self._variable(node)
        if kind is nodes.Constant:
            lowered = node.name.text.lower()
            return "bool" if lowered in ("true", "false") else "null" if lowered == "null" else _IMPURE
        if kind is nodes.Binary:
            return self._binary(node)
        if kind is nodes.Unary:
            return self._unary(node)
        if kind is nodes.Cast:
            return self._cast(node)
        if kind is nodes.Ternary and node.then is not None:
            return self._ternary(node)
        return _IMPURE

    def _variable(self, node: nodes.Variable) -> str:
        name = node.name
        if not isinstance(name, str) or name not in self.known:
            return _IMPURE
        self.reads.append(name)
        if self.branches:
            self.conditional.append(name)
        return self.known[name] or _ANY

    def _binary(self, node: nodes.Binary) -> str:
        operator = node.operator
        left = self.type_of(node.left)
        self.branches += operator in _SHORT_CIRCUITS
        right = self.type_of(node.right)
        self.branches -= operator in _SHORT_CIRCUITS
        if _IMPURE in (left, right):
            return _IMPURE
        if operator in ("&&", "||", "xor"):
            return "bool"
        if operator in ("===", "!=="):
            # Of two arrays, one could hold itself, which ends the script.
            return _IMPURE if left is _ANY and right is _ANY else "bool"
        if _ANY in (left, right) or "null" in (left, right):
            return _IMPURE
        if operator in _COMPARISONS:
            return "bool"
        if operator == "<=>":
            return "int"
        if operator == ".":
            return "string"
        return _arithmetic(node, left, right)

    def _unary(self, node: nodes.Unary) -> str:
        inner = self.type_of(node.operand)
        if inner is _IMPURE:
            return _IMPURE
        if node.operator == "!":
            return "bool"
        if inner not in _NUMBERS:
            return _IMPURE
        if node.operator == "~":
            return "int" if inner == "int" else _IMPURE
        return inner if inner == "float" else "number"

    def _cast(self, node: nodes.Cast) -> str:
        inner = self.type_of(node.operand)
        if inner is _IMPURE or node.to not in _SCALARS:
            return _IMPURE
        if node.to != "bool" and inner in (_ANY, "null"):
            return _IMPURE
        # PHP says so when a float is no int, from 8.5 on.
        return _IMPURE if node.to == "int" and inner in ("float", "number", "string") else node.to

    def _ternary(self, node: nodes.Ternary) -> str:
        condition = self.type_of(node.condition)
        self.branches += 1
        then, otherwise = self.type_of(node.then), self.type_of(node.otherwise)
        self.branches -= 1
        if _IMPURE in (condition, then, otherwise):
            return _IMPURE
        return then if then == otherwise else _ANY


def _arithmetic(node: nodes.Binary, left: str, right: str) -> str:
    operator = node.operator
    if operator in ("&", "|", "^"):
        return "int" if left == right == "int" else _IMPURE
    constant = node.right.value if isinstance(node.right, nodes.Literal) else None
    if operator in ("<<", ">>"):
        return "int" if left == right == "int" and constant is not None else _IMPURE
    if left not in _NUMBERS or right not in _NUMBERS:
        return _IMPURE
    if operator == "%":
        return "int" if left == right == "int" and constant else _IMPURE
    if operator in ("+", "-", "*") or (operator == "/" and constant):
        return "float" if "float" in (left, right) else "number"
    return _IMPURE
