"""Object lifetimes as PHP has them: an object goes with its last handle, and its number is free for the next one.

CPython counts references. In an execution that counts, compiled code holds no more of them than PHP does, so that
Python's own `__del__` is the moment at which PHP destroys an object. Elsewhere a script that is about to see lifetimes
is stopped (`need_counts`) before anything of it reaches the world, and run again where they are known.
"""

from __future__ import annotations

import gc
import sys
import weakref
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Callable, Iterator, Optional

from engine.errors import ExecutionEnd, LifetimesSeenError, PhpThrown
from engine.runtime.arrays import PhpArray
from engine.runtime.context import COLLECTS_AT, ctx
from engine.runtime.exceptions import chain_exceptions, settle
from engine.runtime.objects import PhpObject
from engine.runtime.survivors import numbers_in_use

if TYPE_CHECKING:
    from engine.runtime.references import Ref

# Whether this interpreter has what counting needs.
CAN_COUNT = sys.implementation.name == "cpython"


def _handles_in_finalizer() -> int:
    """What sys.getrefcount() says, within its finalizer, of an object that nobody holds any more."""
    seen = []

    def look(dying: Any) -> None:
        seen.append(sys.getrefcount(dying))

    type("Probe", (), {"__del__": look})()
    return seen[0]


# What sys.getrefcount() says of what one container holds: that, a local, and its own argument.
_HANDLES_OF_ONE = 3
_HANDLES_IN_RELEASE = _handles_in_finalizer() if CAN_COUNT else 0


def is_shared(reference: Ref) -> bool:
    """Whether a reference that a walk over an array's items came to has other holders, as PHP counts them."""
    if reference.holders <= 1:
        return False
    need_counts()
    # Beside the array hold it: the tuple it came in, the caller's variable, and this function's.
    return not ctx.counts_handles or sys.getrefcount(reference) > _HANDLES_OF_ONE + 2


def need_counts() -> None:
    """The script is about to see when objects die: go on only where that is known."""
    if not ctx.counts_handles and not ctx.has_reached_world:
        raise LifetimesSeenError


def reach_world() -> None:
    """The script is about to do what cannot be undone. What has not seen lifetimes by now goes on without counts."""
    if ctx.names_lifetimes:
        need_counts()
    ctx.has_reached_world = True


def shown_number(target: Any) -> int:
    """The number of an object, about to be shown to the script."""
    oid: int = target.oid
    if not ctx.counts_handles and oid > 1 and not numbers_in_use(oid):
        need_counts()
    return oid


def start_counting() -> None:
    """The execution that begins may see lifetimes: what is compiled for it holds nothing longer than PHP does."""
    ctx.counts_handles = True
    # What PHP would not destroy, Python must not either.
    gc.disable()
    sys.unraisablehook = _keep_end
    if not _is_watching():
        PhpObject.__del__ = _release  # type: ignore[attr-defined]
        PhpArray.__del__ = _release_array  # type: ignore[attr-defined]


def stop_counting() -> None:
    """The execution is over: what goes from here on is of no script's concern.

    Cycles are not looked for yet: its answer would wait for it, 100 ms after some scripts.
    """
    if ctx.counts_handles:
        ctx.counts_handles = False
        sys.unraisablehook = sys.__unraisablehook__


def stop_watching() -> None:
    """An execution begins that does not count. Telling all classes takes 0.1 ms, so it waits until then."""
    if _is_watching():
        gc.enable()
        del PhpObject.__del__  # type: ignore[attr-defined]
        del PhpArray.__del__  # type: ignore[attr-defined]


def _is_watching() -> bool:
    return "__del__" in PhpObject.__dict__


def _keep_end(unraisable: Any) -> None:
    """A limit that is met within a finalizer ends the script at its next statement."""
    if isinstance(unraisable.exc_value, ExecutionEnd):
        ctx.in_release = unraisable.exc_value
    else:
        sys.__unraisablehook__(unraisable)


def _release_array(dying: PhpArray) -> None:
    """The last element of a list is the last to go, as in PHP; Python begins at the end."""
    # A limit may have ended the script while it was made.
    items = getattr(dying, "l", None)
    if items is not None and len(items) > 1 and sys.getrefcount(items) <= _HANDLES_OF_ONE:
        items.reverse()


def take_number() -> int:
    """The number of an object that is about to be made: the one given back last, or the next."""
    given = ctx.free_object_ids
    if given:
        return given.pop()
    oid = ctx.next_object_id
    ctx.next_object_id = oid + 1
    if oid >= ctx.collects_at and ctx.counts_handles and ctx.ini.get_bool("zend.enable_gc"):
        collect_cycles()
    return oid


def collect_cycles() -> int:
    """Destroy objects that only hold each other; how many there were."""
    need_counts()
    if ctx.is_collecting:
        return 0
    before = len(ctx.numbered)
    ctx.is_collecting = True
    try:
        gc.collect()
    finally:
        ctx.is_collecting = False
    after = len(ctx.numbered)
    ctx.collects_at = max(COLLECTS_AT, 2 * after)
    return before - after


def give_number(made: Any) -> None:
    """Give a new object its number."""
    made.oid = oid = take_number()
    if ctx.counts_handles:
        ctx.numbered[oid] = id(made)


def register(made: Any) -> None:
    """Remember an object that must be destroyed with the script if it is not before."""
    need_counts()
    ctx.destructibles[made.oid] = weakref.ref(made) if ctx.counts_handles else lambda: made


def _release(dying: Any) -> None:
    """What happens when the last handle of an object goes."""
    storage = dying.__dict__
    oid = storage.get("oid", 0)
    if ctx.numbered.get(oid) != id(dying):
        return  # Of an execution that has ended, or it never got a number.
    if oid in ctx.destructibles:
        _guarded(dying.destroy_native)
    if ctx.is_collecting or sys.getrefcount(dying) > _HANDLES_IN_RELEASE:
        # It is part of a cycle, or its destructor gave it to somebody. Python asks only once, so that a part of it
        # tells when it goes.
        storage["_number"] = HeldNumber(oid)
        return
    _tell_watchers(oid)
    if "_refs" in storage:
        from engine.runtime.properties import let_refs_go

        let_refs_go(dying)
    storage.clear()
    _give_back(oid)


def rethrow() -> None:
    """Raise what the last release threw, if it did."""
    error = ctx.in_release
    if error is not None:
        ctx.in_release = None
        raise error


def taken(thrown: PhpThrown) -> Any:
    """The exception that arrives at catch clauses, once what its way there destroyed is gone."""
    if "_deferred" in thrown.object.__dict__:
        thrown.object.__dict__["_traceback"] = thrown.__traceback__
        settle(thrown.object)
    _give_up_frames(thrown)
    error = ctx.in_release
    if error is not None:
        ctx.in_release = None
        if not isinstance(error, PhpThrown):
            raise error
        settle(error.object)
        error.__traceback__ = None
        chain_exceptions(error, thrown.object)
        thrown.object = error.object
    return thrown.object


def _give_up_frames(error: BaseException) -> None:
    """Give up the locals of the functions that an exception left, the innermost first."""
    traceback = error.__traceback__
    error.__traceback__ = None
    frames = []
    place = None if traceback is None else (traceback.tb_frame, traceback.tb_lineno)
    while traceback is not None:
        frames.append(traceback.tb_frame)
        traceback = traceback.tb_next
    # The first frame is the one that it came to.
    ctx.unwinding = place
    try:
        while len(frames) > 1:
            with suppress(RuntimeError):  # a generator's that goes on, or that is running
                frames.pop().clear()
    finally:
        ctx.unwinding = None


def unwound() -> Optional[PhpThrown]:
    """The exception on its way through a `finally`, if any, once what its way there destroyed is gone."""
    error = sys.exc_info()[1]
    if isinstance(error, PhpThrown):
        passing: Any = error.object
        if passing is None:
            # What a catch clause took is not on its way any more.
            return None
        taken(error)
        return error
    if error is not None:
        _give_up_frames(error)
    return None


class HeldNumber:
    """A number that is given back when this goes: that of an object which outlived its destructor, or of a foreach."""

    __slots__ = ("oid",)

    def __init__(self, oid: int) -> None:
        self.oid = oid
        if ctx.counts_handles:
            ctx.numbered[oid] = id(self)

    if CAN_COUNT:

        def __del__(self) -> None:
            if ctx.numbered.get(self.oid) == id(self):
                _tell_watchers(self.oid)
                _give_back(self.oid)


def iterator_number() -> HeldNumber:
    """What PHP's iteration of an object takes while it lasts."""
    return HeldNumber(take_number())


def _tell_watchers(oid: int) -> None:
    watchers = ctx.weakly_held.pop(oid, None)
    if watchers is not None:
        for reference in list(watchers.values()):
            watcher = reference()
            if watcher is not None:
                watcher.forget_native(oid)


def _give_back(oid: int) -> None:
    ctx.destructibles.pop(oid, None)
    ctx.numbered.pop(oid, None)
    if ctx.reuses_numbers:
        ctx.free_object_ids.append(oid)


def watch(target: Any, watcher: Any) -> None:
    """Have `watcher.forget_native` called with the object's number when it goes, unless the watcher went before."""
    need_counts()
    watchers = ctx.weakly_held.setdefault(target.oid, {})
    key = id(watcher)
    watchers[key] = weakref.ref(watcher, lambda _gone: watchers.pop(key, None))


def unwatch(target: Any, watcher: Any) -> None:
    """Undo `watch`."""
    ctx.weakly_held[target.oid].pop(id(watcher), None)


def watchers_of(target: Any) -> Iterator[Any]:
    """Who watches this object."""
    for reference in list(ctx.weakly_held.get(target.oid, {}).values()):
        watcher = reference()
        if watcher is not None:
            yield watcher


def _guarded(action: Callable[[], Any]) -> None:
    """Run what a finalizer must: Python lets no exception out of it, so that it waits for the next statement."""
    outer, ctx.in_release = ctx.in_release, None
    try:
        action()
    except (PhpThrown, ExecutionEnd) as error:
        if isinstance(error, PhpThrown):
            taken(error)
            if isinstance(outer, PhpThrown):
                chain_exceptions(error, outer.object)
        ctx.in_release = error
    else:
        ctx.in_release = outer
