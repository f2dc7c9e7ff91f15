"""What a benchmark found: a table for the terminal, a page with plots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from node.bench.load import Outcome, Plan
from node.reports import plots
from node.reports.figures import counts, percentile, percentiles
from node.reports.page import Page, text_table

_BOUNDS_MS = (0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 500.0, 1000.0)
_HEADER = ["workload", "url", "requests", "per second", "p50 ms", "p95 ms", "p99 ms", "max ms"]
# With several URLs: how many times as many answers, and as long, as the first one's.
_COMPARED = ["x rate", "x p50", "x p99"]


@dataclass(frozen=True, slots=True)
class Measured:
    """A plan and what came of it."""

    plan: Plan
    outcome: Outcome


def _table(found: Sequence[Measured]) -> tuple[list[str], list[list[str | int | float]]]:
    """The header, and a row for each; the first of a workload's URLs is what the others are compared with."""
    rows: list[list[str | int | float]] = []
    is_compared = len({one.plan.url for one in found}) > 1
    bases: dict[str, list[float]] = {}
    for one in found:
        figures = percentiles(one.outcome.latencies)
        times = [figures[name] * 1000 for name in ("p50", "p95", "p99", "max")]
        mine = [one.outcome.rate, times[0], times[2]]
        base = bases.setdefault(one.plan.workload.name, mine)
        compared = [own / first if first else 0.0 for own, first in zip(mine, base, strict=True)] if is_compared else []
        rows.append([one.plan.workload.name, one.plan.url, len(one.outcome.latencies), *mine[:1], *times, *compared])
    return [*_HEADER, *(_COMPARED if is_compared else [])], rows


def as_text(found: Sequence[Measured]) -> str:
    """The table."""
    return text_table(*_table(found))


def as_html(found: Sequence[Measured]) -> str:
    """The page."""
    page = Page("Howdah benchmark")
    page.text("Every answer was checked, byte for byte.")
    page.table(*_table(found))
    tails = {}
    for one in found:
        ordered = sorted(one.outcome.latencies)
        shares = [at / 200 for at in range(1, 200)] + [0.999]
        tails[f"{one.plan.workload.name} {one.plan.url}"] = [
            (share * 100, percentile(ordered, share) * 1000) for share in shares
        ]
    page.heading("Latency by percentile")
    page.plot(plots.curves(tails, x_label="% of requests", y_label="ms", logarithmic_y=True))
    for one in found:
        page.heading(f"{one.plan.workload.name}: {one.plan.url}")
        loop = "closed loop" if one.plan.rate is None else f"open loop, {one.plan.rate:g} a second"
        nodes = ", ".join(f"{name} {count:,}" for name, count in one.outcome.nodes.most_common())
        caches = ", ".join(f"{name} {count:,}" for name, count in one.outcome.caches.most_common())
        page.text(f"{one.plan.workload.about}; {loop}, {one.plan.connections} connections. {nodes}. Cache: {caches}.")
        names = [f"≤{bound:g}" for bound in _BOUNDS_MS] + ["more"]
        held = counts([value * 1000 for value in sorted(one.outcome.latencies)], _BOUNDS_MS)
        page.plot(plots.bars(dict(zip(names, map(float, held), strict=True)), x_label="ms", y_label="requests"))
        page.plot(plots.curves({"answers a second": _by_second(one.outcome)}, x_label="second", y_label="requests/s"))
    return page.render()


def _by_second(outcome: Outcome) -> list[tuple[float, float]]:
    seconds = [0] * (int(outcome.seconds) + 1)
    for start in outcome.starts:
        seconds[min(len(seconds) - 1, int(start))] += 1
    return [(float(at), float(count)) for at, count in enumerate(seconds)]
