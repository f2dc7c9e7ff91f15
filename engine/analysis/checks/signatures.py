"""Method signatures: whether one may stand in for another, and how messages spell them."""

from __future__ import annotations

from typing import TYPE_CHECKING, FrozenSet, List, Optional

from engine.analysis.checks import types
from engine.analysis.checks.context import Context, fatal
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.analysis.checks.inheritance import Linked
    from engine.analysis.checks.types import Type

MAXIMUM_QUOTED = 10


class Method:
    """A method with the types of its parameters, in order, and of its result."""

    def __init__(self, owner: str, node: nodes.MethodDeclaration, *, is_interface: bool) -> None:
        self.owner = owner
        self.node = node
        self.modifiers: FrozenSet[str] = frozenset(node.modifiers)
        self.is_abstract = is_interface or "abstract" in self.modifiers
        self.parameter_types: List[Optional[Type]] = []
        self.result: Optional[Type] = None
        self.defaults: List[str] = []
        # The abstract method that this one carries out, if its parent's does.
        self.prototype: Optional[Method] = None

    @property
    def required(self) -> int:
        """How many arguments it must have."""
        needed = [
            number
            for number, parameter in enumerate(self.node.parameters, 1)
            if parameter.default is None and not parameter.variadic
        ]
        return max(needed, default=0)

    @property
    def is_variadic(self) -> bool:
        """Whether the last parameter takes all that is left."""
        return bool(self.node.parameters) and self.node.parameters[-1].variadic


def method_of(context: Context, owner: str, node: nodes.MethodDeclaration, *, is_interface: bool) -> Method:
    """The signature of a method of the innermost class."""
    method = Method(owner, node, is_interface=is_interface)
    for parameter in node.parameters:
        type_: Optional[Type] = None
        if parameter.type is not None:
            type_ = _resolved(context, types.compiled(context, parameter.type, node.line))
            if types.literal_type(parameter.default) == "null" and not parameter.modifiers:
                type_.builtin |= {"null"}
        method.parameter_types.append(type_)
        method.defaults.append("" if parameter.default is None else _spelled_default(context, parameter.default))
    if node.return_type is not None:
        method.result = _resolved(context, types.compiled(context, node.return_type, node.line))
    return method


def _resolved(context: Context, type_: Type) -> Type:
    """`self` and `parent` become the names of the classes that they stand for here."""
    class_ = context.current_class
    names = {"self": context.class_name}
    if class_.parents:
        names["parent"] = context.resolved_class(class_.parents[0])
    type_.classes = [
        names.get(member.lower(), member) if isinstance(member, str) else member for member in type_.classes
    ]
    return type_


def check_signature(context: Context, linked: Linked, mine: Method, theirs: Method) -> None:
    """Refuse a method that cannot be called as the one that it overrides."""
    if _fits(context, linked, mine, theirs) is False:
        fatal(f"Declaration of {spelled(mine)} must be compatible with {spelled(theirs)}", mine.node.line)


def _fits(context: Context, linked: Linked, mine: Method, theirs: Method) -> Optional[bool]:
    """None: it depends on classes that are not known yet."""
    if theirs.required < mine.required or (theirs.node.by_ref and not mine.node.by_ref):
        return False
    if theirs.is_variadic and not mine.is_variadic:
        return False
    verdict: Optional[bool] = True
    own, other = mine.node.parameters, theirs.node.parameters
    count = max(len(own), len(other)) if theirs.is_variadic else len(other)
    for position in range(count):
        at = min(position, len(other) - 1)
        if position < len(own):
            here = position
        elif mine.is_variadic:
            here = len(own) - 1
        else:
            return False
        if own[here].by_ref != other[at].by_ref:
            return False
        # What the parent takes, this must take.
        fits = types.is_subtype(context, linked, theirs.parameter_types[at], mine.parameter_types[here])
        if fits is False:
            return False
        verdict = verdict and fits
    if theirs.result is not None:
        if mine.result is None:
            return False
        fits = types.is_subtype(context, linked, mine.result, theirs.result)
        if fits is False:
            return False
        verdict = verdict and fits
    return verdict


def spelled(method: Method) -> str:
    """`& A::f(int $a, $b = 1): string`."""
    node = method.node
    parameters = []
    for position, parameter in enumerate(node.parameters):
        type_ = method.parameter_types[position]
        # A default before a parameter that must be given is none.
        default = method.defaults[position] if position >= method.required else ""
        text = "" if type_ is None else f"{type_} "
        text += ("&" if parameter.by_ref else "") + ("..." if parameter.variadic else "") + "$" + parameter.name
        parameters.append(f"{text} = {default}" if default else text)
    result = "" if method.result is None else f": {method.result}"
    return f"{'& ' if node.by_ref else ''}{method.owner}::{node.name}({', '.join(parameters)}){result}"


def _spelled_default(context: Context, value: nodes.Expression) -> str:
    if isinstance(value, nodes.Literal):
        if isinstance(value.value, str):
            shown = value.value[:MAXIMUM_QUOTED]
            return f"'{shown}{'...' if len(value.value) > MAXIMUM_QUOTED else ''}'"
        return repr(value.value) if isinstance(value.value, int) else f"{value.value:.14G}"
    if isinstance(value, nodes.ArrayLiteral):
        return "[...]" if value.items else "[]"
    if isinstance(value, nodes.Constant):
        word = value.name.text
        if word.lower() in ("true", "false", "null"):
            return word.lower()
        return context.qualified(word) if value.name.kind in ("unqualified", "relative") else word
    if isinstance(value, nodes.ClassConstant) and isinstance(value.class_, nodes.Name) and isinstance(value.name, str):
        return f"{context.resolved_class(value.class_)}::{value.name}"
    return "<expression>"
