"""ReflectionExtension: the parts of PHP as far as they are ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List

from engine.builtin.classes import method, php_class
from engine.runtime.arrays import PhpArray, share_value
from engine.runtime.context import ctx
from engine.runtime.deprecated_constants import DeprecatedConstant
from engine.runtime.version import PHP_VERSION
from engine.stdlib.reflection.functions import NAME
from engine.stdlib.reflection.subjects import FunctionSubject, Reflecting, make, reflect_class, reflection_error

if TYPE_CHECKING:
    from engine.runtime.values import PhpString


@php_class("ReflectionExtension", interfaces=("Stringable", "Reflector"), properties=(NAME,))
class ReflectionExtension(Reflecting):
    """An extension."""

    @method(name="__clone", visibility="private")
    def clone(self) -> None:
        """Refuse to be cloned."""

    @method(name="__construct")
    def construct(self, name: PhpString) -> None:
        """Constructs a ReflectionExtension."""
        found = next((known for known in _extensions() if known.lower() == name.lower()), None)
        if found is None:
            raise reflection_error(f'Extension "{name}" does not exist')
        self.describe_as(found, found)

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """To string."""
        name = self.subject()
        number = _extensions().index(name) + 1
        return f"Extension [ <persistent> extension #{number} {name} version {PHP_VERSION} ] {{\n}}\n"

    @method
    def getName(self) -> PhpString:
        """Gets extension name."""
        return self.subject()  # type: ignore[no-any-return]

    @method
    def getVersion(self) -> PhpString | None:
        """Gets extension version."""
        self.subject()
        return PHP_VERSION

    @method
    def getFunctions(self) -> PhpArray:
        """Gets extension functions."""
        result = PhpArray()
        for builtin in ctx.library.functions.values():
            if builtin.extension == self.subject():
                subject = FunctionSubject(builtin.name, builtin)
                result.set(builtin.name, make("ReflectionFunction", subject, builtin.name))
        return result

    @method
    def getConstants(self) -> PhpArray:
        """Gets constants."""
        result = PhpArray()
        for name, extension in ctx.library.constant_extensions.items():
            if extension == self.subject():
                value = ctx.library.constants[name]
                if isinstance(value, DeprecatedConstant):
                    value = value.value
                result.set(name, share_value(value() if callable(value) else value))
        return result

    @method
    def getINIEntries(self) -> PhpArray:
        """Gets extension ini entries."""
        self.subject()
        return PhpArray()

    @method
    def getClasses(self) -> PhpArray:
        """Gets classes."""
        result = PhpArray()
        for found in _classes_of(self.subject()):
            result.set(found.name, reflect_class(found))
        return result

    @method
    def getClassNames(self) -> PhpArray:
        """Gets class names."""
        return PhpArray([found.name for found in _classes_of(self.subject())])

    @method
    def getDependencies(self) -> PhpArray:
        """Gets dependencies."""
        self.subject()
        return PhpArray()

    @method
    def info(self) -> None:
        """Print extension info."""
        ctx.echo(f"\n{self.subject()}\n\n")

    @method
    def isPersistent(self) -> bool:
        """Returns whether this extension is persistent."""
        self.subject()
        return True

    @method
    def isTemporary(self) -> bool:
        """Returns whether this extension is temporary."""
        self.subject()
        return False


@php_class("ReflectionZendExtension", interfaces=("Stringable", "Reflector"), properties=(NAME,))
class ReflectionZendExtension(Reflecting):
    """An extension of PHP's own engine: there is none."""

    @method(name="__clone", visibility="private")
    def clone(self) -> None:
        """Refuse to be cloned."""

    @method(name="__construct")
    def construct(self, name: PhpString) -> None:
        """Constructs a ReflectionZendExtension object."""
        raise reflection_error(f'Zend Extension "{name}" does not exist')

    @method(name="__toString")
    def to_string(self) -> PhpString:
        """To string handler."""
        return str(self.subject())

    @method
    def getName(self) -> PhpString:
        """Gets name."""
        return str(self.subject())

    @method
    def getVersion(self) -> PhpString:
        """Gets version."""
        return str(self.subject())

    @method
    def getAuthor(self) -> PhpString:
        """Gets author."""
        return str(self.subject())

    @method
    def getURL(self) -> PhpString:
        """Gets URL."""
        return str(self.subject())

    @method
    def getCopyright(self) -> PhpString:
        """Gets copyright."""
        return str(self.subject())


def _extensions() -> List[str]:
    found = list(ctx.library.extensions)
    for php_class_ in ctx.library.classes.values():
        if php_class_.extension is not None and php_class_.extension not in found:
            found.append(php_class_.extension)
    return found


def _classes_of(name: str) -> List[Any]:
    return [found for found in ctx.library.classes.values() if found.extension == name]


CLASSES = (ReflectionExtension, ReflectionZendExtension)
