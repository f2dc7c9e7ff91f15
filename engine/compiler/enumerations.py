"""What an enum may not have; its cases and functions are added where classes are linked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, List, NoReturn

from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.runtime.classes import PhpClass

_FORBIDDEN = (
    "__construct", "__destruct", "__clone", "__get", "__set", "__unset", "__isset", "__toString", "__debugInfo",
    "__serialize", "__unserialize", "__sleep", "__wakeup", "__set_state",
)  # fmt: skip


def check_functions(node: nodes.ClassDeclaration, refuse: Callable[[str], NoReturn]) -> None:
    """Refuse methods of the script's that PHP itself gives every enum."""
    given: List[str] = ["cases"] if node.backing is None else ["cases", "from", "tryfrom"]
    for name in given:
        if any(isinstance(member, nodes.MethodDeclaration) and member.name.lower() == name for member in node.members):
            refuse(f"Cannot redeclare {node.name}::{name}()")


def check_enum(made: PhpClass, refuse: Callable[[str], NoReturn]) -> None:
    """Refuse properties, the magic methods that make or change state, and Serializable."""
    own = [info for info in made.properties.values() if info.declaring is made and info.attributes]
    if own or made.static_properties:
        refuse(f"Enum {made.name} cannot include properties")
    for name in _FORBIDDEN:
        if name.lower() in made.methods:
            refuse(f"Enum {made.name} cannot include magic method {name}")
    if "serializable" in made.ancestors:
        refuse(f"Enum {made.name} cannot implement the Serializable interface")
