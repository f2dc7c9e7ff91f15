"""Ref: a variable slot shared through `&`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Generic, Optional

from engine.runtime.strings import StringBuilder

if TYPE_CHECKING:
    # What `get` gives: the type a builtin's signature promises, or where nothing does, Any.
    from typing_extensions import TypeVar

    T = TypeVar("T", default=Any)
else:
    from typing import TypeVar

    T = TypeVar("T")


class Ref(Generic[T]):
    """A slot that several names share. Generated code reads and writes `v` itself.

    `v` may hold a StringBuilder, so everybody else calls `get`. `holders` counts the variables and array slots bound
    to it as far as the compiler says; an element whose reference has one holder left copies as a plain value.
    `check`, where a typed property is referenced, coerces what is assigned.
    """

    __slots__ = ("check", "holders", "v")

    # Any value, whatever T says: the script behind the reference may store what it likes.
    v: Any
    check: Optional[Callable[[Ref[Any], Any], Any]]

    def __init__(self, value: Any = None) -> None:
        self.v = value
        self.holders = 1
        self.check = None

    def get(self) -> T:
        """The value, with a pending string builder joined."""
        value = self.v
        return value.join() if type(value) is StringBuilder else value  # type: ignore[return-value]

    def set(self, value: Any) -> None:
        """Assign through the reference; raises TypeError as PHP when a typed property is behind it."""
        self.v = value if self.check is None else self.check(self, value)
