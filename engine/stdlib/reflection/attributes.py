"""ReflectionAttribute: the attributes of declarations, and the objects they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, PhpConst
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import PUBLIC, VISIBILITY_NAMES, PhpClass, lookup_class
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import throw_error
from engine.stdlib.reflection.expressions import evaluate, format_node
from engine.stdlib.reflection.subjects import Reflecting, make, reflection_error
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString

TARGET_CLASS, TARGET_FUNCTION, TARGET_METHOD = 1, 2, 4
TARGET_PROPERTY, TARGET_CLASS_CONSTANT, TARGET_PARAMETER = 8, 16, 32
_TARGET_NAMES = ("class", "function", "method", "property", "class constant", "parameter")
_FLAGS = 127
_BUILTIN_MARKERS = {
    "attribute": 1, "allowdynamicproperties": 1, "returntypewillchange": 4, "override": 4, "sensitiveparameter": 32,
    "deprecated": 22,
}  # fmt: skip
_DYNAMIC = ("stdclass", "__php_incomplete_class")


class AttributeSubject:
    """One attribute of one declaration."""

    __slots__ = ("compiler", "group", "holder", "name", "names", "node", "scope", "target", "trait_name")

    def __init__(self, node: Any, names: Any, target: int) -> None:
        self.node = node
        self.names = names
        self.target = target
        self.name: str = names.class_name(node.name)
        self.group: List[str] = []
        self.holder: Any = None
        self.compiler: Any = None
        self.scope: Optional[PhpClass] = None
        self.trait_name = ""

    def arguments(self) -> List[Any]:
        """(name or None, value) of each argument."""
        return [
            (
                argument.name,
                argument.value.value
                if type(argument.value) is nodes.Literal
                else evaluate(self.holder, self.compiler, self.names, self.scope, argument.value, self.trait_name),
            )
            for argument in self.node.arguments
        ]


def attributes_of(
    declared: Any, target: int, holder: Any, compiler: Any, scope: Optional[PhpClass], filter_name: Optional[str],
    flags: int, trait_name: str = "",
) -> PhpArray:  # fmt: skip
    """What `getAttributes($name, $flags)` gives for the (attribute groups, names) that a declaration has."""
    if flags & ~2:
        raise BadArgumentError("flags", "must be a valid attribute filter flag")
    base = None
    if filter_name is not None and flags & 2:
        base = lookup_class(filter_name)
        if base is None:
            raise throw_error("Error", f'Class "{filter_name}" not found')
    if not declared:
        return PhpArray()
    groups, names = declared
    subjects = [AttributeSubject(node, names, target) for group in groups for node in group.attributes]
    every = [subject.name.lower() for subject in subjects]
    found = []
    for subject in subjects:
        if not _is_wanted(subject, filter_name, base):
            continue
        subject.group, subject.holder, subject.compiler, subject.scope = every, holder, compiler, scope
        subject.trait_name = trait_name
        found.append(make("ReflectionAttribute", subject, subject.name))
    return PhpArray(found)


class _FullNames:
    """How the names in our own declarations resolve: they are written in full."""

    @staticmethod
    def class_name(name: nodes.Name) -> str:
        """The class that `name` means."""
        return name.text


def builtin_attribute(name: str, arguments: Dict[Optional[str], Any]) -> Any:
    """(attribute groups, names) of a declaration of ours that has this attribute; a key None is an argument's place."""
    written = [nodes.Argument(0, nodes.Literal(0, value), name=key) for key, value in arguments.items()]
    attribute = nodes.Attribute(0, nodes.Name(0, name, "fully"), written)
    return [nodes.AttributeGroup(0, [attribute])], _FullNames


def class_attributes(owner: PhpClass) -> Any:
    """(attribute groups, names) of a class."""
    if not owner.is_internal:
        return owner.attributes
    flags = _BUILTIN_MARKERS.get(owner.lower_name)
    if flags is not None:
        return builtin_attribute("Attribute", {None: flags})
    return builtin_attribute("AllowDynamicProperties", {}) if owner.lower_name in _DYNAMIC else ()


def _is_wanted(subject: AttributeSubject, filter_name: Optional[str], base: Optional[PhpClass]) -> bool:
    if base is not None:
        found = lookup_class(subject.name)
        return found is not None and found.is_subclass_of(base)
    return filter_name is None or subject.name.lower() == filter_name.lower()


def target_names(flags: int) -> str:
    """`class, method` of target bits."""
    return ", ".join(name for number, name in enumerate(_TARGET_NAMES) if flags & (1 << number))


def _marker_of(owner: PhpClass) -> Optional[int]:
    """The flags of the `#[Attribute]` before a class; None where there is none."""
    if owner.is_internal:
        return _BUILTIN_MARKERS.get(owner.lower_name)
    groups, names = owner.attributes
    for group in groups:
        for node in group.attributes:
            if names.class_name(node.name).lower() == "attribute":
                return _marker_flags(owner, names, node)
    return None


def _marker_flags(owner: PhpClass, names: Any, node: Any) -> int:
    if not node.arguments:
        return 63
    flags = evaluate(owner, owner.prototype.compiler, names, owner, node.arguments[0].value)
    if type(flags) is not int:
        given = type_for_error(flags)
        text = f"Attribute::__construct(): Argument #1 ($flags) must be of type int, {given} given"
        raise throw_error("Error", text)
    if flags & ~_FLAGS:
        raise throw_error("Error", "Invalid attribute flags specified")
    return flags


@php_class(
    "ReflectionAttribute",
    interfaces=("Stringable", "Reflector"),
    properties=(("name", "public", None, "string", ("uninitialized", "is_kept")),),
)
class ReflectionAttribute(Reflecting):
    """An attribute of a declaration."""

    IS_INSTANCEOF: PhpConst[int] = 2

    @method
    def getName(self) -> PhpString:
        """Gets attribute name."""
        return self.subject().name  # type: ignore[no-any-return]

    @method
    def getTarget(self) -> int:
        """Returns the target of the attribute as bitmask."""
        return self.subject().target  # type: ignore[no-any-return]

    @method
    def isRepeated(self) -> bool:
        """Returns whether the attribute of this name has been repeated on a code element."""
        subject = self.subject()
        return subject.group.count(subject.name.lower()) > 1  # type: ignore[no-any-return]

    @method
    def getArguments(self) -> PhpArray:
        """Gets arguments passed to attribute."""
        result = PhpArray()
        for name, value in self.subject().arguments():
            if name is None:
                result.append(value)
            else:
                result.set(name, value)
        return result

    @method
    def newInstance(self) -> PhpObject:
        """Instantiates the attribute class represented by this ReflectionAttribute class and arguments."""
        subject = self.subject()
        owner = lookup_class(subject.name)
        if owner is None:
            raise throw_error("Error", f'Attribute class "{subject.name}" not found')
        flags = _marker_of(owner)
        if flags is None:
            raise throw_error("Error", f'Attempting to use non-attribute class "{subject.name}" as attribute')
        if not owner.is_internal:
            _check_place(subject, flags)
        made: PhpObject = _construct(owner, subject)
        return made

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """Returns the string representation of the attribute."""
        subject = self.subject()
        arguments = subject.node.arguments
        if not arguments:
            return f"Attribute [ {subject.name} ]\n"
        lines = [f"Attribute [ {subject.name} ] {{", f"  - Arguments [{len(arguments)}] {{"]
        for number, argument in enumerate(arguments):
            name = "" if argument.name is None else f"{argument.name} = "
            lines.append(f"    Argument #{number} [ {name}{format_node(argument.value, subject.names)} ]")
        return "\n".join([*lines, "  }", "}", ""])

    @method(name="__clone", visibility="private")
    def clone(self) -> None:
        """Refuse to be cloned."""
        raise reflection_error("Cannot clone object using __clone()")

    @method(name="__construct", visibility="private")
    def construct(self) -> None:
        """Refuse to be made."""
        raise reflection_error("Cannot directly instantiate ReflectionAttribute")


def _check_place(subject: AttributeSubject, flags: int) -> None:
    if not subject.target & flags:
        raise throw_error(
            "Error",
            f'Attribute "{subject.name}" cannot target {target_names(subject.target)} '
            f"(allowed targets: {target_names(flags)})",
        )
    if not flags & 64 and subject.group.count(subject.name.lower()) > 1:
        raise throw_error("Error", f'Attribute "{subject.name}" must not be repeated')


def _construct(owner: PhpClass, subject: AttributeSubject) -> Any:
    """The attribute's object: `new Name(arguments)` runs as code of the file, on the attribute's line."""
    from engine.runtime.classes import instantiate

    if owner.constructor is None:
        made = instantiate(owner)
        for name, _value in subject.arguments():
            if name is not None:
                raise throw_error("Error", f"Unknown named parameter ${name}")
        return made
    if owner.constructor.visibility != PUBLIC:
        level = VISIBILITY_NAMES[owner.constructor.visibility]
        raise throw_error("Error", f"Call to {level} {owner.name}::__construct() from global scope")
    if subject.names is _FullNames:
        values = subject.arguments()
        positional = [value for name, value in values if name is None]
        named = {name: value for name, value in values if name is not None}
        return owner.make(*owner.constructor.info.bind_named(positional, named))
    node = subject.node
    calls = subject.holder.__dict__.setdefault("reflected_attributes", {})
    kept = calls.get(id(node))
    if kept is None or kept[0] is not node:
        name = nodes.Name(node.line, f"\\{owner.name}", "fully")
        kept = calls[id(node)] = (node, nodes.New(node.line, name, node.arguments))
    return evaluate(subject.holder, subject.compiler, subject.names, subject.scope, kept[1], subject.trait_name,
                    "attribute")  # fmt: skip


CLASSES = (ReflectionAttribute,)
