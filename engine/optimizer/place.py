"""Where a rule stands: what names mean there, and what is known of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Optional

from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.analysis.effects import PureFunction
    from engine.analysis.names import Names


class Place:
    """A namespace block of a file."""

    # Any: the Library, of whose functions rules need `effect`, `signature` and `entry` alone.
    def __init__(self, names: Names, library: Any, functions: Dict[str, Any], pure: Dict[str, PureFunction]) -> None:
        """`functions`: the file's unconditional function declarations by whole name in lower case."""
        self.names = names
        self.library = library
        self.functions = functions
        self.pure = pure

    def builtin(self, callee: nodes.Node) -> Any:  # Any: a BuiltinFunction.
        """The builtin that a callee certainly means, or None."""
        if not isinstance(callee, nodes.Name):
            return None
        full, fallback = self.names.function_name(callee)
        return self.library.find_function(full.lower()) if fallback is None and "\\" not in full else None

    def declared(self, callee: nodes.Node) -> Any:  # Any: a FunctionDeclaration.
        """The function of this file that a callee certainly means, or None."""
        if not isinstance(callee, nodes.Name) or not self.functions:
            return None
        return self.functions.get(self.names.function_name(callee)[0].lower())

    def pure_function(self, callee: nodes.Node) -> Optional[PureFunction]:
        """The pure function of this file that a callee certainly means, or None."""
        if not isinstance(callee, nodes.Name) or not self.pure:
            return None
        return self.pure.get(self.names.function_name(callee)[0].lower())

    def takes_value(self, callee: nodes.Node, position: int) -> bool:
        """Whether a callee certainly takes an argument by value."""
        builtin = self.builtin(callee)
        if builtin is not None:
            return not builtin.reference_mode(position)
        declared = self.declared(callee)
        if declared is None:
            return False
        parameters = declared.parameters
        if position < len(parameters):
            return not parameters[position].by_ref
        return not (parameters and parameters[-1].by_ref)
