"""What a new executor runs while it waits."""

from __future__ import annotations

import socket

from engine.errors import Outcome
from engine.executor import rehearsal
from engine.pipeline import Engine
from engine.request import Request, Result


def test_every_rehearsal_succeeds_and_leaves_nothing_behind() -> None:
    engine = Engine()
    for code in rehearsal.SCRIPTS * 2:
        result = engine.execute(Request(code=code))
        assert result.outcome is Outcome.OK, result.output
        assert result.errors == []


def test_they_stop_when_there_is_something_to_do() -> None:
    ours, theirs = socket.socketpair()
    ran: list[str] = []

    def execute(request: Request) -> Result:
        ran.append(request.code)
        if len(ran) == 3:
            ours.send(b"x")
        return Result(Outcome.OK, "", 0, [], 200, [], 0.0, 0.0, 0.0, 0, is_volatile=False)

    with ours, theirs:
        rehearsal.rehearse(execute, theirs)
    assert len(ran) == 3
