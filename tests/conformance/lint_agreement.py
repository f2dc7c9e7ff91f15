#!/usr/bin/env python3
"""Compare what our front end accepts with what `php -l` does.

usage: lint_agreement.py --php PHP --root PHP_SRC --manifest FILE --work FOLDER [--list]
The scripts of the tests in the manifest are copied to FOLDER, and PHP's answers are kept there for the next run.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from engine.analysis.checks import check
from engine.errors import CompileError
from engine.syntax.parser import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

Answer = tuple[str, str, int] | None
"""What is wrong: kind, message and line; None when nothing is."""

_MESSAGE = re.compile(r"^(Parse error|Fatal error): +(.*?) in \S+ on line (\d+)$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^--FILE(?:EOF)?--\n(.*?)(?=^--[_A-Z]+--\s*$|\Z)", re.MULTILINE | re.DOTALL)
_SHORT_TAGS = re.compile(r"^short_open_tag *= *(?:1|on)\b", re.MULTILINE | re.IGNORECASE)


class Script(NamedTuple):
    """The script of one test."""

    name: str
    path: Path
    short_tags: bool


def scripts(root: Path, manifest: Path, work: Path) -> Iterator[Script]:
    """Yield the tests' scripts, written to the work folder."""
    for line in manifest.read_text(encoding="utf-8").splitlines():
        name = line.split("\t")[0].strip()
        if not name or name.startswith("#"):
            continue
        test = (root / name).read_bytes().decode("latin-1")
        file = _FILE.search(test)
        if file is None:
            continue
        path = work / (name.replace("/", "__").removesuffix(".phpt") + ".php")
        path.write_bytes(file[1].encode("latin-1"))
        yield Script(name, path, short_tags=_SHORT_TAGS.search(test) is not None)


def php_answer(php: str, script: Script) -> Answer:
    """Ask `php -l`."""
    settings = [f"short_open_tag={int(script.short_tags)}", "display_errors=1", "html_errors=0", "log_errors=0"]
    command = [php, *(part for setting in settings for part in ("-d", setting)), "-l", str(script.path)]
    output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    match = _MESSAGE.search(output.decode("latin-1"))
    return None if match is None else (match[1], match[2], int(match[3]))


def our_answer(script: Script) -> Answer:
    """Parse and check."""
    try:
        source = script.path.read_bytes().decode("latin-1")
        check(parse(source, str(script.path), short_open_tag=script.short_tags), str(script.path))
    except CompileError as error:
        return error.kind, error.message, error.line
    return None


def answers(options: argparse.Namespace, found: list[Script]) -> dict[str, Answer]:
    """PHP's answers, from the last run where there was one."""
    cache = Path(options.work) / "answers.json"
    if cache.exists():
        kept = json.loads(cache.read_text(encoding="utf-8"))
        return {name: None if answer is None else tuple(answer) for name, answer in kept.items()}
    result = {script.name: php_answer(options.php, script) for script in found}
    cache.write_text(json.dumps(result), encoding="utf-8")
    return result


def main() -> int:
    """Print agreement in per cent; 1 when it is below --minimum."""
    cli = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    for name in ("php", "root", "manifest", "work"):
        cli.add_argument(f"--{name}", required=True)
    cli.add_argument("--list", action="store_true", help="list the disagreements")
    cli.add_argument("--minimum", type=float, default=0.0, help="per cent of agreement to ask for")
    options = cli.parse_args()
    work = Path(options.work)
    work.mkdir(parents=True, exist_ok=True)
    found = list(scripts(Path(options.root), Path(options.manifest), work))
    wanted = answers(options, found)
    agreed = rejected = same_text = 0
    for script in found:
        ours, php = our_answer(script), wanted.get(script.name)
        agreed += (ours is None) == (php is None)
        if ours is not None and php is not None:
            rejected += 1
            same_text += ours == php
        if ours != php and options.list:
            print(f"{script.name}\n  ours: {ours}\n  php:  {php}")
    percent = 100 * agreed / max(len(found), 1)
    print(
        f"{len(found)} scripts: {percent:.2f} % agreement; {rejected} rejected by both, {same_text} with the same text"
    )
    return int(percent < options.minimum)


if __name__ == "__main__":
    sys.exit(main())
