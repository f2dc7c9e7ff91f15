"""Strings: taking tags out of a text, and turning Hebrew around for display."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, List

from engine.builtin.declare import pure
from engine.runtime.arrays import PhpArray
from engine.runtime.conversions import to_string
from engine.stdlib.strings.characters import WHITESPACE, lower

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
# What a run of Hebrew may hold beside letters.
_HEBREW_LINES = _PUNCTUATION + " \t\n"
_MIRRORED = dict(zip("()[]{}<>\\/", ")(][}{><" + "/\\"))


@pure
def strip_tags(string: PhpString, allowed_tags: PhpArray | PhpString | None = None) -> PhpString:
    """Strip HTML and PHP tags from a string."""
    if isinstance(allowed_tags, PhpArray):
        tags = [f"<{to_string(tag)}>" for tag in allowed_tags.values()]
        allowed: str | None = "".join(tags) if tags else None
    else:
        allowed = allowed_tags
    if "<" not in string and "\0" not in string:
        return string
    return _TagStripper(string, None if allowed is None else lower(allowed)).run()


@pure
def hebrev(string: PhpString, max_chars_per_line: int = 0) -> PhpString:
    """Convert logical Hebrew text to visual text."""
    return _broken_from_the_end(_visual(string), max_chars_per_line) if string else ""


# A state gives the next one, which cannot be said of itself.
_TagState = Callable[[str], Any]


class _TagStripper:
    """PHP's state machine: text, a tag, PHP code, a declaration, a comment. Each state returns the next one's."""

    def __init__(self, text: str, allowed: str | None) -> None:
        self.text = text
        self.size = len(text)
        self.allowed = None if allowed is None else allowed.partition("\0")[0]
        self.position = 0
        self.kept: List[str] = []
        self.tag: List[str] = []
        self.depth = 0
        self.quote = ""
        self.is_xml = False
        self.last = ""
        self.parentheses = 0

    def run(self) -> str:
        """The text without its tags."""
        state: _TagState = self._in_text
        while self.position < self.size:
            character = self.text[self.position]
            state = state(character)
            self.position += 1
        return "".join(self.kept)

    def _before(self, distance: int) -> str:
        index = self.position - distance
        return self.text[index] if index >= 0 else ""

    def _opens_no_tag(self) -> bool:
        following = self.text[self.position + 1 : self.position + 2]
        return bool(following) and following in WHITESPACE

    def _in_text(self, character: str) -> _TagState:
        if character == "\0":
            return self._in_text
        if character == "<":
            if self.quote:
                return self._in_text
            if self._opens_no_tag():
                self.kept.append(character)
                return self._in_text
            self.last = "<"
            self.tag.append("<")
            return self._in_tag
        if character == ">":
            if self.depth:
                self.depth -= 1
                return self._in_text
            if self.quote:
                return self._in_text
        self.kept.append(character)
        return self._in_text

    def _in_tag(self, character: str) -> _TagState:
        if character == "\0":
            return self._in_tag
        if character == "<":
            if self.quote:
                return self._in_tag
            if not self._opens_no_tag():
                self.depth += 1
                return self._in_tag
        elif character == ">":
            return self._end_of_tag()
        elif character in "\"'":
            self._toggle_quote(character)
        elif character == "!" and self._before(1) == "<":
            self.last = "!"
            return self._in_declaration
        elif character == "?" and self._before(1) == "<":
            self.parentheses = 0
            return self._in_code
        self.tag.append(character)
        return self._in_tag

    def _end_of_tag(self) -> _TagState:
        if self.depth:
            self.depth -= 1
            return self._in_tag
        if self.quote:
            return self._in_tag
        self.last = ">"
        if self.is_xml and self._before(1) == "-":
            return self._in_tag
        self.quote = ""
        self.is_xml = False
        if self.allowed is not None:
            self.tag.append(">")
            tag = "".join(self.tag)
            if _normalized_tag(tag) in self.allowed:
                self.kept.append(tag)
        self.tag.clear()
        return self._in_text

    def _in_code(self, character: str) -> _TagState:
        if character == "(" and self.last not in ("'", '"'):
            self.last = "("
            self.parentheses += 1
        elif character == ")" and self.last not in ("'", '"'):
            self.last = ")"
            self.parentheses -= 1
        elif character == ">":
            if self.depth:
                self.depth -= 1
            elif not self.quote and not self.parentheses and self.last != '"' and self._before(1) == "?":
                self.tag.clear()
                return self._in_text
        elif character in "\"'" and self._before(1) != "\\":
            if self.last == character:
                self.last = ""
            elif self.last != "\\":
                self.last = character
            self._toggle_quote(character)
        elif character in "lL" and self.position > 4 and self._follows("<?xm"):
            self.is_xml = True
            return self._in_tag
        return self._in_code

    def _in_declaration(self, character: str) -> _TagState:
        if character == ">":
            if self.depth:
                self.depth -= 1
            elif not self.quote:
                self.tag.clear()
                return self._in_text
        elif character in "\"'":
            if self._before(1) != "\\":
                self._toggle_quote(character)
        elif character == "-" and self._before(1) == "-" and self._before(2) == "!":
            return self._in_comment
        elif character in "eE" and self.position > 6 and self._follows("doctyp"):
            return self._in_tag
        return self._in_declaration

    def _in_comment(self, character: str) -> _TagState:
        if character == ">" and not self.quote and self._before(1) == "-" and self._before(2) == "-":
            self.tag.clear()
            return self._in_text
        return self._in_comment

    def _follows(self, word: str) -> bool:
        return lower(self.text[max(0, self.position - len(word)) : self.position]) == word

    def _toggle_quote(self, character: str) -> None:
        if self.position and (not self.quote or self.quote == character):
            self.quote = "" if self.quote else character


def _normalized_tag(tag: str) -> str:
    """`<a>` for `<A href=…>`, `< a >` and `</a>`."""
    tag = lower(tag)
    parts: List[str] = []
    has_name = False
    for index, character in enumerate(tag):
        if character == ">":
            break
        if character == "<":
            parts.append(character)
        elif character not in WHITESPACE:
            has_name = True
            if character != "/" or (tag[index - 1] != "<" and tag[index + 1] != ">"):
                parts.append(character)
        elif has_name:
            break
    return "".join(parts) + ">"


def _is_hebrew(character: str) -> bool:
    return "\xe0" <= character <= "\xfa"


def _visual(text: str) -> str:
    """The text backwards, with its non-Hebrew runs forwards."""
    last = len(text) - 1
    reversed_parts: List[str] = []
    reads_hebrew = _is_hebrew(text[0])
    start = end = 0
    while True:
        if reads_hebrew:
            while end < last and (_is_hebrew(text[end + 1]) or text[end + 1] in _HEBREW_LINES):
                end += 1
            backwards = text[start : end + 1][::-1]
            reversed_parts.append("".join([_MIRRORED.get(character, character) for character in backwards]))
        else:
            while end < last and not _is_hebrew(text[end + 1]) and text[end + 1] != "\n":
                end += 1
            while end > start and (text[end] in " \t" or (text[end] in _PUNCTUATION and text[end] not in "/-")):
                end -= 1
            reversed_parts.append(text[start : end + 1])
        reads_hebrew = not reads_hebrew
        start = end + 1
        if end >= last:
            return "".join(reversed(reversed_parts))
        end = start - 1


def _broken_from_the_end(text: str, width: int) -> str:
    """The lines of `text` from its last to its first, each at most `width` long where that is not 0."""
    characters = list(text)
    result: List[str] = []
    begin = end = len(characters) - 1
    while True:
        count = 0
        while begin > 0 and (not width or count < width):
            count += 1
            begin -= 1
            if characters[begin] in "\r\n":
                while begin > 0 and characters[begin - 1] in "\r\n":
                    begin -= 1
                    count += 1
                break
        if width >= 0 and count == width:
            begin = _start_of_word(characters, begin, count)
        line_start = begin
        if characters[begin] in " \t":
            characters[begin] = "\n"
        while begin <= end and characters[begin] in "\r\n":
            begin += 1
        result.extend(characters[begin : end + 1])
        index = line_start
        while index <= end and characters[index] in "\r\n":
            result.append(characters[index])
            index += 1
        if line_start == 0:
            return "".join(result)
        begin = end = line_start - 1


def _start_of_word(characters: List[str], begin: int, count: int) -> int:
    """Where a line may begin without breaking a word, if there is a blank in it at all."""
    for index in range(begin, begin + count):
        if index < len(characters) and characters[index] in " \t\r\n":
            return index
    return begin
