"""`howdah top`: what nodes do now, from the same /metrics that Prometheus reads."""

from __future__ import annotations

import sys
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from prometheus_client.parser import text_string_to_metric_families

from node.reports.figures import milliseconds
from node.reports.page import Cell, text_table

TIMEOUT_SECONDS = 2.0
_HEADER = ["node", "ready", "req/s", "fail/s", "shed/s", "p50 ms", "p99 ms", "hits %", "busy %", "queue", "conns",
           "CPU %", "MB", "lag ms"]  # fmt: skip
_REQUEST = "howdah_node_request_duration_seconds"
_LAG = "howdah_node_event_loop_lag_seconds"

# A series: its name, and its labels in order.
Series = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(slots=True)
class Scrape:
    """The numbers of one node at one time."""

    when: float
    values: dict[Series, float] = field(default_factory=dict)

    def total(self, name: str, **labels: str) -> float:
        """The sum over all series that have these labels."""
        wanted = set(labels.items())
        return sum(value for (own, having), value in self.values.items() if own == name and wanted <= set(having))


def scrape(url: str) -> Scrape | None:
    """Ask a node; None when it does not answer."""
    try:
        with urllib.request.urlopen(f"{url.rstrip('/')}/metrics", timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310 - the operator's own nodes
            return parse(answer.read().decode())
    except (OSError, ValueError, urllib.error.URLError):
        return None


def parse(text: str) -> Scrape:
    """Read Prometheus' text format."""
    found = Scrape(time.monotonic())
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            found.values[sample.name, tuple(sorted(sample.labels.items()))] = float(sample.value)
    return found


def row(name: str, before: Scrape, now: Scrape) -> list[Cell]:
    """What a node did between two scrapes."""
    seconds = max(1e-3, now.when - before.when)

    def rate(metric: str, **labels: str) -> float:
        return max(0.0, now.total(metric, **labels) - before.total(metric, **labels)) / seconds

    hits = rate("howdah_node_responses_total", cache="hit")
    looked_up = hits + rate("howdah_node_responses_total", cache="miss")
    executors = now.total("howdah_node_executors") or 1.0
    ready = f"{now.total('howdah_node_ready'):.0f}/{now.total('howdah_node_processes'):.0f}"
    return [
        name,
        ready + (" draining" if now.total("howdah_node_draining") else ""),
        round(rate("howdah_node_requests_total"), 1),
        round(sum(rate("howdah_node_requests_total", status=status) for status in ("500", "502", "503")), 1),
        round(rate("howdah_node_shed_total"), 1),
        milliseconds(quantile(0.5, _REQUEST, before, now)),
        milliseconds(quantile(0.99, _REQUEST, before, now)),
        f"{100 * hits / looked_up:.0f}" if looked_up else "-",
        f"{100 * rate('howdah_node_executors_busy_seconds_total') / executors:.0f}",
        f"{now.total('howdah_node_queue_length'):.0f}",
        f"{now.total('howdah_node_connections'):.0f}",
        f"{100 * rate('howdah_node_cpu_seconds_total'):.0f}",
        f"{now.total('howdah_node_memory_bytes') / (1 << 20):.0f}",
        milliseconds(quantile(0.99, _LAG, before, now)),
    ]


def quantile(share: float, histogram: str, before: Scrape, now: Scrape) -> float:
    """The bound below which this share of what came between two scrapes lies, as histogram_quantile interpolates it."""
    counts: dict[float, float] = defaultdict(float)
    for (name, labels), value in now.values.items():
        if name == f"{histogram}_bucket":
            bound = float(dict(labels)["le"])
            counts[bound] += value - before.values.get((name, labels), 0.0)
    bounds = sorted(counts)
    total = counts[bounds[-1]] if bounds else 0.0
    if total <= 0:
        return 0.0
    wanted, low, below = share * total, 0.0, 0.0
    for bound in bounds:
        if counts[bound] >= wanted:
            if bound == float("inf"):
                return low
            return low + (bound - low) * (wanted - below) / ((counts[bound] - below) or 1)
        low, below = bound, counts[bound]
    return low


def view(urls: Sequence[str], before: dict[str, Scrape | None], now: dict[str, Scrape | None]) -> str:
    """The table."""
    rows: list[list[Cell]] = []
    for url in urls:
        then, latest = before.get(url), now.get(url)
        name = url.removeprefix("http://")
        if latest is None:
            rows.append([name, "no answer", *("-" for _ in _HEADER[2:])])
        else:
            rows.append(row(name, then if then is not None else latest, latest))
    return text_table(_HEADER, [[cell if isinstance(cell, str) else str(cell) for cell in line] for line in rows])


def show(urls: Sequence[str], interval: float, *, is_once: bool) -> int:
    """Show and renew the table until stopped; return the exit status."""
    before = {url: scrape(url) for url in urls}
    try:
        while True:
            time.sleep(interval)
            now = {url: scrape(url) for url in urls}
            if sys.stdout.isatty() and not is_once:
                sys.stdout.write("\033[H\033[2J")
            sys.stdout.write(f"{time.strftime('%H:%M:%S')}\n{view(urls, before, now)}")
            sys.stdout.flush()
            if is_once:
                return 0 if any(now.values()) else 1
            before = now
    except KeyboardInterrupt:
        return 0
