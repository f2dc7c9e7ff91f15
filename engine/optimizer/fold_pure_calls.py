"""Calls of `@pure` builtins with literal arguments become their value.

The builtin itself is called, so that there is one implementation; the fold is dropped where it warns or throws, where
an argument would be coerced (which depends on strict_types), and where the result is large or an object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional

from engine.errors import LimitExceededError, PhpThrown
from engine.optimizer.fold_constants import FOLDED_BYTES, NO_VALUE, is_constant, node_of, value_of
from engine.request import Limits, Request
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.references import Ref
from engine.runtime.values import canonical_int
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.optimizer.place import Place

# Elements of an array result, its own ones and those below.
FOLDED_ELEMENTS = 32
# Bytes of all arguments, and the largest int among them that a size may be made of.
_ARGUMENT_BYTES = 256
_ARGUMENT_SIZE = 256
_EXTENSIONS = frozenset(("Core", "standard", "ctype"))
# Those whose answer is the host's, or the version's, or that take their time.
_NEVER = frozenset(
    (
        "levenshtein",
        "localeconv",
        "password_algos",
        "password_get_info",
        "password_needs_rehash",
        "similar_text",
        "strcoll",
        "version_compare",
    )
)
# Whose work grows with their numbers alone.
_GROWING = frozenset(("range", "array_fill", "array_pad", "str_repeat", "str_pad"))
_SCALARS = (int, str, bool, type(None))


class _Refused(Exception):  # noqa: N818 - no error: the call stays a call
    """A diagnostic was about to be raised."""


class _Nothing(int):
    """A memory limit in MiB of which none is left for what is charged."""

    def __lshift__(self, _bits: int) -> int:
        return 4 * FOLDED_BYTES


class _NoClasses:
    """A library without classes: no exception can be made of what goes wrong."""

    def find_class(self, _lower_name: str) -> Any:
        raise _Refused


_NO_CLASSES = _NoClasses()
_FOLDING = Request(code="", limits=Limits(memory_mb=_Nothing()))


def fold_call(place: Place, node: nodes.Call) -> nodes.Expression:
    """`str_repeat("=", 3)`  becomes  `"==="`."""
    if node.arguments is None:
        return node
    builtin = place.builtin(node.callee)
    if builtin is None or not may_fold_builtin(builtin) or place.declared(node.callee) is not None:
        return node
    values = _arguments(place, node.arguments)
    if values is None or not _accepts(builtin, values):
        return node
    result = _evaluate(builtin, values)
    folded = _node_of(result, node.line, [FOLDED_ELEMENTS])
    return node if folded is None else folded


def may_fold_builtin(builtin: Any) -> bool:
    """Whether a builtin's calls are folded at all."""
    return (
        builtin.effect == "pure"
        and builtin.extension in _EXTENSIONS
        and builtin.deprecated is None
        and builtin.name not in _NEVER
    )


def _arguments(place: Place, arguments: List[nodes.Argument]) -> Optional[List[Any]]:
    values: List[Any] = []
    size = 0
    for argument in arguments:
        if argument.unpack or argument.name is not None:
            return None
        value = _value_of(place, argument.value)
        if value is NO_VALUE:
            return None
        size += _size(value)
        values.append(value)
    return values if size <= _ARGUMENT_BYTES else None


def _value_of(place: Place, node: Any) -> Any:
    if node.__class__ is not nodes.ArrayLiteral:
        return value_of(node, place)
    made = PhpArray()
    for item in node.items:
        if item is None or item.unpack or item.by_ref:
            return NO_VALUE
        value = value_of(item.value, place)
        # A float in an array may be spelled, which depends on directives.
        if type(value) not in _SCALARS:
            return NO_VALUE
        key = value_of(item.key) if item.key is not None else NO_VALUE
        if item.key is None:
            made.append(value)
        elif type(key) is int or (type(key) is str and canonical_int(key) is None):
            made.set(key, value)
        else:
            return NO_VALUE
    return made


def _size(value: Any) -> int:
    if type(value) is str:
        return len(value)
    if type(value) is PhpArray:
        return sum(8 + _size(item) for item in value.values())
    return 8


def _accepts(builtin: Any, values: List[Any]) -> bool:
    """Whether the arguments are of the declared types as they are, and in number."""
    least, most = builtin.min_args, builtin.max_args
    if len(values) < least or (most is not None and len(values) > most):
        return False
    parameters = builtin.signature.parameters
    for position, value in enumerate(values):
        parameter = parameters[min(position, len(parameters) - 1)]
        declared = parameter.type
        if parameter.by_ref:
            return False
        if type(value) is float:
            if declared is None or "float" not in declared.kinds or builtin.name in _GROWING:
                return False
        elif (type(value) is int and builtin.name in _GROWING and abs(value) > _ARGUMENT_SIZE) or (
            type(value) is str and builtin.name == "range" and len(value) != 1
        ):
            return False
        is_widened = type(value) is int and declared is not None and "float" in declared.kinds
        if declared is not None and not declared.matches(value) and not is_widened:
            return False
    return True


def _evaluate(builtin: Any, values: List[Any]) -> Any:
    """The result, or NO_VALUE; nothing of the attempt stays behind in the context."""
    handlers, is_handling, request = ctx.error_handlers, ctx.in_error_handler, ctx.request
    library, classes = ctx.library, ctx.classes
    ctx.error_handlers = [(_refuse, -1)]
    ctx.in_error_handler = False
    ctx.request = _FOLDING
    ctx.library, ctx.classes = _NO_CLASSES, {}
    try:
        return builtin.entry(*values)
    except (PhpThrown, LimitExceededError, _Refused, ArithmeticError):
        return NO_VALUE
    finally:
        ctx.error_handlers, ctx.in_error_handler, ctx.request = handlers, is_handling, request
        ctx.library, ctx.classes = library, classes


def _refuse(_level: int, _message: str, _file: str, _line: int) -> bool:
    raise _Refused


def _node_of(value: Any, line: int, left: List[int]) -> Optional[nodes.Expression]:
    """A value as a literal, arrays too; `left` counts the elements that may still be made."""
    if type(value) is not PhpArray:
        known = value is None or type(value) in (int, float, str, bool)
        return node_of(value, line) if known else None
    items: List[Optional[nodes.ArrayItem]] = []
    left[0] -= len(value)
    if left[0] < 0:
        return None
    is_list = list(value.keys()) == list(range(len(value)))
    for key, item in value.items():
        held = _node_of(item.get() if type(item) is Ref else item, line, left)
        if held is None or (type(key) is int and key < 0):
            return None
        items.append(nodes.ArrayItem(line, None if is_list else nodes.Literal(line, key), held))
    return nodes.ArrayLiteral(line, items)


# Any: as listed.
REWRITES: Dict[type, Callable[[Place, Any], Any]] = {nodes.Call: fold_call}


def may_fold_call(place: Place, node: nodes.Call) -> bool:
    """Whether there is a chance that `fold_call` finds something."""
    arguments = node.arguments
    if arguments is None:
        return False
    for argument in arguments:
        value = argument.value
        if value.__class__ is not nodes.ArrayLiteral and not is_constant(value):
            return False
    builtin = place.builtin(node.callee)
    return builtin is not None and may_fold_builtin(builtin)
