"""Functions, methods and closures of a file: compiled to Python functions at their first call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

from engine.analysis.checks.context import SUPERGLOBALS
from engine.analysis.modifications import modified_variables
from engine.analysis.scopes import analyze_variables, returned_references
from engine.compiler import control_structures, returns
from engine.compiler.array_literals import fold_value
from engine.compiler.compiler import FunctionCompiler
from engine.compiler.emit import tail, variable
from engine.compiler.parameters import emit_captured, emit_parameters
from engine.runtime.functions import FunctionInfo, UserFunction
from engine.runtime.references import Ref
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.analysis.names import Names
    from engine.compiler.unit_compiler import UnitCompiler


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
            self.python = compile_function(self)
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


def compile_function(declared: DeclaredFunction) -> Any:
    """Lower and compile one function."""
    unit = declared.compiler
    node = declared.node
    is_arrow = isinstance(node, nodes.ArrowFunction)
    body = [nodes.Return(node.body.line, node.body)] if is_arrow else node.body
    by_ref_of = unit.by_ref_of(declared.names)
    facts = analyze_variables(body, by_ref_of)
    if declared.info.returns_ref:
        returned_references(facts, body)
    facts.names.update(parameter.name for parameter in node.parameters)
    facts.names.update(declared.captured)
    f = FunctionCompiler(unit, declared.names, declared.kind, declared.scope, facts)
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
    return _emit_function(f, declared, body)


def _emit_function(f: FunctionCompiler, declared: DeclaredFunction, body: List[Any]) -> Any:
    node, info, facts, unit = declared.node, declared.info, f.facts, declared.compiler
    unit.codes += 1
    name = f"p{unit.codes}_{tail(info.name)}"[:60]
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
    modified = f.modified = modified_variables(body, unit.by_ref_of(declared.names), unit.library, f.names)
    emit_parameters(f, declared, plain, variadic, modified)
    emit_captured(f, declared, modified)
    given = {parameter.name for parameter in node.parameters} | set(declared.captured)
    if facts.is_generator:
        return _emit_generator(f, declared, body, name, given)
    f.own_statements = body
    releases = _begin_releases(f, declared)
    f.statements(body)
    if not control_structures.ends(body):
        f.line = node.end_line or f.line
        needs_value = _needs_value(info)
        returned = (
            f"missing_return({f.constant(f.return_type)}, {f.constant(f.info)})"
            if needs_value
            else returns.check_return(f, "None", None)
        )
        if info.returns_ref and not needs_value:
            returned = "no_reference(None)"
        f.emit(f"return {returned}")
    _end_releases(f, releases)
    if declared.kind == "closure" and not any("v_this" in line for line in f.lines.text[this_place + 1 :]):
        del f.lines.text[this_place]
        del f.lines.php[this_place + 1]
    insert_initial(f, place, given)
    parameters = [variable(parameter.name) for parameter in plain]
    built = declared.compiler.build(f, name, declared.kind, info, parameters, rest)
    return _valued(built) if info.returns_ref else built


def _emit_generator(
    f: FunctionCompiler, declared: DeclaredFunction, body: List[Any], name: str, given: set[str]
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
    releases = _begin_releases(f, declared)
    f.statements(body)
    f.emit("return None")
    f.emit("yield")
    _end_releases(f, releases)
    # The checking function reads no variable but its parameters.
    insert_initial(f, inner_place, given)
    parameters = [variable(parameter.name) for parameter in node.parameters if not parameter.variadic]
    return declared.compiler.build(f, name, declared.kind, info, parameters, None)


def _begin_releases(f: FunctionCompiler, declared: DeclaredFunction) -> List[str]:
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


def _end_releases(f: FunctionCompiler, names: List[str]) -> None:
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


def _needs_value(info: FunctionInfo) -> bool:
    declared = info.return_type
    return declared is not None and not (declared.kinds & {"void"}) and not info.is_generator


def insert_initial(f: FunctionCompiler, place: int, given: set[str]) -> None:
    """Give variables that may be read before they are assigned the value MISSING at the start."""
    if f.uses_table:
        return
    given = given | {"this"}
    if f.unit.counts_handles:
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
