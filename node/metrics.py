"""Every metric, in one list. The values of all node processes lie side by side in shared memory, a slot for each.

So any process can answer for all of them, counters survive the restart of one, and counting costs an addition.
"""

from __future__ import annotations

import fcntl
import hashlib
import mmap
import os
import time
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Literal

from engine.errors import Outcome
from engine.executor.protocol import RECYCLE_REASONS

BUCKETS = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
HTTP_STATUSES = ("200", "400", "401", "404", "405", "408", "413", "415", "422", "429", "500", "502", "503", "other")
CACHE_STATES = ("hit", "miss", "bypass", "uncacheable")
SHED_REASONS = ("queue_full", "standing", "expected_wait", "waited", "stopping", "connections")
# Where an answer came from; `none` is an error, or a page that is no execution.
Source = Literal["memory", "flight", "redis", "executor", "batch", "none"]
SOURCES: tuple[Source, ...] = ("memory", "flight", "redis", "executor", "batch", "none")
STAGES = ("flight", "redis", "queue", "compile", "run", "database")
TIERS = ("memory", "flight")
READ_RESULTS = ("hit", "miss")
QUERY_RESULTS = ("ok", "error", "timeout", "unavailable")
LOG_RESULTS = ("written", "lost")
KILL_REASONS = ("wall_limit", "memory_limit", "protocol", "zygote_lost", "stopping", "outlasted")
LANES = ("hot", "cold")
MOVE_REASONS = ("outlasted", "lifetimes", "dearer")

DOUBLE_BYTES = 8

# So many tenants are counted by name, in the order they come; all others together. Names are cut to what fits.
MAX_TENANTS = 100
TENANT_NAME_BYTES = 64
OTHER_TENANTS = "other"

Kind = Literal["counter", "gauge", "histogram"]


@dataclass(frozen=True)
class Definition:
    """One metric: its name, what it says, and the values of each of its labels."""

    name: str
    kind: Kind
    help: str
    labels: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def series(self) -> list[tuple[str, ...]]:
        """The combinations of label values; one empty one where there are no labels."""
        return list(product(*(values for _, values in self.labels)))

    @property
    def cells(self) -> int:
        """How many numbers a series takes; a histogram has its buckets, one for all above, and the sum."""
        return len(BUCKETS) + 2 if self.kind == "histogram" else 1

    @property
    def width(self) -> int:
        """How many numbers it takes."""
        return self.cells * len(self.series)


METRICS = (
    Definition("howdah_node_requests_total", "counter", "HTTP requests answered, probes and scrapes aside.",
               (("status", HTTP_STATUSES),)),
    Definition("howdah_node_request_duration_seconds", "histogram", "From a request's head to its answer, by source.",
               (("source", SOURCES),)),
    Definition("howdah_node_stage_duration_seconds", "histogram", "What each stage of an execution took.",
               (("stage", STAGES),)),
    Definition("howdah_node_requests_in_flight", "gauge", "Requests that are being answered, memory hits aside."),
    Definition("howdah_node_executions_total", "counter", "Executions that took place or were served from a cache.",
               (("outcome", tuple(outcome.value for outcome in Outcome)),)),
    Definition("howdah_node_responses_total", "counter", "Executions by what the response cache did for them.",
               (("cache", CACHE_STATES),)),
    Definition("howdah_node_shed_total", "counter", "Refused for load; nothing was run.", (("reason", SHED_REASONS),)),
    Definition("howdah_node_connections", "gauge", "Open client connections."),
    Definition("howdah_node_queue_length", "gauge", "Executions that no executor has yet."),
    Definition("howdah_node_queue_bytes", "gauge", "Size of the executions that no executor has yet."),
    Definition("howdah_node_queue_limit", "gauge", "How many may wait now: less while more comes than can be done.",
               (("lane", LANES),)),
    Definition("howdah_node_executors", "gauge", "Executors that there should be."),
    Definition("howdah_node_executors_alive", "gauge", "Executors that there are."),
    Definition("howdah_node_executors_busy", "gauge", "Executors that run a script now."),
    Definition("howdah_node_executors_busy_seconds_total", "counter", "Time that executors spent on scripts."),
    Definition("howdah_node_executors_forked_total", "counter", "Executors started."),
    Definition("howdah_node_executor_fork_duration_seconds", "histogram", "From wanting an executor to having it."),
    Definition("howdah_node_executors_killed_total", "counter", "Executors killed.", (("reason", KILL_REASONS),)),
    Definition("howdah_node_lane_executions_total", "counter", "Executions that took place, by kind of executor.",
               (("lane", LANES),)),
    Definition("howdah_node_lane_moves_total", "counter",
               "Executions begun in one lane and run in the other, and scripts that went back.",
               (("reason", MOVE_REASONS),)),
    Definition("howdah_node_lane_executors", "gauge", "Executors that there are, by kind.", (("lane", LANES),)),
    Definition("howdah_node_executors_lost_total", "counter", "Executors that died under a script unexpectedly."),
    Definition("howdah_node_executors_recycled_total", "counter", "Executors replaced in an orderly way.",
               (("reason", (*RECYCLE_REASONS[1:], "isolated", "tenant")),)),
    Definition("howdah_node_zygotes_lost_total", "counter", "Zygotes that ended by themselves, with their executors."),
    Definition("howdah_node_cpu_seconds_total", "counter", "CPU time of the node and its executors."),
    Definition("howdah_node_memory_bytes", "gauge", "Proportional memory of the node, its zygote and its executors."),
    Definition("howdah_node_event_loop_lag_seconds", "histogram", "How late timers of the event loop fire."),
    Definition("howdah_node_processes", "gauge", "Node processes that run."),
    Definition("howdah_node_ready", "gauge", "Node processes that take work."),
    Definition("howdah_node_draining", "gauge", "Node processes that finish what they have, and leave."),
    Definition("howdah_node_replaced_timestamp_seconds", "gauge", "When all processes were of the program that runs."),
    Definition("howdah_node_restart_refused_timestamp_seconds", "gauge", "When it last refused to be replaced, or 0."),
    Definition("howdah_node_database_up", "gauge", "Node processes that reach the database."),
    Definition("howdah_node_database_connections", "gauge", "Connections to the database.",
               (("state", ("idle", "busy")),)),
    Definition("howdah_node_database_queries_total", "counter", "Statements that scripts had run.",
               (("result", QUERY_RESULTS),)),
    Definition("howdah_node_logged_executions_total", "counter", "Executions for the log in the database.",
               (("result", LOG_RESULTS),)),
    Definition("howdah_cache_reads_total", "counter", "Responses looked for in a tier of the cache.",
               (("tier", TIERS), ("result", READ_RESULTS))),
    Definition("howdah_cache_bytes", "gauge", "Size of the responses cached in memory."),
    Definition("howdah_cache_entries", "gauge", "Responses cached in memory."),
    Definition("howdah_cache_evictions_total", "counter", "Responses pushed out of memory for want of room."),
    Definition("howdah_cache_purged_total", "counter", "Responses in memory that a purge removed."),
    Definition("howdah_cache_redis_lookups_total", "counter", "Responses looked for in Redis.",
               (("result", ("hit", "miss", "error")),)),
    Definition("howdah_cache_redis_stored_bytes_total", "counter", "Bytes of responses written to Redis, as packed."),
    Definition("howdah_cache_redis_up", "gauge", "Node processes whose Redis answers."),
    Definition("howdah_cache_redis_losses_total", "counter", "Times that Redis was given up: too slow, or gone."),
    Definition("howdah_cache_redis_entries", "gauge", "Names in Redis."),
    Definition("howdah_cache_redis_bytes", "gauge", "Memory that Redis uses."),
)  # fmt: skip

# These have a label `tenant`, and a series for each of the first tenants that came.
TENANT_METRICS = (
    Definition("howdah_tenant_executions_total", "counter", "Executions of a tenant, cached ones too."),
    Definition("howdah_tenant_cache_hits_total", "counter", "Executions of a tenant that a cache answered."),
    Definition("howdah_tenant_cpu_seconds_total", "counter", "CPU time that scripts of a tenant used."),
    Definition("howdah_tenant_shed_total", "counter", "Executions of a tenant that were refused for load."),
)
TENANT_EXECUTIONS, TENANT_HITS, TENANT_CPU, TENANT_SHED = range(len(TENANT_METRICS))


def _starts() -> dict[str, int]:
    starts, at = {}, 0
    for definition in METRICS:
        starts[definition.name] = at
        at += definition.width
    return starts


STARTS = _starts()
TENANTS_START = sum(definition.width for definition in METRICS)
SLOT_DOUBLES = TENANTS_START + (1 + MAX_TENANTS) * len(TENANT_METRICS)


def labelled(name: str) -> dict[str, int]:
    """Where each series of a metric with one label begins."""
    return {values[0]: index for values, index in series(name).items()}


def series(name: str) -> dict[tuple[str, ...], int]:
    """Where each series of a metric begins."""
    definition = next(definition for definition in METRICS if definition.name == name)
    return {values: STARTS[name] + at * definition.cells for at, values in enumerate(definition.series)}


REQUESTS = labelled("howdah_node_requests_total")
REQUEST_SECONDS = labelled("howdah_node_request_duration_seconds")
STAGE_SECONDS = labelled("howdah_node_stage_duration_seconds")
REQUESTS_IN_FLIGHT = STARTS["howdah_node_requests_in_flight"]
EXECUTIONS = labelled("howdah_node_executions_total")
RESPONSES = labelled("howdah_node_responses_total")
SHED = labelled("howdah_node_shed_total")
CONNECTIONS = STARTS["howdah_node_connections"]
QUEUE_LENGTH = STARTS["howdah_node_queue_length"]
QUEUE_BYTES = STARTS["howdah_node_queue_bytes"]
QUEUE_LIMIT = labelled("howdah_node_queue_limit")
EXECUTORS = STARTS["howdah_node_executors"]
ALIVE = STARTS["howdah_node_executors_alive"]
BUSY = STARTS["howdah_node_executors_busy"]
BUSY_SECONDS = STARTS["howdah_node_executors_busy_seconds_total"]
FORKED = STARTS["howdah_node_executors_forked_total"]
FORK_SECONDS = STARTS["howdah_node_executor_fork_duration_seconds"]
KILLED = labelled("howdah_node_executors_killed_total")
LANE_EXECUTIONS = labelled("howdah_node_lane_executions_total")
LANE_MOVES = labelled("howdah_node_lane_moves_total")
LANE_EXECUTORS = labelled("howdah_node_lane_executors")
LOST = STARTS["howdah_node_executors_lost_total"]
RECYCLED = labelled("howdah_node_executors_recycled_total")
ZYGOTES_LOST = STARTS["howdah_node_zygotes_lost_total"]
CPU_SECONDS = STARTS["howdah_node_cpu_seconds_total"]
MEMORY_BYTES = STARTS["howdah_node_memory_bytes"]
LOOP_LAG_SECONDS = STARTS["howdah_node_event_loop_lag_seconds"]
PROCESSES = STARTS["howdah_node_processes"]
READY = STARTS["howdah_node_ready"]
DRAINING = STARTS["howdah_node_draining"]
REPLACED_AT = STARTS["howdah_node_replaced_timestamp_seconds"]
REFUSED_AT = STARTS["howdah_node_restart_refused_timestamp_seconds"]
DATABASE_UP = STARTS["howdah_node_database_up"]
DATABASE_CONNECTIONS = labelled("howdah_node_database_connections")
DATABASE_QUERIES = labelled("howdah_node_database_queries_total")
LOGGED = labelled("howdah_node_logged_executions_total")
CACHE_READS = series("howdah_cache_reads_total")
CACHE_BYTES = STARTS["howdah_cache_bytes"]
CACHE_ENTRIES = STARTS["howdah_cache_entries"]
CACHE_EVICTIONS = STARTS["howdah_cache_evictions_total"]
CACHE_PURGED = STARTS["howdah_cache_purged_total"]
REDIS_LOOKUPS = labelled("howdah_cache_redis_lookups_total")
REDIS_STORED_BYTES = STARTS["howdah_cache_redis_stored_bytes_total"]
REDIS_UP = STARTS["howdah_cache_redis_up"]
REDIS_LOSSES = STARTS["howdah_cache_redis_losses_total"]
REDIS_ENTRIES = STARTS["howdah_cache_redis_entries"]
REDIS_BYTES = STARTS["howdah_cache_redis_bytes"]

_BY_STATUS = {int(status): index for status, index in REQUESTS.items() if status.isdecimal()}
_OTHER_STATUS = REQUESTS["other"]

_GAUGES = [
    STARTS[definition.name] + offset
    for definition in METRICS
    if definition.kind == "gauge"
    for offset in range(definition.width)
]


def status_index(status: int) -> int:
    """Where answers of an HTTP status are counted."""
    return _BY_STATUS.get(status, _OTHER_STATUS)


def layout() -> str:
    """Name what is counted where: two programs may share memory only where they agree on it."""
    return hashlib.sha256(repr((METRICS, TENANT_METRICS, BUCKETS)).encode()).hexdigest()


def create_shared(slots: int) -> int:
    """Return a descriptor of memory for so many processes; they inherit it."""
    descriptor = os.memfd_create("howdah-metrics")
    os.ftruncate(descriptor, slots * SLOT_DOUBLES * DOUBLE_BYTES + MAX_TENANTS * TENANT_NAME_BYTES)
    return descriptor


class Counters:
    """This process's slot, the sum of all slots, and the names of the tenants that are counted, which all share."""

    def __init__(self, descriptor: int | None = None, slot: int = 0) -> None:
        size = SLOT_DOUBLES * DOUBLE_BYTES + MAX_TENANTS * TENANT_NAME_BYTES
        if descriptor is not None:
            size = os.fstat(descriptor).st_size
        self._descriptor = descriptor
        self._memory = mmap.mmap(-1 if descriptor is None else descriptor, size)
        names_start = size - MAX_TENANTS * TENANT_NAME_BYTES
        self._all = memoryview(self._memory)[:names_start].cast("d")
        self._names = memoryview(self._memory)[names_start:]
        self.slots = len(self._all) // SLOT_DOUBLES
        self._own = self._all[slot * SLOT_DOUBLES : (slot + 1) * SLOT_DOUBLES]
        self._tenants: dict[str, int] = {}
        self._is_full = False

    def reset_gauges(self) -> None:
        """Take back what a process that is gone said of itself."""
        for index in _GAUGES:
            self._own[index] = 0.0

    def add(self, index: int, by: float = 1.0) -> None:
        """Count."""
        self._own[index] += by

    def add_each(self, *indexes: int) -> None:
        """Count several things in one call, where a call each would be felt."""
        own = self._own
        for index in indexes:
            own[index] += 1.0

    def set(self, index: int, value: float) -> None:
        """Set a gauge."""
        self._own[index] = value

    def observe(self, start: int, seconds: float) -> None:
        """Put a duration into a histogram."""
        own = self._own
        own[start + bisect_left(BUCKETS, seconds)] += 1.0
        own[start + len(BUCKETS) + 1] += seconds

    def totals(self) -> list[float]:
        """The sum of all processes, number by number."""
        return [sum(self._all[index::SLOT_DOUBLES]) for index in range(SLOT_DOUBLES)]

    def tenant(self, name: str) -> int:
        """Where the numbers of a tenant begin, in the order of TENANT_METRICS."""
        found = self._tenants.get(name)
        if found is not None:
            return found
        return TENANTS_START if self._is_full else self._claim(name)

    def tenants(self) -> list[tuple[str, int]]:
        """The tenants that are counted by name, and all others; where the numbers of each begin."""
        width = len(TENANT_METRICS)
        found = [(OTHER_TENANTS, TENANTS_START)]
        for place in range(MAX_TENANTS):
            name = self._name_at(place)
            if not name:
                break
            found.append((name, TENANTS_START + (1 + place) * width))
        return found

    def _claim(self, name: str) -> int:
        """Find a tenant's place, or give it the next free one; no two processes may take the same."""
        spelled = _spell(name)
        if self._descriptor is not None:
            fcntl.lockf(self._descriptor, fcntl.LOCK_EX)
        try:
            taken = self.tenants()
            known = dict(taken)
            if spelled not in known and len(taken) <= MAX_TENANTS:
                place = len(taken) - 1
                encoded = spelled.encode()
                self._names[place * TENANT_NAME_BYTES : place * TENANT_NAME_BYTES + len(encoded)] = encoded
                known[spelled] = TENANTS_START + (1 + place) * len(TENANT_METRICS)
        finally:
            if self._descriptor is not None:
                fcntl.lockf(self._descriptor, fcntl.LOCK_UN)
        self._is_full = len(known) > MAX_TENANTS
        if spelled not in known:
            self._tenants.update(known)
            return TENANTS_START
        self._tenants[name] = known[spelled]
        return known[spelled]

    def _name_at(self, place: int) -> str:
        field = bytes(self._names[place * TENANT_NAME_BYTES : (place + 1) * TENANT_NAME_BYTES])
        return field.rstrip(b"\0").decode()


def _spell(name: str) -> str:
    """A tenant's name as the table keeps it."""
    return name.encode()[: TENANT_NAME_BYTES - 1].decode(errors="ignore").replace("\0", "") or "unnamed"


def histogram_count(totals: list[float], start: int) -> float:
    """How many durations a histogram holds."""
    return sum(totals[start : start + len(BUCKETS) + 1])


def histogram_sum(totals: list[float], start: int) -> float:
    """The durations of a histogram together."""
    return totals[start + len(BUCKETS) + 1]


class Window:
    """Totals of the last seconds, for figures per second."""

    def __init__(self, counters: Counters, seconds: int = 10) -> None:
        self._counters = counters
        self._samples: deque[tuple[float, list[float]]] = deque(maxlen=seconds + 1)
        self.started = time.monotonic()

    def sample(self) -> None:
        """Remember the totals of now."""
        self._samples.append((time.monotonic(), self._counters.totals()))

    def change(self) -> tuple[float, list[float], list[float]]:
        """Return the seconds since the oldest sample, the totals, and by how much they have changed since."""
        now, totals = time.monotonic(), self._counters.totals()
        then, before = self._samples[0] if self._samples else (self.started, [0.0] * SLOT_DOUBLES)
        return max(1e-3, now - then), totals, [after - earlier for after, earlier in zip(totals, before, strict=True)]


def total(numbers: list[float], indexes: Iterable[int]) -> float:
    """The sum of some of the numbers."""
    return sum(numbers[index] for index in indexes)
