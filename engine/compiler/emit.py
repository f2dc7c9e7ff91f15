"""Spells Python source text. The only module that quotes and mangles what a script wrote.

Everything a script wrote reaches the text as a quoted literal, or as an identifier with one of our prefixes whose
remaining letters are ASCII letters, digits and underscores.
"""

from __future__ import annotations

import math
from typing import Any, List

from engine.syntax import nodes

# Put before a part of an expression that stands on another PHP line than its statement: MARK line END.
MARK, END = "\x01", "\x02"


def quote(value: Any) -> str:
    """A Python literal for a PHP scalar."""
    if type(value) is float:
        if math.isinf(value):
            return "INF" if value > 0 else "(-INF)"
        if math.isnan(value):
            return "NAN"
        return repr(value) if value >= 0 and math.copysign(1, value) > 0 else f"({value!r})"
    if type(value) is int and value < 0:
        return f"({value!r})"
    return ascii(value)


def is_plain(name: str) -> bool:
    """Whether `name` can be the tail of a Python identifier as it is."""
    return name.isascii() and name.replace("_", "a").isalnum()


def variable(name: str) -> str:
    """The Python local of a PHP variable."""
    if is_plain(name):
        return "v_" + name
    return "w_" + "".join(f"{ord(letter):02x}" for letter in name)


def tail(name: str) -> str:
    """`name` as the readable, not necessarily unique, end of one of our own identifiers."""
    return "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in name)


def marked(code: str, line: int) -> str:
    """`code`, known to stand on PHP line `line`."""
    return f"({MARK}{line}{END}{code})"


class Lines:
    """Python text under construction, and the PHP line of each of its lines."""

    def __init__(self) -> None:
        self.text: List[str] = []
        self.php: List[int] = [0]

    def add(self, indent: int, code: str, line: int) -> None:
        """Add one statement of PHP line `line`; parts marked with other lines get Python lines of their own."""
        space = "    " * indent
        if MARK not in code:
            self.text.append(space + code)
            self.php.append(line)
            return
        pieces = code.split(MARK)
        self.text.append(space + pieces[0])
        self.php.append(line)
        for piece in pieces[1:]:
            number, _end, rest = piece.partition(END)
            if int(number) == self.php[-1]:
                self.text[-1] += rest
            else:
                self.text.append(space + " " + rest)
                self.php.append(int(number))

    def source(self) -> str:
        """The whole text."""
        return "\n".join(self.text) + "\n"


class Raw(nodes.Expression):
    """Python text in the place of an expression."""

    def __init__(self, line: int, code: str) -> None:
        self.line = line
        self.code = code


def unmark(code: str) -> str:
    """`code` without its line marks."""
    if MARK not in code:
        return code
    first, *pieces = code.split(MARK)
    return first + "".join(piece.partition(END)[2] for piece in pieces)
