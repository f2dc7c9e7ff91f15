"""Functions, closures, parameters, arguments and calls."""

# ruff: noqa: FBT003 - nodes are built by position: it is faster, and the built tables hold these calls.
# ruff: noqa: E501 - PLY wants a production on one line.

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.syntax.grammar.modifiers import check_modifiers
from engine.syntax.nodes import (
    Argument,
    ArrowFunction,
    Call,
    Closure,
    ClosureUse,
    FunctionDeclaration,
    MethodCall,
    Name,
    Parameter,
    StaticCall,
)

if TYPE_CHECKING:
    from engine.syntax.grammar import Production


def p_function_passed_on(p: Production) -> None:
    """function_name : T_STRING
    | T_READONLY
    attributed_parameter : parameter
    callable_expr : callable_variable
    | dereferenceable_scalar
    | new_dereferenceable
    function : T_FUNCTION
    fn : T_FN
    ampersand : T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG
    | T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG
    """
    p[0] = p[1]


def p_function_declaration_statement(p: Production) -> None:
    """function_declaration_statement : function returns_ref function_name backup_doc_comment '(' parameter_list ')' return_type backup_fn_flags '{' inner_statement_list '}' backup_fn_flags"""
    p[0] = FunctionDeclaration(p.lineno(1), p[3], p[2], p[6], p[8], p[11], [], p.lineno(12), p[4])


def p_flag_absent(p: Production) -> None:
    """is_reference :
    is_variadic :
    returns_ref :
    """
    p[0] = False


def p_flag_present(p: Production) -> None:
    """is_reference : T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG
    is_variadic : T_ELLIPSIS
    returns_ref : ampersand
    """
    p[0] = True


def p_backup_doc_comment(p: Production) -> None:
    """backup_doc_comment :"""
    p[0] = p.doc_comment()


def p_backup_fn_flags(p: Production) -> None:
    """backup_fn_flags : %prec PREC_ARROW_FUNCTION"""


def p_backup_lex_pos(p: Production) -> None:
    """backup_lex_pos :"""


def p_parameter_list(p: Production) -> None:
    """parameter_list : non_empty_parameter_list possible_comma"""
    p[0] = p[1]


def p_function_empty_list(p: Production) -> None:
    """parameter_list :
    lexical_vars :
    ctor_arguments :
    optional_cpp_modifiers :
    """
    p[0] = []


def p_function_list_first(p: Production) -> None:
    """non_empty_parameter_list : attributed_parameter
    non_empty_argument_list : argument
    lexical_var_list : lexical_var
    """
    p[0] = [p[1]]


def p_function_list_more(p: Production) -> None:
    """non_empty_parameter_list : non_empty_parameter_list ',' attributed_parameter
    non_empty_argument_list : non_empty_argument_list ',' argument
    lexical_var_list : lexical_var_list ',' lexical_var
    """
    p[1].append(p[3])
    p[0] = p[1]


def p_optional_cpp_modifiers(p: Production) -> None:
    """optional_cpp_modifiers : non_empty_member_modifiers"""
    p[0] = check_modifiers(p[1], "parameter")


def p_parameter(p: Production) -> None:
    """parameter : optional_cpp_modifiers optional_type_without_static is_reference is_variadic T_VARIABLE backup_doc_comment optional_property_hook_list"""
    p[0] = Parameter(p.lineno(1), p[5], p[2], None, p[3], p[4], p[1], [], p[7], p[6])


def p_parameter_default(p: Production) -> None:
    """parameter : optional_cpp_modifiers optional_type_without_static is_reference is_variadic T_VARIABLE backup_doc_comment '=' expr optional_property_hook_list"""
    p[0] = Parameter(p.lineno(1), p[5], p[2], p[8], p[3], p[4], p[1], [], p[9], p[6])


def p_argument_list_empty(p: Production) -> None:
    """argument_list : '(' ')'"""
    p[0] = []


def p_argument_list(p: Production) -> None:
    """argument_list : '(' non_empty_argument_list possible_comma ')'"""
    p[0] = p[2]


def p_argument_list_callable(p: Production) -> None:
    """argument_list : '(' T_ELLIPSIS ')'"""
    p[0] = None


def p_argument(p: Production) -> None:
    """argument : expr"""
    p[0] = Argument(p.lineno(1), p[1], False, None)


def p_argument_named(p: Production) -> None:
    """argument : identifier ':' expr"""
    p[0] = Argument(p.lineno(1), p[3], False, p[1])


def p_argument_unpack(p: Production) -> None:
    """argument : T_ELLIPSIS expr"""
    p[0] = Argument(p.lineno(1), p[2], True, None)


def p_function_given(p: Production) -> None:
    """ctor_arguments : argument_list"""
    p[0] = p[1]


def p_call(p: Production) -> None:
    """function_call : name argument_list"""
    p[0] = Call(p.lineno(1), p[1], p[2])


def p_call_expression(p: Production) -> None:
    """function_call : callable_expr call_start argument_list"""
    p[0] = Call(p.lineno(2), p[1], p[3])


def p_call_start(p: Production) -> None:
    """call_start :"""


def p_call_readonly(p: Production) -> None:
    """function_call : T_READONLY argument_list"""
    p[0] = Call(p.lineno(1), Name(p.lineno(1), p[1], "unqualified"), p[2])


def p_static_call(p: Production) -> None:
    """function_call : class_name T_PAAMAYIM_NEKUDOTAYIM member_name argument_list
    | variable_class_name T_PAAMAYIM_NEKUDOTAYIM member_name argument_list
    """
    p[0] = StaticCall(p.lineno(3), p[1], p[3], p[4])


def p_method_call(p: Production) -> None:
    """callable_variable : array_object_dereferenceable T_OBJECT_OPERATOR property_name argument_list"""
    p[0] = MethodCall(p.lineno(3), p[1], p[3], p[4], False)


def p_method_call_nullsafe(p: Production) -> None:
    """callable_variable : array_object_dereferenceable T_NULLSAFE_OBJECT_OPERATOR property_name argument_list"""
    p[0] = MethodCall(p.lineno(3), p[1], p[3], p[4], True)


def p_callable_expr_parenthesized(p: Production) -> None:
    """callable_expr : '(' expr ')'"""
    p[0] = p[2]


def p_inline_function_static(p: Production) -> None:
    """expr : T_STATIC inline_function"""
    p[2].static = True
    p[0] = p[2]


def p_inline_function_attributes(p: Production) -> None:
    """expr : attributes inline_function"""
    p[2].attributes = p[1]
    p[0] = p[2]


def p_inline_function_static_attributes(p: Production) -> None:
    """expr : attributes T_STATIC inline_function"""
    p[3].attributes = p[1]
    p[3].static = True
    p[0] = p[3]


def p_closure(p: Production) -> None:
    """inline_function : function returns_ref backup_doc_comment '(' parameter_list ')' lexical_vars return_type backup_fn_flags '{' inner_statement_list '}' backup_fn_flags"""
    p[0] = Closure(p.lineno(1), False, p[2], p[5], p[7], p[8], p[11], [], p.lineno(12), p[3])


def p_arrow_function(p: Production) -> None:
    """inline_function : fn returns_ref backup_doc_comment '(' parameter_list ')' return_type T_DOUBLE_ARROW backup_fn_flags backup_lex_pos expr backup_fn_flags"""
    p[0] = ArrowFunction(p.lineno(1), False, p[2], p[5], p[7], p[11], [], p.lineno(12), p[3])


def p_lexical_vars(p: Production) -> None:
    """lexical_vars : T_USE '(' lexical_var_list possible_comma ')'"""
    p[0] = p[3]


def p_lexical_var(p: Production) -> None:
    """lexical_var : T_VARIABLE"""
    p[0] = ClosureUse(p.lineno(1), p[1], False)


def p_lexical_var_reference(p: Production) -> None:
    """lexical_var : ampersand T_VARIABLE"""
    p[0] = ClosureUse(p.lineno(1), p[2], True)
