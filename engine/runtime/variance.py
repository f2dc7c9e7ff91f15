"""Whether every value of one declared type is one of another: what overriding methods and properties ask.

Nothing is autoloaded here: a verdict of None says that it hangs on classes that do not exist (yet).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, FrozenSet, List, Optional, Sequence, Tuple

from engine.runtime.classes import PhpClass, lookup_class

if TYPE_CHECKING:
    from engine.runtime.types import PhpType

Verdict = Optional[bool]

_ANYTHING = frozenset(("object", "array", "string", "int", "float", "false", "true", "null", "mixed"))


class Classes:
    """The classes that exist, with the one that is being linked; `missing` names those that were asked for in vain."""

    def __init__(self, linking: PhpClass) -> None:
        self.linking = linking
        self.missing: List[str] = []
        # Whether any verdict depended on what another class inherits.
        self.asked = False

    def find(self, name: str) -> Optional[PhpClass]:
        """The class of this name, if it exists."""
        self.asked = True
        if name.lower() == self.linking.lower_name:
            return self.linking
        found = lookup_class(name, autoload=False)
        if found is None:
            self.missing.append(name)
        return found


def is_subtype(classes: Classes, child: PhpType, scope: Optional[PhpClass], parent: PhpType) -> Verdict:
    """Whether `child`, declared in the class `scope`, allows nothing that `parent` does not."""
    if parent.accepts_mixed and "void" not in child.kinds:
        return True
    allowed = _builtin(parent)
    added = _builtin(child) - allowed
    if "static" in added and scope is not None and _permits(parent, scope):
        added -= {"static"}
    if "never" in added and len(added) == 1:
        return True
    if added:
        return False
    verdict: Verdict = True
    for group in _groups(child):
        fits = _fits_one(classes, group, parent)
        if fits is False:
            return False
        verdict = verdict and fits
    return verdict


def is_same_type(
    classes: Classes, one: Optional[PhpType], scope: Optional[PhpClass], other: Optional[PhpType]
) -> Verdict:
    """Whether two types are the same, in whatever order they are written."""
    if one is None or other is None:
        return one is other
    verdicts = (is_subtype(classes, one, scope, other), is_subtype(classes, other, scope, one))
    return False if False in verdicts else None if None in verdicts else True


def _builtin(declared: PhpType) -> FrozenSet[str]:
    kinds = declared.kinds - {"self", "parent"}
    if "mixed" in kinds:
        return _ANYTHING
    if "bool" in kinds:
        kinds = kinds - {"bool"} | {"true", "false"}
    return kinds - {"iterable"} | {"array"} if "iterable" in kinds else kinds


def _groups(declared: PhpType) -> List[Tuple[str, ...]]:
    """The classes of a type, each an intersection of one or more."""
    groups: List[Tuple[str, ...]] = [(name,) for name, _lowered in declared.class_names]
    groups += declared.groups
    if "iterable" in declared.kinds:
        groups.append(("Traversable",))
    return groups


def _permits(parent: PhpType, scope: PhpClass) -> bool:
    """Whether `static` of `scope` is always one of `parent`."""
    return "object" in parent.kinds or any(
        all(name.lower() in scope.ancestors for name in group) for group in _groups(parent)
    )


def _fits_one(classes: Classes, group: Sequence[str], parent: PhpType) -> Verdict:
    """Whether an object of all the classes in `group` is one of `parent`."""
    is_unknown = False
    if "object" in parent.kinds:
        # Any class would do, but it must be one.
        if any(classes.find(name) is not None for name in group):
            return True
        is_unknown = True
    if "callable" in parent.kinds and any(name.lower() == "closure" for name in group):
        return True
    for wanted in _groups(parent):
        verdicts = [_any_is(classes, group, name) for name in wanted]
        if all(verdicts):
            return True
        is_unknown = is_unknown or (None in verdicts and False not in verdicts)
    return None if is_unknown else False


def _any_is(classes: Classes, group: Sequence[str], wanted: str) -> Verdict:
    if any(name.lower() == wanted.lower() for name in group):
        return True
    verdict: Verdict = False
    for name in group:
        found = classes.find(name)
        target = classes.find(wanted)
        if found is None or target is None:
            verdict = None
        elif target.lower_name in found.ancestors:
            return True
    return verdict
