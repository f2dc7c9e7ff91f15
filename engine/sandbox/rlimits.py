"""Resource limits: what needs no privilege, no namespace and no particular kernel."""

from __future__ import annotations

import resource
from pathlib import Path

from engine.sandbox import policy, seccomp


def set_stack_limit() -> None:
    """Let a program that is started now have a large main stack. Its own process keeps the one it has."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_STACK)
    wanted = policy.STACK_BYTES if hard == resource.RLIM_INFINITY else min(policy.STACK_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_STACK, (wanted, hard))


def set_process_limits(most_address_space: int) -> None:
    """Forbid core files, files that grow and children; bound descriptors, CPU and memory. Nothing undoes these."""
    limits = [
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_NOFILE, policy.OPEN_FILES),
        (resource.RLIMIT_CPU, policy.CPU_SECONDS),
        (resource.RLIMIT_AS, most_address_space),
    ]
    if not seccomp.needs_threads():
        # It counts threads too, so where fibers are threads it is left to seccomp to tell them from processes.
        limits.append((resource.RLIMIT_NPROC, 0))
    for name, value in limits:
        _soft, hard = resource.getrlimit(name)
        least = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(name, (least, least))


def set_address_space(limit_bytes: int) -> None:
    """Bound the address space; the hard limit stays, so that the next script may have more or less."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        limit_bytes = hard if limit_bytes == resource.RLIM_INFINITY else min(limit_bytes, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit_bytes, hard))


def address_space_bytes() -> int:
    """How large the address space of this process is now. Not when confined: it reads a file."""
    return int(Path("/proc/self/statm").read_bytes().split()[0]) * resource.getpagesize()
