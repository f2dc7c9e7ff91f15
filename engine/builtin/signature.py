"""Python function -> PHP signature. Annotations are text (every chapter imports them from the future) and read here."""

from __future__ import annotations

import ast
from typing import Any, Callable, Dict, List, Optional, Tuple

from engine.runtime.types import PhpType
from engine.runtime.values import MISSING

# How a parameter takes its argument.
BY_VALUE = 0
BY_REF = 1
PREFER_REF = 2

_INJECTED = ("Context", "Diagnostics")
_NAMES = {
    "int": "int",
    "float": "float",
    "bool": "bool",
    "str": "string",
    "PhpString": "string",
    "Path": "string",
    "PhpArray": "array",
    "PhpObject": "object",
    "Callback": "callable",
    "Resource": "resource",
    "Value": "mixed",
    "Any": "mixed",
    "None": "null",
    "NoReturn": "never",
    "Never": "never",
}
# PHP's own order when it writes a union; classes come first, null last.
_ORDER = (
    "mixed", "static", "resource", "callable", "object", "array", "string", "int", "float", "bool", "false", "true",
    "void", "never",
)  # fmt: skip


class SignatureError(Exception):
    """A chapter declares a function wrongly. Found at start-up or by the tests, never while a script runs."""


class Parameter:
    """A parameter as PHP sees it. `type` is None where PHP shows none; `default` MISSING where PHP knows none."""

    __slots__ = ("by_ref", "default", "is_optional", "is_path", "is_variadic", "name", "type")

    def __init__(self, name: str, type_: Optional[PhpType], default: Any, by_ref: int) -> None:
        self.name = name
        self.type = type_
        self.default = default
        self.by_ref = by_ref
        self.is_optional = False
        self.is_path = False
        self.is_variadic = False


class Signature:
    """A builtin's signature. `injected` counts what Python gets before the PHP arguments."""

    __slots__ = ("injected", "max_args", "min_args", "parameters", "return_type", "summary", "takes_named")

    def __init__(self, parameters: Tuple[Parameter, ...], return_type: Optional[PhpType], summary: str) -> None:
        self.parameters = parameters
        self.return_type = return_type
        self.summary = summary
        self.injected = 0
        self.takes_named = False
        self.min_args = sum(not parameter.is_optional for parameter in parameters)
        self.max_args: Optional[int] = len(parameters)
        if parameters and parameters[-1].is_variadic:
            self.max_args = None


def read_signature(function: Callable[..., Any], *, receiver: bool = False) -> Signature:
    """The PHP signature that a Python function declares. `receiver`: `$this` or the called class comes first."""
    code = function.__code__
    names = code.co_varnames
    positional = code.co_argcount
    injected = code.co_posonlyargcount
    annotations: Dict[str, Any] = function.__annotations__
    first = injected + (1 if receiver else 0)
    defaults = function.__defaults__ or ()
    parameters: List[Parameter] = []
    for index in range(first, positional):
        place = index - (positional - len(defaults))
        default = defaults[place] if place >= 0 else MISSING
        parameter = _read_parameter(function, names[index], annotations, default)
        parameter.is_optional = place >= 0
        parameters.append(parameter)
    if code.co_kwonlyargcount:
        raise SignatureError(f"{_where(function)}: PHP has no keyword-only parameters")
    following = positional
    if code.co_flags & _CO_VARARGS:
        parameter = _read_parameter(function, names[following], annotations, MISSING)
        parameter.is_optional = parameter.is_variadic = True
        parameters.append(parameter)
        following += 1
    signature = Signature(tuple(parameters), _read_return_type(function, annotations), summary_of(function))
    signature.injected = injected
    signature.takes_named = bool(code.co_flags & _CO_VARKEYWORDS)
    return signature


_CO_VARARGS = 4
_CO_VARKEYWORDS = 8


def summary_of(function: Callable[..., Any]) -> str:
    """The first docstring line."""
    return (function.__doc__ or "").strip().split("\n", 1)[0]


def check_declaration(function: Callable[..., Any], effect: str) -> None:
    """Refuse, cheaply enough for every start, what a reader could not trust."""
    code = function.__code__
    if not function.__doc__:
        raise SignatureError(f"{_where(function)} has no docstring")
    annotations = function.__annotations__
    count = code.co_argcount + code.co_kwonlyargcount
    count += bool(code.co_flags & _CO_VARARGS) + bool(code.co_flags & _CO_VARKEYWORDS)
    if "return" not in annotations or len(annotations) != count + 1:
        raise SignatureError(f"{_where(function)} has a parameter or return value without annotation")
    for name in code.co_varnames[: code.co_posonlyargcount]:
        if annotations[name] not in _INJECTED:
            raise SignatureError(f"{_where(function)} asks for {annotations[name]} before `/`")
        if effect == "pure" and annotations[name] == "Context":
            raise SignatureError(f"{_where(function)} is pure but asks for Context")


def names_references(implementation: Callable[..., Any]) -> bool:
    """Whether a function's annotations speak of references; its signature, dearer to read, then says which."""
    annotations = getattr(implementation, "__annotations__", {})
    return any("Ref[" in str(annotation) for annotation in annotations.values())


def php_name(name: str) -> str:
    """The PHP name of a Python function or parameter: one trailing underscore is dropped."""
    return name[:-1] if name.endswith("_") and len(name) > 1 else name


def _where(function: Callable[..., Any]) -> str:
    return f"{function.__module__}.{function.__name__}()"


def _read_parameter(function: Callable[..., Any], name: str, annotations: Dict[str, Any], default: Any) -> Parameter:
    node = _parse(function, annotations, name)
    by_ref = BY_VALUE
    members = _members(node)
    for member in members:
        if isinstance(member, ast.Name) and member.id in _REFERENCES:
            by_ref = _REFERENCES[member.id]
        elif isinstance(member, ast.Subscript) and isinstance(member.value, ast.Name):
            by_ref = by_ref or _REFERENCES.get(member.value.id, BY_VALUE)
    if not by_ref:
        if _is_named(node, "Untyped"):
            return Parameter(php_name(name), None, default, by_ref)
        parameter = Parameter(php_name(name), _read_type(function, members), default, by_ref)
        parameter.is_path = any(_is_named(member, "Path") for member in members)
        return parameter
    # `Ref[int] | None = None` and a bare `Ref` only receive a result: PHP neither shows a type nor looks at the value.
    inner = members[0]
    if len(members) > 1 or not isinstance(inner, ast.Subscript):
        return Parameter(php_name(name), None, default, by_ref)
    return Parameter(php_name(name), _read_type(function, _members(inner.slice)), default, by_ref)


_REFERENCES = {"Ref": BY_REF, "PreferRef": PREFER_REF}


def _read_return_type(function: Callable[..., Any], annotations: Dict[str, Any]) -> Optional[PhpType]:
    node = _parse(function, annotations, "return")
    if isinstance(node, ast.Constant) and node.value is None:
        return PhpType("void", ("void",))
    if _is_named(node, "Untyped"):
        return None
    return _read_type(function, _members(node))


def read_type_text(text: str) -> PhpType:
    """The PhpType of a type as PHP writes it: `int`, `?string`, `Iterator|array`."""
    names = text.lstrip("?").split("|") + (["null"] if text.startswith("?") else [])
    kinds = tuple(name for name in names if name in _NAMES.values() or name in ("false", "true", "static", "self"))
    return PhpType(text, kinds, tuple(name for name in names if name not in kinds))


def _parse(function: Callable[..., Any], annotations: Dict[str, Any], name: str) -> Any:
    text = annotations.get(name)
    if not isinstance(text, str):
        raise SignatureError(f"{_where(function)}: {name} has no annotation in text form")
    return ast.parse(text, mode="eval").body


def _members(node: Any) -> List[Any]:
    """The members of a union, in the order written."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return _members(node.left) + _members(node.right)
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Optional":
        return [*_members(node.slice), ast.Constant(value=None)]
    return [node]


def _read_type(function: Callable[..., Any], members: List[Any]) -> PhpType:
    kinds: List[str] = []
    classes: List[str] = []
    for member in members:
        kind = _kind_of(member)
        if kind is not None:
            kinds.append(kind)
        elif isinstance(member, ast.Subscript) and _is_named(member.value, "Annotated"):
            name = _class_of(member.slice)
            if name in ("static", "self"):
                kinds.append(name)
            else:
                classes.append(name)
        else:
            raise SignatureError(f"{_where(function)}: cannot read the type {ast.dump(member)}")
    if "true" in kinds and "false" in kinds:
        kinds = [kind for kind in kinds if kind not in ("true", "false")] + ["bool"]
    return PhpType(display_type(kinds, classes), tuple(kinds), tuple(classes))


_LITERALS = {"True": "true", "False": "false", "None": "null"}


def _kind_of(node: Any) -> Optional[str]:
    if isinstance(node, ast.Constant) and node.value is None:
        return "null"
    if isinstance(node, ast.Name):
        return _NAMES.get(node.id)
    if isinstance(node, ast.Subscript):
        if _is_named(node.value, "Literal") and isinstance(node.slice, ast.Constant):
            return _LITERALS.get(repr(node.slice.value))
        if _is_named(node.value, "Callback"):
            return "callable"
    return None


def _is_named(node: Any, *names: str) -> bool:
    return isinstance(node, ast.Name) and node.id in names


def _class_of(node: Any) -> str:
    """The class of `Annotated[PhpObject, "DateTime"]`, which is an object to Python."""
    if isinstance(node, ast.Tuple):
        node = node.elts[-1]
    return str(node.value)


def display_type(kinds: List[str], classes: List[str]) -> str:
    """A type as PHP writes it: in its order, `?T` for one type or null."""
    names = classes + [kind for kind in _ORDER if kind in kinds] + [kind for kind in kinds if kind == "self"]
    if "null" not in kinds:
        return "|".join(names)
    if not names:
        return "null"
    return f"?{names[0]}" if len(names) == 1 and names[0] != "mixed" else "|".join([*names, "null"])
