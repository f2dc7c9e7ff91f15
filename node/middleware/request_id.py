"""Gives every request an id: the one it brought, its trace's, or a new one."""

from __future__ import annotations

import itertools
import re
import secrets

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from node.lifecycle import Lifecycle

HEADER = "X-Request-Id"

# Ids go into JSON and headers as they are, so nothing in them may need escaping.
ACCEPTED = re.compile(r"[A-Za-z0-9._:/+=@,~-]{1,128}")
TRACEPARENT = re.compile(r"[0-9a-f]{2}-(?P<trace>[0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?")

_PREFIX = secrets.token_hex(6)
_numbers = itertools.count(secrets.randbits(20))


def new_id() -> str:
    """Return an id that no other request has."""
    return f"{_PREFIX}{next(_numbers):010x}"


def id_of(request: web.BaseRequest) -> str:
    """Return the id that a request brought, or a new one."""
    headers = request.headers
    given = headers.get(HEADER)
    if given is not None and ACCEPTED.fullmatch(given):
        return given
    trace = headers.get("traceparent")
    if trace is not None:
        found = TRACEPARENT.fullmatch(trace)
        if found and found["trace"].strip("0"):
            return found["trace"]
    return new_id()


def identify(lifecycle: Lifecycle) -> Middleware:
    """Make the middleware; while the node drains it also ends connections after their answer."""

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        request_id = id_of(request)
        request["request_id"] = request_id
        response = await handler(request)
        if not response.prepared:
            response.headers[HEADER] = request_id
            response.headers["Server"] = "howdah"
            if lifecycle.is_draining:
                response.force_close()
        return response

    return middleware
