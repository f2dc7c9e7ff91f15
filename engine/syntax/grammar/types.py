"""Type declarations."""

# ruff: noqa: E501 - PLY wants a production on one line.

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.syntax.nodes import IntersectionType, Name, NamedType, NullableType, UnionType

if TYPE_CHECKING:
    from engine.syntax.grammar import Production


def p_type_passed_on(p: Production) -> None:
    """type_expr : type
    | union_type
    | intersection_type
    type : type_without_static
    union_type_element : type
    type_expr_without_static : type_without_static
    | union_type_without_static
    | intersection_type_without_static
    union_type_without_static_element : type_without_static
    optional_type_without_static : type_expr_without_static
    """
    p[0] = p[1]


def p_type_absent(p: Production) -> None:
    """optional_type_without_static :
    return_type :
    """
    p[0] = None


def p_return_type(p: Production) -> None:
    """return_type : ':' type_expr"""
    p[0] = p[2]


def p_nullable_type(p: Production) -> None:
    """type_expr : '?' type
    type_expr_without_static : '?' type_without_static
    """
    p[0] = NullableType(p.lineno(1), p[2])


def p_type_keyword(p: Production) -> None:
    """type : T_STATIC
    type_without_static : T_ARRAY
    | T_CALLABLE
    """
    p[0] = NamedType(p.lineno(1), Name(p.lineno(1), p[1].lower(), "unqualified"))


def p_type_named(p: Production) -> None:
    """type_without_static : name"""
    p[0] = NamedType(p.lineno(1), p[1])


def p_type_parenthesized(p: Production) -> None:
    """union_type_element : '(' intersection_type ')'
    union_type_without_static_element : '(' intersection_type_without_static ')'
    """
    p[0] = p[2]


def p_union_type(p: Production) -> None:
    """union_type : union_type_element '|' union_type_element
    union_type_without_static : union_type_without_static_element '|' union_type_without_static_element
    """
    p[0] = UnionType(p.lineno(1), [p[1], p[3]])


def p_intersection_type(p: Production) -> None:
    """intersection_type : type T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG type
    intersection_type_without_static : type_without_static T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG type_without_static
    """
    p[0] = IntersectionType(p.lineno(1), [p[1], p[3]])


def p_type_more(p: Production) -> None:
    """union_type : union_type '|' union_type_element
    union_type_without_static : union_type_without_static '|' union_type_without_static_element
    intersection_type : intersection_type T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG type
    intersection_type_without_static : intersection_type_without_static T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG type_without_static
    """
    p[1].members.append(p[3])
    p[0] = p[1]
