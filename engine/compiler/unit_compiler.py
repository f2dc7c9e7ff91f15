"""Files to Units: collects what a file declares and compiles each function when it is first called."""

from __future__ import annotations

import itertools
import types
from typing import Any, Callable, ClassVar, Dict, List, Optional, Tuple

from engine.analysis.checks.context import SUPERGLOBALS
from engine.analysis.names import Names, namespace_blocks
from engine.analysis.notices import parameters_give_notice
from engine.analysis.scopes import analyze_variables
from engine.analysis.ticks import ticking_statements
from engine.compiler import (
    array_literals,
    assignments,
    classes,
    closures,
    control_structures,
    exceptions,
    functions,
    generators,
    goto,
    includes,
    operators,
    presence,
    reading,
    references,
    returns,
    scopes,
)  # fmt: skip
from engine.compiler.class_compiler import ClassPrototype
from engine.compiler.compiler import FunctionCompiler
from engine.compiler.emit import quote, tail, variable
from engine.compiler.function_bodies import DeclaredFunction, in_order_of_appearance, insert_initial
from engine.compiler.records import record_maker
from engine.compiler.runtime_names import NAMES
from engine.compiler.type_nodes import make_type
from engine.errors import CompileError
from engine.runtime.classes import require_class
from engine.runtime.functions import FunctionInfo, ParameterInfo
from engine.runtime.types import PhpType
from engine.runtime.unit import CodeInfo, Unit
from engine.syntax import nodes
from engine.syntax.visitor import children

FUNCTION_NODES = (nodes.FunctionDeclaration, nodes.MethodDeclaration, nodes.Closure, nodes.ArrowFunction)

CHAPTERS = (
    array_literals, assignments, classes, closures, control_structures, exceptions, functions, generators, goto,
    includes, operators, presence, reading, references, returns, scopes,
)  # fmt: skip

_numbers = itertools.count(1)


class FileFacts:
    """What the whole of a file tells about its parts."""

    def __init__(self) -> None:
        self.global_names: set[str] = set()
        self.reaches_globals = False
        self.has_notices = False
        self.by_ref_methods: Dict[str, List[Any]] = {}
        # An output buffer that passes its content on as soon as it is so long shows how often something is written.
        self.sees_each_write = False


class UnitCompiler:
    """Compiles one file."""

    # Is given each text before Python compiles it; for tests and for looking at what is emitted.
    listener: ClassVar[Optional[Callable[[str], None]]] = None

    def __init__(self, library: Any, context: Any, path: str, source: str, *, counts_handles: bool = False) -> None:
        """`counts_handles`: emit code that holds no object longer than PHP does."""
        self.library = library
        self.counts_handles = counts_handles
        self.context = context
        self.precision: int = context.ini.get_int("precision", 14)
        self.path = path
        self.module = types.ModuleType("php")
        self.module.__dict__.update(NAMES)
        self.unit = Unit(path, self.module)
        self.unit.source = source
        self.module.__dict__["UNIT"] = self.unit
        self.functions: Dict[str, DeclaredFunction] = {}
        self.declared: Dict[int, DeclaredFunction] = {}
        self.prototypes: Dict[int, ClassPrototype] = {}
        self.constants: Dict[int, str] = {}
        self.kept: List[Any] = []
        self.record_makers: Dict[Tuple[str, ...], Any] = {}
        self.halt_offset: Optional[int] = None
        self.file_facts = FileFacts()
        # Of `declare(ticks=n)`, see engine.analysis.ticks.
        self.ticks: Dict[int, int] = {}
        self.number = next(_numbers)
        self.codes = 0

    # ------------------------------------------------------------ the file

    def compile(self, script: nodes.Script, *, is_entry: bool) -> Unit:
        """Compile the main code and note everything that the file declares."""
        self.halt_offset = self.unit.halt_offset = script.halt_offset
        blocks = namespace_blocks(script)
        self._collect(script)
        self._read_directives(script)
        if "ticks" in self.unit.source.lower():
            self.ticks = ticking_statements(script)
            # No other node may come to have the identity of one that counts.
            self.kept.append(script)
        for names, statements in blocks:
            self._hoist(names, statements)
        self._compile_main(blocks, is_entry=is_entry)
        if self.counts_handles:
            # What stands in for a function until its first call would hold the arguments of that.
            for declared in self.functions.values():
                declared.materialize()
        self.unit.functions = [declared for declared in self.functions.values() if declared.is_hoisted]
        return self.unit

    def _collect(self, script: nodes.Script) -> None:
        facts = self.file_facts
        stack: List[Any] = list(script.statements)
        while stack:
            node = stack.pop()
            kind = type(node)
            if kind is nodes.Global:
                named = {v.name for v in node.variables if isinstance(v.name, str)}
                facts.global_names |= named - SUPERGLOBALS
                if any(not isinstance(v.name, str) for v in node.variables):
                    facts.reaches_globals = True
            elif kind is nodes.Variable:
                if node.name == "GLOBALS":
                    facts.reaches_globals = True
            elif kind is nodes.Include:
                facts.reaches_globals = True
            elif kind is nodes.Call:
                if node.arguments and len(node.arguments) > 1 and isinstance(node.callee, nodes.Name):
                    facts.sees_each_write |= node.callee.text.lower().endswith("ob_start")
            elif kind is nodes.MethodDeclaration and any(parameter.by_ref for parameter in node.parameters):
                facts.by_ref_methods.setdefault(node.name.lower(), []).append(node.parameters)
            if kind in FUNCTION_NODES and node.parameters and parameters_give_notice(node):
                facts.has_notices = True
            stack.extend(children(node))

    def _read_directives(self, script: nodes.Script) -> None:
        for statement in script.statements:
            if isinstance(statement, nodes.Declare):
                for name, value in statement.directives:
                    if name.lower() == "strict_types" and isinstance(value, nodes.Literal):
                        self.unit.strict_types = value.value == 1

    def _hoist(self, names: Names, statements: List[Any]) -> None:
        for statement in statements:
            if isinstance(statement, nodes.FunctionDeclaration):
                declared = self.declare_function(names, statement)
                declared.is_hoisted = declared.is_unconditional = True
                key = declared.info.name.lower()
                if key in self.functions:
                    first = self.functions[key]
                    raise CompileError(
                        f"Cannot redeclare function {declared.info.name}() (previously declared in "
                        f"{self.path}:{first.node.line})", statement.line,
                    )  # fmt: skip
                self.functions[key] = declared
                declared.global_name = f"f_{len(self.functions)}_{tail(statement.name)}"
                self.module.__dict__[declared.global_name] = declared.stub
            elif isinstance(statement, nodes.ClassDeclaration):
                prototype = self.declare_class(names, statement)
                self.unit.hoisted_classes.append(prototype)
            elif isinstance(statement, nodes.Block) or (
                isinstance(statement, nodes.Declare) and statement.body is not None
            ):
                self._hoist(names, statement.body or [])

    def _compile_main(self, blocks: List[Tuple[Names, List[Any]]], *, is_entry: bool) -> None:
        statements = [statement for _names, body in blocks for statement in body]
        facts = analyze_variables(statements, self.by_ref_of(blocks[0][0] if blocks else Names()))
        kind = "main" if is_entry else "include"
        if not is_entry or self.file_facts.reaches_globals:
            facts.needs_symbol_table = True
        shared = self.file_facts.global_names | (facts.names & {"argv", "argc"})
        if self.counts_handles:
            # What global variables hold at the end decides the order of destruction.
            shared = shared | {name for name in facts.names if name != "this" and name not in SUPERGLOBALS}
        facts.references |= shared & (facts.names | shared)
        f = FunctionCompiler(self, Names(), kind, None, facts)
        f.lines.add(0, "def main(z_table, v_this=None, z_scope=None, z_kind='include'):", 0)
        place = len(f.lines.text)
        if not facts.needs_symbol_table:
            f.global_slots = shared
            for name in in_order_of_appearance(shared, statements):
                f.emit(f"{variable(name)} = global_slot({quote(name)})")
        f.own_statements = statements
        for names, body in blocks:
            f.names = names
            f.by_ref_names = names  # type: ignore[attr-defined]
            f.statements(body)
        f.emit("return None if z_kind == 'eval' else 1" if kind == "include" else "return None")
        insert_initial(f, place, set(shared))
        self.unit.main = self.build(f, "main", kind, None, [], None)

    def build(
        self, f: FunctionCompiler, name: str, kind: str, info: Any, parameters: List[str], rest: Optional[str]
    ) -> Any:
        """Compile the text of a function into the module and return the Python function."""
        self.codes += 1
        filename = f"<php {self.number}.{self.codes}>"
        code = CodeInfo(kind, info, f.lines.php, f.scope)
        code.parameters = parameters
        code.variadic = rest
        code.hook_of = f.hook_property
        self.unit.codes[filename] = code
        text = f.lines.source()
        listener = UnitCompiler.listener
        if listener is not None:
            listener(text)
        try:
            compiled = compile(text, filename, "exec")
        except SyntaxError as error:
            # Python bounds how deep blocks and parentheses nest.
            raise CompileError("Maximum nesting level of the compiler reached", f.lines.php[-1]) from error
        exec(compiled, self.module.__dict__)
        return self.module.__dict__[name]

    # ------------------------------------------------------------ names for the text

    def constant(self, value: Any) -> str:
        """A module global that holds `value`."""
        found = self.constants.get(id(value))
        if found is None:
            found = self.constants[id(value)] = f"k{len(self.constants) + 1}"
            self.kept.append(value)
            self.module.__dict__[found] = value
        return found

    def record_maker(self, names: Tuple[str, ...]) -> str:
        """A module global that makes arrays with these keys of its arguments."""
        maker = self.record_makers.get(names)
        if maker is None:
            maker = self.record_makers[names] = record_maker(names)
        return self.constant(maker)

    def builtin_entry(self, builtin: Any) -> str:
        """A module global that holds a builtin's entry point."""
        name = "b_" + tail(builtin.name)
        self.module.__dict__[name] = builtin.entry
        return name

    def operation_entry(self, builtin: Any) -> str:
        """As `builtin_entry`, for a call that PHP compiles to an operation of its own."""
        name = "o_" + tail(builtin.name)
        if name not in self.module.__dict__:
            self.module.__dict__[name] = builtin.operation
        return name

    def function_global(self, declared: DeclaredFunction) -> str:
        """The module global that holds a declared function."""
        return declared.global_name

    def method_global(self, method: Any) -> str:
        """A module global that holds a method's function, kept up to date when it is compiled."""
        declared = method.info.declared
        if not declared.global_name:
            # Modules of other files name the method so too.
            declared.global_name = f"m_{self.number}_{len(self.kept)}_{tail(method.name)}"
            self.kept.append(method)
        self.module.__dict__.setdefault(declared.global_name, method.function)
        if declared.python is not None:
            self.module.__dict__[declared.global_name] = declared.python
        if declared.compiler is not self:
            self.module.__dict__[declared.global_name] = declared.materialize()
        return declared.global_name  # type: ignore[no-any-return]

    def known_functions(self) -> Dict[str, Any]:
        """The functions that exist in the execution for which this is being compiled."""
        return self.context.functions  # type: ignore[no-any-return]

    def library_constant(self, name: str) -> Tuple[bool, Any]:
        """(True, value) of a builtin constant."""
        constants = self.library.constants
        if name in constants and name not in self.library.deprecated_constants:
            return True, constants[name]
        return False, None

    def in_trait_or_class(self, _f: FunctionCompiler) -> bool:
        """Whether a closure's class may be something else than where it stands."""
        return True

    def by_ref_of(self, names: Names) -> Any:
        """For the analysis: which arguments of a call are references."""

        def lookup(node: Any) -> Any:
            if isinstance(node, nodes.Call):
                if isinstance(node.callee, (nodes.Closure, nodes.ArrowFunction)):
                    flags = [parameter.by_ref for parameter in node.callee.parameters]
                    return lambda position: position < len(flags) and flags[position]
                if not isinstance(node.callee, nodes.Name):
                    return None
                full, fallback = names.function_name(node.callee)
                declared = self.functions.get(full.lower())
                if declared is not None:
                    return declared.info.parameter_by_ref
                known = self.known_functions().get(full.lower())
                if known is None and fallback is not None:
                    known = self.known_functions().get(fallback.lower())
                return known.by_ref if known is not None and known.info is not None else None
            if isinstance(node, (nodes.MethodCall, nodes.StaticCall)) and isinstance(node.name, str):
                return self._method_by_ref(node.name.lower())
            if isinstance(node, nodes.New):
                return self._method_by_ref("__construct")
            return None

        return lookup

    def _method_by_ref(self, lowered: str) -> Any:
        lists = list(self.file_facts.by_ref_methods.get(lowered, ()))
        flags: List[List[bool]] = [[parameter.by_ref for parameter in parameters] for parameters in lists]
        for php_class in self.context.classes.values():
            method = php_class.methods.get(lowered)
            if method is not None and method.info is not None and method.info.by_ref_flags is not None:
                flags.append(list(method.info.by_ref_flags))
        flags += [list(builtin.by_ref_flags or ()) for builtin in self.library.by_ref_methods.get(lowered, ())]
        if not flags:
            return None
        return lambda position: any(position < len(one) and one[position] for one in flags)

    # ------------------------------------------------------------ declarations

    def function_info(self, names: Names, node: Any, name: str, scope: Any = None) -> FunctionInfo:
        """What is known of a function before it is compiled."""
        parameters = []
        for parameter in node.parameters:
            type_ = make_type(names, parameter.type, scope)
            if type_ is not None and _is_null(parameter.default):
                type_ = type_.nullable()
            made = ParameterInfo(
                parameter.name, type_, by_ref=parameter.by_ref, variadic=parameter.variadic,
                has_default=parameter.default is not None,
            )  # fmt: skip
            made.default_node = parameter.default
            made.attributes = (parameter.attributes, names)
            made.is_promoted = bool(parameter.modifiers) or parameter.hooks is not None
            made.is_sensitive = find_attribute(names, parameter.attributes, "sensitiveparameter") is not None
            parameters.append(made)
        info = FunctionInfo(name, parameters)
        info.returns_ref = node.by_ref
        info.return_type = make_type(names, node.return_type, scope)
        if info.return_type is None and scope is not None and name.lower() == "__tostring":
            info.return_type = PhpType("string", ("string",))
        info.node = node
        info.unit = self.unit
        info.line = node.line
        info.end_line = node.end_line
        info.doc_comment = node.doc_comment
        info.is_static = bool(getattr(node, "static", False))
        deprecated = find_attribute(names, getattr(node, "attributes", ()), "deprecated")
        if deprecated is not None:
            info.deprecation = self.deprecation(names, deprecated, scope)
        return info

    def deprecation(self, names: Names, attribute: nodes.Attribute, scope: Any) -> Any:
        """A Python function that gives the end of the message for what `#[Deprecated(…)]` marks."""
        thunks: List[Tuple[str, Any]] = []

        def suffix() -> str:
            if not thunks:
                for position, argument in enumerate(attribute.arguments or ()):
                    word = argument.name or ("message", "since")[min(position, 1)]
                    thunks.append((word, self.compile_thunk(names, scope, argument.value)))
            given = {word: thunk(scope) for word, thunk in thunks}
            values = [given.get("message")] if "since" not in given else [given.get("message"), given["since"]]
            made = require_class("Deprecated").make(*values)
            since, message = made.__dict__["p_since"], made.__dict__["p_message"]
            return (f" since {since}" if since else "") + (f", {message}" if message else "")

        return suffix

    def declare_function(self, names: Names, node: nodes.FunctionDeclaration) -> DeclaredFunction:
        """The DeclaredFunction of a function declaration."""
        found = self.declared.get(id(node))
        if found is None:
            info = self.function_info(names, node, names.declared(node.name))
            found = self.declared[id(node)] = DeclaredFunction(self, names, node, info, "function")
            info.declared = found  # type: ignore[attr-defined]
        return found

    def declared_function(self, f: FunctionCompiler, node: nodes.FunctionDeclaration) -> DeclaredFunction:
        """As `declare_function`, met while lowering."""
        return self.declare_function(f.names, node)

    def declare_closure(self, f: FunctionCompiler, node: Any) -> str:
        """The DeclaredFunction of a closure, as a constant of the text."""
        found = self.declared.get(id(node))
        if found is None or found.scope is not f.scope:
            from engine.analysis.scopes import free_variables

            place = f.function_name
            if f.kind == "closure":
                parent = f.function_name
            elif f.scope is not None and f.kind in ("method", "thunk"):
                parent = f"{f.scope.name}::{place}()" if place else f.scope.name
            else:
                parent = f"{place}()" if place else self.path
            name = f"{{closure:{parent}:{node.line}}}"
            info = self.function_info(f.names, node, name, f.scope)
            info.class_name = None if f.scope is None else f.scope.name
            found = DeclaredFunction(self, f.names, node, info, "closure")
            found.scope = f.scope
            found.trait_name = f.trait_name
            found.captured = (
                [use.name for use in node.uses]
                if isinstance(node, nodes.Closure)
                else [name for name in free_variables(node) if name not in SUPERGLOBALS]
            )
            info.declared = found  # type: ignore[attr-defined]
            self.declared[id(node)] = found
        return self.constant(found)

    def declare_class(self, names: Names, node: nodes.ClassDeclaration) -> ClassPrototype:
        """The ClassPrototype of a class declaration."""
        found = self.prototypes.get(id(node))
        if found is None:
            found = self.prototypes[id(node)] = ClassPrototype(self, names, node)
        return found

    def prototype(self, f: FunctionCompiler, node: nodes.ClassDeclaration) -> ClassPrototype:
        """As `declare_class`, met while lowering."""
        return self.declare_class(f.names, node)

    # ------------------------------------------------------------ function bodies

    def compile_thunk(self, names: Names, scope: Any, node: Any, trait_name: str = "", kind: str = "thunk") -> Any:
        """A Python function of the class that evaluates a constant expression, or with another kind an attribute."""
        facts = analyze_variables([node], self.by_ref_of(names))
        f = FunctionCompiler(self, names, "thunk", scope, facts)
        f.trait_name = trait_name
        f.is_constant_expression = True
        f.line = node.line
        f.lines.add(0, "def thunk(z_static=None):", node.line)
        f.emit(f"return {f.copied(node)}")
        return self.build(f, "thunk", "constant" if isinstance(node, nodes.Constant) else kind, None, [], None)


def find_attribute(names: Names, groups: Any, lower_name: str) -> Any:
    """The attribute of this name among attribute groups, or None."""
    for group in groups or ():
        for attribute in group.attributes:
            if names.class_name(attribute.name).lower() == lower_name:
                return attribute
    return None


def _is_null(node: Any) -> bool:
    return isinstance(node, nodes.Constant) and node.name.text.lower() == "null"
