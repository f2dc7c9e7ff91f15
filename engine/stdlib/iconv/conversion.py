"""iconv: converting between character sets, and strings counted in their characters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Optional, Tuple

from engine.builtin.declare import BadArgumentError, PhpConst, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_int, to_string
from engine.stdlib.iconv import converters
from engine.stdlib.iconv.converters import Converter, find_converter
from engine.stdlib.iconv.mime import BASE64, QUOTED_PRINTABLE, MimeDecoder, encode_header

if TYPE_CHECKING:
    from engine.runtime.values import PhpString, Value

EXTENSION = "iconv"

ICONV_IMPL: PhpConst[str] = "glibc"
ICONV_VERSION: PhpConst[str] = "2.41"
ICONV_MIME_DECODE_STRICT: PhpConst[int] = 1
ICONV_MIME_DECODE_CONTINUE_ON_ERROR: PhpConst[int] = 2

_E_NOTICE = 8
_E_DEPRECATED = 8192
_NAME_LIMIT = 64
# The set every string goes through.
_SUPERSET = "UCS-4LE"
_OUTSIDE = "must be contained in argument #1 ($haystack)"
_LINE_LENGTH = 76
_EMPTY = PhpArray()


@contextual
def iconv_strlen(string: PhpString, encoding: PhpString | None = None) -> int | Literal[False]:
    """Returns the character count of string."""
    name = _charset(encoding)
    if name is None:
        return False
    text, problem = _decode(string, name)
    if problem:
        _report(problem, _SUPERSET, name)
        return False
    return len(text)


@contextual
def iconv_substr(
    string: PhpString, offset: int, length: int | None = None, encoding: PhpString | None = None
) -> PhpString | Literal[False]:
    """Cut out part of a string."""
    name = _charset(encoding)
    if name is None:
        return False
    text, problem = _decode(string, name)
    if problem:
        _report(problem, _SUPERSET, name)
        return False
    size = len(text)
    offset = max(0, offset + size) if offset < 0 else min(offset, size)
    if length is None:
        length = len(string)
    if length < 0:
        length = max(0, length + size - offset)
    converter = find_converter(name)
    return "" if converter is None else converters.encode(converter, text[offset : offset + length])[0]


@contextual
def iconv_strpos(
    haystack: PhpString, needle: PhpString, offset: int = 0, encoding: PhpString | None = None
) -> int | Literal[False]:
    """Finds position of first occurrence of a needle within a haystack."""
    name = _charset(encoding)
    if name is None:
        return False
    if offset < 0:
        text, problem = _decode(haystack, name)
        if problem:
            _report(problem, _SUPERSET, name)
            return False
        offset += len(text)
        if offset < 0:
            raise BadArgumentError("offset", _OUTSIDE)
    return _find(haystack, needle, offset, name, is_last=False) if needle else False


@contextual
def iconv_strrpos(haystack: PhpString, needle: PhpString, encoding: PhpString | None = None) -> int | Literal[False]:
    """Finds the last occurrence of a needle within a haystack."""
    if not needle:
        return False
    name = _charset(encoding)
    return False if name is None else _find(haystack, needle, 0, name, is_last=True)


@contextual
def iconv_mime_encode(
    field_name: PhpString, field_value: PhpString, options: PhpArray = _EMPTY
) -> PhpString | Literal[False]:
    """Composes a MIME header field."""
    source = target = internal_charset()
    chosen = options.get("scheme")
    scheme = QUOTED_PRINTABLE if isinstance(chosen, str) and chosen[:1] in ("Q", "q") else BASE64
    for key in ("input-charset", "output-charset"):
        charset = options.get(key)
        if isinstance(charset, str) and charset:
            if _is_too_long(charset):
                return False
            source, target = (charset, target) if key == "input-charset" else (source, charset)
    line_length = to_int(options.get("line-length")) if options.has("line-length") else _LINE_LENGTH
    line_break = to_string(options.get("line-break-chars")) if options.has("line-break-chars") else "\r\n"
    line_break = line_break.partition("\0")[0]
    header, problem = encode_header(field_name, field_value, line_length, line_break, scheme, target, source)
    if problem:
        _report(problem, target, source)
        return False
    return header


@contextual
def iconv_mime_decode(
    string: PhpString, mode: int = 0, encoding: PhpString | None = None
) -> PhpString | Literal[False]:
    """Decodes a MIME header field."""
    name = _charset(encoding)
    if name is None:
        return False
    decoder = MimeDecoder(string, name, mode)
    decoder.run()
    if decoder.problem:
        _report(decoder.problem, name, "???")
        return False
    return decoder.text()


@contextual
def iconv_mime_decode_headers(
    headers: PhpString, mode: int = 0, encoding: PhpString | None = None
) -> PhpArray | Literal[False]:
    """Decodes multiple MIME header fields at once."""
    name = _charset(encoding)
    if name is None:
        return False
    result = PhpArray()
    while headers:
        decoder = MimeDecoder(headers, name, mode)
        decoder.run()
        if decoder.problem:
            _report(decoder.problem, name, "???")
            return False
        header = decoder.text()
        if not header and not decoder.has_output:
            break
        field, colon, value = header.partition(":")
        if colon:
            _add_header(result, field, value.lstrip(" \t"))
        headers = headers[decoder.position :]
    return result


@contextual
def iconv(from_encoding: PhpString, to_encoding: PhpString, string: PhpString) -> PhpString | Literal[False]:
    """Convert a string from one character encoding to another."""
    if _is_too_long(from_encoding, to_encoding):
        return False
    converted, problem = _convert(to_encoding, from_encoding, string)
    if problem:
        _report(problem, to_encoding, from_encoding)
        return False
    return converted


@contextual
def iconv_set_encoding(type: PhpString, encoding: PhpString) -> bool:
    """Set current setting for character encoding conversion."""
    if _is_too_long(encoding):
        return False
    directive = type.lower()
    if directive not in ("input_encoding", "output_encoding", "internal_encoding"):
        return False
    ctx.function_warning(f"Use of iconv.{directive} is deprecated", _E_DEPRECATED)
    ctx.ini.set("iconv." + directive, encoding)
    return True


@contextual
def iconv_get_encoding(type: PhpString = "all") -> PhpArray | PhpString | Literal[False]:
    """Retrieve internal configuration variables of iconv extension."""
    names = {name: _setting(name) for name in ("input_encoding", "output_encoding", "internal_encoding")}
    wanted = type.lower()
    if wanted == "all":
        return PhpArray.from_items(names.items())
    return names.get(wanted, False)


@contextual
def ob_iconv_handler(contents: PhpString, status: int) -> PhpString:
    """Convert character encoding as output buffer handler."""
    target = _setting("output_encoding")
    if status & 1:
        sent = ctx.headers.values_of("content-type")
        mime = sent[0].partition(";")[0] if sent else ctx.ini.get("default_mimetype") or "text/html"
        if not sent or mime.lower().startswith("text/"):
            ctx.headers.replace("Content-Type", f"{mime};charset={target.partition('//')[0]}")
    source = internal_charset()
    converted, problem = _convert(target, source, contents)
    if problem:
        _report(problem, target, source)
    return converted


def internal_charset() -> str:
    """The set of strings that say nothing else."""
    return _setting("internal_encoding")


def _setting(directive: str) -> str:
    ini = ctx.ini
    return ini.get("iconv." + directive) or ini.get(directive) or ini.get("default_charset") or ""


def _charset(encoding: Optional[str]) -> Optional[str]:
    """The set an argument names; None, with a warning, if the name is too long."""
    if encoding is None:
        return internal_charset()
    return None if _is_too_long(encoding) else encoding


def _is_too_long(*names: str) -> bool:
    if all(len(name) < _NAME_LIMIT for name in names):
        return False
    ctx.function_warning(f"Encoding parameter exceeds the maximum allowed length of {_NAME_LIMIT} characters")
    return True


def _decode(string: str, name: str) -> Tuple[str, str]:
    converter = find_converter(name)
    return ("", converters.WRONG_CHARSET) if converter is None else converters.decode(converter, string)


def _convert(target: str, source: str, string: str) -> Tuple[str, str]:
    to: Optional[Converter] = find_converter(target)
    origin = find_converter(source)
    if to is None or origin is None:
        return "", converters.WRONG_CHARSET
    return converters.convert(to, origin, string)


def _find(haystack: str, needle: str, offset: int, name: str, *, is_last: bool) -> int | Literal[False]:
    searched, problem = _decode(needle, name)
    if problem:
        _report(problem, _SUPERSET, name)
        return False
    text, problem = _decode(haystack, name)
    position = text.rfind(searched) if is_last else text.find(searched, offset)
    # What cannot be read is seen with the character before it, so not at all in the beginning.
    if problem and text and (is_last or position < 0 or position + len(searched) == len(text)):
        _report(problem, _SUPERSET, name)
        return False
    if position < 0 and offset > len(text):
        raise BadArgumentError("offset", _OUTSIDE)
    return False if position < 0 else position


def _add_header(result: PhpArray, field: str, value: str) -> None:
    if not result.has(field):
        result.set(field, value)
        return
    before: Value = result.get(field)
    values = before.values() if isinstance(before, PhpArray) else [before]
    result.set(field, PhpArray([*values, value]))


def _report(problem: str, target: str, source: str) -> None:
    if problem == converters.WRONG_CHARSET:
        source, target = (name.partition("\0")[0] for name in (source, target))
        ctx.function_warning(f'Wrong encoding, conversion from "{source}" to "{target}" is not allowed')
    elif problem == converters.INCOMPLETE:
        ctx.function_warning("Detected an incomplete multibyte character in input string", _E_NOTICE)
    elif problem == converters.ILLEGAL:
        ctx.function_warning("Detected an illegal character in input string", _E_NOTICE)
    elif problem == converters.TOO_BIG:
        ctx.function_warning("Buffer length exceeded")
    elif problem == converters.MALFORMED:
        ctx.function_warning("Malformed string")
    else:
        ctx.function_warning("Unknown error (7)", _E_NOTICE)
