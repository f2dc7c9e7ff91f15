"""A stand-in for the engine: its scripts are single words. Everything around the engine is tested without it."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import Any

from engine.errors import Outcome
from engine.request import Diagnostic, Request, Result


class Engine:
    """Runs `echo TEXT`, `sleep SECONDS`, `loop`, `eat`, `die SIGNAL`, `break`, `flood SIZE`, `show`, `pid` and more."""

    def __init__(self, **options: Any) -> None:
        self.options = options
        self.executions = 0
        self.is_spent = False

    def measure_memory(self, descriptor: int) -> None:
        """It has no limits of its own."""

    def forget(self) -> None:
        """It watches none."""

    def warm_up(self) -> None:
        """There is nothing to load."""

    def describe(self) -> dict[str, Any]:
        """Say what /api/runtime shows."""
        return {"php_version": "8.4.0", "engine_version": "fake", "extensions": ["Core"], "functions": ["strlen"]}

    def execute(self, request: Request) -> Result:  # noqa: C901 - a table of words
        """Run one word."""
        started = time.perf_counter()
        # What an executor rehearses is PHP.
        self.executions += not request.code.startswith("<?php")
        word, _, rest = request.code.partition(" ")
        result = Result(Outcome.OK, "", 0, [], 200, [], 0.0, 0.0, 0.0, 1 << 20, is_volatile=False)
        if word == "echo":
            result.output = rest
        elif word == "sleep":
            time.sleep(float(rest))
            result.output = "slept"
        elif word == "loop":
            while True:
                pass
        elif word == "eat":
            held = []
            while True:
                held.append(bytearray(1 << 20))
        elif word == "die":
            os.kill(os.getpid(), getattr(signal, rest or "SIGKILL"))
        elif word == "exit":
            os._exit(3)
        elif word == "break":
            raise ValueError("the engine broke")
        elif word == "recurse":
            return self.execute(request)
        elif word == "flood":
            result.output = "x" * int(rest)
        elif word == "volatile":
            result.output, result.is_volatile = rest, True
        elif word == "header":
            name, _, value = rest.partition(": ")
            result.http_headers.append((name, value))
        elif word == "warn":
            result.errors.append(Diagnostic("Warning", rest, request.filename, 3))
        elif word == "throw":
            result.outcome, result.exit_code = Outcome.UNCAUGHT_EXCEPTION, 255
            result.errors.append(
                Diagnostic("Fatal error", "Uncaught Exception: x", request.filename, 1, "Exception", "#0")
            )
        elif word == "show":
            result.output = repr(request)
        elif word == "pid":
            result.output, result.is_volatile = f"{os.getpid()} {self.executions}", True
        elif word == "stack":
            result.output = str(sys.getrecursionlimit())
        result.run_ms = (time.perf_counter() - started) * 1000
        return result
