"""The URL table, and what /openapi.json says of each route."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from aiohttp import web
from aiohttp.typedefs import Handler

from node import schemas
from node.openapi import Operation

Name = Literal["execute", "batch", "health", "ready", "metrics", "limits", "runtime", "prometheus", "description"]

_EXECUTION_ERRORS = (400, 405, 408, 413, 415, 422, 500, 502, 503)

ROUTES: tuple[tuple[str, str, Name, Operation], ...] = (
    ("POST", "/api/execute", "execute",
     Operation("Run a script.", schemas.ExecuteRequest, schemas.ExecuteResponse, _EXECUTION_ERRORS)),
    ("POST", "/api/execute/batch", "batch",
     Operation("Run up to 64 scripts.", schemas.BatchRequest, schemas.BatchResponse, _EXECUTION_ERRORS)),
    ("GET", "/api/health", "health", Operation("Whether the process lives.", answer=schemas.Health)),
    ("GET", "/api/ready", "ready", Operation("Whether it takes work.", answer=schemas.Health, errors=(503,))),
    ("GET", "/api/metrics", "metrics", Operation("Current figures.", answer=schemas.NodeMetrics)),
    ("GET", "/api/limits", "limits", Operation("The most a request may ask for.", answer=schemas.EffectiveLimits)),
    ("GET", "/api/runtime", "runtime", Operation("The engine behind this node.", answer=schemas.Runtime)),
    ("GET", "/metrics", "prometheus", Operation("Prometheus' text format.")),
    ("GET", "/openapi.json", "description", Operation("This description.")),
)  # fmt: skip


def add_routes(app: web.Application, handlers: Mapping[Name, Handler]) -> None:
    """Give every route of the table its handler."""
    for method, path, name, _operation in ROUTES:
        if method == "GET":
            app.router.add_get(path, handlers[name])
        else:
            app.router.add_route(method, path, handlers[name])
