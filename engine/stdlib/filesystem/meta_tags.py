"""get_meta_tags(): the names and contents of an HTML file's `<meta>` tags, found by PHP's own loose reading."""

from __future__ import annotations

import re
from typing import Iterator, Literal, Optional, Tuple

from engine.builtin.declare import Path, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.stdlib.filesystem.files import open_or_warn
from engine.stdlib.strings.characters import lower

EXTENSION = "standard"

# A text in quotes ends at an angle bracket, too: then it was an apostrophe.
_TOKEN = re.compile(
    r"(?P<space> )|(?P<sign>[<>=/])"
    r"|\"(?P<double>[^\"<>]*)\"?|'(?P<single>[^'<>]*)'?|(?P<word>[A-Za-z0-9][A-Za-z0-9_.:-]*)"
    r"|[\n\r\t]|(?P<other>.)",
    re.DOTALL,
)
# Characters that have no place in the name of a variable.
_UNSAFE = str.maketrans(dict.fromkeys(".\\+*?[^]$() ", "_"))


@contextual
def get_meta_tags(filename: Path, use_include_path: bool = False) -> PhpArray | Literal[False]:
    """Extracts all meta tag content attributes from a file and returns an array."""
    stream = open_or_warn(filename, "rb", use_include_path=use_include_path)
    if stream is None:
        return False
    ctx.charge(stream.available())
    text = stream.read(stream.available())
    stream.close()
    return _Reader().read(text.partition("\0")[0])


def _tokens(text: str) -> Iterator[Tuple[str, str]]:
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        if kind in ("double", "single"):
            yield "string", found[kind]
        elif kind == "sign":
            yield found[0], found[0]
        elif kind is not None:
            yield kind, found[0]


class _Reader:
    """What is known of the tag that is being read."""

    def __init__(self) -> None:
        self.result = PhpArray()
        self.name: Optional[str] = None
        self.content: Optional[str] = None
        self.attribute: Optional[str] = None
        self.is_in_tag = self.is_meta = self.wants_value = False

    def read(self, text: str) -> PhpArray:
        last = ""
        for kind, token in _tokens(text):
            if kind == "word" and last == "<":
                self.is_meta = token.lower() == "meta"
            elif kind == "word" and last == "/" and self.is_in_tag:
                if token.lower() == "head":
                    break
            elif kind in ("word", "string") and last == "=" and self.wants_value:
                self._take_value(token)
            elif kind == "word" and self.is_meta and token.lower() in ("name", "content"):
                self.attribute, self.wants_value = token.lower(), True
            elif kind == "<":
                if self.wants_value:
                    self.wants_value = False
                    self.name = self.content = self.attribute = None
                self.is_in_tag = True
            elif kind == ">":
                self._end_tag()
            last = kind
        return self.result

    def _take_value(self, token: str) -> None:
        self.wants_value = False
        if self.attribute == "name":
            self.name = token.translate(_UNSAFE)
        elif self.attribute == "content":
            self.content = token

    def _end_tag(self) -> None:
        if self.name is not None:
            self.result.set(lower(self.name), self.content or "")
        self.name = self.content = self.attribute = None
        self.is_in_tag = self.is_meta = self.wants_value = False
