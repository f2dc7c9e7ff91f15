"""What is called: closures, methods by name, static calls, constructors."""

from __future__ import annotations

from typing import Any

from engine.runtime.context import ctx
from engine.runtime.conversions import type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.functions import Closure, FunctionInfo, make_closure
from engine.runtime.objects import PhpObject


def new_closure(declared: Any, captured: Any, this: Any, scope: Any, called: Any) -> Closure:
    """A Closure object of the script."""
    made = make_closure(declared.fn, declared.info, captured, this, scope, called)
    if declared.python is None:
        # What stands in for the function would hold the arguments of its first call.
        made.fn = declared.materialize() if ctx.counts_handles else _late_closure(declared)
    made.statics = {}
    return made


def _late_closure(declared: Any) -> Any:
    def fn(closure: Closure, *values: Any) -> Any:
        closure.fn = declared.materialize()
        return closure.fn(closure, *values)

    fn.declared = declared  # type: ignore[attr-defined]
    return fn


def called_of(this: Any) -> Any:
    """The class of an object, if there is one."""
    return None if this is None else this.php_class


def called_class(closure: Any) -> Any:
    """The late static binding class within a closure."""
    if closure.this is not None:
        return closure.this.php_class
    return closure.called or closure.scope


def need_scope(scope: Any, word: str) -> Any:
    """`self` or `static` where there may be no class."""
    if scope is None:
        raise throw_error("Error", f'Cannot access "{word}" when no class scope is active')
    return scope


def relative_name(scope: Any, word: str, is_constant: bool) -> str:  # noqa: FBT001 - compiled code calls it
    """`self::class` and its like where there may be no class."""
    if scope is None:
        where = "when no class scope is active" if is_constant else "in the global scope"
        raise throw_error("Error", f'Cannot use "{word}" {where}')
    if word == "parent":
        if scope.parent is None:
            raise throw_error("Error", 'Cannot use "parent" when current class scope has no parent')
        scope = scope.parent
    return scope.name  # type: ignore[no-any-return]


def parent_of(scope: Any) -> Any:
    """`parent`."""
    if scope is None:
        raise throw_error("Error", 'Cannot access "parent" when no class scope is active')
    if scope.parent is None:
        raise throw_error("Error", 'Cannot access "parent" when current class scope has no parent')
    return scope.parent


def no_method(value: Any, name: str) -> Any:
    """A method called on what is no object."""
    raise throw_error("Error", f"Call to a member function {name}() on {type_for_error(value)}")


def called_object(value: Any, name: str) -> Any:
    """What a method is called on."""
    return value if isinstance(value, PhpObject) else no_method(value, name)


def scoped_method(target: Any, name: str, scope: Any) -> Any:
    """A method called from code of a class that has a non-public one of that name."""
    if not isinstance(target, PhpObject):
        no_method(target, name)
    from engine.runtime.objects import bound_method

    return bound_method(target, name, scope)


def method_callable(target: Any, name: Any, scope: Any) -> Any:
    """`$target->$name` ready to call from code of class `scope`."""
    if isinstance(name, Closure):
        return name
    if type(name) is not str:
        raise throw_error("Error", "Method name must be a string")
    if not isinstance(target, PhpObject):
        no_method(target, name)
    from engine.runtime.functions import bound_callable

    return bound_callable(target, name, scope)


def own_callback(pair: Any, scope: Any) -> Any:
    """`[$object, 'method']` written as a builtin's callback in code of class `scope`; the array where it is none."""
    from engine.runtime.functions import find_method_callable

    target = pair.get(0)
    found = find_method_callable(target, pair.get(1), scope) if isinstance(target, PhpObject) else None
    return pair if found is None else found


def forwarded_method(owner: Any, name: Any, forwarded: Any, scope: Any) -> Any:
    """`parent::name`, `self::name` or `static::name` ready to call, with `$this` or the called class passed on."""
    from engine.runtime.functions import MagicCallable, MethodCallable, static_method
    from engine.runtime.objects import resolve_static

    if type(name) is not str:
        if isinstance(name, Closure):
            return name
        raise throw_error("Error", "Method name must be a string")
    method = resolve_static(owner, name, scope)
    if method is not None and not method.is_abstract:
        if method.is_static:
            called = forwarded.php_class if isinstance(forwarded, PhpObject) else forwarded
            if called is None or owner.lower_name not in called.ancestors:
                called = owner
            return MethodCallable(method.function, called, method, name)
        if isinstance(forwarded, PhpObject) and method.declaring.lower_name in forwarded.ancestors:
            return MethodCallable(method.function, forwarded, method, name)
    if method is None and isinstance(forwarded, PhpObject) and owner.lower_name in forwarded.ancestors:
        magic = owner.methods.get("__call")
        if magic is not None:
            return MagicCallable(magic.function, forwarded, magic, name)
    if method is None:
        magic = owner.methods.get("__callstatic")
        if magic is not None:
            called = forwarded.php_class if isinstance(forwarded, PhpObject) else forwarded
            return MagicCallable(magic.function, called or owner, magic, name)
        if name.lower() == "__construct" and owner.constructor is None:
            raise throw_error("Error", "Cannot call constructor")
    return static_method(owner, name)


def static_callable_of(owner: Any, name: Any, scope: Any) -> Any:
    """`A::name` ready to call from code of class `scope`."""
    from engine.runtime.functions import MethodCallable, static_method

    if type(name) is str:
        method = owner.methods.get(name.lower())
        if method is not None and method.is_static and not method.is_abstract and \
                (not method.visibility or _may_call(method, scope)):  # fmt: skip
            return MethodCallable(method.function, owner, method, name)
        return static_method(owner, name)
    if isinstance(name, Closure):
        return name
    raise throw_error("Error", "Method name must be a string")


def _may_call(method: Any, scope: Any) -> bool:
    from engine.runtime.classes import may_access
    from engine.runtime.objects import root_declaring

    return scope is not None and may_access(method.visibility, root_declaring(method), scope)


def static_entry(owner: Any, name: str, lowered: str, scope: Any) -> Any:
    """The Python function behind `A::name()` for code of class `scope`; it takes the class first."""
    method = owner.methods.get(lowered)
    if owner.kind == "trait":
        _call_on_trait(owner, name)
    if method is not None and method.is_static and not method.is_abstract and \
            (not method.visibility or _may_call(method, scope)):  # fmt: skip
        return method.function
    from engine.runtime.functions import static_method

    target = static_method(owner, name)
    return lambda _owner, *values: target(*values)


def _call_on_trait(owner: Any, name: str) -> None:
    """A static method of a trait, called on the trait itself."""
    method = owner.methods.get(name.lower())
    if (method is not None and method.is_static) or (method is None and owner.methods.get("__callstatic") is not None):
        ctx.deprecated(
            f"Calling static trait method {owner.name}::{name} is deprecated, it should only be called on a class "
            "using the trait"
        )


def late_static_entry(called: Any, name: str, lowered: str, forwarded: Any, scope: Any) -> Any:
    """The Python function behind `static::name()`; it takes the called class or the object first."""
    method = called.methods.get(lowered)
    if (
        method is not None
        and not method.visibility
        and not method.is_abstract
        and (method.is_static or isinstance(forwarded, PhpObject))
    ):
        return method.function
    target = forwarded_method(called, name, forwarded, scope)
    return lambda _first, *values: target(*values)


class ConstructorCall:
    """`new A(...)` as something callable, for arguments that cannot be written positionally."""

    __slots__ = ("owner",)

    def __init__(self, owner: Any) -> None:
        self.owner = owner

    @property
    def info(self) -> Any:
        """What is known of the constructor."""
        constructor = self.owner.constructor
        return FunctionInfo("__construct", []) if constructor is None else constructor.info

    @property
    def by_ref_flags(self) -> Any:
        """Which of the constructor's parameters are references."""
        return self.info.by_ref_flags

    def by_ref(self, position: int) -> bool:
        """Whether the constructor takes the argument at `position` by reference."""
        return self.info.parameter_by_ref(position)  # type: ignore[no-any-return]

    def __call__(self, *values: Any) -> Any:
        """Make the object."""
        return self.owner.make(*values)


def closure_of_function(target: Any) -> Any:
    """`f(...)`."""
    from engine.runtime.functions import closure_of

    return closure_of(target)
