"""Where a statement has placeholders, as PDO finds them for PostgreSQL: not in texts, comments or dollar quotes."""

from __future__ import annotations

import re
from typing import List, NamedTuple

from engine.runtime.context import ctx

NAMED = "named"
POSITIONAL = "positional"
# `??` stands for a question mark that is none.
ESCAPED = "escaped"

_TOKEN = re.compile(
    r"""
      (?P<text> [eE]'(?:''|\\[^\0]|[^'\\\0])*' | "(?:""|[^"\0])*" | '(?:''|[^'\0])*' | :{2,} )
    | (?P<quote> \$(?:[A-Za-z_\x80-\xff][A-Za-z_0-9\x80-\xff]*)?\$ )
    | (?P<escaped> \?\? )
    | (?P<named> :[A-Za-z0-9_]+ )
    | (?P<positional> \? )
    | (?P<comment> /\*(?:[^*]|\*+[^/*])*\*+/ | --[^\n]* )
    """,
    re.VERBOSE,
)


class Placeholder(NamedTuple):
    """One placeholder: its kind and its place in the statement."""

    kind: str
    start: int
    end: int


def find(sql: str) -> List[Placeholder]:
    """Return the placeholders of a statement, in order."""
    found = []
    closing = None
    for token in _TOKEN.finditer(sql):
        kind = token.lastgroup or ""
        if closing is not None:
            if kind == "quote" and token[0] == closing:
                closing = None
            elif kind == ESCAPED:
                ctx.deprecated(
                    "PDO::prepare(): Escaping question marks inside dollar quoted strings is not required anymore and "
                    "is deprecated"
                )
                found.append(Placeholder(ESCAPED, token.start(), token.end()))
            continue
        if kind == "quote":
            closing = token[0]
        elif kind == NAMED:
            before = sql[token.start() - 1 : token.start()]
            if not (before.isascii() and before.isalnum()):
                found.append(Placeholder(NAMED, token.start(), token.end()))
        elif kind in (POSITIONAL, ESCAPED):
            found.append(Placeholder(kind, token.start(), token.end()))
    return found


def rewrite(sql: str, placeholders: List[Placeholder], replacements: List[str]) -> str:
    """Return the statement with each placeholder replaced."""
    pieces: List[str] = []
    at = 0
    for placeholder, replacement in zip(placeholders, replacements):
        pieces += (sql[at : placeholder.start], replacement)
        at = placeholder.end
    return "".join([*pieces, sql[at:]])
