"""Class declarations: a ClassPrototype for each, and how it is linked to a parent, interfaces and traits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

from engine.compiler.operators import fold_value
from engine.compiler.type_nodes import make_type
from engine.errors import FatalError
from engine.runtime.classes import (
    PRIVATE,
    PROTECTED,
    PUBLIC,
    ConstantInfo,
    MethodInfo,
    PhpClass,
    PropertyInfo,
    add_method,
    add_property,
    finish,
    inherit,
    install,
    private_prefix,
)  # fmt: skip
from engine.runtime.objects import PhpObject
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.analysis.names import Names
    from engine.compiler.unit_compiler import DeclaredFunction, UnitCompiler

VISIBILITIES = {"public": PUBLIC, "protected": PROTECTED, "private": PRIVATE}


class ClassPrototype:
    """A class declaration. `link` gives the same PhpClass for the same parent, interfaces and traits."""

    def __init__(self, compiler: UnitCompiler, names: Names, node: nodes.ClassDeclaration) -> None:
        self.compiler = compiler
        self.names = names
        self.node = node
        self.line = node.line
        self.path = compiler.path
        self.is_anonymous = node.name is None
        self.parent_name: Optional[str] = None
        self.interface_names: List[str] = []
        parents = [names.class_name(name) for name in node.parents]
        interfaces = [names.class_name(name) for name in node.interfaces]
        if node.kind == "interface":
            self.interface_names = parents
        else:
            self.parent_name = parents[0] if parents else None
            self.interface_names = interfaces
        self.trait_names = [
            names.class_name(name)
            for member in node.members
            if isinstance(member, nodes.TraitUse)
            for name in member.traits
        ]
        self.is_readonly = "readonly" in node.modifiers
        self.name = names.declared(node.name) if node.name is not None else self._anonymous_name()
        self.links: Dict[Tuple[Any, ...], PhpClass] = {}
        self.prefix = private_prefix()

    def _anonymous_name(self) -> str:
        base = self.parent_name or (self.interface_names[0] if self.interface_names else "class")
        number = len(self.compiler.prototypes)
        return f"{base}@anonymous\0{self.path}:{self.line}${number:x}"

    def can_hoist(self) -> bool:
        """Whether the class can exist before the script runs over its declaration."""
        from engine.runtime.classes import lookup_class

        if self.parent_name is None and not self.interface_names and not self.trait_names:
            return True
        needed = [*([self.parent_name] if self.parent_name else []), *self.interface_names, *self.trait_names]
        return all(lookup_class(name, autoload=False) is not None for name in needed)

    def link(self, parent: Optional[PhpClass], interfaces: List[PhpClass], traits: List[PhpClass]) -> PhpClass:
        """The class for these ancestors."""
        key = (parent, tuple(interfaces), tuple(traits))
        found = self.links.get(key)
        if found is None:
            found = self.links[key] = ClassLinker(self, parent, interfaces, traits).link()
        return found


class ClassLinker:
    """Builds one PhpClass."""

    def __init__(
        self, prototype: ClassPrototype, parent: Optional[PhpClass], interfaces: List[PhpClass], traits: List[PhpClass]
    ) -> None:
        self.prototype = prototype
        self.compiler = prototype.compiler
        self.names = prototype.names
        self.node = prototype.node
        self.parent = parent
        self.interfaces = interfaces
        self.traits = traits
        self.made = PhpClass(prototype.name, self.node.kind)
        self.constant_origin: Dict[str, PhpClass] = {}

    def link(self) -> PhpClass:
        """Inherit, then add members in PHP's order: the class's own, then those of its traits."""
        made, node = self.made, self.node
        made.is_abstract = "abstract" in node.modifiers
        made.is_final = "final" in node.modifiers or node.kind == "enum"
        made.is_readonly = "readonly" in node.modifiers
        made.is_anonymous = node.name is None
        made.prototype = self.prototype
        made.unit = self.compiler.unit
        made.line = node.line
        made.end_line = node.end_line
        made.doc_comment = node.doc_comment
        made.attributes = (node.attributes, self.names)
        interfaces = list(self.interfaces)
        if node.kind == "enum":
            interfaces += self._enum_interfaces()
        if self._has_to_string() and made.lower_name != "stringable" and node.kind != "trait":
            interfaces.append(self.compiler.library.find_class("stringable"))
        made.allows_dynamic_properties = False
        inherit(made, self.parent, [interface for interface in interfaces if interface is not None])
        if self._has_attribute("AllowDynamicProperties"):
            made.allows_dynamic_properties = True
        if node.kind == "interface":
            made.is_abstract = True
        made.trait_list = list(self.traits)
        for member in node.members:
            self._add_member(member)
        if node.kind == "enum":
            self._add_enum_methods()
        self._use_traits()
        if made.kind == "class" and "throwable" in made.ancestors and not made.ancestors & {"exception", "error"}:
            raise self._error(
                f"Class {made.name} cannot implement interface Throwable, extend Exception or Error instead",
                self.node.line,
            )
        if {"iterator", "iteratoraggregate"} <= made.ancestors and made.kind in ("class", "enum"):
            raise self._error(
                f"Class {made.name} cannot implement both Iterator and IteratorAggregate at the same time",
                self.node.line,
            )
        if made.kind in ("class", "enum") and not made.is_abstract and "traversable" in made.ancestors and \
                not made.ancestors & {"iterator", "iteratoraggregate"}:  # fmt: skip
            raise FatalError(
                f"Class {made.name} must implement interface Traversable as part of either Iterator or "
                "IteratorAggregate",
                0, "Unknown",
            )  # fmt: skip
        try:
            base = self.parent.python_type if self.parent is not None else PhpObject
            finish(made, base)
        except FatalError as error:
            error.line, error.file = error.line or node.line, self.prototype.path
            raise
        return made

    def _has_to_string(self) -> bool:
        """Whether the class itself or one of its traits declares `__toString`."""
        methods = [member for member in self.node.members if isinstance(member, nodes.MethodDeclaration)]
        declared = any(method.name.lower() == "__tostring" for method in methods)
        return declared or any("__tostring" in trait.methods for trait in self.traits)

    def _has_attribute(self, name: str) -> bool:
        return any(
            self.names.class_name(attribute.name).lower() == name.lower()
            for group in self.node.attributes
            for attribute in group.attributes
        )

    def _error(self, message: str, line: int) -> FatalError:
        return FatalError(message, line, self.prototype.path)

    # ------------------------------------------------------------ members

    def _add_member(self, member: Any) -> None:
        if isinstance(member, nodes.ClassConstDeclaration):
            self._add_constants(member, self.names, "")
        elif isinstance(member, nodes.PropertyDeclaration):
            self._add_properties(member, self.names, "")
        elif isinstance(member, nodes.MethodDeclaration):
            self._add_method(member, member.name, None, self.names, self.compiler, "")
        elif isinstance(member, nodes.EnumCase):
            self._add_case(member)

    def _visibility(self, modifiers: List[str]) -> int:
        for modifier in modifiers:
            if modifier in VISIBILITIES:
                return VISIBILITIES[modifier]
        return PUBLIC

    def _thunk(self, names: Names, node: Any, trait_name: str, compiler: Any = None) -> Any:
        owner = compiler or self.compiler
        made = self.made
        cache: List[Any] = []

        def thunk(_declaring: Any) -> Any:
            if not cache:
                cache.append(owner.compile_thunk(names, made, node, trait_name))
            return cache[0](made)

        return thunk

    def _add_constants(self, member: nodes.ClassConstDeclaration, names: Names, trait_name: str) -> None:
        made = self.made
        visibility = self._visibility(member.modifiers)
        for element in member.elements:
            ok, value = fold_value(element.value)
            thunk = None if ok else self._thunk(names, element.value, trait_name)
            older = made.constants.get(element.name)
            if older is not None and older.declaring is made and not trait_name:
                raise self._error(f"Cannot redefine class constant {made.name}::{element.name}", element.line)
            if older is not None and older.is_final and older.declaring is not made:
                raise self._error(
                    f"{made.name}::{element.name} cannot override final constant "
                    f"{older.declaring.name}::{element.name}",
                    element.line,
                )
            info = ConstantInfo(element.name, visibility, made, value, thunk)
            info.is_final = "final" in member.modifiers
            info.type = make_type(names, member.type, made)
            info.doc_comment = element.doc_comment
            info.attributes = (member.attributes, names)
            self._mark_deprecated(info, member, names)
            made.constants[element.name] = info

    def _mark_deprecated(self, info: ConstantInfo, member: Any, names: Names) -> None:
        from engine.compiler.unit_compiler import find_attribute

        attribute = find_attribute(names, member.attributes, "deprecated")
        if attribute is None:
            return
        info.deprecation = self.compiler.deprecation(names, attribute, self.made)
        if info.thunk is None:
            info.thunk = lambda _owner: info.value

    def _add_properties(
        self, member: nodes.PropertyDeclaration, names: Names, trait_name: str, compiler: Any = None
    ) -> None:
        for element in member.elements:
            self._add_property(
                member.modifiers, member.type, element.name, element.default, element.hooks, member.attributes,
                element.doc_comment, names, trait_name, element.line, compiler or self.compiler,
            )  # fmt: skip

    def _add_property(
        self, modifiers: List[str], type_: Any, name: str, default: Any, hooks: Any, attributes: Any,
        doc_comment: Optional[str], names: Names, trait_name: str, line: int, compiler: Any,
    ) -> PropertyInfo:  # fmt: skip
        made = self.made
        info = PropertyInfo(name, self._visibility(modifiers), made)
        info.set_visibility = info.visibility
        for modifier in modifiers:
            if modifier.endswith("(set)"):
                info.set_visibility = VISIBILITIES[modifier[:-5]]
        info.is_static = "static" in modifiers
        info.is_readonly = "readonly" in modifiers or (made.is_readonly and not info.is_static)
        if info.is_readonly and info.set_visibility == PUBLIC and not any(m.endswith("(set)") for m in modifiers):
            info.set_visibility = PROTECTED
        info.is_final = "final" in modifiers
        info.is_abstract = "abstract" in modifiers or made.kind == "interface"
        info.type = make_type(names, type_, made, keeps_self=True)
        info.doc_comment = doc_comment
        info.attributes = (attributes, names)
        if default is None:
            info.uninitialized = info.type is not None
        else:
            ok, value = fold_value(default)
            if ok:
                if (
                    type(value) is int
                    and info.type is not None
                    and "float" in info.type.kinds
                    and "int" not in info.type.kinds
                ):
                    value = float(value)
                info.default = value
            else:
                info.thunk = self._thunk(names, default, trait_name, compiler)
        older = made.properties.get(name)
        if older is not None and older.declaring is made and not trait_name:
            raise self._error(f"Cannot redeclare {made.name}::${name}", line)
        try:
            if hooks:
                self._add_hooks(info, hooks, type_, names, trait_name, compiler)
            add_property(made, info, self.prototype.prefix)
        except FatalError as error:
            error.line = error.line or self.node.line
            error.file = self.prototype.path
            raise
        return info

    def _add_hooks(
        self, info: PropertyInfo, hooks: List[Any], type_: Any, names: Names, trait_name: str, compiler: Any
    ) -> None:
        uses_storage = False
        info.hook_nodes = hooks
        for hook in hooks:
            body = hook.body
            if body is None:
                info.is_abstract = True
                continue
            if _mentions_property(body, info.name):
                uses_storage = True
            if hook.name.lower() == "get":
                statements = [nodes.Return(body.line, body)] if not isinstance(body, list) else body
                parameters: List[Any] = []
            else:
                uses_storage = uses_storage or not isinstance(body, list)
                if not isinstance(body, list):
                    target = nodes.Property(hook.line, nodes.Variable(hook.line, "this"), info.name)
                    statements = [nodes.ExpressionStatement(hook.line, nodes.Assign(hook.line, target, body))]
                else:
                    statements = body
                parameters = hook.parameters or [
                    nodes.Parameter(
                        hook.line, "value", type_, None, by_ref=False, variadic=False, modifiers=[], attributes=[]
                    )
                ]
            returns = type_ if hook.name.lower() == "get" else None
            method = nodes.MethodDeclaration(
                hook.line,
                [],
                f"${info.name}::{hook.name.lower()}",
                hook.by_ref,
                parameters,
                returns,
                statements,
                [],
                hook.end_line,
                hook.doc_comment,
            )
            declared = self._declared(method, method.name, names, compiler, trait_name)
            declared.hook_property = info.name
            function = _late(declared)
            if hook.name.lower() == "get":
                info.get_hook = function
            else:
                info.set_hook = function
        info.is_virtual = not uses_storage
        if not uses_storage:
            info.uninitialized = False

    def _declared(self, node: Any, name: str, names: Names, compiler: Any, trait_name: str) -> DeclaredFunction:
        from engine.compiler.unit_compiler import DeclaredFunction

        info = compiler.function_info(names, node, name, self.made)
        info.class_name = self.made.name
        info.is_static = "static" in node.modifiers
        declared = DeclaredFunction(compiler, names, node, info, "method")
        declared.scope = self.made
        declared.trait_name = trait_name
        info.declared = declared
        return declared

    def _add_method(
        self, node: nodes.MethodDeclaration, name: str, visibility: Optional[int], names: Names, compiler: Any,
        trait_name: str,
    ) -> None:  # fmt: skip
        made = self.made
        lowered = name.lower()
        older = made.methods.get(lowered)
        if older is not None and older.declaring is made:
            if trait_name:
                return
            raise self._error(f"Cannot redeclare {made.name}::{name}()", node.line)
        if trait_name and made.kind != "trait":
            self._check_override(node, name, names, older)
        declared = self._declared(node, name, names, compiler, trait_name)
        method = MethodInfo(
            name,
            self._visibility(node.modifiers) if visibility is None else visibility,
            made,
            _late(declared),
            declared.info,
        )
        method.is_static = "static" in node.modifiers
        method.is_abstract = node.body is None
        method.is_final = "final" in node.modifiers
        declared.info.method = method  # type: ignore[attr-defined]
        if method.is_abstract and made.kind == "class" and not made.is_abstract and "abstract" in node.modifiers \
                and not trait_name:  # fmt: skip
            raise self._error(
                f"Class {made.name} declares abstract method {name}() and must therefore be declared abstract",
                node.line,
            )
        declared.on_ready = _installer(method, made)
        if lowered == "__construct":
            self._promote(node, names, trait_name, compiler)
        try:
            add_method(made, method)
        except FatalError as error:
            error.line, error.file = error.line or node.line, self.prototype.path
            raise

    def _check_override(self, node: nodes.MethodDeclaration, name: str, names: Names, inherited: Any) -> None:
        """`#[Override]` of a trait's method: the class must inherit one of that name."""
        from engine.compiler.unit_compiler import find_attribute

        if find_attribute(names, node.attributes, "override") is None:
            return
        if inherited is None or inherited.visibility == PRIVATE or (name.lower() == "__construct" and \
                not inherited.is_abstract):  # fmt: skip
            shown = self.made.name.split(chr(0))[0]
            raise self._error(
                f"{shown}::{name}() has #[\\Override] attribute, but no matching parent method exists", node.line
            )

    def _promote(self, node: nodes.MethodDeclaration, names: Names, trait_name: str, compiler: Any) -> None:
        for parameter in node.parameters:
            if not parameter.modifiers:
                continue
            info = self._add_property(
                parameter.modifiers, parameter.type, parameter.name, None, parameter.hooks, parameter.attributes,
                parameter.doc_comment, names, trait_name, parameter.line, compiler,
            )  # fmt: skip
            info.is_promoted = True
            info.is_virtual = False
            if info.type is not None and isinstance(parameter.default, nodes.Constant) and \
                    parameter.default.name.text.lower() == "null":  # fmt: skip
                info.type = info.type.nullable()

    # ------------------------------------------------------------ enums

    def _enum_interfaces(self) -> List[Any]:
        find = self.compiler.library.find_class
        found = [find("unitenum")]
        if self.node.backing is not None:
            found.append(find("backedenum"))
        return found

    def _add_case(self, member: nodes.EnumCase) -> None:
        from engine.runtime.enums import case_thunk

        made = self.made
        value_thunk = None
        value = None
        if member.value is not None:
            ok, value = fold_value(member.value)
            value_thunk = None if ok else self._thunk(self.names, member.value, "")
        info = ConstantInfo(member.name, PUBLIC, made, None, None)
        info.is_case = True
        info.thunk = case_thunk(made, member.name, value, value_thunk)
        info.doc_comment = member.doc_comment
        info.attributes = (member.attributes, self.names)
        self._mark_deprecated(info, member, self.names)
        if member.name in made.constants:
            raise self._error(f"Cannot redefine class constant {made.name}::{member.name}", member.line)
        made.constants[member.name] = info

    def _add_enum_methods(self) -> None:
        from engine.runtime.enums import add_enum_members

        made = self.made
        made.backing_type = None
        if self.node.backing is not None:
            backing = make_type(self.names, self.node.backing, made)
            made.backing_type = "int" if backing is not None and "int" in backing.kinds else "string"
            made.is_backed = True
        add_enum_members(made, self.compiler.library)

    # ------------------------------------------------------------ traits

    def _use_traits(self) -> None:
        if not self.traits:
            return
        excluded: Dict[str, set[str]] = {}
        aliases: List[nodes.TraitAlias] = []
        for member in self.node.members:
            if not isinstance(member, nodes.TraitUse):
                continue
            for rule in member.adaptations:
                if isinstance(rule, nodes.TraitPrecedence):
                    for name in rule.instead_of:
                        lowered = self.names.class_name(name).lower()
                        excluded.setdefault(lowered, set()).add(rule.method.lower())
                else:
                    aliases.append(rule)
        self._check_adaptations()
        origin: Dict[str, PhpClass] = {}
        for trait in self.traits:
            self._use_trait(trait, excluded.get(trait.lower_name, set()), aliases, origin)

    def _check_adaptations(self) -> None:
        """What `insteadof` and `as` name must be traits of this class, and no alias may be ambiguous."""
        for member in self.node.members:
            if not isinstance(member, nodes.TraitUse):
                continue
            for rule in member.adaptations:
                named = [rule.trait] if rule.trait is not None else []
                if isinstance(rule, nodes.TraitPrecedence):
                    named += rule.instead_of
                for name in named:
                    self._check_adapted_trait(self.names.class_name(name), rule.line)
                if isinstance(rule, nodes.TraitAlias) and rule.trait is None:
                    owners = [trait for trait in self.traits if rule.method.lower() in trait.methods]
                    if len(owners) > 1:
                        first, second = owners[:2]
                        raise self._error(
                            f"An alias was defined for method {rule.method}(), which exists in both {first.name} and "
                            f"{second.name}. Use {first.name}::{rule.method} or {second.name}::{rule.method} to "
                            "resolve "
                            "the ambiguity", self.node.line,
                        )  # fmt: skip

    def _check_adapted_trait(self, name: str, _line: int) -> None:
        from engine.runtime.classes import lookup_class

        found = lookup_class(name)
        if found is None:
            raise self._error(f"Could not find trait {name}", self.node.line)
        if found.kind != "trait":
            raise self._error(
                f"Class {found.name} is not a trait, Only traits may be used in 'as' and 'insteadof' statements",
                self.node.line,
            )
        if found not in self.traits:
            raise self._error(f"Required Trait {found.name} wasn't added to {self.made.name}", self.node.line)

    def _use_trait(
        self, trait: PhpClass, excluded: set[str], aliases: List[nodes.TraitAlias], origin: Dict[str, PhpClass]
    ) -> None:
        made = self.made
        for method in list(trait.methods.values()):
            source = method.info.declared
            visibility: Optional[int] = method.visibility
            for rule in aliases:
                if rule.method.lower() != method.lower_name:
                    continue
                if rule.trait is not None and self.names.class_name(rule.trait).lower() != trait.lower_name:
                    continue
                if rule.trait is None and sum(rule.method.lower() in one.methods for one in self.traits) > 1 and \
                        method.lower_name in excluded:  # fmt: skip
                    continue
                if rule.alias is None:
                    visibility = VISIBILITIES.get(rule.modifier or "", method.visibility)
                else:
                    level = VISIBILITIES.get(rule.modifier or "", method.visibility)
                    self._add_trait_method(source, rule.alias, level, trait, method)
            if method.lower_name in excluded:
                continue
            older = made.methods.get(method.lower_name)
            if older is not None and older.declaring is made and not method.is_abstract and \
                    method.lower_name in origin and not older.is_abstract \
                    and older.info.declared.node is not method.info.declared.node:  # fmt: skip
                other = origin[method.lower_name]
                raise self._error(
                    f"Trait method {trait.name}::{method.name} has not been applied as {made.name}::{method.name}, "
                    f"because of collision with {other.name}::{method.name}",
                    self.node.line,
                )
            if method.is_abstract and older is not None:
                continue
            if older is not None and older.declaring is made and method.lower_name not in origin:
                continue
            if older is not None and older.declaring is made and older.is_abstract:
                del made.methods[method.lower_name]
            self._add_trait_method(source, method.name, visibility, trait, method)
            origin[method.lower_name] = trait
        self._use_trait_members(trait)

    def _add_trait_method(
        self, source: Any, name: str, visibility: Optional[int], trait: PhpClass, method: Any
    ) -> None:
        self._add_method(source.node, name, visibility, source.names, source.compiler, source.trait_name or trait.name)
        added = self.made.methods.get(name.lower())
        if added is not None and added.declaring is self.made:
            added.original_name = method.name
            added.info.trait = trait

    def _check_same_constant(self, older: ConstantInfo, newer: ConstantInfo, trait: PhpClass) -> None:
        made = self.made
        same_type = (older.type.display if older.type else None) == (newer.type.display if newer.type else None)
        same_value = older.thunk is not None or newer.thunk is not None or _same(older.value, newer.value)
        if older.visibility == newer.visibility and older.is_final == newer.is_final and same_type and same_value:
            return
        holder = self.constant_origin.get(older.name, made)
        raise self._error(
            f"{holder.name} and {trait.name} define the same constant ({older.name}) in the composition of "
            f"{made.name}. "
            "However, the definition differs and is considered incompatible. Class was composed",
            self.node.line,
        )

    def _use_trait_members(self, trait: PhpClass) -> None:
        made = self.made
        prototype = trait.prototype
        compiler, names = prototype.compiler, prototype.names
        for info in [*trait.slots, *trait.static_properties.values()]:
            older = made.properties.get(info.name) or made.static_properties.get(info.name)
            if older is not None and older.declaring is made:
                compatible = (
                    older.visibility == info.visibility and older.is_static == info.is_static
                    and older.is_readonly == info.is_readonly
                    and (older.type.display if older.type else None) == (info.type.display if info.type else None)
                    and (older.thunk is not None or info.thunk is not None or _same(older.default, info.default))
                )  # fmt: skip
                if not compatible:
                    raise self._error(
                        f"{made.name} and {trait.name} define the same property (${info.name}) in the composition of "
                        f"{made.name}. However, the definition differs and is considered incompatible. Class was "
                        "composed",
                        self.node.line,
                    )
                continue
            copy = info.copy()
            copy.declaring = made
            if copy.thunk is not None:
                default = _default_node(prototype.node, info.name)
                if default is not None:
                    copy.thunk = self._thunk(names, default, trait.name, compiler)
            add_property(made, copy, self.prototype.prefix)
        for constant in trait.constants.values():
            older_constant = made.constants.get(constant.name)
            if older_constant is not None and older_constant.declaring is made:
                self._check_same_constant(older_constant, constant, trait)
                continue
            if older_constant is not None and older_constant.is_final:
                raise self._error(
                    f"{trait.name}::{constant.name} cannot override final constant "
                    f"{older_constant.declaring.name}::{constant.name}", self.node.line,
                )  # fmt: skip
            self.constant_origin[constant.name] = trait
            copied = ConstantInfo(constant.name, constant.visibility, made, constant.value, None)
            if constant.thunk is not None:
                node = _constant_node(prototype.node, constant.name)
                copied.thunk = self._thunk(names, node, trait.name, compiler)
            copied.is_final = constant.is_final
            copied.type = constant.type
            copied.doc_comment = constant.doc_comment
            copied.attributes = constant.attributes
            made.constants[constant.name] = copied


def _same(first: Any, second: Any) -> bool:
    from engine.runtime.comparisons import identical

    return identical(first, second)


def _default_node(declaration: nodes.ClassDeclaration, name: str) -> Any:
    for member in declaration.members:
        if isinstance(member, nodes.PropertyDeclaration):
            for element in member.elements:
                if element.name == name:
                    return element.default
    return None


def _constant_node(declaration: nodes.ClassDeclaration, name: str) -> Any:
    for member in declaration.members:
        if isinstance(member, nodes.ClassConstDeclaration):
            for element in member.elements:
                if element.name == name:
                    return element.value
    return None


def _late(declared: DeclaredFunction) -> Any:
    """What stands in for a method until it is compiled."""

    def late(*arguments: Any) -> Any:
        return declared.fn(*arguments)

    late.declared = declared  # type: ignore[attr-defined]
    return late


def _installer(method: MethodInfo, made: PhpClass) -> Any:
    """What to do once a method is compiled: put the real function where its stub was."""

    def ready(function: Any) -> None:
        method.function = function
        if made.python_type is None:
            return
        namespace: Dict[str, Any] = {}
        install(namespace, method)
        for attribute, value in namespace.items():
            if attribute in made.python_type.__dict__:
                setattr(made.python_type, attribute, value)

    return ready


def _mentions_property(body: Any, name: str) -> bool:
    from engine.analysis.walk import own_nodes

    def mentions(node: Any) -> bool:
        return (
            isinstance(node, nodes.Property)
            and node.name == name
            and isinstance(node.base, nodes.Variable)
            and node.base.name == "this"
        )

    found = list(own_nodes(body if isinstance(body, list) else [body]))
    within = sum(sum(map(mentions, own_nodes([node.body]))) for node in found if isinstance(node, nodes.ArrowFunction))
    return sum(map(mentions, found)) > within
