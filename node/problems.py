"""application/problem+json (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

import msgspec
from aiohttp import web

from node.errors import ApiError
from node.schemas import Problem

CONTENT_TYPE = "application/problem+json"
_TYPE_PREFIX = "urn:howdah:problem:"
_ENCODER = msgspec.json.Encoder()


def problem(status: int, kind: str, detail: str, *, request_id: str, path: str | None = None) -> Problem:
    """Build the body of an error."""
    return Problem(
        type=_TYPE_PREFIX + kind,
        title=HTTPStatus(status).phrase,
        status=status,
        detail=_printable(detail),
        request_id=request_id,
        path=msgspec.UNSET if path is None else _printable(path),
    )


def of_error(error: ApiError, *, request_id: str) -> Problem:
    """Build the body for an error of ours."""
    return problem(error.status, error.kind, error.detail, request_id=request_id, path=error.path)


def response(
    status: int,
    kind: str,
    detail: str,
    *,
    request_id: str,
    path: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> web.Response:
    """Build a whole response."""
    body = _ENCODER.encode(problem(status, kind, detail, request_id=request_id, path=path))
    answer = web.Response(status=status, body=body, content_type=CONTENT_TYPE)
    if headers:
        answer.headers.update(headers)
    return answer


def raw_response(status: int, kind: str, detail: str, headers: Mapping[str, str]) -> bytes:
    """Build the bytes of a response that ends its connection, for where there is no request yet."""
    body = _ENCODER.encode(problem(status, kind, detail, request_id="-"))
    head = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", f"Content-Type: {CONTENT_TYPE}"]
    head += [f"Content-Length: {len(body)}", "Connection: close"]
    head += [f"{name}: {value}" for name, value in headers.items()]
    return ("\r\n".join(head) + "\r\n\r\n").encode() + body


def _printable(text: str) -> str:
    # What a client sent comes back in details; half a surrogate pair could not be encoded.
    return text.encode("utf-8", "replace").decode()
