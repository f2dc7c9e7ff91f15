"""`howdah top` reads what a node writes."""

from __future__ import annotations

from node import metrics
from node.commands import top
from node.exposition import exposition


def test_a_row_says_what_happened_between_two_scrapes() -> None:
    counters = metrics.Counters()
    counters.set(metrics.PROCESSES, 1)
    counters.set(metrics.READY, 1)
    counters.set(metrics.EXECUTORS, 2)
    counters.add(metrics.REQUESTS["200"], 1000)
    before = top.parse(exposition(counters).decode())
    counters.add(metrics.REQUESTS["200"], 90)
    counters.add(metrics.REQUESTS["503"], 10)
    counters.add(metrics.SHED["queue_full"], 10)
    counters.add(metrics.BUSY_SECONDS, 10)
    counters.add_each(*[metrics.RESPONSES["hit"]] * 3, metrics.RESPONSES["miss"])
    for _ in range(100):
        counters.observe(metrics.REQUEST_SECONDS["memory"], 0.003)
    now = top.parse(exposition(counters).decode())
    now.when = before.when + 10
    shown = dict(zip(top._HEADER, top.row("n1", before, now), strict=True))
    assert (shown["ready"], shown["req/s"], shown["fail/s"], shown["shed/s"]) == ("1/1", 10.0, 1.0, 1.0)
    assert (shown["hits %"], shown["busy %"]) == ("75", "50")
    # All lie between 2.5 and 5 ms; within a bucket they are taken to be spread evenly.
    assert shown["p50 ms"] == "3.75"


def test_a_node_that_does_not_answer_is_shown_as_that() -> None:
    assert "no answer" in top.view(["http://gone:1"], {}, {"http://gone:1": None})
