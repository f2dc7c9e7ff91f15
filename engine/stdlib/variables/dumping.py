"""Variable handling: var_dump, debug_zval_dump and print_r, which show a value to a person.

A dump collects its text and prints it at the end, or before code of the script (`__debugInfo`) runs.
"""

from __future__ import annotations

from typing import Any, List, Literal, Optional, Set, Tuple

from engine.builtin.declare import contextual
from engine.errors import FatalError
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import ctx
from engine.runtime.conversions import class_name, float_to_string, format_float, is_resource, to_string
from engine.runtime.exceptions import throw_error
from engine.runtime.functions import Closure
from engine.runtime.layouts import ordinary_values
from engine.runtime.lazy_objects import prefix as lazy_prefix
from engine.runtime.lifetimes import is_shared, shown_number
from engine.runtime.objects import UNINITIALIZED, PhpObject, dump_items
from engine.runtime.references import Ref
from engine.runtime.values import Key, PhpString, Value

EXTENSION = "standard"

# A property to show: its key, the class it is private to, "*" if it is protected or None, and the value or a Ref.
Item = Tuple[Key, Optional[str], Any]

# Values nested deeper than this are not walked: PHP reports the end of its stack.
NESTING_LIMIT = 10_000
# The objects that are being shown, in the state "dump.guarded", so that a dump within `__debugInfo` knows of them too.
# Collected text is printed when it has so many pieces.
_PIECES_LIMIT = 8192
# A sum of short texts that is longer than this becomes a piece.
PIECE = 512


@contextual(untraced=True)
def var_dump(value: Value, *values: Value) -> None:
    """Dump information about a variable."""
    for each in (value, *values):
        pieces: List[str] = []
        _dump(pieces, each, "", set())
        ctx.echo("".join(pieces))


@contextual(untraced=True)
def debug_zval_dump(value: Value, *values: Value) -> None:
    """Dump a string representation of an internal zend value to output."""
    for each in (value, *values):
        pieces: List[str] = []
        _dump_counted(pieces, each, "", set())
        ctx.echo("".join(pieces))


@contextual(untraced=True)
def print_r(value: Value, return_: bool = False) -> PhpString | Literal[True]:
    """Print human-readable information about a variable."""
    pieces: List[str] = []
    _print(pieces, value, "", set())
    text = "".join(pieces)
    if return_:
        return text
    ctx.echo(text)
    return True


def debug_items(value: PhpObject) -> List[Item]:
    """What var_dump and print_r show of an object."""
    method = value.php_class.methods.get("__debuginfo")
    if method is not None:
        shown = method.function(value)
        if shown is None:
            return []
        if type(shown) is not PhpArray:
            raise FatalError("__debuginfo() must return an array")
        return [_unmangled(key, item) for key, item in shown.raw_items()]
    if isinstance(value, Closure):
        return [(key, None, item) for key, item in _closure_items(value)]
    return [
        _unmangled(name, item)
        if visibility == "public"
        else (name, "*" if visibility == "protected" else declaring, item)
        for name, visibility, declaring, item in dump_items(value)
    ]


def float_text(number: float) -> str:
    """A float with the precision of the directive `serialize_precision`."""
    text = ctx.ini.get("serialize_precision")
    return format_float(number, -1 if text == "-1" else ctx.ini.get_int("serialize_precision", -1))


def storage_of(array: PhpArray) -> Any:
    """What handles on one array share: an array is within itself when this comes again."""
    storage: Any = array.l
    if storage is None:
        storage = array.h
        if storage is None:
            storage = array.d if array.d is not None else array.r
    return storage


def check_nesting(depth: int) -> None:
    """Throw PHP's Error for a value nested too deeply to be walked."""
    if depth > NESTING_LIMIT:
        raise throw_error(
            "Error",
            "Maximum call stack size of 8339456 bytes (zend.max_allowed_stack_size - zend.reserved_stack_size) reached."
            " Infinite recursion?",
        )


def _statics(closure: Any) -> PhpArray:
    """What a closure captured by `use`, and its static variables: null until their declaration has run."""
    found = PhpArray()
    info = closure.info
    uses = getattr(getattr(info, "node", None), "uses", None) or ()
    for use, value in zip(uses, closure.captured):
        if type(value) is Ref:
            found.bind(use.name, value)
        else:
            found.set(use.name, share_value(value))
    declared = getattr(info, "declared", None)
    if declared is None:
        return found
    for name, (key, initial) in declared.static_variables().items():
        slot = (ctx.static_variables if closure.is_fake else closure.statics).get(key)
        if slot is not None:
            found.set(name, share_value(slot.get()))
        else:
            found.set(name, initial)
    return found


def _closure_items(closure: Any) -> List[Tuple[str, Any]]:
    info = closure.info
    items: List[Tuple[str, Any]] = []
    if closure.is_fake:
        items.append(("function", info.display_name))
    else:
        items.append(("name", info.name))
        if info.unit is not None:
            items += [("file", info.unit.path), ("line", info.line)]
    statics = _statics(closure)
    if len(statics):
        items.append(("static", statics))
    if closure.this is not None:
        items.append(("this", closure.this))
    # A builtin knows its parameters by its signature.
    signature = getattr(info, "signature", info)
    required = signature.min_args if signature is not info else info.required
    parameters = PhpArray()
    for number, parameter in enumerate(signature.parameters):
        name = f"{'&' if parameter.by_ref else ''}${parameter.name}"
        parameters.set(name, "<required>" if number < required else "<optional>")
    if len(parameters):
        items.append(("parameter", parameters))
    return items


def _unmangled(key: Key, item: Any) -> Item:
    if type(key) is str and key[:1] == "\0":
        end = key.find("\0", 1)
        if end > 0:
            return key[end + 1 :], key[1:end], item
    return key, None, item


def _dump(pieces: List[str], value: Any, pad: str, active: Set[int]) -> None:
    mark = ""
    if type(value) is Ref:
        if value.holders > 1:
            mark = "&"
        value = value.get()
    if type(value) is str:
        pieces.append(f'{pad}{mark}string({len(value)}) "{value}"\n')
    elif type(value) is int:
        pieces.append(f"{pad}{mark}int({value})\n")
    elif value is None:
        pieces.append(f"{pad}{mark}NULL\n")
    elif type(value) is bool:
        pieces.append(f"{pad}{mark}bool({'true' if value else 'false'})\n")
    elif type(value) is float:
        pieces.append(f"{pad}{mark}float({float_text(value)})\n")
    elif type(value) is PhpArray:
        _dump_array(pieces, value, pad, mark, active)
    elif is_resource(value):
        pieces.append(f"{pad}{mark}resource({value.id}) of type ({value.resource_type or 'Unknown'})\n")
    else:
        _dump_object(pieces, value, pad, mark, active)


def _dump_array(pieces: List[str], array: PhpArray, pad: str, mark: str, active: Set[int]) -> None:
    identity = id(storage_of(array))
    if identity in active:
        pieces.append(f"{pad}*RECURSION*\n")
        return
    check_nesting(len(active))
    active.add(identity)
    pieces.append(f"{pad}{mark}array({len(array)}) {{\n")
    inner = pad + "  "
    for key, item in array.raw_items():
        if type(item) is Ref and not is_shared(item):
            item = item.get()
        pieces.append(f"{inner}[{key}]=>\n" if type(key) is int else f'{inner}["{key}"]=>\n')
        _dump(pieces, item, inner, active)
    pieces.append(f"{pad}}}\n")
    active.discard(identity)
    if len(pieces) > _PIECES_LIMIT:
        _flush(pieces)


def _dump_object(pieces: List[str], value: Any, pad: str, mark: str, active: Set[int]) -> None:
    owner = value.php_class
    if owner.kind == "enum":
        pieces.append(f"{pad}{mark}enum({owner.name}::{value.p_name})\n")
        return
    guarded: Set[int] = ctx.state("dump.guarded", set)
    if id(value) in guarded:
        pieces.append(f"{pad}*RECURSION*\n")
        return
    guarded.add(id(value))
    try:
        _dump_properties(pieces, value, pad, mark, active)
    finally:
        guarded.discard(id(value))


def _dump_properties(pieces: List[str], value: Any, pad: str, mark: str, active: Set[int]) -> None:
    owner = value.php_class
    if "__debuginfo" in owner.methods:
        _flush(pieces)
    items = debug_items(value)
    count = sum([item is not UNINITIALIZED for _key, _owner, item in items])
    pieces.append(f"{pad}{mark}{lazy_prefix(value)}object({class_name(value)})#{shown_number(value)} ({count}) {{\n")
    inner = pad + "  "
    is_too_deep = len(pad) > 2 * NESTING_LIMIT
    for key, private_to, item in items:
        if is_too_deep:
            pieces.append(f"{inner}nesting level too deep")
            continue
        pieces.append(f"{inner}[{_label(key, private_to)}]=>\n")
        if item is UNINITIALIZED:
            pieces.append(f"{inner}uninitialized({_declared_type(owner, key, private_to)})\n")
        elif type(item) is Ref and not is_shared(item):
            _dump(pieces, item.get(), inner, active)
        else:
            _dump(pieces, item, inner, active)
    pieces.append(f"{pad}}}\n")


def _dump_counted(pieces: List[str], value: Any, pad: str, active: Set[int]) -> None:
    """As `_dump` with reference counts: those PHP has for values held once, as nothing is counted here."""
    if type(value) is Ref:
        pieces.append(f"{pad}reference refcount({value.holders}) {{\n")
        _dump_counted(pieces, value.get(), pad + "  ", active)
        pieces.append(f"{pad}}}\n")
    elif type(value) is str:
        pieces.append(f'{pad}string({len(value)}) "{value}" interned\n')
    elif type(value) is PhpArray:
        identity = id(storage_of(value))
        if identity in active:
            pieces.append(f"{pad}*RECURSION*\n")
            return
        check_nesting(len(active))
        active.add(identity)
        packed = "packed " if value.l else ""
        count = "interned {" if not active and value.r is None else "refcount(2){"
        pieces.append(f"{pad}array({len(value)}) {packed}{count}\n")
        for key, item in value.raw_items():
            pieces.append(f"{pad}  [{_label(key, None)}]=>\n")
            _dump_counted(pieces, item, pad + "  ", active)
        pieces.append(f"{pad}}}\n")
        active.discard(identity)
    elif isinstance(value, PhpObject) and not is_resource(value):
        _dump_counted_object(pieces, value, pad, active)
    else:
        _dump(pieces, value, pad, active)


def _dump_counted_object(pieces: List[str], value: Any, pad: str, active: Set[int]) -> None:
    if id(value) in active:
        pieces.append(f"{pad}*RECURSION*\n")
        return
    check_nesting(len(active))
    active.add(id(value))
    items = debug_items(value)
    count = sum([item is not UNINITIALIZED for _key, _owner, item in items])
    head = f"{lazy_prefix(value)}object({class_name(value)})#{shown_number(value)}"
    pieces.append(f"{pad}{head} ({count}) refcount(2){{\n")
    for key, private_to, item in items:
        pieces.append(f"{pad}  [{_label(key, private_to)}]=>\n")
        if item is UNINITIALIZED:
            pieces.append(f"{pad}  uninitialized({_declared_type(value.php_class, key, private_to)})\n")
        else:
            _dump_counted(pieces, item, pad + "  ", active)
    pieces.append(f"{pad}}}\n")
    active.discard(id(value))


def _label(key: Key, private_to: Optional[str]) -> str:
    if type(key) is int:
        return str(key)
    if private_to is None:
        return f'"{key}"'
    return f'"{key}":protected' if private_to == "*" else f'"{key}":"{_until_nul(private_to)}":private'


def _declared_type(owner: Any, key: Key, private_to: Optional[str]) -> str:
    for info in owner.slots:
        if info.name == key and (private_to in (None, "*") or info.declaring.name == private_to):
            return info.type.display if info.type is not None else "mixed"
    return "mixed"


def _until_nul(name: str) -> str:
    return name.partition("\0")[0]


def _flush(pieces: List[str]) -> None:
    ctx.echo("".join(pieces))
    pieces.clear()


def _print(pieces: List[str], value: Any, pad: str, active: Set[int]) -> None:
    if type(value) is Ref:
        value = value.get()
    if type(value) is str:
        pieces.append(value)
    elif type(value) is int:
        pieces.append(str(value))
    elif type(value) is PhpArray:
        pieces.append("Array\n")
        identity = id(storage_of(value))
        if identity in active:
            pieces.append(" *RECURSION*")
            return
        check_nesting(len(active))
        active.add(identity)
        _print_elements(pieces, value, pad, active)
        active.discard(identity)
    elif isinstance(value, PhpObject) and not is_resource(value):
        _print_object(pieces, value, pad, active)
    elif type(value) is float:
        pieces.append(float_to_string(value))
    else:
        pieces.append(to_string(value))


def _print_object(pieces: List[str], value: Any, pad: str, active: Set[int]) -> None:
    owner = value.php_class
    kind = "Object"
    if owner.kind == "enum":
        kind = "Enum" if owner.backing_type is None else f"Enum:{owner.backing_type}"
    pieces.append(f"{class_name(value)} {kind}\n")
    guarded: Set[int] = ctx.state("dump.guarded", set)
    if id(value) in guarded:
        pieces.append(" *RECURSION*")
        return
    check_nesting(len(active) + len(guarded))
    guarded.add(id(value))
    try:
        values = None if "__debuginfo" in owner.methods else ordinary_values(value)
        if values is None:
            _print_items(pieces, debug_items(value), pad, active)
        else:
            _print_values(pieces, owner.layout.printed, values, pad, active)
    finally:
        guarded.discard(id(value))


def _print_elements(pieces: List[str], array: PhpArray, pad: str, active: Set[int]) -> None:
    items = array.raw_items()
    names = ["    [" + (key if type(key) is str else str(key)) + "] => " for key, _item in items]
    _print_values(pieces, names, [item for _key, item in items], pad, active)


def _print_values(pieces: List[str], names: List[str], values: List[Any], pad: str, active: Set[int]) -> None:
    # Sums of short texts are faster than lists of pieces.
    text = pad + "(\n"
    inner = pad + "        "
    for number, item in enumerate(values):
        text += pad + names[number]
        # What most values are, without a call.
        if type(item) is str:
            text += item
        elif type(item) is int:
            text += str(item)
        else:
            pieces.append(text)
            text = ""
            _print(pieces, item, inner, active)
        text += "\n"
        if len(text) > PIECE:
            pieces.append(text)
            text = ""
    pieces.append(text + pad + ")\n")


def _print_items(pieces: List[str], items: List[Item], pad: str, active: Set[int]) -> None:
    pieces.append(pad + "(\n")
    begin = pad + "    ["
    inner = pad + "        "
    for key, private_to, item in items:
        if item is UNINITIALIZED:
            continue
        shown = str(key)
        if private_to is not None:
            shown += ":protected" if private_to == "*" else f":{_until_nul(private_to)}:private"
        pieces.append(begin + shown + "] => ")
        _print(pieces, item, inner, active)
        pieces.append("\n")
    pieces.append(pad + ")\n")
