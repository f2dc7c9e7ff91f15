"""A report as one HTML file: headings, tables, plots; no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #222; }
table { border-collapse: collapse; margin: 1em 0; } th, td { padding: .2em .9em .2em 0; text-align: left; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; } tr { border-bottom: 1px solid #ddd; }
svg { width: 100%; background: #fafafa; font-size: 11px; } .grid { stroke: #ddd; } .axis { stroke: #888; fill: none; }
code { font-size: 90%; } p.bad { color: #b2182b; font-weight: 600; }
"""

Cell = str | int | float


class Page:
    """Gathers what a report says, in order."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._parts: list[str] = []

    def heading(self, text: str) -> None:
        """A heading."""
        self._parts.append(f"<h2>{escape(text)}</h2>")

    def text(self, text: str, *, is_bad: bool = False) -> None:
        """A paragraph."""
        self._parts.append(f"<p{' class=bad' if is_bad else ''}>{escape(text)}</p>")

    def plot(self, svg: str) -> None:
        """A plot that `plots` drew."""
        self._parts.append(svg)

    def table(self, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """A table; numbers are set to the right."""
        numeric = [all(isinstance(row[at], int | float) for row in rows) for at in range(len(header))]
        lines = ["<table><tr>", *(_cell("th", name, numeric[at]) for at, name in enumerate(header)), "</tr>"]
        for row in rows:
            lines += ["<tr>", *(_cell("td", value, numeric[at]) for at, value in enumerate(row)), "</tr>"]
        self._parts.append("".join([*lines, "</table>"]))

    def render(self) -> str:
        """The file."""
        title = escape(self._title)
        head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
        return f"{head}<h1>{title}</h1>{''.join(self._parts)}</html>\n"


def _cell(kind: str, value: Cell, is_number: bool) -> str:
    shown = f"{value:,.2f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else escape(value)
    return f"<{kind}{' class=number' if is_number else ''}>{shown}</{kind}>"


def text_table(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """The same table for a terminal."""
    lines = [[f"{cell:,.2f}" if isinstance(cell, float) else f"{cell:,}" if isinstance(cell, int) else cell
              for cell in row] for row in rows]  # fmt: skip
    widths = [max(len(row[at]) for row in [list(header), *lines]) for at in range(len(header))]
    numeric = [bool(rows) and all(isinstance(row[at], int | float) for row in rows) for at in range(len(header))]

    def line(cells: Sequence[str]) -> str:
        fitted = [cell.rjust(widths[at]) if numeric[at] else cell.ljust(widths[at]) for at, cell in enumerate(cells)]
        return "  ".join(fitted).rstrip()

    return "\n".join(line(row) for row in [list(header), *lines]) + "\n"
