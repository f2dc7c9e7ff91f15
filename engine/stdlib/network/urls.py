"""URLs: encoding, taking apart, query strings, base64."""

from __future__ import annotations

from binascii import a2b_base64, b2a_base64
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Literal

from engine.builtin.declare import BadArgumentError, PhpConst, contextual, pure
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_string, type_for_error
from engine.runtime.exceptions import throw_error
from engine.runtime.objects import UNINITIALIZED, PhpObject
from engine.runtime.references import Ref
from engine.stdlib.strings.characters import ASCII_ALPHANUMERIC, ASCII_DIGITS, CHARGE_THRESHOLD_BYTES, HEX_DIGITS

if TYPE_CHECKING:
    from engine.runtime.values import PhpString, Value

PHP_URL_SCHEME: PhpConst[int] = 0
PHP_URL_HOST: PhpConst[int] = 1
PHP_URL_PORT: PhpConst[int] = 2
PHP_URL_USER: PhpConst[int] = 3
PHP_URL_PASS: PhpConst[int] = 4
PHP_URL_PATH: PhpConst[int] = 5
PHP_URL_QUERY: PhpConst[int] = 6
PHP_URL_FRAGMENT: PhpConst[int] = 7
PHP_QUERY_RFC1738: PhpConst[int] = 1
PHP_QUERY_RFC3986: PhpConst[int] = 2

_COMPONENTS = ("scheme", "host", "port", "user", "pass", "path", "query", "fragment")
_MAX_PORT = 65535
_MAX_PORT_DIGITS = 5
# Every level of a query holds the names of all above it, so that memory grows with the square of this.
_MAX_QUERY_DEPTH = 2000

_UNRESERVED = ASCII_ALPHANUMERIC + "-_."
_QUERY_UNESCAPED = _UNRESERVED.encode("ascii")
_RAW_UNESCAPED = _QUERY_UNESCAPED + b"~"
# By byte: what stands for it, or "" if it stands for itself.
_RAW_ESCAPES = ["" if code in _RAW_UNESCAPED else f"%{code:02X}" for code in range(256)]
_QUERY_ESCAPES = ["+" if code == ord(" ") else "%7E" if code == ord("~") else _RAW_ESCAPES[code] for code in range(256)]
_UNESCAPED = {
    high + low: chr(int(high + low, 16)) for high in HEX_DIGITS for low in HEX_DIGITS
}  # fmt: skip
_SHORT_LENGTH = 64
# So many distinct characters are sooner replaced than every character looked up.
_FEW_CHARACTERS = 3
_PERCENT = ord("%")
_PLUS = ord("+")
_CONTROL_CHARACTERS = dict.fromkeys((*range(32), 127), "_")

_BASE64_CHARACTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NOT_BASE64 = bytes(set(range(256)) - set(_BASE64_CHARACTERS))


@pure
def urlencode(string: PhpString) -> PhpString:
    """URL-encodes string."""
    return _encoded(string, _QUERY_UNESCAPED, _QUERY_ESCAPES)


@pure
def rawurlencode(string: PhpString) -> PhpString:
    """URL-encode according to RFC 3986."""
    return _encoded(string, _RAW_UNESCAPED, _RAW_ESCAPES)


def _encoded(string: str, unescaped: bytes, escapes: List[str]) -> str:
    if len(string) <= _SHORT_LENGTH:
        return _encoded_short(string, escapes)
    encoded = string.encode("latin-1")
    rest = set(encoded.translate(None, unescaped))
    if len(rest) > _FEW_CHARACTERS:
        return "".join([escapes[byte] or chr(byte) for byte in encoded])
    if _PERCENT in rest:
        string = string.replace("%", "%25")
    if _PLUS in rest:
        string = string.replace("+", "%2B")
    for byte in rest:
        if byte not in (_PERCENT, _PLUS):
            string = string.replace(chr(byte), escapes[byte])
    return string


def _encoded_short(string: str, escapes: List[str]) -> str:
    """What `_encoded` does: in a third of its time for short strings, and in more the longer they are."""
    text = ""
    done = 0
    for position, byte in enumerate(string.encode("latin-1")):
        escape = escapes[byte]
        if escape:
            text += string[done:position] + escape
            done = position + 1
    return text + string[done:]


@pure
def urldecode(string: PhpString) -> PhpString:
    """Decodes URL-encoded string."""
    return rawurldecode(string.replace("+", " "))


@pure
def rawurldecode(string: PhpString) -> PhpString:
    """Decode URL-encoded strings."""
    pieces = string.split("%")
    if len(pieces) == 1:
        return string
    parts = [pieces[0]]
    for piece in pieces[1:]:
        character = _UNESCAPED.get(piece[:2])
        if character is None:
            parts.append("%")
            parts.append(piece)
        else:
            parts.append(character)
            parts.append(piece[2:])
    return "".join(parts)


@pure
def parse_url(url: PhpString, component: int = -1) -> PhpArray | PhpString | int | Literal[False] | None:
    """Parse a URL and return its components."""
    parts = split_url(url)
    if parts is None:
        return False
    if component > -1:
        if component >= len(_COMPONENTS):
            raise BadArgumentError("component", f"must be a valid URL component identifier, {component} given")
        return parts.get(_COMPONENTS[component])
    return PhpArray.from_strings({name: parts[name] for name in _COMPONENTS if name in parts})


@contextual
def http_build_query(
    data: PhpArray | PhpObject,
    numeric_prefix: PhpString = "",
    arg_separator: PhpString | None = None,
    encoding_type: int = PHP_QUERY_RFC1738,
) -> PhpString:
    """Generate URL-encoded query string."""
    if isinstance(data, PhpObject) and data.php_class.kind == "enum":
        raise BadArgumentError("data", f"must not be an enum, {type_for_error(data)} given", "TypeError")
    if arg_separator is None:
        arg_separator = ctx.ini.get("arg_separator.output") or "&"
    encode = rawurlencode if encoding_type == PHP_QUERY_RFC3986 else urlencode
    query = arg_separator.join(_pairs(data, numeric_prefix, encode))
    if len(query) > CHARGE_THRESHOLD_BYTES:
        ctx.charge(len(query))
    return query


@pure
def base64_encode(string: PhpString) -> PhpString:
    """Encodes data with MIME base64."""
    if len(string) > CHARGE_THRESHOLD_BYTES:
        ctx.charge(len(string) * 4 // 3)
    return b2a_base64(string.encode("latin-1"), newline=False).decode("ascii")


@pure
def base64_decode(string: PhpString, strict: bool = False) -> PhpString | Literal[False]:
    """Decodes data encoded with MIME base64."""
    data = string.encode("latin-1")
    if strict:
        data = data.translate(None, b" \t\r\n")
        padding = data.count(b"=")
        if padding and data.rstrip(b"=").count(b"="):
            return False
        data = data[: len(data) - padding]
        if data.translate(None, _BASE64_CHARACTERS) or len(data) % 4 == 1:
            return False
        if padding and (padding > 2 or (len(data) + padding) % 4):
            return False
    else:
        data = data.translate(None, _NOT_BASE64)
    if len(data) % 4 == 1:
        # One character holds less than a byte.
        data = data[:-1]
    return a2b_base64(data + b"=" * (-len(data) % 4)).decode("latin-1")


def split_url(url: str) -> Dict[str, Any] | None:
    """The components that `url` has, by name; None for what PHP takes for no URL at all."""
    parts: Dict[str, Any] = {}
    start = _after_scheme(url, parts)
    if start is None:
        return None
    if start >= 0:
        end = _host_end(url, start)
        if not _split_authority(url[start:end], parts):
            return None
        if end == len(url):
            return parts
    else:
        end = -start - 1
        if end > len(url):
            return parts
    _split_path(url, end, parts)
    return parts


def _after_scheme(url: str, parts: Dict[str, Any]) -> int | None:
    """Where the host begins; where the path begins, as -1 - position, if there is no host; None for a broken URL."""
    colon = url.find(":")
    if colon < 0:
        return 2 if url.startswith("//") else -1
    scheme = url[:colon]
    if not scheme:
        return _after_port(url, colon, parts)
    if scheme.strip(ASCII_ALPHANUMERIC + "+.-"):
        return _after_no_scheme(url, colon, parts)
    for character in scheme:
        if character not in _SCHEME_CHARACTERS:
            return _after_no_scheme(url, colon, parts)
    if colon + 1 == len(url):
        parts["scheme"] = scheme
        return -1 - (len(url) + 1)
    if url[colon + 1] != "/":
        # `example.com:80` has no scheme, but `mailto:a` does.
        end = colon + 1
        while end < len(url) and url[end] in ASCII_DIGITS:
            end += 1
        if (end == len(url) or url[end] == "/") and end - colon < 7:
            return _after_port(url, colon, parts)
        parts["scheme"] = scheme
        return -1 - (colon + 1)
    parts["scheme"] = scheme
    if url[colon + 2 : colon + 3] != "/":
        return -1 - (colon + 1)
    start = colon + 3
    if scheme.lower() == "file" and url[start : start + 1] == "/":
        # file:///c:/x has a drive letter where others have a path.
        return -1 - (start + 1 if url[colon + 5 : colon + 6] == ":" else start)
    return start


_SCHEME_CHARACTERS = ASCII_ALPHANUMERIC + "+.-"


def _after_no_scheme(url: str, colon: int, parts: Dict[str, Any]) -> int | None:
    """As `_after_scheme`, for a colon that ends no scheme."""
    stops = [position for position in (url.find("?"), url.find("#")) if position >= 0]
    if colon + 1 < len(url) and colon < min(stops, default=len(url)):
        return _after_port(url, colon, parts)
    return 2 if url.startswith("//") else -1


def _after_port(url: str, colon: int, parts: Dict[str, Any]) -> int | None:
    """As `_after_scheme`, for a colon that may stand before a port."""
    start = colon + 1
    end = start
    while end < len(url) and end - start < _MAX_PORT_DIGITS + 1 and url[end] in ASCII_DIGITS:
        end += 1
    host_start = 2 if url.startswith("//") else 0
    if 0 < end - start <= _MAX_PORT_DIGITS and (end == len(url) or url[end] == "/"):
        port = int(url[start:end])
        if port > _MAX_PORT:
            return None
        parts["port"] = port
        return host_start
    if start == end == len(url):
        return None
    return host_start or -1


def _host_end(url: str, start: int) -> int:
    end = len(url)
    for stop in "/?#":
        position = url.find(stop, start, end)
        if position >= 0:
            end = position
    return end


def _split_authority(authority: str, parts: Dict[str, Any]) -> bool:
    """Add user, password, host and port; False if they make no sense."""
    credentials, at, host = authority.rpartition("@")
    if at:
        user, colon, password = credentials.partition(":")
        parts["user"] = _without_controls(user)
        if colon:
            parts["pass"] = _without_controls(password)
    # A colon within brackets belongs to an IPv6 address.
    if not (host.startswith("[") and host.endswith("]")):
        colon_position = host.rfind(":")
        if colon_position >= 0:
            digits = host[colon_position + 1 :]
            if not parts.get("port") and digits:
                port = _port(digits)
                if port is None:
                    return False
                parts["port"] = port
            host = host[:colon_position]
    if not host:
        return False
    parts["host"] = _without_controls(host)
    return True


def _port(text: str) -> int | None:
    """The port as strtol reads it: leading whitespace, a sign and what follows the digits do not matter."""
    if len(text) > _MAX_PORT_DIGITS:
        return None
    text = text.lstrip(" \t\n\r\v\f")
    sign = text[:1] if text[:1] in ("+", "-") else ""
    end = len(sign)
    while end < len(text) and text[end] in ASCII_DIGITS:
        end += 1
    if end == len(sign):
        return None
    port = int(text[:end])
    return port if 0 <= port <= _MAX_PORT else None


def _split_path(url: str, start: int, parts: Dict[str, Any]) -> None:
    """Add path, query and fragment."""
    end = len(url)
    position = url.find("#", start)
    if position >= 0:
        parts["fragment"] = _without_controls(url[position + 1 :])
        end = position
    position = url.find("?", start, end)
    if position >= 0:
        parts["query"] = _without_controls(url[position + 1 : end])
        end = position
    if start < end or start == len(url):
        parts["path"] = _without_controls(url[start:end])


def _without_controls(text: str) -> str:
    return text.translate(_CONTROL_CHARACTERS) if not text.isprintable() else text


class _Level:
    """An array or object on the way down: what is left of it, and what stands before its keys, up to the bracket."""

    __slots__ = ("data", "items", "numeric_prefix", "position", "prefix")

    def __init__(self, data: Any, prefix: str, numeric_prefix: str) -> None:
        self.data = data
        self.prefix = prefix
        self.numeric_prefix = numeric_prefix
        self.items = data.items() if type(data) is PhpArray else _visible_properties(data)
        self.position = 0


def _pairs(data: PhpArray | PhpObject, numeric_prefix: str, encode: Callable[[str], str]) -> List[str]:
    """`key=value` for every scalar in `data`, at any depth."""
    pairs: List[str] = []
    levels = [_Level(data, "", numeric_prefix)]
    while levels:
        level = levels[-1]
        if level.position == len(level.items):
            levels.pop()
            continue
        key, value = level.items[level.position]
        level.position += 1
        name = encode(key) if type(key) is str else level.numeric_prefix + str(key)
        if level.prefix:
            name = f"{level.prefix}{name}%5D"
        if type(value) is PhpArray or (isinstance(value, PhpObject) and value.php_class.kind != "enum"):
            # What contains itself is left out there.
            if not any(value is outer.data for outer in levels):
                if len(levels) > _MAX_QUERY_DEPTH:
                    raise throw_error("Error", "Maximum call stack size reached.")
                levels.append(_Level(value, name + "%5B", ""))
        elif value is not None and not getattr(value, "is_php_resource", False):
            pairs.append(f"{name}={_query_value(value, encode)}")
    return pairs


def _query_value(value: Any, encode: Callable[[str], str]) -> str:
    if type(value) is str:
        return encode(value)
    if type(value) is bool:
        return "1" if value else "0"
    if isinstance(value, PhpObject):
        if not value.php_class.is_backed:
            raise throw_error("ValueError", f"Unbacked enum {value.php_class.name} cannot be converted to a string")
        return _query_value(value.p_value, encode)
    return encode(to_string(value))


def _visible_properties(data: PhpObject) -> List[tuple[str, Value]]:
    """Names and values of the properties that the calling code may see."""
    from engine.runtime.classes import PROTECTED, lookup_class, may_access
    from engine.runtime.frames import current_scope

    result = []
    scope = current_scope()
    for name, visibility, declaring, value in data.property_items():
        if visibility != "public":
            if scope is None or (visibility == "private" and scope.name != declaring):
                continue
            owner = lookup_class(declaring, autoload=False)
            if visibility == "protected" and (owner is None or not may_access(PROTECTED, owner, scope)):
                continue
        if value is not UNINITIALIZED:
            result.append((name, value.get() if type(value) is Ref else value))
    return result
