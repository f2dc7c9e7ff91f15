"""Strings: HTML entities, writing and reading them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Dict, List, Match

from engine.builtin.declare import PhpConst, contextual
from engine.runtime.arrays import PhpArray
from engine.runtime.context import E_NOTICE, ctx
from engine.stdlib.strings.characters import CHARGE_THRESHOLD_BYTES
from engine.stdlib.strings.html_charsets import UTF8, Charset, find_charset
from engine.stdlib.strings.html_entities import html4_characters, html4_names, html5_characters, html5_names

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

HTML_SPECIALCHARS: PhpConst[int] = 0
HTML_ENTITIES: PhpConst[int] = 1
ENT_COMPAT: PhpConst[int] = 2
ENT_QUOTES: PhpConst[int] = 3
ENT_NOQUOTES: PhpConst[int] = 0
ENT_IGNORE: PhpConst[int] = 4
ENT_SUBSTITUTE: PhpConst[int] = 8
ENT_DISALLOWED: PhpConst[int] = 128
ENT_HTML401: PhpConst[int] = 0
ENT_XML1: PhpConst[int] = 16
ENT_XHTML: PhpConst[int] = 32
ENT_HTML5: PhpConst[int] = 48

_SINGLE_QUOTES = 1
_DOUBLE_QUOTES = 2
_DOCUMENT_TYPE = 48
_LAST_CODE_POINT = 0x10FFFF
_NO_CHARACTER = 0xFFFF

_BASIC_NAMES = {'"': "quot", "&": "amp", "'": "#039", "<": "lt", ">": "gt"}
_BASIC_NAMES_WITH_APOS = {**_BASIC_NAMES, "'": "apos"}
_BASIC_CHARACTERS = {"quot": '"', "amp": "&", "lt": "<", "gt": ">"}
_BASIC_CHARACTERS_WITH_APOS = {**_BASIC_CHARACTERS, "apos": "'"}

_REFERENCE = re.compile("&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z0-9]+);")


@contextual
def htmlspecialchars(
    string: PhpString,
    flags: int = ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401,
    encoding: PhpString | None = None,
    double_encode: bool = True,
) -> PhpString:
    """Convert special characters to HTML entities."""
    if double_encode and not encoding and not flags & ENT_DISALLOWED and string.isascii():
        return _escape_basic(string, flags)
    return _escape(string, flags, find_charset(encoding), double_encode=double_encode, escapes_all=False)


@contextual
def htmlentities(
    string: PhpString,
    flags: int = ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401,
    encoding: PhpString | None = None,
    double_encode: bool = True,
) -> PhpString:
    """Convert all applicable characters to HTML entities."""
    charset = find_charset(encoding)
    escapes_all = True
    if charset.is_partial:
        ctx.function_warning(
            "Only basic entities substitution is supported for multi-byte encodings other than UTF-8; "
            "functionality is equivalent to htmlspecialchars",
            E_NOTICE,
        )
        escapes_all = False
    if flags & _DOCUMENT_TYPE == ENT_XML1:
        escapes_all = False
    return _escape(string, flags, charset, double_encode=double_encode, escapes_all=escapes_all)


@contextual
def htmlspecialchars_decode(string: PhpString, flags: int = ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401) -> PhpString:
    """Convert special HTML entities back to characters."""
    if "&" not in string:
        return string
    characters = _BASIC_CHARACTERS if flags & _DOCUMENT_TYPE == ENT_HTML401 else _BASIC_CHARACTERS_WITH_APOS
    return _Decoder(flags, UTF8, characters, only_basic=True).decode(string)


@contextual
def html_entity_decode(
    string: PhpString,
    flags: int = ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401,
    encoding: PhpString | None = None,
) -> PhpString:
    """Convert HTML entities to their corresponding characters."""
    if "&" not in string:
        return string
    return _Decoder(flags, find_charset(encoding), _known_references(flags), only_basic=False).decode(string)


@contextual
def get_html_translation_table(
    table: int = HTML_SPECIALCHARS,
    flags: int = ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401,
    encoding: PhpString = "UTF-8",
) -> PhpArray:
    """Return the translation table used by htmlspecialchars and htmlentities."""
    charset = find_charset(encoding)
    document_type = flags & _DOCUMENT_TYPE
    if not table or charset.is_partial or document_type == ENT_XML1:
        return _table(_basic_names(document_type), flags, UTF8)
    names = _all_names(document_type)
    if not charset.is_unicode:
        names = _names_in(charset, names)
    return _table(names, flags, charset)


def _escape_basic(string: str, flags: int) -> str:
    """The five special characters replaced; all else is left."""
    if "&" in string:
        string = string.replace("&", "&amp;")
    if '"' in string and flags & _DOUBLE_QUOTES:
        string = string.replace('"', "&quot;")
    if "'" in string and flags & _SINGLE_QUOTES:
        string = string.replace("'", "&apos;" if flags & _DOCUMENT_TYPE else "&#039;")
    return string.replace("<", "&lt;").replace(">", "&gt;")


def _escape(string: str, flags: int, charset: Charset, *, double_encode: bool, escapes_all: bool) -> str:
    if len(string) > CHARGE_THRESHOLD_BYTES:
        ctx.charge(2 * len(string))
    if double_encode and not escapes_all and not flags & ENT_DISALLOWED and _is_well_formed(string, charset):
        return _escape_basic(string, flags)
    return _Escaper(flags, charset, double_encode=double_encode, escapes_all=escapes_all).escape(string)


def _is_well_formed(string: str, charset: Charset) -> bool:
    if not charset.is_utf8:
        return not charset.is_partial
    if string.isascii():
        return True
    try:
        string.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _Escaper:
    """Writes a text's characters one by one, as entities where it must."""

    def __init__(self, flags: int, charset: Charset, *, double_encode: bool, escapes_all: bool) -> None:
        self.flags = flags
        self.document_type = flags & _DOCUMENT_TYPE
        self.charset = charset
        self.double_encode = double_encode
        self.escapes_all = escapes_all
        self.names = _all_names(self.document_type) if escapes_all else _basic_names(self.document_type)
        self.pairs = {text[0] for text in self.names if len(text) > 1}
        self.replacement = "\xef\xbf\xbd" if charset.is_utf8 else "&#xFFFD;"

    def escape(self, string: str) -> str:
        """The text with entities; empty if it is broken and the flags say nothing about that."""
        characters = self.charset.split(string.encode("latin-1"))
        parts: List[str] = []
        skip_until = index = position = 0
        for code, raw in characters:
            index += 1
            start = position
            position += len(raw)
            if start < skip_until:
                continue
            if code < 0:
                if self.flags & ENT_IGNORE:
                    continue
                if not self.flags & ENT_SUBSTITUTE:
                    return ""
                parts.append(self.replacement)
            elif code == 0x26:
                reference = None if self.double_encode else self._reference_at(string, start)
                parts.append(reference or "&amp;")
                skip_until = start + len(reference or "&")
            else:
                following = characters[index][0] if index < len(characters) else -1
                text, takes_two = self._character(code, raw, following)
                parts.append(text)
                if takes_two:
                    skip_until = position + len(characters[index][1])
        return "".join(parts)

    def _character(self, code: int, raw: bytes, following: int) -> tuple[str, bool]:
        """One character's text, and whether that stands for the following character too."""
        flags = self.flags
        shown = raw.decode("latin-1")
        if (code == 0x27 and not flags & _SINGLE_QUOTES) or (code == 0x22 and not flags & _DOUBLE_QUOTES):
            return shown, False
        point = code
        if self.escapes_all:
            point = self.charset.to_unicode(code)
            if point == _NO_CHARACTER and not self.charset.is_unicode:
                return shown, False
        if not self.charset.is_partial or code <= 0x7D:
            character = chr(point)
            if character in self.pairs and following >= 0:
                name = self.names.get(character + chr(following))
                if name is not None:
                    return f"&{name};", True
            name = self.names.get(character)
            if name is not None:
                return f"&{name};", False
        if flags & ENT_DISALLOWED and not self._is_allowed(code, point):
            return self.replacement, False
        return shown, False

    def _is_allowed(self, code: int, point: int) -> bool:
        # PHP looks at the single-byte sets' tables only when it writes all entities, and has none for the multi-byte
        # ones; then only the ASCII part is known.
        if not self.escapes_all and not self.charset.is_unicode:
            return code > 0x7D or _may_occur(code, self.document_type)
        return _may_occur(point, self.document_type)

    def _reference_at(self, string: str, start: int) -> str | None:
        """The reference that begins at the `&` there, if it is a valid one that need not be encoded again."""
        found = _REFERENCE.match(string, start)
        if found is None:
            return None
        name = found.group(1)
        if name[0] != "#":
            is_known = name in _known_references(self.flags)
            return found.group() if is_known or (name == "apos" and self.document_type == ENT_XHTML) else None
        code = _referenced_code(name)
        if code > _LAST_CODE_POINT:
            return None
        if self.flags & ENT_DISALLOWED and not _may_be_referenced(code, self.document_type):
            return None
        return found.group()


class _Decoder:
    """Replaces references by what they stand for."""

    def __init__(self, flags: int, charset: Charset, characters: Dict[str, str], *, only_basic: bool) -> None:
        self.flags = flags
        self.document_type = flags & _DOCUMENT_TYPE
        self.charset = charset
        self.characters = characters
        self.only_basic = only_basic

    def decode(self, string: str) -> str:
        """The text without the references that this document type has."""
        return _REFERENCE.sub(self._decode_one, string)

    def _decode_one(self, found: Match[str]) -> str:
        name = found.group(1)
        if name[0] == "#":
            code = _referenced_code(name)
            if code > _LAST_CODE_POINT or not _may_occur(code, self.document_type):
                return found.group()
            # A carriage return may stand in HTML 5, but not as a reference.
            if self.document_type == ENT_HTML5 and code == 0x0D:
                return found.group()
            text = chr(code)
            if self.only_basic and text not in _BASIC_NAMES:
                return found.group()
        else:
            known = self.characters.get(name)
            if known is None:
                if name != "apos" or self.document_type != ENT_XHTML:
                    return found.group()
                known = "'"
            text = known
        if (text == "'" and not self.flags & _SINGLE_QUOTES) or (text == '"' and not self.flags & _DOUBLE_QUOTES):
            return found.group()
        encoded = self.charset.from_unicode(text)
        return found.group() if encoded is None else encoded


def _referenced_code(name: str) -> int:
    """The code point of `#38` or `#x26`; one too many where the number is larger than any."""
    digits = name[2:] if name[1] in "xX" else name[1:]
    digits = digits.lstrip("0") or "0"
    return _LAST_CODE_POINT + 1 if len(digits) > 8 else int(digits, 16 if name[1] in "xX" else 10)


def _basic_names(document_type: int) -> Dict[str, str]:
    return _BASIC_NAMES if document_type == ENT_HTML401 else _BASIC_NAMES_WITH_APOS


def _all_names(document_type: int) -> Dict[str, str]:
    return html5_names() if document_type == ENT_HTML5 else html4_names()


def _known_references(flags: int) -> Dict[str, str]:
    document_type = flags & _DOCUMENT_TYPE
    if document_type == ENT_HTML5:
        return html5_characters()
    return _BASIC_CHARACTERS_WITH_APOS if document_type == ENT_XML1 else html4_characters()


def _names_in(charset: Charset, names: Dict[str, str]) -> Dict[str, str]:
    """Those of `names` whose characters a single-byte set has, in its order."""
    characters = [chr(charset.to_unicode(code)) for code in range(256)]
    return {text: name for character in characters for text, name in names.items() if text[0] == character}


def _table(names: Dict[str, str], flags: int, charset: Charset) -> PhpArray:
    result = PhpArray()
    for text, name in names.items():
        if (text == "'" and not flags & _SINGLE_QUOTES) or (text == '"' and not flags & _DOUBLE_QUOTES):
            continue
        encoded = [charset.from_unicode(character) for character in text]
        if charset.is_unicode and not charset.is_utf8:
            # PHP checks no second character against ISO-8859-1; it keeps its low byte.
            encoded[1:] = [chr(ord(character) & 255) for character in text[1:]]
        if None not in encoded:
            result.set("".join([piece for piece in encoded if piece]), f"&{name};")
    return result


def _may_occur(code: int, document_type: int) -> bool:
    """Whether a document of that type may hold the character itself."""
    if code in (0x09, 0x0A, 0x0D) or 0x20 <= code <= 0x7E or 0xA0 <= code <= 0xD7FF:
        return True
    if document_type == ENT_HTML401:
        return 0xE000 <= code <= _LAST_CODE_POINT
    if document_type == ENT_HTML5:
        return code == 0x0C or (0xE000 <= code <= _LAST_CODE_POINT and not _is_noncharacter(code))
    return 0x7F <= code <= 0x9F or (0xE000 <= code <= _LAST_CODE_POINT and code not in (0xFFFE, 0xFFFF))


def _may_be_referenced(code: int, document_type: int) -> bool:
    """Whether a document of that type may name the character by its number."""
    if document_type == ENT_HTML401:
        return code <= _LAST_CODE_POINT
    if document_type == ENT_HTML5:
        if code >= 0xA0:
            return code <= _LAST_CODE_POINT and not _is_noncharacter(code)
        return 0x20 <= code <= 0x7E or code in (0x09, 0x0A, 0x0C)
    return _may_occur(code, document_type)


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFF >= 0xFFFE or 0xFDD0 <= code <= 0xFDEF
