"""Constant expressions of declarations: evaluated in the class they stand in, and written as PHP writes them."""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Tuple

from engine.builtin.signature import php_name
from engine.runtime import operators
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import ctx
from engine.runtime.conversions import float_to_string, to_string
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref
from engine.syntax import nodes


def evaluate(
    holder: Any, compiler: Any, names: Any, scope: Any, node: Any, trait_name: str = "", kind: str = "thunk"
) -> Any:
    """The value of `node`, written in the file of `compiler` in the class `scope`.

    `holder`, the class or function that declares it, keeps the compiled expression for the next time.
    """
    thunks: Dict[Tuple[int, Any], Tuple[Any, Any]] = holder.__dict__.setdefault("reflected_expressions", {})
    key = (id(node), scope)
    kept = thunks.get(key)
    if kept is None or kept[0] is not node:
        kept = thunks[key] = (node, compiler.compile_thunk(names, scope, node, trait_name, kind))
    return share_value(kept[1](scope))


def parameter_default(parameter: Any) -> Any:
    """The value of a parameter's default."""
    if parameter.default_node is None:
        default = parameter.default
        if type(default).__name__ == "CaseDefault":
            from engine.runtime.classes import require_class

            class_name, _colons, case = default.name.partition("::")
            return require_class(class_name).constant(case)
        named = default_name(parameter)
        if named in ctx.library.deprecated_constants:
            ctx.deprecated(f"Constant {named} is deprecated")
        return share_value(default)
    function = parameter.function
    declared = function.declared
    scope = function.scope or declared.scope
    return evaluate(
        function.info, declared.compiler, declared.names, scope, parameter.default_node, declared.trait_name
    )


def constant_name(parameter: Any) -> Optional[str]:
    """The constant that a parameter's default names, or None."""
    node = parameter.default_node
    if node is None:
        default = parameter.default
        if type(default).__name__ == "CaseDefault":
            return str(default.name)
        named = default_name(parameter)
        return None if named is None or " | " in named else named
    if isinstance(node, nodes.Constant):
        text = node.name.text
        if text.lower() in ("true", "false", "null"):
            return None
        names = parameter.function.declared.names
        full, _fallback = names.constant_name(node.name)
        return str(full)
    if isinstance(node, nodes.ClassConstant) and isinstance(node.name, str) and isinstance(node.class_, nodes.Name):
        if node.name.lower() == "class":
            return None
        return f"{parameter.function.declared.names.class_name(node.class_)}::{node.name}"
    if isinstance(node, nodes.MagicConstant) and node.name == "__CLASS__":
        return "__CLASS__" if parameter.function.declared.trait_name else None
    return None


def default_name(parameter: Any) -> Optional[str]:
    """The PHP constant that a builtin's declaration names as a parameter's default, or None."""
    builtin = parameter.function.info
    if not hasattr(builtin, "implementation"):
        return None
    found = _default_expressions(builtin.implementation).get(parameter.name)
    if found is None:
        return None
    if " | " in found:
        return found if all(name in ctx.library.constants for name in found.split(" | ")) else None
    found = {"INT_MAX": "PHP_INT_MAX", "INT_MIN": "PHP_INT_MIN"}.get(found, found)
    if found in ctx.library.constants:
        return found
    declaring = ctx.library.find_class((builtin.class_name or "").lower())
    if declaring is not None and found in declaring.constants:
        return f"{declaring.name}::{found}"
    owner, dot, name = found.rpartition(".")
    native = builtin.implementation.__globals__.get(owner) if dot else None
    declaration = getattr(native, "php_declaration", None)
    return None if declaration is None else f"{declaration.name}::{name}"


@cache
def source_lines(filename: str) -> List[str]:
    """The lines of one of our modules; to be asked for before the process gives up the right to open files."""
    return Path(filename).read_text("utf-8").splitlines(keepends=True)


def _default_expressions(implementation: Any) -> Dict[str, str]:
    """The names that a Python function's defaults are written as; none where its source is not at hand."""
    try:
        code = implementation.__code__
        block = inspect.getblock(source_lines(code.co_filename)[code.co_firstlineno - 1 :])
        function: Any = ast.parse(textwrap.dedent("".join(block))).body[0]
    except (AttributeError, OSError, SyntaxError, IndexError):
        return {}
    arguments = function.args
    found = {}
    given = arguments.args[len(arguments.args) - len(arguments.defaults) :]
    for argument, default in zip(given, arguments.defaults):
        name = php_name(argument.arg)
        if isinstance(default, ast.Name):
            found[name] = default.id
        elif isinstance(default, ast.BinOp) and isinstance(default.op, ast.BitOr):
            found[name] = ast.unparse(default)
        elif isinstance(default, ast.Attribute) and isinstance(default.value, ast.Name):
            found[name] = f"{default.value.id}.{default.attr}"
    return found


# ---------------------------------------------------------------- values as exports write them


def format_value(value: Any) -> str:
    """A value as default values are written in exports."""
    if type(value) is Ref:
        value = value.get()
    if value is None:
        return "NULL"
    if value is True or value is False:
        return "true" if value else "false"
    if type(value) is float:
        text = float_to_string(value)
        return f"{text}.0" if text.lstrip("-").isdecimal() else text
    if type(value) is str:
        return f"'{escape(value)}'"
    if type(value) is PhpArray:
        return _format_array(value)
    if isinstance(value, PhpObject):
        owner = value.php_class
        if owner.kind == "enum":
            return f"\\{owner.name}::{value.__dict__['p_name']}"
        return f"object({owner.name})"
    return to_string(value)


def _format_array(value: PhpArray) -> str:
    parts: List[str] = []
    is_list = value.is_list()
    for key, item in value.items():
        shown = format_value(item)
        if not is_list:
            shown = f"{key} => {shown}" if type(key) is int else f"'{escape(str(key))}' => {shown}"
        parts.append(shown)
    return f"[{', '.join(parts)}]"


_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\v": "\\v", "\\": "\\\\", "\x1b": "\\e"}


def escape(text: str) -> str:
    """`text` with control characters, backslashes and high bytes escaped."""
    pieces = []
    for letter in text:
        if letter in _ESCAPES:
            pieces.append(_ESCAPES[letter])
        elif letter < " " or letter > "~":
            pieces.append(f"\\x{ord(letter):02X}")
        else:
            pieces.append(letter)
    return "".join(pieces)


# ---------------------------------------------------------------- expressions as exports write them


def format_node(node: Any, names: Any, scope: Any = None) -> str:
    """A constant expression as exports write it: literals as values, the rest as source.

    `scope` is the class it stands in, for `self::class`; None where that is not certain.
    """
    if isinstance(node, nodes.ClassConstant) and isinstance(node.class_, nodes.Name) and node.name == "class":
        written = node.class_.text.lower()
        if written not in ("self", "static", "parent"):
            return format_value(names.class_name(node.class_))
        if written == "self" and scope is not None and scope.kind != "trait":
            return format_value(scope.name)
    folded, value = _literal(node)
    if folded:
        return format_value(value)
    return _source(node, names)


def format_property_node(node: Any, names: Any, owner: Any) -> str:
    """As `format_node`, for a property's default: PHP puts constants that it knows in their place."""
    folded, value = _literal(node, lambda constant: _known_constant(constant, names, owner))
    return format_value(value) if folded else format_node(node, names, owner)


def _known_constant(node: Any, names: Any, owner: Any) -> Tuple[bool, Any]:
    """(True, value) of a builtin constant, or of one of the class's own that is a literal."""
    if isinstance(node, nodes.Constant):
        full, fallback = names.constant_name(node.name)
        if fallback is None or full == fallback:
            value = ctx.library.constants.get(full, ctx)
            return value is not ctx and not callable(value), value
    elif isinstance(node, nodes.ClassConstant) and isinstance(node.class_, nodes.Name) and isinstance(node.name, str):
        written = names.class_name(node.class_).lower()
        info = owner.constants.get(node.name)
        is_own = info is not None and info.declaring is owner and written in ("self", owner.lower_name)
        if is_own and info.thunk is None:
            return True, info.value
    return False, None


def _literal(node: Any, known: Optional[Callable[[Any], Tuple[bool, Any]]] = None) -> Tuple[bool, Any]:
    """(True, value) of a literal, or of an array of literals; `known` tells of constants."""
    if isinstance(node, nodes.Literal):
        return True, node.value
    if isinstance(node, nodes.Constant):
        lowered = node.name.text.lower()
        if lowered in ("true", "false", "null"):
            return True, {"true": True, "false": False, "null": None}[lowered]
    if isinstance(node, nodes.Unary) and node.operator in ("-", "+"):
        folded, value = _literal(node.operand, known)
        if folded and type(value) in (int, float):
            return True, -value if node.operator == "-" else value
    if isinstance(node, nodes.ArrayLiteral):
        return _literal_array(node, known)
    if isinstance(node, nodes.MagicConstant) and node.name == "__LINE__":
        return True, node.line
    if isinstance(node, nodes.Binary) and node.operator in _OPERATORS:
        (left_folds, left), (right_folds, right) = _literal(node.left, known), _literal(node.right, known)
        if left_folds and right_folds and type(left) in _SCALARS and type(right) in _SCALARS:
            return True, _OPERATORS[node.operator](left, right)
    return (False, None) if known is None else known(node)


_SCALARS = (int, float, str)
_OPERATORS: Dict[str, Any] = {
    "+": operators.add, "-": operators.sub, "*": operators.mul, ".": operators.concat, "|": operators.bit_or,
    "&": operators.bit_and, "^": operators.bit_xor,
}  # fmt: skip


def _literal_array(node: Any, known: Any) -> Tuple[bool, Any]:
    made = PhpArray()
    for item in node.items:
        if item is None or item.unpack:
            return False, None
        folded, value = _literal(item.value, known)
        if not folded:
            return False, None
        if item.key is None:
            made.append(value)
            continue
        folded, key = _literal(item.key, known)
        if not folded or type(key) not in (int, str):
            return False, None
        made.set(key, value)
    return True, made


def _source(node: Any, names: Any) -> str:
    """A constant expression as PHP's own printer writes it."""
    folded, value = _literal(node)
    if folded and not isinstance(node, nodes.ArrayLiteral):
        if isinstance(node, nodes.Constant):
            return node.name.text
        return _quoted(value)
    writer = _WRITERS.get(type(node))
    return "" if writer is None else writer(node, names)


def _quoted(value: Any) -> str:
    if type(value) is str:
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return format_value(value)


def _write_constant(node: Any, names: Any) -> str:
    return str(names.constant_name(node.name)[0])


def _class_text(node: Any, names: Any) -> str:
    text = names.class_name(node)
    return text if text.lower() in ("self", "static", "parent") else f"\\{text}"


def _write_class_constant(node: Any, names: Any) -> str:
    if not isinstance(node.class_, nodes.Name):
        return f"{_source(node.class_, names)}::{node.name}"
    owner = names.class_name(node.class_)
    if node.class_.kind == "fully" or owner != node.class_.text:
        owner = f"\\{owner}"
    return f"{owner}::{node.name}"


def _write_array(node: Any, names: Any) -> str:
    parts = []
    for item in node.items:
        text = _source(item.value, names)
        if item.unpack:
            text = f"...{text}"
        elif item.key is not None:
            text = f"{_source(item.key, names)} => {text}"
        parts.append(text)
    return f"[{', '.join(parts)}]"


def _write_new(node: Any, names: Any) -> str:
    return f"new {_class_text(node.class_, names)}({_write_arguments(node.arguments, names)})"


def _write_arguments(arguments: Any, names: Any) -> str:
    return ", ".join(
        (f"{argument.name}: " if argument.name else "") + _source(argument.value, names) for argument in arguments
    )


def _write_ternary(node: Any, names: Any) -> str:
    condition, otherwise = _source(node.condition, names), _source(node.otherwise, names)
    if node.then is None:
        return f"{condition} ?: {otherwise}"
    return f"{condition} ? {_source(node.then, names)} : {otherwise}"


_TIGHTNESS = {"**": 9, "*": 8, "/": 8, "%": 8, "+": 7, "-": 7, "<<": 6, ">>": 6, ".": 5}


def _side(node: Any, parent: Any, names: Any) -> str:
    """One side of a binary expression, in parentheses where it binds less tightly."""
    text = _source(node, names)
    if isinstance(node, nodes.Binary) and _TIGHTNESS.get(node.operator, 0) < _TIGHTNESS.get(parent.operator, 0):
        return f"({text})"
    return text


_WRITERS: Dict[Any, Any] = {
    nodes.Constant: _write_constant,
    nodes.ClassConstant: _write_class_constant,
    nodes.ArrayLiteral: _write_array,
    nodes.New: _write_new,
    nodes.Ternary: _write_ternary,
    nodes.MagicConstant: lambda node, _names: node.name,
    nodes.Binary: lambda node, names: " ".join(
        (_side(node.left, node, names), node.operator, _side(node.right, node, names))
    ),
    nodes.Unary: lambda node, names: node.operator + _source(node.operand, names),
    nodes.Index: lambda node, names: f"{_source(node.base, names)}[{_source(node.index, names)}]",
    nodes.Property: lambda node, names: f"{_source(node.base, names)}{'?' if node.nullsafe else ''}->{node.name}",
}
