"""User and group: root becomes nobody, with no further groups. Group first, since afterwards it may not."""

from __future__ import annotations

import os

from engine.sandbox import policy
from engine.sandbox.system_calls import UnavailableError


def give_up_root() -> None:
    """Become an ordinary user if this process is root's; an ordinary user's stays what it is."""
    if os.geteuid() != 0:
        return
    identity = policy.UNPRIVILEGED_ID
    try:
        os.setgroups([])
        os.setresgid(identity, identity, identity)
        os.setresuid(identity, identity, identity)
    except OSError as error:
        raise UnavailableError(f"user {identity}: {error.strerror}") from error
