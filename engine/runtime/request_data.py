"""The contents of the superglobals, from the Request."""

from __future__ import annotations

import time
from typing import Any, Dict, List, Optional, Tuple
from urllib.parse import unquote_to_bytes

from engine.runtime.arrays import PhpArray
from engine.runtime.context import ctx
from engine.runtime.input_variables import register_variable


def make_superglobal(name: str) -> PhpArray:
    """The first value of a superglobal."""
    maker = _MAKERS.get(name)
    return PhpArray() if maker is None else maker()


def _decode(text: str) -> str:
    return unquote_to_bytes(text.replace("+", " ").encode("latin-1")).decode("latin-1")


def parse_pairs(text: str, separator: str = "&", limit: Optional[int] = None) -> PhpArray:
    """A query string or form body as PHP's nested array."""
    made = PhpArray()
    if limit is None:
        limit = ctx.ini.get_int("max_input_vars", 1000)
    for pair in text.split(separator, limit)[:limit]:
        if pair:
            name, _equals, value = pair.partition("=")
            register_variable(made, _decode(name), _decode(value))
    return made


def _query() -> PhpArray:
    http = ctx.request.http
    return PhpArray() if http is None else parse_pairs(http.uri.partition("?")[2])


def header_of_request(name: str) -> str:
    """A header of the request by its name in lower case, "" where it has none."""
    http = ctx.request.http
    if http is not None:
        for key, value in http.headers:
            if key.lower() == name:
                return value
    return ""


def _form() -> PhpArray:
    from engine.runtime.request_body import body_state

    return body_state().post.share()


def _files() -> PhpArray:
    from engine.runtime.request_body import body_state

    return body_state().files.share()


def _cookies() -> PhpArray:
    made = PhpArray()
    for pair in header_of_request("cookie").split(";"):
        name, equals, value = pair.strip().partition("=")
        if equals and name:
            register_variable(made, _decode(name), _decode(value))
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
    "_GET": _query, "_POST": _form, "_FILES": _files,
    "_COOKIE": _cookies, "_REQUEST": _request, "_ENV": _environment, "_SERVER": _server,
}  # fmt: skip
