"""Landlock: no file of any kind, no TCP, no abstract sockets, no signals to others. It does not cover `stat`."""

from __future__ import annotations

import functools
import os
import struct

from engine.sandbox.system_calls import UnavailableError, kernel

_ASK_VERSION = 1
# Rights on files, by the version of the interface that brought them.
_FILE_RIGHTS = ((1, 0x1FFF), (2, 1 << 13), (3, 1 << 14), (5, 1 << 15))
_NETWORK_VERSION = 4
_SCOPE_VERSION = 6
_BIND_AND_CONNECT = 3
_ABSTRACT_SOCKETS_AND_SIGNALS = 3


@functools.cache
def version() -> int:
    """The kernel's version of the interface."""
    try:
        return kernel.call("landlock_create_ruleset", 0, 0, _ASK_VERSION)
    except OSError as error:
        raise UnavailableError(f"not in this kernel, or not switched on: {error.strerror}") from error


def deny_all() -> None:
    """Give up every right that this kernel's Landlock knows: a set of rules that allows nothing. For good."""
    found = version()
    files = 0
    for since, rights in _FILE_RIGHTS:
        files |= rights if found >= since else 0
    network = _BIND_AND_CONNECT if found >= _NETWORK_VERSION else 0
    scope = _ABSTRACT_SOCKETS_AND_SIGNALS if found >= _SCOPE_VERSION else 0
    size = 24 if found >= _SCOPE_VERSION else 16 if found >= _NETWORK_VERSION else 8
    try:
        rules = kernel.call("landlock_create_ruleset", struct.pack("QQQ", files, network, scope), size, 0)
        try:
            kernel.call("landlock_restrict_self", rules, 0)
        finally:
            os.close(rules)
    except OSError as error:
        raise UnavailableError(f"refused: {error.strerror}") from error
