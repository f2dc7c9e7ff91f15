"""Entry points: what they let through, what they coerce and how they word what they refuse. PHP's texts are quoted."""

# ruff: noqa: ARG001, FBT001, FBT002, FBT003, PYI041 - the functions declared here are there for their signatures

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any, Literal

import pytest

from engine.builtin import binding
from engine.builtin.binding import BuiltinFunction
from engine.builtin.declare import (
    BadArgumentError,
    Callback,
    Declaration,
    PreferRef,
    Untyped,
    contextual,
    pure,
    volatile,
)
from engine.builtin.library import Library
from engine.builtin.signature import BY_REF, BY_VALUE, PREFER_REF, SignatureError
from engine.runtime import conversions, frames
from engine.runtime.arrays import PhpArray
from engine.runtime.context import Context, ctx
from engine.runtime.frames import TraceFrame
from engine.runtime.functions import NamedRest
from engine.runtime.references import Ref
from engine.runtime.values import MISSING, PhpString, Value

if TYPE_CHECKING:
    from engine.runtime.objects import PhpObject


class ThrownError(Exception):
    """Stands for a PHP exception."""


@pure(aliases=("string_length",))
def strlen(string: PhpString) -> int:
    """Get string length."""
    return len(string)


@pure
def str_pad(string: PhpString, length: int, pad_string: PhpString = " ", pad_type: int = 1) -> PhpString:
    """Pad a string to a certain length with another string."""
    if not pad_string:
        raise BadArgumentError("pad_string", "must be a non-empty string")
    return f"{string}/{length}/{pad_string}/{pad_type}"


@pure
def abs_(num: int | float) -> int | float:
    """Absolute value."""
    return abs(num)


@pure
def sin(num: float) -> float:
    """Sine."""
    return num


@pure
def str_replace(search: PhpArray | PhpString, replace: PhpArray | PhpString) -> PhpString | PhpArray:
    """Replace all occurrences of the search string with the replacement string."""
    return search if type(search) is str else replace


@pure
def in_array(needle: Value, haystack: PhpArray, strict: bool = False) -> bool:
    """Checks if a value exists in an array."""
    return strict


@pure
def substr(string: PhpString, offset: int, length: int | None = None) -> PhpString:
    """Return part of a string."""
    return f"{string}/{offset}/{length}"


@pure
def array_keys(array: PhpArray, filter_value: Value = MISSING, strict: bool = False) -> PhpArray:
    """Return all the keys or a subset of the keys of an array."""
    return PhpArray([filter_value is MISSING, strict])


@pure
def max_(value: Value, *values: Value) -> Value:
    """Find highest value."""
    return len(values)


@pure
def array_merge(*arrays: PhpArray) -> PhpArray:
    """Merge one or more arrays."""
    return PhpArray([len(array) for array in arrays])


@pure
def array_combine_all(array: PhpArray, *arrays: PhpArray) -> int:
    """Take arrays; refuse empty ones."""
    for position, each in enumerate(arrays):
        if not len(each):
            raise BadArgumentError(position + 2, "must not be empty")
    return len(arrays)


@contextual
def sort(context: Context, /, array: Ref[PhpArray], flags: int = 0) -> Literal[True]:
    """Sort an array in ascending order."""
    assert context is ctx
    array.set(PhpArray(sorted(array.get().values())))
    return True


@contextual
def preg_match(pattern: PhpString, matches: Ref[PhpArray] | None = None) -> int | Literal[False]:
    """Perform a regular expression match."""
    if matches is not None:
        matches.set(PhpArray([pattern]))
    return 1


@contextual
def array_multisort(array: PreferRef[Value], *rest: PreferRef[Value]) -> bool:
    """Sort multiple or multi-dimensional arrays."""
    return all(type(each) is Ref for each in (array, *rest))


@contextual
def array_map(callback: Callback | None, array: PhpArray) -> Untyped:
    """Applies the callback to the elements of the given arrays."""
    return callback


@contextual
def call_user_func(callback: Value, *args: Value, **named: Value) -> Value:
    """Call the callback given by the first parameter."""
    return PhpArray.from_items([*enumerate(args), *named.items()])


@contextual
def array_walk(array: Ref[PhpArray | PhpObject], callback: Value) -> Literal[True]:
    """Apply a user supplied function to every member of an array."""
    return True


@volatile
def microtime(as_float: bool = False) -> PhpString | float:
    """Return current Unix timestamp with microseconds."""
    return 1.0


@pure(deprecated="8.2, visit the php.net documentation for various alternatives")
def utf8_encode(string: PhpString) -> PhpString:
    """Converts a string from ISO-8859-1 to UTF-8."""
    return string


@pure
def date_add(
    object_: Annotated[PhpObject, "DateTime"], zone: Annotated[PhpObject, "DateTimeZone"] | None = None
) -> Annotated[PhpObject, "DateTime"]:
    """Adds an amount of time."""
    return object_


@pure
def assert_(assertion: Value) -> bool:
    """Checks an assertion."""
    return bool(sys._getframe(1).f_code.co_name)


@pure
def settype(var: Ref[Value], type_: PhpString) -> bool:
    """Set the type of a variable."""
    var.set(type_)
    return True


@pure
def parse_str(string: PhpString, result: Ref) -> None:
    """Parse the string into variables."""
    result.set(PhpArray([string]))


@pure
def key_exists(key: Untyped, array: PhpArray) -> bool:
    """Alias of array_key_exists()."""
    return array.has(key)


FUNCTIONS: dict[str, BuiltinFunction] = Library([sys.modules[__name__]]).functions


@pytest.fixture(autouse=True)
def raised(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Diagnostics so far; PHP exceptions become ThrownError."""
    texts: list[str] = []
    monkeypatch.setattr(ctx, "diagnose", lambda _level, message: texts.append(message))

    def throw(class_name: str, message: str, code: int = 0) -> ThrownError:
        return ThrownError(f"{class_name}: {message}")

    monkeypatch.setattr(binding, "throw_error", throw)
    monkeypatch.setattr("engine.runtime.functions.throw_error", throw)
    monkeypatch.setattr("engine.runtime.conversions.throw_error", throw)
    monkeypatch.setattr(binding, "caller_is_strict", lambda: False)
    return texts


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    """The calling code has strict_types."""
    monkeypatch.setattr(binding, "caller_is_strict", lambda: True)


def call(name: str, *arguments: Any) -> Any:
    """The result, or the exception's text."""
    try:
        return FUNCTIONS[name].entry(*arguments)
    except ThrownError as thrown:
        return str(thrown)


def call_named(name: str, *arguments: Any, **named: Any) -> Any:
    """As `call`, with named arguments."""
    try:
        return call(name, *FUNCTIONS[name].bind_named(list(arguments), named))
    except ThrownError as thrown:
        return str(thrown)


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("strlen", ("abc",), 3),
        ("strlen", (True,), 1),
        ("strlen", (1.5,), 3),
        ("str_pad", ("x", 5), "x/5/ /1"),
        ("str_pad", ("x", "5", "-", 2.0), "x/5/-/2"),
        ("str_pad", ("x", 5, MISSING, 2), "x/5/ /2"),
        ("abs", ("-1.5",), 1.5),
        ("abs", ("-2",), 2),
        ("abs", (True,), 1),
        ("sin", (1,), 1.0),
        ("sin", ("1 ",), 1.0),
        ("str_replace", (5, "b"), "5"),
        ("substr", ("abc", 1, None), "abc/1/None"),
        ("in_array", (1, PhpArray(), 1), True),
        ("max", (1, 2, 3), 2),
        ("preg_match", ("x",), 1),
        ("array_multisort", (1, Ref(2)), True),
        ("array_map", (None, PhpArray()), None),
        ("string_length", ("abc",), 3),
    ],
)
def test_accepted_arguments_arrive_as_declared(name: str, arguments: Any, expected: Any) -> None:
    result = call(name, *arguments)
    assert (type(result), result) == (type(expected), expected)


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("strlen", ("a", "b"), "ArgumentCountError: strlen() expects exactly 1 argument, 2 given"),
        ("strlen", (), "ArgumentCountError: strlen() expects exactly 1 argument, 0 given"),
        ("str_pad", ("a",), "ArgumentCountError: str_pad() expects at least 2 arguments, 1 given"),
        ("str_pad", (1, 2, 3, 4, 5), "ArgumentCountError: str_pad() expects at most 4 arguments, 5 given"),
        ("max", (), "ArgumentCountError: max() expects at least 1 argument, 0 given"),
        ("string_length", (), "ArgumentCountError: string_length() expects exactly 1 argument, 0 given"),
        ("strlen", (PhpArray(),), "TypeError: strlen(): Argument #1 ($string) must be of type string, array given"),
        ("str_pad", ("x", "y"), "TypeError: str_pad(): Argument #2 ($length) must be of type int, string given"),
        ("str_pad", ("x", "1x"), "TypeError: str_pad(): Argument #2 ($length) must be of type int, string given"),
        ("str_pad", ("x", 1e30), "TypeError: str_pad(): Argument #2 ($length) must be of type int, float given"),
        ("str_pad", ("x", 1, ""), "ValueError: str_pad(): Argument #3 ($pad_string) must be a non-empty string"),
        ("abs", (PhpArray(),), "TypeError: abs(): Argument #1 ($num) must be of type int|float, array given"),
        ("abs", ("x",), "TypeError: abs(): Argument #1 ($num) must be of type int|float, string given"),
        (
            "substr",
            ("abc", 0, PhpArray()),
            "TypeError: substr(): Argument #3 ($length) must be of type ?int, array given",
        ),
        ("in_array", (1, "x"), "TypeError: in_array(): Argument #2 ($haystack) must be of type array, string given"),
        ("in_array", (1, None), "TypeError: in_array(): Argument #2 ($haystack) must be of type array, null given"),
        ("in_array", (1, True), "TypeError: in_array(): Argument #2 ($haystack) must be of type array, true given"),
        ("array_merge", (PhpArray(), 2), "TypeError: array_merge(): Argument #2 must be of type array, int given"),
        (
            "array_combine_all",
            (PhpArray(), PhpArray([1]), PhpArray()),
            "ValueError: array_combine_all(): Argument #3 must not be empty",
        ),
        ("sort", (Ref(None),), "TypeError: sort(): Argument #1 ($array) must be of type array, null given"),
        ("array_walk", (Ref(1), 1), "TypeError: array_walk(): Argument #1 ($array) must be of type array, int given"),
        (
            "array_map",
            ("nope", PhpArray()),
            (
                "TypeError: array_map(): Argument #1 ($callback) must be a valid callback or null,"
                ' function "nope" not found or invalid function name'
            ),
        ),
        ("date_add", (1,), "TypeError: date_add(): Argument #1 ($object) must be of type DateTime, int given"),
    ],
)
def test_refused_arguments_are_worded_as_php_does(
    name: str, arguments: Any, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctx, "library", Library([sys.modules[__name__]]))
    assert call(name, *arguments) == expected


def test_null_for_a_scalar_is_deprecated(raised: list[str]) -> None:
    assert call("strlen", None) == 0
    assert call("str_replace", None, "b") == ""
    assert call("abs", None) == 0
    assert call("in_array", 1, PhpArray(), None) is False
    assert raised == [
        "strlen(): Passing null to parameter #1 ($string) of type string is deprecated",
        "str_replace(): Passing null to parameter #1 ($search) of type array|string is deprecated",
        "abs(): Passing null to parameter #1 ($num) of type int|float is deprecated",
        "in_array(): Passing null to parameter #3 ($strict) of type bool is deprecated",
    ]


def test_lost_fraction_is_deprecated(raised: list[str]) -> None:
    assert call("str_pad", "a", 1.5) == "a/1/ /1"
    assert call("str_pad", "a", "1.5") == "a/1/ /1"
    assert raised == [
        "Implicit conversion from float 1.5 to int loses precision",
        'Implicit conversion from float-string "1.5" to int loses precision',
    ]


@pytest.mark.usefixtures("strict")
def test_strict_mode_only_takes_an_int_for_a_float() -> None:
    assert call("sin", 1) == 1.0
    assert call("strlen", True) == "TypeError: strlen(): Argument #1 ($string) must be of type string, true given"
    assert call("strlen", None) == "TypeError: strlen(): Argument #1 ($string) must be of type string, null given"
    assert call("abs", "1") == "TypeError: abs(): Argument #1 ($num) must be of type int|float, string given"


def test_references_reach_the_function_and_temporaries_get_one() -> None:
    array = Ref(PhpArray([2, 1]))
    assert call("sort", array) is True
    assert array.get().values() == [1, 2]
    assert call("sort", PhpArray([2, 1])) is True
    matches = Ref(5)
    assert call("preg_match", "x", matches) == 1
    assert matches.get().values() == ["x"]


def test_reference_modes_are_told_to_the_compiler() -> None:
    assert FUNCTIONS["sort"].by_ref_mask == ((BY_REF, BY_VALUE), False)
    assert FUNCTIONS["array_multisort"].by_ref_mask == ((PREFER_REF, PREFER_REF), True)
    assert FUNCTIONS["array_multisort"].reference_mode(7) == PREFER_REF
    assert not FUNCTIONS["array_multisort"].by_ref(0)
    assert FUNCTIONS["preg_match"].by_ref(1)


def test_untyped_and_mixed_parameters_take_anything() -> None:
    result = Ref(None)
    assert call("parse_str", "x", result) is None
    assert result.get().values() == ["x"]
    assert call("settype", result, "int") is True
    assert result.get() == "int"
    assert call("key_exists", 0, PhpArray([1])) is True
    assert FUNCTIONS["parse_str"].signature.parameters[1].type is None
    mixed = FUNCTIONS["settype"].signature.parameters[0].type
    assert mixed is not None
    assert mixed.display == "mixed"


def test_named_arguments_find_their_places() -> None:
    assert call_named("str_pad", string="x", length=5, pad_type=0) == "x/5/ /0"
    assert call_named("str_pad", "x", pad_string="-", length=2) == "x/2/-/1"
    assert call_named("call_user_func", "f", 1, b=2).items() == [(0, 1), ("b", 2)]


@pytest.mark.parametrize(
    ("name", "arguments", "named", "expected"),
    [
        ("str_pad", (), {"string": "x", "len": 5}, "Error: Unknown named parameter $len"),
        ("str_pad", ("x",), {"string": "y"}, "Error: Named parameter $string overwrites previous argument"),
        ("str_pad", (), {"length": 5}, "ArgumentCountError: str_pad(): Argument #1 ($string) not passed"),
        ("str_pad", ("x",), {"pad_string": "a"}, "ArgumentCountError: str_pad(): Argument #2 ($length) not passed"),
        (
            "array_keys",
            (PhpArray(),),
            {"strict": True},
            (
                "ArgumentCountError: array_keys(): Argument #2 ($filter_value) must be passed explicitly,"
                " because the default value is not known"
            ),
        ),
        ("max", (1, 2), {"foo": 3}, "ArgumentCountError: max() does not accept unknown named parameters"),
        ("array_merge", (), {"a": 1}, "ArgumentCountError: array_merge() does not accept unknown named parameters"),
    ],
)
def test_wrong_named_arguments_are_worded_as_php_does(name: str, arguments: Any, named: Any, expected: str) -> None:
    assert call_named(name, *arguments, **named) == expected


def test_volatile_function_marks_the_execution() -> None:
    ctx.volatile = False
    call("strlen", "x")
    assert not ctx.volatile
    call("microtime", True)
    assert ctx.volatile


def test_deprecated_function_says_so(raised: list[str]) -> None:
    assert call("utf8_encode", "x") == "x"
    assert raised == [
        "Function utf8_encode() is deprecated since 8.2, visit the php.net documentation for various alternatives"
    ]


def test_entries_are_recognised_in_frames() -> None:
    entry = FUNCTIONS["assert"].entry
    assert entry.__code__.co_filename == frames.BUILTIN_FILENAME
    assert entry.__code__.co_name == "assert"
    assert entry.__globals__["BUILTIN"]["assert"] is FUNCTIONS["assert"]


def test_trace_shows_the_arguments_that_were_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[TraceFrame] = []

    def refuse(class_name: str, message: str, code: int = 0) -> ThrownError:
        for depth in range(8):
            frame = sys._getframe(depth)
            if frame.f_code.co_filename == frames.BUILTIN_FILENAME:
                shown.append(TraceFrame())
                frame.f_globals["BUILTIN"][frame.f_code.co_name].describe_frame(frame, shown[-1])
                break
        return ThrownError(message)

    monkeypatch.setattr(binding, "throw_error", refuse)
    call("str_pad", "x", "y")
    call("strlen", 1, 2)
    call("sort", Ref(5))
    assert [(frame.function, frame.arguments) for frame in shown] == [
        ("str_pad", ["x", "y"]),
        ("strlen", [1, 2]),
        ("sort", [5]),
    ]


def test_methods_receive_their_object() -> None:
    def count(this: Value, mode: int = 0) -> int:
        """Count elements."""
        return len(this) + mode  # type: ignore[arg-type]

    method = BuiltinFunction("count", count, Declaration("pure", (), None, None), "SPL", class_name="ArrayObject")
    assert method.display_name == "ArrayObject::count"
    assert method.entry("abc", 2) == 5
    with pytest.raises(
        ThrownError, match=r"ArrayObject::count\(\): Argument #1 \(\$mode\) must be of type int, string given"
    ):
        method.entry("abc", "x")


def _chapter(source: str) -> ModuleType:
    chapter = ModuleType("chapter")
    exec(  # noqa: S102 - the source stands below
        "from __future__ import annotations\nfrom engine.builtin.declare import *\n" + source, chapter.__dict__
    )
    return chapter


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("@pure\ndef f(a: int) -> int:\n    return a\n", "no docstring"),
        ("@pure\ndef f(a) -> int:\n    'Doc.'\n", "without annotation"),
        ("@pure\ndef f(a: int):\n    'Doc.'\n", "without annotation"),
        ("@pure\ndef f(c: Context, /) -> int:\n    'Doc.'\n", "pure but asks for Context"),
        ("@pure\ndef f() -> int:\n    'Doc.'\n@pure\ndef f_() -> int:\n    'Doc.'\n", "declared twice"),
        ("@pure\ndef f(a: Unknown) -> int:\n    'Doc.'\n", "cannot read the type"),
    ],
)
def test_wrong_declarations_are_refused(source: str, problem: str) -> None:
    with pytest.raises(SignatureError, match=problem):
        Library([_chapter(source)]).bind_all()


def test_constants_are_found_through_their_annotations() -> None:
    library = Library([_chapter("M_PI: PhpConst[float] = 3.14\nprivate = 5\nEXTENSION = 'math'\n")])
    assert library.constants == {"M_PI": 3.14}
    assert library.constant_extensions == {"M_PI": "math"}


def test_named_rest_is_not_an_argument() -> None:
    assert call("max", 1, 2, NamedRest({"x": 1})).startswith("ArgumentCountError")
    assert conversions.type_for_error(None) == "null"
