"""foreach and everything that walks a Traversable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator, List, Tuple

from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import ctx
from engine.runtime.exceptions import throw_error
from engine.runtime.lifetimes import iterator_number
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref

if TYPE_CHECKING:
    from engine.runtime.values import Key


def iterate(value: PhpObject) -> Iterator[Tuple[Any, Any]]:
    """(key, value) of a Traversable, one at a time; keys may be anything."""
    while "iteratoraggregate" in value.ancestors and getattr(value, "iterate_native", None) is None:
        value = aggregate(value)
    _number = iterator_number()
    native = getattr(value, "iterate_native", None)
    if native is not None:
        yield from native()
        return
    methods = value.php_class.methods
    rewind, valid = methods["rewind"].function, methods["valid"].function
    current, key, following = methods["current"].function, methods["key"].function, methods["next"].function
    from engine.runtime.conversions import to_bool

    rewind(value)
    while to_bool(valid(value)):
        item = current(value)
        yield key(value), item
        following(value)


def iterate_values(value: PhpObject) -> Iterator[Any]:
    """The values of a Traversable; `key()` is not called, as PHP's foreach without a key does not."""
    while "iteratoraggregate" in value.ancestors and getattr(value, "iterate_native", None) is None:
        value = aggregate(value)
    _number = iterator_number()
    if getattr(value, "iterate_native", None) is not None:
        for _key, item in value.iterate_native():
            yield item
            item = None
        return
    methods = value.php_class.methods
    rewind, valid = methods["rewind"].function, methods["valid"].function
    current, following = methods["current"].function, methods["next"].function
    from engine.runtime.conversions import to_bool

    rewind(value)
    while to_bool(valid(value)):
        yield current(value)
        following(value)


def aggregate(value: PhpObject) -> PhpObject:
    """What getIterator() gives; throws PHP's exception when that is no Traversable."""
    inner = value.php_class.methods["getiterator"].function(value)
    if not isinstance(inner, PhpObject) or "traversable" not in inner.ancestors:
        name = value.php_class.name
        raise throw_error(
            "Exception",
            f"Objects returned by {name}::getIterator() must be traversable or implement interface Iterator",
        )
    return inner


def foreach_values(value: Any) -> Any:
    """What `foreach ($value as $item)` walks: a Python iterable of values, as they are now."""
    if type(value) is PhpArray:
        items = value.l
        return _other_values(value) if items is None else list(items)
    return _values_of_no_array(value)


def foreach_lent_values(value: Any) -> Any:
    """`foreach_values` of what does not change meanwhile: a list itself is walked, and its arrays are lent."""
    if type(value) is PhpArray:
        items = value.l
        return _other_values(value) if items is None else items
    walked = _values_of_no_array(value)
    return walked if yields_own_values(value) else map(share_value, walked)


def yields_own_values(value: Any) -> bool:
    """Whether the arrays that an object gives are nobody else's: `yield` shares what it passes on."""
    return isinstance(value, PhpObject) and value.php_class.lower_name == "generator"


def _other_values(value: PhpArray) -> Any:
    if value.r is not None:
        # What a reference holds is looked up when its turn comes.
        return (share_value(item.get()) if type(item) is Ref else item for item in list(value.r.values()))
    return value.values()


def _values_of_no_array(value: Any) -> Any:
    if isinstance(value, PhpObject):
        if "traversable" in value.ancestors:
            # One Python generator less, where nobody sees that PHP numbers the walk itself.
            return (
                value.iterate_values() if yields_own_values(value) and not ctx.counts_handles else iterate_values(value)
            )
        return _object_values(value)
    _complain(value)
    return ()


def foreach_items(value: Any) -> Any:
    """What `foreach ($value as $key => $item)` walks: a Python iterable of pairs, as they are now.

    No list of pairs: the pairs that `enumerate` and `zip` make never reach memory where the loop is compiled.
    """
    if type(value) is PhpArray:
        items = value.l
        return _other_items(value) if items is None else enumerate(list(items))
    return _items_of_no_array(value)


def foreach_lent_items(value: Any) -> Any:
    """`foreach_items` of what does not change meanwhile: a list itself is walked, and its arrays are lent."""
    if type(value) is PhpArray:
        items = value.l
        return _other_items(value) if items is None else enumerate(items)
    walked = _items_of_no_array(value)
    return walked if yields_own_values(value) else ((key, share_value(item)) for key, item in walked)


def _other_items(value: PhpArray) -> Any:
    if value.r is not None:
        return ((key, share_value(item.get()) if type(item) is Ref else item) for key, item in list(value.r.items()))
    return value.items()


def _items_of_no_array(value: Any) -> Any:
    if isinstance(value, PhpObject):
        if "traversable" in value.ancestors:
            return value.iterate_native() if yields_own_values(value) and not ctx.counts_handles else iterate(value)
        return _object_items(value)
    _complain(value)
    return ()


def _complain(value: Any) -> None:
    from engine.runtime.conversions import type_for_error

    ctx.warning(f"foreach() argument must be of type array|object, {type_for_error(value)} given")


def _object_items(value: PhpObject) -> Iterator[Tuple[Any, Any]]:
    from engine.runtime.frames import current_scope
    from engine.runtime.property_listing import live_items
    from engine.runtime.values import canonical_int

    scope = current_scope()
    for name, read in live_items(value, scope):
        number = canonical_int(name)
        yield (name if number is None else number), read()


def _object_values(value: PhpObject) -> Iterator[Any]:
    for _key, item in _object_items(value):
        yield item


def foreach_references(reference: Ref) -> Iterator[Tuple[Any, Ref]]:
    """(key, reference) of each element for `foreach ($x as &$item)`; elements added meanwhile are met too."""
    from engine.runtime.access import ref_for_write

    value = reference.get()
    if isinstance(value, PhpObject):
        yield from _object_references(value)
        return
    if type(value) is not PhpArray:
        _complain(value)
        return
    array = ref_for_write(reference)
    keys = array.keys()
    position = 0
    while position < len(keys):
        key = keys[position]
        position += 1
        if not array.has(key):
            continue
        element = array.ref(key)
        yield key, element
        current = reference.get()
        if type(current) is not PhpArray:
            return
        is_other = current is not array
        items = array.r
        if is_other or array.cow or items is None or items.get(key) is not element or \
                (position == len(keys) and array.last_key() != key):  # fmt: skip
            array = ref_for_write(reference)
            # Another array is walked from its start, unless it came from this one, as that of `+=` does.
            is_new = is_other and not any(item is element for _key, item in array.raw_items())
            position, keys = (0, array.keys()) if is_new else _resume(array, keys, position, element)


def _resume(array: PhpArray, keys: List[Key], position: int, element: Ref) -> Tuple[int, List[Key]]:
    """Where a walk by reference goes on in an array that was changed meanwhile, and its keys as they are now."""
    items = array.raw_items()
    now = [key for key, _item in items]
    found = next((index for index, (_key, item) in enumerate(items) if item is element), None)
    if found is not None:
        return found + 1, now
    if not array.has(keys[position - 1]):
        # Removed: the next of those that came after it and are still there, else what was added.
        following = next((key for key in keys[position:] if array.has(key)), None)
        if following is not None:
            return now.index(following), now
        last = next((key for key in reversed(keys[:position]) if array.has(key)), None)
        return (0 if last is None else now.index(last) + 1), now
    # Removed, and the others took new keys: as many as there were are still to come.
    return max(0, len(now) - (len(keys) - position)), now


def _object_references(value: PhpObject) -> Iterator[Tuple[Any, Ref]]:
    from engine.runtime.frames import current_scope
    from engine.runtime.property_containers import property_ref
    from engine.runtime.property_listing import live_items

    scope = current_scope()
    if "traversable" in value.ancestors:
        while "iteratoraggregate" in value.ancestors and not hasattr(value, "iterate_references"):
            value = aggregate(value)
        native = getattr(value, "iterate_references", None)
        if native is not None:
            yield from native()
            return
        if "iterator" in value.ancestors:
            raise throw_error("Error", "An iterator cannot be used with foreach by reference")
        for key, item in iterate(value):
            yield key, item if type(item) is Ref else Ref(item)
        return
    for name, _read in live_items(value, scope):
        info = value.php_class.properties.get(name)
        if info is not None and info.is_readonly:
            raise throw_error("Error", f"Cannot acquire reference to readonly property {info.declaring.name}::${name}")
        if info is not None and info.get_hook is not None and not info.hooks["get"].info.returns_ref:
            raise throw_error("Error", f"Cannot create reference to property {info.declaring.name}::${name}")
        yield name, property_ref(value, name, scope)
