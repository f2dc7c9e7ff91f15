"""Variables by names known only at run time: the global ones, variable variables, compact() and extract()."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

from engine.runtime.arrays import PhpArray
from engine.runtime.coercion import FAILED, to_int_param, to_string_param
from engine.runtime.context import ctx
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import stored
from engine.runtime.references import Ref
from engine.runtime.support.variables import hold, rebind, set_ref, shared, undefined_variable
from engine.runtime.values import MISSING

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
