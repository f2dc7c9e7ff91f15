"""parse_ini_file() and parse_ini_string(): texts in the form of php.ini, as arrays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Literal, NoReturn, Optional, Tuple

from engine.builtin.declare import BadArgumentError, Path, PhpConst, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import parse_numeric, to_string, wrap_int32
from engine.runtime.declarations import find_constant
from engine.runtime.values import Key, canonical_int
from engine.stdlib.tokenizer.highlighting import read_source

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "standard"

INI_SCANNER_NORMAL: PhpConst[int] = 0
INI_SCANNER_RAW: PhpConst[int] = 1
INI_SCANNER_TYPED: PhpConst[int] = 2


@contextual
def parse_ini_file(
    filename: Path, process_sections: bool = False, scanner_mode: int = INI_SCANNER_NORMAL
) -> PhpArray | Literal[False]:
    """Parse a configuration file."""
    if not filename:
        raise BadArgumentError("filename", "must not be empty")
    source = read_source(filename)
    if source is None:
        return False
    return _parsed(source, filename, scanner_mode, by_section=process_sections)


@contextual
def parse_ini_string(
    ini_string: PhpString, process_sections: bool = False, scanner_mode: int = INI_SCANNER_NORMAL
) -> PhpArray | Literal[False]:
    """Parse a configuration string."""
    return _parsed(ini_string, "Unknown", scanner_mode, by_section=process_sections)


def _parsed(source: str, filename: str, mode: int, *, by_section: bool) -> PhpArray | Literal[False]:
    mode = wrap_int32(mode)
    if not INI_SCANNER_NORMAL <= mode <= INI_SCANNER_TYPED:
        ctx.warning("Invalid scanner mode")
        return False
    ctx.charge(len(source) * 4)
    entries = _Entries(by_section=by_section)
    try:
        _Parser(source, mode, entries).run()
    except _SyntaxError as error:
        ctx.warning(f"{error.message} in {filename} on line {error.line}\n")
        return False
    return entries.result


class _SyntaxError(Exception):
    """PHP's complaint about a text; `line` is where."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


class _Entries:
    """The array that is being made."""

    def __init__(self, *, by_section: bool) -> None:
        self.result = PhpArray()
        self._target: PhpArray = self.result
        self._by_section = by_section

    def open_section(self, name: str) -> None:
        if self._by_section:
            self._target = PhpArray()
            self.result.set(_key(name), self._target)

    def add(self, name: str, value: Any) -> None:
        self._target.set(_key(name), value)

    def add_element(self, name: str, offset: str, value: Any) -> None:
        key: Key = _element_key(name)
        found: Any = self._target.get(key) if self._target.has(key) else None
        if type(found) is not PhpArray:
            found = PhpArray()
            self._target.set(key, found)
        if offset:
            found.set(_key(offset), value)
        else:
            found.append(value)


def _key(name: str) -> Key:
    number = canonical_int(name)
    return name if number is None else number


def _element_key(name: str) -> Key:
    """As PHP makes an index of `x` in `x[a]`: any integer but one that begins with 0."""
    if len(name) > 1 and name[0] == "0":
        return name
    number, _kind = parse_numeric(name)
    return number if type(number) is int and re.match(r"[ \t\n\r\v\f]*[+-]?[0-9]+\Z", name) else name


_LABEL_CHARACTER = r"[^=\n\r\t;&|^$~(){}!\"\[\]\0]"
_BLANKS = re.compile(r"[ \t]*")
_LABEL = re.compile(rf"{_LABEL_CHARACTER}+")
_OFFSET_START = re.compile(rf"({_LABEL_CHARACTER}+)\[[ \t]*")
_KEYWORD = re.compile(r"(?i:(true|on|yes)|(false|off|none|no)|(null))[ \t]*")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
_NEWLINE = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
_COMMENT = re.compile(r"[ \t]*;[^\r\n]*(?:\r\n|\n|\r|\Z)")
_SECTION_START = re.compile(r"[ \t]*\[")
_VALUE_END = re.compile(r"[ \t]*(?:[\r\n]|;)|=|\Z")
_SECTION_END = re.compile(r"\][ \t]*(?:\r\n|\n|\r)?")
_RAW_SECTION = re.compile(r"[^\]\n\r]+")
_OFFSET_END = re.compile(r"[ \t]*\]")
_SINGLE_QUOTED = re.compile(r"'[^']+'")
_QUOTE_START = re.compile(r'[ \t]*"')
_QUOTE_END = re.compile(r'"[ \t]*')
_CONSTANT = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]*")
_NUMBER = re.compile(r"-?[0-9]+|[0-9]*\.[0-9]+|[0-9]+\.[0-9]*")
_NUMBERS = (re.compile(r"-?[0-9]+"), re.compile(r"[0-9]*\.[0-9]+"), re.compile(r"[0-9]+\.[0-9]*"))
_OPERATOR = re.compile(r"([&|^~()!])[ \t]*")
_WHITESPACE = re.compile(r"[ \t]+")
_DOLLAR = r"\$(?:[^{\0]|\\(?s:.))"
_VALUE = re.compile(rf"(?:[^$= \t\n\r;&|^~()!\"'\0]|{_DOLLAR})+")
_SECTION_VALUE = re.compile(rf"(?:[^$\n\r;\"'\]\\]|\\(?s:.)|{_DOLLAR})+")
_FALLBACK_VALUE = re.compile(rf"(?:[^$\n\r;\"'}}\\]|\\(?s:.)|{_DOLLAR})+")
_VARIABLE_NAME = re.compile(r"(?:(?!:-)[^=\n\r\t;&|^$~(){}!\"\[\]\0])+")

_VALUE_PLACE, _SECTION_PLACE, _OFFSET_PLACE, _FALLBACK_PLACE = "value", "section", "offset", "fallback"
_TEXTS = {
    _VALUE_PLACE: _VALUE, _SECTION_PLACE: _SECTION_VALUE, _OFFSET_PLACE: _SECTION_VALUE,
    _FALLBACK_PLACE: _FALLBACK_VALUE,
}  # fmt: skip
# How deep parentheses and signs, or fallbacks of variables, may be nested.
_NESTING_MAX = 200


class _Parser:
    """One pass over a text: each statement is a line, but for quotes that go on over the end of one."""

    def __init__(self, source: str, mode: int, entries: _Entries) -> None:
        # A NUL ends the text.
        self.source = source.partition("\0")[0]
        if self.source.startswith("\xef\xbb\xbf") and len(self.source) > 3:
            self.source = self.source[3:]
        self.mode = mode
        self.entries = entries
        self.position = 0
        self.line = 1
        self.depth = 0
        self.is_in_value = False

    def run(self) -> None:
        """Add all entries of the text."""
        while self.position < len(self.source):
            self._statement()

    def _take(self, pattern: re.Pattern[str]) -> Optional[re.Match[str]]:
        match = pattern.match(self.source, self.position)
        if match is not None:
            self.position = match.end()
        return match

    def _peek(self) -> str:
        return self.source[self.position : self.position + 1]

    def _statement(self) -> None:
        if self._take(_NEWLINE) or self._take(_COMMENT):
            self.line += 1
            return
        if _BLANKS.match(self.source, self.position).end() == len(self.source):  # type: ignore[union-attr]
            self.position = len(self.source)
            return
        if self._take(_SECTION_START):
            self._section()
            return
        keyword = _KEYWORD.match(self.source, self.position)
        label = _LABEL.match(self.source, self.position)
        offset = self._take(_OFFSET_START)
        if offset is not None:
            self._element(offset[1].strip(" \t"))
        elif keyword is not None and (label is None or keyword.end() >= label.end()):
            self._fail(_keyword_token(keyword))
        elif label is not None:
            self.position = label.end()
            name = label[0].strip(" \t")
            if self._take(_EQUALS):
                self.entries.add(name, self._value())
        elif self._peek() in _TOKENS:
            self._fail()
        else:
            # The text ends at what nothing begins with, as a comment does that no newline ends.
            self.position = len(self.source)

    def _section(self) -> None:
        if self.mode == INI_SCANNER_RAW:
            match = self._take(_RAW_SECTION)
            name = "" if match is None else match[0]
        else:
            name = self._text(_SECTION_PLACE)
        if self._take(_SECTION_END) is None:
            self._fail("end of file" if self._peek() in "\r\n" else None, expected="']'")
        self.line += 1
        self.entries.open_section(name)

    def _element(self, name: str) -> None:
        offset = self._text(_OFFSET_PLACE)
        if self._take(_OFFSET_END) is None:
            self._fail("end of file" if self._peek() in "\r\n" else None, expected="']'")
        if self._take(_EQUALS) is None:
            self._fail("TC_LABEL" if _LABEL.match(self.source, self.position) else None, expected="'='")
        self.entries.add_element(name, offset, self._value())

    # ------------------------------------------------------------ values

    def _value(self) -> Any:
        if self.mode == INI_SCANNER_RAW:
            return self._raw_value()
        value: Any
        self.is_in_value = True
        keyword = self._alone(_KEYWORD)
        if keyword is not None:
            value = self._keyword_value(keyword)
        elif self._is_end():
            value = ""
        else:
            value = self._expression(0)
        self._end_of_value()
        self.is_in_value = False
        return value

    def _keyword_value(self, keyword: re.Match[str]) -> Any:
        if self.mode != INI_SCANNER_TYPED:
            return "1" if keyword[1] else ""
        return None if keyword[3] else bool(keyword[1])

    def _alone(self, pattern: re.Pattern[str]) -> Optional[re.Match[str]]:
        """A keyword, unless it is the beginning of a longer word."""
        match = pattern.match(self.source, self.position)
        longer = _VALUE.match(self.source, self.position)
        if match is None or (longer is not None and longer.end() > match.end()):
            return None
        self.position = match.end()
        return match

    def _is_end(self) -> bool:
        return _VALUE_END.match(self.source, self.position) is not None

    def _end_of_value(self) -> None:
        if self._take(_NEWLINE) or self._take(_COMMENT):
            self.line += 1
            return
        self._take(_BLANKS)
        if self.position >= len(self.source):
            return
        if self._peek() == ";":
            self.position = len(self.source)
            return
        self._fail()

    def _raw_value(self) -> str:
        """The rest of the line, but for a comment after it; quotes around all of it are dropped."""
        if self._take(_NEWLINE) or self._take(_COMMENT):
            self.line += 1
            return ""
        self._take(_BLANKS)
        start = self.position
        end = start
        comment = -1
        is_quoted = self._peek() == '"'
        while end < len(self.source) and self.source[end] not in "\r\n":
            if self.source[end] == ";" and comment < 0:
                comment = end
            elif self.source[end] == '"' and is_quoted:
                comment = -1
            end += 1
        self.position = end
        text = self.source[start : end if comment < 0 else comment].rstrip("\n\r\t ")
        if len(text) > 1 and text[0] == text[-1] == '"':
            text = text[1:-1]
        if self._take(_NEWLINE):
            self.line += 1
        return text

    def _expression(self, strength: int) -> Any:
        """Operators bind as `|` `^`, then `&`, then `~` and `!`, from the left."""
        self.depth += 1
        if self.depth > _NESTING_MAX:
            self._fail()
        value = self._operand()
        while True:
            operator = self._peek()
            bound = _STRENGTHS.get(operator, -1)
            if bound < strength or not operator:
                break
            self._take(_OPERATOR)
            other = self._expression(bound + 1)
            value = self._calculated(_OPERATIONS[operator](_int_of(value), _int_of(other)))
        self.depth -= 1
        return value

    def _operand(self) -> Any:
        sign = self._peek()
        if sign in ("~", "!"):
            self._take(_OPERATOR)
            operand = _int_of(self._expression(_UNARY_STRENGTH))
            return self._calculated(~operand if sign == "~" else int(not operand))
        if sign == "(":
            self._take(_OPERATOR)
            value = self._expression(0)
            if self._peek() != ")":
                self._fail(expected="'^' or '|' or '&' or ')'")
            self._take(_OPERATOR)
            return value
        return self._string_value()

    def _calculated(self, number: int) -> Any:
        number = (number + (1 << 31)) % (1 << 32) - (1 << 31)
        return number if self.mode == INI_SCANNER_TYPED else str(number)

    def _string_value(self) -> Any:
        pieces: List[Tuple[str, bool]] = []
        while True:
            piece = self._piece(_VALUE_PLACE)
            if piece is None:
                break
            pieces.append(piece)
        if not pieces:
            self._fail()
        text = "".join([text for text, _is_number in pieces])
        if self.mode == INI_SCANNER_TYPED and len(pieces) == 1 and pieces[0][1]:
            number, _kind = parse_numeric(text)
            if number is not None and not (type(number) is float and "." not in text):
                return number
        return text

    def _text(self, place: str) -> str:
        pieces: List[str] = []
        while True:
            piece = self._piece(place)
            if piece is None:
                return "".join(pieces)
            pieces.append(piece[0])

    def _piece(self, place: str) -> Optional[Tuple[str, bool]]:
        """One piece of a text, and whether it is a number; None where the text ends."""
        source = self.source
        if source.startswith("${", self.position):
            return self._variable(), False
        if self._take(_QUOTE_START):
            return self._quoted(), False
        if place != _FALLBACK_PLACE:
            single = self._take(_SINGLE_QUOTED)
            if single is not None:
                return single[0][1:-1], False
            if source.startswith("''", self.position):
                return self._empty_quotes()
        if place == _VALUE_PLACE and self._is_end():
            return None
        if place == _OFFSET_PLACE and _OFFSET_END.match(source, self.position):
            return None
        return self._longest_piece(place)

    def _empty_quotes(self) -> Tuple[str, bool]:
        self.position += 2
        return "", False

    def _longest_piece(self, place: str) -> Optional[Tuple[str, bool]]:
        """What takes most of the text; of equals a constant, then a number, then other text."""
        source, start = self.source, self.position
        text = _TEXTS[place].match(source, start)
        blank = _WHITESPACE.match(source, start)
        end = max(0 if text is None else text.end(), 0 if blank is None else blank.end())
        constant = _CONSTANT.match(source, start)
        number_end = max([match.end() for match in (p.match(source, start) for p in _NUMBERS) if match], default=0)
        if constant is not None and constant.end() >= max(end, number_end):
            self.position = constant.end()
            return (constant[0] if place == _SECTION_PLACE else _constant(constant[0])), False
        if number_end and number_end >= end:
            self.position = number_end
            return source[start:number_end], True
        if end <= start:
            return None
        self.position = end
        return source[start:end], False

    def _quoted(self) -> str:
        """What is between double quotes; the first is taken already."""
        pieces: List[str] = []
        source = self.source
        while not self._take(_QUOTE_END):
            if self.position >= len(source):
                self._fail("end of file", expected="TC_DOLLAR_CURLY or TC_QUOTED_STRING or '\"'")
            if source.startswith("${", self.position):
                pieces.append(self._variable())
                continue
            end = self._quoted_end()
            text = source[self.position : end]
            self.line += text.count("\n") + text.count("\r") - text.count("\r\n")
            pieces.append(_ESCAPED.sub(r"\1", text))
            self.position = end
        return "".join(pieces)

    def _quoted_end(self) -> int:
        source, position, size = self.source, self.position, len(self.source)
        while position < size:
            character = source[position]
            if character == '"' or source.startswith("${", position):
                return position
            position += 1
            if character == "\\" and position < size:
                position += 1
                # `"C:\path\"` ends at the end of its line all the same.
                if source[position - 1] == '"' and (position >= size or source[position] in "\r\n"):
                    return position - 1
        return size

    def _variable(self) -> str:
        self.position += 2
        match = self._take(_VARIABLE_NAME)
        if match is None:
            self._fail("'}'" if self._peek() == "}" else None, expected="TC_VARNAME")
        fallback = None
        if self.source.startswith(":-", self.position):
            if len(match[0]) == 1:
                # PHP's scanner gives a name of one character back.
                self._fail("TC_FALLBACK", expected="TC_VARNAME")
            self.position += 2
            self.depth += 1
            if self.depth > _NESTING_MAX:
                self._fail()
            fallback = self._text(_FALLBACK_PLACE)
            self.depth -= 1
        if self._peek() != "}":
            self._fail("end of file", expected="'}'" if fallback is not None else "TC_FALLBACK or '}'")
        self.position += 1
        return _directive(match[0].strip(" \t"), fallback)

    def _fail(self, token: Optional[str] = None, *, expected: Optional[str] = None) -> NoReturn:
        if token is None:
            token = self._token()
        tail = "" if expected is None else f", expecting {expected}"
        raise _SyntaxError(f"syntax error, unexpected {token}{tail}", self.line)

    def _token(self) -> str:
        """What PHP's scanner finds here, as its parser calls that."""
        source, position = self.source, self.position
        if self.is_in_value:
            return self._token_in_value()
        if position >= len(source):
            return "end of file"
        character = source[position]
        if character == "[":
            return "TC_SECTION"
        if character in "\r\n":
            return "END_OF_LINE"
        return f"'{character}'" if character in _TOKENS else "end of file"

    def _token_in_value(self) -> str:
        source, position = self.source, self.position
        if source.startswith("=", position):
            return "'='"
        if _VALUE_END.match(source, position):
            if self._take(_NEWLINE):
                self.line += 1
            return "END_OF_LINE"
        character = source[position]
        if character == "'":
            return "end of file"
        keyword, text = _KEYWORD.match(source, position), _VALUE.match(source, position)
        if keyword is not None and (text is None or text.end() <= keyword.end()):
            return _keyword_token(keyword)
        constant = _CONSTANT.match(source, position)
        if constant is not None and (text is None or text.end() <= constant.end()):
            return "TC_CONSTANT"
        return "TC_STRING" if text is not None else f"'{character}'"


def _keyword_token(keyword: re.Match[str]) -> str:
    return "BOOL_TRUE" if keyword[1] else "BOOL_FALSE" if keyword[2] else "NULL_NULL"


_TOKENS = ":,.[]\"'()&|^+-/*=%$!~<>?@{}"
_ESCAPED = re.compile(r'\\(["\\$])')
_STRENGTHS = {"|": 0, "&": 0, "^": 0}
_UNARY_STRENGTH = 1
_OPERATIONS: Dict[str, Callable[[int, int], int]] = {
    "|": lambda a, b: a | b,
    "&": lambda a, b: a & b,
    "^": lambda a, b: a ^ b,
}


def _int_of(value: Any) -> int:
    if type(value) is int:
        return value
    match = re.match(r"[ \t\n\r\v\f]*([+-]?[0-9]+)", to_string(value))
    return 0 if match is None else int(match[1][:20])


def _constant(name: str) -> str:
    """A constant's value as text; what is none is its own name."""
    found, value = find_constant(name)
    return to_string(value) if found else name


def _directive(name: str, fallback: Optional[str]) -> str:
    """`${name}`: a directive, else a variable of the environment, else what the text says."""
    value = ctx.request.ini.get(name)
    if value is None:
        value = ctx.request.env.get(name)
    return (fallback or "") if value is None else str(value)
