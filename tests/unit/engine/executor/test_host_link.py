"""Calls of a script, over a real pair of sockets."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

import pytest

from engine.executor import protocol
from engine.executor.host_link import HostLink
from engine.runtime import host

if TYPE_CHECKING:
    from collections.abc import Iterator

OPEN = host.pack([host.OPEN])


@pytest.fixture
def ends() -> Iterator[tuple[HostLink, socket.socket]]:
    ours, theirs = socket.socketpair()
    theirs.settimeout(10)
    with ours, theirs:
        yield HostLink(ours), theirs


def answer(node: socket.socket, job: int, body: bytes) -> protocol.Frame:
    """Wait for a call, answer it as the node does, and return it."""
    frame = protocol.read_frame(node.recv(1 << 16), 0, 1 << 16)
    assert frame is not None
    node.sendall(protocol.frame(protocol.ANSWER, frame.flags, job, body))
    return frame


def test_a_session_that_came_with_the_script_is_not_asked_for(ends: tuple[HostLink, socket.socket]) -> None:
    link, node = ends
    node.sendall(
        protocol.frame(protocol.RUN, 0, 7, b"script") + protocol.frame(protocol.ANSWER, protocol.UNASKED, 7, b"lent")
    )
    script = link.next_script()
    assert script is not None
    assert link.call(OPEN) == b"lent"
    # The next one is.
    asked: list[protocol.Frame] = []
    thread = threading.Thread(target=lambda: asked.append(answer(node, 7, b"opened")))
    thread.start()
    assert link.call(OPEN) == b"opened"
    thread.join()
    assert (asked[0].kind, asked[0].body) == (protocol.CALL, OPEN)
    assert asked[0].flags != protocol.UNASKED


def test_what_was_lent_to_a_script_that_asked_for_nothing_is_not_the_next_ones(
    ends: tuple[HostLink, socket.socket],
) -> None:
    link, node = ends
    node.sendall(
        protocol.frame(protocol.RUN, 0, 7, b"first")
        + protocol.frame(protocol.ANSWER, protocol.UNASKED, 7, b"lent")
        + protocol.frame(protocol.RUN, 0, 8, b"second")
    )
    assert [link.next_script(), link.next_script()] == [
        protocol.Frame(protocol.RUN, 0, 7, b"first"),
        protocol.Frame(protocol.RUN, 0, 8, b"second"),
    ]
    thread = threading.Thread(target=answer, args=(node, 8, b"opened"))
    thread.start()
    assert link.call(OPEN) == b"opened"
    thread.join()
