"""Constant expressions of declarations: evaluated in the class they stand in, and written as PHP writes them."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.conversions import float_repr, to_string
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref
from engine.syntax import nodes


def evaluate(holder: Any, compiler: Any, names: Any, scope: Any, node: Any, trait_name: str = "") -> Any:
    """The value of `node`, written in the file of `compiler` in the class `scope`.

    `holder`, the class or function that declares it, keeps the compiled expression for the next time.
    """
    thunks: Dict[int, Tuple[Any, Any]] = holder.__dict__.setdefault("reflected_expressions", {})
    kept = thunks.get(id(node))
    if kept is None or kept[0] is not node:
        kept = thunks[id(node)] = (node, compiler.compile_thunk(names, scope, node, trait_name))
    return share_value(kept[1](scope))


def parameter_default(parameter: Any) -> Any:
    """The value of a parameter's default."""
    if parameter.default_node is None:
        default = parameter.default
        if type(default).__name__ == "CaseDefault":
            from engine.runtime.classes import require_class

            class_name, _colons, case = default.name.partition("::")
            return require_class(class_name).constant(case)
        return share_value(default)
    function = parameter.function
    declared = function.declared
    scope = function.scope or declared.scope
    return evaluate(
        function.info, declared.compiler, declared.names, scope, parameter.default_node, declared.trait_name
    )


def constant_name(parameter: Any) -> Optional[str]:
    """The constant that a parameter's default names, or None."""
    node = parameter.default_node
    if node is None:
        default = parameter.default
        return default.name if type(default).__name__ == "CaseDefault" else None
    if isinstance(node, nodes.Constant):
        text = node.name.text
        if text.lower() in ("true", "false", "null"):
            return None
        names = parameter.function.declared.names
        full, _fallback = names.constant_name(node.name)
        return str(full)
    if isinstance(node, nodes.ClassConstant) and isinstance(node.name, str) and isinstance(node.class_name, nodes.Name):
        if node.name.lower() == "class":
            return None
        return f"{parameter.function.declared.names.class_name(node.class_name)}::{node.name}"
    if isinstance(node, nodes.MagicConstant) and node.name == "__CLASS__":
        return "__CLASS__" if parameter.function.declared.trait_name else None
    return None


# ---------------------------------------------------------------- values as exports write them


def format_value(value: Any) -> str:
    """A value as default values are written in exports."""
    if type(value) is Ref:
        value = value.get()
    if value is None:
        return "NULL"
    if value is True or value is False:
        return "true" if value else "false"
    if type(value) is float:
        return float_repr(value)
    if type(value) is str:
        return f"'{escape(value)}'"
    if type(value) is PhpArray:
        return _format_array(value)
    if isinstance(value, PhpObject):
        owner = value.php_class
        if owner.kind == "enum":
            return f"\\{owner.name}::{value.__dict__['p_name']}"
        return f"object({owner.name})"
    return to_string(value)


def _format_array(value: PhpArray) -> str:
    parts: List[str] = []
    is_list = value.is_list()
    for key, item in value.items():
        shown = format_value(item)
        if not is_list:
            shown = f"{key} => {shown}" if type(key) is int else f"'{escape(str(key))}' => {shown}"
        parts.append(shown)
    return f"[{', '.join(parts)}]"


_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\v": "\\v", "\\": "\\\\", "\x1b": "\\e"}


def escape(text: str) -> str:
    """`text` with control characters, backslashes and high bytes escaped."""
    pieces = []
    for letter in text:
        if letter in _ESCAPES:
            pieces.append(_ESCAPES[letter])
        elif letter < " " or letter > "~":
            pieces.append(f"\\x{ord(letter):02X}")
        else:
            pieces.append(letter)
    return "".join(pieces)
