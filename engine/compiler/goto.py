"""`goto`: blocks with labels are loops that run their parts from where a jump asks for."""

from __future__ import annotations

from typing import Any, Callable, Dict, List

from engine.compiler.compiler import FunctionCompiler, Loop, lowers_statement
from engine.compiler.control_structures import finish_loop
from engine.compiler.emit import quote
from engine.syntax import nodes


def labels_within(statement: Any) -> List[str]:
    """The labels that a jump from outside of the statement may reach: those in loops are out of its reach."""
    if isinstance(statement, nodes.Label):
        return [statement.name]
    if isinstance(statement, nodes.Block):
        inner = list(statement.body)
    elif isinstance(statement, nodes.If):
        inner = [part for branch in statement.branches for part in branch[1]] + list(statement.otherwise or ())
    elif isinstance(statement, nodes.Try):
        inner = [*statement.body, *(part for clause in statement.catches for part in clause.body)]
    elif isinstance(statement, nodes.Declare):
        inner = list(statement.body or ())
    else:
        return []
    return [label for part in inner for label in labels_within(part)]


def lower_with_labels(f: FunctionCompiler, statements: List[Any]) -> bool:
    """Statements among or within which labels stand: a loop that runs them from where a `goto` asks for.

    `a: x(); goto a;`  becomes  `while True: try: if t1 <= 1: x(); raise Jump('a') … except Jump: t1 = …`;
    `z_goto` is the label that a jump is on its way to, 0 for none.
    """
    within = [labels_within(statement) for statement in statements]
    if not any(within):
        return False
    state = f.temporary()
    parts: List[List[Any]] = [[]]
    places: Dict[str, int] = {}
    direct = []
    for statement, labels in zip(statements, within):
        if labels:
            parts.append([])
            places.update((label, len(parts) - 1) for label in labels)
        if isinstance(statement, nodes.Label):
            direct.append(statement.name)
        else:
            parts[-1].append(statement)
    if not any(loop.is_label_block for loop in f.loops):
        f.emit("z_goto = 0")

    def run_parts() -> None:
        for number, part in enumerate(parts):
            f.emit(f"if {state} <= {number}:")
            f.assigned = set()
            f.indent += 1
            before = len(f.lines.text)
            for statement in part:
                f.statement(statement)
            if len(f.lines.text) == before:
                f.emit("pass")
            f.indent -= 1

    run_from(f, state, places, 0, run_parts, direct)
    return True


def lower_jumped_into(f: FunctionCompiler, node: nodes.Try, lower_try: Callable[[str], None]) -> bool:
    """A `try` whose catch clauses have labels: they stand behind it, where a jump or what was thrown leads to.

    `t1 = …; if t1 < 0: try: … except PhpThrown: t1 = 0`, then  `if t1 == 0: …`  for the first clause's body.
    """
    within = [[label for part in clause.body for label in labels_within(part)] for clause in node.catches]
    if not f.facts.has_goto or not any(within):
        return False
    reached = f.temporary()
    places = {label: -1 for part in node.body for label in labels_within(part)}
    for number, labels in enumerate(within):
        places.update((label, number) for label in labels)

    def run_clauses() -> None:
        f.emit(f"if {reached} < 0:")
        f.indent += 1
        lower_try(reached)
        f.indent -= 1
        for number, clause in enumerate(node.catches):
            f.emit(f"if {reached} == {number}:")
            f.assigned = set()
            f.body(clause.body)

    run_from(f, reached, places, -1, run_clauses, [])
    return True


def run_from(
    f: FunctionCompiler, state: str, places: Dict[str, int], start: int, run: Callable[[], None], direct: List[str]
) -> None:
    """A loop around what `run` emits: `state` becomes the place of the label a jump is on its way to, else `start`.

    The jump has arrived when its label is a `direct` one; the others are further within.
    """
    place_names = f.constant({f.label_id(label): place for label, place in places.items()})
    arrived = ", ".join(str(f.label_id(label)) for label in direct)

    def arrive() -> None:
        if direct:
            f.emit(f"if z_goto in ({arrived},): z_goto = 0")

    f.emit(f"{state} = {place_names}.get(z_goto, {start})")
    arrive()
    loop = Loop(lambda: None, is_switch=True)
    loop.is_label_block = True
    f.loops.append(loop)
    reserved = len(f.lines.text)
    f.emit("pass")
    f.emit("while True:")
    f.indent += 1
    f.emit("try:")
    f.indent += 1
    run()
    f.emit("break")
    f.indent -= 1
    f.emit("except Jump as z_jump:")
    f.indent += 1
    f.emit(f"z_goto = z_jump.place({f.constant({label: f.label_id(label) for label in places})})")
    f.emit(f"{state} = {place_names}[z_goto]")
    arrive()
    f.indent -= 2
    f.loops.pop()
    f.assigned = set()
    finish_loop(f, loop, reserved)


@lowers_statement(nodes.Goto)
def lower_goto(f: FunctionCompiler, node: nodes.Goto) -> None:
    """`goto name;`  becomes  an exception that the loop around the label's block takes."""
    f.emit(f"raise Jump({quote(node.label)})")
