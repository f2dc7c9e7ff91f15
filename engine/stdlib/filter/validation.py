"""What is a well-formed number, name, address or URL to the filter functions."""

from __future__ import annotations

import re
import unicodedata
from typing import List, NamedTuple, Optional

from engine.runtime.values import INT_MAX, INT_MIN
from engine.stdlib.network.urls import split_url

_SPACE = " \t\r\v\n"
_WORD_MASK = (1 << 64) - 1
_INTEGER = re.compile(r"[+-]?[1-9][0-9]*\Z")
_ZERO = re.compile(r"[+-]?0\Z")
_HEXADECIMAL = re.compile(r"[0-9a-fA-F]*\Z")
_OCTAL = re.compile(r"[0-7]*\Z")


def trim(text: str) -> str:
    """Without blanks around it; a form feed is none."""
    return text.strip(_SPACE)


def integer(text: str, *, allow_octal: bool, allow_hexadecimal: bool) -> Optional[int]:
    """The int that `text` is, or None."""
    if text[:1] != "0":
        if _ZERO.match(text):
            return 0
        number = int(text) if len(text) < 25 and _INTEGER.match(text) else None
        return number if number is not None and INT_MIN <= number <= INT_MAX else None
    rest = text[1:]
    if allow_hexadecimal and rest[:1] in ("x", "X"):
        return _word(rest[1:], 16) if rest[1:] and _HEXADECIMAL.match(rest[1:]) else None
    if allow_octal:
        if rest[:1] in ("o", "O"):
            rest = rest[1:]
            if not rest:
                return None
        return _word(rest, 8) if _OCTAL.match(rest) else None
    return None if rest else 0


def _word(digits: str, base: int) -> Optional[int]:
    """Digits that fit 64 bits; the highest of these is the sign."""
    digits = digits.lstrip("0")
    if len(digits) > 64:
        return None
    number = int(digits or "0", base)
    if number > _WORD_MASK:
        return None
    return number if number <= INT_MAX else number - _WORD_MASK - 1


_DIGITS = "0123456789"


def plain_number(text: str, point: str, separators: Optional[str]) -> Optional[str]:
    """A decimal number as PHP itself writes it; `separators` may part its thousands. None if it is none."""
    position, size = 0, len(text)
    made: List[str] = []
    if text[:1] in ("+", "-"):
        made.append(text[0])
        position = 1
    is_first = True
    while True:
        end = _digits_end(text, position)
        made.append(text[position:end])
        count = end - position
        position = end
        if position == size or text[position] == point or text[position] in "eE":
            if not is_first and count != 3:
                return None
            break
        if separators is None or text[position] not in separators:
            return None
        if not (1 <= count <= 3 if is_first else count == 3):
            return None
        is_first = False
        position += 1
    if text[position : position + 1] == point:
        end = _digits_end(text, position + 1)
        made += (".", text[position + 1 : end])
        position = end
    if position < size and text[position] in "eE":
        made.append(text[position])
        position += 1
        if position < size and text[position] in "+-":
            made.append(text[position])
            position += 1
        end = _digits_end(text, position)
        made.append(text[position:end])
        position = end
    return "".join(made) if position == size else None


def _digits_end(text: str, position: int) -> int:
    while position < len(text) and text[position] in _DIGITS:
        position += 1
    return position


def _is_alphanumeric(character: str) -> bool:
    return character.isascii() and character.isalnum()


def is_domain(text: str, *, is_hostname: bool) -> bool:
    """Whether it has the form of a domain; of a host's name where that is asked for."""
    name = text[: len(text) - text.endswith(".")]
    if len(name) > 253 or text[:1] == "." or (is_hostname and not _is_alphanumeric(text[:1])):
        return False
    length = 1
    for position, character in enumerate(name):
        following = text[position + 1 : position + 2]
        if character == ".":
            if following == ".":
                return False
            if is_hostname and not (_is_alphanumeric(text[position - 1]) and _is_alphanumeric(following)):
                return False
            length = 1
            continue
        if length > 63:
            return False
        if is_hostname and (character != "-" or not following) and not _is_alphanumeric(character):
            return False
        length += 1
    return True


_USER_INFORMATION = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:\0]|%[0-9][0-9a-fA-F])*\Z")
_URL_FOREIGN = re.compile(r"[^A-Za-z0-9$\-_.+!*'(),{}|\\^~\[\]`<>#%\";/?:@&=]")
_HOSTLESS_SCHEMES = ("mailto", "news", "file")


def without_foreign(text: str) -> str:
    """Only what may be in a URL."""
    return _URL_FOREIGN.sub("", text)


def is_url(text: str, *, needs_path: bool, needs_query: bool) -> bool:
    """Whether it is a URL with a scheme, and with a host unless its scheme needs none."""
    if _URL_FOREIGN.search(text):
        return False
    parts = split_url(text)
    if parts is None:
        return False
    scheme, host = parts.get("scheme"), parts.get("host")
    if scheme is None:
        return False
    if scheme.lower() in ("http", "https") and (host is None or not _is_web_host(host)):
        return False
    if host is None and scheme not in _HOSTLESS_SCHEMES:
        return False
    if (needs_path and "path" not in parts) or (needs_query and "query" not in parts):
        return False
    return all(_USER_INFORMATION.match(parts[name]) for name in ("user", "pass") if name in parts)


def _is_web_host(host: str) -> bool:
    if host[:1] == "[" and host[-1:] == "]" and is_ipv6(host[1:-1]):
        return True
    return is_domain(host, is_hostname=True)


# ---------------------------------------------------------------- addresses of the network


class _Block(NamedTuple):
    """A special block of addresses: what may not be routed, and what is someone's own."""

    is_global: bool = False
    is_reserved: bool = False
    is_private: bool = False


_RESERVED = _Block(is_reserved=True)
_PRIVATE = _Block(is_private=True)
_GLOBAL = _Block(is_global=True)
_SPECIAL = _Block()


def ipv4(text: str) -> Optional[List[int]]:
    """The four numbers of an address, or None."""
    parts = text.split(".")
    if len(parts) != 4:
        return None
    numbers = []
    for part in parts:
        if not 1 <= len(part) <= 3 or not (part.isascii() and part.isdecimal()):
            return None
        if (part[0] == "0" and len(part) > 1) or int(part) > 255:
            return None
        numbers.append(int(part))
    return numbers


def is_ipv6(text: str) -> bool:
    """Whether it is an address of IPv6."""
    return ipv6(text) is not None


_GROUP = re.compile(r"[0-9a-fA-F]{1,4}\Z")


def ipv6(text: str) -> Optional[List[int]]:
    """The eight numbers of an address, or None."""
    if ":" not in text:
        return None
    tail: List[int] = []
    point = text.find(".")
    if point >= 0:
        start = text.rfind(":", 0, point) + 1
        four = ipv4(text[start:])
        if four is None or start < 2:
            return None
        tail = [four[0] << 8 | four[1], four[2] << 8 | four[3]]
        text = text[:start] if text[start - 2] == ":" else text[: start - 1]
    left, compressed, right = text.partition("::")
    before = _groups(left)
    after = _groups(right) if compressed else []
    if before is None or after is None:
        return None
    count = len(before) + len(after) + len(tail)
    if count > 7 if compressed else count != 8:
        return None
    if tail:
        # To PHP every address that ends as one of IPv4 is one of that, whatever comes before it.
        return [0, 0, 0, 0, 0, 0xFFFF, *tail]
    return before + [0] * (8 - count) + after


def _groups(text: str) -> Optional[List[int]]:
    if not text:
        return []
    parts = text.split(":")
    return [int(part, 16) for part in parts] if all(map(_GROUP.match, parts)) else None


def ipv4_block(ip: List[int]) -> Optional[_Block]:
    """The special block an address is in."""
    a, b, c = ip[0], ip[1], ip[2]
    if a in (0, 127) or (a == 169 and b == 254) or a >= 240:
        return _RESERVED
    if a == 10 or (a == 172 and 16 <= b <= 31) or (a == 192 and b == 168):
        return _PRIVATE
    if (a, b, c) == (192, 88, 99):
        return _GLOBAL
    if (a, b, c) in ((192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113)):
        return _SPECIAL
    if (a == 100 and 64 <= b <= 127) or (a == 198 and 18 <= b <= 19):
        return _SPECIAL
    return None


def ipv6_block(ip: List[int]) -> Optional[_Block]:
    """The special block an address is in."""
    a, b = ip[0], ip[1]
    if ip[:7] == [0] * 7 and ip[7] <= 1:
        return _RESERVED
    if ip[:2] == [0x64, 0xFF9B]:
        return _GLOBAL
    if ip[:6] == [0, 0, 0, 0, 0, 0xFFFF] or 0xFE80 <= a <= 0xFEBF:
        return _RESERVED
    if 0xFC00 <= a <= 0xFDFF:
        return _PRIVATE
    if ip[:4] == [0x100, 0, 0, 0] or a == 0x2002 or (a == 0x2001 and (b <= 0x1FF or b == 0xDB8)):
        return _SPECIAL
    return None


_MAC_FORMS = {"-": (6, 2), ":": (6, 2), ".": (3, 4)}


def is_mac(text: str, separator: Optional[str]) -> bool:
    """Whether it is an address of a network card; `separator`, if given, must part its bytes."""
    if len(text) == 14:
        used = "."
    elif len(text) == 17 and text[2] in "-:":
        used = text[2]
    else:
        return False
    if separator is not None and used != separator:
        return False
    count, length = _MAC_FORMS[used]
    parts = text.split(used)
    return len(parts) == count and all(len(part) == length and _HEXADECIMAL.match(part) for part in parts)


# ---------------------------------------------------------------- mail

_EMAIL_LENGTH = 320
_ADDRESS_UNITS = 254
_LOCAL_UNITS = 64
# One character as a mail address counts it: quotes around it are free.
_UNIT = re.compile(r'"?(?:\\[\0-~]|[^\\"])"?', re.DOTALL)
_ATOM_CHARACTERS = frozenset("!#$%&'*+-/0123456789=?^_`{|}~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_QUOTED_CHARACTERS = frozenset(map(chr, [*range(1, 9), 11, 12, *range(14, 32), 33, *range(35, 92), *range(93, 128)]))
_LABEL = r"[a-z0-9]+(?:-+[a-z0-9]+)*"
_MAIL_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+[a-z][a-z0-9]*(?:-+[a-z0-9]+)*\Z", re.IGNORECASE | re.ASCII)
_IPV6_PREFIX = "ipv6:"


def is_email(text: str, *, allow_unicode: bool) -> bool:
    """Whether it is an address that mail can be sent to: one with a domain of at least two parts."""
    if len(text) > _EMAIL_LENGTH:
        return False
    if allow_unicode:
        try:
            text = text.encode("latin-1").decode("utf-8")
        except UnicodeDecodeError:
            return False
    if not _has_allowed_lengths(text):
        return False
    end = _local_end(text, allow_unicode=allow_unicode)
    if end is None or text[end : end + 1] != "@":
        return False
    domain = text[end + 1 :]
    if domain[:1] == "[":
        return domain[-1:] == "]" and _is_mail_literal(domain[1:-1].lower())
    return max(map(len, domain.split("."))) < 64 and _MAIL_DOMAIN.match(domain) is not None


def _has_allowed_lengths(text: str) -> bool:
    position = count = 0
    while True:
        match = _UNIT.match(text, position)
        if match is None:
            return True
        count += 1
        if count > _ADDRESS_UNITS:
            return False
        position = match.end()
        if count > _LOCAL_UNITS and text[position : position + 1] == "@":
            return False


def _local_end(text: str, *, allow_unicode: bool) -> Optional[int]:
    """Where the local part ends, if it is words with dots between them."""
    position = 0
    while True:
        end = _word_end(text, position, allow_unicode=allow_unicode)
        if end == position:
            return None
        if text[end : end + 1] != ".":
            return end
        position = end + 1


def _word_end(text: str, position: int, *, allow_unicode: bool) -> int:
    if text[position : position + 1] == '"':
        return _quoted_end(text, position, allow_unicode=allow_unicode)
    while position < len(text) and (
        text[position] in _ATOM_CHARACTERS or (allow_unicode and _is_letter_or_number(text[position]))
    ):
        position += 1
    return position


def _quoted_end(text: str, start: int, *, allow_unicode: bool) -> int:
    position = start + 1
    while position < len(text):
        character = text[position]
        if character == '"':
            return position + 1
        if character == "\\":
            if not "\0" <= text[position + 1 : position + 2] <= "\x7f":
                break
            position += 2
        elif character in _QUOTED_CHARACTERS or (allow_unicode and _is_letter_or_number(character)):
            position += 1
        else:
            break
    return start


def _is_letter_or_number(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"


_HEX = "[a-f0-9]{1,4}"
_FULL_LITERAL = re.compile(rf"{_HEX}(?::{_HEX}){{7}}\Z")
_SHORT_LITERAL = re.compile(rf"(?:{_HEX}(?::{_HEX}){{0,5}})?::(?:{_HEX}(?::{_HEX}){{0,5}})?\Z")
_FULL_MIXED = re.compile(rf"{_HEX}(?::{_HEX}){{5}}:\Z")
_SHORT_MIXED = re.compile(rf"(?:{_HEX}(?::{_HEX}){{0,3}})?::(?:{_HEX}(?::{_HEX}){{0,3}}:)?\Z")
_COUNTED_IN_LITERAL = re.compile(r"[a-f0-9][:\]]")
_COUNTED_IN_MIXED = re.compile(r"[a-f0-9]:")


def _is_mail_literal(text: str) -> bool:
    """An address in brackets, in lower case and without those."""
    has_prefix = text.startswith(_IPV6_PREFIX)
    if not has_prefix:
        return ipv4(text) is not None
    text = text[len(_IPV6_PREFIX) :]
    if "." not in text:
        if _FULL_LITERAL.match(text):
            return True
        return len(_COUNTED_IN_LITERAL.findall(text + "]")) < 7 and _SHORT_LITERAL.match(text) is not None
    start = text.rfind(":") + 1
    head = text[:start]
    if ipv4(text[start:]) is None:
        return False
    if _FULL_MIXED.match(head):
        return True
    return len(_COUNTED_IN_MIXED.findall(head)) < 5 and _SHORT_MIXED.match(head) is not None
