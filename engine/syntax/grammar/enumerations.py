"""Enumerations and their cases."""

# ruff: noqa: E501 - PLY wants a production on one line.

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.syntax.nodes import ClassDeclaration, EnumCase

if TYPE_CHECKING:
    from engine.syntax.grammar import Production


def p_enum_declaration_statement(p: Production) -> None:
    """enum_declaration_statement : T_ENUM declaration_start T_STRING enum_backing_type implements_list backup_doc_comment '{' class_statement_list '}'"""
    p[0] = ClassDeclaration(p.lineno(1), "enum", p[3], [], [], p[5], p[4], p[8], [], p.lineno(9), p[6])


def p_enum_absent(p: Production) -> None:
    """enum_backing_type :
    enum_case_expr :
    """
    p[0] = None


def p_enum_given(p: Production) -> None:
    """enum_backing_type : ':' type_expr
    enum_case_expr : '=' expr
    """
    p[0] = p[2]


def p_enum_case(p: Production) -> None:
    """enum_case : T_CASE backup_doc_comment identifier enum_case_expr ';'"""
    p[0] = EnumCase(p.lineno(1), p[3], p[4], [], p[2])
