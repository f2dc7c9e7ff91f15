"""Counters in shared memory."""

from __future__ import annotations

import os

from node import metrics


def test_slots_add_up_and_survive_their_process() -> None:
    descriptor = metrics.create_shared(2)
    try:
        first, second = metrics.Counters(descriptor, 0), metrics.Counters(descriptor, 1)
        first.add(metrics.EXECUTIONS["ok"], 2)
        second.add(metrics.EXECUTIONS["ok"])
        first.add(metrics.CONNECTIONS, 5)
        assert first.totals()[metrics.EXECUTIONS["ok"]] == 3
        again = metrics.Counters(descriptor, 0)
        again.reset_gauges()
        assert again.totals()[metrics.EXECUTIONS["ok"]] == 3
        assert again.totals()[metrics.CONNECTIONS] == 0
    finally:
        os.close(descriptor)


def test_a_histogram_counts_cumulatively_in_the_exposition() -> None:
    counters = metrics.Counters()
    for seconds in (0.0001, 0.003, 0.003, 60.0):
        counters.observe(metrics.REQUEST_SECONDS, seconds)
    text = metrics.exposition(counters).decode()
    name = "howdah_node_request_duration_seconds"
    assert f'{name}_bucket{{le="0.0005"}} 1.0' in text
    assert f'{name}_bucket{{le="0.005"}} 3.0' in text
    assert f'{name}_bucket{{le="+Inf"}} 4.0' in text
    assert f"{name}_sum 60.0061" in text


def test_names_follow_the_house_rules() -> None:
    for definition in metrics.METRICS:
        assert definition.name.startswith("howdah_")
        assert definition.name.endswith("_total") == (definition.kind == "counter")
