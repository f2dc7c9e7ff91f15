"""`howdah run`: runs a script as php's command line does. Options are the engine's CLI's to read."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from engine.executor import launch


def main(arguments: list[str]) -> NoReturn:
    """Become the engine's command line on the interpreter that executors have."""
    wanted = os.environ.get("HOWDAH_EXECUTOR_PYTHON", launch.AUTO)
    has_jit = os.environ.get("HOWDAH_JIT_ENABLED", "true").lower() not in ("0", "false", "no", "off", "f", "n")
    try:
        interpreter = launch.find_interpreter(wanted, must_be_asked=False)
    except launch.InterpreterError as error:
        sys.stderr.write(f"howdah run: HOWDAH_EXECUTOR_PYTHON: {error}\n")
        sys.exit(2)
    # Scripts that see when objects die need CPython, which this is.
    launch.replace_process(interpreter, "engine.cli", [sys.executable, *arguments], has_jit=has_jit)
