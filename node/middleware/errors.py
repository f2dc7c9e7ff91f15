"""The border: every error leaves as problem+json, and only what broke is logged."""

from __future__ import annotations

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from node import problems
from node.connections import OTHER_VERSION
from node.errors import ApiError, EngineFailedError, UnsupportedVersionError

log = structlog.get_logger(__name__)

_KINDS = {404: "not_found", 405: "method_not_allowed", 413: "too_large"}


@web.middleware
async def answer_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn exceptions into responses."""
    request_id: str = request["request_id"]
    try:
        if OTHER_VERSION in request:
            raise UnsupportedVersionError(f"expected HTTP/1.1 or HTTP/1.0, got HTTP/{request[OTHER_VERSION]}")
        return await handler(request)
    except ApiError as error:
        if isinstance(error, EngineFailedError):
            log.error("engine_failed", request_id=request_id, trace=error.trace)  # noqa: TRY400 - the engine's trace
        return problems.response(
            error.status, error.kind, error.detail, request_id=request_id, path=error.path, headers=error.headers
        )
    except web.HTTPException as error:
        headers = {"Allow": error.headers["Allow"]} if "Allow" in error.headers else None
        kind = _KINDS.get(error.status, "http_error")
        return problems.response(error.status, kind, _describe(error, request), request_id=request_id, headers=headers)
    except (web.RequestPayloadError, ConnectionResetError) as error:
        # The client went away or sent half a body; what is answered now may reach nobody.
        return problems.response(400, "malformed_body", f"the body ended early: {error}", request_id=request_id)
    except Exception:
        log.exception("request_failed", request_id=request_id, method=request.method, path=request.path)
        return problems.response(500, "internal_error", "the node failed; it was logged", request_id=request_id)


def _describe(error: web.HTTPException, request: web.Request) -> str:
    if error.status == 405:
        return f"{request.path} takes {error.headers.get('Allow', 'another method')}, not {request.method}"
    if error.status == 404:
        return f"there is no {request.path[:200]}"
    return error.text or error.reason
