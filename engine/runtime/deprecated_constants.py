"""DeprecatedConstant: a constant of the library that warns when a script reads it."""

from __future__ import annotations

from typing import Any

from engine.runtime.context import ctx


class DeprecatedConstant:
    """Called for the value; a callable constant is never folded."""

    __slots__ = ("name", "value")

    def __init__(self, name: str, value: Any) -> None:
        self.name = name
        self.value = value

    def __call__(self) -> Any:
        """The value, with PHP's notice."""
        ctx.deprecated(f"Constant {self.name} is deprecated")
        return self.value
