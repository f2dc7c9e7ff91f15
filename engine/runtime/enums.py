"""Enumerations: their cases, `cases()`, `from()` and `tryFrom()`."""

from __future__ import annotations

from types import FrameType, ModuleType
from typing import Any, Callable, Dict

from engine.runtime.arrays import PhpArray
from engine.runtime.classes import PUBLIC, MethodInfo, PhpClass, PropertyInfo, add_property
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import BUILTIN_FILENAME, TraceFrame, locals_of
from engine.runtime.lifetimes import give_number
from engine.runtime.types import PhpType


def case_thunk(made: PhpClass, name: str, value: Any, value_thunk: Any) -> Callable[[Any], Any]:
    """What makes the case's object, once an execution."""

    def thunk(_declaring: Any) -> Any:
        cases = made.state().cases
        found = cases.get(name)
        if found is None and made.is_backed and not made.is_internal and _table(made) is not None:
            # PHP makes all cases, and checks their values for duplicates, when the first is met.
            found = cases.get(name)
        if found is None:
            found = made.python_type()
            give_number(found)
            found.__dict__["p_name"] = name
            if made.is_backed:
                backing = value if value_thunk is None else value_thunk(made)
                if type(backing) is not (int if made.backing_type == "int" else str):
                    raise throw_error("TypeError", _wrong_backing(made, backing))
                found.__dict__["p_value"] = backing
            cases[name] = found
        return found

    return thunk


def _wrong_backing(made: PhpClass, value: Any) -> str:
    from engine.runtime.conversions import type_name

    return f"Enum case type {type_name(value)} does not match enum backing type {made.backing_type}"


def add_enum_members(made: PhpClass, library: Any) -> None:
    """Give an enum its properties and methods."""
    for name, kind in (("name", "string"), ("value", made.backing_type)):
        if kind is None:
            continue
        info = PropertyInfo(name, PUBLIC, made)
        info.type = PhpType(kind, (kind,))
        info.uninitialized = True
        info.is_readonly = True
        add_property(made, info, "")
    interface = library.find_class("backedenum" if made.is_backed else "unitenum")
    _add_static(made, "cases", EnumMethod(made.name, "cases", all_cases).entry, interface)
    if made.is_backed:
        _add_static(made, "from", EnumMethod(made.name, "from", from_value).entry, interface)
        _add_static(made, "tryFrom", EnumMethod(made.name, "tryFrom", try_from).entry, interface)


class EnumMethod:
    """`cases`, `from` or `tryFrom` of one enum, as stack traces know builtins: by the code of its entry point."""

    def __init__(self, owner: str, name: str, implementation: Any) -> None:
        self.owner = owner
        self.name = name
        self.display_name = f"{owner}::{name}"
        module = ModuleType("howdah_enum")
        module.__dict__.update(implementation=implementation, class_of=_class_of, BUILTIN={self.display_name: self})
        text = "def entry(receiver, *rest):\n    return implementation(class_of(receiver), rest)"
        exec(compile(text, BUILTIN_FILENAME, "exec"), module.__dict__)  # noqa: S102 - text of our own
        made = module.__dict__["entry"]
        made.__code__ = made.__code__.replace(co_name=self.display_name)
        self.entry: Callable[..., Any] = made

    def describe_frame(self, frame: FrameType, trace: TraceFrame) -> None:
        """Tell a stack trace what this call was."""
        trace.function = self.name
        trace.class_name = self.owner
        trace.kind = "::"
        trace.arguments = list(locals_of(frame).get("rest", ()))


def _class_of(receiver: Any) -> PhpClass:
    """The enum of a call by its name, or by a case of it."""
    return receiver if isinstance(receiver, PhpClass) else receiver.php_class


def _add_static(made: PhpClass, name: str, function: Any, interface: PhpClass) -> None:
    method = MethodInfo(name, PUBLIC, made, function, interface.methods[name.lower()].info)
    method.is_static = True
    made.methods[name.lower()] = method


def all_cases(made: PhpClass, values: Any) -> PhpArray:
    """`cases()`."""
    if values:
        raise throw_error(
            "ArgumentCountError", f"{made.name}::cases() expects exactly 0 arguments, {len(values)} given"
        )
    return PhpArray([made.constant(info.name) for info in made.constants.values() if info.is_case])


def _check_values(made: PhpClass) -> None:
    """No two cases may have one value; PHP looks when a case is first looked for by its value."""
    seen: Dict[Any, str] = {}
    for info in made.constants.values():
        if info.is_case:
            value = made.constant(info.name).__dict__["p_value"]
            if value in seen:
                raise throw_error(
                    "Error", f"Duplicate value in enum {made.name} for cases {seen[value]} and {info.name}"
                )
            seen[value] = info.name


def _find(made: PhpClass, value: Any) -> Any:
    if not made.state().initialized:
        _check_values(made)
        made.state().initialized = True
    return _table(made).get(value)


def _table(made: PhpClass) -> Any:
    """The cases by their values."""
    table = made.state().cases_by_value
    if table is None:
        table = made.state().cases_by_value = {}
        for info in made.constants.values():
            if info.is_case:
                # By its thunk: the constant of a case that asked is being evaluated.
                case = info.thunk(made)
                older = table.setdefault(case.__dict__["p_value"], case)
                if older is not case:
                    made.state().cases_by_value = None
                    made.state().cases.clear()
                    first = older.__dict__["p_name"]
                    raise throw_error("Error", f"Duplicate value in enum {made.name} for cases {first} and {info.name}")
    return table


def _coerced(made: PhpClass, name: str, values: Any) -> Any:
    if len(values) != 1:
        raise throw_error(
            "ArgumentCountError", f"{made.name}::{name}() expects exactly 1 argument, {len(values)} given"
        )
    from engine.runtime.coercion import FAILED
    from engine.runtime.conversions import type_for_error
    from engine.runtime.frames import caller_is_strict

    kind = made.backing_type or "int"
    if type(values[0]) is (int if kind == "int" else str):
        return values[0]
    value = PhpType(kind, (kind,)).accept(values[0], caller_is_strict())
    if value is FAILED:
        raise throw_error(
            "TypeError",
            f"{made.name}::{name}(): Argument #1 ($value) must be of type {kind}, {type_for_error(values[0])} given",
        )
    return value


def from_value(made: PhpClass, values: Any) -> Any:
    """`from($value)`."""
    value = _coerced(made, "from", values)
    case = _find(made, value)
    if case is None:
        shown = f'"{value}"' if type(value) is str else value
        raise throw_error("ValueError", f"{shown} is not a valid backing value for enum {made.name}")
    return case


def try_from(made: PhpClass, values: Any) -> Any:
    """`tryFrom($value)`."""
    return _find(made, _coerced(made, "tryFrom", values))
