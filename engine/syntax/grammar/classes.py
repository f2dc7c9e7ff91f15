"""Classes, interfaces, traits, their members, and `new`."""

# ruff: noqa: E501 - PLY wants a production on one line.

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import CompileError
from engine.syntax.grammar.modifiers import check_class_modifiers, check_modifiers
from engine.syntax.nodes import (
    ClassConstDeclaration,
    ClassDeclaration,
    ConstantElement,
    MethodDeclaration,
    Name,
    New,
    PropertyDeclaration,
    PropertyElement,
    PropertyHook,
    TraitAlias,
    TraitPrecedence,
    TraitUse,
)

if TYPE_CHECKING:
    from engine.syntax.grammar import Production


def p_class_passed_on(p: Production) -> None:
    """class_modifier : T_ABSTRACT
    | T_FINAL
    | T_READONLY
    attributed_class_statement : enum_case
    class_statement : attributed_class_statement
    trait_method_reference : absolute_trait_method_reference
    class_name : name
    class_name_reference : class_name
    | new_variable
    member_modifier : T_PUBLIC
    | T_PROTECTED
    | T_PRIVATE
    | T_PUBLIC_SET
    | T_PROTECTED_SET
    | T_PRIVATE_SET
    | T_STATIC
    | T_ABSTRACT
    | T_FINAL
    | T_READONLY
    anonymous_class_modifiers_optional : anonymous_class_modifiers
    """
    p[0] = p[1]


def p_class_declaration_modifiers(p: Production) -> None:
    """class_declaration_statement : class_modifiers T_CLASS declaration_start T_STRING extends_from implements_list backup_doc_comment '{' class_statement_list '}'"""
    p[0] = ClassDeclaration(p.lineno(2), "class", p[4], p[1], p[5], p[6], None, p[9], [], p.lineno(10), p[7])


def p_class_declaration(p: Production) -> None:
    """class_declaration_statement : T_CLASS declaration_start T_STRING extends_from implements_list backup_doc_comment '{' class_statement_list '}'"""
    p[0] = ClassDeclaration(p.lineno(1), "class", p[3], [], p[4], p[5], None, p[8], [], p.lineno(9), p[6])


def p_trait_declaration(p: Production) -> None:
    """trait_declaration_statement : T_TRAIT declaration_start T_STRING backup_doc_comment '{' class_statement_list '}'"""
    p[0] = ClassDeclaration(p.lineno(1), "trait", p[3], [], [], [], None, p[6], [], p.lineno(7), p[4])


def p_interface_declaration(p: Production) -> None:
    """interface_declaration_statement : T_INTERFACE declaration_start T_STRING interface_extends_list backup_doc_comment '{' class_statement_list '}'"""
    p[0] = ClassDeclaration(p.lineno(1), "interface", p[3], [], p[4], [], None, p[7], [], p.lineno(8), p[5])


def p_declaration_start(p: Production) -> None:
    """declaration_start :"""


def p_class_modifiers(p: Production) -> None:
    """class_modifiers : class_modifier"""
    p[0] = [p[1].lower()]


def p_class_modifiers_more(p: Production) -> None:
    """class_modifiers : class_modifiers class_modifier"""
    p[0] = check_class_modifiers(p[1], p[2].lower(), p.lineno(2))


def p_anonymous_class_modifiers(p: Production) -> None:
    """anonymous_class_modifiers : class_modifier"""
    p[0] = check_class_modifiers([], p[1].lower(), p.lineno(1), anonymous=True)


def p_anonymous_class_modifiers_more(p: Production) -> None:
    """anonymous_class_modifiers : anonymous_class_modifiers class_modifier"""
    p[0] = check_class_modifiers(p[1], p[2].lower(), p.lineno(2), anonymous=True)


def p_class_empty_list(p: Production) -> None:
    """extends_from :
    interface_extends_list :
    implements_list :
    class_statement_list :
    method_modifiers :
    class_const_modifiers :
    property_hook_list :
    property_hook_modifiers :
    anonymous_class_modifiers_optional :
    """
    p[0] = []


def p_extends_from(p: Production) -> None:
    """extends_from : T_EXTENDS class_name"""
    p[0] = [p[2]]


def p_class_name_lists(p: Production) -> None:
    """interface_extends_list : T_EXTENDS class_name_list
    implements_list : T_IMPLEMENTS class_name_list
    """
    p[0] = p[2]


def p_class_list_first(p: Production) -> None:
    """class_name_list : class_name
    trait_adaptation_list : trait_adaptation
    property_list : property
    class_const_list : class_const_decl
    """
    p[0] = [p[1]]


def p_class_list_comma(p: Production) -> None:
    """class_name_list : class_name_list ',' class_name
    property_list : property_list ',' property
    class_const_list : class_const_list ',' class_const_decl
    """
    p[1].append(p[3])
    p[0] = p[1]


def p_class_list_more(p: Production) -> None:
    """class_statement_list : class_statement_list class_statement
    trait_adaptation_list : trait_adaptation_list trait_adaptation
    property_hook_list : property_hook_list property_hook
    """
    p[1].append(p[2])
    p[0] = p[1]


def p_class_name_static(p: Production) -> None:
    """class_name : T_STATIC"""
    p[0] = Name(p.lineno(1), "static", "unqualified")


def p_class_name_reference_expression(p: Production) -> None:
    """class_name_reference : '(' expr ')'"""
    p[0] = p[2]


def p_class_statement_property(p: Production) -> None:
    """attributed_class_statement : property_modifiers optional_type_without_static property_list ';'"""
    p[0] = PropertyDeclaration(p.lineno(1), p[1], p[2], p[3], [])


def p_class_statement_hooked_property(p: Production) -> None:
    """attributed_class_statement : property_modifiers optional_type_without_static hooked_property"""
    p[0] = PropertyDeclaration(p.lineno(1), p[1], p[2], [p[3]], [])


def p_class_statement_const(p: Production) -> None:
    """attributed_class_statement : class_const_modifiers T_CONST class_const_list ';'"""
    p[0] = ClassConstDeclaration(p.lineno(1), p[1], None, p[3], [])


def p_class_statement_const_typed(p: Production) -> None:
    """attributed_class_statement : class_const_modifiers T_CONST type_expr class_const_list ';'"""
    p[0] = ClassConstDeclaration(p.lineno(1), p[1], p[3], p[4], [])


def p_class_statement_method(p: Production) -> None:
    """attributed_class_statement : method_modifiers function returns_ref identifier backup_doc_comment '(' parameter_list ')' return_type backup_fn_flags method_body backup_fn_flags"""
    p[0] = MethodDeclaration(p.lineno(2), p[1], p[4], p[3], p[7], p[9], p[11][0], [], p[11][1], p[5])


def p_class_statement_use(p: Production) -> None:
    """class_statement : T_USE class_name_list trait_adaptations"""
    p[0] = TraitUse(p.lineno(1), p[2], p[3])


def p_trait_adaptations_none(p: Production) -> None:
    """trait_adaptations : ';'
    | '{' '}'
    """
    p[0] = []


def p_trait_adaptations(p: Production) -> None:
    """trait_adaptations : '{' trait_adaptation_list '}'"""
    p[0] = p[2]


def p_trait_adaptation(p: Production) -> None:
    """trait_adaptation : trait_precedence ';'
    | trait_alias ';'
    """
    p[0] = p[1]


def p_trait_precedence(p: Production) -> None:
    """trait_precedence : absolute_trait_method_reference T_INSTEADOF class_name_list"""
    p[0] = TraitPrecedence(p.lineno(1), p[1][0], p[1][1], p[3])


def p_trait_alias(p: Production) -> None:
    """trait_alias : trait_method_reference T_AS T_STRING
    | trait_method_reference T_AS reserved_non_modifiers
    """
    p[0] = TraitAlias(p.lineno(1), p[1][0], p[1][1], None, p[3])


def p_trait_alias_modifier(p: Production) -> None:
    """trait_alias : trait_method_reference T_AS member_modifier identifier"""
    p[0] = TraitAlias(p.lineno(1), p[1][0], p[1][1], check_modifiers([(p[3], p.lineno(3))], "method")[0], p[4])


def p_trait_alias_modifier_only(p: Production) -> None:
    """trait_alias : trait_method_reference T_AS member_modifier"""
    p[0] = TraitAlias(p.lineno(1), p[1][0], p[1][1], check_modifiers([(p[3], p.lineno(3))], "method")[0], None)


def p_trait_method_reference(p: Production) -> None:
    """trait_method_reference : identifier"""
    p[0] = (None, p[1])


def p_trait_method_reference_absolute(p: Production) -> None:
    """absolute_trait_method_reference : class_name T_PAAMAYIM_NEKUDOTAYIM identifier"""
    p[0] = (p[1], p[3])


def p_method_body_none(p: Production) -> None:
    """method_body : ';'"""
    p[0] = (None, p.lineno(1))


def p_method_body(p: Production) -> None:
    """method_body : '{' inner_statement_list '}'"""
    p[0] = (p[2], p.lineno(3))


def p_property_modifiers(p: Production) -> None:
    """property_modifiers : non_empty_member_modifiers"""
    p[0] = check_modifiers(p[1], "property")


def p_property_modifiers_var(p: Production) -> None:
    """property_modifiers : T_VAR"""
    p[0] = ["var"]


def p_method_modifiers(p: Production) -> None:
    """method_modifiers : non_empty_member_modifiers"""
    p[0] = check_modifiers(p[1], "method")


def p_class_const_modifiers(p: Production) -> None:
    """class_const_modifiers : non_empty_member_modifiers"""
    p[0] = check_modifiers(p[1], "class constant")


def p_property_hook_modifiers(p: Production) -> None:
    """property_hook_modifiers : non_empty_member_modifiers"""
    p[0] = check_modifiers(p[1], "property hook")


def p_non_empty_member_modifiers(p: Production) -> None:
    """non_empty_member_modifiers : member_modifier"""
    p[0] = [(p[1], p.lineno(1))]


def p_non_empty_member_modifiers_more(p: Production) -> None:
    """non_empty_member_modifiers : non_empty_member_modifiers member_modifier"""
    p[1].append((p[2], p.lineno(2)))
    p[0] = p[1]


def p_property_element(p: Production) -> None:
    """property : T_VARIABLE backup_doc_comment"""
    p[0] = PropertyElement(p.lineno(1), p[1], None, None, p[2])


def p_property_element_default(p: Production) -> None:
    """property : T_VARIABLE '=' expr backup_doc_comment"""
    p[0] = PropertyElement(p.lineno(1), p[1], p[3], None, p[4])


def p_hooked_property(p: Production) -> None:
    """hooked_property : T_VARIABLE backup_doc_comment '{' property_hook_list '}'"""
    p[0] = PropertyElement(p.lineno(1), p[1], None, p[4], p[2])


def p_hooked_property_default(p: Production) -> None:
    """hooked_property : T_VARIABLE '=' expr backup_doc_comment '{' property_hook_list '}'"""
    p[0] = PropertyElement(p.lineno(1), p[1], p[3], p[6], p[4])


def p_property_hook_list_attributes(p: Production) -> None:
    """property_hook_list : property_hook_list attributes property_hook"""
    p[3].attributes = p[2]
    p[1].append(p[3])
    p[0] = p[1]


def p_class_absent(p: Production) -> None:
    """optional_property_hook_list :
    optional_parameter_list :
    """
    p[0] = None


def p_class_given(p: Production) -> None:
    """optional_property_hook_list : '{' property_hook_list '}'
    optional_parameter_list : '(' parameter_list ')'
    """
    p[0] = p[2]


def p_property_hook(p: Production) -> None:
    """property_hook : property_hook_modifiers returns_ref T_STRING backup_doc_comment declaration_start optional_parameter_list backup_fn_flags property_hook_body backup_fn_flags"""
    p[0] = PropertyHook(p.lineno(3), p[3], p[2], p[6], p[8][0], p[1], [], p[8][1], p[4])


def p_property_hook_body_none(p: Production) -> None:
    """property_hook_body : ';'"""
    p[0] = None, p.lineno(1)


def p_property_hook_body(p: Production) -> None:
    """property_hook_body : '{' inner_statement_list '}'
    | T_DOUBLE_ARROW expr ';'
    """
    p[0] = p[2], p.lineno(3)


def p_class_const_decl(p: Production) -> None:
    """class_const_decl : T_STRING '=' expr backup_doc_comment
    | semi_reserved '=' expr backup_doc_comment
    """
    p[0] = ConstantElement(p.lineno(1), p[1], p[3], p[4])


def p_anonymous_class(p: Production) -> None:
    """anonymous_class : anonymous_class_modifiers_optional T_CLASS declaration_start ctor_arguments extends_from implements_list backup_doc_comment '{' class_statement_list '}'"""
    p[0] = new_object(
        p.lineno(2),
        ClassDeclaration(p.lineno(2), "class", None, p[1], p[5], p[6], None, p[9], [], p.lineno(10), p[7]),
        p[4],
    )


def p_new(p: Production) -> None:
    """new_dereferenceable : T_NEW class_name_reference argument_list"""
    p[0] = new_object(p.lineno(2), p[2], p[3])


def p_new_anonymous(p: Production) -> None:
    """new_dereferenceable : T_NEW anonymous_class"""
    p[0] = p[2]


def p_new_anonymous_attributes(p: Production) -> None:
    """new_dereferenceable : T_NEW attributes anonymous_class"""
    p[3].class_.attributes = p[2]
    p[0] = p[3]


def p_new_without_arguments(p: Production) -> None:
    """new_non_dereferenceable : T_NEW class_name_reference"""
    p[0] = New(p.lineno(2), p[2], [])


def new_object(line: int, class_: object, arguments: object) -> New:
    """`new A(...)` cannot make a closure, other than `a(...)`."""
    if arguments is None:
        raise CompileError("Cannot create Closure for new expression", line)
    return New(line, class_, arguments)  # type: ignore[arg-type]
