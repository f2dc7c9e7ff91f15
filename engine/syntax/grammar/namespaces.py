"""Whole scripts, namespaces, names and `use`."""

# ruff: noqa: FBT003 - nodes are built by position: it is faster, and the built tables hold these calls.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional, Tuple

from engine.syntax.nodes import (
    ConstantElement,
    ConstDeclaration,
    HaltCompiler,
    Name,
    Namespace,
    Script,
    Statement,
    Use,
    UseItem,
)

if TYPE_CHECKING:
    from engine.syntax.grammar import Production

Import = Tuple[int, Optional[str], str, Optional[str]]
"""Line, kind when the import says it, name, alias when it says one."""


def p_start(p: Production) -> None:
    """start : top_statement_list"""
    p[0] = script_of(p[1])


def p_top_statement_list(p: Production) -> None:
    """top_statement_list : top_statement_list top_statement"""
    if p[2] is not None:
        p[1].append(p[2])
    p[0] = p[1]


def p_top_statement_list_empty(p: Production) -> None:
    """top_statement_list :"""
    p[0] = []


def p_top_statement(p: Production) -> None:
    """top_statement : statement
    | attributed_statement
    """
    p[0] = p[1]


def p_top_statement_halt(p: Production) -> None:
    """top_statement : T_HALT_COMPILER '(' ')' ';'"""
    p[0] = HaltCompiler(p.lineno(1), p[4])


def p_top_statement_namespace(p: Production) -> None:
    """top_statement : T_NAMESPACE namespace_declaration_name ';'"""
    p[0] = Namespace(p.lineno(1), p[2], [], False)


def p_top_statement_namespace_block(p: Production) -> None:
    """top_statement : T_NAMESPACE namespace_declaration_name namespace_block '{' top_statement_list '}'"""
    p[0] = Namespace(p.lineno(1), p[2], p[5], True)


def p_top_statement_namespace_global(p: Production) -> None:
    """top_statement : T_NAMESPACE namespace_block '{' top_statement_list '}'"""
    p[0] = Namespace(p.lineno(1), None, p[4], True)


def p_namespace_block(p: Production) -> None:
    """namespace_block :"""
    p[0] = p.doc_comment()  # A doc comment before `namespace A {` belongs to nothing.


def p_top_statement_use(p: Production) -> None:
    """top_statement : T_USE mixed_group_use_declaration ';'
    | T_USE use_declarations ';'
    """
    p[0] = Use(p.lineno(1), imports("class", p[2]))


def p_top_statement_use_kind(p: Production) -> None:
    """top_statement : T_USE use_type group_use_declaration ';'
    | T_USE use_type use_declarations ';'
    """
    p[0] = Use(p.lineno(1), imports(p[2], p[3]))


def p_top_statement_const(p: Production) -> None:
    """top_statement : T_CONST const_list ';'"""
    p[0] = ConstDeclaration(p.lineno(1), p[2], [])


def p_use_type(p: Production) -> None:
    """use_type : T_FUNCTION
    | T_CONST
    """
    p[0] = p[1].lower()


def p_group_use_declaration(p: Production) -> None:
    """group_use_declaration : legacy_namespace_name T_NS_SEPARATOR '{' unprefixed_use_declarations possible_comma '}'
    mixed_group_use_declaration : legacy_namespace_name T_NS_SEPARATOR '{' inline_use_declarations possible_comma '}'
    """
    p[0] = prefixed(p[1], p[4])


def p_possible_comma(p: Production) -> None:
    """possible_comma :
    | ','
    """


def p_use_lists(p: Production) -> None:
    """inline_use_declarations : inline_use_declarations ',' inline_use_declaration
    unprefixed_use_declarations : unprefixed_use_declarations ',' unprefixed_use_declaration
    use_declarations : use_declarations ',' use_declaration
    const_list : const_list ',' const_decl
    """
    p[1].append(p[3])
    p[0] = p[1]


def p_use_lists_first(p: Production) -> None:
    """inline_use_declarations : inline_use_declaration
    unprefixed_use_declarations : unprefixed_use_declaration
    use_declarations : use_declaration
    const_list : const_decl
    """
    p[0] = [p[1]]


def p_inline_use_declaration(p: Production) -> None:
    """inline_use_declaration : unprefixed_use_declaration"""
    p[0] = p[1]


def p_inline_use_declaration_kind(p: Production) -> None:
    """inline_use_declaration : use_type unprefixed_use_declaration"""
    p[0] = (p[2][0], p[1], p[2][2], p[2][3])


def p_use_declaration(p: Production) -> None:
    """unprefixed_use_declaration : namespace_name
    use_declaration : legacy_namespace_name
    """
    p[0] = (p.lineno(1), None, p[1], None)


def p_use_declaration_alias(p: Production) -> None:
    """unprefixed_use_declaration : namespace_name T_AS T_STRING
    use_declaration : legacy_namespace_name T_AS T_STRING
    """
    p[0] = (p.lineno(1), None, p[1], p[3])


def p_const_decl(p: Production) -> None:
    """const_decl : T_STRING '=' expr backup_doc_comment"""
    p[0] = ConstantElement(p.lineno(1), p[1], p[3], p[4])


def p_names_as_text(p: Production) -> None:
    """namespace_declaration_name : identifier
    | T_NAME_QUALIFIED
    namespace_name : T_STRING
    | T_NAME_QUALIFIED
    legacy_namespace_name : namespace_name
    | T_NAME_FULLY_QUALIFIED
    """
    p[0] = p[1]


def p_name(p: Production) -> None:
    """name : T_STRING"""
    p[0] = Name(p.lineno(1), p[1], "unqualified")


def p_name_qualified(p: Production) -> None:
    """name : T_NAME_QUALIFIED"""
    p[0] = Name(p.lineno(1), p[1], "qualified")


def p_name_fully_qualified(p: Production) -> None:
    """name : T_NAME_FULLY_QUALIFIED"""
    p[0] = Name(p.lineno(1), p[1], "fully")


def p_name_relative(p: Production) -> None:
    """name : T_NAME_RELATIVE"""
    p[0] = Name(p.lineno(1), p[1], "relative")


def p_identifier(p: Production) -> None:
    """identifier : T_STRING
    | semi_reserved
    """
    p[0] = p[1]


def p_semi_reserved(p: Production) -> None:
    """reserved_non_modifiers : T_INCLUDE
    | T_INCLUDE_ONCE
    | T_EVAL
    | T_REQUIRE
    | T_REQUIRE_ONCE
    | T_LOGICAL_OR
    | T_LOGICAL_XOR
    | T_LOGICAL_AND
    | T_INSTANCEOF
    | T_NEW
    | T_CLONE
    | T_EXIT
    | T_IF
    | T_ELSEIF
    | T_ELSE
    | T_ENDIF
    | T_ECHO
    | T_DO
    | T_WHILE
    | T_ENDWHILE
    | T_FOR
    | T_ENDFOR
    | T_FOREACH
    | T_ENDFOREACH
    | T_DECLARE
    | T_ENDDECLARE
    | T_AS
    | T_TRY
    | T_CATCH
    | T_FINALLY
    | T_THROW
    | T_USE
    | T_INSTEADOF
    | T_GLOBAL
    | T_VAR
    | T_UNSET
    | T_ISSET
    | T_EMPTY
    | T_CONTINUE
    | T_GOTO
    | T_FUNCTION
    | T_CONST
    | T_RETURN
    | T_PRINT
    | T_YIELD
    | T_LIST
    | T_SWITCH
    | T_ENDSWITCH
    | T_CASE
    | T_DEFAULT
    | T_BREAK
    | T_ARRAY
    | T_CALLABLE
    | T_EXTENDS
    | T_IMPLEMENTS
    | T_NAMESPACE
    | T_TRAIT
    | T_INTERFACE
    | T_CLASS
    | T_CLASS_C
    | T_TRAIT_C
    | T_FUNC_C
    | T_METHOD_C
    | T_LINE
    | T_FILE
    | T_DIR
    | T_NS_C
    | T_FN
    | T_MATCH
    | T_ENUM
    | T_PROPERTY_C
    semi_reserved : reserved_non_modifiers
    | T_STATIC
    | T_ABSTRACT
    | T_FINAL
    | T_PRIVATE
    | T_PROTECTED
    | T_PUBLIC
    | T_READONLY
    """
    p[0] = p[1]


def imports(kind: str, items: List[Import]) -> List[UseItem]:
    """Finish the items of one `use`; without an alias the last part of the name is one."""
    return [UseItem(line, own or kind, name, alias or name.rsplit("\\", 1)[-1]) for line, own, name, alias in items]


def prefixed(prefix: str, items: List[Import]) -> List[Import]:
    """Put the prefix of a group use before each of its names, without changing what they are called here."""
    return [(line, kind, prefix + "\\" + name, alias) for line, kind, name, alias in items]


def script_of(statements: List[Statement]) -> Script:
    """`namespace A; f();`  becomes  a namespace whose body is the call."""
    halt: Optional[int] = None
    listed: List[Statement] = []
    body = listed
    for statement in statements:
        if isinstance(statement, Namespace):
            listed.append(statement)
            body = listed if statement.braced else statement.body
        else:
            if isinstance(statement, HaltCompiler):
                halt = statement.offset
            body.append(statement)
    return Script(1, listed, halt)
