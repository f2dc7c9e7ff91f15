"""Layouts: what all ordinary objects of a class have alike, for whatever writes objects out.

An ordinary object has its declared properties, all of them set and stored, and nothing else: its values are then
read one by one, and what would be written of their names is kept with the class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional

from engine.runtime.conversions import mangle_property
from engine.runtime.objects import PhpObject
from engine.runtime.strings import StringBuilder

if TYPE_CHECKING:
    from engine.runtime.classes import PhpClass

_ABSENT = object()
# What a script's class inherits from a builtin one and what is written instead of its properties.
_OWN_WORDS = ("debug_items", "export_items")


class Layout:
    """A class's stored properties in PHP's order, and how they are called where they are written out."""

    __slots__ = ("attributes", "exported", "names", "printed", "public", "serialized", "size", "slots")

    def __init__(self, owner: PhpClass) -> None:
        self.slots = owner.slots
        self.attributes = [info.attribute for info in owner.slots]
        # With the object's number, the only other thing in the `__dict__`.
        self.size = len(self.attributes) + 1
        self.names = [info.name for info in owner.slots]
        self.public = [info.visibility == 0 for info in owner.slots]
        self.serialized: List[str] = []
        self.printed: List[str] = []
        self.exported: List[str] = []
        for info in owner.slots:
            declaring = info.declaring.name
            key = mangle_property(info.name, ("public", "protected", "private")[info.visibility], declaring)
            self.serialized.append("s:" + str(len(key)) + ':"' + key + '";')
            private_to = declaring.partition("\0")[0]
            shown = ("", ":protected", f":{private_to}:private")[info.visibility]
            self.printed.append("    [" + info.name + shown + "] => ")
            self.exported.append("   '" + info.name.replace("\\", "\\\\").replace("'", "\\'") + "' => ")


def layout_of(owner: PhpClass) -> Optional[Layout]:
    """The class's layout; None if its objects are never ordinary."""
    layout = owner.layout
    if layout is None:
        native = owner.python_type
        is_plain = (
            owner.kind == "class"
            and not owner.has_hooks
            and native.property_items is PhpObject.property_items
            and not any([hasattr(native, name) for name in _OWN_WORDS])
        )
        layout = owner.layout = Layout(owner) if is_plain else False
    return layout or None


def ordinary_values(target: PhpObject) -> Optional[List[Any]]:
    """The values of an ordinary object's properties, in the order of its class's `layout`; None if it is not one."""
    layout = layout_of(target.php_class)
    storage = target.__dict__
    if layout is None or len(storage) != layout.size:
        return None
    values: List[Any] = []
    for attribute in layout.attributes:
        value = storage.get(attribute, _ABSENT)
        if value is _ABSENT:
            return None
        values.append(value.join() if type(value) is StringBuilder else value)
    return values
