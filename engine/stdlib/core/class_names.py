"""Arguments that name a class: PHP makes a string of whatever it is given, and does not deprecate null."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.builtin.declare import BadArgumentError
from engine.runtime.classes import lookup_class
from engine.runtime.conversions import to_string
from engine.runtime.exceptions import printed

if TYPE_CHECKING:
    from engine.runtime.classes import PhpClass


# Any: whatever a script passes.
def named_class(parameter: str, given: Any, base: str = "", *, or_null: bool = False) -> PhpClass:
    """The class that an argument names, which must inherit from `base`; `or_null` says so where it does not."""
    name = to_string(given)
    found = lookup_class(name)
    if found is None or (base and base.lower() not in found.ancestors):
        wanted = f"class name derived from {base}" if base else "valid class name"
        suffix = " or null" if or_null else ""
        raise BadArgumentError(parameter, f"must be a {wanted}{suffix}, {printed(name)} given", "TypeError")
    return found
