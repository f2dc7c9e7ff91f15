"""Program execution: a script may quote arguments for a shell, though it cannot run one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.builtin.declare import Path, pure
from engine.runtime.exceptions import throw_error

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "standard"

_LENGTH_MAX = 2097152
_COMMAND_SPECIAL = "#&;`|*?~<>^()[]{}$\\\x0a\xff"


def _characters(text: str) -> str:
    """A text without the bytes that are no part of a character."""
    return text if text.isascii() else text.encode("latin-1").decode("utf-8", "ignore").encode().decode("latin-1")


@pure
def escapeshellarg(arg: Path) -> PhpString:
    """Escape a string to be used as a shell argument."""
    if len(arg) > _LENGTH_MAX - 3:
        raise throw_error("ValueError", f"Argument exceeds the allowed length of {_LENGTH_MAX} bytes")
    arg = _characters(arg)
    return "'" + arg.replace("'", "'\\''") + "'"


@pure
def escapeshellcmd(command: Path) -> PhpString:
    """Escape shell metacharacters."""
    if len(command) > _LENGTH_MAX - 1:
        raise throw_error("ValueError", f"Command exceeds the allowed length of {_LENGTH_MAX} bytes")
    command = _characters(command)
    pieces = []
    open_quote = ""
    for index, letter in enumerate(command):
        if letter in "'\"":
            if not open_quote and command.find(letter, index + 1) >= 0:
                open_quote = letter
            elif open_quote == letter:
                open_quote = ""
            else:
                pieces.append("\\")
        elif letter in _COMMAND_SPECIAL:
            pieces.append("\\")
        pieces.append(letter)
    return "".join(pieces)
