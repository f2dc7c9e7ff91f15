"""PhpObject: what every PHP object is, and what happens when an attribute is not simply there.

A property lives in an attribute of the Python object: public `p_x`, protected `g_x`, private `r7_x` (7: the class that
declares it). Compiled code names the attribute that its own scope would use, so a hit needs no check of visibility and
everything else arrives in `__getattr__`. A method is found as `m_x` from anywhere, as `n_x` from the code of classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Dict, FrozenSet, List, Optional, Tuple

from engine.runtime.exceptions import printed
from engine.runtime.strings import StringBuilder

if TYPE_CHECKING:
    from engine.runtime.classes import MethodInfo, PhpClass


class PhpObject:
    """Base of the Python types of all PHP classes. `oid` is the object's number."""

    php_class: PhpClass
    ancestors: FrozenSet[str]
    # What compiled code of any class may write: see classes.find_stores. None until the first such write.
    stores: ClassVar[Any] = None
    # What a write below a readonly property of a builtin class gets, where not the object in it: (info, held) -> value.
    indirect_hook: ClassVar[Any] = None
    oid: int

    if TYPE_CHECKING:
        # Properties and native state are attributes that no class declares.
        def __setattr__(self, attribute: str, value: Any) -> None: ...

    def __getattr__(self, attribute: str) -> Any:
        """A property or method that is not there as the running code named it: the rules in full."""
        references = self.__dict__.get("_refs")
        if references is not None:
            reference = references.get(attribute)
            if reference is not None:
                # Whoever names the attribute would have found a plain value there, without being asked either.
                value = reference.v
                return value.join() if type(value) is StringBuilder else value
        prefix = attribute[:2]
        if prefix in ("p_", "g_"):
            from engine.runtime.properties import read_property, read_property_from

            name = attribute[2:]
            if name not in self.php_class.slot_names and name not in self.php_class.static_properties:
                # Declared nowhere: who asks makes no difference.
                return read_property_from(self, name, None)
            return read_property(self, name)
        if prefix in ("m_", "n_"):
            return find_bound_method(self, attribute[2:])
        if prefix[0] == "r" and prefix[1].isdecimal():
            from engine.runtime.properties import read_property

            return read_property(self, attribute[attribute.index("_") + 1 :])
        raise AttributeError(attribute)

    def destroy_native(self) -> None:
        """The end of the object's life, once: its destructor."""
        storage = self.__dict__
        if "_destroyed" in storage or "_lazy" in storage:
            return
        storage["_destroyed"] = True
        method = self.php_class.methods.get("__destruct")
        if method is not None:
            method.function(self)

    def forgo_destructor(self) -> None:
        """Let the object's life end without its destructor: it never was what that expects."""
        self.__dict__["_destroyed"] = True

    def property_items(self) -> List[Tuple[str, str, str, Any]]:
        """(name, visibility, declaring class, value, Ref or UNINITIALIZED) of each property, in PHP's order."""
        from engine.runtime.property_listing import property_items

        return property_items(self)


def dump_items(target: PhpObject) -> List[Tuple[str, str, str, Any]]:
    """As `property_items`, or what a builtin class shows of itself instead."""
    native = getattr(type(target), "debug_items", None)
    return target.property_items() if native is None else native(target)


def exported_items(target: PhpObject) -> List[Tuple[str, str, str, Any]]:
    """As `property_items`, or what a builtin class gives JSON and var_export() instead."""
    native = getattr(type(target), "export_items", None)
    return target.property_items() if native is None else native(target)


class Uninitialized:
    """The type of UNINITIALIZED, a typed property before its first write."""

    def __repr__(self) -> str:
        return "UNINITIALIZED"


UNINITIALIZED = Uninitialized()


def stored(value: Any) -> Any:
    """What a storage holds, with a pending string builder joined."""
    return value.join() if type(value) is StringBuilder else value


def find_bound_method(target: PhpObject, name: str) -> Any:
    """The method `name` of `target` as the running code may call it: a Python callable. Throws PHP's errors."""
    methods = target.php_class.methods
    if name.lower() not in methods and "__call" in methods:
        from engine.runtime.arrays import PhpArray

        function = methods["__call"].function
        return lambda *arguments: function(target, name, PhpArray(list(arguments)))
    from engine.runtime.frames import current_scope

    return bound_method(target, name, current_scope())


def bound_method(target: PhpObject, name: str, scope: Optional[PhpClass]) -> Any:
    """As `find_bound_method`, for code of class `scope`."""
    method, through_call = resolve_method(target.php_class, name, scope)
    if method is None:
        if through_call is None:
            inner = forwarding_target(target, name, scope)
            if inner is not None:
                return bound_method(inner, name, scope)
            raise undefined_method(target.php_class, name, scope)
        from engine.runtime.functions import rest_array

        function = through_call.function
        return lambda *arguments: function(target, name, rest_array(arguments))
    function = method.function
    if method.info is not None and method.info.by_ref_flags is not None:
        from engine.runtime.functions import BoundByReference

        return BoundByReference(function, target, method.info)
    return lambda *arguments: function(target, *arguments)


def forwarding_target(target: PhpObject, name: str, scope: Optional[PhpClass]) -> Any:
    """The object that an iterator's missing method is called on: one it holds that has the method, or None."""
    while True:
        forwarded = getattr(type(target), "method_target_native", None)
        target = None if forwarded is None else forwarded(target)  # type: ignore[assignment]
        if target is None or resolve_method(target.php_class, name, scope) != (None, None):
            return target


def resolve_method(
    owner: PhpClass, name: str, scope: Optional[PhpClass]
) -> Tuple[Optional[MethodInfo], Optional[MethodInfo]]:
    """(the method, None), (None, `__call`) where that takes over, or (None, None)."""
    from engine.runtime.classes import PRIVATE, may_access

    lowered = name.lower()
    method = owner.methods.get(lowered)
    if scope is not None and (method is None or method.declaring is not scope):
        own = scope.methods.get(lowered)
        if own is not None and own.visibility == PRIVATE and own.declaring is scope and owner.is_subclass_of(scope):
            return own, None
    if method is not None and may_access(method.visibility, root_declaring(method), scope):
        return method, None
    return None, owner.methods.get("__call")


def resolve_static(owner: PhpClass, name: str, scope: Optional[PhpClass]) -> Optional[MethodInfo]:
    """The method that `owner::name()` means, or None; a private one of the scope has no precedence here."""
    from engine.runtime.classes import may_access

    method = owner.methods.get(name.lower())
    if method is not None and may_access(method.visibility, root_declaring(method), scope):
        return method
    return None


def root_declaring(method: MethodInfo) -> PhpClass:
    """The class that decides who may call a protected method: the highest one that declares it."""
    declaring = method.declaring
    parent = declaring.parent
    while parent is not None:
        older = parent.methods.get(method.lower_name)
        if older is None or older.visibility == 2:
            break
        declaring = older.declaring
        parent = declaring.parent
    return declaring  # type: ignore[no-any-return]


def undefined_method(owner: PhpClass, name: str, scope: Optional[PhpClass]) -> Exception:
    """The Error for a method that is missing or out of reach."""
    from engine.runtime.classes import VISIBILITY_NAMES
    from engine.runtime.exceptions import throw_error

    method = owner.methods.get(name.lower())
    if method is None:
        return throw_error("Error", f"Call to undefined method {owner.name}::{printed(name)}()")
    where = "global scope" if scope is None else f"scope {scope.name}"
    level = VISIBILITY_NAMES[method.visibility]
    return throw_error("Error", f"Call to {level} method {method.declaring.name}::{name}() from {where}")


def call_method(target: PhpObject, name: str, *arguments: Any) -> Any:
    """Call a method, whatever its visibility."""
    method = target.php_class.methods.get(name.lower())
    if method is None:
        raise undefined_method(target.php_class, name, None)
    return method.function(target, *arguments)


def find_method(target: PhpObject, name: str) -> Optional[MethodInfo]:
    """The method of this name, whatever its visibility, or None."""
    return target.php_class.methods.get(name.lower())


def object_to_string(target: PhpObject) -> str:
    """`(string) $object`; throws PHP's Error where there is no `__toString`."""
    method = target.php_class.methods.get("__tostring")
    if method is None:
        from engine.runtime.conversions import cast_object
        from engine.runtime.exceptions import throw_error

        text = cast_object(target, "string")
        if type(text) is str:
            return text
        raise throw_error("Error", f"Object of class {target.php_class.name} could not be converted to string")
    text = method.function(target)
    if type(text) is not str:
        from engine.runtime.conversions import to_string, type_for_error
        from engine.runtime.exceptions import throw_error

        # A `__toString` without a declared type returns as if it were declared `: string`.
        unit = getattr(method.info, "unit", None)
        if type(text) in (int, float, bool) and (unit is None or not unit.strict_types):
            return to_string(text)
        raise throw_error(
            "TypeError",
            f"{target.php_class.name}::__toString(): Return value must be of type string, {type_for_error(text)} "
            "returned",
        )
    return text


def make_std_class(properties: Optional[Dict[str, Any]] = None) -> PhpObject:
    """A stdClass with these properties."""
    from engine.runtime.classes import instantiate, require_class

    made: PhpObject = instantiate(require_class("stdClass"))
    if properties:
        add_properties(made, properties)
    return made


def add_properties(target: PhpObject, properties: Dict[str, Any]) -> None:
    """Add public properties that no class declares and `target` does not have yet."""
    storage = target.__dict__
    for name, value in properties.items():
        attribute = "p_" + name
        note_added(storage, attribute)
        storage[attribute] = value


# What an object has in its `__dict__` beside what was added: its number, and the order.
_OTHERS = 2
# From here on, at each power of two, what was added is looked through for what is gone.
_MIN_TIDIED = 64


def note_added(storage: Dict[str, Any], attribute: str) -> None:
    """Remember that a property which no class declares was added to an object now.

    PyPy's objects of one class share the order of their attributes, so the order in `__dict__` may be another object's;
    and a property that becomes a reference leaves its place there.
    """
    order = storage.get("_order")
    if order is None:
        storage["_order"] = [attribute]
        return
    order.append(attribute)
    length = len(order)
    if length >= _MIN_TIDIED and not length & (length - 1):
        order[:] = [name for name, _value in added_items(storage)]


def added_items(storage: Dict[str, Any]) -> List[Tuple[str, Any]]:
    """(attribute, value, Ref or StringBuilder) of each property `p_…` of an object, in the order they were added."""
    order = storage.get("_order")
    if order is not None and len(storage) == len(order) + _OTHERS:
        # Each was added once, and all are there still: most objects without declared properties.
        items = {attribute: storage.get(attribute, UNINITIALIZED) for attribute in order}
        if len(items) == len(order) and not any([value is UNINITIALIZED for value in items.values()]):
            return list(items.items())
    found = {attribute: value for attribute, value in storage.items() if attribute[:2] == "p_"}
    references = storage.get("_refs")
    if references:
        found.update([(name, reference) for name, reference in references.items() if name[:2] == "p_"])
    if order is None or len(found) < 2:
        return list(found.items())
    # What was unset and set again is there twice: the last time counts.
    places = {attribute: place for place, attribute in enumerate(order)}
    return sorted(found.items(), key=lambda item: places.get(item[0], -1))


def instance_of(value: Any, class_name: str) -> bool:
    """`value instanceof class_name`, for a name without a leading backslash."""
    return isinstance(value, PhpObject) and class_name.lower() in value.ancestors
