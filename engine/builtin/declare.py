"""What a chapter needs to declare PHP functions. The decorators only mark; importing a chapter does nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, Generic, Optional, Protocol, Tuple, TypeVar, Union, overload

from engine.runtime.references import Ref
from engine.runtime.references import T as RefT

if TYPE_CHECKING:
    from engine.runtime.values import Value

Function = TypeVar("Function", bound=Callable[..., Any])
T = TypeVar("T")

# Annotates what takes any value and shows no type, not even `mixed`: `array_key_exists($key, array $array)`.
Untyped = Any

# Annotates a string in which PHP refuses null bytes: the name of a file, a command, whatever C reads.
Path = str

PURE = "pure"
CONTEXTUAL = "contextual"
VOLATILE = "volatile"


class Declaration:
    """What a decorator says about a function: it is the function's attribute `php`."""

    __slots__ = (
        "aliases",
        "deprecated",
        "effect",
        "least",
        "name",
        "overloaded",
        "sensitive",
        "shown",
        "shown_required",
        "shown_types",
        "text_before_last",
        "untraced",
    )

    def __init__(
        self,
        effect: str,
        aliases: Tuple[str, ...],
        deprecated: Optional[str],
        name: Optional[str],
        sensitive: Tuple[str, ...] = (),
        *,
        untraced: bool = False,
        least: int = 0,
        overloaded: Optional[str] = None,
        shown: Optional[Dict[str, Any]] = None,
        shown_types: Optional[Dict[str, str]] = None,
        shown_required: Optional[int] = None,
        text_before_last: Optional[str] = None,
    ) -> None:
        self.shown = shown or {}
        self.shown_types = shown_types or {}
        self.shown_required = shown_required
        self.least = least
        self.overloaded = overloaded
        self.text_before_last = text_before_last or overloaded
        self.sensitive = sensitive
        self.untraced = untraced
        self.effect = effect
        self.aliases = aliases
        self.deprecated = deprecated
        self.name = name


class _Effect:
    """One of the decorators, used bare or with options."""

    def __init__(self, effect: str) -> None:
        self._effect = effect

    @overload
    def __call__(self, function: Function) -> Function: ...

    @overload
    def __call__(
        self,
        function: None = None,
        *,
        aliases: Tuple[str, ...] = (),
        deprecated: Optional[str] = None,
        name: Optional[str] = None,
        sensitive: Tuple[str, ...] = (),
        untraced: bool = False,
        least: int = 0,
        overloaded: Optional[str] = None,
        shown: Optional[Dict[str, Any]] = None,
        shown_types: Optional[Dict[str, str]] = None,
        shown_required: Optional[int] = None,
        text_before_last: Optional[str] = None,
    ) -> Callable[[Function], Function]: ...

    def __call__(
        self,
        function: Optional[Any] = None,
        *,
        aliases: Tuple[str, ...] = (),
        deprecated: Optional[str] = None,
        name: Optional[str] = None,
        sensitive: Tuple[str, ...] = (),
        untraced: bool = False,
        least: int = 0,
        overloaded: Optional[str] = None,
        shown: Optional[Dict[str, Any]] = None,
        shown_types: Optional[Dict[str, str]] = None,
        shown_required: Optional[int] = None,
        text_before_last: Optional[str] = None,
    ) -> Any:
        """Mark a PHP function. `deprecated` goes on after "is deprecated since"; `name` is what Python cannot spell.

        Arguments for the parameters that are `sensitive` are hidden from stack traces. A function that is `untraced`
        is compiled by PyPy once, and not again in all that call it: right for what takes microseconds, as a call
        then costs 0.3 more. `least` is how many arguments a call must have where the signature asks for fewer.
        Where the last argument is missing, the one of the parameter named by `overloaded` has to be an array; where it
        is given, a string. `text_before_last` says only the latter, and leaves the former to the function.
        `shown` has the defaults, as PHP knows them, of parameters for which the function itself gets MISSING.
        `shown_types` has what reflection says of parameters whose arguments the function itself looks at, and
        `shown_required` how many it says are required where the function itself counts them.
        """
        declaration = Declaration(
            self._effect,
            aliases,
            deprecated,
            name,
            sensitive,
            untraced=untraced,
            least=least,
            overloaded=overloaded,
            shown=shown,
            shown_types=shown_types,
            shown_required=shown_required,
            text_before_last=text_before_last,
        )

        def mark(marked: Any) -> Any:
            marked.php = declaration
            marked.php_effect = declaration.effect
            return marked

        return mark if function is None else mark(function)


pure = _Effect(PURE)
contextual = _Effect(CONTEXTUAL)
volatile = _Effect(VOLATILE)


if TYPE_CHECKING:
    from typing_extensions import Annotated

    # `NAME: PhpConst[int] = 1` at the top of a chapter declares a PHP constant, which is an int to Python.
    PhpConst = Annotated[T, "a PHP constant"]
else:

    class PhpConst(Generic[T]):
        """`NAME: PhpConst[int] = 1` at the top of a chapter declares a PHP constant. Only the annotation is read."""


class PreferRef(Ref[RefT]):
    """As `Ref`, but any value will do where the argument is no variable (array_multisort)."""


class Resource:
    """Annotates a PHP resource: an object of ours whose class says `is_php_resource`."""


class CaseDefault:
    """A default that is an enumeration's case, or a class's constant; who gets it was not given the argument."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


class _Cases:
    # Any, because it is the default of parameters annotated with the enumeration.
    def __getitem__(self, name: str) -> Any:
        return CaseDefault(name)


# `= Case["RoundingMode::HalfAwayFromZero"]` is a CaseDefault.
Case = _Cases()


class Callback(Protocol):
    """A resolved PHP callable."""

    def __call__(self, *values: Any) -> Value:
        """Call it; pass a Ref where `by_ref` says so."""

    def by_ref(self, position: int) -> bool:
        """Whether the parameter at `position`, from 0, is taken by reference."""


class BadArgumentError(Exception):
    """An argument PHP refuses: "func(): Argument #N ($parameter) " and `message`, as a ValueError or `error`.

    `parameter` is its name, or for one of a variadic parameter the position PHP counts it at, from 1.
    """

    def __init__(self, parameter: Union[str, int], message: str, error: str = "ValueError") -> None:
        super().__init__(parameter, message, error)
        self.parameter = parameter
        self.message = message
        self.error = error
