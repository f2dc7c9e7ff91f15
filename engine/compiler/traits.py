"""Traits: what a class takes from those it uses, under which names, and where two of them are in each other's way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Tuple

from engine.runtime.classes import (
    PRIVATE,
    PROTECTED,
    PUBLIC,
    ConstantInfo,
    MethodInfo,
    PhpClass,
    add_property,
)
from engine.runtime.context import E_WARNING
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.compiler.class_compiler import ClassLinker

VISIBILITIES = {"public": PUBLIC, "protected": PROTECTED, "private": PRIVATE}


def use_traits(linker: ClassLinker) -> None:
    """Add what the class being linked uses of its traits. Throws PHP's FatalError where they do not fit."""
    if linker.traits:
        _Composition(linker).compose()


class _Composition:
    """The traits of one class."""

    def __init__(self, linker: ClassLinker) -> None:
        self._linker = linker
        # The trait that a constant or property came from.
        self._constant_origin: Dict[str, PhpClass] = {}
        self._property_origin: Dict[str, PhpClass] = {}

    def compose(self) -> None:
        """Check what is asked of the traits, then take their methods, properties and constants."""
        excluded: Dict[str, set[str]] = {}
        aliases: List[nodes.TraitAlias] = []
        for member in self._linker.node.members:
            if not isinstance(member, nodes.TraitUse):
                continue
            for rule in member.adaptations:
                if isinstance(rule, nodes.TraitPrecedence):
                    for name in rule.instead_of:
                        lowered = self._linker.names.class_name(name).lower()
                        excluded.setdefault(lowered, set()).add(rule.method.lower())
                else:
                    aliases.append(rule)
        self._check_adaptations()
        for trait in self._linker.traits:
            self._use_methods(trait, excluded.get(trait.lower_name, set()), aliases)
        for trait in self._linker.traits:
            self._use_trait_members(trait)

    def _check_adaptations(self) -> None:
        """What `insteadof` and `as` name must be traits of this class, and no alias may be ambiguous."""
        for member in self._linker.node.members:
            if not isinstance(member, nodes.TraitUse):
                continue
            for rule in member.adaptations:
                named = [rule.trait] if rule.trait is not None else []
                if isinstance(rule, nodes.TraitPrecedence):
                    named += rule.instead_of
                for name in named:
                    self._check_adapted_trait(self._linker.names.class_name(name), rule.line)
                self._check_rule(rule)
                if isinstance(rule, nodes.TraitPrecedence):
                    self._check_excluded(rule)
                if isinstance(rule, nodes.TraitAlias) and rule.trait is None:
                    owners = [trait for trait in self._linker.traits if rule.method.lower() in trait.methods]
                    if len(owners) > 1:
                        first, second = owners[:2]
                        raise self._linker.error(
                            f"An alias was defined for method {rule.method}(), which exists in both {first.name} and "
                            f"{second.name}. Use {first.name}::{rule.method} or {second.name}::{rule.method} to "
                            "resolve "
                            "the ambiguity", self._linker.node.line,
                        )  # fmt: skip

    def _check_rule(self, rule: Any) -> None:
        """The method that a rule names must be one of a trait's."""
        owner = None if rule.trait is None else self._linker.names.class_name(rule.trait)
        traits = [trait for trait in self._linker.traits if owner is None or trait.lower_name == owner.lower()]
        if any(rule.method.lower() in trait.methods for trait in traits):
            return
        if isinstance(rule, nodes.TraitPrecedence):
            self._linker.refuse(
                f"A precedence rule was defined for {owner}::{rule.method} but this method does not exist"
            )
        if owner is not None:
            self._linker.refuse(f"An alias was defined for {owner}::{rule.method} but this method does not exist")
        if rule.alias is None:
            self._linker.refuse(
                f"The modifiers of the trait method {rule.method}() are changed, but this method does not exist. Error"
            )
        self._linker.refuse(
            f"An alias ({rule.alias}) was defined for method {rule.method}(), but this method does not exist"
        )

    def _check_excluded(self, rule: nodes.TraitPrecedence) -> None:
        """The traits that a method is not used from are others than its own, each named once."""
        owner = self._linker.names.class_name(rule.trait).lower()
        seen: set[str] = set()
        for name in rule.instead_of:
            shown = self._linker.names.class_name(name)
            if shown.lower() == owner:
                self._linker.refuse(
                    f"Inconsistent insteadof definition. The method {rule.method} is to be used from {shown}, but "
                    f"{shown} is also on the exclude list"
                )
            if shown.lower() in seen:
                self._linker.refuse(
                    f"Failed to evaluate a trait precedence ({rule.method}). Method of trait {shown} was defined to be "
                    "excluded multiple times"
                )
            seen.add(shown.lower())

    def _check_adapted_trait(self, name: str, _line: int) -> None:
        from engine.runtime.classes import lookup_class

        found = lookup_class(name)
        if found is None:
            raise self._linker.error(f"Could not find trait {name}", self._linker.node.line)
        if found.kind != "trait":
            raise self._linker.error(
                f"Class {found.name} is not a trait, Only traits may be used in 'as' and 'insteadof' statements",
                self._linker.node.line,
            )
        if found not in self._linker.traits:
            raise self._linker.error(
                f"Required Trait {found.name} wasn't added to {self._linker.made.name}", self._linker.node.line
            )

    def _use_methods(self, trait: PhpClass, excluded: set[str], aliases: List[nodes.TraitAlias]) -> None:
        for method in list(trait.methods.values()):
            visibility, is_final = method.visibility, method.is_final
            for rule in aliases:
                if rule.method.lower() != method.lower_name:
                    continue
                if rule.trait is not None and self._linker.names.class_name(rule.trait).lower() != trait.lower_name:
                    continue
                level = VISIBILITIES.get(rule.modifier or "", method.visibility)
                final = method.is_final or rule.modifier == "final"
                if rule.alias is None:
                    visibility, is_final = level, final
                else:
                    self._add_trait_method(rule.alias, level, trait, method, is_final=final)
            if method.lower_name not in excluded:
                self._add_trait_method(method.name, visibility, trait, method, is_final=is_final)

    def _add_trait_method(
        self, name: str, visibility: int, trait: PhpClass, method: MethodInfo, *, is_final: bool
    ) -> None:
        """One method of a trait: the class's own go before it, and two traits may not both have it."""
        made = self._linker.made
        lowered = name.lower()
        source = method.info.declared
        older = made.methods.get(lowered)
        is_own = older is not None and older.declaring is made
        if older is not None and method.is_abstract:
            if is_own and older.info.node is source.node:
                return
            self._linker.fulfilled.add(lowered)
            wanted = self._as_abstract(method, name)
            origin = getattr(older.info, "trait", None) if is_own else None
            self._linker.checks.check_method(older, wanted, (origin or older.declaring).name, visibility=False)
            return
        if older is not None and is_own:
            origin = getattr(older.info, "trait", None)
            if origin is None or older.info.node is source.node:
                return
            if not older.is_abstract:
                raise self._linker.error(
                    f"Trait method {trait.name}::{method.name} has not been applied as {made.name}::{name}, "
                    f"because of collision with {origin.name}::{older.name}",
                    self._linker.node.line,
                )
            del made.methods[lowered]
        self._linker.add_method(
            source.node, name, visibility, source.names, source.compiler, source.trait_name or trait.name
        )
        added = made.methods[lowered]
        added.original_name = method.name
        added.is_final = is_final
        if is_final and not method.is_final and visibility == PRIVATE and lowered != "__construct":
            message = "Private methods cannot be final as they are never overridden by other classes"
            self._linker.checks.note((E_WARNING, message, self._linker.node.line, self._linker.prototype.path, ""))
        added.info.trait = trait
        if older is not None and older.is_abstract and is_own:
            origin = getattr(older.info, "trait", None)
            other = None if origin is None else origin.name
            self._linker.checks.check_method(added, older, trait.name, other, visibility=False)

    def _as_abstract(self, method: MethodInfo, name: str) -> MethodInfo:
        """An abstract method of a trait, `self` being the class that uses it."""
        source = method.info.declared
        info = source.compiler.function_info(source.names, source.node, name, self._linker.made)
        info.declared = source
        wanted = MethodInfo(name, method.visibility, method.declaring, method.function, info)
        wanted.is_static = method.is_static
        wanted.is_abstract = True
        return wanted

    def _check_same_constant(self, older: ConstantInfo, newer: ConstantInfo, trait: PhpClass) -> None:
        made = self._linker.made
        same_type = (older.type.display if older.type else None) == (newer.type.display if newer.type else None)
        same_value = older.thunk is not None or newer.thunk is not None or _same(older.value, newer.value)
        if older.visibility == newer.visibility and older.is_final == newer.is_final and same_type and same_value:
            return
        holder = self._constant_origin.get(older.name, older.declaring)
        raise self._linker.error(
            f"{holder.name} and {trait.name} define the same constant ({older.name}) in the composition of "
            f"{made.name}. "
            "However, the definition differs and is considered incompatible. Class was composed",
            self._linker.node.line,
        )

    def _use_trait_members(self, trait: PhpClass) -> None:
        made = self._linker.made
        prototype = trait.prototype
        compiler, names = prototype.compiler, prototype.names
        for info in [*trait.slots, *trait.static_properties.values()]:
            older = made.properties.get(info.name) or made.static_properties.get(info.name)
            if made.is_readonly and not info.is_readonly:
                raise self._linker.error(
                    f"Readonly class {made.name} cannot use trait with a non-readonly property "
                    f"{trait.name}::${info.name}",
                    self._linker.node.line,
                )
            if older is not None and older.declaring is made:
                holder = self._property_origin.get(info.name, made)
                compatible = (
                    older.visibility == info.visibility and older.is_static == info.is_static
                    and older.is_readonly == info.is_readonly
                    and (older.type.display if older.type else None) == (info.type.display if info.type else None)
                    and (older.thunk is not None or info.thunk is not None or _same(older.default, info.default))
                )  # fmt: skip
                if older.hooks or info.hooks:
                    raise self._linker.error(
                        f"{holder.name} and {trait.name} define the same hooked property (${info.name}) in the "
                        f"composition of {made.name}. Conflict resolution between hooked properties is currently not "
                        "supported. Class was composed",
                        self._linker.node.line,
                    )
                if not compatible:
                    raise self._linker.error(
                        f"{holder.name} and {trait.name} define the same property (${info.name}) in the composition of "
                        f"{made.name}. However, the definition differs and is considered incompatible. Class was "
                        "composed",
                        self._linker.node.line,
                    )
                continue
            copy = info.copy()
            copy.declaring = made
            if copy.thunk is not None:
                default, source = _default_node(trait, info.name)
                if source is not None:
                    copy.thunk = self._linker.thunk(source.names, default, trait.name, source.compiler)
            self._property_origin[info.name] = trait
            add_property(made, copy, self._linker.prototype.prefix)
        for constant in trait.constants.values():
            older_constant = made.constants.get(constant.name)
            if older_constant is not None and older_constant.is_case:
                raise self._linker.error(
                    f"Cannot use trait {trait.name}, because {trait.name}::{constant.name} conflicts with enum case "
                    f"{made.name}::{constant.name}",
                    self._linker.node.line,
                )
            if older_constant is not None:
                self._check_same_constant(older_constant, constant, trait)
                continue
            self._constant_origin[constant.name] = trait
            copied = ConstantInfo(constant.name, constant.visibility, made, constant.value, None)
            if constant.thunk is not None:
                node = _constant_node(prototype.node, constant.name)
                copied.thunk = self._linker.thunk(names, node, trait.name, compiler)
            copied.is_final = constant.is_final
            copied.type = constant.type
            copied.doc_comment = constant.doc_comment
            copied.attributes = constant.attributes
            made.constants[constant.name] = copied


def _same(first: Any, second: Any) -> bool:
    from engine.runtime.comparisons import identical

    return identical(first, second)


def _default_node(trait: PhpClass, name: str) -> Tuple[Any, Any]:
    """The expression of a property's default, and the prototype of the trait (perhaps one it uses) that declares it."""
    prototype = trait.prototype
    for member in prototype.node.members:
        if isinstance(member, nodes.PropertyDeclaration):
            for element in member.elements:
                if element.name == name:
                    return element.default, prototype
    for used in trait.trait_list:
        found = _default_node(used, name)
        if found[1] is not None:
            return found
    return None, None


def _constant_node(declaration: nodes.ClassDeclaration, name: str) -> Any:
    for member in declaration.members:
        if isinstance(member, nodes.ClassConstDeclaration):
            for element in member.elements:
                if element.name == name:
                    return element.value
    return None
