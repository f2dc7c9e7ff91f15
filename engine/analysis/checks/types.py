"""Type declarations: which go together, and how messages spell them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, FrozenSet, List, Optional, Tuple, Union

from engine.analysis.checks.context import RESERVED_CLASS_NAMES, Context, fatal
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.analysis.checks.inheritance import Linked

# In the order in which PHP spells the parts of a type, after its classes.
_ORDER = ("static", "callable", "object", "array", "string", "int", "float", "bool", "false", "true", "void", "never")
_MIXED = frozenset(("callable", "object", "array", "string", "int", "float", "bool", "null"))
_BUILTIN: Dict[str, FrozenSet[str]] = {
    **{name: frozenset((name,)) for name in (*_ORDER, "null")},
    "bool": frozenset(("false", "true")),
    "mixed": frozenset(("object", "array", "string", "int", "float", "false", "true", "null", "mixed")),
}
_LITERAL_TYPES = {int: "int", float: "float", str: "string"}

# Classes of PHP's own that are nothing but themselves.
_INTERNAL_ROOTS = frozenset(("stdclass", "traversable", "closure"))

Member = Union[str, Tuple[str, ...]]


class Type:
    """A declared type: its builtin parts, and its classes; a tuple is an intersection of them."""

    def __init__(self) -> None:
        self.builtin: FrozenSet[str] = frozenset()
        self.classes: List[Member] = []
        self.is_intersection = False
        self.has_iterable = False

    def __str__(self) -> str:
        parts = ["&".join(member) if isinstance(member, tuple) else member for member in self.classes]
        if not self.is_intersection or "null" in self.builtin or self.builtin:
            parts = [
                f"({part})" if isinstance(member, tuple) and not self.is_intersection else part
                for part, member in zip(parts, self.classes)
            ]
        if "mixed" in self.builtin:
            return "|".join([*parts, "mixed"])
        builtin = set(self.builtin)
        if {"true", "false"} <= builtin:
            builtin -= {"true", "false"}
            builtin.add("bool")
        parts += [name for name in _ORDER if name in builtin]
        text = "|".join(parts)
        if "null" in builtin:
            if not text:
                return "null"
            return "?" + text if "|" not in text and "&" not in text else text + "|null"
        return text


def compiled(context: Context, node: nodes.TypeNode, line: int) -> Type:
    """Check one type declaration."""
    if isinstance(node, nodes.NullableType):
        result = compiled(context, node.inner, line)
        if "mixed" in result.builtin:
            fatal("Type mixed cannot be marked as nullable since mixed already includes null", line)
        if "null" in result.builtin:
            fatal("null cannot be marked as nullable", line)
        result.builtin |= {"null"}
    elif isinstance(node, nodes.UnionType):
        result = _union(context, node, line)
    elif isinstance(node, nodes.IntersectionType):
        result = Type()
        result.classes = [_intersection(context, node, line)]
        result.is_intersection = True
    else:
        result = _single(context, node, line)
    if "void" in result.builtin and (len(result.builtin) > 1 or result.classes):
        fatal("Void can only be used as a standalone type", line)
    if "never" in result.builtin and (len(result.builtin) > 1 or result.classes):
        fatal("never can only be used as a standalone type", line)
    return result


def _single(context: Context, node: nodes.TypeNode, line: int) -> Type:
    result = Type()
    if not isinstance(node, nodes.NamedType):
        return result  # The grammar nests nothing else.
    name = node.name
    word = name.text.lower()
    if word in _BUILTIN or word == "iterable":
        if name.kind in ("fully", "relative"):
            fatal(f"Type declaration '{word}' must be unqualified", line)
        if name.kind == "unqualified":
            if word == "iterable":
                result.classes = ["Traversable"]
                result.builtin = frozenset(("array",))
                result.has_iterable = True
            else:
                result.builtin = _BUILTIN[word]
            if word == "static":
                check_scope(context, word, line)
            return result
    if name.kind == "unqualified" and word in ("self", "parent"):
        check_scope(context, word, line)
    resolved = context.resolved_class(name)
    if name.kind != "unqualified" and resolved.lower() in ("self", "parent"):
        fatal(f"'\\{resolved}' is an invalid class name", line)
    last = resolved.rsplit("\\", 1)[-1].lower()
    if last in RESERVED_CLASS_NAMES and not (name.kind == "unqualified" and word in ("self", "parent")):
        fatal(f'Cannot use "{resolved}" as a type name as it is reserved', line)
    if name.kind == "unqualified" and name.text in _CONFUSABLE and name.text not in context.imports["class"] \
            and id(name) not in context.confused:  # fmt: skip
        context.confused.add(id(name))
        _warn_of_confusion(context, name.text, resolved, line)
    result.classes = [resolved]
    return result


# Only as written here: `Integer` is more likely meant to be a class.
_CONFUSABLE = {"boolean": "bool", "integer": "int", "double": "float", "resource": ""}


def _warn_of_confusion(context: Context, text: str, resolved: str, line: int) -> None:
    meant = _CONFUSABLE[text]
    hint = ' or import the class with "use"' if context.namespace else ""
    if meant:
        told = f'"{text}" will be interpreted as a class name. Did you mean "{meant}"?'
    else:
        told = f'"{text}" is not a supported builtin type and will be interpreted as a class name.'
    message = f'{told} Write "\\{resolved}"{hint} to suppress this warning'
    context.warn(message, line)


def _union(context: Context, node: nodes.UnionType, line: int) -> Type:
    result = Type()
    only_iterable = True
    for member in node.members:
        if isinstance(member, nodes.IntersectionType):
            only_iterable = False
            both = _intersection(context, member, line)
            _refuse_redundant_intersection(result.classes, both, line)
            result.classes.append(both)
            continue
        single = _single(context, member, line)
        if "mixed" in single.builtin:
            fatal("Type mixed can only be used as a standalone type", line)
        only_iterable = only_iterable and (single.has_iterable or not single.classes)
        overlap = result.builtin & single.builtin
        if overlap:
            duplicate = Type()
            duplicate.builtin = overlap
            fatal(f"Duplicate type {duplicate} is redundant", line)
        pair = (result.builtin & {"true", "false"}) | single.builtin
        if single.builtin in (frozenset(("true",)), frozenset(("false",))) and {"true", "false"} <= pair:
            fatal("Type contains both true and false, bool must be used instead", line)
        result.builtin |= single.builtin
        for added in single.classes:
            _refuse_redundant_class(result.classes, added, line)
            result.classes.append(added)
    if "object" in result.builtin and ((result.classes and not only_iterable) or "static" in result.builtin):
        fatal(f"Type {result} contains both object and a class type, which is redundant", line)
    return result


def _intersection(context: Context, node: nodes.IntersectionType, line: int) -> Tuple[str, ...]:
    names: List[str] = []
    for member in node.members:
        single = _single(context, member, line)
        if single.builtin or str(single).lower() in ("self", "parent"):
            fatal(f"Type {single} cannot be part of an intersection type", line)
        for added in single.classes:
            _refuse_redundant_class(list(names), added, line)
            names.append(str(added))
    return tuple(names)


def _refuse_redundant_class(before: List[Member], added: Member, line: int) -> None:
    lower = str(added).lower()
    for member in before:
        if isinstance(member, tuple):
            if lower in [name.lower() for name in member]:
                fatal(f"Type {'&'.join(member)} is redundant as it is more restrictive than type {added}", line)
        elif member.lower() == lower:
            fatal(f"Duplicate type {added} is redundant", line)


def _refuse_redundant_intersection(before: List[Member], added: Tuple[str, ...], line: int) -> None:
    mine = {name.lower() for name in added}
    for member in before:
        names = member if isinstance(member, tuple) else (member,)
        theirs = {name.lower() for name in names}
        if theirs == mine:
            fatal(f"Type {'&'.join(added)} is redundant with type {'&'.join(names)}", line)
        smaller, larger = (names, added) if len(theirs) <= len(mine) else (added, names)
        if {name.lower() for name in smaller} <= {name.lower() for name in larger}:
            fatal(f"Type {'&'.join(larger)} is redundant as it is more restrictive than type {'&'.join(smaller)}", line)


def check_scope(context: Context, word: str, line: int) -> None:
    """`self`, `parent` and `static` need a class around them; closures may be bound to one later."""
    class_ = context.class_
    function = context.function.node
    if isinstance(function, (nodes.Closure, nodes.ArrowFunction)):
        return
    if class_ is None:
        if function is not None:
            fatal(f'Cannot use "{word}" when no class scope is active', line)
    elif word == "parent" and not class_.parents and class_.kind != "trait":
        fatal('Cannot use "parent" when current class scope has no parent', line)


def literal_type(expression: Optional[nodes.Expression]) -> Optional[str]:
    """Type of a default value that is certain when the script is compiled."""
    if isinstance(expression, nodes.Literal):
        return _LITERAL_TYPES[type(expression.value)]
    if isinstance(expression, nodes.Unary) and expression.operator in "+-":
        inner = literal_type(expression.operand)
        return inner if inner in ("int", "float") else None
    if isinstance(expression, nodes.ArrayLiteral):
        return "array"
    if isinstance(expression, nodes.Constant) and expression.name.kind != "qualified":
        word = expression.name.text.lower()
        return word if word in ("true", "false", "null") else None
    return None


def accepts(type_: Type, value: str) -> bool:
    """Whether a default of that type may be given; an int is a float too."""
    return value in type_.builtin or "mixed" in type_.builtin or (value == "int" and "float" in type_.builtin)


def value_name(literal: str) -> str:
    """What messages call the type of a default."""
    return "bool" if literal in ("true", "false") else literal


def differ(context: Context, linked: Linked, one: Type, other: Type) -> bool:
    """Whether two types are certainly not the same, in whatever order they are written."""
    return False in (is_subtype(context, linked, one, other), is_subtype(context, linked, other, one))


def is_subtype(context: Context, linked: Linked, child: Optional[Type], parent: Optional[Type]) -> Optional[bool]:
    """Whether every value of `child` is one of `parent`; no type is `mixed`; None: a class is not known yet."""
    if parent is None:
        return True
    if child is None:
        return "mixed" in parent.builtin
    if "never" in child.builtin:
        return True
    if "mixed" in parent.builtin:
        return "void" not in child.builtin
    if "mixed" in child.builtin:
        return False
    left = child.builtin - parent.builtin
    if "static" in left and ("object" in parent.builtin or _is_kind_of(linked, parent)):
        left -= {"static"}
    if left:
        return False
    verdict: Optional[bool] = True
    for member in child.classes:
        if "object" in parent.builtin:
            continue
        names = member if isinstance(member, tuple) else (member,)
        found = _fits_any(context, names, parent)
        if found is False:
            return False
        verdict = verdict and found
    return verdict


def _is_kind_of(linked: Linked, parent: Type) -> bool:
    wanted = {member.lower() for member in parent.classes if isinstance(member, str)}
    current: Optional[Linked] = linked
    while current is not None:
        if current.name.lower() in wanted:
            return True
        current = current.parent
    return False


def _fits_any(context: Context, names: Tuple[str, ...], parent: Type) -> Optional[bool]:
    verdict: Optional[bool] = False
    for member in parent.classes:
        wanted = member if isinstance(member, tuple) else (member,)
        results = [_any([_is_a(context, name, one) for name in names]) for one in wanted]
        if all(results):
            return True
        if None in results and False not in results:
            verdict = None
    return verdict


def _any(results: List[Optional[bool]]) -> Optional[bool]:
    if True in results:
        return True
    return None if None in results else False


def _is_a(context: Context, name: str, wanted: str) -> Optional[bool]:
    if name.lower() == wanted.lower():
        return True
    current = context.linked.get(name.lower())
    if current is None:
        return False if name.lower() in _INTERNAL_ROOTS else None
    while current is not None:
        if current.name.lower() == wanted.lower():
            return True
        current = current.parent
    # What is not linked yet may still turn out to be an interface of it.
    return False if wanted.lower() in context.linked or wanted.lower() in _INTERNAL_ROOTS else None
