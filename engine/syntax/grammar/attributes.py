"""Attributes: `#[Name(arguments)]` before declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import CompileError
from engine.syntax.nodes import Attribute, AttributeGroup

if TYPE_CHECKING:
    from engine.syntax.grammar import Production


def p_attribute_decl(p: Production) -> None:
    """attribute_decl : class_name"""
    p[0] = Attribute(p.lineno(1), p[1], [])


def p_attribute_decl_arguments(p: Production) -> None:
    """attribute_decl : class_name argument_list"""
    if p[2] is None:
        raise CompileError("Cannot create Closure as attribute argument", p.lineno(1))
    p[0] = Attribute(p.lineno(1), p[1], p[2])


def p_attribute_group(p: Production) -> None:
    """attribute_group : attribute_decl
    attributes : attribute
    """
    p[0] = [p[1]]


def p_attribute_group_more(p: Production) -> None:
    """attribute_group : attribute_group ',' attribute_decl"""
    p[1].append(p[3])
    p[0] = p[1]


def p_attribute(p: Production) -> None:
    """attribute : T_ATTRIBUTE attribute_group possible_comma ']'"""
    p[0] = AttributeGroup(p.lineno(1), p[2])


def p_attributes_more(p: Production) -> None:
    """attributes : attributes attribute"""
    p[1].append(p[2])
    p[0] = p[1]


def p_attributed_statement(p: Production) -> None:
    """attributed_statement : function_declaration_statement
    | class_declaration_statement
    | trait_declaration_statement
    | interface_declaration_statement
    | enum_declaration_statement
    """
    p[0] = p[1]


def p_with_attributes(p: Production) -> None:
    """top_statement : attributes attributed_statement
    inner_statement : attributes attributed_statement
    attributed_parameter : attributes parameter
    class_statement : attributes attributed_class_statement
    """
    p[2].attributes = p[1]
    p[0] = p[2]
