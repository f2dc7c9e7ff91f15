"""The filters that PHP has: string.*, convert.*, zlib.*, dechunk, consumed; and finding one by its name."""

from __future__ import annotations

import base64
import binascii
import codecs
import zlib
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional

from engine.runtime.charset_names import codec_of
from engine.runtime.context import ctx
from engine.runtime.conversions import to_bool, to_int, to_string
from engine.runtime.exceptions import printed
from engine.runtime.stream_filters import Filter, FilterError, TextFilter
from engine.runtime.values import MISSING

if TYPE_CHECKING:
    from engine.runtime.arrays import PhpArray
    from engine.runtime.streams import Stream

# As stream_get_filters() lists them.
NAMES = ("zlib.*", "string.rot13", "string.toupper", "string.tolower", "convert.*", "consumed", "dechunk",
         "convert.iconv.*")  # fmt: skip

_UPPER = {code: code - 32 for code in range(97, 123)}
_LOWER = {code: code + 32 for code in range(65, 91)}
_ROT13 = {code: (code - start + 13) % 26 + start for start in (65, 97) for code in range(start, start + 26)}
_BASE64 = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
_BLANKS = "\t\n\r "
_HEX = "0123456789ABCDEF"
_ANY_FORMAT = 47

# Makes a filter of its name and parameters; None where the parameters are refused.
Factory = Callable[[str, Any], Optional[Filter]]


class _LineBreaker:
    """Cuts output into lines of a length, as the `line-length` of a filter asks."""

    def __init__(self, length: int, ending: str) -> None:
        self.length = length
        self.ending = ending
        self.column = 0

    def __call__(self, pieces: List[str]) -> str:
        """The pieces, none of them cut in two, with ends of lines between them."""
        if not self.length:
            return "".join(pieces)
        made = []
        for piece in pieces:
            if self.column + len(piece) > self.length:
                made.append(self.ending)
                self.column = 0
            made.append(piece)
            self.column += len(piece)
        return "".join(made)


class _Base64Encoder(Filter):
    def __init__(self, name: str, breaker: _LineBreaker) -> None:
        super().__init__(name)
        self._breaker = breaker
        self._held = ""

    def feed(self, text: str, stream: Stream, *, is_closing: bool) -> str:
        """Encode whole groups of three bytes, at the end the rest."""
        text = self._held + text
        whole = len(text) if is_closing else len(text) - len(text) % 3
        self._held = text[whole:]
        encoded = base64.b64encode(text[:whole].encode("latin-1")).decode()
        if not self._breaker.length:
            return encoded
        return self._breaker([encoded[place : place + 4] for place in range(0, len(encoded), 4)])


class _Base64Decoder(Filter):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._held = ""
        self._has_ended = False

    def feed(self, text: str, stream: Stream, *, is_closing: bool) -> str:
        """Decode whole groups of four letters; blanks are skipped, what else is no letter is an error."""
        letters = text.translate(_WITHOUT_BLANKS)
        if self._has_ended:
            letters = letters.lstrip("=")
        if letters and not _BASE64.issuperset(letters.rstrip("=")):
            ctx.function_warning(f"Stream filter ({self.name}): invalid byte sequence")
            raise FilterError
        letters = self._held + letters
        if letters.endswith("="):
            self._has_ended = True
        whole = len(letters) - len(letters) % 4
        self._held = letters[whole:]
        ready = letters[:whole]
        if is_closing and self._held:
            ready, self._held = ready + self._held.rstrip("=") + "=" * (-len(self._held.rstrip("=")) % 4), ""
        try:
            return base64.b64decode(ready).decode("latin-1")
        except binascii.Error:
            ctx.function_warning(f"Stream filter ({self.name}): invalid byte sequence")
            raise FilterError from None


_WITHOUT_BLANKS = {ord(blank): None for blank in _BLANKS}


class _QuotedPrintableEncoder(Filter):
    def __init__(self, name: str, breaker: _LineBreaker, *, is_binary: bool, encodes_first: bool) -> None:
        super().__init__(name)
        self._breaker = breaker
        self._is_binary = is_binary
        self._encodes_first = encodes_first

    def feed(self, text: str, stream: Stream, *, is_closing: bool) -> str:
        """Encode what is no printable ASCII; ends of lines stay unless the filter is binary."""
        breaker = self._breaker
        made = []
        index = 0
        ending = breaker.ending if breaker.length else ""
        while index < len(text):
            if not self._is_binary and ending and text.startswith(ending, index):
                made.append(ending)
                breaker.column = 0
                index += len(ending)
                continue
            letter = text[index]
            index += 1
            if letter in "\t ":
                # Blanks before the end of a line would get lost.
                following = text[index:].lstrip("\t ") if ending else "x"
                is_plain = not self._is_binary and following != "" and not (ending and following.startswith(ending))
            else:
                is_at_start = not breaker.length or breaker.column == 0
                is_plain = "!" <= letter <= "~" and letter != "=" and not (self._encodes_first and is_at_start)
            piece = letter if is_plain else f"={_HEX[ord(letter) >> 4]}{_HEX[ord(letter) & 15]}"
            if breaker.length and breaker.column + len(piece) > breaker.length - 1:
                made.append("=" + ending)
                breaker.column = 0
            made.append(piece)
            breaker.column += len(piece)
        return "".join(made)


class _QuotedPrintableDecoder(Filter):
    def __init__(self, name: str, ending: str) -> None:
        super().__init__(name)
        self._ending = ending
        self._held = ""

    def feed(self, text: str, stream: Stream, *, is_closing: bool) -> str:
        """Decode; `=` before an end of line joins lines."""
        text = self._held + text
        self._held = ""
        made = []
        index = 0
        while index < len(text):
            letter = text[index]
            if letter != "=":
                made.append(letter)
                index += 1
                continue
            rest = text[index + 1 : index + 3]
            if self._ending and text.startswith(self._ending, index + 1):
                index += 1 + len(self._ending)
            elif rest[:1] == "\n":
                index += 2
            elif rest == "\r\n":
                index += 3
            elif len(rest) < 2 and not (is_closing and rest):
                self._held = text[index:]
                break
            elif len(rest) == 2 and all(digit in "0123456789abcdefABCDEF" for digit in rest):
                made.append(chr(int(rest, 16)))
                index += 3
            else:
                ctx.function_warning(f"Stream filter ({self.name}): invalid byte sequence")
                raise FilterError
        return "".join(made)


class _Deflater(Filter):
    def __init__(self, name: str, level: int, window: int, memory: int) -> None:
        super().__init__(name)
        self._work = zlib.compressobj(level, zlib.DEFLATED, window, memory)
        self._is_done = False

    def feed(self, text: str, stream: Stream, *, is_closing: bool) -> str:
        """Compress."""
        if self._is_done:
            return ""
        made = self._work.compress(text.encode("latin-1"))
        if is_closing:
            self._is_done = True
            if text and stream.stream_type in ("TEMP", "RFC2397"):
                # These tell of their end only when they are asked again: what came before is flushed by itself.
                made += self._work.flush(zlib.Z_FULL_FLUSH)
            made += self._work.flush()
        return made.decode("latin-1")


class _Inflater(Filter):
    def __init__(self, name: str, window: int) -> None:
        super().__init__(name)
        self._work = zlib.decompressobj(window)

    def feed(self, text: str, stream: Stream, *, is_closing: bool) -> str:
        """Uncompress, piece by piece, so that the size is charged before it is had."""
        made: List[bytes] = []
        size = 0
        content = text.encode("latin-1")
        while content and not self._work.eof:
            try:
                made.append(self._work.decompress(content, 1 << 20))
            except zlib.error:
                ctx.function_warning("zlib: data error", 8)
                raise FilterError from None
            size += len(made[-1])
            ctx.charge(size)
            content = self._work.unconsumed_tail
        return b"".join(made).decode("latin-1")


class _Dechunker(Filter):
    """Takes the chunks of HTTP's chunked transfer apart."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._held = ""
        self._left = 0
        self._is_inside = False
        self._has_ended = False

    def feed(self, text: str, stream: Stream, *, is_closing: bool) -> str:
        """The bodies of chunks; what is no chunk goes on as it is."""
        if self._has_ended:
            return "" if self._left == 0 else text
        text, self._held = self._held + text, ""
        made = []
        while text:
            if self._left:
                piece, text = text[: self._left], text[self._left :]
                made.append(piece)
                self._left -= len(piece)
                continue
            if self._is_inside:
                if len(text) < 2 and text in ("", "\r"):
                    self._held = text
                    break
                self._is_inside = False
                text = text[2:] if text.startswith("\r\n") else text.removeprefix("\n")
                continue
            line, newline, rest = text.partition("\n")
            if not newline and not is_closing:
                self._held = text
                break
            size = line.partition(";")[0].strip()
            try:
                self._left = int(size, 16)
            except ValueError:
                self._has_ended, self._left = True, -1
                made.append(text)
                break
            if self._left == 0:
                self._has_ended = True
                break
            self._is_inside = True
            text = rest
        return "".join(made)


class _Recoder(Filter):
    """convert.iconv.A.B, on Python's incremental codecs."""

    def __init__(self, name: str, source: str, target: str) -> None:
        super().__init__(name)
        self._names = source, target
        self._decoder = codecs.getincrementaldecoder(_codec(source))("strict")
        _, _, suffix = target.partition("//")
        errors = "ignore" if suffix.upper().startswith("IGNORE") else "strict"
        self._encoder = codecs.getincrementalencoder(_codec(target))(errors)

    def feed(self, text: str, stream: Stream, *, is_closing: bool) -> str:
        """Convert; a character may be cut between two pieces."""
        try:
            decoded = self._decoder.decode(text.encode("latin-1"), is_closing)
            return self._encoder.encode(decoded, is_closing).decode("latin-1")
        except UnicodeError:
            source, target = self._names
            ctx.function_warning(f'iconv stream filter ("{source}"=>"{target}"): invalid multibyte sequence')
            raise FilterError from None


def _codec(name: str) -> str:
    """The codec of a character set; LookupError where iconv knows none by that name."""
    codec = codec_of(name.partition("//")[0].upper())
    if not codec:
        raise LookupError(name)
    return "utf-16" + codec[5:] if codec.startswith("ucs-2") else codec


def _is_table(parameters: Any) -> bool:
    from engine.runtime.arrays import PhpArray
    from engine.runtime.objects import PhpObject

    return type(parameters) is PhpArray or isinstance(parameters, PhpObject)


def _parameter(parameters: Any, name: str) -> Any:
    from engine.runtime.arrays import PhpArray

    return parameters.get(name) if type(parameters) is PhpArray and parameters.has(name) else None


def _breaker_of(parameters: Any) -> _LineBreaker:
    length = _parameter(parameters, "line-length")
    ending = _parameter(parameters, "line-break-chars")
    return _LineBreaker(0 if length is None else to_int(length), "\r\n" if ending is None else to_string(ending))


def _encode_base64(name: str, parameters: Any) -> Optional[Filter]:
    return _Base64Encoder(name, _breaker_of(parameters))


def _encode_quoted_printable(name: str, parameters: Any) -> Optional[Filter]:
    return _QuotedPrintableEncoder(
        name,
        _breaker_of(parameters),
        is_binary=to_bool(_parameter(parameters, "binary")),
        encodes_first=to_bool(_parameter(parameters, "force-encode-first")),
    )


def _decode_quoted_printable(name: str, parameters: Any) -> Optional[Filter]:
    return _QuotedPrintableDecoder(name, to_string(_parameter(parameters, "line-break-chars")))


def _deflate(name: str, parameters: Any) -> Optional[Filter]:
    level, window, memory = -1, -15, 8
    from engine.runtime.arrays import PhpArray

    if type(parameters) is PhpArray:
        given: PhpArray = parameters
        memory = to_int(given.get("memory")) if given.has("memory") else memory
        window = to_int(given.get("window")) if given.has("window") else window
        level = to_int(given.get("level")) if given.has("level") else level
        if not 1 <= memory <= 9:
            ctx.function_warning(f"Invalid parameter given for memory level ({memory})")
            memory = 8
        if not -15 <= window <= 31:
            ctx.function_warning(f"Invalid parameter given for window size ({window})")
            window = -15
    elif parameters is None:
        ctx.function_warning("Invalid filter parameter, ignored")
    elif parameters is not MISSING and not _is_table(parameters):
        level = to_int(parameters)
    if not -1 <= level <= 9:
        ctx.function_warning(f"Invalid compression level specified. ({level})")
        level = -1
    return _Deflater(name, level, window, memory)


def _inflate(name: str, parameters: Any) -> Optional[Filter]:
    window = _parameter(parameters, "window")
    return _Inflater(name, -15 if window is None else to_int(window))


def _recode(name: str, _parameters: Any) -> Optional[Filter]:
    rest = name[len("convert.iconv.") :]
    source, _, target = rest.partition("/" if "/" in rest.partition(".")[0] or "." not in rest else ".")
    try:
        return _Recoder(name, source, target)
    except LookupError:
        return None


def _string(function: Callable[[str], str]) -> Factory:
    return lambda name, _parameters: TextFilter(name, function)


_FACTORIES: Dict[str, Factory] = {
    "string.toupper": _string(lambda text: text.translate(_UPPER)),
    "string.tolower": _string(lambda text: text.translate(_LOWER)),
    "string.rot13": _string(lambda text: text.translate(_ROT13)),
    "consumed": _string(lambda text: text),
    "convert.base64-encode": _encode_base64,
    "convert.base64-decode": lambda name, _parameters: _Base64Decoder(name),
    "convert.quoted-printable-encode": _encode_quoted_printable,
    "convert.quoted-printable-decode": _decode_quoted_printable,
    "dechunk": lambda name, _parameters: _Dechunker(name),
    "zlib.deflate": _deflate,
    "zlib.inflate": _inflate,
}


def user_filters() -> Dict[str, Factory]:
    """What makes the filters that this execution registered, by name or pattern such as `my.*`."""
    return ctx.state("streams.user_filters", dict)


def find_filter(name: str, parameters: Any = MISSING) -> Optional[Filter]:
    """A new filter of this name, PHP's or a script's, or None."""
    lowered = name.lower()
    factory = _recode if lowered.startswith("convert.iconv.") else _FACTORIES.get(lowered)
    registered = user_filters()
    pattern = name
    if factory is None:
        factory = registered.get(name)
    while factory is None and "." in pattern:
        pattern = pattern.rpartition(".")[0]
        factory = registered.get(f"{pattern}.*")
    is_conversion = lowered.startswith("convert.") and not lowered.startswith("convert.iconv.")
    if is_conversion and parameters is not MISSING and type(parameters).__name__ != "PhpArray":
        ctx.function_warning(f"Stream filter ({name}): invalid filter parameter")
        factory, made = _FACTORIES.get(lowered), None
    else:
        made = None if factory is None else factory(name, parameters)
    if made is None:
        ctx.function_warning(
            f'Unable to {"locate" if factory is None else "create or locate"} filter "{printed(name)}"'
        )
    return made
