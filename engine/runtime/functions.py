"""User functions, closures, callables.

Everything callable answers to `target(*values)` and `target.by_ref(position)`: a function of a script, a builtin, a
Closure object, and the MethodCallable that a name or an array resolves to.
"""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional, Tuple

from engine.runtime.arrays import PhpArray
from engine.runtime.classes import PUBLIC, VISIBILITY_NAMES, MethodInfo, PhpClass, may_access
from engine.runtime.context import ctx
from engine.runtime.exceptions import printed, throw_error
from engine.runtime.frames import current_called_class, current_scope
from engine.runtime.lifetimes import give_number
from engine.runtime.objects import PhpObject, forwarding_target, resolve_method, resolve_static, root_declaring
from engine.runtime.references import Ref
from engine.runtime.values import MISSING, canonical_int


class ParameterInfo:
    """One parameter of a function of a script."""

    __slots__ = (
        "attributes", "by_ref", "default_node", "has_default", "is_promoted", "is_sensitive", "name", "type",
        "variadic",
    )  # fmt: skip

    def __init__(
        self, name: str, type_: Any, *, by_ref: bool = False, variadic: bool = False, has_default: bool = False
    ) -> None:
        self.name = name
        self.by_ref = by_ref
        self.variadic = variadic
        self.has_default = has_default
        self.type = type_
        self.default_node: Any = None
        self.attributes: Any = ()
        self.is_promoted = False
        self.is_sensitive = False


class FunctionInfo:
    """What is known of a script's function beside its code. `by_ref_flags` is None when no parameter is a reference."""

    is_lazy = True

    def __init__(self, name: str, parameters: List[ParameterInfo]) -> None:
        self.name = name
        self.class_name: Optional[str] = None
        self.parameters = parameters
        flags = tuple(parameter.by_ref for parameter in parameters)
        self.by_ref_flags: Optional[Tuple[bool, ...]] = flags if any(flags) else None
        self.variadic = bool(parameters) and parameters[-1].variadic
        self.required = 0
        for number, parameter in enumerate(parameters):
            if not parameter.has_default and not parameter.variadic:
                self.required = number + 1
        self.returns_ref = False
        self.is_generator = False
        self.is_static = False
        # Known once its code is compiled.
        self.has_finally = False
        self.return_type: Any = None
        self.node: Any = None
        self.unit: Any = None
        self.line = 0
        self.end_line = 0
        self.doc_comment: Optional[str] = None
        # Gives the end of PHP's message where the function is deprecated.
        self.deprecation: Optional[Callable[[], str]] = None

    def parameter_by_ref(self, position: int) -> bool:
        """Whether the argument at `position` is taken by reference."""
        flags = self.by_ref_flags
        if flags is None:
            return False
        if position < len(flags):
            return flags[position]
        return self.variadic and flags[-1]

    @property
    def display_name(self) -> str:
        """`foo` or `A::foo`."""
        return self.name if self.class_name is None else f"{self.class_name}::{self.name}"


class UserFunction:
    """A declared function of a script; `entry` takes the PHP arguments."""

    __slots__ = ("by_ref_flags", "entry", "info", "name")

    def __init__(self, name: str, entry: Callable[..., Any], info: FunctionInfo) -> None:
        self.name = name
        self.entry = entry
        self.info = info
        self.by_ref_flags = info.by_ref_flags

    def __call__(self, *values: Any) -> Any:
        """Call the function."""
        return self.entry(*values)

    def by_ref(self, position: int) -> bool:
        """Whether the argument at `position` is taken by reference."""
        return self.info.parameter_by_ref(position)


class BoundByReference:
    """A method with reference parameters, bound to its object; calls from variables must look at `info`."""

    __slots__ = ("function", "info", "target")

    def __init__(self, function: Callable[..., Any], target: Any, info: FunctionInfo) -> None:
        self.function = function
        self.target = target
        self.info = info

    def __call__(self, *values: Any) -> Any:
        """Call the method of the object."""
        return self.function(self.target, *values)

    def by_ref(self, position: int) -> bool:
        """Whether the argument at `position` is taken by reference."""
        return self.info.parameter_by_ref(position)


class ByReferenceMethod:
    """The descriptor by which a Python type holds a method with reference parameters."""

    __slots__ = ("function", "info")

    def __init__(self, function: Callable[..., Any], info: FunctionInfo) -> None:
        self.function = function
        self.info = info

    def __get__(self, instance: Any, owner: Any) -> Any:
        if instance is None:
            return self.function
        return BoundByReference(self.function, instance, self.info)


class Closure(PhpObject):
    """A Closure object. `fn` takes the closure first; `captured` are its `use` values (Refs where by reference)."""

    # Its static variables, where it has any.
    statics: Dict[str, Any]

    def setup(
        self, fn: Callable[..., Any], info: Any, captured: Any, this: Any, scope: Optional[PhpClass],
        called: Optional[PhpClass],
    ) -> Closure:  # fmt: skip
        """Fill a new object in."""
        self.fn = fn
        self.info = info
        self.captured = captured
        self.this = this
        self.scope = scope
        self.called = called
        self.by_ref_flags = info.by_ref_flags
        self.is_fake = False
        return self

    def clone_native(self, made: Closure) -> None:
        """A copy goes on with static variables of its own."""
        made.statics = {key: Ref(reference.get()) for key, reference in self.__dict__.get("statics", {}).items()}

    def __call__(self, *values: Any) -> Any:
        """Call the closure."""
        return self.fn(self, *values)

    def by_ref(self, position: int) -> bool:
        """Whether the argument at `position` is taken by reference."""
        return self.info.parameter_by_ref(position)  # type: ignore[no-any-return]


def make_closure(
    fn: Callable[..., Any], info: Any, captured: Any, this: Any, scope: Optional[PhpClass],
    called: Optional[PhpClass] = None,
) -> Closure:  # fmt: skip
    """A new Closure object."""
    made: Closure = closure_class().python_type()
    give_number(made)
    return made.setup(fn, info, captured, this, scope, called)


def closure_class() -> PhpClass:
    """The Closure class."""
    found = ctx.classes.get("closure")
    if found is None:
        found = ctx.classes["closure"] = ctx.library.find_class("closure")
    return found


class MethodCallable:
    """A method resolved for calling: `function` with its first argument."""

    __slots__ = ("by_ref_flags", "first", "function", "method", "name")

    def __init__(self, function: Callable[..., Any], first: Any, method: MethodInfo, name: str) -> None:
        self.function = function
        self.first = first
        self.method = method
        self.name = name
        self.by_ref_flags = None if method.info is None else method.info.by_ref_flags

    def __call__(self, *values: Any) -> Any:
        """Call the method."""
        return self.function(self.first, *values)

    def by_ref(self, position: int) -> bool:
        """Whether the argument at `position` is taken by reference."""
        info = self.method.info
        return info is not None and info.parameter_by_ref(position)

    @property
    def info(self) -> Any:
        """What is known of the method."""
        return self.method.info


class MagicCallable:
    """A call that `__call` or `__callStatic` takes over."""

    __slots__ = ("first", "function", "method", "name")

    def __init__(self, function: Callable[..., Any], first: Any, method: MethodInfo, name: str) -> None:
        self.function = function
        self.first = first
        self.method = method
        self.name = name

    info = None
    by_ref_flags = None

    def __call__(self, *values: Any) -> Any:
        """Call `__call` or `__callStatic`."""
        return self.function(self.first, self.name.partition("\0")[0], rest_array(values))

    def by_ref(self, _position: int) -> bool:
        """Never: the arguments arrive in an array."""
        return False


# ---------------------------------------------------------------- functions by name


def find_function(name: str) -> Any:
    """The UserFunction or BuiltinFunction of this name, or None."""
    lowered = name.lower()
    if lowered[:1] == "\\":
        lowered = lowered[1:]
    found = ctx.functions.get(lowered)
    if found is not None:
        return found
    return ctx.library.find_function(lowered)


def require_function(name: str) -> Any:
    """As `find_function`; throws PHP's Error when there is none."""
    found = ctx.functions.get(name.lower())
    if found is None:
        found = find_function(name)
        if found is None:
            raise throw_error("Error", f"Call to undefined function {printed(name.lstrip(chr(92)))}()")
    return found


def namespaced_function(name: str, fallback: str) -> Any:
    """An unqualified call within a namespace: the namespace's function, else the global one."""
    found = ctx.functions.get(name.lower())
    if found is None:
        found = find_function(fallback)
        if found is None:
            raise throw_error("Error", f"Call to undefined function {printed(name)}()")
    return found


# ---------------------------------------------------------------- callables


def find_callable(value: Any, why: Optional[List[str]] = None) -> Any:
    """The callable that `value` means to the running code, or None; `why` receives PHP's reason."""
    if isinstance(value, (Closure, MethodCallable, MagicCallable)):
        return value
    if type(value) is str:
        return _named_callable(value, why)
    if type(value) is PhpArray:
        return _pair_callable(value, why)
    if isinstance(value, PhpObject):
        method = value.php_class.methods.get("__invoke")
        if method is not None:
            return MethodCallable(method.function, value, method, "__invoke")
    _explain(why, "no array or string given")
    return None


def _explain(why: Optional[List[str]], reason: str) -> None:
    if why is not None:
        why.append(reason)


def _named_callable(name: str, why: Optional[List[str]]) -> Any:
    class_name, colons, method = name.partition("::")
    if colons:
        return _class_callable(class_name, method, why)
    found = find_function(name)
    if found is None:
        # PHP's message ends the name where C would.
        shown = name.partition("\0")[0]
        _explain(why, f'function "{shown}" not found or invalid function name')
    return found


def _pair_callable(pair: PhpArray, why: Optional[List[str]]) -> Any:
    if len(pair) != 2 or not pair.has(0) or not pair.has(1):
        is_pair = len(pair) == 2
        _explain(
            why, f"array callback {'has to contain indices 0 and 1' if is_pair else 'must have exactly two members'}"
        )
        return None
    first: Any = pair.get(0)
    name = pair.get(1)
    if type(name) is not str or not (type(first) is str or isinstance(first, PhpObject)):
        is_target = type(first) is str or isinstance(first, PhpObject)
        _explain(why, "second array member is not a valid method" if is_target
                 else "first array member is not a valid class name or object")  # fmt: skip
        return None
    if isinstance(first, str):
        return _class_callable(first, name, why)
    owner = first.php_class
    if "::" in name:
        relative, name = _relative_method(owner, name, why)
        if relative is None:
            return None
        owner = relative
    public = None if isinstance(first, Closure) else _public_callable(first, owner, name)
    return public or _object_callable(first, owner, name, why, current_scope())


def _relative_method(owner: PhpClass, name: str, why: Optional[List[str]]) -> Tuple[Optional[PhpClass], str]:
    """The class and method that `[A, 'parent::m']` names; no class where that cannot be called."""
    prefix, _colons, method = name.partition("::")
    relative = _relative_class(prefix, owner, why)
    if relative is not None and why is not None:
        ctx.deprecated(f'Callables of the form ["{owner.name}", "{name}"] are deprecated')
    return relative, method


def _relative_class(name: str, owner: PhpClass, why: Optional[List[str]]) -> Optional[PhpClass]:
    from engine.runtime.classes import lookup_class

    lowered = name.lower()
    if lowered == "parent":
        return owner.parent
    if lowered in ("self", "static"):
        return owner
    found = lookup_class(name)
    if found is None:
        _explain(why, f'class "{name}" not found')
    elif found.lower_name not in owner.ancestors:
        _explain(why, f"class {owner.name} is not a subclass of {found.name}")
        return None
    return found


def _object_callable(target: PhpObject, owner: PhpClass, name: str, why: Optional[List[str]], scope: Any) -> Any:
    if isinstance(target, Closure) and name.lower() == "__invoke":
        return target
    method, through_call = resolve_method(owner, name, scope)
    if method is not None:
        if method.is_abstract:
            _explain(why, f"cannot call abstract method {method.declaring.name}::{method.name}()")
            return None
        first: Any = target.php_class if method.is_static else target
        return MethodCallable(method.function, first, method, name)
    if through_call is not None:
        return MagicCallable(through_call.function, target, through_call, name)
    if name.lower() == "__invoke" and isinstance(target, Closure):
        return target
    inner = forwarding_target(target, name, scope) if owner is target.php_class else None
    if inner is not None:
        return _object_callable(inner, inner.php_class, name, why, scope)
    _explain(why, _why_not(owner, name))
    return None


def _why_not(owner: PhpClass, name: str) -> str:
    method = owner.methods.get(name.lower())
    if method is None:
        return f'class {owner.name} does not have a method "{name}"'
    return f"cannot access {VISIBILITY_NAMES[method.visibility]} method {owner.name}::{method.name}()"


def _class_callable(class_name: str, name: str, why: Optional[List[str]]) -> Any:
    from engine.runtime.classes import lookup_class

    lowered = class_name.lower()
    scope = current_scope()
    owner: Optional[PhpClass]
    if lowered in ("self", "static", "parent"):
        if scope is None:
            _explain(why, f'cannot access "{lowered}" when no class scope is active')
            return None
        called = current_called_class() or scope
        owner = {"self": scope, "static": called, "parent": scope.parent}[lowered]
        if owner is None:
            _explain(why, 'cannot access "parent" when current class scope has no parent')
            return None
        if why is not None:
            ctx.deprecated(f'Use of "{lowered}" in callables is deprecated')
    else:
        called = None
        owner = lookup_class(class_name)
    if owner is None:
        _explain(why, f'class "{class_name}" not found')
        return None
    if "::" in name:
        called = current_called_class() or scope
        relative, name = _relative_method(owner, name, why)
        if relative is None:
            return None
        owner = relative
    return static_callable(owner, name, scope, why, called)


def static_callable(
    owner: PhpClass, name: str, scope: Optional[PhpClass], why: Optional[List[str]] = None,
    called: Optional[PhpClass] = None,
) -> Any:  # fmt: skip
    """What `owner::name()` calls from code of class `scope`: with `$this` where that fits.

    `called`: the late static binding class that `parent` and the like pass on.
    """
    method = resolve_static(owner, name, scope)
    this = _compatible_this(owner)
    if called is None or owner.lower_name not in called.ancestors:
        is_own = this is not None and scope is not None and owner.lower_name in scope.ancestors
        called = this.php_class if is_own else owner
    if method is not None:
        if method.is_static and method.is_abstract:
            _explain(why, f"cannot call abstract method {method.declaring.name}::{method.name}()")
            return None
        if method.is_static:
            return MethodCallable(method.function, called, method, name)
        if this is not None and not method.is_abstract:
            return MethodCallable(method.function, this, method, name)
        if method.is_abstract:
            _explain(why, f"cannot call abstract method {method.declaring.name}::{method.name}()")
        else:
            _explain(why, f"non-static method {method.declaring.name}::{method.name}() cannot be called statically")
        return None
    if this is not None:
        magic = owner.methods.get("__call")
        if magic is not None:
            return MagicCallable(magic.function, this, magic, name)
    magic = owner.methods.get("__callstatic")
    if magic is not None and magic.is_abstract:
        raise throw_error("Error", f"Cannot call abstract method {owner.name}::{name}()")
    if magic is not None:
        return MagicCallable(magic.function, called, magic, name)
    _explain(why, _why_not(owner, name))
    return None


def _compatible_this(owner: PhpClass) -> Any:
    """The running method's `$this`, if it is an object of `owner`."""
    import sys

    from engine.runtime.frames import _frames

    for frame, unit in _frames(sys._getframe(1)):
        if unit is not None:
            this = unit.this_of(frame)
            return this if this is not None and owner.lower_name in this.ancestors else None
    return None


def resolve_callable(
    value: Any, function: str = "", position: int = 0, parameter: str = "", *, nullable: bool = False
) -> Any:
    """The callable for a builtin's parameter; throws PHP's TypeError when it is none."""
    why: List[str] = []
    found = find_callable(value, why)
    if found is None:
        kind = "a valid callback or null" if nullable else "a valid callback"
        raise throw_error(
            "TypeError", f"{function}(): Argument #{position} (${parameter}) must be {kind}, {why[-1] if why else ''}"
        )
    return found


def callable_of(value: Any) -> Any:
    """What `$value(…)` calls; throws PHP's Error when that is nothing."""
    if isinstance(value, Closure):
        return value
    if type(value) is str:
        if "::" in value:
            class_name, _colons, method = value.partition("::")
            return _static(_require(class_name), method)
        return require_function(value)
    if type(value) is PhpArray:
        return _call_pair(value)
    if isinstance(value, PhpObject):
        method_info = value.php_class.methods.get("__invoke")
        if method_info is not None:
            return MethodCallable(method_info.function, value, method_info, "__invoke")
        raise throw_error("Error", "Object of type " + value.php_class.name + " is not callable")
    from engine.runtime.conversions import type_for_error

    raise throw_error("Error", f"Value of type {type_for_error(value)} is not callable")


def _require(name: str) -> PhpClass:
    from engine.runtime.classes import require_class

    return require_class(name)


def _call_pair(pair: PhpArray) -> Any:
    if len(pair) != 2:
        raise throw_error("Error", "Array callback must have exactly two elements")
    if not pair.has(0) or not pair.has(1):
        raise throw_error("Error", "Array callback has to contain indices 0 and 1")
    first: Any = pair.get(0)
    name = pair.get(1)
    if type(first) is not str and not isinstance(first, PhpObject):
        raise throw_error("Error", "First array member is not a valid class name or object")
    if type(name) is not str:
        raise throw_error("Error", "Second array member is not a valid method")
    if isinstance(first, str):
        return _static(_require(first), name)
    if "::" in name:
        why: List[str] = []
        found = find_callable(pair, why)
        if found is None:
            raise throw_error("Error", why[-1] if why else "")
        return found
    return bound_callable(first, name, current_scope())


def _static(owner: PhpClass, name: str) -> Any:
    """`'owner::name'` to be called, by which no object's `__call` can be meant."""
    found = static_method(owner, name)
    if isinstance(found, MagicCallable) and isinstance(found.first, PhpObject):
        raise throw_error("Error", f"Non-static method {owner.name}::{name}() cannot be called statically")
    return found


def _public_callable(target: PhpObject, owner: PhpClass, name: str) -> Any:
    """`[$target, name]` where nobody need know which code asks; None where it takes the rules in full.

    Asking Python's frames for the running class costs more than many a method.
    """
    lowered = name.lower()
    method = owner.methods.get(lowered)
    if method is None or method.visibility != PUBLIC or method.is_static or method.is_abstract:
        return None
    ancestor = method.declaring.parent
    while ancestor is not None:
        # From code of a class that has a private method of this name, that one is meant.
        shadowed = ancestor.methods.get(lowered)
        if shadowed is None:
            break
        if shadowed.visibility != PUBLIC:
            return None
        ancestor = shadowed.declaring.parent
    return MethodCallable(method.function, target, method, name)


def find_method_callable(target: PhpObject, name: str, scope: Any) -> Any:
    """`[$target, name]` ready to call from code of class `scope`; None where it cannot be called."""
    if not isinstance(target, Closure):
        public = _public_callable(target, target.php_class, name)
        if public is not None:
            return public
    return _object_callable(target, target.php_class, name, None, scope)


def bound_callable(target: PhpObject, name: str, scope: Any) -> Any:
    """`[$target, name]` ready to call from code of class `scope`; throws PHP's Error."""
    from engine.runtime.objects import undefined_method

    found = find_method_callable(target, name, scope)
    if found is None:
        raise undefined_method(target.php_class, name, scope)
    return found


def static_method(owner: PhpClass, name: str) -> Any:
    """`owner::name` ready to call; throws PHP's Error."""
    scope = current_scope()
    found = static_callable(owner, name, scope)
    if found is not None:
        return found
    method = owner.methods.get(name.lower())
    if method is None:
        raise throw_error("Error", f"Call to undefined method {owner.name}::{printed(name)}()")
    if not may_access(method.visibility, root_declaring(method), scope):
        where = "global scope" if scope is None else f"scope {scope.name}"
        level = VISIBILITY_NAMES[method.visibility]
        raise throw_error("Error", f"Call to {level} method {method.declaring.name}::{name}() from {where}")
    if method.is_abstract:
        raise throw_error("Error", f"Cannot call abstract method {method.declaring.name}::{method.name}()")
    raise throw_error(
        "Error", f"Non-static method {method.declaring.name}::{method.name}() cannot be called statically"
    )


def closure_from_callable(value: Any) -> Any:
    """`Closure::fromCallable` and `f(...)`."""
    target = value if callable(value) and not isinstance(value, (str, PhpArray)) else callable_of(value)
    if isinstance(target, Closure):
        return target
    return closure_of(target)


def closure_of(target: Any) -> Closure:
    """A Closure around something callable."""
    if isinstance(target, Closure):
        return target
    method: Any = getattr(target, "method", None)
    if isinstance(target, MagicCallable):
        info = FunctionInfo(target.name, [ParameterInfo("arguments", None, variadic=True)])
        info.magic = target.method.info  # type: ignore[attr-defined]
        made = make_closure(lambda _closure, *values: target(*values), info, (), target.first, method.declaring)
        made.is_fake = True
        return made
    if method is not None:
        first = target.first
        this = None if method.is_static else first
        called = first if method.is_static else first.php_class
        if method.is_static:
            made = make_closure(
                lambda closure, *values: method.function(closure.called, *values), method.info, (), None,
                method.declaring, called,
            )  # fmt: skip
        else:
            made = make_closure(
                lambda closure, *values: method.function(closure.this, *values), method.info, (), this,
                method.declaring, called,
            )  # fmt: skip
        if method.info.returns_ref:
            made.fn.by_reference = _method_by_reference(method)  # type: ignore[attr-defined]
    else:
        info = getattr(target, "info", None) or target
        made = make_closure(lambda _closure, *values: target.entry(*values), info, (), None, None)
        if info.returns_ref:
            made.fn.by_reference = _entry_by_reference(target)  # type: ignore[attr-defined]
    made.is_fake = True
    return made


def _method_by_reference(method: MethodInfo) -> Callable[..., Any]:
    def by_reference(closure: Closure, *values: Any) -> Any:
        first = closure.called if method.is_static else closure.this
        return returning_reference(method.function)(first, *values)

    return by_reference


def _entry_by_reference(target: Any) -> Callable[..., Any]:
    def by_reference(_closure: Closure, *values: Any) -> Any:
        return returning_reference(target.entry)(*values)

    return by_reference


def as_value(target: Any) -> Any:
    """The PHP value that names a resolved callable; anything else is a value already."""
    if isinstance(target, (MethodCallable, MagicCallable)):
        first = target.first
        return PhpArray([first.name if isinstance(first, PhpClass) else first, target.name])
    if type(target) is UserFunction:
        return target.name
    return getattr(target, "name", target) if type(target).__name__ == "BuiltinFunction" else target


class ReferenceCall:
    """A callable whose result is wanted as the reference it returns."""

    __slots__ = ("target",)

    def __init__(self, target: Any) -> None:
        self.target = target

    @property
    def by_ref_flags(self) -> Any:
        """Which parameters are references."""
        return getattr(self.target, "by_ref_flags", None)

    @property
    def info(self) -> Any:
        """What is known of the function."""
        return getattr(self.target, "info", None)

    def by_ref(self, position: int) -> bool:
        """Whether the argument at `position` is taken by reference."""
        return self.target.by_ref(position)  # type: ignore[no-any-return]

    def bind_named(self, positional: List[Any], named: Dict[str, Any]) -> List[Any]:
        """The arguments in order."""
        return bind_arguments(self.target, positional, named)

    def __call__(self, *values: Any) -> Any:
        """Call the target with references."""
        function, first = _function_of(self.target)
        return returning_reference(function)(*first, *values)


def returning_reference(function: Any) -> Any:
    """The Python function that returns the reference, where `function` returns its value."""
    declared = getattr(function, "declared", None) or getattr(function, "__self__", None)
    if hasattr(declared, "materialize"):
        function = declared.materialize()  # type: ignore[union-attr]
    return getattr(function, "by_reference", function)


def _function_of(target: Any) -> Tuple[Any, Tuple[Any, ...]]:
    """The Python function behind a callable and what it takes before PHP's arguments."""
    if isinstance(target, Closure):
        return target.fn, (target,)
    if isinstance(target, MethodCallable):
        return target.function, (target.first,)
    if isinstance(target, BoundByReference):
        return target.function, (target.target,)
    if isinstance(target, UserFunction):
        return target.entry, ()
    return target, ()


# ---------------------------------------------------------------- calls that cannot be written positionally


class NamedRest:
    """The named arguments that a variadic parameter collects, as its last positional argument."""

    __slots__ = ("values",)

    def __init__(self, values: Dict[str, Any]) -> None:
        self.values = values


def rest_array(values: Tuple[Any, ...]) -> PhpArray:
    """The array that a variadic parameter receives."""
    if values and type(values[-1]) is NamedRest:
        collected = PhpArray(list(values[:-1]))
        for name, value in values[-1].values.items():
            if type(value) is Ref:
                collected.bind(name, value)
            else:
                collected.set(name, value)
        return collected
    return PhpArray(list(values))


def rest_references(values: Tuple[Any, ...]) -> PhpArray:
    """As `rest_array`, for `&...$rest`: the elements stay references."""
    collected = PhpArray()
    for position, value in enumerate(values):
        if type(value) is NamedRest:
            for name, item in value.values.items():
                collected.bind(name, item if type(item) is Ref else Ref(item))
        else:
            reference = value if type(value) is Ref else Ref(value)
            reference.holders += 1
            collected.bind(position, reference)
    return collected


def bind_arguments(target: Any, positional: List[Any], named: Dict[str, Any]) -> List[Any]:
    """All arguments in the order of `target`'s parameters; MISSING where a default must serve."""
    if not named:
        return positional
    info = getattr(target, "info", None)
    if info is None:
        if isinstance(target, MagicCallable):
            return [*positional, NamedRest(named)]
        return target.bind_named(positional, named)  # type: ignore[no-any-return]
    if not isinstance(info, FunctionInfo):
        return info.bind_named(positional, named)  # type: ignore[no-any-return]
    values = list(positional)
    rest: Dict[str, Any] = {}
    places = {p.name: number for number, p in enumerate(info.parameters) if not p.variadic}
    for name, value in named.items():
        place = places.get(name)
        if place is None:
            if not info.variadic:
                raise throw_error("Error", f"Unknown named parameter ${name}")
            rest[name] = value
            continue
        if place < len(values) and values[place] is not MISSING:
            raise throw_error("Error", f"Named parameter ${name} overwrites previous argument")
        while len(values) <= place:
            values.append(MISSING)
        values[place] = value
    for number, value in enumerate(values):
        if value is MISSING and not info.parameters[number].has_default:
            raise throw_error(
                "ArgumentCountError",
                f"{info.display_name}(): Argument #{number + 1} (${info.parameters[number].name}) not passed",
            )
    if rest:
        while len(values) < len(info.parameters) - 1:
            values.append(MISSING)
        values.append(NamedRest(rest))
    return values


def add_named(named: Dict[str, Any], name: str, value: Any) -> None:
    """`name: value` in a call."""
    if name in named:
        raise throw_error("Error", f"Named parameter ${name} overwrites previous argument")
    named[name] = value


def spread(value: Any, positional: List[Any], named: Dict[str, Any]) -> None:
    """Add what `...$value` gives to a call's arguments."""
    has_names = False
    if type(value) is PhpArray:
        for key, item in value.items():
            if type(key) is str:
                has_names = True
                add_named(named, key, item)
            elif has_names:
                raise throw_error("Error", "Cannot use positional argument after named argument during unpacking")
            else:
                positional.append(item)
        return
    if isinstance(value, PhpObject) and "traversable" in value.ancestors:
        from engine.runtime.iteration import iterate

        for key, item in iterate(value):
            if type(key) is str and canonical_int(key) is None:
                has_names = True
                add_named(named, key, item)
            elif has_names:
                raise throw_error("Error", "Cannot use positional argument after named argument during unpacking")
            elif type(key) is not int and type(key) is not str:
                raise throw_error("Error", "Keys must be of type int|string during argument unpacking")
            else:
                positional.append(item)
        return
    from engine.runtime.conversions import type_for_error

    raise throw_error("TypeError", f"Only arrays and Traversables can be unpacked, {type_for_error(value)} given")


def too_few(info: FunctionInfo, passed: int) -> Exception:
    """The ArgumentCountError for a function of a script; raised from its own prologue."""
    from engine.runtime.frames import calling_place

    called_at = calling_place()
    place = "" if called_at is None else f" in {called_at[0]} on line {called_at[1]}"
    exactly = "exactly" if info.required == sum(not p.variadic for p in info.parameters) else "at least"
    return throw_error(
        "ArgumentCountError",
        f"Too few arguments to function {info.display_name}(), {passed} passed{place} and {exactly} {info.required} "
        "expected",
    )


PUBLIC_VISIBILITY = PUBLIC
