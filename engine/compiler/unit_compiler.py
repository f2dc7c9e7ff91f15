"""Files to Units: collects what a file declares and compiles each function when it is first called."""

from __future__ import annotations

import itertools
import types
from typing import Any, Callable, ClassVar, Dict, List, Optional, Tuple

from engine.analysis.checks.context import SUPERGLOBALS
from engine.analysis.modifications import modified_variables
from engine.analysis.names import Names, namespace_blocks
from engine.analysis.notices import parameters_give_notice
from engine.analysis.scopes import analyze_variables, returned_references
from engine.analysis.ticks import ticking_statements
from engine.compiler import (
    classes,
    closures,
    control_structures,
    exceptions,
    functions,
    generators,
    goto,
    includes,
    operators,
    returns,
    variables,
)  # fmt: skip
from engine.compiler.class_compiler import ClassPrototype
from engine.compiler.compiler import FunctionCompiler, declared_type
from engine.compiler.emit import is_plain, quote, tail, variable
from engine.compiler.operators import fold_value
from engine.compiler.records import record_maker
from engine.compiler.runtime_names import NAMES
from engine.compiler.type_nodes import make_type
from engine.errors import CompileError
from engine.runtime.classes import require_class
from engine.runtime.functions import FunctionInfo, ParameterInfo, UserFunction
from engine.runtime.references import Ref
from engine.runtime.types import PhpType
from engine.runtime.unit import DEFAULTED, CodeInfo, Unit
from engine.syntax import nodes
from engine.syntax.visitor import children

FUNCTION_NODES = (nodes.FunctionDeclaration, nodes.MethodDeclaration, nodes.Closure, nodes.ArrowFunction)

CHAPTERS = (
    classes, closures, control_structures, exceptions, functions, generators, goto, includes, operators, returns,
    variables,
)  # fmt: skip

_numbers = itertools.count(1)


class DeclaredFunction:
    """A function, method or closure of a file; `materialize` compiles it."""

    def __init__(self, compiler: UnitCompiler, names: Names, node: Any, info: FunctionInfo, kind: str) -> None:
        self.compiler = compiler
        self.names = names
        self.node = node
        self.info = info
        self.kind = kind
        self.scope: Any = None
        self.trait_name = ""
        self.is_hoisted = False
        self.is_unconditional = False
        self.global_name = ""
        self.captured: List[str] = []
        self.hook_property: Optional[str] = None
        self.python: Any = None
        self._uses_this: Optional[bool] = None
        self.on_ready: Any = None
        self.parent_name = ""
        self.user_function = UserFunction(info.name, self.stub, info)

    def stub(self, *arguments: Any) -> Any:
        """What stands in for the function until its first call."""
        return self.materialize()(*arguments)

    def materialize(self) -> Any:
        """The compiled Python function."""
        if self.python is None:
            self.python = self.compiler.compile_function(self)
            self.user_function.entry = self.python
            if self.global_name:
                self.compiler.module.__dict__[self.global_name] = self.python
            if self.on_ready is not None:
                self.on_ready(self.python)
        return self.python

    def static_variables(self) -> Dict[str, Tuple[Any, Any]]:
        """For each static variable its key, and its initial value where that is a literal, else null."""
        self.materialize()
        keys: Dict[str, Any] = self.info.__dict__.get("static_keys", {})
        return {name: (key, fold_value(initial)[1]) for name, (key, initial) in keys.items()}

    def uses_this(self) -> bool:
        """Whether a closure's code, or a closure within it, speaks of `$this`."""
        found = self._uses_this
        if found is None:
            body = self.node.body if isinstance(self.node.body, list) else [self.node.body]
            found = self._uses_this = analyze_variables(body, self.compiler.by_ref_of(self.names)).uses_this
        return found

    @property
    def fn(self) -> Any:
        """The Python function if compiled, else the stub."""
        return self.python or self.stub


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
        self._insert_initial(f, place, set(shared))
        self.unit.main = self.build(f, "main", kind, None, [], None)

    def _insert_initial(self, f: FunctionCompiler, place: int, given: set[str]) -> None:
        """Give variables that may be read before they are assigned the value MISSING at the start."""
        if f.uses_table:
            return
        given = given | {"this"}
        if self.counts_handles:
            # Python gives locals up in the order in which the text names them, as PHP does.
            own = f.facts.names - given - SUPERGLOBALS
            names = in_order_of_appearance(own, f.own_statements)
        else:
            undefined = f.maybe_unassigned | (f.facts.references & f.facts.names)
            names = sorted(name for name in undefined if name not in given)
        if names:
            code = "    " + " = ".join(variable(name) for name in names) + " = MISSING"
            f.lines.text.insert(place, code)
            f.lines.php.insert(place + 1, f.lines.php[place] if place < len(f.lines.php) else 0)

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

    def compile_function(self, declared: DeclaredFunction) -> Any:
        """Lower and compile one function."""
        node = declared.node
        is_arrow = isinstance(node, nodes.ArrowFunction)
        body = [nodes.Return(node.body.line, node.body)] if is_arrow else node.body
        by_ref_of = self.by_ref_of(declared.names)
        facts = analyze_variables(body, by_ref_of)
        if declared.info.returns_ref:
            returned_references(facts, body)
        facts.names.update(parameter.name for parameter in node.parameters)
        facts.names.update(declared.captured)
        f = FunctionCompiler(self, declared.names, declared.kind, declared.scope, facts)
        f.info = declared.info
        f.returns_ref = declared.info.returns_ref
        f.return_type = declared.info.return_type
        f.function_name = node.name if declared.kind == "method" else declared.info.name
        f.trait_name = declared.trait_name
        f.hook_property = declared.hook_property
        if declared.kind == "method":
            f.has_this = not declared.info.is_static
            f.is_static_method = declared.info.is_static
        if declared.kind == "closure":
            f.has_this = False
        if facts.is_generator:
            declared.info.is_generator = True
        return self._emit_function(f, declared, body)

    def _emit_function(self, f: FunctionCompiler, declared: DeclaredFunction, body: List[Any]) -> Any:
        node, info, facts = declared.node, declared.info, f.facts
        self.codes += 1
        name = f"p{self.codes}_{tail(info.name)}"[:60]
        first = {"method": "z_static" if f.is_static_method else "v_this", "closure": "z_closure"}.get(declared.kind)
        plain = [parameter for parameter in node.parameters if not parameter.variadic]
        variadic = next((parameter for parameter in node.parameters if parameter.variadic), None)
        heads = ([first] if first else []) + [f"{variable(parameter.name)}=MISSING" for parameter in plain]
        rest = variable(variadic.name) if variadic is not None else "z_rest"
        f.line = node.line
        f.lines.add(0, f"def {name}({', '.join([*heads, '*' + rest])}):", node.line)
        place = len(f.lines.text)
        if f.is_static_method:
            f.emit("if type(z_static) is not PhpClass: z_static = z_static.php_class")
        this_place = len(f.lines.text)
        if declared.kind == "closure":
            f.emit("v_this = z_closure.this")
        if info.deprecation is not None:
            f.emit(f"deprecated_call({f.constant(info)})")
        if facts.uses_arguments:
            names = ", ".join(variable(parameter.name) for parameter in plain)
            f.emit(f"z_count = count_passed([{names}], {rest})")
        modified = f.modified = modified_variables(body, self.by_ref_of(declared.names), self.library, f.names)
        self._emit_parameters(f, declared, plain, variadic, modified)
        self._emit_captured(f, declared, modified)
        given = {parameter.name for parameter in node.parameters} | set(declared.captured)
        if facts.is_generator:
            return self._emit_generator(f, declared, body, name, place, given)
        f.own_statements = body
        releases = self._begin_releases(f, declared)
        f.statements(body)
        if not control_structures.ends(body):
            f.line = node.end_line or f.line
            needs_value = self._needs_value(info)
            returned = self._missing_return(f) if needs_value else returns.check_return(f, "None", None)
            if info.returns_ref and not needs_value:
                returned = "no_reference(None)"
            f.emit(f"return {returned}")
        self._end_releases(f, releases)
        if declared.kind == "closure" and not any("v_this" in line for line in f.lines.text[this_place + 1 :]):
            del f.lines.text[this_place]
            del f.lines.php[this_place + 1]
        self._insert_initial(f, place, given)
        parameters = [variable(parameter.name) for parameter in plain]
        built = self.build(f, name, declared.kind, info, parameters, rest)
        return _valued(built) if info.returns_ref else built

    def _begin_releases(self, f: FunctionCompiler, declared: DeclaredFunction) -> List[str]:
        """Open the block at whose end the function's variables give up their references; which those are.

        Array elements and properties that were shared with them alone are plain values again then. Parameters and
        captured variables whose reference is the caller's for good are not counted at all.
        """
        facts = f.facts
        if f.uses_table:
            f.emit("try:")
            f.indent += 1
            return ["z_table"]
        lent = {parameter.name for parameter in declared.node.parameters if parameter.by_ref and not parameter.variadic}
        if isinstance(declared.node, nodes.Closure):
            lent.update(use.name for use in declared.node.uses if use.by_ref)
        for name in sorted(lent & facts.rebound):
            f.emit(f"{variable(name)}.holders += 1")
        names = sorted(facts.references - (lent - facts.rebound) - facts.outliving - SUPERGLOBALS - {"this"})
        if names:
            f.emit("try:")
            f.indent += 1
        return names

    def _end_releases(self, f: FunctionCompiler, names: List[str]) -> None:
        """See `_begin_releases`."""
        if not names:
            return
        f.indent -= 1
        f.emit("finally:")
        f.indent += 1
        for name in names:
            if name == "z_table":
                f.emit("release_table(z_table)")
                continue
            local = variable(name)
            f.maybe_unassigned.add(name)
            f.emit(f"if type({local}) is Ref: {local}.holders -= 1")
        f.indent -= 1

    def _needs_value(self, info: FunctionInfo) -> bool:
        declared = info.return_type
        return declared is not None and not (declared.kinds & {"void"}) and not info.is_generator

    def _missing_return(self, f: FunctionCompiler) -> str:
        return f"missing_return({f.constant(f.return_type)}, {f.constant(f.info)})"

    def _emit_generator(
        self, f: FunctionCompiler, declared: DeclaredFunction, body: List[Any], name: str, place: int, given: set[str]
    ) -> Any:
        """The function checks its arguments; what it returns runs a second Python function, the generator proper."""
        info, node = declared.info, declared.node
        passed = [variable(parameter.name) for parameter in node.parameters] + [variable(n) for n in declared.captured]
        if f.uses_table:
            passed = ["z_table"]
        extra = {"method": ["z_static" if f.is_static_method else "v_this"], "closure": ["z_closure", "v_this"]}
        passed = [*extra.get(declared.kind, []), *passed]
        if f.facts.uses_arguments:
            passed.append("z_count")
        if not any(parameter.variadic for parameter in node.parameters) and f.facts.uses_arguments:
            passed.append("z_rest")
        inner = name + "_y"
        f.emit(f"return make_generator({inner}({', '.join(passed)}), {f.constant(info)})")
        f.lines.add(0, f"def {inner}({', '.join(passed)}):", node.line)
        inner_place = len(f.lines.text)
        f.own_statements = body
        releases = self._begin_releases(f, declared)
        f.statements(body)
        f.emit("return None")
        f.emit("yield")
        self._end_releases(f, releases)
        self._insert_initial(f, inner_place, given)
        self._insert_initial_outer(f, place, given)
        parameters = [variable(parameter.name) for parameter in node.parameters if not parameter.variadic]
        return self.build(f, name, declared.kind, info, parameters, None)

    def _insert_initial_outer(self, _f: FunctionCompiler, _place: int, _given: set[str]) -> None:
        """Nothing: the checking function reads no variable but its parameters."""

    def _emit_parameters(
        self, f: FunctionCompiler, declared: DeclaredFunction, plain: List[Any], variadic: Any, modified: set[str]
    ) -> None:
        info = declared.info
        reassigned = _reassigned(declared.node)
        if info.required:
            last = variable(plain[info.required - 1].name)
            names = ", ".join(variable(parameter.name) for parameter in plain)
            f.emit(f"if {last} is MISSING: raise too_few({f.constant(info)}, count_passed([{names}], ()))")
        if f.uses_table:
            f.emit("z_table = {}")
        for position, parameter in enumerate(plain):
            f.line = parameter.line
            local = variable(parameter.name)
            f.is_constant_expression = True
            self._emit_default(f, parameter, local)
            f.is_constant_expression = False
            if parameter.by_ref:
                f.emit(f"if type({local}) is not Ref: {local} = Ref({local})")
            self._emit_type_check(f, info, position, local, is_ref=parameter.by_ref)
            self._place_parameter(f, parameter, local, modified)
            declared_as = info.parameters[position].type
            if declared_as is not None and not parameter.by_ref and parameter.name not in modified and \
                    f.is_local(parameter.name) and parameter.name not in reassigned:  # fmt: skip
                known = declared_type(declared_as)
                if known is not None:
                    f.variable_types[parameter.name] = known
        if variadic is not None:
            self._emit_variadic(f, info, variadic, len(plain))
        for parameter in declared.node.parameters:
            if (parameter.modifiers or parameter.hooks is not None) and declared.scope is not None:
                source = f.copied(nodes.Variable(parameter.line, parameter.name))
                promoted = declared.scope.properties.get(parameter.name)
                if parameter.by_ref:
                    bound = f"{quote(parameter.name)}, {variable(parameter.name)}"
                    f.emit(f"bind_property(v_this, {bound}, {f.constant(f.scope)})")
                elif promoted is not None and promoted.is_direct and is_plain(promoted.attribute):
                    # The parameter's type, which is the property's, was checked already.
                    f.emit(f"v_this.{promoted.attribute} = {source}")
                elif promoted is not None:
                    f.emit(f"initialize_property(v_this, {f.constant(promoted)}, {source})")

    def _emit_default(self, f: FunctionCompiler, parameter: Any, local: str) -> None:
        if parameter.default is None:
            return
        f.emit(f"if {local} is MISSING:")
        f.indent += 1
        f.line = parameter.default.line
        f.is_spread = False
        # The second name tells traces, which do not show it, that the default serves.
        f.emit(f"{local} = {DEFAULTED}{local} = {f.copied(parameter.default)}")
        f.indent -= 1
        f.line = parameter.line

    def _emit_type_check(
        self, f: FunctionCompiler, info: FunctionInfo, position: int, local: str, *, is_ref: bool
    ) -> None:
        declared = info.parameters[position].type
        if declared is None or declared.accepts_mixed:
            return
        value = f"{local}.v" if is_ref else local
        test = returns.inline_test(f, declared, None)
        type_, function = f.constant(declared), f.constant(info)
        call = f"accept_argument({type_}, {value}, {function}, {position}, {returns.scope_codes(f)})"
        if test is None:
            f.emit(f"{value} = {call}")
        else:
            f.emit(f"if not ({test.replace('?', value)}): {value} = {call}")

    def _place_parameter(self, f: FunctionCompiler, parameter: Any, local: str, modified: set[str]) -> None:
        name = parameter.name
        if f.uses_table:
            held = f"hold({local})" if parameter.by_ref else f"Ref(shared({local}))"
            f.emit(f"z_table[{quote(name)}] = {held}")
            return
        f.assign_name(name)
        if parameter.by_ref:
            f.facts.references.add(name)
            return
        if f.is_reference(name):
            f.emit(f"{local} = Ref(shared({local}))")
        elif name in modified:
            f.emit(f"if type({local}) is PhpArray: {local} = {local}.share()")
        else:
            f.borrowed.add(name)

    def _emit_variadic(self, f: FunctionCompiler, info: FunctionInfo, parameter: Any, position: int) -> None:
        local = variable(parameter.name)
        make = "rest_references" if parameter.by_ref else "rest_array"
        f.emit(f"{local} = {make}({local})")
        if info.parameters[position].type is not None:
            f.emit(f"check_rest({local}, {f.constant(info)}, {position}, {returns.scope_codes(f)})")
        if f.uses_table:
            f.emit(f"z_table[{quote(parameter.name)}] = Ref({local})")
        else:
            if f.is_reference(parameter.name):
                f.emit(f"{local} = Ref({local})")
            f.assign_name(parameter.name)

    def _emit_captured(self, f: FunctionCompiler, declared: DeclaredFunction, modified: set[str]) -> None:
        if declared.kind != "closure":
            return
        node = declared.node
        is_closure = isinstance(node, nodes.Closure)
        for number, name in enumerate(declared.captured):
            by_ref = is_closure and node.uses[number].by_ref
            if f.uses_table:
                value = f"z_closure.captured[{number}]"
                f.emit(f"table_capture(z_table, {quote(name)}, {value})")
                continue
            local = variable(name)
            if by_ref:
                f.facts.references.add(name)
                f.emit(f"{local} = z_closure.captured[{number}]")
                f.assign_name(name)
                continue
            f.emit(f"{local} = z_closure.captured[{number}]")
            if is_closure:
                f.assign_name(name)
            else:
                f.maybe_unassigned.discard(name)
            if f.is_reference(name):
                f.emit(f"{local} = Ref(shared({local}))" if is_closure else f"{local} = capture_ref({local})")
            elif name in modified:
                f.emit(f"if type({local}) is PhpArray: {local} = {local}.share()")
            else:
                f.borrowed.add(name)


def _valued(by_reference: Any) -> Any:
    """A function that returns a reference, as those call it who want the value; `by_reference` is kept beside it."""

    def valued(*arguments: Any) -> Any:
        result = by_reference(*arguments)
        return result.get() if type(result) is Ref else result

    valued.by_reference = by_reference  # type: ignore[attr-defined]
    return valued


def in_order_of_appearance(names: set[str], statements: List[Any]) -> List[str]:
    """Variables in the order in which PHP numbers them, those that only other functions name last."""
    from engine.analysis.walk import own_nodes

    seen: Dict[str, None] = {}
    for node in own_nodes(statements):
        if isinstance(node, nodes.Catch) and node.variable is not None:
            seen.setdefault(node.variable)
        elif isinstance(node, nodes.Variable) and isinstance(node.name, str):
            seen.setdefault(node.name)
    return [name for name in seen if name in names] + sorted(names - seen.keys())


def find_attribute(names: Names, groups: Any, lower_name: str) -> Any:
    """The attribute of this name among attribute groups, or None."""
    for group in groups or ():
        for attribute in group.attributes:
            if names.class_name(attribute.name).lower() == lower_name:
                return attribute
    return None


def _is_null(node: Any) -> bool:
    return isinstance(node, nodes.Constant) and node.name.text.lower() == "null"


def _reassigned(function: Any) -> set[str]:
    """The variables that are ever assigned as a whole in a function's own body."""
    from engine.analysis.walk import own_nodes

    body = function.body if isinstance(function.body, list) else [function.body]
    found: set[str] = set()

    def add(target: Any) -> None:
        if isinstance(target, nodes.Variable) and isinstance(target.name, str):
            found.add(target.name)
        elif isinstance(target, nodes.ArrayLiteral):
            for item in target.items:
                if item is not None:
                    add(item.value)

    for node in own_nodes(body or []):
        kind = type(node)
        if kind in (nodes.Assign, nodes.AssignOp, nodes.AssignRef, nodes.IncDec):
            add(node.target)
            if kind is nodes.AssignRef:
                add(node.value)
        elif kind is nodes.Foreach:
            add(node.value)
            add(node.key)
        elif kind is nodes.Catch and node.variable is not None:
            found.add(node.variable)
        elif kind is nodes.Unset:
            for target in node.targets:
                add(target)
        elif kind in (nodes.Global, nodes.StaticDeclaration):
            found.update(variable_.name for variable_ in node.variables if isinstance(variable_.name, str))
    return found
