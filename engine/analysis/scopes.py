"""Each variable of a function: a plain local, a reference, or one of a symbol table."""

from __future__ import annotations

from typing import Any, Callable, List, Optional, Set, Tuple

from engine.analysis.walk import FUNCTION_LIKE, own_nodes
from engine.syntax import nodes
from engine.syntax.visitor import children

# Builtins that reach the caller's variables by name.
SYMBOL_TABLE_FUNCTIONS = frozenset(("extract", "parse_str", "get_defined_vars"))
ARGUMENT_FUNCTIONS = frozenset(("func_get_args", "func_get_arg", "func_num_args"))

ByRefOf = Callable[[Any], Optional[Callable[[int], bool]]]


class VariableFacts:
    """What a function does with its variables."""

    def __init__(self) -> None:
        self.names: Set[str] = set()
        self.references: Set[str] = set()
        # Those that may come to share another reference than the one they began with.
        self.rebound: Set[str] = set()
        # Those of `global` and `static`, whose reference outlives the function.
        self.outliving: Set[str] = set()
        self.appended: Set[str] = set()
        self.unset: Set[str] = set()
        self.needs_symbol_table = False
        self.is_generator = False
        self.uses_arguments = False
        self.uses_this = False
        self.has_goto = False
        # The variables of catch clauses.
        self.caught: Set[str] = set()

    def unset_within(self, node: Any) -> Set[str]:
        """The variables that a statement, or one in it, may unset."""
        found = VariableFacts()
        for inner in own_nodes([node]):
            if isinstance(inner, nodes.Unset):
                _unset(found, inner, lambda _call: None)
        return found.unset


# What an exception may be asked without its trace being worked out before.
GETTERS = frozenset(("getmessage", "getcode", "getprevious", "getfile", "getline", "gettrace", "gettraceasstring"))
PLACE_PROPERTIES = frozenset(("file", "line", "trace"))


def is_inquiry(node: Any) -> bool:
    """Whether a call, property or instanceof only asks its object what any exception can tell at once."""
    if isinstance(node, nodes.MethodCall):
        return isinstance(node.name, str) and node.name.lower() in GETTERS and node.arguments == []
    if isinstance(node, nodes.Property):
        return isinstance(node.name, str) and node.name not in PLACE_PROPERTIES
    return isinstance(node, nodes.InstanceOf)


def analyze_variables(body: List[Any], by_ref_of: ByRefOf) -> VariableFacts:
    """The facts about one function's own body.

    `by_ref_of(call)` says which of a call's arguments are references, as far as the callee is known.
    """
    facts = VariableFacts()
    for node in own_nodes(body):
        handler = _HANDLERS.get(type(node))
        if handler is not None:
            handler(facts, node, by_ref_of)
    facts.is_generator = facts.is_generator and _yields(body)
    return facts


def _yields(body: List[Any]) -> bool:
    """Whether there is a `yield` that is not an arrow function's own."""
    stack = list(body)
    while stack:
        node = stack.pop()
        if isinstance(node, (nodes.Yield, nodes.YieldFrom)):
            return True
        if not isinstance(node, (*FUNCTION_LIKE, nodes.ArrowFunction)):
            stack += children(node)
    return False


def lvalue_root(node: Any) -> Optional[str]:
    """The variable whose storage `&node` would turn into a reference, or None."""
    # `&$this` is a reference to a value: `$this` itself has no storage.
    if isinstance(node, nodes.Variable) and isinstance(node.name, str) and node.name != "this":
        return node.name
    return None


def _variable(facts: VariableFacts, node: nodes.Variable, _by_ref: ByRefOf) -> None:
    if isinstance(node.name, str):
        facts.names.add(node.name)
        if node.name == "this":
            facts.uses_this = True
    else:
        facts.needs_symbol_table = True


def _assign_ref(facts: VariableFacts, node: nodes.AssignRef, _by_ref: ByRefOf) -> None:
    for side in (node.target, node.value):
        root = lvalue_root(side)
        if root is not None:
            facts.references.add(root)
    _rebind(facts, node.target)
    if isinstance(node.value, (nodes.Call, nodes.MethodCall, nodes.StaticCall)):
        # What the call returns may be the reference that it was given.
        _reference_arguments(facts, node.value)


def _rebind(facts: VariableFacts, target: Any) -> None:
    """Note what `target` gives new references to, where it is bound by reference."""
    if isinstance(target, nodes.ArrayLiteral):
        for item in target.items:
            if item is not None and (item.by_ref or isinstance(item.value, nodes.ArrayLiteral)):
                _rebind(facts, item.value)
    root = lvalue_root(target)
    if root is not None:
        facts.rebound.add(root)


def _reference_arguments(facts: VariableFacts, call: Any) -> None:
    for argument in call.arguments or ():
        root = lvalue_root(argument.value)
        if root is not None and not argument.unpack:
            facts.references.add(root)


def returned_references(facts: VariableFacts, body: List[Any]) -> None:
    """Add the variables that a function returns or yields by reference."""
    for node in own_nodes(body):
        if isinstance(node, (nodes.Return, nodes.Yield)) and node.value is not None:
            root = lvalue_root(node.value)
            if root is not None:
                facts.references.add(root)
            elif isinstance(node.value, (nodes.Call, nodes.MethodCall, nodes.StaticCall)):
                _reference_arguments(facts, node.value)


def _array_item(facts: VariableFacts, node: nodes.ArrayItem, _by_ref: ByRefOf) -> None:
    if node.by_ref:
        root = lvalue_root(node.value)
        if root is not None:
            facts.references.add(root)


def _assign(facts: VariableFacts, node: nodes.Assign, _by_ref: ByRefOf) -> None:
    if isinstance(node.target, nodes.ArrayLiteral) and _has_reference(node.target):
        _rebind(facts, node.target)
        root = lvalue_root(node.value)
        if root is not None:
            facts.references.add(root)


def _has_reference(pattern: nodes.ArrayLiteral) -> bool:
    return any(
        item is not None
        and (item.by_ref or (isinstance(item.value, nodes.ArrayLiteral) and _has_reference(item.value)))
        for item in pattern.items
    )


def _assign_op(facts: VariableFacts, node: nodes.AssignOp, _by_ref: ByRefOf) -> None:
    root = lvalue_root(node.target)
    if node.operator == "." and root is not None:
        facts.appended.add(root)


def _foreach(facts: VariableFacts, node: nodes.Foreach, _by_ref: ByRefOf) -> None:
    by_ref = node.by_ref or (isinstance(node.value, nodes.ArrayLiteral) and _has_reference(node.value))
    if not by_ref:
        return
    _rebind(facts, node.value)
    for side in (node.value, node.subject):
        root = lvalue_root(side)
        if root is not None:
            facts.references.add(root)


def _global(facts: VariableFacts, node: nodes.Global, _by_ref: ByRefOf) -> None:
    for variable in node.variables:
        if isinstance(variable.name, str):
            facts.names.add(variable.name)
            facts.references.add(variable.name)
            facts.outliving.add(variable.name)
        else:
            facts.needs_symbol_table = True


def _static(facts: VariableFacts, node: nodes.StaticDeclaration, _by_ref: ByRefOf) -> None:
    for variable in node.variables:
        facts.names.add(variable.name)
        facts.references.add(variable.name)
        facts.outliving.add(variable.name)


def _unset(facts: VariableFacts, node: nodes.Unset, _by_ref: ByRefOf) -> None:
    for target in node.targets:
        root = lvalue_root(target)
        if root is not None:
            facts.unset.add(root)
            facts.rebound.add(root)


def _closure(facts: VariableFacts, node: nodes.Closure, _by_ref: ByRefOf) -> None:
    for use in node.uses:
        facts.names.add(use.name)
        if use.by_ref:
            facts.references.add(use.name)
    facts.uses_this = facts.uses_this or not node.static


def _arrow(facts: VariableFacts, node: nodes.ArrowFunction, _by_ref: ByRefOf) -> None:
    facts.uses_this = facts.uses_this or not node.static


def _yield(facts: VariableFacts, _node: Any, _by_ref: ByRefOf) -> None:
    facts.is_generator = True


def _include(facts: VariableFacts, _node: Any, _by_ref: ByRefOf) -> None:
    facts.needs_symbol_table = True


def _catch(facts: VariableFacts, node: nodes.Catch, _by_ref: ByRefOf) -> None:
    if node.variable is not None:
        facts.names.add(node.variable)
        facts.caught.add(node.variable)


def _goto(facts: VariableFacts, _node: Any, _by_ref: ByRefOf) -> None:
    facts.has_goto = True


def _call(facts: VariableFacts, node: Any, by_ref_of: ByRefOf) -> None:
    if node.arguments is None:
        return
    if isinstance(node, nodes.Call) and isinstance(node.callee, nodes.Name):
        _named_call(facts, node, node.callee.text.rpartition("\\")[2].lower())
    by_ref = by_ref_of(node)
    if by_ref is None:
        return
    for position, argument in enumerate(node.arguments):
        root = lvalue_root(argument.value)
        if root is not None and not argument.unpack and (argument.name is not None or by_ref(position)):
            facts.references.add(root)


def _named_call(facts: VariableFacts, node: nodes.Call, name: str) -> None:
    if name in ARGUMENT_FUNCTIONS:
        facts.uses_arguments = True
    elif name == "compact":
        literal = all(isinstance(argument.value, nodes.Literal) for argument in node.arguments or ())
        if not literal:
            facts.needs_symbol_table = True
        for argument in node.arguments or ():
            if isinstance(argument.value, nodes.Literal) and isinstance(argument.value.value, str):
                facts.names.add(argument.value.value)
    elif name in SYMBOL_TABLE_FUNCTIONS:
        facts.needs_symbol_table = True


_HANDLERS: dict[type, Callable[[VariableFacts, Any, ByRefOf], None]] = {
    nodes.Variable: _variable,
    nodes.AssignRef: _assign_ref,
    nodes.ArrayItem: _array_item,
    nodes.Assign: _assign,
    nodes.AssignOp: _assign_op,
    nodes.Foreach: _foreach,
    nodes.Global: _global,
    nodes.StaticDeclaration: _static,
    nodes.Unset: _unset,
    nodes.Closure: _closure,
    nodes.ArrowFunction: _arrow,
    nodes.Yield: _yield,
    nodes.YieldFrom: _yield,
    nodes.Include: _include,
    nodes.Catch: _catch,
    nodes.Goto: _goto,
    nodes.Call: _call,
    nodes.MethodCall: _call,
    nodes.StaticCall: _call,
    nodes.New: _call,
}


def free_variables(function: nodes.ArrowFunction) -> List[str]:
    """The variables that an arrow function takes from outside, `$this` left out."""
    own = {parameter.name for parameter in function.parameters}
    found: List[str] = []
    stack: List[Tuple[Any, Set[str]]] = [(function.body, own)]
    while stack:
        node, bound = stack.pop()
        if isinstance(node, nodes.Variable) and isinstance(node.name, str):
            if node.name not in bound and node.name != "this" and node.name not in found:
                found.append(node.name)
        elif isinstance(node, nodes.ArrowFunction):
            stack.append((node.body, bound | {parameter.name for parameter in node.parameters}))
            continue
        elif isinstance(node, nodes.Closure):
            for use in node.uses:
                if use.name not in bound and use.name not in found:
                    found.append(use.name)
            continue
        elif isinstance(node, (nodes.FunctionDeclaration, nodes.ClassDeclaration)):
            continue
        elif (
            isinstance(node, nodes.Call)
            and isinstance(node.callee, nodes.Name)
            and node.callee.text.lower() == "compact"
        ):
            for argument in node.arguments or ():
                literal = argument.value
                if isinstance(literal, nodes.Literal) and isinstance(literal.value, str) and literal.value not in found:
                    found.append(literal.value)
        stack.extend([(child, bound) for child in children(node)])
    return found
