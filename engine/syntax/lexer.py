"""Source text -> tokens: two parallel lists of kinds and values, and the line of each.

One regular expression recognises whole tokens of PHP code; inline HTML and strings with variables in them are lexed
piece by piece, with a stack of the strings that are open. Brackets are not matched here: a wrong one is an error of
the parser's, and `syntax_errors.py` only then says which.
"""

from __future__ import annotations

import re
from typing import Any, Callable, Dict, Iterator, List, Match, Optional, Tuple, Union

from engine.errors import CompileError
from engine.syntax.literals import (
    count_newlines,
    number,
    remove_indentation,
    single_quoted,
    string_offset,
    unescape,
)
from engine.syntax.tokens import CASTS, KEYWORDS, KINDS, OPERATORS

# Each open string may have its end searched for, and what it holds looked through ahead of time.
MAXIMUM_STRING_NESTING = 32

_Step = Callable[[], Any]  # Any: a step returns the next step, a type that cannot be spelled.
TokenValue = Union[str, int, float, None]
Spans = Dict[int, Tuple[int, int]]


_LABEL = r"[A-Za-z_\x80-\xff][A-Za-z0-9_\x80-\xff]*"
_DIGITS = r"[0-9]+(?:_[0-9]+)*"
_BASED_NUMBER = r"0[xX][0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|0[bB][01]+(?:_[01]+)*|0[oO][0-7]+(?:_[0-7]+)*"
_NUMBER = rf"{_BASED_NUMBER}|(?:{_DIGITS}(?:\.(?:{_DIGITS})?)?|\.{_DIGITS})(?:[eE][+-]?{_DIGITS})?"
_COMMENT = r"(?:\#(?!\[)|//)[^\r\n?]*(?:\?(?!>)[^\r\n?]*)*|/\*(?s:.*?)\*/"
_CAST_WORD = "(?i:" + "|".join(CASTS) + ")"
_SINGLE_QUOTED = r"'[^'\\]*(?:\\(?s:.)[^'\\]*)*'"


def _text_pattern(close: str) -> str:
    """Text of a string up to its closing character or to what may be a variable in it."""
    stop = r"\\{$" + close
    return rf"[^{stop}]*(?:(?:\\(?s:.)|\{{(?!\$)|\$(?![A-Za-z_\x80-\xff{{]))[^{stop}]*)*"


# The number of the group that matched is the class of the token; the constants below name them.
_TOKEN = re.compile(
    r"[ \t]*(?:"
    rf"\$({_LABEL})"
    rf"|({_LABEL}(?:\\{_LABEL})*)"
    r"|([\r\n][ \t\r\n]*)"
    rf"|(\([ \t]*{_CAST_WORD}[ \t]*\))"
    r"|([;,(){}\[\]]|===?|=>|->|=|\.\.\.|\.=|\.(?![0-9])|!==?|!|::?|\+[+=]?|-[-=]?|&&|&=|&|\?\?=?|\?->|\?(?!>)"
    r"|<=>|<=|<>|<<=|<<(?!<)|<(?!<)|>>=|>>|>=|>|\|[|=>]?|\*\*=?|\*=?|/=|/(?![/*])|%=?|\^=?|[@~$]|\#\[)"
    rf"|({_SINGLE_QUOTED})"
    r'|("[^"\\{$]*(?:(?:\\(?s:.)|\{(?!\$)|\$(?!\{))[^"\\{$]*)*")'
    rf"|({_NUMBER})"
    rf"|({_COMMENT})"
    rf"|(\\(?:{_LABEL}(?:\\{_LABEL})*)?)"
    r"|([^ \t])"
    r")"
)
_VARIABLE, _WORD, _NEWLINES, _CAST, _OPERATOR, _SINGLE, _DOUBLE, _NUMERIC, _COMMENTS, _QUALIFIED, _OTHER = range(1, 12)

_SHEBANG = re.compile(r"#![^\r\n]*(?:\r\n|\n|\r)")
_OPEN_TAG = re.compile(r"<\?(?:=|[pP][hH][pP](?:[ \t\n]|\r\n?|\Z))")
_SHORT_OPEN_TAG = re.compile(r"<\?(?:=|[pP][hH][pP](?:[ \t\n]|\r\n?|\Z)|)")
_CLOSE_TAG = re.compile(r"\?>(?:\r\n|\n|\r)?")
# A comment's end is spelled out, for `.*?` would be tried longer and longer where something else does not follow.
_BLANK = r"(?:[ \t\r\n]|\#(?!\[)[^\r\n]*[\r\n]|//[^\r\n]*[\r\n]|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/)"
_FROM = re.compile(rf"{_BLANK}+[fF][rR][oO][mM](?![A-Za-z0-9_\x80-\xff])")
_ENUM_NAME = re.compile(rf"{_BLANK}+(?!(?i:extends|implements))[A-Za-z_\x80-\xff]")
_SET = re.compile(r"\([sS][eE][tT]\)")
_HALT = re.compile(rf"({_BLANK}*)([();]|\?>(?:\r\n|\n|\r)?)")
_HEREDOC = re.compile(rf"""<<<[ \t]*(?:({_LABEL})|'({_LABEL})'|"({_LABEL})")(?:\r\n|\n|\r)""")
_IN_STRING = re.compile(rf"\$({_LABEL})(?:(\[)|(\??->)(?=[A-Za-z_\x80-\xff]))?|(\$\{{)|(\{{)(?=\$)")
# Code in a heredoc that may hold its label.
_LONG_CODE = re.compile(r"<<<|(?:\{\$|\$\{)[^}]*[\r\n]")
# A variable in a string that has no braces; what its brackets hold is judged by `_offset` if this does not match.
_SIMPLE_IN_STRING = re.compile(
    rf"\$({_LABEL})(?:\[(?:(-?)({_BASED_NUMBER}|{_DIGITS})|({_LABEL})|\$({_LABEL}))\]|(\??->)({_LABEL})|(?![A-Za-z0-9_\x80-\xff\[]))"
)
_VARIABLE_NAME = re.compile(rf"({_LABEL})(?=[\[}}])")
_MEMBER_NAME = re.compile(_LABEL)
_OFFSET = re.compile(rf"(\])|\$({_LABEL})|({_LABEL})|({_BASED_NUMBER}|{_DIGITS})|([ \t\r\n\\'#])|((?s:.))")
_TEXT = {close: re.compile(_text_pattern(close)) for close in ('"', "`", "")}
_plain_text = _TEXT['"'].match

_END = KINDS["END"]
_ERROR = KINDS["T_ERROR"]
_T_VARIABLE = KINDS["T_VARIABLE"]
_T_STRING = KINDS["T_STRING"]
_T_LNUMBER = KINDS["T_LNUMBER"]
_T_DNUMBER = KINDS["T_DNUMBER"]
_T_TEXT = KINDS["T_ENCAPSED_AND_WHITESPACE"]
_T_CONSTANT_STRING = KINDS["T_CONSTANT_ENCAPSED_STRING"]
_T_NAME_QUALIFIED = KINDS["T_NAME_QUALIFIED"]
_T_NAME_RELATIVE = KINDS["T_NAME_RELATIVE"]
_T_NAME_FULLY_QUALIFIED = KINDS["T_NAME_FULLY_QUALIFIED"]
_T_OBJECT_OPERATOR = KINDS["T_OBJECT_OPERATOR"]
_T_NULLSAFE = KINDS["T_NULLSAFE_OBJECT_OPERATOR"]
_SPACES = (" ", "\t", "\n", "\r")
_ARROWS = (_T_OBJECT_OPERATOR, _T_NULLSAFE)
_AMPERSAND = KINDS["T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG"]
_AMPERSAND_VARIABLE = KINDS["T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG"]
_OPEN_BRACE = KINDS["'{'"]
_CLOSE_BRACE = KINDS["'}'"]
_QUOTE = KINDS["'\"'"]
_MINUS = KINDS["'-'"]
_OPEN_BRACKET = KINDS["'['"]
_CLOSE_BRACKET = KINDS["']'"]
_T_NUM_STRING = KINDS["T_NUM_STRING"]
_BRACES = (_OPEN_BRACE, _CLOSE_BRACE)
_AFTER_AMPERSAND = frozenset((_T_VARIABLE, KINDS["'$'"], KINDS["T_ELLIPSIS"]))

_OPERATOR_KINDS: Dict[str, int] = {text: KINDS[name] for text, name in OPERATORS.items()}
_WORD_KINDS: Dict[str, int] = {text: KINDS[name] for text, name in KEYWORDS.items()}
# Words after which the source has to be looked at again before their kind is known.
_PECULIAR = -1
_WORD_KINDS.update(
    dict.fromkeys(("b", "yield", "enum", "public", "protected", "private", "__halt_compiler"), _PECULIAR)
)


class Tokens:
    """The tokens of one script, closed by END, or by T_ERROR when `error` says what is wrong there."""

    __slots__ = ("_taken", "doc_comments", "error", "kinds", "lines", "values")

    def __init__(self) -> None:
        self.kinds: List[int] = []
        self.values: List[TokenValue] = []
        self.lines: List[int] = []
        self.doc_comments: List[Tuple[int, str]] = []
        self.error: Optional[CompileError] = None
        self._taken = 0

    def doc_comment(self, index: int) -> Optional[str]:
        """Take the last doc comment before the last token read, unless a `}` came since or it was taken before."""
        comments = self.doc_comments
        found = self._taken
        while found < len(comments) and comments[found][0] < index:
            found += 1
        if found == self._taken:
            return None
        self._taken = found
        position, text = comments[found - 1]
        return None if _CLOSE_BRACE in self.kinds[position:index] else text


class _OpenString:
    """A string that holds code: how its text ends, and how many braces its code has open."""

    __slots__ = ("braces", "close", "end", "indentation", "label", "mixed", "raw", "stop", "using_spaces")

    def __init__(self, close: str) -> None:
        self.close = close
        self.braces = 0
        # Of a heredoc: its label, where its text ends and where its closing label does (-1: it has none).
        self.label = ""
        self.raw = False
        self.end = -1
        self.stop = -1
        self.indentation = 0
        self.using_spaces = False
        self.mixed = False


def tokenize(source: str, *, short_open_tag: bool = False, spans: Optional[Spans] = None) -> Tokens:
    """Lex a script. `spans`, when given, receives where each token stands in the source."""
    lexer = _Lexer(source, short_open_tag=short_open_tag, spans=spans)
    lexer.run()
    return lexer.tokens


class _Lexer:
    """State of one pass. Each `_…` step starts at `position` and returns the step to go on with."""

    def __init__(self, source: str, *, short_open_tag: bool, spans: Optional[Spans]) -> None:
        self.source = source
        self.open_tag = _SHORT_OPEN_TAG if short_open_tag else _OPEN_TAG
        self.spans = spans
        self.tokens = Tokens()
        self.position = 0
        self.line = 1
        self.strings: List[_OpenString] = []
        self.ampersands: List[int] = []
        # Only looking for the end of a heredoc; its text does not matter.
        self.is_scanning = False

    def run(self) -> None:
        """Run all steps, then close the list of tokens."""
        tokens = self.tokens
        shebang = _SHEBANG.match(self.source)
        if shebang is not None:
            self.position = shebang.end()
            self.line = 2
        step: Optional[_Step] = self._html
        try:
            while step is not None:
                step = step()
            self.position = len(self.source)
            self._emit(_END, None, 0)
        except CompileError as error:
            tokens.error = error
            self._emit(_ERROR, None, 0)
        kinds = tokens.kinds
        for index in self.ampersands:
            if kinds[index + 1] in _AFTER_AMPERSAND:
                kinds[index] = _AMPERSAND_VARIABLE

    def _emit(self, kind: int, value: TokenValue, length: int) -> None:
        """Add the token of that length at the position, and move past it."""
        tokens = self.tokens
        if self.spans is not None:
            self.spans[len(tokens.kinds)] = (self.position, self.position + length)
        tokens.kinds.append(kind)
        tokens.values.append(value)
        tokens.lines.append(self.line)
        self.position += length

    def _html(self) -> Optional[_Step]:
        """Inline HTML up to the next open tag."""
        source = self.source
        match = self.open_tag.search(source, self.position)
        end = len(source) if match is None else match.start()
        if end > self.position:
            text = source[self.position : end]
            self._emit(KINDS["T_INLINE_HTML"], text, len(text))
            self.line += count_newlines(text)
        if match is None:
            return None
        if match[0] == "<?=":
            self._emit(KINDS["T_ECHO"], "<?=", 3)
        else:
            self.position = match.end()
            self.line += count_newlines(match[0])
        return self._code

    def _matches(self) -> Iterator[Match[str]]:
        """The tokens from the position on; their places are noted when spans are wanted."""
        found = _TOKEN.finditer(self.source, self.position)
        return found if self.spans is None else self._noted(found, self.spans)

    def _noted(self, found: Iterator[Match[str]], spans: Spans) -> Iterator[Match[str]]:
        kinds = self.tokens.kinds
        for match in found:
            group = match.lastindex or 0
            spans[len(kinds)] = (match.start(group) - (group == _VARIABLE), match.end())
            yield match

    def _code(self) -> Optional[_Step]:
        """Tokens of PHP code, until something has to be lexed otherwise."""
        tokens = self.tokens
        kinds = tokens.kinds
        add_kind = kinds.append
        add_value = tokens.values.append
        add_line = tokens.lines.append
        operator_kinds = _OPERATOR_KINDS
        word_kind = _WORD_KINDS.get
        strings = self.strings
        line = self.line
        value: TokenValue
        for match in self._matches():
            group = match.lastindex
            value = text = match[group]  # type: ignore[index]
            if group == _VARIABLE:
                add_kind(_T_VARIABLE)
            elif group == _OPERATOR:
                kind = operator_kinds[text]
                if kind == _AMPERSAND:
                    self.ampersands.append(len(kinds))
                elif strings and kind in _BRACES:
                    strings[-1].braces += 1 if kind == _OPEN_BRACE else -1
                    if not strings[-1].braces:
                        self.line = line
                        self.position = match.end() - 1
                        self._emit(kind, text, 1)
                        return self._text
                add_kind(kind)
            elif group == _WORD:
                kind = word_kind(text.lower(), _T_STRING)
                if kind != _T_STRING:
                    if kinds and kinds[-1] in _ARROWS:
                        kind = _T_STRING
                    elif kind == _PECULIAR:
                        self.line = line
                        self.position = match.end() - len(text)
                        return self._peculiar_word(text)
                elif "\\" in text:
                    self.line = line
                    self.position = match.end() - len(text)
                    self._qualified_name(text)
                    return self._code
                add_kind(kind)
            elif group == _NEWLINES:
                line += count_newlines(text) if "\r" in text else text.count("\n")
                continue
            elif group == _SINGLE:
                add_kind(_T_CONSTANT_STRING)
                add_value(single_quoted(text[1:-1]))
                add_line(line)
                line += count_newlines(text)
                continue
            elif group == _DOUBLE:
                self.line = line
                if "$" in text and _plain_text(text, 1, len(text) - 1).end() < len(text) - 1:  # type: ignore[union-attr]
                    self.position = match.end() - len(text)
                    if not self._simple_string(text):
                        return self._other('"')
                    line = self.line
                    continue
                value = unescape(text[1:-1], '"', line)
                add_kind(_T_CONSTANT_STRING)
                add_value(value)
                add_line(line)
                line += count_newlines(text)
                continue
            elif group == _NUMERIC:
                self.line = line
                value = number(text, line)
                add_kind(_T_LNUMBER if value.__class__ is int else _T_DNUMBER)
            elif group == _COMMENTS:
                if text.startswith("/**") and text[3:4] in _SPACES:
                    tokens.doc_comments.append((len(kinds), text))
                line += count_newlines(text)
                continue
            elif group == _CAST:
                self.line = line
                name, value = CASTS[text[1:-1].strip(" \t").lower()]
                if "real" in text.lower():
                    message = "The (real) cast has been removed, use (float) instead"
                    raise CompileError(message, line, "Parse error")
                add_kind(KINDS[name])
            elif group == _QUALIFIED:
                add_kind(_T_NAME_FULLY_QUALIFIED if len(text) > 1 else operator_kinds[text])
                value = text[1:] or text
            else:
                self.line = line
                self.position = match.end() - 1
                return self._other(text)
            add_value(value)
            add_line(line)
        self.line = line
        return None

    def _simple_string(self, text: str) -> bool:
        """Lex a whole string with variables but no braces, or nothing if there is something wrong in it.

        Such strings are common; leaving the loop of `_code` for each would double the time of the lexer.
        """
        tokens = self.tokens
        mark = len(tokens.kinds)
        origin, line = self.position, self.line
        self._emit(_QUOTE, '"', 1)
        at, end = 1, len(text) - 1
        while True:
            piece = _plain_text(text, at, end)
            if piece is not None and piece.end() > at:
                self._emit(_T_TEXT, unescape(piece[0], '"', self.line), len(piece[0]))
                self.line += count_newlines(piece[0])
                at = piece.end()
            if at == end:
                break
            variable = _SIMPLE_IN_STRING.match(text, at, end)
            if variable is None:
                del tokens.kinds[mark:], tokens.values[mark:], tokens.lines[mark:]
                self.position, self.line = origin, line
                return False
            self._simple_variable(variable)
            at = variable.end()
        self._emit(_QUOTE, '"', 1)
        return True

    def _simple_variable(self, match: Match[str]) -> None:
        """`$name`, `$name[…]` or `$name->member` in a string, known to be right."""
        name, sign, digits, word, index, arrow, member = match.groups()
        self._emit(_T_VARIABLE, name, len(name) + 1)
        if arrow is not None:
            self._emit(_OPERATOR_KINDS[arrow], arrow, len(arrow))
            self._emit(_T_STRING, member, len(member))
        elif match.end() > match.end(1):
            self._emit(_OPEN_BRACKET, "[", 1)
            if sign:
                self._emit(_MINUS, sign, 1)
            if digits is not None:
                self._emit(_T_NUM_STRING, string_offset(digits), len(digits))
            elif word is not None:
                self._emit(_T_STRING, word, len(word))
            else:
                self._emit(_T_VARIABLE, index, len(index) + 1)
            self._emit(_CLOSE_BRACKET, "]", 1)

    def _peculiar_word(self, text: str) -> Optional[_Step]:
        """A word whose kind depends on what follows it."""
        source = self.source
        word = text.lower()
        end = self.position + len(text)
        name = "T_" + word.upper()
        if word == "b":
            if source[end : end + 1] in ("'", '"') or _HEREDOC.match(source, end):
                self.position = end  # `b"…"` is the same string as `"…"`.
                return self._code
            name = "T_STRING"
        elif word == "yield":
            follows = _FROM.match(source, end)
            if follows is not None:
                self._emit(KINDS["T_YIELD_FROM"], text + follows[0], len(text) + len(follows[0]))
                self.line += count_newlines(follows[0])
                return self._code
        elif word == "enum":
            if not _ENUM_NAME.match(source, end):
                name = "T_STRING"
        elif word == "__halt_compiler":
            self._emit(KINDS["T_HALT_COMPILER"], text, len(text))
            return self._halt
        elif _SET.match(source, end):
            self._emit(KINDS[name + "_SET"], text + "(set)", len(text) + 5)
            return self._code
        self._emit(KINDS[name], text, len(text))
        return self._code

    def _qualified_name(self, text: str) -> None:
        r"""`A\B` and `namespace\B`, but only the first word after an arrow."""
        kinds = self.tokens.kinds
        if kinds and kinds[-1] in _ARROWS:
            text = text[: text.index("\\")]
            self._emit(_T_STRING, text, len(text))
        elif text[:10].lower() == "namespace\\":
            self._emit(_T_NAME_RELATIVE, text[10:], len(text))
        else:
            self._emit(_T_NAME_QUALIFIED, text, len(text))

    def _halt(self) -> Optional[_Step]:
        """`();` after `__halt_compiler`: the data starts right behind it and is never lexed."""
        for wanted in "();":
            match = _HALT.match(self.source, self.position)
            text = ")" if match is None else match[2]
            if match is None or wanted != (";" if text[0] == "?" else text[0]):
                return self._code
            self.line += count_newlines(match[1])
            self.position = match.start(2)
            self._emit(_OPERATOR_KINDS[wanted], match.end() if wanted == ";" else text, len(text))
        return None

    def _other(self, text: str) -> Optional[_Step]:
        """What starts with a character that no whole token starts with."""
        source = self.source
        if text in ('"', "`"):
            self._emit(_OPERATOR_KINDS[text], text, 1)
            self._open(_OpenString(text))
            return self._text
        if text == "<":
            heredoc = _HEREDOC.match(source, self.position)
            if heredoc is not None:
                return self._heredoc(heredoc)
            self._emit(KINDS["T_SL"], "<<", 2)
            return self._code
        if text == "?":
            tag = _CLOSE_TAG.match(source, self.position)
            if tag is not None:
                self._emit(KINDS["';'"], "?>", len(tag[0]))
                self.line += len(tag[0]) > 2
                return self._html
        if text == "/":
            message = f"Unterminated comment starting line {self.line}"
            raise CompileError(message, self.line, "Parse error")
        if text == "'":
            self._emit(_T_TEXT, None, len(source) - self.position)
            return None
        self._emit(KINDS["T_BAD_CHARACTER"], text, 1)
        return None

    def _text(self) -> Optional[_Step]:
        """Text of a string with variables in it, up to the next variable or the end."""
        string = self.strings[-1]
        if string.label and string.end < self.position:
            self._find_end(string)
        end = string.end if string.label else len(self.source)
        match = _TEXT[string.close].match(self.source, self.position, end)
        text = "" if match is None else match[0]
        if self.source[self.position + len(text) : end] == "\\":
            text += "\\"  # Nothing is left for it to escape.
        if text:
            self._string_text(string, text, is_last=self.position + len(text) == end)
        if self.position >= end:
            return self._end_of_text(string)
        if not string.label and self.source[self.position] == string.close:
            self._emit(_OPERATOR_KINDS[string.close], string.close, 1)
            self.strings.pop()
            return self._code
        return self._variable_in_text()

    def _string_text(self, string: _OpenString, text: str, *, is_last: bool) -> None:
        """Add one piece of a string's text."""
        value = text
        if self.is_scanning:
            pass
        elif string.label:
            if is_last and string.mixed:
                message = "Invalid indentation - tabs and spaces cannot be mixed"
                raise CompileError(message, self.line, "Parse error")
            if string.indentation:
                value = remove_indentation(
                    text,
                    string.indentation,
                    self.line,
                    using_spaces=string.using_spaces,
                    newline_before=self.source[self.position - 1] in "\r\n",
                    newline_after=is_last,
                )
        if not string.raw and not self.is_scanning:
            value = unescape(value, string.close, self.line)
        self._emit(_T_TEXT, value, len(text))
        self.line += count_newlines(text)

    def _end_of_text(self, string: _OpenString) -> Optional[_Step]:
        """The closing label of a heredoc, or the end of the script."""
        if not string.label or string.stop < 0:
            return None
        self.line += count_newlines(self.source[self.position : string.stop])
        self._emit(KINDS["T_END_HEREDOC"], string.label, string.stop - self.position)
        self.strings.pop()
        return self._code

    def _variable_in_text(self) -> Optional[_Step]:
        """`$name`, `$name[…]`, `$name->member`, `${…}` or `{$…}`."""
        match = _IN_STRING.match(self.source, self.position)
        if match is None:
            return None
        label, bracket, arrow, dollar_brace, _brace = match.groups()
        if label is not None:
            self._emit(_T_VARIABLE, label, len(label) + 1)
            if arrow is not None:
                self._emit(_OPERATOR_KINDS[arrow], arrow, len(arrow))
                name = _MEMBER_NAME.match(self.source, self.position)
                if name is not None:
                    self._emit(_T_STRING, name[0], len(name[0]))
            return self._offset if bracket is not None else self._text
        self.strings[-1].braces = 1
        if dollar_brace is None:
            self._emit(KINDS["T_CURLY_OPEN"], "{", 1)
            return self._code
        self._emit(KINDS["T_DOLLAR_OPEN_CURLY_BRACES"], "${", 2)
        name = _VARIABLE_NAME.match(self.source, self.position)
        if name is not None:
            self._emit(KINDS["T_STRING_VARNAME"], name[0], len(name[0]))
        return self._code

    def _offset(self) -> Optional[_Step]:
        """`[…]` after a variable in text: a plain word, a number or a variable."""
        self._emit(KINDS["'['"], "[", 1)
        while True:
            match = _OFFSET.match(self.source, self.position)
            if match is None:
                return None
            close, variable, word, digits, invalid, character = match.groups()
            if close is not None:
                self._emit(KINDS["']'"], close, 1)
                return self._text
            if variable is not None:
                self._emit(_T_VARIABLE, variable, len(variable) + 1)
            elif word is not None:
                self._emit(_T_STRING, word, len(word))
            elif digits is not None:
                self._emit(KINDS["T_NUM_STRING"], string_offset(digits), len(digits))
            elif invalid is not None:
                self._emit(_T_TEXT, None, 0)
                return None
            else:
                self._emit(_OPERATOR_KINDS.get(character, KINDS["T_BAD_CHARACTER"]), character, 1)

    def _heredoc(self, match: Match[str]) -> Optional[_Step]:
        """`<<<LABEL` and the search for its end, whose indentation the whole text shares."""
        label, raw, quoted = match.groups()
        string = _OpenString("")
        string.label = label or raw or quoted
        string.raw = raw is not None
        self._emit(KINDS["T_START_HEREDOC"], match[0], len(match[0]))
        self.line += 1
        body = self.position
        self._find_end(string)
        if not string.raw and not self.is_scanning and _LONG_CODE.search(self.source, body, string.end + 1):
            self._scan_ahead(string)
        if self.is_scanning:
            string.end = max(string.end, body)
        elif string.stop >= 0 and string.end < body:
            string.end = body
            if string.mixed:
                message = "Invalid indentation - tabs and spaces cannot be mixed"
                raise CompileError(message, self.line, "Parse error")
        elif string.indentation and not string.raw and not string.mixed and _IN_STRING.match(self.source, body):
            message = (
                f"Invalid body indentation level (expecting an indentation level of at least {string.indentation})"
            )
            raise CompileError(message, self.line, "Parse error")
        self._open(string)
        return self._raw_text if string.raw else self._text

    def _raw_text(self) -> Optional[_Step]:
        """The text of a nowdoc, in one piece."""
        string = self.strings[-1]
        text = self.source[self.position : string.end]
        if text:
            self._string_text(string, text, is_last=True)
        return self._end_of_text(string)

    def _open(self, string: _OpenString) -> None:
        """Go into a string; one may be nested in the code of another."""
        if len(self.strings) >= MAXIMUM_STRING_NESTING:
            message = "Maximum nesting level of the parser reached"
            raise CompileError(message, self.line)
        self.strings.append(string)

    def _scan_ahead(self, string: _OpenString) -> None:
        """Find the end of a heredoc whose code may hold heredocs, perhaps with the same label."""
        ahead = _Lexer(self.source, short_open_tag=False, spans=None)
        ahead.is_scanning = True
        ahead.position = self.position
        ahead.strings.append(string)
        step: Optional[_Step] = ahead._text
        try:
            while step is not None and ahead.strings:
                step = step()
        except CompileError:
            pass  # It is raised again when that piece is lexed.
        if ahead.strings:
            string.end = len(self.source)
            string.stop = -1
        del ahead.strings[:]

    def _find_end(self, string: _OpenString) -> None:
        """Find the line with the closing label; there must be something after it."""
        pattern = re.compile(rf"(?:\r\n|\n|\r)([ \t]*){string.label}(?=[^A-Za-z0-9_\x80-\xff])")
        # The newline before the text counts: the label may be on its first line.
        match = pattern.search(self.source, self.position - 1)
        if match is None:
            string.end = len(self.source)
            string.stop = -1
            return
        indentation = match[1]
        string.end = match.start()
        string.stop = match.end()
        string.indentation = len(indentation)
        string.using_spaces = "\t" not in indentation
        string.mixed = "\t" in indentation and " " in indentation
