"""POST /api/execute: one script."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from node import bodies, sapi
from node.execution import Executions
from node.middleware.access_log import ABOUT
from node.sapi import Tenant

_HEADERS = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class ExecuteHandler:
    """Runs what a request posts."""

    executions: Executions
    tenant: Tenant
    node_name: str
    max_body_bytes: int
    client_timeout_seconds: float

    async def __call__(self, request: web.Request) -> web.Response:
        """Answer one execution."""
        kind = bodies.require_type(request, bodies.JSON, bodies.PHP_SOURCE)
        body = await bodies.read(request, max_bytes=self.max_body_bytes, timeout_seconds=self.client_timeout_seconds)
        submission = sapi.decode(body, self.tenant) if kind == bodies.JSON else sapi.from_source(body, self.tenant)
        execution = await self.executions.execute(submission, self.tenant)
        request["source"] = execution.source
        request[ABOUT] = (submission, self.tenant, execution)
        answer = sapi.encode_response(
            execution.fragment,
            queue_ms=execution.queue_ms,
            cache=execution.cache,
            node=self.node_name,
            request_id=request["request_id"],
        )
        return web.Response(body=answer, headers=_HEADERS)
