"""Every syntax node. A node holds what was written and the line it stands on; facts about it live beside the tree.

Nodes are plain data and never changed after the parser built them, but for `line`-free bookkeeping none exists:
analysis keeps its facts in dictionaries keyed by node identity.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import List, Optional, Tuple, Union


@dataclass(eq=False, repr=False)
class Node:
    """`line` is the line PHP reports for the construct (where it starts, unless its class says otherwise)."""

    line: int


class Expression(Node):
    """Anything with a value."""


class Statement(Node):
    """Anything without."""


# ---------------------------------------------------------------- names, types, attributes


@dataclass(eq=False, repr=False)
class Name(Node):
    """A name as written: `parts` joined by backslashes in `text`; `kind` says how it was qualified."""

    text: str
    kind: str  # "unqualified" (foo, and foo\bar is "qualified"), "fully" (\foo), "relative" (namespace\foo)


@dataclass(eq=False, repr=False)
class NamedType(Node):
    r"""`int`, `self`, `Foo\Bar`: a name as written (built-in type names are not resolved here)."""

    name: Name


@dataclass(eq=False, repr=False)
class NullableType(Node):
    """`?T`."""

    inner: TypeNode


@dataclass(eq=False, repr=False)
class UnionType(Node):
    """`A|B|(C&D)`."""

    members: List[TypeNode]


@dataclass(eq=False, repr=False)
class IntersectionType(Node):
    """`A&B`."""

    members: List[TypeNode]


TypeNode = Union[NamedType, NullableType, UnionType, IntersectionType]


@dataclass(eq=False, repr=False)
class Attribute(Node):
    """One `Name(args)` of an attribute group."""

    name: Name
    arguments: List[Argument]


@dataclass(eq=False, repr=False)
class AttributeGroup(Node):
    """`#[A, B(1)]`."""

    attributes: List[Attribute]


# ---------------------------------------------------------------- literals


@dataclass(eq=False, repr=False)
class Literal(Expression):
    """An int, float or string literal; strings are latin-1 text, one code point per byte, escapes done."""

    value: Union[int, float, str]


@dataclass(eq=False, repr=False)
class Interpolated(Expression):
    """`"…$x…"` or a heredoc: parts are Literal strings and expressions, at least one of them an expression."""

    parts: List[Expression]


@dataclass(eq=False, repr=False)
class ShellExec(Expression):
    """`` `command` ``."""

    parts: List[Expression]


@dataclass(eq=False, repr=False)
class MagicConstant(Expression):
    """`__LINE__`, `__FILE__`, `__DIR__`, `__FUNCTION__`, `__CLASS__`, `__TRAIT__`, `__METHOD__` and so on.

    The others are `__NAMESPACE__` and `__PROPERTY__`; `name` is in upper case as here.
    """

    name: str


@dataclass(eq=False, repr=False)
class ArrayItem(Node):
    """One element of an array literal or of a destructuring pattern. `by_ref`: `&$x`. `unpack`: `...$x`."""

    key: Optional[Expression]
    value: Expression
    by_ref: bool = False
    unpack: bool = False


@dataclass(eq=False, repr=False)
class ArrayLiteral(Expression):
    """`[…]`, `array(…)`; also `list(…)` and `[…]` where they stand as an assignment target.

    A skipped slot (`[, $b]`) is None and legal only in a target. `syntax`: "short", "array" or "list".
    """

    items: List[Optional[ArrayItem]]
    syntax: str = "short"


# ---------------------------------------------------------------- variables and access


@dataclass(eq=False, repr=False)
class Variable(Expression):
    """`$name`, or `$$x` / `${expr}` where `name` is an expression. `$this` is Variable("this")."""

    name: Union[str, Expression]


@dataclass(eq=False, repr=False)
class Index(Expression):
    """`$a[i]`, `$a{…}` is gone; `index` None: `$a[]`. `in_string`: a simple interpolation's `"$a[key]"`."""

    base: Expression
    index: Optional[Expression]


@dataclass(eq=False, repr=False)
class Property(Expression):
    """`$o->name`, `$o?->name`, `$o->{expr}`, `$o->$x`: `name` a str when it is an identifier."""

    base: Expression
    name: Union[str, Expression]
    nullsafe: bool = False


@dataclass(eq=False, repr=False)
class StaticProperty(Expression):
    """`A::$name`, `$o::$name`, `A::$$x` (name is then an expression giving the property's name).

    `parenthesized`: `(parent::$x)::get()` calls a method, `parent::$x::get()` the parent's property hook.
    """

    class_: Union[Name, Expression]
    name: Union[str, Expression]
    parenthesized: bool = False


@dataclass(eq=False, repr=False)
class ClassConstant(Expression):
    """`A::NAME`, `$o::NAME`, `A::class`, `A::{expr}`."""

    class_: Union[Name, Expression]
    name: Union[str, Expression]


@dataclass(eq=False, repr=False)
class Constant(Expression):
    r"""A constant by name: `PHP_EOL`, `true`, `Foo\BAR`."""

    name: Name


# ---------------------------------------------------------------- calls


@dataclass(eq=False, repr=False)
class Argument(Node):
    """One argument. `name` for `name: value`; `unpack` for `...$x`."""

    value: Expression
    unpack: bool = False
    name: Optional[str] = None


@dataclass(eq=False, repr=False)
class Call(Expression):
    """`f(…)`: callee is a Name or an expression. `arguments` None: the first-class callable `f(...)`.

    `line` is where the call starts; `end_line` is that of the closing parenthesis.
    """

    callee: Union[Name, Expression]
    arguments: Optional[List[Argument]]


@dataclass(eq=False, repr=False)
class MethodCall(Expression):
    """`$o->m(…)`, `$o?->m(…)`; `line` is that of the method's name, as PHP reports it."""

    base: Expression
    name: Union[str, Expression]
    arguments: Optional[List[Argument]]
    nullsafe: bool = False


@dataclass(eq=False, repr=False)
class StaticCall(Expression):
    """`A::m(…)`, `parent::m(…)`, `$o::m(…)`; `line` is that of the method's name."""

    class_: Union[Name, Expression]
    name: Union[str, Expression]
    arguments: Optional[List[Argument]]


@dataclass(eq=False, repr=False)
class New(Expression):
    """`new A(…)`, `new $x`, `new (expr)`, `new class(…) {…}` (`class_` is then a ClassDeclaration)."""

    class_: Union[Name, Expression, ClassDeclaration]
    arguments: List[Argument]


# ---------------------------------------------------------------- operators


@dataclass(eq=False, repr=False)
class Unary(Expression):
    """`operator` is one of `+ - ! ~`."""

    operator: str
    operand: Expression


@dataclass(eq=False, repr=False)
class Cast(Expression):
    """`(int)` and so on; `to` is "int", "float", "string", "bool", "array", "object" or "unset"."""

    to: str
    operand: Expression


@dataclass(eq=False, repr=False)
class Silence(Expression):
    """`@expr`."""

    operand: Expression


@dataclass(eq=False, repr=False)
class Binary(Expression):
    """`operator` is one of `+ - * / % ** . | & ^ << >> == != === !== < <= > >= <=> && || xor ?? |>`.

    `<>` is given as `!=`, `and`/`or` as `&&`/`||`. `line` is that of the left operand's start.
    """

    operator: str
    left: Expression
    right: Expression


@dataclass(eq=False, repr=False)
class Ternary(Expression):
    """`a ? b : c`; `then` None for `a ?: c`. `parenthesized`: one may be nested in another only so."""

    condition: Expression
    then: Optional[Expression]
    otherwise: Expression
    parenthesized: bool = False


@dataclass(eq=False, repr=False)
class InstanceOf(Expression):
    """`x instanceof A`."""

    operand: Expression
    class_: Union[Name, Expression]


@dataclass(eq=False, repr=False)
class Assign(Expression):
    """`target = value`; destructuring when `target` is an ArrayLiteral."""

    target: Expression
    value: Expression


@dataclass(eq=False, repr=False)
class AssignRef(Expression):
    """`target = &value`."""

    target: Expression
    value: Expression


@dataclass(eq=False, repr=False)
class AssignOp(Expression):
    """`target op= value`; `operator` without the `=` (`+`, `.`, `??`, …)."""

    operator: str
    target: Expression
    value: Expression


@dataclass(eq=False, repr=False)
class IncDec(Expression):
    """`++$x`, `$x--`; `operator` is `++` or `--`."""

    operator: str
    target: Expression
    prefix: bool


@dataclass(eq=False, repr=False)
class Isset(Expression):
    """`isset(a, b)`."""

    operands: List[Expression]


@dataclass(eq=False, repr=False)
class Empty(Expression):
    """`empty(x)`."""

    operand: Expression


@dataclass(eq=False, repr=False)
class Include(Expression):
    """`kind`: "include", "include_once", "require", "require_once" or "eval"."""

    kind: str
    operand: Expression


@dataclass(eq=False, repr=False)
class Print(Expression):
    """`print x`."""

    operand: Expression


@dataclass(eq=False, repr=False)
class Exit(Expression):
    """`exit`, `exit()`, `exit(x)`, `die(…)`. `exit(...)` and named arguments are a Call of `exit`."""

    operand: Optional[Expression]


@dataclass(eq=False, repr=False)
class Clone(Expression):
    """`clone x`; PHP 8.5's `clone(x, with)` has `with_` set."""

    operand: Expression
    with_: Optional[Expression] = None


@dataclass(eq=False, repr=False)
class Throw(Expression):
    """`throw x`, an expression since PHP 8."""

    operand: Expression


@dataclass(eq=False, repr=False)
class Yield(Expression):
    """`yield`, `yield v`, `yield k => v`."""

    key: Optional[Expression]
    value: Optional[Expression]


@dataclass(eq=False, repr=False)
class YieldFrom(Expression):
    """`yield from x`."""

    operand: Expression


@dataclass(eq=False, repr=False)
class MatchArm(Node):
    """`a, b => x`; `conditions` None: `default`."""

    conditions: Optional[List[Expression]]
    body: Expression


@dataclass(eq=False, repr=False)
class Match(Expression):
    """`match (x) {…}`."""

    subject: Expression
    arms: List[MatchArm]


# ---------------------------------------------------------------- functions


@dataclass(eq=False, repr=False)
class PropertyHook(Node):
    """`get => expr;`, `set(T $v) {…}`: `body` an expression for the arrow form, None when abstract."""

    name: str
    by_ref: bool
    parameters: Optional[List[Parameter]]
    body: Union[Expression, List[Statement], None]
    modifiers: List[str]
    attributes: List[AttributeGroup]
    end_line: int = 0
    doc_comment: Optional[str] = None


@dataclass(eq=False, repr=False)
class Parameter(Node):
    """One parameter. `modifiers`: those of constructor promotion, lower case, `public(set)` among them."""

    name: str
    type: Optional[TypeNode]
    default: Optional[Expression]
    by_ref: bool
    variadic: bool
    modifiers: List[str]
    attributes: List[AttributeGroup]
    hooks: Optional[List[PropertyHook]] = None
    doc_comment: Optional[str] = None


@dataclass(eq=False, repr=False)
class ClosureUse(Node):
    """`use ($x, &$y)`."""

    name: str
    by_ref: bool


@dataclass(eq=False, repr=False)
class Closure(Expression):
    """`function (…) use (…) {…}`."""

    static: bool
    by_ref: bool
    parameters: List[Parameter]
    uses: List[ClosureUse]
    return_type: Optional[TypeNode]
    body: List[Statement]
    attributes: List[AttributeGroup]
    end_line: int = 0
    doc_comment: Optional[str] = None


@dataclass(eq=False, repr=False)
class ArrowFunction(Expression):
    """`fn(…) => expr`."""

    static: bool
    by_ref: bool
    parameters: List[Parameter]
    return_type: Optional[TypeNode]
    body: Expression
    attributes: List[AttributeGroup]
    end_line: int = 0
    doc_comment: Optional[str] = None


@dataclass(eq=False, repr=False)
class FunctionDeclaration(Statement):
    """`function f(…) {…}`."""

    name: str
    by_ref: bool
    parameters: List[Parameter]
    return_type: Optional[TypeNode]
    body: List[Statement]
    attributes: List[AttributeGroup]
    end_line: int = 0
    doc_comment: Optional[str] = None


# ---------------------------------------------------------------- classes


@dataclass(eq=False, repr=False)
class ConstantElement(Node):
    """`NAME = value` of `const`."""

    name: str
    value: Expression
    doc_comment: Optional[str] = None


@dataclass(eq=False, repr=False)
class ClassConstDeclaration(Node):
    """`final public const T A = 1, B = 2;`."""

    modifiers: List[str]
    type: Optional[TypeNode]
    elements: List[ConstantElement]
    attributes: List[AttributeGroup]


@dataclass(eq=False, repr=False)
class PropertyElement(Node):
    """`$name = default` of a property declaration."""

    name: str
    default: Optional[Expression]
    hooks: Optional[List[PropertyHook]] = None
    doc_comment: Optional[str] = None


@dataclass(eq=False, repr=False)
class PropertyDeclaration(Node):
    """`public readonly T $a = 1, $b;`; `modifiers` lower case (`var` as is; `private(set)`; `abstract`, `final`)."""

    modifiers: List[str]
    type: Optional[TypeNode]
    elements: List[PropertyElement]
    attributes: List[AttributeGroup]


@dataclass(eq=False, repr=False)
class MethodDeclaration(Node):
    """A method; `body` None when there is only `;`."""

    modifiers: List[str]
    name: str
    by_ref: bool
    parameters: List[Parameter]
    return_type: Optional[TypeNode]
    body: Optional[List[Statement]]
    attributes: List[AttributeGroup]
    end_line: int = 0
    doc_comment: Optional[str] = None


@dataclass(eq=False, repr=False)
class TraitPrecedence(Node):
    """`A::m insteadof B, C;`."""

    trait: Name
    method: str
    instead_of: List[Name]


@dataclass(eq=False, repr=False)
class TraitAlias(Node):
    """`A::m as protected n;`; `trait`, `modifier` and `alias` may be None."""

    trait: Optional[Name]
    method: str
    modifier: Optional[str]
    alias: Optional[str]


@dataclass(eq=False, repr=False)
class TraitUse(Node):
    """`use A, B {…}`."""

    traits: List[Name]
    adaptations: List[Union[TraitPrecedence, TraitAlias]]


@dataclass(eq=False, repr=False)
class EnumCase(Node):
    """`case A = 1;`."""

    name: str
    value: Optional[Expression]
    attributes: List[AttributeGroup]
    doc_comment: Optional[str] = None


ClassMember = Union[ClassConstDeclaration, PropertyDeclaration, MethodDeclaration, TraitUse, EnumCase]


@dataclass(eq=False, repr=False)
class ClassDeclaration(Statement):
    """`kind`: "class", "interface", "trait" or "enum". `name` None: an anonymous class.

    `parents` is `extends` (several for an interface); `interfaces` is `implements`; `backing` an enum's type.
    """

    kind: str
    name: Optional[str]
    modifiers: List[str]  # abstract, final, readonly
    parents: List[Name]
    interfaces: List[Name]
    backing: Optional[TypeNode]
    members: List[ClassMember]
    attributes: List[AttributeGroup]
    end_line: int = 0
    doc_comment: Optional[str] = None


# ---------------------------------------------------------------- statements


@dataclass(eq=False, repr=False)
class ExpressionStatement(Statement):
    """`expr;`."""

    expression: Expression


@dataclass(eq=False, repr=False)
class Echo(Statement):
    """`echo a, b;` and `<?= a ?>`."""

    operands: List[Expression]


@dataclass(eq=False, repr=False)
class InlineHtml(Statement):
    """Text outside `<?php … ?>`."""

    text: str


@dataclass(eq=False, repr=False)
class Block(Statement):
    """`{ … }`."""

    body: List[Statement]


@dataclass(eq=False, repr=False)
class If(Statement):
    """`branches` holds (condition, body, line of the `if`/`elseif`); `otherwise` None without an `else`."""

    branches: List[Tuple[Expression, List[Statement], int]]
    otherwise: Optional[List[Statement]]


@dataclass(eq=False, repr=False)
class While(Statement):
    """`while`."""

    condition: Expression
    body: List[Statement]


@dataclass(eq=False, repr=False)
class DoWhile(Statement):
    """`do … while`."""

    body: List[Statement]
    condition: Expression


@dataclass(eq=False, repr=False)
class For(Statement):
    """`for (initial; conditions; step)`: the last condition decides."""

    initial: List[Expression]
    conditions: List[Expression]
    step: List[Expression]
    body: List[Statement]


@dataclass(eq=False, repr=False)
class Foreach(Statement):
    """`foreach (subject as key => value)`; `value` an ArrayLiteral destructures."""

    subject: Expression
    key: Optional[Expression]
    value: Expression
    by_ref: bool
    body: List[Statement]


@dataclass(eq=False, repr=False)
class SwitchCase(Node):
    """`case test:`; `test` None: `default`."""

    test: Optional[Expression]
    body: List[Statement]


@dataclass(eq=False, repr=False)
class Switch(Statement):
    """`switch`."""

    subject: Expression
    cases: List[SwitchCase]


@dataclass(eq=False, repr=False)
class Break(Statement):
    """`break n;`: `levels` as written, 1 when nothing was."""

    levels: int


@dataclass(eq=False, repr=False)
class Continue(Statement):
    """`continue n;`."""

    levels: int


@dataclass(eq=False, repr=False)
class Return(Statement):
    """`return x;`."""

    value: Optional[Expression]


@dataclass(eq=False, repr=False)
class Global(Statement):
    """`global $a, $$b;`."""

    variables: List[Variable]


@dataclass(eq=False, repr=False)
class StaticVariable(Node):
    """`$name = initial` of `static`."""

    name: str
    initial: Optional[Expression]


@dataclass(eq=False, repr=False)
class StaticDeclaration(Statement):
    """`static $a = 1, $b;`."""

    variables: List[StaticVariable]


@dataclass(eq=False, repr=False)
class Unset(Statement):
    """`unset(a, b);`."""

    targets: List[Expression]


@dataclass(eq=False, repr=False)
class Catch(Node):
    """`catch (A | B $e) {…}`; `variable` may be None."""

    types: List[Name]
    variable: Optional[str]
    body: List[Statement]


@dataclass(eq=False, repr=False)
class Try(Statement):
    """`try`."""

    body: List[Statement]
    catches: List[Catch]
    finally_: Optional[List[Statement]]


@dataclass(eq=False, repr=False)
class Label(Statement):
    """`name:` for `goto`."""

    name: str


@dataclass(eq=False, repr=False)
class Goto(Statement):
    """`goto name;`."""

    label: str


@dataclass(eq=False, repr=False)
class Declare(Statement):
    """`declare(a=1, …)`; `body` None for the `;` form."""

    directives: List[Tuple[str, Expression]]
    body: Optional[List[Statement]]


@dataclass(eq=False, repr=False)
class Namespace(Statement):
    r"""`namespace A\B;` (the statements up to the next one are its body) or with braces; `name` None: global."""

    name: Optional[str]
    body: List[Statement]
    braced: bool


@dataclass(eq=False, repr=False)
class UseItem(Node):
    """One import: `kind` is "class", "function" or "const"; `name` whole, without a leading backslash."""

    kind: str
    name: str
    alias: str


@dataclass(eq=False, repr=False)
class Use(Statement):
    """`use …;`, group uses flattened."""

    items: List[UseItem]


@dataclass(eq=False, repr=False)
class ConstDeclaration(Statement):
    """`const A = 1;` outside a class."""

    elements: List[ConstantElement]
    attributes: List[AttributeGroup] = field(default_factory=list)


@dataclass(eq=False, repr=False)
class HaltCompiler(Statement):
    """`__halt_compiler();`: `offset` is the byte offset of the data that follows."""

    offset: int


@dataclass(eq=False, repr=False)
class Script(Node):
    """A whole file. `halt_offset` is set when it has a `__halt_compiler`."""

    statements: List[Statement]
    halt_offset: Optional[int] = None
