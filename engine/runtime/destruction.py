"""The end of a script: which objects PHP destroys, and in which order.

PHP first takes the global variables, the youngest first, and gives up those that alone hold an object, over again until
none is left; then it destroys all other objects in the order of their numbers.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from engine.runtime.context import ctx
from engine.runtime.lifetimes import need_counts, rethrow
from engine.runtime.objects import PhpObject

if TYPE_CHECKING:
    from engine.runtime.references import Ref

# What sys.getrefcount() says of something that one variable or container holds: that, a local, and its own argument.
_HANDLES_OF_ONE = 3


def destroy_all() -> None:
    """Run the destructors of everything that is left."""
    if ctx.states.get("fibers") or any(one.must_finish for one in ctx.unfinished_generators.values()):
        need_counts()
    while ctx.counts_handles and _give_up_globals():
        pass
    # From here on no number is used again, so that whatever a destructor makes comes after all that were there.
    ctx.free_object_ids = []
    ctx.reuses_numbers = False
    last = 0
    while waiting := sorted(oid for oid in ctx.destructibles if oid > last):
        for last in waiting:
            found = ctx.destructibles.get(last)
            target = None if found is None else found()
            if target is not None:
                target.destroy_native()
                rethrow()


def _give_up_globals() -> bool:
    """Unset each global variable that alone holds an object, the youngest first; whether there was one."""
    found = False
    for name in reversed(list(ctx.globals)):
        reference = ctx.globals.get(name)
        if reference is None or not _alone_holds_object(reference):
            continue
        found = True
        del reference, ctx.globals[name]
        rethrow()
    return found


def _alone_holds_object(reference: Ref) -> bool:
    value = reference.v
    return (
        isinstance(value, PhpObject)
        # What was ever made a reference stays one.
        and reference.holders == 1
        and sys.getrefcount(value) <= _HANDLES_OF_ONE
        # This function's argument, its caller's variable, the table, and getrefcount's own argument.
        and sys.getrefcount(reference) <= _HANDLES_OF_ONE + 1
    )
