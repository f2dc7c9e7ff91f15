"""`howdah doctor`: what this machine has, what it lacks, and what that costs."""

from __future__ import annotations

import ctypes
import ctypes.util
import importlib.util
import json
import os
import platform
import resource
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.executor import launch
from engine.executor.confinement import MECHANISMS
from node import config

Verdict = Literal["ok", "poor", "missing"]

_NOTHING_SERVED = "a node serves nothing"
# What is lost with a mechanism; the others still hold.
_COSTS = {
    "cgroup": "memory is bounded for each executor, not for all of them together",
    "namespaces": "executors share the host's network; only seccomp keeps them from it",
    "mounts": "the host's files have names; only Landlock and seccomp keep executors from them",
    "identity": "executors run as root; only seccomp bounds what they may do with that",
    "landlock": "files are left to seccomp and the empty root folder",
    "seccomp": "executors may make any system call",
}
_WANTED_SOMAXCONN = 16384
_WANTED_FILES = 65536
_PACKAGES = (
    "aiohttp",
    "uvloop",
    "msgspec",
    "pydantic_settings",
    "structlog",
    "prometheus_client",
    "typer",
    "ply",
    "cffi",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    name: str
    verdict: Verdict
    found: str
    cost: str = ""


def examine() -> int:
    """Print every finding; the exit status is 1 when something that is needed is missing."""
    findings = [finding for check in CHECKS for finding in check()]
    for finding in findings:
        cost = f"\n{'':28}{finding.cost}" if finding.cost and finding.verdict != "ok" else ""
        sys.stdout.write(f"{finding.verdict:8}{finding.name:20}{finding.found}{cost}\n")
    return 1 if any(finding.verdict == "missing" for finding in findings) else 0


def check_settings() -> list[Finding]:
    """Whether the settings can be used."""
    try:
        config.load()
    except config.ConfigurationError as error:
        return [Finding("settings", "missing", str(error), "a node does not start")]
    unknown = config.unknown_variables()
    return [Finding("settings", "poor" if unknown else "ok", "; ".join(unknown) or "valid", "they have no effect")]


def check_interpreters() -> list[Finding]:
    """Which Pythons there are."""
    here = _python(sysconfig.get_config_var("CONFIG_ARGS") or "", _read("/proc/self/maps"))
    try:
        found = launch.find_interpreter()
    except launch.InterpreterError as error:
        return [here, Finding("PyPy", "poor", str(error), "scripts run on CPython, loops 10 to 50 times slower")]
    if not found.is_pypy:
        return [here, Finding("PyPy", "poor", "not found", "scripts run on CPython, loops 10 to 50 times slower")]
    return [here, Finding("PyPy", "ok", f"{found.path}: {found.version}")]


def _python(built_with: str, maps: str) -> Finding:
    """The interpreter of a node. `Py_ENABLE_SHARED` would not tell: Debian's program has no use for its library."""
    found = f"{sys.executable}: {platform.python_version()}"
    if "/libpython" not in maps or "--enable-optimizations" in built_with:
        return Finding("Python", "ok", found)
    cost = "a request costs a third more than on the distribution's: PYTHON=/usr/bin/python3 make setup"
    return Finding("Python", "poor", f"{found}, a shared library built without --enable-optimizations", cost)


def check_packages() -> list[Finding]:
    """Whether everything from PyPI is there."""
    lacking = [name for name in _PACKAGES if importlib.util.find_spec(name) is None]
    if lacking:
        return [
            Finding("packages", "missing", f"without {', '.join(lacking)}", "a node does not start: pip install howdah")
        ]
    return [Finding("packages", "ok", f"{len(_PACKAGES)} found")]


def check_libraries() -> list[Finding]:
    """Whether the system's libraries are there."""
    pcre, argon2 = (ctypes.util.find_library(name) for name in ("pcre2-8", "argon2"))
    zones = Path("/usr/share/zoneinfo").is_dir() or importlib.util.find_spec("tzdata") is not None
    return [
        Finding(
            "libpcre2",
            "ok" if pcre else "missing",
            pcre or "not found",
            "preg_ functions fail: apt install libpcre2-8-0",
        ),
        Finding(
            "libargon2",
            "ok" if argon2 else "poor",
            argon2 or "not found",
            "password_hash() knows bcrypt alone: apt install libargon2-1",
        ),
        Finding(
            "time zones", "ok" if zones else "poor", "found" if zones else "not found", "only UTC: apt install tzdata"
        ),
    ]


def check_kernel() -> list[Finding]:
    """What confinement can be made of."""
    return [
        Finding("kernel", "ok", platform.release()),
        _pidfd(),
    ]


def check_confinement() -> list[Finding]:
    """What executors are confined by: the very steps they take, taken and tried by a process of their interpreter."""
    try:
        settings = config.load().settings
        interpreter = launch.find_interpreter(settings.executor_python)
        answer = subprocess.run(  # noqa: S603 - the interpreter found above
            launch.command(interpreter, "engine.executor.confinement", []),
            capture_output=True, text=True, timeout=60, check=True, env=launch.environment(interpreter),
        )  # fmt: skip
        told = json.loads(answer.stdout)
    except (config.ConfigurationError, launch.InterpreterError, subprocess.SubprocessError, ValueError) as error:
        return [Finding("confinement", "missing", f"cannot be tried: {error}", _NOTHING_SERVED)]
    required = settings.required_confinement.split(",")
    findings = [_mechanism(name, told["lacking"].get(name), is_required=name in required) for name in MECHANISMS]
    return findings + [Finding("confinement", "missing", fault, _NOTHING_SERVED) for fault in told["faults"]]


def _mechanism(name: str, reason: str | None, *, is_required: bool) -> Finding:
    if reason is None:
        return Finding(name, "ok", "holds")
    if is_required:
        return Finding(name, "missing", reason, f"{_NOTHING_SERVED}: HOWDAH_REQUIRED_CONFINEMENT names it")
    return Finding(name, "poor", reason, _COSTS.get(name, "one layer less"))


def check_limits() -> list[Finding]:
    """Limits of this shell or service."""
    _soft, stack = resource.getrlimit(resource.RLIMIT_STACK)
    has_stack = stack == resource.RLIM_INFINITY or stack >= 512 << 20
    # A node takes all that it may, whatever the shell or service began with.
    _soft, files = resource.getrlimit(resource.RLIMIT_NOFILE)
    waiting = _number("/proc/sys/net/core/somaxconn")
    return [
        Finding("stack", "ok" if has_stack else "poor", _size(stack), "deep recursion ends early: raise `ulimit -Hs`"),
        Finding("open files", "ok" if files >= _WANTED_FILES else "poor", str(files),
                f"fewer connections than MAX_CONNECTIONS may say: LimitNOFILE={_WANTED_FILES} or more"),
        Finding("somaxconn", "ok" if waiting >= _WANTED_SOMAXCONN else "poor", str(waiting),
                f"bursts of connections are refused: sysctl net.core.somaxconn={_WANTED_SOMAXCONN}"),
    ]  # fmt: skip


CHECKS: tuple[Callable[[], list[Finding]], ...] = (
    check_settings,
    check_interpreters,
    check_packages,
    check_libraries,
    check_kernel,
    check_confinement,
    check_limits,
)


def _pidfd() -> Finding:
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError as error:
        return Finding(
            "pidfd", "missing", error.strerror or "refused", "executors cannot be stopped: Linux 5.3 or later"
        )
    return Finding("pidfd", "ok", "available")


def _number(path: str, default: int = 0) -> int:
    try:
        return int(_read(path))
    except ValueError:
        return default


def _read(path: str) -> str:
    try:
        return Path(path).read_text("utf-8", "replace")
    except OSError:
        return ""


def _size(limit: int) -> str:
    return "unlimited" if limit == resource.RLIM_INFINITY else f"{limit >> 20} MB"
