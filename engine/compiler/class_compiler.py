"""Class declarations: a ClassPrototype for each, and how it is linked to a parent, interfaces and traits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, NoReturn, Optional, Tuple

from engine.compiler.array_literals import fold_value
from engine.compiler.enumerations import check_enum, check_functions
from engine.compiler.function_bodies import DeclaredFunction
from engine.compiler.inheritance import (
    Inheritance,
    Notice,
    Obligation,
    check_interfaces,
    check_overrides,
    report,
    settle,
)  # fmt: skip
from engine.compiler.traits import VISIBILITIES, use_traits
from engine.compiler.type_nodes import make_type
from engine.errors import FatalError
from engine.runtime.classes import (
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
    from engine.compiler.unit_compiler import UnitCompiler


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
        use_traits(self)
        checks = self.checks
        obligations = checks.check(self.parent)
        if obligations:
            self.prototype.obligations[made] = obligations
        check_interfaces(made, named, self.refuse)
        checks.check_serializable()
        if made.kind == "enum":
            self._report_notices()
            check_enum(made, self.refuse)
        if {"iterator", "iteratoraggregate"} <= made.ancestors and made.kind in ("class", "enum"):
            raise self.error(
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

    def refuse(self, message: str) -> NoReturn:
        """Throw `error` at the class's line."""
        raise self.error(message, self.node.line)

    def _refuse_at(self, message: str, line: int) -> NoReturn:
        raise self.error(message, line)

    def error(self, message: str, line: int) -> FatalError:
        """PHP's fatal error for a class that cannot be."""
        return FatalError(message, line, self.prototype.path)

    # ------------------------------------------------------------ members

    def _add_member(self, member: Any) -> None:
        if isinstance(member, nodes.ClassConstDeclaration):
            self._add_constants(member, self.names, "")
        elif isinstance(member, nodes.PropertyDeclaration):
            self._add_properties(member, self.names, "")
        elif isinstance(member, nodes.MethodDeclaration):
            self.add_method(member, member.name, None, self.names, self.compiler, "")
        elif isinstance(member, nodes.EnumCase):
            self._add_case(member)

    def _visibility(self, modifiers: List[str]) -> int:
        for modifier in modifiers:
            if modifier in VISIBILITIES:
                return VISIBILITIES[modifier]
        return PUBLIC

    def thunk(self, names: Names, node: Any, trait_name: str, compiler: Any = None) -> Any:
        """What evaluates a constant expression of the class, compiled at its first call."""
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
            thunk = None if ok else self.thunk(names, element.value, trait_name)
            older = made.constants.get(element.name)
            if older is not None and older.declaring is made and not trait_name:
                raise self.error(f"Cannot redefine class constant {made.name}::{element.name}", element.line)
            if older is not None and older.is_final and older.declaring is not made:
                raise self.error(
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
                info.thunk = self.thunk(names, default, trait_name, compiler)
        older = made.properties.get(name)
        if older is not None and older.declaring is made and not trait_name:
            raise self.error(f"Cannot redeclare {made.name}::${name}", line)
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
                raise self.error(text, self.node.line)
        elif "set" in info.hooks and "get" in info.hooks and info.hooks["get"].info.returns_ref:
            text = (
                f"Get hook of backed property {self.made.name}::{info.name} with set hook may not return by reference"
            )
            raise self.error(text, self.node.line)

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
        info = compiler.function_info(names, node, name, self.made)
        info.class_name = self.made.name
        info.is_static = "static" in node.modifiers
        declared = DeclaredFunction(compiler, names, node, info, "method")
        declared.scope = self.made
        declared.trait_name = trait_name
        info.declared = declared
        return declared

    def add_method(
        self, node: nodes.MethodDeclaration, name: str, visibility: Optional[int], names: Names, compiler: Any,
        trait_name: str,
    ) -> None:  # fmt: skip
        """Add a method under a name and a visibility (None: as its modifiers say), its own or one of a trait."""
        made = self.made
        lowered = name.lower()
        older = made.methods.get(lowered)
        if older is not None and older.declaring is made:
            if trait_name:
                return
            raise self.error(f"Cannot redeclare {made.name}::{name}()", node.line)
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
            raise self.error(
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
        """Add a method under a name and a visibility (None: as its modifiers say), its own or one of a trait."""
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
            value_thunk = None if ok else self.thunk(self.names, member.value, "")
        info = ConstantInfo(member.name, PUBLIC, made, None, None)
        info.is_case = True
        info.thunk = case_thunk(made, member.name, value, value_thunk)
        info.doc_comment = member.doc_comment
        info.attributes = (member.attributes, self.names)
        self._mark_deprecated(info, member, self.names)
        if member.name in made.constants:
            raise self.error(f"Cannot redefine class constant {made.name}::{member.name}", member.line)
        made.constants[member.name] = info

    def _add_enum_methods(self) -> None:
        from engine.runtime.enums import add_enum_members

        made = self.made
        made.backing_type = None
        check_functions(self.node, self.refuse)
        if self.node.backing is not None:
            backing = make_type(self.names, self.node.backing, made)
            made.backing_type = "int" if backing is not None and "int" in backing.kinds else "string"
            made.is_backed = True
        add_enum_members(made, self.compiler.library)


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
