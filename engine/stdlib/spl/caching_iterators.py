"""CachingIterator and RecursiveCachingIterator, which are one element ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from engine.builtin.classes import method, php_class
from engine.builtin.declare import BadArgumentError, PhpConst, Untyped
from engine.errors import PhpThrown
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import ctx
from engine.runtime.conversions import array_key, is_resource, to_bool, to_string, type_for_error
from engine.runtime.exceptions import printed, throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.objects import PhpObject
from engine.stdlib.spl.iterators import NOTHING, IteratorIterator, call

if TYPE_CHECKING:
    from engine.runtime.values import PhpString, Value

EXTENSION = "SPL"

_HAS_ELEMENT = 0x10000
CALL_TOSTRING = 1
_USE_KEY = 2
_USE_CURRENT = 4
_USE_INNER = 8
CATCH_GET_CHILD = 16
_FULL_CACHE = 256
_TOSTRING = CALL_TOSTRING | _USE_KEY | _USE_CURRENT | _USE_INNER
_ONE_OF = (
    "must contain only one of CachingIterator::CALL_TOSTRING, CachingIterator::TOSTRING_USE_KEY,"
    " CachingIterator::TOSTRING_USE_CURRENT, or CachingIterator::TOSTRING_USE_INNER"
)


@php_class("CachingIterator", parent="IteratorIterator", interfaces=("ArrayAccess", "Countable", "Stringable"))
class CachingIterator(IteratorIterator):
    """Looks one element ahead."""

    CALL_TOSTRING: PhpConst[int] = CALL_TOSTRING
    CATCH_GET_CHILD: PhpConst[int] = CATCH_GET_CHILD
    TOSTRING_USE_KEY: PhpConst[int] = 2
    TOSTRING_USE_CURRENT: PhpConst[int] = 4
    TOSTRING_USE_INNER: PhpConst[int] = 8
    FULL_CACHE: PhpConst[int] = 256

    _flags = 0
    _has_element = False
    _text: Any = None
    _children: Any = None
    _cache: Any = None

    def clone_native(self, made: Any) -> None:
        """Nothing more than the attributes."""

    @method(name="__construct")
    def construct(  # type: ignore[override]
        self, iterator: Annotated[PhpObject, "Iterator"], flags: int = CALL_TOSTRING
    ) -> None:
        """Construct a new CachingIterator object for the iterator."""
        self._set_up(iterator, flags, "CachingIterator")

    def _set_up(self, iterator: Any, flags: int, base: str) -> None:
        if not _has_one_tostring(flags):
            raise BadArgumentError("flags", _ONE_OF)
        self._begin(iterator, base)
        self._flags = flags & 0xFFFF
        self._cache = PhpArray()

    def _free(self) -> None:
        self._current = self._key = NOTHING
        self._text = self._children = None

    def _advance(self) -> None:
        if not self._fetch(check=True):
            self._has_element = False
            return
        self._has_element = True
        if self._flags & _FULL_CACHE:
            self._cache.set(array_key(self._key), share_value(self._current))
        self._fetch_children()
        if self._flags & _USE_INNER:
            self._text = to_string(self._inner)
        elif self._flags & CALL_TOSTRING:
            self._text = to_string(self._current)
        call(self._inner, "next")
        self._position += 1

    def _fetch_children(self) -> None:
        """What RecursiveCachingIterator adds."""

    @method
    def rewind(self) -> None:
        """Rewind the iterator."""
        self._check()
        self._rewind()
        self._cache = PhpArray()
        self._advance()

    @method
    def valid(self) -> bool:
        """Check whether the current element is valid."""
        self._check()
        return self._has_element

    @method
    def next(self) -> None:
        """Move the iterator forward."""
        self._check()
        self._advance()

    @method
    def hasNext(self) -> bool:
        """Check whether the inner iterator has a valid next element."""
        self._check()
        return self._is_valid()

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """Return the string representation of the current element."""
        self._check()
        if not self._flags & _TOSTRING:
            raise self._refused("does not fetch string value")
        if self._flags & _USE_KEY:
            return to_string(self._shown(self._key))
        if self._flags & _USE_CURRENT:
            return to_string(self._shown(self._current))
        return self._text or ""

    def _refused(self, problem: str) -> Exception:
        name = self.php_class.name
        return throw_error("BadMethodCallException", f"{name} {problem} (see CachingIterator::__construct)")

    def _full_cache(self) -> PhpArray:
        self._check()
        if not self._flags & _FULL_CACHE:
            raise self._refused("does not use a full cache")
        return self._cache  # type: ignore[no-any-return]

    @method
    def getFlags(self) -> int:
        """Get flags used, and among them PHP's own for an element that is there."""
        self._check()
        return self._flags | (_HAS_ELEMENT if self._has_element else 0)

    @method
    def setFlags(self, flags: int) -> None:
        """The setFlags purpose."""
        self._check()
        if not _has_one_tostring(flags):
            raise BadArgumentError("flags", _ONE_OF)
        if self._flags & CALL_TOSTRING and not flags & CALL_TOSTRING:
            raise throw_error("InvalidArgumentException", "Unsetting flag CALL_TO_STRING is not possible")
        if self._flags & _USE_INNER and not flags & _USE_INNER:
            raise throw_error("InvalidArgumentException", "Unsetting flag TOSTRING_USE_INNER is not possible")
        if flags & _FULL_CACHE and not self._flags & _FULL_CACHE:
            self._cache = PhpArray()
        self._flags = flags & 0xFFFF

    @method
    def offsetGet(self, key: Untyped) -> Value:
        """The internal cache's element at this index."""
        cache = self._full_cache()
        name = _name_of(key)
        if not cache.has(name):
            ctx.warning(f'Undefined array key "{printed(name)}"')
            return None
        return share_value(cache.get(name))

    @method
    def offsetSet(self, key: Untyped, value: Value) -> None:
        """Set an element on the internal cache."""
        self._full_cache().set(_name_of(key), share_value(value))

    @method
    def offsetUnset(self, key: Untyped) -> None:
        """Unset an element on the internal cache."""
        self._full_cache().unset(_name_of(key))

    @method
    def offsetExists(self, key: Untyped) -> bool:
        """Return whether an element at the index exists."""
        return self._full_cache().get(_name_of(key)) is not None

    @method
    def getCache(self) -> PhpArray:
        """Retrieve the contents of the cache."""
        return self._full_cache().share()

    @method
    def count(self) -> int:
        """The number of elements in the iterator."""
        return len(self._full_cache())


def _name_of(key: Any) -> str:
    """A key of the cache, which PHP takes as a string."""
    if (
        type(key) is PhpArray
        or is_resource(key)
        or (isinstance(key, PhpObject) and "__tostring" not in key.php_class.methods)
    ):
        raise BadArgumentError("key", f"must be of type string, {type_for_error(key)} given", "TypeError")
    if key is None:
        name = current_builtin_name()
        ctx.deprecated(f"{name}(): Passing null to parameter #1 ($key) of type string is deprecated")
    return to_string(key)


def _has_one_tostring(flags: int) -> bool:
    return bin(flags & _TOSTRING).count("1") <= 1


@php_class("RecursiveCachingIterator", parent="CachingIterator", interfaces=("RecursiveIterator",))
class RecursiveCachingIterator(CachingIterator):
    """Looks one element ahead, with children."""

    @method(name="__construct", shown_types={"iterator": "Iterator"})
    def construct(  # type: ignore[override]
        self, iterator: Annotated[PhpObject, "RecursiveIterator"], flags: int = CALL_TOSTRING
    ) -> None:
        """Construct."""
        self._set_up(iterator, flags, "RecursiveCachingIterator")

    def _fetch_children(self) -> None:
        try:
            if not to_bool(call(self._inner, "haschildren")):
                return
            children = call(self._inner, "getchildren")
            owner = ctx.library.find_class("recursivecachingiterator")
            self._children = owner.make(children, self._flags)
        except PhpThrown:
            if not self._flags & CATCH_GET_CHILD:
                raise

    @method
    def hasChildren(self) -> bool:
        """Check whether the current element of the inner iterator has children."""
        self._check()
        return self._children is not None

    @method
    def getChildren(self) -> Annotated[PhpObject, "RecursiveCachingIterator"] | None:
        """Return the inner iterator's children as a RecursiveCachingIterator."""
        self._check()
        return self._children  # type: ignore[no-any-return]


CLASSES = (CachingIterator, RecursiveCachingIterator)
