"""PHP's parse errors: what was not expected, and what was, if that list is short. Only runs when parsing failed.

Bison, which made PHP's parser, lists what a state expects after the reductions it makes by default, so these are
made here too, over the same automaton.
"""

from __future__ import annotations

import re
from typing import Dict, List, Optional, Sequence, Tuple

from engine.errors import CompileError
from engine.syntax.lexer import Spans, Tokens, tokenize
from engine.syntax.literals import count_newlines
from engine.syntax.tokens import DESCRIPTIONS, KINDS, NAMES, SPELLINGS

MAXIMUM_LISTED = 4
MAXIMUM_QUOTED = 30
_ELLIPSIS = "..."

_OPENING = {
    **{KINDS[f"'{bracket}'"]: bracket for bracket in "([{"},
    KINDS["T_ATTRIBUTE"]: "[",
    KINDS["T_CURLY_OPEN"]: "{",
    KINDS["T_DOLLAR_OPEN_CURLY_BRACES"]: "{",
}
_CLOSING = {KINDS["')'"]: "(", KINDS["']'"]: "[", KINDS["'}'"]: "{"}
_END = KINDS["END"]
_TEXT = KINDS["T_ENCAPSED_AND_WHITESPACE"]
_STRINGS = (_TEXT, KINDS["T_CONSTANT_ENCAPSED_STRING"])
# The `b` of `b'…'`, which the lexer skips.
_BINARY_PREFIX = re.compile(r"(?<![A-Za-z0-9_$\x80-\xff])[bB]\Z")
# Number of the rule for a whole script.
_START = 1
# Their text ends before the newline that belongs to them.
_LINE_COUNTED_LATER = (KINDS["';'"], KINDS["T_END_HEREDOC"])

Rules = Sequence[Tuple[int, int, object]]
Table = Sequence[Dict[int, int]]


def syntax_error(
    tokens: Tokens,
    index: int,
    states: List[int],
    tables: Tuple[Table, Table, Rules],
    source: str,
    *,
    short_open_tag: bool,
) -> CompileError:
    """Error for the token at `index`, where the parser stood in `states` and found no way on."""
    kind = tokens.kinds[index]
    if tokens.error is not None and index == len(tokens.kinds) - 1:
        return tokens.error
    spans: Spans = {}
    tokenize(source, short_open_tag=short_open_tag, spans=spans)
    start, end = spans[index]
    if kind in _STRINGS and _BINARY_PREFIX.search(source, max(start - 2, 0), start):
        start -= 1
    text = source[start:end]
    line = tokens.lines[index]
    is_unclosed = kind == _TEXT and tokens.values[index] is None
    if kind not in _LINE_COUNTED_LATER and not is_unclosed:
        line += count_newlines(text)
    message = _bracket_message(tokens, index, line)
    if message is None:
        expected = _expected(kind, states, tables)
        message = "syntax error, unexpected " + _unexpected_name(kind, text)
        if 0 < len(expected) <= MAXIMUM_LISTED:
            message += ", expecting " + " or ".join(map(_expected_name, expected))
    return CompileError(message, line, "Parse error")


def _bracket_message(tokens: Tokens, index: int, line: int) -> Optional[str]:
    """What is wrong with the bracket at `index`, or with those open at the end of the script."""
    kind = tokens.kinds[index]
    if kind != _END and kind not in _CLOSING:
        return None
    open_brackets: List[int] = []
    for position in range(index):
        if tokens.kinds[position] in _OPENING:
            open_brackets.append(position)
        elif tokens.kinds[position] in _CLOSING:
            open_brackets.pop()
    if not open_brackets:
        return None if kind == _END else f"Unmatched '{NAMES[kind][1]}'"
    opening = _OPENING[tokens.kinds[open_brackets[-1]]]
    if _CLOSING.get(kind) == opening:
        return None
    message = f"Unclosed '{opening}'"
    if tokens.lines[open_brackets[-1]] != line:
        message += f" on line {tokens.lines[open_brackets[-1]]}"
    if kind != _END:
        message += f" does not match '{NAMES[kind][1]}'"
    return message


def _expected(kind: int, states: List[int], tables: Tuple[Table, Table, Rules]) -> List[int]:
    """Kinds of token that Bison's parser would name as expected in these states."""
    rows, gotos, rules = tables
    states = list(states)
    while True:
        row = rows[states[-1]]
        default = _default_rule(row)
        rule = -row[kind] if kind in row else default
        if not rule:
            if states[-1] == gotos[0][rules[_START][0]]:
                return [_END]
            return sorted(other for other, step in row.items() if step > 0 or (step < 0 and -step != default))
        symbol, drop, _action = rules[rule]
        length = drop // 3 + 1
        if length:
            del states[-length:]
        states.append(gotos[states[-1]][symbol])


def _default_rule(row: Dict[int, int]) -> int:
    """The rule that most tokens would reduce, the first of them in the grammar; 0 without any."""
    counts: Dict[int, int] = {}
    for step in row.values():
        if step < 0:
            counts[-step] = counts.get(-step, 0) + 1
    return max(sorted(counts), key=counts.__getitem__, default=0)


def _expected_name(kind: int) -> str:
    name = NAMES[kind]
    if name == "T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG":
        return "amp"  # Bison cannot call two tokens "&", and PHP mends that for the unexpected one only.
    return f'"{SPELLINGS[name]}"' if name in SPELLINGS else DESCRIPTIONS.get(name, name)


def _unexpected_name(kind: int, text: str) -> str:
    """What PHP calls a token that it meets."""
    name = NAMES[kind]
    if name == "END":
        return DESCRIPTIONS[name]
    if name == "'\"'":
        return "double-quote mark"
    if name in SPELLINGS:
        return f'token "{SPELLINGS[name]}"'
    if name == "T_BAD_CHARACTER":
        return f"character 0x{ord(text):02X}"
    text = text.split("\n", 1)[0]
    description = DESCRIPTIONS.get(name, name)
    if name == "T_CONSTANT_ENCAPSED_STRING" and text[:1] in ("'", '"'):
        description = "double-quoted string" if text[0] == '"' else "single-quoted string"
    if text[:1] in ("'", '"'):
        text = text[1:]
    if text[-1:] in ("'", '"'):
        text = text[:-1]
    if len(text) > MAXIMUM_QUOTED + len(_ELLIPSIS):
        text = text[:MAXIMUM_QUOTED] + _ELLIPSIS
    return f'{description} "{text}"'
