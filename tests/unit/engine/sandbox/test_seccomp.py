"""The seccomp filter, run by a machine of our own: what it lets through on both architectures."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from engine.sandbox import policy, seccomp, system_calls

if TYPE_CHECKING:
    from collections.abc import Iterator

PROCESS = 4242
ALLOW, KILL, NO_SUCH_CALL, REFUSED = 0x7FFF0000, 0x80000000, 0x00050026, 0x0005000D
MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


@pytest.fixture(params=list(MACHINES))
def machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr("platform.machine", lambda: request.param)
    system_calls.architecture.cache_clear()
    system_calls.number.cache_clear()
    yield request.param
    system_calls.architecture.cache_clear()
    system_calls.number.cache_clear()


def verdict(machine: str, number: int, *arguments: int, architecture: int | None = None) -> int:
    """What the filter answers to a call, as the kernel would compute it."""
    values = [*arguments, *[0] * (6 - len(arguments))]
    head = struct.pack("<IIQ", number, architecture or MACHINES[machine], 0)
    data = head + struct.pack("<6Q", *(value & (1 << 64) - 1 for value in values))
    lines = list(struct.iter_unpack("HBBI", seccomp.program(PROCESS)))
    assert len(lines) < 4096
    accumulator = at = 0
    while True:
        code, if_true, if_false, value = lines[at]
        at += 1
        if code == 0x20:
            accumulator = struct.unpack_from("<I", data, value)[0]
        elif code == 0x06:
            return int(value)
        else:
            truth = {0x15: accumulator == value, 0x35: accumulator >= value, 0x45: bool(accumulator & value)}[code]
            at += if_true if truth else if_false


def call(machine: str, name: str, *arguments: int) -> int:
    number = system_calls.number(name)
    return KILL if number is None else verdict(machine, number, *arguments)


def test_only_the_connection_is_read_and_written(machine: str) -> None:
    for name in ("read", "recvfrom", "sendto", "write"):
        assert call(machine, name, policy.CONNECTION) == ALLOW
        for other in (0, 1, 4, 5, 1000, 0xFFFFFFFF):
            assert call(machine, name, other) == KILL
    assert call(machine, "write", policy.COMPLAINTS) == ALLOW
    assert call(machine, "read", policy.COMPLAINTS) == KILL


def test_memory_is_never_a_file(machine: str) -> None:
    assert call(machine, "mmap", 0, 4096, 7, 0x22, -1) == ALLOW
    assert call(machine, "mmap", 0, 4096, 7, 0x22, 0xFFFFFFFF) == ALLOW
    assert call(machine, "mmap", 0, 4096, 1, 0x02, 3) == KILL
    assert call(machine, "mmap", 0, 4096, 1, 0x22, 3) == KILL


def test_only_ones_own_memory_limit_can_be_set(machine: str) -> None:
    assert call(machine, "prlimit64", 0, 9) == ALLOW
    assert call(machine, "prlimit64", 0, 7) == KILL
    assert call(machine, "prlimit64", 1, 9) == KILL


def test_a_process_may_abort_and_signal_nobody(machine: str) -> None:
    assert call(machine, "tgkill", PROCESS, PROCESS, 6) == ALLOW
    assert call(machine, "tgkill", PROCESS + 1, PROCESS, 6) == KILL
    assert call(machine, "tgkill", PROCESS, PROCESS, 9) == KILL


def test_threads_are_for_interpreters_whose_fibers_are_threads(machine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for has_threads in (True, False):
        monkeypatch.setattr(seccomp, "needs_threads", lambda has=has_threads: has)
        assert call(machine, "clone", 0x3D0F00) == (ALLOW if has_threads else KILL)
        assert call(machine, "clone3") == (NO_SUCH_CALL if has_threads else KILL)
        for flags in (0, 17, 0x10000000, 0x01200011, 0x3D0F00 | 0x20000, 0x3D0F00 | 0x10000000):
            assert call(machine, "clone", flags) == KILL


def test_every_other_call_kills(machine: str) -> None:
    refused = {system_calls.number(name) for name in seccomp._REFUSED}
    allowed = {system_calls.number(name) for name in seccomp.rules(PROCESS)} | {system_calls.number("clone3")}
    for number in range(600):
        if number in refused:
            assert verdict(machine, number, policy.CONNECTION) == REFUSED
        elif number not in allowed:
            assert verdict(machine, number, policy.CONNECTION) == KILL


def test_numbers_of_other_architectures_kill(machine: str) -> None:
    number = system_calls.number("getpid")
    assert number is not None
    assert verdict(machine, number) == ALLOW
    assert verdict(machine, number, architecture=0x40000003) == KILL
    assert verdict(machine, number | 0x40000000) == KILL
