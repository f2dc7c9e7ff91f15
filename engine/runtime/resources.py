"""PhpResource: what PHP calls a resource. Open ones are kept by their number."""

from __future__ import annotations

from typing import Any, Dict

from engine.runtime.context import ctx


class PhpResource:
    """A resource. `resource_type` is empty once it is closed."""

    is_php_resource = True

    def __init__(self, resource_type: str) -> None:
        self.resource_type = resource_type
        self.id = next_resource_id()
        open_resources()[self.id] = self

    def __repr__(self) -> str:
        return f"<PhpResource {self.id} {self.resource_type or 'closed'}>"

    def close_resource(self) -> None:
        """Make it a closed resource."""
        self.resource_type = ""
        open_resources().pop(self.id, None)


def next_resource_id() -> int:
    """A number no resource of this execution has had."""
    numbers: Any = ctx.state("resources.next", lambda: [1])
    number: int = numbers[0]
    numbers[0] = number + 1
    return number


def open_resources() -> Dict[int, PhpResource]:
    """The open resources of this execution."""
    return ctx.state("resources", dict)
