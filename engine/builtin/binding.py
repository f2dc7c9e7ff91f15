"""Signature -> entry point: the checked Python function that compiled code calls with PHP's arguments.

An entry is generated source. An argument of the exact type costs one test; everything else goes to `Binder` methods.
The code object carries the PHP name and the file name `<howdah builtin>`: stack traces and the names in warnings are
read from the frames, and the module that entries run in maps those names to functions under `BUILTIN`.
"""

from __future__ import annotations

import types
from typing import TYPE_CHECKING, Any, Callable, Dict, List, NoReturn, Optional, Tuple

from engine.builtin.declare import BadArgumentError, Declaration
from engine.builtin.signature import BY_REF, Parameter, Signature, names_references, php_name, read_signature
from engine.runtime.arrays import PhpArray
from engine.runtime.classes import PhpClass, require_class
from engine.runtime.coercion import FAILED, coerce
from engine.runtime.context import ctx
from engine.runtime.conversions import is_resource, type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import BUILTIN_FILENAME, OPERATION_FILENAME, caller_is_strict, locals_of
from engine.runtime.functions import NamedRest, as_value, resolve_callable
from engine.runtime.objects import PhpObject
from engine.runtime.references import Ref
from engine.runtime.tracing import residual_call
from engine.runtime.types import PhpType
from engine.runtime.values import MISSING

if TYPE_CHECKING:
    from types import FrameType

    from engine.runtime.frames import TraceFrame

# Entries look their globals up here: a real module's dict, which PyPy's JIT folds.
_MODULE = types.ModuleType("howdah_builtins")
_MODULE.__dict__["BUILTIN"] = {}

# The exact Python type of a value of this PHP type; None stands for itself.
_EXACT = {"int": "int", "float": "float", "bool": "bool", "string": "str", "array": "PhpArray"}
# Types that PHP's own checks name in other words than the signature's.
_OWN_WORDS = {
    "?resource": "resource or null",
    "resource|null": "resource or null",
    "BcMath\\Number|string|int": "int, string, or BcMath\\Number",
}
_TEXT = PhpType("string", ("string",))
_NULL_AS = (("int", 0), ("float", 0.0), ("string", ""), ("bool", False))


class BuiltinFunction:
    """A PHP function of ours. `entry` takes PHP arguments by position, MISSING or nothing where a default serves."""

    __slots__ = (
        "_entry", "_signature", "class_name", "deprecated", "effect", "extension", "implementation", "is_static",
        "least", "name", "overloaded", "shown", "shown_required", "shown_types",
        "text_before_last", "untraced",
    )  # fmt: skip

    def __init__(
        self,
        name: str,
        implementation: Callable[..., Any],
        declaration: Declaration,
        extension: str,
        *,
        class_name: Optional[str] = None,
        is_static: bool = False,
    ) -> None:
        """With a `class_name` it is a method: entry and implementation take the object, or the called class, first."""
        self.name = name
        self.implementation = implementation
        self.effect = declaration.effect
        self.deprecated = declaration.deprecated
        self.untraced = declaration.untraced
        self.least = declaration.least
        self.overloaded = declaration.overloaded
        self.text_before_last = declaration.text_before_last
        self.shown = declaration.shown
        self.shown_types = declaration.shown_types
        self.shown_required = declaration.shown_required
        self.extension = extension
        self.class_name = class_name
        self.is_static = is_static
        self._signature: Optional[Signature] = None
        self._entry: Optional[Callable[..., Any]] = None

    def __repr__(self) -> str:
        return f"<BuiltinFunction {self.display_name}>"

    @property
    def display_name(self) -> str:
        """`strlen`, or `Class::method`."""
        return self.name if self.class_name is None else f"{self.class_name}::{self.name}"

    @property
    def signature(self) -> Signature:
        """The signature, read on first use."""
        signature = self._signature
        if signature is None:
            signature = self._signature = read_signature(self.implementation, receiver=self.class_name is not None)
            for parameter in signature.parameters:
                parameter.default = self.shown.get(parameter.name, parameter.default)
        return signature

    @property
    def entry(self) -> Callable[..., Any]:
        """The Python callable for PHP's arguments, generated on first use."""
        entry = self._entry
        if entry is None:
            entry = self._entry = make_entry(self)
        return entry

    @property
    def operation(self) -> Callable[..., Any]:
        """The entry for a call that PHP compiles to an operation of its own: no trace shows it."""
        entry: Any = self.entry
        code = entry.__code__.replace(co_filename=OPERATION_FILENAME)
        return types.FunctionType(code, entry.__globals__, entry.__name__, entry.__defaults__)

    @property
    def min_args(self) -> int:
        """How many arguments are required."""
        return self.signature.min_args

    @property
    def max_args(self) -> Optional[int]:
        """How many arguments are taken at most; None for a variadic function."""
        return self.signature.max_args

    @property
    def by_ref_mask(self) -> Tuple[Tuple[int, ...], bool]:
        """How each parameter takes its argument (BY_VALUE, BY_REF, PREFER_REF), and whether the last is variadic."""
        parameters = self.signature.parameters
        return tuple(p.by_ref for p in parameters), bool(parameters) and parameters[-1].is_variadic

    def by_ref(self, position: int) -> bool:
        """Whether the argument at `position` is taken by reference; a preference does not count."""
        return self.reference_mode(position) == BY_REF

    # What FunctionInfo, which describes functions of scripts, calls the same.
    parameter_by_ref = by_ref

    @property
    def by_ref_flags(self) -> Optional[Tuple[bool, ...]]:
        """Which parameters are references; None when none is."""
        if self._signature is None and not names_references(self.implementation):
            return None
        flags = tuple(p.by_ref == BY_REF for p in self.signature.parameters)
        return flags if any(flags) else None

    @property
    def returns_ref(self) -> bool:
        """Never: no builtin returns a reference."""
        return False

    def reference_mode(self, position: int) -> int:
        """BY_VALUE, BY_REF or PREFER_REF for the argument at `position`."""
        parameters = self.signature.parameters
        if position < len(parameters):
            return parameters[position].by_ref
        return parameters[-1].by_ref if parameters and parameters[-1].is_variadic else 0

    def __call__(self, *arguments: Any) -> Any:
        """Call the function, as every callable of PHP's is called."""
        return self.entry(*arguments)

    # ------------------------------------------------------------ named arguments

    def bind_named(self, positional: List[Any], named: Dict[str, Any]) -> List[Any]:
        """All arguments in order, MISSING where a default serves; throws PHP's errors for what does not fit."""
        parameters = self.signature.parameters
        values = list(positional)
        rest: Dict[str, Any] = {}
        places = {p.name: number for number, p in enumerate(parameters) if not p.is_variadic}
        for name, value in named.items():
            place = places.get(name)
            if place is None:
                if self.max_args is not None:
                    raise throw_error("Error", f"Unknown named parameter ${name}")
                rest[name] = value
                continue
            if place < len(values) and values[place] is not MISSING:
                raise throw_error("Error", f"Named parameter ${name} overwrites previous argument")
            values.extend([MISSING] * (place + 1 - len(values)))
            values[place] = value
        self._check_passed(values)
        # With too few of the others, that is what the entry complains of.
        if rest and len(values) >= self.min_args:
            values.extend([MISSING] * (len(places) - len(values)))
            values.append(NamedRest(rest))
        return values

    def _check_passed(self, values: List[Any]) -> None:
        for number, value in enumerate(values[: len(self.signature.parameters)]):
            if value is not MISSING:
                continue
            parameter = self.signature.parameters[number]
            if not parameter.is_optional:
                raise self.argument_error(number, "not passed", "ArgumentCountError")
            if parameter.name in self.shown:
                # To PHP's function, what was skipped was passed.
                values[number] = parameter.default
            elif parameter.default is MISSING:
                problem = "must be passed explicitly, because the default value is not known"
                raise self.argument_error(number, problem, "ArgumentCountError")

    # ------------------------------------------------------------ errors

    def argument_error(self, position: int, problem: str, error: str = "TypeError") -> Exception:
        """The exception for the argument at `position`, from 0. PHP names no argument of a variadic parameter."""
        parameters = self.signature.parameters
        name = ""
        if position < len(parameters) and not parameters[position].is_variadic:
            name = f" (${parameters[position].name})"
        return throw_error(error, f"{self.display_name}(): Argument #{position + 1}{name} {problem}")

    def refuse_scalar(self, position: int, value: Any) -> Exception:
        """The TypeError for what is no array where the shorter form of an overloaded function wants one."""
        return self.argument_error(position, f"must be of type array, {type_for_error(value)} given")

    def bad_argument(self, error: BadArgumentError) -> Exception:
        """What a BadArgumentError of the implementation becomes."""
        parameter = error.parameter
        # PHP passes the text on as a C string.
        message = error.message.partition("\0")[0]
        if isinstance(parameter, int):
            return self.argument_error(parameter - 1, message, error.error)
        wanted = php_name(parameter)
        for number, declared in enumerate(self.signature.parameters):
            if declared.name == wanted:
                return self.argument_error(number, message, error.error)
        raise LookupError(f"{self.display_name}() has no parameter ${wanted}") from error

    def wrong_arity(self, *arguments: Any) -> Exception:
        """The ArgumentCountError for a call with these arguments."""
        passed = sum(argument is not MISSING for argument in arguments)
        least, most = max(self.min_args, self.least), self.max_args
        if self.overloaded is not None and most is not None:
            least = most = least if passed <= least else most
        wanted = f"exactly {least}" if least == most else f"at least {least}" if passed < least else f"at most {most}"
        number = most if most is not None and passed > most else least
        plural = "" if number == 1 else "s"
        text = f"{self.display_name}() expects {wanted} argument{plural}, {passed} given"
        return throw_error("ArgumentCountError", text)

    def describe_frame(self, frame: FrameType, trace: TraceFrame) -> None:
        """Tell a stack trace what this call was."""
        trace.function = self.name
        held = locals_of(frame)
        if self.class_name is not None:
            trace.class_name = self.class_name
            trace.kind = "::" if self.is_static else "->"
            trace.object = None if self.is_static else held.get("receiver")
        parameters = self.signature.parameters
        given = [held.get(f"a{number}", MISSING) for number in range(len(parameters))]
        sensitive = self.implementation.php.sensitive if self.class_name is None else ()  # type: ignore[attr-defined]
        if sensitive:
            given = [
                require_class("SensitiveParameterValue").make(value)
                if value is not MISSING and parameters[number].name in sensitive
                else value
                for number, value in enumerate(given)
            ]
        values = [*given, *held.get("rest", ())]
        trace.arguments = [
            value.get() if isinstance(value, Ref) else as_value(value)
            for value in values
            if value is not MISSING and type(value) is not NamedRest
        ]


# ---------------------------------------------------------------- what entries call


def _deprecate(builtin: BuiltinFunction) -> None:
    since = f" since {builtin.deprecated}" if builtin.deprecated else ""
    kind = "Function" if builtin.class_name is None else "Method"
    ctx.deprecated(f"{kind} {builtin.display_name}() is deprecated{since}")


class Argument:
    """One parameter of one function, for the values its entry's test of exact types let through."""

    __slots__ = ("_display", "builtin", "parameter", "position")

    def __init__(self, builtin: BuiltinFunction, position: int, parameter: Parameter) -> None:
        self.builtin = builtin
        self.position = position
        self.parameter = parameter

    def coerce(self, value: Any, offset: int = 0) -> Any:
        """`value` as the declared type, or PHP's TypeError. `offset` counts within a variadic parameter."""
        declared: Any = self.parameter.type
        if value is None:
            if "null" in declared.kinds:
                return None
            return self._coerce_null(declared, offset)
        if declared.matches(value) or ("resource" in declared.kinds and is_resource(value)):
            return value
        if type(value) is int and "float" in declared.scalars and "int" not in declared.scalars:
            # The one coercion that strict mode has too; a string in the union does not come before it.
            return float(value)
        if declared.scalars and type(value) is not PhpArray and not caller_is_strict():
            coerced = coerce(value, declared.scalars, False)  # noqa: FBT003 - as weak mode
            if coerced is not FAILED:
                return coerced
        return self._refuse(value, offset)

    def path(self, value: Any) -> Any:
        """As coerce(), and without null bytes."""
        value = self.coerce(value)
        if type(value) is str and "\0" in value:
            raise self.builtin.argument_error(self.position, "must not contain any null bytes", "ValueError")
        return value

    def _coerce_null(self, declared: PhpType, offset: int) -> Any:
        """Null for a scalar: what PHP's own functions take, with a deprecation, and those of scripts do not."""
        if not declared.scalars or caller_is_strict():
            return self._refuse(None, offset)
        position = self.position + offset
        name = "" if self.parameter.is_variadic else f" (${self.parameter.name})"
        ctx.deprecated(
            f"{self.builtin.display_name}(): Passing null to parameter #{position + 1}{name}"
            f" of type {self.builtin.shown_types.get(self.parameter.name, declared.display)} is deprecated"
        )
        for kind, value in _NULL_AS:
            if kind in declared.scalars:
                return value
        return None

    def _refuse(self, value: Any, offset: int) -> NoReturn:
        declared: Any = self.parameter.type
        # What takes an array or an object asks for an array alone when it gets neither.
        display = "array" if declared.kinds == {"array", "object"} else declared.display
        display = _OWN_WORDS.get(display, display)
        given = type_for_error(value)
        raise self.builtin.argument_error(self.position + offset, f"must be of type {display}, {given} given")

    def reference(self, value: Any, offset: int = 0) -> Ref:
        """A Ref whose value is of the declared type: a temporary gets one of its own."""
        reference = value if isinstance(value, Ref) else Ref(value)
        declared = self.parameter.type
        held = reference.get()
        if declared is not None and not declared.matches(held):
            if type(held) is PhpArray or held is None or not declared.scalars:
                self._refuse(held, offset)
            reference.set(self.coerce(held, offset))
        return reference

    def callback(self, value: Any, offset: int = 0) -> Any:
        """A resolved callable, or PHP's TypeError."""
        declared: Any = self.parameter.type
        if value is None and declared.allows_null:
            return None
        if declared.kinds - {"callable", "null"} and declared.matches(value):
            return value
        return resolve_callable(
            value,
            self.builtin.display_name,
            self.position + offset + 1,
            self.parameter.name,
            nullable=declared.allows_null,
        )

    def coerce_all(self, values: Tuple[Any, ...]) -> Tuple[Any, ...]:
        """The arguments of a variadic parameter."""
        convert = self._converter()
        return tuple([convert(value, offset) for offset, value in enumerate(values)])

    def _converter(self) -> Callable[[Any, int], Any]:
        if self.parameter.by_ref:
            return self.reference
        declared: Any = self.parameter.type
        return self.callback if "callable" in declared.kinds else self.coerce


def _split_named(rest: Tuple[Any, ...]) -> Tuple[Tuple[Any, ...], Dict[str, Any]]:
    """The positional and the named arguments of a variadic parameter."""
    if rest and type(rest[-1]) is NamedRest:
        return rest[:-1], rest[-1].values
    return rest, {}


def _check_not_named(builtin: BuiltinFunction, rest: Tuple[Any, ...]) -> None:
    if type(rest[-1]) is NamedRest:
        raise throw_error("ArgumentCountError", f"{builtin.display_name}() does not accept unknown named parameters")


_MODULE.__dict__.update(
    {
        "BadArgumentError": BadArgumentError,
        "MISSING": MISSING,
        "PhpArray": PhpArray,
        "PhpObject": PhpObject,
        "Ref": Ref,
        "check_not_named": _check_not_named,
        "ctx": ctx,
        "deprecate": _deprecate,
        "split_named": _split_named,
    }
)


# ---------------------------------------------------------------- generating entries


def make_entry(builtin: BuiltinFunction) -> Callable[..., Any]:
    """Generate, compile and return the entry point of `builtin`.

    `str_repeat(string $string, int $times)`  becomes

        def entry(a0=MISSING, a1=MISSING, *rest):
            if a1 is MISSING or rest:
                raise builtin_7.wrong_arity(a0, a1, *rest)
            if type(a0) is not str:
                a0 = argument_7_0.coerce(a0)
            if type(a1) is not int:
                a1 = argument_7_1.coerce(a1)
            try:
                return implementation_7(a0, a1)
            except BadArgumentError as error:
                raise builtin_7.bad_argument(error) from None
    """
    registry: Dict[str, BuiltinFunction] = _MODULE.__dict__["BUILTIN"]
    key = builtin.display_name
    number = len(_MODULE.__dict__)
    source, names = _entry_source(builtin, number)
    _MODULE.__dict__.update(names)
    code = compile(source, BUILTIN_FILENAME, "exec")
    namespace = _MODULE.__dict__
    exec(code, namespace)  # noqa: S102 - the source is ours; only numbers and Python names went into it
    entry: Any = namespace.pop("entry")
    entry.__code__ = entry.__code__.replace(co_name=key)
    entry.__name__ = key
    registry[key] = builtin
    return entry  # type: ignore[no-any-return]


def _entry_source(builtin: BuiltinFunction, number: int) -> Tuple[str, Dict[str, Any]]:
    """The entry's source, and the globals it needs."""
    signature = builtin.signature
    names: Dict[str, Any] = {
        f"builtin_{number}": builtin,
        f"implementation_{number}": builtin.implementation,
    }
    plain = [p for p in signature.parameters if not p.is_variadic]
    variadic = signature.parameters[-1] if len(plain) != len(signature.parameters) else None
    header = ["receiver"] if builtin.class_name is not None else []
    header += [f"a{index}=MISSING" for index in range(len(plain))] + ["*rest"]
    lines = [f"def entry({', '.join(header)}):"]
    if builtin.is_static:
        # Called on an object, a static method is its class's.
        names["PhpClass"] = PhpClass
        lines.append("    if type(receiver) is not PhpClass: receiver = receiver.php_class")
    if builtin.deprecated is not None:
        lines.append(f"    deprecate(builtin_{number})")
    lines += [f"    {line}" for line in _arity_lines(builtin, plain, variadic, number)]
    if builtin.overloaded is not None:
        place = [parameter.name for parameter in plain].index(builtin.overloaded)
        lines.append(f"    if a{len(plain) - 1} is MISSING and type(a{place}) is not PhpArray:")
        lines.append(f"        raise builtin_{number}.refuse_scalar({place}, a{place})")
    if builtin.effect == "volatile":
        lines.append("    ctx.volatile = True")
    passed = ["ctx"] * signature.injected + (["receiver"] if builtin.class_name is not None else [])
    for index, parameter in enumerate(plain):
        names[f"argument_{number}_{index}"] = Argument(builtin, index, parameter)
        checks = _argument_lines(parameter, f"a{index}", f"argument_{number}_{index}")
        if parameter.name == builtin.text_before_last:
            names[f"text_{number}"] = Argument(builtin, index, Parameter(parameter.name, _TEXT, MISSING, 0))
            # Of null PHP complains by the whole type.
            checks = [
                f"if type(a{index}) is not str and a{len(plain) - 1} is not MISSING:",
                f"    a{index} = (argument_{number}_{index} if a{index} is None else text_{number}).coerce(a{index})",
            ]
        lines += [f"    {line}" for line in checks]
        if parameter.is_optional:
            names[f"default_{number}_{index}"] = MISSING if parameter.name in builtin.shown else parameter.default
            passed.append(f"default_{number}_{index} if a{index} is MISSING else a{index}")
        else:
            passed.append(f"a{index}")
    if variadic is not None:
        lines += [f"    {line}" for line in _variadic_lines(builtin, variadic, len(plain), number, names)]
        passed.append("*rest")
        if signature.takes_named:
            passed.append("**named")
    called = f"implementation_{number}"
    if builtin.untraced and residual_call is not None:
        # A partial of it would be code of PyPy's own, in every trace.
        names["residual_call"] = residual_call
        passed.insert(0, called)
        called = "residual_call"
    lines += [
        "    try:",
        f"        return {called}({', '.join(passed)})",
        "    except BadArgumentError as error:",
        f"        raise builtin_{number}.bad_argument(error) from None",
    ]
    return "\n".join(lines) + "\n", names


def _arity_lines(
    builtin: BuiltinFunction, plain: List[Parameter], variadic: Optional[Parameter], number: int
) -> List[str]:
    tests = []
    if builtin.min_args:
        tests.append(f"a{builtin.min_args - 1} is MISSING")
    if builtin.least:
        tests.append(f"len(rest) < {builtin.least - len(plain)}")
    if variadic is None:
        tests.append("rest")
    if not tests:
        return []
    arguments = "".join(f"a{index}, " for index in range(len(plain)))
    return [f"if {' or '.join(tests)}:", f"    raise builtin_{number}.wrong_arity({arguments}*rest)"]


def _argument_lines(parameter: Parameter, name: str, argument: str) -> List[str]:
    """What makes the local `name` fit the parameter."""
    test = _misfit_test(parameter, name)
    if test is None:
        return []
    method = (
        "reference" if parameter.by_ref
        else "callback" if _is_callback(parameter)
        else "path" if parameter.is_path
        else "coerce"
    )  # fmt: skip
    if parameter.is_optional:
        test = f"{name} is not MISSING and ({test})" if test else f"{name} is not MISSING"
    lines = [f"{name} = {argument}.{method}({name})"]
    return [f"if {test}:", *(f"    {line}" for line in lines)] if test else lines


def _is_callback(parameter: Parameter) -> bool:
    return parameter.type is not None and "callable" in parameter.type.kinds


def _misfit_test(parameter: Parameter, name: str) -> Optional[str]:
    """When `name` needs a second look: an expression, "" for always, None for never."""
    declared = parameter.type
    if parameter.by_ref:
        test = f"not isinstance({name}, Ref)"
        if declared is None or declared.accepts_mixed:
            return test
        exact = [_EXACT[kind] for kind in sorted(declared.kinds) if kind in _EXACT]
        return f"type({name}) is not Ref or type({name}.v) is not {exact[0]}" if exact else ""
    if declared is None or declared.accepts_mixed:
        return None
    if "callable" in declared.kinds:
        return f"{name} is not None" if declared.allows_null else ""
    test = _exact_test(declared, name)
    return f"({test}) or type({name}) is str and '\\0' in {name}" if parameter.is_path else test


def _exact_test(declared: PhpType, name: str) -> str:
    """True where `name` is of none of the types that one look can tell."""
    tests = [f"type({name}) is not {_EXACT[kind]}" for kind in _EXACT if kind in declared.kinds]
    if "null" in declared.kinds:
        tests.append(f"{name} is not None")
    if "false" in declared.kinds:
        tests.append(f"{name} is not False")
    if "object" in declared.kinds:
        tests.append(f"not isinstance({name}, PhpObject)")
    for _name, lowered in declared.class_names:
        tests.append(f"not (isinstance({name}, PhpObject) and {lowered!r} in {name}.ancestors)")
    return " and ".join(tests)


def _variadic_lines(
    builtin: BuiltinFunction, variadic: Parameter, position: int, number: int, names: Dict[str, Any]
) -> List[str]:
    lines = []
    if builtin.signature.takes_named:
        lines.append("rest, named = split_named(rest)")
    else:
        lines += ["if rest:", f"    check_not_named(builtin_{number}, rest)"]
    declared = variadic.type
    if variadic.by_ref or not (declared is None or declared.accepts_mixed):
        names[f"argument_{number}_{position}"] = Argument(builtin, position, variadic)
        lines += ["if rest:", f"    rest = argument_{number}_{position}.coerce_all(rest)"]
    return lines
