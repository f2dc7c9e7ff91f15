"""Layouts: what all ordinary objects of a class have alike, for whatever writes objects out.

An ordinary object has its declared properties, all of them set and stored, and nothing else: its values are then
read one by one, and what would be written of their names is kept with the class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional

from engine.runtime.classes import build_function, property_code
from engine.runtime.conversions import mangle_property
from engine.runtime.objects import PhpObject
from engine.runtime.strings import StringBuilder

if TYPE_CHECKING:
    from engine.runtime.classes import PhpClass

# So often a class's objects are written out or read before that gets code of its own, which takes 0.2 ms to make.
_USES_BEFORE_CODE = 30
# What a script's class inherits from a builtin one and what is written instead of its properties.
_OWN_WORDS = ("debug_items", "export_items")


class Layout:
    """A class's stored properties in PHP's order, and how they are called where they are written out."""

    __slots__ = (
        "_uses",
        "attributes",
        "exported",
        "fill",
        "names",
        "printed",
        "public",
        "read",
        "serialized",
        "size",
        "slots",
    )

    def __init__(self, owner: PhpClass) -> None:
        self.slots = owner.slots
        self.attributes = [info.attribute for info in owner.slots]
        # With the object's number, the only other thing in the `__dict__`.
        self.size = len(self.attributes) + 1
        self.names = [info.name for info in owner.slots]
        self.public = [info.visibility == 0 for info in owner.slots]
        self._uses = 0
        self.read: Callable[[Dict[str, Any]], List[Any]] = self._read_one_by_one
        self.fill: Callable[[Any, List[Any]], None] = self._fill_one_by_one
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

    def _read_one_by_one(self, storage: Dict[str, Any]) -> List[Any]:
        """The values out of an object's `__dict__`; KeyError where one is unset."""
        self._count_use()
        values = [storage[attribute] for attribute in self.attributes]
        return [value.join() if type(value) is StringBuilder else value for value in values]

    def _fill_one_by_one(self, target: Any, values: List[Any]) -> None:
        """Give an object the values of its properties."""
        self._count_use()
        target.__dict__.update(zip(self.attributes, values))

    def _count_use(self) -> None:
        """Make code with a statement for each property: PyPy knows where in an object what has a constant name lies."""
        self._uses += 1
        if self._uses > _USES_BEFORE_CODE:
            names = [f"v{number}" for number in range(len(self.attributes))]
            lines = ["def read(storage):"]
            for name, attribute in zip(names, self.attributes):
                lines += [f"    {name} = storage[{attribute!r}]", f"    if type({name}) is B: {name} = {name}.join()"]
            text = "\n".join([*lines, f"    return [{', '.join(names)}]"])
            self.read = build_function(text, "read", {"B": StringBuilder})
            lines = ["def fill(o, values):"]
            for number, attribute in enumerate(self.attributes):
                lines.append(f"    {property_code(attribute)} = values[{number}]")
            lines.append("    return None")
            self.fill = build_function("\n".join(lines), "fill", {})


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
    try:
        return layout.read(storage)
    except KeyError:
        return None
