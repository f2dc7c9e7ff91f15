"""Every PromQL expression we ship, and what is in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

INFRA = Path(__file__).resolve().parents[2] / "infra"
DASHBOARDS = sorted((INFRA / "grafana" / "dashboards").glob("*.json"))
RULES = [INFRA / "prometheus" / name for name in ("recording_rules.yml", "alerts.yml")]

_METRIC = re.compile(r"\bhowdah_[a-z0-9_]+")
_SUFFIX = re.compile(r"_(bucket|sum|count)$")


# Any: a panel as JSON has it.
def panels(path: Path) -> Iterator[dict[str, Any]]:
    """The panels of a dashboard that show something."""
    for panel in json.loads(path.read_text("utf-8"))["panels"]:
        if panel["type"] != "row":
            yield panel


def dashboard_expressions(path: Path) -> Iterator[tuple[str, str]]:
    """Title and expression of each query, with what Grafana fills in filled in."""
    for panel in panels(path):
        for target in panel["targets"]:
            expression = target["expr"].replace("$__rate_interval", "1m").replace("$instance", ".*")
            yield f"{path.stem}: {panel['title']}", expression


def metrics_in(text: str) -> set[str]:
    """The metrics that a text names; names made by recording rules have a colon before them and are none."""
    return {_SUFFIX.sub("", name) for name in _METRIC.findall(re.sub(r"\b\w+:\w+:\w+", "", text))}
