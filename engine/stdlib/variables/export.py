"""Variable handling: var_export, which shows a value as PHP code."""

from __future__ import annotations

from typing import Any, List, Set, Tuple

from engine.builtin.declare import contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.functions import Closure
from engine.runtime.layouts import ordinary_values
from engine.runtime.objects import UNINITIALIZED, PhpObject, exported_items
from engine.runtime.properties import realized
from engine.runtime.references import Ref
from engine.runtime.values import INT_MIN, Key, PhpString, Value
from engine.stdlib.variables.dumping import PIECE, check_nesting, float_text, storage_of

EXTENSION = "standard"


@contextual(untraced=True)
def var_export(value: Value, return_: bool = False) -> PhpString | None:
    """Output or return a parsable string representation of a variable."""
    pieces: List[str] = []
    _export(pieces, value, "", set())
    text = "".join(pieces)
    if return_:
        return text
    ctx.echo(text)
    return None


def _export(pieces: List[str], value: Any, pad: str, active: Set[int]) -> None:
    """Add `value`. `pad` is the indentation of the line that it stands on."""
    if type(value) is Ref:
        value = value.get()
    if type(value) is str:
        pieces.append(_quoted(value))
    elif type(value) is int:
        pieces.append(str(value) if value != INT_MIN else f"{INT_MIN + 1}-1")
    elif type(value) is bool:
        pieces.append("true" if value else "false")
    elif type(value) is float:
        pieces.append(_float(value))
    elif type(value) is PhpArray:
        identity = id(storage_of(value))
        if _enter(pieces, identity, active):
            _export_array(pieces, value, pad, active)
            active.discard(identity)
    elif isinstance(value, PhpObject):
        guarded: Set[int] = ctx.state("export.guarded", set)
        if _enter(pieces, id(value), guarded):
            try:
                _export_object(pieces, value, pad, active)
            finally:
                guarded.discard(id(value))
    else:
        pieces.append("NULL")


def _enter(pieces: List[str], identity: int, active: Set[int]) -> bool:
    if identity in active:
        pieces.append("NULL")
        ctx.warning("var_export does not handle circular references")
        return False
    check_nesting(len(active))
    active.add(identity)
    return True


def _export_array(pieces: List[str], array: PhpArray, pad: str, active: Set[int]) -> None:
    items = array.items()
    names = ["  " + (_quoted(key) if type(key) is str else str(key)) + " => " for key, _item in items]
    head = "\n" + pad + "array (\n" if pad else "array (\n"
    _export_values(pieces, head, names, [item for _key, item in items], pad, active)
    pieces.append(")")


def _export_values(
    pieces: List[str], head: str, names: List[str], values: List[Any], pad: str, active: Set[int]
) -> None:
    """Add `head`, a line for each value after its name, and the indentation of the end."""
    # Sums of short texts are faster than lists of pieces.
    text = head
    inner = pad + "  "
    for number, item in enumerate(values):
        text += pad + names[number]
        # What most values are, without a call.
        if type(item) is int and item != INT_MIN:
            text += str(item)
        elif type(item) is str:
            text += _quoted(item)
        else:
            pieces.append(text)
            text = ""
            _export(pieces, item, inner, active)
        text += ",\n"
        if len(text) > PIECE:
            pieces.append(text)
            text = ""
    pieces.append(text + pad)


def _export_object(pieces: List[str], value: Any, pad: str, active: Set[int]) -> None:
    owner = value.php_class
    head = "\n" + pad if pad else ""
    if owner.kind == "enum":
        pieces.append(f"{head}\\{owner.name}::{value.p_name}")
        return
    is_plain = owner.name == "stdClass"
    head += "(object) array(\n" if is_plain else "\\" + owner.name + "::__set_state(array(\n"
    values = ordinary_values(value)
    if values is not None:
        names = owner.layout.exported
    else:
        items = _items(value)
        names = ["   " + (str(name) if isinstance(name, int) else _quoted_name(name)) + " => " for name, _item in items]
        values = [item for _name, item in items]
    _export_values(pieces, head, names, values, pad, active)
    pieces.append(")" if is_plain else "))")


def _quoted_name(name: str) -> str:
    return "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _items(value: PhpObject) -> List[Tuple[Key, Any]]:
    """Names and values of the properties, those with a `get` hook through it."""
    if isinstance(value, Closure):
        return []
    value = realized(value)
    items = exported_items(value)
    if not any([info.get_hook or info.is_virtual for info in value.php_class.slots]):
        return [(name, item) for name, _visibility, _declaring, item in items if item is not UNINITIALIZED]
    stored = {(name, declaring): item for name, _visibility, declaring, item in items}
    result: List[Tuple[Key, Any]] = []
    for info in value.php_class.slots:
        key = (info.name, info.declaring.name)
        item = stored.pop(key, UNINITIALIZED)
        if info.get_hook is not None:
            result.append((info.name, info.get_hook(value)))
        elif item is not UNINITIALIZED:
            result.append((info.name, item))
    result.extend((name, item) for (name, _declaring), item in stored.items() if item is not UNINITIALIZED)
    return result


def _quoted(text: str) -> str:
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if "'" in text:
        text = text.replace("'", "\\'")
    if "\0" in text:
        text = text.replace("\0", "' . \"\\0\" . '")
    return "'" + text + "'"


def _float(number: float) -> str:
    text = float_text(number)
    return text if "." in text or text[-1] in "FN" else text + ".0"
