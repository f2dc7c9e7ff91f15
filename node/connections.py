"""aiohttp's server with what it lacks: a bound on open connections, and problem+json for requests that are no HTTP."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any, cast

from aiohttp import HttpVersion10, HttpVersion11, http_parser, web
from aiohttp.http_parser import RawRequestMessage
from aiohttp.web_protocol import RequestHandler

from node import metrics, problems

# Any: whatever aiohttp's own handler takes.
HandlerFactory = Callable[..., RequestHandler]

# Under this a request of a version that is not spoken here says which.
OTHER_VERSION = "other_version"

_FULL = problems.raw_response(503, "overloaded", "too many connections", {"Retry-After": "1"})


class ParserError(Exception):
    """aiohttp runs its parser in Python, which reads some requests otherwise than its C parser."""


class NodeServer(web.Server):
    """Makes a handler for each connection, and counts them."""

    # Any: whatever aiohttp's own server takes.
    def __init__(
        self,
        *arguments: Any,
        max_connections: int,
        counters: metrics.Counters,
        make_handler: HandlerFactory,
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self._make_handler = make_handler
        self.max_connections = max_connections
        self.counters = counters
        self.open_connections = 0
        # When the last connection came, by the loop's clock.
        self.accepted_at = float("-inf")

    def __call__(self) -> RequestHandler:
        """Make the handler of a new connection."""
        return self._make_handler(self, loop=self._loop, **self._kwargs)


class NodeRequestHandler(RequestHandler):
    """One client connection."""

    _server: NodeServer
    __slots__ = ("_is_counted", "_server")

    # Any: whatever aiohttp's own handler takes.
    def __init__(self, manager: NodeServer, **options: Any) -> None:
        super().__init__(manager, **options)
        self._server = manager
        self._is_counted = False

    def is_idle_since(self, before: float) -> bool:  # noqa: ARG002 - for subclasses
        """Whether it is ours to close: nothing in flight, nothing sent since, and no request that aiohttp knows of."""
        return False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See asyncio.Protocol."""
        super().connection_made(transport)
        server = self._server
        if server.open_connections >= server.max_connections:
            server.counters.add(metrics.SHED["connections"])
            # A stream protocol is always given a transport that can be written to; the base class does not say so.
            cast("asyncio.Transport", transport).write(_FULL)
            self.force_close()
            transport.close()
            return
        self._is_counted = True
        server.accepted_at = time.monotonic()
        server.open_connections += 1
        server.counters.add(metrics.CONNECTIONS)

    def connection_lost(self, exc: BaseException | None) -> None:
        """See asyncio.Protocol."""
        if self._is_counted:
            self._is_counted = False
            self._server.open_connections -= 1
            self._server.counters.add(metrics.CONNECTIONS, -1.0)
        super().connection_lost(exc)

    def handle_error(
        self, request: web.BaseRequest, status: int = 500, exc: BaseException | None = None, message: str | None = None
    ) -> web.StreamResponse:
        """Answer what could not be parsed as HTTP, or what broke below the middleware."""
        if exc is not None and status >= 500:
            return super().handle_error(request, status, exc, message)
        response = problems.response(status, "malformed_http", message or "the request is no HTTP", request_id="-")
        response.force_close()
        return response


class NodeRunner(web.AppRunner):
    """Runs an application behind a NodeServer."""

    __slots__ = ("_counters", "_make_handler", "_max_connections", "server_object")

    # Any: whatever aiohttp's own runner takes.
    def __init__(
        self,
        app: web.Application,
        *,
        max_connections: int,
        counters: metrics.Counters,
        make_handler: HandlerFactory | None = None,
        **options: Any,
    ) -> None:
        super().__init__(app, **options)
        self._make_handler = make_handler or NodeRequestHandler
        self._max_connections = max_connections
        self._counters = counters
        self.server_object: NodeServer | None = None

    async def _make_server(self) -> web.Server:
        plain = await super()._make_server()

        def make_request(message: RawRequestMessage, *connection: Any) -> web.BaseRequest:
            """Make a request; one of another version is marked, and answered in the one it could have had."""
            if message.version in (HttpVersion10, HttpVersion11):
                return plain.request_factory(message, *connection)
            changed = message._replace(version=HttpVersion11, should_close=True)
            request = plain.request_factory(changed, *connection)
            request[OTHER_VERSION] = ".".join(map(str, message.version))
            return request

        self.server_object = NodeServer(
            plain.request_handler,
            max_connections=self._max_connections,
            counters=self._counters,
            make_handler=self._make_handler,
            request_factory=make_request,
            loop=asyncio.get_running_loop(),
            **plain._kwargs,  # noqa: SLF001 - aiohttp has no other way to give the server a handler class of one's own
        )
        return self.server_object


def require_c_parser() -> None:
    """Refuse to serve with aiohttp's parser in Python: past smuggling holes were in that one."""
    if http_parser.HttpRequestParser is http_parser.HttpRequestParserPy:
        raise ParserError("expected aiohttp's C parser, found the one in Python: install a binary wheel of aiohttp")


async def close_idle(runner: NodeRunner, keepalive_seconds: float) -> None:
    """Close connections that aiohttp never saw a request on, until cancelled; it times the others itself."""
    pause = max(0.05, min(5.0, keepalive_seconds / 4))
    while True:
        await asyncio.sleep(pause)
        if runner.server_object is None:
            continue
        before = time.monotonic() - keepalive_seconds
        for handler in runner.server_object.connections:
            if isinstance(handler, NodeRequestHandler) and handler.is_idle_since(before):
                handler.close()
                if handler.transport is not None:
                    handler.transport.close()
