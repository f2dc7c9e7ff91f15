"""Reads `.phpt` files and judges output by them, as PHP's own run-tests.php does. Knows no engine.

Everything is bytes: a test may hold any byte, and so may what an engine prints.
"""

from __future__ import annotations

import difflib
import os
import re
import shlex
import signal
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

SECTIONS = frozenset(
    """TEST DESCRIPTION CREDITS SKIPIF CONFLICTS WHITESPACE_SENSITIVE CAPTURE_STDIO EXTENSIONS POST POST_RAW GZIP_POST
    DEFLATE_POST PUT GET COOKIE INI ARGS ENV STDIN PHPDBG FILE FILEEOF FILE_EXTERNAL REDIRECTTEST CGI XFAIL XLEAK FLAKY
    EXPECTHEADERS EXPECT EXPECTF EXPECTREGEX EXPECT_EXTERNAL EXPECTF_EXTERNAL EXPECTREGEX_EXTERNAL CLEAN""".split()
)
EXPECTATIONS = ("EXPECTF", "EXPECTREGEX", "EXPECT")
# These want a web server's request or a debugger; on a command line run-tests.php skips them.
WEB_SECTIONS = ("GET", "POST", "POST_RAW", "GZIP_POST", "DEFLATE_POST", "PUT", "COOKIE", "EXPECTHEADERS")

# What run-tests.php sets before a test's own --INI--.
BASE_INI = {
    "output_handler": "",
    "open_basedir": "",
    "disable_functions": "",
    "output_buffering": "Off",
    "error_reporting": "30719",
    "display_errors": "1",
    "display_startup_errors": "1",
    "log_errors": "0",
    "html_errors": "0",
    "track_errors": "0",
    "report_memleaks": "1",
    "report_zend_debug": "0",
    "docref_root": "",
    "docref_ext": ".html",
    "error_prepend_string": "",
    "error_append_string": "",
    "auto_prepend_file": "",
    "auto_append_file": "",
    "ignore_repeated_errors": "0",
    "precision": "14",
    "serialize_precision": "-1",
    "memory_limit": "128M",
    "zend.assertions": "1",
    "zend.exception_ignore_args": "0",
    "zend.exception_string_param_max_len": "15",
    "short_open_tag": "0",
    "date.timezone": "UTC",
}

PLACEHOLDERS = {
    b"%e": rb"/",
    b"%s": rb"[^\r\n]+",
    b"%S": rb"[^\r\n]*",
    b"%a": rb".+",
    b"%A": rb".*",
    b"%w": rb"\s*",
    b"%i": rb"[+-]?\d+",
    b"%d": rb"\d+",
    b"%x": rb"[0-9a-fA-F]+",
    b"%f": rb"[+-]?(?:\d+|(?=\.\d))(?:\.\d+)?(?:[Ee][+-]?\d+)?",
    b"%c": rb".",
    b"%0": rb"\x00",
}
PHP_TRIM = b" \n\r\t\v\0"
MATCH_LIMIT_SECONDS = 10
COMPANION_LIMIT_BYTES = 2 << 20


class MalformedTestError(Exception):
    """The `.phpt` file breaks the format's own rules."""


@dataclass(frozen=True)
class Phpt:
    """One test: its file and its sections, externals read in."""

    path: Path
    sections: dict[str, bytes]

    @property
    def title(self) -> str:
        return self.sections["TEST"].decode("utf-8", "replace").strip()

    @property
    def code(self) -> bytes:
        return self.sections.get("FILE", b"")

    @property
    def script_path(self) -> Path:
        """Where run-tests.php writes the script: beside the test, with the ending `.php`."""
        return self.path.with_suffix(".php")

    @property
    def arguments(self) -> list[str]:
        return shlex.split(self._expanded("ARGS"))

    @property
    def stdin(self) -> bytes:
        return self.sections.get("STDIN", b"")

    @property
    def extensions(self) -> list[str]:
        """The extensions it needs that a PHP may not have."""
        return self.sections.get("EXTENSIONS", b"").decode().split()

    @property
    def environment(self) -> dict[str, str]:
        return dict(_assignments(self._expanded("ENV")))

    @property
    def own_ini(self) -> dict[str, str]:
        """The directives of the test's own --INI-- section."""
        return dict(_assignments(self._expanded("INI").replace("{TMP}", "/tmp")))

    @property
    def ini(self) -> dict[str, str]:
        """Every directive the script runs with."""
        return {**BASE_INI, **self.own_ini}

    @property
    def reason_to_skip(self) -> str | None:
        """Why a command line cannot run this test, or None."""
        if "CGI" in self.sections or any(self.sections.get(name) for name in WEB_SECTIONS):
            return "needs a web server"
        if "REDIRECTTEST" in self.sections or "PHPDBG" in self.sections:
            return "drives other tools"
        return None

    def _expanded(self, section: str) -> str:
        return os.fsdecode(self.sections.get(section, b"")).replace("{PWD}", str(self.path.parent))


def parse(path: Path) -> Phpt:
    """Read one `.phpt` file."""
    sections = _split_sections(path.read_bytes())
    if "REDIRECTTEST" not in sections and "PHPDBG" not in sections:
        _normalise_file(sections)
        _read_externals(sections, path.parent)
        _require_one(sections, ("FILE",))
        _require_one(sections, EXPECTATIONS)
    return Phpt(path, sections)


def _split_sections(content: bytes) -> dict[str, bytes]:
    lines = content.splitlines(keepends=True) if b"\r" not in content else re.findall(rb"[^\n]*\n|[^\n]+", content)
    if not lines or not lines[0].startswith(b"--TEST--"):
        raise MalformedTestError("does not start with --TEST--")
    sections: dict[str, bytes] = {"TEST": b""}
    name, is_after_done = "TEST", False
    for line in lines[1:]:
        heading = re.match(rb"--([_A-Z]+)--", line)
        if heading:
            name, is_after_done = heading[1].decode(), False
            if name not in SECTIONS:
                raise MalformedTestError(f"unknown section {name}")
            if sections.get(name):
                raise MalformedTestError(f"two sections {name}")
            sections[name] = b""
        elif not is_after_done:
            sections[name] += line
            # What follows ===DONE=== in a script is for the reader.
            is_after_done = name.startswith("FILE") and re.match(rb"===DONE===\s*$", line) is not None
    return sections


def _normalise_file(sections: dict[str, bytes]) -> None:
    if sum(name in sections for name in ("FILE", "FILEEOF", "FILE_EXTERNAL")) != 1:
        raise MalformedTestError("needs exactly one FILE section")
    if "FILEEOF" in sections:
        sections["FILE"] = sections.pop("FILEEOF").rstrip(b"\r\n")


def _read_externals(sections: dict[str, bytes], folder: Path) -> None:
    for name in ("FILE", *EXPECTATIONS):
        reference = sections.pop(f"{name}_EXTERNAL", None)
        if reference is None:
            continue
        relative = os.fsdecode(reference.replace(b"..", b"").strip(PHP_TRIM))
        try:
            sections[name] = (folder / relative).read_bytes()
        except OSError as error:
            raise MalformedTestError(f"external {relative}: {error.strerror}") from error


def _require_one(sections: dict[str, bytes], names: tuple[str, ...]) -> None:
    if sum(name in sections for name in names) != 1:
        raise MalformedTestError(f"needs exactly one of {', '.join(names)}")


def _assignments(text: str) -> Iterator[tuple[str, str]]:
    for line in re.split(r"[\r\n]+", text):
        name, equals, value = line.partition("=")
        if equals and name.strip():
            yield name.strip(), value.strip()


def expectf_pattern(expected: bytes) -> bytes:
    """Turn the text of an EXPECTF section into a regular expression over bytes."""
    pieces = []
    # Odd pieces stand between two `%r` and are regular expressions already; a lone `%r` is plain text.
    parts = expected.split(b"%r")
    if len(parts) % 2 == 0:
        parts[-2:] = [b"%r".join(parts[-2:])]
    for index, part in enumerate(parts):
        pieces.append(b"(" + part + b")" if index % 2 else re.escape(part))
    return re.sub(rb"%[esSaAwidxfc0]", lambda found: PLACEHOLDERS[found[0]], b"".join(pieces))


def is_expected(test: Phpt, output: bytes) -> bool:
    """Whether `output` is what the test expects. A comparison that takes too long is a no."""
    kind = next(name for name in EXPECTATIONS if name in test.sections)
    output = output.strip(PHP_TRIM).replace(b"\r\n", b"\n")
    expected = test.sections[kind].strip(PHP_TRIM).replace(b"\r\n", b"\n")
    if kind == "EXPECT":
        return output == expected
    pattern = expectf_pattern(expected) if kind == "EXPECTF" else b"^" + expected
    try:
        with _time_limit(MATCH_LIMIT_SECONDS):
            return re.match(pattern + rb"\Z", output, re.DOTALL) is not None
    except (TimeoutError, re.error):
        return False


def difference(test: Phpt, output: bytes) -> str:
    """Show what was expected and what came, line by line."""
    kind = next(name for name in EXPECTATIONS if name in test.sections)
    expected = test.sections[kind].decode("latin-1").strip().splitlines()
    printed = output.decode("latin-1").strip().splitlines()
    return "\n".join(difflib.unified_diff(expected, printed, kind, "printed", lineterm=""))


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in the main thread after so many seconds, even inside a regular expression."""

    def give_up(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def companions(test: Phpt) -> dict[str, bytes]:
    """Find the files beside a test that its script may include or read, by path relative to the script.

    First come the files the script names, and those that these name; then whatever else lies there while it fits.
    """
    folder = test.path.parent
    found: dict[str, bytes] = {}
    beside = sorted(folder.iterdir())
    subfolders = [Path(), *(Path(entry.name) for entry in beside if entry.is_dir())]
    todo = [test.code]
    while todo:
        for name in re.findall(rb"[\w./-]+\.\w+", todo.pop()):
            for subfolder in subfolders:
                relative = os.path.normpath(subfolder / os.fsdecode(name).lstrip("/"))
                content = _companion(folder, relative, found)
                if content is not None and relative.endswith((".inc", ".php")):
                    todo.append(content)
    for entry in beside:
        if not entry.name.endswith((".phpt", ".skip.php", ".clean.php")):
            _companion(folder, entry.name, found)
    return found


def _companion(folder: Path, relative: str, found: dict[str, bytes]) -> bytes | None:
    """Add one file to `found` and return its content, unless it is known, too large or another test's script."""
    path = folder / relative
    room = COMPANION_LIMIT_BYTES - sum(map(len, found.values()))
    if relative in found or not path.is_file() or path.stat().st_size > room or Path(f"{path}t").exists():
        return None
    found[relative] = path.read_bytes()
    return found[relative]
