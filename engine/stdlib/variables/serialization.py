"""Variable handling: serialize. Its inverse is in `variables/unserialization.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence, Tuple

from engine.builtin.declare import contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import class_name, is_resource, mangle_property, to_string
from engine.runtime.exceptions import throw_error
from engine.runtime.layouts import ordinary_values
from engine.runtime.lazy_objects import serialized_object
from engine.runtime.objects import UNINITIALIZED
from engine.runtime.references import Ref
from engine.stdlib.variables.dumping import check_nesting, float_text

if TYPE_CHECKING:
    from engine.runtime.classes import PhpClass, PropertyInfo
    from engine.runtime.values import PhpString, Value

EXTENSION = "standard"

INCOMPLETE_CLASS = "__PHP_Incomplete_Class"
# The property in which an object of the incomplete class keeps the name of the class it should have been of.
INCOMPLETE_CLASS_NAME = "__PHP_Incomplete_Class_Name"

_UNSERIALIZABLE = frozenset(
    ("closure", "generator", "weakmap", "weakreference", "fiber", "splfileinfo", "reflector", "reflectiontype",
     "reflectionextension", "internaliterator", "sensitiveparametervalue", "reflectiongenerator", "reflectionreference",
     "reflectionfiber", "pdo", "pdostatement", "pdorow", "pgsql\\connection", "pgsql\\result", "pgsql\\lob",
     "inflatecontext", "deflatecontext", "random\\engine\\secure")
)  # fmt: skip
# What most keys are written as: half the time of a list of ints.
_SMALL = 256
_SMALL_INTS = tuple([f"i:{number};" for number in range(_SMALL)])
# Short texts are faster to add to than lists of pieces; what is longer than this becomes a piece.
_PIECE = 512
# The object failed to serialize: later references to it are null too.
_FAILED = -1


@contextual(untraced=True)
def serialize(value: Value) -> PhpString:
    """Generate a storable representation of a value."""
    state = ctx.state("serialization", SerializationState)
    writer = state.writer or _Writer(state)
    outer = writer.pieces
    writer.pieces = []
    try:
        writer.write(value, 0)
        return "".join(writer.pieces)
    finally:
        writer.pieces = outer


class SerializationState:
    """Which walk a `serialize` or `unserialize` within a method of Serializable continues: they share references."""

    def __init__(self) -> None:
        self.writer: Optional[_Writer] = None
        self.reader: Any = None
        # Which classes' objects are written as their properties, as far as was asked.
        self.plain_classes: Dict[PhpClass, bool] = {}
        self.allowed: Dict[PhpClass, bool] = {}
        # The properties of the classes that were read, by the keys they are written under.
        self.layouts: Dict[PhpClass, Dict[str, PropertyInfo]] = {}

    def allows(self, owner: PhpClass) -> bool:
        """`is_serializable`, asked once for each class."""
        allowed = self.allowed.get(owner)
        if allowed is None:
            allowed = self.allowed[owner] = is_serializable(owner)
        return allowed

    def call(self, function: Any, *arguments: Any) -> Any:
        """Call a magic method; what it serializes is on its own."""
        saved = self.writer, self.reader
        self.writer = self.reader = None
        try:
            return function(*arguments)
        finally:
            self.writer, self.reader = saved


def is_serializable(owner: Any) -> bool:
    """Whether PHP lets objects of the class be serialized."""
    if owner.is_anonymous or getattr(owner, "is_not_serializable", False):
        return False
    return not owner.ancestors & _UNSERIALIZABLE


def property_table(value: Any) -> Dict[str, Any]:
    """The initialised properties, and UNINITIALIZED ones, under their mangled names."""
    return {
        mangle_property(name, visibility, declaring): item
        for name, visibility, declaring, item in serialized_object(value).property_items()
    }


class _Writer:
    """One walk: the text so far, and the number of each object and reference met."""

    def __init__(self, state: SerializationState) -> None:
        self._state = state
        self._plain_classes = state.plain_classes
        self.pieces: List[str] = []
        self._numbers: Dict[int, int] = {}
        self._count = 0
        # Keeps what was numbered alive, so that no other object gets its id.
        self._kept: List[Any] = []

    def write(self, value: Any, depth: int) -> None:
        """Add a value, or a reference that has several holders."""
        is_reference = False
        if type(value) is Ref:
            if value.holders > 1:
                is_reference = True
            else:
                value = value.get()
        self._count += 1
        if is_reference:
            reference = value
            value = reference.get()
            numbered = value if _is_object(value) else reference
            if self._write_number(numbered, "R"):
                return
        if type(value) is str:
            # Sums are 4 times faster than f-strings on PyPy.
            self.pieces.append("s:" + str(len(value)) + ':"' + value + '";')
        elif type(value) is int:
            self.pieces.append("i:" + str(value) + ";")
        elif value is None:
            self.pieces.append("N;")
        elif type(value) is bool:
            self.pieces.append("b:1;" if value else "b:0;")
        elif type(value) is float:
            self.pieces.append("d:" + float_text(value) + ";")
        elif type(value) is PhpArray:
            check_nesting(depth)
            text = "a:" + str(len(value)) + ":{"
            if value.l is not None and len(value.l) <= _SMALL:
                # A copy: methods of what is in it may change it.
                self._write_values(text, _SMALL_INTS, value.l[:], depth)
            else:
                self._write_items(text, value.raw_items(), depth)
        elif is_resource(value):
            self.pieces.append("i:0;")
        elif is_reference or not self._write_number(value, "r"):
            check_nesting(depth)
            self._write_object(value, depth)

    def _write_number(self, numbered: Any, kind: str) -> bool:
        number = self._numbers.get(id(numbered))
        if number is None:
            self._numbers[id(numbered)] = self._count
            self._kept.append(numbered)
            return False
        if number == _FAILED:
            self.pieces.append("N;")
            return True
        if kind == "R":
            self._count -= 1
        self.pieces.append(f"{kind}:{number};")
        return True

    def _write_items(self, text: str, items: List[Tuple[Any, Any]], depth: int) -> None:
        keys = [
            _int_text(key) if type(key) is int else "s:" + str(len(key)) + ':"' + key + '";' for key, _item in items
        ]
        self._write_values(text, keys, [item for _key, item in items], depth)

    def _write_object(self, value: Any, depth: int) -> None:
        owner = value.php_class
        values = ordinary_values(value) if self._writes_properties(owner) else None
        if values is not None:
            self._write_values(_object_head(owner.name, len(values)), owner.layout.serialized, values, depth)
            return
        methods = owner.methods
        if owner.kind == "enum":
            text = f"{owner.name}:{value.p_name}"
            self.pieces.append(f'E:{len(text)}:"{text}";')
        elif not is_serializable(owner):
            raise throw_error("Exception", f"Serialization of '{class_name(value)}' is not allowed")
        elif "__serialize" in methods:
            data = self._state.call(methods["__serialize"].function, value)
            if type(data) is not PhpArray:
                raise throw_error("TypeError", f"{owner.name}::__serialize() must return an array")
            self._write_named(owner.name, data.raw_items(), depth)
        elif "serializable" in owner.ancestors:
            self._write_custom(value)
        elif "__sleep" in methods:
            self._write_awake(value, depth)
        else:
            self._write_properties(value, depth)

    def _writes_properties(self, owner: PhpClass) -> bool:
        """Whether objects of the class are written as their properties."""
        found = self._plain_classes.get(owner)
        if found is None:
            methods = owner.methods
            found = self._plain_classes[owner] = (
                is_serializable(owner)
                and owner.name != INCOMPLETE_CLASS
                and not ("__serialize" in methods or "__sleep" in methods or "serializable" in owner.ancestors)
            )
        return found

    def _write_values(self, text: str, keys: Sequence[str], values: List[Any], depth: int) -> None:
        """Add `text`, the values after their written keys, of which there may be more, and the end."""
        scalars = 0
        for number, item in enumerate(values):
            text += keys[number]
            # What most values are, without a call of `write`.
            if type(item) is int:
                scalars += 1
                text += _int_text(item)
            elif type(item) is str:
                scalars += 1
                text += "s:" + str(len(item)) + ':"' + item + '";'
            else:
                self._count += scalars
                scalars = 0
                self.pieces.append(text)
                text = ""
                self.write(item, depth + 1)
            if len(text) > _PIECE:
                self.pieces.append(text)
                text = ""
        self._count += scalars
        self.pieces.append(text + "}")

    def _write_named(self, name: str, items: List[Tuple[Any, Any]], depth: int) -> None:
        self._write_items(_object_head(name, len(items)), items, depth)

    def _write_properties(self, value: Any, depth: int) -> None:
        table = property_table(value)
        items = [(key, item) for key, item in table.items() if item is not UNINITIALIZED]
        name = value.php_class.name
        if name == INCOMPLETE_CLASS:
            held = table.get(INCOMPLETE_CLASS_NAME)
            if type(held) is str:
                name = held
                items = [(key, item) for key, item in items if key != INCOMPLETE_CLASS_NAME]
        self._write_named(name, items, depth)

    def _write_custom(self, value: Any) -> None:
        name = value.php_class.name
        saved = self._state.writer
        self._state.writer = self
        try:
            data = value.php_class.methods["serialize"].function(value)
        finally:
            self._state.writer = saved
        if data is None:
            self._numbers[id(value)] = _FAILED
            self.pieces.append("N;")
        elif type(data) is str:
            self.pieces.append(f'C:{len(name)}:"{name}":{len(data)}:{{{data}}}')
        else:
            raise throw_error("Exception", f"{name}::serialize() must return a string or NULL")

    def _write_awake(self, value: Any, depth: int) -> None:
        """An object whose `__sleep` names the properties to write."""
        owner = value.php_class
        names = self._state.call(owner.methods["__sleep"].function, value)
        problem = "should return an array only containing the names of instance-variables to serialize"
        if type(names) is not PhpArray:
            ctx.function_warning(f"{owner.name}::__sleep() {problem}")
            self.pieces.append("N;")
            return
        table = property_table(value)
        chosen: Dict[str, Any] = {}
        for name in names.values():
            if type(name) is not str:
                ctx.function_warning(f"{owner.name}::__sleep() {problem}")
                name = to_string(name)
            key = next((key for key in (name, f"\0{owner.name}\0{name}", f"\0*\0{name}") if key in table), None)
            if key is None:
                ctx.function_warning(f'"{name}" returned as member variable from __sleep() but does not exist')
            elif key in chosen:
                ctx.function_warning(f'"{name}" is returned from __sleep() multiple times')
            elif table[key] is not UNINITIALIZED:
                chosen[key] = table[key]
        self._write_named(owner.name, list(chosen.items()), depth)


def _int_text(number: int) -> str:
    return _SMALL_INTS[number] if 0 <= number < _SMALL else "i:" + str(number) + ";"


def _object_head(name: str, count: int) -> str:
    return "O:" + str(len(name)) + ':"' + name + '":' + str(count) + ":{"


def _is_object(value: Any) -> bool:
    return not (value is None or type(value) in (str, int, float, bool, PhpArray) or is_resource(value))
