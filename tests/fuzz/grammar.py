"""Writes random PHP: from a grammar of the language, and by damaging real scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

RULES: dict[str, tuple[str, ...]] = {
    "script": ("<?php {stmts}", "<?php {stmts} ?>text<?= {expr} ?>", "<?php declare(strict_types=1); {stmts}", "<?php namespace A\\B; use C\\D; {stmts}"),
    "stmts": ("{stmt}", "{stmt} {stmts}", "{stmt} {stmt} {stmt}"),
    "stmt": (
        "{expr};", "echo {expr}, {expr};", "if ({expr}) {block} else {block}", "if ({expr}): {stmt} elseif ({expr}): {stmt} endif;",
        "while ({expr}) {block}", "do {block} while ({expr});", "for ({expr}; {expr}; {expr}) {block}", "foreach ({expr} as {var} => {var}) {block}",
        "foreach ({expr} as [{var}, 'k' => &{var}]) {block}", "switch ({expr}) {{ case {expr}: {stmt} break; default: {stmt} }}", "try {block} catch (E | F {var}) {block} finally {block}",
        "return {expr};", "break;", "continue 2;", "goto l;", "l:", "throw {expr};", "unset({var}, {var}[{expr}]);", "global {var}; static {var} = {expr};", "function {name}({params}): {type} {block}",
        "{class}", "const {name} = {expr};", "yield {expr};", "inline ?> html {{$x}} <?php ;", "__halt_compiler();", "{{{stmts}}}", ";", "use function {name}; ", "declare(ticks=1);", "#[A({expr})] function {name}() {{}}",
        "{name}: while (1) break;", "list({var}, , {var}) = {expr};", "[{var}, [{var}]] = {expr};", "static fn() => {expr};", "exit({expr});", "isset({var}) || empty({expr});", "echo <<<E\n a{{{var}}}b {var}[0]\n E;",
    ),
    "block": ("{{ {stmts} }}", "{{ }}", "{stmt}"),
    "class": (
        "class {name} extends {name} implements {name} {{ {members} }}", "abstract class {name} {{ {members} }}", "interface {name} {{ {members} }}", "trait {name} {{ {members} }}",
        "enum {name}: string {{ case A = {expr}; {members} }}", "final readonly class {name} {{ {members} }}",
    ),
    "members": ("", "{member}", "{member} {members}"),
    "member": (
        "public ?{type} {var} = {expr};", "private static {var};", "const {name} = {expr};", "final protected const int {name} = 1;", "function {name}({params}) {block}", "abstract static function {name}();",
        "use {name}, {name} {{ {name}::{name} insteadof {name}; {name} as protected {name}; }}", "public {var} {{ get => {expr}; set({type} {var}) {block} }}", "case {name};", "public function __construct(private {var}, readonly int {var} = {expr}) {{}}",
        "public private(set) int {var};",
    ),
    "params": ("", "{var}", "{type} {var} = {expr}", "&{var}, {type} ...{var}", "{var}, ?{type} {var} = null"),
    "type": ("int", "string", "?array", "int|string|null", "A&B", "(A&B)|null", "void", "never", "static", "mixed", "callable", "self", "{name}", "iterable"),
    "expr": (
        "{var}", "{literal}", "{literal}", "{var} = {expr}", "{var} .= {expr}", "{var} ??= {expr}", "&{var}", "{expr} {binary} {expr}", "{unary}{expr}", "{expr} ? {expr} : {expr}", "{expr} ?: {expr}", "({expr})",
        "{name}({args})", "{var}({args})", "{var}->{name}", "{var}?->{name}({args})", "{name}::{var}", "{name}::{name}", "{name}::class", "new {name}({args})", "new class({args}) {{ {members} }}", "[{expr}, 'k' => {expr}, ...{expr}]", "array({expr} => &{var})",
        "{expr}[{expr}]", "{var}[] = {expr}", "fn({params}) => {expr}", "function({params}) use ({var}, &{var}) {block}", "match ({expr}) {{ {expr}, {expr} => {expr}, default => {expr} }}", "(int) {expr}", "(object) {expr}", "@{expr}", "clone {expr}",
        "{expr} instanceof {name}", "print {expr}", "include {expr}", "yield", "yield from {expr}", "throw {expr}", "`{text}`", "{name}(...)", "{var}++", "--{var}", "list('a' => {var}) = {expr}", "isset({var}[{expr}])", "eval({expr})", "${{{expr}}}", "$${name}", "static::{name}({args})",
        "{expr} |> {name}(...)", "\\{name}\\{name}", "__LINE__", "exit",
    ),
    "args": ("", "{expr}", "{expr}, {expr}", "...{expr}", "{name}: {expr}", "{expr}, {name}: {expr}", "{var}"),
    "binary": "+ - * / % ** . << >> & | ^ && || and or xor == != === !== < > <= >= <=> ?? |>".split(),  # type: ignore[dict-item] # a list of words will do
    "unary": ("!", "-", "+", "~", "++", "--", "(string) ", "@", "print ", "clone "),
    "var": ("$a", "$b", "$c", "$this", "$GLOBALS", "$_GET", "$x1", "$\xe9"),
    "name": ("f", "g", "A", "B", "E", "strlen", "array_map", "count", "parent", "self", "stdClass", "ArrayObject", "x", "list", "enum", "readonly", "match", "str_repeat", "sprintf", "preg_match", "json_encode", "serialize", "var_dump"),
    "literal": (
        "1", "0", "-1", "9223372036854775807", "0x7F", "0b1", "0o7", "1_000", "1.5", "1e400", ".5", "'s'", '"a$b"', '"a{{$b[0]}}c"', '"${{a}}"', '"\\u{{1F600}}\\x41\\101"', "true", "null", "PHP_INT_MAX", "[]", "'\\\\'", "''", "__DIR__", '"$a[0] $a->b"',
        "<<<X\nt $a\nX", "<<<'X'\n  t\n  X", "1.", "08", "0x", "'", '"',
    ),
    "text": ("id", "$a", "\\`"),
}  # fmt: skip

_HOLE = re.compile(r"\{\{|\}\}|\{(\w+)\}")
_PIECES = [
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ";",
    ",",
    "'",
    '"',
    "$",
    "?>",
    "<?php ",
    "/*",
    "*/",
    "//",
    "\\",
    "->",
    "::",
    "=>",
    "<<<E\n",
    "\nE;",
    "\0",
    "\xff",
    "0",
    "=",
    "&",
    "...",
    "#[",
    "]",
    " static ",
    " function ",
    " fn",
    " class ",
    " yield ",
    "@",
    "`",
    "\n",
]


def generate(source: random.Random, rule: str = "script", depth: int = 0) -> str:
    """One text of a rule; deep ones are cut short by what does not branch."""
    choices = RULES[rule]
    if depth > 7:
        choices = (
            tuple(choices[:1])
            if rule not in ("expr", "stmt", "stmts", "block")
            else {"expr": ("$a", "1"), "stmt": (";",), "stmts": (";",), "block": ("{{ }}",)}[rule]
        )
    template = source.choice(list(choices))

    def fill(found: re.Match[str]) -> str:
        return {"{{": "{", "}}": "}"}.get(found[0]) or generate(source, found[1], depth + 1)

    return _HOLE.sub(fill, template)


def damage(source: random.Random, text: str, others: list[str]) -> str:
    """A script with a few pieces removed, doubled, moved, put in or taken from another."""
    for _ in range(source.choice((1, 1, 1, 2, 3, 6))):
        at = source.randrange(len(text) + 1)
        end = min(len(text), at + source.choice((1, 1, 2, 5, 20, 100)))
        kind = source.randrange(6)
        if kind == 0:
            text = text[:at] + text[end:]
        elif kind == 1:
            text = text[:at] + source.choice(_PIECES) + text[at:]
        elif kind == 2:
            text = text[:end] + text[at:]
        elif kind == 3:
            other = source.choice(others)
            start = source.randrange(len(other) + 1)
            text = text[:at] + other[start : start + source.choice((5, 30, 200))] + text[end:]
        elif kind == 4 and at < len(text):
            text = text[:at] + chr(ord(text[at]) ^ 1 << source.randrange(8) & 255) + text[at + 1 :]
        else:
            text = text[:at] + source.choice(_PIECES) + text[end:]
    return text
