"""Library: the functions, constants and classes of a set of chapters. Built once, before forking; never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, Iterable, List, Optional, Set

from engine.builtin.binding import BuiltinFunction
from engine.builtin.declare import Declaration
from engine.builtin.signature import SignatureError, check_declaration, names_references, php_name

if TYPE_CHECKING:
    from types import ModuleType


class Library:
    """What scripts may call. A restricted script gets a Library of fewer chapters."""

    def __init__(self, chapters: Iterable[ModuleType]) -> None:
        """Collect what the chapters declare; raises SignatureError for what is declared wrongly or twice."""
        self.functions: Dict[str, BuiltinFunction] = {}
        self.constants: Dict[str, Any] = {}
        # The extension of each constant, for reflection and get_defined_constants().
        self.constant_extensions: Dict[str, str] = {}
        # Constants whose reading PHP deprecates.
        self.deprecated_constants: Set[str] = set()
        self.classes: Dict[str, Any] = {}
        # The builtin methods of each name, in lower case, that take an argument by reference.
        self.by_ref_methods: Dict[str, List[BuiltinFunction]] = {}
        self.extensions: List[str] = []
        for chapter in chapters:
            self._add_chapter(chapter)

    def find_function(self, lower_name: str) -> Optional[BuiltinFunction]:
        """The function of this name in lower case, or None."""
        return self.functions.get(lower_name)

    def find_class(self, lower_name: str) -> Any:
        """The builtin class of this name in lower case, or None."""
        return self.classes.get(lower_name)

    def bind_all(self) -> None:
        """Make every entry point now, so that children forked later share them."""
        for function in self.functions.values():
            function.entry  # noqa: B018 - the property makes it

    def _add_chapter(self, chapter: ModuleType) -> None:
        self.add_functions(chapter)
        for php_class in getattr(chapter, "CLASSES", ()):
            self.add_class(php_class)

    def add_functions(self, chapter: ModuleType) -> None:
        """Take in a chapter's functions and constants."""
        extension = getattr(chapter, "EXTENSION", "standard")
        if extension not in self.extensions:
            self.extensions.append(extension)
        # Functions and constants that PHP counts to another extension than their chapter's.
        others: Dict[str, str] = getattr(chapter, "OTHER_EXTENSIONS", {})
        for name, value in vars(chapter).items():
            declaration = getattr(value, "php", None)
            if type(declaration) is Declaration and value.__module__ == chapter.__name__:
                self._add_function(name, value, declaration, others.get(php_name(name), extension))
        self.deprecated_constants.update(getattr(chapter, "DEPRECATED_CONSTANTS", ()))
        for name, annotation in getattr(chapter, "__annotations__", {}).items():
            if str(annotation).startswith("PhpConst"):
                self._add_constant(php_name(name), getattr(chapter, name), others.get(name, extension))

    def _add_function(
        self, name: str, implementation: Callable[..., Any], declaration: Declaration, extension: str
    ) -> None:
        check_declaration(implementation, declaration.effect)
        for spelled in (declaration.name or php_name(name), *declaration.aliases):
            lowered = spelled.lower()
            if lowered in self.functions:
                raise SignatureError(f"{spelled}() is declared twice")
            self.functions[lowered] = BuiltinFunction(spelled, implementation, declaration, extension)

    def _add_constant(self, name: str, value: Any, extension: str) -> None:
        if name in self.constants:
            raise SignatureError(f"the constant {name} is declared twice")
        self.constants[name] = value
        self.constant_extensions[name] = extension

    def add_class(self, php_class: Any) -> None:
        """Take a builtin class in: anything with PhpClass's `name`."""
        lowered = php_class.name.lower()
        if lowered in self.classes:
            raise SignatureError(f"the class {php_class.name} is declared twice")
        self.classes[lowered] = php_class
        for method in getattr(php_class, "methods", {}).values():
            if method.declaring is php_class and names_references(method.info.implementation):
                self.by_ref_methods.setdefault(method.lower_name, []).append(method.info)
