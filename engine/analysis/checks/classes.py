"""Classes and their members."""

from __future__ import annotations

from typing import Callable, Optional, Set

from engine.analysis.checks import types
from engine.analysis.checks.constant_expressions import check_constant
from engine.analysis.checks.context import Context, fatal
from engine.analysis.checks.functions import enter_function
from engine.analysis.checks.inheritance import link_class, refuse_abstract
from engine.analysis.checks.magic_methods import check_magic_method
from engine.analysis.checks.namespaces import declare_class
from engine.analysis.checks.properties import check_asymmetry, check_hooks
from engine.syntax import nodes

Leave = Optional[Callable[[Context], None]]

_RESERVED_PARENTS = ("static", "self", "parent")


def enter_class(context: Context, node: nodes.ClassDeclaration) -> Leave:
    """Go into a class of any kind."""
    declare_class(context, node)
    _check_parents(node)
    context.classes.append(node)
    if node.kind == "enum" and node.backing is not None:
        type_ = types.compiled(context, node.backing, node.line)
        if str(type_) not in ("int", "string"):
            fatal(f"Enum backing type must be int or string, {type_} given", node.line)
    _check_duplicates(context, node)
    return leave_class


def leave_class(context: Context) -> None:
    """Go out of a class; what its members left abstract makes it so."""
    node = context.current_class
    if node.kind == "class" and "abstract" not in node.modifiers:
        abstract = [
            f"{context.class_name}::{member.name}"
            for member in node.members
            if isinstance(member, nodes.MethodDeclaration) and "abstract" in member.modifiers
        ]
        refuse_abstract(context.class_name, abstract, node.line)
    link_class(context, node)
    context.classes.pop()


def _check_parents(node: nodes.ClassDeclaration) -> None:
    if node.kind == "interface":
        for name in node.parents:
            if name.text.lower() in _RESERVED_PARENTS and name.kind == "unqualified":
                fatal(f'Cannot use "{name.text}" as interface name, as it is reserved', node.line)
        return
    for name in node.parents:
        if name.text.lower() == "static" and name.kind == "unqualified":
            fatal('Cannot use "static" as class name, as it is reserved', node.line)
        if name.text.lower() in _RESERVED_PARENTS and name.kind == "unqualified":
            fatal(f'Cannot use "{name.text}" as class name, as it is reserved', node.line)
    for name in node.interfaces:
        if name.text.lower() in _RESERVED_PARENTS and name.kind == "unqualified":
            fatal(f'Cannot use "{name.text}" as interface name, as it is reserved', node.line)


def _check_duplicates(context: Context, node: nodes.ClassDeclaration) -> None:
    methods: Set[str] = set()
    constants: Set[str] = set()
    for member in node.members:
        if isinstance(member, nodes.MethodDeclaration):
            if member.name.lower() in methods:
                fatal(f"Cannot redeclare {context.class_name}::{member.name}()", member.line)
            methods.add(member.name.lower())
        elif isinstance(member, nodes.EnumCase):
            _declare_constant(context, constants, member.name, member.line)
        elif isinstance(member, nodes.ClassConstDeclaration):
            for element in member.elements:
                _declare_constant(context, constants, element.name, element.line)


def _declare_constant(context: Context, constants: Set[str], name: str, line: int) -> None:
    if name.lower() == "class":
        fatal("A class constant must not be called 'class'; it is reserved for class name fetching", line)
    if name in constants:
        fatal(f"Cannot redefine class constant {context.class_name}::{name}", line)
    constants.add(name)


def check_method(context: Context, node: nodes.MethodDeclaration) -> Leave:
    """A method."""
    class_ = context.current_class
    name = f"{context.class_name}::{node.name}()"
    is_abstract = "abstract" in node.modifiers
    if class_.kind == "interface":
        if "private" in node.modifiers or "protected" in node.modifiers:
            fatal(f"Access type for interface method {name} must be public", node.line)
        if "final" in node.modifiers:
            fatal(f"Interface method {name} must not be final", node.line)
        if is_abstract:
            fatal(f"Interface method {name} must not be abstract", node.line)
    noun = "Interface" if class_.kind == "interface" else "Abstract"
    if is_abstract or class_.kind == "interface":
        if "private" in node.modifiers and class_.kind != "trait":
            fatal(f"{noun} function {name} cannot be declared private", node.line)
        if node.body is not None:
            fatal(f"{noun} function {name} cannot contain body", node.line)
    elif node.body is None:
        fatal(f"Non-abstract method {name} must contain body", node.line)
    if class_.kind == "enum" and is_abstract:
        fatal(f"Enum method {name} must not be abstract", node.line)
    if {"private", "final"} <= set(node.modifiers) and node.name.lower() != "__construct":
        context.warn("Private methods cannot be final as they are never overridden by other classes", node.line)
    check_magic_method(context, node)
    return enter_function(context, node)


def check_constants(context: Context, node: nodes.ClassConstDeclaration) -> None:
    """Class constants."""
    class_ = context.current_class
    for element in node.elements:
        name = f"{context.class_name}::{element.name}"
        type_: Optional[types.Type] = None
        if class_.kind == "interface" and ("private" in node.modifiers or "protected" in node.modifiers):
            fatal(f"Access type for interface constant {name} must be public", element.line)
        if node.type is not None:
            type_ = types.compiled(context, node.type, node.line)
            if "mixed" not in type_.builtin and type_.builtin & {"callable", "void", "never"}:
                fatal(f"Class constant {name} cannot have type {type_}", element.line)
        if {"private", "final"} <= set(node.modifiers):
            fatal(f"Private constant {name} cannot be final as it is not visible to other classes", element.line)
        check_constant(context, element.value)
        literal = types.literal_type(element.value)
        if type_ is not None and literal is not None and not types.accepts(type_, literal):
            fatal(
                f"Cannot use {types.value_name(literal)} as value for class constant {name} of type {type_}",
                element.line,
            )


def check_properties(context: Context, node: nodes.PropertyDeclaration) -> None:
    """A property declaration with all its properties."""
    class_ = context.current_class
    modifiers = set(node.modifiers)
    line = node.line
    if class_.kind == "enum":
        fatal(f"Enum {context.class_name} cannot include properties", line)
    if {"final", "private"} <= modifiers:
        fatal("Property cannot be both final and private", line)
    if "static" in modifiers and any("(" in modifier for modifier in modifiers):
        fatal("Static property may not have asymmetric visibility", line)
    if class_.kind == "interface":
        if "final" in modifiers:
            fatal("Property in interface cannot be final", line)
        if modifiers & {"protected", "private"}:
            fatal("Property in interface cannot be protected or private", line)
        if "abstract" in modifiers:
            fatal(
                "Property in interface cannot be explicitly abstract. All interface members are implicitly abstract",
                line,
            )
    for element in node.elements:
        _check_property(context, class_, node, element)


def _check_property(
    context: Context, class_: nodes.ClassDeclaration, node: nodes.PropertyDeclaration, element: nodes.PropertyElement
) -> None:
    name = f"{context.class_name}::${element.name}"
    line = node.line
    if element.hooks is None:
        if class_.kind == "interface":
            fatal("Interfaces may only include hooked properties", line)
        if "abstract" in node.modifiers:
            fatal("Only hooked properties may be declared abstract", line)
    type_ = None if node.type is None else types.compiled(context, node.type, line)
    if type_ is not None and type_.builtin & {"void", "never", "callable"}:
        fatal(f"Property {name} cannot have type {type_}", line)
    if _is_redeclared(class_, element):
        fatal(f"Cannot redeclare {name}", line)
    if element.default is not None:
        check_constant(context, element.default)
        if type_ is not None:
            _check_default(name, type_, types.literal_type(element.default), line)
    if "readonly" in node.modifiers or "readonly" in class_.modifiers:
        if type_ is None:
            fatal(f"Readonly property {name} must have type", line)
        if element.default is not None:
            fatal(f"Readonly property {name} cannot have default value", line)
        if "static" in node.modifiers:
            fatal(f"Static property {name} cannot be readonly", line)
    check_asymmetry(name, node.modifiers, line, has_type=type_ is not None)
    if element.hooks is not None:
        check_hooks(context, element.name, node.modifiers, node.type, element.hooks, element, element.line)


def _is_redeclared(class_: nodes.ClassDeclaration, element: nodes.PropertyElement) -> bool:
    for member in class_.members:
        if isinstance(member, nodes.PropertyDeclaration):
            for other in member.elements:
                if other is element:
                    return False
                if other.name == element.name:
                    return True
    return False


def _check_default(name: str, type_: types.Type, literal: Optional[str], line: int) -> None:
    if literal is None or types.accepts(type_, literal):
        return
    if literal == "null" and not type_.is_intersection:
        spelled = str(type_)
        type_.builtin |= {"null"}
        fatal(
            f"Default value for property of type {spelled} may not be null. "
            f"Use the nullable type {type_} to allow null default value",
            line,
        )
    fatal(f"Cannot use {types.value_name(literal)} as default value for property {name} of type {type_}", line)


def check_case(context: Context, node: nodes.EnumCase) -> None:
    """A case of an enum."""
    class_ = context.current_class
    if class_.kind != "enum":
        fatal("Case can only be used in enums", node.line)
    if class_.backing is not None and node.value is None:
        fatal(f"Case {node.name} of backed enum {context.class_name} must have a value", node.line)
    if class_.backing is None and node.value is not None:
        fatal(f"Case {node.name} of non-backed enum {context.class_name} must not have a value", node.line)
    if node.value is not None:
        check_constant(context, node.value)


def check_trait_use(context: Context, node: nodes.TraitUse) -> None:
    """`use` in a class."""
    class_ = context.current_class
    for name in node.traits:
        if class_.kind == "interface":
            fatal(f"Cannot use traits inside of interfaces. {name.text} is used in {context.class_name}", node.line)
        _refuse_reserved_trait(name, node.line)
    for adaptation in node.adaptations:
        if adaptation.trait is not None:
            _refuse_reserved_trait(adaptation.trait, node.line)
        if isinstance(adaptation, nodes.TraitPrecedence):
            for name in adaptation.instead_of:
                _refuse_reserved_trait(name, node.line)
        if isinstance(adaptation, nodes.TraitAlias) and adaptation.modifier in ("static", "abstract"):
            fatal(f'Cannot use "{adaptation.modifier}" as method modifier in trait alias', node.line)


def _refuse_reserved_trait(name: nodes.Name, line: int) -> None:
    if name.text.lower() in _RESERVED_PARENTS and name.kind == "unqualified":
        fatal(f'Cannot use "{name.text}" as trait name, as it is reserved', line)
