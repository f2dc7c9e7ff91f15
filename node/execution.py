"""One execution from start to end: cache, admission, run, store."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cache.entry import CachedResponse
from cache.key import Place, Selection, response_key, tag
from cache.memory import MemoryCache
from cache.policy import ttl_seconds
from cache.shared import SharedCache
from cache.single_flight import SingleFlight
from engine.executor import protocol
from node import metrics, sapi
from node.admission import Admission, Refusal
from node.executors.lanes import Lane, Lanes, Order
from node.sapi import Submission, Tenant
from node.schemas import CacheState
from node.store.executions import ExecutionLog, Ran

if TYPE_CHECKING:
    from node.executors.supervisor import Supervisor
    from node.spans import Spans

# A script that takes less is run by every node that wants it: waiting for another's answer would take as long.
SHARED_FLIGHT_MS = 5.0
# The longest that one node waits for another's answer; then it runs the script itself.
SHARED_FLIGHT_SECONDS = 2.0

# Finding a script that is compiled already takes less; what takes more is a compilation.
LOOKUP_MS = 0.1
# Bodies that are not read again when they come again: how many, and up to which size. Forgetting costs a reading.
MAX_KEPT_BODIES = 1024
MAX_KEPT_BODY_BYTES = 4096
# How every answer begins.
_STATUS = re.compile(rb'\{"success":(?:true|false),"status":"([a-z_]+)"')

_HIT = metrics.RESPONSES["hit"]
_MEMORY_HIT, _MEMORY_MISS = (metrics.CACHE_READS["memory", result] for result in ("hit", "miss"))
_FLIGHT_HIT, _FLIGHT_MISS = (metrics.CACHE_READS["flight", result] for result in ("hit", "miss"))
_FLIGHT, _REDIS, _QUEUE, _COMPILE, _RUN = (
    metrics.STAGE_SECONDS[stage] for stage in ("flight", "redis", "queue", "compile", "run")
)


@dataclass(frozen=True, slots=True)
class Execution:
    """An answer without what differs between those who get it."""

    fragment: bytes
    cache: CacheState
    queue_ms: float
    source: metrics.Source = "executor"
    # 0 where it may not be served to anyone else.
    ttl_seconds: float = 0.0

    @property
    def outcome(self) -> str:
        """How the script ended, as its answer says."""
        found = _STATUS.match(self.fragment)
        return found[1].decode() if found else ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A submission as executors get it, and the key of its answer; None where it is not to be kept."""

    submission: Submission
    tenant: Tenant
    body: bytes
    key: bytes | None

    def place(self, key: bytes) -> Place:
        """Where its answer belongs."""
        return Place(tag(self.tenant.name.encode()), tag(self.submission.request.code.encode("latin-1")), key)


class Executions:
    """Runs submissions, or finds what an earlier run of the same answered."""

    def __init__(
        self,
        *,
        lanes: Lanes,
        bounds: Mapping[Lane, Admission],
        memory: MemoryCache | None,
        shared: SharedCache | None,
        cache_ttl_seconds: float,
        counters: metrics.Counters,
        build: bytes,
        spans: Spans | None = None,
        execution_log: ExecutionLog | None = None,
    ) -> None:
        self._lanes = lanes
        self._bounds = bounds
        self._memory = memory
        self._shared = shared
        self._build = build
        self._spans = spans
        self._execution_log = execution_log
        self._purges = 0
        self._ttl_seconds = cache_ttl_seconds
        self._counters = counters
        self._flights: SingleFlight[Execution] = SingleFlight()
        self._bodies: dict[bytes, Prepared] = {}

    def prepare(self, submission: Submission, tenant: Tenant) -> Prepared:
        """Encode a submission and work out under which key its answer is kept, if it may be kept at all."""
        body = protocol.encode_request(submission.request)
        if self._memory is None or submission.cache == "bypass":
            return Prepared(submission, tenant, body, None)
        isolation = b"isolated" if submission.is_isolated else b"shared"
        return Prepared(submission, tenant, body, response_key((self._build, tenant.name.encode(), isolation, body)))

    def read(self, body: bytes, tenant: Tenant, path: str = "$") -> Prepared:
        """Read and prepare a submission in JSON; ApiError names the field that is wrong, below `path`."""
        known = self._bodies.get(body)
        if known is not None and known.tenant is tenant:
            return known
        prepared = self.prepare(sapi.decode(body, tenant, path), tenant)
        if len(body) <= MAX_KEPT_BODY_BYTES:
            if len(self._bodies) >= MAX_KEPT_BODIES:
                self._bodies.clear()
            self._bodies[body] = prepared
        return prepared

    def find(self, prepared: Prepared) -> Execution | None:
        """Return what an earlier run of the same answered, if that is kept here. Does not wait."""
        if self._memory is None or prepared.key is None or prepared.submission.cache == "refresh":
            return None
        entry = self._memory.find(prepared.key)
        if entry is None:
            self._counters.add(_MEMORY_MISS)
            return None
        self._count_hit(entry.body, prepared.tenant, _HIT, _MEMORY_HIT)
        self._log_hit(prepared, entry.body)
        return Execution(entry.body, "hit", 0.0, "memory")

    def _count_hit(self, fragment: bytes, tenant: Tenant, *more: int) -> None:
        start = self._counters.tenant(tenant.name)
        self._counters.add_each(
            metrics.EXECUTIONS[_stored_status(fragment)],
            start + metrics.TENANT_EXECUTIONS,
            start + metrics.TENANT_HITS,
            *more,
        )

    def refuse(self, prepared: Prepared) -> Refusal | None:
        """Shed what `find` did not find, where that is certain at once. Does not wait."""
        request = prepared.submission.request
        lane, supervisor = self._lanes.route(self._lanes.known(request.code), request.limits.wall_ms)
        if not self._bounds[lane].is_under_pressure or self._may_be_answered(prepared):
            return None
        return self._refuse(prepared, lane, supervisor)

    def _may_be_answered(self, prepared: Prepared) -> bool:
        """Whether another node, or somebody who asks for the same now, may have an answer that will do."""
        key = prepared.key
        if key is None or prepared.submission.cache == "refresh" or not self._flights.is_shared(key):
            return False
        return self._shared is not None or self._flights.is_under_way(key)

    def _refuse(self, prepared: Prepared, lane: Lane, supervisor: Supervisor) -> Refusal | None:
        """Shed what would have to stand in a line that is too long."""
        refusal = self._bounds[lane].refuse(supervisor.line(prepared.tenant.name), len(prepared.body))
        if refusal is not None:
            start = self._counters.tenant(prepared.tenant.name)
            self._counters.add_each(metrics.SHED[refusal.reason], start + metrics.TENANT_SHED)
        return refusal

    async def run(self, prepared: Prepared) -> Execution:
        """Run a script, once for all who ask for the same at the same time; ApiError when there is no answer."""
        key = prepared.key
        if key is None:
            execution = await self._run(prepared, "bypass")
        elif prepared.submission.cache == "refresh" or not self._flights.is_shared(key):
            execution = await self._run_and_store(prepared, key)
        else:

            async def look_or_run() -> Execution:
                return await self._look_or_run(prepared, key)

            began = time.perf_counter()
            execution, is_shared = await self._flights.run(key, look_or_run, _is_storable)
            if is_shared:
                self._note(_FLIGHT, "flight", time.perf_counter() - began)
                self._count_hit(execution.fragment, prepared.tenant, _FLIGHT_HIT)
                self._log_hit(prepared, execution.fragment)
                execution = Execution(execution.fragment, "hit", execution.queue_ms, "flight")
            else:
                self._counters.add(_FLIGHT_MISS)
        self._counters.add(metrics.RESPONSES[execution.cache])
        return execution

    async def execute(self, prepared: Prepared) -> Execution:
        """Find the answer or run the script."""
        return self.find(prepared) or await self.run(prepared)

    def purge(self, selection: Selection) -> None:
        """Forget what is covered, and do not keep the answers of what runs now: it may have begun before."""
        self._purges += 1
        if self._memory is not None:
            self._counters.add(metrics.CACHE_PURGED, self._memory.purge(selection))

    async def _look_or_run(self, prepared: Prepared, key: bytes) -> Execution:
        """Ask Redis, which says too whether another node is just running the same; else run."""
        shared = self._shared
        if shared is None:
            return await self._run_and_store(prepared, key)
        place = prepared.place(key)
        purges = self._purges
        estimate = self._lanes.known(prepared.submission.request.code).estimate_ms
        is_leading = False
        began = time.perf_counter()
        if estimate is not None and estimate < SHARED_FLIGHT_MS:
            response = await shared.find(place)
        else:
            response, is_leading = await shared.find_or_lead(place, wait_seconds=SHARED_FLIGHT_SECONDS)
        self._note(_REDIS, "redis", time.perf_counter() - began)
        try:
            if response is None:
                return await self._run_and_store(prepared, key)
        finally:
            if is_leading:
                shared.release(place)
        if self._memory is not None and purges == self._purges:
            self._memory.keep(key, response, place)
        self._count_hit(response.body, prepared.tenant)
        self._log_hit(prepared, response.body)
        ttl = max(1e-3, response.expires - time.time())
        return Execution(response.body, "hit", 0.0, "redis", ttl)

    async def _run_and_store(self, prepared: Prepared, key: bytes) -> Execution:
        purges = self._purges
        execution = await self._run(prepared, "miss")
        if self._memory is not None and _is_storable(execution) and purges == self._purges:
            now = time.time()
            response = CachedResponse(execution.fragment, now, now + execution.ttl_seconds)
            place = prepared.place(key)
            self._memory.keep(key, response, place)
            if self._shared is not None:
                self._shared.put(place, response)
            self._flights.forget(key)
        return execution

    async def _run(self, prepared: Prepared, state: CacheState) -> Execution:
        submission, body = prepared.submission, prepared.body
        known = self._lanes.known(submission.request.code)
        lane, supervisor = self._lanes.route(known, submission.request.limits.wall_ms)
        refusal = self._refuse(prepared, lane, supervisor)
        if refusal is not None:
            raise refusal.error()
        request = submission.request
        trace = None if self._spans is None else self._spans.here()
        order = Order(body, prepared.tenant.name, submission.is_isolated, request.filename, request.limits, trace)
        queue_ms, reply = await self._lanes.run(order, known, lane)
        if self._spans is not None and trace is not None:
            self._spans.run(
                trace, queue_ms=queue_ms, compile_ms=reply.compile_ms, run_ms=reply.run_ms, outcome=reply.outcome.value
            )
        self._count(reply, prepared.tenant, queue_ms)
        engine = self._lanes.engine
        versions = {"php_version": engine.php_version, "engine_version": engine.engine_version}
        fragment = await sapi.encode_result_in_turns(reply, **versions)
        ttl = 0.0
        if state == "miss":
            ttl = ttl_seconds(
                status=reply.outcome.value,
                is_volatile=reply.is_volatile,
                headers=reply.http_headers,
                default_seconds=self._ttl_seconds,
            )
            if ttl <= 0:
                state = "uncacheable"
        if self._execution_log is not None:
            status = reply.outcome.value
            times = (queue_ms, reply.compile_ms, reply.run_ms, reply.cpu_ms)
            self._execution_log.note(Ran(prepared.tenant.name, request.code, status, state, *times, reply.memory_bytes))
        return Execution(fragment, state, queue_ms, ttl_seconds=ttl)

    def _log_hit(self, prepared: Prepared, fragment: bytes) -> None:
        if self._execution_log is not None:
            code = prepared.submission.request.code
            self._execution_log.note(Ran(prepared.tenant.name, code, _stored_status(fragment), "hit"))

    def _note(self, stage: int, name: str, seconds: float) -> None:
        self._counters.observe(stage, seconds)
        if self._spans is not None and self._spans.here() is not None:
            self._spans.stage(f"cache {name}", seconds)

    def _count(self, reply: protocol.Reply, tenant: Tenant, queue_ms: float) -> None:
        counters = self._counters
        start = counters.tenant(tenant.name)
        counters.add_each(metrics.EXECUTIONS[reply.outcome.value], start + metrics.TENANT_EXECUTIONS)
        counters.add(start + metrics.TENANT_CPU, reply.cpu_ms / 1000)
        counters.observe(_QUEUE, queue_ms / 1000)
        counters.observe(_RUN, reply.run_ms / 1000)
        if reply.compile_ms > LOOKUP_MS:
            counters.observe(_COMPILE, reply.compile_ms / 1000)


def _stored_status(fragment: bytes) -> str:
    """How an execution ended whose answer may be kept: nothing but these two is."""
    return "ok" if fragment.startswith(b'{"success":true') else "compile_error"


def _is_storable(execution: Execution) -> bool:
    return execution.ttl_seconds > 0
