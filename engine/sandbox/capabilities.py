"""Capabilities: none are left, none can come back, and no program that is executed would bring any."""

from __future__ import annotations

import struct

from engine.sandbox.system_calls import UnavailableError, kernel

_PR_CAPBSET_READ = 23
_PR_CAPBSET_DROP = 24
_PR_CAP_AMBIENT = 47
_PR_CAP_AMBIENT_CLEAR_ALL = 4
_PR_SET_NO_NEW_PRIVS = 38
_VERSION_3 = 0x20080522
_LAST_CAPABILITY = 63


def bound() -> None:
    """Empty the sets that say what a program could bring. An ordinary user may not, and has nothing in them either."""
    try:
        for capability in range(_LAST_CAPABILITY + 1):
            try:
                held = kernel.call("prctl", _PR_CAPBSET_READ, capability, 0, 0, 0)
            except OSError:
                # One past the last that this kernel knows.
                break
            if held:
                kernel.call("prctl", _PR_CAPBSET_DROP, capability, 0, 0, 0)
    except PermissionError:
        # No right to, so none to lose: with no_new_privs the set is without effect.
        return
    except OSError as error:
        raise UnavailableError(f"the bounding set: {error.strerror}") from error


def drop() -> None:
    """Empty the sets that say what this process may."""
    try:
        kernel.call("prctl", _PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
        # Effective, permitted and inheritable, each in two halves.
        kernel.call("capset", struct.pack("Ii", _VERSION_3, 0), bytes(24))
    except OSError as error:
        raise UnavailableError(f"dropping capabilities: {error.strerror}") from error


def gain_none() -> None:
    """No program that is executed from now on has more rights than this one; Landlock and seccomp ask for that."""
    try:
        kernel.call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    except OSError as error:
        raise UnavailableError(f"no_new_privs: {error.strerror}") from error
