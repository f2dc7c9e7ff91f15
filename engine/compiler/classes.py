"""Class references and constants in expressions; class declarations where the script runs over them."""

from __future__ import annotations

from typing import Any, Optional

from engine.compiler.compiler import FunctionCompiler, lowers, lowers_statement
from engine.compiler.emit import quote
from engine.syntax import nodes


def lower_class_reference(f: FunctionCompiler, class_: Any) -> str:
    """A Python expression for the PhpClass that a name or expression means."""
    if not isinstance(class_, nodes.Name):
        return f.at(class_, f"class_of_value({f.expression(class_)})")
    resolved = f.names.class_name(class_)
    lowered = resolved.lower()
    if class_.kind == "unqualified" and lowered in ("self", "parent", "static"):
        return relative_class(f, lowered, class_.line)
    return f"(ctx.classes.get({quote(lowered)}) or require_class({quote(resolved)}))"


def relative_scope(f: FunctionCompiler, word: str) -> Optional[str]:
    """The class that `self::class` and its like are about, where there may be none; None where there is one."""
    if f.kind == "closure":
        return "called_class(z_closure)" if word == "static" else "z_closure.scope"
    if f.kind == "include":
        return "z_scope"
    return "None" if f.scope is None and f.kind != "function" else None


def relative_class(f: FunctionCompiler, word: str, line: int) -> str:
    """`self`, `parent` and `static`."""
    if f.kind in ("closure", "include"):
        scope = "z_closure.scope" if f.kind == "closure" else "z_scope"
        called = "called_class(z_closure)" if f.kind == "closure" else "z_scope"
        return {
            "self": f"need_scope({scope}, 'self')",
            "parent": f"parent_of({scope})",
            "static": f"need_scope({called}, 'static')",
        }[word]
    if f.scope is None:
        if f.kind == "main":
            return "parent_of(None)" if word == "parent" else f"need_scope(None, {quote(word)})"
        if f.kind == "function":
            raise f.error(f'Cannot use "{word}" when no class scope is active', line)
        return f"need_scope(None, {quote(word)})"
    if word == "self":
        return f.constant(f.scope)
    if word == "parent":
        if f.scope.parent is None and (f.trait_name or f.kind == "thunk"):
            return f"parent_of({f.constant(f.scope)})"
        if f.scope.parent is None and f.scope.kind != "trait":
            raise f.error('Cannot use "parent" when current class scope has no parent', line)
        return f.constant(f.scope.parent)
    if f.kind == "method":
        return "v_this.php_class" if f.has_this else "z_static"
    return "z_static" if f.kind == "thunk" else f.constant(f.scope)


@lowers(nodes.ClassConstant)
def lower_class_constant(f: FunctionCompiler, node: nodes.ClassConstant) -> str:
    """`A::B`, `A::class`, `$o::class`."""
    name = node.name
    if isinstance(name, str) and name.lower() == "class":
        return lower_class_name(f, node)
    known = known_constant(f, node)
    if known is not None:
        return known
    owner = lower_class_reference(f, node.class_)
    text = quote(name) if isinstance(name, str) else f.expression(name)
    if f.is_constant_expression and isinstance(node.class_, nodes.Name):
        return f.at(node, f"class_constant({owner}, {text}, {quote(f.names.class_name(node.class_))})")
    return f.at(node, f"class_constant({owner}, {text})")


def known_constant(f: FunctionCompiler, node: nodes.ClassConstant) -> Optional[str]:
    """The literal of `self::X` where the class being compiled has it; None for the others."""
    class_ = node.class_
    if not (isinstance(class_, nodes.Name) and class_.kind == "unqualified" and class_.text.lower() == "self"):
        return None
    if (
        f.kind not in ("method", "thunk")
        or f.scope is None
        or f.scope.kind == "trait"
        or not isinstance(node.name, str)
    ):
        return None
    info = f.scope.constants.get(node.name)
    if info is None or info.thunk is not None or (info.visibility == 2 and info.declaring is not f.scope):
        return None
    return quote(info.value) if type(info.value) in (int, float, str, bool) or info.value is None else None


def lower_class_name(f: FunctionCompiler, node: nodes.ClassConstant) -> str:
    """`A::class`, which loads nothing."""
    class_ = node.class_
    if isinstance(class_, nodes.Name):
        resolved = f.names.class_name(class_)
        if class_.kind != "unqualified" or resolved.lower() not in ("self", "parent", "static"):
            return quote(resolved)
        word = resolved.lower()
        scope = relative_scope(f, word)
        if scope is None:
            return f"{relative_class(f, word, node.line)}.name"
        return f.at(node, f"relative_name({scope}, {quote(word)}, {f.is_constant_expression})")
    return f.at(node, f"class_name_of({f.expression(class_)})")


@lowers(nodes.Constant)
def lower_constant(f: FunctionCompiler, node: nodes.Constant) -> str:
    """`PHP_EOL`, `true`, `FOO`."""
    full, fallback = f.names.constant_name(node.name)
    lowered = node.name.text.lower()
    if node.name.kind in ("unqualified", "fully") and lowered in ("true", "false", "null"):
        return {"true": "True", "false": "False", "null": "None"}[lowered]
    if node.name.text == "__COMPILER_HALT_OFFSET__" and f.unit.halt_offset is not None:
        return quote(f.unit.halt_offset)
    if fallback is None and "\\" not in full:
        known, value = f.unit.library_constant(full)
        if known and (value is None or type(value) in (bool, int, float, str)):
            return quote(value)
    return f.at(node, f"constant({quote(full)}, {quote(fallback)})")


@lowers(nodes.MagicConstant)
def lower_magic_constant(f: FunctionCompiler, node: nodes.MagicConstant) -> str:
    """`__LINE__` and the others."""
    name = node.name
    if name == "__LINE__":
        return quote(node.line)
    if name == "__FILE__":
        return quote(f.unit.path)
    if name == "__DIR__":
        return quote(f.unit.path.rpartition("/")[0] or "/")
    if name == "__NAMESPACE__":
        return quote(f.names.namespace)
    if name == "__FUNCTION__":
        return quote(f.function_name)
    if name == "__CLASS__":
        if f.kind == "closure" and f.unit.in_trait_or_class(f):
            return "(z_closure.scope.name if z_closure.scope is not None else '')"
        return quote(f.scope.name if f.scope is not None else "")
    if name == "__TRAIT__":
        return quote(f.trait_name)
    if name == "__PROPERTY__":
        return quote(f.hook_property or "")
    return quote(method_name(f))


def method_name(f: FunctionCompiler) -> str:
    """`__METHOD__`."""
    if f.kind == "closure":
        return f.function_name
    owner = f.trait_name or (f.scope.name if f.scope is not None else "")
    if f.function_name and owner and f.kind in ("method", "thunk"):
        return f"{owner}::{f.function_name}"
    return f.function_name


@lowers(nodes.Clone)
def lower_clone(f: FunctionCompiler, node: nodes.Clone) -> str:
    """`clone $x`, `clone($x, [...])`."""
    if node.with_ is not None:
        return f.at(node, f"clone_with({f.expression(node.operand)}, {f.expression(node.with_)})")
    return f.at(node, f"clone_object({f.expression(node.operand)})")


@lowers_statement(nodes.ClassDeclaration)
def lower_class_declaration(f: FunctionCompiler, node: nodes.ClassDeclaration) -> None:
    """A class declared where the script runs over it, if it was not already when the file started."""
    prototype = f.unit.prototype(f, node)
    f.emit(f.at(node, f"declare_class({f.constant(prototype)})"))


def anonymous_class(f: FunctionCompiler, node: nodes.ClassDeclaration) -> str:
    """`new class {…}`: declared on first use."""
    prototype = f.unit.prototype(f, node)
    return f.at(node, f"declare_class({f.constant(prototype)})")
