"""Where a walk over an array stands, such that the array may change meanwhile, as PHP's own positions do."""

from __future__ import annotations

from typing import Any, List


class ArrayWalk:
    """A position in an ordered table: a PhpArray, or anything with its `keys`, `has`, `last_key` and `__len__`.

    A position on an element that is removed moves to the next one; one that has passed the end comes back when
    elements are added.
    """

    __slots__ = ("index", "keys")

    def __init__(self, table: Any) -> None:
        self.index = 0
        # None while the table is a list, whose keys are its indexes.
        self.keys: Any = None if _is_list(table) else table.keys()

    def settle(self, table: Any) -> bool:
        """Move to the element that is there; False at the end."""
        if self.keys is None:
            if _is_list(table):
                return self.index < len(table)
            self._leave_list(table)
        keys = self.keys
        while self.index < len(keys):
            if table.has(keys[self.index]):
                return True
            self.index += 1
        return self._look_for_more(table)

    def key(self) -> Any:
        """The key of the element; ask `settle` before."""
        return self.index if self.keys is None else self.keys[self.index]

    def advance(self, table: Any) -> None:
        """Go one on."""
        if self.settle(table):
            self.index += 1

    def _leave_list(self, table: Any) -> None:
        keys: List[Any] = table.keys()
        position = len(keys)
        for index, key in enumerate(keys):
            if type(key) is not int or key >= self.index:
                position = index
                break
        self.keys = keys
        self.index = position

    def _look_for_more(self, table: Any) -> bool:
        keys = self.keys
        last = table.last_key()
        if last is None or (keys and keys[-1] == last):
            return False
        fresh = table.keys()
        position = len(fresh)
        while position > 0 and (not keys or fresh[position - 1] != keys[-1]) and fresh[position - 1] not in keys:
            position -= 1
        self.keys = fresh
        self.index = position
        return position < len(fresh)


def _is_list(table: Any) -> bool:
    return getattr(table, "l", None) is not None
