"""Descriptors: the connection to the node, the account of one's own memory, stderr for complaints, and nothing else."""

from __future__ import annotations

import os

from engine.sandbox import policy
from engine.sandbox.system_calls import UnavailableError, kernel

_LAST = (1 << 32) - 1


def keep_only(connection: int, processes: int) -> None:
    """Move the connection to policy.CONNECTION, open the account, and close all others but stderr.

    `processes` is the folder /proc, opened before the root folder became an empty one.
    """
    wanted = policy.CONNECTION
    if connection != wanted:
        os.dup2(connection, wanted, inheritable=False)
    account = os.open("self/statm", os.O_RDONLY, dir_fd=processes)
    if account != policy.MEMORY:
        os.dup2(account, policy.MEMORY, inheritable=False)
    os.close(0)
    os.close(1)
    try:
        kernel.call("close_range", policy.MEMORY + 1, _LAST, 0)
    except (OSError, UnavailableError):
        # Linux before 5.9. A zygote has few descriptors and gives them low numbers.
        os.closerange(policy.MEMORY + 1, policy.DESCRIPTORS_BEFORE_CONFINEMENT)
