"""Namespaces, imports, constants, and the names that classes may have."""

from __future__ import annotations

from typing import Callable, List, Optional

from engine.analysis.checks.constant_expressions import check_constant
from engine.analysis.checks.context import RESERVED_CLASS_NAMES, Context, fatal
from engine.syntax import nodes

Leave = Optional[Callable[[Context], None]]


def check_script(context: Context, node: nodes.Script) -> None:
    """The order of a script's namespaces and other statements."""
    _note_declarations(context, node.statements)
    seen_code = False
    seen: Optional[nodes.Namespace] = None
    for statement in node.statements:
        if isinstance(statement, nodes.Namespace):
            if seen is None and seen_code:
                fatal(
                    "Namespace declaration statement has to be the very first statement or after any declare call in "
                    "the script",
                    statement.line,
                )
            if seen is not None and seen.braced != statement.braced:
                fatal(
                    "Cannot mix bracketed namespace declarations with unbracketed namespace declarations",
                    statement.line,
                )
            seen = statement
        elif not isinstance(statement, (nodes.Declare, nodes.HaltCompiler)):
            seen_code = True
            is_blank = isinstance(statement, nodes.InlineHtml) and not statement.text.strip()
            if seen is not None and not is_blank:
                fatal("No code may exist outside of namespace {}", statement.line)


def _note_declarations(context: Context, statements: List[nodes.Statement]) -> None:
    context.top_level.update(
        id(statement)
        for statement in statements
        if isinstance(statement, (nodes.FunctionDeclaration, nodes.ClassDeclaration))
    )


def check_namespace(context: Context, node: nodes.Namespace) -> Leave:
    """Go into a namespace."""
    if context.namespace is not None and len(context.functions) == 1 and node not in context.script.statements:
        fatal("Namespace declarations cannot be nested", node.line)
    if node.name is not None and node.name.lower() == "namespace":
        fatal(f"Cannot use '{node.name}' as namespace name", node.line)
    _note_declarations(context, node.body)
    context.namespace = node.name
    context.imports = {"class": {}, "function": {}, "const": {}}
    return leave_namespace


def leave_namespace(context: Context) -> None:
    """Go out of a namespace."""
    context.namespace = None
    context.declared = {"class": set(), "function": set(), "const": set()}
    context.imports = {"class": {}, "function": {}, "const": {}}


def check_use(context: Context, node: nodes.Use) -> None:
    """`use …`."""
    for item in node.items:
        key = item.alias if item.kind == "const" else item.alias.lower()
        label = "" if item.kind == "class" else item.kind + " "
        if context.namespace is None and item.name == item.alias and "\\" not in item.name:
            context.warn(f"The use statement with non-compound name '{item.name}' has no effect", node.line)
        if item.kind == "class" and key in RESERVED_CLASS_NAMES:
            fatal(f"Cannot use {item.name} as {item.alias} because '{item.alias}' is a special class name", node.line)
        message = f"Cannot use {label}{item.name} as {item.alias} because the name is already in use"
        own = f"{context.namespace}\\{item.alias}" if context.namespace else item.alias
        whole = own if item.kind == "const" else own.lower()
        if whole in context.declared[item.kind] and item.name.lower() != own.lower():
            fatal(message, node.line)
        if key in context.imports[item.kind]:
            fatal(message, node.line)
        context.imports[item.kind][key] = item.name


def check_const(context: Context, node: nodes.ConstDeclaration) -> None:
    """`const A = 1;`."""
    for element in node.elements:
        name = context.qualified(element.name)
        check_constant(context, element.value, allow_new=True)
        if element.name.lower() in ("true", "false", "null"):
            fatal(f"Cannot redeclare constant '{element.name}'", node.line)
        imported = context.imports["const"].get(element.name)
        if imported is not None and imported != name:
            fatal(f"Cannot declare const {name} because the name is already in use", node.line)
        context.declared["const"].add(name)


def declare_class(context: Context, node: nodes.ClassDeclaration) -> None:
    """Register a class by name, unless the name is taken or reserved."""
    if node.name is None:
        return
    if context.classes:
        fatal("Class declarations may not be nested", node.line)
    article = {"class": "a class", "interface": "an interface", "trait": "a trait", "enum": "an enum"}[node.kind]
    if node.name.lower() in RESERVED_CLASS_NAMES:
        fatal(f'Cannot use "{node.name}" as {article} name as it is reserved', node.line)
    if node.name == "_":
        context.deprecate(f'Using "_" as {article} name is deprecated since 8.4', node.line)
    name = context.qualified(node.name)
    imported = context.imports["class"].get(node.name.lower())
    if imported is not None and imported.lower() != name.lower():
        fatal(f"Cannot redeclare class {name} (previously declared as local import)", node.line)
    context.declared["class"].add(name.lower())
