"""RecursiveIteratorIterator and RecursiveTreeIterator: walks over iterators within iterators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Iterator, List, Literal, Tuple

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, PhpConst
from engine.errors import LimitExceededError, Outcome, PhpThrown
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import ctx
from engine.runtime.conversions import to_bool, to_string
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.stdlib.spl.caching_iterators import CATCH_GET_CHILD, CachingIterator
from engine.stdlib.spl.iterators import aggregate, call
from engine.stdlib.spl.object_state import is_overridden, walks_natively

if TYPE_CHECKING:
    from engine.runtime.values import PhpString, Value

EXTENSION = "SPL"

LEAVES_ONLY, SELF_FIRST, CHILD_FIRST = 0, 1, 2
_START, _NEXT, _TEST, _SELF, _CHILD = range(5)
# How deep iterators may nest.
_DEPTH_MAX = 10_000


class _Level:
    """An iterator on the way down, and what is to be done with its element next."""

    __slots__ = ("iterator", "state")

    def __init__(self, iterator: Any) -> None:
        self.iterator = iterator
        self.state = _START


@php_class("RecursiveIteratorIterator", interfaces=("OuterIterator",))
class RecursiveIteratorIterator(PhpObject):
    """Iterates through recursive iterators."""

    is_uncloneable = True

    LEAVES_ONLY: PhpConst[int] = LEAVES_ONLY
    SELF_FIRST: PhpConst[int] = SELF_FIRST
    CHILD_FIRST: PhpConst[int] = CHILD_FIRST
    CATCH_GET_CHILD: PhpConst[int] = CATCH_GET_CHILD

    _levels: Any = None
    _mode = 0
    _flags = 0
    _depth_max = -1
    _is_iterating = False

    @method(name="__construct", shown_types={"iterator": "Traversable"})
    def construct(self, iterator: PhpObject, mode: int = LEAVES_ONLY, flags: int = 0) -> None:
        """Construct a RecursiveIteratorIterator."""
        inner: Any = aggregate(iterator) if "iteratoraggregate" in iterator.ancestors else iterator
        if "recursiveiterator" not in inner.ancestors:
            raise throw_error(
                "InvalidArgumentException",
                "An instance of RecursiveIterator or IteratorAggregate creating it is required",
            )
        self._levels = [_Level(inner)]
        self._mode = mode
        self._flags = flags

    def _stack(self) -> List[_Level]:
        levels: Any = self._levels
        if levels is None:
            raise throw_error("Error", "The object is in an invalid state as the parent constructor was not called")
        return levels  # type: ignore[no-any-return]

    def method_target_native(self) -> Any:
        """The object that methods which this class lacks are called on."""
        levels = self._levels
        return None if levels is None else levels[-1].iterator

    def _hook(self, name: str) -> None:
        """Call a method that does nothing unless a script overrides it."""
        if is_overridden(self, name):
            call(self, name)

    def _guarded_hook(self, name: str) -> None:
        try:
            self._hook(name)
        except PhpThrown:
            if not self._flags & CATCH_GET_CHILD:
                raise

    # ------------------------------------------------------------ the walk

    def _move(self) -> None:
        """Go on to the next element that is to be shown."""
        levels = self._stack()
        catches = bool(self._flags & CATCH_GET_CHILD)
        while True:
            level = levels[-1]
            state = level.state
            if state in (_NEXT, _START):
                if state == _NEXT:
                    try:
                        call(level.iterator, "next")
                    except PhpThrown:
                        if not catches:
                            raise
                if not to_bool(call(level.iterator, "valid")):
                    if len(levels) == 1:
                        return
                    self._guarded_hook("endchildren")
                    if len(levels) > 1:
                        levels.pop()
                    continue
                level.state = state = _TEST
            if state == _TEST:
                if self._has_children(level, catches):
                    if self._depth_max == -1 or self._depth_max > len(levels) - 1:
                        level.state = _SELF if self._mode == SELF_FIRST else _CHILD
                        continue
                    if self._mode == LEAVES_ONLY:
                        level.state = _NEXT
                        continue
                level.state = _NEXT
                self._guarded_hook("nextelement")
                return
            if state == _SELF:
                level.state = _CHILD if self._mode == SELF_FIRST else _NEXT
                if self._mode in (SELF_FIRST, CHILD_FIRST):
                    self._hook("nextelement")
                return
            if not self._descend(level, catches):
                continue

    def _has_children(self, level: _Level, catches: bool) -> bool:
        try:
            if is_overridden(self, "callhaschildren"):
                return to_bool(call(self, "callhaschildren"))
            return to_bool(call(level.iterator, "haschildren"))
        except PhpThrown:
            if not catches:
                level.state = _NEXT
                raise
            return False

    def _descend(self, level: _Level, catches: bool) -> bool:
        levels = self._stack()
        try:
            if is_overridden(self, "callgetchildren"):
                children = call(self, "callgetchildren")
            else:
                children = call(level.iterator, "getchildren")
        except PhpThrown:
            if not catches:
                raise
            level.state = _NEXT
            return False
        if not isinstance(children, PhpObject) or "recursiveiterator" not in children.ancestors:
            raise throw_error(
                "UnexpectedValueException",
                "Objects returned by RecursiveIterator::getChildren() must implement RecursiveIterator",
            )
        level.state = _SELF if self._mode == CHILD_FIRST else _NEXT
        if len(levels) > _DEPTH_MAX:
            raise LimitExceededError(Outcome.DEPTH_LIMIT, "Iterators are nested too deeply")
        levels.append(_Level(children))
        call(children, "rewind")
        self._guarded_hook("beginchildren")
        return True

    def _restart(self) -> None:
        levels = self._stack()
        while len(levels) > 1:
            levels.pop()
            self._hook("endchildren")
        levels[0].state = _START
        call(levels[0].iterator, "rewind")
        if not self._is_iterating:
            self._hook("beginiteration")
        self._is_iterating = True
        self._move()

    def _is_valid(self) -> bool:
        if self._levels is None:
            return False
        for level in reversed(self._stack()):
            if to_bool(call(level.iterator, "valid")):
                return True
        if self._is_iterating:
            self._is_iterating = False
            self._hook("enditeration")
        return False

    @property
    def iterate_native(self) -> Any:
        """How foreach walks, unless a script overrides a method of Iterator."""
        return self._each if walks_natively(self) else None

    def _each(self) -> Iterator[Tuple[Any, Any]]:
        if self._levels is None:
            raise throw_error("Error", "Object is not initialized")
        self._restart()
        while self._is_valid():
            iterator = self._stack()[-1].iterator
            item = share_value(call(iterator, "current"))
            yield call(iterator, "key"), item
            self._move()

    # ------------------------------------------------------------ methods

    @method
    def rewind(self) -> None:
        """Rewind the iterator to the first element of the top level inner iterator."""
        self._restart()

    @method
    def valid(self) -> bool:
        """Check whether the current position is valid."""
        return self._is_valid()

    @method
    def key(self) -> Value:
        """Access the current key."""
        return call(self._stack()[-1].iterator, "key")  # type: ignore[no-any-return]

    @method
    def current(self) -> Value:
        """Access the current element value."""
        return share_value(call(self._stack()[-1].iterator, "current"))

    @method
    def next(self) -> None:
        """Move forward to the next element."""
        self._move()

    @method
    def getDepth(self) -> int:
        """Get the current depth of the recursive iteration."""
        return len(self._stack()) - 1

    @method
    def getSubIterator(self, level: int | None = None) -> Annotated[PhpObject, "RecursiveIterator"] | None:
        """The current active sub iterator."""
        levels = self._stack()
        if level is None:
            level = len(levels) - 1
        return levels[level].iterator if 0 <= level < len(levels) else None

    @method
    def getInnerIterator(self) -> Annotated[PhpObject, "RecursiveIterator"]:
        """Get the current active sub iterator."""
        return self._stack()[-1].iterator  # type: ignore[no-any-return]

    @method
    def beginIteration(self) -> None:
        """Called when iteration begins."""

    @method
    def endIteration(self) -> None:
        """Called when iteration ends."""

    @method
    def callHasChildren(self) -> bool:
        """Called for each element to test whether it has children."""
        if self._levels is None:
            return False
        return to_bool(call(self._levels[-1].iterator, "haschildren"))

    @method
    def callGetChildren(self) -> Annotated[PhpObject, "RecursiveIterator"] | None:
        """Get children of the current element."""
        return call(self._stack()[-1].iterator, "getchildren")  # type: ignore[no-any-return]

    @method
    def beginChildren(self) -> None:
        """Called when recursing one level down."""

    @method
    def endChildren(self) -> None:
        """Called when end recursing one level."""

    @method
    def nextElement(self) -> None:
        """Called when the next element is available."""

    @method
    def setMaxDepth(self, maxDepth: int = -1) -> None:
        """Set max depth."""
        if maxDepth < -1:
            raise BadArgumentError("maxDepth", "must be greater than or equal to -1")
        self._depth_max = maxDepth

    @method
    def getMaxDepth(self) -> int | Literal[False]:
        """Get max depth."""
        return False if self._depth_max == -1 else self._depth_max


@php_class("RecursiveTreeIterator", parent="RecursiveIteratorIterator")
class RecursiveTreeIterator(RecursiveIteratorIterator):
    """Draws an ASCII tree of a recursive iterator."""

    BYPASS_CURRENT: PhpConst[int] = 4
    BYPASS_KEY: PhpConst[int] = 8
    PREFIX_LEFT: PhpConst[int] = 0
    PREFIX_MID_HAS_NEXT: PhpConst[int] = 1
    PREFIX_MID_LAST: PhpConst[int] = 2
    PREFIX_END_HAS_NEXT: PhpConst[int] = 3
    PREFIX_END_LAST: PhpConst[int] = 4
    PREFIX_RIGHT: PhpConst[int] = 5

    _prefix: Tuple[str, ...] = ("", "| ", "  ", "|-", "\\-", "")
    _postfix = ""

    @method(name="__construct", shown_types={"iterator": ""})
    def construct(  # type: ignore[override]
        self, iterator: PhpObject, flags: int = BYPASS_KEY, cachingIteratorFlags: int = CachingIterator.CATCH_GET_CHILD,
        mode: int = SELF_FIRST,
    ) -> None:  # fmt: skip
        """Construct a RecursiveTreeIterator."""
        inner: Any = iterator
        if "iteratoraggregate" in inner.ancestors:
            inner = aggregate(inner)
        caching = ctx.library.find_class("recursivecachingiterator").make(inner, cachingIteratorFlags)
        self._levels = [_Level(caching)]
        self._mode = mode
        self._flags = flags

    def _drawn(self) -> str:
        levels = self._stack()
        text = self._prefix[0]
        for level in levels[:-1]:
            text += self._prefix[1 if call(level.iterator, "hasnext") is True else 2]
        return text + self._prefix[3 if call(levels[-1].iterator, "hasnext") is True else 4] + self._prefix[5]

    def _entry(self) -> str:
        value = call(self._stack()[-1].iterator, "current")
        return "Array" if type(value) is PhpArray else to_string(value)

    @property
    def iterate_native(self) -> Any:
        """Never: key() and current() draw."""
        return None

    @method
    def key(self) -> Value:
        """Returns the current key prefixed and postfixed."""
        key = call(self._stack()[-1].iterator, "key")
        if self._flags & self.BYPASS_KEY:
            return key  # type: ignore[no-any-return]
        text = to_string(key)
        return self._drawn() + text + self._postfix

    @method
    def current(self) -> Value:
        """Returns the current element prefixed and postfixed."""
        if self._flags & self.BYPASS_CURRENT:
            return share_value(call(self._stack()[-1].iterator, "current"))
        entry = self._entry()
        return self._drawn() + entry + self._postfix

    @method
    def getPrefix(self) -> PhpString:
        """Returns the string to place in front of the current element."""
        return self._drawn()

    @method
    def setPostfix(self, postfix: PhpString) -> None:
        """Sets the postfix as used in getPostfix()."""
        self._postfix = postfix

    @method
    def setPrefixPart(self, part: int, value: PhpString) -> None:
        """Sets prefix parts as used in getPrefix()."""
        if not 0 <= part <= 5:
            raise BadArgumentError("part", "must be a RecursiveTreeIterator::PREFIX_* constant")
        parts = list(self._prefix)
        parts[part] = value
        self._prefix = tuple(parts)

    @method
    def getEntry(self) -> PhpString:
        """Returns the part of the tree built for the current element."""
        return self._entry()

    @method
    def getPostfix(self) -> PhpString:
        """Returns the string to place after the current element."""
        self._stack()
        return self._postfix


CLASSES = (RecursiveIteratorIterator, RecursiveTreeIterator)
