"""The fetch modes: how a row of columns becomes an array, an object, a value, or a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, NamedTuple, Optional

from engine.builtin.declare import BadArgumentError
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import instantiate, lookup_class, require_class
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string, type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.functions import bind_arguments, callable_of
from engine.runtime.objects import PhpObject, add_properties
from engine.runtime.properties import write_property_from
from engine.runtime.values import canonical_int

if TYPE_CHECKING:
    from engine.runtime.classes import PhpClass

DEFAULT, LAZY, ASSOC, NUM, BOTH, OBJ, BOUND, COLUMN, CLASS, INTO, FUNC, NAMED, KEY_PAIR = range(13)
_MODES_END = 13
FLAGS = 0xFFFF0000
GROUP, UNIQUE, CLASSTYPE, SERIALIZE, PROPS_LATE = 0x10000, 0x30000, 0x40000, 0x80000, 0x100000

_PLAIN_MODES = frozenset({DEFAULT, LAZY, ASSOC, NUM, BOTH, OBJ, BOUND, NAMED, KEY_PAIR})


class Target(NamedTuple):
    """What a mode needs beside the row: a column, a class and its constructor's arguments, an object, a function."""

    column: int = 0
    owner: Optional[PhpClass] = None
    arguments: Optional[PhpArray] = None
    into: Optional[PhpObject] = None
    function: Any = None


def verify(mode: int, default: int, *, is_all: bool) -> None:
    """Throw PHP's error for a mode that cannot be."""
    flags, kind = mode & FLAGS, mode & ~FLAGS
    if mode < 0 or kind > _MODES_END:
        raise BadArgumentError("mode", "must be a bitmask of PDO::FETCH_* constants")
    if kind == DEFAULT:
        flags, kind = default & FLAGS, default & ~FLAGS
    if kind == FUNC:
        if not is_all:
            raise throw_error("ValueError", "Can only use PDO::FETCH_FUNC in PDOStatement::fetchAll()")
        return
    if kind != CLASS:
        if kind == LAZY and is_all:
            raise BadArgumentError("mode", "cannot be PDO::FETCH_LAZY in PDOStatement::fetchAll()")
        if flags & SERIALIZE:
            raise BadArgumentError("mode", "must use PDO::FETCH_SERIALIZE with PDO::FETCH_CLASS")
        if flags & CLASSTYPE:
            raise BadArgumentError("mode", "must use PDO::FETCH_CLASSTYPE with PDO::FETCH_CLASS")
        if kind >= _MODES_END:
            raise BadArgumentError("mode", "must be a bitmask of PDO::FETCH_* constants")
    if flags & SERIALIZE:
        ctx.function_warning("The PDO::FETCH_SERIALIZE mode is deprecated", 8192)


def target_of_mode(mode: int, arguments: List[Any], first: int) -> Target:
    """Read what follows the mode in setFetchMode() and query(); `first` is the position of the mode itself."""
    kind, count = mode & ~FLAGS, len(arguments)
    if kind in _PLAIN_MODES:
        if count:
            raise _miscounted("exactly", first, first + count)
        return Target()
    if kind == COLUMN:
        if count != 1:
            raise _miscounted("exactly", first + 1, first + count)
        return Target(column=_column(arguments[0], first + 1))
    if kind == CLASS:
        if mode & CLASSTYPE:
            if count:
                raise _miscounted("exactly", first, first + count)
            return Target()
        if not count:
            raise _miscounted("at least", first + 1, first)
        if count > 2:
            raise _miscounted("at most", first + 2, first + count)
        given = arguments[1] if count == 2 else None
        if given is not None and type(given) is not PhpArray:
            raise _mistyped(first + 2, "?array", given)
        owner = _class(arguments[0], first + 1)
        return Target(owner=owner, arguments=_constructor_arguments(owner, given))
    if kind == INTO:
        if count != 1:
            raise _miscounted("exactly", first + 1, first + count)
        if not isinstance(arguments[0], PhpObject):
            raise _mistyped(first + 1, "object", arguments[0])
        return Target(into=arguments[0])
    raise BadArgumentError("mode", "must be one of the PDO::FETCH_* constants")


def target_of_all(mode: int, arguments: List[Any], present: Target) -> Target:
    """Read what follows the mode in fetchAll()."""
    kind, count = mode & ~FLAGS, len(arguments)
    given = arguments[0] if arguments else None
    if kind == CLASS:
        owner = require_class("stdClass") if given is None else _class(given, 2)
        return Target(owner=owner, arguments=_constructor_arguments(owner, arguments[1] if count > 1 else None))
    if kind == FUNC:
        if count != 1:
            raise _miscounted("exactly", 2, 1 + count, word="argument for PDO::FETCH_FUNC")
        if given is None:
            raise throw_error("TypeError", f"{current_builtin_name()}(): Argument #2 must be a callable, null given")
        return Target(function=callable_of(given))
    if kind == COLUMN:
        if count > 1:
            raise _miscounted("at most", 2, 1 + count, word="argument for the fetch mode provided")
        if given is not None:
            return Target(column=_column(given, 2))
        return Target(column=-1 if mode & GROUP else 0)
    if count:
        raise _miscounted("exactly", 1, 1 + count, word="argument for the fetch mode provided")
    return present


def _miscounted(
    bound: str, expected: int, given: int, word: str = "arguments for the fetch mode provided"
) -> Exception:
    name = current_builtin_name()
    return throw_error("ArgumentCountError", f"{name}() expects {bound} {expected} {word}, {given} given")


def _mistyped(position: int, wanted: str, given: Any) -> Exception:
    return throw_error(
        "TypeError",
        f"{current_builtin_name()}(): Argument #{position} must be of type {wanted}, {type_for_error(given)} given",
    )


def _column(given: Any, position: int) -> int:
    if type(given) is not int:
        raise _mistyped(position, "int", given)
    if given < 0:
        raise throw_error(
            "ValueError", f"{current_builtin_name()}(): Argument #{position} must be greater than or equal to 0"
        )
    return given


def _class(given: Any, position: int) -> PhpClass:
    if type(given) is not str:
        raise _mistyped(position, "string", given)
    found = lookup_class(given.lstrip("\\"))
    if found is None:
        raise throw_error("TypeError", f"{current_builtin_name()}(): Argument #{position} must be a valid class")
    return found


def _constructor_arguments(owner: PhpClass, given: Optional[PhpArray]) -> Optional[PhpArray]:
    if given is None or not len(given):
        return None
    if owner.constructor is None:
        raise throw_error("Error", "User-supplied statement does not accept constructor arguments")
    return given


# ---------------------------------------------------------------- rows into values


def symbol(name: str) -> Any:
    """A column's name as a key of an array."""
    number = canonical_int(name)
    return name if number is None else number


def as_array(kind: int, names: List[str], values: List[Any], first: int = 0) -> PhpArray:
    """A row, from its column `first` on, as an array of one of the kinds there are."""
    if kind == NUM:
        return PhpArray(list(values))
    row = PhpArray()
    if kind == ASSOC:
        for name, value in zip(names, values):
            row.set(symbol(name), value)
    elif kind == NAMED:
        for name, value in zip(names, values):
            _add_named(row, name, value)
    else:
        for index, (name, value) in enumerate(zip(names, values), first):
            row.set(symbol(name), value)
            if not row.has(index):
                row.set(index, value)
    return row


def _add_named(row: PhpArray, name: str, value: Any) -> None:
    key = symbol(name)
    if not row.has(key):
        row.set(key, value)
        return
    present = row.get(key)
    if type(present) is PhpArray:
        present.separate()
        present.append(value)
    else:
        row.set(key, PhpArray([present, value]))


def as_object(target: Target, flags: int, names: List[str], values: List[Any]) -> PhpObject:
    """A row as an object of a class, its constructor called before or after the properties are set."""
    owner = target.owner
    if owner is None:
        owner = require_class("stdClass")
    made = instantiate(owner)
    if flags & PROPS_LATE:
        _construct(owner, made, target.arguments)
    fill(made, names, values, owner)
    if not flags & (PROPS_LATE | SERIALIZE):
        _construct(owner, made, target.arguments)
    return made


def _construct(owner: PhpClass, made: PhpObject, arguments: Optional[PhpArray]) -> None:
    constructor = owner.constructor
    if constructor is None:
        return
    positional: List[Any] = []
    named = {}
    for key, value in () if arguments is None else arguments.items():
        if type(key) is str:
            named[key] = value
        else:
            positional.append(value)
    function = constructor.function
    if named:
        positional = bind_arguments(function, positional, named)
    function(made, *positional)


def fill(made: PhpObject, names: List[str], values: List[Any], scope: Optional[PhpClass]) -> None:
    """Set a property for each column, as the class itself would."""
    if made.php_class.lower_name == "stdclass":
        storage = made.__dict__
        for name, value in zip(names, values):
            if "p_" + name in storage:
                write_property_from(made, name, value, scope)
            else:
                add_properties(made, {name: value})
        return
    for name, value in zip(names, values):
        write_property_from(made, name, value, scope)


def class_of_column(value: Any) -> PhpClass:
    """The class that a column names; stdClass where there is none."""
    found = None if value is None else lookup_class(to_string(value))
    return require_class("stdClass") if found is None else found
