"""Strings: escaping, quoting, stripping, and other ways of writing the same bytes."""

from __future__ import annotations

from binascii import unhexlify
from typing import TYPE_CHECKING, List, Literal

from engine.builtin.declare import pure
from engine.runtime.context import ctx
from engine.stdlib.strings.characters import CHARGE_THRESHOLD_BYTES, HEX_DIGITS, characters_of

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

_C_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\a": "\\a", "\v": "\\v", "\b": "\\b", "\f": "\\f"}
_C_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "v": "\v", "b": "\b", "f": "\f"}
_META_CHARACTERS = ".\\+*?[^]$()"
_QUOTED_PRINTABLE_LINE = 75
_UU_LINE_BYTES = 45
_UTF8_DEPRECATION = "8.2, visit the php.net documentation for various alternatives"


@pure
def addslashes(string: PhpString) -> PhpString:
    """Quote string with slashes."""
    string = string.replace("\\", "\\\\").replace("'", "\\'").replace('"', '\\"')
    return string.replace("\0", "\\0")


@pure
def stripslashes(string: PhpString) -> PhpString:
    """Un-quotes a quoted string."""
    position = string.find("\\")
    if position < 0:
        return string
    parts: List[str] = []
    start = 0
    while position >= 0:
        parts.append(string[start:position])
        escaped = string[position + 1 : position + 2]
        parts.append("\0" if escaped == "0" else escaped)
        start = position + 2
        position = string.find("\\", start)
    parts.append(string[start:])
    return "".join(parts)


@pure
def addcslashes(string: PhpString, characters: PhpString) -> PhpString:
    """Quote string with slashes in a C style."""
    if not string or not characters:
        return string
    table = {character: _c_escape(character) for character in characters_of(characters)}
    return "".join([table.get(character, character) for character in string])


@pure
def stripcslashes(string: PhpString) -> PhpString:
    """Un-quote string quoted with addcslashes."""
    if "\\" not in string:
        return string
    parts: List[str] = []
    size = len(string)
    index = 0
    while index < size:
        character = string[index]
        index += 1
        if character != "\\" or index == size:
            parts.append(character)
            continue
        character = string[index]
        start = index
        if character == "x" and string[index + 1 : index + 2] in HEX_DIGITS and index + 1 < size:
            index += 1
            while index < size and index < start + 3 and string[index] in HEX_DIGITS:
                index += 1
            parts.append(chr(int(string[start + 1 : index], 16)))
            continue
        while index < size and index < start + 3 and "0" <= string[index] <= "7":
            index += 1
        if index > start:
            parts.append(chr(int(string[start:index], 8) & 255))
            continue
        parts.append(_C_LETTERS.get(character, character))
        index += 1
    return "".join(parts)


@pure
def quotemeta(string: PhpString) -> PhpString:
    """Quote meta characters."""
    return "".join(["\\" + character if character in _META_CHARACTERS else character for character in string])


@pure
def nl2br(string: PhpString, use_xhtml: bool = True) -> PhpString:
    """Insert HTML line breaks before all newlines in a string."""
    if "\n" not in string and "\r" not in string:
        return string
    tag = "<br />" if use_xhtml else "<br>"
    if len(string) > CHARGE_THRESHOLD_BYTES:
        ctx.charge(len(string) * len(tag))
    if "\r" not in string:
        return string.replace("\n", tag + "\n")
    parts: List[str] = []
    index = 0
    while index < len(string):
        character = string[index]
        if character in "\r\n":
            parts.append(tag)
            if string[index + 1 : index + 2] == ("\n" if character == "\r" else "\r"):
                parts.append(character)
                index += 1
                character = string[index]
        parts.append(character)
        index += 1
    return "".join(parts)


@pure
def bin2hex(string: PhpString) -> PhpString:
    """Convert binary data into hexadecimal representation."""
    return string.encode("latin-1").hex()


@pure
def hex2bin(string: PhpString) -> PhpString | Literal[False]:
    """Decode a hexadecimally encoded binary string."""
    if len(string) % 2:
        ctx.function_warning("Hexadecimal input string must have an even length")
        return False
    try:
        # bytes.fromhex would let whitespace through.
        return unhexlify(string.encode("latin-1")).decode("latin-1")
    except ValueError:
        ctx.function_warning("Input string must be hexadecimal string")
        return False


@pure(deprecated=_UTF8_DEPRECATION)
def utf8_encode(string: PhpString) -> PhpString:
    """Convert a string from ISO-8859-1 to UTF-8."""
    return string if string.isascii() else string.encode("utf-8").decode("latin-1")


@pure(deprecated=_UTF8_DEPRECATION)
def utf8_decode(string: PhpString) -> PhpString:
    """Convert a string from UTF-8 to ISO-8859-1, replacing invalid or unrepresentable characters."""
    if string.isascii():
        return string
    data = string.encode("latin-1")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = "".join([chr(code) if code >= 0 else "?" for code, _ in utf8_characters(data)])
    return text.encode("latin-1", "replace").decode("latin-1")


@pure
def quoted_printable_encode(string: PhpString) -> PhpString:
    """Convert a 8 bit string to a quoted-printable string."""
    parts: List[str] = []
    column = 0
    size = len(string)
    index = 0
    while index < size:
        character = string[index]
        following = string[index + 1 : index + 2]
        index += 1
        if character == "\r" and following == "\n":
            parts.append("\r\n")
            index += 1
            column = 0
            continue
        code = ord(character)
        if code < 32 or code >= 127 or character == "=" or (character == " " and following == "\r"):
            column += 3
            # A UTF-8 character is not torn apart: its first byte asks for the room of all of them.
            room = 0 if code <= 127 else 3 if code <= 0xDF else 6 if code <= 0xEF else 9 if code <= 0xF4 else None
            if room is not None and column + room > _QUOTED_PRINTABLE_LINE:
                parts.append("=\r\n")
                column = 3
            parts.append(f"={code:02X}")
            continue
        column += 1
        if column > _QUOTED_PRINTABLE_LINE:
            parts.append("=\r\n")
            column = 1
        parts.append(character)
    return "".join(parts)


@pure
def quoted_printable_decode(string: PhpString) -> PhpString:
    """Convert a quoted-printable string to an 8 bit string."""
    string = string.partition("\0")[0]
    position = string.find("=")
    if position < 0:
        return string
    parts: List[str] = []
    start = 0
    while position >= 0:
        parts.append(string[start:position])
        digits = string[position + 1 : position + 3]
        if len(digits) == 2 and digits[0] in HEX_DIGITS and digits[1] in HEX_DIGITS:
            parts.append(chr(int(digits, 16)))
            start = position + 3
        else:
            start = _after_soft_break(string, position)
            if start == position:
                parts.append("=")
                start += 1
        position = string.find("=", start)
    parts.append(string[start:])
    return "".join(parts)


@pure
def convert_uuencode(string: PhpString) -> PhpString:
    """Uuencode a string."""
    data = string.encode("latin-1")
    lines: List[str] = []
    for start in range(0, len(data), _UU_LINE_BYTES):
        chunk = data[start : start + _UU_LINE_BYTES]
        line = [_uu_character(len(chunk))]
        chunk += b"\0" * (-len(chunk) % 3)
        for index in range(0, len(chunk), 3):
            bits = chunk[index] << 16 | chunk[index + 1] << 8 | chunk[index + 2]
            line.extend([_uu_character(bits >> shift & 63) for shift in (18, 12, 6, 0)])
        lines.append("".join(line) + "\n")
    return "".join(lines) + "`\n"


@pure
def convert_uudecode(string: PhpString) -> PhpString | Literal[False]:
    """Decode a uuencoded string."""
    decoded = _uu_decoded(string)
    if decoded is None:
        ctx.function_warning("Argument #1 ($data) is not a valid uuencoded string")
        return False
    return decoded


def utf8_characters(data: bytes) -> List[tuple[int, bytes]]:
    """Code point and bytes of each character; a broken one is -1 with the bytes that PHP's decoders skip for it."""
    result: List[tuple[int, bytes]] = []
    position = 0
    size = len(data)
    while position < size:
        lead = data[position]
        if lead < 0x80:
            result.append((lead, data[position : position + 1]))
            position += 1
            continue
        length = 2 if 0xC2 <= lead < 0xE0 else 3 if 0xE0 <= lead < 0xF0 else 4 if 0xF0 <= lead < 0xF5 else 1
        code, taken = _utf8_character(data, position, length)
        result.append((code, data[position : position + taken]))
        position += taken
    return result


def _utf8_character(data: bytes, position: int, length: int) -> tuple[int, int]:
    """The code point at `position`, -1 if broken, and how many bytes that takes."""
    if length == 1:
        return -1, 1
    following = data[position + 1 : position + length]
    code = data[position] & (0xFF >> (length + 1))
    for byte in following:
        code = code << 6 | byte & 0x3F
    if len(following) < length - 1 or any(not 0x80 <= byte <= 0xBF for byte in following):
        for index, byte in enumerate(following):
            # A byte that may begin a character is not skipped with the broken one.
            if byte < 0x80 or 0xC2 <= byte <= 0xF4:
                return -1, index + 1
        return -1, len(following) + 1
    is_overlong = code < (0x80, 0x800, 0x10000)[length - 2]
    if is_overlong or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return -1, length
    return code, length


def _c_escape(character: str) -> str:
    code = ord(character)
    if 32 <= code <= 126:
        return "\\" + character
    return _C_ESCAPES.get(character) or f"\\{code:03o}"


def _after_soft_break(string: str, position: int) -> int:
    """Where the line goes on after a `=` that ends one; `position` if it does not end a line."""
    index = position + 1
    while string[index : index + 1] in ("\t", " "):
        index += 1
    if index >= len(string):
        return index
    if string.startswith("\r\n", index):
        return index + 2
    return index + 1 if string[index] in "\r\n" else position


def _uu_character(bits: int) -> str:
    return chr(bits + 32) if bits else "`"


def _uu_decoded(string: str) -> str | None:
    """The text of a uuencoded string, or None where PHP finds it broken."""
    if not string:
        return None
    source = [(ord(character) - 32) & 63 for character in string]
    size = len(source)
    source.extend([(0 - 32) & 63] * 4)
    decoded = bytearray()
    total = 0
    position = 0
    while position < size:
        length = source[position]
        position += 1
        if length == 0:
            break
        if length > size:
            return None
        total += length
        end = position + (60 if length == _UU_LINE_BYTES else int(length * 1.33))
        if end > size:
            return None
        while position < end:
            if position + 4 > size:
                return None
            decoded.extend(_uu_group(source, position))
            position += 4
        if length < _UU_LINE_BYTES:
            break
        position += 1
    if total > len(decoded):
        decoded.extend(_uu_group(source, position))
    return decoded[:total].decode("latin-1")


def _uu_group(source: List[int], position: int) -> bytes:
    first, second, third, fourth = source[position : position + 4]
    return bytes((first << 2 & 255 | second >> 4, second << 4 & 255 | third >> 2, third << 6 & 255 | fourth))
