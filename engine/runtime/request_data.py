"""The contents of the superglobals, from the Request."""

from __future__ import annotations

import time
from typing import Any, Dict, List, Tuple
from urllib.parse import unquote_to_bytes

from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx


def make_superglobal(name: str) -> PhpArray:
    """The first value of a superglobal."""
    maker = _MAKERS.get(name)
    return PhpArray() if maker is None else maker()


def _decode(text: str) -> str:
    return unquote_to_bytes(text.replace("+", " ").encode("latin-1")).decode("latin-1")


def parse_pairs(text: str, separator: str = "&") -> PhpArray:
    """A query string or form body as PHP's nested array."""
    made = PhpArray()
    limit = ctx.ini.get_int("max_input_vars", 1000)
    for pair in text.split(separator)[:limit]:
        if pair:
            name, _equals, value = pair.partition("=")
            add_input(made, _decode(name), _decode(value))
    return made


def add_input(target: PhpArray, name: str, value: Any) -> None:
    """Store an input variable: `a[b][]` makes arrays, dots and spaces become underscores."""
    name = name.lstrip(" ").partition("\0")[0]
    head, bracket, tail = name.partition("[")
    if not head:
        return
    head = head.replace(".", "_").replace(" ", "_")
    keys: List[str] = []
    while bracket:
        inside, closing, rest = tail.partition("]")
        if not closing:
            if not keys:
                head = head + "_" + tail.replace(".", "_").replace(" ", "_")
            break
        keys.append(inside)
        if not rest.startswith("["):
            break
        tail = rest[1:]
    if len(keys) > ctx.ini.get_int("max_input_nesting_level", 64):
        return
    if not keys:
        target.set(head, value)
        return
    held = _array_at(target, head)
    for key in keys[:-1]:
        held = _array_at(held, key)
    if keys[-1] == "":
        held.append(value)
    else:
        held.set(keys[-1], value)


def _array_at(target: PhpArray, key: str) -> PhpArray:
    if key == "":
        made = PhpArray()
        target.append(made)
        return made
    held = target.get(key)
    if type(held) is not PhpArray:
        held = PhpArray()
        target.set(key, held)
    return held


def _query() -> PhpArray:
    http = ctx.request.http
    return PhpArray() if http is None else parse_pairs(http.uri.partition("?")[2])


def _header(name: str) -> str:
    http = ctx.request.http
    if http is not None:
        for key, value in http.headers:
            if key.lower() == name:
                return value
    return ""


def _form() -> PhpArray:
    http = ctx.request.http
    if http is None or http.method.upper() != "POST":
        return PhpArray()
    kind = _header("content-type").partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        return parse_pairs(http.body)
    return PhpArray()


def _cookies() -> PhpArray:
    made = PhpArray()
    for pair in _header("cookie").split(";"):
        name, equals, value = pair.strip().partition("=")
        if equals and name:
            add_input(made, _decode(name), _decode(value))
    return made


def _request() -> PhpArray:
    made = _query()
    for key, value in _form().items():
        made.set(key, value)
    return made


def _environment() -> PhpArray:
    return PhpArray.from_items(list(ctx.request.env.items()))


def _server() -> PhpArray:
    request = ctx.request
    now = time.time()
    ctx.volatile = True
    made: Dict[str, Any] = dict(request.env)
    script = request.filename
    made.update(PHP_SELF=script, SCRIPT_NAME=script, SCRIPT_FILENAME=script, PATH_TRANSLATED=script, DOCUMENT_ROOT="")
    made["REQUEST_TIME"] = int(now)
    made["REQUEST_TIME_FLOAT"] = now
    arguments = PhpArray([script, *request.args])
    made["argv"] = arguments
    made["argc"] = len(arguments)
    if request.http is not None:
        made.update(_http_server())
    return PhpArray.from_items(list(made.items()))


def _http_server() -> Dict[str, Any]:
    http = ctx.request.http
    assert http is not None
    path, _question, query = http.uri.partition("?")
    made: Dict[str, Any] = {
        "REQUEST_METHOD": http.method, "REQUEST_URI": http.uri, "QUERY_STRING": query, "REMOTE_ADDR": http.remote_addr,
        "SERVER_PROTOCOL": "HTTP/1.1", "GATEWAY_INTERFACE": "CGI/1.1", "DOCUMENT_ROOT": ctx.request.folder,
        "SCRIPT_NAME": "/" + ctx.request.filename.rpartition("/")[2], "PHP_SELF": path,
    }  # fmt: skip
    pairs: List[Tuple[str, str]] = http.headers
    for name, value in pairs:
        key = name.upper().replace("-", "_")
        made[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else "HTTP_" + key] = value
    return made


_MAKERS = {
    "_GET": _query, "_POST": _form, "_COOKIE": _cookies, "_REQUEST": _request, "_ENV": _environment, "_SERVER": _server,
}  # fmt: skip
