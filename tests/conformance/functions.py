"""`make functions`: writes FUNCTIONS.md, the PHP functions there are, from what the library declares.

With --check it fails instead if the file is stale; with --missing PHP it lists what real PHP has and we have not.
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

if TYPE_CHECKING:
    from engine.builtin.library import Library

LISTING = Path(__file__).resolve().parents[2] / "FUNCTIONS.md"
INTRODUCTION = """\
# PHP functions there are

Written by `make functions`; do not edit. *Pure* functions may be folded when their arguments are constant, *contextual*
ones depend on the execution, and a response that called a *volatile* one is not cached.
"""
ASK_PHP = "echo json_encode(array_map('get_extension_funcs', array_combine($e = get_loaded_extensions(), $e)));"


def main() -> int:
    """Write, check or compare the list; return the exit status."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("--check", action="store_true", help="fail if FUNCTIONS.md is stale")
    command.add_argument("--missing", metavar="PHP", help="list what this real PHP has and we have not")
    options = command.parse_args()
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
    """Write the page: extension by extension, effect by effect."""
    extensions: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for function in library.functions.values():
        extensions[function.extension][function.effect].append(function.name)
    parts = [INTRODUCTION]
    for extension, effects in sorted(extensions.items()):
        parts.append(f"\n## {extension} ({sum(map(len, effects.values()))})\n")
        parts += [
            f"\n{effect}: {' '.join(f'`{name}`' for name in sorted(names))}\n"
            for effect, names in sorted(effects.items())
        ]
    parts.append(
        f"\n{len(library.functions)} functions, {len(library.constants)} constants, {len(library.classes)} classes.\n"
    )
    return "".join(parts)


def print_missing(library: Library, php: list[str]) -> None:
    """Print, by extension, the functions only real PHP has."""
    answer = subprocess.run([*php, "-r", ASK_PHP], capture_output=True, check=True)
    for extension, names in json.loads(answer.stdout).items():
        missing = [name for name in names or [] if library.find_function(name) is None]
        if missing:
            print(f"{extension}: {len(missing)} of {len(names)}: {' '.join(missing)}")


if __name__ == "__main__":
    sys.exit(main())
