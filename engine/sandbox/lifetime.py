"""Life and privacy of this process: it dies with the one that made it, and no other may look into it."""

from __future__ import annotations

import os
import signal

from engine.sandbox.system_calls import kernel

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4


def die_with_parent(parent: int) -> None:
    """Be killed when `parent`, which made this one, ends. A change of user undoes it: ask again afterwards."""
    kernel.call("prctl", _PR_SET_PDEATHSIG, int(signal.SIGKILL))
    if os.getppid() != parent:
        # The parent was gone before the request could be made.
        os.kill(os.getpid(), signal.SIGKILL)


def forbid_inspection() -> None:
    """Make memory and descriptors of this process unreadable to others of the same user, and leave no core file."""
    kernel.call("prctl", _PR_SET_DUMPABLE, 0)
