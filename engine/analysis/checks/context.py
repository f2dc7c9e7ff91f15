"""Where in the script a check stands: namespace and imports, class, function, loops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, NoReturn, Optional, Set, Tuple, Union

from engine.errors import CompileError
from engine.runtime.support.symbol_tables import SUPERGLOBALS as SUPERGLOBAL_ARRAYS
from engine.syntax import nodes
from engine.syntax.visitor import children

if TYPE_CHECKING:
    from engine.analysis.checks.inheritance import Linked
    from engine.analysis.checks.types import Type

Function = Union[
    nodes.FunctionDeclaration, nodes.MethodDeclaration, nodes.Closure, nodes.ArrowFunction, nodes.PropertyHook
]

WARNING, DEPRECATED = 2, 8192

SUPERGLOBALS = SUPERGLOBAL_ARRAYS | {"GLOBALS"}

RESERVED_CLASS_NAMES = frozenset(
    (
        "bool",
        "false",
        "float",
        "int",
        "iterable",
        "mixed",
        "never",
        "null",
        "object",
        "parent",
        "self",
        "static",
        "string",
        "true",
        "void",
    )
)


class FunctionScope:
    """What is known about the function being checked; the script itself is one with `node` None."""

    def __init__(self, node: Optional[Function]) -> None:
        self.node = node
        self.return_type: Optional[Type] = None
        # Each breakable structure and each `finally` around the current statement, outermost first.
        self.blocks: List[nodes.Node] = []
        self.labels: Dict[str, Tuple[nodes.Node, ...]] = {}
        self.jumps: List[Tuple[nodes.Goto, Tuple[nodes.Node, ...]]] = []
        self.static_variables: Set[str] = set()
        self._is_generator: Optional[bool] = None

    @property
    def is_generator(self) -> bool:
        """Whether a `yield` belongs to this function."""
        if self._is_generator is None:
            self._is_generator = self.node is not None and _yields(self.node)
        return self._is_generator


def _yields(function: nodes.Node) -> bool:
    inner = (nodes.FunctionDeclaration, nodes.ClassDeclaration, nodes.Closure, nodes.ArrowFunction)
    stack = children(function)
    while stack:
        node = stack.pop()
        if isinstance(node, (nodes.Yield, nodes.YieldFrom)):
            return True
        if not isinstance(node, inner):
            stack += children(node)
    return False


class Context:
    """The state of one pass over a script."""

    def __init__(self, script: nodes.Script, filename: str) -> None:
        self.script = script
        self.filename = filename
        self.namespace: Optional[str] = None
        self.has_braced_namespaces = False
        self.imports: Dict[str, Dict[str, str]] = {"class": {}, "function": {}, "const": {}}
        # Names declared so far, whole and in lower case (constants as they are).
        self.declared: Dict[str, Set[str]] = {"class": set(), "function": set(), "const": set()}
        self.classes: List[nodes.ClassDeclaration] = []
        self.class_names: Dict[int, str] = {}
        self.functions: List[FunctionScope] = [FunctionScope(None)]
        # `$a[]` is fine where something is put into it; these are the nodes, by identity, that are.
        self.written: Set[int] = set()
        self.targets: Set[int] = set()
        # Names in constant expressions are looked up when these are evaluated.
        self.constant_names: Set[int] = set()
        # Name and type of the property that a hook, by identity, belongs to.
        self.hooked_properties: Dict[int, Tuple[str, Optional[nodes.TypeNode]]] = {}
        # Function and class declarations that are made as soon as the script is compiled, and those compiled so far.
        self.top_level: Set[int] = set()
        self.linked: Dict[str, Linked] = {}
        self.known_functions: Dict[str, nodes.FunctionDeclaration] = {}
        # Type names, by identity, that were taken for builtin ones.
        self.confused: Set[int] = set()
        # What PHP says although it goes on: level, message, line.
        self.notices: List[Tuple[int, str, int]] = []

    def warn(self, message: str, line: int) -> None:
        """Note a warning."""
        self.notices.append((WARNING, message, line))

    def deprecate(self, message: str, line: int) -> None:
        """Note a deprecation."""
        self.notices.append((DEPRECATED, message, line))

    @property
    def function(self) -> FunctionScope:
        """The innermost function."""
        return self.functions[-1]

    @property
    def current_class(self) -> nodes.ClassDeclaration:
        """The innermost class, for checks of its members."""
        return self.classes[-1]

    @property
    def class_(self) -> Optional[nodes.ClassDeclaration]:
        """The innermost class."""
        return self.classes[-1] if self.classes else None

    @property
    def class_name(self) -> str:
        """Name of the innermost class, as messages say it."""
        class_ = self.class_
        if class_ is None:
            return ""
        return "class@anonymous" if class_.name is None else self.qualified(class_.name)

    def qualified(self, name: str) -> str:
        """A declared name with the namespace before it."""
        return f"{self.namespace}\\{name}" if self.namespace else name

    def resolved_class(self, name: nodes.Name) -> str:
        """The whole name of a class as written."""
        if name.kind == "fully":
            return name.text
        if name.kind == "relative":
            return self.qualified(name.text)
        first, _, rest = name.text.partition("\\")
        imported = self.imports["class"].get(first.lower())
        if imported is not None:
            return imported + "\\" + rest if rest else imported
        if name.kind == "unqualified" and name.text.lower() in ("self", "parent", "static"):
            return name.text
        return self.qualified(name.text)


def fatal(message: str, line: int) -> NoReturn:
    """Refuse the script."""
    raise CompileError(message, line)
