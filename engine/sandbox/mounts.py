"""Mounts: the root folder becomes an empty one that nothing can be written to; the host's files have no name any more.

Everything that has to be read from a file must have been read before.
"""

from __future__ import annotations

import os

from engine.sandbox.system_calls import UnavailableError, kernel

_READ_ONLY = 1
_NO_SETUID = 2
_NO_DEVICES = 4
_NO_EXECUTION = 8
_RECURSIVE = 0x4000
_PRIVATE = 1 << 18
_DETACH = 2
# Any folder that every host has: it is mounted over, in this mount namespace alone.
_FOLDER = b"/proc"


def enter_empty_root() -> None:
    """Make an empty folder the root. Only in a mount namespace of one's own."""
    flags = _READ_ONLY | _NO_SETUID | _NO_DEVICES | _NO_EXECUTION
    kind, folder, here = b"tmpfs\0", _FOLDER + b"\0", b".\0"
    try:
        kernel.call("mount", 0, b"/\0", 0, _RECURSIVE | _PRIVATE, 0)
        kernel.call("mount", kind, folder, kind, flags, b"size=4k,nr_inodes=2,mode=0555\0")
        os.chdir(_FOLDER)
        # Both folders may be the same: the old root then lies on top of the new one and is taken off.
        kernel.call("pivot_root", here, here)
        kernel.call("umount2", here, _DETACH)
        os.chdir("/")
    except OSError as error:
        raise UnavailableError(f"an empty root folder: {error.strerror}") from error
