"""Variable handling: unserialize. The text is hostile: it is read by index, bounded in depth, and never trusted."""

from __future__ import annotations

import re
from typing import Any, Dict, FrozenSet, List, Optional, Tuple

from engine.builtin.declare import contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import PhpClass, PropertyInfo, instantiate, lookup_class, require_class
from engine.runtime.context import ctx
from engine.runtime.conversions import mangle_property, to_string, type_for_error
from engine.runtime.exceptions import printed, throw_error
from engine.runtime.functions import find_callable
from engine.runtime.layouts import layout_of
from engine.runtime.objects import PhpObject, note_added
from engine.runtime.properties import coerce_property, hold_ref
from engine.runtime.property_containers import make_ref
from engine.runtime.references import Ref
from engine.runtime.values import INT_MAX, PhpString, Value
from engine.stdlib.variables.dumping import NESTING_LIMIT
from engine.stdlib.variables.serialization import (
    INCOMPLETE_CLASS,
    INCOMPLETE_CLASS_NAME,
    SerializationState,
)
from engine.stdlib.variables.serialized_text import (
    COLON,
    FLOAT,
    SHORT_DIGITS,
    MalformedError,
    SerializedText,
    in_range,
)

EXTENSION = "standard"

_EMPTY = PhpArray()
_COUNT = re.compile(r"[0-9]+:\{")
_NUMBER = re.compile(r"[0-9]+;")
_SIGNED = re.compile(r"[+-]?[0-9]*")
_CLASS_NAME = re.compile(r"[A-Za-z0-9_\\\x80-\xff]+")
_OPEN = ord("{")
_ARRAY, _FLOAT, _INT, _STRING = b"adis"
# More elements than this, 2**27, PHP's hash tables cannot hold.
_ELEMENTS_LIMIT = 0x08000000
_DEPTH_LIMIT = 4096
_DEPTH_LIMIT_TEXT = str(_DEPTH_LIMIT)

# Where a value went, for references to it: an array and a key, an object and its property's (attribute, declaration).
Slot = Tuple[Any, Any]
# Where nothing asks for it.
_NOWHERE = (None, None)


@contextual(untraced=True)
def unserialize(data: PhpString, options: PhpArray = _EMPTY) -> Value:
    """Create a PHP value from a stored representation."""
    state = ctx.state("serialization", SerializationState)
    outer: Optional[_Reader] = state.reader
    reader = _Reader(data, state, outer)
    reader.apply(options)
    if not data:
        return False
    try:
        value: Value = reader.read_root()
        if reader.position < len(data):
            ctx.function_warning(f"Extra data starting at offset {reader.position} of {len(data)} bytes")
    except MalformedError:
        ctx.function_warning(f"Error at offset {reader.position} of {len(data)} bytes")
        value = False
    if outer is None:
        reader.wake()
    return value


class _Reader(SerializedText):
    """One walk through `text`. A nested one, started by Serializable::unserialize(), numbers values on."""

    def __init__(self, text: str, state: SerializationState, outer: Optional[_Reader]) -> None:
        super().__init__(text)
        self._state = state
        self._slots: List[Slot] = outer._slots if outer else []
        self._delayed: List[Tuple[Any, Any]] = outer._delayed if outer else []
        self._allowed: Optional[FrozenSet[str]] = outer._allowed if outer else None
        self._depth_limit: int = outer._depth_limit if outer else _depth_limit()
        self._depth: int = outer._depth if outer else 0
        # Without these nothing can refer to a value, so that where values went need not be known.
        self._tracks = outer is not None or "R:" in text or "r:" in text or "C:" in text
        self._layouts = state.layouts

    def apply(self, options: PhpArray) -> None:
        """Take PHP's options over; throws for bad ones."""
        if not len(options):
            return
        classes = options.get("allowed_classes", True)
        if type(classes) is not PhpArray and type(classes) is not bool:
            raise throw_error(
                "TypeError",
                f'unserialize(): Option "allowed_classes" must be of type array|bool, {type_for_error(classes)} given',
            )
        if options.has("allowed_classes"):
            if type(classes) is PhpArray:
                self._allowed = frozenset([_allowed_name(name) for name in classes.values()])
            else:
                self._allowed = None if classes else frozenset()
        if options.has("max_depth"):
            limit = options.get("max_depth")
            if type(limit) is not int:
                given = type_for_error(limit)
                raise throw_error("TypeError", f'unserialize(): Option "max_depth" must be of type int, {given} given')
            if limit < 0:
                raise throw_error("ValueError", 'unserialize(): Option "max_depth" must be greater than or equal to 0')
            self._depth_limit = limit
            self._depth = 0

    def read_root(self) -> Any:
        """The whole value."""
        if not self._tracks:
            return self._read(_NOWHERE)
        root = PhpArray([None])
        known = len(self._slots)
        try:
            root.set(0, self._read((root, 0)))
        except BaseException:
            self._slots[known:] = [(None, None)] * (len(self._slots) - known)
            raise
        # It may have become a reference within itself.
        value = root.get(0)
        return value.share() if type(value) is PhpArray and root.r is not None else value

    def wake(self) -> None:
        """Call the `__wakeup` and `__unserialize` that were put off until everything is there."""
        for number, (target, data) in enumerate(self._delayed):
            methods = target.php_class.methods
            try:
                if data is None:
                    self._state.call(methods["__wakeup"].function, target)
                else:
                    self._state.call(methods["__unserialize"].function, target, data)
            except BaseException:
                for unfinished, _data in self._delayed[number:]:
                    unfinished.forgo_destructor()
                raise
        self._delayed.clear()

    # ------------------------------------------------------------ values

    def _read(self, slot: Slot) -> Any:
        """The value at the position, bound for `slot`. A reference it is part of may be a Ref."""
        codes = self._codes
        start = self.position
        if self._tracks and start < len(self._text) and self._text[start] != "R":
            self._slots.append(slot)
        if codes[start + 1] == COLON:
            code = codes[start]
            if code == _STRING:
                return self._read_string()
            if code == _INT:
                return self._read_int()
            if code == _ARRAY:
                return self._read_array(slot)
            if code == _FLOAT:
                return self._read_float()
        return self._read_rarer(slot)

    def _read_rarer(self, slot: Slot) -> Any:
        text = self._text
        start = self.position
        kind = text[start : start + 2]
        if not kind:
            raise MalformedError
        if kind in ("O:", "C:"):
            return self._read_object(slot)
        if kind == "N;":
            self.position += 2
            return None
        if kind == "b:" and text[start + 2 : start + 4] in ("0;", "1;"):
            self.position += 4
            return text[start + 2] == "1"
        if kind in ("R:", "r:"):
            return self._read_reference(kind, slot)
        if kind == "E:":
            return self._read_enum()
        if kind == "S:":
            return self._read_escaped_string()
        if kind[0] == "}":
            ctx.function_warning("Unexpected end of serialized data")
        raise MalformedError

    def _read_key(self) -> Any:
        """An int or a string; anything else is an error behind it, as far as PHP reads it."""
        codes = self._codes
        start = self.position
        if codes[start + 1] == COLON:
            code = codes[start]
            if code == _STRING:
                return self._read_string()
            if code == _INT:
                return self._read_int()
        kind = self._text[start : start + 2]
        if kind == "S:":
            return self._read_escaped_string()
        if kind in ("O:", "C:", "E:", "") or kind[0] == "}":
            if kind[:1] == "}":
                ctx.function_warning("Unexpected end of serialized data")
            raise MalformedError
        if kind == "a:":
            match = _COUNT.match(self._text, self.position + 2)
        elif kind == "d:":
            match = FLOAT.match(self._text, self.position + 2)
        elif kind in ("R:", "r:"):
            match = _NUMBER.match(self._text, self.position + 2)
        else:
            match = re.compile("N;|b:[01];").match(self._text, self.position)
        if match is not None:
            self.position = match.end()
        raise MalformedError

    def _read_enum(self) -> Any:
        begin, end = self._read_length()
        text = self._text
        if begin == end:
            self.position += 2
            raise MalformedError
        if text[end : end + 2] != '";':
            self.position = end + (text[end : end + 1] == '"')
            raise MalformedError
        name, colon, case = text[begin:end].partition(":")
        if not colon:
            ctx.function_warning(f"Invalid enum name '{printed(name)}' (missing colon)")
            raise MalformedError
        if not _CLASS_NAME.fullmatch(name):
            raise MalformedError
        owner = lookup_class(name)
        if owner is None or owner.kind != "enum":
            problem = "not found" if owner is None else "is not an enum"
            ctx.function_warning(f"Class '{name}' {problem}")
            raise MalformedError
        self.position = end + 2
        constant = owner.constants.get(case)
        if constant is None or not constant.is_case:
            problem = (
                f"Undefined constant {name}::{case}" if constant is None else f"{name}::{case} is not an enum case"
            )
            ctx.function_warning(problem)
            raise MalformedError
        return owner.constant(case)

    # ------------------------------------------------------------ references

    def _read_reference(self, kind: str, slot: Slot) -> Any:
        match = _NUMBER.match(self._text, self.position + 2)
        if match is None:
            raise MalformedError
        self.position = match.end()
        number = int(match.group()[:-1]) if len(match.group()) < 20 else INT_MAX
        if not 1 <= number <= len(self._slots):
            raise MalformedError
        found = self._slots[number - 1]
        if found[0] is None or found is slot:
            raise MalformedError
        if kind == "R:":
            if found == slot:
                raise MalformedError
            reference = _reference_to(found)
            reference.holders += 1
            return reference
        value = _value_of(found)
        if not isinstance(value, PhpObject):
            raise MalformedError
        return value

    # ------------------------------------------------------------ arrays

    def _read_array(self, slot: Slot) -> PhpArray:
        start = self.position
        count = self._read_digits(start + 2, COLON)
        if count < 0:
            count = in_range(self._read_many_digits(start + 2))
        if self._codes[self.position] != _OPEN:
            self.position = start
            raise MalformedError
        self.position += 1
        if count >= _ELEMENTS_LIMIT or count > (len(self._text) - self.position) // 2:
            raise MalformedError
        if count and self._tracks:
            array = PhpArray()
            # References from within need to find it.
            _store(slot, array)
            self._fill_tracked(array, count)
        else:
            array = self._read_elements(count) if count else PhpArray()
        self._read_end()
        # A reference to it may have taken its place meanwhile.
        return array

    def _read_elements(self, count: int) -> PhpArray:
        """An array that no reference can be to or in: a list and names fill its storage themselves."""
        self._descend()
        values: List[Any] = []
        names: Dict[str, Any] = {}
        read = 0
        key: Any = None
        while read < count:
            key = self._read_key()
            if type(key) is int and key == read:
                values.append(self._read(_NOWHERE))
                read += 1
            else:
                break
        if not read:
            while type(key) is str and key >= ":":
                names[key] = self._read(_NOWHERE)
                read += 1
                if read == count:
                    break
                key = self._read_key()
        array = PhpArray.from_strings(names) if names else PhpArray(values)
        while read < count:
            array.set(key, self._read(_NOWHERE))
            read += 1
            if read < count:
                key = self._read_key()
        self._depth -= 1
        return array

    def _fill_tracked(self, array: PhpArray, count: int) -> None:
        self._descend()
        while count > 0:
            key = self._read_key()
            if array.has(key):
                array.set(key, None)
            item = self._read((array, key))
            if type(item) is Ref:
                array.bind(key, item)
            elif type(item) is not PhpArray or array.get(key) is not item:
                array.set(key, item)
            count -= 1
        self._depth -= 1

    def _descend(self) -> None:
        if 0 < self._depth_limit <= self._depth:
            ctx.function_warning(
                f"Maximum depth of {self._depth_limit} exceeded. The depth limit can be changed using the max_depth "
                "unserialize() option or the unserialize_max_depth ini setting"
            )
            raise MalformedError
        if self._depth > NESTING_LIMIT:
            raise MalformedError
        self._depth += 1

    # ------------------------------------------------------------ objects

    def _read_object(self, slot: Slot) -> Any:
        text = self._text
        is_custom = text[self.position] == "C"
        begin, end = self._read_length()
        if begin == end:
            self.position += 2
            raise MalformedError
        if text[end : end + 2] != '":':
            self.position = end + (text[end : end + 1] == '"')
            raise MalformedError
        name = text[begin:end]
        if name[0] in "\0\\":
            raise MalformedError
        owner = self._find_class(name)
        self.position = end
        is_incomplete = owner is None
        if owner is None:
            owner = require_class(INCOMPLETE_CLASS)
        if not is_incomplete and not self._state.allows(owner):
            shown = owner.name.partition("\0")[0]
            raise throw_error("Exception", f"Unserialization of '{shown}' is not allowed")
        if is_custom:
            made = self._read_custom(owner, slot)
        else:
            made = self._start_object(owner, is_incomplete)
        if is_incomplete:
            note_added(made.__dict__, "p_" + INCOMPLETE_CLASS_NAME)
            made.__dict__["p_" + INCOMPLETE_CLASS_NAME] = name
        if not is_custom:
            if self._tracks:
                _store(slot, made)
            self._read_properties(made, is_incomplete)
            self._read_end()
        return made

    def _find_class(self, name: str) -> Optional[PhpClass]:
        """The class to make; None for the incomplete class."""
        lowered = _lower(name)
        if self._allowed is not None and lowered not in self._allowed:
            if not _CLASS_NAME.fullmatch(name):
                raise MalformedError
            return None
        known: Optional[PhpClass] = ctx.classes.get(lowered)
        if known is not None and not known.is_anonymous:
            return known
        if not _CLASS_NAME.fullmatch(name):
            raise MalformedError
        found: Optional[PhpClass] = self._state.call(lookup_class, name)
        callback_name = ctx.ini.get("unserialize_callback_func")
        if found is not None or not callback_name:
            return found
        callback = find_callable(callback_name)
        if callback is None:
            problem = f'function "{callback_name}" not found or invalid function name'
            raise throw_error("Error", f"Invalid callback {callback_name}, {problem}")
        self._state.call(callback, name)
        found = lookup_class(name)
        if found is None:
            ctx.function_warning(f"Function {callback_name}() hasn't defined the class it was called for")
        return found

    def _read_count(self, end: int) -> int:
        """The number after the class name whose closing quote is at `end`."""
        text = self._text
        colon = text.find(":", end + 2)
        digits = text[end + 2 : colon] if colon >= 0 else ""
        if len(digits) < SHORT_DIGITS and digits.isdecimal() and digits.isascii():
            self.position = colon
            return int(digits)
        match = _SIGNED.match(text, end + 2)
        assert match is not None
        self.position = match.end()
        digits = match.group()
        return in_range(digits) if digits.lstrip("+-") else 0

    def _start_object(self, owner: PhpClass, is_incomplete: bool) -> Any:
        text = self._text
        end = self.position
        if end >= len(text) - 2:
            ctx.warning("Bad unserialize data")
            raise MalformedError
        count = self._read_count(end)
        if count < 0 or count > (len(text) - end) // 2:
            raise MalformedError
        if text[self.position : self.position + 1] != ":":
            raise MalformedError
        if text[self.position + 1 : self.position + 2] != "{":
            self.position += 1
            raise MalformedError
        self.position += 2
        self._count = count
        if not is_incomplete and "serializable" in owner.ancestors and "__unserialize" not in owner.methods:
            ctx.warning(f"Erroneous data format for unserializing '{owner.name}'")
            raise MalformedError
        return instantiate(owner)

    def _read_properties(self, made: Any, is_incomplete: bool) -> None:
        count = self._count
        methods = {} if is_incomplete else made.php_class.methods
        try:
            if "__unserialize" in methods:
                if self._tracks:
                    data = PhpArray()
                    self._fill_tracked(data, count)
                else:
                    data = self._read_elements(count)
                self._delayed.append((made, data))
                return
            self._descend()
            if not self._tracks:
                count -= self._read_ordinary(made, count)
            while count > 0:
                self._read_property(made, self._read_key())
                count -= 1
            self._depth -= 1
        except MalformedError:
            if "__wakeup" in methods or "__unserialize" in methods:
                made.forgo_destructor()
            raise
        if "__wakeup" in methods:
            self._delayed.append((made, None))

    def _read_ordinary(self, made: Any, count: int) -> int:
        """Read properties as long as they come as serialize() writes an ordinary object; how many that were."""
        layout = layout_of(made.php_class)
        if layout is None or layout.size != count + 1:
            return 0
        keys, attributes, slots = layout.serialized, layout.attributes, layout.slots
        storage = made.__dict__
        values: List[Any] = []
        try:
            while len(values) < count and self._text.startswith(keys[len(values)], self.position):
                read = len(values)
                self.position += len(keys[read])
                values.append(self._read_fitting(storage, attributes[read], slots[read]))
        except BaseException:
            # What a destructor may still see.
            storage.update(zip(attributes, values))
            raise
        if len(values) == count:
            layout.fill(made, values)
        else:
            storage.update(zip(attributes, values))
        return len(values)

    def _read_property(self, made: Any, key: Any) -> None:
        key = str(key)
        owner = made.php_class
        info = self._find_property(owner, key)
        attribute = "p_" + key if info is None else info.attribute
        if info is None and attribute not in made.__dict__:
            self._check_dynamic(owner, key)
            note_added(made.__dict__, attribute)
        if not self._tracks:
            made.__dict__[attribute] = self._read_fitting(made.__dict__, attribute, info)
            return
        references = made.__dict__.get("_refs")
        if references is not None:
            references.pop(attribute, None)
        made.__dict__[attribute] = None
        item = self._read((made, (attribute, info)))
        if type(item) is Ref:
            hold_ref(made, attribute, item)
            return
        if info is not None and info.type is not None:
            try:
                item = coerce_property(info, item, strict=True)
            except BaseException:
                made.__dict__.pop(attribute, None)
                raise
        _store((made, (attribute, info)), item)

    def _read_fitting(self, storage: Dict[str, Any], attribute: str, info: Optional[PropertyInfo]) -> Any:
        """The value of a property that no reference can be of; where its type refuses it, the property is unset."""
        item = self._read(_NOWHERE)
        declared = None if info is None else info.type
        if declared is not None and not declared.matches(item, info.declaring, info.declaring):  # type: ignore[union-attr]
            try:
                item = coerce_property(info, item, strict=True)  # type: ignore[arg-type]
            except BaseException:
                storage.pop(attribute, None)
                raise
        return item

    def _find_property(self, owner: PhpClass, key: str) -> Optional[PropertyInfo]:
        layout = self._layouts.get(owner)
        if layout is None:
            layout = self._layouts[owner] = {}
            for slot in owner.slots:
                visibility = ("public", "protected", "private")[slot.visibility]
                layout[mangle_property(slot.name, visibility, slot.declaring.name)] = slot
        info = layout.get(key)
        if info is None:
            name = key
            if key[:1] == "\0":
                end = key.find("\0", 1)
                if end < 2:
                    raise MalformedError
                name = key[end + 1 :]
                declaring = key[1:end]
                if declaring != "*" and _lower(declaring) != owner.lower_name:
                    return None
            info = owner.properties.get(name)
        if info is not None and info.is_virtual:
            shown = key.replace("\0", "")
            ctx.function_warning(f"Cannot unserialize value for virtual property {info.declaring.name}::${shown}")
            raise MalformedError
        return info

    def _check_dynamic(self, owner: PhpClass, key: str) -> None:
        name = key.rpartition("\0")[2]
        if owner.name == INCOMPLETE_CLASS:
            return
        if owner.kind == "enum" or (owner.is_readonly and not owner.is_internal):
            raise throw_error("Error", f"Cannot create dynamic property {owner.name}::${name}")
        if not owner.allows_dynamic_properties:
            ctx.deprecated(f"Creation of dynamic property {owner.name}::${name} is deprecated")

    def _read_custom(self, owner: PhpClass, slot: Slot) -> Any:
        """`C:`: what the object's own unserialize() reads."""
        text = self._text
        length = self._read_count(self.position)
        if len(text) - self.position < 2 or text[self.position] != ":":
            raise MalformedError
        if text[self.position + 1] != "{":
            self.position += 1
            raise MalformedError
        self.position += 2
        present = len(text) - self.position
        if length < 0 or present <= length:
            ctx.warning(f"Insufficient data for unserializing - {length} required, {present} present")
            raise MalformedError
        end = self.position + length
        if text[end] != "}":
            self.position = end
            raise MalformedError
        made = instantiate(owner)
        _store(slot, made)
        if "serializable" not in owner.ancestors:
            ctx.warning(f"Class {owner.name} has no unserializer")
        else:
            saved = self._state.reader
            self._state.reader = self
            try:
                owner.methods["unserialize"].function(made, text[self.position : end])
            finally:
                self._state.reader = saved
        self.position = end + 1
        return made


class PartReader:
    """Reads serialized values out of a longer text, as the SPL's own forms have them."""

    def __init__(self, text: str) -> None:
        state = ctx.state("serialization", SerializationState)
        self._outer = state.reader
        self._reader = _Reader(text, state, self._outer)
        self.text = text

    @property
    def position(self) -> int:
        """Where the next value or mark is."""
        return self._reader.position

    def value(self) -> Tuple[bool, Any]:
        """(True, the value at the position), or (False, None) where there is none."""
        try:
            return True, self._reader.read_root()
        except MalformedError:
            return False, None

    def take(self, mark: str) -> bool:
        """Go past `mark`, if it is at the position."""
        if not self.text.startswith(mark, self._reader.position):
            return False
        self._reader.position += len(mark)
        return True

    def back(self) -> None:
        """Go one character back."""
        self._reader.position -= 1

    def finish(self) -> None:
        """Wake the objects that were read."""
        if self._outer is None:
            self._reader.wake()


def _lower(name: str) -> str:
    return name.lower() if name.isascii() else name.encode("latin-1").lower().decode("latin-1")


def _depth_limit() -> int:
    # Reading the number of the directive takes longer than reading a short text.
    if ctx.ini.get("unserialize_max_depth") == _DEPTH_LIMIT_TEXT:
        return _DEPTH_LIMIT
    return ctx.ini.get_int("unserialize_max_depth", _DEPTH_LIMIT)


def _allowed_name(name: Any) -> str:
    problem = 'unserialize(): Option "allowed_classes" must be an array of class names, '
    if type(name) is not str and not isinstance(name, PhpObject):
        raise throw_error("TypeError", f"{problem}{type_for_error(name)} given")
    text = to_string(name)
    # Most are identifiers, which is sooner seen.
    if text and not (text.isascii() and text.isidentifier()) and not _CLASS_NAME.fullmatch(text):
        shown = text.partition("\0")[0]
        raise throw_error("ValueError", f'{problem}"{shown}" given')
    return _lower(text)


def _store(slot: Slot, value: Any) -> None:
    container, place = slot
    if type(container) is PhpArray:
        container.set(place, value)
        return
    attribute = place[0]
    references = container.__dict__.get("_refs")
    if references is not None and attribute in references:
        references[attribute].v = value
    else:
        container.__dict__[attribute] = value


def _value_of(slot: Slot) -> Any:
    container, place = slot
    if type(container) is PhpArray:
        return container.get(place)
    attribute = place[0]
    references = container.__dict__.get("_refs") or {}
    if attribute in references:
        return references[attribute].get()
    return container.__dict__.get(attribute)


def _reference_to(slot: Slot) -> Ref:
    container, place = slot
    if type(container) is PhpArray:
        return container.ref(place)
    attribute, info = place
    references = container.__dict__.get("_refs") or {}
    found: Optional[Ref] = references.get(attribute)
    if found is None:
        found = make_ref(container, attribute, container.__dict__.get(attribute), info)
    return found
