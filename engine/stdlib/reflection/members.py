"""The members of a class in PHP's order: its own as declared, those of traits, those of the parent, of interfaces."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional

from engine.runtime.classes import PRIVATE, PROTECTED, PUBLIC, ConstantInfo, MethodInfo, PhpClass, PropertyInfo
from engine.stdlib.reflection.subjects import (
    IS_ABSTRACT,
    IS_FINAL,
    IS_PRIVATE_SET,
    IS_PROTECTED_SET,
    IS_READONLY,
    IS_STATIC,
    IS_VIRTUAL,
    VISIBILITY_BITS,
)  # fmt: skip
from engine.syntax import nodes


def _members(owner: PhpClass) -> List[Any]:
    """The member nodes of a class of a script."""
    return [] if owner.prototype is None else owner.prototype.node.members


def methods_in_order(owner: PhpClass) -> List[MethodInfo]:
    """A class's methods as PHP lists them: its own as declared, inherited ones, its traits', its interfaces'.

    Private ones of ancestors are among them.
    """
    own = {method.lower_name: method for method in owner.methods.values() if method.declaring is owner}
    found: Dict[str, MethodInfo] = {}
    for member in _members(owner):
        if isinstance(member, nodes.MethodDeclaration) and member.name.lower() in own:
            found[member.name.lower()] = own[member.name.lower()]
    if owner.is_internal:
        found.update(own)
    if owner.parent is not None:
        _add_inherited(owner, owner.parent, found)
    for lowered, method in own.items():
        found.setdefault(lowered, method)
    for interface in owner.interface_list:
        _add_inherited(owner, interface, found)
    return list(found.values())


def reflected_methods(owner: PhpClass) -> List[MethodInfo]:
    """All methods that reflection lists; private ones of ancestors are not among them."""
    return [method for method in methods_in_order(owner) if method.visibility != PRIVATE or method.declaring is owner]


def _add_inherited(owner: PhpClass, ancestor: PhpClass, found: Dict[str, MethodInfo]) -> None:
    for method in methods_in_order(ancestor):
        kept = owner.methods.get(method.lower_name)
        if kept is not None:
            found.setdefault(method.lower_name, kept)


def _own_property_names(owner: PhpClass) -> List[str]:
    names = []
    for member in _members(owner):
        if isinstance(member, nodes.PropertyDeclaration):
            names += [element.name for element in member.elements]
        elif isinstance(member, nodes.MethodDeclaration) and member.name.lower() == "__construct":
            names += [parameter.name for parameter in member.parameters if parameter.modifiers]
    return names


def find_property(owner: PhpClass, name: str) -> Optional[PropertyInfo]:
    """The property that `owner` declares or inherits; private ones of ancestors are not found."""
    info = owner.properties.get(name) or owner.static_properties.get(name)
    if info is not None and info.visibility == PRIVATE and info.declaring is not owner:
        return None
    return info


def properties_in_order(owner: PhpClass) -> List[PropertyInfo]:
    """All properties that reflection lists, static ones among them."""
    own = {
        info.name: info
        for info in (*owner.properties.values(), *owner.static_properties.values())
        if info.declaring is owner
    }

    def inherited(ancestor: PhpClass) -> Dict[str, PropertyInfo]:
        pairs = [(info, find_property(owner, info.name)) for info in properties_in_order(ancestor)]
        return {info.name: kept for info, kept in pairs if info.visibility != PRIVATE and kept is not None}

    return _joined(owner, _own_property_names(owner), own, inherited)


def constants_in_order(owner: PhpClass) -> List[ConstantInfo]:
    """All constants that reflection lists."""
    own = {info.name: info for info in owner.constants.values() if info.declaring is owner}

    def inherited(ancestor: PhpClass) -> Dict[str, ConstantInfo]:
        return {
            info.name: owner.constants[info.name]
            for info in constants_in_order(ancestor)
            if info.visibility != PRIVATE and info.name in owner.constants
        }

    return _joined(owner, _own_constant_names(owner), own, inherited)


def _own_constant_names(owner: PhpClass) -> List[str]:
    names = []
    for member in _members(owner):
        if isinstance(member, nodes.ClassConstDeclaration):
            names += [element.name for element in member.elements]
        elif isinstance(member, nodes.EnumCase):
            names.append(member.name)
    return names


def _joined(
    owner: PhpClass, written: List[str], own: Dict[str, Any], inherited: Callable[[PhpClass], Dict[str, Any]]
) -> List[Any]:
    """What a class writes, then what comes from its parent, its traits and its interfaces.

    PHP's own classes inherit before they declare.
    """
    found: Dict[str, Any] = {} if owner.is_internal else {name: own[name] for name in written if name in own}
    parts = [] if owner.parent is None else [inherited(owner.parent)]
    interfaces = [inherited(interface) for interface in owner.interface_list]
    for part in [*parts, *interfaces, own] if owner.is_internal else [*parts, own, *interfaces]:
        for name, info in part.items():
            found.setdefault(name, own.get(name, info))
    return list(found.values())


def find_constant(owner: PhpClass, name: str) -> Optional[ConstantInfo]:
    """The constant that `owner` declares or inherits."""
    info = owner.constants.get(name)
    if info is not None and info.visibility == PRIVATE and info.declaring is not owner:
        return None
    return info


def prototype_of(method: MethodInfo, through: Optional[PhpClass] = None) -> Optional[MethodInfo]:
    """The method of an ancestor or interface that decides what a method must accept, or None.

    A class that inherits the method may promise it to further interfaces: `through` is the class it is seen in.
    """
    heirs: List[PhpClass] = []
    while through is not None and through is not method.declaring:
        heirs.append(through)
        through = through.parent
    found = _prototype_at(method)
    for heir in reversed(heirs if through is not None else []):
        promised = _promised(heir, method)
        found = promised or found
    return found


def _promised(owner: PhpClass, method: MethodInfo) -> Optional[MethodInfo]:
    """The method of an interface that `owner` adds to those it inherits."""
    found = None
    inherited = [] if owner.parent is None else owner.parent.interface_list
    for interface in owner.interface_list:
        if interface not in inherited:
            promised = interface.methods.get(method.lower_name)
            if promised is not None and promised is not method and promised.declaring is not owner:
                found = prototype_of(promised) or promised
    return found


def _prototype_at(method: MethodInfo) -> Optional[MethodInfo]:
    """The prototype of a method in the class that declares it."""
    owner, lowered = method.declaring, method.lower_name
    found: Optional[MethodInfo] = None
    parent = owner.parent
    if parent is not None:
        older = parent.methods.get(lowered)
        if older is not None and older.visibility != PRIVATE:
            found = prototype_of(older, parent) or older
            if lowered == "__construct" and not found.is_abstract:
                found = None
    return _promised(owner, method) or found


# ---------------------------------------------------------------- modifiers


def method_modifiers(method: MethodInfo) -> int:
    """A method's modifiers as PHP's bits."""
    bits = VISIBILITY_BITS[method.visibility]
    bits |= IS_STATIC if method.is_static else 0
    bits |= IS_FINAL if method.is_final else 0
    return bits | (IS_ABSTRACT if method.is_abstract else 0)


def property_modifiers(info: PropertyInfo) -> int:
    """A property's modifiers as PHP's bits."""
    bits = VISIBILITY_BITS[info.visibility]
    bits |= IS_STATIC if info.is_static else 0
    bits |= IS_READONLY if info.is_readonly else 0
    bits |= IS_ABSTRACT if info.is_abstract else 0
    bits |= IS_VIRTUAL if info.is_virtual or (info.is_abstract and not _has_storage(info)) else 0
    level = set_level(info)
    if level is not None:
        bits |= IS_PRIVATE_SET if level == PRIVATE else IS_PROTECTED_SET
    if info.is_final or (level == PRIVATE and not info.is_static):
        bits |= IS_FINAL
    return bits


def _has_storage(info: PropertyInfo) -> bool:
    return any(node.body is not None for node in info.hook_nodes or ())


def set_level(info: PropertyInfo) -> Optional[int]:
    """PROTECTED or PRIVATE where writing needs more than reading; a readonly property is protected(set) by itself."""
    if info.set_visibility != info.visibility:
        return info.set_visibility
    if info.is_readonly and info.visibility == PUBLIC:
        return PROTECTED if not _writes_publicly(info) else None
    return None


def _writes_publicly(info: PropertyInfo) -> bool:
    """Whether a readonly property says `public(set)`."""
    for member in _members(info.declaring):
        if isinstance(member, nodes.PropertyDeclaration):
            if any(element.name == info.name for element in member.elements):
                return "public(set)" in member.modifiers
        elif isinstance(member, nodes.MethodDeclaration) and info.is_promoted and member.name.lower() == "__construct":
            for parameter in member.parameters:
                if parameter.name == info.name:
                    return "public(set)" in parameter.modifiers
    return False


def property_compiler(info: PropertyInfo) -> Any:
    """The compiler of the file that declares a property's class, or None for a builtin one."""
    prototype = info.declaring.prototype
    return None if prototype is None else prototype.compiler


def default_node(info: PropertyInfo) -> Any:
    """The expression of a property's default, in its class or in the trait that it came from."""
    for owner in (info.declaring, *all_traits(info.declaring)):
        for member in _members(owner):
            if isinstance(member, nodes.PropertyDeclaration):
                for element in member.elements:
                    if element.name == info.name:
                        return element.default
    return None


def all_traits(owner: PhpClass) -> List[PhpClass]:
    """The traits of a class and theirs."""
    found: List[PhpClass] = []
    for trait in owner.trait_list:
        found += [trait, *all_traits(trait)]
    return found
