"""Whether an innocent script's latency stays flat while others attack: `python -m tests.security.neighbours`.

A steady load runs alone, beside programs that do nothing but use as much CPU as the attackers may, and beside each
class of attack, in turns. Attacks may cost a neighbour their share of the CPU: more than those programs do is a fault.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.integration.serving import RunningNode, running_node

if TYPE_CHECKING:
    from multiprocessing.synchronize import Event

ATTACKERS = 2
ALONE = "alone"
BUSY = "busy programs"
# More often than its pause: the load asks whenever it is answered and has waited so long.
PAUSE_SECONDS = 0.015
NEIGHBOUR = "<?php $s = 0; for ($i = 0; $i < 2000; $i++) { $s += $i % 7; } echo $s;"
PRINTS = "5995"
# What is judged: the last hundredth of a few hundred runs is chance, and is printed alone.
JUDGED = (0.5, 0.9)
# Chance may add this to a percentile, and this share.
SLACK_MS = 25.0
SLACK_FACTOR = 1.5
SEED = 20261130


@dataclass(frozen=True)
class Kind:
    """A class of attack. `{n}` is another number each time, so that nothing is known from before."""

    code: str
    limits: dict[str, int]


KINDS = {
    "loops": Kind("<?php while (true);", {"wall_ms": 300}),
    "memory": Kind("<?php while (true) { $a[] = str_repeat('x', 100000) . count($a ?? []); }", {"memory_mb": 128}),
    "output": Kind("<?php while (true) { echo str_repeat('{n}', 10000); }", {"output_kb": 8192}),
    "recursion": Kind("<?php function f($n) { return f($n + 1) + 1; } f({n});", {}),
    "compilation": Kind("<?php $n = {n};\n" + "function () { return [1, 2 => $n + 1]; };\n" * 2000, {"wall_ms": 1000}),
    "large source": Kind("<?php /*" + "x" * 900_000 + "*/ echo {n};", {}),
    "patterns": Kind("<?php while (true) { preg_match('/^(a+)+$/', str_repeat('a', 30) . '!'); }", {"wall_ms": 300}),
    "killed": Kind("<?php gmp_pow(gmp_pow(3, 3000000), 3000);", {"wall_ms": 100}),
    "large answers": Kind('<?php echo str_repeat("\\x00\\xff\\"", 2000000), {n};', {}),
    "many headers": Kind('<?php for ($i = 0; $i < 20000; $i++) { header("X-$i: $i"); } echo {n};', {}),
    "diagnostics": Kind("<?php while (true) { echo $u{n}; }", {"wall_ms": 300}),
    "small scripts": Kind("<?php echo {n};", {}),
}  # fmt: skip


def attack(node: RunningNode, name: str, is_over: Event, seed: int) -> None:
    """Attack with one class until told to end."""
    source = random.Random(seed)  # noqa: S311 - cases, no secrets
    kind = KINDS.get(name)
    while not is_over.is_set():
        if kind is not None:
            code = kind.code.replace("{n}", str(source.randrange(1 << 30)))
            node.execute(code, cache="bypass", limits=kind.limits)


def load(node: RunningNode, seconds: float) -> list[float]:
    """Run the innocent script over and over; its latencies in milliseconds."""
    found = []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        time.sleep(PAUSE_SECONDS)
        started = time.monotonic()
        answer = node.execute(NEIGHBOUR, cache="bypass")
        found.append((time.monotonic() - started) * 1000)
        if answer.status != 200 or answer.json["output"] != PRINTS:
            raise AssertionError(f"expected {PRINTS}, got {answer.status} {answer.body[:300]!r}")
    return found


def beside(name: str, node: RunningNode, seconds: float, seed: int) -> list[float]:
    """The load's latencies beside one class of attack."""
    processes = multiprocessing.get_context("fork")
    is_over = processes.Event()
    attackers = [
        processes.Process(target=attack, args=(node, name, is_over, seed + number), daemon=True)
        for number in range(0 if name == ALONE else ATTACKERS)
    ]
    for attacker in attackers:
        attacker.start()
    try:
        load(node, 0.5)
        return load(node, seconds)
    finally:
        is_over.set()
        for attacker in attackers:
            attacker.join()


def percentile(ordered: list[float], share: float) -> float:
    """The value below which this share of them lies."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def measure(interpreter: str, names: list[str], rounds: int, seconds: float) -> int:
    """Measure each class in turns; print a table; how many were not flat."""
    settings = {
        "HOWDAH_EXECUTOR_PYTHON": interpreter,
        "HOWDAH_ENGINE": "engine.pipeline:Engine",
        "HOWDAH_ENGINE_POOL_SIZE": str(ATTACKERS + 2),
        "HOWDAH_QUEUE_TIMEOUT_MS": "60000",
    }
    times: defaultdict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, running_node(Path(folder), settings) as node:
        load(node, 1.0)
        for number in range(rounds):
            for name in (ALONE, BUSY, *names):
                times[name] += beside(name, node, seconds, SEED + 100 * number)
    faults = 0
    usual = {share: percentile(sorted(times[BUSY]), share) for share in JUDGED}
    for name, found in times.items():
        ordered = sorted(found)
        is_late = name in names and any(
            percentile(ordered, share) > SLACK_FACTOR * at + SLACK_MS for share, at in usual.items()
        )
        faults += is_late
        shown = ", ".join(f"p{share * 100:.0f} {percentile(ordered, share):6.1f}" for share in (0.5, 0.9, 0.99))
        verdict = "  NOT FLAT" if is_late else ""
        print(
            f"{interpreter:8} {name:16} {len(ordered):5} runs, ms: {shown}, most {ordered[-1]:6.1f}{verdict}",
            flush=True,
        )
    return faults


def main(arguments: list[str]) -> int:
    """Measure on each interpreter; 1 when a class of attack costs neighbours more than its CPU."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", default="pypy,cpython")
    parser.add_argument("--only", default="", help="only classes whose name contains this")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2.0)
    options = parser.parse_args(arguments)
    names = [name for name in KINDS if options.only in name]
    return 1 if sum(measure(name, names, options.rounds, options.seconds) for name in options.engine.split(",")) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
