"""Which modifiers go together, and on what; PHP refuses the others while it parses."""

from __future__ import annotations

from typing import Dict, FrozenSet, List, Tuple

from engine.errors import CatchableCompileError

VISIBILITIES: FrozenSet[str] = frozenset(("public", "protected", "private"))
SET_VISIBILITIES = frozenset(("public(set)", "protected(set)", "private(set)"))

ALLOWED: Dict[str, FrozenSet[str]] = {
    "property": VISIBILITIES | SET_VISIBILITIES | {"static", "abstract", "final", "readonly"},
    "method": VISIBILITIES | {"static", "abstract", "final"},
    "class constant": VISIBILITIES | {"final"},
    "parameter": VISIBILITIES | SET_VISIBILITIES | {"readonly"},
    "property hook": frozenset(("final",)),
}


def check_modifiers(modifiers: List[Tuple[str, int]], target: str) -> List[str]:
    """Return the modifiers in lower case, or refuse them."""
    allowed = ALLOWED[target]
    seen: List[str] = []
    for written, line in modifiers:
        word = written.lower()
        if word not in allowed:
            message = f"Cannot use the {word} modifier on a {target}"
            raise CatchableCompileError(message, line)
        refuse_conflict(seen, word, line, target)
        seen.append(word)
    return seen


def refuse_conflict(seen: List[str], word: str, line: int, target: str) -> None:
    """Raise when `word` cannot follow the modifiers already seen."""
    group = VISIBILITIES if word in VISIBILITIES else SET_VISIBILITIES if word in SET_VISIBILITIES else frozenset()
    if not group.isdisjoint(seen):
        message = "Multiple access type modifiers are not allowed"
    elif word in seen:
        message = f"Multiple {word} modifiers are not allowed"
    elif {word, *seen} >= {"abstract", "final"}:
        message = f"Cannot use the final modifier on an abstract {target}"
    else:
        return
    raise CatchableCompileError(message, line)


def check_class_modifiers(seen: List[str], word: str, line: int, *, anonymous: bool = False) -> List[str]:
    """Return the class modifiers with one more, or refuse it."""
    if anonymous and word != "readonly":
        message = f"Cannot use the {word} modifier on an anonymous class"
    elif word in seen:
        message = f"Multiple {word} modifiers are not allowed"
    elif {word, *seen} >= {"abstract", "final"}:
        message = "Cannot use the final modifier on an abstract class"
    else:
        return [*seen, word]
    raise CatchableCompileError(message, line)
