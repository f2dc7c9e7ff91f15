"""Calls from an executor that is not ours any more: answered, or refused by a ProtocolError, which costs its life."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.executor.protocol import ProtocolError
from engine.runtime import host
from node import metrics
from node.executors.pool import Job
from node.hostcalls import HostCalls
from node.store.database import Database
from node.store.session import Caps
from node.store.sessions import Sessions

OPERATIONS = (host.OPEN, host.CLOSE, host.SIMPLE, host.PREPARE, host.EXECUTE, host.COPY, host.DONE, b"", b"drop")


class Sent:
    """Stands where a session is and keeps what it is asked to do: what reaches a server is all that is looked at."""

    is_lost = is_busy = has_failed = False
    pid, server_version = 1, "15.0"

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def simple(self, *arguments: Any) -> None:
        self.asked.append(arguments)

    prepare = execute = copy = simple

    def reset(self, done: Any) -> None:
        """Be as new."""

    def end(self) -> None:
        """Be gone."""


def calls_with_a_session() -> tuple[HostCalls, Job, Sent]:
    database = Database("postgresql:///", wanted=1, reserved=0, timeout_seconds=1)
    sessions = Sessions(database, caps=Caps(1, 1), statement_ms=1)
    calls = HostCalls(sessions, metrics.Counters())
    job = Job(1, b"", "tenant", is_isolated=False, wall_ms=1, max_output_bytes=1, estimate_ms=None, enqueued=0.0)
    sent: Any = Sent()
    # No server is needed for what is refused.
    sessions.__dict__["borrow"] = lambda _tenant: sent
    answers: list[bytes] = []
    calls.call(job, host.pack([host.OPEN]), answers.append)
    assert host.unpack(answers[0])[:2] == [host.DONE, b"1"]
    return calls, job, sent


def test_a_session_that_is_lent_unasked_is_as_one_that_was_opened() -> None:
    calls, _job, sent = calls_with_a_session()
    other = Job(2, b"", "tenant", is_isolated=False, wall_ms=1, max_output_bytes=1, estimate_ms=None, enqueued=0.0)
    assert host.unpack(calls.lend(other) or b"")[:2] == [host.DONE, b"1"]
    calls.call(other, host.pack([host.SIMPLE, b"1", b"SELECT 1"]), lambda _answer: None)
    assert sent.asked[-1][0] == b"SELECT 1"
    calls.finish(other)
    with pytest.raises(ProtocolError):
        calls.call(other, host.pack([host.SIMPLE, b"1", b"SELECT 1"]), lambda _answer: None)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_call_are_refused(data: bytes) -> None:
    calls, job, sent = calls_with_a_session()
    with contextlib.suppress(ProtocolError):
        calls.call(job, data, lambda _answer: None)
    assert sent.asked == []


@given(
    st.sampled_from(OPERATIONS),
    st.lists(
        st.none() | st.sampled_from([b"1", b"2", b"t", b"tb", b"name\0", b"SELECT 1"]) | st.binary(max_size=80),
        max_size=7,
    ),
)
def test_only_texts_in_their_places_reach_the_server(operation: bytes, arguments: list[bytes | None]) -> None:
    calls, job, sent = calls_with_a_session()
    with contextlib.suppress(ProtocolError):
        calls.call(job, host.pack([operation, b"1", *arguments]), lambda _answer: None)
    for asked in sent.asked:
        texts = asked[:2] if operation != host.SIMPLE else asked[:1]
        assert all(text is None or b"\0" not in text for text in texts)


@pytest.mark.parametrize(
    "strings",
    [
        [], [host.SIMPLE], [host.SIMPLE, b"2", b"SELECT 1"], [host.SIMPLE, b"1", None], [host.SIMPLE, b"1", b"a\0b"],
        [host.EXECUTE, b"1", b"", b"SELECT $1", b"", b"x"], [host.EXECUTE, b"1", b"n" * 64, None, b""],
        [host.EXECUTE, b"1", b"", b"S", b"q", b"x"], [host.PREPARE, b"1", b"n", b"S", b"4294967296"],
        [host.PREPARE, b"1", b"n", b"S", b"-1"],
        [host.EXECUTE, b"1", b"", b"S", b"", *[b""] * (host.MAX_PARAMETERS + 1)],
    ],
)  # fmt: skip
def test_a_call_that_no_honest_executor_makes_is_refused(strings: list[bytes | None]) -> None:
    calls, job, sent = calls_with_a_session()
    with pytest.raises(ProtocolError):
        calls.call(job, host.pack(strings), lambda _answer: None)
    assert sent.asked == []


def test_a_script_that_waits_may_not_ask_again() -> None:
    calls, job, _sent = calls_with_a_session()
    calls.call(job, host.pack([host.SIMPLE, b"1", b"SELECT 1"]), lambda _answer: None)
    with pytest.raises(ProtocolError):
        calls.call(job, host.pack([host.SIMPLE, b"1", b"SELECT 1"]), lambda _answer: None)


@given(st.lists(st.none() | st.binary(max_size=50), max_size=20))
def test_what_is_packed_is_unpacked(strings: list[bytes | None]) -> None:
    assert host.unpack(host.pack(strings)) == strings
