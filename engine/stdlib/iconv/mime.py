"""MIME headers as iconv writes and reads them (RFC 2047)."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Callable, Dict, List, Optional, Tuple

from engine.stdlib.iconv import converters
from engine.stdlib.iconv.converters import Converter, find_converter
from engine.stdlib.strings.escaping import quoted_printable_decode

BASE64 = "B"
QUOTED_PRINTABLE = "Q"

_STRICT = 1
_CONTINUES = 2
_LONGEST_CHARSET = 79
# What an encoded word costs beside its text, its charset and the line break.
_WORD_FRAME = 7
_MARKS = {"utf-16": "\xff\xfe", "utf-32": "\xff\xfe\0\0"}
_Q_ENCODED = "=?_\x7f"


def encode_header(
    name: str, value: str, line_length: int, line_break: str, scheme: str, target_name: str, source_name: str
) -> Tuple[str, str]:
    """The header, and what kept it from being written."""
    if len(name) + 2 >= line_length or len(target_name) + 12 >= line_length:
        return "", converters.TOO_BIG
    source, target = find_converter(source_name), find_converter(target_name)
    if source is None or target is None:
        return "", converters.WRONG_CHARSET
    text, problem = converters.decode(source, value)
    if problem:
        return "", problem
    if not converters.encode(target, text)[1]:
        return "", converters.ILLEGAL
    decoded, problem = converters.decode(source, name)
    field, is_ascii = converters.encode(Converter("ascii", transliterates=False, ignores=False), decoded)
    found = [field if is_ascii and not problem else "", ": "]
    left = line_length - len(name) - 2
    least = _WORD_FRAME + len(target_name) + (4 if scheme == BASE64 else 3) + len(line_break) + 1
    take = _take_base64 if scheme == BASE64 else _take_quoted
    while True:
        if left < least:
            found.append(line_break + " ")
            left = line_length - 1
        left -= len(target_name) + 5
        count, word, problem = take(target, text, left)
        if problem:
            return "", problem
        found.append(f"=?{target_name}?{scheme}?{word}?=")
        left -= len(word) + 2
        text = text[count:]
        if not text:
            return "".join(found), ""


def _fitting(target: Converter, text: str, size: int) -> int:
    """How many characters take no more than `size` bytes."""
    low, high = 0, min(len(text), max(0, size))
    while low < high:
        middle = (low + high + 1) // 2
        if len(converters.encode_open(target, text[:middle])) <= size:
            low = middle
        else:
            high = middle - 1
    return low


def _take_base64(target: Converter, text: str, left: int) -> Tuple[int, str, str]:
    """How much of `text` an encoded word holds, the word's text, and a problem."""
    size = (left - 2) // 4 * 3
    # Room for the sequence that ends a stateful encoding is kept back.
    reserved = 4
    if size <= reserved:
        return 0, "", converters.TOO_BIG
    count = _fitting(target, text, size - reserved)
    if not count and text:
        return 0, "", converters.TOO_BIG
    data = converters.encode(target, text[:count])[0].encode("latin-1")
    return count, binascii.b2a_base64(data, newline=False).decode("ascii"), ""


def _take_quoted(target: Converter, text: str, left: int) -> Tuple[int, str, str]:
    """As `_take_base64`, in quoted-printable."""
    size = left - 2
    while True:
        count = _fitting(target, text, size)
        if not count and text:
            return 0, "", converters.UNKNOWN
        data = converters.encode(target, text[:count])[0]
        word = "".join(
            [byte if " " < byte < "\x7f" and byte not in _Q_ENCODED else f"={ord(byte):02X}" for byte in data]
        )
        if len(word) <= left - 2:
            return count, word, ""
        size -= (len(word) - (left - 2) + 2) // 3


# An escape that is neither two digits nor the end of a line.
_MALFORMED = re.compile(r"=(?:[0-9A-Fa-f](?![0-9A-Fa-f])|[^0-9A-Fa-f \t\r\n\0]|[ \t]+(?:\Z|[^0-9A-Fa-f \t\r\n]))")


class MimeDecoder:
    """Reads one header, up to a line that does not go on with it. What stopped it is in `problem`."""

    def __init__(self, string: str, charset: str, mode: int) -> None:
        self._string = string
        self._charset = charset
        self._is_strict = bool(mode & _STRICT)
        self._continues = bool(mode & _CONTINUES)
        self._target = find_converter(charset)
        self._source: Optional[Converter] = None
        self._found: List[str] = []
        self._is_marked = False
        self._word: Optional[int] = None
        self._spaces: Optional[int] = None
        self._charset_start = 0
        self._text_start = 0
        self._text_end = 0
        self._scheme = BASE64
        self._state = "any"
        self._index = 0
        self._is_done = False
        self.problem = ""
        self.position = 0

    @property
    def has_output(self) -> bool:
        """Whether anything was read at all, even if nothing is to be seen of it."""
        return bool(self._found)

    def text(self) -> str:
        """The header's text."""
        return "".join(self._found)

    def run(self) -> None:
        """Read the header."""
        if self._target is None:
            self.problem = converters.WRONG_CHARSET
            return
        steps = self._steps()
        end = len(self._string)
        while self._index < end and not self._is_done:
            steps[self._state](self._string[self._index])
            if self.problem:
                return
            self._index += 1
        if self._state not in ("any", "fold", "spaces", "plain"):
            if not self._continues:
                self.problem = converters.MALFORMED
                return
            if self._state == "question":
                self._put("=")
        self.position = self._index

    def _steps(self) -> Dict[str, Callable[[str], None]]:
        return {
            "any": self._any,
            "question": self._question,
            "charset": self._charset_name,
            "scheme": self._scheme_name,
            "delimiter": self._delimiter,
            "text": self._encoded_text,
            "end": self._end,
            "line feed": self._line_feed,
            "fold": self._fold,
            "after": self._after,
            "language": self._language,
            "spaces": self._space,
            "plain": self._plain,
        }

    def _put(self, text: str) -> bool:
        """Add plain text; False if it is not ASCII or has no place in the target."""
        assert self._target is not None
        if not text.isascii():
            text = "".join(text[: next(index for index, byte in enumerate(text) if byte > "\x7f")])
            self._put_ascii(text)
            return False
        self._put_ascii(text)
        return True

    def _put_ascii(self, text: str) -> None:
        assert self._target is not None
        made = converters.encode(self._target, text)[0]
        mark = _MARKS.get(self._target.codec)
        if mark is not None and made:
            # One conversion writes all plain text, and so one mark.
            made = made.removeprefix(mark) if self._is_marked else made
            self._is_marked = True
        self._found.append(made)

    def _put_word(self, end: int) -> None:
        """Add the encoded word as it stands, and go on with text."""
        start = self._word if self._word is not None else end
        if not self._put(self._string[start:end]):
            self.problem = converters.ILLEGAL
            return
        self._word = None
        self._state = "plain" if self._is_strict else "any"

    def _refuse(self, problem: str) -> None:
        """What cannot be an encoded word is text if errors are to be passed over."""
        if self._continues:
            self._put_word(self._index + 1)
        else:
            self.problem = problem

    def _start(self, byte: str, otherwise: Callable[[], None]) -> None:
        """The beginnings that mean something everywhere."""
        if byte == "\r":
            self._state = "line feed"
        elif byte == "\n":
            self._state = "fold"
        elif byte in " \t":
            self._spaces = self._index
            self._state = "spaces"
        else:
            otherwise()

    def _any(self, byte: str) -> None:
        def text() -> None:
            if byte == "=":
                self._word = self._index
                self._state = "question"
                return
            if not self._put(byte) and not self._continues:
                self.problem = converters.ILLEGAL
                return
            self._word = None
            if self._is_strict:
                self._state = "plain"

        self._start(byte, text)

    def _question(self, byte: str) -> None:
        if byte == "?":
            self._charset_start = self._index + 1
            self._state = "charset"
            return
        if byte in "\r\n":
            self._index -= 1
        self._put_word(self._index + 1)

    def _charset_name(self, byte: str) -> None:
        if byte in "\r\n":
            self._index -= 1
            if not self._put("=?" + self._string[self._charset_start : self._index + 1]):
                self.problem = converters.ILLEGAL
            self._state = "plain" if self._is_strict else "any"
            return
        if byte not in "?*":
            return
        self._state = "scheme" if byte == "?" else "language"
        name = self._string[self._charset_start : self._index]
        if len(name) > _LONGEST_CHARSET:
            self._refuse(converters.MALFORMED)
            return
        self._source = find_converter(name)
        if self._source is None:
            if self._continues:
                self._skip_word()
            else:
                self.problem = converters.WRONG_CHARSET

    def _skip_word(self) -> None:
        """Take over a word in an unknown set as it stands."""
        last = len(self._string) - 1
        marks = 2
        while marks and self._index < last:
            self._index += 1
            if self._string[self._index] == "?":
                marks -= 1
        if self._string[self._index + 1 : self._index + 2] == "=":
            self._index += 1
        start = self._word if self._word is not None else self._index
        if not self._put(self._string[start : self._index + 1]):
            self.problem = converters.ILLEGAL
        self._state = "plain"

    def _language(self, byte: str) -> None:
        if byte == "?":
            self._state = "scheme"

    def _scheme_name(self, byte: str) -> None:
        if byte in "bBqQ":
            self._scheme = byte.upper()
            self._state = "delimiter"
        else:
            self._refuse(converters.MALFORMED)

    def _delimiter(self, byte: str) -> None:
        if byte == "?":
            self._text_start = self._index + 1
            self._state = "text"
        else:
            self._refuse(converters.MALFORMED)

    def _encoded_text(self, byte: str) -> None:
        if byte == "?":
            self._text_end = self._index
            self._state = "end"

    def _end(self, byte: str) -> None:
        if byte != "=":
            self._refuse(converters.MALFORMED)
            return
        self._state = "after"
        if self._index == len(self._string) - 1:
            self._put_decoded(self._index + 1)
            if not self.problem:
                self._state = "any"

    def _after(self, byte: str) -> None:
        if byte not in "\r\n \t" and self._is_strict:
            # Only white space may follow an encoded word.
            start = self._word if self._word is not None else self._index
            if not self._put(self._string[start : self._index + 1]):
                self.problem = converters.ILLEGAL
            self._state = "plain"
            return
        self._put_decoded(self._index)
        if self.problem:
            return

        def text() -> None:
            if byte == "=":
                self._state = "question"
                self._word = self._index if self._word is None else self._word
            else:
                self._put(byte)
                self._state = "plain"

        self._start(byte, text)

    def _put_decoded(self, end: int) -> None:
        """Decode the word that ends there, or put it as it is if it is wrong and that does not matter."""
        data = self._string[self._text_start : self._text_end]
        assert self._target is not None
        assert self._source is not None
        converted, is_whole = "", True
        if self._scheme != BASE64 and _MALFORMED.search(data):
            problem = converters.UNKNOWN
        else:
            decode = _lenient_base64 if self._scheme == BASE64 else _underlined
            text, problem = converters.decode(self._source, decode(data))
            converted, is_whole = converters.encode(self._target, text)
        if not problem and is_whole:
            self._found.append(converted)
            return
        if not self._continues:
            self.problem = problem if is_whole else converters.ILLEGAL
            return
        self._found.append(converted)
        start = self._word if self._word is not None else self._index
        self._put(self._string[start:end])
        self._word = None

    def _line_feed(self, byte: str) -> None:
        if byte == "\n":
            self._state = "fold"
        else:
            self._put("\r")
            self._put(byte)
            self._state = "any"

    def _fold(self, byte: str) -> None:
        if byte not in " \t":
            # The next header begins here.
            self._index -= 1
            self._is_done = True
            return
        if self._word is None:
            self._put(" ")
        self._spaces = None
        self._state = "spaces"

    def _space(self, byte: str) -> None:
        if byte in " \t":
            return
        if byte in "\r\n":
            self._state = "line feed" if byte == "\r" else "fold"
            return
        if self._spaces is not None and (byte != "=" or self._word is None):
            self._put(self._string[self._spaces : self._index])
            self._spaces = None
        if byte == "=":
            self._word = self._index
            self._state = "question"
            return
        self._put(byte)
        self._word = None
        self._state = "plain" if self._is_strict else "any"

    def _plain(self, byte: str) -> None:
        def text() -> None:
            if byte == "=" and not self._is_strict:
                self._word = self._index
                self._state = "question"
            else:
                self._put(byte)

        self._start(byte, text)


def _underlined(text: str) -> str:
    """Quoted-printable as headers have it, where an underline is a space."""
    return quoted_printable_decode(text.replace("_", " "))


def _lenient_base64(data: str) -> str:
    """What Base64 says, whatever else is among it."""
    kept = "".join([byte for byte in data if (byte.isalnum() and byte.isascii()) or byte in "+/"])
    if len(kept) % 4 == 1:
        kept = kept[:-1]
    return base64.b64decode(kept + "=" * (-len(kept) % 4)).decode("latin-1")
