"""What PHP says about a file while it compiles it, short of refusing it: deprecations and warnings, in order."""

from __future__ import annotations

import re
from typing import Any, Dict, List, Tuple

from engine.analysis.names import Names, namespace_blocks
from engine.syntax import nodes
from engine.syntax.lexer import tokenize
from engine.syntax.tokens import KINDS
from engine.syntax.visitor import children

WARNING, DEPRECATED = 2, 8192

Notice = Tuple[int, str, int]  # level, message, line

_FUNCTIONS = (nodes.FunctionDeclaration, nodes.MethodDeclaration, nodes.Closure, nodes.ArrowFunction)


def may_have_notices(source: str) -> bool:
    """Whether the text alone can give cause for a notice; parameters may too, see `parameters_give_notice`."""
    return "${" in source or _OCTAL.search(source) is not None


def parameters_give_notice(node: Any) -> bool:
    """Whether a function's parameters give cause for a notice."""
    has_optional = False
    for parameter in node.parameters:
        if parameter.default is None:
            if has_optional and not parameter.variadic:
                return True
            continue
        has_optional = True
        default = parameter.default
        if parameter.type is not None and isinstance(default, nodes.Constant) and default.name.text.lower() == "null" \
                and not _allows_null(parameter.type):  # fmt: skip
            return True
    return False


def compile_notices(script: nodes.Script, source: str, path: str) -> List[Notice]:
    """(level, message, line) of everything PHP would print when it compiles the script."""
    found: List[Notice] = []
    if "${" in source:
        _interpolations(source, found)
    if _OCTAL.search(source):
        _octal_escapes(source, found)
    for names, statements in namespace_blocks(script):
        place = _Place(names, path)
        for statement in statements:
            _walk(statement, place, found)
    found.sort(key=lambda notice: notice[2])
    return found


class _Place:
    """Where a function stands: its namespace, class, and what its closures are named after."""

    def __init__(self, names: Names, parent: str, class_name: str = "") -> None:
        self.names = names
        self.parent = parent
        self.class_name = class_name


def _walk(root: Any, place: _Place, found: List[Notice]) -> None:
    stack: List[Tuple[Any, _Place]] = [(root, place)]
    while stack:
        node, here = stack.pop()
        if isinstance(node, _FUNCTIONS):
            name = _function_name(node, here)
            _parameters(node, name, found)
            parent = name if isinstance(node, (nodes.Closure, nodes.ArrowFunction)) else name + "()"
            here = _Place(here.names, parent, here.class_name)
        elif isinstance(node, nodes.ClassDeclaration):
            class_name = here.names.declared(node.name) if node.name else "class@anonymous"
            here = _Place(here.names, class_name, class_name)
        stack.extend((child, here) for child in children(node))


def _octal_escapes(source: str, found: List[Notice]) -> None:
    spans: Dict[int, Tuple[int, int]] = {}
    tokens = tokenize(source, spans=spans)
    texts = (KINDS["T_CONSTANT_ENCAPSED_STRING"], KINDS["T_ENCAPSED_AND_WHITESPACE"])
    for index, (start, end) in spans.items():
        if tokens.kinds[index] not in texts or source[start] == "'":
            continue
        for escape in _OCTAL.finditer(source, start, end):
            line = source.count("\n", 0, escape.start()) + 1
            text = f"Octal escape sequence overflow {escape[0]} is greater than \\377"
            found.append((WARNING, text, line))


def _interpolations(source: str, found: List[Notice]) -> None:
    tokens = tokenize(source)
    opening, name = KINDS["T_DOLLAR_OPEN_CURLY_BRACES"], KINDS["T_STRING_VARNAME"]
    kinds = tokens.kinds
    for index, kind in enumerate(kinds):
        if kind != opening:
            continue
        if kinds[index + 1] == name:
            text = "Using ${var} in strings is deprecated, use {$var} instead"
        else:
            text = "Using ${expr} (variable variables) in strings is deprecated, use {${expr}} instead"
        found.append((DEPRECATED, text, tokens.lines[index]))


_OCTAL = re.compile(r"\\[4-7][0-7]{2}")


def _parameters(node: Any, name: str, found: List[Notice]) -> None:
    parameters = node.parameters
    last_required = -1
    for position, parameter in enumerate(parameters):
        if parameter.default is None and not parameter.variadic:
            last_required = position
    for position, parameter in enumerate(parameters):
        if parameter.default is None:
            continue
        is_null = isinstance(parameter.default, nodes.Constant) and parameter.default.name.text.lower() == "null"
        implicit = is_null and parameter.type is not None and not _allows_null(parameter.type)
        if position < last_required and not (implicit and not parameter.modifiers):
            required = parameters[last_required].name
            found.append(
                (
                    DEPRECATED,
                    (
                        f"{name}(): Optional parameter ${parameter.name} declared before required parameter "
                        f"${required} is implicitly treated as a required parameter"
                    ),
                    parameter.line,
                )
            )
        elif implicit and not parameter.modifiers:  # A promoted one is refused.
            found.append(
                (
                    DEPRECATED,
                    (
                        f"{name}(): Implicitly marking parameter ${parameter.name} as nullable is deprecated, the "
                        "explicit nullable type must be used instead"
                    ),
                    parameter.line,
                )
            )


def _function_name(node: Any, place: _Place) -> str:
    if isinstance(node, nodes.MethodDeclaration):
        return f"{place.class_name}::{node.name}"
    if isinstance(node, nodes.FunctionDeclaration):
        return place.names.declared(node.name)
    return f"{{closure:{place.parent}:{node.line}}}"


def _allows_null(type_: Any) -> bool:
    if isinstance(type_, nodes.NullableType):
        return True
    if isinstance(type_, nodes.UnionType):
        return any(_allows_null(member) for member in type_.members)
    return isinstance(type_, nodes.NamedType) and type_.name.text.lower() in ("null", "mixed")
