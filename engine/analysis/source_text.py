"""Spells a syntax tree as PHP source again: the text of an `assert()` that failed.

What PHP prints is normalised: `list()` becomes `[]`, every method has a visibility, indentation is four spaces.
"""

from __future__ import annotations

from typing import Any, Callable, Dict, Iterable, List, Tuple

from engine.syntax import nodes

Spelling = Callable[[Any, int, int], str]

# Of each binary operator: its own precedence, and the least its left and right operands need without parentheses.
_BINARY: Dict[str, Tuple[int, int, int]] = {
    "+": (200, 200, 201), "-": (200, 200, 201), "*": (210, 210, 211), "/": (210, 210, 211), "%": (210, 210, 211),
    "<<": (190, 190, 191), ">>": (190, 190, 191), ".": (185, 185, 186), "|": (140, 140, 141), "&": (160, 160, 161),
    "^": (150, 150, 151), "===": (170, 171, 171), "!==": (170, 171, 171), "==": (170, 171, 171), "!=": (170, 171, 171),
    "<": (180, 181, 181), "<=": (180, 181, 181), ">": (180, 181, 181), ">=": (180, 181, 181), "<=>": (180, 181, 181),
    "**": (250, 251, 250), "xor": (40, 40, 41), "&&": (130, 130, 131), "||": (120, 120, 121), "??": (110, 111, 110),
    "|>": (183, 183, 184),
}  # fmt: skip
_PREFIX = 240
_CASTS = {"float": "double"}
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\v": "\\v", "\x1b": "\\e"}
# Statements that end without a semicolon.
_OPEN_ENDED = (
    nodes.Label, nodes.If, nodes.Switch, nodes.While, nodes.Try, nodes.For, nodes.Foreach, nodes.FunctionDeclaration,
    nodes.MethodDeclaration, nodes.ClassDeclaration, nodes.TraitUse, nodes.Namespace, nodes.Declare,
)  # fmt: skip


def source_text(node: Any) -> str:
    """The PHP source of an expression."""
    return _spell(node, 0, 0)


def _spell(node: Any, priority: int, indent: int) -> str:
    if node is None:
        return ""
    if isinstance(node, nodes.Name):
        return {"fully": "\\", "relative": "namespace\\"}.get(node.kind, "") + node.text
    return _SPELLINGS[type(node)](node, priority, indent)


def _list(items: Iterable[Any], indent: int, priority: int = 20) -> str:
    return ", ".join(_spell(item, priority, indent) for item in items)


def _grouped(text: str, *, needed: bool) -> str:
    return f"({text})" if needed else text


# ---------------------------------------------------------------- statements


def _statements(body: Any, indent: int) -> str:
    """Statements, each on lines of its own."""
    lines = []
    for statement in body or ():
        if isinstance(statement, nodes.Block):
            lines.append(_statements(statement.body, indent))
            continue
        if isinstance(statement, (nodes.Global, nodes.StaticDeclaration, nodes.Unset, nodes.Echo)):
            lines += ["    " * indent + text + ";\n" for text in _one_by_one(statement, indent)]
            continue
        has_hooks = isinstance(statement, nodes.PropertyDeclaration) and statement.elements[0].hooks is not None
        end = "\n" if isinstance(statement, _OPEN_ENDED) or has_hooks else ";\n"
        lines.append("    " * indent + _spell(statement, 0, indent) + end)
    return "".join(lines)


def _one_by_one(statement: Any, indent: int) -> List[str]:
    if isinstance(statement, nodes.Global):
        return [f"global {_spell(variable, 0, indent)}" for variable in statement.variables]
    if isinstance(statement, nodes.Echo):
        return [f"echo {_spell(operand, 0, indent)}" for operand in statement.operands]
    if isinstance(statement, nodes.Unset):
        return [f"unset({_spell(target, 0, indent)})" for target in statement.targets]
    return [f"static ${variable.name}{_default(variable.initial, indent)}" for variable in statement.variables]


def _default(value: Any, indent: int) -> str:
    return "" if value is None else f" = {_spell(value, 0, indent)}"


def _braces(body: Any, indent: int) -> str:
    space = "    " * indent
    return "{\n" + _statements(body, indent + 1) + space + "}"


def _if(node: nodes.If, _priority: int, indent: int) -> str:
    space = "    " * indent
    text = ""
    for number, branch in enumerate(node.branches):
        word = "if (" if number == 0 else f"{space}}} elseif ("
        text += f"{word}{_spell(branch[0], 0, indent)}) {{\n{_statements(branch[1], indent + 1)}"
    otherwise = node.otherwise
    if otherwise is None:
        return text + space + "}"
    if len(otherwise) == 1 and isinstance(otherwise[0], nodes.If):
        return f"{text}{space}}} else {_if(otherwise[0], 0, indent)}"
    return f"{text}{space}}} else {_braces(otherwise, indent)}"


def _try(node: nodes.Try, _priority: int, indent: int) -> str:
    space = "    " * indent
    text = f"try {{\n{_statements(node.body, indent + 1)}{space}"
    for clause in node.catches:
        types = "|".join(name.text for name in clause.types)
        variable = "" if clause.variable is None else f" ${clause.variable}"
        text += f"}} catch ({types}{variable}) {{\n{_statements(clause.body, indent + 1)}{space}"
    if node.finally_ is not None:
        text += f"}} finally {{\n{_statements(node.finally_, indent + 1)}{space}"
    return text + "}"


def _switch(node: nodes.Switch, _priority: int, indent: int) -> str:
    inner = "    " * (indent + 1)
    cases = ""
    for case in node.cases:
        head = "default" if case.test is None else f"case {_spell(case.test, 0, indent + 1)}"
        cases += f"{inner}{head}:\n{_statements(case.body, indent + 2)}"
    return f"switch ({_spell(node.subject, 0, indent)}) {{\n{cases}{'    ' * indent}}}"


def _foreach(node: nodes.Foreach, _priority: int, indent: int) -> str:
    key = "" if node.key is None else f"{_spell(node.key, 0, indent)} => "
    value = ("&" if node.by_ref else "") + _spell(node.value, 0, indent)
    return f"foreach ({_spell(node.subject, 0, indent)} as {key}{value}) {_braces(node.body, indent)}"


def _for(node: nodes.For, _priority: int, indent: int) -> str:
    parts = [_list(node.initial, indent)]
    parts += [" " + _list(part, indent) if part else "" for part in (node.conditions, node.step)]
    return f"for ({';'.join(parts)}) {_braces(node.body, indent)}"


def _declare(node: nodes.Declare, _priority: int, indent: int) -> str:
    directives = ", ".join(f"{name} = {_spell(value, 0, indent)}" for name, value in node.directives)
    return f"declare({directives})" + (";" if node.body is None else " " + _braces(node.body, indent))


def _levels(word: str) -> Spelling:
    return lambda node, _priority, _indent: word if node.levels == 1 else f"{word} {node.levels}"


# ---------------------------------------------------------------- functions and classes


def _attributes(groups: List[nodes.AttributeGroup], indent: int, *, on_lines: bool) -> str:
    end = "\n" + "    " * indent if on_lines else " "
    text = ""
    for group in groups:
        shown = [
            attribute.name.text + (f"({_list(attribute.arguments, indent)})" if attribute.arguments else "")
            for attribute in group.attributes
        ]
        text += f"#[{', '.join(shown)}]{end}"
    return text


def _type(node: Any) -> str:
    if isinstance(node, nodes.NullableType):
        return "?" + _type(node.inner)
    if isinstance(node, nodes.UnionType):
        return "|".join(map(_type, node.members))
    if isinstance(node, nodes.IntersectionType):
        return "&".join(map(_type, node.members))
    return str(node.name.text)


def _modifiers(modifiers: List[str], order: Tuple[str, ...], default: str) -> str:
    levels = ("public", "protected", "private")
    visibility = next((level for level in levels if level in modifiers), default)
    words = [visibility, *(word for word in modifiers if word.endswith("(set)")), *(w for w in order if w in modifiers)]
    return "".join(word + " " for word in words if word)


def _parameters(parameters: List[nodes.Parameter], indent: int) -> str:
    return ", ".join(_parameter(parameter, indent) for parameter in parameters)


def _parameter(node: nodes.Parameter, indent: int) -> str:
    text = _attributes(node.attributes, indent, on_lines=False) + _modifiers(node.modifiers, (), "")
    if node.type is not None:
        text += _type(node.type) + " "
    text += ("&" if node.by_ref else "") + ("..." if node.variadic else "") + "$" + node.name
    return text + _default(node.default, indent) + _hooks(node.hooks, indent)


def _returns(type_: Any) -> str:
    return "" if type_ is None else f": {_type(type_)}"


def _function(node: Any, _priority: int, indent: int) -> str:
    head = _attributes(node.attributes, indent, on_lines=True)
    if isinstance(node, nodes.MethodDeclaration):
        head += _modifiers(node.modifiers, ("static", "abstract", "final"), "public")
    head += f"function {'&' if node.by_ref else ''}{node.name}({_parameters(node.parameters, indent)})"
    head += _returns(node.return_type)
    return head + (";\n" if node.body is None else f" {_braces(node.body, indent)}\n")


def _closure(node: nodes.Closure, _priority: int, indent: int) -> str:
    text = _attributes(node.attributes, indent, on_lines=False) + ("static " if node.static else "")
    text += f"function {'&' if node.by_ref else ''}({_parameters(node.parameters, indent)})"
    if node.uses:
        text += f" use({', '.join(('&' if use.by_ref else '') + '$' + use.name for use in node.uses)})"
    return f"{text}{_returns(node.return_type)} {_braces(node.body, indent)}"


def _arrow_function(node: nodes.ArrowFunction, _priority: int, indent: int) -> str:
    text = _attributes(node.attributes, indent, on_lines=False) + ("static " if node.static else "")
    text += f"fn{'&' if node.by_ref else ''}({_parameters(node.parameters, indent)}){_returns(node.return_type)}"
    return f"{text} => {_spell(node.body, 0, indent)}"


def _class_body(node: nodes.ClassDeclaration, indent: int) -> str:
    text = f" extends {_list(node.parents, indent)}" if node.parents else ""
    text += f" implements {_list(node.interfaces, indent)}" if node.interfaces else ""
    return f"{text} {_braces(node.members, indent)}"


def _class(node: nodes.ClassDeclaration, _priority: int, indent: int) -> str:
    text = _attributes(node.attributes, indent, on_lines=True)
    text += "".join(f"{word} " for word in ("abstract", "final", "readonly") if word in node.modifiers)
    backing = "" if node.backing is None else f": {_type(node.backing)}"
    return f"{text}{node.kind} {node.name}{backing}{_class_body(node, indent)}\n"


def _new(node: nodes.New, _priority: int, indent: int) -> str:
    arguments = _list(node.arguments, indent)
    if not isinstance(node.class_, nodes.ClassDeclaration):
        return f"new {_spell(node.class_, 0, indent)}({arguments})"
    attributes = _attributes(node.class_.attributes, indent, on_lines=False)
    given = f"({arguments})" if node.arguments else ""
    return f"new {attributes}class{given}{_class_body(node.class_, indent)}"


def _constants(node: nodes.ClassConstDeclaration, _priority: int, indent: int) -> str:
    text = _attributes(node.attributes, indent, on_lines=True) + _modifiers(node.modifiers, (), "public") + "const "
    text += "" if node.type is None else _type(node.type) + " "
    return text + ", ".join(f"{element.name} = {_spell(element.value, 0, indent)}" for element in node.elements)


def _properties(node: nodes.PropertyDeclaration, _priority: int, indent: int) -> str:
    text = _attributes(node.attributes, indent, on_lines=True)
    text += _modifiers(node.modifiers, ("static", "readonly"), "public")
    text += "" if node.type is None else _type(node.type) + " "
    return text + ", ".join(
        f"${element.name}{_default(element.default, indent + 1)}{_hooks(element.hooks, indent)}"
        for element in node.elements
    )


def _hooks(hooks: Any, indent: int) -> str:
    if hooks is None:
        return ""
    inner = "    " * (indent + 1)
    lines = []
    for hook in hooks:
        text = ("final " if "final" in hook.modifiers else "") + hook.name
        if hook.body is None:
            text += ";"
        elif isinstance(hook.body, list):
            text += " " + _braces(hook.body, indent + 1)
        else:
            text += f" => {_spell(hook.body, 0, indent + 1)};"
        lines.append(inner + text + "\n")
    return f" {{\n{''.join(lines)}{'    ' * indent}}}"


def _trait_use(node: nodes.TraitUse, _priority: int, indent: int) -> str:
    text = f"use {_list(node.traits, indent)}"
    if not node.adaptations:
        return text + ";"
    inner = "    " * (indent + 1)
    rules = ""
    for rule in node.adaptations:
        name = rule.method if rule.trait is None else f"{rule.trait.text}::{rule.method}"
        if isinstance(rule, nodes.TraitPrecedence):
            rules += f"{inner}{name} insteadof {_list(rule.instead_of, indent)};\n"
        else:
            words = " ".join(word for word in (rule.modifier, rule.alias) if word)
            rules += f"{inner}{name} as {words};\n"
    return f"{text} {{\n{rules}{'    ' * indent}}}"


def _case(node: nodes.EnumCase, _priority: int, indent: int) -> str:
    return f"{_attributes(node.attributes, indent, on_lines=True)}case {node.name}{_default(node.value, indent)}"


# ---------------------------------------------------------------- expressions


def _literal(node: nodes.Literal, _priority: int, _indent: int) -> str:
    value = node.value
    if type(value) is str:
        if any(letter < " " for letter in value):
            return f'"{_escaped(value, chr(34))}"'
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
    if type(value) is float:
        from engine.runtime.conversions import float_to_string

        text = float_to_string(value)
        return text if "." in text or "E" in text or "N" in text else text + ".0"
    return str(value)


def _escaped(text: str, mark: str) -> str:
    pieces = []
    for letter in text:
        if letter < " ":
            pieces.append(_ESCAPES.get(letter) or f"\\0{ord(letter) // 8}{ord(letter) % 8}")
        else:
            pieces.append("\\" + letter if letter in (mark, "$", "\\") else letter)
    return "".join(pieces)


def _interpolated(parts: List[Any], mark: str, indent: int) -> str:
    text = ""
    for number, part in enumerate(parts):
        if isinstance(part, nodes.Literal):
            text += _escaped(str(part.value), mark)
            continue
        following = parts[number + 1] if number + 1 < len(parts) else None
        runs_on = (
            isinstance(following, nodes.Literal)
            and str(following.value)[:1]
            and (
                str(following.value)[0] in "_["
                or str(following.value)[0].isalnum()
                or str(following.value)[0] >= "\x7f"
            )
        )
        is_plain = isinstance(part, nodes.Variable) and (isinstance(part.name, (str, nodes.Literal)))
        spelled = _spell(part, 0, indent)
        text += spelled if is_plain and not runs_on else "{" + spelled + "}"
    return mark + text + mark


def _name_or_braces(name: Any, indent: int) -> str:
    """What stands after `$` or `->`."""
    if isinstance(name, nodes.Literal):
        name = str(name.value)
    if isinstance(name, str):
        letters = name.replace("_", "a")
        is_plain = bool(name) and not name[0].isdecimal() and all(c.isalnum() or c >= "\x7f" for c in letters)
        return name if is_plain else "{" + name + "}"
    if isinstance(name, nodes.Variable):
        return _spell(name, 0, indent)
    return "{" + _spell(name, 0, indent) + "}"


def _arguments(node: Any, indent: int) -> str:
    return "(...)" if node.arguments is None else f"({_list(node.arguments, indent)})"


def _argument(node: nodes.Argument, priority: int, indent: int) -> str:
    head = "..." if node.unpack else "" if node.name is None else f"{node.name}: "
    return head + _spell(node.value, priority, indent)


def _array(node: nodes.ArrayLiteral, _priority: int, indent: int) -> str:
    items = []
    for item in node.items:
        if item is None:
            items.append("")
        elif item.unpack:
            items.append("..." + _spell(item.value, 80, indent))
        else:
            key = "" if item.key is None else f"{_spell(item.key, 80, indent)} => "
            items.append(f"{key}{'&' if item.by_ref else ''}{_spell(item.value, 80, indent)}")
    return f"[{', '.join(items)}]"


def _binary(node: nodes.Binary, priority: int, indent: int) -> str:
    own, left, right = _BINARY[node.operator]
    text = f"{_spell(node.left, left, indent)} {node.operator} {_spell(node.right, right, indent)}"
    return _grouped(text, needed=priority > own)


def _assignment(sign: Callable[[Any], str]) -> Spelling:
    def spell(node: Any, priority: int, indent: int) -> str:
        text = f"{_spell(node.target, 91, indent)} {sign(node)} {_spell(node.value, 90, indent)}"
        return _grouped(text, needed=priority > 90)

    return spell


def _before(word: Callable[[Any], str], own: int = _PREFIX, inner: int = _PREFIX + 1) -> Spelling:
    return lambda node, priority, indent: _grouped(
        word(node) + _spell(node.operand, inner, indent), needed=priority > own
    )


def _inc_dec(node: nodes.IncDec, priority: int, indent: int) -> str:
    target = _spell(node.target, _PREFIX + 1, indent)
    return _grouped(node.operator + target if node.prefix else target + node.operator, needed=priority > _PREFIX)


def _ternary(node: nodes.Ternary, priority: int, indent: int) -> str:
    middle = " ?: " if node.then is None else f" ? {_spell(node.then, 101, indent)} : "
    text = f"{_spell(node.condition, 100, indent)}{middle}{_spell(node.otherwise, 101, indent)}"
    return _grouped(text, needed=priority > 100)


def _match(node: nodes.Match, _priority: int, indent: int) -> str:
    inner = "    " * (indent + 1)
    arms = ""
    for arm in node.arms:
        head = "default" if arm.conditions is None else _list(arm.conditions, indent + 1, 0)
        arms += f"{inner}{head} => {_spell(arm.body, 0, 0)},\n"
    return f"match ({_spell(node.subject, 0, indent)}) {{\n{arms}{'    ' * indent}}}"


def _yield(node: nodes.Yield, priority: int, indent: int) -> str:
    key = "" if node.key is None else f"{_spell(node.key, 70, indent)} => "
    value = "" if node.value is None else _spell(node.value, 70, indent)
    return _grouped(f"yield {key}{value}", needed=priority > 70)


def _member(node: Any, _priority: int, indent: int) -> str:
    arrow = "?->" if node.nullsafe else "->"
    called = _arguments(node, indent) if isinstance(node, nodes.MethodCall) else ""
    return f"{_spell(node.base, 0, indent)}{arrow}{_name_or_braces(node.name, indent)}{called}"


_SPELLINGS: Dict[type, Spelling] = {
    nodes.Literal: _literal,
    nodes.Interpolated: lambda node, _p, indent: _interpolated(node.parts, '"', indent),
    nodes.ShellExec: lambda node, _p, indent: _interpolated(node.parts, "`", indent),
    nodes.MagicConstant: lambda node, _p, _i: node.name,
    nodes.ArrayLiteral: _array,
    nodes.Argument: _argument,
    nodes.Variable: lambda node, _p, indent: "$" + _name_or_braces(node.name, indent),
    nodes.Index: lambda node, _p, indent: f"{_spell(node.base, 260, indent)}[{_spell(node.index, 0, indent)}]",
    nodes.Property: _member,
    nodes.MethodCall: _member,
    nodes.StaticProperty: lambda node, _p, i: f"{_spell(node.class_, 0, i)}::${_name_or_braces(node.name, i)}",
    nodes.ClassConstant: lambda node, _p, i: (
        f"{_spell(node.class_, 0, i)}::" + (node.name if isinstance(node.name, str) else _spell(node.name, 0, i))
    ),
    nodes.Constant: lambda node, _p, _i: node.name.text,
    nodes.Call: lambda node, _p, i: _spell(node.callee, 0, i) + _arguments(node, i),
    nodes.StaticCall: lambda node, _p, i: (
        f"{_spell(node.class_, 0, i)}::{_name_or_braces(node.name, i)}{_arguments(node, i)}"
    ),
    nodes.New: _new,
    nodes.Unary: _before(lambda node: node.operator),
    nodes.Cast: _before(lambda node: f"({_CASTS.get(node.to, node.to)})"),
    nodes.Silence: _before(lambda _node: "@"),
    nodes.Binary: _binary,
    nodes.Ternary: _ternary,
    nodes.InstanceOf: lambda node, _p, i: f"{_spell(node.operand, 0, i)} instanceof {_spell(node.class_, 0, i)}",
    nodes.Assign: _assignment(lambda _node: "="),
    nodes.AssignRef: _assignment(lambda _node: "=&"),
    nodes.AssignOp: _assignment(lambda node: node.operator + "="),
    nodes.IncDec: _inc_dec,
    nodes.Isset: lambda node, _p, i: " && ".join(f"isset({_spell(operand, 0, i)})" for operand in node.operands),
    nodes.Empty: lambda node, _p, i: f"empty({_spell(node.operand, 0, i)})",
    nodes.Include: lambda node, _p, i: f"{node.kind}({_spell(node.operand, 0, i)})",
    nodes.Print: _before(lambda _node: "print ", 60, 61),
    nodes.Exit: lambda node, _p, i: f"\\exit({_spell(node.operand, 0, i)})",
    nodes.Clone: _before(lambda _node: "clone ", 270, 271),
    nodes.Throw: lambda node, _p, i: f"throw {_spell(node.operand, 0, i)}",
    nodes.Yield: _yield,
    nodes.YieldFrom: _before(lambda _node: "yield from ", 85, 86),
    nodes.Match: _match,
    nodes.Closure: _closure,
    nodes.ArrowFunction: _arrow_function,
    nodes.FunctionDeclaration: _function,
    nodes.MethodDeclaration: _function,
    nodes.ClassDeclaration: _class,
    nodes.ClassConstDeclaration: _constants,
    nodes.PropertyDeclaration: _properties,
    nodes.TraitUse: _trait_use,
    nodes.EnumCase: _case,
    nodes.ExpressionStatement: lambda node, _p, i: _spell(node.expression, 0, i),
    nodes.InlineHtml: lambda node, _p, i: f"echo {_literal(nodes.Literal(node.line, node.text), 0, i)}",
    nodes.If: _if,
    nodes.While: lambda node, _p, i: f"while ({_spell(node.condition, 0, i)}) {_braces(node.body, i)}",
    nodes.DoWhile: lambda node, _p, i: f"do {_braces(node.body, i)} while ({_spell(node.condition, 0, i)})",
    nodes.For: _for,
    nodes.Foreach: _foreach,
    nodes.Switch: _switch,
    nodes.Break: _levels("break"),
    nodes.Continue: _levels("continue"),
    nodes.Return: lambda node, _p, i: "return" if node.value is None else f"return {_spell(node.value, 0, i)}",
    nodes.Try: _try,
    nodes.Label: lambda node, _p, _i: f"{node.name}:",
    nodes.Goto: lambda node, _p, _i: f"goto {node.label}",
    nodes.Declare: _declare,
    nodes.ConstDeclaration: lambda node, _p, i: (
        "const " + ", ".join(f"{element.name} = {_spell(element.value, 0, i)}" for element in node.elements)
    ),
    nodes.HaltCompiler: lambda _node, _p, _i: "__HALT_COMPILER()",
}
