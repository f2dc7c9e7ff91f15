"""Arguments and results: checked against declared types, counted, spread, refused as references."""

from __future__ import annotations

import sys
from typing import Any, Dict, List

from engine.runtime.arrays import PhpArray
from engine.runtime.coercion import FAILED
from engine.runtime.context import ctx
from engine.runtime.conversions import to_int, type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.functions import FunctionInfo, NamedRest, add_named, spread
from engine.runtime.objects import PhpObject, stored
from engine.runtime.references import Ref
from engine.runtime.support.variables import shared
from engine.runtime.values import MISSING


def accept_returned_ref(reference: Ref, declared: Any, info: Any, scope: Any, called: Any) -> Ref:
    """A reference about to be returned, its value made to fit the return type."""
    value = reference.get()
    accepted = accept_return(declared, value, info, scope, called)
    if accepted is not value:
        reference.set(accepted)
    return reference


def refuse_by_ref(function: str, position: int, name: str, _value: Any) -> Any:
    """An expression where a reference parameter wants a variable."""
    shown = f" (${name})" if name else ""
    raise throw_error("Error", f"{function}(): Argument #{position}{shown} could not be passed by reference")


def refuse_value(target: Any, position: int) -> Any:
    """As `refuse_by_ref`, for a callable found at run time."""
    function, name = _parameter_of(target, position)
    return refuse_by_ref(function, position + 1, name, None)


def refuse_named(target: Any, name: str, positional: List[Any], value: Any) -> Any:
    """A named argument that is no variable: refused where its parameter is a reference that was not passed yet."""
    if named_by_ref(target, name):
        place = [parameter.name for parameter in _parameters_of(target)].index(name)
        if place >= len(positional):
            return refuse_value(target, place)
    return value


def _parameters_of(target: Any) -> Any:
    info = getattr(target, "info", None)
    if isinstance(info, FunctionInfo):
        return info.parameters
    return getattr(getattr(info or target, "signature", None), "parameters", ())


def _parameter_of(target: Any, position: int) -> Any:
    """The name of a callable and of one of its parameters, for messages; a variadic one is not named."""
    parameters = _parameters_of(target)
    name = ""
    if position < len(parameters):
        parameter = parameters[position]
        name = (
            "" if getattr(parameter, "variadic", False) or getattr(parameter, "is_variadic", False) else parameter.name
        )
    return getattr(getattr(target, "info", None) or target, "display_name", ""), name


def accept_argument(declared: Any, value: Any, info: FunctionInfo, position: int, scope: Any, called: Any) -> Any:
    """An argument that failed the inline test of its type: coerced, or PHP's TypeError."""
    from engine.runtime.frames import callers_caller_is_strict

    if value is MISSING or declared.matches(value, scope, called):
        return value
    if type(value) is int and "float" in declared.scalars:
        return float(value)
    accepted = declared.accept(value, callers_caller_is_strict(), scope, called)
    if accepted is FAILED:
        raise _argument_type_error(declared.shown(scope, called), value, info, position)
    return accepted


def _argument_type_error(shown_type: str, value: Any, info: FunctionInfo, position: int) -> Exception:
    from engine.runtime.frames import calling_place

    called_at = calling_place()
    place = "" if called_at is None else f", called in {called_at[0]} on line {called_at[1]}"
    parameter = info.parameters[min(position, len(info.parameters) - 1)]
    shown = "" if parameter.variadic else f" (${parameter.name})"
    return throw_error(
        "TypeError",
        f"{info.display_name}(): Argument #{position + 1}{shown} must be of type {shown_type}, "
        f"{type_for_error(value)} given{place}",
    )


def check_rest(rest: PhpArray, info: FunctionInfo, position: int, scope: Any, called: Any) -> None:
    """The types of what a variadic parameter collected."""
    declared = info.parameters[position].type
    for number, (key, value) in enumerate(rest.items()):
        if declared.matches(value, scope, called):
            continue
        rest.set(key, accept_argument_deep(declared, value, info, position + number, scope, called))


def accept_argument_deep(declared: Any, value: Any, info: FunctionInfo, position: int, scope: Any, called: Any) -> Any:
    """As `accept_argument`, for one of a variadic parameter's."""
    from engine.runtime.frames import callers_caller_is_strict

    accepted = declared.accept(value, callers_caller_is_strict(), scope, called)
    if accepted is FAILED:
        raise _argument_type_error(declared.shown(scope, called), value, info, position)
    return accepted


def accept_return(declared: Any, value: Any, info: FunctionInfo, scope: Any, called: Any) -> Any:
    """A return value that failed the inline test of its type."""
    from engine.runtime.frames import caller_is_strict

    if declared.matches(value, scope, called):
        return value
    if type(value) is int and "float" in declared.scalars:
        return float(value)
    accepted = declared.accept(value, caller_is_strict(), scope, called)
    if accepted is FAILED:
        raise throw_error(
            "TypeError",
            f"{info.display_name}(): Return value must be of type {declared.shown(scope, called)}, "
            f"{type_for_error(value)} returned",
        )
    return accepted


def missing_return(declared: Any, info: FunctionInfo) -> Any:
    """The end of a function that has to return something."""
    if "never" in declared.kinds:
        kind = "function" if info.class_name is None else "method"
        raise throw_error("TypeError", f"{info.display_name}(): never-returning {kind} must not implicitly return")
    raise throw_error(
        "TypeError", f"{info.display_name}(): Return value must be of type {declared.display}, none returned"
    )


def deprecated_call(info: FunctionInfo) -> None:
    """The call of a function that its author marked as deprecated: PHP's diagnostic, at the caller's line."""
    from engine.runtime.context import E_USER_DEPRECATED
    from engine.runtime.frames import _frames

    assert info.deprecation is not None
    places = [unit.position(frame) for frame, unit in _frames(sys._getframe(1)) if unit is not None][1:2]
    file, line = places[0] if places else (None, None)
    kind = "Function" if info.class_name is None else "Method"
    ctx.diagnose(E_USER_DEPRECATED, f"{kind} {info.display_name}() is deprecated{info.deprecation()}", file, line)


def assertions_enabled() -> bool:
    """Whether `assert()` evaluates its arguments."""
    return ctx.ini.get_int("zend.assertions") > 0


def count_passed(values: List[Any], rest: Any) -> int:
    """How many arguments a function was given."""
    extra = len(rest) - (1 if rest and type(rest[-1]) is NamedRest else 0) if type(rest) is tuple else len(rest)
    if extra:
        return len(values) + extra
    count = len(values)
    while count and values[count - 1] is MISSING:
        count -= 1
    return count


def passed_arguments(count: int, values: List[Any], rest: Any) -> List[Any]:
    """func_get_args()."""
    found = [stored(value.v) if type(value) is Ref else value for value in values]
    found.extend(rest.values() if type(rest) is PhpArray else rest)
    return [shared(stored(value)) for value in found[:count]]


def passed_argument(position: Any, count: int, values: List[Any], rest: Any) -> Any:
    """func_get_arg($position)."""
    index = to_int(position)
    if index < 0:
        raise throw_error("ValueError", "func_get_arg(): Argument #1 ($position) must be greater than or equal to 0")
    if index >= count:
        raise throw_error(
            "ValueError",
            "func_get_arg(): Argument #1 ($position) must be less than the number of the arguments passed to the "
            "currently executed function",
        )
    return passed_arguments(count, values, rest)[index]


def named_by_ref(target: Any, name: str) -> bool:
    """Whether a callable takes its parameter `name` by reference."""
    info = getattr(target, "info", None)
    parameters: Any = (
        info.parameters
        if isinstance(info, FunctionInfo)
        else getattr(getattr(target, "signature", None), "parameters", ())
    )
    if any(parameter.name == name for parameter in parameters):
        return any(parameter.name == name and bool(parameter.by_ref) for parameter in parameters)
    return bool(parameters) and getattr(parameters[-1], "variadic", False) and bool(parameters[-1].by_ref)


def spread_for(target: Any, value: Any, positional: List[Any], named: Dict[str, Any]) -> None:
    """`...$value` for a callable that may take references: elements of the array become them."""
    if type(value) is not PhpArray:
        before = len(positional)
        named_before = set(named)
        spread(value, positional, named)
        if isinstance(value, PhpObject):
            names = [parameter.name for parameter in _parameters_of(target)]
            given = [name for name in named if name in names and name not in named_before]
            by_name = [names.index(name) for name in given if named_by_ref(target, name)]
            for position in [*(one for one in range(before, len(positional)) if target.by_ref(one)), *by_name]:
                function, _name = _parameter_of(target, position)
                ctx.warning(
                    f"Cannot pass by-reference argument {position + 1} of {function}() by unpacking a Traversable, "
                    "passing by-value instead"
                )
        return
    has_names = False
    for key, item in list(value.raw_items()):
        if type(key) is str:
            has_names = True
            if named_by_ref(target, key):
                add_named(named, key, item if type(item) is Ref else value.ref(key))
            else:
                add_named(named, key, item.get() if type(item) is Ref else item)
        elif has_names:
            raise throw_error("Error", "Cannot use positional argument after named argument during unpacking")
        elif target.by_ref(len(positional)):
            positional.append(item if type(item) is Ref else value.ref(key))
        else:
            positional.append(item.get() if type(item) is Ref else item)
