"""The headers of a response in their order. Each is found by its name: a script may send very many."""

from __future__ import annotations

from typing import Dict, Iterator, List, Tuple


class ResponseHeaders:
    """What header() and its family have said so far; names keep their case and are compared without it."""

    __slots__ = ("_count", "_fields", "_places")

    def __init__(self) -> None:
        self._fields: Dict[int, Tuple[str, str]] = {}
        self._places: Dict[str, List[int]] = {}
        self._count = 0

    def __iter__(self) -> Iterator[Tuple[str, str]]:
        return iter(self._fields.values())

    def add(self, name: str, value: str) -> None:
        """One more, whether or not there are others of its name."""
        self._fields[self._count] = (name, value)
        self._places.setdefault(name.lower(), []).append(self._count)
        self._count += 1

    def replace(self, name: str, value: str) -> None:
        """The only one of its name, behind all others."""
        self.remove(name)
        self.add(name, value)

    def remove(self, name: str) -> None:
        """Take away all of a name."""
        for place in self._places.pop(name.lower(), ()):
            del self._fields[place]

    def clear(self) -> None:
        """Take away all."""
        self._fields.clear()
        self._places.clear()

    def values_of(self, name: str) -> List[str]:
        """All values of a name, in their order."""
        return [self._fields[place][1] for place in self._places.get(name.lower(), ())]
