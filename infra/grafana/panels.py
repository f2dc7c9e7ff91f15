"""The kinds of panels our dashboards have, over grafana-foundation-sdk: a title, what it says, PromQL."""

from __future__ import annotations

from dataclasses import dataclass

from grafana_foundation_sdk.builders import common, dashboard, prometheus, stat, timeseries
from grafana_foundation_sdk.models.common import (
    BigValueGraphMode,
    LegendDisplayMode,
    LegendPlacement,
    StackingMode,
    TooltipDisplayMode,
)
from grafana_foundation_sdk.models.dashboard import DataSourceRef

SOURCE = DataSourceRef(type_val="prometheus", uid="${datasource}")
# Panels see what an operator picked: all instances unless one was chosen.
CHOSEN = 'instance=~"$instance"'


@dataclass(frozen=True)
class Query:
    """One expression and the legend of its series."""

    expression: str
    legend: str = "__auto"


@dataclass(frozen=True)
class Chart:
    """Series over time."""

    title: str
    description: str
    unit: str
    queries: tuple[Query, ...]
    stacks: bool = False
    height: int = 8
    span: int = 12


@dataclass(frozen=True)
class Figure:
    """One number, with its recent past behind it."""

    title: str
    description: str
    unit: str
    query: Query
    height: int = 4
    span: int = 4


Panel = Chart | Figure


@dataclass(frozen=True)
class Row:
    """Panels under a heading."""

    title: str
    panels: tuple[Panel, ...]


@dataclass(frozen=True)
class Board:
    """One dashboard."""

    uid: str
    title: str
    description: str
    rows: tuple[Row, ...]


def targets(panel: Panel) -> list[prometheus.Dataquery]:
    """The queries of a panel as Grafana wants them, named A, B, C and so on."""
    queries = (panel.query,) if isinstance(panel, Figure) else panel.queries
    return [
        prometheus.Dataquery()
        .datasource(SOURCE)
        .ref_id(chr(ord("A") + at))
        .expr(query.expression)
        .legend_format(query.legend)
        for at, query in enumerate(queries)
    ]


def build_panel(panel: Panel) -> timeseries.Panel | stat.Panel:
    """Return the SDK's builder of a panel."""
    built: timeseries.Panel | stat.Panel
    if isinstance(panel, Figure):
        built = stat.Panel().graph_mode(BigValueGraphMode.AREA)
    else:
        legend = common.VizLegendOptions().show_legend(True)  # noqa: FBT003 - the SDK's signature
        legend.display_mode(LegendDisplayMode.LIST).placement(LegendPlacement.BOTTOM)
        tooltip = common.VizTooltipOptions().mode(TooltipDisplayMode.MULTI)
        built = timeseries.Panel().legend(legend).tooltip(tooltip).min(0).fill_opacity(40 if panel.stacks else 8)
        if panel.stacks:
            built.stacking(common.StackingConfig().mode(StackingMode.NORMAL))
    built.title(panel.title).description(panel.description).unit(panel.unit).datasource(SOURCE)
    built.height(panel.height).span(panel.span)
    for target in targets(panel):
        built.with_target(target)
    return built


def build_board(board: Board) -> dashboard.Dashboard:
    """Return the SDK's builder of a dashboard."""
    source = dashboard.DatasourceVariable("datasource").label("Data source").type("prometheus")
    instance = (
        dashboard.QueryVariable("instance")
        .label("Node")
        .datasource(SOURCE)
        .query("label_values(howdah_node_processes, instance)")
        .multi(True)  # noqa: FBT003 - the SDK's signature
        .include_all(True)  # noqa: FBT003
        .all_value(".*")
    )
    built = (
        dashboard.Dashboard(board.title)
        .uid(board.uid)
        .description(board.description)
        .tags(["howdah"])
        .time("now-1h", "now")
        .refresh("30s")
        .with_variable(source)
        .with_variable(instance)
    )
    for row in board.rows:
        built.with_row(dashboard.Row(row.title))
        for panel in row.panels:
            built.with_panel(build_panel(panel))
    return built
