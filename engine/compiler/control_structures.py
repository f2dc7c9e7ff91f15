"""Statements: echo, if, loops, switch, match, break and continue, return."""

from __future__ import annotations

from typing import Any, List, Optional, Tuple

from engine.analysis.checks.context import SUPERGLOBALS
from engine.analysis.modifications import modified_variables
from engine.analysis.walk import own_nodes
from engine.compiler.compiler import FunctionCompiler, Loop, lowers, lowers_statement
from engine.compiler.emit import Raw, quote, variable
from engine.compiler.operations import is_read_anew
from engine.compiler.places import element_key, own_property
from engine.compiler.reading import read_quietly
from engine.compiler.references import bind, destructure, reference
from engine.compiler.writing import assign, is_pure_key, refuse_operation
from engine.syntax import nodes


@lowers_statement(nodes.ExpressionStatement)
def lower_expression_statement(f: FunctionCompiler, node: nodes.ExpressionStatement) -> None:
    """`x();`, with the plain forms of assignment as Python statements."""
    expression = node.expression
    f.line = expression.line
    if isinstance(expression, nodes.Assign):
        if lower_assign_statement(f, expression):
            return
    elif isinstance(expression, nodes.AssignOp):
        target = expression.target
        if expression.operator == "." and isinstance(target, nodes.Variable) and isinstance(target.name, str) \
                and target.name not in SUPERGLOBALS and target.name != "this":  # fmt: skip
            from engine.compiler.assignments import append_statement

            if append_statement(f, target, expression.value):
                return
    elif isinstance(expression, nodes.IncDec) and not expression.prefix:
        expression = nodes.IncDec(expression.line, expression.operator, expression.target, prefix=True)
        if lower_increment_statement(f, expression):
            return
    elif isinstance(expression, nodes.IncDec):
        if lower_increment_statement(f, expression):
            return
    elif isinstance(expression, nodes.Literal) or _is_unread(expression):
        return
    elif isinstance(expression, nodes.Exit):
        f.emit(f.expression(expression))
        return
    f.emit(f.expression(expression))


def _is_unread(expression: Any) -> bool:
    """Whether the statement is a variable alone, which PHP does not even read."""
    return isinstance(expression, nodes.Variable) and isinstance(expression.name, str) and expression.name != "this"


def lower_assign_statement(f: FunctionCompiler, node: nodes.Assign) -> bool:
    """`$x = y;` and `$this->x = y;` as Python assignments; False for the other targets."""
    target = node.target
    if isinstance(target, nodes.Variable) and isinstance(target.name, str) and target.name not in SUPERGLOBALS \
            and target.name != "this" and f.is_local(target.name):  # fmt: skip
        value = f.copied(node.value)
        f.assign_name(target.name)
        f.emit(f"{variable(target.name)} = {value}")
        return True
    if isinstance(target, nodes.Index) and isinstance(target.base, nodes.Variable):
        return lower_element_statement(f, target, node.value)
    info = own_property(f, target)
    if info is not None and info.is_direct:
        value = f.copied(node.value)
        if info.type is None:
            f.emit(f"v_this.{info.attribute} = {value}")
            return True
        from engine.compiler.returns import inline_test

        test = inline_test(f, info.type, node.value)
        if test is None:
            return False
        if test == "True":
            f.emit(f"v_this.{info.attribute} = {value}")
            return True
        name = value
        if not value.isidentifier():
            name = f.temporary()
            f.emit(f"{name} = {value}")
        f.emit(f"if {test.replace('?', name)}: v_this.{info.attribute} = {name}")
        f.emit(f"else: write_own(v_this, {f.constant(info)}, {name})")
        return True
    return False


def lower_element_statement(f: FunctionCompiler, target: nodes.Index, value: Any) -> bool:
    """`$a[k] = y;` for a plain local and a key without effects, as Python statements."""
    base = target.base
    if not (isinstance(base, nodes.Variable) and isinstance(base.name, str) and f.is_local(base.name)) \
            or base.name in SUPERGLOBALS or base.name == "this" or not is_pure_key(target.index):  # fmt: skip
        return False
    local = variable(base.name)
    code = f.copied(value)
    held = code
    if not code.isidentifier() and not isinstance(value, nodes.Literal):
        held = f.temporary()
        f.emit(f"{held} = {code}")
    old = local
    if base.name not in f.assigned:
        f.maybe_unassigned.add(base.name)
        old = f"({local} if {local} is not MISSING else None)"
    if target.index is None:
        fast, slow = f"aappend({held}, {local})", f"append_in_variable({old}, {held})"
    else:
        key = element_key(f, target.index)
        is_name = isinstance(target.index, nodes.Literal) and type(target.index.value) is str and key[0] in "'\""
        fast = f"{'aset_name' if is_name else 'aset'}({held}, {local}, {key})"
        slow = f"set_in_variable({old}, {key}, {held})"
    f.emit(f"if type({local}) is PhpArray: {f.at(target, fast)}")
    f.emit(f"else: {local} = {f.at(target, slow)}")
    f.assign_name(base.name)
    return True


def lower_increment_statement(f: FunctionCompiler, node: nodes.IncDec) -> bool:
    """`$i++;` for a plain local."""
    target = node.target
    if not (isinstance(target, nodes.Variable) and isinstance(target.name, str) and f.is_local(target.name)) \
            or target.name in SUPERGLOBALS or target.name == "this":  # fmt: skip
        return False
    helper, sign, bound = (
        ("increment", "+", "9223372036854775807")
        if node.operator == "++"
        else ("decrement", "-", "-9223372036854775808")
    )
    local = variable(target.name)
    read = f.expression(target)
    f.assign_name(target.name)
    if read == local:
        f.emit(f"{local} = {local} {sign} 1 if type({local}) is int and {local} != {bound} else {helper}({local})")
    else:
        f.emit(f"{local} = {helper}({read})")
    return True


@lowers_statement(nodes.Echo)
def lower_echo(f: FunctionCompiler, node: nodes.Echo) -> None:
    """`echo a, b;`."""
    emit_echo(f, [(operand, node.line) for operand in node.operands])


@lowers_statement(nodes.InlineHtml)
def lower_inline_html(f: FunctionCompiler, node: nodes.InlineHtml) -> None:
    """Text outside of PHP."""
    emit_echo(f, [(nodes.Literal(node.line, node.text), node.line)])


def lower_echoes(f: FunctionCompiler, statements: List[Any], start: int) -> int:
    """Lower the echos and texts that follow one another from `start`, as few writes; returns where they end."""
    operands: List[Tuple[Any, int]] = []
    end = start
    while end < len(statements) and isinstance(statements[end], (nodes.Echo, nodes.InlineHtml)):
        statement = statements[end]
        if isinstance(statement, nodes.Echo):
            operands.extend((operand, statement.line) for operand in statement.operands)
        else:
            operands.append((nodes.Literal(statement.line, statement.text), statement.line))
        end += 1
    emit_echo(f, operands)
    return end


def emit_echo(f: FunctionCompiler, operands: List[Tuple[Any, int]]) -> None:
    """Write the operands in order: those that are known text already together with what stands before them."""
    from engine.compiler.operators import join_strings

    groups: List[Tuple[List[Any], int]] = []
    for operand, line in operands:
        if operand == nodes.Literal(operand.line, ""):
            continue
        joins = isinstance(operand, nodes.Literal) and not f.unit.counts_handles
        if groups and joins and not f.unit.file_facts.sees_each_write:
            groups[-1][0].append(operand)
        else:
            groups.append(([operand], line))
    for parts, line in groups:
        f.line = line
        f.is_spread = False
        f.emit(f"echo({join_strings(f, parts)})")


@lowers_statement(nodes.Block)
def lower_block(f: FunctionCompiler, node: nodes.Block) -> None:
    """`{ … }`."""
    f.statements(node.body)


@lowers_statement(nodes.If)
def lower_if(f: FunctionCompiler, node: nodes.If) -> None:
    """`if … elseif … else`  becomes  nested `if … else`, so that each condition keeps its line."""
    if not node.branches:
        f.emit("pass")
    depth = 0
    outcomes = []
    for number, (condition, body, _line) in enumerate(node.branches):
        if number:
            f.emit("else:")
            f.indent += 1
            depth += 1
            f.begin_block()
        f.line = condition.line
        f.is_spread = False
        f.emit(f"if {branch_condition(f, node, condition, body)}:")
        saved = set(f.assigned)
        spent = f.spent
        f.body(body)
        f.spent = spent
        outcomes.append(f.assigned if not ends(body) else None)
        f.assigned = saved
    if node.otherwise is not None:
        f.emit("else:")
        f.body(node.otherwise)
        outcomes.append(f.assigned if not ends(node.otherwise) else None)
    else:
        outcomes.append(f.assigned)
    f.indent -= depth
    reached = [outcome for outcome in outcomes if outcome is not None]
    if reached:
        f.assigned = set.intersection(*reached)


def branch_condition(f: FunctionCompiler, node: nodes.If, condition: Any, body: List[Any]) -> str:
    """The condition of a branch; a jump on its way to a label in the `if` enters that branch without asking."""
    code = f.condition(condition)
    if not f.facts.has_goto:
        return code
    from engine.compiler.goto import labels_within

    if not labels_within(node):
        return code
    ids = [f.label_id(label) for statement in body for label in labels_within(statement)]
    return f"z_goto in ({''.join(f'{one}, ' for one in ids)}) or not z_goto and {code}"


def ends(body: List[Any]) -> bool:
    """Whether control never leaves the statements at their end."""
    if not body:
        return False
    last = body[-1]
    if isinstance(last, (nodes.Return, nodes.Break, nodes.Continue, nodes.Goto)):
        return True
    if isinstance(last, nodes.Block):
        return ends(last.body)
    return isinstance(last, nodes.ExpressionStatement) and isinstance(last.expression, (nodes.Throw, nodes.Exit))


# ---------------------------------------------------------------- loops


def run_loop(f: FunctionCompiler, head: str, body: List[Any], step: Any = None, prepare: Any = None) -> None:
    """A Python loop with PHP's break and continue. `step` emits what runs before the next round."""
    if step is not None and any(
        isinstance(inner, nodes.Try) and inner.finally_ is not None for inner in own_nodes(body)
    ):
        head, step, prepare = step_first(f, head, step)
    loop = Loop(step or (lambda: None), is_switch=False)
    f.loops.append(loop)
    # The flag of a multi-level break is known only once the body was lowered: a line for it is reserved here.
    place = len(f.lines.text)
    f.emit("pass")
    f.emit(head)
    saved = set(f.assigned)
    f.indent += 1
    before = len(f.lines.text)
    if prepare is not None:
        prepare()
    f.begin_block()
    spent, f.spent = f.spent, []
    f.statements(body)
    f.spent = spent
    if step is not None and not ends(body):
        step()
    if len(f.lines.text) == before:
        f.emit("pass")
    f.indent -= 1
    f.loops.pop()
    f.assigned = saved & f.assigned if not ends(body) else saved
    finish_loop(f, loop, place)


def step_first(f: FunctionCompiler, head: str, step: Any) -> Any:
    """The parts of a loop whose step runs at the start of each round but the first.

    What a `continue` leaves are `finally` blocks, which come before the step.
    """
    is_later = f.temporary()
    f.emit(f"{is_later} = False")

    def prepare() -> None:
        f.emit(f"if {is_later}:")
        f.indent += 1
        step()
        f.indent -= 1
        f.emit("else:")
        f.emit(f"    {is_later} = True")
        if head != "while True:":
            f.emit(f"if not ({head[6:-1]}): break")

    return "while True:", None, prepare


def finish_loop(f: FunctionCompiler, loop: Loop, place: int) -> None:
    """After a loop: act on what a multi-level break or continue inside it asked of the loops around."""
    space = "    " * f.indent
    if loop.flag is None:
        f.lines.text[place] = space + "pass"
        return
    f.lines.text[place] = f"{space}{loop.flag} = 0"
    # Positive: leave that many more loops; negative: continue the loop that many levels out.
    if f.loops:
        outer = f.loops[-1]
        if outer.flag is None and len(f.loops) > 1:
            outer.flag = new_flag(f)
        f.emit(f"if {loop.flag}:")
        f.indent += 1
        if len(f.loops) > 1:
            f.emit(f"if {loop.flag} > 1: {outer.flag} = {loop.flag} - 1")
            f.emit(f"elif {loop.flag} < -1: {outer.flag} = {loop.flag} + 1")
        f.emit(f"if {loop.flag} == -1:")
        f.indent += 1
        if not outer.is_switch:
            outer.step()
            f.emit("continue")
        else:
            f.emit("break")
        f.indent -= 1
        f.emit("break")
        f.indent -= 1


def new_flag(f: FunctionCompiler) -> str:
    """A new local for a loop's flag."""
    f.flags += 1
    return f"x{f.flags}"


@lowers_statement(nodes.While)
def lower_while(f: FunctionCompiler, node: nodes.While) -> None:
    """`while ($i < 9) {…}`  becomes  `while …:`."""
    condition = f.condition(node.condition)
    run_loop(f, f"while {condition}:", node.body)


@lowers_statement(nodes.DoWhile)
def lower_do_while(f: FunctionCompiler, node: nodes.DoWhile) -> None:
    """`do {…} while (c);`  becomes  `while True: …; if not c: break`."""
    line = node.condition.line

    def step() -> None:
        f.line = line
        f.is_spread = False
        f.emit(f"if not {f.condition(node.condition)}: break")

    before = set(f.assigned)
    run_loop(f, "while True:", node.body, step)
    f.assigned |= before


@lowers_statement(nodes.For)
def lower_for(f: FunctionCompiler, node: nodes.For) -> None:
    """`for (a; b; c) {…}`  becomes  `a` and `while b: …; c`."""
    for expression in node.initial:
        f.statement(nodes.ExpressionStatement(expression.line, expression))

    def step() -> None:
        for expression in node.step:
            f.statement(nodes.ExpressionStatement(expression.line, expression))

    f.line = node.conditions[-1].line if node.conditions else node.line
    f.is_spread = False
    if not node.conditions:
        head = "while True:"
    else:
        *others, last = node.conditions
        tests = [f"({f.expression(other)}, True)[1]" for other in others]
        tests.append(f.condition(last))
        head = f"while {' and '.join(tests)}:"
    run_loop(f, head, node.body, step if node.step else None)


@lowers_statement(nodes.Foreach)
def lower_foreach(f: FunctionCompiler, node: nodes.Foreach) -> None:
    """`foreach ($a as $k => $v)`  becomes  `for t1, v_v in foreach_items(v_a): v_k = t1 …`."""
    if node.by_ref or (isinstance(node.value, nodes.ArrayLiteral) and _destructures_references(node.value)):
        lower_foreach_by_ref(f, node)
        return
    first = f.temporaries
    subject = f.expression(node.subject)
    spent = f.made_since(first)
    owned = ""
    if not f.unit.counts_handles and _makes_generator(f, node.subject):
        # Nobody else has the generator: what is left of it ends with the loop.
        owned = f.temporary()
        f.emit(f"{owned} = {subject}")
        subject = owned
    value, key = f.temporary(), f.temporary()
    line = node.line

    def prepare() -> None:
        f.line = line
        f.is_spread = False
        if node.key is not None:
            store(f, node.key, key)
        if is_lent:
            store(f, node.value, value)
        else:
            store_item(f, node.value, value)
        f.spent = [*spent, value, key]

    is_lent = lends_items(f, node)
    lent = "lent_" if is_left_alone(f, node) else ""
    if node.key is None:
        run_loop(f, f"for {value} in foreach_{lent}values({subject}):", node.body, None, prepare)
    else:
        run_loop(f, f"for {key}, {value} in foreach_{lent}items({subject}):", node.body, None, prepare)
    if owned:
        f.emit(f"{owned}.destroy_native()")


def is_left_alone(f: FunctionCompiler, node: nodes.Foreach) -> bool:
    """Whether the subject is a plain local whose array nothing in the loop can change in place."""
    subject = plain_local(f, node.subject)
    if subject is None:
        return False
    names = f.names
    return subject not in modified_variables([node], f.unit.by_ref_of(names), f.unit.library, names)


def lends_items(f: FunctionCompiler, node: nodes.Foreach) -> bool:
    """Whether arrays among the elements need no handles of their own: neither variable's array changes in place."""
    value = node.value
    if f.facts.is_generator or f.modified is None:
        return False
    subject, item = plain_local(f, node.subject), plain_local(f, value)
    if subject is None or item is None or subject in f.modified or item in f.modified:
        return False
    f.borrowed.add(item)
    return True


def plain_local(f: FunctionCompiler, node: Any) -> Optional[str]:
    """The name of a variable that is a Python local and nothing else."""
    if isinstance(node, nodes.Variable) and isinstance(node.name, str) and f.is_local(node.name) \
            and node.name not in SUPERGLOBALS and node.name != "this":  # fmt: skip
        return node.name
    return None


def _makes_generator(f: FunctionCompiler, subject: Any) -> bool:
    """Whether the expression calls a generator function of this file."""
    if not (isinstance(subject, nodes.Call) and isinstance(subject.callee, nodes.Name)) or subject.arguments is None:
        return False
    declared = f.unit.functions.get(f.names.function_name(subject.callee)[0].lower())
    if declared is None or not declared.is_unconditional:
        return False
    return any(isinstance(inner, (nodes.Yield, nodes.YieldFrom)) for inner in own_nodes(declared.node.body))


def store(f: FunctionCompiler, target: Any, name: str) -> None:
    """Assign a temporary to a loop variable."""
    if isinstance(target, nodes.Variable) and isinstance(target.name, str) and f.is_local(target.name) \
            and target.name not in SUPERGLOBALS:  # fmt: skip
        f.assign_name(target.name)
        f.emit(f"{variable(target.name)} = {name}")
        return
    f.emit(assign(f, target, name))


def store_item(f: FunctionCompiler, target: Any, name: str) -> None:
    """Assign an element to the loop's value variable; an array gets a handle of its own."""
    if isinstance(target, nodes.ArrayLiteral):
        f.emit(destructure(f, target, name))
        return
    store(f, target, f"({name} if type({name}) is not PhpArray else {name}.share())")


def _destructures_references(pattern: nodes.ArrayLiteral) -> bool:
    return any(
        item is not None
        and (item.by_ref or (isinstance(item.value, nodes.ArrayLiteral) and _destructures_references(item.value)))
        for item in pattern.items
    )


def iterated_reference(f: FunctionCompiler, subject: Any) -> str:
    """The Ref that a foreach by reference walks; an undefined variable warns."""
    from engine.compiler.arguments import is_nullsafe

    if is_nullsafe(subject):
        return f"Ref({f.copied(subject)})"
    refuse_operation(f, subject)
    if not isinstance(subject, nodes.Variable) or not isinstance(subject.name, str) or subject.name in f.assigned \
            or subject.name == "this" or subject.name in SUPERGLOBALS:  # fmt: skip
        return reference(f, subject)
    if f.uses_table:
        return f.at(subject, f"table_ref_read(z_table, {quote(subject.name)})")
    reference(f, subject)
    local = variable(subject.name)
    return f.at(subject, f"({local} := ref_read({local}, {quote(subject.name)}))")


def lower_foreach_by_ref(f: FunctionCompiler, node: nodes.Foreach) -> None:
    """`foreach ($a as &$v)`  binds `$v` to each element's reference in turn."""
    first = f.temporaries
    subject = iterated_reference(f, node.subject)
    spent = f.made_since(first)
    value, key = f.temporary(), f.temporary()
    line = node.line

    def prepare() -> None:
        f.line = line
        f.is_spread = False
        if node.key is not None:
            store(f, node.key, key)
        if isinstance(node.value, nodes.ArrayLiteral):
            from engine.compiler.assignments import lower_destructuring

            f.emit(lower_destructuring(f, node.value, Raw(line, f"ref_for_write({value})")))
        else:
            f.emit(bind(f, node.value, value))
        f.spent = [*spent, value, key]

    run_loop(f, f"for {key}, {value} in foreach_references({subject}):", node.body, None, prepare)


# ---------------------------------------------------------------- break, continue, switch, match


@lowers_statement(nodes.Break)
def lower_break(f: FunctionCompiler, node: nodes.Break) -> None:
    """`break n;`."""
    leave(f, node, node.levels, is_continue=False)


@lowers_statement(nodes.Continue)
def lower_continue(f: FunctionCompiler, node: nodes.Continue) -> None:
    """`continue n;`, which acts like `break n` on a switch."""
    leave(f, node, node.levels, is_continue=True)


def leave(f: FunctionCompiler, node: Any, levels: int, *, is_continue: bool) -> None:
    """Leave or continue the `levels`-th loop around."""
    word = "continue" if is_continue else "break"
    count = sum(not loop.is_label_block for loop in f.loops)
    if not count:
        raise f.error(f"'{word}' not in the 'loop' or 'switch' context", node.line)
    if levels > count:
        raise f.error(f"Cannot '{word}' {levels} level{'s' if levels > 1 else ''}", node.line)
    # Blocks with labels are loops of Python's that PHP does not count.
    depth = 0
    for target in reversed(f.loops):
        depth += 1
        levels -= not target.is_label_block
        if levels == 0:
            break
    is_continue = is_continue and not target.is_switch
    innermost = f.loops[-1]
    if depth == 1:
        if is_continue:
            line = f.line
            target.step()
            f.line = line
            f.emit("continue")
        else:
            f.emit("break")
        return
    if innermost.flag is None:
        innermost.flag = new_flag(f)
    f.emit(f"{innermost.flag} = {-(depth - 1) if is_continue else depth - 1}")
    f.emit("break")


@lowers_statement(nodes.Switch)
def lower_switch(f: FunctionCompiler, node: nodes.Switch) -> None:
    """`switch`  becomes  the index of the matching case and a loop run once whose cases fall through."""
    subject = f.temporary()
    is_read_again = is_read_anew(f, node.subject)
    if not is_read_again:
        f.emit(f"{subject} = {f.expression(node.subject)}")
    chosen = f.temporary()
    default = len(node.cases)
    tests: List[str] = []
    f.emit(f"{chosen} = -1")
    is_first = True
    depth = 0
    for number, case in enumerate(node.cases):
        if case.test is None:
            default = number
            continue
        f.line = case.test.line
        f.is_spread = False
        left: Any = node.subject if is_read_again else Raw(case.test.line, subject)
        test = f.expression(nodes.Binary(case.test.line, "==", left, case.test))
        if not is_first and (len(tests) % 40 == 39 or "\x01" in test):
            f.emit("else:")
            f.indent += 1
            depth += 1
            is_first = True
        tests.append(test)
        f.emit(f"{'if' if is_first else 'elif'} {test}: {chosen} = {number}")
        is_first = False
    f.indent -= depth
    f.emit(f"if {chosen} < 0: {chosen} = {default}")
    loop = Loop(lambda: None, is_switch=True)
    f.loops.append(loop)
    place = len(f.lines.text)
    f.emit("pass")
    f.emit("while True:")
    f.indent += 1
    saved = set(f.assigned)
    for number, case in enumerate(node.cases):
        f.emit(f"if {chosen} <= {number}:")
        f.assigned = set(saved)
        f.body(case.body)
    f.assigned = saved
    f.emit("break")
    f.indent -= 1
    f.loops.pop()
    finish_loop(f, loop, place)
    f.let_go([subject])


@lowers(nodes.Match)
def lower_match(f: FunctionCompiler, node: nodes.Match) -> str:
    """`match`  becomes  a chain of conditional expressions."""
    subject = f.temporary()
    conditions = [condition for arm in node.arms for condition in arm.conditions or ()]
    # Integers and strings alone become a table, which reads it once.
    has_table = conditions and all(
        isinstance(one, nodes.Literal) and type(one.value) is not float for one in conditions
    )
    is_read_again = not has_table and is_read_anew(f, node.subject)
    first = "" if is_read_again else f.expression(node.subject)
    saved = set(f.assigned)
    default: Optional[Any] = None
    arms: List[str] = []
    for arm in node.arms:
        if arm.conditions is None:
            default = arm
            continue
        tests = []
        for condition in arm.conditions:
            f.assigned = set(saved)
            left: Any = node.subject if is_read_again else Raw(condition.line, subject)
            if isinstance(condition, nodes.Constant):
                # What PHP knows when it looks whether there is a table stands where it looked.
                condition = nodes.Constant(node.line, condition.name)
            comparison = nodes.Binary(condition.line, "===", left, condition)
            tests.append(f.expression(comparison))
        f.assigned = set(saved)
        arms.append(f"{f.expression(arm.body)} if {' or '.join(tests)} else ")
    f.assigned = set(saved)
    if default is None:
        last = f.at(node, f"unhandled_match({read_quietly(f, node.subject) if is_read_again else subject})")
    else:
        last = f.expression(default.body)
    f.assigned = saved
    chain = nest("", arms, last)
    return chain if is_read_again else f"(({subject} := {first}), {chain})[1]"


def nest(_prefix: str, arms: List[str], last: str) -> str:
    """A chain of conditional expressions; Python's parser takes them flat, so long ones do no harm."""
    return "(" + "".join(arms) + last + ")"


# ---------------------------------------------------------------- return, declare and the rest


@lowers_statement(nodes.Return)
def lower_return(f: FunctionCompiler, node: nodes.Return) -> None:
    """`return x;`, with the declared return type checked."""
    from engine.compiler.returns import lower_return_value

    f.emit(f"return {lower_return_value(f, node)}")


@lowers_statement(nodes.Declare)
def lower_declare(f: FunctionCompiler, node: nodes.Declare) -> None:
    """`declare(…)`; its directives act when the file is compiled."""
    if node.body is not None:
        f.statements(node.body)


@lowers_statement(nodes.Use, nodes.HaltCompiler, nodes.Label)
def lower_nothing(f: FunctionCompiler, node: Any) -> None:
    """What was dealt with elsewhere."""
    if isinstance(node, nodes.HaltCompiler):
        f.emit("return 1" if f.kind in ("main", "include") else "pass")


@lowers_statement(nodes.Namespace)
def lower_namespace(f: FunctionCompiler, node: nodes.Namespace) -> None:
    """A namespace block within a file."""
    raise f.error("Namespace declarations cannot be nested", node.line)


@lowers_statement(nodes.ConstDeclaration)
def lower_const(f: FunctionCompiler, node: nodes.ConstDeclaration) -> None:
    """`const A = 1;`."""
    for element in node.elements:
        name = f.names.declared(element.name)
        f.line = element.line
        f.is_constant_expression = True
        value = f.copied(element.value)
        f.is_constant_expression = False
        f.emit(f"declare_constant({quote(name)}, {value})")
