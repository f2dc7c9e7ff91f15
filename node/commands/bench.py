"""`howdah bench`: measures any cluster, checks every answer, reports."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from node.bench import load, report
from node.bench.workloads import WORKLOADS

_BAR = 30


def bench(
    urls: Sequence[str],
    names: Sequence[str],
    *,
    seconds: float,
    warm_up: float,
    connections: int,
    rate: float | None,
    key: str | None,
    html: Path | None,
    is_continuous: bool,
) -> int:
    """Measure; return the exit status: 1 when a single answer was wrong."""
    unknown = [name for name in names if name not in WORKLOADS]
    if unknown:
        sys.stderr.write(f"howdah: no workload {', '.join(unknown)}; there are {', '.join(WORKLOADS)}\n")
        return 2
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        while True:
            found = []
            for workload in (WORKLOADS[name] for name in names):
                # One after the other and not at once: they may share a machine.
                for url in urls:
                    plan = load.Plan(url, workload, seconds, warm_up, connections, rate, headers)
                    found.append(report.Measured(plan, asyncio.run(load.measure(plan, _progress(plan)))))
            _clear()
            sys.stdout.write((f"{time.strftime('%H:%M:%S')}\n" if is_continuous else "") + report.as_text(found))
            sys.stdout.flush()
            if html is not None:
                html.write_text(report.as_html(found), "utf-8")
            if not is_continuous:
                return 0
    except load.WrongAnswerError as error:
        _clear()
        sys.stderr.write(f"howdah: {error}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def _progress(plan: load.Plan) -> load.Progress | None:
    if not sys.stderr.isatty():
        return None

    def show(elapsed: float, count: int, is_warm_up: bool) -> None:
        seconds = plan.warm_up_seconds if is_warm_up else plan.seconds
        done = min(_BAR, int(_BAR * elapsed / seconds))
        bar = "#" * done + "." * (_BAR - done)
        what = "warming up" if is_warm_up else f"{count:,}, {count / max(elapsed, 0.001):,.0f}/s"
        sys.stderr.write(f"\r\033[K{plan.workload.name} {plan.url} [{bar}] {what}")
        sys.stderr.flush()

    return show


def _clear() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
