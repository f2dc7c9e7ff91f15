"""`make programs`: scripts that drive real PHP packages, run unchanged; their output must be what real PHP prints.

They are not part of this repository: --programs names their folder. A script that others require (boot.php) prints
nothing, and counts for nothing.
"""

from __future__ import annotations

import argparse
import os
import resource
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.php.interpreters import EngineDiedError, EngineProcess, find_interpreters

TIMEOUT_SECONDS = 120
SHOWN_LINES = 12
NO_PROGRAMS = """\
programs: no PHP scripts in {folder}.
Put there scripts that drive packages (with require of their autoloaders), or name another folder:
make programs PROGRAMS=/path/to/scripts"""
NO_PHP = """\
programs: no real PHP at {php}; its output is what is expected. Name one:   make programs PHP=/path/to/php"""


@dataclass(frozen=True)
class Run:
    """What a program printed, how it ended, what that cost: the first run in a process and the best of the others."""

    output: bytes
    status: int
    first_ms: float
    warm_ms: float | None = None


def main() -> int:
    """Run every program on PHP and on each engine; print the table; return the exit status."""
    options = parse_options()
    scripts = sorted(options.programs.expanduser().resolve().glob("*.php"))
    if not scripts:
        print(NO_PROGRAMS.format(folder=options.programs), file=sys.stderr)
        return 2
    php = shlex.split(options.php)
    if shutil.which(php[0]) is None:
        print(NO_PHP.format(php=options.php), file=sys.stderr)
        return 2
    engines = {
        found.kind: EngineProcess(found) for found in find_interpreters() if found.kind in options.engines.split(",")
    }
    print(
        f"{'program':24}{'php ms':>9}" + "".join(f"{kind + ' first':>15}{'warm':>9}{'output':>9}" for kind in engines)
    )
    failures: list[str] = []
    counted = 0
    for script in scripts:
        if options.names and script.stem not in options.names:
            continue
        expected = run_php(php, script)
        if not expected.output:
            continue
        counted += 1
        row = f"{script.stem:24}{expected.first_ms:9.0f}"
        for kind, engine in engines.items():
            problem, cells = compare(engine, script, expected, options.repeat)
            row += cells
            if problem:
                failures.append(f"{script.stem} on {kind}: {problem}")
        print(row, flush=True)
    for failure in failures:
        print(f"\n{failure}")
    print(f"\n{counted * len(engines) - len(failures)} of {counted * len(engines)} as PHP prints them")
    return 1 if failures or not counted else 0


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("names", nargs="*", help="programs to run (default: all)")
    command.add_argument("--php", required=True, help="real PHP")
    command.add_argument("--programs", type=Path, required=True, help="the folder of the scripts")
    command.add_argument("--engines", default="pypy", help="comma list of pypy, cpython")
    command.add_argument("--repeat", type=int, default=5, help="runs in one engine process")
    return command.parse_args()


def run_php(php: list[str], script: Path) -> Run:
    """Run a program on real PHP, in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [*php, "-f", str(script)], cwd=script.parent, capture_output=True, timeout=TIMEOUT_SECONDS, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(done.stdout, done.returncode, seconds * 1000)


def run_engine(engine: EngineProcess, script: Path, repeat: int) -> Run:
    """Run a program several times in one engine process. Raises EngineDiedError, also when two runs differ."""
    order = {
        "code": script.read_text(encoding="latin-1"),
        "filename": str(script),
        "folder": str(script.parent),
        "disk": True,
        "env": dict(os.environ),
        "repeat": repeat,
        "limits": {"wall_ms": TIMEOUT_SECONDS * 1000, "cpu_ms": TIMEOUT_SECONDS * 1000, "output_kb": 1 << 20},
    }
    engine.close()
    answer = engine.execute(order, timeout_seconds=TIMEOUT_SECONDS * repeat)
    outputs, costs = answer["outputs"], answer["cpu_ms"]
    if len(outputs) != 1:
        raise EngineDiedError("the runs of one process differ")
    return Run(outputs[0].encode("latin-1"), answer["exit_code"], costs[0], min(costs[1:], default=None))


def compare(engine: EngineProcess, script: Path, expected: Run, repeat: int) -> tuple[str, str]:
    """Run a program on an engine; return what is wrong, if anything, and the table's cells."""
    try:
        run = run_engine(engine, script, repeat)
    except EngineDiedError as error:
        return str(error), f"{'-':>15}{'-':>9}{'died':>9}"
    finally:
        engine.close()
    is_right = run.output == expected.output and run.status == expected.status
    warm = "-" if run.warm_ms is None else f"{run.warm_ms:.0f}"
    cells = f"{run.first_ms:15.0f}{warm:>9}{'same' if is_right else 'differs':>9}"
    return "" if is_right else difference(expected, run), cells


def difference(expected: Run, run: Run) -> str:
    """The first lines in which the output differs."""
    if run.output == expected.output:
        return f"exit status {run.status} instead of {expected.status}"
    ours, theirs = (text.decode("latin-1").splitlines() for text in (run.output, expected.output))
    lines = [f"-{their}\n+{our}" for our, their in zip(ours, theirs, strict=False) if our != their] or [
        f"{len(ours)} lines instead of {len(theirs)}"
    ]
    return "\n" + "\n".join(lines[:SHOWN_LINES])


if __name__ == "__main__":
    sys.exit(main())
