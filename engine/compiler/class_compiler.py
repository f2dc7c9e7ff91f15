"""Class declarations: a ClassPrototype for each, and how it is linked to a parent, interfaces and traits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, NoReturn, Optional, Tuple

from engine.compiler.enumerations import check_enum, check_functions
from engine.compiler.inheritance import (
    Inheritance,
    Notice,
    Obligation,
    check_interfaces,
    check_overrides,
    report,
    settle,
)  # fmt: skip
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
from engine.runtime.context import E_WARNING
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
        # What must be asked of each linked class again in every execution, since it depends on other classes.
        self.obligations: Dict[PhpClass, List[Obligation]] = {}
        # What each execution that declares a linked class is told.
        self.notices: Dict[PhpClass, List[Notice]] = {}
        self.prefix = private_prefix()

    def _anonymous_name(self) -> str:
        base = self.parent_name or (self.interface_names[0] if self.interface_names else "class")
        number = sum(prototype.is_anonymous for prototype in self.compiler.prototypes.values())
        return f"{base}@anonymous\0{self.path}:{self.line}${number:x}"

    def can_hoist(self) -> bool:
        """Whether the class can exist before the script runs over its declaration.

        PHP waits with classes that have interfaces or traits, and with those whose compatibility hangs on others.
        """
        from engine.runtime.classes import lookup_class

        if self.interface_names or self.trait_names or self.node.kind == "enum" or self._is_stringable():
            return False
        if self.parent_name is None:
            return self._depends_on_nothing(self.link(None, [], []))
        parent = lookup_class(self.parent_name, autoload=False)
        if parent is None or lookup_class(self.name, autoload=False) is not None:
            return False
        if parent.kind != "class" or parent.is_final or parent.is_readonly != self.is_readonly:
            return True  # To be refused.
        return self._depends_on_nothing(self.link(parent, [], []))

    def _depends_on_nothing(self, made: PhpClass) -> bool:
        return not any(obligation.is_open(made) for obligation in self.obligations.get(made, ()))

    def announce(self, made: PhpClass) -> None:
        """Tell the deprecations of a class that is about to be declared."""
        for notice in self.notices.get(made, ()):
            report(notice)

    def settle(self, made: PhpClass) -> None:
        """Decide what hangs on other classes, which are loaded for it."""
        settle(made, self.obligations.get(made, []))

    def _is_stringable(self) -> bool:
        methods = [member for member in self.node.members if isinstance(member, nodes.MethodDeclaration)]
        return any(method.name.lower() == "__tostring" for method in methods)

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
        self.checks = Inheritance(prototype, self.made)
        # Methods, in lower case, for which a trait asks.
        self.fulfilled: set[str] = set()
        self.constant_origin: Dict[str, PhpClass] = {}
        self.property_origin: Dict[str, PhpClass] = {}

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
        named = list(interfaces)
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
        checks = self.checks
        obligations = checks.check(self.parent)
        if obligations:
            self.prototype.obligations[made] = obligations
        check_interfaces(made, named, self._refuse)
        checks.check_serializable()
        if made.kind == "enum":
            self._report_notices()
            check_enum(made, self._refuse)
        if {"iterator", "iteratoraggregate"} <= made.ancestors and made.kind in ("class", "enum"):
            raise self._error(
                f"Class {made.name} cannot implement both Iterator and IteratorAggregate at the same time",
                self.node.line,
            )
        if made.kind in ("class", "enum") and not made.is_abstract and "traversable" in made.ancestors and \
                not made.ancestors & {"iterator", "iteratoraggregate"}:  # fmt: skip
            raise FatalError(
                f"{made.kind.capitalize()} {made.name} must implement interface Traversable as part of either "
                "Iterator or IteratorAggregate",
                0, "Unknown",
            )  # fmt: skip
        try:
            base = self.parent.python_type if self.parent is not None else PhpObject
            finish(made, base)
        except FatalError as error:
            error.line, error.file = error.line or node.line, self.prototype.path
            raise
        if self.compiler.counts_handles:
            _compile_methods(made)
        check_overrides(made, self.fulfilled, self._refuse_at)
        if checks.notices:
            self.prototype.notices[made] = checks.notices
        checks.notices = None
        return made

    def _report_notices(self) -> None:
        """What an enum that is about to be refused is told first."""
        if "serializable" in self.made.ancestors:
            for notice in self.checks.notices or ():
                report(notice)

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

    def _refuse(self, message: str) -> NoReturn:
        raise self._error(message, self.node.line)

    def _refuse_at(self, message: str, line: int) -> NoReturn:
        raise self._error(message, line)

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
            self._check_backing(info, default)
        except FatalError as error:
            error.line = error.line or self.node.line
            error.file = self.prototype.path
            raise
        return info

    def _check_backing(self, info: PropertyInfo, default: Any) -> None:
        """What hangs on whether a hooked property stores anything, which the class's parent may decide."""
        if info.is_virtual:
            info.uninitialized = False
            if default is not None:
                text = f"Cannot specify default value for virtual hooked property {self.made.name}::${info.name}"
                raise self._error(text, self.node.line)
        elif "set" in info.hooks and "get" in info.hooks and info.hooks["get"].info.returns_ref:
            text = (
                f"Get hook of backed property {self.made.name}::{info.name} with set hook may not return by reference"
            )
            raise self._error(text, self.node.line)

    def _add_hooks(
        self, info: PropertyInfo, hooks: List[Any], type_: Any, names: Names, trait_name: str, compiler: Any
    ) -> None:
        uses_storage = False
        info.hook_nodes = hooks
        for hook in hooks:
            body = hook.body
            if body is None:
                info.is_abstract = True
            elif _mentions_property(body, info.name):
                uses_storage = True
            statements: Any
            if hook.name.lower() == "get":
                statements = body if body is None or isinstance(body, list) else [nodes.Return(body.line, body)]
                parameters: List[Any] = []
            else:
                is_short = not (body is None or isinstance(body, list))
                uses_storage = uses_storage or is_short
                if is_short:
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
                hook.attributes,
                hook.end_line,
                hook.doc_comment,
            )
            declared = self._declared(method, method.name, names, compiler, trait_name)
            declared.hook_property = info.name
            made_method = MethodInfo(method.name, PUBLIC, self.made, _late(declared), declared.info)
            made_method.is_abstract = body is None
            made_method.is_final = "final" in hook.modifiers
            info.hooks[hook.name.lower()] = made_method
            if body is None:
                continue
            function = made_method.function
            if hook.name.lower() == "get":
                info.get_hook = function
            else:
                info.set_hook = function
        info.is_virtual = not uses_storage

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

    def _promote(self, node: nodes.MethodDeclaration, names: Names, trait_name: str, compiler: Any) -> None:
        for parameter in node.parameters:
            if not parameter.modifiers and parameter.hooks is None:
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
        check_functions(self.node, self._refuse)
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
        for trait in self.traits:
            self._use_methods(trait, excluded.get(trait.lower_name, set()), aliases)
        for trait in self.traits:
            self._use_trait_members(trait)

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
                self._check_rule(rule)
                if isinstance(rule, nodes.TraitPrecedence):
                    self._check_excluded(rule)
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

    def _check_rule(self, rule: Any) -> None:
        """The method that a rule names must be one of a trait's."""
        owner = None if rule.trait is None else self.names.class_name(rule.trait)
        traits = [trait for trait in self.traits if owner is None or trait.lower_name == owner.lower()]
        if any(rule.method.lower() in trait.methods for trait in traits):
            return
        if isinstance(rule, nodes.TraitPrecedence):
            self._refuse(f"A precedence rule was defined for {owner}::{rule.method} but this method does not exist")
        if owner is not None:
            self._refuse(f"An alias was defined for {owner}::{rule.method} but this method does not exist")
        if rule.alias is None:
            self._refuse(
                f"The modifiers of the trait method {rule.method}() are changed, but this method does not exist. Error"
            )
        self._refuse(f"An alias ({rule.alias}) was defined for method {rule.method}(), but this method does not exist")

    def _check_excluded(self, rule: nodes.TraitPrecedence) -> None:
        """The traits that a method is not used from are others than its own, each named once."""
        owner = self.names.class_name(rule.trait).lower()
        seen: set[str] = set()
        for name in rule.instead_of:
            shown = self.names.class_name(name)
            if shown.lower() == owner:
                self._refuse(
                    f"Inconsistent insteadof definition. The method {rule.method} is to be used from {shown}, but "
                    f"{shown} is also on the exclude list"
                )
            if shown.lower() in seen:
                self._refuse(
                    f"Failed to evaluate a trait precedence ({rule.method}). Method of trait {shown} was defined to be "
                    "excluded multiple times"
                )
            seen.add(shown.lower())

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

    def _use_methods(self, trait: PhpClass, excluded: set[str], aliases: List[nodes.TraitAlias]) -> None:
        for method in list(trait.methods.values()):
            visibility, is_final = method.visibility, method.is_final
            for rule in aliases:
                if rule.method.lower() != method.lower_name:
                    continue
                if rule.trait is not None and self.names.class_name(rule.trait).lower() != trait.lower_name:
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
        made = self.made
        lowered = name.lower()
        source = method.info.declared
        older = made.methods.get(lowered)
        is_own = older is not None and older.declaring is made
        if older is not None and method.is_abstract:
            if is_own and older.info.node is source.node:
                return
            self.fulfilled.add(lowered)
            wanted = self._as_abstract(method, name)
            origin = getattr(older.info, "trait", None) if is_own else None
            self.checks.check_method(older, wanted, (origin or older.declaring).name, visibility=False)
            return
        if older is not None and is_own:
            origin = getattr(older.info, "trait", None)
            if origin is None or older.info.node is source.node:
                return
            if not older.is_abstract:
                raise self._error(
                    f"Trait method {trait.name}::{method.name} has not been applied as {made.name}::{name}, "
                    f"because of collision with {origin.name}::{older.name}",
                    self.node.line,
                )
            del made.methods[lowered]
        self._add_method(source.node, name, visibility, source.names, source.compiler, source.trait_name or trait.name)
        added = made.methods[lowered]
        added.original_name = method.name
        added.is_final = is_final
        if is_final and not method.is_final and visibility == PRIVATE and lowered != "__construct":
            message = "Private methods cannot be final as they are never overridden by other classes"
            self.checks.note((E_WARNING, message, self.node.line, self.prototype.path, ""))
        added.info.trait = trait
        if older is not None and older.is_abstract and is_own:
            origin = getattr(older.info, "trait", None)
            other = None if origin is None else origin.name
            self.checks.check_method(added, older, trait.name, other, visibility=False)

    def _as_abstract(self, method: MethodInfo, name: str) -> MethodInfo:
        """An abstract method of a trait, `self` being the class that uses it."""
        source = method.info.declared
        info = source.compiler.function_info(source.names, source.node, name, self.made)
        info.declared = source
        wanted = MethodInfo(name, method.visibility, method.declaring, method.function, info)
        wanted.is_static = method.is_static
        wanted.is_abstract = True
        return wanted

    def _check_same_constant(self, older: ConstantInfo, newer: ConstantInfo, trait: PhpClass) -> None:
        made = self.made
        same_type = (older.type.display if older.type else None) == (newer.type.display if newer.type else None)
        same_value = older.thunk is not None or newer.thunk is not None or _same(older.value, newer.value)
        if older.visibility == newer.visibility and older.is_final == newer.is_final and same_type and same_value:
            return
        holder = self.constant_origin.get(older.name, older.declaring)
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
            if made.is_readonly and not info.is_readonly:
                raise self._error(
                    f"Readonly class {made.name} cannot use trait with a non-readonly property "
                    f"{trait.name}::${info.name}",
                    self.node.line,
                )
            if older is not None and older.declaring is made:
                holder = self.property_origin.get(info.name, made)
                compatible = (
                    older.visibility == info.visibility and older.is_static == info.is_static
                    and older.is_readonly == info.is_readonly
                    and (older.type.display if older.type else None) == (info.type.display if info.type else None)
                    and (older.thunk is not None or info.thunk is not None or _same(older.default, info.default))
                )  # fmt: skip
                if older.hooks or info.hooks:
                    raise self._error(
                        f"{holder.name} and {trait.name} define the same hooked property (${info.name}) in the "
                        f"composition of {made.name}. Conflict resolution between hooked properties is currently not "
                        "supported. Class was composed",
                        self.node.line,
                    )
                if not compatible:
                    raise self._error(
                        f"{holder.name} and {trait.name} define the same property (${info.name}) in the composition of "
                        f"{made.name}. However, the definition differs and is considered incompatible. Class was "
                        "composed",
                        self.node.line,
                    )
                continue
            copy = info.copy()
            copy.declaring = made
            if copy.thunk is not None:
                default, source = _default_node(trait, info.name)
                if source is not None:
                    copy.thunk = self._thunk(source.names, default, trait.name, source.compiler)
            self.property_origin[info.name] = trait
            add_property(made, copy, self.prototype.prefix)
        for constant in trait.constants.values():
            older_constant = made.constants.get(constant.name)
            if older_constant is not None and older_constant.is_case:
                raise self._error(
                    f"Cannot use trait {trait.name}, because {trait.name}::{constant.name} conflicts with enum case "
                    f"{made.name}::{constant.name}",
                    self.node.line,
                )
            if older_constant is not None:
                self._check_same_constant(older_constant, constant, trait)
                continue
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


def _compile_methods(made: PhpClass) -> None:
    """Compile them at once: what stands in for a method until its first call would hold the arguments of that."""
    for method in made.methods.values():
        declared = getattr(method.info, "declared", None)
        if method.declaring is made and not method.is_abstract and declared is not None:
            declared.materialize()


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
