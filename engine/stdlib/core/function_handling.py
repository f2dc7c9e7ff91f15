"""Function handling: calling what a callable names, asking what can be called."""

from __future__ import annotations

from typing import Any, Dict, List

from engine.builtin.declare import Callback, PreferRef, Untyped, contextual
from engine.errors import PhpThrown
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_called_class, current_scope, runs_function
from engine.runtime.functions import MethodCallable, bind_arguments, find_callable, find_function
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref
from engine.runtime.ticks import TickFunction, ticks
from engine.runtime.values import MISSING, PhpString, Value
from engine.stdlib.arrays.elements import EXTR_OVERWRITE

EXTENSION = "standard"
OTHER_EXTENSIONS = dict.fromkeys(
    """func_get_arg func_get_args func_num_args function_exists get_defined_functions
    get_defined_vars""".split(),
    "Core",
)


@contextual
def call_user_func(callback: Callback, *args: Value, **named: Value) -> Value:
    """Call the callback given by the first parameter."""
    return call_by_value(callback, list(args), named)


@contextual
def call_user_func_array(callback: Callback, args: PhpArray) -> Value:
    """Call a callback with an array of parameters."""
    return call_with_array(callback, args)


@contextual
def forward_static_call(callback: Callback, *args: Value) -> Value:
    """Call a static method, keeping late static binding."""
    return call_by_value(_forwarded(callback, "forward_static_call"), list(args), {})


@contextual
def forward_static_call_array(callback: Callback, args: PhpArray) -> Value:
    """Call a static method and pass the arguments as array, keeping late static binding."""
    return call_with_array(_forwarded(callback, "forward_static_call_array"), args)


@contextual
def function_exists(function: PhpString) -> bool:
    """Return true if the given function has been defined."""
    return find_function(function) is not None


@contextual
def get_defined_functions(exclude_disabled: bool = True) -> PhpArray:
    """Return an array of all defined functions."""
    result = PhpArray()
    result.set("internal", PhpArray(list(ctx.library.functions)))
    result.set("user", PhpArray(list(ctx.functions)))
    return result


@contextual
def is_callable(value: Value, syntax_only: bool = False, callable_name_: Ref | None = None) -> bool:
    """Verify that a value can be called as a function from the current scope."""
    if isinstance(callable_name_, Ref):
        callable_name_.set(callable_name(value))
    if syntax_only and not isinstance(value, PhpObject):
        return type(value) is str or _is_pair(value)
    return find_callable(value, []) is not None


@contextual
def func_get_args() -> PhpArray:
    """Return an array comprising a function's argument list."""
    raise _without_arguments("func_get_args")


@contextual
def func_get_arg(position: int) -> Value:
    """Return an item from the argument list."""
    raise _without_arguments("func_get_arg")


@contextual
def func_num_args() -> int:
    """Return the number of arguments passed to the function."""
    raise _without_arguments("func_num_args")


def _without_arguments(name: str) -> Exception:
    """The Error where no call is at hand whose arguments could be looked at."""
    if runs_function():
        return throw_error("Error", f"Cannot call {name}() dynamically")
    if name == "func_num_args":
        return throw_error("Error", "func_num_args() must be called from a function context")
    return throw_error("Error", f"{name}() cannot be called from the global scope")


@contextual
def get_defined_vars() -> PhpArray:
    """Return an array of all defined variables."""
    raise throw_error("Error", "Cannot call get_defined_vars() dynamically")


@contextual
def compact(var_name: Untyped, *var_names: Untyped) -> PhpArray:
    """Create array containing variables and their values."""
    raise throw_error("Error", "Cannot call compact() dynamically")


@contextual
def extract(array: PreferRef[PhpArray], flags: int = EXTR_OVERWRITE, prefix: PhpString = "") -> int:
    """Import variables into the current symbol table from an array."""
    raise throw_error("Error", "Cannot call extract() dynamically")


@contextual
def register_shutdown_function(callback: Callback, *args: Value, **named: Value) -> None:
    """Register a function for execution on shutdown."""
    ctx.shutdown_functions.append((lambda: call_by_value(callback, list(args), named), ()))


@contextual
def register_tick_function(callback: Callback, *args: Value) -> bool:
    """Register a function for execution on each tick."""
    ticks().functions.append(TickFunction(callback, lambda: call_by_value(callback, list(args), {})))
    return True


@contextual
def unregister_tick_function(callback: Callback) -> None:
    """De-register a function for execution on each tick."""
    state = ticks()
    kept = []
    for function in state.functions:
        if not _is_same(function.callback, callback):
            kept.append(function)
        elif function.is_running:
            raise throw_error("Error", "Registered tick function cannot be unregistered while it is being executed")
    state.functions = kept


# ---------------------------------------------------------------- helpers


def _is_same(one: Any, other: Any) -> bool:
    """Whether two callables are of the same function and object."""
    parts = [(getattr(target, "info", None) or target, getattr(target, "first", None)) for target in (one, other)]
    return all(mine is theirs for mine, theirs in zip(*parts))


def call_by_value(target: Any, positional: List[Any], named: Dict[str, Any]) -> Value:
    """Call with values; PHP warns of each that the function wants by reference."""
    if named:
        positional = bind_arguments(target, positional, named)
    if getattr(target, "by_ref_flags", True) is not None:
        for position, value in enumerate(positional):
            if value is not MISSING and type(value) is not Ref and target.by_ref(position):
                _warn_by_ref(target, position)
                positional[position] = Ref(value)
    return _value_of(target(*positional))


def call_with_array(target: Any, arguments: PhpArray) -> Value:
    """Call with the elements of an array: string keys are parameter names, references stay references."""
    positional: List[Any] = []
    named: Dict[str, Any] = {}
    for key, item in arguments.raw_items():
        if type(key) is str:
            named[key] = item
        elif named:
            _refuse_names(target, positional, named)
            raise throw_error("Error", "Cannot use positional argument after named argument")
        else:
            positional.append(item)
    if named:
        positional = bind_arguments(target, positional, named)
    for position, value in enumerate(positional):
        if value is MISSING:
            continue
        if target.by_ref(position):
            if type(value) is not Ref:
                _warn_by_ref(target, position)
                positional[position] = Ref(value)
        elif type(value) is Ref:
            positional[position] = value.get()
    return _value_of(target(*positional))


def _refuse_names(target: Any, positional: List[Any], named: Dict[str, Any]) -> None:
    """Throw where a name so far is unknown or taken; what is missing may still come."""
    try:
        bind_arguments(target, positional, named)
    except PhpThrown as thrown:
        if thrown.object.php_class.name == "Error":
            raise


def _value_of(result: Any) -> Value:
    value: Value = result.get() if type(result) is Ref else result
    return value


def _warn_by_ref(target: Any, position: int) -> None:
    info = getattr(target, "info", None) or target
    parameters = getattr(info, "parameters", None) or info.signature.parameters
    name = ""
    if position < len(parameters):
        name = f" (${parameters[position].name})"
    function = info.display_name
    ctx.warning(f"{function}(): Argument #{position + 1}{name} must be passed by reference, value given")


def _forwarded(target: Any, function: str) -> Any:
    """`target` with the caller's late static binding class, where that is a subclass."""
    if current_scope() is None:
        # Its sister asks for no scope.
        if function == "forward_static_call_array":
            return target
        raise throw_error("Error", f"Cannot call {function}() when no class scope is active")
    called = current_called_class()
    if type(target) is not MethodCallable or not target.method.is_static or called is None:
        return target
    if not called.is_subclass_of(target.first):
        return target
    return MethodCallable(target.function, called, target.method, target.name)


def _is_pair(value: Any) -> bool:
    if type(value) is not PhpArray or len(value) != 2:
        return False
    first = value.get(0)
    return type(value.get(1)) is str and (type(first) is str or isinstance(first, PhpObject))


def callable_name(value: Any) -> str:
    """The name PHP gives a callable: `f`, `A::m`, `Closure::__invoke`."""
    if type(value) is str:
        return value
    if isinstance(value, PhpObject):
        return f"{value.php_class.name}::__invoke"
    if type(value) is PhpArray:
        if _is_pair(value):
            first = value.get(0)
            owner = first if type(first) is str else first.php_class.name
            return f"{owner}::{value.get(1)}"
        return "Array"
    return to_string(value)
