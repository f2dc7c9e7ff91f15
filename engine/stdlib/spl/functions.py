"""SPL functions: what classes are made of, object identities, autoloading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Literal, Optional

from engine.builtin.declare import BadArgumentError, Callback, Untyped, contextual
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.classes import PhpClass, lookup_class
from engine.runtime.context import ctx
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import printed
from engine.runtime.functions import Closure, MagicCallable, MethodCallable, resolve_callable
from engine.runtime.includes import find_file, include
from engine.runtime.lifetimes import shown_number
from engine.runtime.objects import PhpObject

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "SPL"


@contextual
def class_implements(object_or_class: Untyped, autoload: bool = True) -> PhpArray | Literal[False]:
    """Return the interfaces which are implemented by the given class or interface."""
    owner = _class_of(object_or_class, autoload)
    if owner is None:
        return False
    return _by_name([interface.name for interface in owner.interface_list])


@contextual
def class_parents(object_or_class: Untyped, autoload: bool = True) -> PhpArray | Literal[False]:
    """Return the parent classes of the given class."""
    owner = _class_of(object_or_class, autoload)
    if owner is None:
        return False
    names = []
    parent = owner.parent
    while parent is not None:
        names.append(parent.name)
        parent = parent.parent
    return _by_name(names)


@contextual
def class_uses(object_or_class: Untyped, autoload: bool = True) -> PhpArray | Literal[False]:
    """Return the traits used by the given class."""
    owner = _class_of(object_or_class, autoload)
    return False if owner is None else _by_name([trait.name for trait in owner.trait_list])


@contextual
def spl_classes() -> PhpArray:
    """Return available SPL classes."""
    return _by_name([found.name for found in ctx.library.classes.values() if found.extension == "SPL"])


@contextual
def spl_object_hash(object_: PhpObject) -> PhpString:
    """Return hash id for given object."""
    return f"{shown_number(object_):016x}0000000000000000"


@contextual
def spl_object_id(object_: PhpObject) -> int:
    """Return the integer object handle for given object."""
    return shown_number(object_)


# ---------------------------------------------------------------- autoloading


class Loader:
    """An autoloader: what the script gave, as spl_autoload_functions() shows it, and what that calls."""

    __slots__ = ("original", "target")

    def __init__(self, original: Any, target: Any) -> None:
        self.original = original
        self.target = target

    def __call__(self, name: str) -> None:
        """Load the class."""
        self.target(name)

    def is_same(self, other: Loader) -> bool:
        """Whether both call the same."""
        mine, theirs = self.target, other.target
        if isinstance(mine, (MethodCallable, MagicCallable)) and isinstance(theirs, (MethodCallable, MagicCallable)):
            return mine.first is theirs.first and mine.name.lower() == theirs.name.lower()
        return mine is theirs


def _loader(function: str, callback: Any, position: int, *, nullable: bool) -> Loader:
    target = resolve_callable(callback, function, position, "callback", nullable=nullable)
    original: Any = callback
    if type(callback) is str:
        original = target.name
        if isinstance(target, (MethodCallable, MagicCallable)):
            original = _pair(target)
    elif type(callback) is PhpArray:
        original = _pair(target)
    elif isinstance(callback, PhpObject) and not isinstance(callback, Closure):
        original = callback
    return Loader(original, target)


def _pair(target: Any) -> Any:
    if not isinstance(target, (MethodCallable, MagicCallable)):
        return target
    first = target.first
    return PhpArray([first.name if isinstance(first, PhpClass) else first, target.name])


@contextual(shown_types={"callback": "?callable"})
def spl_autoload_register(callback: Untyped = None, throw: bool = True, prepend: bool = False) -> bool:
    """Register given function as __autoload() implementation."""
    if not throw:
        ctx.function_warning("Argument #2 ($do_throw) has been ignored, spl_autoload_register() will always throw", 8)
    if callback is None:
        callback = "spl_autoload"
    loader = _loader("spl_autoload_register", callback, 1, nullable=True)
    if type(loader.original) is str and loader.original == "spl_autoload_call":
        raise BadArgumentError("callback", "must not be the spl_autoload_call() function")
    if any(loader.is_same(present) for present in ctx.autoloaders):
        return True
    if prepend:
        ctx.autoloaders.insert(0, loader)
    else:
        ctx.autoloaders.append(loader)
    return True


@contextual
def spl_autoload_unregister(callback: Callback) -> bool:
    """Unregister given function as __autoload() implementation."""
    wanted = Loader(None, callback)
    if getattr(callback, "name", None) == "spl_autoload_call" and ctx.autoloaders:
        ctx.autoloaders.clear()
        return True
    for position, present in enumerate(ctx.autoloaders):
        if present.is_same(wanted):
            del ctx.autoloaders[position]
            return True
    return False


@contextual
def spl_autoload_functions() -> PhpArray:
    """Return all registered __autoload() functions."""
    return PhpArray([share_value(loader.original) for loader in ctx.autoloaders])


@contextual
def spl_autoload_call(class_: PhpString) -> None:
    """Try all registered __autoload() functions to load the requested class."""
    lowered = class_.lower()
    for loader in list(ctx.autoloaders):
        loader(class_)
        if lowered in ctx.classes:
            return


@contextual
def spl_autoload_extensions(file_extensions: PhpString | None = None) -> PhpString:
    """Register and return default file extensions for spl_autoload."""
    state: List[str] = ctx.state("spl.autoload_extensions", lambda: [".inc,.php"])
    if file_extensions is None:
        return state[0]
    state[0] = file_extensions
    return file_extensions


@contextual
def spl_autoload(class_: PhpString, file_extensions: PhpString | None = None) -> None:
    """Default implementation for __autoload()."""
    state: List[str] = ctx.state("spl.autoload_extensions", lambda: [".inc,.php"])
    extensions = state[0] if file_extensions is None else file_extensions
    lowered = class_.lower()
    for extension in extensions.split(","):
        name = lowered.replace("\\", "/") + extension
        path = find_file(name)
        if path is not None and path not in ctx.included:
            include("require", path, {}, None, None)
            if lowered in ctx.classes:
                return


# ---------------------------------------------------------------- helpers


def _by_name(names: List[str]) -> PhpArray:
    return PhpArray.from_strings({name: name for name in names})


def _class_of(value: Any, autoload: bool) -> Optional[PhpClass]:
    if isinstance(value, PhpObject):
        return value.php_class
    if type(value) is not str:
        given = type_for_error(value)
        raise BadArgumentError("object_or_class", f"must be of type object|string, {given} given", "TypeError")
    owner = lookup_class(value, autoload)
    if owner is None:
        ctx.function_warning(f"Class {printed(value)} does not exist{' and could not be loaded' if autoload else ''}")
    return owner
