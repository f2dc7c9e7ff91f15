"""Finds an interpreter for the engine and says how to start one. Also runs in `howdah run`: keep it light."""

from __future__ import annotations

import importlib.util
import json
import os
import resource
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterator, List, NoReturn, Sequence, Tuple

from engine.sandbox import rlimits

AUTO = "auto"
CPYTHON = "cpython"
PYPY = "pypy"
_PYPY_NAMES = ("pypy3", "pypy3.11", "pypy3.10", "pypy3.9", "pypy")

# A nursery sized after the host's third-level cache makes recursion 2 to 8 times slower and doubles memory; a loop too
# long for the default trace limit keeps PyPy from inlining shared helpers in the whole process.
_PYPY_ENVIRONMENT = {"PYPY_GC_NURSERY": "4M"}
_TRACE_LIMIT = 16000

_ASK = "import sys; print(sys.implementation.name, *sys.version_info[:3], *getattr(sys, 'pypy_version_info', ())[:3])"


class InterpreterError(Exception):
    """No interpreter as asked for; the message says what was looked for."""


@dataclass(frozen=True)
class Interpreter:
    """A Python that can run the engine."""

    path: str
    kind: str
    version: str

    @property
    def is_pypy(self) -> bool:
        """Whether scripts get a tracing JIT."""
        return self.kind == PYPY


def find_interpreter(wanted: str = AUTO, *, must_be_asked: bool = True) -> Interpreter:
    """`auto` is PyPy where there is one, else this Python; anything else is a path or a name to look up.

    Asking a program what it is takes as long as starting it; otherwise its name is believed.
    """
    if wanted == AUTO:
        for name in _PYPY_NAMES:
            path = shutil.which(name)
            if path is not None:
                try:
                    return ask(path) if must_be_asked else Interpreter(path, PYPY, "")
                except InterpreterError:
                    continue
        return ask(sys.executable)
    path = shutil.which({CPYTHON: sys.executable, PYPY: "pypy3"}.get(wanted, wanted))
    if path is None:
        raise InterpreterError(f"expected 'auto', 'pypy', 'cpython' or a path of a Python interpreter, got {wanted!r}")
    if must_be_asked or path == sys.executable:
        return ask(path)
    return Interpreter(path, PYPY if "pypy" in Path(path).name else CPYTHON, "")


def ask(path: str) -> Interpreter:
    """What kind of Python this is."""
    if path == sys.executable:
        return Interpreter(path, sys.implementation.name, ".".join(map(str, sys.version_info[:3])))
    try:
        answer = subprocess.run(  # noqa: S603 - the operator named this program
            [path, "-I", "-c", _ASK], capture_output=True, text=True, timeout=20, check=True
        )
        kind, *numbers = answer.stdout.split()
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise InterpreterError(f"expected a Python interpreter, got {path!r}: {error}") from error
    python, pypy = ".".join(numbers[:3]), ".".join(numbers[3:])
    if tuple(map(int, numbers[:2])) < (3, 9):
        raise InterpreterError(f"expected Python 3.9 or later, got {path!r}, which is {python}")
    return Interpreter(path, kind, f"{pypy} (Python {python})" if pypy else python)


def options(interpreter: Interpreter) -> List[str]:
    """The interpreter's own options. Loading the engine runs each line once: tracing it took a third of a start."""
    return ["--jit", "off"] if interpreter.is_pypy else []


def paths(interpreter: Interpreter) -> List[str]:
    """Folders with the engine and with what it needs from PyPI; they go behind the interpreter's own library."""
    root = str(Path(__file__).resolve().parents[2])
    if not interpreter.is_pypy:
        return [root, *(folder for folder in sys.path if folder.endswith("site-packages"))]
    found = [root]
    # PyPy has a cffi of its own and must not see CPython's, so `make setup` gives it a folder with ply alone.
    private = Path(sys.prefix) / "pypy-site"
    if private.is_dir():
        found.append(str(private))
    spec = importlib.util.find_spec("ply")
    if spec is not None and spec.origin is not None:
        found.append(str(Path(spec.origin).resolve().parents[1]))
    return found


def environment(interpreter: Interpreter) -> Dict[str, str]:
    """All that an executor's environment holds: nothing of the node's reaches it."""
    base = {"LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return {**base, **_PYPY_ENVIRONMENT} if interpreter.is_pypy else base


def command(interpreter: Interpreter, module: str, arguments: Sequence[str], *, has_jit: bool = True) -> List[str]:
    """The command that runs `module.main(arguments)` on this interpreter, isolated from its user's environment."""
    start = f"import sys; sys.path.extend({paths(interpreter)!r}); from {module} import main; "
    if interpreter.is_pypy and has_jit:
        start += f"from engine.runtime import tracing; tracing.trace_limit = {_TRACE_LIMIT}; "
    start += "sys.exit(main(sys.argv[1:]))"
    return [
        interpreter.path,
        *options(interpreter),
        "-I",
        "-W",
        "ignore::SyntaxWarning",
        "-c",
        start,
        *arguments,
    ]


def start_zygote(
    interpreter: Interpreter, control_descriptor: int, settings: Dict[str, Any], *, has_jit: bool = True
) -> subprocess.Popen[bytes]:
    """Start a zygote that serves the node over this descriptor."""
    arguments = [str(control_descriptor), json.dumps(settings)]
    with large_stack():
        return subprocess.Popen(  # noqa: S603 - the interpreter found above
            command(interpreter, "engine.executor.zygote", arguments, has_jit=has_jit),
            env=environment(interpreter),
            pass_fds=[control_descriptor],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            # A pipe, since executors may not write to files; whoever starts it reads this.
            stderr=subprocess.PIPE,
        )


@contextmanager
def large_stack() -> Iterator[None]:
    """Programs started meanwhile get the stack that scripts need; this process goes on with the one it has."""
    before: Tuple[int, int] = resource.getrlimit(resource.RLIMIT_STACK)
    rlimits.set_stack_limit()
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_STACK, before)


def replace_process(
    interpreter: Interpreter, module: str, arguments: Sequence[str], *, has_jit: bool = True
) -> NoReturn:
    """Become `module.main(arguments)` on this interpreter, environment kept. Does not return."""
    rlimits.set_stack_limit()
    added = _PYPY_ENVIRONMENT if interpreter.is_pypy else {}
    line = command(interpreter, module, arguments, has_jit=has_jit)
    os.execve(line[0], line, {**os.environ, **added})  # noqa: S606 - no shell is wanted
