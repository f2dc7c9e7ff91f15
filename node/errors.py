"""What the node raises. Each that a client may see knows its HTTP status."""

from __future__ import annotations

from http import HTTPStatus


class ApiError(Exception):
    """An answer of problem+json."""

    status = HTTPStatus.INTERNAL_SERVER_ERROR
    kind = "internal_error"

    def __init__(self, detail: str, *, path: str | None = None, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.path = path
        self.headers = headers or {}


class MalformedBodyError(ApiError):
    """The body is no JSON."""

    status = HTTPStatus.BAD_REQUEST
    kind = "malformed_body"


class InvalidFieldError(ApiError):
    """A field is unknown, has the wrong type or is out of range."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY
    kind = "invalid_field"


class UnauthorizedError(ApiError):
    """There is no API key, or none that is good."""

    status = HTTPStatus.UNAUTHORIZED
    kind = "unauthorized"

    def __init__(self, detail: str) -> None:
        super().__init__(detail, headers={"WWW-Authenticate": 'Bearer realm="howdah"'})


class RateLimitedError(ApiError):
    """The API key was used more often than it may be; nothing was run."""

    status = HTTPStatus.TOO_MANY_REQUESTS
    kind = "rate_limited"


class UnsupportedVersionError(ApiError):
    """The request's version of HTTP is none that is spoken here."""

    status = HTTPStatus.HTTP_VERSION_NOT_SUPPORTED
    kind = "unsupported_version"


class UnsupportedTypeError(ApiError):
    """The body's type or coding is none we read."""

    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    kind = "unsupported_media_type"


class TooLargeError(ApiError):
    """The body is larger than it may be."""

    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    kind = "too_large"


class SlowClientError(ApiError):
    """The body did not arrive in time."""

    status = HTTPStatus.REQUEST_TIMEOUT
    kind = "client_timeout"


class OverloadedError(ApiError):
    """Shed: nothing was run, and it is safe to repeat."""

    status = HTTPStatus.SERVICE_UNAVAILABLE
    kind = "overloaded"

    def __init__(self, detail: str, *, retry_after_seconds: int = 1) -> None:
        super().__init__(detail, headers={"Retry-After": str(retry_after_seconds)})


class ExecutorLostError(ApiError):
    """The process died under this script. It may have run; it is not repeated for the client."""

    status = HTTPStatus.BAD_GATEWAY
    kind = "executor_lost"


class EngineFailedError(ApiError):
    """The engine broke. The trace is logged; the client never sees it."""

    def __init__(self, trace: str) -> None:
        super().__init__("the engine failed; the failure was logged")
        self.trace = trace
