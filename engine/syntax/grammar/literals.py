"""Literals: numbers, strings with and without variables, heredoc, constants."""

# ruff: noqa: FBT003 - nodes are built by position: it is faster, and the built tables hold these calls.

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.syntax.literals import negated_offset
from engine.syntax.nodes import (
    ClassConstant,
    Constant,
    Index,
    Interpolated,
    Literal,
    MagicConstant,
    Property,
    ShellExec,
    Variable,
)

if TYPE_CHECKING:
    from engine.syntax.grammar import Production


def p_scalar_passed_on(p: Production) -> None:
    """scalar : dereferenceable_scalar
    | constant
    | class_constant
    """
    p[0] = p[1]


def p_literal(p: Production) -> None:
    """scalar : T_LNUMBER
    | T_DNUMBER
    dereferenceable_scalar : T_CONSTANT_ENCAPSED_STRING
    """
    p[0] = Literal(p.lineno(1), p[1])


def p_heredoc_plain(p: Production) -> None:
    """scalar : T_START_HEREDOC T_ENCAPSED_AND_WHITESPACE T_END_HEREDOC"""
    p[0] = Literal(p.lineno(2), p[2])


def p_heredoc_empty(p: Production) -> None:
    """scalar : T_START_HEREDOC T_END_HEREDOC"""
    p[0] = Literal(p.lineno(1), "")


def p_interpolated(p: Production) -> None:
    """dereferenceable_scalar : '"' encaps_list '"'
    scalar : T_START_HEREDOC encaps_list T_END_HEREDOC
    """
    p[0] = Interpolated(p.lineno(2), p[2])


def p_shell_exec(p: Production) -> None:
    """expr : '`' backticks_expr '`'"""
    p[0] = ShellExec(p.lineno(1), p[2])


def p_backticks_empty(p: Production) -> None:
    """backticks_expr :"""
    p[0] = []


def p_backticks_plain(p: Production) -> None:
    """backticks_expr : T_ENCAPSED_AND_WHITESPACE"""
    p[0] = [Literal(p.lineno(1), p[1])]


def p_backticks(p: Production) -> None:
    """backticks_expr : encaps_list"""
    p[0] = p[1]


def p_encaps_list_expression(p: Production) -> None:
    """encaps_list : encaps_list encaps_var"""
    p[1].append(p[2])
    p[0] = p[1]


def p_encaps_list_text(p: Production) -> None:
    """encaps_list : encaps_list T_ENCAPSED_AND_WHITESPACE"""
    if p[2]:
        p[1].append(Literal(p.lineno(2), p[2]))
    p[0] = p[1]


def p_encaps_list_first(p: Production) -> None:
    """encaps_list : encaps_var"""
    p[0] = [p[1]]


def p_encaps_list_first_text(p: Production) -> None:
    """encaps_list : T_ENCAPSED_AND_WHITESPACE encaps_var"""
    p[0] = [Literal(p.lineno(1), p[1]), p[2]] if p[1] else [p[2]]


def p_encaps_var(p: Production) -> None:
    """encaps_var : T_VARIABLE"""
    p[0] = Variable(p.lineno(1), p[1])


def p_encaps_var_index(p: Production) -> None:
    """encaps_var : T_VARIABLE '[' encaps_var_offset ']'"""
    p[0] = Index(p.lineno(1), Variable(p.lineno(1), p[1]), p[3])


def p_encaps_var_property(p: Production) -> None:
    """encaps_var : T_VARIABLE T_OBJECT_OPERATOR T_STRING"""
    p[0] = Property(p.lineno(1), Variable(p.lineno(1), p[1]), p[3], False)


def p_encaps_var_nullsafe(p: Production) -> None:
    """encaps_var : T_VARIABLE T_NULLSAFE_OBJECT_OPERATOR T_STRING"""
    p[0] = Property(p.lineno(1), Variable(p.lineno(1), p[1]), p[3], True)


def p_encaps_var_braced(p: Production) -> None:
    """encaps_var : T_DOLLAR_OPEN_CURLY_BRACES expr '}'
    | T_DOLLAR_OPEN_CURLY_BRACES T_STRING_VARNAME '}'
    """
    p[0] = Variable(p.lineno(1), p[2])


def p_encaps_var_braced_index(p: Production) -> None:
    """encaps_var : T_DOLLAR_OPEN_CURLY_BRACES T_STRING_VARNAME '[' expr ']' '}'"""
    p[0] = Index(p.lineno(1), Variable(p.lineno(2), p[2]), p[4])


def p_encaps_var_curly(p: Production) -> None:
    """encaps_var : T_CURLY_OPEN variable '}'"""
    p[0] = p[2]


def p_encaps_var_offset(p: Production) -> None:
    """encaps_var_offset : T_STRING
    | T_NUM_STRING
    """
    p[0] = Literal(p.lineno(1), p[1])


def p_encaps_var_offset_negative(p: Production) -> None:
    """encaps_var_offset : '-' T_NUM_STRING"""
    p[0] = Literal(p.lineno(1), negated_offset(p[2]))


def p_encaps_var_offset_variable(p: Production) -> None:
    """encaps_var_offset : T_VARIABLE"""
    p[0] = Variable(p.lineno(1), p[1])


def p_constant(p: Production) -> None:
    """constant : name"""
    p[0] = Constant(p.lineno(1), p[1])


def p_magic_constant(p: Production) -> None:
    """constant : T_LINE
    | T_FILE
    | T_DIR
    | T_TRAIT_C
    | T_METHOD_C
    | T_FUNC_C
    | T_PROPERTY_C
    | T_NS_C
    | T_CLASS_C
    """
    p[0] = MagicConstant(p.lineno(1), p[1].upper())


def p_class_constant(p: Production) -> None:
    """class_constant : class_name T_PAAMAYIM_NEKUDOTAYIM identifier
    | variable_class_name T_PAAMAYIM_NEKUDOTAYIM identifier
    """
    p[0] = ClassConstant(p.lineno(1), p[1], p[3])


def p_class_constant_dynamic(p: Production) -> None:
    """class_constant : class_name T_PAAMAYIM_NEKUDOTAYIM '{' expr '}'
    | variable_class_name T_PAAMAYIM_NEKUDOTAYIM '{' expr '}'
    """
    p[0] = ClassConstant(p.lineno(1), p[1], p[4])
