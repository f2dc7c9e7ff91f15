"""PhpClass: inheritance, visibility, traits, interfaces, enums.

A class declaration is compiled once to a ClassPrototype; `link` joins it to the parent, interfaces and traits that an
execution found, and keeps the result, so the next execution that finds the same ones gets the same PhpClass and the
same Python type. A linked class never changes: what an execution may change (static properties, evaluated constants)
is in the context, under the class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, FrozenSet, List, Optional

from engine.errors import FatalError
from engine.runtime.exceptions import printed
from engine.runtime.lifetimes import give_number, register

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject
    from engine.runtime.references import Ref
    from engine.runtime.types import PhpType

PUBLIC, PROTECTED, PRIVATE = 0, 1, 2
VISIBILITY_NAMES = ("public", "protected", "private")

# What a builtin class may say of its objects, for conversions and comparisons; its subclasses inherit it.
CLASS_HOOKS = ("cast_hook", "compare_hook", "to_array_hook")


class PropertyInfo:
    """A declared property. `attribute` is where an object holds it; `default` is a value or, if `thunk`, makes one."""

    __slots__ = (
        "attribute",
        "attributes",
        "declaring",
        "default",
        "doc_comment",
        "get_hook",
        "hook_nodes",
        "hooks",
        "is_abstract",
        "is_final",
        "is_kept",
        "is_promoted",
        "is_readonly",
        "is_static",
        "is_virtual",
        "name",
        "set_hook",
        "set_visibility",
        "thunk",
        "type",
        "uninitialized",
        "visibility",
    )  # fmt: skip

    def __init__(self, name: str, visibility: int, declaring: Any) -> None:
        self.name = name
        self.visibility = visibility
        self.set_visibility = visibility
        self.declaring = declaring
        self.attribute = ""
        self.default: Any = None
        self.thunk: Optional[Callable[[Any], Any]] = None
        self.type: Optional[PhpType] = None
        self.uninitialized = False
        self.is_static = False
        self.is_readonly = False
        self.is_promoted = False
        self.is_virtual = False
        self.is_final = False
        self.is_abstract = False
        # Reflection's own: a script that writes it hears a ReflectionException.
        self.is_kept = False
        self.get_hook: Any = None
        self.set_hook: Any = None
        self.hook_nodes: Any = None
        # Its hooks as methods, inherited and abstract ones too, by "get" and "set".
        self.hooks: Dict[str, MethodInfo] = {}
        self.doc_comment: Optional[str] = None
        self.attributes: Any = ()

    @property
    def is_hooked(self) -> bool:
        """Whether the property has a hook."""
        return self.get_hook is not None or self.set_hook is not None

    @property
    def is_plain(self) -> bool:
        """Whether a write is a mere store: no type, not readonly, no hooks."""
        return self.type is None and self.is_direct

    @property
    def is_direct(self) -> bool:
        """Whether a write of a fitting value is a mere store."""
        return (
            not self.is_readonly
            and not self.is_kept
            and self.get_hook is None
            and self.set_hook is None
            and self.set_visibility == self.visibility
            and not self.is_abstract
        )

    @property
    def variance(self) -> str:
        """How the type may change in subclasses: "get" covariant, "set" contravariant, "" not at all."""
        return next(iter(self.hooks)) if self.is_virtual and len(self.hooks) == 1 else ""

    @property
    def is_virtual_read_only(self) -> bool:
        """Whether nothing can ever be written."""
        return self.is_virtual and "set" not in self.hooks

    def copy(self) -> PropertyInfo:
        """A copy, for a class that uses a trait."""
        made = PropertyInfo.__new__(PropertyInfo)
        for name in PropertyInfo.__slots__:
            setattr(made, name, getattr(self, name))
        return made


class MethodInfo:
    """A method as a class has it. `function` takes the object (static: the called class) first."""

    __slots__ = (
        "declaring", "function", "info", "is_abstract", "is_final", "is_static", "lower_name", "name", "original_name",
        "visibility",
    )  # fmt: skip

    def __init__(self, name: str, visibility: int, declaring: Any, function: Any, info: Any) -> None:
        self.name = name
        self.original_name = name
        self.lower_name = name.lower()
        self.visibility = visibility
        self.declaring = declaring
        self.function = function
        self.info = info
        self.is_static = False
        self.is_abstract = False
        self.is_final = False


class ConstantInfo:
    """A class constant or enum case; `value` unless `thunk`, which makes it."""

    __slots__ = (
        "attributes", "declaring", "deprecation", "doc_comment", "is_case", "is_final", "name", "thunk", "type",
        "value", "visibility",
    )  # fmt: skip

    def __init__(self, name: str, visibility: int, declaring: Any, value: Any, thunk: Any) -> None:
        self.name = name
        self.visibility = visibility
        self.declaring = declaring
        self.value = value
        self.thunk = thunk
        self.is_final = False
        self.is_case = False
        # Gives the end of PHP's message where the constant is deprecated; then `thunk` is never None.
        self.deprecation: Any = None
        self.type: Any = None
        self.doc_comment: Optional[str] = None
        self.attributes: Any = ()


class PhpClass:
    """A linked class. `python_type` is the Python type of its objects."""

    def __init__(self, name: str, kind: str = "class") -> None:
        self.name = name
        self.lower_name = name.lower()
        self.kind = kind
        self.parent: Optional[PhpClass] = None
        self.interface_list: List[PhpClass] = []
        self.trait_list: List[PhpClass] = []
        self.trait_aliases: Dict[str, str] = {}
        self.ancestors: FrozenSet[str] = frozenset()
        self.is_abstract = False
        self.is_final = False
        self.is_readonly = False
        self.is_internal = False
        self.is_anonymous = False
        self.is_backed = False
        self.allows_dynamic_properties = True
        self.constants: Dict[str, ConstantInfo] = {}
        self.properties: Dict[str, PropertyInfo] = {}
        self.static_properties: Dict[str, PropertyInfo] = {}
        # See find_copier; made at the first clone.
        self.copier: Optional[Callable[[Any, Any], None]] = None
        # See layouts.py; False if there is none.
        self.layout: Any = None
        # Private properties of ancestors too: every slot an object has, in PHP's order.
        self.slots: List[PropertyInfo] = []
        self.methods: Dict[str, MethodInfo] = {}
        self.python_type: Any = None
        self.make: Callable[..., Any] = _cannot_make
        self.initialize: Callable[[Any], None] = lambda _object: None
        self.constructor: Optional[MethodInfo] = None
        self.extension: Optional[str] = None
        self.doc_comment: Optional[str] = None
        self.attributes: Any = ()
        self.prototype: Any = None
        self.backing_type: Optional[str] = None
        self.unit: Any = None
        self.line = 0
        self.end_line = 0
        self.has_destructor = False
        self.has_hooks = False
        # Whether the class or an ancestor has constants whose values must be evaluated.
        self.has_expressions = False
        self.slot_names: FrozenSet[str] = frozenset()
        # Where those that are stored are, in an object's `__dict__`.
        self.slot_attributes: FrozenSet[str] = frozenset()
        # Whether the constructor has reference parameters.
        self.takes_references = False

    def __repr__(self) -> str:
        return f"<PhpClass {self.name}>"

    # ------------------------------------------------------------ questions

    def is_subclass_of(self, other: PhpClass) -> bool:
        """Whether this is `other` or inherits from it."""
        return other.lower_name in self.ancestors

    def find_method(self, lower_name: str) -> Optional[MethodInfo]:
        """The method of this name, whoever may call it."""
        return self.methods.get(lower_name)

    def magic(self, lower_name: str) -> Any:
        """The function of a magic method, or None."""
        method = self.methods.get(lower_name)
        return None if method is None else method.function

    def state(self) -> ClassState:
        """This execution's static properties and evaluated constants."""
        from engine.runtime.context import ctx

        state: Optional[ClassState] = ctx.class_states.get(self)
        if state is None:
            state = ctx.class_states[self] = ClassState()
        return state

    def constant(self, name: str) -> Any:
        """The value of a class constant that exists."""
        info = self.constants[name]
        if info.thunk is None:
            return info.value
        return evaluate_constant(info)

    def static_ref(self, name: str) -> Ref:
        """The slot of a static property that exists."""
        info = self.static_properties[name]
        state = info.declaring.state()
        reference = state.statics.get(name)
        if reference is None:
            reference = state.statics[name] = _make_static(info)
        return reference  # type: ignore[no-any-return]


class ClassState:
    """What an execution may change of a class."""

    __slots__ = ("cases", "cases_by_value", "constants", "defaults", "evaluating", "initialized", "statics")

    def __init__(self) -> None:
        self.statics: Dict[str, Ref] = {}
        self.constants: Dict[str, Any] = {}
        self.cases: Dict[str, Any] = {}
        self.cases_by_value: Optional[Dict[Any, Any]] = None
        self.evaluating: set[str] = set()
        self.defaults: Dict[str, Any] = {}
        self.initialized = False


def _cannot_make(*_arguments: Any) -> Any:
    raise AssertionError("the class was not finished")


def _make_static(info: PropertyInfo) -> Ref:
    from engine.runtime.arrays import PhpArray
    from engine.runtime.references import Ref
    from engine.runtime.typed_references import TypeSources
    from engine.runtime.values import MISSING

    if info.declaring.has_expressions:
        from engine.runtime.context import ctx

        if info.declaring not in ctx.updated_classes:
            update_constants(info.declaring)
    if info.thunk is not None:
        value = info.thunk(info.declaring)
    else:
        value = MISSING if info.uninitialized else info.default
    if type(value) is PhpArray:
        value = value.share()
    reference = Ref(value)
    if info.type is not None:
        reference.check = TypeSources(info)
    return reference


def evaluate_constant(info: ConstantInfo, written: Optional[str] = None) -> Any:
    """The value of a constant whose expression must be run, once an execution.

    `written` is the class's name in the constant expression that asks: only such a constant is marked.
    """
    from engine.runtime.exceptions import throw_error

    owner = info.declaring
    state = owner.state()
    if info.name in state.constants:
        return state.constants[info.name]
    if info.name in state.evaluating:
        raise throw_error("Error", f"Cannot declare self-referencing constant {written or owner.name}::{info.name}")
    is_marked = written is not None
    if is_marked:
        state.evaluating.add(info.name)
    try:
        value = info.thunk(owner)
    finally:
        if is_marked:
            state.evaluating.discard(info.name)
    if info.type is not None:
        value = _checked_constant(info, value)
    state.constants[info.name] = value
    return value


def _checked_constant(info: ConstantInfo, value: Any) -> Any:
    """`value` as the constant's declared type accepts it."""
    from engine.runtime.coercion import FAILED
    from engine.runtime.conversions import type_for_error
    from engine.runtime.exceptions import throw_error

    owner = info.declaring
    accepted = info.type.accept(value, True, owner, owner)  # noqa: FBT003 - strict, whoever asks
    if accepted is FAILED:
        raise throw_error(
            "TypeError",
            f"Cannot assign {type_for_error(value)} to class constant {owner.name}::{info.name} of type "
            f"{info.type.display}",
        )
    return accepted


def update_constants(made: PhpClass) -> None:
    """Evaluate what a class declares, as PHP does when it first makes an object or meets a static property."""
    from engine.runtime.context import ctx

    ctx.updated_classes.add(made)
    try:
        if made.parent is not None and made.parent.has_expressions and made.parent not in ctx.updated_classes:
            update_constants(made.parent)
        for info in made.constants.values():
            if _is_evaluated_with(info, made) and not info.is_case and info.deprecation is None:
                evaluate_constant(info)
        for declared in made.static_properties.values():
            if declared.thunk is not None and declared.declaring is made:
                made.static_ref(declared.name)
    except BaseException:
        # Whatever could not be evaluated is tried again.
        ctx.updated_classes.discard(made)
        raise


def _is_evaluated_with(info: ConstantInfo, made: PhpClass) -> bool:
    """Whether a constant that is an expression belongs to the class: its own, or an interface's."""
    return info.thunk is not None and (info.declaring is made or info.declaring.kind == "interface")


# ---------------------------------------------------------------- finishing a class


def _interfaces_in_order(made: PhpClass, interfaces: List[PhpClass]) -> List[PhpClass]:
    """The interfaces a class names and what those extend, last first: in scripts all those named come before."""
    if made.is_internal:
        return [found for interface in interfaces for found in (interface, *reversed(interface.interface_list))]
    return interfaces + [found for interface in interfaces for found in reversed(interface.interface_list)]


def inherit(made: PhpClass, parent: Optional[PhpClass], interfaces: List[PhpClass]) -> None:
    """Give `made` what its parent and interfaces have; its own members are added afterwards."""
    names = {made.lower_name}
    made.parent = parent
    if parent is not None:
        names |= parent.ancestors
        made.constants.update({k: v for k, v in parent.constants.items() if v.visibility != PRIVATE})
        made.properties.update({k: v for k, v in parent.properties.items() if v.visibility != PRIVATE})
        made.static_properties.update(parent.static_properties)
        made.slots.extend(parent.slots)
        made.methods.update(parent.methods)
        # PHP copies them backwards unless the class names interfaces of its own.
        keeps_order = bool(interfaces) and not made.is_internal
        inherited = parent.interface_list if keeps_order else reversed(parent.interface_list)
        made.interface_list.extend(found for found in inherited if found not in made.interface_list)
        made.constructor = parent.constructor
        made.allows_dynamic_properties = parent.allows_dynamic_properties
        made.has_destructor = parent.has_destructor
        made.has_hooks = parent.has_hooks
        for hook in CLASS_HOOKS:
            if hasattr(parent, hook):
                setattr(made, hook, getattr(parent, hook))
    for ancestor in _interfaces_in_order(made, interfaces):
        if ancestor not in made.interface_list:
            made.interface_list.append(ancestor)
    for interface in interfaces:
        names |= interface.ancestors
        for key, constant in interface.constants.items():
            made.constants.setdefault(key, constant)
        for key, method in interface.methods.items():
            made.methods.setdefault(key, method)
        for key, info in interface.properties.items():
            made.properties.setdefault(key, info)
    made.ancestors = frozenset(names)


_attribute_ids = [0]


def private_prefix() -> str:
    """A prefix of attribute names for the private properties of one class declaration."""
    _attribute_ids[0] += 1
    return f"r{_attribute_ids[0]}_"


def attribute_name(visibility: int, name: str, prefix: str) -> str:
    """Where objects hold a property: public `p_x`, protected `g_x`, private `r7_x`."""
    if visibility == PUBLIC:
        return "p_" + name
    return "g_" + name if visibility == PROTECTED else prefix + name


def add_property(made: PhpClass, info: PropertyInfo, prefix: str) -> None:
    """Declare an instance or static property in `made`."""
    inherited = made.properties.get(info.name)
    if info.is_static:
        made.static_properties[info.name] = info
        return
    if inherited is not None and inherited.visibility != PRIVATE and inherited is not info:
        info.get_hook = info.get_hook or inherited.get_hook
        info.set_hook = info.set_hook or inherited.set_hook
        is_virtual = info.is_virtual and bool(info.hooks)
        kept = {kind: hook for kind, hook in inherited.hooks.items() if is_virtual or not hook.is_abstract}
        info.hooks = {**kept, **info.hooks}
        if not inherited.is_virtual and inherited.declaring.kind != "interface":
            info.is_virtual = False
    if info.is_hooked:
        # Not where compiled code of other classes would look: a read misses, a write is intercepted.
        info.attribute = (private_prefix() if info.visibility == PRIVATE else "r0_") + info.name
        made.has_hooks = True
    elif inherited is not None and inherited.attribute and not inherited.attribute.startswith("r0_"):
        info.attribute = inherited.attribute
    else:
        info.attribute = attribute_name(info.visibility, info.name, prefix)
    made.properties[info.name] = info
    if inherited is not None and inherited in made.slots:
        made.slots[made.slots.index(inherited)] = info
    else:
        made.slots.append(info)


def add_method(made: PhpClass, method: MethodInfo) -> None:
    """Declare a method in `made`, over what it inherited."""
    inherited = made.methods.get(method.lower_name)
    if inherited is not None and inherited.declaring is not made:
        _check_override(made, method, inherited)
    made.methods[method.lower_name] = method
    if method.lower_name == "__construct":
        made.constructor = method
    elif method.lower_name == "__destruct":
        made.has_destructor = True


def _check_override(made: PhpClass, method: MethodInfo, inherited: MethodInfo) -> None:
    full = f"{inherited.declaring.name}::{inherited.name}()"
    if inherited.visibility == PRIVATE and not (inherited.is_final and method.lower_name == "__construct"):
        return
    if inherited.is_final:
        raise FatalError(f"Cannot override final method {full}")
    if inherited.is_static == method.is_static and method.is_abstract and not inherited.is_abstract:
        raise FatalError(f"Cannot make non abstract method {full} abstract in class {made.name}")


def finish(made: PhpClass, base_type: Any) -> None:
    """Check what must hold for a whole class and build its Python type."""
    if made.kind in ("class", "enum"):
        _check_abstract(made)
    constructor = made.constructor
    if constructor is not None and constructor.info is not None:
        made.takes_references = constructor.info.by_ref_flags is not None
    made.has_expressions = any(info.thunk is not None and not info.is_case for info in made.constants.values()) or any(
        info.thunk is not None for info in made.static_properties.values()
    )
    made.slot_names = frozenset(info.name for info in made.slots)
    made.slot_attributes = frozenset(info.attribute for info in made.slots if not info.is_virtual)
    made.python_type = _python_type(made, base_type)
    _make_later(made)


def _make_later(made: PhpClass) -> None:
    """Leave `initialize` and `make` until the first object: most classes of a program never have one."""

    def initialize(target: Any) -> None:
        if made.initialize is initialize:
            prepare(made)
        made.initialize(target)

    def make(*arguments: Any) -> Any:
        if made.make is make:
            prepare(made)
        return made.make(*arguments)

    made.initialize = initialize
    made.make = make


def prepare(made: PhpClass) -> None:
    """Generate what makes objects of a finished class."""
    made.initialize = _initializer(made)
    _set_maker(made)


def _check_abstract(made: PhpClass) -> None:
    missing = [method for method in made.methods.values() if method.is_abstract]
    if made.is_abstract:
        # An abstract class leaves its methods to others, but private ones nobody else can write.
        missing = [method for method in missing if method.visibility == PRIVATE and method.declaring is made]
    else:
        missing += _missing_hooks(made)
    if not missing:
        return
    shown = [f"{method.declaring.name}::{method.name}" for method in missing[:3]]
    if len(missing) > 3:
        shown.append("...")
    noun = "method" if len(missing) == 1 else "methods"
    kind = "Enum" if made.kind == "enum" else "Class"
    name = made.name.split("\0")[0]
    if made.is_abstract or made.kind == "enum":
        # PHP calls the methods that an enum lacks private, whatever they are.
        raise FatalError(f"{kind} {name} must implement {len(missing)} abstract private {noun} ({', '.join(shown)})")
    raise FatalError(
        f"{kind} {name} contains {len(missing)} abstract {noun} and must therefore be declared abstract or "
        f"implement the remaining methods ({', '.join(shown)})"
    )


def _missing_hooks(made: PhpClass) -> List[MethodInfo]:
    """The property hooks without a body that no property of the class makes up for."""
    missing = [hook for info in made.properties.values() for hook in info.hooks.values() if hook.is_abstract]
    for interface in made.interface_list:
        for name, info in interface.properties.items():
            mine = made.properties.get(name)
            lacking = () if mine is None or mine is info or not mine.is_virtual else info.hooks.items()
            missing += [hook for kind, hook in lacking if kind not in mine.hooks]  # type: ignore[union-attr]
    return missing


def method_attributes(method: MethodInfo) -> List[str]:
    """The Python attributes under which a method is found: `n_` from its class's own code, `m_` from anywhere."""
    if method.visibility == PUBLIC:
        return ["m_" + method.name, "n_" + method.name]
    return ["n_" + method.name] if method.visibility == PROTECTED else []


def _python_type(made: PhpClass, base_type: Any) -> Any:
    namespace: Dict[str, Any] = {
        "php_class": made,
        "ancestors": made.ancestors,
        "__module__": "php",
        "stores": None,
    }
    if made.has_hooks:
        from engine.runtime.properties import set_special

        namespace["__setattr__"] = set_special
    inherited = made.parent.methods if made.parent is not None else {}
    for key, method in made.methods.items():
        if method.function is None or inherited.get(key) is method:
            continue
        install(namespace, method)
        # A child may spell a method's name in another case than those who call it by its parent's.
        older = inherited.get(key)
        if older is not None and older.name != method.name and older.visibility != PRIVATE:
            for attribute in method_attributes(method):
                namespace[attribute[:2] + older.name] = method.function
    return type(_type_name(made.name), (base_type,), namespace)


# The Python types of the values of a property type that one look at the value can tell.
_PYTHON_TYPES = {"int": int, "float": float, "string": str, "bool": bool, "null": type(None)}


def find_stores(made: PhpClass) -> Any:
    """A namespace that has, for each attribute that may be written without more ado, what fits.

    That is a Python type, a tuple of such, or True for anything. It is a Python class, since PyPy's JIT takes what it
    finds in one for constant; reading a dict was 4 times slower.
    """
    from engine.runtime.arrays import PhpArray

    found: Dict[str, Any] = {}
    for info in made.properties.values():
        if not info.is_direct or made.has_hooks:
            continue
        if info.type is None:
            found[info.attribute] = True
            continue
        kinds = info.type.kinds
        types = [_PYTHON_TYPES[kind] for kind in kinds if kind in _PYTHON_TYPES]
        types += [PhpArray] if "array" in kinds or "iterable" in kinds else []
        found[info.attribute] = types[0] if len(types) == 1 else tuple(types)
    return type("Stores", (), found)


def install(namespace: Dict[str, Any], method: MethodInfo) -> None:
    """Put a method into the namespace of a Python type."""
    from engine.runtime.functions import ByReferenceMethod

    function = method.function
    by_reference = method.info is not None and method.info.by_ref_flags is not None
    for attribute in method_attributes(method):
        namespace[attribute] = ByReferenceMethod(function, method.info) if by_reference else function


def _type_name(name: str) -> str:
    return "Php_" + "".join(letter if letter.isalnum() and letter.isascii() else "_" for letter in name)


def _initializer(made: PhpClass) -> Callable[[Any], None]:
    """A Python function that gives a new object its declared properties.

    The text is made of our own names and constants alone: attribute names that are not plain ASCII identifiers are set
    through the object's dict.
    """
    from engine.runtime.arrays import PhpArray

    constants: Dict[str, Any] = {"default_of": property_default}
    lines = ["def initialize(o):"]
    for number, info in enumerate(made.slots):
        if info.is_virtual or (info.uninitialized and info.thunk is None):
            continue
        attribute = info.attribute
        target = f"o.__dict__[{attribute!r}]" if made.has_hooks else property_code(attribute)
        if info.thunk is not None:
            constants[f"K{number}"] = info
            value = f"default_of(K{number})"
        elif info.default is None or type(info.default) in (bool, int):
            value = repr(info.default)
        else:
            constants[f"K{number}"] = info.default
            value = f"K{number}.share()" if type(info.default) is PhpArray else f"K{number}"
        lines.append(f"    {target} = {value}")
    if hasattr(made.python_type, "initialize_native"):
        lines.append("    o.initialize_native()")
    lines.append("    return None")
    initialize: Callable[[Any], None] = build_function("\n".join(lines), "initialize", constants)
    return initialize


def find_copier(made: PhpClass) -> Callable[[Any, Any], None]:
    """A Python function that gives an object's declared properties, out of its `__dict__`, to a copy.

    One statement for each, since PyPy's JIT knows where an attribute of a known name lies; KeyError where one is unset.
    """
    from engine.runtime.arrays import PhpArray
    from engine.runtime.strings import StringBuilder

    copier = made.copier
    if copier is None:
        lines = ["def copy(storage, o):"]
        for info in made.slots:
            lines.append(f"    v = storage[{info.attribute!r}]")
            target = property_code(info.attribute)
            lines.append(f"    {target} = v.share() if type(v) is A else v.join() if type(v) is B else v")
        text = "\n".join([*lines, "    return None"])
        copier = made.copier = build_function(text, "copy", {"A": PhpArray, "B": StringBuilder})
    return copier


def property_default(info: PropertyInfo) -> Any:
    """The default of a property whose expression must be run, once an execution."""
    from engine.runtime.arrays import PhpArray
    from engine.runtime.properties import coerce_property

    state = info.declaring.state()
    key = info.name
    if key not in state.defaults:
        value = info.thunk(info.declaring)  # type: ignore[misc]
        state.defaults[key] = coerce_property(info, value) if info.type is not None else value
    value = state.defaults[key]
    return value.share() if type(value) is PhpArray else value


def property_code(attribute: str) -> str:
    """How code of our own making calls the property of the object `o`: by an attribute, where Python can spell it."""
    return f"o.{attribute}" if attribute.isascii() and attribute.isidentifier() else f"o.__dict__[{attribute!r}]"


def build_function(text: str, name: str, constants: Dict[str, Any]) -> Any:
    """Run `text`, all of whose names are ours, in a module of its own and return its function `name`."""
    import types

    module = types.ModuleType("howdah_made")
    module.__dict__.update(constants)
    exec(compile(text, "<howdah made>", "exec"), module.__dict__)  # noqa: S102 - text of our own making
    return module.__dict__[name]


def _set_maker(made: PhpClass) -> None:
    """`make(*arguments)`: a new object, constructed."""
    from engine.runtime.context import ctx

    constructor = made.constructor
    constants: Dict[str, Any] = {
        "T": made.python_type, "initialize": made.initialize, "ctx": ctx, "cls": made, "refuse": _refuse_instance,
        "register": register, "give_number": give_number, "private_constructor": _check_constructor,
    }  # fmt: skip
    if made.is_abstract or made.kind != "class":
        made.make = build_function("def make(*_):\n    refuse(cls)", "make", constants)
        return
    refusal = getattr(made.python_type, "refuse_new", None)
    if refusal is not None:
        constants["text"] = refusal
        made.make = build_function("def make(*_):\n    refuse(cls, text)", "make", constants)
        return
    lines = ["def make(*arguments):"]
    if constructor is not None and constructor.visibility != PUBLIC:
        lines.append("    private_constructor(cls)")
    if made.has_expressions:
        constants["update"] = update_constants
        lines.append("    if cls not in ctx.updated_classes: update(cls)")
    # Where nothing counts, no number is ever given back.
    lines += ["    o = T()", "    if ctx.counts_handles: give_number(o)", "    else:"]
    lines += ["        o.oid = i = ctx.next_object_id", "        ctx.next_object_id = i + 1"]
    if made.slots or hasattr(made.python_type, "initialize_native"):
        lines.append("    initialize(o)")
    if made.has_destructor:
        lines.append("    register(o)")
    if constructor is not None:
        constants["constructor"] = constructor
        call = "constructor.function(o, *arguments)"
        if made.has_destructor:
            # An object whose constructor fails is not destroyed.
            lines += [f"    try: {call}", "    except BaseException:", "        o._destroyed = True", "        raise"]
        else:
            lines.append("    " + call)
    lines.append("    return o")
    made.make = build_function("\n".join(lines), "make", constants)


def _refuse_instance(made: PhpClass, reason: Optional[str] = None) -> None:
    from engine.runtime.exceptions import throw_error

    if reason is not None:
        raise throw_error(getattr(made.python_type, "refusal_class", "Error"), reason)
    kind = "abstract class" if made.kind == "class" else made.kind
    raise throw_error("Error", f"Cannot instantiate {kind} {made.name}")


def _check_constructor(made: PhpClass) -> None:
    from engine.runtime.exceptions import throw_error
    from engine.runtime.frames import current_scope

    constructor = made.constructor
    assert constructor is not None
    scope = current_scope()
    if may_access(constructor.visibility, constructor.declaring, scope):
        return
    if made.lower_name == "closure":
        raise throw_error("Error", "Instantiation of class Closure is not allowed")
    where = "global scope" if scope is None else f"scope {scope.name}"
    level = VISIBILITY_NAMES[constructor.visibility]
    raise throw_error("Error", f"Call to {level} {constructor.declaring.name}::{constructor.name}() from {where}")


def may_access(visibility: int, declaring: PhpClass, scope: Optional[PhpClass]) -> bool:
    """Whether code of class `scope` (None: of none) may use a member."""
    if visibility == PUBLIC:
        return True
    if scope is None:
        return False
    if visibility == PRIVATE:
        return scope is declaring
    return scope.is_subclass_of(declaring) or declaring.is_subclass_of(scope)


def instantiate(made: PhpClass) -> PhpObject:
    """A new object of `made`, its constructor not called. Throws as `new` does when there can be none."""
    if made.is_abstract or made.kind != "class":
        _refuse_instance(made)
    if made.has_expressions:
        from engine.runtime.context import ctx

        if made not in ctx.updated_classes:
            update_constants(made)
    created: PhpObject = made.python_type()
    give_number(created)
    made.initialize(created)
    if made.has_destructor:
        register(created)
    return created


def instantiate_for_script(made: PhpClass) -> PhpObject:
    """As `instantiate`, but for classes whose objects only the library makes."""
    refusal = getattr(made.python_type, "refuse_new", None)
    if refusal is not None:
        _refuse_instance(made, refusal)
    return instantiate(made)


def make_numbered(made: PhpClass, oid: int, *arguments: Any) -> Any:
    """`make` for an object whose number was taken before its arguments were evaluated."""
    from engine.runtime.context import ctx

    constructor = made.constructor
    if constructor is not None and constructor.visibility != PUBLIC:
        _check_constructor(made)
    ctx.free_object_ids.append(oid)
    created = instantiate_for_script(made)
    if constructor is not None:
        try:
            constructor.function(created, *arguments)
        except BaseException:
            created.__dict__["_destroyed"] = True
            raise
    return created


def lookup_class(name: str, autoload: bool = True) -> Optional[PhpClass]:  # noqa: FBT001, FBT002 - as in class_exists()
    """The class of this name (no leading backslash), loaded if need be."""
    from engine.runtime.context import ctx

    found = ctx.classes.get(name.lower())
    if found is not None:
        return found
    return find_class_slowly(name, autoload)


def find_class_slowly(name: str, autoload: bool) -> Optional[PhpClass]:  # noqa: FBT001 - see lookup_class
    """A builtin class, one declared later in the running unit, or one that an autoloader brings."""
    from engine.runtime.autoload import run_autoloaders
    from engine.runtime.context import ctx

    if name[:1] == "\\":
        name = name[1:]
    lowered = name.lower()
    found = ctx.classes.get(lowered)
    if found is not None:
        return found
    builtin: Optional[PhpClass] = ctx.library.find_class(lowered)
    if builtin is not None:
        ctx.classes[lowered] = builtin
        return builtin
    # A class whose parent or interfaces are on their way is not there yet, nor is it loaded once more.
    if autoload and ctx.autoloaders and lowered not in ctx.states.get("classes being linked", ()):
        return run_autoloaders(name, lowered)
    return None


def require_class(name: str) -> PhpClass:
    """As `lookup_class`; throws PHP's Error when there is none."""
    found = lookup_class(name)
    if found is None:
        from engine.runtime.exceptions import throw_error

        raise throw_error("Error", f'Class "{printed(name.lstrip(chr(92)))}" not found')
    return found
