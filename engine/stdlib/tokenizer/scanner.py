"""Source text -> all of its tokens, blanks and comments among them, for code that looks at PHP code.

Unlike the lexer of `engine.syntax`, which serves the parser, this one never gives up: it goes on after what no script
may hold. It has the states of PHP's own scanner, for these show in what it makes of broken code.
"""

from __future__ import annotations

import re
from typing import Callable, Dict, List, NamedTuple, Optional

from engine.syntax.tokens import CASTS, KEYWORDS, OPERATORS

_LABEL = r"[A-Za-z_\x80-\xff][A-Za-z0-9_\x80-\xff]*"
_DIGITS = r"[0-9]+(?:_[0-9]+)*"
_BASED = r"0[xX][0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|0[bB][01]+(?:_[01]+)*|0[oO][0-7]+(?:_[0-7]+)*"
_BLANK = r"(?:[ \t\r\n]|\#(?!\[)[^\r\n]*[\r\n]|//[^\r\n]*[\r\n]|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/)"

_OPEN_TAG = re.compile(r"<\?(?:=|[pP][hH][pP](?:[ \t]|\r\n?|\n|\Z))")
_SHORT_OPEN_TAG = re.compile(r"<\?(?:=|[pP][hH][pP](?:[ \t]|\r\n?|\n|\Z))?")
_CLOSE_TAG = re.compile(r"\?>(?:\r\n|\n|\r)?")
_WHITESPACE = re.compile(r"[ \t\r\n]+")
_LINE_COMMENT = re.compile(r"(?:\#(?!\[)|//)[^\r\n?]*(?:\?(?!>)[^\r\n?]*)*")
_VARIABLE = re.compile(rf"\${_LABEL}")
_NAME = re.compile(rf"\\?{_LABEL}(?:\\{_LABEL})*")
_WORD = re.compile(_LABEL)
_NUMBER = re.compile(rf"({_BASED})|(?:{_DIGITS}(\.(?:{_DIGITS})?)?|(\.{_DIGITS}))([eE][+-]?{_DIGITS})?")
_CAST = re.compile(rf"\([ \t]*((?i:{'|'.join(CASTS)}))[ \t]*\)")
_SINGLE_QUOTED = re.compile(r"[bB]?'[^'\\]*(?:\\(?s:.)[^'\\]*)*'")
_DOUBLE_QUOTED = re.compile(r'[bB]?"[^"\\{$]*(?:(?:\\(?s:.)|\{(?!\$)|\$(?![A-Za-z_\x80-\xff{]))[^"\\{$]*)*"')
_STRING_START = re.compile(r"""[bB]?["']""")
_HEREDOC = re.compile(rf"""[bB]?<<<[ \t]*(?:({_LABEL})|'({_LABEL})'|"({_LABEL})")(?:\r\n|\n|\r)""")
_AMPERSAND_VARIABLE = re.compile(rf"&{_BLANK}*(?:\$|\.\.\.)")
_YIELD_FROM = re.compile(rf"{_BLANK}+[fF][rR][oO][mM](?![A-Za-z0-9_\x80-\xff])")
_ENUM_NAME = re.compile(rf"{_BLANK}+(?!(?i:extends|implements))[A-Za-z_\x80-\xff]")
_SET = re.compile(r"\([sS][eE][tT]\)")
_OPERATOR = re.compile(
    "|".join(re.escape(text) for text in sorted(OPERATORS, key=len, reverse=True) if len(text) > 1 and text != "|>")
)
_SINGLE_CHARACTERS = frozenset(";:,.|^&+-/=%!~$<>?@*")
_VARIABLE_NAME = re.compile(rf"{_LABEL}(?=[\[}}])")
_PROPERTY_AHEAD = re.compile(r"\??->(?=[A-Za-z_\x80-\xff])")
_TEXT = {
    close: re.compile(r"(?:\\(?s:.)|[^\\{$" + close + r"]|\\\Z|\{(?!\$)|\$(?![A-Za-z_\x80-\xff{]))+")
    for close in ('"', "`", "")
}
_OFFSET_NUMBER = re.compile(rf"{_BASED}|{_DIGITS}")
_OFFSET_CHARACTERS = _SINGLE_CHARACTERS | frozenset('[(){}"`')

_MODIFIERS = ("public", "protected", "private")
_ARROWS = ("T_OBJECT_OPERATOR", "T_NULLSAFE_OBJECT_OPERATOR")

# Tokens with a value of their own, which are not just keywords or signs.
VALUED = frozenset(
    (
        "T_LNUMBER", "T_DNUMBER", "T_STRING", "T_NAME_FULLY_QUALIFIED", "T_NAME_RELATIVE", "T_NAME_QUALIFIED",
        "T_VARIABLE", "T_STRING_VARNAME", "T_NUM_STRING",
    )
)  # fmt: skip


class Token(NamedTuple):
    """One token: a `T_` name, or for a character that is its own token nothing."""

    name: str
    text: str
    line: int
    position: int


class _Heredoc(NamedTuple):
    label: str
    is_raw: bool


_State = Callable[[], None]


def scan(source: str, *, short_open_tag: bool = False, stops_at_halt: bool = False) -> List[Token]:
    """All tokens of a script; with `stops_at_halt` what follows `__halt_compiler();` is one piece of text."""
    return _Scanner(source, short_open_tag=short_open_tag).run(stops_at_halt=stops_at_halt)


def lines_in(text: str) -> int:
    """How many lines end in `text`."""
    count = text.count("\n")
    return count + text.count("\r") - text.count("\r\n") if "\r" in text else count


class _Scanner:
    def __init__(self, source: str, *, short_open_tag: bool) -> None:
        self.source = source
        self.size = len(source)
        self.position = 0
        self.line = 1
        self.open_tag = _SHORT_OPEN_TAG if short_open_tag else _OPEN_TAG
        self.tokens: List[Token] = []
        self.state: _State = self._html
        self.stack: List[_State] = []
        self.heredocs: List[_Heredoc] = []

    def run(self, *, stops_at_halt: bool) -> List[Token]:
        tokens = self.tokens
        wanted = -1
        while self.position < self.size:
            count = len(tokens)
            self.state()
            if not stops_at_halt or len(tokens) == count:
                continue
            name = tokens[-1].name
            if wanted < 0:
                wanted = 3 if name == "T_HALT_COMPILER" else -1
            elif name not in ("T_WHITESPACE", "T_OPEN_TAG", "T_COMMENT", "T_DOC_COMMENT"):
                wanted -= 1
                if not wanted:
                    if self.position < self.size:
                        self._emit("T_INLINE_HTML", self.size)
                    break
        return tokens

    def _emit(self, name: str, end: int) -> None:
        text = self.source[self.position : end]
        self.tokens.append(Token(name, text, self.line, self.position))
        self.line += lines_in(text)
        self.position = end

    def _push(self, state: _State) -> None:
        self.stack.append(self.state)
        self.state = state

    def _pop(self) -> None:
        if self.stack:
            self.state = self.stack.pop()

    # ------------------------------------------------------------ outside of strings

    def _html(self) -> None:
        match = self.open_tag.search(self.source, self.position)
        if match is None:
            self._emit("T_INLINE_HTML", self.size)
            return
        if match.start() > self.position:
            self._emit("T_INLINE_HTML", match.start())
        self._emit("T_OPEN_TAG_WITH_ECHO" if match[0] == "<?=" else "T_OPEN_TAG", match.end())
        self.state = self._code

    def _code(self) -> None:
        source, position = self.source, self.position
        character = source[position]
        if character in " \t\r\n":
            self._emit("T_WHITESPACE", self._end_of(_WHITESPACE))
        elif character == "$":
            match = _VARIABLE.match(source, position)
            if match is None:
                self._emit("", position + 1)
            else:
                self._emit("T_VARIABLE", match.end())
        elif character in "#/" and self._comment():
            pass
        elif character in "\"'bB" and _STRING_START.match(source, position):
            self._string()
        elif character in "<bB" and self._heredoc():
            pass
        elif character in "_\\" or character >= "\x80" or character.isalpha():
            self._word()
        elif self._number():
            pass
        else:
            self._sign(character)

    def _end_of(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.source, self.position)
        return self.position if match is None else match.end()

    def _comment(self) -> bool:
        source, position = self.source, self.position
        if source.startswith("/*", position):
            end = source.find("*/", position + 2)
            third = source[position + 3 : position + 4]
            is_doc = source.startswith("/**", position) and third in (" ", "\t", "\r", "\n")
            self._emit("T_DOC_COMMENT" if is_doc else "T_COMMENT", self.size if end < 0 else end + 2)
            return True
        match = _LINE_COMMENT.match(source, position)
        if match is None:
            return False
        self._emit("T_COMMENT", match.end())
        return True

    def _string(self) -> None:
        source = self.source
        start = self.position
        opening = start + (source[start] in "bB")
        if source[opening] == "'":
            match = _SINGLE_QUOTED.match(source, start)
            if match is None:
                self._emit("T_ENCAPSED_AND_WHITESPACE", self.size)
            else:
                self._emit("T_CONSTANT_ENCAPSED_STRING", match.end())
            return
        match = _DOUBLE_QUOTED.match(source, start)
        if match is not None:
            self._emit("T_CONSTANT_ENCAPSED_STRING", match.end())
            return
        self._emit("", opening + 1)
        self.state = self._double_quotes

    def _heredoc(self) -> bool:
        match = _HEREDOC.match(self.source, self.position)
        if match is None:
            return False
        label, raw, quoted = match.groups()
        heredoc = _Heredoc(label or raw or quoted, raw is not None)
        self._emit("T_START_HEREDOC", match.end())
        self.heredocs.append(heredoc)
        self.state = self._raw_text if heredoc.is_raw else self._heredoc_text
        if self._closing_label(self.position, heredoc) >= 0:
            self.state = self._heredoc_end
        return True

    def _word(self) -> None:
        source, position = self.source, self.position
        match = _NAME.match(source, position)
        if match is None:
            self._emit("T_NS_SEPARATOR", position + 1)
            return
        text = match[0]
        if "\\" in text:
            kind = "T_NAME_QUALIFIED"
            if text[0] == "\\":
                kind = "T_NAME_FULLY_QUALIFIED"
            elif text[:10].lower() == "namespace\\":
                kind = "T_NAME_RELATIVE"
            self._emit(kind, match.end())
            return
        word = text.lower()
        end = match.end()
        name = KEYWORDS.get(word, "T_STRING")
        if word == "yield":
            follows = _YIELD_FROM.match(source, end)
            if follows is not None:
                name, end = "T_YIELD_FROM", follows.end()
        elif word == "enum":
            name = "T_ENUM" if _ENUM_NAME.match(source, end) else "T_STRING"
        elif word in _MODIFIERS and _SET.match(source, end):
            name, end = name + "_SET", end + 5
        self._emit(name, end)

    def _number(self) -> bool:
        match = _NUMBER.match(self.source, self.position)
        if match is None:
            return False
        based, decimals, only_decimals, exponent = match.groups()
        is_float = (decimals or only_decimals or exponent) is not None or not _fits_int(match[0], based)
        self._emit("T_DNUMBER" if is_float else "T_LNUMBER", match.end())
        return True

    def _sign(self, character: str) -> None:
        source, position = self.source, self.position
        if character == "(":
            cast = _CAST.match(source, position)
            if cast is not None:
                self._emit(CASTS[cast[1].lower()][0], cast.end())
                return
        if character == "?":
            tag = _CLOSE_TAG.match(source, position)
            if tag is not None:
                self._emit("T_CLOSE_TAG", tag.end())
                self.state = self._html
                return
        operator = _OPERATOR.match(source, position)
        if operator is not None:
            name = OPERATORS[operator[0]]
            self._emit(name, operator.end())
            if name in _ARROWS:
                self._push(self._property)
            return
        if character == "&":
            follows = _AMPERSAND_VARIABLE.match(source, position) is not None
            follow_name = "FOLLOWED" if follows else "NOT_FOLLOWED"
            self._emit(f"T_AMPERSAND_{follow_name}_BY_VAR_OR_VARARG", position + 1)
        elif character == "{":
            self._emit("", position + 1)
            self._push(self._code)
        elif character == "}":
            self._emit("", position + 1)
            self._pop()
        elif character == "`":
            self._emit("", position + 1)
            self.state = self._backquote
        elif character in _SINGLE_CHARACTERS or character in "[]()":
            self._emit("", position + 1)
        else:
            self._emit("T_BAD_CHARACTER", position + 1)

    def _property(self) -> None:
        """After an arrow: a name, whatever it means elsewhere."""
        source, position = self.source, self.position
        if source[position] in " \t\r\n":
            self._emit("T_WHITESPACE", self._end_of(_WHITESPACE))
            return
        if source[position] in "#/" and self._comment():
            return
        for arrow in ("->", "?->"):
            if source.startswith(arrow, position):
                self._emit(OPERATORS[arrow], position + len(arrow))
                return
        end = self._end_of(_WORD)
        if end > position:
            self._emit("T_STRING", end)
        self._pop()

    # ------------------------------------------------------------ in strings

    def _double_quotes(self) -> None:
        if self.source[self.position] == '"':
            self._emit("", self.position + 1)
            self.state = self._code
        elif not self._variable_in_text():
            self._emit("T_ENCAPSED_AND_WHITESPACE", self._end_of(_TEXT['"']))

    def _backquote(self) -> None:
        if self.source[self.position] == "`":
            self._emit("", self.position + 1)
            self.state = self._code
        elif not self._variable_in_text():
            self._emit("T_ENCAPSED_AND_WHITESPACE", self._end_of(_TEXT["`"]))

    def _heredoc_text(self) -> None:
        heredoc = self.heredocs[-1]
        if self._variable_in_text():
            return
        start = self.position
        end = self._end_of(_TEXT[""])
        closing = self._next_label(start, end, heredoc)
        if closing >= 0:
            end = closing
            self.state = self._heredoc_end
        self._emit("T_ENCAPSED_AND_WHITESPACE", end)

    def _raw_text(self) -> None:
        closing = self._next_label(self.position, self.size, self.heredocs[-1])
        if closing >= 0:
            self.state = self._heredoc_end
        self._emit("T_ENCAPSED_AND_WHITESPACE", self.size if closing < 0 else closing)

    def _next_label(self, start: int, end: int, heredoc: _Heredoc) -> int:
        """Where, after a newline in this text, the line of the closing label begins; -1 if there is none."""
        source = self.source
        for position in range(start, end):
            character = source[position]
            ends = character == "\n" or (character == "\r" and source[position + 1 : position + 2] != "\n")
            if ends and self._closing_label(position + 1, heredoc) >= 0:
                return position + 1
        return -1

    def _closing_label(self, position: int, heredoc: _Heredoc) -> int:
        """Where the closing label ends if it stands at `position`, maybe indented; else -1."""
        source = self.source
        while position < self.size and source[position] in " \t":
            position += 1
        end = position + len(heredoc.label)
        if end >= self.size or not source.startswith(heredoc.label, position):
            return -1
        following = source[end]
        is_longer = following == "_" or following >= "\x80" or following.isalnum()
        return -1 if is_longer else end

    def _heredoc_end(self) -> None:
        heredoc = self.heredocs.pop()
        self._emit("T_END_HEREDOC", self._closing_label(self.position, heredoc))
        self.state = self._code

    def _variable_in_text(self) -> bool:
        source, position = self.source, self.position
        if source.startswith("${", position):
            self._emit("T_DOLLAR_OPEN_CURLY_BRACES", position + 2)
            self._push(self._variable_name)
            return True
        if source.startswith("{$", position):
            self._emit("T_CURLY_OPEN", position + 1)
            self._push(self._code)
            return True
        match = _VARIABLE.match(source, position)
        if match is None:
            return False
        self._emit("T_VARIABLE", match.end())
        if _PROPERTY_AHEAD.match(source, match.end()):
            self._push(self._property)
        elif source.startswith("[", match.end()):
            self._push(self._offset)
        return True

    def _variable_name(self) -> None:
        self.state = self._code
        match = _VARIABLE_NAME.match(self.source, self.position)
        if match is not None:
            self._emit("T_STRING_VARNAME", match.end())

    def _offset(self) -> None:
        source, position = self.source, self.position
        character = source[position]
        match: Optional[re.Match[str]]
        if character == "]":
            self._emit("", position + 1)
            self._pop()
            return
        for name, pattern in (("T_VARIABLE", _VARIABLE), ("T_STRING", _WORD), ("T_NUM_STRING", _OFFSET_NUMBER)):
            match = pattern.match(source, position)
            if match is not None:
                self._emit(name, match.end())
                return
        if character in " \n\r\t\\'#":
            self._emit("T_ENCAPSED_AND_WHITESPACE", position)
            self._pop()
        elif character in _OFFSET_CHARACTERS:
            self._emit("", position + 1)
        else:
            self._emit("T_BAD_CHARACTER", position + 1)


_BASES: Dict[str, int] = {"x": 16, "b": 2, "o": 8}
_INT_MAX = (1 << 63) - 1


def _fits_int(text: str, based: Optional[str]) -> bool:
    """Whether PHP keeps a whole number as an int."""
    digits = text.replace("_", "").lower()
    if based is not None:
        digits, base = digits[2:].lstrip("0"), _BASES[digits[1]]
        return len(digits) <= 64 and int(digits or "0", base) <= _INT_MAX
    if digits[0] == "0":
        # An 8 or 9 ends what PHP reads of an octal number.
        octal = re.match("[0-7]*", digits)
        digits = (octal[0] if octal else "").lstrip("0")
        return len(digits) <= 22 and int(digits or "0", 8) <= _INT_MAX
    return len(digits) <= 19 and int(digits) <= _INT_MAX
