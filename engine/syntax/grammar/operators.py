"""Expressions: operators and the language constructs that look like them."""

# ruff: noqa: FBT003 - nodes are built by position: it is faster, and the built tables hold these calls.

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import CompileError
from engine.syntax.nodes import (
    Argument,
    ArrayLiteral,
    Assign,
    AssignOp,
    AssignRef,
    Binary,
    Call,
    Cast,
    Clone,
    Empty,
    Exit,
    Expression,
    IncDec,
    Include,
    InstanceOf,
    Isset,
    Match,
    MatchArm,
    Name,
    Print,
    Silence,
    StaticProperty,
    Ternary,
    Unary,
)

if TYPE_CHECKING:
    from engine.syntax.grammar import Production


def p_expr_passed_on(p: Production) -> None:
    """expr : variable
    | new_dereferenceable
    | new_non_dereferenceable
    | internal_functions_in_yacc
    | scalar
    | inline_function
    | match
    optional_expr : expr
    """
    p[0] = p[1]


def p_expr_absent(p: Production) -> None:
    """optional_expr :"""
    p[0] = None


def p_expr_parenthesized(p: Production) -> None:
    """expr : '(' expr ')'"""
    p[0] = parenthesized(p[2])


def p_assign_list(p: Production) -> None:
    """expr : T_LIST '(' array_pair_list ')' '=' expr"""
    p[0] = Assign(p.lineno(1), ArrayLiteral(p.lineno(1), p[3], "list"), p[6])


def p_assign_array(p: Production) -> None:
    """expr : '[' array_pair_list ']' '=' expr"""
    p[0] = Assign(p.lineno(1), ArrayLiteral(p.lineno(1), p[2], "short"), p[5])


def p_assign(p: Production) -> None:
    """expr : variable '=' expr"""
    p[0] = Assign(p.lineno(1), p[1], p[3])


def p_assign_reference(p: Production) -> None:
    """expr : variable '=' ampersand variable"""
    p[0] = AssignRef(p.lineno(1), p[1], p[4])


def p_assign_operator(p: Production) -> None:
    """expr : variable T_PLUS_EQUAL expr
    | variable T_MINUS_EQUAL expr
    | variable T_MUL_EQUAL expr
    | variable T_POW_EQUAL expr
    | variable T_DIV_EQUAL expr
    | variable T_CONCAT_EQUAL expr
    | variable T_MOD_EQUAL expr
    | variable T_AND_EQUAL expr
    | variable T_OR_EQUAL expr
    | variable T_XOR_EQUAL expr
    | variable T_SL_EQUAL expr
    | variable T_SR_EQUAL expr
    | variable T_COALESCE_EQUAL expr
    """
    p[0] = AssignOp(p.lineno(1), p[2][:-1], p[1], p[3])


def p_increment_after(p: Production) -> None:
    """expr : variable T_INC
    | variable T_DEC
    """
    p[0] = IncDec(p.lineno(1), p[2], p[1], False)


def p_increment_before(p: Production) -> None:
    """expr : T_INC variable
    | T_DEC variable
    """
    p[0] = IncDec(p.lineno(1), p[1], p[2], True)


def p_binary(p: Production) -> None:
    """expr : expr T_BOOLEAN_OR expr
    | expr T_BOOLEAN_AND expr
    | expr '|' expr
    | expr T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG expr
    | expr T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG expr
    | expr '^' expr
    | expr '.' expr
    | expr '+' expr
    | expr '-' expr
    | expr '*' expr
    | expr T_POW expr
    | expr '/' expr
    | expr '%' expr
    | expr T_SL expr
    | expr T_SR expr
    | expr T_IS_IDENTICAL expr
    | expr T_IS_NOT_IDENTICAL expr
    | expr T_IS_EQUAL expr
    | expr '<' expr
    | expr T_IS_SMALLER_OR_EQUAL expr
    | expr '>' expr
    | expr T_IS_GREATER_OR_EQUAL expr
    | expr T_SPACESHIP expr
    | expr T_COALESCE expr
    | expr T_PIPE expr
    """
    p[0] = Binary(p.lineno(1), p[2], p[1], p[3])


def p_binary_not_equal(p: Production) -> None:
    """expr : expr T_IS_NOT_EQUAL expr"""
    p[0] = Binary(p.lineno(1), "!=", p[1], p[3])


def p_binary_or(p: Production) -> None:
    """expr : expr T_LOGICAL_OR expr"""
    p[0] = Binary(p.lineno(1), "||", p[1], p[3])


def p_binary_and(p: Production) -> None:
    """expr : expr T_LOGICAL_AND expr"""
    p[0] = Binary(p.lineno(1), "&&", p[1], p[3])


def p_binary_xor(p: Production) -> None:
    """expr : expr T_LOGICAL_XOR expr"""
    p[0] = Binary(p.lineno(1), "xor", p[1], p[3])


def p_unary_sign(p: Production) -> None:
    """expr : '+' expr %prec '~'
    | '-' expr %prec '~'
    | '!' expr
    | '~' expr
    """
    p[0] = Unary(p.lineno(1), p[1], p[2])


def p_cast(p: Production) -> None:
    """expr : T_INT_CAST expr
    | T_DOUBLE_CAST expr
    | T_STRING_CAST expr
    | T_ARRAY_CAST expr
    | T_OBJECT_CAST expr
    | T_BOOL_CAST expr
    | T_UNSET_CAST expr
    """
    p[0] = Cast(p.lineno(1), p[1], p[2])


def p_silence(p: Production) -> None:
    """expr : '@' expr"""
    p[0] = Silence(p.lineno(1), p[2])


def p_instanceof(p: Production) -> None:
    """expr : expr T_INSTANCEOF class_name_reference"""
    p[0] = InstanceOf(p.lineno(1), p[1], p[3])


def p_ternary(p: Production) -> None:
    """expr : expr '?' expr ':' expr"""
    p[0] = ternary(p.lineno(1), p[1], p[3], p[5])


def p_ternary_short(p: Production) -> None:
    """expr : expr '?' ':' expr"""
    p[0] = ternary(p.lineno(1), p[1], None, p[4])


def p_clone(p: Production) -> None:
    """expr : T_CLONE expr"""
    p[0] = Clone(p.lineno(1), p[2], None)


def p_clone_with(p: Production) -> None:
    """expr : T_CLONE '(' expr ',' expr possible_comma ')'"""
    p[0] = Clone(p.lineno(1), p[3], p[5])


def p_exit(p: Production) -> None:
    """expr : T_EXIT ctor_arguments"""
    p[0] = exit_call(p.lineno(1), p[2])


def p_print(p: Production) -> None:
    """expr : T_PRINT expr"""
    p[0] = Print(p.lineno(1), p[2])


def p_isset(p: Production) -> None:
    """internal_functions_in_yacc : T_ISSET '(' isset_variables possible_comma ')'"""
    p[0] = Isset(p.lineno(1), p[3])


def p_empty(p: Production) -> None:
    """internal_functions_in_yacc : T_EMPTY '(' expr ')'"""
    p[0] = Empty(p.lineno(1), p[3])


def p_include(p: Production) -> None:
    """internal_functions_in_yacc : T_INCLUDE expr
    | T_INCLUDE_ONCE expr
    | T_REQUIRE expr
    | T_REQUIRE_ONCE expr
    """
    p[0] = Include(p.lineno(1), p[1].lower(), p[2])


def p_eval(p: Production) -> None:
    """internal_functions_in_yacc : T_EVAL '(' expr ')'"""
    p[0] = Include(p.lineno(1), "eval", p[3])


def p_match(p: Production) -> None:
    """match : T_MATCH '(' expr ')' '{' match_arm_list '}'"""
    p[0] = Match(p.lineno(1), p[3], p[6])


def p_match_arm_list_empty(p: Production) -> None:
    """match_arm_list :"""
    p[0] = []


def p_match_arm_list(p: Production) -> None:
    """match_arm_list : non_empty_match_arm_list possible_comma"""
    p[0] = p[1]


def p_match_lists(p: Production) -> None:
    """non_empty_match_arm_list : match_arm
    match_arm_cond_list : expr
    """
    p[0] = [p[1]]


def p_match_lists_more(p: Production) -> None:
    """non_empty_match_arm_list : non_empty_match_arm_list ',' match_arm
    match_arm_cond_list : match_arm_cond_list ',' expr
    """
    p[1].append(p[3])
    p[0] = p[1]


def p_match_arm(p: Production) -> None:
    """match_arm : match_arm_cond_list possible_comma T_DOUBLE_ARROW expr"""
    p[0] = MatchArm(p.lineno(1), p[1], p[4])


def p_match_arm_default(p: Production) -> None:
    """match_arm : T_DEFAULT possible_comma T_DOUBLE_ARROW expr"""
    p[0] = MatchArm(p.lineno(1), None, p[4])


def parenthesized(expression: Expression) -> Expression:
    """Remember the parentheses where they matter."""
    if isinstance(expression, StaticProperty):
        return StaticProperty(expression.line, expression.class_, expression.name, True)
    if isinstance(expression, Ternary):
        return Ternary(expression.line, expression.condition, expression.then, expression.otherwise, True)
    return expression


def ternary(line: int, condition: Expression, then: Expression | None, otherwise: Expression) -> Ternary:
    """`a ? b : c ? d : e` is an error; `a ?: b ?: c` is not."""
    if isinstance(condition, Ternary) and not condition.parenthesized:
        if condition.then is not None:
            if then is not None:
                message = (
                    "Unparenthesized `a ? b : c ? d : e` is not supported. "
                    "Use either `(a ? b : c) ? d : e` or `a ? b : (c ? d : e)`"
                )
            else:
                message = (
                    "Unparenthesized `a ? b : c ?: d` is not supported. "
                    "Use either `(a ? b : c) ?: d` or `a ? b : (c ?: d)`"
                )
            raise CompileError(message, line)
        if then is not None:
            message = (
                "Unparenthesized `a ?: b ? c : d` is not supported. Use either `(a ?: b) ? c : d` or `a ?: (b ? c : d)`"
            )
            raise CompileError(message, line)
    return Ternary(line, condition, then, otherwise)


def exit_call(line: int, arguments: list[Argument] | None) -> Expression:
    """`exit(1)` is a node of its own; `exit(...)`, `exit(status: 1)` and `exit(1, 2)` call the function `exit`."""
    if arguments is not None:
        if not arguments:
            return Exit(line, None)
        first = arguments[0]
        if len(arguments) == 1 and not first.unpack and first.name is None:
            return Exit(line, first.value)
    return Call(line, Name(line, "exit", "fully"), arguments)
