"""One Python function per PHP function; finds the lowering of a node.

A FunctionCompiler lowers one function body to Python text. Expressions become Python expressions (everything PHP can
do in an expression, Python can with `:=`), statements become lines. Names in the text: `v_x` a PHP variable, `t1` a
temporary, `k1` a constant of the unit, `z_…` what the calling convention passes; all else is in runtime_names.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, Set, Tuple, TypeVar

from engine.analysis.scopes import VariableFacts, is_inquiry
from engine.compiler.emit import MARK, Lines, marked, quote, variable
from engine.compiler.operations import OPERATIONS, last_line
from engine.errors import CompileError
from engine.syntax import nodes

if TYPE_CHECKING:
    from engine.analysis.names import Names
    from engine.compiler.unit_compiler import UnitCompiler

Lowering = Callable[["FunctionCompiler", Any], Any]
Function = TypeVar("Function", bound=Lowering)
EXPRESSIONS: Dict[type, Lowering] = {}
STATEMENTS: Dict[type, Lowering] = {}

# Expressions nested deeper than this cannot be given to Python's own parser, whose limit is 200 parentheses.
MAXIMUM_NESTING = 400


class Loop:
    """A loop or switch being lowered. `flag` is the local that tells the loops around an inner one what to do."""

    def __init__(self, step: Callable[[], None], *, is_switch: bool) -> None:
        self.step = step
        self.is_switch = is_switch
        self.is_label_block = False
        self.flag: Optional[str] = None


class FunctionCompiler:
    """Lowers one function body."""

    def __init__(self, unit: UnitCompiler, names: Names, kind: str, scope: Any, facts: VariableFacts) -> None:
        """`kind`: "main", "include", "function", "method", "closure" or "thunk"; `scope` the linked class or None."""
        self.unit = unit
        self.names = names
        self.kind = kind
        self.scope = scope
        self.facts = facts
        self.lines = Lines()
        self.indent = 1
        self.line = 0
        self.is_spread = False
        self.temporaries = 0
        # Where handles count: temporaries of a condition, which the next block gives up first.
        self.spent: List[str] = []
        self.flags = 0
        self.loops: List[Loop] = []
        self.label_ids: Dict[str, int] = {}
        self.own_statements: List[Any] = []
        # The global variables of main code that other code may reach: references in `ctx.globals`.
        self.global_slots: Set[str] = set()
        self.assigned: Set[str] = set()
        self.maybe_unassigned: Set[str] = set()
        self.parameters: Set[str] = set()
        self.borrowed: Set[str] = set()
        # The variables whose array something in the function may change in place; None where that is not known.
        self.modified: Optional[Set[str]] = None
        self.has_this = False
        self.is_static_method = False
        self.function_name = ""
        self.class_name = ""
        self.trait_name = ""
        self.info: Any = None
        self.returns_ref = False
        self.return_type: Any = None
        self.this_class: Any = None
        self.finally_depth = 0
        self.hook_property: Optional[str] = None
        # Whether what is lowered is the value of a constant or a default, where PHP allows and says other things.
        self.is_constant_expression = False
        self.depth = 0
        # Parameters that keep their declared type throughout; "other" is any type but an array.
        self.variable_types: Dict[str, str] = {}
        # Variables of catch clauses: what is handed on from them has its trace worked out first.
        self.caught: Set[str] = set(facts.caught)

    # ------------------------------------------------------------ text

    def emit(self, code: str) -> None:
        """Add a line."""
        self.lines.add(self.indent, code, self.line)

    def temporary(self) -> str:
        """A new temporary's name."""
        self.temporaries += 1
        return f"t{self.temporaries}"

    # ------------------------------------------------------------ handles

    def let_go(self, names: List[str]) -> None:
        """`t1 = t2 = None`: where handles count, a temporary holds nothing longer than its expression lasts."""
        if names and self.unit.counts_handles:
            self.emit(" = ".join([*names, "None"]))

    def made_since(self, first: int) -> List[str]:
        """The temporaries made after the first so many."""
        return [f"t{number}" for number in range(first + 1, self.temporaries + 1)]

    def end_statement(self, first: int) -> None:
        """Where handles count: give up the statement's temporaries, then throw what a destructor threw."""
        self.let_go(self.made_since(first))
        self.check_release()

    def check_release(self) -> None:
        """Where handles count: throw what a destructor threw."""
        if self.unit.counts_handles:
            self.emit("if ctx.in_release is not None: rethrow()")

    def at(self, node: nodes.Node, code: str) -> str:
        """`code`, marked with the node's line where that is not the statement's."""
        line = last_line(node) if isinstance(node, OPERATIONS) else node.line
        if line != self.line or self.is_spread:
            self.is_spread = True
            return marked(code, line)
        return code

    # ------------------------------------------------------------ dispatch

    def expression(self, node: Any) -> str:
        """The Python expression for a PHP expression's value."""
        lowering = EXPRESSIONS.get(type(node))
        if lowering is None:
            raise CompileError(f"Cannot compile {type(node).__name__}", node.line)
        self.depth += 1
        if self.depth > MAXIMUM_NESTING:
            raise CompileError("Expression is nested too deeply", node.line)
        if self.caught and is_inquiry(node):
            code = self._inquire(lowering, node)
        else:
            code = lowering(self, node)
        self.depth -= 1
        return code

    def _inquire(self, lowering: Lowering, node: Any) -> str:
        """Lower a question to an exception: its variable is read as it is."""
        asked = node.operand if isinstance(node, nodes.InstanceOf) else node.base
        if not (isinstance(asked, nodes.Variable) and asked.name in self.caught):
            return lowering(self, node)  # type: ignore[no-any-return]
        saved, self.caught = self.caught, self.caught - {asked.name}
        code: str = lowering(self, node)
        self.caught = saved
        return code

    def statement(self, node: Any) -> None:
        """Lower a statement."""
        lowering = STATEMENTS.get(type(node))
        if lowering is None:
            raise CompileError(f"Cannot compile {type(node).__name__}", node.line)
        self.line = node.line
        self.is_spread = False
        first = self.temporaries
        if self.facts.unset and isinstance(node, _REPEATING_STATEMENTS):
            # What comes first in the text may come after an `unset` further down.
            self.assigned = self.assigned - self.facts.unset_within(node)
        lowering(self, node)
        if isinstance(node, _PLAIN_STATEMENTS):
            self.end_statement(first)
        elif isinstance(node, _BRANCHING_STATEMENTS):
            self.let_go(self.spent)
            self.spent = []
            self.check_release()
        if self.unit.ticks and id(node) in self.unit.ticks:
            self._tick(node)

    def _tick(self, node: Any) -> None:
        """Count a statement, unless nothing was emitted since the last that was: PHP has no two in a row."""
        if isinstance(node, nodes.Switch) and node.cases and node.cases[-1].body:
            return
        if isinstance(node, _REPEATING_STATEMENTS) or not self.lines.text[-1].lstrip().startswith("tick("):
            self.emit(f"tick({self.unit.ticks[id(node)]})")

    def body(self, statements: List[Any]) -> None:
        """Lower statements as an indented block, never empty."""
        self.indent += 1
        before = len(self.lines.text)
        self.begin_block()
        self.statements(statements)
        if len(self.lines.text) == before:
            self.emit("pass")
        self.indent -= 1

    def begin_block(self) -> None:
        """Where handles count: give up the temporaries of the condition that led here."""
        self.let_go(self.spent)

    def statements(self, statements: List[Any]) -> None:
        """Lower statements one after another."""
        if self.facts.has_goto:
            from engine.compiler.goto import lower_with_labels

            if lower_with_labels(self, statements):
                return
        from engine.compiler.control_structures import lower_echoes

        position = 0
        while position < len(statements):
            # Where handles count, a destructor may print between two of them.
            if isinstance(statements[position], (nodes.Echo, nodes.InlineHtml)) and not (
                self.unit.counts_handles or self.unit.ticks
            ):
                position = lower_echoes(self, statements, position)
            else:
                self.statement(statements[position])
                position += 1

    # ------------------------------------------------------------ variables

    def is_reference(self, name: str) -> bool:
        """Whether the variable is a local that holds a Ref."""
        return name in self.facts.references

    @property
    def uses_table(self) -> bool:
        """Whether all variables are in a symbol table, `z_table`."""
        return self.facts.needs_symbol_table

    def is_local(self, name: str) -> bool:
        """Whether the variable is a plain Python local."""
        return not self.uses_table and name not in self.facts.references

    def assign_name(self, name: str) -> None:
        """Note that the variable now surely has a value."""
        self.assigned.add(name)

    def constant(self, value: Any) -> str:
        """A name for a runtime object that the text cannot spell."""
        return self.unit.constant(value)

    # ------------------------------------------------------------ values

    def simple(self, node: Any) -> Tuple[str, str]:
        """(first use, later uses) of an operand: a temporary is made where it may not be evaluated twice."""
        if isinstance(node, nodes.Literal):
            text = quote(node.value)
            if type(node.value) is not str and text[0] != "(":
                text = f"({text})"
            return text, text
        if isinstance(node, nodes.Variable) and type(node.name) is str and self._is_bare(node.name):
            name = variable(node.name)
            return name, name
        code = self.expression(node)
        if code.isidentifier():
            return code, code
        name = self.temporary()
        return f"({name} := {code})", name

    def is_int(self, node: Any) -> bool:
        """Whether the expression certainly is an int."""
        return self.type_of(node) == "int"

    def _is_bare(self, name: str) -> bool:
        """Whether reading the variable is reading a Python local and nothing else."""
        if name == "this":
            return self.has_this and self.kind == "method"
        return (
            self.is_local(name)
            and name in self.assigned
            and name not in self.facts.appended
            and name not in self.caught
        )

    def type_of(self, node: Any) -> Optional[str]:
        """The type that an expression certainly has: "int", "float", "number", "string", "bool", "array" or None."""
        from engine.analysis.types import certain_type

        if type(node) is nodes.Variable:
            return self.variable_types.get(node.name) if type(node.name) is str else None
        if type(node) is nodes.Property:
            return self._property_type(node)
        if type(node) is nodes.Call:
            return self._result_type(node)
        return certain_type(node)

    def _result_type(self, node: nodes.Call) -> Optional[str]:
        """What a call of a function known by its name certainly gives, by its declared return type."""
        if not isinstance(node.callee, nodes.Name) or node.arguments is None:
            return None
        full, fallback = self.names.function_name(node.callee)
        declared = self.unit.functions.get(full.lower())
        if declared is not None:
            if not declared.is_unconditional or declared.info.returns_ref or declared.info.return_type is None:
                return None
            return declared_type(declared.info.return_type)
        if "\\" in full or (fallback is not None and fallback != full):
            return None
        builtin = self.unit.library.find_function(full.lower())
        if builtin is None or builtin.signature.return_type is None:
            return None
        return declared_type(builtin.signature.return_type)

    def _property_type(self, node: nodes.Property) -> Optional[str]:
        """The type of `$this->x` by its declaration, which every write is held to."""
        from engine.compiler.places import own_property

        info = own_property(self, node)
        if info is None or info.type is None or info.get_hook is not None:
            return None
        return declared_type(info.type)

    def copied(self, node: Any) -> str:
        """The value of `node` as something may be stored: an array from a variable gets a handle of its own."""
        code = self.expression(node)
        if is_temporary(node):
            return code
        if self.type_of(node) not in (None, "array"):
            return code
        if isinstance(node, nodes.Constant) and node.name.text.lower() in ("null", "true", "false"):
            return code
        if isinstance(node, nodes.Ternary) and node.then is not None and self._is_no_array(node.then) and \
                self._is_no_array(node.otherwise):  # fmt: skip
            return code
        if code.isidentifier():
            return f"({code} if type({code}) is not PhpArray else {code}.share())"
        name = self.temporary()
        return f"({name} if type({name} := {code}) is not PhpArray else {name}.share())"

    def _is_no_array(self, node: Any) -> bool:
        if isinstance(node, (nodes.Binary, nodes.Unary)) and getattr(node, "operator", "") not in ("+", "??", "|>"):
            return True
        return self.type_of(node) not in (None, "array")

    @property
    def may_repeat(self) -> bool:
        """Whether what is being lowered may run many times: it stands in a loop or in a function."""
        return bool(self.loops) or self.kind not in ("main", "include", "thunk")

    def condition(self, node: Any) -> str:
        """A Python expression that is true when `node` is."""
        from engine.compiler.operators import lower_condition

        first = self.temporaries
        code = lower_condition(self, node)
        self.spent = self.made_since(first)
        return code

    def string(self, node: Any) -> str:
        """The value of `node` as a Python str."""
        # How a float is written is for the directive `precision` to say when the script gets there.
        if isinstance(node, nodes.Literal) and type(node.value) is not float:
            from engine.runtime.conversions import to_string

            return quote(to_string(node.value))
        if self.type_of(node) == "string":
            return self.expression(node)
        first, later = self.simple(node)
        return f"({later} if type({first}) is str else to_string({later}))"

    def label_id(self, label: str) -> int:
        """The number of a label in this function."""
        return self.label_ids.setdefault(label, len(self.label_ids) + 1)

    def error(self, message: str, line: int) -> CompileError:
        """A compile-time fatal error."""
        return CompileError(message, line)


_PLAIN_STATEMENTS = (nodes.ExpressionStatement, nodes.Echo, nodes.Unset, nodes.Global, nodes.StaticDeclaration)
_REPEATING_STATEMENTS = (nodes.While, nodes.DoWhile, nodes.For, nodes.Foreach, nodes.Switch, nodes.Try)
_BRANCHING_STATEMENTS = (nodes.If, nodes.While, nodes.DoWhile, nodes.For, nodes.Foreach)

# What yields a value nobody else holds: no copy is needed before it is stored.
_TEMPORARIES = (
    nodes.Literal, nodes.Interpolated, nodes.ArrayLiteral, nodes.Call, nodes.MethodCall, nodes.StaticCall, nodes.New,
    nodes.Unary, nodes.Cast, nodes.Binary, nodes.InstanceOf, nodes.AssignOp, nodes.IncDec, nodes.Isset, nodes.Empty,
    nodes.Closure, nodes.ArrowFunction, nodes.Clone, nodes.Yield, nodes.MagicConstant, nodes.Print,
    nodes.YieldFrom, nodes.Throw, nodes.Exit,
)  # fmt: skip


def declared_type(declared: Any) -> Optional[str]:
    """What a declared type makes certain: one of type_of's answers, "other" for what surely is no array."""
    if len(declared.kinds) == 1 and not declared.class_names and not declared.intersections:
        (kind,) = declared.kinds
        if kind in ("int", "float", "string", "bool", "array"):
            return str(kind)
    return None if declared.may_be_array else "other"


def is_temporary(node: Any) -> bool:
    """Whether the value of `node` is held by nobody else."""
    if isinstance(node, nodes.Binary) and node.operator in ("??", "|>"):
        return False
    if isinstance(node, nodes.AssignOp) and node.operator == "??":
        return False
    if isinstance(node, nodes.Cast) and node.to == "array":
        return False
    return isinstance(node, _TEMPORARIES)


def lowers(*kinds: type) -> Callable[[Function], Function]:
    """Mark a function as the lowering of these expression nodes."""

    def mark(function: Function) -> Function:
        for kind in kinds:
            EXPRESSIONS[kind] = function
        return function

    return mark


def lowers_statement(*kinds: type) -> Callable[[Function], Function]:
    """Mark a function as the lowering of these statement nodes."""

    def mark(function: Function) -> Function:
        for kind in kinds:
            STATEMENTS[kind] = function
        return function

    return mark


__all__ = [
    "EXPRESSIONS",
    "MARK",
    "STATEMENTS",
    "FunctionCompiler",
    "Loop",
    "is_temporary",
    "lowers",
    "lowers_statement",
]
