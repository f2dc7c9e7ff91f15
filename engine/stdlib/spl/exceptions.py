"""The SPL's exceptions."""

from __future__ import annotations

from typing import Any, List

from engine.builtin.classes import php_class
from engine.stdlib.core.predefined_classes import ExceptionClass

EXTENSION = "SPL"

_EXCEPTIONS = (
    ("LogicException", "Exception"), ("BadFunctionCallException", "LogicException"),
    ("BadMethodCallException", "BadFunctionCallException"), ("DomainException", "LogicException"),
    ("InvalidArgumentException", "LogicException"), ("LengthException", "LogicException"),
    ("OutOfRangeException", "LogicException"), ("RuntimeException", "Exception"),
    ("OutOfBoundsException", "RuntimeException"), ("OverflowException", "RuntimeException"),
    ("RangeException", "RuntimeException"), ("UnderflowException", "RuntimeException"),
    ("UnexpectedValueException", "RuntimeException"),
)  # fmt: skip


def _declare() -> List[type]:
    made: Any = {"Exception": ExceptionClass}
    for name, parent in _EXCEPTIONS:
        native = type(name, (made[parent],), {"__doc__": f"{name}.", "__module__": __name__})
        made[name] = php_class(name, parent=parent)(native)
    return [made[name] for name, _parent in _EXCEPTIONS]


CLASSES = tuple(_declare())
