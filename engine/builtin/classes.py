"""How a Python class becomes a PHP class: the decorators `php_class` and `method`, and the PhpClass made of them.

A builtin class is a Python class derived from PhpObject whose methods are declared as functions are, with `self` (for
a static method: the called PhpClass) first. What it keeps for itself it keeps in attributes that start with `_`.
"""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple, Type, overload

from engine.builtin.binding import BuiltinFunction
from engine.builtin.declare import CONTEXTUAL, Declaration, Function, T
from engine.builtin.signature import php_name
from engine.runtime.classes import (
    CLASS_HOOKS,
    PRIVATE,
    PROTECTED,
    PUBLIC,
    ConstantInfo,
    MethodInfo,
    PhpClass,
    PropertyInfo,
    add_method,
    add_property,
    finish,
    inherit,
    install,
    private_prefix,
)  # fmt: skip
from engine.runtime.types import PhpType

_VISIBILITY = {"public": PUBLIC, "protected": PROTECTED, "private": PRIVATE}


class ClassDeclaration:
    """What `php_class` says about a Python class: it is the class's attribute `php_declaration`."""

    def __init__(self, name: str, **options: Any) -> None:
        self.name = name
        self.kind: str = options.get("kind", "class")
        self.parent: Optional[str] = options.get("parent")
        self.interfaces: Sequence[str] = options.get("interfaces", ())
        self.is_abstract: bool = options.get("abstract", False)
        self.is_final: bool = options.get("final", False)
        self.is_readonly: bool = options.get("readonly", False)
        self.allows_dynamic_properties: bool = options.get("dynamic_properties", False)
        # (name, visibility, default[, type display]) of each property.
        self.properties: Sequence[Tuple[Any, ...]] = options.get("properties", ())
        self.cases: Dict[str, Any] = options.get("cases", {})
        # Where PHP counts the class to another extension than its chapter's.
        self.extension: Optional[str] = options.get("extension")
        # The methods that PHP lists after the others, in its order.
        self.last: str = options.get("last", "")


def php_class(name: str, **options: Any) -> Callable[[Type[T]], Type[T]]:
    """Declare the decorated class as the PHP class `name`.

    Options: `kind` ("class", "interface", "enum"), `parent`, `interfaces`, `abstract`, `final`, `readonly`,
    `properties` (name, visibility, default), `dynamic_properties`, `cases` of an enum, `extension`,
    `last` (methods that PHP lists after the others).
    """

    def mark(marked: Type[T]) -> Type[T]:
        marked.php_declaration = ClassDeclaration(name, **options)  # type: ignore[attr-defined]
        return marked

    return mark


class MethodDeclaration:
    """What `method` says about a function: it is the function's attribute `php_method`."""

    def __init__(self, declaration: Declaration, **options: Any) -> None:
        self.declaration = declaration
        self.visibility: str = options.get("visibility", "public")
        self.is_static: bool = options.get("static", False)
        self.is_abstract: bool = options.get("abstract", False)
        self.is_final: bool = options.get("final", False)


@overload
def method(function: Function) -> Function: ...


@overload
def method(
    *,
    name: Optional[str] = None,
    effect: str = CONTEXTUAL,
    deprecated: Optional[str] = None,
    untraced: bool = False,
    shown: Optional[Dict[str, Any]] = None,
    shown_types: Optional[Dict[str, str]] = None,
    shown_required: Optional[int] = None,
    least: int = 0,
    **options: Any,
) -> Callable[[Function], Function]: ...


def method(
    function: Optional[Callable[..., Any]] = None, *, name: Optional[str] = None, effect: str = CONTEXTUAL,
    deprecated: Optional[str] = None, untraced: bool = False, shown: Optional[Dict[str, Any]] = None,
    shown_types: Optional[Dict[str, str]] = None, shown_required: Optional[int] = None, least: int = 0,
    **options: Any,
) -> Any:  # fmt: skip
    """Declare a method. Options are those of functions, and `visibility`, `static`, `abstract`, `final`."""

    def mark(marked: Any) -> Any:
        declaration = Declaration(
            effect, (), deprecated, name,
            untraced=untraced, shown=shown, shown_types=shown_types, shown_required=shown_required,
            least=least,
        )  # fmt: skip
        marked.php_method = MethodDeclaration(declaration, **options)
        return marked

    return mark if function is None else mark(function)


def build_class(native: type, find: Callable[[str], Optional[PhpClass]], extension: str) -> PhpClass:
    """The PhpClass of a decorated Python class; `find` gives the builtin classes made before it."""
    declared: ClassDeclaration = native.__dict__["php_declaration"]
    made = PhpClass(declared.name, declared.kind)
    made.is_internal = True
    made.is_abstract = declared.is_abstract
    made.is_final = declared.is_final
    made.is_readonly = declared.is_readonly
    extension = declared.extension or extension
    made.extension = extension
    made.doc_comment = None
    for hook in CLASS_HOOKS:
        if hasattr(native, hook):
            setattr(made, hook, getattr(native, hook))
    parent = None if declared.parent is None else _need(find, declared.parent, declared.name)
    interfaces = [_need(find, name, declared.name) for name in declared.interfaces]
    if declared.kind == "class" and _declares_to_string(native):
        # PHP adds this interface before all others.
        interfaces.insert(0, _need(find, "Stringable", declared.name))
        made.interface_list.append(interfaces[0])
    if declared.kind == "enum":
        unit = _need(find, "UnitEnum", declared.name)
        backing = next((value for value in declared.cases.values() if value is not None), None)
        if backing is None:
            interfaces.append(unit)
        else:
            interfaces += [_need(find, "BackedEnum", declared.name), unit]
            made.is_backed = True
            made.backing_type = "int" if type(backing) is int else "string"
    inherit(made, parent, interfaces)
    made.allows_dynamic_properties = declared.allows_dynamic_properties
    prefix = private_prefix()
    for row in declared.properties:
        _add_property(made, row, prefix)
    _add_constants(made, native)
    for attribute, function in list(vars(native).items()):
        target = function.__func__ if isinstance(function, (staticmethod, classmethod)) else function
        marked = getattr(target, "php_method", None)
        if isinstance(marked, MethodDeclaration):
            _add_method(made, attribute, target, marked, extension)
    for name in declared.last.lower().split():
        made.methods[name] = made.methods.pop(name)
    if "__tostring" in made.methods and "stringable" not in made.ancestors:
        made.ancestors = made.ancestors | {"stringable"}
        stringable = find("stringable")
        if stringable is not None:
            made.interface_list.append(stringable)
    if declared.cases:
        _add_cases(made, declared.cases, find)
    finish(made, _base_type(native, parent))
    return made


class _Finder:
    """What `add_enum_members` needs of a Library while that is being built."""

    def __init__(self, find: Callable[[str], Optional[PhpClass]]) -> None:
        self.find_class = find


def _add_cases(made: PhpClass, cases: Dict[str, Any], find: Callable[[str], Optional[PhpClass]]) -> None:
    """The cases of an enum (name to backing value, None for a pure one) and what every enum has."""
    from engine.runtime.enums import add_enum_members, case_thunk

    for name, value in cases.items():
        info = ConstantInfo(name, PUBLIC, made, None, None)
        info.is_case = True
        info.thunk = case_thunk(made, name, value, None)
        made.constants[name] = info
    add_enum_members(made, _Finder(find))


def _declares_to_string(native: type) -> bool:
    """Whether a Python class itself declares `__toString`."""
    return any(
        (function.php_method.declaration.name or attribute).lower() == "__tostring"
        for attribute, function in vars(native).items()
        if hasattr(function, "php_method")
    )


def _need(find: Callable[[str], Optional[PhpClass]], name: str, by: str) -> PhpClass:
    found = find(name.lower())
    if found is None:
        raise LookupError(f"{by} needs the class {name}, which no chapter before it declares")
    return found


def _base_type(native: type, parent: Optional[PhpClass]) -> Any:
    if parent is None:
        return native
    base = parent.python_type
    return type(native.__name__, (native, base), {"__module__": "php"}) if not issubclass(base, native) else base


def _add_property(made: PhpClass, row: Tuple[Any, ...], prefix: str) -> None:
    name, visibility, default = row[:3]
    info = PropertyInfo(name, _VISIBILITY[visibility], made)
    info.default = default
    if len(row) > 3 and row[3] is not None:
        from engine.builtin.signature import read_type_text

        info.type = read_type_text(row[3])
    if len(row) > 4:
        for option in row[4]:
            setattr(info, option, True)
    add_property(made, info, prefix)


def _add_constants(made: PhpClass, native: type) -> None:
    annotations = native.__dict__.get("__annotations__", {})  # noqa: RUF063 - Python 3.9 has nothing else
    for name, annotation in annotations.items():
        if str(annotation).startswith("PhpConst"):
            value = native.__dict__[name]
            info = ConstantInfo(php_name(name), PUBLIC, made, value, None)
            # PHP 8.4 declares the types of all its class constants.
            kind = _CONSTANT_TYPES[type(value)]
            info.type = PhpType(kind, (kind,))
            made.constants[info.name] = info


_CONSTANT_TYPES = {int: "int", str: "string", float: "float", bool: "bool"}


def _add_method(made: PhpClass, attribute: str, function: Any, marked: MethodDeclaration, extension: str) -> None:
    name = marked.declaration.name or php_name(attribute)
    builtin = BuiltinFunction(
        name, function, marked.declaration, extension, class_name=made.name, is_static=marked.is_static
    )
    info = MethodInfo(name, _VISIBILITY[marked.visibility], made, None, builtin)
    info.function = _late_entry(builtin, info)
    info.is_static = marked.is_static
    info.is_abstract = marked.is_abstract or made.kind == "interface"
    info.is_final = marked.is_final
    add_method(made, info)
    # Redeclared methods stand where the class declares them, not where it inherited them.
    made.methods[info.lower_name] = made.methods.pop(info.lower_name)


def _late_entry(builtin: BuiltinFunction, info: MethodInfo) -> Callable[..., Any]:
    """What stands in for the method's entry point until its first call generates it."""

    def entry(*arguments: Any) -> Any:
        made = info.declaring.python_type
        function = info.function = builtin.entry
        namespace: Dict[str, Any] = {}
        install(namespace, info)
        for attribute, value in namespace.items():
            if attribute in made.__dict__:
                setattr(made, attribute, value)
        return function(*arguments)

    return entry


def build_classes(natives: List[Tuple[type, str]]) -> Dict[str, PhpClass]:
    """All builtin classes by lower-case name, each built after those it names."""
    pending = {native.__dict__["php_declaration"].name.lower(): (native, extension) for native, extension in natives}
    built: Dict[str, PhpClass] = {}

    def find(lowered: str) -> Optional[PhpClass]:
        if lowered not in built and lowered in pending:
            native, extension = pending.pop(lowered)
            built[lowered] = build_class(native, find, extension)
        return built.get(lowered)

    for lowered in list(pending):
        find(lowered)
    return built
