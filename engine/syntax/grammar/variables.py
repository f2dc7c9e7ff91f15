"""Variables, indexing and members; arrays and destructuring."""

# ruff: noqa: FBT003 - nodes are built by position: it is faster, and the built tables hold these calls.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from engine.syntax.grammar.operators import parenthesized
from engine.syntax.nodes import (
    ArrayItem,
    ArrayLiteral,
    Global,
    Index,
    Property,
    StaticDeclaration,
    StaticProperty,
    StaticVariable,
    Unset,
    Variable,
)

if TYPE_CHECKING:
    from engine.syntax.grammar import Production


def p_variable_passed_on(p: Production) -> None:
    """callable_variable : function_call
    variable : callable_variable
    | static_member
    variable_class_name : fully_dereferenceable
    fully_dereferenceable : variable
    | dereferenceable_scalar
    | class_constant
    | new_dereferenceable
    array_object_dereferenceable : fully_dereferenceable
    | constant
    simple_variable : T_VARIABLE
    member_name : identifier
    property_name : T_STRING
    isset_variable : expr
    unset_variable : variable
    """
    p[0] = p[1]


def p_parenthesized(p: Production) -> None:
    """property_name : '{' expr '}'
    member_name : '{' expr '}'
    """
    p[0] = p[2]


def p_fully_dereferenceable_parenthesized(p: Production) -> None:
    """fully_dereferenceable : '(' expr ')'"""
    p[0] = parenthesized(p[2])


def p_variable(p: Production) -> None:
    """callable_variable : simple_variable
    new_variable : simple_variable
    property_name : simple_variable
    member_name : simple_variable
    global_var : simple_variable
    """
    p[0] = Variable(p.lineno(1), p[1])


def p_simple_variable_expression(p: Production) -> None:
    """simple_variable : '$' '{' expr '}'"""
    p[0] = p[3]


def p_simple_variable_variable(p: Production) -> None:
    """simple_variable : '$' simple_variable"""
    p[0] = Variable(p.lineno(1), p[2])


def p_index(p: Production) -> None:
    """callable_variable : array_object_dereferenceable '[' optional_expr ']'
    new_variable : new_variable '[' optional_expr ']'
    """
    p[0] = Index(p.lineno(1), p[1], p[3])


def p_property(p: Production) -> None:
    """variable : array_object_dereferenceable T_OBJECT_OPERATOR property_name
    new_variable : new_variable T_OBJECT_OPERATOR property_name
    """
    p[0] = Property(p.lineno(1), p[1], p[3], False)


def p_property_nullsafe(p: Production) -> None:
    """variable : array_object_dereferenceable T_NULLSAFE_OBJECT_OPERATOR property_name
    new_variable : new_variable T_NULLSAFE_OBJECT_OPERATOR property_name
    """
    p[0] = Property(p.lineno(1), p[1], p[3], True)


def p_static_member(p: Production) -> None:
    """static_member : class_name T_PAAMAYIM_NEKUDOTAYIM simple_variable
    | variable_class_name T_PAAMAYIM_NEKUDOTAYIM simple_variable
    new_variable : class_name T_PAAMAYIM_NEKUDOTAYIM simple_variable
    | new_variable T_PAAMAYIM_NEKUDOTAYIM simple_variable
    """
    p[0] = StaticProperty(p.lineno(1), p[1], p[3])


def p_array_long(p: Production) -> None:
    """dereferenceable_scalar : T_ARRAY '(' array_pair_list ')'"""
    p[0] = ArrayLiteral(p.lineno(1), p[3], "array")


def p_array_short(p: Production) -> None:
    """dereferenceable_scalar : '[' array_pair_list ']'"""
    p[0] = ArrayLiteral(p.lineno(1), p[2], "short")


def p_array_pair_list(p: Production) -> None:
    """array_pair_list : non_empty_array_pair_list"""
    p[0] = without_trailing_comma(p[1])


def p_possible_array_pair(p: Production) -> None:
    """possible_array_pair : array_pair"""
    p[0] = p[1]


def p_possible_array_pair_empty(p: Production) -> None:
    """possible_array_pair :"""
    p[0] = None


def p_list_more(p: Production) -> None:
    """non_empty_array_pair_list : non_empty_array_pair_list ',' possible_array_pair
    global_var_list : global_var_list ',' global_var
    static_var_list : static_var_list ',' static_var
    unset_variables : unset_variables ',' unset_variable
    isset_variables : isset_variables ',' isset_variable
    """
    p[1].append(p[3])
    p[0] = p[1]


def p_list_first(p: Production) -> None:
    """non_empty_array_pair_list : possible_array_pair
    global_var_list : global_var
    static_var_list : static_var
    unset_variables : unset_variable
    isset_variables : isset_variable
    """
    p[0] = [p[1]]


def p_array_pair(p: Production) -> None:
    """array_pair : expr T_DOUBLE_ARROW expr"""
    p[0] = ArrayItem(p.lineno(1), p[1], p[3], False, False)


def p_array_value(p: Production) -> None:
    """array_pair : expr"""
    p[0] = ArrayItem(p.lineno(1), None, p[1], False, False)


def p_array_pair_reference(p: Production) -> None:
    """array_pair : expr T_DOUBLE_ARROW ampersand variable"""
    p[0] = ArrayItem(p.lineno(1), p[1], p[4], True, False)


def p_array_value_reference(p: Production) -> None:
    """array_pair : ampersand variable"""
    p[0] = ArrayItem(p.lineno(1), None, p[2], True, False)


def p_array_unpack(p: Production) -> None:
    """array_pair : T_ELLIPSIS expr"""
    p[0] = ArrayItem(p.lineno(1), None, p[2], False, True)


def p_array_pair_list_target(p: Production) -> None:
    """array_pair : expr T_DOUBLE_ARROW T_LIST '(' array_pair_list ')'"""
    p[0] = ArrayItem(p.lineno(1), p[1], ArrayLiteral(p.lineno(3), p[5], "list"), False, False)


def p_array_list_target(p: Production) -> None:
    """array_pair : T_LIST '(' array_pair_list ')'"""
    p[0] = ArrayItem(p.lineno(1), None, ArrayLiteral(p.lineno(1), p[3], "list"), False, False)


def p_global(p: Production) -> None:
    """statement : T_GLOBAL global_var_list ';'"""
    p[0] = Global(p.lineno(1), p[2])


def p_static(p: Production) -> None:
    """statement : T_STATIC static_var_list ';'"""
    p[0] = StaticDeclaration(p.lineno(1), p[2])


def p_static_var(p: Production) -> None:
    """static_var : T_VARIABLE"""
    p[0] = StaticVariable(p.lineno(1), p[1], None)


def p_static_var_initial(p: Production) -> None:
    """static_var : T_VARIABLE '=' expr"""
    p[0] = StaticVariable(p.lineno(1), p[1], p[3])


def p_unset(p: Production) -> None:
    """statement : T_UNSET '(' unset_variables possible_comma ')' ';'"""
    p[0] = Unset(p.lineno(1), p[3])


def without_trailing_comma(items: List[Optional[ArrayItem]]) -> List[Optional[ArrayItem]]:
    """`[1, 2, ]` has two elements and `[]` none, but `[, ]` is one skipped slot."""
    if items[-1] is None:
        del items[-1]
    return items
