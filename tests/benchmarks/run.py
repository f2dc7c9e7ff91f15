"""`make bench`: CPU time of our PHP programs on the engine and on real PHP, first call and warm, every output checked.

For real PHP a program is cut at its `// --- run` line: what is above is declared once, what is below runs again and
again in one process (driver.php). The engine runs the whole file as one request again and again in one process.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tests.php.interpreters import EngineDiedError, EngineProcess, find_interpreters

HERE = Path(__file__).parent
# The parts of the benchmark: whole programs, and the library's functions in loops.
PARTS = ("programs", "library")
# A loop over the library takes a fifth of what a program takes, so it runs five times as often: warm is warm in both.
RUNS = {"programs": 1, "library": 5}
HISTORY = HERE / "history.json"
CUT = "// --- run\n"
TIMEOUT_SECONDS = 180
OPCACHE = (
    "-d zend_extension=opcache -d opcache.enable_cli=1 -d opcache.jit=off -d opcache.jit_buffer_size=0"
    " -d opcache.file_update_protection=0"
)
NO_PHP = """\
bench: no real PHP at {php}; without it there is nothing to compare with.
Any PHP 8.4 command line will do:  make bench PHP=/path/to/php PHP_JIT='/path/to/php -d …'"""


class BenchmarkError(Exception):
    """A program did not run, or printed something else than its `.out` file."""


@dataclass(frozen=True)
class Program:
    """One benchmark: its source and what it must print."""

    name: str
    source: str
    expected: bytes
    part: str


@dataclass
class Measured:
    """What one program cost on one engine, in milliseconds of CPU: first calls, and all later ones."""

    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    failure: str | None = None

    def add(self, costs: list[float]) -> None:
        self.first.append(costs[0])
        self.later.extend(costs[1:])

    @property
    def first_ms(self) -> float | None:
        return None if self.failure or not self.first else statistics.median(self.first)

    @property
    def warm_ms(self) -> float | None:
        return None if self.failure or not self.later else min(self.later)


# Runs a program so many times in one fresh process and returns each run's CPU milliseconds.
Runner = Callable[[Program, int], list[float]]


def main() -> int:
    """Measure, print the table, keep the history; return the exit status."""
    options = parse_options()
    programs = [
        program
        for program in load_programs()
        if program.part in options.parts.split(",") and (not options.names or program.name in options.names)
    ]
    runners = find_runners(options)
    if "php" not in runners:
        print(NO_PHP.format(php=options.php), file=sys.stderr)
        return 2
    results = measure(programs, runners, rounds=options.rounds, repeat=options.repeat)
    for part in PARTS:
        chosen = [program for program in programs if program.part == part]
        if chosen:
            print_means(part, chosen, results, list(runners))
    print("\nCPU milliseconds of real PHP without opcache, and ratios to them; less than 1 is faster than that PHP.")
    failures = [
        (name, engine, one.failure) for name, row in results.items() for engine, one in row.items() if one.failure
    ]
    for name, engine, failure in failures:
        print(f"\n{name} on {engine}: {failure}")
    if options.save and not options.names and options.parts == ",".join(PARTS):
        save(programs, results, options)
    return 1 if failures else 0


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("names", nargs="*", help="programs to run (default: all)")
    command.add_argument("--php", default="php", help="real PHP without opcache")
    command.add_argument("--php-jit", default="", help="real PHP with tracing JIT")
    command.add_argument("--opcache", default=OPCACHE, help="what --php needs to run with opcache and without JIT")
    command.add_argument("--engines", default="pypy", help="comma list of pypy, cpython; none measures PHP alone")
    command.add_argument("--parts", default=",".join(PARTS), help=f"comma list of {', '.join(PARTS)}")
    command.add_argument("--rounds", type=int, default=3, help="fresh processes per program and engine")
    command.add_argument("--repeat", type=int, default=10, help="runs of a program in each process")
    command.add_argument("--save", action="store_true", help=f"append a run of all programs to {HISTORY.name}")
    return command.parse_args()


def load_programs() -> list[Program]:
    """Read every program and its expected output."""
    return [
        Program(named(path, part), path.read_text(encoding="latin-1"), path.with_suffix(".out").read_bytes(), part)
        for part in PARTS
        for path in sorted((HERE / part).glob("*.php"))
    ]


def named(path: Path, part: str) -> str:
    """A program's name, unique over all parts."""
    return path.stem if part == PARTS[0] else f"{part}_{path.stem}"


def find_runners(options: argparse.Namespace) -> dict[str, Runner]:
    """Name the engines there are, in the order they take turns."""
    runners: dict[str, Runner] = {}
    php = split_command(options.php)
    if php:
        runners["php"] = php_runner(php)
        runners["opcache"] = php_runner([*php, *shlex.split(options.opcache)])
    jit = split_command(options.php_jit)
    if jit:
        runners["jit"] = php_runner(jit)
    wanted = options.engines.split(",")
    for interpreter in find_interpreters():
        if interpreter.kind in wanted:
            runners[interpreter.kind] = engine_runner(EngineProcess(interpreter))
    return runners


def split_command(command: str) -> list[str]:
    """Split a command line; empty if its program does not exist."""
    words = shlex.split(command)
    if not words:
        return []
    words[0] = str(Path(words[0]).expanduser())
    return words if shutil.which(words[0]) else []


def php_runner(php: list[str]) -> Runner:
    """Run programs on a real PHP."""

    def run(program: Program, times: int) -> list[float]:
        above, _, below = program.source.partition(CUT)
        with tempfile.TemporaryDirectory() as folder:
            declarations, body = Path(folder, "declarations.php"), Path(folder, "body.php")
            declarations.write_text(above, encoding="latin-1")
            body.write_text(f"<?php return static function () {{\n{below}\n}};\n", encoding="latin-1")
            command = [*php, str(HERE / "driver.php"), str(declarations), str(body), str(times)]
            result = subprocess.run(command, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
        require_output(program, result.stdout)
        costs: list[float] = json.loads(result.stderr)
        return costs

    return run


def engine_runner(engine: EngineProcess) -> Runner:
    """Run programs on our engine, a fresh process each time."""

    def run(program: Program, times: int) -> list[float]:
        try:
            return run_warm(engine, program, times)
        finally:
            engine.close()

    return run


def run_warm(engine: EngineProcess, program: Program, times: int) -> list[float]:
    """Run a program on an engine as warm as it is."""
    limits = {"wall_ms": 60_000, "cpu_ms": 60_000, "memory_mb": 1024}
    order = {"code": program.source, "repeat": times, "limits": limits}
    try:
        answer = engine.execute(order, timeout_seconds=TIMEOUT_SECONDS)
    except EngineDiedError as error:
        raise BenchmarkError(str(error)) from error
    for output in answer["outputs"]:
        require_output(program, output.encode("latin-1"))
    costs: list[float] = answer["cpu_ms"]
    return costs


def require_output(program: Program, output: bytes) -> None:
    """Fail unless the program printed what it must."""
    if output != program.expected:
        at = next((i for i, (a, b) in enumerate(zip(output, program.expected, strict=False)) if a != b), 0)
        raise BenchmarkError(f"wrong output, from byte {at}: {output[at : at + 200]!r}")


def measure(
    programs: Iterable[Program], runners: dict[str, Runner], *, rounds: int, repeat: int
) -> dict[str, dict[str, Measured]]:
    """Let the engines take turns on every program, round after round, so that noise falls on all of them.

    A program's row is printed when its last round is over.
    """
    programs = list(programs)
    results = {program.name: {engine: Measured() for engine in runners} for program in programs}
    part = ""
    for turn in range(rounds):
        for program in programs:
            show_progress(f"round {turn + 1} of {rounds}: {program.name}")
            if turn == rounds - 1 and program.part != part:
                part = program.part
                print_titles(part, list(runners))
            for engine, run in runners.items():
                measured = results[program.name][engine]
                if measured.failure:
                    continue
                try:
                    measured.add(run(program, repeat * RUNS[program.part]))
                except (BenchmarkError, subprocess.TimeoutExpired, json.JSONDecodeError) as error:
                    measured.failure = str(error)
            if turn == rounds - 1:
                show_progress("")
                print_row(program, results[program.name], list(runners))
    return results


def show_progress(text: str) -> None:
    """Rewrite the last line of a terminal; elsewhere write a line."""
    if sys.stderr.isatty():
        print(f"\r{text:60}\r", end="", file=sys.stderr, flush=True)
    elif text:
        print(text, file=sys.stderr, flush=True)


def print_titles(part: str, engines: list[str]) -> None:
    """Print what the columns of a part are."""
    others = [engine for engine in engines if engine != "php"]
    titles = ["php ms", *(f"{engine} warm" for engine in others), "php 1st", *(f"{engine} 1st" for engine in others)]
    print(f"{part:20}" + "".join(f"{title:>14}" for title in titles), flush=True)


def print_row(program: Program, row: dict[str, Measured], engines: list[str]) -> None:
    """Print a program's times on PHP and everyone's ratios to them."""
    others = [engine for engine in engines if engine != "php"]
    cells = [number(row["php"].warm_ms)]
    cells += [number(ratio(row[engine].warm_ms, row["php"].warm_ms)) for engine in others]
    cells += [number(row["php"].first_ms)]
    cells += [number(ratio(row[engine].first_ms, row["php"].first_ms)) for engine in others]
    print(f"{program.name:20}" + "".join(f"{cell:>14}" for cell in cells), flush=True)


def print_means(
    part: str, programs: list[Program], results: dict[str, dict[str, Measured]], engines: list[str]
) -> None:
    """Print the geometric means of a part's ratios."""
    others = [engine for engine in engines if engine != "php"]
    means = summary([results[program.name] for program in programs], engines)
    cells = [""] + [number(means[engine]["warm"]) for engine in others]
    cells += [""] + [number(means[engine]["first"]) for engine in others]
    print(f"{f'mean of {part}':20}" + "".join(f"{cell:>14}" for cell in cells))


def summary(measured: Iterable[dict[str, Measured]], engines: list[str]) -> dict[str, dict[str, float | None]]:
    """Geometric means of the ratios to PHP over the programs that ran on both, and how many those are."""
    means: dict[str, dict[str, float | None]] = {}
    measured = list(measured)
    for engine in engines:
        rows = [(row[engine], row["php"]) for row in measured]
        warm = [ratio(one.warm_ms, php.warm_ms) for one, php in rows]
        first = [ratio(one.first_ms, php.first_ms) for one, php in rows]
        means[engine] = {"warm": mean(warm), "first": mean(first), "programs": sum(value is not None for value in warm)}
    return means


def mean(ratios: Iterable[float | None]) -> float | None:
    """Geometric mean of those there are."""
    known = [math.log(value) for value in ratios if value]
    return math.exp(sum(known) / len(known)) if known else None


def ratio(ours: float | None, php: float | None) -> float | None:
    return ours / php if ours is not None and php else None


def number(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def save(programs: list[Program], results: dict[str, dict[str, Measured]], options: argparse.Namespace) -> None:
    """Append this run to the history."""
    engines = list(next(iter(results.values())))
    history = json.loads(HISTORY.read_text()) if HISTORY.exists() else []
    version = subprocess.run([*split_command(options.php), "-r", "echo PHP_VERSION;"], capture_output=True, check=True)
    history.append(
        {
            "date": datetime.now(UTC).isoformat(timespec="seconds"),
            "php": version.stdout.decode(),
            "machine": f"{platform.machine()}, {os.cpu_count()} cores",
            "means": summary([results[program.name] for program in programs if program.part == PARTS[0]], engines),
            "library_means": summary(
                [results[program.name] for program in programs if program.part == PARTS[1]], engines
            ),
            "programs": {
                name: {engine: {"first_ms": one.first_ms, "warm_ms": one.warm_ms} for engine, one in row.items()}
                for name, row in results.items()
            },
        }
    )
    rounded = json.loads(json.dumps(history), parse_float=lambda text: round(float(text), 3))
    HISTORY.write_text(json.dumps(rounded, indent=1) + "\n")


if __name__ == "__main__":
    sys.exit(main())
