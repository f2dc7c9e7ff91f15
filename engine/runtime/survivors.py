"""Which objects a script can still reach, found by walking: where nothing counts, it tells whether a number is sure.

Numbers are given in order there and never again. That of an object is PHP's if all objects made before it still live:
then none of their numbers was free when it was made.
"""

from __future__ import annotations

import re
import sys
from typing import Any, List

from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.frames import locals_of
from engine.runtime.references import Ref

# Values looked at, and the highest number looked into; beyond that nothing is sure.
VALUES_LOOKED_AT = 10_000
HIGHEST_NUMBER = 500
_TEMPORARY = re.compile(r"t\d+$")


def numbers_in_use(oid: int) -> bool:
    """Whether all objects with numbers below this one are certainly alive."""
    if oid > HIGHEST_NUMBER:
        return False
    missing = set(range(1, oid))
    seen: set[int] = set()
    pending = _roots()
    for _ in range(VALUES_LOOKED_AT):
        if not missing or not pending:
            break
        value = pending.pop()
        if id(value) in seen:
            continue
        parts = _parts(value)
        if parts is None:
            continue
        seen.add(id(value))
        missing.discard(getattr(value, "oid", 0))
        pending.extend(parts)
    return not missing


def _roots() -> List[Any]:
    """What the script's variables hold: the globals, the statics, and the locals of all running functions."""
    found: List[Any] = [*ctx.globals.values(), *ctx.static_variables.values()]
    for state in ctx.class_states.values():
        found.extend(state.statics.values())
        found.extend(state.constants.values())
        found.extend(state.cases.values())
    frame: Any = sys._getframe(1)
    while frame is not None:
        if "UNIT" in frame.f_globals:
            # A temporary may hold what PHP gave up with its expression.
            found.extend(value for name, value in locals_of(frame).items() if not _TEMPORARY.match(name))
        frame = frame.f_back
    return found


def _parts(value: Any) -> Any:
    """What a value holds; None where it is no container."""
    if type(value) is PhpArray:
        return [item for _key, item in value.raw_items()]
    if type(value) is Ref:
        return [value.v]
    if hasattr(type(value), "php_class"):
        return [part for held in value.__dict__.values() for part in (held.values() if type(held) is dict else (held,))]
    return None
