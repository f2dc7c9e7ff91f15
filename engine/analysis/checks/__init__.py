"""What PHP refuses to compile although it parses: one pass over the tree, a table of checks by node class.

Checks that need other classes (inheritance) are made when a class is declared, not here.
"""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Tuple, Type, Union

from engine.analysis.checks import (
    attributes,
    classes,
    control_structures,
    functions,
    names,
    namespaces,
    variables,
)
from engine.analysis.checks.context import Context
from engine.errors import CompileError
from engine.syntax import nodes
from engine.syntax.visitor import children

Leave = Callable[[Context], None]
# Any: each check takes the node class it is listed under; what it returns is run after the node's children.
CHECKS: Dict[Type[nodes.Node], Tuple[Callable[[Context, Any], Union[Leave, None]], ...]] = {
    nodes.Script: (namespaces.check_script,),
    nodes.Namespace: (namespaces.check_namespace,),
    nodes.Use: (namespaces.check_use,),
    nodes.ConstDeclaration: (namespaces.check_const,),
    nodes.Assign: (variables.check_assign,),
    nodes.AssignRef: (variables.check_assign_ref,),
    nodes.AssignOp: (variables.check_assign_op,),
    nodes.IncDec: (variables.check_inc_dec,),
    nodes.ArrayLiteral: (variables.check_array_literal,),
    nodes.Index: (variables.check_index,),
    nodes.Unset: (variables.check_unset,),
    nodes.Isset: (variables.check_isset,),
    nodes.Global: (variables.check_global,),
    nodes.StaticDeclaration: (variables.check_static,),
    nodes.While: (control_structures.enter_block,),
    nodes.DoWhile: (control_structures.enter_block,),
    nodes.For: (control_structures.enter_block,),
    nodes.Foreach: (variables.check_foreach, control_structures.enter_block),
    nodes.Switch: (control_structures.check_switch,),
    nodes.Match: (control_structures.check_match,),
    nodes.Break: (control_structures.check_jump,),
    nodes.Continue: (control_structures.check_jump,),
    nodes.Label: (control_structures.check_label,),
    nodes.Goto: (control_structures.check_goto,),
    nodes.Declare: (control_structures.check_declare,),
    nodes.Try: (control_structures.check_try,),
    nodes.Catch: (names.check_catch,),
    nodes.FunctionDeclaration: (attributes.check_attributes, functions.check_function),
    nodes.Closure: (attributes.check_attributes, functions.enter_function),
    nodes.ArrowFunction: (attributes.check_attributes, functions.enter_function),
    nodes.PropertyHook: (attributes.check_attributes, functions.enter_function),
    nodes.Return: (functions.check_return,),
    nodes.Yield: (functions.check_yield,),
    nodes.YieldFrom: (functions.check_yield,),
    nodes.Call: (functions.check_arguments,),
    nodes.MethodCall: (names.check_method_name, functions.check_arguments),
    nodes.StaticCall: (names.check_static_call, functions.check_arguments),
    nodes.New: (names.check_new, functions.check_arguments),
    nodes.ClassConstant: (names.check_class_constant,),
    nodes.StaticProperty: (names.check_static_property,),
    nodes.InstanceOf: (names.check_instanceof,),
    nodes.ClassDeclaration: (attributes.check_attributes, classes.enter_class),
    nodes.MethodDeclaration: (attributes.check_attributes, classes.check_method),
    nodes.ClassConstDeclaration: (attributes.check_attributes, classes.check_constants),
    nodes.PropertyDeclaration: (attributes.check_attributes, classes.check_properties),
    nodes.Parameter: (attributes.check_attributes,),
    nodes.EnumCase: (attributes.check_attributes, classes.check_case),
    nodes.TraitUse: (classes.check_trait_use,),
}


Notice = Tuple[int, str, int]  # level, message, line


def check(script: nodes.Script, filename: str = "") -> List[Notice]:
    """Raise CompileError for the first thing in the script that PHP would not compile; else what it warns of.

    The error's `notices` are what PHP has said by then.
    """
    context = Context(script, filename)
    try:
        _check_all(context, script)
    except CompileError as error:
        error.notices = context.notices
        raise
    return context.notices


def _check_all(context: Context, script: nodes.Script) -> None:
    stack: List[Union[nodes.Node, Leave]] = [script]
    while stack:
        item = stack.pop()
        if not isinstance(item, nodes.Node):
            item(context)
            continue
        for one in CHECKS.get(item.__class__, ()):
            leave = one(context, item)
            if leave is not None:
                stack.append(leave)
        if isinstance(item, nodes.Try):
            _push_try(stack, item)
            continue
        if isinstance(item, nodes.Binary) and _decides(item):
            stack.append(item.left)
            continue
        below = children(item)
        below.reverse()
        stack += below
    control_structures.check_jumps(context.function)


def _push_try(stack: List[Union[nodes.Node, Leave]], node: nodes.Try) -> None:
    """The statements of `finally` stand in a block of their own, since no jump may cross its border."""
    if node.finally_ is not None:
        block = control_structures.Finally(node.line)
        stack.append(control_structures.leave_block)
        stack += reversed(node.finally_)
        stack.append(lambda context: context.function.blocks.append(block))
    stack += reversed(node.catches)
    stack += reversed(node.body)


def _decides(node: nodes.Binary) -> bool:
    """Whether `0 && …` or `1 || …`, whose right side PHP never compiles."""
    if node.operator not in ("&&", "||"):
        return False
    left = node.left
    if isinstance(left, nodes.Literal):
        value = bool(left.value) and left.value != "0"
    elif isinstance(left, nodes.Constant) and left.name.text.lower() in ("true", "false", "null"):
        value = left.name.text.lower() == "true"
    else:
        return False
    return value == (node.operator == "||")
