"""POST /api/execute: one script."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from node import bodies, sapi
from node.execution import Executions
from node.gate import Gate
from node.keys import key_of
from node.middleware.access_log import ABOUT

_HEADERS = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class ExecuteHandler:
    """Runs what a request posts."""

    executions: Executions
    gate: Gate
    node_name: str
    max_body_bytes: int
    client_timeout_seconds: float

    async def __call__(self, request: web.Request) -> web.Response:
        """Answer one execution."""
        kind = bodies.require_type(request, bodies.JSON, bodies.PHP_SOURCE)
        body = await bodies.read(request, max_bytes=self.max_body_bytes, timeout_seconds=self.client_timeout_seconds)
        headers = request.headers
        passage = await self.gate.enter(key_of(headers.get("Authorization"), headers.get("X-Api-Key")), 1)
        tenant = passage.tenant
        if kind == bodies.JSON:
            prepared = self.executions.read(body, tenant)
        else:
            prepared = self.executions.prepare(sapi.from_source(body, tenant), tenant)
        execution = await self.executions.execute(prepared)
        request["source"] = execution.source
        request[ABOUT] = (prepared.submission, tenant, execution)
        service = sapi.encode_service(
            queue_ms=execution.queue_ms,
            cache=execution.cache,
            node=self.node_name,
            request_id=request["request_id"],
        )
        return web.Response(body=execution.fragment + service, headers=_HEADERS | passage.headers)
