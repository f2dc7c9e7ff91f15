"""The end of a script: which objects PHP destroys, and in which order.

PHP first takes the global variables, the youngest first, and destroys the objects that nothing else holds, over again
until none is left; then all other objects in the order they were made. Nobody counts handles here while a script runs,
so they are counted once, by walking what the script left behind.
"""

from __future__ import annotations

from typing import Any, Dict, List

from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.functions import Closure
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref

# Values looked at in all when handles are counted; who leaves more behind has its objects destroyed as they were made.
VALUES_COUNTED = 300_000


def destroy_all() -> None:
    """Run the destructors of everything that is left."""
    budget = [VALUES_COUNTED]
    while ctx.destructibles and _destroy_a_global(budget):
        pass
    while ctx.destructibles:
        # A destructor may make objects that have one: they come after all that were there.
        waiting, ctx.destructibles = ctx.destructibles, []
        for target in waiting:
            destroy(target)


def destroy(target: Any) -> None:
    """Run an object's destructor, once."""
    if "_destroyed" in target.__dict__ or "_lazy" in target.__dict__:
        return
    target.__dict__["_destroyed"] = True
    method = target.php_class.methods.get("__destruct")
    if method is not None:
        method.function(target)


def _destroy_a_global(budget: List[int]) -> bool:
    """Destroy the object of the youngest global variable that alone holds one; False when there is none."""
    handles = _count_handles(budget)
    for name in reversed(list(ctx.globals)):
        reference = ctx.globals[name]
        value = reference.v
        if not isinstance(value, PhpObject) or reference.holders > 1 or handles.get(id(value)) != 1:
            continue
        del ctx.globals[name]
        if value.php_class.has_destructor:
            destroy(value)
            return True
        # Nothing to run, but what it held is now held by one less.
        return True
    return False


def _count_handles(budget: List[int]) -> Dict[int, int]:
    """How many variables, elements and properties hold each object, by its id(); none once `budget` is spent."""
    counts: Dict[int, int] = {}
    seen: set[int] = set()
    pending: List[Any] = [*ctx.globals.values(), *ctx.static_variables.values()]
    for state in ctx.class_states.values():
        pending.extend(state.statics.values())
        pending.extend(state.constants.values())
    while pending and budget[0] > 0:
        budget[0] -= 1
        value = pending.pop()
        if isinstance(value, PhpObject):
            counts[id(value)] = counts.get(id(value), 0) + 1
        key = _identity(value)
        if key == 0 or key in seen:
            continue
        seen.add(key)
        pending.extend(_parts(value))
    return counts if budget[0] > 0 else {}


def _identity(value: Any) -> int:
    """What tells a container from others; two handles on one array are one. 0: not a container."""
    if type(value) is PhpArray:
        storage = value.l if value.l is not None else value.h if value.h is not None else value.d
        return id(value.r if storage is None else storage)
    return id(value) if isinstance(value, (PhpObject, Ref)) else 0


def _parts(value: Any) -> List[Any]:
    if type(value) is PhpArray:
        return [item for _key, item in value.raw_items()]
    if isinstance(value, Ref):
        return [value.v]
    parts: List[Any] = []
    for name, held in value.__dict__.items():
        if name == "_refs":
            parts.extend(held.values())
        else:
            parts.append(held)
    if isinstance(value, Closure):
        parts.extend(value.captured)
    return parts
