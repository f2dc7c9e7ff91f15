"""`make functions`: writes FUNCTIONS.md, the PHP functions there are beside those of real PHP, by extension.

With --check it fails instead if the file is stale; with --missing PHP it lists what real PHP has and we have not; with
--ask PHP it first writes php_functions.json, the names of the functions that a real PHP has, by extension.
"""

from __future__ import annotations

import argparse
import json
import shlex
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from engine.pipeline import make_library
from engine.stdlib.core.refused import POLICY

if TYPE_CHECKING:
    from engine.builtin.library import Library

LISTING = Path(__file__).resolve().parents[2] / "FUNCTIONS.md"
# What a real PHP 8.4 has, by extension; written by --ask.
PHP_FUNCTIONS = Path(__file__).with_name("php_functions.json")
# The extensions that Howdah means to have, by the names PHP gives them.
IN_SCOPE = (
    "Core", "standard", "json", "pcre", "mbstring", "ctype", "iconv", "hash", "random", "date", "SPL", "tokenizer",
    "bcmath", "gmp", "filter", "calendar", "zlib", "libxml",
)  # fmt: skip
INTRODUCTION = """\
# PHP functions there are

Written by `make functions`; do not edit. Beside each extension stands what PHP 8.4 has of it. *Pure* functions may be
folded when their arguments are constant, *contextual* ones depend on the execution, and a response that called a
*volatile* one is not cached. *Refused* ones, whose effect would be outside of the script's world, warn and fail:
`engine/stdlib/core/refused.py` is their table.

| extension | PHP's functions | here | of these refused | share |
|---|---:|---:|---:|---:|
"""
ASK_PHP = "echo json_encode(array_map('get_extension_funcs', array_combine($e = get_loaded_extensions(), $e)));"


def main() -> int:
    """Write, check or compare the list; return the exit status."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("--check", action="store_true", help="fail if FUNCTIONS.md is stale")
    command.add_argument("--missing", metavar="PHP", help="list what this real PHP has and we have not")
    command.add_argument("--ask", metavar="PHP", help="write the names of this real PHP's functions first")
    options = command.parse_args()
    if options.ask:
        names = {name: functions for name, functions in ask(shlex.split(options.ask)).items() if name in IN_SCOPE}
        PHP_FUNCTIONS.write_text(json.dumps(names, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    library = make_library()
    if options.missing:
        print_missing(library, shlex.split(options.missing))
        return 0
    text = listing(library)
    if options.check:
        is_current = LISTING.exists() and LISTING.read_text(encoding="utf-8") == text
        if not is_current:
            print("FUNCTIONS.md is stale: run `make functions`", file=sys.stderr)
        return 0 if is_current else 1
    LISTING.write_text(text, encoding="utf-8")
    print(f"{LISTING.name}: {len(library.functions)} functions")
    return 0


def listing(library: Library) -> str:
    """Write the page: the table of extensions, then each with its functions by effect and with what is missing."""
    theirs: dict[str, list[str]] = json.loads(PHP_FUNCTIONS.read_text(encoding="utf-8"))
    parts = [INTRODUCTION]
    total = [0, 0, 0]
    for extension in IN_SCOPE:
        names = theirs[extension]
        here = [name for name in names if library.find_function(name) is not None]
        refused = [name for name in here if name in POLICY]
        row = (len(names), len(here), len(refused))
        total = [sum(pair) for pair in zip(total, row, strict=True)]
        parts.append(table_row(extension, *row))
    parts.append(table_row("**all**", *total))
    extensions: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for function in library.functions.values():
        kind = "refused" if function.name in POLICY else function.effect
        extensions[function.extension][kind].append(function.name)
    for extension, effects in sorted(extensions.items()):
        parts.append(f"\n## {extension} ({sum(map(len, effects.values()))})\n")
        parts += [
            f"\n{effect}: {' '.join(f'`{name}`' for name in sorted(names))}\n"
            for effect, names in sorted(effects.items())
        ]
        missing = sorted(name for name in theirs.get(extension, ()) if library.find_function(name) is None)
        if missing:
            parts.append(f"\nmissing: {' '.join(missing)}\n")
    parts.append(
        f"\n{len(library.functions)} functions, {len(library.constants)} constants, {len(library.classes)} classes.\n"
    )
    return "".join(parts)


def table_row(name: str, all_of_them: int, here: int, refused: int) -> str:
    """One line of the table of extensions."""
    return f"| {name} | {all_of_them} | {here} | {refused or ''} | {100 * here // all_of_them} % |\n"


def ask(php: list[str]) -> dict[str, list[str]]:
    """The functions of a real PHP, by extension."""
    answer = subprocess.run([*php, "-r", ASK_PHP], capture_output=True, check=True)
    return {extension: names or [] for extension, names in json.loads(answer.stdout).items()}


def print_missing(library: Library, php: list[str]) -> None:
    """Print, by extension, the functions only real PHP has."""
    for extension, names in ask(php).items():
        missing = [name for name in names if library.find_function(name) is None]
        if missing:
            print(f"{extension}: {len(missing)} of {len(names)}: {' '.join(missing)}")


if __name__ == "__main__":
    sys.exit(main())
