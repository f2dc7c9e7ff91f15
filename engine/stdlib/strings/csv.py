"""Strings: one record of comma-separated values."""

from __future__ import annotations

from typing import Callable, List

from engine.builtin.declare import BadArgumentError, pure
from engine.runtime.arrays import PhpArray
from engine.runtime.context import E_DEPRECATED, ctx
from engine.runtime.values import MISSING, Missing, PhpString
from engine.stdlib.strings.characters import WHITESPACE
from engine.stdlib.strings.escaping import utf8_characters


@pure(shown={"escape": "\\"})
def str_getcsv(
    string: PhpString,
    separator: PhpString = ",",
    enclosure: PhpString = '"',
    escape: PhpString = MISSING,
) -> PhpArray:
    """Parse a CSV string into an array."""
    if len(separator) != 1:
        raise BadArgumentError("separator", "must be a single character")
    if len(enclosure) != 1:
        raise BadArgumentError("enclosure", "must be a single character")
    fields = parse_csv_record(string, separator, enclosure, csv_escape(escape), None)
    return PhpArray([None] if fields is None else fields)


def csv_escape(escape: str | Missing) -> str:
    """The escape character of a CSV function's argument, empty for none; PHP deprecates leaving it out."""
    if isinstance(escape, Missing):
        ctx.function_warning("the $escape parameter must be provided as its default value will change", E_DEPRECATED)
        return "\\"
    if len(escape) > 1:
        raise BadArgumentError("escape", "must be empty or a single character")
    return escape


def parse_csv_record(
    line: str, separator: str, enclosure: str, escape: str, next_line: Callable[[], str | None] | None
) -> List[str] | None:
    """The fields of a record, None for an empty line; `next_line` gives more text where a field spans lines."""
    text = _without_line_end(line)
    if not text:
        return None
    if enclosure not in text:
        return [_without_line_end(field) for field in text.split(separator)]
    return _Record(line, separator, enclosure, escape, next_line).fields()


class _Record:
    """Reads a record field by field."""

    def __init__(
        self, line: str, separator: str, enclosure: str, escape: str, next_line: Callable[[], str | None] | None
    ) -> None:
        self.separator = separator
        self.enclosure = enclosure
        self.escape = escape
        self.next_line = next_line
        self.position = 0
        self._use(line)

    def _use(self, line: str) -> None:
        self.text = _without_line_end(line)
        self.line_end = line[len(self.text) :]

    def fields(self) -> List[str]:
        """All fields."""
        result = []
        while True:
            start = self._start_of_enclosure()
            if start is None:
                field, has_more = self._plain_field()
            else:
                self.position = start + 1
                field, has_more = self._enclosed_field()
            result.append(field)
            if not has_more:
                return result

    def _start_of_enclosure(self) -> int | None:
        """Where this field's enclosure opens, behind whitespace perhaps; None if it has none."""
        position = self.position
        text = self.text
        size = len(text)
        while position < size and text[position] != self.separator and text[position] in WHITESPACE:
            position += 1
        return position if position < size and text[position] == self.enclosure else None

    def _plain_field(self) -> tuple[str, bool]:
        end = self.text.find(self.separator, self.position)
        has_more = end >= 0
        if not has_more:
            end = len(self.text)
        field = _without_line_end(self.text[self.position : end])
        self.position = end + 1
        return field, has_more

    def _enclosed_field(self) -> tuple[str, bool]:
        parts: List[str] = []
        while not self._closed(parts):
            parts.append(self.line_end)
            line = self.next_line() if self.next_line else None
            if line is None:
                # The enclosure is never closed: everything to the end belongs to the field.
                return "".join(parts), False
            self._use(line)
            self.position = 0
        # What stands between the closing enclosure and the separator belongs to the field too.
        end = self.text.find(self.separator, self.position)
        has_more = end >= 0
        if not has_more:
            end = len(self.text)
        parts.append(self.text[self.position : end])
        self.position = end + 1
        return "".join(parts), has_more

    def _closed(self, parts: List[str]) -> bool:
        """Read up to the closing enclosure; False if the line ends first."""
        text = self.text
        size = len(text)
        start = position = self.position
        if position == size and self.escape == (self.line_end[:1] or "\0"):
            # Behind an enclosure that ends the line PHP looks one byte too far, and keeps it if it is the escape.
            parts.append(self.escape)
        while position < size:
            character = text[position]
            if character == self.enclosure:
                if text[position + 1 : position + 2] != self.enclosure:
                    parts.append(text[start:position])
                    self.position = position + 1
                    return True
                parts.append(text[start : position + 1])
                position += 1
                start = position + 1
            elif character == self.escape:
                position += 1
            position += 1
        parts.append(text[start:])
        self.position = size
        return False


def _without_line_end(text: str) -> str:
    if text.isascii():
        last_two = text[-2:]
    else:
        # PHP looks at whole UTF-8 characters and skips what is none: of "\r\xE9" it takes the last byte for the \r.
        characters = [raw[:1] for code, raw in utf8_characters(text.encode("latin-1")) if code >= 0]
        last_two = b"".join(characters[-2:]).decode("latin-1")
    if last_two == "\r\n":
        return text[:-2]
    return text[:-1] if last_two.endswith(("\n", "\r")) else text
