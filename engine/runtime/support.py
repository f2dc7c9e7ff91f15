"""Small things that compiled code calls: variables that may not exist, symbol tables, argument checks, echo."""

from __future__ import annotations

import sys
from typing import Any, Dict, List, Optional, Tuple

from engine.errors import PhpThrown, ScriptExit
from engine.runtime.access import (
    aappend,
    aget,
    append_in_variable,
    aset,
    container,
    element_for_write,
    offset_set,
    ref_for_write,
    written_letter,
)
from engine.runtime.arrays import PhpArray
from engine.runtime.coercion import FAILED, to_int_param, to_string_param
from engine.runtime.context import ctx
from engine.runtime.conversions import to_int, type_for_error
from engine.runtime.exceptions import chain_exceptions, settle, throw_error
from engine.runtime.functions import Closure, FunctionInfo, NamedRest, add_named, make_closure, spread
from engine.runtime.objects import PhpObject, stored
from engine.runtime.references import Ref
from engine.runtime.strings import StringBuilder
from engine.runtime.typed_references import TypeSources
from engine.runtime.values import MISSING

# ---------------------------------------------------------------- output


def echo(text: str) -> None:
    """`echo`."""
    ctx.output.write(text)


def print_(text: str) -> int:
    """`print`."""
    ctx.output.write(text)
    return 1


def silence() -> int:
    """Enter `@`."""
    ctx.silence_depth += 1
    return ctx.silence_depth


def unsilence(depth: int, value: Any) -> Any:
    """Leave `@`; inner ones that an exception left behind end here too."""
    ctx.silence_depth = depth - 1
    return value


# ---------------------------------------------------------------- variables


def undefined_variable(name: str) -> None:
    """Reading a variable that has no value."""
    ctx.warning(f"Undefined variable ${name}")


def no_this() -> Any:
    """`$this` where there is none."""
    raise throw_error("Error", "Using $this when not in object context")


def ref_get(reference: Any, name: str) -> Any:
    """The value of a reference variable that may not exist yet."""
    if type(reference) is Ref:
        value = reference.v
        if value is not MISSING:
            return value.join() if type(value) is StringBuilder else value
    undefined_variable(name)
    return None


def ref_quiet(reference: Any) -> Any:
    """As `ref_get`, without a warning."""
    if type(reference) is Ref:
        value = reference.v
        return None if value is MISSING else stored(value)
    return None


def ref_or_missing(reference: Any) -> Any:
    """The value of a reference variable fit to be stored, MISSING where there is none."""
    if type(reference) is Ref:
        value = stored(reference.v)
        return value.share() if type(value) is PhpArray else value
    return MISSING


def ref_read(reference: Any, name: str) -> Ref:
    """The reference of a variable about to be updated; absent, it warns."""
    if type(reference) is not Ref or reference.v is MISSING:
        undefined_variable(name)
    return own_ref(reference)


def own_ref(reference: Any) -> Ref:
    """The reference of a variable about to be written: made if need be."""
    if type(reference) is Ref:
        if reference.v is MISSING:
            reference.v = None
        return reference
    return Ref()


def set_ref(reference: Ref, value: Any) -> Any:
    """Assign through a reference; the value of the expression."""
    if reference.check is not None:
        value = reference.check(reference, value)
    reference.v = value
    return value


def step_ref(reference: Ref, old: Any, value: Any) -> Any:
    """Assign through a reference what `++` or `--` made of `old`; the value of the expression."""
    check = reference.check
    if check is not None:
        if type(value) is float and type(old) is int and isinstance(check, TypeSources):
            value = check.step(reference, value)
        else:
            value = check(reference, value)
    reference.v = value
    return value


def rebind(old: Any, new: Ref) -> Ref:
    """`$x = &…`: the variable gives one reference up and holds another."""
    if type(old) is Ref and old is not new:
        old.holders -= 1
    if old is not new:
        new.holders += 1
    if new.v is MISSING:
        new.v = None
    return new


def release(old: Any) -> Any:
    """`unset($x)` of a reference variable."""
    if type(old) is Ref:
        old.holders -= 1
    return MISSING


def hold(reference: Ref) -> Ref:
    """A reference about to be kept somewhere else too."""
    reference.holders += 1
    if reference.v is MISSING:
        reference.v = None
    return reference


def no_append_read() -> Any:
    """`$a[]` where its value is wanted."""
    raise throw_error("Error", "Cannot use [] for reading")


def assigned_ref(reference: Ref) -> Ref:
    """A reference about to be returned; whoever takes it is counted then."""
    if reference.v is MISSING:
        reference.v = None
    return reference


def new_static(value: Any) -> Ref:
    """The slot of a static variable."""
    reference = Ref(value)
    reference.holders += 1
    return reference


def first_static(statics: Dict[Any, Ref], key: Any, value: Any) -> Ref:
    """The slot of a static variable met for the first time; its initial value may have run the function itself."""
    found = statics.get(key)
    if found is None:
        found = statics[key] = new_static(value)
    return found


def shared(value: Any) -> Any:
    """A value fit to be stored."""
    return value.share() if type(value) is PhpArray else value


def capture_ref(value: Any) -> Any:
    """A captured value as a reference variable of an arrow function."""
    return value if value is MISSING else Ref(shared(value))


def assign_in_ref(reference: Ref, helper: Any, key: Any, value: Any) -> Any:
    """`$x[key] = value` where `$x` is a reference."""
    held = reference.v
    if type(held) is PhpArray:
        return aappend(value, held) if helper is append_in_variable else aset(value, held, key)
    if isinstance(held, PhpObject):
        return offset_set(held, None if helper is append_in_variable else key, value)
    held = None if held is MISSING else stored(held)
    if reference.check is not None and (held is None or held is False):
        return assign_in_ref(reference, helper, key, value) if ref_for_write(reference) is not held else value
    reference.set(helper(held, value) if helper is append_in_variable else helper(held, key, value))
    return written_letter(value) if type(held) is str else value


def as_ref(value: Any) -> Ref:
    """The reference that a call returned, or a new one around its value, with PHP's notice."""
    if type(value) is Ref:
        return value
    ctx.notice("Only variables should be assigned by reference")
    return Ref(value)


def no_reference(value: Any) -> Ref:
    """`return 1;` in a function that returns by reference."""
    ctx.notice("Only variable references should be returned by reference")
    return Ref(value)


def accept_returned_ref(reference: Ref, declared: Any, info: Any, scope: Any, called: Any) -> Ref:
    """A reference about to be returned, its value made to fit the return type."""
    value = reference.get()
    accepted = accept_return(declared, value, info, scope, called)
    if accepted is not value:
        reference.set(accepted)
    return reference


def returned_ref(value: Any) -> Ref:
    """What a call in the `return` of a function that returns by reference gave it."""
    return value if type(value) is Ref else no_reference(value)


def yielded_ref(value: Any) -> Ref:
    """What a generator that yields by reference was given: a call's reference, or a value that is none."""
    if type(value) is Ref:
        return value
    ctx.notice("Only variable references should be yielded by reference")
    return Ref(value)


def result_as_ref(value: Any) -> Ref:
    """A call's result for a reference parameter."""
    if type(value) is Ref:
        return value
    ctx.notice("Only variables should be passed by reference")
    return Ref(value)


def result_container(value: Any) -> Any:
    """What `f()[…] = …` writes into: the array behind a returned reference, an object, or a copy nobody keeps."""
    if isinstance(value, Ref):
        return ref_for_write(value)
    return value.share() if type(value) is PhpArray else container(value)


def temporary_container(value: Any) -> Any:
    """What `[1][0]` is an element of, where a reference to that is wanted: only an object can be."""
    if not isinstance(value, PhpObject):
        raise throw_error("Error", "Cannot use temporary expression in write context")
    return value


def referenced_result(value: Any) -> Any:
    """`[&$x] = f()`: what is no reference is told of, and its elements are references to nothing else."""
    if type(value) is not Ref and not isinstance(value, PhpObject):
        ctx.notice("Attempting to set reference to non referenceable value")
    return result_container(value)


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


SUPERGLOBALS = frozenset(("_GET", "_POST", "_COOKIE", "_FILES", "_SERVER", "_ENV", "_REQUEST", "_SESSION"))


def global_slot(name: str) -> Ref:
    """The reference of a global variable, which may have no value yet."""
    reference = ctx.globals.get(name)
    if reference is None:
        if name in SUPERGLOBALS:
            from engine.runtime.superglobals import superglobal

            return superglobal(name)
        reference = ctx.globals[name] = Ref(MISSING)
    return reference


def emptied_slot(name: str) -> Ref:
    """`unset($name)` of a global variable: what refers to it keeps the value, the variable has none."""
    reference = ctx.globals[name]
    reference.holders -= 1
    made = ctx.globals[name] = Ref(MISSING)
    return made


def global_ref(name: str) -> Ref:
    """`global $name`."""
    reference = global_slot(name)
    if reference.v is MISSING:
        reference.v = None
    reference.holders += 1
    return reference


def global_get(name: str) -> Any:
    """`$GLOBALS[name]`."""
    reference = ctx.globals.get(name)
    if reference is None or reference.v is MISSING:
        if name in SUPERGLOBALS:
            from engine.runtime.superglobals import superglobal_get

            return superglobal_get(name)
        ctx.warning(f"Undefined global variable ${name}")
        return None
    return stored(reference.v)


def global_ref_read(name: str) -> Ref:
    """The reference of `$GLOBALS[name]`, about to be updated; absent, it warns."""
    reference = ctx.globals.get(name)
    if reference is None or reference.v is MISSING:
        ctx.warning(f"Undefined global variable ${name}")
        reference = table_ref(ctx.globals, name)
    return reference


# ---------------------------------------------------------------- symbol tables


def table_get(table: Dict[str, Ref], name: str) -> Any:
    """`$name`."""
    reference = table.get(name)
    if reference is None or reference.v is MISSING:
        undefined_variable(name)
        return None
    return stored(reference.v)


def table_quiet(table: Dict[str, Ref], name: str) -> Any:
    """`$name` for isset, `??` and empty."""
    reference = table.get(name)
    return None if reference is None or reference.v is MISSING else stored(reference.v)


def table_or_missing(table: Dict[str, Ref], name: str) -> Any:
    """`$name` fit to be stored; MISSING where there is none."""
    reference = table.get(name)
    return MISSING if reference is None else shared(stored(reference.v))


def table_set(table: Dict[str, Ref], name: str, value: Any) -> Any:
    """`$name = value`."""
    reference = table.get(name)
    if reference is None:
        if name == "this":
            raise throw_error("Error", "Cannot re-assign $this")
        table[name] = Ref(value)
        return value
    return set_ref(reference, value)


def table_ref(table: Dict[str, Ref], name: str) -> Ref:
    """`&$name`, made null if absent."""
    reference = table.get(name)
    if reference is None:
        reference = table[name] = Ref()
    elif reference.v is MISSING:
        reference.v = None
    return reference


def table_ref_read(table: Dict[str, Ref], name: str) -> Ref:
    """The reference of a variable about to be updated; absent, it warns."""
    reference = table.get(name)
    if reference is None or reference.v is MISSING:
        undefined_variable(name)
        reference = table_ref(table, name)
    return reference


def table_bind(table: Dict[str, Ref], name: str, reference: Ref) -> Ref:
    """`$name = &…`."""
    if name == "this":
        raise throw_error("Error", "Cannot re-assign $this")
    table[name] = rebind(table.get(name), reference)
    return reference


def table_capture(table: Dict[str, Ref], name: str, value: Any) -> None:
    """A closure's captured variable."""
    if value is not MISSING:
        table[name] = hold(value) if type(value) is Ref else Ref(shared(value))


def table_unset(table: Dict[str, Ref], name: str) -> None:
    """`unset($name)`."""
    reference = table.pop(name, None)
    if reference is not None:
        reference.holders -= 1


def release_table(table: Dict[str, Ref]) -> None:
    """A function ends that kept its variables in a table."""
    for reference in table.values():
        reference.holders -= 1


def defined_variables(table: Dict[str, Ref]) -> PhpArray:
    """`get_defined_vars()`."""
    made = PhpArray()
    for name, reference in table.items():
        if reference.v is not MISSING:
            if reference.holders > 1:
                made.bind(name, reference)
            else:
                made.set(name, shared(reference.get()))
    return made


def compact_pairs(pairs: List[Any]) -> PhpArray:
    """`compact('a')` with names known when compiled."""
    made = PhpArray()
    for name, value in pairs:
        if value is MISSING and name != "this":
            ctx.function_warning_for("compact", f"Undefined variable ${name}")
        elif value is not MISSING:
            made.set(name, stored(value))
    return made


def compact_table(table: Dict[str, Ref], names: List[Any], this: Any) -> PhpArray:
    """`compact($names)`."""
    made = PhpArray()

    def add(name: Any, position: int, depth: int) -> None:
        if type(name) is PhpArray:
            if depth > 100:
                raise throw_error("Error", "Recursion detected")
            for inner in name.values():
                add(inner, position, depth + 1)
        elif type(name) is str:
            if name == "this":
                if this is not None:
                    made.set(name, this)
                return
            reference = table.get(name)
            if reference is None or reference.v is MISSING:
                ctx.function_warning_for("compact", f"Undefined variable ${name}")
            else:
                made.set(name, shared(reference.get()))
        else:
            ctx.function_warning_for(
                "compact", f"Argument #{position} must be string or array of strings, {type_for_error(name)} given"
            )

    for position, name in enumerate(names, 1):
        add(name, position, 0)
    return made


(
    EXTR_OVERWRITE,
    EXTR_SKIP,
    EXTR_PREFIX_SAME,
    EXTR_PREFIX_ALL,
    EXTR_PREFIX_INVALID,
    EXTR_PREFIX_IF_EXISTS,
    EXTR_IF_EXISTS,
) = range(7)
EXTR_REFS = 256


def _extract_options(flags: Any = EXTR_OVERWRITE, prefix: Any = MISSING, *more: Any) -> Tuple[int, Optional[str]]:
    """The options of `extract`, coerced as its declaration asks; None is a prefix not given."""
    if more:
        raise throw_error("ArgumentCountError", f"extract() expects at most 3 arguments, {3 + len(more)} given")
    mode, text = to_int_param(flags), None if prefix is MISSING else to_string_param(prefix)
    for position, name, kind, given, got in ((2, "flags", "int", flags, mode), (3, "prefix", "string", prefix, text)):
        if got is FAILED:
            raise throw_error(
                "TypeError",
                f"extract(): Argument #{position} (${name}) must be of type {kind}, {type_for_error(given)} given",
            )
    return mode, text


def extract_into(table: Dict[str, Ref], array: Any, *options: Any) -> int:
    """`extract($array, $flags, $prefix)`."""
    if type(array) is not PhpArray:
        raise throw_error(
            "TypeError", f"extract(): Argument #1 ($array) must be of type array, {type_for_error(array)} given"
        )
    flags, prefix = _extract_options(*options)
    by_ref = bool(flags & EXTR_REFS)
    mode = flags & 255
    if mode > EXTR_IF_EXISTS:
        raise throw_error("ValueError", "extract(): Argument #2 ($flags) must be a valid extract type")
    if EXTR_SKIP < mode <= EXTR_PREFIX_IF_EXISTS and prefix is None:
        raise throw_error("ValueError", "extract(): Argument #3 ($prefix) is required when using this extract type")
    if prefix and not _is_variable_name(prefix):
        raise throw_error("ValueError", "extract(): Argument #3 ($prefix) must be a valid identifier")
    count = 0
    for key, value in array.raw_items():
        name = _extracted_name(table, key, mode, prefix or "")
        if name == "this" and mode == EXTR_OVERWRITE:
            raise throw_error("Error", "Cannot re-assign $this")
        if name is None or not _is_variable_name(name) or name == "this":
            continue
        if by_ref:
            reference = value if type(value) is Ref else array.ref(key)
            reference.holders += 1
            table[name] = reference
        else:
            table_set(table, name, shared(value.get() if type(value) is Ref else value))
        count += 1
    return count


def _extracted_name(table: Dict[str, Ref], key: Any, mode: int, prefix: str) -> Optional[str]:
    name = str(key)
    exists = name in table and table[name].v is not MISSING
    prefixed = f"{prefix}_{name}"
    if type(key) is int:
        return prefixed if mode in (EXTR_PREFIX_ALL, EXTR_PREFIX_INVALID) else None
    if not name and mode != EXTR_PREFIX_INVALID:
        return None
    if mode == EXTR_SKIP:
        return None if exists else name
    if mode == EXTR_PREFIX_SAME:
        return prefixed if exists or name == "this" else name
    if mode == EXTR_PREFIX_ALL:
        return prefixed
    if mode == EXTR_PREFIX_INVALID:
        return name if _is_variable_name(name) and name != "this" else prefixed
    if mode == EXTR_PREFIX_IF_EXISTS:
        return prefixed if exists else None
    if mode == EXTR_IF_EXISTS:
        return name if exists else None
    return name


def _is_variable_name(name: str) -> bool:
    return (
        bool(name)
        and not "0" <= name[0] <= "9"
        and all(letter == "_" or letter >= "\x80" or (letter.isascii() and letter.isalnum()) for letter in name)
    )


# ---------------------------------------------------------------- slots for builtins' references


class ElementSlot(Ref):
    """`$a[k]` for a builtin's reference parameter: no reference is left behind in the array."""

    __slots__ = ("base", "key")

    def __init__(self, base: Any, key: Any) -> None:
        super().__init__(None)
        self.base = base
        self.key = key

    def get(self) -> Any:
        """The element, an array as a handle to write through."""
        if type(self.base) is PhpArray:
            value = self.base.get(self.key)
            if type(value) is PhpArray:
                return element_for_write(self.base, self.key)
            return value
        return aget(self.base, self.key)

    def set(self, value: Any) -> None:
        """Store the element."""
        aset(value, self.base, self.key)


class PropertySlot(Ref):
    """`$o->x` for a builtin's reference parameter."""

    __slots__ = ("name", "scope", "target")

    def __init__(self, target: Any, name: str, scope: Any) -> None:
        super().__init__(None)
        self.target = target
        self.name = name
        self.scope = scope

    def get(self) -> Any:
        """The property, an array as a handle to write through."""
        from engine.runtime.properties import isset_property, property_for_write

        value = isset_property(self.target, self.name, self.scope)
        if type(value) is PhpArray:
            return property_for_write(self.target, self.name, self.scope)
        return value

    def set(self, value: Any) -> None:
        """Store the property, which a reference holds meanwhile."""
        from engine.runtime.properties import find_property, write_any_property
        from engine.runtime.typed_references import TypeSources

        if not isinstance(self.target, PhpObject):
            write_any_property(self.target, self.name, value, self.scope)
            return
        info, _is_allowed = find_property(self.target.php_class, self.name, self.scope)
        if info is not None and info.type is not None and not info.is_readonly:
            value = TypeSources(info).fitted(value)
        write_any_property(self.target, self.name, value, self.scope)


# ---------------------------------------------------------------- arguments


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


# ---------------------------------------------------------------- closures and calls


def new_closure(declared: Any, captured: Any, this: Any, scope: Any, called: Any) -> Closure:
    """A Closure object of the script."""
    made = make_closure(declared.fn, declared.info, captured, this, scope, called)
    if declared.python is None:
        # What stands in for the function would hold the arguments of its first call.
        made.fn = declared.materialize() if ctx.counts_handles else _late_closure(declared)
    made.statics = {}
    return made


def _late_closure(declared: Any) -> Any:
    def fn(closure: Closure, *values: Any) -> Any:
        closure.fn = declared.materialize()
        return closure.fn(closure, *values)

    fn.declared = declared  # type: ignore[attr-defined]
    return fn


def called_of(this: Any) -> Any:
    """The class of an object, if there is one."""
    return None if this is None else this.php_class


def called_class(closure: Any) -> Any:
    """The late static binding class within a closure."""
    if closure.this is not None:
        return closure.this.php_class
    return closure.called or closure.scope


def need_scope(scope: Any, word: str) -> Any:
    """`self` or `static` where there may be no class."""
    if scope is None:
        raise throw_error("Error", f'Cannot access "{word}" when no class scope is active')
    return scope


def relative_name(scope: Any, word: str, is_constant: bool) -> str:  # noqa: FBT001 - compiled code calls it
    """`self::class` and its like where there may be no class."""
    if scope is None:
        where = "when no class scope is active" if is_constant else "in the global scope"
        raise throw_error("Error", f'Cannot use "{word}" {where}')
    if word == "parent":
        if scope.parent is None:
            raise throw_error("Error", 'Cannot use "parent" when current class scope has no parent')
        scope = scope.parent
    return scope.name  # type: ignore[no-any-return]


def parent_of(scope: Any) -> Any:
    """`parent`."""
    if scope is None:
        raise throw_error("Error", 'Cannot access "parent" when no class scope is active')
    if scope.parent is None:
        raise throw_error("Error", 'Cannot access "parent" when current class scope has no parent')
    return scope.parent


def no_method(value: Any, name: str) -> Any:
    """A method called on what is no object."""
    raise throw_error("Error", f"Call to a member function {name}() on {type_for_error(value)}")


def called_object(value: Any, name: str) -> Any:
    """What a method is called on."""
    return value if isinstance(value, PhpObject) else no_method(value, name)


def scoped_method(target: Any, name: str, scope: Any) -> Any:
    """A method called from code of a class that has a non-public one of that name."""
    if not isinstance(target, PhpObject):
        no_method(target, name)
    from engine.runtime.objects import bound_method

    return bound_method(target, name, scope)


def method_callable(target: Any, name: Any, scope: Any) -> Any:
    """`$target->$name` ready to call from code of class `scope`."""
    if isinstance(name, Closure):
        return name
    if type(name) is not str:
        raise throw_error("Error", "Method name must be a string")
    if not isinstance(target, PhpObject):
        no_method(target, name)
    from engine.runtime.functions import bound_callable

    return bound_callable(target, name, scope)


def own_callback(pair: Any, scope: Any) -> Any:
    """`[$object, 'method']` written as a builtin's callback in code of class `scope`; the array where it is none."""
    from engine.runtime.functions import find_method_callable

    target = pair.get(0)
    found = find_method_callable(target, pair.get(1), scope) if isinstance(target, PhpObject) else None
    return pair if found is None else found


def forwarded_method(owner: Any, name: Any, forwarded: Any, scope: Any) -> Any:
    """`parent::name`, `self::name` or `static::name` ready to call, with `$this` or the called class passed on."""
    from engine.runtime.functions import MagicCallable, MethodCallable, static_method
    from engine.runtime.objects import resolve_static

    if type(name) is not str:
        if isinstance(name, Closure):
            return name
        raise throw_error("Error", "Method name must be a string")
    method = resolve_static(owner, name, scope)
    if method is not None and not method.is_abstract:
        if method.is_static:
            called = forwarded.php_class if isinstance(forwarded, PhpObject) else forwarded
            if called is None or owner.lower_name not in called.ancestors:
                called = owner
            return MethodCallable(method.function, called, method, name)
        if isinstance(forwarded, PhpObject) and method.declaring.lower_name in forwarded.ancestors:
            return MethodCallable(method.function, forwarded, method, name)
    if method is None and isinstance(forwarded, PhpObject) and owner.lower_name in forwarded.ancestors:
        magic = owner.methods.get("__call")
        if magic is not None:
            return MagicCallable(magic.function, forwarded, magic, name)
    if method is None:
        magic = owner.methods.get("__callstatic")
        if magic is not None:
            called = forwarded.php_class if isinstance(forwarded, PhpObject) else forwarded
            return MagicCallable(magic.function, called or owner, magic, name)
        if name.lower() == "__construct" and owner.constructor is None:
            raise throw_error("Error", "Cannot call constructor")
    return static_method(owner, name)


def static_callable_of(owner: Any, name: Any, scope: Any) -> Any:
    """`A::name` ready to call from code of class `scope`."""
    from engine.runtime.functions import MethodCallable, static_method

    if type(name) is str:
        method = owner.methods.get(name.lower())
        if method is not None and method.is_static and not method.is_abstract and \
                (not method.visibility or _may_call(method, scope)):  # fmt: skip
            return MethodCallable(method.function, owner, method, name)
        return static_method(owner, name)
    if isinstance(name, Closure):
        return name
    raise throw_error("Error", "Method name must be a string")


def _may_call(method: Any, scope: Any) -> bool:
    from engine.runtime.classes import may_access
    from engine.runtime.objects import root_declaring

    return scope is not None and may_access(method.visibility, root_declaring(method), scope)


def static_entry(owner: Any, name: str, lowered: str, scope: Any) -> Any:
    """The Python function behind `A::name()` for code of class `scope`; it takes the class first."""
    method = owner.methods.get(lowered)
    if owner.kind == "trait":
        _call_on_trait(owner, name)
    if method is not None and method.is_static and not method.is_abstract and \
            (not method.visibility or _may_call(method, scope)):  # fmt: skip
        return method.function
    from engine.runtime.functions import static_method

    target = static_method(owner, name)
    return lambda _owner, *values: target(*values)


def _call_on_trait(owner: Any, name: str) -> None:
    """A static method of a trait, called on the trait itself."""
    method = owner.methods.get(name.lower())
    if (method is not None and method.is_static) or (method is None and owner.methods.get("__callstatic") is not None):
        ctx.deprecated(
            f"Calling static trait method {owner.name}::{name} is deprecated, it should only be called on a class "
            "using the trait"
        )


def late_static_entry(called: Any, name: str, lowered: str, forwarded: Any, scope: Any) -> Any:
    """The Python function behind `static::name()`; it takes the called class or the object first."""
    method = called.methods.get(lowered)
    if (
        method is not None
        and not method.visibility
        and not method.is_abstract
        and (method.is_static or isinstance(forwarded, PhpObject))
    ):
        return method.function
    target = forwarded_method(called, name, forwarded, scope)
    return lambda _first, *values: target(*values)


class ConstructorCall:
    """`new A(...)` as something callable, for arguments that cannot be written positionally."""

    __slots__ = ("owner",)

    def __init__(self, owner: Any) -> None:
        self.owner = owner

    @property
    def info(self) -> Any:
        """What is known of the constructor."""
        constructor = self.owner.constructor
        return FunctionInfo("__construct", []) if constructor is None else constructor.info

    @property
    def by_ref_flags(self) -> Any:
        """Which of the constructor's parameters are references."""
        return self.info.by_ref_flags

    def by_ref(self, position: int) -> bool:
        """Whether the constructor takes the argument at `position` by reference."""
        return self.info.parameter_by_ref(position)  # type: ignore[no-any-return]

    def __call__(self, *values: Any) -> Any:
        """Make the object."""
        return self.owner.make(*values)


def closure_of_function(target: Any) -> Any:
    """`f(...)`."""
    from engine.runtime.functions import closure_of

    return closure_of(target)


# ---------------------------------------------------------------- classes


def instance_of_class(value: Any, owner: Any) -> bool:
    """`$value instanceof self`."""
    return isinstance(value, PhpObject) and owner.lower_name in value.ancestors


def instance_of_value(value: Any, class_: Any) -> bool:
    """`$value instanceof $class`."""
    if isinstance(class_, PhpObject):
        name = class_.php_class.lower_name
    elif type(class_) is str:
        name = class_.lower().lstrip("\\")
        found = ctx.classes.get(name)
        if found is not None:
            name = found.lower_name  # it may be an alias
    else:
        raise throw_error("Error", "Class name must be a valid object or a string")
    return isinstance(value, PhpObject) and name in value.ancestors


def class_name_of(value: Any) -> str:
    """`$value::class`."""
    if not isinstance(value, PhpObject):
        raise throw_error("TypeError", f'Cannot use "::class" on {type_for_error(value)}')
    return value.php_class.name


def static_ref(owner: Any, name: str) -> Ref:
    """The slot of `owner::$name`, with visibility checked."""
    info = owner.static_properties.get(name)
    if info is not None and not info.visibility and owner.kind != "trait":
        state = ctx.class_states.get(info.declaring)
        if state is not None:
            reference = state.statics.get(name)
            if reference is not None and reference.v is not MISSING:
                return reference  # type: ignore[no-any-return]
    if info is None:
        raise throw_error("Error", f"Access to undeclared static property {owner.name}::${name}")
    if owner.kind == "trait":
        ctx.deprecated(
            f"Accessing static trait property {owner.name}::${name} is deprecated, it should only be accessed on a "
            "class using the trait"
        )
    if info.visibility:
        from engine.runtime.classes import VISIBILITY_NAMES, may_access
        from engine.runtime.frames import current_scope

        if not may_access(info.visibility, info.declaring, current_scope()):
            raise throw_error(
                "Error", f"Cannot access {VISIBILITY_NAMES[info.visibility]} property {owner.name}::${name}"
            )
    reference = owner.static_ref(name)
    if reference.v is MISSING:
        return _UninitializedStatic(reference, info)
    return reference  # type: ignore[no-any-return]


def own_static(owner: Any, name: str) -> Ref:
    """The slot of a static property that the class is known to have and the running code to be allowed."""
    state = ctx.class_states.get(owner)
    if state is not None:
        reference = state.statics.get(name)
        if reference is not None and reference.v is not MISSING and owner.kind != "trait":
            return reference  # type: ignore[no-any-return]
    return static_ref(owner, name)


class _UninitializedStatic(Ref):
    """What reading throws, and writing passes on to the real slot."""

    __slots__ = ("info", "real")

    def __init__(self, real: Ref, info: Any) -> None:
        super().__init__()
        self.real = real
        self.info = info
        self.check = self._assign

    def _assign(self, _reference: Ref, value: Any) -> Any:
        self.real.set(value)
        return self.real.v

    def get(self) -> Any:
        info = self.info
        raise throw_error(
            "Error",
            f"Typed static property {info.declaring.name}::${info.name} must not be accessed before initialization",
        )

    def set(self, value: Any) -> None:
        self.real.set(value)


def set_static(reference: Ref, value: Any) -> Any:
    """`A::$x = value`."""
    return set_ref(reference, value)


def static_quiet(owner: Any, name: str) -> Any:
    """`A::$x` for isset and `??`."""
    info = owner.static_properties.get(name)
    if info is None:
        return None
    if info.visibility:
        from engine.runtime.classes import may_access
        from engine.runtime.frames import current_scope

        if not may_access(info.visibility, info.declaring, current_scope()):
            return None
    value = owner.static_ref(name).v
    return None if value is MISSING else stored(value)


def bind_static(owner: Any, name: str, reference: Ref) -> Ref:
    """`A::$x = &…`."""
    static_ref(owner, name)
    info = owner.static_properties[name]
    from engine.runtime.typed_references import add_source, check_bound, remove_source

    reference.holders += 1
    if info.type is not None:
        reference.v = check_bound(reference, info)
        add_source(reference, info)
    statics = info.declaring.state().statics
    old = statics.get(name)
    if old is not None:
        old.holders -= 1
        remove_source(old, info)
    statics[name] = reference
    return reference


def unset_static(owner: Any, name: str) -> None:
    """`unset(A::$x)`."""
    raise throw_error("Error", f"Attempt to unset static property {owner.name}::${name}")


def set_attribute(target: Any, attribute: str, value: Any) -> Any:
    """A plain store to a property of `$this`, as an expression."""
    setattr(target, attribute, value)
    return value


def property_for_update(target: Any, name: str, scope: Any) -> Any:
    """`$target->name` on the way to `+=` or `++`."""
    if not isinstance(target, PhpObject):
        raise throw_error("Error", f'Attempt to assign property "{name}" on {type_for_error(target)}')
    info = target.php_class.properties.get(name)
    if info is not None and not info.visibility and info.get_hook is None:
        value = target.__dict__.get(info.attribute, MISSING)
        if value is not MISSING:
            return value
    from engine.runtime.properties import note_creation, read_property_from

    if info is None:
        note_creation(target, name, scope)
    return read_property_from(target, name, scope)


def property_for_step(target: Any, name: str, scope: Any) -> Any:
    """`$target->name` on the way to `++` or `--`."""
    if not isinstance(target, PhpObject):
        raise throw_error("Error", f'Attempt to increment/decrement property "{name}" on {type_for_error(target)}')
    value = property_for_update(target, name, scope)
    if isinstance(value, PhpObject):
        info = target.php_class.properties.get(name)
        if info is not None and info.is_readonly:
            raise throw_error("Error", f"Cannot modify readonly property {info.declaring.name}::${name}")
    return value


def property_for_object(target: Any, name: str, scope: Any) -> Any:
    """`$target->name` on the way to `$target->name->x = …`: null where it is not set, and no warning."""
    if not isinstance(target, PhpObject):
        raise throw_error("Error", f'Attempt to modify property "{name}" on {type_for_error(target)}')
    from engine.runtime.properties import object_in_property

    return object_in_property(target, name, scope)


def property_between(target: Any, name: str, scope: Any) -> Any:
    """`$target->name` on the way to `$target->name->x += …`, which reads it."""
    if not isinstance(target, PhpObject):
        raise throw_error("Error", f'Attempt to modify property "{name}" on {type_for_error(target)}')
    from engine.runtime.properties import read_property_from

    return read_property_from(target, name, scope)


def property_for_unset(target: Any, name: str, scope: Any) -> Any:
    """`$target->name` on the way to unset($target->name[k])."""
    if not isinstance(target, PhpObject):
        return None
    from engine.runtime.properties import isset_property, make_null, overloaded, property_for_write

    if overloaded(target, name, scope):
        return property_for_write(target, name, scope)
    make_null(target, name, scope)
    held = isset_property(target, name, scope)
    return property_for_write(target, name, scope) if type(held) is PhpArray else held


def initialize_property(target: Any, info: Any, value: Any) -> None:
    """A promoted constructor parameter."""
    from engine.runtime.properties import write_property_from

    if info.set_hook is None and info.get_hook is None and info.attribute not in target.__dict__ \
            and "_lazy" not in target.__dict__:  # fmt: skip
        # The parameter's own type was checked already.
        target.__dict__[info.attribute] = value
        return
    write_property_from(target, info.name, value, info.declaring)


def clone_with(target: Any, values: Any) -> Any:
    """PHP 8.5's `clone($target, [...])`."""
    from engine.runtime.properties import clone_object, write_property

    made = clone_object(target)
    for name, value in values.items():
        write_property(made, str(name), shared(value))
    return made


# ---------------------------------------------------------------- exceptions


def throw(value: Any) -> Any:
    """`throw $value`."""
    if not isinstance(value, PhpObject):
        raise throw_error("Error", "Can only throw objects")
    if "throwable" not in value.ancestors:
        raise throw_error("Error", "Cannot throw objects that do not implement Throwable")
    if "_traceback" in value.__dict__:
        settle(value)
    raise PhpThrown(value)


def throw_new(owner: Any, file: str, line: int, *values: Any) -> Any:
    """`throw new A(…)`: the trace is left for later, see exceptions.settle."""
    if "throwable" in owner.ancestors:
        ctx.deferred_place = (file, line)
        try:
            made = owner.make(*values)
        finally:
            ctx.deferred_place = None
        raise PhpThrown(made)
    return throw(owner.make(*values))


def caught(thrown: PhpThrown) -> None:
    """A catch clause takes an exception whose trace it may still ask for."""
    storage = thrown.object.__dict__
    if "_deferred" in storage:
        storage["_traceback"] = thrown.__traceback__
    thrown.__traceback__ = None


def settled(value: Any) -> Any:
    """What a catch clause's variable holds, on its way out of the clause's hands."""
    if isinstance(value, PhpObject) and "_deferred" in value.__dict__:
        settle(value)
    return value


def caught_for_good(thrown: PhpThrown) -> None:
    """A catch clause takes an exception and may hand it on: the trace is worked out while the frames still stand."""
    caught(thrown)
    settle(thrown.object)


def pending_exception() -> Optional[PhpThrown]:
    """The exception on its way through a `finally`, or None."""
    error = sys.exc_info()[1]
    return error if isinstance(error, PhpThrown) and error.object is not None else None


def chain_pending(thrown: PhpThrown, pending: Optional[PhpThrown]) -> None:
    """An exception leaves a `finally` through which another was on its way: its trace ends where it got to."""
    if pending is not None:
        caught_for_good(pending)
        chain_exceptions(thrown, pending.object)


def exit_(status: Any) -> Any:
    """`exit(status)`."""
    if type(status) is str:
        ctx.echo(status)
        raise ScriptExit(None)
    if type(status) is int:
        raise ScriptExit(status & 255)
    from engine.runtime.frames import current_unit
    from engine.runtime.types import PhpType

    is_strict = current_unit().strict_types
    if status is None and not is_strict:
        ctx.deprecated("exit(): Passing null to parameter #1 ($status) of type string|int is deprecated")
        raise ScriptExit(0)
    accepted = PhpType("string|int", ("string", "int")).accept(status, strict=is_strict)
    if accepted is FAILED:
        raise throw_error(
            "TypeError", f"exit(): Argument #1 ($status) must be of type string|int, {type_for_error(status)} given"
        )
    return exit_(accepted)


def unhandled_match(value: Any) -> Any:
    """No arm of a match fits."""
    from engine.runtime.conversions import float_repr
    from engine.runtime.exceptions import _shown

    text = f"of type {type_for_error(value)}"
    if isinstance(value, PhpObject) or type(value) is PhpArray:
        if isinstance(value, PhpObject) and value.php_class.kind == "enum":
            text = _shown(value)
    elif ctx.ini.get_bool("zend.exception_ignore_args"):
        text = f"of type {'bool' if type(value) is bool else type_for_error(value)}"
    elif type(value) is float:
        text = float_repr(value)
        text = text if "." in text or "E" in text or "N" in text else text + ".0"
    else:
        text = _shown(value)
    raise throw_error("UnhandledMatchError", f"Unhandled match case {text}")


class Jump(Exception):  # noqa: N818 - control flow
    """`goto`."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label

    def place(self, labels: Dict[str, int]) -> int:
        """Where the label stands among a block's parts; the jump goes on when it is not there."""
        found = labels.get(self.label)
        if found is None:
            raise self
        return found
