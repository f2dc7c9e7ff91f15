"""How messages spell a method: `& A::f(int $a, $b = 1): string`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.compiler.array_literals import fold_value
from engine.runtime.arrays import PhpArray
from engine.runtime.conversions import to_string
from engine.stdlib.reflection.exports import builtin_default_text
from engine.stdlib.reflection.subjects import method_subject
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.runtime.classes import MethodInfo
    from engine.stdlib.reflection.subjects import FunctionSubject, ParameterSubject

MAXIMUM_QUOTED = 10


def spelled(method: MethodInfo, owner: str) -> str:
    """A method, of a script or ours, as one of the class `owner`."""
    subject = method_subject(method.declaring, method)
    parameters = []
    for parameter in subject.parameters:
        text = "" if parameter.type is None else f"{parameter.type.display} "
        text += ("&" if parameter.by_ref else "") + ("..." if parameter.is_variadic else "") + "$" + parameter.name
        if parameter.is_optional and not parameter.is_variadic:
            text += f" = {_default(subject, parameter)}"
        parameters.append(text)
    result = "" if subject.return_type is None else f": {subject.return_type.display}"
    mark = "& " if subject.info.returns_ref else ""
    return f"{mark}{owner}::{method.name}({', '.join(parameters)}){result}"


def _default(subject: FunctionSubject, parameter: ParameterSubject) -> str:
    if subject.is_builtin:
        return builtin_default_text(parameter)
    node: Any = parameter.default_node
    folded, value = fold_value(node)
    if folded:
        return _spelled_value(value)
    if isinstance(node, nodes.ArrayLiteral):
        return "[...]" if node.items else "[]"
    names = subject.declared.names
    if isinstance(node, nodes.Constant):
        return str(names.constant_name(node.name)[0])
    if isinstance(node, nodes.ClassConstant) and isinstance(node.class_, nodes.Name) and isinstance(node.name, str):
        class_name = names.class_name(node.class_)
        if node.name.lower() == "class":
            meant = subject.scope.name if class_name.lower() == "self" and subject.scope is not None else class_name
            return _spelled_value(meant)
        return f"{class_name}::{node.name}"
    return "<expression>"


def _spelled_value(value: Any) -> str:
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if type(value) is str:
        shown = value[:MAXIMUM_QUOTED]
        return f"'{shown}{'...' if len(value) > MAXIMUM_QUOTED else ''}'"
    if type(value) is PhpArray:
        return "[...]" if len(value) else "[]"
    return to_string(value)
