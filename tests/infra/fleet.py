"""Hosts made of namespaces on this machine, on a switch of their own, and the real playbooks run against them.

A host has its own files (an overlay over this machine's, or over another system's under `root`), processes and
network. systemd is its first process, in a control group of its own; a host named in `plain` has none, so
howdah-service keeps its services. Everything dies with the process that made it.
"""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[2]
ANSIBLE = ROOT / "ansible"
TOOLS = ROOT / ".venv-infra" / "bin"
NETWORK = "10.77.0"
# All that a host has of its own, and its root folder.
NAMESPACES = ("-m", "-u", "-i", "-n", "-p", "-C", "-r", "-w")
# What hosts bound services and executors by, if this machine has not given it to control groups v1.
CONTROLLERS = {"memory", "pids"}
PASSWORDS = {"redis_password": "fleet-redis-password", "postgres_password": "fleet-postgres-password"}


class PlaybookError(Exception):
    """A playbook failed; the message is what it said."""


def run(*command: object, timeout_seconds: float = 60) -> str:
    """Run a command of this machine; return what it printed."""
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, timeout=timeout_seconds, check=False
    )
    if done.returncode:
        raise PlaybookError(f"{command}: {done.stdout}{done.stderr}")
    return done.stdout


@dataclass
class Host:
    """One host."""

    name: str
    address: str
    process: subprocess.Popen[bytes]
    pid: int
    group: Path

    def inside(self, *command: object, timeout_seconds: float = 60) -> str:
        """Run a command there."""
        return run("nsenter", "-t", self.pid, *NAMESPACES, *command, timeout_seconds=timeout_seconds)

    def cut_off(self) -> None:
        """Pull the cable."""
        self.inside("ip", "link", "set", "eth0", "down")

    def plug_in(self) -> None:
        """Put it back."""
        self.inside("ip", "link", "set", "eth0", "up")


@dataclass(frozen=True)
class Recap:
    """How a playbook ended."""

    text: str
    seconds: float
    changed: int
    failed: int


@dataclass
class Fleet:
    """All hosts and the switch between them."""

    folder: Path
    groups: Mapping[str, Sequence[str]]
    # The files that hosts begin with; another release of the system can be tried so.
    root: Path = Path("/")
    # The hosts without systemd.
    plain: Collection[str] = ()
    hosts: dict[str, Host] = field(default_factory=dict)
    switch: subprocess.Popen[bytes] | None = None

    @property
    def shared(self) -> Path:
        """A folder that this machine and all hosts see; Ansible puts its files there."""
        return self.folder / "shared"

    def start(self) -> None:
        """Bring the hosts up, bare."""
        self.shared.mkdir(parents=True)
        self.switch = subprocess.Popen(["unshare", "--net", "--kill-child", "--fork", "sleep", "infinity"])
        switch = _child(self.switch.pid)
        run("nsenter", "-t", switch, "-n", "ip", "link", "add", "switch", "type", "bridge")
        run("nsenter", "-t", switch, "-n", "ip", "address", "add", f"{NETWORK}.1/24", "dev", "switch")
        run("nsenter", "-t", switch, "-n", "ip", "link", "set", "switch", "up")
        run("nsenter", "-t", switch, "-n", "ip", "link", "set", "lo", "up")
        names = sorted({name for members in self.groups.values() for name in members})
        for number, name in enumerate(names):
            self.hosts[name] = self._add(name, f"{NETWORK}.{10 + number}", switch)
        self._write_inventory()

    def stop(self) -> None:
        """End everything that was started."""
        for host in self.hosts.values():
            host.process.kill()
            host.process.wait(20)
            remove_group(host.group)
        if self.switch is not None:
            self.switch.kill()
            self.switch.wait(20)

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def client(self, *command: object) -> list[str]:
        """A command line that runs on the switch, where clients are."""
        assert self.switch is not None
        return ["nsenter", "-t", str(_child(self.switch.pid)), "-n", *map(str, command)]

    def play(self, playbook: str, *arguments: str, may_fail: bool = False) -> Recap:
        """Run a playbook against the fleet."""
        environment = {
            **os.environ,
            "PATH": f"{TOOLS}:{os.environ['PATH']}",
            "ANSIBLE_CONFIG": str(ANSIBLE / "ansible.cfg"),
            "ANSIBLE_PIPELINING": "true",
            "ANSIBLE_REMOTE_TEMP": str(self.shared / "remote"),
            "ANSIBLE_LOCAL_TEMP": str(self.shared / "local"),
            "ANSIBLE_NOCOLOR": "1",
            "ANSIBLE_FORKS": "4",
        }
        began = time.monotonic()
        line = [str(TOOLS / "ansible-playbook"), "-i", str(self.folder / "inventory.json"), playbook, *arguments]
        done = subprocess.run(
            line, cwd=ANSIBLE, env=environment, capture_output=True, text=True, timeout=2400, check=False
        )
        seconds = time.monotonic() - began
        text = done.stdout + done.stderr
        if done.returncode and not may_fail:
            raise PlaybookError(text)
        return Recap(text, seconds, _count(done.stdout, "changed"), _count(done.stdout, "failed"))

    def _add(self, name: str, address: str, switch: int) -> Host:
        folder = self.folder / name
        for part in ("upper", "work", "root"):
            (folder / part).mkdir(parents=True)
        script = Path(__file__).with_name("host_init.sh")
        manager = "plain" if name in self.plain else "systemd"
        group = group_of_control(f"howdah-fleet-{os.getpid()}-{name}")
        with (folder / "stderr").open("wb") as errors:
            process = subprocess.Popen(
                ["/bin/sh", "-c", 'echo $$ > "$0/cgroup.procs" && exec "$@"', group,
                 "unshare", "--cgroup", "--mount", "--uts", "--ipc", "--pid", "--net", "--fork", "--kill-child",
                 "/bin/sh", script, name, folder, self.shared, self.root, manager],
                stderr=errors,
            )  # fmt: skip
        pid = _child(process.pid)
        host = Host(name, address, process, pid, group)
        first = b"/usr/bin/python3" if manager == "plain" else b"/lib/systemd/systemd"
        _wait_for(lambda: Path(f"/proc/{pid}/cmdline").read_bytes().startswith(first), f"{name}: {folder / 'stderr'}")
        run("ip", "link", "add", f"to-{name}", "netns", switch, "type", "veth", "peer", "name", "eth0", "netns", pid)
        run("nsenter", "-t", switch, "-n", "ip", "link", "set", f"to-{name}", "master", "switch", "up")
        host.inside("ip", "address", "add", f"{address}/24", "dev", "eth0")
        host.inside("ip", "link", "set", "eth0", "up")
        interpreter = self.folder / f"python-{name}"
        line = shlex.join(["exec", "nsenter", "-t", str(pid), *NAMESPACES, "/usr/bin/python3"])
        interpreter.write_text(f'#!/bin/sh\n{line} "$@"\n', "utf-8")
        interpreter.chmod(0o755)
        return host

    def _write_inventory(self) -> None:
        store = self.hosts[self.groups["redis"][0]].address
        common: dict[str, object] = {
            **PASSWORDS,
            "ansible_connection": "local",
            "ansible_become": False,
            "machine_is_container": True,
            "machine_updates_package_lists": False,
            "release_wheels": str(ROOT / "dist" / "howdah-wheels.tar"),
            "release_id": "first",
            "postgres_allow": [f"{NETWORK}.0/24"],
            "nginx_check_address": f"{self.hosts[self.groups['edge'][0]].address}:80",
            "node_workers": 1,
            "node_settings": {"engine_pool_size": 2},
            "node_secrets": {
                "redis_url": f"redis://:{PASSWORDS['redis_password']}@{store}:6379/0",
                "database_url": f"postgresql://howdah:{PASSWORDS['postgres_password']}@{store}:5432/howdah",
            },
        }
        children = {
            group: {
                "hosts": {
                    name: {
                        "ansible_python_interpreter": str(self.folder / f"python-{name}"),
                        "node_host": self.hosts[name].address,
                        "redis_bind": self.hosts[name].address,
                        "postgres_bind": self.hosts[name].address,
                    }
                    for name in names
                }
            }
            for group, names in self.groups.items()
        }
        inventory = {"all": {"vars": common, "children": children}}
        (self.folder / "inventory.json").write_text(json.dumps(inventory, indent=1), "utf-8")


def group_of_control(name: str) -> Path:
    """Make a control group and return its folder."""
    mounts = (line.split() for line in Path("/proc/self/mounts").read_text("utf-8").splitlines())
    root = Path(next(mount[1] for mount in mounts if mount[2] == "cgroup2"))
    folder = root / name
    folder.mkdir()
    for controller in CONTROLLERS & set((root / "cgroup.controllers").read_text("ascii").split()):
        # Refused where this is itself a container; its hosts go without.
        with contextlib.suppress(OSError):
            (root / "cgroup.subtree_control").write_text(f"+{controller}", "ascii")
    return folder


def remove_group(folder: Path) -> None:
    """Remove a control group and those below it, once the last process in it has ended."""
    _wait_for(lambda: "populated 0" in (folder / "cgroup.events").read_text("ascii"), f"{folder} does not empty")
    for path, _, _ in os.walk(folder, topdown=False):
        Path(path).rmdir()


def _child(pid: int) -> int:
    """The process that `unshare --fork` started."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    _wait_for(lambda: bool(children.read_text("ascii").split()), f"process {pid} starts nothing")
    return int(children.read_text("ascii").split()[0])


def _wait_for(condition: Callable[[], bool], what: str, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if condition():
                return
        except OSError:
            pass
        time.sleep(0.05)
    raise TimeoutError(what)


def _count(text: str, what: str) -> int:
    recap = text.partition("PLAY RECAP")[2]
    return sum(int(word.partition("=")[2]) for word in recap.split() if word.startswith(f"{what}="))


def can_make_hosts() -> str | None:
    """Why this machine can have no fleet, or None."""
    if os.geteuid() != 0:
        return "a fleet of namespaces needs root"
    if not (TOOLS / "ansible-playbook").exists():
        return "no .venv-infra; `make infra` makes it"
    needed = ("nginx", "redis-server", "nsenter", "ip", "/lib/systemd/systemd")
    lacking = [name for name in needed if shutil.which(name) is None]
    return f"without {', '.join(lacking)}" if lacking else None
