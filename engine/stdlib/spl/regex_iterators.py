"""RegexIterator and RecursiveRegexIterator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, List

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, PhpConst
from engine.runtime.arrays import PhpArray
from engine.runtime.context import E_ALL, ctx
from engine.runtime.conversions import to_bool, to_string
from engine.runtime.exceptions import throw_error
from engine.runtime.properties import read_property_from
from engine.runtime.references import Ref
from engine.stdlib.pcre.matching import preg_match, preg_match_all, preg_split
from engine.stdlib.pcre.replacement import preg_replace
from engine.stdlib.spl.iterators import NOTHING, FilterIterator, call

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject
    from engine.runtime.values import PhpString

EXTENSION = "SPL"

MATCH = 0
_MODES = 5
_BAD_MODE = (
    "must be RegexIterator::MATCH, RegexIterator::GET_MATCH, RegexIterator::ALL_MATCHES, RegexIterator::SPLIT,"
    " or RegexIterator::REPLACE"
)


@php_class("RegexIterator", parent="FilterIterator", properties=(("replacement", "public", None, "?string"),))
class RegexIterator(FilterIterator):
    """Filters an iterator by a regular expression."""

    USE_KEY: PhpConst[int] = 1
    INVERT_MATCH: PhpConst[int] = 2
    MATCH: PhpConst[int] = MATCH
    GET_MATCH: PhpConst[int] = 1
    ALL_MATCHES: PhpConst[int] = 2
    SPLIT: PhpConst[int] = 3
    REPLACE: PhpConst[int] = 4

    _pattern = ""
    _mode = 0
    _flags = 0
    _preg_flags = 0

    @method(name="__construct")
    def construct(  # type: ignore[override]
        self, iterator: Annotated[PhpObject, "Iterator"], pattern: PhpString, mode: int = MATCH, flags: int = 0,
        pregFlags: int = 0,
    ) -> None:  # fmt: skip
        """Create a new RegexIterator."""
        self._set_up(iterator, pattern, mode, flags, pregFlags)

    def _set_up(self, iterator: Any, pattern: str, mode: int, flags: int, preg_flags: int) -> None:
        if not 0 <= mode < _MODES:
            raise BadArgumentError("mode", _BAD_MODE)
        problems = _problems_of(pattern)
        if problems:
            raise throw_error("InvalidArgumentException", problems[0])
        self._begin(iterator, "RegexIterator")
        self._pattern = pattern
        self._mode = mode
        self._flags = flags
        self._preg_flags = preg_flags

    @method
    def accept(self) -> bool:
        """Get accept status."""
        self._check()
        return self._accepts()

    def _accepts(self) -> bool:
        if self._current is NOTHING:
            return False
        if self._flags & self.USE_KEY:
            subject = to_string(self._key)
        elif type(self._current) is PhpArray:
            return False
        else:
            subject = to_string(self._current)
        accepted = self._apply(subject)
        return not accepted if self._flags & self.INVERT_MATCH else accepted

    def _apply(self, subject: str) -> bool:
        mode = self._mode
        if mode == self.MATCH:
            return bool(preg_match(self._pattern, subject))
        if mode in (self.GET_MATCH, self.ALL_MATCHES):
            matches = Ref(None)
            search: Any = preg_match if mode == self.GET_MATCH else preg_match_all
            found = search(self._pattern, subject, matches, self._preg_flags)
            self._current = matches.get()
            return bool(found)
        if mode == self.SPLIT:
            parts: Any = preg_split(self._pattern, subject, -1, self._preg_flags)
            self._current = parts
            return type(parts) is PhpArray and len(parts) > 1
        replacement = to_string(read_property_from(self, "replacement", self.php_class))
        count = Ref(0)
        result = preg_replace(self._pattern, replacement, subject, -1, count)
        if self._flags & self.USE_KEY:
            self._key = result
        else:
            self._current = result
        return bool(count.get())

    @method
    def getMode(self) -> int:
        """Returns operation mode."""
        self._check()
        return self._mode

    @method
    def setMode(self, mode: int) -> None:
        """Sets the operation mode."""
        if not 0 <= mode < _MODES:
            raise BadArgumentError("mode", _BAD_MODE)
        self._check()
        self._mode = mode

    @method
    def getFlags(self) -> int:
        """Get flags."""
        self._check()
        return self._flags

    @method
    def setFlags(self, flags: int) -> None:
        """Sets the flags."""
        self._check()
        self._flags = flags

    @method
    def getRegex(self) -> PhpString:
        """Returns current regular expression."""
        self._check()
        return self._pattern

    @method
    def getPregFlags(self) -> int:
        """Returns the regular expression flags."""
        self._check()
        return self._preg_flags

    @method
    def setPregFlags(self, pregFlags: int) -> None:
        """Sets the regular expression flags."""
        self._check()
        self._preg_flags = pregFlags


def _problems_of(pattern: str) -> List[str]:
    """PHP's warnings about a pattern."""
    found: List[str] = []

    def collect(_level: int, message: str, *_rest: Any) -> bool:
        found.append(message)
        return True

    ctx.error_handlers.append((collect, E_ALL))
    try:
        preg_match(pattern, "")
    finally:
        ctx.error_handlers.pop()
    return found


@php_class("RecursiveRegexIterator", parent="RegexIterator", interfaces=("RecursiveIterator",))
class RecursiveRegexIterator(RegexIterator):
    """Filters a recursive iterator by a regular expression."""

    @method(name="__construct")
    def construct(  # type: ignore[override]
        self, iterator: Annotated[PhpObject, "RecursiveIterator"], pattern: PhpString, mode: int = MATCH,
        flags: int = 0, pregFlags: int = 0,
    ) -> None:  # fmt: skip
        """Creates a new RecursiveRegexIterator."""
        self._set_up(iterator, pattern, mode, flags, pregFlags)

    @method
    def accept(self) -> bool:
        """Get accept status."""
        self._check()
        if self._current is NOTHING:
            return False
        if type(self._current) is PhpArray:
            return len(self._current) > 0
        return self._accepts()

    @method
    def hasChildren(self) -> bool:
        """Returns whether an iterator can be obtained for the current entry."""
        return to_bool(call(self._check(), "haschildren"))

    @method
    def getChildren(self) -> Annotated[PhpObject, "RecursiveRegexIterator"]:
        """Returns an iterator for the current entry."""
        children = call(self._check(), "getchildren")
        made: PhpObject = self.php_class.make(children, self._pattern, self._mode, self._flags, self._preg_flags)
        return made


CLASSES = (RegexIterator, RecursiveRegexIterator)
