"""An error or notice of the server as libpq words it: severity, message, the line it points into, detail, hint."""

from __future__ import annotations

import unicodedata
from typing import Dict, Optional, Tuple

# How much of a line is shown, and how much of it to the right of the place that is pointed to.
_DISPLAY_WIDTH = 60
_RIGHT_WIDTH = 10


def error_text(fields: Dict[str, str], sql: Optional[str], *, shows_context: bool = True) -> str:
    """Return the text, with a line break at its end; `sql` is what the position points into."""
    text = f"{fields.get('S', '')}:  {fields.get('M', '')}"
    pointer = ""
    position, internal = fields.get("P"), fields.get("p")
    if position is not None:
        if sql is not None:
            pointer = _pointer(sql, int(position))
        else:
            text += f" at character {position}"
    elif internal is not None and "q" in fields:
        pointer = _pointer(fields["q"], int(internal))
    text += "\n" + pointer
    if "D" in fields:
        text += f"DETAIL:  {fields['D']}\n"
    if "H" in fields:
        text += f"HINT:  {fields['H']}\n"
    if "q" in fields:
        text += f"QUERY:  {fields['q']}\n"
    if "W" in fields and shows_context:
        text += f"CONTEXT:  {fields['W']}\n"
    return text


def _width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def _pointer(sql: str, position: int) -> str:
    """The line of a text that has the character at `position`, counted from 1, and a caret below it."""
    letters = sql.encode("latin-1").decode("utf-8", "replace")
    place = position - 1
    if not 0 <= place <= len(letters):
        return ""
    start, end, number = _line_bounds(letters, place)
    line = letters[start:end].replace("\t", " ")
    place -= start
    before = [0]
    for letter in line:
        before.append(before[-1] + _width(letter))
    first, last = 0, len(line)
    is_cut_right = False
    if before[last] > _DISPLAY_WIDTH:
        if before[place] + _RIGHT_WIDTH <= _DISPLAY_WIDTH:
            while before[last] > _DISPLAY_WIDTH:
                last -= 1
            is_cut_right = True
        else:
            while before[place] + _RIGHT_WIDTH < before[last]:
                last -= 1
                is_cut_right = True
            while before[last] - before[first] > _DISPLAY_WIDTH:
                first += 1
    heading = f"LINE {number}: " + ("..." if first else "")
    shown = line[first:last] + ("..." if is_cut_right else "")
    caret = " " * (len(heading) + before[place] - before[first]) + "^"
    return (f"{heading}{shown}\n{caret}\n").encode().decode("latin-1")


def _line_bounds(letters: str, place: int) -> Tuple[int, int, int]:
    """Start and end of the line around a place, and its number."""
    number, start = 1, 0
    for index in range(place):
        if letters[index] == "\n" or (letters[index] == "\r" and letters[index + 1 : index + 2] != "\n"):
            number += 1
            start = index + 1
    end = start
    while end < len(letters) and letters[end] not in "\r\n":
        end += 1
    return start, end, number
