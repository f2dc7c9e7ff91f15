"""Draws a dashboard from a live Prometheus, where there is no Grafana: `picture.py URL NAME FILE.png [MINUTES]`.

It reads the same JSON as Grafana, so what is empty here is empty there. Runs in .venv-infra, which has matplotlib.
"""

from __future__ import annotations

import json
import re
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("Agg")
from matplotlib import pyplot as plt
from matplotlib.ticker import EngFormatter, FuncFormatter, PercentFormatter

FOLDER = Path(__file__).parent / "dashboards"
COLUMNS = 24
UNITS = {"s": "s", "bytes": "B", "Bps": "B/s"}


# Any: Prometheus' answers and a dashboard's panels, as JSON has them.
def ask(url: str, expression: str, minutes: float) -> list[dict[str, Any]]:
    """The series of an expression over the last minutes."""
    now = time.time()
    query = {"query": expression, "start": now - minutes * 60, "end": now, "step": max(5, minutes * 60 / 120)}
    with urllib.request.urlopen(f"{url}/api/v1/query_range?{urllib.parse.urlencode(query)}", timeout=20) as answer:  # noqa: S310 - the operator's own Prometheus
        found: list[dict[str, Any]] = json.load(answer)["data"]["result"]
    return found


def legend(template: str, labels: dict[str, str]) -> str:
    """A series' name, as Grafana makes it of a template."""
    if template == "__auto":
        return ""
    return re.sub(r"\{\{\s*(\w+)\s*\}\}", lambda match: labels.get(match[1], ""), template)


def draw(axes: Any, panel: dict[str, Any], url: str, minutes: float) -> None:
    """One panel."""
    unit = panel["fieldConfig"]["defaults"].get("unit", "none")
    lines = []
    for target in panel["targets"]:
        expression = target["expr"].replace("$__rate_interval", "1m").replace("$instance", ".*")
        for series in ask(url, expression, minutes):
            points = [(float(when), float(value)) for when, value in series["values"] if value != "NaN"]
            lines.append((legend(target["legendFormat"], series["metric"]), points))
    axes.set_title(panel["title"], fontsize=8, loc="left")
    if panel["type"] == "stat":
        last = lines[0][1][-1][1] if lines and lines[0][1] else float("nan")
        shown = (
            f"{last:.1%}"
            if unit == "percentunit"
            else EngFormatter(UNITS[unit], places=1)(last)
            if unit in UNITS
            else f"{last:.4g}"
        )
        axes.axis("off")
        axes.text(0.5, 0.4, shown, ha="center", va="center", fontsize=15, transform=axes.transAxes)
        return
    began = time.time() - minutes * 60
    shown_lines = [(name, points) for name, points in lines if points]
    is_stacked = panel["fieldConfig"]["defaults"]["custom"].get("stacking", {}).get("mode") == "normal"
    if is_stacked and shown_lines:
        times = sorted({when for _name, points in shown_lines for when, _value in points})
        values = [[dict(points).get(when, 0.0) for when in times] for _name, points in shown_lines]
        axes.stackplot(
            [(when - began) / 60 for when in times], values, labels=[name for name, _ in shown_lines], alpha=0.7
        )
    else:
        for name, points in shown_lines:
            axes.plot([(when - began) / 60 for when, _ in points], [value for _, value in points], label=name, lw=1)
    axes.set_ylim(bottom=0)
    axes.set_xlim(0, minutes)
    axes.tick_params(labelsize=6)
    axes.grid(visible=True, alpha=0.3)
    if unit == "percentunit":
        axes.yaxis.set_major_formatter(PercentFormatter(1.0))
    elif unit in UNITS:
        axes.yaxis.set_major_formatter(EngFormatter(UNITS[unit]))
    else:
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _at: f"{value:g}"))
    if any(name for name, _ in shown_lines):
        axes.legend(fontsize=5, loc="upper left", ncols=2, framealpha=0.6)


def main() -> int:
    """Draw; return the exit status."""
    url, name, target = sys.argv[1:4]
    minutes = float(sys.argv[4]) if len(sys.argv) > 4 else 15.0
    board = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    panels = [panel for panel in board["panels"] if panel["type"] != "row"]
    rows = max(panel["gridPos"]["y"] + panel["gridPos"]["h"] for panel in board["panels"])
    figure = plt.figure(figsize=(10, rows * 0.2))
    for panel in panels:
        place = panel["gridPos"]
        axes = figure.add_axes((
            place["x"] / COLUMNS + 0.045,
            1 - (place["y"] + place["h"]) / rows + 0.02,
            place["w"] / COLUMNS - 0.06,
            (place["h"] - 2) / rows,
        ))  # fmt: skip
        draw(axes, panel, url, minutes)
    figure.savefig(target, dpi=72)
    return 0


if __name__ == "__main__":
    sys.exit(main())
