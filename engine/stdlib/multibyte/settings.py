"""Multibyte strings: the encodings there are, and the settings of an execution."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from engine.builtin.declare import BadArgumentError, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.stdlib.multibyte import state as settings
from engine.stdlib.multibyte.registry import encode, find_encoding
from engine.stdlib.multibyte.state import encoding_of, state

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "mbstring"

_STARTS = 1
_ENDS = 8
_MAX_CODE_POINT = 0x10FFFF
_INPUT_TYPES = 'must be one of "G", "P", "C", "S", "I", or "L"'


@contextual
def mb_language(language: PhpString | None = None) -> PhpString | bool:
    """Set/Get current language."""
    if language is None:
        return settings.language()[0]
    if settings.find_language(language.partition("\0")[0]) is None:
        raise BadArgumentError("language", f'must be a valid language, "{settings.c_string(language)}" given')
    ctx.ini.set("mbstring.language", language)
    return True


@contextual
def mb_internal_encoding(encoding: PhpString | None = None) -> PhpString | bool:
    """Set/Get internal character encoding."""
    if encoding is None:
        return settings.internal_encoding().name
    chosen = find_encoding(encoding)
    if chosen is None:
        raise BadArgumentError("encoding", f'must be a valid encoding, "{settings.c_string(encoding)}" given')
    state().internal = chosen
    return True


@contextual
def mb_http_input(type: PhpString | None = None) -> PhpArray | PhpString | Literal[False]:
    """Detect HTTP input character encoding."""
    current = state()
    if type is None:
        return False if current.http_input is None else current.http_input.name
    if len(type) != 1 or type not in "gpcsilGPCSIL":
        raise BadArgumentError("type", _INPUT_TYPES)
    names = [encoding.name for encoding in settings.input_encodings()]
    if not names and ctx.ini.get("mbstring.http_input") == "pass":
        names = ["pass"]
    if type in "iI":
        return PhpArray(names)
    return ",".join(names) if names and type in "lL" else False


@contextual
def mb_http_output(encoding: PhpString | None = None) -> PhpString | bool:
    """Set/Get HTTP output character encoding."""
    current = state()
    if encoding is None:
        chosen = settings.output_encoding()
        return "pass" if chosen is None else chosen.name
    if "\0" in encoding:
        raise BadArgumentError("encoding", "must not contain any null bytes")
    if "pass".startswith(encoding):
        current.passes_output = True
        return True
    chosen = find_encoding(encoding)
    if chosen is None:
        raise BadArgumentError("encoding", f'must be a valid encoding, "{settings.c_string(encoding)}" given')
    current.passes_output = False
    current.http_output = chosen
    return True


@contextual
def mb_detect_order(encoding: PhpArray | PhpString | None = None) -> PhpArray | bool:
    """Set/Get character encoding detection order."""
    if encoding is None:
        return PhpArray([known.name for known in settings.detect_order()])
    order = settings.parse_encodings(encoding, "encoding")
    if not order:
        raise BadArgumentError("encoding", "must specify at least one encoding")
    state().detect_order = order
    return True


@contextual
def mb_substitute_character(substitute_character: PhpString | int | None = None) -> PhpString | int | bool:
    """Set/Get substitution character."""
    substitution = settings.substitution()
    if substitute_character is None:
        return _shown_substitution()
    if isinstance(substitute_character, str):
        mode = substitute_character.lower()
        if mode not in ("none", "long", "entity"):
            raise BadArgumentError("substitute_character", 'must be "none", "long", "entity" or a valid codepoint')
        substitution.mode = mode
        return True
    if not 0 <= substitute_character <= _MAX_CODE_POINT or 0xD800 <= substitute_character <= 0xDFFF:
        raise BadArgumentError("substitute_character", "is not a valid codepoint")
    substitution.mode = "char"
    substitution.character = chr(substitute_character)
    return True


@contextual
def mb_preferred_mime_name(encoding: PhpString) -> PhpString | Literal[False]:
    """Get MIME charset string."""
    chosen = find_encoding(encoding)
    if chosen is None:
        raise BadArgumentError("encoding", f'must be a valid encoding, "{settings.c_string(encoding)}" given')
    if not chosen.mime:
        ctx.function_warning(f'No MIME preferred name corresponding to "{settings.c_string(encoding)}"')
        return False
    return chosen.mime


@contextual
def mb_list_encodings() -> PhpArray:
    """Returns an array of all supported encodings."""
    return settings.encoding_names().share()


@contextual
def mb_encoding_aliases(encoding: PhpString) -> PhpArray:
    """Get aliases of a known encoding type."""
    return PhpArray(list(encoding_of(encoding).aliases))


@contextual
def mb_get_info(type: PhpString = "all") -> PhpArray | PhpString | int | Literal[False] | None:
    """Get internal settings of mbstring."""
    wanted = type.lower()
    info = _info()
    if wanted == "all":
        if info["http_input"] is None:
            del info["http_input"]
        return PhpArray.from_items(info.items())
    if wanted not in info:
        ctx.function_warning("argument #1 ($type) must be a valid type")
        return False
    found: PhpArray | PhpString | int | None = info[wanted]
    return found


@contextual
def mb_output_handler(string: PhpString, status: int) -> PhpString:
    """Callback function converts character encoding in output buffer."""
    encoding = settings.output_encoding()
    if encoding is None:
        return string
    current = state()
    if status & _STARTS:
        current.converts_output = _declare_charset(encoding.mime)
    if not current.converts_output:
        return string
    if status & _ENDS:
        current.converts_output = False
    return encode(encoding, settings.internal_encoding().decode(string), settings.substitution())


def _declare_charset(charset: str) -> bool:
    """Send the content type with the charset if its type is one to convert; whether it is."""
    sent = ctx.headers.values_of("content-type")
    mime = ctx.ini.get("default_mimetype") or "text/html"
    if sent:
        mime = sent[0].partition(";")[0]
        pattern = (ctx.ini.get("mbstring.http_output_conv_mimetypes") or "").strip()
        try:
            converts = bool(pattern) and re.search(pattern, sent[0], re.IGNORECASE) is not None
        except re.error:
            converts = False
        if not converts:
            return False
    if charset:
        ctx.headers.replace("Content-Type", f"{mime}; charset={charset}")
    return True


def _shown_substitution() -> PhpString | int:
    substitution = settings.substitution()
    return ord(substitution.character) if substitution.mode == "char" else substitution.mode


def _info() -> dict[str, PhpArray | PhpString | int | None]:
    current = state()
    output = settings.output_encoding()
    name, _, _, mail_charset, mail_header, mail_body, _ = settings.language()
    return {
        "internal_encoding": settings.internal_encoding().name,
        "http_input": None if current.http_input is None else current.http_input.name,
        "http_output": "pass" if output is None else output.name,
        "http_output_conv_mimetypes": ctx.ini.get("mbstring.http_output_conv_mimetypes") or "",
        "mail_charset": mail_charset,
        "mail_header_encoding": mail_header,
        "mail_body_encoding": mail_body,
        "illegal_chars": current.illegal_characters,
        "encoding_translation": "On" if ctx.ini.get_bool("mbstring.encoding_translation") else "Off",
        "language": name,
        "detect_order": PhpArray([encoding.name for encoding in settings.detect_order()]),
        "substitute_character": _shown_substitution(),
        "strict_detection": "On" if ctx.ini.get_bool("mbstring.strict_detection") else "Off",
    }
