"""Descriptors: the connection to the node under a number known beforehand, stderr for complaints, and nothing else."""

from __future__ import annotations

import os

from engine.sandbox import policy
from engine.sandbox.system_calls import UnavailableError, kernel

_LAST = (1 << 32) - 1


def keep_only(connection: int) -> None:
    """Move the connection to policy.CONNECTION and close all others but stderr."""
    wanted = policy.CONNECTION
    if connection != wanted:
        os.dup2(connection, wanted, inheritable=False)
    os.close(0)
    os.close(1)
    try:
        kernel.call("close_range", wanted + 1, _LAST, 0)
    except (OSError, UnavailableError):
        # Linux before 5.9. A zygote has few descriptors and gives them low numbers.
        os.closerange(wanted + 1, policy.DESCRIPTORS_BEFORE_CONFINEMENT)
