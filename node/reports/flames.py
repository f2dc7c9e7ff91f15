"""A profile as people read it: where the time is spent, by line and by function, and as a flame graph (SVG)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html import escape
from pathlib import PurePath
from typing import Any

from node.reports.page import text_table

WIDTH, ROW, LEAST_PIXELS = 1200, 18, 0.4
SHOWN = 15

Place = tuple[str, str, int]


@dataclass(frozen=True)
class Profile:
    """Stacks, outermost call first, and how often each was seen."""

    interval_seconds: float
    samples: int
    stacks: list[tuple[tuple[Place, ...], int]]

    # Any: a JSON document of engine/profiler.py.
    @classmethod
    def of_document(cls, document: dict[str, Any]) -> Profile:
        """Read what the profiler wrote."""
        stacks = [
            (tuple((str(name), str(path), int(line)) for name, path, line in stack), int(count))
            for stack, count in document["stacks"]
        ]
        return cls(float(document["interval_seconds"]), int(document["samples"]), stacks)

    @property
    def seen(self) -> int:
        """Samples that fell into the script, and not into starting or compiling it."""
        return sum(count for _stack, count in self.stacks)


def tables(profile: Profile) -> str:
    """Functions and lines by the time spent in them, for a terminal."""
    lines: Counter[str] = Counter()
    own: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for stack, count in profile.stacks:
        own[stack[-1][0]] += count
        for name in {name for name, _path, _line in stack}:
            whole[name] += count
        # A builtin has no line of its own: the line that calls it has.
        with_lines = [place for place in stack if place[2]]
        if with_lines:
            _name, path, line = with_lines[-1]
            lines[f"{PurePath(path).name}:{line}"] += count
    total = profile.seen or 1
    ms = profile.interval_seconds * 1000
    by_function: list[list[str | int | float]] = [
        [name, count * ms, 100 * count / total, 100 * whole[name] / total] for name, count in own.most_common(SHOWN)
    ]
    by_line: list[list[str | int | float]] = [
        [name, count * ms, 100 * count / total] for name, count in lines.most_common(SHOWN)
    ]
    outside = profile.samples - profile.seen
    return (
        text_table(["function", "own ms", "own %", "with calls %"], by_function)
        + "\n"
        + text_table(["line", "ms", "%"], by_line)
        + f"\n{profile.seen * ms:.0f} ms in the script, {outside * ms:.0f} ms starting and compiling\n"
    )


@dataclass
class _Flame:
    count: int = 0
    callees: dict[str, _Flame] = field(default_factory=dict)


def svg(profile: Profile, title: str) -> str:
    """The flame graph: callers below, what they call above, as wide as the time takes."""
    root = _Flame()
    depth = 0
    for stack, count in profile.stacks:
        flame = root
        flame.count += count
        for place in stack:
            flame = flame.callees.setdefault(_label(place), _Flame())
            flame.count += count
        depth = max(depth, len(stack))
    height = (depth + 2) * ROW
    parts: list[str] = []
    _draw(parts, root, 0.0, height - ROW, WIDTH / (root.count or 1), profile.interval_seconds * 1000)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'font-family="monospace" font-size="11">'
        f'<rect width="100%" height="100%" fill="#fffdf5"/><text x="6" y="13">{escape(title)}</text>'
    )
    return head + "".join(parts) + "</svg>\n"


def _draw(parts: list[str], flame: _Flame, x: float, y: float, scale: float, ms: float) -> None:
    for name, callee in sorted(flame.callees.items()):
        width = callee.count * scale
        if width >= LEAST_PIXELS:
            shown = escape(name[: max(0, int(width / 6.7) - 1)])
            parts.append(
                f"<g><title>{escape(name)}: {callee.count * ms:.0f} ms</title>"
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{ROW - 1}" fill="{_colour(name)}"/>'
                f'<text x="{x + 3:.1f}" y="{y + 12:.1f}">{shown}</text></g>'
            )
            _draw(parts, callee, x, y - ROW, scale, ms)
        x += width


def _label(place: Place) -> str:
    name, path, line = place
    return f"{name} {PurePath(path).name}:{line}" if line else name


def _colour(name: str) -> str:
    """A warm colour, the same for the same function each time."""
    number = sum(ord(letter) * (at + 1) for at, letter in enumerate(name.partition(" ")[0]))
    return f"hsl({number % 50 + 10},80%,{number % 18 + 60}%)"
