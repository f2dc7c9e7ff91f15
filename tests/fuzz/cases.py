"""What targets share: the engine of this process, real scripts, and how a finding is told."""

from __future__ import annotations

import functools
from pathlib import Path

from engine.pipeline import Engine
from engine.request import Limits, Request, Result

ROOT = Path(__file__).resolve().parents[1]
LIMITS = Limits(wall_ms=400, cpu_ms=400, memory_mb=64, output_kb=256)


class FoundError(Exception):
    """A case that did not end as it has to; the message says how it ended."""


@functools.cache
def engine() -> Engine:
    """The engine of this process."""
    made = Engine()
    made.warm_up()
    return made


@functools.cache
def scripts() -> list[str]:
    """Real scripts: those of our own tests."""
    found = []
    for path in sorted((ROOT / "php").glob("**/*.phpt")):
        code = path.read_text("latin-1").partition("--FILE--\n")[2].partition("\n--EXPECT")[0]
        if code:
            found.append(code)
    return found


def execute(code: str) -> Result:
    """Run a script; whatever it does there has to be a Result."""
    result = engine().execute(Request(code=code, limits=LIMITS))
    engine().units.clear()
    return result
