"""Whether a script is accepted: real PHP's `-l` and our compiler have to agree."""

from __future__ import annotations

import functools
import os
import re
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import CompileError
from tests.fuzz import grammar
from tests.fuzz.cases import FoundError, engine, scripts

if TYPE_CHECKING:
    import random

# One start of PHP takes as long as looking at so many scripts.
BATCH = 24
GENERATED_SHARE = 0.4
# We find that out when a script begins, with the same text: the compiler knows no functions of the library.
_OF_LIBRARY = re.compile(r"Cannot redeclare function \w+\(\)\Z")
_VERDICT = re.compile(r"(?P<refused>Errors parsing|No syntax errors detected in) \S*/(?P<number>\d+)\.php")


def php() -> str:
    """Real PHP, as the Makefile finds it; its name is nothing where there is none."""
    reference = os.environ.get("HOWDAH_REF", str(Path.home() / ".cache" / "howdah-ref"))
    found = Path(os.environ.get("PHP", f"{reference}/php"))
    return str(found) if os.access(found, os.X_OK) else ""


def lacks() -> str:
    """Why nothing can be compared here, if so."""
    return "" if php() else "no PHP to compare with: set PHP or HOWDAH_REF"


def make(source: random.Random) -> list[str]:
    """Scripts, generated or damaged.

    They are without the operator of PHP 8.5 that we have already, and without what PHP knows to be true before it looks
    at what follows.
    """
    codes = []
    for _ in range(BATCH):
        is_generated = source.random() < GENERATED_SHARE
        code = grammar.generate(source) if is_generated else grammar.damage(source, source.choice(scripts()), scripts())
        codes.append(code.replace("|>", "||").replace("isset($GLOBALS) ||", ""))
    return codes


def attempt(codes: list[str]) -> None:
    """Look at each with both."""
    theirs = _php_verdicts(codes)
    differing = []
    for number, code in enumerate(codes):
        ours = _our_verdict(code)
        if None not in (ours, theirs[number]) and bool(ours) != bool(theirs[number]):
            differing.append(f"PHP {theirs[number] or 'accepts'!r}\nwe {ours or 'accept'!r}\n{code!r}")
    if differing:
        raise FoundError("\n\n".join(differing))


def _our_verdict(code: str) -> str | None:
    """Why we refuse it; nothing where we do not, None where it is too deep for us."""
    made = engine()
    try:
        made.compile(code, "/app/main.php", is_entry=True)
    except CompileError as error:
        return str(error)
    except RecursionError:
        return None
    finally:
        made.units.clear()
    return ""


@functools.cache
def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("PHP")}


def _php_verdicts(codes: list[str]) -> list[str | None]:
    """Why PHP refuses each; nothing where it does not, None where it looked no further."""
    verdicts: list[str | None] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, code in enumerate(codes):
            Path(folder, f"{number}.php").write_bytes(code.encode("latin-1"))
        paths = [f"{folder}/{number}.php" for number in range(len(codes))]
        command = [
            php(),
            "-n",
            "-d",
            "display_errors=1",
            "-d",
            "html_errors=0",
            "-d",
            "log_errors=0",
            "-l",
            *paths,
        ]
        answer = subprocess.run(command, capture_output=True, env=_environment(), timeout=60, check=False)
        text = answer.stdout.decode("latin-1")
        start = 0
        for number, verdict in enumerate(_VERDICT.finditer(text)):
            if int(verdict["number"]) != number:
                raise FoundError(f"PHP did not say of {codes[number]!r}: {text[start:][:500]}")
            said = text[start : verdict.start()]
            start = verdict.end()
            found = re.search(r"(?:Parse|Fatal) error: +(.*) in \S+ on line (\d+)\n", said, re.DOTALL)
            why = found[1] if found and verdict["refused"].startswith("Errors") else ""
            verdicts.append(None if _OF_LIBRARY.match(why) else why)
    if len(verdicts) != len(codes):
        raise FoundError(f"PHP said of {len(verdicts)} of {len(codes)} scripts: {text[-500:]!r}")
    return verdicts
