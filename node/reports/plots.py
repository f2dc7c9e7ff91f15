"""Plots as SVG text, with no library: a report is one file that needs no network."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT = 720, 260
LEFT, RIGHT, TOP, BOTTOM = 60, 16, 14, 40
COLOURS = ("#2166ac", "#b2182b", "#1b7837", "#762a83", "#e08214", "#4d4d4d")

Point = tuple[float, float]


def curves(series: Mapping[str, Sequence[Point]], *, x_label: str, y_label: str, logarithmic_y: bool = False) -> str:
    """Lines over common axes."""
    points = [point for line in series.values() for point in line]
    if not points:
        return _frame('<text x="50%" y="50%">no data</text>')
    low_x, high_x = min(x for x, _ in points), max(x for x, _ in points)
    positive = [y for _, y in points if y > 0] or [1.0]
    low_y, high_y = (min(positive), max(positive)) if logarithmic_y else (0.0, max(positive))

    def across(x: float) -> float:
        return LEFT + (x - low_x) / ((high_x - low_x) or 1) * (WIDTH - LEFT - RIGHT)

    def up(y: float) -> float:
        if logarithmic_y:
            span = math.log(high_y / low_y) or 1
            share = math.log(max(y, low_y) / low_y) / span
        else:
            share = y / (high_y or 1)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    parts = [_axes(x_label, y_label)]
    ticks = _powers(low_y, high_y) if logarithmic_y else [high_y * part / 4 for part in range(5)]
    for tick in ticks:
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{up(tick):.1f}" y2="{up(tick):.1f}" class="grid"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{up(tick) + 4:.1f}" text-anchor="end">{_short(tick)}</text>')
    for part in range(5):
        x = low_x + (high_x - low_x) * part / 4
        parts.append(f'<text x="{across(x):.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{_short(x)}</text>')
    for at, (name, line) in enumerate(series.items()):
        colour = COLOURS[at % len(COLOURS)]
        path = " ".join(f"{across(x):.1f},{up(y):.1f}" for x, y in line)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        parts.append(f'<text x="{LEFT + 8 + 150 * at}" y="{TOP + 8}" fill="{colour}">{escape(name)}</text>')
    return _frame("".join(parts))


def bars(values: Mapping[str, float], *, x_label: str, y_label: str) -> str:
    """One bar for each name."""
    highest = max(values.values(), default=0) or 1
    width = (WIDTH - LEFT - RIGHT) / max(1, len(values))
    parts = [_axes(x_label, y_label)]
    for at, (name, value) in enumerate(values.items()):
        high = value / highest * (HEIGHT - TOP - BOTTOM)
        x, y = LEFT + at * width, HEIGHT - BOTTOM - high
        place = f'x="{x + 1:.1f}" y="{y:.1f}" width="{width - 2:.1f}" height="{high:.1f}"'
        parts.append(f'<rect {place} fill="{COLOURS[0]}"><title>{escape(name)}: {value:g}</title></rect>')
        parts.append(
            f'<text x="{x + width / 2:.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{escape(name)}</text>'
        )
    parts.append(f'<text x="{LEFT - 6}" y="{TOP + 4}" text-anchor="end">{_short(highest)}</text>')
    return _frame("".join(parts))


def _axes(x_label: str, y_label: str) -> str:
    floor = HEIGHT - BOTTOM
    return (
        f'<path d="M{LEFT},{TOP} V{floor} H{WIDTH - RIGHT}" class="axis"/>'
        f'<text x="{(LEFT + WIDTH) / 2}" y="{HEIGHT - 6}" text-anchor="middle">{escape(x_label)}</text>'
        f'<text x="14" y="{(TOP + floor) / 2}" text-anchor="middle" transform="rotate(-90 14 {(TOP + floor) / 2})">'
        f"{escape(y_label)}</text>"
    )


def _frame(inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">{inside}</svg>'


def _powers(low: float, high: float) -> list[float]:
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    return [10.0**power for power in range(first, last + 1) if low <= 10.0**power <= high] or [low, high]


def _short(value: float) -> str:
    if abs(value) >= 1_000_000:
        return f"{value / 1_000_000:.3g}M"
    return f"{value / 1000:.3g}k" if abs(value) >= 10_000 else f"{value:.3g}"
