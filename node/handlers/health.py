"""Whether the node lives and takes work, what it allows, and what engine it runs."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from aiohttp import web

from node import schemas
from node.executors.lanes import Lanes
from node.lifecycle import Lifecycle

_ENCODER = msgspec.json.Encoder()


def json_response(content: msgspec.Struct, status: int = 200) -> web.Response:
    """Answer with one of our schemas."""
    return web.Response(status=status, body=_ENCODER.encode(content), headers={"Content-Type": "application/json"})


@dataclass(frozen=True, slots=True)
class HealthHandler:
    """GET /api/health: it answers, so it lives."""

    node_name: str

    async def __call__(self, request: web.Request) -> web.Response:  # noqa: ARG002 - aiohttp's signature
        """Answer."""
        return json_response(schemas.Health("ok", self.node_name))


@dataclass(frozen=True, slots=True)
class ReadyHandler:
    """GET /api/ready: whether requests should be sent here."""

    node_name: str
    lifecycle: Lifecycle
    lanes: Lanes

    async def __call__(self, request: web.Request) -> web.Response:  # noqa: ARG002 - aiohttp's signature
        """Answer 200 or 503."""
        state = self.lifecycle.state
        if self.lanes.refusal:
            detail = f"executors cannot be confined: {self.lanes.refusal}"
            return json_response(schemas.Health("unavailable", self.node_name, detail), 503)
        if state != "ready":
            return json_response(schemas.Health(state, self.node_name), 503)
        if not self.lanes.is_ready:
            return json_response(schemas.Health("unavailable", self.node_name, "no engine"), 503)
        lacking = self.lanes.engine.lacking or msgspec.UNSET
        return json_response(schemas.Health("ready", self.node_name, lacking=lacking))


@dataclass(frozen=True, slots=True)
class LimitsHandler:
    """GET /api/limits: the most that a request may ask for."""

    limits: schemas.EffectiveLimits

    async def __call__(self, request: web.Request) -> web.Response:  # noqa: ARG002 - aiohttp's signature
        """Answer."""
        return json_response(self.limits)


@dataclass(frozen=True, slots=True)
class RuntimeHandler:
    """GET /api/runtime: the engine behind this node."""

    node_name: str
    lanes: Lanes

    async def __call__(self, request: web.Request) -> web.Response:  # noqa: ARG002 - aiohttp's signature
        """Answer."""
        engine = self.lanes.engine
        return json_response(
            schemas.Runtime(
                php_version=engine.php_version,
                engine_version=engine.engine_version,
                interpreter=engine.interpreter,
                node=self.node_name,
                extensions=engine.extensions,
                functions=engine.functions,
            )
        )
