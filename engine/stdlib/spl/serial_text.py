"""The old serialized forms of SPL objects: serialized values between marks."""

from __future__ import annotations

from typing import Any, List, Tuple

from engine.runtime.arrays import PhpArray
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import PhpObject
from engine.stdlib.variables.unserialization import PartReader

_IS_SELF = 0x01000000


def malformed(reader: PartReader) -> Exception:
    """The exception for a text of another form."""
    return throw_error("UnexpectedValueException", f"Error at offset {reader.position} of {len(reader.text)} bytes")


def read_list(text: str) -> List[Any]:
    """The values of `value:value:…`; throws PHP's exception for another form."""
    reader = PartReader(text)
    values: List[Any] = []
    while True:
        found, value = reader.value()
        if not found or (not values and type(value) is not int):
            raise malformed(reader)
        values.append(value)
        if not reader.take(":"):
            break
    if reader.position != len(text):
        raise malformed(reader)
    reader.finish()
    return values


def read_array_object(text: str) -> Tuple[int, Any, PhpArray]:
    """(flags, storage or None for the object itself, members) of ArrayObject's `x:i:0;a:…;m:a:…`."""
    reader = PartReader(text)
    if not (reader.take("x") and reader.take(":")):
        raise malformed(reader)
    found, flags = reader.value()
    if not found or type(flags) is not int:
        raise malformed(reader)
    storage: Any = None
    if not flags & _IS_SELF:
        if text[reader.position : reader.position + 1] not in ("a", "O", "C", "r"):
            raise malformed(reader)
        found, storage = reader.value()
        if not found or not (type(storage) is PhpArray or isinstance(storage, PhpObject)) or not reader.take(";"):
            raise malformed(reader)
    members = _read_members(reader)
    reader.finish()
    return flags, storage, members


def read_storage(text: str) -> Tuple[List[Tuple[Any, Any]], PhpArray]:
    """([(object, information)], members) of SplObjectStorage's `x:i:1;O:…,N;;m:a:…`."""
    reader = PartReader(text)
    if not (reader.take("x") and reader.take(":")):
        raise malformed(reader)
    found, count = reader.value()
    if not found or type(count) is not int or count < 0:
        raise malformed(reader)
    reader.back()
    rows: List[Tuple[Any, Any]] = []
    for _number in range(count):
        if not reader.take(";") or text[reader.position : reader.position + 1] not in ("O", "C", "r"):
            raise malformed(reader)
        found, target = reader.value()
        if not found:
            raise malformed(reader)
        info: Any = None
        if reader.take(","):
            found, info = reader.value()
            if not found:
                raise malformed(reader)
        if not isinstance(target, PhpObject):
            raise malformed(reader)
        rows.append((target, info))
    if not reader.take(";"):
        raise malformed(reader)
    members = _read_members(reader)
    reader.finish()
    return rows, members


def _read_members(reader: PartReader) -> PhpArray:
    if not reader.take("m:"):
        raise malformed(reader)
    found, members = reader.value()
    if not found or type(members) is not PhpArray:
        raise malformed(reader)
    return members
