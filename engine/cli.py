"""The engine as php's command line: options, exit codes and bytes on stdout are `php`'s. Scripts are trusted here.

Files are read from the real disk, when they are asked for. `howdah run` starts this with the stack that scripts need.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Dict, List, NoReturn, Optional, Union

from engine.errors import CompileError, LifetimesSeenError
from engine.executor import launch
from engine.pipeline import Engine
from engine.request import Limits, Request
from engine.runtime.clock import clock
from engine.runtime.context import ctx

STDIN_NAME = "Standard input code"
CODE_NAME = "Command line code"

_FLAGS = "CHehilmnqvw"
_VALUED = "BEFRSacdfrstz"
_UNSUPPORTED = {
    "a": "an interactive shell", "B": "-B", "E": "-E", "F": "-F", "R": "-R", "S": "a web server", "s": "-s", "w": "-w",
}  # fmt: skip
_NO_LIMIT_KB = 1 << 40
_MANY_MB = 1 << 30
_LOOKS_AT_STDIN = re.compile(r"stdin|php://|readline|fgets|/dev/fd", re.IGNORECASE)

USAGE = """\
Usage: howdah run [options] [-f] <file> [--] [args...]
   howdah run [options] -r <code> [--] [args...]
   howdah run [options] [--] [args...]

  -d foo[=bar]     Define INI entry foo with value 'bar'
  -f <file>        Parse and execute <file>.
  -h               This help
  -i               PHP information
  -l               Syntax check only (lint)
  -m               Show compiled in modules
  -n               No configuration (ini) files will be used
  -r <code>        Run PHP <code> without using script tags <?..?>
  -v               Version number

  args...          Arguments passed to script. Use -- args when first argument
                   starts with - or script is read from stdin

"""


class UsageError(Exception):
    """The command line cannot be read; the message is php's."""


@dataclass
class CommandLine:
    """What was asked for."""

    mode: str = "run"
    file: Optional[str] = None
    code: Optional[str] = None
    ini: Dict[str, str] = field(default_factory=dict)
    args: List[str] = field(default_factory=list)


class DiskFiles(Dict[str, str]):
    """The files of a script on the real disk, by path; each is read when it is asked for, and none is listed."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and "\0" not in name and self._path(name).is_file()

    def __getitem__(self, name: str) -> str:
        if name not in self:
            raise KeyError(name)
        return _read(self._path(name))

    def get(self, name: str, default: Optional[str] = None) -> Optional[str]:  # type: ignore[override]
        """See dict."""
        return self[name] if name in self else default  # noqa: SIM401 - dict has its own `get`, which knows no files

    def _path(self, name: str) -> Path:
        return Path(_native(self._folder), _native(name))


def main(arguments: List[str]) -> int:
    """Run the command line, which stands after the path of a CPython; return the exit status."""
    cpython, *arguments = arguments
    try:
        line = parse(arguments)
    except UsageError as error:
        sys.stderr.write(f"{error}\n{USAGE}")
        return 1
    if line.mode == "help":
        return _write(USAGE)
    if line.mode == "run":
        return run(line, lambda request: _run_elsewhere(cpython, arguments, request))
    if line.mode == "lint":
        return lint(line)
    return INFORMATION[line.mode](line)


def parse(arguments: List[str]) -> CommandLine:
    """Read options as php does: they end at the script, at `--`, or at the code's own arguments."""
    line = CommandLine()
    at = 0
    while at < len(arguments):
        argument = arguments[at]
        if argument == "--" or len(argument) < 2 or argument[0] != "-":
            break
        at += 1
        if argument.startswith("--"):
            _read_long(argument, line)
            continue
        at = _read_short(arguments, at, line)
    rest = arguments[at:]
    is_separated = rest[:1] == ["--"]
    if is_separated:
        rest = rest[1:]
    if line.file is None and line.code is None and rest and not is_separated:
        line.file, rest = rest[0], rest[1:]
        if rest[:1] == ["--"] and line.mode == "lint":
            rest = rest[1:]
    line.args = [_latin(argument) for argument in rest]
    return line


def _read_long(argument: str, line: CommandLine) -> None:
    modes = {"--help": "help", "--version": "version", "--info": "information", "--modules": "modules", "--ini": "ini",
             "--syntax-check": "lint"}  # fmt: skip
    if argument in modes:
        line.mode = modes[argument]
    elif argument != "--no-php-ini":
        raise UsageError(f"Error in argument: option not found {argument}")


def _read_short(arguments: List[str], at: int, line: CommandLine) -> int:
    """Read the letters of one argument; return where the next one is."""
    letters = arguments[at - 1][1:]
    for index, letter in enumerate(letters):
        if letter in _UNSUPPORTED:
            raise UsageError(f"Not supported: {_UNSUPPORTED[letter]}")
        if letter in _FLAGS:
            line.mode = {"l": "lint", "i": "information", "m": "modules", "v": "version", "h": "help"}.get(
                letter, line.mode
            )
            continue
        if letter not in _VALUED:
            raise UsageError(f"Error in argument {at}, char {index + 2}: option not found {letter}")
        value = letters[index + 1 :]
        if not value:
            if at >= len(arguments):
                raise UsageError(f"Error in argument {at}, char {index + 2}: no argument for option {letter}")
            value = arguments[at]
            at += 1
        _take(letter, value, line)
        break
    return at


def _take(letter: str, value: str, line: CommandLine) -> None:
    if letter == "d":
        name, equals, setting = value.partition("=")
        line.ini[_latin(name.strip())] = _latin(setting.strip()) if equals else "1"
    elif letter == "f":
        line.file = value
    elif letter == "r":
        line.code = value


def run(line: CommandLine, run_elsewhere: Callable[[Request], int]) -> int:
    """Run the script that the command line names, or the one on stdin."""
    request = _request(line)
    if request is None:
        return 1
    try:
        return _execute(request)
    except LifetimesSeenError:
        return run_elsewhere(request)


def _run_elsewhere(cpython: str, arguments: List[str], request: Request) -> NoReturn:
    """Start anew on CPython, with what stood on stdin."""
    read = request.code if request.filename == STDIN_NAME else request.stdin
    if read:
        with tempfile.TemporaryFile() as again:
            again.write(read.encode("latin-1"))
            again.seek(0)
            os.dup2(again.fileno(), 0)
    clock.stop_ticking()
    launch.replace_process(launch.Interpreter(cpython, launch.CPYTHON, ""), "engine.cli", [cpython, *arguments])


def lint(line: CommandLine) -> int:
    """Compile the script and say whether that worked."""
    request = _request(line)
    if request is None:
        return 1
    shown = line.file or STDIN_NAME
    engine = Engine()
    ctx.begin(request)
    try:
        engine.compile(request.code, request.filename, is_entry=True)
    except CompileError as error:
        _write(
            f"\n{error.kind}: {error.message} in {_latin(shown)} on line {error.line}\nErrors parsing {_latin(shown)}\n"
        )
        return 255
    return _write(f"No syntax errors detected in {_latin(shown)}\n")


def _information(code: str) -> int:
    return _execute(Request(code=f"<?php {code}", filename=CODE_NAME, limits=_limits({})))


INFORMATION = {
    "version": lambda _line: _information(
        'echo "PHP ", PHP_VERSION, " (cli) (Howdah)\\nan engine of its own; no part of it is the PHP Group\'s\\n";'
    ),
    "information": lambda _line: _information("phpinfo();"),
    "modules": lambda _line: _information(
        "$m = get_loaded_extensions(); natcasesort($m);"
        'echo "[PHP Modules]\\n", implode("\\n", $m), "\\n\\n[Zend Modules]\\n\\n";'
    ),
    "ini": lambda _line: _write(
        "Configuration File (php.ini) Path: (none)\nLoaded Configuration File:         (none)\n"
    ),
}


def _request(line: CommandLine) -> Optional[Request]:
    """The execution; None when its script cannot be read, which was said then."""
    folder = _latin(str(Path.cwd()))
    if line.code is not None:
        code, filename = "<?php " + _latin(line.code), CODE_NAME
    elif line.file is not None:
        try:
            code = _read(line.file)
        except OSError:
            sys.stderr.write(f"Could not open input file: {line.file}\n")
            return None
        filename = _latin(os.path.realpath(line.file))
    else:
        code, filename = sys.stdin.buffer.read().decode("latin-1"), STDIN_NAME
    return Request(
        code=code,
        filename=filename,
        folder=folder,
        files=DiskFiles(folder),
        args=line.args,
        stdin="" if filename == STDIN_NAME else _stdin(code),
        env={name.decode("latin-1"): value.decode("latin-1") for name, value in os.environb.items()},
        ini=line.ini,
        limits=_limits(line.ini),
    )


def _stdin(code: str) -> str:
    """What stands on stdin. It is read before the script starts, so only where the script seems to look at it."""
    if sys.stdin is None or sys.stdin.closed or sys.stdin.isatty() or not _LOOKS_AT_STDIN.search(code):
        return ""
    return sys.stdin.buffer.read().decode("latin-1")


def _limits(ini: Dict[str, str]) -> Limits:
    """The limits of php's command line: one on memory and no other; 0 milliseconds is no limit."""
    text = ini.get("memory_limit", "128M").strip().strip("\"'")
    factor = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30}.get(text[-1:].lower(), 1)
    digits = text.rstrip("kKmMgG").strip()
    memory_bytes = int(digits) * factor if digits.isdecimal() else -1
    seconds = ini.get("max_execution_time", "0").strip().strip("\"'")
    return Limits(
        wall_ms=int(seconds) * 1000 if seconds.isdecimal() else 0,
        cpu_ms=0,
        memory_mb=max(2, memory_bytes >> 20) if memory_bytes >= 0 else _MANY_MB,
        output_kb=_NO_LIMIT_KB,
    )


def names_in(folder: str) -> Optional[List[str]]:
    """What is in a folder of the disk; None if that is no folder."""
    try:
        return [_latin(found.name) for found in Path(_native(folder)).iterdir()]
    except OSError:
        return None


def _execute(request: Request) -> int:
    ctx.real_names = names_in
    ctx.error_output = []
    result = Engine().execute(request)
    _write("".join(ctx.error_output), 2)
    _write(result.output)
    return result.exit_code & 0xFF


def _write(text: str, to: int = 1) -> int:
    """Write bytes to stdout or stderr, all of them."""
    content = memoryview(text.encode("latin-1"))
    try:
        while content:
            content = content[os.write(to, content) :]
    except BrokenPipeError:
        # Whoever read this has seen enough; php ends quietly too.
        return 0
    return 0


def _read(path: Union[str, Path]) -> str:
    return Path(path).read_bytes().decode("latin-1")


def _native(text: str) -> str:
    """A path of the engine's as the operating system's functions want it."""
    return os.fsdecode(text.encode("latin-1"))


def _latin(text: str) -> str:
    """Text from the operating system as the engine has it: one code point for each byte."""
    return text if text.isascii() else os.fsencode(text).decode("latin-1")
