"""A used executor answers as a fresh one does: every script of our own tests on both, shuffled, compared byte by byte.

`python -m tests.security.reuse --engine pypy --every 10 --strace`; with strace it also holds the calls of confined
processes to those that the filter allows.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from engine.sandbox import seccomp
from tests.integration.serving import RunningNode, running_node
from tests.php import phpt

PHP = Path(__file__).resolve().parents[1] / "php"
SETTINGS = {
    "HOWDAH_ENGINE": "engine.pipeline:Engine",
    "HOWDAH_ALLOW_ANY_INI": "true",
    "HOWDAH_QUEUE_TIMEOUT_MS": "60000",
    "HOWDAH_LIMIT_WALL_MS": "30000",
    "HOWDAH_LIMIT_CPU_MS": "30000",
}
_CALL = re.compile(r"^(\d+) +(?:<\.\.\. )?(\w+)[( ]")


# Any: the fields of an execution as the HTTP contract has them.
def body_of(test: phpt.Phpt) -> dict[str, Any]:
    """The test as a request."""
    files = {name: content.decode("latin-1") for name, content in phpt.companions(test).items()}
    return {
        "filename": str(test.script_path),
        "files": {name: text for name, text in files.items() if text.isascii()},
        "args": test.arguments,
        "stdin": test.stdin.decode("latin-1"),
        "env": test.environment,
        "ini": test.ini,
    }


def answer_of(node: RunningNode, test: phpt.Phpt, isolation: str) -> tuple[object, ...]:
    """What the node says to one test, without what is measured."""
    fields = body_of(test)
    answer = node.execute(test.code.decode("latin-1"), cache="bypass", isolation=isolation, **fields)
    if answer.status != 200:
        return (answer.status, answer.body[:300])
    content = answer.json
    return (
        content["status"],
        content["exit_code"],
        content.get("output", content.get("output_base64")),
        content["http"],
    )


def is_told_apart(node: RunningNode, test: phpt.Phpt) -> str:
    """Empty if a used executor answers as a fresh one; what differs otherwise."""
    used = answer_of(node, test, "shared")
    if used[0] in (500, 502):
        return f"{used}"
    fresh = answer_of(node, test, "process")
    if used == fresh:
        return ""
    if answer_of(node, test, "process") != fresh:
        # It tells the time, or chance; nothing can be compared but how it ended.
        return "" if used[:2] == fresh[:2] else f"ended as {used[:2]}, fresh {fresh[:2]}"
    return f"{str(used)[:1500]}\n  fresh: {str(fresh)[:1500]}"


def calls_of_confined(log: Path) -> tuple[Counter[str], list[str]]:
    """The calls that processes made after their filter was in place, and how many it killed of those that serve."""
    confined: set[str] = set()
    serving: set[str] = set()
    calls: Counter[str] = Counter()
    killed = []
    with log.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            process = line.split(" ", 1)[0]
            if "PR_SET_SECCOMP" in line:
                confined.add(process)
            elif process in confined:
                if "killed by SIGSYS" in line and process in serving:
                    killed.append(line.strip())
                found = _CALL.match(line)
                if found:
                    if found[2] == "recvfrom":
                        serving.add(process)
                    if process in serving:
                        calls[found[2]] += 1
    return calls, killed


def compare(interpreter: str, tests: list[phpt.Phpt], *, traces: bool) -> int:
    """Compare on one interpreter; how much was told apart."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "strace")
        prefix = ["strace", "-f", "-qq", "-o", str(log)] if traces else []
        settings = {**SETTINGS, "HOWDAH_EXECUTOR_PYTHON": interpreter}
        with running_node(Path(folder), settings, prefix=prefix) as node, ThreadPoolExecutor(1) as threads:
            told = list(threads.map(lambda test: is_told_apart(node, test), tests))
            lost = node.events("executor_lost") + node.events("engine_failed")
        faults = 0
        for test, what in zip(tests, told, strict=True):
            if what:
                faults += 1
                print(f"TOLD APART {interpreter} {test.path}\n  used: {what}")
        print(
            f"{interpreter:8} {len(tests)} scripts on used and fresh executors: {faults} told apart, {len(lost)} lost"
        )
        if traces:
            calls, killed = calls_of_confined(log)
            strange = set(calls) - set(seccomp.rules(0)) - {"clone3"} - {"exit_group"}
            print(f"{interpreter:8} calls of confined executors: {dict(calls.most_common())}")
            print(f"{interpreter:8} not allowed: {sorted(strange)}; killed: {killed}")
            faults += len(strange) + len(killed)
    return faults + len(lost)


def main(arguments: list[str]) -> int:
    """Compare on each interpreter; 1 when anything was told apart."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", default="pypy,cpython")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--strace", action="store_true")
    options = parser.parse_args(arguments)
    if options.strace and (shutil.which("strace") is None or os.geteuid() != 0):
        print("reuse: strace is not here, or may not be used: calls are not looked at")
        options.strace = False
    tests = [phpt.parse(path) for path in sorted(PHP.glob("**/*.phpt"))]
    random.Random(options.seed).shuffle(tests)  # noqa: S311 - an order, no secret
    tests = [test for test in tests if test.reason_to_skip is None][:: options.every]
    return 1 if sum(compare(name, tests, traces=options.strace) for name in options.engine.split(",")) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
