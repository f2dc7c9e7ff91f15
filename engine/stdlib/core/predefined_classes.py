"""The classes and interfaces of PHP's core: Throwable and its kind, Closure, Generator, the predefined interfaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from engine.builtin.classes import method, php_class
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import E_ERROR, ctx
from engine.runtime.exceptions import (
    describe,
    locate,
    previous_of,
    printed,
    private_slot,
    settle,
    throw_error,
    trace_array,
    trace_text,
)
from engine.runtime.functions import Closure as ClosureObject
from engine.runtime.functions import closure_from_callable, make_closure
from engine.runtime.generators import Generator as GeneratorObject
from engine.runtime.objects import PhpObject

if TYPE_CHECKING:
    from engine.builtin.declare import PhpConst, Untyped
    from engine.runtime.classes import PhpClass
    from engine.runtime.values import PhpString, Value

EXTENSION = "Core"


@php_class("Traversable", kind="interface")
class Traversable(PhpObject):
    """What foreach can walk."""


@php_class("Iterator", kind="interface", interfaces=("Traversable",))
class Iterator(PhpObject):
    """An iterator."""

    @method
    def current(self) -> Value:
        """Return the current element."""

    @method
    def next(self) -> None:
        """Move forward to next element."""

    @method
    def key(self) -> Value:
        """Return the key of the current element."""

    @method
    def valid(self) -> bool:
        """Check if current position is valid."""
        raise NotImplementedError

    @method
    def rewind(self) -> None:
        """Rewind the Iterator to the first element."""


@php_class("IteratorAggregate", kind="interface", interfaces=("Traversable",))
class IteratorAggregate(PhpObject):
    """What gives an iterator."""

    @method
    def getIterator(self) -> Annotated[PhpObject, "Traversable"]:
        """Retrieve an external iterator."""
        raise NotImplementedError


@php_class("ArrayAccess", kind="interface")
class ArrayAccess(PhpObject):
    """Access to objects as arrays."""

    @method
    def offsetExists(self, offset: Value) -> bool:
        """Whether an offset exists."""
        raise NotImplementedError

    @method
    def offsetGet(self, offset: Value) -> Value:
        """Offset to retrieve."""

    @method
    def offsetSet(self, offset: Value, value: Value) -> None:
        """Assign a value to the specified offset."""

    @method
    def offsetUnset(self, offset: Value) -> None:
        """Unset an offset."""


@php_class("Countable", kind="interface")
class Countable(PhpObject):
    """What count() counts."""

    @method
    def count(self) -> int:
        """Count elements of an object."""
        raise NotImplementedError


@php_class("Serializable", kind="interface")
class Serializable(PhpObject):
    """Customised serialising, the old way."""

    @method
    def serialize(self) -> Untyped:
        """String representation of object."""

    @method
    def unserialize(self, data: PhpString) -> Untyped:
        """Construct the object."""


@php_class("Stringable", kind="interface")
class Stringable(PhpObject):
    """What can be converted to a string."""

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """Get a string representation of the object."""
        raise NotImplementedError


@php_class("JsonSerializable", kind="interface", extension="json")
class JsonSerializable(PhpObject):
    """What says how json_encode() sees it."""

    @method
    def jsonSerialize(self) -> Value:
        """Specify data which should be serialized to JSON."""


@php_class("UnitEnum", kind="interface")
class UnitEnum(PhpObject):
    """Every enumeration."""

    @staticmethod
    @method(static=True)
    def cases(called: PhpClass) -> PhpArray:
        """Generate a list of cases on an enum."""
        raise NotImplementedError


@php_class("BackedEnum", kind="interface", interfaces=("UnitEnum",))
class BackedEnum(PhpObject):
    """Every enumeration whose cases have values."""

    @staticmethod
    @method(name="from", static=True)
    def from_(called: PhpClass, value: int | PhpString) -> Annotated[PhpObject, "static"]:
        """Map a scalar to an enum instance."""
        raise NotImplementedError

    @staticmethod
    @method(name="tryFrom", static=True)
    def try_from(called: PhpClass, value: int | PhpString) -> Annotated[PhpObject, "static"] | None:
        """Map a scalar to an enum instance or null."""


@php_class("stdClass", dynamic_properties=True)
class StdClass(PhpObject):
    """A generic empty class with dynamic properties."""


@php_class("__PHP_Incomplete_Class", final=True, dynamic_properties=True, extension="standard")
class IncompleteClass(PhpObject):
    """What unserialize() makes of an object whose class is not there."""


# ---------------------------------------------------------------- exceptions


@php_class("Throwable", kind="interface", interfaces=("Stringable",))
class Throwable(PhpObject):
    """What can be thrown."""

    @method
    def getMessage(self) -> PhpString:
        """Get the message."""
        raise NotImplementedError

    @method
    def getCode(self) -> Untyped:
        """Get the code."""

    @method
    def getFile(self) -> PhpString:
        """Get the file in which the object was created."""
        raise NotImplementedError

    @method
    def getLine(self) -> int:
        """Get the line on which the object was instantiated."""
        raise NotImplementedError

    @method
    def getTrace(self) -> PhpArray:
        """Get the stack trace."""
        raise NotImplementedError

    @method
    def getPrevious(self) -> Annotated[PhpObject, "Throwable"] | None:
        """Return the previous Throwable."""

    @method
    def getTraceAsString(self) -> PhpString:
        """Get a string representation of the stack trace."""
        raise NotImplementedError


_PROPERTIES = (
    ("message", "protected", ""), ("string", "private", "", "string"), ("code", "protected", 0),
    ("file", "protected", "", "string"), ("line", "protected", 0, "int"), ("trace", "private", PhpArray(), "array"),
    ("previous", "private", None, "?Throwable"),
)  # fmt: skip


class _Thrown(PhpObject):
    """What Exception and Error share."""

    is_uncloneable = True

    _previous: Any = None

    def initialize_native(self) -> None:
        """Give a new object its place."""
        locate(self)

    @method(name="__clone", visibility="private")
    def clone(self) -> None:
        """Refuse to be cloned."""

    @method(name="__construct")
    def construct(
        self, message: PhpString = "", code: int = 0, previous: Annotated[PhpObject, "Throwable"] | None = None
    ) -> None:
        """Construct the exception."""
        storage = self.__dict__
        # What is not given leaves the default that a subclass may have declared.
        if message:
            storage["g_message"] = message
        if code:
            storage["g_code"] = code
        if previous is not None:
            storage["_previous"] = previous

    @method(name="__wakeup")
    def wakeup(self) -> None:
        """Take what unserialize() gave as the exception's own."""
        storage = self.__dict__
        settle(self)
        storage["_frames"] = []

    @method(final=True)
    def getMessage(self) -> PhpString:
        """Get the exception message."""
        return _text(self.__dict__.get("g_message", ""))

    @method(final=True)
    def getCode(self) -> Untyped:
        """Get the exception code."""
        return self.__dict__.get("g_code", 0)

    @method(final=True)
    def getFile(self) -> PhpString:
        """Get the file in which the exception was created."""
        settle(self)
        return _text(self.__dict__.get("g_file", ""))

    @method(final=True)
    def getLine(self) -> int:
        """Get the line in which the exception was created."""
        settle(self)
        return self.__dict__.get("g_line", 0)  # type: ignore[no-any-return]

    @method(final=True)
    def getTrace(self) -> PhpArray:
        """Get the stack trace."""
        return trace_array(self)  # type: ignore[no-any-return]

    @method(final=True)
    def getPrevious(self) -> Annotated[PhpObject, "Throwable"] | None:
        """Return the previous Throwable."""
        return previous_of(self)  # type: ignore[no-any-return]

    @method(final=True)
    def getTraceAsString(self) -> PhpString:
        """Get the stack trace as a string."""
        return trace_text(self)

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """String representation of the exception."""
        text = describe(self)
        self.__dict__[private_slot(self, "string")] = text
        return text

    def property_items(self) -> Any:
        """The properties, with the trace and the previous exception where PHP keeps them."""
        items = []
        for name, visibility, declaring, value in PhpObject.property_items(self):
            if name == "trace" and visibility == "private":
                value = trace_array(self)
            elif name == "previous" and visibility == "private":
                value = previous_of(self)
            items.append((name, visibility, declaring, value))
        return items


def _text(value: Any) -> str:
    from engine.runtime.conversions import to_string

    return to_string(value)


@php_class("Exception", interfaces=("Throwable",), properties=_PROPERTIES)
class ExceptionClass(_Thrown):
    """The base of all exceptions that scripts throw."""


@php_class("Error", interfaces=("Throwable",), properties=_PROPERTIES)
class ErrorClass(_Thrown):
    """The base of all errors that the engine throws."""


for _base in (ExceptionClass, ErrorClass):
    for _name, _value in vars(_Thrown).items():
        if hasattr(_value, "php_method"):
            setattr(_base, _name, _value)


@php_class("ErrorException", parent="Exception", properties=(("severity", "protected", 1, "int"),))
class ErrorException(ExceptionClass):
    """An error as an exception."""

    @method(name="__construct")
    def construct(  # type: ignore[override]
        self, message: PhpString = "", code: int = 0, severity: int = E_ERROR, filename: PhpString | None = None,
        line: int | None = None, previous: Annotated[PhpObject, "Throwable"] | None = None,
    ) -> None:  # fmt: skip
        """Construct the exception."""
        storage = self.__dict__
        storage.update(g_message=message, g_code=code, g_severity=severity)
        if filename is not None:
            storage["g_file"] = filename
            storage["g_line"] = 0 if line is None else line
        elif line is not None:
            storage["g_line"] = line
        if previous is not None:
            storage["_previous"] = previous

    @method(final=True)
    def getSeverity(self) -> int:
        """Get the exception severity."""
        return self.__dict__.get("g_severity", 1)  # type: ignore[no-any-return]


def _subclass(name: str, parent: str, base: type) -> type:
    made = type(name, (base,), {"__doc__": f"{name}.", "__module__": __name__})
    extension = _OTHER_EXTENSIONS.get(name)
    return php_class(name, parent=parent, extension=extension)(made)


_ERRORS = (
    ("CompileError", "Error"), ("ParseError", "CompileError"), ("TypeError", "Error"), ("ValueError", "Error"),
    ("ArithmeticError", "Error"), ("DivisionByZeroError", "ArithmeticError"), ("ArgumentCountError", "TypeError"),
    ("AssertionError", "Error"), ("UnhandledMatchError", "Error"), ("RequestParseBodyException", "Exception"),
    ("JsonException", "Exception"), ("ClosedGeneratorException", "Exception"),
)  # fmt: skip

_OTHER_EXTENSIONS = {"AssertionError": "standard", "JsonException": "json"}


def _error_classes() -> tuple[type, ...]:
    made: dict[str, type] = {"Error": ErrorClass, "Exception": ExceptionClass}
    for name, parent in _ERRORS:
        made[name] = _subclass(name, parent, made[parent])
    return tuple(made[name] for name, _parent in _ERRORS)


@php_class("FiberError", parent="Error", final=True)
class FiberError(ErrorClass):
    """What fibers throw."""

    @method(name="__construct")
    def construct(self) -> None:  # type: ignore[override]
        """Refuse to be called."""
        text = 'The "FiberError" class is reserved for internal use and cannot be manually instantiated'
        raise throw_error("Error", text)


# ---------------------------------------------------------------- Closure and Generator


@php_class("Closure", final=True, dynamic_properties=False)
class ClosureClass(ClosureObject):
    """Anonymous functions."""

    @method(name="__construct", visibility="private")
    def construct(self) -> None:
        """Refuse to be constructed."""

    @staticmethod
    @method(static=True)
    def bind(
        called: PhpClass, closure: Annotated[PhpObject, "Closure"], newThis: PhpObject | None,
        newScope: PhpObject | PhpString | None = "static",
    ) -> Annotated[PhpObject, "Closure"] | None:  # fmt: skip
        """Duplicate a closure with a specific bound object and class scope."""
        return bind_closure(closure, newThis, newScope)

    @method
    def bindTo(
        self, newThis: PhpObject | None, newScope: PhpObject | PhpString | None = "static"
    ) -> Annotated[PhpObject, "Closure"] | None:
        """Duplicate the closure with a new bound object and class scope."""
        return bind_closure(self, newThis, newScope)

    @method
    def call(self, newThis: PhpObject, *args: Value) -> Value:
        """Bind and call the closure."""
        bound: Any = bind_closure(self, newThis, newThis)
        return None if bound is None else bound(*args)

    @staticmethod
    @method(static=True, shown_types={"callback": "callable"})
    def fromCallable(called: PhpClass, callback: Untyped) -> Annotated[PhpObject, "Closure"]:
        """Convert a callable into a closure."""
        from engine.runtime.functions import find_callable

        why: list[str] = []
        found = find_callable(callback, why)
        if found is None:
            raise throw_error("TypeError", f"Failed to create closure from callable: {why[-1] if why else ''}")
        return closure_from_callable(found)  # type: ignore[no-any-return]

    @method(name="__invoke")
    def invoke(self, *args: Value) -> Value:
        """Call the closure."""
        value: Value = self(*args)
        return value


def bind_closure(closure: Any, this: Any, scope: Any) -> PhpObject | None:
    """A copy of `closure` with another `$this` and class."""
    from engine.runtime.classes import lookup_class

    php_scope = closure.scope
    if isinstance(scope, PhpObject):
        php_scope = scope.php_class
    elif scope is None:
        php_scope = None
    elif scope != "static":
        php_scope = lookup_class(scope)
        if php_scope is None:
            ctx.warning(f'Class "{printed(scope)}" not found')
            return None
    if this is not None and closure.info.is_static:
        ctx.warning("Cannot bind an instance to a static closure")
        return None
    if closure.is_fake and this is None and closure.this is not None:
        ctx.warning("Cannot unbind $this of method")
        return None
    if closure.is_fake and this is not None and closure.scope is not None and \
            closure.scope.lower_name not in this.ancestors:  # fmt: skip
        ctx.warning(
            f"Cannot bind method {closure.scope.name}::{closure.info.name}() to object of class {this.php_class.name}"
        )
        return None
    if not closure.is_fake and this is None and closure.this is not None and closure.info.declared.uses_this():
        ctx.warning("Cannot unbind $this of closure using $this")
        return None
    if php_scope is not None and php_scope.is_internal and php_scope is not closure.scope:
        ctx.warning(f"Cannot bind closure to scope of internal class {php_scope.name}")
        return None
    if closure.is_fake and php_scope is not closure.scope:
        kind = "method" if closure.scope is not None else "function"
        ctx.warning(f"Cannot rebind scope of closure created from {kind}")
        return None
    made = make_closure(closure.fn, closure.info, closure.captured, this, php_scope, None)
    made.is_fake = closure.is_fake
    made.called = php_scope
    made.statics = dict(getattr(closure, "statics", {}))
    if this is not None and php_scope is None and not closure.is_fake:
        made.scope = closure_class()
    return made


def closure_class() -> Any:
    """The class that code of a closure bound to an object has when it has none else."""
    from engine.runtime.functions import closure_class as find

    return find()


@php_class("Generator", final=True, interfaces=("Iterator",), dynamic_properties=False)
class GeneratorClass(GeneratorObject):
    """What calling a generator function gives."""

    refuse_new = 'The "Generator" class is reserved for internal use and cannot be manually instantiated'

    @method
    def rewind(self) -> None:
        """Rewind the iterator."""
        self.rewind_to_start()

    @method
    def valid(self) -> bool:
        """Check if the iterator has been closed."""
        self.start()
        self.sync()
        return not self._finished

    @method
    def current(self) -> Value:
        """Get the yielded value."""
        self.start()
        return self.current_value()  # type: ignore[no-any-return]

    @method
    def key(self) -> Value:
        """Get the yielded key."""
        self.start()
        self.sync()
        return self._key  # type: ignore[no-any-return]

    @method
    def next(self) -> None:
        """Resume execution of the generator."""
        self.move()

    @method
    def send(self, value: Value) -> Value:
        """Send a value to the generator."""
        return self.send_value(value)  # type: ignore[no-any-return]

    @method(name="throw")
    def throw_(self, exception: Annotated[PhpObject, "Throwable"]) -> Value:
        """Throw an exception into the generator."""
        return self.throw_in(exception)  # type: ignore[no-any-return]

    @method
    def getReturn(self) -> Value:
        """Get the return value of a generator."""
        return self.return_value()  # type: ignore[no-any-return]

    @method(name="__debugInfo")
    def debug_info(self) -> PhpArray:
        """Return the name of the function."""
        return PhpArray.from_items([("function", self._info.display_name)])


# ---------------------------------------------------------------- attributes


@php_class("Attribute", final=True, properties=(("flags", "public", 0, "int", ("uninitialized",)),))
class Attribute(PhpObject):
    """Marks a class as an attribute."""

    TARGET_CLASS: PhpConst[int] = 1
    TARGET_FUNCTION: PhpConst[int] = 2
    TARGET_METHOD: PhpConst[int] = 4
    TARGET_PROPERTY: PhpConst[int] = 8
    TARGET_CLASS_CONSTANT: PhpConst[int] = 16
    TARGET_PARAMETER: PhpConst[int] = 32
    TARGET_ALL: PhpConst[int] = 63
    IS_REPEATABLE: PhpConst[int] = 64

    @method(name="__construct")
    def construct(self, flags: int = TARGET_ALL) -> None:
        """Construct a new Attribute instance."""
        self.__dict__["p_flags"] = flags


@php_class("AllowDynamicProperties", final=True)
class AllowDynamicProperties(PhpObject):
    """Marks a class that may have dynamic properties."""

    @method(name="__construct")
    def construct(self) -> None:
        """Construct a new AllowDynamicProperties attribute instance."""


@php_class("ReturnTypeWillChange", final=True)
class ReturnTypeWillChange(PhpObject):
    """Silences the deprecation of a missing return type."""

    @method(name="__construct")
    def construct(self) -> None:
        """Construct a new ReturnTypeWillChange attribute instance."""


@php_class("Override", final=True)
class Override(PhpObject):
    """Marks a method that must override another."""

    @method(name="__construct")
    def construct(self) -> None:
        """Construct a new Override attribute instance."""


@php_class("SensitiveParameter", final=True)
class SensitiveParameter(PhpObject):
    """Marks a parameter that stack traces must not show."""

    @method(name="__construct")
    def construct(self) -> None:
        """Construct a new SensitiveParameter attribute instance."""


@php_class("SensitiveParameterValue", final=True, dynamic_properties=False,
           properties=(("value", "private", None, "mixed", ("uninitialized", "is_readonly")),))  # fmt: skip
class SensitiveParameterValue(PhpObject):
    """Holds an argument that stack traces must not show."""

    @method(name="__construct")
    def construct(self, value: Value) -> None:
        """Construct a new SensitiveParameterValue object."""
        attribute = self.php_class.properties["value"].attribute
        if attribute in self.__dict__:
            raise throw_error("Error", "Cannot modify readonly property SensitiveParameterValue::$value")
        self.__dict__[attribute] = share_value(value)

    @method
    def getValue(self) -> Value:
        """Return the sensitive value."""
        return share_value(self.__dict__[self.php_class.properties["value"].attribute])

    @method(name="__debugInfo")
    def debug_info(self) -> PhpArray:
        """Protect the sensitive value against accidental exposure."""
        return PhpArray()

    @staticmethod
    def to_array_hook(_target: Any) -> PhpArray:
        """`(array) $object` protects it too."""
        return PhpArray()

    def export_items(self) -> Any:
        """So does var_export()."""
        return []


@php_class("Deprecated", final=True, properties=(
    ("message", "public", None, "?string", ("uninitialized", "is_readonly")),
    ("since", "public", None, "?string", ("uninitialized", "is_readonly"))))  # fmt: skip
class Deprecated(PhpObject):
    """Marks what is deprecated."""

    @method(name="__construct")
    def construct(self, message: PhpString | None = None, since: PhpString | None = None) -> None:
        """Construct a new Deprecated attribute instance."""
        if "p_message" in self.__dict__:
            raise throw_error("Error", "Cannot modify readonly property Deprecated::$message")
        self.__dict__.update(p_message=message, p_since=since)


CLASSES = (
    Traversable, Iterator, IteratorAggregate, ArrayAccess, Countable, Serializable, Stringable, JsonSerializable,
    UnitEnum,
    BackedEnum, StdClass, IncompleteClass, Throwable, ExceptionClass, ErrorClass, ErrorException, *_error_classes(),
    FiberError,
    ClosureClass, GeneratorClass, Attribute, AllowDynamicProperties, ReturnTypeWillChange, Override, SensitiveParameter,
    SensitiveParameterValue,
    Deprecated,
)  # fmt: skip
