"""Resource limits, death with the parent, closed descriptors: what needs no privilege and no namespace."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
from pathlib import Path
from typing import Iterable

from engine.sandbox import policy

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4


def set_stack_limit() -> None:
    """Let a program that is started now have a large main stack. Its own process keeps the one it has."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_STACK)
    wanted = policy.STACK_BYTES if hard == resource.RLIM_INFINITY else min(policy.STACK_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_STACK, (wanted, hard))


def die_with_parent() -> None:
    """Be killed when the process that forked this one ends. Load ctypes before forking: it is slow the first time."""
    libc = ctypes.CDLL(None, use_errno=True)
    parent = os.getppid()
    if libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_PDEATHSIG)")
    if parent == 1:
        # The parent was gone before the request could be made.
        os.kill(os.getpid(), signal.SIGKILL)


def forbid_inspection() -> None:
    """Make memory and descriptors of this process unreadable to others of the same user, and leave no core file."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_DUMPABLE)")


def set_process_limits() -> None:
    """Forbid core files, files that grow and children; bound descriptors and CPU. Nothing undoes these."""
    for name, value in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, policy.OPEN_FILES),
        (resource.RLIMIT_CPU, policy.CPU_SECONDS),
    ):
        resource.setrlimit(name, (value, value))


def set_address_space(limit_bytes: int) -> None:
    """Bound the address space; the hard limit stays, so that the next script may have more or less."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        limit_bytes = min(limit_bytes, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit_bytes, hard))


def address_space_bytes() -> int:
    """How large the address space of this process is now."""
    return int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()


def close_descriptors(keep: Iterable[int]) -> None:
    """Close every descriptor but these."""
    kept = set(keep)
    # Not `os.closerange`: PyPy closes one by one up to the limit, which may be a million.
    for descriptor in [int(entry.name) for entry in Path("/proc/self/fd").iterdir()]:
        if descriptor not in kept:
            try:
                os.close(descriptor)
            except OSError:
                # The descriptor of the listing itself.
                continue
