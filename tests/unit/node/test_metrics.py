"""Counters in shared memory."""

from __future__ import annotations

import os

from node import metrics
from node.exposition import exposition


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
        counters.observe(metrics.REQUEST_SECONDS["memory"], seconds)
    text = exposition(counters).decode()
    name = "howdah_node_request_duration_seconds"
    assert f'{name}_bucket{{le="0.0005",source="memory"}} 1.0' in text
    assert f'{name}_bucket{{le="0.005",source="memory"}} 3.0' in text
    assert f'{name}_bucket{{le="+Inf",source="memory"}} 4.0' in text
    assert f'{name}_sum{{source="memory"}} 60.0061' in text


def test_names_follow_the_house_rules() -> None:
    for definition in metrics.METRICS:
        assert definition.name.startswith("howdah_")
        assert definition.name.endswith("_total") == (definition.kind == "counter")
        if definition.kind == "histogram":
            assert definition.name.endswith("_seconds")


def test_every_series_is_there_before_anything_happened() -> None:
    text = exposition(metrics.Counters()).decode()
    for definition in metrics.METRICS:
        suffix = "_count" if definition.kind == "histogram" else ""
        assert text.count(f"\n{definition.name}{suffix}") >= len(definition.series), definition.name
    for definition in metrics.TENANT_METRICS:
        assert f'{definition.name}{{tenant="other"}} 0.0' in text


def test_processes_agree_on_the_place_of_a_tenant() -> None:
    descriptor = metrics.create_shared(2)
    try:
        first, second = metrics.Counters(descriptor, 0), metrics.Counters(descriptor, 1)
        first.add(first.tenant("shop") + metrics.TENANT_EXECUTIONS)
        second.add(second.tenant("blog") + metrics.TENANT_EXECUTIONS)
        second.add(second.tenant("shop") + metrics.TENANT_EXECUTIONS)
        text = exposition(first).decode()
        assert 'howdah_tenant_executions_total{tenant="shop"} 2.0' in text
        assert 'howdah_tenant_executions_total{tenant="blog"} 1.0' in text
    finally:
        os.close(descriptor)


def test_the_number_of_tenants_counted_by_name_is_bounded() -> None:
    counters = metrics.Counters()
    for number in range(metrics.MAX_TENANTS + 50):
        counters.add(counters.tenant(f"tenant {number}") + metrics.TENANT_EXECUTIONS)
    text = exposition(counters).decode()
    assert text.count("\nhowdah_tenant_executions_total{") == metrics.MAX_TENANTS + 1
    assert 'howdah_tenant_executions_total{tenant="other"} 50.0' in text
    assert counters.tenant("tenant 7") == dict(counters.tenants())["tenant 7"]


def test_long_and_strange_names_of_tenants_stay_in_their_place() -> None:
    counters = metrics.Counters()
    long = "ä" * 100
    counters.add(counters.tenant(long))
    counters.add(counters.tenant('quote" \n\0'))
    assert [name for name, _ in counters.tenants()] == ["other", "ä" * 31, 'quote" \n']
    assert '{tenant="quote\\" \\n"}' in exposition(counters).decode()
