"""The counters in Prometheus' text format."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from node.metrics import BUCKETS, METRICS, STARTS, TENANT_METRICS, Counters, Definition

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
BUILD_INFO = "howdah_node_build_info"
_BOUNDS = (*map(str, BUCKETS), "+Inf")


class PrometheusCollector(Collector):
    """The counters as prometheus-client wants them."""

    def __init__(self, counters: Counters) -> None:
        self._counters = counters

    def collect(self) -> Iterator[Metric]:
        """See Collector."""
        totals = self._counters.totals()
        for definition in METRICS:
            start = STARTS[definition.name]
            yield _family(definition, totals[start : start + definition.width])
        tenants = self._counters.tenants()
        for offset, definition in enumerate(TENANT_METRICS):
            family = CounterMetricFamily(definition.name, definition.help, labels=["tenant"])
            for name, start in tenants:
                family.add_metric([name], totals[start + offset])
            yield family
        info = GaugeMetricFamily(BUILD_INFO, "Which version this node is.", labels=["version"])
        info.add_metric([version("howdah")], 1)
        yield info


def _family(definition: Definition, numbers: list[float]) -> Metric:
    labels = [name for name, _ in definition.labels]
    if definition.kind == "histogram":
        histogram = HistogramMetricFamily(definition.name, definition.help, labels=labels)
        for at, values in enumerate(definition.series):
            own = numbers[at * definition.cells : (at + 1) * definition.cells]
            histogram.add_metric(values, list(_cumulated(own)), sum_value=own[-1])
        return histogram
    metric: CounterMetricFamily | GaugeMetricFamily
    if definition.kind == "counter":
        metric = CounterMetricFamily(definition.name, definition.help, labels=labels)
    else:
        metric = GaugeMetricFamily(definition.name, definition.help, labels=labels)
    for values, number in zip(definition.series, numbers, strict=True):
        metric.add_metric(values, number)
    return metric


def _cumulated(numbers: list[float]) -> Iterator[tuple[str, float]]:
    below = 0.0
    for bound, number in zip(_BOUNDS, numbers, strict=False):
        below += number
        yield bound, below


def exposition(counters: Counters) -> bytes:
    """Prometheus' text format."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(PrometheusCollector(counters))
    return generate_latest(registry)
