"""GET /api/metrics and /metrics: real and current figures of all processes of this node."""

from __future__ import annotations

import time
from dataclasses import dataclass

from aiohttp import web

from node import exposition, metrics, schemas
from node.handlers.health import json_response


@dataclass(frozen=True, slots=True)
class MetricsHandler:
    """GET /api/metrics: JSON for people and scripts."""

    counters: metrics.Counters
    window: metrics.Window

    async def __call__(self, request: web.Request) -> web.Response:  # noqa: ARG002 - aiohttp's signature
        """Answer."""
        return json_response(summarize(self.window))


def summarize(window: metrics.Window) -> schemas.NodeMetrics:
    """Say in a few figures what happened lately and altogether."""
    seconds, totals, change = window.change()
    requests, request_seconds = _requests(change)
    looked_up = metrics.total(change, (metrics.RESPONSES[state] for state in ("hit", "miss", "uncacheable")))
    executors = totals[metrics.EXECUTORS]
    busy = change[metrics.BUSY_SECONDS] / (seconds * executors) if executors else 0.0
    return schemas.NodeMetrics(
        requests_per_second=round(requests / seconds, 3),
        average_response_time_ms=round(request_seconds / requests * 1000, 3) if requests else 0.0,
        active_connections=round(totals[metrics.CONNECTIONS]),
        memory_usage_mb=round(totals[metrics.MEMORY_BYTES] / (1 << 20), 1),
        cpu_usage_percent=round(100 * max(0.0, change[metrics.CPU_SECONDS]) / seconds, 1),
        engine_pool_utilization=round(min(1.0, busy), 4),
        cache_hit_rate=round(change[metrics.RESPONSES["hit"]] / looked_up, 4) if looked_up else 0.0,
        statuses={status: round(totals[index]) for status, index in metrics.EXECUTIONS.items()},
        http_statuses={status: round(totals[index]) for status, index in metrics.REQUESTS.items() if totals[index]},
        requests_total=round(_requests(totals)[0]),
        executions_total=round(metrics.total(totals, metrics.EXECUTIONS.values())),
        shed_total=round(metrics.total(totals, metrics.SHED.values())),
        executors_lost_total=round(totals[metrics.LOST]),
        executors=round(executors),
        queue_length=round(totals[metrics.QUEUE_LENGTH]),
        uptime_seconds=round(time.monotonic() - window.started, 1),
        replaced_at=totals[metrics.REPLACED_AT],
        restart_refused_at=totals[metrics.REFUSED_AT],
    )


def _requests(numbers: list[float]) -> tuple[float, float]:
    """How many requests there were, and their seconds together."""
    starts = metrics.REQUEST_SECONDS.values()
    return (
        sum(metrics.histogram_count(numbers, start) for start in starts),
        sum(metrics.histogram_sum(numbers, start) for start in starts),
    )


@dataclass(frozen=True, slots=True)
class PrometheusHandler:
    """GET /metrics: Prometheus' text format."""

    counters: metrics.Counters

    async def __call__(self, request: web.Request) -> web.Response:  # noqa: ARG002 - aiohttp's signature
        """Answer."""
        return web.Response(
            body=exposition.exposition(self.counters), headers={"Content-Type": exposition.CONTENT_TYPE}
        )
