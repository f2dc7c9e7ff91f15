"""What a class may change of what it inherits, where PHP links it while it compiles the script.

That is so for a class at top level without interfaces and traits whose parent, if it has one, was linked before. All
others are linked, and checked, when their declaration is executed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, FrozenSet, List, Optional

from engine.analysis.checks import types
from engine.analysis.checks.context import Context, fatal
from engine.analysis.checks.properties import uses_property
from engine.analysis.checks.signatures import Method, check_signature, method_of
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.analysis.checks.types import Type

MAXIMUM_SHOWN = 3
_RANK = {"public": 0, "protected": 1, "private": 2}


class Member:
    """A property or class constant with what inheritance asks about."""

    def __init__(self, owner: str, name: str, modifiers: List[str], type_: Optional[Type]) -> None:
        self.owner = owner
        self.name = name
        self.modifiers: FrozenSet[str] = frozenset(modifiers)
        self.type = type_
        self.abstract_hooks: List[str] = []
        self.is_virtual = False
        self.hooks: List[str] = []

    @property
    def visibility(self) -> str:
        """`public` unless something else was written."""
        return visibility_of(self.modifiers)

    @property
    def setter(self) -> Optional[str]:
        """Who may write, when that is not who may read."""
        return next((modifier for modifier in self.modifiers if modifier.endswith("(set)")), None)


class Linked:
    """A class with all that it has, also from its parents."""

    def __init__(self, node: nodes.ClassDeclaration, name: str, parent: Optional[Linked]) -> None:
        self.node = node
        self.name = name
        self.parent = parent
        self.properties: Dict[str, Member] = {}
        self.constants: Dict[str, Member] = {}
        self.methods: Dict[str, Method] = {}


def visibility_of(modifiers: FrozenSet[str]) -> str:
    """The visibility among modifiers."""
    return next((modifier for modifier in modifiers if modifier in _RANK), "public")


def link_class(context: Context, node: nodes.ClassDeclaration) -> None:
    """Link the innermost class, if PHP would, at the end of its declaration."""
    if id(node) not in context.top_level or node.kind == "enum" or node.interfaces:
        return
    for member in node.members:
        if isinstance(member, nodes.TraitUse):
            return
        if isinstance(member, nodes.MethodDeclaration) and member.name.lower() == "__tostring":
            return  # It implements Stringable.
    parent: Optional[Linked] = None
    if node.parents:
        if node.kind == "interface":
            return
        parent = context.linked.get(context.resolved_class(node.parents[0]).lower())
        if parent is None:
            return
    linked = Linked(node, context.class_name, parent)
    _declare_members(context, linked)
    context.linked[linked.name.lower()] = linked
    if parent is not None:
        _check_parent(linked, parent)
        _inherit_properties(context, linked, parent)
        _inherit_constants(context, linked, parent)
        _inherit_methods(context, linked, parent)
    _check_abstract(linked)
    _check_override(context, linked)


def _declare_members(context: Context, linked: Linked) -> None:
    for member in linked.node.members:
        if isinstance(member, nodes.MethodDeclaration):
            method = method_of(context, linked.name, member, is_interface=linked.node.kind == "interface")
            linked.methods[member.name.lower()] = method
            for parameter in member.parameters:
                if parameter.modifiers:
                    _declare_property(context, linked, parameter.name, parameter.modifiers, parameter.type, None)
        elif isinstance(member, nodes.PropertyDeclaration):
            for element in member.elements:
                _declare_property(context, linked, element.name, member.modifiers, member.type, element.hooks)
        elif isinstance(member, nodes.ClassConstDeclaration):
            type_ = None if member.type is None else types.compiled(context, member.type, member.line)
            for constant in member.elements:
                linked.constants[constant.name] = Member(linked.name, constant.name, member.modifiers, type_)


def _declare_property(
    context: Context,
    linked: Linked,
    name: str,
    modifiers: List[str],
    type_node: Optional[nodes.TypeNode],
    hooks: Optional[List[nodes.PropertyHook]],
) -> None:
    type_ = None if type_node is None else types.compiled(context, type_node, linked.node.line)
    member = Member(linked.name, name, modifiers, type_)
    if "readonly" in linked.node.modifiers:
        member.modifiers |= {"readonly"}
    for hook in hooks or ():
        member.hooks.append(hook.name.lower())
        if hook.body is None:
            member.abstract_hooks.append(f"{linked.name}::${name}::{hook.name}")
        if "final" in hook.modifiers:
            member.modifiers |= {f"final {hook.name.lower()}"}
    member.is_virtual = bool(hooks) and not any(uses_property(hook, name) for hook in hooks or ())
    linked.properties[name] = member


def _check_parent(linked: Linked, parent: Linked) -> None:
    line = linked.node.line
    kind = parent.node.kind
    if kind in ("interface", "trait"):
        fatal(f"Class {linked.name} cannot extend {kind} {parent.name}", line)
    if "final" in parent.node.modifiers:
        fatal(f"Class {linked.name} cannot extend final class {parent.name}", line)
    is_readonly = "readonly" in linked.node.modifiers
    if is_readonly != ("readonly" in parent.node.modifiers):
        adjectives = ("Readonly", "non-readonly") if is_readonly else ("Non-readonly", "readonly")
        fatal(f"{adjectives[0]} class {linked.name} cannot extend {adjectives[1]} class {parent.name}", line)


def _inherit_properties(context: Context, linked: Linked, parent: Linked) -> None:
    for name, theirs in parent.properties.items():
        mine = linked.properties.get(name)
        if mine is None:
            if theirs.visibility != "private":
                linked.properties[name] = theirs
        elif theirs.visibility != "private":
            _check_property(context, linked, mine, theirs)
            if mine.is_virtual:
                left = [hook for hook in theirs.abstract_hooks if hook.rsplit("::", 1)[1] not in mine.hooks]
                mine.abstract_hooks += left


def _check_property(context: Context, linked: Linked, mine: Member, theirs: Member) -> None:
    line = linked.node.line
    owner, name = linked.name, mine.name
    if "final" in theirs.modifiers or theirs.setter == "private(set)":
        fatal(f"Cannot override final property {theirs.owner}::${name}", line)
    for word, negated, noun in (("static", "non static", ""), ("readonly", "non-readonly", "property ")):
        if (word in mine.modifiers) != (word in theirs.modifiers):
            was = word if word in theirs.modifiers else negated
            now = word if word in mine.modifiers else negated
            fatal(f"Cannot redeclare {was} {noun}{theirs.owner}::${name} as {now} {owner}::${name}", line)
    _check_visibility(f"{owner}::${name}", mine, theirs, line)
    _check_setter(f"{owner}::${name}", mine, theirs, line)
    if theirs.hooks or mine.hooks:
        _check_hooks(mine, theirs, line)
    elif theirs.type is None:
        if mine.type is not None:
            fatal(f"Type of {owner}::${name} must not be defined (as in class {theirs.owner})", line)
    elif mine.type is None or types.differ(context, linked, mine.type, theirs.type):
        fatal(f"Type of {owner}::${name} must be {theirs.type} (as in class {theirs.owner})", line)


def _check_hooks(mine: Member, theirs: Member, line: int) -> None:
    for hook in mine.hooks:
        if f"final {hook}" in theirs.modifiers:
            fatal(f"Cannot override final property hook {theirs.owner}::${mine.name}::{hook}()", line)


def _check_visibility(whole: str, mine: Member, theirs: Member, line: int) -> None:
    if _RANK[mine.visibility] > _RANK[theirs.visibility]:
        weaker = "" if theirs.visibility == "public" else " or weaker"
        fatal(f"Access level to {whole} must be {theirs.visibility} (as in class {theirs.owner}){weaker}", line)


def _check_setter(whole: str, mine: Member, theirs: Member, line: int) -> None:
    if mine.setter is None or (theirs.is_virtual and "set" not in theirs.hooks):
        return
    allowed = theirs.setter or theirs.visibility + "(set)"
    if _RANK[mine.setter[: -len("(set)")]] > _RANK[allowed[: -len("(set)")]]:
        wanted = "omitted" if theirs.setter is None else theirs.setter
        weaker = "" if theirs.setter is None else " or weaker"
        fatal(f"Set access level of {whole} must be {wanted} (as in class {theirs.owner}){weaker}", line)


def _inherit_constants(context: Context, linked: Linked, parent: Linked) -> None:
    line = linked.node.line
    for name, theirs in parent.constants.items():
        mine = linked.constants.setdefault(name, theirs)
        if mine is theirs or theirs.visibility == "private":
            continue
        _check_visibility(f"{linked.name}::{name}", mine, theirs, line)
        if "final" in theirs.modifiers:
            fatal(f"{linked.name}::{name} cannot override final constant {theirs.owner}::{name}", line)
        if theirs.type is not None and (
            mine.type is None or types.is_subtype(context, linked, mine.type, theirs.type) is False
        ):
            fatal(
                f"Type of {linked.name}::{name} must be compatible with {theirs.owner}::{name} of type {theirs.type}",
                line,
            )


def _inherit_methods(context: Context, linked: Linked, parent: Linked) -> None:
    for key, theirs in parent.methods.items():
        mine = linked.methods.setdefault(key, theirs)
        if mine is theirs:
            continue
        is_private = "private" in theirs.modifiers
        if is_private and not theirs.is_abstract and not (key == "__construct" and "final" in theirs.modifiers):
            continue
        name = f"{theirs.owner}::{mine.node.name}()"
        line = mine.node.line
        if "final" in theirs.modifiers:
            fatal(f"Cannot override final method {name}", line)
        if ("static" in mine.modifiers) != ("static" in theirs.modifiers):
            was, now = ("non static", "static") if "static" in mine.modifiers else ("static", "non static")
            fatal(f"Cannot make {was} method {name} {now} in class {linked.name}", line)
        if mine.is_abstract and not theirs.is_abstract:
            fatal(f"Cannot make non abstract method {name} abstract in class {linked.name}", line)
        if key == "__construct":
            # Only one that is abstract binds those of subclasses.
            theirs = theirs.prototype or theirs
            if not theirs.is_abstract:
                continue
        mine.prototype = theirs.prototype or (theirs if theirs.is_abstract else None)
        reading = visibility_of(theirs.modifiers)
        if _RANK[visibility_of(mine.modifiers)] > _RANK[reading]:
            weaker = "" if reading == "public" else " or weaker"
            whole = f"{linked.name}::{mine.node.name}()"
            fatal(f"Access level to {whole} must be {reading} (as in class {theirs.owner}){weaker}", line)
        check_signature(context, linked, mine, theirs)


def _check_abstract(linked: Linked) -> None:
    node = linked.node
    if node.kind != "class" or "abstract" in node.modifiers:
        return
    left = [f"{method.owner}::{method.node.name}" for method in linked.methods.values() if method.is_abstract]
    left += [hook for member in linked.properties.values() for hook in member.abstract_hooks]
    refuse_abstract(linked.name, left, node.line)


def refuse_abstract(name: str, left: List[str], line: int) -> None:
    """Refuse a class that is not declared abstract and has methods without a body."""
    if not left:
        return
    shown = ", ".join(left[:MAXIMUM_SHOWN]) + (", ..." if len(left) > MAXIMUM_SHOWN else "")
    fatal(
        f"Class {name} contains {len(left)} abstract method{'' if len(left) == 1 else 's'} and must therefore be "
        f"declared abstract or implement the remaining methods ({shown})",
        line,
    )


def _check_override(context: Context, linked: Linked) -> None:
    parent = linked.parent
    if linked.node.kind == "trait":
        return
    for key, method in linked.methods.items():
        if method.owner != linked.name or not _has_override(context, method.node.attributes):
            continue
        theirs = None if parent is None else parent.methods.get(key)
        if theirs is None or "private" in theirs.modifiers or (key == "__construct" and not theirs.is_abstract):
            name = f"{linked.name}::{method.node.name}()"
            fatal(f"{name} has #[\\Override] attribute, but no matching parent method exists", method.node.line)


def _has_override(context: Context, groups: List[nodes.AttributeGroup]) -> bool:
    return any(
        context.resolved_class(attribute.name).lower() == "override"
        for group in groups
        for attribute in group.attributes
    )
