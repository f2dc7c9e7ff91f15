"""What literals mean: numbers, escapes, heredoc indentation. Strings are one code point per byte."""

from __future__ import annotations

import re
from typing import Dict, Match, Union

from engine.errors import CompileError

MAXIMUM_INTEGER = 2**63 - 1

_NEWLINE = re.compile(r"\r\n|\n|\r")
_SINGLE_QUOTED_ESCAPE = re.compile(r"\\([\\'])")
_ESCAPE = re.compile(r"\\(?:([\\$\"`nrtvef])|([0-7]{1,3})|[xX]([0-9A-Fa-f]{1,2})|u\{([0-9A-Fa-f]*)(\}?))")
_PLAIN_ESCAPES: Dict[str, str] = {
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "f": "\f",
    "v": "\v",
    "e": "\x1b",
    "\\": "\\",
    "$": "$",
}


def count_newlines(text: str) -> int:
    r"""Count the line ends in a piece of source: `\n`, `\r\n` or a lone `\r`."""
    if "\r" in text:
        return text.count("\n") + text.count("\r") - text.count("\r\n")
    return text.count("\n")


def number(text: str, line: int) -> Union[int, float]:
    """Value of a number as written; what does not fit 64 bits is a float."""
    digits = text.replace("_", "") if "_" in text else text
    base = _base(digits)
    if base == 10:
        if not digits.isdigit():
            return float(digits)
        value = _decimal(digits)
    else:
        if base == 8 and digits.isdigit() and ("8" in digits or "9" in digits):
            message = "Invalid numeric literal"
            raise CompileError(message, line, "Parse error")
        value = int(digits[2:] if digits[1] in "xXbBoO" else digits, base)
    if value <= MAXIMUM_INTEGER:
        return value
    return float(digits) if base == 10 else _float(digits[2:] if digits[1] in "xXbBoO" else digits, base)


def _base(digits: str) -> int:
    if digits[0] != "0" or len(digits) == 1:
        return 10
    base = {"x": 16, "b": 2, "o": 8}.get(digits[1].lower())
    if base is not None:
        return base
    return 8 if digits.isdigit() else 10


def _decimal(digits: str) -> int:
    # int() refuses very long decimals; anything beyond 64 bits only has to be recognised as such.
    return int(digits) if len(digits) < 20 else MAXIMUM_INTEGER + 1


def _float(digits: str, base: int) -> float:
    value = 0.0
    for digit in digits:
        # PHP adds the letter's code and then takes that of 0 away, which may round differently.
        value = value * base + int(digit, base) if base == 16 else value * base + ord(digit) - ord("0")
    return value


def single_quoted(body: str) -> str:
    """Undo the two escapes of a single-quoted string."""
    return _SINGLE_QUOTED_ESCAPE.sub(r"\1", body) if "\\" in body else body


def unescape(body: str, quote: str, line: int) -> str:
    """Undo the escapes of a double-quoted string, a heredoc (no quote) or a shell command, in source order."""
    if "\\" not in body:
        return body

    def replacement(match: Match[str]) -> str:
        plain, octal, hexadecimal, digits, close = match.groups()
        if plain is not None:
            if plain in '"`':
                return plain if plain == quote else match[0]
            return _PLAIN_ESCAPES.get(plain, match[0])
        if octal is not None:
            return chr(int(octal, 8) & 0xFF)
        if hexadecimal is not None:
            return chr(int(hexadecimal, 16))
        return _code_point(digits, close, line + count_newlines(body[: match.start()]))

    return _ESCAPE.sub(replacement, body)


def _code_point(digits: str, close: str, line: int) -> str:
    r"""UTF-8 bytes of `\u{digits}`, one code point each."""
    if not close or not digits:
        message = "Invalid UTF-8 codepoint escape sequence"
        raise CompileError(message, line, "Parse error")
    value = int(digits, 16)
    if value > 0x10FFFF:
        message = "Invalid UTF-8 codepoint escape sequence: Codepoint too large"
        raise CompileError(message, line, "Parse error")
    return chr(value).encode("utf-8", "surrogatepass").decode("latin-1")


def string_offset(text: str) -> Union[int, str]:
    """Key that `"$a[text]"` means: canonical decimals are integers, all else is a string."""
    if text.isdigit() and (text[0] != "0" or text == "0") and len(text) < 20 and int(text) <= MAXIMUM_INTEGER:
        return int(text)
    return text


def negated_offset(offset: Union[int, str]) -> Union[int, str]:
    """Key that `"$a[-offset]"` means."""
    if isinstance(offset, int) and offset != 0:
        return -offset
    return f"-{offset}"


def remove_indentation(
    text: str, indentation: int, line: int, *, using_spaces: bool, newline_before: bool, newline_after: bool
) -> str:
    """Remove a heredoc's indentation from one piece of its text.

    `newline_before`: the piece starts a line; `newline_after`: the closing label's line follows it.
    """
    pieces = _NEWLINE.split(text)
    ends = _NEWLINE.findall(text)
    result = []
    for index, whole in enumerate(pieces):
        piece = whole
        if index or newline_before:
            is_last = index == len(pieces) - 1
            piece = _unindented(
                whole, indentation, line + index, using_spaces=using_spaces, complete=not is_last or newline_after
            )
        result.append(piece)
        if index < len(ends):
            result.append(ends[index])
    return "".join(result)


def _unindented(line_text: str, indentation: int, line: int, *, using_spaces: bool, complete: bool) -> str:
    """One line without its indentation; a `complete` line may be blank and shorter."""
    for skipped in range(indentation):
        if skipped == len(line_text) and complete:
            return ""
        character = line_text[skipped : skipped + 1]
        if character not in (" ", "\t"):
            message = f"Invalid body indentation level (expecting an indentation level of at least {indentation})"
            raise CompileError(message, line, "Parse error")
        if (character == "\t") == using_spaces:
            message = "Invalid indentation - tabs and spaces cannot be mixed"
            raise CompileError(message, line, "Parse error")
    return line_text[indentation:]
