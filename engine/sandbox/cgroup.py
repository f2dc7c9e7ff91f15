"""Control group: one for a zygote and all its executors, where the service manager lets us make groups (cgroup v2).

`memory.oom.group` stays 0: the kernel kills the one executor that grew, not its neighbours.
"""

from __future__ import annotations

import os
from pathlib import Path

from engine.sandbox import policy
from engine.sandbox.system_calls import UnavailableError

_ROOT = Path("/sys/fs/cgroup")
_SELF = Path("/proc/self/cgroup")


def own_group(root: Path = _ROOT, this: Path = _SELF) -> Path:
    """The folder of this process's group."""
    if not (root / "cgroup.controllers").is_file():
        raise UnavailableError("this host has no cgroup v2 at /sys/fs/cgroup")
    for line in this.read_text("ascii").splitlines():
        if line.startswith("0::") and line != "0::/":
            return root / line[4:]
    raise UnavailableError("this process is in no group of cgroup v2")


def make_room(root: Path = _ROOT, this: Path = _SELF) -> None:
    """Move this process one group down, where its own is delegated: one with processes in it cannot bound groups below.

    systemd marks what it delegates; from version 254 on its DelegateSubgroup= would do the same.
    """
    try:
        group = own_group(root, this)
        if os.getxattr(group, "user.delegate") == b"1":
            (group / "node").mkdir(exist_ok=True)
            (group / "node" / "cgroup.procs").write_text("0", "ascii")
    except (UnavailableError, OSError):
        # Then zygotes get no group either, and say why.
        return


def join(most_memory_bytes: int, root: Path = _ROOT, this: Path = _SELF) -> None:
    """Move this process into a new group beside its own, in which memory and processes are bounded."""
    group = own_group(root, this).parent / f"howdah-{os.getpid()}"
    try:
        offered = set((group.parent / "cgroup.controllers").read_text("ascii").split())
        if not {"memory", "pids"} <= offered:
            raise UnavailableError("memory and pids are not delegated (systemd: Delegate=), or cgroup v1 has them")
        (group.parent / "cgroup.subtree_control").write_text("+memory +pids", "ascii")
        for old in group.parent.glob("howdah-*"):
            # Left by a zygote that is gone; one with processes in it cannot be removed.
            try:
                old.rmdir()
            except OSError:
                continue
        group.mkdir()
        (group / "memory.max").write_text(str(most_memory_bytes), "ascii")
        (group / "memory.swap.max").write_text("0", "ascii")
        (group / "pids.max").write_text(str(policy.CGROUP_TASKS), "ascii")
        (group / "cgroup.procs").write_text("0", "ascii")
    except OSError as error:
        raise UnavailableError(f"a group of our own: {error.strerror}") from error
