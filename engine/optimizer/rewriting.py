"""The walk that applies rules: a quick look for statements where one may apply, then a rewriting of these from below.

Nodes are shared and never changed: where something below one changed, a new one is made. What is not code that runs in
its place is left alone: attributes, types, constant expressions of declarations and what reflection or `assert` shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, Sequence, Tuple

from engine.optimizer.remove_dead_branches import leaves, remove_after_jump
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.optimizer.place import Place

Rewrites = Dict[type, Callable[["Place", Any], Any]]

# The fields of each node class that hold code which is rewritten. What is not listed is not entered.
FIELDS: Dict[type, Tuple[str, ...]] = {
    nodes.Interpolated: ("parts",),
    nodes.ArrayItem: ("key", "value"),
    nodes.ArrayLiteral: ("items",),
    nodes.Index: ("base", "index"),
    nodes.Property: ("base",),
    nodes.Argument: ("value",),
    nodes.Call: ("callee", "arguments"),
    nodes.MethodCall: ("base", "arguments"),
    nodes.StaticCall: ("arguments",),
    nodes.New: ("class_", "arguments"),
    nodes.Unary: ("operand",),
    nodes.Cast: ("operand",),
    nodes.Silence: ("operand",),
    nodes.Binary: ("left", "right"),
    nodes.Ternary: ("condition", "then", "otherwise"),
    nodes.InstanceOf: ("operand",),
    nodes.Assign: ("target", "value"),
    nodes.AssignOp: ("target", "value"),
    nodes.IncDec: ("target",),
    nodes.Print: ("operand",),
    nodes.Exit: ("operand",),
    nodes.Clone: ("operand",),
    nodes.Throw: ("operand",),
    nodes.Yield: ("key", "value"),
    nodes.YieldFrom: ("operand",),
    nodes.MatchArm: ("conditions", "body"),
    nodes.Match: ("subject", "arms"),
    nodes.Closure: ("body",),
    nodes.ArrowFunction: ("body",),
    nodes.FunctionDeclaration: ("body",),
    nodes.MethodDeclaration: ("body",),
    nodes.ClassDeclaration: ("members",),
    nodes.ExpressionStatement: ("expression",),
    nodes.Echo: ("operands",),
    nodes.Block: ("body",),
    nodes.If: ("branches", "otherwise"),
    nodes.While: ("condition", "body"),
    nodes.DoWhile: ("body", "condition"),
    nodes.For: ("initial", "conditions", "step", "body"),
    nodes.Foreach: ("subject", "body"),
    nodes.SwitchCase: ("test", "body"),
    nodes.Switch: ("subject", "cases"),
    nodes.Return: ("value",),
    nodes.Try: ("body", "catches", "finally_"),
    nodes.Catch: ("body",),
}
# Fields where a call must stay one: what it returns may be taken by reference, or written to.
_KEPT = {
    nodes.Index: "base", nodes.Property: "base", nodes.MethodCall: "base", nodes.Call: "callee", nodes.New: "class_",
    nodes.ArrayItem: "value", nodes.Foreach: "subject", nodes.Argument: "value",
}  # fmt: skip
_FUNCTIONS = (nodes.FunctionDeclaration, nodes.MethodDeclaration, nodes.Closure, nodes.ArrowFunction)
_BODIES = ("body", "otherwise", "finally_")


class Rewriting:
    """One file's walk: the rules by node class, and what tells that one may apply."""

    def __init__(self, rules: Sequence[Rewrites], seeds: Dict[type, Callable[[Any], bool]]) -> None:
        self.rules: Dict[type, List[Callable[[Place, Any], Any]]] = {}
        for rule in rules:
            for kind, rewrite in rule.items():
                self.rules.setdefault(kind, []).append(rewrite)
        self.seeds = seeds

    def statements(self, place: Place, statements: List[Any], may_apply: Callable[[Place, Any], bool]) -> List[Any]:
        """The statements of a file or namespace block, the same list where nothing changed."""
        after = [self._rewritten(place, one) if self._has_seed(place, one, may_apply) else one for one in statements]
        if all(old is new for old, new in zip(statements, after)):
            after = statements
        return remove_after_jump(_without_empty(after, statements))

    def _has_seed(self, place: Place, root: Any, may_apply: Callable[[Place, Any], bool]) -> bool:
        """Whether a rule may apply to something in a statement: a quick look, level by level."""
        seeds, fields = self.seeds, FIELDS
        call = nodes.Call
        queue = [root]
        for node in queue:
            kind = node.__class__
            names = fields.get(kind)
            if names is None:
                continue
            if kind is call:
                if may_apply(place, node):
                    return True
            elif kind in seeds and seeds[kind](node):
                return True
            for name in names:
                value = getattr(node, name)
                if value.__class__ is not list:
                    if value.__class__ in fields:
                        queue.append(value)
                elif value:
                    if name == "branches":
                        for condition, body, _line in value:
                            queue.append(condition)
                            queue += body
                    else:
                        if name == "body" and _has_dead_end(value):
                            return True
                        queue += value
        return False

    # ------------------------------------------------------------ rewriting

    def _rewritten(self, place: Place, node: Any) -> Any:
        """The node to put in a node's place."""
        after = self._below(place, node)
        for rewrite in self.rules.get(after.__class__, ()):
            new = rewrite(place, after)
            if new is not after:
                # What a rule makes of finished parts is finished: looking again could take quadratic time.
                return new
        return after

    def _below(self, place: Place, node: Any) -> Any:
        kind = node.__class__
        names = FIELDS.get(kind)
        if names is None or (kind in _FUNCTIONS and node.by_ref):
            return node
        if kind is nodes.Call:
            return self._call(place, node)
        kept = _KEPT.get(kind)
        changes: Dict[str, Any] = {}
        for name in names:
            value = getattr(node, name)
            if value is None:
                continue
            if value.__class__ is list:
                new = self._list(place, value, is_body=name in _BODIES)
            elif name == kept and value.__class__ is nodes.Call and getattr(node, "by_ref", True):
                new = self._below(place, value)
            else:
                new = self._rewritten(place, value)
            if new is not value:
                changes[name] = new
        return _with(node, changes) if changes else node

    def _list(self, place: Place, values: List[Any], *, is_body: bool) -> List[Any]:
        after = []
        changed = False
        for value in values:
            if value.__class__ is tuple:
                new = self._branch(place, value)
            elif value is None:
                new = None
            else:
                new = self._rewritten(place, value)
            changed = changed or new is not value
            after.append(new)
        result = after if changed else values
        return remove_after_jump(_without_empty(result, values)) if is_body else result

    def _branch(self, place: Place, branch: Tuple[Any, List[Any], int]) -> Tuple[Any, List[Any], int]:
        condition, body, line = branch
        new = self._rewritten(place, condition)
        new_body = self._list(place, body, is_body=True)
        return branch if new is condition and new_body is body else (new, new_body, line)

    def _call(self, place: Place, node: nodes.Call) -> nodes.Call:
        callee = node.callee
        if isinstance(callee, nodes.Name) and callee.text.rpartition("\\")[2].lower() == "assert":
            return node
        changes: Dict[str, Any] = {}
        if not isinstance(callee, nodes.Name):
            new = self._below(place, callee)
            if new is not callee:
                changes["callee"] = new
        if node.arguments:
            after = [self._argument(place, callee, position, one) for position, one in enumerate(node.arguments)]
            if any(old is not new for old, new in zip(node.arguments, after)):
                changes["arguments"] = after
        return _with(node, changes) if changes else node

    def _argument(self, place: Place, callee: Any, position: int, argument: nodes.Argument) -> nodes.Argument:
        value = argument.value
        is_plain = argument.name is None and not argument.unpack
        if value.__class__ is nodes.Call and not (is_plain and place.takes_value(callee, position)):
            new = self._below(place, value)
        else:
            new = self._rewritten(place, value)
        return argument if new is value else nodes.Argument(argument.line, new, argument.unpack, argument.name)


def _has_dead_end(body: List[Any]) -> bool:
    """Whether statements follow a jump, but for a `break` after a `return` in a `case`."""
    for position in range(len(body) - 1):
        if leaves(body[position]):
            rest = body[position + 1 :]
            return len(rest) > 1 or not isinstance(rest[0], nodes.Break)
    return False


def _without_empty(after: List[Any], before: List[Any]) -> List[Any]:
    """The statements without the empty blocks that rules left behind."""
    if after is before:
        return before
    return [
        new
        for new, old in zip(after, before)
        if new is old or new.__class__ is not nodes.Block or new.body or old.__class__ is nodes.Block
    ]


def _with(node: Any, changes: Dict[str, Any]) -> Any:
    """A copy of a node with other values in some fields."""
    made = node.__class__.__new__(node.__class__)
    made.__dict__.update(node.__dict__)
    made.__dict__.update(changes)
    return made
