"""System calls by number, where Python has no function for one: the numbers, and how to make the call."""

from __future__ import annotations

import functools
import os
import platform
from typing import Any, Dict, Optional, Tuple, Union

from engine.foreign.compiled import ffi

# AUDIT_ARCH_… of <linux/audit.h>, which a seccomp filter must compare before it reads a number.
_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}

# x86-64, aarch64; None where the architecture never had the call.
_NUMBERS: Dict[str, Tuple[Optional[int], Optional[int]]] = {
    "pread64": (17, 67), "read": (0, 63), "write": (1, 64), "writev": (20, 66), "close": (3, 57), "recvfrom": (45, 207),
    "sendto": (44, 206), "sendmsg": (46, 211), "recvmsg": (47, 212), "futex": (202, 98), "mmap": (9, 222),
    "munmap": (11, 215), "mremap": (25, 216), "mprotect": (10, 226), "madvise": (28, 233), "brk": (12, 214),
    "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139), "sigaltstack": (131, 132),
    "clock_gettime": (228, 113), "clock_getres": (229, 114), "gettimeofday": (96, 169), "time": (201, None),
    "nanosleep": (35, 101), "clock_nanosleep": (230, 115), "select": (23, None), "pselect6": (270, 72),
    "poll": (7, None), "ppoll": (271, 73), "getrusage": (98, 165), "times": (100, 153), "getitimer": (36, 102),
    "setitimer": (38, 103), "getpid": (39, 172), "gettid": (186, 178), "sched_yield": (24, 124),
    "getrandom": (318, 278), "prlimit64": (302, 261), "getrlimit": (97, 163), "setrlimit": (160, 164),
    "exit": (60, 93), "exit_group": (231, 94), "restart_syscall": (219, 128), "tgkill": (234, 131),
    "set_robust_list": (273, 99), "rseq": (334, 293), "clone": (56, 220), "clone3": (435, 435),
    "membarrier": (324, 283), "open": (2, None), "openat": (257, 56), "openat2": (437, 437), "execve": (59, 221),
    "execveat": (322, 281), "fork": (57, None), "vfork": (58, None), "kill": (62, 129), "tkill": (200, 130),
    "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203), "bind": (49, 200), "listen": (50, 201),
    "accept": (43, 202), "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "stat": (4, None), "fstat": (5, 80), "newfstatat": (262, 79), "statx": (332, 291), "memfd_create": (319, 279),
    "unshare": (272, 97), "setns": (308, 268), "mount": (165, 40), "umount2": (166, 39), "chroot": (161, 51),
    "pivot_root": (155, 41), "prctl": (157, 167), "bpf": (321, 280), "perf_event_open": (298, 241),
    "io_uring_setup": (425, 425), "userfaultfd": (323, 282), "keyctl": (250, 219), "add_key": (248, 217),
    "fcntl": (72, 25), "dup": (32, 23), "ioctl": (16, 29), "getdents64": (217, 61), "unlinkat": (263, 35),
    "mkdirat": (258, 34), "linkat": (265, 37), "symlinkat": (266, 36), "chdir": (80, 49), "setuid": (105, 146),
    "readlink": (89, None), "readlinkat": (267, 78),
    "setresuid": (117, 147), "setresgid": (119, 149), "setgroups": (116, 159), "capset": (126, 91),
    "seccomp": (317, 277), "landlock_create_ruleset": (444, 444), "landlock_add_rule": (445, 445),
    "landlock_restrict_self": (446, 446), "pidfd_open": (434, 434), "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424), "close_range": (436, 436), "pipe2": (293, 59), "eventfd2": (290, 19),
    "inotify_init1": (294, 26), "timerfd_create": (283, 85), "signalfd4": (289, 74), "epoll_create1": (291, 20),
    "shmget": (29, 194), "msgget": (68, 186), "semget": (64, 190), "mq_open": (240, 180), "personality": (135, 92),
    "reboot": (169, 142), "init_module": (175, 105), "sethostname": (170, 161), "settimeofday": (164, 170),
    "setpriority": (141, 140), "sched_setaffinity": (203, 122), "rt_sigqueueinfo": (129, 138),
    "modify_ldt": (154, None), "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265),
    "fanotify_init": (300, 262), "kexec_load": (246, 104), "syslog": (103, 116), "acct": (163, 89),
}  # fmt: skip


class UnavailableError(Exception):
    """This host has not what a mechanism needs; the message says what."""


@functools.cache
def architecture() -> Tuple[int, int]:
    """The column of the table above, and the kernel's own number for the architecture."""
    machine = platform.machine()
    if machine not in _ARCHITECTURES:
        raise UnavailableError(f"the system calls of {machine} are not known")
    return _ARCHITECTURES[machine]


@functools.cache
def number(name: str) -> Optional[int]:
    """The number of a call on this machine; None where it has no such call."""
    return _NUMBERS[name][architecture()[0]]


class Kernel:
    """The C library's `syscall`. Through cffi, since PyPy's ctypes takes a millisecond for what this does in one µs."""

    def __init__(self) -> None:
        # Any: cffi has no types.
        self._library: Any = ffi.dlopen(None)

    def address(self, data: bytes) -> int:
        """Where `data` is in memory, for as long as it is referred to."""
        return int(ffi.cast("long", ffi.from_buffer(data)))

    def call(self, name: str, *arguments: Union[int, bytes]) -> int:
        """Make the call; its result, or OSError. Bytes are passed by address and must end as the call wants it."""
        wanted = number(name)
        if wanted is None:
            raise UnavailableError(f"no {name} on this architecture")
        values = [value if isinstance(value, int) else self.address(value) for value in arguments]
        values += [0] * (6 - len(values))
        result: int = self._library.syscall(wanted, *values)
        if result == -1:
            error = ffi.errno
            raise OSError(error, f"{name}: {os.strerror(error)}")
        return result


kernel = Kernel()
