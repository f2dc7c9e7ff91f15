"""`make oracle`: runs our own `.phpt` tests on a real PHP 8.4, so that what we test is PHP and not our idea of it.

With --record it fills in the expectation of tests that have none yet.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.php import phpt

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests" / "php"
TIMEOUT_SECONDS = 30
NO_PHP = """\
oracle: no real PHP 8.4 at {php}.
Any command line PHP 8.4 will do: Debian 13's package php8.4-cli, a build of https://github.com/php/php-src
(branch PHP-8.4) or a container's. Name it with   make oracle PHP=/path/to/php   or put it at that place."""


def main() -> int:
    """Run the tests under the given paths; return the exit status."""
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("paths", nargs="*", type=Path, default=[TESTS])
    command.add_argument("--php", required=True, help="the real PHP's command line")
    command.add_argument("--record", action="store_true", help="write the expectation of tests that have none")
    options = command.parse_args()
    php = split_command(options.php)
    if shutil.which(php[0]) is None:
        print(NO_PHP.format(php=php[0]), file=sys.stderr)
        return 2
    tests = sorted(found for path in options.paths for found in find_tests(path))
    if options.record:
        for path in tests:
            record(php, path)
        return 0
    return check(php, tests)


def split_command(command: str) -> list[str]:
    """Split a command line; a `~` at its start is the home folder."""
    program, *rest = shlex.split(command)
    return [str(Path(program).expanduser()), *rest]


def find_tests(path: Path) -> list[Path]:
    """List the `.phpt` files at or under a path, absolute."""
    path = path.resolve()
    return [path] if path.is_file() else list(path.rglob("*.phpt"))


def check(php: list[str], paths: list[Path]) -> int:
    """Run every test and print each difference."""
    tests = [phpt.parse(path) for path in paths]
    # Ours have a folder for temporary files each; on real PHP they share the machine's, so these tests take turns.
    tests.sort(key=uses_temporary_files)
    turns = [[test] for test in tests if not uses_temporary_files(test)]
    turns.append([test for test in tests if uses_temporary_files(test)])
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        found = threads.map(lambda turn: [run(php, test) for test in turn], turns)
        outputs = [output for turn in found for output in turn]
    differing = 0
    for test, output in zip(tests, outputs, strict=True):
        if not phpt.is_expected(test, output):
            differing += 1
            print(f"{test.path.relative_to(ROOT)}: {test.title}\n{phpt.difference(test, output)}\n")
    print(f"oracle: {len(tests) - differing} of {len(tests)} tests pass on real PHP")
    return 1 if differing else 0


def uses_temporary_files(test: phpt.Phpt) -> bool:
    """Whether a test writes to, or looks into, the folder that all processes share."""
    return any(name in test.code for name in (b"/tmp", b"sys_get_temp_dir", b"tempnam"))


def run(php: list[str], test: phpt.Phpt) -> bytes:
    """Run one test's script, beside copies of its companions, and return what it printed."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in phpt.companions(test).items():
            place = Path(folder, name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        script = Path(folder, test.script_path.name)
        script.write_bytes(test.code)
        flags = [part for name, value in test.ini.items() for part in ("-d", f"{name}={value}")]
        # As run-tests.php does for what the test says it needs.
        flags += [part for name in test.extensions for part in ("-d", f"extension={name}")]
        result = subprocess.run(
            [*php, *flags, "-f", str(script), "--", *test.arguments],
            input=test.stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env={"PATH": os.environ["PATH"], **test.environment},
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
        return result.stdout.replace(os.fsencode(folder), os.fsencode(test.path.parent))


def record(php: list[str], path: Path) -> None:
    """Append what real PHP prints as the expectation, the script's own path as a placeholder."""
    content = path.read_bytes()
    if re.search(rb"^--EXPECT[FREGX]*--", content, re.MULTILINE):
        return
    provisional = path.with_suffix(".recording")
    provisional.write_bytes(content.rstrip(b"\n") + b"\n--EXPECT--\n")
    try:
        output = run(php, phpt.parse(provisional))
    finally:
        provisional.unlink()
    script = os.fsencode(path.with_suffix(".php"))
    heading = b"--EXPECT--\n"
    if script in output:
        heading = b"--EXPECTF--\n"
        output = output.replace(script, b"%s" + os.fsencode(path.with_suffix(".php").name))
    path.write_bytes(content.rstrip(b"\n") + b"\n" + heading + output.strip(phpt.PHP_TRIM) + b"\n")
    print(f"recorded {path.relative_to(ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
