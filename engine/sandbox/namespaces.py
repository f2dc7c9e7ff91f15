"""Namespaces: a network without interfaces, System V objects, a host name and mounts of one's own.

An ordinary user gets them inside a new user namespace; root needs none, and gives up what it can do a step later.
"""

from __future__ import annotations

import os

from engine.sandbox.system_calls import UnavailableError, kernel

_NEW_MOUNTS = 0x00020000
_NEW_HOST_NAME = 0x04000000
_NEW_SYSTEM_V = 0x08000000
_NEW_USER = 0x10000000
_NEW_NETWORK = 0x40000000
_ALL = _NEW_MOUNTS | _NEW_HOST_NAME | _NEW_SYSTEM_V | _NEW_NETWORK


def enter() -> None:
    """Leave the host's namespaces. Only while this process has a single thread."""
    try:
        kernel.call("unshare", _ALL if os.geteuid() == 0 else _ALL | _NEW_USER)
    except OSError as error:
        raise UnavailableError(f"new namespaces: {error.strerror}") from error
