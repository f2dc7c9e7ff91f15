"""What is drawn or shuffled at random; all of it by the generator behind mt_rand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Union

from engine.builtin.declare import BadArgumentError, contextual
from engine.runtime.arrays import PhpArray
from engine.stdlib.random.engines import pick_keys, shuffle_bytes, shuffle_list
from engine.stdlib.random.mersenne_twister import default_engine

if TYPE_CHECKING:
    from engine.runtime.references import Ref
    from engine.runtime.values import PhpString


@contextual
def shuffle(array: Ref[PhpArray]) -> Literal[True]:
    """Shuffle an array."""
    storage = array.get()
    if len(storage):
        values = storage.copied_values() if storage.cow else [item for _, item in storage.raw_items()]
        shuffle_list(default_engine(), values)
        storage.replace_list(values)
    return True


@contextual
def array_rand(array: PhpArray, num: int = 1) -> int | PhpString | PhpArray:
    """Pick one or more random keys out of an array."""
    if not len(array):
        raise BadArgumentError("array", "must not be empty")
    if num == 1:
        key: Union[int, str] = pick_keys(default_engine(), array, 1)[0]
        return key
    if num < 1 or num > len(array):
        raise BadArgumentError("num", "must be between 1 and the number of elements in argument #1 ($array)")
    return PhpArray(pick_keys(default_engine(), array, num))


@contextual
def str_shuffle(string: PhpString) -> PhpString:
    """Randomly shuffles a string."""
    return shuffle_bytes(default_engine(), string) if len(string) > 1 else string
