"""Configuration texts: parse_ini_string() and parse_ini_file()."""

from __future__ import annotations

from typing import Any, List, Literal, Optional, Tuple

from engine.builtin.declare import BadArgumentError, PhpConst, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import NUMERIC, parse_numeric, to_int, to_string
from engine.runtime.declarations import find_constant
from engine.runtime.values import PhpString, canonical_int

EXTENSION = "standard"

INI_SCANNER_NORMAL: PhpConst[int] = 0
INI_SCANNER_RAW: PhpConst[int] = 1
INI_SCANNER_TYPED: PhpConst[int] = 2

_TRUE = ("true", "on", "yes")
_FALSE = ("false", "off", "no", "none")
_OPERATORS = "|&^"
# What ends a word outside quotes.
_ENDS_WORD = "=\n\r;&|^$~(){}!\"[]"
# How deep parentheses may nest.
_DEPTH_MAX = 200


@contextual
def parse_ini_string(
    ini_string: PhpString, process_sections: bool = False, scanner_mode: int = INI_SCANNER_NORMAL
) -> PhpArray | Literal[False]:
    """Parse a configuration string."""
    return _parse(ini_string, "Unknown", process_sections, scanner_mode)  # type: ignore[no-any-return]


@contextual
def parse_ini_file(
    filename: PhpString, process_sections: bool = False, scanner_mode: int = INI_SCANNER_NORMAL
) -> PhpArray | Literal[False]:
    """Parse a configuration file."""
    if not filename:
        raise BadArgumentError("filename", "must not be empty")
    from engine.stdlib.files import open_or_warn

    stream = open_or_warn(filename, "r")
    if stream is None:
        return False
    text = stream.read(stream.available())
    stream.close()
    return _parse(text, filename, process_sections, scanner_mode)  # type: ignore[no-any-return]


class _SyntaxError(Exception):
    """The text is no configuration; the message is PHP's."""


def _parse(text: str, name: str, process_sections: bool, mode: int) -> Any:
    if mode not in (INI_SCANNER_NORMAL, INI_SCANNER_RAW, INI_SCANNER_TYPED):
        ctx.warning("Invalid scanner mode")
        return False
    parser = _Parser(text, mode, process_sections)
    try:
        parser.run()
    except _SyntaxError as error:
        ctx.warning(f"syntax error, {error} in {name} on line {parser.line}\n")
        return False
    return parser.result


class _Parser:
    """One walk through a text."""

    def __init__(self, text: str, mode: int, process_sections: bool) -> None:
        self.text = text
        self.mode = mode
        self.process_sections = process_sections
        self.position = 0
        self.line = 1
        self.result = PhpArray()
        self.section = self.result

    # ------------------------------------------------------------ statements

    def run(self) -> None:
        """Read every line."""
        text = self.text
        while True:
            self._skip_space()
            if self.position >= len(text):
                return
            letter = text[self.position]
            if letter in "\r\n":
                self._end_line()
            elif letter == ";":
                self._skip_comment()
            elif letter == "[":
                self._read_section()
            else:
                self._read_entry()

    def _skip_space(self) -> None:
        while self.position < len(self.text) and self.text[self.position] in " \t":
            self.position += 1

    def _end_line(self) -> None:
        if self.text.startswith("\r\n", self.position):
            self.position += 1
        self.position += 1
        self.line += 1

    def _skip_comment(self) -> None:
        end = self.text.find("\n", self.position)
        self.position = len(self.text) if end < 0 else end

    def _read_section(self) -> None:
        end = self.text.find("]", self.position)
        if end < 0 or "\n" in self.text[self.position : end]:
            raise _SyntaxError("unexpected end of file, expecting ']'")
        name = _unquoted(self.text[self.position + 1 : end].strip(" \t"))
        self.position = end + 1
        if self.process_sections:
            self.section = PhpArray()
            self.result.set(_key(name), self.section)

    def _read_entry(self) -> None:
        text = self.text
        start = self.position
        while self.position < len(text) and text[self.position] not in "=\n\r;[":
            if text[self.position] in "&|^$~(){}!\"":
                raise _SyntaxError(f"unexpected '{text[self.position]}'")
            self.position += 1
        label = text[start : self.position].rstrip(" \t")
        offset: Optional[str] = None
        if text[self.position : self.position + 1] == "[":
            end = text.find("]", self.position)
            if end < 0:
                raise _SyntaxError("unexpected end of file, expecting ']'")
            offset = _unquoted(text[self.position + 1 : end].strip(" \t"))
            self.position = end + 1
            self._skip_space()
        if text[self.position : self.position + 1] != "=":
            return
        if not label:
            raise _SyntaxError("unexpected '='")
        self.position += 1
        self._skip_space()
        value = self._raw_value() if self.mode == INI_SCANNER_RAW else self._value()
        self._store(label, offset, value)

    def _store(self, label: str, offset: Optional[str], value: Any) -> None:
        key = _key(label)
        if offset is None:
            self.section.set(key, value)
            return
        held = self.section.get(key)
        if type(held) is not PhpArray:
            held = PhpArray()
            self.section.set(key, held)
        if offset:
            held.set(offset, value)
        else:
            held.append(value)

    # ------------------------------------------------------------ values

    def _raw_value(self) -> Any:
        text = self.text
        start = self.position
        quote = text[start : start + 1]
        if quote in ("'", '"') and quote:
            end = text.find(quote, start + 1)
            if end >= 0:
                self.line += text.count("\n", start, end)
                self.position = end + 1
                self._skip_rest()
                return text[start + 1 : end]
        end = start
        while end < len(text) and text[end] not in "\r\n;":
            end += 1
        self.position = end
        return text[start:end].rstrip(" \t")

    def _skip_rest(self) -> None:
        while self.position < len(self.text) and self.text[self.position] not in "\r\n":
            self.position += 1

    def _value(self) -> Any:
        text = self.text
        end = self.position
        while end < len(text) and text[end] not in "\r\n;":
            end += 1
        word = text[self.position : end].strip(" \t").lower()
        if word in _TRUE or word in _FALSE or word == "null":
            self.position = end
            if self.mode == INI_SCANNER_TYPED:
                return None if word == "null" else word in _TRUE
            return "1" if word in _TRUE else ""
        value, is_number = self._expression(0)
        if self.mode == INI_SCANNER_TYPED and is_number:
            number, kind = parse_numeric(value)
            if kind == NUMERIC and not (value[:1] == "0" and value.isdecimal() and len(value) > 1):
                return number
        return value

    def _expression(self, depth: int) -> Tuple[str, bool]:
        """Operands and `|`, `&`, `^`, from left to right as PHP's grammar has them."""
        if depth > _DEPTH_MAX:
            raise _SyntaxError("unexpected '('")
        value, is_number = self._operand(depth)
        while True:
            self._skip_space()
            operator = self.text[self.position : self.position + 1]
            if not operator or operator not in _OPERATORS:
                return value, is_number
            self.position += 1
            self._skip_space()
            other, _number = self._operand(depth)
            left, right = _integer(value), _integer(other)
            result = left | right if operator == "|" else left & right if operator == "&" else left ^ right
            value, is_number = str(result), True

    def _operand(self, depth: int) -> Tuple[str, bool]:
        letter = self.text[self.position : self.position + 1]
        if letter == "(":
            self.position += 1
            self._skip_space()
            found = self._expression(depth + 1)
            self._skip_space()
            if self.text[self.position : self.position + 1] != ")":
                raise _SyntaxError(f"unexpected {self._here()}, expecting ')'")
            self.position += 1
            return found
        if letter and letter in "~!":
            self.position += 1
            self._skip_space()
            value, _number = self._operand(depth)
            number = _integer(value)
            return str(~number if letter == "~" else int(not number)), True
        return self._pieces()

    def _here(self) -> str:
        letter = self.text[self.position : self.position + 1]
        return "end of file" if not letter or letter in "\r\n" else f"'{letter}'"

    def _pieces(self) -> Tuple[str, bool]:
        """Words, strings and `${names}` one after the other."""
        text = self.text
        pieces: List[str] = []
        is_number = False
        while self.position < len(text):
            letter = text[self.position]
            if letter in "\r\n;" or letter in _OPERATORS or letter in "()":
                break
            if letter == '"':
                pieces.append(self._quoted())
                is_number = False
            elif letter == "'" and not pieces and text.find("'", self.position + 1) >= 0:
                end = text.find("'", self.position + 1)
                pieces.append(text[self.position + 1 : end])
                self.line += text.count("\n", self.position, end)
                self.position = end + 1
            elif letter == "$" and text.startswith("${", self.position):
                pieces.append(self._variable())
            elif letter in " \t":
                start = self.position
                self._skip_space()
                following = text[self.position : self.position + 1]
                if following and following not in "\r\n;|&^)\"":
                    pieces.append(text[start : self.position])
            elif letter in "={}~![]" and letter not in "[]":
                raise _SyntaxError(f"unexpected '{letter}'")
            else:
                word = self._word()
                is_number = not pieces and parse_numeric(word)[1] == NUMERIC
                pieces.append(_constant(word))
        return "".join(pieces), is_number and len(pieces) == 1

    def _word(self) -> str:
        text = self.text
        start = self.position
        self.position += 1
        while self.position < len(text) and text[self.position] not in _ENDS_WORD + " \t":
            self.position += 1
        return text[start : self.position]

    def _quoted(self) -> str:
        """A string in double quotes, which may go on over lines."""
        text = self.text
        pieces: List[str] = []
        self.position += 1
        while True:
            if self.position >= len(text):
                raise _SyntaxError(
                    "unexpected end of file, expecting TC_DOLLAR_CURLY or TC_QUOTED_STRING or '\"'"
                )
            letter = text[self.position]
            if letter == '"':
                self.position += 1
                return "".join(pieces)
            if letter == "\\" and text[self.position + 1 : self.position + 2] in ('"', "\\", "'"):
                self.position += 1
                letter = text[self.position]
            elif text.startswith("${", self.position):
                pieces.append(self._variable())
                continue
            elif letter == "\n":
                self.line += 1
            pieces.append(letter)
            self.position += 1

    def _variable(self) -> str:
        end = self.text.find("}", self.position)
        if self.text.startswith("${:-", self.position):
            raise _SyntaxError("unexpected TC_FALLBACK, expecting TC_VARNAME")
        if end < 0:
            raise _SyntaxError("unexpected end of file, expecting TC_FALLBACK or '}'")
        name, has_fallback, fallback = self.text[self.position + 2 : end].partition(":-")
        self.position = end + 1
        value = ctx.ini.get(name)
        if value is None:
            value = ctx.request.env.get(name)
        if not value and has_fallback:
            return fallback
        return value or ""


def _unquoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return text


def _key(text: str) -> Any:
    number = canonical_int(text)
    return text if number is None else number


def _integer(text: str) -> int:
    return to_int(text)


def _constant(word: str) -> str:
    """The value of a constant of this name, or the word."""
    if not (word[0].isalpha() or word[0] == "_") or not word.isascii():
        return word
    found, value = find_constant(word)
    return to_string(value) if found and type(value) is not PhpArray else word
