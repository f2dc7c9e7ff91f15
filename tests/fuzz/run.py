"""Fuzzes for some minutes and counts what was tried: `python -m tests.fuzz.run --minutes 1 [--target compiler] [--seed 7]`.

Each target makes a case from a seed and tries it; anything but what the target may answer is a finding, kept with its
seed and printed. The engine runs in this process, so any exception that is not PHP's is seen as it is.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter

from engine.executor import launch
from tests.fuzz import targets

SHOWN = 60


def fuzz(names: list[str], minutes: float, seed: int) -> int:
    """Take turns between the targets until the time is over; how many findings there are."""
    tried: Counter[str] = Counter()
    findings: list[str] = []
    lacking = {name: why for name in names if (why := targets.TARGETS[name].lacks())}
    for name, why in lacking.items():
        print(f"{name} left out: {why}", flush=True)
    names = [name for name in names if name not in lacking]
    deadline = time.monotonic() + minutes * 60
    while names and time.monotonic() < deadline:
        for name in names:
            turn_end = time.monotonic() + 0.2
            while time.monotonic() < min(turn_end, deadline):
                case_seed = seed + tried[name]
                tried[name] += 1
                case: object = None
                try:
                    case = targets.TARGETS[name].make(random.Random(case_seed))  # noqa: S311 - cases, no secrets
                    targets.TARGETS[name].attempt(case)
                except BaseException as error:
                    if isinstance(error, KeyboardInterrupt):
                        raise
                    trace = "".join(traceback.format_exception(error)[-4:])
                    findings.append(f"{name} seed {case_seed}: {case!r:.1500}\n{trace}")
                    if len(findings) <= SHOWN:
                        print("FOUND", findings[-1], flush=True)
    for name in names:
        targets.TARGETS[name].stop()
    counts = ", ".join(f"{name} {count}" for name, count in tried.items())
    print(f"{sum(tried.values())} cases ({counts}): {len(findings)} findings")
    return len(findings)


def main(arguments: list[str]) -> int:
    """Fuzz; 1 when something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--target", default="", help=f"one or more of {', '.join(targets.TARGETS)}, by commas")
    parser.add_argument("--seed", type=int, default=None, help="where to begin; printed, so that a run can be repeated")
    options = parser.parse_args(arguments)
    seed = random.SystemRandom().randrange(1 << 40) if options.seed is None else options.seed
    print(f"seed {seed}", flush=True)
    names = options.target.split(",") if options.target else list(targets.TARGETS)
    return 1 if fuzz(names, options.minutes, seed) else 0


if __name__ == "__main__":
    # Scripts recurse on the main thread, whose stack is as large as it was when the program started.
    launch.replace_process(launch.find_interpreter(launch.CPYTHON), "tests.fuzz.run", sys.argv[1:])
