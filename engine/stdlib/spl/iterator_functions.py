"""Functions on iterators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Iterator

from engine.builtin.declare import Callback, contextual
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.conversions import array_key, to_bool
from engine.runtime.iteration import aggregate, iterate, iterate_values

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject

EXTENSION = "SPL"


@contextual
def iterator_apply(
    iterator: Annotated[PhpObject, "Traversable"], callback: Callback, args: PhpArray | None = None
) -> int:
    """Call a function for every element in an iterator."""
    arguments = args.values() if args is not None else []
    calls = 0
    for _ in _positions(iterator):
        calls += 1
        if not to_bool(callback(*arguments)):
            break
    return calls


@contextual
def iterator_count(iterator: Annotated[PhpObject, "Traversable"] | PhpArray) -> int:
    """Count the elements in an iterator."""
    if type(iterator) is PhpArray:
        return len(iterator)
    total = 0
    for _ in _positions(iterator):
        total += 1
    return total


@contextual
def iterator_to_array(iterator: Annotated[PhpObject, "Traversable"] | PhpArray, preserve_keys: bool = True) -> PhpArray:
    """Copy the iterator into an array."""
    if isinstance(iterator, PhpArray):
        return iterator.share() if preserve_keys or iterator.l is not None else PhpArray(iterator.copied_values())
    if not preserve_keys:
        return PhpArray([share_value(value) for value in iterate_values(iterator)])
    result = PhpArray()
    for key, value in iterate(iterator):
        result.set(array_key(key), share_value(value))
    return result


# ---------------------------------------------------------------- helpers


def _positions(value: Any) -> Iterator[None]:
    """Walk a Traversable without asking for its elements: `current` and `key` are not called."""
    while getattr(value, "iterate_native", None) is None and "iteratoraggregate" in value.ancestors:
        value = aggregate(value)
    if getattr(value, "iterate_native", None) is not None:
        for _ in value.iterate_native():
            yield None
        return
    methods = value.php_class.methods
    valid, following = methods["valid"].function, methods["next"].function
    methods["rewind"].function(value)
    while to_bool(valid(value)):
        yield None
        following(value)
