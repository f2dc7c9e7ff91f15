"""Access logs of nginx and of nodes, read into figures: latency, statuses, the slowest and the failing scripts."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from node.reports import plots
from node.reports.figures import milliseconds, percentile, percentiles
from node.reports.page import Page, text_table

OK_OUTCOMES = frozenset({"ok", ""})
SHOWN = 15


@dataclass(frozen=True, slots=True)
class Entry:
    """One request, whichever of our logs it stands in."""

    when: float
    path: str
    status: int
    seconds: float
    upstream: str = ""
    request_id: str = ""
    tenant: str = ""
    script: str = ""
    outcome: str = ""
    cache: str = ""


@dataclass
class Script:
    """What one script did, by its digest."""

    seconds: list[float] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)
    tenants: set[str] = field(default_factory=set)
    last_request: str = ""

    @property
    def failures(self) -> int:
        """How many of its executions ended badly."""
        return sum(count for outcome, count in self.outcomes.items() if outcome not in OK_OUTCOMES)


def read(paths: Iterable[Path]) -> Iterator[Entry]:
    """Every request in these files; other lines are passed over."""
    for path in paths:
        # Rotated logs are compressed.
        opener = gzip.open if path.suffix == ".gz" else Path.open
        with opener(path, "rt", encoding="utf-8") as file:
            for line in file:
                entry = parse(line)
                if entry is not None:
                    yield entry


def parse(line: str) -> Entry | None:
    """One line of nginx's JSON log or of a node's; None for all else."""
    try:
        fields: dict[str, Any] = json.loads(line)
    except ValueError:
        return None
    try:
        if fields.get("event") == "request":
            return _of_node(fields)
        if "upstream_status" in fields:
            return _of_nginx(fields)
    except (KeyError, ValueError):
        return None
    return None


def _of_node(fields: dict[str, Any]) -> Entry:
    named = {name: str(fields.get(name, "")) for name in ("request_id", "tenant", "script", "outcome", "cache")}
    return Entry(_time(fields["timestamp"]), fields["path"], int(fields["status"]), float(fields["ms"]) / 1000, **named)


def _of_nginx(fields: dict[str, Any]) -> Entry:
    return Entry(_time(fields["time"]), fields["path"], int(fields["status"]), float(fields["seconds"]),
                 upstream=fields["upstream"], request_id=fields["request_id"])  # fmt: skip


def _time(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


@dataclass
class Report:
    """Everything that is counted, in one pass."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    paths: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    upstreams: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    scripts: dict[str, Script] = field(default_factory=lambda: defaultdict(Script))
    minutes: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))

    def add(self, entry: Entry) -> None:
        """Count a request."""
        self.seconds.append(entry.seconds)
        self.statuses[entry.status] += 1
        self.paths[entry.path].append(entry.seconds)
        self.minutes[int(entry.when // 60)].append(entry.seconds)
        if entry.upstream:
            self.upstreams[entry.upstream].append(entry.seconds)
        if entry.script:
            script = self.scripts[entry.script]
            script.seconds.append(entry.seconds)
            script.outcomes[entry.outcome] += 1
            script.tenants.add(entry.tenant)
            script.last_request = entry.request_id


def of_files(paths: Iterable[Path]) -> Report:
    """The report of these files."""
    report = Report()
    for entry in read(paths):
        report.add(entry)
    return report


Table = tuple[str, list[str], list[list[str | int | float]]]


def tables(report: Report) -> Iterator[Table]:
    """Title, header and rows of each table; both forms of the report have the same."""
    total = len(report.seconds)
    yield "Latency, ms", list(percentiles([0.0])), [[milliseconds(v) for v in percentiles(report.seconds).values()]]
    rows: list[list[str | int | float]] = [[str(status), count, 100 * count / total]
                                           for status, count in sorted(report.statuses.items())]  # fmt: skip
    yield "Statuses", ["status", "requests", "%"], rows
    yield "Paths", ["path", "requests", "p50 ms", "p99 ms"], _durations(report.paths)
    if report.upstreams:
        yield "Nodes", ["node", "requests", "p50 ms", "p99 ms"], _durations(report.upstreams)
    if report.scripts:
        yield _slowest(report.scripts)
        yield _failing(report.scripts)


def _slowest(scripts: dict[str, Script]) -> Table:
    found = sorted(scripts.items(), key=lambda pair: -sum(pair[1].seconds))[:SHOWN]
    rows: list[list[str | int | float]] = [
        [name, ", ".join(sorted(one.tenants)), len(one.seconds), sum(one.seconds), *_middle_and_tail(one.seconds),
         one.last_request] for name, one in found
    ]  # fmt: skip
    header = ["script", "tenants", "requests", "seconds", "p50 ms", "p99 ms", "last request"]
    return "Scripts that took the most time", header, rows


def _failing(scripts: dict[str, Script]) -> Table:
    found = sorted((pair for pair in scripts.items() if pair[1].failures), key=lambda pair: -pair[1].failures)[:SHOWN]
    rows: list[list[str | int | float]] = []
    for name, one in found:
        bad = [f"{outcome} {count}" for outcome, count in one.outcomes.most_common() if outcome not in OK_OUTCOMES]
        tenants = ", ".join(sorted(one.tenants))
        rows.append([name, tenants, one.failures, len(one.seconds), ", ".join(bad), one.last_request])
    return "Scripts that fail", ["script", "tenants", "failures", "of", "how", "last request"], rows


def _durations(groups: dict[str, list[float]]) -> list[list[str | int | float]]:
    busiest = sorted(groups.items(), key=lambda pair: -len(pair[1]))[:SHOWN]
    return [[name, len(seconds), *_middle_and_tail(seconds)] for name, seconds in busiest]


def _middle_and_tail(seconds: list[float]) -> tuple[float, float]:
    ordered = sorted(seconds)
    return percentile(ordered, 0.5) * 1000, percentile(ordered, 0.99) * 1000


def as_text(report: Report) -> str:
    """The report for a terminal."""
    parts = [f"{len(report.seconds):,} requests\n"]
    for title, header, rows in tables(report):
        parts.append(f"\n{title}\n{text_table(header, rows)}")
    return "".join(parts)


def as_html(report: Report) -> str:
    """The report as a page with plots."""
    page = Page("Access log")
    page.text(f"{len(report.seconds):,} requests")
    first = min(report.minutes, default=0)
    minutes = [(minute - first, sorted(seconds)) for minute, seconds in sorted(report.minutes.items())]
    latency = {f"p{share * 100:g}": [(at, percentile(seconds, share) * 1000) for at, seconds in minutes]
               for share in (0.5, 0.99)}  # fmt: skip
    when = "minutes since the first request"
    page.plot(plots.curves(latency, x_label=when, y_label="ms", logarithmic_y=True))
    rate = [(at, len(seconds) / 60) for at, seconds in minutes]
    page.plot(plots.curves({"requests a second": rate}, x_label=when, y_label="requests/s"))
    for title, header, rows in tables(report):
        page.heading(title)
        page.table(header, rows)
    return page.render()
