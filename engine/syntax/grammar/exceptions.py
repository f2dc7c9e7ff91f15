"""`try`, `catch`, `finally` and `throw`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.syntax.nodes import Catch, Throw, Try

if TYPE_CHECKING:
    from engine.syntax.grammar import Production


def p_try(p: Production) -> None:
    """statement : T_TRY '{' inner_statement_list '}' catch_list finally_statement"""
    p[0] = Try(p.lineno(1), p[3], p[5], p[6])


def p_catch_list_empty(p: Production) -> None:
    """catch_list :"""
    p[0] = []


def p_catch_list(p: Production) -> None:
    """catch_list : catch_list T_CATCH '(' catch_name_list optional_variable ')' '{' inner_statement_list '}'"""
    p[1].append(Catch(p.lineno(2), p[4], p[5], p[8]))
    p[0] = p[1]


def p_catch_name_list(p: Production) -> None:
    """catch_name_list : class_name"""
    p[0] = [p[1]]


def p_catch_name_list_more(p: Production) -> None:
    """catch_name_list : catch_name_list '|' class_name"""
    p[1].append(p[3])
    p[0] = p[1]


def p_optional_variable(p: Production) -> None:
    """optional_variable : T_VARIABLE"""
    p[0] = p[1]


def p_catch_nothing(p: Production) -> None:
    """optional_variable :
    finally_statement :
    """
    p[0] = None


def p_finally_statement(p: Production) -> None:
    """finally_statement : T_FINALLY '{' inner_statement_list '}'"""
    p[0] = p[3]


def p_throw(p: Production) -> None:
    """expr : T_THROW expr"""
    p[0] = Throw(p.lineno(1), p[2])
