"""Statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from engine.errors import CatchableCompileError, CompileError
from engine.syntax.nodes import (
    ArrayLiteral,
    Block,
    Break,
    Continue,
    Declare,
    DoWhile,
    Echo,
    Expression,
    ExpressionStatement,
    For,
    Foreach,
    Goto,
    If,
    InlineHtml,
    Label,
    Literal,
    Return,
    Statement,
    Switch,
    SwitchCase,
    While,
)

if TYPE_CHECKING:
    from engine.syntax.grammar import Production


def p_inner_statement_list(p: Production) -> None:
    """inner_statement_list : inner_statement_list inner_statement"""
    if p[2] is not None:
        p[1].append(p[2])
    p[0] = p[1]


def p_inner_statement_list_empty(p: Production) -> None:
    """inner_statement_list :"""
    p[0] = []


def p_inner_statement(p: Production) -> None:
    """inner_statement : statement
    | attributed_statement
    """
    p[0] = p[1]


def p_inner_statement_halt(p: Production) -> None:
    """inner_statement : T_HALT_COMPILER '(' ')' ';'"""
    raise CatchableCompileError("__HALT_COMPILER() can only be used from the outermost scope", p.lineno(4))


def p_statement_passed_on(p: Production) -> None:
    """statement : if_stmt
    | alt_if_stmt
    """
    p[0] = p[1]


def p_statement_block(p: Production) -> None:
    """statement : '{' inner_statement_list '}'"""
    p[0] = Block(p.lineno(1), p[2])


def p_statement_empty(p: Production) -> None:
    """statement : ';'"""
    p[0] = None


def p_statement_expression(p: Production) -> None:
    """statement : expr ';'"""
    p[0] = ExpressionStatement(p.lineno(1), p[1])


def p_statement_echo(p: Production) -> None:
    """statement : T_ECHO echo_expr_list ';'"""
    p[0] = Echo(p.lineno(1), p[2])


def p_statement_inline_html(p: Production) -> None:
    """statement : T_INLINE_HTML"""
    p[0] = InlineHtml(p.lineno(1), p[1])


def p_statement_return(p: Production) -> None:
    """statement : T_RETURN optional_expr ';'"""
    p[0] = Return(p.lineno(1), p[2])


def p_statement_break(p: Production) -> None:
    """statement : T_BREAK optional_expr ';'"""
    p[0] = Break(p.lineno(1), levels("break", p.lineno(1), p[2]))


def p_statement_continue(p: Production) -> None:
    """statement : T_CONTINUE optional_expr ';'"""
    p[0] = Continue(p.lineno(1), levels("continue", p.lineno(1), p[2]))


def p_statement_goto(p: Production) -> None:
    """statement : T_GOTO T_STRING ';'"""
    p[0] = Goto(p.lineno(1), p[2])


def p_statement_label(p: Production) -> None:
    """statement : T_STRING ':'"""
    p[0] = Label(p.lineno(1), p[1])


def p_statement_while(p: Production) -> None:
    """statement : T_WHILE '(' expr ')' while_statement"""
    p[0] = While(p.lineno(1), p[3], p[5])


def p_statement_do_while(p: Production) -> None:
    """statement : T_DO statement T_WHILE '(' expr ')' ';'"""
    p[0] = DoWhile(p.lineno(1), body_of(p[2]), p[5])


def p_statement_for(p: Production) -> None:
    """statement : T_FOR '(' for_exprs ';' for_exprs ';' for_exprs ')' for_statement"""
    p[0] = For(p.lineno(1), p[3], p[5], p[7], p[9])


def p_statement_foreach(p: Production) -> None:
    """statement : T_FOREACH '(' expr T_AS foreach_variable ')' foreach_statement"""
    p[0] = Foreach(p.lineno(1), p[3], None, p[5][0], p[5][1], p[7])


def p_statement_foreach_key(p: Production) -> None:
    """statement : T_FOREACH '(' expr T_AS foreach_variable T_DOUBLE_ARROW foreach_variable ')' foreach_statement"""
    if p[5][1]:
        raise CompileError("Key element cannot be a reference", p.lineno(5))
    if p[5][0].__class__ is ArrayLiteral:
        raise CompileError("Cannot use list as key element", p.lineno(5))
    p[0] = Foreach(p.lineno(1), p[3], p[5][0], p[7][0], p[7][1], p[9])


def p_foreach_variable(p: Production) -> None:
    """foreach_variable : variable"""
    p[0] = (p[1], False)


def p_foreach_variable_reference(p: Production) -> None:
    """foreach_variable : ampersand variable"""
    p[0] = (p[2], True)


def p_foreach_variable_list(p: Production) -> None:
    """foreach_variable : T_LIST '(' array_pair_list ')'"""
    p[0] = (ArrayLiteral(p.lineno(1), p[3], "list"), False)


def p_foreach_variable_array(p: Production) -> None:
    """foreach_variable : '[' array_pair_list ']'"""
    p[0] = (ArrayLiteral(p.lineno(1), p[2], "short"), False)


def p_loop_body(p: Production) -> None:
    """while_statement : statement
    for_statement : statement
    foreach_statement : statement
    """
    p[0] = body_of(p[1])


def p_loop_body_alternative(p: Production) -> None:
    """while_statement : ':' inner_statement_list T_ENDWHILE ';'
    for_statement : ':' inner_statement_list T_ENDFOR ';'
    foreach_statement : ':' inner_statement_list T_ENDFOREACH ';'
    declare_statement : ':' inner_statement_list T_ENDDECLARE ';'
    """
    p[0] = p[2]


def p_for_exprs(p: Production) -> None:
    """for_exprs : non_empty_for_exprs"""
    p[0] = p[1]


def p_for_exprs_empty(p: Production) -> None:
    """for_exprs :"""
    p[0] = []


def p_expression_lists(p: Production) -> None:
    """non_empty_for_exprs : expr
    echo_expr_list : echo_expr
    """
    p[0] = [p[1]]


def p_expression_lists_more(p: Production) -> None:
    """non_empty_for_exprs : non_empty_for_exprs ',' expr
    echo_expr_list : echo_expr_list ',' echo_expr
    """
    p[1].append(p[3])
    p[0] = p[1]


def p_echo_expr(p: Production) -> None:
    """echo_expr : expr"""
    p[0] = p[1]


def p_statement_declare(p: Production) -> None:
    """statement : T_DECLARE '(' const_list ')' declare_directives declare_statement"""
    p[0] = Declare(p.lineno(1), [(element.name, element.value) for element in p[3]], p[6])


def p_declare_directives(p: Production) -> None:
    """declare_directives :"""


def p_declare_statement(p: Production) -> None:
    """declare_statement : statement"""
    p[0] = None if p[1] is None else body_of(p[1])


def p_statement_switch(p: Production) -> None:
    """statement : T_SWITCH '(' expr ')' switch_case_list"""
    p[0] = Switch(p.lineno(1), p[3], p[5])


def p_switch_case_list(p: Production) -> None:
    """switch_case_list : '{' case_list '}'
    | ':' case_list T_ENDSWITCH ';'
    """
    p[0] = p[2]


def p_switch_case_list_semicolon(p: Production) -> None:
    """switch_case_list : '{' ';' case_list '}'
    | ':' ';' case_list T_ENDSWITCH ';'
    """
    p[0] = p[3]


def p_case_list_empty(p: Production) -> None:
    """case_list :"""
    p[0] = []


def p_case_list(p: Production) -> None:
    """case_list : case_list T_CASE expr case_separator inner_statement_list"""
    p[1].append(SwitchCase(p.lineno(2), p[3], p[5]))
    p[0] = p[1]


def p_case_list_default(p: Production) -> None:
    """case_list : case_list T_DEFAULT case_separator inner_statement_list"""
    p[1].append(SwitchCase(p.lineno(2), None, p[4]))
    p[0] = p[1]


def p_case_separator(p: Production) -> None:
    """case_separator : ':'
    | ';'
    """


def p_if(p: Production) -> None:
    """if_stmt_without_else : T_IF '(' expr ')' statement"""
    p[0] = [(p[3], body_of(p[5]), p.lineno(1))]


def p_elseif(p: Production) -> None:
    """if_stmt_without_else : if_stmt_without_else T_ELSEIF '(' expr ')' statement"""
    p[1].append((p[4], body_of(p[6]), p.lineno(2)))
    p[0] = p[1]


def p_if_stmt(p: Production) -> None:
    """if_stmt : if_stmt_without_else %prec T_NOELSE
    alt_if_stmt : alt_if_stmt_without_else T_ENDIF ';'
    """
    p[0] = If(p.lineno(1), p[1], None)


def p_if_stmt_else(p: Production) -> None:
    """if_stmt : if_stmt_without_else T_ELSE statement"""
    p[0] = If(p.lineno(1), p[1], body_of(p[3]))


def p_alternative_if(p: Production) -> None:
    """alt_if_stmt_without_else : T_IF '(' expr ')' ':' inner_statement_list"""
    p[0] = [(p[3], p[6], p.lineno(1))]


def p_alternative_elseif(p: Production) -> None:
    """alt_if_stmt_without_else : alt_if_stmt_without_else T_ELSEIF '(' expr ')' ':' inner_statement_list"""
    p[1].append((p[4], p[7], p.lineno(2)))
    p[0] = p[1]


def p_alternative_if_else(p: Production) -> None:
    """alt_if_stmt : alt_if_stmt_without_else T_ELSE ':' inner_statement_list T_ENDIF ';'"""
    p[0] = If(p.lineno(1), p[1], p[4])


def body_of(statement: Optional[Statement]) -> List[Statement]:
    """`{ a(); b(); }`, `a();` and `;` as the list of statements that they are."""
    if isinstance(statement, Block):
        return statement.body
    return [] if statement is None else [statement]


def levels(keyword: str, line: int, operand: Optional[Expression]) -> int:
    """How many loops `break 2` leaves; it is written as a number, never computed."""
    if operand is None:
        return 1
    if not isinstance(operand, Literal):
        raise CompileError(f"'{keyword}' operator with non-integer operand is no longer supported", line)
    value = operand.value
    if not isinstance(value, int) or value < 1:
        raise CompileError(f"'{keyword}' operator accepts only positive integers", line)
    return value
