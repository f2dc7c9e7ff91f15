"""What an executor may do, as data: every number that bounds a script's process and is not the client's to set."""

from __future__ import annotations

# Scripts recurse on the main thread, so its stack must be this large before the interpreter starts.
STACK_BYTES = 512 << 20

# Address space beside what the process had when it was ready: a script's own limit, counted twice since a collector
# keeps old and new copies, and room for the interpreter. A backstop: the engine counts and ends a script before that.
ADDRESS_SPACE_FACTOR = 2
ADDRESS_SPACE_SLACK_BYTES = 320 << 20
# What an executor may take beyond the largest limit of a script, to say that memory was exhausted.
LAST_WORDS_BYTES = 256 << 20

# CPU seconds of the whole life of an executor; the node's own deadline ends a single script long before.
CPU_SECONDS = 3600

# Root's executors run as nobody.
UNPRIVILEGED_ID = 65534

# The descriptors an executor has: the node's end of everything, and where it complains.
CONNECTION = 3
COMPLAINTS = 2
# And a third: the kernel's account of its own memory, to read alone.
MEMORY = 4
# An executor may have no descriptor above these.
OPEN_FILES = MEMORY + 1
# No zygote has more, where the kernel cannot close all at once.
DESCRIPTORS_BEFORE_CONFINEMENT = 256

# Processes of the zygote's control group: executors, their fibers' threads where those are threads.
CGROUP_TASKS = 20_000

# An executor is replaced after so many executions, or once its peak has grown by so much.
MAX_EXECUTIONS = 250_000
MAX_GROWTH_BYTES = 256 << 20
MAX_CPU_SECONDS = CPU_SECONDS // 2


def address_space_bytes(base_bytes: int, memory_mb: int) -> int:
    """The address space of a process that had `base_bytes` and now runs a script with `memory_mb`."""
    return base_bytes + ADDRESS_SPACE_FACTOR * (memory_mb << 20) + ADDRESS_SPACE_SLACK_BYTES
