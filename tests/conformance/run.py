"""`make conformance`: php-src's own tests in Howdah's scope, run by a node (or by an engine process) and counted.

The tests are not part of this repository: they come from a checkout of php-src, branch PHP-8.4, whose root is --root.
`manifest.txt` says which of them count; those with a `!` expect a warning, notice, deprecation or fatal error.
"""

from __future__ import annotations

import argparse
import base64
import http.client
import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from tests.integration.serving import running_node
from tests.php import phpt
from tests.php.interpreters import EngineDiedError, EngineProcess, find_interpreters, order_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.pool import Pool

MANIFEST = Path(__file__).with_name("manifest.txt")
TIMEOUT_SECONDS = 20
FOLDER_DEPTH = 2
SHOWN_BYTES = 2000
# The real engine on the best interpreter, with limits that suit tests.
TEST_MODE = {
    "HOWDAH_ENGINE": "engine.pipeline:Engine",
    "HOWDAH_EXECUTOR_PYTHON": "auto",
    "HOWDAH_ALLOW_ANY_INI": "1",
    "HOWDAH_CACHE_ENABLED": "0",
    "HOWDAH_LIMIT_WALL_MS": "15000",
    "HOWDAH_LIMIT_CPU_MS": "15000",
}
NO_TESTS = """\
conformance: no php-src at {root}.
Get it with   git clone --depth 1 --branch PHP-8.4 https://github.com/php/php-src {root}
or say where it is:   make conformance PHP_SRC=/path/to/php-src"""


class Runner(Protocol):
    """What runs a test's script and returns everything it printed."""

    def run(self, test: phpt.Phpt) -> bytes: ...


class NoAnswerError(Exception):
    """The engine gave no output for this test; the message says why."""


@dataclass(frozen=True)
class Verdict:
    """How one test went."""

    name: str
    status: str  # pass, fail, skip or broken
    milliseconds: int
    printed: str = ""


class NodeRunner:
    """Runs scripts over the HTTP contract, on one connection."""

    def __init__(self, url: str) -> None:
        self._address = urlsplit(url).netloc
        self._connection: http.client.HTTPConnection | None = None

    def run(self, test: phpt.Phpt) -> bytes:
        """Post the script and return the `output` of the answer."""
        body = {
            **packed("code", test.code),
            "filename": str(test.script_path),
            **packed("stdin", test.stdin),
            "args": test.arguments,
            "env": test.environment,
            "ini": test.ini,
        }
        for name, content in phpt.companions(test).items():
            for field, value in packed("files", content).items():
                body.setdefault(field, {})[name] = value
        answer = self._post(json.dumps(body).encode())
        if "output_base64" in answer:
            return base64.b64decode(answer["output_base64"])
        if "output" not in answer:
            raise NoAnswerError(f"{answer.get('status')} {answer.get('title')}: {answer.get('detail')}")
        return str(answer["output"]).encode("utf-8", "surrogatepass")

    # Any: the JSON of an answer.
    def _post(self, body: bytes) -> dict[str, Any]:
        connection = self._connection or http.client.HTTPConnection(self._address, timeout=TIMEOUT_SECONDS)
        self._connection = None
        try:
            connection.request("POST", "/api/execute", body, {"Content-Type": "application/json"})
            answer: dict[str, Any] = json.loads(connection.getresponse().read())
        except (OSError, http.client.HTTPException, ValueError) as error:
            connection.close()
            raise NoAnswerError(f"{type(error).__name__}: {error}") from error
        self._connection = connection
        return answer


class ProcessRunner:
    """Runs scripts in an engine process of its own, without a node."""

    def __init__(self, kind: str) -> None:
        self._engine = EngineProcess(next(found for found in find_interpreters() if found.kind == kind))

    def run(self, test: phpt.Phpt) -> bytes:
        """Run the script and return what it printed."""
        order = order_for(test, phpt.companions(test))
        try:
            answer = self._engine.execute(order, timeout_seconds=TIMEOUT_SECONDS)
        except EngineDiedError as error:
            raise NoAnswerError(str(error)) from error
        output: str = answer["outputs"][0]
        return output.encode("latin-1")


# Any: the value is text, or an object of texts.
def packed(name: str, content: bytes) -> dict[str, Any]:
    """Spell bytes as the contract does: text where they are UTF-8, else base64 in a field of another name."""
    try:
        return {name: content.decode()}
    except UnicodeDecodeError:
        return {f"{name}_base64": base64.b64encode(content).decode()}


def main() -> int:
    """Run what was asked for and print the counts; return the exit status."""
    options = parse_options()
    options.root = options.root.expanduser().resolve()
    if not (options.root / "Zend" / "tests").is_dir():
        print(NO_TESTS.format(root=options.root), file=sys.stderr)
        return 2
    names = select(options)
    if not names:
        print(f"no test or folder of the manifest is named {' or '.join(options.paths)}", file=sys.stderr)
        return 2
    began = time.monotonic()
    with target(options) as address, start_pool(options, address) as pool:
        verdicts = {}
        for verdict in pool.imap_unordered(run_test, names):
            verdicts[verdict.name] = verdict
            if verdict.status != "pass" and options.show:
                show(options.root / verdict.name, verdict)
    report(verdicts, seconds=time.monotonic() - began)
    if options.json:
        write_json(options.json, verdicts)
    passed = sum(verdict.status == "pass" for verdict in verdicts.values())
    return 1 if options.min_pass is not None and passed < options.min_pass else 0


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("paths", nargs="*", help="tests or folders below --root (default: the manifest)")
    command.add_argument("--root", type=Path, required=True, help="a checkout of php-src")
    command.add_argument("--manifest", type=Path, default=MANIFEST)
    command.add_argument("--no-diagnostics", action="store_true", help="only tests that expect no diagnostic")
    where = command.add_mutually_exclusive_group()
    where.add_argument("--url", help="a node in test mode (default: start one)")
    where.add_argument("--engine", choices=["pypy", "cpython"], help="an engine process instead of a node")
    command.add_argument("-j", "--jobs", type=int, default=os.cpu_count())
    command.add_argument("--part", metavar="K/N", help="every N-th test, from the K-th (1 to N)")
    command.add_argument("--show", action="store_true", help="print what differs")
    command.add_argument("--json", type=Path, help="write every result here")
    command.add_argument("--min-pass", type=int, help="fail when fewer pass")
    return command.parse_args()


def select(options: argparse.Namespace) -> list[str]:
    """Name the tests to run, relative to the root."""
    names = []
    for line in options.manifest.read_text(encoding="utf-8").splitlines():
        name = line.removeprefix("!")
        is_wanted = not line.startswith("#") and not (options.no_diagnostics and line.startswith("!"))
        if is_wanted and (
            not options.paths or any(name == path or name.startswith(f"{path.rstrip('/')}/") for path in options.paths)
        ):
            names.append(name)
    if options.part:
        part, parts = map(int, options.part.split("/"))
        names = names[part - 1 :: parts]
    return names


@contextmanager
def target(options: argparse.Namespace) -> Iterator[str | None]:
    """Give the address of a node in test mode, started if need be; None when an engine process does the work."""
    if options.engine or options.url:
        yield options.url
        return
    settings = {**TEST_MODE, "HOWDAH_ENGINE_POOL_SIZE": str(options.jobs)}
    with tempfile.TemporaryDirectory() as folder, running_node(Path(folder), settings) as node:
        yield f"http://{node.host}:{node.port}"


class Worker:
    """What a process of the pool keeps between tests."""

    root: Path
    runner: Runner

    @classmethod
    def start(cls, root: Path, address: str | None, kind: str | None) -> None:
        cls.root = root
        cls.runner = NodeRunner(address) if address else ProcessRunner(kind or "pypy")


def start_pool(options: argparse.Namespace, address: str | None) -> Pool:
    return multiprocessing.get_context("fork").Pool(
        options.jobs, Worker.start, (options.root, address, options.engine), maxtasksperchild=None
    )


def run_test(name: str) -> Verdict:
    """Run one test and judge it."""
    began = time.monotonic()
    printed = b""
    try:
        test = phpt.parse(Worker.root / name)
        if test.reason_to_skip:
            status = "skip"
        else:
            printed = Worker.runner.run(test)
            status = "pass" if phpt.is_expected(test, printed) else "fail"
    except phpt.MalformedTestError as error:
        status, printed = "broken", str(error).encode()
    except NoAnswerError as error:
        status, printed = "fail", f"** no answer: {error}".encode()
    shown = "" if status == "pass" else printed[:SHOWN_BYTES].decode("utf-8", "backslashreplace")
    return Verdict(name, status, round((time.monotonic() - began) * 1000), shown)


def show(path: Path, verdict: Verdict) -> None:
    """Print what a test expected and got."""
    test = phpt.parse(path)
    print(f"\n{verdict.name}: {test.title}\n{phpt.difference(test, verdict.printed.encode('utf-8', 'replace'))}")


def report(verdicts: dict[str, Verdict], *, seconds: float) -> None:
    """Print how many passed, folder by folder."""
    folders: dict[str, Counter[str]] = defaultdict(Counter)
    for verdict in verdicts.values():
        folders["/".join(verdict.name.split("/")[:-1][: FOLDER_DEPTH + 1])][verdict.status] += 1
    print(f"{'folder':52}{'tests':>7}{'pass':>7}{'fail':>7}{'other':>7}")
    for folder, counts in sorted(folders.items()):
        print_counts(folder, counts)
    print_counts("total", sum(folders.values(), Counter()))
    print(f"{seconds:.0f} s")


def print_counts(name: str, counts: Counter[str]) -> None:
    other = counts.total() - counts["pass"] - counts["fail"]
    print(f"{name:52}{counts.total():7}{counts['pass']:7}{counts['fail']:7}{other:7}")


def write_json(path: Path, verdicts: dict[str, Verdict]) -> None:
    """Write every result, so that two runs can be compared."""
    tests = {
        name: {"status": verdict.status, "ms": verdict.milliseconds, "printed": verdict.printed}
        for name, verdict in sorted(verdicts.items())
    }
    total = Counter(verdict.status for verdict in verdicts.values())
    path.write_text(json.dumps({"total": total, "tests": tests}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
