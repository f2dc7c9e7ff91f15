"""HTTP headers of the response: header() and its family, cookies. The context holds them until the response is made."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

from engine.builtin.declare import BadArgumentError, Callback, contextual, volatile
from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.conversions import to_bool, to_int, to_string
from engine.runtime.exceptions import throw_error
from engine.runtime.frames import current_builtin_name
from engine.runtime.references import Ref
from engine.runtime.values import MISSING
from engine.stdlib.network.urls import rawurlencode

if TYPE_CHECKING:
    from engine.runtime.values import PhpString

EXTENSION = "standard"

_ILLEGAL_NAME = "=,; \t\r\n\013\014"
_ILLEGAL_PATH = ",; \t\r\n\013\014"
_ILLEGAL_TEXT = '",", ";", " ", "\\t", "\\r", "\\n", "\\013", or "\\014"'
_PLACE_OF_COOKIES: Dict[str, Any] = {"path": "", "domain": "", "secure": False, "httponly": False}
_REDIRECT = 302
_CREATED = 201


@contextual
def header(header_: PhpString, replace: bool = True, response_code: int = 0) -> None:
    """Send a raw HTTP header."""
    text = header_.rstrip(" \t\r\n\v\f")
    if _already_sent() or not text:
        return
    if "\n" in text or "\r" in text:
        ctx.warning("Header may not contain more than a single header, new line detected")
        return
    if "\0" in text:
        ctx.warning("Header may not contain NUL bytes")
        return
    if text[:5].lower() == "http/":
        _set_status_line(text)
        return
    name, colon, value = text.partition(":")
    if not colon:
        return
    name = name.rstrip(" \t")
    value = value.lstrip(" ")
    lowered = name.lower()
    if lowered == "location" and (ctx.http_status < 300 or ctx.http_status > 399) and ctx.http_status != _CREATED:
        ctx.http_status = _REDIRECT
    if lowered == "www-authenticate":
        ctx.http_status = 401
    if lowered == "content-type":
        value = _with_charset(value)
    if replace:
        ctx.headers.replace(name, value)
    else:
        ctx.headers.add(name, value)
    if response_code:
        ctx.http_status = response_code


@contextual
def header_remove(name: PhpString | None = None) -> None:
    """Remove previously set headers."""
    if _already_sent():
        return
    if name is None:
        ctx.headers.clear()
    else:
        ctx.headers.remove(name)


@contextual
def headers_sent(filename: Ref | None = None, line: Ref | None = None) -> bool:
    """Checks if or where headers have been sent."""
    file, number = ctx.output.started_at or ("", 0)
    if isinstance(filename, Ref):
        filename.set(file)
    if isinstance(line, Ref):
        line.set(number)
    return ctx.output.headers_sent


@contextual
def headers_list() -> PhpArray:
    """Returns a list of response headers sent (or ready to send)."""
    return PhpArray([f"{name}: {value}" for name, value in ctx.headers])


@contextual
def http_response_code(response_code: int = 0) -> int | bool:
    """Get or set the HTTP response code."""
    state = ctx.states
    before: Any = ctx.http_status
    if ctx.request.http is None and "http_response_code" not in state and before == 200:
        before = False
    if response_code:
        if ctx.output.headers_sent:
            _already_sent(code_only=True)
            return False
        state["http_response_code"] = True
        ctx.http_status = response_code
        return True if before is False else before
    return before  # type: ignore[no-any-return]


@contextual
def header_register_callback(callback: Callback) -> bool:
    """Call a header function."""
    ctx.states["header_callback"] = callback
    return True


@volatile(shown=_PLACE_OF_COOKIES)
def setcookie(
    name: PhpString,
    value: PhpString = "",
    expires_or_options: PhpArray | int = 0,
    path: PhpString = MISSING,
    domain: PhpString = MISSING,
    secure: bool = MISSING,
    httponly: bool = MISSING,
) -> bool:
    """Send a cookie."""
    return _set_cookie(name, rawurlencode(value), value, (expires_or_options, path, domain, secure, httponly))


@volatile(shown=_PLACE_OF_COOKIES)
def setrawcookie(
    name: PhpString,
    value: PhpString = "",
    expires_or_options: PhpArray | int = 0,
    path: PhpString = MISSING,
    domain: PhpString = MISSING,
    secure: bool = MISSING,
    httponly: bool = MISSING,
) -> bool:
    """Send a cookie without urlencoding the cookie value."""
    return _set_cookie(name, None, value, (expires_or_options, path, domain, secure, httponly))


# ---------------------------------------------------------------- helpers


def _already_sent(*, code_only: bool = False) -> bool:
    """Whether it is too late for headers, with PHP's warning if so."""
    output = ctx.output
    if not output.headers_sent:
        return False
    what = "Cannot set response code" if code_only else "Cannot modify header information"
    where = ""
    if output.started_at is not None and output.started_at[1]:
        where = f" (output started at {output.started_at[0]}:{output.started_at[1]})"
    name = "http_response_code(): " if code_only else ""
    by = " by" if where and not code_only else ""
    ctx.warning(f"{name}{what} - headers already sent{by}{where}")
    return True


def _set_status_line(text: str) -> None:
    code = 0
    words = text.split(" ")
    for word in words[1:]:
        if word:
            digits = ""
            for letter in word:
                if not "0" <= letter <= "9":
                    break
                digits += letter
            code = int(digits or "0")
            break
    ctx.http_status = code or 200


def _with_charset(value: str) -> str:
    lowered = value.lower()
    charset = ctx.ini.get("default_charset")
    if lowered.startswith("text/") and "charset" not in lowered and charset:
        return f"{value};charset={charset}"
    return value


def _set_cookie(name: str, encoded: Optional[str], value: str, options: Tuple[Any, ...]) -> bool:
    expires = options[0]
    samesite = ""
    function = current_builtin_name()
    if type(expires) is PhpArray:
        if any([option is not MISSING for option in options[1:]]):
            problem = "Expects exactly 3 arguments when argument #3 ($expires_or_options) is an array"
            raise throw_error("ArgumentCountError", f"{function}(): {problem}")
        expires, path, domain, secure, httponly, samesite = _cookie_options(expires, function)
    else:
        defaults = _PLACE_OF_COOKIES.values()
        given = [default if option is MISSING else option for option, default in zip(options[1:], defaults)]
        path, domain, secure, httponly = given
    if not name:
        raise BadArgumentError("name", "must not be empty")
    if any(letter in _ILLEGAL_NAME for letter in name):
        raise BadArgumentError("name", f'cannot contain "=", {_ILLEGAL_TEXT}')
    if encoded is None:
        if any(letter in _ILLEGAL_PATH for letter in value):
            raise BadArgumentError("value", f"cannot contain {_ILLEGAL_TEXT}")
        encoded = value
    for label, text in (("path", path), ("domain", domain)):
        if any(letter in _ILLEGAL_PATH for letter in text):
            raise throw_error("ValueError", f'{function}(): "{label}" option cannot contain {_ILLEGAL_TEXT}')
    parts: List[str] = []
    if not value:
        parts.append(f"{name}=deleted; expires={_cookie_date(1)}; Max-Age=0")
    else:
        parts.append(f"{name}={encoded}")
        if expires > 0:
            date = _cookie_date(expires)
            if date is None:
                problem = '"expires" option cannot have a year greater than 9999'
                raise throw_error("ValueError", f"{function}(): {problem}")
            parts.append(f"expires={date}")
            parts.append(f"Max-Age={max(expires - int(time.time()), 0)}")
    if path:
        parts.append(f"path={path}")
    if domain:
        parts.append(f"domain={domain}")
    if secure:
        parts.append("secure")
    if httponly:
        parts.append("HttpOnly")
    if samesite:
        parts.append(f"SameSite={samesite}")
    if _already_sent():
        return False
    text = "; ".join(parts)
    if "\0" in text:
        ctx.warning("Header may not contain NUL bytes")
        return False
    ctx.headers.add("Set-Cookie", text)
    return True


def _cookie_options(options: PhpArray, function: str) -> Tuple[Any, str, str, bool, bool, str]:
    expires, path, domain, secure, httponly, samesite = 0, "", "", False, False, ""
    for key, value in options.items():
        lowered = key.lower() if type(key) is str else None
        if lowered == "expires":
            expires = to_int(value)
        elif lowered == "path":
            path = to_string(value)
        elif lowered == "domain":
            domain = to_string(value)
        elif lowered == "secure":
            secure = to_bool(value)
        elif lowered == "httponly":
            httponly = to_bool(value)
        elif lowered == "samesite":
            samesite = to_string(value)
        elif lowered is None:
            raise throw_error("ValueError", f"{function}(): option array cannot have numeric keys")
        else:
            raise throw_error("ValueError", f'{function}(): option "{key}" is invalid')
    return expires, path, domain, secure, httponly, samesite


def _cookie_date(timestamp: int) -> Optional[str]:
    """`Thu, 01 Jan 1970 00:00:01 GMT`; None for a year of five digits."""
    if timestamp > 253402300799:
        return None
    moment = time.gmtime(timestamp)
    day = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[moment.tm_wday]
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    month = months[moment.tm_mon - 1]
    clock = f"{moment.tm_hour:02d}:{moment.tm_min:02d}:{moment.tm_sec:02d}"
    return f"{day}, {moment.tm_mday:02d} {month} {moment.tm_year:04d} {clock} GMT"
