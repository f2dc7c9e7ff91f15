"""Attacks a real node with every hostile script, watches the canaries and a neighbour, and counts what held.

`python -m tests.security.run --engine pypy --category limits --show`
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.integration.serving import RunningNode, running_node
from tests.security import attacks
from tests.security.canaries import LEAKS, SECRET, VARIABLE, Canaries
from tests.security.machine_clock import MachineClock
from tests.security.rows import watched_rows

if TYPE_CHECKING:
    from tests.security.attacks import Attack

GRACE_MS = 250
DEFAULT_WALL_MS = 5000
SHOWN = 400


@dataclass
class Lateness:
    """By how much limits were answered late, and what of it was the machine's."""

    clock: MachineClock
    late_ms: list[float] = field(default_factory=list)
    allowed_ms: list[float] = field(default_factory=list)

    def is_fault(self, late_ms: float) -> bool:
        """Note one; whether it is later than promised, beyond what the machine woke others late by since the limit."""
        self.late_ms.append(late_ms)
        if late_ms <= GRACE_MS:
            return False
        allowed_ms = self.clock.allowance_ms(time.monotonic() - late_ms / 1000)
        self.allowed_ms.append(allowed_ms)
        return late_ms > GRACE_MS + allowed_ms

    def show(self, interpreter: str) -> None:
        """Print them."""
        if not self.late_ms:
            return
        late = sorted(self.late_ms)
        print(
            f"{interpreter:8} time limits: {len(late)} ended, p50 {statistics.median(late):.0f} ms after the limit, "
            f"p90 {late[len(late) * 9 // 10]:.0f}, most {late[-1]:.0f}; {len(self.allowed_ms)} beyond {GRACE_MS}, "
            f"where the machine itself was up to {max(self.allowed_ms, default=0.0):.0f} late"
        )


@dataclass
class Neighbour:
    """Somebody else's small script, run over and over meanwhile: its latency says whether attacks are felt."""

    node: RunningNode
    times_ms: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        number = 0
        while not self._is_over.wait(0.02):
            number += 1
            started = time.monotonic()
            answer = self.node.execute(f"<?php echo {number} * 2;", cache="bypass")
            self.times_ms.append((time.monotonic() - started) * 1000)
            if answer.status != 200 or answer.json["output"] != str(number * 2):
                self.failures.append(f"{answer.status} {answer.body[:200]!r}")

    def end(self) -> None:
        self._is_over.set()
        self._thread.join()


def faults_of(attack: Attack, node: RunningNode, lateness: Lateness) -> list[str]:
    """Run one attack; what did not hold."""
    started = time.monotonic()
    answer = node.execute(attack.code, cache="bypass", limits=attack.limits)
    took_ms = (time.monotonic() - started) * 1000
    if answer.status != 200:
        return [f"{answer.status} {answer.body[:SHOWN]!r}"]
    content = answer.json
    faults = []
    if content["status"] not in attack.outcomes:
        faults.append(f"ended as {content['status']}, not as {' or '.join(sorted(attack.outcomes))}")
    if content["status"] == "time_limit":
        late_ms = took_ms - content["queue_time_ms"] - attack.limits.get("wall_ms", DEFAULT_WALL_MS)
        if lateness.is_fault(late_ms):
            faults.append(f"ended {late_ms:.0f} ms after its limit")
    output = content.get("output", "")
    if attack.prints is not None and attack.prints not in output:
        faults.append(f"did not print {attack.prints!r}")
    if attack.prints_only is not None and output.rstrip("\n") != attack.prints_only:
        faults.append(f"printed other than {attack.prints_only!r}")
    leak = LEAKS.search(answer.body)
    if leak:
        faults.append(f"shows {leak[0]!r}")
    return [f"{fault}: {output[-SHOWN:]!r}" for fault in faults]


def attack_all(interpreter: str, found: list[Attack], database_url: str, *, show: bool) -> int:
    """Attack; print a table; how much did not hold."""
    settings = {
        "HOWDAH_EXECUTOR_PYTHON": interpreter,
        "HOWDAH_ENGINE": "engine.pipeline:Engine",
        "HOWDAH_ENGINE_POOL_SIZE": "3",
        "HOWDAH_QUEUE_TIMEOUT_MS": "60000",
        "HOWDAH_DATABASE_URL": database_url,
        VARIABLE: SECRET,
    }
    held: Counter[str] = Counter()
    failed: dict[str, list[str]] = {}
    lateness = Lateness(MachineClock())
    with tempfile.TemporaryDirectory() as folder, running_node(Path(folder), settings) as node:
        neighbour = Neighbour(node)
        started = time.monotonic()
        with ThreadPoolExecutor(2) as threads:
            for attack, faults in zip(
                found, threads.map(lambda one: faults_of(one, node, lateness), found), strict=True
            ):
                if faults:
                    failed[attack.title] = faults
                else:
                    held[attack.category] += 1
        took = time.monotonic() - started
        neighbour.end()
        lateness.clock.stop()
        lost = [line for line in node.log() if line["event"] in ("executor_lost", "engine_failed")]
    for category, count in sorted(Counter(attack.category for attack in found).items()):
        print(f"{interpreter:8} {category:20} {held[category]:5} of {count} held")
    for title, faults in failed.items():
        if show:
            print(f"FAILED {title}\n    " + "\n    ".join(faults))
    for line in lost if show else []:
        print("LOG", json.dumps(line)[-1500:])
    lateness.show(interpreter)
    if neighbour.times_ms:
        ordered = sorted(neighbour.times_ms)
        print(
            f"{interpreter:8} neighbour: {len(ordered)} runs, p50 {statistics.median(ordered):.1f} ms, "
            f"p99 {ordered[len(ordered) * 99 // 100]:.1f} ms, {len(neighbour.failures)} failed; "
            f"{len(found)} attacks in {took:.0f} s"
        )
    return len(failed) + len(neighbour.failures)


def main(arguments: list[str]) -> int:
    """Attack on each interpreter; 1 when anything did not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", default="pypy,cpython")
    parser.add_argument("--category", default="", help="only files of attacks whose name contains this")
    parser.add_argument("--only", default="", help="only attacks whose title contains this")
    parser.add_argument("--every", type=int, default=1, help="every n-th attack alone")
    parser.add_argument("--show", action="store_true", help="print each attack that did not hold")
    options = parser.parse_args(arguments)
    faults = 0
    for interpreter in options.engine.split(","):
        with ExitStack() as stack:
            canaries = Canaries(Path(stack.enter_context(tempfile.TemporaryDirectory())))
            rows = stack.enter_context(watched_rows())
            found = [
                attack
                for attack in attacks.load({**canaries.values, **rows.values})
                if options.category in attack.category and options.only in attack.title
            ][:: options.every]
            faults += attack_all(interpreter, found, rows.url, show=options.show)
            touched = canaries.verdict() + rows.verdict()
            for what in touched:
                print(f"{interpreter:8} CANARY {what}")
            faults += len(touched)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
