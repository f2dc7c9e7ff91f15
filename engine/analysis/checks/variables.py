"""Reading and writing: what may stand on the left of an assignment, and where `$a[]` may."""

from __future__ import annotations

from typing import List, Optional

from engine.analysis.checks.context import Context, fatal
from engine.syntax import nodes

_VARIABLES = (nodes.Variable, nodes.Index, nodes.Property, nodes.StaticProperty)
_CALLS = (nodes.Call, nodes.MethodCall, nodes.StaticCall)


def is_this(node: Optional[nodes.Node]) -> bool:
    """`$this`."""
    return isinstance(node, nodes.Variable) and node.name == "this"


def is_globals(node: nodes.Node) -> bool:
    """`$GLOBALS`."""
    return isinstance(node, nodes.Variable) and node.name == "GLOBALS"


def is_nullsafe(node: Optional[nodes.Node]) -> bool:
    """Whether the chain that ends in this node has a `?->`."""
    while True:
        if isinstance(node, (nodes.Property, nodes.MethodCall)):
            if node.nullsafe:
                return True
            node = node.base
        elif isinstance(node, nodes.Index):
            node = node.base
        elif isinstance(node, (nodes.StaticProperty, nodes.StaticCall, nodes.ClassConstant)):
            node = node.class_
        else:
            return False


def mark_written(context: Context, node: nodes.Node) -> None:
    """Remember that something is put into `node`, so that `[]` in it appends."""
    while isinstance(node, (nodes.Index, nodes.Property)):
        context.written.add(id(node))
        node = node.base


def refuse_unwritable(node: nodes.Node) -> None:
    """Refuse what can never be written to."""
    if isinstance(node, nodes.Call):
        fatal("Can't use function return value in write context", node.line)
    if isinstance(node, (nodes.MethodCall, nodes.StaticCall)):
        fatal("Can't use method return value in write context", node.line)
    if is_nullsafe(node):
        fatal("Can't use nullsafe operator in write context", node.line)
    if is_globals(node):
        fatal("$GLOBALS can only be modified using the $GLOBALS[$name] = $value syntax", node.line)
    if isinstance(node, nodes.Index) and node.index is None and is_globals(node.base):
        fatal("Cannot append to $GLOBALS", node.line)
    while isinstance(node, (nodes.Index, nodes.Property)):
        node = node.base
    if not isinstance(node, _VARIABLES + _CALLS):
        fatal("Cannot use temporary expression in write context", node.line)


def check_target(context: Context, target: nodes.Expression) -> None:
    """The left side of an assignment, or a variable of `foreach`."""
    if isinstance(target, nodes.ArrayLiteral):
        check_destructuring(context, target)
        return
    if is_this(target):
        fatal("Cannot re-assign $this", target.line)
    refuse_unwritable(target)
    mark_written(context, target)


def check_destructuring(context: Context, target: nodes.ArrayLiteral) -> None:
    """`[$a, [$b]] = …` and `list('k' => $a) = …`."""
    context.targets.add(id(target))
    present = [item for item in target.items if item is not None]
    if not present:
        fatal("Cannot use empty list", target.line)
    # The line of the item before: that is how far PHP has come.
    line = target.line
    is_keyed = present[0].key is not None and not present[0].unpack
    for item in target.items:
        if item is None:
            if is_keyed:
                fatal("Cannot use empty array entries in keyed array assignment", line)
            continue
        if item.unpack:
            fatal("Spread operator is not supported in assignments", item.line)
        if (item.key is not None) != is_keyed:
            fatal("Cannot mix keyed and unkeyed array entries in assignments", line)
        line = item.line
        value = item.value
        if isinstance(value, nodes.ArrayLiteral):
            if value.syntax == "array":
                fatal("Cannot assign to array(), use [] instead", value.line)
            if value.syntax != target.syntax:
                fatal("Cannot mix [] and list()", value.line)
        elif not isinstance(value, _VARIABLES + _CALLS) or is_nullsafe(value):
            fatal("Assignments can only happen to writable values", value.line)
        check_target(context, value)


def has_references(target: nodes.ArrayLiteral) -> bool:
    """Whether a destructuring pattern takes references, at any level."""
    pending: List[nodes.ArrayLiteral] = [target]
    while pending:
        for item in pending.pop().items:
            if item is not None:
                if item.by_ref:
                    return True
                if isinstance(item.value, nodes.ArrayLiteral):
                    pending.append(item.value)
    return False


def check_assign(context: Context, node: nodes.Assign) -> None:
    """`target = value`."""
    if isinstance(node.target, nodes.ArrayLiteral) and has_references(node.target):
        if not isinstance(node.value, _VARIABLES + _CALLS):
            fatal("Cannot assign reference to non referenceable value", node.line)
        if is_nullsafe(node.value):
            fatal("Cannot take reference of a nullsafe chain", node.line)
        mark_written(context, node.value)
    check_target(context, node.target)


def check_assign_ref(context: Context, node: nodes.AssignRef) -> None:
    """`target = &value`."""
    check_target(context, node.target)
    if is_nullsafe(node.value):
        fatal("Cannot take reference of a nullsafe chain", node.line)
    if is_globals(node.value):
        fatal("Cannot acquire reference to $GLOBALS", node.line)
    mark_written(context, node.value)


def check_assign_op(context: Context, node: nodes.AssignOp) -> None:
    """`target op= value`."""
    refuse_unwritable(node.target)
    if node.operator == "??" and is_this(node.target):
        fatal("Cannot re-assign $this", node.line)
    if node.operator != "??":
        mark_written(context, node.target)


def check_inc_dec(context: Context, node: nodes.IncDec) -> None:
    """`$x++`."""
    refuse_unwritable(node.target)
    mark_written(context, node.target)


def check_array_literal(context: Context, node: nodes.ArrayLiteral) -> None:
    """An array as a value."""
    if id(node) in context.targets:
        return
    if node.syntax == "list":
        fatal("Cannot use list() as standalone expression", node.line)
    for item in node.items:
        if item is None:
            fatal("Cannot use empty array elements in arrays", node.line)
        if isinstance(item.value, nodes.ArrayLiteral) and item.value.syntax == "list":
            fatal("Cannot use list() as standalone expression", item.line)
        if item.by_ref:
            refuse_reference(item.value)
            mark_written(context, item.value)
    if any(item and item.unpack and isinstance(item.value, nodes.Literal) for item in node.items):
        _refuse_unpacking(node)


def _refuse_unpacking(array: nodes.ArrayLiteral) -> None:
    """Refuse `[1, ...2]`; where not all elements are constant, PHP finds out when it runs."""
    if not _is_constant(array):
        return
    for item in array.items:
        if item and item.unpack and isinstance(item.value, nodes.Literal):
            kind = {int: "int", float: "float", str: "string"}[type(item.value.value)]
            fatal(f"Only arrays and Traversables can be unpacked, {kind} given", array.line)


def _is_constant(node: Optional[nodes.Node]) -> bool:
    """Whether PHP knows the value when it compiles."""
    if isinstance(node, nodes.ArrayLiteral):
        return all(
            item is not None
            and not item.by_ref
            and _is_constant(item.value)
            and (item.key is None or _is_constant(item.key))
            for item in node.items
        )
    if isinstance(node, nodes.Binary):
        return _is_constant(node.left) and _is_constant(node.right)
    if isinstance(node, nodes.Unary):
        return _is_constant(node.operand)
    return isinstance(node, nodes.Literal) or (
        isinstance(node, nodes.Constant) and node.name.text.lower() in ("true", "false", "null")
    )


def refuse_reference(node: nodes.Node) -> None:
    """Refuse `&$a?->b`."""
    if is_nullsafe(node):
        fatal("Cannot take reference of a nullsafe chain", node.line)
    refuse_unwritable(node)


def check_index(context: Context, node: nodes.Index) -> None:
    """`$a[]` reads nothing."""
    if node.index is None and id(node) not in context.written:
        fatal("Cannot use [] for reading", node.line)


def check_unset(_context: Context, node: nodes.Unset) -> None:
    """`unset(…)`."""
    for target in node.targets:
        if is_this(target):
            fatal("Cannot unset $this", target.line)
        below: nodes.Node = target
        while isinstance(below, (nodes.Index, nodes.Property)):
            if isinstance(below, nodes.Index) and below.index is None:
                fatal("Cannot use [] for unsetting", target.line)
            below = below.base
        refuse_unwritable(target)


def check_isset(_context: Context, node: nodes.Isset) -> None:
    """`isset(…)` takes variables only."""
    for operand in node.operands:
        if not isinstance(operand, _VARIABLES):
            fatal(
                'Cannot use isset() on the result of an expression (you can use "null !== expression" instead)',
                node.line,
            )


def check_foreach(context: Context, node: nodes.Foreach) -> None:
    """The variables of a `foreach`."""
    if node.key is not None:
        check_target(context, node.key)
    check_target(context, node.value)
    is_reference = node.by_ref or (isinstance(node.value, nodes.ArrayLiteral) and has_references(node.value))
    if is_reference and isinstance(node.subject, _VARIABLES):
        mark_written(context, node.subject)


def check_global(_context: Context, node: nodes.Global) -> None:
    """`global $x`."""
    for variable in node.variables:
        if is_this(variable):
            fatal("Cannot use $this as global variable", variable.line)


def check_static(context: Context, node: nodes.StaticDeclaration) -> None:
    """`static $x`."""
    declared = context.function.static_variables
    for variable in node.variables:
        if variable.name == "this":
            fatal("Cannot use $this as static variable", variable.line)
        if variable.name in declared:
            fatal(f"Duplicate declaration of static variable ${variable.name}", variable.line)
        declared.add(variable.name)
