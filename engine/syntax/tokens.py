"""Token kinds by their PHP names, in the order in which PHP's own grammar numbers them.

The order matters twice: a kind's number is its place in `NAMES`, and a parse error lists what it expected in it.
"""

from __future__ import annotations

from typing import Dict, Tuple

# First every token with a precedence, from weak to strong, then the rest as the grammar declares or first uses them.
NAMES: Tuple[str, ...] = tuple(
    """
    END T_THROW PREC_ARROW_FUNCTION T_INCLUDE T_INCLUDE_ONCE T_REQUIRE T_REQUIRE_ONCE T_LOGICAL_OR T_LOGICAL_XOR
    T_LOGICAL_AND T_PRINT T_YIELD T_DOUBLE_ARROW T_YIELD_FROM '=' T_PLUS_EQUAL T_MINUS_EQUAL T_MUL_EQUAL
    T_DIV_EQUAL T_CONCAT_EQUAL T_MOD_EQUAL T_AND_EQUAL T_OR_EQUAL T_XOR_EQUAL T_SL_EQUAL T_SR_EQUAL T_POW_EQUAL
    T_COALESCE_EQUAL '?' ':' T_COALESCE T_BOOLEAN_OR T_BOOLEAN_AND '|' '^'
    T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG T_IS_EQUAL T_IS_NOT_EQUAL
    T_IS_IDENTICAL T_IS_NOT_IDENTICAL T_SPACESHIP '<' T_IS_SMALLER_OR_EQUAL '>' T_IS_GREATER_OR_EQUAL T_PIPE '.'
    T_SL T_SR '+' '-' '*' '/' '%' '!' T_INSTANCEOF '~' T_INT_CAST T_DOUBLE_CAST T_STRING_CAST T_ARRAY_CAST
    T_OBJECT_CAST T_BOOL_CAST T_UNSET_CAST '@' T_POW T_CLONE T_NOELSE T_ELSEIF T_ELSE T_LNUMBER T_DNUMBER
    T_STRING T_NAME_FULLY_QUALIFIED T_NAME_RELATIVE T_NAME_QUALIFIED T_VARIABLE T_INLINE_HTML
    T_ENCAPSED_AND_WHITESPACE T_CONSTANT_ENCAPSED_STRING T_STRING_VARNAME T_NUM_STRING T_EVAL T_NEW T_EXIT T_IF
    T_ENDIF T_ECHO T_DO T_WHILE T_ENDWHILE T_FOR T_ENDFOR T_FOREACH T_ENDFOREACH T_DECLARE T_ENDDECLARE T_AS
    T_SWITCH T_ENDSWITCH T_CASE T_DEFAULT T_MATCH T_BREAK T_CONTINUE T_GOTO T_FUNCTION T_FN T_CONST T_RETURN
    T_TRY T_CATCH T_FINALLY T_USE T_INSTEADOF T_GLOBAL T_STATIC T_ABSTRACT T_FINAL T_PRIVATE T_PROTECTED
    T_PUBLIC T_PRIVATE_SET T_PROTECTED_SET T_PUBLIC_SET T_READONLY T_VAR T_UNSET T_ISSET T_EMPTY T_HALT_COMPILER
    T_CLASS T_TRAIT T_INTERFACE T_ENUM T_EXTENDS T_IMPLEMENTS T_NAMESPACE T_LIST T_ARRAY T_CALLABLE T_LINE
    T_FILE T_DIR T_CLASS_C T_TRAIT_C T_METHOD_C T_FUNC_C T_PROPERTY_C T_NS_C T_ATTRIBUTE T_INC T_DEC
    T_OBJECT_OPERATOR T_NULLSAFE_OBJECT_OPERATOR T_COMMENT T_DOC_COMMENT T_OPEN_TAG T_OPEN_TAG_WITH_ECHO
    T_CLOSE_TAG T_WHITESPACE T_START_HEREDOC T_END_HEREDOC T_DOLLAR_OPEN_CURLY_BRACES T_CURLY_OPEN
    T_PAAMAYIM_NEKUDOTAYIM T_NS_SEPARATOR T_ELLIPSIS T_BAD_CHARACTER T_ERROR ',' ']' '(' ')' ';' '{' '}' '[' '`'
    '"' '$'
    """.split()
)

KINDS: Dict[str, int] = {name: kind for kind, name in enumerate(NAMES)}

KEYWORDS: Dict[str, str] = {
    **{
        name: "T_" + name.upper()
        for name in (
            """
            abstract array as break callable case catch class clone const continue declare default do echo else
            elseif empty enddeclare endfor endforeach endif endswitch endwhile eval exit extends final finally
            fn for foreach function global goto if implements include include_once instanceof insteadof
            interface isset list match namespace new print private protected public readonly require
            require_once return static switch throw trait try unset use var while yield
            """.split()
        )
    },
    "die": "T_EXIT",
    "and": "T_LOGICAL_AND",
    "or": "T_LOGICAL_OR",
    "xor": "T_LOGICAL_XOR",
    "__halt_compiler": "T_HALT_COMPILER",
    "__line__": "T_LINE",
    "__file__": "T_FILE",
    "__dir__": "T_DIR",
    "__class__": "T_CLASS_C",
    "__trait__": "T_TRAIT_C",
    "__method__": "T_METHOD_C",
    "__function__": "T_FUNC_C",
    "__property__": "T_PROPERTY_C",
    "__namespace__": "T_NS_C",
}
"""Reserved words in lower case. `enum` is not among them: only what follows it makes it one."""

OPERATORS: Dict[str, str] = {
    **{name[1]: name for name in NAMES if name[0] == "'"},
    "+=": "T_PLUS_EQUAL",
    "-=": "T_MINUS_EQUAL",
    "*=": "T_MUL_EQUAL",
    "/=": "T_DIV_EQUAL",
    ".=": "T_CONCAT_EQUAL",
    "%=": "T_MOD_EQUAL",
    "&=": "T_AND_EQUAL",
    "|=": "T_OR_EQUAL",
    "^=": "T_XOR_EQUAL",
    "<<=": "T_SL_EQUAL",
    ">>=": "T_SR_EQUAL",
    "**=": "T_POW_EQUAL",
    "??=": "T_COALESCE_EQUAL",
    "??": "T_COALESCE",
    "||": "T_BOOLEAN_OR",
    "&&": "T_BOOLEAN_AND",
    "&": "T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG",
    "==": "T_IS_EQUAL",
    "!=": "T_IS_NOT_EQUAL",
    "<>": "T_IS_NOT_EQUAL",
    "===": "T_IS_IDENTICAL",
    "!==": "T_IS_NOT_IDENTICAL",
    "<=>": "T_SPACESHIP",
    "<=": "T_IS_SMALLER_OR_EQUAL",
    ">=": "T_IS_GREATER_OR_EQUAL",
    "|>": "T_PIPE",
    "<<": "T_SL",
    ">>": "T_SR",
    "++": "T_INC",
    "--": "T_DEC",
    "**": "T_POW",
    "->": "T_OBJECT_OPERATOR",
    "?->": "T_NULLSAFE_OBJECT_OPERATOR",
    "=>": "T_DOUBLE_ARROW",
    "::": "T_PAAMAYIM_NEKUDOTAYIM",
    "\\": "T_NS_SEPARATOR",
    "...": "T_ELLIPSIS",
    "#[": "T_ATTRIBUTE",
}

CASTS: Dict[str, Tuple[str, str]] = {
    "int": ("T_INT_CAST", "int"),
    "integer": ("T_INT_CAST", "int"),
    "double": ("T_DOUBLE_CAST", "float"),
    "float": ("T_DOUBLE_CAST", "float"),
    "real": ("T_DOUBLE_CAST", "float"),
    "string": ("T_STRING_CAST", "string"),
    "binary": ("T_STRING_CAST", "string"),
    "array": ("T_ARRAY_CAST", "array"),
    "object": ("T_OBJECT_CAST", "object"),
    "bool": ("T_BOOL_CAST", "bool"),
    "boolean": ("T_BOOL_CAST", "bool"),
    "unset": ("T_UNSET_CAST", "unset"),
}
"""The word between the parentheses, in lower case: its token, and the type that a `Cast` node names."""

SET_VISIBILITIES: Dict[str, str] = {
    "public(set)": "T_PUBLIC_SET",
    "protected(set)": "T_PROTECTED_SET",
    "private(set)": "T_PRIVATE_SET",
}

DESCRIPTIONS: Dict[str, str] = {
    "END": "end of file",
    "T_LNUMBER": "integer",
    "T_DNUMBER": "floating-point number",
    "T_STRING": "identifier",
    "T_NAME_FULLY_QUALIFIED": "fully qualified name",
    "T_NAME_RELATIVE": "namespace-relative name",
    "T_NAME_QUALIFIED": "namespaced name",
    "T_VARIABLE": "variable",
    "T_ENCAPSED_AND_WHITESPACE": "string content",
    "T_CONSTANT_ENCAPSED_STRING": "quoted string",
    "T_STRING_VARNAME": "variable name",
    "T_NUM_STRING": "number",
    "T_COMMENT": "comment",
    "T_DOC_COMMENT": "doc comment",
    "T_OPEN_TAG": "open tag",
    "T_WHITESPACE": "whitespace",
    "T_START_HEREDOC": "heredoc start",
    "T_END_HEREDOC": "heredoc end",
    "T_BAD_CHARACTER": "invalid character",
}
"""How a parse error calls a token that is spelled in many ways."""

SPELLINGS: Dict[str, str] = {
    **{name: word for word, name in KEYWORDS.items() if word != "die"},
    **{name: word for word, name in OPERATORS.items() if word != "<>"},
    **{name: word for word, name in SET_VISIBILITIES.items()},
    **{name: word.upper() for word, name in KEYWORDS.items() if word.startswith("__") and word.endswith("__")},
    "T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG": "&",
    "T_EXIT": "exit",
    "T_ENUM": "enum",
    "T_YIELD_FROM": "yield from",
    "T_INT_CAST": "(int)",
    "T_DOUBLE_CAST": "(double)",
    "T_STRING_CAST": "(string)",
    "T_ARRAY_CAST": "(array)",
    "T_OBJECT_CAST": "(object)",
    "T_BOOL_CAST": "(bool)",
    "T_UNSET_CAST": "(unset)",
    "T_OPEN_TAG_WITH_ECHO": "<?=",
    "T_CLOSE_TAG": "?>",
    "T_DOLLAR_OPEN_CURLY_BRACES": "${",
    "T_CURLY_OPEN": "{$",
}
"""The one spelling of every token that has one."""
