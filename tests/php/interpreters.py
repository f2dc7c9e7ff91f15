"""Starts the engine in a process of its own on each interpreter there is, and keeps it warm between tests."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.executor import launch

if TYPE_CHECKING:
    from tests.php.phpt import Phpt

ROOT = Path(__file__).resolve().parents[2]


class EngineDiedError(Exception):
    """The engine's process ended, or did not answer in time, while it ran a script."""


def find_interpreters() -> list[launch.Interpreter]:
    """List the interpreters to test on; `HOWDAH_TEST_INTERPRETERS=pypy` narrows it."""
    found = []
    for kind in os.environ.get("HOWDAH_TEST_INTERPRETERS", "pypy,cpython").split(","):
        try:
            found.append(launch.find_interpreter(kind))
        except launch.InterpreterError:
            continue
    return found


class EngineProcess:
    """One warm engine. Not safe for threads; a lost process is replaced at the next execution."""

    def __init__(self, interpreter: launch.Interpreter) -> None:
        self.interpreter = interpreter
        self._process: subprocess.Popen[bytes] | None = None
        self._elsewhere: EngineProcess | None = None

    # Any: the fields of an engine Request, and the loop's JSON answer.
    def execute(self, order: dict[str, Any], *, timeout_seconds: float = 20) -> dict[str, Any]:
        """Run one script (with `repeat`, several times) and return the loop's answer."""
        process = self._running()
        frame = json.dumps(order).encode()
        try:
            assert process.stdin is not None
            process.stdin.write(len(frame).to_bytes(4, "big") + frame)
            process.stdin.flush()
            deadline = time.monotonic() + timeout_seconds
            length = int.from_bytes(self._read(process, 4, deadline), "big")
            answer: dict[str, Any] = json.loads(self._read(process, length, deadline))
        except (OSError, EngineDiedError) as error:
            self.close()
            raise EngineDiedError(str(error)) from error
        if "elsewhere" in answer:
            # As a node does: what sees lifetimes runs where they are known.
            self._elsewhere = self._elsewhere or EngineProcess(launch.find_interpreter(launch.CPYTHON))
            return self._elsewhere.execute(order, timeout_seconds=timeout_seconds)
        if "crash" in answer:
            raise EngineDiedError(answer["crash"])
        return answer

    def close(self) -> None:
        """End the process, if there is one."""
        if self._elsewhere is not None:
            self._elsewhere.close()
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        process.wait()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            with launch.large_stack():
                self._process = subprocess.Popen(
                    launch.command(self.interpreter, "tests.php.engine_loop", []),
                    cwd=ROOT,
                    env=launch.environment(self.interpreter),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    bufsize=0,
                )
        return self._process

    def _read(self, process: subprocess.Popen[bytes], length: int, deadline: float) -> bytes:
        assert process.stdout is not None
        content = b""
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while len(content) < length:
                if not selector.select(deadline - time.monotonic()):
                    raise EngineDiedError("no answer in time")
                chunk = os.read(process.stdout.fileno(), length - len(content))
                if not chunk:
                    raise EngineDiedError(f"the process ended with status {process.wait()}")
                content += chunk
        return content


# Any: the fields of an engine Request.
def order_for(test: Phpt, files: dict[str, bytes]) -> dict[str, Any]:
    """Say in the engine's terms what a `.phpt` test wants run."""
    return {
        "code": test.code.decode("latin-1"),
        "filename": str(test.script_path),
        "folder": str(test.path.parent),
        "files": {name: content.decode("latin-1") for name, content in files.items()},
        "args": test.arguments,
        "stdin": test.stdin.decode("latin-1"),
        "env": test.environment,
        "ini": test.ini,
        "limits": {"wall_ms": 15_000, "cpu_ms": 15_000, "memory_mb": memory_mb(test.ini.get("memory_limit", ""))},
    }


def memory_mb(memory_limit: str) -> int:
    """What a test may use: what PHP allows by default, or more where its INI says so."""
    digits, factor = memory_limit[:-1], {"M": 1, "G": 1024}.get(memory_limit[-1:].upper(), 0)
    return max(128, min(int(digits) * factor, 1024)) if factor and digits.isdigit() else 128
