"""Where a script's time goes: Python's own frames, sampled from another thread and read as PHP's. CPython only.

PyPy would have to leave its compiled loops to be looked at, so what is shown is where CPython spends its time.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path
from typing import Any, Dict, List, Tuple

from engine import cli
from engine.runtime import frames

INTERVAL_SECONDS = 0.001
# Deeper calls than this are cut off at the outer end.
MAX_DEPTH = 200

# Function, file, line; of a builtin the line is 0.
Place = Tuple[str, str, int]


class Profiler:
    """Samples the thread that made it, in wall time, until stopped."""

    def __init__(self) -> None:
        self.stacks: Dict[Tuple[Place, ...], int] = {}
        self.samples = 0
        self._watched = threading.get_ident()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin. Threads are switched often enough for the sampler to have its turn."""
        sys.setswitchinterval(INTERVAL_SECONDS / 4)
        self._thread.start()

    def stop(self) -> None:
        """End."""
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        due = time.perf_counter() + INTERVAL_SECONDS
        while not self._ended.wait(max(0.0, due - time.perf_counter())):
            now = time.perf_counter()
            # A sampler that was kept waiting counts what it missed to where it finds the script.
            weight = 1 + int((now - due) / INTERVAL_SECONDS)
            due += weight * INTERVAL_SECONDS
            frame = sys._current_frames().get(self._watched)
            stack = tuple(_place(found, unit) for found, unit in frames._frames(frame))[:MAX_DEPTH]
            self.samples += weight
            if stack:
                outermost_first = stack[::-1]
                self.stacks[outermost_first] = self.stacks.get(outermost_first, 0) + weight


# Any: a Python frame, and the Unit it belongs to.
def _place(frame: Any, unit: Any) -> Place:
    if unit is None:
        return frames.builtin_display(frame), "", 0
    path, line = unit.position(frame)
    code = unit.codes[frame.f_code.co_filename]
    name = getattr(code.info, "display_name", None) or getattr(code.info, "name", None)
    if not name or code.kind in ("main", "include"):
        name = "{main}" if code.kind == "main" else code.kind
    return str(name), path, line


def main(arguments: List[str]) -> int:
    """Run php's command line after the first argument, and write what was sampled into the file that it names."""
    profiler = Profiler()
    profiler.start()
    try:
        status = cli.main([sys.executable, *arguments[1:]])
    finally:
        profiler.stop()
        stacks = [[list(map(list, stack)), count] for stack, count in profiler.stacks.items()]
        report = {"interval_seconds": INTERVAL_SECONDS, "samples": profiler.samples, "stacks": stacks}
        Path(arguments[0]).write_text(json.dumps(report), "utf-8")
    return status
