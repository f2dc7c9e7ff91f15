"""Jumps, `switch`, `match` and `declare`."""

from __future__ import annotations

from typing import Callable, Optional, Tuple, Union

from engine.analysis.checks.context import Context, FunctionScope, fatal
from engine.errors import CatchableCompileError
from engine.syntax import nodes

Leave = Optional[Callable[[Context], None]]
Loop = Union[nodes.While, nodes.DoWhile, nodes.For, nodes.Foreach, nodes.Switch]


class Finally(nodes.Node):
    """Stands for a `finally` among the blocks around a statement."""


def enter_block(context: Context, node: nodes.Node) -> Leave:
    """Go into a loop or `switch`."""
    context.function.blocks.append(node)
    return leave_block


def leave_block(context: Context) -> None:
    """Go out of the innermost block."""
    context.function.blocks.pop()


def check_switch(context: Context, node: nodes.Switch) -> Leave:
    """`switch` with one `default` at most."""
    defaults = [case for case in node.cases if case.test is None]
    if len(defaults) > 1:
        fatal("Switch statements may only contain one default clause", defaults[1].line)
    return enter_block(context, node)


def check_match(_context: Context, node: nodes.Match) -> None:
    """`match` with one `default` at most."""
    defaults = [arm for arm in node.arms if arm.conditions is None]
    if len(defaults) > 1:
        fatal("Match expressions may only contain one default arm", defaults[1].line)


def check_try(_context: Context, node: nodes.Try) -> None:
    """`try` does not stand alone."""
    if not node.catches and node.finally_ is None:
        fatal("Cannot use try without catch or finally", node.line)


def check_jump(context: Context, node: Union[nodes.Break, nodes.Continue]) -> None:
    """`break n` and `continue n` leave that many loops, but no `finally`."""
    keyword = "break" if isinstance(node, nodes.Break) else "continue"
    blocks = context.function.blocks
    depth = sum(not isinstance(block, Finally) for block in blocks)
    if not depth:
        fatal(f"'{keyword}' not in the 'loop' or 'switch' context", node.line)
    if node.levels > depth:
        fatal(f"Cannot '{keyword}' {node.levels} level{'' if node.levels == 1 else 's'}", node.line)
    for block in blocks[-node.levels :]:
        if isinstance(block, Finally):
            fatal("jump out of a finally block is disallowed", node.line)
    if keyword == "continue":
        _warn_of_switch(context, node)


def _warn_of_switch(context: Context, node: Union[nodes.Break, nodes.Continue]) -> None:
    """`continue` that means a `switch` does what `break` does."""
    around = [block for block in context.function.blocks if not isinstance(block, Finally)]
    if not isinstance(around[-node.levels], nodes.Switch):
        return
    count = "" if node.levels == 1 else f" {node.levels}"
    hint = f'. Did you mean to use "continue {node.levels + 1}"?' if len(around) > node.levels else ""
    context.warn(f'"continue{count}" targeting switch is equivalent to "break{count}"{hint}', node.line)


def check_label(context: Context, node: nodes.Label) -> None:
    """`name:`."""
    labels = context.function.labels
    if node.name in labels:
        fatal(f"Label '{node.name}' already defined", node.line)
    labels[node.name] = tuple(context.function.blocks)


def check_goto(context: Context, node: nodes.Goto) -> None:
    """`goto name`, which can be judged when all labels are known."""
    context.function.jumps.append((node, tuple(context.function.blocks)))


def check_jumps(scope: FunctionScope) -> None:
    """Judge the `goto`s of a function at its end."""
    for jump, blocks in scope.jumps:
        target = scope.labels.get(jump.label)
        if target is None:
            fatal(f"'goto' to undefined label '{jump.label}'", jump.line)
        _check_path(jump, blocks, target)


def _check_path(jump: nodes.Goto, blocks: Tuple[nodes.Node, ...], target: Tuple[nodes.Node, ...]) -> None:
    entered = target[_common(blocks, target) :]
    if any(not isinstance(block, Finally) for block in entered):
        fatal("'goto' into loop or switch statement is disallowed", jump.line)
    if entered:
        fatal("jump into a finally block is disallowed", jump.line)
    if any(isinstance(block, Finally) for block in blocks[len(target) :]):
        fatal("jump out of a finally block is disallowed", jump.line)


def _common(one: Tuple[nodes.Node, ...], other: Tuple[nodes.Node, ...]) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[length] is other[length]:
        length += 1
    return length


def check_declare(context: Context, node: nodes.Declare) -> None:
    """`declare(strict_types=1)` comes first, `declare(encoding=…)` before all but that."""
    for name, value in node.directives:
        word = name.lower()
        if word == "ticks" and not isinstance(value, nodes.Literal):
            fatal("declare(ticks) value must be a literal", node.line)
        if word == "encoding" and not isinstance(value, nodes.Literal):
            raise CatchableCompileError("Encoding must be a literal", node.line)
        if word == "encoding" and not _is_first(context, node):
            fatal("Encoding declaration pragma must be the very first statement in the script", node.line)
        if word == "strict_types":
            if not _is_first(context, node):
                fatal("strict_types declaration must be the very first statement in the script", node.line)
            if node.body is not None:
                fatal("strict_types declaration must not use block mode", node.line)
            if not isinstance(value, nodes.Literal) or value.value not in (0, 1):
                fatal("strict_types declaration must have 0 or 1 as its value", node.line)
        elif word not in ("ticks", "encoding"):
            context.warn(f"Unsupported declare '{name}'", node.line)


def _is_first(context: Context, node: nodes.Node) -> bool:
    for statement in context.script.statements:
        if statement is node:
            return True
        if not isinstance(statement, nodes.Declare):
            return False
    return False
