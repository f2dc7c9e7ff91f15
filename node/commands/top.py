"""`howdah top`: what nodes do now, from the same /metrics that Prometheus reads."""

from __future__ import annotations

import contextlib
import shutil
import sys
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from prometheus_client.parser import text_string_to_metric_families

from node.cluster import folder as state
from node.reports.figures import milliseconds
from node.reports.page import Cell, text_table

TIMEOUT_SECONDS = 2.0
# Rates need two looks at the nodes; the first table comes after half a second however long the interval is.
FIRST_VIEW_SECONDS = 0.5
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
    """The table: a row for each node, and what they do together."""
    rows: list[list[Cell]] = []
    pairs: list[tuple[Scrape, Scrape]] = []
    for url in urls:
        then, latest = before.get(url), now.get(url)
        name = url.removeprefix("http://")
        if latest is None:
            rows.append([name, "no answer", *("-" for _ in _HEADER[2:])])
        else:
            pairs.append((then if then is not None else latest, latest))
            rows.append(row(name, *pairs[-1]))
    if len(pairs) > 1:
        rows.append(row("all", together([one for one, _ in pairs]), together([one for _, one in pairs])))
    return text_table(_HEADER, [[cell if isinstance(cell, str) else str(cell) for cell in line] for line in rows])


def together(scrapes: Sequence[Scrape]) -> Scrape:
    """The sum of what several nodes say."""
    found = Scrape(max(one.when for one in scrapes))
    for one in scrapes:
        for series, value in one.values.items():
            found.values[series] = found.values.get(series, 0.0) + value
    return found


def top(urls: Sequence[str], folder: Path | None, interval: float, *, is_once: bool) -> int:
    """Show these nodes, or those of the cluster that runs in the folder; return the exit status."""
    if not urls:
        folder = (folder or state.default()).resolve()
        running = state.read(folder)
        if running is None:
            sys.stderr.write(f"howdah: no cluster runs in {folder}; name the nodes: howdah top http://NODE:10101 …\n")
            return 1
        urls = [f"http://{one.address}" for one in running.services if one.name.startswith("node-")]
    return show(urls, interval, is_once=is_once)


def show(urls: Sequence[str], interval: float, *, is_once: bool) -> int:
    """Show and renew the table until stopped; return the exit status."""
    screen = _Screen() if sys.stdout.isatty() and not is_once else None
    # Side by side: one that does not answer holds up nobody's numbers.
    with ThreadPoolExecutor(len(urls)) as threads, screen or contextlib.nullcontext():
        before = dict(zip(urls, threads.map(scrape, urls), strict=True))
        pause = interval if is_once else min(interval, FIRST_VIEW_SECONDS)
        try:
            while True:
                time.sleep(pause)
                now = dict(zip(urls, threads.map(scrape, urls), strict=True))
                text = f"{time.strftime('%H:%M:%S')}\n{view(urls, before, now)}"
                if screen is None:
                    sys.stdout.write(text)
                    sys.stdout.flush()
                else:
                    screen.draw(f"{text}\nevery {interval:g} s; Ctrl-C ends")
                if is_once:
                    return 0 if any(now.values()) else 1
                before, pause = now, interval
        except KeyboardInterrupt:
            return 0


class _Screen:
    """The terminal's other screen, so that what was on the first is there again afterwards."""

    def __enter__(self) -> Self:
        sys.stdout.write("\033[?1049h\033[?25l")
        return self

    def __exit__(self, *_: object) -> None:
        sys.stdout.write("\033[?25h\033[?1049l")
        sys.stdout.flush()

    def draw(self, text: str) -> None:
        """Write over what stands there, as much as there is room for; nothing flickers."""
        width, height = shutil.get_terminal_size()
        lines = [line[:width] + "\033[K" for line in text.splitlines()[:height]]
        sys.stdout.write("\033[H" + "\r\n".join(lines) + "\033[J")
        sys.stdout.flush()
