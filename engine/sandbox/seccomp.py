"""Seccomp: the system calls that are left. Looking for files is refused, any other kills the process. This comes last.

A filter is a program for the kernel's classic BPF machine that sees the number and the arguments of a call.
"""

from __future__ import annotations

import functools
import os
import struct
import sys
from typing import Dict, List, NamedTuple, Optional, Tuple

from engine.sandbox import policy
from engine.sandbox.system_calls import UnavailableError, architecture, kernel, number

_PR_SET_SECCOMP = 22
_FILTER = 2
_ALLOW = 0x7FFF0000
_KILL_PROCESS = 0x80000000
_REFUSE = 0x00050000
_EACCES = 13
_ENOSYS = 38
# Calls of the x32 interface, by which a filter of x86-64 numbers could be gone around.
_X32 = 0x40000000

_LOAD = 0x20
_JUMP_EQUAL = 0x15
_JUMP_AT_LEAST = 0x35
_JUMP_BITS = 0x45
_RETURN = 0x06
_NUMBER_AT = 0
_ARCHITECTURE_AT = 4
_ARGUMENTS_AT = 16

_INSTRUCTION = struct.Struct("HBBI")

_RLIMIT_AS = 9
_SIGABRT = 6
_TCGETS = 0x5401
_ANONYMOUS = 0x20
_NO_DESCRIPTOR = 0xFFFFFFFF
# What the C library's pthread_create asks of clone: a thread of this process, never a process.
_THREAD_FLAGS = 0x3D0F00


class Condition(NamedTuple):
    """What an argument of a call has to be. Only its lower half is looked at: all are ints or flags below 2**32."""

    argument: int
    value: int
    is_mask: bool = False


# The rules of a call: it is allowed if all conditions of any alternative hold.
Alternatives = List[List[Condition]]
ANYHOW: Alternatives = [[]]

_ALWAYS = """munmap mremap mprotect madvise brk futex rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack clock_gettime
clock_getres gettimeofday time nanosleep clock_nanosleep select pselect6 poll ppoll getrusage times getitimer setitimer
getpid gettid sched_yield getrandom exit exit_group restart_syscall close""".split()

_REFUSED = ("open", "openat", "stat", "newfstatat", "readlink", "readlinkat")


def rules(process: int) -> Dict[str, Alternatives]:
    """What may be called, and with what: the inherited connection, one's own memory, clocks, timers and randomness."""
    connection = [Condition(0, policy.CONNECTION)]
    complaints = [Condition(0, policy.COMPLAINTS)]
    allowed: Dict[str, Alternatives] = dict.fromkeys(_ALWAYS, ANYHOW)
    allowed["read"] = allowed["recvfrom"] = allowed["sendto"] = [connection]
    allowed["write"] = [connection, complaints]
    allowed["pread64"] = [[Condition(0, policy.MEMORY)]]
    # The C library writes the message of an abort by this.
    allowed["writev"] = [complaints]
    allowed["mmap"] = [[Condition(3, _ANONYMOUS, is_mask=True), Condition(4, _NO_DESCRIPTOR)]]
    allowed["prlimit64"] = [[Condition(0, 0), Condition(1, _RLIMIT_AS)]]
    allowed["getrlimit"] = allowed["setrlimit"] = [[Condition(0, _RLIMIT_AS)]]
    # PyPy asks once whether its complaints go to a terminal.
    allowed["ioctl"] = [[Condition(0, policy.COMPLAINTS), Condition(1, _TCGETS)]]
    # `abort`, by which PyPy ends when there is no memory left.
    allowed["tgkill"] = [[Condition(0, process), Condition(2, _SIGABRT)]]
    if needs_threads():
        allowed["clone"] = [[Condition(0, _THREAD_FLAGS)]]
        allowed["set_robust_list"] = allowed["rseq"] = ANYHOW
    return allowed


def needs_threads() -> bool:
    """Whether fibers are threads here: PyPy has greenlets."""
    return sys.implementation.name != "pypy"


def program(process: int) -> bytes:
    """The filter, as the kernel reads it."""
    _column, machine = architecture()
    lines: List[Tuple[int, int, int, int]] = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_JUMP_EQUAL, 1, 0, machine),
        (_RETURN, 0, 0, _KILL_PROCESS),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_JUMP_AT_LEAST, 0, 1, _X32),
        (_RETURN, 0, 0, _KILL_PROCESS),
    ]
    # Calls without conditions first: they are the frequent ones, and each is one comparison.
    for name, alternatives in sorted(rules(process).items(), key=lambda rule: len(rule[1][0])):
        wanted = number(name)
        if wanted is not None:
            lines += _rule(wanted, alternatives)
    # Python looks for source files of its own accord, as when it reports a syntax error: no is answer enough.
    for name in _REFUSED:
        wanted = number(name)
        if wanted is not None:
            lines += [(_JUMP_EQUAL, 0, 1, wanted), (_RETURN, 0, 0, _REFUSE | _EACCES)]
    clone3: Optional[int] = number("clone3") if needs_threads() else None
    if clone3 is not None:
        # Its flags are in memory, where a filter cannot look; the C library then makes do with clone.
        lines += [(_JUMP_EQUAL, 0, 1, clone3), (_RETURN, 0, 0, _REFUSE | _ENOSYS)]
    lines.append((_RETURN, 0, 0, _KILL_PROCESS))
    return b"".join(_INSTRUCTION.pack(*line) for line in lines)


def _rule(wanted: int, alternatives: Alternatives) -> List[Tuple[int, int, int, int]]:
    """Allow the call if its number and one of the alternatives fit; else go on with the number loaded again."""
    body: List[Tuple[int, int, int, int]] = []
    for conditions in alternatives:
        # Each condition is a load and a jump; the last jump falls through to the permission.
        left = 2 * len(conditions)
        for condition in conditions:
            left -= 2
            body.append((_LOAD, 0, 0, _ARGUMENTS_AT + 8 * condition.argument))
            jump = _JUMP_BITS if condition.is_mask else _JUMP_EQUAL
            body.append((jump, 0, left + 1, condition.value))
        body.append((_RETURN, 0, 0, _ALLOW))
    if alternatives != ANYHOW:
        body.append((_RETURN, 0, 0, _KILL_PROCESS))
    return [(_JUMP_EQUAL, 0, len(body), wanted), *body]


@functools.cache
def _template() -> Tuple[bytes, bytes]:
    """The filter before and after the process's own number: making it takes longer than all the rest."""
    mark = 0x7ABCDEF1
    before, after = program(mark).split(struct.pack("I", mark))
    return before, after


def prepare() -> None:
    """Do once, before forking, what every process would do again."""
    _template()


def restrict() -> None:
    """Allow no other call than those of `rules` from now on."""
    text = struct.pack("I", os.getpid()).join(_template())
    described = struct.pack("HP", len(text) // _INSTRUCTION.size, kernel.address(text))
    try:
        kernel.call("prctl", _PR_SET_SECCOMP, _FILTER, described)
    except OSError as error:
        raise UnavailableError(f"refused: {error.strerror}") from error
