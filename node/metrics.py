"""Every metric, in one list. The values of all node processes lie side by side in shared memory, a slot for each.

So any process can answer for all of them, counters survive the restart of one, and counting costs an addition.
"""

from __future__ import annotations

import mmap
import os
import time
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from engine.errors import Outcome
from engine.executor.protocol import RECYCLE_REASONS

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
HTTP_STATUSES = ("200", "400", "401", "404", "405", "408", "413", "415", "422", "429", "500", "502", "503", "other")
CACHE_STATES = ("hit", "miss", "bypass", "uncacheable")
SHED_REASONS = ("queue_full", "expected_wait", "waited", "stopping", "connections")

DOUBLE_BYTES = 8


@dataclass(frozen=True)
class Definition:
    """One metric: its name, what it says, and the values of its label."""

    name: str
    kind: Literal["counter", "gauge", "histogram"]
    help: str
    label: str | None = None
    values: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many numbers it takes; a histogram has its buckets, one for all above, and the sum."""
        return len(BUCKETS) + 2 if self.kind == "histogram" else max(1, len(self.values))


METRICS = (
    Definition("howdah_node_requests_total", "counter", "HTTP requests answered.", "status", HTTP_STATUSES),
    Definition("howdah_node_request_duration_seconds", "histogram", "From the request's head to its answer."),
    Definition("howdah_node_executions_total", "counter", "Executions that took place or were served from a cache.",
               "outcome", tuple(outcome.value for outcome in Outcome)),
    Definition("howdah_node_execution_duration_seconds", "histogram", "What scripts took to run."),
    Definition("howdah_node_queue_duration_seconds", "histogram", "How long executions waited for an executor."),
    Definition("howdah_node_responses_total", "counter", "Executions by what the response cache did for them.",
               "cache", CACHE_STATES),
    Definition("howdah_node_shed_total", "counter", "Refused for load; nothing was run.", "reason", SHED_REASONS),
    Definition("howdah_node_connections", "gauge", "Open client connections."),
    Definition("howdah_node_queue_length", "gauge", "Executions that no executor has yet."),
    Definition("howdah_node_executors", "gauge", "Executors that there should be."),
    Definition("howdah_node_executors_busy", "gauge", "Executors that run a script now."),
    Definition("howdah_node_executors_busy_seconds_total", "counter", "Time that executors spent on scripts."),
    Definition("howdah_node_executors_forked_total", "counter", "Executors started."),
    Definition("howdah_node_executors_killed_total", "counter", "Executors killed at their script's wall limit."),
    Definition("howdah_node_executors_lost_total", "counter", "Executors that died under a script unexpectedly."),
    Definition("howdah_node_executors_recycled_total", "counter", "Executors replaced in an orderly way.",
               "reason", (*RECYCLE_REASONS[1:], "isolated")),
    Definition("howdah_node_cpu_seconds_total", "counter", "CPU time of the node and its executors."),
    Definition("howdah_node_memory_bytes", "gauge", "Proportional memory of the node, its zygote and its executors."),
    Definition("howdah_node_ready", "gauge", "Node processes that take work."),
    Definition("howdah_cache_bytes", "gauge", "Size of the responses cached in memory."),
    Definition("howdah_cache_entries", "gauge", "Responses cached in memory."),
    Definition("howdah_cache_evictions_total", "counter", "Responses pushed out of memory for want of room."),
    Definition("howdah_cache_purged_total", "counter", "Responses in memory that a purge removed."),
    Definition("howdah_cache_redis_lookups_total", "counter", "Responses looked for in Redis.", "result",
               ("hit", "miss", "error")),
    Definition("howdah_cache_redis_stored_bytes_total", "counter", "Bytes of responses written to Redis, as packed."),
    Definition("howdah_cache_redis_up", "gauge", "Node processes whose Redis answers."),
    Definition("howdah_cache_redis_losses_total", "counter", "Times that Redis was given up: too slow, or gone."),
    Definition("howdah_cache_redis_entries", "gauge", "Names in Redis."),
    Definition("howdah_cache_redis_bytes", "gauge", "Memory that Redis uses."),
)  # fmt: skip


def _starts() -> dict[str, int]:
    starts, at = {}, 0
    for definition in METRICS:
        starts[definition.name] = at
        at += definition.width
    return starts


_STARTS = _starts()
SLOT_DOUBLES = sum(definition.width for definition in METRICS)


def _labelled(name: str) -> dict[str, int]:
    definition = next(definition for definition in METRICS if definition.name == name)
    return {value: _STARTS[name] + index for index, value in enumerate(definition.values)}


REQUESTS = _labelled("howdah_node_requests_total")
REQUEST_SECONDS = _STARTS["howdah_node_request_duration_seconds"]
EXECUTIONS = _labelled("howdah_node_executions_total")
EXECUTION_SECONDS = _STARTS["howdah_node_execution_duration_seconds"]
QUEUE_SECONDS = _STARTS["howdah_node_queue_duration_seconds"]
RESPONSES = _labelled("howdah_node_responses_total")
SHED = _labelled("howdah_node_shed_total")
CONNECTIONS = _STARTS["howdah_node_connections"]
QUEUE_LENGTH = _STARTS["howdah_node_queue_length"]
EXECUTORS = _STARTS["howdah_node_executors"]
BUSY = _STARTS["howdah_node_executors_busy"]
BUSY_SECONDS = _STARTS["howdah_node_executors_busy_seconds_total"]
FORKED = _STARTS["howdah_node_executors_forked_total"]
KILLED = _STARTS["howdah_node_executors_killed_total"]
LOST = _STARTS["howdah_node_executors_lost_total"]
RECYCLED = _labelled("howdah_node_executors_recycled_total")
CPU_SECONDS = _STARTS["howdah_node_cpu_seconds_total"]
MEMORY_BYTES = _STARTS["howdah_node_memory_bytes"]
READY = _STARTS["howdah_node_ready"]
CACHE_BYTES = _STARTS["howdah_cache_bytes"]
CACHE_ENTRIES = _STARTS["howdah_cache_entries"]
CACHE_EVICTIONS = _STARTS["howdah_cache_evictions_total"]
CACHE_PURGED = _STARTS["howdah_cache_purged_total"]
REDIS_LOOKUPS = _labelled("howdah_cache_redis_lookups_total")
REDIS_STORED_BYTES = _STARTS["howdah_cache_redis_stored_bytes_total"]
REDIS_UP = _STARTS["howdah_cache_redis_up"]
REDIS_LOSSES = _STARTS["howdah_cache_redis_losses_total"]
REDIS_ENTRIES = _STARTS["howdah_cache_redis_entries"]
REDIS_BYTES = _STARTS["howdah_cache_redis_bytes"]

_BY_STATUS = {int(status): index for status, index in REQUESTS.items() if status.isdecimal()}
_OTHER_STATUS = REQUESTS["other"]

_GAUGES = [_STARTS[definition.name] for definition in METRICS if definition.kind == "gauge"]


def status_index(status: int) -> int:
    """Where answers of an HTTP status are counted."""
    return _BY_STATUS.get(status, _OTHER_STATUS)


def create_shared(slots: int) -> int:
    """Return a descriptor of memory for so many processes; they inherit it."""
    descriptor = os.memfd_create("howdah-metrics")
    os.ftruncate(descriptor, slots * SLOT_DOUBLES * DOUBLE_BYTES)
    return descriptor


class Counters:
    """This process's slot, and the sum of all slots."""

    def __init__(self, descriptor: int | None = None, slot: int = 0) -> None:
        size = SLOT_DOUBLES * DOUBLE_BYTES
        if descriptor is not None:
            size = os.fstat(descriptor).st_size
        self._memory = mmap.mmap(-1 if descriptor is None else descriptor, size)
        self._all = memoryview(self._memory).cast("d")
        self.slots = len(self._all) // SLOT_DOUBLES
        self._own = self._all[slot * SLOT_DOUBLES : (slot + 1) * SLOT_DOUBLES]

    def reset_gauges(self) -> None:
        """Take back what a process that is gone said of itself."""
        for index in _GAUGES:
            self._own[index] = 0.0

    def add(self, index: int, by: float = 1.0) -> None:
        """Count."""
        self._own[index] += by

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


class PrometheusCollector(Collector):
    """The counters as prometheus-client wants them."""

    def __init__(self, counters: Counters) -> None:
        self._counters = counters

    def collect(self) -> Iterator[Metric]:
        """See Collector."""
        totals = self._counters.totals()
        for definition in METRICS:
            start = _STARTS[definition.name]
            yield _family(definition, totals[start : start + definition.width])


def _family(definition: Definition, numbers: list[float]) -> Metric:
    if definition.kind == "histogram":
        cumulated, below = [], 0.0
        for bound, number in zip((*map(str, BUCKETS), "+Inf"), numbers, strict=False):
            below += number
            cumulated.append((bound, below))
        return HistogramMetricFamily(definition.name, definition.help, buckets=cumulated, sum_value=numbers[-1])
    family = CounterMetricFamily if definition.kind == "counter" else GaugeMetricFamily
    if definition.label is None:
        return family(definition.name, definition.help, value=numbers[0])
    metric = family(definition.name, definition.help, labels=[definition.label])
    for value, number in zip(definition.values, numbers, strict=True):
        metric.add_metric([value], number)
    return metric


def exposition(counters: Counters) -> bytes:
    """Prometheus' text format."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(PrometheusCollector(counters))
    return generate_latest(registry)


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
