"""Builds every object of a node process and hands it what it needs. Nothing else wires."""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from aiohttp import web
from aiohttp.typedefs import Middleware

from cache.memory import MemoryCache
from cache.purge import PurgeListener
from cache.redis_link import RedisLink
from cache.shared import SharedCache
from engine.executor import launch
from engine.request import Limits
from node import metrics, openapi, schemas
from node.admission import Admission
from node.config import Settings
from node.execution import Executions
from node.executors.lanes import Lanes
from node.executors.supervisor import Options, Supervisor
from node.fastpath import FastPath
from node.gate import Gate, KeyedGate
from node.handlers.batch import BatchHandler
from node.handlers.description import DescriptionHandler
from node.handlers.execute import ExecuteHandler
from node.handlers.health import HealthHandler, LimitsHandler, ReadyHandler, RuntimeHandler
from node.handlers.metrics import MetricsHandler, PrometheusHandler
from node.hostcalls import HostCalls
from node.keys import KeyRing
from node.lifecycle import Lifecycle, Service
from node.membership import Membership
from node.middleware import order
from node.rates import Rates
from node.routes import ROUTES, add_routes
from node.sapi import Tenant
from node.standing import LEAST_PER_EXECUTOR, StandingLine
from node.store.database import Database
from node.store.executions import ExecutionLog
from node.store.session import Caps
from node.store.sessions import Sessions
from node.usage import UsageSampler

if TYPE_CHECKING:
    from node.spans import Spans

DEFAULT_TENANT = "default"


@dataclass(frozen=True, slots=True)
class Node:
    """The parts of a node process that something outside has to reach."""

    app: web.Application
    lanes: Lanes
    lifecycle: Lifecycle
    sampler: UsageSampler
    counters: metrics.Counters
    fast_path: FastPath | None
    services: tuple[Service, ...]


def build(settings: Settings, counters: metrics.Counters, *, is_first: bool = True) -> Node:
    """Build a node process, the first of its node or another; nothing runs yet."""
    lifecycle = Lifecycle()
    tenant = Tenant(DEFAULT_TENANT, limits_of(settings), may_set_any_directive=settings.allow_any_ini)
    counters.tenant(tenant.name)
    database = None
    sessions = None
    if settings.database_url is not None:
        database = Database(
            settings.database_url,
            wanted=settings.database_pool_size,
            reserved=settings.database_reserved_connections,
            timeout_seconds=settings.database_timeout_ms / 1000,
        )
        caps = Caps(settings.database_result_kb << 10, settings.database_result_rows)
        sessions = Sessions(database, caps=caps, statement_ms=settings.database_statement_ms)
    spans = connect_spans(settings)
    execution_log = None
    if settings.execution_log and database is not None:
        execution_log = ExecutionLog(
            database,
            counters,
            node_name(settings),
            days=settings.execution_log_days,
            max_rows=settings.execution_log_rows,
            keeps_sources=settings.log_sources,
        )
    lanes = lanes_of(settings, counters, sessions, spans)
    bounds = {lane: bounds_of(settings, supervisor.size) for lane, supervisor in lanes.by_name().items()}
    memory = MemoryCache(settings.cache_max_bytes) if settings.cache_enabled else None
    link = connect_redis(settings, counters)
    shared = share_cache(settings, link, counters)
    executions = Executions(
        lanes=lanes,
        bounds=bounds,
        memory=memory,
        shared=shared,
        cache_ttl_seconds=settings.cache_ttl_seconds,
        counters=counters,
        build=build_digest(),
        spans=spans,
        execution_log=execution_log,
    )
    services: list[Service] = [] if spans is None else [spans]
    if database is not None:
        services.append(database)
    if execution_log is not None:
        services.append(execution_log)
    if link is not None and settings.redis_url:
        services += [link, PurgeListener(settings.redis_url, executions.purge)]
    if settings.redis_url is not None and settings.advertise is not None:
        services.append(Membership(settings.redis_url, settings.advertise))
    gate = build_gate(settings, tenant, database, link, counters)
    window = metrics.Window(counters)
    timeout_seconds = settings.client_timeout_ms / 1000
    name = node_name(settings)
    description = openapi.document([(method, path, operation) for method, path, _, operation in ROUTES])
    app = web.Application(
        client_max_size=settings.max_body_bytes,
        middlewares=order(
            counters=counters,
            lifecycle=lifecycle,
            logs_access=settings.access_log,
            logs_sources=settings.log_sources,
            traces=trace_requests(spans),
        ),
    )
    add_routes(
        app,
        {
            "execute": ExecuteHandler(executions, gate, name, settings.max_body_bytes, timeout_seconds),
            "batch": BatchHandler(executions, gate, name, settings.max_body_bytes, timeout_seconds),
            "health": HealthHandler(name),
            "ready": ReadyHandler(name, lifecycle, lanes),
            "metrics": MetricsHandler(counters, window),
            "limits": LimitsHandler(effective_limits(settings)),
            "runtime": RuntimeHandler(name, lanes),
            "prometheus": PrometheusHandler(counters),
            "description": DescriptionHandler(msgspec.json.encode(description)),
        },
    )
    sampler = UsageSampler(counters=counters, window=window, lanes=lanes, bounds=bounds, lifecycle=lifecycle,
                           memory=memory, link=link, sessions=sessions, is_first=is_first)  # fmt: skip
    fast_path = None
    if settings.fast_path and not settings.access_log and spans is None:
        fast_path = FastPath(executions, gate, name, settings.max_body_bytes, lifecycle, counters)
    return Node(app, lanes, lifecycle, sampler, counters, fast_path, tuple(services))


def node_name(settings: Settings) -> str:
    """Return the node's name as it goes into answers, where nothing is escaped."""
    return "".join(letter if letter.isascii() and (letter.isalnum() or letter in "._-:/") else "-"
                   for letter in settings.node_name)  # fmt: skip


def build_gate(
    settings: Settings, tenant: Tenant, database: Database | None, link: RedisLink | None, counters: metrics.Counters
) -> Gate:
    """Return the gate: open, or one that asks for keys."""
    if not settings.require_keys or database is None:
        return Gate(tenant)

    def make_tenant(name: str) -> Tenant:
        counters.tenant(name)
        return dataclasses.replace(tenant, name=name)

    return KeyedGate(tenant, KeyRing(database), Rates(link), make_tenant)


def connect_redis(settings: Settings, counters: metrics.Counters) -> RedisLink | None:
    """Return the link to Redis, where there is one."""
    if settings.redis_url is None:
        return None
    return RedisLink(
        settings.redis_url,
        timeout_seconds=settings.redis_timeout_ms / 1000,
        on_loss=lambda: counters.add(metrics.REDIS_LOSSES),
    )


def share_cache(settings: Settings, link: RedisLink | None, counters: metrics.Counters) -> SharedCache | None:
    """Return the responses that all nodes share, where there is a Redis."""
    if link is None or not settings.cache_enabled:
        return None
    return SharedCache(
        link,
        compress_above_bytes=settings.cache_compress_above,
        on_lookup=lambda result: counters.add(metrics.REDIS_LOOKUPS[result]),
        on_store=lambda size: counters.add(metrics.REDIS_STORED_BYTES, size),
    )


def build_digest() -> bytes:
    """Return a digest of the code that makes answers: what another release has cached is none of ours."""
    digest = hashlib.sha256()
    root = Path(__file__).resolve().parents[1]
    for folder in ("engine", "node"):
        for path in sorted((root / folder).rglob("*.py")):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.digest()


def limits_of(settings: Settings) -> Limits:
    """Return the most that a script may use."""
    return Limits(
        wall_ms=settings.limit_wall_ms,
        cpu_ms=settings.limit_cpu_ms,
        memory_mb=settings.limit_memory_mb,
        output_kb=settings.limit_output_kb,
        depth=settings.limit_depth,
    )


def effective_limits(settings: Settings) -> schemas.EffectiveLimits:
    """Return what /api/limits says."""
    return schemas.EffectiveLimits(
        wall_ms=settings.limit_wall_ms,
        cpu_ms=settings.limit_cpu_ms,
        memory_mb=settings.limit_memory_mb,
        output_kb=settings.limit_output_kb,
        depth=settings.limit_depth,
        body_bytes=settings.max_body_bytes,
        batch_executions=schemas.MAX_BATCH,
        queue_timeout_ms=settings.queue_timeout_ms,
    )


def connect_spans(settings: Settings) -> Spans | None:
    """Return what makes spans, where they are asked for."""
    if settings.trace_endpoint is None:
        return None
    # An extra: nobody else has it or waits for its import.
    from node import spans  # noqa: PLC0415

    return spans.connect(settings.trace_endpoint, node_name(settings), settings.trace_ratio)


def trace_requests(spans: Spans | None) -> tuple[Middleware, ...]:
    """Return the middleware that makes spans of requests, where they are asked for."""
    if spans is None:
        return ()
    from node.spans import trace_requests  # noqa: PLC0415

    return (trace_requests(spans),)


def lanes_of(
    settings: Settings, counters: metrics.Counters, sessions: Sessions | None, spans: Spans | None = None
) -> Lanes:
    """Return the executors: PyPy's and CPython's, or one kind where there is no PyPy."""
    interpreter = launch.find_interpreter(settings.executor_python)

    def supervise(interpreter: launch.Interpreter, pool_size: int) -> Supervisor:
        # Calls to the host are known by the number of their job, which each supervisor counts for itself.
        host = None if sessions is None else HostCalls(sessions, counters, spans)
        return Supervisor(options_of(settings, interpreter, pool_size), counters, host)

    hot = supervise(interpreter, settings.engine_pool_size)
    cold = supervise(launch.find_interpreter(launch.CPYTHON), settings.cold_pool_size) if interpreter.is_pypy else None
    return Lanes(hot, cold, counters, slice_ms=settings.cold_slice_ms, is_used=settings.lanes)


def bounds_of(settings: Settings, executors: int) -> Admission:
    """Return what may wait for so many executors."""
    standing = StandingLine(settings.queue_aim_ms / 1000, LEAST_PER_EXECUTOR * executors, settings.queue_limit)
    return Admission(settings.queue_limit, settings.queue_max_bytes, settings.queue_timeout_ms, standing)


def options_of(settings: Settings, interpreter: launch.Interpreter, pool_size: int) -> Options:
    """Return how executors are started."""
    return Options(
        interpreter=interpreter,
        engine=settings.engine,
        pool_size=pool_size,
        line_limit=settings.batch_limit,
        max_executions=settings.executor_max_executions,
        max_output_bytes=settings.limit_output_kb << 10,
        queue_timeout_seconds=settings.queue_timeout_ms / 1000,
        required_confinement=tuple(name.strip() for name in settings.required_confinement.split(",") if name.strip()),
        memory_mb=settings.limit_memory_mb,
        has_jit=settings.jit_enabled,
        optimizes=settings.optimize_expressions,
    )
